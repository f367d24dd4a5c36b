//! PHP arrays: an ordered map with several layouts behind one interface.
//!
//! `Array` is a value: methods on `&self` never change it, methods on `&mut self` copy first if others hold it. Elements
//! read through [`Array::get`] and [`Array::iter`] look through references; `*_raw` methods show them.

mod edit;
pub mod iterate;
mod key;
pub(crate) mod raw;

pub use iterate::{Iter, RefIterator};
pub use key::{Key, OwnedKey, integer_key};

use crate::global::Global;
use crate::release;
use crate::value::Elem;
use crate::{Str, Value};
pub use phpc_abi::layout::ArrayKind;
use phpc_abi::layout::{ArrayHeader, FLAG_INERT, IMMORTAL};
use phpc_abi::value::{RawValue, Tag};
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

/// A PHP array.
#[repr(transparent)]
pub struct Array(NonNull<ArrayHeader>);

/// An entry's place in the array's order: a number below [`Array::used`]. Stays right until the array is changed, and
/// across `set` of existing keys.
pub type Position = u32;

static EMPTY: Global<ArrayHeader> = Global::new(raw::empty_header(IMMORTAL));

impl Array {
    /// The shared empty array.
    #[inline]
    pub fn new() -> Array {
        // SAFETY: a static array.
        unsafe { Array::retain(EMPTY.as_ptr()) }
    }

    /// An empty unique array. Room is made by the first `push`, since the kind depends on its value.
    pub fn with_capacity(capacity: usize) -> Array {
        let array = raw::new_header();
        // SAFETY: a fresh empty array; the hint lies where an Empty array has no capacity.
        unsafe {
            (*array).mask = capacity.min(1 << 20) as u32;
            Array::from_ptr(array)
        }
    }

    pub fn from_ints(ints: &[i64]) -> Array {
        // SAFETY: 8-byte elements of that kind.
        unsafe { Array::from_words(ArrayKind::Ints, ints.as_ptr().cast(), ints.len()) }
    }

    pub fn from_floats(floats: &[f64]) -> Array {
        // SAFETY: 8-byte elements of that kind.
        unsafe { Array::from_words(ArrayKind::Floats, floats.as_ptr().cast(), floats.len()) }
    }

    unsafe fn from_words(kind: ArrayKind, words: *const u8, length: usize) -> Array {
        if length == 0 {
            return Array::new();
        }
        let array = raw::new_header();
        // SAFETY: a fresh empty array; the caller's words.
        unsafe {
            raw::start_list(array, kind, length);
            std::ptr::copy_nonoverlapping(words, (*array).data, length * 8);
            (*array).length = length as u32;
            (*array).used = length as u32;
            (*array).next_index = length as i64;
            Array::from_ptr(array)
        }
    }

    /// # Safety
    /// `pointer` is an array of which the caller owns a count.
    #[inline]
    pub unsafe fn from_ptr(pointer: *mut ArrayHeader) -> Array {
        // SAFETY: the caller's promise.
        Array(unsafe { NonNull::new_unchecked(pointer) })
    }
    /// # Safety
    /// `pointer` is an array.
    #[inline]
    pub unsafe fn retain(pointer: *mut ArrayHeader) -> Array {
        // SAFETY: the caller's promise.
        unsafe {
            (*pointer).header.count += 1;
            Array::from_ptr(pointer)
        }
    }
    /// Views a pointer to an array as a handle.
    ///
    /// # Safety
    /// `pointer` points to a `*ArrayHeader` that lives for `'a`.
    #[inline]
    pub unsafe fn ref_from<'a>(pointer: *const *mut ArrayHeader) -> &'a Array {
        // SAFETY: the caller's promise.
        unsafe { &*pointer.cast() }
    }
    #[inline]
    pub fn as_ptr(&self) -> *mut ArrayHeader {
        self.0.as_ptr()
    }
    #[inline]
    pub fn into_ptr(self) -> *mut ArrayHeader {
        ManuallyDrop::new(self).0.as_ptr()
    }
    #[inline]
    pub fn ptr_eq(&self, other: &Array) -> bool {
        self.0 == other.0
    }

