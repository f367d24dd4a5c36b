//! Static properties: variables of classes, shared along inheritance unless redeclared.

use phpc_abi::value::RawValue;

use super::{create, reference};
use crate::calls::method::protected_access;
use crate::classes::display::{class_name, visibility};
use crate::classes::{ClassRef, Property};
use crate::engine::owners;
use crate::exceptions::throw_error;
use crate::{Cx, Reference, Result, Str, Value, message};

/// Evaluates the default once. Typed ones live in a reference cell, so that every write is checked; the cell of one without
/// a value holds UNDEF.
pub fn initialise(cx: &mut Cx, property: &'static Property) -> Result {
    if property.stored.get() {
        return Ok(());
    }
    let value = create::default_value(cx, property)?;
    property.stored.set(true);
    let value = if property.ty.is_some() { typed_cell(property, value) } else { value };
    // SAFETY: the storage holds UNDEF; statics are used on the one PHP thread.
    unsafe { *property.storage.get() = value.into_raw() };
    owners::keep_slot(property.storage.get());
    Ok(())
}

fn typed_cell(property: &'static Property, value: Value) -> Value {
    let is_undef = value.is_undef();
    let cell = Reference::new(value);
    if is_undef {
        // SAFETY: the new cell's value is NULL, which is not counted.
        unsafe { *cell.slot() = RawValue::UNDEF };
    }
    reference::add_source(&cell, property);
    cell.into()
}

/// What a static property is looked up for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// One without a value is an Error.
    Read,
    /// isset() and the like: absent ones have no address.
    Quiet,
    Write,
}

/// The property that `class::$name` means in `scope`.
pub fn find(cx: &mut Cx, class: ClassRef, name: &[u8], scope: Option<ClassRef>, quiet: bool) -> Result<Option<&'static Property>> {
    let found = class.properties.get(name).copied();
    let Some(property) = found else {
        if quiet {
            return Ok(None);
        }
        return throw_error(cx, message!("Access to undeclared static property ", class_name(class), "::$", name));
    };
    let visible = property.is_public()
        || scope == Some(property.class)
        || !property.is_private() && protected_access(property.root(), scope);
    if !visible {
        if quiet {
            return Ok(None);
        }
        return throw_error(
            cx,
            message!("Cannot access ", visibility(property.modifiers), " property ", class_name(class), "::$", name),
        );
    }
    if !property.is_static() {
        if quiet {
            return Ok(None);
        }
        return throw_error(cx, message!("Access to undeclared static property ", class_name(class), "::$", name));
    }
    Ok(Some(property))
}

/// Address of the variable `class::$name`; null if it is not there and `access` is quiet.
pub fn static_property(cx: &mut Cx, class: ClassRef, name: &Str, scope: Option<ClassRef>, access: Access) -> Result<*mut RawValue> {
    let Some(property) = find(cx, class, name, scope, access == Access::Quiet)? else { return Ok(std::ptr::null_mut()) };
    slot(cx, property, access)
}

/// Address of a static property's variable, with its class initialised.
pub fn slot(cx: &mut Cx, property: &'static Property, access: Access) -> Result<*mut RawValue> {
    if !property.stored.get() {
        create::initialise(cx, property.class)?;
        initialise(cx, property)?;
    }
    let slot = property.storage.get();
    if property.ty.is_none() || access == Access::Write {
        return Ok(slot);
    }
    // SAFETY: a static's storage is a valid value.
    let has_value = unsafe { Value::ref_from_raw(slot) }.as_reference().is_none_or(|cell| !cell.get().is_undef());
    match access {
        _ if has_value => Ok(slot),
        Access::Quiet => Ok(std::ptr::null_mut()),
        _ => throw_error(cx, uninitialised(property)),
    }
}

/// The value, whatever the scope; UNDEF where a typed one has none.
pub fn value(cx: &mut Cx, property: &'static Property) -> Result<Value> {
    let slot = slot(cx, property, Access::Write)?;
    // SAFETY: the variable lives as long as the process; the value is copied at once.
    Ok(unsafe { Value::from_borrowed(*slot) }.deref())
}

/// Assigns, whatever the scope.
pub fn assign(cx: &mut Cx, property: &'static Property, value: Value, strict: bool) -> Result {
    let slot = slot(cx, property, Access::Write)?;
    // SAFETY: as above; the old value is dropped after the new one is in place.
    let old = unsafe {
        if let Some(cell) = Value::from_borrowed(*slot).as_reference() {
            return reference::assign_reference(cx, cell, value, strict).map(|_| ());
        }
        Value::from_raw(slot.replace(value.into_plain().into_raw()))
    };
    drop(old);
    crate::pending::check()
}

pub fn uninitialised(property: &Property) -> Vec<u8> {
    let kind = if property.is_static() { "Typed static property " } else { "Typed property " };
    message!(kind, class_name(property.class), "::$", property.name, " must not be accessed before initialization")
}
