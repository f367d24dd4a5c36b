//! Branches, switches, returns, and small statements.

use super::body::{Body, Held, What};
use crate::pir::{self, BinaryOp, ConstId, Def, IncludeKind, Operand, Temp};
use crate::ssa::*;
use phpc_abi::decl::Const;
use phpc_abi::primitives::Primitive;

impl Body<'_> {
    pub(super) fn branch_on(&mut self, value: Operand, yes: pir::Block, no: pir::Block) {
        let operand = self.borrow(value);
        let truth = self.truth(operand.value);
        self.done(operand);
        let (yes, no) = (self.target(yes), self.target(no));
        self.branch(truth, yes, no);
    }

    pub(super) fn branch_null(&mut self, value: Operand, null: pir::Block, other: pir::Block) {
        // `??` asks whether a local is there: that it is not is no reason for a warning.
        let operand = match value {
            Operand::Local(local) => self.borrow_local(local, pir::ReadMode::Quiet),
            value => self.peek(value),
        };
        let is_null = self.type_is(operand.value, Mask::NULL.union(Mask::UNDEF));
        self.done(operand);
        let (null, other) = (self.target(null), self.target(other));
        self.branch(is_null, null, other);
    }

    pub(super) fn branch_assert(&mut self, skip: pir::Block, check: pir::Block) {
        let active = self.prim(Primitive::assertions_active, &[]);
        let (skip, check) = (self.target(skip), self.target(check));
        self.branch(active, check, skip);
    }

    /// `switch` compares by `==`, `match` by `===`; both in order. Ints against int cases go through a table.
    pub(super) fn switch(&mut self, value: Operand, cases: &[(ConstId, pir::Block)], default: pir::Block, by: BinaryOp) {
        let operand = self.peek(value);
        let ints: Option<Vec<i64>> = cases
            .iter()
            .map(|(constant, _)| match self.const_data(*constant) {
                Const::Int(value) => Some(*value),
                _ => None,
            })
            .collect();
        if let Some(ints) = ints.filter(|ints| ints.len() >= 3) {
            let is_int = self.type_is(operand.value, Mask::INT);
            let (yes, no) = self.fork(is_int, false);
            let live = self.live.clone();
            self.enter(yes);
            let int = self.assume(operand.value, Type::INT);
            self.done(operand);
            self.table(int, &ints, cases, default);
            self.live = live;
            self.enter(no);
        }
        for (constant, target) in cases {
            let wanted = self.constant(*constant);
            let equal = self.compare(by, operand.value, wanted);
            let (yes, no) = self.fork(equal, false);
            let live = self.live.clone();
            self.enter(yes);
            self.done(operand);
            self.jump_to(*target);
            self.live = live;
            self.enter(no);
        }
        self.done(operand);
        self.jump_to(default);
    }

    fn table(&mut self, value: Value, ints: &[i64], cases: &[(ConstId, pir::Block)], default: pir::Block) {
        let mut distinct: Vec<(i64, pir::Block)> = Vec::new();
        for (&int, (_, target)) in ints.iter().zip(cases) {
            if distinct.iter().all(|(seen, _)| *seen != int) {
                distinct.push((int, *target));
            }
        }
        let from = self.ssa.here();
        let values: Vec<i64> = distinct.iter().map(|(int, _)| *int).collect();
        let inst = self.emit_void(Op::switch, &[value], Imm::Cases(values.into()));
        for target in distinct.into_iter().map(|(_, target)| target).chain([default]) {
            let target = self.target(target);
            self.ssa.add_target(from, inst, target);
        }
    }

    pub(super) fn return_value(&mut self, value: Operand) {
        let result = match value {
            // A local dies here: its value is moved out.
            Operand::Local(local) if self.is_ssa(local) && !self.maybe_reference(local) && !self.keeps_local(local.index()) => {
                let borrowed = self.borrow(value);
                let undef = self.undef();
                self.ssa.write(self.locals[local.index()], undef);
                self.hold(borrowed.value)
            }
            _ => self.own(value),
        };
        self.return_held(result);
    }

    fn return_held(&mut self, result: Held) {
        if self.generator.is_some() {
            return self.generator_return(result);
        }
        self.kill_locals();
        let value = self.take(result);
        let wanted = self.ssa.func.signature.result;
        let value = if self.type_of(value).tags().is_within(wanted.tags()) { value } else { self.assume(value, wanted) };
        self.emit_void(Op::ret, &[value], Imm::None);
    }

    /// What is no reference is noticed, and becomes one.
    pub(super) fn return_ref_call(&mut self, value: Operand, is_call: bool) {
        const TEXT: &str = "Only variable references should be returned by reference";
        let result = self.own(value);
        let var = self.ssa.var(Type::SLOT);
        let join = self.ssa.block();
        if is_call {
            let value = self.ssa.read(result.var);
            let is_reference = self.type_is(value, Mask::REFERENCE);
            let (yes, no) = self.fork(is_reference, false);
            self.enter(yes);
            self.ssa.write(var, value);
            self.jump(join);
            self.enter(no);
        }
        self.notice_not_variable(TEXT);
        let value = self.take(result);
        let cell = self.prim_typed(Primitive::reference_new, &[value], Type::REFERENCE);
        self.ssa.write(var, cell);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
        let result = Held { what: What::Value, var, temp: None };
        self.live.push(result);
        self.return_held(result);
    }

    /// A notice that is no warning about a variable.
    fn notice_not_variable(&mut self, text: &str) {
        let text = self.string_value(text.as_bytes());
        self.prim_void(Primitive::notice, &[text]);
    }

    pub(super) fn verify_return(&mut self, dst: Def, value: Operand) {
        let held = self.own(value);
        let func = self.func_ptr();
        let class = self.static_class();
        let value = self.take(held);
        let ty = self.pir.decl.return_type.as_ref().map_or(Type::ANY, |ty| {
            super::signature::declared_type(self.program, ty)
        });
        let ty = if self.pir.decl.returns_reference { ty.join(&Type::REFERENCE) } else { ty };
        let verified = self.prim_typed(Primitive::verify_return, &[func, value, class], ty);
        self.define(dst, verified);
    }

    pub(super) fn verify_never(&mut self) {
        let func = self.func_ptr();
        self.prim_void(Primitive::verify_never, &[func]);
    }

    pub(super) fn match_error(&mut self, value: Operand) {
        let operand = self.borrow(value);
        self.prim_void(Primitive::match_error, &[operand.value]);
        self.unreachable();
    }

    pub(super) fn echo(&mut self, value: Operand) {
        let operand = self.borrow(value);
        self.prim_void(Primitive::echo, &[operand.value]);
        self.done(operand);
    }

    fn silence_held(&self, temp: Temp) -> Held {
        Held { what: What::Silence, var: self.temps[temp.index()], temp: Some(temp) }
    }
    pub(super) fn silence_begin(&mut self, saved: Def) {
        let level = self.prim(Primitive::silence_begin, &[]);
        let held = self.silence_held(saved.0);
        self.ssa.write(held.var, level);
        self.live.push(held);
    }
    pub(super) fn silence_end(&mut self, saved: Temp) {
        let held = self.silence_held(saved);
        let level = self.take(held);
        self.prim_void(Primitive::silence_end, &[level]);
    }

    pub(super) fn include(&mut self, dst: Option<Def>, kind: IncludeKind, path: Operand) {
        let path = self.borrow(path);
        let kind = self.int(kind as i64);
        let frame = self.symbol_frame();
        let func = self.func_ptr();
        let result = self.prim(Primitive::include, &[kind, path.value, frame, func]);
        let held = self.hold(result);
        self.done(path);
        let result = self.take(held);
        self.define_or_release(dst, result);
    }

    /// The symbol table view of this function; null: the global scope.
    pub(super) fn symbol_frame(&mut self) -> Value {
        match self.frame {
            Some(slot) => self.emit(Op::stack_ptr, &[], Imm::Slot(slot, 0), Type::POINTER),
            None => match self.scope {
                Some(scope) => self.ssa.read(scope),
                None => self.null_ptr(),
            },
        }
    }
}

impl Body<'_> {
    pub(super) fn branch_function(&mut self, name: ConstId, declared: pir::Block, absent: pir::Block) {
        let func = self.declared_function(name);
        let exists = self.is_declared(func);
        let (declared, absent) = (self.target(declared), self.target(absent));
        self.branch(exists, declared, absent);
    }

    pub(super) fn verify_return_missing(&mut self) {
        let func = self.func_ptr();
        self.prim_void(Primitive::verify_return_missing, &[func]);
    }
}
