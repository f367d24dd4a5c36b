//! `op=`, `++` and `--` of ints, floats and strings that lie in elements of arrays.

use super::elements::Meeting;
use super::*;
use cranelift_codegen::ir::condcodes::FloatCC;
use phpc_abi::layout::{ArrayHeader, ArrayKind, Header, ReferenceHeader};
use phpc_ir::pir::{BinaryOp, IncDec};
use phpc_ir::ssa::{PlaceMode, PlaceShape, StepKind};
use std::mem::offset_of;

const PAYLOAD: i32 = 8;

/// What is done to a number.
#[derive(Clone, Copy)]
pub(super) struct Change {
    pub(super) op: BinaryOp,
    value: Words,
    mask: Mask,
    /// The old value is the result.
    post: bool,
}

impl Lower<'_, '_> {
    pub(super) fn modify_element(&mut self, data: &InstData, shape: &PlaceShape) -> bool {
        if shape.steps.last() != Some(&StepKind::Dim) || !self.is_walkable(data, shape) {
            return false;
        }
        let key = data.args[1 + shape.steps.len()];
        if !self.mask(key).intersects(Mask(Mask::INT.0 | Mask::STRING.0)) {
            return false;
        }
        let Some(change) = self.change_of(data, shape) else { return false };
        let meeting = self.meeting(data);
        let unwanted = self.leave_out_release(data);
        let other = self.new_block(true);
        let mut at = self.walk(data, shape, true, other);
        // `++` does not write the elements of objects.
        let only_arrays = matches!(shape.mode, PlaceMode::IncDec(_));
        let array = self.own_array(&mut at, only_arrays, other);
        if self.mask(key).intersects(Mask::INT) && change.op != BinaryOp::Concat {
            self.modify_list(array, key, change, at.base, &meeting, other);
        }
        let address = self.element_address(array, key, other);
        let old = self.load_words(&Type::SLOT, address, 0);
        if change.op == BinaryOp::Concat {
            self.append_to(old, change, address, unwanted, at.base, &meeting, other);
        } else {
            self.change_number(old, Mask::SLOT, change, Some((address, PAYLOAD)), None, at.base, &meeting, other);
        }
        let before = self.begin_slow(data, &at, other);
        self.prepare_walk(data, &at, true);
        self.modify_place(data, shape);
        self.end_slow(data, before);
        self.meet_slow(data, unwanted, &meeting, [self.result_words(data, 0), self.result_words(data, 1)]);
        true
    }

    /// None: not one of the operations that are done inline.
    pub(super) fn change_of(&mut self, data: &InstData, shape: &PlaceShape) -> Option<Change> {
        match shape.mode {
            PlaceMode::IncDec(kind) => {
                let up = matches!(kind, IncDec::PreInc | IncDec::PostInc);
                let post = matches!(kind, IncDec::PostInc | IncDec::PostDec);
                let value = Words::Int(self.iconst(1));
                Some(Change { op: if up { BinaryOp::Add } else { BinaryOp::Sub }, value, mask: Mask::INT, post })
            }
            PlaceMode::Op(op) => {
                let given = data.args[2 + shape.steps.len()];
                let (value, mask) = (self.words(given), self.mask(given));
                let useful = match op {
                    BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div => mask.intersects(Mask::NUMBER),
                    BinaryOp::BitXor | BinaryOp::BitOr | BinaryOp::BitAnd => mask.intersects(Mask::INT),
                    BinaryOp::Concat => mask.intersects(Mask::STRING),
                    _ => false,
                };
                useful.then_some(Change { op, value, mask, post: false })
            }
            _ => None,
        }
    }

    /// An element of a list of ints or floats; goes on where the array is something else.
    fn modify_list(&mut self, array: ir::Value, key: Value, change: Change, base: Words, meeting: &Meeting, other: ir::Block) {
        let (words, mask) = (self.words(key), self.mask(key));
        let kind = self.b.ins().uload8(types::I64, memory(), array, offset_of!(Header, kind) as i32);
        let less = self.b.ins().iadd_imm_s(kind, -(ArrayKind::Ints as i64));
        let is_numbers = self.b.ins().icmp_imm_s(IntCC::UnsignedLessThanOrEqual, less, 1);
        let (numbers, on) = (self.new_block(false), self.new_block(false));
        self.b.ins().brif(is_numbers, numbers, &[], on, &[]);
        self.switch_to(numbers, false);
        self.need_tag(words, mask, Mask::INT, other);
        let index = words.int(&mut self.b);
        let length = self.b.ins().uload32(memory(), array, offset_of!(ArrayHeader, length) as i32);
        let inside = self.b.ins().icmp(IntCC::UnsignedLessThan, index, length);
        self.need(inside, other);
        let elements = self.b.ins().load(types::I64, memory(), array, offset_of!(ArrayHeader, data) as i32);
        let offset = self.b.ins().ishl_imm_u(index, 3);
        let address = self.b.ins().iadd(elements, offset);
        let payload = self.b.ins().load(types::I64, memory(), address, 0);
        let tag = self.b.ins().iadd_imm_s(kind, Tag::INT.0 as i64 - ArrayKind::Ints as i64);
        self.change_number(Words::Pair(tag, payload), Mask::NUMBER, change, Some((address, 0)), None, base, meeting, other);
        self.switch_to(on, false);
    }

