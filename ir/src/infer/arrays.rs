//! Types of arrays after reads and writes: how the runtime lays elements out decides the kinds.

use crate::ssa::types::DEPTH;
use crate::ssa::*;
use phpc_abi::decl::Const;

/// The type of a constant.
pub fn const_type(constant: &Const) -> Type {
    match constant {
        Const::Null => Type::NULL,
        Const::Bool(value) => Type::of(if *value { Mask::TRUE } else { Mask::FALSE }),
        Const::Int(_) => Type::INT,
        Const::Float(_) => Type::FLOAT,
        Const::Str(_) => Type::STRING,
        Const::Array(elements) => const_array(elements),
    }
}

fn const_array(elements: &[(Const, Const)]) -> Type {
    let mut element = Type::NONE;
    let mut list = true;
    for (n, (key, value)) in elements.iter().enumerate() {
        list &= *key == Const::Int(n as i64);
        element = element.join(&const_type(value));
    }
    let kinds = match () {
        () if elements.is_empty() => Kinds::EMPTY,
        () if list => list_kinds(element.tags()),
        () => Kinds::HASH,
    };
    Type::array_of(kinds, element)
}

/// The kinds of a list that was filled with values of these tags, one after another.
pub fn list_kinds(tags: Mask) -> Kinds {
    match tags {
        Mask::NONE => Kinds::EMPTY,
        Mask::INT => Kinds::INTS,
        Mask::FLOAT => Kinds::FLOATS,
        _ => {
            let mut kinds = Kinds::VALUES;
            if tags.intersects(Mask::INT) {
                kinds = Kinds(kinds.0 | Kinds::INTS.0);
            }
            if tags.intersects(Mask::FLOAT) {
                kinds = Kinds(kinds.0 | Kinds::FLOATS.0);
            }
            kinds
        }
    }
}

/// The kinds of a list of `kinds` after one value of these tags was stored in it or appended.
fn stored_kinds(kinds: Kinds, tags: Mask) -> Kinds {
    let mut after = Kinds(kinds.0 & (Kinds::VALUES.0 | Kinds::HASH.0));
    let has = |kind: Kinds| kinds.0 & kind.0 != 0;
    let others = tags.without(Mask::NUMBER) != Mask::NONE;
    if has(Kinds::EMPTY) {
        after = Kinds(after.0 | list_kinds(tags).0);
    }
    if has(Kinds::INTS) {
        let kept = if tags.intersects(Mask::INT) { Kinds::INTS.0 } else { 0 };
        let turned = if others || tags.intersects(Mask::FLOAT) { Kinds::VALUES.0 } else { 0 };
        after = Kinds(after.0 | kept | turned);
    }
    if has(Kinds::FLOATS) {
        let kept = if tags.intersects(Mask::FLOAT) { Kinds::FLOATS.0 } else { 0 };
        let turned = if others || tags.intersects(Mask::INT) { Kinds::VALUES.0 } else { 0 };
        after = Kinds(after.0 | kept | turned);
    }
    after
}

/// `array[] = value` where lists end at their next index.
pub fn pushed(array: &Type, value: &Type) -> Type {
    let value = value.narrow(value.tags().without(Mask::UNDEF));
    Type::array_of(stored_kinds(array.kinds[0], value.tags()), array.element().join(&value))
}

/// `array[key] = value`.
pub fn stored(array: &Type, value: &Type) -> Type {
    let value = value.narrow(value.tags().without(Mask::UNDEF));
    // The string of an int is that int.
    let kinds = Kinds(stored_kinds(array.kinds[0], value.tags()).0 | Kinds::HASH.0);
    Type::array_of(kinds, array.element().join(&value))
}

/// The array with a value under a string that is no int's.
pub fn named(array: &Type, value: &Type) -> Type {
    let value = value.narrow(value.tags().without(Mask::UNDEF));
    Type::array_of(Kinds::HASH, array.element().join(&value))
}

