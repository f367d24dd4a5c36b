//! The entry of a body: hidden operands and parameters become variables; and what is let go at its end.

use super::body::{Body, Storage};
use super::signature::hidden_type;
use crate::pir::Local;
use crate::ssa::*;
use phpc_abi::decl::{FunctionKind, Initializer};
use phpc_abi::primitives::Primitive;

/// Globals that exist before the program starts.
const PREDEFINED: &[&[u8]] = &[b"argv", b"argc"];

pub(super) fn prologue(body: &mut Body) {
    body.set_line(body.pir.decl.line_start);
    let signature = body.ssa.func.signature.clone();
    for hidden in signature.hidden {
        let value = body.ssa.entry_param(hidden_type(&body.pir.decl, hidden));
        body.set_hidden(hidden, value);
    }
    let params: Vec<Value> = signature.params.iter().map(|ty| body.ssa.entry_param(*ty)).collect();
    body.frame_area();
    body.scope_area();
    for (index, value) in params.into_iter().enumerate() {
        let local = Local(index as u32);
        body.set_raw_local(local, value);
        if let (Storage::Frame(index), Some(slot)) = (body.storage[index], body.frame) {
            body.emit_void(Op::home, &[value], Imm::Slot(slot, index));
        }
    }
    body.defaults();
    body.captures();
    body.take_globals();
}

