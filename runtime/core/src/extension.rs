//! What builtin functions are written with: the tables of an extension, arguments as Rust types, results such as `int|false`,
//! errors that name the function and the argument.
//!
//! `runtime/macros` generates code against this file.

use crate::abi::value::RawValue;
use crate::calls::native;
use crate::classes::builtin::{BuiltinClass, BuiltinFunction};
use crate::engine::constants::Entry;
use crate::calls::func::Func;
use crate::engine::ini::Setting;
use crate::frames::{self, BuiltinFrame, Frame};
use crate::global::Global;
use crate::units::functions;
use crate::{Array, Cx, Object, Reference, Resource, Result, Str, Thrown, Value, diagnostics};
use phpc_abi::layout::FuncHead;
use std::ptr::null;

/// An extension's tables.
pub struct Extension {
    /// As `extension_loaded` knows it.
    pub name: &'static str,
    pub functions: &'static [&'static [&'static BuiltinFunction]],
    pub aliases: &'static [&'static [(&'static str, &'static BuiltinFunction)]],
    pub constants: &'static [&'static [Entry]],
    pub classes: &'static [&'static [&'static BuiltinClass]],
    pub settings: &'static [Setting],
    /// Runs when the program starts.
    pub start: fn(),
}

impl Extension {
    pub const fn new(name: &'static str) -> Extension {
        Extension { name, functions: &[], aliases: &[], constants: &[], classes: &[], settings: &[], start: || {} }
    }

    /// The function of that lower-case name, aliases included.
    pub fn find(&self, lower: &str) -> Option<&'static BuiltinFunction> {
        let function = self.functions.iter().flat_map(|table| table.iter()).find(|function| name_of(function) == lower);
        let alias = || self.aliases.iter().flat_map(|table| table.iter()).find(|(name, _)| *name == lower).map(|(_, function)| function);
        function.or_else(alias).copied()
    }
}

/// The name in a function's signature.
pub fn name_of(function: &BuiltinFunction) -> &'static str {
    let head = function.signature.split('(').next().unwrap_or("").trim();
    head.rsplit(' ').next().unwrap_or(head).trim_start_matches('&')
}

