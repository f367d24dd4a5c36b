//! Calls of builtins whose argument types fit their declaration go to the native entry, which borrows; small ones become
//! operations.
//!
//! ```text
//! v2 = call_builtin_generic strlen v1  =>  v2 = string_length v1 ; release v1
//! v2 = call_builtin_generic trim v1    =>  v3 = string " \n…" ; v2 = call_builtin trim v1, v3 ; release v1
//! ```
//!
//! Requires types. Adds landing pads.

use crate::build::signature::declared_type;
use crate::infer::classes::Classes;
use crate::pir::{BinaryOp, CastKind};
use crate::program::{Builtin, Program};
use crate::ssa::edit::Cursor;
use crate::ssa::*;
use phpc_abi::decl::{Const, Initializer, ParamDecl, Passing, TypeMask};
use phpc_abi::primitives::Primitive;

/// `is_int($x)` and the like become tests of tags, from which inference learns.
pub fn type_tests(program: &Program, classes: &Classes, func: &mut Func) {
    let is_test = |data: &InstData| matches!(data.imm, Imm::Builtin(id) if tested(&program.builtins[id.index()].decl.name).is_some());
    if !func.has(is_test) {
        return;
    }
    // Variables are not references, as far as can be seen.
    crate::infer::run_local(program, classes, func);
    replace_each(func, &|func, block, inst| {
        let data = func.inst(inst).clone();
        let Imm::Builtin(id) = data.imm else { return false };
        let [arg] = data.args[..] else { return false };
        let ty = func.values[arg.index()].ty;
        let Some(mask) = tested(&program.builtins[id.index()].decl.name) else { return false };
        if ty.may_be(Mask::REFERENCE.union(Mask::UNDEF)) || data.exit.is_none() && ty.may_have_destructor() {
            return false;
        }
        let cursor = Cursor { block, pos: data.pos };
        become_op(func, &cursor, inst, Op::type_is, &[arg], Imm::Mask(mask));
        release_args(func, &cursor, &data);
        true
    });
}

/// The tags for which a builtin is true.
fn tested(name: &[u8]) -> Option<Mask> {
    Some(match name {
        b"is_int" | b"is_integer" | b"is_long" => Mask::INT,
        b"is_float" | b"is_double" => Mask::FLOAT,
        b"is_string" => Mask::STRING,
        b"is_array" => Mask::ARRAY,
        b"is_bool" => Mask::BOOL,
        b"is_null" => Mask::NULL,
        b"is_object" => Mask::OBJECT,
        b"is_scalar" => Mask(Mask::BOOL.0 | Mask::NUMBER.0 | Mask::STRING.0),
        _ => return None,
    })
}

pub fn run(program: &Program, func: &mut Func) {
    replace_each(func, &|func, block, inst| replace(program, func, block, inst));
}

fn replace_each(func: &mut Func, replace: &dyn Fn(&mut Func, Block, Inst) -> bool) {
    for block in 0..func.blocks.len() {
        if func.blocks[block].cold {
            continue;
        }
        let insts = std::mem::take(&mut func.blocks[block].insts);
        for inst in insts {
            let replaced = func.inst(inst).op == Op::call_builtin_generic && replace(func, Block(block as u32), inst);
            if !replaced {
                func.blocks[block].insts.push(inst);
            }
        }
    }
}

fn replace(program: &Program, func: &mut Func, block: Block, inst: Inst) -> bool {
    let data = func.inst(inst).clone();
    let Imm::Builtin(id) = data.imm else { return false };
    let builtin = &program.builtins[id.index()];
    let cursor = Cursor { block, pos: data.pos };
    // Without an exit destructors of arguments have nowhere to throw to.
    let destructors = data.args.iter().any(|arg| func.values[arg.index()].ty.may_have_destructor());
    if data.exit.is_none() && destructors {
        return false;
    }
    if intrinsic(func, &cursor, &builtin.decl.name, &data, inst) {
        release_args(func, &cursor, &data);
        return true;
    }
    native(program, func, &cursor, builtin, &data, inst)
}

