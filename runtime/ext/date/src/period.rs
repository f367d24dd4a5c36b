//! DatePeriod.

use crate::moment::Moment;
use crate::object::*;
use crate::span::{self, Span};
use phpc_core::behaviour::create;
use phpc_core::behaviour::walk::{self, Walk};
use phpc_core::classes::ClassRef;

pub(crate) static CLASSES: Classes = &[&DATE_PERIOD];

#[derive(Clone)]
struct Period {
    start: Moment,
    /// The class of the dates.
    class: ClassRef,
    current: Option<Moment>,
    end: Option<Moment>,
    span: Span,
    /// How many dates there are, one more where the start and where the end is left out.
    recurrences: i64,
    include_start: bool,
    include_end: bool,
}

static DATE_PERIOD: BuiltinClass = BuiltinClass {
    constants: &[("EXCLUDE_START_DATE", BuiltinConst::Int(1)), ("INCLUDE_END_DATE", BuiltinConst::Int(2))],
    methods: &[
        m("public static createFromISO8601String(string $specification, int $options = 0): static", |cx, call| {
            let text = call.string(cx, 0)?;
            let period = from_iso(cx, &text, call.int_or(1, 0))?;
            Ok(make(cx, call.class(), period)?.into())
        }),
        m("public __construct($start, $interval = UNKNOWN, $end = UNKNOWN, $options = UNKNOWN)", construct),
        m("public getStartDate(): DateTimeInterface", |cx, call| {
            let period = of::<Period>(cx, call.this())?;
            Ok(make(cx, period.class, period.start)?.into())
        }),
        m("public getEndDate(): ?DateTimeInterface", |cx, call| {
            let period = of::<Period>(cx, call.this())?;
            match period.end {
                Some(end) => Ok(make(cx, period.class, end)?.into()),
                None => Ok(Value::NULL),
            }
        }),
        m("public getDateInterval(): DateInterval", |cx, call| {
            let period = of::<Period>(cx, call.this())?;
            Ok(make(cx, class("dateinterval"), period.span)?.into())
        }),
        m("public getRecurrences(): ?int", |cx, call| {
            let period = of::<Period>(cx, call.this())?;
            let count = period.recurrences - i64::from(period.include_start) - i64::from(period.include_end);
            Ok(if count == 0 { Value::NULL } else { count.into() })
        }),
        m("public __serialize(): array", |cx, call| {
            of::<Period>(cx, call.this())?;
            Ok(properties(call.this()).into())
        }),
        m("public __unserialize(array $data): void", |cx, call| restore(cx, call.this(), &call.array_opt(0).unwrap_or_default()).map(|()| Value::NULL)),
        m("public __wakeup(): void", |_, _| Ok(Value::NULL)),
        m("public static __set_state(array $array): DatePeriod", |cx, call| {
            let object = create::instance(cx, call.class())?;
            restore(cx, &object, &call.array_opt(0).unwrap_or_default())?;
            Ok(object.into())
        }),
        m("public getIterator(): Iterator", |cx, call| {
            let walk = Box::new(Dates { object: call.this().clone(), index: 0 });
            Ok(walk::iterator(cx, walk)?.into())
        }),
    ],
    handlers: Handlers {
        create: Some(|_, _| State::<Period>::empty()),
        properties: Some(|object| Some(properties(object))),
        debug_properties: Some(|_, object| Ok(listed(properties(object)))),
        read_property: Some(|cx, object, name| match state::<Period>(object) {
            Some(period) => member(cx, &period, name),
            None => Ok(None),
        }),
        has_property: Some(|cx, object, name| match state::<Period>(object) {
            Some(period) => Ok(member(cx, &period, name)?.map(|value| !value.is_null())),
            None => Ok(None),
        }),
        write_property: Some(|cx, _, name, _| match MEMBERS.iter().any(|member| member.as_bytes() == name) {
            true => Err(cx.throw_error(message!("Cannot modify readonly property DatePeriod::$", name))),
            false => Ok(false),
        }),
        walk: Some(|_, object| Ok(Some(Box::new(Dates { object: object.clone(), index: 0 })))),
        ..Handlers::NONE
    },
    ..BuiltinClass::new("class DatePeriod implements IteratorAggregate")
};

