//! Dates in a given format, as `createFromFormat` takes them.

use super::Parsed;
use super::cursor::{Cursor, full_year, weekday};
use crate::calendar::{from_days, to_days};

/// Reads `text` as `format` says. Fields that the format leaves out stay None; after `!` or `|` they are those of 1970.
pub(crate) fn parse(format: &[u8], text: &[u8]) -> Parsed {
    let mut parsed = Parsed::default();
    let mut cursor = Cursor::new(text, 0, text.len());
    let mut hour12 = None;
    let mut day_of_year = None;
    let mut allows_more = false;
    let mut letters = format.iter().copied().enumerate();
    while let Some((at, letter)) = letters.next() {
        let ends_early = cursor.is_done() && !matches!(letter, b'!' | b'|' | b'*' | b'+');
        if ends_early {
            break_off(&mut parsed, &cursor, &format[at..]);
            break;
        }
        let begin = cursor.at;
        let found = match letter {
            b'd' | b'j' => number(&mut cursor, 2).map(|day| parsed.day = Some(day)).ok_or("A two digit day could not be found"),
            b'S' => suffix(&mut cursor).ok_or("An English ordinal suffix could not be found"),
            b'z' => number(&mut cursor, 3).map(|day| day_of_year = Some(day)).ok_or("A three digit day-of-year could not be found"),
            b'm' | b'n' => number(&mut cursor, 2).map(|month| parsed.month = Some(month)).ok_or("A two digit month could not be found"),
            b'M' | b'F' => cursor.month_name().map(|month| parsed.month = Some(month)).ok_or("A textual month could not be found"),
            b'y' => number(&mut cursor, 2).map(|year| parsed.year = Some(full_year(year, 2))).ok_or("A two digit year could not be found"),
            b'Y' => number(&mut cursor, 4).map(|year| parsed.year = Some(year)).ok_or("A four digit year could not be found"),
            b'X' | b'x' => {
                let negative = cursor.peek() == b'-';
                cursor.at += usize::from(matches!(cursor.peek(), b'-' | b'+'));
                let year = number(&mut cursor, 19);
                year.map(|year| parsed.year = Some(if negative { -year } else { year })).ok_or("An expanded year could not be found")
            }
            b'D' | b'l' => {
                let word = cursor.letters();
                cursor.at += word.len();
                let day = weekday(word);
                parsed.has_relative |= day.is_some();
                day.map(|day| parsed.relative.weekday = Some((day, 1))).ok_or("A textual day could not be found")
            }
            b'a' | b'A' => match hour12.take() {
                Some(hour) => meridian(&mut cursor, hour).map(|hour| parsed.hour = Some(hour)).ok_or("A meridian could not be found"),
                None if parsed.hour.is_none() => Err("Meridian can only come after an hour has been found"),
                None => meridian(&mut cursor, parsed.hour.unwrap_or(0)).map(|hour| parsed.hour = Some(hour)).ok_or("A meridian could not be found"),
            },
            b'g' | b'h' => match number(&mut cursor, 2) {
                Some(hour) if (1..=12).contains(&hour) => {
                    (hour12, parsed.hour) = (Some(hour), Some(hour));
                    parsed.has_time = true;
                    Ok(())
                }
                Some(_) => Err("Hour cannot be higher than 12"),
                None => Err("A two digit hour could not be found"),
            },
            b'G' | b'H' => number(&mut cursor, 2)
                .map(|hour| {
                    parsed.hour = Some(hour);
                    parsed.has_time = true;
                })
                .ok_or("A two digit hour could not be found"),
            b'i' => match fixed(&mut cursor, 2) {
                Some(minute) => {
                    parsed.minute = Some(minute);
                    parsed.has_time = true;
                    Ok(())
                }
                None => Err("A two digit minute could not be found"),
            },
            b's' => match fixed(&mut cursor, 2) {
                Some(second) => {
                    parsed.second = Some(second);
                    parsed.has_time = true;
                    Ok(())
                }
                None => Err("A two digit second could not be found"),
            },
            b'u' | b'v' if cursor.peek().is_ascii_digit() => {
                parsed.micros = Some(cursor.micros(if letter == b'u' { 6 } else { 3 }));
                Ok(())
            }
            b'u' => Err("A six digit microsecond could not be found"),
            b'v' => Err("A three digit millisecond could not be found"),
            b'U' => {
                let negative = cursor.peek() == b'-';
                cursor.at += usize::from(negative);
                match number(&mut cursor, 19) {
                    Some(seconds) => {
                        (parsed.year, parsed.month, parsed.day) = (Some(1970), Some(1), Some(1));
                        (parsed.hour, parsed.minute, parsed.second) = (Some(0), Some(0), Some(0));
                        parsed.has_relative = true;
                        parsed.relative.second += if negative { -seconds } else { seconds };
                        parsed.zone = Some(crate::zone::TimeZone::Offset(0));
                        parsed.zones += 1;
                        Ok(())
                    }
                    None => Err("A unix timestamp could not be found"),
                }
            }
            b'e' | b'p' | b'T' | b'O' | b'P' => match cursor.zone() {
                Some(zone) => {
                    parsed.zone = Some(zone);
                    parsed.zones += 1;
                    Ok(())
                }
                None => {
                    parsed.error(text, begin, "The timezone could not be found in the database");
                    return parsed;
                }
            },
            b' ' => {
                if !matches!(cursor.peek(), b' ' | b'\t') {
                    Err("The separation symbol could not be found")
                } else {
                    cursor.skip_spaces();
                    Ok(())
                }
            }
            b'#' => one_of(&mut cursor, b";:/.,-()").ok_or("The separation symbol ([;:/.,-]) could not be found"),
            b';' | b':' | b'/' | b'.' | b',' | b'-' | b'(' | b')' => {
                one_of(&mut cursor, &[letter]).ok_or("The separation symbol could not be found")
            }
            b'?' => {
                cursor.at += 1;
                Ok(())
            }
            b'*' => {
                while !cursor.is_done() && !matches!(cursor.peek(), b' ' | b',' | b';' | b':' | b'/' | b'.' | b'\\' | b'(' | b')' | b'-' | b'0'..=b'9') {
                    cursor.at += 1;
                }
                Ok(())
            }
            b'!' => {
                reset(&mut parsed);
                Ok(())
            }
            b'|' => {
                fill(&mut parsed);
                Ok(())
            }
            b'+' => {
                allows_more = true;
                Ok(())
            }
            b'\\' => match letters.next() {
                Some((_, quoted)) => one_of(&mut cursor, &[quoted]).ok_or("The escaped character could not be found"),
                None => Err("Escaped character expected"),
            },
            other => one_of(&mut cursor, &[other]).ok_or("The format separator does not match"),
        };
        if let Err(message) = found {
            parsed.error(text, begin.min(text.len()), message);
            return parsed;
        }
    }
    finish(&mut parsed, &cursor, allows_more, day_of_year);
    parsed
}

