//! PHP's operators on values of any type: fast paths for ints and floats by tag, primitives for the rest.

use super::scalars::{Arithmetic, float_condition, int_condition};
use super::*;
use cranelift_codegen::ir::condcodes::FloatCC;
use phpc_abi::layout::{ArrayHeader, STR_BYTES, StrHeader};
use phpc_ir::pir::{BinaryOp, CastKind, UnaryOp};
use phpc_ir::ssa::Compare;
use std::mem::offset_of;

type Path<'p, 'a, 'b> = &'p mut dyn FnMut(&mut Lower<'a, 'b>, ir::Value, ir::Value, &Join);

impl<'a, 'b> Lower<'a, 'b> {
    pub(super) fn operator(&mut self, data: &InstData) {
        match (data.op, &data.imm) {
            (Op::binary, &Imm::Binary(op)) => self.binary(data, op),
            (Op::unary, &Imm::Unary(op)) => self.unary(data, op),
            (Op::cast, &Imm::Cast(kind)) => self.cast(data, kind),
            (Op::truth, _) => {
                let truth = self.truth(data, data.args[0]);
                self.define(data, 0, Words::Bool(truth));
            }
            (Op::step, &Imm::Bool(up)) => self.step(data, up),
            (op, imm) => panic!("{op:?} with {imm:?}"),
        }
    }

    fn binary(&mut self, data: &InstData, op: BinaryOp) {
        match op {
            BinaryOp::Add => self.arithmetic(data, Arithmetic::Add, Primitive::add),
            BinaryOp::Sub => self.arithmetic(data, Arithmetic::Sub, Primitive::sub),
            BinaryOp::Mul => self.arithmetic(data, Arithmetic::Mul, Primitive::mul),
            BinaryOp::Div => self.divide(data),
            BinaryOp::Mod => self.modulo(data),
            BinaryOp::Pow => self.pow(data),
            BinaryOp::Concat => self.concat(data),
            BinaryOp::ShiftLeft | BinaryOp::ShiftRight => self.shift(data, op),
            BinaryOp::BitAnd => self.bits(data, Primitive::bit_and, &|b, x, y| b.ins().band(x, y)),
            BinaryOp::BitOr => self.bits(data, Primitive::bit_or, &|b, x, y| b.ins().bor(x, y)),
            BinaryOp::BitXor => self.bits(data, Primitive::bit_xor, &|b, x, y| b.ins().bxor(x, y)),
            BinaryOp::LogicalXor => {
                let left = self.truth(data, data.args[0]);
                let right = self.truth(data, data.args[1]);
                let result = self.b.ins().bxor(left, right);
                self.define(data, 0, Words::Bool(result));
            }
            BinaryOp::Equal => self.compare(data, Compare::Equal, Primitive::equal, false),
            BinaryOp::NotEqual => self.compare(data, Compare::NotEqual, Primitive::equal, true),
            BinaryOp::Less => self.compare(data, Compare::Less, Primitive::less, false),
            BinaryOp::LessEqual => self.compare(data, Compare::LessEqual, Primitive::less_equal, false),
            BinaryOp::Identical => self.identical(data, false),
            BinaryOp::NotIdentical => self.identical(data, true),
            BinaryOp::Spaceship => self.spaceship(data),
        }
    }

    /// The two operands as words.
    pub(super) fn operands(&self, data: &InstData) -> [Words; 2] {
        [self.words(data.args[0]), self.words(data.args[1])]
    }
    fn masks(&self, data: &InstData) -> (Mask, Mask) {
        (self.mask(data.args[0]), self.mask(data.args[1]))
    }

    fn whole(&mut self, data: &InstData, primitive: Primitive) {
        let operands = self.operands(data);
        self.primitive(data, primitive, &operands);
    }

