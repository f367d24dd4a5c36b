//! Functions that call back for each element.

use super::look::unshared;
use super::{ARRAY_FILTER_USE_BOTH, ARRAY_FILTER_USE_KEY, Callback};
use crate::prelude::*;
use phpc_core::array::RefIterator;

pub(crate) static FUNCTIONS: Functions = functions![
    array_map, array_filter, array_reduce, array_walk, array_walk_recursive, array_find, array_find_key, array_any, array_all,
];

#[php_function("array_map(?callable $callback, array $array, array ...$arrays): array")]
fn array_map(cx: &mut Cx, callback: &Value, array: &Array, arrays: &[Value]) -> Result<Array> {
    if arrays.is_empty() {
        if callback.is_null() {
            return Ok(array.clone());
        }
        return map_one(cx, callback, array);
    }
    let callback = if callback.is_null() { None } else { Some(Callback::new(cx, callback)?) };
    let all: Vec<Vec<Value>> = std::iter::once(array)
        .chain(arrays.iter().filter_map(Value::as_array))
        .map(|array| match callback {
            Some(_) => array.values().map(|value| value.to_value()).collect(),
            // Rows share references, also those of one owner.
            None => array.positions().map(|at| array.value_at_raw(at).to_value()).collect(),
        })
        .collect();
    let longest = all.iter().map(Vec::len).max().unwrap_or(0);
    let mut result = Array::with_capacity(longest);
    for row in 0..longest {
        let args: Vec<Value> = all.iter().map(|values| values.get(row).cloned().unwrap_or_default()).collect();
        let value = match &callback {
            Some(callback) => callback.call(cx, args)?,
            None => args.into_iter().collect::<Array>().into(),
        };
        result.push(value);
    }
    Ok(result)
}

fn map_one(cx: &mut Cx, callback: &Value, array: &Array) -> Result<Array> {
    let callback = Callback::new(cx, callback)?;
    let is_list = array.kind() != phpc_core::array::ArrayKind::Hash;
    let mut result = if is_list { Array::with_capacity(array.len()) } else { Array::hash_with_capacity(array.len()) };
    for at in array.positions() {
        let value = callback.call_with(cx, [array.value_at(at).to_value()])?;
        if is_list {
            result.push(value);
        } else {
            result.insert(array.key_at(at), value);
        }
    }
    Ok(result)
}

#[php_function("array_filter(array $array, ?callable $callback = null, int $mode = 0): array")]
fn array_filter(cx: &mut Cx, array: &Array, callback: &Value, mode: i64) -> Result<Array> {
    let mut result = Array::new();
    let callback = if callback.is_null() { None } else { Some(Callback::new(cx, callback)?) };
    for at in array.positions() {
        let value = array.value_at(at);
        let keep = match &callback {
            None => convert::to_bool(&value),
            Some(callback) => {
                let key = || array.key_at(at).to_value();
                let answer = match mode {
                    ARRAY_FILTER_USE_KEY => callback.call_with(cx, [key()]),
                    ARRAY_FILTER_USE_BOTH => callback.call_with(cx, [value.to_value(), key()]),
                    _ => callback.call_with(cx, [value.to_value()]),
                };
                convert::to_bool(&answer?)
            }
        };
        if keep {
            result.insert(array.key_at(at), unshared(&array.value_at_raw(at)));
        }
    }
    Ok(result)
}

#[php_function("array_reduce(array $array, callable $callback, mixed $initial = null): mixed")]
fn array_reduce(cx: &mut Cx, array: &Array, callback: &Value, initial: &Value) -> Result<Value> {
    let callback = Callback::new(cx, callback)?;
    let mut carry = initial.clone();
    for value in array.values() {
        carry = callback.call_with(cx, [carry, value.to_value()])?;
    }
    Ok(carry)
}

