//! SplObjectStorage: objects as keys.

use crate::serialized::{Pieces, append};
use crate::support::*;
use phpc_core::operators;

pub(crate) static CLASSES: Classes = &[&OBJECT_STORAGE];

static OBJECT_STORAGE: BuiltinClass = BuiltinClass {
    methods: &[
        m("public attach(object $object, mixed $info = null): void", attach_method),
        m("public detach(object $object): void", detach_method),
        m("public contains(object $object): bool", contains_method),
        m("public addAll(SplObjectStorage $storage): int", add_all_method),
        m("public removeAll(SplObjectStorage $storage): int", remove_all),
        m("public removeAllExcept(SplObjectStorage $storage): int", remove_all_except),
        m("public getInfo(): mixed", get_info),
        m("public setInfo(mixed $info): void", set_info),
        m("public count(int $mode = COUNT_NORMAL): int", |_, call| Ok(state::<State>(call.this()).len().into())),
        m("public rewind(): void", |_, call| {
            state::<State>(call.this()).rewind();
            Ok(Value::NULL)
        }),
        m("public valid(): bool", |_, call| Ok(state::<State>(call.this()).position().is_some().into())),
        m("public key(): int", |_, call| Ok(Value::int(state::<State>(call.this()).index.get()))),
        m("public current(): object", current),
        m("public next(): void", |_, call| {
            state::<State>(call.this()).advance();
            Ok(Value::NULL)
        }),
        m("public seek(int $offset): void", seek),
        m("public unserialize(string $data): void", unserialize_text),
        m("public serialize(): string", serialize_text),
        m("public offsetExists($object): bool", contains_method),
        m("public offsetGet($object): mixed", offset_get),
        m("public offsetSet($object, mixed $info = null): void", attach_method),
        m("public offsetUnset($object): void", detach_method),
        m("public getHash(object $object): string", |cx, call| call_function(cx, "spl_object_hash", vec![call.arg(0).clone()])),
        m("public __serialize(): array", serialize),
        m("public __unserialize(array $data): void", unserialize),
        m("public __debugInfo(): array", |_, call| Ok(debug(call.this()).into())),
    ],
    handlers: Handlers {
        create: Some(|_, class| {
            let hash = class.method(b"gethash").filter(|method| method.is_user());
            Box::new(State { hash, ..State::default() })
        }),
        read_dimension: Some(|cx, object, offset| match plain_key(object, offset) {
            Some(key) => match state::<State>(object).infos.borrow().get_int(key) {
                Some(info) => Ok(info.to_value()),
                None => throw(cx, "unexpectedvalueexception", "Object not found"),
            },
            None => calls::call_method(cx, object, b"offsetget", vec![offset.map_or(Value::NULL, Value::deref)]),
        }),
        write_dimension: Some(|cx, object, offset, value| match (plain_key(object, offset), offset) {
            (Some(_), Some(offset)) => {
                let key = offset.deref();
                let key = key.as_object().expect("plain_key found one");
                attach(cx, object, key, value.deref())
            }
            _ => {
                let args = vec![offset.map_or(Value::NULL, Value::deref), value.deref()];
                calls::call_method(cx, object, b"offsetset", args).map(drop)
            }
        }),
        has_dimension: Some(|cx, object, offset, want_truth| match plain_key(object, Some(offset)) {
            Some(key) => {
                if !want_truth {
                    return Ok(state::<State>(object).infos.borrow().find_int(key).is_some());
                }
                let info = state::<State>(object).info(&OwnedKey::Int(key));
                Ok(info.is_some_and(|info| convert::to_bool(&info.into_plain())))
            }
            None => {
                let found = calls::call_method(cx, object, b"offsetexists", vec![offset.deref()])?;
                if !convert::to_bool(&found) || !want_truth {
                    return Ok(convert::to_bool(&found));
                }
                let info = calls::call_method(cx, object, b"offsetget", vec![offset.deref()])?;
                Ok(convert::to_bool(&info))
            }
        }),
        unset_dimension: Some(|cx, object, offset| match plain_key(object, Some(offset)) {
            Some(key) => {
                drop(state::<State>(object).remove(&OwnedKey::Int(key)));
                cx.check()
            }
            None => calls::call_method(cx, object, b"offsetunset", vec![offset.deref()]).map(drop),
        }),
        compare: Some(compare),
        ..Handlers::NONE
    },
    ..BuiltinClass::new("class SplObjectStorage implements Countable, SeekableIterator, Serializable, ArrayAccess")
};

