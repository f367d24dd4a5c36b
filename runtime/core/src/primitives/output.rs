//! Output and error silencing.

use crate::{Cx, Result, Str, Value, View, convert, diagnostics, ini, output};

pub fn echo(value: &Value) -> Result {
    let cx = &mut Cx::enter();
    match value.view() {
        View::Str(text) => output::write(cx, text),
        View::Int(value) => output::write(cx, convert::int_digits(value, &mut [0; 20])),
        _ => {
            let text = convert::to_str(cx, value)?;
            output::write(cx, &text)
        }
    }
}

pub fn echo_string(text: &Str) -> Result {
    output::write(&mut Cx::enter(), text)
}

pub fn echo_int(value: i64) -> Result {
    output::write(&mut Cx::enter(), convert::int_digits(value, &mut [0; 20]))
}

/// Lowers error_reporting to the fatal levels; the result is what it was.
pub fn silence_begin() -> i64 {
    diagnostics::silence()
}

pub fn silence_end(saved: i64) {
    diagnostics::unsilence(saved);
}

pub fn assertions_active() -> bool {
    ini::assertions_active()
}
