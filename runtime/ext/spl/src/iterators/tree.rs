//! RecursiveTreeIterator: a tree drawn with characters.

use super::inner::from_aggregate;
use super::recursive::*;
use crate::support::*;

pub(crate) static CLASSES: Classes = &[&TREE];

const BYPASS_CURRENT: i64 = 4;
const BYPASS_KEY: i64 = 8;
const CATCH_GET_CHILD: i64 = 16;
const SELF_FIRST: i64 = 1;

static TREE: BuiltinClass = BuiltinClass {
    constants: &[
        ("BYPASS_CURRENT", int(BYPASS_CURRENT)),
        ("BYPASS_KEY", int(BYPASS_KEY)),
        ("PREFIX_LEFT", int(0)),
        ("PREFIX_MID_HAS_NEXT", int(1)),
        ("PREFIX_MID_LAST", int(2)),
        ("PREFIX_END_HAS_NEXT", int(3)),
        ("PREFIX_END_LAST", int(4)),
        ("PREFIX_RIGHT", int(5)),
    ],
    methods: &[
        m(
            "public __construct($iterator, int $flags = RecursiveTreeIterator::BYPASS_KEY, \
             int $cachingIteratorFlags = CachingIterator::CATCH_GET_CHILD, int $mode = RecursiveTreeIterator::SELF_FIRST)",
            construct,
        ),
        m("public key(): mixed", |cx, call| {
            let this = call.this();
            let key = sub_iterator(cx, this)?.key(cx)?;
            if state::<Levels>(this).flags.get() & BYPASS_KEY != 0 {
                return Ok(key);
            }
            let key = convert::to_str(cx, &key)?;
            decorated(cx, this, &key)
        }),
        m("public current(): mixed", |cx, call| {
            let this = call.this();
            let inner = sub_iterator(cx, this)?;
            if state::<Levels>(this).flags.get() & BYPASS_CURRENT != 0 {
                return inner.current(cx);
            }
            let entry = entry(cx, this)?;
            decorated(cx, this, &entry)
        }),
        m("public getPrefix(): string", |cx, call| {
            sub_iterator(cx, call.this())?;
            Ok(Str::from(prefix(cx, call.this())?).into())
        }),
        m("public setPostfix(string $postfix): void", |cx, call| {
            let postfix = call.string(cx, 0)?;
            drop(state::<Levels>(call.this()).postfix.replace(postfix));
            Ok(Value::NULL)
        }),
        m("public setPrefixPart(int $part, string $value): void", |cx, call| {
            let part = call.int_or(0, 0);
            if !(0..=5).contains(&part) {
                return call.value_error(cx, 0, "must be a RecursiveTreeIterator::PREFIX_* constant");
            }
            let value = call.string(cx, 1)?;
            state::<Levels>(call.this()).prefix.borrow_mut()[part as usize] = value;
            Ok(Value::NULL)
        }),
        m("public getEntry(): string", |cx, call| Ok(entry(cx, call.this())?.into())),
        m("public getPostfix(): string", |cx, call| {
            sub_iterator(cx, call.this())?;
            Ok(state::<Levels>(call.this()).postfix.borrow().clone().into())
        }),
    ],
    ..BuiltinClass::new("class RecursiveTreeIterator extends RecursiveIteratorIterator")
};

fn construct(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let iterator = object_argument(cx, call, 0)?;
    let iterator = from_aggregate(cx, &iterator)?;
    let caching = Value::int(call.int_or(2, CATCH_GET_CHILD));
    let caching = crate::construct(cx, class("recursivecachingiterator"), vec![iterator.into(), caching])?;
    let caching = caching.as_object().cloned().expect("just made");
    set_up_levels(cx, call.this(), caching, call.int_or(3, SELF_FIRST), call.int_or(1, BYPASS_KEY))
}

fn prefix(cx: &mut Cx, this: &Object) -> Result<Vec<u8>> {
    let levels = state::<Levels>(this);
    let parts = levels.prefix.borrow().clone();
    let all = levels.all();
    let mut text = parts[0].to_vec();
    for (number, iterator) in all.iter().enumerate() {
        let more = ask(cx, iterator, b"hasnext")?.is_true();
        let part = if number + 1 < all.len() { 1 } else { 3 } + usize::from(!more);
        text.extend_from_slice(&parts[part]);
    }
    text.extend_from_slice(&parts[5]);
    Ok(text)
}

fn entry(cx: &mut Cx, this: &Object) -> Result<Str> {
    let data = sub_iterator(cx, this)?.current(cx)?;
    match data.as_array() {
        Some(_) => Ok("Array".into()),
        None => convert::to_str(cx, &data),
    }
}

fn decorated(cx: &mut Cx, this: &Object, text: &[u8]) -> Result<Value> {
    let prefix = prefix(cx, this)?;
    let postfix = state::<Levels>(this).postfix.borrow().clone();
    Ok(Str::concat(&[&prefix, text, &postfix]).into())
}
