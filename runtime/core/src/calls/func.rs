//! Functions and methods as the runtime knows them.

use std::cell::{Cell, UnsafeCell};

use phpc_abi::decl::{ClassIndex, FuncIndex, FunctionDecl, FunctionKind, Initializer, Modifiers, ParamDecl, Passing, TypeMask};
use phpc_abi::layout::{FUNC_BUILTIN, FUNC_DEPRECATED, FUNC_STATIC, FuncHead, GenericEntry};
use phpc_abi::value::RawValue;

use crate::classes::builtin::{BuiltinFunction, NativeFn};
use crate::classes::types::{Type, TypeScope};
use crate::classes::{ClassRef, FuncRef};
use crate::names::Name;
use crate::units::Unit;

/// A function, method, closure body or constant expression. Lives as long as the process.
#[repr(C)]
pub struct Func {
    head: UnsafeCell<FuncHead>,
    /// As written; for trait methods under an alias, the alias.
    pub name: Name,
    pub decl: &'static FunctionDecl,
    /// The class whose body it counts as (scope): for trait methods the using class.
    pub class: Option<ClassRef>,
    /// The class that declares it, before a trait's method was copied into a user (messages name it).
    pub declared_in: Option<ClassRef>,
    pub modifiers: Modifiers,
    pub params: Box<[Param]>,
    pub return_type: Option<Type>,
    pub body: Body,
    /// The method of a parent or interface that it must stay compatible with.
    pub prototype: Cell<Option<FuncRef>>,
    /// An ancestor has a private method of the same name.
    pub changed: Cell<bool>,
    /// Place in the vtable, or [`NOT_VIRTUAL`].
    pub vtable_index: Cell<u32>,
    /// Static variables: UNDEF until initialised, then reference cells.
    pub statics: UnsafeCell<Box<[RawValue]>>,
    /// `#[Override]` was satisfied or is absent.
    pub override_pending: Cell<bool>,
}

pub const NOT_VIRTUAL: u32 = u32::MAX;

/// `FuncHead::flags`.
pub const FUNC_VARIADIC: u32 = 2;
pub const FUNC_RETURNS_REFERENCE: u32 = 4;
pub const FUNC_GENERATOR: u32 = 16;
pub const FUNC_ABSTRACT: u32 = 64;
pub const FUNC_STRICT: u32 = 128;

pub struct Param {
    pub name: Name,
    pub ty: Option<Type>,
    /// A constant `null` default makes the type accept null.
    pub decl: &'static ParamDecl,
}

impl Param {
    pub fn is_by_ref(&self) -> bool {
        self.decl.passing != Passing::Value
    }
    pub fn is_optional(&self) -> bool {
        self.decl.default.is_some() || self.decl.variadic
    }
    pub fn is_sensitive(&self) -> bool {
        self.decl.attributes.iter().any(|attribute| attribute.name.eq_ignore_ascii_case(b"SensitiveParameter"))
    }
}

