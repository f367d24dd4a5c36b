//! Relative times: "next month", "+2 weekdays", "last friday of".

use super::Parsed;
use super::cursor::{Cursor, weekday};
use crate::moment::Special;

/// A unit of relative times and its multiple.
enum Unit {
    Micros(i64),
    Second,
    Minute,
    Hour,
    Day(i64),
    Month,
    Year,
    Weekday(i64),
    Workday,
}

const UNITS: &[(&str, fn() -> Unit)] = &[
    ("ms", || Unit::Micros(1000)),
    ("msec", || Unit::Micros(1000)),
    ("millisecond", || Unit::Micros(1000)),
    ("usec", || Unit::Micros(1)),
    ("microsecond", || Unit::Micros(1)),
    ("µs", || Unit::Micros(1)),
    ("µsec", || Unit::Micros(1)),
    ("sec", || Unit::Second),
    ("second", || Unit::Second),
    ("min", || Unit::Minute),
    ("minute", || Unit::Minute),
    ("hour", || Unit::Hour),
    ("day", || Unit::Day(1)),
    ("week", || Unit::Day(7)),
    ("fortnight", || Unit::Day(14)),
    ("forthnight", || Unit::Day(14)),
    ("month", || Unit::Month),
    ("year", || Unit::Year),
    ("weekday", || Unit::Workday),
];

fn unit(cursor: &mut Cursor) -> Option<Unit> {
    let rest = cursor.rest();
    let length = rest.iter().position(|byte| matches!(byte, b' ' | b',' | b'\t' | b';' | b':' | b'/' | b'.' | b'-' | b'(' | b')')).unwrap_or(rest.len());
    let word = &rest[..length];
    cursor.at += length;
    let is = |name: &str| {
        let name = name.as_bytes();
        word.eq_ignore_ascii_case(name) || (word.len() == name.len() + 1 && word[..name.len()].eq_ignore_ascii_case(name) && word[name.len()] | 32 == b's')
    };
    match UNITS.iter().find(|(name, _)| is(name)) {
        Some((_, unit)) => Some(unit()),
        None => weekday(word).map(Unit::Weekday),
    }
}

/// "first" to "twelfth", "next", "last", "this": a number and how weekdays count.
pub(crate) fn amount_word(cursor: &mut Cursor) -> (i64, i64) {
    const WORDS: &[(&str, i64)] = &[
        ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8),
        ("eight", 8), ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("next", 1), ("last", -1), ("previous", -1),
        ("this", 0),
    ];
    cursor.skip(b" \t-/");
    let word = cursor.letters();
    cursor.at += word.len();
    let amount = WORDS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name.as_bytes())).map_or(0, |found| found.1);
    (amount, i64::from(word.eq_ignore_ascii_case(b"this")))
}

/// Adds `amount` of the unit that follows.
pub(crate) fn add(parsed: &mut Parsed, cursor: &mut Cursor, amount: i64, behaviour: i64, keeps_time: bool) {
    let Some(unit) = unit(cursor) else { return };
    let relative = &mut parsed.relative;
    let bump = |field: &mut i64, by: i64| *field = field.wrapping_add(amount.wrapping_mul(by));
    match unit {
        Unit::Micros(many) => bump(&mut relative.micros, many),
        Unit::Second => bump(&mut relative.second, 1),
        Unit::Minute => bump(&mut relative.minute, 1),
        Unit::Hour => bump(&mut relative.hour, 1),
        Unit::Day(many) => bump(&mut relative.day, many),
        Unit::Month => bump(&mut relative.month, 1),
        Unit::Year => bump(&mut relative.year, 1),
        Unit::Weekday(day) => {
            relative.day += (if amount > 0 { amount - 1 } else { amount }) * 7;
            relative.weekday = Some((day, behaviour));
            if !keeps_time {
                parsed.clear_time();
            }
        }
        Unit::Workday => {
            relative.special = Special::Workdays(amount);
            if !keeps_time {
                parsed.clear_time();
            }
        }
    }
}

/// Turns everything so far around.
pub(crate) fn ago(parsed: &mut Parsed) {
    let relative = &mut parsed.relative;
    for field in [
        &mut relative.year,
        &mut relative.month,
        &mut relative.day,
        &mut relative.hour,
        &mut relative.minute,
        &mut relative.second,
        &mut relative.micros,
    ] {
        *field = field.wrapping_neg();
    }
    if let Some((day, _)) = &mut relative.weekday {
        *day = if *day == 0 { -7 } else { -*day };
    }
    if let Special::Workdays(count) = &mut relative.special {
        *count = -*count;
    }
}