/// Two maps under the same keys in the same order: handles, or what a `getHash` of a PHP subclass gives.
#[derive(Default)]
struct State {
    objects: RefCell<Array>,
    infos: RefCell<Array>,
    at: Cell<u32>,
    index: Cell<i64>,
    hash: Option<FuncRef>,
}

impl State {
    fn len(&self) -> usize {
        self.objects.borrow().len()
    }
    fn rewind(&self) {
        self.at.set(0);
        self.index.set(0);
    }
    fn position(&self) -> Option<u32> {
        self.objects.borrow().next_from(self.at.get())
    }
    fn advance(&self) {
        if let Some(at) = self.position() {
            self.at.set(at + 1);
        }
        self.index.set(self.index.get() + 1);
    }
    fn key_at(&self, at: u32) -> OwnedKey {
        self.objects.borrow().key_at(at).into()
    }
    fn contains(&self, key: &OwnedKey) -> bool {
        self.objects.borrow().contains(key.as_key())
    }
    fn info(&self, key: &OwnedKey) -> Option<Value> {
        self.infos.borrow().get(key.as_key()).map(|info| info.to_value())
    }
    /// Stores; the old info is to be dropped by the caller.
    fn set(&self, key: &OwnedKey, object: &Object, info: Value) -> Option<Value> {
        let mut infos = self.infos.borrow_mut();
        match infos.find(key.as_key()) {
            Some(at) => {
                let old = infos.take_at(at);
                infos.set_at(at, info);
                Some(old)
            }
            None => {
                self.objects.borrow_mut().set(key.as_key(), object.clone().into());
                infos.insert(key.as_key(), info);
                None
            }
        }
    }
    fn remove(&self, key: &OwnedKey) -> Option<(Value, Value)> {
        let object = self.objects.borrow_mut().remove(key.as_key())?;
        let info = self.infos.borrow_mut().remove(key.as_key()).unwrap_or_default();
        Some((object, info))
    }
    /// Keys, objects and infos in order.
    fn entries(&self) -> Vec<(OwnedKey, Object, Value)> {
        let objects = self.objects.borrow().clone();
        let infos = self.infos.borrow().clone();
        let entry = |(key, object): (Key<'_>, phpc_core::Elem<'_>)| {
            let info = infos.get(key).map(|info| info.to_value()).unwrap_or_default();
            Some((OwnedKey::from(key), object.as_object()?.clone(), info))
        };
        objects.iter().filter_map(entry).collect()
    }
}

impl NativeState for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        visit_array(&self.objects.borrow(), visit);
        visit_array(&self.infos.borrow(), visit);
    }
    fn clear(&self) {
        let old = (self.objects.take(), self.infos.take());
        drop(old);
    }
    fn clone_state(&self, _: &mut Cx) -> Option<Box<dyn NativeState>> {
        Some(Box::new(State {
            objects: self.objects.clone(),
            infos: self.infos.clone(),
            hash: self.hash,
            ..State::default()
        }))
    }
}

/// The key where neither `getHash` nor ArrayAccess's methods are overridden.
fn plain_key(object: &Object, offset: Option<&Value>) -> Option<i64> {
    if !object.class_ref().is_builtin() {
        let methods: [&[u8]; 5] = [b"gethash", b"offsetget", b"offsetset", b"offsetexists", b"offsetunset"];
        if methods.iter().any(|method| overridden(object, method).is_some()) {
            return None;
        }
    }
    let offset = offset?;
    match offset.as_reference() {
        Some(cell) => cell.get().as_object().map(|key| i64::from(key.handle())),
        None => offset.as_object().map(|key| i64::from(key.handle())),
    }
}

