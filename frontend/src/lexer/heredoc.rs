//! Heredocs and nowdocs. The closing label's indentation is taken from every line.
//!
//! The texts of a heredoc get their values when its closing label is reached, since its indentation is known
//! only then. Errors found so late still count as errors of the text: what follows it is forgotten.

use super::chars::{count_newlines, is_blank, is_label, is_label_start};
use super::{Bytes, Lexer, Mode, TokenKind, Value};

/// An open heredoc or nowdoc.
pub(super) struct Heredoc<'a> {
    label: Bytes<'a>,
    is_nowdoc: bool,
    /// Of the closing label, once seen; before that, as PHP has it, of the last heredoc closed inside.
    indentation: Indentation,
    start_token: usize,
    texts: Vec<HeredocText>,
}

/// A text between the variables of a heredoc, by its token.
struct HeredocText {
    token: usize,
    /// The length without the line end before the closing label.
    len: usize,
    at_line_start: bool,
    at_line_end: bool,
}

#[derive(Clone, Copy, Default)]
struct Indentation {
    width: usize,
    spaces: bool,
    tabs: bool,
}

struct BadIndentation {
    lines: u32,
    message: String,
}

/// Where the text of a heredoc ends.
enum TextEnd {
    Label {
        newline_len: usize,
        indentation: Indentation,
    },
    Variable,
    /// With the indentation of the last line, if there is one that is not blank.
    Source {
        indentation: Indentation,
    },
}

const MIXED: &str = "Invalid indentation - tabs and spaces cannot be mixed";

impl Indentation {
    fn is_mixed(self) -> bool {
        self.spaces && self.tabs
    }
}

impl<'a> Lexer<'a> {
    /// `<<<LABEL` and its line end, if that is what stands here, after `prefix` bytes (`b`).
    pub(super) fn scan_heredoc_start(&mut self, prefix: usize) -> bool {
        let mut at = self.pos + prefix + 3;
        let byte = |at: usize| self.source.get(at).copied().unwrap_or(0);
        while is_blank(byte(at)) {
            at += 1;
        }
        let quote = byte(at);
        let quoted = matches!(quote, b'\'' | b'"');
        at += quoted as usize;
        let label_start = at;
        if !is_label_start(byte(at)) {
            return false;
        }
        while is_label(byte(at)) {
            at += 1;
        }
        let label = &self.source[label_start..at];
        if quoted && byte(at) != quote {
            return false;
        }
        at += quoted as usize;
        at += match (byte(at), byte(at + 1)) {
            (b'\r', b'\n') => 2,
            (b'\r' | b'\n', _) => 1,
            _ => return false,
        };
        self.pos = at;
        self.line += 1;
        self.open_heredoc(label, quote == b'\'');
        true
    }

    fn open_heredoc(&mut self, label: Bytes<'a>, is_nowdoc: bool) {
        let start_token = self.tokens.list.len();
        let indentation = Indentation::default();
        let mut heredoc = Heredoc { label, is_nowdoc, indentation, start_token, texts: Vec::new() };
        self.mode = if is_nowdoc { Mode::Nowdoc } else { Mode::Heredoc };
        let indentation = self.indentation_at(self.pos);
        if self.is_closing_label(self.pos + indentation.width, label) {
            if indentation.is_mixed() && self.parsing() {
                return self.fail(MIXED);
            }
            heredoc.indentation = indentation;
            self.mode = Mode::EndHeredoc;
        }
        self.heredocs.push(heredoc);
        self.emit(TokenKind::StartHeredoc);
    }

    fn indentation_at(&self, from: usize) -> Indentation {
        let blanks = self.source[from..].iter().take_while(|&&byte| is_blank(byte)).count();
        let text = &self.source[from..from + blanks];
        Indentation { width: blanks, spaces: text.contains(&b' '), tabs: text.contains(&b'\t') }
    }

    /// PHP wants at least one byte after the label.
    fn is_closing_label(&self, at: usize, label: &[u8]) -> bool {
        let rest = &self.source[at..];
        rest.len() > label.len() && rest.starts_with(label) && !is_label(rest[label.len()])
    }

