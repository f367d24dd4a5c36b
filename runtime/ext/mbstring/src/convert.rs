//! From one encoding to another; finding out which one a text is in.

use crate::encoding::{Enc, Kind, Replace};
use crate::settings::{detect_order, encoding, encodings, internal, named, substitute};
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::engine::ini;
use phpc_core::extension::{OrFalse, deprecated, value_error, warning};
use phpc_core::{Array, Cx, Key, OwnedKey, Reference, Result, Str, Value, View, functions};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![
    mb_convert_encoding, mb_detect_encoding, mb_check_encoding, mb_encode_numericentity, mb_decode_numericentity, mb_convert_variables,
    mb_encode_mimeheader, mb_decode_mimeheader,
];

pub(crate) fn convert(text: &[u8], to: Enc, from: Enc) -> Str {
    if to.is_utf8() && from.is_utf8() && from.is_valid(text) {
        return Str::new(text);
    }
    if to.kind == Kind::Base64 {
        let chars: Vec<u32> = text.iter().map(|&byte| u32::from(byte)).collect();
        return to.encode(&chars, &Replace::Nothing).into();
    }
    if matches!(from.kind, Kind::Base64 | Kind::QuotedPrintable) {
        return from.decode(text).into_iter().map(|byte| byte as u8).collect::<Vec<u8>>().into();
    }
    to.encode(&from.decode(text), &substitute()).into()
}

/// The strings of an array, keys and all depths included.
fn convert_array(cx: &mut Cx, array: &Array, to: Enc, from: &[Enc]) -> Result<Array> {
    let mut result = Array::new();
    let entries: Vec<(OwnedKey, Value)> = array.iter().map(|(key, value)| (key.into(), value.to_value())).collect();
    for (key, value) in entries {
        let value = match value.view() {
            View::Str(text) => convert_one(cx, text, to, from)?.map_or(Value::FALSE, Value::from),
            View::Array(inner) => convert_array(cx, inner, to, from)?.into(),
            View::Null | View::Bool(_) | View::Int(_) | View::Float(_) => value,
            _ => {
                warning(cx, "Object is not supported")?;
                continue;
            }
        };
        match key.as_key() {
            Key::Str(text) => {
                let key = convert_one(cx, text, to, from)?.unwrap_or_default();
                result.set_bytes(&key, value);
            }
            key => result.set(key, value),
        }
    }
    Ok(result)
}

fn convert_one(cx: &mut Cx, text: &Str, to: Enc, from: &[Enc]) -> Result<Option<Str>> {
    let from = match from {
        [one] => one,
        _ => match detect(text, from, true) {
            Some(found) => found,
            None => {
                warning(cx, "Unable to detect character encoding")?;
                return Ok(None);
            }
        },
    };
    Ok(Some(convert(text, to, from)))
}

/// Encodings that are no encodings of characters are on their way out.
fn warn_about(cx: &mut Cx, encoding: Enc) -> Result {
    let instead = match encoding.kind {
        Kind::Base64 => "Handling Base64 via mbstring is deprecated; use base64_encode/base64_decode instead",
        Kind::QuotedPrintable => {
            "Handling QPrint via mbstring is deprecated; use quoted_printable_encode/quoted_printable_decode instead"
        }
        Kind::HtmlEntities => {
            "Handling HTML entities via mbstring is deprecated; use htmlspecialchars, htmlentities, or mb_encode_numericentity/mb_decode_numericentity instead"
        }
        _ => return Ok(()),
    };
    deprecated(cx, instead)
}

#[php_function("mb_convert_encoding(array|string $string, string $to_encoding, array|string|null $from_encoding = null): array|string|false", THROWS | WARNS | READS_GLOBAL)]
fn mb_convert_encoding(cx: &mut Cx, string: &Value, to: &Str, from: &Value) -> Result<Value> {
    let to = named(cx, to, 2)?;
    warn_about(cx, to)?;
    let from = if from.is_null() { vec![internal()] } else { encodings_or_one(cx, from, 3)? };
    if from.is_empty() {
        return Err(value_error(cx, 3, "must specify at least one encoding"));
    }
    if let [one] = from[..] {
        warn_about(cx, one)?;
    }
    match string.view() {
        View::Array(array) => Ok(convert_array(cx, array, to, &from)?.into()),
        View::Str(text) => Ok(convert_one(cx, text, to, &from)?.map_or(Value::FALSE, Value::from)),
        _ => Ok(Value::FALSE),
    }
}

