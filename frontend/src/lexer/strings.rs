//! Quoted strings, and what stands between double quotes or backticks.

use super::chars::{count_newlines, is_label, is_label_start};
use super::escape::BadEscape;
use super::{Bytes, Lexer, Mode, TokenKind, Value};

impl<'a> Lexer<'a> {
    /// `'…'`, with `prefix` bytes (`b`) before it.
    pub(super) fn scan_single_quoted(&mut self, prefix: usize) {
        self.pos += prefix + 1;
        let body = self.pos;
        let mut escaped = false;
        loop {
            match self.source.get(self.pos) {
                None => {
                    self.pos = self.source.len();
                    return self.emit(TokenKind::StringContent);
                }
                Some(b'\'') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.pos = (self.pos + 2).min(self.source.len());
                }
                Some(_) => self.pos += 1,
            }
        }
        let text = &self.source[body..self.pos];
        self.pos += 1;
        self.line += count_newlines(text, b'\'');
        let text = if escaped { self.unescape_single(text) } else { text };
        self.emit_value(TokenKind::QuotedString, Value::Text(text));
    }

    /// `"…"` without variables as one token, otherwise only the opening quote.
    pub(super) fn scan_double_quoted(&mut self, prefix: usize) {
        let body = self.pos + prefix + 1;
        let end = self.end_of_text(body, b'"');
        if self.source.get(end) == Some(&b'"') {
            let text = &self.source[body..end];
            self.pos = end + 1;
            return self.emit_text(text, b'"', TokenKind::QuotedString);
        }
        self.pos = body;
        self.scanned_to = end;
        self.mode = Mode::DoubleQuotes;
        self.emit(TokenKind::DoubleQuote);
    }

    pub(super) fn scan_double_quotes(&mut self) {
        self.scan_interpolated(b'"', TokenKind::DoubleQuote);
    }

    pub(super) fn scan_backquotes(&mut self) {
        self.scan_interpolated(b'`', TokenKind::Backquote);
    }

    /// A piece of a string between `quote`s: text, the start of a variable, or the closing quote.
    fn scan_interpolated(&mut self, quote: u8, closing: TokenKind) {
        if self.at_end() {
            return self.scan_end();
        }
        if self.at(0) == quote {
            self.mode = Mode::Scripting;
            return self.take(1, closing);
        }
        if self.scan_variable_in_string() {
            return;
        }
        let from = self.pos;
        let end = if self.scanned_to > from { self.scanned_to } else { self.end_of_text(from, quote) };
        self.scanned_to = 0;
        self.pos = end;
        self.emit_text(&self.source[from..end], quote, TokenKind::StringContent);
    }

    /// Where the text that starts at `from` ends: at `quote`, a variable, or the end of the source.
    fn end_of_text(&self, from: usize, quote: u8) -> usize {
        let mut at = from;
        while let Some(&byte) = self.source.get(at) {
            match byte {
                b'\\' => at += 1,
                b'$' | b'{' if self.variable_starts(at) => return at,
                _ if byte == quote => return at,
                _ => {}
            }
            at += 1;
        }
        self.source.len()
    }

    /// Whether interpolation starts at `at`: `$a`, `${`, `{$`.
    pub(super) fn variable_starts(&self, at: usize) -> bool {
        match (self.source.get(at), self.source.get(at + 1)) {
            (Some(b'$'), Some(&next)) => next == b'{' || is_label_start(next),
            (Some(b'{'), Some(b'$')) => true,
            _ => false,
        }
    }

    /// Emits the token that starts a variable in a string, if one starts here.
    pub(super) fn scan_variable_in_string(&mut self) -> bool {
        if !self.variable_starts(self.pos) {
            return false;
        }
        match (self.at(0), self.at(1)) {
            (b'$', b'{') => {
                self.push_mode(Mode::VariableName);
                self.enter(b'{');
                self.take(2, TokenKind::DollarBrace);
            }
            (b'$', _) => self.scan_simple_variable(),
            _ => {
                self.push_mode(Mode::Scripting);
                self.enter(b'{');
                self.take(1, TokenKind::BraceDollar);
            }
        }
        true
    }

    /// `$name`, which `[`, `->name` or `?->name` may follow.
    fn scan_simple_variable(&mut self) {
        self.pos += 1;
        self.skip_label();
        let rest = self.rest();
        let arrow = rest.strip_prefix(b"->").or(rest.strip_prefix(b"?->"));
        if rest.first() == Some(&b'[') {
            self.push_mode(Mode::VariableOffset);
        } else if arrow.is_some_and(|after| after.first().is_some_and(|&byte| is_label_start(byte))) {
            self.push_mode(Mode::Property);
        }
        self.emit(TokenKind::Variable);
    }

    pub(super) fn skip_label(&mut self) {
        while is_label(self.at(0)) {
            self.pos += 1;
        }
    }

    /// After `${`: a name that `[` or `}` follows, otherwise an expression.
    pub(super) fn scan_variable_name(&mut self) {
        self.pop_mode();
        self.push_mode(Mode::Scripting);
        if !is_label_start(self.at(0)) {
            return;
        }
        self.skip_label();
        match self.at(0) {
            b'[' | b'}' => self.emit(TokenKind::VariableName),
            _ => self.pos = self.token_start,
        }
    }

    /// After `$name[`: a word, a number, a variable, `-` or `]`; the rest for the parser to refuse.
    pub(super) fn scan_variable_offset(&mut self) {
        if self.at_end() {
            return self.scan_end();
        }
        match self.at(0) {
            b']' => {
                self.pop_mode();
                self.take(1, TokenKind::CloseBracket);
            }
            b'0'..=b'9' => self.scan_offset_number(),
            b'$' if is_label_start(self.at(1)) => {
                self.pos += 1;
                self.skip_label();
                self.emit(TokenKind::Variable);
            }
            byte if is_label_start(byte) => {
                self.skip_label();
                self.emit(TokenKind::Identifier);
            }
            b' ' | b'\n' | b'\r' | b'\t' | b'\\' | b'\'' | b'#' => {
                self.pop_mode();
                self.emit(TokenKind::StringContent);
            }
            byte => match super::scripting::single_char(byte) {
                Some(kind) => self.take(1, kind),
                None => self.take(1, TokenKind::BadCharacter),
            },
        }
    }

    /// Emits a text that may have escapes and that starts on the line reached so far.
    fn emit_text(&mut self, text: Bytes<'a>, quote: u8, kind: TokenKind) {
        let line = self.line;
        match self.unescape(text, quote, line) {
            Ok(value) => {
                self.line += count_newlines(text, quote);
                self.emit_value(kind, Value::Text(value));
            }
            Err(bad) if self.parsing() => self.fail_in_text(text, line, bad),
            Err(_) => {
                self.line += count_newlines(text, quote);
                self.emit(kind);
            }
        }
    }

    pub(super) fn fail_in_text(&mut self, text: &[u8], line: u32, bad: BadEscape) {
        let before = count_newlines(&text[..bad.offset], 0);
        self.fail_on_line(line + before, bad.message);
    }
}
