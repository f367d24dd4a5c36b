//! ArrayObject, ArrayIterator, RecursiveArrayIterator.

mod handlers;
mod serial;
pub(crate) mod storage;

use crate::support::*;
use handlers::HANDLERS;
use storage::*;

pub(crate) static CLASSES: Classes = &[&ARRAY_OBJECT, &ARRAY_ITERATOR, &RECURSIVE_ARRAY_ITERATOR];

const CONSTANTS: &[(&str, BuiltinConst)] = &[("STD_PROP_LIST", int(STD_PROP_LIST)), ("ARRAY_AS_PROPS", int(ARRAY_AS_PROPS))];

static ARRAY_OBJECT: BuiltinClass = BuiltinClass {
    constants: CONSTANTS,
    methods: &[
        m("public __construct(array|object $array = [], int $flags = 0, string $iteratorClass = ArrayIterator::class)", construct),
        m("public offsetExists(mixed $key): bool", offset_exists),
        m("public offsetGet(mixed $key): mixed", offset_get),
        m("public offsetSet(mixed $key, mixed $value): void", offset_set),
        m("public offsetUnset(mixed $key): void", offset_unset),
        m("public append(mixed $value): void", append),
        m("public getArrayCopy(): array", get_array_copy),
        m("public count(): int", count),
        m("public getFlags(): int", get_flags),
        m("public setFlags(int $flags): void", set_flags),
        m("public asort(int $flags = SORT_REGULAR): true", |cx, call| sort(cx, call, "asort")),
        m("public ksort(int $flags = SORT_REGULAR): true", |cx, call| sort(cx, call, "ksort")),
        m("public uasort(callable $callback): true", |cx, call| sort(cx, call, "uasort")),
        m("public uksort(callable $callback): true", |cx, call| sort(cx, call, "uksort")),
        m("public natsort(): true", |cx, call| sort(cx, call, "natsort")),
        m("public natcasesort(): true", |cx, call| sort(cx, call, "natcasesort")),
        m("public unserialize(string $data): void", serial::unserialize_text),
        m("public serialize(): string", serial::serialize_text),
        m("public __serialize(): array", serial::serialize),
        m("public __unserialize(array $data): void", serial::unserialize),
        m("public getIterator(): Iterator", get_iterator),
        m("public exchangeArray(array|object $array): array", exchange_array),
        m("public setIteratorClass(string $iteratorClass): void", |cx, call| set_iterator_class(cx, call, 0)),
        m("public getIteratorClass(): string", |_, call| Ok(iterator_class(call.this()).name.str().into())),
        m("public __debugInfo(): array", |_, call| Ok(debug(call.this(), "ArrayObject").into())),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("class ArrayObject implements IteratorAggregate, ArrayAccess, Serializable, Countable")
};

static ARRAY_ITERATOR: BuiltinClass = BuiltinClass {
    constants: CONSTANTS,
    methods: &[
        m("public __construct(array|object $array = [], int $flags = 0)", construct),
        m("public offsetExists(mixed $key): bool", offset_exists),
        m("public offsetGet(mixed $key): mixed", offset_get),
        m("public offsetSet(mixed $key, mixed $value): void", offset_set),
        m("public offsetUnset(mixed $key): void", offset_unset),
        m("public append(mixed $value): void", append),
        m("public getArrayCopy(): array", get_array_copy),
        m("public count(): int", count),
        m("public getFlags(): int", get_flags),
        m("public setFlags(int $flags): void", set_flags),
        m("public asort(int $flags = SORT_REGULAR): true", |cx, call| sort(cx, call, "asort")),
        m("public ksort(int $flags = SORT_REGULAR): true", |cx, call| sort(cx, call, "ksort")),
        m("public uasort(callable $callback): true", |cx, call| sort(cx, call, "uasort")),
        m("public uksort(callable $callback): true", |cx, call| sort(cx, call, "uksort")),
        m("public natsort(): true", |cx, call| sort(cx, call, "natsort")),
        m("public natcasesort(): true", |cx, call| sort(cx, call, "natcasesort")),
        m("public unserialize(string $data): void", serial::unserialize_text),
        m("public serialize(): string", serial::serialize_text),
        m("public __serialize(): array", serial::serialize),
        m("public __unserialize(array $data): void", serial::unserialize),
        m("public rewind(): void", rewind),
        m("public current(): mixed", current),
        m("public key(): string|int|null", key),
        m("public next(): void", next),
        m("public valid(): bool", valid),
        m("public seek(int $offset): void", seek),
        m("public __debugInfo(): array", |_, call| Ok(debug(call.this(), "ArrayIterator").into())),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("class ArrayIterator implements SeekableIterator, ArrayAccess, Serializable, Countable")
};

static RECURSIVE_ARRAY_ITERATOR: BuiltinClass = BuiltinClass {
    constants: &[("CHILD_ARRAYS_ONLY", int(CHILD_ARRAYS_ONLY))],
    methods: &[
        m("public hasChildren(): bool", has_children),
        m("public getChildren(): ?RecursiveArrayIterator", get_children),
    ],
    ..BuiltinClass::new("class RecursiveArrayIterator extends ArrayIterator implements RecursiveIterator")
};

fn iterator_class(object: &Object) -> ClassRef {
    state::<State>(object).iterator_class.get().unwrap_or_else(|| class("arrayiterator"))
}

const SORTING: &str = "Modification of ArrayObject during sorting is prohibited";

/// Throws while the object is being sorted.
fn check_not_sorting(cx: &mut Cx, object: &Object) -> Result {
    if state::<State>(object).sorting.get() > 0 {
        return Err(cx.throw_error(SORTING));
    }
    Ok(())
}

fn construct(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    if call.count() == 0 {
        return Ok(Value::NULL);
    }
    if call.has(2) {
        set_iterator_class(cx, call, 2)?;
    }
    let source = if call.has(0) { call.arg(0).clone() } else { Array::new().into() };
    set_array(cx, call.this(), source, call.int_or(1, 0) & !INT_MASK, call.count() == 1)?;
    Ok(Value::NULL)
}

/// Takes an array or object as storage. `just_array`: flags come from an object of the same kind.
fn set_array(cx: &mut Cx, this: &Object, source: Value, mut flags: i64, just_array: bool) -> Result {
    check_not_sorting(cx, this)?;
    let state = state::<State>(this);
    let new = match source.view() {
        View::Object(object) if object.ptr_eq(this) => {
            flags |= IS_SELF;
            Storage::Own
        }
        View::Object(object) => {
            if let Some(other) = object.native::<State>() {
                if just_array {
                    flags = other.flags.get() & !INT_MASK;
                }
            } else if object.class_ref().native_slot.is_some() || object.class_ref().is_enum() {
                let (one, other) = (object.class_ref().name, this.class_ref().name);
                return throw(cx, "invalidargumentexception", message!("Overloaded object of type ", one, " is not compatible with ", other));
            }
            Storage::Object(object.clone())
        }
        View::Array(array) => Storage::Array(array.clone()),
        _ => Storage::Array(Array::new()),
    };
    let old = state.storage.replace(new);
    state.flags.set(state.flags.get() & !IS_SELF | flags);
    state.at.set(0);
    drop(old);
    Ok(())
}

fn set_iterator_class(cx: &mut Cx, call: &mut Call, number: usize) -> Result<Value> {
    let name = call.string(cx, number)?;
    let found = phpc_core::classes::table::lookup(cx, &name)?;
    match found.filter(|found| found.is_subclass_of(class("arrayiterator"))) {
        Some(found) => state::<State>(call.this()).iterator_class.set(Some(found)),
        None => {
            let text = message!("must be a class name derived from ArrayIterator, ", &*name, " given");
            return call.type_error(cx, number, &text);
        }
    }
    Ok(Value::NULL)
}

/// The key that an offset means.
fn key_of(cx: &mut Cx, object: &Object, offset: &Value, used: phpc_core::primitives::key::Use) -> Result<OwnedKey> {
    use phpc_core::primitives::key::{Use, array_key};
    let offset = offset.deref();
    if offset.as_array().is_some() || offset.as_object().is_some() {
        let ty = convert::type_name(&offset);
        let class = object.class_ref().name;
        let text = match used {
            Use::Access => message!("Cannot access offset of type ", &*ty, " on ", class),
            Use::Isset => message!("Cannot access offset of type ", &*ty, " in isset or empty"),
            Use::Unset => message!("Cannot unset offset of type ", &*ty, " on ", class),
        };
        return Err(cx.throw_type_error(text));
    }
    array_key(cx, &offset, used)
}

/// Reads without looking for overridden methods.
fn read(cx: &mut Cx, object: &Object, offset: &Value) -> Result<Value> {
    let key = key_of(cx, object, offset, phpc_core::primitives::key::Use::Access)?;
    match Target::of(object).get(key.as_key()) {
        Some(value) => Ok(value.into_plain()),
        None => phpc_core::primitives::place::undefined_key(cx, key.as_key()),
    }
}

fn write(cx: &mut Cx, object: &Object, offset: Option<&Value>, value: Value) -> Result {
    check_not_sorting(cx, object)?;
    match offset.filter(|offset| !offset.is_null()) {
        None => Target::of(object).push(value),
        Some(offset) => {
            let key = key_of(cx, object, offset, phpc_core::primitives::key::Use::Access)?;
            Target::of(object).set(key.as_key(), value);
        }
    }
    cx.check()
}

fn remove(cx: &mut Cx, object: &Object, offset: &Value) -> Result {
    check_not_sorting(cx, object)?;
    let key = key_of(cx, object, offset, phpc_core::primitives::key::Use::Unset)?;
    Target::of(object).remove(key.as_key());
    cx.check()
}

fn offset_exists(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let key = key_of(cx, call.this(), call.arg(0), phpc_core::primitives::key::Use::Isset)?;
    Ok(Target::of(call.this()).get(key.as_key()).is_some().into())
}

fn offset_get(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    read(cx, call.this(), call.arg(0))
}

fn offset_set(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    write(cx, call.this(), Some(call.arg(0)), call.arg(1).clone())?;
    Ok(Value::NULL)
}

fn offset_unset(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    remove(cx, call.this(), call.arg(0))?;
    Ok(Value::NULL)
}

/// Appends as AppendIterator and `append` do.
pub(crate) fn append_to(cx: &mut Cx, object: &Object, value: Value) -> Result {
    if Target::of(object).is_object() {
        let name = object.class_ref().name;
        return Err(cx.throw_error(message!("Cannot append properties to objects, use ", name, "::offsetSet() instead")));
    }
    handlers::write_dimension(cx, object, None, &value)
}

fn append(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    append_to(cx, call.this(), call.arg(0).clone())?;
    Ok(Value::NULL)
}

fn get_array_copy(_: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok(Target::of(call.this()).to_array().into())
}

fn count(_: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok(Target::of(call.this()).len().into())
}

fn get_flags(_: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok(Value::int(state::<State>(call.this()).flags.get() & !INT_MASK))
}

fn set_flags(_: &mut Cx, call: &mut Call) -> Result<Value> {
    let state = state::<State>(call.this());
    state.flags.set(state.flags.get() & INT_MASK | call.int_or(0, 0) & !INT_MASK);
    Ok(Value::NULL)
}

/// Sorts by the function of the same name.
fn sort(cx: &mut Cx, call: &mut Call, function: &str) -> Result<Value> {
    let this = call.this();
    let target = Target::of(this);
    let cell = Reference::new(target.to_array().into());
    let mut args = vec![Value::from(cell.clone())];
    args.extend(call.args().iter().cloned());
    let state = state::<State>(this);
    state.sorting.set(state.sorting.get() + 1);
    let result = call_function(cx, function, args);
    state.sorting.set(state.sorting.get() - 1);
    if let Some(sorted) = cell.take().as_array() {
        target.replace(sorted.clone());
    }
    result
}

fn get_iterator(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let iterator = behaviour::create::instance(cx, iterator_class(this))?;
    let own = state::<State>(this);
    let new = state::<State>(&iterator);
    new.flags.set(own.flags.get() & CLONE_MASK & !IS_SELF);
    new.iterator_class.set(own.iterator_class.get());
    *new.storage.borrow_mut() = Storage::Object(this.clone());
    Ok(iterator.into())
}

fn exchange_array(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    check_not_sorting(cx, call.this())?;
    let old = Target::of(call.this()).to_array();
    set_array(cx, call.this(), call.arg(0).clone(), 0, true)?;
    Ok(old.into())
}

fn debug(object: &Object, class: &str) -> Array {
    let storage = match &*state::<State>(object).storage.borrow() {
        Storage::Own => return iteration::own_properties(object),
        Storage::Array(array) => Value::from(array.clone()),
        Storage::Object(inner) => Value::from(inner.clone()),
    };
    debug_array(object, class, &[("storage", storage)])
}

// The iterator.

fn position(object: &Object) -> (Target, Option<u32>) {
    let target = Target::of(object);
    let at = target.next_from(state::<State>(object).at.get());
    (target, at)
}

fn rewind(_: &mut Cx, call: &mut Call) -> Result<Value> {
    state::<State>(call.this()).at.set(0);
    Ok(Value::NULL)
}

fn current(_: &mut Cx, call: &mut Call) -> Result<Value> {
    let (target, at) = position(call.this());
    Ok(at.map_or(Value::NULL, |at| target.value_at(at).into_plain()))
}

fn key(_: &mut Cx, call: &mut Call) -> Result<Value> {
    let (target, at) = position(call.this());
    Ok(at.map_or(Value::NULL, |at| target.key_at(at)))
}

fn advance(object: &Object) -> bool {
    let (target, at) = position(object);
    let Some(at) = at else { return false };
    state::<State>(object).at.set(at + 1);
    target.next_from(at + 1).is_some()
}

fn next(_: &mut Cx, call: &mut Call) -> Result<Value> {
    advance(call.this());
    Ok(Value::NULL)
}

fn valid(_: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok(position(call.this()).1.is_some().into())
}

fn seek(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let wanted = call.int_or(0, 0);
    if wanted >= 0 {
        state::<State>(this).at.set(0);
        let mut left = wanted;
        let mut found = true;
        while left > 0 && found {
            found = advance(this);
            left -= 1;
        }
        if found && position(this).1.is_some() {
            return Ok(Value::NULL);
        }
    }
    throw(cx, "outofboundsexception", format!("Seek position {wanted} is out of range"))
}

fn has_children(_: &mut Cx, call: &mut Call) -> Result<Value> {
    let (target, at) = position(call.this());
    let Some(at) = at else { return Ok(Value::FALSE) };
    let value = target.value_at(at).into_plain();
    let arrays_only = state::<State>(call.this()).flags.get() & CHILD_ARRAYS_ONLY != 0;
    Ok((value.as_array().is_some() || value.as_object().is_some() && !arrays_only).into())
}

fn get_children(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let (target, at) = position(this);
    let Some(at) = at else { return Ok(Value::NULL) };
    let value = target.value_at(at).into_plain();
    let flags = state::<State>(this).flags.get();
    if let Some(object) = value.as_object() {
        if flags & CHILD_ARRAYS_ONLY != 0 {
            return Ok(Value::NULL);
        }
        if object.class_ref().is_subclass_of(this.class_ref()) {
            return Ok(value);
        }
    }
    crate::construct(cx, this.class_ref(), vec![value, Value::int(flags)])
}
