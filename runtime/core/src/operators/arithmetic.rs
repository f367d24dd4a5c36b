//! `+ - * / % **`, with ints that overflow into floats.

use super::{Operator, operand_int, operand_number, overloaded, unsupported};
use crate::array::Array;
use crate::convert::Number;
use crate::pending::Result;
use crate::value::Tag;
use crate::{Cx, Thrown, Value, diagnostics};

impl From<Number> for Value {
    fn from(number: Number) -> Value {
        match number {
            Number::Int(int) => Value::int(int),
            Number::Float(float) => Value::float(float),
        }
    }
}

fn add_numbers(left: Number, right: Number) -> Number {
    match (left, right) {
        (Number::Int(a), Number::Int(b)) => a.checked_add(b).map_or(Number::Float(a as f64 + b as f64), Number::Int),
        _ => Number::Float(left.to_float() + right.to_float()),
    }
}

fn sub_numbers(left: Number, right: Number) -> Number {
    match (left, right) {
        (Number::Int(a), Number::Int(b)) => a.checked_sub(b).map_or(Number::Float(a as f64 - b as f64), Number::Int),
        _ => Number::Float(left.to_float() - right.to_float()),
    }
}

fn mul_numbers(left: Number, right: Number) -> Number {
    match (left, right) {
        (Number::Int(a), Number::Int(b)) => a.checked_mul(b).map_or(Number::Float(a as f64 * b as f64), Number::Int),
        _ => Number::Float(left.to_float() * right.to_float()),
    }
}

