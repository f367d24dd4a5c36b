//! Escape sequences in strings.

use super::chars::count_newlines;
use super::{Bytes, Lexer};
use crate::diagnostic::DiagnosticKind;

/// An escape sequence that PHP refuses, at an offset of the text.
pub(super) struct BadEscape {
    pub(super) offset: usize,
    pub(super) message: &'static str,
}

const INVALID_CODEPOINT: &str = "Invalid UTF-8 codepoint escape sequence";
const CODEPOINT_TOO_LARGE: &str = "Invalid UTF-8 codepoint escape sequence: Codepoint too large";

impl<'a> Lexer<'a> {
    /// The value of a text with the escapes of double quotes; `quote` needs an escape itself, 0 is none.
    /// `line` is that of the first byte.
    pub(super) fn unescape(&mut self, text: Bytes<'a>, quote: u8, mut line: u32) -> Result<Bytes<'a>, BadEscape> {
        let Some(first) = text.iter().position(|&byte| byte == b'\\') else {
            return Ok(text);
        };
        let mut value = bumpalo::collections::Vec::with_capacity_in(text.len(), self.arena);
        value.extend_from_slice(&text[..first]);
        let mut counted = 0;
        let mut at = first;
        while at < text.len() {
            if text[at] != b'\\' || at + 1 == text.len() {
                value.push(text[at]);
                at += 1;
                continue;
            }
            at += 1;
            at += match text[at] {
                b'u' if text.get(at + 1) == Some(&b'{') => unescape_codepoint(text, at, &mut value)?,
                b'x' | b'X' => unescape_hex(&text[at..], &mut value),
                b'0'..=b'7' => {
                    let digits = &text[at..at + octal_len(&text[at..])];
                    if octal_value(digits) > 0xff {
                        line += count_newlines(&text[counted..at], 0);
                        counted = at;
                        self.warn_octal_overflow(digits, line);
                    }
                    value.push(octal_value(digits) as u8);
                    digits.len()
                }
                byte => {
                    unescape_byte(byte, quote, &mut value);
                    1
                }
            };
        }
        Ok(value.into_bump_slice())
    }

    fn warn_octal_overflow(&mut self, digits: &[u8], line: u32) {
        let digits = String::from_utf8_lossy(digits);
        let message = format!("Octal escape sequence overflow \\{digits} is greater than \\377");
        self.report(DiagnosticKind::Warning, line, message);
    }

    /// The value of the text in single quotes, where only `\\` and `\'` are escapes.
    pub(super) fn unescape_single(&mut self, text: Bytes<'a>) -> Bytes<'a> {
        if !text.contains(&b'\\') {
            return text;
        }
        let mut value = bumpalo::collections::Vec::with_capacity_in(text.len(), self.arena);
        let mut bytes = text.iter().copied().peekable();
        while let Some(byte) = bytes.next() {
            match bytes.peek() {
                Some(&next @ (b'\\' | b'\'')) if byte == b'\\' => {
                    value.push(next);
                    bytes.next();
                }
                _ => value.push(byte),
            }
        }
        value.into_bump_slice()
    }
}

type Output<'a> = bumpalo::collections::Vec<'a, u8>;

fn unescape_byte(byte: u8, quote: u8, value: &mut Output) {
    match byte {
        b'n' => value.push(b'\n'),
        b'r' => value.push(b'\r'),
        b't' => value.push(b'\t'),
        b'f' => value.push(0x0c),
        b'v' => value.push(0x0b),
        b'e' => value.push(0x1b),
        b'\\' | b'$' => value.push(byte),
        b'"' | b'`' if byte == quote => value.push(byte),
        _ => value.extend_from_slice(&[b'\\', byte]),
    }
}

/// `x41`, from the `x` on; gives the length.
fn unescape_hex(text: &[u8], value: &mut Output) -> usize {
    let len = text[1..].iter().take(2).take_while(|byte| byte.is_ascii_hexdigit()).count();
    match len {
        0 => value.extend_from_slice(&[b'\\', text[0]]),
        _ => value.push(text[1..=len].iter().fold(0, |sum, &byte| sum * 16 + hex_digit(byte) as u8)),
    }
    len + 1
}

/// `u{20ac}`, from the `u` at `at` on; gives the length.
fn unescape_codepoint(text: &[u8], at: usize, value: &mut Output) -> Result<usize, BadEscape> {
    let digits = text[at + 2..].iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    let end = at + 2 + digits;
    if digits == 0 || text.get(end) != Some(&b'}') {
        return Err(BadEscape { offset: end, message: INVALID_CODEPOINT });
    }
    let codepoint = text[at + 2..end].iter().try_fold(0u32, |sum, &byte| {
        let sum = sum * 16 + hex_digit(byte);
        (sum <= 0x10ffff).then_some(sum)
    });
    match codepoint {
        Some(codepoint) => push_utf8(codepoint, value),
        None => {
            return Err(BadEscape { offset: end, message: CODEPOINT_TOO_LARGE });
        }
    }
    Ok(digits + 3)
}

/// Surrogates are encoded like any other code point.
fn push_utf8(codepoint: u32, value: &mut Output) {
    let tail = |shift: u32| (codepoint >> shift & 0x3f) as u8 | 0x80;
    match codepoint {
        0..=0x7f => value.push(codepoint as u8),
        0x80..=0x7ff => value.extend_from_slice(&[(codepoint >> 6) as u8 | 0xc0, tail(0)]),
        0x800..=0xffff => value.extend_from_slice(&[(codepoint >> 12) as u8 | 0xe0, tail(6), tail(0)]),
        _ => value.extend_from_slice(&[(codepoint >> 18) as u8 | 0xf0, tail(12), tail(6), tail(0)]),
    }
}

fn hex_digit(byte: u8) -> u32 {
    (byte as char).to_digit(16).expect("only hexadecimal digits come here")
}

fn octal_len(text: &[u8]) -> usize {
    text.iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count()
}

fn octal_value(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |sum, &digit| sum * 8 + (digit - b'0') as u32)
}
