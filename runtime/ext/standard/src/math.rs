//! Math.

use crate::digits;
use crate::prelude::*;
use phpc_core::operators;

pub(crate) static FUNCTIONS: Functions = functions![
    abs, ceil, floor, round, sqrt, pow, exp, log, log10, log1p, expm1, sin, cos, tan, asin, acos, atan, atan2, sinh, cosh, tanh,
    asinh, acosh, atanh, pi, fmod, fdiv, intdiv, is_nan, is_finite, is_infinite, hypot, deg2rad, rad2deg, bindec, hexdec, octdec,
    decbin, dechex, decoct, base_convert, number_format, fpow,
];

php_constants! {
    M_E: Float = std::f64::consts::E;
    M_LOG2E: Float = std::f64::consts::LOG2_E;
    M_LOG10E: Float = std::f64::consts::LOG10_E;
    M_LN2: Float = std::f64::consts::LN_2;
    M_LN10: Float = std::f64::consts::LN_10;
    INF: Float = f64::INFINITY;
    NAN: Float = f64::NAN;
    M_PI: Float = std::f64::consts::PI;
    M_PI_2: Float = std::f64::consts::FRAC_PI_2;
    M_PI_4: Float = std::f64::consts::FRAC_PI_4;
    M_1_PI: Float = std::f64::consts::FRAC_1_PI;
    M_2_PI: Float = std::f64::consts::FRAC_2_PI;
    M_SQRTPI: Float = 1.772_453_850_905_516;
    M_2_SQRTPI: Float = std::f64::consts::FRAC_2_SQRT_PI;
    M_LNPI: Float = 1.144_729_885_849_400_2;
    M_EULER: Float = 0.577_215_664_901_532_9;
    M_SQRT2: Float = std::f64::consts::SQRT_2;
    M_SQRT1_2: Float = std::f64::consts::FRAC_1_SQRT_2;
    M_SQRT3: Float = 1.732_050_807_568_877_2;
    PHP_ROUND_HALF_UP: Int = 1;
    PHP_ROUND_HALF_DOWN: Int = 2;
    PHP_ROUND_HALF_EVEN: Int = 3;
    PHP_ROUND_HALF_ODD: Int = 4;
}
/// Modes that only `RoundingMode` names.
const CEILING: i64 = 5;
const FLOOR: i64 = 6;
const TOWARD_ZERO: i64 = 7;
const AWAY_FROM_ZERO: i64 = 8;

#[php_function("abs(int|float $num): int|float", PURE)]
fn abs(num: &Value) -> Value {
    match num.view() {
        View::Int(int) => int.checked_abs().map_or(Value::float(-(int as f64)), Value::int),
        _ => Value::float(number(num).abs()),
    }
}

/// An `int|float` argument as float.
fn number(value: &Value) -> f64 {
    match value.view() {
        View::Int(int) => int as f64,
        View::Float(float) => float,
        _ => 0.0,
    }
}

#[php_function("ceil(int|float $num): float", PURE)]
fn ceil(num: &Value) -> f64 {
    number(num).ceil()
}

#[php_function("floor(int|float $num): float", PURE)]
fn floor(num: &Value) -> f64 {
    number(num).floor()
}

#[php_function("round(int|float $num, int $precision = 0, int|RoundingMode $mode = PHP_ROUND_HALF_UP): float", THROWS)]
fn round(cx: &mut Cx, num: &Value, precision: i64, mode: &Value) -> Result<f64> {
    let mode = match mode.as_int() {
        Some(mode) => mode,
        None => mode_of_enum(mode),
    };
    if !(PHP_ROUND_HALF_UP..=AWAY_FROM_ZERO).contains(&mode) {
        return Err(value_error(cx, 3, "must be a valid rounding mode (RoundingMode::*)"));
    }
    let places = precision.clamp(i32::MIN as i64 + 1, i32::MAX as i64) as i32;
    if num.as_int().is_some() && places >= 0 {
        return Ok(number(num));
    }
    Ok(round_to(number(num), places, mode))
}

