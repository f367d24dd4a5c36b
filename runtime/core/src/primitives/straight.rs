//! Places as they mostly are, changed without a cursor: an element of an array that lies in a variable or a property, under
//! a key that is one already; a number or a string in a variable; an int in a property that is stepped. Whatever else is met
//! leaves the place untouched, for
//! [`super::place`] to walk.

use super::key;
use super::operator;
use super::place::{Step, Steps, append_in_place};
use super::words::Slot;
use crate::behaviour;
use crate::calls::func::Func;
use crate::{Array, Cx, Key, Object, Reference, Result, Str, Value, View};
use phpc_abi::layout::ReferenceHeader;
use phpc_abi::value::{RawValue, Tag};
use std::mem::ManuallyDrop;

/// Keeps what the variable lies in alive.
enum Owner {
    Base,
    Cell(#[allow(dead_code)] Reference),
    Object(#[allow(dead_code)] Object),
}

/// A variable, references without types followed.
struct Variable {
    slot: *mut RawValue,
    _owner: Owner,
}

impl Variable {
    fn of_base(base: Slot) -> Option<Variable> {
        Variable { slot: base.0, _owner: Owner::Base }.follow()
    }

    /// A property that code of the function's class may write straight, over an array in it.
    fn of_property(base: Slot, name: &Value, func: &Func) -> Option<Variable> {
        let object = Variable::of_base(base)?.value().as_object()?.clone();
        let (slot, tags) = behaviour::straight_write(object.class_ref(), name.as_str()?, func.class)?;
        let slot = object.slot_ptr(slot as usize);
        let writable = tags & 1 << (32 + Tag::ARRAY.0) != 0;
        if writable { Variable { slot, _owner: Owner::Object(object) }.follow() } else { None }
    }

    fn follow(self) -> Option<Variable> {
        match self.value().as_reference() {
            None => Some(self),
            Some(cell) if cell.is_typed() => None,
            Some(cell) => Some(Variable { slot: cell.slot(), _owner: Owner::Cell(cell.clone()) }),
        }
    }

    fn value(&self) -> &Value {
        // SAFETY: the owner, or the caller's frame, keeps the slot; no user code runs while the value is borrowed.
        unsafe { Value::ref_from_raw(self.slot) }
    }
    fn value_mut(&mut self) -> &mut Value {
        // SAFETY: as above.
        unsafe { &mut *self.slot.cast() }
    }
}

/// The variable that the steps before the last lead to, and the last, if that is a key.
fn element_of<'a>(base: Slot, steps: &Steps<'a>, func: &Func) -> Option<(Variable, &'a Value)> {
    let (variable, key) = match (steps.len(), steps.get(0)) {
        (1, Step::Dim(key)) => (Variable::of_base(base)?, key),
        (2, Step::Property(name)) => match steps.get(1) {
            Step::Dim(key) => (Variable::of_property(base, name, func)?, key),
            _ => return None,
        },
        _ => return None,
    };
    let is_key = matches!(key.tag(), Tag::INT | Tag::STRING) && variable.value().tag() == Tag::ARRAY;
    is_key.then_some((variable, key))
}

/// What a walk through arrays comes to.
pub(super) enum Found {
    /// Borrowed from its container, references followed.
    Value(ManuallyDrop<Value>),
    /// A string, at whose offset a byte is asked for.
    Byte(u8),
    Absent,
}

/// Follows steps that are keys of arrays already, the last also an offset of a string. None: the way is another.
pub(super) fn look(base: &Value, steps: &Steps<'_>) -> Option<Found> {
    let mut value = inside(base.raw());
    for number in 0..steps.len() {
        let Step::Dim(key) = steps.get(number) else { return None };
        if value.tag == Tag::STRING && number + 1 == steps.len() {
            // SAFETY: the place keeps the string; no user code runs meanwhile.
            let text = unsafe { Str::ref_from((&raw const value.payload).cast()) };
            let offset = key.as_int()?;
            let at = if offset < 0 { offset.checked_add(text.len() as i64)? } else { offset };
            return Some(usize::try_from(at).ok().and_then(|at| text.get(at)).map_or(Found::Absent, |&byte| Found::Byte(byte)));
        }
        if value.tag != Tag::ARRAY {
            return None;
        }
        // SAFETY: as above.
        let array = unsafe { Array::ref_from((&raw const value.payload).cast()) };
        let at = match key.view() {
            View::Int(key) => array.find_int(key),
            View::Str(text) => array.find(Key::normalise(text)),
            _ => return None,
        };
        let Some(at) = at else { return Some(Found::Absent) };
        value = inside(array.raw_at(at));
    }
    // SAFETY: bitwise, and never dropped.
    Some(Found::Value(ManuallyDrop::new(unsafe { Value::from_raw(value) })))
}

/// What lies in the reference, if it is one.
fn inside(value: RawValue) -> RawValue {
    if value.tag != Tag::REFERENCE {
        return value;
    }
    // SAFETY: a live reference; what lies in it is copied bitwise.
    unsafe { (*(value.payload as *const ReferenceHeader)).value }
}

/// `$array[key] = value`. Err: not done.
pub(super) fn assign(base: Slot, steps: &Steps<'_>, value: Value, func: &Func) -> std::result::Result<Value, Value> {
    let Some((mut variable, key)) = element_of(base, steps, func) else { return Err(value) };
    let Some(array) = variable.value_mut().as_array_mut() else { return Err(value) };
    // The copy comes first: it turns references of one owner into values.
    array.unique();
    let empty = Str::empty();
    let key = key::simple(key, &empty);
    let stored = value.clone();
    match array.find(key) {
        Some(at) if array.raw_at(at).tag == Tag::REFERENCE => return Err(value),
        Some(at) => {
            let old = array.take_at(at);
            array.set_at(at, value);
            drop(old);
        }
        None => array.insert(key, value),
    }
    Ok(stored)
}

/// `unset($array[key])`: what was there, if anything. None: not done.
pub(super) fn unset(base: Slot, steps: &Steps<'_>, func: &Func) -> Option<Option<Value>> {
    let (mut variable, key) = element_of(base, steps, func)?;
    let array = variable.value_mut().as_array_mut()?;
    array.unique();
    let empty = Str::empty();
    Some(array.remove(key::simple(key, &empty)))
}

/// `+`, `-`, `*` with a number on both sides, bits of ints, or `.=` of a string or int, in a variable or an element. None: not done.
pub(super) fn modify(
    cx: &mut Cx, base: Slot, steps: &Steps<'_>, op: i64, value: &Value, func: &Func,
) -> Option<Result<Value>> {
    // What is done to these runs no user code.
    let numbers = match op {
        operator::ADD | operator::SUB | operator::MUL => matches!(value.tag(), Tag::INT | Tag::FLOAT),
        operator::BIT_AND | operator::BIT_OR | operator::BIT_XOR => value.tag() == Tag::INT,
        _ => false,
    };
    let appended = op == operator::CONCAT && matches!(value.tag(), Tag::STRING | Tag::INT);
    if !numbers && !appended {
        return None;
    }
    change(base, steps, func, |place| {
        if appended && place.tag() == Tag::STRING {
            return Some(Ok(append_in_place(place, value)));
        }
        let fits = place.tag() == Tag::INT || place.tag() == Tag::FLOAT && op <= operator::MUL;
        if !numbers || !fits {
            return None;
        }
        let old = place.clone();
        Some(operator::by_number(op)(cx, &old, value).inspect(|new| *place = new.clone()))
    })
}

/// `++` and `--` of an int that does not overflow. None: not done.
pub(super) fn step(base: Slot, steps: &Steps<'_>, up: bool, post: bool, func: &Func) -> Option<Value> {
    let step = |place: &mut Value| {
        let old = place.as_int()?;
        let new = if up { old.checked_add(1) } else { old.checked_sub(1) }?;
        *place = Value::int(new);
        Some(Value::int(if post { old } else { new }))
    };
    if steps.len() == 1
        && let Step::Property(name) = steps.get(0)
    {
        return step(int_property(base, name, func)?.value_mut());
    }
    change(base, steps, func, step)
}

/// A property that code of the function's class may write straight, with an int in it.
fn int_property(base: Slot, name: &Value, func: &Func) -> Option<Variable> {
    let variable = Variable::of_base(base)?;
    let object = variable.value().as_object()?;
    let (slot, tags) = behaviour::straight_write(object.class_ref(), name.as_str()?, func.class)?;
    let slot = object.slot_ptr(slot as usize);
    let writable = tags & 1 << (32 + Tag::INT.0) != 0;
    writable.then_some(Variable { slot, _owner: variable._owner })
}

/// The variable or property whose array a last step appends to.
fn array_of<'a>(base: Slot, steps: &Steps<'a>, func: &Func) -> Option<Variable> {
    let variable = match (steps.len(), steps.get(0)) {
        (1, Step::Append) => Variable::of_base(base)?,
        (2, Step::Property(name)) if matches!(steps.get(1), Step::Append) => Variable::of_property(base, name, func)?,
        _ => return None,
    };
    (variable.value().tag() == Tag::ARRAY).then_some(variable)
}

