//! Statements as source.

use super::Export;
use crate::ast::*;

impl Export {
    pub(super) fn statements(&mut self, list: &[Stmt]) {
        list.iter().for_each(|statement| self.statement(statement));
    }

    /// `{`, the statements one level deeper, and the line of the `}`.
    fn braces(&mut self, body: &Stmt) {
        self.word(" {\n");
        self.inner(body);
        self.word("}");
    }

    fn inner(&mut self, body: &Stmt) {
        self.indented(|out| out.statement(body));
        self.line_start();
    }

    pub(super) fn statement(&mut self, statement: &Stmt) {
        match statement.kind {
            StmtKind::Empty => {}
            StmtKind::Block(list) => self.statements(list),
            StmtKind::Global(list) => self.simple(list, "global ", ""),
            StmtKind::Unset(list) => self.simple(list, "unset(", ")"),
            StmtKind::Echo(list) => self.simple(list, "echo ", ""),
            StmtKind::StaticVars(list) => {
                for it in list {
                    self.line_start();
                    self.word("static $");
                    self.bytes(it.name.text);
                    self.default_value(it.default);
                    self.word(";\n");
                }
            }
            _ => {
                self.line_start();
                self.one(statement);
                self.word("\n");
            }
        }
    }

    fn simple(&mut self, list: &[&Expr], before: &str, after: &str) {
        for expr in list {
            self.line_start();
            self.word(before);
            self.expr(expr, 0);
            self.word(after);
            self.word(";\n");
        }
    }

    pub(super) fn default_value(&mut self, value: Option<&Expr>) {
        if let Some(value) = value {
            self.word(" = ");
            self.expr(value, 0);
        }
    }

    fn keyword(&mut self, word: &str, value: Option<&Expr>) {
        self.word(word);
        if let Some(value) = value {
            self.word(" ");
            self.expr(value, 0);
        }
        self.word(";");
    }

    fn condition(&mut self, before: &str, condition: &Expr) {
        self.word(before);
        self.expr(condition, 0);
        self.word(")");
    }

    fn one(&mut self, statement: &Stmt) {
        match statement.kind {
            StmtKind::Expr(expr) => {
                self.expr(expr, 0);
                self.word(";");
            }
            StmtKind::InlineHtml(html) => {
                self.word("echo ");
                self.string(html);
                self.word(";");
            }
            StmtKind::If(branches) => self.if_statement(branches),
            StmtKind::While { condition, body } => {
                self.condition("while (", condition);
                self.braces(body);
            }
            StmtKind::DoWhile { body, condition } => {
                self.word("do");
                self.braces(body);
                self.condition(" while (", condition);
                self.word(";");
            }
            StmtKind::For(it) => {
                self.word("for (");
                self.list(it.init, ", ", |out, expr| out.expr(expr, 20));
                for part in [it.conditions, it.step] {
                    self.word(";");
                    if !part.is_empty() {
                        self.word(" ");
                    }
                    self.list(part, ", ", |out, expr| out.expr(expr, 20));
                }
                self.word(")");
                self.braces(it.body);
            }
            StmtKind::Foreach(it) => {
                self.word("foreach (");
                self.expr(it.subject, 0);
                self.word(" as ");
                if let Some(key) = &it.key {
                    self.foreach_target(key);
                    self.word(" => ");
                }
                self.foreach_target(&it.value);
                self.word(")");
                self.braces(it.body);
            }
            StmtKind::Switch(it) => self.switch(it),
            StmtKind::Break(depth) => self.keyword("break", depth),
            StmtKind::Continue(depth) => self.keyword("continue", depth),
            StmtKind::Return(value) => self.keyword("return", value),
            StmtKind::Declare(it) => {
                self.word("declare(");
                self.consts(it.directives);
                self.word(")");
                match it.body.kind {
                    StmtKind::Empty => self.word(";"),
                    _ => self.braces(it.body),
                }
            }
            StmtKind::Try(it) => self.try_statement(it),
            StmtKind::Goto(label) => {
                self.word("goto ");
                self.bytes(label.text);
                self.word(";");
            }
            StmtKind::Label(label) => {
                self.bytes(label.text);
                self.word(":");
            }
            StmtKind::Function(function) => self.function_declaration(function),
            StmtKind::Class(class) => self.class(class),
            StmtKind::Namespace(it) => self.namespace(it),
            StmtKind::Use(it) => self.use_clauses(it.kind, b"", it.clauses),
            StmtKind::GroupUse(it) => {
                self.use_clauses(it.kind.unwrap_or(UseKind::Class), it.prefix.text, it.clauses);
            }
            StmtKind::Const(consts) => {
                self.word("const ");
                self.consts(consts);
                self.word(";");
            }
            StmtKind::HaltCompiler(_) => self.word("__HALT_COMPILER();"),
            StmtKind::Empty
            | StmtKind::Block(_)
            | StmtKind::Global(_)
            | StmtKind::Unset(_)
            | StmtKind::Echo(_)
            | StmtKind::StaticVars(_) => unreachable!("written before"),
        }
    }

