//! Statements: the dispatch and the small ones.

use super::place::Mode;
use super::variables::*;
use super::{Lower, Lowering, text};
use crate::ast::{Expr, ExprKind, StaticVar, Stmt, StmtKind};
use phpc_abi::decl::Initializer;
use phpc_ir::pir::*;

impl<'a> Lowering<'a, '_> {
    /// A statement at the top of the file: functions and classes there are declared before the code runs.
    pub(super) fn top_statement(&mut self, statement: &'a Stmt<'a>) -> Lower<()> {
        match statement.kind {
            StmtKind::Block(list) => {
                for statement in list {
                    self.nested(|this| this.top_statement(statement))?;
                }
                return Ok(());
            }
            StmtKind::Empty => return Ok(()),
            StmtKind::Function(function) => {
                self.line = function.start_line;
                self.function_declaration(function, true)?;
                self.line = function.end_line;
            }
            StmtKind::Class(class) => {
                self.line = class.start_line;
                self.class_statement(class, true)?;
                self.line = class.end_line;
            }
            _ => self.statement(statement)?,
        }
        let free = matches!(statement.kind, StmtKind::Namespace(_) | StmtKind::HaltCompiler(_));
        if !free && self.names.bracketed && !self.names.in_namespace {
            return self.fail("No code may exist outside of namespace {}");
        }
        Ok(())
    }

    pub(super) fn statement(&mut self, statement: &'a Stmt<'a>) -> Lower<()> {
        self.nested(|this| this.statement_inner(statement))
    }

    fn statement_inner(&mut self, statement: &'a Stmt<'a>) -> Lower<()> {
        match statement.kind {
            StmtKind::Empty => return Ok(()),
            // Each declarator is a statement of its own.
            StmtKind::Global(variables) => return self.each(variables, |this, it| this.global(it)),
            StmtKind::Unset(variables) => return self.each(variables, |this, it| this.unset(it)),
            StmtKind::Echo(values) => return self.each(values, |this, it| this.echo(it)),
            StmtKind::StaticVars(variables) => {
                for variable in variables {
                    self.line = variable.line;
                    self.static_var(variable)?;
                    self.tick();
                }
                return Ok(());
            }
            _ => {}
        }
        self.line = statement.line;
        match statement.kind {
            StmtKind::Block(list) => {
                for statement in list {
                    self.statement(statement)?;
                }
                return Ok(());
            }
            StmtKind::Expr(expr) => {
                let node = self.expr(expr)?;
                self.discard(node);
            }
            StmtKind::InlineHtml(html) => {
                let value = Operand::Const(self.text(html));
                self.emit(Op::Echo { value });
            }
            StmtKind::If(branches) => self.if_statement(branches)?,
            StmtKind::While { condition, body } => self.while_loop(condition, body)?,
            StmtKind::DoWhile { body, condition } => self.do_while(body, condition)?,
            StmtKind::For(it) => self.for_loop(it)?,
            StmtKind::Foreach(it) => self.foreach(it, statement.line)?,
            StmtKind::Switch(it) => self.switch(it)?,
            StmtKind::Break(depth) => self.break_continue(depth, false)?,
            StmtKind::Continue(depth) => self.break_continue(depth, true)?,
            StmtKind::Return(value) => self.return_statement(value)?,
            StmtKind::Declare(it) => self.declare(it, statement)?,
            StmtKind::Try(it) => self.try_statement(it)?,
            StmtKind::Goto(label) => self.goto(&label),
            StmtKind::Label(label) => return self.label(&label),
            StmtKind::Function(function) => {
                self.line = function.start_line;
                self.function_declaration(function, false)?;
            }
            StmtKind::Class(class) => {
                self.line = class.start_line;
                self.class_statement(class, false)?;
            }
            StmtKind::Namespace(it) => self.namespace(it, statement)?,
            StmtKind::Use(it) => {
                for clause in it.clauses {
                    self.use_clause(clause.name, clause.alias.as_ref(), it.kind)?;
                }
            }
            StmtKind::GroupUse(it) => self.group_use(it)?,
            StmtKind::Const(consts) => self.const_statement(consts)?,
            StmtKind::HaltCompiler(_) => {
                if self.names.bracketed && self.names.in_namespace {
                    return self.fail("__HALT_COMPILER() can only be used from the outermost scope");
                }
            }
            StmtKind::Empty
            | StmtKind::Global(_)
            | StmtKind::Unset(_)
            | StmtKind::Echo(_)
            | StmtKind::StaticVars(_) => {}
        }
        self.tick();
        Ok(())
    }

    fn each(
        &mut self,
        list: &'a [&'a Expr<'a>],
        mut lower: impl FnMut(&mut Self, &'a Expr<'a>) -> Lower<()>,
    ) -> Lower<()> {
        for expr in list {
            self.line = expr.line;
            lower(self, expr)?;
            self.tick();
        }
        Ok(())
    }

    pub(super) fn tick(&mut self) {
        if self.ticks == 0 {
            return;
        }
        let block = self.open_block();
        let last = self.f.blocks[block.index()].insts.last();
        if !last.is_some_and(|inst| matches!(inst.op, Op::Tick { .. })) {
            self.emit(Op::Tick { period: self.ticks as u32 });
        }
    }

    fn echo(&mut self, value: &'a Expr<'a>) -> Lower<()> {
        let value = self.expr(value)?;
        let value = self.operand(value);
        self.emit(Op::Echo { value });
        Ok(())
    }

    fn global(&mut self, variable: &'a Expr<'a>) -> Lower<()> {
        if is_this(variable) {
            return self.fail("Cannot use $this as global variable");
        }
        if let Some(name) = local_name(variable) {
            let local = self.local(&name);
            let name = self.text(&name);
            self.emit(Op::BindGlobal { local, name });
            return Ok(());
        }
        let base = self.simple_base(variable)?;
        let name = match &base {
            Base::Variable(name) | Base::Global(name) => *name,
            _ => unreachable!("it is no local"),
        };
        let (name, again) = match name {
            Operand::Temp(temp) => {
                let copy = self.dup(&super::node::Node::Temp(temp));
                (name, self.operand(copy))
            }
            name => (name, name),
        };
        let place = Place { base: Base::Global(again), steps: Vec::new() };
        let source = self.temp();
        self.emit(Op::MakeRef { dst: Def(source), place });
        let base = if matches!(base, Base::Global(_)) { Base::Global(name) } else { Base::Variable(name) };
        self.emit(Op::AssignRef { dst: None, place: Place { base, steps: Vec::new() }, source });
        Ok(())
    }

    fn unset(&mut self, variable: &'a Expr<'a>) -> Lower<()> {
        self.ensure_writable(variable)?;
        if is_this(variable) {
            return self.fail("Cannot unset $this");
        }
        if let ExprKind::Dim { index: None, .. } = variable.kind {
            return self.fail("Cannot use [] for unsetting");
        }
        let path = self.path(variable, Mode::Unset)?;
        let line = if path.place.steps.is_empty() { self.line } else { path.line() };
        self.emit_at(line, Op::Unset { place: path.place });
        Ok(())
    }

    fn static_var(&mut self, it: &'a StaticVar<'a>) -> Lower<()> {
        let name = it.name.text;
        if name == b"this" {
            return self.fail("Cannot use $this as static variable");
        }
        let used = self.f.decl.uses.iter().map(|(name, _)| name);
        if self.f.decl.statics.iter().map(|(name, _)| name).chain(used).any(|have| **have == *name) {
            return self.fail(format!("Duplicate declaration of static variable ${}", text(name)));
        }
        let value = match it.default {
            Some(default) => self.eval(default)?,
            None => Some(Const::Null),
        };
        let known = value.map(Initializer::Const);
        let var = add_static(&mut self.f.decl.statics, name, known.clone());
        let local = self.local(name);
        let done = self.block();
        if known.is_some() {
            self.end(Op::BindStatic { local, var, init: done, done });
            self.f.current = Some(done);
            return Ok(());
        }
        let init = self.block();
        self.end(Op::BindStatic { local, var, init, done });
        self.f.current = Some(init);
        let default = it.default.expect("what is not known is an expression");
        let node = self.expr(default)?;
        let value = self.operand(node);
        self.emit(Op::InitStatic { local, var, value });
        self.jump(done);
        self.f.current = Some(done);
        Ok(())
    }
}

type Statics = Vec<(Bytes, Option<Initializer>)>;

fn add_static(statics: &mut Statics, name: &[u8], known: Option<Initializer>) -> phpc_ir::pir::StaticVar {
    statics.push((name.into(), known));
    phpc_ir::pir::StaticVar(statics.len() as u32 - 1)
}