    /// Branches on the operands' tags: two ints, two numbers (as floats), anything else. Paths end at the join.
    fn dispatch(
        &mut self, data: &InstData, ty: Type, int: Path<'_, 'a, 'b>, float: Option<Path<'_, 'a, 'b>>,
        slow: &mut dyn FnMut(&mut Lower<'a, 'b>) -> Words,
    ) -> Words {
        let (left, right) = self.masks(data);
        let join = self.join(ty);
        let cold = self.cold;
        let both = left.union(right);
        if self.compact && !both.is_within(Mask::INT) && !(float.is_some() && both.is_within(Mask::NUMBER)) {
            return slow(self).to(&mut self.b, &ty);
        }
        if left.intersects(Mask::INT) && right.intersects(Mask::INT) {
            let condition = self.both_are(data, Mask::INT);
            let path = self.new_block(false);
            let other = self.new_block(false);
            match condition {
                None => _ = self.b.ins().jump(path, &[]),
                Some(condition) => _ = self.b.ins().brif(condition, path, &[], other, &[]),
            }
            self.switch_to(path, cold);
            let (x, y) = (self.int(data.args[0]), self.int(data.args[1]));
            int(self, x, y, &join);
            if condition.is_none() {
                return self.meet(&join, cold);
            }
            self.switch_to(other, cold);
        }
        if let Some(float) = float
            && both.intersects(Mask::FLOAT)
            && left.intersects(Mask::NUMBER)
            && right.intersects(Mask::NUMBER)
        {
            let condition = self.both_are(data, Mask::NUMBER);
            let path = self.new_block(false);
            let other = self.new_block(true);
            match condition {
                None => _ = self.b.ins().jump(path, &[]),
                Some(condition) => _ = self.b.ins().brif(condition, path, &[], other, &[]),
            }
            self.switch_to(path, cold);
            let (x, y) = (self.as_float(data.args[0]), self.as_float(data.args[1]));
            float(self, x, y, &join);
            if condition.is_none() {
                return self.meet(&join, cold);
            }
            self.switch_to(other, true);
        }
        let words = slow(self);
        self.arrive(&join, words);
        self.meet(&join, cold)
    }

    /// Are both operands within `mask`? None: certainly.
    fn both_are(&mut self, data: &InstData, mask: Mask) -> Option<ir::Value> {
        let tests: Vec<_> = data
            .args
            .iter()
            .filter(|&&arg| !self.mask(arg).is_within(mask))
            .copied()
            .collect();
        let left = self.type_is(*tests.first()?, mask);
        let Some(&second) = tests.get(1) else { return Some(left) };
        let right = self.type_is(second, mask);
        Some(self.b.ins().band(left, right))
    }

    /// A number as a float.
    fn as_float(&mut self, value: Value) -> ir::Value {
        let (words, mask) = (self.words(value), self.mask(value));
        self.number_as_float(words, mask)
    }
    /// Words as a float; they are a number.
    pub(super) fn number_as_float(&mut self, words: Words, mask: Mask) -> ir::Value {
        if !mask.intersects(Mask::INT) {
            return words.float(&mut self.b);
        }
        let payload = words.int(&mut self.b);
        let converted = self.b.ins().fcvt_from_sint(types::F64, payload);
        if !mask.intersects(Mask::FLOAT) {
            return converted;
        }
        let float = words.float(&mut self.b);
        let is_float = self.words_are(words, mask, Mask::FLOAT.union(mask.without(Mask::NUMBER)));
        self.b.ins().select(is_float, float, converted)
    }

    fn arithmetic(&mut self, data: &InstData, operation: Arithmetic, primitive: Primitive) {
        let operands = self.operands(data);
        let words = self.dispatch(
            data,
            self.result_type(data),
            &mut |lower, x, y, join| lower.widen(operation, x, y, join),
            Some(&mut |lower, x, y, join| {
                let result = lower.float_arithmetic(operation, x, y);
                lower.arrive(join, Words::Float(result));
            }),
            &mut |lower| lower.primitive(data, primitive, &operands),
        );
        self.define(data, 0, words);
    }

    fn divide(&mut self, data: &InstData) {
        let operands = self.operands(data);
        let words = self.dispatch(
            data,
            self.result_type(data),
            &mut |lower, x, y, join| lower.divide_ints(data, x, y, join),
            Some(&mut |lower, x, y, join| {
                let zero = lower.b.ins().f64const(0.0);
                let is_zero = lower.b.ins().fcmp(FloatCC::Equal, y, zero);
                let (fail, on) = (lower.new_block(true), lower.new_block(false));
                let cold = lower.cold;
                lower.b.ins().brif(is_zero, fail, &[], on, &[]);
                lower.switch_to(fail, true);
                lower.primitive_that_throws(data, Primitive::div, &operands);
                lower.switch_to(on, cold);
                let result = lower.b.ins().fdiv(x, y);
                lower.arrive(join, Words::Float(result));
            }),
            &mut |lower| lower.primitive(data, Primitive::div, &operands),
        );
        self.define(data, 0, words);
    }

