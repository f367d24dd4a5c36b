//! Errors: raising, handling, traces, assertions.

use crate::prelude::*;
use phpc_core::classes::builtin::BuiltinClass;
use phpc_core::diagnostics::{self, E_ALL, E_USER_DEPRECATED, E_USER_ERROR, E_USER_NOTICE, E_USER_WARNING, Handler};
use phpc_core::engine::{ini, output};
use phpc_core::exceptions::{self, uncaught};
use phpc_core::traces::display;

pub(crate) static FUNCTIONS: Functions = functions![
    trigger_error, set_error_handler, restore_error_handler, get_error_handler, set_exception_handler, restore_exception_handler,
    get_exception_handler, error_get_last, error_clear_last, error_reporting, error_log, debug_backtrace, debug_print_backtrace,
    assert, assert_options,
];
pub(crate) static ALIASES: Aliases = aliases![user_error = trigger_error];

pub(crate) static CLASSES: &[&BuiltinClass] = &[&ASSERTION_ERROR];

static ASSERTION_ERROR: BuiltinClass = BuiltinClass::new("class AssertionError extends Error");

php_constants! {
    ASSERT_ACTIVE: Int = 1;
    ASSERT_CALLBACK: Int = 2;
    ASSERT_BAIL: Int = 3;
    ASSERT_WARNING: Int = 4;
    ASSERT_EXCEPTION: Int = 5;
}

#[php_function("trigger_error(string $message, int $error_level = E_USER_NOTICE): true")]
fn trigger_error(cx: &mut Cx, message: &Str, error_level: i64) -> Result<bool> {
    match error_level {
        E_USER_ERROR => diagnostics::deprecated(
            cx,
            "Passing E_USER_ERROR to trigger_error() is deprecated since 8.4, throw an exception or call exit with a string message instead",
        )?,
        E_USER_WARNING | E_USER_NOTICE | E_USER_DEPRECATED => {}
        _ => return Err(value_error(cx, 2, "must be one of E_USER_ERROR, E_USER_WARNING, E_USER_NOTICE, or E_USER_DEPRECATED")),
    }
    diagnostics::raise(cx, error_level, message)?;
    Ok(true)
}

#[php_function("set_error_handler(?callable $callback, int $error_levels = E_ALL)")]
fn set_error_handler(callback: &Value, error_levels: i64) -> Option<Value> {
    let handler = (!callback.is_null()).then(|| Handler { callable: callback.clone(), levels: error_levels });
    diagnostics::set_handler(handler)
}

#[php_function("restore_error_handler(): true")]
fn restore_error_handler() -> bool {
    diagnostics::restore_handler();
    true
}

#[php_function("get_error_handler(): ?callable", READS_GLOBAL)]
fn get_error_handler() -> Option<Value> {
    diagnostics::handler()
}

#[php_function("set_exception_handler(?callable $callback)")]
fn set_exception_handler(callback: &Value) -> Option<Value> {
    uncaught::set_handler((!callback.is_null()).then(|| callback.clone()))
}

#[php_function("restore_exception_handler(): true")]
fn restore_exception_handler() -> bool {
    uncaught::restore_handler();
    true
}

#[php_function("get_exception_handler(): ?callable", READS_GLOBAL)]
fn get_exception_handler() -> Option<Value> {
    uncaught::handler()
}

#[php_function("error_get_last(): ?array", READS_GLOBAL)]
fn error_get_last() -> Option<Array> {
    diagnostics::last_error().map(|report| {
        let mut error = Array::new();
        error.set_bytes(b"type", report.level);
        error.set_bytes(b"message", report.message);
        error.set_bytes(b"file", report.file);
        error.set_bytes(b"line", report.line as i64);
        error
    })
}

#[php_function("error_clear_last(): void", WRITES_GLOBAL)]
fn error_clear_last() {
    diagnostics::clear_last_error();
}

