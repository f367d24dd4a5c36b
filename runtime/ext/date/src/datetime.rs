//! DateTimeInterface, DateTime, DateTimeImmutable.

use crate::calendar::{from_days, iso_day};
use crate::moment::Moment;
use crate::object::*;
use crate::parse::{self, Parsed, Problems};
use crate::span::{self, Span};
use crate::zone::{TimeZone, default_zone};
use phpc_core::global::Global;
use phpc_core::{behaviour::create, convert};

pub(crate) static CLASSES: Classes = &[&DATE_TIME_INTERFACE, &DATE_TIME, &DATE_TIME_IMMUTABLE];

static DATE_TIME_INTERFACE: BuiltinClass = BuiltinClass {
    constants: crate::functions::FORMATS,
    methods: &[
        m("abstract public format(string $format): string", abstract_method),
        m("abstract public getTimezone(): DateTimeZone|false", abstract_method),
        m("abstract public getOffset(): int", abstract_method),
        m("abstract public getTimestamp(): int", abstract_method),
        m("abstract public getMicrosecond(): int", abstract_method),
        m("abstract public diff(DateTimeInterface $targetObject, bool $absolute = false): DateInterval", abstract_method),
        m("abstract public __wakeup(): void", abstract_method),
        m("abstract public __serialize(): array", abstract_method),
        m("abstract public __unserialize(array $data): void", abstract_method),
    ],
    handlers: Handlers {
        implement: Some(|_, class| {
            let mut up = Some(class);
            while let Some(class) = up {
                if class.is_builtin() {
                    return Ok(());
                }
                up = class.parent();
            }
            Err("DateTimeInterface can't be implemented by user classes".to_string())
        }),
        ..Handlers::NONE
    },
    ..BuiltinClass::new("interface DateTimeInterface")
};

fn abstract_method(_: &mut Cx, call: &mut Call) -> Result<Value> {
    unreachable!("abstract method {:?} called", call.func)
}

const HANDLERS: Handlers = Handlers {
    create: Some(|_, _| State::<Moment>::empty()),
    properties: Some(|object| Some(properties(object))),
    debug_properties: Some(|_, object| Ok(listed(properties(object)))),
    compare: Some(|_, a, b| {
        let order = match (state::<Moment>(a), state::<Moment>(b)) {
            (Some(a), Some(b)) => Some((a.seconds, a.micros).cmp(&(b.seconds, b.micros)) as i64),
            _ => None,
        };
        Ok(order)
    }),
    ..Handlers::NONE
};

