//! The functions: `date`, `strtotime`, `mktime`, … and the procedural faces of the classes.

use crate::calendar::{self, MONTHS, WEEKDAYS};
use crate::datetime::{self, change_object};
use crate::moment::{Moment, Special};
use crate::object::*;
use crate::parse::{self, Parsed, Problem, Problems};
use crate::span;
use crate::timezone;
use crate::zone::{self, TimeZone, default_zone};
use phpc_core::extension::{self, value_error, warning};
use phpc_core::{aliases, php_constants};

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![
    checkdate, date, date_add, date_create, date_create_from_format, date_create_immutable, date_create_immutable_from_format,
    date_date_set, date_default_timezone_get, date_default_timezone_set, date_diff, date_format, date_get_last_errors,
    date_interval_create_from_date_string, date_interval_format, date_isodate_set, date_modify, date_offset_get, date_parse,
    date_parse_from_format, date_sub, date_time_set, date_timestamp_get, date_timestamp_set, date_timezone_get, date_timezone_set,
    getdate, gmdate, gmmktime, gmstrftime, idate, localtime, mktime, strftime, strtotime, time, timezone_abbreviations_list,
    timezone_identifiers_list, timezone_location_get, timezone_name_from_abbr, timezone_name_get, timezone_offset_get, timezone_open,
    timezone_transitions_get, timezone_version_get,
];
pub(crate) static ALIASES: &[(&str, &BuiltinFunction)] = aliases![];

macro_rules! formats {
    ($($name:ident = $text:literal;)*) => {
        pub(crate) const FORMATS: &[(&str, BuiltinConst)] = &[$((stringify!($name), BuiltinConst::Str($text))),*];
    };
}
formats! {
    ATOM = "Y-m-d\\TH:i:sP";
    COOKIE = "l, d-M-Y H:i:s T";
    ISO8601 = "Y-m-d\\TH:i:sO";
    ISO8601_EXPANDED = "X-m-d\\TH:i:sP";
    RFC822 = "D, d M y H:i:s O";
    RFC850 = "l, d-M-y H:i:s T";
    RFC1036 = "D, d M y H:i:s O";
    RFC1123 = "D, d M Y H:i:s O";
    RFC7231 = "D, d M Y H:i:s \\G\\M\\T";
    RFC2822 = "D, d M Y H:i:s O";
    RFC3339 = "Y-m-d\\TH:i:sP";
    RFC3339_EXTENDED = "Y-m-d\\TH:i:s.vP";
    RSS = "D, d M Y H:i:s O";
    W3C = "Y-m-d\\TH:i:sP";
}
const PHP_INT_MIN: i64 = i64::MIN;
const PHP_INT_MAX: i64 = i64::MAX;

php_constants! {
    DATE_ATOM: Str = "Y-m-d\\TH:i:sP";
    DATE_COOKIE: Str = "l, d-M-Y H:i:s T";
    DATE_ISO8601: Str = "Y-m-d\\TH:i:sO";
    DATE_ISO8601_EXPANDED: Str = "X-m-d\\TH:i:sP";
    DATE_RFC822: Str = "D, d M y H:i:s O";
    DATE_RFC850: Str = "l, d-M-y H:i:s T";
    DATE_RFC1036: Str = "D, d M y H:i:s O";
    DATE_RFC1123: Str = "D, d M Y H:i:s O";
    DATE_RFC7231: Str = "D, d M Y H:i:s \\G\\M\\T";
    DATE_RFC2822: Str = "D, d M Y H:i:s O";
    DATE_RFC3339: Str = "Y-m-d\\TH:i:sP";
    DATE_RFC3339_EXTENDED: Str = "Y-m-d\\TH:i:s.vP";
    DATE_RSS: Str = "D, d M Y H:i:s O";
    DATE_W3C: Str = "Y-m-d\\TH:i:sP";
    SUNFUNCS_RET_TIMESTAMP: Int = 0;
    SUNFUNCS_RET_STRING: Int = 1;
    SUNFUNCS_RET_DOUBLE: Int = 2;
}

fn now() -> i64 {
    Moment::now(TimeZone::Offset(0)).seconds
}
fn local(timestamp: Option<i64>) -> Moment {
    Moment { seconds: timestamp.unwrap_or_else(now), micros: 0, zone: TimeZone::Named(default_zone()) }
}