/// A single name that is unknown is an error of its own.
fn encodings_or_one(cx: &mut Cx, list: &Value, number: usize) -> Result<Vec<Enc>> {
    match list.as_str() {
        Some(name) if !name.contains(&b',') && !name.eq_ignore_ascii_case(b"auto") => {
            Ok(vec![match crate::encoding::find(name) {
                Some(encoding) => encoding,
                None => return Err(value_error(cx, number, [b"must be a valid encoding, \"", &**name, b"\" given"].concat())),
            }])
        }
        _ => encodings(cx, list, number),
    }
}

/// The first of the encodings that the text is valid in. Otherwise, unless `strict`, the one whose first error comes last.
fn detect(text: &[u8], candidates: &[Enc], strict: bool) -> Option<Enc> {
    let valid: Vec<Enc> = candidates.iter().copied().filter(|encoding| encoding.is_valid(text)).collect();
    if let Some(first) = best(text, &valid) {
        return Some(first);
    }
    if strict {
        return None;
    }
    let good = |encoding: &Enc| encoding.decode(text).iter().position(|&char| char == crate::encoding::BAD).unwrap_or(usize::MAX);
    candidates.iter().copied().rev().max_by_key(good)
}

/// Among encodings that all fit, the one that gives the fewest unlikely characters.
fn best(text: &[u8], valid: &[Enc]) -> Option<Enc> {
    if valid.len() < 2 || text.is_ascii() {
        return valid.first().copied();
    }
    let demerits = |encoding: &Enc| -> usize {
        let unlikely = |char: &u32| match *char {
            0x20..=0x7E | 9 | 10 | 13 => 0,
            0..=0x1F | 0x7F..=0x9F => 40,
            0xA0..=0xBF | 0xD7 | 0xF7 => 20,
            0xC0..=0x24F => 10,
            0xE000..=0xF8FF | 0xFFF0.. => 40,
            _ => 5,
        };
        encoding.decode(text).iter().map(unlikely).sum()
    };
    valid.iter().copied().min_by_key(demerits)
}

#[php_function("mb_detect_encoding(string $string, array|string|null $encodings = null, bool $strict = false): string|false", THROWS | READS_GLOBAL)]
fn mb_detect_encoding(cx: &mut Cx, string: &Str, list: &Value, strict: &Value) -> Result<OrFalse<Str>> {
    let candidates = if list.is_null() { detect_order() } else { encodings(cx, list, 2)? };
    if candidates.is_empty() {
        return Err(value_error(cx, 2, "must specify at least one encoding"));
    }
    let strict = strict.is_true() || strict.is_null() && ini::flag("mbstring.strict_detection");
    Ok(OrFalse(detect(string, &candidates, strict).map(|encoding| Str::from(encoding.name))))
}

#[php_function("mb_check_encoding(array|string|null $value = null, ?string $encoding = null): bool", THROWS | WARNS | READS_GLOBAL)]
fn mb_check_encoding(cx: &mut Cx, value: &Value, name: Option<&Str>) -> Result<bool> {
    let encoding = encoding(cx, name, 2)?;
    if value.is_null() {
        deprecated(cx, "Calling mb_check_encoding() without argument is deprecated")?;
        return Ok(true);
    }
    Ok(check(encoding, value))
}

fn check(encoding: Enc, value: &Value) -> bool {
    match value.view() {
        View::Str(text) => encoding.is_valid(text),
        View::Array(array) => array.iter().all(|(key, value)| {
            let key_fits = match key {
                Key::Str(text) => encoding.is_valid(text),
                Key::Int(_) => true,
            };
            key_fits && check(encoding, &value)
        }),
        View::Object(_) | View::Resource(_) => false,
        _ => true,
    }
}

