//! Time zones as PHP knows them: an offset, an abbreviation, or a zone of the database; the default one.

use crate::database::{self, Zone};
use crate::names::ABBREVIATIONS;
use phpc_core::engine::ini;
use phpc_core::global::Global;

#[derive(Clone, Debug)]
pub(crate) enum TimeZone {
    /// Seconds east of Greenwich.
    Offset(i64),
    /// Upper case; the offset without summer time's hour.
    Abbreviation { name: String, offset: i64, is_dst: bool },
    Named(&'static Zone),
}

/// What a clock in a zone shows.
pub(crate) struct Reading {
    pub is_dst: bool,
    pub abbreviation: String,
}

impl TimeZone {
    pub(crate) fn utc() -> TimeZone {
        TimeZone::Named(database::utc())
    }
    /// The number of its kind in dumps.
    pub(crate) fn kind(&self) -> i64 {
        match self {
            TimeZone::Offset(_) => 1,
            TimeZone::Abbreviation { .. } => 2,
            TimeZone::Named(_) => 3,
        }
    }
    pub(crate) fn name(&self) -> String {
        match self {
            TimeZone::Offset(offset) => offset_text(*offset, ":"),
            TimeZone::Abbreviation { name, .. } => name.clone(),
            TimeZone::Named(zone) => zone.name.clone(),
        }
    }
    pub(crate) fn offset(&self, moment: i64) -> i64 {
        match self {
            TimeZone::Offset(offset) => *offset,
            TimeZone::Abbreviation { offset, is_dst, .. } => offset + i64::from(*is_dst) * 3600,
            TimeZone::Named(zone) => zone.period(moment).offset,
        }
    }
    pub(crate) fn read(&self, moment: i64) -> Reading {
        match self {
            TimeZone::Offset(offset) => {
                let (sign, size) = (if *offset < 0 { '-' } else { '+' }, offset.abs());
                let abbreviation = format!("GMT{sign}{:02}{:02}", size / 3600, size / 60 % 60);
                Reading { is_dst: false, abbreviation }
            }
            TimeZone::Abbreviation { name, is_dst, .. } => {
                Reading { is_dst: *is_dst, abbreviation: name.clone() }
            }
            TimeZone::Named(zone) => {
                let period = zone.period(moment);
                Reading { is_dst: period.is_dst, abbreviation: period.abbreviation.clone() }
            }
        }
    }
    /// The moment at which clocks show `local` (seconds of the local clock). Where they show it twice it is the first time
    /// unless `prefer_standard`; where clocks were put forward over it, as far after the change as it lies in the gap.
    pub(crate) fn moment(&self, local: i64, prefer_standard: bool) -> i64 {
        let TimeZone::Named(zone) = self else { return local.wrapping_sub(self.offset(0)) };
        let before = zone.period(local.saturating_sub(86_400)).offset;
        let after = zone.period(local.saturating_add(86_400)).offset;
        let early = local.wrapping_sub(before);
        if before == after && zone.period(early).offset == before {
            return early;
        }
        let late = local.wrapping_sub(after);
        let early_fits = zone.period(early).offset == before;
        let late_fits = zone.period(late).offset == after;
        if late_fits && (!early_fits || prefer_standard) { late } else { early }
    }
    pub(crate) fn is_same(&self, other: &TimeZone) -> bool {
        match (self, other) {
            (TimeZone::Offset(a), TimeZone::Offset(b)) => a == b,
            (TimeZone::Abbreviation { name: a, .. }, TimeZone::Abbreviation { name: b, .. }) => a == b,
            (TimeZone::Named(a), TimeZone::Named(b)) => a.name == b.name,
            _ => false,
        }
    }
}

/// `+01:00`, with seconds where there are any.
pub(crate) fn offset_text(offset: i64, colon: &str) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    let offset = offset.abs();
    let (hours, minutes, seconds) = (offset / 3600, offset / 60 % 60, offset % 60);
    let rest = if seconds == 0 { String::new() } else { format!("{colon}{seconds:02}") };
    format!("{sign}{hours:02}{colon}{minutes:02}{rest}")
}

/// A zone by name or abbreviation.
pub(crate) fn by_name(name: &[u8]) -> Option<TimeZone> {
    if name == b"UTC" {
        return Some(TimeZone::utc());
    }
    if let Some(found) = by_abbreviation(name) {
        return Some(found);
    }
    database::find(name).map(TimeZone::Named)
}

pub(crate) fn by_abbreviation(name: &[u8]) -> Option<TimeZone> {
    if name.eq_ignore_ascii_case(b"UTC") {
        return Some(TimeZone::Abbreviation { name: "UTC".to_string(), offset: 0, is_dst: false });
    }
    let found = ABBREVIATIONS.iter().find(|entry| entry.0.as_bytes().eq_ignore_ascii_case(name))?;
    let offset = found.1 - i64::from(found.2) * 3600;
    Some(TimeZone::Abbreviation { name: found.0.to_ascii_uppercase(), offset, is_dst: found.2 })
}

static DEFAULT: Global<Option<&'static Zone>> = Global::new(None);

/// What `date_default_timezone_set`, else the setting `date.timezone` says.
pub(crate) fn default_zone() -> &'static Zone {
    if let Some(zone) = DEFAULT.get() {
        return zone;
    }
    let setting = ini::text("date.timezone");
    database::find(&setting).unwrap_or_else(database::utc)
}

pub(crate) fn set_default(zone: &'static Zone) {
    DEFAULT.set(Some(zone));
}
