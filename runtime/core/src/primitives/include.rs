//! include, require, eval, ticks.

use super::class::maybe_func;
use super::words::Pointer;
use crate::units::include::{self, Kind};
use crate::{Cx, Result, Value};

/// `kind`: pir::IncludeKind's number. `frame`: the symbol table view of the including function, null at global scope.
pub fn include(kind: i64, path: &Value, frame: Pointer, func: Pointer) -> Result<Value> {
    let kind = match kind {
        0 => Kind::Include,
        1 => Kind::IncludeOnce,
        2 => Kind::Require,
        3 => Kind::RequireOnce,
        _ => Kind::Eval,
    };
    include::run(&mut Cx::enter(), kind, &path.deref(), frame, maybe_func(func))
}

pub fn tick() -> Result {
    include::tick(&mut Cx::enter())
}
