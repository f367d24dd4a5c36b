//! `foreach` and other walks over arrays and objects.

use super::class::maybe_func;
use super::words::{Pointer, Slot};
use crate::array::{RefIterator, iterate::ValueIterator};
use crate::behaviour::{self, walk::Walk as NativeWalk};
use crate::calls;
use crate::classes::{ClassRef, FuncRef};
use crate::exceptions::throw_exception;
use crate::generators::walk::Walk;
use crate::message;
use crate::{Cx, Key, Object, Reference, Result, Str, Value, View, convert, diagnostics, generators, pending};

/// A walk under way.
enum Iter {
    /// Over an array held by the loop.
    Array(ValueIterator),
    /// Over the array that a variable holds, by reference.
    ArrayReference { variable: Reference, iterator: RefIterator },
    Generator(Walk),
    /// Over an Iterator object.
    Object { iterator: Object, methods: Methods, started: bool },
    /// Over an object whose class walks natively.
    Native { walk: Box<dyn NativeWalk>, started: bool },
    /// Over the properties that the scope sees.
    Properties { object: Object, keys: std::vec::IntoIter<Str>, scope: Option<ClassRef> },
    /// Over nothing: the subject was no iterable (the warning was raised).
    Nothing,
}

/// Of an iterator's class.
struct Methods {
    next: FuncRef,
    valid: FuncRef,
    current: FuncRef,
    key: FuncRef,
}

fn boxed(iter: Iter) -> Pointer {
    Box::into_raw(Box::new(iter)).cast()
}

fn current<'a>(iter: Pointer) -> &'a mut Iter {
    // SAFETY: emitted code passes what `new` gave it and has not freed yet; nobody else has it.
    unsafe { &mut *iter.cast::<Iter>() }
}

pub fn new(subject: Value, func: Pointer) -> Result<Pointer> {
    Ok(boxed(start(&mut Cx::enter(), subject, maybe_func(func).and_then(|func| func.class))?))
}

fn start(cx: &mut Cx, subject: Value, scope: Option<ClassRef>) -> Result<Iter> {
    let subject = subject.into_plain();
    match subject.view() {
        View::Array(array) => Ok(Iter::Array(ValueIterator::new(array.clone()))),
        View::Object(object) => start_object(cx, object.clone(), scope),
        _ => {
            let ty = convert::value_name(&subject);
            diagnostics::warning(cx, &format!("foreach() argument must be of type array|object, {ty} given"))?;
            Ok(Iter::Nothing)
        }
    }
}

fn start_object(cx: &mut Cx, object: Object, scope: Option<ClassRef>) -> Result<Iter> {
    if !behaviour::is_traversable(&object) {
        let keys = behaviour::visible_property_names(cx, &object, scope)?;
        return Ok(Iter::Properties { object, keys: keys.into_iter(), scope });
    }
    if let Some(mut walk) = behaviour::walk::of(cx, &object)? {
        walk.rewind(cx)?;
        return Ok(Iter::Native { walk, started: false });
    }
    let iterator = inner_iterator(cx, object)?;
    if generators::is_generator(&iterator) {
        return Ok(Iter::Generator(Walk::new(cx, iterator, false)?));
    }
    if let Some(mut walk) = behaviour::walk::of(cx, &iterator)? {
        walk.rewind(cx)?;
        return Ok(Iter::Native { walk, started: false });
    }
    calls::call_method(cx, &iterator, b"rewind", Vec::new())?;
    pending::check()?;
    let class = iterator.class_ref();
    let method = |name: &[u8]| class.method(name).expect("an Iterator has its methods");
    let methods = Methods { next: method(b"next"), valid: method(b"valid"), current: method(b"current"), key: method(b"key") };
    Ok(Iter::Object { iterator, methods, started: false })
}

/// Follows `getIterator` to an Iterator.
fn inner_iterator(cx: &mut Cx, mut object: Object) -> Result<Object> {
    while !behaviour::is_iterator(&object) {
        let class = object.class_ref();
        let inner = calls::call_method(cx, &object, b"getiterator", Vec::new())?;
        match inner.as_object() {
            Some(inner) if behaviour::is_traversable(inner) => object = inner.clone(),
            _ => {
                let text = message!("Objects returned by ", class.name, "::getIterator() must be traversable or implement interface Iterator");
                return throw_exception(cx, text);
            }
        }
    }
    Ok(object)
}

pub fn new_reference(base: Slot, func: Pointer) -> Result<Pointer> {
    let cx = &mut Cx::enter();
    // SAFETY: the caller's variable; no user code runs while it is borrowed.
    let variable = Reference::make(unsafe { base.value() });
    let mut inside = variable.take();
    if let Some(array) = inside.as_array_mut() {
        let iterator = RefIterator::new(array);
        variable.set(inside);
        return Ok(boxed(Iter::ArrayReference { variable, iterator }));
    }
    variable.set(inside.clone());
    if let Some(object) = inside.as_object()
        && generators::is_generator(object)
    {
        return Ok(boxed(Iter::Generator(Walk::new(cx, object.clone(), true)?)));
    } else if let Some(object) = inside.as_object()
        && behaviour::is_iterator(object)
    {
        return Err(cx.throw_error("An iterator cannot be used with foreach by reference"));
    }
    Ok(boxed(start(cx, inside, maybe_func(func).and_then(|func| func.class))?))
}

