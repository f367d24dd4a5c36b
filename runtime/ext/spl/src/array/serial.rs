//! Serialising ArrayObject and ArrayIterator.

use super::*;
use crate::serialized::{Pieces, append};

pub(super) fn serialize(_: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let state = state::<State>(this);
    let mut data = Array::with_capacity(4);
    data.push(Value::int(state.flags.get() & CLONE_MASK));
    data.push(match &*state.storage.borrow() {
        Storage::Own => Value::NULL,
        Storage::Array(array) => array.clone().into(),
        Storage::Object(object) => object.clone().into(),
    });
    data.push(iteration::own_properties(this).into());
    data.push(state.iterator_class.get().filter(|found| *found != class("arrayiterator")).map(|class| class.name.str()).into());
    Ok(data.into())
}

pub(super) fn unserialize(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let data = call.array_opt(0).unwrap_or_default();
    let part = |at: i64| data.get_int(at).map(|value| value.to_value());
    let (Some(flags), Some(storage), Some(members)) = (part(0), part(1), part(2)) else { return ill_typed(cx) };
    let class_name = part(3).unwrap_or_default();
    let (Some(flags), Some(members)) = (flags.as_int(), members.as_array()) else { return ill_typed(cx) };
    if !class_name.is_null() && class_name.as_str().is_none() {
        return ill_typed(cx);
    }
    let own = state::<State>(this);
    own.flags.set(own.flags.get() & !CLONE_MASK | flags & CLONE_MASK);
    if flags & IS_SELF != 0 {
        drop(own.storage.replace(Storage::Own));
    } else {
        if storage.as_array().is_none() && storage.as_object().is_none() {
            return throw(cx, "invalidargumentexception", "Passed variable is not an array or object");
        }
        set_array(cx, this, storage, 0, true)?;
    }
    load_properties(this, members);
    let Some(name) = class_name.as_str() else { return Ok(Value::NULL) };
    let found = phpc_core::classes::table::lookup(cx, name)?;
    let problem: &str = match found {
        Some(found) if found.is_subclass_of(class("iterator")) => {
            own.iterator_class.set(Some(found));
            return Ok(Value::NULL);
        }
        Some(_) => "this class does not implement the Iterator interface",
        None => "no such class exists",
    };
    let text = message!("Cannot deserialize ArrayObject with iterator class '", &**name, "'; ", problem);
    throw(cx, "unexpectedvalueexception", text)
}

fn ill_typed(cx: &mut Cx) -> Result<Value> {
    throw(cx, "unexpectedvalueexception", "Incomplete or ill-typed serialization data")
}

pub(super) fn serialize_text(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let own = state::<State>(this);
    let mut text = format!("x:i:{};", own.flags.get() & CLONE_MASK).into_bytes();
    let storage = match &*own.storage.borrow() {
        Storage::Own => None,
        Storage::Array(array) => Some(Value::from(array.clone())),
        Storage::Object(object) => Some(Value::from(object.clone())),
    };
    if let Some(storage) = storage {
        append(cx, &mut text, storage)?;
        text.push(b';');
    }
    text.extend_from_slice(b"m:");
    append(cx, &mut text, iteration::own_properties(this).into())?;
    Ok(Str::from(text).into())
}

/// The old form: `x:i:FLAGS;STORAGE;m:MEMBERS`.
pub(super) fn unserialize_text(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let text = call.string(cx, 0)?;
    if text.is_empty() {
        return Ok(Value::NULL);
    }
    check_not_sorting(cx, this)?;
    let mut pieces = Pieces::new(&text);
    if !pieces.skip(b"x:") {
        return pieces.fail(cx);
    }
    let Some(flags) = pieces.value(cx)?.and_then(|flags| flags.as_int()) else { return pieces.fail(cx) };
    let own = state::<State>(this);
    if flags & IS_SELF != 0 {
        drop(own.storage.replace(Storage::Own));
    } else {
        if !matches!(pieces.peek(), Some(b'a' | b'O' | b'C' | b'r')) {
            return pieces.fail(cx);
        }
        let storage = pieces.value(cx)?.filter(|storage| storage.as_array().is_some() || storage.as_object().is_some());
        let Some(storage) = storage else { return pieces.fail(cx) };
        set_array(cx, this, storage, 0, true)?;
        if !pieces.skip(b";") {
            return pieces.fail(cx);
        }
    }
    own.flags.set(own.flags.get() & !CLONE_MASK | flags & CLONE_MASK);
    if !pieces.skip(b"m:") {
        return pieces.fail(cx);
    }
    let members = pieces.value(cx)?;
    match members.as_ref().and_then(Value::as_array) {
        Some(members) => load_properties(this, members),
        None => return pieces.fail(cx),
    }
    Ok(Value::NULL)
}
