//! Counts, cells, and values that die.

use super::words::Slot;
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

/// At zero, or the collector does not know the block.
pub fn counted_down(value: Value) -> Result {
    let header = value.raw().payload as *mut phpc_abi::layout::Header;
    // SAFETY: a block whose count emitted code has given back.
    unsafe {
        if (*header).count == 0 {
            return destroy(value);
        }
        std::mem::forget(value);
        cycles::possible_root(header);
    }
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

pub fn release_all_unwinding(values: Slot, count: i64, exception: Object) -> Object {
    (0..count as usize).fold(exception, |exception, at| release_unwinding(values.take(at), exception))
}

pub fn reference_new(value: Value) -> Value {
    Reference::new(value).into()
}
