//! PHP strings: counted bytes with a cached hash and spare room.

use crate::alloc;
use crate::global::Global;
use crate::release;
pub use phpc_abi::hash::hash_bytes;
use phpc_abi::layout::{Header, IMMORTAL, STR_BYTES, StrHeader};
use phpc_abi::value::Tag;
use phpc_abi::hash::BytesSet;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::ptr::NonNull;

/// A PHP string. Reads like `&[u8]`; appending to a unique one is amortised O(1).
#[repr(transparent)]
pub struct Str(NonNull<StrHeader>);

/// The longest string; more is a fatal error.
pub const MAX_LENGTH: usize = (1 << 35) - 64;

const fn head(count: u32, length: u64, capacity8: u32) -> StrHeader {
    let header = Header { count, tag: Tag::STRING.0 as u8, kind: 0, flags: 0, gc: 0 };
    StrHeader { header, length, hash: 0, capacity8 }
}

/// A string of up to 8 bytes in static memory.
#[repr(C)]
struct Short {
    head: StrHeader,
    bytes: [u8; 8],
}

static EMPTY: Global<Short> = Global::new(Short { head: head(IMMORTAL, 0, 0), bytes: [0; 8] });
/// Known to emitted code (`layout::ONE_BYTE_STRINGS`).
#[unsafe(export_name = "php_one_byte_strings")]
static ONE_BYTE: Global<[Short; 256]> = Global::new({
    let mut all = [const { Short { head: head(IMMORTAL, 1, 0), bytes: [0; 8] } }; 256];
    let mut byte = 0;
    while byte < 256 {
        all[byte].bytes[0] = byte as u8;
        byte += 1;
    }
    all
});

impl Str {
    /// The shared empty string.
    #[inline]
    pub fn empty() -> Str {
        // SAFETY: a static string; retaining makes the handle's count.
        unsafe { Str::retain(EMPTY.as_ptr().cast()) }
    }

    /// The shared string of one byte.
    #[inline]
    pub fn byte(byte: u8) -> Str {
        // SAFETY: as above.
        unsafe { Str::retain(ONE_BYTE.as_ptr().cast::<Short>().add(byte as usize).cast()) }
    }

    /// A string of these bytes (shared if it has less than two).
    pub fn new(bytes: &[u8]) -> Str {
        match bytes {
            [] => Str::empty(),
            [byte] => Str::byte(*byte),
            _ => {
                let new = Str::allocate(bytes.len(), bytes.len());
                // SAFETY: room for them was made.
                unsafe { copy_bytes(bytes.as_ptr(), new.bytes_ptr(), bytes.len()) };
                new
            }
        }
    }

    /// An empty unique string with room for `capacity` bytes.
    pub fn with_capacity(capacity: usize) -> Str {
        Str::allocate(0, capacity)
    }

    /// A unique string of `length` bytes that the caller fills.
    #[inline]
    fn allocate(length: usize, capacity: usize) -> Str {
        check_length(capacity);
        let size = alloc::usable(STR_BYTES + capacity);
        let block = alloc::allocate(size);
        let first = 1 | Tag::STRING.0 << 32;
        let last = ((size - STR_BYTES) as u64 / 8) << 32;
        // SAFETY: a fresh block of `size` bytes. The head is written in whole words (narrow stores before a wide load of
        // the length would stall).
        unsafe {
            block.cast::<[u64; 3]>().write([first, length as u64, last]);
            Str(NonNull::new_unchecked(block.cast()))
        }
    }

    /// A string of `length` zero bytes to be filled through [`Str::make_mut`].
    pub fn zeroed(length: usize) -> Str {
        let new = Str::allocate(length, length);
        // SAFETY: room for them was made.
        unsafe { std::ptr::write_bytes(new.bytes_ptr(), 0, length) };
        new
    }

    /// All parts in one string, allocated once.
    pub fn concat(parts: &[&[u8]]) -> Str {
        let length = parts.iter().map(|part| part.len()).sum();
        if length < 2 {
            return Str::new(parts.iter().find(|part| !part.is_empty()).copied().unwrap_or(b""));
        }
        let new = Str::allocate(length, length);
        let mut at = new.bytes_ptr();
        for part in parts {
            // SAFETY: room for all was made.
            unsafe {
                copy_bytes(part.as_ptr(), at, part.len());
                at = at.add(part.len());
            }
        }
        new
    }

    /// Two strings in one.
    pub fn join(left: &Str, right: &Str) -> Str {
        if right.is_empty() {
            return left.clone();
        }
        if left.is_empty() {
            return right.clone();
        }
        Str::join_with_room(left, right, 0)
    }

