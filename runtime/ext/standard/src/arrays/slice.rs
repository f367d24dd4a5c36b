//! Parts of arrays.

use crate::arrays::look::unshared;
use crate::prelude::*;
use crate::strings::slice::slice_bounds;

pub(crate) static FUNCTIONS: Functions = functions![array_slice, array_chunk, array_reverse, array_splice];

#[php_function("array_slice(array $array, int $offset, ?int $length = null, bool $preserve_keys = false): array", READS_ARRAY)]
fn array_slice(array: &Array, offset: i64, length: Option<i64>, preserve_keys: bool) -> Array {
    let (start, end) = slice_bounds(array.len(), offset, length);
    if offset > array.len() as i64 || start >= end {
        return Array::new();
    }
    if !preserve_keys || start == 0 {
        if let Some(ints) = array.as_ints() {
            return Array::from_ints(&ints[start..end]);
        }
        if let Some(floats) = array.as_floats() {
            return Array::from_floats(&floats[start..end]);
        }
    }
    let mut result = Array::with_capacity(end - start);
    for at in array.positions().skip(start).take(end - start) {
        let value = unshared(&array.value_at_raw(at));
        match array.key_at(at) {
            Key::Int(int) if preserve_keys => result.set_int(int, value),
            Key::Int(_) => drop(result.push(value)),
            Key::Str(key) => result.set_str(key, value),
        }
    }
    result
}

#[php_function("array_chunk(array $array, int $length, bool $preserve_keys = false): array", THROWS)]
fn array_chunk(cx: &mut Cx, array: &Array, length: i64, preserve_keys: bool) -> Result<Array> {
    if length < 1 {
        return Err(value_error(cx, 2, "must be greater than 0"));
    }
    let mut chunks = Array::new();
    let mut chunk = Array::new();
    for (key, value) in array.iter_raw() {
        if preserve_keys {
            chunk.set(key, unshared(&value));
        } else {
            chunk.push(unshared(&value));
        }
        if chunk.len() as i64 == length {
            chunks.push(std::mem::take(&mut chunk).into());
        }
    }
    if !chunk.is_empty() {
        chunks.push(chunk.into());
    }
    Ok(chunks)
}

#[php_function("array_reverse(array $array, bool $preserve_keys = false): array", READS_ARRAY)]
fn array_reverse(array: &Array, preserve_keys: bool) -> Array {
    if !preserve_keys && let Some(ints) = array.as_ints() {
        let mut ints = ints.to_vec();
        ints.reverse();
        return Array::from_ints(&ints);
    }
    let mut result = Array::with_capacity(array.len());
    let mut before = u32::MAX;
    while let Some(at) = array.previous_from(before) {
        let value = unshared(&array.value_at_raw(at));
        match array.key_at(at) {
            Key::Int(int) if preserve_keys => result.set_int(int, value),
            Key::Int(_) => drop(result.push(value)),
            Key::Str(key) => result.set_str(key, value),
        }
        before = at;
    }
    result
}

#[php_function("array_splice(array &$array, int $offset, ?int $length = null, mixed $replacement = []): array")]
fn array_splice(array: &Reference, offset: i64, length: Option<i64>, replacement: &Value) -> Array {
    let input = super::take_array(array);
    let (start, end) = slice_bounds(input.len(), offset, length);
    let new = convert::to_array(replacement);
    let mut result = Array::with_capacity(input.len());
    let mut removed = Array::new();
    let insert = |result: &mut Array| {
        for (_, value) in new.iter_raw() {
            result.push(unshared(&value));
        }
    };
    let mut number = 0;
    for at in input.positions() {
        if number == start {
            insert(&mut result);
        }
        let target = if (start..end).contains(&number) { &mut removed } else { &mut result };
        let value = input.value_at_raw(at).to_value();
        match input.key_at(at) {
            Key::Int(_) => drop(target.push(value)),
            Key::Str(key) => target.set_str(key, value),
        }
        number += 1;
    }
    if start >= number {
        insert(&mut result);
    }
    array.set(result.into());
    removed
}
