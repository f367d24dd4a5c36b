//! SplFixedArray.

use crate::support::*;
use phpc_core::behaviour::walk::{self, Walk};

pub(crate) static CLASSES: Classes = &[&FIXED_ARRAY];

static FIXED_ARRAY: BuiltinClass = BuiltinClass {
    methods: &[
        m("public __construct(int $size = 0)", construct),
        m("public __wakeup(): void", wakeup),
        m("public __serialize(): array", |_, call| Ok(all(call.this()).into())),
        m("public __unserialize(array $data): void", unserialize),
        m("public count(): int", size),
        m("public toArray(): array", to_array),
        m("public static fromArray(array $array, bool $preserveKeys = true): SplFixedArray", from_array),
        m("public getSize(): int", size),
        m("public setSize(int $size): true", set_size),
        m("public offsetExists($index): bool", |cx, call| Ok(exists(cx, call.this(), call.arg(0), false)?.into())),
        m("public offsetGet($index): mixed", |cx, call| read(cx, call.this(), call.arg(0))),
        m("public offsetSet($index, mixed $value): void", |cx, call| {
            write(cx, call.this(), call.arg(0), call.arg(1).clone())?;
            Ok(Value::NULL)
        }),
        m("public offsetUnset($index): void", |cx, call| {
            write(cx, call.this(), call.arg(0), Value::NULL)?;
            Ok(Value::NULL)
        }),
        m("public getIterator(): Iterator", |cx, call| {
            let walk = Box::new(FixedWalk { object: call.this().clone(), at: 0 });
            Ok(walk::iterator(cx, walk)?.into())
        }),
        m("public jsonSerialize(): array", to_array),
    ],
    handlers: Handlers {
        create: Some(|_, _| Box::new(State(RefCell::new(sealed([]))))),
        elements: true,
        properties: Some(|object| Some(all(object))),
        debug_properties: Some(|_, object| {
            let name = |key: Key| phpc_core::convert::to_str(&mut Cx::enter(), &key.to_value()).map(|name| name.to_vec());
            all(object).iter_raw().map(|(key, value)| Ok((name(key)?, value.to_value()))).collect()
        }),
        read_dimension: Some(|cx, object, offset| match (overridden(object, b"offsetget"), offset) {
            (Some(method), _) => calls::call_on(cx, object, method, vec![offset.map_or(Value::NULL, Value::deref)]),
            (None, Some(offset)) => read(cx, object, offset),
            (None, None) => Err(cx.throw_error(NO_APPEND)),
        }),
        write_dimension: Some(|cx, object, offset, value| match (overridden(object, b"offsetset"), offset) {
            (Some(method), _) => {
                calls::call_on(cx, object, method, vec![offset.map_or(Value::NULL, Value::deref), value.deref()]).map(drop)
            }
            (None, Some(offset)) => write(cx, object, offset, value.deref()),
            (None, None) => Err(cx.throw_error(NO_APPEND)),
        }),
        has_dimension: Some(|cx, object, offset, want_truth| match overridden(object, b"offsetexists") {
            Some(method) => Ok(convert::to_bool(&calls::call_on(cx, object, method, vec![offset.deref()])?)),
            None => exists(cx, object, offset, want_truth),
        }),
        unset_dimension: Some(|cx, object, offset| match overridden(object, b"offsetunset") {
            Some(method) => calls::call_on(cx, object, method, vec![offset.deref()]).map(drop),
            None => write(cx, object, offset, Value::NULL),
        }),
        walk: Some(|_, object| match overridden(object, b"getiterator") {
            Some(_) => Ok(None),
            None => Ok(Some(Box::new(FixedWalk { object: object.clone(), at: 0 }))),
        }),
        ..Handlers::NONE
    },
    ..BuiltinClass::new("class SplFixedArray implements IteratorAggregate, ArrayAccess, Countable, JsonSerializable")
};

const NO_APPEND: &str = "[] operator not supported for SplFixedArray";

