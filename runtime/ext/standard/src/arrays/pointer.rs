//! The internal pointer: current, key, next, prev, reset, end.

use super::take_array;
use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions = functions![current, key, next, prev, reset, end];
pub(crate) static ALIASES: Aliases = aliases![pos = current];

/// Properties of an object stand for it; their pointer is not kept.
fn view(value: &Value) -> Array {
    match value.view() {
        View::Array(array) => array.clone(),
        View::Object(object) => phpc_core::hooks::object_properties(object),
        _ => Array::new(),
    }
}

fn value_at(array: &Array, at: Option<u32>) -> Value {
    at.map_or(Value::FALSE, |at| array.value_at(at).to_value())
}

fn deprecate_object(cx: &mut Cx, value: &Value) -> Result {
    if value.as_object().is_some() {
        let name = String::from_utf8_lossy(&extension::current_name()).into_owned();
        extension::deprecated(cx, format!("Calling {name}() on an object is deprecated"))?;
    }
    Ok(())
}

#[php_function("current(array|object $array): mixed")]
fn current(cx: &mut Cx, array: &Value) -> Result<Value> {
    deprecate_object(cx, array)?;
    let array = view(array);
    Ok(value_at(&array, array.position()))
}

#[php_function("key(array|object $array): int|string|null")]
fn key(cx: &mut Cx, array: &Value) -> Result<Option<Value>> {
    deprecate_object(cx, array)?;
    let array = view(array);
    Ok(array.position().map(|at| array.key_at(at).to_value()))
}

fn go(cx: &mut Cx, cell: &Reference, to: impl Fn(&Array) -> Option<u32>) -> Result<Value> {
    let value = cell.get();
    if value.as_array().is_none() {
        deprecate_object(cx, &value)?;
        let array = view(&value);
        return Ok(value_at(&array, to(&array)));
    }
    drop(value);
    let mut array = take_array(cell);
    let at = to(&array);
    array.set_position(at);
    let value = value_at(&array, at);
    cell.set(array.into());
    Ok(value)
}

#[php_function("next(array|object &$array): mixed")]
fn next(cx: &mut Cx, array: &Reference) -> Result<Value> {
    go(cx, array, |array| array.position().and_then(|at| array.next_from(at + 1)))
}

#[php_function("prev(array|object &$array): mixed")]
fn prev(cx: &mut Cx, array: &Reference) -> Result<Value> {
    go(cx, array, |array| array.position().and_then(|at| array.previous_from(at)))
}

#[php_function("reset(array|object &$array): mixed")]
fn reset(cx: &mut Cx, array: &Reference) -> Result<Value> {
    go(cx, array, |array| array.next_from(0))
}

#[php_function("end(array|object &$array): mixed")]
fn end(cx: &mut Cx, array: &Reference) -> Result<Value> {
    go(cx, array, |array| array.previous_from(u32::MAX))
}
