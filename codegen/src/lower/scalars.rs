//! Operations on unboxed ints, floats and booleans.

use super::*;
use cranelift_codegen::ir::condcodes::FloatCC;
use phpc_ir::ssa::{Compare, Repr};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Arithmetic {
    Add,
    Sub,
    Mul,
}

impl Lower<'_, '_> {
    pub(super) fn scalar(&mut self, data: &InstData) {
        match data.op {
            Op::int_add_exit => self.exact(data, Arithmetic::Add),
            Op::int_sub_exit => self.exact(data, Arithmetic::Sub),
            Op::int_mul_exit => self.exact(data, Arithmetic::Mul),
            Op::int_add_float => self.widening(data, Arithmetic::Add),
            Op::int_sub_float => self.widening(data, Arithmetic::Sub),
            Op::int_mul_float => self.widening(data, Arithmetic::Mul),
            Op::int_compare => {
                let (left, right) = (self.int(data.args[0]), self.int(data.args[1]));
                let result = self.b.ins().icmp(int_condition(compare_of(data)), left, right);
                self.define(data, 0, Words::Bool(result));
            }
            Op::float_compare => {
                let (left, right) = (self.float(data.args[0]), self.float(data.args[1]));
                let result = self.b.ins().fcmp(float_condition(compare_of(data)), left, right);
                self.define(data, 0, Words::Bool(result));
            }
            Op::int_to_float => {
                let value = self.int(data.args[0]);
                let value = self.b.ins().fcvt_from_sint(types::F64, value);
                self.define(data, 0, Words::Float(value));
            }
            Op::float_to_int => {
                let value = self.float(data.args[0]);
                let value = self.float_to_int(value);
                self.define_int(data, value);
            }
            Op::bool_to_int => {
                let value = self.boolean(data.args[0]);
                let value = self.b.ins().uextend(types::I64, value);
                self.define_int(data, value);
            }
            Op::bool_not | Op::bool_and | Op::bool_or | Op::bool_xor => self.boolean_operation(data),
            Op::float_add | Op::float_sub | Op::float_mul | Op::float_div | Op::float_neg | Op::float_abs
            | Op::float_sqrt | Op::float_floor | Op::float_ceil => self.float_operation(data),
            _ => self.int_operation(data),
        }
    }

    fn int_operation(&mut self, data: &InstData) {
        let left = self.int(data.args[0]);
        let right = if data.args.len() > 1 { self.int(data.args[1]) } else { left };
        let ins = self.b.ins();
        let result = match data.op {
            Op::int_add => ins.iadd(left, right),
            Op::int_sub => ins.isub(left, right),
            Op::int_mul => ins.imul(left, right),
            Op::int_neg => ins.ineg(left),
            Op::int_not => ins.bnot(left),
            Op::int_and => ins.band(left, right),
            Op::int_or => ins.bor(left, right),
            Op::int_xor => ins.bxor(left, right),
            Op::int_shl => ins.ishl(left, right),
            Op::int_shr => ins.sshr(left, right),
            Op::int_div => ins.sdiv(left, right),
            Op::int_mod => ins.srem(left, right),
            op => panic!("{op:?} is no int operation"),
        };
        self.define_int(data, result);
    }

    fn float_operation(&mut self, data: &InstData) {
        let left = self.float(data.args[0]);
        let right = if data.args.len() > 1 { self.float(data.args[1]) } else { left };
        let ins = self.b.ins();
        let result = match data.op {
            Op::float_add => ins.fadd(left, right),
            Op::float_sub => ins.fsub(left, right),
            Op::float_mul => ins.fmul(left, right),
            Op::float_div => ins.fdiv(left, right),
            Op::float_neg => ins.fneg(left),
            Op::float_abs => ins.fabs(left),
            Op::float_sqrt => ins.sqrt(left),
            Op::float_floor => ins.floor(left),
            Op::float_ceil => ins.ceil(left),
            op => panic!("{op:?} is no float operation"),
        };
        self.define(data, 0, Words::Float(result));
    }

    fn boolean_operation(&mut self, data: &InstData) {
        let left = self.boolean(data.args[0]);
        let result = match data.op {
            Op::bool_not => self.b.ins().bxor_imm_u(left, 1),
            op => {
                let right = self.boolean(data.args[1]);
                match op {
                    Op::bool_and => self.b.ins().band(left, right),
                    Op::bool_or => self.b.ins().bor(left, right),
                    _ => self.b.ins().bxor(left, right),
                }
            }
        };
        self.define(data, 0, Words::Bool(result));
    }

