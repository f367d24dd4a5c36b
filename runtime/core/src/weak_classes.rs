//! WeakReference and WeakMap.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use phpc_abi::layout::ObjectHeader;

use crate::behaviour::{self, walk::{self, Walk}};
use crate::calls::native::Call;
use crate::classes::builtin::{BuiltinClass, BuiltinFunction, Handlers, NativeState};
use crate::classes::display::class_name;
use crate::classes::table::class_table;
use crate::exceptions::{throw_error, throw_type_error};
use crate::global::Global;
use crate::{Cx, Object, Reference, Result, Value, message, pending, weak};

pub static CLASSES: &[&BuiltinClass] = &[&WEAK_REFERENCE, &WEAK_MAP];

// ---- WeakReference

static WEAK_REFERENCE: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("public __construct()", |cx, _| {
            let text = b"Direct instantiation of WeakReference is not allowed, use WeakReference::create instead";
            throw_error(cx, text.to_vec())
        }),
        BuiltinFunction::new("public static create(object $object): WeakReference", create),
        BuiltinFunction::new("public get(): ?object", |_, call| Ok(referent(call.this()).into())),
    ],
    handlers: Handlers {
        create: Some(|_, _| Box::new(ReferenceState::default())),
        uncloneable: true,
        not_serializable: true,
        debug_properties: Some(|_, object| Ok(vec![(b"object".to_vec(), referent(object).into())])),
        ..Handlers::NONE
    },
    attributes: &["NoDynamicProperties"],
    ..BuiltinClass::new("final class WeakReference")
};

/// Null when the object is gone.
#[derive(Default)]
struct ReferenceState {
    referent: Cell<Option<*mut ObjectHeader>>,
    token: Cell<u64>,
}

/// The one WeakReference of each object, by the object's address.
static REFERENCES: Global<BTreeMap<usize, *mut ObjectHeader>> = Global::new(BTreeMap::new());

impl NativeState for ReferenceState {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn free(&self, _: &mut Cx) {
        if let Some(referent) = self.referent.take() {
            weak::unwatch(referent, self.token.get());
            REFERENCES.with(|all| all.remove(&(referent as usize)));
        }
    }
}

fn create(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let Some(referent) = call.arg(0).as_object().cloned() else { return Ok(Value::NULL) };
    let address = referent.as_ptr();
    if let Some(known) = REFERENCES.with(|all| all.get(&(address as usize)).copied()) {
        // SAFETY: a WeakReference takes itself off the list when it dies.
        return Ok(unsafe { Object::retain(known) }.into());
    }
    let object = behaviour::create::instance(cx, class_table().known("weakreference"))?;
    let state = object.native::<ReferenceState>().expect("just made");
    let cell: *const ReferenceState = state;
    let token = weak::watch(
        &referent,
        Box::new(move |dying, _| {
            REFERENCES.with(|all| all.remove(&(dying as usize)));
            // SAFETY: the state takes its watcher off before it dies.
            unsafe { (*cell).referent.set(None) };
        }),
    );
    state.referent.set(Some(address));
    state.token.set(token);
    REFERENCES.with(|all| all.insert(address as usize, object.as_ptr()));
    Ok(object.into())
}

fn referent(reference: &Object) -> Option<Object> {
    let referent = reference.native::<ReferenceState>()?.referent.get()?;
    // SAFETY: the watcher empties the cell before the object is freed.
    Some(unsafe { Object::retain(referent) })
}

// ---- WeakMap

