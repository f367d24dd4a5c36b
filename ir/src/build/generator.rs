//! Generators: the body makes a heap frame and a Generator object; the resume function is the PHP body as a state machine.
//!
//! A `yield` stores what lives on in the frame and returns; resuming dispatches on the frame's state to a block that loads
//! everything again. While the generator runs, its values are ordinary SSA values and the frame's are UNDEF, so that the
//! cycle collector counts nothing twice. Layout: abi `GeneratorFrame`, values, then words (pointers).

use super::GlobalUse;
use super::body::{Body, Held, What};
use super::construct::Var;
use crate::pir::{Def, Local, Operand, RegionId, RegionKind};
use crate::program::Program;
use crate::ssa::*;
use phpc_abi::primitives::Primitive;
use phpc_abi::unit::{
    GENERATOR_DELEGATED, GENERATOR_RETURNED, GENERATOR_THREW, GENERATOR_YIELDED, GeneratorFrame, RESUME_DESTROY, RESUME_NEXT,
};
use std::collections::HashMap;

/// Of a `finally` that runs because the generator is destroyed: where it goes on.
pub(super) const DESTROY: i64 = -2;

/// Index of the first value, counted in values from the frame's address.
pub(crate) const FIRST_VALUE: i64 = (size_of::<GeneratorFrame>() / 16) as i64;
/// Byte offset of the word with state (low half) and number of values.
pub(crate) const STATE_OFFSET: i64 = std::mem::offset_of!(GeneratorFrame, state) as i64;
const RESUME_OFFSET: i64 = std::mem::offset_of!(GeneratorFrame, resume) as i64;
const LINE_OFFSET: i64 = std::mem::offset_of!(GeneratorFrame, line) as i64;
/// Indices of the current element's key and value and of what is sent, as of values.
const KEY: i64 = (std::mem::offset_of!(GeneratorFrame, key) / 16) as i64;
const VALUE: i64 = (std::mem::offset_of!(GeneratorFrame, value) / 16) as i64;
const SENT: i64 = (std::mem::offset_of!(GeneratorFrame, sent) / 16) as i64;

/// What the resume function being built knows of its frame.
pub(super) struct Frame {
    /// Parameters of the resume function.
    pointer: Value,
    mode: Value,
    dispatch: (Block, Inst),
    states: Vec<Block>,
    /// Places in the frame, by variable.
    values: HashMap<Var, i64>,
    words: HashMap<Var, i64>,
    /// Loads and stores of words, whose offsets are known when all values are.
    word_uses: Vec<Inst>,
    /// `int` instructions that hold a state and get the number of values.
    state_words: Vec<Inst>,
    this: Option<Var>,
    closure: Option<Var>,
}

impl Frame {
    fn value_place(&mut self, var: Var) -> i64 {
        let next = self.values.len() as i64;
        *self.values.entry(var).or_insert(next)
    }
    fn word_place(&mut self, var: Var) -> i64 {
        let next = self.words.len() as i64;
        *self.words.entry(var).or_insert(next)
    }
}

/// The body, then the resume function.
pub(super) fn build(program: &Program, globals: &GlobalUse, reference: FuncRef) -> Vec<Func> {
    let (resume, layout) = resume(program, globals, FuncRef { variant: Variant::Resume, ..reference });
    vec![creator(program, globals, reference, &layout), resume]
}

/// Places of what the creator stores: locals are values 0, 1, …; the hidden operands lie where `places` says.
struct Layout {
    values: i64,
    words: i64,
    /// For each hidden operand: is it a value, and its place.
    hidden: Vec<(bool, i64)>,
}

fn is_value(ty: Type) -> bool {
    ty.repr() != Repr::Pointer || !ty.is(Mask::POINTER)
}

