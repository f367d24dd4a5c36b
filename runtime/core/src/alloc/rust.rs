//! The allocator of the runtime's own boxes and vectors: free lists by size class, not counted against `memory_limit`.
//!
//! The PHP thread has its lists to itself; other threads (they compile) share theirs under a lock. A block goes to the lists
//! of the thread that frees it, wherever it came from. Under `PHPC_ALLOC=debug` everything comes from the system, so that
//! valgrind sees each block.

use super::{CLASSES, FreeBlock, MAX_SMALL, class_of, class_size, debug, usable};
use crate::global::Global;
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ptr::null_mut;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU8, Ordering};

/// To be named as `#[global_allocator]` by the libraries that programs are linked with.
pub struct RustHeap;

const CHUNK: usize = 256 << 10;
const ALIGN: usize = 16;

struct Pool {
    free: [*mut FreeBlock; CLASSES],
    bump: *mut u8,
    room: usize,
}

// SAFETY: a pool owns the free blocks it points to.
unsafe impl Send for Pool {}

impl Pool {
    const fn new() -> Pool {
        Pool { free: [null_mut(); CLASSES], bump: null_mut(), room: 0 }
    }

    /// # Safety
    /// The free lists hold free blocks of their class.
    #[inline]
    unsafe fn take(&mut self, class: usize) -> *mut u8 {
        let block = self.free[class];
        if block.is_null() {
            return self.carve(class_size(class));
        }
        // SAFETY: a free block.
        self.free[class] = unsafe { (*block).next };
        block.cast()
    }

    /// # Safety
    /// The block is of this class and nobody's any more.
    #[inline]
    unsafe fn put(&mut self, block: *mut u8, class: usize) {
        let block: *mut FreeBlock = block.cast();
        // SAFETY: the caller's promise.
        unsafe { (*block).next = self.free[class] };
        self.free[class] = block;
    }

    #[cold]
    #[inline(never)]
    fn carve(&mut self, size: usize) -> *mut u8 {
        if self.room < size {
            // SAFETY: a valid layout; what is left of the old chunk is given up.
            let chunk = unsafe { System.alloc(Layout::from_size_align_unchecked(CHUNK, ALIGN)) };
            if chunk.is_null() {
                return chunk;
            }
            (self.bump, self.room) = (chunk, CHUNK);
        }
        let block = self.bump;
        // SAFETY: there is room for `size` bytes.
        self.bump = unsafe { block.add(size) };
        self.room -= size;
        block
    }
}

static OWN: Global<Pool> = Global::new(Pool::new());
static SHARED: Mutex<Pool> = Mutex::new(Pool::new());

thread_local! {
    /// This is the PHP thread, and blocks are pooled.
    static OWNS_POOL: Cell<bool> = const { Cell::new(false) };
}

const UNKNOWN: u8 = 0;
const POOLED: u8 = 1;
const SYSTEM: u8 = 2;
static MODE: AtomicU8 = AtomicU8::new(UNKNOWN);

/// Asked before the first block is given out, so that the answer is one for all of them.
fn is_pooled() -> bool {
    match MODE.load(Ordering::Relaxed) {
        UNKNOWN => {
            let pooled = !debug::is_wanted_early();
            MODE.store(if pooled { POOLED } else { SYSTEM }, Ordering::Relaxed);
            pooled
        }
        mode => mode == POOLED,
    }
}

/// The calling thread is the PHP thread.
pub fn adopt_thread() {
    OWNS_POOL.set(is_pooled());
}

/// Runs `own` or `shared` on the calling thread's pool; None: there are no pools.
#[inline]
fn with_pool<R>(f: impl FnOnce(&mut Pool) -> R) -> Option<R> {
    if OWNS_POOL.get() {
        // `f` only moves blocks.
        return Some(OWN.with(f));
    }
    with_shared_pool(f)
}

#[cold]
#[inline(never)]
fn with_shared_pool<R>(f: impl FnOnce(&mut Pool) -> R) -> Option<R> {
    is_pooled().then(|| f(&mut SHARED.lock().unwrap_or_else(|poisoned| poisoned.into_inner())))
}

#[inline]
fn is_small(layout: Layout) -> bool {
    layout.size() <= MAX_SMALL && layout.align() <= ALIGN
}

// SAFETY: blocks are of their class's size, 16-byte aligned, and in one list or with one owner; whether a block is pooled
// follows from its layout and the mode, which do not change.
unsafe impl GlobalAlloc for RustHeap {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the lists are those of `put`; the caller's layout.
        unsafe {
            if is_small(layout)
                && let Some(block) = with_pool(|pool| pool.take(class_of(layout.size())))
            {
                return block;
            }
            System.alloc(layout)
        }
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise.
        unsafe {
            if is_small(layout) && with_pool(|pool| pool.put(block, class_of(layout.size()))).is_some() {
                return;
            }
            System.dealloc(block, layout);
        }
    }

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

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller's promise; the old block is left alone if there is no new one.
        unsafe {
            let new = Layout::from_size_align_unchecked(size, layout.align());
            match (is_small(layout), is_small(new)) {
                (false, false) => return System.realloc(block, layout, size),
                (true, true) if usable(layout.size()) == usable(size) && is_pooled() => return block,
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
