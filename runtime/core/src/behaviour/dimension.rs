//! `$object[key]`: ArrayAccess and native handlers.

use crate::calls;
use crate::classes::{ClassRef, FuncRef};
use crate::classes::display::class_name;
use crate::classes::table::class_table;
use crate::exceptions::throw_error;
use crate::{Cx, Object, Result, Value, convert, message};

fn has_array_access(class: ClassRef) -> bool {
    class.is_subclass_of(class_table().known("arrayaccess"))
}

fn refuse<T>(cx: &mut Cx, class: ClassRef) -> Result<T> {
    throw_error(cx, message!("Cannot use object of type ", class_name(class), " as array"))
}

/// The method of a PHP class (native handlers call overridden methods themselves).
fn offset_method(class: ClassRef, method: Option<FuncRef>) -> Option<FuncRef> {
    method.filter(|_| has_array_access(class))
}

/// `$object[key]`. With `quiet`, existence was asked before by the caller.
pub fn offset_get(cx: &mut Cx, object: &Object, key: &Value, quiet: bool) -> Result<Value> {
    let _ = quiet;
    let object = object.clone();
    let class = object.class_ref();
    if let Some(handler) = class.handlers.read_dimension {
        return handler(cx, &object, Some(key));
    }
    let Some(method) = offset_method(class, class.magic.offset_get) else { return refuse(cx, class) };
    let target = calls::Target::This(object.clone());
    calls::invoke(cx, method, &target, None, vec![key.deref().into_plain()], 0)
}

/// `$object[key]` for a nested write or a reference; `key` None: `$object[]`.
pub fn offset_get_for_write(cx: &mut Cx, object: &Object, key: Option<&Value>) -> Result<Value> {
    match object.class_ref().handlers.dimension_reference {
        Some(handler) => handler(cx, &object.clone(), key),
        None if key.is_none() && object.class_ref().handlers.read_dimension.is_some() => {
            let handler = object.class_ref().handlers.read_dimension.expect("just seen");
            handler(cx, &object.clone(), None)
        }
        None => offset_get(cx, object, key.unwrap_or(&Value::NULL), false),
    }
}

/// `$object[key] = value`; `key` None: `$object[] = value`.
pub fn offset_set(cx: &mut Cx, object: &Object, key: Option<&Value>, value: &Value) -> Result {
    let object = object.clone();
    let class = object.class_ref();
    if let Some(handler) = class.handlers.write_dimension {
        return handler(cx, &object, key, value);
    }
    let Some(method) = offset_method(class, class.magic.offset_set) else { return refuse(cx, class) };
    let key = key.map_or(Value::NULL, |key| key.deref().into_plain());
    calls::call_on_with(cx, &object, method, [key, value.deref().into_plain()])?;
    Ok(())
}

/// isset and, with `want_truth`, the opposite of empty.
pub fn offset_exists(cx: &mut Cx, object: &Object, key: &Value, want_truth: bool) -> Result<bool> {
    let object = object.clone();
    let class = object.class_ref();
    if let Some(handler) = class.handlers.has_dimension {
        return handler(cx, &object, key, want_truth);
    }
    let Some(method) = offset_method(class, class.magic.offset_exists) else { return refuse(cx, class) };
    let found = calls::call_on_with(cx, &object, method, [key.deref().into_plain()])?;
    if !convert::to_bool(&found) || !want_truth {
        return Ok(convert::to_bool(&found));
    }
    let value = offset_get(cx, &object, key, true)?;
    Ok(convert::to_bool(&value.into_plain()))
}

pub fn offset_unset(cx: &mut Cx, object: &Object, key: &Value) -> Result {
    let object = object.clone();
    let class = object.class_ref();
    if let Some(handler) = class.handlers.unset_dimension {
        return handler(cx, &object, key);
    }
    let Some(method) = offset_method(class, class.magic.offset_unset) else { return refuse(cx, class) };
    calls::call_on_with(cx, &object, method, [key.deref().into_plain()])?;
    Ok(())
}

/// `count($object)`; None: the object is not countable.
pub fn count(cx: &mut Cx, object: &Object) -> Result<Option<i64>> {
    let class = object.class_ref();
    if let Some(handler) = class.handlers.count {
        return Ok(Some(handler(cx, object)?));
    }
    if !class.is_subclass_of(class_table().known("countable")) {
        return Ok(None);
    }
    let object = object.clone();
    let count = calls::call_method(cx, &object, b"count", Vec::new())?;
    Ok(Some(convert::to_int(cx, &count)?))
}
