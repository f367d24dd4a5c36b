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
        let cold = self.cold;
        let on = self.count_down(words, mask);
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

    /// Takes one count away: the block to go on in. Ends behind destruction, or behind telling the collector, either of which
    /// may have run user code.
    pub(super) fn count_down(&mut self, words: Words, mask: Mask) -> ir::Block {
        let cold = self.cold;
        let (on, rare) = (self.new_block(false), self.new_block(true));
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
        if !mask.intersects(CYCLIC) {
            self.b.ins().brif(count, on, &[], rare, &[]);
            self.switch_to(rare, true);
            self.call_primitive(Primitive::destroy, &[words]);
            return on;
        }
        let alive = self.new_block(false);
        self.b.ins().brif(count, alive, &[], rare, &[]);
        self.switch_to(alive, cold);
        let quiet = self.is_quiet(words, mask, block);
        self.b.ins().brif(quiet, on, &[], rare, &[]);
        self.switch_to(rare, true);
        self.call_primitive(Primitive::counted_down, &[words]);
        on
    }

    /// Not zero: the block cannot be part of a cycle, or the collector knows it.
    fn is_quiet(&mut self, words: Words, mask: Mask, block: ir::Value) -> ir::Value {
        const TOLD: i64 = 0xff << 24 | (FLAG_INERT as i64) << 16;
        let head = self.b.ins().load(types::I32, memory(), block, COUNT + 4);
        let told = self.b.ins().band_imm_u(head, TOLD);
        if !mask.intersects(Mask::STRING) {
            return told;
        }
        let string = self.words_are(words, mask.intersect(Mask::COUNTED), Mask::STRING);
        let string = self.b.ins().uextend(types::I32, string);
        self.b.ins().bor(told, string)
    }

    /// How many instructions from the first on release one value after another while one exception is unwound.
    pub(super) fn releases_unwinding(&self, insts: &[Inst]) -> usize {
        let mut exception = None;
        let first = &self.func.insts[insts[0].index()];
        let goes_on = |inst: &&Inst| {
            let data = &self.func.insts[inst.index()];
            let unwinds = data.op == Op::prim && data.imm == Imm::Primitive(Primitive::release_unwinding);
            if !unwinds || data.pos != first.pos || exception.is_some_and(|exception| data.args[1] != exception) {
                return false;
            }
            exception = Some(data.results[0]);
            true
        };
        insts.iter().take_while(goes_on).count()
    }

    pub(super) fn release_all_unwinding(&mut self, insts: &[Inst]) {
        let func = self.func;
        let of = |inst: &Inst| &func.insts[inst.index()];
        let values: Vec<Value> = insts.iter().map(|inst| of(inst).args[0]).collect();
        let area = Words::Pointer(self.store_area(&values), None);
        let count = Words::Int(self.iconst(values.len() as i64));
        let exception = self.words(of(&insts[0]).args[1]);
        let result = self.call_primitive(Primitive::release_all_unwinding, &[area, count, exception]);
        insts.iter().for_each(|inst| self.define(of(inst), 0, result));
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
            let reference = self.new_block(false);
            let is_reference = self.words_are(words, mask, Mask::REFERENCE);
            self.arrive_unless(is_reference, reference, &join, words);
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