/// Lets go of the arguments after the operation. A destructor that throws leaves by the call's exit.
fn release_args(func: &mut Func, cursor: &Cursor, data: &InstData) {
    for (n, &arg) in data.args.iter().enumerate() {
        let ty = func.values[arg.index()].ty;
        if !ty.is_counted() {
            continue;
        }
        let release = cursor.void(func, Op::release, &[arg], Imm::None);
        if ty.may_have_destructor() {
            let mut held = data.args[n + 1..].to_vec();
            held.extend(&data.results);
            let exit = exit_past(func, &held, data);
            func.insts[release.index()].exit = exit;
        }
    }
}

/// The call's exit, on the way to which what is held is released.
fn exit_past(func: &mut Func, held: &[Value], data: &InstData) -> Option<Target> {
    let exit = data.exit.clone()?;
    if held.iter().all(|value| !func.values[value.index()].ty.is_counted()) {
        return Some(exit);
    }
    let pad = func.new_block(true);
    let on_pad = Cursor { block: pad, pos: data.pos };
    for &value in held {
        on_pad.release_pending(func, value);
    }
    on_pad.jump(func, exit.block, exit.args);
    Some(Target { block: pad, args: Vec::new() })
}

/// The instruction with other operation and operands, the same results.
fn become_op(func: &mut Func, cursor: &Cursor, inst: Inst, op: Op, args: &[Value], imm: Imm) -> bool {
    let data = &mut func.insts[inst.index()];
    data.op = op;
    data.args = args.to_vec();
    data.imm = imm;
    data.exit = None;
    func.blocks[cursor.block.index()].insts.push(inst);
    true
}

fn intrinsic(func: &mut Func, cursor: &Cursor, name: &[u8], data: &InstData, inst: Inst) -> bool {
    let types: Vec<Mask> = data.args.iter().map(|arg| func.values[arg.index()].ty.tags()).collect();
    let args = &data.args[..];
    let float = |func: &mut Func, value: Value| match func.values[value.index()].ty.tags() {
        Mask::INT => cursor.value(func, Op::int_to_float, &[value], Imm::None, Type::FLOAT),
        _ => value,
    };
    let simple = match (name, &types[..]) {
        (b"strlen", [Mask::STRING]) => Some((Op::string_length, Imm::None)),
        (b"count" | b"sizeof", [Mask::ARRAY]) => Some((Op::array_length, Imm::None)),
        (b"abs", [Mask::FLOAT]) => Some((Op::float_abs, Imm::None)),
        (b"intval", [mask]) if mask.is_within(NUMERIC) => Some((Op::cast, Imm::Cast(CastKind::Int))),
        (b"floatval" | b"doubleval", [mask]) if mask.is_within(NUMERIC) => Some((Op::cast, Imm::Cast(CastKind::Float))),
        (b"boolval", [mask]) if mask.is_within(NUMERIC) => Some((Op::truth, Imm::None)),
        (b"pow", [left, right]) if left.is_within(Mask::NUMBER) && right.is_within(Mask::NUMBER) => {
            Some((Op::binary, Imm::Binary(BinaryOp::Pow)))
        }
        (name, [_]) => tested(name).map(|mask| (Op::type_is, Imm::Mask(mask))),
        _ => None,
    };
    if types.iter().any(|mask| mask.intersects(Mask::REFERENCE.union(Mask::UNDEF))) {
        return false;
    }
    if let Some((op, imm)) = simple {
        return become_op(func, cursor, inst, op, args, imm);
    }
    match (name, &types[..]) {
        (b"sqrt" | b"floor" | b"ceil", [mask]) if matches!(*mask, Mask::INT | Mask::FLOAT) => {
            let op = match name {
                b"sqrt" => Op::float_sqrt,
                b"floor" => Op::float_floor,
                _ => Op::float_ceil,
            };
            let value = float(func, args[0]);
            become_op(func, cursor, inst, op, &[value], Imm::None)
        }
        (b"chr", [Mask::INT]) => {
            let low = cursor.value(func, Op::int, &[], Imm::Int(255), Type::INT);
            let byte = cursor.value(func, Op::int_and, &[args[0], low], Imm::None, Type::INT);
            become_op(func, cursor, inst, Op::string_of_byte, &[byte], Imm::None)
        }
        (b"min" | b"max", [first, rest @ ..]) if !rest.is_empty() && matches!(*first, Mask::INT | Mask::FLOAT) && rest.iter().all(|mask| mask == first) => {
            let compare = if name == b"min" { Compare::Less } else { Compare::Greater };
            let (op, ty) = if *first == Mask::INT { (Op::int_compare, Type::INT) } else { (Op::float_compare, Type::FLOAT) };
            let (last, others) = args.split_last().expect("there are two");
            let best = others[1..].iter().fold(others[0], |best, &next| {
                let better = cursor.value(func, op, &[next, best], Imm::Compare(compare), Type::BOOL);
                cursor.value(func, Op::select, &[better, next, best], Imm::None, ty)
            });
            let better = cursor.value(func, op, &[*last, best], Imm::Compare(compare), Type::BOOL);
            become_op(func, cursor, inst, Op::select, &[better, *last, best], Imm::None)
        }
        (b"intdiv", [Mask::INT, Mask::INT]) => match func.def(args[1]).map(|def| &def.imm) {
            Some(Imm::Int(divisor)) if !matches!(divisor, 0 | -1) => become_op(func, cursor, inst, Op::int_div, args, Imm::None),
            _ => false,
        },
        _ => false,
    }
}

