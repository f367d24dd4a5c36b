//! Numeric strings: which texts PHP reads as numbers, and what they are.

/// A number read from a string.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Number {
    Int(i64),
    Float(f64),
}

impl Number {
    #[inline]
    pub fn to_float(self) -> f64 {
        match self {
            Number::Int(int) => int as f64,
            Number::Float(float) => float,
        }
    }
}

/// What the beginning of a string says.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Prefix {
    pub number: Number,
    /// Nothing but white space follows: the string is numeric.
    pub whole: bool,
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c)
}

/// The number that the whole string is (white space allowed around it): `is_numeric`.
#[inline]
pub fn parse(text: &[u8]) -> Option<Number> {
    match text.first() {
        Some(b'a'..=b'z' | b'A'..=b'Z') | None => None,
        _ => parse_prefix(text).filter(|prefix| prefix.whole).map(|prefix| prefix.number),
    }
}

/// The number that the string begins with, if any.
pub fn parse_prefix(text: &[u8]) -> Option<Prefix> {
    let start = text.iter().position(|&byte| !is_space(byte))?;
    let text = &text[start..];
    let scan = scan(text)?;
    let whole = text[scan.end..].iter().all(|&byte| is_space(byte));
    let number = if scan.float { None } else { parse_int(&text[..scan.end]) };
    let number = number.map_or_else(|| Number::Float(parse_float(&text[..scan.end])), Number::Int);
    Some(Prefix { number, whole })
}

/// `strtod` on the beginning of the text (no leading white space): the float and its length.
pub fn float_prefix(text: &[u8]) -> Option<(f64, usize)> {
    let scan = scan(text)?;
    Some((parse_float(&text[..scan.end]), scan.end))
}

struct Scan {
    end: usize,
    float: bool,
}

/// `[+-]digits[.digits][e[+-]digits]` with at least one digit before the exponent.
fn scan(text: &[u8]) -> Option<Scan> {
    let digits_from = |at: usize| text[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = matches!(text.first(), Some(b'+' | b'-')) as usize;
    let whole = digits_from(end);
    end += whole;
    let mut float = false;
    if text.get(end) == Some(&b'.') {
        let fraction = digits_from(end + 1);
        if whole + fraction == 0 {
            return None;
        }
        float = true;
        end += 1 + fraction;
    } else if whole == 0 {
        return None;
    }
    if matches!(text.get(end), Some(b'e' | b'E')) {
        let sign = matches!(text.get(end + 1), Some(b'+' | b'-')) as usize;
        let exponent = text.get(end + 1 + sign..).map_or(0, |_| digits_from(end + 1 + sign));
        if exponent > 0 {
            float = true;
            end += 1 + sign + exponent;
        }
    }
    Some(Scan { end, float })
}

fn parse_int(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let mut number: i64 = 0;
    for &byte in digits {
        // Collected below zero, where there is one number more.
        number = number.checked_mul(10)?.checked_sub((byte - b'0') as i64)?;
    }
    if negative { Some(number) } else { number.checked_neg() }
}

fn parse_float(text: &[u8]) -> f64 {
    std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).unwrap_or(0.0)
}

/// A float as an int modulo 2⁶⁴, 0 for NAN and infinities: the `(int)` cast.
#[inline]
pub fn float_to_int(value: f64) -> i64 {
    if value >= -9223372036854775808.0 && value < 9223372036854775808.0 { value as i64 } else { wrap(value) }
}

#[cold]
fn wrap(value: f64) -> i64 {
    if !value.is_finite() {
        return 0;
    }
    const TWO_64: f64 = 18446744073709551616.0;
    let rest = value % TWO_64;
    let rest = if rest < 0.0 { rest + TWO_64 } else { rest };
    // `rest` is an integer below 2⁶⁴ (a huge float has no fraction).
    if rest >= TWO_64 { 0 } else { rest as u64 as i64 }
}

/// The same as strings convert: out of range stops at the ends, infinite is 0.
pub fn float_to_int_saturating(value: f64) -> i64 {
    if value.is_finite() { value as i64 } else { 0 }
}

/// The float is a whole number in the range of int.
#[inline]
pub fn is_integral(value: f64) -> bool {
    value == value.trunc() && (-9223372036854775808.0..9223372036854775808.0).contains(&value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numeric_strings() {
        use Number::*;
        for (text, expected) in [
            ("12", Some((Int(12), true))),
            (" 12 ", Some((Int(12), true))),
            ("12abc", Some((Int(12), false))),
            ("abc", None),
            ("", None),
            (" ", None),
            ("1e3", Some((Float(1000.0), true))),
            (".5", Some((Float(0.5), true))),
            ("1.", Some((Float(1.0), true))),
            (".", None),
            ("-", None),
            ("0x1A", Some((Int(0), false))),
            ("1e", Some((Int(1), false))),
            ("1e+", Some((Int(1), false))),
            ("-9223372036854775808", Some((Int(i64::MIN), true))),
            ("9223372036854775808", Some((Float(9223372036854775808.0), true))),
            ("00000000000000000000012", Some((Int(12), true))),
            ("+5", Some((Int(5), true))),
        ] {
            assert_eq!(parse_prefix(text.as_bytes()).map(|p| (p.number, p.whole)), expected, "{text:?}");
        }
    }

    #[test]
    fn floats_wrap() {
        for (float, int) in [
            (1e19, -8446744073709551616),
            (-1e19, 8446744073709551616u64 as i64),
            (1e30, 5076964154930102272),
            (f64::NAN, 0),
            (9.3e18, -9146744073709551616),
            (-1.9, -1),
        ] {
            assert_eq!(float_to_int(float), int);
        }
    }
}
