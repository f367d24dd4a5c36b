//! How ArrayObject and ArrayIterator answer `[]`, `->`, `count`, comparison and casts.

use super::*;
use phpc_core::primitives::key::Use;
use phpc_core::behaviour::property::{self, Lookup};
use phpc_core::operators;

pub(super) const HANDLERS: Handlers = Handlers {
    create: Some(|_, _| Box::new(State::new())),
    properties: Some(shown),
    read_dimension: Some(read_dimension),
    dimension_reference: Some(dimension_reference),
    write_dimension: Some(write_dimension),
    has_dimension: Some(has_dimension),
    unset_dimension: Some(unset_dimension),
    read_property: Some(read_property),
    property_reference: Some(property_reference),
    write_property: Some(write_property),
    has_property: Some(has_property),
    unset_property: Some(unset_property),
    count: Some(count_elements),
    compare: Some(compare),
    current_reference: Some(|_, object| {
        let (target, at) = position(object);
        let key = at.map(|at| target.key_at(at)).unwrap_or_default();
        let cell = match key.view() {
            View::Int(key) => target.reference(Some(Key::Int(key))),
            View::Str(key) => target.reference(Some(Key::normalise(key))),
            _ => None,
        };
        Ok(cell.map_or(Value::NULL, Value::from))
    }),
    ..Handlers::NONE
};

fn shown(object: &Object) -> Option<Array> {
    let state = object.native::<State>()?;
    (state.flags.get() & STD_PROP_LIST == 0).then(|| Target::of(object).to_array())
}

fn read_dimension(cx: &mut Cx, object: &Object, offset: Option<&Value>) -> Result<Value> {
    let Some(offset) = offset else { return Ok(Value::NULL) };
    match overridden(object, b"offsetget") {
        Some(method) => calls::call_on(cx, object, method, vec![offset.deref()]),
        None => read(cx, object, offset),
    }
}

fn dimension_reference(cx: &mut Cx, object: &Object, offset: Option<&Value>) -> Result<Value> {
    if let Some(method) = overridden(object, b"offsetget") {
        let offset = offset.map_or(Value::NULL, Value::deref);
        return calls::invoke(cx, method, &calls::Target::This(object.clone()), None, vec![offset], 0);
    }
    check_not_sorting(cx, object)?;
    let cell = match offset {
        None => Target::of(object).reference(None),
        Some(offset) => {
            let key = key_of(cx, object, offset, Use::Access)?;
            Target::of(object).reference(Some(key.as_key()))
        }
    };
    Ok(cell.map_or(Value::NULL, Value::from))
}

pub(super) fn write_dimension(cx: &mut Cx, object: &Object, offset: Option<&Value>, value: &Value) -> Result {
    match overridden(object, b"offsetset") {
        Some(method) => {
            let offset = offset.map_or(Value::NULL, Value::deref);
            calls::call_on(cx, object, method, vec![offset, value.deref()]).map(drop)
        }
        None => write(cx, object, offset, value.deref()),
    }
}

fn unset_dimension(cx: &mut Cx, object: &Object, offset: &Value) -> Result {
    match overridden(object, b"offsetunset") {
        Some(method) => calls::call_on(cx, object, method, vec![offset.deref()]).map(drop),
        None => remove(cx, object, offset),
    }
}

fn has_dimension(cx: &mut Cx, object: &Object, offset: &Value, want_truth: bool) -> Result<bool> {
    let asked = overridden(object, b"offsetexists");
    if let Some(method) = asked {
        let found = calls::call_on(cx, object, method, vec![offset.deref()])?;
        if !convert::to_bool(&found) || !want_truth {
            return Ok(convert::to_bool(&found));
        }
    }
    let getter = overridden(object, b"offsetget").filter(|_| want_truth);
    if asked.is_some() && getter.is_some() {
        return Ok(convert::to_bool(&read_dimension(cx, object, Some(offset))?));
    }
    let key = key_of(cx, object, offset, Use::Isset)?;
    let Some(value) = Target::of(object).get(key.as_key()) else { return Ok(false) };
    let value = if getter.is_some() { read_dimension(cx, object, Some(offset))? } else { value.into_plain() };
    Ok(if want_truth { convert::to_bool(&value) } else { !value.is_null() })
}

fn count_elements(cx: &mut Cx, object: &Object) -> Result<i64> {
    match overridden(object, b"count") {
        Some(method) => {
            let count = calls::call_on(cx, object, method, Vec::new())?;
            convert::to_int(cx, &count)
        }
        None => Ok(Target::of(object).len() as i64),
    }
}

/// Elements stand for properties that are not there.
fn as_property(object: &Object, name: &[u8]) -> bool {
    let Some(state) = object.native::<State>() else { return false };
    if state.flags.get() & ARRAY_AS_PROPS == 0 {
        return false;
    }
    let scope = phpc_core::traces::current_scope();
    if let Lookup::Declared(property) = property::lookup(object.class_ref(), name, scope)
        && !iteration::slot_value(object, property).is_undef()
    {
        return false;
    }
    !object.dynamic().is_some_and(|all| all.contains(Key::normalise(&Str::new(name))))
}

fn read_property(cx: &mut Cx, object: &Object, name: &[u8]) -> Result<Option<Value>> {
    match as_property(object, name) {
        true => read_dimension(cx, object, Some(&Str::new(name).into())).map(Some),
        false => Ok(None),
    }
}

fn property_reference(cx: &mut Cx, object: &Object, name: &[u8]) -> Result<Option<Value>> {
    match as_property(object, name) {
        true => dimension_reference(cx, object, Some(&Str::new(name).into())).map(Some),
        false => Ok(None),
    }
}

fn write_property(cx: &mut Cx, object: &Object, name: &[u8], value: &Value) -> Result<bool> {
    if !as_property(object, name) {
        return Ok(false);
    }
    write_dimension(cx, object, Some(&Str::new(name).into()), value)?;
    Ok(true)
}

fn has_property(cx: &mut Cx, object: &Object, name: &[u8]) -> Result<Option<bool>> {
    match as_property(object, name) {
        true => has_dimension(cx, object, &Str::new(name).into(), false).map(Some),
        false => Ok(None),
    }
}

fn unset_property(cx: &mut Cx, object: &Object, name: &[u8]) -> Result<bool> {
    if !as_property(object, name) {
        return Ok(false);
    }
    unset_dimension(cx, object, &Str::new(name).into())?;
    Ok(true)
}

fn compare(cx: &mut Cx, left: &Object, right: &Object) -> Result<Option<i64>> {
    if left.native::<State>().is_none() || right.native::<State>().is_none() || left.class_ref() != right.class_ref() {
        return Ok(None);
    }
    let (one, other) = (Target::of(left).to_array(), Target::of(right).to_array());
    let order = operators::compare_arrays(cx, &one, &other)?;
    if order != std::cmp::Ordering::Equal {
        return Ok(Some(order as i64));
    }
    let (one, other) = (iteration::own_properties(left), iteration::own_properties(right));
    Ok(Some(operators::compare_arrays(cx, &one, &other)? as i64))
}