/// The mode that a case of RoundingMode means, by its name (slot 0 of an enum case).
fn mode_of_enum(case: &Value) -> i64 {
    let Some(case) = case.as_object() else { return 0 };
    let name = case.slot(0);
    match name.as_str().map(|name| name.as_bytes()) {
        Some(b"HalfAwayFromZero") => PHP_ROUND_HALF_UP,
        Some(b"HalfTowardsZero") => PHP_ROUND_HALF_DOWN,
        Some(b"HalfEven") => PHP_ROUND_HALF_EVEN,
        Some(b"HalfOdd") => PHP_ROUND_HALF_ODD,
        Some(b"TowardsZero") => TOWARD_ZERO,
        Some(b"AwayFromZero") => AWAY_FROM_ZERO,
        Some(b"NegativeInfinity") => FLOOR,
        Some(b"PositiveInfinity") => CEILING,
        _ => 0,
    }
}

fn power_of_ten(places: i32) -> f64 {
    const EXACT: [f64; 23] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];
    EXACT.get(places.unsigned_abs() as usize).copied().unwrap_or_else(|| 10f64.powf(places.unsigned_abs() as f64))
}

/// Rounds as PHP 8.4: the decision compares the value itself with the half-way point put back to its scale, so that
/// 0.285 counts as what it was written as.
pub(crate) fn round_to(value: f64, places: i32, mode: i64) -> f64 {
    if !value.is_finite() || value == 0.0 {
        return value;
    }
    let scale = power_of_ten(places);
    let grow = |value: f64| if places > 0 { value * scale } else { value / scale };
    let shrink = |value: f64| if places > 0 { value / scale } else { value * scale };
    let mut whole = grow(value).trunc();
    let step = if value >= 0.0 { 1.0 } else { -1.0 };
    if shrink(whole + step) == value {
        whole += step;
    }
    if whole.abs() >= 1e16 {
        return value;
    }
    let size = value.abs();
    let away = whole + 1f64.copysign(if whole == 0.0 { value } else { whole });
    let half = shrink(whole + 0.5f64.copysign(if whole == 0.0 { value } else { whole })).abs();
    let floor = shrink(whole).abs();
    let up = match mode {
        PHP_ROUND_HALF_UP => size >= half,
        PHP_ROUND_HALF_DOWN => size > half,
        PHP_ROUND_HALF_EVEN => size > half || size == half && whole % 2.0 != 0.0,
        PHP_ROUND_HALF_ODD => size > half || size == half && whole % 2.0 == 0.0,
        CEILING => value > 0.0 && size > floor,
        FLOOR => value < 0.0 && size > floor,
        AWAY_FROM_ZERO => size > floor,
        _ => false,
    };
    let rounded = if up { away } else { whole };
    if places.unsigned_abs() < 23 {
        return shrink(rounded);
    }
    format!("{rounded:.6}e{}", -(places as i64)).parse().ok().filter(|result: &f64| result.is_finite()).unwrap_or(value)
}

#[php_function("sqrt(float $num): float", PURE)]
fn sqrt(num: f64) -> f64 {
    num.sqrt()
}

#[php_function("exp(float $num): float", READS_GLOBAL)]
fn exp(num: f64) -> f64 {
    libm::exp(num)
}

#[php_function("log10(float $num): float", READS_GLOBAL)]
fn log10(num: f64) -> f64 {
    libm::log10(num)
}

#[php_function("log1p(float $num): float", READS_GLOBAL)]
fn log1p(num: f64) -> f64 {
    libm::log1p(num)
}

#[php_function("expm1(float $num): float", READS_GLOBAL)]
fn expm1(num: f64) -> f64 {
    libm::expm1(num)
}

#[php_function("sin(float $num): float", READS_GLOBAL)]
fn sin(num: f64) -> f64 {
    libm::sin(num)
}

#[php_function("cos(float $num): float", READS_GLOBAL)]
fn cos(num: f64) -> f64 {
    libm::cos(num)
}

#[php_function("tan(float $num): float", READS_GLOBAL)]
fn tan(num: f64) -> f64 {
    libm::tan(num)
}

