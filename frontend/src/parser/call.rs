//! Arguments of calls.

use super::{Parse, Parser};
use crate::ast::{Arg, ArgKind, Args};
use crate::lexer::TokenKind;

impl<'a> Parser<'a, '_> {
    /// `(…)`; the parenthesis is known to be there.
    pub(super) fn parse_args(&mut self) -> Parse<&'a Args<'a>> {
        self.advance();
        if self.eat(TokenKind::CloseParen) {
            return Ok(self.no_args(self.line_before()));
        }
        if self.is(TokenKind::Ellipsis) && self.kind_at(1) == TokenKind::CloseParen {
            self.advance();
            self.advance();
            return Ok(self.alloc(Args { list: &[], first_class: true, line: self.line_before() }));
        }
        let first = self.parse_argument()?;
        self.parse_args_after(first)
    }

    /// What follows the first argument.
    pub(super) fn parse_args_after(&mut self, first: Arg<'a>) -> Parse<&'a Args<'a>> {
        if self.eat(TokenKind::CloseParen) {
            let list = std::slice::from_ref(self.alloc(first));
            return Ok(self.alloc(Args { list, first_class: false, line: first.line }));
        }
        let mut list = Vec::with_capacity(4);
        list.push(first);
        while self.eat(TokenKind::Comma) && !self.is(TokenKind::CloseParen) {
            list.push(self.parse_argument()?);
        }
        self.expect(TokenKind::CloseParen)?;
        Ok(self.alloc(Args { list: self.slice(&list), first_class: false, line: first.line }))
    }

    pub(super) fn no_args(&self, line: u32) -> &'a Args<'a> {
        self.alloc(Args { list: &[], first_class: false, line })
    }

    /// Whether `name:` stands `ahead` of the next token.
    pub(super) fn argument_name_at(&self, ahead: usize) -> bool {
        let kind = self.kind_at(ahead);
        let is_word = kind == TokenKind::Identifier || kind.is_semi_reserved();
        is_word && self.kind_at(ahead + 1) == TokenKind::Colon
    }

    fn parse_argument(&mut self) -> Parse<Arg<'a>> {
        if self.argument_name_at(0) {
            return self.parse_named_argument();
        }
        let kind = match self.eat(TokenKind::Ellipsis) {
            true => ArgKind::Spread,
            false => ArgKind::Positional,
        };
        self.argument_start = self.pos;
        let value = self.parse_expr()?;
        Ok(Arg { value, kind, line: value.line })
    }

    fn parse_named_argument(&mut self) -> Parse<Arg<'a>> {
        let name = self.advance();
        let line = if name.kind == TokenKind::Identifier { name.line } else { self.line_ahead() };
        self.advance();
        let value = self.parse_expr()?;
        Ok(Arg { value, kind: ArgKind::Named(self.text(name)), line })
    }
}