impl Body<'_> {
    pub(super) fn set_hidden(&mut self, hidden: Hidden, value: Value) {
        match hidden {
            Hidden::Func => self.hidden.func = Some(value),
            Hidden::This => self.hidden.this = Some(value),
            Hidden::StaticClass => self.hidden.static_class = Some(value),
            Hidden::Closure => self.hidden.closure = Some(value),
            Hidden::ArgCount => self.hidden.arg_count = Some(value),
            Hidden::Extra => {
                let var = self.ssa.var(hidden_type(&self.pir.decl, hidden));
                self.ssa.write(var, value);
                self.hidden.extra = Some(var);
            }
        }
    }

    /// Locals that can be reached by name lie in a frame area behind a `SymbolFrame`.
    pub(super) fn frame_area(&mut self) {
        if !self.storage.iter().any(|storage| matches!(storage, Storage::Frame(_))) {
            return;
        }
        self.ssa.func.slots.push(self.storage.len() as u32 + 1);
        let slot = Slot(self.ssa.func.slots.len() as u32 - 1);
        self.frame = Some(slot);
        let address = self.emit(Op::stack_ptr, &[], Imm::Slot(slot, 0), Type::POINTER);
        let func = self.func_ptr();
        let null = self.null_ptr();
        self.emit_void(Op::word_store, &[address, func], Imm::Int(0));
        self.emit_void(Op::word_store, &[address, null], Imm::Int(8));
        let undef = self.undef();
        for index in 0..self.storage.len() {
            self.emit_void(Op::var_store, &[address, undef], Imm::Int(index as i64 + 1));
        }
    }

    /// An included unit's variables are those of the scope that includes it.
    fn scope_area(&mut self) {
        let included = self.program.included || self.unit != self.program.entry;
        if !self.is_main() || !included {
            return;
        }
        let frame = self.prim(Primitive::include_frame, &[]);
        let scope = self.ssa.var(Type::POINTER);
        self.ssa.write(scope, frame);
        self.scope = Some(scope);
        for index in 0..self.locals.len() {
            let name = self.local_name(Local(index as u32));
            let create = self.bool(true);
            let address = self.prim(Primitive::symbol_slot, &[frame, name, create]);
            let var = self.ssa.var(Type::POINTER);
            self.ssa.write(var, address);
            self.scoped.push(var);
        }
    }

    /// Defaults that are computed: in the callee, the arguments already passed.
    pub(super) fn defaults(&mut self) {
        for (index, param) in self.pir.decl.params.iter().enumerate() {
            if !matches!(param.default, Some(Initializer::Thunk(_))) {
                continue;
            }
            let local = Local(index as u32);
            let value = self.raw_local(local);
            let absent = self.type_is(value, Mask::UNDEF);
            let (yes, no) = self.fork(absent, false);
            let join = self.ssa.block();
            self.enter(yes);
            self.set_line(param.line);
            let func = self.func_ptr();
            let number = self.int(index as i64);
            let default = self.prim(Primitive::param_default, &[func, number]);
            self.set_raw_local(local, default);
            self.jump(join);
            self.enter(no);
            self.jump(join);
            self.ssa.seal(join);
            self.enter(join);
        }
    }

    pub(super) fn captures(&mut self) {
        let uses = self.pir.decl.uses.clone();
        for (index, (name, by_reference)) in uses.iter().enumerate() {
            let Some(closure) = self.hidden.closure else { return };
            let Some(local) = self.pir.decl.locals.iter().position(|local| local == name) else { continue };
            let ty = match by_reference {
                true => Type::REFERENCE,
                false if self.pir.decl.kind == FunctionKind::ArrowFunction => Type::of(Mask::ANY.union(Mask::UNDEF)),
                false => Type::ANY,
            };
            let number = self.int(index as i64);
            let value = self.prim_typed(Primitive::closure_captured, &[closure, number], ty);
            self.set_raw_local(Local(local as u32), value);
        }
    }

    fn is_main(&self) -> bool {
        self.pir.decl.kind == FunctionKind::Main
    }

    /// Main's locals that are SSA values take over the globals that exist already.
    fn take_globals(&mut self) {
        if !self.is_main() {
            return;
        }
        for index in 0..self.locals.len() {
            let name = &self.pir.decl.locals[index];
            if self.storage[index] == Storage::Ssa && PREDEFINED.contains(&&**name) {
                let address = self.emit(Op::global_ptr, &[], self.text(&name), Type::POINTER);
                let value = self.emit(Op::var_load, &[address], Imm::Int(0), Type::SLOT);
                let undef = self.undef();
                self.emit_void(Op::var_store, &[address, undef], Imm::Int(0));
                self.set_raw_local(Local(index as u32), value);
            }
        }
    }

    /// And give them back, since globals outlive the main unit: they die at the program's end, in PHP's order.
    pub(super) fn spill_globals(&mut self) {
        if !self.is_main() {
            return;
        }
        for index in 0..self.locals.len() {
            if self.storage[index] == Storage::Ssa {
                let value = self.raw_local(Local(index as u32));
                let name = self.pir.decl.locals[index].clone();
                let address = self.emit(Op::global_ptr, &[], self.text(&name), Type::POINTER);
                self.emit_void(Op::var_store, &[address, value], Imm::Int(0));
            }
        }
    }

    /// Is a local not released when the function ends?
    pub(super) fn keeps_local(&self, index: usize) -> bool {
        self.is_main() || self.storage[index] == Storage::Global
    }

    /// Releases surplus arguments and the symbol table view.
    pub(super) fn free_extra(&mut self, unwinding: bool) {
        if let Some(var) = self.hidden.extra {
            let extra = self.ssa.read(var);
            let undef = self.undef();
            self.ssa.write(var, undef);
            match unwinding {
                true => self.release_unwinding(extra),
                false => self.release(extra),
            }
        }
        if let Some(slot) = self.frame {
            let address = self.emit(Op::stack_ptr, &[], Imm::Slot(slot, 0), Type::POINTER);
            self.emit_void(Op::prim_void, &[address], Imm::Primitive(Primitive::frame_free));
        }
    }

    /// Releases arguments and locals in order, at a return. What is held (the result) is released if a destructor throws.
    pub(super) fn kill_locals(&mut self) {
        self.region = None;
        self.spill_globals();
        for index in 0..self.locals.len() {
            if !self.keeps_local(index) {
                self.kill_local(Local(index as u32));
            }
        }
        self.free_extra(false);
    }
}
