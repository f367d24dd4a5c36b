//! `++` and `--`, with the letters' carry of strings.

use super::{Operator, overloaded};
use crate::convert::{Number, parse_numeric, type_name, value_name};
use crate::pending::Result;
use crate::value::View;
use crate::{Cx, Str, Value, diagnostics};

/// The value after `++`.
#[inline]
pub fn increment(cx: &mut Cx, value: &Value) -> Result<Value> {
    match value.as_int() {
        Some(int) => Ok(int.checked_add(1).map_or(Value::float(int as f64 + 1.0), Value::int)),
        None => increment_slow(cx, value),
    }
}

fn increment_slow(cx: &mut Cx, value: &Value) -> Result<Value> {
    Ok(match value.view() {
        View::Undef | View::Null => Value::int(1),
        View::Bool(_) => {
            no_effect(cx, "Increment", value)?;
            value.clone()
        }
        View::Int(_) => return increment(cx, value),
        View::Float(float) => Value::float(float + 1.0),
        View::Str(text) => return increment_str(cx, text),
        View::Reference(cell) => return increment(cx, &cell.get()),
        _ => match overloaded(cx, Operator::Add, value, &Value::int(1))? {
            Some(value) => value,
            None => return Err(cx.throw_type_error(&format!("Cannot increment {}", value_name(value)))),
        },
    })
}

/// The value after `--`.
#[inline]
pub fn decrement(cx: &mut Cx, value: &Value) -> Result<Value> {
    match value.as_int() {
        Some(int) => Ok(int.checked_sub(1).map_or(Value::float(int as f64 - 1.0), Value::int)),
        None => decrement_slow(cx, value),
    }
}

fn decrement_slow(cx: &mut Cx, value: &Value) -> Result<Value> {
    Ok(match value.view() {
        View::Undef | View::Null | View::Bool(_) => {
            no_effect(cx, "Decrement", value)?;
            value.deref().into_plain()
        }
        View::Int(_) => return decrement(cx, value),
        View::Float(float) => Value::float(float - 1.0),
        View::Str(text) if text.is_empty() => {
            diagnostics::deprecated(cx, "Decrement on empty string is deprecated as non-numeric")?;
            Value::int(-1)
        }
        View::Str(text) => match parse_numeric(text) {
            Some(Number::Int(int)) => return decrement(cx, &Value::int(int)),
            Some(Number::Float(float)) => Value::float(float - 1.0),
            None => {
                diagnostics::deprecated(cx, "Decrement on non-numeric string has no effect and is deprecated")?;
                value.clone()
            }
        },
        View::Reference(cell) => return decrement(cx, &cell.get()),
        _ => match overloaded(cx, Operator::Sub, value, &Value::int(1))? {
            Some(value) => value,
            None => return Err(cx.throw_type_error(&format!("Cannot decrement {}", value_name(value)))),
        },
    })
}

fn no_effect(cx: &mut Cx, what: &str, value: &Value) -> Result {
    let ty = type_name(value);
    diagnostics::warning(cx, &format!("{what} on type {ty} has no effect, this will change in the next major version of PHP"))
}

fn increment_str(cx: &mut Cx, text: &Str) -> Result<Value> {
    match parse_numeric(text) {
        Some(Number::Int(int)) => return increment(cx, &Value::int(int)),
        Some(Number::Float(float)) => return Ok(Value::float(float + 1.0)),
        None => {}
    }
    if text.is_empty() || !text.iter().all(u8::is_ascii_alphanumeric) {
        diagnostics::deprecated(cx, "Increment on non-alphanumeric string is deprecated")?;
    }
    if text.is_empty() {
        return Ok(Value::string("1"));
    }
    Ok(carry(text).into())
}

/// `"Az"` to `"Ba"`, `"zz"` to `"aaa"`.
fn carry(text: &Str) -> Str {
    let mut bytes = text.to_vec();
    for at in (0..bytes.len()).rev() {
        let (first, last) = match bytes[at] {
            b'a'..=b'z' => (b'a', b'z'),
            b'A'..=b'Z' => (b'A', b'Z'),
            b'0'..=b'9' => (b'0', b'9'),
            _ => return Str::new(&bytes),
        };
        if bytes[at] != last {
            bytes[at] += 1;
            return Str::new(&bytes);
        }
        bytes[at] = first;
        if at == 0 {
            bytes.insert(0, if first == b'0' { b'1' } else { first });
        }
    }
    Str::new(&bytes)
}
