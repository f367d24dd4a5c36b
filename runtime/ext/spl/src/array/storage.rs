//! What ArrayObject and ArrayIterator stand on: an array of their own, another such object, or an object's properties.

use crate::support::*;
use phpc_core::array::Position;

pub(crate) const STD_PROP_LIST: i64 = 1;
pub(crate) const ARRAY_AS_PROPS: i64 = 2;
pub(crate) const CHILD_ARRAYS_ONLY: i64 = 4;
pub(crate) const IS_SELF: i64 = 0x0100_0000;
pub(crate) const INT_MASK: i64 = 0xffff_0000;
pub(crate) const CLONE_MASK: i64 = 0x0100_ffff;

/// What the constructor was given.
#[derive(Clone)]
pub(crate) enum Storage {
    Array(Array),
    /// Another ArrayObject or ArrayIterator, or any object, whose properties are meant.
    Object(Object),
    /// The object's own properties.
    Own,
}

pub(crate) struct State {
    pub(crate) storage: RefCell<Storage>,
    /// Where an iterator stands: an entry's number; holes are passed when it is read.
    pub(crate) at: Cell<Position>,
    pub(crate) flags: Cell<i64>,
    /// Being sorted: no changes.
    pub(crate) sorting: Cell<u32>,
    pub(crate) iterator_class: Cell<Option<ClassRef>>,
}

impl State {
    pub(crate) fn new() -> State {
        State {
            storage: RefCell::new(Storage::Array(Array::new())),
            at: Cell::new(0),
            flags: Cell::new(0),
            sorting: Cell::new(0),
            iterator_class: Cell::new(None),
        }
    }
}

impl NativeState for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        match &*self.storage.borrow() {
            Storage::Array(array) => visit_array(array, visit),
            Storage::Object(object) => visit_object(object, visit),
            Storage::Own => {}
        }
    }
    fn clear(&self) {
        let old = self.storage.replace(Storage::Array(Array::new()));
        drop(old);
    }
    fn clone_object(&self, _: &mut Cx, original: &Object) -> Option<Box<dyn NativeState>> {
        let copy = State::new();
        copy.flags.set(self.flags.get() & CLONE_MASK);
        copy.iterator_class.set(self.iterator_class.get());
        let is_self = matches!(*self.storage.borrow(), Storage::Own);
        *copy.storage.borrow_mut() = if is_self {
            Storage::Own
        } else if original.class_ref().is_subclass_of(class("arrayobject")) {
            Storage::Array(Target::of(original).to_array())
        } else {
            Storage::Object(original.clone())
        };
        Some(Box::new(copy))
    }
}

/// Where the elements really are.
pub(crate) enum Target {
    /// In the array of this object's state.
    Array(Object),
    /// In the properties of this object.
    Properties(Object),
}

impl Target {
    pub(crate) fn of(object: &Object) -> Target {
        let mut object = object.clone();
        loop {
            let Some(state) = object.native::<State>() else { return Target::Properties(object) };
            let next = match &*state.storage.borrow() {
                Storage::Array(_) => None,
                Storage::Own => return Target::Properties(object.clone()),
                Storage::Object(inner) => Some(inner.clone()),
            };
            match next {
                Some(inner) => object = inner,
                None => return Target::Array(object),
            }
        }
    }

    pub(crate) fn is_object(&self) -> bool {
        matches!(self, Target::Properties(_))
    }

    /// Looks at the array. `f` must not run user code.
    fn with_array<R>(holder: &Object, f: impl FnOnce(&Array) -> R) -> R {
        match &*state::<State>(holder).storage.borrow() {
            Storage::Array(array) => f(array),
            _ => f(&Array::new()),
        }
    }
    /// Changes the array; what `f` removes it returns, so that it is dropped afterwards.
    fn with_array_mut<R>(holder: &Object, f: impl FnOnce(&mut Array) -> R) -> Option<R> {
        match &mut *state::<State>(holder).storage.borrow_mut() {
            Storage::Array(array) => Some(f(array)),
            _ => None,
        }
    }

    /// The raw element: a reference stays one.
    pub(crate) fn get(&self, key: Key<'_>) -> Option<Value> {
        match self {
            Target::Array(holder) => Self::with_array(holder, |array| Some(array.value_at_raw(array.find(key)?).to_value())),
            Target::Properties(object) => match slot_of(object, key) {
                Some(slot) => Some(object.slot(slot)).filter(|value| !value.is_undef()),
                None => object.dynamic().and_then(|all| Some(all.value_at_raw(all.find(key)?).to_value())),
            },
        }
    }

    pub(crate) fn set(&self, key: Key<'_>, value: Value) {
        let old = match self {
            Target::Array(holder) => Self::with_array_mut(holder, |array| {
                let old = array.find(key).map(|at| array.value_at_raw(at).to_value());
                array.set(key, value);
                old
            })
            .flatten(),
            Target::Properties(object) => match slot_of(object, key) {
                Some(slot) => Some(object.replace_slot(slot, value)),
                None => object.with_dynamic(|all| {
                    let old = all.find(key).map(|at| all.value_at_raw(at).to_value());
                    all.set(key, value);
                    old
                }),
            },
        };
        drop(old);
    }

