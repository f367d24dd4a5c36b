//! Floats as text, as PHP writes them with its setting `precision`.

/// PHP's `%.*G`: `precision` significant digits, or as many as it takes if negative.
pub(crate) fn float_text(value: f64, precision: i32) -> String {
    if value.is_nan() {
        return "NAN".into();
    }
    if value.is_infinite() {
        return if value > 0.0 { "INF".into() } else { "-INF".into() };
    }
    if value == 0.0 {
        return if value.is_sign_negative() { "-0".into() } else { "0".into() };
    }
    let most = if precision < 0 { 17 } else { precision.max(1) };
    let scientific = match precision < 0 {
        true => format!("{value:e}"),
        false => format!("{value:.*e}", most as usize - 1),
    };
    let (mantissa, exponent) = scientific.split_once('e').expect("the format has an exponent");
    let exponent: i32 = exponent.parse().expect("the exponent is a number");
    let sign = if value < 0.0 { "-" } else { "" };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    let point = exponent + 1;
    if !(-3..=most).contains(&point) {
        return format!("{sign}{}", in_exponential(digits, exponent));
    }
    format!("{sign}{}", in_decimal(digits, point))
}

fn in_exponential(digits: &str, exponent: i32) -> String {
    let (first, rest) = digits.split_at(1);
    let rest = if rest.is_empty() { "0" } else { rest };
    format!("{first}.{rest}E{exponent:+}")
}

/// `point` is the number of digits before the decimal point.
fn in_decimal(digits: &str, point: i32) -> String {
    if point <= 0 {
        return format!("0.{}{digits}", "0".repeat(-point as usize));
    }
    let point = point as usize;
    if digits.len() <= point {
        return format!("{digits}{}", "0".repeat(point - digits.len()));
    }
    format!("{}.{}", &digits[..point], &digits[point..])
}