    /// The wrapped result and whether it overflowed.
    pub(super) fn overflowing(&mut self, operation: Arithmetic, left: ir::Value, right: ir::Value) -> (ir::Value, ir::Value) {
        match operation {
            Arithmetic::Add => self.b.ins().sadd_overflow(left, right),
            Arithmetic::Sub => self.b.ins().ssub_overflow(left, right),
            Arithmetic::Mul => self.b.ins().smul_overflow(left, right),
        }
    }
    pub(super) fn float_arithmetic(&mut self, operation: Arithmetic, left: ir::Value, right: ir::Value) -> ir::Value {
        match operation {
            Arithmetic::Add => self.b.ins().fadd(left, right),
            Arithmetic::Sub => self.b.ins().fsub(left, right),
            Arithmetic::Mul => self.b.ins().fmul(left, right),
        }
    }

    /// Overflow goes to the exit.
    fn exact(&mut self, data: &InstData, operation: Arithmetic) {
        let (left, right) = (self.int(data.args[0]), self.int(data.args[1]));
        let (result, overflow) = self.overflowing(operation, left, right);
        self.define_int(data, result);
        let exit = data.exit.as_ref().expect("an exact operation has an exit");
        let cold = self.cold;
        let edge = self.exit_block(Some(exit));
        let on = self.new_block(false);
        self.b.ins().brif(overflow, edge, &[], on, &[]);
        self.fill_exit(Some(exit), edge);
        self.switch_to(on, cold);
    }

    fn widening(&mut self, data: &InstData, operation: Arithmetic) {
        let (left, right) = (self.int(data.args[0]), self.int(data.args[1]));
        let join = self.join(self.result_type(data));
        let cold = self.cold;
        self.widen(operation, left, right, &join);
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
    }

    /// Int arithmetic whose overflow makes a float; ends at `join`.
    pub(super) fn widen(&mut self, operation: Arithmetic, left: ir::Value, right: ir::Value, join: &Join) {
        let (result, overflow) = self.overflowing(operation, left, right);
        if join.ty.repr() == Repr::Int {
            return self.arrive(join, Words::Int(result));
        }
        let (wide, exact) = (self.new_block(true), self.new_block(false));
        self.b.ins().brif(overflow, wide, &[], exact, &[]);
        let cold = self.cold;
        self.switch_to(wide, true);
        let left = self.b.ins().fcvt_from_sint(types::F64, left);
        let right = self.b.ins().fcvt_from_sint(types::F64, right);
        let sum = self.float_arithmetic(operation, left, right);
        self.arrive(join, Words::Float(sum));
        self.switch_to(exact, cold);
        self.arrive(join, Words::Int(result));
    }

    /// PHP's conversion: modular, NaN and infinities are 0.
    pub(super) fn float_to_int(&mut self, value: ir::Value) -> ir::Value {
        let magnitude = self.b.ins().fabs(value);
        let limit = self.b.ins().f64const(9_223_372_036_854_775_808.0);
        let fits = self.b.ins().fcmp(FloatCC::LessThan, magnitude, limit);
        let (near, far) = (self.new_block(false), self.new_block(true));
        let join = self.join(Type::INT);
        self.b.ins().brif(fits, near, &[], far, &[]);
        let cold = self.cold;
        self.switch_to(near, cold);
        let result = self.b.ins().fcvt_to_sint_sat(types::I64, value);
        self.arrive(&join, Words::Int(result));
        self.switch_to(far, true);
        let result = self.call_primitive(Primitive::float_to_int, &[Words::Float(value)]);
        self.arrive(&join, result);
        self.meet(&join, cold).int(&mut self.b)
    }
}

fn compare_of(data: &InstData) -> Compare {
    let Imm::Compare(compare) = data.imm else { panic!("{:?} has a comparison", data.op) };
    compare
}

pub(super) fn int_condition(compare: Compare) -> IntCC {
    match compare {
        Compare::Equal => IntCC::Equal,
        Compare::NotEqual => IntCC::NotEqual,
        Compare::Less => IntCC::SignedLessThan,
        Compare::LessEqual => IntCC::SignedLessThanOrEqual,
        Compare::Greater => IntCC::SignedGreaterThan,
        Compare::GreaterEqual => IntCC::SignedGreaterThanOrEqual,
        Compare::UnsignedLess => IntCC::UnsignedLessThan,
        Compare::UnsignedLessEqual => IntCC::UnsignedLessThanOrEqual,
    }
}

pub(super) fn float_condition(compare: Compare) -> FloatCC {
    match compare {
        Compare::Equal => FloatCC::Equal,
        Compare::NotEqual => FloatCC::NotEqual,
        Compare::Less | Compare::UnsignedLess => FloatCC::LessThan,
        Compare::LessEqual | Compare::UnsignedLessEqual => FloatCC::LessThanOrEqual,
        Compare::Greater => FloatCC::GreaterThan,
        Compare::GreaterEqual => FloatCC::GreaterThanOrEqual,
    }
}
