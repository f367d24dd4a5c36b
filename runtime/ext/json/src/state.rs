//! Constants, the last error, and JsonException.

use phpc_core::classes::builtin::BuiltinClass;
use phpc_core::classes::table::class_table;
use phpc_core::global::Global;
use phpc_core::{Cx, Thrown, exceptions, php_constants};

php_constants! {
    JSON_HEX_TAG: Int = 1;
    JSON_HEX_AMP: Int = 2;
    JSON_HEX_APOS: Int = 4;
    JSON_HEX_QUOT: Int = 8;
    JSON_FORCE_OBJECT: Int = 16;
    JSON_NUMERIC_CHECK: Int = 32;
    JSON_UNESCAPED_SLASHES: Int = 64;
    JSON_PRETTY_PRINT: Int = 128;
    JSON_UNESCAPED_UNICODE: Int = 256;
    JSON_PARTIAL_OUTPUT_ON_ERROR: Int = 512;
    JSON_PRESERVE_ZERO_FRACTION: Int = 1024;
    JSON_UNESCAPED_LINE_TERMINATORS: Int = 2048;
    JSON_OBJECT_AS_ARRAY: Int = 1;
    JSON_BIGINT_AS_STRING: Int = 2;
    JSON_INVALID_UTF8_IGNORE: Int = 1 << 20;
    JSON_INVALID_UTF8_SUBSTITUTE: Int = 1 << 21;
    JSON_THROW_ON_ERROR: Int = 1 << 22;
    JSON_ERROR_NONE: Int = 0;
    JSON_ERROR_DEPTH: Int = 1;
    JSON_ERROR_STATE_MISMATCH: Int = 2;
    JSON_ERROR_CTRL_CHAR: Int = 3;
    JSON_ERROR_SYNTAX: Int = 4;
    JSON_ERROR_UTF8: Int = 5;
    JSON_ERROR_RECURSION: Int = 6;
    JSON_ERROR_INF_OR_NAN: Int = 7;
    JSON_ERROR_UNSUPPORTED_TYPE: Int = 8;
    JSON_ERROR_INVALID_PROPERTY_NAME: Int = 9;
    JSON_ERROR_UTF16: Int = 10;
    JSON_ERROR_NON_BACKED_ENUM: Int = 11;
}

pub(crate) static CLASSES: &[&BuiltinClass] = &[&JSON_EXCEPTION];

static JSON_EXCEPTION: BuiltinClass = BuiltinClass::new("class JsonException extends Exception");

static LAST: Global<i64> = Global::new(JSON_ERROR_NONE);

pub(crate) fn last_error() -> i64 {
    LAST.get()
}
pub(crate) fn set_last_error(code: i64) {
    LAST.set(code);
}

/// What an error code says.
pub(crate) fn text(code: i64) -> &'static str {
    match code {
        JSON_ERROR_NONE => "No error",
        JSON_ERROR_DEPTH => "Maximum stack depth exceeded",
        JSON_ERROR_STATE_MISMATCH => "State mismatch (invalid or malformed JSON)",
        JSON_ERROR_CTRL_CHAR => "Control character error, possibly incorrectly encoded",
        JSON_ERROR_SYNTAX => "Syntax error",
        JSON_ERROR_UTF8 => "Malformed UTF-8 characters, possibly incorrectly encoded",
        JSON_ERROR_RECURSION => "Recursion detected",
        JSON_ERROR_INF_OR_NAN => "Inf and NaN cannot be JSON encoded",
        JSON_ERROR_UNSUPPORTED_TYPE => "Type is not supported",
        JSON_ERROR_INVALID_PROPERTY_NAME => "The decoded property name is invalid",
        JSON_ERROR_UTF16 => "Single unpaired UTF-16 surrogate in unicode escape",
        JSON_ERROR_NON_BACKED_ENUM => "Non-backed enums have no default serialization",
        _ => "Unknown error",
    }
}

#[cold]
pub(crate) fn throw(cx: &mut Cx, code: i64) -> Thrown {
    exceptions::throw_with_code(cx, class_table().known("jsonexception"), text(code).as_bytes(), code)
}
