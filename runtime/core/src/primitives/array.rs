//! Arrays that emitted code knows to be arrays.

use super::exception::{pending_set, pending_take};
use super::key::{self, Use};
use super::memory::release_unwinding;
use super::place::{Mode, read_element, undefined_key};
use super::words::Slot;
use crate::array::ArrayKind;
use crate::behaviour;
use crate::pending;
use crate::{Array, Cx, Key, OwnedKey, Result, Str, Value};
use phpc_abi::value::{RawValue, Tag};

pub fn new(size: i64) -> Array {
    Array::with_capacity(size as usize)
}

pub fn new_list(kind: i64, size: i64) -> Array {
    let kind = match kind {
        kind if kind == ArrayKind::Ints as i64 => ArrayKind::Ints,
        kind if kind == ArrayKind::Floats as i64 => ArrayKind::Floats,
        _ => ArrayKind::Values,
    };
    Array::list_with_capacity(kind, size as usize)
}

pub fn new_hash(capacity: i64) -> Array {
    Array::hash_with_capacity(capacity as usize)
}

pub fn get(array: &Array, key: &Value, mode: i64) -> Result<Value> {
    Ok(read_element(&mut Cx::enter(), array, key, Mode::from_int(mode))?.into_plain())
}

pub fn get_int(array: &Array, key: i64, mode: i64) -> Result<Value> {
    match array.get_int(key) {
        Some(element) => Ok(element.to_value()),
        None if Mode::from_int(mode) == Mode::Quiet => Ok(Value::NULL),
        None => undefined_key(&mut Cx::enter(), Key::Int(key)),
    }
}

pub fn get_string(array: &Array, key: &Str, mode: i64) -> Result<Value> {
    let key = Key::normalise(key);
    match array.get(key) {
        Some(element) => Ok(element.to_value()),
        None if Mode::from_int(mode) == Mode::Quiet => Ok(Value::NULL),
        None => undefined_key(&mut Cx::enter(), key),
    }
}

/// The element's place in memory, for arrays of values; lists of ints and floats have none: null (emitted code asks their
/// kind first).
fn place(array: &Array, at: Option<u32>) -> Slot {
    let Some(at) = at else { return Slot(std::ptr::null_mut()) };
    let header = array.as_ptr();
    // SAFETY: `at` is a filled entry of this kind.
    unsafe {
        match array.kind() {
            ArrayKind::Values => Slot((*header).data.cast::<RawValue>().add(at as usize)),
            ArrayKind::Hash => Slot(&raw mut (*(*header).data.cast::<phpc_abi::layout::HashEntry>().add(at as usize)).value),
            _ => Slot(std::ptr::null_mut()),
        }
    }
}

pub fn find_int(array: &Array, key: i64) -> Slot {
    place(array, array.find_int(key))
}

pub fn find_string(array: &Array, key: &Str) -> Slot {
    match Key::normalise(key) {
        Key::Int(int) => place(array, array.find_int(int)),
        Key::Str(key) => place(array, array.find_str(key)),
    }
}

/// Runs `f` on a unique array, which emitted code lends: it stays where it is.
fn lent(array: &Array, f: impl FnOnce(&mut Array)) {
    debug_assert!(array.is_unique());
    // SAFETY: the one count is lent for the time of the call.
    let mut own = std::mem::ManuallyDrop::new(unsafe { Array::from_ptr(array.as_ptr()) });
    f(&mut own);
}

pub fn insert_int(array: &Array, key: i64, value: Value) {
    lent(array, |array| array.insert(Key::Int(key), value));
}

pub fn insert_string(array: &Array, key: &Str, value: Value) {
    lent(array, |array| match Key::normalise(key) {
        Key::Int(int) => array.insert(Key::Int(int), value),
        Key::Str(key) => array.insert(Key::Str(key), value),
    });
}

pub fn isset(array: &Array, key: &Value) -> Result<bool> {
    let cx = &mut Cx::enter();
    let held = array.clone();
    let key = key::array_key(cx, key, Use::Isset)?;
    Ok(held.get(key.as_key()).is_some_and(|element| !element.is_null()))
}

/// Stores under `key`, through a reference that lies there.
fn store(array: &mut Array, key: Key<'_>, value: Value) -> Result {
    // The copy comes first: it turns references of one owner into values.
    array.unique();
    match array.find(key) {
        Some(at) if array.raw_at(at).tag == Tag::REFERENCE => {
            let cell = array.value_at_raw(at).as_reference().cloned().expect("the tag says so");
            behaviour::assign_reference(&mut Cx::enter(), &cell, value, false)?;
        }
        Some(at) => array.set_at(at, value),
        None => array.insert(key, value),
    }
    pending::check()
}