#[php_function("time(): int", AMBIENT)]
fn time() -> i64 {
    now()
}

#[php_function("date(string $format, ?int $timestamp = null): string", AMBIENT)]
fn date(format: &Str, timestamp: Option<i64>) -> Str {
    Str::new(&crate::format::format(&local(timestamp), format))
}

#[php_function("gmdate(string $format, ?int $timestamp = null): string", AMBIENT)]
fn gmdate(format: &Str, timestamp: Option<i64>) -> Str {
    let zone = TimeZone::Abbreviation { name: "GMT".to_string(), offset: 0, is_dst: false };
    let text = crate::format::format(&Moment { zone, ..local(timestamp) }, &utc_names(format));
    Str::new(&text)
}

/// `e` says UTC where `T` says GMT.
fn utc_names(format: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut letters = format.iter();
    while let Some(letter) = letters.next() {
        match letter {
            b'\\' => {
                out.push(b'\\');
                out.extend(letters.next());
            }
            b'e' => out.extend(b"\\U\\T\\C"),
            other => out.push(*other),
        }
    }
    out
}

#[php_function("idate(string $format, ?int $timestamp = null): int|false", WARNS | THROWS | AMBIENT)]
fn idate(cx: &mut Cx, format: &Str, timestamp: Option<i64>) -> Result<OrFalse<i64>> {
    if format.len() != 1 {
        return Err(value_error(cx, 1, "must be one character"));
    }
    let moment = local(timestamp);
    let f = moment.fields();
    let number = match format[0] {
        b'B' => (moment.seconds + 3600).rem_euclid(86_400) * 10 / 864,
        b'd' | b'j' => f.day,
        b'h' | b'g' => if f.hour % 12 == 0 { 12 } else { f.hour % 12 },
        b'H' | b'G' => f.hour,
        b'i' => f.minute,
        b'I' => i64::from(moment.zone.read(moment.seconds).is_dst),
        b'L' => i64::from(calendar::is_leap(f.year)),
        b'm' | b'n' => f.month,
        b'N' => (f.weekday() + 6) % 7 + 1,
        b'o' => calendar::iso_week(f.year, f.month, f.day).0,
        b's' => f.second,
        b't' => calendar::days_in_month(f.year, f.month),
        b'U' => moment.seconds,
        b'w' => f.weekday(),
        b'W' => calendar::iso_week(f.year, f.month, f.day).1,
        b'y' => f.year % 100,
        b'Y' => f.year,
        b'z' => calendar::day_of_year(f.year, f.month, f.day),
        b'Z' => moment.offset(),
        _ => return Err(value_error(cx, 1, "must be a valid date format token")),
    };
    Ok(number.into())
}

#[php_function("strtotime(string $datetime, ?int $baseTimestamp = null): int|false", AMBIENT)]
fn strtotime(datetime: &Str, base: Option<i64>) -> OrFalse<i64> {
    let parsed = parse::parse(datetime);
    if parsed.has_errors() {
        return OrFalse::NO;
    }
    parsed.resolve(&local(base)).seconds.into()
}

fn make_time(zone: TimeZone, call: &Call) -> Value {
    let given = |at: usize| call.arg(at).deref().as_int();
    let mut fields = Moment { seconds: now(), micros: 0, zone: zone.clone() }.fields();
    for (at, field) in
        [&mut fields.hour, &mut fields.minute, &mut fields.second, &mut fields.month, &mut fields.day, &mut fields.year].into_iter().enumerate()
    {
        if let Some(number) = given(at) {
            *field = match at {
                5 if (0..70).contains(&number) => number + 2000,
                5 if (70..=100).contains(&number) => number + 1900,
                _ => number,
            };
        }
    }
    zone.moment(fields.seconds(), false).into()
}

#[php_function("mktime(int $hour, ?int $minute = null, ?int $second = null, ?int $month = null, ?int $day = null, ?int $year = null): int|false", AMBIENT)]
fn mktime(_: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok(make_time(TimeZone::Named(default_zone()), call))
}

#[php_function("gmmktime(int $hour, ?int $minute = null, ?int $second = null, ?int $month = null, ?int $day = null, ?int $year = null): int|false", AMBIENT)]
fn gmmktime(_: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok(make_time(TimeZone::Offset(0), call))
}

