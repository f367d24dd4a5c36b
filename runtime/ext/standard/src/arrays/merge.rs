//! Merging and replacing.

use crate::arrays::look::unshared;
use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions = functions![array_merge, array_merge_recursive, array_replace, array_replace_recursive];

/// The arrays among variadic arguments.
pub(crate) fn arrays(values: &[Value]) -> impl Iterator<Item = &Array> {
    values.iter().filter_map(Value::as_array)
}

#[php_function("array_merge(array ...$arrays): array", READS_ARRAY)]
fn array_merge(arrays_: &[Value]) -> Array {
    let mut all = arrays(arrays_);
    let Some(first) = all.next() else { return Array::new() };
    let mut result = if first.kind() != phpc_core::array::ArrayKind::Hash {
        first.clone()
    } else {
        let mut renumbered = Array::hash_with_capacity(first.len());
        append(&mut renumbered, first);
        renumbered
    };
    if arrays_.len() > 1 && result.next_index() != result.len() as i64 && result.kind() != phpc_core::array::ArrayKind::Hash {
        // Popped elements leave a higher next key; merging starts at the length.
        let mut renumbered = Array::with_capacity(first.len());
        append(&mut renumbered, first);
        result = renumbered;
    }
    for array in all {
        if result.is_empty() && array.kind() != phpc_core::array::ArrayKind::Hash {
            result = array.clone();
            continue;
        }
        if !array.is_empty() {
            result.reserve(array.len());
            append(&mut result, array);
        }
    }
    result
}

fn append(result: &mut Array, array: &Array) {
    for (key, value) in array.iter_raw() {
        match key {
            Key::Int(_) => drop(result.push(unshared(&value))),
            Key::Str(key) => result.set_str(key, unshared(&value)),
        }
    }
}

#[php_function("array_merge_recursive(array ...$arrays): array")]
fn array_merge_recursive(cx: &mut Cx, arrays_: &[Value]) -> Result<Array> {
    let mut result = Array::new();
    for array in arrays(arrays_) {
        result = merge_deep(cx, result, array, 0)?;
    }
    Ok(result)
}

/// Arrays within arrays beyond this are a ring.
const DEEPEST: u32 = 20_000;

fn merge_deep(cx: &mut Cx, mut result: Array, array: &Array, depth: u32) -> Result<Array> {
    if depth > DEEPEST {
        return Err(cx.throw_value_error("Recursion detected"));
    }
    for (key, value) in array.iter_raw() {
        let Key::Str(key) = key else {
            result.push(unshared(&value));
            continue;
        };
        let Some(old) = result.get_str(key).map(|old| old.to_value()) else {
            result.set_str(key, unshared(&value));
            continue;
        };
        // The old value counts as an array, null as an empty one.
        let mut inner = match old.view() {
            View::Null => Array::new(),
            _ => convert::to_array(&old),
        };
        drop(old);
        let value = value.deref();
        match value.as_array() {
            Some(more) => inner = merge_deep(cx, inner, more, depth + 1)?,
            None => drop(inner.push(value)),
        }
        result.set_str(key, inner.into());
    }
    Ok(result)
}

#[php_function("array_replace(array $array, array ...$replacements): array", READS_ARRAY)]
fn array_replace(array: &Array, replacements: &[Value]) -> Array {
    let mut result = array.clone();
    for replacement in arrays(replacements) {
        for (key, value) in replacement.iter_raw() {
            result.set(key, unshared(&value));
        }
    }
    result
}

#[php_function("array_replace_recursive(array $array, array ...$replacements): array")]
fn array_replace_recursive(cx: &mut Cx, array: &Array, replacements: &[Value]) -> Result<Array> {
    let mut result = array.clone();
    for replacement in arrays(replacements) {
        result = replace_deep(cx, result, replacement, 0)?;
    }
    Ok(result)
}

fn replace_deep(cx: &mut Cx, mut result: Array, replacement: &Array, depth: u32) -> Result<Array> {
    if depth > DEEPEST {
        return Err(cx.throw_value_error("Recursion detected"));
    }
    for (key, value) in replacement.iter_raw() {
        let plain = value.deref();
        let old = result.get(key).map(|old| old.to_value());
        match (plain.as_array(), old.as_ref().and_then(Value::as_array)) {
            (Some(new), Some(old)) => {
                let merged = replace_deep(cx, old.clone(), new, depth + 1)?;
                result.set(key, merged.into());
            }
            _ => result.set(key, unshared(&value)),
        }
    }
    Ok(result)
}
