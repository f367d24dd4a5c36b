//! Releasing: what happens when a count goes down, and when it reaches zero.
//!
//! The tree under a dying value is taken down depth first in PHP's order: a few levels by calls, what lies deeper by a work
//! list, so that no chain of objects exhausts the stack.

use crate::array::{self, raw};
use crate::global::Global;
use crate::object::slots_of;
use crate::{Object, Resource, Str, alloc, cycles, hooks, store, weak};
use phpc_abi::layout::{
    ArrayHeader, ArrayKind, CLASS_PLAIN_NEW, FLAG_DESTRUCTED, FLAG_HAS_DESTRUCTOR, FLAG_WEAKLY_REFERENCED, HASH_STRING_KEY, Header, ObjectHeader,
    ReferenceHeader,
};
use phpc_abi::value::{RawValue, Tag};

/// Gives up one count of a counted value.
///
/// # Safety
/// The value is counted and valid, and the count is the caller's.
#[inline]
pub unsafe fn release(value: RawValue) {
    // SAFETY: the caller's promise.
    unsafe {
        let header = value.payload as *mut Header;
        (*header).count -= 1;
        if (*header).count == 0 {
            destroy(value);
        } else if value.tag != Tag::STRING && (*header).gc == 0 {
            cycles::possible_root(header);
        }
    }
}

/// # Safety
/// As for [`release`].
#[inline]
pub(crate) unsafe fn release_str(string: *mut phpc_abi::layout::StrHeader) {
    // SAFETY: the caller's promise.
    unsafe {
        (*string).header.count -= 1;
        if (*string).header.count == 0 {
            Str::free(string);
        }
    }
}

/// A block whose children are being released.
#[derive(Clone, Copy)]
enum Dying {
    Array(*mut ArrayHeader, u32),
    /// Next slot; before slot 0 come the undeclared properties.
    Object(*mut ObjectHeader, u32),
    Reference(*mut ReferenceHeader, bool),
}

static WORK: Global<Vec<Dying>> = Global::new(Vec::new());

/// A fiber's own list: a destructor may suspend in the middle of a release.
#[derive(Default)]
pub(crate) struct Work(Vec<Dying>);

/// The stack in use changes: its list becomes `work`, the result is the list of the one that is left.
pub(crate) fn exchange(work: Work) -> Work {
    Work(WORK.replace(work.0))
}

/// Levels of a tree that are taken down by calls; the work list takes what lies deeper.
const LEVELS: u32 = 24;

/// The count is zero: takes the value down.
#[cold]
#[inline(never)]
pub(crate) unsafe fn destroy(value: RawValue) {
    // SAFETY: the caller's promise.
    unsafe { take_down(value, LEVELS) }
}

/// Takes a dead value down: its children in order, then the block.
unsafe fn take_down(value: RawValue, levels: u32) {
    // SAFETY: the count is zero, nobody else refers to the block. Destructors may run user code, which neither reaches the
    // block nor changes what waits in this call.
    unsafe {
        match value.tag {
            Tag::STRING => return Str::free(value.payload as *mut _),
            Tag::ARRAY => {
                let array = value.payload as *mut ArrayHeader;
                if begin_array(array).is_none() {
                    return;
                }
                if raw::kind(array) == ArrayKind::Hash {
                    for at in 0..(*array).used {
                        let entry = raw::entry(array, at);
                        if (*entry).hash & HASH_STRING_KEY != 0 && (*entry).value.tag != Tag::UNDEF {
                            release_str((*entry).key as *mut _);
                        }
                        give_up((*entry).value, levels);
                    }
                } else {
                    for at in 0..(*array).used {
                        give_up(*(*array).data.cast::<RawValue>().add(at as usize), levels);
                    }
                }
                free_array(array);
            }
            Tag::REFERENCE if is_plain_cell(value.payload as *mut ReferenceHeader) => {
                let cell = value.payload as *mut ReferenceHeader;
                give_up((*cell).value, levels);
                alloc::free(cell.cast(), size_of::<ReferenceHeader>());
            }
            Tag::OBJECT if is_plain(value.payload as *mut ObjectHeader) => {
                let object = value.payload as *mut ObjectHeader;
                if (*object).header.gc != 0 {
                    (*object).header.gc = cycles::DYING;
                }
                for at in 0..(*object).slots as usize {
                    let slot = slots_of(object).add(at);
                    let child = *slot;
                    (*slot).tag = Tag::UNDEF;
                    give_up(child, levels);
                }
                finish(Dying::Object(object, 0));
            }
            _ => {
                let Some(mut dying) = begin(value) else { return };
                while let Some(child) = step(&mut dying) {
                    give_up(child, levels);
                }
                finish(dying);
            }
        }
    }
}

