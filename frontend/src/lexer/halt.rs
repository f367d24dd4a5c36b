//! The end of the code at `__halt_compiler();`.

use super::{Lexer, TokenKind};
use TokenKind::*;

impl Lexer<'_> {
    /// Ends the source if what follows the `__halt_compiler` at token `at` is complete.
    pub(super) fn check_halt(&mut self, at: usize) {
        match self.parsing() {
            true => self.end_after_halt(at),
            false => self.list_rest_after_halt(at),
        }
    }

    fn end_after_halt(&mut self, at: usize) {
        let kinds = self.tokens.list[at..].iter().map(|token| token.kind);
        if kinds.eq([HaltCompiler, OpenParen, CloseParen, Semicolon]) {
            self.pos = self.source.len();
        }
    }

    /// For the token functions, the data after three tokens of any kind is text.
    fn list_rest_after_halt(&mut self, at: usize) {
        let counts = |kind: TokenKind| !matches!(kind, Whitespace | OpenTag | Comment | DocComment);
        let after = self.tokens.list[at + 1..].iter().filter(|token| counts(token.kind)).count();
        if after < 3 || self.done {
            return;
        }
        self.token_start = self.pos;
        self.token_line = self.line;
        self.pos = self.source.len();
        if self.token_start < self.pos {
            self.emit(InlineHtml);
        }
        self.token_start = self.pos;
        self.emit(End);
    }
}
