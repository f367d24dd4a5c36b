//! Calls. A callee known by name collects its arguments and is called directly; every other call is built up in the runtime.

use super::body::{Body, Held, What};
use super::calls_plan::Target;
use super::construct::Var;
use super::facts::known_passing;
use crate::pir::{Base, Callee, ConstId, Def, HookKind, Local, Operand, Place, ReadMode, Step, Temp};
use crate::ssa::*;
use phpc_abi::decl::{Const, Initializer, ParamDecl, Passing, TypeMask};
use phpc_abi::layout::{CALL_KEEP_REFERENCE, CALL_RESULT_UNUSED, CALL_STRICT};
use phpc_abi::primitives::Primitive;

/// A direct call under construction.
pub(super) struct CallState {
    target: Target,
    /// How many there will be.
    count: usize,
    args: Vec<Arg>,
    /// The first argument, where the call changes the end of an array.
    end: Option<(End, Place)>,
    entry: Option<Entry>,
}

/// A callee by its descriptor.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) func: Var,
    pub(super) receiver: Var,
    pub(super) closure: Option<Var>,
    /// What keeps the receiver alive.
    pub(super) owner: Option<Held>,
    /// Of `call_entry`, beside the site's.
    pub(super) flags: i64,
    /// Whether there is such a function at all; where not, a builtin is called.
    pub(super) unexpected: Option<Var>,
}

impl CallState {
    fn next_arg(&self) -> usize {
        self.args.len() + usize::from(self.end.is_some())
    }
    /// The callee's descriptor, if that is what the call has, and the number of the next argument.
    pub(super) fn entry_and_index(&self) -> (Option<Entry>, usize) {
        (self.entry, self.next_arg())
    }
}

#[derive(Clone, Copy)]
enum Arg {
    Held(Held),
    /// By reference to a builtin: a cell is made just before the call, and the local takes its value back after it.
    Local(Local),
}

/// Builtins that change the end of the array at a place, for which no reference is made.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum End {
    Push,
    TakeLast,
    TakeFirst,
}

/// Steps to an array whose end is changed.
const LONGEST_WAY: usize = 4;

/// Builtins that look at their caller's locals.
const SCOPED: &[&[u8]] = &[b"extract", b"compact", b"get_defined_vars", b"parse_str", b"func_get_arg", b"func_get_args"];

/// Flags of `call_begin_static`.
const FORWARD: i64 = 1;
const HAS_THIS: i64 = 2;

