//! Autoloading and object identity: the part of SPL that everything stands on.

use crate::prelude::*;
use phpc_core::calls::{autoload, callable};
use phpc_core::classes::{ClassRef, table};
use phpc_core::{behaviour, calls};

pub(crate) static FUNCTIONS: Functions = functions![
    spl_autoload_register, spl_autoload_unregister, spl_autoload_functions, spl_autoload_call, spl_object_hash, spl_object_id,
    class_implements, class_parents, class_uses, iterator_to_array, iterator_count, iterator_apply,
];

#[php_function("spl_autoload_register(?callable $callback = null, bool $throw = true, bool $prepend = false): bool")]
fn spl_autoload_register(cx: &mut Cx, callback: &Value, throw: bool, prepend: bool) -> Result<bool> {
    if !throw {
        extension::notice(cx, "Argument #2 ($do_throw) has been ignored, spl_autoload_register() will always throw")?;
    }
    if callback.is_null() {
        return Err(cx.throw_error("spl_autoload_register() without a callback is not supported"));
    }
    match callable::resolve(cx, callback)? {
        Ok(loader) => autoload::register(loader, prepend),
        Err(reason) => return Err(extension::type_error(cx, 1, [b"must be a valid callback or null, ", &reason[..]].concat())),
    }
    Ok(true)
}

#[php_function("spl_autoload_unregister(callable $callback): bool")]
fn spl_autoload_unregister(cx: &mut Cx, callback: &Value) -> Result<bool> {
    Ok(callable::resolve(cx, callback)?.is_ok_and(|loader| autoload::unregister(&loader)))
}

#[php_function("spl_autoload_functions(): array", READS_GLOBAL)]
fn spl_autoload_functions() -> Array {
    autoload::all().into_iter().map(|loader| loader.to_value()).collect()
}

#[php_function("spl_autoload_call(string $class): void")]
fn spl_autoload_call(cx: &mut Cx, class: &Str) -> Result {
    table::autoload(cx, class).map(drop)
}

#[php_function("spl_object_hash(object $object): string", READS_GLOBAL)]
fn spl_object_hash(object: &Object) -> Str {
    format!("{:016x}{:016x}", object.handle(), 0).into()
}

#[php_function("spl_object_id(object $object): int", READS_GLOBAL)]
fn spl_object_id(object: &Object) -> i64 {
    object.handle() as i64
}

/// The class of an object or name; false with a warning if there is none.
fn class_of(cx: &mut Cx, value: &Value, autoload: bool) -> Result<Option<ClassRef>> {
    if let Some(object) = value.as_object() {
        return Ok(Some(object.class_ref()));
    }
    let Some(name) = value.as_str() else {
        return Err(extension::wrong_argument(cx, 1, "object|string", value));
    };
    let found = if autoload { table::lookup(cx, name)? } else { table::lookup_declared(name) };
    if found.is_none() {
        let tail: &[u8] = if autoload { b" does not exist and could not be loaded" } else { b" does not exist" };
        warning(cx, [b"Class ", &name[..], tail].concat())?;
    }
    Ok(found)
}

/// Names as keys and values.
fn named(classes: impl Iterator<Item = ClassRef>) -> OrFalse<Array> {
    let mut all = Array::new();
    for class in classes {
        all.set_str(&class.name.str(), class.name.str().into());
    }
    all.into()
}

#[php_function("class_implements($object_or_class, bool $autoload = true): array|false")]
fn class_implements(cx: &mut Cx, object_or_class: &Value, autoload: bool) -> Result<OrFalse<Array>> {
    let Some(class) = class_of(cx, object_or_class, autoload)? else { return Ok(OrFalse::NO) };
    Ok(named(class.lineage().interfaces.iter().copied()))
}

#[php_function("class_parents($object_or_class, bool $autoload = true): array|false")]
fn class_parents(cx: &mut Cx, object_or_class: &Value, autoload: bool) -> Result<OrFalse<Array>> {
    let Some(class) = class_of(cx, object_or_class, autoload)? else { return Ok(OrFalse::NO) };
    Ok(named(class.ancestry().skip(1)))
}

