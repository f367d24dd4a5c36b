//! The extension `date`. `calendar` counts days, `database` has the zones, `moment` is a point in time; `parse` reads texts,
//! `format` writes them; `datetime`, `timezone`, `interval` and `period` are the classes.

mod calendar;
mod database;
mod datetime;
mod format;
mod functions;
mod interval;
mod moment;
mod names;
mod object;
mod parse;
mod pattern;
mod period;
mod span;
mod timezone;
mod zone;

use phpc_core::classes::builtin::BuiltinClass;
use phpc_core::extension::Extension;

pub static EXTENSION: Extension = Extension {
    functions: &[functions::FUNCTIONS],
    aliases: &[functions::ALIASES],
    constants: &[functions::CONSTANTS],
    classes: &[datetime::CLASSES, timezone::CLASSES, interval::CLASSES, period::CLASSES, ERRORS],
    ..Extension::new("date")
};

static ERRORS: &[&BuiltinClass] = &[
    &DATE_ERROR,
    &DATE_OBJECT_ERROR,
    &DATE_RANGE_ERROR,
    &DATE_EXCEPTION,
    &INVALID_TIME_ZONE,
    &INVALID_OPERATION,
    &MALFORMED_STRING,
    &MALFORMED_INTERVAL,
    &MALFORMED_PERIOD,
];
static DATE_ERROR: BuiltinClass = BuiltinClass::new("class DateError extends Error");
static DATE_OBJECT_ERROR: BuiltinClass = BuiltinClass::new("class DateObjectError extends DateError");
static DATE_RANGE_ERROR: BuiltinClass = BuiltinClass::new("class DateRangeError extends DateError");
static DATE_EXCEPTION: BuiltinClass = BuiltinClass::new("class DateException extends Exception");
static INVALID_TIME_ZONE: BuiltinClass = BuiltinClass::new("class DateInvalidTimeZoneException extends DateException");
static INVALID_OPERATION: BuiltinClass = BuiltinClass::new("class DateInvalidOperationException extends DateException");
static MALFORMED_STRING: BuiltinClass = BuiltinClass::new("class DateMalformedStringException extends DateException");
static MALFORMED_INTERVAL: BuiltinClass = BuiltinClass::new("class DateMalformedIntervalStringException extends DateException");
static MALFORMED_PERIOD: BuiltinClass = BuiltinClass::new("class DateMalformedPeriodStringException extends DateException");
