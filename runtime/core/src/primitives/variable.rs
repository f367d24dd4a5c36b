//! Variables outside SSA: references, globals, statics, symbol tables.

use super::class::{func_of, maybe_func, maybe_object};
use super::words::{Pointer, Slot};
use crate::engine::globals;
use crate::message;
use crate::{Array, Cx, Reference, Result, Str, Value, behaviour, closures, convert, diagnostics, pending, symbols};

pub fn undefined(name: &Str) -> Result {
    diagnostics::warning(&mut Cx::enter(), message!("Undefined variable $", &**name))
}

pub fn undefined_global(name: &Str) -> Result {
    diagnostics::warning(&mut Cx::enter(), message!("Undefined global variable $", &**name))
}

/// Assigns to a variable that may be a reference; the result is what was stored.
pub fn assign(slot: Slot, value: Value, func: Pointer) -> Result<Value> {
    // SAFETY: the caller's variable, only looked at.
    let cell = unsafe { slot.value() }.as_reference().cloned();
    match cell {
        Some(cell) => behaviour::assign_reference(&mut Cx::enter(), &cell, value.into_plain(), is_strict(func)),
        None => {
            let value = value.into_plain();
            slot.set(value.clone());
            pending::check()?;
            Ok(value)
        }
    }
}

pub fn assign_static(slot: Slot, value: Value, func: Pointer) -> Result<Value> {
    // SAFETY: the property's storage, only looked at.
    let cell = unsafe { slot.value() }.as_reference().cloned();
    match cell {
        Some(cell) => behaviour::reference::assign_static(&mut Cx::enter(), &cell, value.into_plain(), is_strict(func)),
        None => assign(slot, value, func),
    }
}

pub fn set(slot: Slot, value: Value, func: Pointer) -> Result {
    // SAFETY: the caller's variable, only looked at.
    if unsafe { slot.value() }.as_reference().is_some() {
        return assign(slot, value, func).map(drop);
    }
    slot.set(value.into_plain());
    pending::check()
}

pub fn read(slot: Slot, name: &Str) -> Result<Value> {
    // SAFETY: the caller's variable; it is copied before anything runs.
    let value = unsafe { slot.value() }.clone();
    if value.is_undef() {
        undefined(name)?;
        return Ok(Value::NULL);
    }
    Ok(value.into_plain())
}

pub fn assign_reference(cell: &Value, value: Value, func: Pointer) -> Result<Value> {
    let cell = cell.as_reference().expect("emitted code tested the tag").clone();
    behaviour::assign_reference(&mut Cx::enter(), &cell, value.into_plain(), is_strict(func))
}

fn is_strict(func: Pointer) -> bool {
    maybe_func(func).is_some_and(|func| func.decl.strict)
}

pub fn make_reference(slot: Slot) -> Value {
    // SAFETY: the caller's variable; nothing runs while it is borrowed.
    Reference::make(unsafe { slot.value() }).into()
}

/// A cell that nobody else holds becomes its value.
pub fn unreference(value: Value) -> Value {
    match value.as_reference() {
        // Its value is taken out, so that no count goes up and down.
        Some(cell) if cell.count() == 1 => cell.take(),
        _ => value,
    }
}

pub fn global_slot(name: &Str) -> Slot {
    Slot(globals::slot(name))
}

/// The cell of a static variable: of the function, or of the closure object being run.
pub fn static_cell(func: Pointer, closure: Pointer, index: i64) -> Value {
    let func = func_of(func);
    if let Some(closure) = maybe_object(closure)
        && let Some(cell) = closures::static_cell(&closure, index as usize, |index| func.first_static(index))
    {
        return cell.into();
    }
    func.static_cell(index as usize).into()
}

pub fn scope_frame(frame: Pointer) {
    symbols::set_caller(frame);
}

pub fn frame_free(frame: Pointer) -> Result {
    symbols::free(frame);
    pending::check()
}

/// `frame` null: global scope.
pub fn symbol_slot(frame: Pointer, name: &Value, create: bool) -> Result<Slot> {
    let cx = &mut Cx::enter();
    let name = convert::to_str(cx, name)?;
    Ok(Slot(if frame.is_null() { globals::slot(&name) } else { symbols::slot(frame, &name, create) }))
}

/// The value that a builtin left in a cell lent to it; a cell that the builtin kept stays a reference.
pub fn cell_into_value(cell: Value) -> Value {
    unreference(cell)
}

pub fn globals_array() -> Array {
    globals::all()
}

pub fn include_frame() -> Pointer {
    symbols::take_include()
}
