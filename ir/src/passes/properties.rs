//! Properties of objects of known classes: slots read and written in place, the whole place operation as the slow path.
//!
//! ```text
//! v3 = place_read v1 (->x)     v4 = slot_load 2 v1
//!                         =>   branch (type_is float v4) -> b1() -> b2()
//!                              b1(): v5 = assume float v4 ; jump b3(v5)
//!                              b2(): v6 = place_read v1 (->x) ; jump b3(v6)
//!                              b3(v3)
//! ```
//!
//! Requires types. Adds blocks.

use crate::infer::classes::{Classes, Property};
use crate::infer::transfer::literal;
use crate::pir::{BinaryOp, IncDec};
use crate::program::Program;
use crate::ssa::edit::{Cursor, Detour};
use crate::ssa::*;

struct Context<'a> {
    program: &'a Program,
    classes: &'a Classes,
    first: bool,
}

impl Context<'_> {
    /// The slow path is not to be expected.
    fn unlikely(&self, func: &mut Func, slow: Block) {
        if self.first {
            let pos = func.inst(func.blocks[slow.index()].insts[0]).pos;
            let marker = func.new_inst(Op::unlikely, Vec::new(), Imm::None, pos);
            func.blocks[slow.index()].insts.insert(0, marker);
        }
    }
}

/// `first`: before speculation, which then leaves out the slow paths.
pub fn run(program: &Program, classes: &Classes, func: &mut Func, first: bool) {
    let cx = Context { program, classes, first };
    crate::ssa::edit::pass_results_on_exits(func);
    crate::ssa::edit::expand_each(func, |func, block, at| expand(&cx, func, block, at));
}

fn expand(cx: &Context, func: &mut Func, block: Block, at: usize) -> bool {
    let data = func.inst(func.blocks[block.index()].insts[at]);
    let Imm::Place(shape) = &data.imm else { return false };
    let shape = shape.clone();
    if shape.steps.is_empty() || shape.steps[0] != StepKind::Property {
        return false;
    }
    match (data.op, shape.mode) {
        (Op::place_read, _) => read(cx, func, block, at, &shape),
        (Op::place_assign, _) => write(cx, func, block, at, &shape, &Change::Assign),
        (Op::place_assign_op, PlaceMode::Op(op)) => write(cx, func, block, at, &shape, &Change::Op(op)),
        (Op::place_inc_dec, PlaceMode::IncDec(kind)) => write(cx, func, block, at, &shape, &Change::IncDec(kind)),
        _ => false,
    }
}

/// A property on a path.
struct Step {
    property: Property,
    /// The class that the object is taken to be of; the slow path is for others.
    guess: Option<ClassId>,
}

/// The properties along a path of property steps (all of them, or the first ones).
fn path(cx: &Context, func: &Func, data: &InstData, steps: usize, writes: bool) -> Option<Vec<Step>> {
    let mut ty = func.values[data.args[0].index()].ty;
    let scope = cx.classes.scope(cx.program, func.function_at(data.pos))?;
    let mut found = Vec::new();
    for step in 0..steps {
        if !ty.may_be(Mask::OBJECT) {
            return None;
        }
        let name = literal(cx.program, func, data.args[2 + step])?;
        let writes = writes && step + 1 == steps;
        let guess = match ty.class[0] {
            Some(_) => None,
            None => Some(only_class(cx, name, scope, writes)?),
        };
        let property = cx.classes.property(ty.class[0].or(guess)?, name, scope, writes)?.clone();
        ty = property.ty.unwrap_or(Type::ANY);
        found.push(Step { property, guess });
    }
    Some(found)
}

/// The one class of the program whose objects have a property of this name.
fn only_class(cx: &Context, name: &[u8], scope: Option<ClassId>, writes: bool) -> Option<ClassId> {
    match *cx.classes.with_property(name) {
        [only] if cx.classes.property(only, name, scope, writes).is_some() => Some(only),
        _ => None,
    }
}