/// A cell that neither typed properties nor the collector know.
#[inline]
unsafe fn is_plain_cell(cell: *mut ReferenceHeader) -> bool {
    // SAFETY: a cell.
    unsafe { (*cell).sources.is_null() && (*cell).header.gc == 0 }
}

/// Gives up a dying block's count of a child.
#[inline(always)]
unsafe fn give_up(child: RawValue, levels: u32) {
    // SAFETY: the count was the block's.
    unsafe {
        if child.tag == Tag::STRING {
            release_str(child.payload as *mut _);
        } else if child.tag.is_counted() {
            let header = child.payload as *mut Header;
            (*header).count -= 1;
            if (*header).count == 0 {
                match levels {
                    0 => take_down_deep(child),
                    _ => take_down(child, levels - 1),
                }
            } else if (*header).gc == 0 {
                cycles::possible_root(header);
            }
        }
    }
}

/// As [`take_down`], by a work list.
#[cold]
#[inline(never)]
unsafe fn take_down_deep(value: RawValue) {
    // SAFETY: as above; user code that enters here again leaves the work list as it found it.
    unsafe {
        let Some(mut top) = begin(value) else { return };
        let base = WORK.with(|work| work.len());
        loop {
            let Some(child) = step(&mut top) else {
                finish(top);
                match WORK.with(|work| if work.len() > base { work.pop() } else { None }) {
                    Some(outer) => top = outer,
                    None => return,
                }
                continue;
            };
            let header = child.payload as *mut Header;
            (*header).count -= 1;
            if (*header).count == 0 {
                // What is above waits where destructors that enter here again leave it alone.
                WORK.with(|work| work.push(top));
                match begin(child) {
                    Some(inner) => top = inner,
                    None => top = WORK.with(|work| work.pop()).expect("pushed above"),
                }
            } else if child.tag != Tag::STRING && (*header).gc == 0 {
                cycles::possible_root(header);
            }
        }
    }
}

/// Frees what has no children to release, or says what has.
unsafe fn begin(value: RawValue) -> Option<Dying> {
    // SAFETY: called by `destroy` with a dead value.
    unsafe {
        match value.tag {
            Tag::STRING => Str::free(value.payload as *mut _),
            Tag::RESOURCE => Resource::free(value.payload as *mut _),
            Tag::ARRAY => return begin_array(value.payload as *mut ArrayHeader),
            Tag::REFERENCE => {
                let cell = value.payload as *mut ReferenceHeader;
                if !(*cell).sources.is_null() {
                    hooks::forget_reference_sources(cell);
                }
                return Some(Dying::Reference(cell, false));
            }
            _ => return begin_object(value.payload as *mut ObjectHeader),
        }
        None
    }
}

unsafe fn begin_array(array: *mut ArrayHeader) -> Option<Dying> {
    // SAFETY: a dead array.
    unsafe {
        if (*array).iterators != 0 {
            array::iterate::forget(array);
        }
        if (*array).header.gc != 0 {
            (*array).header.gc = cycles::DYING;
        }
        match raw::kind(array) {
            ArrayKind::Empty | ArrayKind::Ints | ArrayKind::Floats => free_array(array),
            _ => return Some(Dying::Array(array, 0)),
        }
        None
    }
}

unsafe fn free_array(array: *mut ArrayHeader) {
    // SAFETY: a dead array whose elements are released.
    unsafe {
        if (*array).header.gc != 0 {
            raw::free_data(array);
            (*array).capacity = 0;
            return cycles::died(array.cast());
        }
        raw::free_blocks(array);
    }
}

