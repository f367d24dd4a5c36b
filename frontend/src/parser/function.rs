//! Functions, closures, arrow functions and their parameters.

use super::modifiers::Target;
use super::{Parse, Parser};
use crate::ast::*;
use crate::lexer::TokenKind;

impl<'a> Parser<'a, '_> {
    /// `function name(…) {…}`
    pub(super) fn parse_function(&mut self, attributes: &'a [AttributeGroup<'a>]) -> Parse<&'a Function<'a>> {
        let start = self.start();
        self.advance();
        let start_line = self.line_before();
        let returns_ref = self.eat_ampersand();
        let name = match self.kind() {
            TokenKind::Identifier | TokenKind::Readonly => self.parse_ident(),
            _ => return self.unexpected(),
        };
        let doc_comment = self.take_doc();
        let params = self.parse_params()?;
        let return_type = self.parse_return_type()?;
        let (body, is_generator) = self.in_function(|parser| parser.parse_function_body())?;
        Ok(self.alloc(Function {
            kind: FunctionKind::Function,
            name,
            modifiers: Modifiers::NONE,
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

    /// Runs `parse` in a function of its own; tells whether there was a `yield`.
    pub(super) fn in_function<T>(&mut self, parse: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<(T, bool)> {
        let outer = std::mem::replace(&mut self.saw_yield, false);
        let body = parse(self)?;
        let is_generator = std::mem::replace(&mut self.saw_yield, outer);
        Ok((body, is_generator))
    }

    pub(super) fn parse_function_body(&mut self) -> Parse<FunctionBody<'a>> {
        let (statements, line) = self.parse_braced_statements()?;
        Ok(FunctionBody::Block { statements, line })
    }

    pub(super) fn parse_return_type(&mut self) -> Parse<Option<Type<'a>>> {
        match self.eat(TokenKind::Colon) {
            true => Ok(Some(self.parse_type(true)?)),
            false => Ok(None),
        }
    }

    /// `[static] function (…) use (…) {…}` or `[static] fn (…) => …`
    pub(super) fn parse_inline_function(&mut self, attributes: &'a [AttributeGroup<'a>]) -> Parse<&'a Expr<'a>> {
        let start = self.start();
        let modifiers = if self.eat(TokenKind::Static) { Modifiers::STATIC } else { Modifiers::NONE };
        let may_be_name = self.pos == self.argument_start;
        let kind = match self.kind() {
            TokenKind::Function => FunctionKind::Closure,
            TokenKind::Fn => FunctionKind::Arrow,
            _ => return self.unexpected(),
        };
        self.advance();
        let start_line = if may_be_name { self.line_ahead() } else { self.line_before() };
        let returns_ref = self.eat_ampersand();
        let doc_comment = self.take_doc_ahead();
        let params = self.parse_params()?;
        let uses = if kind == FunctionKind::Closure { self.parse_closure_uses()? } else { &[] };
        let return_type = self.parse_return_type()?;
        let (body, is_generator) = match kind {
            FunctionKind::Closure => self.in_function(|parser| parser.parse_function_body())?,
            _ => self.parse_arrow_body()?,
        };
        let end_line = if kind == FunctionKind::Closure { self.line_before() } else { self.line_ahead() };
        let function = self.alloc(Function {
            kind,
            name: Ident { text: b"", line: start_line },
            modifiers,
            returns_ref,
            is_generator,
            params: Some(params),
            uses,
            return_type,
            body,
            attributes,
            doc_comment,
            start_line,
            end_line,
            span: self.span_from(start),
        });
        let kind = match kind {
            FunctionKind::Closure => ExprKind::Closure(function),
            _ => ExprKind::ArrowFunction(function),
        };
        Ok(self.expr(kind, start_line, start))
    }

    fn parse_arrow_body(&mut self) -> Parse<(FunctionBody<'a>, bool)> {
        self.expect(TokenKind::DoubleArrow)?;
        self.in_function(|parser| Ok(FunctionBody::Expr(parser.parse_expr()?)))
    }

    fn parse_closure_uses(&mut self) -> Parse<&'a [ClosureUse<'a>]> {
        if !self.eat(TokenKind::Use) {
            return Ok(&[]);
        }
        self.expect(TokenKind::OpenParen)?;
        let mut uses = vec![self.parse_closure_use()?];
        while self.eat(TokenKind::Comma) && !self.is(TokenKind::CloseParen) {
            uses.push(self.parse_closure_use()?);
        }
        self.expect(TokenKind::CloseParen)?;
        Ok(self.slice(&uses))
    }

    fn parse_closure_use(&mut self) -> Parse<ClosureUse<'a>> {
        let by_ref = self.eat_ampersand();
        let token = self.expect(TokenKind::Variable)?;
        Ok(ClosureUse { name: self.variable_ident(token), by_ref })
    }

    /// `(…)`
    pub(super) fn parse_params(&mut self) -> Parse<&'a [Param<'a>]> {
        self.expect(TokenKind::OpenParen)?;
        let mut params = Vec::new();
        while !self.is(TokenKind::CloseParen) {
            params.push(self.parse_param()?);
            if !self.eat(TokenKind::Comma) {
                break;
            }
        }
        self.expect(TokenKind::CloseParen)?;
        Ok(self.slice(&params))
    }

    fn parse_param(&mut self) -> Parse<Param<'a>> {
        let start = self.start();
        let attributes = self.parse_attributes()?;
        let modifiers = self.parse_modifiers(Target::Parameter)?.unwrap_or(Modifiers::NONE);
        let ty = match self.kind() {
            TokenKind::Variable | TokenKind::AmpersandVar | TokenKind::Ellipsis => None,
            _ => Some(self.parse_type(false)?),
        };
        let by_ref = self.eat(TokenKind::AmpersandVar);
        let variadic = self.eat(TokenKind::Ellipsis);
        let token = self.expect(TokenKind::Variable)?;
        let name = self.variable_ident(token);
        let doc_comment = self.take_doc();
        let default = if self.eat(TokenKind::Assign) { Some(self.parse_expr()?) } else { None };
        let hooks = if self.is(TokenKind::OpenBrace) { Some(self.parse_hooks()?) } else { None };
        let line = ty.map_or(name.line, |ty| ty.line);
        let span = self.span_from(start);
        Ok(Param { name, modifiers, ty, by_ref, variadic, default, hooks, attributes, doc_comment, line, span })
    }
}
