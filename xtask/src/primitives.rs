//! Files that are made from tables: boot/primitives.txt and the list of operations in docs/pir.md.

use crate::tools::root;
use phpc_ir::pir::{Op, binary};
use std::fmt::Write;
use std::fs;

const MARK: &str = "<!-- generated from ir/src/pir/op.rs by cargo xtask primitives -->\n";

pub(crate) fn run(_args: &[String]) -> Result<(), String> {
    let write =
        |path: &str, text: String| fs::write(root().join(path), text).map_err(|error| format!("{path}: {error}"));
    write("boot/primitives.txt", binary::primitive_table())?;
    let doc = fs::read_to_string(root().join("docs/pir.md")).map_err(|error| format!("docs/pir.md: {error}"))?;
    let head = doc.split(MARK).next().expect("split yields a part");
    write("docs/pir.md", format!("{head}{MARK}{}", operations()))
}

fn operations() -> String {
    let mut text = "## Operations\n\n`Def` defines a temporary, `Temp` and temporaries among operands are consumed, `Peek` is looked at.\n\n".to_string();
    for ((name, lines), shape) in Op::TABLE.iter().zip(Op::SHAPES) {
        let fields: Vec<String> = shape.split('\t').skip(1).map(|field| field.replacen(':', ": ", 1)).collect();
        let doc: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
        let colon = if doc.is_empty() { "" } else { ": " };
        writeln!(text, "- `{name}` ({}){colon}{}", fields.join(", "), doc.join(" "))
            .expect("writing to a string succeeds");
    }
    text
}
