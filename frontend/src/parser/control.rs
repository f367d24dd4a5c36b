//! `if`, `switch`, `try`, `declare`.

use super::{Parse, Parser};
use crate::ast::*;
use crate::diagnostic::DiagnosticKind;
use crate::lexer::TokenKind;

impl<'a> Parser<'a, '_> {
    pub(super) fn parse_if(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        let condition = self.parse_parenthesized()?;
        let branches = match self.is(TokenKind::Colon) {
            true => self.parse_alternative_if(condition)?,
            false => self.parse_plain_if(condition)?,
        };
        Ok(self.statement(StmtKind::If(branches), branches[0].line, start))
    }

    fn parse_plain_if(&mut self, condition: &'a Expr<'a>) -> Parse<&'a [IfBranch<'a>]> {
        let mut branches = vec![self.parse_branch(Some(condition))?];
        while self.eat(TokenKind::Elseif) {
            let condition = self.parse_parenthesized()?;
            branches.push(self.parse_branch(Some(condition))?);
        }
        if self.eat(TokenKind::Else) {
            branches.push(self.parse_branch(None)?);
        }
        Ok(self.slice(&branches))
    }

    fn parse_branch(&mut self, condition: Option<&'a Expr<'a>>) -> Parse<IfBranch<'a>> {
        let body = self.parse_statement()?;
        Ok(self.branch(condition, body))
    }

    fn branch(&self, condition: Option<&'a Expr<'a>>, body: Stmt<'a>) -> IfBranch<'a> {
        let line = condition.map_or(body.line, |condition| condition.line);
        IfBranch { condition, body: self.alloc(body), line }
    }

    /// `if (…): … elseif (…): … else: … endif;`
    fn parse_alternative_if(&mut self, condition: &'a Expr<'a>) -> Parse<&'a [IfBranch<'a>]> {
        const ENDS: &[TokenKind] = &[TokenKind::Elseif, TokenKind::Else, TokenKind::Endif];
        let body = self.parse_colon_block(ENDS)?;
        let mut branches = vec![self.branch(Some(condition), body)];
        while self.eat(TokenKind::Elseif) {
            let condition = self.parse_parenthesized()?;
            let body = self.parse_colon_block(ENDS)?;
            branches.push(self.branch(Some(condition), body));
        }
        if self.eat(TokenKind::Else) {
            let body = self.parse_colon_block(&[TokenKind::Endif])?;
            branches.push(self.branch(None, body));
        }
        self.expect(TokenKind::Endif)?;
        self.expect(TokenKind::Semicolon)?;
        Ok(self.slice(&branches))
    }

    /// `:` and statements up to one of the `ends`.
    pub(super) fn parse_colon_block(&mut self, ends: &[TokenKind]) -> Parse<Stmt<'a>> {
        let start = self.start();
        self.expect(TokenKind::Colon)?;
        let line = self.line_before();
        let statements = self.parse_statements_until(ends)?;
        Ok(self.statement(StmtKind::Block(statements), line, start))
    }

    /// A statement, or the alternative syntax that ends with `end`.
    pub(super) fn parse_body(&mut self, end: TokenKind) -> Parse<&'a Stmt<'a>> {
        let body = match self.is(TokenKind::Colon) {
            true => {
                let body = self.parse_colon_block(&[end])?;
                self.advance();
                self.expect(TokenKind::Semicolon)?;
                body
            }
            false => self.parse_statement()?,
        };
        Ok(self.alloc(body))
    }

    pub(super) fn parse_switch(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        let subject = self.parse_parenthesized()?;
        let end = match self.kind() {
            TokenKind::OpenBrace => TokenKind::CloseBrace,
            TokenKind::Colon => TokenKind::Endswitch,
            _ => return self.unexpected(),
        };
        self.advance();
        self.eat(TokenKind::Semicolon);
        let list_line = self.line_ahead();
        let mut cases = Vec::new();
        while !self.is(end) {
            cases.push(self.parse_case(end)?);
        }
        self.advance();
        if end == TokenKind::Endswitch {
            self.expect(TokenKind::Semicolon)?;
        }
        let switch = Switch { subject, cases: self.slice(&cases), list_line };
        Ok(self.statement(StmtKind::Switch(self.alloc(switch)), subject.line, start))
    }

    fn parse_case(&mut self, end: TokenKind) -> Parse<Case<'a>> {
        let value = match self.kind() {
            TokenKind::Case => {
                self.advance();
                Some(self.parse_expr()?)
            }
            TokenKind::Default => {
                self.advance();
                None
            }
            _ => return self.unexpected(),
        };
        if !self.eat(TokenKind::Colon) && !self.eat(TokenKind::Semicolon) {
            return self.unexpected();
        }
        let body_line = self.line_before();
        let body = self.parse_statements_until(&[TokenKind::Case, TokenKind::Default, end])?;
        let line = value.map_or(body_line, |value| value.line);
        Ok(Case { value, body, line, body_line })
    }

    pub(super) fn parse_try(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        let body = self.parse_block_node()?;
        let mut catches = Vec::new();
        while self.eat(TokenKind::Catch) {
            catches.push(self.parse_catch()?);
        }
        let finally = if self.eat(TokenKind::Finally) { Some(self.parse_block_node()?) } else { None };
        let node = Try { body, catches: self.slice(&catches), finally };
        Ok(self.statement(StmtKind::Try(self.alloc(node)), body.line, start))
    }

    fn parse_block_node(&mut self) -> Parse<&'a Stmt<'a>> {
        let block = self.parse_block()?;
        Ok(self.alloc(block))
    }

    fn parse_catch(&mut self) -> Parse<Catch<'a>> {
        self.expect(TokenKind::OpenParen)?;
        let mut classes = vec![self.parse_class_name()?];
        while self.eat(TokenKind::Pipe) {
            classes.push(self.parse_class_name()?);
        }
        let variable = match self.is(TokenKind::Variable) {
            true => {
                let token = self.advance();
                Some(self.variable_ident(token))
            }
            false => None,
        };
        self.expect(TokenKind::CloseParen)?;
        let body = self.parse_block_node()?;
        let line = classes[0].line;
        Ok(Catch { classes: self.slice(&classes), variable, body, line })
    }

    pub(super) fn parse_declare(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        self.expect(TokenKind::OpenParen)?;
        let directives = self.parse_list_of(|parser| parser.parse_const_element())?;
        self.expect(TokenKind::CloseParen)?;
        self.check_encoding(directives)?;
        let body = self.parse_body(TokenKind::Enddeclare)?;
        let declare = self.alloc(Declare { directives, body });
        Ok(self.statement(StmtKind::Declare(declare), directives[0].line, start))
    }

    fn check_encoding(&mut self, directives: &[ConstElement<'a>]) -> Parse<()> {
        for directive in directives {
            if !directive.name.text.eq_ignore_ascii_case(b"encoding") {
                continue;
            }
            if !matches!(directive.value.kind, ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::String(_)) {
                return self.compile_error("Encoding must be a literal");
            }
            let message = "declare(encoding=...) ignored because Zend multibyte feature is turned off by settings";
            self.diagnostics.push(DiagnosticKind::Warning, self.line_before(), message);
        }
        Ok(())
    }
}
