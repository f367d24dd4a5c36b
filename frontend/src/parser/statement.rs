//! Statements.

use super::{Parse, Parser};
use crate::ast::*;
use crate::lexer::TokenKind;

impl<'a> Parser<'a, '_> {
    /// A statement of a function body or another block.
    pub(super) fn parse_inner_statement(&mut self) -> Parse<Stmt<'a>> {
        match self.kind() {
            TokenKind::HaltCompiler => self.refuse_inner_halt(),
            _ => self.parse_declaration_or_statement(),
        }
    }

    fn refuse_inner_halt(&mut self) -> Parse<Stmt<'a>> {
        self.advance();
        self.expect(TokenKind::OpenParen)?;
        self.expect(TokenKind::CloseParen)?;
        self.expect(TokenKind::Semicolon)?;
        self.compile_error("__HALT_COMPILER() can only be used from the outermost scope")
    }

    /// A statement, or the declaration of a function or class.
    pub(super) fn parse_declaration_or_statement(&mut self) -> Parse<Stmt<'a>> {
        use TokenKind::*;
        match self.kind() {
            Attribute => self.parse_attributed_statement(),
            Function if self.declares_function() => self.parse_function_statement(&[]),
            Class | Abstract | Final | Trait | Interface | Enum => self.parse_class_statement(&[]),
            Readonly if self.kind_at(1) != OpenParen => self.parse_class_statement(&[]),
            _ => self.parse_statement(),
        }
    }

    fn parse_attributed_statement(&mut self) -> Parse<Stmt<'a>> {
        use TokenKind::*;
        let start = self.start();
        let attributes = self.parse_attributes()?;
        match self.kind() {
            Function if self.declares_function() => self.parse_function_statement(attributes),
            Class | Abstract | Final | Readonly | Trait | Interface | Enum => self.parse_class_statement(attributes),
            Function | Fn | Static => {
                let closure = self.parse_inline_function(attributes)?;
                let expr = self.climb(closure, start, super::precedence::Precedence::Lowest)?;
                self.end_expr_statement(expr, start)
            }
            _ => self.unexpected(),
        }
    }

    /// Whether `function` starts a declaration, not a closure.
    fn declares_function(&self) -> bool {
        let is_ref = matches!(self.kind_at(1), TokenKind::Ampersand | TokenKind::AmpersandVar);
        self.kind_at(1 + is_ref as usize) != TokenKind::OpenParen
    }

    fn parse_function_statement(&mut self, attributes: &'a [AttributeGroup<'a>]) -> Parse<Stmt<'a>> {
        let function = self.parse_function(attributes)?;
        Ok(Stmt { kind: StmtKind::Function(function), line: function.start_line, span: function.span })
    }

    fn parse_class_statement(&mut self, attributes: &'a [AttributeGroup<'a>]) -> Parse<Stmt<'a>> {
        let class = self.parse_class(attributes)?;
        Ok(Stmt { kind: StmtKind::Class(class), line: class.start_line, span: class.span })
    }

    pub(super) fn parse_statement(&mut self) -> Parse<Stmt<'a>> {
        self.nested(|parser| parser.parse_statement_kind())
    }

    fn parse_statement_kind(&mut self) -> Parse<Stmt<'a>> {
        use TokenKind::*;
        match self.kind() {
            OpenBrace => self.parse_block(),
            If => self.parse_if(),
            While => self.parse_while(),
            Do => self.parse_do_while(),
            For => self.parse_for(),
            Foreach => self.parse_foreach(),
            Switch => self.parse_switch(),
            Break => self.parse_jump(StmtKind::Break),
            Continue => self.parse_jump(StmtKind::Continue),
            Return => self.parse_jump(StmtKind::Return),
            Global => self.parse_global(),
            Static if self.kind_at(1) == Variable => self.parse_static_vars(),
            Echo => self.parse_echo(),
            InlineHtml => Ok(self.parse_inline_html()),
            Unset => self.parse_unset(),
            Declare => self.parse_declare(),
            Semicolon => Ok(self.parse_empty_statement()),
            Try => self.parse_try(),
            Goto => self.parse_goto(),
            Identifier if self.kind_at(1) == Colon => Ok(self.parse_label()),
            _ => self.parse_expr_statement(),
        }
    }

    pub(super) fn statement(&self, kind: StmtKind<'a>, line: u32, start: u32) -> Stmt<'a> {
        Stmt { kind, line, span: self.span_from(start) }
    }

    fn parse_expr_statement(&mut self) -> Parse<Stmt<'a>> {
        let start = self.start();
        let expr = self.parse_expr()?;
        self.end_expr_statement(expr, start)
    }

    fn end_expr_statement(&mut self, expr: &'a Expr<'a>, start: u32) -> Parse<Stmt<'a>> {
        self.expect(TokenKind::Semicolon)?;
        Ok(self.statement(StmtKind::Expr(expr), expr.line, start))
    }

    /// `{ … }`
    pub(super) fn parse_block(&mut self) -> Parse<Stmt<'a>> {
        let start = self.start();
        let (statements, line) = self.parse_braced_statements()?;
        Ok(self.statement(StmtKind::Block(statements), line, start))
    }

    /// The statements between braces, and the line of the list that they are.
    pub(super) fn parse_braced_statements(&mut self) -> Parse<(&'a [Stmt<'a>], u32)> {
        self.expect(TokenKind::OpenBrace)?;
        let line = self.line_before();
        let statements = self.parse_statements_until(&[TokenKind::CloseBrace])?;
        self.advance();
        Ok((statements, line))
    }

    /// Statements up to one of the `ends`, which is not taken.
    pub(super) fn parse_statements_until(&mut self, ends: &[TokenKind]) -> Parse<&'a [Stmt<'a>]> {
        let mut statements = Vec::new();
        while !ends.contains(&self.kind()) {
            statements.push(self.parse_inner_statement()?);
        }
        Ok(self.slice(&statements))
    }

    /// `break`, `continue`, `return` with an optional expression.
    fn parse_jump(&mut self, kind: fn(Option<&'a Expr<'a>>) -> StmtKind<'a>) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        let expr = if self.is(TokenKind::Semicolon) { None } else { Some(self.parse_expr()?) };
        self.expect(TokenKind::Semicolon)?;
        let line = expr.map_or(self.line_before(), |expr| expr.line);
        Ok(self.statement(kind(expr), line, start))
    }

    fn parse_empty_statement(&mut self) -> Stmt<'a> {
        let token = self.advance();
        self.statement(StmtKind::Empty, token.line, token.start)
    }

    fn parse_inline_html(&mut self) -> Stmt<'a> {
        let token = self.advance();
        self.statement(StmtKind::InlineHtml(self.text(token)), token.line, token.start)
    }

    fn parse_label(&mut self) -> Stmt<'a> {
        let token = self.advance();
        self.advance();
        self.statement(StmtKind::Label(self.ident(token)), token.line, token.start)
    }

    fn parse_goto(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        let label = self.expect(TokenKind::Identifier)?;
        self.expect(TokenKind::Semicolon)?;
        Ok(self.statement(StmtKind::Goto(self.ident(label)), label.line, start))
    }

    fn parse_echo(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        let exprs = self.parse_list_of(|parser| parser.parse_expr())?;
        self.expect(TokenKind::Semicolon)?;
        Ok(self.statement(StmtKind::Echo(exprs), exprs[0].line, start))
    }

    fn parse_global(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        let variables = self.parse_list_of(|parser| parser.parse_simple_variable())?;
        self.expect(TokenKind::Semicolon)?;
        Ok(self.statement(StmtKind::Global(variables), variables[0].line, start))
    }

    fn parse_static_vars(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        let variables = self.parse_list_of(|parser| parser.parse_static_var())?;
        self.expect(TokenKind::Semicolon)?;
        Ok(self.statement(StmtKind::StaticVars(variables), variables[0].line, start))
    }

    fn parse_static_var(&mut self) -> Parse<StaticVar<'a>> {
        let token = self.expect(TokenKind::Variable)?;
        let name = self.variable_ident(token);
        let default = if self.eat(TokenKind::Assign) { Some(self.parse_expr()?) } else { None };
        Ok(StaticVar { name, default, line: name.line })
    }

    fn parse_unset(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        self.expect(TokenKind::OpenParen)?;
        let mut variables = vec![self.parse_variable()?];
        while self.eat(TokenKind::Comma) && !self.is(TokenKind::CloseParen) {
            variables.push(self.parse_variable()?);
        }
        self.expect(TokenKind::CloseParen)?;
        self.expect(TokenKind::Semicolon)?;
        let line = variables[0].line;
        Ok(self.statement(StmtKind::Unset(self.slice(&variables)), line, start))
    }

    /// One or more of something, with commas between and none at the end.
    pub(super) fn parse_list_of<T: Copy>(&mut self, parse: impl Fn(&mut Self) -> Parse<T>) -> Parse<&'a [T]> {
        let first = parse(self)?;
        if !self.is(TokenKind::Comma) {
            return Ok(self.slice(&[first]));
        }
        let mut list = vec![first];
        while self.eat(TokenKind::Comma) {
            list.push(parse(self)?);
        }
        Ok(self.slice(&list))
    }
}
