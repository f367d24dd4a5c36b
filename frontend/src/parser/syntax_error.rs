//! The wording of syntax errors.

use super::Parser;
use crate::diagnostic::DiagnosticKind;
use crate::lexer::{Token, TokenKind};

/// How much of a token's text an error shows.
const SHOWN: usize = 30;

impl Parser<'_, '_> {
    /// Says that the next token cannot stand here, unless the lexer has said why it is none.
    pub(super) fn report_syntax_error(&mut self) {
        let token = self.token();
        if token.kind == TokenKind::Error {
            return;
        }
        let message = format!("syntax error, unexpected {}", self.describe(token));
        self.diagnostics
            .push(DiagnosticKind::ParseError, token.end_line, message);
    }

    fn describe(&self, token: Token) -> String {
        let label = token.kind.label();
        match token.kind {
            TokenKind::End => "end of file".into(),
            TokenKind::Ampersand => "token \"&\"".into(),
            TokenKind::DoubleQuote => "double-quote mark".into(),
            _ => match label
                .strip_prefix('\'')
                .and_then(|label| label.strip_suffix('\''))
            {
                Some(text) => format!("token \"{text}\""),
                None => describe_content(token.kind, self.text(token)),
            },
        }
    }
}

/// A token whose text varies.
fn describe_content(kind: TokenKind, text: &[u8]) -> String {
    if kind == TokenKind::BadCharacter && text.len() == 1 {
        return format!("character 0x{:02X}", text[0]);
    }
    let line = text.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let label = match line.first() {
        Some(b'"') if kind == TokenKind::QuotedString => "double-quoted string",
        Some(b'\'') if kind == TokenKind::QuotedString => "single-quoted string",
        _ => kind.label(),
    };
    let is_quote = |byte: &u8| matches!(byte, b'\'' | b'"');
    let line = if line.first().is_some_and(is_quote) {
        &line[1..]
    } else {
        line
    };
    let line = if line.last().is_some_and(is_quote) {
        &line[..line.len() - 1]
    } else {
        line
    };
    if line.len() > SHOWN + 3 {
        return format!("{label} \"{}...\"", String::from_utf8_lossy(&line[..SHOWN]));
    }
    format!("{label} \"{}\"", String::from_utf8_lossy(line))
}
