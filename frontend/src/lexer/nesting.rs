//! Brackets that are open, to say which one is not closed.

use super::{Lexer, TokenKind};

/// An open `(`, `[` or `{`.
#[derive(Clone, Copy)]
pub(super) struct Open {
    bracket: u8,
    line: u32,
}

impl Lexer<'_> {
    pub(super) fn enter(&mut self, bracket: u8) {
        self.open.push(Open { bracket, line: self.line });
    }

    /// Emits a closing bracket, if it closes the innermost open one.
    pub(super) fn leave(&mut self, closing: u8, kind: TokenKind) {
        match self.mismatch(closing) {
            Some(message) if self.parsing() => self.fail(message),
            Some(_) => self.emit(kind),
            None => {
                self.open.pop();
                self.emit(kind);
            }
        }
    }

    fn mismatch(&self, closing: u8) -> Option<String> {
        let Some(open) = self.open.last() else {
            return Some(format!("Unmatched '{}'", closing as char));
        };
        match (open.bracket, closing) {
            (b'{', b'}') | (b'[', b']') | (b'(', b')') => None,
            _ => Some(format!("{} does not match '{}'", self.describe(*open), closing as char)),
        }
    }

    /// What is wrong if the source ends here.
    pub(super) fn unclosed(&self) -> Option<String> {
        self.open.last().map(|open| self.describe(*open))
    }

    fn describe(&self, open: Open) -> String {
        let bracket = open.bracket as char;
        match open.line == self.line {
            true => format!("Unclosed '{bracket}'"),
            false => format!("Unclosed '{bracket}' on line {}", open.line),
        }
    }
}
