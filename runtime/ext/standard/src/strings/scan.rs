//! `sscanf`.

use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions = functions![sscanf];

#[php_function("sscanf(string $string, string $format, mixed &...$vars): array|int|null")]
fn sscanf(cx: &mut Cx, string: &Str, format: &Str, vars: &[Value]) -> Result<Value> {
    scan_into(cx, string, format, vars)
}

/// The values as an array, or stored into the variables.
pub(crate) fn scan_into(cx: &mut Cx, string: &[u8], format: &[u8], vars: &[Value]) -> Result<Value> {
    let scanned = match scan(string, format) {
        Ok(scanned) => scanned,
        Err(problem) => return Err(cx.throw_value_error(problem)),
    };
    if vars.is_empty() {
        if scanned.underflow {
            return Ok(Value::NULL);
        }
        let mut result = Array::new();
        for value in scanned.values {
            result.push(value.unwrap_or_default());
        }
        return Ok(result.into());
    }
    if vars.len() < scanned.values.len() {
        return Err(cx.throw_value_error("Different numbers of variable names and field specifiers"));
    }
    if vars.len() > scanned.values.len() {
        return Err(cx.throw_value_error("Variable is not assigned by any conversion specifiers"));
    }
    let mut count = 0;
    for (var, value) in vars.iter().zip(scanned.values) {
        if let (Some(cell), Some(value)) = (var.as_reference(), value) {
            count += 1;
            cell.set(value);
        }
    }
    Ok(Value::int(if scanned.underflow && count == 0 { -1 } else { count }))
}

struct Scanned {
    /// One for each conversion that stores; None: not reached.
    values: Vec<Option<Value>>,
    /// The string ended before the first conversion.
    underflow: bool,
}

fn skip_spaces(text: &[u8], at: &mut usize) {
    while text.get(*at).is_some_and(|byte| byte.is_ascii_whitespace() || *byte == 0x0b) {
        *at += 1;
    }
}

fn scan(text: &[u8], format: &[u8]) -> std::result::Result<Scanned, String> {
    let mut values: Vec<Option<Value>> = Vec::new();
    let mut at = 0;
    let mut from = 0;
    let mut failed = false;
    let mut underflow = false;
    let mut stored = 0;
    while from < format.len() {
        let byte = format[from];
        if byte.is_ascii_whitespace() {
            skip_spaces(text, &mut at);
            from += 1;
            continue;
        }
        if byte != b'%' || format.get(from + 1) == Some(&b'%') {
            if byte == b'%' {
                from += 1;
            }
            if !failed {
                match text.get(at) {
                    None => {
                        underflow |= stored == 0;
                        failed = true;
                    }
                    Some(&found) if found == byte => at += 1,
                    _ => failed = true,
                }
            }
            from += 1;
            continue;
        }
        from += 1;
        let mut store = true;
        let mut target = None;
        let digits = format[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits > 0 && format.get(from + digits) == Some(&b'$') {
            target = std::str::from_utf8(&format[from..from + digits]).ok().and_then(|text| text.parse::<usize>().ok());
            from += digits + 1;
        }
        if format.get(from) == Some(&b'*') {
            store = false;
            from += 1;
        }
        let mut width = usize::MAX;
        let digits = format[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits > 0 {
            width = std::str::from_utf8(&format[from..from + digits]).ok().and_then(|text| text.parse().ok()).unwrap_or(usize::MAX);
            if width == 0 {
                width = usize::MAX;
            }
            from += digits;
        }
        if matches!(format.get(from), Some(b'h' | b'l' | b'L')) {
            from += 1;
        }
        let Some(&code) = format.get(from) else {
            return Err("Bad scan conversion character \"\0\"".into());
        };
        from += 1;
        let set = if code == b'[' { Some(read_set(format, &mut from).ok_or("Unmatched [ in format string")?) } else { None };
        let slot = store.then(|| match target {
            Some(target) => {
                let slot = target.saturating_sub(1);
                if values.len() <= slot {
                    values.resize_with(slot + 1, || None);
                }
                slot
            }
            None => {
                values.push(None);
                values.len() - 1
            }
        });
        if failed {
            continue;
        }
        if code == b'n' {
            if let Some(slot) = slot {
                values[slot] = Some(Value::int(at as i64));
                stored += 1;
            }
            continue;
        }
        if !matches!(code, b'c' | b'[') {
            skip_spaces(text, &mut at);
        }
        if at >= text.len() {
            underflow |= stored == 0;
            failed = true;
            continue;
        }
        let rest = &text[at..];
        let rest = &rest[..rest.len().min(width)];
        let (length, value) = match code {
            b'd' | b'u' => integer(rest, 10),
            b'i' => integer(rest, 0),
            b'o' => integer(rest, 8),
            b'x' | b'X' => integer(rest, 16),
            b'f' | b'e' | b'E' | b'g' => match convert::float_prefix(rest) {
                Some((float, length)) => (length, Value::float(float)),
                None => (0, Value::NULL),
            },
            b's' => {
                let length = rest.iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
                (length, Value::string(&rest[..length]))
            }
            b'c' => {
                let length = if width == usize::MAX { 1 } else { rest.len() };
                (length, Value::string(&rest[..length]))
            }
            b'[' => {
                let set = set.as_ref().expect("read above");
                let length = rest.iter().take_while(|&&byte| set[byte as usize]).count();
                (length, Value::string(&rest[..length]))
            }
            _ => return Err(format!("Bad scan conversion character \"{}\"", code as char)),
        };
        if length == 0 {
            failed = true;
            continue;
        }
        at += length;
        if let Some(slot) = slot {
            values[slot] = Some(value);
            stored += 1;
        }
    }
    Ok(Scanned { values, underflow: underflow && stored == 0 })
}

/// The bytes of `[a-z]` or `[^…]`; `from` stands behind the bracket.
fn read_set(format: &[u8], from: &mut usize) -> Option<[bool; 256]> {
    let mut set = [false; 256];
    let negated = format.get(*from) == Some(&b'^');
    if negated {
        *from += 1;
    }
    let start = *from;
    loop {
        let byte = *format.get(*from)?;
        if byte == b']' && *from > start {
            *from += 1;
            break;
        }
        if format.get(*from + 1) == Some(&b'-') && format.get(*from + 2).is_some_and(|&last| last != b']') {
            let last = format[*from + 2];
            for member in byte.min(last)..=byte.max(last) {
                set[member as usize] = true;
            }
            *from += 3;
            continue;
        }
        set[byte as usize] = true;
        *from += 1;
    }
    if negated {
        for member in &mut set {
            *member = !*member;
        }
    }
    Some(set)
}

fn integer(text: &[u8], base: u32) -> (usize, Value) {
    let sign = usize::from(matches!(text.first(), Some(b'+' | b'-')));
    let mut at = sign;
    let mut base = base;
    let prefixed = text.get(at) == Some(&b'0') && matches!(text.get(at + 1), Some(b'x' | b'X'));
    if (base == 16 || base == 0) && prefixed {
        at += 2;
        base = 16;
    } else if base == 0 {
        base = if text.get(at) == Some(&b'0') { 8 } else { 10 };
    }
    let digits = text[at..].iter().take_while(|&&byte| (byte as char).to_digit(base).is_some()).count();
    if digits == 0 {
        return (0, Value::NULL);
    }
    let mut value: i64 = 0;
    for &byte in &text[at..at + digits] {
        value = value.saturating_mul(base as i64).saturating_add((byte as char).to_digit(base).unwrap_or(0) as i64);
    }
    let value = if text[0] == b'-' { -value } else { value };
    (at + digits, Value::int(value))
}
