//! Throwing, catching, and the ends that are no throws.

use super::class::func_of;
use super::words::Pointer;
use crate::classes::memo;
use crate::exceptions;
use crate::pending::{self, Result};
use crate::{Cx, Object, Str, Value, traces};

/// The exception in flight as an object; `exit` travels as one that nothing catches. Interrupts and a passed memory limit
/// are raised here.
pub fn pending_take() -> Object {
    exceptions::take_in_flight()
}

pub fn pending_set(exception: Object) {
    exceptions::put_in_flight(exception);
}

pub fn throw_value(value: Value) -> Result {
    let cx = &mut Cx::enter();
    let value = value.into_plain();
    Err(exceptions::throw_value(cx, value))
}

pub fn catch_match(exception: &Object, name: &Str) -> bool {
    if is_exit(exception) {
        return false;
    }
    let class = exception.class_ref();
    if let Some(wanted) = memo::caught_class(name) {
        return class.is_subclass_of(wanted);
    }
    let wanted = crate::classes::table::lookup_declared(name);
    if let Some(wanted) = wanted {
        memo::note_caught_class(name, wanted);
    }
    wanted.is_some_and(|wanted| class.is_subclass_of(wanted))
}

pub fn is_exit(exception: &Object) -> bool {
    exceptions::is_exit(exception)
}

/// `old` becomes the innermost previous of `new`.
pub fn chain(new: Object, old: Object) -> Object {
    if is_exit(&old) {
        return old;
    }
    if !is_exit(&new) {
        exceptions::chain(&new, old);
    }
    new
}

pub fn suppress_destructor(object: &Object) {
    object.suppress_destructor();
}

pub fn stack_overflow() -> Result {
    crate::stack::overflow(&mut Cx::enter())
}

pub fn interrupt_poll() -> Result {
    crate::engine::timeout::check();
    pending::check()
}

pub fn match_error(value: &Value) -> Result {
    let cx = &mut Cx::enter();
    let value = value.deref();
    let is_shown = value.as_array().is_none() && value.as_object().is_none_or(|object| object.class_ref().is_enum());
    let mut shown = Vec::new();
    if is_shown && value.as_resource().is_none() && traces::display::keeps_args() {
        traces::display::append_arg(&mut shown, &value);
    } else {
        shown = crate::message!("of type ", &*crate::convert::type_name(&value));
    }
    Err(cx.throw("UnhandledMatchError", crate::message!("Unhandled match case ", shown)))
}

pub fn throw_no_this() -> Result {
    Err(Cx::enter().throw_error("Using $this when not in object context"))
}

pub fn verify_never(func: Pointer) -> Result {
    let func = func_of(func);
    let (name, kind) = (Str::new(&func.full_name()), if func.class.is_some() { "method" } else { "function" });
    Err(Cx::enter().throw_type_error(&format!("{name}(): never-returning {kind} must not implicitly return")))
}


pub fn notice(text: &Str) -> Result {
    crate::diagnostics::notice(&mut Cx::enter(), &**text)
}
