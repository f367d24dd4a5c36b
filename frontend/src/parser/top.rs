//! What stands only at the top of a file: namespaces, imports, constants, `__halt_compiler`.

use super::{Parse, Parser};
use crate::ast::*;
use crate::lexer::{Token, TokenKind};

impl<'a> Parser<'a, '_> {
    pub(super) fn parse_file(&mut self) -> Parse<File<'a>> {
        let statements = self.parse_top_statements(TokenKind::End)?;
        Ok(File { statements, halt_offset: self.halt_offset, last_line: self.line_ahead() })
    }

    fn parse_top_statements(&mut self, end: TokenKind) -> Parse<&'a [Stmt<'a>]> {
        let mut statements = Vec::new();
        while !self.is(end) {
            statements.push(self.parse_top_statement()?);
        }
        Ok(self.slice(&statements))
    }

    fn parse_top_statement(&mut self) -> Parse<Stmt<'a>> {
        match self.kind() {
            TokenKind::Namespace => self.nested(|parser| parser.parse_namespace()),
            TokenKind::Use => self.parse_use(),
            TokenKind::Const => self.parse_const(),
            TokenKind::HaltCompiler => self.parse_halt_compiler(),
            _ => self.parse_declaration_or_statement(),
        }
    }

    fn parse_halt_compiler(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        self.expect(TokenKind::OpenParen)?;
        self.expect(TokenKind::CloseParen)?;
        let offset = self.expect(TokenKind::Semicolon)?.end;
        self.halt_offset = Some(offset);
        Ok(self.statement(StmtKind::HaltCompiler(offset), self.line_before(), start))
    }

    fn parse_const(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        let consts = self.parse_list_of(|parser| parser.parse_const_element())?;
        self.expect(TokenKind::Semicolon)?;
        Ok(self.statement(StmtKind::Const(consts), consts[0].line, start))
    }

    /// `NAME = value`
    pub(super) fn parse_const_element(&mut self) -> Parse<ConstElement<'a>> {
        let token = self.expect(TokenKind::Identifier)?;
        let name = self.ident(token);
        self.expect(TokenKind::Assign)?;
        let value = self.parse_expr()?;
        Ok(ConstElement { name, value, doc_comment: self.take_doc_ahead(), line: name.line })
    }

    fn parse_namespace(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        let name = match self.kind() {
            TokenKind::OpenBrace => None,
            TokenKind::NameQualified => Some(self.parse_ident()),
            _ => {
                let word = self.expect_word()?;
                Some(self.ident(word))
            }
        };
        if name.is_some() && self.eat(TokenKind::Semicolon) {
            self.doc = None;
            return Ok(self.namespace(name, None, start));
        }
        self.take_doc_ahead();
        self.expect(TokenKind::OpenBrace)?;
        let line = self.line_before();
        let statements = self.parse_top_statements(TokenKind::CloseBrace)?;
        self.advance();
        Ok(self.namespace(name, Some((statements, line)), start))
    }

    fn namespace(&self, name: Option<Ident<'a>>, body: Option<(&'a [Stmt<'a>], u32)>, start: u32) -> Stmt<'a> {
        let body_line = body.map_or(0, |(_, line)| line);
        let line = name.map_or(body_line, |name| name.line);
        let node = Namespace { name, body: body.map(|(statements, _)| statements) };
        self.statement(StmtKind::Namespace(self.alloc(node)), line, start)
    }

    pub(super) fn parse_ident(&mut self) -> Ident<'a> {
        let token = self.advance();
        self.ident(token)
    }

    fn parse_use(&mut self) -> Parse<Stmt<'a>> {
        let start = self.advance().start;
        let kind = self.parse_use_kind();
        let first = self.parse_use_name(true)?;
        if self.is(TokenKind::Backslash) {
            return self.parse_group_use(first, kind, start);
        }
        let kind = kind.unwrap_or(UseKind::Class);
        let mut clauses = vec![self.parse_use_clause_after(first, kind)?];
        while self.eat(TokenKind::Comma) {
            let name = self.parse_use_name(true)?;
            clauses.push(self.parse_use_clause_after(name, kind)?);
        }
        self.expect(TokenKind::Semicolon)?;
        let line = clauses[0].line;
        let node = self.alloc(Use { kind, clauses: self.slice(&clauses) });
        Ok(self.statement(StmtKind::Use(node), line, start))
    }

    fn parse_use_kind(&mut self) -> Option<UseKind> {
        if self.eat(TokenKind::Function) {
            return Some(UseKind::Function);
        }
        self.eat(TokenKind::Const).then_some(UseKind::Const)
    }

    /// A name; a leading `\` is allowed and dropped where it is not inside of a group.
    fn parse_use_name(&mut self, outside: bool) -> Parse<Token> {
        match self.kind() {
            TokenKind::Identifier | TokenKind::NameQualified => Ok(self.advance()),
            TokenKind::NameFullyQualified if outside => Ok(self.advance()),
            _ => self.unexpected(),
        }
    }

    fn parse_use_clause_after(&mut self, name: Token, kind: UseKind) -> Parse<UseClause<'a>> {
        let alias = match self.eat(TokenKind::As) {
            true => {
                let token = self.expect(TokenKind::Identifier)?;
                Some(self.ident(token))
            }
            false => None,
        };
        Ok(UseClause { name: self.name_of(name).text, alias, kind, line: name.line })
    }

    /// `use a\{b, function c};`
    fn parse_group_use(&mut self, prefix: Token, kind: Option<UseKind>, start: u32) -> Parse<Stmt<'a>> {
        self.advance();
        self.expect(TokenKind::OpenBrace)?;
        let mut clauses = vec![self.parse_group_clause(kind)?];
        while self.eat(TokenKind::Comma) && !self.is(TokenKind::CloseBrace) {
            clauses.push(self.parse_group_clause(kind)?);
        }
        self.expect(TokenKind::CloseBrace)?;
        self.expect(TokenKind::Semicolon)?;
        let prefix = Ident { text: self.name_of(prefix).text, line: prefix.line };
        let node = self.alloc(GroupUse { prefix, kind, clauses: self.slice(&clauses) });
        Ok(self.statement(StmtKind::GroupUse(node), prefix.line, start))
    }

    fn parse_group_clause(&mut self, group_kind: Option<UseKind>) -> Parse<UseClause<'a>> {
        let kind = match group_kind {
            Some(kind) => kind,
            None => self.parse_use_kind().unwrap_or(UseKind::Class),
        };
        let name = self.parse_use_name(false)?;
        self.parse_use_clause_after(name, kind)
    }
}
