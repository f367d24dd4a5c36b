//! Expressions.

use super::{Bytes, Class, Function, Name, Span};

/// An expression. Children are references into the arena, so an `Expr` is small and can be copied.
#[derive(Clone, Copy, Debug)]
pub struct Expr<'a> {
    pub kind: ExprKind<'a>,
    pub line: u32,
    pub span: Span,
}

/// What an expression is. Where a name can stand as well as an expression (callees, classes, members), the
/// child is an expression too: [`ExprKind::Name`] for a possibly qualified name, [`ExprKind::String`] for a
/// plain member name.
#[derive(Clone, Copy, Debug)]
pub enum ExprKind<'a> {
    // Literals
    Int(i64),
    Float(f64),
    String(Bytes<'a>),
    /// `"a $b {$c}"` and heredocs with at least one variable.
    Interpolated(&'a [Part<'a>]),
    /// Backticks: the command is a `String` or an `Interpolated`.
    ShellExec(&'a Expr<'a>),
    /// `[…]`, `array(…)`, `list(…)`, as a value and as a target.
    Array(&'a Array<'a>),
    /// A constant by name, `true`, `false` and `null` included.
    Const(Name<'a>),
    /// `__LINE__` and its kin.
    MagicConst(MagicConst),

    /// A name as callee, as class of `new`, `::` or `instanceof`. Never a value by itself.
    Name(Name<'a>),

    // Variables
    /// `$name`, without the dollar; `this` too.
    Variable(Bytes<'a>),
    /// `$$x`, `${expr}`.
    VariableVariable(&'a Expr<'a>),
    /// `$a[i]`, `$a[]`.
    Dim {
        base: &'a Expr<'a>,
        index: Option<&'a Expr<'a>>,
    },
    /// `$a->name`, `$a?->name`.
    Prop {
        object: &'a Expr<'a>,
        name: &'a Expr<'a>,
        nullsafe: bool,
    },
    /// `A::$name`: `name` is a `String` or, for `A::$$x`, any expression.
    StaticProp {
        class: &'a Expr<'a>,
        name: &'a Expr<'a>,
        parenthesized: bool,
    },
    /// `A::NAME`, `A::{expr}`.
    ClassConst {
        class: &'a Expr<'a>,
        name: &'a Expr<'a>,
    },
    /// `A::class`.
    ClassName(&'a Expr<'a>),

    // Calls
    /// `f(…)`; `exit`, `exit(…)` and `die` are calls of the fully qualified `exit`.
    Call {
        callee: &'a Expr<'a>,
        args: &'a Args<'a>,
    },
    MethodCall(&'a MethodCall<'a>),
    /// `A::f(…)`
    StaticCall {
        class: &'a Expr<'a>,
        method: &'a Expr<'a>,
        args: &'a Args<'a>,
    },
    New {
        class: &'a Expr<'a>,
        args: &'a Args<'a>,
    },
    /// `new class(…) {…}`
    NewAnonymous {
        class: &'a Class<'a>,
        args: &'a Args<'a>,
    },
    /// `left |> right`, of PHP 8.5.
    Pipe {
        left: &'a Expr<'a>,
        right: &'a Expr<'a>,
    },

    // Assignments
    /// `target = value`; a target of kind `Array` is a destructuring.
    Assign {
        target: &'a Expr<'a>,
        value: &'a Expr<'a>,
    },
    AssignRef {
        target: &'a Expr<'a>,
        value: &'a Expr<'a>,
    },
    AssignOp {
        op: BinaryOp,
        target: &'a Expr<'a>,
        value: &'a Expr<'a>,
    },
    /// `target ??= value`
    AssignCoalesce {
        target: &'a Expr<'a>,
        value: &'a Expr<'a>,
    },
    IncDec {
        op: IncDec,
        target: &'a Expr<'a>,
    },

    // Operators
    Binary {
        op: BinaryOp,
        left: &'a Expr<'a>,
        right: &'a Expr<'a>,
    },
    /// `&&` and `and`. `isset($a, $b)` is an `And` of two `Isset`.
    And {
        left: &'a Expr<'a>,
        right: &'a Expr<'a>,
    },
    /// `||` and `or`.
    Or {
        left: &'a Expr<'a>,
        right: &'a Expr<'a>,
    },
    Coalesce {
        left: &'a Expr<'a>,
        right: &'a Expr<'a>,
    },
    Unary {
        op: UnaryOp,
        operand: &'a Expr<'a>,
    },
    Cast {
        ty: CastType,
        operand: &'a Expr<'a>,
    },
    Conditional(&'a Conditional<'a>),
    Instanceof {
        value: &'a Expr<'a>,
        class: &'a Expr<'a>,
    },
    /// `@expr`
    Silence(&'a Expr<'a>),
    Clone(&'a Expr<'a>),
    Print(&'a Expr<'a>),
    Isset(&'a Expr<'a>),
    Empty(&'a Expr<'a>),
    Include {
        kind: IncludeKind,
        operand: &'a Expr<'a>,
    },
    Throw(&'a Expr<'a>),
    Yield {
        value: Option<&'a Expr<'a>>,
        key: Option<&'a Expr<'a>>,
    },
    YieldFrom(&'a Expr<'a>),
    Match(&'a Match<'a>),

    // Functions
    /// `function (…) use (…) {…}`
    Closure(&'a Function<'a>),
    /// `fn (…) => …`
    ArrowFunction(&'a Function<'a>),
}

impl<'a> Expr<'a> {
    /// The child that a chain to the left goes through, if this node is a link of one: the left operand, the
    /// base of an element or property, the object of a call, the callee that is itself an expression.
    pub fn left_child(&self) -> Option<&'a Expr<'a>> {
        use ExprKind::*;
        match self.kind {
            Binary { left, .. } | And { left, .. } | Or { left, .. } | Coalesce { left, .. } | Pipe { left, .. } => {
                Some(left)
            }
            Dim { base: left, .. } | Prop { object: left, .. } | Instanceof { value: left, .. } => Some(left),
            StaticProp { class: left, .. } | ClassConst { class: left, .. } | ClassName(left) => Some(left),
            Call { callee: left, .. } | StaticCall { class: left, .. } => Some(left),
            MethodCall(call) => Some(call.object),
            Conditional(c) => Some(c.condition),
            _ => None,
        }
    }

    /// The links of the chain to the left that ends here, outermost first; the last one has no left child.
    pub fn left_chain(&'a self) -> impl Iterator<Item = &'a Expr<'a>> {
        std::iter::successors(Some(self), |link| link.left_child())
    }
}

/// A piece of an interpolated string.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    pub expr: &'a Expr<'a>,
    pub kind: PartKind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PartKind {
    /// Text between variables: the expression is a `String`.
    Text,
    /// `$a`, `$a[0]`, `$a->b`.
    Simple,
    /// `{$expr}`
    Braced,
    /// `${name}` and `${name[i]}`, deprecated: a `Variable`, or a `Dim` of one.
    DollarBraced,
    /// `${expr}`, deprecated: a `VariableVariable`.
    DollarBracedExpr,
}

#[derive(Clone, Copy, Debug)]
pub struct Array<'a> {
    /// `None` where nothing stands between two commas: `[, $b]`. A last comma adds no element.
    pub elements: &'a [Option<ArrayElement<'a>>],
    pub syntax: ArraySyntax,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArraySyntax {
    /// `[…]`
    Short,
    /// `array(…)`
    Long,
    /// `list(…)`
    List,
}

#[derive(Clone, Copy, Debug)]
pub struct ArrayElement<'a> {
    pub key: Option<&'a Expr<'a>>,
    pub value: &'a Expr<'a>,
    pub kind: ElementKind,
    pub line: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ElementKind {
    Value,
    /// `&$x`
    Reference,
    /// `...$x`
    Spread,
}

/// The arguments of a call.
#[derive(Clone, Copy, Debug)]
pub struct Args<'a> {
    pub list: &'a [Arg<'a>],
    /// `f(...)`: makes a closure of the callee. `list` is empty then.
    pub first_class: bool,
    pub line: u32,
}

