//! The allocator of the one PHP thread: size-class free lists over big chunks, large blocks from the system, and the
//! accounting behind `memory_limit` and `memory_get_usage`.
//!
//! Blocks carry no head of their own: who frees says the size, which every kind of block knows from its own header.
//! `PHPC_ALLOC=debug` takes each block from the system and counts the live ones; see `debug`.

mod debug;
pub mod pool;
pub mod rust;

use crate::global::Global;
use crate::{pending, stack};
use pool::{FreeBlock, class_of, class_size};
use std::ptr::null_mut;

/// Largest size served from free lists.
pub const MAX_SMALL: usize = 4096;
pub const CLASSES: usize = class_of(MAX_SMALL) + 1;
const CHUNK: usize = 1 << 20;

/// The heap's state; emitted code that allocates inline reads `free`.
#[repr(C)]
pub struct Heap {
    pub free: [*mut FreeBlock; CLASSES],
    /// Bytes in blocks handed out.
    pub used: usize,
    peak: usize,
    /// Bytes taken from the system.
    real: usize,
    real_peak: usize,
    limit: usize,
    bump: *mut u8,
    bump_end: *mut u8,
    mode: Mode,
    live: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Unknown,
    Pooled,
    Debug,
}

#[unsafe(no_mangle)]
static php_heap: Global<Heap> = Global::new(Heap {
    free: [null_mut(); CLASSES],
    used: 0,
    peak: 0,
    real: 0,
    real_peak: 0,
    limit: 128 << 20,
    bump: null_mut(),
    bump_end: null_mut(),
    mode: Mode::Unknown,
    live: 0,
});

/// The bytes that a request for `size` really gets: use them as capacity.
#[inline]
pub const fn usable(size: usize) -> usize {
    if size <= MAX_SMALL { class_size(class_of(size)) } else { (size + 15) & !15 }
}

/// A block of at least `size` bytes, 16-byte aligned, not initialised.
#[inline]
pub fn allocate(size: usize) -> *mut u8 {
    // SAFETY: the free lists hold free blocks of their class.
    unsafe {
        let heap = php_heap.as_ptr();
        if size <= MAX_SMALL {
            let class = class_of(size);
            let block = (*heap).free[class];
            if !block.is_null() {
                (*heap).free[class] = (*block).next;
                (*heap).used += class_size(class);
                return block.cast();
            }
        }
        allocate_slow(size)
    }
}

/// Gives back a block.
///
/// # Safety
/// `block` came from [`allocate`] with a size of the same [`usable`] size, and nothing uses it any more.
#[inline]
pub unsafe fn free(block: *mut u8, size: usize) {
    // SAFETY: the caller's promise.
    unsafe {
        let heap = php_heap.as_ptr();
        if size <= MAX_SMALL && (*heap).mode == Mode::Pooled {
            let class = class_of(size);
            let block: *mut FreeBlock = block.cast();
            (*block).next = (*heap).free[class];
            (*heap).free[class] = block;
            (*heap).used -= class_size(class);
            return;
        }
        free_slow(block, size)
    }
}

/// Moves a block to one of another size, keeping the first `min(old, new)` bytes.
///
/// # Safety
/// As for [`free`].
pub unsafe fn reallocate(block: *mut u8, old: usize, new: usize) -> *mut u8 {
    if usable(old) == usable(new) {
        return block;
    }
    // SAFETY: the caller's promise.
    unsafe {
        if old > MAX_SMALL && new > MAX_SMALL && (*php_heap.as_ptr()).mode == Mode::Pooled {
            return reallocate_large(block, old, new);
        }
        let moved = allocate(new);
        std::ptr::copy_nonoverlapping(block, moved, old.min(new));
        free(block, old);
        moved
    }
}

unsafe fn reallocate_large(block: *mut u8, old: usize, new: usize) -> *mut u8 {
    let (old, new) = (usable(old), usable(new));
    if new > old {
        charge(new - old, new);
    } else {
        php_heap.with(|heap| heap.real -= old - new);
    }
    // SAFETY: a large block comes from malloc.
    let moved = unsafe { libc::realloc(block.cast(), new) };
    if moved.is_null() {
        out_of_memory(new);
    }
    php_heap.with(|heap| {
        heap.used = heap.used + new - old;
        heap.peak = heap.peak.max(heap.used);
    });
    moved.cast()
}

#[cold]
#[inline(never)]
fn allocate_slow(size: usize) -> *mut u8 {
    if php_heap.with(|heap| heap.mode) == Mode::Unknown {
        let debug = debug::is_wanted();
        php_heap.with(|heap| heap.mode = if debug { Mode::Debug } else { Mode::Pooled });
    }
    let debug = php_heap.with(|heap| heap.mode) == Mode::Debug;
    if size <= MAX_SMALL && !debug {
        return refill(class_of(size));
    }
    let size = usable(size);
    charge(size, size);
    // SAFETY: plain malloc.
    let block: *mut u8 = unsafe { libc::malloc(size) }.cast();
    if block.is_null() {
        out_of_memory(size);
    }
    php_heap.with(|heap| {
        heap.used += size;
        heap.peak = heap.peak.max(heap.used);
        heap.live += 1;
    });
    if debug {
        debug::allocated(block, size);
    }
    block
}

#[cold]
#[inline(never)]
unsafe fn free_slow(block: *mut u8, size: usize) {
    let size = usable(size);
    let debug = php_heap.with(|heap| {
        heap.used -= size;
        heap.real -= size;
        heap.live -= 1;
        heap.mode == Mode::Debug
    });
    // SAFETY: such a block comes from malloc with this size.
    unsafe {
        match debug {
            true => debug::freed(block, size),
            false => libc::free(block.cast()),
        }
    }
}