macro_rules! both {
    ($own:literal) => {
        &[
            m("public __construct(string $datetime = \"now\", ?DateTimeZone $timezone = null)", construct),
            m("public __serialize(): array", |cx, call| {
                moment(cx, call.this())?;
                Ok(properties(call.this()).into())
            }),
            m("public __unserialize(array $data): void", unserialize),
            m("public __wakeup(): void", wakeup),
            m(concat!("public static __set_state(array $array): ", $own), set_state_array),
            m(concat!("public static createFromFormat(string $format, string $datetime, ?DateTimeZone $timezone = null): ", $own, "|false"), create_from_format),
            m("public static createFromTimestamp(int|float $timestamp): static", create_from_timestamp),
            m("public static getLastErrors(): array|false", |_, _| Ok(last_errors())),
            m("public format(string $format): string", |cx, call| {
                let format = call.string(cx, 0)?;
                Ok(Value::string(crate::format::format(&moment(cx, call.this())?, &format)))
            }),
            m("public getTimezone(): DateTimeZone|false", |cx, call| get_timezone(cx, call.this())),
            m("public getOffset(): int", |cx, call| Ok(moment(cx, call.this())?.offset().into())),
            m("public getTimestamp(): int", |cx, call| Ok(moment(cx, call.this())?.seconds.into())),
            m("public getMicrosecond(): int", |cx, call| Ok(moment(cx, call.this())?.micros.into())),
            m("public diff(DateTimeInterface $targetObject, bool $absolute = false): DateInterval", |cx, call| {
                let other = call.object_opt(0).expect("checked by the signature");
                diff(cx, call.this(), &other, call.bool_or(1, false))
            }),
            m(concat!("public modify(string $modifier): ", $own), |cx, call| {
                let text = call.string(cx, 0)?;
                let object = changeable(cx, call.this())?;
                let name = call.func.full_name();
                match modify(cx, &object, &text)? {
                    Ok(()) => Ok(object.into()),
                    Err(problem) => Err(throw(cx, "datemalformedstringexception", message!(name, "(): ", problem))),
                }
            }),
            m(concat!("public add(DateInterval $interval): ", $own), |cx, call| {
                let interval = call.object_opt(0).expect("checked by the signature");
                change(cx, call, |cx, moment| add_interval(cx, moment, &interval, 1))
            }),
            m(concat!("public sub(DateInterval $interval): ", $own), |cx, call| {
                let interval = call.object_opt(0).expect("checked by the signature");
                change(cx, call, |cx, moment| add_interval(cx, moment, &interval, -1))
            }),
            m(concat!("public setTimezone(DateTimeZone $timezone): ", $own), |cx, call| {
                let timezone = call.object_opt(0).expect("checked by the signature");
                change(cx, call, |cx, moment| {
                    moment.zone = zone(cx, &timezone)?;
                    Ok(())
                })
            }),
            m(concat!("public setTime(int $hour, int $minute, int $second = 0, int $microsecond = 0): ", $own), |cx, call| {
                let [hour, minute, second, micros] = [0, 1, 2, 3].map(|at| call.int_or(at, 0));
                change(cx, call, |_, moment| {
                    set_time(moment, hour, minute, second, micros);
                    Ok(())
                })
            }),
            m(concat!("public setDate(int $year, int $month, int $day): ", $own), |cx, call| {
                let [year, month, day] = [0, 1, 2].map(|at| call.int_or(at, 0));
                change(cx, call, |_, moment| {
                    set_date(moment, year, month, day);
                    Ok(())
                })
            }),
            m(concat!("public setISODate(int $year, int $week, int $dayOfWeek = 1): ", $own), |cx, call| {
                let (year, week, day) = (call.int_or(0, 0), call.int_or(1, 0), call.int_or(2, 1));
                change(cx, call, |_, moment| {
                    set_iso_date(moment, year, week, day);
                    Ok(())
                })
            }),
            m(concat!("public setTimestamp(int $timestamp): ", $own), |cx, call| {
                let seconds = call.int_or(0, 0);
                change(cx, call, |_, moment| {
                    (moment.seconds, moment.micros) = (seconds, 0);
                    Ok(())
                })
            }),
            m("public setMicrosecond(int $microsecond): static", |cx, call| {
                let micros = call.int_or(0, 0);
                if !(0..=999_999).contains(&micros) {
                    let text = message!(
                        call.func.full_name(), "(): Argument #1 ($microsecond) must be between 0 and 999999, ", micros.to_string(), " given"
                    );
                    return Err(throw(cx, "daterangeerror", text));
                }
                change(cx, call, |_, moment| {
                    moment.micros = micros;
                    Ok(())
                })
            }),
            m(concat!("public static createFromInterface(DateTimeInterface $object): ", $own), convert_object),
            match $own.as_bytes().len() {
                8 => m("public static createFromImmutable(DateTimeImmutable $object): static", convert_object),
                _ => m("public static createFromMutable(DateTime $object): static", convert_object),
            },
        ]
    };
}

static DATE_TIME: BuiltinClass =
    BuiltinClass { methods: both!("DateTime"), handlers: HANDLERS, ..BuiltinClass::new("class DateTime implements DateTimeInterface") };
static DATE_TIME_IMMUTABLE: BuiltinClass = BuiltinClass {
    methods: both!("DateTimeImmutable"),
    handlers: HANDLERS,
    ..BuiltinClass::new("class DateTimeImmutable implements DateTimeInterface")
};

/// Own properties, then what a dump tells of the moment.
fn properties(object: &Object) -> Array {
    let mut all = own_properties(object);
    if let Some(moment) = state::<Moment>(object) {
        all.set_bytes(b"date", Value::string(crate::format::format(&moment, b"x-m-d H:i:s.u")));
        all.set_bytes(b"timezone_type", moment.zone.kind());
        all.set_bytes(b"timezone", Value::string(moment.zone.name()));
    }
    all
}

static LAST: Global<Option<Problems>> = Global::new(None);

pub(crate) fn note_problems(problems: &Problems) {
    let any = !problems.errors.is_empty() || !problems.warnings.is_empty();
    LAST.set(any.then(|| problems.clone()));
}
pub(crate) fn last_errors() -> Value {
    match LAST.with(|last| last.clone()) {
        Some(problems) => {
            let mut result = Array::new();
            crate::functions::list_problems(&mut result, &problems);
            result.into()
        }
        None => Value::FALSE,
    }
}

/// The first error as exceptions word it.
pub(crate) fn complaint(text: &[u8], parsed: &Parsed) -> Vec<u8> {
    let first = &parsed.problems.errors[0];
    let letter = if first.letter == 0 { "\0".to_string() } else { (first.letter as char).to_string() };
    message!(
        "Failed to parse time string (", text, ") at position ", first.position.to_string(), " (", letter, "): ", first.text.as_bytes()
    )
}