static WEAK_MAP: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("public offsetGet($object): mixed", |cx, call| read(cx, call.this(), Some(call.arg(0)))),
        BuiltinFunction::new("public offsetSet($object, mixed $value): void", |cx, call| {
            write(cx, call.this(), Some(call.arg(0)), call.arg(1)).map(|()| Value::NULL)
        }),
        BuiltinFunction::new("public offsetExists($object): bool", |cx, call| {
            exists(cx, call.this(), call.arg(0), false).map(Value::bool)
        }),
        BuiltinFunction::new("public offsetUnset($object): void", |cx, call| {
            unset(cx, call.this(), call.arg(0)).map(|()| Value::NULL)
        }),
        BuiltinFunction::new("public count(): int", |cx, call| count(cx, call.this()).map(Value::int)),
        BuiltinFunction::new("public getIterator(): Iterator", get_iterator),
    ],
    handlers: Handlers {
        create: Some(|_, _| Box::new(MapState::default())),
        not_serializable: true,
        read_dimension: Some(read),
        dimension_reference: Some(reference),
        write_dimension: Some(write),
        has_dimension: Some(exists),
        unset_dimension: Some(unset),
        count: Some(count),
        walk: Some(walk_map),
        debug_properties: Some(debug_map),
        ..Handlers::NONE
    },
    attributes: &["NoDynamicProperties"],
    ..BuiltinClass::new("final class WeakMap implements ArrayAccess, Countable, IteratorAggregate")
};

/// Entries in order of insertion under growing numbers; the objects are not counted.
#[derive(Default)]
struct MapState {
    entries: RefCell<BTreeMap<u64, Entry>>,
    by_object: RefCell<BTreeMap<usize, u64>>,
    next: Cell<u64>,
}

struct Entry {
    object: *mut ObjectHeader,
    token: u64,
    value: Value,
}

impl NativeState for MapState {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        self.entries.borrow().values().for_each(|entry| visit(&entry.value));
    }
    fn clear(&self) {
        self.by_object.take();
        for entry in self.entries.take().into_values() {
            weak::unwatch(entry.object, entry.token);
        }
    }
    fn clone_state(&self, _: &mut Cx) -> Option<Box<dyn NativeState>> {
        let copy = Box::new(MapState::default());
        for entry in self.entries.borrow().values() {
            // SAFETY: a watched object is alive while its entry is there.
            copy.insert(&unsafe { Object::retain(entry.object) }, entry.value.clone());
        }
        Some(copy)
    }
    fn free(&self, _: &mut Cx) {
        self.clear();
    }
}

impl MapState {
    /// Stores; the old value, if any, is for the caller to drop.
    fn insert(&self, object: &Object, value: Value) -> Option<Value> {
        let address = object.as_ptr();
        let known = self.by_object.borrow().get(&(address as usize)).copied();
        if let Some(number) = known {
            let mut entries = self.entries.borrow_mut();
            let entry = entries.get_mut(&number).expect("both maps agree");
            return Some(std::mem::replace(&mut entry.value, value));
        }
        let number = self.next.get();
        self.next.set(number + 1);
        let state: *const MapState = self;
        let token = weak::watch(
            object,
            Box::new(move |dying, dropped| {
                // SAFETY: the map takes its watchers off before it dies.
                let state = unsafe { &*state };
                let number = state.by_object.borrow_mut().remove(&(dying as usize));
                let entry = number.and_then(|number| state.entries.borrow_mut().remove(&number));
                dropped.extend(entry.map(|entry| entry.value));
            }),
        );
        self.by_object.borrow_mut().insert(address as usize, number);
        self.entries.borrow_mut().insert(number, Entry { object: address, token, value });
        None
    }
    fn find(&self, object: &Object) -> Option<Value> {
        let number = self.by_object.borrow().get(&(object.as_ptr() as usize)).copied()?;
        self.entries.borrow().get(&number).map(|entry| entry.value.clone())
    }
    fn remove(&self, object: &Object) -> Option<Value> {
        let number = self.by_object.borrow_mut().remove(&(object.as_ptr() as usize))?;
        let entry = self.entries.borrow_mut().remove(&number)?;
        weak::unwatch(entry.object, entry.token);
        Some(entry.value)
    }
    /// The first entry numbered `from` or higher.
    fn from(&self, from: u64) -> Option<(u64, Object, Value)> {
        let entries = self.entries.borrow();
        let (&number, entry) = entries.range(from..).next()?;
        // SAFETY: as in `clone_state`.
        Some((number, unsafe { Object::retain(entry.object) }, entry.value.clone()))
    }
}

fn map(object: &Object) -> &MapState {
    object.native::<MapState>().expect("WeakMap objects have map state")
}

fn key<'a>(cx: &mut Cx, key: Option<&'a Value>) -> Result<&'a Value> {
    match key {
        None => throw_error(cx, b"Cannot append to WeakMap".to_vec()),
        Some(key) => Ok(key),
    }
}

