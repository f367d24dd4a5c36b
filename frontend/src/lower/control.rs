//! `if`, `while`, `do`, `for`, and what all loops share.

use super::builder::{BreakTarget, LoopVar};
use super::{Lower, Lowering};
use crate::ast::{Expr, For, IfBranch, Stmt};

impl<'a> Lowering<'a, '_> {
    pub(super) fn if_statement(&mut self, branches: &'a [IfBranch<'a>]) -> Lower<()> {
        let done = self.block();
        for (at, branch) in branches.iter().enumerate() {
            let Some(condition) = branch.condition else {
                self.statement(branch.body)?;
                continue;
            };
            if at > 0 {
                self.line = condition.line;
            }
            let (yes, no) = (self.block(), self.block());
            self.condition(condition, yes, no)?;
            self.f.current = Some(yes);
            self.statement(branch.body)?;
            self.line = branch.line;
            self.jump(done);
            self.f.current = Some(no);
        }
        self.start(done);
        Ok(())
    }

    pub(super) fn begin_loop(&mut self, held: LoopVar, target: BreakTarget) {
        let parent = self.f.break_target;
        self.f.break_target = Some(self.f.breaks.len());
        self.f.breaks.push(BreakTarget { parent, ..target });
        self.f.loops.push(held);
    }

    pub(super) fn end_loop(&mut self) {
        let current = self.f.break_target.expect("a loop was begun");
        self.f.break_target = self.f.breaks[current].parent;
        self.f.loops.pop();
    }

    /// The body is compiled before the condition, as in PHP: it names its variables first.
    pub(super) fn while_loop(&mut self, condition: &'a Expr<'a>, body: &'a Stmt<'a>) -> Lower<()> {
        let (test, inside, done) = (self.block(), self.block(), self.block());
        self.jump(test);
        self.begin_loop(LoopVar::Plain, BreakTarget { parent: None, brk: done, cont: test, is_switch: false });
        self.f.current = Some(inside);
        self.statement(body)?;
        self.start(test);
        self.condition(condition, inside, done)?;
        self.end_loop();
        self.f.current = Some(done);
        Ok(())
    }

    pub(super) fn do_while(&mut self, body: &'a Stmt<'a>, condition: &'a Expr<'a>) -> Lower<()> {
        let (inside, test, done) = (self.block(), self.block(), self.block());
        self.begin_loop(LoopVar::Plain, BreakTarget { parent: None, brk: done, cont: test, is_switch: false });
        self.start(inside);
        self.statement(body)?;
        self.start(test);
        self.condition(condition, inside, done)?;
        self.end_loop();
        self.f.current = Some(done);
        Ok(())
    }

    pub(super) fn for_loop(&mut self, it: &'a For<'a>) -> Lower<()> {
        self.effects(it.init)?;
        let (inside, step, test, done) = (self.block(), self.block(), self.block(), self.block());
        self.jump(test);
        self.begin_loop(LoopVar::Plain, BreakTarget { parent: None, brk: done, cont: step, is_switch: false });
        self.f.current = Some(inside);
        self.statement(it.body)?;
        self.start(step);
        self.effects(it.step)?;
        self.start(test);
        match it.conditions {
            [] => self.jump(inside),
            [before @ .., last] => {
                self.effects(before)?;
                self.condition(last, inside, done)?;
            }
        }
        self.end_loop();
        self.f.current = Some(done);
        Ok(())
    }

    fn effects(&mut self, list: &'a [&'a Expr<'a>]) -> Lower<()> {
        for expr in list {
            let node = self.expr(expr)?;
            self.discard(node);
        }
        Ok(())
    }
}
