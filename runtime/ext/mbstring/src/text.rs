//! Length, parts, padding and trimming.

use crate::encoding::{BAD, Enc, Kind};
use crate::settings::encoding;
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::extension::{OrFalse, value_error};
use phpc_core::{Array, Cx, Result, Str, Value, functions};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![
    mb_strlen, mb_substr, mb_strcut, mb_str_split, mb_str_pad, mb_trim, mb_ltrim, mb_rtrim, mb_ord, mb_chr, mb_scrub,
];

pub(crate) fn length(encoding: Enc, text: &[u8]) -> usize {
    if encoding.is_utf8() && text.is_ascii() {
        return text.len();
    }
    match encoding.kind {
        Kind::Utf16 { .. } | Kind::Stateful(_) | Kind::Base64 | Kind::QuotedPrintable | Kind::HtmlEntities => encoding.decode(text).len(),
        _ if encoding.step(b'a') == 0 => encoding.decode(text).len(),
        _ => Steps { encoding, rest: text }.count(),
    }
}

/// The characters of a text as slices, by their leading bytes.
pub(crate) struct Steps<'a> {
    pub(crate) encoding: Enc,
    pub(crate) rest: &'a [u8],
}

impl<'a> Iterator for Steps<'a> {
    type Item = &'a [u8];
    fn next(&mut self) -> Option<&'a [u8]> {
        let lead = *self.rest.first()?;
        let (char, rest) = self.rest.split_at(self.encoding.step(lead).min(self.rest.len()));
        self.rest = rest;
        Some(char)
    }
}

/// The bytes before character `count`, if there are so many; else all.
fn bytes_of(encoding: Enc, text: &[u8], count: usize) -> usize {
    let mut at = 0;
    for _ in 0..count {
        match text.get(at) {
            Some(&lead) => at += encoding.step(lead),
            None => return text.len(),
        }
    }
    at.min(text.len())
}

/// Characters `from` to `from + count`.
pub(crate) fn part(encoding: Enc, text: &[u8], from: usize, count: usize) -> Str {
    if encoding.step(b'a') == 0 {
        let chars = encoding.decode(text);
        let from = from.min(chars.len());
        let to = from.saturating_add(count).min(chars.len());
        return encoding.encode(&chars[from..to], &crate::settings::substitute()).into();
    }
    let start = bytes_of(encoding, text, from);
    let rest = &text[start..];
    let end = if count >= rest.len() { rest.len() } else { bytes_of(encoding, rest, count) };
    Str::new(&rest[..end])
}

#[php_function("mb_strlen(string $string, ?string $encoding = null): int<0, max>", THROWS | READS_GLOBAL)]
fn mb_strlen(cx: &mut Cx, string: &Str, name: Option<&Str>) -> Result<i64> {
    Ok(length(encoding(cx, name, 2)?, string) as i64)
}

/// `start` and `length` as PHP counts them, from either end, within `total`.
pub(crate) fn range(total: usize, start: i64, length: Option<i64>) -> (usize, usize) {
    let total = total as i64;
    let from = if start < 0 { (total.saturating_add(start)).max(0) } else { start.min(total) };
    let count = match length {
        None => total - from,
        Some(length) if length < 0 => (total - from).saturating_add(length).max(0),
        Some(length) => length.min(total - from),
    };
    (from as usize, count as usize)
}

#[php_function("mb_substr(string $string, int $start, ?int $length = null, ?string $encoding = null): string", THROWS | READS_GLOBAL)]
fn mb_substr(cx: &mut Cx, string: &Str, start: i64, count: Option<i64>, name: Option<&Str>) -> Result<Str> {
    let encoding = encoding(cx, name, 4)?;
    if start >= 0 && count.is_none_or(|count| count >= 0) {
        return Ok(part(encoding, string, start as usize, count.map_or(usize::MAX, |count| count as usize)));
    }
    let (from, count) = range(length(encoding, string), start, count);
    Ok(part(encoding, string, from, count))
}

#[php_function("mb_strcut(string $string, int $start, ?int $length = null, ?string $encoding = null): string", THROWS | READS_GLOBAL)]
fn mb_strcut(cx: &mut Cx, string: &Str, start: i64, count: Option<i64>, name: Option<&Str>) -> Result<Str> {
    let encoding = encoding(cx, name, 4)?;
    if start > string.len() as i64 {
        return Ok(Str::empty());
    }
    let (from, count) = range(string.len(), start, count);
    let end = from + count;
    let (mut first, mut last, mut at) = (0, 0, 0);
    if encoding.step(b'a') == 0 {
        let width = if matches!(encoding.kind, Kind::Utf16 { .. }) { 2 } else { 1 };
        return Ok(Str::new(&string[from / width * width..end / width * width]));
    }
    // Both ends move back to where a character starts.
    while at <= string.len() {
        if at <= from {
            first = at;
        }
        if at <= end {
            last = at;
        }
        match string.get(at) {
            Some(&lead) => at += encoding.step(lead),
            None => break,
        }
    }
    if end >= string.len() {
        last = string.len();
    }
    Ok(Str::new(&string[first..last.max(first)]))
}

#[php_function("mb_str_split(string $string, int $length = 1, ?string $encoding = null): array", THROWS | READS_GLOBAL)]
fn mb_str_split(cx: &mut Cx, string: &Str, count: i64, name: Option<&Str>) -> Result<Array> {
    if count <= 0 {
        return Err(value_error(cx, 2, "must be greater than 0"));
    }
    let encoding = encoding(cx, name, 3)?;
    let count = count as usize;
    if encoding.step(b'a') == 0 {
        let chars = encoding.decode(string);
        let parts = chars.chunks(count);
        return Ok(parts.map(|chars| Value::string(encoding.encode(chars, &crate::settings::substitute()))).collect());
    }
    let mut parts = Array::new();
    let mut rest = &string[..];
    while !rest.is_empty() {
        let (part, after) = rest.split_at(bytes_of(encoding, rest, count));
        parts.push(Value::string(part));
        rest = after;
    }
    Ok(parts)
}