    /// Ints by ints, floats by numbers; all paths end. `place`: where the number lies; None: it is the base itself. `cache`: of
    /// a property, which must let the number be stored.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn change_number(
        &mut self, old: Words, old_mask: Mask, change: Change, place: Option<(ir::Value, i32)>, cache: Option<ir::Value>,
        base: Words, meeting: &Meeting, other: ir::Block,
    ) {
        let no = self.b.ins().iconst(types::I8, 0);
        let Change { op, value, mask, post } = change;
        if mask.intersects(Mask::INT) && op != BinaryOp::Div {
            let (ints, floats) = (self.new_block(false), self.new_block(false));
            let (left, right) = (self.words_are(old, old_mask, Mask::INT), self.words_are(value, mask, Mask::INT));
            let both = self.b.ins().band(left, right);
            self.b.ins().brif(both, ints, &[], floats, &[]);
            self.switch_to(ints, false);
            if let Some(cache) = cache {
                self.need_writable_over(cache, Tag::INT, other);
            }
            let (x, y) = (old.int(&mut self.b), value.int(&mut self.b));
            let result = self.checked_int(op, x, y, other);
            let base = self.put_number(Words::Int(result), result, place, base);
            self.come(meeting, [base, Words::Int(if post { x } else { result })], no);
            self.switch_to(floats, false);
        }
        let floats = matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div);
        if !floats {
            self.b.ins().jump(other, &[]);
            return;
        }
        let is_float = self.words_are(old, old_mask, Mask::FLOAT);
        self.need(is_float, other);
        self.need_tag(value, mask, Mask::NUMBER, other);
        if let Some(cache) = cache {
            self.need_writable_over(cache, Tag::FLOAT, other);
        }
        let (x, y) = (old.float(&mut self.b), self.number_as_float(value, mask));
        let result = match op {
            BinaryOp::Add => self.b.ins().fadd(x, y),
            BinaryOp::Sub => self.b.ins().fsub(x, y),
            BinaryOp::Mul => self.b.ins().fmul(x, y),
            _ => {
                let zero = self.b.ins().f64const(0.0);
                let divides = self.b.ins().fcmp(FloatCC::NotEqual, y, zero);
                self.need(divides, other);
                self.b.ins().fdiv(x, y)
            }
        };
        let base = self.put_number(Words::Float(result), result, place, base);
        self.come(meeting, [base, Words::Float(if post { x } else { result })], no);
    }

    /// Stores a number at its place; the result is the base afterwards.
    fn put_number(&mut self, number: Words, word: ir::Value, place: Option<(ir::Value, i32)>, base: Words) -> Words {
        let Some((address, offset)) = place else { return number };
        self.b.ins().store(memory(), word, address, offset);
        base
    }

    /// A variable in memory or one that may be a reference. (Others are no places.)
    pub(super) fn modify_variable(&mut self, data: &InstData, shape: &PlaceShape) -> bool {
        if self.cold || !shape.steps.is_empty() {
            return false;
        }
        let Some(change) = self.change_of(data, shape).filter(|change| change.op != BinaryOp::Concat) else { return false };
        let in_memory = self.mask(data.args[0]) == Mask::POINTER;
        let (value, mask) = self.base_value(data.args[0]);
        let meeting = self.meeting(data);
        let unwanted = self.leave_out_release(data);
        let other = self.new_block(true);
        let base = if in_memory { Words::Nothing(Tag::UNDEF) } else { value };
        if mask.intersects(Mask::REFERENCE) {
            let (cell, plain) = (self.new_block(false), self.new_block(false));
            let is_reference = self.words_are(value, mask, Mask::REFERENCE);
            self.b.ins().brif(is_reference, cell, &[], plain, &[]);
            self.switch_to(cell, false);
            let cell = value.int(&mut self.b);
            let sources = self.b.ins().load(types::I64, memory(), cell, offset_of!(ReferenceHeader, sources) as i32);
            let free = self.b.ins().icmp_imm_s(IntCC::Equal, sources, 0);
            self.need(free, other);
            let inside = offset_of!(ReferenceHeader, value) as i32;
            let old = self.load_words(&Type::SLOT, cell, inside);
            self.change_number(old, Mask::SLOT, change, Some((cell, inside + PAYLOAD)), None, base, &meeting, other);
            self.switch_to(plain, false);
        }
        if mask.intersects(Mask::NUMBER) {
            let place = in_memory.then(|| (self.int(data.args[0]), PAYLOAD));
            self.change_number(value, mask, change, place, None, base, &meeting, other);
        } else {
            self.b.ins().jump(other, &[]);
        }
        self.switch_to(other, true);
        self.modify_place(data, shape);
        self.meet_slow(data, unwanted, &meeting, [self.result_words(data, 0), self.result_words(data, 1)]);
        true
    }

    /// Overflow goes to `other`.
    fn checked_int(&mut self, op: BinaryOp, x: ir::Value, y: ir::Value, other: ir::Block) -> ir::Value {
        let (result, overflow) = match op {
            BinaryOp::Add => self.b.ins().sadd_overflow(x, y),
            BinaryOp::Sub => self.b.ins().ssub_overflow(x, y),
            BinaryOp::Mul => self.b.ins().smul_overflow(x, y),
            BinaryOp::BitAnd => return self.b.ins().band(x, y),
            BinaryOp::BitOr => return self.b.ins().bor(x, y),
            _ => return self.b.ins().bxor(x, y),
        };
        let fits = self.b.ins().icmp_imm_s(IntCC::Equal, overflow, 0);
        self.need(fits, other);
        result
    }

    /// `.=` to a variable in memory: in place when the string is its own. (For others the pass `append` has seen to it.)
    pub(super) fn append_variable(&mut self, data: &InstData, shape: &PlaceShape) -> bool {
        let concat = shape.steps.is_empty() && matches!(shape.mode, PlaceMode::Op(BinaryOp::Concat));
        if self.cold || !concat || self.mask(data.args[0]) != Mask::POINTER {
            return false;
        }
        let (value, value_mask) = (self.words(data.args[2]), self.mask(data.args[2]));
        let is_int = value_mask == Mask::INT;
        let (base, base_mask) = self.base_value(data.args[0]);
        if !base_mask.intersects(Mask::STRING) || !is_int && !value_mask.intersects(Mask::STRING) {
            return false;
        }
        let meeting = self.meeting(data);
        let unwanted = self.leave_out_release(data);
        let other = self.new_block(true);
        self.need_tag(base, base_mask, Mask::STRING, other);
        if !is_int {
            self.need_tag(value, value_mask, Mask::STRING, other);
        }
        let append = if is_int { Primitive::string_append_int } else { Primitive::string_append };
        let new = self.call_primitive(append, &[base, value]);
        let (address, text) = (self.int(data.args[0]), new.int(&mut self.b));
        self.b.ins().store(memory(), text, address, PAYLOAD);
        if !unwanted {
            self.retain(new, Mask::STRING);
        }
        let no = self.b.ins().iconst(types::I8, 0);
        self.come(&meeting, [Words::Nothing(Tag::UNDEF), new], no);
        self.switch_to(other, true);
        self.modify_place(data, shape);
        self.meet_slow(data, unwanted, &meeting, [self.result_words(data, 0), self.result_words(data, 1)]);
        true
    }

    /// `.=` of two strings: in place when the element's is its own.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn append_to(
        &mut self, old: Words, change: Change, address: ir::Value, unwanted: bool, base: Words, meeting: &Meeting, other: ir::Block,
    ) {
        let is_string = self.words_are(old, Mask::SLOT, Mask::STRING);
        self.need(is_string, other);
        self.need_tag(change.value, change.mask, Mask::STRING, other);
        let new = self.call_primitive(Primitive::string_append, &[old, change.value]);
        let text = new.int(&mut self.b);
        self.b.ins().store(memory(), text, address, PAYLOAD);
        if !unwanted {
            self.retain(new, Mask::STRING);
        }
        let no = self.b.ins().iconst(types::I8, 0);
        self.come(meeting, [base, new], no);
    }
}
