//! `parse_ini_string`, `parse_ini_file`: the language of php.ini.

use crate::prelude::*;
use phpc_core::engine::{constants, ini};
use phpc_core::message;

pub(crate) static FUNCTIONS: Functions = functions![parse_ini_file, parse_ini_string];

php_constants! {
    INI_SCANNER_NORMAL: Int = 0;
    INI_SCANNER_RAW: Int = 1;
    INI_SCANNER_TYPED: Int = 2;
}

#[php_function("parse_ini_string(string $ini_string, bool $process_sections = false, int $scanner_mode = INI_SCANNER_NORMAL): array|false", WARNS | THROWS)]
fn parse_ini_string(cx: &mut Cx, text: &Str, sections: bool, mode: i64) -> Result<OrFalse<Array>> {
    parse(cx, text, "Unknown", sections, mode, 3)
}

#[php_function("parse_ini_file(string $filename, bool $process_sections = false, int $scanner_mode = INI_SCANNER_NORMAL): array|false", WARNS | THROWS | AMBIENT)]
fn parse_ini_file(cx: &mut Cx, filename: &Str, sections: bool, mode: i64) -> Result<OrFalse<Array>> {
    use std::os::unix::ffi::OsStrExt;
    if filename.is_empty() {
        return Err(value_error(cx, 1, "must not be empty"));
    }
    match std::fs::read(std::ffi::OsStr::from_bytes(filename)) {
        Ok(text) => parse(cx, &text, &filename.to_text(), sections, mode, 3),
        Err(_) => {
            let text = message!("parse_ini_file(", &**filename, "): Failed to open stream: No such file or directory");
            phpc_core::diagnostics::warning(cx, text)?;
            Ok(OrFalse::NO)
        }
    }
}

fn parse(cx: &mut Cx, text: &[u8], file: &str, sections: bool, mode: i64, argument: usize) -> Result<OrFalse<Array>> {
    if !(INI_SCANNER_NORMAL..=INI_SCANNER_TYPED).contains(&mode) {
        return Err(value_error(cx, argument, "must be one of INI_SCANNER_NORMAL, INI_SCANNER_RAW, or INI_SCANNER_TYPED"));
    }
    let mut result = Array::new();
    let mut section: Option<(Str, Array)> = None;
    let mut scanner = Scanner { text, at: 0, line: 1, mode };
    loop {
        scanner.skip_blank();
        let entry = match scanner.entry() {
            Ok(Some(entry)) => entry,
            Ok(None) => break,
            Err(unexpected) => {
                let line = scanner.line;
                phpc_core::diagnostics::warning(cx, format!("syntax error, unexpected {unexpected} in {file} on line {line}\n"))?;
                return Ok(OrFalse::NO);
            }
        };
        match entry {
            Entry::Section(name) if sections => {
                if let Some((name, entries)) = section.take() {
                    result.set(Key::normalise(&name), entries.into());
                }
                section = Some((name, Array::new()));
            }
            Entry::Section(_) | Entry::Nothing => {}
            Entry::Value(key, index, value) => {
                let into = section.as_mut().map_or(&mut result, |section| &mut section.1);
                store(into, &key, index, value);
            }
        }
    }
    if let Some((name, entries)) = section {
        result.set(Key::normalise(&name), entries.into());
    }
    Ok(result.into())
}

/// `key = value`, `key[] = value`, `key[index] = value`
fn store(into: &mut Array, key: &Str, index: Option<Str>, value: Value) {
    let key = Key::normalise(key);
    let Some(index) = index else { return into.set(key, value) };
    let old = into.get(key).map(|old| old.to_value());
    let mut list = old.and_then(|old| old.as_array().cloned()).unwrap_or_default();
    if index.is_empty() {
        list.push(value);
    } else {
        list.set(Key::normalise(&index), value);
    }
    into.set(key, list.into());
}

enum Entry {
    Nothing,
    Section(Str),
    Value(Str, Option<Str>, Value),
}

struct Scanner<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
    mode: i64,
}

type Scanned<T> = std::result::Result<T, String>;

