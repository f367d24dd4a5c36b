//! Primary expressions and what can follow them: `[…]`, `->`, `::`, `(…)`.

use super::{Parse, Parser};
use crate::ast::*;
use crate::lexer::{Token, TokenKind, Value};

/// What the grammar lets follow an expression.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Base {
    /// A variable that can be called: `$x`, `$x[0]`, `f()`.
    Callable,
    /// A variable after which `(` is no call: `$x->y`, `A::$x`.
    Place,
    /// A value that can be called but not assigned: `(…)`, `[…]`, `"…"`, `new X()`.
    Value,
    /// `A::B`
    ClassConst,
    /// `FOO`, `__LINE__`
    Const,
    /// Nothing follows: `new X`.
    Opaque,
}

impl Base {
    fn has_elements(self) -> bool {
        self != Base::Opaque
    }

    fn can_name_class(self) -> bool {
        !matches!(self, Base::Opaque | Base::Const)
    }

    fn is_callable(self) -> bool {
        matches!(self, Base::Callable | Base::Value)
    }
}

type Primary<'a> = (&'a Expr<'a>, Base);

impl<'a> Parser<'a, '_> {
    pub(super) fn parse_primary(&mut self) -> Parse<Primary<'a>> {
        use TokenKind::*;
        let start = self.start();
        match self.kind() {
            Variable | Dollar => Ok((self.parse_simple_variable()?, Base::Callable)),
            Identifier | NameQualified | NameFullyQualified | NameRelative => self.parse_named(),
            Static => self.parse_static(),
            OpenParen => Ok((self.parse_paren()?, Base::Value)),
            OpenBracket => {
                let array = self.parse_array(CloseBracket, ArraySyntax::Short, start)?;
                Ok((array, Base::Value))
            }
            Array => {
                self.advance();
                match self.is(OpenParen) {
                    true => Ok((self.parse_array(CloseParen, ArraySyntax::Long, start)?, Base::Value)),
                    false => self.unexpected(),
                }
            }
            QuotedString => Ok((self.parse_quoted_string(), Base::Value)),
            DoubleQuote => Ok((self.parse_interpolated_string()?, Base::Value)),
            New => self.parse_new(),
            Readonly => Ok((self.parse_readonly_call()?, Base::Callable)),
            kind => match magic_const(kind) {
                Some(magic) => Ok((self.parse_magic_const(magic), Base::Const)),
                None => self.unexpected(),
            },
        }
    }

    /// Takes everything that belongs to a primary expression.
    pub(super) fn parse_postfix(&mut self, expr: &'a Expr<'a>, base: Base, start: u32) -> Parse<Primary<'a>> {
        let (mut expr, mut base) = (expr, base);
        loop {
            (expr, base) = match self.kind() {
                TokenKind::OpenBracket if base.has_elements() => (self.parse_dim(expr, start)?, Base::Callable),
                TokenKind::Arrow if base.has_elements() => self.parse_member(expr, false, start)?,
                TokenKind::NullsafeArrow if base.has_elements() => self.parse_member(expr, true, start)?,
                TokenKind::DoubleColon if base.can_name_class() => self.parse_static_member(expr, start)?,
                TokenKind::OpenParen if base.is_callable() => (self.parse_call(expr, start)?, Base::Callable),
                _ => return Ok((expr, base)),
            };
        }
    }

    fn parse_named(&mut self) -> Parse<Primary<'a>> {
        let start = self.start();
        let name = self.parse_name();
        match self.kind() {
            TokenKind::OpenParen => {
                let callee = self.expr(ExprKind::Name(name), name.line, start);
                let args = self.parse_args()?;
                Ok((self.expr(ExprKind::Call { callee, args }, name.line, start), Base::Callable))
            }
            TokenKind::DoubleColon => {
                let class = self.expr(ExprKind::Name(name), name.line, start);
                self.parse_static_member(class, start)
            }
            _ => Ok((self.expr(ExprKind::Const(name), name.line, start), Base::Const)),
        }
    }

    /// `static::…`
    fn parse_static(&mut self) -> Parse<Primary<'a>> {
        let start = self.advance().start;
        let name = Name { text: b"static", kind: NameKind::NotFullyQualified, line: self.line_ahead() };
        let class = self.expr(ExprKind::Name(name), name.line, start);
        match self.is(TokenKind::DoubleColon) {
            true => self.parse_static_member(class, start),
            false => self.unexpected(),
        }
    }

    /// `(expr)`
    fn parse_paren(&mut self) -> Parse<&'a Expr<'a>> {
        let inner = self.parse_parenthesized()?;
        Ok(match inner.kind {
            ExprKind::Conditional(&node) => {
                let node = self.alloc(Conditional { parenthesized: true, ..node });
                self.alloc(Expr { kind: ExprKind::Conditional(node), ..*inner })
            }
            ExprKind::StaticProp { class, name, .. } => {
                let kind = ExprKind::StaticProp { class, name, parenthesized: true };
                self.alloc(Expr { kind, ..*inner })
            }
            _ => inner,
        })
    }

    fn parse_dim(&mut self, base: &'a Expr<'a>, start: u32) -> Parse<&'a Expr<'a>> {
        self.advance();
        let index = match self.is(TokenKind::CloseBracket) {
            true => None,
            false => Some(self.parse_expr()?),
        };
        self.expect(TokenKind::CloseBracket)?;
        Ok(self.expr(ExprKind::Dim { base, index }, base.line, start))
    }

    /// `->name`, `->name(…)`
    fn parse_member(&mut self, object: &'a Expr<'a>, nullsafe: bool, start: u32) -> Parse<Primary<'a>> {
        self.advance();
        let name = self.parse_property_name()?;
        if !self.is(TokenKind::OpenParen) {
            let kind = ExprKind::Prop { object, name, nullsafe };
            return Ok((self.expr(kind, object.line, start), Base::Place));
        }
        let args = self.parse_args()?;
        let call = self.alloc(MethodCall { object, method: name, args, nullsafe });
        Ok((self.expr(ExprKind::MethodCall(call), object.line, start), Base::Callable))
    }

    /// A word, `{expr}` or a variable after `->`.
    pub(super) fn parse_property_name(&mut self) -> Parse<&'a Expr<'a>> {
        match self.kind() {
            TokenKind::Identifier => Ok(self.parse_identifier()),
            TokenKind::OpenBrace => self.parse_braced(),
            _ => self.parse_simple_variable(),
        }
    }

    /// The next token, which is an identifier, as a `String`.
    pub(super) fn parse_identifier(&mut self) -> &'a Expr<'a> {
        let token = self.advance();
        self.word_expr(token)
    }

    fn word_expr(&self, token: Token) -> &'a Expr<'a> {
        self.expr(ExprKind::String(self.text(token)), token.line, token.start)
    }

    /// `::$x`, `::NAME`, `::class`, `::f(…)`, `::{expr}`
    fn parse_static_member(&mut self, class: &'a Expr<'a>, start: u32) -> Parse<Primary<'a>> {
        self.advance();
        match self.kind() {
            TokenKind::Variable | TokenKind::Dollar => self.parse_static_variable(class, start),
            TokenKind::OpenBrace => {
                let name = self.parse_braced()?;
                self.parse_after_static_name(class, name, start)
            }
            _ => {
                let word = self.expect_word()?;
                let name = self.word_expr(word);
                self.parse_after_static_name(class, name, start)
            }
        }
    }

    fn parse_static_variable(&mut self, class: &'a Expr<'a>, start: u32) -> Parse<Primary<'a>> {
        let name_start = self.start();
        let name = self.parse_variable_name()?;
        if self.is(TokenKind::OpenParen) {
            let method = self.variable_named(name, name_start);
            return self.parse_static_call(class, method, start);
        }
        let kind = ExprKind::StaticProp { class, name, parenthesized: false };
        Ok((self.expr(kind, class.line, start), Base::Place))
    }

    fn parse_after_static_name(&mut self, class: &'a Expr<'a>, name: &'a Expr<'a>, start: u32) -> Parse<Primary<'a>> {
        if self.is(TokenKind::OpenParen) {
            return self.parse_static_call(class, name, start);
        }
        let is_class = |text: &[u8]| text.eq_ignore_ascii_case(b"class");
        let is_word = self.tokens.list[self.pos - 1].kind != TokenKind::CloseBrace;
        let kind = match name.kind {
            ExprKind::String(text) if is_word && is_class(text) => ExprKind::ClassName(class),
            _ => ExprKind::ClassConst { class, name },
        };
        Ok((self.expr(kind, class.line, start), Base::ClassConst))
    }

    fn parse_static_call(&mut self, class: &'a Expr<'a>, method: &'a Expr<'a>, start: u32) -> Parse<Primary<'a>> {
        let args = self.parse_args()?;
        let kind = ExprKind::StaticCall { class, method, args };
        Ok((self.expr(kind, class.line, start), Base::Callable))
    }

    /// A call of an expression: it has the line of the `(`.
    fn parse_call(&mut self, callee: &'a Expr<'a>, start: u32) -> Parse<&'a Expr<'a>> {
        let line = self.line_ahead();
        let args = self.parse_args()?;
        Ok(self.expr(ExprKind::Call { callee, args }, line, start))
    }

    /// A call of a function that is named `readonly`.
    fn parse_readonly_call(&mut self) -> Parse<&'a Expr<'a>> {
        let token = self.advance();
        if !self.is(TokenKind::OpenParen) {
            return self.unexpected();
        }
        let args = self.parse_args()?;
        let line = self.line_before();
        let name = Name { text: self.text(token), kind: NameKind::FullyQualified, line };
        let callee = self.expr(ExprKind::Name(name), line, token.start);
        Ok(self.expr(ExprKind::Call { callee, args }, line, token.start))
    }

    fn parse_magic_const(&mut self, magic: MagicConst) -> &'a Expr<'a> {
        let may_be_name = self.pos == self.argument_start;
        let token = self.advance();
        let line = if may_be_name { self.line_ahead() } else { self.line_before() };
        self.expr(ExprKind::MagicConst(magic), line, token.start)
    }

    fn parse_quoted_string(&mut self) -> &'a Expr<'a> {
        let token = self.advance();
        let Value::Text(text) = self.value(token) else { unreachable!("a string's value is a text") };
        self.expr(ExprKind::String(text), token.line, token.start)
    }

    /// A possibly qualified name; the token is known to be one.
    pub(super) fn parse_name(&mut self) -> Name<'a> {
        let token = self.advance();
        self.name_of(token)
    }

    pub(super) fn name_of(&self, token: Token) -> Name<'a> {
        let text = self.text(token);
        let (text, kind) = match token.kind {
            TokenKind::NameFullyQualified => (&text[1..], NameKind::FullyQualified),
            TokenKind::NameRelative => (&text["namespace\\".len()..], NameKind::Relative),
            _ => (text, NameKind::NotFullyQualified),
        };
        Name { text, kind, line: token.line }
    }

    /// A name, or `static`.
    pub(super) fn parse_class_name(&mut self) -> Parse<Name<'a>> {
        match self.kind() {
            TokenKind::Static => {
                let line = self.advance().line;
                Ok(Name { text: b"static", kind: NameKind::NotFullyQualified, line })
            }
            kind if is_name(kind) => Ok(self.parse_name()),
            _ => self.unexpected(),
        }
    }

    pub(super) fn parse_class_names(&mut self) -> Parse<&'a [Name<'a>]> {
        let mut names = vec![self.parse_class_name()?];
        while self.eat(TokenKind::Comma) {
            names.push(self.parse_class_name()?);
        }
        Ok(self.slice(&names))
    }
}

pub(super) fn is_name(kind: TokenKind) -> bool {
    use TokenKind::*;
    matches!(kind, Identifier | NameQualified | NameFullyQualified | NameRelative)
}

fn magic_const(kind: TokenKind) -> Option<MagicConst> {
    Some(match kind {
        TokenKind::LineConst => MagicConst::Line,
        TokenKind::FileConst => MagicConst::File,
        TokenKind::DirConst => MagicConst::Dir,
        TokenKind::ClassConst => MagicConst::Class,
        TokenKind::TraitConst => MagicConst::Trait,
        TokenKind::MethodConst => MagicConst::Method,
        TokenKind::FunctionConst => MagicConst::Function,
        TokenKind::PropertyConst => MagicConst::Property,
        TokenKind::NamespaceConst => MagicConst::Namespace,
        _ => return None,
    })
}
