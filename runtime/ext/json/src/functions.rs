//! `json_encode`, `json_decode`, `json_validate`, `json_last_error`.

use crate::decode::{self, Mode};
use crate::encode::Encoder;
use crate::state::{self, *};
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::extension::{OrFalse, value_error};
use phpc_core::{Cx, Result, Str, Value, functions};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] =
    functions![json_encode, json_decode, json_validate, json_last_error, json_last_error_msg];

const LONGEST: i64 = i32::MAX as i64;

#[php_function("json_encode(mixed $value, int $flags = 0, int $depth = 512): string|false")]
fn json_encode(cx: &mut Cx, value: &Value, flags: i64, depth: i64) -> Result<OrFalse<Str>> {
    let partial = flags & JSON_PARTIAL_OUTPUT_ON_ERROR != 0;
    let mut encoder = Encoder::new(flags, depth);
    encoder.value(cx, value)?;
    let error = encoder.error;
    if flags & JSON_THROW_ON_ERROR == 0 || partial {
        set_last_error(error);
        if error != JSON_ERROR_NONE && !partial {
            return Ok(OrFalse::NO);
        }
    } else if error != JSON_ERROR_NONE {
        return Err(state::throw(cx, error));
    }
    Ok(OrFalse::from(encoder.out))
}

#[php_function("json_decode(string $json, ?bool $associative = null, int $depth = 512, int $flags = 0): mixed")]
fn json_decode(cx: &mut Cx, json: &Str, associative: Option<bool>, depth: i64, flags: i64) -> Result<Value> {
    let throws = flags & JSON_THROW_ON_ERROR != 0;
    if !throws {
        set_last_error(JSON_ERROR_NONE);
    }
    if json.is_empty() {
        return failed(cx, JSON_ERROR_SYNTAX, throws);
    }
    check_depth(cx, 3, depth)?;
    let as_arrays = associative.unwrap_or(flags & JSON_OBJECT_AS_ARRAY != 0);
    let mode = if as_arrays { Mode::Arrays } else { Mode::Objects };
    match decode::decode(cx, json, flags, depth, mode)? {
        Ok(value) => Ok(value),
        Err(code) => failed(cx, code, throws),
    }
}

fn failed(cx: &mut Cx, code: i64, throws: bool) -> Result<Value> {
    if throws {
        return Err(state::throw(cx, code));
    }
    set_last_error(code);
    Ok(Value::NULL)
}

fn check_depth(cx: &mut Cx, argument: usize, depth: i64) -> Result {
    if depth <= 0 {
        return Err(value_error(cx, argument, "must be greater than 0"));
    }
    if depth > LONGEST {
        return Err(value_error(cx, argument, format!("must be less than {LONGEST}")));
    }
    Ok(())
}

#[php_function("json_validate(string $json, int $depth = 512, int $flags = 0): bool", THROWS)]
fn json_validate(cx: &mut Cx, json: &Str, depth: i64, flags: i64) -> Result<bool> {
    if flags != 0 && flags != JSON_INVALID_UTF8_IGNORE {
        return Err(value_error(cx, 3, "must be a valid flag (allowed flags: JSON_INVALID_UTF8_IGNORE)"));
    }
    if json.is_empty() {
        set_last_error(JSON_ERROR_SYNTAX);
        return Ok(false);
    }
    set_last_error(JSON_ERROR_NONE);
    check_depth(cx, 2, depth)?;
    let result = decode::decode(cx, json, flags, depth, Mode::Nothing)?;
    if let Err(code) = result {
        set_last_error(code);
    }
    Ok(result.is_ok())
}

#[php_function("json_last_error(): int", READS_GLOBAL)]
fn json_last_error() -> i64 {
    state::last_error()
}

#[php_function("json_last_error_msg(): string", READS_GLOBAL)]
fn json_last_error_msg() -> Str {
    Str::from(state::text(state::last_error()))
}