#[php_function("asin(float $num): float", READS_GLOBAL)]
fn asin(num: f64) -> f64 {
    libm::asin(num)
}

#[php_function("acos(float $num): float", READS_GLOBAL)]
fn acos(num: f64) -> f64 {
    libm::acos(num)
}

#[php_function("atan(float $num): float", READS_GLOBAL)]
fn atan(num: f64) -> f64 {
    libm::atan(num)
}

#[php_function("sinh(float $num): float", READS_GLOBAL)]
fn sinh(num: f64) -> f64 {
    libm::sinh(num)
}

#[php_function("cosh(float $num): float", READS_GLOBAL)]
fn cosh(num: f64) -> f64 {
    libm::cosh(num)
}

#[php_function("tanh(float $num): float", READS_GLOBAL)]
fn tanh(num: f64) -> f64 {
    libm::tanh(num)
}

#[php_function("asinh(float $num): float", READS_GLOBAL)]
fn asinh(num: f64) -> f64 {
    libm::asinh(num)
}

#[php_function("acosh(float $num): float", READS_GLOBAL)]
fn acosh(num: f64) -> f64 {
    libm::acosh(num)
}

#[php_function("atanh(float $num): float", READS_GLOBAL)]
fn atanh(num: f64) -> f64 {
    libm::atanh(num)
}

/// The C library's functions: the digits must be those of PHP, which uses the same ones. (Marked as reading state, so that
/// the compiler does not compute them.)
mod libm {
    macro_rules! imported {
        ($($name:ident)*) => {
            mod c {
                unsafe extern "C" {
                    $(pub(super) safe fn $name(num: f64) -> f64;)*
                    pub(super) safe fn atan2(y: f64, x: f64) -> f64;
                    pub(super) safe fn pow(base: f64, exponent: f64) -> f64;
                    pub(super) safe fn fmod(a: f64, b: f64) -> f64;
                    pub(super) safe fn hypot(a: f64, b: f64) -> f64;
                }
            }
            $(pub(super) fn $name(num: f64) -> f64 { c::$name(num) })*
            pub(super) fn atan2(y: f64, x: f64) -> f64 { c::atan2(y, x) }
            pub(super) fn pow(base: f64, exponent: f64) -> f64 { c::pow(base, exponent) }
            pub(super) fn fmod(a: f64, b: f64) -> f64 { c::fmod(a, b) }
            pub(super) fn hypot(a: f64, b: f64) -> f64 { c::hypot(a, b) }
        };
    }
    imported!(exp log log10 log2 log1p expm1 sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh);
}

#[php_function("atan2(float $y, float $x): float", READS_GLOBAL)]
fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}

#[php_function("log(float $num, float $base = M_E): float", THROWS)]
fn log(cx: &mut Cx, num: f64, base: f64) -> Result<f64> {
    if base == M_E {
        return Ok(libm::log(num));
    }
    if base == 2.0 {
        return Ok(libm::log2(num));
    }
    if base == 10.0 {
        return Ok(libm::log10(num));
    }
    if base == 1.0 {
        return Ok(f64::NAN);
    }
    if base <= 0.0 {
        return Err(value_error(cx, 2, "must be greater than 0"));
    }
    Ok(libm::log(num) / libm::log(base))
}

#[php_function("pow(mixed $num, mixed $exponent): int|float|object")]
fn pow(cx: &mut Cx, num: &Value, exponent: &Value) -> Result<Value> {
    operators::pow(cx, num, exponent)
}

#[php_function("fpow(float $num, float $exponent): float", READS_GLOBAL)]
fn fpow(num: f64, exponent: f64) -> f64 {
    libm::pow(num, exponent)
}

#[php_function("pi(): float", PURE)]
fn pi() -> f64 {
    M_PI
}

#[php_function("fmod(float $num1, float $num2): float", PURE)]
fn fmod(num1: f64, num2: f64) -> f64 {
    libm::fmod(num1, num2)
}

#[php_function("fdiv(float $num1, float $num2): float", PURE)]
fn fdiv(num1: f64, num2: f64) -> f64 {
    num1 / num2
}

