//! Assignments: by value, by reference, compound, `??=`, `++` and `--`.

use super::node::Node;
use super::place::{Mode, Path};
use super::variables::*;
use super::{Lower, Lowering};
use crate::ast::{self, Expr, ExprKind};
use phpc_ir::pir::*;

impl<'a> Lowering<'a, '_> {
    pub(super) fn assign(&mut self, target: &'a Expr<'a>, value: &'a Expr<'a>) -> Lower<Node> {
        if let ExprKind::Array(list) = target.kind {
            return self.assign_list(list, value);
        }
        self.check_assignable(target)?;
        let path = self.path(target, Mode::Write)?;
        let value = match target.kind {
            ExprKind::Dim { .. } if !is_global_element(target) => self.value_beside(value, target)?,
            _ => self.expr(value)?,
        };
        Ok(self.store(target, path, value))
    }

    fn check_assignable(&mut self, target: &'a Expr<'a>) -> Lower<()> {
        if is_this(target) {
            return self.fail("Cannot re-assign $this");
        }
        self.ensure_writable(target)
    }

    /// `$a[0] = $a`: the right side is evaluated before the left one is changed.
    fn value_beside(&mut self, value: &'a Expr<'a>, target: &'a Expr<'a>) -> Lower<Node> {
        if !is_assign_to_self(target, value) || is_this(value) {
            return self.expr(value);
        }
        self.copy_of_variable(value)
    }

    pub(super) fn copy_of_variable(&mut self, variable: &'a Expr<'a>) -> Lower<Node> {
        let base = self.simple_base(variable)?;
        Ok(match base {
            Base::Local(local) => self.define(|dst| Op::Copy { dst, value: Operand::Local(local) }),
            base => {
                let place = Place { base, steps: Vec::new() };
                self.define(|dst| Op::Read { dst, mode: ReadMode::Warn, place })
            }
        })
    }

    fn store(&mut self, target: &'a Expr<'a>, path: Path, value: Node) -> Node {
        let line = match is_simple_variable(target) || is_global_element(target) {
            true => {
                self.line = target.line;
                self.line
            }
            false => path.line(),
        };
        self.store_at(line, path, value)
    }

    fn store_at(&mut self, line: u32, path: Path, value: Node) -> Node {
        let value = self.operand(value);
        let temp = self.temp();
        self.emit_at(line, Op::Assign { dst: Some(Def(temp)), place: path.place, value });
        Node::Temp(temp)
    }

    /// Assigns what is already computed; the result is not used.
    pub(super) fn assign_node(&mut self, target: &'a Expr<'a>, value: Node) -> Lower<()> {
        self.line = target.line;
        self.check_assignable(target)?;
        let path = self.path(target, Mode::Write)?;
        let result = self.store(target, path, value);
        self.discard(result);
        Ok(())
    }

    pub(super) fn assign_ref(&mut self, target: &'a Expr<'a>, source: &'a Expr<'a>) -> Lower<Node> {
        self.check_assignable(target)?;
        self.ensure_not_short_circuited(source)?;
        if is_globals(source) {
            return self.fail("Cannot acquire reference to $GLOBALS");
        }
        let path = self.path(target, Mode::Write)?;
        if is_call(source) {
            self.line = source.line;
            let Node::Var(source) = self.call_expr(source, Mode::Write)? else {
                return self.fail("Cannot use result of built-in function in write context");
            };
            let line = self.ref_line(target, &path);
            let temp = self.temp();
            self.emit_at(line, Op::AssignRefCall { dst: Some(Def(temp)), place: path.place, source });
            return Ok(Node::Var(temp));
        }
        let source = self.make_ref(source)?;
        Ok(self.store_ref(target, path, source))
    }

    fn ref_line(&self, target: &Expr, path: &Path) -> u32 {
        match target.kind {
            ExprKind::Prop { .. } | ExprKind::StaticProp { .. } => path.line(),
            _ => self.line,
        }
    }

    fn store_ref(&mut self, target: &'a Expr<'a>, path: Path, source: Temp) -> Node {
        let line = self.ref_line(target, &path);
        let temp = self.temp();
        self.emit_at(line, Op::AssignRef { dst: Some(Def(temp)), place: path.place, source });
        Node::Var(temp)
    }

    /// Binds the target to a reference that is already made; the result is not used.
    pub(super) fn assign_ref_node(&mut self, target: &'a Expr<'a>, source: Temp) -> Lower<()> {
        self.line = target.line;
        self.check_assignable(target)?;
        let path = self.path(target, Mode::Write)?;
        let result = self.store_ref(target, path, source);
        self.discard(result);
        Ok(())
    }

    pub(super) fn assign_op(&mut self, op: ast::BinaryOp, target: &'a Expr<'a>, value: &'a Expr<'a>) -> Lower<Node> {
        self.ensure_writable(target)?;
        let path = self.path(target, Mode::ReadWrite)?;
        let plain = is_simple_variable(target) || is_global_element(target);
        let value = match target.kind {
            ExprKind::Dim { .. } if !plain => self.value_beside(value, target)?,
            _ => self.expr(value)?,
        };
        let value = self.operand(value);
        let line = if plain { self.line } else { path.line() };
        let temp = self.temp();
        let (op, _) = super::expr::binary_op(op);
        self.emit_at(line, Op::AssignOp { dst: Some(Def(temp)), op, place: path.place, value });
        Ok(Node::Temp(temp))
    }

    pub(super) fn inc_dec(&mut self, op: ast::IncDec, target: &'a Expr<'a>) -> Lower<Node> {
        self.ensure_writable(target)?;
        if is_simple_variable(target) || matches!(target.kind, ExprKind::Dim { .. }) {
            self.line = target.line;
        }
        let path = self.path(target, Mode::ReadWrite)?;
        let kind = match op {
            ast::IncDec::PreInc => IncDec::PreInc,
            ast::IncDec::PreDec => IncDec::PreDec,
            ast::IncDec::PostInc => IncDec::PostInc,
            ast::IncDec::PostDec => IncDec::PostDec,
        };
        let line = path.line();
        let temp = self.temp();
        self.emit_at(line, Op::IncDec { dst: Some(Def(temp)), kind, place: path.place });
        Ok(Node::Temp(temp))
    }

    /// `target ??= value`: the parts of the target are evaluated once.
    pub(super) fn assign_coalesce(&mut self, target: &'a Expr<'a>, value: &'a Expr<'a>) -> Lower<Node> {
        self.ensure_writable(target)?;
        if is_this(target) {
            return self.fail("Cannot re-assign $this");
        }
        self.line = target.line;
        if matches!(target.kind, ExprKind::Dim { index: None, .. }) {
            return self.fail("Cannot use [] for reading");
        }
        let path = self.path(target, Mode::Quiet)?;
        let again = self.dup_path(&path);
        let old = self.read_path(path, Mode::Quiet);
        let (null, other, done) = (self.block(), self.block(), self.block());
        let result = self.temp();
        let peek = PeekOperand(self.operand(old.clone()));
        self.end(Op::BranchNull { value: peek, null, other });
        self.f.current = Some(null);
        if let Some(value) = old.temp() {
            self.emit(Op::Free { value });
        }
        let value = match target.kind {
            ExprKind::Dim { .. } => self.value_beside(value, target)?,
            _ => self.expr(value)?,
        };
        let line = if again.place.steps.is_empty() { self.line } else { again.line() };
        let stored = self.store_at(line, again.clone(), value);
        self.copy_to(result, stored);
        self.jump(done);
        self.f.current = Some(other);
        self.copy_to(result, old);
        self.free_path(again);
        self.jump(done);
        self.f.current = Some(done);
        Ok(Node::Temp(result))
    }
}
