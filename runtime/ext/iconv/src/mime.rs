//! Headers of mail with words in other encodings: `=?UTF-8?B?w6k=?=`.

use crate::convert;
use crate::functions::{charset, complain, internal};
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::extension::{OrFalse, notice};
use phpc_core::{Array, Cx, Key, Result, Str, Value, functions, php_constants};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![iconv_mime_encode, iconv_mime_decode, iconv_mime_decode_headers];

php_constants! {
    ICONV_MIME_DECODE_STRICT: Int = 1;
    ICONV_MIME_DECODE_CONTINUE_ON_ERROR: Int = 2;
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            out.push(if place <= three.len() { DIGITS[(bits >> (18 - 6 * place) & 63) as usize] } else { b'=' });
        }
    }
    out
}

fn unbase64(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let (mut bits, mut count) = (0u32, 0);
    for byte in text {
        let Some(digit) = DIGITS.iter().position(|digit| digit == byte) else { continue };
        bits = bits << 6 | digit as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    out
}

fn quoted(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'!' | b'*' | b'+' | b'/' => out.push(*byte),
            _ => out.extend(format!("={byte:02X}").bytes()),
        }
    }
    out
}

fn unquoted(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut at = 0;
    let digit = |at: usize| text.get(at).and_then(|byte| (*byte as char).to_digit(16));
    while at < text.len() {
        match (text[at], digit(at + 1), digit(at + 2)) {
            (b'=', Some(high), Some(low)) => {
                out.push((high << 4 | low) as u8);
                at += 2;
            }
            (b'_', ..) => out.push(b' '),
            (byte, ..) => out.push(byte),
        }
        at += 1;
    }
    out
}

#[php_function("iconv_mime_encode(string $field_name, string $field_value, array $options = []): string|false", WARNS)]
fn iconv_mime_encode(cx: &mut Cx, name: &Str, value: &Str, options: &Array) -> Result<OrFalse<Str>> {
    let option = |name: &str| options.get_bytes(name.as_bytes()).map(|value| value.to_value().deref());
    let text = |name: &str| option(name).and_then(|value| value.as_str().map(|text| text.to_vec()));
    let is_base64 = text("scheme").is_none_or(|scheme| !scheme.first().is_some_and(|letter| letter | 32 == b'q'));
    let input = text("input-charset").unwrap_or_else(internal);
    let output = text("output-charset").unwrap_or_else(internal);
    let limit = option("line-length").and_then(|length| length.as_int()).unwrap_or(76) as usize;
    let newline = text("line-break-chars").unwrap_or_else(|| b"\r\n".to_vec());
    let chars = match convert::decode(&input, value) {
        Ok(chars) => chars,
        Err(problem) => {
            complain(cx, problem, &input, &output)?;
            return Ok(OrFalse::NO);
        }
    };
    let scheme: &[u8] = if is_base64 { b"?B?" } else { b"?Q?" };
    let head = [b"=?", &output[..], scheme].concat();
    let encode = |bytes: &[u8]| if is_base64 { base64(bytes) } else { quoted(bytes) };
    let mut out = [&name[..], b": "].concat();
    let mut line = out.len();
    let mut at = 0;
    while at < chars.len() || at == 0 {
        // As many characters as the line takes.
        let mut word: Vec<u8> = Vec::new();
        let mut end = at;
        while end < chars.len() {
            let Ok(next) = convert::encode(&output, &chars[at..=end]) else {
                complain(cx, convert::Problem::Illegal, &input, &output)?;
                return Ok(OrFalse::NO);
            };
            if line + head.len() + encode(&next).len() + 2 > limit && end > at {
                break;
            }
            word = next;
            end += 1;
        }
        out.extend_from_slice(&head);
        out.extend(encode(&word));
        out.extend_from_slice(b"?=");
        at = end;
        if at >= chars.len() {
            break;
        }
        out.extend_from_slice(&newline);
        out.push(b' ');
        line = 1;
    }
    Ok(Str::new(&out).into())
}

