//! Sources to PIR units.

use crate::Failure;
use phpc_frontend::diagnostic::{Diagnostic, DiagnosticKind};
use phpc_frontend::lexer::{self, Options, dump_tokens};
use phpc_frontend::{ast, lower, parser};
use phpc_ir::pir::{Unit, binary, parse, print, verify};

/// A file or a piece of code to be compiled.
#[derive(Clone, Copy)]
pub struct Source<'s> {
    /// What the unit is called: relative to the compile-time root, or absolute.
    pub path: &'s [u8],
    pub text: &'s [u8],
    pub options: Options,
    /// Is there a builtin function of that lower-case name? It decides which lines arguments report.
    pub is_builtin_function: &'s dyn Fn(&[u8]) -> bool,
}

/// Never fails because of the PHP program: its errors are the unit's diagnostics.
pub fn front(source: Source) -> Result<Unit, Failure> {
    let options = lower::Options {
        is_builtin_function: source.is_builtin_function,
        syntax: source.options,
        ..lower::Options::default()
    };
    let (unit, _) = lower::compile(source.text, source.path, options);
    Ok(unit)
}

/// A unit from PIR in either form.
pub fn read_pir(name: &str, bytes: &[u8]) -> Result<Unit, Failure> {
    let bad = |error: &dyn std::fmt::Display| Failure::BadInput(format!("{name}: {error}"));
    let unit = if parse::looks_like_text(bytes) && !binary::is_binary(bytes) {
        let text = std::str::from_utf8(bytes).map_err(|error| bad(&error))?;
        parse::parse(text).map_err(|error| bad(&error))?
    } else {
        binary::decode(bytes).map_err(|error| bad(&error))?
    };
    match verify::verify(&unit).first() {
        None => Ok(unit),
        Some(error) => Err(bad(error)),
    }
}

pub fn print_tokens(source: Source) -> String {
    let arena = bumpalo::Bump::new();
    dump_tokens(source.text, &lexer::tokenize_all(&arena, source.text, source.options))
}

/// The tree, or the errors.
pub fn print_ast(source: Source) -> String {
    let arena = bumpalo::Bump::new();
    let (file, diagnostics) = parser::parse(&arena, source.text, source.options);
    let mut text: String = diagnostics.list.iter().map(show).collect();
    text.push_str(&ast::dump_ast(&file));
    text
}

fn show(diagnostic: &Diagnostic) -> String {
    let label = match diagnostic.kind {
        DiagnosticKind::ParseError => "Parse error",
        other => other.label(),
    };
    format!("{label}: {} on line {}\n", String::from_utf8_lossy(&diagnostic.message), diagnostic.line)
}

/// The unit's text, or one function's.
pub fn print_pir(unit: &Unit, function: Option<&str>) -> Result<String, Failure> {
    let Some(name) = function else { return Ok(print::print(unit)) };
    let named = |index: &usize| matches_name(unit, *index, name);
    let text: String = (0..unit.functions.len()).filter(named).map(|index| print::print_function(unit, index)).collect();
    if text.is_empty() { Err(Failure::BadInput(format!("there is no function {name}"))) } else { Ok(text) }
}

/// `name`, `Class::name`, or `main` for the top-level code.
pub(crate) fn matches_name(unit: &Unit, index: usize, name: &str) -> bool {
    let decl = &unit.functions[index].decl;
    let plain = if index == 0 { "main".into() } else { String::from_utf8_lossy(&decl.name) };
    let class = decl.class.map(|class| String::from_utf8_lossy(&unit.classes[class.0 as usize].name));
    plain.eq_ignore_ascii_case(name)
        || class.is_some_and(|class| format!("{class}::{plain}").eq_ignore_ascii_case(name))
}
