//! RegexIterator and RecursiveRegexIterator.

use super::inner::*;
use super::outer::{has_children, inner_children};
use crate::support::*;

pub(crate) static CLASSES: Classes = &[&REGEX, &RECURSIVE_REGEX];

const USE_KEY: i64 = 1;
const INVERT_MATCH: i64 = 2;
const MATCH: i64 = 0;
const GET_MATCH: i64 = 1;
const ALL_MATCHES: i64 = 2;
const SPLIT: i64 = 3;
const REPLACE: i64 = 4;
const MODES: &str = "must be RegexIterator::MATCH, RegexIterator::GET_MATCH, RegexIterator::ALL_MATCHES, RegexIterator::SPLIT, \
                     or RegexIterator::REPLACE";

static REGEX: BuiltinClass = BuiltinClass {
    constants: &[
        ("USE_KEY", int(USE_KEY)),
        ("INVERT_MATCH", int(INVERT_MATCH)),
        ("MATCH", int(MATCH)),
        ("GET_MATCH", int(GET_MATCH)),
        ("ALL_MATCHES", int(ALL_MATCHES)),
        ("SPLIT", int(SPLIT)),
        ("REPLACE", int(REPLACE)),
    ],
    properties: &["public ?string $replacement = null"],
    methods: &[
        m(
            "public __construct(Iterator $iterator, string $pattern, int $mode = RegexIterator::MATCH, int $flags = 0, int $pregFlags = 0)",
            |cx, call| construct(cx, call, "RegexIterator"),
        ),
        m("public accept(): bool", accept),
        m("public getMode(): int", |cx, call| Ok(Value::int(dual(cx, call.this())?.mode.get()))),
        m("public setMode(int $mode): void", |cx, call| {
            let mode = call.int_or(0, 0);
            if !(0..=REPLACE).contains(&mode) {
                return call.value_error(cx, 0, MODES);
            }
            dual(cx, call.this())?.mode.set(mode);
            Ok(Value::NULL)
        }),
        m("public getFlags(): int", |cx, call| Ok(Value::int(dual(cx, call.this())?.flags.get()))),
        m("public setFlags(int $flags): void", |cx, call| {
            dual(cx, call.this())?.flags.set(call.int_or(0, 0));
            Ok(Value::NULL)
        }),
        m("public getRegex(): string", |cx, call| Ok(pattern(dual(cx, call.this())?))),
        m("public getPregFlags(): int", |cx, call| Ok(Value::int(dual(cx, call.this())?.preg_flags.get()))),
        m("public setPregFlags(int $pregFlags): void", |cx, call| {
            dual(cx, call.this())?.preg_flags.set(call.int_or(0, 0));
            Ok(Value::NULL)
        }),
    ],
    ..BuiltinClass::new("class RegexIterator extends FilterIterator")
};

static RECURSIVE_REGEX: BuiltinClass = BuiltinClass {
    methods: &[
        m(
            "public __construct(RecursiveIterator $iterator, string $pattern, int $mode = RecursiveRegexIterator::MATCH, int $flags = 0, \
             int $pregFlags = 0)",
            |cx, call| construct(cx, call, "RecursiveRegexIterator"),
        ),
        m("public accept(): bool", |cx, call| {
            let dual = dual(cx, call.this())?;
            if !dual.has_data() {
                return Ok(Value::FALSE);
            }
            match dual.current().as_array() {
                Some(array) => Ok((!array.is_empty()).into()),
                None => accept(cx, call),
            }
        }),
        m("public hasChildren(): bool", has_children),
        m("public getChildren(): RecursiveRegexIterator", |cx, call| {
            let children = inner_children(cx, call.this())?;
            let dual = state::<Dual>(call.this());
            let (mode, flags, preg_flags) = (dual.mode.get(), dual.flags.get(), dual.preg_flags.get());
            let args = vec![children, pattern(dual), Value::int(mode), Value::int(flags), Value::int(preg_flags)];
            crate::construct(cx, call.this().class_ref(), args)
        }),
    ],
    ..BuiltinClass::new("class RecursiveRegexIterator extends RegexIterator implements RecursiveIterator")
};