    /// Exact quotients are ints, others floats; 0 and -1 are left to the runtime.
    fn divide_ints(&mut self, data: &InstData, x: ir::Value, y: ir::Value, join: &Join) {
        let cold = self.cold;
        if !self.is_plain_divisor(y) {
            let (odd, on) = (self.new_block(true), self.new_block(false));
            self.branch_odd_divisor(y, odd, on);
            self.switch_to(odd, true);
            let words = self.primitive(data, Primitive::int_divide, &[Words::Int(x), Words::Int(y)]);
            self.arrive(join, words);
            self.switch_to(on, cold);
        }
        let quotient = self.b.ins().sdiv(x, y);
        let product = self.b.ins().imul(quotient, y);
        let exact = self.b.ins().icmp(IntCC::Equal, product, x);
        let (whole, fraction) = (self.new_block(false), self.new_block(false));
        self.b.ins().brif(exact, whole, &[], fraction, &[]);
        self.switch_to(whole, cold);
        self.arrive(join, Words::Int(quotient));
        self.switch_to(fraction, cold);
        let (x, y) = (self.b.ins().fcvt_from_sint(types::F64, x), self.b.ins().fcvt_from_sint(types::F64, y));
        let result = self.b.ins().fdiv(x, y);
        self.arrive(join, Words::Float(result));
    }

    /// A constant by which every int can be divided.
    fn is_plain_divisor(&self, divisor: ir::Value) -> bool {
        self.int_constant(divisor).is_some_and(|divisor| !matches!(divisor, 0 | -1))
    }

    pub(super) fn int_constant(&self, value: ir::Value) -> Option<i64> {
        let dfg = &self.b.func.dfg;
        match dfg.value_def(value) {
            ir::ValueDef::Result(inst, _) => match dfg.insts[inst] {
                ir::InstructionData::UnaryImm { opcode: ir::Opcode::Iconst, imm } => Some(imm.bits()),
                _ => None,
            },
            _ => None,
        }
    }

    /// 0 or -1, whose quotients may not exist.
    fn branch_odd_divisor(&mut self, divisor: ir::Value, odd: ir::Block, on: ir::Block) {
        let above = self.b.ins().iadd_imm_s(divisor, 1);
        let is_odd = self.b.ins().icmp_imm_s(IntCC::UnsignedLessThanOrEqual, above, 1);
        self.b.ins().brif(is_odd, odd, &[], on, &[]);
    }

    fn modulo(&mut self, data: &InstData) {
        let operands = self.operands(data);
        let words = self.dispatch(
            data,
            self.result_type(data),
            &mut |lower, x, y, join| {
                if lower.is_plain_divisor(y) {
                    let result = lower.b.ins().srem(x, y);
                    return lower.arrive(join, Words::Int(result));
                }
                let (zero, on) = (lower.new_block(true), lower.new_block(false));
                let cold = lower.cold;
                lower.b.ins().brif(y, on, &[], zero, &[]);
                lower.switch_to(zero, true);
                lower.primitive_that_throws(data, Primitive::int_modulo, &[Words::Int(x), Words::Int(y)]);
                lower.switch_to(on, cold);
                // By -1 as by 1: the machine cannot divide the smallest int by it.
                let is_minus_one = lower.b.ins().icmp_imm_s(IntCC::Equal, y, -1);
                let one = lower.iconst(1);
                let divisor = lower.b.ins().select(is_minus_one, one, y);
                let result = lower.b.ins().srem(x, divisor);
                lower.arrive(join, Words::Int(result));
            },
            None,
            &mut |lower| lower.primitive(data, Primitive::modulo, &operands),
        );
        self.define(data, 0, words);
    }

    fn pow(&mut self, data: &InstData) {
        let (left, right) = self.masks(data);
        let operands = self.operands(data);
        if left == Mask::INT && right == Mask::INT {
            self.primitive(data, Primitive::int_pow, &operands);
        } else if left.is_within(Mask::NUMBER) && right.is_within(Mask::NUMBER) && (left == Mask::FLOAT || right == Mask::FLOAT) {
            let args = [Words::Float(self.as_float(data.args[0])), Words::Float(self.as_float(data.args[1]))];
            self.primitive(data, Primitive::float_pow, &args);
        } else {
            self.primitive(data, Primitive::pow, &operands);
        }
    }