/// The array under construction, given back; if something is thrown, it is gone (and what its release throws has the
/// exception as its previous one).
fn changed(mut array: Array, change: impl FnOnce(&mut Array) -> Result) -> Array {
    match change(&mut array) {
        Ok(()) => array,
        Err(_) => abandoned(array),
    }
}

#[cold]
fn abandoned(array: Array) -> Array {
    let thrown = pending_take();
    pending_set(release_unwinding(array.into(), thrown));
    Array::new()
}

pub fn set(array: Array, key: &Value, value: Value) -> Array {
    changed(array, |array| {
        let key = key::array_key(&mut Cx::enter(), key, Use::Access)?;
        store(array, key.as_key(), value)
    })
}

pub fn set_int(array: Array, key: i64, value: Value) -> Array {
    changed(array, |array| store(array, Key::Int(key), value))
}

pub fn set_string(array: Array, key: &Str, value: Value) -> Array {
    changed(array, |array| store(array, Key::normalise(key), value))
}

fn push_checked(array: &mut Array, value: Value) -> Result {
    if array.push(value) {
        return Ok(());
    }
    Err(Cx::enter().throw_error("Cannot add element to the array as the next element is already occupied"))
}

pub fn push(array: Array, value: Value) -> Array {
    changed(array, |array| push_checked(array, value))
}

pub fn push_int(array: Array, value: i64) -> Array {
    changed(array, |array| push_checked(array, Value::int(value)))
}

pub fn push_float(array: Array, value: f64) -> Array {
    changed(array, |array| push_checked(array, Value::float(value)))
}

pub fn separate(mut array: Array) -> Array {
    array.unique();
    array
}

pub fn separate_values(mut array: Array) -> Array {
    if array.is_empty() {
        array.unique();
    } else {
        array.slot_at(array.next_from(0).expect("it is not empty"));
    }
    array
}

pub fn unset(array: Array, key: &Value) -> Array {
    changed(array, |array| {
        let key = key::array_key(&mut Cx::enter(), key, Use::Unset)?;
        drop(array.remove(key.as_key()));
        pending::check()
    })
}

/// An element of an array literal.
pub fn literal_set(array: Array, key: &Value, value: Value) -> Array {
    changed(array, |array| {
        if key::is_simple(key) {
            array.set(key::simple(key, &Str::empty()), value);
        } else {
            let key = key::array_key(&mut Cx::enter(), key, Use::Access)?;
            array.set(key.as_key(), value);
        }
        pending::check()
    })
}

/// The same under a string key that is known to be absent and not to look like an int.
pub fn literal_add(mut array: Array, key: &Str, value: Value) -> Array {
    array.insert(Key::Str(key), value);
    array
}

/// `key` UNDEF: the next index.
pub fn literal_reference(array: Array, key: &Value, source: Value) -> Array {
    changed(array, |array| {
        if key.is_undef() {
            return push_checked(array, source);
        }
        let key = key::array_key(&mut Cx::enter(), key, Use::Access)?;
        array.set(key.as_key(), source);
        pending::check()
    })
}

/// `[...$value]`
pub fn spread(array: Array, value: &Value) -> Array {
    changed(array, |array| {
        let cx = &mut Cx::enter();
        if let Some(source) = value.as_array() {
            for (key, element) in source.clone().iter() {
                match key {
                    Key::Int(_) => push_checked(array, element.to_value())?,
                    Key::Str(key) => array.set_str(key, element.to_value()),
                }
            }
            return Ok(());
        }
        super::iterate::for_each(cx, value, &mut |cx, key, element| {
            match key.deref() {
                key if key.as_int().is_some() => push_checked(array, element),
                key => match key.as_str() {
                    Some(text) => {
                        array.set(OwnedKey::from(text.clone()).as_key(), element);
                        Ok(())
                    }
                    None => Err(cx.throw_error("Keys must be of type int|string during array unpacking")),
                },
            }
        })
    })
}

/// Entry number of the first element at `position` or later, or -1.
pub fn next(array: &Array, position: i64) -> i64 {
    array.next_from(position as u32).map_or(-1, i64::from)
}

pub fn value_at(array: &Array, position: i64) -> Value {
    array.value_at(position as u32).to_value()
}

pub fn key_at(array: &Array, position: i64) -> Value {
    array.key_at(position as u32).to_value()
}
