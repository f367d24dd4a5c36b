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
    /// In a box of its own or behind this head.
    state: *mut dyn NativeState,
    /// Drops state and head.
    free: unsafe fn(*mut Attached),
}

/// State in one block with its head.
#[repr(C)]
struct Inline<T> {
    head: Attached,
    state: T,
}

unsafe fn free_boxed(attached: *mut Attached) {
    // SAFETY: both boxes are those of `attach`.
    unsafe { drop((Box::from_raw((*attached).state), Box::from_raw(attached))) };
}

unsafe fn free_inline<T>(attached: *mut Attached) {
    // SAFETY: the head of the box that `attach_inline` made.
    unsafe { drop(Box::from_raw(attached.cast::<Inline<T>>())) };
}

/// The state stays where it is in its box, and so does its list.
fn head_of(state: &dyn NativeState) -> NativeHead {
    NativeHead { elements: state.elements().map_or(std::ptr::null(), |elements| elements.as_ptr().cast_const().cast()) }
}

/// Puts state into a fresh object (or a clone, whose slot has a copied address).
pub fn attach(object: &Object, state: Box<dyn NativeState>) {
    let (head, id) = (head_of(&*state), state.as_any().type_id());
    put(object, Box::into_raw(Box::new(Attached { head, id, state: Box::into_raw(state), free: free_boxed })));
}

/// The same where the type is known: it takes one block.
pub fn attach_inline<T: NativeState>(object: &Object, state: T) {
    let none: *mut T = std::ptr::null_mut();
    let head = Attached { head: NativeHead { elements: std::ptr::null() }, id: TypeId::of::<T>(), state: none, free: free_inline::<T> };
    let block = Box::into_raw(Box::new(Inline { head, state }));
    // SAFETY: the block was just made.
    unsafe {
        (*block).head.state = &raw mut (*block).state;
        (*block).head.head = head_of(&(*block).state);
    }
    put(object, block.cast());
}

fn put(object: &Object, attached: *mut Attached) {
    let slot = object.class_ref().native_slot.expect("the class has native state") as usize;
    // SAFETY: the slot holds UNDEF or a copied address, neither of which is counted.
    unsafe { *object.slot_ptr(slot) = RawValue { tag: Tag::NATIVE, payload: attached as u64 } };
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
            (attached.id == TypeId::of::<T>()).then(|| &*attached.state.cast::<T>())
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
    // SAFETY: what `attach` made, taken out of the slot first.
    unsafe {
        let raw = std::mem::replace(&mut *slot, RawValue::UNDEF);
        let attached = raw.payload as *mut Attached;
        (*(*attached).state).free(&mut Cx::enter());
        ((*attached).free)(attached);
    }
}

/// For the cycle collector.
pub fn visit(object: *mut ObjectHeader, visit: &mut dyn FnMut(RawValue)) {
    let Some(slot) = slot_of(object) else { return };
    // SAFETY: as in `native`.
    let state = unsafe { &*(*((*slot).payload as *const Attached)).state };
    state.children(&mut |value: &Value| visit(value.raw()));
}