    fn concat(&mut self, data: &InstData) {
        match self.masks(data) {
            (Mask::STRING, Mask::STRING) => self.whole(data, Primitive::string_concat),
            _ => self.whole(data, Primitive::concat),
        }
    }

    fn shift(&mut self, data: &InstData, op: BinaryOp) {
        let left = op == BinaryOp::ShiftLeft;
        let operands = self.operands(data);
        let (ints, any) = match left {
            true => (Primitive::int_shift_left, Primitive::shift_left),
            false => (Primitive::int_shift_right, Primitive::shift_right),
        };
        let words = self.dispatch(
            data,
            self.result_type(data),
            &mut |lower, x, y, join| {
                if lower.int_constant(y).is_some_and(|by| (0..64).contains(&by)) {
                    let result = if left { lower.b.ins().ishl(x, y) } else { lower.b.ins().sshr(x, y) };
                    return lower.arrive(join, Words::Int(result));
                }
                let (negative, on) = (lower.new_block(true), lower.new_block(false));
                let cold = lower.cold;
                let is_negative = lower.b.ins().icmp_imm_s(IntCC::SignedLessThan, y, 0);
                lower.b.ins().brif(is_negative, negative, &[], on, &[]);
                lower.switch_to(negative, true);
                lower.primitive_that_throws(data, ints, &[Words::Int(x), Words::Int(y)]);
                lower.switch_to(on, cold);
                let is_far = lower.b.ins().icmp_imm_s(IntCC::SignedGreaterThan, y, 63);
                let result = if left {
                    let (zero, shifted) = (lower.iconst(0), lower.b.ins().ishl(x, y));
                    lower.b.ins().select(is_far, zero, shifted)
                } else {
                    let most = lower.iconst(63);
                    let by = lower.b.ins().select(is_far, most, y);
                    lower.b.ins().sshr(x, by)
                };
                lower.arrive(join, Words::Int(result));
            },
            None,
            &mut |lower| lower.primitive(data, any, &operands),
        );
        self.define(data, 0, words);
    }

    fn bits(
        &mut self, data: &InstData, primitive: Primitive,
        operation: &dyn Fn(&mut FunctionBuilder, ir::Value, ir::Value) -> ir::Value,
    ) {
        let operands = self.operands(data);
        let words = self.dispatch(
            data,
            self.result_type(data),
            &mut |lower, x, y, join| {
                let result = operation(&mut lower.b, x, y);
                lower.arrive(join, Words::Int(result));
            },
            None,
            &mut |lower| lower.primitive(data, primitive, &operands),
        );
        self.define(data, 0, words);
    }

    // ---- comparisons

    fn compare(&mut self, data: &InstData, compare: Compare, primitive: Primitive, negate: bool) {
        let operands = self.operands(data);
        let strings = self.masks(data) == (Mask::STRING, Mask::STRING);
        let equality = matches!(compare, Compare::Equal | Compare::NotEqual);
        if strings && !equality && !self.compact && self.may_be_bytes(data) {
            return self.compare_bytes(data, compare, primitive);
        }
        let words = self.dispatch(
            data,
            Type::BOOL,
            &mut |lower, x, y, join| {
                let result = lower.b.ins().icmp(int_condition(compare), x, y);
                lower.arrive(join, Words::Bool(result));
            },
            Some(&mut |lower, x, y, join| {
                let result = lower.b.ins().fcmp(float_condition(compare), x, y);
                lower.arrive(join, Words::Bool(result));
            }),
            &mut |lower| {
                let primitive = if strings && equality { Primitive::string_loose_equal } else { primitive };
                let result = lower.primitive(data, primitive, &operands);
                lower.negate_if(negate, result)
            },
        );
        self.define(data, 0, words);
    }

    fn negate_if(&mut self, negate: bool, words: Words) -> Words {
        if !negate {
            return words;
        }
        let value = words.bool(&mut self.b);
        Words::Bool(self.b.ins().bxor_imm_u(value, 1))
    }

