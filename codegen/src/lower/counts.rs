//! retain, release, deref: counts inline, destruction by the runtime off the hot path.

use super::*;
use phpc_abi::layout::{FLAG_INERT, Header, ReferenceHeader};
use std::mem::offset_of;

const COUNT: i32 = offset_of!(Header, count) as i32;

/// What can be part of a cycle.
const CYCLIC: Mask = Mask(Mask::ARRAY.0 | Mask::OBJECT.0 | Mask::REFERENCE.0);

impl Lower<'_, '_> {
    pub(super) fn count(&mut self, data: &InstData) {
        let value = data.args[0];
        let (ty, words) = (self.ty(value), self.words(value));
        match data.op {
            Op::retain => self.retain(words, ty.tags()),
            Op::release => self.release(data, words, &ty),
            _ => self.deref(data, words, ty.tags()),
        }
    }

    /// Makes one more count, if the value has one.
    pub(super) fn retain(&mut self, words: Words, mask: Mask) {
        if !mask.intersects(Mask::COUNTED) {
            return;
        }
        let payload = words.int(&mut self.b);
        if mask.is_within(Mask::COUNTED) {
            return self.add_count(payload, 1);
        }
        let (count, on) = (self.new_block(false), self.new_block(false));
        let counted = self.words_are(words, mask, Mask::COUNTED);
        self.b.ins().brif(counted, count, &[], on, &[]);
        let cold = self.cold;
        self.switch_to(count, cold);
        self.add_count(payload, 1);
        self.b.ins().jump(on, &[]);
        self.switch_to(on, cold);
    }

    fn add_count(&mut self, block: ir::Value, change: i64) {
        let count = self.b.ins().load(types::I32, memory(), block, COUNT);
        let count = self.b.ins().iadd_imm_s(count, change);
        self.b.ins().store(memory(), count, block, COUNT);
    }

    pub(super) fn release(&mut self, data: &InstData, words: Words, ty: &Type) {
        let mask = ty.tags();
        if !mask.intersects(Mask::COUNTED) {
            return;
        }
        if self.compact {
            self.call_primitive(Primitive::release, &[words]);
            if ty.may_have_destructor() {
                self.check_pending(data);
            }
            return;
        }
        let (on, rare) = self.count_down(words, mask);
        let cold = self.cold;
        self.switch_to(rare, true);
        if ty.may_have_destructor() {
            let pending = self.engine_word(Engine::Pending);
            let edge = self.exit_block(data.exit.as_ref());
            self.b.ins().brif(pending, edge, &[], on, &[]);
            self.fill_exit(data.exit.as_ref(), edge);
        } else {
            self.b.ins().jump(on, &[]);
        }
        self.switch_to(on, cold);
    }

    /// Takes one count away: the block to go on in, and the one after destruction or after the collector was told, either of
    /// which may have run user code.
    pub(super) fn count_down(&mut self, words: Words, mask: Mask) -> (ir::Block, ir::Block) {
        let cold = self.cold;
        let (on, rare, destroy) = (self.new_block(false), self.new_block(true), self.new_block(true));
        if !mask.is_within(Mask::COUNTED) {
            let counted = self.words_are(words, mask, Mask::COUNTED);
            let drop = self.new_block(false);
            self.b.ins().brif(counted, drop, &[], on, &[]);
            self.switch_to(drop, cold);
        }
        let block = words.int(&mut self.b);
        let count = self.b.ins().load(types::I32, memory(), block, COUNT);
        let count = self.b.ins().iadd_imm_s(count, -1);
        self.b.ins().store(memory(), count, block, COUNT);
        if mask.intersects(CYCLIC) {
            let alive = self.new_block(false);
            self.b.ins().brif(count, alive, &[], destroy, &[]);
            self.switch_to(alive, cold);
            self.tell_collector(words, mask, block, on, rare);
        } else {
            self.b.ins().brif(count, on, &[], destroy, &[]);
        }
        self.switch_to(destroy, true);
        self.call_primitive(Primitive::destroy, &[words]);
        self.b.ins().jump(rare, &[]);
        self.cold = cold;
        (on, rare)
    }

    /// Blocks that may be part of a cycle and that the collector does not know yet.
    fn tell_collector(&mut self, words: Words, mask: Mask, block: ir::Value, on: ir::Block, rare: ir::Block) {
        let counted = mask.intersect(Mask::COUNTED);
        if !counted.is_within(CYCLIC) {
            let cyclic = self.words_are(words, counted, CYCLIC);
            self.need(cyclic, on);
        }
        const TOLD: i64 = 0xff << 24 | (FLAG_INERT as i64) << 16;
        let head = self.b.ins().uload32(memory(), block, COUNT + 4);
        let told = self.b.ins().band_imm_u(head, TOLD);
        let tell = self.new_block(true);
        self.b.ins().brif(told, on, &[], tell, &[]);
        self.switch_to(tell, true);
        self.call_primitive(Primitive::possible_root, &[words]);
        self.b.ins().jump(rare, &[]);
    }

    fn deref(&mut self, data: &InstData, words: Words, mask: Mask) {
        let ty = self.result_type(data);
        if !mask.intersects(Mask::REFERENCE) {
            self.define(data, 0, words);
            return self.retain(words, mask);
        }
        let join = self.join(ty);
        let cold = self.cold;
        if mask != Mask::REFERENCE {
            let (plain, reference) = (self.new_block(false), self.new_block(false));
            let is_reference = self.words_are(words, mask, Mask::REFERENCE);
            self.b.ins().brif(is_reference, reference, &[], plain, &[]);
            self.switch_to(plain, cold);
            self.arrive(&join, words);
            self.switch_to(reference, cold);
        }
        let cell = words.int(&mut self.b);
        let inner = self.load_words(&ty, cell, offset_of!(ReferenceHeader, value) as i32);
        self.arrive(&join, inner);
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
        self.retain(words, ty.tags());
    }
}