/// The elements: a sealed list, held by nothing else.
struct State(RefCell<Array>);

impl State {
    fn get(&self, index: i64) -> Option<Value> {
        self.0.borrow().get_int(index).map(|element| element.to_value())
    }
    fn len(&self) -> usize {
        self.0.borrow().len()
    }
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    fn values(&self) -> Vec<Value> {
        self.0.borrow().values().map(|element| element.to_value()).collect()
    }
    /// Other elements from now on. (The old ones are released when nothing looks at the state.)
    fn replace(&self, elements: impl IntoIterator<Item = Value>) {
        drop(self.0.replace(sealed(elements)));
    }
    /// The old element; None: there is none of this number.
    fn set(&self, index: i64, value: Value) -> Option<Value> {
        let mut elements = self.0.borrow_mut();
        let at = elements.find_int(index)?;
        let old = elements.take_at(at);
        elements.set_at(at, value);
        Some(old)
    }
}

fn sealed(elements: impl IntoIterator<Item = Value>) -> Array {
    let mut list: Array = elements.into_iter().collect();
    list.seal();
    list
}

fn nulls(count: i64) -> impl Iterator<Item = Value> {
    (0..count).map(|_| Value::NULL)
}

impl NativeState for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(elements) = self.0.borrow().as_values() {
            elements.iter().for_each(visit);
        }
    }
    fn elements(&self) -> Option<&RefCell<Array>> {
        Some(&self.0)
    }
    fn clear(&self) {
        self.replace([]);
    }
    fn clone_state(&self, _: &mut Cx) -> Option<Box<dyn NativeState>> {
        Some(Box::new(State(RefCell::new(sealed(self.values())))))
    }
}

struct FixedWalk {
    object: Object,
    at: usize,
}

impl Walk for FixedWalk {
    fn rewind(&mut self, _: &mut Cx) -> Result {
        self.at = 0;
        Ok(())
    }
    fn valid(&mut self, _: &mut Cx) -> Result<bool> {
        Ok(self.at < state::<State>(&self.object).len())
    }
    fn current(&mut self, _: &mut Cx) -> Result<Value> {
        Ok(state::<State>(&self.object).get(self.at as i64).unwrap_or_default())
    }
    fn key(&mut self, _: &mut Cx) -> Result<Value> {
        Ok(self.at.into())
    }
    fn next(&mut self, _: &mut Cx) -> Result {
        self.at += 1;
        Ok(())
    }
    fn subject(&self) -> &Object {
        &self.object
    }
}

/// Elements and then properties.
fn all(object: &Object) -> Array {
    let mut all: Array = state::<State>(object).values().into_iter().collect();
    for (key, value) in iteration::own_properties(object).iter_raw() {
        all.set(key, value.to_value());
    }
    all
}

fn construct(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let size = call.int_or(0, 0);
    if size < 0 {
        return call.value_error(cx, 0, "must be greater than or equal to 0");
    }
    check_size(size);
    let state = state::<State>(call.this());
    if state.is_empty() {
        state.replace(nulls(size));
    }
    Ok(Value::NULL)
}

/// More elements than memory can hold end the program.
fn check_size(size: i64) {
    if size > (u64::MAX / 16) as i64 {
        phpc_core::diagnostics::fatal(format!("Possible integer overflow in memory allocation ({size} * 16 + 0)"));
    }
    let limit = phpc_core::engine::ini::parse_quantity(&phpc_core::engine::ini::text("memory_limit"));
    if limit > 0 && size.saturating_mul(16) > limit {
        let wanted = size.saturating_mul(16);
        phpc_core::diagnostics::fatal(format!("Allowed memory size of {limit} bytes exhausted (tried to allocate {wanted} bytes)"));
    }
}

fn wakeup(_: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let state = state::<State>(this);
    if state.is_empty() {
        state.replace(iteration::own_properties(this).values().map(|value| value.to_value()));
        this.set_dynamic(None);
    }
    Ok(Value::NULL)
}