fn key_object(cx: &mut Cx, key: &Value) -> Result<Object> {
    match key.deref().as_object() {
        Some(object) => Ok(object.clone()),
        None => throw_type_error(cx, b"WeakMap key must be an object".to_vec()),
    }
}

/// The entry for a nested write: it becomes a reference.
fn reference(cx: &mut Cx, this: &Object, offset: Option<&Value>) -> Result<Value> {
    let value = read(cx, this, offset)?;
    let key = key(cx, offset)?;
    let object = key_object(cx, key)?;
    let stored = map(this).find(&object).unwrap_or_default();
    if stored.is_reference() {
        return Ok(stored);
    }
    let cell: Value = Reference::new(value).into();
    drop(map(this).insert(&object, cell.clone()));
    Ok(cell)
}

fn read(cx: &mut Cx, this: &Object, offset: Option<&Value>) -> Result<Value> {
    let offset = key(cx, offset)?;
    let object = key_object(cx, offset)?;
    match map(this).find(&object) {
        Some(value) => Ok(value.into_plain()),
        None => {
            let class = class_name(object.class_ref());
            throw_error(cx, message!("Object ", class, "#", object.handle().to_string(), " not contained in WeakMap"))
        }
    }
}

fn write(cx: &mut Cx, this: &Object, offset: Option<&Value>, value: &Value) -> Result {
    let offset = key(cx, offset)?;
    let object = key_object(cx, offset)?;
    let old = map(this).insert(&object, value.deref());
    drop(old);
    pending::check()
}

fn exists(cx: &mut Cx, this: &Object, offset: &Value, want_truth: bool) -> Result<bool> {
    let object = key_object(cx, offset)?;
    Ok(map(this).find(&object).is_some_and(|value| {
        let value = value.into_plain();
        if want_truth { crate::convert::to_bool(&value) } else { !value.is_null() }
    }))
}

fn unset(cx: &mut Cx, this: &Object, offset: &Value) -> Result {
    let object = key_object(cx, offset)?;
    let old = map(this).remove(&object);
    drop(old);
    pending::check()
}

fn count(_: &mut Cx, this: &Object) -> Result<i64> {
    Ok(map(this).entries.borrow().len() as i64)
}

fn debug_map(_: &mut Cx, this: &Object) -> Result<Vec<(Vec<u8>, Value)>> {
    let mut shown = Vec::new();
    let mut from = 0;
    while let Some((number, object, value)) = map(this).from(from) {
        let mut pair = crate::Array::hash_with_capacity(2);
        pair.set_bytes(b"key", object);
        pair.set_bytes(b"value", value);
        shown.push((shown.len().to_string().into_bytes(), pair.into()));
        from = number + 1;
    }
    Ok(shown)
}

/// A walk over a WeakMap.
struct MapWalk {
    map: Object,
    next: u64,
}

impl Walk for MapWalk {
    fn rewind(&mut self, _: &mut Cx) -> Result {
        self.next = 0;
        Ok(())
    }
    fn valid(&mut self, _: &mut Cx) -> Result<bool> {
        Ok(map(&self.map).from(self.next).is_some())
    }
    fn current(&mut self, _: &mut Cx) -> Result<Value> {
        Ok(map(&self.map).from(self.next).map_or(Value::NULL, |(_, _, value)| value.into_plain()))
    }
    fn key(&mut self, _: &mut Cx) -> Result<Value> {
        Ok(map(&self.map).from(self.next).map(|(_, object, _)| object).into())
    }
    fn next(&mut self, _: &mut Cx) -> Result {
        if let Some((number, ..)) = map(&self.map).from(self.next) {
            self.next = number + 1;
        }
        Ok(())
    }
    fn subject(&self) -> &Object {
        &self.map
    }
}

fn walk_map(_: &mut Cx, object: &Object) -> Result<Option<Box<dyn Walk>>> {
    Ok(Some(Box::new(MapWalk { map: object.clone(), next: 0 })))
}

fn get_iterator(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let walk = Box::new(MapWalk { map: call.this().clone(), next: 0 });
    Ok(walk::iterator(cx, walk)?.into())
}