/// Descriptors of the functions of a file: `functions![strpos, substr]`.
#[macro_export]
macro_rules! functions {
    ($($name:ident),* $(,)?) => { &[$(&$name::FUNCTION),*] };
}
/// Other names of functions: `aliases![join = implode]`.
#[macro_export]
macro_rules! aliases {
    ($($alias:ident = $name:ident),* $(,)?) => { &[$((stringify!($alias), &$name::FUNCTION)),*] };
}
/// Methods of a builtin class: `methods![get_size]`.
#[macro_export]
macro_rules! methods {
    ($($name:ident),* $(,)?) => { &[$($name::METHOD),*] };
}
/// Constants as Rust constants of the same names, and the table `CONSTANTS` of them all.
#[macro_export]
macro_rules! php_constants {
    ($($name:ident: $kind:ident = $value:expr;)*) => {
        $(#[allow(dead_code)] pub(crate) const $name: $crate::php_constants!(@type $kind) = $value;)*
        pub(crate) static CONSTANTS: &[$crate::engine::constants::Entry] =
            &[$($crate::engine::constants::Entry { name: stringify!($name), value: || $crate::Value::from($name) }),*];
    };
    (@type Int) => { i64 };
    (@type Float) => { f64 };
    (@type Bool) => { bool };
    (@type Str) => { &'static str };
}

/// The exported form of a function that may look at frames: stores the caller's frame, then goes on to `$entry`.
#[macro_export]
macro_rules! native_stub {
    ($symbol:literal, $entry:ident) => {
        #[cfg(target_arch = "x86_64")]
        #[unsafe(naked)]
        #[unsafe(export_name = $symbol)]
        unsafe extern "C" fn stub() {
            std::arch::naked_asm!(
                "mov [rip + php_frame], rbp",
                "mov [rip + php_frame + 8], rsp",
                "jmp {entry}",
                entry = sym $entry,
            )
        }
        #[cfg(target_arch = "aarch64")]
        #[unsafe(naked)]
        #[unsafe(export_name = $symbol)]
        unsafe extern "C" fn stub() {
            std::arch::naked_asm!(
                "adrp x16, php_frame",
                "add x16, x16, :lo12:php_frame",
                "stp x29, x30, [x16]",
                "b {entry}",
                entry = sym $entry,
            )
        }
    };
}

/// A Rust type that a PHP argument, checked against the signature, can be taken as.
pub trait Argument<'a>: Sized {
    fn take(value: &'a Value) -> Self;
}

#[inline(always)]
pub fn argument<'a, T: Argument<'a>>(value: &'a Value) -> T {
    T::take(value)
}

#[cold]
#[inline(never)]
fn wrong_type(wanted: &str, value: &Value) -> ! {
    panic!("the signature lets {value:?} through where the function takes {wanted}")
}

macro_rules! arguments {
    ($($type:ty = $method:ident;)*) => {$(
        impl<'a> Argument<'a> for $type {
            #[inline(always)]
            fn take(value: &'a Value) -> Self {
                match value.$method() {
                    Some(value) => value,
                    None => wrong_type(stringify!($type), value),
                }
            }
        }
        impl<'a> Argument<'a> for Option<$type> {
            #[inline(always)]
            fn take(value: &'a Value) -> Self {
                value.$method()
            }
        }
    )*};
}
arguments! {
    i64 = as_int;
    f64 = as_float;
    bool = as_bool;
    &'a Str = as_str;
    &'a Array = as_array;
    &'a Object = as_object;
    &'a Reference = as_reference;
    &'a Resource = as_resource;
}
impl<'a> Argument<'a> for &'a Value {
    #[inline(always)]
    fn take(value: &'a Value) -> Self {
        value
    }
}

/// `T|false`.
pub struct OrFalse<T>(pub Option<T>);

pub const FALSE: bool = false;

impl<T> OrFalse<T> {
    pub const NO: OrFalse<T> = OrFalse(None);
}
impl<T> From<T> for OrFalse<T> {
    fn from(value: T) -> OrFalse<T> {
        OrFalse(Some(value))
    }
}
impl<T: Into<Value>> From<OrFalse<T>> for Value {
    #[inline]
    fn from(value: OrFalse<T>) -> Value {
        value.0.map_or(Value::FALSE, Into::into)
    }
}

/// The descriptor of a builtin for its frames, made when first needed.
pub struct Head {
    function: &'static BuiltinFunction,
    head: Global<*const FuncHead>,
}

impl Head {
    pub const fn new(function: &'static BuiltinFunction) -> Head {
        Head { function, head: Global::new(null()) }
    }
    #[inline]
    fn get(&self) -> *const FuncHead {
        let head = self.head.get();
        if head.is_null() { self.resolve() } else { head }
    }
    #[cold]
    fn resolve(&self) -> *const FuncHead {
        let func = functions::get(name_of(self.function).as_bytes()).expect("emitted code calls registered builtins");
        self.head.set(func.as_head());
        func.as_head()
    }
}

/// Runs a builtin that emitted code called directly.
///
/// # Safety
/// `raw` and `rest` are valid values that live during the call.
#[inline(always)]
pub unsafe fn unframed(raw: &[RawValue], rest: &[Value], body: impl FnOnce(&mut Cx, &[Value], &[Value]) -> Result<Value>) -> RawValue {
    // SAFETY: `Value` is transparent over `RawValue`; borrowed values are not dropped.
    let args = unsafe { std::slice::from_raw_parts(raw.as_ptr().cast::<Value>(), raw.len()) };
    match body(&mut Cx::enter(), args, rest) {
        Ok(value) => value.into_raw(),
        Err(_) => RawValue::UNDEF,
    }
}

/// The same with a frame that traces show.
///
/// # Safety
/// As for [`unframed`].
#[inline(always)]
pub unsafe fn framed(
    head: &Head,
    raw: &[RawValue],
    rest: &[Value],
    body: impl FnOnce(&mut Cx, &[Value], &[Value]) -> Result<Value>,
) -> RawValue {
    let all: Vec<RawValue>;
    let (args, count) = if rest.is_empty() {
        (raw.as_ptr(), raw.len())
    } else {
        all = raw.iter().copied().chain(rest.iter().map(Value::raw)).collect();
        (all.as_ptr(), all.len())
    };
    let frame = BuiltinFrame { func: head.get(), this: null(), class: null(), args, count };
    // SAFETY: the caller's promise.
    frames::in_builtin(frame, || unsafe { unframed(raw, rest, body) })
}

/// # Safety
/// `count` valid values lie at `rest` during the call.
#[inline(always)]
pub unsafe fn borrowed_rest<'a>(rest: *const Value, count: u64) -> &'a [Value] {
    // SAFETY: the caller's promise.
    if count == 0 { &[] } else { unsafe { std::slice::from_raw_parts(rest, count as usize) } }
}

/// The builtin that runs: the innermost frame.
pub fn current_function() -> Option<&'static Func> {
    match frames::walk().next() {
        // SAFETY: frames hold descriptors of functions.
        Some(Frame::Builtin(frame)) => Some(unsafe { Func::from_head(frame.func) }),
        _ => None,
    }
}

