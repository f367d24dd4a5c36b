//! Classes, interfaces, traits, enums and their members.

use super::{AttributeGroup, Bytes, Expr, Function, Ident, Name, Span, Type};

#[derive(Clone, Copy, Debug)]
pub struct Class<'a> {
    pub kind: ClassKind,
    /// Empty for anonymous classes.
    pub name: Ident<'a>,
    /// `abstract`, `final`, `readonly`.
    pub modifiers: Modifiers,
    /// Of classes; an interface's parents stand in `interfaces`.
    pub parent: Option<Name<'a>>,
    pub interfaces: &'a [Name<'a>],
    /// `enum E: string`
    pub backing_type: Option<Type<'a>>,
    pub members: &'a [Member<'a>],
    pub attributes: &'a [AttributeGroup<'a>],
    pub doc_comment: Option<Bytes<'a>>,
    pub start_line: u32,
    pub end_line: u32,
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClassKind {
    Class,
    Anonymous,
    Interface,
    Trait,
    Enum,
}

#[derive(Clone, Copy, Debug)]
pub enum Member<'a> {
    Properties(&'a PropertyGroup<'a>),
    Consts(&'a ClassConstGroup<'a>),
    Method(&'a Function<'a>),
    Case(&'a EnumCase<'a>),
    TraitUse(&'a TraitUse<'a>),
}

/// `public int $a = 1, $b;`
#[derive(Clone, Copy, Debug)]
pub struct PropertyGroup<'a> {
    pub modifiers: Modifiers,
    pub ty: Option<Type<'a>>,
    pub properties: &'a [Property<'a>],
    pub attributes: &'a [AttributeGroup<'a>],
    pub line: u32,
}

#[derive(Clone, Copy, Debug)]
pub struct Property<'a> {
    pub name: Ident<'a>,
    pub default: Option<&'a Expr<'a>>,
    pub hooks: Option<&'a [&'a Function<'a>]>,
    pub doc_comment: Option<Bytes<'a>>,
    pub line: u32,
}

/// `final public const int A = 1, B = 2;`
#[derive(Clone, Copy, Debug)]
pub struct ClassConstGroup<'a> {
    pub modifiers: Modifiers,
    pub ty: Option<Type<'a>>,
    pub consts: &'a [ConstElement<'a>],
    pub attributes: &'a [AttributeGroup<'a>],
    pub line: u32,
}

/// `NAME = value` of `const`, class constants and `declare`.
#[derive(Clone, Copy, Debug)]
pub struct ConstElement<'a> {
    pub name: Ident<'a>,
    pub value: &'a Expr<'a>,
    pub doc_comment: Option<Bytes<'a>>,
    pub line: u32,
}

#[derive(Clone, Copy, Debug)]
pub struct EnumCase<'a> {
    pub name: Ident<'a>,
    pub value: Option<&'a Expr<'a>>,
    pub attributes: &'a [AttributeGroup<'a>],
    pub doc_comment: Option<Bytes<'a>>,
    pub line: u32,
}

/// `use A, B { … }`
#[derive(Clone, Copy, Debug)]
pub struct TraitUse<'a> {
    pub traits: &'a [Name<'a>],
    pub adaptations: &'a [TraitAdaptation<'a>],
    pub line: u32,
}

#[derive(Clone, Copy, Debug)]
pub enum TraitAdaptation<'a> {
    /// `A::f insteadof B, C`
    Precedence { method: TraitMethod<'a>, instead_of: &'a [Name<'a>], line: u32 },
    /// `f as protected g`
    Alias { method: TraitMethod<'a>, modifiers: Modifiers, alias: Option<Ident<'a>>, line: u32 },
}

#[derive(Clone, Copy, Debug)]
pub struct TraitMethod<'a> {
    pub class: Option<Name<'a>>,
    pub method: Ident<'a>,
}

/// A set of modifiers, already checked against what its place allows and for contradictions.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Modifiers(u16);

impl Modifiers {
    pub const NONE: Modifiers = Modifiers(0);
    pub const PUBLIC: Modifiers = Modifiers(1);
    pub const PROTECTED: Modifiers = Modifiers(2);
    pub const PRIVATE: Modifiers = Modifiers(4);
    pub const PUBLIC_SET: Modifiers = Modifiers(8);
    pub const PROTECTED_SET: Modifiers = Modifiers(16);
    pub const PRIVATE_SET: Modifiers = Modifiers(32);
    pub const STATIC: Modifiers = Modifiers(64);
    pub const ABSTRACT: Modifiers = Modifiers(128);
    pub const FINAL: Modifiers = Modifiers(256);
    pub const READONLY: Modifiers = Modifiers(512);

    pub const VISIBILITY: Modifiers = Modifiers(1 | 2 | 4);
    pub const SET_VISIBILITY: Modifiers = Modifiers(8 | 16 | 32);

    /// Whether all of `other` is in the set.
    pub const fn has(self, other: Modifiers) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether something of `other` is in the set.
    pub const fn has_any(self, other: Modifiers) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn with(self, other: Modifiers) -> Modifiers {
        Modifiers(self.0 | other.0)
    }

    pub const fn without(self, other: Modifiers) -> Modifiers {
        Modifiers(self.0 & !other.0)
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The modifiers in the order in which PHP prints them.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        MODIFIER_WORDS.into_iter().filter(move |(flag, _)| self.has(*flag)).map(|(_, word)| word)
    }
}

const MODIFIER_WORDS: [(Modifiers, &str); 10] = [
    (Modifiers::PUBLIC, "public"),
    (Modifiers::PROTECTED, "protected"),
    (Modifiers::PRIVATE, "private"),
    (Modifiers::PUBLIC_SET, "public(set)"),
    (Modifiers::PROTECTED_SET, "protected(set)"),
    (Modifiers::PRIVATE_SET, "private(set)"),
    (Modifiers::STATIC, "static"),
    (Modifiers::ABSTRACT, "abstract"),
    (Modifiers::FINAL, "final"),
    (Modifiers::READONLY, "readonly"),
];

impl std::fmt::Debug for Modifiers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.words().collect::<Vec<_>>().join(" "))
    }
}
