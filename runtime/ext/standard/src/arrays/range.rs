//! `range`.

use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions = functions![range];

/// What an end of the range can be read as.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Int,
    Float,
    /// A string that is no number.
    Text,
    /// One digit: number or character.
    Digit,
}

struct End {
    kind: Kind,
    int: i64,
    float: f64,
    byte: u8,
}

const MAX_SIZE: u64 = 0x4000_0000;

#[php_function("range(string|int|float $start, string|int|float $end, int|float $step = 1): array", WARNS | THROWS)]
fn range(cx: &mut Cx, start: &Value, end: &Value, step: &Value) -> Result<Array> {
    let (int_step, float_step, negative, fractional) = read_step(cx, step)?;
    let mut start = read_end(cx, start, 1, "start")?;
    let mut end = read_end(cx, end, 2, "end")?;
    let is_text = |end: &End| matches!(end.kind, Kind::Text | Kind::Digit);
    if is_text(&start) || is_text(&end) {
        if !is_text(&start) {
            if end.kind != Kind::Digit {
                warning(
                    cx,
                    "Argument #1 ($start) must be a single byte string if argument #2 ($end) is a single byte string, argument #2 ($end) converted to 0",
                )?;
            }
            end.kind = Kind::Int;
        } else if !is_text(&end) {
            if start.kind != Kind::Digit {
                warning(
                    cx,
                    "Argument #2 ($end) must be a single byte string if argument #1 ($start) is a single byte string, argument #1 ($start) converted to 0",
                )?;
            }
            start.kind = Kind::Int;
        } else if fractional {
            if start.kind == Kind::Text || end.kind == Kind::Text {
                warning(cx, "Argument #3 ($step) must be of type int when generating an array of characters, inputs converted to 0")?;
            }
            start.kind = Kind::Int;
            end.kind = Kind::Int;
        } else {
            return characters(cx, start.byte, end.byte, int_step, negative);
        }
    }
    if start.kind == Kind::Float || end.kind == Kind::Float || fractional {
        return floats(cx, start.float, end.float, float_step, negative);
    }
    ints(cx, start.int, end.int, int_step as u64, negative)
}

fn read_step(cx: &mut Cx, step: &Value) -> Result<(i64, f64, bool, bool)> {
    if let Some(float) = step.as_float() {
        if !float.is_finite() {
            let name = if float.is_nan() { "NAN" } else { "INF" };
            return Err(value_error(cx, 3, format!("must be a finite number, {name} provided")));
        }
        let size = float.abs();
        if size == 0.0 {
            return Err(value_error(cx, 3, "cannot be 0"));
        }
        return Ok((convert::float_to_int(size), size, float < 0.0, !convert::is_integral(size)));
    }
    let int = step.as_int().unwrap_or(1);
    match int.checked_abs() {
        None => Err(value_error(cx, 3, format!("must be greater than {int}"))),
        Some(0) => Err(value_error(cx, 3, "cannot be 0")),
        Some(size) => Ok((size, size as f64, int < 0, false)),
    }
}

fn read_end(cx: &mut Cx, value: &Value, number: usize, name: &str) -> Result<End> {
    let byte = value.as_str().and_then(|text| text.first()).copied().unwrap_or(0);
    let int = |int: i64, kind| Ok(End { kind, int, float: int as f64, byte });
    let float = match value.view() {
        View::Int(value) => return int(value, Kind::Int),
        View::Float(float) => float,
        View::Str(text) if text.is_empty() => {
            warning(cx, format!("Argument #{number} (${name}) must not be empty, casted to 0"))?;
            return int(0, Kind::Int);
        }
        View::Str(text) => match convert::parse_numeric(text) {
            Some(convert::Number::Int(value)) => return int(value, if text.len() == 1 { Kind::Digit } else { Kind::Int }),
            Some(convert::Number::Float(float)) => float,
            None => {
                if text.len() != 1 {
                    warning(cx, format!("Argument #{number} (${name}) must be a single byte, subsequent bytes are ignored"))?;
                }
                return int(0, Kind::Text);
            }
        },
        _ => unreachable!("the signature"),
    };
    if !float.is_finite() {
        let name = if float.is_nan() { "NAN" } else { "INF" };
        return Err(value_error(cx, number, format!("must be a finite number, {name} provided")));
    }
    Ok(End { kind: Kind::Float, int: convert::float_to_int(float), float, byte })
}

fn negative_step(cx: &mut Cx) -> Result<Array> {
    Err(value_error(cx, 3, "must be greater than 0 for increasing ranges"))
}
fn out_of_bounds(cx: &mut Cx) -> Result<Array> {
    Err(value_error(cx, 3, "must be less than the range spanned by argument #1 ($start) and argument #2 ($end)"))
}

fn characters(cx: &mut Cx, low: u8, high: u8, step: i64, negative: bool) -> Result<Array> {
    if low == high {
        return Ok([Str::byte(low)].into_iter().collect());
    }
    if high > low && negative {
        return negative_step(cx);
    }
    let distance = low.abs_diff(high) as i64;
    if distance < step {
        return out_of_bounds(cx);
    }
    let count = distance / step + 1;
    let at = |number: i64| if low > high { low as i64 - number * step } else { low as i64 + number * step };
    Ok((0..count).map(|number| Str::byte(at(number) as u8)).collect())
}

fn floats(cx: &mut Cx, start: f64, end: f64, step: f64, negative: bool) -> Result<Array> {
    if start == end {
        return Ok(Array::from_floats(&[start]));
    }
    if end > start && negative {
        return negative_step(cx);
    }
    let distance = (start - end).abs();
    if distance < step {
        return out_of_bounds(cx);
    }
    let size = distance / step + 1.0;
    if size >= MAX_SIZE as f64 {
        return Err(cx.throw_value_error(format!(
            "The supplied range exceeds the maximum array size: start={:.1} end={:.1} step={step:.1}",
            start.min(end),
            start.max(end)
        )));
    }
    let size = crate::math::round_to(size, 0, 1) as u32;
    let mut elements = Vec::with_capacity(size as usize);
    for number in 0..size {
        let element = if start > end { start - number as f64 * step } else { start + number as f64 * step };
        if if start > end { element < end } else { element > end } {
            break;
        }
        elements.push(element);
    }
    Ok(Array::from_floats(&elements))
}

fn ints(cx: &mut Cx, start: i64, end: i64, step: u64, negative: bool) -> Result<Array> {
    if start == end {
        return Ok(Array::from_ints(&[start]));
    }
    if end > start && negative {
        return negative_step(cx);
    }
    let distance = start.abs_diff(end);
    if distance < step {
        return out_of_bounds(cx);
    }
    let size = distance / step;
    if size >= MAX_SIZE - 1 {
        return Err(cx.throw_value_error(format!(
            "The supplied range exceeds the maximum array size: start={} end={} step={step}",
            start.min(end),
            start.max(end)
        )));
    }
    let element = |number: u64| {
        let offset = (number * step) as i64;
        if start > end { start.wrapping_sub(offset) } else { start.wrapping_add(offset) }
    };
    Ok(Array::from_ints(&(0..=size).map(element).collect::<Vec<i64>>()))
}
