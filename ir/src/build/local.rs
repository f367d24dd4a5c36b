//! Locals: where they are kept, reading with the warning for undefined ones, assigning, binding to references.

use super::GlobalUse;
use super::body::{Body, Borrowed, Held, Storage};
use crate::pir::{self, ConstId, Local, Operand, ReadMode, StaticVar};
use crate::program::Program;
use crate::ssa::*;
use phpc_abi::decl::{Const, FunctionKind};
use phpc_abi::primitives::Primitive;

/// Locals times instructions of a function from which on its locals lie in memory.
const LARGE: usize = 2000;

/// Each exit of a function hands the locals to its landing pad: in large functions that is most of the code, unless they lie
/// in memory. (Generators move theirs between calls anyway.)
pub(super) fn in_memory(function: &pir::Function) -> bool {
    let insts: usize = function.blocks.iter().map(|block| block.insts.len()).sum();
    let decl = &function.decl;
    decl.kind != FunctionKind::Main && !decl.generator && decl.locals.len() * insts >= LARGE
}

/// By syntax: locals that can be reached by name live in memory, all others are SSA values.
pub(super) fn storage(program: &Program, globals: &GlobalUse, reference: FuncRef) -> Vec<Storage> {
    let decl = program.decl(reference);
    let main = decl.kind == FunctionKind::Main;
    let included = main && (program.included || reference.unit != program.entry);
    // See also `zones`.
    let all = main && (globals.all || decl.dynamic_locals || reference.unit != program.entry);
    let in_memory = decl.dynamic_locals || in_memory(program.function(reference));
    let one = |(index, name): (usize, &Box<[u8]>)| match () {
        () if included => Storage::Scoped,
        () if main && (all || globals.names.contains(name)) => Storage::Global,
        () if !main && in_memory => Storage::Frame(index as u32 + 1),
        () => Storage::Ssa,
    };
    decl.locals.iter().enumerate().map(one).collect()
}

