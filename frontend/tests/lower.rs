//! What PHP is lowered to: `lower/NAME.php` and the PIR in `lower/NAME.pir`, which follows Zend's opcodes (`tools/zend-ops`)
//! in order of operations, order of locals and lines. `UPDATE=1` writes what is new; read the difference.

use phpc_frontend::limits::with_big_stack;
use phpc_frontend::lower::{Options, compile};
use phpc_ir::pir::{parse, print, verify};
use std::fs;
use std::path::{Path, PathBuf};

fn snippets() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lower");
    let entries = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it can be read").path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|it| it == "php")).collect();
    files.sort();
    files
}

#[test]
fn snippets_lower_as_expected() {
    let mut wrong = Vec::new();
    for file in snippets() {
        let name = file.file_name().expect("it has a name").to_string_lossy().into_owned();
        let source = fs::read(&file).expect("it can be read");
        let (unit, diagnostics) = with_big_stack(|| compile(&source, name.as_bytes(), Options::default()));
        assert_eq!(diagnostics.first_error(), None, "{name}");
        assert_eq!(verify::verify(&unit), [], "{name}");
        let text = print::print(&unit);
        assert_eq!(parse::parse(&text).as_ref(), Ok(&unit), "{name}");
        let expected = file.with_extension("pir");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, &text).expect("it can be written");
        }
        if fs::read_to_string(&expected).unwrap_or_default() != text {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "lowered otherwise: {wrong:?}");
}

/// The first error of a file, with its line.
fn first_error(source: &str) -> Option<String> {
    let (_, diagnostics) = with_big_stack(|| compile(source.as_bytes(), b"a.php", Options::default()));
    diagnostics.first_error().map(|error| format!("{} on line {}", String::from_utf8_lossy(&error.message), error.line))
}

#[test]
fn deep_expressions_end_in_an_error_or_not_at_all() {
    let long = format!("<?php $a{};", " . 'x' . $b".repeat(25_000));
    assert_eq!(first_error(&long), None);
    let chain = format!("<?php $a{};", "->b()".repeat(100_000));
    let error = first_error(&chain).expect("too deep");
    assert!(error.contains("Try splitting expression"), "{error}");
    let arrays = format!("<?php $a = {}{};", "[".repeat(9_000), "]".repeat(9_000));
    assert_eq!(first_error(&arrays), None);
}