/// Goes on where the value is an object, of the class that it is taken to be of.
fn need_object(cx: &Context, func: &mut Func, cursor: &mut Cursor, value: Value, step: &Step, slow: Block) -> Value {
    let ty = func.values[value.index()].ty;
    let object = cursor.need_type(func, value, ty.narrow(Mask::OBJECT), slow);
    let Some(guess) = step.guess else { return object };
    let (unit, index) = cx.program.class_place(guess);
    let class = cursor.value(func, Op::object_class, &[object], Imm::None, Type::POINTER);
    let address = cursor.value(func, Op::class_ptr, &[], Imm::ClassDecl(unit, index), Type::POINTER);
    let same = cursor.value(func, Op::same_word, &[class, address], Imm::None, Type::BOOL);
    cursor.need(func, same, slow);
    cursor.assume(func, object, Type::with_class(guess, true))
}

/// What a property holds, borrowed, where it is set and no reference.
fn load(func: &mut Func, cursor: &mut Cursor, object: Value, property: &Property, slow: Block) -> Value {
    let ty = property.ty.unwrap_or(Type::ANY);
    let raw = ty.join(&Type::of(Mask::UNDEF.union(Mask::REFERENCE)));
    let value = cursor.value(func, Op::slot_load, &[object], Imm::Int(i64::from(property.slot)), raw);
    cursor.need_type(func, value, ty, slow)
}

fn read(cx: &Context, func: &mut Func, block: Block, at: usize, shape: &PlaceShape) -> bool {
    let data = func.inst(func.blocks[block.index()].insts[at]).clone();
    let properties = shape.steps.iter().take_while(|step| **step == StepKind::Property).count();
    let rest = &shape.steps[properties..];
    let Some(found) = path(cx, func, &data, properties, false) else { return false };
    let holder = found.last().expect("there is a step").property.ty.unwrap_or(Type::ANY);
    let key = data.args.get(2 + properties).copied();
    let element = match rest {
        [] => None,
        [StepKind::Dim] if holder.may_be(Mask::ARRAY) => match key {
            Some(key) if func.values[key.index()].ty.is(Mask::INT) => Some(key),
            _ => return false,
        },
        _ => return false,
    };
    let Detour { mut cursor, slow, rest } = func.detour(block, at);
    cx.unlikely(func, slow);
    let mut value = data.args[0];
    for step in &found {
        let object = need_object(cx, func, &mut cursor, value, step, slow);
        value = load(func, &mut cursor, object, &step.property, slow);
    }
    if let Some(key) = element {
        let array = cursor.need_type(func, value, holder.narrow(Mask::ARRAY), slow);
        let ty = func.values[array.index()].ty.element();
        let ty = if ty.may_be(Mask::REFERENCE) { Type::ANY } else { ty };
        let copy = cursor.value(func, Op::element_exit, &[array, key], Imm::None, ty);
        let inst = *func.blocks[cursor.block.index()].insts.last().expect("just made");
        func.insts[inst.index()].exit = Some(Target { block: slow, args: Vec::new() });
        cursor.jump(func, rest, vec![copy]);
        return true;
    }
    cursor.retain(func, value);
    cursor.jump(func, rest, vec![value]);
    true
}

enum Change {
    Assign,
    Op(BinaryOp),
    IncDec(IncDec),
}