    pub(super) fn consts(&mut self, list: &[ConstElement]) {
        self.list(list, ", ", |out, it| {
            out.bytes(it.name.text);
            out.default_value(Some(it.value));
        });
    }

    /// `else` with nothing but an `if` in it goes on in one line.
    fn if_statement(&mut self, branches: &[IfBranch]) {
        let mut branches = branches;
        loop {
            let mut nested = None;
            for (at, branch) in branches.iter().enumerate() {
                if at > 0 {
                    self.line_start();
                }
                match (branch.condition, branch.body.kind) {
                    (Some(condition), _) => {
                        self.condition(if at == 0 { "if (" } else { "} elseif (" }, condition);
                        self.word(" {\n");
                    }
                    (None, StmtKind::If(inner)) => {
                        self.word("} else ");
                        nested = Some(inner);
                        continue;
                    }
                    (None, _) => self.word("} else {\n"),
                }
                self.indented(|out| out.statement(branch.body));
            }
            match nested {
                Some(inner) => branches = inner,
                None => break,
            }
        }
        self.line_start();
        self.word("}");
    }

    fn foreach_target(&mut self, target: &ForeachTarget) {
        if target.by_ref {
            self.word("&");
        }
        self.expr(target.expr, 0);
    }

    fn switch(&mut self, it: &Switch) {
        self.condition("switch (", it.subject);
        self.word(" {\n");
        self.indented(|out| {
            for case in it.cases {
                out.line_start();
                match case.value {
                    Some(value) => {
                        out.word("case ");
                        out.expr(value, 0);
                        out.word(":\n");
                    }
                    None => out.word("default:\n"),
                }
                out.indented(|out| out.statements(case.body));
            }
        });
        self.line_start();
        self.word("}");
    }

    fn try_statement(&mut self, it: &Try) {
        self.word("try {\n");
        self.inner(it.body);
        for catch in it.catches {
            self.word("} catch (");
            self.list(catch.classes, "|", |out, class| out.bytes(class.text));
            if let Some(variable) = catch.variable {
                self.word(" $");
                self.variable_name(variable.text);
            }
            self.word(") {\n");
            self.inner(catch.body);
        }
        if let Some(finally) = it.finally {
            self.word("} finally {\n");
            self.inner(finally);
        }
        self.word("}");
    }

    fn namespace(&mut self, it: &Namespace) {
        self.word("namespace");
        if let Some(name) = it.name {
            self.word(" ");
            self.bytes(name.text);
        }
        match it.body {
            Some(body) => {
                self.word(" {\n");
                self.indented(|out| out.statements(body));
                self.line_start();
                self.word("}\n");
            }
            None => self.word(";"),
        }
    }

    fn use_clauses(&mut self, kind: UseKind, prefix: &[u8], clauses: &[UseClause]) {
        self.word(match kind {
            UseKind::Class => "use ",
            UseKind::Function => "use function ",
            UseKind::Const => "use const ",
        });
        self.list(clauses, ", ", |out, clause| {
            if !prefix.is_empty() {
                out.bytes(prefix);
                out.word("\\");
            }
            out.bytes(clause.name);
            if let Some(alias) = clause.alias {
                out.word(" as ");
                out.bytes(alias.text);
            }
        });
        self.word(";");
    }
}