    /// Two strings in a unique one with room for more bytes.
    #[inline]
    pub fn join_with_room(left: &Str, right: &Str, room: usize) -> Str {
        let (first, second) = (left.len(), right.len());
        let new = Str::allocate(first + second, first + second + room);
        // SAFETY: room for both was made.
        unsafe {
            copy_bytes(left.bytes_ptr(), new.bytes_ptr(), first);
            copy_bytes(right.bytes_ptr(), new.bytes_ptr().add(first), second);
        }
        new
    }

    /// # Safety
    /// `pointer` is a string of which the caller owns a count.
    #[inline]
    pub unsafe fn from_ptr(pointer: *mut StrHeader) -> Str {
        // SAFETY: the caller's promise.
        Str(unsafe { NonNull::new_unchecked(pointer) })
    }
    /// # Safety
    /// `pointer` is a string.
    #[inline]
    pub unsafe fn retain(pointer: *mut StrHeader) -> Str {
        // SAFETY: the caller's promise.
        unsafe {
            (*pointer).header.count += 1;
            Str::from_ptr(pointer)
        }
    }
    /// Views a pointer to a string as a handle.
    ///
    /// # Safety
    /// `pointer` points to a `*StrHeader` that lives for `'a`.
    #[inline]
    pub unsafe fn ref_from<'a>(pointer: *const *mut StrHeader) -> &'a Str {
        // SAFETY: the caller's promise.
        unsafe { &*pointer.cast() }
    }
    #[inline]
    pub fn as_ptr(&self) -> *mut StrHeader {
        self.0.as_ptr()
    }
    #[inline]
    pub fn into_ptr(self) -> *mut StrHeader {
        ManuallyDrop::new(self).0.as_ptr()
    }

