//! Number literals.

use super::token::TokenKind;
use super::{Lexer, Value};

impl<'a> Lexer<'a> {
    /// A number that starts here, with a digit or with `.` and a digit.
    pub(super) fn scan_number(&mut self) {
        let start = self.pos;
        match (self.at(0), self.at(1) | 0x20) {
            (b'0', b'x') if self.at(2).is_ascii_hexdigit() => return self.scan_radix(16),
            (b'0', b'b') if matches!(self.at(2), b'0' | b'1') => return self.scan_radix(2),
            (b'0', b'o') if matches!(self.at(2), b'0'..=b'7') => return self.scan_radix(8),
            _ => {}
        }
        self.skip_digits(10);
        let mut is_float = false;
        if self.at(0) == b'.' {
            is_float = true;
            self.pos += 1;
            self.skip_digits(10);
        }
        is_float |= self.skip_exponent();
        let digits = without_underscores(&self.source[start..self.pos]);
        match is_float {
            true => self.emit_float(parse_float(&digits)),
            false => self.emit_decimal(&digits),
        }
    }

    fn skip_exponent(&mut self) -> bool {
        if self.at(0) | 0x20 != b'e' {
            return false;
        }
        let sign = matches!(self.at(1), b'+' | b'-') as usize;
        if !self.at(1 + sign).is_ascii_digit() {
            return false;
        }
        self.pos += 1 + sign;
        self.skip_digits(10);
        true
    }

    /// Digits with single underscores between them.
    pub(super) fn skip_digits(&mut self, radix: u32) {
        let is_digit = |byte: u8| (byte as char).is_digit(radix);
        while is_digit(self.at(0)) || (self.at(0) == b'_' && is_digit(self.at(1)) && self.follows_digit(radix)) {
            self.pos += 1;
        }
    }

    fn follows_digit(&self, radix: u32) -> bool {
        self.pos > 0 && (self.source[self.pos - 1] as char).is_digit(radix)
    }

    fn scan_radix(&mut self, radix: u32) {
        let start = self.pos + 2;
        self.pos = start;
        self.skip_digits(radix);
        let digits = without_underscores(&self.source[start..self.pos]);
        self.emit_radix(&digits, radix);
    }

    fn emit_decimal(&mut self, digits: &[u8]) {
        if digits[0] == b'0' && digits.len() > 1 {
            if digits.iter().any(|digit| matches!(digit, b'8' | b'9')) {
                return self.scan_invalid_octal(digits);
            }
            return self.emit_radix(digits, 8);
        }
        match parse_int(digits, 10) {
            Some(value) => self.emit_value(TokenKind::Integer, Value::Int(value)),
            None => self.emit_float(parse_float(digits)),
        }
    }

    /// `089`: an error, but for the token functions a number up to the wrong digit.
    fn scan_invalid_octal(&mut self, digits: &[u8]) {
        if self.parsing() {
            return self.fail("Invalid numeric literal");
        }
        let valid = digits.iter().take_while(|digit| !matches!(digit, b'8' | b'9')).count();
        self.emit_radix(&digits[..valid], 8);
    }

    fn emit_radix(&mut self, digits: &[u8], radix: u32) {
        match parse_int(digits, radix) {
            Some(value) => self.emit_value(TokenKind::Integer, Value::Int(value)),
            None => self.emit_float(accumulate(digits, radix)),
        }
    }

    fn emit_float(&mut self, value: f64) {
        self.emit_value(TokenKind::Float, Value::Float(value));
    }

    /// A number after `$name[` in a string: an integer only if it would be one as an array key.
    pub(super) fn scan_offset_number(&mut self) {
        let start = self.pos;
        match (self.at(0), self.at(1) | 0x20) {
            (b'0', b'x') if self.at(2).is_ascii_hexdigit() => self.skip_radix(16),
            (b'0', b'b') if matches!(self.at(2), b'0' | b'1') => self.skip_radix(2),
            (b'0', b'o') if matches!(self.at(2), b'0'..=b'7') => self.skip_radix(8),
            _ => self.skip_digits(10),
        }
        let text = &self.source[start..self.pos];
        let canonical = text == b"0" || (text[0] != b'0' && text.iter().all(u8::is_ascii_digit));
        let value = match canonical.then(|| parse_int(text, 10)).flatten() {
            Some(value) => Value::Int(value),
            None => Value::Text(text),
        };
        self.emit_value(TokenKind::NumericOffset, value);
    }

    fn skip_radix(&mut self, radix: u32) {
        self.pos += 2;
        self.skip_digits(radix);
    }
}

fn without_underscores(digits: &[u8]) -> Vec<u8> {
    digits.iter().copied().filter(|&digit| digit != b'_').collect()
}

/// `None` on overflow.
fn parse_int(digits: &[u8], radix: u32) -> Option<i64> {
    digits.iter().try_fold(0i64, |value, &digit| {
        let digit = (digit as char).to_digit(radix).expect("the scanner took only digits");
        value.checked_mul(radix as i64)?.checked_add(digit as i64)
    })
}

/// PHP adds up the digits of a large hexadecimal, octal or binary literal in a float.
fn accumulate(digits: &[u8], radix: u32) -> f64 {
    digits.iter().fold(0.0, |value, &digit| {
        let digit = (digit as char).to_digit(radix).expect("the scanner took only digits");
        value * radix as f64 + digit as f64
    })
}

fn parse_float(digits: &[u8]) -> f64 {
    let text = std::str::from_utf8(digits).expect("digits are ASCII");
    text.parse().expect("PHP's floats are Rust's floats")
}
