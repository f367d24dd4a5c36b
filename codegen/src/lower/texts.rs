//! Strings beside literals: told apart by their lengths, then by up to eight bytes at a time.

use super::scalars::int_condition;
use super::*;
use cranelift_frontend::Switch;
use phpc_abi::decl::Const;
use phpc_abi::layout::{STR_BYTES, StrHeader};
use phpc_ir::pir::ConstId;
use phpc_ir::ssa::{Compare, UnitId};
use std::collections::BTreeMap;
use std::mem::offset_of;

const WORD: usize = 8;

/// A literal and where the string that equals it goes.
type Case<'a> = (&'a [u8], ir::Block);

/// The first bytes of a literal, all of it where it has at most eight, as `Lower::first_word` loads them.
fn first_word(bytes: &[u8]) -> u64 {
    let word = |bytes: &[u8]| bytes.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte));
    match bytes.len() {
        length @ 5..WORD => word(&bytes[..4]) | word(&bytes[length - 4..]) << 32,
        length => word(&bytes[..length.min(WORD)]),
    }
}

fn last_word(bytes: &[u8]) -> u64 {
    first_word(&bytes[bytes.len() - WORD..])
}

impl<'a> Lower<'a, '_> {
    fn text(&self, unit: UnitId, index: ConstId) -> Option<&'a [u8]> {
        match &self.input.program.unit(unit).consts[index.index()] {
            Const::Str(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(super) fn literal_text(&self, value: Value) -> Option<&'a [u8]> {
        let data = self.func.def(value)?;
        let (Op::string, &Imm::Const(unit, index)) = (data.op, &data.imm) else { return None };
        self.text(unit, index)
    }

    /// Are two strings equal? Ends at the join.
    pub(super) fn same_text(&mut self, data: &InstData, operands: [Words; 2], join: &Join) {
        let [left, right] = operands.map(|text| text.int(&mut self.b));
        let literals = [self.literal_text(data.args[0]), self.literal_text(data.args[1])];
        match literals {
            [None, None] => self.same_unknown(left, right, join),
            [Some(literal), _] => self.same_as_literal(right, literal, operands, join),
            [_, Some(literal)] => self.same_as_literal(left, literal, operands, join),
        }
    }

    /// By length and first byte before all bytes are looked at.
    fn same_unknown(&mut self, left: ir::Value, right: ir::Value, join: &Join) {
        let cold = self.cold;
        let [no, yes] = [0, 1].map(|value| self.b.ins().iconst(types::I8, value));
        let [lengths, first, many, all] = [(); 4].map(|()| self.new_block(false));
        let same = self.b.ins().icmp(IntCC::Equal, left, right);
        self.b.ins().brif(same, join.block, &[BlockArg::Value(yes)], lengths, &[]);
        self.switch_to(lengths, cold);
        let [x, y] = [left, right].map(|text| self.text_length(text));
        let same = self.b.ins().icmp(IntCC::Equal, x, y);
        self.b.ins().brif(same, first, &[], join.block, &[BlockArg::Value(no)]);
        self.switch_to(first, cold);
        let [a, b] = [left, right].map(|text| self.b.ins().load(types::I8, memory(), text, STR_BYTES as i32));
        let (same, empty) = (self.b.ins().icmp(IntCC::Equal, a, b), self.b.ins().icmp_imm_s(IntCC::Equal, x, 0));
        let same = self.b.ins().bor(same, empty);
        self.b.ins().brif(same, many, &[], join.block, &[BlockArg::Value(no)]);
        self.switch_to(many, cold);
        let more = self.b.ins().icmp_imm_s(IntCC::UnsignedGreaterThan, x, 1);
        self.b.ins().brif(more, all, &[], join.block, &[BlockArg::Value(yes)]);
        self.switch_to(all, cold);
        let texts = [left, right].map(|text| Words::Pointer(text, Some(Tag::STRING)));
        let result = self.call_primitive(Primitive::string_equal, &texts);
        self.arrive(join, result);
    }

    fn same_as_literal(&mut self, text: ir::Value, literal: &[u8], operands: [Words; 2], join: &Join) {
        let cold = self.cold;
        let no = self.b.ins().iconst(types::I8, 0);
        let otherwise = [BlockArg::Value(no)];
        let length = self.text_length(text);
        let same = self.b.ins().icmp_imm_s(IntCC::Equal, length, literal.len() as i64);
        if literal.is_empty() {
            return self.arrive(join, Words::Bool(same));
        }
        let bytes = self.new_block(false);
        self.b.ins().brif(same, bytes, &[], join.block, &otherwise);
        self.switch_to(bytes, cold);
        let word = self.first_word(text, literal.len());
        let same = self.b.ins().icmp_imm_s(IntCC::Equal, word, first_word(literal) as i64);
        if literal.len() <= WORD {
            return self.arrive(join, Words::Bool(same));
        }
        let rest = self.new_block(false);
        self.b.ins().brif(same, rest, &[], join.block, &otherwise);
        self.switch_to(rest, cold);
        let same = if literal.len() <= 2 * WORD {
            let word = self.last_word(text, literal.len());
            Words::Bool(self.b.ins().icmp_imm_s(IntCC::Equal, word, last_word(literal) as i64))
        } else {
            self.call_primitive(Primitive::string_equal, &operands)
        };
        self.arrive(join, same);
    }

    /// May both strings have one byte?
    pub(super) fn may_be_bytes(&self, data: &InstData) -> bool {
        data.args.iter().all(|&arg| self.literal_text(arg).is_none_or(|literal| literal.len() == 1))
    }

    /// The order of two strings: that of their bytes where each has one, digits or not.
    pub(super) fn compare_bytes(&mut self, data: &InstData, compare: Compare, primitive: Primitive) {
        let cold = self.cold;
        let join = self.join(Type::BOOL);
        let (bytes, whole) = (self.new_block(false), self.new_block(true));
        let texts = [data.args[0], data.args[1]].map(|arg| self.int(arg));
        for (&arg, text) in data.args.iter().zip(texts) {
            if self.literal_text(arg).is_none() {
                let length = self.text_length(text);
                let one = self.b.ins().icmp_imm_s(IntCC::Equal, length, 1);
                let on = self.new_block(false);
                self.b.ins().brif(one, on, &[], whole, &[]);
                self.switch_to(on, cold);
            }
        }
        self.b.ins().jump(bytes, &[]);
        self.switch_to(bytes, cold);
        let [x, y] = texts.map(|text| self.b.ins().uload8(types::I64, memory(), text, STR_BYTES as i32));
        let result = self.b.ins().icmp(int_condition(compare), x, y);
        self.arrive(&join, Words::Bool(result));
        self.switch_to(whole, true);
        let operands = self.operands(data);
        let result = self.call_primitive(primitive, &operands);
        self.arrive(&join, result);
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
    }

    fn text_length(&mut self, text: ir::Value) -> ir::Value {
        self.b.ins().load(types::I64, memory(), text, offset_of!(StrHeader, length) as i32)
    }

    /// The first bytes of a string of known length, all of it where it has at most eight.
    fn first_word(&mut self, text: ir::Value, length: usize) -> ir::Value {
        let at = STR_BYTES as i32;
        match length {
            0 => self.iconst(0),
            1 => self.b.ins().uload8(types::I64, memory(), text, at),
            2 => self.b.ins().uload16(types::I64, memory(), text, at),
            3 => {
                let (low, high) = (self.b.ins().uload16(types::I64, memory(), text, at), self.b.ins().uload8(types::I64, memory(), text, at + 2));
                let high = self.b.ins().ishl_imm_u(high, 16);
                self.b.ins().bor(low, high)
            }
            4 => self.b.ins().uload32(memory(), text, at),
            5..WORD => {
                let high = self.b.ins().uload32(memory(), text, at + length as i32 - 4);
                let (low, high) = (self.b.ins().uload32(memory(), text, at), self.b.ins().ishl_imm_u(high, 32));
                self.b.ins().bor(low, high)
            }
            _ => self.b.ins().load(types::I64, memory(), text, at),
        }
    }

    /// The last eight bytes of a string of known length.
    fn last_word(&mut self, text: ir::Value, length: usize) -> ir::Value {
        self.b.ins().load(types::I64, memory(), text, (STR_BYTES + length - WORD) as i32)
    }

    // ---- many literals

    pub(super) fn switch_text(&mut self, data: &'a InstData) {
        let Imm::Texts(texts) = &data.imm else { panic!("switch_text has texts") };
        let cold = self.cold;
        let (blocks, edges) = self.ways(data);
        let default = *blocks.last().expect("a switch has a default");
        let mask = self.mask(data.args[0]);
        let (tag, text) = self.pair(data.args[0]);
        if !mask.is_within(Mask::STRING) {
            let is_text = self.new_block(false);
            let same = self.b.ins().icmp_imm_s(IntCC::Equal, tag, Tag::STRING.0 as i64);
            self.b.ins().brif(same, is_text, &[], default, &[]);
            self.switch_to(is_text, cold);
        }
        let mut by_length: BTreeMap<u64, Vec<Case>> = BTreeMap::new();
        for (&(unit, index), &block) in texts.iter().zip(&blocks) {
            let bytes = self.text(unit, index).expect("cases are strings");
            let same_length = by_length.entry(bytes.len() as u64).or_default();
            if same_length.iter().all(|(other, _)| *other != bytes) {
                same_length.push((bytes, block));
            }
        }
        let length = self.text_length(text);
        self.tell_apart(length, by_length, default, |lower, length, cases| lower.among(text, length as usize, cases, default));
        self.fill_ways(edges);
    }

    /// A block for each group of cases, chosen by a word; the block of an empty group's case is that case's own.
    fn tell_apart(
        &mut self, word: ir::Value, groups: BTreeMap<u64, Vec<Case<'a>>>, default: ir::Block,
        mut go_on: impl FnMut(&mut Self, u64, Vec<Case<'a>>),
    ) {
        let cold = self.cold;
        let mut switch = Switch::new();
        let groups: Vec<_> = groups.into_iter().map(|(value, cases)| (value, self.new_block(false), cases)).collect();
        for (value, block, _) in &groups {
            switch.set_entry(u128::from(*value), *block);
        }
        switch.emit(&mut self.b, word, default);
        for (value, block, cases) in groups {
            self.switch_to(block, cold);
            go_on(self, value, cases);
        }
    }

    /// Goes to the case that equals a string of the cases' length.
    fn among(&mut self, text: ir::Value, length: usize, cases: Vec<Case<'a>>, default: ir::Block) {
        let mut by_word: BTreeMap<u64, Vec<Case>> = BTreeMap::new();
        for case in cases {
            by_word.entry(first_word(case.0)).or_default().push(case);
        }
        let word = self.first_word(text, length);
        self.tell_apart(word, by_word, default, |lower, _, cases| lower.among_ends(text, length, cases, default));
    }

    /// The same of cases with the same first word.
    fn among_ends(&mut self, text: ir::Value, length: usize, cases: Vec<Case<'a>>, default: ir::Block) {
        let cold = self.cold;
        if length <= WORD {
            self.b.ins().jump(cases[0].1, &[]);
            return;
        }
        let end = self.last_word(text, length);
        for (literal, block) in cases {
            let (maybe, next) = (self.new_block(false), self.new_block(false));
            let same = self.b.ins().icmp_imm_s(IntCC::Equal, end, last_word(literal) as i64);
            self.b.ins().brif(same, maybe, &[], next, &[]);
            self.switch_to(maybe, cold);
            self.same_middle(text, literal, block, next);
            self.switch_to(next, cold);
        }
        self.b.ins().jump(default, &[]);
    }

    /// Beginning and end are equal; what lies between is looked at word by word.
    fn same_middle(&mut self, text: ir::Value, literal: &[u8], yes: ir::Block, no: ir::Block) {
        let cold = self.cold;
        for at in (WORD..literal.len() - WORD).step_by(WORD) {
            let word = self.b.ins().load(types::I64, memory(), text, (STR_BYTES + at) as i32);
            let same = self.b.ins().icmp_imm_s(IntCC::Equal, word, first_word(&literal[at..]) as i64);
            let on = self.new_block(false);
            self.b.ins().brif(same, on, &[], no, &[]);
            self.switch_to(on, cold);
        }
        self.b.ins().jump(yes, &[]);
    }
}
