//! CachingIterator and RecursiveCachingIterator: one element ahead.

use super::inner::*;
use crate::support::*;
use phpc_core::primitives::place::undefined_key;

pub(crate) static CLASSES: Classes = &[&CACHING, &RECURSIVE_CACHING];

const CALL_TOSTRING: i64 = 1;
const TOSTRING_USE_KEY: i64 = 2;
const TOSTRING_USE_CURRENT: i64 = 4;
const TOSTRING_USE_INNER: i64 = 8;
const CATCH_GET_CHILD: i64 = 16;
const FULL_CACHE: i64 = 256;
const TOSTRING: i64 = CALL_TOSTRING | TOSTRING_USE_KEY | TOSTRING_USE_CURRENT | TOSTRING_USE_INNER;
/// Flags that programs see.
const PUBLIC: i64 = 0xffff;
/// There is a current element.
const VALID: i64 = 0x10000;

const ONE_ONLY: &str = "must contain only one of CachingIterator::CALL_TOSTRING, CachingIterator::TOSTRING_USE_KEY, \
                        CachingIterator::TOSTRING_USE_CURRENT, or CachingIterator::TOSTRING_USE_INNER";

static CACHING: BuiltinClass = BuiltinClass {
    constants: &[
        ("CALL_TOSTRING", int(CALL_TOSTRING)),
        ("CATCH_GET_CHILD", int(CATCH_GET_CHILD)),
        ("TOSTRING_USE_KEY", int(TOSTRING_USE_KEY)),
        ("TOSTRING_USE_CURRENT", int(TOSTRING_USE_CURRENT)),
        ("TOSTRING_USE_INNER", int(TOSTRING_USE_INNER)),
        ("FULL_CACHE", int(FULL_CACHE)),
    ],
    methods: &[
        m("public __construct(Iterator $iterator, int $flags = CachingIterator::CALL_TOSTRING)", |cx, call| construct(cx, call, "CachingIterator")),
        m("public rewind(): void", |cx, call| {
            let dual = dual(cx, call.this())?;
            dual.rewind(cx)?;
            let old = dual.cache.take();
            drop(old);
            fill(cx, call.this())
        }),
        m("public valid(): bool", |cx, call| Ok((dual(cx, call.this())?.flags.get() & VALID != 0).into())),
        m("public next(): void", |cx, call| {
            dual(cx, call.this())?;
            fill(cx, call.this())
        }),
        m("public hasNext(): bool", |cx, call| Ok(dual(cx, call.this())?.valid(cx)?.into())),
        m("public __toString(): string", to_string),
        m("public getFlags(): int", |cx, call| Ok(Value::int(dual(cx, call.this())?.flags.get()))),
        m("public setFlags(int $flags): void", set_flags),
        m("public offsetGet($key): mixed", |cx, call| {
            let (dual, key) = full(cx, call)?;
            let found = dual.cache.borrow().get(key.as_key()).map(|value| value.to_value());
            match found {
                Some(value) => Ok(value),
                None => {
                    let name = OwnedKey::Str(call.arg(0).as_str().cloned().unwrap_or_default());
                    undefined_key(cx, if call.arg(0).as_str().is_some() { name.as_key() } else { key.as_key() })
                }
            }
        }),
        m("public offsetSet($key, mixed $value): void", |cx, call| {
            let (dual, key) = full(cx, call)?;
            let old = dual.cache.borrow().get(key.as_key()).map(|value| value.to_value());
            dual.cache.borrow_mut().set(key.as_key(), call.arg(1).clone());
            drop(old);
            Ok(Value::NULL)
        }),
        m("public offsetUnset($key): void", |cx, call| {
            let (dual, key) = full(cx, call)?;
            let old = dual.cache.borrow_mut().remove(key.as_key());
            drop(old);
            Ok(Value::NULL)
        }),
        m("public offsetExists($key): bool", |cx, call| {
            let (dual, key) = full(cx, call)?;
            Ok(dual.cache.borrow().contains(key.as_key()).into())
        }),
        m("public getCache(): array", |cx, call| {
            check_full(cx, call.this())?;
            Ok(state::<Dual>(call.this()).cache.borrow().clone().into())
        }),
        m("public count(): int", |cx, call| {
            check_full(cx, call.this())?;
            Ok(state::<Dual>(call.this()).cache.borrow().len().into())
        }),
    ],
    ..BuiltinClass::new("class CachingIterator extends IteratorIterator implements ArrayAccess, Countable, Stringable")
};

static RECURSIVE_CACHING: BuiltinClass = BuiltinClass {
    methods: &[
        m("public __construct(Iterator $iterator, int $flags = RecursiveCachingIterator::CALL_TOSTRING)", |cx, call| {
            let iterator = call.object_opt(0).expect("the signature says so");
            if !iterator.class_ref().is_subclass_of(class("recursiveiterator")) {
                let given = iterator.class_ref().name;
                return call.type_error(cx, 0, &message!("must be of type RecursiveIterator, ", given, " given"));
            }
            construct(cx, call, "RecursiveCachingIterator")
        }),
        m("public hasChildren(): bool", |cx, call| Ok(dual(cx, call.this())?.children.borrow().is_some().into())),
        m("public getChildren(): ?RecursiveCachingIterator", |cx, call| {
            Ok(dual(cx, call.this())?.children.borrow().clone().unwrap_or_default())
        }),
    ],
    ..BuiltinClass::new("class RecursiveCachingIterator extends CachingIterator implements RecursiveIterator")
};

