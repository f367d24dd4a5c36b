//! The tree as PHP source, in the layout that PHP gives the messages of failed assertions.
//!
//! Parentheses come from priorities, not from the source: an operand is put in parentheses where its operator binds weaker
//! than the place asks for.

mod declaration;
mod expression;
mod statement;

use super::{Arg, ArgKind, Expr, ExprKind, Name, NameKind};

/// `assert(…)` with the argument as source.
pub fn assert_message(arg: &Arg) -> Vec<u8> {
    let mut out = Export::default();
    out.word("assert(");
    out.arg(arg);
    out.word(")");
    out.text
}

/// An expression as source.
pub fn export(expr: &Expr) -> Vec<u8> {
    let mut out = Export::default();
    out.expr(expr, 0);
    out.text
}

#[derive(Default)]
struct Export {
    text: Vec<u8>,
    indent: usize,
}

impl Export {
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

/// As PHP prints floats with 14 digits, always with a fraction.
fn float_text(value: f64) -> String {
    if !value.is_finite() {
        return if value.is_nan() {
            "NAN"
        } else if value > 0.0 {
            "INF"
        } else {
            "-INF"
        }
        .to_string();
    }
    let scientific = format!("{value:.13e}");
    let (mantissa, exponent) = scientific.split_once('e').expect("the format has an exponent");
    let exponent: i32 = exponent.parse().expect("it is a number");
    let (sign, digits) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    if !(-4..14).contains(&exponent) {
        let fraction = if digits.len() > 1 { &digits[1..] } else { "0" };
        let mark = if exponent < 0 { '-' } else { '+' };
        return format!("{sign}{}.{fraction}E{mark}{}", &digits[..1], exponent.abs());
    }
    if exponent < 0 {
        return format!("{sign}0.{}{digits}", "0".repeat((-exponent - 1) as usize));
    }
    let whole = exponent as usize + 1;
    match digits.len() > whole {
        true => format!("{sign}{}.{}", &digits[..whole], &digits[whole..]),
        false => format!("{sign}{digits}{}.0", "0".repeat(whole - digits.len())),
    }
}
