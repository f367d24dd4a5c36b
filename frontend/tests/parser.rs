//! What PHP is parsed to: `parser/NAME.php` and the tree in `parser/NAME.ast`. `UPDATE=1` writes what is new; read the
//! difference.

use bumpalo::Bump;
use phpc_frontend::ast::dump_ast;
use phpc_frontend::diagnostic::Diagnostics;
use phpc_frontend::lexer::{Options, TokenKind, tokenize_all};
use phpc_frontend::limits::with_big_stack;
use phpc_frontend::parser::parse;
use std::fs;
use std::path::{Path, PathBuf};

fn programs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parser");
    let entries = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it can be read").path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|it| it == "php")).collect();
    files.sort();
    files
}

#[test]
fn programs_parse_as_expected() {
    let mut wrong = Vec::new();
    for file in programs() {
        let source = fs::read(&file).expect("it can be read");
        let arena = Bump::new();
        let (ast, diagnostics) = parse(&arena, &source, Options::default());
        assert_eq!(show(&diagnostics), "", "{}", file.display());
        let text = dump_ast(&ast);
        let expected = file.with_extension("ast");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, &text).expect("it can be written");
        }
        if fs::read_to_string(&expected).unwrap_or_default() != text {
            wrong.push(file);
        }
    }
    assert!(wrong.is_empty(), "parsed otherwise: {wrong:?}");
}

/// Every byte is in exactly one token.
#[test]
fn listed_tokens_cover_the_source() {
    for file in programs() {
        let source = fs::read(&file).expect("it can be read");
        let arena = Bump::new();
        let tokens = tokenize_all(&arena, &source, Options::default());
        let mut end = 0;
        for token in &tokens.list {
            assert_eq!(token.start, end, "{}", file.display());
            end = token.end;
        }
        assert_eq!(end as usize, source.len());
        assert_eq!(tokens.list.last().map(|token| token.kind), Some(TokenKind::End));
    }
}

/// `parser/errors.txt`: sources, and what php84 says about each after a line that starts with `>`.
#[test]
fn errors_are_worded_as_php_words_them() {
    let text = include_str!("parser/errors.txt");
    for case in text.split("\n---\n") {
        let (source, expected) = case.rsplit_once("\n> ").expect("an error follows the source");
        assert_eq!(show(&parsed(source)), expected.trim_end(), "{source}");
    }
}

fn parsed(source: &str) -> Diagnostics {
    with_big_stack(|| parse(&Bump::new(), source.as_bytes(), Options::default()).1)
}

fn show(diagnostics: &Diagnostics) -> String {
    let lines = diagnostics.list.iter().map(|diagnostic| {
        let message = String::from_utf8_lossy(&diagnostic.message);
        format!("{}: {message} on line {}", diagnostic.kind.label(), diagnostic.line)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Five thousand levels of anything parse; a hundred thousand are refused, not a crash.
#[test]
fn nesting_is_limited() {
    let shapes =
        [("(", "1", ")"), ("[", "", "]"), ("f(", "", ")"), ("!", "1", ""), ("fn() => ", "1", ""), ("$", "a", "")];
    for (open, middle, close) in shapes {
        let nest = |depth: usize| format!("<?php $x = {}{middle}{};", open.repeat(depth), close.repeat(depth));
        assert_eq!(show(&parsed(&nest(5_000))), "", "{open}");
        assert_eq!(show(&parsed(&nest(100_000))), "Parse error: memory exhausted on line 1", "{open}");
    }
}

/// Chains to the left are no nesting.
#[test]
fn chains_may_be_long() {
    for link in [" . $b", "->b()", "[0]", " + 1", " ? 1 : 2", " . 'text'"] {
        let source = format!("<?php $x = $a{};", link.repeat(100_000));
        assert_eq!(show(&parsed(&source)), "", "{link}");
    }
}