unsafe fn begin_object(object: *mut ObjectHeader) -> Option<Dying> {
    // SAFETY: a dead object; while its destructor runs it has a count.
    unsafe {
        let flags = (*object).header.flags;
        if flags & (FLAG_HAS_DESTRUCTOR | FLAG_DESTRUCTED) == FLAG_HAS_DESTRUCTOR {
            (*object).header.flags |= FLAG_DESTRUCTED;
            (*object).header.count = 1;
            let handle = std::mem::ManuallyDrop::new(Object::from_ptr(object));
            hooks::destruct(&handle);
            (*object).header.count -= 1;
            if (*object).header.count != 0 {
                // Resurrected.
                return None;
            }
        }
        if (*object).header.gc != 0 {
            (*object).header.gc = cycles::DYING;
        }
        if (*object).header.flags & FLAG_WEAKLY_REFERENCED != 0 {
            weak::died(object);
        }
        if has_native(object) {
            hooks::free_native(object);
        }
        Some(Dying::Object(object, 0))
    }
}

/// An object that dies unseen: without destructor, weak references, undeclared properties and native state.
#[inline]
unsafe fn is_plain(object: *mut ObjectHeader) -> bool {
    // SAFETY: a whole object.
    unsafe {
        (*object).header.flags & (FLAG_HAS_DESTRUCTOR | FLAG_WEAKLY_REFERENCED) == 0
            && (*object).dynamic.is_null()
            && (*(*object).class).flags & CLASS_PLAIN_NEW != 0
    }
}

/// Does a slot hold native state?
#[inline]
unsafe fn has_native(object: *mut ObjectHeader) -> bool {
    // SAFETY: a whole object.
    unsafe { (0..(*object).slots as usize).any(|at| (*slots_of(object).add(at)).tag == Tag::NATIVE) }
}

/// The next counted child of a dying block.
#[inline]
unsafe fn step(top: &mut Dying) -> Option<RawValue> {
    // SAFETY: dead blocks, still whole.
    unsafe {
        match *top {
            Dying::Array(array, from) => {
                let used = (*array).used;
                let hash = raw::kind(array) == ArrayKind::Hash;
                let mut at = from;
                while at < used {
                    let value = if hash {
                        let entry = raw::entry(array, at);
                        if (*entry).hash & HASH_STRING_KEY != 0 && (*entry).value.tag != Tag::UNDEF {
                            release_str((*entry).key as *mut _);
                        }
                        (*entry).value
                    } else {
                        *(*array).data.cast::<RawValue>().add(at as usize)
                    };
                    at += 1;
                    if value.tag == Tag::STRING {
                        release_str(value.payload as *mut _);
                    } else if value.tag.is_counted() {
                        *top = Dying::Array(array, at);
                        return Some(value);
                    }
                }
                None
            }
            Dying::Object(object, from) => {
                if from == 0 && !(*object).dynamic.is_null() {
                    let dynamic = std::mem::replace(&mut (*object).dynamic, std::ptr::null_mut());
                    return Some(RawValue { tag: Tag::ARRAY, payload: dynamic as u64 });
                }
                for at in from..(*object).slots {
                    let value = std::mem::replace(&mut *slots_of(object).add(at as usize), RawValue::UNDEF);
                    if value.tag == Tag::STRING {
                        release_str(value.payload as *mut _);
                    } else if value.tag.is_counted() {
                        *top = Dying::Object(object, at + 1);
                        return Some(value);
                    }
                }
                None
            }
            Dying::Reference(cell, done) => {
                let value = (*cell).value;
                *top = Dying::Reference(cell, true);
                (!done && value.tag.is_counted()).then_some(value)
            }
        }
    }
}

#[inline]
unsafe fn finish(top: Dying) {
    // SAFETY: dead blocks whose children are released.
    unsafe {
        match top {
            Dying::Array(array, _) => free_array(array),
            Dying::Object(object, _) => {
                store::free_handle((*object).handle);
                if (*object).header.gc != 0 {
                    return cycles::died(object.cast());
                }
                free_object_block(object);
            }
            Dying::Reference(cell, _) => {
                if (*cell).header.gc != 0 {
                    (*cell).value = RawValue::NULL;
                    return cycles::died(cell.cast());
                }
                alloc::free(cell.cast(), size_of::<ReferenceHeader>());
            }
        }
    }
}

pub(crate) unsafe fn free_object_block(object: *mut ObjectHeader) {
    // SAFETY: the block has the size of its class's instances.
    unsafe { alloc::free(object.cast(), phpc_abi::layout::OBJECT_SLOTS + phpc_abi::layout::SLOT_SIZE * (*object).slots as usize) }
}
