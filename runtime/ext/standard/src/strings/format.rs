//! The printf family.

use crate::digits;
use crate::prelude::*;
use phpc_core::diagnostics;
use phpc_core::engine::output;

pub(crate) static FUNCTIONS: Functions = functions![sprintf, vsprintf, printf, vprintf];

#[php_function("sprintf(string $format, mixed ...$values): string")]
fn sprintf(cx: &mut Cx, format: &Str, values: &[Value]) -> Result<Str> {
    format_text(cx, format, values, Missing::Arguments { before: 1 })
}

#[php_function("vsprintf(string $format, array $values): string")]
fn vsprintf(cx: &mut Cx, format: &Str, values: &Array) -> Result<Str> {
    format_text(cx, format, &list(values), Missing::Elements)
}

#[php_function("printf(string $format, mixed ...$values): int")]
fn printf(cx: &mut Cx, format: &Str, values: &[Value]) -> Result<i64> {
    let text = format_text(cx, format, values, Missing::Arguments { before: 1 })?;
    output::write(cx, &text);
    cx.check()?;
    Ok(text.len() as i64)
}

#[php_function("vprintf(string $format, array $values): int")]
fn vprintf(cx: &mut Cx, format: &Str, values: &Array) -> Result<i64> {
    let text = format_text(cx, format, &list(values), Missing::Elements)?;
    output::write(cx, &text);
    cx.check()?;
    Ok(text.len() as i64)
}

pub(crate) fn list(values: &Array) -> Vec<Value> {
    values.values().map(|value| value.to_value()).collect()
}

/// What a format that asks for more values than there are is told.
#[derive(Clone, Copy)]
pub(crate) enum Missing {
    /// Arguments before the values count too.
    Arguments { before: usize },
    Elements,
}

/// One `%…` specification.
struct Spec {
    left: bool,
    plus: bool,
    pad: u8,
    width: usize,
    precision: Option<i64>,
}

const LIMIT: i64 = i32::MAX as i64;
const MAX_PRECISION: i64 = 53;

pub(crate) fn format_text(cx: &mut Cx, format: &[u8], values: &[Value], missing: Missing) -> Result<Str> {
    let mut out = Str::with_capacity(format.len() + 32);
    let mut next = 0;
    let mut wanted = 0;
    let mut at = 0;
    while at < format.len() {
        let literal = memchr::memchr(b'%', &format[at..]).unwrap_or(format.len() - at);
        out.push(&format[at..at + literal]);
        at += literal;
        if at >= format.len() {
            break;
        }
        at += 1;
        match format.get(at) {
            Some(b'%') => {
                out.push(b"%");
                at += 1;
                continue;
            }
            // The common plain cases.
            Some(b's') | Some(b'd') if next < values.len() => {
                match (format[at], values[next].view()) {
                    (b's', View::Str(text)) => out.push(text),
                    (b's', _) => {
                        let text = convert::to_str(cx, &values[next])?;
                        out.push(&text);
                    }
                    (_, View::Int(int)) => convert::append_int(&mut out, int),
                    _ => {
                        let int = convert::to_int(cx, &values[next])?;
                        convert::append_int(&mut out, int);
                    }
                }
                next += 1;
                at += 1;
                continue;
            }
            _ => {}
        }
        let position = argument_number(cx, format, &mut at)?;
        let mut spec = flags(cx, format, &mut at)?;
        let mut fetch = |position: Option<usize>| {
            let number = position.unwrap_or_else(|| {
                next += 1;
                next - 1
            });
            wanted = wanted.max(number + 1);
            values.get(number)
        };
        if format.get(at) == Some(&b'*') {
            at += 1;
            let from = argument_number(cx, format, &mut at)?;
            let Some(value) = fetch(from) else { continue };
            match value.deref().as_int() {
                None => return Err(cx.throw_value_error("Width must be an integer")),
                Some(width) if !(0..=LIMIT).contains(&width) => {
                    return Err(cx.throw_value_error(format!("Width must be between 0 and {LIMIT}")));
                }
                Some(width) => spec.width = width as usize,
            }
        } else if format.get(at).is_some_and(u8::is_ascii_digit) {
            match number(format, &mut at) {
                Some(width) => spec.width = width as usize,
                None => return Err(cx.throw_value_error(format!("Width must be between 0 and {LIMIT}"))),
            }
        }
        if format.get(at) == Some(&b'.') {
            at += 1;
            if format.get(at).is_some_and(u8::is_ascii_digit) {
                match number(format, &mut at) {
                    Some(precision) => spec.precision = Some(precision),
                    None => return Err(cx.throw_value_error(format!("Precision must be between 0 and {LIMIT}"))),
                }
            } else if format.get(at) == Some(&b'*') {
                at += 1;
                let from = argument_number(cx, format, &mut at)?;
                let Some(value) = fetch(from) else { continue };
                match value.deref().as_int() {
                    None => return Err(cx.throw_value_error("Precision must be an integer")),
                    Some(precision) if !(-1..=LIMIT).contains(&precision) => {
                        return Err(cx.throw_value_error(format!("Precision must be between -1 and {LIMIT}")));
                    }
                    Some(precision) => spec.precision = Some(precision),
                }
            } else {
                spec.precision = Some(0);
            }
        }
        if format.get(at) == Some(&b'l') {
            at += 1;
        }
        let Some(&letter) = format.get(at) else {
            return Err(cx.throw_value_error("Missing format specifier at end of string"));
        };
        at += 1;
        if letter == b'%' {
            out.push(b"%");
            continue;
        }
        let Some(value) = fetch(position) else { continue };
        let value = value.deref();
        if spec.precision == Some(-1) && !matches!(letter, b'g' | b'G' | b'h' | b'H') {
            return Err(cx.throw_value_error("Precision -1 is only supported for %g, %G, %h and %H"));
        }
        append(cx, &mut out, letter, &spec, &value)?;
    }
    if wanted > values.len() {
        return Err(match missing {
            Missing::Arguments { before } => cx.throw(
                "ArgumentCountError",
                format!("{} arguments are required, {} given", wanted + before, values.len() + before),
            ),
            Missing::Elements => {
                cx.throw_value_error(format!("The arguments array must contain {wanted} items, {} given", values.len()))
            }
        });
    }
    Ok(out)
}

