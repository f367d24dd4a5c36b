//! Generators. Not there yet: no object is one.

use crate::{Cx, Object, Result, Value};

/// A generator of a function that returns by reference.
pub fn yields_references(object: &Object) -> bool {
    let _ = object;
    false
}

/// The current element as a reference.
pub fn current_raw(cx: &mut Cx, generator: &Object) -> Result<Value> {
    let _ = generator;
    Err(cx.throw_error("Generators are not supported yet"))
}
