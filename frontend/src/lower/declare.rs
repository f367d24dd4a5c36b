//! `declare`.

use super::{Lower, Lowering, same, text};
use crate::ast::{Declare, ExprKind, Stmt, StmtKind};
use crate::diagnostic::DiagnosticKind;
use phpc_ir::pir::Const;

impl<'a> Lowering<'a, '_> {
    pub(super) fn declare(&mut self, it: &'a Declare<'a>, statement: &Stmt) -> Lower<()> {
        let ticks = self.ticks;
        for directive in it.directives {
            let name = directive.name.text;
            let literal = matches!(directive.value.kind, ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::String(_));
            if !literal {
                return self.fail(format!("declare({}) value must be a literal", text(name)));
            }
            let value = self.eval(directive.value)?.expect("literals are known");
            if same(name, b"ticks") {
                self.ticks = tick_period(&value);
            } else if same(name, b"encoding") {
                if !self.is_first_statement(statement, false) {
                    return self.fail("Encoding declaration pragma must be the very first statement in the script");
                }
            } else if same(name, b"strict_types") {
                self.strict_types(it, statement, &value)?;
            } else {
                let message = format!("Unsupported declare '{}'", text(name));
                self.warn(DiagnosticKind::CompileWarning, message);
            }
        }
        if !matches!(it.body.kind, StmtKind::Empty) {
            self.statement(it.body)?;
            self.ticks = ticks;
        }
        Ok(())
    }

    fn strict_types(&mut self, it: &Declare, statement: &Stmt, value: &Const) -> Lower<()> {
        if !self.is_first_statement(statement, false) {
            return self.fail("strict_types declaration must be the very first statement in the script");
        }
        if !matches!(it.body.kind, StmtKind::Empty) {
            return self.fail("strict_types declaration must not use block mode");
        }
        match value {
            Const::Int(value @ (0 | 1)) => {
                self.strict |= *value == 1;
                Ok(())
            }
            _ => self.fail("strict_types declaration must have 0 or 1 as its value"),
        }
    }

    /// Is it the first one, `declare` not counted?
    pub(super) fn is_first_statement(&self, statement: &Stmt, allow_empty: bool) -> bool {
        for first in self.file.statements {
            if first.span == statement.span
                && std::mem::discriminant(&first.kind) == std::mem::discriminant(&statement.kind)
            {
                return true;
            }
            match first.kind {
                StmtKind::Empty if allow_empty => {}
                StmtKind::Declare(_) => {}
                _ => return false,
            }
        }
        false
    }
}

fn tick_period(value: &Const) -> i64 {
    match value {
        Const::Int(value) => *value,
        Const::Float(bits) => f64::from_bits(*bits) as i64,
        Const::Str(text) => std::str::from_utf8(text).ok().and_then(|text| text.trim().parse().ok()).unwrap_or(0),
        _ => 0,
    }
}
