//! Variables as targets: assignments, `++`, `&$x`, and the forms of `$x`.

use super::postfix::Base;
use super::precedence::{Precedence, assign_op};
use super::{Parse, Parser};
use crate::ast::{Expr, ExprKind, IncDec};
use crate::lexer::TokenKind;

impl<'a> Parser<'a, '_> {
    /// What the grammar calls a variable: also calls, elements, properties.
    pub(super) fn parse_variable(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.start();
        let (primary, base) = self.parse_primary()?;
        match self.parse_postfix(primary, base, start)? {
            (expr, Base::Callable | Base::Place) => Ok(expr),
            _ => self.unexpected(),
        }
    }

    /// An assignment to `target`, `$x++`, or just the variable.
    pub(super) fn parse_after_variable(&mut self, target: &'a Expr<'a>, start: u32) -> Parse<&'a Expr<'a>> {
        match self.kind() {
            TokenKind::Assign => self.parse_assign(target, start),
            TokenKind::Inc => Ok(self.post_inc_dec(IncDec::PostInc, target, start)),
            TokenKind::Dec => Ok(self.post_inc_dec(IncDec::PostDec, target, start)),
            TokenKind::CoalesceEqual => {
                self.parse_assigned(start, target, |target, value| ExprKind::AssignCoalesce { target, value })
            }
            kind => match assign_op(kind) {
                Some(op) => {
                    self.parse_assigned(start, target, |target, value| ExprKind::AssignOp { op, target, value })
                }
                None => Ok(target),
            },
        }
    }

    /// `target = value` or, for variables, `target = &$variable`.
    pub(super) fn parse_assign(&mut self, target: &'a Expr<'a>, start: u32) -> Parse<&'a Expr<'a>> {
        let is_ref = matches!(self.kind_at(1), TokenKind::Ampersand | TokenKind::AmpersandVar);
        if !is_ref || matches!(target.kind, ExprKind::Array(_)) {
            return self.parse_assigned(start, target, |target, value| ExprKind::Assign { target, value });
        }
        self.advance();
        self.advance();
        let value = self.parse_variable()?;
        Ok(self.expr(ExprKind::AssignRef { target, value }, target.line, start))
    }

    /// An operator of one token and the value that it assigns.
    fn parse_assigned(
        &mut self,
        start: u32,
        target: &'a Expr<'a>,
        kind: impl FnOnce(&'a Expr<'a>, &'a Expr<'a>) -> ExprKind<'a>,
    ) -> Parse<&'a Expr<'a>> {
        self.advance();
        let value = self.parse_expr_above(Precedence::Assign)?;
        Ok(self.expr(kind(target, value), target.line, start))
    }

    fn post_inc_dec(&mut self, op: IncDec, target: &'a Expr<'a>, start: u32) -> &'a Expr<'a> {
        self.advance();
        self.expr(ExprKind::IncDec { op, target }, target.line, start)
    }

    /// `$x`, `$$x`, `${expr}` as a variable.
    pub(super) fn parse_simple_variable(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.start();
        let name = self.parse_variable_name()?;
        Ok(self.variable_named(name, start))
    }

    /// The name of a simple variable: a `String` for `$x`, a variable for `$$x`, `expr` for `${expr}`.
    pub(super) fn parse_variable_name(&mut self) -> Parse<&'a Expr<'a>> {
        if self.is(TokenKind::Variable) {
            let token = self.advance();
            let name = self.variable_ident(token);
            return Ok(self.expr(ExprKind::String(name.text), name.line, token.start));
        }
        self.expect(TokenKind::Dollar)?;
        match self.is(TokenKind::OpenBrace) {
            true => self.parse_braced(),
            false => self.nested(|parser| parser.parse_simple_variable()),
        }
    }

    /// `{expr}`
    pub(super) fn parse_braced(&mut self) -> Parse<&'a Expr<'a>> {
        self.expect(TokenKind::OpenBrace)?;
        let expr = self.parse_expr()?;
        self.expect(TokenKind::CloseBrace)?;
        Ok(expr)
    }

    /// `${'x'}` is `$x`.
    pub(super) fn variable_named(&self, name: &'a Expr<'a>, start: u32) -> &'a Expr<'a> {
        let kind = match name.kind {
            ExprKind::String(text) => ExprKind::Variable(text),
            _ => ExprKind::VariableVariable(name),
        };
        self.expr(kind, name.line, start)
    }
}
