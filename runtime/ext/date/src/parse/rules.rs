//! The forms in which dates and times may be written: a table of patterns, each with what it sets. The longest match wins,
//! among equals the first.

use super::Parsed;
use super::cursor::{Cursor, weekday};
use super::relative;
use crate::calendar::{from_days, iso_day};
use crate::moment::{DayOf, Special};
use crate::pattern::{Names, Pattern, compile};
use crate::zone::TimeZone;
use phpc_core::global::Global;

type Rule = fn(&mut Parsed, &mut Cursor);

/// Parts of the patterns.
const PARTS: &[(&str, &str)] = &[
    ("sp", "[ \t]*"),
    ("hour24", "[01]?[0-9]|2[0-4]"),
    ("hour24lz", "[01][0-9]|2[0-4]"),
    ("hour12", "0?[1-9]|1[0-2]"),
    ("minute", "[0-5]?[0-9]"),
    ("minutelz", "[0-5][0-9]"),
    ("second", "[0-5]?[0-9]|60"),
    ("secondlz", "[0-5][0-9]|60"),
    ("meridian", "[ap]\\.?m\\.?"),
    ("frac", "[.,][0-9]+"),
    ("tz", "\\(?[A-Za-z]<1,6>\\)?|[A-Z][a-z]+([_/\\-][A-Za-z]+)+|Etc/GMT[+\\-][0-9]<1,2>"),
    ("tzcorrection", "(GMT)?[+\\-]({hour24}(:?{minute})?|{hour24lz}{minutelz}{secondlz}|{hour24lz}:{minutelz}:{secondlz})"),
    ("month", "0?[0-9]|1[0-2]"),
    ("monthlz", "0[0-9]|1[0-2]"),
    ("day", "([0-2]?[0-9]|3[01])"),
    ("daylz", "0[0-9]|[1-2][0-9]|3[01]"),
    ("daysuf", "(st|nd|rd|th)"),
    ("year", "[0-9]<1,4>"),
    ("year2", "[0-9]<2>"),
    ("year4", "[0-9]<4>"),
    ("dayofyear", "00[1-9]|0[1-9][0-9]|[12][0-9][0-9]|3[0-5][0-9]|36[0-6]"),
    ("weekofyear", "0[1-9]|[1-4][0-9]|5[0-3]"),
    ("monthabbr", "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"),
    ("monthtext", "january|february|march|april|may|june|july|august|september|october|november|december|{monthabbr}|i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii"),
    ("dayfull", "sundays?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?"),
    ("dayname", "{dayfull}|sun|mon|tues?|wed|wednes|thur?s?|fri|satur|sat"),
    ("reltextnumber", "first|second|third|fourth|fifth|sixth|seventh|eighth?|ninth|tenth|eleventh|twelfth"),
    ("reltexttext", "next|last|previous|this"),
    ("reltextunit", "ms|µs|(msec|millisecond|µsec|microsecond|usec|sec|second|min|minute|hour|day|fortnight|forthnight|month|year)s?|weeks|weekdays?|{dayname}"),
    ("relnumber", "[+\\-]*[ \t]*[0-9]<1,13>"),
    ("time24", "t?({hour24}[:.]{minute}|{hour24}[:.]{minute}[:.]{second}|{hour24}[:.]{minute}[:.]{second}{frac})"),
    ("time12", "{hour12}([:.]{minutelz})?([:.]{secondlz})?{sp}{meridian}"),
    ("datenoyear", "({monthtext})[ .\t\\-]*{day}[,.stndrh\t ]*"),
    ("iso", "{year4}-({monthlz})-({daylz})"),
];