impl Body<'_> {
    pub(super) fn storage_of(&self, local: Local) -> Storage {
        self.storage[local.index()]
    }
    pub(super) fn is_ssa(&self, local: Local) -> bool {
        self.storage_of(local) == Storage::Ssa
    }
    /// Nothing reaches the local by name: what is known of its state holds.
    fn is_private(&self, local: Local) -> bool {
        match self.storage_of(local) {
            Storage::Ssa => true,
            Storage::Frame(_) => !self.pir.decl.dynamic_locals,
            Storage::Global | Storage::Scoped => false,
        }
    }
    pub(super) fn maybe_undefined(&self, local: Local) -> bool {
        !self.is_private(local) || self.state.undefined.contains(local.index())
    }
    pub(super) fn maybe_reference(&self, local: Local) -> bool {
        !self.is_private(local) || self.state.reference.contains(local.index())
    }

    /// The name of a local as a string value.
    pub(super) fn local_name(&mut self, local: Local) -> Value {
        let name = &self.pir.decl.locals[local.index()];
        self.string_value(name)
    }
    /// A string literal that need not be among the unit's constants.
    pub(super) fn string_value(&mut self, text: &[u8]) -> Value {
        let text = self.text(text);
        self.emit(Op::string, &[], text, Type::STRING)
    }
    /// A string among the unit's constants: those of PIR, names of locals, texts of the builder's own notices.
    pub(super) fn text(&self, text: &[u8]) -> Imm {
        let id = self.program.text(self.unit, text).expect("the program interned the builder's texts");
        Imm::Const(self.unit, id)
    }

    /// Address and index of a local in memory.
    fn address(&mut self, local: Local) -> (Value, i64) {
        match self.storage_of(local) {
            Storage::Global => {
                let name = self.pir.decl.locals[local.index()].clone();
                (self.emit(Op::global_ptr, &[], self.text(&name), Type::POINTER), 0)
            }
            Storage::Frame(index) => {
                let slot = self.frame.expect("functions with dynamic locals have a frame area");
                (self.emit(Op::stack_ptr, &[], Imm::Slot(slot, 0), Type::POINTER), i64::from(index))
            }
            Storage::Scoped => (self.ssa.read(self.scoped[local.index()]), 0),
            Storage::Ssa => unreachable!("only locals in memory have an address"),
        }
    }
    pub(super) fn local_address(&mut self, local: Local) -> Value {
        match self.storage_of(local) {
            Storage::Frame(index) => {
                let slot = self.frame.expect("functions with dynamic locals have a frame area");
                self.emit(Op::stack_ptr, &[], Imm::Slot(slot, index), Type::POINTER)
            }
            _ => self.address(local).0,
        }
    }

    /// The local's own value, not looked through: undefined and references possible.
    pub(super) fn raw_local(&mut self, local: Local) -> Value {
        if self.is_ssa(local) {
            return self.ssa.read(self.locals[local.index()]);
        }
        let (address, index) = self.address(local);
        self.emit(Op::var_load, &[address], Imm::Int(index), Type::SLOT)
    }
    /// Overwrites the local without looking at what it held.
    pub(super) fn set_raw_local(&mut self, local: Local, value: Value) {
        if self.is_ssa(local) {
            self.ssa.write(self.locals[local.index()], value);
            self.home(local, value);
            return;
        }
        let (address, index) = self.address(local);
        self.emit_void(Op::var_store, &[address, value], Imm::Int(index));
    }
    /// Parameters' current values show in traces.
    pub(super) fn home(&mut self, local: Local, value: Value) {
        if local.index() < self.pir.decl.params.len() {
            self.emit_void(Op::home, &[value], Imm::Int(i64::from(local.0)));
        }
    }

    /// Reads a local as an operand: warns if it is undefined (by mode), follows a reference.
    pub(super) fn borrow_local(&mut self, local: Local, mode: ReadMode) -> Borrowed {
        if mode == ReadMode::Warn && self.is_read_by_call(local) {
            let address = self.local_address(local);
            let name = self.local_name(local);
            let copy = self.prim(Primitive::read_variable, &[address, name]);
            let held = self.hold(copy);
            return self.borrowed_held(held);
        }
        let mut value = self.raw_local(local);
        if self.maybe_undefined(local) {
            value = self.defined(value, local, mode);
        }
        if self.maybe_reference(local) {
            let copy = self.emit(Op::deref, &[value], Imm::None, Type::ANY);
            let held = self.hold(copy);
            return self.borrowed_held(held);
        }
        if !self.is_ssa(local) {
            value = self.assume(value, Type::ANY);
        }
        self.borrowed(value)
    }

    /// Variables in memory of code that runs once are read by a call: that takes a tenth of the room.
    fn is_read_by_call(&self, local: Local) -> bool {
        let once = match self.storage_of(local) {
            Storage::Scoped | Storage::Frame(_) => true,
            Storage::Global => self.facts.runs_once,
            Storage::Ssa => false,
        };
        once && self.maybe_undefined(local) && self.maybe_reference(local)
    }

    /// The value, NULL if it is undefined; `Warn` tells so.
    pub(super) fn defined(&mut self, value: Value, local: Local, mode: ReadMode) -> Value {
        let rest = self.type_of(value).tags().without(Mask::UNDEF).union(Mask::NULL);
        let rest = self.type_of(value).narrow_or(rest);
        let var = self.ssa.var(rest);
        let undefined = self.type_is(value, Mask::UNDEF);
        let (yes, no) = self.fork(undefined, mode == ReadMode::Warn);
        let join = self.ssa.block();
        self.enter(yes);
        if mode == ReadMode::Warn {
            let name = self.local_name(local);
            self.prim_void(Primitive::undefined_variable, &[name]);
        }
        let null = self.null();
        self.ssa.write(var, null);
        self.jump(join);
        self.enter(no);
        let known = self.assume(value, rest.narrow(rest.tags()));
        self.ssa.write(var, known);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
        self.ssa.read(var)
    }

    /// `$local = value` for a held value: stores, then releases the old one. The result, if wanted, is a copy of what was
    /// stored, held.
    pub(super) fn assign_local(&mut self, local: Local, value: Held, wanted: bool) -> Option<Held> {
        if !self.is_ssa(local) && (self.maybe_reference(local) || !matches!(self.storage_of(local), Storage::Frame(_))) {
            let address = self.local_address(local);
            return self.assign_address(address, value, wanted, Primitive::assign_slot);
        }
        if !self.maybe_reference(local) {
            return self.replace_local(local, value, wanted);
        }
        let old = self.raw_local(local);
        let is_reference = self.type_is(old, Mask::REFERENCE);
        let (yes, no) = self.fork(is_reference, false);
        let join = self.ssa.block();
        let result = self.ssa.var(Type::ANY);
        let live = self.live.clone();
        for (block, through) in [(yes, true), (no, false)] {
            self.live.clone_from(&live);
            self.enter(block);
            let copy = if through {
                let cell = self.assume(old, Type::REFERENCE);
                let func = self.func_ptr();
                let value = self.take(value);
                let copy = self.prim(Primitive::assign_reference, &[cell, value, func]);
                Some(self.hold(copy))
            } else {
                self.replace_local(local, value, true)
            };
            let copy = copy.expect("a copy was asked for");
            let copy = self.take(copy);
            self.ssa.write(result, copy);
            self.jump(join);
        }
        self.ssa.seal(join);
        self.enter(join);
        let held = Held { what: super::body::What::Value, var: result, temp: None };
        self.live.push(held);
        if wanted {
            return Some(held);
        }
        self.drop_held(held);
        None
    }

    fn replace_local(&mut self, local: Local, value: Held, wanted: bool) -> Option<Held> {
        let old = self.raw_local(local);
        let new = self.take(value);
        let mut result = None;
        if wanted {
            self.retain(new);
            result = Some(self.hold(new));
        }
        self.set_raw_local(local, new);
        self.release(old);
        result
    }

    /// The same for a variable in memory.
    pub(super) fn assign_address(&mut self, address: Value, value: Held, wanted: bool, primitive: Primitive) -> Option<Held> {
        let func = self.func_ptr();
        let value = self.take(value);
        if !wanted && primitive == Primitive::assign_slot {
            self.prim_void(Primitive::set_variable, &[address, value, func]);
            return None;
        }
        let copy = self.prim(primitive, &[address, value, func]);
        let held = self.hold(copy);
        if wanted {
            return Some(held);
        }
        self.drop_held(held);
        None
    }

    /// Binds the local to a reference (owned), releasing what it held.
    pub(super) fn bind_local(&mut self, local: Local, reference: Value) {
        let old = self.raw_local(local);
        let owned = if self.is_ssa(local) { old } else { self.assume(old, Type::SLOT) };
        self.set_raw_local(local, reference);
        self.release(owned);
    }

    pub(super) fn bind_global(&mut self, local: Local, name: ConstId) {
        let Const::Str(name) = self.const_data(name) else { unreachable!("global names are strings") };
        let slot = self.emit(Op::global_ptr, &[], self.text(&name), Type::POINTER);
        if self.storage_of(local) == Storage::Global && self.pir.decl.locals[local.index()] == *name {
            return;
        }
        let reference = self.prim_typed(Primitive::make_reference, &[slot], Type::REFERENCE);
        self.bind_local(local, reference);
    }

    fn static_cell(&mut self, var: StaticVar) -> Value {
        let func = self.func_ptr();
        let closure = match self.hidden.closure {
            Some(closure) => closure,
            None => self.null_ptr(),
        };
        let index = self.int(i64::from(var.0));
        self.prim_typed(Primitive::static_cell, &[func, closure, index], Type::REFERENCE)
    }

    pub(super) fn bind_static(&mut self, local: Local, var: StaticVar, init: crate::pir::Block, done: crate::pir::Block) {
        let cell = self.static_cell(var);
        let inner = self.emit(Op::ref_load, &[cell], Imm::None, Type::of(Mask::ANY.union(Mask::UNDEF)));
        let fresh = self.type_is(inner, Mask::UNDEF);
        let (yes, no) = self.fork(fresh, true);
        self.enter(yes);
        self.release(cell);
        self.jump_to(init);
        self.enter(no);
        self.bind_local(local, cell);
        self.jump_to(done);
    }

    pub(super) fn init_static(&mut self, local: Local, var: StaticVar, value: Operand) {
        let value = self.own(value);
        let cell = self.static_cell(var);
        let value = self.take(value);
        let old = self.emit(Op::ref_load, &[cell], Imm::None, Type::of(Mask::ANY.union(Mask::UNDEF)));
        self.emit_void(Op::ref_store, &[cell, value], Imm::None);
        let cell = self.hold(cell);
        self.release(old);
        let cell = self.take(cell);
        self.bind_local(local, cell);
    }

    /// Releases a local at the end of the function and leaves it undefined.
    pub(super) fn kill_local(&mut self, local: Local) {
        let old = self.raw_local(local);
        let undef = self.undef();
        if self.is_ssa(local) {
            self.ssa.write(self.locals[local.index()], undef);
        } else {
            self.set_raw_local(local, undef);
        }
        self.release(old);
    }
}
