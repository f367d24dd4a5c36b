//! The wording of syntax errors.

use super::{Parser, lalr};
use crate::diagnostic::DiagnosticKind;
use crate::lexer::{Token, TokenKind};

/// How much of a token's text an error shows.
const SHOWN: usize = 30;

impl Parser<'_, '_> {
    /// Says that the next token cannot stand here, unless the lexer has said why it is none.
    pub(super) fn report_syntax_error(&mut self) {
        let expected = self.locate_error();
        let token = self.token();
        if token.kind == TokenKind::Error {
            return;
        }
        let mut message = b"syntax error, unexpected ".to_vec();
        message.extend(self.describe(token));
        for (index, kind) in expected.into_iter().enumerate() {
            message.extend(if index == 0 { &b", expecting "[..] } else { b" or " });
            message.extend(kind.label().replace('\'', "\"").as_bytes());
        }
        self.diagnostics.push(DiagnosticKind::ParseError, token.end_line, message);
    }

    /// Moves to the token at which PHP sees the error; gives what it expects instead.
    fn locate_error(&mut self) -> Vec<TokenKind> {
        if self.saw_newer_syntax {
            return Vec::new();
        }
        let kinds = self.tokens.list.iter().map(|token| token.kind);
        let Some(error) = lalr::find_error(kinds) else {
            return Vec::new();
        };
        self.pos = error.token;
        error.expected
    }

    fn describe(&self, token: Token) -> Vec<u8> {
        match token.kind {
            TokenKind::End => b"end of file".to_vec(),
            TokenKind::Ampersand => b"token \"&\"".to_vec(),
            TokenKind::DoubleQuote => b"double-quote mark".to_vec(),
            kind => match kind.label().trim_matches('\'') {
                label if label == kind.label() => describe_content(kind, self.text(token)),
                text => format!("token \"{text}\"").into_bytes(),
            },
        }
    }
}

/// A token whose text varies.
fn describe_content(kind: TokenKind, text: &[u8]) -> Vec<u8> {
    if kind == TokenKind::BadCharacter && text.len() == 1 {
        return format!("character 0x{:02X}", text[0]).into_bytes();
    }
    let line = text.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let label = match line.first() {
        Some(b'"') if kind == TokenKind::QuotedString => "double-quoted string",
        Some(b'\'') if kind == TokenKind::QuotedString => "single-quoted string",
        _ => kind.label(),
    };
    let is_quote = |byte: &u8| matches!(byte, b'\'' | b'"');
    let line = if line.first().is_some_and(is_quote) { &line[1..] } else { line };
    let line = if line.last().is_some_and(is_quote) { &line[..line.len() - 1] } else { line };
    match line.len() > SHOWN + 3 {
        true => [label.as_bytes(), b" \"", &line[..SHOWN], b"...\""].concat(),
        false => [label.as_bytes(), b" \"", line, b"\""].concat(),
    }
}
