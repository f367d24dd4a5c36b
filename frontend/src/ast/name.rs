//! Names of functions, classes, constants and namespaces as written in the source.

use super::Bytes;

/// A possibly qualified name.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    /// As written, without the leading `\` (fully qualified) or `namespace\` (relative).
    pub text: Bytes<'a>,
    pub kind: NameKind,
    pub line: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameKind {
    /// `foo`, `foo\bar`; also the keyword `static` where a class is named.
    NotFullyQualified,
    /// `\foo\bar`
    FullyQualified,
    /// `namespace\foo`
    Relative,
}

impl Name<'_> {
    /// Whether the name has one part and no qualification: `foo`, `self`.
    pub fn is_unqualified(&self) -> bool {
        self.kind == NameKind::NotFullyQualified && !self.text.contains(&b'\\')
    }
}

/// A plain identifier in a declaration: the name of a method, constant, parameter …
#[derive(Clone, Copy, Debug)]
pub struct Ident<'a> {
    pub text: Bytes<'a>,
    pub line: u32,
}
