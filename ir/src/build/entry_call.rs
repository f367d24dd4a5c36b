//! Calls by descriptor: the callee is found first, the arguments stay with the caller, the generic entry is called directly.

use super::body::{Body, Held, What};
use super::call::Entry;
use crate::pir::{Callee, Place, ReadMode, Temp};
use crate::ssa::*;
use phpc_abi::layout::{CALL_RESULT_UNUSED, CALL_STRICT, FuncHead};
use phpc_abi::primitives::Primitive;
use std::mem::offset_of;

/// Flags of `static_find`: the class that the caller was called with is passed on.
pub(crate) const FORWARD: i64 = 1;
/// There is a `$this`.
const HAS_THIS: i64 = 2;

impl Body<'_> {
    fn pointer_var(&mut self, value: Value) -> super::construct::Var {
        let var = self.ssa.var(Type::POINTER);
        self.ssa.write(var, value);
        var
    }

    /// The global name that a name in a namespace falls back to, as an address; null if there is none.
    pub(super) fn fallback_name(&mut self, fallback: Option<crate::pir::ConstId>) -> Value {
        match fallback {
            Some(fallback) => {
                let text = self.constant(fallback);
                self.assume(text, Type::POINTER)
            }
            None => self.null_ptr(),
        }
    }

    /// The function of the name, null if there is none (exact 2.7: as of the site's first time).
    pub(super) fn declared_function(&mut self, name: crate::pir::ConstId) -> Value {
        let name = self.constant(name);
        let cache = self.cache(2);
        self.prim(Primitive::function_declared, &[name, cache])
    }
    pub(super) fn is_declared(&mut self, func: Value) -> Value {
        let none = self.null_ptr();
        let absent = self.emit(Op::same_word, &[func, none], Imm::None, Type::BOOL);
        self.emit(Op::bool_not, &[absent], Imm::None, Type::BOOL)
    }

    /// A name in a namespace that most likely means the builtin: the namespace's own function if it has one.
    pub(super) fn find_unexpected(&mut self, name: crate::pir::ConstId) -> Entry {
        let func = self.declared_function(name);
        let declared = self.is_declared(func);
        let (yes, no) = self.fork(declared, true);
        let join = self.ssa.block();
        self.enter(yes);
        self.emit_void(Op::unlikely, &[], Imm::None);
        self.jump(join);
        self.enter(no);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
        let none = self.null_ptr();
        let var = self.ssa.var(Type::BOOL);
        self.ssa.write(var, declared);
        Entry { unexpected: Some(var), ..self.entry(func, none, None, 0) }
    }

    /// Branches on whether the callee takes the argument by reference.
    fn fork_passing(&mut self, entry: Entry, index: usize) -> (Block, Block) {
        let Some(declared) = entry.unexpected else {
            let wants = self.has_reference(entry, index);
            return self.fork(wants, true);
        };
        let declared = self.ssa.read(declared);
        let (asked, absent) = self.fork(declared, true);
        let by_value = self.ssa.block();
        self.enter(absent);
        self.jump(by_value);
        self.enter(asked);
        let wants = self.wants_reference(entry, index);
        let (yes, no) = self.fork(wants, true);
        self.enter(no);
        self.jump(by_value);
        self.ssa.seal(by_value);
        (yes, by_value)
    }

    /// Finds the callee, before the arguments are evaluated.
    pub(super) fn find_callee(&mut self, call: Temp, callee: &Callee) -> Entry {
        match callee {
            Callee::Function { name, fallback } => {
                let name = self.constant(*name);
                let fallback = self.fallback_name(*fallback);
                let cache = self.cache(1);
                let func = self.prim(Primitive::function_find, &[name, fallback, cache]);
                let none = self.null_ptr();
                self.entry(func, none, None, 0)
            }
            Callee::Method { object, name } => {
                let own_this = *object == crate::pir::Operand::This;
                let owner = (!own_this).then(|| {
                    let held = self.own(*object);
                    let value = self.take(held);
                    let value = self.follow(value);
                    self.hold(value)
                });
                let object = match owner {
                    Some(owner) => self.ssa.read(owner.var),
                    None => self.this(),
                };
                if super::calls_plan::is_computed(name) {
                    return self.find_named(call, object, owner, *name);
                }
                let name = self.borrow(*name);
                let func_ptr = self.func_ptr();
                let cache = self.cache(2);
                let func = self.prim(Primitive::method_find, &[object, name.value, func_ptr, cache]);
                let receiver = self.assume(object, Type::POINTER);
                let owner = owner.map(|owner| self.tie(owner, call));
                self.entry(func, receiver, owner, RECEIVER_UNLESS_STATIC)
            }
            Callee::Constructor { object } => {
                let object = self.ssa.read(self.temps[object.0.index()]);
                let object = self.assume(object, Type::OBJECT);
                let func_ptr = self.func_ptr();
                let cache = self.cache(2);
                let func = self.prim(Primitive::constructor_find, &[object, func_ptr, cache]);
                let receiver = self.assume(object, Type::POINTER);
                self.retain(object);
                let owner = self.hold(object);
                let owner = self.tie(owner, call);
                self.forget(owner);
                let owner = Held { what: What::Constructed, ..owner };
                self.live.push(owner);
                self.entry(func, receiver, Some(owner), RECEIVER_CONSTRUCTED)
            }
            Callee::Value(value) => {
                let owner = self.own(*value);
                let value = self.ssa.read(owner.var);
                let out = self.area(1);
                let func_ptr = self.func_ptr();
                let func = self.prim(Primitive::value_find, &[value, func_ptr, out]);
                self.found(call, func, out, Some(owner))
            }
            Callee::StaticMethod { class, name } => self.find_static(class, *name),
            Callee::Callback { .. } | Callee::ParentHook { .. } => unreachable!("these calls have no descriptor"),
        }
    }

    /// A method by a computed name.
    fn find_named(&mut self, call: Temp, object: Value, owner: Option<Held>, name: crate::pir::Operand) -> Entry {
        let name = self.borrow(name);
        let out = self.area(1);
        let func_ptr = self.func_ptr();
        let func = self.prim(Primitive::method_named, &[object, name.value, func_ptr, out]);
        let entry = self.found(call, func, out, owner);
        self.done(name);
        entry
    }

    /// A callee whose receiver and closure were left in `out`.
    fn found(&mut self, call: Temp, func: Value, out: Value, owner: Option<Held>) -> Entry {
        let receiver = self.emit(Op::word_load, &[out], Imm::Int(0), Type::POINTER);
        let closure = self.emit(Op::word_load, &[out], Imm::Int(8), Type::POINTER);
        let owner = owner.map(|owner| self.tie(owner, call));
        let mut entry = self.entry(func, receiver, owner, RECEIVER_TAGGED);
        entry.closure = Some(self.pointer_var(closure));
        entry
    }

    fn find_static(&mut self, class: &crate::pir::ClassRef, name: crate::pir::Operand) -> Entry {
        use crate::pir::ClassRef;
        let forwards = matches!(class, ClassRef::SelfClass | ClassRef::Parent | ClassRef::Static);
        let class = self.class_pointer(class);
        let name = self.borrow(name);
        let func_ptr = self.func_ptr();
        let (this_or_class, has_this) = self.this_or_class();
        let forward = self.int(if forwards { FORWARD } else { 0 });
        let with_this = self.int(HAS_THIS);
        let none = self.int(0);
        let with_this = self.emit(Op::select, &[has_this, with_this, none], Imm::None, Type::INT);
        let flags = self.emit(Op::int_or, &[forward, with_this], Imm::None, Type::INT);
        let cache = self.cache(3);
        let out = self.area(1);
        let args = [class, name.value, func_ptr, this_or_class, flags, cache, out];
        let func = self.prim(Primitive::static_find, &args);
        let receiver = self.emit(Op::word_load, &[out], Imm::Int(0), Type::POINTER);
        self.entry(func, receiver, None, RECEIVER_TAGGED)
    }

    fn entry(&mut self, func: Value, receiver: Value, owner: Option<Held>, flags: i64) -> Entry {
        Entry { func: self.pointer_var(func), receiver: self.pointer_var(receiver), closure: None, owner, flags, unexpected: None }
    }

    fn tie(&mut self, held: Held, call: Temp) -> Held {
        let tied = Held { temp: Some(call), what: What::Value, var: held.var };
        self.forget(held);
        self.live.push(tied);
        tied
    }

    /// 1 for an argument that the callee takes by reference.
    fn wants_reference(&mut self, entry: Entry, index: usize) -> Value {
        let func = self.ssa.read(entry.func);
        let wanted = self.emit(Op::word_load, &[func], Imm::Int(offset_of!(FuncHead, by_ref) as i64), Type::INT);
        let bit = self.int(1i64 << index);
        let bits = self.emit(Op::int_and, &[wanted, bit], Imm::None, Type::INT);
        let zero = self.int(0);
        self.emit(Op::int_compare, &[bits, zero], Imm::Compare(Compare::NotEqual), Type::BOOL)
    }

    /// A call's result or an expression, checked where the callee wants a reference.
    pub(super) fn passed(&mut self, call: Temp, held: Held, primitive: Primitive) -> Held {
        let Some((Some(entry), index)) = self.calls.get(&call).map(|state| state.entry_and_index()) else { return held };
        let value = self.take(held);
        let ty = self.type_of(value);
        let ty = if primitive == Primitive::argument_result { ty.join(&Type::REFERENCE) } else { ty };
        let var = self.ssa.var(ty);
        let (yes, no) = self.fork_passing(entry, index);
        let join = self.ssa.block();
        self.enter(no);
        self.ssa.write(var, value);
        self.jump(join);
        self.enter(yes);
        let func = self.ssa.read(entry.func);
        let number = self.int(index as i64);
        let checked = self.prim_typed(primitive, &[func, number, value], ty);
        self.ssa.write(var, checked);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
        let held = Held { what: What::Value, var, temp: None };
        self.live.push(held);
        held
    }

    /// As [`Body::wants_reference`]; an absent constructor wants none.
    fn has_reference(&mut self, entry: Entry, index: usize) -> Value {
        if entry.flags & RECEIVER_CONSTRUCTED == 0 {
            return self.wants_reference(entry, index);
        }
        let func = self.ssa.read(entry.func);
        let none = self.null_ptr();
        let absent = self.emit(Op::same_word, &[func, none], Imm::None, Type::BOOL);
        let (yes, no) = self.fork(absent, false);
        let join = self.ssa.block();
        let var = self.ssa.var(Type::BOOL);
        self.enter(yes);
        let never = self.bool(false);
        self.ssa.write(var, never);
        self.jump(join);
        self.enter(no);
        let wants = self.wants_reference(entry, index);
        self.ssa.write(var, wants);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
        self.ssa.read(var)
    }

    /// A variable: its value, or a reference to it if the callee wants one.
    pub(super) fn arg_either(&mut self, call: Temp, place: &Place, entry: Entry, index: usize) {
        let (yes, no) = self.fork_passing(entry, index);
        let join = self.ssa.block();
        let live = self.live.clone();
        let var = self.ssa.var(Type::of(Mask::ANY.union(Mask::REFERENCE)));
        self.enter(no);
        let held = self.read_place(ReadMode::Warn, place);
        let value = self.take(held);
        self.ssa.write(var, value);
        self.jump(join);
        self.live.clone_from(&live);
        self.enter(yes);
        let reference = self.reference_to(place);
        self.ssa.write(var, reference);
        self.jump(join);
        self.live = live;
        self.ssa.seal(join);
        self.enter(join);
        let held = Held { what: What::Value, var, temp: None };
        self.live.push(held);
        self.push_arg(call, held);
    }

    pub(super) fn entry_call(&mut self, entry: Entry, values: &[Value], unused: bool, keep: bool) -> Value {
        let strict = if self.pir.decl.strict { CALL_STRICT } else { 0 };
        let unused = if unused { CALL_RESULT_UNUSED } else { 0 };
        let follow = if keep { 0 } else { RESULT_FOLLOWED };
        let flags = (strict | unused) as i64 | follow | entry.flags;
        let (func, receiver) = (self.ssa.read(entry.func), self.ssa.read(entry.receiver));
        let closure = match entry.closure {
            Some(closure) => self.ssa.read(closure),
            None => self.null_ptr(),
        };
        let mut args = vec![func, receiver, closure];
        args.extend(values);
        let ty = if keep { Type::of(Mask::ANY.union(Mask::REFERENCE)) } else { Type::ANY };
        self.emit_guarded(Op::call_entry, &args, Imm::Int(flags), ty)
    }
}
