//! Operators, casts, ropes, clones, intrinsics.

use super::body::{Body, Held};
use crate::pir::{self, BinaryOp, CastKind, ConstId, Def, Operand, Temp, UnaryOp};
use crate::ssa::*;
use phpc_abi::decl::Const;
use phpc_abi::primitives::Primitive;

/// The result type of a binary operator on operands of any types.
pub(crate) fn binary_type(op: BinaryOp) -> Type {
    use BinaryOp::*;
    match op {
        Equal | NotEqual | Identical | NotIdentical | Less | LessEqual | LogicalXor => Type::BOOL,
        Spaceship => Type::INT,
        Concat => Type::STRING,
        _ => Type::ANY,
    }
}

impl Body<'_> {
    pub(super) fn binary(&mut self, dst: Def, op: BinaryOp, left: Operand, right: Operand) {
        let left = self.borrow(left);
        let right = self.borrow(right);
        let result = self.binary_value(op, left.value, right.value);
        self.define(dst, result);
        self.done(left);
        self.done(right);
    }
    pub(super) fn binary_value(&mut self, op: BinaryOp, left: Value, right: Value) -> Value {
        if matches!(op, BinaryOp::Identical | BinaryOp::NotIdentical) {
            return self.emit(Op::binary, &[left, right], Imm::Binary(op), Type::BOOL);
        }
        self.emit_guarded(Op::binary, &[left, right], Imm::Binary(op), binary_type(op))
    }
    pub(super) fn compare(&mut self, op: BinaryOp, left: Value, right: Value) -> Value {
        self.binary_value(op, left, right)
    }

    pub(super) fn truth(&mut self, value: Value) -> Value {
        self.emit(Op::truth, &[value], Imm::None, Type::BOOL)
    }
    pub(super) fn not(&mut self, value: Value) -> Value {
        self.emit(Op::bool_not, &[value], Imm::None, Type::BOOL)
    }

    pub(super) fn unary(&mut self, dst: Def, op: UnaryOp, value: Operand) {
        let operand = self.borrow(value);
        let result = match op {
            UnaryOp::Not => {
                let truth = self.truth(operand.value);
                self.not(truth)
            }
            _ => self.emit_guarded(Op::unary, &[operand.value], Imm::Unary(op), Type::ANY),
        };
        self.define(dst, result);
        self.done(operand);
    }

    pub(super) fn cast(&mut self, dst: Def, kind: CastKind, value: Operand) {
        let operand = self.borrow(value);
        let result = match kind {
            CastKind::Bool => self.truth(operand.value),
            CastKind::Array => {
                let func = self.func_ptr();
                self.prim(Primitive::to_array, &[operand.value, func])
            }
            CastKind::Object => self.prim(Primitive::to_object, &[operand.value]),
            CastKind::Int => self.emit_guarded(Op::cast, &[operand.value], Imm::Cast(kind), Type::INT),
            CastKind::Float => self.emit_guarded(Op::cast, &[operand.value], Imm::Cast(kind), Type::FLOAT),
            CastKind::String => self.emit_guarded(Op::cast, &[operand.value], Imm::Cast(kind), Type::STRING),
        };
        self.define(dst, result);
        self.done(operand);
    }

    /// A part is converted when its turn comes; the parts are joined at the end.
    pub(super) fn rope_add(&mut self, rope: Temp, part: Operand) {
        let held = match part {
            Operand::Const(id) if matches!(self.const_data(id), Const::Str(_)) => self.own(part),
            _ => {
                let operand = self.borrow(part);
                let text = self.emit_guarded(Op::cast, &[operand.value], Imm::Cast(CastKind::String), Type::STRING);
                let held = self.hold(text);
                self.done(operand);
                held
            }
        };
        self.forget(held);
        let held = Held { temp: Some(rope), ..held };
        self.live.push(held);
        self.ropes.entry(rope).or_default().push(held);
    }

    pub(super) fn rope_end(&mut self, dst: Def, rope: Temp) {
        let parts = self.ropes.remove(&rope).unwrap_or_default();
        let values: Vec<Value> = parts.iter().map(|held| self.ssa.read(held.var)).collect();
        let text = self.emit(Op::concat_many, &values, Imm::None, Type::STRING);
        for held in parts {
            self.drop_held(held);
        }
        self.define(dst, text);
    }

    pub(super) fn clone_op(&mut self, dst: Def, value: Operand, with: Option<Operand>) {
        let operand = self.borrow(value);
        let with = with.map(|with| self.borrow(with));
        let func = self.func_ptr();
        let copy = match with {
            None => self.prim_typed(Primitive::clone, &[operand.value, func], Type::OBJECT),
            Some(with) => self.prim_typed(Primitive::clone_with, &[operand.value, with.value, func], Type::OBJECT),
        };
        self.define(dst, copy);
        self.done(operand);
        if let Some(with) = with {
            self.done(with);
        }
    }

    pub(super) fn intrinsic(&mut self, dst: Def, name: ConstId, args: &[Operand]) {
        let Const::Str(name) = self.const_data(name) else { unreachable!("intrinsics are named by strings") };
        match &**name {
            b"func_get_args" => return self.func_get_args(dst),
            b"func_num_args" => {
                let count = self.hidden.arg_count;
                let count = count.unwrap_or_else(|| self.int(self.pir.decl.params.len() as i64));
                return self.define(dst, count);
            }
            _ => {}
        }
        let Some(builtin) = self.program.builtin(name) else {
            return self.call_by_name(dst, name, args);
        };
        let held: Vec<Held> = args.iter().map(|arg| self.own_copy(*arg)).collect();
        let values: Vec<Value> = held.into_iter().map(|held| self.take(held)).collect();
        let result = self.builtin_call(builtin, &values);
        self.define(dst, result);
    }

    /// As `own`, in a holding of its own, so that equal operands are apart.
    fn own_copy(&mut self, operand: Operand) -> Held {
        self.own(operand)
    }

    pub(super) fn builtin_call(&mut self, builtin: BuiltinId, values: &[Value]) -> Value {
        let decl = &self.program.builtins[builtin.index()].decl;
        let ty = decl.return_type.as_ref().map_or(Type::ANY, |ty| super::signature::declared_type(self.program, ty));
        let ty = if decl.returns_reference { ty.join(&Type::REFERENCE) } else { ty };
        self.emit_guarded(Op::call_builtin_generic, values, Imm::Builtin(builtin), ty)
    }

    /// A builtin that this compiler's table does not have: by name, at run time.
    fn call_by_name(&mut self, dst: Def, name: &[u8], args: &[Operand]) {
        let held: Vec<Held> = args.iter().map(|arg| self.own_copy(*arg)).collect();
        let name = self.string_value(name);
        let null = self.null_ptr();
        let count = self.int(args.len() as i64);
        let cache = self.cache(2);
        let call = self.prim(Primitive::call_begin_function, &[name, null, count, cache]);
        let call = self.hold_call(call, None);
        for held in held {
            let value = self.take(held);
            let call = self.ssa.read(call.var);
            self.prim_void(Primitive::call_arg, &[call, value]);
        }
        let call = self.take(call);
        let flags = self.call_flags(false, false);
        let result = self.prim(Primitive::call_end, &[call, flags]);
        self.define(dst, result);
    }

    fn func_get_args(&mut self, dst: Def) {
        let (Some(count), Some(extra)) = (self.hidden.arg_count, self.hidden.extra) else {
            let null = self.null();
            return self.define(dst, null);
        };
        let params = self.pir.decl.params.len();
        let area = self.area(params.max(1));
        for index in 0..params {
            let value = self.raw_local(pir::Local(index as u32));
            self.emit_void(Op::var_store, &[area, value], Imm::Int(index as i64));
        }
        let func = self.func_ptr();
        let extra = self.ssa.read(extra);
        let array = self.prim(Primitive::func_get_args, &[func, area, count, extra]);
        self.define(dst, array);
    }

    /// The address of a new frame area.
    pub(super) fn area(&mut self, values: usize) -> Value {
        self.ssa.func.slots.push(values as u32);
        let slot = Slot(self.ssa.func.slots.len() as u32 - 1);
        self.emit(Op::stack_ptr, &[], Imm::Slot(slot, 0), Type::POINTER)
    }
}

impl Body<'_> {
    pub(super) fn dup(&mut self, dst: Def, value: crate::pir::Temp) {
        let value = self.ssa.read(self.temps[value.index()]);
        self.retain(value);
        self.define(dst, value);
    }

    /// A case of a switch or match that has others than constants.
    pub(super) fn case(&mut self, dst: Def, strict: bool, value: Operand, case: Operand) {
        let left = self.peek(value);
        let right = self.borrow(case);
        let by = if strict { BinaryOp::Identical } else { BinaryOp::Equal };
        let equal = self.compare(by, left.value, right.value);
        self.done(left);
        self.done(right);
        self.define(dst, equal);
    }
}
