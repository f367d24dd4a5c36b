//! The blocks behind arrays: making, growing, copying and freeing them, and the hash's chains. Everything here works on
//! `*mut ArrayHeader` of a unique array; [`super::Array`] is the safe face.

use super::key::Key;
use crate::alloc;
use crate::{Str, Value};
use phpc_abi::layout::{ArrayHeader, ArrayKind, FLAG_INERT, HASH_STRING_KEY, HashEntry, Header};
use phpc_abi::value::{RawValue, Tag};
use std::mem::MaybeUninit;
use std::ptr::null_mut;

/// No entry.
pub(super) const NONE: u32 = u32::MAX;
const MIN_LIST: usize = 4;
/// Buckets written at a time: hashes have this many at least.
const BUCKETS: usize = ArrayHeader::hash_capacity(0);
/// More elements than any array has.
const MAX_ELEMENTS: usize = 1 << 30;

pub(super) const fn empty_header(count: u32) -> ArrayHeader {
    ArrayHeader {
        header: Header { count, tag: Tag::ARRAY.0 as u8, kind: ArrayKind::Empty as u8, flags: FLAG_INERT, gc: 0 },
        length: 0,
        used: 0,
        capacity: 0,
        position: 0,
        next_index: i64::MIN,
        data: null_mut(),
        index: null_mut(),
        mask: 0,
        iterators: 0,
    }
}

/// A new empty unique array.
#[inline]
pub(super) fn new_header() -> *mut ArrayHeader {
    let block: *mut ArrayHeader = alloc::allocate(size_of::<ArrayHeader>()).cast();
    // SAFETY: a fresh block.
    unsafe { block.write(empty_header(1)) };
    block
}

const fn element_size(kind: ArrayKind) -> usize {
    match kind {
        ArrayKind::Empty => 0,
        ArrayKind::Ints | ArrayKind::Floats => 8,
        ArrayKind::Values => 16,
        // The entry and its bucket.
        ArrayKind::Hash => size_of::<HashEntry>() + 4,
    }
}

#[inline]
pub(crate) unsafe fn kind(array: *const ArrayHeader) -> ArrayKind {
    // SAFETY: the kind byte only ever holds an `ArrayKind`.
    unsafe { std::mem::transmute((*array).header.kind) }
}

#[inline]
pub(super) unsafe fn set_kind(array: *mut ArrayHeader, kind: ArrayKind) {
    // SAFETY: the caller's array.
    unsafe { (*array).header.kind = kind as u8 }
}

/// Frees the array's blocks but not what its elements hold.
pub(crate) unsafe fn free_blocks(array: *mut ArrayHeader) {
    // SAFETY: the count is 0 and the elements were released.
    unsafe {
        free_data(array);
        alloc::free(array.cast(), size_of::<ArrayHeader>());
    }
}

pub(crate) unsafe fn free_data(array: *mut ArrayHeader) {
    // SAFETY: the block has this size.
    unsafe {
        if (*array).capacity != 0 {
            alloc::free((*array).data, (*array).capacity as usize * element_size(kind(array)));
        }
    }
}

/// Gives an empty array room for a list of `kind`.
pub(super) unsafe fn start_list(array: *mut ArrayHeader, kind: ArrayKind, capacity: usize) {
    check_length(capacity);
    let size = alloc::usable(capacity.max(MIN_LIST) * element_size(kind));
    // SAFETY: an Empty array has no block.
    unsafe {
        (*array).data = alloc::allocate(size);
        (*array).capacity = (size / element_size(kind)) as u32;
        set_kind(array, kind);
    }
}

/// Makes room in a list for at least `needed` elements.
#[cold]
#[inline(never)]
pub(super) unsafe fn grow_list(array: *mut ArrayHeader, needed: usize) {
    // SAFETY: a list's block has `capacity` elements.
    unsafe {
        check_length(needed);
        let element = element_size(kind(array));
        let old = (*array).capacity as usize * element;
        let size = alloc::usable(needed.max((*array).capacity as usize * 2) * element);
        (*array).data = alloc::reallocate((*array).data, old, size);
        (*array).capacity = (size / element) as u32;
    }
}

/// Ints or floats become values in place.
#[cold]
#[inline(never)]
pub(super) unsafe fn to_values(array: *mut ArrayHeader) {
    // SAFETY: lists of 8-byte elements; the old block is read before it is freed.
    unsafe {
        let tag = match kind(array) {
            ArrayKind::Ints => Tag::INT,
            ArrayKind::Floats => Tag::FLOAT,
            _ => return,
        };
        let (length, old, old_capacity) = ((*array).length as usize, (*array).data as *const u64, (*array).capacity as usize);
        let size = alloc::usable((length + 1).max(MIN_LIST).max(old_capacity.min(length * 2)) * 16);
        let new: *mut RawValue = alloc::allocate(size).cast();
        for at in 0..length {
            new.add(at).write(RawValue { tag, payload: *old.add(at) });
        }
        alloc::free((*array).data, old_capacity * 8);
        (*array).data = new.cast();
        (*array).capacity = (size / 16) as u32;
        set_kind(array, ArrayKind::Values);
    }
}