/// Where a text does not say one.
fn zone_or_default(cx: &mut Cx, timezone: Option<&Object>) -> Result<TimeZone> {
    match timezone {
        Some(object) => zone(cx, object),
        None => Ok(TimeZone::Named(default_zone())),
    }
}

/// The moment that a text names; None with the problems noted.
pub(crate) fn from_text(cx: &mut Cx, text: &[u8], timezone: Option<&Object>) -> Result<std::result::Result<Moment, Parsed>> {
    let zone = zone_or_default(cx, timezone)?;
    let text = if text.is_empty() { b"now" } else { text };
    let parsed = parse::parse(text);
    note_problems(&parsed.problems);
    if parsed.has_errors() {
        return Ok(Err(parsed));
    }
    Ok(Ok(parsed.resolve(&Moment::now(zone))))
}

pub(crate) fn from_format(cx: &mut Cx, format: &[u8], text: &[u8], timezone: Option<&Object>) -> Result<Option<Moment>> {
    let zone = zone_or_default(cx, timezone)?;
    let parsed = parse::exact::parse(format, text);
    note_problems(&parsed.problems);
    if parsed.has_errors() {
        return Ok(None);
    }
    Ok(Some(parsed.resolve_exact(&Moment::now(zone))))
}

impl Parsed {
    /// A given format leaves the time of day to the current one.
    fn resolve_exact(&self, now: &Moment) -> Moment {
        Parsed { has_date: false, ..self.clone() }.resolve(now)
    }
}

fn construct(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let text = call.str_opt(0).unwrap_or_else(|| Str::from("now"));
    let timezone = call.object_opt(1);
    match from_text(cx, &text, timezone.as_ref())? {
        Ok(moment) => {
            set_state(call.this(), moment);
            Ok(Value::NULL)
        }
        Err(parsed) => Err(throw(cx, "datemalformedstringexception", complaint(&text, &parsed))),
    }
}

fn create_from_format(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let (format, text, timezone) = (call.string(cx, 0)?, call.string(cx, 1)?, call.object_opt(2));
    match from_format(cx, &format, &text, timezone.as_ref())? {
        Some(moment) => Ok(make(cx, call.class(), moment)?.into()),
        None => Ok(Value::FALSE),
    }
}

fn create_from_timestamp(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let (seconds, micros) = match call.arg(0).as_int() {
        Some(seconds) => (seconds, 0),
        None => {
            let time = call.float_or(0, 0.0);
            let whole = time.floor();
            if !(-9.2233720368547758e18..9.2233720368547758e18).contains(&whole) {
                let shown = convert::float_to_str(time);
                let text = message!(
                    call.func.full_name(), "(): Argument #1 ($timestamp) must be a finite number between ", i64::MIN.to_string(), " and ",
                    i64::MAX.to_string(), ".999999, ", &*shown, " given"
                );
                return Err(throw(cx, "daterangeerror", text));
            }
            (whole as i64, ((time - whole) * 1e6).round() as i64)
        }
    };
    let mut moment = Moment { seconds, micros, zone: TimeZone::Offset(0) };
    moment.carry_micros();
    Ok(make(cx, call.class(), moment)?.into())
}

fn convert_object(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let other = call.object_opt(0).expect("checked by the signature");
    let moment = moment(cx, &other)?;
    Ok(make(cx, call.class(), moment)?.into())
}

pub(crate) fn get_timezone(cx: &mut Cx, object: &Object) -> Result<Value> {
    let moment = moment(cx, object)?;
    Ok(make(cx, class("datetimezone"), moment.zone)?.into())
}

pub(crate) fn diff(cx: &mut Cx, from: &Object, to: &Object, absolute: bool) -> Result<Value> {
    let mut span = span::difference(&moment(cx, from)?, &moment(cx, to)?);
    span.inverted &= !absolute;
    Ok(make(cx, class("dateinterval"), span)?.into())
}

fn change(cx: &mut Cx, call: &mut Call, f: impl FnOnce(&mut Cx, &mut Moment) -> Result) -> Result<Value> {
    let object = changeable(cx, call.this())?;
    change_object(cx, &object, f)?;
    Ok(object.into())
}

pub(crate) fn change_object(cx: &mut Cx, object: &Object, f: impl FnOnce(&mut Cx, &mut Moment) -> Result) -> Result {
    let mut moment = moment(cx, object)?;
    f(cx, &mut moment)?;
    set_state(object, moment);
    Ok(())
}

pub(crate) fn add_interval(cx: &mut Cx, moment: &mut Moment, interval: &Object, sign: i64) -> Result {
    let span: Span = span(cx, interval)?;
    if sign < 0 && span.relative.special != crate::moment::Special::None {
        let text = "Only non-special relative time specifications are supported for subtraction";
        return Err(throw(cx, "dateinvalidoperationexception", message!(phpc_core::extension::current_name(), "(): ", text)));
    }
    *moment = span::add(moment, &span, sign);
    Ok(())
}

