//! What owns values as long as the program runs: static variables and properties, constants, defaults, caches of emitted code,
//! lists of extensions. All of it is given up at the very end, so that the count of live blocks tells leaks.

use crate::Value;
use crate::global::Global;
use phpc_abi::value::RawValue;

struct Owners {
    slots: Vec<*mut RawValue>,
    values: Vec<Value>,
    ends: Vec<fn()>,
}

static OWNERS: Global<Owners> = Global::new(Owners { slots: Vec::new(), values: Vec::new(), ends: Vec::new() });

/// The slot holds a value of its own until the end; it lives as long as the process.
pub fn keep_slot(slot: *mut RawValue) {
    OWNERS.with(|owners| owners.slots.push(slot));
}

/// Keeps a value until the end.
pub fn keep(value: Value) {
    OWNERS.with(|owners| owners.values.push(value));
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
