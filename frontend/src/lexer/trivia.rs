//! White space and comments.

use super::chars::{count_newlines, is_space};
use super::{Lexer, TokenKind};
use crate::ast::Span;

impl Lexer<'_> {
    /// White space: skipped when parsing, otherwise a token.
    pub(super) fn scan_whitespace(&mut self) {
        while is_space(self.at(0)) {
            self.pos += 1;
        }
        self.line += count_newlines(self.token_text(), self.at(0));
        self.end_trivia(TokenKind::Whitespace);
    }

    /// `// …` or `# …`, up to the line end or the closing tag.
    pub(super) fn scan_line_comment(&mut self) {
        while !self.at_end() {
            match self.at(0) {
                b'\r' | b'\n' => break,
                b'?' if self.at(1) == b'>' => break,
                _ => self.pos += 1,
            }
        }
        self.end_trivia(TokenKind::Comment);
    }

    /// `/* … */`
    pub(super) fn scan_block_comment(&mut self) {
        let is_doc = self.at(2) == b'*' && is_space(self.at(3));
        self.pos += if is_doc { 4 } else { 2 };
        match self.rest().windows(2).position(|pair| pair == b"*/") {
            Some(offset) => self.pos += offset + 2,
            None => {
                self.pos = self.source.len();
                if self.parsing() {
                    return self.fail(format!("Unterminated comment starting line {}", self.line));
                }
            }
        }
        self.line += count_newlines(self.token_text(), self.at(0));
        match is_doc {
            true => self.end_doc_comment(),
            false => self.end_trivia(TokenKind::Comment),
        }
    }

    fn end_doc_comment(&mut self) {
        let span = Span { start: self.token_start as u32, end: self.pos as u32 };
        self.tokens.docs.push((self.tokens.list.len() as u32, span));
        self.end_trivia(TokenKind::DocComment);
    }

    fn end_trivia(&mut self, kind: TokenKind) {
        if !self.parsing() {
            self.emit(kind);
        }
    }

    /// The end of white space and comments that start at `from`. For looking ahead only.
    pub(super) fn after_trivia(&self, from: usize) -> usize {
        let mut at = from;
        loop {
            let rest = &self.source[at..];
            at += match rest {
                [b' ' | b'\t' | b'\n' | b'\r', ..] => 1,
                [b'#', b'[', ..] => return at,
                [b'#', ..] | [b'/', b'/', ..] => match rest.iter().position(|b| matches!(b, b'\n' | b'\r' | 0)) {
                    Some(end) if rest[end] != 0 => end + 1,
                    _ => return at,
                },
                [b'/', b'*', body @ ..] => match body.windows(2).position(|pair| pair == b"*/") {
                    Some(end) if !body[..end].contains(&0) => end + 4,
                    _ => return at,
                },
                _ => return at,
            };
        }
    }
}
