//! `& | ^ ~ << >>`; two strings are combined byte by byte.

use super::{Operator, float_operand_to_int, operand_int, overloaded, unsupported};
use crate::convert::value_name;
use crate::pending::Result;
use crate::value::View;
use crate::{Cx, Str, Value};

macro_rules! bitwise {
    ($($name:ident, $operator:ident, $op:tt, $longest:literal;)*) => {$(
        #[inline]
        pub fn $name(cx: &mut Cx, left: &Value, right: &Value) -> Result<Value> {
            if let (Some(a), Some(b)) = (left.as_int(), right.as_int()) {
                return Ok(Value::int(a $op b));
            }
            if let (Some(a), Some(b)) = (left.deref().as_str(), right.deref().as_str()) {
                return Ok(strings(a, b, $longest, |a, b| a $op b).into());
            }
            match both_ints(cx, Operator::$operator, left, right)? {
                Ints::Two(a, b) => Ok(Value::int(a $op b)),
                Ints::Done(value) => Ok(value),
            }
        }
    )*};
}

enum Ints {
    Two(i64, i64),
    Done(Value),
}

bitwise! {
    bit_and, BitAnd, &, false;
    bit_or, BitOr, |, true;
    bit_xor, BitXor, ^, false;
}

fn both_ints(cx: &mut Cx, operator: Operator, left: &Value, right: &Value) -> Result<Ints> {
    if let Some(value) = overloaded(cx, operator, left, right)? {
        return Ok(Ints::Done(value));
    }
    let Some(a) = operand_int(cx, left)? else { return Err(unsupported(cx, operator, left, right)) };
    let Some(b) = operand_int(cx, right)? else { return Err(unsupported(cx, operator, left, right)) };
    Ok(Ints::Two(a, b))
}

fn strings(left: &Str, right: &Str, longest: bool, op: impl Fn(u8, u8) -> u8) -> Str {
    let mut bytes: Vec<u8> = left.iter().zip(right.iter()).map(|(&a, &b)| op(a, b)).collect();
    if longest {
        let longer = if left.len() > right.len() { left } else { right };
        bytes.extend_from_slice(&longer[bytes.len()..]);
    }
    Str::new(&bytes)
}

/// `~$value`.
pub fn bit_not(cx: &mut Cx, value: &Value) -> Result<Value> {
    Ok(match value.view() {
        View::Int(int) => Value::int(!int),
        View::Float(float) => Value::int(!float_operand_to_int(cx, float)?),
        View::Str(text) => Value::string(text.iter().map(|byte| !byte).collect::<Vec<u8>>()),
        View::Reference(cell) => return bit_not(cx, &cell.get()),
        _ => {
            if let Some(value) = overloaded(cx, Operator::BitNot, value, &Value::NULL)? {
                return Ok(value);
            }
            return Err(cx.throw_type_error(&format!("Cannot perform bitwise not on {}", value_name(value))));
        }
    })
}

pub fn shift_left(cx: &mut Cx, left: &Value, right: &Value) -> Result<Value> {
    match both_ints(cx, Operator::ShiftLeft, left, right)? {
        Ints::Two(a, b) => int_shift_left(cx, a, b).map(Value::int),
        Ints::Done(value) => Ok(value),
    }
}

pub fn shift_right(cx: &mut Cx, left: &Value, right: &Value) -> Result<Value> {
    match both_ints(cx, Operator::ShiftRight, left, right)? {
        Ints::Two(a, b) => int_shift_right(cx, a, b).map(Value::int),
        Ints::Done(value) => Ok(value),
    }
}

pub fn int_shift_left(cx: &mut Cx, left: i64, right: i64) -> Result<i64> {
    match right {
        0..64 => Ok(left << right),
        64.. => Ok(0),
        _ => Err(cx.throw("ArithmeticError", "Bit shift by negative number")),
    }
}

pub fn int_shift_right(cx: &mut Cx, left: i64, right: i64) -> Result<i64> {
    match right {
        0..64 => Ok(left >> right),
        64.. => Ok(left >> 63),
        _ => Err(cx.throw("ArithmeticError", "Bit shift by negative number")),
    }
}
