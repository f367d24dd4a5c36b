//! `match`.

use super::node::Node;
use super::{Lower, Lowering};
use crate::ast::Match;
use phpc_ir::pir::*;

impl<'a> Lowering<'a, '_> {
    pub(super) fn match_expr(&mut self, it: &'a Match<'a>) -> Lower<Node> {
        let subject = self.expr(it.subject)?;
        let mut constants = Vec::new();
        let mut all_known = true;
        for condition in it.arms.iter().filter_map(|arm| arm.conditions).flatten() {
            match self.eval(condition)? {
                Some(value @ (Const::Int(_) | Const::Str(_))) if all_known => constants.push(value),
                _ => all_known = false,
            }
        }
        let mut default = None;
        for (at, arm) in it.arms.iter().enumerate().filter(|(_, arm)| arm.conditions.is_none()) {
            if default.replace(at).is_some() {
                self.line = arm.line;
                return self.fail("Match expressions may only contain one default arm");
            }
        }
        let arms: Vec<Block> = it.arms.iter().map(|_| self.block()).collect();
        let otherwise = match default {
            Some(at) => arms[at],
            None => self.block(),
        };
        let peek = PeekOperand(self.operand(subject.clone()));
        if all_known && constants.len() >= 2 {
            let targets = it.arms.iter().zip(&arms);
            let targets = targets.flat_map(|(arm, block)| arm.conditions.into_iter().flatten().map(|_| *block));
            let targets: Vec<Block> = targets.collect();
            let cases = constants.into_iter().map(|value| self.constant(value)).zip(targets).collect();
            self.end(Op::MatchSwitch { value: peek, cases, default: otherwise });
        } else {
            for (arm, block) in it.arms.iter().zip(&arms) {
                for condition in arm.conditions.into_iter().flatten() {
                    let case = self.expr(condition)?;
                    self.case(&subject, case, true, *block);
                }
            }
            self.jump(otherwise);
        }
        if default.is_none() {
            self.f.current = Some(otherwise);
            let value = self.operand(subject.clone());
            self.end(Op::MatchError { value });
        }
        if it.arms.is_empty() {
            return Ok(Node::NULL);
        }
        let (result, done) = (self.temp(), self.block());
        for (arm, block) in it.arms.iter().zip(arms) {
            self.f.current = Some(block);
            let body = self.expr(arm.body)?;
            self.copy_to(result, body);
            self.jump(done);
        }
        self.f.current = Some(done);
        if let Some(value) = subject.temp() {
            self.emit(Op::Free { value });
        }
        Ok(Node::Temp(result))
    }

    /// Compares the subject with a case and goes to `target` if they are equal.
    pub(super) fn case(&mut self, subject: &Node, case: Node, strict: bool, target: Block) {
        let next = self.block();
        let value = PeekOperand(self.operand(subject.clone()));
        let case = self.operand(case);
        let equal = self.define(|dst| Op::Case { dst, strict, value, case });
        self.branch(equal, true, target, next);
        self.f.current = Some(next);
    }
}
