//! Native state of builtin classes' objects: a box whose address lies in the object's hidden slot.

use std::any::TypeId;

use phpc_abi::layout::{NativeHead, ObjectHeader};
use phpc_abi::value::{RawValue, Tag};

use crate::classes::Class;
use crate::classes::builtin::NativeState;
use crate::object::slots_of;
use crate::{Cx, Object, Value};

/// What the slot's address leads to.
#[repr(C)]
struct Attached {
    head: NativeHead,
    /// Of the state, so that asking for it takes no call.
    id: TypeId,
    state: Box<dyn NativeState>,
}

/// Puts state into a fresh object (or a clone, whose slot has a copied address).
pub fn attach(object: &Object, state: Box<dyn NativeState>) {
    let slot = object.class_ref().native_slot.expect("the class has native state") as usize;
    // The state stays where it is in its box, and so does its list.
    let elements = state.elements().map_or(std::ptr::null(), |elements| elements.as_ptr().cast_const().cast());
    let attached = Attached { head: NativeHead { elements }, id: state.as_any().type_id(), state };
    let payload = Box::into_raw(Box::new(attached)) as u64;
    // SAFETY: the slot holds UNDEF or a copied address, neither of which is counted.
    unsafe { *object.slot_ptr(slot) = RawValue { tag: Tag::NATIVE, payload } };
}

/// Empties the slot of a clone whose state cannot be shared.
pub fn detach(object: &Object) {
    if let Some(slot) = object.class_ref().native_slot {
        // SAFETY: as in `attach`.
        unsafe { *object.slot_ptr(slot as usize) = RawValue::UNDEF };
    }
}

impl Object {
    /// The native state, if it is a `T`. It is never replaced while the object lives.
    #[inline]
    pub fn native<T: NativeState>(&self) -> Option<&T> {
        let slot = self.class_ref().native_slot? as usize;
        // SAFETY: a NATIVE slot holds the box that `attach` made; it is freed with the object, which `self` keeps. The
        // state is a `T` if the identity says so.
        unsafe {
            let raw = *self.slot_ptr(slot);
            if raw.tag != Tag::NATIVE {
                return None;
            }
            let attached = &*(raw.payload as *const Attached);
            (attached.id == TypeId::of::<T>()).then(|| &*(&raw const *attached.state).cast::<T>())
        }
    }
    /// The native state of any type.
    pub fn native_state(&self) -> Option<&dyn NativeState> {
        let slot = self.class_ref().native_slot? as usize;
        // SAFETY: as in `native`.
        unsafe {
            let raw = *self.slot_ptr(slot);
            (raw.tag == Tag::NATIVE).then(|| &*(*(raw.payload as *const Attached)).state)
        }
    }
}

/// The slot of a dying object, by its header.
fn slot_of(object: *mut ObjectHeader) -> Option<*mut RawValue> {
    // SAFETY: the object's block is still there, and its class lives for ever.
    unsafe {
        let class = Class::from_head((*object).class);
        let slot = slots_of(object).add(class.native_slot? as usize);
        ((*slot).tag == Tag::NATIVE).then_some(slot)
    }
}

/// The object dies: frees the state.
pub fn free(object: *mut ObjectHeader) {
    let Some(slot) = slot_of(object) else { return };
    // SAFETY: the box that `attach` made, taken out of the slot first.
    let state = unsafe {
        let raw = std::mem::replace(&mut *slot, RawValue::UNDEF);
        Box::from_raw(raw.payload as *mut Attached).state
    };
    state.free(&mut Cx::enter());
    drop(state);
}

/// For the cycle collector.
pub fn visit(object: *mut ObjectHeader, visit: &mut dyn FnMut(RawValue)) {
    let Some(slot) = slot_of(object) else { return };
    // SAFETY: as in `native`.
    let state = unsafe { &*(*((*slot).payload as *const Attached)).state };
    state.children(&mut |value: &Value| visit(value.raw()));
}
