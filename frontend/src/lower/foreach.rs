//! `foreach`.

use super::builder::{BreakTarget, LoopVar};
use super::node::Node;
use super::place::Mode;
use super::variables::*;
use super::{Lower, Lowering};
use crate::ast::{ExprKind, Foreach};
use phpc_ir::pir::*;

impl<'a> Lowering<'a, '_> {
    pub(super) fn foreach(&mut self, it: &'a Foreach<'a>, line: u32) -> Lower<()> {
        if let Some(key) = it.key {
            if key.by_ref {
                return self.fail("Key element cannot be a reference");
            }
            if matches!(key.expr.kind, ExprKind::Array(_)) {
                return self.fail("Cannot use list as key element");
            }
        }
        let list = match it.value.expr.kind {
            ExprKind::Array(list) => Some(list),
            _ => None,
        };
        let by_ref = it.value.by_ref || list.is_some_and(super::list::has_references);
        let (next, done, after) = (self.block(), self.block(), self.block());
        let iter = self.begin_iteration(it, by_ref, next, after)?;
        self.begin_loop(
            LoopVar::Iterator(iter, self.f.region),
            BreakTarget { parent: None, brk: done, cont: next, is_switch: false },
        );
        self.f.current = Some(next);
        self.next_element(it, iter, by_ref, done)?;
        self.statement(it.body)?;
        self.line = line;
        self.jump(next);
        self.end_loop();
        self.f.current = Some(done);
        self.emit(Op::IterFree { iter });
        self.start(after);
        Ok(())
    }

    fn begin_iteration(&mut self, it: &'a Foreach<'a>, by_ref: bool, body: Block, empty: Block) -> Lower<Temp> {
        if by_ref && is_variable(it.subject) && can_write(it.subject) {
            self.line = it.subject.line;
            let path = self.path(it.subject, Mode::Write)?;
            let line = if path.place.steps.is_empty() { self.line } else { path.line() };
            let iter = self.temp();
            self.emit_at(line, Op::IterInitRef { iter: Def(iter), place: path.place, empty, body });
            self.f.current = None;
            return Ok(iter);
        }
        let node = match is_call(it.subject) {
            true if by_ref => {
                let checkpoint = self.f.short.len();
                self.line = it.subject.line;
                let node = self.call_expr(it.subject, Mode::Read)?;
                let node = self.end_chain(checkpoint, node, Const::Null);
                if !matches!(node, Node::Var(_)) {
                    return self.fail("Cannot use result of built-in function in write context");
                }
                node
            }
            _ => self.expr(it.subject)?,
        };
        let iter = self.temp();
        let subject = self.operand(node);
        self.end(match by_ref {
            true => Op::IterInitRef {
                iter: Def(iter),
                place: Place { base: Base::Value(subject), steps: Vec::new() },
                empty,
                body,
            },
            false => Op::IterInit { iter: Def(iter), subject, empty, body },
        });
        Ok(iter)
    }

    fn next_element(&mut self, it: &'a Foreach<'a>, iter: Temp, by_ref: bool, done: Block) -> Lower<()> {
        let value = it.value.expr;
        if is_this(value) {
            return self.fail("Cannot re-assign $this");
        }
        let local = local_name(value).map(|name| self.local(&name));
        let element = match local {
            Some(_) => None,
            None => Some(self.temp()),
        };
        let target = match (local, element, by_ref) {
            (Some(local), _, true) => IterTarget::LocalRef(local),
            (Some(local), _, false) => IterTarget::Local(local),
            (_, Some(temp), true) => IterTarget::TempRef(Def(temp)),
            (_, Some(temp), false) => IterTarget::Temp(Def(temp)),
            (None, None, _) => unreachable!("one of both is made"),
        };
        let key = it.key.map(|_| self.temp());
        let body = self.block();
        self.end(Op::IterNext { iter: Peek(iter), target, key: key.map(Def), body, done });
        self.f.current = Some(body);
        if let Some(temp) = element {
            match value.kind {
                ExprKind::Array(list) => {
                    let node = Node::Temp(temp);
                    self.destructure(list, &node)?;
                    self.discard(node);
                }
                _ if by_ref => self.assign_ref_node(value, temp)?,
                _ => self.assign_node(value, Node::Temp(temp))?,
            }
        }
        if let (Some(key), Some(target)) = (key, it.key) {
            self.assign_node(target.expr, Node::Temp(key))?;
        }
        Ok(())
    }
}
