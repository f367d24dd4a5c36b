//! `while`, `do`, `for`, `foreach`.

use super::{Parse, Parser};
use crate::ast::*;
use crate::lexer::TokenKind;

impl<'a> Parser<'a, '_> {
    pub(super) fn parse_while(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        let condition = self.parse_parenthesized()?;
        let body = self.parse_body(TokenKind::Endwhile)?;
        Ok(self.statement(StmtKind::While { condition, body }, condition.line, start))
    }

    pub(super) fn parse_do_while(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        let body = self.parse_statement()?;
        self.expect(TokenKind::While)?;
        let condition = self.parse_parenthesized()?;
        self.expect(TokenKind::Semicolon)?;
        let line = if matches!(body.kind, StmtKind::Empty) { condition.line } else { body.line };
        let body = self.alloc(body);
        Ok(self.statement(StmtKind::DoWhile { body, condition }, line, start))
    }

    pub(super) fn parse_for(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        self.expect(TokenKind::OpenParen)?;
        let init = self.parse_for_exprs(TokenKind::Semicolon)?;
        let conditions = self.parse_for_exprs(TokenKind::Semicolon)?;
        let step = self.parse_for_exprs(TokenKind::CloseParen)?;
        let body = self.parse_body(TokenKind::Endfor)?;
        let first = [init, conditions, step].into_iter().flatten().next();
        let line = first.map_or(body.line, |expr| expr.line);
        let node = self.alloc(For { init, conditions, step, body });
        Ok(self.statement(StmtKind::For(node), line, start))
    }

    fn parse_for_exprs(&mut self, end: TokenKind) -> Parse<&'a [&'a Expr<'a>]> {
        let exprs = match self.is(end) {
            true => &[][..],
            false => self.parse_list_of(|parser| parser.parse_expr())?,
        };
        self.expect(end)?;
        Ok(exprs)
    }

    pub(super) fn parse_foreach(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        self.expect(TokenKind::OpenParen)?;
        let subject = self.parse_expr()?;
        self.expect(TokenKind::As)?;
        let first = self.parse_foreach_target()?;
        let (key, value) = match self.eat(TokenKind::DoubleArrow) {
            true => (Some(first), self.parse_foreach_target()?),
            false => (None, first),
        };
        self.expect(TokenKind::CloseParen)?;
        let body = self.parse_body(TokenKind::Endforeach)?;
        let node = self.alloc(Foreach { subject, key, value, body });
        Ok(self.statement(StmtKind::Foreach(node), subject.line, start))
    }
}
