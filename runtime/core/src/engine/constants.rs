//! Global constants.

use crate::array::Array;
use crate::global::Global;
use crate::pending::Result;
use crate::{Cx, Str, Value, diagnostics};
use phpc_abi::hash::BytesMap;

/// A constant of the runtime or an extension.
pub struct Entry {
    pub name: &'static str,
    pub value: fn() -> Value,
}

/// A table of Rust constants under their own names: `constants![E_ALL, PHP_EOL]`.
#[macro_export]
macro_rules! constants {
    ($($name:ident),* $(,)?) => {
        &[$($crate::engine::constants::Entry { name: stringify!($name), value: || $crate::Value::from($name) }),*]
    };
}

struct Builtin {
    /// Tables with their extensions' names.
    tables: Vec<(&'static str, &'static [Entry])>,
    /// Made when first needed; forgotten when a table comes.
    by_name: BytesMap<&'static [u8], fn() -> Value>,
}

static BUILTIN: Global<Option<Builtin>> = Global::new(None);
/// The program's constants by name (namespaces in lower case), in order of definition.
static USER: Global<Option<Array>> = Global::new(None);

/// Adds an extension's table.
pub fn register(extension: &'static str, table: &'static [Entry]) {
    BUILTIN.with(|builtin| {
        let builtin = builtin.get_or_insert_with(|| Builtin {
            tables: vec![("Core", super::core_constants::CONSTANTS)],
            by_name: BytesMap::default(),
        });
        builtin.tables.push((extension, table));
        builtin.by_name.clear();
    });
}

fn find_builtin(name: &[u8]) -> Option<Value> {
    let value = BUILTIN.with(|builtin| {
        let builtin = builtin.get_or_insert_with(|| Builtin {
            tables: vec![("Core", super::core_constants::CONSTANTS)],
            by_name: BytesMap::default(),
        });
        if builtin.by_name.is_empty() {
            let all = builtin.tables.iter().flat_map(|table| table.1);
            builtin.by_name = all.map(|entry| (entry.name.as_bytes(), entry.value)).collect();
        }
        builtin.by_name.get(name).copied()
    });
    value.map(|value| value())
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
    let user = || USER.with(|table| table.as_ref()?.get_str(&key).map(|value| value.to_value()));
    find_builtin(&key).or_else(user).or_else(|| keyword(&key))
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
    USER.with(|table| table.get_or_insert_default().set_str(&normalise(name), value));
    Ok(true)
}

/// The program's constants, in order of definition.
pub fn user() -> Array {
    USER.with(|table| table.clone()).unwrap_or_default()
}
/// The runtime's constants by extension.
pub fn builtin() -> Vec<(&'static str, Array)> {
    find_builtin(b"");
    let tables = BUILTIN.with(|builtin| builtin.as_ref().map_or(Vec::new(), |builtin| builtin.tables.clone()));
    tables
        .into_iter()
        .map(|(extension, entries)| {
            let mut array = Array::new();
            for entry in entries {
                array.set_str(&Str::from(entry.name), (entry.value)());
            }
            (extension, array)
        })
        .collect()
}

/// Releases the program's, at the end.
pub(super) fn clear() {
    drop(USER.replace(None));
}