#[php_function("error_reporting(?int $error_level = null): int", AMBIENT)]
fn error_reporting(error_level: Option<i64>) -> i64 {
    match error_level {
        Some(level) => ini::set_error_reporting(level),
        None => ini::error_reporting(),
    }
}

#[php_function("error_log(string $message, int $message_type = 0, ?string $destination = null, ?string $additional_headers = null): bool", WARNS | AMBIENT)]
fn error_log(cx: &mut Cx, message: &Str, message_type: i64, destination: Option<&Str>, headers: Option<&Str>) -> Result<bool> {
    let _ = headers;
    match (message_type, destination) {
        (3, Some(file)) => {
            let Some(mut stream) = crate::io::open::open(cx, file, b"a")? else { return Ok(false) };
            Ok(stream.write(cx, message).is_ok())
        }
        (1 | 2, _) => Ok(false),
        _ => {
            let log = ini::text("error_log");
            if log.is_empty() {
                output::write_stderr(&[&message[..], b"\n"].concat());
                return Ok(true);
            }
            let stamp = format!("[{}] ", crate::engine::time::log_stamp());
            let Some(mut stream) = crate::io::open::open(cx, &log, b"a")? else { return Ok(false) };
            Ok(stream.write(cx, &[stamp.as_bytes(), message, b"\n"].concat()).is_ok())
        }
    }
}

const DEBUG_BACKTRACE_PROVIDE_OBJECT: i64 = 1;
const DEBUG_BACKTRACE_IGNORE_ARGS: i64 = 2;

fn options(options: i64, limit: i64) -> display::Options {
    display::Options {
        with_objects: options & DEBUG_BACKTRACE_PROVIDE_OBJECT != 0,
        with_args: options & DEBUG_BACKTRACE_IGNORE_ARGS == 0,
        limit: limit.max(0) as usize,
        // The call of this function itself.
        skip: 1,
    }
}

#[php_function("debug_backtrace(int $options = DEBUG_BACKTRACE_PROVIDE_OBJECT, int $limit = 0): array", TRACES | ALLOCATES)]
fn debug_backtrace(options_: i64, limit: i64) -> Array {
    display::build(options(options_, limit))
}

#[php_function("debug_print_backtrace(int $options = 0, int $limit = 0): void")]
fn debug_print_backtrace(cx: &mut Cx, options_: i64, limit: i64) -> Result {
    let text = display::print_text(cx, options(options_, limit))?;
    output::write(cx, &text);
    cx.check()
}

#[php_function("assert(mixed $assertion, Throwable|string|null $description = null): bool")]
fn assert(cx: &mut Cx, assertion: &Value, description: &Value) -> Result<bool> {
    if convert::to_bool(assertion) {
        return Ok(true);
    }
    if let Some(exception) = description.as_object() {
        return Err(exceptions::throw(exception.clone()));
    }
    let text = description.as_str().cloned().unwrap_or_default();
    if ini::flag("assert.exception") {
        return Err(cx.throw("AssertionError", &text[..]));
    }
    if ini::flag("assert.warning") {
        if text.is_empty() {
            warning(cx, "Assertion failed")?;
        } else {
            warning(cx, [&text[..], b" failed"].concat())?;
        }
    }
    Ok(false)
}

#[php_function("assert_options(int $option, mixed $value = UNKNOWN): mixed", deprecated = " since 8.3")]
fn assert_options(cx: &mut Cx, option: i64, value: &Value) -> Result<Value> {
    let name: &[u8] = match option {
        ASSERT_ACTIVE => b"assert.active",
        ASSERT_CALLBACK => b"assert.callback",
        ASSERT_BAIL => b"assert.bail",
        ASSERT_WARNING => b"assert.warning",
        ASSERT_EXCEPTION => b"assert.exception",
        _ => return Err(value_error(cx, 1, "must be an ASSERT_* constant")),
    };
    let old = ini::get(name).flatten().unwrap_or_default();
    if !value.is_undef() {
        let new = convert::to_str(cx, value)?;
        ini::set(name, &new);
    }
    Ok(Value::int(convert::str_to_int(&old)))
}