/// The forms.
const RULES: &[(&str, Rule)] = &[
    ("yesterday", |parsed, _| day_word(parsed, -1)),
    ("now", |parsed, _| parsed.has_relative = true),
    ("noon", |parsed, _| {
        parsed.clear_time();
        parsed.has_time = true;
        parsed.hour = Some(12);
    }),
    ("midnight|today", |parsed, _| parsed.clear_time()),
    ("tomorrow", |parsed, _| day_word(parsed, 1)),
    ("@-?[0-9]+(\\.[0-9]<0,6>)?", timestamp),
    ("(first|last) day of", |parsed, cursor| {
        parsed.has_relative = true;
        parsed.relative.day_of = if cursor.peek() | 32 == b'l' { DayOf::Last } else { DayOf::First };
    }),
    ("(back|front) of {hour24}({sp}{meridian})?", back_of),
    ("({reltextnumber}|{reltexttext})_({dayname})_of", weekday_of),
    ("{time12}", |parsed, cursor| {
        if start_time(parsed, cursor) {
            clock12(parsed, cursor);
        }
    }),
    ("{hour12}:{minutelz}:{secondlz}[:.][0-9]+{meridian}", |parsed, cursor| {
        if start_time(parsed, cursor) {
            parsed.hour = Some(cursor.number(2));
            parsed.minute = Some(cursor.number(2));
            parsed.second = Some(cursor.number(2));
            parsed.micros = Some(cursor.fraction());
            parsed.hour = Some(cursor.meridian(parsed.hour.unwrap_or(0)));
        }
    }),
    ("t{hour24}|{time24}|t?{hour24}[:.]{minute}[:.]{secondlz}{sp}({tzcorrection}|{tz})", |parsed, cursor| {
        if start_time(parsed, cursor) {
            clock24(parsed, cursor);
            trailing_zone(parsed, cursor);
        }
    }),
    ("t?({hour24lz}){minutelz}", |parsed, cursor| {
        if parsed.has_time {
            parsed.year = Some(cursor.number(4));
            return;
        }
        if start_time(parsed, cursor) {
            parsed.hour = Some(cursor.number(2));
            parsed.minute = Some(cursor.number(2));
            parsed.second = Some(0);
        }
    }),
    ("t({hour24lz}){minutelz}({secondlz})", |parsed, cursor| {
        if start_time(parsed, cursor) {
            packed_clock(parsed, cursor);
        }
    }),
    ("({month})/{day}(/{year})?", |parsed, cursor| {
        if start_date(parsed, cursor) {
            parsed.month = Some(cursor.number(2));
            parsed.day = Some(cursor.number(2));
            if !cursor.is_done() {
                parsed.year = Some(cursor.year());
            }
        }
    }),
    ("[+\\-]?{iso}|{year4}/({monthlz})/({daylz})/?|{year4}/({month})/{day}|[+\\-][0-9]<5,19>-({monthlz})-({daylz})", |parsed, cursor| {
        let negative = cursor.peek() == b'-';
        if start_date(parsed, cursor) {
            let year = cursor.number(19);
            parsed.year = Some(if negative { -year } else { year });
            parsed.month = Some(cursor.number(2));
            parsed.day = Some(cursor.number(2));
        }
    }),
    ("{year2}-({monthlz})-({daylz})|{year}-({month})-{day}", year_month_day),
    ("{year4}-({month})", |parsed, cursor| {
        if start_date(parsed, cursor) {
            parsed.year = Some(cursor.year());
            parsed.month = Some(cursor.number(2));
            parsed.day = Some(1);
        }
    }),
    ("{day}{daysuf}?[ \t.\\-]*({monthtext})[ \t.\\-]*{year}", |parsed, cursor| {
        if start_date(parsed, cursor) {
            parsed.day = Some(cursor.number(2));
            skip_suffix(cursor);
            parsed.month = cursor.month_name();
            parsed.year = Some(cursor.year());
        }
    }),
    ("{day}[.\t\\-]({month})[.\\-]{year4}|{day}[.\t]({month})\\.{year2}", |parsed, cursor| {
        if start_date(parsed, cursor) {
            parsed.day = Some(cursor.number(2));
            parsed.month = Some(cursor.number(2));
            parsed.year = Some(cursor.year());
        }
    }),
    ("({monthtext})[ .\t\\-]*{year4}", |parsed, cursor| {
        if start_date(parsed, cursor) {
            parsed.month = cursor.month_name();
            parsed.year = Some(cursor.year());
            parsed.day = Some(1);
        }
    }),
    ("{year4}[ .\t\\-]*({monthtext})", |parsed, cursor| {
        if start_date(parsed, cursor) {
            parsed.year = Some(cursor.year());
            parsed.month = cursor.month_name();
            parsed.day = Some(1);
        }
    }),
    ("({monthtext})[ .\t\\-]*{day}[,.stndrh\t ]+{year}", |parsed, cursor| {
        if start_date(parsed, cursor) {
            parsed.month = cursor.month_name();
            parsed.day = Some(cursor.number(2));
            parsed.year = Some(cursor.year());
        }
    }),
    ("{datenoyear}", |parsed, cursor| {
        if start_date(parsed, cursor) {
            parsed.month = cursor.month_name();
            parsed.day = Some(cursor.number(2));
        }
    }),
    ("{day}{daysuf}?[ .\t\\-]*({monthtext})", |parsed, cursor| {
        if start_date(parsed, cursor) {
            parsed.day = Some(cursor.number(2));
            skip_suffix(cursor);
            parsed.month = cursor.month_name();
        }
    }),
    ("{year4}({monthlz})({daylz})", |parsed, cursor| {
        if start_date(parsed, cursor) {
            packed_date(parsed, cursor);
        }
    }),
    ("{iso}T({hour24lz}):{minutelz}:({secondlz}){frac}({tzcorrection}|z)?|{year4}-({month})-{day}T({hour24}):({minute}):({second})|{year4}:({monthlz}):({daylz}) ({hour24lz}):{minutelz}:({secondlz})", |parsed, cursor| {
        if start_time(parsed, cursor) & start_date(parsed, cursor) {
            parsed.year = Some(cursor.number(4));
            parsed.month = Some(cursor.number(2));
            parsed.day = Some(cursor.number(2));
            clock24(parsed, cursor);
            trailing_zone(parsed, cursor);
        }
    }),
    ("{year4}({monthlz})({daylz})T({hour24}):?{minutelz}:?({secondlz})", |parsed, cursor| {
        if start_time(parsed, cursor) & start_date(parsed, cursor) {
            packed_date(parsed, cursor);
            packed_clock(parsed, cursor);
        }
    }),
    ("{year4}[.\\-]?({dayofyear})", |parsed, cursor| {
        if start_date(parsed, cursor) {
            parsed.year = Some(cursor.number(4));
            parsed.day = Some(cursor.number(3));
            parsed.month = Some(1);
            if let (Some(year), Some(day)) = (parsed.year, parsed.day) {
                set_days(parsed, crate::calendar::to_days(year, 1, day));
            }
        }
    }),
    ("({monthabbr})-({daylz})-{year}", |parsed, cursor| {
        if start_date(parsed, cursor) {
            parsed.month = cursor.month_name();
            parsed.day = Some(cursor.number(2));
            parsed.year = Some(cursor.year());
        }
    }),
    ("{year}-({monthabbr})-({daylz})", |parsed, cursor| {
        if start_date(parsed, cursor) {
            parsed.year = Some(cursor.year());
            parsed.month = cursor.month_name();
            parsed.day = Some(cursor.number(2));
        }
    }),
    ("{year4}-?W({weekofyear})(-?[0-7])?", iso_week),
    ("{day}/({monthabbr})/{year4}:({hour24lz}):{minutelz}:({secondlz})_({tzcorrection})", |parsed, cursor| {
        if start_time(parsed, cursor) & start_date(parsed, cursor) {
            parsed.day = Some(cursor.number(2));
            parsed.month = cursor.month_name();
            parsed.year = Some(cursor.number(4));
            clock24(parsed, cursor);
            trailing_zone(parsed, cursor);
        }
    }),
    ("{year4}", |parsed, cursor| parsed.year = Some(cursor.number(4))),
    ("ago", |parsed, _| relative::ago(parsed)),
    ("{dayname}", |parsed, cursor| {
        parsed.has_relative = true;
        parsed.clear_time();
        let behaviour = parsed.relative.weekday.map_or(1, |(_, old)| if old == 2 { 2 } else { 1 });
        parsed.relative.weekday = weekday(cursor.letters()).map(|day| (day, behaviour));
    }),
    ("({reltexttext})_week", |parsed, cursor| {
        parsed.has_relative = true;
        let (amount, _) = relative::amount_word(cursor);
        parsed.relative.day += amount * 7;
        let day = parsed.relative.weekday.map_or(1, |(day, _)| day);
        parsed.relative.weekday = Some((day, 2));
    }),
    ("({reltextnumber}|{reltexttext})_({reltextunit})", |parsed, cursor| {
        parsed.has_relative = true;
        let (amount, behaviour) = relative::amount_word(cursor);
        cursor.skip_spaces();
        relative::add(parsed, cursor, amount, behaviour, false);
    }),
    ("{monthtext}", |parsed, cursor| {
        parsed.has_date = true;
        parsed.month = cursor.month_name();
    }),
    ("{tzcorrection}|{tz}", |parsed, cursor| zone(parsed, cursor)),
    ("{datenoyear}({time24}|{time12})", |parsed, cursor| {
        if start_date(parsed, cursor) {
            parsed.month = cursor.month_name();
            parsed.day = Some(cursor.number(2));
        }
        if start_time(parsed, cursor) {
            match cursor.rest().last() {
                Some(b'm' | b'M' | b'.') => clock12(parsed, cursor),
                _ => clock24(parsed, cursor),
            }
        }
    }),
    ("{relnumber}{sp}({reltextunit}|week)", |parsed, cursor| {
        parsed.has_relative = true;
        let amount = cursor.signed(24);
        cursor.skip_spaces();
        relative::add(parsed, cursor, amount, 1, true);
    }),
];

