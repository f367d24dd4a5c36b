//! Objects: making, cloning, properties by name and by slot.

use super::callee::Cache;
use super::class::{from_pointer, maybe_func};
use super::place;
use super::words::{Pointer, Slot};
use crate::behaviour::{self, property::{Lookup, lookup}};
use crate::calls::func::Func;
use crate::classes::NO_SLOT;
use crate::{Cx, Object, Result, Str, Value};
use phpc_abi::decl::TypeMask;
use phpc_abi::layout::{OBJECT_SLOTS, SLOT_SIZE};
use phpc_abi::value::Tag;

/// `new C`: refuses abstract classes, interfaces, enums; evaluates defaults.
pub fn new_checked(class: Pointer, _func: Pointer) -> Result<Object> {
    behaviour::instantiate(&mut Cx::enter(), from_pointer(class))
}

/// Of a class known to be plain.
pub fn new_instance(class: Pointer) -> Result<Object> {
    behaviour::instantiate(&mut Cx::enter(), from_pointer(class))
}

pub fn clone(value: &Value, func: Pointer) -> Result<Value> {
    let cx = &mut Cx::enter();
    let value = value.deref();
    match value.as_object() {
        Some(object) => Ok(behaviour::clone(cx, object, maybe_func(func).and_then(|func| func.class))?.into()),
        None => Err(cx.throw_error("__clone method called on non-object")),
    }
}

pub fn clone_with(value: &Value, with: &Value, func: Pointer) -> Result<Value> {
    let cx = &mut Cx::enter();
    let copy = clone(value, func)?;
    let object = copy.as_object().expect("a clone is an object").clone();
    let func = place::scope(func);
    if let Some(with) = with.deref().as_array() {
        for (key, value) in with.iter() {
            let name = crate::convert::to_str(cx, &key.to_value())?;
            behaviour::write_property(cx, &object, &name, value.to_value(), func.class, func.decl.strict)?;
        }
    }
    Ok(copy)
}

/// `cache`: class, offset of the slot, function.
pub fn property_read(base: &Value, name: &Str, mode: i64, func: Pointer, cache: Pointer) -> Result<Value> {
    if let Some(object) = base.as_object()
        && is_filled(object, func, cache, 2)
    {
        // SAFETY: the offset of a slot of the class.
        let slot = unsafe { Value::ref_from_raw(object.as_ptr().cast::<u8>().add(Cache::new(cache).get(1)).cast()) };
        if !slot.is_undef() {
            return Ok(slot.deref());
        }
    }
    let (base, site) = (base.deref(), place::scope(func));
    if let Some(object) = base.as_object() {
        if let Some(slot) = fill_read_cache(object, name, func, cache) {
            let value = object.slot(slot as usize);
            if !value.is_undef() {
                return Ok(value.into_plain());
            }
        }
    }
    place::read_property(&mut Cx::enter(), &base, &name.clone().into(), place::Mode::from_int(mode), site)
}

pub fn property_write(base: &Value, name: &Str, value: Value, func: Pointer, cache: Pointer) -> Result<Value> {
    let cx = &mut Cx::enter();
    let (base, site) = (base.deref(), place::scope(func));
    let value = value.into_plain();
    let Some(object) = base.as_object() else {
        let ty = crate::convert::value_name(&base);
        return Err(cx.throw_error(&format!("Attempt to assign property \"{name}\" on {ty}")));
    };
    let straight = if is_filled(object, func, cache, 4) {
        let cache = Cache::new(cache);
        Some((((cache.get(1) - OBJECT_SLOTS) / SLOT_SIZE) as u32, cache.get(2) as u64))
    } else {
        fill_write_cache(object, name, func, cache)
    };
    if let Some((slot, tags)) = straight {
        // SAFETY: a slot of the object, only looked at.
        let old = unsafe { (*object.slot_ptr(slot as usize)).tag };
        if tags >> value.tag().0 & 1 != 0 && tags >> (32 + old.0) & 1 != 0 {
            drop(object.replace_slot(slot as usize, value.clone()));
            crate::pending::check()?;
            return Ok(value);
        }
    }
    let class_given = value.as_object().map(|object| object.class());
    let stored = behaviour::write_property(cx, object, name, value, site.class, site.decl.strict)?;
    if let (Some(_), Some(class)) = (straight, class_given) {
        Cache::new(cache).set(3, class as usize);
    }
    Ok(stored)
}

pub fn property_prepare_read(base: &Value, name: &Str, func: Pointer, cache: Pointer) {
    if let Some(object) = base.deref().as_object()
        && !is_filled(object, func, cache, 2)
    {
        fill_read_cache(object, name, func, cache);
    }
}

/// Does the site know the object's class? `last`: its word for the function.
fn is_filled(object: &Object, func: Pointer, cache: Pointer, last: usize) -> bool {
    let cache = Cache::new(cache);
    cache.get(0) == object.class() as usize && cache.get(last) == func as usize
}

/// The slot, if the site may read it straight.
fn fill_read_cache(object: &Object, name: &Str, func: Pointer, cache: Pointer) -> Option<u32> {
    let (class, site) = (object.class_ref(), place::scope(func));
    let slot = behaviour::straight_slot(class, name, site.class)?;
    let cache = Cache::new(cache);
    cache.set(0, class.as_head() as usize);
    cache.set(1, slot_offset(slot));
    cache.set(2, func as usize);
    Some(slot)
}

