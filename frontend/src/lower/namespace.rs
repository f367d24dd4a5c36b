//! `namespace` and `use`.

use super::names::{is_reserved_class_name, last_part};
use super::{Lower, Lowering, lower_case, same, text};
use crate::ast::{GroupUse, Ident, Namespace, Stmt, UseKind};
use crate::diagnostic::DiagnosticKind;

impl<'a> Lowering<'a, '_> {
    pub(super) fn namespace(&mut self, it: &'a Namespace<'a>, statement: &Stmt) -> Lower<()> {
        let bracketed = it.body.is_some();
        let mixed = "Cannot mix bracketed namespace declarations with unbracketed namespace declarations";
        if !self.names.bracketed {
            if self.names.namespace.is_some() && bracketed {
                return self.fail(mixed);
            }
        } else if !bracketed {
            return self.fail(mixed);
        } else if self.names.namespace.is_some() || self.names.in_namespace {
            return self.fail("Namespace declarations cannot be nested");
        }
        let first = match bracketed {
            true => !self.names.bracketed,
            false => self.names.namespace.is_none(),
        };
        if first && !self.is_first_statement(statement, true) {
            return self.fail(
                "Namespace declaration statement has to be the very first statement or after any declare call in the script",
            );
        }
        self.names.namespace = None;
        if let Some(name) = it.name {
            if same(name.text, b"namespace") {
                return self.fail(format!("Cannot use '{}' as namespace name", text(name.text)));
            }
            self.names.namespace = Some(name.text.to_vec());
        }
        self.names.reset_imports();
        self.names.in_namespace = true;
        self.names.bracketed |= bracketed;
        if let Some(body) = it.body {
            for statement in body {
                self.top_statement(statement)?;
            }
            self.names.in_namespace = false;
            self.names.reset_imports();
            self.names.namespace = None;
        }
        Ok(())
    }

    pub(super) fn group_use(&mut self, it: &GroupUse) -> Lower<()> {
        for clause in it.clauses {
            let name = [it.prefix.text, b"\\", clause.name].concat();
            self.use_clause(&name, clause.alias.as_ref(), it.kind.unwrap_or(clause.kind))?;
        }
        Ok(())
    }

    pub(super) fn use_clause(&mut self, old: &[u8], alias: Option<&Ident>, kind: UseKind) -> Lower<()> {
        let new = alias.map_or(last_part(old), |alias| alias.text);
        if alias.is_none() && !old.contains(&b'\\') && self.names.namespace.is_none() {
            let message = format!("The use statement with non-compound name '{}' has no effect", text(new));
            self.warn(DiagnosticKind::Warning, message);
        }
        if kind == UseKind::Class && is_reserved_class_name(new) {
            let (old, new) = (text(old), text(new));
            return self.fail(format!("Cannot use {old} as {new} because '{new}' is a special class name"));
        }
        let lookup = if kind == UseKind::Const { new.to_vec() } else { lower_case(new) };
        let declared = match &self.names.namespace {
            Some(namespace) => [&lower_case(namespace), &b"\\"[..], &lookup].concat(),
            None => lookup.clone(),
        };
        let clash = self.names.has_seen(&declared, kind) && !same(old, &declared);
        if clash || self.names.imports(kind).insert(lookup, old.to_vec()).is_some() {
            let word = match kind {
                UseKind::Class => "",
                UseKind::Function => " function",
                UseKind::Const => " const",
            };
            let (old, new) = (text(old), text(new));
            return self.fail(format!("Cannot use{word} {old} as {new} because the name is already in use"));
        }
        Ok(())
    }
}
