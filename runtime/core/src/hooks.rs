//! What the values' half of core asks of classes, calls and exceptions: one table, filled at start by their owners.

use crate::global::Global;
use crate::pending::Result;
use crate::{Cx, Object, Str, Thrown, Value};
use phpc_abi::layout::{ObjectHeader, ReferenceHeader};
use phpc_abi::value::RawValue;
use std::cmp::Ordering;

/// Where the running PHP code stands.
#[derive(Clone, Default)]
pub struct Position {
    /// Full path; empty outside any PHP code (PHP prints `Unknown`).
    pub file: Str,
    pub line: u32,
}

/// What an object converts to, where PHP's cast handler can say so.
pub enum Cast {
    Bool(bool),
    Int,
    Float,
    Number,
}

/// An operator, as the `do_operation` handler of builtin classes sees it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operator {
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    Pow,
    ShiftLeft,
    ShiftRight,
    Concat,
    BitAnd,
    BitOr,
    BitXor,
    BitNot,
}

macro_rules! hooks {
    ($($(#[doc = $doc:literal])+ $name:ident: fn($($param:ident: $ty:ty),*) $(-> $result:ty)? = $default:expr;)*) => {
        /// One function for each question; the defaults do what is right while there are no classes.
        #[derive(Clone, Copy)]
        pub struct Hooks {
            $($(#[doc = $doc])+ pub $name: fn($($ty),*) $(-> $result)?,)*
        }

        static HOOKS: Global<Hooks> = Global::new(Hooks { $($name: $default),* });

        $($(#[doc = $doc])+
        pub fn $name($($param: $ty),*) $(-> $result)? {
            (HOOKS.get().$name)($($param),*)
        })*
    };
}

hooks! {
    /// The running code's place, from the frame walker.
    position: fn() -> Position = Position::default;
    /// Runs the object's destructor; what it throws is made pending, chained to what was pending before.
    destruct: fn(object: &Object) = |_| {};
    /// Frees native state of a builtin class's dying object (its NATIVE slots become UNDEF).
    free_native: fn(object: *mut ObjectHeader) = |_| {};
    /// Calls `visit` with each value that native state holds, for the cycle collector.
    visit_native: fn(object: *mut ObjectHeader, visit: &mut dyn FnMut(RawValue)) = |_, _| {};
    /// A cell with typed-property sources dies.
    forget_reference_sources: fn(cell: *mut ReferenceHeader) = |_| {};
    /// Throws a new exception of the named class and makes it pending.
    throw: fn(cx: &mut Cx, class: &str, message: Str) -> Thrown = |_, class, message| {
        crate::diagnostics::fatal(&format!("Uncaught {class}: {message}"))
    };
    /// The class's name as PHP prints it.
    class_name: fn(object: &Object) -> Str = |_| Str::from("object");
    /// `__toString`, or Error "Object of class X could not be converted to string".
    object_to_string: fn(cx: &mut Cx, object: &Object) -> Result<Str> = |cx, object| {
        let name = class_name(object);
        Err(cx.throw_error(&format!("Object of class {name} could not be converted to string")))
    };
    /// `__toString` if the class has one.
    object_to_string_if_any: fn(cx: &mut Cx, object: &Object) -> Result<Option<Str>> = |_, _| Ok(None);
    /// A builtin class's own cast; `None`: there is none and the standard rules apply.
    object_cast: fn(cx: &mut Cx, object: &Object, to: Cast) -> Result<Option<Value>> = |_, _, _| Ok(None);
    /// `==` and `<` of two different objects; `None` if they cannot be compared. May run user code.
    compare_objects: fn(cx: &mut Cx, left: &Object, right: &Object) -> Result<Option<Ordering>> = |_, _, _| Ok(None);
    /// Comparison of an object with something else by the class's own handler; `Ok(None)`: the standard rules apply.
    compare_object_other: fn(cx: &mut Cx, object: &Object, other: &Value) -> Result<Option<Ordering>> = |_, _, _| Ok(None);
    /// An operator overloaded by a builtin class (GMP, BcMath\Number); `None`: not overloaded.
    operate: fn(cx: &mut Cx, operator: Operator, left: &Value, right: &Value) -> Result<Option<Value>> = |_, _, _, _| Ok(None);
    /// Does an enum case or other object of this class never equal anything but itself, and refuse order?
    is_enum: fn(object: &Object) -> bool = |_| false;
    /// Calls a callable value.
    call: fn(cx: &mut Cx, callable: &Value, args: Vec<Value>) -> Result<Value> = |cx, _, _| Err(cx.throw_error("Calls are not available"));
    /// Prints or hands over what is pending at the end of the program; the exit status.
    finish_pending: fn(cx: &mut Cx) -> i32 = |_| 255;
    /// The class of an enum case's or other object's properties for `(array)` and dumps: name (mangled) and value.
    object_properties: fn(object: &Object) -> crate::Array = |object| object.dynamic().unwrap_or_default();
}

/// Changes entries of the table: `hooks::install(|hooks| hooks.call = …)`.
pub fn install(change: impl FnOnce(&mut Hooks)) {
    HOOKS.with(change);
}
