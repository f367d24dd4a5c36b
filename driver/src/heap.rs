//! The compiler's allocator: free lists by size class over chunks that are never given back, each thread with its own.
//!
//! A compiler makes very many small vectors and lives shortly.

use phpc_core::alloc::pool::{self, Pools, PooledHeap, class_of};
use std::cell::UnsafeCell;

const LARGEST: usize = 16 << 10;
type Pool = pool::Pool<{ class_of(LARGEST) + 1 }, { 1 << 20 }>;

thread_local! {
    static POOL: UnsafeCell<Pool> = const { UnsafeCell::new(Pool::new()) };
}

pub(crate) type Heap = PooledHeap<EachThread>;

/// Every thread has a pool of its own.
pub(crate) struct EachThread;

#[inline]
fn with_pool<R>(run: impl FnOnce(&mut Pool) -> R) -> R {
    // SAFETY: the pool is this thread's alone, and `run` (`take` or `put`) allocates from the system only.
    POOL.with(|pool| run(unsafe { &mut *pool.get() }))
}

// SAFETY: blocks move between callers and lists only, and are always pooled.
unsafe impl Pools for EachThread {
    const LARGEST: usize = LARGEST;

    #[inline]
    fn take(class: usize) -> Option<*mut u8> {
        Some(with_pool(|pool| pool.take(class)))
    }
    #[inline]
    unsafe fn put(block: *mut u8, class: usize) -> bool {
        // SAFETY: the caller's promise.
        with_pool(|pool| unsafe { pool.put(block, class) });
        true
    }
    #[inline]
    fn is_pooled() -> bool {
        true
    }
}
