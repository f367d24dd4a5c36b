//! Closure objects.

use super::class::{from_pointer, func_of, maybe_func, maybe_object};
use super::words::Pointer;
use crate::calls::Target;
use crate::calls::func::Body;
use crate::classes::FuncRef;
use crate::{Object, Value, closures};

/// `this_or_class` may be null.
pub fn new(func: Pointer, current: Pointer, this_or_class: Pointer, has_this: bool) -> Object {
    let target = match (this_or_class.is_null(), has_this) {
        (true, _) => Target::None,
        (false, true) => Target::This(maybe_object(this_or_class).expect("not null")),
        (false, false) => Target::Class(from_pointer(this_or_class)),
    };
    closures::new(in_scope(func_of(func), maybe_func(current)), target)
}

/// The closure's function in the scope of the running one.
fn in_scope(func: FuncRef, current: Option<FuncRef>) -> FuncRef {
    match (func.body, current) {
        (Body::User { unit, index }, Some(current)) if current.class != func.class => unit.function_in(index, current.class),
        _ => func,
    }
}

pub fn bind_use(closure: &Object, index: i64, value: Value) {
    closures::set_captured(closure, index as usize, value);
}

pub fn captured(closure: &Object, index: i64) -> Value {
    closures::captured(closure, index as usize)
}