impl Body<'_> {
    pub(super) fn hold_call(&mut self, call: Value, temp: Option<Temp>) -> Held {
        let var = match temp {
            Some(temp) => self.temps[temp.index()],
            None => self.ssa.var(Type::POINTER),
        };
        self.ssa.write(var, call);
        let held = Held { what: What::Call, var, temp };
        self.live.push(held);
        held
    }
    fn call_held(&self, temp: Temp) -> Held {
        Held { what: What::Call, var: self.temps[temp.index()], temp: Some(temp) }
    }
    fn call_pointer(&mut self, temp: Temp) -> Value {
        self.ssa.read(self.temps[temp.index()])
    }
    pub(super) fn call_flags(&mut self, unused: bool, keep_reference: bool) -> Value {
        let strict = if self.pir.decl.strict { CALL_STRICT } else { 0 };
        let unused = if unused { CALL_RESULT_UNUSED } else { 0 };
        let keep = if keep_reference { CALL_KEEP_REFERENCE } else { 0 };
        self.int((strict | unused | keep) as i64)
    }

    pub(super) fn call_begin(&mut self, call: Temp, callee: &Callee, args: u32) {
        if let Callee::Function { name, fallback } = callee {
            let scoped = |id: &ConstId| matches!(self.const_data(*id), Const::Str(name) if SCOPED.contains(&&*name.to_ascii_lowercase()));
            if scoped(name) || fallback.as_ref().is_some_and(scoped) {
                self.scoped_calls.insert(call);
            }
        }
        let target = self.plan.targets.get(&call).copied().unwrap_or(Target::Dynamic);
        if target != Target::Dynamic {
            let entry = match (target, callee) {
                (Target::Entry, _) => Some(self.find_callee(call, callee)),
                (Target::Fallback(_), Callee::Function { name, .. }) => Some(self.find_unexpected(*name)),
                _ => None,
            };
            self.calls.insert(call, CallState { target, count: args as usize, args: Vec::new(), end: None, entry });
            return;
        }
        let count = self.int(i64::from(args));
        let pointer = match callee {
            Callee::Function { name, fallback } => {
                let name = self.constant(*name);
                let fallback = self.fallback_name(*fallback);
                let cache = self.cache(2);
                self.prim(Primitive::call_begin_function, &[name, fallback, count, cache])
            }
            Callee::Value(value) => {
                let value = self.borrow(*value);
                let func = self.func_ptr();
                let pointer = self.prim(Primitive::call_begin_value, &[value.value, count, func]);
                let held = self.hold_call(pointer, None);
                self.done(value);
                self.take(held)
            }
            Callee::Callback { value, array } => {
                let value = self.borrow(*value);
                let func = self.func_ptr();
                let array = self.bool(*array);
                let pointer = self.prim(Primitive::call_begin_callback, &[value.value, array, count, func]);
                let held = self.hold_call(pointer, None);
                self.done(value);
                self.take(held)
            }
            Callee::Method { object, name } => {
                let object = self.own(*object);
                let name = self.borrow(*name);
                let func = self.func_ptr();
                let cache = self.cache(4);
                let object = self.take(object);
                let pointer = self.prim(Primitive::call_begin_method, &[object, name.value, count, func, cache]);
                let held = self.hold_call(pointer, None);
                self.done(name);
                self.take(held)
            }
            Callee::StaticMethod { class, name } => self.begin_static(class, *name, count),
            Callee::Constructor { object } => {
                let object = self.ssa.read(self.temps[object.0.index()]);
                let object = self.assume(object, Type::OBJECT);
                let func = self.func_ptr();
                self.prim(Primitive::call_begin_constructor, &[object, count, func])
            }
            Callee::ParentHook { property, hook } => {
                let this = self.this();
                let property = self.constant(*property);
                let kind = self.int(match hook {
                    HookKind::Get => 0,
                    HookKind::Set => 1,
                });
                let func = self.func_ptr();
                self.prim(Primitive::call_begin_hook, &[property, kind, count, func, this])
            }
        };
        self.hold_call(pointer, Some(call));
    }

    fn begin_static(&mut self, class: &crate::pir::ClassRef, name: Operand, count: Value) -> Value {
        use crate::pir::ClassRef;
        let forwards = matches!(class, ClassRef::SelfClass | ClassRef::Parent | ClassRef::Static);
        let class = self.class_pointer(class);
        let name = self.borrow(name);
        let func = self.func_ptr();
        let (this_or_class, has_this) = self.this_or_class();
        let forward = self.int(if forwards { FORWARD } else { 0 });
        let with_this = self.int(HAS_THIS);
        let none = self.int(0);
        let with_this = self.emit(Op::select, &[has_this, with_this, none], Imm::None, Type::INT);
        let flags = self.emit(Op::int_or, &[forward, with_this], Imm::None, Type::INT);
        let args = [class, name.value, count, func, this_or_class, flags];
        let pointer = self.prim(Primitive::call_begin_static, &args);
        let held = self.hold_call(pointer, None);
        self.done(name);
        self.take(held)
    }

    /// A direct call's next argument; false: the call is built up in the runtime.
    pub(super) fn push_arg(&mut self, call: Temp, held: Held) -> bool {
        let Some(state) = self.calls.get_mut(&call) else { return false };
        let tied = Held { temp: Some(call), ..held };
        state.args.push(Arg::Held(tied));
        self.forget(held);
        self.live.push(tied);
        true
    }

    pub(super) fn arg_val(&mut self, call: Temp, value: Operand) {
        let held = self.own(value);
        if !self.push_arg(call, held) {
            self.pass(call, Primitive::call_arg, held);
        }
    }
    pub(super) fn arg_result(&mut self, call: Temp, value: Temp) {
        let held = self.temp_held(value);
        let held = self.passed(call, held, Primitive::argument_result);
        if !self.push_arg(call, held) {
            self.pass(call, Primitive::call_arg_result, held);
        }
    }
    pub(super) fn arg_expr(&mut self, call: Temp, value: Operand) {
        let held = self.own(value);
        let held = self.passed(call, held, Primitive::argument_expression);
        if !self.push_arg(call, held) {
            self.pass(call, Primitive::call_arg_expression, held);
        }
    }
    fn pass(&mut self, call: Temp, primitive: Primitive, held: Held) {
        let value = self.take(held);
        let pointer = self.call_pointer(call);
        self.prim_void(primitive, &[pointer, value]);
    }

    pub(super) fn arg_auto(&mut self, call: Temp, place: &Place) {
        if let Some(state) = self.calls.get(&call) {
            let (target, index) = (state.target, state.next_arg());
            return match state.entry {
                Some(entry) => self.arg_either(call, place, entry, index),
                None => self.arg_known(call, place, target, known_passing(self.program, target, index)),
            };
        }
        let pointer = self.call_pointer(call);
        let wants = self.prim(Primitive::call_wants_reference, &[pointer]);
        let zero = self.int(0);
        let by_value = self.emit(Op::int_compare, &[wants, zero], Imm::Compare(Compare::Equal), Type::BOOL);
        let (yes, no) = self.fork(by_value, false);
        let join = self.ssa.block();
        let live = self.live.clone();
        self.enter(yes);
        let value = self.read_place(ReadMode::Warn, place);
        self.pass(call, Primitive::call_arg, value);
        self.jump(join);
        self.live.clone_from(&live);
        self.enter(no);
        let reference = self.reference_to(place);
        let held = self.hold(reference);
        self.pass(call, Primitive::call_arg_reference, held);
        self.jump(join);
        self.live = live;
        self.ssa.seal(join);
        self.enter(join);
    }

    /// What a call with `count` arguments does to the end of the array that is its first.
    fn end_of(&self, target: Target, count: usize, place: &Place) -> Option<End> {
        let Target::Builtin(builtin) = target else { return None };
        let end = match (&*self.program.builtins[builtin.index()].decl.name, count) {
            (b"array_pop", 1) => End::TakeLast,
            (b"array_shift", 1) => End::TakeFirst,
            (b"array_push", 2) => End::Push,
            _ => return None,
        };
        // What is pushed is computed after the place.
        if end == End::Push && !place.steps.is_empty() {
            return None;
        }
        let is_known = match &place.base {
            Base::Local(local) => self.is_ssa(*local) && !self.maybe_reference(*local) || end != End::Push,
            Base::Value(value) => *value == Operand::This && !place.steps.is_empty(),
            _ => false,
        };
        (is_known && place.steps.len() <= LONGEST_WAY && !place.steps.contains(&Step::Append)).then_some(end)
    }

    fn change_end(&mut self, dst: Option<Def>, end: End, place: Place, pushed: Option<Held>) {
        if let Base::Local(local) = place.base
            && self.is_ssa(local)
            && self.maybe_undefined(local)
            && place.steps.is_empty()
        {
            let value = self.raw_local(local);
            let value = self.defined(value, local, ReadMode::Quiet);
            self.ssa.write(self.locals[local.index()], value);
        }
        let local = place.base.clone();
        let result = self.write_end(end, place, pushed);
        if let (End::Push, Base::Local(local)) = (end, local) {
            self.release(result);
            if dst.is_none() {
                return;
            }
            let array = self.raw_local(local);
            let array = self.assume(array, Type::ARRAY);
            let length = self.emit(Op::array_length, &[array], Imm::None, Type::INT);
            return self.define_or_release(dst, length);
        }
        self.define_or_release(dst, result);
    }

    fn arg_known(&mut self, call: Temp, place: &Place, target: Target, passing: Option<Passing>) {
        if passing == Some(Passing::Value) {
            let held = self.read_place(ReadMode::Warn, place);
            self.push_arg(call, held);
            return;
        }
        let state = &self.calls[&call];
        if state.next_arg() == 0
            && let Some(end) = self.end_of(target, state.count, place)
        {
            let state = self.calls.get_mut(&call).expect("known calls have a state");
            state.end = Some((end, place.clone()));
            return;
        }
        if let (Target::Builtin(_), Base::Local(local), true) = (target, &place.base, place.steps.is_empty())
            && self.is_ssa(*local)
            && !self.maybe_reference(*local)
        {
            let state = self.calls.get_mut(&call).expect("known calls have a state");
            return state.args.push(Arg::Local(*local));
        }
        let reference = self.reference_to(place);
        let held = self.hold(reference);
        self.push_arg(call, held);
    }

    pub(super) fn arg_spread(&mut self, call: Temp, place: &Place) {
        let pointer = self.call_pointer(call);
        let local = match place.base {
            Base::Local(local) if place.steps.is_empty() => Some(local),
            _ => None,
        };
        match local {
            Some(local) if self.is_ssa(local) => {
                // The local is in memory while its elements may become references.
                self.ssa.func.slots.push(1);
                let slot = Slot(self.ssa.func.slots.len() as u32 - 1);
                let address = self.emit(Op::stack_ptr, &[], Imm::Slot(slot, 0), Type::POINTER);
                let value = self.raw_local(local);
                let value = if self.maybe_undefined(local) { self.defined(value, local, ReadMode::Warn) } else { value };
                self.emit_void(Op::var_store, &[address, value], Imm::Int(0));
                let held = Held { what: What::Spilled(local, slot), var: self.locals[local.index()], temp: None };
                self.live.push(held);
                self.prim_void(Primitive::call_arg_spread, &[pointer, address]);
                self.forget(held);
                let back = self.emit(Op::var_load, &[address], Imm::Int(0), Type::SLOT);
                self.set_raw_local(local, back);
            }
            Some(local) => {
                let address = self.local_address(local);
                self.prim_void(Primitive::call_arg_spread, &[pointer, address]);
            }
            None => {
                let held = self.read_place(ReadMode::Warn, place);
                let address = self.area(1);
                let value = self.ssa.read(held.var);
                self.emit_void(Op::var_store, &[address, value], Imm::Int(0));
                self.prim_void(Primitive::call_arg_spread, &[pointer, address]);
                let back = self.emit(Op::var_load, &[address], Imm::Int(0), Type::SLOT);
                self.forget(held);
                self.release(back);
            }
        }
    }

    pub(super) fn arg_name(&mut self, call: Temp, name: ConstId) {
        let pointer = self.call_pointer(call);
        let name = self.constant(name);
        self.prim_void(Primitive::call_arg_name, &[pointer, name]);
    }

    pub(super) fn call_end(&mut self, dst: Option<Def>, call: Temp) {
        if self.scoped_calls.remove(&call) {
            let frame = self.symbol_frame();
            self.prim_void(Primitive::scope_frame, &[frame]);
        }
        if let Some(state) = self.calls.remove(&call) {
            return self.direct_call(dst, state);
        }
        let keep = dst.is_some_and(|dst| self.plan.keeps_reference.contains(&dst.0));
        let held = self.call_held(call);
        let pointer = self.take(held);
        let flags = self.call_flags(dst.is_none(), keep);
        let ty = if keep { Type::of(Mask::ANY.union(Mask::REFERENCE)) } else { Type::ANY };
        let result = self.prim_typed(Primitive::call_end, &[pointer, flags], ty);
        self.define_or_release(dst, result);
    }

    pub(super) fn call_closure(&mut self, dst: Def, call: Temp) {
        let held = self.call_held(call);
        let pointer = self.take(held);
        let closure = self.prim(Primitive::call_closure, &[pointer]);
        self.define(dst, closure);
    }

    fn direct_call(&mut self, dst: Option<Def>, mut state: CallState) {
        if let Some((end, place)) = state.end.take() {
            let pushed = state.args.iter().find_map(|arg| if let Arg::Held(held) = arg { Some(*held) } else { None });
            return self.change_end(dst, end, place, pushed);
        }
        let (mut values, mut cells) = (Vec::new(), Vec::new());
        for arg in &state.args {
            match *arg {
                Arg::Held(held) => values.push(self.ssa.read(held.var)),
                Arg::Local(local) => values.push(self.cell(local, &mut cells)),
            }
        }
        for arg in &state.args {
            if let Arg::Held(held) = arg {
                self.forget(*held);
            }
        }
        let result = match state.target {
            Target::Builtin(builtin) => {
                self.builtin_call(builtin, &values)
            }
            Target::Function(func) => self.function_call(func, values),
            Target::Entry => {
                let entry = state.entry.expect("found when the call began");
                let keep = dst.is_some_and(|dst| self.plan.keeps_reference.contains(&dst.0));
                self.entry_call(entry, &values, dst.is_none(), keep)
            }
            Target::Fallback(builtin) => {
                let entry = state.entry.expect("found when the call began");
                self.fallback_call(builtin, entry, values, dst)
            }
            Target::Dynamic => unreachable!("dynamic calls have no state"),
        };
        let keep = dst.is_some_and(|dst| self.plan.keeps_reference.contains(&dst.0));
        let result = if keep { result } else { self.follow(result) };
        let held = self.hold(result);
        if let Some(owner) = state.entry.and_then(|entry| entry.owner) {
            self.drop_held(owner);
        }
        for cell in cells {
            let ty = self.left_in(&state, cell);
            self.take_back(cell, ty);
        }
        let result = self.take(held);
        self.define_or_release(dst, result);
    }

    /// The namespace's function by its entry if there is one, else the builtin.
    fn fallback_call(&mut self, builtin: BuiltinId, entry: Entry, values: Vec<Value>, dst: Option<Def>) -> Value {
        let keep = dst.is_some_and(|dst| self.plan.keeps_reference.contains(&dst.0));
        let declared = self.ssa.read(entry.unexpected.expect("a builtin may be meant"));
        let (yes, no) = self.fork(declared, true);
        let join = self.ssa.block();
        let live = self.live.clone();
        self.enter(no);
        // What is passed by value is no reference for the builtin.
        let held: Vec<Held> = values.iter().map(|&value| self.hold(value)).collect();
        for held in &held {
            let value = self.ssa.read(held.var);
            if self.type_of(value).may_be(Mask::REFERENCE) {
                self.forget(*held);
                let plain = self.follow(value);
                self.ssa.write(held.var, plain);
                self.live.push(*held);
            }
        }
        let plain: Vec<Value> = held.into_iter().map(|held| self.take(held)).collect();
        let result = self.builtin_call(builtin, &plain);
        let var = self.ssa.var(if keep { Type::of(Mask::ANY.union(Mask::REFERENCE)) } else { Type::ANY });
        self.ssa.write(var, result);
        self.jump(join);
        self.live = live;
        self.enter(yes);
        let result = self.entry_call(entry, &values, dst.is_none(), keep);
        self.ssa.write(var, result);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
        self.ssa.read(var)
    }

    /// A value that may be a returned reference becomes what it refers to.
    pub(super) fn follow(&mut self, value: Value) -> Value {
        if !self.type_of(value).may_be(Mask::REFERENCE) {
            return value;
        }
        let copy = self.emit(Op::deref, &[value], Imm::None, Type::ANY);
        let held = self.hold(copy);
        self.release(value);
        self.take(held)
    }

    /// Puts a local into a cell for a by-reference argument; the result is a count for the callee.
    fn cell(&mut self, local: Local, cells: &mut Vec<Held>) -> Value {
        let existing = cells.iter().copied().find(|cell| cell.what == What::Cell(local));
        let held = existing.unwrap_or_else(|| {
            let value = self.raw_local(local);
            let value = if self.maybe_undefined(local) { self.defined(value, local, ReadMode::Quiet) } else { value };
            let cell = self.prim_typed(Primitive::reference_new, &[value], Type::REFERENCE);
            let undef = self.undef();
            self.ssa.write(self.locals[local.index()], undef);
            let var = self.ssa.var(Type::REFERENCE);
            self.ssa.write(var, cell);
            let held = Held { what: What::Cell(local), var, temp: None };
            self.live.push(held);
            cells.push(held);
            held
        });
        let cell = self.ssa.read(held.var);
        self.retain(cell);
        cell
    }

    /// What a call that returned left in the cell: builtins that take arrays by reference leave arrays.
    fn left_in(&self, state: &CallState, cell: Held) -> Type {
        let Target::Builtin(builtin) = state.target else { return Type::ANY };
        let params = &self.program.builtins[builtin.index()].decl.params;
        let is_array = |n: usize| {
            let declared = params.get(n).filter(|param| !param.variadic).and_then(|param| param.ty.as_ref());
            declared.is_some_and(|ty| ty.classes.is_empty() && ty.mask == TypeMask::ARRAY)
        };
        let mut passed = state.args.iter().enumerate().filter(|(_, arg)| matches!(arg, Arg::Local(local) if cell.what == What::Cell(*local)));
        if passed.all(|(n, _)| is_array(n)) { Type::of(Mask::ARRAY) } else { Type::ANY }
    }

    fn take_back(&mut self, held: Held, ty: Type) {
        let What::Cell(local) = held.what else { unreachable!("only cells are taken back") };
        let cell = self.take(held);
        let value = self.prim_typed(Primitive::cell_into_value, &[cell], ty);
        self.set_raw_local(local, value);
    }

    fn function_call(&mut self, func: FuncRef, mut values: Vec<Value>) -> Value {
        let decl = self.program.decl(func);
        let signature = super::signature::signature(self.program, func);
        let (count, all) = (values.len(), decl.params.len());
        let simple = !decl.uses_arguments && decl.params.iter().all(|param| !param.variadic);
        let surplus = values.split_off(values.len().min(decl.params.len()));
        let mut fits = simple && signature.hidden.is_empty();
        for ((value, ty), param) in values.iter().zip(&signature.params).zip(&decl.params) {
            fits &= passes(&self.type_of(*value), ty, param);
        }
        // What lies in a reference is the callee's to convert.
        let given = decl.params.iter().take(values.len());
        fits &= given.filter(|param| param.passing != Passing::Value).all(|param| param.ty.is_none());
        for (param, ty) in decl.params.iter().zip(&signature.params).skip(values.len()) {
            fits &= param.passing == Passing::Value && param.default.as_ref().is_some_and(|value| can_pass(value, *ty));
        }
        // The callee's frame owns surplus arguments and shows them in traces.
        if !fits || !surplus.is_empty() {
            values.extend(surplus);
            let mut args = vec![self.null_ptr(), self.null_ptr()];
            args.extend(values);
            return self.emit_guarded(Op::call_checked, &args, Imm::Func(func), signature.result);
        }
        for (param, ty) in decl.params.iter().zip(&signature.params).skip(values.len()) {
            let default = self.default_value(param.default.as_ref().expect("checked above"), *ty);
            values.push(default);
        }
        self.passing(count, all, |body| body.emit_guarded(Op::call, &values, Imm::Func(func), signature.result))
    }

    /// A missing argument: the constant (owned), or UNDEF for the body to compute it.
    fn default_value(&mut self, default: &Initializer, ty: Type) -> Value {
        match default {
            Initializer::Const(Const::Null) => self.null(),
            Initializer::Const(Const::Bool(value)) => self.bool(*value),
            Initializer::Const(Const::Int(value)) if ty.is(Mask::FLOAT) => {
                let bits = (*value as f64).to_bits();
                self.emit(Op::float, &[], Imm::Float(bits), Type::FLOAT)
            }
            Initializer::Const(Const::Int(value)) => self.int(*value),
            Initializer::Const(Const::Float(bits)) => self.emit(Op::float, &[], Imm::Float(*bits), Type::FLOAT),
            Initializer::Const(Const::Str(text)) => {
                let text = self.string_value(text);
                self.retain(text);
                text
            }
            Initializer::Const(Const::Array(_)) => {
                let size = self.int(0);
                self.prim(Primitive::array_new, &[size])
            }
            Initializer::Thunk(_) => self.undef(),
        }
    }
}

