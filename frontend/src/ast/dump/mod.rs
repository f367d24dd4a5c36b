//! The tree as indented text: a node a line, with its line in the source.
//!
//! ```text
//! Echo @2
//!   Binary Add @2
//!     Int 1 @2
//!     Variable a @2
//! ```

mod declaration;
mod expr;
mod stmt;

use super::{File, Ident, Name, NameKind};
use std::fmt::{Display, Write};

/// The statements of a file.
pub fn dump_ast(file: &File) -> String {
    let mut dump = Dump { out: String::new(), depth: 0 };
    dump.statements(file.statements);
    dump.out
}

struct Dump {
    out: String,
    depth: usize,
}

impl Dump {
    /// A node without children.
    fn leaf(&mut self, label: impl Display, line: u32) {
        self.node(label, line, |_| {});
    }

    /// A node, and whatever `children` writes below it.
    fn node(&mut self, label: impl Display, line: u32, children: impl FnOnce(&mut Self)) {
        let indent = self.depth * 2;
        writeln!(self.out, "{:indent$}{label} @{line}", "").expect("writing to a String cannot fail");
        self.depth += 1;
        children(self);
        self.depth -= 1;
    }

    /// Something that has no line.
    fn note(&mut self, label: impl Display) {
        let indent = self.depth * 2;
        writeln!(self.out, "{:indent$}{label}", "").expect("writing to a String cannot fail");
    }

    /// A part of a node that is no node itself, left out if `children` writes nothing.
    fn part(&mut self, label: &str, children: impl FnOnce(&mut Self)) {
        let before = self.out.len();
        self.note(label);
        let after = self.out.len();
        self.depth += 1;
        children(self);
        self.depth -= 1;
        if self.out.len() == after {
            self.out.truncate(before);
        }
    }

    fn names(&mut self, label: &str, names: &[Name]) {
        self.part(label, |dump| names.iter().for_each(|name| dump.leaf(show_name(name), name.line)));
    }
}

/// Words with spaces between, without the empty ones.
fn words(words: &[&str]) -> String {
    words.iter().copied().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn text(bytes: &[u8]) -> String {
    bytes.escape_ascii().to_string()
}

fn quoted(bytes: &[u8]) -> String {
    format!("\"{}\"", bytes.escape_ascii())
}

fn ident(ident: &Ident) -> String {
    text(ident.text)
}

fn show_name(name: &Name) -> String {
    let prefix = match name.kind {
        NameKind::NotFullyQualified => "",
        NameKind::FullyQualified => "\\",
        NameKind::Relative => "namespace\\",
    };
    format!("{prefix}{}", text(name.text))
}

fn flag(set: bool, word: &str) -> &str {
    if set { word } else { "" }
}