/// A decimal number; None beyond the range of C's int.
fn number(format: &[u8], at: &mut usize) -> Option<i64> {
    let mut value: i64 = 0;
    while let Some(digit) = format.get(*at).filter(|byte| byte.is_ascii_digit()) {
        value = value.saturating_mul(10).saturating_add((digit - b'0') as i64);
        *at += 1;
    }
    (value < LIMIT).then_some(value)
}

/// `N$`, if it stands here.
fn argument_number(cx: &mut Cx, format: &[u8], at: &mut usize) -> Result<Option<usize>> {
    let digits = format[*at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 || format.get(*at + digits) != Some(&b'$') {
        return Ok(None);
    }
    let parsed = number(format, at);
    *at += 1;
    match parsed {
        Some(position) if position > 0 => Ok(Some(position as usize - 1)),
        _ => Err(cx.throw_value_error(format!("Argument number specifier must be greater than zero and less than {LIMIT}"))),
    }
}

fn flags(cx: &mut Cx, format: &[u8], at: &mut usize) -> Result<Spec> {
    let mut spec = Spec { left: false, plus: false, pad: b' ', width: 0, precision: None };
    loop {
        match format.get(*at) {
            Some(b'0') => spec.pad = b'0',
            Some(b' ') => spec.pad = b' ',
            Some(b'-') => spec.left = true,
            Some(b'+') => spec.plus = true,
            Some(b'\'') => {
                *at += 1;
                match format.get(*at) {
                    Some(&pad) => spec.pad = pad,
                    None => return Err(cx.throw_value_error("Missing padding character")),
                }
            }
            _ => return Ok(spec),
        }
        *at += 1;
    }
}

fn append(cx: &mut Cx, out: &mut Str, letter: u8, spec: &Spec, value: &Value) -> Result {
    match letter {
        b's' => {
            let text = convert::to_str(cx, value)?;
            let shown = spec.precision.map_or(text.len(), |precision| text.len().min(precision as usize));
            pad(out, &text[..shown], spec, false, spec.pad);
        }
        b'd' => {
            let int = convert::to_int(cx, value)?;
            let mut buffer = [0; 20];
            let digits = convert::int_digits(int, &mut buffer);
            let signed;
            let text = if spec.plus && int >= 0 {
                signed = [b"+", digits].concat();
                &signed
            } else {
                digits
            };
            // Zeros cannot be padded on the right.
            let fill = if spec.left && spec.pad == b'0' { b' ' } else { spec.pad };
            pad(out, text, spec, int < 0 || spec.plus, fill);
        }
        b'u' => {
            let int = convert::to_int(cx, value)? as u64;
            let fill = if spec.left && spec.pad == b'0' { b' ' } else { spec.pad };
            pad(out, int.to_string().as_bytes(), spec, false, fill);
        }
        b'x' | b'X' | b'o' | b'b' => {
            let int = convert::to_int(cx, value)?;
            let bits = match letter {
                b'x' | b'X' => 4,
                b'o' => 3,
                _ => 1,
            };
            let mut buffer = [0; 64];
            pad(out, digits::radix(int as u64, bits, letter == b'X', &mut buffer), spec, false, spec.pad);
        }
        b'c' => {
            let int = convert::to_int(cx, value)?;
            out.push(&[int as u8]);
        }
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'h' | b'H' => {
            let float = convert::to_float(cx, value)?;
            append_float(cx, out, letter, spec, float)?;
        }
        _ => {
            let shown = [b"Unknown format specifier \"", &[letter][..], b"\""].concat();
            return Err(cx.throw_value_error(shown));
        }
    }
    Ok(())
}

fn append_float(cx: &mut Cx, out: &mut Str, letter: u8, spec: &Spec, float: f64) -> Result {
    if float.is_nan() {
        let narrow = Spec { width: 3, precision: None, ..*spec };
        pad(out, b"NaN", &narrow, spec.plus, spec.pad);
        return Ok(());
    }
    if float.is_infinite() {
        let text: &[u8] = if float < 0.0 { b"-Inf" } else if spec.plus { b"+Inf" } else { b"Inf" };
        pad(out, text, spec, float < 0.0 || spec.plus, spec.pad);
        return Ok(());
    }
    let mut precision = spec.precision.unwrap_or(6);
    if precision > MAX_PRECISION {
        let text = format!("Requested precision of {precision} digits was truncated to PHP maximum of {MAX_PRECISION} digits");
        let name = extension::current_name();
        diagnostics::notice(cx, [&name[..], b"(): ", text.as_bytes()].concat())?;
        precision = MAX_PRECISION;
    }
    let negative = float < 0.0;
    let size = float.abs();
    let mut text = Str::empty();
    match letter {
        b'f' | b'F' => match digits::fixed(size, precision as usize, &mut [0; 40]) {
            Some(digits) => text.push(digits),
            None => text.push(format!("{size:.*}", precision as usize).as_bytes()),
        },
        b'e' | b'E' => {
            let rust = format!("{size:.*e}", precision as usize);
            let (digits, exponent) = rust.split_once('e').unwrap_or((&rust, "0"));
            text.push(digits.as_bytes());
            text.push(&[letter]);
            text.push(if exponent.starts_with('-') { b"-" } else { b"+" });
            text.push(exponent.trim_start_matches('-').as_bytes());
        }
        _ => {
            let precision = if precision == 0 { 1 } else { precision };
            let exponent = if letter.is_ascii_uppercase() { b'E' } else { b'e' };
            convert::append_float(&mut text, size, precision as i32, exponent);
        }
    }
    let sign: &[u8] = if negative { b"-" } else if spec.plus { b"+" } else { b"" };
    pad(out, &[sign, &text[..]].concat(), spec, negative || spec.plus, spec.pad);
    Ok(())
}

/// `signed`: the text begins with a sign that stays in front of padding zeros.
fn pad(out: &mut Str, text: &[u8], spec: &Spec, signed: bool, fill: u8) {
    let count = spec.width.saturating_sub(text.len());
    if count == 0 {
        return out.push(text);
    }
    if spec.left {
        out.push(text);
        push_fill(out, fill, count);
    } else if signed && fill == b'0' {
        out.push(&text[..1]);
        push_fill(out, fill, count);
        out.push(&text[1..]);
    } else {
        push_fill(out, fill, count);
        out.push(text);
    }
}

fn push_fill(out: &mut Str, fill: u8, mut count: usize) {
    let block = [fill; 32];
    while count > 0 {
        let some = count.min(block.len());
        out.push(&block[..some]);
        count -= some;
    }
}
