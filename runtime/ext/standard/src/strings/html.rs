//! HTML's entities.

use crate::prelude::*;
use phpc_core::global::Global;
use std::collections::HashMap;

pub(crate) static FUNCTIONS: Functions =
    functions![htmlspecialchars, htmlspecialchars_decode, htmlentities, html_entity_decode, get_html_translation_table];

php_constants! {
    HTML_SPECIALCHARS: Int = 0;
    HTML_ENTITIES: Int = 1;
    ENT_COMPAT: Int = 2;
    ENT_QUOTES: Int = 3;
    ENT_NOQUOTES: Int = 0;
    ENT_IGNORE: Int = 4;
    ENT_SUBSTITUTE: Int = 8;
    ENT_DISALLOWED: Int = 128;
    ENT_HTML401: Int = 0;
    ENT_XML1: Int = 16;
    ENT_XHTML: Int = 32;
    ENT_HTML5: Int = 48;
}
const SINGLE: i64 = 1;
const DOUBLE: i64 = 2;
const DOCUMENT: i64 = 48;

/// Each line: a name, the characters' numbers in hexadecimal, and the document types (4: HTML 4.01, 5: HTML 5) whose tables
/// write the character so.
static DATA: &str = include_str!("entities.txt");

struct Tables {
    /// Name to text, and whether HTML 4.01 knows it.
    by_name: HashMap<&'static str, (String, bool)>,
    /// Text to name, for writing.
    html4: HashMap<String, &'static str>,
    html5: HashMap<String, &'static str>,
}

static TABLES: Global<Option<Tables>> = Global::new(None);

fn with_tables<R>(f: impl FnOnce(&Tables) -> R) -> R {
    TABLES.with(|tables| {
        let tables = tables.get_or_insert_with(|| {
            let mut tables = Tables { by_name: HashMap::new(), html4: HashMap::new(), html5: HashMap::new() };
            for line in DATA.lines() {
                let mut words = line.split(' ');
                let (Some(name), Some(numbers)) = (words.next(), words.next()) else { continue };
                let kinds = words.next().unwrap_or("");
                let text: String =
                    numbers.split(',').filter_map(|number| char::from_u32(u32::from_str_radix(number, 16).ok()?)).collect();
                if kinds.contains('4') {
                    tables.html4.insert(text.clone(), name);
                }
                if kinds.contains('5') {
                    tables.html5.insert(text.clone(), name);
                }
                tables.by_name.insert(name, (text, kinds.contains('4')));
            }
            tables
        });
        f(tables)
    })
}

/// The entity of one of the five characters of markup.
fn special(byte: u8, flags: i64) -> Option<&'static [u8]> {
    Some(match byte {
        b'&' => b"&amp;",
        b'<' => b"&lt;",
        b'>' => b"&gt;",
        b'"' if flags & DOUBLE != 0 => b"&quot;",
        b'\'' if flags & SINGLE != 0 => {
            if flags & DOCUMENT == ENT_HTML401 {
                b"&#039;"
            } else {
                b"&apos;"
            }
        }
        _ => return None,
    })
}

/// Is the text in UTF-8? Other charsets are single bytes.
fn is_utf8(cx: &mut Cx, encoding: Option<&Str>) -> Result<bool> {
    let Some(name) = encoding.filter(|name| !name.is_empty()) else { return Ok(true) };
    if name.eq_ignore_ascii_case(b"utf-8") || name.eq_ignore_ascii_case(b"utf8") {
        return Ok(true);
    }
    let lower = name.to_ascii_lowercase();
    const SINGLE_BYTE: &[&[u8]] = &[
        b"iso-8859-1", b"iso8859-1", b"iso-8859-15", b"iso8859-15", b"windows-1252", b"1252", b"cp1252", b"windows-1251", b"win-1251",
        b"cp1251", b"1251", b"koi8-r", b"koi8-ru", b"koi8r", b"cp866", b"866", b"ibm866", b"iso-8859-5", b"iso8859-5", b"macroman",
        b"ascii", b"us-ascii",
    ];
    if SINGLE_BYTE.contains(&&lower[..]) {
        return Ok(false);
    }
    warning(cx, [b"Charset \"", &name[..], b"\" is not supported, assuming UTF-8"].concat())?;
    Ok(true)
}

#[php_function(
    "htmlspecialchars(string $string, int $flags = ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401, ?string $encoding = null, bool $double_encode = true): string",
    WARNS
)]
fn htmlspecialchars(cx: &mut Cx, string: &Str, flags: i64, encoding: Option<&Str>, double_encode: bool) -> Result<Str> {
    escape(cx, string, flags, encoding, double_encode, false)
}

