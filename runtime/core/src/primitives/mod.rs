//! The primitives that emitted code calls: exported entries over ordinary functions, from abi's table.
//!
//! For each line of the table an entry `php_NAME` of exactly that signature is exported, which calls the function named
//! there in the submodule named there (`place::read` is `primitives/place.rs`'s `read`). An entry that may warn, throw, trace
//! or call is a stub that first stores its caller's frame in `php_frame` (docs/decisions/0001).

pub mod words;

pub mod array;
pub mod call;
pub mod callee;
pub mod class;
pub mod closure;
pub mod constant;
pub mod convert;
pub mod exception;
pub mod generator;
pub mod include;
pub mod iterate;
pub mod key;
pub mod memory;
pub mod object;
pub mod operator;
pub mod output;
pub mod place;
mod straight;
pub mod string;
pub mod unit;
pub mod variable;

use phpc_abi::layout::{ArrayHeader, ObjectHeader, StrHeader};
use phpc_abi::value::RawValue;
use words::Returns;

macro_rules! primitives {
    ($($(#[doc = $doc:literal])* $name:ident($($param:ident: $kind:ident),* $(,)?) -> $result:ident = $module:ident::$function:ident; $($effect:ident)|+;)*) => {
        mod entries {
            use super::*;
            $(primitives!(@entry $name [$($param: $kind,)*] [] [] $result $module::$function);)*
        }
        $(primitives!(@export $name $($effect)|+);)*

        /// Symbol and address of each exported entry, for code placed in memory at run time.
        pub fn symbols() -> Vec<(&'static str, *const u8)> {
            unsafe extern "C" {
                $(#[link_name = concat!("php_", stringify!($name))] fn $name();)*
            }
            vec![$((concat!("php_", stringify!($name)), $name as *const u8)),*]
        }
    };

    // Parameters one by one: words of the C signature, then the argument they make.
    (@entry $name:ident [$param:ident: Value, $($rest:tt)*] [$($words:tt)*] [$($args:tt)*] $($tail:tt)*) => {
        primitives!(@entry $name [$($rest)*] [$($words)* tag: u64, $param: u64,] [$($args)* (&words::value(tag, $param)),] $($tail)*);
    };
    (@entry $name:ident [$param:ident: OwnedValue, $($rest:tt)*] [$($words:tt)*] [$($args:tt)*] $($tail:tt)*) => {
        primitives!(@entry $name [$($rest)*] [$($words)* tag: u64, $param: u64,] [$($args)* (words::owned_value(tag, $param)),] $($tail)*);
    };
    (@entry $name:ident [$param:ident: Str, $($rest:tt)*] [$($words:tt)*] [$($args:tt)*] $($tail:tt)*) => {
        primitives!(@entry $name [$($rest)*] [$($words)* $param: *mut StrHeader,] [$($args)* (&words::str($param)),] $($tail)*);
    };
    (@entry $name:ident [$param:ident: OwnedStr, $($rest:tt)*] [$($words:tt)*] [$($args:tt)*] $($tail:tt)*) => {
        primitives!(@entry $name [$($rest)*] [$($words)* $param: *mut StrHeader,] [$($args)* (words::owned_str($param)),] $($tail)*);
    };
    (@entry $name:ident [$param:ident: Array, $($rest:tt)*] [$($words:tt)*] [$($args:tt)*] $($tail:tt)*) => {
        primitives!(@entry $name [$($rest)*] [$($words)* $param: *mut ArrayHeader,] [$($args)* (&words::array($param)),] $($tail)*);
    };
    (@entry $name:ident [$param:ident: OwnedArray, $($rest:tt)*] [$($words:tt)*] [$($args:tt)*] $($tail:tt)*) => {
        primitives!(@entry $name [$($rest)*] [$($words)* $param: *mut ArrayHeader,] [$($args)* (words::owned_array($param)),] $($tail)*);
    };
    (@entry $name:ident [$param:ident: Object, $($rest:tt)*] [$($words:tt)*] [$($args:tt)*] $($tail:tt)*) => {
        primitives!(@entry $name [$($rest)*] [$($words)* $param: *mut ObjectHeader,] [$($args)* (&words::object($param)),] $($tail)*);
    };
    (@entry $name:ident [$param:ident: OwnedObject, $($rest:tt)*] [$($words:tt)*] [$($args:tt)*] $($tail:tt)*) => {
        primitives!(@entry $name [$($rest)*] [$($words)* $param: *mut ObjectHeader,] [$($args)* (words::owned_object($param)),] $($tail)*);
    };
    (@entry $name:ident [$param:ident: Int, $($rest:tt)*] [$($words:tt)*] [$($args:tt)*] $($tail:tt)*) => {
        primitives!(@entry $name [$($rest)*] [$($words)* $param: i64,] [$($args)* ($param),] $($tail)*);
    };
    (@entry $name:ident [$param:ident: Float, $($rest:tt)*] [$($words:tt)*] [$($args:tt)*] $($tail:tt)*) => {
        primitives!(@entry $name [$($rest)*] [$($words)* $param: f64,] [$($args)* ($param),] $($tail)*);
    };
    (@entry $name:ident [$param:ident: Bool, $($rest:tt)*] [$($words:tt)*] [$($args:tt)*] $($tail:tt)*) => {
        primitives!(@entry $name [$($rest)*] [$($words)* $param: u64,] [$($args)* ($param != 0),] $($tail)*);
    };
    (@entry $name:ident [$param:ident: Slot, $($rest:tt)*] [$($words:tt)*] [$($args:tt)*] $($tail:tt)*) => {
        primitives!(@entry $name [$($rest)*] [$($words)* $param: *mut RawValue,] [$($args)* (words::Slot($param)),] $($tail)*);
    };
    (@entry $name:ident [$param:ident: Pointer, $($rest:tt)*] [$($words:tt)*] [$($args:tt)*] $($tail:tt)*) => {
        primitives!(@entry $name [$($rest)*] [$($words)* $param: *mut u8,] [$($args)* ($param),] $($tail)*);
    };
    (@entry $name:ident [] [$($words:tt)*] [$(($arg:expr),)*] $result:ident $module:ident::$function:ident) => {
        #[allow(clippy::too_many_arguments)]
        pub(super) extern "C" fn $name($($words)*) -> primitives!(@word $result) {
            $module::$function($($arg),*).word()
        }
    };
    (@word Unit) => { () };
    (@word Value) => { RawValue };
    (@word Int) => { i64 };
    (@word Float) => { f64 };
    (@word Bool) => { u64 };
    (@word Str) => { *mut StrHeader };
    (@word Array) => { *mut ArrayHeader };
    (@word Object) => { *mut ObjectHeader };
    (@word Slot) => { *mut RawValue };
    (@word Pointer) => { *mut u8 };

    // Entries that look at no frame are the function itself; the others store their caller's frame first.
    (@export $name:ident PURE) => { primitives!(@jump $name); };
    (@export $name:ident READS_ARRAY) => { primitives!(@jump $name); };
    (@export $name:ident $($effect:ident)|+) => {
        #[cfg(target_arch = "x86_64")]
        std::arch::global_asm!(
            concat!(".globl php_", stringify!($name)),
            concat!("php_", stringify!($name), ":"),
            "mov [rip + php_frame], rbp",
            "mov [rip + php_frame + 8], rsp",
            "jmp {entry}",
            entry = sym entries::$name,
        );
        #[cfg(target_arch = "aarch64")]
        std::arch::global_asm!(
            concat!(".globl php_", stringify!($name)),
            concat!("php_", stringify!($name), ":"),
            "adrp x16, php_frame",
            "add x16, x16, :lo12:php_frame",
            "stp x29, x30, [x16]",
            "b {entry}",
            entry = sym entries::$name,
        );
    };
    (@jump $name:ident) => {
        #[cfg(target_arch = "x86_64")]
        std::arch::global_asm!(
            concat!(".globl php_", stringify!($name)),
            concat!("php_", stringify!($name), ":"),
            "jmp {entry}",
            entry = sym entries::$name,
        );
        #[cfg(target_arch = "aarch64")]
        std::arch::global_asm!(
            concat!(".globl php_", stringify!($name)),
            concat!("php_", stringify!($name), ":"),
            "b {entry}",
            entry = sym entries::$name,
        );
    };
}

phpc_abi::for_each_primitive!(primitives);
