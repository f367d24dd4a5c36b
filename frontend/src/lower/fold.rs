//! What PHP computes when it compiles: operators on constants.
//!
//! Only what cannot fail, warn or depend on settings; the rest is left to run time, where it gives the same.

use phpc_ir::pir::{BinaryOp, Const};

pub(super) fn truth(value: &Const) -> bool {
    match value {
        Const::Null => false,
        Const::Bool(value) => *value,
        Const::Int(value) => *value != 0,
        Const::Float(bits) => f64::from_bits(*bits) != 0.0,
        Const::Str(text) => !text.is_empty() && **text != *b"0",
        Const::Array(entries) => !entries.is_empty(),
    }
}

/// As a string, unless that depends on a setting or is an array.
pub(super) fn to_text(value: &Const) -> Option<Vec<u8>> {
    Some(match value {
        Const::Null | Const::Bool(false) => Vec::new(),
        Const::Bool(true) => b"1".to_vec(),
        Const::Int(value) => value.to_string().into_bytes(),
        Const::Str(text) => text.to_vec(),
        Const::Float(_) | Const::Array(_) => return None,
    })
}

#[derive(Clone, Copy)]
enum Number {
    Int(i64),
    Float(f64),
}

fn number(value: &Const) -> Option<Number> {
    match value {
        Const::Null => Some(Number::Int(0)),
        Const::Bool(value) => Some(Number::Int(i64::from(*value))),
        Const::Int(value) => Some(Number::Int(*value)),
        Const::Float(bits) => Some(Number::Float(f64::from_bits(*bits))),
        Const::Str(_) | Const::Array(_) => None,
    }
}

fn float(value: f64) -> Const {
    Const::Float(value.to_bits())
}

impl Number {
    fn float(self) -> f64 {
        match self {
            Number::Int(value) => value as f64,
            Number::Float(value) => value,
        }
    }
}

pub(super) fn binary(op: BinaryOp, left: &Const, right: &Const) -> Option<Const> {
    use BinaryOp::*;
    match op {
        Concat => Some(Const::Str([to_text(left)?, to_text(right)?].concat().into())),
        Add | Sub | Mul => arithmetic(op, number(left)?, number(right)?),
        Div => divide(number(left)?, number(right)?),
        Mod | ShiftLeft | ShiftRight | BitAnd | BitOr | BitXor => integers(op, left, right),
        Pow => match (left, right) {
            (Const::Int(base), Const::Int(exponent)) => {
                base.checked_pow(u32::try_from(*exponent).ok()?).map(Const::Int)
            }
            _ => None,
        },
        LogicalXor => Some(Const::Bool(truth(left) != truth(right))),
        Identical => identical(left, right).map(Const::Bool),
        NotIdentical => identical(left, right).map(|same| Const::Bool(!same)),
        Equal | NotEqual | Less | LessEqual | Spaceship => compare(op, left, right),
    }
}

fn arithmetic(op: BinaryOp, left: Number, right: Number) -> Option<Const> {
    let floats = |left: f64, right: f64| match op {
        BinaryOp::Add => left + right,
        BinaryOp::Sub => left - right,
        _ => left * right,
    };
    let (Number::Int(a), Number::Int(b)) = (left, right) else {
        return Some(float(floats(left.float(), right.float())));
    };
    let exact = match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Sub => a.checked_sub(b),
        _ => a.checked_mul(b),
    };
    Some(exact.map_or_else(|| float(floats(a as f64, b as f64)), Const::Int))
}

fn divide(left: Number, right: Number) -> Option<Const> {
    if right.float() == 0.0 {
        return None;
    }
    match (left, right) {
        (Number::Int(a), Number::Int(b)) if a.checked_rem(b) == Some(0) => a.checked_div(b).map(Const::Int),
        _ => Some(float(left.float() / right.float())),
    }
}

