//! Functions, parameters, types and classes as declared: the form in which PIR, codegen and the runtime's class linker
//! exchange them. A compiled unit carries its [`UnitDecl`] encoded (see [`crate::codec`]); emitted entries are found by the
//! function's number in the unit.

use crate::codec::codec;

/// PHP strings are bytes.
pub type Bytes = Box<[u8]>;

/// A compile-time constant value. Floats as bits so that equality and bytes are exact.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Const {
    Null,
    Bool(bool),
    Int(i64),
    Float(u64),
    Str(Bytes),
    /// Keys are `Int` or `Str`, normalised and unique, in order.
    Array(Vec<(Const, Const)>),
}

/// A default, constant or attribute argument: known now, or computed by a function of the unit when first needed.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Initializer {
    Const(Const),
    /// A parameterless function of the unit, of kind `ConstExpr`, run in the scope of its class.
    Thunk(FuncIndex),
}

/// Number of a function in its unit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FuncIndex(pub u32);
/// Number of a class declaration in its unit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClassIndex(pub u32);

/// A declared type. `mask` holds the builtin members; class names are as written after name resolution (no leading `\`);
/// `self`, `static` and `parent` keep their spelling.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct TypeDecl {
    pub mask: TypeMask,
    /// Union members that are classes or intersections of classes.
    pub classes: Vec<ClassType>,
    /// As PHP prints it in messages (`?int`, `(A&B)|null`, `int|string`), for text that depends on how it was written
    /// (`?T` and `T|null` print alike).
    pub text: Bytes,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum ClassType {
    Name(Bytes),
    Intersection(Vec<Bytes>),
}

/// A set of builtin types, one bit each.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct TypeMask(pub u32);

impl TypeMask {
    pub const NULL: TypeMask = TypeMask(1);
    pub const FALSE: TypeMask = TypeMask(2);
    pub const TRUE: TypeMask = TypeMask(4);
    pub const BOOL: TypeMask = TypeMask(6);
    pub const INT: TypeMask = TypeMask(8);
    pub const FLOAT: TypeMask = TypeMask(16);
    pub const STRING: TypeMask = TypeMask(32);
    pub const ARRAY: TypeMask = TypeMask(64);
    /// The type `object`: any object.
    pub const OBJECT: TypeMask = TypeMask(128);
    pub const RESOURCE: TypeMask = TypeMask(256);
    pub const CALLABLE: TypeMask = TypeMask(512);
    pub const ITERABLE: TypeMask = TypeMask(1024);
    pub const VOID: TypeMask = TypeMask(2048);
    pub const NEVER: TypeMask = TypeMask(4096);
    pub const STATIC: TypeMask = TypeMask(8192);
    /// `mixed`, and everything: all value bits.
    pub const MIXED: TypeMask = TypeMask(511);

    #[inline]
    pub const fn union(self, other: TypeMask) -> TypeMask {
        TypeMask(self.0 | other.0)
    }
    #[inline]
    pub const fn contains(self, other: TypeMask) -> bool {
        self.0 & other.0 == other.0
    }
}

