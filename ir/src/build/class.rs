//! Classes, constants, declarations, closures, `$this`.

use super::body::Body;
use crate::pir::{ClassIndex, ClassRef, ConstId, Def, FuncIndex, Operand};
use crate::ssa::*;
use phpc_abi::decl::{ClassKind, Const};
use phpc_abi::primitives::Primitive;

/// `which` of the primitive `class_scope`.
const SCOPE_SELF: i64 = 0;
const SCOPE_PARENT: i64 = 1;
const SCOPE_STATIC: i64 = 2;
/// Added for `::class`.
const SCOPE_NAME: i64 = 4;

impl Body<'_> {
    /// `$this` where an operation needs it; throws if there is none.
    pub(super) fn this(&mut self) -> Value {
        let Some(this) = self.hidden.this else {
            self.prim_void(Primitive::throw_no_this, &[]);
            return self.null();
        };
        if self.type_of(this).is(Mask::OBJECT) {
            return this;
        }
        let null = self.null_ptr();
        let absent = self.emit(Op::same_word, &[this, null], Imm::None, Type::BOOL);
        let (yes, no) = self.fork(absent, true);
        self.enter(yes);
        self.prim_void(Primitive::throw_no_this, &[]);
        self.unreachable();
        self.enter(no);
        self.assume(this, Type::OBJECT)
    }

    pub(super) fn isset_this(&mut self, dst: Def) {
        let set = match self.hidden.this {
            None => self.bool(false),
            Some(this) if self.type_of(this).is(Mask::OBJECT) => self.bool(true),
            Some(this) => {
                let null = self.null_ptr();
                let absent = self.emit(Op::same_word, &[this, null], Imm::None, Type::BOOL);
                self.not(absent)
            }
        };
        self.define(dst, set);
    }

    /// The class of late static binding, or a null pointer outside classes.
    pub(super) fn static_class(&mut self) -> Value {
        match (self.hidden.this, self.hidden.static_class) {
            (Some(this), None) => self.emit(Op::object_class, &[this], Imm::None, Type::POINTER),
            (None, Some(class)) => class,
            (Some(this), Some(class)) => self.closure_class(this, class),
            (None, None) => self.null_ptr(),
        }
    }

    /// In closures: the object's class if there is one.
    fn closure_class(&mut self, this: Value, class: Value) -> Value {
        let var = self.ssa.var(Type::POINTER);
        let null = self.null_ptr();
        let absent = self.emit(Op::same_word, &[this, null], Imm::None, Type::BOOL);
        let (yes, no) = self.fork(absent, false);
        let join = self.ssa.block();
        self.enter(yes);
        self.ssa.write(var, class);
        self.jump(join);
        self.enter(no);
        let object = self.assume(this, Type::OBJECT);
        let own = self.emit(Op::object_class, &[object], Imm::None, Type::POINTER);
        self.ssa.write(var, own);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
        self.ssa.read(var)
    }

    /// `$this` or the static class for the callee of a forwarding call, and whether it is an object.
    pub(super) fn this_or_class(&mut self) -> (Value, Value) {
        match (self.hidden.this, self.hidden.static_class) {
            (Some(this), None) => {
                let yes = self.bool(true);
                (self.assume(this, Type::POINTER), yes)
            }
            (None, Some(class)) => {
                let no = self.bool(false);
                (class, no)
            }
            (Some(this), Some(class)) => {
                let null = self.null_ptr();
                let absent = self.emit(Op::same_word, &[this, null], Imm::None, Type::BOOL);
                let either = self.emit(Op::select, &[absent, class, this], Imm::None, Type::POINTER);
                let has_this = self.not(absent);
                (either, has_this)
            }
            (None, None) => {
                let no = self.bool(false);
                (self.null_ptr(), no)
            }
        }
    }

    pub(super) fn class_pointer(&mut self, class: &ClassRef) -> Value {
        self.class_pointer_for(class, 0)
    }

    /// `usage`: 0 or SCOPE_NAME.
    fn class_pointer_for(&mut self, class: &ClassRef, usage: i64) -> Value {
        match class {
            ClassRef::Named(name) => {
                let name = self.constant(*name);
                let flags = self.int(0);
                let cache = self.cache(1);
                self.prim(Primitive::class_find, &[name, flags, cache])
            }
            ClassRef::SelfClass => match self.own_class() {
                Some(class) => class,
                None => self.scope(SCOPE_SELF + usage),
            },
            ClassRef::Parent => self.scope(SCOPE_PARENT + usage),
            ClassRef::Static if self.hidden.this.is_none() && self.hidden.static_class.is_none() => {
                self.scope(SCOPE_STATIC + usage)
            }
            ClassRef::Static if self.pir.decl.class.is_none() => self.static_class_or_throw(usage),
            ClassRef::Static => self.static_class(),
            ClassRef::Dynamic(value) => {
                let value = self.borrow(*value);
                let class = self.prim(Primitive::class_of_value, &[value.value]);
                self.done(value);
                class
            }
        }
    }

    /// A closure outside classes may have been bound to one.
    fn static_class_or_throw(&mut self, usage: i64) -> Value {
        let class = self.static_class();
        let null = self.null_ptr();
        let absent = self.emit(Op::same_word, &[class, null], Imm::None, Type::BOOL);
        let (yes, no) = self.fork(absent, true);
        self.enter(yes);
        self.scope(SCOPE_STATIC + usage);
        self.unreachable();
        self.enter(no);
        class
    }

    /// The linked class of the declaration in which the function stands, unless copies of the function belong to others.
    fn own_class(&mut self) -> Option<Value> {
        let class = self.pir.decl.class?;
        let kind = self.program.unit(self.unit).classes[class.0 as usize].kind;
        if self.hidden.func.is_some() || matches!(kind, ClassKind::Trait | ClassKind::Anonymous) {
            return None;
        }
        Some(self.emit(Op::class_ptr, &[], Imm::ClassDecl(self.unit, class), Type::POINTER))
    }

    fn scope(&mut self, which: i64) -> Value {
        let func = self.func_ptr();
        let which = self.int(which);
        self.prim(Primitive::class_scope, &[func, which])
    }

    pub(super) fn instance_of(&mut self, dst: Def, value: Operand, class: &ClassRef) {
        let value = self.borrow(value);
        let class = match class {
            ClassRef::Named(name) => {
                let name = self.constant(*name);
                let flags = self.int(1);
                let cache = self.cache(2);
                self.prim(Primitive::class_find, &[name, flags, cache])
            }
            other => self.class_pointer(other),
        };
        let is = self.prim(Primitive::instance_of, &[value.value, class]);
        self.define(dst, is);
        self.done(value);
    }

    pub(super) fn new_object(&mut self, dst: Def, class: &ClassRef) {
        let class = self.class_pointer(class);
        let func = self.func_ptr();
        let object = self.prim(Primitive::new_object, &[class, func]);
        self.define(dst, object);
    }

    pub(super) fn fetch_const(&mut self, dst: Def, name: ConstId, fallback: Option<ConstId>) {
        let name = self.constant(name);
        let fallback = match fallback {
            Some(fallback) => {
                let text = self.constant(fallback);
                self.assume(text, Type::POINTER)
            }
            None => self.null_ptr(),
        };
        let cache = self.cache(2);
        let value = self.prim(Primitive::constant, &[name, fallback, cache]);
        self.define(dst, value);
    }

    pub(super) fn fetch_class_const(&mut self, dst: Def, class: &ClassRef, name: Operand) {
        let class = self.class_pointer(class);
        let name = self.borrow(name);
        let func = self.func_ptr();
        let value = self.prim(Primitive::class_constant, &[class, name.value, func]);
        self.define(dst, value);
        self.done(name);
    }

    pub(super) fn class_name(&mut self, dst: Def, class: &ClassRef) {
        if let ClassRef::Dynamic(value) = class {
            let value = self.borrow(*value);
            let name = self.prim(Primitive::object_class_name, &[value.value]);
            self.define(dst, name);
            return self.done(value);
        }
        let class = self.class_pointer_for(class, SCOPE_NAME);
        let name = self.prim(Primitive::class_name, &[class]);
        self.define(dst, name);
    }

    pub(super) fn declare_const(&mut self, name: ConstId, value: Operand) {
        let held = self.own(value);
        let name = self.constant(name);
        let value = self.take(held);
        self.prim_void(Primitive::declare_constant, &[name, value]);
    }

    pub(super) fn declare(&mut self, primitive: Primitive, index: u32) {
        let unit = self.unit_ptr();
        let index = self.int(i64::from(index));
        self.prim_void(primitive, &[unit, index]);
    }

    pub(super) fn declare_anonymous(&mut self, dst: Def, class: ClassIndex) {
        let unit = self.unit_ptr();
        let index = self.int(i64::from(class.0));
        let name = self.prim(Primitive::declare_anonymous_class, &[unit, index]);
        self.define(dst, name);
    }

    pub(super) fn closure_new(&mut self, dst: Def, func: FuncIndex) {
        self.closures.insert(dst.0, func);
        let reference = FuncRef { unit: self.unit, func, variant: Variant::Body };
        let pointer = self.emit(Op::func_ptr, &[], Imm::Func(reference), Type::POINTER);
        let is_static = {
            use phpc_abi::decl::Modifiers;
            self.program.decl(reference).modifiers.contains(Modifiers::STATIC)
        };
        let (this, has_this) = if is_static {
            let class = self.static_class();
            let no = self.bool(false);
            (class, no)
        } else {
            self.this_or_class()
        };
        let current = self.func_ptr();
        let closure = self.prim(Primitive::closure_new, &[pointer, current, this, has_this]);
        self.define(dst, closure);
    }

    pub(super) fn closure_use(&mut self, closure: crate::pir::Temp, local: ConstId, value: Operand) {
        let func = self.closures[&closure];
        let Const::Str(name) = self.const_data(local) else { unreachable!("captured locals are named by strings") };
        let uses = &self.program.unit(self.unit).functions[func.0 as usize].decl.uses;
        let index = uses.iter().position(|(used, _)| used == name).expect("every captured local is declared in `uses`");
        let held = self.own(value);
        let index = self.int(index as i64);
        let object = self.ssa.read(self.temps[closure.index()]);
        let value = self.take(held);
        self.prim_void(Primitive::closure_use, &[object, index, value]);
    }
}

impl Body<'_> {
    /// A local of the same name is captured by value if it is defined.
    pub(super) fn closure_capture(&mut self, closure: crate::pir::Temp, local: crate::pir::Local) {
        let name = &self.pir.decl.locals[local.index()];
        let func = self.closures[&closure];
        let uses = &self.program.unit(self.unit).functions[func.0 as usize].decl.uses;
        let Some(index) = uses.iter().position(|(used, _)| used == name) else { return };
        let value = self.raw_local(local);
        let copy = self.emit(Op::deref, &[value], Imm::None, Type::ANY.join(&Type::UNDEF));
        let index = self.int(index as i64);
        let object = self.ssa.read(self.temps[closure.index()]);
        self.prim_void(Primitive::closure_use, &[object, index, copy]);
    }

    pub(super) fn globals(&mut self, dst: Def) {
        let table = self.prim(Primitive::globals_array, &[]);
        self.define(dst, table);
    }

    pub(super) fn magic_const(&mut self, dst: Def, kind: crate::pir::MagicConst) {
        let func = self.func_ptr();
        let kind = self.int(kind as i64);
        let value = self.prim(Primitive::magic_constant, &[func, kind]);
        self.define(dst, value);
    }
}