#[php_function("hypot(float $x, float $y): float", READS_GLOBAL)]
fn hypot(x: f64, y: f64) -> f64 {
    libm::hypot(x, y)
}

#[php_function("intdiv(int $num1, int $num2): int", THROWS)]
fn intdiv(cx: &mut Cx, num1: i64, num2: i64) -> Result<i64> {
    if num2 == 0 {
        return Err(cx.throw("DivisionByZeroError", "Division by zero"));
    }
    match num1.checked_div(num2) {
        Some(result) => Ok(result),
        None => Err(cx.throw("ArithmeticError", "Division of PHP_INT_MIN by -1 is not an integer")),
    }
}

#[php_function("is_nan(float $num): bool", PURE)]
fn is_nan(num: f64) -> bool {
    num.is_nan()
}

#[php_function("is_finite(float $num): bool", PURE)]
fn is_finite(num: f64) -> bool {
    num.is_finite()
}

#[php_function("is_infinite(float $num): bool", PURE)]
fn is_infinite(num: f64) -> bool {
    num.is_infinite()
}

#[php_function("deg2rad(float $num): float", PURE)]
fn deg2rad(num: f64) -> f64 {
    num / 180.0 * M_PI
}

#[php_function("rad2deg(float $num): float", PURE)]
fn rad2deg(num: f64) -> f64 {
    num / M_PI * 180.0
}

/// Digits of a base to a number: int while it fits, then float. Other characters are skipped with a deprecation.
fn from_base(cx: &mut Cx, text: &[u8], base: u32) -> Result<Value> {
    let prefix: &[u8] = match base {
        16 => b"x",
        8 => b"o",
        2 => b"b",
        _ => b"",
    };
    let digits = match text {
        [b'0', letter, rest @ ..] if prefix.contains(&letter.to_ascii_lowercase()) => rest,
        _ => text,
    };
    let mut int: i64 = 0;
    let mut float: Option<f64> = None;
    let mut invalid = false;
    for &byte in digits {
        let Some(digit) = (byte as char).to_digit(36).filter(|&digit| digit < base) else {
            invalid = true;
            continue;
        };
        match &mut float {
            Some(float) => *float = *float * base as f64 + digit as f64,
            None => match int.checked_mul(base as i64).and_then(|int| int.checked_add(digit as i64)) {
                Some(next) => int = next,
                None => float = Some(int as f64 * base as f64 + digit as f64),
            },
        }
    }
    if invalid {
        phpc_core::diagnostics::deprecated(cx, "Invalid characters passed for attempted conversion, these have been ignored")?;
    }
    Ok(float.map_or(Value::int(int), Value::float))
}

#[php_function("bindec(string $binary_string): int|float", WARNS)]
fn bindec(cx: &mut Cx, binary_string: &Str) -> Result<Value> {
    from_base(cx, binary_string, 2)
}

#[php_function("hexdec(string $hex_string): int|float", WARNS)]
fn hexdec(cx: &mut Cx, hex_string: &Str) -> Result<Value> {
    from_base(cx, hex_string, 16)
}

#[php_function("octdec(string $octal_string): int|float", WARNS)]
fn octdec(cx: &mut Cx, octal_string: &Str) -> Result<Value> {
    from_base(cx, octal_string, 8)
}

#[php_function("decbin(int $num): string", PURE)]
fn decbin(num: i64) -> Str {
    digits::radix(num as u64, 1, false, &mut [0; 64]).into()
}

#[php_function("dechex(int $num): string", PURE)]
fn dechex(num: i64) -> Str {
    digits::radix(num as u64, 4, false, &mut [0; 64]).into()
}

#[php_function("decoct(int $num): string", PURE)]
fn decoct(num: i64) -> Str {
    digits::radix(num as u64, 3, false, &mut [0; 64]).into()
}

