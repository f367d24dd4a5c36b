//! IteratorIterator, the filters, LimitIterator, InfiniteIterator, NoRewindIterator, EmptyIterator.

use super::inner::*;
use crate::support::*;
use phpc_core::calls::callable;

pub(crate) static CLASSES: Classes = &[
    &EMPTY, &ITERATOR, &FILTER, &RECURSIVE_FILTER, &PARENT, &CALLBACK_FILTER, &RECURSIVE_CALLBACK_FILTER, &LIMIT, &NO_REWIND, &INFINITE,
];

static EMPTY: BuiltinClass = BuiltinClass {
    methods: &[
        m("public current(): never", |cx, _| throw(cx, "badmethodcallexception", "Accessing the value of an EmptyIterator")),
        m("public next(): void", |_, _| Ok(Value::NULL)),
        m("public key(): never", |cx, _| throw(cx, "badmethodcallexception", "Accessing the key of an EmptyIterator")),
        m("public valid(): false", |_, _| Ok(Value::FALSE)),
        m("public rewind(): void", |_, _| Ok(Value::NULL)),
    ],
    ..BuiltinClass::new("class EmptyIterator implements Iterator")
};

static ITERATOR: BuiltinClass = BuiltinClass {
    methods: &[
        m("public __construct(Traversable $iterator, ?string $class = null)", construct_any),
        m("public getInnerIterator(): ?Iterator", |cx, call| Ok(dual(cx, call.this())?.inner_object().into())),
        m("public rewind(): void", |cx, call| {
            let dual = dual(cx, call.this())?;
            dual.rewind(cx)?;
            dual.fetch(cx, true)?;
            Ok(Value::NULL)
        }),
        m("public valid(): bool", |cx, call| Ok(dual(cx, call.this())?.has_data().into())),
        m("public key(): mixed", |cx, call| Ok(dual(cx, call.this())?.current_key())),
        m("public current(): mixed", |cx, call| Ok(dual(cx, call.this())?.current())),
        m("public next(): void", |cx, call| {
            let dual = dual(cx, call.this())?;
            dual.advance(cx, true)?;
            dual.fetch(cx, true)?;
            Ok(Value::NULL)
        }),
        m("public __call(string $name, array $arguments): mixed", |cx, call| {
            let inner = state::<Dual>(call.this()).inner_object();
            forward(cx, call, inner)
        }),
    ],
    handlers: DUAL,
    ..BuiltinClass::new("class IteratorIterator implements OuterIterator")
};

fn construct_any(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    check_fresh(cx, this, "IteratorIterator")?;
    let mut object = call.object_opt(0).expect("the signature says so");
    if !behaviour::is_iterator(&object) {
        if let Some(name) = call.str_opt(1) {
            let cast = phpc_core::classes::table::lookup(cx, &name)?;
            let traversable = class("traversable");
            if !cast.is_some_and(|cast| object.class_ref().is_subclass_of(cast) && cast.is_subclass_of(traversable)) {
                let text = "Class to downcast to not found or not base class or does not implement Traversable";
                return throw(cx, "logicexception", text);
            }
        }
        object = from_aggregate(cx, &object)?;
    }
    set_up(cx, this, "IteratorIterator", object)?;
    Ok(Value::NULL)
}

/// A constructor that takes one iterator.
fn construct(cx: &mut Cx, call: &mut Call, base: &str) -> Result<Value> {
    let object = call.object_opt(0).expect("the signature says so");
    set_up(cx, call.this(), base, object)?;
    Ok(Value::NULL)
}

static FILTER: BuiltinClass = BuiltinClass {
    methods: &[
        abstract_m("abstract public accept(): bool"),
        m("public __construct(Iterator $iterator)", |cx, call| construct(cx, call, "FilterIterator")),
        m("public rewind(): void", |cx, call| {
            dual(cx, call.this())?.rewind(cx)?;
            fetch_accepted(cx, call.this())
        }),
        m("public next(): void", |cx, call| {
            dual(cx, call.this())?.advance(cx, true)?;
            fetch_accepted(cx, call.this())
        }),
    ],
    ..BuiltinClass::new("abstract class FilterIterator extends IteratorIterator")
};

