//! Resources: numbered handles to native state such as streams.

use crate::alloc;
use crate::global::Global;
use crate::release;
use phpc_abi::layout::Header;
use phpc_abi::value::{RawValue, Tag};
use std::any::Any;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

#[repr(C)]
pub struct ResourceHeader {
    header: Header,
    id: i64,
    kind: &'static str,
    state: Option<Box<dyn Any>>,
}

/// A resource.
#[repr(transparent)]
pub struct Resource(NonNull<ResourceHeader>);

// The numbers 1 to 3 are STDIN, STDOUT and STDERR.
static NEXT_ID: Global<i64> = Global::new(1);

/// The number that the next resource gets.
pub fn next_id() -> i64 {
    NEXT_ID.get()
}

impl Resource {
    /// A new resource with the next number; `kind` is what `get_resource_type` says.
    pub fn new(kind: &'static str, state: Box<dyn Any>) -> Resource {
        let id = NEXT_ID.get();
        NEXT_ID.set(id + 1);
        let block: *mut ResourceHeader = alloc::allocate(size_of::<ResourceHeader>()).cast();
        let header = Header { count: 1, tag: Tag::RESOURCE.0 as u8, kind: 0, flags: 0, gc: 0 };
        // SAFETY: a fresh block.
        unsafe {
            block.write(ResourceHeader { header, id, kind, state: Some(state) });
            Resource(NonNull::new_unchecked(block))
        }
    }

    /// # Safety
    /// `pointer` is a resource of which the caller owns a count.
    pub unsafe fn from_ptr(pointer: *mut ResourceHeader) -> Resource {
        // SAFETY: the caller's promise.
        Resource(unsafe { NonNull::new_unchecked(pointer) })
    }
    pub fn into_ptr(self) -> *mut ResourceHeader {
        ManuallyDrop::new(self).0.as_ptr()
    }
    pub fn id(&self) -> i64 {
        // SAFETY: a live resource.
        unsafe { self.0.as_ref().id }
    }
    /// `stream`, `stream-context`, …; `Unknown` once closed.
    pub fn kind(&self) -> &'static str {
        // SAFETY: a live resource.
        unsafe { if self.is_open() { self.0.as_ref().kind } else { "Unknown" } }
    }
    pub fn is_open(&self) -> bool {
        // SAFETY: a live resource.
        unsafe { self.0.as_ref().state.is_some() }
    }
    /// Runs `f` on the state if it is open and of this type. `f` must not run user code that reaches this resource.
    pub fn with<T: 'static, R>(&self, f: impl FnOnce(&mut T) -> R) -> Option<R> {
        // SAFETY: one thread, and `f` does not come back here.
        let state = unsafe { (*self.0.as_ptr()).state.as_mut() };
        state.and_then(|state| state.downcast_mut::<T>()).map(f)
    }
    /// Closes: takes the state out.
    pub fn take(&self) -> Option<Box<dyn Any>> {
        // SAFETY: one thread.
        unsafe { (*self.0.as_ptr()).state.take() }
    }
    pub fn ptr_eq(&self, other: &Resource) -> bool {
        self.0 == other.0
    }

    /// # Safety
    /// The count is 0.
    pub(crate) unsafe fn free(pointer: *mut ResourceHeader) {
        // SAFETY: the caller's promise; dropping the state closes what it holds.
        unsafe {
            let state = (*pointer).state.take();
            drop(state);
            alloc::free(pointer.cast(), size_of::<ResourceHeader>());
        }
    }
}

impl Clone for Resource {
    fn clone(&self) -> Resource {
        // SAFETY: a live resource.
        unsafe { (*self.0.as_ptr()).header.count += 1 };
        Resource(self.0)
    }
}

impl Drop for Resource {
    fn drop(&mut self) {
        // SAFETY: this handle owned one count.
        unsafe { release::release(RawValue { tag: Tag::RESOURCE, payload: self.0.as_ptr() as u64 }) }
    }
}

/// Uses up a number: for streams that builtins open and close within one call.
pub fn skip_id() {
    NEXT_ID.set(NEXT_ID.get() + 1);
}
