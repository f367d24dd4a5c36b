//! Output and error silencing.

use crate::engine::{ini, output};
use crate::{Cx, Result, Str, Value, convert, diagnostics, pending};

pub fn echo(value: &Value) -> Result {
    output::echo(&mut Cx::enter(), value)
}

pub fn echo_string(text: &Str) -> Result {
    output::write(&mut Cx::enter(), text);
    pending::check()
}

pub fn echo_int(value: i64) -> Result {
    output::write(&mut Cx::enter(), convert::int_digits(value, &mut [0; 20]));
    pending::check()
}

/// Lowers error_reporting to the fatal levels; the result is what it was.
pub fn silence_begin() -> i64 {
    diagnostics::silence_begin()
}

pub fn silence_end(saved: i64) {
    diagnostics::silence_end(saved);
}

pub fn assertions_active() -> bool {
    ini::int("zend.assertions") > 0
}