fn key_of(cx: &mut Cx, this: &Object, object: &Object) -> Result<OwnedKey> {
    let Some(method) = state::<State>(this).hash else { return Ok(OwnedKey::Int(i64::from(object.handle()))) };
    let hash = calls::call_on(cx, this, method, vec![object.clone().into()])?;
    match hash.as_str() {
        // Never an int, so that it cannot meet a handle.
        Some(hash) => Ok(OwnedKey::Str(Str::concat(&[hash, b"\0"]))),
        None => {
            let (name, given) = (this.class_ref().name, convert::value_name(&hash));
            let text = message!(name, "::getHash(): Return value must be of type string, ", &*given, " returned");
            Err(cx.throw_type_error(text))
        }
    }
}

fn attach(cx: &mut Cx, this: &Object, object: &Object, info: Value) -> Result {
    let key = key_of(cx, this, object)?;
    let old = state::<State>(this).set(&key, object, info);
    drop(old);
    cx.check()
}

/// Was it there?
fn detach(cx: &mut Cx, this: &Object, object: &Object) -> Result<bool> {
    let key = key_of(cx, this, object)?;
    let gone = state::<State>(this).remove(&key);
    let found = gone.is_some();
    drop(gone);
    cx.check()?;
    Ok(found)
}

fn attach_method(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let object = object_argument(cx, call, 0)?;
    attach(cx, call.this(), &object, call.arg(1).clone())?;
    Ok(Value::NULL)
}

fn detach_method(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let object = object_argument(cx, call, 0)?;
    detach(cx, call.this(), &object)?;
    state::<State>(call.this()).rewind();
    Ok(Value::NULL)
}

fn contains_method(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let object = object_argument(cx, call, 0)?;
    let key = key_of(cx, call.this(), &object)?;
    Ok(state::<State>(call.this()).contains(&key).into())
}

fn offset_get(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let object = object_argument(cx, call, 0)?;
    let key = key_of(cx, call.this(), &object)?;
    match state::<State>(call.this()).info(&key) {
        Some(info) => Ok(info.into_plain()),
        None => throw(cx, "unexpectedvalueexception", "Object not found"),
    }
}

/// The other storage, given as the first argument.
fn other(call: &Call) -> Object {
    call.object_opt(0).expect("the signature says so")
}

fn add_all_method(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    for (_, object, info) in state::<State>(&other(call)).entries() {
        attach(cx, this, &object, info)?;
    }
    state::<State>(this).index.set(0);
    Ok(state::<State>(this).len().into())
}

fn remove_all(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    for (_, object, _) in state::<State>(&other(call)).entries() {
        detach(cx, this, &object)?;
    }
    state::<State>(this).rewind();
    Ok(state::<State>(this).len().into())
}

fn remove_all_except(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let (this, other) = (call.this(), other(call));
    for (_, object, _) in state::<State>(this).entries() {
        let key = key_of(cx, &other, &object)?;
        if !state::<State>(&other).contains(&key) {
            detach(cx, this, &object)?;
        }
    }
    state::<State>(this).rewind();
    Ok(state::<State>(this).len().into())
}

fn get_info(_: &mut Cx, call: &mut Call) -> Result<Value> {
    let state = state::<State>(call.this());
    Ok(state.position().and_then(|at| state.info(&state.key_at(at))).unwrap_or_default())
}

fn set_info(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let state = state::<State>(call.this());
    if let Some(at) = state.position() {
        let key = state.key_at(at);
        let old = state.info(&key);
        state.infos.borrow_mut().set(key.as_key(), call.arg(0).clone());
        drop(old);
        cx.check()?;
    }
    Ok(Value::NULL)
}

fn current(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let state = state::<State>(call.this());
    let found = state.position().map(|at| state.objects.borrow().value_at(at).to_value());
    match found {
        Some(object) => Ok(object),
        None => throw_runtime(cx, "Called current() on invalid iterator"),
    }
}

fn seek(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let state = state::<State>(call.this());
    let wanted = call.int_or(0, 0);
    if !(0..state.len() as i64).contains(&wanted) {
        return throw(cx, "outofboundsexception", format!("Seek position {wanted} is out of range"));
    }
    state.rewind();
    for _ in 0..wanted {
        state.advance();
    }
    Ok(Value::NULL)
}

