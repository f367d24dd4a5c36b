//! Array keys: an int or a string that does not look like one.

use crate::{Str, Value};

/// A key as looked up or iterated. A `Str` here is never a decimal integer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Key<'a> {
    Int(i64),
    Str(&'a Str),
}

impl<'a> Key<'a> {
    /// The key that a string stands for: `"12"` is 12, `"012"` and `"1.0"` stay strings.
    #[inline]
    pub fn normalise(text: &'a Str) -> Key<'a> {
        match integer_key(text) {
            Some(int) => Key::Int(int),
            None => Key::Str(text),
        }
    }

    /// The key as a PHP value.
    pub fn to_value(self) -> Value {
        match self {
            Key::Int(int) => Value::int(int),
            Key::Str(text) => text.clone().into(),
        }
    }
}

/// A key that owns its string.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OwnedKey {
    Int(i64),
    Str(Str),
}

impl OwnedKey {
    #[inline]
    pub fn as_key(&self) -> Key<'_> {
        match self {
            OwnedKey::Int(int) => Key::Int(*int),
            OwnedKey::Str(text) => Key::Str(text),
        }
    }
}

impl From<Key<'_>> for OwnedKey {
    fn from(key: Key<'_>) -> OwnedKey {
        match key {
            Key::Int(int) => OwnedKey::Int(int),
            Key::Str(text) => OwnedKey::Str(text.clone()),
        }
    }
}

impl From<Str> for OwnedKey {
    fn from(text: Str) -> OwnedKey {
        match integer_key(&text) {
            Some(int) => OwnedKey::Int(int),
            None => OwnedKey::Str(text),
        }
    }
}

/// The int that a string key stands for: canonical decimal within the range of int, no `-0`, no leading zeros.
#[inline]
pub fn integer_key(text: &[u8]) -> Option<i64> {
    match text.first() {
        Some(b'0'..=b'9' | b'-') if text.len() <= 20 => parse_integer_key(text),
        _ => None,
    }
}

fn parse_integer_key(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    match digits {
        [] => return None,
        [b'0'] => return (!negative).then_some(0),
        [b'0', ..] => return None,
        _ => {}
    }
    let mut number: u64 = 0;
    for &byte in digits {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number.checked_mul(10)?.checked_add((byte - b'0') as u64)?;
    }
    if negative {
        (number <= 1 << 63).then(|| (number as i64).wrapping_neg())
    } else {
        i64::try_from(number).ok()
    }
}