/// `f` or `A::f` of the builtin that runs.
pub fn current_name() -> Vec<u8> {
    current_function().map_or(Vec::new(), Func::full_name)
}

/// Warning "f(): TEXT".
#[cold]
pub fn warning(cx: &mut Cx, text: impl AsRef<[u8]>) -> Result {
    let text = [&current_name()[..], b"(): ", text.as_ref()].concat();
    diagnostics::warning(cx, text)
}
/// Notice "f(): TEXT".
#[cold]
pub fn notice(cx: &mut Cx, text: impl AsRef<[u8]>) -> Result {
    let text = [&current_name()[..], b"(): ", text.as_ref()].concat();
    diagnostics::notice(cx, text)
}
/// Deprecation "f(): TEXT".
#[cold]
pub fn deprecated(cx: &mut Cx, text: impl AsRef<[u8]>) -> Result {
    let text = [&current_name()[..], b"(): ", text.as_ref()].concat();
    diagnostics::deprecated(cx, text)
}

/// "f(): Argument #N ($x) TEXT"; `number` counts from 1.
fn about_argument(number: usize, text: &[u8]) -> Vec<u8> {
    let argument = current_function().map_or(Vec::new(), |func| native::argument(func, number - 1));
    [&argument[..], b" ", text].concat()
}
/// ValueError "f(): Argument #N ($x) TEXT".
#[cold]
pub fn value_error(cx: &mut Cx, number: usize, text: impl AsRef<[u8]>) -> Thrown {
    cx.throw_value_error(about_argument(number, text.as_ref()))
}
/// TypeError "f(): Argument #N ($x) TEXT".
#[cold]
pub fn type_error(cx: &mut Cx, number: usize, text: impl AsRef<[u8]>) -> Thrown {
    cx.throw_type_error(about_argument(number, text.as_ref()))
}
/// TypeError "f(): Argument #N ($x) must be of type TYPE, T given".
#[cold]
pub fn wrong_argument(cx: &mut Cx, number: usize, wanted: &str, given: &Value) -> Thrown {
    type_error(cx, number, format!("must be of type {wanted}, {} given", crate::convert::value_name(given)))
}

static LOADED: Global<Vec<&'static str>> = Global::new(Vec::new());

/// Notes an extension for `extension_loaded`.
pub fn loaded(name: &'static str) {
    LOADED.with(|all| all.push(name));
}
/// The extensions of the program.
pub fn all_loaded() -> Vec<&'static str> {
    LOADED.cloned()
}