fn compare(cx: &mut Cx, left: &Object, right: &Object) -> Result<Option<i64>> {
    let exact = class("splobjectstorage");
    if left.class_ref() != exact || right.class_ref() != exact {
        return Ok(None);
    }
    let (one, other) = (state::<State>(left).infos.borrow().clone(), state::<State>(right).infos.borrow().clone());
    Ok(Some(operators::compare_arrays(cx, &one, &other)? as i64))
}

/// One entry in a dump.
pub(crate) fn shown_entry(object: Value, info: Value) -> Value {
    let mut entry = Array::new();
    entry.set_bytes(b"obj", object);
    entry.set_bytes(b"inf", info);
    entry.into()
}

fn debug(object: &Object) -> Array {
    let entries = state::<State>(object).entries().into_iter();
    let storage: Array = entries.map(|(_, object, info)| shown_entry(object.into(), info)).collect();
    debug_array(object, "SplObjectStorage", &[("storage", storage.into())])
}

fn serialize(_: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let mut storage = Array::new();
    for (_, object, info) in state::<State>(this).entries() {
        storage.push(object.into());
        storage.push(info);
    }
    let mut data = Array::new();
    data.push(storage.into());
    data.push(iteration::own_properties(this).into());
    Ok(data.into())
}

fn unserialize(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let data = call.array_opt(0).unwrap_or_default();
    let part = |at: i64| data.get_int(at).map(|value| value.to_value()).unwrap_or_default();
    let (storage, members) = (part(0), part(1));
    let (Some(storage), Some(members)) = (storage.as_array(), members.as_array()) else {
        return throw(cx, "unexpectedvalueexception", "Incomplete or ill-typed serialization data");
    };
    if storage.len() % 2 != 0 {
        return throw(cx, "unexpectedvalueexception", "Odd number of elements");
    }
    let values: Vec<Value> = storage.values().map(|value| value.to_value()).collect();
    for pair in values.chunks(2) {
        match pair[0].as_object() {
            Some(object) => attach(cx, this, object, pair[1].clone())?,
            None => return throw(cx, "unexpectedvalueexception", "Non-object key"),
        }
    }
    load_properties(this, members);
    Ok(Value::NULL)
}

fn serialize_text(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let mut text = format!("x:i:{};", state::<State>(this).len()).into_bytes();
    for (_, object, info) in state::<State>(this).entries() {
        append(cx, &mut text, object.into())?;
        text.push(b',');
        append(cx, &mut text, info)?;
        text.push(b';');
    }
    text.extend_from_slice(b"m:");
    append(cx, &mut text, iteration::own_properties(this).into())?;
    Ok(Str::from(text).into())
}

fn unserialize_text(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let text = call.string(cx, 0)?;
    if text.is_empty() {
        return Ok(Value::NULL);
    }
    let mut pieces = Pieces::new(&text);
    if !pieces.skip(b"x:") {
        return pieces.fail(cx);
    }
    let Some(count) = pieces.value(cx)?.and_then(|count| count.as_int()).filter(|count| *count >= 0) else { return pieces.fail(cx) };
    for _ in 0..count {
        if !matches!(pieces.peek(), Some(b'O' | b'C' | b'r')) {
            return pieces.fail(cx);
        }
        let Some(object) = pieces.value(cx)? else { return pieces.fail(cx) };
        let info = if pieces.skip(b",") {
            match pieces.value(cx)? {
                Some(info) => info,
                None => return pieces.fail(cx),
            }
        } else {
            Value::NULL
        };
        let Some(object) = object.as_object() else { return pieces.fail(cx) };
        attach(cx, this, object, info)?;
        if !pieces.skip(b";") {
            return pieces.fail(cx);
        }
    }
    if !pieces.skip(b"m:") {
        return pieces.fail(cx);
    }
    match pieces.value(cx)?.as_ref().and_then(Value::as_array) {
        Some(members) => load_properties(this, members),
        None => return pieces.fail(cx),
    }
    Ok(Value::NULL)
}
