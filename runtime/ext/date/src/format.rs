//! `date()` and its kin: a moment as text.

use crate::calendar::{MONTHS, WEEKDAYS, day_of_year, days_in_month, is_leap, iso_week};
use crate::moment::Moment;
use crate::zone::{TimeZone, offset_text};
use std::io::Write;

pub(crate) fn format(moment: &Moment, format: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(format.len() * 3);
    append(&mut out, moment, format);
    out
}

fn append(out: &mut Vec<u8>, moment: &Moment, format: &[u8]) {
    let f = moment.fields();
    let mut letters = format.iter();
    macro_rules! put { ($($arg:tt)*) => { let _ = write!(out, $($arg)*); } }
    let zone = || moment.zone.read(moment.seconds);
    let hour12 = if f.hour % 12 == 0 { 12 } else { f.hour % 12 };
    while let Some(letter) = letters.next() {
        match letter {
            b'd' => { put!("{:02}", f.day); }
            b'D' => out.extend(&WEEKDAYS[f.weekday() as usize].as_bytes()[..3]),
            b'j' => { put!("{}", f.day); }
            b'l' => out.extend(WEEKDAYS[f.weekday() as usize].as_bytes()),
            b'S' => out.extend(match f.day {
                1 | 21 | 31 => b"st",
                2 | 22 => b"nd",
                3 | 23 => b"rd",
                _ => b"th",
            }),
            b'w' => { put!("{}", f.weekday()); }
            b'N' => { put!("{}", (f.weekday() + 6) % 7 + 1); }
            b'z' => { put!("{}", day_of_year(f.year, f.month, f.day)); }
            b'W' => { put!("{:02}", iso_week(f.year, f.month, f.day).1); }
            b'o' => { put!("{}", iso_week(f.year, f.month, f.day).0); }
            b'F' => out.extend(MONTHS[f.month as usize - 1].as_bytes()),
            b'm' => { put!("{:02}", f.month); }
            b'M' => out.extend(&MONTHS[f.month as usize - 1].as_bytes()[..3]),
            b'n' => { put!("{}", f.month); }
            b't' => { put!("{}", days_in_month(f.year, f.month)); }
            b'L' => { put!("{}", u8::from(is_leap(f.year))); }
            b'y' => { put!("{:02}", f.year % 100); }
            b'Y' => { put!("{}{:04}", if f.year < 0 { "-" } else { "" }, f.year.abs()); }
            b'x' | b'X' => {
                let plus = *letter == b'X' || !(0..=9999).contains(&f.year);
                put!("{}{:04}", if f.year < 0 { "-" } else if plus { "+" } else { "" }, f.year.abs());
            }
            b'a' => out.extend(if f.hour >= 12 { b"pm" } else { b"am" }),
            b'A' => out.extend(if f.hour >= 12 { b"PM" } else { b"AM" }),
            b'B' => {
                let beat = (moment.seconds + 3600).rem_euclid(86_400) * 10 / 864;
                put!("{beat:03}");
            }
            b'g' => { put!("{hour12}"); }
            b'G' => { put!("{}", f.hour); }
            b'h' => { put!("{hour12:02}"); }
            b'H' => { put!("{:02}", f.hour); }
            b'i' => { put!("{:02}", f.minute); }
            b's' => { put!("{:02}", f.second); }
            b'u' => { put!("{:06}", f.micros); }
            b'v' => { put!("{:03}", f.micros / 1000); }
            b'I' => { put!("{}", u8::from(zone().is_dst)); }
            b'p' if is_zulu(moment) => out.push(b'Z'),
            b'P' | b'p' => out.extend(offset_text(moment.offset(), ":").bytes()),
            b'O' => out.extend(offset_text(moment.offset(), "").bytes()),
            b'T' => out.extend(zone().abbreviation.bytes()),
            b'e' => out.extend(moment.zone.name().bytes()),
            b'Z' => { put!("{}", moment.offset()); }
            b'c' => append(out, moment, b"Y-m-d\\TH:i:sP"),
            b'r' => append(out, moment, b"D, d M Y H:i:s O"),
            b'U' => { put!("{}", moment.seconds); }
            b'\\' => out.extend(letters.next()),
            other => out.push(*other),
        }
    }
}

/// `p` writes Z for UTC.
fn is_zulu(moment: &Moment) -> bool {
    match &moment.zone {
        TimeZone::Offset(offset) => *offset == 0,
        TimeZone::Abbreviation { name, .. } => name == "UTC" || name == "Z",
        TimeZone::Named(zone) => matches!(zone.name.as_str(), "UTC" | "Etc/UTC"),
    }
}
