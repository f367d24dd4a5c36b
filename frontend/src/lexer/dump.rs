//! Tokens as text, one a line.

use super::Tokens;
use std::fmt::Write;

/// The tokens with their lines: `3 T_VARIABLE "$a"`.
pub fn dump_tokens(source: &[u8], tokens: &Tokens) -> String {
    let mut out = String::new();
    for token in &tokens.list {
        let text = source[token.start as usize..token.end as usize].escape_ascii();
        let name = match token.kind.php_name() {
            "" => "char",
            name => name,
        };
        let value = tokens.values.get(token.value as usize);
        let value = value.map(|value| format!(" = {}", show(value))).unwrap_or_default();
        writeln!(out, "{} {name} \"{text}\"{value}", token.line).expect("writing to a String cannot fail");
    }
    out
}

fn show(value: &super::Value) -> String {
    match value {
        super::Value::Int(value) => value.to_string(),
        super::Value::Float(value) => format!("{value:?}"),
        super::Value::Text(text) => format!("\"{}\"", text.escape_ascii()),
    }
}
