//! Dates in words and figures, as `strtotime` takes them. `rules` says which forms there are and what each of them sets,
//! `cursor` reads numbers and words, `exact` follows a given format.

pub(crate) mod cursor;
pub(crate) mod exact;
mod relative;
mod rules;

use crate::calendar::Fields;
use crate::moment::{self, Moment, Relative};
use crate::zone::TimeZone;

/// What a text says; what it does not say is None.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parsed {
    pub year: Option<i64>,
    pub month: Option<i64>,
    pub day: Option<i64>,
    pub hour: Option<i64>,
    pub minute: Option<i64>,
    pub second: Option<i64>,
    pub micros: Option<i64>,
    pub zone: Option<TimeZone>,
    pub relative: Relative,
    pub has_date: bool,
    pub has_time: bool,
    pub has_relative: bool,
    pub zones: usize,
    pub problems: Problems,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Problems {
    pub warnings: Vec<Problem>,
    pub errors: Vec<Problem>,
}

#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub position: usize,
    /// The letter there, 0 at the end.
    pub letter: u8,
    pub text: String,
}

impl Parsed {
    fn error(&mut self, text: &[u8], position: usize, message: &str) {
        let letter = text.get(position).copied().unwrap_or(0);
        self.problems.errors.push(Problem { position, letter, text: message.to_string() });
    }
    fn warning(&mut self, text: &[u8], position: usize, message: &str) {
        let letter = text.get(position).copied().unwrap_or(0);
        self.problems.warnings.push(Problem { position, letter, text: message.to_string() });
    }
    fn clear_time(&mut self) {
        self.has_time = false;
        (self.hour, self.minute, self.second, self.micros) = (Some(0), Some(0), Some(0), Some(0));
    }
    pub(crate) fn has_errors(&self) -> bool {
        !self.problems.errors.is_empty()
    }

    /// The moment that is meant, where `now` gives what the text leaves out.
    pub(crate) fn resolve(&self, now: &Moment) -> Moment {
        let zone = self.zone.clone().unwrap_or_else(|| now.zone.clone());
        let current = Moment { zone: zone.clone(), ..now.clone() }.fields();
        let date_alone = self.has_date && !self.has_time;
        let clock = |given: Option<i64>, now: i64| given.unwrap_or(if date_alone { 0 } else { now });
        let says_something = [self.year, self.month, self.day, self.hour, self.minute, self.second].iter().any(Option::is_some);
        let fields = Fields {
            year: self.year.unwrap_or(current.year),
            month: self.month.unwrap_or(current.month),
            day: self.day.unwrap_or(current.day),
            hour: clock(self.hour, current.hour),
            minute: clock(self.minute, current.minute),
            second: clock(self.second, current.second),
            micros: self.micros.unwrap_or(if says_something || date_alone { 0 } else { current.micros }),
        };
        moment::resolve(fields, &self.relative, zone, false)
    }
}

/// Reads a date and time.
pub(crate) fn parse(text: &[u8]) -> Parsed {
    let mut parsed = Parsed::default();
    let begin = text.iter().position(|byte| !byte.is_ascii_whitespace());
    let Some(begin) = begin else {
        if text.is_empty() || text.iter().all(u8::is_ascii_whitespace) {
            parsed.error(text, 0, "Empty string");
        }
        return parsed;
    };
    let end = text.iter().rposition(|byte| !byte.is_ascii_whitespace()).map_or(0, |last| last + 1);
    let text = &text[begin..end];
    let mut at = 0;
    while at < text.len() {
        if matches!(text[at], 0 | b'\n') {
            break;
        }
        match rules::longest(&text[at..]) {
            Some((rule, length)) => {
                let mut cursor = cursor::Cursor::new(text, at, at + length);
                rule(&mut parsed, &mut cursor);
                at += length;
            }
            None => {
                if !matches!(text[at], b' ' | b'.' | b',' | b'\t') {
                    parsed.error(text, at, "Unexpected character");
                }
                at += 1;
            }
        }
    }
    check(&mut parsed, text);
    parsed
}

/// Times and dates that do not exist.
fn check(parsed: &mut Parsed, text: &[u8]) {
    let end = text.len();
    if parsed.has_time
        && let (Some(hour), Some(minute), Some(second)) = (parsed.hour, parsed.minute, parsed.second)
        && (!(0..=24).contains(&hour) || !(0..60).contains(&minute) || !(0..=60).contains(&second))
    {
        parsed.warning(text, end + 1, "The parsed time was invalid");
    }
    if parsed.has_date
        && let (Some(year), Some(month), Some(day)) = (parsed.year, parsed.month, parsed.day)
        && !crate::calendar::is_valid_date(year, month, day)
    {
        parsed.warning(text, end + 1, "The parsed date was invalid");
    }
}
