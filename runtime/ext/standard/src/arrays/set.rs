//! Differences and intersections.

use super::look::unshared;
use super::{Callback, merge::arrays};
use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions = functions![
    array_diff, array_diff_key, array_diff_assoc, array_intersect, array_intersect_key, array_intersect_assoc, array_udiff,
    array_diff_ukey, array_diff_uassoc, array_udiff_assoc, array_udiff_uassoc, array_uintersect, array_intersect_ukey,
    array_intersect_uassoc, array_uintersect_assoc, array_uintersect_uassoc,
];

/// The elements that `keep` says yes to.
fn filter(cx: &mut Cx, array: &Array, mut keep: impl FnMut(&mut Cx, Key<'_>, &Value) -> Result<bool>) -> Result<Array> {
    let mut result = Array::new();
    for (key, value) in array.iter_raw() {
        if keep(cx, key, &value.deref())? {
            result.set(key, unshared(&value));
        }
    }
    Ok(result)
}

/// The texts of an array's values, as keys.
fn texts(cx: &mut Cx, array: &Array) -> Result<Array> {
    let mut set = Array::hash_with_capacity(array.len());
    for value in array.values() {
        let key = super::build::element_key(cx, &value)?;
        set.set(key.as_key(), Value::TRUE);
    }
    Ok(set)
}

#[php_function("array_diff(array $array, array ...$arrays): array")]
fn array_diff(cx: &mut Cx, array: &Array, others: &[Value]) -> Result<Array> {
    if array.is_empty() || arrays(others).all(Array::is_empty) {
        return Ok(array.clone());
    }
    let mut exclude = Array::new();
    for other in arrays(others) {
        for value in other.values() {
            let key = super::build::element_key(cx, &value)?;
            exclude.set(key.as_key(), Value::TRUE);
        }
    }
    filter(cx, array, |cx, _, value| Ok(!exclude.contains(super::build::element_key(cx, value)?.as_key())))
}

#[php_function("array_intersect(array $array, array ...$arrays): array")]
fn array_intersect(cx: &mut Cx, array: &Array, others: &[Value]) -> Result<Array> {
    let mut sets = Vec::new();
    for other in arrays(others) {
        sets.push(texts(cx, other)?);
    }
    filter(cx, array, |cx, _, value| {
        let key = super::build::element_key(cx, value)?;
        Ok(sets.iter().all(|set| set.contains(key.as_key())))
    })
}

#[php_function("array_diff_key(array $array, array ...$arrays): array", READS_ARRAY)]
fn array_diff_key(cx: &mut Cx, array: &Array, others: &[Value]) -> Result<Array> {
    filter(cx, array, |_, key, _| Ok(!arrays(others).any(|other| other.contains(key))))
}

#[php_function("array_intersect_key(array $array, array ...$arrays): array", READS_ARRAY)]
fn array_intersect_key(cx: &mut Cx, array: &Array, others: &[Value]) -> Result<Array> {
    filter(cx, array, |_, key, _| Ok(arrays(others).all(|other| other.contains(key))))
}

/// The other array has this key with a value of the same text.
fn has_pair(cx: &mut Cx, other: &Array, key: Key<'_>, value: &Value) -> Result<bool> {
    let Some(found) = other.get(key).map(|found| found.to_value()) else { return Ok(false) };
    match (found.view(), value.view()) {
        (View::Int(left), View::Int(right)) => Ok(left == right),
        _ => Ok(convert::to_str(cx, value)? == convert::to_str(cx, &found)?),
    }
}

#[php_function("array_diff_assoc(array $array, array ...$arrays): array")]
fn array_diff_assoc(cx: &mut Cx, array: &Array, others: &[Value]) -> Result<Array> {
    filter(cx, array, |cx, key, value| {
        for other in arrays(others) {
            if has_pair(cx, other, key, value)? {
                return Ok(false);
            }
        }
        Ok(true)
    })
}

#[php_function("array_intersect_assoc(array $array, array ...$arrays): array")]
fn array_intersect_assoc(cx: &mut Cx, array: &Array, others: &[Value]) -> Result<Array> {
    filter(cx, array, |cx, key, value| {
        for other in arrays(others) {
            if !has_pair(cx, other, key, value)? {
                return Ok(false);
            }
        }
        Ok(true)
    })
}

/// How elements are compared by the functions with callbacks.
#[derive(Clone, Copy)]
enum By<'a> {
    Ignore,
    Builtin,
    Callback(&'a Callback),
}

/// Splits off the `count` callbacks behind the arrays, with PHP's complaints.
fn split<'a>(cx: &mut Cx, rest: &'a [Value], count: usize) -> Result<(&'a [Value], Vec<Callback>)> {
    if rest.len() < count {
        let name = String::from_utf8_lossy(&extension::current_name()).into_owned();
        let message = format!("At least {} arguments are required, {} passed", count + 1, rest.len() + 1);
        let _ = name;
        return Err(cx.throw("ArgumentCountError", message));
    }
    let (others, last) = rest.split_at(rest.len() - count);
    let mut callbacks = Vec::new();
    for (at, value) in last.iter().enumerate() {
        match phpc_core::calls::callable::resolve(cx, value)? {
            Ok(_) => callbacks.push(Callback::new(cx, value)?),
            Err(reason) => {
                let text = [b"must be a valid callback, ", &reason[..]].concat();
                return Err(extension::type_error(cx, others.len() + at + 2, text));
            }
        }
    }
    for (at, value) in others.iter().enumerate() {
        if value.as_array().is_none() {
            return Err(extension::wrong_argument(cx, at + 2, "array", value));
        }
    }
    Ok((others, callbacks))
}

