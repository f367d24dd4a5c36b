//! Reference cells: one value that several variables share.

use crate::Value;
use crate::alloc;
use crate::release;
use phpc_abi::layout::{FLAG_TYPED_REFERENCE, Header, ReferenceHeader};
use phpc_abi::value::Tag;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

/// A reference cell. It hands out clones only, so that nothing borrowed dangles when user code writes to it.
#[repr(transparent)]
pub struct Reference(NonNull<ReferenceHeader>);

impl Reference {
    /// A new cell (UNDEF becomes NULL, as `&$undefined` does).
    pub fn new(value: Value) -> Reference {
        let block: *mut ReferenceHeader = alloc::allocate(size_of::<ReferenceHeader>()).cast();
        let header = Header { count: 1, tag: Tag::REFERENCE.0 as u8, kind: 0, flags: 0, gc: 0 };
        // SAFETY: a fresh block.
        unsafe {
            block.write(ReferenceHeader { header, value: value.into_plain().into_raw(), sources: std::ptr::null_mut() });
            Reference(NonNull::new_unchecked(block))
        }
    }

    /// The cell of a variable that is yet to be initialised.
    pub fn undefined() -> Reference {
        let cell = Reference::new(Value::NULL);
        // SAFETY: a fresh cell; neither NULL nor UNDEF owns anything.
        unsafe { *cell.slot() = phpc_abi::value::RawValue::UNDEF };
        cell
    }

    /// Turns a variable, element or property slot into a reference (if it is not one yet) and returns the cell.
    #[inline]
    pub fn make(slot: &mut Value) -> Reference {
        if let Some(cell) = slot.as_reference() {
            return cell.clone();
        }
        let cell = Reference::new(std::mem::take(slot));
        *slot = cell.clone().into();
        cell
    }

    /// # Safety
    /// `pointer` is a cell of which the caller owns a count.
    pub unsafe fn from_ptr(pointer: *mut ReferenceHeader) -> Reference {
        // SAFETY: the caller's promise.
        Reference(unsafe { NonNull::new_unchecked(pointer) })
    }
    pub fn as_ptr(&self) -> *mut ReferenceHeader {
        self.0.as_ptr()
    }
    pub fn into_ptr(self) -> *mut ReferenceHeader {
        ManuallyDrop::new(self).0.as_ptr()
    }

    /// The value held; never UNDEF, never a reference.
    #[inline]
    pub fn get(&self) -> Value {
        // SAFETY: a live cell holds a valid value.
        unsafe { Value::from_borrowed(self.0.as_ref().value) }
    }
    /// Of the value held.
    #[inline]
    pub fn tag(&self) -> Tag {
        // SAFETY: a live cell.
        unsafe { self.0.as_ref().value.tag }
    }
    /// Stores a value without regard to the types of properties that share the cell (see [`Reference::is_typed`]).
    #[inline]
    pub fn set(&self, value: Value) {
        drop(self.replace(value));
    }
    /// Stores a value and returns the old one.
    #[inline]
    pub fn replace(&self, value: Value) -> Value {
        let new = value.into_plain().into_raw();
        // SAFETY: a live cell; the old value's count passes to the caller.
        unsafe { Value::from_raw(std::mem::replace(&mut (*self.0.as_ptr()).value, new)) }
    }
    /// Takes the value out for changing it in place (the cell holds NULL meanwhile): put it back before user code runs.
    #[inline]
    pub fn take(&self) -> Value {
        self.replace(Value::NULL)
    }
    /// Where the value lies; for primitives that update it in place.
    #[inline]
    pub fn slot(&self) -> *mut phpc_abi::value::RawValue {
        // SAFETY: a live cell.
        unsafe { &raw mut (*self.0.as_ptr()).value }
    }
    #[inline]
    pub fn count(&self) -> u32 {
        // SAFETY: a live cell.
        unsafe { self.0.as_ref().header.count }
    }
    /// Typed properties share the cell: writes go through their types (properties' half of core).
    #[inline]
    pub fn is_typed(&self) -> bool {
        // SAFETY: a live cell.
        unsafe { self.0.as_ref().header.flags & FLAG_TYPED_REFERENCE != 0 }
    }
    pub fn ptr_eq(&self, other: &Reference) -> bool {
        self.0 == other.0
    }
}

impl Clone for Reference {
    fn clone(&self) -> Reference {
        // SAFETY: a live cell.
        unsafe { (*self.0.as_ptr()).header.count += 1 };
        Reference(self.0)
    }
}

impl Drop for Reference {
    fn drop(&mut self) {
        // SAFETY: this handle owned one count.
        unsafe { release::release(phpc_abi::value::RawValue { tag: Tag::REFERENCE, payload: self.0.as_ptr() as u64 }) }
    }
}