    fn spaceship(&mut self, data: &InstData) {
        let operands = self.operands(data);
        let words = self.dispatch(
            data,
            Type::INT,
            &mut |lower, x, y, join| {
                let above = lower.b.ins().icmp(IntCC::SignedGreaterThan, x, y);
                let below = lower.b.ins().icmp(IntCC::SignedLessThan, x, y);
                let result = lower.b.ins().isub(above, below);
                let result = lower.b.ins().sextend(types::I64, result);
                lower.arrive(join, Words::Int(result));
            },
            None,
            &mut |lower| lower.primitive(data, Primitive::compare, &operands),
        );
        self.define(data, 0, words);
    }

    fn identical(&mut self, data: &InstData, negate: bool) {
        let result = self.identical_words(data);
        let words = self.negate_if(negate, result);
        self.define(data, 0, words);
    }

    fn identical_words(&mut self, data: &InstData) -> Words {
        let (left, right) = self.masks(data);
        let operands = self.operands(data);
        if !left.intersects(right) && !(left.intersects(Mask::BOOL) && right.intersects(Mask::BOOL)) {
            return Words::Bool(self.b.ins().iconst(types::I8, 0));
        }
        match (static_tag(left), static_tag(right)) {
            (Some(Tag::FLOAT), Some(Tag::FLOAT)) => {
                let (x, y) = (self.float(data.args[0]), self.float(data.args[1]));
                Words::Bool(self.b.ins().fcmp(FloatCC::Equal, x, y))
            }
            (Some(Tag::STRING), Some(Tag::STRING)) => {
                let join = self.join(Type::BOOL);
                let cold = self.cold;
                self.same_text(data, operands, &join);
                self.meet(&join, cold)
            }
            (Some(tag), Some(_)) if tag.0 < Tag::STRING.0 || tag == Tag::OBJECT => {
                let (x, y) = (self.int(data.args[0]), self.int(data.args[1]));
                Words::Bool(self.b.ins().icmp(IntCC::Equal, x, y))
            }
            (Some(_), Some(_)) => self.call_primitive(Primitive::identical, &operands),
            _ => self.identical_tagged(data, operands),
        }
    }

    fn identical_tagged(&mut self, data: &InstData, operands: [Words; 2]) -> Words {
        if self.compact {
            return self.call_primitive(Primitive::identical, &operands);
        }
        let join = self.join(Type::BOOL);
        let cold = self.cold;
        let ((left_tag, left), (right_tag, right)) = (self.pair(data.args[0]), self.pair(data.args[1]));
        let (left_mask, right_mask) = self.masks(data);
        let no = self.b.ins().iconst(types::I8, 0);
        let same_tag = self.b.ins().icmp(IntCC::Equal, left_tag, right_tag);
        let look = self.new_block(false);
        self.b.ins().brif(same_tag, look, &[], join.block, &[BlockArg::Value(no)]);
        self.switch_to(look, cold);
        let same = self.b.ins().icmp(IntCC::Equal, left, right);
        let scalar = self.b.ins().icmp_imm_s(IntCC::UnsignedLessThan, left_tag, Tag::FLOAT.0 as i64);
        let object = self.b.ins().icmp_imm_s(IntCC::Equal, left_tag, Tag::OBJECT.0 as i64);
        let simple = self.b.ins().bor(scalar, object);
        let (whole, plain) = (self.new_block(false), self.new_block(false));
        self.b.ins().brif(simple, plain, &[], whole, &[]);
        self.switch_to(plain, cold);
        self.arrive(&join, Words::Bool(same));
        self.switch_to(whole, cold);
        if left_mask.intersects(Mask::STRING) && right_mask.intersects(Mask::STRING) {
            let (text, rest) = (self.new_block(false), self.new_block(false));
            let is_text = self.b.ins().icmp_imm_s(IntCC::Equal, left_tag, Tag::STRING.0 as i64);
            self.b.ins().brif(is_text, text, &[], rest, &[]);
            self.switch_to(text, cold);
            let texts = [left, right].map(|text| Words::Pointer(text, Some(Tag::STRING)));
            self.same_text(data, texts, &join);
            self.switch_to(rest, cold);
        }
        let result = self.call_primitive(Primitive::identical, &operands);
        self.arrive(&join, result);
        self.meet(&join, cold)
    }

    // ---- one operand

