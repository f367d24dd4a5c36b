//! Variables by name: `compact`, `extract`, `get_defined_vars`.

use super::{
    EXTR_IF_EXISTS, EXTR_OVERWRITE, EXTR_PREFIX_ALL, EXTR_PREFIX_IF_EXISTS, EXTR_PREFIX_INVALID, EXTR_PREFIX_SAME, EXTR_REFS,
    EXTR_SKIP,
};
use crate::prelude::*;
use phpc_core::behaviour::assign_reference;
use phpc_core::symbols::{self, Scope};

pub(crate) static FUNCTIONS: Functions = functions![compact, extract, get_defined_vars];

#[php_function("compact($var_name, ...$var_names): array")]
fn compact(cx: &mut Cx, var_name: &Value, var_names: &[Value]) -> Result<Array> {
    let scope = symbols::caller(cx, "compact")?;
    let mut result = Array::new();
    for (number, name) in std::iter::once(var_name).chain(var_names).enumerate() {
        add(cx, scope, &mut result, name, number + 1, &mut Vec::new())?;
    }
    Ok(result)
}

fn add(cx: &mut Cx, scope: Scope, result: &mut Array, name: &Value, number: usize, inside: &mut Vec<usize>) -> Result {
    match name.view() {
        View::Str(name) => {
            if let Some(value) = scope.get(name) {
                result.set(Key::normalise(name), value);
            } else if &name[..] == b"this"
                && let Some(this) = phpc_core::traces::current_this()
            {
                result.set_str(name, this.into());
            } else {
                warning(cx, [b"Undefined variable $", &name[..]].concat())?;
            }
        }
        View::Array(names) => {
            let address = names.as_ptr() as usize;
            if inside.contains(&address) {
                return Err(cx.throw_error("Recursion detected"));
            }
            inside.push(address);
            for name in names.values() {
                add(cx, scope, result, &name, number, inside)?;
            }
            inside.pop();
        }
        View::Reference(cell) => add(cx, scope, result, &cell.get(), number, inside)?,
        _ => warning(cx, format!("Argument #{number} must be string or array of strings, {} given", convert::value_name(name)))?,
    }
    Ok(())
}

fn is_valid_name(name: &[u8]) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80;
    name.first().is_some_and(|&byte| letter(byte)) && name.iter().all(|&byte| letter(byte) || byte.is_ascii_digit())
}

#[php_function(r#"extract(array &?$array, int $flags = EXTR_OVERWRITE, string $prefix = ""): int"#)]
fn extract(cx: &mut Cx, array: &Value, flags: i64, prefix: &Str) -> Result<i64> {
    let scope = symbols::caller(cx, "extract")?;
    let by_reference = flags & EXTR_REFS != 0;
    let kind = flags & 0xff;
    if !(EXTR_OVERWRITE..=EXTR_IF_EXISTS).contains(&kind) {
        return Err(value_error(cx, 2, "must be a valid extract type"));
    }
    if (EXTR_PREFIX_SAME..=EXTR_PREFIX_IF_EXISTS).contains(&kind) {
        if prefix.is_empty() {
            return Err(value_error(cx, 3, "is required when using this extract type"));
        }
        if !is_valid_name(prefix) {
            return Err(value_error(cx, 3, "must be a valid identifier"));
        }
    }
    let plain = array.deref();
    let Some(source) = plain.as_array() else {
        return Err(extension::wrong_argument(cx, 1, "array", &plain));
    };
    let mut count = 0;
    for key in source.keys().map(OwnedKey::from) {
        let name = match &key {
            OwnedKey::Str(name) => name.clone(),
            OwnedKey::Int(int) if kind == EXTR_PREFIX_ALL || kind == EXTR_PREFIX_INVALID => convert::int_to_str(*int),
            OwnedKey::Int(_) => continue,
        };
        let exists = scope.get(&name).is_some();
        let prefixed = || Str::concat(&[prefix, b"_", &name]);
        let target = match kind {
            EXTR_SKIP if exists => continue,
            EXTR_PREFIX_SAME if exists => prefixed(),
            EXTR_PREFIX_ALL => prefixed(),
            EXTR_PREFIX_INVALID if !is_valid_name(&name) => prefixed(),
            EXTR_PREFIX_IF_EXISTS if exists => prefixed(),
            EXTR_PREFIX_IF_EXISTS | EXTR_IF_EXISTS if !exists => continue,
            _ => name.clone(),
        };
        if !is_valid_name(&target) || &target[..] == b"GLOBALS" {
            continue;
        }
        if &target[..] == b"this" {
            if kind == EXTR_OVERWRITE || kind == EXTR_IF_EXISTS {
                return Err(cx.throw_error("Cannot re-assign $this"));
            }
            continue;
        }
        let Some(slot) = scope.slot(&target, true) else { continue };
        if by_reference && let Some(variable) = array.as_reference() {
            let mut whole = super::take_array(variable);
            let cell = whole.make_reference(key.as_key());
            variable.set(whole.into());
            store(slot, cell.into());
        } else {
            let value = source.get(key.as_key()).map(|value| value.to_value()).unwrap_or_default();
            // SAFETY: the variable's place, looked at before anything else runs.
            let cell = unsafe { Value::from_borrowed(*slot) }.as_reference().cloned();
            match cell {
                Some(cell) => drop(assign_reference(cx, &cell, value, false)?),
                None => store(slot, value),
            }
        }
        count += 1;
    }
    Ok(count)
}

/// Puts a value into a variable's place; what was there dies last.
fn store(slot: *mut phpc_core::abi::value::RawValue, value: Value) {
    // SAFETY: a place of the caller's symbol table, which lives during the call.
    let old = unsafe { Value::from_raw(std::mem::replace(&mut *slot, value.into_raw())) };
    drop(old);
}

#[php_function("get_defined_vars(): array", READS_GLOBAL | READS_REFERENCE)]
fn get_defined_vars(cx: &mut Cx) -> Result<Array> {
    Ok(symbols::caller(cx, "get_defined_vars")?.all())
}
