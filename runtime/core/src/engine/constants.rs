//! Global constants.

use crate::array::Array;
use crate::global::Global;
use crate::pending::Result;
use crate::{Cx, Str, Value, diagnostics};

/// Constants of the runtime and its extensions, and those of the program, by name (namespaces in lower case).
static BUILTIN: Global<Option<Array>> = Global::new(None);
static USER: Global<Option<Array>> = Global::new(None);

fn insert(table: &Global<Option<Array>>, name: &Str, value: Value) {
    table.with(|table| table.get_or_insert_default().set_str(name, value));
}

/// A constant of an extension.
pub fn register(name: &str, value: impl Into<Value>) {
    insert(&BUILTIN, &Str::intern(name.as_bytes()), value.into());
}

/// `NS\Name` with the namespace in lower case.
fn normalise(name: &Str) -> Str {
    let text: &[u8] = name.strip_prefix(b"\\").unwrap_or(name);
    match text.iter().rposition(|&byte| byte == b'\\') {
        None if text.len() == name.len() => name.clone(),
        None => Str::new(text),
        Some(at) => Str::concat(&[&text[..at].to_ascii_lowercase(), &text[at..]]),
    }
}

/// The constant's value. `true`, `false` and `null` in any case.
pub fn get(name: &Str) -> Option<Value> {
    let key = normalise(name);
    let find = |table: &Global<Option<Array>>| table.with(|table| table.as_ref()?.get_str(&key).map(|value| value.to_value()));
    find(&BUILTIN).or_else(|| find(&USER)).or_else(|| keyword(&key))
}

fn keyword(name: &[u8]) -> Option<Value> {
    match name.to_ascii_lowercase().as_slice() {
        b"true" => Some(Value::TRUE),
        b"false" => Some(Value::FALSE),
        b"null" => Some(Value::NULL),
        _ => None,
    }
}

/// `define` and `const`: false, with PHP's warning, if the name is taken.
pub fn define(cx: &mut Cx, name: &Str, value: Value) -> Result<bool> {
    if get(name).is_some() || **name == *b"__COMPILER_HALT_OFFSET__" {
        diagnostics::warning(cx, format!("Constant {name} already defined"))?;
        return Ok(false);
    }
    insert(&USER, &normalise(name), value);
    Ok(true)
}

/// The program's constants, in order of definition.
pub fn user() -> Array {
    USER.with(|table| table.clone()).unwrap_or_default()
}
/// The runtime's constants.
pub fn builtin() -> Array {
    BUILTIN.with(|table| table.clone()).unwrap_or_default()
}

/// Releases all, at the end.
pub(super) fn clear() {
    drop(USER.replace(None));
    drop(BUILTIN.replace(None));
}