const MEMBERS: &[&str] = &["start", "current", "end", "interval", "recurrences", "include_start_date", "include_end_date"];

struct Dates {
    object: Object,
    index: i64,
}

impl Dates {
    fn with<R>(&self, cx: &mut Cx, f: impl FnOnce(&mut Period) -> R) -> Result<R> {
        let mut period = of::<Period>(cx, &self.object)?;
        let result = f(&mut period);
        set_state(&self.object, period);
        Ok(result)
    }
}

fn advance(period: &mut Period) {
    let next = period.current.as_ref().map(|current| span::add(current, &period.span, 1));
    period.current = next;
}

impl Walk for Dates {
    fn rewind(&mut self, cx: &mut Cx) -> Result {
        self.index = 0;
        self.with(cx, |period| {
            period.current = Some(period.start.clone());
            if !period.include_start {
                advance(period);
            }
        })
    }
    fn valid(&mut self, cx: &mut Cx) -> Result<bool> {
        let index = self.index;
        self.with(cx, |period| match (&period.end, &period.current) {
            (Some(end), Some(current)) => {
                let (at, end) = ((current.seconds, current.micros), (end.seconds, end.micros));
                at < end || (period.include_end && at == end)
            }
            _ => index < period.recurrences,
        })
    }
    fn current(&mut self, cx: &mut Cx) -> Result<Value> {
        let (class, current) = self.with(cx, |period| (period.class, period.current.clone()))?;
        match current {
            Some(current) => Ok(make(cx, class, current)?.into()),
            None => Ok(Value::NULL),
        }
    }
    fn key(&mut self, _: &mut Cx) -> Result<Value> {
        Ok(self.index.into())
    }
    fn next(&mut self, cx: &mut Cx) -> Result {
        self.index += 1;
        self.with(cx, advance)
    }
    fn subject(&self) -> &Object {
        &self.object
    }
}

fn member(cx: &mut Cx, period: &Period, name: &[u8]) -> Result<Option<Value>> {
    let mut date = |moment: &Option<Moment>| -> Result<Value> {
        match moment {
            Some(moment) => Ok(make(cx, period.class, moment.clone())?.into()),
            None => Ok(Value::NULL),
        }
    };
    Ok(Some(match name {
        b"start" => date(&Some(period.start.clone()))?,
        b"current" => date(&period.current)?,
        b"end" => date(&period.end)?,
        b"interval" => make(cx, class("dateinterval"), period.span.clone())?.into(),
        b"recurrences" => period.recurrences.into(),
        b"include_start_date" => period.include_start.into(),
        b"include_end_date" => period.include_end.into(),
        _ => return Ok(None),
    }))
}

fn properties(object: &Object) -> Array {
    let mut all = own_properties(object);
    let mut cx = Cx::enter();
    let Some(period) = state::<Period>(object) else { return all };
    for name in MEMBERS {
        if let Ok(Some(value)) = member(&mut cx, &period, name.as_bytes()) {
            all.set_bytes(name.as_bytes(), value);
        }
    }
    all
}

fn malformed(cx: &mut Cx, text: &[u8]) -> phpc_core::Thrown {
    throw(cx, "datemalformedperiodstringexception", text)
}

fn construct(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let start = call.arg(0).deref();
    if let Some(text) = start.as_str() {
        let text = text.clone();
        phpc_core::diagnostics::deprecated(
            cx,
            "Calling DatePeriod::__construct(string $isostr, int $options = 0) is deprecated, use DatePeriod::createFromISO8601String() instead",
        )?;
        let options = call.arg(1).deref().as_int().unwrap_or(0);
        let period = from_iso(cx, &text, options)?;
        set_state(call.this(), period);
        return Ok(Value::NULL);
    }
    let interval = call.arg(1).deref();
    let end = call.arg(2).deref();
    let (Some(first), Some(interval)) = (start.as_object(), interval.as_object()) else { return wrong_arguments(cx) };
    let is = |object: &Object, name: &'static str| object.class_ref().is_subclass_of(class(name));
    if !is(first, "datetimeinterface") || !is(interval, "dateinterval") || (end.as_object().is_none() && end.as_int().is_none()) {
        return wrong_arguments(cx);
    }
    let options = call.arg(3).deref().as_int().unwrap_or(0);
    let (end, recurrences) = match end.as_object() {
        Some(end) if is(end, "datetimeinterface") => (Some(moment(cx, end)?), 0),
        Some(_) => return wrong_arguments(cx),
        None => (None, end.as_int().unwrap_or(0)),
    };
    let (begin, step) = (moment(cx, first)?, span(cx, interval)?);
    let period = build(cx, begin, first.class_ref(), step, end, recurrences, options)?;
    set_state(call.this(), period);
    Ok(Value::NULL)
}