    #[inline]
    fn head(&self) -> &ArrayHeader {
        // SAFETY: the handle owns a count.
        unsafe { self.0.as_ref() }
    }
    #[inline]
    pub fn kind(&self) -> ArrayKind {
        // SAFETY: a live array.
        unsafe { raw::kind(self.0.as_ptr()) }
    }
    #[inline]
    pub fn len(&self) -> usize {
        self.head().length as usize
    }
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.head().length == 0
    }
    /// Entry numbers lie below this.
    #[inline]
    pub fn used(&self) -> Position {
        self.head().used
    }
    /// Keys are 0, 1, 2, … in order.
    pub fn is_list(&self) -> bool {
        self.kind() != ArrayKind::Hash || self.keys().enumerate().all(|(at, key)| key == Key::Int(at as i64))
    }
    #[inline]
    pub fn is_inert(&self) -> bool {
        self.head().header.flags & FLAG_INERT != 0
    }
    #[inline]
    pub fn is_unique(&self) -> bool {
        self.head().header.count == 1
    }
    /// The key that `[]` would take; `None` if it is exhausted.
    pub fn next_index(&self) -> i64 {
        self.head().next_index.max(0)
    }

    // Typed lists.

    #[inline]
    pub fn as_ints(&self) -> Option<&[i64]> {
        match self.kind() {
            // SAFETY: `length` ints lie there.
            ArrayKind::Ints => Some(unsafe { std::slice::from_raw_parts(self.head().data.cast(), self.len()) }),
            ArrayKind::Empty => Some(&[]),
            _ => None,
        }
    }
    #[inline]
    pub fn as_floats(&self) -> Option<&[f64]> {
        match self.kind() {
            // SAFETY: `length` floats lie there.
            ArrayKind::Floats => Some(unsafe { std::slice::from_raw_parts(self.head().data.cast(), self.len()) }),
            ArrayKind::Empty => Some(&[]),
            _ => None,
        }
    }
    /// The elements of a list of values, references included.
    #[inline]
    pub fn as_values(&self) -> Option<&[Value]> {
        match self.kind() {
            // SAFETY: `length` values lie there; `Value` is transparent.
            ArrayKind::Values => Some(unsafe { std::slice::from_raw_parts(self.head().data.cast(), self.len()) }),
            ArrayKind::Empty => Some(&[]),
            _ => None,
        }
    }

    // Looking up.

    /// The entry of a key.
    #[inline]
    pub fn find(&self, key: Key<'_>) -> Option<Position> {
        match key {
            Key::Int(int) => self.find_int(int),
            Key::Str(text) => self.find_str(text),
        }
    }
    #[inline]
    pub fn find_int(&self, key: i64) -> Option<Position> {
        if self.kind() != ArrayKind::Hash {
            return ((key as u64) < self.len() as u64).then_some(key as u32);
        }
        // SAFETY: a hash.
        let at = unsafe { raw::find_int(self.0.as_ptr(), key) };
        (at != raw::NONE).then_some(at)
    }
    /// The entry of a string key that is known not to look like an int.
    #[inline]
    pub fn find_str(&self, key: &Str) -> Option<Position> {
        if self.kind() != ArrayKind::Hash {
            return None;
        }
        // SAFETY: a hash.
        let at = unsafe { raw::find_str(self.0.as_ptr(), key) };
        (at != raw::NONE).then_some(at)
    }
    /// The same for bytes that are no `Str` yet.
    pub fn find_bytes(&self, key: &[u8]) -> Option<Position> {
        if self.kind() != ArrayKind::Hash {
            return None;
        }
        // SAFETY: a hash.
        let at = unsafe { raw::find_bytes(self.0.as_ptr(), key) };
        (at != raw::NONE).then_some(at)
    }
    #[inline]
    pub fn contains(&self, key: Key<'_>) -> bool {
        self.find(key).is_some()
    }

    #[inline]
    pub fn get(&self, key: Key<'_>) -> Option<Elem<'_>> {
        self.find(key).map(|at| self.value_at(at))
    }
    #[inline]
    pub fn get_int(&self, key: i64) -> Option<Elem<'_>> {
        self.find_int(key).map(|at| self.value_at(at))
    }
    #[inline]
    pub fn get_str(&self, key: &Str) -> Option<Elem<'_>> {
        self.find_str(key).map(|at| self.value_at(at))
    }
    /// The element under a name such as `b"flags"` (not one that looks like an int).
    pub fn get_bytes(&self, key: &[u8]) -> Option<Elem<'_>> {
        self.find_bytes(key).map(|at| self.value_at(at))
    }

    // Entries by position.

    /// The first filled entry at `from` or later.
    #[inline]
    pub fn next_from(&self, from: Position) -> Option<Position> {
        let head = self.head();
        if self.kind() != ArrayKind::Hash {
            return (from < head.used).then_some(from);
        }
        // SAFETY: entries below `used`.
        (from..head.used).find(|&at| unsafe { (*raw::entry(head, at)).value.tag != Tag::UNDEF })
    }
    /// The last filled entry before `before`.
    pub fn previous_from(&self, before: Position) -> Option<Position> {
        let head = self.head();
        let before = before.min(head.used);
        if self.kind() != ArrayKind::Hash {
            return before.checked_sub(1);
        }
        // SAFETY: entries below `used`.
        (0..before).rev().find(|&at| unsafe { (*raw::entry(head, at)).value.tag != Tag::UNDEF })
    }
    /// The key of a filled entry.
    #[inline]
    pub fn key_at(&self, at: Position) -> Key<'_> {
        if self.kind() != ArrayKind::Hash {
            return Key::Int(at as i64);
        }
        assert!(at < self.used());
        // SAFETY: an entry below `used`; string entries own their keys.
        unsafe {
            let entry = raw::entry(self.0.as_ptr(), at);
            if (*entry).hash & phpc_abi::layout::HASH_STRING_KEY != 0 {
                Key::Str(Str::ref_from((&raw const (*entry).key).cast()))
            } else {
                Key::Int((*entry).key as i64)
            }
        }
    }
    /// The words of an entry's value: a reference stays one, a hole is UNDEF.
    #[inline]
    pub fn raw_at(&self, at: Position) -> RawValue {
        assert!(at < self.used());
        let (data, at) = (self.head().data, at as usize);
        // SAFETY: `at` is below `used`.
        unsafe {
            match self.kind() {
                ArrayKind::Ints => RawValue { tag: Tag::INT, payload: *data.cast::<u64>().add(at) },
                ArrayKind::Floats => RawValue { tag: Tag::FLOAT, payload: *data.cast::<u64>().add(at) },
                ArrayKind::Values => *data.cast::<RawValue>().add(at),
                _ => (*data.cast::<phpc_abi::layout::HashEntry>().add(at)).value,
            }
        }
    }
    #[inline]
    pub fn value_at(&self, at: Position) -> Elem<'_> {
        // SAFETY: the array does not change while `self` is borrowed.
        unsafe { Elem::plain(self.raw_at(at)) }
    }
    /// Like [`Array::value_at`], but a reference stays one.
    #[inline]
    pub fn value_at_raw(&self, at: Position) -> Elem<'_> {
        // SAFETY: as above.
        unsafe { Elem::borrowed(self.raw_at(at)) }
    }

    pub fn first(&self) -> Option<(Key<'_>, Elem<'_>)> {
        self.next_from(0).map(|at| (self.key_at(at), self.value_at(at)))
    }
    pub fn last(&self) -> Option<(Key<'_>, Elem<'_>)> {
        self.previous_from(u32::MAX).map(|at| (self.key_at(at), self.value_at(at)))
    }

    // The internal pointer.

    /// The internal pointer's entry, moved over holes; `None` past the end.
    pub fn position(&self) -> Option<Position> {
        self.next_from(self.head().position)
    }
    /// Moves the internal pointer (copying the array if it is shared); `None`: past the end.
    pub fn set_position(&mut self, position: Option<Position>) {
        let at = position.unwrap_or(self.used());
        if at == self.head().position {
            return;
        }
        // SAFETY: unique now.
        unsafe { (*self.unique()).position = at };
    }

    // Copying.

    /// Makes the array unique.
    #[inline]
    pub fn unique(&mut self) -> *mut ArrayHeader {
        if self.head().header.count != 1 {
            self.separate();
        }
        self.0.as_ptr()
    }
    /// A shared array with references becomes a copy, in which those that nobody else has are values.
    pub fn own_references(&mut self) {
        if !self.is_unique() && !self.is_inert() && self.positions().any(|at| self.raw_at(at).tag == Tag::REFERENCE) {
            self.unique();
        }
    }
    #[cold]
    #[inline(never)]
    fn separate(&mut self) {
        // SAFETY: a live array; the copy is owned.
        *self = unsafe { Array::from_ptr(raw::duplicate(self.0.as_ptr())) };
    }
}

impl Clone for Array {
    #[inline]
    fn clone(&self) -> Array {
        // SAFETY: a live array.
        unsafe { Array::retain(self.0.as_ptr()) }
    }
}

impl Drop for Array {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: this handle owned one count.
        unsafe { release::release(RawValue { tag: Tag::ARRAY, payload: self.0.as_ptr() as u64 }) }
    }
}

impl Default for Array {
    fn default() -> Array {
        Array::new()
    }
}

impl std::fmt::Debug for Array {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.iter().map(|(key, value)| (key.to_value(), value.to_value()))).finish()
    }
}

impl<T: Into<Value>> FromIterator<T> for Array {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Array {
        let mut values = values.into_iter();
        let Some(first) = values.next() else { return Array::new() };
        let rest = values.size_hint().0;
        let mut array = Array::list_from(first.into(), rest);
        array.extend(values);
        array
    }
}

impl<T: Into<Value>> Extend<T> for Array {
    fn extend<I: IntoIterator<Item = T>>(&mut self, values: I) {
        for value in values {
            self.push(value.into());
        }
    }
}

#[cfg(test)]
mod tests;
