//! `match`.

use super::node::Node;
use super::{Lower, Lowering};
use crate::ast::{Expr, ExprKind, Match};
use phpc_ir::pir::*;

impl<'a> Lowering<'a, '_> {
    pub(super) fn match_expr(&mut self, it: &'a Match<'a>) -> Lower<Node> {
        let subject = self.expr(it.subject)?;
        let conditions = it.arms.iter().filter_map(|arm| arm.conditions).flatten().copied();
        let (known, all_known) = self.constant_cases(conditions)?;
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
        if all_known && known.len() >= 2 {
            let targets = it.arms.iter().zip(&arms);
            let targets = targets.flat_map(|(arm, block)| arm.conditions.into_iter().flatten().map(|_| *block));
            let targets: Vec<Block> = targets.collect();
            let cases = known.into_iter().map(|(value, _)| self.constant(value)).zip(targets).collect();
            self.end(Op::MatchSwitch { value: peek, cases, default: otherwise });
        } else {
            let mut known = known.into_iter();
            for (arm, block) in it.arms.iter().zip(&arms) {
                for condition in arm.conditions.into_iter().flatten() {
                    let case = self.case_value(condition, known.next())?;
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

    /// The values of the first cases, as long as they are integers or strings (or, as the last, another constant), with the
    /// line that PHP gives them; and whether all are.
    pub(super) fn constant_cases(
        &mut self,
        cases: impl Iterator<Item = &'a Expr<'a>>,
    ) -> Lower<(Vec<(Const, u32)>, bool)> {
        let mut known = Vec::new();
        for case in cases {
            let Some(value) = self.eval(case)? else { return Ok((known, false)) };
            // A constant that had to be computed carries the line on which that happened.
            let literal = matches!(case.kind, ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::String(_));
            let usable = matches!(value, Const::Int(_) | Const::Str(_));
            known.push((value, if literal { case.line } else { self.line }));
            if !usable {
                return Ok((known, false));
            }
        }
        Ok((known, true))
    }

    pub(super) fn case_value(&mut self, case: &'a Expr<'a>, known: Option<(Const, u32)>) -> Lower<Node> {
        let Some((value, line)) = known else { return self.expr(case) };
        self.line = line;
        Ok(Node::Const(value))
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