macro_rules! arithmetic {
    ($($(#[$doc:meta])* $name:ident, $slow:ident, $operator:ident, $numbers:ident;)*) => {$(
        $(#[$doc])*
        #[inline]
        pub fn $name(cx: &mut Cx, left: &Value, right: &Value) -> Result<Value> {
            match (left.tag(), right.tag()) {
                (Tag::INT | Tag::FLOAT, Tag::INT | Tag::FLOAT) => Ok($numbers(quick(left), quick(right)).into()),
                _ => $slow(cx, left, right),
            }
        }

        #[inline(never)]
        fn $slow(cx: &mut Cx, left: &Value, right: &Value) -> Result<Value> {
            if let Some(value) = early(cx, Operator::$operator, left, right)? {
                return Ok(value);
            }
            let (a, b) = both_numbers(cx, Operator::$operator, left, right)?;
            Ok($numbers(a, b).into())
        }
    )*};
}

arithmetic! {
    /// `$left + $right`; arrays are united.
    add, add_slow, Add, add_numbers;
    sub, sub_slow, Sub, sub_numbers;
    mul, mul_slow, Mul, mul_numbers;
}

/// A value known to be int or float.
#[inline]
fn quick(value: &Value) -> Number {
    match value.as_int() {
        Some(int) => Number::Int(int),
        None => Number::Float(value.as_float().unwrap_or(0.0)),
    }
}

/// Overloaded operators and the union of arrays.
fn early(cx: &mut Cx, operator: Operator, left: &Value, right: &Value) -> Result<Option<Value>> {
    if operator == Operator::Add {
        if let (Some(a), Some(b)) = (left.deref().as_array(), right.deref().as_array()) {
            return Ok(Some(union(a, b).into()));
        }
    }
    overloaded(cx, operator, left, right)
}

fn both_numbers(cx: &mut Cx, operator: Operator, left: &Value, right: &Value) -> Result<(Number, Number)> {
    let Some(a) = operand_number(cx, left)? else { return Err(unsupported(cx, operator, left, right)) };
    let Some(b) = operand_number(cx, right)? else { return Err(unsupported(cx, operator, left, right)) };
    Ok((a, b))
}

/// `$left + $right` of arrays: what `left` has wins.
fn union(left: &Array, right: &Array) -> Array {
    let mut all = left.clone();
    if left.ptr_eq(right) || right.is_empty() {
        return all;
    }
    for (key, value) in right.iter_raw() {
        if !all.contains(key) {
            // A reference that only `right` holds is a value.
            let value = match value.as_reference() {
                Some(cell) if cell.count() == 1 => cell.get(),
                _ => value.to_value(),
            };
            all.set(key, value);
        }
    }
    all
}

/// `$left / $right`: an int only if the division has no rest.
pub fn div(cx: &mut Cx, left: &Value, right: &Value) -> Result<Value> {
    if let Some(value) = overloaded(cx, Operator::Div, left, right)? {
        return Ok(value);
    }
    let (a, b) = both_numbers(cx, Operator::Div, left, right)?;
    if b.to_float() == 0.0 {
        return Err(division_by_zero(cx));
    }
    Ok(match (a, b) {
        (Number::Int(a), Number::Int(b)) => match a.checked_rem(b) {
            Some(0) => Value::int(a / b),
            _ => Value::float(a as f64 / b as f64),
        },
        _ => Value::float(a.to_float() / b.to_float()),
    })
}

#[cold]
fn division_by_zero(cx: &mut Cx) -> Thrown {
    cx.throw("DivisionByZeroError", "Division by zero")
}

/// `/` of ints.
pub fn int_div(cx: &mut Cx, left: i64, right: i64) -> Result<Value> {
    match (right, left.checked_rem(right)) {
        (0, _) => Err(division_by_zero(cx)),
        (_, Some(0)) => Ok(Value::int(left / right)),
        _ => Ok(Value::float(left as f64 / right as f64)),
    }
}

/// `$left % $right`.
pub fn modulo(cx: &mut Cx, left: &Value, right: &Value) -> Result<Value> {
    if let Some(value) = overloaded(cx, Operator::Mod, left, right)? {
        return Ok(value);
    }
    let Some(a) = operand_int(cx, left)? else { return Err(unsupported(cx, Operator::Mod, left, right)) };
    let Some(b) = operand_int(cx, right)? else { return Err(unsupported(cx, Operator::Mod, left, right)) };
    int_mod(cx, a, b).map(Value::int)
}

/// `%` of ints.
#[inline]
pub fn int_mod(cx: &mut Cx, left: i64, right: i64) -> Result<i64> {
    if right == 0 {
        return Err(cx.throw("DivisionByZeroError", "Modulo by zero"));
    }
    Ok(left.wrapping_rem(right))
}

/// `$left ** $right`.
pub fn pow(cx: &mut Cx, left: &Value, right: &Value) -> Result<Value> {
    if let Some(value) = overloaded(cx, Operator::Pow, left, right)? {
        return Ok(value);
    }
    let (base, exponent) = both_numbers(cx, Operator::Pow, left, right)?;
    if base.to_float() == 0.0 && exponent.to_float() < 0.0 {
        diagnostics::deprecated(cx, "Power of base 0 and negative exponent is deprecated")?;
    }
    Ok(match (base, exponent) {
        (Number::Int(base), Number::Int(exponent)) => int_pow(base, exponent),
        _ => Value::float(base.to_float().powf(exponent.to_float())),
    })
}

/// `**` of ints: squares until it overflows, then goes on in floats as Zend does (the digits depend on it).
pub fn int_pow(base: i64, exponent: i64) -> Value {
    if exponent < 0 {
        return Value::float((base as f64).powf(exponent as f64));
    }
    let (mut result, mut square, mut rest) = (1i64, base, exponent);
    while rest >= 1 {
        if rest % 2 == 1 {
            rest -= 1;
            match result.checked_mul(square) {
                Some(next) => result = next,
                None => return Value::float(result as f64 * square as f64 * (square as f64).powf(rest as f64)),
            }
        } else {
            rest /= 2;
            match square.checked_mul(square) {
                Some(next) => square = next,
                None => return Value::float(result as f64 * (square as f64 * square as f64).powf(rest as f64)),
            }
        }
    }
    Value::int(result)
}

/// `-$value`, which PHP computes as `$value * -1`.
pub fn negate(cx: &mut Cx, value: &Value) -> Result<Value> {
    mul(cx, value, &Value::int(-1))
}

/// `+$value`, which PHP computes as `$value * 1`.
pub fn plus(cx: &mut Cx, value: &Value) -> Result<Value> {
    mul(cx, value, &Value::int(1))
}
