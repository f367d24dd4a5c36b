//! The proleptic Gregorian calendar: days since 1970-01-01, weekdays, ISO weeks, and fields of a local time.

pub(crate) const DAY: i64 = 86_400;

/// A local time, as a calendar and a clock show it. Fields may be out of range until [`Fields::seconds`] has counted them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub micros: i64,
}

impl Fields {
    /// From seconds since 1970-01-01 00:00 of the same clock.
    pub(crate) fn from_seconds(seconds: i64, micros: i64) -> Fields {
        let (year, month, day) = from_days(seconds.div_euclid(DAY));
        let rest = seconds.rem_euclid(DAY);
        Fields { year, month, day, hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60, micros }
    }
    /// Seconds since 1970-01-01 00:00 of the same clock; fields out of range carry over.
    pub(crate) fn seconds(&self) -> i64 {
        let clock = self.hour.wrapping_mul(3600).wrapping_add(self.minute.wrapping_mul(60)).wrapping_add(self.second);
        self.days().wrapping_mul(DAY).wrapping_add(clock)
    }
    pub(crate) fn days(&self) -> i64 {
        to_days(self.year, self.month, self.day)
    }
    /// Brings the date into range, leaving the clock.
    pub(crate) fn normalise_date(&mut self) {
        (self.year, self.month, self.day) = from_days(self.days());
    }
    pub(crate) fn weekday(&self) -> i64 {
        weekday(self.days())
    }
}

/// Days since 1970-01-01; months and days out of range carry over.
pub(crate) fn to_days(year: i64, month: i64, day: i64) -> i64 {
    let year = year.wrapping_add((month - 1).div_euclid(12));
    let month = (month - 1).rem_euclid(12) + 1;
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5;
    let days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    era.wrapping_mul(146_097).wrapping_add(days - 719_469).wrapping_add(day)
}

pub(crate) fn from_days(days: i64) -> (i64, i64, i64) {
    let days = days.wrapping_add(719_468);
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// 0 is Sunday.
pub(crate) fn weekday(days: i64) -> i64 {
    (days + 4).rem_euclid(7)
}

pub(crate) fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

pub(crate) fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// 0 is January 1st.
pub(crate) fn day_of_year(year: i64, month: i64, day: i64) -> i64 {
    to_days(year, month, day) - to_days(year, 1, 1)
}

/// ISO 8601: the year a week belongs to, and its number.
pub(crate) fn iso_week(year: i64, month: i64, day: i64) -> (i64, i64) {
    let days = to_days(year, month, day);
    let thursday = days - (weekday(days) + 6) % 7 + 3;
    let (iso_year, ..) = from_days(thursday);
    (iso_year, (thursday - to_days(iso_year, 1, 1)) / 7 + 1)
}

/// The day of an ISO week as days since 1970-01-01; all numbers may be out of range.
pub(crate) fn iso_day(year: i64, week: i64, day: i64) -> i64 {
    let fourth = to_days(year, 1, 4);
    let monday = fourth - (weekday(fourth) + 6) % 7;
    monday + (week - 1) * 7 + day - 1
}

pub(crate) fn is_valid_date(year: i64, month: i64, day: i64) -> bool {
    (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month)
}

pub(crate) const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
pub(crate) const WEEKDAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
