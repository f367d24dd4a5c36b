//! What each operation makes of its operands' types.

use super::referents::{self, Origin, Origins};
use super::suspended::Suspended;
use super::{arrays, builtins};
use crate::infer::classes::Classes;
use crate::pir::{BinaryOp, CastKind, UnaryOp};
use crate::program::Program;
use crate::ssa::*;
use phpc_abi::decl::Const;
use std::cell::OnceCell;
use std::collections::HashSet;
use phpc_abi::primitives::Primitive;

/// May an analysis suppose what a guard will check?
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// Int arithmetic does not overflow and elements that are read exist: the operations become guarded ones.
    Speculative,
    /// What holds in any case.
    Certain,
}

pub struct Context<'a> {
    pub program: &'a Program,
    pub classes: &'a Classes,
    pub func: &'a Func,
    pub mode: Mode,
    /// Instructions that are guarded in speculative mode.
    pub may_guard: bool,
    counting: OnceCell<HashSet<Value>>,
    origins: OnceCell<Origins>,
    pub(super) suspended: Suspended,
}

impl<'a> Context<'a> {
    pub fn new(program: &'a Program, classes: &'a Classes, func: &'a Func, mode: Mode, may_guard: bool) -> Context<'a> {
        let suspended = if mode == Mode::Speculative && may_guard { Suspended::of(program, func) } else { Suspended::default() };
        Context { program, classes, func, mode, may_guard, counting: OnceCell::new(), origins: OnceCell::new(), suspended }
    }
    /// Is the value the key of an element, or an operand where bits count, somewhere in the function?
    fn counts(&self, value: Value) -> bool {
        let counting = self.counting.get_or_init(|| {
            let mut found = HashSet::new();
            for data in self.func.blocks.iter().flat_map(|block| &block.insts).map(|inst| self.func.inst(*inst)) {
                match &data.imm {
                    Imm::Place(shape) => {
                        found.extend(shape.steps.iter().zip(&data.args[2..]).filter(|(step, _)| **step == StepKind::Dim).map(|(_, key)| *key));
                    }
                    Imm::Binary(op) if on_bits(*op) => found.extend(&data.args),
                    _ => {}
                }
            }
            found
        });
        counting.contains(&value)
    }
    /// Where a reference comes from, if that is one place.
    pub fn origin(&self, reference: Value) -> Option<Origin> {
        self.origins.get_or_init(|| referents::origins(self.func))[reference.index()]?
    }
    pub fn speculates(&self) -> bool {
        self.mode == Mode::Speculative && self.may_guard
    }
}

const INT_OR_FLOAT: Mask = Mask::NUMBER;
/// Operands that arithmetic takes as numbers.
const NUMERIC: Mask = Mask(Mask::NUMBER.0 | Mask::BOOL.0 | Mask::NULL.0 | Mask::UNDEF.0);

/// Result types of an instruction whose callee, if it is a function of the program, is not looked at.
pub fn results(cx: &Context, inst: &InstData, args: &[Type]) -> Vec<Type> {
    let declared = |n: usize| cx.func.values[inst.results[n].index()].ty;
    if let (Op::slot_store, &Imm::Int(slot)) = (inst.op, &inst.imm) {
        super::predict::note_slot(cx, slot, &args[0], &args[1]);
    }
    if inst.results.is_empty() {
        return Vec::new();
    }
    if args.iter().any(|ty| ty.tags() == Mask::NONE) {
        return inst.results.iter().map(|_| Type::NONE).collect();
    }
    let one = match (inst.op, &inst.imm) {
        (Op::undef, _) => Type::UNDEF,
        (Op::null, _) => Type::NULL,
        (Op::bool, Imm::Bool(value)) => constant_bool(*value),
        (Op::int, _) => Type::INT,
        (Op::float, _) => Type::FLOAT,
        (Op::string, _) => Type::STRING,
        (Op::array, Imm::Const(unit, id)) => arrays::const_type(&cx.program.unit(*unit).consts[id.index()]),
        // What is undefined stays so.
        (Op::deref, _) if cx.speculates() && args[0].is(Mask::REFERENCE) => referents::of_value(cx, inst.args[0]).unwrap_or(Type::ANY),
        (Op::deref, _) if args[0].may_be(Mask::REFERENCE) => Type::ANY.join(&args[0].narrow(Mask::UNDEF)),
        (Op::deref, _) => args[0],
        (Op::type_is, Imm::Mask(mask)) => match args[0].tags() {
            tags if mask.contains(tags) => constant_bool(true),
            tags if !mask.intersects(tags) => constant_bool(false),
            _ => Type::BOOL,
        },
        (Op::assume, Imm::Type(ty)) => assumed(&args[0], ty),
        (Op::type_exit, Imm::Mask(mask)) => args[0].narrow(*mask),
        (Op::select, _) => match args[0].tags() {
            Mask::TRUE => args[1],
            Mask::FALSE => args[2],
            _ => args[1].join(&args[2]),
        },
        (Op::binary, Imm::Binary(op)) => match supposed(cx, *op, &inst.args, &args[0], &args[1]) {
            Some(mask) => binary(cx, *op, &args[0].narrow(mask), &args[1].narrow(mask)),
            None => binary(cx, *op, &args[0], &args[1]),
        },
        (Op::unary, Imm::Unary(op)) => unary(cx, *op, &args[0]),
        (Op::cast, Imm::Cast(kind)) => cast(*kind, &args[0]),
        (Op::truth, _) => truth(&args[0]),
        (Op::step, Imm::Bool(up)) => step(cx, *up, &args[0]),
        (Op::int_add_float | Op::int_sub_float | Op::int_mul_float, _) => Type::NUMBER,
        (Op::bool_not, _) => match args[0].tags() {
            Mask::TRUE => constant_bool(false),
            Mask::FALSE => constant_bool(true),
            _ => Type::BOOL,
        },
        (Op::place_read, Imm::Place(shape)) => place_read(cx, inst, shape, args),
        (Op::var_load, _) => cx.suspended.loaded(inst.results[0]).map_or(declared(0), |ty| meet(&ty, &declared(0))),
        (Op::slot_load, &Imm::Int(slot)) => guarded_load(cx, slot, &args[0]).unwrap_or(declared(0)),
        (Op::call_builtin | Op::call_builtin_generic, Imm::Builtin(id)) => {
            let name = &cx.program.builtins[id.index()].decl.name;
            let int = |n: usize| inst.args.get(n).and_then(|arg| int_literal(cx.func, *arg));
            meet(&builtins::result(name, args, &int).unwrap_or(declared(0)), &declared(0))
        }
        (Op::prim, Imm::Primitive(primitive)) => prim(cx, *primitive, inst, args, &declared(0)),
        (Op::element_peek | Op::element_exit, Imm::Type(ty)) => **ty,
        (Op::element_peek, _) => args[0].element(),
        (Op::element_exit, _) if args[0].is(Mask::STRING) => Type::STRING,
        (Op::element_exit, _) => arrays::followed(&args[0].element()),
        (Op::list_load_value, _) => match args[0].tags() {
            Mask::ARRAY => meet(&args[0].element(), &declared(0)),
            _ => declared(0),
        },
        (
            Op::place_unset | Op::place_assign | Op::place_assign_op | Op::place_inc_dec | Op::place_take | Op::place_ref
            | Op::place_assign_ref,
            Imm::Place(shape),
        ) => return place_write(cx, inst, shape, args),
        _ => declared(0),
    };
    let mut all = vec![one];
    all.extend((1..inst.results.len()).map(declared));
    all
}

fn constant_bool(value: bool) -> Type {
    Type::of(if value { Mask::TRUE } else { Mask::FALSE })
}

/// What both say. (Of two classes the first's, if it has one.)
pub fn meet(a: &Type, b: &Type) -> Type {
    let mut ty = a.narrow(b.tags());
    for level in 0..types::DEPTH {
        if level > 0 {
            if !ty.mask[level - 1].intersects(Mask::ARRAY) {
                break;
            }
            ty.mask[level] = ty.mask[level].intersect(b.mask[level]);
        }
        ty.kinds[level] = Kinds(ty.kinds[level].0 & b.kinds[level].0);
        if ty.class[level].is_none() {
            ty.class[level] = b.class[level];
            ty.exact[level] = b.exact[level];
        }
        if !ty.mask[level].intersects(Mask::OBJECT) {
            ty.class[level] = None;
            ty.exact[level] = false;
        }
    }
    ty
}

fn assumed(value: &Type, ty: &Type) -> Type {
    // An address taken for an object or back is no narrowing.
    if !value.may_be(ty.tags()) {
        return *ty;
    }
    meet(value, ty)
}

/// Arithmetic's result tags.
pub fn arithmetic_tags(left: Mask, right: Mask, overflows: bool) -> Mask {
    let both = left.union(right);
    let mut tags = Mask::NONE;
    let int = |mask: Mask| mask.intersects(Mask(Mask::INT.0 | Mask::BOOL.0 | Mask::NULL.0 | Mask::UNDEF.0 | Mask::STRING.0));
    let float = |mask: Mask| mask.intersects(Mask(Mask::FLOAT.0 | Mask::STRING.0));
    if int(left) && int(right) {
        tags = tags.union(Mask::INT);
        if overflows {
            tags = tags.union(Mask::FLOAT);
        }
    }
    if float(left) || float(right) {
        tags = tags.union(Mask::FLOAT);
    }
    if left.intersects(Mask::ARRAY) && right.intersects(Mask::ARRAY) {
        tags = tags.union(Mask::ARRAY);
    }
    if both.intersects(Mask(Mask::OBJECT.0 | Mask::RESOURCE.0 | Mask::REFERENCE.0)) {
        return Mask::ANY;
    }
    tags
}

/// What operands of which nothing is known are supposed to be: numbers in arithmetic, ints where bits count or where they are
/// keys elsewhere.
pub fn supposed(cx: &Context, op: BinaryOp, operands: &[Value], left: &Type, right: &Type) -> Option<Mask> {
    if !cx.speculates() {
        return None;
    }
    let unknown = |ty: &Type| ty.tags() == Mask::ANY;
    // Only a test away from `mask`.
    let fits = |ty: &Type, mask: Mask| ty.is(mask) || unknown(ty) || ty.is(Mask::NUMBER) && ty.may_be(mask);
    let both = |mask: Mask| fits(left, mask) && fits(right, mask) && !(left.is(mask) && right.is(mask));
    let counts = |n: usize, ty: &Type| ty.is(Mask::INT) || cx.counts(operands[n]);
    match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul if both(Mask::INT) && counts(0, left) && counts(1, right) => Some(Mask::INT),
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul => both(Mask::NUMBER).then_some(Mask::NUMBER),
        BinaryOp::Less | BinaryOp::LessEqual if left.is(Mask::NUMBER) || right.is(Mask::NUMBER) => both(Mask::NUMBER).then_some(Mask::NUMBER),
        _ if on_bits(op) => both(Mask::INT).then_some(Mask::INT),
        _ => None,
    }
}

