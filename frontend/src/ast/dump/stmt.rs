//! Statements.

use super::{Dump, ident, quoted, text};
use crate::ast::*;

impl Dump {
    pub(super) fn statements(&mut self, statements: &[Stmt]) {
        statements.iter().for_each(|statement| self.statement(statement));
    }

    pub(super) fn statement(&mut self, statement: &Stmt) {
        use StmtKind::*;
        let line = statement.line;
        match statement.kind {
            Empty => self.leaf("Empty", line),
            Block(statements) => self.node("Block", line, |dump| dump.statements(statements)),
            Expr(expr) => self.exprs("Expr", line, &[expr]),
            Echo(exprs) => self.exprs("Echo", line, exprs),
            InlineHtml(html) => self.leaf(format!("InlineHtml {}", quoted(html)), line),
            If(branches) => self.node("If", line, |dump| branches.iter().for_each(|branch| dump.branch(branch))),
            While { condition, body } => self.node("While", line, |dump| {
                dump.expr(condition);
                dump.statement(body);
            }),
            DoWhile { body, condition } => self.node("DoWhile", line, |dump| {
                dump.statement(body);
                dump.expr(condition);
            }),
            For(node) => self.for_stmt(node, line),
            Foreach(node) => self.foreach(node, line),
            Switch(node) => self.switch(node, line),
            Break(levels) => self.node("Break", line, |dump| dump.optional(levels)),
            Continue(levels) => self.node("Continue", line, |dump| dump.optional(levels)),
            Return(value) => self.node("Return", line, |dump| dump.optional(value)),
            Global(variables) => self.exprs("Global", line, variables),
            StaticVars(variables) => self.node("StaticVars", line, |dump| {
                for variable in variables {
                    dump.node(ident(&variable.name), variable.line, |dump| dump.optional(variable.default));
                }
            }),
            Unset(variables) => self.exprs("Unset", line, variables),
            Declare(node) => self.node("Declare", line, |dump| {
                dump.consts(node.directives);
                dump.statement(node.body);
            }),
            Try(node) => self.try_stmt(node, line),
            Goto(label) => self.leaf(format!("Goto {}", ident(&label)), line),
            Label(label) => self.leaf(format!("Label {}", ident(&label)), line),
            Function(function) => self.function(function),
            Class(class) => self.class(class),
            Namespace(node) => self.namespace(node, line),
            Use(node) => self.node(format!("Use {:?}", node.kind), line, |dump| dump.clauses(node.clauses)),
            GroupUse(node) => {
                let label = format!("GroupUse {}", ident(&node.prefix));
                self.node(label, line, |dump| dump.clauses(node.clauses));
            }
            Const(consts) => self.node("Const", line, |dump| dump.consts(consts)),
            HaltCompiler(offset) => self.leaf(format!("HaltCompiler {offset}"), line),
        }
    }

    fn branch(&mut self, branch: &IfBranch) {
        self.node(if branch.condition.is_some() { "Branch" } else { "Else" }, branch.line, |dump| {
            dump.optional(branch.condition);
            dump.statement(branch.body);
        });
    }

    fn for_stmt(&mut self, node: &For, line: u32) {
        self.node("For", line, |dump| {
            for (label, exprs) in [("init", node.init), ("conditions", node.conditions), ("step", node.step)] {
                dump.part(label, |dump| exprs.iter().for_each(|expr| dump.expr(expr)));
            }
            dump.statement(node.body);
        });
    }

    fn foreach(&mut self, node: &Foreach, line: u32) {
        self.node("Foreach", line, |dump| {
            dump.expr(node.subject);
            for (label, target) in [("key", node.key.as_ref()), ("value", Some(&node.value))] {
                let Some(target) = target else { continue };
                let label = if target.by_ref { format!("{label} by reference") } else { label.into() };
                dump.part(&label, |dump| dump.expr(target.expr));
            }
            dump.statement(node.body);
        });
    }

    fn switch(&mut self, node: &Switch, line: u32) {
        self.node("Switch", line, |dump| {
            dump.expr(node.subject);
            for case in node.cases {
                dump.node(if case.value.is_some() { "Case" } else { "Default" }, case.line, |dump| {
                    dump.optional(case.value);
                    dump.statements(case.body);
                });
            }
        });
    }

    fn try_stmt(&mut self, node: &Try, line: u32) {
        self.node("Try", line, |dump| {
            dump.statement(node.body);
            for catch in node.catches {
                let variable = catch.variable.map(|variable| ident(&variable)).unwrap_or_default();
                dump.node(format!("Catch {variable}").trim_end(), catch.line, |dump| {
                    dump.names("classes", catch.classes);
                    dump.statement(catch.body);
                });
            }
            dump.part("finally", |dump| {
                if let Some(finally) = node.finally {
                    dump.statement(finally);
                }
            });
        });
    }

    fn namespace(&mut self, node: &Namespace, line: u32) {
        let name = node.name.map(|name| ident(&name)).unwrap_or_default();
        self.node(format!("Namespace {name}").trim_end(), line, |dump| {
            if let Some(body) = node.body {
                dump.statements(body);
            }
        });
    }

    fn clauses(&mut self, clauses: &[UseClause]) {
        for clause in clauses {
            let alias = clause.alias.map(|alias| format!(" as {}", ident(&alias))).unwrap_or_default();
            self.leaf(format!("{:?} {}{alias}", clause.kind, text(clause.name)), clause.line);
        }
    }

    pub(super) fn consts(&mut self, consts: &[ConstElement]) {
        for element in consts {
            self.node(ident(&element.name), element.line, |dump| {
                dump.doc(element.doc_comment);
                dump.expr(element.value);
            });
        }
    }
}