    fn unary(&mut self, data: &InstData, op: UnaryOp) {
        let value = data.args[0];
        let (mask, words) = (self.mask(value), self.words(value));
        let ty = self.result_type(data);
        let result = match op {
            UnaryOp::Not => {
                let truth = self.truth(data, value);
                Words::Bool(self.b.ins().bxor_imm_u(truth, 1))
            }
            UnaryOp::Plus if mask.is_within(Mask::NUMBER) => words,
            UnaryOp::Plus => self.primitive(data, Primitive::plus, &[words]),
            UnaryOp::BitNot => self.one(data, ty, Mask::INT, Primitive::bit_not, &mut |lower, words, join| {
                let value = words.int(&mut lower.b);
                let result = lower.b.ins().bnot(value);
                lower.arrive(join, Words::Int(result));
            }),
            UnaryOp::Negate if mask == Mask::FLOAT => {
                let value = self.float(value);
                Words::Float(self.b.ins().fneg(value))
            }
            UnaryOp::Negate => self.one(data, ty, Mask::INT, Primitive::negate, &mut |lower, words, join| {
                let value = words.int(&mut lower.b);
                let zero = lower.iconst(0);
                lower.widen(Arithmetic::Sub, zero, value, join);
            }),
        };
        self.define(data, 0, result);
    }

    fn step(&mut self, data: &InstData, up: bool) {
        let (value, ty) = (data.args[0], self.result_type(data));
        let (operation, primitive) = match up {
            true => (Arithmetic::Add, Primitive::increment),
            false => (Arithmetic::Sub, Primitive::decrement),
        };
        let result = if self.mask(value) == Mask::FLOAT {
            let (value, one) = (self.float(value), self.b.ins().f64const(1.0));
            Words::Float(self.float_arithmetic(operation, value, one))
        } else {
            self.one(data, ty, Mask::INT, primitive, &mut |lower, words, join| {
                let (value, one) = (words.int(&mut lower.b), lower.iconst(1));
                lower.widen(operation, value, one, join);
            })
        };
        self.define(data, 0, result);
    }

    /// A fast path for operands within `mask`, the primitive for others.
    fn one(
        &mut self, data: &InstData, ty: Type, mask: Mask, primitive: Primitive,
        fast: &mut dyn FnMut(&mut Lower<'a, 'b>, Words, &Join),
    ) -> Words {
        let source = self.mask(data.args[0]);
        let words = self.words(data.args[0]);
        if !source.intersects(mask) || self.compact && !source.is_within(mask) {
            return self.primitive(data, primitive, &[words]).to(&mut self.b, &ty);
        }
        let join = self.join(ty);
        let cold = self.cold;
        if !source.is_within(mask) {
            let (path, slow) = (self.new_block(false), self.new_block(!source.intersects(Mask::FLOAT)));
            let condition = self.type_is(data.args[0], mask);
            self.b.ins().brif(condition, path, &[], slow, &[]);
            self.switch_to(slow, true);
            let result = self.primitive(data, primitive, &[words]);
            self.arrive(&join, result);
            self.switch_to(path, cold);
        }
        fast(self, words, &join);
        self.meet(&join, cold)
    }

    /// An i8: the value as a condition.
    pub(super) fn truth(&mut self, data: &InstData, value: Value) -> ir::Value {
        let (mask, words) = (self.mask(value), self.words(value));
        // UNDEF, NULL, BOOL, INT: the payload says it.
        let simple = Mask(Mask::UNDEF.0 | Mask::NULL.0 | Mask::BOOL.0 | Mask::INT.0);
        match static_tag(mask) {
            Some(Tag::BOOL) => return self.boolean(value),
            Some(Tag::FLOAT) => {
                let (value, zero) = (self.float(value), self.b.ins().f64const(0.0));
                return self.b.ins().fcmp(FloatCC::NotEqual, value, zero);
            }
            Some(Tag::STRING) => return self.string_truth(words),
            Some(Tag::ARRAY) => {
                let array = self.int(value);
                let length = self.b.ins().load(types::I32, memory(), array, offset_of!(ArrayHeader, length) as i32);
                return self.b.ins().icmp_imm_s(IntCC::NotEqual, length, 0);
            }
            _ => {}
        }
        let payload = words.int(&mut self.b);
        let nonzero = self.b.ins().icmp_imm_s(IntCC::NotEqual, payload, 0);
        if mask.is_within(simple) || mask == Mask::NONE {
            return nonzero;
        }
        if self.compact {
            let result = self.call_primitive(Primitive::truth, &[words]);
            self.finish_condition(data, result);
            return result.bool(&mut self.b);
        }
        // What an exit of the slow path sees as results is never used: a condition that threw has none.
        let join = self.join(Type::BOOL);
        let cold = self.cold;
        let (plain, other) = (self.new_block(false), self.new_block(false));
        let is_simple = self.words_are(words, mask, simple);
        self.b.ins().brif(is_simple, plain, &[], other, &[]);
        self.switch_to(plain, cold);
        self.arrive(&join, Words::Bool(nonzero));
        self.switch_to(other, cold);
        let result = self.call_primitive(Primitive::truth, &[words]);
        self.finish_condition(data, result);
        self.arrive(&join, result);
        self.meet(&join, cold).bool(&mut self.b)
    }

