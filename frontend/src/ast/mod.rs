//! The abstract syntax tree of one PHP file, in a bump arena.
//!
//! The tree follows the shape of the language as PHP itself sees it, because evaluation order, error lines and
//! the text of `assert()` messages depend on that shape. Nothing is resolved: names stand as written.
//!
//! Lines. Every node has the `line` that PHP's own tree would carry, since warnings, errors and traces come
//! from it: a leaf has the line where its token starts, an inner node that of its first child, a declaration
//! that of its keyword. It is therefore often not the line where the node's text starts: `foo(\n)->bar()`.
//!
//! Depth. Chains to the left (`a . b . c …`, `$a->b()->c() …`) are parsed in a loop and may be 100,000 nodes
//! deep: walk them with [`Expr::left_chain`], not by recursion. All other nesting is limited by
//! [`crate::limits::MAX_NESTING`], so that recursion over it is safe on the stack described there.

pub mod class;
mod dump;
mod export;
pub mod expr;
pub mod function;
pub mod name;
pub mod stmt;
pub mod ty;

pub use class::*;
pub use dump::dump_ast;
pub use export::{assert_message, export};
pub use expr::*;
pub use function::*;
pub use name::*;
pub use stmt::*;
pub use ty::*;

/// Text from the source or from a literal; PHP strings are bytes.
pub type Bytes<'a> = &'a [u8];

/// A range of bytes of the source.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn of<'s>(self, source: &'s [u8]) -> &'s [u8] {
        &source[self.start as usize..self.end as usize]
    }
}

/// One parsed file.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    pub statements: &'a [Stmt<'a>],
    /// Where the data after `__halt_compiler();` starts.
    pub halt_offset: Option<u32>,
    /// The last line that the scanner reached: the line of the implicit final `return`.
    pub last_line: u32,
}
