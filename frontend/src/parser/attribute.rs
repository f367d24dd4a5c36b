//! Attributes: `#[A, B(1)]`.

use super::{Parse, Parser};
use crate::ast::{Attribute, AttributeGroup, Expr};
use crate::lexer::TokenKind;

impl<'a> Parser<'a, '_> {
    /// One or more groups.
    pub(super) fn parse_attributes(&mut self) -> Parse<&'a [AttributeGroup<'a>]> {
        let mut groups = Vec::new();
        while self.eat(TokenKind::Attribute) {
            groups.push(self.parse_attribute_group()?);
        }
        Ok(self.slice(&groups))
    }

    fn parse_attribute_group(&mut self) -> Parse<AttributeGroup<'a>> {
        let mut attributes = vec![self.parse_attribute()?];
        while self.eat(TokenKind::Comma) && !self.is(TokenKind::CloseBracket) {
            attributes.push(self.parse_attribute()?);
        }
        self.expect(TokenKind::CloseBracket)?;
        let line = attributes[0].line;
        Ok(AttributeGroup { attributes: self.slice(&attributes), line })
    }

    fn parse_attribute(&mut self) -> Parse<Attribute<'a>> {
        let name = self.parse_class_name()?;
        let args = if self.is(TokenKind::OpenParen) { Some(self.parse_args()?) } else { None };
        Ok(Attribute { name, args, line: name.line })
    }

    /// A closure or arrow function with attributes.
    pub(super) fn parse_attributed_function(&mut self) -> Parse<&'a Expr<'a>> {
        let attributes = self.parse_attributes()?;
        match self.kind() {
            TokenKind::Function | TokenKind::Fn | TokenKind::Static => self.parse_inline_function(attributes),
            _ => self.unexpected(),
        }
    }
}
