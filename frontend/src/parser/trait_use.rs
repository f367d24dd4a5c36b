//! `use A, B { … }` in classes.

use super::modifiers::member_modifier;
use super::postfix::is_name;
use super::{Parse, Parser};
use crate::ast::*;
use crate::lexer::TokenKind;

impl<'a> Parser<'a, '_> {
    pub(super) fn parse_trait_use(&mut self) -> Parse<&'a TraitUse<'a>> {
        self.advance();
        let traits = self.parse_class_names()?;
        let adaptations = match self.eat(TokenKind::Semicolon) {
            true => &[],
            false => self.parse_adaptations()?,
        };
        Ok(self.alloc(TraitUse { traits, adaptations, line: traits[0].line }))
    }

    fn parse_adaptations(&mut self) -> Parse<&'a [TraitAdaptation<'a>]> {
        self.expect(TokenKind::OpenBrace)?;
        let mut adaptations = Vec::new();
        while !self.eat(TokenKind::CloseBrace) {
            adaptations.push(self.parse_adaptation()?);
            self.expect(TokenKind::Semicolon)?;
        }
        Ok(self.slice(&adaptations))
    }

    fn parse_adaptation(&mut self) -> Parse<TraitAdaptation<'a>> {
        let method = self.parse_trait_method()?;
        let line = method.class.map_or(method.method.line, |class| class.line);
        if method.class.is_some() && self.eat(TokenKind::Insteadof) {
            let instead_of = self.parse_class_names()?;
            return Ok(TraitAdaptation::Precedence { method, instead_of, line });
        }
        self.expect(TokenKind::As)?;
        let (modifiers, alias) = self.parse_alias()?;
        Ok(TraitAdaptation::Alias { method, modifiers, alias, line })
    }

    /// `f` or `A::f`
    fn parse_trait_method(&mut self) -> Parse<TraitMethod<'a>> {
        let is_class = self.kind_at(1) == TokenKind::DoubleColon;
        let class = match is_class {
            true => {
                let class = self.parse_class_name()?;
                self.advance();
                Some(class)
            }
            false => None,
        };
        if class.is_none() && !self.at_word() && is_name(self.kind()) {
            // A qualified name can only be a class.
            self.advance();
            return self.unexpected();
        }
        let method = self.expect_word()?;
        Ok(TraitMethod { class, method: self.ident(method) })
    }

    /// What follows `as`: a name, a modifier, or both.
    fn parse_alias(&mut self) -> Parse<(Modifiers, Option<Ident<'a>>)> {
        let Some(modifier) = member_modifier(self.kind()) else {
            return match self.kind() {
                kind if kind == TokenKind::Identifier || kind.is_reserved_non_modifier() => {
                    Ok((Modifiers::NONE, Some(self.parse_ident())))
                }
                _ => self.unexpected(),
            };
        };
        self.advance();
        let alias = match self.at_word() {
            true => Some(self.parse_ident()),
            false => None,
        };
        let modifiers = self.check_modifiers(&[modifier], super::modifiers::Target::Method)?;
        Ok((modifiers, alias))
    }
}
