//! Strings with variables in them: double quotes, heredocs, backticks.

use super::{Parse, Parser};
use crate::ast::{Expr, ExprKind, Part, PartKind};
use crate::lexer::{Token, TokenKind, Value};

impl<'a> Parser<'a, '_> {
    /// From the opening `"`: there is a variable in it, or it would be one token.
    pub(super) fn parse_interpolated_string(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.advance().start;
        self.parse_parts(TokenKind::DoubleQuote, start)
    }

    /// `<<<X … X`
    pub(super) fn parse_heredoc(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.advance().start;
        if self.eat(TokenKind::EndHeredoc) {
            return Ok(self.expr(ExprKind::String(b""), self.line_before(), start));
        }
        if self.kind_at(1) == TokenKind::EndHeredoc && self.is(TokenKind::StringContent) {
            return Ok(self.parse_only_text(start));
        }
        self.parse_parts(TokenKind::EndHeredoc, start)
    }

    /// `` `command` ``
    pub(super) fn parse_shell_exec(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.advance().start;
        let command = if self.is(TokenKind::Backquote) {
            let empty = self.expr(ExprKind::String(b""), self.line_ahead(), start);
            self.advance();
            empty
        } else if self.kind_at(1) == TokenKind::Backquote && self.is(TokenKind::StringContent) {
            self.parse_only_text(start)
        } else {
            self.parse_parts(TokenKind::Backquote, start)?
        };
        Ok(self.expr(ExprKind::ShellExec(command), command.line, start))
    }

    /// A text and the closing token after it.
    fn parse_only_text(&mut self, start: u32) -> &'a Expr<'a> {
        let token = self.advance();
        self.advance();
        self.expr(self.text_kind(token), token.line, start)
    }

    fn text_kind(&self, token: Token) -> ExprKind<'a> {
        match self.value(token) {
            Value::Text(text) => ExprKind::String(text),
            _ => unreachable!("the value of a text is a text"),
        }
    }

    /// Texts and variables up to `close`, at least one of them a variable.
    fn parse_parts(&mut self, close: TokenKind, start: u32) -> Parse<&'a Expr<'a>> {
        let mut parts = Vec::new();
        while !self.is(close) {
            let part = match self.kind() {
                TokenKind::StringContent if !self.follows_text(&parts) => self.parse_text(),
                _ => self.parse_interpolated_variable()?,
            };
            parts.push(part);
        }
        if parts.iter().all(|part| part.kind == PartKind::Text) {
            return self.unexpected();
        }
        self.advance();
        let line = parts[0].expr.line;
        Ok(self.expr(ExprKind::Interpolated(self.slice(&parts)), line, start))
    }

    /// A first text has to have a variable after it.
    fn follows_text(&self, parts: &[Part]) -> bool {
        parts.len() == 1 && parts[0].kind == PartKind::Text
    }

    fn parse_text(&mut self) -> Part<'a> {
        let token = self.advance();
        let expr = self.expr(self.text_kind(token), token.line, token.start);
        Part { expr, kind: PartKind::Text }
    }

    fn parse_interpolated_variable(&mut self) -> Parse<Part<'a>> {
        let (expr, kind) = match self.kind() {
            TokenKind::Variable => (self.parse_interpolated_simple()?, PartKind::Simple),
            TokenKind::BraceDollar => {
                self.advance();
                let expr = self.parse_variable()?;
                self.expect(TokenKind::CloseBrace)?;
                (expr, PartKind::Braced)
            }
            TokenKind::DollarBrace => self.parse_dollar_braced()?,
            _ => return self.unexpected(),
        };
        Ok(Part { expr, kind })
    }

    /// `$a`, `$a[0]`, `$a->b`
    fn parse_interpolated_simple(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.start();
        let variable = self.parse_plain_variable();
        match self.kind() {
            TokenKind::OpenBracket => {
                self.advance();
                let index = Some(self.parse_offset()?);
                self.expect(TokenKind::CloseBracket)?;
                Ok(self.expr(ExprKind::Dim { base: variable, index }, variable.line, start))
            }
            kind @ (TokenKind::Arrow | TokenKind::NullsafeArrow) => {
                self.advance();
                if !self.is(TokenKind::Identifier) {
                    return self.unexpected();
                }
                let name = self.parse_identifier();
                let nullsafe = kind == TokenKind::NullsafeArrow;
                let kind = ExprKind::Prop { object: variable, name, nullsafe };
                Ok(self.expr(kind, variable.line, start))
            }
            _ => Ok(variable),
        }
    }

    fn parse_plain_variable(&mut self) -> &'a Expr<'a> {
        let token = self.advance();
        let name = self.variable_ident(token);
        self.expr(ExprKind::Variable(name.text), name.line, token.start)
    }

    /// What stands in the brackets of `"$a[…]"`.
    fn parse_offset(&mut self) -> Parse<&'a Expr<'a>> {
        match self.kind() {
            TokenKind::Identifier => Ok(self.parse_identifier()),
            TokenKind::NumericOffset => Ok(self.parse_offset_number(false)),
            TokenKind::Variable => Ok(self.parse_plain_variable()),
            TokenKind::Minus => {
                self.advance();
                match self.is(TokenKind::NumericOffset) {
                    true => Ok(self.parse_offset_number(true)),
                    false => self.unexpected(),
                }
            }
            _ => self.unexpected(),
        }
    }

    /// `-0` is the string "-0", like other numbers that are no array index.
    fn parse_offset_number(&mut self, negative: bool) -> &'a Expr<'a> {
        let token = self.advance();
        let kind = match (self.value(token), negative) {
            (Value::Int(value), false) => ExprKind::Int(value),
            (Value::Int(value), true) if value != 0 => ExprKind::Int(-value),
            (Value::Text(text), false) => ExprKind::String(text),
            _ => {
                let text = [b"-", self.text(token)].concat();
                ExprKind::String(self.slice(&text))
            }
        };
        self.expr(kind, token.line, token.start)
    }

    /// `${name}`, `${name[i]}`, `${expr}`
    fn parse_dollar_braced(&mut self) -> Parse<(&'a Expr<'a>, PartKind)> {
        let start = self.advance().start;
        if !self.is(TokenKind::VariableName) {
            let name = self.parse_expr()?;
            self.expect(TokenKind::CloseBrace)?;
            let variable = self.variable_named(name, start);
            return Ok((variable, PartKind::DollarBracedExpr));
        }
        let token = self.advance();
        let mut expr = self.expr(ExprKind::Variable(self.text(token)), token.line, token.start);
        if self.eat(TokenKind::OpenBracket) {
            let index = Some(self.parse_expr()?);
            self.expect(TokenKind::CloseBracket)?;
            expr = self.expr(ExprKind::Dim { base: expr, index }, expr.line, start);
        }
        self.expect(TokenKind::CloseBrace)?;
        Ok((expr, PartKind::DollarBraced))
    }
}
