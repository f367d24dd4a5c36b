//! References that typed properties hold: every write goes through the types of all of them.

use phpc_abi::layout::{FLAG_TYPED_REFERENCE, ReferenceHeader};

use crate::calls::coerce::{self, Mode};
use crate::classes::Property;
use crate::classes::display::class_name;
use crate::exceptions::throw_type_error;
use crate::{Cx, Reference, Result, Value, message, pending};

type Sources = Vec<&'static Property>;

fn sources(cell: &Reference) -> Option<&Sources> {
    // SAFETY: null or the box that `add_source` made, freed with the cell.
    unsafe { (*cell.as_ptr()).sources.cast::<Sources>().as_ref() }
}

/// The cell is held by a typed property from now on.
pub fn add_source(cell: &Reference, property: &'static Property) {
    // SAFETY: a live cell; sources belong to this module.
    unsafe {
        let head = cell.as_ptr();
        if (*head).sources.is_null() {
            (*head).sources = Box::into_raw(Box::new(Sources::new())).cast();
            (*head).header.flags |= FLAG_TYPED_REFERENCE;
        }
        let list = &mut *(*head).sources.cast::<Sources>();
        if !list.iter().any(|known| std::ptr::eq(*known, property)) {
            list.push(property);
        }
    }
}

/// A cell dies.
pub fn forget_sources(cell: *mut ReferenceHeader) {
    // SAFETY: as above; the cell is dead, nobody looks again.
    unsafe {
        let list = std::mem::replace(&mut (*cell).sources, std::ptr::null_mut());
        if !list.is_null() {
            drop(Box::from_raw(list.cast::<Sources>()));
        }
    }
}

/// Assigns to a reference; the result is what was stored.
pub fn assign_reference(cx: &mut Cx, cell: &Reference, value: Value, strict: bool) -> Result<Value> {
    let value = value.into_plain();
    let cell = cell.clone();
    let value = match sources(&cell).cloned() {
        Some(list) => coerce_to_all(cx, &list, value, strict, cell.count() <= 2)?,
        None => value,
    };
    cell.set(value.clone());
    pending::check()?;
    Ok(value)
}

/// `alone`: only the property itself holds the cell, so that messages speak of the property.
fn coerce_to_all(cx: &mut Cx, list: &[&'static Property], value: Value, strict: bool, alone: bool) -> Result<Value> {
    let mut stored: Option<Value> = None;
    for property in list {
        let Some(ty) = &property.ty else { continue };
        match coerce::coerce(cx, ty, value.clone(), Some(property.class), Mode::user(strict))? {
            Ok(new) => match &stored {
                Some(old) if coerce::mask_of(old) != coerce::mask_of(&new) => {
                    return throw_type_error(cx, conflict(list[0], property, &value));
                }
                _ => stored = Some(new),
            },
            Err(value) if alone && property.is_static() => {
                return throw_type_error(cx, super::property::type_error(property, &value));
            }
            Err(value) => {
                return throw_type_error(
                    cx,
                    message!(
                        "Cannot assign ", coerce::type_name(&value), " to reference held by property ", class_name(property.class),
                        "::$", property.name, " of type ", ty.text
                    ),
                );
            }
        }
    }
    Ok(stored.unwrap_or(value))
}

fn conflict(first: &Property, second: &Property, value: &Value) -> Vec<u8> {
    let text = |property: &Property| property.ty.as_ref().map_or(&b"mixed"[..], |ty| ty.text);
    message!(
        "Cannot assign ", coerce::type_name(value), " to reference held by property ", class_name(first.class), "::$", first.name,
        " of type ", text(first), " and property ", class_name(second.class), "::$", second.name, " of type ", text(second),
        ", as this would result in an inconsistent type conversion"
    )
}
