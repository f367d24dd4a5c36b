//! `new`, and the references to classes that `instanceof` shares with it.

use super::postfix::{Base, is_name};
use super::{Parse, Parser};
use crate::ast::{AttributeGroup, Expr, ExprKind};
use crate::lexer::TokenKind;

impl<'a> Parser<'a, '_> {
    pub(super) fn parse_new(&mut self) -> Parse<(&'a Expr<'a>, Base)> {
        let start = self.advance().start;
        match self.kind() {
            TokenKind::Attribute => {
                let attributes = self.parse_attributes()?;
                self.parse_new_anonymous(attributes, start)
            }
            TokenKind::Class | TokenKind::Abstract | TokenKind::Final | TokenKind::Readonly => {
                self.parse_new_anonymous(&[], start)
            }
            _ => self.parse_new_named(start),
        }
    }

    fn parse_new_named(&mut self, start: u32) -> Parse<(&'a Expr<'a>, Base)> {
        let class = self.parse_class_reference()?;
        let (args, base) = match self.is(TokenKind::OpenParen) {
            true => (self.parse_args()?, Base::Value),
            false => (self.no_args(self.line_ahead()), Base::Opaque),
        };
        Ok((self.expr(ExprKind::New { class, args }, class.line, start), base))
    }

    fn parse_new_anonymous(&mut self, attributes: &'a [AttributeGroup<'a>], start: u32) -> Parse<(&'a Expr<'a>, Base)> {
        let (class, args) = self.parse_anonymous_class(attributes)?;
        let kind = ExprKind::NewAnonymous { class, args };
        Ok((self.expr(kind, class.start_line, start), Base::Value))
    }

    /// A name, `static`, a variable without calls, or `(expr)`.
    pub(super) fn parse_class_reference(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.start();
        match self.kind() {
            TokenKind::OpenParen => self.parse_parenthesized(),
            TokenKind::Variable | TokenKind::Dollar => {
                let variable = self.parse_simple_variable()?;
                self.parse_new_variable(variable, start)
            }
            kind if kind == TokenKind::Static || is_name(kind) => {
                let name = self.parse_class_name()?;
                let class = self.expr(ExprKind::Name(name), name.line, start);
                match self.is(TokenKind::DoubleColon) {
                    true => self.parse_new_variable(class, start),
                    false => Ok(class),
                }
            }
            _ => self.unexpected(),
        }
    }

    /// `new $a->b['c']::$d`: elements and properties, but no calls.
    fn parse_new_variable(&mut self, base: &'a Expr<'a>, start: u32) -> Parse<&'a Expr<'a>> {
        let mut expr = base;
        loop {
            let kind = match self.kind() {
                TokenKind::OpenBracket => {
                    self.advance();
                    let index = if self.is(TokenKind::CloseBracket) { None } else { Some(self.parse_expr()?) };
                    self.expect(TokenKind::CloseBracket)?;
                    ExprKind::Dim { base: expr, index }
                }
                kind @ (TokenKind::Arrow | TokenKind::NullsafeArrow) => {
                    self.advance();
                    let name = self.parse_property_name()?;
                    ExprKind::Prop { object: expr, name, nullsafe: kind == TokenKind::NullsafeArrow }
                }
                TokenKind::DoubleColon => {
                    self.advance();
                    let name = self.parse_variable_name()?;
                    ExprKind::StaticProp { class: expr, name, parenthesized: false }
                }
                _ => return Ok(expr),
            };
            expr = self.expr(kind, expr.line, start);
        }
    }
}
