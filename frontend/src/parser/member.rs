//! Members of classes.

use super::modifiers::Target;
use super::{Parse, Parser};
use crate::ast::*;
use crate::lexer::TokenKind;

type Attributes<'a> = &'a [AttributeGroup<'a>];

impl<'a> Parser<'a, '_> {
    /// `{ … }`
    pub(super) fn parse_members(&mut self) -> Parse<&'a [Member<'a>]> {
        self.expect(TokenKind::OpenBrace)?;
        self.nested(|parser| {
            let mut members = Vec::new();
            while !parser.is(TokenKind::CloseBrace) {
                members.push(parser.parse_member_declaration()?);
            }
            parser.advance();
            Ok(parser.slice(&members))
        })
    }

    fn parse_member_declaration(&mut self) -> Parse<Member<'a>> {
        if self.is(TokenKind::Use) {
            return Ok(Member::TraitUse(self.parse_trait_use()?));
        }
        let attributes = self.parse_attributes()?;
        match self.kind() {
            TokenKind::Case => Ok(Member::Case(self.parse_enum_case(attributes)?)),
            TokenKind::Var => {
                self.advance();
                let group = self.parse_properties(attributes, Modifiers::PUBLIC)?;
                Ok(Member::Properties(group))
            }
            _ => self.parse_modified_member(attributes),
        }
    }

    fn parse_modified_member(&mut self, attributes: Attributes<'a>) -> Parse<Member<'a>> {
        let start = self.start();
        let modifiers = self.skip_modifiers();
        match self.kind() {
            TokenKind::Const => {
                let modifiers = self.check_modifiers(&modifiers, Target::Constant)?;
                Ok(Member::Consts(self.parse_class_consts(attributes, modifiers)?))
            }
            TokenKind::Function => {
                let modifiers = self.check_modifiers(&modifiers, Target::Method)?;
                Ok(Member::Method(self.parse_method(attributes, modifiers, start)?))
            }
            _ if modifiers.is_empty() => self.unexpected(),
            _ => {
                let modifiers = self.check_modifiers(&modifiers, Target::Property)?;
                Ok(Member::Properties(self.parse_properties(attributes, modifiers)?))
            }
        }
    }

    /// `const [type] NAME = value, …;`
    fn parse_class_consts(
        &mut self,
        attributes: Attributes<'a>,
        modifiers: Modifiers,
    ) -> Parse<&'a ClassConstGroup<'a>> {
        self.advance();
        let ty = match self.kind_at(1) {
            TokenKind::Assign => None,
            _ => Some(self.parse_type(true)?),
        };
        let consts = self.parse_list_of(|parser| parser.parse_class_const())?;
        self.expect(TokenKind::Semicolon)?;
        let modifiers = public_by_default(modifiers);
        Ok(self.alloc(ClassConstGroup { modifiers, ty, consts, attributes, line: consts[0].line }))
    }

    fn parse_class_const(&mut self) -> Parse<ConstElement<'a>> {
        let kind = self.kind();
        let word = self.expect_word()?;
        let mut name = self.ident(word);
        self.expect(TokenKind::Assign)?;
        let value = self.parse_expr()?;
        if kind != TokenKind::Identifier {
            name.line = self.line_ahead();
        }
        Ok(ConstElement { name, value, doc_comment: self.take_doc_ahead(), line: name.line })
    }

    fn parse_method(
        &mut self,
        attributes: Attributes<'a>,
        modifiers: Modifiers,
        start: u32,
    ) -> Parse<&'a Function<'a>> {
        self.advance();
        let start_line = self.line_before();
        let returns_ref = self.eat_ampersand();
        let word = self.expect_word()?;
        let name = self.ident(word);
        let doc_comment = self.take_doc();
        let params = self.parse_params()?;
        let return_type = self.parse_return_type()?;
        let (body, is_generator) = match self.eat(TokenKind::Semicolon) {
            true => (FunctionBody::None, false),
            false => self.in_function(|parser| parser.parse_function_body())?,
        };
        Ok(self.alloc(Function {
            kind: FunctionKind::Method,
            name,
            modifiers: public_by_default(modifiers),
            returns_ref,
            is_generator,
            params: Some(params),
            uses: &[],
            return_type,
            body,
            attributes,
            doc_comment,
            start_line,
            end_line: self.line_before(),
            span: self.span_from(start),
        }))
    }

    fn parse_enum_case(&mut self, attributes: Attributes<'a>) -> Parse<&'a EnumCase<'a>> {
        self.advance();
        let doc_comment = self.take_doc();
        let word = self.expect_word()?;
        let name = self.ident(word);
        let value = if self.eat(TokenKind::Assign) { Some(self.parse_expr()?) } else { None };
        self.expect(TokenKind::Semicolon)?;
        Ok(self.alloc(EnumCase { name, value, attributes, doc_comment, line: name.line }))
    }
}

fn public_by_default(modifiers: Modifiers) -> Modifiers {
    match modifiers.has_any(Modifiers::VISIBILITY) {
        true => modifiers,
        false => modifiers.with(Modifiers::PUBLIC),
    }
}
