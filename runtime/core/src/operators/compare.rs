//! `== < <= <=> ===`. What cannot be compared counts as greater, as in Zend.

use crate::array::{Array, ArrayKind};
use crate::convert::{self, Number, Prefix, to_bool};
use crate::hooks::{self, Cast};
use crate::pending::Result;
use crate::value::{Tag, View};
use crate::{Cx, Str, Value, diagnostics};
use phpc_abi::layout::FLAG_VISITED;
use std::cmp::Ordering::{self, Equal, Greater, Less};

/// `$left <=> $right`.
pub fn compare(cx: &mut Cx, left: &Value, right: &Value) -> Result<Ordering> {
    Ok(match (left.view(), right.view()) {
        (View::Int(a), View::Int(b)) => a.cmp(&b),
        (View::Int(a), View::Float(b)) => compare_floats(a as f64, b),
        (View::Float(a), View::Int(b)) => compare_floats(a, b as f64),
        (View::Float(a), View::Float(b)) => compare_floats(a, b),
        (View::Str(a), View::Str(b)) => compare_strings(a, b),
        (View::Array(a), View::Array(b)) => return compare_arrays(cx, a, b),
        (View::Reference(a), _) => return compare(cx, &a.get(), right),
        (_, View::Reference(b)) => return compare(cx, left, &b.get()),
        (View::Object(a), View::Object(b)) => {
            if a.ptr_eq(b) {
                return Ok(Equal);
            }
            hooks::compare_objects(cx, a, b)?.unwrap_or(Greater)
        }
        (View::Object(_), _) => return compare_object(cx, left, right),
        (_, View::Object(_)) => return Ok(compare_object(cx, right, left)?.reverse()),
        (View::Undef | View::Null, View::Str(b)) => if b.is_empty() { Equal } else { Less },
        (View::Str(a), View::Undef | View::Null) => if a.is_empty() { Equal } else { Greater },
        (View::Undef | View::Null | View::Bool(_), _) | (_, View::Undef | View::Null | View::Bool(_)) => {
            to_bool(left).cmp(&to_bool(right))
        }
        (View::Array(_), _) => Greater,
        (_, View::Array(_)) => Less,
        (View::Str(_), View::Float(b)) if b.is_nan() => Greater,
        (View::Str(a), _) => compare_number(number_of(right), a).reverse(),
        (_, View::Str(b)) => compare_number(number_of(left), b),
        _ => compare_numbers(number_of(left), number_of(right)),
    })
}

/// Ints, floats and resources as numbers.
fn number_of(value: &Value) -> Number {
    match value.view() {
        View::Float(float) => Number::Float(float),
        View::Int(int) => Number::Int(int),
        View::Resource(resource) => Number::Int(resource.id()),
        _ => Number::Int(0),
    }
}

#[inline]
fn compare_floats(left: f64, right: f64) -> Ordering {
    left.partial_cmp(&right).unwrap_or(Greater)
}

fn compare_numbers(left: Number, right: Number) -> Ordering {
    match (left, right) {
        (Number::Int(a), Number::Int(b)) => a.cmp(&b),
        _ => compare_floats(left.to_float(), right.to_float()),
    }
}

/// A number with a string: as numbers if the string is one, else as texts.
fn compare_number(number: Number, text: &Str) -> Ordering {
    if let Number::Float(float) = number {
        if float.is_nan() {
            return Greater;
        }
    }
    if let Some(other) = convert::parse_numeric(text) {
        return compare_numbers(number, other);
    }
    match number {
        Number::Int(int) => convert::int_digits(int, &mut [0; 20]).cmp(text.as_bytes()),
        Number::Float(float) => convert::float_to_str(float).cmp(text),
    }
}

/// `<=>` of strings: as numbers if both are.
pub fn compare_strings(left: &Str, right: &Str) -> Ordering {
    if left.as_ptr() == right.as_ptr() {
        return Equal;
    }
    // Single bytes compare so also where they are digits.
    if let ([a], [b]) = (left.as_bytes(), right.as_bytes()) {
        return a.cmp(b);
    }
    compare_as_numbers(left, right).unwrap_or_else(|| left.cmp(right))
}

