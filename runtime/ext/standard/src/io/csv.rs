//! Comma-separated values.

use super::stream::{self};
use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions = functions![fgetcsv, fputcsv, str_getcsv];

/// The separator, enclosure and escape character (None: escaping is off).
struct Dialect {
    separator: u8,
    enclosure: u8,
    escape: Option<u8>,
}

fn dialect(cx: &mut Cx, first: usize, separator: &Str, enclosure: &Str, escape: &Value) -> Result<Dialect> {
    for (number, text) in [(first, separator), (first + 1, enclosure)] {
        if text.len() != 1 {
            return Err(value_error(cx, number, "must be a single character"));
        }
    }
    let escape = if escape.is_undef() {
        extension::deprecated(cx, "the $escape parameter must be provided as its default value will change")?;
        Some(b'\\')
    } else {
        match escape.as_str().map(|escape| escape.as_bytes()) {
            Some([]) => None,
            Some([byte]) => Some(*byte),
            _ => return Err(value_error(cx, first + 2, "must be empty or a single character")),
        }
    };
    Ok(Dialect { separator: separator[0], enclosure: enclosure[0], escape })
}

#[php_function(r#"str_getcsv(string $string, string $separator = ",", string $enclosure = "\"", string $escape = UNKNOWN): array"#, WARNS | THROWS)]
fn str_getcsv(cx: &mut Cx, string: &Str, separator: &Str, enclosure: &Str, escape: &Value) -> Result<Array> {
    let dialect = dialect(cx, 2, separator, enclosure, escape)?;
    Ok(parse(string, &dialect, &mut || None))
}

#[php_function(
    r#"fgetcsv($stream, ?int $length = null, string $separator = ",", string $enclosure = "\"", string $escape = UNKNOWN): array|false"#,
    WARNS | THROWS | AMBIENT
)]
fn fgetcsv(cx: &mut Cx, stream: &Value, length: Option<i64>, separator: &Str, enclosure: &Str, escape: &Value) -> Result<OrFalse<Array>> {
    let dialect = dialect(cx, 3, separator, enclosure, escape)?;
    if length.is_some_and(|length| length < 0) {
        return Err(value_error(cx, 2, format!("must be between 0 and {}", i64::MAX)));
    }
    let limit = length.filter(|&length| length > 0).map_or(usize::MAX, |length| length as usize);
    let fields = stream::with(cx, stream, 1, |_, stream| {
        let line = stream.line(limit)?;
        Some(parse(&line, &dialect, &mut || stream.line(usize::MAX)))
    })?;
    Ok(OrFalse(fields))
}

fn without_line_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// The fields of a line; a quoted field that does not end there goes on in the next.
fn parse(line: &[u8], dialect: &Dialect, next_line: &mut dyn FnMut() -> Option<Vec<u8>>) -> Array {
    let mut fields = Array::new();
    let mut line = line.to_vec();
    if without_line_end(&line).is_empty() {
        fields.push(Value::NULL);
        return fields;
    }
    let mut at = 0;
    loop {
        let end = without_line_end(&line).len();
        let blank = line[at.min(end)..end].iter().take_while(|&&byte| (byte == b' ' || byte == b'\t') && byte != dialect.separator).count();
        if line.get(at + blank) == Some(&dialect.enclosure) && at + blank < end {
            let mut field = Vec::new();
            at += blank + 1;
            loop {
                let Some(&byte) = line.get(at) else {
                    match next_line() {
                        Some(more) => {
                            line = more;
                            at = 0;
                            continue;
                        }
                        None => break,
                    }
                };
                if Some(byte) == dialect.escape && byte != dialect.enclosure {
                    field.push(byte);
                    at += 1;
                    if line.get(at) == Some(&dialect.enclosure) {
                        field.push(dialect.enclosure);
                        at += 1;
                    }
                } else if byte == dialect.enclosure {
                    at += 1;
                    if line.get(at) != Some(&dialect.enclosure) {
                        break;
                    }
                    field.push(byte);
                    at += 1;
                } else {
                    field.push(byte);
                    at += 1;
                }
            }
            // What follows the closing quote belongs to the field.
            let end = without_line_end(&line).len().max(at.min(line.len()));
            let rest = memchr::memchr(dialect.separator, &line[at.min(end)..end]).map_or(end, |found| at + found);
            field.extend_from_slice(&line[at.min(rest)..rest]);
            at = rest;
            fields.push(Str::from(field).into());
        } else {
            let rest = memchr::memchr(dialect.separator, &line[at.min(end)..end]).map_or(end, |found| at + found);
            fields.push(Value::string(&line[at.min(rest)..rest]));
            at = rest;
        }
        let end = without_line_end(&line).len();
        if at >= end || line.get(at) != Some(&dialect.separator) {
            return fields;
        }
        at += 1;
    }
}

#[php_function(
    r#"fputcsv($stream, array $fields, string $separator = ",", string $enclosure = "\"", string $escape = UNKNOWN, string $eol = "\n"): int|false"#
)]
fn fputcsv(
    cx: &mut Cx,
    stream: &Value,
    fields: &Array,
    separator: &Str,
    enclosure: &Str,
    escape: &Value,
    eol: &Str,
) -> Result<OrFalse<i64>> {
    let dialect = dialect(cx, 3, separator, enclosure, escape)?;
    let mut out = Vec::new();
    for (number, field) in fields.values().enumerate() {
        if number > 0 {
            out.push(dialect.separator);
        }
        let text = convert::to_str(cx, &field)?;
        let special = |byte: &u8| {
            *byte == dialect.separator
                || *byte == dialect.enclosure
                || Some(*byte) == dialect.escape
                || matches!(byte, b'\n' | b'\r' | b'\t' | b' ')
        };
        if !text.iter().any(special) {
            out.extend_from_slice(&text);
            continue;
        }
        out.push(dialect.enclosure);
        let mut escaped = false;
        for &byte in text.iter() {
            if Some(byte) == dialect.escape && dialect.escape != Some(dialect.enclosure) {
                escaped = true;
            } else if !escaped && byte == dialect.enclosure {
                out.push(byte);
            } else {
                escaped = false;
            }
            out.push(byte);
        }
        out.push(dialect.enclosure);
    }
    out.extend_from_slice(eol);
    let written = stream::with(cx, stream, 1, |cx, stream| stream.write(cx, &out))?;
    Ok(OrFalse(written.ok().map(|count| count as i64)))
}
