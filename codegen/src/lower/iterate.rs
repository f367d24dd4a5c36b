//! foreach over arrays: lists inline by kind, hashes by primitives.

use super::*;
use phpc_abi::layout::{ArrayHeader, ArrayKind, Header, ReferenceHeader};
use phpc_ir::ssa::Kinds;
use std::mem::offset_of;

impl Lower<'_, '_> {
    /// The storage kinds that the operand may have.
    fn kinds(&self, array: Value) -> Kinds {
        self.ty(array).kinds[0]
    }

    fn kind_of(&mut self, array: ir::Value) -> ir::Value {
        self.b.ins().uload8(types::I64, memory(), array, offset_of!(Header, kind) as i32)
    }

    /// Continues in a block for lists; the other, for hashes, ends at the join with the primitive's result.
    fn split_hash(&mut self, data: &InstData, primitive: Primitive, join: &Join) {
        let array = self.int(data.args[0]);
        let kinds = self.kinds(data.args[0]);
        let cold = self.cold;
        if kinds.0 & Kinds::HASH.0 == 0 && kinds.0 != 0 {
            return;
        }
        let args = [self.words(data.args[0]), self.words(data.args[1])];
        let kind = self.kind_of(array);
        let is_hash = self.b.ins().icmp_imm_s(IntCC::Equal, kind, ArrayKind::Hash as i64);
        let (hash, list) = (self.new_block(false), self.new_block(false));
        self.b.ins().brif(is_hash, hash, &[], list, &[]);
        self.switch_to(hash, cold);
        let result = self.call_primitive(primitive, &args);
        self.arrive(join, result);
        self.switch_to(list, cold);
    }

    pub(super) fn array_next(&mut self, data: &InstData) {
        let (array, position) = (self.int(data.args[0]), self.int(data.args[1]));
        let join = self.join(Type::INT);
        let cold = self.cold;
        self.split_hash(data, Primitive::array_next, &join);
        let length = self.b.ins().uload32(memory(), array, offset_of!(ArrayHeader, length) as i32);
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
        self.split_hash(data, Primitive::array_key_at, &join);
        let entry = self.int(data.args[1]);
        self.arrive(&join, Words::Int(entry));
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
    }

    pub(super) fn array_value_at(&mut self, data: &InstData) {
        let (array, entry) = (self.int(data.args[0]), self.int(data.args[1]));
        let ty = self.result_type(data);
        let join = self.join(ty);
        let cold = self.cold;
        self.split_hash(data, Primitive::array_value_at, &join);
        let kind = self.kind_of(array);
        self.list_element(array, entry, kind, &join);
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