/// Can the argument be passed without looking at it? (Not to a parameter of a class or of callables.)
fn passes(value: &Type, wanted: &Type, param: &ParamDecl) -> bool {
    let checked = param.ty.as_ref().is_some_and(|ty| ty.mask.contains(TypeMask::CALLABLE));
    let objects = value.may_be(Mask::OBJECT) && wanted.tags() != Mask::ANY && !wanted.is(Mask::REFERENCE);
    value.tags().is_within(wanted.tags()) && !checked && !objects
}

/// Can the caller pass this default to a parameter of type `ty` itself?
fn can_pass(default: &Initializer, ty: Type) -> bool {
    let tags = match default {
        Initializer::Thunk(_) => Mask::UNDEF,
        Initializer::Const(constant) => match constant {
            Const::Null => Mask::NULL,
            Const::Bool(true) => Mask::TRUE,
            Const::Bool(false) => Mask::FALSE,
            Const::Int(_) if ty.is(Mask::FLOAT) => Mask::FLOAT,
            Const::Int(_) => Mask::INT,
            Const::Float(_) => Mask::FLOAT,
            Const::Str(_) => Mask::STRING,
            Const::Array(elements) if elements.is_empty() => Mask::ARRAY,
            Const::Array(_) => return false,
        },
    };
    ty.tags().contains(tags)
}

impl Body<'_> {
    pub(super) fn arg_user(&mut self, call: Temp, value: Operand) {
        let held = self.own(value);
        self.pass(call, Primitive::call_arg_user, held);
    }
    pub(super) fn arg_array(&mut self, call: Temp, value: Operand) {
        let held = self.own(value);
        self.pass(call, Primitive::call_arg_array, held);
    }
}
