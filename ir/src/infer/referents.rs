//! What references will probably hold: those that come into a function by a parameter, by what callers pass, and those made
//! in it. Readers test it, as what properties hold (see [`predict`](super::predict)).

use super::classes::Prediction;
use super::predict::{says_something, testable, written};
use super::transfer::Context;
use crate::ssa::*;
use phpc_abi::primitives::Primitive;

/// Where a reference comes from, in the function that has it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Origin {
    /// The parameter by number.
    Parameter(u32),
    /// The result of an operation that makes one.
    Made(Value),
}

/// What is known of where a value comes from, if it is a reference. None: nothing yet.
type Known = Option<Option<Origin>>;

/// For each value.
pub type Origins = Vec<Known>;

/// Finds for each value that may be a reference the one place where it comes from. None: several, or none that is known.
pub fn origins(func: &Func) -> Origins {
    let mut found: Origins = vec![None; func.values.len()];
    let hidden = func.signature.hidden.len();
    for (n, param) in func.blocks[0].params.iter().enumerate().skip(hidden) {
        found[param.index()] = Some(Some(Origin::Parameter((n - hidden) as u32)));
    }
    loop {
        let mut changed = false;
        for data in func.blocks.iter().flat_map(|block| &block.insts).map(|inst| func.inst(*inst)) {
            for &result in &data.results {
                let origin = made(func, &found, data, result);
                changed |= come(&mut found, result, origin);
            }
            for edge in data.edges() {
                for (&param, arg) in func.blocks[edge.block.index()].params.iter().zip(&edge.args) {
                    let origin = found[arg.index()];
                    changed |= come(&mut found, param, origin);
                }
            }
        }
        if !changed {
            return found;
        }
    }
}

/// A value may also have the origin; true if that is new. (An origin that is not known yet says nothing.)
fn come(found: &mut [Known], value: Value, origin: Known) -> bool {
    let Some(origin) = origin else { return false };
    let known = &mut found[value.index()];
    if *known == Some(None) || *known == Some(origin) {
        return false;
    }
    *known = Some(if known.is_some() { None } else { origin });
    true
}

/// The origin of an operation's result, if it may be a reference.
fn made(func: &Func, found: &[Known], data: &InstData, result: Value) -> Known {
    let of = |value: Value| found[value.index()];
    match (data.op, &data.imm) {
        (Op::assume | Op::type_exit, _) => of(data.args[0]),
        (Op::place_ref, Imm::Place(shape)) if shape.steps.is_empty() => {
            let reference = data.results[data.results.len() - 1];
            Some(of(data.args[0]).unwrap_or(Some(Origin::Made(reference))))
        }
        (Op::place_assign | Op::place_assign_op | Op::place_inc_dec | Op::place_unset, _) if result == data.results[0] => of(data.args[0]),
        (Op::prim, Imm::Primitive(Primitive::reference_new)) => Some(Some(Origin::Made(result))),
        _ => func.values[result.index()].ty.may_be(Mask::REFERENCE).then_some(None),
    }
}

fn prediction(cx: &Context, origin: Origin) -> Prediction {
    Prediction::Referent(FuncRef { variant: Variant::Body, ..cx.func.reference }, origin)
}

/// What is thought of what a reference holds. NONE while nothing is known yet; None: nothing will be.
pub fn expected(cx: &Context, reference: Value) -> Option<Type> {
    let key = prediction(cx, cx.origin(reference)?);
    match cx.classes.predicted(&key) {
        Some(ty) => Some(ty),
        None => cx.classes.awaits(key).then_some(Type::NONE),
    }
}

/// What a test of the array that a reference holds may ask for, before an element of it is read.
pub fn of_array(expected: &Type) -> Option<Type> {
    if expected.tags() == Mask::NONE {
        return Some(Type::NONE);
    }
    // As long as it is not set it is not read.
    let array = expected.narrow(Mask::ARRAY);
    let only = expected.is(Mask(Mask::ARRAY.0 | Mask::NULL.0)) && array.may_be(Mask::ARRAY);
    (only && array.kinds[0] != Kinds::EMPTY).then(|| testable(&array))
}

/// What a test of the value that a reference holds may ask for.
pub fn of_value(cx: &Context, reference: Value) -> Option<Type> {
    let ty = expected(cx, reference)?;
    let scalar = matches!(ty.tags(), Mask::NONE | Mask::INT | Mask::FLOAT | Mask::STRING) || ty.is(Mask::BOOL);
    scalar.then(|| testable(&ty))
}

/// Notes what a reference that is made holds.
pub fn note_made(cx: &Context, inst: &InstData, content: &Type) {
    let reference = inst.results[inst.results.len() - 1];
    let Some(origin) = cx.origin(reference) else { return };
    let unset = if content.may_be(Mask::UNDEF) { Type::NULL } else { Type::NONE };
    note(cx, origin, &content.narrow(content.tags().intersect(Mask::ANY)).join(&unset));
}

/// Notes what is written through a reference.
pub fn note_written(cx: &Context, inst: &InstData, shape: &PlaceShape, args: &[Type]) {
    let Some(origin) = cx.origin(inst.args[0]) else { return };
    let Some(old) = cx.classes.predicted(&prediction(cx, origin)) else { return };
    if let Some(new) = written(cx, inst, shape, &old, &shape.steps, &args[2..]) {
        note(cx, origin, &new);
    }
}

/// Notes what the references that a call passes hold.
pub fn note_passed(cx: &Context, inst: &InstData, args: &[Type]) {
    let Imm::Func(callee) = inst.imm else { return };
    let params = cx.program.decl(callee).params.len();
    let first = if inst.op == Op::call { args.len().saturating_sub(params) } else { 2 };
    for (n, (value, ty)) in inst.args.iter().zip(args).skip(first).enumerate() {
        if !ty.may_be(Mask::REFERENCE) {
            continue;
        }
        let content = match cx.origin(*value) {
            Some(origin) => cx.classes.predicted(&prediction(cx, origin)),
            None => Some(Type::ANY),
        };
        let key = Prediction::Referent(FuncRef { variant: Variant::Body, ..callee }, Origin::Parameter(n as u32));
        content.inspect(|content| cx.classes.predict(key, content));
    }
}

fn note(cx: &Context, origin: Origin, content: &Type) {
    if says_something(cx, content) {
        cx.classes.predict(prediction(cx, origin), content);
    }
}
