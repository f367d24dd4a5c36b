//! Objects: making, cloning, properties by name and by slot.

use super::class::{from_pointer, maybe_func};
use super::place;
use super::words::Pointer;
use crate::behaviour::{self, property::{Lookup, lookup}};
use crate::calls::func::Func;
use crate::classes::NO_SLOT;
use crate::{Cx, Object, Result, Str, Value};
use phpc_abi::decl::TypeMask;

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

pub fn property_get(object: &Object, name: &Str, mode: i64, func: Pointer, _cache: Pointer) -> Result<Value> {
    let cx = &mut Cx::enter();
    let object: Value = object.clone().into();
    place::read_property(cx, &object, &name.clone().into(), place::Mode::from_int(mode), place::scope(func))
}

pub fn property_set(object: &Object, name: &Str, value: Value, func: Pointer, _cache: Pointer) -> Result<Value> {
    let func = place::scope(func);
    behaviour::write_property(&mut Cx::enter(), object, name, value.into_plain(), func.class, func.decl.strict)
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
    cx: &mut Cx, object: &Object, name: &Str, func: &Func, what: place::Modification,
    change: &mut dyn FnMut(&mut Cx, &Value) -> Result<Value>, want_new: bool,
) -> Result<Value> {
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
