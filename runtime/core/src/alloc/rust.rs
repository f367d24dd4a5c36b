//! The allocator of the runtime's own boxes and vectors: free lists by size class, not counted against `memory_limit`.
//!
//! The PHP thread has its lists to itself; other threads (they compile) share theirs under a lock. A block goes to the lists
//! of the thread that frees it, wherever it came from. Under `PHPC_ALLOC=debug` everything comes from the system, so that
//! valgrind sees each block.

use super::pool::{self, Pools, PooledHeap};
use super::{CLASSES, MAX_SMALL, debug};
use crate::global::Global;
use std::cell::Cell;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU8, Ordering};

/// To be named as `#[global_allocator]` by the libraries that programs are linked with.
pub type RustHeap = PooledHeap<ByThread>;

type Pool = pool::Pool<CLASSES, { 256 << 10 }>;

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

/// The PHP thread's pool, or that of all others.
pub struct ByThread;

// SAFETY: blocks move between callers and lists only; the mode is asked before the first block is given out, and stays.
unsafe impl Pools for ByThread {
    const LARGEST: usize = MAX_SMALL;

    #[inline]
    fn take(class: usize) -> Option<*mut u8> {
        with_pool(|pool| pool.take(class))
    }
    #[inline]
    unsafe fn put(block: *mut u8, class: usize) -> bool {
        // SAFETY: the caller's promise.
        with_pool(|pool| unsafe { pool.put(block, class) }).is_some()
    }
    #[inline]
    fn is_pooled() -> bool {
        is_pooled()
    }
}
