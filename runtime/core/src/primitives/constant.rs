//! Constants by name.

use super::class::maybe_str;
use super::words::Pointer;
use crate::exceptions::throw_error;
use crate::message;
use crate::value::RawValue;
use crate::{Cx, Result, Str, Value, constants};

/// `cache` (two words, a value): what this site found, if it can be kept.
pub fn fetch(name: &Str, fallback: Pointer, cache: Pointer) -> Result<Value> {
    let cx = &mut Cx::enter();
    let cell = cache.cast::<RawValue>();
    // SAFETY: null or a value's room in the unit for this site, zero (UNDEF) at first.
    if !cache.is_null() && unsafe { (*cell).tag } != phpc_abi::value::Tag::UNDEF {
        return Ok(unsafe { Value::from_borrowed(*cell) });
    }
    let found = match constants::lookup(cx, name)? {
        Some(value) => Some(value),
        // SAFETY: null or a string literal.
        None => match unsafe { maybe_str(fallback) } {
            Some(fallback) => constants::lookup(cx, &fallback)?,
            None => None,
        },
    };
    let Some(value) = found else {
        return throw_error(cx, message!("Undefined constant \"", &**name, "\""));
    };
    if !cache.is_null() {
        // SAFETY: as above; the value is kept for the life of the process.
        unsafe { *cell = value.clone().into_raw() };
    }
    Ok(value)
}

pub fn declare(name: &Str, value: Value) -> Result {
    constants::declare(&mut Cx::enter(), name, value.into_plain())
}