const NUMERIC: Mask = Mask(Mask::NUMBER.0 | Mask::BOOL.0 | Mask::NULL.0);

/// Constants that defaults of builtins are written with.
const NAMED: &[(&[u8], i64)] = &[(b"PHP_INT_MAX", i64::MAX), (b"COUNT_NORMAL", 0), (b"SORT_REGULAR", 0)];

/// The default of a parameter, where it is a literal or a constant that we know.
fn default_of(param: &ParamDecl) -> Option<Const> {
    let Some(Initializer::Const(constant)) = &param.default else { return None };
    if *constant != Const::Null || param.default_text.eq_ignore_ascii_case(b"null") {
        return Some(constant.clone());
    }
    NAMED.iter().find(|(name, _)| **name == *param.default_text).map(|(_, value)| Const::Int(*value))
}

/// What a parameter gets that was not passed.
fn default_value(program: &Program, func: &mut Func, cursor: &Cursor, param: &ParamDecl) -> Option<Value> {
    let unit = func.reference.unit;
    Some(match &default_of(param)? {
        Const::Null => cursor.value(func, Op::null, &[], Imm::None, Type::NULL),
        Const::Bool(value) => {
            let ty = Type::of(if *value { Mask::TRUE } else { Mask::FALSE });
            cursor.value(func, Op::bool, &[], Imm::Bool(*value), ty)
        }
        Const::Int(value) => cursor.value(func, Op::int, &[], Imm::Int(*value), Type::INT),
        Const::Float(bits) => cursor.value(func, Op::float, &[], Imm::Float(*bits), Type::FLOAT),
        Const::Str(text) => {
            let id = program.text(unit, text)?;
            cursor.value(func, Op::string, &[], Imm::Const(unit, id), Type::STRING)
        }
        Const::Array(_) => return None,
    })
}

