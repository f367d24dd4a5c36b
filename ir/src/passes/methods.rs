//! Calls of methods, static methods and constructors whose class is known go straight to the function; where a few classes
//! come into question, they are told apart first.
//!
//! ```text
//! v2 = method_find v1, "area", …       v2 = func_ptr area
//! v3 = call_entry v2, v1, …         =>  v3 = call_checked area v1, …
//! ```
//!
//! Requires types. Adds blocks.

use crate::build::FORWARD;
use crate::infer::classes::Classes;
use crate::infer::transfer::literal;
use crate::program::{Program, lower};
use crate::ssa::edit::{Cursor, Detour, expand_each};
use crate::ssa::*;
use phpc_abi::decl::{ClassKind, FunctionKind, Modifiers, Passing};
use phpc_abi::layout::FuncHead;
use phpc_abi::primitives::Primitive;
use std::collections::HashMap;
use std::mem::offset_of;

pub fn run(program: &Program, classes: &Classes, func: &mut Func) {
    for block in 0..func.blocks.len() {
        for inst in func.blocks[block].insts.clone() {
            find(program, classes, func, inst);
        }
    }
    let told = tell_apart(program, classes, func);
    call_some(program, func, &told);
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

/// Classes that a receiver is compared with.
const MOST: usize = 4;

/// Methods that objects of the runtime's own classes are asked for, too.
const COMMON: &[&[u8]] = &[
    b"__construct", b"__invoke", b"bindto", b"call", b"count", b"current", b"format", b"getcode", b"getfile", b"getiterator", b"getline",
    b"getmessage", b"getprevious", b"gettrace", b"gettraceasstring", b"key", b"next", b"offsetexists", b"offsetget", b"offsetset",
    b"offsetunset", b"rewind", b"send", b"valid",
];

/// The methods that a call may reach.
struct Told {
    /// Each with the class of the receivers, if it is one.
    targets: Vec<(FuncRef, ClassId, bool)>,
    /// There are no others.
    all: bool,
}

/// Compares receivers with the classes that have the method. By the value that is the descriptor then.
fn tell_apart(program: &Program, classes: &Classes, func: &mut Func) -> HashMap<Value, Told> {
    let mut told = HashMap::new();
    expand_each(func, |func, block, at| {
        let data = func.inst(func.blocks[block.index()].insts[at]);
        if (data.op, &data.imm) != (Op::prim, &Imm::Primitive(Primitive::method_find)) {
            return false;
        }
        let Some((found, all)) = candidates(program, classes, func, data) else { return false };
        let descriptor = data.results[0];
        let targets = compare(program, func, block, at, &found, all);
        told.insert(descriptor, Told { targets, all });
        true
    });
    told
}

/// Concrete classes with their methods of the name; whether an object of another class cannot come.
fn candidates(program: &Program, classes: &Classes, func: &Func, data: &InstData) -> Option<(Vec<(ClassId, FuncRef)>, bool)> {
    let ty = func.values[data.args[0].index()].ty;
    if !ty.may_be(Mask::OBJECT) {
        return None;
    }
    let name = lower(literal(program, func, data.args[1])?);
    let scope = classes.scope(program, func.reference)?;
    let (found, all) = match ty.class[0] {
        Some(class) => {
            (classes.known_methods(program, class, ty.exact[0], &name, scope)?, ty.is(Mask::OBJECT) && classes.is_complete(class))
        }
        None if COMMON.contains(&&*name) => return None,
        None => {
            let mut found = Vec::new();
            for &class in classes.with_method(&name).iter().take(MOST + 1) {
                found.extend(classes.known_methods(program, class, true, &name, scope)?);
            }
            (found, false)
        }
    };
    let fits = (1..=MOST).contains(&found.len()) && found.iter().all(|(_, target)| !is_static(program, *target));
    fits.then_some((found, all))
}

/// The descriptor by the receiver's class. What the descriptor says of parameters by reference is known with it.
fn compare(
    program: &Program, func: &mut Func, block: Block, at: usize, found: &[(ClassId, FuncRef)], all: bool,
) -> Vec<(FuncRef, ClassId, bool)> {
    let inst = func.blocks[block.index()].insts[at];
    let data = func.inst(inst).clone();
    let (object, result) = (data.args[0], data.results[0]);
    let plain = found.iter().all(|(_, target)| by_value(program, *target));
    let Detour { mut cursor, slow, rest } = func.detour(block, at);
    // Loads of the bits of parameters by reference become a parameter of what follows.
    let bits: Vec<(Block, Inst)> = if plain { loads_of_bits(func, result) } else { Vec::new() };
    let slow_result = func.inst(inst).results[0];
    let marker = func.new_inst(Op::unlikely, Vec::new(), Imm::None, data.pos);
    func.blocks[slow.index()].insts.insert(0, marker);
    let bits_param = (!bits.is_empty()).then(|| {
        let n = func.blocks[rest.index()].params.len() as u32;
        let param = func.new_value(Type::INT, ValueDef::Param(rest, n));
        func.blocks[rest.index()].params.push(param);
        let at_slow = Cursor { block: slow, pos: data.pos };
        let jump = func.blocks[slow.index()].insts.pop().expect("the slow path goes on");
        let offset = Imm::Int(offset_of!(FuncHead, by_ref) as i64);
        let loaded = at_slow.value(func, Op::word_load, &[slow_result], offset, Type::INT);
        func.insts[jump.index()].targets[0].args.push(loaded);
        func.blocks[slow.index()].insts.push(jump);
        param
    });
    if let Some(param) = bits_param {
        let old: Vec<Value> = bits.iter().map(|(_, load)| func.inst(*load).results[0]).collect();
        for (block, load) in bits {
            func.blocks[block.index()].insts.retain(|inst| *inst != load);
        }
        for data in &mut func.insts {
            data.map_uses(&mut |value| if old.contains(&value) { param } else { value });
        }
    }
    let ty = func.values[object.index()].ty;
    let receiver = cursor.need_type(func, object, ty.narrow(Mask::OBJECT), slow);
    let class = cursor.value(func, Op::object_class, &[receiver], Imm::None, Type::POINTER);
    let mut targets: Vec<(FuncRef, ClassId, bool)> = Vec::new();
    for (n, &(wanted, target)) in found.iter().enumerate() {
        match targets.iter_mut().find(|(known, ..)| *known == target) {
            Some(known) => known.2 = false,
            None => targets.push((target, wanted, true)),
        }
        let next = func.new_block(func.blocks[block.index()].cold);
        if n + 1 < found.len() || !all {
            let (unit, index) = program.class_place(wanted);
            let address = cursor.value(func, Op::class_ptr, &[], Imm::ClassDecl(unit, index), Type::POINTER);
            let same = cursor.value(func, Op::same_word, &[class, address], Imm::None, Type::BOOL);
            cursor.need(func, same, next);
        }
        let descriptor = cursor.value(func, Op::func_ptr, &[], Imm::Func(target), Type::POINTER);
        let mut args = vec![descriptor];
        if bits_param.is_some() {
            args.push(cursor.value(func, Op::int, &[], Imm::Int(0), Type::INT));
        }
        cursor.jump(func, rest, args);
        cursor.block = next;
    }
    if !all {
        cursor.jump(func, slow, Vec::new());
    } else {
        let end = func.new_inst(Op::unreachable, Vec::new(), Imm::None, data.pos);
        func.blocks[cursor.block.index()].insts.push(end);
    }
    targets
}

fn loads_of_bits(func: &Func, descriptor: Value) -> Vec<(Block, Inst)> {
    let mut found = Vec::new();
    for (block, data) in func.blocks.iter().enumerate() {
        for &inst in &data.insts {
            let data = func.inst(inst);
            if data.op == Op::word_load && data.args[0] == descriptor && data.imm == Imm::Int(offset_of!(FuncHead, by_ref) as i64) {
                found.push((Block(block as u32), inst));
            }
        }
    }
    found
}

fn by_value(program: &Program, func: FuncRef) -> bool {
    let params = &program.decl(func).params;
    params.len() <= 60 && params.iter().all(|param| param.passing == Passing::Value)
}

/// Calls by a descriptor that is one of a few call these directly.
fn call_some(program: &Program, func: &mut Func, told: &HashMap<Value, Told>) {
    expand_each(func, |func, block, at| {
        let data = func.inst(func.blocks[block.index()].insts[at]);
        let (Op::call_entry, Imm::Int(flags)) = (data.op, &data.imm) else { return false };
        match told.get(&data.args[0]) {
            Some(told) if flags & RECEIVER_UNLESS_STATIC != 0 => {
                call_one_of(program, func, block, at, told);
                true
            }
            _ => false,
        }
    });
}

fn call_one_of(program: &Program, func: &mut Func, block: Block, at: usize, told: &Told) {
    let data = func.inst(func.blocks[block.index()].insts[at]).clone();
    let Detour { mut cursor, slow, rest } = func.detour(block, at);
    let marker = func.new_inst(Op::unlikely, Vec::new(), Imm::None, data.pos);
    func.blocks[slow.index()].insts.insert(0, marker);
    let cold = func.blocks[block.index()].cold;
    let none = cursor.value(func, Op::null_ptr, &[], Imm::None, Type::POINTER);
    for (n, &(target, class, one)) in told.targets.iter().enumerate() {
        let next = func.new_block(cold);
        if n + 1 < told.targets.len() || !told.all {
            let address = cursor.value(func, Op::func_ptr, &[], Imm::Func(target), Type::POINTER);
            let same = cursor.value(func, Op::same_word, &[data.args[0], address], Imm::None, Type::BOOL);
            cursor.need(func, same, next);
        }
        let class = match one {
            true => class,
            false => program.class_id(target.unit, program.decl(target).class.expect("it is a method")),
        };
        let receiver = cursor.value(
            func,
            Op::assume,
            &[data.args[1]],
            Imm::Type(Box::new(Type::with_class(class, one))),
            Type::with_class(class, one),
        );
        let mut args = vec![receiver, none];
        args.extend(&data.args[3..]);
        let result = crate::build::signature::signature(program, target).result;
        let value = cursor.value(func, Op::call_checked, &args, Imm::Func(target), result);
        let call = *func.blocks[cursor.block.index()].insts.last().expect("just made");
        func.insts[call.index()].exit.clone_from(&data.exit);
        cursor.jump(func, rest, vec![value]);
        cursor.block = next;
    }
    if told.all {
        let end = func.new_inst(Op::unreachable, Vec::new(), Imm::None, data.pos);
        func.blocks[cursor.block.index()].insts.push(end);
    } else {
        cursor.jump(func, slow, Vec::new());
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

/// What a function called by class gets.
enum Receiver {
    /// `$this` or a class.
    Is(Value),
    /// The class of `$this`.
    ClassOf(Value),
}

/// `C::m()`, `parent::m()`: the function, and its receiver.
fn static_method(program: &Program, classes: &Classes, func: &Func, data: &InstData) -> Option<(FuncRef, Receiver)> {
    let class = classes.of_pointer(program, func, data.args[0])?;
    let name = match func.def(data.args[1])?.op {
        Op::null => lower(b"__construct"),
        _ => lower(literal(program, func, data.args[1])?),
    };
    let scope = classes.scope(program, func.reference)?;
    let target = classes.only_method(program, class, true, &name, scope)?;
    let decl = program.decl(func.reference);
    let has = |hidden: Hidden| func.signature.hidden.contains(&hidden);
    let method = decl.kind == FunctionKind::Method && (has(Hidden::This) || has(Hidden::StaticClass));
    let inside = method && scope.is_some_and(|scope| classes.is_subclass(scope, class));
    if !is_static(program, target) {
        return (inside && has(Hidden::This)).then_some((target, Receiver::Is(data.args[3])));
    }
    // `self`, `parent` and `static` pass on the class that the caller was called with.
    let receiver = match constant(func, data.args[4])? & FORWARD != 0 {
        false => Receiver::Is(data.args[0]),
        true if !inside => return None,
        true if has(Hidden::This) => Receiver::ClassOf(data.args[3]),
        true => Receiver::Is(data.args[3]),
    };
    Some((target, receiver))
}

/// An int that is known before anything is folded.
fn constant(func: &Func, value: Value) -> Option<i64> {
    let data = func.def(value)?;
    match (data.op, &data.imm) {
        (Op::int, Imm::Int(value)) => Some(*value),
        (Op::int_or, _) => Some(constant(func, data.args[0])? | constant(func, data.args[1])?),
        (Op::select, _) => match func.def(data.args[0]).map(|def| &def.imm)? {
            Imm::Bool(holds) => constant(func, data.args[if *holds { 1 } else { 2 }]),
            _ => None,
        },
        _ => None,
    }
}

fn is_static(program: &Program, func: FuncRef) -> bool {
    program.decl(func).modifiers.contains(Modifiers::STATIC)
}

/// The bits of a known function's parameters that are by reference.
fn by_ref(program: &Program, func: &mut Func, inst: Inst) {
    let data = func.inst(inst);
    let wanted = Imm::Int(offset_of!(FuncHead, by_ref) as i64);
    let Some((Op::func_ptr, Imm::Func(target))) = func.def(data.args[0]).map(|def| (def.op, &def.imm)) else { return };
    if data.imm != wanted {
        return;
    }
    let bits = program.decl(*target).by_ref_bits();
    let data = &mut func.insts[inst.index()];
    data.op = Op::int;
    data.imm = Imm::Int(bits as i64);
    data.args.clear();
}

fn call(program: &Program, classes: &Classes, func: &mut Func, block: Block, inst: Inst) {
    let data = func.inst(inst).clone();
    let Imm::Int(flags) = data.imm else { return };
    let Some(def) = func.def(data.args[0]).filter(|def| def.op == Op::func_ptr) else { return };
    let Imm::Func(target) = def.imm else { return };
    let (def, pos) = (def.clone(), data.pos);
    if flags & (RECEIVER_UNLESS_STATIC | RECEIVER_CONSTRUCTED | RECEIVER_TAGGED) == 0 || program.decl(target).class.is_none() {
        return;
    }
    let receiver = match flags & RECEIVER_TAGGED != 0 {
        false => data.args[1],
        true if def.args.len() > 4 => match static_method(program, classes, func, &def) {
            Some((_, Receiver::Is(receiver))) => receiver,
            Some((_, Receiver::ClassOf(this))) => {
                let object = Type::of(Mask::OBJECT);
                let this = func.insert_before(block, inst, Op::assume, vec![this], Imm::Type(Box::new(object)), object, pos);
                func.insert_before(block, inst, Op::object_class, vec![this], Imm::None, Type::POINTER, pos)
            }
            None => return,
        },
        true => return,
    };
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
