//! Functions of every sort, their parameters, and attributes.

use super::{Args, Bytes, Expr, Ident, Modifiers, Name, Span, Stmt, Type};

/// A function, method, closure, arrow function or property hook.
#[derive(Clone, Copy, Debug)]
pub struct Function<'a> {
    pub kind: FunctionKind,
    /// Empty for closures and arrow functions; `get` or `set` as written for hooks.
    pub name: Ident<'a>,
    /// Of methods and hooks, as PHP stores them: a method without a visibility is `public`. `static` of closures.
    pub modifiers: Modifiers,
    /// `function &f()`
    pub returns_ref: bool,
    /// Whether a `yield` stands in the body.
    pub is_generator: bool,
    /// `None` only for hooks without a list: `get => 1;`.
    pub params: Option<&'a [Param<'a>]>,
    /// Variables of `use (…)`.
    pub uses: &'a [ClosureUse<'a>],
    pub return_type: Option<Type<'a>>,
    pub body: FunctionBody<'a>,
    pub attributes: &'a [AttributeGroup<'a>],
    pub doc_comment: Option<Bytes<'a>>,
    pub start_line: u32,
    pub end_line: u32,
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FunctionKind {
    Function,
    Method,
    Closure,
    Arrow,
    Hook,
}

#[derive(Clone, Copy, Debug)]
pub enum FunctionBody<'a> {
    /// `;`
    None,
    /// `line` is that of the `{`.
    Block { statements: &'a [Stmt<'a>], line: u32 },
    /// `=> expr` of arrow functions and hooks.
    Expr(&'a Expr<'a>),
}

#[derive(Clone, Copy, Debug)]
pub struct Param<'a> {
    pub name: Ident<'a>,
    /// Not empty for promoted properties.
    pub modifiers: Modifiers,
    pub ty: Option<Type<'a>>,
    pub by_ref: bool,
    pub variadic: bool,
    pub default: Option<&'a Expr<'a>>,
    /// Hooks of a promoted property.
    pub hooks: Option<&'a [&'a Function<'a>]>,
    pub attributes: &'a [AttributeGroup<'a>],
    pub doc_comment: Option<Bytes<'a>>,
    pub line: u32,
    pub span: Span,
}

#[derive(Clone, Copy, Debug)]
pub struct ClosureUse<'a> {
    pub name: Ident<'a>,
    pub by_ref: bool,
}

/// `#[A, B(1)]`
#[derive(Clone, Copy, Debug)]
pub struct AttributeGroup<'a> {
    pub attributes: &'a [Attribute<'a>],
    pub line: u32,
}

#[derive(Clone, Copy, Debug)]
pub struct Attribute<'a> {
    pub name: Name<'a>,
    pub args: Option<&'a Args<'a>>,
    pub line: u32,
}