/// Operators that make ints of their operands.
fn on_bits(op: BinaryOp) -> bool {
    use BinaryOp::{BitAnd, BitOr, BitXor, Mod, ShiftLeft, ShiftRight};
    matches!(op, BitAnd | BitOr | BitXor | ShiftLeft | ShiftRight | Mod)
}

pub fn binary(cx: &Context, op: BinaryOp, left: &Type, right: &Type) -> Type {
    let (l, r) = (left.tags(), right.tags());
    let objects = l.union(r).intersects(Mask(Mask::OBJECT.0 | Mask::REFERENCE.0));
    match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul => {
            let overflows = !(cx.speculates() && l == Mask::INT && r == Mask::INT);
            let mut tags = arithmetic_tags(l, r, overflows);
            if op != BinaryOp::Add {
                tags = tags.without(if objects { Mask::NONE } else { Mask::ARRAY });
            }
            let mut ty = Type::of(tags);
            if tags.intersects(Mask::ARRAY) && !objects {
                let arrays = left.narrow(Mask::ARRAY).join(&right.narrow(Mask::ARRAY));
                ty = ty.narrow(tags.without(Mask::ARRAY)).join(&arrays::unset(&arrays));
            }
            ty
        }
        BinaryOp::Div | BinaryOp::Pow if objects => Type::ANY,
        BinaryOp::Div | BinaryOp::Pow => match l == Mask::FLOAT || r == Mask::FLOAT {
            true => Type::FLOAT,
            false => Type::NUMBER,
        },
        BinaryOp::Mod | BinaryOp::ShiftLeft | BinaryOp::ShiftRight if objects => Type::ANY,
        BinaryOp::Mod | BinaryOp::ShiftLeft | BinaryOp::ShiftRight => Type::INT,
        BinaryOp::BitAnd | BinaryOp::BitOr | BinaryOp::BitXor if objects => Type::ANY,
        BinaryOp::BitAnd | BinaryOp::BitOr | BinaryOp::BitXor => match l.intersects(Mask::STRING) && r.intersects(Mask::STRING) {
            true if l == Mask::STRING && r == Mask::STRING => Type::STRING,
            true => Type::of(Mask::INT.union(Mask::STRING)),
            false => Type::INT,
        },
        BinaryOp::Concat => Type::STRING,
        BinaryOp::Identical => identical(l, r, true),
        BinaryOp::NotIdentical => identical(l, r, false),
        BinaryOp::Equal | BinaryOp::NotEqual | BinaryOp::Less | BinaryOp::LessEqual | BinaryOp::LogicalXor => Type::BOOL,
        BinaryOp::Spaceship => Type::INT,
    }
}

