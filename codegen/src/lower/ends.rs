//! The last element of a list, taken out where the list is ours alone.

use super::elements::{DATA, KIND, LENGTH, NEXT_INDEX};
use super::*;
use phpc_abi::layout::{ArrayHeader, ArrayKind};
use phpc_ir::ssa::{Kinds, PlaceMode, PlaceShape};
use std::mem::offset_of;

const USED: i32 = offset_of!(ArrayHeader, used) as i32;
const POSITION: i32 = offset_of!(ArrayHeader, position) as i32;
const ITERATORS: i32 = offset_of!(ArrayHeader, iterators) as i32;

impl Lower<'_, '_> {
    /// `array_pop`. Paths meet as for [`Lower::write_element`].
    pub(super) fn take_last(&mut self, data: &InstData, shape: &PlaceShape) -> bool {
        if shape.mode != PlaceMode::TakeLast || !self.is_walkable(data, shape) {
            return false;
        }
        let meeting = self.meeting(data);
        let other = self.new_block(true);
        let mut at = self.walk(data, shape, true, other);
        let array = self.own_array(&mut at, true, other);
        let base = at.base;
        let length = self.b.ins().uload32(memory(), array, LENGTH);
        self.need(length, other);
        let iterators = self.b.ins().load(types::I32, memory(), array, ITERATORS);
        let iterated = self.b.ins().icmp_imm_s(IntCC::NotEqual, iterators, 0);
        let on = self.new_block(false);
        self.b.ins().brif(iterated, other, &[], on, &[]);
        self.switch_to(on, false);
        let index = self.b.ins().iadd_imm_s(length, -1);
        let kind = self.b.ins().uload8(types::I64, memory(), array, KIND);
        let elements = self.b.ins().load(types::I64, memory(), array, DATA);
        let known = self.ty(data.args[0]);
        let kinds = if shape.steps.len() == 1 && known.is(Mask::ARRAY) { known.kinds[0] } else { Kinds::ANY };
        let result = data.results.get(1).map_or(Mask::ANY, |&result| self.mask(result));
        let lists = [
            (ArrayKind::Values, Kinds::VALUES, Mask::ANY),
            (ArrayKind::Ints, Kinds::INTS, Mask::INT),
            (ArrayKind::Floats, Kinds::FLOATS, Mask::FLOAT),
        ];
        for (list, bit, held) in lists {
            if kinds.0 & bit.0 == 0 || !result.intersects(held) {
                continue;
            }
            let (this, next) = (self.new_block(false), self.new_block(false));
            let same = self.b.ins().icmp_imm_s(IntCC::Equal, kind, list as i64);
            self.b.ins().brif(same, this, &[], next, &[]);
            self.switch_to(this, false);
            let taken = self.moved_out(list, elements, index, result, other);
            self.shorten(array, length, index);
            let no = self.b.ins().iconst(types::I8, 0);
            self.come(&meeting, [base, taken], no);
            self.switch_to(next, false);
        }
        self.b.ins().jump(other, &[]);
        let before = self.begin_slow(data, &at, other);
        self.prepare_walk(data, &at, true);
        self.take_place(data, shape);
        self.end_slow(data, before);
        self.meet_slow(data, false, &meeting, [self.result_words(data, 0), self.result_words(data, 1)]);
        true
    }

    /// What lies at an index of a list, its count with it. A reference, or what is not of the result's type: at `other`.
    fn moved_out(&mut self, list: ArrayKind, elements: ir::Value, index: ir::Value, result: Mask, other: ir::Block) -> Words {
        let shift = if list == ArrayKind::Values { 4 } else { 3 };
        let offset = self.b.ins().ishl_imm_u(index, shift);
        let address = self.b.ins().iadd(elements, offset);
        match list {
            ArrayKind::Values => {
                let words = self.load_words(&Type::SLOT, address, 0);
                let plain = result.without(Mask::REFERENCE);
                self.need_tag(words, Mask::SLOT, plain, other);
                words
            }
            ArrayKind::Floats => Words::Float(self.b.ins().load(types::F64, memory(), address, 0)),
            _ => Words::Int(self.b.ins().load(types::I64, memory(), address, 0)),
        }
    }

    /// The list loses its last element. The next key was the one behind it, or stays.
    fn shorten(&mut self, array: ir::Value, length: ir::Value, index: ir::Value) {
        self.b.ins().istore32(memory(), index, array, LENGTH);
        self.b.ins().istore32(memory(), index, array, USED);
        let zero = self.b.ins().iconst(types::I32, 0);
        self.b.ins().store(memory(), zero, array, POSITION);
        let next = self.b.ins().load(types::I64, memory(), array, NEXT_INDEX);
        let follows = self.b.ins().icmp(IntCC::Equal, next, length);
        let next = self.b.ins().select(follows, index, next);
        self.b.ins().store(memory(), next, array, NEXT_INDEX);
    }
}
