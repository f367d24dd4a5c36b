//! What properties will probably hold, from what the program is seen to write. Readers test it, so that a wrong guess costs
//! time and nothing else.

use super::arrays;
use super::classes::{Classes, declaration};
use super::transfer::{self, Context, literal};
use crate::pir::BinaryOp;
use crate::program::Program;
use crate::ssa::*;
use phpc_abi::decl::Initializer;

/// Kinds that say what the elements are.
const INT_LISTS: Kinds = Kinds(Kinds::EMPTY.0 | Kinds::INTS.0);
const FLOAT_LISTS: Kinds = Kinds(Kinds::EMPTY.0 | Kinds::FLOATS.0);

/// The type as far as a test can find out.
fn testable(ty: &Type) -> Type {
    let mut known = *ty;
    if ty.may_be(Mask::ARRAY) {
        let kinds = ty.kinds[0];
        let lists = |kind: Kinds, element: Type| Type::array_of(kind, element);
        let array = match () {
            () if kinds == Kinds::EMPTY => lists(Kinds::EMPTY, Type::NONE),
            () if kinds.0 & !INT_LISTS.0 == 0 => lists(INT_LISTS, Type::INT),
            () if kinds.0 & !FLOAT_LISTS.0 == 0 => lists(FLOAT_LISTS, Type::FLOAT),
            () => Type::ARRAY,
        };
        known = ty.narrow(ty.tags().without(Mask::ARRAY)).join(&array);
    }
    if !known.exact[0] {
        known.class[0] = None;
    }
    known
}

/// The class and name under which a property's prediction is kept.
fn key(classes: &Classes, class: ClassId, name: &[u8]) -> Option<(ClassId, Box<[u8]>)> {
    let property = classes.info(class).properties.get(name)?;
    Some((property.class, name.into()))
}

/// What the property holds from the start, if it is not set before it is read.
fn initial(program: &Program, class: ClassId, name: &[u8]) -> Type {
    let declared = declaration(program, class).properties.iter().find(|property| &*property.name == name);
    match declared.map(|property| (&property.default, &property.ty)) {
        Some((Some(Initializer::Const(constant)), _)) => {
            let ty = arrays::const_type(constant);
            // Null is what constructors replace.
            if ty.is(Mask::NULL) { Type::NONE } else { ty }
        }
        _ => Type::NONE,
    }
}

/// What a test for the property's type may ask for, if that says more than its declaration.
pub fn of_property(cx: &Context, class: ClassId, name: &[u8]) -> Option<Type> {
    let declared = cx.classes.info(class).properties.get(name)?.ty.unwrap_or(Type::ANY);
    let written = cx.classes.predicted(&key(cx.classes, class, name)?)?;
    let ty = testable(&transfer::meet(&written, &declared));
    let scalar = matches!(ty.tags(), Mask::INT | Mask::FLOAT | Mask::STRING | Mask::ARRAY) || ty.is(Mask::BOOL);
    let object = ty.may_be(Mask::OBJECT) && ty.class[0].is_some() && ty.tags().is_within(Mask::OBJECT.union(Mask::NULL));
    let lists = ty.is(Mask::ARRAY) && ty.kinds[0].0 & !(INT_LISTS.0 | FLOAT_LISTS.0) == 0 && ty.kinds[0] != Kinds::EMPTY;
    let better = match () {
        () if lists || object && declared.class[0].is_none() => true,
        () if object => !declared.exact[0],
        () => scalar && declared.tags() != ty.tags(),
    };
    better.then_some(ty)
}

/// Notes what a write to a property stores.
pub fn note(cx: &Context, inst: &InstData, shape: &PlaceShape, args: &[Type]) {
    if shape.steps.first() != Some(&StepKind::Property) || !args[0].may_be(Mask::OBJECT) {
        return;
    }
    let (Some(class), Some(name)) = (args[0].class[0], literal(cx.program, cx.func, inst.args[2])) else { return };
    let Some(key) = key(cx.classes, class, name) else { return };
    let old = cx.classes.predicted(&key).unwrap_or_else(|| initial(cx.program, key.0, name));
    let rest = &shape.steps[1..];
    if rest.contains(&StepKind::Property) {
        return;
    }
    let keys = &args[3..2 + shape.steps.len()];
    let last = args[args.len() - 1];
    let element = || arrays::read(&old, rest).narrow(Mask::NUMBER.union(Mask::STRING));
    let stored = match (inst.op, shape.mode) {
        (Op::place_assign, _) => last,
        (Op::place_assign_op, PlaceMode::Op(op)) => transfer::binary(cx, op, &element(), &last),
        (Op::place_inc_dec, _) => transfer::binary(cx, BinaryOp::Add, &element(), &Type::INT),
        _ => return cx.classes.predict(key, &Type::ANY),
    };
    if stored.tags() == Mask::NONE || stored.tags() == Mask::ANY {
        // Nothing comes, or nothing is known.
        return;
    }
    let new = if rest.is_empty() { stored } else { arrays::write(&old.narrow(Mask::ARRAY), rest, keys, &stored) };
    let new = if rest.is_empty() || old.may_be(Mask::ARRAY) { new } else { Type::ARRAY };
    cx.classes.predict(key, &old.join(&new));
}
