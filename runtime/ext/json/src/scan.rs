//! JSON text to tokens.

use crate::state::*;
use phpc_core::convert::str_to_float;
use phpc_core::{Str, Value};

pub(crate) enum Token {
    Punctuation(u8),
    String(Str),
    /// A number, `true`, `false` or `null`.
    Plain(Value),
    End,
}

pub(crate) struct Scanner<'a> {
    text: &'a [u8],
    at: usize,
    flags: i64,
}

type Scanned<T> = std::result::Result<T, i64>;

/// Digits of the longest int.
const INT_DIGITS: usize = 19;

impl<'a> Scanner<'a> {
    pub(crate) fn new(text: &'a [u8], flags: i64) -> Scanner<'a> {
        Scanner { text, at: 0, flags }
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    pub(crate) fn next(&mut self) -> Scanned<Token> {
        loop {
            let Some(byte) = self.peek() else { return Ok(Token::End) };
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                b'{' | b'}' | b'[' | b']' | b':' | b',' => {
                    self.at += 1;
                    return Ok(Token::Punctuation(byte));
                }
                b'"' => {
                    self.at += 1;
                    return self.string().map(Token::String);
                }
                b'-' | b'0'..=b'9' => return self.number(),
                b't' => return self.word(b"true", Value::TRUE),
                b'f' => return self.word(b"false", Value::FALSE),
                b'n' => return self.word(b"null", Value::NULL),
                0..0x20 => return Err(JSON_ERROR_CTRL_CHAR),
                0x20..0x80 => return Err(JSON_ERROR_SYNTAX),
                _ => return Err(if valid_character(&self.text[self.at..]).is_some() { JSON_ERROR_SYNTAX } else { JSON_ERROR_UTF8 }),
            }
        }
    }

    fn word(&mut self, word: &[u8], value: Value) -> Scanned<Token> {
        if !self.text[self.at..].starts_with(word) {
            return Err(JSON_ERROR_SYNTAX);
        }
        self.at += word.len();
        Ok(Token::Plain(value))
    }

    fn digits(&self, from: usize) -> usize {
        self.text[from..].iter().take_while(|byte| byte.is_ascii_digit()).count()
    }

    fn number(&mut self) -> Scanned<Token> {
        let start = self.at;
        let negative = self.text[start] == b'-';
        let first = start + usize::from(negative);
        let count = match self.text.get(first) {
            Some(b'0') => 1,
            Some(b'1'..=b'9') => self.digits(first),
            _ => return Err(JSON_ERROR_SYNTAX),
        };
        let mut end = first + count;
        let mut is_float = false;
        if self.text.get(end) == Some(&b'.') && self.digits(end + 1) > 0 {
            end += 1 + self.digits(end + 1);
            is_float = true;
        }
        if let Some(b'e' | b'E') = self.text.get(end) {
            let sign = usize::from(matches!(self.text.get(end + 1), Some(b'+' | b'-')));
            let exponent = if end + 1 + sign <= self.text.len() { self.digits(end + 1 + sign) } else { 0 };
            if exponent > 0 {
                end += 1 + sign + exponent;
                is_float = true;
            }
        }
        let text = &self.text[start..end];
        self.at = end;
        if is_float {
            return Ok(Token::Plain(Value::float(str_to_float(text))));
        }
        if count < INT_DIGITS {
            let number = text[usize::from(negative)..].iter().fold(0i64, |number, byte| number * 10 + i64::from(byte - b'0'));
            return Ok(Token::Plain(Value::int(if negative { -number } else { number })));
        }
        let int = std::str::from_utf8(text).ok().and_then(|text| text.parse::<i64>().ok());
        Ok(match int {
            Some(int) => Token::Plain(Value::int(int)),
            None if self.flags & JSON_BIGINT_AS_STRING != 0 => Token::String(Str::new(text)),
            None => Token::Plain(Value::float(str_to_float(text))),
        })
    }

    /// After the opening quote.
    fn string(&mut self) -> Scanned<Str> {
        let start = self.at;
        let plain = self.text[start..].iter().position(|&byte| byte == b'"' || byte == b'\\' || !(0x20..0x80).contains(&byte));
        let Some(plain) = plain else { return Err(JSON_ERROR_CTRL_CHAR) };
        self.at = start + plain;
        if self.text[self.at] == b'"' {
            self.at += 1;
            return Ok(Str::new(&self.text[start..start + plain]));
        }
        let mut out = Vec::with_capacity(plain + 16);
        let mut run = start;
        loop {
            // Beyond the end stands a NUL.
            let Some(byte) = self.peek() else { return Err(JSON_ERROR_CTRL_CHAR) };
            match byte {
                b'"' => {
                    out.extend_from_slice(&self.text[run..self.at]);
                    self.at += 1;
                    return Ok(Str::from(out));
                }
                b'\\' => {
                    out.extend_from_slice(&self.text[run..self.at]);
                    self.escape(&mut out)?;
                    run = self.at;
                }
                0..0x20 => return Err(JSON_ERROR_CTRL_CHAR),
                0x20..0x80 => self.at += 1,
                _ => match valid_character(&self.text[self.at..]) {
                    Some(length) => self.at += length,
                    None if self.flags & (JSON_INVALID_UTF8_IGNORE | JSON_INVALID_UTF8_SUBSTITUTE) != 0 => {
                        out.extend_from_slice(&self.text[run..self.at]);
                        if self.flags & JSON_INVALID_UTF8_SUBSTITUTE != 0 {
                            out.extend_from_slice("\u{fffd}".as_bytes());
                        }
                        self.at += 1;
                        run = self.at;
                    }
                    None => return Err(JSON_ERROR_UTF8),
                },
            }
        }
    }

    fn escape(&mut self, out: &mut Vec<u8>) -> Scanned<()> {
        let byte = match self.text.get(self.at + 1) {
            Some(b'"') => b'"',
            Some(b'\\') => b'\\',
            Some(b'/') => b'/',
            Some(b'b') => 8,
            Some(b'f') => 12,
            Some(b'n') => b'\n',
            Some(b'r') => b'\r',
            Some(b't') => b'\t',
            Some(b'u') => return self.unicode_escape(out),
            _ => return Err(JSON_ERROR_SYNTAX),
        };
        out.push(byte);
        self.at += 2;
        Ok(())
    }

    fn unit(&self, at: usize) -> Option<u32> {
        let digits = self.text.get(at..at + 6)?;
        if !digits.starts_with(b"\\u") {
            return None;
        }
        digits[2..].iter().try_fold(0, |unit, &byte| Some(unit * 16 + (byte as char).to_digit(16)?))
    }

    fn unicode_escape(&mut self, out: &mut Vec<u8>) -> Scanned<()> {
        let Some(unit) = self.unit(self.at) else { return Err(JSON_ERROR_SYNTAX) };
        self.at += 6;
        let code = match unit {
            0xd800..0xdc00 => match self.unit(self.at) {
                Some(low @ 0xdc00..0xe000) => {
                    self.at += 6;
                    0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff)
                }
                _ => return Err(JSON_ERROR_UTF16),
            },
            _ => unit,
        };
        match char::from_u32(code) {
            Some(found) => {
                out.extend_from_slice(found.encode_utf8(&mut [0; 4]).as_bytes());
                Ok(())
            }
            None => Err(JSON_ERROR_UTF16),
        }
    }
}

/// The length of the UTF-8 character at the start.
fn valid_character(text: &[u8]) -> Option<usize> {
    let length = match text[0] {
        0..0x80 => 1,
        0xc2..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0..0xf5 => 4,
        _ => return None,
    };
    std::str::from_utf8(text.get(..length)?).ok().map(|_| length)
}