fn identical(left: Mask, right: Mask, same: bool) -> Type {
    let unit = |mask: Mask| matches!(mask, Mask::NULL | Mask::TRUE | Mask::FALSE);
    if !left.intersects(right) {
        return constant_bool(!same);
    }
    if left == right && unit(left) {
        return constant_bool(same);
    }
    Type::BOOL
}

fn unary(cx: &Context, op: UnaryOp, value: &Type) -> Type {
    let tags = value.tags();
    match op {
        UnaryOp::Not => Type::BOOL,
        UnaryOp::BitNot => match tags {
            Mask::INT | Mask::FLOAT => Type::INT,
            Mask::STRING => Type::STRING,
            _ => Type::of(Mask::INT.union(Mask::STRING)).join(&any_if_object(tags)),
        },
        UnaryOp::Negate if tags == Mask::INT && cx.speculates() => Type::INT,
        UnaryOp::Negate => Type::of(arithmetic_tags(tags, Mask::INT, true)).join(&any_if_object(tags)),
        UnaryOp::Plus => Type::of(arithmetic_tags(tags, Mask::INT, false)).join(&any_if_object(tags)),
    }
}

fn any_if_object(tags: Mask) -> Type {
    if tags.intersects(Mask(Mask::OBJECT.0 | Mask::REFERENCE.0)) { Type::ANY } else { Type::NONE }
}

