//! Spans of time: differences of moments, adding them, ISO 8601 durations, `DateInterval::format`.

use crate::calendar::{Fields, days_in_month};
use crate::moment::{self, Moment, Relative, Special};
use crate::zone::TimeZone;
use std::io::Write;

#[derive(Clone, Debug, Default)]
pub(crate) struct Span {
    pub relative: Relative,
    pub inverted: bool,
    /// Known for differences.
    pub days: Option<i64>,
    /// From words: "next weekday".
    pub text: Option<Vec<u8>>,
}

impl Span {
    /// Weekdays and the like, which only whole sentences tell.
    pub(crate) fn has_words(&self) -> bool {
        let relative = &self.relative;
        relative.weekday.is_some() || relative.special != Special::None || relative.day_of != Default::default()
    }
}

/// What lies between two moments.
pub(crate) fn difference(from: &Moment, to: &Moment) -> Span {
    let inverted = (from.seconds, from.micros) > (to.seconds, to.micros);
    let (early, late) = if inverted { (to, from) } else { (from, to) };
    let same_zone = early.zone.is_same(&late.zone) && matches!(early.zone, TimeZone::Named(_));
    // Local clocks are compared in one zone, else in UTC with each one's offset.
    let correction = late.offset() - early.offset();
    let a = early.fields();
    let mut b = late.fields();
    if !same_zone {
        // The clock of the early one's zone at the later moment.
        b = Fields::from_seconds(late.seconds + early.offset(), late.micros);
    }
    let mut span = between(&a, &b, inverted);
    if same_zone && correction != 0 {
        adjust_for_summer_time(&mut span, early, late, correction, &a, &b, inverted);
    }
    let days = if same_zone { (a, b) } else { (a, b) };
    let whole = (days.1.seconds() - days.0.seconds()) - i64::from(days.1.micros < days.0.micros);
    span.days = Some(whole.div_euclid(86_400));
    span.inverted = inverted;
    span
}

/// Within a day of a change of the clock, hours count as they passed.
fn adjust_for_summer_time(span: &mut Span, early: &Moment, late: &Moment, correction: i64, a: &Fields, b: &Fields, inverted: bool) {
    let passed = late.seconds - early.seconds;
    let local = b.seconds() - a.seconds();
    let short = passed < 86_400 && local < 86_400 + correction.abs();
    if short && span.relative.year == 0 && span.relative.month == 0 && (passed < 86_400 - correction.min(0)) && a.days() == b.days() {
        *span = between(a, &Fields::from_seconds(a.seconds() + passed, b.micros), inverted);
    } else if passed < 86_400 && span.relative.day == 0 {
        *span = between(a, &Fields::from_seconds(a.seconds() + passed, b.micros), inverted);
    }
}

/// Fields of the later local time minus those of the earlier one, borrowing from months.
fn between(a: &Fields, b: &Fields, inverted: bool) -> Span {
    let mut relative = Relative {
        year: b.year - a.year,
        month: b.month - a.month,
        day: b.day - a.day,
        hour: b.hour - a.hour,
        minute: b.minute - a.minute,
        second: b.second - a.second,
        micros: b.micros - a.micros,
        ..Relative::default()
    };
    borrow(&mut relative.micros, &mut relative.second, 1_000_000);
    borrow(&mut relative.second, &mut relative.minute, 60);
    borrow(&mut relative.minute, &mut relative.hour, 60);
    borrow(&mut relative.hour, &mut relative.day, 24);
    borrow(&mut relative.month, &mut relative.year, 12);
    // Days are borrowed from the month before the later date; going backwards from the month of the earlier one.
    let (mut year, mut month) = if inverted { (a.year, a.month) } else { (b.year, b.month) };
    while relative.day < 0 {
        if !inverted {
            month -= 1;
            if month < 1 {
                month = 12;
                year -= 1;
            }
        }
        relative.day += days_in_month(year, month);
        relative.month -= 1;
        if inverted {
            month += 1;
            if month > 12 {
                month = 1;
                year += 1;
            }
        }
    }
    borrow(&mut relative.month, &mut relative.year, 12);
    Span { relative, ..Span::default() }
}

fn borrow(field: &mut i64, next: &mut i64, size: i64) {
    *next += field.div_euclid(size);
    *field = field.rem_euclid(size);
}