fn break_off(parsed: &mut Parsed, cursor: &Cursor, rest: &[u8]) {
    // What may stand without text: resets, the rest, and letters that match nothing.
    let mut complete = true;
    for letter in rest {
        match letter {
            b'!' => reset(parsed),
            b'|' => fill(parsed),
            b'*' | b'+' => {}
            _ => complete = false,
        }
    }
    if !complete {
        parsed.error(cursor.text, cursor.at, "Not enough data available to satisfy format");
    }
}

fn finish(parsed: &mut Parsed, cursor: &Cursor, allows_more: bool, day_of_year: Option<i64>) {
    let text = cursor.text;
    if !cursor.is_done() && !parsed.has_errors() {
        match allows_more {
            true => parsed.warning(text, cursor.at, "Trailing data"),
            false => parsed.error(text, cursor.at, "Trailing data"),
        }
    }
    // A part of the clock makes the rest of it zero.
    if [parsed.hour, parsed.minute, parsed.second, parsed.micros].iter().any(Option::is_some) {
        for field in [&mut parsed.hour, &mut parsed.minute, &mut parsed.second, &mut parsed.micros] {
            field.get_or_insert(0);
        }
    }
    if let Some(day) = day_of_year {
        match parsed.year {
            Some(year) if parsed.month.is_none() || parsed.day.is_none() => {
                let (year, month, day) = from_days(to_days(year, 1, day + 1));
                (parsed.year, parsed.month, parsed.day) = (Some(year), Some(month), Some(day));
            }
            Some(_) => {}
            None => parsed.error(text, cursor.at, "A 'day of year' can only come after a year has been found"),
        }
    }
    let (hour, minute, second) = (parsed.hour.unwrap_or(0), parsed.minute.unwrap_or(0), parsed.second.unwrap_or(0));
    if !(0..=24).contains(&hour) || !(0..60).contains(&minute) || !(0..60).contains(&second) {
        parsed.warning(text, cursor.at, "The parsed time was invalid");
    }
    if let (Some(year), Some(month), Some(day)) = (parsed.year, parsed.month, parsed.day)
        && !crate::calendar::is_valid_date(year, month, day)
    {
        parsed.warning(text, cursor.at, "The parsed date was invalid");
    }
}

fn reset(parsed: &mut Parsed) {
    (parsed.year, parsed.month, parsed.day) = (Some(1970), Some(1), Some(1));
    (parsed.hour, parsed.minute, parsed.second, parsed.micros) = (Some(0), Some(0), Some(0), Some(0));
    parsed.zone = None;
}

fn fill(parsed: &mut Parsed) {
    for (field, value) in [
        (&mut parsed.year, 1970),
        (&mut parsed.month, 1),
        (&mut parsed.day, 1),
        (&mut parsed.hour, 0),
        (&mut parsed.minute, 0),
        (&mut parsed.second, 0),
        (&mut parsed.micros, 0),
    ] {
        field.get_or_insert(value);
    }
}

fn number(cursor: &mut Cursor, limit: usize) -> Option<i64> {
    cursor.peek().is_ascii_digit().then(|| cursor.number(limit))
}

/// A number of exactly that many digits.
fn fixed(cursor: &mut Cursor, digits: usize) -> Option<i64> {
    let all_digits = cursor.rest().get(..digits)?.iter().all(u8::is_ascii_digit);
    all_digits.then(|| cursor.number(digits))
}

fn suffix(cursor: &mut Cursor) -> Option<()> {
    let word = cursor.rest().get(..2)?.to_ascii_lowercase();
    matches!(&word[..], b"st" | b"nd" | b"rd" | b"th").then(|| cursor.at += 2)
}

fn one_of(cursor: &mut Cursor, bytes: &[u8]) -> Option<()> {
    bytes.contains(&cursor.peek()).then(|| cursor.at += 1)
}

fn meridian(cursor: &mut Cursor, hour: i64) -> Option<i64> {
    matches!(cursor.peek() | 32, b'a' | b'p').then(|| cursor.meridian(hour))
}
