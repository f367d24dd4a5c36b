//! `pack` and `unpack`.

use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions = functions![pack, unpack];

/// A number's layout: bytes, big-endian.
fn layout(code: u8) -> Option<(usize, bool)> {
    Some(match code {
        b'c' | b'C' => (1, false),
        b's' | b'S' | b'v' => (2, false),
        b'n' => (2, true),
        b'i' | b'I' | b'l' | b'L' | b'V' => (4, false),
        b'N' => (4, true),
        b'q' | b'Q' | b'P' => (8, false),
        b'J' => (8, true),
        _ => return None,
    })
}

#[derive(Clone, Copy, PartialEq)]
enum Count {
    One,
    Number(usize),
    All,
}

fn count(format: &[u8], at: &mut usize) -> Count {
    if format.get(*at) == Some(&b'*') {
        *at += 1;
        return Count::All;
    }
    let digits = format[*at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 {
        return Count::One;
    }
    let number = format[*at..*at + digits].iter().fold(0usize, |number, digit| number.saturating_mul(10).saturating_add((digit - b'0') as usize));
    *at += digits;
    Count::Number(number)
}

#[php_function("pack(string $format, mixed ...$values): string")]
fn pack(cx: &mut Cx, format: &Str, values: &[Value]) -> Result<Str> {
    let mut out: Vec<u8> = Vec::new();
    let mut next = 0;
    let mut at = 0;
    while at < format.len() {
        let code = format[at];
        at += 1;
        let count = count(format, &mut at);
        let letter = code as char;
        match code {
            b'x' | b'X' | b'@' => {
                if count == Count::All {
                    warning(cx, format!("Type {letter}: '*' ignored"))?;
                }
                let number = match count {
                    Count::Number(number) => number,
                    _ => 1,
                };
                match code {
                    b'x' => out.resize(out.len() + number, 0),
                    b'X' if number > out.len() => {
                        warning(cx, format!("Type {letter}: outside of string"))?;
                        out.clear();
                    }
                    b'X' => out.truncate(out.len() - number),
                    _ => out.resize(number, 0),
                }
            }
            b'a' | b'A' | b'Z' | b'h' | b'H' => {
                let Some(value) = values.get(next) else {
                    return Err(cx.throw_value_error(format!("Type {letter}: not enough arguments")));
                };
                next += 1;
                let text = convert::to_str(cx, &value.deref())?;
                if code == b'h' || code == b'H' {
                    pack_hex(cx, &mut out, code, count, &text)?;
                    continue;
                }
                let length = match count {
                    Count::One => 1,
                    Count::Number(number) => number,
                    Count::All => text.len() + usize::from(code == b'Z'),
                };
                let kept = text.len().min(if code == b'Z' { length.saturating_sub(1) } else { length });
                out.extend_from_slice(&text[..kept]);
                let fill = if code == b'A' { b' ' } else { 0 };
                out.resize(out.len() + length - kept, fill);
            }
            b'f' | b'g' | b'G' | b'd' | b'e' | b'E' => {
                for _ in 0..repeats(cx, count, letter, values.len() - next)? {
                    let float = convert::to_float(cx, &values[next].deref())?;
                    next += 1;
                    match code {
                        b'f' | b'g' => out.extend_from_slice(&(float as f32).to_le_bytes()),
                        b'G' => out.extend_from_slice(&(float as f32).to_be_bytes()),
                        b'd' | b'e' => out.extend_from_slice(&float.to_le_bytes()),
                        _ => out.extend_from_slice(&float.to_be_bytes()),
                    }
                }
            }
            _ => {
                let Some((size, big)) = layout(code) else {
                    return Err(cx.throw_value_error(format!("Type {letter}: unknown format code")));
                };
                for _ in 0..repeats(cx, count, letter, values.len() - next)? {
                    let int = convert::to_int(cx, &values[next].deref())?;
                    next += 1;
                    if big {
                        out.extend_from_slice(&int.to_be_bytes()[8 - size..]);
                    } else {
                        out.extend_from_slice(&int.to_le_bytes()[..size]);
                    }
                }
            }
        }
    }
    if next < values.len() {
        warning(cx, format!("{} arguments unused", values.len() - next))?;
    }
    Ok(out.into())
}

fn repeats(cx: &mut Cx, count: Count, letter: char, left: usize) -> Result<usize> {
    let number = match count {
        Count::One => 1,
        Count::Number(number) => number,
        Count::All => left,
    };
    if number > left {
        return Err(cx.throw_value_error(format!("Type {letter}: too few arguments")));
    }
    Ok(number)
}

fn pack_hex(cx: &mut Cx, out: &mut Vec<u8>, code: u8, count: Count, text: &[u8]) -> Result {
    let mut nibbles = match count {
        Count::One => 1,
        Count::Number(number) => number,
        Count::All => text.len(),
    };
    if nibbles > text.len() {
        warning(cx, format!("Type {}: not enough characters in string", code as char))?;
        nibbles = text.len();
    }
    let start = out.len();
    out.resize(start + nibbles.div_ceil(2), 0);
    for (at, &byte) in text[..nibbles].iter().enumerate() {
        let digit = match (byte as char).to_digit(16) {
            Some(digit) => digit as u8,
            None => {
                warning(cx, format!("Type {}: illegal hex digit {}", code as char, byte as char))?;
                0
            }
        };
        let high = (code == b'H') == (at % 2 == 0);
        out[start + at / 2] |= if high { digit << 4 } else { digit };
    }
    Ok(())
}

#[php_function("unpack(string $format, string $string, int $offset = 0): array|false", WARNS | THROWS)]
fn unpack(cx: &mut Cx, format: &Str, string: &Str, offset: i64) -> Result<Value> {
    if !(0..=string.len() as i64).contains(&offset) {
        return Err(value_error(cx, 3, "must be contained in argument #2 ($data)"));
    }
    let data = &string[offset as usize..];
    let mut result = Array::new();
    let mut position = 0usize;
    for part in format.split(|&byte| byte == b'/') {
        let Some((&code, _)) = part.split_first() else {
            return Err(cx.throw_value_error("Invalid format type \0"));
        };
        let mut at = 1;
        let count = count(part, &mut at);
        let name = &part[at..];
        let letter = code as char;
        // How many bytes an element takes, and how many elements.
        let (size, mut repeat): (Option<usize>, usize) = match code {
            b'X' | b'x' | b'@' => (Some(0), 1),
            b'a' | b'A' | b'Z' | b'h' | b'H' => (None, 1),
            b'f' | b'g' | b'G' => (Some(4), 1),
            b'd' | b'e' | b'E' => (Some(8), 1),
            _ => match layout(code) {
                Some((size, _)) => (Some(size), 1),
                None => return Err(cx.throw_value_error(format!("Invalid format type {letter}"))),
            },
        };
        let number = match count {
            Count::One => 1,
            Count::Number(number) => number,
            Count::All => usize::MAX,
        };
        match code {
            b'X' => {
                if count == Count::All {
                    warning(cx, format!("Type {letter}: '*' ignored"))?;
                }
                let back = if count == Count::All { 1 } else { number };
                if back > position {
                    warning(cx, format!("Type {letter}: outside of string"))?;
                }
                position = position.saturating_sub(back);
                continue;
            }
            b'x' => {
                let skip = if count == Count::All { 0 } else { number };
                if position + skip > data.len() {
                    return not_enough(cx, letter, skip, data.len() - position);
                }
                position += skip;
                continue;
            }
            b'@' => {
                if number <= data.len() {
                    position = number;
                } else {
                    warning(cx, format!("Type {letter}: outside of string"))?;
                    position = data.len();
                }
                continue;
            }
            _ => {}
        }
        let rest = data.len() - position;
        if size.is_none() {
            let length = match (code, count) {
                (_, Count::All) => rest,
                (b'h' | b'H', _) => number.div_ceil(2),
                _ => number,
            };
            if length > rest {
                return not_enough(cx, letter, length, rest);
            }
            let bytes = &data[position..position + length];
            let value = match code {
                b'a' => Value::string(bytes),
                b'A' => {
                    let end = bytes.iter().rposition(|byte| !matches!(byte, 0 | b' ' | b'\t' | b'\r' | b'\n')).map_or(0, |at| at + 1);
                    Value::string(&bytes[..end])
                }
                b'Z' => Value::string(&bytes[..bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len())]),
                _ => {
                    let nibbles = if count == Count::All { length * 2 } else { number.min(length * 2) };
                    let digit = |at: usize| {
                        let byte = bytes[at / 2];
                        let value = if (code == b'H') == (at % 2 == 0) { byte >> 4 } else { byte & 15 };
                        b"0123456789abcdef"[value as usize]
                    };
                    Value::string((0..nibbles).map(digit).collect::<Vec<u8>>())
                }
            };
            set(&mut result, if name.is_empty() { b"1".to_vec() } else { name.to_vec() }, value);
            position += length;
            continue;
        }
        let size = size.unwrap_or(1);
        repeat = if count == Count::All { rest / size } else { number.max(repeat * usize::from(number != 0)) };
        if count == Count::All && rest == 0 {
            continue;
        }
        for element in 0..repeat {
            if position + size > data.len() {
                if count == Count::All {
                    break;
                }
                return not_enough(cx, letter, size, data.len() - position);
            }
            let bytes = &data[position..position + size];
            let key = match (name.is_empty(), count) {
                (true, _) => (element + 1).to_string().into_bytes(),
                (false, Count::One) => name.to_vec(),
                (false, _) => [name, (element + 1).to_string().as_bytes()].concat(),
            };
            set(&mut result, key, unpacked(code, bytes));
            position += size;
        }
    }
    Ok(result.into())
}

