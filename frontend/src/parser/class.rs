//! Declarations of classes, interfaces, traits and enums.

use super::{Parse, Parser};
use crate::ast::*;
use crate::lexer::TokenKind;

/// What stands between a class's name and its members.
struct Head<'a> {
    parent: Option<Name<'a>>,
    interfaces: &'a [Name<'a>],
    backing_type: Option<Type<'a>>,
    doc_comment: Option<Bytes<'a>>,
}

impl<'a> Parser<'a, '_> {
    pub(super) fn parse_class(&mut self, attributes: &'a [AttributeGroup<'a>]) -> Parse<&'a Class<'a>> {
        let start = self.start();
        let modifiers = self.parse_class_modifiers(false)?;
        let kind = match self.kind() {
            TokenKind::Class => ClassKind::Class,
            TokenKind::Trait if modifiers.is_empty() => ClassKind::Trait,
            TokenKind::Interface if modifiers.is_empty() => ClassKind::Interface,
            TokenKind::Enum if modifiers.is_empty() => ClassKind::Enum,
            _ => return self.unexpected(),
        };
        self.advance();
        let start_line = self.line_before();
        let name = self.expect(TokenKind::Identifier)?;
        let name = self.ident(name);
        let head = self.parse_class_head(kind)?;
        let members = self.parse_members()?;
        Ok(self.class(kind, name, modifiers, head, members, attributes, (start, start_line)))
    }

    /// `[readonly] class (…) … {…}` after `new`.
    pub(super) fn parse_anonymous_class(
        &mut self,
        attributes: &'a [AttributeGroup<'a>],
    ) -> Parse<(&'a Class<'a>, &'a Args<'a>)> {
        let start = self.start();
        let modifiers = self.parse_class_modifiers(true)?;
        self.expect(TokenKind::Class)?;
        let start_line = self.line_before();
        let args = match self.is(TokenKind::OpenParen) {
            true => self.parse_args()?,
            false => self.no_args(self.line_ahead()),
        };
        let kind = ClassKind::Anonymous;
        let name = Ident { text: b"", line: start_line };
        let head = self.parse_class_head(kind)?;
        let members = self.parse_members()?;
        let class = self.class(kind, name, modifiers, head, members, attributes, (start, start_line));
        Ok((class, args))
    }

    fn parse_class_head(&mut self, kind: ClassKind) -> Parse<Head<'a>> {
        let mut head = Head { parent: None, interfaces: &[], backing_type: None, doc_comment: None };
        match kind {
            ClassKind::Interface => head.interfaces = self.parse_names_after(TokenKind::Extends)?,
            ClassKind::Enum => head.backing_type = self.parse_return_type()?,
            ClassKind::Class | ClassKind::Anonymous if self.eat(TokenKind::Extends) => {
                head.parent = Some(self.parse_class_name()?);
            }
            _ => {}
        }
        if matches!(kind, ClassKind::Class | ClassKind::Anonymous | ClassKind::Enum) {
            head.interfaces = self.parse_names_after(TokenKind::Implements)?;
        }
        head.doc_comment = match kind {
            ClassKind::Trait => self.take_doc(),
            _ => self.take_doc_ahead(),
        };
        Ok(head)
    }

    fn parse_names_after(&mut self, keyword: TokenKind) -> Parse<&'a [Name<'a>]> {
        match self.eat(keyword) {
            true => self.parse_class_names(),
            false => Ok(&[]),
        }
    }

    #[expect(clippy::too_many_arguments)]
    fn class(
        &self,
        kind: ClassKind,
        name: Ident<'a>,
        modifiers: Modifiers,
        head: Head<'a>,
        members: &'a [Member<'a>],
        attributes: &'a [AttributeGroup<'a>],
        (start, start_line): (u32, u32),
    ) -> &'a Class<'a> {
        self.alloc(Class {
            kind,
            name,
            modifiers,
            parent: head.parent,
            interfaces: head.interfaces,
            backing_type: head.backing_type,
            members,
            attributes,
            doc_comment: head.doc_comment,
            start_line,
            end_line: self.line_before(),
            span: self.span_from(start),
        })
    }
}
