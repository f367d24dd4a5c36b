//! What properties will probably hold, from what the program is seen to write. Readers test it, so that a wrong guess costs
//! time and nothing else.

use super::arrays;
use super::classes::{Classes, Prediction, declaration};
use super::transfer::{self, Context, literal};
use crate::pir::BinaryOp;
use crate::program::Program;
use crate::ssa::*;
use phpc_abi::decl::Initializer;
use std::collections::BTreeSet;

/// Kinds that say what the elements are.
const INT_LISTS: Kinds = Kinds(Kinds::EMPTY.0 | Kinds::INTS.0);
const FLOAT_LISTS: Kinds = Kinds(Kinds::EMPTY.0 | Kinds::FLOATS.0);

/// The type as far as a test can find out.
pub(super) fn testable(ty: &Type) -> Type {
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
    // What was seen to be false may be true another time.
    if ty.may_be(Mask::BOOL) { known.join(&Type::BOOL) } else { known }
}

/// The class and name under which a property's prediction is kept.
fn key(classes: &Classes, class: ClassId, name: &[u8]) -> Option<Prediction> {
    let property = classes.info(class).properties.get(name)?;
    Some(Prediction::Property(property.class, name.into()))
}

/// What the property holds from the start.
fn initial(cx: &Context, key: &Prediction) -> Type {
    let Prediction::Property(class, name) = key else { return Type::NONE };
    let declared = declaration(cx.program, *class).properties.iter().find(|property| property.name == *name);
    match declared.map(|property| (&property.default, &property.ty)) {
        Some((Some(Initializer::Const(constant)), _)) => arrays::const_type(constant),
        Some((None, None)) => Type::NULL,
        _ => Type::NONE,
    }
}

/// What it held before something is stored: the null that a constructor replaces does not count.
fn held(cx: &Context, key: &Prediction) -> Type {
    let initial = initial(cx, key);
    let predicted = cx.classes.predicted(key).unwrap_or(Type::NONE);
    if initial.is(Mask::NULL) && cx.classes.is_constructed(key) { predicted } else { predicted.join(&initial) }
}

/// The properties that constructors set.
pub fn constructed(program: &Program, classes: &Classes, funcs: &[Func]) -> BTreeSet<Prediction> {
    let mut found = BTreeSet::new();
    let constructs = |func: &&Func| program.decl(func.reference).name.eq_ignore_ascii_case(b"__construct");
    for func in funcs.iter().filter(constructs) {
        let Some(class) = classes.of_this(program, func.reference) else { continue };
        for data in func.blocks.iter().flat_map(|block| &block.insts).map(|inst| func.inst(*inst)) {
            let name = match (data.op, &data.imm) {
                (Op::slot_store, Imm::Int(slot)) => classes.property_in_slot(class, *slot),
                (Op::place_assign, Imm::Place(shape)) if shape.steps[..] == [StepKind::Property] => literal(program, func, data.args[2]),
                _ => None,
            };
            found.extend(name.and_then(|name| key(classes, class, name)));
        }
    }
    found
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

/// What a value is thought to be, its elements included, if it was read from a property (exact only as far as tests look).
pub fn expected(cx: &Context, value: Value) -> Option<Type> {
    let def = cx.func.def(value)?;
    let ty = |value: Value| cx.func.values[value.index()].ty;
    match (def.op, &def.imm) {
        (Op::assume, _) => expected(cx, def.args[0]),
        (Op::slot_load, &Imm::Int(slot)) => {
            let (class, name) = in_slot(cx, slot, &ty(def.args[0]))?;
            expected_property(cx, class, name)
        }
        (Op::place_read, Imm::Place(shape)) => {
            let (mut found, rest) = match shape.steps[..] {
                [StepKind::Property, ref rest @ ..] => {
                    let class = ty(def.args[0]).class[0].filter(|_| ty(def.args[0]).is(Mask::OBJECT))?;
                    (expected_property(cx, class, literal(cx.program, cx.func, def.args[2])?)?, rest)
                }
                ref steps => (expected(cx, def.args[0])?, steps),
            };
            for step in rest {
                if *step != StepKind::Dim || !found.is(Mask::ARRAY) {
                    return None;
                }
                found = found.element();
            }
            Some(found)
        }
        _ => None,
    }
}

/// The prediction for a property with its elements.
pub fn expected_property(cx: &Context, class: ClassId, name: &[u8]) -> Option<Type> {
    let declared = cx.classes.info(class).properties.get(name)?.ty.unwrap_or(Type::ANY);
    Some(transfer::meet(&cx.classes.predicted(&key(cx.classes, class, name)?)?, &declared))
}

/// What a test of an element may ask for: what is expected of it, if that is one thing (or a number) and more than what is certain.
pub fn of_element(expected: &Type, certain: &Type) -> Option<Type> {
    let ty = testable(expected);
    let one = matches!(ty.tags(), Mask::INT | Mask::FLOAT | Mask::NUMBER | Mask::STRING | Mask::ARRAY) || ty.is(Mask::OBJECT) && ty.class[0].is_some();
    let better = !certain.is(ty.tags()) || ty.is(Mask::ARRAY) && certain.kinds[0].0 & !ty.kinds[0].0 != 0 || ty.exact[0] && !certain.exact[0];
    (one && better && certain.may_be(ty.tags()) && !(ty.is(Mask::ARRAY) && ty.kinds[0] == Kinds::EMPTY)).then_some(ty)
}

/// The property in a slot of an object.
fn in_slot<'a>(cx: &'a Context, slot: i64, object: &Type) -> Option<(ClassId, &'a [u8])> {
    let class = object.class[0].filter(|_| object.is(Mask::OBJECT))?;
    cx.classes.property_in_slot(class, slot).map(|name| (class, name))
}

