//! The tree as indented text.

use super::File;

/// The statements of a file, one node a line.
pub fn dump_ast(file: &File) -> String {
    format!("{file:#?}\n")
}