pub fn next(iter: Pointer, value: Slot, key: Slot) -> Result<bool> {
    if let Iter::Generator(walk) = current(iter) {
        let cx = &mut Cx::enter();
        if !walk.advance(cx)? {
            return Ok(false);
        }
        let found = walk.value(cx)?.into_plain();
        if !key.is_null() {
            key.init(0, walk.key(cx)?);
        }
        value.init(0, found);
        return Ok(true);
    }
    let Some((found_key, found)) = advance(&mut Cx::enter(), current(iter), !key.is_null(), false)? else { return Ok(false) };
    value.init(0, found.into_plain());
    if !key.is_null() {
        key.init(0, found_key);
    }
    Ok(true)
}

/// The next element of the array in the variable: its key, if wanted, and a reference to it.
#[inline]
fn step_by_reference(variable: &Reference, iterator: &mut RefIterator, want_key: bool) -> Option<(Value, Reference)> {
    // SAFETY: the walk holds the cell, and no user code runs while its value is borrowed.
    let array = unsafe { &mut *variable.slot().cast::<Value>() }.as_array_mut()?;
    let (at, element) = iterator.next_reference(array)?;
    Some((if want_key { array.key_at(at).to_value() } else { Value::NULL }, element))
}

pub fn next_reference(iter: Pointer, value: Slot, key: Slot) -> Result<bool> {
    if let Iter::ArrayReference { variable, iterator } = current(iter) {
        let Some((found_key, found)) = step_by_reference(variable, iterator, !key.is_null()) else { return Ok(false) };
        value.init(0, found.into());
        if !key.is_null() {
            key.init(0, found_key);
        }
        return Ok(true);
    }
    let Some((found_key, found)) = advance(&mut Cx::enter(), current(iter), !key.is_null(), true)? else { return Ok(false) };
    let found = if found.is_reference() { found } else { Reference::new(found).into() };
    value.init(0, found);
    if !key.is_null() {
        key.init(0, found_key);
    }
    Ok(true)
}

pub fn free(iter: Pointer) -> Result {
    // SAFETY: as for `current`; emitted code forgets it now.
    drop(unsafe { Box::from_raw(iter.cast::<Iter>()) });
    pending::check()
}

fn advance(cx: &mut Cx, iter: &mut Iter, want_key: bool, by_reference: bool) -> Result<Option<(Value, Value)>> {
    match iter {
        Iter::Nothing => Ok(None),
        Iter::Array(iterator) => {
            let Some(at) = iterator.advance() else { return Ok(None) };
            let array = iterator.array();
            let key = if want_key { array.key_at(at).to_value() } else { Value::NULL };
            Ok(Some((key, array.value_at(at).to_value())))
        }
        Iter::ArrayReference { variable, iterator } => {
            Ok(step_by_reference(variable, iterator, want_key).map(|(key, element)| (key, element.into())))
        }
        Iter::Generator(walk) => {
            if !walk.advance(cx)? {
                return Ok(None);
            }
            let value = walk.value(cx)?;
            let key = if want_key { walk.key(cx)? } else { Value::NULL };
            Ok(Some((key, if by_reference { value } else { value.into_plain() })))
        }
        Iter::Object { iterator, methods, started } => {
            let iterator = iterator.clone();
            let Methods { next, valid, current, key } = *methods;
            let mut step = |func: FuncRef| calls::call_on_with(cx, &iterator, func, []);
            if std::mem::replace(started, true) {
                step(next)?;
            }
            let valid = step(valid)?;
            if !convert::to_bool(&valid) {
                return Ok(None);
            }
            let value = match by_reference {
                true => behaviour::current_reference(&mut Cx::enter(), &iterator)?,
                false => step(current)?,
            };
            let key = if want_key { step(key)? } else { Value::NULL };
            Ok(Some((key, value)))
        }
        Iter::Native { walk, started } => {
            if by_reference {
                return Err(cx.throw_error("An iterator cannot be used with foreach by reference"));
            }
            if std::mem::replace(started, true) {
                walk.next(cx)?;
            }
            if !walk.valid(cx)? {
                return Ok(None);
            }
            let value = walk.current(cx)?;
            let key = if want_key { walk.key(cx)? } else { Value::NULL };
            Ok(Some((key, value)))
        }
        Iter::Properties { object, keys, scope } => {
            for name in keys.by_ref() {
                let (object, scope) = (object.clone(), *scope);
                let Some(value) = behaviour::iterated_property(cx, &object, &name, scope, by_reference)? else { continue };
                return Ok(Some((Key::normalise(&name).to_value(), value)));
            }
            Ok(None)
        }
    }
}

/// Calls `each` with key and value of every element of an array or Traversable.
pub fn for_each(cx: &mut Cx, subject: &Value, each: &mut dyn FnMut(&mut Cx, Value, Value) -> Result) -> Result {
    let subject = subject.deref();
    let traversable = subject.as_object().is_some_and(behaviour::is_traversable);
    if subject.as_array().is_none() && !traversable {
        let ty = crate::convert::value_name(&subject);
        return Err(cx.throw_error(crate::message!("Only arrays and Traversables can be unpacked, ", &*ty, " given")));
    }
    let mut iter = start(cx, subject, None)?;
    while let Some((key, value)) = advance(cx, &mut iter, true, false)? {
        each(cx, key, value.into_plain())?;
    }
    drop(iter);
    pending::check()
}