fn cast(kind: CastKind, value: &Type) -> Type {
    match kind {
        CastKind::Int => Type::INT,
        CastKind::Float => Type::FLOAT,
        CastKind::String => Type::STRING,
        CastKind::Bool => Type::BOOL,
        CastKind::Array => match value.is(Mask::ARRAY) {
            true => *value,
            false => Type::ARRAY,
        },
        CastKind::Object => Type::OBJECT,
    }
}

fn truth(value: &Type) -> Type {
    let never = Mask(Mask::UNDEF.0 | Mask::NULL.0 | Mask::FALSE.0);
    match value.tags() {
        tags if tags.is_within(never) => constant_bool(false),
        Mask::TRUE => constant_bool(true),
        _ => Type::BOOL,
    }
}

fn step(cx: &Context, up: bool, value: &Type) -> Type {
    let mut tags = Mask::NONE;
    let given = value.tags();
    if given.intersects(Mask::INT) {
        tags = tags.union(if given == Mask::INT && cx.speculates() { Mask::INT } else { INT_OR_FLOAT });
    }
    if given.intersects(Mask::FLOAT) {
        tags = tags.union(Mask::FLOAT);
    }
    if given.intersects(Mask::NULL.union(Mask::UNDEF)) {
        tags = tags.union(if up { Mask::INT } else { Mask::NULL });
    }
    if given.intersects(Mask::STRING) {
        tags = tags.union(INT_OR_FLOAT).union(Mask::STRING);
    }
    tags = tags.union(given.intersect(Mask::BOOL));
    if given.intersects(Mask(Mask::OBJECT.0 | Mask::REFERENCE.0 | Mask::RESOURCE.0 | Mask::ARRAY.0)) {
        return Type::ANY;
    }
    Type::of(tags)
}