/// `==` of strings.
#[inline]
pub fn strings_equal_loosely(left: &Str, right: &Str) -> bool {
    if left.as_ptr() == right.as_ptr() {
        return true;
    }
    // Numeric strings begin with at most this.
    if left.first().is_none_or(|&byte| byte > b'9') || right.first().is_none_or(|&byte| byte > b'9') {
        return left.as_bytes() == right.as_bytes();
    }
    compare_as_numbers(left, right).map_or_else(|| left.as_bytes() == right.as_bytes(), |ordering| ordering == Equal)
}

/// `None` if the strings compare as texts.
fn compare_as_numbers(left: &Str, right: &Str) -> Option<Ordering> {
    if left.first().is_none_or(|&byte| byte > b'9') || right.first().is_none_or(|&byte| byte > b'9') {
        return None;
    }
    let whole = |text: &Str| convert::parse_prefix(text).filter(|prefix| prefix.whole);
    let (a, b) = (whole(left)?, whole(right)?);
    let (overflow_a, overflow_b) = (overflow(left, a), overflow(right, b));
    if overflow_a != 0 && overflow_a == overflow_b {
        return None;
    }
    match (a.number, b.number) {
        (Number::Int(a), Number::Int(b)) => Some(a.cmp(&b)),
        (Number::Int(_), _) if overflow_b != 0 => Some(0.cmp(&overflow_b)),
        (_, Number::Int(_)) if overflow_a != 0 => Some(overflow_a.cmp(&0)),
        (Number::Float(a), Number::Float(b)) if a == b && !a.is_finite() => None,
        (a, b) => {
            let difference = a.to_float() - b.to_float();
            Some(if difference > 0.0 { Greater } else if difference < 0.0 { Less } else { Equal })
        }
    }
}

/// The sign of an integer text that is out of range; else 0.
fn overflow(text: &Str, prefix: Prefix) -> i32 {
    match prefix.number {
        Number::Float(float) if float.abs() >= 9e18 && !text.iter().any(|byte| matches!(byte, b'.' | b'e' | b'E')) => {
            if float < 0.0 { -1 } else { 1 }
        }
        _ => 0,
    }
}

/// An object with something that is no object.
fn compare_object(cx: &mut Cx, object: &Value, other: &Value) -> Result<Ordering> {
    let handle = object.as_object().expect("the caller saw an object");
    if let Some(ordering) = hooks::compare_object_other(cx, handle, other)? {
        return Ok(ordering);
    }
    let number = |cx: &mut Cx, to: Cast, name: &str| -> Result<Value> {
        if let Some(value) = hooks::object_cast(cx, handle, to)? {
            return Ok(value);
        }
        let class = hooks::class_name(handle);
        diagnostics::notice(cx, &format!("Object of class {class} could not be converted to {name}"))?;
        Ok(Value::int(1))
    };
    Ok(match other.view() {
        View::Undef | View::Null => Greater,
        View::Bool(value) => to_bool(object).cmp(&value),
        View::Int(_) | View::Resource(_) => {
            let value = number(cx, Cast::Int, "int")?;
            compare(cx, &value, other)?
        }
        View::Float(_) => {
            let value = number(cx, Cast::Float, "float")?;
            compare(cx, &value, other)?
        }
        View::Str(text) => match hooks::object_to_string_if_any(cx, handle)? {
            Some(own) => compare_strings(&own, text),
            None => Greater,
        },
        _ => Greater,
    })
}

/// `<=>` of arrays: fewer elements are less, then by `left`'s keys; a key missing in `right` cannot be compared.
pub fn compare_arrays(cx: &mut Cx, left: &Array, right: &Array) -> Result<Ordering> {
    if left.ptr_eq(right) {
        return Ok(Equal);
    }
    compare_arrays_by(cx, left, right, &mut |cx, a, b| compare(cx, a, b))
}

