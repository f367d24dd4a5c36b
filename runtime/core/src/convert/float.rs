//! Floats as text: PHP's `%G`-like form with a number of digits, or the shortest that reads back.

use crate::Str;
use std::fmt::Write;

/// Significant digits without trailing zeros, and the place of the decimal point (0.1 has point 0, 1.0 has 1).
struct Digits {
    bytes: [u8; MAX_DIGITS],
    length: usize,
    point: i32,
    negative: bool,
}

/// More digits than this add nothing but zeros.
const MAX_DIGITS: usize = 800;

struct Cursor<'a>(&'a mut [u8], usize);

impl Write for Cursor<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.1 + text.len();
        self.0.get_mut(self.1..end).ok_or(std::fmt::Error)?.copy_from_slice(text.as_bytes());
        self.1 = end;
        Ok(())
    }
}

fn digits(value: f64, precision: Option<usize>) -> Digits {
    let mut text = [0u8; MAX_DIGITS + 16];
    let mut cursor = Cursor(&mut text, 0);
    let size = value.abs();
    match precision {
        Some(count) => write!(cursor, "{:.*e}", count.clamp(1, MAX_DIGITS) - 1, size),
        None => write!(cursor, "{size:e}"),
    }
    .expect("the buffer holds the longest form");
    let text = &cursor.0[..cursor.1];
    let exponent_at = text.iter().position(|&byte| byte == b'e').expect("scientific form");
    let exponent: i32 = std::str::from_utf8(&text[exponent_at + 1..]).expect("ASCII").parse().expect("an exponent");
    let mut result = Digits { bytes: [0; MAX_DIGITS], length: 0, point: exponent + 1, negative: value.is_sign_negative() };
    for &byte in text[..exponent_at].iter().filter(|byte| byte.is_ascii_digit()) {
        result.bytes[result.length] = byte;
        result.length += 1;
    }
    while result.length > 1 && result.bytes[result.length - 1] == b'0' {
        result.length -= 1;
    }
    result
}

/// `precision` significant digits as `echo` prints them; -1: the shortest text that reads back as the same float.
/// `exponent` is `b'E'` (`b'e'` for JSON and `%g`).
pub fn append_float(out: &mut Str, value: f64, precision: i32, exponent: u8) {
    if let Some(name) = not_finite(value) {
        return out.push(name);
    }
    if value.trunc() == value && value.abs() < 1e14 && (precision < 0 || precision >= 14) {
        if value == 0.0 && value.is_sign_negative() {
            out.push(b"-");
        }
        return super::append_int(out, value as i64);
    }
    let limit = if precision < 0 { 17 } else { precision.max(1) };
    let digits = digits(value, (precision >= 0).then_some(limit as usize));
    let (text, point) = (&digits.bytes[..digits.length], digits.point);
    if digits.negative {
        out.push(b"-");
    }
    if point < -3 || point > limit {
        append_scientific(out, text, point - 1, exponent);
    } else if point <= 0 {
        out.push(b"0.");
        out.push(&b"0000"[..-point as usize]);
        out.push(text);
    } else {
        let whole = (point as usize).min(text.len());
        out.push(&text[..whole]);
        for _ in whole..point as usize {
            out.push(b"0");
        }
        if whole < text.len() {
            out.push(b".");
            out.push(&text[whole..]);
        }
    }
}

fn append_scientific(out: &mut Str, text: &[u8], exponent: i32, letter: u8) {
    out.push(&text[..1]);
    out.push(b".");
    out.push(if text.len() > 1 { &text[1..] } else { b"0" });
    out.push(&[letter, if exponent < 0 { b'-' } else { b'+' }]);
    super::append_int(out, exponent.unsigned_abs() as i64);
}

fn not_finite(value: f64) -> Option<&'static [u8]> {
    if value.is_nan() {
        return Some(b"NAN");
    }
    value.is_infinite().then_some(if value > 0.0 { b"INF" } else { b"-INF" })
}

/// A float as `(string)` and `echo` give it (setting `precision`).
pub fn float_to_str(value: f64) -> Str {
    let mut out = Str::with_capacity(24);
    append_float(&mut out, value, crate::engine::ini::precision(), b'E');
    out
}

/// A float as `var_dump`, `var_export` and messages give it (setting `serialize_precision`), without `.0`.
/// The shortest digits that mean this float, whatever the settings.
pub fn float_shortest(value: f64) -> Str {
    let mut out = Str::with_capacity(24);
    append_float(&mut out, value, -1, b'E');
    out
}

pub fn float_repr(value: f64) -> Str {
    let mut out = Str::with_capacity(24);
    append_float(&mut out, value, crate::engine::ini::serialize_precision(), b'E');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_php_prints() {
        let show = |value, precision| {
            let mut out = Str::empty();
            append_float(&mut out, value, precision, b'E');
            out.to_text()
        };
        for (value, echoed, exported) in [
            (1e14, "1.0E+14", "100000000000000"),
            (1e15, "1.0E+15", "1000000000000000"),
            (123456789012345.0, "1.2345678901234E+14", "123456789012345"),
            (123456789012345678.0, "1.2345678901235E+17", "1.2345678901234568E+17"),
            (1e17, "1.0E+17", "1.0E+17"),
            (0.0001, "0.0001", "0.0001"),
            (0.00001, "1.0E-5", "1.0E-5"),
            (1.5e-7, "1.5E-7", "1.5E-7"),
            (-0.0, "-0", "-0"),
            (1e25, "1.0E+25", "1.0E+25"),
            (f64::NAN, "NAN", "NAN"),
            (f64::NEG_INFINITY, "-INF", "-INF"),
            (0.1 + 0.2, "0.3", "0.30000000000000004"),
            (100000.0, "100000", "100000"),
            (1.5, "1.5", "1.5"),
            (-1234.5678, "-1234.5678", "-1234.5678"),
        ] {
            assert_eq!((show(value, 14), show(value, -1)), (echoed.into(), exported.into()));
        }
        assert_eq!(show(0.1, 17), "0.10000000000000001");
        assert_eq!(show(1234.5678, 3), "1.23E+3");
        assert_eq!(show(0.00012, 1), "0.0001");
    }
}