static COMPILED: Global<Option<&'static [(Pattern, Rule)]>> = Global::new(None);

fn compiled() -> &'static [(Pattern, Rule)] {
    if let Some(rules) = COMPILED.get() {
        return rules;
    }
    let mut names = Names::new();
    for (name, text) in PARTS {
        let pattern = compile(&names, text);
        names.insert(name, pattern);
    }
    let rules: Vec<(Pattern, Rule)> = RULES.iter().map(|(text, rule)| (compile(&names, text), *rule)).collect();
    let rules: &'static [(Pattern, Rule)] = rules.leak();
    COMPILED.set(Some(rules));
    rules
}

/// The form that the text begins with.
pub(super) fn longest(text: &[u8]) -> Option<(Rule, usize)> {
    let mut best: Option<(Rule, usize)> = None;
    for (pattern, rule) in compiled() {
        if let Some(length) = pattern.longest(text)
            && length > best.map_or(0, |best| best.1)
        {
            best = Some((*rule, length));
        }
    }
    best
}

fn start_time(parsed: &mut Parsed, cursor: &Cursor) -> bool {
    if parsed.has_time {
        parsed.error(cursor.text, cursor.end, "Double time specification");
        return false;
    }
    parsed.has_time = true;
    (parsed.hour, parsed.minute, parsed.second, parsed.micros) = (Some(0), Some(0), Some(0), Some(0));
    true
}

