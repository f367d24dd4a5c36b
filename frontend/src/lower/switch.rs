//! `switch`.

use super::builder::{BreakTarget, LoopVar};
use super::node::Node;
use super::{Lower, Lowering, fold};
use crate::ast::Switch;
use phpc_ir::pir::*;

impl<'a> Lowering<'a, '_> {
    pub(super) fn switch(&mut self, it: &'a Switch<'a>) -> Lower<()> {
        let subject = self.expr(it.subject)?;
        let done = self.block();
        let region = self.f.region;
        let held = subject.temp().map_or(LoopVar::Plain, |temp| LoopVar::Subject(temp, region));
        self.begin_loop(held, BreakTarget { parent: None, brk: done, cont: done, is_switch: true });
        let bodies: Vec<Block> = it.cases.iter().map(|_| self.block()).collect();
        let default = self.default_case(it, &bodies)?.unwrap_or(done);
        let (known, all_known) = self.constant_cases(it.cases.iter().filter_map(|case| case.value))?;
        match all_known && !known.is_empty() {
            true => {
                let targets = it.cases.iter().zip(&bodies).filter(|(case, _)| case.value.is_some());
                let targets: Vec<Block> = targets.map(|(_, block)| *block).collect();
                let cases = known.into_iter().map(|(value, _)| self.constant(value)).zip(targets).collect();
                let value = PeekOperand(self.operand(subject.clone()));
                self.end(Op::Switch { value, cases, default });
            }
            false => {
                let mut known = known.into_iter();
                for (case, block) in it.cases.iter().zip(&bodies) {
                    let Some(value) = case.value else { continue };
                    let value = self.case_value(value, known.next())?;
                    self.switch_case(&subject, value, *block);
                }
                self.jump(default);
            }
        }
        for (case, block) in it.cases.iter().zip(bodies) {
            self.start(block);
            self.line = case.body_line;
            for statement in case.body {
                self.statement(statement)?;
            }
        }
        self.jump(done);
        self.end_loop();
        self.f.current = Some(done);
        if let Some(value) = subject.temp() {
            self.emit(Op::Free { value });
        }
        Ok(())
    }

    fn default_case(&mut self, it: &Switch, bodies: &[Block]) -> Lower<Option<Block>> {
        let mut default = None;
        for (case, block) in it.cases.iter().zip(bodies).filter(|(case, _)| case.value.is_none()) {
            if default.replace(*block).is_some() {
                self.line = case.line;
                return self.fail("Switch statements may only contain one default clause");
            }
        }
        Ok(default)
    }

    /// `switch (true)` branches on the cases themselves.
    fn switch_case(&mut self, subject: &Node, case: Node, target: Block) {
        let Node::Const(Const::Bool(wanted)) = subject else { return self.case(subject, case, false, target) };
        let next = self.block();
        match case.constant().map(fold::truth) {
            Some(truth) if truth == *wanted => self.jump(target),
            Some(_) => self.jump(next),
            None => self.branch(case, *wanted, target, next),
        }
        self.f.current = Some(next);
    }
}