/// `moment` + `span`, or − with `sign` −1.
pub(crate) fn add(moment: &Moment, span: &Span, sign: i64) -> Moment {
    let relative = &span.relative;
    if span.has_words() {
        return moment::resolve(moment.fields(), relative, moment.zone.clone(), false);
    }
    let sign = if span.inverted { -sign } else { sign };
    // A difference of moments is days and clock time; the calendar's part goes first.
    let mut fields = moment.fields();
    fields.year += sign * relative.year;
    fields.month += sign * relative.month;
    fields.day += sign * relative.day;
    let mut moved = if relative.year != 0 || relative.month != 0 || relative.day != 0 {
        let mut moved = moment.clone();
        moved.set_fields(&fields);
        moved
    } else {
        moment.clone()
    };
    let clock = relative.hour.wrapping_mul(3600).wrapping_add(relative.minute.wrapping_mul(60)).wrapping_add(relative.second);
    moved.seconds = moved.seconds.wrapping_add(sign.wrapping_mul(clock));
    moved.micros += sign * relative.micros;
    moved.carry_micros();
    moved
}

/// `P1Y2M3DT4H5M6S`, `P2W`, `P0001-00-04T05:06:07`.
pub(crate) fn parse_duration(text: &[u8]) -> Option<Span> {
    let body = text.strip_prefix(b"P")?;
    if body.is_empty() {
        return None;
    }
    if body.contains(&b'-') {
        return parse_combined(body);
    }
    let mut relative = Relative::default();
    let mut in_time = false;
    let mut rest = body;
    let mut weeks = None;
    let mut days = None;
    let mut last = 0;
    while let Some(&byte) = rest.first() {
        if byte == b'T' {
            if in_time || rest.len() == 1 {
                return None;
            }
            in_time = true;
            last = 4;
            rest = &rest[1..];
            continue;
        }
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 || digits > 12 {
            return None;
        }
        let number: i64 = std::str::from_utf8(&rest[..digits]).ok()?.parse().ok()?;
        let letter = *rest.get(digits)?;
        rest = &rest[digits + 1..];
        let order = match (letter, in_time) {
            (b'Y', false) => { relative.year = number; 1 }
            (b'M', false) => { relative.month = number; 2 }
            (b'W', false) => { weeks = Some(number); 3 }
            (b'D', false) => { days = Some(number); 4 }
            (b'H', true) => { relative.hour = number; 5 }
            (b'M', true) => { relative.minute = number; 6 }
            (b'S', true) => { relative.second = number; 7 }
            _ => return None,
        };
        if order <= last {
            return None;
        }
        last = order;
    }
    relative.day = weeks.unwrap_or(0) * 7 + days.unwrap_or(0);
    Some(Span { relative, ..Span::default() })
}

fn parse_combined(body: &[u8]) -> Option<Span> {
    let text = std::str::from_utf8(body).ok()?;
    let (date, time) = text.split_once('T')?;
    let numbers = |text: &str, separator: char, lengths: [usize; 3]| -> Option<[i64; 3]> {
        let parts: Vec<&str> = text.split(separator).collect();
        let mut found = [0; 3];
        if parts.len() != 3 {
            return None;
        }
        for (at, part) in parts.iter().enumerate() {
            if part.len() != lengths[at] || !part.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            found[at] = part.parse().ok()?;
        }
        Some(found)
    };
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let [hour, minute, second] = numbers(time, ':', [2, 2, 2])?;
    if month > 12 || day > 31 || hour > 24 || minute > 59 || second > 59 {
        return None;
    }
    Some(Span { relative: Relative { year, month, day, hour, minute, second, ..Relative::default() }, ..Span::default() })
}

/// `%y years`
pub(crate) fn format(span: &Span, format: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let relative = &span.relative;
    let mut letters = format.iter();
    macro_rules! put { ($($arg:tt)*) => { let _ = write!(out, $($arg)*); } }
    while let Some(letter) = letters.next() {
        if *letter != b'%' {
            out.push(*letter);
            continue;
        }
        let Some(letter) = letters.next() else {
            out.push(b'%');
            break;
        };
        match letter {
            b'Y' => { put!("{:02}", relative.year); }
            b'y' => { put!("{}", relative.year); }
            b'M' => { put!("{:02}", relative.month); }
            b'm' => { put!("{}", relative.month); }
            b'D' => { put!("{:02}", relative.day); }
            b'd' => { put!("{}", relative.day); }
            b'H' => { put!("{:02}", relative.hour); }
            b'h' => { put!("{}", relative.hour); }
            b'I' => { put!("{:02}", relative.minute); }
            b'i' => { put!("{}", relative.minute); }
            b'S' => { put!("{:02}", relative.second); }
            b's' => { put!("{}", relative.second); }
            b'F' => { put!("{:06}", relative.micros); }
            b'f' => { put!("{}", relative.micros); }
            b'a' => match span.days {
                Some(days) => { put!("{days}"); }
                None => out.extend(b"(unknown)"),
            },
            b'R' => out.push(if span.inverted { b'-' } else { b'+' }),
            b'r' => out.extend(span.inverted.then_some(b'-')),
            b'%' => out.push(b'%'),
            other => out.extend([b'%', *other]),
        }
    }
    out
}
