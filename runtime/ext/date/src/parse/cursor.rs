//! Reading numbers, names and zones out of a matched piece of a date.

use crate::calendar::{MONTHS, WEEKDAYS};
use crate::zone::{self, TimeZone};

pub(crate) struct Cursor<'a> {
    pub text: &'a [u8],
    pub at: usize,
    pub end: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a [u8], at: usize, end: usize) -> Cursor<'a> {
        Cursor { text, at, end }
    }
    pub(crate) fn rest(&self) -> &'a [u8] {
        &self.text[self.at..self.end]
    }
    pub(crate) fn peek(&self) -> u8 {
        self.rest().first().copied().unwrap_or(0)
    }
    pub(crate) fn is_done(&self) -> bool {
        self.at >= self.end
    }
    pub(crate) fn skip(&mut self, bytes: &[u8]) {
        while !self.is_done() && bytes.contains(&self.peek()) {
            self.at += 1;
        }
    }
    pub(crate) fn skip_spaces(&mut self) {
        self.skip(b" \t");
    }
    /// The next number of at most `limit` digits, wherever it begins, and how many digits it has.
    pub(crate) fn number_with_length(&mut self, limit: usize) -> Option<(i64, usize)> {
        while !self.is_done() && !self.peek().is_ascii_digit() {
            self.at += 1;
        }
        let digits = self.rest().iter().take(limit).take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            return None;
        }
        let number = self.rest()[..digits].iter().fold(0i64, |number, digit| {
            number.saturating_mul(10).saturating_add(i64::from(digit - b'0'))
        });
        self.at += digits;
        Some((number, digits))
    }
    pub(crate) fn number(&mut self, limit: usize) -> i64 {
        self.number_with_length(limit).map_or(0, |found| found.0)
    }
    /// With any number of signs before it.
    pub(crate) fn signed(&mut self, limit: usize) -> i64 {
        let mut negative = false;
        while !self.is_done() && !self.peek().is_ascii_digit() {
            negative ^= self.peek() == b'-';
            self.at += 1;
        }
        let number = self.number(limit);
        if negative { -number } else { number }
    }
    /// A year, one of two digits in this century or the last one.
    pub(crate) fn year(&mut self) -> i64 {
        let (year, length) = self.number_with_length(4).unwrap_or((0, 4));
        full_year(year, length)
    }
    /// `.25` or `:25` as microseconds.
    pub(crate) fn fraction(&mut self) -> i64 {
        while !self.is_done() && !matches!(self.peek(), b'.' | b':' | b',') {
            self.at += 1;
        }
        self.at += usize::from(!self.is_done());
        self.micros(usize::MAX)
    }
    /// Digits of a fraction as microseconds.
    pub(crate) fn micros(&mut self, limit: usize) -> i64 {
        let digits = self.rest().iter().take(limit).take_while(|byte| byte.is_ascii_digit()).count();
        let micros = self.rest()[..digits].iter().chain(std::iter::repeat(&b'0')).take(6).fold(0, |number, digit| {
            number * 10 + i64::from(digit - b'0')
        });
        self.at += digits;
        micros
    }
    pub(crate) fn letters(&self) -> &'a [u8] {
        let rest = self.rest();
        &rest[..rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len())]
    }
    /// A month's name or roman number.
    pub(crate) fn month_name(&mut self) -> Option<i64> {
        self.skip(b" \t-./");
        let word = self.letters();
        let month = month(word)?;
        self.at += word.len();
        Some(month)
    }
    /// `am`, `p.m.`: the hour of a day of 24.
    pub(crate) fn meridian(&mut self, hour: i64) -> i64 {
        while !self.is_done() && !matches!(self.peek(), b'a' | b'A' | b'p' | b'P') {
            self.at += 1;
        }
        let is_morning = matches!(self.peek(), b'a' | b'A');
        self.at += 1;
        self.skip(b".mM");
        match (is_morning, hour) {
            (true, 12) => 0,
            (false, hour) if hour != 12 => hour + 12,
            _ => hour,
        }
    }
    /// A zone as an offset, an abbreviation or a name.
    pub(crate) fn zone(&mut self) -> Option<TimeZone> {
        self.skip(b" \t(");
        if self.rest().len() > 3 && self.rest()[..3].eq_ignore_ascii_case(b"gmt") && matches!(self.rest()[3], b'+' | b'-') {
            self.at += 3;
        }
        let zone = match self.peek() {
            b'+' | b'-' => self.offset().map(TimeZone::Offset),
            _ => {
                let rest = self.rest();
                let stop = |byte: &u8| matches!(byte, 0 | b' ' | b')' | b',' | b';' | b'\t');
                let length = rest.iter().position(stop).unwrap_or(rest.len());
                // Abbreviations end where a sign begins.
                let word = &rest[..length];
                let short = word.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(length);
                let found = zone::by_name(word).map(|zone| (zone, length));
                let found = found.or_else(|| {
                    let is_cut = short < length && short > 0 && matches!(word[short], b'+' | b'-');
                    is_cut.then(|| zone::by_abbreviation(&word[..short])).flatten().map(|zone| (zone, short))
                });
                self.at += found.as_ref().map_or(length, |found| found.1);
                found.map(|found| found.0)
            }
        };
        self.skip(b")");
        zone
    }
    /// `+1`, `+01`, `+0130`, `+01:30`, `+01:30:15`, `+013015` in seconds.
    fn offset(&mut self) -> Option<i64> {
        let sign = if self.peek() == b'-' { -1 } else { 1 };
        self.at += 1;
        let digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        let has_colon = self.rest().get(digits) == Some(&b':');
        let (hours, minutes, seconds) = match (digits, has_colon) {
            (1 | 2, true) => {
                let hours = self.number(2);
                self.at += 1;
                let minutes = self.number(2);
                let seconds = if self.peek() == b':' { self.number(2) } else { 0 };
                (hours, minutes, seconds)
            }
            (1 | 2, false) => (self.number(2), 0, 0),
            (3, _) => (self.number(1), self.number(2), 0),
            (4, _) => (self.number(2), self.number(2), 0),
            (6, _) => (self.number(2), self.number(2), self.number(2)),
            _ => {
                self.at += digits;
                return None;
            }
        };
        let offset = hours * 3600 + minutes * 60 + seconds;
        (offset <= 99 * 3600 + 59 * 60 + 59).then_some(sign * offset)
    }
}

