//! Counts, cells, and values that die.

use crate::pending::{self, Result};
use crate::{Object, Reference, Value, cycles, release};

/// The value's count is already zero.
pub fn destroy(value: Value) -> Result {
    let raw = value.into_raw();
    // SAFETY: emitted code counted down to zero and hands the block over; with one count given back, releasing destroys it.
    unsafe {
        (*(raw.payload as *mut phpc_abi::layout::Header)).count += 1;
        release::release(raw);
    }
    pending::check()
}

/// Emitted code has seen that the collector does not know the block.
pub fn possible_root(value: &Value) -> Result {
    // SAFETY: a live block of an array, object or reference.
    unsafe { cycles::possible_root(value.raw().payload as *mut phpc_abi::layout::Header) };
    pending::check()
}

pub fn release(value: Value) -> Result {
    drop(value);
    pending::check()
}

/// What the release throws replaces `exception`, which becomes its previous one.
pub fn release_unwinding(value: Value, exception: Object) -> Object {
    drop(value);
    if pending::is_pending() {
        let thrown = super::exception::pending_take();
        return super::exception::chain(thrown, exception);
    }
    exception
}

pub fn reference_new(value: Value) -> Value {
    Reference::new(value).into()
}
