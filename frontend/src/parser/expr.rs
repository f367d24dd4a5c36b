//! Expressions with infix operators, by precedence climbing.

use super::precedence::{Associativity, Infix, Precedence, infix};
use super::{Failed, Parse, Parser};
use crate::ast::{BinaryOp, Bytes, Conditional, Expr, ExprKind};
use crate::float::float_text;
use crate::lexer::TokenKind;

/// The texts of literals that `.` joins while it is parsed, as PHP's parser does.
type Joined<'a> = Option<bumpalo::collections::Vec<'a, u8>>;

impl<'a> Parser<'a, '_> {
    pub(super) fn parse_expr(&mut self) -> Parse<&'a Expr<'a>> {
        self.parse_expr_above(Precedence::Lowest)
    }

    /// An expression whose infix operators bind more tightly than `min`.
    pub(super) fn parse_expr_above(&mut self, min: Precedence) -> Parse<&'a Expr<'a>> {
        self.nested(|parser| {
            let start = parser.start();
            let left = parser.parse_operand()?;
            parser.climb(left, start, min)
        })
    }

    /// Goes on after the operand `left` as long as infix operators bind more tightly than `min`.
    pub(super) fn climb(&mut self, mut left: &'a Expr<'a>, start: u32, min: Precedence) -> Parse<&'a Expr<'a>> {
        let mut joined: Joined<'a> = None;
        while let Some((op, precedence, associativity)) = self.peek_infix() {
            if precedence <= min {
                break;
            }
            let is_concat = matches!(op, Infix::Binary(BinaryOp::Concat));
            if !is_concat {
                left = self.finish_joined(&mut joined, left);
            }
            self.skip_infix(op);
            let right = self.parse_right(op, precedence, associativity)?;
            left = match right {
                Right::Operand(right) if is_concat => self.concat(left, right, start, &mut joined),
                Right::Operand(right) => self.infix_node(op, left, right, start),
                Right::Conditional { then, otherwise } => self.conditional(left, then, otherwise, start),
            };
            if associativity == Associativity::None {
                self.refuse_chain(precedence)?;
            }
        }
        Ok(self.finish_joined(&mut joined, left))
    }

    fn peek_infix(&self) -> Option<(Infix, Precedence, Associativity)> {
        if self.is(TokenKind::Pipe) && self.kind_at(1) == TokenKind::Greater {
            let next = self.tokens.list[self.pos + 1];
            if self.token().end == next.start {
                return Some((Infix::Pipe, Precedence::Pipe, Associativity::Left));
            }
        }
        infix(self.kind())
    }

    fn skip_infix(&mut self, op: Infix) {
        self.advance();
        if matches!(op, Infix::Pipe) {
            self.saw_newer_syntax = true;
            self.advance();
        }
    }

    fn parse_right(&mut self, op: Infix, precedence: Precedence, assoc: Associativity) -> Parse<Right<'a>> {
        match op {
            Infix::Conditional => self.parse_conditional_right(),
            Infix::Instanceof => self.parse_class_reference().map(Right::Operand),
            _ => {
                let min = if assoc == Associativity::Right { below(precedence) } else { precedence };
                self.parse_expr_above(min).map(Right::Operand)
            }
        }
    }

    fn parse_conditional_right(&mut self) -> Parse<Right<'a>> {
        let then = match self.eat(TokenKind::Colon) {
            true => None,
            false => {
                let then = self.parse_expr()?;
                self.expect(TokenKind::Colon)?;
                Some(then)
            }
        };
        let otherwise = self.parse_expr_above(Precedence::Conditional)?;
        Ok(Right::Conditional { then, otherwise })
    }

    fn infix_node(&mut self, op: Infix, left: &'a Expr<'a>, right: &'a Expr<'a>, start: u32) -> &'a Expr<'a> {
        let kind = match op {
            Infix::Binary(op) => ExprKind::Binary { op, left, right },
            Infix::And => ExprKind::And { left, right },
            Infix::Or => ExprKind::Or { left, right },
            Infix::Coalesce => ExprKind::Coalesce { left, right },
            Infix::Instanceof => ExprKind::Instanceof { value: left, class: right },
            Infix::Pipe => ExprKind::Pipe { left, right },
            Infix::Conditional => unreachable!("a conditional has two operands on the right"),
        };
        self.expr(kind, left.line, start)
    }

    fn conditional(
        &mut self,
        condition: &'a Expr<'a>,
        then: Option<&'a Expr<'a>>,
        otherwise: &'a Expr<'a>,
        start: u32,
    ) -> &'a Expr<'a> {
        let node = Conditional { condition, then, otherwise, parenthesized: false };
        self.expr(ExprKind::Conditional(self.alloc(node)), condition.line, start)
    }

    /// `a == b == c`: no operator may follow one of the same precedence.
    fn refuse_chain(&mut self, precedence: Precedence) -> Result<(), Failed> {
        match self.peek_infix() {
            Some((_, next, _)) if next == precedence => self.unexpected(),
            _ => Ok(()),
        }
    }

    /// `left . right`. Two literals make one, whose text grows in `joined` as long as more follow.
    fn concat(&mut self, left: &'a Expr<'a>, right: &'a Expr<'a>, start: u32, joined: &mut Joined<'a>) -> &'a Expr<'a> {
        let (Some(left_text), Some(right_text)) = (self.literal_text(left), self.literal_text(right)) else {
            let left = self.finish_joined(joined, left);
            return self.infix_node(Infix::Binary(BinaryOp::Concat), left, right, start);
        };
        let texts = joined.get_or_insert_with(|| {
            let mut texts = bumpalo::collections::Vec::with_capacity_in(left_text.len() * 2, self.arena);
            texts.extend_from_slice(left_text);
            texts
        });
        texts.extend_from_slice(right_text);
        // The text comes in `finish_joined`.
        self.expr(ExprKind::String(b""), self.line_ahead(), start)
    }

    fn finish_joined(&mut self, joined: &mut Joined<'a>, left: &'a Expr<'a>) -> &'a Expr<'a> {
        match joined.take() {
            Some(texts) => self.alloc(Expr { kind: ExprKind::String(texts.into_bump_slice()), ..*left }),
            None => left,
        }
    }

    /// The text of a literal, if it is one.
    fn literal_text(&self, expr: &Expr<'a>) -> Option<Bytes<'a>> {
        match expr.kind {
            ExprKind::String(text) => Some(text),
            ExprKind::Int(value) => Some(self.arena.alloc_str(&value.to_string()).as_bytes()),
            ExprKind::Float(value) => Some(self.arena.alloc_str(&float_text(value, self.precision)).as_bytes()),
            _ => None,
        }
    }
}

/// What follows an infix operator.
enum Right<'a> {
    Operand(&'a Expr<'a>),
    Conditional { then: Option<&'a Expr<'a>>, otherwise: &'a Expr<'a> },
}

/// For operators that associate to the right.
fn below(precedence: Precedence) -> Precedence {
    match precedence {
        Precedence::Coalesce => Precedence::Conditional,
        _ => Precedence::Unary,
    }
}