    pub(crate) fn push(&self, value: Value) {
        match self {
            Target::Array(holder) => {
                Self::with_array_mut(holder, |array| array.push(value));
            }
            Target::Properties(object) => {
                object.with_dynamic(|all| all.push(value));
            }
        }
    }

    pub(crate) fn remove(&self, key: Key<'_>) {
        let old = match self {
            Target::Array(holder) => Self::with_array_mut(holder, |array| array.remove(key)).flatten(),
            Target::Properties(object) => match slot_of(object, key) {
                Some(slot) => Some(object.replace_slot(slot, Value::UNDEF)),
                None if object.has_dynamic() => object.with_dynamic(|all| all.remove(key)),
                None => None,
            },
        };
        drop(old);
    }

    /// The element made a reference, absent ones made NULL first.
    pub(crate) fn reference(&self, key: Option<Key<'_>>) -> Option<Reference> {
        let make = |array: &mut Array| match key {
            Some(key) => Some(array.make_reference(key)),
            None => {
                let cell = Reference::new(Value::NULL);
                array.push(cell.clone().into()).then_some(cell)
            }
        };
        match self {
            Target::Array(holder) => Self::with_array_mut(holder, make).flatten(),
            Target::Properties(object) => match key.and_then(|key| slot_of(object, key)) {
                Some(slot) => {
                    let mut value = object.replace_slot(slot, Value::UNDEF).into_plain_or_reference();
                    let cell = Reference::make(&mut value);
                    object.set_slot(slot, value);
                    Some(cell)
                }
                None => object.with_dynamic(make),
            },
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Target::Array(holder) => Self::with_array(holder, Array::len),
            Target::Properties(object) => {
                let slots = object.class_ref().slots.iter().enumerate();
                let declared = slots.filter(|(at, slot)| slot.is_some_and(|property| property.is_public()) && !object.slot(*at).is_undef());
                declared.count() + object.dynamic().map_or(0, |all| all.len())
            }
        }
    }

    /// All elements; mangled names for an object's properties.
    pub(crate) fn to_array(&self) -> Array {
        match self {
            Target::Array(holder) => Self::with_array(holder, Array::clone),
            Target::Properties(object) => iteration::own_properties(object),
        }
    }

    pub(crate) fn replace(&self, new: Array) {
        match self {
            Target::Array(holder) => drop(Self::with_array_mut(holder, |array| std::mem::replace(array, new))),
            Target::Properties(object) => object.set_dynamic(Some(new)),
        }
    }

    // Iteration by position: declared properties first, then undeclared ones.

    /// The first entry at `from` or later.
    pub(crate) fn next_from(&self, from: Position) -> Option<Position> {
        match self {
            Target::Array(holder) => Self::with_array(holder, |array| array.next_from(from)),
            Target::Properties(object) => {
                let slots = object.class_ref().slots.len() as Position;
                let visible = |at: &Position| {
                    let property = object.class_ref().slots[*at as usize];
                    property.is_some_and(|property| property.is_public()) && !object.slot(*at as usize).is_undef()
                };
                (from..slots).find(visible).or_else(|| {
                    let all = object.dynamic()?;
                    all.next_from(from.max(slots) - slots).map(|at| at + slots)
                })
            }
        }
    }

    pub(crate) fn key_at(&self, at: Position) -> Value {
        match self {
            Target::Array(holder) => Self::with_array(holder, |array| array.key_at(at).to_value()),
            Target::Properties(object) => {
                let slots = object.class_ref().slots.len() as Position;
                match object.class_ref().slots.get(at as usize) {
                    Some(Some(property)) => property.name.str().into(),
                    Some(None) => Value::NULL,
                    None => object.dynamic().map_or(Value::NULL, |all| all.key_at(at - slots).to_value()),
                }
            }
        }
    }

    /// The raw element.
    pub(crate) fn value_at(&self, at: Position) -> Value {
        match self {
            Target::Array(holder) => Self::with_array(holder, |array| array.value_at_raw(at).to_value()),
            Target::Properties(object) => {
                let slots = object.class_ref().slots.len();
                match (at as usize) < slots {
                    true => object.slot(at as usize),
                    false => object.dynamic().map_or(Value::NULL, |all| all.value_at_raw(at - slots as Position).to_value()),
                }
            }
        }
    }
}

/// The slot of a declared public property of that name.
fn slot_of(object: &Object, key: Key<'_>) -> Option<usize> {
    let Key::Str(name) = key else { return None };
    let property = object.class_ref().slots.iter().flatten().find(|property| property.is_public() && property.name.bytes() == &**name)?;
    Some(property.slot.get() as usize)
}

trait PlainOrReference {
    fn into_plain_or_reference(self) -> Value;
}
impl PlainOrReference for Value {
    fn into_plain_or_reference(self) -> Value {
        if self.is_undef() { Value::NULL } else { self }
    }
}