fn write(cx: &Context, func: &mut Func, block: Block, at: usize, shape: &PlaceShape, change: &Change) -> bool {
    let data = func.inst(func.blocks[block.index()].insts[at]).clone();
    if data.results.len() != 2 || shape.steps.iter().any(|step| *step != StepKind::Property) {
        return false;
    }
    let Some(found) = path(cx, func, &data, shape.steps.len(), true) else { return false };
    let (last, above) = found.split_last().expect("there is a step");
    let property = &last.property;
    let readonly = property.modifiers.contains(phpc_abi::decl::Modifiers::READONLY);
    let ty = property.ty.unwrap_or(Type::ANY);
    let operand = data.args.get(2 + shape.steps.len()).map(|value| func.values[value.index()].ty);
    // A value of which less is known than what the property is declared to hold is tested.
    let tested = operand.filter(|operand| matches!(change, Change::Assign) && stored_type(cx, &ty, operand).is_none());
    let fits = match change {
        Change::Assign => tested.is_none_or(|operand| is_testable(&ty, &operand)),
        Change::Op(op) => !readonly && operand.is_some_and(|operand| number_result(*op, &ty, &operand).is_some()),
        Change::IncDec(_) => !readonly && (ty.is(Mask::NUMBER) || ty == Type::ANY),
    };
    if !fits {
        return false;
    }
    let Detour { mut cursor, slow, rest } = func.detour(block, at);
    if tested.is_none() && (!matches!(change, Change::Assign) || cx.classes.undefined_is_plain() && !readonly) {
        cx.unlikely(func, slow);
    }
    let mut value = data.args[1 + shape.steps.len() + usize::from(operand.is_some())];
    if let Some(operand) = tested {
        value = match operand.may_be(Mask::OBJECT) && ty.may_be(Mask::OBJECT) {
            true => need_object(cx, func, &mut cursor, value, &Step { property: property.clone(), guess: ty.class[0] }, slow),
            false => cursor.need_type(func, value, operand.narrow(ty.tags()), slow),
        };
    }
    let mut object = need_object(cx, func, &mut cursor, data.args[0], &found[0], slow);
    for (n, step) in above.iter().enumerate() {
        let value = load(func, &mut cursor, object, &step.property, slow);
        object = need_object(cx, func, &mut cursor, value, &found[n + 1], slow);
    }
    let slot = Imm::Int(i64::from(property.slot));
    let raw = ty.join(&Type::of(Mask::UNDEF.union(Mask::REFERENCE)));
    let load = if matches!(change, Change::Assign) { Op::slot_old } else { Op::slot_load };
    let raw = cursor.value(func, load, &[object], slot.clone(), raw);
    let result = match change {
        Change::Assign => {
            let old = match (readonly, cx.classes.undefined_is_plain()) {
                (true, true) => Type::UNDEF,
                (false, true) => ty.join(&Type::UNDEF),
                (true, false) => Type::NONE,
                (false, false) => ty,
            };
            if old == Type::NONE {
                cursor.jump(func, slow, Vec::new());
                return true;
            }
            let old = cursor.need_type(func, raw, old, slow);
            if ty.tags() == Mask::FLOAT && func.values[value.index()].ty.is(Mask::INT) {
                value = cursor.value(func, Op::int_to_float, &[value], Imm::None, Type::FLOAT);
            }
            cursor.void(func, Op::slot_store, &[object, value], slot);
            cursor.retain(func, value);
            release_old(func, &mut cursor, old, &data, value);
            value
        }
        Change::Op(op) => {
            let operand = *data.args.last().expect("the operation has an operand");
            let old = cursor.need_type(func, raw, narrowed(&ty), slow);
            let value = arithmetic(func, &mut cursor, *op, old, operand, &ty, slow);
            cursor.void(func, Op::slot_store, &[object, value], slot);
            value
        }
        Change::IncDec(kind) => {
            let old = cursor.need_type(func, raw, narrowed(&ty), slow);
            let (op, post) = match kind {
                IncDec::PreInc => (BinaryOp::Add, false),
                IncDec::PreDec => (BinaryOp::Sub, false),
                IncDec::PostInc => (BinaryOp::Add, true),
                IncDec::PostDec => (BinaryOp::Sub, true),
            };
            let one = cursor.value(func, Op::int, &[], Imm::Int(1), Type::INT);
            let value = arithmetic(func, &mut cursor, op, old, one, &ty, slow);
            cursor.void(func, Op::slot_store, &[object, value], slot);
            if post { old } else { value }
        }
    };
    cursor.jump(func, rest, vec![data.args[0], result]);
    true
}

/// Can a test tell that the value may lie in a slot declared `ty`? Of objects, those that are exactly of the class are told.
fn is_testable(ty: &Type, value: &Type) -> bool {
    let object = value.may_be(Mask::OBJECT) && ty.may_be(Mask::OBJECT);
    *ty != Type::ANY && value.may_be(ty.tags()) && (!object || ty.class[0].is_some())
}

