//! Conversions and comparisons of objects.

use std::cmp::Ordering;

use super::iteration::{mangled_properties, slot_value};
use super::property::std_class;
use crate::classes::builtin::Cast as NativeCast;
use crate::classes::display::class_name;
use crate::exceptions::throw_error;
use crate::hooks::Cast;
use crate::{Array, Cx, Key, Object, Result, Str, Value, View, calls, message, operators};

/// `(object)`
pub fn to_object(cx: &mut Cx, value: &Value) -> Result<Object> {
    let value = value.deref();
    if let Some(object) = value.as_object() {
        return Ok(object.clone());
    }
    let new = super::create::instance(cx, std_class())?;
    match value.view() {
        View::Undef | View::Null => {}
        View::Array(array) => new.set_dynamic(Some(array.clone())),
        _ => new.with_dynamic(|all| all.set_bytes(b"scalar", value.clone())),
    }
    Ok(new)
}

/// `__toString`, or the Error.
pub fn to_string(cx: &mut Cx, object: &Object) -> Result<Str> {
    match to_string_if_any(cx, object)? {
        Some(text) => Ok(text),
        None => throw_error(
            cx,
            message!("Object of class ", class_name(object.class_ref()), " could not be converted to string"),
        ),
    }
}

pub fn to_string_if_any(cx: &mut Cx, object: &Object) -> Result<Option<Str>> {
    let class = object.class_ref();
    if let Some(cast) = class.handlers.cast
        && let Some(value) = cast(cx, object, NativeCast::String)?
    {
        return Ok(value.as_str().cloned());
    }
    let Some(method) = class.magic.to_string else { return Ok(None) };
    let value = calls::call_on(cx, object, method, Vec::new())?;
    match value.as_str() {
        Some(text) => Ok(Some(text.clone())),
        None => crate::exceptions::throw_type_error(
            cx,
            message!(class_name(class), "::__toString(): Return value must be of type string, ", calls::coerce::type_name(&value), " returned"),
        ),
    }
}

/// The cast of a builtin class.
pub fn cast(cx: &mut Cx, object: &Object, to: Cast) -> Result<Option<Value>> {
    let Some(handler) = object.class_ref().handlers.cast else { return Ok(None) };
    let to = match to {
        Cast::Bool(_) => NativeCast::Bool,
        Cast::Int => NativeCast::Int,
        Cast::Float => NativeCast::Float,
        Cast::Number => NativeCast::Number,
    };
    handler(cx, object, to)
}

/// `==` and `<` of two objects; None: not comparable.
pub fn compare(cx: &mut Cx, left: &Object, right: &Object) -> Result<Option<Ordering>> {
    let class = left.class_ref();
    if let Some(handler) = class.handlers.compare.or(right.class_ref().handlers.compare) {
        return Ok(handler(cx, left, right)?.map(|order| order.cmp(&0)));
    }
    if class.is_enum() || right.class_ref().is_enum() || class != right.class_ref() {
        return Ok(None);
    }
    if !left.enter() {
        crate::diagnostics::fatal("Nesting level too deep - recursive dependency?");
    }
    let result = compare_properties(cx, left, right);
    left.leave();
    result
}

fn compare_properties(cx: &mut Cx, left: &Object, right: &Object) -> Result<Option<Ordering>> {
    let made_up = left.class_ref().handlers.properties.is_some();
    if !made_up && !left.has_dynamic() && !right.has_dynamic() {
        for property in left.class_ref().slots.iter().flatten() {
            let (one, other) = (slot_value(left, property), slot_value(right, property));
            match (one.is_undef(), other.is_undef()) {
                (true, true) => continue,
                (false, false) => {}
                _ => return Ok(None),
            }
            let order = operators::compare(cx, &one.into_plain(), &other.into_plain())?;
            if order != Ordering::Equal {
                return Ok(Some(order));
            }
        }
        return Ok(Some(Ordering::Equal));
    }
    let (one, other) = (mangled_properties(left), mangled_properties(right));
    if one.len() != other.len() {
        return Ok(Some(one.len().cmp(&other.len())));
    }
    compare_by_key(cx, &one, &other)
}

fn compare_by_key(cx: &mut Cx, one: &Array, other: &Array) -> Result<Option<Ordering>> {
    for (key, value) in one.iter() {
        let key: Key = key;
        let Some(counterpart) = other.get(key).map(|value| value.to_value()) else { return Ok(None) };
        let order = operators::compare(cx, &value, &counterpart)?;
        if order != Ordering::Equal {
            return Ok(Some(order));
        }
    }
    Ok(Some(Ordering::Equal))
}