/// Any array becomes a hash with room for `extra` more entries.
#[cold]
#[inline(never)]
pub(super) unsafe fn to_hash(array: *mut ArrayHeader, extra: usize) {
    // SAFETY: the old list is read, then its block freed; the values move.
    unsafe {
        if kind(array) == ArrayKind::Hash {
            return;
        }
        let length = (*array).length as usize;
        let (mut old, old_kind) = (std::ptr::read(array), kind(array));
        // An empty array keeps the hint of `with_capacity` in `mask`.
        let hint = if old_kind == ArrayKind::Empty { old.mask as usize } else { 0 };
        start_hash(array, (length + extra).max(hint));
        for at in 0..length {
            let value = match old_kind {
                ArrayKind::Ints => RawValue { tag: Tag::INT, payload: *(old.data as *const u64).add(at) },
                ArrayKind::Floats => RawValue { tag: Tag::FLOAT, payload: *(old.data as *const u64).add(at) },
                _ => *(old.data as *const RawValue).add(at),
            };
            entry(array, at as u32).write(HashEntry { value, key: at as u64, hash: at as u32 & !HASH_STRING_KEY, next: NONE });
            link(array, at as u32);
        }
        free_data(&raw mut old);
    }
}

/// Replaces the block by an empty hash's; counts and index stay as they are.
pub(super) unsafe fn start_hash(array: *mut ArrayHeader, capacity: usize) {
    check_length(capacity);
    let capacity = ArrayHeader::hash_capacity(capacity);
    // SAFETY: a fresh block: entries, then the buckets.
    unsafe {
        (*array).data = alloc::allocate(capacity * element_size(ArrayKind::Hash));
        (*array).capacity = capacity as u32;
        (*array).index = (*array).data.add(capacity * size_of::<HashEntry>()).cast();
        (*array).mask = capacity as u32 - 1;
        // Eight buckets at a time: small hashes are many, and the call would cost more than the stores.
        for group in 0..capacity / BUCKETS {
            (*array).index.cast::<[u32; BUCKETS]>().add(group).write([NONE; BUCKETS]);
        }
        set_kind(array, ArrayKind::Hash);
    }
}

#[inline]
pub(crate) unsafe fn entry(array: *const ArrayHeader, at: u32) -> *mut HashEntry {
    // SAFETY: `at < capacity`.
    unsafe { (*array).data.cast::<HashEntry>().add(at as usize) }
}

#[inline]
unsafe fn link(array: *mut ArrayHeader, at: u32) {
    // SAFETY: the entry is filled.
    unsafe {
        let entry = entry(array, at);
        let bucket = (*array).index.add(((*entry).hash & (*array).mask) as usize);
        (*entry).next = *bucket;
        *bucket = at;
    }
}

/// An int key's hash.
#[inline]
pub(super) fn hash_int(key: i64) -> u32 {
    (key as u64 ^ (key as u64 >> 31)) as u32 & !HASH_STRING_KEY
}

#[inline]
pub(super) unsafe fn find_int(array: *const ArrayHeader, key: i64) -> u32 {
    // SAFETY: a hash; chains end.
    unsafe {
        let mut at = *(*array).index.add((hash_int(key) & (*array).mask) as usize);
        while at != NONE {
            let entry = entry(array, at);
            if (*entry).key == key as u64 && (*entry).hash & HASH_STRING_KEY == 0 {
                return at;
            }
            at = (*entry).next;
        }
        NONE
    }
}

#[inline]
pub(super) unsafe fn find_str(array: *const ArrayHeader, key: &Str) -> u32 {
    let hash = key.hash() | HASH_STRING_KEY;
    // SAFETY: a hash; chains end; string entries own their keys.
    unsafe {
        let mut at = *(*array).index.add((hash & (*array).mask) as usize);
        while at != NONE {
            let entry = entry(array, at);
            if (*entry).hash == hash
                && ((*entry).key == key.as_ptr() as u64 || Str::ref_from((&raw const (*entry).key).cast()).same_bytes(key))
            {
                return at;
            }
            at = (*entry).next;
        }
        NONE
    }
}

pub(super) unsafe fn find_bytes(array: *const ArrayHeader, key: &[u8]) -> u32 {
    let hash = crate::string::hash_bytes(key) | HASH_STRING_KEY;
    // SAFETY: as above.
    unsafe {
        let mut at = *(*array).index.add((hash & (*array).mask) as usize);
        while at != NONE {
            let entry = entry(array, at);
            if (*entry).hash == hash && Str::ref_from((&raw const (*entry).key).cast()).as_bytes() == key {
                return at;
            }
            at = (*entry).next;
        }
        NONE
    }
}

