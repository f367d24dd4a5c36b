//! Making arrays: filling, combining, flipping, padding.

use crate::arrays::look::unshared;
use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions =
    functions![array_fill, array_fill_keys, array_combine, array_flip, array_pad, array_count_values, array_change_key_case];

const MAX_SIZE: i64 = 0x4000_0000;

#[php_function("array_fill(int $start_index, int $count, mixed $value): array", THROWS)]
fn array_fill(cx: &mut Cx, start_index: i64, count: i64, value: &Value) -> Result<Array> {
    if count < 0 {
        return Err(value_error(cx, 2, "must be greater than or equal to 0"));
    }
    if count >= MAX_SIZE {
        return Err(value_error(cx, 2, "is too large"));
    }
    let mut array = Array::with_capacity(count as usize);
    if start_index == 0 {
        match value.view() {
            View::Int(int) => return Ok(Array::from_ints(&vec![int; count as usize])),
            View::Float(float) => return Ok(Array::from_floats(&vec![float; count as usize])),
            _ => {}
        }
    }
    for at in 0..count {
        if at == 0 {
            array.set_int(start_index, value.clone());
        } else if !array.push(value.clone()) {
            return Err(cx.throw_error("Cannot add element to the array as the next element is already occupied"));
        }
    }
    Ok(array)
}

#[php_function("array_fill_keys(array $keys, mixed $value): array")]
fn array_fill_keys(cx: &mut Cx, keys: &Array, value: &Value) -> Result<Array> {
    let mut array = Array::hash_with_capacity(keys.len());
    for key in keys.values() {
        let key = element_key(cx, &key)?;
        array.set(key.as_key(), value.clone());
    }
    Ok(array)
}

/// A value used as key by way of its text.
pub(crate) fn element_key(cx: &mut Cx, value: &Value) -> Result<OwnedKey> {
    Ok(match value.view() {
        View::Int(int) => OwnedKey::Int(int),
        View::Str(text) => OwnedKey::from(text.clone()),
        _ => OwnedKey::from(convert::to_str(cx, value)?),
    })
}

#[php_function("array_combine(array $keys, array $values): array")]
fn array_combine(cx: &mut Cx, keys: &Array, values: &Array) -> Result<Array> {
    if keys.len() != values.len() {
        return Err(value_error(cx, 1, "and argument #2 ($values) must have the same number of elements"));
    }
    let mut array = Array::hash_with_capacity(keys.len());
    for (key, (_, value)) in keys.values().zip(values.iter_raw()) {
        let key = element_key(cx, &key)?;
        array.set(key.as_key(), unshared(&value));
    }
    Ok(array)
}

#[php_function("array_flip(array $array): array", WARNS)]
fn array_flip(cx: &mut Cx, array: &Array) -> Result<Array> {
    let mut flipped = Array::hash_with_capacity(array.len());
    for (key, value) in array.iter() {
        match value.view() {
            View::Int(int) => flipped.set_int(int, key.to_value()),
            View::Str(text) => flipped.set(Key::normalise(text), key.to_value()),
            _ => warning(cx, "Can only flip string and integer values, entry skipped")?,
        }
    }
    Ok(flipped)
}

#[php_function("array_pad(array $array, int $length, mixed $value): array", THROWS)]
fn array_pad(cx: &mut Cx, array: &Array, length: i64, value: &Value) -> Result<Array> {
    if !(-MAX_SIZE..=MAX_SIZE).contains(&length) {
        return Err(value_error(cx, 2, "must not exceed the maximum allowed array size"));
    }
    let wanted = length.unsigned_abs() as usize;
    if array.len() >= wanted {
        return Ok(array.clone());
    }
    let pads = wanted - array.len();
    let mut result = Array::with_capacity(wanted);
    let pad = |result: &mut Array| {
        for _ in 0..pads {
            result.push(value.clone());
        }
    };
    if length < 0 {
        pad(&mut result);
    }
    // References are shared, also those of one owner.
    for (key, value) in array.iter_raw() {
        match key {
            Key::Int(_) => drop(result.push(value.to_value())),
            Key::Str(key) => result.set_str(key, value.to_value()),
        }
    }
    if length > 0 {
        pad(&mut result);
    }
    Ok(result)
}

#[php_function("array_count_values(array $array): array", WARNS)]
fn array_count_values(cx: &mut Cx, array: &Array) -> Result<Array> {
    let mut counts = Array::new();
    for value in array.values() {
        let key = match value.view() {
            View::Int(int) => Key::Int(int),
            View::Str(text) => Key::normalise(text),
            _ => {
                warning(cx, "Can only count string and integer values, entry skipped")?;
                continue;
            }
        };
        let count = counts.get(key).and_then(|count| count.as_int()).unwrap_or(0);
        counts.set(key, Value::int(count + 1));
    }
    Ok(counts)
}

#[php_function("array_change_key_case(array $array, int $case = CASE_LOWER): array", READS_ARRAY)]
fn array_change_key_case(array: &Array, case: i64) -> Array {
    let mut result = Array::new();
    for (key, value) in array.iter_raw() {
        match key {
            Key::Int(int) => result.set_int(int, unshared(&value)),
            Key::Str(key) => {
                let key = if case == super::CASE_UPPER { key.to_ascii_uppercase() } else { key.to_ascii_lowercase() };
                result.set_str(&Str::from(key), unshared(&value));
            }
        }
    }
    result
}

use super::CASE_LOWER;
