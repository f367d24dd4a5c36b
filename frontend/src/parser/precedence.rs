//! Operators by how tightly they bind.

use crate::ast::BinaryOp;
use crate::lexer::TokenKind;

/// How tightly an operator binds; a greater one binds its operands first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Precedence {
    Lowest,
    LogicalOr,
    LogicalXor,
    LogicalAnd,
    Print,
    Yield,
    DoubleArrow,
    Assign,
    Conditional,
    Coalesce,
    BooleanOr,
    BooleanAnd,
    BitOr,
    BitXor,
    BitAnd,
    Equality,
    Comparison,
    Pipe,
    Concat,
    Shift,
    Additive,
    Multiplicative,
    Not,
    Instanceof,
    Unary,
    Pow,
    Clone,
}

/// What an infix token makes of its operands.
#[derive(Clone, Copy)]
pub(super) enum Infix {
    Binary(BinaryOp),
    And,
    Or,
    Coalesce,
    Conditional,
    Instanceof,
    /// `|>`, which stands as two tokens.
    Pipe,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Associativity {
    Left,
    Right,
    None,
}

pub(super) fn infix(kind: TokenKind) -> Option<(Infix, Precedence, Associativity)> {
    use Associativity::{Left, None, Right};
    use BinaryOp::*;
    use Infix::Binary;
    Some(match kind {
        TokenKind::LogicalOr => (Infix::Or, Precedence::LogicalOr, Left),
        TokenKind::LogicalXor => (Binary(LogicalXor), Precedence::LogicalXor, Left),
        TokenKind::LogicalAnd => (Infix::And, Precedence::LogicalAnd, Left),
        TokenKind::Question => (Infix::Conditional, Precedence::Conditional, Left),
        TokenKind::Coalesce => (Infix::Coalesce, Precedence::Coalesce, Right),
        TokenKind::BooleanOr => (Infix::Or, Precedence::BooleanOr, Left),
        TokenKind::BooleanAnd => (Infix::And, Precedence::BooleanAnd, Left),
        TokenKind::Pipe => (Binary(BitOr), Precedence::BitOr, Left),
        TokenKind::Caret => (Binary(BitXor), Precedence::BitXor, Left),
        TokenKind::Ampersand | TokenKind::AmpersandVar => (Binary(BitAnd), Precedence::BitAnd, Left),
        TokenKind::IsEqual => (Binary(Equal), Precedence::Equality, None),
        TokenKind::IsNotEqual => (Binary(NotEqual), Precedence::Equality, None),
        TokenKind::IsIdentical => (Binary(Identical), Precedence::Equality, None),
        TokenKind::IsNotIdentical => (Binary(NotIdentical), Precedence::Equality, None),
        TokenKind::Spaceship => (Binary(Spaceship), Precedence::Equality, None),
        TokenKind::Less => (Binary(Smaller), Precedence::Comparison, None),
        TokenKind::SmallerOrEqual => (Binary(SmallerOrEqual), Precedence::Comparison, None),
        TokenKind::Greater => (Binary(Greater), Precedence::Comparison, None),
        TokenKind::GreaterOrEqual => (Binary(GreaterOrEqual), Precedence::Comparison, None),
        TokenKind::Dot => (Binary(Concat), Precedence::Concat, Left),
        TokenKind::ShiftLeft => (Binary(ShiftLeft), Precedence::Shift, Left),
        TokenKind::ShiftRight => (Binary(ShiftRight), Precedence::Shift, Left),
        TokenKind::Plus => (Binary(Add), Precedence::Additive, Left),
        TokenKind::Minus => (Binary(Sub), Precedence::Additive, Left),
        TokenKind::Star => (Binary(Mul), Precedence::Multiplicative, Left),
        TokenKind::Slash => (Binary(Div), Precedence::Multiplicative, Left),
        TokenKind::Percent => (Binary(Mod), Precedence::Multiplicative, Left),
        TokenKind::Instanceof => (Infix::Instanceof, Precedence::Instanceof, Left),
        TokenKind::Pow => (Binary(Pow), Precedence::Pow, Right),
        _ => return Option::None,
    })
}

/// The operator of a compound assignment such as `+=`.
pub(super) fn assign_op(kind: TokenKind) -> Option<BinaryOp> {
    use BinaryOp::*;
    Some(match kind {
        TokenKind::PlusEqual => Add,
        TokenKind::MinusEqual => Sub,
        TokenKind::MulEqual => Mul,
        TokenKind::DivEqual => Div,
        TokenKind::ConcatEqual => Concat,
        TokenKind::ModEqual => Mod,
        TokenKind::AndEqual => BitAnd,
        TokenKind::OrEqual => BitOr,
        TokenKind::XorEqual => BitXor,
        TokenKind::ShiftLeftEqual => ShiftLeft,
        TokenKind::ShiftRightEqual => ShiftRight,
        TokenKind::PowEqual => Pow,
        _ => return None,
    })
}
