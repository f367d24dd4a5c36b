//! Conversions, as casts and contexts ask for them.

use super::words::Pointer;
use crate::{Array, Cx, Object, Result, Str, Value, behaviour, convert};

pub fn to_int(value: &Value) -> Result<i64> {
    convert::to_int(&mut Cx::enter(), value)
}
pub fn to_float(value: &Value) -> Result<f64> {
    convert::to_float(&mut Cx::enter(), value)
}
pub fn to_string(value: &Value) -> Result<Str> {
    convert::to_str(&mut Cx::enter(), value)
}
pub fn to_array(value: &Value, _func: Pointer) -> Result<Array> {
    let array = convert::to_array(value);
    crate::pending::check()?;
    Ok(array)
}
pub fn to_object(value: &Value) -> Result<Object> {
    behaviour::to_object(&mut Cx::enter(), value)
}
pub fn int_to_string(value: i64) -> Str {
    convert::int_to_str(value)
}
pub fn float_to_string(value: f64) -> Str {
    convert::float_to_str(value)
}
pub fn float_to_int(value: f64) -> i64 {
    convert::float_to_int(value)
}
