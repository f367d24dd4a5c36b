//! The table of PIR's operations. From it come the enum, the text and binary forms, the verifier and docs/pir.md.

use super::field::Field;
use super::parse::{ParseError, Parser};
use super::*;

/// The result of an operation: a temporary defined by it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Def(pub Temp);

/// A temporary that the operation looks at or adds to, and that stays live.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Peek(pub Temp);

/// An operand that is not consumed if it is a temporary.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PeekOperand(pub Operand);

/// What `call_begin` resolves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Callee {
    /// A function by resolved name; in a namespace an unqualified name has the global name as fallback (2.7).
    Function { name: ConstId, fallback: Option<ConstId> },
    /// Any callable value (`$f(...)`, `"A::b"(...)`, `[$o, 'm'](...)`).
    Value(Operand),
    /// `$object->name(...)`; the object is consumed.
    Method { object: Operand, name: Operand },
    /// `C::name(...)`: static, or parent/self calls that keep `$this`.
    StaticMethod { class: ClassRef, name: Operand },
    /// Constructor of the object just made by `new` (a peeked temporary); no constructor: arguments are still evaluated.
    Constructor { object: Peek },
    /// `parent::$property::get()` / `set()`.
    ParentHook { property: ConstId, hook: HookKind },
    /// The callback of a call_user_func (`array`: of a call_user_func_array), which has no frame of its own; a value that
    /// cannot be called is that function's TypeError. Arguments come by arg_user or one arg_array.
    Callback { value: Operand, array: bool },
}

/// Where `iter_next` puts the element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum IterTarget {
    /// Into a temporary (an owned copy).
    Temp(Def),
    /// Assigns straight to a local, as Zend does for `foreach (… as $v)`.
    Local(Local),
    /// Binds a local as a reference to the element (`as &$v`).
    LocalRef(Local),
    /// A temporary holding a reference (`as &$a[…]`).
    TempRef(Def),
}

macro_rules! pir_ops {
    ($($(#[doc = $doc:literal])* $variant:ident $name:literal $({ $($field:ident: $ty:ty),* $(,)? })? $($terminator:ident)?;)*) => {
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub enum Op { $($(#[doc = $doc])* $variant $({ $($field: $ty),* })?),* }

        impl Op {
            /// The word of the text form.
            pub fn name(&self) -> &'static str {
                match self { $(Op::$variant { .. } => $name),* }
            }
            pub fn is_terminator(&self) -> bool {
                match self { $(Op::$variant { .. } => pir_ops!(@terminator $($terminator)?)),* }
            }
            /// Name and documentation of each operation, in order.
            pub const TABLE: &'static [(&'static str, &'static [&'static str])] =
                &[$(($name, &[$($doc),*])),*];
            /// Calls `visit` with each field's name and value, in order.
            pub fn fields<'a>(&'a self, visit: &mut dyn FnMut(&'static str, &'a dyn Field)) {
                match self { $(Op::$variant $({ $($field),* })? => { $($(visit(stringify!($field), $field);)*)? })* }
            }
            pub fn fields_mut(&mut self, visit: &mut dyn FnMut(&'static str, &mut dyn Field)) {
                match self { $(Op::$variant $({ $($field),* })? => { $($(visit(stringify!($field), $field);)*)? })* }
            }
            /// Parses the fields of the operation called `name`; None: there is none.
            pub(super) fn parse_fields(name: &str, parser: &mut Parser) -> Result<Option<Op>, ParseError> {
                Ok(Some(match name {
                    $($name => Op::$variant $({ $($field: parser.op_field::<$ty>()?),* })?,)*
                    _ => return Ok(None),
                }))
            }
            /// Name, fields and their types of each operation: what the binary form depends on.
            pub const SHAPES: &'static [&'static str] = &[$(concat!($name, $($("\t", stringify!($field), ":", stringify!($ty)),*)?)),*];
        }
        phpc_abi::codec::codec! { enum Op { $($variant $({ $($field),* })?),* } }
    };
    (@terminator terminator) => { true };
    (@terminator) => { false };
}

