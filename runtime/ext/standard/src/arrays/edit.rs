//! Changing arrays in place: both ends.

use super::take_array;
use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions = functions![array_push, array_pop, array_shift, array_unshift];

#[php_function("array_push(array &$array, mixed ...$values): int")]
fn array_push(cx: &mut Cx, array: &Reference, values: &[Value]) -> Result<i64> {
    let mut target = take_array(array);
    let mut room = true;
    for value in values {
        room = target.push(value.deref());
        if !room {
            break;
        }
    }
    let length = target.len() as i64;
    array.set(target.into());
    if !room {
        return Err(cx.throw_error("Cannot add element to the array as the next element is already occupied"));
    }
    Ok(length)
}

#[php_function("array_pop(array &$array): mixed", WRITES_REFERENCE)]
fn array_pop(array: &Reference) -> Value {
    let mut target = take_array(array);
    let value = target.pop();
    array.set(target.into());
    value.map_or(Value::NULL, Value::into_plain)
}

#[php_function("array_shift(array &$array): mixed", WRITES_REFERENCE)]
fn array_shift(array: &Reference) -> Value {
    let mut target = take_array(array);
    let value = target.shift();
    array.set(target.into());
    value.map_or(Value::NULL, Value::into_plain)
}

#[php_function("array_unshift(array &$array, mixed ...$values): int", WRITES_REFERENCE)]
fn array_unshift(array: &Reference, values: &[Value]) -> i64 {
    let old = take_array(array);
    let ints = values.iter().map(Value::as_int).collect::<Option<Vec<i64>>>();
    if let (Some(mut ints), Some(rest)) = (ints, old.as_ints()) {
        ints.extend_from_slice(rest);
        array.set(Array::from_ints(&ints).into());
        return ints.len() as i64;
    }
    let mut target = Array::with_capacity(old.len() + values.len());
    for value in values {
        target.push(value.deref());
    }
    for (key, value) in old.iter_raw() {
        match key {
            Key::Int(_) => drop(target.push(value.to_value())),
            Key::Str(key) => target.set_str(key, value.to_value()),
        }
    }
    let length = target.len() as i64;
    array.set(target.into());
    length
}
