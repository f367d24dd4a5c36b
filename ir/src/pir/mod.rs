//! PIR: canonical, unoptimised, target-neutral; one [`Unit`] per PHP file.
//!
//! A control-flow graph of simple operations over named locals and temporaries. Names are resolved, nothing is bound,
//! nothing is folded that PHP does not demand. The rules (docs/pir.md has them at length):
//!
//! - An operand is a constant, a temporary, a local or `$this`. **A local is read, and its "Undefined variable" warning
//!   raised (left operand first), when the operation executes**, not where it is mentioned.
//! - A temporary is defined once (on each path) and consumed exactly once, or freed by `free`. `dup`-like uses copy first.
//!   Exceptions: operands documented as "peeked".
//! - Each instruction carries the line that Zend's opcode carries.
//! - Blocks end with exactly one terminator ([`Op::is_terminator`]); block 0 is the entry and has no predecessors.
//! - Block order is the order in which lowering opened them; temporaries and constants are numbered in order of first
//!   appearance, so that two front ends produce the same bytes.

pub mod binary;
pub mod effects;
pub mod field;
pub mod op;
pub mod parse;
pub mod print;
pub mod text;
pub mod verify;

pub use op::{Callee, Def, IterTarget, Op, Peek, PeekOperand};
pub use phpc_abi::decl::{ClassDecl, ClassIndex, Const, FuncIndex, FunctionDecl, FunctionKind};

pub type Bytes = Box<[u8]>;

/// Builtins that reach their caller's locals by name (lower case).
pub const REACH_LOCALS: [&[u8]; 5] = [b"extract", b"compact", b"get_defined_vars", b"parse_str", b"mb_parse_str"];

/// Is the text, as a key, surely no int? (Those that begin like one may be.)
pub fn is_no_int_key(text: &[u8]) -> bool {
    !text.first().is_some_and(|byte| byte.is_ascii_digit() || *byte == b'-')
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub u32);
        impl $name {
            pub const PREFIX: &'static str = $prefix;
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
        phpc_abi::codec::codec! { struct $name(v); }
    )*};
}

ids! {
    /// A named local: index into `FunctionDecl::locals` (parameters first, Zend's order of CVs).
    Local "$";
    /// A temporary of the function.
    Temp "%";
    /// A basic block of the function.
    Block "b";
    /// A constant of the unit's table.
    ConstId "c";
    /// A try region of the function.
    RegionId "r";
    /// A static variable: index into `FunctionDecl::statics`.
    StaticVar "s";
}

/// One PHP file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    /// Relative to the compile-time root, or absolute when outside it.
    pub path: Bytes,
    pub strict: bool,
    pub consts: Vec<Const>,
    /// Function 0 is the unit's top-level code (`FunctionKind::Main`). Declared functions, methods, closures, hooks and
    /// thunks follow in the order in which their declaration begins.
    pub functions: Vec<Function>,
    pub classes: Vec<ClassDecl>,
    /// Unconditional top-level functions: declared before the unit's code runs.
    pub hoisted_functions: Vec<FuncIndex>,
    /// Top-level classes that Zend tries to bind before the code runs, in order. Their `declare_class` also stands in main.
    pub hoisted_classes: Vec<ClassIndex>,
    pub halt_offset: Option<u64>,
    /// Diagnostics of compilation that PHP prints when it compiles the file (deprecations, warnings), and, alone and last,
    /// the error that makes the whole file one that raises it when included.
    pub diagnostics: Vec<UnitDiagnostic>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitDiagnostic {
    /// PHP's error level: E_COMPILE_ERROR 64, E_PARSE 4, E_DEPRECATED 8192, E_COMPILE_WARNING 128, E_WARNING 2 …
    pub level: u32,
    pub message: Bytes,
    pub line: u32,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Function {
    pub decl: FunctionDecl,
    /// Number of temporaries.
    pub temps: u32,
    pub blocks: Vec<BlockData>,
    pub regions: Vec<Region>,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct BlockData {
    /// The innermost try region that an exception raised here looks at first.
    pub region: Option<RegionId>,
    pub insts: Vec<Inst>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Inst {
    pub op: Op,
    pub line: u32,
}

/// A try region: where an exception that leaves one of its blocks goes. Temporaries live at the raising operation and not
/// live at the handler's entry are released first, in order of definition.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Region {
    pub parent: Option<RegionId>,
    pub kind: RegionKind,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RegionKind {
    /// `try` with catches: the handler block finds the exception in `exception` and tests it by `catch_match`.
    Catch { handler: Block, exception: Temp },
    /// `try` with `finally`, and its catch blocks: the exception is kept in `state`, and `entry` (also reached by
    /// `finally_call`) runs; `finally_end` then raises it again. `exit` skips it.
    Finally { entry: Block, state: Temp },
    /// The body of a `finally` (from its entry to `finally_end`): an exception that leaves it gets the one pending in
    /// `state` as its innermost previous, then goes to the parent.
    FinallyBody { state: Temp },
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Operand {
    Const(ConstId),
    /// Consumed by the operation unless documented as peeked.
    Temp(Temp),
    /// Read when the operation executes, references followed.
    Local(Local),
    /// `$this`; throws "Using $this when not in object context" where there is none.
    This,
}

/// Which class a name means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ClassRef {
    /// A resolved name (a string constant), looked up and autoloaded when the operation executes.
    Named(ConstId),
    SelfClass,
    Parent,
    Static,
    /// A class name string or an object; evaluated before.
    Dynamic(Operand),
}

/// A path to a variable, evaluated in one operation after all its operands (`exact` 1.5).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    pub base: Base,
    pub steps: Vec<Step>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Base {
    Local(Local),
    /// A temporary or constant (`f()[0]`, `"abc"[1]`) or `$this`: writable only through objects.
    Value(Operand),
    /// `C::$name`
    StaticProperty { class: ClassRef, name: Operand },
    /// `$$name` of the current scope.
    Variable(Operand),
    /// `$GLOBALS[name]`.
    Global(Operand),
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// `[key]`
    Dim(Operand),
    /// `[]`
    Append,
    /// `->name`
    Property(Operand),
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident $word:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $($variant),* }
        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
            /// As the text form writes it.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }
        }
        phpc_abi::codec::codec! { enum $name { $($variant),* } }
    )*};
}

