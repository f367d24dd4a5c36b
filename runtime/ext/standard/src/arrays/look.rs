//! Asking arrays: counts, keys, values, membership.

use super::{COUNT_NORMAL, COUNT_RECURSIVE};
use crate::prelude::*;
use phpc_core::operators;

pub(crate) static FUNCTIONS: Functions = functions![
    count, in_array, array_search, array_key_exists, array_key_first, array_key_last, array_is_list, array_keys, array_values,
];
pub(crate) static ALIASES: Aliases = aliases![sizeof = count, key_exists = array_key_exists];

#[php_function("count(Countable|array $value, int $mode = COUNT_NORMAL): int")]
fn count(cx: &mut Cx, value: &Value, mode: i64) -> Result<i64> {
    if mode != COUNT_NORMAL && mode != COUNT_RECURSIVE {
        return Err(value_error(cx, 2, "must be either COUNT_NORMAL or COUNT_RECURSIVE"));
    }
    if let Some(array) = value.as_array() {
        return if mode == COUNT_RECURSIVE { count_deep(cx, array, &mut Vec::new()) } else { Ok(array.len() as i64) };
    }
    if let Some(object) = value.as_object()
        && let Some(count) = phpc_core::behaviour::dimension::count(cx, object)?
    {
        return Ok(count);
    }
    Err(extension::wrong_argument(cx, 1, "Countable|array", value))
}

fn count_deep(cx: &mut Cx, array: &Array, inside: &mut Vec<*const u8>) -> Result<i64> {
    let address = array.as_ptr().cast_const().cast();
    if inside.contains(&address) {
        warning(cx, "Recursion detected")?;
        return Ok(0);
    }
    inside.push(address);
    let mut total = array.len() as i64;
    for value in array.values() {
        if let Some(inner) = value.as_array() {
            total += count_deep(cx, inner, inside)?;
        }
    }
    inside.pop();
    Ok(total)
}

/// Where the needle is.
#[inline]
fn search(cx: &mut Cx, needle: &Value, haystack: &Array, strict: bool) -> Result<Option<u32>> {
    match (needle.view(), haystack.as_ints(), haystack.as_floats()) {
        (View::Int(int), Some(ints), _) => return Ok(ints.iter().position(|&element| element == int).map(|at| at as u32)),
        (View::Str(_), Some(ints), _) if strict => {
            let _ = ints;
            return Ok(None);
        }
        _ => {}
    }
    if strict {
        return Ok(haystack.positions().find(|&at| operators::identical(needle, &haystack.value_at(at))));
    }
    for at in haystack.positions() {
        let value = haystack.value_at(at);
        let found = match (needle.view(), value.view()) {
            (View::Int(left), View::Int(right)) => left == right,
            (View::Str(left), View::Str(right)) => operators::strings_equal_loosely(left, right),
            _ => operators::equal(cx, needle, &value)?,
        };
        if found {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

#[php_function("in_array(mixed $needle, array $haystack, bool $strict = false): bool")]
fn in_array(cx: &mut Cx, needle: &Value, haystack: &Array, strict: bool) -> Result<bool> {
    Ok(search(cx, needle, haystack, strict)?.is_some())
}

#[php_function("array_search(mixed $needle, array $haystack, bool $strict = false): string|int|false")]
fn array_search(cx: &mut Cx, needle: &Value, haystack: &Array, strict: bool) -> Result<OrFalse<Value>> {
    Ok(OrFalse(search(cx, needle, haystack, strict)?.map(|at| haystack.key_at(at).to_value())))
}

#[php_function("array_key_exists($key, array $array): bool")]
fn array_key_exists(cx: &mut Cx, key: &Value, array: &Array) -> Result<bool> {
    Ok(match key.view() {
        View::Int(int) => array.find_int(int).is_some(),
        View::Str(text) => array.find(Key::normalise(text)).is_some(),
        View::Null | View::Undef => array.find_bytes(b"").is_some(),
        View::Bool(value) => array.find_int(value as i64).is_some(),
        View::Float(float) => {
            let int = operators::float_operand_to_int(cx, float)?;
            array.find_int(int).is_some()
        }
        View::Resource(resource) => {
            let id = resource.id();
            phpc_core::diagnostics::warning(cx, format!("Resource ID#{id} used as offset, casting to integer ({id})"))?;
            array.find_int(id).is_some()
        }
        _ => return Err(extension::type_error(cx, 1, "must be a valid array offset type")),
    })
}

#[php_function("array_key_first(array $array): int|string|null", READS_ARRAY)]
fn array_key_first(array: &Array) -> Option<Value> {
    array.next_from(0).map(|at| array.key_at(at).to_value())
}

#[php_function("array_key_last(array $array): int|string|null", READS_ARRAY)]
fn array_key_last(array: &Array) -> Option<Value> {
    array.previous_from(u32::MAX).map(|at| array.key_at(at).to_value())
}

#[php_function("array_is_list(array $array): bool", READS_ARRAY)]
fn array_is_list(array: &Array) -> bool {
    array.is_list()
}

#[php_function("array_keys(array $array, mixed $filter_value = UNKNOWN, bool $strict = false): list<int|string>")]
fn array_keys(cx: &mut Cx, array: &Array, filter: &Value, strict: bool) -> Result<Array> {
    if filter.is_undef() {
        let mut keys = Array::with_capacity(array.len());
        for key in array.keys() {
            keys.push(key.to_value());
        }
        return Ok(keys);
    }
    let mut keys = Array::new();
    for (key, value) in array.iter() {
        let matches = if strict { operators::identical(filter, &value) } else { operators::equal(cx, filter, &value)? };
        if matches {
            keys.push(key.to_value());
        }
    }
    Ok(keys)
}


#[php_function("array_values(array $array): list<mixed>", READS_ARRAY)]
fn array_values(array: &Array) -> Array {
    if array.is_list() && array.kind() != phpc_core::array::ArrayKind::Hash {
        return array.clone();
    }
    let mut values = Array::with_capacity(array.len());
    for (_, value) in array.iter_raw() {
        values.push(unshared(&value));
    }
    values
}

/// An element as copies of arrays hold it: a reference that nobody else holds is a plain value.
pub(crate) fn unshared(value: &Value) -> Value {
    match value.as_reference() {
        Some(cell) if cell.count() == 1 => cell.get(),
        _ => value.clone(),
    }
}
