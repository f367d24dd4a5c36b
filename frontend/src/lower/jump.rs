//! Leaving: `break`, `continue`, `return`, `goto`, `yield`, and the end of a function.

use super::builder::{Goto, Label, LoopVar};
use super::node::Node;
use super::variables::*;
use super::{Lower, Lowering, text};
use crate::ast::{Expr, ExprKind, Ident};
use crate::diagnostic::DiagnosticKind;
use phpc_abi::decl::{TypeDecl, TypeMask};
use phpc_ir::pir::*;

impl<'a> Lowering<'a, '_> {
    /// What has to be done on the way out of `held`: iterators freed, `finally` run.
    fn leave(&mut self, held: LoopVar) {
        match held {
            LoopVar::Plain => {}
            LoopVar::Subject(value, region) => {
                self.move_to(region);
                self.emit(Op::Free { value });
            }
            LoopVar::Iterator(iter, region) => {
                self.move_to(region);
                self.emit(Op::IterFree { iter });
            }
            LoopVar::Finally(region) => {
                let resume = self.block_in(self.f.regions[region.index()].parent);
                self.end(Op::FinallyCall { region, resume });
                self.f.current = Some(resume);
            }
            LoopVar::Discard(region, body) => {
                self.move_to(self.f.regions[body.index()].parent);
                self.emit(Op::DiscardException { region });
            }
        }
    }

    /// Goes on in that region.
    fn move_to(&mut self, region: Option<RegionId>) {
        let current = self.f.current.map(|block| self.f.blocks[block.index()].region);
        if current.is_some_and(|current| current != region) {
            let block = self.block_in(region);
            self.start(block);
        }
    }

    pub(super) fn block_in(&mut self, region: Option<RegionId>) -> Block {
        let here = std::mem::replace(&mut self.f.region, region);
        let block = self.block();
        self.f.region = here;
        block
    }

    pub(super) fn break_continue(&mut self, depth: Option<&'a Expr<'a>>, is_continue: bool) -> Lower<()> {
        let word = if is_continue { "continue" } else { "break" };
        let depth = match depth.map(|depth| depth.kind) {
            None => 1,
            Some(ExprKind::Int(depth)) if depth >= 1 => depth,
            Some(ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::String(_)) => {
                return self.fail(format!("'{word}' operator accepts only positive integers"));
            }
            Some(_) => return self.fail(format!("'{word}' operator with non-integer operand is no longer supported")),
        };
        let Some(mut target) = self.f.break_target else {
            return self.fail(format!("'{word}' not in the 'loop' or 'switch' context"));
        };
        // What stands on the way: all of the inner loops, and `finally` of the one that is meant.
        let mut way = Vec::new();
        let mut left = depth;
        for held in self.f.loops.iter().rev() {
            match held {
                LoopVar::Finally(_) | LoopVar::Discard(..) => way.push(*held),
                _ if left <= 1 => {
                    left = 0;
                    break;
                }
                held => {
                    way.push(*held);
                    left -= 1;
                }
            }
        }
        if left > 0 {
            let levels = if depth == 1 { "level" } else { "levels" };
            return self.fail(format!("Cannot '{word}' {depth} {levels}"));
        }
        for _ in 1..depth {
            target = self.f.breaks[target].parent.expect("the depth was checked");
        }
        if is_continue && self.f.breaks[target].is_switch {
            self.warn_continue_switch(target, depth);
        }
        if way.iter().any(|held| matches!(held, LoopVar::Discard(..))) && self.f.late_error.is_none() {
            self.f.late_error = Some((self.line, "jump out of a finally block is disallowed"));
        }
        for held in way {
            self.leave(held);
        }
        let target = self.f.breaks[target];
        self.jump(if is_continue { target.cont } else { target.brk });
        self.f.current = None;
        Ok(())
    }

    fn warn_continue_switch(&mut self, target: usize, depth: i64) {
        let (number, next) = (if depth == 1 { String::new() } else { format!(" {depth}") }, depth + 1);
        let mut message = format!("\"continue{number}\" targeting switch is equivalent to \"break{number}\"");
        if self.f.breaks[target].parent.is_some() {
            message += &format!(". Did you mean to use \"continue {next}\"?");
        }
        self.warn(DiagnosticKind::Warning, message);
    }

    // ---- return

    pub(super) fn return_statement(&mut self, value: Option<&'a Expr<'a>>) -> Lower<()> {
        let by_ref = self.f.returns_ref && !self.f.decl.generator;
        let (node, reference) = match value {
            None => (Node::NULL, false),
            Some(value) if by_ref && is_variable(value) && !is_globals(value) && !is_this(value) => {
                self.ensure_not_short_circuited(value)?;
                (Node::Var(self.make_ref(value)?), true)
            }
            Some(value) => (self.expr(value)?, false),
        };
        let mut node = node;
        if matches!(node, Node::Local(_)) && !by_ref && self.has_finally() {
            node = Node::Temp(self.in_temp(node));
        }
        let node = self.check_return(value.map(|_| node), false)?;
        let way = self.f.loops.clone();
        let leaves = way.iter().any(|held| !matches!(held, LoopVar::Plain));
        for held in way.into_iter().rev() {
            self.leave(held);
        }
        // What a reference refers to may have changed on the way.
        let node = match by_ref && leaves {
            true => self.check_return(value.map(|_| node), false)?,
            false => node,
        };
        match (by_ref, reference, node.temp()) {
            (true, true, Some(source)) => self.end(Op::ReturnRef { source }),
            // `$this` is a variable, if one that cannot be referred to: no notice.
            (true, _, _) if !value.is_some_and(|value| is_this(value) || is_globals(value)) => {
                let is_call = value.is_some_and(|value| is_call(value) && matches!(node, Node::Var(_)));
                let value = self.operand(node);
                self.end(Op::ReturnRefCall { value, is_call });
            }
            _ => {
                let value = self.operand(node);
                self.end(Op::Return { value });
            }
        }
        Ok(())
    }

    fn has_finally(&self) -> bool {
        self.f.loops.iter().any(|held| matches!(held, LoopVar::Finally(_)))
    }

    /// Checks the value against the declared type; none: `return;` or the end of the function.
    fn check_return(&mut self, node: Option<Node>, implicit: bool) -> Lower<Node> {
        let ty = match &self.f.return_type {
            Some(ty) if !self.f.decl.generator => ty.clone(),
            _ => return Ok(node.unwrap_or(Node::NULL)),
        };
        let word = if self.class.is_some() { "method" } else { "function" };
        if ty.mask.contains(TypeMask::VOID) {
            return match node {
                None => Ok(Node::NULL),
                Some(Node::Const(Const::Null)) => self.fail(format!(
                    "A void {word} must not return a value (did you mean \"return;\" instead of \"return null;\"?)"
                )),
                Some(_) => self.fail(format!("A void {word} must not return a value")),
            };
        }
        if ty.mask.contains(TypeMask::NEVER) {
            return self.fail(format!("A never-returning {word} must not return"));
        }
        let node = match node {
            None if implicit => Node::NULL,
            None if ty.mask.contains(TypeMask::NULL) => {
                return self.fail(format!(
                    "A {word} with return type must return a value (did you mean \"return null;\" instead of \"return;\"?)"
                ));
            }
            None => return self.fail(format!("A {word} with return type must return a value")),
            Some(node) => node,
        };
        if (ty.mask == TypeMask::MIXED && !implicit)
            || node.constant().is_some_and(|value| accepts(&ty, value)) && !implicit
        {
            return Ok(node);
        }
        if implicit {
            self.emit(Op::VerifyReturnMissing);
            return Ok(Node::NULL);
        }
        let var = matches!(node, Node::Var(_));
        let value = self.operand(node);
        let checked = self.temp();
        self.emit(Op::VerifyReturn { dst: Def(checked), value });
        Ok(if var { Node::Var(checked) } else { Node::Temp(checked) })
    }

    /// The end of a function's code.
    pub(super) fn final_return(&mut self, value: Const) -> Lower<()> {
        let never = self.f.return_type.as_ref().is_some_and(|ty| ty.mask.contains(TypeMask::NEVER));
        if never && !self.f.decl.generator {
            self.emit(Op::VerifyNever);
            self.end(Op::Unreachable);
            return Ok(());
        }
        let missing = match &self.f.return_type {
            Some(ty) => !ty.mask.contains(TypeMask::VOID) && !self.f.decl.generator,
            None => false,
        };
        let node = if missing { self.check_return(None, true)? } else { Node::Const(value) };
        let value = self.operand(node);
        match self.f.returns_ref && !self.f.decl.generator {
            true => self.end(Op::ReturnRefCall { value, is_call: false }),
            false => self.end(Op::Return { value }),
        }
        Ok(())
    }

    // ---- goto

    pub(super) fn label(&mut self, label: &Ident) -> Lower<()> {
        let block = self.block();
        self.start(block);
        let known = Label { block, break_target: self.f.break_target, loops: self.f.loops.clone() };
        match self.f.labels.insert(label.text.into(), known) {
            Some(_) => self.fail(format!("Label '{}' already defined", text(label.text))),
            None => Ok(()),
        }
    }

    /// Where it goes and what it leaves shows at the end of the function.
    pub(super) fn goto(&mut self, label: &Ident) {
        let block = self.open_block();
        self.f.gotos.push(Goto {
            label: label.text.into(),
            line: self.line,
            block,
            break_target: self.f.break_target,
            loops: self.f.loops.clone(),
            region: self.f.region,
        });
        self.f.current = None;
    }

    pub(super) fn resolve_gotos(&mut self) -> Lower<()> {
        if let Some((line, message)) = self.f.late_error {
            self.line = line;
            return self.fail(message);
        }
        for goto in std::mem::take(&mut self.f.gotos) {
            self.line = goto.line;
            let Some(label) = self.f.labels.get(&goto.label).cloned() else {
                return self.fail(format!("'goto' to undefined label '{}'", text(&goto.label)));
            };
            let mut target = goto.break_target;
            while target != label.break_target {
                let Some(inner) = target else {
                    return self.fail("'goto' into loop or switch statement is disallowed");
                };
                target = self.f.breaks[inner].parent;
            }
            let common = goto.loops.iter().zip(&label.loops).take_while(|(left, right)| left == right).count();
            if label.loops[common..].iter().any(|held| matches!(held, LoopVar::Discard(..))) {
                return self.fail("jump into a finally block is disallowed");
            }
            if goto.loops[common..].iter().any(|held| matches!(held, LoopVar::Discard(..))) {
                return self.fail("jump out of a finally block is disallowed");
            }
            self.f.region = goto.region;
            self.f.current = Some(goto.block);
            for held in goto.loops[common..].iter().rev() {
                self.leave(*held);
            }
            self.jump(label.block);
        }
        self.f.region = None;
        Ok(())
    }

    // ---- generators

    pub(super) fn yield_expr(&mut self, value: Option<&'a Expr<'a>>, key: Option<&'a Expr<'a>>) -> Lower<Node> {
        self.mark_generator()?;
        let key = match key {
            Some(key) => {
                let node = self.expr(key)?;
                Some(self.operand(node))
            }
            None => None,
        };
        let Some(value) = value else {
            return Ok(self.define_var(|dst| Op::Yield { dst: Some(dst), key, value: None }));
        };
        if self.f.returns_ref && is_variable(value) && !is_this(value) && !is_globals(value) {
            self.ensure_not_short_circuited(value)?;
            let source = self.make_ref(value)?;
            return Ok(self.define_var(|dst| Op::YieldRef { dst: Some(dst), key, source }));
        }
        let plain = is_this(value) || is_globals(value);
        let node = self.expr(value)?;
        let is_call = is_call(value) && matches!(node, Node::Var(_));
        let value = self.operand(node);
        Ok(match self.f.returns_ref && !plain {
            true => self.define_var(|dst| Op::YieldRefCall { dst: Some(dst), key, value, is_call }),
            false => self.define_var(|dst| Op::Yield { dst: Some(dst), key, value: Some(value) }),
        })
    }

    pub(super) fn yield_from(&mut self, inner: &'a Expr<'a>) -> Lower<Node> {
        self.mark_generator()?;
        if self.f.returns_ref {
            return self.fail("Cannot use \"yield from\" inside a by-reference generator");
        }
        let node = self.expr(inner)?;
        let value = self.operand(node);
        Ok(self.define(|dst| Op::YieldFrom { dst: Some(dst), value }))
    }

    pub(super) fn mark_generator(&mut self) -> Lower<()> {
        if !self.f.named {
            return self.fail("The \"yield\" expression can only be used inside a function");
        }
        let Some(ty) = &self.f.return_type else { return Ok(()) };
        let generator =
            |name: &Bytes| ["Traversable", "Iterator", "Generator"].iter().any(|it| super::same(name, it.as_bytes()));
        let valid = ty.mask.contains(TypeMask::OBJECT)
            || ty.mask.contains(TypeMask::ITERABLE)
            || ty.classes.iter().any(|class| match class {
                phpc_abi::decl::ClassType::Name(name) => generator(name),
                phpc_abi::decl::ClassType::Intersection(_) => false,
            });
        if !valid {
            let message = format!("Generator return type must be a supertype of Generator, {} given", text(&ty.text));
            return self.fail(message);
        }
        Ok(())
    }
}

/// Is the value of that very type (nothing is converted)?
pub(super) fn accepts(ty: &TypeDecl, value: &Const) -> bool {
    let bit = match value {
        Const::Null => TypeMask::NULL,
        Const::Bool(false) => TypeMask::FALSE,
        Const::Bool(true) => TypeMask::TRUE,
        Const::Int(_) => TypeMask::INT,
        Const::Float(_) => TypeMask::FLOAT,
        Const::Str(_) => TypeMask::STRING,
        Const::Array(_) => TypeMask::ARRAY,
    };
    ty.mask.contains(bit) || (bit == TypeMask::ARRAY && ty.mask.contains(TypeMask::ITERABLE))
}
