//! Types and conversions.

use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions = functions![
    gettype, get_debug_type, settype, intval, floatval, strval, boolval, is_null, is_resource, is_bool, is_int, is_float, is_numeric,
    is_string, is_array, is_object, is_scalar, is_iterable, is_countable, is_callable, get_resource_type, get_resource_id,
];
pub(crate) static ALIASES: Aliases =
    aliases![is_integer = is_int, is_long = is_int, is_double = is_float, doubleval = floatval];

fn type_word(value: &Value) -> &'static str {
    match value.view() {
        View::Undef | View::Null => "NULL",
        View::Bool(_) => "boolean",
        View::Int(_) => "integer",
        View::Float(_) => "double",
        View::Str(_) => "string",
        View::Array(_) => "array",
        View::Object(_) => "object",
        View::Resource(resource) if resource.is_open() => "resource",
        View::Resource(_) => "resource (closed)",
        View::Reference(_) => "reference",
    }
}

#[php_function("gettype(mixed $value): string", PURE)]
fn gettype(value: &Value) -> Str {
    type_word(value).into()
}

#[php_function("get_debug_type(mixed $value): string", READS_GLOBAL)]
fn get_debug_type(value: &Value) -> Str {
    match value.view() {
        View::Object(object) => {
            let name = phpc_core::hooks::class_name(object);
            // Anonymous classes: `Parent@anonymous`.
            match memchr::memchr(0, &name) {
                Some(end) => Str::new(&name[..end]),
                None => name,
            }
        }
        View::Resource(resource) if resource.is_open() => format!("resource ({})", resource.kind()).into(),
        View::Resource(_) => "resource (closed)".into(),
        _ => convert::type_name(value),
    }
}

#[php_function("settype(mixed &$var, string $type): bool")]
fn settype(cx: &mut Cx, var: &Reference, type_: &Str) -> Result<bool> {
    let value = var.get();
    let new = match type_.to_ascii_lowercase().as_slice() {
        b"integer" | b"int" => Value::int(convert::to_int(cx, &value)?),
        b"float" | b"double" => Value::float(convert::to_float(cx, &value)?),
        b"string" => convert::to_str(cx, &value)?.into(),
        b"array" => convert::to_array(&value).into(),
        b"object" => phpc_core::behaviour::cast::to_object(cx, &value)?.into(),
        b"bool" | b"boolean" => Value::bool(convert::to_bool(&value)),
        b"null" => Value::NULL,
        b"resource" => return Err(cx.throw_value_error("Cannot convert to resource type")),
        _ => return Err(value_error(cx, 2, "must be a valid type")),
    };
    var.set(new);
    Ok(true)
}

#[php_function("intval(mixed $value, int $base = 10): int")]
fn intval(cx: &mut Cx, value: &Value, base: i64) -> Result<i64> {
    match value.as_str() {
        Some(text) if base != 10 => Ok(int_in_base(text, base)),
        _ => convert::to_int(cx, value),
    }
}

/// `strtol` with PHP's `0b` and `0o`.
fn int_in_base(text: &[u8], base: i64) -> i64 {
    let text = text.trim_ascii_start();
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let prefix = |letter: u8| matches!(digits, [b'0', found, ..] if found.to_ascii_lowercase() == letter);
    let (base, digits) = match base {
        0 | 16 if prefix(b'x') => (16, &digits[2..]),
        0 | 2 if prefix(b'b') => (2, &digits[2..]),
        0 | 8 if prefix(b'o') => (8, &digits[2..]),
        0 if digits.first() == Some(&b'0') => (8, digits),
        0 => (10, digits),
        2..=36 => (base, digits),
        _ => return 0,
    };
    let mut value: i64 = 0;
    for &byte in digits {
        let Some(digit) = (byte as char).to_digit(36).map(i64::from).filter(|&digit| digit < base) else { break };
        let next = value.checked_mul(base).and_then(|value| if negative { value.checked_sub(digit) } else { value.checked_add(digit) });
        match next {
            Some(next) => value = next,
            None => return if negative { i64::MIN } else { i64::MAX },
        }
    }
    value
}

#[php_function("floatval(mixed $value): float")]
fn floatval(cx: &mut Cx, value: &Value) -> Result<f64> {
    convert::to_float(cx, value)
}

#[php_function("strval(mixed $value): string")]
fn strval(cx: &mut Cx, value: &Value) -> Result<Str> {
    convert::to_str(cx, value)
}

#[php_function("boolval(mixed $value): bool", PURE)]
fn boolval(value: &Value) -> bool {
    convert::to_bool(value)
}