/// Takes the last element, or the first, out of an array.
pub(super) fn take(base: Slot, steps: &Steps<'_>, first: bool, func: &Func) -> Option<Value> {
    let mut variable = array_of(base, steps, func)?;
    let array = variable.value_mut().as_array_mut()?;
    array.own_references();
    let taken = if first { array.shift() } else { array.pop() };
    Some(taken.map_or(Value::NULL, Value::into_plain))
}

/// Adds an element behind the last. False: not done.
pub(super) fn push(base: Slot, steps: &Steps<'_>, value: &Value, func: &Func) -> bool {
    let Some(mut variable) = array_of(base, steps, func) else { return false };
    variable.value_mut().as_array_mut().is_some_and(|array| {
        array.own_references();
        array.push(value.clone())
    })
}

/// Lets `f` change the variable or the element that is there. It runs no user code.
fn change<R>(base: Slot, steps: &Steps<'_>, func: &Func, f: impl FnOnce(&mut Value) -> Option<R>) -> Option<R> {
    if steps.len() == 0 {
        return f(Variable::of_base(base)?.value_mut());
    }
    let (mut variable, key) = element_of(base, steps, func)?;
    let array: &mut Array = variable.value_mut().as_array_mut()?;
    let empty = Str::empty();
    let key: Key<'_> = key::simple(key, &empty);
    let at = array.find(key)?;
    if !matches!(array.raw_at(at).tag, Tag::INT | Tag::FLOAT | Tag::STRING) {
        return None;
    }
    array.unique();
    let mut element = array.take_at(at);
    let result = f(&mut element);
    array.set_at(at, element);
    result
}
