//! The parser: tokens to AST, by recursive descent and precedence climbing.
//!
//! It stops at the first syntax error, as PHP does. It needs the stack that [`crate::limits`] speaks of.
//!
//! Lines. PHP's parser gives nodes without children the line that its scanner has reached, and that depends
//! on whether the parser had to look at the next token: [`Parser::line_before`] if not, [`Parser::line_ahead`]
//! if so. The same holds for the documentation comment that a declaration takes.

mod array;
mod attribute;
mod call;
mod class;
mod control;
mod expr;
mod function;
mod lalr;
mod loops;
mod member;
mod modifiers;
mod new;
mod operand;
mod postfix;
mod precedence;
mod property;
mod statement;
mod string;
mod syntax_error;
mod top;
mod trait_use;
mod ty;
mod variable;

use crate::ast::{Bytes, Expr, ExprKind, File, Ident, Span};
use crate::diagnostic::{DiagnosticKind, Diagnostics};
use crate::lexer::{NO_VALUE, Options, Token, TokenKind, Tokens, Value, tokenize};
use crate::limits::MAX_NESTING;
use bumpalo::Bump;

/// Parses a file. With errors among the diagnostics, the file is empty.
pub fn parse<'a>(arena: &'a Bump, source: Bytes<'a>, options: Options) -> (File<'a>, Diagnostics) {
    let tokens = tokenize(arena, source, options);
    parse_tokens(arena, source, &tokens, options)
}

/// Parses what [`tokenize`] made of `source`.
pub fn parse_tokens<'a>(
    arena: &'a Bump,
    source: Bytes<'a>,
    tokens: &Tokens<'a>,
    options: Options,
) -> (File<'a>, Diagnostics) {
    let mut parser = Parser::new(arena, source, tokens, options);
    let result = parser.parse_file();
    let empty = File { statements: &[], halt_offset: None, last_line: 1 };
    (result.unwrap_or(empty), parser.finish())
}

/// An error was found; the parser knows what it is.
struct Failed;

type Parse<T> = Result<T, Failed>;

struct Parser<'a, 't> {
    arena: &'a Bump,
    source: Bytes<'a>,
    tokens: &'t Tokens<'a>,
    precision: i32,
    /// The index of the token that comes next.
    pos: usize,
    depth: u32,
    /// The token that the last argument to be parsed starts with: as `name:` might have followed, PHP looked
    /// at the token after it before anything else.
    argument_start: usize,
    /// Whether the function being parsed has a `yield`.
    saw_yield: bool,
    /// Whether there was syntax that PHP 8.4 does not know.
    saw_newer_syntax: bool,
    /// The documentation comment for the next declaration.
    doc: Option<Span>,
    /// The first entry of `tokens.docs` not seen yet, and the token it stands before.
    next_doc: usize,
    next_doc_token: usize,
    /// The first token whose effect on `doc` is still to come.
    doc_pos: usize,
    halt_offset: Option<u32>,
    diagnostics: Diagnostics,
}

impl<'a, 't> Parser<'a, 't> {
    fn new(arena: &'a Bump, source: Bytes<'a>, tokens: &'t Tokens<'a>, options: Options) -> Parser<'a, 't> {
        Parser {
            arena,
            source,
            tokens,
            precision: options.precision,
            pos: 0,
            depth: 0,
            argument_start: usize::MAX,
            saw_yield: false,
            saw_newer_syntax: false,
            doc: None,
            next_doc: 0,
            next_doc_token: tokens.docs.first().map_or(usize::MAX, |(token, _)| *token as usize),
            doc_pos: 0,
            halt_offset: None,
            diagnostics: Diagnostics::default(),
        }
    }

    // Tokens

    fn token(&self) -> Token {
        self.tokens.list[self.pos]
    }

    fn kind(&self) -> TokenKind {
        self.tokens.list[self.pos].kind
    }

    fn kind_at(&self, ahead: usize) -> TokenKind {
        self.tokens.list.get(self.pos + ahead).map_or(TokenKind::End, |token| token.kind)
    }

    fn is(&self, kind: TokenKind) -> bool {
        self.kind() == kind
    }

    fn advance(&mut self) -> Token {
        let token = self.token();
        if self.pos >= self.doc_pos {
            self.see_doc(token.kind);
        }
        self.pos += 1;
        token
    }

    fn eat(&mut self, kind: TokenKind) -> bool {
        let found = self.is(kind);
        if found {
            self.advance();
        }
        found
    }

    fn expect(&mut self, kind: TokenKind) -> Parse<Token> {
        match self.is(kind) {
            true => Ok(self.advance()),
            false => self.unexpected(),
        }
    }

    /// Whether the next token can name a member: an identifier or nearly any keyword.
    fn at_word(&self) -> bool {
        self.is(TokenKind::Identifier) || self.kind().is_semi_reserved()
    }