fn construct(cx: &mut Cx, call: &mut Call, base: &str) -> Result<Value> {
    let flags = call.int_or(1, CALL_TOSTRING);
    check_fresh(cx, call.this(), base)?;
    if (flags & TOSTRING).count_ones() > 1 {
        return call.value_error(cx, 1, ONE_ONLY);
    }
    let dual = set_up(cx, call.this(), base, call.object_opt(0).expect("the signature says so"))?;
    dual.flags.set(flags & PUBLIC);
    Ok(Value::NULL)
}

/// Takes the next element over and moves the inner iterator on.
fn fill(cx: &mut Cx, this: &Object) -> Result<Value> {
    let dual = state::<Dual>(this);
    let flags = dual.flags.get();
    if !dual.fetch(cx, true)? {
        dual.flags.set(flags & !VALID);
        return Ok(Value::NULL);
    }
    dual.flags.set(flags | VALID);
    if flags & FULL_CACHE != 0 {
        let key = phpc_core::primitives::key::array_key(cx, &dual.current_key(), phpc_core::primitives::key::Use::Access)?;
        let old = dual.cache.borrow().get(key.as_key()).map(|value| value.to_value());
        dual.cache.borrow_mut().set(key.as_key(), dual.current());
        drop(old);
    }
    if this.class_ref().is_subclass_of(class("recursivecachingiterator"))
        && let Err(thrown) = take_children(cx, dual)
    {
        if flags & CATCH_GET_CHILD == 0 {
            return Err(thrown);
        }
        drop(phpc_core::exceptions::take());
    }
    if flags & TOSTRING_USE_INNER != 0 {
        let text = convert::to_str(cx, &dual.inner_object().into())?;
        drop(dual.text.replace(Some(text)));
    } else if flags & CALL_TOSTRING != 0 {
        let text = convert::to_str(cx, &dual.current())?;
        drop(dual.text.replace(Some(text)));
    }
    dual.advance(cx, false)?;
    Ok(Value::NULL)
}

fn take_children(cx: &mut Cx, dual: &Dual) -> Result {
    let Some(inner) = dual.inner_object() else { return Ok(()) };
    if !convert::to_bool(&ask(cx, &inner, b"haschildren")?) {
        return Ok(());
    }
    let children = ask(cx, &inner, b"getchildren")?;
    let flags = Value::int(dual.flags.get() & PUBLIC);
    let children = crate::construct(cx, class("recursivecachingiterator"), vec![children, flags])?;
    drop(dual.children.replace(Some(children)));
    Ok(())
}

fn to_string(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let dual = dual(cx, this)?;
    let flags = dual.flags.get();
    if flags & TOSTRING == 0 {
        let text = message!(this.class_ref().name, " does not fetch string value (see CachingIterator::__construct)");
        return throw(cx, "badmethodcallexception", text);
    }
    if flags & TOSTRING_USE_KEY != 0 {
        return Ok(convert::to_str(cx, &dual.current_key())?.into());
    }
    if flags & TOSTRING_USE_CURRENT != 0 {
        return Ok(convert::to_str(cx, &dual.current())?.into());
    }
    Ok(dual.text.borrow().clone().unwrap_or_default().into())
}

fn set_flags(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let flags = call.int_or(0, 0);
    let dual = dual(cx, call.this())?;
    let old = dual.flags.get();
    if (flags & TOSTRING).count_ones() > 1 {
        return call.value_error(cx, 0, ONE_ONLY);
    }
    if old & CALL_TOSTRING != 0 && flags & CALL_TOSTRING == 0 {
        return throw(cx, "invalidargumentexception", "Unsetting flag CALL_TO_STRING is not possible");
    }
    if old & TOSTRING_USE_INNER != 0 && flags & TOSTRING_USE_INNER == 0 {
        return throw(cx, "invalidargumentexception", "Unsetting flag TOSTRING_USE_INNER is not possible");
    }
    if flags & FULL_CACHE != 0 && old & FULL_CACHE == 0 {
        let cache = dual.cache.take();
        drop(cache);
    }
    dual.flags.set(old & !PUBLIC | flags & PUBLIC);
    Ok(Value::NULL)
}

fn check_full(cx: &mut Cx, this: &Object) -> Result {
    if dual(cx, this)?.flags.get() & FULL_CACHE == 0 {
        let text = message!(this.class_ref().name, " does not use a full cache (see CachingIterator::__construct)");
        return throw(cx, "badmethodcallexception", text);
    }
    Ok(())
}

/// The state and the key that the first argument, taken as a string, means.
fn full<'a>(cx: &mut Cx, call: &Call<'a>) -> Result<(&'a Dual, OwnedKey)> {
    let key = convert::to_str(cx, call.arg(0))?;
    check_full(cx, call.this())?;
    Ok((state::<Dual>(call.this()), OwnedKey::from(key)))
}