pir_ops! {
    // ---- values
    /// `dst` = a copy of `value` (QM_ASSIGN).
    Copy "copy" { dst: Def, value: Operand };
    /// Another copy of a temporary that stays live.
    Dup "dup" { dst: Def, value: Peek };
    /// Releases a temporary that is not used further.
    Free "free" { value: Temp };
    /// `left op right`: PHP's operator on values (`concat` converts to strings; `&&` and `||` are branches).
    Binary "binary" { dst: Def, op: BinaryOp, left: Operand, right: Operand };
    /// `op value`: `not`, `neg`, `plus`, `bit_not`.
    Unary "unary" { dst: Def, op: UnaryOp, value: Operand };
    /// `(kind) value`.
    Cast "cast" { dst: Def, kind: CastKind, value: Operand };
    /// Begins a string of parts; `rope` is consumed by rope_end.
    RopeBegin "rope_begin" { rope: Def };
    /// Converts `part` to a string and appends it to the peeked `rope`.
    RopeAdd "rope_add" { rope: Peek, part: Operand };
    /// The string of the parts.
    RopeEnd "rope_end" { dst: Def, rope: Temp };
    /// `$value instanceof class`: no autoload for names.
    InstanceOf "instanceof" { dst: Def, value: Operand, class: ClassRef };
    /// `clone value`: `__clone` runs on the copy.
    Clone "clone" { dst: Def, value: Operand };
    /// 8.5's clone with: `with` is an array.
    CloneWith "clone_with" { dst: Def, value: Operand, with: Operand };
    /// A builtin that Zend compiles to an opcode or a frameless call: operands are read now, there is no frame in traces.
    /// `name` is the builtin's lower-case name (`strlen`, `is_int`, `in_array`, …); the table of these is in the front end.
    Intrinsic "intrinsic" { dst: Def, name: ConstId, args: Vec<Operand> };

    // ---- variables and places
    /// Reads along a path.
    Read "read" { dst: Def, mode: ReadMode, place: Place };
    /// An element in list(): on arrays and ArrayAccess as reading `source[key]`, else silently NULL.
    ListGet "list_get" { dst: Def, source: PeekOperand, key: Operand };
    /// Makes an element of the array in the peeked reference a reference and yields it: list() with `&`.
    ListRef "list_ref" { dst: Def, source: Peek, key: Operand };
    /// `$GLOBALS` as a value: a copy of the table of globals.
    Globals "globals" { dst: Def };
    /// isset(place): bool.
    Isset "isset" { dst: Def, place: Place };
    /// empty(place): bool.
    Empty "empty" { dst: Def, place: Place };
    /// unset(place): a local becomes undefined, an element or property is removed; what is absent is no error.
    Unset "unset" { place: Place };
    /// `place = value`; `dst` is what was stored (1.6).
    Assign "assign" { dst: Option<Def>, place: Place, value: Operand };
    /// `place op= value`.
    AssignOp "assign_op" { dst: Option<Def>, op: BinaryOp, place: Place, value: Operand };
    /// `++place` and its kin; `dst` is the value before (`post_*`) or after (`pre_*`).
    IncDec "inc_dec" { dst: Option<Def>, kind: IncDec, place: Place };
    /// Makes the place a reference (creating what is absent) and yields the reference; the temporary is for assign_ref,
    /// array_push_ref, closure_use_ref, return_ref, yield_ref.
    MakeRef "ref" { dst: Def, place: Place };
    /// `place = &source`; `source` holds a reference.
    AssignRef "assign_ref" { dst: Option<Def>, place: Place, source: Temp };
    /// `place = &call()`: `source` is a call's result that may or may not be a reference; if not, the notice "Only variables
    /// should be assigned by reference" and an assignment by value.
    AssignRefCall "assign_ref_call" { dst: Option<Def>, place: Place, source: Temp };
    /// `global $name;`
    BindGlobal "bind_global" { local: Local, name: ConstId };
    /// `static $x;`: binds the local to the static variable. Jumps to `init` if it has not been initialised.
    BindStatic "bind_static" { local: Local, var: StaticVar, init: Block, done: Block } terminator;
    /// Stores the value computed in the `init` block; the local is bound as a reference to it.
    InitStatic "init_static" { local: Local, var: StaticVar, value: Operand };
    /// isset($this).
    IssetThis "isset_this" { dst: Def };

    // ---- arrays
    /// A new array with room for `size` elements.
    ArrayNew "array_new" { dst: Def, size: u32 };
    /// Adds `value` under `key` (or the next index) to the peeked `array`.
    ArrayPush "array_push" { array: Peek, key: Option<Operand>, value: Operand };
    /// Adds a reference.
    ArrayPushRef "array_push_ref" { array: Peek, key: Option<Operand>, source: Temp };
    /// `...value`
    ArraySpread "array_spread" { array: Peek, value: Operand };

    // ---- constants and classes
    /// A magic constant that depends on where the unit lies or on the class at run time.
    MagicConst "magic_const" { dst: Def, kind: MagicConst };
    /// A constant by name, with the global name as fallback for unqualified names in namespaces.
    FetchConst "fetch_const" { dst: Def, name: ConstId, fallback: Option<ConstId> };
    /// `class::name`: the class is loaded, the constant computed when first asked for.
    FetchClassConst "fetch_class_const" { dst: Def, class: ClassRef, name: Operand };
    /// `X::class` where it is not known at compile time; `Dynamic` is `$object::class`.
    ClassName "class_name" { dst: Def, class: ClassRef };
    /// `const NAME = value;`
    DeclareConst "declare_const" { name: ConstId, value: Operand };
    /// A conditional function declaration.
    DeclareFunction "declare_function" { func: FuncIndex };
    /// Declares a class at its statement (a hoisted one that is already bound: nothing).
    DeclareClass "declare_class" { class: ClassIndex };
    /// Declares an anonymous class on first execution; `dst` is its name.
    DeclareAnonymousClass "declare_anonymous_class" { dst: Def, class: ClassIndex };
    /// A closure over function `func`; `captures` in the order of `FunctionDecl::uses` follow as closure_use.
    ClosureNew "closure_new" { dst: Def, func: FuncIndex };
    /// Binds a value to the next captured variable of the peeked closure.
    ClosureUse "closure_use" { closure: Peek, local: ConstId, value: Operand };
    /// Captures a local of the same name by value if it is defined: arrow functions. Never warns.
    ClosureCapture "closure_capture" { closure: Peek, local: Local };
    /// Binds a reference.
    ClosureUseRef "closure_use_ref" { closure: Peek, local: ConstId, source: Temp };

    // ---- calls
    /// Resolves the callee (functions, classes, autoload, visibility) before the arguments are evaluated. `call` names the
    /// call under construction and is consumed by call_end or call_closure.
    CallBegin "call_begin" { call: Def, callee: Callee, args: u32 };
    /// `new class`: makes the object (before the arguments are evaluated; 1.9).
    New "new" { dst: Def, class: ClassRef };
    /// Passes a copy of `value`.
    ArgVal "arg_val" { call: Peek, value: Operand };
    /// Passes the place by reference if the callee wants that, else its value.
    ArgAuto "arg_auto" { call: Peek, place: Place };
    /// Passes a call's result: if the callee wants a reference and it is none, the notice "Only variables should be passed
    /// by reference" (an Error for results of other expressions is raised by arg_expr).
    ArgResult "arg_result" { call: Peek, value: Temp };
    /// Passes an expression that cannot be a reference: if the callee wants one, Error "Cannot pass parameter N by reference".
    ArgExpr "arg_expr" { call: Peek, value: Operand };
    /// `...value`; a local can be passed on by reference elementwise (2.1).
    ArgSpread "arg_spread" { call: Peek, place: Place };
    /// The next arg_* operation passes a named argument.
    ArgName "arg_name" { call: Peek, name: ConstId };
    /// Passes a copy of `value` to a callback: if it wants a reference, a warning and a reference to the copy.
    ArgUser "arg_user" { call: Peek, value: Operand };
    /// Passes the elements of call_user_func_array's argument; anything else is that function's TypeError.
    ArgArray "arg_array" { call: Peek, value: Operand };
    /// Calls: binds the arguments, runs the callee; `dst` is its result.
    CallEnd "call_end" { dst: Option<Def>, call: Temp };
    /// `f(...)`: a Closure of the resolved callee.
    CallClosure "call_closure" { dst: Def, call: Temp };

    // ---- output, errors, code
    /// Converts to a string and writes it.
    Echo "echo" { value: Operand };
    /// `@`: saves and lowers error_reporting; consumed by silence_end.
    SilenceBegin "silence_begin" { saved: Def };
    /// Ends `@`: restores error_reporting.
    SilenceEnd "silence_end" { saved: Temp };
    /// include, require, their `_once` forms, eval: `path` is the path or the code; `dst` is what the file returns.
    Include "include" { dst: Option<Def>, kind: IncludeKind, path: Operand };
    /// `declare(ticks=N)` after a statement.
    Tick "tick" { period: u32 };
    /// Checks and coerces a return value against the declared type (before `finally` runs).
    VerifyReturn "verify_return" { dst: Def, value: Operand };
    /// The function came to its end without the value that its return type asks for: TypeError "none returned".
    VerifyReturnMissing "verify_return_missing";
    /// `never`-returning function came to its end.
    VerifyNever "verify_never";
    /// Throws UnhandledMatchError for the (consumed) value.
    MatchError "match_error" { value: Operand } terminator;

    // ---- control
    /// Goes to `target`.
    Jump "jump" { target: Block } terminator;
    /// By truth of `value`.
    Branch "branch" { value: Operand, yes: Block, no: Block } terminator;
    /// By the peeked temporary or local being NULL; for `?->` (consumer frees in the null block where needed) and `??`.
    BranchNull "branch_null" { value: PeekOperand, null: Block, other: Block } terminator;
    /// `zend.assertions` off: goes to `skip`.
    BranchAssert "branch_assert" { skip: Block, check: Block } terminator;
    /// A builtin called by an unqualified name in a namespace: goes to `declared` if the function `name` of the namespace
    /// exists, else to `absent`, where the intrinsic stands.
    BranchFunction "branch_function" { name: ConstId, declared: Block, absent: Block } terminator;
    /// One case of a switch or (`strict`) match that has others than constants: is the peeked value equal to `case`?
    Case "case" { dst: Def, strict: bool, value: PeekOperand, case: Operand };
    /// The first case equal (`==`) to the peeked value, compared in order (a local is read at each comparison that is made);
    /// cases are int or string constants.
    Switch "switch" { value: PeekOperand, cases: Vec<(ConstId, Block)>, default: Block } terminator;
    /// The same by identity, for `match`.
    MatchSwitch "match" { value: PeekOperand, cases: Vec<(ConstId, Block)>, default: Block } terminator;
    /// Leaves the function: locals are released in order, then the caller has `value`.
    Return "return" { value: Operand } terminator;
    /// By reference: `source` holds a reference.
    ReturnRef "return_ref" { source: Temp } terminator;
    /// In a function returning by reference, a value that is none: the notice "Only variable references should be returned
    /// by reference", unless it is a call's reference.
    ReturnRefCall "return_ref_call" { value: Operand, is_call: bool } terminator;
    /// Throws the object; anything else is an Error.
    Throw "throw" { value: Operand } terminator;
    /// In a handler block: is the peeked exception an instance of the class (not autoloaded)? `exit` never is.
    CatchMatch "catch_match" { exception: Peek, class: ConstId, yes: Block, no: Block } terminator;
    /// Assigns the exception to the catch variable.
    CatchAssign "catch_assign" { local: Local, exception: Temp };
    /// No catch matched: goes on unwinding with the exception, from the region's parent.
    Rethrow "rethrow" { exception: Temp } terminator;
    /// Enters the region's `finally`; afterwards control goes to `resume`.
    FinallyCall "finally_call" { region: RegionId, resume: Block } terminator;
    /// End of a `finally`: to the `resume` of the finally_call that entered, or raises the exception kept in `state` again.
    FinallyEnd "finally_end" { region: RegionId } terminator;
    /// `return` inside a `finally`: forgets the exception kept by the region.
    DiscardException "discard_exception" { region: RegionId };
    /// Control does not come here.
    Unreachable "unreachable" terminator;

    // ---- iteration
    /// Begins a foreach by value over `subject`; an empty or unusable subject goes to `empty` (with the warning "foreach()
    /// argument must be of type array|object"). `iter` is live in `body` only, is peeked by iter_next, ends by iter_free.
    IterInit "iter_init" { iter: Def, subject: Operand, empty: Block, body: Block } terminator;
    /// By reference.
    IterInitRef "iter_init_ref" { iter: Def, place: Place, empty: Block, body: Block } terminator;
    /// Fetches the next element or goes to `done`. `key()` is called only where `key` is wanted.
    IterNext "iter_next" { iter: Peek, target: IterTarget, key: Option<Def>, body: Block, done: Block } terminator;
    /// Ends a foreach and releases what it held.
    IterFree "iter_free" { iter: Temp };

    // ---- generators
    /// Suspends; `dst` is what send() brings.
    Yield "yield" { dst: Option<Def>, key: Option<Operand>, value: Option<Operand> };
    /// In a generator by reference.
    YieldRef "yield_ref" { dst: Option<Def>, key: Option<Operand>, source: Temp };
    /// In a generator by reference, a value that is no variable: unless it is a call's reference, the notice "Only variable
    /// references should be yielded by reference".
    YieldRefCall "yield_ref_call" { dst: Option<Def>, key: Option<Operand>, value: Operand, is_call: bool };
    /// Delegates to an array, a Traversable or another generator; `dst` is what that generator returned.
    YieldFrom "yield_from" { dst: Option<Def>, value: Operand };
}