words! {
    BinaryOp {
        Add "add", Sub "sub", Mul "mul", Div "div", Mod "mod", Pow "pow", Concat "concat",
        ShiftLeft "shl", ShiftRight "shr", BitAnd "and", BitOr "or", BitXor "bxor", LogicalXor "xor",
        Equal "eq", NotEqual "ne", Identical "identical", NotIdentical "not_identical",
        Less "lt", LessEqual "le", Spaceship "spaceship",
    }
    UnaryOp { Not "not", BitNot "bitnot", Negate "neg", Plus "plus" }
    CastKind { Int "int", Float "float", String "string", Bool "bool", Array "array", Object "object" }
    /// `++$x`, `$x++`, `--$x`, `$x--`.
    IncDec { PreInc "pre_inc", PostInc "post_inc", PreDec "pre_dec", PostDec "post_dec" }
    IncludeKind { Include "include", IncludeOnce "include_once", Require "require", RequireOnce "require_once", Eval "eval" }
    HookKind { Get "get", Set "set" }
    /// `File`, `Dir`: of the unit. `Function`, `Method`: of the function, where its name holds the unit's path (a NUL byte in
    /// `FunctionDecl::name` stands for it) or its class is anonymous.
    MagicConst { File "file", Dir "dir", Function "function", Method "method" }
    /// What reading an absent thing does. `Warn`: warns ("Undefined variable", "Undefined array key", …), NULL.
    /// `Quiet` (of `??`, and of the inner steps of isset and empty): silently NULL; asks `__isset`/`offsetExists` first.
    /// `List` (of list()): as `Warn` on arrays and ArrayAccess; anything else is silently NULL.
    ReadMode { Warn "warn", Quiet "quiet", List "list" }
}

phpc_abi::codec::codec! {
    struct Def(v);
    struct Peek(v);
    struct PeekOperand(v);
    enum Operand { Const(v), Temp(v), Local(v), This }
    enum ClassRef { Named(v), SelfClass, Parent, Static, Dynamic(v) }
    enum Base { Local(v), Value(v), StaticProperty { class, name }, Variable(v), Global(v) }
    enum Step { Dim(v), Append, Property(v) }
    struct Place { base, steps }
    enum Callee {
        Function { name, fallback }, Value(v), Method { object, name }, StaticMethod { class, name }, Constructor { object },
        ParentHook { property, hook }, Callback { value, array }
    }
    enum IterTarget { Temp(v), Local(v), LocalRef(v), TempRef(v) }
    enum RegionKind { Catch { handler, exception }, Finally { entry, state }, FinallyBody { state } }
    struct Region { parent, kind }
    struct Inst { op, line }
    struct BlockData { region, insts }
    struct Function { decl, temps, blocks, regions }
    struct UnitDiagnostic { level, message, line }
    struct Unit {
        path, strict, consts, functions, classes, hoisted_functions, hoisted_classes, halt_offset, diagnostics
    }
}