#[php_function("mb_convert_variables(string $to_encoding, array|string $from_encoding, mixed &$var, mixed &...$vars): string|false", THROWS | WARNS | READS_GLOBAL)]
fn mb_convert_variables(cx: &mut Cx, to: &Str, from: &Value, var: &Reference, vars: &[Value]) -> Result<OrFalse<Str>> {
    let to = named(cx, to, 1)?;
    let candidates = encodings(cx, from, 2)?;
    if candidates.is_empty() {
        return Err(value_error(cx, 2, "must specify at least one encoding"));
    }
    let cells: Vec<Reference> = std::iter::once(var.clone()).chain(vars.iter().filter_map(|value| value.as_reference().cloned())).collect();
    let mut all = Vec::new();
    cells.iter().for_each(|cell| collect(&cell.get(), &mut all));
    let Some(from) = detect(&all, &candidates, true) else {
        warning(cx, "Unable to detect encoding")?;
        return Ok(OrFalse::NO);
    };
    for cell in cells {
        let value = cell.get();
        let new = match value.view() {
            View::Str(text) => Value::from(convert(text, to, from)),
            View::Array(array) => convert_array(cx, array, to, &[from])?.into(),
            _ => continue,
        };
        cell.set(new);
    }
    Ok(Str::from(from.name).into())
}

/// All text of a value.
fn collect(value: &Value, all: &mut Vec<u8>) {
    match value.view() {
        View::Str(text) => all.extend_from_slice(text),
        View::Array(array) => array.values().for_each(|value| collect(&value, all)),
        _ => {}
    }
}

// ---- numeric entities

/// Quadruples: from, to, offset, mask.
fn entity_map(cx: &mut Cx, map: &Array, number: usize) -> Result<Vec<[u32; 4]>> {
    if map.len() % 4 != 0 {
        return Err(value_error(cx, number, "must have a multiple of 4 elements"));
    }
    let mut numbers = Vec::new();
    for value in map.values() {
        numbers.push(phpc_core::convert::to_int(cx, &value)? as u32);
    }
    Ok(numbers.as_chunks::<4>().0.to_vec())
}

#[php_function("mb_encode_numericentity(string $string, array $map, ?string $encoding = null, bool $hex = false): string", THROWS | WARNS | READS_GLOBAL)]
fn mb_encode_numericentity(cx: &mut Cx, string: &Str, map: &Array, name: Option<&Str>, hex: bool) -> Result<Str> {
    let encoding = encoding(cx, name, 3)?;
    let map = entity_map(cx, map, 2)?;
    let mut out = Vec::new();
    for char in encoding.decode(string) {
        let range = map.iter().find(|range| (range[0]..=range[1]).contains(&char) && char != crate::encoding::BAD);
        let Some(range) = range else {
            out.push(char);
            continue;
        };
        let code = char.wrapping_add(range[2]) & range[3];
        let entity = if hex { format!("&#x{code:X};") } else { format!("&#{code};") };
        out.extend(entity.bytes().map(u32::from));
    }
    Ok(encoding.encode(&out, &substitute()).into())
}

#[php_function("mb_decode_numericentity(string $string, array $map, ?string $encoding = null): string", THROWS | WARNS | READS_GLOBAL)]
fn mb_decode_numericentity(cx: &mut Cx, string: &Str, map: &Array, name: Option<&Str>) -> Result<Str> {
    let encoding = encoding(cx, name, 3)?;
    let map = entity_map(cx, map, 2)?;
    let chars = encoding.decode(string);
    let mut out = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match numeric(&chars[at..]) {
            Some((code, length)) => {
                let original = |range: &&[u32; 4]| (range[0]..=range[1]).contains(&code.wrapping_sub(range[2]));
                match map.iter().find(original) {
                    Some(range) => out.push(code.wrapping_sub(range[2])),
                    None => out.extend_from_slice(&chars[at..at + length]),
                }
                at += length;
            }
            None => {
                out.push(chars[at]);
                at += 1;
            }
        }
    }
    Ok(encoding.encode(&out, &substitute()).into())
}

/// `&#123;` or `&#x7B;` at the start: its number and length. The semicolon may be missing.
fn numeric(chars: &[u32]) -> Option<(u32, usize)> {
    let text: String = chars.iter().take(12).map(|&char| char::from_u32(char).unwrap_or('\0')).collect();
    let digits = text.strip_prefix("&#")?;
    let (digits, radix) = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (digits, 10),
    };
    let length = digits.bytes().take_while(|byte| (*byte as char).is_digit(radix)).count();
    let code = u32::from_str_radix(&digits[..length], radix).ok()?;
    let before = 2 + usize::from(radix == 16) + length;
    Some((code, before + usize::from(digits.as_bytes().get(length) == Some(&b';'))))
}