fn place_read(cx: &Context, inst: &InstData, shape: &PlaceShape, args: &[Type]) -> Type {
    let PlaceMode::Read(mode) = shape.mode else { return Type::ANY };
    let mut ty = args[0];
    if ty.may_be(Mask::POINTER) {
        return Type::ANY;
    }
    if cx.speculates()
        && let Some(read) = guarded_read(cx, inst, shape, args)
    {
        return read.steps[read.steps.len() - 1].ty;
    }
    for (n, step) in shape.steps.iter().enumerate() {
        let read = match step {
            StepKind::Property if mode == crate::pir::ReadMode::Warn => property_read(cx, inst.pos, &ty, inst.args[2 + n]),
            // What is not set is null.
            StepKind::Property => property_read(cx, inst.pos, &ty, inst.args[2 + n]).join(&Type::NULL),
            _ => arrays::read(&ty, &[*step]),
        };
        ty = read;
    }
    ty
}

/// A step of a read that becomes a chain of guarded loads.
#[derive(Clone, Copy)]
pub struct GuardedStep {
    pub ty: Type,
    /// An element that is tested for the type.
    pub tested: bool,
}

/// A read that becomes a chain of guarded loads.
pub struct GuardedRead {
    /// What the base, a reference, is supposed to hold.
    pub referent: Option<Type>,
    pub steps: Vec<GuardedStep>,
}

/// What each step of a read gives that becomes a chain of guarded loads: int keys into arrays, at the end of a string,
/// properties that are predicted.
pub fn guarded_read(cx: &Context, inst: &InstData, shape: &PlaceShape, args: &[Type]) -> Option<GuardedRead> {
    let steps = &shape.steps;
    if steps.is_empty() || steps.contains(&StepKind::Append) || shape.mode != PlaceMode::Read(crate::pir::ReadMode::Warn) {
        return None;
    }
    let mut ty = args[0];
    let mut found = Vec::new();
    let mut better = steps[0] == StepKind::Dim;
    let mut expected = super::predict::expected(cx, inst.args[0]);
    let mut referent = None;
    if ty.is(Mask::REFERENCE) && better {
        expected = referents::expected(cx, inst.args[0]);
        ty = referents::of_array(&expected?)?;
        referent = Some(ty);
    }
    for (n, (step, key)) in steps.iter().zip(&args[2..]).enumerate() {
        if ty.tags() == Mask::NONE {
            found.push(GuardedStep { ty: Type::NONE, tested: false });
            continue;
        }
        let mut tested = false;
        ty = match step {
            StepKind::Property => {
                let (next, predicted) = guarded_property(cx, inst.pos, &ty, inst.args[2 + n])?;
                better |= predicted;
                let name = const_text(cx, inst.args[2 + n])?;
                expected = super::predict::expected_property(cx, ty.class[0]?, name);
                next
            }
            _ if !key.is(Mask::INT) && !supposes_index(&ty, key) => return None,
            _ if ty.is(Mask::STRING) && n + 1 == steps.len() => {
                better = true;
                Type::STRING
            }
            _ if !ty.is(Mask::ARRAY) => return None,
            _ => {
                expected = expected.filter(|array| array.is(Mask::ARRAY)).map(|array| array.element());
                let certain = ty.element();
                match expected.and_then(|expected| super::predict::of_element(&expected, &certain)) {
                    Some(guess) => {
                        tested = true;
                        better = true;
                        guess
                    }
                    None if certain.may_be(Mask::REFERENCE.union(Mask::NULL)) => return None,
                    None => certain,
                }
            }
        };
        found.push(GuardedStep { ty, tested });
    }
    better.then_some(GuardedRead { referent, steps: found })
}

/// Is the key of an element, or of a byte, supposed to be an int that may be one?
pub fn supposes_index(base: &Type, key: &Type) -> bool {
    let list = base.is(Mask::ARRAY) && base.kinds[0].0 & Kinds::HASH.0 == 0;
    (list || base.is(Mask::STRING)) && (key.tags() == Mask::ANY || key.tags() == Mask::NUMBER)
}

