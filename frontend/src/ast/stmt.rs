//! Statements.

use super::{Bytes, Class, ConstElement, Expr, Function, Ident, Name, Span};

#[derive(Clone, Copy, Debug)]
pub struct Stmt<'a> {
    pub kind: StmtKind<'a>,
    pub line: u32,
    pub span: Span,
}

#[derive(Clone, Copy, Debug)]
pub enum StmtKind<'a> {
    /// `;`
    Empty,
    /// `{ … }` and the lists of the alternative syntax; `line` of the statement is that of the `{` or `:`.
    Block(&'a [Stmt<'a>]),
    Expr(&'a Expr<'a>),
    /// `echo a, b;` is two statements, each with the line of its expression.
    Echo(&'a [&'a Expr<'a>]),
    /// Text outside of `<?php … ?>`, never empty.
    InlineHtml(Bytes<'a>),
    /// `if`, `elseif` and `else` in order.
    If(&'a [IfBranch<'a>]),
    While {
        condition: &'a Expr<'a>,
        body: &'a Stmt<'a>,
    },
    DoWhile {
        body: &'a Stmt<'a>,
        condition: &'a Expr<'a>,
    },
    For(&'a For<'a>),
    Foreach(&'a Foreach<'a>),
    Switch(&'a Switch<'a>),
    Break(Option<&'a Expr<'a>>),
    Continue(Option<&'a Expr<'a>>),
    Return(Option<&'a Expr<'a>>),
    /// Each is a `Variable` or `VariableVariable`.
    Global(&'a [&'a Expr<'a>]),
    StaticVars(&'a [StaticVar<'a>]),
    Unset(&'a [&'a Expr<'a>]),
    Declare(&'a Declare<'a>),
    Try(&'a Try<'a>),
    Goto(Ident<'a>),
    Label(Ident<'a>),
    Function(&'a Function<'a>),
    Class(&'a Class<'a>),
    Namespace(&'a Namespace<'a>),
    Use(&'a Use<'a>),
    GroupUse(&'a GroupUse<'a>),
    Const(&'a [ConstElement<'a>]),
    /// With the offset of the first byte of data.
    HaltCompiler(u32),
}

#[derive(Clone, Copy, Debug)]
pub struct IfBranch<'a> {
    /// `None` for `else`.
    pub condition: Option<&'a Expr<'a>>,
    pub body: &'a Stmt<'a>,
    pub line: u32,
}

#[derive(Clone, Copy, Debug)]
pub struct For<'a> {
    pub init: &'a [&'a Expr<'a>],
    pub conditions: &'a [&'a Expr<'a>],
    pub step: &'a [&'a Expr<'a>],
    pub body: &'a Stmt<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct Foreach<'a> {
    pub subject: &'a Expr<'a>,
    pub key: Option<ForeachTarget<'a>>,
    pub value: ForeachTarget<'a>,
    pub body: &'a Stmt<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct ForeachTarget<'a> {
    /// A variable, or an `Array` to destructure into.
    pub expr: &'a Expr<'a>,
    pub by_ref: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct Switch<'a> {
    pub subject: &'a Expr<'a>,
    pub cases: &'a [Case<'a>],
    /// The line of the list of cases.
    pub list_line: u32,
}

#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// `None` for `default`.
    pub value: Option<&'a Expr<'a>>,
    pub body: &'a [Stmt<'a>],
    pub line: u32,
    /// The line of the list of statements.
    pub body_line: u32,
}

#[derive(Clone, Copy, Debug)]
pub struct StaticVar<'a> {
    pub name: Ident<'a>,
    pub default: Option<&'a Expr<'a>>,
    pub line: u32,
}

#[derive(Clone, Copy, Debug)]
pub struct Declare<'a> {
    pub directives: &'a [ConstElement<'a>],
    /// `Empty` for `declare(…);`.
    pub body: &'a Stmt<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct Try<'a> {
    /// A `Block`.
    pub body: &'a Stmt<'a>,
    pub catches: &'a [Catch<'a>],
    /// A `Block`.
    pub finally: Option<&'a Stmt<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub struct Catch<'a> {
    pub classes: &'a [Name<'a>],
    pub variable: Option<Ident<'a>>,
    /// A `Block`.
    pub body: &'a Stmt<'a>,
    pub line: u32,
}

#[derive(Clone, Copy, Debug)]
pub struct Namespace<'a> {
    /// `None` for the global one: `namespace { … }`.
    pub name: Option<Ident<'a>>,
    /// `None` for `namespace a;`, which holds for the statements after it.
    pub body: Option<&'a [Stmt<'a>]>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UseKind {
    Class,
    Function,
    Const,
}

/// `use a\b, c as d;`
#[derive(Clone, Copy, Debug)]
pub struct Use<'a> {
    pub kind: UseKind,
    pub clauses: &'a [UseClause<'a>],
}

/// `use a\{b, function c};`
#[derive(Clone, Copy, Debug)]
pub struct GroupUse<'a> {
    pub prefix: Ident<'a>,
    /// `None` where each clause has its own.
    pub kind: Option<UseKind>,
    pub clauses: &'a [UseClause<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct UseClause<'a> {
    /// Without a leading `\`.
    pub name: Bytes<'a>,
    pub alias: Option<Ident<'a>>,
    pub kind: UseKind,
    pub line: u32,
}