#[php_function("class_uses($object_or_class, bool $autoload = true): array|false")]
fn class_uses(cx: &mut Cx, object_or_class: &Value, autoload: bool) -> Result<OrFalse<Array>> {
    let Some(class) = class_of(cx, object_or_class, autoload)? else { return Ok(OrFalse::NO) };
    Ok(named(class.traits.iter().copied()))
}

/// Calls `each` with the elements of an array or Traversable until it says no.
pub(crate) fn for_each(
    cx: &mut Cx,
    iterated: &Value,
    with_keys: bool,
    each: &mut dyn FnMut(&mut Cx, Value, Value) -> Result<bool>,
) -> Result {
    if let Some(array) = iterated.as_array() {
        for (key, value) in array.iter() {
            if !each(cx, key.to_value(), value.to_value())? {
                break;
            }
        }
        return Ok(());
    }
    let Some(object) = iterated.as_object() else { return Ok(()) };
    let iterator = behaviour::iteration::iterator_of(cx, object)?;
    calls::call_method(cx, &iterator, b"rewind", Vec::new())?;
    loop {
        let valid = calls::call_method(cx, &iterator, b"valid", Vec::new())?;
        if !convert::to_bool(&valid) {
            return Ok(());
        }
        let value = calls::call_method(cx, &iterator, b"current", Vec::new())?;
        let key = if with_keys { calls::call_method(cx, &iterator, b"key", Vec::new())? } else { Value::NULL };
        if !each(cx, key, value)? {
            return Ok(());
        }
        calls::call_method(cx, &iterator, b"next", Vec::new())?;
    }
}

#[php_function("iterator_to_array(iterable $iterator, bool $preserve_keys = true): array")]
fn iterator_to_array(cx: &mut Cx, iterator: &Value, preserve_keys: bool) -> Result<Array> {
    if let Some(array) = iterator.as_array().filter(|_| preserve_keys) {
        return Ok(array.clone());
    }
    let mut result = Array::new();
    for_each(cx, iterator, preserve_keys, &mut |cx, key, value| {
        if !preserve_keys {
            result.push(value);
            return Ok(true);
        }
        match key.view() {
            View::Int(int) => result.set_int(int, value),
            View::Str(text) => result.set(Key::normalise(text), value),
            View::Null | View::Undef => result.set_str(&Str::empty(), value),
            View::Bool(bit) => result.set_int(bit as i64, value),
            View::Float(float) => {
                let int = phpc_core::operators::float_operand_to_int(cx, float)?;
                result.set_int(int, value);
            }
            _ => return Err(cx.throw_type_error("Cannot access offset of type ".to_string() + &convert::type_name(&key).to_text() + " on array")),
        }
        Ok(true)
    })?;
    Ok(result)
}

#[php_function("iterator_count(iterable $iterator): int")]
fn iterator_count(cx: &mut Cx, iterator: &Value) -> Result<i64> {
    if let Some(array) = iterator.as_array() {
        return Ok(array.len() as i64);
    }
    let Some(object) = iterator.as_object() else { return Ok(0) };
    let iterator = behaviour::iteration::iterator_of(cx, object)?;
    let mut count = 0;
    calls::call_method(cx, &iterator, b"rewind", Vec::new())?;
    loop {
        let valid = calls::call_method(cx, &iterator, b"valid", Vec::new())?;
        if !convert::to_bool(&valid) {
            return Ok(count);
        }
        count += 1;
        calls::call_method(cx, &iterator, b"next", Vec::new())?;
    }
}

#[php_function("iterator_apply(Traversable $iterator, callable $callback, ?array $args = null): int")]
fn iterator_apply(cx: &mut Cx, iterator: &Object, callback: &Value, args: Option<&Array>) -> Result<i64> {
    let callback = crate::arrays::Callback::new(cx, callback)?;
    let args: Vec<Value> = args.map_or(Vec::new(), |args| args.values().map(|value| value.to_value()).collect());
    let iterator = behaviour::iteration::iterator_of(cx, iterator)?;
    let mut count = 0;
    calls::call_method(cx, &iterator, b"rewind", Vec::new())?;
    while convert::to_bool(&calls::call_method(cx, &iterator, b"valid", Vec::new())?) {
        count += 1;
        let result = callback.call(cx, args.clone())?;
        if !result.is_true() {
            break;
        }
        calls::call_method(cx, &iterator, b"next", Vec::new())?;
    }
    Ok(count)
}
