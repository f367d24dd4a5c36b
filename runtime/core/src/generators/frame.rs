//! What a generator's heap frame holds.

use super::State;
use crate::Value;
use phpc_abi::unit::GeneratorFrame;
use phpc_abi::value::{RawValue, Tag};
use std::mem::ManuallyDrop;

pub(super) fn values(frame: *mut GeneratorFrame) -> *mut RawValue {
    // SAFETY: the values follow the head.
    unsafe { frame.add(1).cast() }
}
pub(super) fn value_count(frame: *mut GeneratorFrame) -> usize {
    // SAFETY: null or a live frame.
    if frame.is_null() { 0 } else { unsafe { (*frame).value_count as usize } }
}

pub(super) fn release_values(frame: *mut GeneratorFrame) {
    for at in 0..value_count(frame) {
        // SAFETY: valid values; each is replaced before the old one is released.
        drop(unsafe { Value::from_raw(values(frame).add(at).replace(RawValue::UNDEF)) });
    }
}

impl State {
    /// The frame, for a look at it.
    pub(super) fn frame(&self) -> &GeneratorFrame {
        // SAFETY: the frame lives as long as the Generator; nobody writes to it during a look.
        unsafe { &*self.frame.get() }
    }
    /// What the body is resumed with.
    #[inline(always)]
    pub(super) fn set_sent(&self, value: Value) {
        // SAFETY: a field of the live frame.
        drop(unsafe { exchange(&raw mut (*self.frame.get()).sent, value.into_plain()) });
    }
    #[inline(always)]
    pub(super) fn set_key(&self, key: Value) {
        // SAFETY: as above.
        drop(unsafe { exchange(&raw mut (*self.frame.get()).key, key) });
    }
    pub(super) fn set_value(&self, value: Value) {
        // SAFETY: as above.
        drop(unsafe { exchange(&raw mut (*self.frame.get()).value, value) });
    }
    /// What the body has returned or delegates to.
    pub(super) fn take_result(&self) -> Value {
        // SAFETY: as above.
        unsafe { exchange(&raw mut (*self.frame.get()).result, Value::UNDEF) }.into_plain()
    }
    /// Is there an element, or was there one?
    #[inline]
    pub(super) fn has_value(&self) -> bool {
        self.frame().value.tag != Tag::UNDEF
    }
    #[inline]
    pub(super) fn key(&self) -> Value {
        copy(&self.frame().key)
    }
    #[inline]
    pub(super) fn value(&self) -> Value {
        copy(&self.frame().value)
    }
}

/// # Safety
/// The slot holds a valid value, as which the old one is given away.
#[inline]
unsafe fn exchange(slot: *mut RawValue, value: Value) -> Value {
    // SAFETY: the caller's promise.
    unsafe { Value::from_raw(slot.replace(value.into_raw())) }
}

/// Another owner of a value that a frame holds.
#[inline]
fn copy(slot: &RawValue) -> Value {
    // SAFETY: fields of the frame are valid values, borrowed here.
    Value::clone(&ManuallyDrop::new(unsafe { Value::from_raw(*slot) }))
}