fn not_enough(cx: &mut Cx, letter: char, needed: usize, have: usize) -> Result<Value> {
    let verb = if have == 1 { "was" } else { "were" };
    warning(cx, format!("Type {letter}: not enough input values, need {needed} values but only {have} {verb} provided"))?;
    Ok(Value::FALSE)
}

fn set(result: &mut Array, name: Vec<u8>, value: Value) {
    let key = OwnedKey::from(Str::from(name));
    result.set(key.as_key(), value);
}

fn unpacked(code: u8, bytes: &[u8]) -> Value {
    match code {
        b'f' | b'g' => Value::float(f32::from_le_bytes(bytes.try_into().expect("four bytes")) as f64),
        b'G' => Value::float(f32::from_be_bytes(bytes.try_into().expect("four bytes")) as f64),
        b'd' | b'e' => Value::float(f64::from_le_bytes(bytes.try_into().expect("eight bytes"))),
        b'E' => Value::float(f64::from_be_bytes(bytes.try_into().expect("eight bytes"))),
        _ => {
            let big = matches!(code, b'n' | b'N' | b'J');
            let fold = |value: u64, byte: &u8| value << 8 | *byte as u64;
            let unsigned = if big { bytes.iter().fold(0, fold) } else { bytes.iter().rev().fold(0, fold) };
            let bits = 64 - bytes.len() as u32 * 8;
            let signed = matches!(code, b'c' | b's' | b'i' | b'l' | b'q');
            Value::int(if signed { (unsigned << bits) as i64 >> bits } else { unsigned as i64 })
        }
    }
}