/// Numbers of the property's type.
fn narrowed(ty: &Type) -> Type {
    ty.narrow(Mask::NUMBER)
}

/// The type under which a value of type `value` lies in a slot declared `ty`, if it can be stored as it is.
fn stored_type(cx: &Context, ty: &Type, value: &Type) -> Option<Type> {
    if *ty == Type::ANY {
        return Some(*value);
    }
    if ty.tags() == Mask::FLOAT && value.is(Mask::INT) {
        return Some(Type::FLOAT);
    }
    if !value.tags().is_within(ty.tags()) {
        return None;
    }
    let fits = !value.may_be(Mask::OBJECT)
        || match (value.class[0], ty.class[0]) {
            (Some(class), Some(wanted)) => cx.classes.is_subclass(class, wanted),
            _ => false,
        };
    fits.then_some(*value)
}

/// The result of `old op operand` on numbers, if it can lie in a slot of type `ty` (ints that overflow go the slow way).
fn number_result(op: BinaryOp, ty: &Type, operand: &Type) -> Option<Type> {
    let old = narrowed(ty);
    let (int, float) = (old.tags() == Mask::INT, old.tags() == Mask::FLOAT);
    let exact = matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul);
    match op {
        _ if old.tags() == Mask::NONE || !operand.is(Mask::NUMBER) => None,
        _ if exact && int && operand.is(Mask::INT) => Some(Type::INT),
        _ if exact && float => Some(Type::FLOAT),
        _ if exact && ty.tags().contains(Mask::NUMBER) => Some(Type::NUMBER),
        BinaryOp::BitAnd | BinaryOp::BitOr | BinaryOp::BitXor if int && operand.is(Mask::INT) => Some(Type::INT),
        _ => None,
    }
}

fn arithmetic(
    func: &mut Func, cursor: &mut Cursor, op: BinaryOp, old: Value, operand: Value, ty: &Type, slow: Block,
) -> Value {
    let types = (func.values[old.index()].ty, func.values[operand.index()].ty);
    let ints = types.0.is(Mask::INT) && types.1.is(Mask::INT);
    let exact = match op {
        BinaryOp::Add => Some(Op::int_add_exit),
        BinaryOp::Sub => Some(Op::int_sub_exit),
        BinaryOp::Mul => Some(Op::int_mul_exit),
        _ => None,
    };
    if let (true, Some(exact)) = (ints, exact) {
        let value = cursor.value(func, exact, &[old, operand], Imm::None, Type::INT);
        let inst = *func.blocks[cursor.block.index()].insts.last().expect("just made");
        func.insts[inst.index()].exit = Some(Target { block: slow, args: Vec::new() });
        return value;
    }
    let result = number_result(op, ty, &types.1).expect("asked before");
    cursor.value(func, Op::binary, &[old, operand], Imm::Binary(op), result)
}

/// Releases what was overwritten. If a destructor throws, the result is dropped on the way to the operation's exit.
fn release_old(func: &mut Func, cursor: &mut Cursor, old: Value, data: &InstData, result: Value) {
    let ty = func.values[old.index()].ty;
    if !ty.is_counted() {
        return;
    }
    let release = cursor.void(func, Op::release, &[old], Imm::None);
    if !ty.may_have_destructor() {
        return;
    }
    let Some(exit) = &data.exit else { return };
    // On the exit the base is as it was.
    let args: Vec<Value> = exit.args.iter().map(|arg| if data.results[0] == *arg { data.args[0] } else { *arg }).collect();
    if !func.values[result.index()].ty.is_counted() {
        func.insts[release.index()].exit = Some(Target { block: exit.block, args });
        return;
    }
    let pad = func.new_block(true);
    let on_pad = Cursor { block: pad, pos: data.pos };
    on_pad.release_pending(func, result);
    on_pad.jump(func, exit.block, args);
    func.insts[release.index()].exit = Some(Target { block: pad, args: Vec::new() });
}
