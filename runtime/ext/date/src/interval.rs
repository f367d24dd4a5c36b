//! DateInterval.

use crate::object::*;
use crate::parse;
use crate::span::{self, Span};
use phpc_core::{behaviour::create, convert, diagnostics};

pub(crate) static CLASSES: Classes = &[&DATE_INTERVAL];

static DATE_INTERVAL: BuiltinClass = BuiltinClass {
    methods: &[
        m("public __construct(string $duration)", |cx, call| {
            let text = call.string(cx, 0)?;
            match span::parse_duration(&text) {
                Some(span) => {
                    set_state(call.this(), span);
                    Ok(Value::NULL)
                }
                None => Err(throw(cx, "datemalformedintervalstringexception", message!("Unknown or bad format (", &*text, ")"))),
            }
        }),
        m("public static createFromDateString(string $datetime): DateInterval", |cx, call| {
            let text = call.string(cx, 0)?;
            match from_words(&text) {
                Ok(span) => Ok(make(cx, class("dateinterval"), span)?.into()),
                Err(problem) => Err(throw(cx, "datemalformedintervalstringexception", problem)),
            }
        }),
        m("public format(string $format): string", |cx, call| {
            let format = call.string(cx, 0)?;
            Ok(Value::string(span::format(&span(cx, call.this())?, &format)))
        }),
        m("public __serialize(): array", |cx, call| {
            span(cx, call.this())?;
            let mut all = shown(call.this());
            for (key, value) in own_properties(call.this()).iter_raw() {
                all.set(key, value.to_value());
            }
            Ok(all.into())
        }),
        m("public __unserialize(array $data): void", |cx, call| {
            let data = call.array_opt(0).unwrap_or_default();
            restore(cx, call.this(), &data)?;
            crate::functions::load_members(call.this(), &data, MEMBERS);
            Ok(Value::NULL)
        }),
        m("public __wakeup(): void", |cx, call| {
            if state::<Span>(call.this()).is_none() {
                restore(cx, call.this(), &own_properties(call.this()))?;
            }
            Ok(Value::NULL)
        }),
        m("public static __set_state(array $array): DateInterval", |cx, call| {
            let object = create::instance(cx, call.class())?;
            restore(cx, &object, &call.array_opt(0).unwrap_or_default())?;
            Ok(object.into())
        }),
    ],
    handlers: Handlers {
        create: Some(|_, _| State::<Span>::empty()),
        properties: Some(|object| Some(properties(object))),
        debug_properties: Some(|_, object| Ok(listed(properties(object)))),
        read_property: Some(|_, object, name| Ok(state::<Span>(object).and_then(|span| member(&span, name)))),
        has_property: Some(|_, object, name| {
            Ok(state::<Span>(object).and_then(|span| member(&span, name)).map(|value| !value.is_null()))
        }),
        write_property: Some(write),
        compare: Some(|cx, _, _| {
            diagnostics::warning(cx, "Cannot compare DateInterval objects")?;
            Ok(Some(1))
        }),
        ..Handlers::NONE
    },
    ..BuiltinClass::new("class DateInterval")
};

const MEMBERS: &[&str] = &["y", "m", "d", "h", "i", "s", "f", "invert", "days", "from_string", "date_string"];

/// A duration in words.
pub(crate) fn from_words(text: &[u8]) -> std::result::Result<Span, Vec<u8>> {
    let parsed = parse::parse(text);
    if parsed.has_errors() {
        let first = &parsed.problems.errors[0];
        let letter = if first.letter == 0 { "\0".to_string() } else { (first.letter as char).to_string() };
        return Err(message!(
            "Unknown or bad format (", text, ") at position ", first.position.to_string(), " (", letter, "): ", first.text.as_bytes()
        ));
    }
    if parsed.year.is_some() || parsed.month.is_some() || parsed.day.is_some() || parsed.zone.is_some() {
        return Err(message!("String '", text, "' contains non-relative elements"));
    }
    Ok(Span { relative: parsed.relative, text: Some(text.to_vec()), ..Span::default() })
}

fn member(span: &Span, name: &[u8]) -> Option<Value> {
    let relative = &span.relative;
    Some(match name {
        b"y" => relative.year.into(),
        b"m" => relative.month.into(),
        b"d" => relative.day.into(),
        b"h" => relative.hour.into(),
        b"i" => relative.minute.into(),
        b"s" => relative.second.into(),
        b"f" => Value::float(relative.micros as f64 / 1e6),
        b"invert" => i64::from(span.inverted).into(),
        b"days" => span.days.map_or(Value::FALSE, Value::int),
        b"from_string" => span.text.is_some().into(),
        b"date_string" => Value::string(span.text.as_ref()?),
        _ => return None,
    })
}

fn write(cx: &mut Cx, object: &Object, name: &[u8], value: &Value) -> Result<bool> {
    let Some(mut span) = state::<Span>(object) else { return Ok(false) };
    let value = value.deref();
    let field = match name {
        b"y" => &mut span.relative.year,
        b"m" => &mut span.relative.month,
        b"d" => &mut span.relative.day,
        b"h" => &mut span.relative.hour,
        b"i" => &mut span.relative.minute,
        b"s" => &mut span.relative.second,
        b"f" => {
            span.relative.micros = (convert::to_float(cx, &value)? * 1e6).round() as i64;
            set_state(object, span);
            return Ok(true);
        }
        b"invert" => {
            span.inverted = convert::to_int(cx, &value)? != 0;
            set_state(object, span);
            return Ok(true);
        }
        // Known for differences alone.
        b"days" => return Ok(true),
        _ => return Ok(false),
    };
    *field = convert::to_int(cx, &value)?;
    set_state(object, span);
    Ok(true)
}

fn shown(object: &Object) -> Array {
    let mut all = Array::new();
    let Some(span) = state::<Span>(object) else { return all };
    let names: &[&str] = match span.text {
        Some(_) => &["from_string", "date_string"],
        None => &["y", "m", "d", "h", "i", "s", "f", "invert", "days", "from_string"],
    };
    for name in names {
        all.set_bytes(name.as_bytes(), member(&span, name.as_bytes()).unwrap_or_default());
    }
    all
}

fn properties(object: &Object) -> Array {
    let mut all = own_properties(object);
    for (key, value) in shown(object).iter_raw() {
        all.set(key, value.to_value());
    }
    all
}

fn restore(cx: &mut Cx, object: &Object, data: &Array) -> Result {
    let get = |name: &str| data.get_bytes(name.as_bytes()).map(|value| value.to_value().deref());
    if let Some(text) = get("date_string").and_then(|text| text.as_str().cloned()) {
        let Ok(span) = from_words(&text) else {
            return Err(cx.throw_error(message!("Unknown or bad format (", &*text, ") at position 0")));
        };
        set_state(object, span);
        return Ok(());
    }
    let mut span = Span::default();
    let mut number = |name: &str| -> Result<i64> { get(name).map_or(Ok(0), |value| convert::to_int(cx, &value)) };
    let relative = &mut span.relative;
    relative.year = number("y")?;
    relative.month = number("m")?;
    relative.day = number("d")?;
    relative.hour = number("h")?;
    relative.minute = number("i")?;
    relative.second = number("s")?;
    span.inverted = number("invert")? != 0;
    span.days = match get("days") {
        Some(days) if !days.is_false() && !days.is_null() => Some(convert::to_int(cx, &days)?),
        _ => None,
    };
    if let Some(fraction) = get("f") {
        span.relative.micros = (convert::to_float(cx, &fraction)? * 1e6).round() as i64;
    }
    set_state(object, span);
    Ok(())
}