#[cold]
fn wrong_arguments(cx: &mut Cx) -> Result<Value> {
    Err(cx.throw_type_error(
        "DatePeriod::__construct() accepts (DateTimeInterface, DateInterval, int [, int]), or (DateTimeInterface, DateInterval, DateTime [, int]), or (string [, int]) as arguments",
    ))
}

fn build(cx: &mut Cx, start: Moment, class: ClassRef, span: Span, end: Option<Moment>, recurrences: i64, options: i64) -> Result<Period> {
    let (include_start, include_end) = (options & 1 == 0, options & 2 != 0);
    if end.is_none() && !(1..i32::MAX as i64 - 8).contains(&recurrences) {
        let name = phpc_core::extension::current_name();
        let text = message!(name, "(): Recurrence count must be greater or equal to 1 and lower than 2147483640");
        return Err(malformed(cx, &text));
    }
    let recurrences = recurrences + i64::from(include_start) + i64::from(include_end);
    Ok(Period { start, class, current: None, end, span, recurrences, include_start, include_end })
}

/// `R4/2012-07-01T00:00:00Z/P7D`, optionally with an end.
fn from_iso(cx: &mut Cx, text: &[u8], options: i64) -> Result<Period> {
    let bad = |cx: &mut Cx| malformed(cx, &message!("Unknown or bad format (", text, ")"));
    let mut recurrences = None;
    let (mut start, mut end, mut span) = (None, None, None);
    for part in text.split(|byte| *byte == b'/') {
        match part.first() {
            Some(b'R') => recurrences = std::str::from_utf8(&part[1..]).ok().and_then(|number| number.parse().ok()),
            Some(b'P') => span = span::parse_duration(part),
            Some(byte) if byte.is_ascii_digit() => {
                let parsed = crate::parse::parse(part);
                if parsed.has_errors() {
                    return Err(bad(cx));
                }
                let moment = parsed.resolve(&Moment::now(crate::zone::TimeZone::utc()));
                if start.is_none() { start = Some(moment) } else { end = Some(moment) }
            }
            _ => return Err(bad(cx)),
        }
    }
    if start.is_none() && span.is_none() && recurrences.is_none() {
        return Err(bad(cx));
    }
    let name = phpc_core::extension::current_name();
    let missing = |what: &str| message!(name, "(): ISO interval must contain ", what);
    let Some(start) = start else { return Err(malformed(cx, &missing("a start date"))) };
    let Some(span) = span else { return Err(malformed(cx, &missing("an interval"))) };
    if end.is_none() && recurrences.is_none() {
        return Err(malformed(cx, &missing("an end date or a recurrence count")));
    }
    build(cx, start, class("datetime"), span, end, recurrences.unwrap_or(0), options)
}

fn restore(cx: &mut Cx, object: &Object, data: &Array) -> Result {
    let get = |name: &str| data.get_bytes(name.as_bytes()).map(|value| value.to_value().deref()).unwrap_or_default();
    let start = get("start");
    let interval = get("interval");
    let found = (|| {
        let first = start.as_object()?;
        Some(Period {
            start: state::<Moment>(first)?,
            class: first.class_ref(),
            current: get("current").as_object().and_then(state::<Moment>),
            end: get("end").as_object().and_then(state::<Moment>),
            span: state::<Span>(interval.as_object()?)?,
            recurrences: get("recurrences").as_int()?,
            include_start: get("include_start_date").as_bool()?,
            include_end: get("include_end_date").as_bool()?,
        })
    })();
    match found {
        Some(period) => {
            set_state(object, period);
            Ok(())
        }
        None => Err(cx.throw_error("Invalid serialization data for DatePeriod object")),
    }
}