#[php_function("checkdate(int $month, int $day, int $year): bool", PURE)]
fn checkdate(month: i64, day: i64, year: i64) -> bool {
    (1..=32767).contains(&year) && calendar::is_valid_date(year, month, day)
}

fn clock_time(moment: &Moment, format: &[u8]) -> Vec<u8> {
    let f = moment.fields();
    let of_year = calendar::day_of_year(f.year, f.month, f.day);
    let hour12 = if f.hour % 12 == 0 { 12 } else { f.hour % 12 };
    let mut out = Vec::new();
    let mut letters = format.iter();
    while let Some(letter) = letters.next() {
        if *letter != b'%' {
            out.push(*letter);
            continue;
        }
        let Some(letter) = letters.next() else { break };
        let piece = match letter {
            b'a' => WEEKDAYS[f.weekday() as usize][..3].to_string(),
            b'A' => WEEKDAYS[f.weekday() as usize].to_string(),
            b'b' | b'h' => MONTHS[f.month as usize - 1][..3].to_string(),
            b'B' => MONTHS[f.month as usize - 1].to_string(),
            b'c' => String::from_utf8_lossy(&clock_time(moment, b"%a %b %e %H:%M:%S %Y")).into_owned(),
            b'C' => format!("{:02}", f.year.div_euclid(100)),
            b'd' => format!("{:02}", f.day),
            b'D' | b'x' => format!("{:02}/{:02}/{:02}", f.month, f.day, f.year % 100),
            b'e' => format!("{:2}", f.day),
            b'F' => format!("{}-{:02}-{:02}", f.year, f.month, f.day),
            b'g' => format!("{:02}", calendar::iso_week(f.year, f.month, f.day).0 % 100),
            b'G' => calendar::iso_week(f.year, f.month, f.day).0.to_string(),
            b'H' => format!("{:02}", f.hour),
            b'I' => format!("{hour12:02}"),
            b'j' => format!("{:03}", of_year + 1),
            b'k' => format!("{:2}", f.hour),
            b'l' => format!("{hour12:2}"),
            b'm' => format!("{:02}", f.month),
            b'M' => format!("{:02}", f.minute),
            b'n' => "\n".to_string(),
            b'p' => if f.hour >= 12 { "PM" } else { "AM" }.to_string(),
            b'P' => if f.hour >= 12 { "pm" } else { "am" }.to_string(),
            b'r' => String::from_utf8_lossy(&clock_time(moment, b"%I:%M:%S %p")).into_owned(),
            b'R' => format!("{:02}:{:02}", f.hour, f.minute),
            b's' => moment.seconds.to_string(),
            b'S' => format!("{:02}", f.second),
            b't' => "\t".to_string(),
            b'T' | b'X' => format!("{:02}:{:02}:{:02}", f.hour, f.minute, f.second),
            b'u' => ((f.weekday() + 6) % 7 + 1).to_string(),
            b'U' => format!("{:02}", (of_year + 7 - f.weekday()) / 7),
            b'V' => format!("{:02}", calendar::iso_week(f.year, f.month, f.day).1),
            b'w' => f.weekday().to_string(),
            b'W' => format!("{:02}", (of_year + 7 - (f.weekday() + 6) % 7) / 7),
            b'y' => format!("{:02}", f.year % 100),
            b'Y' => f.year.to_string(),
            b'z' => zone::offset_text(moment.offset(), ""),
            b'Z' => moment.zone.read(moment.seconds).abbreviation,
            b'%' => "%".to_string(),
            other => format!("%{}", *other as char),
        };
        out.extend(piece.bytes());
    }
    out
}

#[php_function("strftime(string $format, ?int $timestamp = null): string|false", WARNS | AMBIENT, deprecated = " since 8.1, use IntlDateFormatter::format() instead")]
fn strftime(format: &Str, timestamp: Option<i64>) -> OrFalse<Str> {
    if format.is_empty() { OrFalse::NO } else { Str::new(&clock_time(&local(timestamp), format)).into() }
}

#[php_function("gmstrftime(string $format, ?int $timestamp = null): string|false", WARNS | AMBIENT, deprecated = " since 8.1, use IntlDateFormatter::format() instead")]
fn gmstrftime(format: &Str, timestamp: Option<i64>) -> OrFalse<Str> {
    let zone = TimeZone::Abbreviation { name: "GMT".to_string(), offset: 0, is_dst: false };
    if format.is_empty() { OrFalse::NO } else { Str::new(&clock_time(&Moment { zone, ..local(timestamp) }, format)).into() }
}