/// Carves a run of blocks of a class from the current chunk, returns the first and puts the rest on the free list.
fn refill(class: usize) -> *mut u8 {
    let size = class_size(class);
    let count = (2048 / size).max(1);
    let room = php_heap.with(|heap| heap.bump_end as usize - heap.bump as usize);
    let run = if room >= size { count.min(room / size) } else { new_chunk(); count };
    php_heap.with(|heap| {
        let first = heap.bump;
        // SAFETY: `run` blocks fit into the chunk's rest.
        unsafe {
            heap.bump = first.add(run * size);
            for number in 1..run {
                let block: *mut FreeBlock = first.add(number * size).cast();
                (*block).next = if number + 1 < run { first.add((number + 1) * size).cast() } else { null_mut() };
            }
            heap.free[class] = if run > 1 { first.add(size).cast() } else { null_mut() };
        }
        heap.used += size;
        heap.peak = heap.peak.max(heap.used);
        first
    })
}

fn new_chunk() {
    charge(CHUNK, CHUNK);
    // SAFETY: an anonymous mapping.
    let chunk = unsafe {
        libc::mmap(null_mut(), CHUNK, libc::PROT_READ | libc::PROT_WRITE, libc::MAP_PRIVATE | libc::MAP_ANONYMOUS, -1, 0)
    };
    if chunk == libc::MAP_FAILED {
        out_of_memory(CHUNK);
    }
    php_heap.with(|heap| {
        heap.bump = chunk.cast();
        // SAFETY: the end of the mapping.
        heap.bump_end = unsafe { heap.bump.add(CHUNK) };
    });
}

/// Adds to what was taken from the system. Passing the limit raises a flag that is handled when the primitive returns; a
/// request that alone is too large, or far too much in one primitive, is refused now.
fn charge(bytes: usize, request: usize) {
    let (real, limit) = php_heap.with(|heap| {
        heap.real += bytes;
        heap.real_peak = heap.real_peak.max(heap.real);
        (heap.real, heap.limit)
    });
    if real <= limit {
        return;
    }
    stack::reclaim();
    let real = php_heap.with(|heap| heap.real);
    if real <= limit {
        return;
    }
    if request > limit || real > limit.saturating_add(limit / 4).saturating_add(16 << 20) || request >= limit / 2 {
        php_heap.with(|heap| heap.real -= bytes);
        exhausted(request);
    }
    EXHAUSTED.set(request);
    pending::raise(pending::MEMORY);
}

static EXHAUSTED: Global<usize> = Global::new(0);

/// Ends the program with PHP's message; `request` 0: the one that raised the flag.
#[cold]
pub fn raise_exhausted(request: usize) -> ! {
    exhausted(if request == 0 { EXHAUSTED.get() } else { request })
}

#[cold]
fn exhausted(request: usize) -> ! {
    let limit = php_heap.with(|heap| {
        let limit = heap.limit;
        // The message and the shutdown functions need room.
        heap.limit = usize::MAX;
        limit
    });
    pending::clear(pending::MEMORY);
    crate::diagnostics::fatal(&format!(
        "Allowed memory size of {limit} bytes exhausted (tried to allocate {request} bytes)"
    ))
}

#[cold]
fn out_of_memory(request: usize) -> ! {
    php_heap.with(|heap| heap.limit = usize::MAX);
    crate::diagnostics::fatal(&format!("Out of memory (tried to allocate {request} bytes)"))
}

/// Sets `memory_limit` in bytes; `None` lifts it. False if more than that is already in use.
pub fn set_limit(limit: Option<usize>) -> bool {
    php_heap.with(|heap| {
        let limit = limit.unwrap_or(usize::MAX);
        if heap.real > limit.max(2 << 20) {
            return false;
        }
        heap.limit = limit.max(2 << 20);
        true
    })
}

/// Charges memory that is not a block (the PHP stack) to the limit.
pub fn charge_external(bytes: usize) {
    charge(bytes, bytes);
}

pub fn discharge_external(bytes: usize) {
    php_heap.with(|heap| heap.real -= bytes);
}

/// `memory_get_usage($real)`.
pub fn usage(real: bool) -> usize {
    php_heap.with(|heap| if real { heap.real } else { heap.used })
}

/// `memory_get_peak_usage($real)`.
pub fn peak_usage(real: bool) -> usize {
    php_heap.with(|heap| if real { heap.real_peak } else { heap.peak.max(heap.used) })
}

pub fn reset_peak_usage() {
    php_heap.with(|heap| {
        heap.peak = heap.used;
        heap.real_peak = heap.real;
    });
}

/// Under `PHPC_ALLOC=debug`: says on stderr how many blocks are still live. Called last.
pub fn report_live() {
    let (debug, live, used) = php_heap.with(|heap| (heap.mode == Mode::Debug, heap.live, heap.used));
    if debug {
        debug::report(live, used);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_cover_all_sizes() {
        for size in 1..=MAX_SMALL {
            let class = class_of(size);
            assert!(class < CLASSES);
            assert!(class_size(class) >= size, "{size}");
            assert!(class == 0 || class_size(class - 1) < size, "{size}");
            assert_eq!(usable(usable(size)), usable(size));
        }
    }

    #[test]
    fn blocks_are_reused() {
        let block = allocate(40);
        // SAFETY: just allocated.
        unsafe { free(block, 48) };
        assert_eq!(allocate(33), block);
        // SAFETY: just allocated.
        unsafe { free(block, 33) };
    }
}