/// The same with another comparison of elements.
pub fn compare_arrays_by(
    cx: &mut Cx,
    left: &Array,
    right: &Array,
    elements: &mut dyn FnMut(&mut Cx, &Value, &Value) -> Result<Ordering>,
) -> Result<Ordering> {
    match left.len().cmp(&right.len()) {
        Equal => {}
        other => return Ok(other),
    }
    if let (Some(a), Some(b)) = (left.as_ints(), right.as_ints()) {
        return Ok(a.cmp(b));
    }
    if !enter(left) {
        diagnostics::fatal("Nesting level too deep - recursive dependency?");
    }
    let result = left.iter().try_fold(Equal, |_, (key, value)| match right.get(key) {
        None => Err(Stop::At(Greater)),
        Some(other) => match elements(cx, &value, &other) {
            Ok(Equal) => Ok(Equal),
            Ok(ordering) => Err(Stop::At(ordering)),
            Err(thrown) => Err(Stop::Thrown(thrown)),
        },
    });
    leave(left);
    match result {
        Ok(ordering) | Err(Stop::At(ordering)) => Ok(ordering),
        Err(Stop::Thrown(thrown)) => Err(thrown),
    }
}

enum Stop {
    At(Ordering),
    Thrown(crate::Thrown),
}

/// Marks an array as being compared; false if it already is. Inert arrays cannot contain themselves.
fn enter(array: &Array) -> bool {
    if array.is_inert() {
        return true;
    }
    // SAFETY: a live array; the flag is only a mark.
    unsafe {
        let flags = &raw mut (*array.as_ptr()).header.flags;
        let fresh = *flags & FLAG_VISITED == 0;
        *flags |= FLAG_VISITED;
        fresh
    }
}

fn leave(array: &Array) {
    if !array.is_inert() {
        // SAFETY: as above.
        unsafe { (*array.as_ptr()).header.flags &= !FLAG_VISITED }
    }
}

/// `$left == $right`.
#[inline]
pub fn equal(cx: &mut Cx, left: &Value, right: &Value) -> Result<bool> {
    match (left.tag(), right.tag()) {
        (Tag::INT, Tag::INT) => Ok(left.as_int() == right.as_int()),
        (Tag::STRING, Tag::STRING) => match (left.as_str(), right.as_str()) {
            (Some(a), Some(b)) => Ok(strings_equal_loosely(a, b)),
            _ => unreachable!("tags were tested"),
        },
        _ => Ok(compare(cx, left, right)? == Equal),
    }
}

/// `$left < $right`; `>` is this with the operands swapped.
#[inline]
pub fn less(cx: &mut Cx, left: &Value, right: &Value) -> Result<bool> {
    if let (Some(a), Some(b)) = (left.as_str(), right.as_str()) {
        return Ok(compare_strings(a, b) == Less);
    }
    Ok(compare(cx, left, right)? == Less)
}

/// `$left <= $right`.
#[inline]
pub fn less_equal(cx: &mut Cx, left: &Value, right: &Value) -> Result<bool> {
    if let (Some(a), Some(b)) = (left.as_str(), right.as_str()) {
        return Ok(compare_strings(a, b) != Greater);
    }
    Ok(compare(cx, left, right)? != Greater)
}

/// `$left === $right`. Runs no user code.
#[inline]
pub fn identical(left: &Value, right: &Value) -> bool {
    match (left.view(), right.view()) {
        (View::Undef | View::Null, View::Undef | View::Null) => true,
        (View::Bool(a), View::Bool(b)) => a == b,
        (View::Int(a), View::Int(b)) => a == b,
        (View::Float(a), View::Float(b)) => a == b,
        (View::Str(a), View::Str(b)) => a == b,
        (View::Array(a), View::Array(b)) => identical_arrays(a, b),
        (View::Object(a), View::Object(b)) => a.ptr_eq(b),
        (View::Resource(a), View::Resource(b)) => a.ptr_eq(b),
        (View::Reference(a), _) => identical(&a.get(), right),
        (_, View::Reference(b)) => identical(left, &b.get()),
        _ => false,
    }
}

/// Same keys in the same order with identical values.
fn identical_arrays(left: &Array, right: &Array) -> bool {
    if left.ptr_eq(right) {
        return true;
    }
    if left.len() != right.len() {
        return false;
    }
    if left.kind() == ArrayKind::Ints && right.kind() == ArrayKind::Ints {
        return left.as_ints() == right.as_ints();
    }
    if !enter(left) {
        diagnostics::fatal("Nesting level too deep - recursive dependency?");
    }
    let result = left.iter().zip(right.iter()).all(|((a_key, a), (b_key, b))| a_key == b_key && identical(&a, &b));
    leave(left);
    result
}
