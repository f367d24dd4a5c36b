//! The object store: handles given out last-in-first-out, and all live objects in order for the end of the program.

use crate::Object;
use crate::global::Global;
use phpc_abi::layout::ObjectHeader;

/// `objects[handle]` is the object, or twice the next free handle plus one.
struct Store {
    objects: Vec<usize>,
    free: u32,
}

static STORE: Global<Store> = Global::new(Store { objects: Vec::new(), free: 0 });

/// Gives the object a handle.
#[inline]
pub(crate) fn add(object: *mut ObjectHeader) -> u32 {
    STORE.with(|store| {
        let handle = store.free;
        if handle != 0 {
            store.free = (store.objects[handle as usize] >> 1) as u32;
            store.objects[handle as usize] = object as usize;
            return handle;
        }
        if store.objects.is_empty() {
            store.objects.push(1);
        }
        store.objects.push(object as usize);
        (store.objects.len() - 1) as u32
    })
}

/// Takes a handle without an object (scalar replacement), or gives it back.
pub fn reserve_handle() -> u32 {
    add(std::ptr::null_mut())
}

#[inline]
pub fn free_handle(handle: u32) {
    STORE.with(|store| {
        store.objects[handle as usize] = (store.free as usize) << 1 | 1;
        store.free = handle;
    });
}

/// The first live object whose handle is at least `from`.
pub fn next_object(from: u32) -> Option<Object> {
    STORE.with(|store| {
        let rest = store.objects.get(from as usize..)?;
        let object = rest.iter().find(|&&entry| entry & 1 == 0 && entry != 0)?;
        // SAFETY: the store holds live objects.
        Some(unsafe { Object::retain(*object as *mut ObjectHeader) })
    })
}

/// Handles ever given out.
pub fn highest_handle() -> u32 {
    STORE.with(|store| store.objects.len().saturating_sub(1) as u32)
}