    fn expect_word(&mut self) -> Parse<Token> {
        if !self.at_word() {
            return self.unexpected();
        }
        let token = self.advance();
        if token.kind == TokenKind::Echo && self.text(token) == b"<?=" {
            let message = "Cannot use \"<?=\" as an identifier";
            self.diagnostics.push(DiagnosticKind::ParseError, self.line_before(), message);
            return Err(Failed);
        }
        Ok(token)
    }

    fn text(&self, token: Token) -> Bytes<'a> {
        &self.source[token.start as usize..token.end as usize]
    }

    fn value(&self, token: Token) -> Value<'a> {
        match token.value {
            NO_VALUE => Value::Text(self.text(token)),
            index => self.tokens.values[index as usize],
        }
    }

    fn ident(&self, token: Token) -> Ident<'a> {
        Ident { text: self.text(token), line: token.line }
    }

    /// `$name` without the dollar.
    fn variable_ident(&self, token: Token) -> Ident<'a> {
        Ident { text: &self.text(token)[1..], line: token.line }
    }

    // Lines and places

    /// The line that PHP's scanner has reached when it has not looked at the next token.
    fn line_before(&self) -> u32 {
        self.pos.checked_sub(1).map_or(1, |before| self.tokens.list[before].end_line)
    }

    /// The line that PHP's scanner has reached when it has looked at the next token.
    fn line_ahead(&self) -> u32 {
        self.token().end_line
    }

    fn start(&self) -> u32 {
        self.token().start
    }

    fn span_from(&self, start: u32) -> Span {
        let end = self.pos.checked_sub(1).map_or(start, |before| self.tokens.list[before].end);
        Span { start, end }
    }

    // Documentation comments

    /// What the scanner does to the documentation comment on its way over the next token.
    fn see_doc(&mut self, kind: TokenKind) {
        while self.next_doc_token <= self.pos {
            self.doc = Some(self.tokens.docs[self.next_doc].1);
            self.next_doc += 1;
            let next = self.tokens.docs.get(self.next_doc);
            self.next_doc_token = next.map_or(usize::MAX, |(token, _)| *token as usize);
        }
        if kind == TokenKind::CloseBrace {
            self.doc = None;
        }
        self.doc_pos = self.pos + 1;
    }

    /// The documentation comment before what was parsed so far.
    fn take_doc(&mut self) -> Option<Bytes<'a>> {
        self.doc.take().map(|span| span.of(self.source))
    }

    /// The same where PHP has looked at the next token, and at the comments before it.
    fn take_doc_ahead(&mut self) -> Option<Bytes<'a>> {
        if self.pos >= self.doc_pos {
            self.see_doc(self.kind());
        }
        self.take_doc()
    }

    // Nodes

    fn alloc<T>(&self, node: T) -> &'a T {
        self.arena.alloc(node)
    }

    fn slice<T: Copy>(&self, list: &[T]) -> &'a [T] {
        match list {
            [] => &[],
            _ => self.arena.alloc_slice_copy(list),
        }
    }

    fn expr(&self, kind: ExprKind<'a>, line: u32, start: u32) -> &'a Expr<'a> {
        self.arena.alloc(Expr { kind, line, span: self.span_from(start) })
    }

    // Errors

    /// The next token cannot stand here.
    fn unexpected<T>(&mut self) -> Parse<T> {
        self.report_syntax_error();
        Err(Failed)
    }

    /// PHP's parser refuses what was just parsed.
    fn compile_error<T>(&mut self, message: impl Into<Vec<u8>>) -> Parse<T> {
        self.diagnostics.push(DiagnosticKind::CompileError, self.line_before(), message);
        Err(Failed)
    }

    /// The same where PHP had looked at the next token first.
    fn compile_error_ahead<T>(&mut self, message: impl Into<Vec<u8>>) -> Parse<T> {
        self.diagnostics.push(DiagnosticKind::CompileError, self.line_ahead(), message);
        Err(Failed)
    }

    /// Runs `parse` one level deeper.
    fn nested<T>(&mut self, parse: impl FnOnce(&mut Self) -> Parse<T>) -> Parse<T> {
        if self.depth >= MAX_NESTING {
            let line = self.line_ahead();
            self.diagnostics.push(DiagnosticKind::ParseError, line, "memory exhausted");
            return Err(Failed);
        }
        self.depth += 1;
        let result = parse(self);
        self.depth -= 1;
        result
    }

    /// The parser's diagnostics after those of the lexer, as far as the parser got.
    fn finish(self) -> Diagnostics {
        let mut all = Diagnostics::default();
        let failed = self.diagnostics.has_errors();
        for (token, diagnostic) in &self.tokens.diagnostics {
            let is_first_error = !(failed && diagnostic.kind.is_error());
            if *token as usize <= self.pos && is_first_error {
                all.list.push(diagnostic.clone());
            }
        }
        all.list.extend(self.diagnostics.list);
        all
    }
}