/// Looks along the steps as far as no user code can be asked. `first`: null or the cache of the first step, a property.
pub fn path_prepare(base: &Value, steps: Slot, shape: i64, func: Pointer, first: Pointer, last: Pointer, given: &Value) {
    let steps = place::Steps::new(steps, shape);
    let mut value = base.deref();
    for number in 0..steps.len() - 1 {
        let found = match steps.get(number) {
            place::Step::Dim(key) if super::key::is_simple(key) => {
                let key = crate::OwnedKey::from(super::key::simple(key, &Str::empty()));
                value.as_array().and_then(|array| array.get(key.as_key()).map(|element| element.to_value()))
            }
            place::Step::Property(name) if number == 0 && !first.is_null() => match (value.as_object(), name.as_str()) {
                (Some(object), Some(name)) => fill_read_cache(object, name, func, first).map(|slot| object.slot(slot as usize)),
                _ => None,
            },
            _ => None,
        };
        let Some(found) = found else { return };
        value = found.into_plain();
    }
    if let (Some(object), place::Step::Property(name)) = (value.as_object(), steps.get(steps.len() - 1))
        && let Some(name) = name.as_str()
    {
        let filled = fill_write_cache(object, name, func, last);
        let class = given.as_object().map(|given| given.class_ref());
        if let Some(class) = class.filter(|&class| filled.is_some() && behaviour::admits_class(object.class_ref(), name, place::scope(func).class, class)) {
            Cache::new(last).set(3, class.as_head() as usize);
        }
    }
}

pub fn property_prepare(base: &Value, name: &Str, func: Pointer, cache: Pointer) {
    if let Some(object) = base.deref().as_object()
        && !is_filled(object, func, cache, 4)
    {
        fill_write_cache(object, name, func, cache);
    }
}

/// `cache`: class, offset of the slot, tags, no class of objects yet, function. Slot and tags if it is filled for the object's
/// class.
fn fill_write_cache(object: &Object, name: &Str, func: Pointer, cache: Pointer) -> Option<(u32, u64)> {
    let (class, site) = (object.class_ref(), place::scope(func));
    let (slot, tags) = behaviour::straight_write(class, name, site.class)?;
    if !is_filled(object, func, cache, 4) {
        let cache = Cache::new(cache);
        cache.set(0, class.as_head() as usize);
        cache.set(1, slot_offset(slot));
        cache.set(2, tags as usize);
        cache.set(3, 0);
        cache.set(4, func as usize);
    }
    Some((slot, tags))
}

fn slot_offset(slot: u32) -> usize {
    OBJECT_SLOTS + SLOT_SIZE * slot as usize
}

/// A declared slot that is undefined, a reference, hooked …
pub fn slot_get_slow(object: &Object, slot: i64, func: Pointer) -> Result<Value> {
    let name = slot_name(object, slot);
    Ok(behaviour::read_property(&mut Cx::enter(), object, &name, place::scope(func).class)?.into_plain())
}

pub fn slot_set_slow(object: &Object, slot: i64, value: Value, func: Pointer) -> Result<Value> {
    let name = slot_name(object, slot);
    let func = place::scope(func);
    behaviour::write_property(&mut Cx::enter(), object, &name, value.into_plain(), func.class, func.decl.strict)
}

fn slot_name(object: &Object, slot: i64) -> Str {
    object.class_ref().slots[slot as usize].expect("emitted code names declared slots").name.str()
}

/// `$o->p op= v`, `$o->p++`: reads, computes, writes; the new or the old value.
pub fn modify_property(
    cx: &mut Cx, object: &Object, name: &Str, func: &Func, what: place::Modification<'_>,
    change: &mut dyn FnMut(&mut Cx, &Value) -> Result<Value>, want_new: bool,
) -> Result<Value> {
    if let place::Modification::Append(value) = what
        && let Some((slot, tags)) = behaviour::straight_write(object.class_ref(), name, func.class)
        && tags >> 32 & 1 << Tag::STRING.0 != 0
        && let slot = object.slot_ptr(slot as usize)
        // SAFETY: the object lives; nothing runs while the slot is borrowed.
        && let slot = unsafe { &mut *slot.cast::<Value>() }
        && slot.as_str().is_some()
    {
        return Ok(place::append_in_place(slot, value));
    }
    let old = behaviour::read_property_for_modify(cx, object, name, func.class)?.into_plain();
    let new = change(cx, &old)?;
    if let place::Modification::Step { up } = what {
        check_step(cx, object, name, func, &old, &new, up)?;
    }
    let stored = behaviour::write_property(cx, object, name, new, func.class, func.decl.strict)?;
    Ok(if want_new { stored } else { old })
}

/// `++` and `--` made a float of an int that must stay one.
fn check_step(cx: &mut Cx, object: &Object, name: &Str, func: &Func, old: &Value, new: &Value, up: bool) -> Result {
    if old.as_int().is_none() || new.as_float().is_none() {
        return Ok(());
    }
    let Lookup::Declared(property) = lookup(object.class_ref(), name, func.class) else { return Ok(()) };
    if property.has_hooks() || property.slot.get() == NO_SLOT || property.allows(TypeMask::FLOAT) {
        return Ok(());
    }
    match object.slot(property.slot.get() as usize).as_reference() {
        Some(cell) => behaviour::reference::check_step(cx, cell, old, new, up),
        None => Err(cx.throw_type_error(behaviour::reference::step_error(property, "", up))),
    }
}