/// The first element for which the callback says `wanted`.
fn first(cx: &mut Cx, array: &Array, callback: &Value, wanted: bool) -> Result<Option<u32>> {
    let callback = Callback::new(cx, callback)?;
    for at in array.positions() {
        let args = [array.value_at(at).to_value(), array.key_at(at).to_value()];
        if convert::to_bool(&callback.call_with(cx, args)?) == wanted {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

#[php_function("array_find(array $array, callable $callback): mixed")]
fn array_find(cx: &mut Cx, array: &Array, callback: &Value) -> Result<Option<Value>> {
    Ok(first(cx, array, callback, true)?.map(|at| array.value_at(at).to_value()))
}

#[php_function("array_find_key(array $array, callable $callback): mixed")]
fn array_find_key(cx: &mut Cx, array: &Array, callback: &Value) -> Result<Option<Value>> {
    Ok(first(cx, array, callback, true)?.map(|at| array.key_at(at).to_value()))
}

#[php_function("array_any(array $array, callable $callback): bool")]
fn array_any(cx: &mut Cx, array: &Array, callback: &Value) -> Result<bool> {
    Ok(first(cx, array, callback, true)?.is_some())
}

#[php_function("array_all(array $array, callable $callback): bool")]
fn array_all(cx: &mut Cx, array: &Array, callback: &Value) -> Result<bool> {
    Ok(first(cx, array, callback, false)?.is_none())
}

#[php_function("array_walk(array|object &$array, callable $callback, mixed $arg = UNKNOWN): true")]
fn array_walk(cx: &mut Cx, array: &Reference, callback: &Value, arg: &Value) -> Result<bool> {
    let callback = Callback::new(cx, callback)?;
    walk(cx, array, &callback, arg, false)?;
    Ok(true)
}

#[php_function("array_walk_recursive(array|object &$array, callable $callback, mixed $arg = UNKNOWN): true")]
fn array_walk_recursive(cx: &mut Cx, array: &Reference, callback: &Value, arg: &Value) -> Result<bool> {
    let callback = Callback::new(cx, callback)?;
    walk(cx, array, &callback, arg, true)?;
    Ok(true)
}

/// Each element becomes a reference for the time of the call, since the callback may take it by reference or change the
/// array.
fn walk(cx: &mut Cx, cell: &Reference, callback: &Callback, arg: &Value, deep: bool) -> Result {
    let value = cell.get();
    if let Some(object) = value.as_object().cloned() {
        return walk_object(cx, &object, callback, arg);
    }
    if value.as_array().is_none() {
        return Ok(());
    }
    drop(value);
    let by_reference = callback.takes_reference();
    let mut iterator: Option<RefIterator> = None;
    loop {
        let mut value = cell.take();
        let Some(array) = value.as_array_mut() else {
            cell.set(value);
            return Err(cx.throw_type_error("Iterated value is no longer an array or object"));
        };
        let iterator = iterator.get_or_insert_with(|| RefIterator::new(array));
        let Some(at) = iterator.next(array) else {
            cell.set(value);
            return Ok(());
        };
        let key = OwnedKey::from(array.key_at(at));
        let is_array = array.value_at(at).as_array().is_some();
        let element: Value = if by_reference || deep && is_array {
            array.make_reference(key.as_key()).into()
        } else {
            array.value_at(at).to_value()
        };
        cell.set(value);
        if deep && is_array {
            let inner = element.as_reference().expect("made above").clone();
            drop(element);
            walk(cx, &inner, callback, arg, true)?;
            continue;
        }
        let mut args = vec![element, key.as_key().to_value()];
        if !arg.is_undef() {
            args.push(arg.clone());
        }
        callback.call(cx, args)?;
    }
}

fn walk_object(cx: &mut Cx, object: &Object, callback: &Callback, arg: &Value) -> Result {
    let properties = phpc_core::hooks::object_properties(object);
    for (key, value) in properties.iter_raw() {
        let mut args = vec![value.to_value(), key.to_value()];
        if !arg.is_undef() {
            args.push(arg.clone());
        }
        callback.call(cx, args)?;
    }
    Ok(())
}