/// Appends an entry under a key that is not there; owns `value`, retains the key. The entry's number.
#[inline]
pub(super) unsafe fn insert(array: *mut ArrayHeader, key: Key<'_>, value: Value) -> u32 {
    // SAFETY: a unique hash.
    unsafe {
        if (*array).used == (*array).capacity {
            grow_hash(array);
        }
        let at = (*array).used;
        let (hash, key) = match key {
            Key::Int(int) => {
                if int >= (*array).next_index {
                    (*array).next_index = int.saturating_add(1);
                }
                (hash_int(int), int as u64)
            }
            Key::Str(text) => (text.hash() | HASH_STRING_KEY, text.clone().into_ptr() as u64),
        };
        entry(array, at).write(HashEntry { value: value.into_raw(), key, hash, next: NONE });
        link(array, at);
        (*array).used = at + 1;
        (*array).length += 1;
        at
    }
}

/// Closes the holes if there are many, else doubles.
#[cold]
#[inline(never)]
unsafe fn grow_hash(array: *mut ArrayHeader) {
    // SAFETY: a unique hash; entries move bitwise.
    unsafe {
        if (*array).length + ((*array).length >> 5) < (*array).used {
            compact(array);
            return;
        }
        resize_hash(array, (*array).capacity as usize * 2);
    }
}

pub(super) unsafe fn resize_hash(array: *mut ArrayHeader, capacity: usize) {
    // SAFETY: as above; the new capacity holds all used entries.
    unsafe {
        let mut old = std::ptr::read(array);
        start_hash(array, capacity);
        std::ptr::copy_nonoverlapping(old.data, (*array).data, old.used as usize * size_of::<HashEntry>());
        free_data(&raw mut old);
        relink(array);
    }
}

unsafe fn relink(array: *mut ArrayHeader) {
    // SAFETY: all used entries are filled or holes.
    unsafe {
        for at in 0..(*array).used {
            if (*entry(array, at)).value.tag != Tag::UNDEF {
                link(array, at);
            }
        }
    }
}

/// Moves the entries together; positions (the internal pointer and iterators) move along.
pub(super) unsafe fn compact(array: *mut ArrayHeader) {
    // SAFETY: a unique hash.
    unsafe {
        let (mask, index, entries) = ((*array).mask, (*array).index, (*array).data.cast::<HashEntry>());
        std::ptr::write_bytes(index.cast::<u8>(), 0xff, (mask as usize + 1) * 4);
        let (used, has_iterators, old_position) = ((*array).used, (*array).iterators != 0, (*array).position);
        let mut to = 0;
        let mut position = None;
        for from in 0..used {
            let mut moved = entries.add(from as usize).read();
            if moved.value.tag == Tag::UNDEF {
                continue;
            }
            if from >= old_position && position.is_none() {
                position = Some(to);
            }
            let bucket = index.add((moved.hash & mask) as usize);
            moved.next = *bucket;
            *bucket = to;
            entries.add(to as usize).write(moved);
            if has_iterators && from != to {
                super::iterate::moved(array, from, to);
            }
            to += 1;
        }
        (*array).position = position.unwrap_or(to);
        if has_iterators {
            super::iterate::moved(array, used, to);
        }
        (*array).used = to;
    }
}

/// Takes entry `at` out and returns its value; releases the key.
pub(super) unsafe fn remove(array: *mut ArrayHeader, at: u32) -> Value {
    // SAFETY: a unique hash with a filled entry `at`.
    unsafe {
        let gone = entry(array, at);
        let mut link = (*array).index.add(((*gone).hash & (*array).mask) as usize);
        while *link != at {
            link = &raw mut (*entry(array, *link)).next;
        }
        *link = (*gone).next;
        if (*gone).hash & HASH_STRING_KEY != 0 {
            drop(Str::from_ptr((*gone).key as *mut _));
        }
        let value = Value::from_raw(std::mem::replace(&mut (*gone).value, RawValue::UNDEF));
        (*array).length -= 1;
        let (old_used, mut next) = ((*array).used, at + 1);
        if next == old_used {
            while (*array).used > 0 && (*entry(array, (*array).used - 1)).value.tag == Tag::UNDEF {
                (*array).used -= 1;
            }
        }
        if (*array).position == at || (*array).iterators != 0 {
            while next < (*array).used && (*entry(array, next)).value.tag == Tag::UNDEF {
                next += 1;
            }
            next = next.min((*array).used);
            if (*array).position == at {
                (*array).position = next;
            }
            if (*array).iterators != 0 {
                super::iterate::moved(array, at, next);
                super::iterate::clamp(array);
            }
        }
        (*array).position = (*array).position.min((*array).used);
        value
    }
}

