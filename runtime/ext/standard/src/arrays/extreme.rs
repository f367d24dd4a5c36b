//! The least, the greatest, sums and products.

use crate::prelude::*;
use phpc_core::operators;
use std::cmp::Ordering;

pub(crate) static FUNCTIONS: Functions = functions![min, max, array_sum, array_product];

#[php_function("min(mixed $value, mixed ...$values): mixed")]
fn min(cx: &mut Cx, value: &Value, values: &[Value]) -> Result<Value> {
    extreme(cx, value, values, Ordering::Less)
}

#[php_function("max(mixed $value, mixed ...$values): mixed")]
fn max(cx: &mut Cx, value: &Value, values: &[Value]) -> Result<Value> {
    extreme(cx, value, values, Ordering::Greater)
}

fn extreme(cx: &mut Cx, value: &Value, values: &[Value], wanted: Ordering) -> Result<Value> {
    match values {
        [] => {
            let Some(array) = value.as_array() else {
                return Err(extension::wrong_argument(cx, 1, "array", value));
            };
            of_array(cx, array, wanted)
        }
        // Two values: PHP's frameless form, which prefers the second of two equal ones for the minimum.
        [other] => {
            let ordering = compare(cx, value, other)?;
            let first = if wanted == Ordering::Less { ordering == Ordering::Less } else { ordering != Ordering::Less };
            Ok(if first { value.clone() } else { other.clone() })
        }
        _ => {
            let mut best = value;
            for other in values {
                if compare(cx, other, best)? == wanted {
                    best = other;
                }
            }
            Ok(best.clone())
        }
    }
}

#[inline]
fn compare(cx: &mut Cx, left: &Value, right: &Value) -> Result<Ordering> {
    match (left.view(), right.view()) {
        (View::Int(left), View::Int(right)) => Ok(left.cmp(&right)),
        _ => operators::compare(cx, left, right),
    }
}

fn of_array(cx: &mut Cx, array: &Array, wanted: Ordering) -> Result<Value> {
    if let Some(ints) = array.as_ints().filter(|ints| !ints.is_empty()) {
        let best = if wanted == Ordering::Less { ints.iter().min() } else { ints.iter().max() };
        return Ok(Value::int(*best.expect("not empty")));
    }
    let mut best: Option<Value> = None;
    for value in array.values() {
        match &best {
            Some(old) if compare(cx, &value, old)? != wanted => {}
            _ => best = Some(value.to_value()),
        }
    }
    match best {
        Some(best) => Ok(best),
        None => Err(value_error(cx, 1, "must contain at least one element")),
    }
}

#[php_function("array_sum(array $array): int|float")]
fn array_sum(cx: &mut Cx, array: &Array) -> Result<Value> {
    if let Some(ints) = array.as_ints()
        && let Some(sum) = ints.iter().try_fold(0i64, |sum, &int| sum.checked_add(int))
    {
        return Ok(Value::int(sum));
    }
    if let Some(floats) = array.as_floats() {
        return Ok(Value::float(floats.iter().fold(0.0, |sum, float| sum + float)));
    }
    fold(cx, array, Value::int(0), "Addition", operators::add)
}

#[php_function("array_product(array $array): int|float")]
fn array_product(cx: &mut Cx, array: &Array) -> Result<Value> {
    fold(cx, array, Value::int(1), "Multiplication", operators::mul)
}

fn fold(cx: &mut Cx, array: &Array, start: Value, name: &str, operator: fn(&mut Cx, &Value, &Value) -> Result<Value>) -> Result<Value> {
    let mut result = start;
    for value in array.values() {
        let operand = match value.view() {
            View::Array(_) => None,
            View::Object(object) => phpc_core::hooks::object_cast(cx, object, phpc_core::hooks::Cast::Number)?,
            View::Resource(resource) => {
                result = operator(cx, &result, &Value::int(resource.id()))?;
                None
            }
            View::Str(text) if convert::parse_prefix(text).is_none() => {
                result = operator(cx, &result, &Value::int(0))?;
                None
            }
            _ => Some(value.to_value()),
        };
        match operand {
            Some(operand) => result = operator(cx, &result, &operand)?,
            None => warning(cx, format!("{name} is not supported on type {}", convert::type_name(&value)))?,
        }
    }
    Ok(result)
}
