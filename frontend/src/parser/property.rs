//! Properties and their hooks.

use super::modifiers::Target;
use super::{Parse, Parser};
use crate::ast::*;
use crate::lexer::TokenKind;

impl<'a> Parser<'a, '_> {
    /// `[type] $a = 1, $b;` or `[type] $a {…}`
    pub(super) fn parse_properties(
        &mut self,
        attributes: &'a [AttributeGroup<'a>],
        modifiers: Modifiers,
    ) -> Parse<&'a PropertyGroup<'a>> {
        let ty = match self.kind() {
            TokenKind::Variable => None,
            _ => Some(self.parse_type(false)?),
        };
        let first = self.parse_property(true)?;
        let properties = match first.hooks {
            Some(_) => self.slice(&[first]),
            None => self.parse_more_properties(first)?,
        };
        let line = ty.map_or(first.line, |ty| ty.line);
        Ok(self.alloc(PropertyGroup { modifiers, ty, properties, attributes, line }))
    }

    fn parse_more_properties(&mut self, first: Property<'a>) -> Parse<&'a [Property<'a>]> {
        let mut properties = vec![first];
        while self.eat(TokenKind::Comma) {
            properties.push(self.parse_property(false)?);
        }
        self.expect(TokenKind::Semicolon)?;
        Ok(self.slice(&properties))
    }

    fn parse_property(&mut self, allow_hooks: bool) -> Parse<Property<'a>> {
        let token = self.expect(TokenKind::Variable)?;
        let name = self.variable_ident(token);
        let default = if self.eat(TokenKind::Assign) { Some(self.parse_expr()?) } else { None };
        let doc_comment = self.take_doc_ahead();
        let hooks = match allow_hooks && self.is(TokenKind::OpenBrace) {
            true => Some(self.parse_hooks()?),
            false => None,
        };
        Ok(Property { name, default, hooks, doc_comment, line: name.line })
    }

    /// `{ get …; set … }`
    pub(super) fn parse_hooks(&mut self) -> Parse<&'a [&'a Function<'a>]> {
        self.expect(TokenKind::OpenBrace)?;
        self.nested(|parser| {
            let mut hooks = Vec::new();
            while !parser.is(TokenKind::CloseBrace) {
                hooks.push(parser.parse_hook()?);
            }
            parser.advance();
            Ok(parser.slice(&hooks))
        })
    }

    fn parse_hook(&mut self) -> Parse<&'a Function<'a>> {
        let attributes = self.parse_attributes()?;
        let start = self.start();
        let modifiers = self.parse_modifiers(Target::Hook)?.unwrap_or(Modifiers::NONE);
        let returns_ref = self.eat_ampersand();
        let name = self.expect(TokenKind::Identifier)?;
        let start_line = self.line_before();
        let doc_comment = self.take_doc();
        let params = if self.is(TokenKind::OpenParen) { Some(self.parse_params()?) } else { None };
        let (body, is_generator) = self.in_function(|parser| parser.parse_hook_body())?;
        Ok(self.alloc(Function {
            kind: FunctionKind::Hook,
            name: self.ident(name),
            modifiers,
            returns_ref,
            is_generator,
            params,
            uses: &[],
            return_type: None,
            body,
            attributes,
            doc_comment,
            start_line,
            end_line: self.line_before(),
            span: self.span_from(start),
        }))
    }

    fn parse_hook_body(&mut self) -> Parse<FunctionBody<'a>> {
        match self.kind() {
            TokenKind::Semicolon => {
                self.advance();
                Ok(FunctionBody::None)
            }
            TokenKind::DoubleArrow => {
                self.advance();
                let expr = self.parse_expr()?;
                self.expect(TokenKind::Semicolon)?;
                Ok(FunctionBody::Expr(expr))
            }
            _ => self.parse_function_body(),
        }
    }
}