/// What a property holds, to be tested, and whether that is a guess.
fn guarded_property(cx: &Context, pos: Pos, object: &Type, name: Value) -> Option<(Type, bool)> {
    if !object.is(Mask::OBJECT) {
        return None;
    }
    let (class, name) = (object.class[0]?, const_text(cx, name)?);
    let scope = cx.classes.scope(cx.program, cx.func.function_at(pos))?;
    let property = cx.classes.property(class, name, scope, false)?;
    match super::predict::of_property(cx, class, name) {
        Some(ty) => Some((ty, true)),
        None => property.ty.map(|ty| (ty, false)),
    }
}

/// What a slot that is read is supposed to hold.
pub fn guarded_load(cx: &Context, slot: i64, object: &Type) -> Option<Type> {
    if cx.speculates() { super::predict::of_slot(cx, slot, object) } else { None }
}

/// The slot of a property that a guarded read goes through.
pub fn guarded_slot(cx: &Context, pos: Pos, object: &Type, name: Value) -> Option<u32> {
    let scope = cx.classes.scope(cx.program, cx.func.function_at(pos))?;
    Some(cx.classes.property(object.class[0]?, const_text(cx, name)?, scope, false)?.slot)
}

/// A property of an object of a known class.
fn property_read(cx: &Context, pos: Pos, object: &Type, name: Value) -> Type {
    if object.may_be(Mask::NULL) && object.is(Mask::OBJECT.union(Mask::NULL)) && object.may_be(Mask::OBJECT) {
        // With a warning.
        return property_read(cx, pos, &object.narrow(Mask::OBJECT), name).join(&Type::NULL);
    }
    if !object.is(Mask::OBJECT) {
        return Type::ANY;
    }
    let (Some(class), Some(name)) = (object.class[0], const_text(cx, name)) else { return Type::ANY };
    let Some(scope) = cx.classes.scope(cx.program, cx.func.function_at(pos)) else { return Type::ANY };
    cx.classes.property_type(class, name, scope).unwrap_or(Type::ANY)
}

/// The text of a value that is a string literal.
pub fn const_text<'a>(cx: &'a Context, value: Value) -> Option<&'a [u8]> {
    literal(cx.program, cx.func, value)
}

fn int_literal(func: &Func, value: Value) -> Option<i64> {
    match func.def(value).map(|data| (data.op, &data.imm)) {
        Some((Op::int, Imm::Int(int))) => Some(*int),
        _ => None,
    }
}