impl Scanner<'_> {
    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }
    fn is_line_end(&self) -> bool {
        self.at >= self.text.len() || matches!(self.peek(), b'\n' | b'\r')
    }
    fn skip_spaces(&mut self) {
        while matches!(self.peek(), b' ' | b'\t') {
            self.at += 1;
        }
    }
    /// Blank lines and comments.
    fn skip_blank(&mut self) {
        while self.at < self.text.len() {
            match self.peek() {
                b'\n' => {
                    self.line += 1;
                    self.at += 1;
                }
                b' ' | b'\t' | b'\r' => self.at += 1,
                b';' => self.skip_line(),
                _ => break,
            }
        }
    }
    fn skip_line(&mut self) {
        while !self.is_line_end() {
            self.at += 1;
        }
    }
    fn until(&mut self, stop: impl Fn(u8) -> bool) -> &[u8] {
        let start = self.at;
        while !self.is_line_end() && !stop(self.peek()) {
            self.at += 1;
        }
        self.text[start..self.at].trim_ascii()
    }

    fn entry(&mut self) -> Scanned<Option<Entry>> {
        if self.at >= self.text.len() {
            return Ok(None);
        }
        if self.peek() == b'[' {
            self.at += 1;
            let name = unquote(self.until(|byte| byte == b']'));
            if self.peek() != b']' {
                return Err("end of file, expecting ']'".to_string());
            }
            self.at += 1;
            return Ok(Some(Entry::Section(name)));
        }
        let key = Str::new(self.until(|byte| matches!(byte, b'=' | b'[' | b';')));
        let mut index = None;
        if self.peek() == b'[' {
            self.at += 1;
            index = Some(unquote(self.until(|byte| byte == b']')));
            self.at += 1;
            self.skip_spaces();
        }
        if self.peek() != b'=' {
            self.skip_line();
            return Ok(Some(Entry::Nothing));
        }
        if key.is_empty() {
            return Err("'='".to_string());
        }
        self.at += 1;
        self.skip_spaces();
        let value = if self.mode == INI_SCANNER_RAW { self.raw() } else { self.value()? };
        Ok(Some(Entry::Value(key, index, value)))
    }

    fn raw(&mut self) -> Value {
        if self.peek() == b'"' {
            let start = self.at + 1;
            if let Some(length) = self.text[start..].iter().position(|byte| *byte == b'"') {
                self.line += self.text[start..start + length].iter().filter(|byte| **byte == b'\n').count();
                self.at = start + length + 1;
                let text = &self.text[start..start + length];
                let value = Value::string(text);
                self.skip_line();
                return value;
            }
        }
        let text = self.until(|byte| byte == b';');
        let value = Value::string(text);
        self.skip_line();
        value
    }

    fn value(&mut self) -> Scanned<Value> {
        let (value, quoted) = self.expression()?;
        self.skip_spaces();
        match self.peek() {
            b';' => self.skip_line(),
            _ if self.is_line_end() => {}
            byte => return Err(format!("'{}'", byte as char)),
        }
        if quoted || self.mode != INI_SCANNER_TYPED {
            return Ok(Value::string(value));
        }
        Ok(typed(&value))
    }

    /// Texts with operators on numbers between them.
    fn expression(&mut self) -> Scanned<(Vec<u8>, bool)> {
        let (mut left, mut quoted) = self.operand()?;
        loop {
            self.skip_spaces();
            let operator = self.peek();
            if !matches!(operator, b'|' | b'&' | b'^') {
                return Ok((left, quoted));
            }
            self.at += 1;
            let (right, _) = self.operand()?;
            let (a, b) = (number(&left), number(&right));
            let result = match operator {
                b'|' => a | b,
                b'&' => a & b,
                _ => a ^ b,
            };
            left = result.to_string().into_bytes();
            quoted = true;
        }
    }

    fn operand(&mut self) -> Scanned<(Vec<u8>, bool)> {
        self.skip_spaces();
        match self.peek() {
            b'~' => {
                self.at += 1;
                let (value, _) = self.operand()?;
                Ok(((!number(&value)).to_string().into_bytes(), true))
            }
            b'!' => {
                self.at += 1;
                let (value, _) = self.operand()?;
                Ok((if number(&value) == 0 { b"1".to_vec() } else { b"0".to_vec() }, true))
            }
            b'(' => {
                self.at += 1;
                let (value, _) = self.expression()?;
                self.skip_spaces();
                if self.peek() != b')' {
                    return Err(if self.is_line_end() { "END_OF_LINE, expecting '^' or '|' or '&' or ')'".to_string() } else { format!("'{}'", self.peek() as char) });
                }
                self.at += 1;
                Ok((value, true))
            }
            _ => self.words(),
        }
    }

    /// Quoted and bare texts in a row; whether any was quoted.
    fn words(&mut self) -> Scanned<(Vec<u8>, bool)> {
        let mut all = Vec::new();
        let mut quoted = false;
        loop {
            match self.peek() {
                _ if self.is_line_end() => break,
                b'"' => {
                    self.at += 1;
                    quoted = true;
                    self.double_quoted(&mut all)?;
                }
                b'\'' => {
                    let start = self.at + 1;
                    let Some(length) = self.text[start..].iter().position(|byte| *byte == b'\'') else { return Err("\"'\"".to_string()) };
                    all.extend_from_slice(&self.text[start..start + length]);
                    self.at = start + length + 1;
                    quoted = true;
                }
                b'$' if self.text.get(self.at + 1) == Some(&b'{') => self.variable(&mut all),
                b';' | b'|' | b'&' | b'^' | b')' | b'=' | b'(' | b'{' | b'}' | b'~' | b'!' => break,
                b' ' | b'\t' => {
                    let start = self.at;
                    self.skip_spaces();
                    if self.is_line_end() || matches!(self.peek(), b';' | b'|' | b'&' | b'^' | b')') {
                        break;
                    }
                    // Blanks between quoted texts do not count.
                    if !quoted && self.peek() != b'"' {
                        all.extend_from_slice(&self.text[start..self.at]);
                    }
                }
                _ => {
                    let start = self.at;
                    while !self.is_line_end() && !b" \t;|&^)=({}~!\"'$".contains(&self.peek()) {
                        self.at += 1;
                    }
                    if self.at == start {
                        self.at += 1;
                    }
                    let word = &self.text[start..self.at];
                    match constants::get(&Str::new(word)).filter(|_| all.is_empty()) {
                        Some(value) => all.extend_from_slice(&phpc_core::convert::to_str(&mut Cx::enter(), &value).unwrap_or_default()),
                        None => all.extend_from_slice(word),
                    }
                }
            }
        }
        if quoted || self.mode == INI_SCANNER_TYPED {
            return Ok((all, quoted));
        }
        Ok(match &all.to_ascii_lowercase()[..] {
            b"true" | b"on" | b"yes" => (b"1".to_vec(), false),
            b"false" | b"off" | b"no" | b"none" | b"null" => (Vec::new(), false),
            _ => (all, false),
        })
    }

    fn double_quoted(&mut self, out: &mut Vec<u8>) -> Scanned<()> {
        while self.at < self.text.len() {
            match self.peek() {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' if matches!(self.text.get(self.at + 1), Some(b'"' | b'\\' | b'\'')) => {
                    out.push(self.text[self.at + 1]);
                    self.at += 2;
                }
                b'$' if self.text.get(self.at + 1) == Some(&b'{') => self.variable(out),
                byte => {
                    self.line += usize::from(byte == b'\n');
                    out.push(byte);
                    self.at += 1;
                }
            }
        }
        Err("end of file, expecting TC_DOLLAR_CURLY or TC_QUOTED_STRING or '\"'".to_string())
    }

    /// `${name}`: a setting or a variable of the environment.
    fn variable(&mut self, out: &mut Vec<u8>) {
        use std::os::unix::ffi::{OsStrExt, OsStringExt};
        self.at += 2;
        let name = self.until(|byte| byte == b'}').to_vec();
        self.at += usize::from(self.peek() == b'}');
        let setting = std::str::from_utf8(&name).ok().map(ini::text).filter(|text| !text.is_empty());
        match setting {
            Some(text) => out.extend_from_slice(&text),
            None => out.extend(std::env::var_os(std::ffi::OsStr::from_bytes(&name)).map(OsStringExt::into_vec).unwrap_or_default()),
        }
    }
}

fn number(text: &[u8]) -> i64 {
    convert::str_to_int(text)
}

fn unquote(text: &[u8]) -> Str {
    let quote = text.first().copied().filter(|byte| matches!(byte, b'"' | b'\''));
    let inner = quote.and_then(|quote| text[1..].strip_suffix(&[quote]));
    Str::new(inner.unwrap_or(text))
}

fn typed(text: &[u8]) -> Value {
    match &text.to_ascii_lowercase()[..] {
        b"true" | b"on" | b"yes" => return Value::TRUE,
        b"false" | b"off" | b"no" | b"none" => return Value::FALSE,
        b"null" => return Value::NULL,
        _ => {}
    }
    match convert::parse_numeric(text) {
        Some(convert::Number::Int(int)) => Value::int(int),
        Some(convert::Number::Float(float)) => Value::float(float),
        None => Value::string(text),
    }
}
