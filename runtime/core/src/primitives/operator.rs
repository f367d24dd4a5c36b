//! PHP's operators on values of any type, and the slow cases of typed ones.

use crate::operators;
use crate::{Cx, Result, Value, convert};

macro_rules! binary {
    ($($name:ident)*) => {$(
        pub fn $name(left: &Value, right: &Value) -> Result<Value> {
            operators::$name(&mut Cx::enter(), left, right)
        }
    )*};
}

binary! { add sub mul div modulo pow concat shift_left shift_right bit_and bit_or bit_xor }

// Numbers of pir::BinaryOp.
pub const ADD: i64 = 0;
pub const SUB: i64 = 1;
pub const MUL: i64 = 2;
pub const CONCAT: i64 = 6;
pub const BIT_AND: i64 = 9;
pub const BIT_OR: i64 = 10;
pub const BIT_XOR: i64 = 11;

/// The operator with pir::BinaryOp's number, for compound assignment.
pub fn by_number(number: i64) -> fn(&mut Cx, &Value, &Value) -> Result<Value> {
    const OPERATORS: [fn(&mut Cx, &Value, &Value) -> Result<Value>; 12] = [
        operators::add,
        operators::sub,
        operators::mul,
        operators::div,
        operators::modulo,
        operators::pow,
        operators::concat,
        operators::shift_left,
        operators::shift_right,
        operators::bit_and,
        operators::bit_or,
        operators::bit_xor,
    ];
    OPERATORS[number as usize]
}

pub fn step(cx: &mut Cx, value: &Value, up: bool) -> Result<Value> {
    if up { operators::increment(cx, value) } else { operators::decrement(cx, value) }
}

pub fn bit_not(value: &Value) -> Result<Value> {
    operators::bit_not(&mut Cx::enter(), value)
}
pub fn negate(value: &Value) -> Result<Value> {
    operators::negate(&mut Cx::enter(), value)
}
pub fn plus(value: &Value) -> Result<Value> {
    operators::plus(&mut Cx::enter(), value)
}
pub fn increment(value: &Value) -> Result<Value> {
    operators::increment(&mut Cx::enter(), value)
}
pub fn decrement(value: &Value) -> Result<Value> {
    operators::decrement(&mut Cx::enter(), value)
}

pub fn equal(left: &Value, right: &Value) -> Result<bool> {
    operators::equal(&mut Cx::enter(), left, right)
}
pub fn identical(left: &Value, right: &Value) -> bool {
    operators::identical(left, right)
}
pub fn less(left: &Value, right: &Value) -> Result<bool> {
    operators::less(&mut Cx::enter(), left, right)
}
pub fn less_equal(left: &Value, right: &Value) -> Result<bool> {
    operators::less_equal(&mut Cx::enter(), left, right)
}
pub fn compare(left: &Value, right: &Value) -> Result<i64> {
    Ok(operators::compare(&mut Cx::enter(), left, right)? as i64)
}
pub fn truth(value: &Value) -> Result<bool> {
    let truth = convert::to_bool(value);
    crate::pending::check()?;
    Ok(truth)
}

pub fn int_pow(base: i64, exponent: i64) -> Value {
    operators::int_pow(base, exponent)
}
pub fn int_divide(left: i64, right: i64) -> Result<Value> {
    operators::int_div(&mut Cx::enter(), left, right)
}
pub fn int_modulo(left: i64, right: i64) -> Result<i64> {
    operators::int_mod(&mut Cx::enter(), left, right)
}
pub fn float_modulo_int(left: f64, right: f64) -> Result<i64> {
    let cx = &mut Cx::enter();
    let value = operators::modulo(cx, &Value::float(left), &Value::float(right))?;
    Ok(value.as_int().expect("% makes ints"))
}
pub fn float_pow(base: f64, exponent: f64) -> f64 {
    base.powf(exponent)
}
pub fn int_shift_left(left: i64, right: i64) -> Result<i64> {
    operators::int_shift_left(&mut Cx::enter(), left, right)
}
pub fn int_shift_right(left: i64, right: i64) -> Result<i64> {
    operators::int_shift_right(&mut Cx::enter(), left, right)
}