fn start_date(parsed: &mut Parsed, cursor: &Cursor) -> bool {
    if parsed.has_date {
        parsed.error(cursor.text, cursor.end, "Double date specification");
        return false;
    }
    parsed.has_date = true;
    true
}

fn zone(parsed: &mut Parsed, cursor: &mut Cursor) {
    parsed.zones += 1;
    if parsed.zones > 1 {
        match parsed.zones {
            2 => parsed.warning(cursor.text, cursor.end, "Double timezone specification"),
            _ => parsed.error(cursor.text, cursor.end, "Double timezone specification"),
        }
        return;
    }
    let start = cursor.at;
    match cursor.zone() {
        Some(zone) => parsed.zone = Some(zone),
        None => parsed.error(cursor.text, start, "The timezone could not be found in the database"),
    }
}

fn trailing_zone(parsed: &mut Parsed, cursor: &mut Cursor) {
    if !cursor.is_done() {
        zone(parsed, cursor);
    }
}

fn day_word(parsed: &mut Parsed, days: i64) {
    parsed.has_relative = true;
    parsed.clear_time();
    parsed.relative.day = days;
}

fn timestamp(parsed: &mut Parsed, cursor: &mut Cursor) {
    let negative = cursor.text[cursor.at + 1] == b'-';
    let seconds = cursor.signed(24);
    let micros = if cursor.peek() == b'.' { cursor.fraction() } else { 0 };
    (parsed.year, parsed.month, parsed.day) = (Some(1970), Some(1), Some(1));
    (parsed.hour, parsed.minute, parsed.second, parsed.micros) = (Some(0), Some(0), Some(0), Some(0));
    parsed.has_relative = true;
    parsed.relative.second = parsed.relative.second.wrapping_add(seconds);
    parsed.relative.micros = if negative { -micros } else { micros };
    parsed.zone = Some(TimeZone::Offset(0));
}