/// How a parameter takes its argument.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Passing {
    Value,
    Reference,
    /// By reference if the argument can be one, else by value (builtins only).
    PreferReference,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ParamDecl {
    pub name: Bytes,
    pub ty: Option<TypeDecl>,
    pub default: Option<Initializer>,
    /// Source text of the default as Reflection and messages print it.
    pub default_text: Bytes,
    pub passing: Passing,
    pub variadic: bool,
    /// Constructor promotion: `PropertyDecl` exists as well, with this name.
    pub promoted: bool,
    pub attributes: Vec<AttributeDecl>,
    pub line: u32,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct AttributeDecl {
    /// Resolved name.
    pub name: Bytes,
    pub args: Vec<(Option<Bytes>, Initializer)>,
    pub line: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum FunctionKind {
    /// Top-level code of the unit (function 0).
    Main,
    Function,
    Method,
    Closure,
    ArrowFunction,
    /// A constant expression that must be computed at run time.
    ConstExpr,
    /// `get` or `set` of a property hook.
    PropertyHook,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct FunctionDecl {
    /// As written: `foo`, `NS\foo`, a method's bare name, `{closure:…}` in PHP 8.4's form.
    pub name: Bytes,
    pub kind: FunctionKind,
    pub modifiers: Modifiers,
    pub returns_reference: bool,
    pub generator: bool,
    pub params: Vec<ParamDecl>,
    pub return_type: Option<TypeDecl>,
    /// Class whose body it stands in (methods, closures and thunks inside classes).
    pub class: Option<ClassIndex>,
    /// Names of static variables in order, with their initialisers if constant.
    pub statics: Vec<(Bytes, Option<Initializer>)>,
    /// Names of the locals in Zend's order; parameters first.
    pub locals: Vec<Bytes>,
    /// Closures: locals bound at creation, as (local's name, by reference).
    pub uses: Vec<(Bytes, bool)>,
    pub attributes: Vec<AttributeDecl>,
    pub doc_comment: Option<Bytes>,
    pub line_start: u32,
    pub line_end: u32,
    /// The function's file has strict_types=1.
    pub strict: bool,
    /// Uses `func_get_args` and the like, so extra arguments must be reachable.
    pub uses_arguments: bool,
    /// Contains what reaches locals by name (`exact` 2.6).
    pub dynamic_locals: bool,
    pub deprecated: bool,
}

impl FunctionDecl {
    /// The parameters that are passed by reference, a bit each; a variadic one's bit stands for all from there on.
    pub fn by_ref_bits(&self) -> u64 {
        let by_ref = self.params.iter().take(64).enumerate().filter(|(_, param)| param.passing != Passing::Value);
        by_ref.fold(0, |bits, (number, param)| bits | if param.variadic { !0 << number } else { 1 << number })
    }
}

/// Bits of `public`, `static` and so on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Modifiers(pub u32);

impl Modifiers {
    pub const PUBLIC: Modifiers = Modifiers(1);
    pub const PROTECTED: Modifiers = Modifiers(2);
    pub const PRIVATE: Modifiers = Modifiers(4);
    pub const STATIC: Modifiers = Modifiers(8);
    pub const ABSTRACT: Modifiers = Modifiers(16);
    pub const FINAL: Modifiers = Modifiers(32);
    pub const READONLY: Modifiers = Modifiers(64);
    pub const PROTECTED_SET: Modifiers = Modifiers(128);
    pub const PRIVATE_SET: Modifiers = Modifiers(256);
    pub const PUBLIC_SET: Modifiers = Modifiers(512);
    pub const VIRTUAL: Modifiers = Modifiers(1024);

    #[inline]
    pub const fn contains(self, other: Modifiers) -> bool {
        self.0 & other.0 == other.0
    }
    #[inline]
    pub const fn union(self, other: Modifiers) -> Modifiers {
        Modifiers(self.0 | other.0)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ClassKind {
    Class,
    Interface,
    Trait,
    Enum,
    Anonymous,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ClassDecl {
    /// Resolved, as written; anonymous: PHP's `class@anonymous` prefix part (the runtime completes it).
    pub name: Bytes,
    pub kind: ClassKind,
    pub modifiers: Modifiers,
    pub parent: Option<Bytes>,
    pub interfaces: Vec<Bytes>,
    pub traits: Vec<TraitUse>,
    /// Backing type of an enum.
    pub enum_type: Option<TypeDecl>,
    pub constants: Vec<ClassConstDecl>,
    pub properties: Vec<PropertyDecl>,
    pub methods: Vec<FuncIndex>,
    pub attributes: Vec<AttributeDecl>,
    pub doc_comment: Option<Bytes>,
    pub line_start: u32,
    pub line_end: u32,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct TraitUse {
    pub names: Vec<Bytes>,
    pub rules: Vec<TraitRule>,
    pub line: u32,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum TraitRule {
    /// `T::m insteadof A, B`
    InsteadOf { trait_name: Bytes, method: Bytes, excluded: Vec<Bytes> },
    /// `[T::]m as [modifiers] [alias]`
    Alias { trait_name: Option<Bytes>, method: Bytes, alias: Option<Bytes>, modifiers: Modifiers },
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ClassConstDecl {
    pub name: Bytes,
    pub ty: Option<TypeDecl>,
    pub value: Initializer,
    pub modifiers: Modifiers,
    /// An enum case; `value` is then the backing value (`Null` for pure enums).
    pub case: bool,
    pub attributes: Vec<AttributeDecl>,
    pub doc_comment: Option<Bytes>,
    pub line: u32,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct PropertyDecl {
    pub name: Bytes,
    pub ty: Option<TypeDecl>,
    /// None: no default (typed: uninitialised; untyped: null).
    pub default: Option<Initializer>,
    pub modifiers: Modifiers,
    pub promoted: bool,
    pub get_hook: Option<FuncIndex>,
    pub set_hook: Option<FuncIndex>,
    pub attributes: Vec<AttributeDecl>,
    pub doc_comment: Option<Bytes>,
    pub line: u32,
}

/// What the runtime needs to know of a unit beside its code.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct UnitDecl {
    /// Relative to the compile-time root, or absolute when outside it.
    pub path: Bytes,
    pub strict: bool,
    pub functions: Vec<FunctionDecl>,
    pub classes: Vec<ClassDecl>,
    /// Declared when the unit is executed, before its code: top-level functions.
    pub hoisted_functions: Vec<FuncIndex>,
    /// Candidates for early binding, in order.
    pub hoisted_classes: Vec<ClassIndex>,
    /// Byte offset after `__halt_compiler();`.
    pub halt_offset: Option<u64>,
    /// What PHP prints when it compiles the file; an error among them is all that the unit does.
    pub diagnostics: Vec<DiagnosticDecl>,
}

/// A diagnostic of compilation.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct DiagnosticDecl {
    /// PHP's error level: E_PARSE 4, E_COMPILE_ERROR 64, E_DEPRECATED 8192 …
    pub level: u32,
    pub message: Bytes,
    pub line: u32,
}

codec! {
    enum Const { Null, Bool(v), Int(v), Float(v), Str(v), Array(v) }
    enum Initializer { Const(v), Thunk(v) }
    enum ClassType { Name(v), Intersection(v) }
    enum Passing { Value, Reference, PreferReference }
    enum FunctionKind { Main, Function, Method, Closure, ArrowFunction, ConstExpr, PropertyHook }
    enum ClassKind { Class, Interface, Trait, Enum, Anonymous }
    enum TraitRule { InsteadOf { trait_name, method, excluded }, Alias { trait_name, method, alias, modifiers } }
    struct FuncIndex(v);
    struct ClassIndex(v);
    struct TypeMask(v);
    struct Modifiers(v);
    struct TypeDecl { mask, classes, text }
    struct ParamDecl { name, ty, default, default_text, passing, variadic, promoted, attributes, line }
    struct AttributeDecl { name, args, line }
    struct FunctionDecl {
        name, kind, modifiers, returns_reference, generator, params, return_type, class, statics, locals, uses, attributes,
        doc_comment, line_start, line_end, strict, uses_arguments, dynamic_locals, deprecated
    }
    struct ClassDecl {
        name, kind, modifiers, parent, interfaces, traits, enum_type, constants, properties, methods, attributes,
        doc_comment, line_start, line_end
    }
    struct TraitUse { names, rules, line }
    struct ClassConstDecl { name, ty, value, modifiers, case, attributes, doc_comment, line }
    struct PropertyDecl { name, ty, default, modifiers, promoted, get_hook, set_hook, attributes, doc_comment, line }
    struct UnitDecl { path, strict, functions, classes, hoisted_functions, hoisted_classes, halt_offset, diagnostics }
    struct DiagnosticDecl { level, message, line }
}