#[php_function("localtime(?int $timestamp = null, bool $associative = false): array", AMBIENT)]
fn localtime(timestamp: Option<i64>, associative: bool) -> Array {
    let moment = local(timestamp);
    let f = moment.fields();
    let parts = [
        ("tm_sec", f.second),
        ("tm_min", f.minute),
        ("tm_hour", f.hour),
        ("tm_mday", f.day),
        ("tm_mon", f.month - 1),
        ("tm_year", f.year - 1900),
        ("tm_wday", f.weekday()),
        ("tm_yday", calendar::day_of_year(f.year, f.month, f.day)),
        ("tm_isdst", i64::from(moment.zone.read(moment.seconds).is_dst)),
    ];
    let mut result = Array::new();
    for (name, number) in parts {
        if associative {
            result.set_bytes(name.as_bytes(), number);
        } else {
            result.push(number.into());
        }
    }
    result
}

#[php_function("getdate(?int $timestamp = null): array", AMBIENT)]
fn getdate(timestamp: Option<i64>) -> Array {
    let moment = local(timestamp);
    let f = moment.fields();
    let mut result = Array::new();
    result.set_bytes(b"seconds", f.second);
    result.set_bytes(b"minutes", f.minute);
    result.set_bytes(b"hours", f.hour);
    result.set_bytes(b"mday", f.day);
    result.set_bytes(b"wday", f.weekday());
    result.set_bytes(b"mon", f.month);
    result.set_bytes(b"year", f.year);
    result.set_bytes(b"yday", calendar::day_of_year(f.year, f.month, f.day));
    result.set_bytes(b"weekday", Value::string(WEEKDAYS[f.weekday() as usize]));
    result.set_bytes(b"month", Value::string(MONTHS[f.month as usize - 1]));
    result.push(moment.seconds.into());
    result
}

#[php_function("date_default_timezone_get(): string", READS_GLOBAL)]
fn date_default_timezone_get() -> Str {
    Str::from(default_zone().name.as_str())
}

#[php_function("date_default_timezone_set(string $timezoneId): bool", WARNS | WRITES_GLOBAL)]
fn date_default_timezone_set(cx: &mut Cx, name: &Str) -> Result<bool> {
    match crate::database::find(name) {
        Some(zone) => {
            zone::set_default(zone);
            Ok(true)
        }
        None => {
            extension::notice(cx, message!("Timezone ID '", &**name, "' is invalid"))?;
            Ok(false)
        }
    }
}

fn create(cx: &mut Cx, call: &Call, lower: &'static str) -> Result<Value> {
    let text = call.str_opt(0).unwrap_or_else(Str::empty);
    match datetime::from_text(cx, &text, call.object_opt(1).as_ref())? {
        Ok(moment) => Ok(make(cx, class(lower), moment)?.into()),
        Err(_) => Ok(Value::FALSE),
    }
}

#[php_function("date_create(string $datetime = \"now\", ?DateTimeZone $timezone = null): DateTime|false", ANY)]
fn date_create(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    create(cx, call, "datetime")
}
#[php_function("date_create_immutable(string $datetime = \"now\", ?DateTimeZone $timezone = null): DateTimeImmutable|false", ANY)]
fn date_create_immutable(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    create(cx, call, "datetimeimmutable")
}

fn create_from_format(cx: &mut Cx, call: &Call, lower: &'static str) -> Result<Value> {
    let (format, text, timezone) = (call.string(cx, 0)?, call.string(cx, 1)?, call.object_opt(2));
    match datetime::from_format(cx, &format, &text, timezone.as_ref())? {
        Some(moment) => Ok(make(cx, class(lower), moment)?.into()),
        None => Ok(Value::FALSE),
    }
}

#[php_function("date_create_from_format(string $format, string $datetime, ?DateTimeZone $timezone = null): DateTime|false", ANY)]
fn date_create_from_format(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    create_from_format(cx, call, "datetime")
}
#[php_function("date_create_immutable_from_format(string $format, string $datetime, ?DateTimeZone $timezone = null): DateTimeImmutable|false", ANY)]
fn date_create_immutable_from_format(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    create_from_format(cx, call, "datetimeimmutable")
}