#[derive(Clone, Copy, Debug)]
pub struct Arg<'a> {
    pub value: &'a Expr<'a>,
    pub kind: ArgKind<'a>,
    pub line: u32,
}

#[derive(Clone, Copy, Debug)]
pub enum ArgKind<'a> {
    Positional,
    /// `name: value`
    Named(Bytes<'a>),
    /// `...value`
    Spread,
}

#[derive(Clone, Copy, Debug)]
pub struct MethodCall<'a> {
    pub object: &'a Expr<'a>,
    /// A `String`, or an expression for `->{…}` and `->$x`.
    pub method: &'a Expr<'a>,
    pub args: &'a Args<'a>,
    pub nullsafe: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct Conditional<'a> {
    pub condition: &'a Expr<'a>,
    /// `None` for `a ?: b`.
    pub then: Option<&'a Expr<'a>>,
    pub otherwise: &'a Expr<'a>,
    /// Parentheses around it: nesting without them is an error.
    pub parenthesized: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct Match<'a> {
    pub subject: &'a Expr<'a>,
    pub arms: &'a [MatchArm<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct MatchArm<'a> {
    /// `None` for `default`.
    pub conditions: Option<&'a [&'a Expr<'a>]>,
    pub body: &'a Expr<'a>,
    pub line: u32,
}

/// Operators with two operands that are both always evaluated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    Pow,
    Concat,
    BitOr,
    BitAnd,
    BitXor,
    ShiftLeft,
    ShiftRight,
    /// `xor`
    LogicalXor,
    Identical,
    NotIdentical,
    Equal,
    NotEqual,
    Smaller,
    SmallerOrEqual,
    Greater,
    GreaterOrEqual,
    Spaceship,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnaryOp {
    Plus,
    Minus,
    Not,
    BitNot,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IncDec {
    PreInc,
    PreDec,
    PostInc,
    PostDec,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CastType {
    Int,
    Float,
    String,
    Array,
    Object,
    Bool,
    /// `(unset)`, which PHP refuses when it compiles.
    Unset,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IncludeKind {
    Include,
    IncludeOnce,
    Require,
    RequireOnce,
    Eval,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MagicConst {
    Line,
    File,
    Dir,
    Class,
    Trait,
    Method,
    Function,
    Property,
    Namespace,
}