fn fetch_accepted(cx: &mut Cx, this: &Object) -> Result<Value> {
    let dual = state::<Dual>(this);
    while dual.fetch(cx, true)? {
        if convert::to_bool(&ask(cx, this, b"accept")?) {
            return Ok(Value::NULL);
        }
        if let Some(inner) = dual.inner() {
            inner.next(cx)?;
        }
    }
    dual.free();
    Ok(Value::NULL)
}

/// Asks the inner iterator for children.
pub(crate) fn has_children(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    match dual(cx, call.this())?.inner_object() {
        Some(inner) => ask(cx, &inner, b"haschildren"),
        None => Ok(Value::FALSE),
    }
}
pub(crate) fn inner_children(cx: &mut Cx, this: &Object) -> Result<Value> {
    match dual(cx, this)?.inner_object() {
        Some(inner) => ask(cx, &inner, b"getchildren"),
        None => Ok(Value::NULL),
    }
}

static RECURSIVE_FILTER: BuiltinClass = BuiltinClass {
    methods: &[
        m("public __construct(RecursiveIterator $iterator)", |cx, call| construct(cx, call, "RecursiveFilterIterator")),
        m("public hasChildren(): bool", has_children),
        m("public getChildren(): ?RecursiveFilterIterator", |cx, call| {
            let children = inner_children(cx, call.this())?;
            crate::construct(cx, call.this().class_ref(), vec![children])
        }),
    ],
    ..BuiltinClass::new("abstract class RecursiveFilterIterator extends FilterIterator implements RecursiveIterator")
};

static PARENT: BuiltinClass = BuiltinClass {
    methods: &[
        m("public __construct(RecursiveIterator $iterator)", |cx, call| construct(cx, call, "ParentIterator")),
        m("public accept(): bool", has_children),
    ],
    ..BuiltinClass::new("class ParentIterator extends RecursiveFilterIterator")
};

fn construct_callback(cx: &mut Cx, call: &mut Call, base: &str) -> Result<Value> {
    let object = call.object_opt(0).expect("the signature says so");
    let Ok(callback) = callable::resolve(cx, call.arg(1))? else { return Ok(Value::NULL) };
    let dual = set_up(cx, call.this(), base, object)?;
    drop(dual.callback.replace(Some(callback)));
    Ok(Value::NULL)
}

static CALLBACK_FILTER: BuiltinClass = BuiltinClass {
    methods: &[
        m("public __construct(Iterator $iterator, callable $callback)", |cx, call| construct_callback(cx, call, "CallbackFilterIterator")),
        m("public accept(): bool", |cx, call| {
            let dual = dual(cx, call.this())?;
            let (Some(callback), true) = (dual.callback.borrow().clone(), dual.has_data()) else { return Ok(Value::FALSE) };
            calls::call(cx, &callback, vec![dual.current(), dual.current_key(), dual.inner_object().into()])
        }),
    ],
    ..BuiltinClass::new("class CallbackFilterIterator extends FilterIterator")
};

static RECURSIVE_CALLBACK_FILTER: BuiltinClass = BuiltinClass {
    methods: &[
        m("public __construct(RecursiveIterator $iterator, callable $callback)", |cx, call| {
            construct_callback(cx, call, "RecursiveCallbackFilterIterator")
        }),
        m("public hasChildren(): bool", has_children),
        m("public getChildren(): RecursiveCallbackFilterIterator", |cx, call| {
            let this = call.this();
            let children = inner_children(cx, this)?;
            let callback = state::<Dual>(this).callback.borrow().as_ref().map(|callback| callback.to_value());
            crate::construct(cx, this.class_ref(), vec![children, callback.unwrap_or_default()])
        }),
    ],
    ..BuiltinClass::new("class RecursiveCallbackFilterIterator extends CallbackFilterIterator implements RecursiveIterator")
};

