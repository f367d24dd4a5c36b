//! Files that are made from tables: boot/primitives.txt and the list of operations in docs/pir.md.

use crate::tools::root;
use phpc_ir::pir::{Op, binary, effects, parse, print};
use std::collections::BTreeMap;
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

const HEAD: &str = "\
## Operations

Name, fields in the order of both forms, meaning, effect, and one line of text form.

Operands are evaluated before the operation, by operations of their own; what is left to an operation is to read its locals, in
the order in which the fields stand (of a place: its base, then its steps' keys), and then to do its work. `Def` defines a
temporary, `Temp` and temporaries among operands are consumed, `Peek` is looked at. Lines are those of Zend's opcodes (above);
an operation with several phases reports all of them at its one line.

Effects: *none*, *quiet* (control, locals or something under construction change, nothing runs), *may warn* and *may destroy* (a
handler or destructor is user code and may throw), *may run user code and throw*, *throws*.

";

/// One line of text form for each operation: of the sample that has them all.
fn examples() -> BTreeMap<&'static str, String> {
    let path = root().join("ir/tests/pir/all_operations.pir");
    let sample = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let unit = parse::parse(&sample).unwrap_or_else(|error| panic!("{error}"));
    let text = print::print(&unit);
    let mut found = BTreeMap::new();
    for (name, _) in Op::TABLE {
        let line = text.lines().filter_map(|line| line.strip_prefix("    ")).find(|line| {
            let op = line.split_once(" = ").filter(|(dst, _)| dst.starts_with('%')).map_or(*line, |(_, op)| op);
            op.split([' ', ';']).next() == Some(name)
        });
        found.extend(line.map(|line| (*name, line.split("  ;").next().unwrap_or(line).trim_end().to_string())));
    }
    found
}

fn operations() -> String {
    let mut text = HEAD.to_string();
    let examples = examples();
    for ((name, lines), shape) in Op::TABLE.iter().zip(Op::SHAPES) {
        let fields: Vec<String> = shape.split('\t').skip(1).map(|field| field.replacen(':', ": ", 1)).collect();
        let doc: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
        let (_, effect) = effects::EFFECTS.iter().find(|(known, _)| known == name).expect("a test compares the tables");
        let example = examples.get(*name).map_or("", String::as_str);
        writeln!(text, "- `{name}` ({}): {} Effect: {}. `{example}`", fields.join(", "), doc.join(" "), effect.text())
            .expect("writing to a string succeeds");
    }
    text
}
