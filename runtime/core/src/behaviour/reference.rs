//! References that typed properties hold: every write goes through the types of all of them.

use phpc_abi::decl::TypeMask;
use phpc_abi::layout::{FLAG_TYPED_REFERENCE, ReferenceHeader};
use phpc_abi::value::RawValue;

use crate::calls::coerce::{self, Mode};
use crate::classes::Property;
use crate::classes::display::class_name;
use crate::exceptions::{throw_error, throw_type_error};
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

/// Assigns to a reference of which the caller holds one count beside its variables; the result is what was stored.
pub fn assign_reference(cx: &mut Cx, cell: &Reference, value: Value, strict: bool) -> Result<Value> {
    let value = value.into_plain();
    let value = match sources(cell).cloned() {
        Some(list) => coerce_to_all(cx, &list, value, strict, is_alone(cell))?,
        None => value,
    };
    cell.set(value.clone());
    pending::check()?;
    Ok(value)
}

/// The same for the cell of a typed static property, by its own name.
pub fn assign_static(cx: &mut Cx, cell: &Reference, value: Value, strict: bool) -> Result<Value> {
    let value = match sources(cell).cloned() {
        Some(list) => coerce_to_all(cx, &list, value, strict, true)?,
        None => value,
    };
    cell.set(value.clone());
    pending::check()?;
    Ok(value)
}

/// Does only one variable hold the cell (a typed static property, which always has one)?
fn is_alone(cell: &Reference) -> bool {
    cell.count() <= 2
}

/// A variable is about to become an array because it is indexed: the types must allow that.
pub fn check_auto_array(cx: &mut Cx, cell: &Reference) -> Result {
    let Some(list) = sources(cell) else { return Ok(()) };
    match list.iter().find(|property| !property.allows(TypeMask::ARRAY)) {
        Some(property) => {
            let place = if is_alone(cell) && property.is_static() { "" } else { "a reference held by " };
            throw_type_error(cx, auto_array_error(property, place))
        }
        None => Ok(()),
    }
}

pub fn auto_array_error(property: &Property, place: &str) -> Vec<u8> {
    let ty = property.ty.as_ref().map_or(&b"mixed"[..], |ty| ty.text);
    message!(
        "Cannot auto-initialize an array inside ", place, "property ", class_name(property.class), "::$", property.name,
        " of type ", ty
    )
}

/// Reading for `op=` and `++`: the cell of a static property may have no value yet.
pub fn check_initialised(cx: &mut Cx, cell: &Reference) -> Result {
    match sources(cell).and_then(|list| list.first()) {
        Some(property) if cell.get().is_undef() => throw_error(cx, super::static_property::uninitialised(property)),
        _ => Ok(()),
    }
}

/// `++` and `--` made a float of an int: an error of its own for places that must stay int.
pub fn check_step(cx: &mut Cx, cell: &Reference, old: &Value, new: &Value, up: bool) -> Result {
    if old.as_int().is_none() || new.as_float().is_none() {
        return Ok(());
    }
    match sources(cell).and_then(|list| list.iter().find(|property| !property.allows(TypeMask::FLOAT))) {
        Some(property) => {
            let place = if is_alone(cell) && property.is_static() { "" } else { "a reference held by " };
            throw_type_error(cx, step_error(property, place, up))
        }
        None => Ok(()),
    }
}

pub fn step_error(property: &Property, place: &str, up: bool) -> Vec<u8> {
    let (verb, end) = if up { ("increment ", "maximal") } else { ("decrement ", "minimal") };
    let ty = property.ty.as_ref().map_or(&b"mixed"[..], |ty| ty.text);
    message!(
        "Cannot ", verb, place, "property ", class_name(property.class), "::$", property.name, " of type ", ty, " past its ",
        end, " value"
    )
}

/// A reference to a static property is taken: one without a value becomes NULL if it may be.
pub fn initialise_for_reference(cx: &mut Cx, cell: &Reference) -> Result {
    let Some(property) = sources(cell).and_then(|list| list.first()) else { return Ok(()) };
    if !cell.get().is_undef() {
        return Ok(());
    }
    if !property.ty.as_ref().is_some_and(|ty| ty.allows_null()) {
        let name = message!(class_name(property.class), "::$", property.name);
        return throw_error(cx, message!("Cannot access uninitialized non-nullable property ", name, " by reference"));
    }
    cell.set(Value::NULL);
    Ok(())
}

/// `C::$name = &$source`, where `storage` is the variable: `source` must suit the property's type.
pub fn bind_static(cx: &mut Cx, storage: *const RawValue, old: &Reference, source: &Reference, strict: bool) -> Result {
    let found = sources(old).and_then(|list| list.iter().find(|property| std::ptr::eq(property.storage.get(), storage)));
    let Some(&property) = found else { return Ok(()) };
    bind(cx, property, source, strict)
}

/// A typed property takes the cell as its own: the value is converted if no other type objects.
pub fn bind(cx: &mut Cx, property: &'static Property, cell: &Reference, strict: bool) -> Result {
    let Some(ty) = &property.ty else { return Ok(()) };
    let value = cell.get();
    match coerce::coerce(cx, ty, value.clone(), Some(property.class), Mode::user(strict))? {
        Ok(new) => {
            if let Some(list) = sources(cell).filter(|list| !list.is_empty()).cloned()
                && coerce::mask_of(&new) != coerce::mask_of(&value)
            {
                return throw_type_error(cx, conflict(list[0], property, &value));
            }
            cell.set(new);
            add_source(cell, property);
            Ok(())
        }
        Err(value) => throw_type_error(cx, super::property::type_error(property, &value)),
    }
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
