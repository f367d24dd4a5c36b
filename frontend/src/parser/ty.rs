//! Type declarations.

use super::postfix::is_name;
use super::{Parse, Parser};
use crate::ast::{Type, TypeKind};
use crate::lexer::TokenKind;

impl<'a> Parser<'a, '_> {
    /// A type. Where modifiers can stand before it, `static` is no type.
    pub(super) fn parse_type(&mut self, allow_static: bool) -> Parse<Type<'a>> {
        if self.eat(TokenKind::Question) {
            let inner = self.parse_simple_type(allow_static)?;
            return Ok(Type { kind: TypeKind::Nullable(self.alloc(inner)), line: inner.line });
        }
        let is_group = self.is(TokenKind::OpenParen);
        let first = self.parse_union_member(allow_static)?;
        if !is_group && self.is(TokenKind::Ampersand) {
            return self.parse_intersection_after(first, allow_static);
        }
        if is_group && !self.is(TokenKind::Pipe) {
            return self.unexpected();
        }
        let mut members = vec![first];
        while self.eat(TokenKind::Pipe) {
            members.push(self.parse_union_member(allow_static)?);
        }
        match members.len() {
            1 => Ok(first),
            _ => Ok(Type { kind: TypeKind::Union(self.slice(&members)), line: first.line }),
        }
    }

    /// A simple type, or `(A&B)`.
    fn parse_union_member(&mut self, allow_static: bool) -> Parse<Type<'a>> {
        if !self.eat(TokenKind::OpenParen) {
            return self.parse_simple_type(allow_static);
        }
        let first = self.parse_simple_type(allow_static)?;
        if !self.is(TokenKind::Ampersand) {
            return self.unexpected();
        }
        let intersection = self.parse_intersection_after(first, allow_static)?;
        self.expect(TokenKind::CloseParen)?;
        Ok(intersection)
    }

    fn parse_intersection_after(&mut self, first: Type<'a>, allow_static: bool) -> Parse<Type<'a>> {
        let mut members = vec![first];
        while self.eat(TokenKind::Ampersand) {
            members.push(self.parse_simple_type(allow_static)?);
        }
        Ok(Type { kind: TypeKind::Intersection(self.slice(&members)), line: first.line })
    }

    fn parse_simple_type(&mut self, allow_static: bool) -> Parse<Type<'a>> {
        let line = self.token().line;
        let kind = match self.kind() {
            TokenKind::Array => TypeKind::Array,
            TokenKind::Callable => TypeKind::Callable,
            TokenKind::Static if allow_static => TypeKind::Static,
            kind if is_name(kind) => {
                return Ok(Type { kind: TypeKind::Name(self.parse_name()), line });
            }
            _ => return self.unexpected(),
        };
        self.advance();
        Ok(Type { kind, line })
    }
}