pub(crate) fn full_year(year: i64, digits: usize) -> i64 {
    match year {
        _ if digits >= 4 => year,
        0..70 => year + 2000,
        70..100 => year + 1900,
        _ => year,
    }
}

pub(crate) fn month(word: &[u8]) -> Option<i64> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
    let found = (0..12).find(|at| is(MONTHS[*at]) || is(&MONTHS[*at][..3]) || is(ROMAN[*at]) || (*at == 8 && is("sept")));
    found.map(|at| at as i64 + 1)
}

pub(crate) fn weekday(word: &[u8]) -> Option<i64> {
    let is = |name: &str| word.eq_ignore_ascii_case(name.as_bytes());
    const OTHERS: [(&str, i64); 5] = [("tues", 2), ("wednes", 3), ("thur", 4), ("thurs", 4), ("satur", 6)];
    let plural = |at: &usize| {
        let name = WEEKDAYS[*at];
        word.len() == name.len() + 1 && word[..name.len()].eq_ignore_ascii_case(name.as_bytes()) && word[name.len()] | 32 == b's'
    };
    let found = (0..7).find(|at| is(WEEKDAYS[*at]) || is(&WEEKDAYS[*at][..3]) || plural(at));
    found.map(|at| at as i64).or(OTHERS.iter().find(|(name, _)| is(name)).map(|entry| entry.1))
}
