//! PHP's operators on values of any type.

mod arithmetic;
mod bitwise;
mod compare;
mod increment;

pub use arithmetic::{add, div, int_div, int_mod, int_pow, modulo, mul, negate, plus, pow, sub};
pub use bitwise::{bit_and, bit_not, bit_or, bit_xor, int_shift_left, int_shift_right, shift_left, shift_right};
pub use compare::{
    compare, compare_arrays, compare_arrays_by, compare_strings, equal, identical, less, less_equal, strings_equal_loosely,
};
pub use increment::{decrement, increment};

use crate::convert::{self, Number, type_name};
pub use crate::hooks::Operator;
use crate::pending::Result;
use crate::value::View;
use crate::{Cx, Str, Thrown, Value, diagnostics, hooks};

impl Operator {
    pub fn symbol(self) -> &'static str {
        match self {
            Operator::Add => "+",
            Operator::Sub => "-",
            Operator::Mul => "*",
            Operator::Div => "/",
            Operator::Mod => "%",
            Operator::Pow => "**",
            Operator::ShiftLeft => "<<",
            Operator::ShiftRight => ">>",
            Operator::Concat => ".",
            Operator::BitAnd => "&",
            Operator::BitOr => "|",
            Operator::BitXor => "^",
            Operator::BitNot => "~",
        }
    }
}

/// Any binary operator.
pub fn binary(cx: &mut Cx, operator: Operator, left: &Value, right: &Value) -> Result<Value> {
    match operator {
        Operator::Add => add(cx, left, right),
        Operator::Sub => sub(cx, left, right),
        Operator::Mul => mul(cx, left, right),
        Operator::Div => div(cx, left, right),
        Operator::Mod => modulo(cx, left, right),
        Operator::Pow => pow(cx, left, right),
        Operator::ShiftLeft => shift_left(cx, left, right),
        Operator::ShiftRight => shift_right(cx, left, right),
        Operator::Concat => concat(cx, left, right),
        Operator::BitAnd => bit_and(cx, left, right),
        Operator::BitOr => bit_or(cx, left, right),
        Operator::BitXor => bit_xor(cx, left, right),
        Operator::BitNot => bit_not(cx, left),
    }
}

/// `$left . $right`.
pub fn concat(cx: &mut Cx, left: &Value, right: &Value) -> Result<Value> {
    if let (View::Str(left), View::Str(right)) = (left.view(), right.view()) {
        return Ok(Str::join(left, right).into());
    }
    if let Some(value) = overloaded(cx, Operator::Concat, left, right)? {
        return Ok(value);
    }
    let left = convert::to_str(cx, left)?;
    let right = convert::to_str(cx, right)?;
    Ok(Str::join(&left, &right).into())
}

/// `$target .= $right` on a string taken out of its variable: in place if it is unique.
#[inline]
pub fn append(cx: &mut Cx, target: Value, right: &Value) -> Result<Value> {
    let Some(_) = target.as_str() else {
        return concat(cx, &target, right);
    };
    let text = convert::to_str(cx, right)?;
    let mut target = target;
    target.as_str_mut().expect("tested above").push_str(&text);
    Ok(target)
}

/// The result of a builtin class's operator, if an operand has one.
#[inline]
fn overloaded(cx: &mut Cx, operator: Operator, left: &Value, right: &Value) -> Result<Option<Value>> {
    if is_object(left) || is_object(right) {
        return hooks::operate(cx, operator, &left.deref(), &right.deref());
    }
    Ok(None)
}

fn is_object(value: &Value) -> bool {
    match value.view() {
        View::Object(_) => true,
        View::Reference(cell) => cell.get().as_object().is_some(),
        _ => false,
    }
}

/// An operand of arithmetic; `None` if its type has no number.
fn operand_number(cx: &mut Cx, value: &Value) -> Result<Option<Number>> {
    Ok(Some(match value.view() {
        View::Undef | View::Null => Number::Int(0),
        View::Bool(value) => Number::Int(value as i64),
        View::Int(value) => Number::Int(value),
        View::Float(value) => Number::Float(value),
        View::Str(text) => {
            let Some(prefix) = convert::parse_prefix(text) else { return Ok(None) };
            if !prefix.whole {
                diagnostics::warning(cx, "A non-numeric value encountered")?;
            }
            prefix.number
        }
        View::Reference(cell) => return operand_number(cx, &cell.get()),
        View::Object(object) => match hooks::object_cast(cx, object, hooks::Cast::Number)? {
            Some(value) => return operand_number(cx, &value),
            None => return Ok(None),
        },
        View::Array(_) | View::Resource(_) => return Ok(None),
    }))
}

/// An operand of `%`, shifts and bit operators; `None` if its type has no int.
fn operand_int(cx: &mut Cx, value: &Value) -> Result<Option<i64>> {
    Ok(Some(match value.view() {
        View::Int(value) => value,
        View::Float(value) => float_operand_to_int(cx, value)?,
        View::Str(text) => {
            let Some(prefix) = convert::parse_prefix(text) else { return Ok(None) };
            if !prefix.whole {
                diagnostics::warning(cx, "A non-numeric value encountered")?;
            }
            match prefix.number {
                Number::Int(int) => int,
                Number::Float(float) => {
                    let int = convert::float_to_int_saturating(float);
                    if int as f64 != float {
                        let message = format!("Implicit conversion from float-string \"{text}\" to int loses precision");
                        diagnostics::deprecated(cx, &message)?;
                    }
                    int
                }
            }
        }
        View::Reference(cell) => return operand_int(cx, &cell.get()),
        _ => match operand_number(cx, value)? {
            Some(Number::Int(int)) => int,
            Some(Number::Float(float)) => float_operand_to_int(cx, float)?,
            None => return Ok(None),
        },
    }))
}

/// A float where an int is needed: deprecated if it loses something.
pub fn float_operand_to_int(cx: &mut Cx, value: f64) -> Result<i64> {
    if !convert::is_integral(value) {
        let message = format!("Implicit conversion from float {} to int loses precision", convert::float_repr(value));
        diagnostics::deprecated(cx, &message)?;
    }
    Ok(convert::float_to_int(value))
}

/// TypeError "Unsupported operand types".
#[cold]
fn unsupported(cx: &mut Cx, operator: Operator, left: &Value, right: &Value) -> Thrown {
    let message = format!("Unsupported operand types: {} {} {}", type_name(left), operator.symbol(), type_name(right));
    cx.throw_type_error(&message)
}

#[cfg(test)]
mod tests;
