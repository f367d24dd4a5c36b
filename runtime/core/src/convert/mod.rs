//! Conversions between types as PHP's casts and contexts do them.

mod float;
mod numeric;

pub use float::{append_float, float_repr, float_shortest, float_to_str};
pub use numeric::{Number, Prefix, float_prefix, float_to_int, float_to_int_saturating, is_integral, parse as parse_numeric, parse_prefix};

use crate::hooks::{self, Cast};
use crate::pending::Result;
use crate::value::View;
use crate::{Array, Cx, Str, Value, diagnostics};

/// The truth of a value.
#[inline]
pub fn to_bool(value: &Value) -> bool {
    match value.view() {
        View::Undef | View::Null => false,
        View::Bool(value) => value,
        View::Int(value) => value != 0,
        View::Float(value) => value != 0.0,
        View::Str(value) => str_truth(value),
        View::Array(value) => !value.is_empty(),
        View::Object(_) => object_truth(value),
        View::Resource(_) => true,
        View::Reference(cell) => to_bool(&cell.get()),
    }
}

#[inline]
pub fn str_truth(text: &[u8]) -> bool {
    !matches!(text, [] | [b'0'])
}

#[cold]
fn object_truth(value: &Value) -> bool {
    let object = value.as_object().expect("an object");
    match hooks::object_cast(&mut Cx::enter(), object, Cast::Bool(true)) {
        Ok(Some(value)) => value.is_true(),
        _ => true,
    }
}

/// `(int)`.
pub fn to_int(cx: &mut Cx, value: &Value) -> Result<i64> {
    Ok(match value.view() {
        View::Undef | View::Null => 0,
        View::Bool(value) => value as i64,
        View::Int(value) => value,
        View::Float(value) => float_to_int(value),
        View::Str(text) => str_to_int(text),
        View::Array(value) => !value.is_empty() as i64,
        View::Object(object) => match hooks::object_cast(cx, object, Cast::Int)? {
            Some(value) => value.as_int().unwrap_or(1),
            None => {
                object_warning(cx, value, "int")?;
                1
            }
        },
        View::Resource(resource) => resource.id(),
        View::Reference(cell) => return to_int(cx, &cell.get()),
    })
}

/// `(float)`.
pub fn to_float(cx: &mut Cx, value: &Value) -> Result<f64> {
    Ok(match value.view() {
        View::Float(value) => value,
        View::Str(text) => str_to_float(text),
        View::Object(object) => match hooks::object_cast(cx, object, Cast::Float)? {
            Some(value) => value.as_float().unwrap_or(1.0),
            None => {
                object_warning(cx, value, "float")?;
                1.0
            }
        },
        View::Reference(cell) => return to_float(cx, &cell.get()),
        _ => to_int(cx, value)? as f64,
    })
}

fn object_warning(cx: &mut Cx, value: &Value, to: &str) -> Result {
    diagnostics::warning(cx, &format!("Object of class {} could not be converted to {to}", type_name(value)))
}

/// What `(int)` makes of a string.
pub fn str_to_int(text: &[u8]) -> i64 {
    match parse_prefix(text) {
        None => 0,
        Some(Prefix { number: Number::Int(int), .. }) => int,
        Some(Prefix { number: Number::Float(float), .. }) => float_to_int_saturating(float),
    }
}

/// What `(float)` makes of a string.
pub fn str_to_float(text: &[u8]) -> f64 {
    parse_prefix(text).map_or(0.0, |prefix| prefix.number.to_float())
}

/// `(string)`.
#[inline]
pub fn to_str(cx: &mut Cx, value: &Value) -> Result<Str> {
    match value.as_str() {
        Some(text) => Ok(text.clone()),
        None => to_str_slow(cx, value),
    }
}

#[inline(never)]
fn to_str_slow(cx: &mut Cx, value: &Value) -> Result<Str> {
    Ok(match value.view() {
        View::Undef | View::Null | View::Bool(false) => Str::empty(),
        View::Bool(true) => Str::byte(b'1'),
        View::Int(value) => int_to_str(value),
        View::Float(value) => float_to_str(value),
        View::Str(text) => text.clone(),
        View::Array(_) => {
            diagnostics::warning(cx, "Array to string conversion")?;
            Str::from("Array")
        }
        View::Object(object) => return hooks::object_to_string(cx, object),
        View::Resource(resource) => Str::from(format!("Resource id #{}", resource.id())),
        View::Reference(cell) => return to_str(cx, &cell.get()),
    })
}

/// `(array)`.
pub fn to_array(value: &Value) -> Array {
    match value.view() {
        View::Undef | View::Null => Array::new(),
        View::Array(array) => array.clone(),
        View::Object(object) => hooks::object_properties(object),
        View::Reference(cell) => to_array(&cell.get()),
        _ => [value.clone()].into_iter().collect(),
    }
}

pub fn int_to_str(value: i64) -> Str {
    if (0..10).contains(&value) {
        return Str::byte(b'0' + value as u8);
    }
    let mut buffer = [0; 20];
    Str::new(int_digits(value, &mut buffer))
}

/// How many bytes [`append_int`] appends.
#[inline]
pub fn int_length(value: i64) -> usize {
    value.unsigned_abs().checked_ilog10().unwrap_or(0) as usize + 1 + usize::from(value < 0)
}

pub fn append_int(out: &mut Str, value: i64) {
    let mut buffer = [0; 20];
    out.push(int_digits(value, &mut buffer));
}

/// The decimal digits of an int.
pub fn int_digits(value: i64, buffer: &mut [u8; 20]) -> &[u8] {
    let mut at = buffer.len();
    let mut rest = value.unsigned_abs();
    while rest >= 100 {
        let pair = (rest % 100) as u8;
        rest /= 100;
        at -= 2;
        buffer[at] = b'0' + pair / 10;
        buffer[at + 1] = b'0' + pair % 10;
    }
    if rest >= 10 {
        at -= 2;
        buffer[at] = b'0' + rest as u8 / 10;
        buffer[at + 1] = b'0' + rest as u8 % 10;
    } else {
        at -= 1;
        buffer[at] = b'0' + rest as u8;
    }
    if value < 0 {
        at -= 1;
        buffer[at] = b'-';
    }
    &buffer[at..]
}

/// `get_debug_type` for builtin types except that bools stay `bool`: what messages about operands name (`int`, `string`,
/// `stdClass`, …).
pub fn type_name(value: &Value) -> Str {
    Str::from(match value.view() {
        View::Undef | View::Null => "null",
        View::Bool(_) => "bool",
        View::Int(_) => "int",
        View::Float(_) => "float",
        View::Str(_) => "string",
        View::Array(_) => "array",
        View::Object(object) => return hooks::class_name(object),
        View::Resource(_) => "resource",
        View::Reference(cell) => return type_name(&cell.get()),
    })
}

/// The same with `true` and `false` told apart ("must be of type int, true given").
pub fn value_name(value: &Value) -> Str {
    match value.view() {
        View::Bool(true) => Str::from("true"),
        View::Bool(false) => Str::from("false"),
        View::Reference(cell) => value_name(&cell.get()),
        _ => type_name(value),
    }
}