#[php_function(
    "htmlentities(string $string, int $flags = ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401, ?string $encoding = null, bool $double_encode = true): string",
    WARNS
)]
fn htmlentities(cx: &mut Cx, string: &Str, flags: i64, encoding: Option<&Str>, double_encode: bool) -> Result<Str> {
    escape(cx, string, flags, encoding, double_encode, true)
}

fn escape(cx: &mut Cx, string: &Str, flags: i64, encoding: Option<&Str>, double_encode: bool, all: bool) -> Result<Str> {
    let utf8 = is_utf8(cx, encoding)?;
    let first = string.iter().position(|&byte| byte >= 0x80 || special(byte, flags).is_some());
    let Some(first) = first.or(if flags & ENT_DISALLOWED != 0 { Some(0) } else { None }) else { return Ok(string.clone()) };
    let mut out = Str::with_capacity(string.len() + string.len() / 4 + 16);
    out.push(&string[..first]);
    let mut at = first;
    while at < string.len() {
        let byte = string[at];
        if byte == b'&' && !double_encode {
            if let Some(length) = entity_length(&string[at..], flags) {
                out.push(&string[at..at + length]);
                at += length;
                continue;
            }
        }
        if byte < 0x80 {
            match special(byte, flags) {
                Some(entity) => out.push(entity),
                None => out.push(&[byte]),
            }
            at += 1;
            continue;
        }
        if !utf8 {
            let character = (byte as char).to_string();
            push_character(&mut out, &character, &[byte], flags, all);
            at += 1;
            continue;
        }
        match utf8_character(&string[at..]) {
            Ok(character) => {
                let length = character.len();
                push_character(&mut out, character, character.as_bytes(), flags, all);
                at += length;
            }
            Err(length) => {
                if flags & ENT_IGNORE != 0 {
                } else if flags & ENT_SUBSTITUTE != 0 {
                    out.push("\u{fffd}".as_bytes());
                } else {
                    return Ok(Str::empty());
                }
                at += length;
            }
        }
    }
    Ok(out)
}

fn push_character(out: &mut Str, character: &str, raw: &[u8], flags: i64, all: bool) {
    let name = all.then(|| {
        with_tables(|tables| {
            let table = if flags & DOCUMENT == ENT_HTML5 { &tables.html5 } else { &tables.html4 };
            table.get(character).copied().filter(|_| flags & DOCUMENT != ENT_XML1)
        })
    });
    match name.flatten() {
        Some(name) => {
            out.push(b"&");
            out.push(name.as_bytes());
            out.push(b";");
        }
        None => out.push(raw),
    }
}

/// The first character, or how many bytes are broken.
fn utf8_character(text: &[u8]) -> std::result::Result<&str, usize> {
    let width = match text[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Err(1),
    };
    let part = &text[..text.len().min(width)];
    match std::str::from_utf8(part) {
        Ok(character) => Ok(character),
        Err(_) => {
            // Continuation bytes that follow belong to the broken character.
            let good = part[1..].iter().take_while(|byte| (0x80..0xc0).contains(*byte)).count();
            Err(if good + 1 < width { (good + 1).max(1) } else { 1 })
        }
    }
}

/// The length of an entity that stands here.
fn entity_length(text: &[u8], flags: i64) -> Option<usize> {
    let end = text.iter().take(40).position(|&byte| byte == b';')?;
    let inner = &text[1..end];
    let ok = match inner {
        [b'#', b'x' | b'X', digits @ ..] => !digits.is_empty() && digits.iter().all(u8::is_ascii_hexdigit),
        [b'#', digits @ ..] => !digits.is_empty() && digits.iter().all(u8::is_ascii_digit),
        _ => named(std::str::from_utf8(inner).ok()?, flags).is_some(),
    };
    ok.then_some(end + 1)
}

/// The text of a named entity in the document type.
fn named(name: &str, flags: i64) -> Option<String> {
    let document = flags & DOCUMENT;
    match (name, document) {
        ("amp" | "lt" | "gt" | "quot", _) => {}
        ("apos", _) => return (document != ENT_HTML401).then(|| "'".into()),
        (_, ENT_XML1) => return None,
        _ => {}
    }
    with_tables(|tables| tables.by_name.get(name).filter(|(_, html4)| *html4 || document == ENT_HTML5).map(|(text, _)| text.clone()))
}

