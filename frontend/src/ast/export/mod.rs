//! The tree as PHP source, in the layout that PHP gives the messages of failed assertions.
//!
//! Parentheses come from priorities, not from the source: an operand is put in parentheses where its operator binds weaker
//! than the place asks for.

mod declaration;
mod expression;
mod statement;

use super::{Arg, ArgKind, Expr, ExprKind, Name, NameKind};
use crate::float::float_text;

/// `assert(…)` with the argument as source. `precision` is the setting that floats are printed with.
pub fn assert_message(arg: &Arg, precision: i32) -> Vec<u8> {
    let mut out = Export::new(precision);
    out.word("assert(");
    out.arg(arg);
    out.word(")");
    out.text
}

/// An expression as source.
pub fn export(expr: &Expr, precision: i32) -> Vec<u8> {
    let mut out = Export::new(precision);
    out.expr(expr, 0);
    out.text
}

struct Export {
    text: Vec<u8>,
    indent: usize,
    precision: i32,
}

impl Export {
    fn new(precision: i32) -> Export {
        Export { text: Vec::new(), indent: 0, precision }
    }

    fn word(&mut self, text: &str) {
        self.text.extend_from_slice(text.as_bytes());
    }

    fn bytes(&mut self, text: &[u8]) {
        self.text.extend_from_slice(text);
    }

    fn line_start(&mut self) {
        for _ in 0..self.indent {
            self.word("    ");
        }
    }

    fn indented(&mut self, write: impl FnOnce(&mut Self)) {
        self.indent += 1;
        write(self);
        self.indent -= 1;
    }

    /// `write` for each, with `separator` between.
    fn list<T>(&mut self, list: impl IntoIterator<Item = T>, separator: &str, mut write: impl FnMut(&mut Self, T)) {
        for (at, item) in list.into_iter().enumerate() {
            if at > 0 {
                self.word(separator);
            }
            write(self, item);
        }
    }

    fn name(&mut self, name: &Name) {
        match name.kind {
            NameKind::FullyQualified => self.word("\\"),
            NameKind::Relative => self.word("namespace\\"),
            NameKind::NotFullyQualified => {}
        }
        self.bytes(name.text);
    }

    /// A callee or class: a name, or an expression. Literal strings are taken for fully qualified names.
    fn name_or_expr(&mut self, expr: &Expr) {
        match expr.kind {
            ExprKind::Name(name) => self.name(&name),
            ExprKind::String(text) => {
                self.word("\\");
                self.bytes(text);
            }
            _ => self.expr(expr, 0),
        }
    }

    /// What stands after `$`, `->` or `::`.
    fn member(&mut self, expr: &Expr) {
        match expr.kind {
            ExprKind::String(text) => self.variable_name(text),
            ExprKind::Variable(_) | ExprKind::VariableVariable(_) => self.expr(expr, 0),
            _ => {
                self.word("{");
                self.expr(expr, 0);
                self.word("}");
            }
        }
    }

    fn variable_name(&mut self, name: &[u8]) {
        if is_variable_name(name) {
            return self.bytes(name);
        }
        self.word("{");
        self.bytes(name);
        self.word("}");
    }

    /// `'text'`, or `"text"` if there are control characters in it.
    fn string(&mut self, text: &[u8]) {
        if text.iter().any(|byte| *byte < b' ') {
            self.word("\"");
            self.quoted(b'"', text);
            return self.word("\"");
        }
        self.word("'");
        for byte in text {
            if matches!(byte, b'\'' | b'\\') {
                self.word("\\");
            }
            self.text.push(*byte);
        }
        self.word("'");
    }

    fn quoted(&mut self, quote: u8, text: &[u8]) {
        for byte in text {
            match byte {
                b'\n' => self.word("\\n"),
                b'\r' => self.word("\\r"),
                b'\t' => self.word("\\t"),
                0x0c => self.word("\\f"),
                0x0b => self.word("\\v"),
                0x1b => self.word("\\e"),
                0..b' ' => {
                    self.word("\\0");
                    self.text.push(b'0' + byte / 8);
                    self.text.push(b'0' + byte % 8);
                }
                _ => {
                    if *byte == quote || matches!(byte, b'$' | b'\\') {
                        self.word("\\");
                    }
                    self.text.push(*byte);
                }
            }
        }
    }

    /// Always with a fraction.
    fn float(&mut self, value: f64) {
        let text = float_text(value, self.precision);
        self.word(&text);
        if value.is_finite() && !text.contains('.') {
            self.word(".0");
        }
    }

    fn arg(&mut self, arg: &Arg) {
        match arg.kind {
            ArgKind::Positional => {}
            ArgKind::Named(name) => {
                self.bytes(name);
                self.word(": ");
                return self.expr(arg.value, 0);
            }
            ArgKind::Spread => {
                self.word("...");
                return self.expr(arg.value, 20);
            }
        }
        self.expr(arg.value, 20);
    }
}

fn is_variable_name(name: &[u8]) -> bool {
    let letter = |byte: u8| byte == b'_' || byte >= 127 || byte.is_ascii_alphabetic();
    name.first().is_some_and(|first| letter(*first)) && name.iter().all(|byte| letter(*byte) || byte.is_ascii_digit())
}
