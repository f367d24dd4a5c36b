//! What others are told of a generator.

use super::{State, Status, delegate};
use crate::classes::FuncRef;
use crate::{Cx, Object, Result};
use phpc_abi::layout::ObjectHeader;

/// What Reflection tells of a generator.
pub struct About {
    pub func: FuncRef,
    pub line: u32,
    pub this: Option<Object>,
}

/// None: it is closed, or no generator.
pub fn about(object: &Object) -> Option<About> {
    let state = object.native::<State>().filter(|state| !state.is_over())?;
    let func = state.func.get()?;
    let call = state.call();
    let line = if state.status.get() == Status::Created { func.line() } else { call.line() };
    let this = call.this.cast_mut().cast::<ObjectHeader>();
    // SAFETY: `$this` is alive as long as the frame is.
    let this = (!this.is_null()).then(|| unsafe { Object::retain(this) });
    Some(About { func, line, this })
}

/// The generator that runs on behalf of this one.
pub fn innermost(cx: &mut Cx, object: &Object) -> Result<Object> {
    delegate::root(cx, object)
}
