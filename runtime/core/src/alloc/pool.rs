//! Size classes, and heaps of free lists by class for Rust's own boxes and vectors.

use std::alloc::{GlobalAlloc, Layout, System};
use std::marker::PhantomData;
use std::ptr::null_mut;

pub(super) const ALIGN: usize = 16;

#[repr(C)]
pub struct FreeBlock {
    pub(super) next: *mut FreeBlock,
}

/// 16, 32, … 512, then four steps for each doubling.
#[inline]
pub const fn class_of(size: usize) -> usize {
    if size <= 512 {
        return if size == 0 { 0 } else { (size - 1) >> 4 };
    }
    let top = (size - 1).ilog2() as usize;
    32 + (top - 9) * 4 + (((size - 1) >> (top - 2)) & 3)
}

/// Bytes of a class's blocks.
#[inline]
pub const fn class_size(class: usize) -> usize {
    if class < 32 {
        return (class + 1) << 4;
    }
    let (octave, step) = ((class - 32) / 4, (class - 32) % 4);
    (512 << octave) + ((step + 1) << (7 + octave))
}

/// Free blocks by class, carved from chunks of the system's that are never given back.
pub struct Pool<const CLASSES: usize, const CHUNK: usize> {
    free: [*mut FreeBlock; CLASSES],
    bump: *mut u8,
    room: usize,
}

// SAFETY: a pool owns the free blocks it points to.
unsafe impl<const CLASSES: usize, const CHUNK: usize> Send for Pool<CLASSES, CHUNK> {}

impl<const CLASSES: usize, const CHUNK: usize> Default for Pool<CLASSES, CHUNK> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const CLASSES: usize, const CHUNK: usize> Pool<CLASSES, CHUNK> {
    pub const fn new() -> Self {
        Pool { free: [null_mut(); CLASSES], bump: null_mut(), room: 0 }
    }

    /// A block; null: the system has no more memory.
    #[inline]
    pub fn take(&mut self, class: usize) -> *mut u8 {
        let block = self.free[class];
        if block.is_null() {
            return self.carve(class_size(class));
        }
        // SAFETY: the lists hold free blocks, which begin with the next one's address.
        self.free[class] = unsafe { (*block).next };
        block.cast()
    }

    /// # Safety
    /// The block is of this class and nobody's any more.
    #[inline]
    pub unsafe fn put(&mut self, block: *mut u8, class: usize) {
        let block: *mut FreeBlock = block.cast();
        // SAFETY: the caller's promise; the smallest class has room for an address.
        unsafe { (*block).next = self.free[class] };
        self.free[class] = block;
    }

    #[inline]
    fn carve(&mut self, size: usize) -> *mut u8 {
        if self.room < size && !self.refill() {
            return null_mut();
        }
        let block = self.bump;
        // SAFETY: the chunk has room for `size` bytes.
        self.bump = unsafe { block.add(size) };
        self.room -= size;
        block
    }

    #[cold]
    #[inline(never)]
    fn refill(&mut self) -> bool {
        // SAFETY: a valid layout. What is left of the old chunk is given up.
        let chunk = unsafe { System.alloc(Layout::from_size_align_unchecked(CHUNK, ALIGN)) };
        if !chunk.is_null() {
            (self.bump, self.room) = (chunk, CHUNK);
        }
        !chunk.is_null()
    }
}

/// Which pool a thread uses.
///
/// # Safety
/// `take` gives blocks of the class that are nobody's, or null, always or never; and what it gave may be `put`.
pub unsafe trait Pools {
    /// Larger blocks are the system's.
    const LARGEST: usize;
    /// None: blocks are not pooled, in the whole process.
    fn take(class: usize) -> Option<*mut u8>;
    /// False: as above.
    ///
    /// # Safety
    /// The block is of this class and nobody's any more.
    unsafe fn put(block: *mut u8, class: usize) -> bool;
    fn is_pooled() -> bool;
}

/// A global allocator over pools. A block goes to the pool of the thread that frees it, wherever it came from.
pub struct PooledHeap<P>(PhantomData<fn() -> P>);

impl<P: Pools> PooledHeap<P> {
    #[allow(clippy::new_without_default)]
    pub const fn new() -> PooledHeap<P> {
        PooledHeap(PhantomData)
    }
    #[inline]
    fn is_small(layout: Layout) -> bool {
        layout.size() <= P::LARGEST && layout.align() <= ALIGN
    }
}

// SAFETY: blocks are of their class's size, 16-byte aligned, and in one list or with one owner; whether a block is pooled
// follows from its layout and from what does not change.
unsafe impl<P: Pools> GlobalAlloc for PooledHeap<P> {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if Self::is_small(layout)
            && let Some(block) = P::take(class_of(layout.size()))
        {
            return block;
        }
        // SAFETY: the caller's layout.
        unsafe { System.alloc(layout) }
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise.
        unsafe {
            if Self::is_small(layout) && P::put(block, class_of(layout.size())) {
                return;
            }
            System.dealloc(block, layout);
        }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise.
        unsafe {
            if !Self::is_small(layout) {
                return System.alloc_zeroed(layout);
            }
            let block = self.alloc(layout);
            if !block.is_null() {
                block.write_bytes(0, layout.size());
            }
            block
        }
    }

    #[inline]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller's promise; the old block is left alone if there is no new one.
        unsafe {
            let new = Layout::from_size_align_unchecked(size, layout.align());
            match (Self::is_small(layout), Self::is_small(new)) {
                (false, false) => return System.realloc(block, layout, size),
                (true, true) if class_of(layout.size()) == class_of(size) && P::is_pooled() => return block,
                _ => {}
            }
            let moved = self.alloc(new);
            if !moved.is_null() {
                std::ptr::copy_nonoverlapping(block, moved, layout.size().min(size));
                self.dealloc(block, layout);
            }
            moved
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_hold_what_they_are_for() {
        for size in 0..=64 << 10 {
            let class = class_of(size);
            assert!(class_size(class) >= size, "{size}");
            assert!(class == 0 || class_size(class - 1) < size, "{size}");
        }
    }
}