static LIMIT: BuiltinClass = BuiltinClass {
    methods: &[
        m("public __construct(Iterator $iterator, int $offset = 0, int $limit = -1)", |cx, call| {
            let (offset, count) = (call.int_or(1, 0), call.int_or(2, -1));
            check_fresh(cx, call.this(), "LimitIterator")?;
            if offset < 0 {
                return call.value_error(cx, 1, "must be greater than or equal to 0");
            }
            if count < -1 {
                return call.value_error(cx, 2, "must be greater than or equal to -1");
            }
            construct(cx, call, "LimitIterator")?;
            let dual = state::<Dual>(call.this());
            dual.offset.set(offset);
            dual.count.set(count);
            Ok(Value::NULL)
        }),
        m("public rewind(): void", |cx, call| {
            let dual = dual(cx, call.this())?;
            dual.rewind(cx)?;
            seek(cx, dual, dual.offset.get())?;
            Ok(Value::NULL)
        }),
        m("public valid(): bool", |cx, call| {
            let dual = dual(cx, call.this())?;
            Ok((within(dual) && dual.has_data()).into())
        }),
        m("public next(): void", |cx, call| {
            let dual = dual(cx, call.this())?;
            dual.advance(cx, true)?;
            if within(dual) {
                dual.fetch(cx, true)?;
            }
            Ok(Value::NULL)
        }),
        m("public seek(int $offset): int", |cx, call| {
            let dual = dual(cx, call.this())?;
            seek(cx, dual, call.int_or(0, 0))?;
            Ok(Value::int(dual.at.get()))
        }),
        m("public getPosition(): int", |cx, call| Ok(Value::int(dual(cx, call.this())?.at.get()))),
    ],
    ..BuiltinClass::new("class LimitIterator extends IteratorIterator")
};

fn within(dual: &Dual) -> bool {
    dual.count.get() == -1 || dual.at.get() - dual.offset.get() < dual.count.get()
}

fn seek(cx: &mut Cx, dual: &Dual, wanted: i64) -> Result {
    dual.free();
    let (offset, count) = (dual.offset.get(), dual.count.get());
    if wanted < offset {
        return throw(cx, "outofboundsexception", format!("Cannot seek to {wanted} which is below the offset {offset}"));
    }
    if count != -1 && wanted - offset >= count {
        let text = format!("Cannot seek to {wanted} which is behind offset {offset} plus count {count}");
        return throw(cx, "outofboundsexception", text);
    }
    let Some(inner) = dual.inner() else { return Ok(()) };
    if wanted != dual.at.get() && inner.object.class_ref().is_subclass_of(class("seekableiterator")) {
        calls::call_method(cx, &inner.object, b"seek", vec![Value::int(wanted)])?;
        dual.at.set(wanted);
        if within(dual) && dual.valid(cx)? {
            dual.fetch(cx, false)?;
        }
        return Ok(());
    }
    if wanted < dual.at.get() {
        dual.rewind(cx)?;
    }
    while wanted > dual.at.get() && dual.valid(cx)? {
        dual.advance(cx, true)?;
    }
    if dual.valid(cx)? {
        dual.fetch(cx, true)?;
    }
    Ok(())
}

static NO_REWIND: BuiltinClass = BuiltinClass {
    methods: &[
        m("public __construct(Iterator $iterator)", |cx, call| construct(cx, call, "NoRewindIterator")),
        m("public rewind(): void", |_, _| Ok(Value::NULL)),
        m("public valid(): bool", |cx, call| Ok(dual(cx, call.this())?.valid(cx)?.into())),
        m("public key(): mixed", |cx, call| match dual(cx, call.this())?.inner() {
            Some(inner) => inner.key(cx),
            None => Ok(Value::NULL),
        }),
        m("public current(): mixed", |cx, call| match dual(cx, call.this())?.inner() {
            Some(inner) => inner.current(cx),
            None => Ok(Value::NULL),
        }),
        m("public next(): void", |cx, call| {
            if let Some(inner) = dual(cx, call.this())?.inner() {
                inner.next(cx)?;
            }
            Ok(Value::NULL)
        }),
    ],
    ..BuiltinClass::new("class NoRewindIterator extends IteratorIterator")
};

static INFINITE: BuiltinClass = BuiltinClass {
    methods: &[
        m("public __construct(Iterator $iterator)", |cx, call| construct(cx, call, "InfiniteIterator")),
        m("public next(): void", |cx, call| {
            let dual = dual(cx, call.this())?;
            dual.advance(cx, true)?;
            if !dual.valid(cx)? {
                dual.rewind(cx)?;
                if !dual.valid(cx)? {
                    return Ok(Value::NULL);
                }
            }
            dual.fetch(cx, false)?;
            Ok(Value::NULL)
        }),
    ],
    ..BuiltinClass::new("class InfiniteIterator extends IteratorIterator")
};