fn creator(program: &Program, globals: &GlobalUse, reference: FuncRef, layout: &Layout) -> Func {
    let mut body = Body::new(program, globals, reference);
    body.storage.fill(super::body::Storage::Ssa);
    super::prologue::prologue(&mut body);
    let func = body.func_ptr();
    let size = size_of::<GeneratorFrame>() as i64 + 16 * layout.values + 8 * layout.words;
    let size = body.int(size);
    let frame = body.prim(Primitive::generator_frame_new, &[func, size]);
    let resume = body.emit(Op::resume_ptr, &[], Imm::None, Type::POINTER);
    body.emit_void(Op::word_store, &[frame, resume], Imm::Int(RESUME_OFFSET));
    let state = body.int(layout.values << 32);
    body.emit_void(Op::word_store, &[frame, state], Imm::Int(STATE_OFFSET));
    for index in 0..body.locals.len() {
        let value = body.ssa.read(body.locals[index]);
        body.emit_void(Op::var_store, &[frame, value], Imm::Int(FIRST_VALUE + index as i64));
    }
    let hidden = body.ssa.func.signature.hidden.clone();
    let mut this_or_class = body.null_ptr();
    for (index, (kind, (as_value, place))) in hidden.iter().zip(&layout.hidden).enumerate() {
        let value = match body.hidden.extra {
            Some(var) if *kind == Hidden::Extra => body.ssa.read(var),
            _ => body.ssa.func.blocks[0].params[index],
        };
        if *kind == Hidden::This && *as_value || *kind == Hidden::StaticClass {
            this_or_class = value;
        }
        if *as_value {
            if *kind != Hidden::Extra {
                body.retain(value);
            }
            body.emit_void(Op::var_store, &[frame, value], Imm::Int(FIRST_VALUE + place));
        } else {
            let offset = size_of::<GeneratorFrame>() as i64 + 16 * layout.values + 8 * place;
            body.emit_void(Op::word_store, &[frame, value], Imm::Int(offset));
        }
    }
    let object = body.prim(Primitive::generator_new, &[func, frame, this_or_class]);
    body.emit_void(Op::ret, &[object], Imm::None);
    body.finish()
}

fn resume(program: &Program, globals: &GlobalUse, reference: FuncRef) -> (Func, Layout) {
    let mut body = Body::new(program, globals, reference);
    let body_reference = FuncRef { variant: Variant::Body, ..reference };
    let hidden = super::signature::signature(program, body_reference).hidden;
    body.ssa.func.signature = Signature { hidden: Vec::new(), params: vec![Type::POINTER, Type::INT], result: Type::INT };
    body.set_line(body.pir.decl.line_start);
    body.storage.fill(super::body::Storage::Ssa);
    let pointer = body.ssa.entry_param(Type::POINTER);
    let mode = body.ssa.entry_param(Type::INT);
    let mut frame = Frame {
        pointer,
        mode,
        dispatch: (Block(0), Inst(0)),
        states: Vec::new(),
        values: HashMap::new(),
        words: HashMap::new(),
        word_uses: Vec::new(),
        state_words: Vec::new(),
        this: None,
        closure: None,
    };
    for &local in &body.locals {
        frame.value_place(local);
    }
    let mut places = Vec::new();
    let mut loads = Vec::new();
    for kind in hidden {
        let ty = super::signature::hidden_type(&body.pir.decl, kind);
        let var = body.ssa.var(ty);
        let as_value = is_value(ty);
        places.push((as_value, if as_value { frame.value_place(var) } else { frame.word_place(var) }));
        loads.push((kind, var, ty, as_value));
    }
    body.generator = Some(frame);
    for (kind, var, ty, as_value) in loads {
        let value = if as_value { body.load_value(var, ty) } else { body.load_word(var) };
        match kind {
            Hidden::Extra => body.clear_value(var),
            Hidden::This if as_value => body.frame_mut().this = Some(var),
            Hidden::Closure => body.frame_mut().closure = Some(var),
            _ => {}
        }
        body.set_hidden(kind, value);
    }
    let word = body.emit(Op::word_load, &[pointer], Imm::Int(STATE_OFFSET), Type::INT);
    let mask = body.int(0xffff_ffff);
    let state = body.emit(Op::int_and, &[word, mask], Imm::None, Type::INT);
    let from = body.ssa.here();
    let inst = body.emit_void(Op::switch, &[state], Imm::None);
    body.frame_mut().dispatch = (from, inst);
    let start = body.new_state();
    body.enter(start);
    body.load_locals();
    let destroyed = body.mode_is(Compare::Equal, RESUME_DESTROY);
    let (yes, no) = body.fork(destroyed, true);
    body.enter(yes);
    body.destroy_from(None);
    body.enter(no);
    body.walk();
    let frame = body.generator.take().expect("set above");
    let (from, inst) = frame.dispatch;
    body.ssa.func.insts[inst.index()].imm = Imm::Cases((0..frame.states.len() as i64).collect());
    for &state in &frame.states {
        body.ssa.add_target(from, inst, state);
    }
    let last = *frame.states.last().expect("there is a first state");
    body.ssa.add_target(from, inst, last);
    let values = frame.values.len() as i64;
    for inst in frame.word_uses {
        if let Imm::Int(place) = &mut body.ssa.func.insts[inst.index()].imm {
            *place = size_of::<GeneratorFrame>() as i64 + 16 * values + 8 * *place;
        }
    }
    for inst in frame.state_words {
        if let Imm::Int(state) = &mut body.ssa.func.insts[inst.index()].imm {
            *state |= values << 32;
        }
    }
    let layout = Layout { values, words: frame.words.len() as i64, hidden: places };
    (body.finish(), layout)
}