fn problem_list(problems: &[Problem]) -> Array {
    let mut list = Array::new();
    for problem in problems {
        list.set(Key::Int(problem.position as i64), Value::string(&problem.text));
    }
    list
}

pub(crate) fn list_problems(result: &mut Array, problems: &Problems) {
    for (count, name, list) in
        [("warning_count", "warnings", &problems.warnings), ("error_count", "errors", &problems.errors)]
    {
        let list = problem_list(list);
        result.set_bytes(count.as_bytes(), list.len() as i64);
        result.set_bytes(name.as_bytes(), list);
    }
}

fn describe(parsed: &Parsed) -> Array {
    let mut result = Array::new();
    let number = |field: Option<i64>| field.map_or(Value::FALSE, Value::int);
    result.set_bytes(b"year", number(parsed.year));
    result.set_bytes(b"month", number(parsed.month));
    result.set_bytes(b"day", number(parsed.day));
    result.set_bytes(b"hour", number(parsed.hour));
    result.set_bytes(b"minute", number(parsed.minute));
    result.set_bytes(b"second", number(parsed.second));
    result.set_bytes(b"fraction", parsed.micros.map_or(Value::FALSE, |micros| Value::float(micros as f64 / 1e6)));
    list_problems(&mut result, &parsed.problems);
    result.set_bytes(b"is_localtime", parsed.zone.is_some() || parsed.zones > 0);
    match &parsed.zone {
        Some(zone) => {
            result.set_bytes(b"zone_type", zone.kind());
            match zone {
                TimeZone::Offset(offset) => {
                    result.set_bytes(b"zone", *offset);
                    result.set_bytes(b"is_dst", false);
                }
                TimeZone::Abbreviation { name, offset, is_dst } => {
                    result.set_bytes(b"zone", *offset);
                    result.set_bytes(b"is_dst", *is_dst);
                    result.set_bytes(b"tz_abbr", Value::string(name));
                }
                TimeZone::Named(zone) => result.set_bytes(b"tz_id", Value::string(&zone.name)),
            }
        }
        None if parsed.zones > 0 => result.set_bytes(b"zone_type", 0i64),
        None => {}
    }
    if parsed.has_relative {
        let relative = &parsed.relative;
        let mut list = Array::new();
        list.set_bytes(b"year", relative.year);
        list.set_bytes(b"month", relative.month);
        list.set_bytes(b"day", relative.day);
        list.set_bytes(b"hour", relative.hour);
        list.set_bytes(b"minute", relative.minute);
        list.set_bytes(b"second", relative.second);
        if let Some((day, _)) = relative.weekday {
            list.set_bytes(b"weekday", day);
        }
        if let Special::Workdays(count) = relative.special {
            list.set_bytes(b"weekdays", count);
        }
        match relative.day_of {
            crate::moment::DayOf::First => list.set_bytes(b"first_day_of_month", true),
            crate::moment::DayOf::Last => list.set_bytes(b"last_day_of_month", true),
            crate::moment::DayOf::Neither => {}
        }
        result.set_bytes(b"relative", list);
    }
    result
}

#[php_function("date_parse(string $datetime): array", AMBIENT)]
fn date_parse(datetime: &Str) -> Array {
    let parsed = parse::parse(datetime);
    datetime::note_problems(&parsed.problems);
    describe(&parsed)
}

#[php_function("date_parse_from_format(string $format, string $datetime): array", AMBIENT)]
fn date_parse_from_format(format: &Str, datetime: &Str) -> Array {
    let parsed = parse::exact::parse(format, datetime);
    datetime::note_problems(&parsed.problems);
    describe(&parsed)
}

#[php_function("date_get_last_errors(): array|false", READS_GLOBAL)]
fn date_get_last_errors() -> Value {
    datetime::last_errors()
}

#[php_function("date_format(DateTimeInterface $object, string $format): string", ANY)]
fn date_format(cx: &mut Cx, object: &Object, format: &Str) -> Result<Str> {
    Ok(Str::new(&crate::format::format(&moment(cx, object)?, format)))
}

#[php_function("date_modify(DateTime $object, string $modifier): DateTime|false", ANY)]
fn date_modify(cx: &mut Cx, object: &Object, modifier: &Str) -> Result<Value> {
    match datetime::modify(cx, object, modifier)? {
        Ok(()) => Ok(object.clone().into()),
        Err(problem) => {
            warning(cx, problem)?;
            Ok(Value::FALSE)
        }
    }
}

