//! Global variables: a slot of its own for each name, at an address that stays.

use crate::array::Array;
use crate::global::Global;
use crate::{Reference, Str, Value};
use phpc_abi::value::RawValue;
use std::collections::BTreeMap;

#[derive(Default)]
struct Table {
    by_name: BTreeMap<Str, usize>,
    slots: Vec<(Str, *mut RawValue)>,
}

static TABLE: Global<Option<Table>> = Global::new(None);

/// The slot of a global variable, made (UNDEF) if there was none.
pub fn slot(name: &Str) -> *mut RawValue {
    TABLE.with(|table| {
        let table = table.get_or_insert_default();
        if let Some(&at) = table.by_name.get(name) {
            return table.slots[at].1;
        }
        let slot = Box::leak(Box::new(RawValue::UNDEF));
        table.by_name.insert(name.clone(), table.slots.len());
        table.slots.push((name.clone(), slot));
        slot
    })
}

/// The slot of a global variable if there is one.
pub fn find(name: &[u8]) -> Option<*mut RawValue> {
    TABLE.with(|table| {
        let table = table.as_ref()?;
        table.by_name.get(name).map(|&at| table.slots[at].1)
    })
}

/// The variable's value; UNDEF if it is not set.
pub fn get(name: &[u8]) -> Value {
    // SAFETY: slots hold valid values and live as long as the process.
    find(name).map_or(Value::UNDEF, |slot| unsafe { Value::from_borrowed(*slot) })
}

/// Replaces what the slot holds.
pub fn set(name: &Str, value: Value) {
    // SAFETY: as above; the old value is released last.
    unsafe { drop(Value::from_raw(std::mem::replace(&mut *slot(name), value.into_raw()))) }
}

/// The cell of a global variable, for `global $name`.
pub fn reference(name: &Str) -> Reference {
    // SAFETY: as above; making a reference runs no user code.
    Reference::make(unsafe { &mut *slot(name).cast() })
}

/// All set variables in order; references as such.
pub fn all() -> Array {
    let slots: Vec<(Str, *mut RawValue)> = TABLE.with(|table| table.as_ref().map_or(Vec::new(), |table| table.slots.clone()));
    let mut all = Array::new();
    for (name, slot) in slots {
        // SAFETY: as above.
        let value = unsafe { Value::from_borrowed(*slot) };
        if !value.is_undef() {
            all.set(crate::Key::normalise(&name), value);
        }
    }
    all
}

fn take(slot: *mut RawValue) -> Value {
    // SAFETY: as above; ownership moves out.
    unsafe { Value::from_raw(std::mem::replace(&mut *slot, RawValue::UNDEF)) }
}

/// First step of the end: variables whose object has no other owner go, last first, until none does.
pub(super) fn destroy_sole_owners() {
    loop {
        let slots: Vec<*mut RawValue> =
            TABLE.with(|table| table.as_ref().map_or(Vec::new(), |table| table.slots.iter().map(|entry| entry.1).collect()));
        let mut any = false;
        for slot in slots.into_iter().rev() {
            // SAFETY: as above; a borrowed look.
            let sole = unsafe { Value::ref_from_raw(slot) }.as_object().is_some_and(|object| object.count() == 1);
            if sole {
                drop(take(slot));
                any = true;
            }
        }
        if !any {
            return;
        }
    }
}

/// Releases all variables, last first.
pub(super) fn destroy_all() {
    let table = TABLE.replace(None).unwrap_or_default();
    for (_, slot) in table.slots.into_iter().rev() {
        drop(take(slot));
    }
}
