//! Object handles: slots, undeclared properties, identity. What classes make of them is in classes/ and behaviour/.

use crate::alloc;
use crate::release;
use crate::store;
use crate::{Array, Value};
use phpc_abi::layout::{
    CLASS_HAS_DESTRUCTOR, ClassHead, FLAG_DESTRUCTED, FLAG_HAS_DESTRUCTOR, FLAG_VISITED, FLAG_WEAKLY_REFERENCED, Header, OBJECT_SLOTS,
    ObjectHeader, SLOT_SIZE,
};
use phpc_abi::value::{RawValue, Tag};
use std::mem::ManuallyDrop;
use std::ptr::{NonNull, null_mut};

/// An object. Slots hand out clones only, so that nothing borrowed dangles when user code runs.
#[repr(transparent)]
pub struct Object(NonNull<ObjectHeader>);

impl Object {
    /// A new instance with the class's default slots and the next handle; no constructor runs. LAZY defaults must have been
    /// evaluated before (classes/ does).
    ///
    /// # Safety
    /// `class` is a linked class that lives as long as its objects.
    pub unsafe fn instantiate(class: *const ClassHead) -> Object {
        // SAFETY: the caller's promise; a fresh block of the class's size.
        unsafe {
            let size = (*class).instance_size as usize;
            let slots = (size - OBJECT_SLOTS) / SLOT_SIZE;
            let block: *mut ObjectHeader = alloc::allocate(size).cast();
            let flags = if (*class).flags & CLASS_HAS_DESTRUCTOR != 0 { FLAG_HAS_DESTRUCTOR } else { 0 };
            let header = Header { count: 1, tag: Tag::OBJECT.0 as u8, kind: 0, flags, gc: 0 };
            let handle = store::add(block);
            block.write(ObjectHeader { header, handle, slots: slots as u32, class, dynamic: null_mut() });
            let slot = slots_of(block);
            for at in 0..slots {
                let default = *(*class).defaults.add(at);
                slot.add(at).write(Value::from_borrowed(default).into_raw());
            }
            Object(NonNull::new_unchecked(block))
        }
    }

    /// A copy with its own handle: slots and undeclared properties as `clone` copies them (references that only the
    /// original holds become values); no `__clone` runs.
    pub fn shallow_clone(&self) -> Object {
        // SAFETY: a live object; the copy's values are retained.
        unsafe {
            let copy = Object::instantiate(self.class());
            for at in 0..self.slots() {
                let value = self.slot(at);
                let value = match value.as_reference() {
                    // One count is the slot's, one is `value`'s.
                    Some(cell) if cell.count() == 2 => cell.get(),
                    _ => value,
                };
                drop(copy.replace_slot(at, value));
            }
            if let Some(dynamic) = self.dynamic() {
                // Forces the copy now, as an array copy unwraps references too.
                let mut dynamic = dynamic;
                dynamic.unique();
                copy.set_dynamic(Some(dynamic));
            }
            copy
        }
    }

    /// # Safety
    /// `pointer` is an object of which the caller owns a count.
    #[inline]
    pub unsafe fn from_ptr(pointer: *mut ObjectHeader) -> Object {
        // SAFETY: the caller's promise.
        Object(unsafe { NonNull::new_unchecked(pointer) })
    }
    /// # Safety
    /// `pointer` is an object.
    #[inline]
    pub unsafe fn retain(pointer: *mut ObjectHeader) -> Object {
        // SAFETY: the caller's promise.
        unsafe {
            (*pointer).header.count += 1;
            Object::from_ptr(pointer)
        }
    }
    /// Views a pointer to an object as a handle.
    ///
    /// # Safety
    /// `pointer` points to a `*ObjectHeader` that lives for `'a`.
    #[inline]
    pub unsafe fn ref_from<'a>(pointer: *const *mut ObjectHeader) -> &'a Object {
        // SAFETY: the caller's promise.
        unsafe { &*pointer.cast() }
    }
    #[inline]
    pub fn as_ptr(&self) -> *mut ObjectHeader {
        self.0.as_ptr()
    }
    #[inline]
    pub fn into_ptr(self) -> *mut ObjectHeader {
        ManuallyDrop::new(self).0.as_ptr()
    }

    #[inline]
    fn head(&self) -> &ObjectHeader {
        // SAFETY: the handle owns a count.
        unsafe { self.0.as_ref() }
    }
    /// `spl_object_id`.
    #[inline]
    pub fn handle(&self) -> u32 {
        self.head().handle
    }
    #[inline]
    pub fn class(&self) -> *const ClassHead {
        self.head().class
    }
    #[inline]
    pub fn slots(&self) -> usize {
        self.head().slots as usize
    }
    #[inline]
    pub fn count(&self) -> u32 {
        self.head().header.count
    }
    #[inline]
    pub fn ptr_eq(&self, other: &Object) -> bool {
        self.0 == other.0
    }