pub(crate) fn set_time(moment: &mut Moment, hour: i64, minute: i64, second: i64, micros: i64) {
    let mut fields = moment.fields();
    (fields.hour, fields.minute, fields.second, fields.micros) = (hour, minute, second, micros);
    *moment = Moment::from_fields(&fields, moment.zone.clone(), false);
}

pub(crate) fn set_date(moment: &mut Moment, year: i64, month: i64, day: i64) {
    let mut fields = moment.fields();
    (fields.year, fields.month, fields.day) = (year, month, day);
    moment.set_fields(&fields);
}

pub(crate) fn set_iso_date(moment: &mut Moment, year: i64, week: i64, day: i64) {
    let (year, month, day) = from_days(iso_day(year, week, day));
    set_date(moment, year, month, day);
}

/// Applies a text to the object's moment; the inner error is the complaint.
pub(crate) fn modify(cx: &mut Cx, object: &Object, text: &[u8]) -> Result<std::result::Result<(), Vec<u8>>> {
    let mut current = moment(cx, object)?;
    let parsed = parse::parse(text);
    note_problems(&parsed.problems);
    if parsed.has_errors() {
        return Ok(Err(complaint(text, &parsed)));
    }
    let old = current.fields();
    let mut fields = old;
    if parsed.year.is_some() || parsed.month.is_some() || parsed.day.is_some() {
        fields.year = parsed.year.unwrap_or(fields.year);
        fields.month = parsed.month.unwrap_or(fields.month);
        fields.day = parsed.day.unwrap_or(fields.day);
    }
    if let Some(hour) = parsed.hour {
        fields.hour = hour;
        fields.minute = parsed.minute.unwrap_or(0);
        fields.second = parsed.second.unwrap_or(0);
    }
    if let Some(micros) = parsed.micros {
        fields.micros = micros;
    }
    // A timestamp is meant in UTC.
    let is_timestamp = text.trim_ascii_start().first() == Some(&b'@');
    let zone = if is_timestamp { TimeZone::Offset(0) } else { current.zone.clone() };
    if !is_timestamp && fields == old && parsed.relative.is_clock_only() {
        // Elapsed time alone: no detour by the local clock, which may show two moments alike.
        current.seconds = current.seconds.wrapping_add(parsed.relative.clock_seconds());
        current.micros += parsed.relative.micros;
        current.carry_micros();
    } else {
        let summer = current.zone.read(current.seconds).is_dst;
        let zone_after = current.zone.clone();
        current = crate::moment::resolve(fields, &parsed.relative, zone, !summer);
        current.zone = zone_after;
    }
    set_state(object, current);
    Ok(Ok(()))
}

/// The moment that serialised properties tell.
fn from_properties(data: &Array) -> Option<Moment> {
    let date = data.get_bytes(b"date")?.to_value();
    let kind = data.get_bytes(b"timezone_type")?.to_value();
    let name = data.get_bytes(b"timezone")?.to_value();
    let (date, kind, name) = (date.as_str()?, kind.as_int()?, name.as_str()?);
    let zone = crate::timezone::from_properties(kind, name)?;
    let parsed = parse::parse(date);
    if parsed.has_errors() || parsed.relative.weekday.is_some() {
        return None;
    }
    Some(parsed.resolve(&Moment::now(zone)))
}

#[cold]
fn invalid_data(cx: &mut Cx, object: phpc_core::classes::ClassRef) -> Thrown {
    let name = if object.is_subclass_of(class("datetimeimmutable")) { "DateTimeImmutable" } else { "DateTime" };
    cx.throw_error(format!("Invalid serialization data for {name} object"))
}

fn unserialize(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let data = call.array_opt(0).unwrap_or_default();
    let Some(moment) = from_properties(&data) else { return Err(invalid_data(cx, call.this().class_ref())) };
    set_state(call.this(), moment);
    crate::functions::load_members(call.this(), &data, &["date", "timezone_type", "timezone"]);
    Ok(Value::NULL)
}

fn wakeup(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    if state::<Moment>(call.this()).is_none() {
        let Some(moment) = from_properties(&own_properties(call.this())) else {
            return Err(invalid_data(cx, call.this().class_ref()));
        };
        set_state(call.this(), moment);
    }
    Ok(Value::NULL)
}

fn set_state_array(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let data = call.array_opt(0).unwrap_or_default();
    let Some(moment) = from_properties(&data) else { return Err(invalid_data(cx, call.class())) };
    let object = create::instance(cx, call.class())?;
    set_state(&object, moment);
    Ok(object.into())
}