#[php_function("date_add(DateTime $object, DateInterval $interval): DateTime", ANY)]
fn date_add(cx: &mut Cx, object: &Object, interval: &Object) -> Result<Object> {
    change_object(cx, object, |cx, moment| datetime::add_interval(cx, moment, interval, 1))?;
    Ok(object.clone())
}

#[php_function("date_sub(DateTime $object, DateInterval $interval): DateTime", ANY)]
fn date_sub(cx: &mut Cx, object: &Object, interval: &Object) -> Result<Object> {
    if span(cx, interval)?.has_words() {
        warning(cx, "Only non-special relative time specifications are supported for subtraction")?;
        return Ok(object.clone());
    }
    change_object(cx, object, |cx, moment| datetime::add_interval(cx, moment, interval, -1))?;
    Ok(object.clone())
}

#[php_function("date_timezone_get(DateTimeInterface $object): DateTimeZone|false", ANY)]
fn date_timezone_get(cx: &mut Cx, object: &Object) -> Result<Value> {
    datetime::get_timezone(cx, object)
}

#[php_function("date_timezone_set(DateTime $object, DateTimeZone $timezone): DateTime", ANY)]
fn date_timezone_set(cx: &mut Cx, object: &Object, timezone: &Object) -> Result<Object> {
    change_object(cx, object, |cx, moment| {
        moment.zone = zone(cx, timezone)?;
        Ok(())
    })?;
    Ok(object.clone())
}

#[php_function("date_offset_get(DateTimeInterface $object): int", ANY)]
fn date_offset_get(cx: &mut Cx, object: &Object) -> Result<i64> {
    Ok(moment(cx, object)?.offset())
}

#[php_function("date_diff(DateTimeInterface $baseObject, DateTimeInterface $targetObject, bool $absolute = false): DateInterval", ANY)]
fn date_diff(cx: &mut Cx, base: &Object, target: &Object, absolute: bool) -> Result<Value> {
    datetime::diff(cx, base, target, absolute)
}

#[php_function("date_time_set(DateTime $object, int $hour, int $minute, int $second = 0, int $microsecond = 0): DateTime", ANY)]
fn date_time_set(cx: &mut Cx, object: &Object, hour: i64, minute: i64, second: i64, microsecond: i64) -> Result<Object> {
    change_object(cx, object, |_, moment| {
        datetime::set_time(moment, hour, minute, second, microsecond);
        Ok(())
    })?;
    Ok(object.clone())
}

#[php_function("date_date_set(DateTime $object, int $year, int $month, int $day): DateTime", ANY)]
fn date_date_set(cx: &mut Cx, object: &Object, year: i64, month: i64, day: i64) -> Result<Object> {
    change_object(cx, object, |_, moment| {
        datetime::set_date(moment, year, month, day);
        Ok(())
    })?;
    Ok(object.clone())
}

#[php_function("date_isodate_set(DateTime $object, int $year, int $week, int $dayOfWeek = 1): DateTime", ANY)]
fn date_isodate_set(cx: &mut Cx, object: &Object, year: i64, week: i64, day: i64) -> Result<Object> {
    change_object(cx, object, |_, moment| {
        datetime::set_iso_date(moment, year, week, day);
        Ok(())
    })?;
    Ok(object.clone())
}

#[php_function("date_timestamp_set(DateTime $object, int $timestamp): DateTime", ANY)]
fn date_timestamp_set(cx: &mut Cx, object: &Object, timestamp: i64) -> Result<Object> {
    change_object(cx, object, |_, moment| {
        (moment.seconds, moment.micros) = (timestamp, 0);
        Ok(())
    })?;
    Ok(object.clone())
}

#[php_function("date_timestamp_get(DateTimeInterface $object): int", ANY)]
fn date_timestamp_get(cx: &mut Cx, object: &Object) -> Result<i64> {
    Ok(moment(cx, object)?.seconds)
}

#[php_function("timezone_open(string $timezone): DateTimeZone|false", ANY)]
fn timezone_open(cx: &mut Cx, name: &Str) -> Result<Value> {
    match timezone::read(name) {
        Ok(zone) => Ok(make(cx, class("datetimezone"), zone)?.into()),
        Err(why) => {
            warning(cx, message!(why, " (", &**name, ")"))?;
            Ok(Value::FALSE)
        }
    }
}