    /// What a slot holds, retained: UNDEF if uninitialised, a reference as such.
    #[inline]
    pub fn slot(&self, at: usize) -> Value {
        // SAFETY: `slot_ptr` checks; the slot holds a valid value.
        unsafe { Value::from_borrowed(*self.slot_ptr(at)) }
    }
    /// Stores into a slot (a reference there is replaced).
    #[inline]
    pub fn set_slot(&self, at: usize, value: Value) {
        drop(self.replace_slot(at, value));
    }
    /// Stores into a slot and returns what was there.
    #[inline]
    pub fn replace_slot(&self, at: usize, value: Value) -> Value {
        // SAFETY: as in `slot`; the old count passes to the caller.
        unsafe { Value::from_raw(std::mem::replace(&mut *self.slot_ptr(at), value.into_raw())) }
    }
    /// Where a slot lies, for primitives and inline caches. Valid while the object lives.
    #[inline]
    pub fn slot_ptr(&self, at: usize) -> *mut RawValue {
        assert!(at < self.slots());
        // SAFETY: the slots follow the head.
        unsafe { slots_of(self.0.as_ptr()).add(at) }
    }

    /// The undeclared properties.
    pub fn dynamic(&self) -> Option<Array> {
        let pointer = self.head().dynamic;
        // SAFETY: null or an array that the object owns.
        (!pointer.is_null()).then(|| unsafe { Array::retain(pointer) })
    }
    pub fn has_dynamic(&self) -> bool {
        !self.head().dynamic.is_null()
    }
    pub fn set_dynamic(&self, properties: Option<Array>) {
        let new = properties.map_or(null_mut(), Array::into_ptr);
        // SAFETY: a live object; the old array's count passes to the handle that is dropped.
        unsafe {
            let old = std::mem::replace(&mut (*self.0.as_ptr()).dynamic, new);
            if !old.is_null() {
                drop(Array::from_ptr(old));
            }
        }
    }
    /// Changes the undeclared properties in place. `f` must not run user code; what it removes it returns, so that it is
    /// dropped afterwards.
    pub fn with_dynamic<R>(&self, f: impl FnOnce(&mut Array) -> R) -> R {
        // SAFETY: the array is taken out meanwhile.
        unsafe {
            let taken = std::mem::replace(&mut (*self.0.as_ptr()).dynamic, null_mut());
            let mut properties = if taken.is_null() { Array::new() } else { Array::from_ptr(taken) };
            let result = f(&mut properties);
            self.set_dynamic(Some(properties));
            result
        }
    }

    #[inline]
    pub fn has_flag(&self, flag: u8) -> bool {
        self.head().header.flags & flag != 0
    }
    #[inline]
    pub fn set_flag(&self, flag: u8, on: bool) {
        // SAFETY: a live object.
        unsafe {
            let flags = &raw mut (*self.0.as_ptr()).header.flags;
            *flags = if on { *flags | flag } else { *flags & !flag };
        }
    }
    /// The destructor must not run (any more): a constructor threw, or it has run.
    pub fn suppress_destructor(&self) {
        self.set_flag(FLAG_DESTRUCTED, true);
    }
    /// Release goes the slow way: there is a destructor or native state to free.
    pub fn needs_slow_release(&self) -> bool {
        self.has_flag(FLAG_HAS_DESTRUCTOR | FLAG_WEAKLY_REFERENCED)
    }
    /// Marks the object as being traversed; false if it is already.
    pub fn enter(&self) -> bool {
        let fresh = !self.has_flag(FLAG_VISITED);
        self.set_flag(FLAG_VISITED, true);
        fresh
    }
    pub fn leave(&self) {
        self.set_flag(FLAG_VISITED, false);
    }
}

#[inline]
pub(crate) unsafe fn slots_of(object: *mut ObjectHeader) -> *mut RawValue {
    // SAFETY: the slots follow the head.
    unsafe { object.cast::<u8>().add(OBJECT_SLOTS).cast() }
}

impl Clone for Object {
    #[inline]
    fn clone(&self) -> Object {
        // SAFETY: a live object.
        unsafe { Object::retain(self.0.as_ptr()) }
    }
}

impl Drop for Object {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: this handle owned one count.
        unsafe { release::release(RawValue { tag: Tag::OBJECT, payload: self.0.as_ptr() as u64 }) }
    }
}

impl PartialEq for Object {
    fn eq(&self, other: &Object) -> bool {
        self.ptr_eq(other)
    }
}