// ---- mail headers

#[php_function("mb_encode_mimeheader(string $string, ?string $charset = null, ?string $transfer_encoding = null, string $newline = \"\\r\\n\", int $indent = 0): string", THROWS | READS_GLOBAL)]
fn mb_encode_mimeheader(cx: &mut Cx, string: &Str, charset: Option<&Str>, transfer: Option<&Str>, newline: &Str, indent: i64) -> Result<Str> {
    let charset = match charset {
        Some(name) => named(cx, name, 2)?,
        None => crate::encoding::utf8(),
    };
    if string.is_ascii() {
        return Ok(string.clone());
    }
    let quoted = transfer.is_some_and(|transfer| transfer.first().is_some_and(|byte| byte.eq_ignore_ascii_case(&b'q')));
    let head = format!("=?{}?{}?", charset.mime, if quoted { 'Q' } else { 'B' });
    let encoded = |chars: &[u32]| -> Vec<u8> {
        let bytes = charset.encode(chars, &substitute());
        if quoted {
            let one = |&byte: &u8| match byte {
                b'=' | b'?' | b'_' | b' ' | 0x80.. | 0..=31 | 127 => format!("={byte:02X}").into_bytes(),
                _ => vec![byte],
            };
            return bytes.iter().flat_map(one).collect();
        }
        let bytes: Vec<u32> = bytes.into_iter().map(u32::from).collect();
        crate::wide::encode_base64(&bytes)
    };
    let chars = internal().decode(string);
    let mut out = Vec::new();
    let (mut start, mut column) = (0, indent.max(0) as usize);
    while start < chars.len() {
        let mut end = start + 1;
        while end < chars.len() && column + head.len() + encoded(&chars[start..=end]).len() + 2 <= 74 {
            end += 1;
        }
        if start > 0 {
            out.extend_from_slice(newline);
            out.push(b' ');
        }
        out.extend_from_slice(head.as_bytes());
        out.extend(encoded(&chars[start..end]));
        out.extend_from_slice(b"?=");
        start = end;
        column = 1;
    }
    Ok(out.into())
}

#[php_function("mb_decode_mimeheader(string $string): string", READS_GLOBAL)]
fn mb_decode_mimeheader(string: &Str) -> Str {
    let mut out: Vec<u32> = Vec::new();
    let mut rest = &string[..];
    let mut after_word = false;
    while !rest.is_empty() {
        if let Some((chars, length)) = encoded_word(rest) {
            if after_word {
                while out.last().is_some_and(|&char| matches!(char, 9 | 10 | 13 | 32)) {
                    out.pop();
                }
            }
            out.extend(chars);
            rest = &rest[length..];
            after_word = true;
            continue;
        }
        if !rest[0].is_ascii_whitespace() {
            after_word = false;
        }
        out.push(u32::from(rest[0]));
        rest = &rest[1..];
    }
    internal().encode(&out, &substitute()).into()
}

/// `=?charset?B?…?=` at the start: its characters and length.
fn encoded_word(text: &[u8]) -> Option<(Vec<u32>, usize)> {
    let inner = text.strip_prefix(b"=?")?;
    let mut parts = inner.splitn(3, |&byte| byte == b'?');
    let (charset, how, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let end = rest.windows(2).position(|pair| pair == b"?=")?;
    let charset = crate::encoding::find(charset)?;
    let bytes: Vec<u8> = match how {
        b"B" | b"b" => crate::wide::decode_base64(&rest[..end]).into_iter().map(|byte| byte as u8).collect(),
        b"Q" | b"q" => {
            let spaced: Vec<u8> = rest[..end].iter().map(|&byte| if byte == b'_' { b' ' } else { byte }).collect();
            crate::wide::decode_quoted(&spaced).into_iter().map(|byte| byte as u8).collect()
        }
        _ => return None,
    };
    let length = text.len() - rest.len() + end + 2;
    Some((charset.decode(&bytes), length))
}
