//! Constants by name.

use super::class::maybe_str;
use super::words::Pointer;
use crate::exceptions::throw_error;
use crate::message;
use crate::value::RawValue;
use crate::calls::func::Func;
use crate::engine::constants;
use crate::units::functions;
use crate::{Cx, Result, Str, Value};

/// `cache` (two words, a value): what this site found, if it can be kept.
pub fn fetch(name: &Str, fallback: Pointer, cache: Pointer) -> Result<Value> {
    let cx = &mut Cx::enter();
    let cell = cache.cast::<RawValue>();
    // SAFETY: null or a value's room in the unit for this site, zero (UNDEF) at first.
    if !cache.is_null() && unsafe { (*cell).tag } != phpc_abi::value::Tag::UNDEF {
        return Ok(unsafe { Value::from_borrowed(*cell) });
    }
    let found = match constants::get(name) {
        Some(value) => Some(value),
        // SAFETY: null or a string literal.
        None => match unsafe { maybe_str(fallback) } {
            Some(fallback) => constants::get(&fallback),
            None => None,
        },
    };
    let Some(value) = found else {
        return throw_error(cx, message!("Undefined constant \"", &**name, "\""));
    };
    if !cache.is_null() {
        // SAFETY: as above; the value is kept to the end of the program.
        unsafe { *cell = value.clone().into_raw() };
        if value.raw().tag.is_counted() {
            crate::engine::owners::keep_slot(cell);
        }
    }
    Ok(value)
}

pub fn declare(name: &Str, value: Value) -> Result {
    constants::define(&mut Cx::enter(), name, value.into_plain())?;
    Ok(())
}

/// `kind`: pir::MagicConst: `__FILE__`, `__DIR__` of the unit, `__FUNCTION__`, `__METHOD__` of the function.
pub fn magic(func: Pointer, kind: i64) -> Value {
    let func: &Func = super::class::func_of(func);
    let path = func.unit().map_or(&b""[..], |unit| unit.path.bytes());
    match kind {
        0 => Value::string(path),
        1 => match path.iter().rposition(|&byte| byte == b'/') {
            Some(0) => Value::string(b"/"),
            Some(at) => Value::string(&path[..at]),
            // Code that is no file.
            None => {
                use std::os::unix::ffi::OsStrExt;
                let here = std::env::current_dir().unwrap_or_else(|_| ".".into());
                Value::string(here.as_os_str().as_bytes())
            }
        },
        2 => func.name.str().into(),
        _ => Value::string(func.full_name()),
    }
}

pub fn builtin_function(name: &Str) -> Pointer {
    functions::get(name).expect("emitted code names registered builtins").as_head().cast_mut().cast()
}
