//! The compiler's allocator: free lists by size class over chunks that are never given back, each thread with its own.
//!
//! A compiler makes very many small vectors and lives shortly. A block goes to the lists of the thread that frees it,
//! wherever it came from; large blocks are the system's.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::UnsafeCell;
use std::ptr::null_mut;

pub(crate) struct Heap;

const ALIGN: usize = 16;
const MAX_SMALL: usize = 16 << 10;
/// 16, 32, … 512, then four steps for each doubling.
const CLASSES: usize = 32 + 20;
const CHUNK: usize = 1 << 20;

struct FreeBlock {
    next: *mut FreeBlock,
}

struct Pool {
    free: [*mut FreeBlock; CLASSES],
    bump: *mut u8,
    room: usize,
}

thread_local! {
    static POOL: UnsafeCell<Pool> = const { UnsafeCell::new(Pool { free: [null_mut(); CLASSES], bump: null_mut(), room: 0 }) };
}

#[inline]
const fn class_of(size: usize) -> usize {
    if size <= 512 {
        return if size == 0 { 0 } else { (size - 1) >> 4 };
    }
    let top = (size - 1).ilog2() as usize;
    32 + (top - 9) * 4 + (((size - 1) >> (top - 2)) & 3)
}

#[inline]
const fn class_size(class: usize) -> usize {
    if class < 32 {
        return (class + 1) << 4;
    }
    let (octave, step) = ((class - 32) / 4, (class - 32) % 4);
    (512 << octave) + ((step + 1) << (7 + octave))
}

#[inline]
fn is_small(layout: Layout) -> bool {
    layout.size() <= MAX_SMALL && layout.align() <= ALIGN
}

impl Pool {
    /// Null: the system has no more memory.
    #[inline]
    fn take(&mut self, class: usize) -> *mut u8 {
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
    unsafe fn put(&mut self, block: *mut u8, class: usize) {
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

#[inline]
fn with_pool<R>(run: impl FnOnce(&mut Pool) -> R) -> R {
    // SAFETY: the pool is this thread's alone, and `run` (`take` or `put`) allocates from the system only.
    POOL.with(|pool| run(unsafe { &mut *pool.get() }))
}

// SAFETY: blocks are of their class's size, 16-byte aligned, and in one list or with one owner; whether a block is pooled
// follows from its layout.
unsafe impl GlobalAlloc for Heap {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        match is_small(layout) {
            true => with_pool(|pool| pool.take(class_of(layout.size()))),
            // SAFETY: the caller's promise.
            false => unsafe { System.alloc(layout) },
        }
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise.
        unsafe {
            match is_small(layout) {
                true => with_pool(|pool| pool.put(block, class_of(layout.size()))),
                false => System.dealloc(block, layout),
            }
        }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise.
        unsafe {
            if !is_small(layout) {
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
            match (is_small(layout), is_small(new)) {
                (false, false) => return System.realloc(block, layout, size),
                (true, true) if class_of(layout.size()) == class_of(size) => return block,
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
        for size in 0..=MAX_SMALL {
            let class = class_of(size);
            assert!(class < CLASSES && class_size(class) >= size);
            assert!(class == 0 || class_size(class - 1) < size);
        }
    }
}