fn integers(op: BinaryOp, left: &Const, right: &Const) -> Option<Const> {
    let (Number::Int(a), Number::Int(b)) = (number(left)?, number(right)?) else { return None };
    Some(Const::Int(match op {
        BinaryOp::Mod if b == 0 => return None,
        BinaryOp::Mod => a.checked_rem(b).unwrap_or(0),
        BinaryOp::BitAnd => a & b,
        BinaryOp::BitOr => a | b,
        BinaryOp::BitXor => a ^ b,
        _ if b < 0 => return None,
        BinaryOp::ShiftLeft => a.checked_shl(u32::try_from(b).unwrap_or(64)).unwrap_or(0),
        _ => a >> b.min(63),
    }))
}

fn identical(left: &Const, right: &Const) -> Option<bool> {
    match (left, right) {
        (Const::Float(a), Const::Float(b)) => Some(f64::from_bits(*a) == f64::from_bits(*b)),
        (Const::Array(_), Const::Array(_)) => None,
        _ => Some(left == right),
    }
}

fn compare(op: BinaryOp, left: &Const, right: &Const) -> Option<Const> {
    let order = match (left, right) {
        (Const::Int(a), Const::Int(b)) => a.cmp(b),
        (Const::Bool(a), Const::Bool(b)) => a.cmp(b),
        (Const::Float(_) | Const::Int(_), Const::Float(_) | Const::Int(_)) => {
            number(left)?.float().partial_cmp(&number(right)?.float())?
        }
        _ => return None,
    };
    Some(match op {
        BinaryOp::Equal => Const::Bool(order.is_eq()),
        BinaryOp::NotEqual => Const::Bool(order.is_ne()),
        BinaryOp::Less => Const::Bool(order.is_lt()),
        BinaryOp::LessEqual => Const::Bool(order.is_le()),
        _ => Const::Int(order as i64),
    })
}

/// `-value` and `+value`, which PHP compiles to a multiplication.
pub(super) fn sign(negative: bool, value: &Const) -> Option<Const> {
    binary(BinaryOp::Mul, value, &Const::Int(if negative { -1 } else { 1 }))
}

pub(super) fn bit_not(value: &Const) -> Option<Const> {
    match value {
        Const::Int(value) => Some(Const::Int(!value)),
        _ => None,
    }
}

/// The integer that a string key stands for: `"12"`, `"-3"`, not `"012"` or `"-0"`.
pub(super) fn integer_key(text: &[u8]) -> Option<i64> {
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    let canonical = match digits {
        [b'0'] => text.len() == 1,
        [b'1'..=b'9', rest @ ..] => rest.len() < 19 && rest.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    let value = std::str::from_utf8(text).ok()?.parse::<i64>().ok()?;
    (canonical && value != i64::MIN).then_some(value)
}

/// A value as an array key; None where PHP warns or refuses.
pub(super) fn key(value: &Const) -> Option<Const> {
    Some(match value {
        Const::Int(_) => value.clone(),
        Const::Str(text) => integer_key(text).map_or_else(|| value.clone(), Const::Int),
        Const::Float(bits) => {
            let value = f64::from_bits(*bits);
            if value.fract() != 0.0 || !(-9.2e18..9.2e18).contains(&value) {
                return None;
            }
            Const::Int(value as i64)
        }
        Const::Bool(value) => Const::Int(i64::from(*value)),
        Const::Null => Const::Str(Box::default()),
        Const::Array(_) => return None,
    })
}

/// How messages call the type of a value: `zend_zval_value_name`.
pub(super) fn value_name(value: &Const) -> &'static str {
    match value {
        Const::Null => "null",
        Const::Bool(false) => "false",
        Const::Bool(true) => "true",
        Const::Int(_) => "int",
        Const::Float(_) => "float",
        Const::Str(_) => "string",
        Const::Array(_) => "array",
    }
}

/// The same without telling true from false: `zend_zval_type_name`.
pub(super) fn type_name(value: &Const) -> &'static str {
    match value {
        Const::Bool(_) => "bool",
        _ => value_name(value),
    }
}