fn unserialize(_: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let data = call.array_opt(0).unwrap_or_default();
    let state = state::<State>(this);
    if !state.is_empty() {
        return Ok(Value::NULL);
    }
    let (mut elements, mut members) = (Vec::new(), Array::new());
    for (key, value) in data.iter() {
        match key {
            Key::Int(_) => elements.push(value.to_value()),
            Key::Str(_) => members.set(key, value.to_value()),
        }
    }
    state.replace(elements);
    load_properties(this, &members);
    Ok(Value::NULL)
}

fn size(_: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok(state::<State>(call.this()).len().into())
}

fn to_array(_: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok(state::<State>(call.this()).values().into_iter().collect::<Array>().into())
}

fn set_size(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let size = call.int_or(0, 0);
    if size < 0 {
        return call.value_error(cx, 0, "must be greater than or equal to 0");
    }
    check_size(size);
    let state = state::<State>(call.this());
    let more = nulls(size - state.len() as i64);
    state.replace(state.values().into_iter().take(size as usize).chain(more));
    Ok(Value::TRUE)
}

fn from_array(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let array = call.array_opt(0).unwrap_or_default();
    let mut elements: Vec<Value> = Vec::new();
    if call.bool_or(1, true) {
        let mut largest = -1;
        for key in array.keys() {
            match key {
                Key::Int(key) if key >= 0 => largest = largest.max(key),
                _ => return throw(cx, "invalidargumentexception", "array must contain only positive integer keys"),
            }
        }
        let Some(size) = largest.checked_add(1) else {
            return throw(cx, "invalidargumentexception", "integer overflow detected");
        };
        elements.resize(size as usize, Value::NULL);
        for (key, value) in array.iter() {
            if let Key::Int(key) = key {
                elements[key as usize] = value.to_value();
            }
        }
    } else {
        elements.extend(array.values().map(|value| value.to_value()));
    }
    let object = behaviour::create::instance(cx, class("splfixedarray"))?;
    state::<State>(&object).replace(elements);
    Ok(object.into())
}

fn index(cx: &mut Cx, offset: &Value) -> Result<i64> {
    let offset = offset.deref();
    match offset.view() {
        View::Int(index) => Ok(index),
        View::Bool(flag) => Ok(i64::from(flag)),
        View::Str(text) if phpc_core::array::integer_key(text).is_some() => {
            Ok(phpc_core::array::integer_key(text).unwrap_or_default())
        }
        View::Float(_) | View::Resource(_) => {
            use phpc_core::primitives::key::{Use, array_key};
            match array_key(cx, &offset, Use::Access)? {
                OwnedKey::Int(index) => Ok(index),
                OwnedKey::Str(_) => Ok(0),
            }
        }
        _ => {
            let ty = convert::type_name(&offset);
            Err(cx.throw_type_error(message!("Cannot access offset of type ", &*ty, " on SplFixedArray")))
        }
    }
}

fn read(cx: &mut Cx, object: &Object, offset: &Value) -> Result<Value> {
    let index = index(cx, offset)?;
    match state::<State>(object).get(index) {
        Some(value) => Ok(value),
        None => throw(cx, "outofboundsexception", "Index invalid or out of range"),
    }
}

fn write(cx: &mut Cx, object: &Object, offset: &Value, value: Value) -> Result {
    let index = index(cx, offset)?;
    match state::<State>(object).set(index, value) {
        Some(old) => {
            drop(old);
            cx.check()
        }
        None => throw(cx, "outofboundsexception", "Index invalid or out of range"),
    }
}

fn exists(cx: &mut Cx, object: &Object, offset: &Value, want_truth: bool) -> Result<bool> {
    let index = index(cx, offset)?;
    let found = state::<State>(object).get(index);
    Ok(found.is_some_and(|value| if want_truth { convert::to_bool(&value) } else { !value.is_null() }))
}