/// A copy with count 1. References that only this array holds become values in the copy.
pub(super) unsafe fn duplicate(source: *const ArrayHeader) -> *mut ArrayHeader {
    // SAFETY: the source is not changed; the copy's values are retained.
    unsafe {
        let copy: *mut ArrayHeader = alloc::allocate(size_of::<ArrayHeader>()).cast();
        let kind = kind(source);
        let mut head = empty_header(1);
        head.next_index = (*source).next_index;
        head.header.flags = (*source).header.flags & FLAG_INERT;
        let length = (*source).length as usize;
        if length == 0 {
            copy.write(head);
            return copy;
        }
        head.position = (*source).position;
        head.length = length as u32;
        head.used = length as u32;
        copy.write(head);
        match kind {
            ArrayKind::Empty => {}
            ArrayKind::Ints | ArrayKind::Floats => {
                start_list(copy, kind, length);
                std::ptr::copy_nonoverlapping((*source).data, (*copy).data, length * 8);
            }
            ArrayKind::Values => {
                start_list(copy, kind, length);
                let (from, to) = ((*source).data as *const RawValue, (*copy).data as *mut RawValue);
                if (*source).header.flags & FLAG_INERT != 0 {
                    for at in 0..length {
                        let value = *from.add(at);
                        if value.tag.is_counted() {
                            // No reference is among them.
                            (*(value.payload as *mut Header)).count += 1;
                        }
                        to.add(at).write(value);
                    }
                } else {
                    for at in 0..length {
                        to.add(at).write(duplicate_value(*from.add(at), source));
                    }
                }
            }
            ArrayKind::Hash => duplicate_hash(source, copy),
        }
        if (*source).iterators != 0 {
            super::iterate::copied(source, copy);
        }
        copy
    }
}

unsafe fn duplicate_hash(source: *const ArrayHeader, copy: *mut ArrayHeader) {
    // SAFETY: called by `duplicate`.
    unsafe {
        let used = (*source).used;
        let capacity = ArrayHeader::hash_capacity(used as usize);
        if capacity == (*source).capacity as usize {
            // The buckets are taken over with the entries.
            let block = alloc::allocate(capacity * element_size(ArrayKind::Hash));
            if capacity == BUCKETS {
                // Of a fixed size, so without a call.
                type Block = [MaybeUninit<u8>; BUCKETS * element_size(ArrayKind::Hash)];
                *block.cast::<Block>() = *(*source).data.cast::<Block>();
            } else {
                std::ptr::copy_nonoverlapping((*source).data, block, capacity * element_size(ArrayKind::Hash));
            }
            (*copy).data = block;
            (*copy).capacity = capacity as u32;
            (*copy).index = block.add(capacity * size_of::<HashEntry>()).cast();
            (*copy).mask = (*source).mask;
            set_kind(copy, ArrayKind::Hash);
        } else {
            start_hash(copy, used as usize);
            std::ptr::copy_nonoverlapping((*source).data, (*copy).data, used as usize * size_of::<HashEntry>());
        }
        (*copy).used = used;
        let inert = (*source).header.flags & FLAG_INERT != 0;
        for at in 0..used {
            let taken = entry(copy, at);
            if (*taken).hash & HASH_STRING_KEY != 0 && (*taken).value.tag != Tag::UNDEF {
                (*((*taken).key as *mut Header)).count += 1;
            }
            if (*taken).value.tag.is_counted() {
                if inert {
                    // No reference is among them.
                    (*((*taken).value.payload as *mut Header)).count += 1;
                } else {
                    (*taken).value = duplicate_value((*taken).value, source);
                }
            }
        }
        if (*copy).capacity != (*source).capacity {
            relink(copy);
        }
    }
}

#[inline]
unsafe fn duplicate_value(value: RawValue, source: *const ArrayHeader) -> RawValue {
    if !value.tag.is_counted() {
        return value;
    }
    // SAFETY: counted values point to a header; a cell holds a valid value.
    unsafe {
        let header = value.payload as *mut Header;
        if value.tag == Tag::REFERENCE && (*header).count == 1 {
            let inner = (*(header as *const phpc_abi::layout::ReferenceHeader)).value;
            if inner.tag != Tag::ARRAY || inner.payload != source as u64 {
                return Value::from_borrowed(inner).into_raw();
            }
        }
        (*header).count += 1;
        value
    }
}

pub(super) fn check_length(length: usize) {
    if length > MAX_ELEMENTS {
        crate::diagnostics::fatal(&format!(
            "Possible integer overflow in memory allocation ({length} * {} + 0)",
            size_of::<HashEntry>()
        ));
    }
}