impl Body<'_> {
    fn frame_mut(&mut self) -> &mut Frame {
        self.generator.as_mut().expect("only generators suspend")
    }
    fn frame_pointer(&self) -> Value {
        self.generator.as_ref().expect("only generators suspend").pointer
    }
    fn new_state(&mut self) -> Block {
        let block = self.ssa.block();
        self.frame_mut().states.push(block);
        block
    }

    fn load_value(&mut self, var: Var, ty: Type) -> Value {
        let (pointer, place) = (self.frame_pointer(), self.frame_mut().value_place(var));
        self.emit(Op::var_load, &[pointer], Imm::Int(FIRST_VALUE + place), ty)
    }
    fn store_value(&mut self, var: Var, value: Value) {
        let (pointer, place) = (self.frame_pointer(), self.frame_mut().value_place(var));
        self.emit_void(Op::var_store, &[pointer, value], Imm::Int(FIRST_VALUE + place));
    }
    fn clear_value(&mut self, var: Var) {
        let undef = self.undef();
        self.store_value(var, undef);
    }
    fn load_word(&mut self, var: Var) -> Value {
        let (pointer, place) = (self.frame_pointer(), self.frame_mut().word_place(var));
        let inst = self.ssa.push(Op::word_load, vec![pointer], Imm::Int(place), &[Type::POINTER], self.pos);
        self.frame_mut().word_uses.push(inst);
        self.ssa.result(inst, 0)
    }
    fn store_word(&mut self, var: Var, value: Value) {
        let (pointer, place) = (self.frame_pointer(), self.frame_mut().word_place(var));
        let inst = self.emit_void(Op::word_store, &[pointer, value], Imm::Int(place));
        self.frame_mut().word_uses.push(inst);
    }

    /// The variables that must survive a suspension here.
    fn surviving(&self) -> Vec<Var> {
        let mut vars = self.locals.clone();
        for held in &self.live {
            vars.push(held.var);
            if let (What::Iter, Some(temp)) = (held.what, held.temp) {
                vars.extend(self.iterators[&temp].variables());
            }
        }
        for (index, region) in self.pir.regions.iter().enumerate() {
            match region.kind {
                RegionKind::Finally { state, .. } => {
                    vars.push(self.temps[state.index()]);
                    vars.extend(self.resume.get(&RegionId(index as u32)));
                }
                RegionKind::Catch { .. } | RegionKind::FinallyBody { .. } => {}
            }
        }
        vars.extend(self.waiting_vars());
        vars.extend(self.hidden.extra);
        let mut seen = std::collections::HashSet::new();
        vars.retain(|var| seen.insert(*var));
        vars
    }

    fn load(&mut self, var: Var) {
        let ty = self.ssa.var_type(var);
        let value = if is_value(ty) {
            let value = self.load_value(var, ty);
            if ty.is_counted() {
                self.clear_value(var);
            }
            value
        } else {
            self.load_word(var)
        };
        self.ssa.write(var, value);
        if let Some(index) = self.locals.iter().position(|&local| local == var) {
            self.home(Local(index as u32), value);
        }
    }
    fn store(&mut self, var: Var) {
        let value = self.ssa.read(var);
        if is_value(self.ssa.var_type(var)) {
            self.store_value(var, value);
        } else {
            self.store_word(var, value);
        }
    }

    fn load_locals(&mut self) {
        for var in self.locals.clone() {
            self.load(var);
        }
    }

    fn mode_is(&mut self, compare: Compare, mode: u64) -> Value {
        let is = self.generator.as_ref().expect("only generators suspend").mode;
        let mode = self.int(mode as i64);
        self.emit(Op::int_compare, &[is, mode], Imm::Compare(compare), Type::BOOL)
    }

    /// Makes `key` and `value` the current element. Where what was there needs no release, that is two stores.
    fn show(&mut self, key: Value, value: Value) {
        let pointer = self.frame_pointer();
        let join = self.ssa.block();
        let slow = self.ssa.block();
        for place in [KEY, VALUE] {
            let old = self.emit(Op::var_load, &[pointer], Imm::Int(place), Type::ANY);
            let counted = self.type_is(old, Mask::COUNTED);
            let next = self.ssa.block();
            self.branch(counted, slow, next);
            self.ssa.seal(next);
            self.enter(next);
        }
        self.emit_void(Op::var_store, &[pointer, key], Imm::Int(KEY));
        self.emit_void(Op::var_store, &[pointer, value], Imm::Int(VALUE));
        self.jump(join);
        self.ssa.seal(slow);
        self.enter(slow);
        self.prim_void(Primitive::generator_yield, &[pointer, key, value]);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
    }

    /// Suspends, and goes on when resumed: the value sent.
    fn suspend(&mut self, status: u64) -> Value {
        let pointer = self.frame_pointer();
        let line = self.ssa.func.positions[self.pos.index()].line;
        let line = self.int(line.into());
        self.emit_void(Op::word_store, &[pointer, line], Imm::Int(LINE_OFFSET));
        let vars = self.surviving();
        for &var in &vars {
            self.store(var);
        }
        let next = self.new_state();
        let number = self.frame_mut().states.len() as i64 - 1;
        let inst = self.ssa.push(Op::int, vec![], Imm::Int(number), &[Type::INT], self.pos);
        self.frame_mut().state_words.push(inst);
        let word = self.ssa.result(inst, 0);
        self.emit_void(Op::word_store, &[pointer, word], Imm::Int(STATE_OFFSET));
        self.leave(status);
        self.enter(next);
        for var in vars {
            self.load(var);
        }
        self.sent()
    }

    /// After a resume: leaves, throws, or goes on with what was sent.
    fn sent(&mut self) -> Value {
        let pointer = self.frame_pointer();
        let sent = self.ssa.var(Type::ANY);
        let join = self.ssa.block();
        let otherwise = self.mode_is(Compare::NotEqual, RESUME_NEXT);
        let (other, next) = self.fork(otherwise, true);
        self.enter(next);
        let value = self.emit(Op::var_load, &[pointer], Imm::Int(SENT), Type::ANY);
        let undef = self.undef();
        self.emit_void(Op::var_store, &[pointer, undef], Imm::Int(SENT));
        self.ssa.write(sent, value);
        self.jump(join);
        self.enter(other);
        let destroyed = self.mode_is(Compare::Equal, RESUME_DESTROY);
        let (destroy, throw) = self.fork(destroyed, true);
        let (live, region) = (self.live.clone(), self.region);
        self.enter(destroy);
        self.destroy_from(region);
        (self.live, self.region) = (live, region);
        self.enter(throw);
        let value = self.prim(Primitive::generator_throw, &[pointer]);
        self.ssa.write(sent, value);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
        self.ssa.read(sent)
    }

    fn leave(&mut self, status: u64) {
        let status = self.int(status as i64);
        self.emit_void(Op::ret, &[status], Imm::None);
    }

    pub(super) fn yield_value(&mut self, dst: Option<Def>, key: Option<Operand>, value: Option<Operand>) {
        // Zend fetches the value first, then the key.
        let value = value.map(|value| self.own(value));
        let key = key.map(|key| self.own(key));
        let key = match key {
            Some(key) => self.take(key),
            None => self.undef(),
        };
        let value = match value {
            Some(value) => self.take(value),
            None => self.null(),
        };
        self.show(key, value);
        let sent = self.suspend(GENERATOR_YIELDED);
        self.define_or_release(dst, sent);
    }

    pub(super) fn yield_from(&mut self, dst: Option<Def>, value: Operand) {
        let held = self.own(value);
        let value = self.take(held);
        let pointer = self.frame_pointer();
        self.prim_void(Primitive::generator_return, &[pointer, value]);
        let result = self.suspend(GENERATOR_DELEGATED);
        self.define_or_release(dst, result);
    }

    /// `return` in a generator.
    pub(super) fn generator_return(&mut self, result: Held) {
        self.kill_locals();
        let value = self.take(result);
        let pointer = self.frame_pointer();
        self.prim_void(Primitive::generator_return, &[pointer, value]);
        self.leave(GENERATOR_RETURNED);
    }

    pub(super) fn generator_threw(&mut self) {
        let exception = self.ssa.read(self.exception);
        self.emit_void(Op::prim_void, &[exception], Imm::Primitive(Primitive::pending_set));
        self.leave(GENERATOR_THREW);
    }

    /// Where a `finally` of this region goes on when the generator is being destroyed.
    pub(super) fn destroy_continuation(&mut self, _region: RegionId) -> Option<Block> {
        self.generator.is_some().then(|| self.ssa.cold_block())
    }

    /// Leaves as by `return`, from code in `region`: the `finally` blocks outwards, then everything is released.
    pub(super) fn destroy_from(&mut self, region: Option<RegionId>) {
        let mut at = region;
        while let Some(id) = at {
            let data = self.pir.regions[id.index()].clone();
            self.region = data.parent;
            match data.kind {
                RegionKind::Catch { .. } => {}
                RegionKind::FinallyBody { state } => {
                    self.drop_waiting(state, false);
                    let var = self.temps[state.index()];
                    let kept = self.ssa.read(var);
                    let null = self.null();
                    self.ssa.write(var, null);
                    self.release(kept);
                }
                RegionKind::Finally { entry, state } => {
                    let (stay, go): (Vec<Held>, Vec<Held>) =
                        self.live.clone().into_iter().partition(|held| self.survives(*held, Some(id)));
                    self.drop_all(go);
                    self.live = stay;
                    let null = self.null();
                    self.ssa.write(self.temps[state.index()], null);
                    return self.enter_with_resume(id, entry, DESTROY);
                }
            }
            at = data.parent;
        }
        self.region = None;
        let live = self.live.clone();
        self.drop_all(live);
        self.kill_locals();
        self.leave(GENERATOR_RETURNED);
    }

    fn drop_all(&mut self, held: Vec<Held>) {
        for one in held {
            match one.what {
                What::Iter => self.iter_free(one.temp.expect("iterators are temporaries")),
                What::Value => self.drop_held(one),
                What::Constructed => {
                    let object = self.ssa.read(one.var);
                    let object = self.assume(object, Type::OBJECT);
                    self.prim_void(Primitive::suppress_destructor, &[object]);
                    self.drop_held(one);
                }
                What::Call => {
                    let call = self.take(one);
                    self.prim_void(Primitive::call_abandon, &[call]);
                }
                What::Silence => {
                    let level = self.take(one);
                    self.prim_void(Primitive::silence_end, &[level]);
                }
                What::Cell(_) | What::Spilled(..) => self.forget(one),
            }
        }
    }
}

impl Body<'_> {
    pub(super) fn yield_ref_call(&mut self, dst: Option<Def>, key: Option<Operand>, value: Operand, is_call: bool) {
        if !is_call {
            let text = self.string_value(b"Only variable references should be yielded by reference");
            self.prim_void(Primitive::notice, &[text]);
        }
        self.yield_value(dst, key, Some(value));
    }
}