    pub(super) fn scan_heredoc(&mut self) {
        if self.at_end() {
            return self.scan_end();
        }
        if self.scan_variable_in_string() {
            return;
        }
        let from = self.pos;
        match self.heredoc_text_end(true) {
            TextEnd::Label { newline_len, indentation } => self.emit_last_text(from, newline_len, indentation),
            TextEnd::Variable | TextEnd::Source { .. } => self.emit_heredoc_text(from, 0),
        }
    }

    /// Moves to the end of a text: a variable, the closing label with its indentation, the end.
    fn heredoc_text_end(&mut self, with_variables: bool) -> TextEnd {
        let label = self.heredocs.last().expect("a heredoc is open").label;
        let mut last_line = Indentation::default();
        while let Some(&byte) = self.source.get(self.pos) {
            match byte {
                b'\r' | b'\n' => {
                    let newline_len = if byte == b'\r' && self.at(1) == b'\n' { 2 } else { 1 };
                    self.pos += newline_len;
                    let indentation = self.indentation_at(self.pos);
                    if self.is_closing_label(self.pos + indentation.width, label) {
                        return TextEnd::Label { newline_len, indentation };
                    }
                    self.pos += indentation.width;
                    last_line = if self.at_end() { Indentation::default() } else { indentation };
                }
                b'$' | b'{' if with_variables && self.variable_starts(self.pos) => {
                    return TextEnd::Variable;
                }
                b'\\' if with_variables && !matches!(self.at(1), b'\n' | b'\r') => {
                    self.pos = (self.pos + 2).min(self.source.len());
                }
                _ => self.pos += 1,
            }
        }
        TextEnd::Source { indentation: last_line }
    }

    /// The text before the closing label.
    fn emit_last_text(&mut self, from: usize, newline_len: usize, indentation: Indentation) {
        if indentation.is_mixed() && self.parsing() {
            return self.fail(MIXED);
        }
        for heredoc in &mut self.heredocs {
            heredoc.indentation = indentation;
        }
        self.mode = Mode::EndHeredoc;
        self.emit_heredoc_text(from, newline_len);
        self.pending_newline = true;
    }

    fn emit_heredoc_text(&mut self, from: usize, newline_len: usize) {
        let len = self.pos - from - newline_len;
        let text = HeredocText {
            token: self.tokens.list.len(),
            len,
            at_line_start: from > 0 && matches!(self.source[from - 1], b'\n' | b'\r'),
            at_line_end: newline_len > 0,
        };
        self.heredocs.last_mut().expect("a heredoc is open").texts.push(text);
        self.line += count_newlines(&self.source[from..from + len], self.at(0));
        self.emit(TokenKind::StringContent);
    }

    /// A nowdoc's text is one token.
    pub(super) fn scan_nowdoc(&mut self) {
        if self.at_end() {
            return self.scan_end();
        }
        let from = self.pos;
        match self.heredoc_text_end(false) {
            TextEnd::Label { newline_len, indentation } => {
                self.emit_last_text(from, newline_len, indentation);
            }
            TextEnd::Source { indentation } => {
                self.heredocs.last_mut().expect("a nowdoc is open").indentation = indentation;
                self.emit_heredoc_text(from, 0);
            }
            TextEnd::Variable => unreachable!("there are no variables in nowdocs"),
        }
    }

    /// The closing label with its indentation.
    pub(super) fn scan_end_heredoc(&mut self) {
        let heredoc = self.heredocs.pop().expect("a heredoc is open");
        self.pos += heredoc.indentation.width + heredoc.label.len();
        self.mode = Mode::Scripting;
        self.emit(TokenKind::EndHeredoc);
        if self.parsing() {
            self.finish_texts(&heredoc);
        }
    }

    /// Heredocs that an error or the end of the source leaves open: their texts may have errors too.
    pub(super) fn abandon_heredocs(&mut self) {
        while let Some(heredoc) = self.heredocs.pop() {
            if self.parsing() {
                self.finish_texts(&heredoc);
            }
        }
    }

    /// Computes the values of a heredoc's texts.
    fn finish_texts(&mut self, heredoc: &Heredoc<'a>) {
        if heredoc.indentation.width > 0 && self.starts_with_variable(heredoc) {
            let line = self.tokens.list[heredoc.start_token].end_line;
            return self.refuse(heredoc.start_token, line, too_little(heredoc.indentation));
        }
        for text in &heredoc.texts {
            if !self.finish_text(text, heredoc) {
                return;
            }
        }
    }