/// Decodes the words of one header; Err: a malformed one.
fn decode(text: &[u8], mode: i64, target: &[u8]) -> std::result::Result<Vec<u8>, convert::Problem> {
    let mut out = Vec::new();
    let mut rest = text;
    let mut after_word = false;
    while !rest.is_empty() {
        let Some(start) = rest.windows(2).position(|two| two == b"=?") else {
            append_plain(&mut out, rest);
            break;
        };
        let plain = &rest[..start];
        // Blanks between two words do not count.
        if !(after_word && plain.iter().all(u8::is_ascii_whitespace)) {
            append_plain(&mut out, plain);
        }
        match word(&rest[start..]) {
            Some((charset, bytes, length)) => {
                match convert::convert(charset, target, &bytes) {
                    Ok(decoded) => out.extend(decoded),
                    Err(_) if mode & ICONV_MIME_DECODE_CONTINUE_ON_ERROR != 0 => out.extend_from_slice(&rest[start..start + length]),
                    Err((problem, _)) => return Err(problem),
                }
                rest = &rest[start + length..];
                after_word = true;
            }
            None => {
                out.extend_from_slice(b"=?");
                rest = &rest[start + 2..];
                after_word = false;
            }
        }
    }
    Ok(out)
}

/// Folded lines become one.
fn append_plain(out: &mut Vec<u8>, text: &[u8]) {
    let mut at = 0;
    while at < text.len() {
        if matches!(text[at], b'\r' | b'\n') {
            while at < text.len() && matches!(text[at], b'\r' | b'\n' | b' ' | b'\t') {
                at += 1;
            }
            out.push(b' ');
        } else {
            out.push(text[at]);
            at += 1;
        }
    }
}

/// `=?charset?B?text?=`: charset, bytes, length.
fn word(text: &[u8]) -> Option<(&[u8], Vec<u8>, usize)> {
    let mut parts = text[2..].splitn(3, |byte| *byte == b'?');
    let (charset, scheme, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let end = rest.windows(2).position(|two| two == b"?=")?;
    let bytes = match scheme {
        b"B" | b"b" => unbase64(&rest[..end]),
        b"Q" | b"q" => unquoted(&rest[..end]),
        _ => return None,
    };
    let charset = charset.split(|byte| *byte == b'*').next()?;
    Some((charset, bytes, 2 + charset.len() + 1 + scheme.len() + 1 + end + 2))
}

#[php_function("iconv_mime_decode(string $string, int $mode = 0, ?string $encoding = null): string|false", WARNS)]
fn iconv_mime_decode(cx: &mut Cx, string: &Str, mode: i64, encoding: Option<&Str>) -> Result<OrFalse<Str>> {
    let target = charset(encoding);
    match decode(string, mode, &target) {
        Ok(text) => Ok(Str::new(&text).into()),
        Err(problem) => {
            complain(cx, problem, b"", &target)?;
            Ok(OrFalse::NO)
        }
    }
}

#[php_function("iconv_mime_decode_headers(string $headers, int $mode = 0, ?string $encoding = null): array|false", WARNS)]
fn iconv_mime_decode_headers(cx: &mut Cx, headers: &Str, mode: i64, encoding: Option<&Str>) -> Result<OrFalse<Array>> {
    let target = charset(encoding);
    let mut fields: Vec<Vec<u8>> = Vec::new();
    for line in headers.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match fields.last_mut() {
            Some(last) if matches!(line.first(), Some(b' ' | b'\t')) => {
                last.push(b'\n');
                last.extend_from_slice(line);
            }
            _ => fields.push(line.to_vec()),
        }
    }
    let mut result = Array::new();
    for field in fields {
        let Ok(text) = decode(&field, mode, &target) else {
            notice(cx, "Detected an illegal character in input string")?;
            return Ok(OrFalse::NO);
        };
        let Some(colon) = text.iter().position(|byte| *byte == b':') else { continue };
        let name = Str::new(&text[..colon]);
        let value = Value::string(text[colon + 1..].trim_ascii_start());
        let key = Key::Str(&name);
        let old = result.get(key).map(|old| old.to_value());
        let new = match old {
            None => value,
            Some(old) => match old.as_array() {
                Some(list) => {
                    let mut list = list.clone();
                    list.push(value);
                    list.into()
                }
                None => [old, value].into_iter().collect::<Array>().into(),
            },
        };
        result.set(key, new);
    }
    Ok(result.into())
}