/// Can a value with these tags be handed to the parameter as it is?
fn admits(program: &Program, param: &ParamDecl, ty: &Type) -> bool {
    let Some(declared) = &param.ty else { return !ty.may_be(Mask::REFERENCE.union(Mask::UNDEF)) };
    let plain = declared.classes.is_empty() && !declared.mask.contains(TypeMask::CALLABLE);
    plain && ty.tags().is_within(declared_type(program, declared).tags()) && !declared.mask.contains(TypeMask::ITERABLE)
}

/// The type of what lies in a reference cell made for the call.
fn in_fresh_cell(func: &Func, cell: Value) -> Option<Type> {
    let ValueDef::Result(inst, _) = func.values[cell.index()].def else { return None };
    let data = func.inst(inst);
    (data.imm == Imm::Primitive(Primitive::reference_new)).then(|| func.values[data.args[0].index()].ty)
}

/// Does a parameter by reference get a fresh cell that holds what it admits?
pub(super) fn admits_cell(program: &Program, func: &Func, param: &ParamDecl, arg: Value) -> bool {
    in_fresh_cell(func, arg).is_some_and(|ty| admits(program, param, &ty))
}

/// Whether a call with so many arguments can go to the native entry, should their types fit.
pub(super) fn has_native_call(program: &Program, func: &Func, builtin: &Builtin, count: usize) -> bool {
    let decl = &builtin.decl;
    let plain = |param: &ParamDecl| param.passing != Passing::PreferReference && !param.variadic;
    let can_default = |param: &ParamDecl| match default_of(param) {
        default if param.passing != Passing::Value => default == Some(Const::Null),
        Some(Const::Array(_)) | None => false,
        Some(Const::Str(text)) => program.text(func.reference.unit, &text).is_some(),
        Some(_) => true,
    };
    !builtin.native.is_empty()
        && count <= decl.params.len()
        && decl.params.iter().all(plain)
        && !decl.returns_reference
        && decl.params[count..].iter().all(can_default)
}

fn native(program: &Program, func: &mut Func, cursor: &Cursor, builtin: &Builtin, data: &InstData, inst: Inst) -> bool {
    let decl = &builtin.decl;
    if !has_native_call(program, func, builtin, data.args.len()) {
        return false;
    }
    let types: Vec<Type> = data.args.iter().map(|arg| func.values[arg.index()].ty).collect();
    let converts = |param: &ParamDecl, ty: &Type| {
        ty.is(Mask::INT) && param.ty.as_ref().is_some_and(|declared| declared.classes.is_empty() && declared.mask == TypeMask::FLOAT)
    };
    let fit = |((param, ty), &arg): ((&ParamDecl, &Type), &Value)| match param.passing {
        Passing::Value => converts(param, ty) || admits(program, param, ty),
        _ => admits_cell(program, func, param, arg),
    };
    if !decl.params.iter().zip(&types).zip(&data.args).all(fit) {
        return false;
    }
    let mut args = Vec::new();
    for ((param, ty), &arg) in decl.params.iter().zip(&types).zip(&data.args) {
        args.push(match converts(param, ty) {
            true => cursor.value(func, Op::int_to_float, &[arg], Imm::None, Type::FLOAT),
            false => arg,
        });
    }
    for param in &decl.params[types.len()..] {
        args.push(match param.passing {
            Passing::Value => default_value(program, func, cursor, param).expect("asked before"),
            // Nobody wants what it would leave there.
            _ => cursor.value(func, Op::null_ptr, &[], Imm::None, Type::POINTER),
        });
    }
    let exit = match builtin.effects.can_throw() {
        true => exit_past(func, &data.args, data),
        false => None,
    };
    let pos = match data.args.len() < decl.params.len() && exit.is_some() {
        true => func.passing(data.pos, data.args.len()),
        false => data.pos,
    };
    let call = &mut func.insts[inst.index()];
    call.pos = pos;
    call.op = Op::call_builtin;
    call.args = args;
    call.exit = exit;
    func.blocks[cursor.block.index()].insts.push(inst);
    release_args(func, cursor, data);
    true
}