const STR_PAD_LEFT: i64 = 0;
const STR_PAD_RIGHT: i64 = 1;
const STR_PAD_BOTH: i64 = 2;

#[php_function("mb_str_pad(string $string, int $length, string $pad_string = \" \", int $pad_type = STR_PAD_RIGHT, ?string $encoding = null): string", THROWS | READS_GLOBAL)]
fn mb_str_pad(cx: &mut Cx, string: &Str, wanted: i64, pad: &Str, kind: i64, name: Option<&Str>) -> Result<Str> {
    let encoding = encoding(cx, name, 5)?;
    let have = length(encoding, string) as i64;
    if wanted < 0 || wanted <= have {
        return Ok(string.clone());
    }
    let pad_length = length(encoding, pad);
    if pad_length == 0 {
        return Err(value_error(cx, 3, "must not be empty"));
    }
    let missing = (wanted - have) as usize;
    let (left, right) = match kind {
        STR_PAD_LEFT => (missing, 0),
        STR_PAD_RIGHT => (0, missing),
        STR_PAD_BOTH => (missing / 2, missing - missing / 2),
        _ => return Err(value_error(cx, 4, "must be STR_PAD_LEFT, STR_PAD_RIGHT, or STR_PAD_BOTH")),
    };
    let fill = |count: usize| {
        let mut text = pad.repeat(count / pad_length);
        text.extend_from_slice(&part(encoding, pad, 0, count % pad_length));
        text
    };
    Ok(Str::concat(&[&fill(left), string, &fill(right)]))
}

// ---- trimming

const SPACES: &[u32] = &[
    0x20, 0x0C, 0x0A, 0x0D, 0x09, 0x0B, 0x00, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009,
    0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x85, 0x180E,
];

fn trimmed(cx: &mut Cx, string: &Str, characters: Option<&Str>, name: Option<&Str>, left: bool, right: bool) -> Result<Str> {
    let encoding = encoding(cx, name, 3)?;
    let set = characters.map(|characters| encoding.decode(characters));
    let set = set.as_deref().unwrap_or(SPACES);
    let chars = encoding.decode(string);
    let (mut from, mut to) = (0, chars.len());
    while left && from < to && set.contains(&chars[from]) {
        from += 1;
    }
    while right && to > from && set.contains(&chars[to - 1]) {
        to -= 1;
    }
    if from == 0 && to == chars.len() {
        return Ok(string.clone());
    }
    Ok(part(encoding, string, from, to - from))
}

#[php_function("mb_trim(string $string, ?string $characters = null, ?string $encoding = null): string", THROWS | READS_GLOBAL)]
fn mb_trim(cx: &mut Cx, string: &Str, characters: Option<&Str>, name: Option<&Str>) -> Result<Str> {
    trimmed(cx, string, characters, name, true, true)
}
#[php_function("mb_ltrim(string $string, ?string $characters = null, ?string $encoding = null): string", THROWS | READS_GLOBAL)]
fn mb_ltrim(cx: &mut Cx, string: &Str, characters: Option<&Str>, name: Option<&Str>) -> Result<Str> {
    trimmed(cx, string, characters, name, true, false)
}
#[php_function("mb_rtrim(string $string, ?string $characters = null, ?string $encoding = null): string", THROWS | READS_GLOBAL)]
fn mb_rtrim(cx: &mut Cx, string: &Str, characters: Option<&Str>, name: Option<&Str>) -> Result<Str> {
    trimmed(cx, string, characters, name, false, true)
}

// ---- one character

#[php_function("mb_ord(string $string, ?string $encoding = null): int|false", THROWS | READS_GLOBAL)]
fn mb_ord(cx: &mut Cx, string: &Str, name: Option<&Str>) -> Result<OrFalse<i64>> {
    if string.is_empty() {
        return Err(value_error(cx, 1, "must not be empty"));
    }
    let encoding = encoding(cx, name, 2)?;
    let first = if encoding.is_utf8() { &string[..string.len().min(4)] } else { string };
    match encoding.decode(first).first() {
        Some(&BAD) | None => Ok(OrFalse::NO),
        Some(&char) => Ok(i64::from(char).into()),
    }
}

#[php_function("mb_chr(int $codepoint, ?string $encoding = null): string|false", THROWS | READS_GLOBAL)]
fn mb_chr(cx: &mut Cx, codepoint: i64, name: Option<&Str>) -> Result<OrFalse<Str>> {
    let encoding = encoding(cx, name, 2)?;
    let Some(char) = u32::try_from(codepoint).ok().and_then(char::from_u32) else { return Ok(OrFalse::NO) };
    let bytes = encoding.encode(&[char.into()], &crate::encoding::Replace::Nothing);
    Ok(if bytes.is_empty() { OrFalse::NO } else { Str::from(bytes).into() })
}

#[php_function("mb_scrub(string $string, ?string $encoding = null): string", THROWS | READS_GLOBAL)]
fn mb_scrub(cx: &mut Cx, string: &Str, name: Option<&Str>) -> Result<Str> {
    let encoding = encoding(cx, name, 2)?;
    if encoding.is_valid(string) {
        return Ok(string.clone());
    }
    Ok(encoding.encode(&encoding.decode(string), &crate::settings::substitute()).into())
}
