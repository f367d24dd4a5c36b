//! Operands: prefix operators, literals, keywords that start an expression.

use super::postfix::Base;
use super::precedence::Precedence;
use super::{Parse, Parser};
use crate::ast::*;
use crate::lexer::{Token, TokenKind, Value};

impl<'a> Parser<'a, '_> {
    /// Everything but infix operators. Assignments are operands: `!$a = f()` assigns.
    pub(super) fn parse_operand(&mut self) -> Parse<&'a Expr<'a>> {
        use TokenKind::*;
        match self.kind() {
            Integer | Float => Ok(self.parse_number()),
            Not => self.parse_unary(UnaryOp::Not, Precedence::Not),
            Minus => self.parse_unary(UnaryOp::Minus, Precedence::Unary),
            Plus => self.parse_unary(UnaryOp::Plus, Precedence::Unary),
            Tilde => self.parse_unary(UnaryOp::BitNot, Precedence::Unary),
            At => self.parse_prefix(Precedence::Unary, ExprKind::Silence),
            IntCast => self.parse_cast(CastType::Int),
            FloatCast => self.parse_cast(CastType::Float),
            StringCast => self.parse_cast(CastType::String),
            ArrayCast => self.parse_cast(CastType::Array),
            ObjectCast => self.parse_cast(CastType::Object),
            BoolCast => self.parse_cast(CastType::Bool),
            UnsetCast => self.parse_cast(CastType::Unset),
            Inc => self.parse_pre_inc_dec(IncDec::PreInc),
            Dec => self.parse_pre_inc_dec(IncDec::PreDec),
            Clone => self.parse_clone(),
            Print => self.parse_prefix(Precedence::Print, ExprKind::Print),
            Throw => self.parse_prefix(Precedence::Lowest, ExprKind::Throw),
            Include => self.parse_include(IncludeKind::Include),
            IncludeOnce => self.parse_include(IncludeKind::IncludeOnce),
            Require => self.parse_include(IncludeKind::Require),
            RequireOnce => self.parse_include(IncludeKind::RequireOnce),
            Eval => self.parse_eval(),
            Isset => self.parse_isset(),
            Empty => self.parse_empty(),
            Exit => self.parse_exit(),
            Yield => self.parse_yield(),
            YieldFrom => self.parse_yield_from(),
            Match => self.parse_match(),
            Function | Fn => self.parse_inline_function(&[]),
            Attribute => self.parse_attributed_function(),
            Static if matches!(self.kind_at(1), Function | Fn) => self.parse_inline_function(&[]),
            StartHeredoc => self.parse_heredoc(),
            Backquote => self.parse_shell_exec(),
            List => self.parse_list_assignment(),
            _ => self.parse_variable_or_value(),
        }
    }

    /// Something that may be assigned to, counted up or used as it is.
    fn parse_variable_or_value(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.start();
        let is_bracket = self.is(TokenKind::OpenBracket);
        let (primary, base) = self.parse_primary()?;
        if is_bracket && self.is(TokenKind::Assign) {
            return self.parse_assign(primary, start);
        }
        self.parse_variable_or_value_after(primary, base, start)
    }

    fn parse_variable_or_value_after(&mut self, primary: &'a Expr<'a>, base: Base, start: u32) -> Parse<&'a Expr<'a>> {
        let (expr, base) = self.parse_postfix(primary, base, start)?;
        match base {
            Base::Callable | Base::Place => self.parse_after_variable(expr, start),
            _ => Ok(expr),
        }
    }

    fn parse_number(&mut self) -> &'a Expr<'a> {
        let token = self.advance();
        let kind = match self.value(token) {
            Value::Int(value) => ExprKind::Int(value),
            Value::Float(value) => ExprKind::Float(value),
            Value::Text(_) => unreachable!("the lexer computes the values of numbers"),
        };
        self.expr(kind, token.line, token.start)
    }

    fn parse_unary(&mut self, op: UnaryOp, precedence: Precedence) -> Parse<&'a Expr<'a>> {
        self.parse_prefix(precedence, |operand| ExprKind::Unary { op, operand })
    }

    fn parse_cast(&mut self, ty: CastType) -> Parse<&'a Expr<'a>> {
        self.parse_prefix(Precedence::Unary, |operand| ExprKind::Cast { ty, operand })
    }

    fn parse_include(&mut self, kind: IncludeKind) -> Parse<&'a Expr<'a>> {
        self.parse_prefix(Precedence::Lowest, |operand| ExprKind::Include { kind, operand })
    }

    fn parse_yield_from(&mut self) -> Parse<&'a Expr<'a>> {
        self.saw_yield = true;
        self.parse_prefix(Precedence::DoubleArrow, ExprKind::YieldFrom)
    }

    /// A prefix operator of one token.
    fn parse_prefix(
        &mut self,
        precedence: Precedence,
        kind: impl FnOnce(&'a Expr<'a>) -> ExprKind<'a>,
    ) -> Parse<&'a Expr<'a>> {
        let start = self.advance().start;
        let operand = self.parse_expr_above(precedence)?;
        Ok(self.expr(kind(operand), operand.line, start))
    }

    /// `clone expr`, or 8.5's call `clone($x, […])`.
    fn parse_clone(&mut self) -> Parse<&'a Expr<'a>> {
        if self.kind_at(1) != TokenKind::OpenParen {
            return self.parse_prefix(Precedence::Clone, ExprKind::Clone);
        }
        let keyword = self.advance();
        if self.kind_at(1) == TokenKind::Ellipsis || self.argument_name_at(1) {
            self.saw_newer_syntax = true;
            let args = self.parse_args()?;
            return Ok(self.clone_call(keyword, args));
        }
        let paren = self.advance();
        let first = self.parse_expr()?;
        if self.is(TokenKind::Comma) {
            self.saw_newer_syntax = true;
            let first = Arg { value: first, kind: ArgKind::Positional, line: first.line };
            let args = self.parse_args_after(first)?;
            return Ok(self.clone_call(keyword, args));
        }
        self.expect(TokenKind::CloseParen)?;
        let operand = self.parse_variable_or_value_after(first, Base::Value, paren.start)?;
        Ok(self.expr(ExprKind::Clone(operand), operand.line, keyword.start))
    }

    fn clone_call(&self, keyword: Token, args: &'a Args<'a>) -> &'a Expr<'a> {
        let name = Name { text: b"clone", kind: NameKind::FullyQualified, line: keyword.line };
        let callee = self.expr(ExprKind::Name(name), keyword.line, keyword.start);
        self.expr(ExprKind::Call { callee, args }, keyword.line, keyword.start)
    }

    fn parse_pre_inc_dec(&mut self, op: IncDec) -> Parse<&'a Expr<'a>> {
        let start = self.advance().start;
        let target = self.parse_variable()?;
        Ok(self.expr(ExprKind::IncDec { op, target }, target.line, start))
    }

    fn parse_eval(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.advance().start;
        let operand = self.parse_parenthesized()?;
        let kind = ExprKind::Include { kind: IncludeKind::Eval, operand };
        Ok(self.expr(kind, operand.line, start))
    }

    fn parse_empty(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.advance().start;
        let operand = self.parse_parenthesized()?;
        Ok(self.expr(ExprKind::Empty(operand), operand.line, start))
    }

    /// `(expr)` where the parentheses belong to what stands before them.
    pub(super) fn parse_parenthesized(&mut self) -> Parse<&'a Expr<'a>> {
        self.expect(TokenKind::OpenParen)?;
        let expr = self.parse_expr()?;
        self.expect(TokenKind::CloseParen)?;
        Ok(expr)
    }

    /// `isset($a, $b)` is `isset($a) && isset($b)`.
    fn parse_isset(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.advance().start;
        self.expect(TokenKind::OpenParen)?;
        let mut all = self.parse_isset_variable()?;
        while self.eat(TokenKind::Comma) && !self.is(TokenKind::CloseParen) {
            let right = self.parse_isset_variable()?;
            all = self.expr(ExprKind::And { left: all, right }, all.line, start);
        }
        self.expect(TokenKind::CloseParen)?;
        Ok(all)
    }

    fn parse_isset_variable(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.start();
        let operand = self.parse_expr()?;
        Ok(self.expr(ExprKind::Isset(operand), operand.line, start))
    }

    /// `exit` is a call of the function `exit`.
    fn parse_exit(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.advance().start;
        let (args, line) = match self.is(TokenKind::OpenParen) {
            true => (self.parse_args()?, self.line_before()),
            false => (self.no_args(self.line_ahead()), self.line_ahead()),
        };
        let name = Name { text: b"exit", kind: NameKind::FullyQualified, line };
        let callee = self.expr(ExprKind::Name(name), line, start);
        Ok(self.expr(ExprKind::Call { callee, args }, line, start))
    }

    fn parse_yield(&mut self) -> Parse<&'a Expr<'a>> {
        self.saw_yield = true;
        let start = self.advance().start;
        if !starts_expr(self.kind()) {
            let kind = ExprKind::Yield { value: None, key: None };
            return Ok(self.expr(kind, self.line_ahead(), start));
        }
        let first = self.parse_expr_above(Precedence::Yield)?;
        let (key, value) = match self.eat(TokenKind::DoubleArrow) {
            true => (Some(first), self.parse_expr_above(Precedence::DoubleArrow)?),
            false => (None, first),
        };
        Ok(self.expr(ExprKind::Yield { value: Some(value), key }, value.line, start))
    }

    fn parse_match(&mut self) -> Parse<&'a Expr<'a>> {
        let start = self.advance().start;
        let subject = self.parse_parenthesized()?;
        self.expect(TokenKind::OpenBrace)?;
        let mut arms = Vec::new();
        while !self.is(TokenKind::CloseBrace) {
            arms.push(self.parse_match_arm()?);
            if !self.eat(TokenKind::Comma) {
                break;
            }
        }
        self.expect(TokenKind::CloseBrace)?;
        let node = Match { subject, arms: self.slice(&arms) };
        Ok(self.expr(ExprKind::Match(self.alloc(node)), subject.line, start))
    }

    fn parse_match_arm(&mut self) -> Parse<MatchArm<'a>> {
        let conditions = match self.eat(TokenKind::Default) {
            true => {
                self.eat(TokenKind::Comma);
                None
            }
            false => Some(self.parse_match_conditions()?),
        };
        self.expect(TokenKind::DoubleArrow)?;
        let body = self.parse_expr()?;
        let line = conditions.map_or(body.line, |list| list[0].line);
        Ok(MatchArm { conditions, body, line })
    }

    fn parse_match_conditions(&mut self) -> Parse<&'a [&'a Expr<'a>]> {
        let mut conditions = vec![self.parse_expr()?];
        while self.eat(TokenKind::Comma) && !self.is(TokenKind::DoubleArrow) {
            conditions.push(self.parse_expr()?);
        }
        Ok(self.slice(&conditions))
    }
}

/// Whether an expression can start with the token.
fn starts_expr(kind: TokenKind) -> bool {
    use TokenKind::*;
    match kind {
        Integer | Float | Identifier | NameFullyQualified | NameRelative | NameQualified | Variable => true,
        QuotedString | DoubleQuote | StartHeredoc | Backquote | Dollar => true,
        Plus | Minus | Not | Tilde | At | OpenParen | OpenBracket | Attribute => true,
        Include | IncludeOnce | Require | RequireOnce | Eval | Print | Yield | YieldFrom | New | Clone | Exit => true,
        Match | Function | Fn | Throw | Static | Isset | Empty | List | Array | Readonly => true,
        LineConst | FileConst | DirConst | ClassConst | TraitConst | MethodConst => true,
        FunctionConst | PropertyConst | NamespaceConst => true,
        IntCast | FloatCast | StringCast | ArrayCast | ObjectCast | BoolCast | UnsetCast | Inc | Dec => true,
        _ => false,
    }
}