#[php_function("base_convert(string $num, int $from_base, int $to_base): string", WARNS | THROWS)]
fn base_convert(cx: &mut Cx, num: &Str, from: i64, to: i64) -> Result<Str> {
    if !(2..=36).contains(&from) {
        return Err(value_error(cx, 2, "must be between 2 and 36 (inclusive)"));
    }
    if !(2..=36).contains(&to) {
        return Err(value_error(cx, 3, "must be between 2 and 36 (inclusive)"));
    }
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";
    let mut out = Vec::new();
    match from_base(cx, num, from as u32)?.view() {
        View::Float(float) if float.is_infinite() => {
            return Err(cx.throw_value_error(format!("An infinite value cannot be converted to base {to}")));
        }
        View::Float(float) => {
            let mut rest = float.floor();
            while {
                out.push(DIGITS[libm::fmod(rest, to as f64) as usize]);
                rest = (rest / to as f64).floor();
                rest.abs() >= 1.0
            } {}
        }
        View::Int(int) => {
            let mut rest = int as u64;
            while {
                out.push(DIGITS[(rest % to as u64) as usize]);
                rest /= to as u64;
                rest > 0
            } {}
        }
        _ => unreachable!("a number"),
    }
    out.reverse();
    Ok(out.into())
}

#[php_function(
    r#"number_format(int|float $num, int $decimals = 0, ?string $decimal_separator = ".", ?string $thousands_separator = ","): string"#,
    PURE
)]
fn number_format(num: &Value, decimals: i64, point: Option<&Str>, thousands: Option<&Str>) -> Str {
    let point: &[u8] = point.map_or(b".", |point| point);
    let thousands: &[u8] = thousands.map_or(b",", |thousands| thousands);
    const NO_FRACTION: f64 = 4503599627370496.0;
    match num.view() {
        View::Int(int) => format_int(int, decimals, point, thousands),
        View::Float(float) if float.abs() >= NO_FRACTION && float.abs() < 9.2e18 => format_int(float as i64, decimals, point, thousands),
        _ => format_float(number(num), decimals.clamp(i32::MIN as i64 + 1, i32::MAX as i64) as i32, point, thousands),
    }
}

fn format_int(int: i64, decimals: i64, point: &[u8], thousands: &[u8]) -> Str {
    let mut size = int.unsigned_abs();
    if decimals < 0 {
        size = match 10u64.checked_pow(decimals.unsigned_abs().min(99) as u32) {
            None => 0,
            Some(power) => {
                let rest = size % power;
                (size / power + u64::from(rest >= power / 2)).saturating_mul(power)
            }
        };
    }
    let zeros = vec![b'0'; decimals.max(0) as usize];
    let mut buffer = [0; 40];
    let long;
    let digits = match i64::try_from(size) {
        Ok(size) => convert::int_digits(size, buffer.first_chunk_mut::<20>().expect("there is room")),
        Err(_) => {
            long = size.to_string();
            long.as_bytes()
        }
    };
    group(int < 0 && size != 0, digits, &zeros, point, thousands)
}

fn format_float(num: f64, decimals: i32, point: &[u8], thousands: &[u8]) -> Str {
    let rounded = round_to(num, decimals, PHP_ROUND_HALF_UP);
    if !rounded.is_finite() {
        let name = if rounded.is_nan() { "nan" } else if rounded > 0.0 { "inf" } else { "-inf" };
        return name.into();
    }
    let places = decimals.max(0) as usize;
    let mut buffer = [0; 40];
    let long;
    let text = match digits::fixed(rounded.abs(), places, &mut buffer) {
        Some(text) => std::str::from_utf8(text).expect("digits are ASCII"),
        None => {
            long = format!("{:.*}", places, rounded.abs());
            &long
        }
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    group(rounded < 0.0 && !is_zero, whole.as_bytes(), fraction.as_bytes(), point, thousands)
}

fn group(negative: bool, whole: &[u8], fraction: &[u8], point: &[u8], thousands: &[u8]) -> Str {
    let mut out = Str::with_capacity(whole.len() + whole.len() / 3 * thousands.len() + fraction.len() + point.len() + 1);
    if negative {
        out.push(b"-");
    }
    let first = match whole.len() % 3 {
        0 => 3.min(whole.len()),
        rest => rest,
    };
    out.push(&whole[..first]);
    for group in whole[first..].chunks(3) {
        out.push(thousands);
        out.push(group);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push(fraction);
    }
    out
}