#[php_function("is_null(mixed $value): bool", PURE)]
fn is_null(value: &Value) -> bool {
    value.is_null()
}

#[php_function("is_resource(mixed $value): bool", READS_GLOBAL)]
fn is_resource(value: &Value) -> bool {
    value.as_resource().is_some_and(|resource| resource.is_open())
}

#[php_function("is_bool(mixed $value): bool", PURE)]
fn is_bool(value: &Value) -> bool {
    value.as_bool().is_some()
}

#[php_function("is_int(mixed $value): bool", PURE)]
fn is_int(value: &Value) -> bool {
    value.as_int().is_some()
}

#[php_function("is_float(mixed $value): bool", PURE)]
fn is_float(value: &Value) -> bool {
    value.as_float().is_some()
}

#[php_function("is_numeric(mixed $value): bool", PURE)]
fn is_numeric(value: &Value) -> bool {
    match value.view() {
        View::Int(_) | View::Float(_) => true,
        View::Str(text) => convert::parse_numeric(text).is_some(),
        _ => false,
    }
}

#[php_function("is_string(mixed $value): bool", PURE)]
fn is_string(value: &Value) -> bool {
    value.as_str().is_some()
}

#[php_function("is_array(mixed $value): bool", PURE)]
fn is_array(value: &Value) -> bool {
    value.as_array().is_some()
}

#[php_function("is_object(mixed $value): bool", PURE)]
fn is_object(value: &Value) -> bool {
    value.as_object().is_some()
}

#[php_function("is_scalar(mixed $value): bool", PURE)]
fn is_scalar(value: &Value) -> bool {
    matches!(value.view(), View::Bool(_) | View::Int(_) | View::Float(_) | View::Str(_))
}

#[php_function("is_iterable(mixed $value): bool", READS_GLOBAL)]
fn is_iterable(value: &Value) -> bool {
    value.as_array().is_some() || value.as_object().is_some_and(phpc_core::behaviour::iteration::is_traversable)
}

#[php_function("is_countable(mixed $value): bool", READS_GLOBAL)]
fn is_countable(value: &Value) -> bool {
    value.as_array().is_some() || value.as_object().is_some_and(|object| crate::access::is_a(object, b"countable"))
}

#[php_function("is_callable(mixed $value, bool $syntax_only = false, &$callable_name = null): bool")]
fn is_callable(cx: &mut Cx, value: &Value, syntax_only: bool, callable_name: &Value) -> Result<bool> {
    if let Some(cell) = callable_name.as_reference() {
        cell.set(callable_text(cx, value)?);
    }
    if syntax_only {
        return Ok(match value.view() {
            View::Str(_) => true,
            View::Array(pair) => {
                pair.len() == 2
                    && pair.get_int(0).is_some_and(|on| on.as_str().is_some() || on.as_object().is_some())
                    && pair.get_int(1).is_some_and(|name| name.as_str().is_some())
            }
            View::Object(_) => phpc_core::calls::callable::is_callable(cx, value)?,
            _ => false,
        });
    }
    phpc_core::calls::callable::is_callable(cx, value)
}

/// The name that `is_callable` tells of.
fn callable_text(cx: &mut Cx, value: &Value) -> Result<Value> {
    Ok(match value.view() {
        View::Array(pair) => match (pair.get_int(0), pair.get_int(1)) {
            (Some(on), Some(name)) if pair.len() == 2 && name.as_str().is_some() => {
                let class = match on.view() {
                    View::Object(object) => phpc_core::hooks::class_name(object),
                    View::Str(class) => class.clone(),
                    _ => return Ok(Value::string("Array")),
                };
                Str::concat(&[&class, b"::", name.as_str().expect("tested")]).into()
            }
            _ => Value::string("Array"),
        },
        View::Object(object) => Str::concat(&[&phpc_core::hooks::class_name(object), b"::__invoke"]).into(),
        _ => convert::to_str(cx, value)?.into(),
    })
}

#[php_function("get_resource_type($resource): string", THROWS)]
fn get_resource_type(cx: &mut Cx, resource: &Value) -> Result<Str> {
    match resource.as_resource() {
        Some(resource) => Ok(resource.kind().into()),
        None => Err(extension::wrong_argument(cx, 1, "resource", resource)),
    }
}

#[php_function("get_resource_id($resource): int", THROWS)]
fn get_resource_id(cx: &mut Cx, resource: &Value) -> Result<i64> {
    match resource.as_resource() {
        Some(resource) => Ok(resource.id()),
        None => Err(extension::wrong_argument(cx, 1, "resource", resource)),
    }
}