/// The pattern lies where the other iterators have their cache.
fn pattern(dual: &Dual) -> Value {
    dual.cache.borrow().get_int(0).map(|pattern| pattern.to_value()).unwrap_or_default()
}

fn construct(cx: &mut Cx, call: &mut Call, base: &str) -> Result<Value> {
    let this = call.this();
    check_fresh(cx, this, base)?;
    let mode = call.int_or(2, MATCH);
    if !(0..=REPLACE).contains(&mode) {
        return call.value_error(cx, 2, MODES);
    }
    let regex = call.string(cx, 1)?;
    let saved = phpc_core::diagnostics::silence_begin();
    let tried = call_function(cx, "preg_match", vec![regex.clone().into(), Str::empty().into()]);
    phpc_core::diagnostics::silence_end(saved);
    if tried?.is_false() && call_function(cx, "preg_last_error", Vec::new())?.as_int() == Some(1) {
        let text = phpc_core::diagnostics::last_error().map_or(Str::empty(), |report| report.message);
        let text = text.strip_prefix(b"preg_match(): ").unwrap_or(&text).to_vec();
        return throw(cx, "invalidargumentexception", message!(call.func.full_name(), "(): ", text));
    }
    let dual = set_up(cx, this, base, call.object_opt(0).expect("the signature says so"))?;
    dual.cache.borrow_mut().push(regex.into());
    dual.mode.set(mode);
    dual.flags.set(call.int_or(3, 0));
    dual.preg_flags.set(call.int_or(4, 0));
    Ok(Value::NULL)
}

fn accept(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let dual = dual(cx, this)?;
    if !dual.has_data() {
        return Ok(Value::FALSE);
    }
    let flags = dual.flags.get();
    let subject = if flags & USE_KEY != 0 {
        convert::to_str(cx, &dual.current_key())?
    } else {
        let data = dual.current();
        if data.as_array().is_some() {
            return Ok(Value::FALSE);
        }
        convert::to_str(cx, &data)?
    };
    let (regex, subject) = (pattern(dual), Value::from(subject));
    let preg_flags = Value::int(dual.preg_flags.get());
    let accepted = match dual.mode.get() {
        MATCH => call_function(cx, "preg_match", vec![regex, subject])?.as_int() == Some(1),
        mode @ (GET_MATCH | ALL_MATCHES) => {
            let found = Reference::new(Value::NULL);
            let function = if mode == GET_MATCH { "preg_match" } else { "preg_match_all" };
            let count = call_function(cx, function, vec![regex, subject, found.clone().into(), preg_flags])?;
            drop(dual.data.replace(Some(found.get())));
            count.as_int().is_some_and(|count| count > 0)
        }
        SPLIT => {
            let parts = call_function(cx, "preg_split", vec![regex, subject, Value::int(-1), preg_flags])?;
            let count = parts.as_array().map_or(0, |parts| parts.len());
            drop(dual.data.replace(Some(parts)));
            count > 1
        }
        _ => {
            let replacement = convert::to_str(cx, &this.slot(replacement_slot(this)).into_plain())?;
            let count = Reference::new(Value::NULL);
            let args = vec![regex, replacement.into(), subject, Value::int(-1), count.clone().into()];
            let result = call_function(cx, "preg_replace", args)?;
            if result.is_null() {
                return Ok(Value::FALSE);
            }
            let place = if flags & USE_KEY != 0 { &dual.key } else { &dual.data };
            drop(place.replace(Some(result)));
            count.get().as_int().is_some_and(|count| count > 0)
        }
    };
    Ok((accepted != (flags & INVERT_MATCH != 0)).into())
}

fn replacement_slot(this: &Object) -> usize {
    this.class_ref().properties.get(b"replacement".as_slice()).map_or(0, |property| property.slot.get() as usize)
}