/// The same of the property in a slot, if its declaration leaves much open. Nothing, as long as no store is known.
pub fn of_slot(cx: &Context, slot: i64, object: &Type) -> Option<Type> {
    let (class, name) = in_slot(cx, slot, object)?;
    let declared = cx.classes.info(class).properties[name].ty.unwrap_or(Type::ANY);
    if matches!(declared.tags(), Mask::INT | Mask::FLOAT | Mask::STRING) || declared.is(Mask::BOOL) {
        return None;
    }
    let key = key(cx.classes, class, name)?;
    if cx.classes.predicted(&key).is_none() {
        let initial = initial(cx, &key);
        if !initial.is(Mask::NULL) && initial.tags() != Mask::NONE {
            cx.classes.predict(key, &initial);
        } else if cx.classes.awaits(key) {
            return Some(Type::NONE);
        }
    }
    of_property(cx, class, name)
}

/// Notes what is stored in a slot.
pub fn note_slot(cx: &Context, slot: i64, object: &Type, stored: &Type) {
    let Some((class, name)) = in_slot(cx, slot, object) else { return };
    let Some(key) = key(cx.classes, class, name) else { return };
    if !says_something(cx, stored) {
        return;
    }
    let old = held(cx, &key);
    cx.classes.predict(key, &old.join(stored));
}

/// Does a store count? Not where nothing comes or nothing is known of the value, nor code that runs when guesses fail.
pub(super) fn says_something(cx: &Context, stored: &Type) -> bool {
    let fails = cx.may_guard && !cx.speculates();
    let vague = cx.classes.is_vague() && *stored == Type::ARRAY;
    !fails && !vague && stored.tags() != Mask::NONE && stored.tags() != Mask::ANY
}

/// Notes what a write to a property stores.
pub fn note(cx: &Context, inst: &InstData, shape: &PlaceShape, args: &[Type]) {
    if shape.steps.first() != Some(&StepKind::Property) || !args[0].may_be(Mask::OBJECT) {
        return;
    }
    if inst.op == Op::place_take {
        return;
    }
    let (Some(class), Some(name)) = (args[0].class[0], literal(cx.program, cx.func, inst.args[2])) else { return };
    let Some(key) = key(cx.classes, class, name) else { return };
    let old = held(cx, &key);
    let rest = &shape.steps[1..];
    if rest.contains(&StepKind::Property) {
        return;
    }
    match written(cx, inst, shape, &old, rest, &args[3..]) {
        Some(new) => cx.classes.predict(key, &new),
        None if inst.op == Op::place_unset || inst.op == Op::place_ref || inst.op == Op::place_assign_ref => cx.classes.predict(key, &Type::ANY),
        None => {}
    }
}

/// What `old`, what a property or a reference holds, becomes by a write to a place in it: the keys of `steps`, then the value.
/// None: that says nothing.
pub(super) fn written(cx: &Context, inst: &InstData, shape: &PlaceShape, old: &Type, steps: &[StepKind], args: &[Type]) -> Option<Type> {
    let last = args.last().copied().unwrap_or(Type::ANY);
    let element = || arrays::read(old, steps).narrow(Mask::NUMBER.union(Mask::STRING));
    let stored = match (inst.op, shape.mode) {
        (Op::place_assign, _) => last,
        (Op::place_assign_op, PlaceMode::Op(op)) => {
            let last = if last.tags() == Mask::ANY && element().is(Mask::NUMBER) { Type::NUMBER } else { last };
            transfer::binary(cx, op, &element(), &last)
        }
        (Op::place_inc_dec, _) => transfer::binary(cx, BinaryOp::Add, &element(), &Type::INT),
        _ => return None,
    };
    if !says_something(cx, &stored) {
        return None;
    }
    if steps.is_empty() {
        return Some(old.join(&stored));
    }
    let new = match old.may_be(Mask::ARRAY) {
        true => {
            let mut new = arrays::write(&old.narrow(Mask::ARRAY), steps, &args[..steps.len()], &stored);
            // A list of which something is known is thought to stay one.
            let is_list = old.kinds[0].0 & Kinds::HASH.0 == 0 && old.kinds[0] != Kinds::EMPTY;
            if is_list && steps[0] == StepKind::Dim && args[0].is(Mask::INT) {
                new.kinds[0].0 &= !Kinds::HASH.0;
            }
            new
        }
        false => Type::ARRAY,
    };
    Some(old.join(&new))
}
