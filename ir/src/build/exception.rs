//! Landing pads, handlers of try regions, `finally`, and the ways out of the function.

use super::body::{Body, Held, What};
use crate::pir::{self, ConstId, Local, Operand, RegionId, RegionKind, Temp};
use crate::ssa::*;
use phpc_abi::primitives::Primitive;

impl Body<'_> {
    /// The landing pad for an exception raised now: releases what is held here and not in the handler, and goes there.
    pub(super) fn pad(&mut self) -> Block {
        let key = (self.region, self.outside, self.live.clone());
        if let Some(&pad) = self.pads.get(&key) {
            return pad;
        }
        let pad = self.ssa.cold_block();
        self.pads.insert(key, pad);
        self.aside(pad, |body| {
            let exception = body.prim_quiet(Primitive::pending_take, &[], Type::OBJECT);
            body.ssa.write(body.exception, exception);
            body.raise(body.region, body.live.clone());
        });
        pad
    }

    /// Emits into `block`, then continues where it was.
    pub(super) fn aside(&mut self, block: Block, emit: impl FnOnce(&mut Self)) {
        let (current, live, region) = (self.ssa.current, self.live.clone(), self.region);
        self.ssa.current = Some(block);
        emit(self);
        debug_assert!(self.ssa.current.is_none());
        (self.ssa.current, self.live, self.region) = (current, live, region);
    }

    /// A primitive in a landing pad: it has no exit.
    fn prim_quiet(&mut self, primitive: Primitive, args: &[Value], ty: Type) -> Value {
        self.emit(Op::prim, args, Imm::Primitive(primitive), ty)
    }

    /// Goes on with the exception in `self.exception` to the handler of `region`, releasing what does not live there.
    pub(super) fn raise(&mut self, region: Option<RegionId>, held: Vec<Held>) {
        let survivors: Vec<Held> = held.iter().copied().filter(|held| self.survives(*held, region)).collect();
        for one in held {
            if !survivors.contains(&one) {
                self.drop_unwinding(one);
            }
        }
        if let Some(region) = region {
            self.survivors.entry(region).or_insert(survivors);
        }
        let handler = self.handler(region);
        self.jump(handler);
    }

    pub(super) fn survives(&self, held: Held, region: Option<RegionId>) -> bool {
        let Some(temp) = held.temp else { return false };
        if region.is_some_and(|region| self.waits(temp, region)) {
            return false;
        }
        match self.handler_block(region) {
            Some(block) => self.facts.live_in[block.index()].contains(temp.index()),
            None => false,
        }
    }

    fn waits(&self, temp: Temp, region: RegionId) -> bool {
        self.facts.waiting.get(&region).is_some_and(|ways| ways.iter().any(|temps| temps.contains(&temp)))
    }

    /// The `finally` whose body keeps exceptions in `state`.
    fn finally_of(&self, state: Temp) -> Option<RegionId> {
        let is_it = |data: &pir::Region| matches!(data.kind, RegionKind::Finally { state: other, .. } if other == state);
        self.pir.regions.iter().position(is_it).map(|index| RegionId(index as u32))
    }

    /// What a `return` left waiting for the `finally` around whose body we are.
    pub(super) fn waiting_vars(&self) -> Vec<super::construct::Var> {
        let mut vars = Vec::new();
        let mut at = self.region;
        while let Some(id) = at {
            let data = &self.pir.regions[id.index()];
            if let RegionKind::FinallyBody { state } = data.kind
                && let Some(ways) = self.finally_of(state).and_then(|region| self.facts.waiting.get(&region))
            {
                vars.extend(ways.iter().flatten().map(|temp| self.temps[temp.index()]));
            }
            at = data.parent;
        }
        vars
    }

    /// The `finally` body is left for good: results that waited for it die.
    pub(super) fn drop_waiting(&mut self, state: Temp, unwinding: bool) {
        let Some(region) = self.finally_of(state) else { return };
        let Some(ways) = self.facts.waiting.get(&region).cloned() else { return };
        for (way, temps) in ways.into_iter().enumerate().filter(|(_, temps)| !temps.is_empty()) {
            let resume = self.resume_var(region);
            let entered = self.ssa.read(resume);
            let number = self.int(way as i64);
            let this_way = self.emit(Op::int_compare, &[entered, number], Imm::Compare(Compare::Equal), Type::BOOL);
            let (yes, no) = self.fork(this_way, false);
            let join = self.ssa.block();
            self.enter(yes);
            let never = self.int(-1);
            self.ssa.write(resume, never);
            for temp in temps {
                let var = self.temps[temp.index()];
                let value = self.ssa.read(var);
                let undef = self.undef();
                self.ssa.write(var, undef);
                if unwinding {
                    self.release_unwinding(value);
                } else {
                    self.release(value);
                }
            }
            self.jump(join);
            self.enter(no);
            self.jump(join);
            self.ssa.seal(join);
            self.enter(join);
        }
    }

    /// Where exceptions of a region arrive in PIR.
    fn handler_block(&self, region: Option<RegionId>) -> Option<pir::Block> {
        let data = &self.pir.regions[region?.index()];
        match data.kind {
            RegionKind::Catch { handler, .. } => Some(handler),
            RegionKind::Finally { entry, .. } => Some(entry),
            RegionKind::FinallyBody { .. } => self.handler_block(data.parent),
        }
    }

    fn drop_unwinding(&mut self, held: Held) {
        let value = self.ssa.read(held.var);
        match held.what {
            What::Value => self.release_unwinding(value),
            What::Constructed => {
                let object = self.assume(value, Type::OBJECT);
                self.emit_void(Op::prim_void, &[object], Imm::Primitive(Primitive::suppress_destructor));
                self.release_unwinding(value);
            }
            What::Call => drop(self.emit_void(Op::prim_void, &[value], Imm::Primitive(Primitive::call_abandon))),
            What::Iter => self.iter_abandon(held.temp.expect("iterators are temporaries")),
            What::Silence => drop(self.emit_void(Op::prim_void, &[value], Imm::Primitive(Primitive::silence_end))),
            What::Cell(local) => {
                let back = self.emit(Op::deref, &[value], Imm::None, Type::ANY);
                self.ssa.write(self.locals[local.index()], back);
                self.release_unwinding(value);
            }
            What::Spilled(local, slot) => {
                let address = self.emit(Op::stack_ptr, &[], Imm::Slot(slot, 0), Type::POINTER);
                let back = self.emit(Op::var_load, &[address], Imm::Int(0), Type::SLOT);
                self.ssa.write(self.locals[local.index()], back);
            }
        }
    }

    pub(super) fn release_unwinding(&mut self, value: Value) {
        if !self.type_of(value).is_counted() {
            return;
        }
        if !self.type_of(value).may_have_destructor() {
            self.emit_void(Op::release, &[value], Imm::None);
            return;
        }
        let exception = self.ssa.read(self.exception);
        let merged = self.prim_quiet(Primitive::release_unwinding, &[value, exception], Type::OBJECT);
        self.ssa.write(self.exception, merged);
    }

    /// The block where exceptions of a region arrive, with the exception in `self.exception`.
    fn handler(&mut self, region: Option<RegionId>) -> Block {
        if let Some(&block) = self.handlers.get(&(region, self.outside)) {
            return block;
        }
        let block = self.ssa.cold_block();
        self.handlers.insert((region, self.outside), block);
        self.aside(block, |body| match region {
            None => body.leave_by_exception(),
            Some(id) => {
                let data = body.pir.regions[id.index()].clone();
                match data.kind {
                    RegionKind::Catch { handler, exception } => body.enter_catch(id, handler, exception),
                    RegionKind::Finally { entry, state } => body.enter_finally(id, data.parent, entry, state),
                    RegionKind::FinallyBody { state } => {
                        body.drop_waiting(state, true);
                        body.chain(state);
                        let live = body.survivors[&id].clone();
                        body.raise(data.parent, live);
                    }
                }
            }
        });
        block
    }

    fn enter_catch(&mut self, region: RegionId, handler: pir::Block, exception: Temp) {
        self.live = self.survivors[&region].clone();
        let raised = self.ssa.read(self.exception);
        let held = self.temp_held(exception);
        self.ssa.write(held.var, raised);
        self.live.push(held);
        self.jump_to(handler);
    }

    fn enter_finally(&mut self, region: RegionId, parent: Option<RegionId>, entry: pir::Block, state: Temp) {
        let raised = self.ssa.read(self.exception);
        let exits = self.prim_quiet(Primitive::exception_is_exit, &[raised], Type::BOOL);
        let (yes, no) = self.fork(exits, true);
        let survivors = self.survivors[&region].clone();
        self.enter(yes);
        self.raise(parent, survivors.clone());
        self.enter(no);
        self.live = survivors;
        self.ssa.write(self.temps[state.index()], raised);
        let resume = self.resume_var(region);
        let index = self.int(-1);
        self.ssa.write(resume, index);
        self.jump_to(entry);
    }

    fn resume_var(&mut self, region: RegionId) -> super::construct::Var {
        match self.resume.get(&region) {
            Some(&var) => var,
            None => {
                let var = self.ssa.var(Type::INT);
                self.resume.insert(region, var);
                var
            }
        }
    }

    /// The exception at hand gets the one kept in `state`, if any, as its innermost previous.
    fn chain(&mut self, state: Temp) {
        let kept = self.ssa.read(self.temps[state.index()]);
        let is_object = self.type_is(kept, Mask::OBJECT);
        let (yes, no) = self.fork(is_object, false);
        let join = self.ssa.cold_block();
        self.enter(yes);
        let old = self.assume(kept, Type::OBJECT);
        let new = self.ssa.read(self.exception);
        let merged = self.prim_quiet(Primitive::exception_chain, &[new, old], Type::OBJECT);
        self.ssa.write(self.exception, merged);
        self.jump(join);
        self.enter(no);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
    }

    fn leave_by_exception(&mut self) {
        self.region = None;
        self.live.clear();
        self.spill_globals();
        for index in 0..self.locals.len() {
            if self.keeps_local(index) {
                continue;
            }
            let value = self.raw_local(Local(index as u32));
            self.release_unwinding(value);
        }
        self.free_extra(true);
        if self.generator.is_some() {
            return self.generator_threw();
        }
        let exception = self.ssa.read(self.exception);
        self.emit_void(Op::unwind, &[exception], Imm::None);
    }

    // ---- operations

    pub(super) fn throw(&mut self, value: Operand) {
        let held = self.own(value);
        let value = self.take(held);
        self.prim_void(Primitive::throw_value, &[value]);
        self.unreachable();
    }

    pub(super) fn rethrow(&mut self, exception: Temp) {
        let held = self.temp_held(exception);
        let value = self.take(held);
        self.ssa.write(self.exception, value);
        let live = self.live.clone();
        self.raise(self.region, live);
    }

    pub(super) fn catch_match(&mut self, exception: Temp, class: ConstId, yes: pir::Block, no: pir::Block) {
        let value = self.ssa.read(self.temps[exception.index()]);
        let object = self.assume(value, Type::OBJECT);
        let name = self.constant(class);
        let matches = self.prim(Primitive::catch_match, &[object, name]);
        let (yes, no) = (self.target(yes), self.target(no));
        self.branch(matches, yes, no);
    }

    pub(super) fn catch_assign(&mut self, local: Local, exception: Temp) {
        let held = self.temp_held(exception);
        self.assign_local(local, held, false);
    }

    pub(super) fn finally_call(&mut self, region: RegionId, resume: pir::Block) {
        let RegionKind::Finally { entry, state } = self.pir.regions[region.index()].kind else {
            unreachable!("finally_call names a finally region");
        };
        let index = super::facts::resumes(self.pir, region).iter().position(|block| *block == resume);
        let index = index.expect("resumes lists every finally_call");
        let null = self.null();
        self.ssa.write(self.temps[state.index()], null);
        if self.live_at[resume.index()].is_none() {
            self.live_at[resume.index()] = Some(self.live.clone());
        }
        let waiting = self.facts.waiting[&region][index].clone();
        self.live.retain(|held| held.temp.is_none_or(|temp| !waiting.contains(&temp)));
        self.enter_with_resume(region, entry, index as i64);
    }

    pub(super) fn enter_with_resume(&mut self, region: RegionId, entry: pir::Block, index: i64) {
        let var = self.resume_var(region);
        let index = self.int(index);
        self.ssa.write(var, index);
        self.jump_to(entry);
    }

    pub(super) fn finally_end(&mut self, region: RegionId) {
        let data = self.pir.regions[region.index()].clone();
        let RegionKind::Finally { state, .. } = data.kind else { unreachable!("finally_end names a finally region") };
        let resumes = super::facts::resumes(self.pir, region);
        let var = self.resume_var(region);
        let index = self.ssa.read(var);
        let again = self.ssa.cold_block();
        let live = self.live.clone();
        let from = self.ssa.here();
        let cases: Vec<i64> = (0..resumes.len() as i64).collect();
        let destroy = self.destroy_continuation(region);
        let mut cases = cases;
        cases.extend(destroy.map(|_| super::generator::DESTROY));
        let inst = self.emit_void(Op::switch, &[index], Imm::Cases(cases.into()));
        for (way, resume) in resumes.into_iter().enumerate() {
            let waiting = self.facts.waiting[&region][way].clone();
            self.live.extend(waiting.into_iter().map(|temp| Held { what: What::Value, var: self.temps[temp.index()], temp: Some(temp) }));
            let target = self.target(resume);
            self.live.clone_from(&live);
            self.ssa.add_target(from, inst, target);
        }
        if let Some(block) = destroy {
            self.ssa.add_target(from, inst, block);
        }
        self.ssa.add_target(from, inst, again);
        self.ssa.seal(again);
        if let Some(block) = destroy {
            self.ssa.seal(block);
            self.enter(block);
            self.live.clone_from(&live);
            self.destroy_from(data.parent);
        }
        self.enter(again);
        let kept = self.ssa.read(self.temps[state.index()]);
        let kept = self.assume(kept, Type::OBJECT);
        self.ssa.write(self.exception, kept);
        self.raise(data.parent, live);
    }

    pub(super) fn discard_exception(&mut self, region: RegionId) {
        let (RegionKind::Finally { state, .. } | RegionKind::FinallyBody { state }) =
            self.pir.regions[region.index()].kind
        else {
            unreachable!("only finally regions keep an exception");
        };
        self.drop_waiting(state, false);
        let var = self.temps[state.index()];
        let kept = self.ssa.read(var);
        let null = self.null();
        self.ssa.write(var, null);
        self.release(kept);
    }

    pub(super) fn unreachable(&mut self) {
        if self.ssa.current.is_some() {
            self.emit_void(Op::unreachable, &[], Imm::None);
        }
    }
}