    #[inline]
    fn head(&self) -> &StrHeader {
        // SAFETY: the handle owns a count.
        unsafe { self.0.as_ref() }
    }
    #[inline]
    unsafe fn head_mut(&mut self) -> &mut StrHeader {
        // SAFETY: the caller knows that it is unique.
        unsafe { self.0.as_mut() }
    }
    #[inline]
    fn bytes_ptr(&self) -> *mut u8 {
        // SAFETY: the bytes follow the head.
        unsafe { self.0.as_ptr().cast::<u8>().add(STR_BYTES) }
    }
    #[inline]
    pub fn len(&self) -> usize {
        self.head().length as usize
    }
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.head().length == 0
    }
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        // SAFETY: `length` bytes are initialised.
        unsafe { std::slice::from_raw_parts(self.bytes_ptr(), self.len()) }
    }
    #[inline]
    pub fn capacity(&self) -> usize {
        self.head().capacity8 as usize * 8
    }
    /// Lives as long as the process: a literal, a name.
    #[inline]
    pub fn is_immortal(&self) -> bool {
        self.head().header.count > IMMORTAL / 2
    }
    #[inline]
    pub fn is_unique(&self) -> bool {
        self.head().header.count == 1
    }
    /// For messages: the text, invalid UTF-8 replaced.
    pub fn to_text(&self) -> String {
        String::from_utf8_lossy(self).into_owned()
    }

    /// Are the bytes the same? For strings of the same hash, which mostly are: without a call where they are short.
    #[inline]
    pub fn same_bytes(&self, other: &Str) -> bool {
        let length = self.len();
        if length != other.len() {
            return false;
        }
        if !(8..=64).contains(&length) {
            return self.as_bytes() == other.as_bytes();
        }
        let (left, right) = (self.bytes_ptr(), other.bytes_ptr());
        // SAFETY: words within both strings' bytes.
        let differ = |at: usize| unsafe { left.add(at).cast::<u64>().read_unaligned() != right.add(at).cast::<u64>().read_unaligned() };
        !(0..length / 8).any(|word| differ(word * 8)) && !differ(length - 8)
    }

    /// The hash, computed once. Never 0, below 2³¹.
    #[inline]
    pub fn hash(&self) -> u32 {
        match self.head().hash {
            0 => self.compute_hash(),
            hash => hash,
        }
    }
    #[cold]
    fn compute_hash(&self) -> u32 {
        let hash = hash_bytes(self);
        // SAFETY: one thread; the field is a cache.
        unsafe { (*self.0.as_ptr()).hash = hash };
        hash
    }

    /// Appends in place if the string is unique and has room; else to a bigger or own copy.
    #[inline]
    pub fn push(&mut self, bytes: &[u8]) {
        let length = self.len() + bytes.len();
        if self.head().header.count != 1 || length > self.capacity() {
            if bytes.is_empty() {
                return;
            }
            self.reserve_copy(length);
        }
        // SAFETY: unique with room. `bytes` may be the old bytes of this string only if it was shared, and then they
        // still live; a unique string cannot be borrowed by the caller at the same time.
        unsafe { self.append_within(bytes) };
    }
    #[inline]
    pub fn push_byte(&mut self, byte: u8) {
        self.push(&[byte]);
    }
    /// Appends another string; takes it over without copying when this one is empty.
    #[inline]
    pub fn push_str(&mut self, other: &Str) {
        if self.is_empty() && self.capacity() < other.len() {
            *self = other.clone();
        } else if self.0 == other.0 {
            *self = Str::concat(&[other, other]);
        } else {
            self.push(other);
        }
    }

    /// Makes the string unique with room for `capacity` bytes in all.
    pub fn reserve(&mut self, capacity: usize) {
        if self.head().header.count != 1 || capacity > self.capacity() {
            self.reserve_copy(capacity);
        }
    }

    #[cold]
    #[inline(never)]
    fn reserve_copy(&mut self, needed: usize) {
        check_length(needed);
        let length = self.len();
        // A first append makes little room, later ones double.
        let capacity = if self.is_unique() { needed.max(length * 2) } else { needed };
        if self.is_unique() {
            let size = alloc::usable(STR_BYTES + capacity);
            // SAFETY: a unique string is a block of this size that nobody else sees.
            unsafe {
                let moved = alloc::reallocate(self.0.as_ptr().cast(), STR_BYTES + self.capacity(), size);
                self.0 = NonNull::new_unchecked(moved.cast());
                self.head_mut().capacity8 = ((size - STR_BYTES) / 8) as u32;
            }
        } else {
            let mut copy = Str::with_capacity(capacity.max(8));
            // SAFETY: room for them was made.
            unsafe { copy.append_within(self) };
            *self = copy;
        }
    }

    /// # Safety
    /// Unique, with room for `bytes`.
    #[inline]
    unsafe fn append_within(&mut self, bytes: &[u8]) {
        let length = self.len();
        // SAFETY: the caller's promise.
        unsafe {
            copy_bytes(bytes.as_ptr(), self.bytes_ptr().add(length), bytes.len());
            let head = self.head_mut();
            head.length = (length + bytes.len()) as u64;
            head.hash = 0;
            head.header.flags = 0;
        }
    }

    /// The bytes for writing; copies first if shared.
    pub fn make_mut(&mut self) -> &mut [u8] {
        if !self.is_unique() {
            self.reserve_copy(self.len());
        }
        // SAFETY: unique now.
        unsafe {
            let head = self.head_mut();
            head.hash = 0;
            head.header.flags = 0;
            std::slice::from_raw_parts_mut(self.bytes_ptr(), self.len())
        }
    }

    /// Cuts to `length` bytes.
    pub fn truncate(&mut self, length: usize) {
        if length >= self.len() {
            return;
        }
        if !self.is_unique() {
            *self = Str::new(&self[..length]);
            return;
        }
        // SAFETY: unique.
        unsafe {
            let head = self.head_mut();
            head.length = length as u64;
            head.hash = 0;
        }
    }

    /// The one immortal string of these bytes: for names that live as long as the process.
    pub fn intern(bytes: &[u8]) -> Str {
        static INTERNED: Global<Option<BytesSet<Str>>> = Global::new(None);
        if bytes.len() < 2 {
            return Str::new(bytes);
        }
        INTERNED.with(|table| {
            let table = table.get_or_insert_default();
            if let Some(known) = table.get(bytes) {
                return known.clone();
            }
            let new = Str::immortal(bytes);
            table.insert(new.clone());
            new
        })
    }

    /// A string outside the counted heap that is never freed.
    fn immortal(bytes: &[u8]) -> Str {
        let words = (STR_BYTES + bytes.len()).div_ceil(8);
        let block: &mut [u64] = Box::leak(vec![0u64; words].into_boxed_slice());
        let pointer: *mut StrHeader = block.as_mut_ptr().cast();
        // SAFETY: a leaked block of that size.
        unsafe {
            pointer.write(head(IMMORTAL, bytes.len() as u64, 0));
            std::ptr::copy_nonoverlapping(bytes.as_ptr(), pointer.cast::<u8>().add(STR_BYTES), bytes.len());
            Str::from_ptr(pointer)
        }
    }

    /// Frees the block.
    ///
    /// # Safety
    /// The count is 0.
    #[inline]
    pub(crate) unsafe fn free(pointer: *mut StrHeader) {
        // SAFETY: a string with a dropping count lies in a block of this size.
        unsafe { alloc::free(pointer.cast(), STR_BYTES + (*pointer).capacity8 as usize * 8) }
    }
}