fn back_of(parsed: &mut Parsed, cursor: &mut Cursor) {
    let is_back = cursor.peek() | 32 == b'b';
    parsed.clear_time();
    parsed.has_time = true;
    let mut hour = cursor.number(2);
    cursor.skip_spaces();
    if !cursor.is_done() {
        hour = cursor.meridian(hour);
    }
    parsed.hour = Some(if is_back { hour } else { hour - 1 });
    parsed.minute = Some(if is_back { 15 } else { 45 });
}

fn weekday_of(parsed: &mut Parsed, cursor: &mut Cursor) {
    parsed.has_relative = true;
    parsed.clear_time();
    let (amount, behaviour) = relative::amount_word(cursor);
    cursor.skip_spaces();
    let behaviour = if amount > 0 { 1 } else { behaviour };
    let special = if amount > 0 { Special::WeekdayOfMonth } else { Special::LastWeekdayOfMonth };
    relative::add(parsed, cursor, amount, behaviour, false);
    parsed.relative.special = special;
}

fn clock12(parsed: &mut Parsed, cursor: &mut Cursor) {
    let hour = cursor.number(2);
    for field in [&mut parsed.minute, &mut parsed.second] {
        if matches!(cursor.peek(), b':' | b'.') && cursor.rest().get(1).is_some_and(u8::is_ascii_digit) {
            *field = Some(cursor.number(2));
        }
    }
    parsed.hour = Some(cursor.meridian(hour));
}

fn clock24(parsed: &mut Parsed, cursor: &mut Cursor) {
    parsed.hour = Some(cursor.number(2));
    for field in [&mut parsed.minute, &mut parsed.second] {
        if matches!(cursor.peek(), b':' | b'.') {
            *field = Some(cursor.number(2));
        }
    }
    if matches!(cursor.peek(), b'.' | b',') && cursor.rest().get(1).is_some_and(u8::is_ascii_digit) {
        parsed.micros = Some(cursor.fraction());
    }
}

fn packed_clock(parsed: &mut Parsed, cursor: &mut Cursor) {
    parsed.hour = Some(cursor.number(2));
    parsed.minute = Some(cursor.number(2));
    parsed.second = Some(cursor.number(2));
}

fn packed_date(parsed: &mut Parsed, cursor: &mut Cursor) {
    parsed.year = Some(cursor.number(4));
    parsed.month = Some(cursor.number(2));
    parsed.day = Some(cursor.number(2));
}

fn year_month_day(parsed: &mut Parsed, cursor: &mut Cursor) {
    if start_date(parsed, cursor) {
        parsed.year = Some(cursor.year());
        parsed.month = Some(cursor.number(2));
        parsed.day = Some(cursor.number(2));
    }
}

fn skip_suffix(cursor: &mut Cursor) {
    let suffix = cursor.rest().get(..2).map(<[u8]>::to_ascii_lowercase);
    if suffix.is_some_and(|suffix| matches!(&suffix[..], b"st" | b"nd" | b"rd" | b"th")) {
        cursor.at += 2;
    }
}

fn set_days(parsed: &mut Parsed, days: i64) {
    let (year, month, day) = from_days(days);
    (parsed.year, parsed.month, parsed.day) = (Some(year), Some(month), Some(day));
}

fn iso_week(parsed: &mut Parsed, cursor: &mut Cursor) {
    if start_date(parsed, cursor) {
        let year = cursor.number(4);
        let week = cursor.number(2);
        let day = if cursor.is_done() { 1 } else { cursor.number(1) };
        parsed.has_relative = true;
        set_days(parsed, iso_day(year, week, day));
    }
}