pub fn literal<'a>(program: &'a Program, func: &Func, value: Value) -> Option<&'a [u8]> {
    let ValueDef::Result(inst, _) = func.values[value.index()].def else { return None };
    match (&func.insts[inst.index()].op, &func.insts[inst.index()].imm) {
        (Op::string, Imm::Const(unit, id)) => match &program.unit(*unit).consts[id.index()] {
            Const::Str(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// A warning's handler may change an array that others reach; then nothing is stored, and the value is NULL.
fn may_drop(shape: &PlaceShape, base: &Type) -> bool {
    shape.steps.last() == Some(&StepKind::Dim) && base.may_be(Mask::REFERENCE.union(Mask::OBJECT))
}

fn place_write(cx: &Context, inst: &InstData, shape: &PlaceShape, args: &[Type]) -> Vec<Type> {
    let base = args[0];
    match inst.op {
        Op::place_ref if shape.steps.is_empty() => referents::note_made(cx, inst, &base),
        _ if base.is(Mask::REFERENCE) => referents::note_written(cx, inst, shape, args),
        _ => super::predict::note(cx, inst, shape, args),
    }
    let keys = &args[2..2 + shape.steps.len()];
    let last = args.last().copied().unwrap_or(Type::ANY);
    let mut value = if inst.op == Op::place_ref { Type::REFERENCE } else { Type::ANY };
    let base_after = match inst.op {
        _ if base.may_be(Mask::POINTER) => Type::UNDEF,
        Op::place_unset => arrays::unset(&base),
        Op::place_assign => {
            let strings = base.may_be(Mask::STRING);
            if base.is(Mask::ARRAY.union(Mask::NULL).union(Mask::UNDEF)) && shape.steps.len() == 1 && !element_reference(&base) {
                // An exception (an illegal key) aside, what was stored is the value.
                value = last.join(&Type::NULL);
                // A key that is undefined may have had the store dropped.
                let is_plain = |(step, key): (&StepKind, &Type)| *step == StepKind::Append || key.is(Mask::INT.union(Mask::STRING));
                if shape.steps.iter().zip(keys).all(is_plain) {
                    value = last;
                }
            }
            let written = arrays::write(&base, &shape.steps, keys, &last);
            if strings { written.join(&Type::STRING) } else { written }
        }
        Op::place_assign_op => {
            let PlaceMode::Op(op) = shape.mode else { return vec![Type::SLOT, Type::ANY] };
            let quiet = Context::new(cx.program, cx.classes, cx.func, Mode::Certain, cx.may_guard);
            let new = binary(&quiet, op, &arrays::followed(&held(&base, shape)), &last);
            value = kept(cx, inst, shape, &base, new);
            // When it throws, the base is unchanged.
            changed(&base, shape, keys, &value, &value)
        }
        Op::place_inc_dec => {
            let quiet = Context::new(cx.program, cx.classes, cx.func, Mode::Certain, cx.may_guard);
            let old = arrays::followed(&held(&base, shape));
            let new = step(&quiet, true, &old).join(&step(&quiet, false, &old));
            value = kept(cx, inst, shape, &base, old.join(&new));
            changed(&base, shape, keys, &new, &value)
        }
        Op::place_take => {
            if base.is(Mask::ARRAY) && shape.steps.len() == 1 {
                value = arrays::followed(&base.element()).join(&Type::NULL);
            }
            match shape.steps.len() {
                // What is no array throws.
                1 => base,
                _ => with_reference_inside(&base),
            }
        }
        Op::place_ref => match shape.steps.is_empty() {
            true => base.join(&Type::REFERENCE),
            false => with_reference_inside(&base),
        },
        _ => match shape.steps.is_empty() {
            true => Type::SLOT,
            false => Type::SLOT.join(&arrays::with_references(&base)),
        },
    };
    // What is written through a reference leaves it.
    let through = !shape.steps.is_empty() || matches!(inst.op, Op::place_assign | Op::place_assign_op | Op::place_inc_dec);
    let base_after = if base.is(Mask::REFERENCE) && through { Type::REFERENCE } else { base_after };
    let mut all = vec![base_after];
    if inst.results.len() > 1 {
        all.push(value);
    }
    all
}

/// The base after a reference was made to a place in it.
fn with_reference_inside(base: &Type) -> Type {
    arrays::with_references(base).join(&Type::of(Mask::SLOT))
}

/// What a place holds before an operator.
fn held(base: &Type, shape: &PlaceShape) -> Type {
    if shape.steps.is_empty() { *base } else { arrays::read(base, &shape.steps) }
}

/// What an operator on a place yields, if it made `value`.
fn kept(cx: &Context, inst: &InstData, shape: &PlaceShape, base: &Type, value: Type) -> Type {
    let converted = base.may_be(Mask::REFERENCE) || element_reference(base) && !shape.steps.is_empty();
    let value = match shape.steps.last() {
        Some(StepKind::Property) => coerced(cx, inst, shape, base),
        // A typed reference converts what is assigned.
        _ if converted => Type::ANY,
        _ => value,
    };
    if may_drop(shape, base) { value.join(&Type::NULL) } else { value }
}

/// The base after an operator made `whole` of it, or put `value` at a place in it.
fn changed(base: &Type, shape: &PlaceShape, keys: &[Type], whole: &Type, value: &Type) -> Type {
    match shape.steps.is_empty() {
        true if base.may_be(Mask::REFERENCE) => Type::SLOT,
        true => base.join(whole),
        false => arrays::write(base, &shape.steps, keys, value),
    }
}

/// What a property holds after an operator: of its declared type, whatever the operator made.
fn coerced(cx: &Context, inst: &InstData, shape: &PlaceShape, base: &Type) -> Type {
    match shape.steps.len() {
        1 => property_read(cx, inst.pos, base, inst.args[2]),
        _ => Type::ANY,
    }
}

fn element_reference(base: &Type) -> bool {
    base.may_be(Mask::ARRAY) && base.element().may_be(Mask::REFERENCE)
}

fn prim(cx: &Context, primitive: Primitive, inst: &InstData, args: &[Type], declared: &Type) -> Type {
    match primitive {
        Primitive::reference_new => {
            referents::note_made(cx, inst, &args[0]);
            *declared
        }
        Primitive::array_new => Type::array_of(Kinds::EMPTY, Type::NONE),
        Primitive::array_push => arrays::pushed(&args[0], &args[1]),
        Primitive::array_literal_set | Primitive::array_set | Primitive::array_set_int | Primitive::array_set_string => {
            arrays::stored(&args[0], &args[2])
        }
        Primitive::array_literal_add => arrays::named(&args[0], &args[2]),
        Primitive::array_literal_reference => arrays::with_references(&args[0]),
        Primitive::array_value_at => arrays::followed(&args[0].element()),
        Primitive::array_key_at => match args[0].kinds[0].0 & Kinds::HASH.0 {
            0 => Type::INT,
            _ => *declared,
        },
        Primitive::verify_return => match args[1].tags().is_within(declared.tags()) {
            true if !args[1].may_be(Mask::OBJECT) => args[1],
            _ => *declared,
        },
        Primitive::new_object => match cx.classes.of_pointer(cx.program, cx.func, inst.args[0]) {
            Some(class) => Type::with_class(class, true),
            None => *declared,
        },
        Primitive::clone if args[0].is(Mask::OBJECT) => args[0],
        Primitive::to_array if args[0].is(Mask::ARRAY) => args[0],
        Primitive::notice => *declared,
        _ => *declared,
    }
}

/// Can the instruction of this function raise an exception?
pub fn can_throw(program: &Program, func: &Func, inst: &InstData) -> bool {
    let ty = |value: Value| func.values[value.index()].ty;
    // Only what has at most two operands depends on them.
    match inst.args[..] {
        [a] => may_throw(program, inst, &[ty(a)]),
        [a, b] => may_throw(program, inst, &[ty(a), ty(b)]),
        _ => may_throw(program, inst, &[]),
    }
}

/// The same, given what its operands are.
pub fn may_throw(program: &Program, inst: &InstData, args: &[Type]) -> bool {
    let numbers = |mask: Mask| args.iter().all(|ty| ty.tags().is_within(mask));
    match (inst.op, &inst.imm) {
        (Op::binary, Imm::Binary(op)) => match op {
            BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul => !numbers(NUMERIC),
            BinaryOp::Pow => !numbers(NUMERIC),
            BinaryOp::Div | BinaryOp::Mod | BinaryOp::ShiftLeft | BinaryOp::ShiftRight => true,
            BinaryOp::BitAnd | BinaryOp::BitOr | BinaryOp::BitXor => {
                !numbers(Mask(Mask::INT.0 | Mask::BOOL.0 | Mask::NULL.0)) && !numbers(Mask::STRING)
            }
            BinaryOp::Concat => !numbers(Mask(NUMERIC.0 | Mask::STRING.0)),
            BinaryOp::Identical | BinaryOp::NotIdentical | BinaryOp::LogicalXor => false,
            _ => args.iter().any(|ty| ty.may_be(Mask(Mask::OBJECT.0 | Mask::ARRAY.0 | Mask::REFERENCE.0 | Mask::RESOURCE.0))),
        },
        (Op::unary, Imm::Unary(op)) => match op {
            UnaryOp::Not => false,
            UnaryOp::BitNot => !numbers(Mask::INT) && !numbers(Mask::STRING),
            UnaryOp::Negate | UnaryOp::Plus => !numbers(NUMERIC),
        },
        (Op::cast, Imm::Cast(kind)) => match kind {
            CastKind::Bool => false,
            CastKind::String => !numbers(Mask(NUMERIC.0 | Mask::STRING.0)),
            _ => !numbers(Mask(NUMERIC.0 | Mask::STRING.0 | Mask::ARRAY.0 | Mask::RESOURCE.0)),
        },
        (Op::truth, _) => false,
        (Op::step, _) => !numbers(Mask::NUMBER),
        (Op::release, _) => args[0].may_have_destructor() && args[0].is_counted(),
        (Op::prim | Op::prim_void, Imm::Primitive(primitive)) => primitive.signature().effects.can_throw(),
        (Op::call_builtin, Imm::Builtin(id)) => program.builtins[id.index()].effects.can_throw(),
        (Op::int_add_exit | Op::int_sub_exit | Op::int_mul_exit | Op::element_exit | Op::element_peek | Op::type_exit | Op::slot_exit | Op::slot_peek | Op::ref_exit | Op::ref_peek, _) => true,
        _ => inst.exit.is_some(),
    }
}
