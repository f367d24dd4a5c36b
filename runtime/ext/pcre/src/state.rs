//! Constants, settings and the last error.

use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::engine::ini::{self, Setting};
use phpc_core::global::Global;
use phpc_core::{Str, functions, php_constants};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![preg_last_error, preg_last_error_msg];

php_constants! {
    PREG_PATTERN_ORDER: Int = 1;
    PREG_SET_ORDER: Int = 2;
    PREG_OFFSET_CAPTURE: Int = 256;
    PREG_UNMATCHED_AS_NULL: Int = 512;
    PREG_SPLIT_NO_EMPTY: Int = 1;
    PREG_SPLIT_DELIM_CAPTURE: Int = 2;
    PREG_SPLIT_OFFSET_CAPTURE: Int = 4;
    PREG_GREP_INVERT: Int = 1;
    PREG_NO_ERROR: Int = 0;
    PREG_INTERNAL_ERROR: Int = 1;
    PREG_BACKTRACK_LIMIT_ERROR: Int = 2;
    PREG_RECURSION_LIMIT_ERROR: Int = 3;
    PREG_BAD_UTF8_ERROR: Int = 4;
    PREG_BAD_UTF8_OFFSET_ERROR: Int = 5;
    PREG_JIT_STACKLIMIT_ERROR: Int = 6;
    PCRE_VERSION: Str = "10.46 2025-08-27";
    PCRE_VERSION_MAJOR: Int = 10;
    PCRE_VERSION_MINOR: Int = 46;
    PCRE_JIT_SUPPORT: Bool = true;
}

pub(crate) static SETTINGS: &[Setting] = &[
    Setting { name: "pcre.backtrack_limit", default: Some("1000000"), access: ini::ALL },
    Setting { name: "pcre.recursion_limit", default: Some("100000"), access: ini::ALL },
    Setting { name: "pcre.jit", default: Some("1"), access: ini::ALL },
];

static LAST: Global<i64> = Global::new(PREG_NO_ERROR);

pub(crate) fn set_last_error(code: i64) {
    LAST.set(code);
}

#[php_function("preg_last_error(): int", READS_GLOBAL)]
fn preg_last_error() -> i64 {
    LAST.get()
}

#[php_function("preg_last_error_msg(): string", READS_GLOBAL)]
fn preg_last_error_msg() -> Str {
    Str::from(match LAST.get() {
        PREG_NO_ERROR => "No error",
        PREG_INTERNAL_ERROR => "Internal error",
        PREG_BACKTRACK_LIMIT_ERROR => "Backtrack limit exhausted",
        PREG_RECURSION_LIMIT_ERROR => "Recursion limit exhausted",
        PREG_BAD_UTF8_ERROR => "Malformed UTF-8 characters, possibly incorrectly encoded",
        PREG_BAD_UTF8_OFFSET_ERROR => "The offset did not correspond to the beginning of a valid UTF-8 code point",
        PREG_JIT_STACKLIMIT_ERROR => "JIT stack limit exhausted",
        _ => "Unknown error",
    })
}