#[php_function("timezone_name_get(DateTimeZone $object): string", ANY)]
fn timezone_name_get(cx: &mut Cx, object: &Object) -> Result<Value> {
    Ok(Value::string(zone(cx, object)?.name()))
}

#[php_function("timezone_name_from_abbr(string $abbr, int $utcOffset = -1, int $isDST = -1): string|false", READS_GLOBAL)]
fn timezone_name_from_abbr(abbr: &Str, offset: i64, is_dst: i64) -> OrFalse<Str> {
    use crate::names::{ABBREVIATIONS, BY_OFFSET};
    if abbr.eq_ignore_ascii_case(b"utc") {
        return Str::from("UTC").into();
    }
    let mut named = ABBREVIATIONS.iter().filter(|entry| entry.0.as_bytes().eq_ignore_ascii_case(abbr));
    let exact = named.clone().find(|entry| offset == -1 || entry.1 == offset);
    if let Some(entry) = exact.or_else(|| named.next()) {
        return Str::from(entry.3).into();
    }
    if offset == -1 {
        return OrFalse::NO;
    }
    let by_offset = BY_OFFSET.iter().find(|entry| entry.0 == offset && (is_dst == -1 || entry.1 == (is_dst != 0)));
    OrFalse(by_offset.map(|entry| Str::from(entry.2)))
}

#[php_function("timezone_offset_get(DateTimeZone $object, DateTimeInterface $datetime): int", ANY)]
fn timezone_offset_get(cx: &mut Cx, object: &Object, datetime: &Object) -> Result<Value> {
    timezone::offset(cx, object, datetime)
}

#[php_function("timezone_transitions_get(DateTimeZone $object, int $timestampBegin = PHP_INT_MIN, int $timestampEnd = PHP_INT_MAX): array|false", ANY)]
fn timezone_transitions_get(cx: &mut Cx, object: &Object, begin: i64, end: i64) -> Result<Value> {
    timezone::transitions(cx, object, begin, end)
}

#[php_function("timezone_location_get(DateTimeZone $object): array|false", ANY)]
fn timezone_location_get(cx: &mut Cx, object: &Object) -> Result<Value> {
    timezone::location(cx, object)
}

#[php_function("timezone_identifiers_list(int $timezoneGroup = DateTimeZone::ALL, ?string $countryCode = null): array", ANY)]
fn timezone_identifiers_list(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    timezone::identifiers(cx, call.int_or(0, 2047), call.str_opt(1).as_deref())
}

#[php_function("timezone_abbreviations_list(): array", READS_GLOBAL)]
fn timezone_abbreviations_list() -> Array {
    timezone::abbreviations()
}

#[php_function("timezone_version_get(): string", PURE)]
fn timezone_version_get() -> Str {
    Str::from("0.system")
}

#[php_function("date_interval_create_from_date_string(string $datetime): DateInterval|false", ANY)]
fn date_interval_create_from_date_string(cx: &mut Cx, datetime: &Str) -> Result<Value> {
    match crate::interval::from_words(datetime) {
        Ok(span) => Ok(make(cx, class("dateinterval"), span)?.into()),
        Err(problem) => {
            warning(cx, problem)?;
            Ok(Value::FALSE)
        }
    }
}

#[php_function("date_interval_format(DateInterval $object, string $format): string", ANY)]
fn date_interval_format(cx: &mut Cx, object: &Object, format: &Str) -> Result<Str> {
    Ok(Str::new(&span::format(&span(cx, object)?, format)))
}

/// Stores the entries of serialised data that are properties of their own.
pub(crate) fn load_members(object: &Object, data: &Array, known: &[&str]) {
    for (key, value) in data.iter() {
        let Key::Str(name) = key else { continue };
        if known.iter().any(|known| known.as_bytes() == &**name) {
            continue;
        }
        let mut slots = object.class_ref().slots.iter().flatten();
        match slots.find(|property| *phpc_core::behaviour::iteration::mangled_name(property) == **name) {
            Some(property) => object.set_slot(property.slot.get() as usize, value.to_value()),
            None => drop(object.with_dynamic(|all| {
                let old = all.get(key).map(|old| old.to_value());
                all.set(key, value.to_value());
                old
            })),
        }
    }
}