    fn starts_with_variable(&self, heredoc: &Heredoc) -> bool {
        use TokenKind::{BraceDollar, DollarBrace, Variable};
        let first = self.tokens.list.get(heredoc.start_token + 1).map(|token| token.kind);
        matches!(first, Some(Variable | DollarBrace | BraceDollar))
    }

    fn finish_text(&mut self, text: &HeredocText, heredoc: &Heredoc<'a>) -> bool {
        let token = self.tokens.list[text.token];
        let start = token.start as usize;
        let raw = &self.source[start..start + text.len];
        let stripped = match self.strip(raw, heredoc.indentation, text) {
            Ok(stripped) => stripped,
            Err(bad) => {
                self.refuse(text.token, token.line + bad.lines, bad.message);
                return false;
            }
        };
        if heredoc.is_nowdoc {
            self.set_value(text.token, stripped);
            return true;
        }
        match self.unescape(stripped, 0, token.line) {
            Ok(value) => {
                self.set_value(text.token, value);
                true
            }
            Err(bad) => {
                let line = token.line + count_newlines(&stripped[..bad.offset], 0);
                self.refuse(text.token, line, bad.message.into());
                false
            }
        }
    }

    fn set_value(&mut self, token: usize, text: Bytes<'a>) {
        self.tokens.list[token].value = self.tokens.values.len() as u32;
        self.tokens.values.push(Value::Text(text));
    }

    /// Makes an earlier token the error where the source ends.
    fn refuse(&mut self, token: usize, line: u32, message: String) {
        let kept = self.tokens.list[token];
        self.tokens.list.truncate(token);
        self.tokens.diagnostics.retain(|(at, _)| (*at as usize) < token);
        self.token_start = kept.start as usize;
        self.token_line = kept.line;
        self.pos = kept.end as usize;
        self.fail_on_line(line, message);
        self.heredocs.retain(|heredoc| heredoc.start_token < token);
        self.done = true;
    }

    /// The text without the indentation of its lines.
    fn strip(&self, raw: Bytes<'a>, indentation: Indentation, text: &HeredocText) -> Result<Bytes<'a>, BadIndentation> {
        if indentation.width == 0 {
            return Ok(raw);
        }
        let mut value = bumpalo::collections::Vec::with_capacity_in(raw.len(), self.arena);
        let mut rest = raw;
        let mut lines = 0;
        let mut at_line_start = text.at_line_start;
        loop {
            let end = line_end(rest);
            let (line, after) = rest.split_at(end.unwrap_or(rest.len()));
            let ends = end.is_some() || text.at_line_end;
            let line = match at_line_start {
                true => strip_line(line, ends, indentation).map_err(|message| BadIndentation { lines, message })?,
                false => line,
            };
            value.extend_from_slice(line);
            if end.is_none() {
                return Ok(value.into_bump_slice());
            }
            let newline_len = if after.starts_with(b"\r\n") { 2 } else { 1 };
            value.extend_from_slice(&after[..newline_len]);
            rest = &after[newline_len..];
            lines += 1;
            at_line_start = true;
        }
    }
}

fn line_end(text: &[u8]) -> Option<usize> {
    text.iter().position(|&byte| byte == b'\n' || byte == b'\r')
}

/// `ends`: the line is complete, so that it may be shorter than the indentation if it is blank.
fn strip_line(line: &[u8], ends: bool, indentation: Indentation) -> Result<&[u8], String> {
    for at in 0..indentation.width {
        match line.get(at) {
            None if ends => return Ok(&[]),
            Some(b' ') if indentation.spaces => {}
            Some(b'\t') if !indentation.spaces => {}
            Some(b' ' | b'\t') => return Err(MIXED.into()),
            _ => return Err(too_little(indentation)),
        }
    }
    Ok(&line[indentation.width..])
}

fn too_little(indentation: Indentation) -> String {
    let width = indentation.width;
    format!("Invalid body indentation level (expecting an indentation level of at least {width})")
}