fn is_allowed(code: u32, document: i64) -> bool {
    match document {
        ENT_HTML5 => {
            (0x20..=0x7e).contains(&code)
                || (0x09..=0x0d).contains(&code) && code != 0x0b
                || (0xa0..=0x10ffff).contains(&code) && code & 0xffff != 0xfffe && code & 0xffff != 0xffff && !(0xfdd0..=0xfdef).contains(&code)
        }
        ENT_HTML401 => (0x20..=0x7e).contains(&code) || matches!(code, 9 | 10 | 13) || (0xa0..=0x10ffff).contains(&code),
        _ => (0x20..=0x10ffff).contains(&code) && code != 0xfffe && code != 0xffff || matches!(code, 9 | 10 | 13),
    }
}

#[php_function("htmlspecialchars_decode(string $string, int $flags = ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401): string", PURE)]
fn htmlspecialchars_decode(string: &Str, flags: i64) -> Str {
    unescape(string, flags, true, false)
}

#[php_function(
    "html_entity_decode(string $string, int $flags = ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401, ?string $encoding = null): string",
    WARNS
)]
fn html_entity_decode(cx: &mut Cx, string: &Str, flags: i64, encoding: Option<&Str>) -> Result<Str> {
    let utf8 = is_utf8(cx, encoding)?;
    Ok(unescape(string, flags, utf8, true))
}

fn unescape(string: &Str, flags: i64, utf8: bool, all: bool) -> Str {
    let Some(mut at) = memchr::memchr(b'&', string) else { return string.clone() };
    let mut out = Str::with_capacity(string.len());
    let mut copied = 0;
    loop {
        if let Some((length, text)) = decode_one(&string[at..], flags, all)
            && let Some(bytes) = encoded(&text, utf8)
        {
            out.push(&string[copied..at]);
            out.push(&bytes);
            at += length;
            copied = at;
        } else {
            at += 1;
        }
        match memchr::memchr(b'&', &string[at..]) {
            Some(next) => at += next,
            None => break,
        }
    }
    out.push(&string[copied..]);
    out
}

fn encoded(text: &str, utf8: bool) -> Option<Vec<u8>> {
    if utf8 {
        return Some(text.as_bytes().to_vec());
    }
    text.chars().map(|c| u8::try_from(c as u32).ok()).collect()
}

/// The entity at the start: its length and what it stands for.
fn decode_one(text: &[u8], flags: i64, all: bool) -> Option<(usize, String)> {
    let end = text.iter().take(40).position(|&byte| byte == b';')?;
    let inner = std::str::from_utf8(&text[1..end]).ok()?;
    let decoded = match inner.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => u32::from_str_radix(digits, 16).ok()?,
                Some(_) => return None,
                None if number.bytes().all(|byte| byte.is_ascii_digit()) => number.parse().ok()?,
                None => return None,
            };
            let document = flags & DOCUMENT;
            if !is_allowed(code, document) || document == ENT_HTML5 && code == 0x0d {
                return None;
            }
            if !all && !matches!(code, 0x22 | 0x26 | 0x27 | 0x3c | 0x3e) {
                return None;
            }
            char::from_u32(code)?.to_string()
        }
        None if !all && !matches!(inner, "amp" | "lt" | "gt" | "quot" | "apos") => return None,
        None => named(inner, flags)?,
    };
    match decoded.as_str() {
        "'" if flags & SINGLE == 0 => None,
        "\"" if flags & DOUBLE == 0 => None,
        _ => Some((end + 1, decoded)),
    }
}

#[php_function(
    r#"get_html_translation_table(int $table = HTML_SPECIALCHARS, int $flags = ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML401, string $encoding = "UTF-8"): array"#,
    WARNS
)]
fn get_html_translation_table(cx: &mut Cx, table: i64, flags: i64, encoding: &Str) -> Result<Array> {
    let utf8 = is_utf8(cx, Some(encoding))?;
    let mut pairs: Vec<(String, String)> = Vec::new();
    for byte in [b'"', b'&', b'\'', b'<', b'>'] {
        if let Some(entity) = special(byte, flags) {
            pairs.push(((byte as char).to_string(), String::from_utf8_lossy(entity).into_owned()));
        }
    }
    if table == HTML_ENTITIES && flags & DOCUMENT != ENT_XML1 {
        with_tables(|tables| {
            let map = if flags & DOCUMENT == ENT_HTML5 { &tables.html5 } else { &tables.html4 };
            pairs.extend(map.iter().filter(|(text, _)| !matches!(text.as_str(), "\"" | "&" | "'" | "<" | ">")).map(|(text, name)| (text.clone(), format!("&{name};"))));
        });
    }
    pairs.sort();
    let mut result = Array::new();
    for (text, entity) in pairs {
        if let Some(bytes) = encoded(&text, utf8) {
            result.set(Key::normalise(&Str::from(bytes)), Value::string(entity));
        }
    }
    Ok(result)
}
