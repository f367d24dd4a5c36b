//! Constants by name.

use crate::prelude::*;
use phpc_core::classes::{lookup, table};
use phpc_core::engine::constants as globals;
use phpc_core::traces;

pub(crate) static FUNCTIONS: Functions = functions![define, defined, constant, get_defined_constants];

#[php_function("define(string $constant_name, mixed $value, bool $case_insensitive = false): bool")]
fn define(cx: &mut Cx, constant_name: &Str, value: &Value, case_insensitive: bool) -> Result<bool> {
    if memchr::memmem::find(constant_name, b"::").is_some() {
        return Err(value_error(cx, 1, "cannot be a class constant"));
    }
    if case_insensitive {
        warning(cx, "Argument #3 ($case_insensitive) is ignored since declaration of case-insensitive constants is no longer supported")?;
    }
    globals::define(cx, constant_name, value.clone())
}

/// The class constant `A::B`, or the global one. `quiet`: nothing is thrown if there is none.
fn find(cx: &mut Cx, name: &Str, quiet: bool) -> Result<Option<Value>> {
    let Some(at) = name.windows(2).rposition(|pair| pair == b"::") else { return Ok(globals::get(name)) };
    let (class_name, constant) = (&name[..at], Str::new(&name[at + 2..]));
    let is = |word: &[u8]| class_name.eq_ignore_ascii_case(word);
    let class = if is(b"self") {
        traces::current_scope()
    } else if is(b"static") {
        traces::current_static()
    } else if is(b"parent") {
        traces::current_scope().and_then(|scope| scope.parent())
    } else {
        table::lookup(cx, class_name)?
    };
    let Some(class) = class else {
        if quiet {
            return Ok(None);
        }
        return Err(cx.throw_error([b"Class \"", class_name, b"\" not found"].concat()));
    };
    if quiet {
        match class.constants.get_str(&constant) {
            Some(found) if lookup::is_visible_from(found, traces::current_scope) => return found.value(cx).map(Some),
            _ => return Ok(None),
        }
    }
    lookup::class_constant(cx, class, &constant, traces::current_scope(), true).map(Some)
}

#[php_function("defined(string $constant_name): bool")]
fn defined(cx: &mut Cx, constant_name: &Str) -> Result<bool> {
    Ok(find(cx, constant_name, true)?.is_some())
}

#[php_function("constant(string $name): mixed")]
fn constant(cx: &mut Cx, name: &Str) -> Result<Value> {
    match find(cx, name, false)? {
        Some(value) => Ok(value),
        None => Err(cx.throw_error([b"Undefined constant \"", &name[..], b"\""].concat())),
    }
}

#[php_function("get_defined_constants(bool $categorize = false): array", READS_GLOBAL)]
fn get_defined_constants(categorize: bool) -> Array {
    if !categorize {
        let mut all = Array::new();
        let user = globals::user();
        for group in globals::builtin().iter().map(|(_, group)| group).chain([&user]) {
            for (name, value) in group.iter() {
                all.set(name, value.to_value());
            }
        }
        return all;
    }
    let mut result = Array::new();
    for (extension, group) in globals::builtin() {
        result.set_bytes(extension.as_bytes(), group);
    }
    result.set_bytes(b"user", globals::user());
    result
}
