//! Result types of builtins that depend on the arguments, or that are finer than their declaration.

use super::arrays;
use crate::ssa::*;

/// A better result type than the declared one, if we know.
/// (`int`: an argument that is an int literal.)
pub(super) fn result(name: &[u8], args: &[Type], int: &dyn Fn(usize) -> Option<i64>) -> Option<Type> {
    let arg = |n: usize| args.get(n).copied().unwrap_or(Type::NULL);
    let list = |kinds: Kinds, element: Type| Some(Type::array_of(kinds, element));
    const EMPTY_OR_VALUES: Kinds = Kinds(Kinds::EMPTY.0 | Kinds::VALUES.0);
    match name {
        b"array_fill" => {
            let value = arg(2);
            let hash = if int(0) == Some(0) { 0 } else { Kinds::HASH.0 };
            let kinds = Kinds(arrays::list_kinds(value.tags()).0 | Kinds::EMPTY.0 | hash);
            list(kinds, value)
        }
        b"range" => {
            let ends = arg(0).join(&arg(1)).join(&if args.len() > 2 { arg(2) } else { Type::INT });
            match ends.tags() {
                Mask::INT => list(Kinds(Kinds::INTS.0 | EMPTY_OR_VALUES.0), Type::INT),
                tags if tags.is_within(Mask::NUMBER) => {
                    list(Kinds(Kinds::INTS.0 | Kinds::FLOATS.0 | Kinds::EMPTY.0 | Kinds::VALUES.0), Type::NUMBER)
                }
                _ => None,
            }
        }
        b"str_split" | b"explode" | b"mb_str_split" => list(EMPTY_OR_VALUES, Type::STRING),
        b"array_keys" => list(
            Kinds(EMPTY_OR_VALUES.0 | Kinds::INTS.0),
            Type::of(Mask::INT.union(Mask::STRING)),
        ),
        b"array_values" if arg(0).is(Mask::ARRAY) => {
            let element = arg(0).element();
            list(Kinds(arrays::list_kinds(element.tags()).0 | Kinds::EMPTY.0 | Kinds::VALUES.0), element)
        }
        b"array_reverse" | b"array_slice" if arg(0).is(Mask::ARRAY) => list(Kinds::ANY, arg(0).element()),
        b"array_sum" | b"array_product" => Some(Type::NUMBER),
        b"abs" => match arg(0).tags() {
            Mask::FLOAT => Some(Type::FLOAT),
            _ => Some(Type::NUMBER),
        },
        b"min" | b"max" if args.len() >= 2 && args.iter().all(|ty| ty.is(Mask::NUMBER)) => {
            Some(args.iter().fold(Type::NONE, |all, ty| all.join(ty)))
        }
        _ => None,
    }
}