/// The array may also have become a hash, and lost its last elements.
pub fn unset(array: &Type) -> Type {
    let mut ty = *array;
    ty.kinds[0] = Kinds(ty.kinds[0].0 | Kinds::HASH.0);
    ty
}

/// What reading `base[key]` or `base->name` step by step gives.
pub fn read(base: &Type, steps: &[StepKind]) -> Type {
    let mut ty = *base;
    for step in steps {
        ty = match step {
            StepKind::Dim => read_dim(&ty),
            StepKind::Append | StepKind::Property => Type::ANY,
        };
    }
    followed(&ty)
}

fn read_dim(base: &Type) -> Type {
    let mut result = Type::NULL;
    if base.may_be(Mask::ARRAY) {
        result = result.join(&base.element());
    }
    if base.may_be(Mask::STRING) {
        result = result.join(&Type::STRING);
    }
    if base.may_be(Mask::OBJECT.union(Mask::REFERENCE)) {
        return Type::ANY;
    }
    result
}

/// References read through: what they hold may be anything.
pub fn followed(ty: &Type) -> Type {
    if ty.may_be(Mask::REFERENCE) {
        return Type::ANY;
    }
    ty.narrow(ty.tags().without(Mask::UNDEF))
}

/// The base after `value` was stored at the end of the path.
pub fn write(base: &Type, steps: &[StepKind], keys: &[Type], value: &Type) -> Type {
    write_at(base, steps, keys, value, false)
}

/// `inner`: the base is an element, which is made an array on the way, unless that throws.
fn write_at(base: &Type, steps: &[StepKind], keys: &[Type], value: &Type, inner: bool) -> Type {
    let Some((step, rest)) = steps.split_first() else { return *value };
    if base.may_be(Mask::REFERENCE) {
        return Type::SLOT;
    }
    let mut result = Type::NONE;
    let keeps = base.tags().intersect(Mask(Mask::OBJECT.0 | Mask::RESOURCE.0 | Mask::NUMBER.0 | Mask::BOOL.0 | Mask::STRING.0));
    result = result.join(&base.narrow(keeps));
    if *step == StepKind::Property {
        return result.join(&base.narrow(base.tags()));
    }
    let absent = Mask(Mask::UNDEF.0 | Mask::NULL.0 | Mask::FALSE.0);
    let mut array = base.narrow(Mask::ARRAY);
    if base.may_be(absent) {
        let plain_key = *step == StepKind::Append || keys.first().is_none_or(|key| key.tags().is_within(Mask(Mask::INT.0 | Mask::STRING.0)));
        let becomes_array = inner && plain_key && base.tags().is_within(Mask(Mask::UNDEF.0 | Mask::NULL.0 | Mask::ARRAY.0));
        if !becomes_array {
            // An exit may find the base as it was.
            result = result.join(&base.narrow(absent));
        }
        array = array.join(&Type::array_of(Kinds::EMPTY, Type::NONE));
    }
    if array.may_be(Mask::ARRAY) {
        let inner = match rest.is_empty() {
            true => *value,
            false => {
                let old = match step {
                    StepKind::Dim => array.element().join(&Type::NULL),
                    _ => Type::NULL,
                };
                write_at(&old, rest, keys.get(1..).unwrap_or(&[]), value, true)
            }
        };
        let after = match step {
            StepKind::Append => pushed(&array, &inner),
            _ => stored(&array, &inner),
        };
        result = result.join(&after);
        // When it throws, the base may be unchanged.
        result = result.join(&array);
    }
    result
}

/// Deepest knowledge is shallow: an array type whose elements may be anything.
pub fn unknown() -> Type {
    Type::ARRAY
}

/// Elements may have become references.
pub fn with_references(base: &Type) -> Type {
    let mut ty = base.join(&Type::ARRAY);
    for level in 1..DEPTH {
        ty.mask[level] = Mask(Mask::ANY.0 | Mask::REFERENCE.0);
    }
    ty
}
