//! AppendIterator: several iterators one after the other.

use super::inner::*;
use crate::array;
use crate::support::*;

pub(crate) static CLASSES: Classes = &[&APPEND];

static APPEND: BuiltinClass = BuiltinClass {
    methods: &[
        m("public __construct()", |cx, call| {
            let dual = check_fresh(cx, call.this(), "AppendIterator")?;
            let list = crate::construct(cx, class("arrayiterator"), Vec::new())?;
            drop(dual.list.replace(list.as_object().cloned()));
            dual.ready.set(true);
            Ok(Value::NULL)
        }),
        m("public append(Iterator $iterator): void", append),
        m("public rewind(): void", |cx, call| {
            let dual = dual(cx, call.this())?;
            ask(cx, &list(dual), b"rewind")?;
            if next_iterator(cx, dual)? {
                fetch(cx, dual)?;
            }
            Ok(Value::NULL)
        }),
        m("public valid(): bool", |cx, call| Ok(dual(cx, call.this())?.has_data().into())),
        m("public current(): mixed", |cx, call| {
            let dual = dual(cx, call.this())?;
            dual.fetch(cx, true)?;
            Ok(dual.current())
        }),
        m("public next(): void", |cx, call| {
            let dual = dual(cx, call.this())?;
            if dual.valid(cx)? {
                dual.advance(cx, true)?;
            }
            fetch(cx, dual)?;
            Ok(Value::NULL)
        }),
        m("public getIteratorIndex(): ?int", |cx, call| {
            let list = list(dual(cx, call.this())?);
            ask(cx, &list, b"key")
        }),
        m("public getArrayIterator(): ArrayIterator", |cx, call| Ok(list(dual(cx, call.this())?).into())),
    ],
    ..BuiltinClass::new("class AppendIterator extends IteratorIterator")
};

fn list(dual: &Dual) -> Object {
    dual.list.borrow().clone().expect("the constructor has run")
}

/// Goes to the iterator that the list stands at.
fn next_iterator(cx: &mut Cx, dual: &Dual) -> Result<bool> {
    dual.free();
    let old = dual.inner.take();
    drop(old);
    let list = list(dual);
    if !is_valid(cx, &list)? {
        return Ok(false);
    }
    let iterator = ask(cx, &list, b"current")?;
    let Some(iterator) = iterator.as_object() else { return Ok(false) };
    drop(dual.inner.replace(Some(Inner::new(iterator.clone()))));
    dual.rewind(cx)?;
    Ok(true)
}

fn fetch(cx: &mut Cx, dual: &Dual) -> Result {
    while !dual.valid(cx)? {
        ask(cx, &list(dual), b"next")?;
        if !next_iterator(cx, dual)? {
            return Ok(());
        }
    }
    dual.fetch(cx, false).map(drop)
}

fn append(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let dual = dual(cx, call.this())?;
    let list = list(dual);
    let iterator = call.object_opt(0).expect("the signature says so");
    let moves = is_valid(cx, &list)? && !dual.valid(cx)?;
    array::append_to(cx, &list, iterator.clone().into())?;
    if moves {
        ask(cx, &list, b"next")?;
    }
    if dual.inner().is_none() || !dual.valid(cx)? {
        if !is_valid(cx, &list)? {
            ask(cx, &list, b"rewind")?;
        }
        loop {
            if !next_iterator(cx, dual)? || dual.inner_object().is_some_and(|inner| inner.ptr_eq(&iterator)) {
                break;
            }
            ask(cx, &list, b"next")?;
        }
        fetch(cx, dual)?;
    }
    Ok(Value::NULL)
}