/// Copies bytes; the short runs that most strings are without a call.
///
/// # Safety
/// As for [`std::ptr::copy_nonoverlapping`].
#[inline]
unsafe fn copy_bytes(from: *const u8, to: *mut u8, length: usize) {
    // SAFETY: the caller's promise; the first and the last word may overlap, and lie within the run.
    unsafe {
        match length {
            0 => {}
            1 => *to = *from,
            2..4 => {
                let last = from.add(length - 2).cast::<u16>().read_unaligned();
                to.cast::<u16>().write_unaligned(from.cast::<u16>().read_unaligned());
                to.add(length - 2).cast::<u16>().write_unaligned(last);
            }
            4..8 => {
                let last = from.add(length - 4).cast::<u32>().read_unaligned();
                to.cast::<u32>().write_unaligned(from.cast::<u32>().read_unaligned());
                to.add(length - 4).cast::<u32>().write_unaligned(last);
            }
            8..=16 => {
                let last = from.add(length - 8).cast::<u64>().read_unaligned();
                to.cast::<u64>().write_unaligned(from.cast::<u64>().read_unaligned());
                to.add(length - 8).cast::<u64>().write_unaligned(last);
            }
            _ => std::ptr::copy_nonoverlapping(from, to, length),
        }
    }
}

#[inline]
fn check_length(length: usize) {
    if length > MAX_LENGTH {
        too_long();
    }
}

#[cold]
fn too_long() -> ! {
    crate::diagnostics::fatal("Possible integer overflow in memory allocation")
}

impl Clone for Str {
    #[inline]
    fn clone(&self) -> Str {
        // SAFETY: a live string.
        unsafe { Str::retain(self.0.as_ptr()) }
    }
}

impl Drop for Str {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: this handle owned one count.
        unsafe { release::release_str(self.0.as_ptr()) }
    }
}

impl Deref for Str {
    type Target = [u8];
    #[inline]
    fn deref(&self) -> &[u8] {
        self.as_bytes()
    }
}
impl AsRef<[u8]> for Str {
    fn as_ref(&self) -> &[u8] {
        self
    }
}
impl std::borrow::Borrow<[u8]> for Str {
    fn borrow(&self) -> &[u8] {
        self
    }
}
impl PartialEq for Str {
    #[inline]
    fn eq(&self, other: &Str) -> bool {
        self.0 == other.0 || self.as_bytes() == other.as_bytes()
    }
}
impl Eq for Str {}
impl PartialEq<[u8]> for Str {
    fn eq(&self, other: &[u8]) -> bool {
        self.as_bytes() == other
    }
}
impl PartialEq<&str> for Str {
    fn eq(&self, other: &&str) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}
impl PartialOrd for Str {
    fn partial_cmp(&self, other: &Str) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Str {
    fn cmp(&self, other: &Str) -> std::cmp::Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}
impl std::hash::Hash for Str {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.as_bytes().hash(state);
    }
}
impl Default for Str {
    fn default() -> Str {
        Str::empty()
    }
}
impl std::fmt::Debug for Str {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", String::from_utf8_lossy(self))
    }
}
impl std::fmt::Display for Str {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&String::from_utf8_lossy(self))
    }
}
/// So that `write!(string, …)` appends.
impl std::fmt::Write for Str {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.push(text.as_bytes());
        Ok(())
    }
}
impl From<&str> for Str {
    fn from(text: &str) -> Str {
        Str::new(text.as_bytes())
    }
}
impl From<&[u8]> for Str {
    fn from(bytes: &[u8]) -> Str {
        Str::new(bytes)
    }
}
impl From<String> for Str {
    fn from(text: String) -> Str {
        Str::new(text.as_bytes())
    }
}
impl From<Vec<u8>> for Str {
    fn from(bytes: Vec<u8>) -> Str {
        Str::new(&bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn append_in_place_and_on_shared() {
        let mut a = Str::new(b"hello");
        let b = a.clone();
        a.push(b" world");
        assert_eq!((&a[..], &b[..]), (&b"hello world"[..], &b"hello"[..]));
        let block = a.as_ptr();
        a.push(b"!");
        a.push_str(&a.clone());
        assert_eq!(&a[..], b"hello world!hello world!");
        assert_ne!(block, std::ptr::null_mut());
    }

    #[test]
    fn hashes_are_cached_and_reset() {
        let mut a = Str::new(b"some key");
        let before = a.hash();
        assert_eq!(before, Str::new(b"some key").hash());
        a.make_mut()[0] = b'S';
        assert_ne!(a.hash(), before);
        assert!(Str::empty().hash() != 0);
    }

    #[test]
    fn interned_once() {
        assert_eq!(Str::intern(b"abc").as_ptr(), Str::intern(b"abc").as_ptr());
        assert_eq!(Str::byte(b'x').as_ptr(), Str::new(b"x").as_ptr());
    }
}