fn asks_equal(cx: &mut Cx, callback: &Callback, left: Value, right: Value) -> Result<bool> {
    let result = callback.call(cx, vec![left, right])?;
    Ok(convert::to_int(cx, &result)? == 0)
}

/// Is there an element in `other` that counts as the same?
fn contains(cx: &mut Cx, other: &Array, key: Key<'_>, value: &Value, keys: By, values: By) -> Result<bool> {
    if let By::Builtin = keys {
        let Some(found) = other.get(key).map(|found| found.to_value()) else { return Ok(false) };
        return same_value(cx, value, &found, values);
    }
    for (other_key, found) in other.iter() {
        let found = found.to_value();
        if !same_value(cx, value, &found, values)? {
            continue;
        }
        let same_key = match keys {
            By::Callback(callback) => asks_equal(cx, callback, key.to_value(), other_key.to_value())?,
            _ => true,
        };
        if same_key {
            return Ok(true);
        }
    }
    Ok(false)
}

fn same_value(cx: &mut Cx, value: &Value, found: &Value, values: By) -> Result<bool> {
    match values {
        By::Ignore => Ok(true),
        By::Builtin => Ok(convert::to_str(cx, value)? == convert::to_str(cx, found)?),
        By::Callback(callback) => asks_equal(cx, callback, value.clone(), found.clone()),
    }
}

fn select(cx: &mut Cx, array: &Array, others: &[Value], keys: By, values: By, common: bool) -> Result<Array> {
    filter(cx, array, |cx, key, value| {
        for other in arrays(others) {
            if contains(cx, other, key, value, keys, values)? != common {
                return Ok(false);
            }
        }
        Ok(true)
    })
}

macro_rules! with_callbacks {
    ($($signature:literal $name:ident $count:literal $common:literal |$callbacks:ident| $keys:expr, $values:expr;)*) => {$(
        #[php_function($signature)]
        fn $name(cx: &mut Cx, array: &Array, rest: &[Value]) -> Result<Array> {
            let (others, $callbacks) = split(cx, rest, $count)?;
            select(cx, array, others, $keys, $values, $common)
        }
    )*};
}

with_callbacks! {
    "array_udiff(array $array, ...$rest): array" array_udiff 1 false |c| By::Ignore, By::Callback(&c[0]);
    "array_diff_ukey(array $array, ...$rest): array" array_diff_ukey 1 false |c| By::Callback(&c[0]), By::Ignore;
    "array_diff_uassoc(array $array, ...$rest): array" array_diff_uassoc 1 false |c| By::Callback(&c[0]), By::Builtin;
    "array_udiff_assoc(array $array, ...$rest): array" array_udiff_assoc 1 false |c| By::Builtin, By::Callback(&c[0]);
    "array_udiff_uassoc(array $array, ...$rest): array" array_udiff_uassoc 2 false |c| By::Callback(&c[1]), By::Callback(&c[0]);
    "array_uintersect(array $array, ...$rest): array" array_uintersect 1 true |c| By::Ignore, By::Callback(&c[0]);
    "array_intersect_ukey(array $array, ...$rest): array" array_intersect_ukey 1 true |c| By::Callback(&c[0]), By::Ignore;
    "array_intersect_uassoc(array $array, ...$rest): array" array_intersect_uassoc 1 true |c| By::Callback(&c[0]), By::Builtin;
    "array_uintersect_assoc(array $array, ...$rest): array" array_uintersect_assoc 1 true |c| By::Builtin, By::Callback(&c[0]);
    "array_uintersect_uassoc(array $array, ...$rest): array" array_uintersect_uassoc 2 true |c| By::Callback(&c[1]), By::Callback(&c[0]);
}