    fn finish_condition(&mut self, data: &InstData, result: Words) {
        for n in 0..data.results.len() {
            self.define(data, n, result);
        }
        self.check_pending(data);
    }

    /// All strings but "" and "0" are true.
    fn string_truth(&mut self, words: Words) -> ir::Value {
        let text = words.int(&mut self.b);
        let join = self.join(Type::BOOL);
        let cold = self.cold;
        let length = self.b.ins().load(types::I64, memory(), text, offset_of!(StrHeader, length) as i32);
        let yes = self.b.ins().icmp_imm_s(IntCC::NotEqual, length, 0);
        let one = self.b.ins().icmp_imm_s(IntCC::Equal, length, 1);
        let look = self.new_block(false);
        self.b.ins().brif(one, look, &[], join.block, &[BlockArg::Value(yes)]);
        self.switch_to(look, cold);
        let byte = self.b.ins().load(types::I8, memory(), text, STR_BYTES as i32);
        let truth = self.b.ins().icmp_imm_s(IntCC::NotEqual, byte, b'0' as i64);
        self.arrive(&join, Words::Bool(truth));
        self.meet(&join, cold).bool(&mut self.b)
    }

    fn cast(&mut self, data: &InstData, kind: CastKind) {
        let value = data.args[0];
        let (mask, words) = (self.mask(value), self.words(value));
        let result = match kind {
            CastKind::Bool => Words::Bool(self.truth(data, value)),
            CastKind::Int => self.cast_int(data, value),
            CastKind::Float if mask.is_within(Mask::NUMBER) => Words::Float(self.as_float(value)),
            CastKind::Float if mask.is_within(Mask::BOOL) => {
                let value = self.int(value);
                Words::Float(self.b.ins().fcvt_from_sint(types::F64, value))
            }
            CastKind::Float => self.primitive(data, Primitive::to_float, &[words]),
            CastKind::String => match static_tag(mask) {
                Some(Tag::STRING) => self.kept(words, mask),
                Some(Tag::INT) => self.primitive(data, Primitive::int_to_string, &[words]),
                Some(Tag::FLOAT) => self.primitive(data, Primitive::float_to_string, &[words]),
                _ => self.primitive(data, Primitive::to_string, &[words]),
            },
            CastKind::Array if mask == Mask::ARRAY => self.kept(words, mask),
            CastKind::Array => {
                let own = self.func.reference;
                let cell = self.symbol(Symbol::FuncCell { unit: own.unit.0, index: own.func.0 });
                let func = self.b.ins().load(types::I64, memory(), cell, 0);
                self.primitive(data, Primitive::to_array, &[words, Words::Pointer(func, None)])
            }
            CastKind::Object if mask == Mask::OBJECT => self.kept(words, mask),
            CastKind::Object => self.primitive(data, Primitive::to_object, &[words]),
        };
        self.define(data, 0, result);
    }

    /// The operand itself as an owned result.
    fn kept(&mut self, words: Words, mask: Mask) -> Words {
        self.retain(words, mask);
        words
    }

    fn cast_int(&mut self, data: &InstData, value: Value) -> Words {
        let mask = self.mask(value);
        if mask.is_within(Mask(Mask::INT.0 | Mask::BOOL.0 | Mask::NULL.0)) {
            return Words::Int(self.int(value));
        }
        if mask == Mask::FLOAT {
            let value = self.float(value);
            return Words::Int(self.float_to_int(value));
        }
        self.one(data, Type::INT, Mask::INT, Primitive::to_int, &mut |lower, words, join| {
            let value = words.int(&mut lower.b);
            lower.arrive(join, Words::Int(value));
        })
    }
}