#[derive(Clone, Copy)]
pub enum Body {
    User { unit: &'static Unit, index: FuncIndex },
    Builtin(&'static BuiltinFunction),
    /// Made by the runtime: enum methods, `Closure::__invoke`.
    Native(NativeFn),
    /// Calls of inaccessible or undefined methods: packs the arguments and calls `__call` or `__callStatic`.
    MagicCall { target: FuncRef },
    Abstract,
}

/// What a function is made of, before flags and types are worked out.
pub struct FuncParts {
    pub name: Name,
    pub decl: &'static FunctionDecl,
    pub class: Option<ClassRef>,
    pub declared_in: Option<ClassRef>,
    pub modifiers: Modifiers,
    pub body: Body,
    pub entry: GenericEntry,
}

impl Func {
    pub fn new(parts: FuncParts) -> FuncRef {
        let scope = TypeScope::of(parts.class);
        let decl = parts.decl;
        let params: Box<[Param]> = decl
            .params
            .iter()
            .map(|param| Param { name: Name::new(&param.name), ty: param.ty.as_ref().map(|ty| param_type(ty, param, scope)), decl: param })
            .collect();
        let return_type = decl.return_type.as_ref().map(|ty| Type::new(ty, scope));
        let variadic = decl.params.last().is_some_and(|param| param.variadic);
        let required = decl.params.iter().rposition(|param| param.default.is_none() && !param.variadic).map_or(0, |at| at + 1);
        let mut flags = 0;
        for (is_set, flag) in [
            (parts.modifiers.contains(Modifiers::STATIC), FUNC_STATIC),
            (variadic, FUNC_VARIADIC),
            (decl.returns_reference, FUNC_RETURNS_REFERENCE),
            (!matches!(parts.body, Body::User { .. }), FUNC_BUILTIN),
            (decl.generator, FUNC_GENERATOR),
            (decl.deprecated, FUNC_DEPRECATED),
            (parts.modifiers.contains(Modifiers::ABSTRACT), FUNC_ABSTRACT),
            (decl.strict, FUNC_STRICT),
        ] {
            if is_set {
                flags |= flag;
            }
        }
        let by_ref = decl.by_ref_bits();
        let overrides = decl.attributes.iter().any(|attribute| attribute.name.eq_ignore_ascii_case(b"Override"));
        Box::leak(Box::new(Func {
            head: UnsafeCell::new(FuncHead {
                entry: parts.entry,
                flags,
                required: required as u32,
                params: (decl.params.len() - usize::from(variadic)) as u32,
                by_ref,
            }),
            name: parts.name,
            decl,
            class: parts.class,
            declared_in: parts.declared_in,
            modifiers: parts.modifiers,
            params,
            return_type,
            body: parts.body,
            prototype: Cell::new(None),
            changed: Cell::new(false),
            vtable_index: Cell::new(NOT_VIRTUAL),
            statics: UnsafeCell::new(vec![RawValue::UNDEF; decl.statics.len()].into()),
            override_pending: Cell::new(overrides),
        }))
    }

    /// The same code in another class: a trait's method in its user, a closure bound to a scope.
    pub fn copy_into(&self, class: Option<ClassRef>, name: Name, modifiers: Modifiers) -> FuncRef {
        let copy = Func::new(FuncParts {
            name,
            decl: self.decl,
            class,
            declared_in: self.declared_in,
            modifiers,
            body: self.body,
            entry: self.head().entry,
        });
        copy.prototype.set(self.prototype.get());
        copy
    }

    pub fn head(&self) -> &FuncHead {
        // SAFETY: the head is never changed after the function was made.
        unsafe { &*self.head.get() }
    }
    pub fn as_head(&self) -> *const FuncHead {
        self.head.get()
    }
    /// # Safety
    /// `head` comes from [`Func::as_head`].
    pub unsafe fn from_head(head: *const FuncHead) -> FuncRef {
        // SAFETY: the head is the first field of a leaked Func (`repr(C)`).
        unsafe { &*head.cast::<Func>() }
    }

    /// A cell with the first value of a static variable: its constant, or UNDEF until its expression ran.
    pub fn first_static(&self, index: usize) -> crate::Reference {
        match &self.decl.statics[index].1 {
            Some(Initializer::Const(constant)) => crate::Reference::new(crate::units::constant_value(constant)),
            _ => crate::Reference::undefined(),
        }
    }
    /// The cell of a static variable of the function itself.
    pub fn static_cell(&self, index: usize) -> crate::Reference {
        // SAFETY: on the one PHP thread; making a cell runs no user code.
        let slot = unsafe { &mut (*self.statics.get())[index] };
        if slot.tag == phpc_abi::value::Tag::UNDEF {
            *slot = crate::Value::from(self.first_static(index)).into_raw();
            crate::engine::owners::keep_slot(slot);
        }
        // SAFETY: a reference is there now.
        let value = unsafe { crate::Value::from_borrowed(*slot) };
        value.as_reference().expect("static variables are references").clone()
    }
    pub fn is_static(&self) -> bool {
        self.modifiers.contains(Modifiers::STATIC)
    }
    pub fn is_abstract(&self) -> bool {
        self.modifiers.contains(Modifiers::ABSTRACT)
    }
    pub fn is_private(&self) -> bool {
        self.modifiers.contains(Modifiers::PRIVATE)
    }
    pub fn is_protected(&self) -> bool {
        self.modifiers.contains(Modifiers::PROTECTED)
    }
    pub fn is_public(&self) -> bool {
        !self.is_private() && !self.is_protected()
    }
    pub fn is_final(&self) -> bool {
        self.modifiers.contains(Modifiers::FINAL)
    }
    pub fn is_constructor(&self) -> bool {
        self.class.is_some() && self.name.lower() == b"__construct"
    }
    pub fn is_variadic(&self) -> bool {
        self.head().flags & FUNC_VARIADIC != 0
    }
    pub fn is_user(&self) -> bool {
        matches!(self.body, Body::User { .. })
    }
    pub fn is_closure(&self) -> bool {
        matches!(self.decl.kind, FunctionKind::Closure | FunctionKind::ArrowFunction)
    }
    pub fn unit(&self) -> Option<&'static Unit> {
        match self.body {
            Body::User { unit, .. } => Some(unit),
            _ => match self.class {
                Some(class) if self.is_abstract() => class.unit(),
                _ => None,
            },
        }
    }
    /// The parameter that takes argument `number`: the variadic one for all surplus arguments.
    pub fn param(&self, number: usize) -> Option<&Param> {
        match self.params.get(number) {
            Some(param) => Some(param),
            None if self.is_variadic() => self.params.last(),
            None => None,
        }
    }
    /// How argument `number` is passed.
    pub fn passing(&self, number: usize) -> Passing {
        if number < 64 && !self.is_variadic() {
            if self.head().by_ref & 1 << number == 0 {
                return Passing::Value;
            }
        }
        self.param(number).map_or(Passing::Value, |param| param.decl.passing)
    }
    /// Same code, wherever it was copied to.
    pub fn same_code(&self, other: &Func) -> bool {
        std::ptr::eq(self.decl, other.decl)
    }
    /// `f` or `A::f`, as most messages print it.
    pub fn full_name(&self) -> Vec<u8> {
        match self.class {
            Some(class) => crate::message!(class.name, "::", self.name),
            _ => self.name.to_vec(),
        }
    }
    /// The class's declaration number in its unit (closures and thunks know where they stand).
    pub fn declared_class(&self) -> Option<ClassIndex> {
        self.decl.class
    }
    pub fn line(&self) -> u32 {
        self.decl.line_start
    }
}

/// A parameter whose default is the constant null accepts null, whatever its type says.
fn param_type(ty: &'static phpc_abi::decl::TypeDecl, param: &'static ParamDecl, scope: TypeScope) -> Type {
    let mut ty = Type::new(ty, scope);
    if let Some(Initializer::Const(phpc_abi::decl::Const::Null)) = param.default {
        let is_literal_null = param.default_text.is_empty() || param.default_text.eq_ignore_ascii_case(b"null");
        if is_literal_null && !ty.allows_null() {
            ty.mask = ty.mask.union(TypeMask::NULL);
            ty.text = Box::leak(nullable_text(ty.text).into_boxed_slice());
        }
    }
    ty
}

/// `T` becomes `?T`, a union gets `|null`.
fn nullable_text(text: &[u8]) -> Vec<u8> {
    if text.contains(&b'|') || text.contains(&b'&') {
        let text = if text.contains(&b'&') && !text.contains(&b'|') { crate::message!("(", text, ")") } else { text.to_vec() };
        crate::message!(text, "|null")
    } else {
        crate::message!("?", text)
    }
}

impl PartialEq for Func {
    fn eq(&self, other: &Func) -> bool {
        std::ptr::eq(self, other)
    }
}
impl Eq for Func {}

impl std::fmt::Debug for Func {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "Func({})", crate::names::text(&self.full_name()))
    }
}
