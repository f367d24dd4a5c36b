//! foreach over arrays, inline by kind.

use super::headers::Part;
use super::*;
use phpc_abi::layout::{ArrayHeader, ArrayKind, HashEntry, ReferenceHeader};
use phpc_ir::ssa::Kinds;
use std::mem::offset_of;

impl Lower<'_, '_> {
    /// The storage kinds that the operand may have.
    fn kinds(&self, array: Value) -> Kinds {
        self.ty(array).kinds[0]
    }

    /// Continues in a block for lists; the other, for hashes, ends at the join: with what `inside` makes of the iterated array
    /// and the entry number, or with the primitive's result.
    fn split_hash(
        &mut self, data: &InstData, primitive: Primitive, join: &Join, inside: impl FnOnce(&mut Self, Value, ir::Value, &Join),
    ) {
        let array = data.args[0];
        let kinds = self.kinds(data.args[0]);
        let cold = self.cold;
        if kinds.0 & Kinds::HASH.0 == 0 && kinds.0 != 0 {
            return;
        }
        let args = [self.words(data.args[0]), self.words(data.args[1])];
        let kind = self.header(array, Part::Kind);
        let is_hash = self.b.ins().icmp_imm_s(IntCC::Equal, kind, ArrayKind::Hash as i64);
        let (hash, list) = (self.new_block(false), self.new_block(false));
        self.b.ins().brif(is_hash, hash, &[], list, &[]);
        self.switch_to(hash, cold);
        if self.compact || cold {
            let result = self.call_primitive(primitive, &args);
            self.arrive(join, result);
        } else {
            let at = args[1].int(&mut self.b);
            inside(self, array, at, join);
        }
        self.switch_to(list, cold);
    }

    fn entry_address(&mut self, array: Value, at: ir::Value) -> ir::Value {
        let entries = self.header(array, Part::Data);
        self.entry_at(entries, at)
    }

    /// The first filled entry from a number on, or -1.
    fn next_entry(&mut self, array: Value, from: ir::Value, join: &Join) {
        let (flags, address) = (self.header_memory(array), self.int(array));
        let used = self.b.ins().uload32(flags, address, offset_of!(ArrayHeader, used) as i32);
        let entries = self.header(array, Part::Data);
        let (test, some, end, filled, hole) =
            (self.new_block(false), self.new_block(false), self.new_block(false), self.new_block(false), self.new_block(false));
        let at = self.b.append_block_param(test, types::I64);
        self.b.ins().jump(test, &[BlockArg::Value(from)]);
        self.switch_to(test, false);
        let inside = self.b.ins().icmp(IntCC::UnsignedLessThan, at, used);
        self.b.ins().brif(inside, some, &[], end, &[]);
        self.switch_to(some, false);
        let entry = self.entry_at(entries, at);
        let value = self.load_words(&Type::SLOT, entry, 0);
        let is_hole = self.words_are(value, Mask::SLOT, Mask::UNDEF);
        self.b.ins().brif(is_hole, hole, &[], filled, &[]);
        self.switch_to(hole, false);
        let next = self.b.ins().iadd_imm_s(at, 1);
        self.b.ins().jump(test, &[BlockArg::Value(next)]);
        self.switch_to(filled, false);
        self.arrive(join, Words::Int(at));
        self.switch_to(end, false);
        let none = self.iconst(-1);
        self.arrive(join, Words::Int(none));
    }

    fn entry_key(&mut self, array: Value, at: ir::Value, join: &Join) {
        let entry = self.entry_address(array, at);
        let key = self.b.ins().load(types::I64, memory(), entry, offset_of!(HashEntry, key) as i32);
        if !join.ty.tags().intersects(Mask::STRING) {
            return self.arrive(join, Words::Int(key));
        }
        let hash = self.b.ins().sload32(memory(), entry, offset_of!(HashEntry, hash) as i32);
        let (int, text) = (self.new_block(false), self.new_block(false));
        let is_text = self.b.ins().icmp_imm_s(IntCC::SignedLessThan, hash, 0);
        self.b.ins().brif(is_text, text, &[], int, &[]);
        self.switch_to(text, false);
        let words = Words::Pointer(key, Some(Tag::STRING));
        self.retain(words, Mask::STRING);
        self.arrive(join, words);
        self.switch_to(int, false);
        self.arrive(join, Words::Int(key));
    }

    pub(super) fn array_next(&mut self, data: &InstData) {
        let (array, position) = (data.args[0], self.int(data.args[1]));
        let join = self.join(Type::INT);
        let cold = self.cold;
        self.split_hash(data, Primitive::array_next, &join, Self::next_entry);
        let length = self.header(array, Part::Length);
        let inside = self.b.ins().icmp(IntCC::SignedLessThan, position, length);
        let end = self.iconst(-1);
        let found = self.b.ins().select(inside, position, end);
        self.arrive(&join, Words::Int(found));
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
    }

    pub(super) fn array_key_at(&mut self, data: &InstData) {
        let join = self.join(self.result_type(data));
        let cold = self.cold;
        self.split_hash(data, Primitive::array_key_at, &join, Self::entry_key);
        let entry = self.int(data.args[1]);
        self.arrive(&join, Words::Int(entry));
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
    }

    pub(super) fn array_value_at(&mut self, data: &InstData) {
        let (array, entry) = (data.args[0], self.int(data.args[1]));
        let (kinds, references) = (self.kinds(data.args[0]), self.ty(data.args[0]).element().may_be(Mask::REFERENCE));
        let join = self.join(self.result_type(data));
        let cold = self.cold;
        self.split_hash(data, Primitive::array_value_at, &join, |this, array, at, join| {
            let entry = this.entry_address(array, at);
            this.copy_known(entry, references, true, join);
        });
        let lists = Kinds(kinds.0 & (Kinds::LIST.0 & !Kinds::EMPTY.0));
        let kind = if lists.0.count_ones() > 1 { Some(self.header(array, Part::Kind)) } else { None };
        let elements = self.header(array, Part::Data);
        self.known_list_element(elements, entry, (lists, references, true), kind, &join);
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
    }

    /// A counted copy of the value at an address, references followed; ends at the join.
    pub(super) fn copy_out(&mut self, address: ir::Value, join: &Join) {
        let cold = self.cold;
        let words = self.load_words(&Type::SLOT, address, 0);
        let is_reference = self.words_are(words, Mask::SLOT, Mask::REFERENCE);
        let (reference, plain) = (self.new_block(true), self.new_block(false));
        self.b.ins().brif(is_reference, reference, &[], plain, &[]);
        self.switch_to(reference, true);
        let cell = words.int(&mut self.b);
        let inner = self.load_words(&Type::ANY, cell, offset_of!(ReferenceHeader, value) as i32);
        self.retain(inner, Mask::ANY);
        self.arrive(join, inner);
        self.switch_to(plain, cold);
        self.retain(words, Mask::ANY);
        self.arrive(join, words);
    }
}
