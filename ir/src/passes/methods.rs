//! Calls of methods, static methods and constructors whose class is known go straight to the function.
//!
//! ```text
//! v2 = method_find v1, "area", …       v2 = func_ptr area
//! v3 = call_entry v2, v1, …         =>  v3 = call_checked area v1, …
//! ```
//!
//! Requires types and a closed program. Adds landing pads.

use crate::infer::classes::Classes;
use crate::infer::transfer::literal;
use crate::program::{Program, lower};
use crate::ssa::edit::Cursor;
use crate::ssa::*;
use phpc_abi::decl::{ClassKind, FunctionKind, Modifiers, Passing};
use phpc_abi::layout::FuncHead;
use phpc_abi::primitives::Primitive;
use std::mem::offset_of;

pub fn run(program: &Program, classes: &Classes, func: &mut Func) {
    if program.open {
        return;
    }
    for block in 0..func.blocks.len() {
        for inst in func.blocks[block].insts.clone() {
            find(program, classes, func, inst);
        }
    }
    for block in 0..func.blocks.len() {
        for inst in func.blocks[block].insts.clone() {
            match func.inst(inst).op {
                Op::call_entry => call(program, classes, func, Block(block as u32), inst),
                Op::word_load => by_ref(program, func, inst),
                _ => {}
            }
        }
    }
    for data in func.insts.iter_mut().filter(|data| data.op == Op::func_ptr) {
        data.args.clear();
    }
}

/// The callee is known: its descriptor.
fn find(program: &Program, classes: &Classes, func: &mut Func, inst: Inst) {
    let data = func.inst(inst);
    let (Op::prim, Imm::Primitive(primitive)) = (data.op, &data.imm) else { return };
    let found = match primitive {
        Primitive::method_find => method(program, classes, func, data),
        Primitive::constructor_find => constructor(program, classes, func, data),
        Primitive::static_find => static_method(program, classes, func, data).map(|(target, _)| target),
        _ => None,
    };
    let Some(target) = found else { return };
    // Where the receiver lies, the call asks the primitive's operands for.
    let keeps = func.inst(inst).imm == Imm::Primitive(Primitive::static_find);
    let data = &mut func.insts[inst.index()];
    data.op = Op::func_ptr;
    data.imm = Imm::Func(target);
    data.exit = None;
    if !keeps {
        data.args.clear();
    }
}

fn method(program: &Program, classes: &Classes, func: &Func, data: &InstData) -> Option<FuncRef> {
    let ty = func.values[data.args[0].index()].ty;
    if !ty.is(Mask::OBJECT) {
        return None;
    }
    let name = lower(literal(program, func, data.args[1])?);
    let scope = classes.scope(program, func.reference)?;
    classes.only_method(program, ty.class[0]?, ty.exact[0], &name, scope).filter(|target| !is_static(program, *target))
}

fn constructor(program: &Program, classes: &Classes, func: &Func, data: &InstData) -> Option<FuncRef> {
    let ty = func.values[data.args[0].index()].ty;
    if !ty.is(Mask::OBJECT) || !ty.exact[0] {
        return None;
    }
    let scope = classes.scope(program, func.reference)?;
    classes.only_method(program, ty.class[0]?, true, b"__construct", scope)
}

/// `C::m()`, `parent::m()`: the function, and `$this` or the class as the receiver.
fn static_method(program: &Program, classes: &Classes, func: &Func, data: &InstData) -> Option<(FuncRef, Value)> {
    let class = classes.of_pointer(program, func, data.args[0])?;
    let name = match func.def(data.args[1])?.op {
        Op::null => lower(b"__construct"),
        _ => lower(literal(program, func, data.args[1])?),
    };
    let scope = classes.scope(program, func.reference)?;
    let target = classes.only_method(program, class, true, &name, scope)?;
    let decl = program.decl(func.reference);
    if is_static(program, target) {
        // Calls that forward pass another class on.
        return scope.is_none().then_some((target, data.args[0]));
    }
    let method = decl.kind == FunctionKind::Method && func.signature.hidden.first() == Some(&Hidden::This);
    let inside = method && scope.is_some_and(|scope| classes.is_subclass(scope, class));
    inside.then_some((target, data.args[3]))
}

fn is_static(program: &Program, func: FuncRef) -> bool {
    program.decl(func).modifiers.contains(Modifiers::STATIC)
}

/// The bits of a known function's parameters that are by reference.
fn by_ref(program: &Program, func: &mut Func, inst: Inst) {
    let data = func.inst(inst);
    let wanted = Imm::Int(offset_of!(FuncHead, by_ref) as i64);
    let Some((Op::func_ptr, Imm::Func(target))) = func.def(data.args[0]).map(|def| (def.op, &def.imm)) else { return };
    let params = &program.decl(*target).params;
    if data.imm != wanted || params.len() > 60 || params.iter().any(|param| param.passing != Passing::Value) {
        return;
    }
    let data = &mut func.insts[inst.index()];
    data.op = Op::int;
    data.imm = Imm::Int(0);
    data.args.clear();
}

fn call(program: &Program, classes: &Classes, func: &mut Func, block: Block, inst: Inst) {
    let data = func.inst(inst).clone();
    let Imm::Int(flags) = data.imm else { return };
    let Some(def) = func.def(data.args[0]).filter(|def| def.op == Op::func_ptr) else { return };
    let Imm::Func(target) = def.imm else { return };
    if flags & (RECEIVER_UNLESS_STATIC | RECEIVER_CONSTRUCTED | RECEIVER_TAGGED) == 0 || program.decl(target).class.is_none() {
        return;
    }
    let receiver = match flags & RECEIVER_TAGGED != 0 {
        false => data.args[1],
        true => match static_method(program, classes, func, def) {
            Some((_, receiver)) if def.args.len() > 3 => receiver,
            _ => return,
        },
    };
    let pos = data.pos;
    let none = func.insert_before(block, inst, Op::null_ptr, Vec::new(), Imm::None, Type::POINTER, pos);
    let mut args = vec![receiver, none];
    args.extend(&data.args[3..]);
    // A constructor that throws: the object's destructor must not run.
    let exit = data.exit.clone().map(|exit| match flags & RECEIVER_CONSTRUCTED != 0 {
        false => exit,
        true => {
            let pad = func.new_block(true);
            let cursor = Cursor { block: pad, pos };
            let object = cursor.assume(func, receiver, Type::OBJECT);
            cursor.void(func, Op::prim_void, &[object], Imm::Primitive(Primitive::suppress_destructor));
            cursor.jump(func, exit.block, exit.args);
            Target { block: pad, args: Vec::new() }
        }
    });
    let signature = crate::build::signature::signature(program, target);
    let call = &mut func.insts[inst.index()];
    call.op = Op::call_checked;
    call.args = args;
    call.imm = Imm::Func(target);
    call.exit = exit;
    func.values[data.results[0].index()].ty = signature.result;
}

/// Does the class make objects of its own?
pub(crate) fn is_concrete(program: &Program, class: ClassId) -> bool {
    let (unit, index) = program.class_place(class);
    let decl = &program.unit(unit).classes[index.0 as usize];
    matches!(decl.kind, ClassKind::Class | ClassKind::Anonymous | ClassKind::Enum) && !decl.modifiers.contains(Modifiers::ABSTRACT)
}
