//! Type declarations: `?int`, `A|B`, `(A&B)|null`.

use super::Name;

#[derive(Clone, Copy, Debug)]
pub struct Type<'a> {
    pub kind: TypeKind<'a>,
    pub line: u32,
}

#[derive(Clone, Copy, Debug)]
pub enum TypeKind<'a> {
    /// A class or a builtin type such as `int`, which the grammar does not tell apart.
    Name(Name<'a>),
    /// The keyword `array`.
    Array,
    /// The keyword `callable`.
    Callable,
    /// The keyword `static`.
    Static,
    Nullable(&'a Type<'a>),
    /// Members are simple types or intersections.
    Union(&'a [Type<'a>]),
    Intersection(&'a [Type<'a>]),
}
