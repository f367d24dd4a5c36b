//! A moment with its zone, and what relative times ("+1 month", "last friday") do to it.

use crate::calendar::{self, Fields};
use crate::zone::TimeZone;

/// A point in time and the clock it is shown by.
#[derive(Clone, Debug)]
pub(crate) struct Moment {
    /// Since 1970-01-01 00:00 UTC.
    pub seconds: i64,
    pub micros: i64,
    pub zone: TimeZone,
}

/// Weekdays that are counted: the N-th of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Special {
    #[default]
    None,
    /// Days from Monday to Friday.
    Workdays(i64),
    WeekdayOfMonth,
    LastWeekdayOfMonth,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum DayOf {
    #[default]
    Neither,
    First,
    Last,
}

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Relative {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub micros: i64,
    /// A weekday and how it counts: 0 not today, 1 today too, 2 in the current week.
    pub weekday: Option<(i64, i64)>,
    pub special: Special,
    pub day_of: DayOf,
}

impl Moment {
    pub(crate) fn offset(&self) -> i64 {
        self.zone.offset(self.seconds)
    }
    pub(crate) fn fields(&self) -> Fields {
        Fields::from_seconds(self.seconds.wrapping_add(self.offset()), self.micros)
    }
    /// The moment when the clock of `zone` shows `fields`.
    pub(crate) fn from_fields(fields: &Fields, zone: TimeZone, prefer_standard: bool) -> Moment {
        let seconds = zone.moment(fields.seconds(), prefer_standard);
        let mut moment = Moment { seconds, micros: fields.micros, zone };
        moment.carry_micros();
        moment
    }
    pub(crate) fn carry_micros(&mut self) {
        self.seconds = self.seconds.wrapping_add(self.micros.div_euclid(1_000_000));
        self.micros = self.micros.rem_euclid(1_000_000);
    }
    /// Sets the clock of its own zone.
    pub(crate) fn set_fields(&mut self, fields: &Fields) {
        let old = self.zone.read(self.seconds);
        let twice = self.zone.moment(self.fields().seconds(), true) == self.seconds && !old.is_dst;
        *self = Moment::from_fields(fields, self.zone.clone(), twice);
    }
    pub(crate) fn now(zone: TimeZone) -> Moment {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Moment { seconds: now.as_secs() as i64, micros: i64::from(now.subsec_micros()), zone }
    }
}

/// The moment that local `fields` moved by `relative` name.
pub(crate) fn resolve(mut fields: Fields, relative: &Relative, zone: TimeZone, prefer_standard: bool) -> Moment {
    let mut relative = *relative;
    match relative.special {
        Special::WeekdayOfMonth => {
            fields.day = 1;
            fields.month += relative.month;
            relative.month = 0;
        }
        Special::LastWeekdayOfMonth => {
            fields.day = 1;
            fields.month += relative.month + 1;
            relative.month = 0;
        }
        _ => {}
    }
    if matches!(relative.special, Special::WeekdayOfMonth | Special::LastWeekdayOfMonth) {
        apply_day_of(&mut fields, relative.day_of);
        fields.normalise_date();
    }
    move_weekday(&mut fields, &relative);
    fields.year = fields.year.wrapping_add(relative.year);
    fields.month = fields.month.wrapping_add(relative.month);
    fields.day = fields.day.wrapping_add(relative.day);
    apply_day_of(&mut fields, relative.day_of);
    if let Special::Workdays(count) = relative.special {
        fields.normalise_date();
        move_workdays(&mut fields, count);
    }
    let mut moment = Moment::from_fields(&fields, zone, prefer_standard);
    let clock = relative.hour.wrapping_mul(3600).wrapping_add(relative.minute.wrapping_mul(60)).wrapping_add(relative.second);
    moment.seconds = moment.seconds.wrapping_add(clock);
    moment.micros = moment.micros.wrapping_add(relative.micros);
    moment.carry_micros();
    moment
}

fn apply_day_of(fields: &mut Fields, day_of: DayOf) {
    match day_of {
        DayOf::Neither => {}
        DayOf::First => fields.day = 1,
        DayOf::Last => {
            fields.day = 0;
            fields.month += 1;
        }
    }
}

fn move_weekday(fields: &mut Fields, relative: &Relative) {
    let Some((mut wanted, behaviour)) = relative.weekday else { return };
    let today = fields.weekday();
    if behaviour == 2 {
        // Weeks begin on Monday.
        if today == 0 && wanted != 0 {
            wanted -= 7;
        }
        if wanted == 0 && today != 0 {
            wanted = 7;
        }
        fields.day += wanted - today;
        return;
    }
    let mut difference = wanted - today;
    if (relative.day < 0 && difference < 0) || (relative.day >= 0 && difference <= -behaviour) {
        difference += 7;
    }
    fields.day += if wanted >= 0 { difference } else { today - wanted.abs() - 7 };
}

fn move_workdays(fields: &mut Fields, count: i64) {
    let step = count.signum();
    let mut days = fields.days();
    let mut left = count.abs();
    if left == 0 {
        match calendar::weekday(days) {
            6 => days += 2,
            0 => days += 1,
            _ => {}
        }
    }
    // Whole weeks at once.
    if left > 10 && !matches!(calendar::weekday(days), 0 | 6) {
        days += step * (left / 5 - 1) * 7;
        left -= (left / 5 - 1) * 5;
    }
    while left > 0 {
        days += step;
        if !matches!(calendar::weekday(days), 0 | 6) {
            left -= 1;
        }
    }
    (fields.year, fields.month, fields.day) = calendar::from_days(days);
}

impl Relative {
    /// Nothing but elapsed time.
    pub(crate) fn is_clock_only(&self) -> bool {
        let words = self.weekday.is_some() || self.special != Special::None || self.day_of != DayOf::Neither;
        !words && self.year == 0 && self.month == 0 && self.day == 0
    }
    pub(crate) fn clock_seconds(&self) -> i64 {
        self.hour.wrapping_mul(3600).wrapping_add(self.minute.wrapping_mul(60)).wrapping_add(self.second)
    }
}
