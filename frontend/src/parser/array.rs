//! Array literals, `list(…)`, and the targets that they destructure into.

use super::postfix::Base;
use super::precedence::Precedence;
use super::{Parse, Parser};
use crate::ast::*;
use crate::lexer::TokenKind;

impl<'a> Parser<'a, '_> {
    /// From the bracket to `close`. `start` is where the whole expression starts.
    pub(super) fn parse_array(&mut self, close: TokenKind, syntax: ArraySyntax, start: u32) -> Parse<&'a Expr<'a>> {
        self.advance();
        let mut elements = Vec::new();
        let mut line = None;
        loop {
            let element = match self.kind() {
                TokenKind::Comma => None,
                kind if kind == close => None,
                _ => Some(self.parse_array_element()?),
            };
            line = line.or(Some(element.map_or(self.line_ahead(), |element| element.line)));
            let is_last = !self.is(TokenKind::Comma);
            if element.is_some() || !is_last {
                elements.push(element);
            }
            if is_last {
                break;
            }
            self.advance();
        }
        self.expect(close)?;
        let array = self.alloc(Array { elements: self.slice(&elements), syntax });
        Ok(self.expr(ExprKind::Array(array), line.unwrap_or_default(), start))
    }

    fn parse_array_element(&mut self) -> Parse<ArrayElement<'a>> {
        match self.kind() {
            TokenKind::Ellipsis => {
                self.advance();
                let value = self.parse_expr()?;
                return Ok(element(None, value, ElementKind::Spread));
            }
            TokenKind::Ampersand | TokenKind::AmpersandVar => {
                return self.parse_reference_element(None);
            }
            _ => {}
        }
        let first = self.parse_element_value()?;
        if !self.eat(TokenKind::DoubleArrow) {
            return Ok(element(None, first, ElementKind::Value));
        }
        match self.kind() {
            TokenKind::Ampersand | TokenKind::AmpersandVar => self.parse_reference_element(Some(first)),
            _ => {
                let value = self.parse_element_value()?;
                Ok(element(Some(first), value, ElementKind::Value))
            }
        }
    }

    fn parse_reference_element(&mut self, key: Option<&'a Expr<'a>>) -> Parse<ArrayElement<'a>> {
        self.advance();
        let value = self.parse_variable()?;
        Ok(element(key, value, ElementKind::Reference))
    }

    /// An expression, or a nested `list(…)` to destructure into.
    fn parse_element_value(&mut self) -> Parse<&'a Expr<'a>> {
        if !self.is(TokenKind::List) {
            return self.parse_expr();
        }
        self.nested(|parser| {
            let start = parser.start();
            let list = parser.parse_list()?;
            if !parser.is(TokenKind::Assign) {
                return Ok(list);
            }
            let assignment = parser.parse_assign(list, start)?;
            parser.climb(assignment, start, Precedence::Lowest)
        })
    }

    /// `list(…)`
    pub(super) fn parse_list(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.advance().start;
        match self.is(TokenKind::OpenParen) {
            true => self.parse_array(TokenKind::CloseParen, ArraySyntax::List, start),
            false => self.unexpected(),
        }
    }

    /// `list(…) = value`
    pub(super) fn parse_list_assignment(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.start();
        let target = self.parse_list()?;
        match self.is(TokenKind::Assign) {
            true => self.parse_assign(target, start),
            false => self.unexpected(),
        }
    }

    /// What `foreach` assigns to.
    pub(super) fn parse_foreach_target(&mut self) -> Parse<ForeachTarget<'a>> {
        let start = self.start();
        let by_ref = self.eat_ampersand();
        let expr = match self.kind() {
            _ if by_ref => self.parse_variable()?,
            TokenKind::List => self.parse_list()?,
            TokenKind::OpenBracket => {
                let array = self.parse_array(TokenKind::CloseBracket, ArraySyntax::Short, start)?;
                match self.parse_postfix(array, Base::Value, start)? {
                    (expr, Base::Callable | Base::Place) => expr,
                    (expr, _) if std::ptr::eq(expr, array) => expr,
                    _ => return self.unexpected(),
                }
            }
            _ => self.parse_variable()?,
        };
        Ok(ForeachTarget { expr, by_ref })
    }

    pub(super) fn eat_ampersand(&mut self) -> bool {
        self.eat(TokenKind::Ampersand) || self.eat(TokenKind::AmpersandVar)
    }
}

fn element<'a>(key: Option<&'a Expr<'a>>, value: &'a Expr<'a>, kind: ElementKind) -> ArrayElement<'a> {
    ArrayElement { key, value, kind, line: value.line }
}
