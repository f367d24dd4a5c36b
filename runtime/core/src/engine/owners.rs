//! What owns values as long as the program runs: static variables and properties, constants, defaults, caches of emitted code,
//! lists of extensions. All of it is given up at the very end, so that the count of live blocks tells leaks.

use crate::Value;
use crate::global::Global;
use phpc_abi::layout::{Header, IMMORTAL};
use phpc_abi::value::RawValue;

struct Owners {
    slots: Vec<*mut RawValue>,
    values: Vec<Value>,
    immortal: Vec<Value>,
    ends: Vec<fn()>,
}

static OWNERS: Global<Owners> = Global::new(Owners { slots: Vec::new(), values: Vec::new(), immortal: Vec::new(), ends: Vec::new() });

/// The slot holds a value of its own until the end; it lives as long as the process.
pub fn keep_slot(slot: *mut RawValue) {
    OWNERS.with(|owners| owners.slots.push(slot));
}

/// Keeps a value until the end.
pub fn keep(value: Value) {
    OWNERS.with(|owners| owners.values.push(value));
}

/// Keeps a counted value whose one other count is a slot's until the end. Meanwhile it may be used without counting.
pub fn keep_immortal(value: Value) {
    let header = value.raw().payload as *mut Header;
    // SAFETY: a counted value's header.
    unsafe { (*header).count += IMMORTAL };
    OWNERS.with(|owners| owners.immortal.push(value));
}

/// Has `clear` called at the end. May be asked for more than once.
pub fn at_end(clear: fn()) {
    OWNERS.with(|owners| owners.ends.push(clear));
}

/// The end: destructors have run.
pub(super) fn release() {
    for clear in OWNERS.with(|owners| std::mem::take(&mut owners.ends)) {
        clear();
    }
    for slot in OWNERS.with(|owners| std::mem::take(&mut owners.slots)).into_iter().rev() {
        // SAFETY: a kept slot holds a valid value; nothing runs that could read it later but as UNDEF.
        drop(unsafe { Value::from_raw(slot.replace(RawValue::UNDEF)) });
    }
    drop(OWNERS.with(|owners| std::mem::take(&mut owners.values)));
}

/// The very last: no object is left that could hold them.
pub(super) fn release_immortal() {
    for value in OWNERS.with(|owners| std::mem::take(&mut owners.immortal)) {
        let header = value.raw().payload as *mut Header;
        // SAFETY: what is used without counting is used no more; the slot's count is given up with the value's own.
        unsafe { (*header).count = 1 };
    }
}
