//! The cycle collector, in the manner of Bacon and Rajan as Zend has it: blocks whose count went down without reaching zero
//! are remembered as possible roots; when enough wait, counts inside the graph below them are taken away on trial, and what
//! is left without counts is garbage. All walks use work lists.

use crate::array::raw;
use crate::global::Global;
use crate::object::slots_of;
use crate::{Value, alloc, hooks, release, weak};
use phpc_abi::layout::{
    ArrayHeader, ArrayKind, FLAG_DESTRUCTED, FLAG_HAS_DESTRUCTOR, FLAG_INERT, FLAG_WEAKLY_REFERENCED, Header, IMMORTAL, ObjectHeader,
    ReferenceHeader,
};
use phpc_abi::value::{RawValue, Tag};
use std::time::{Duration, Instant};

// Values of `Header::gc`. 0: not known to the collector.
/// Waits in the buffer.
const BUFFERED: u8 = 1;
/// Waits in the buffer, and is being released.
pub(crate) const DYING: u8 = 2;
/// Waits in the buffer, released: only the block is left.
const DEAD: u8 = 3;
// While collecting:
const GREY: u8 = 4;
const WHITE: u8 = 5;
const BLACK: u8 = 6;
const GARBAGE: u8 = 7;

const DEFAULT_THRESHOLD: usize = 10_001;
const THRESHOLD_STEP: usize = 10_000;
const MAX_THRESHOLD: usize = 1_000_000_000;
/// A run that collects less than this makes runs rarer.
const FEW: usize = 100;
/// Dead blocks are looked for after this many new roots.
const SWEEP: usize = 256;

struct State {
    roots: Vec<*mut Header>,
    /// Roots before this were alive at the last sweep.
    swept: usize,
    threshold: usize,
    runs: usize,
    collected: usize,
    enabled: bool,
    active: bool,
    time: Duration,
}

static STATE: Global<State> = Global::new(State {
    roots: Vec::new(),
    swept: 0,
    threshold: DEFAULT_THRESHOLD,
    runs: 0,
    collected: 0,
    enabled: true,
    active: false,
    time: Duration::ZERO,
});

/// What `gc_status` tells.
pub struct Status {
    pub running: bool,
    pub runs: usize,
    pub collected: usize,
    pub threshold: usize,
    pub roots: usize,
    /// Seconds since the start, and of these the collector's.
    pub application_time: f64,
    pub collector_time: f64,
}

pub fn status() -> Status {
    sweep(0);
    STATE.with(|state| Status {
        running: state.active,
        runs: state.runs,
        collected: state.collected,
        threshold: state.threshold,
        roots: state.roots.len(),
        application_time: uptime(),
        collector_time: state.time.as_secs_f64(),
    })
}

/// Processor seconds of the process.
fn uptime() -> f64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the time is written to a live place.
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut time) };
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

pub fn enabled() -> bool {
    STATE.with(|state| state.enabled)
}
pub fn enable(on: bool) {
    STATE.with(|state| state.enabled = on);
}

/// A count went down without reaching zero, and the block is not in the buffer.
#[inline]
pub(crate) unsafe fn possible_root(header: *mut Header) {
    // SAFETY: a live block.
    unsafe {
        // Arrays that hold no other block are in no cycle.
        if (*header).tag as u64 != Tag::ARRAY.0 || (*header).flags & FLAG_INERT == 0 {
            add_root(header);
        }
    }
}

#[cold]
#[inline(never)]
unsafe fn add_root(header: *mut Header) {
    // SAFETY: a live block.
    unsafe {
        let header = match Tag((*header).tag as u64) {
            Tag::OBJECT => header,
            Tag::ARRAY if (*header).flags & FLAG_INERT == 0 => header,
            // What the cell holds is the root.
            Tag::REFERENCE => match collectable((*header.cast::<ReferenceHeader>()).value) {
                Some(inner) if (*inner).gc == 0 => inner,
                _ => return,
            },
            _ => return,
        };
        if (*header).count >= IMMORTAL / 2 {
            return;
        }
        (*header).gc = BUFFERED;
        let full = STATE.with(|state| {
            state.roots.push(header);
            state.roots.len() >= state.swept + SWEEP
        });
        if full {
            buffer_full(header);
        }
    }
}

/// Sweeps, and collects if there are still too many roots.
#[cold]
unsafe fn buffer_full(newest: *mut Header) {
    let start = STATE.with(|state| if state.roots.len() >= state.threshold { 0 } else { state.swept });
    sweep(start);
    let run = STATE.with(|state| state.roots.len() >= state.threshold && state.enabled && !state.active);
    if !run {
        return;
    }
    // SAFETY: the newest root is alive; it stays so during the run.
    unsafe {
        (*newest).count += 1;
        let count = collect();
        STATE.with(|state| {
            if count < FEW || state.roots.len() >= state.threshold {
                state.threshold = (state.threshold + THRESHOLD_STEP).min(MAX_THRESHOLD);
            } else if state.threshold > DEFAULT_THRESHOLD {
                state.threshold -= THRESHOLD_STEP;
            }
        });
        release::release(RawValue { tag: Tag((*newest).tag as u64), payload: newest as u64 });
    }
}

/// Frees the blocks that died while they waited in the buffer, from the root number `start` on.
fn sweep(start: usize) {
    STATE.with(|state| {
        let mut kept = start;
        for at in start..state.roots.len() {
            let header = state.roots[at];
            // SAFETY: blocks in the buffer are not freed by others.
            if unsafe { (*header).gc } == DEAD {
                // SAFETY: dead, and nothing else knows it.
                unsafe { free_dead(header) };
            } else {
                state.roots[kept] = header;
                kept += 1;
            }
        }
        state.roots.truncate(kept);
        state.swept = kept;
    });
}

unsafe fn free_dead(header: *mut Header) {
    // SAFETY: the caller's dead block.
    unsafe {
        match Tag((*header).tag as u64) {
            Tag::ARRAY => raw::free_blocks(header.cast()),
            Tag::OBJECT => release::free_object_block(header.cast()),
            _ => alloc::free(header.cast(), size_of::<ReferenceHeader>()),
        }
    }
}

/// A buffered block's children are released: the block stays until the next sweep.
pub(crate) unsafe fn died(header: *mut Header) {
    // SAFETY: the caller's dead block.
    unsafe { (*header).gc = DEAD }
}

/// Collects all garbage cycles; how many objects and arrays were freed.
pub fn collect_cycles() -> usize {
    if STATE.with(|state| state.active) {
        return 0;
    }
    collect()
}

fn collect() -> usize {
    let start = Instant::now();
    sweep(0);
    let roots = STATE.with(|state| {
        state.active = true;
        state.swept = 0;
        std::mem::take(&mut state.roots)
    });
    // SAFETY: `roots` are live blocks; counts are right; no user code runs before the garbage is found and retained.
    let count = unsafe {
        let (dying, roots): (Vec<*mut Header>, Vec<*mut Header>) = roots.into_iter().partition(|&root| (*root).gc != BUFFERED);
        STATE.with(|state| state.roots.extend(dying));
        // They are in no buffer any more.
        roots.iter().for_each(|&root| (*root).gc = 0);
        let garbage = find_garbage(&roots);
        let count = counted(&garbage);
        let spared = free_garbage(garbage);
        count - spared
    };
    STATE.with(|state| {
        state.active = false;
        if count > 0 {
            state.runs += 1;
        }
        state.collected += count;
        state.time += start.elapsed();
    });
    count
}

/// How many objects and arrays these are as PHP counts: neither references nor the tables of undeclared properties.
unsafe fn counted(garbage: &[*mut Header]) -> usize {
    // SAFETY: live blocks.
    unsafe {
        let mut count = 0;
        for &block in garbage {
            match Tag((*block).tag as u64) {
                Tag::ARRAY => count += 1,
                Tag::OBJECT => {
                    let dynamic = (*block.cast::<ObjectHeader>()).dynamic;
                    // One count is the object's, one is ours: then the table was counted above.
                    let own = !dynamic.is_null() && (*dynamic).header.flags & FLAG_INERT == 0 && (*dynamic).header.count == 2;
                    count += 1 - own as usize;
                }
                _ => {}
            }
        }
        count
    }
}

/// The block behind a value that can be part of a cycle.
#[inline]
unsafe fn collectable(value: RawValue) -> Option<*mut Header> {
    let header = value.payload as *mut Header;
    // SAFETY: counted values point to a header.
    unsafe {
        match value.tag {
            Tag::OBJECT | Tag::REFERENCE => Some(header),
            Tag::ARRAY if (*header).flags & FLAG_INERT == 0 => Some(header),
            _ => None,
        }
    }
}

/// Calls `visit` with each collectable child.
unsafe fn for_each_child(header: *mut Header, visit: &mut dyn FnMut(*mut Header)) {
    // SAFETY: a live block.
    unsafe {
        let mut value = |value: RawValue| {
            if let Some(child) = collectable(value) {
                visit(child);
            }
        };
        match Tag((*header).tag as u64) {
            Tag::REFERENCE => value((*header.cast::<ReferenceHeader>()).value),
            Tag::ARRAY => {
                let array: *mut ArrayHeader = header.cast();
                match raw::kind(array) {
                    ArrayKind::Values => {
                        for at in 0..(*array).used as usize {
                            value(*(*array).data.cast::<RawValue>().add(at));
                        }
                    }
                    ArrayKind::Hash => {
                        for at in 0..(*array).used {
                            value((*raw::entry(array, at)).value);
                        }
                    }
                    _ => {}
                }
            }
            _ => {
                let object: *mut ObjectHeader = header.cast();
                let mut native = false;
                for at in 0..(*object).slots as usize {
                    let slot = *slots_of(object).add(at);
                    native |= slot.tag == Tag::NATIVE;
                    value(slot);
                }
                if !(*object).dynamic.is_null() {
                    value(RawValue { tag: Tag::ARRAY, payload: (*object).dynamic as u64 });
                }
                if native {
                    hooks::visit_native(object, &mut value);
                }
            }
        }
    }
}

/// Finds what only cycles below the roots keep alive. The garbage is retained once, and all counts and marks are right again.
unsafe fn find_garbage(roots: &[*mut Header]) -> Vec<*mut Header> {
    let mut work: Vec<*mut Header> = Vec::new();
    // With the marks of before: blocks may wait in the buffer.
    let mut seen: Vec<(*mut Header, u8)> = Vec::new();
    // SAFETY: live blocks, no user code.
    unsafe {
        // Take away the counts from inside.
        for &root in roots {
            if (*root).gc != GREY {
                seen.push((root, (*root).gc));
                (*root).gc = GREY;
                work.push(root);
            }
            while let Some(block) = work.pop() {
                for_each_child(block, &mut |child| {
                    (*child).count -= 1;
                    if (*child).gc != GREY && (*child).gc != DYING {
                        seen.push((child, (*child).gc));
                        (*child).gc = GREY;
                        work.push(child);
                    }
                });
            }
        }
        // What still has a count lives, and gives back counts below; the rest is white.
        for &root in roots {
            work.push(root);
            while let Some(block) = work.pop() {
                if (*block).gc != GREY {
                    continue;
                }
                if (*block).count > 0 {
                    blacken(block);
                } else {
                    (*block).gc = WHITE;
                    for_each_child(block, &mut |child| work.push(child));
                }
            }
        }
        let garbage: Vec<*mut Header> = seen.iter().map(|entry| entry.0).filter(|&block| (*block).gc == WHITE).collect();
        for &block in &garbage {
            (*block).count += 1;
            for_each_child(block, &mut |child| (*child).count += 1);
        }
        for (block, mark) in seen {
            (*block).gc = mark;
        }
        garbage
    }
}

unsafe fn blacken(start: *mut Header) {
    // SAFETY: called by `find_garbage`.
    unsafe {
        let mut work = vec![start];
        (*start).gc = BLACK;
        while let Some(block) = work.pop() {
            for_each_child(block, &mut |child| {
                (*child).count += 1;
                if (*child).gc == GREY || (*child).gc == WHITE {
                    (*child).gc = BLACK;
                    work.push(child);
                }
            });
        }
    }
}

/// Runs destructors, then takes the garbage apart. Each block has one count of ours. Returns how many a destructor saved.
unsafe fn free_garbage(garbage: Vec<*mut Header>) -> usize {
    // SAFETY: our counts keep the blocks alive while user code runs.
    unsafe {
        let mut destructed = false;
        for &block in &garbage {
            if (*block).tag == Tag::OBJECT.0 as u8 && (*block).flags & (FLAG_HAS_DESTRUCTOR | FLAG_DESTRUCTED) == FLAG_HAS_DESTRUCTOR {
                destructed = true;
                (*block).flags |= FLAG_DESTRUCTED;
                let object = std::mem::ManuallyDrop::new(crate::Object::from_ptr(block.cast()));
                hooks::destruct(&object);
            }
        }
        let mut spared = 0;
        let garbage = if destructed { still_garbage(garbage, &mut spared) } else { garbage };
        // Destructors may have put some into the buffer, which frees them then.
        let marks: Vec<u8> = garbage.iter().map(|&block| (*block).gc).collect();
        for &block in &garbage {
            (*block).gc = GARBAGE;
        }
        for &block in &garbage {
            take_apart(block);
        }
        for (&block, mark) in garbage.iter().zip(marks) {
            (*block).gc = mark;
        }
        for block in garbage {
            release::release(RawValue { tag: Tag((*block).tag as u64), payload: block as u64 });
        }
        spared
    }
}

/// After destructors ran: keeps only what is still unreachable, gives up the counts on the rest.
unsafe fn still_garbage(garbage: Vec<*mut Header>, spared: &mut usize) -> Vec<*mut Header> {
    // SAFETY: live blocks by our counts.
    unsafe {
        // Our own counts must not look like outside ones.
        for &block in &garbage {
            (*block).count -= 1;
        }
        let alive: Vec<*mut Header> = garbage.iter().copied().filter(|&block| (*block).count > 0 && (*block).gc != DYING).collect();
        let again = find_garbage_among(&alive);
        let mut kept = Vec::new();
        for &block in &garbage {
            if (*block).count == 0 {
                // Nobody but us: a destructor cut it loose.
                (*block).count = 1;
                kept.push(block);
            } else if again.contains(&(block as usize)) {
                kept.push(block);
            } else if (*block).tag != Tag::REFERENCE.0 as u8 {
                *spared += 1;
            }
        }
        kept
    }
}

/// [`find_garbage`] by address.
unsafe fn find_garbage_among(blocks: &[*mut Header]) -> std::collections::BTreeSet<usize> {
    // SAFETY: live blocks.
    unsafe {
        find_garbage(blocks).into_iter().map(|block| block as usize).collect()
    }
}

/// Releases what a garbage block holds; the block itself stays.
unsafe fn take_apart(block: *mut Header) {
    // SAFETY: our count keeps the block; its contents are moved out before they are released.
    unsafe {
        match Tag((*block).tag as u64) {
            Tag::REFERENCE => {
                let cell: *mut ReferenceHeader = block.cast();
                if !(*cell).sources.is_null() {
                    hooks::forget_reference_sources(cell);
                }
                drop(Value::from_raw(std::mem::replace(&mut (*cell).value, RawValue::NULL)));
            }
            Tag::ARRAY => {
                let mut array = std::mem::ManuallyDrop::new(crate::Array::from_ptr(block.cast()));
                // The values move to an array of their own, which dies here.
                let contents = array.take_contents();
                drop(contents);
            }
            _ => {
                let object: *mut ObjectHeader = block.cast();
                if (*block).flags & FLAG_WEAKLY_REFERENCED != 0 {
                    (*block).flags &= !FLAG_WEAKLY_REFERENCED;
                    weak::died(object);
                }
                hooks::free_native(object);
                let dynamic = std::mem::replace(&mut (*object).dynamic, std::ptr::null_mut());
                if !dynamic.is_null() {
                    drop(crate::Array::from_ptr(dynamic));
                }
                for at in 0..(*object).slots as usize {
                    drop(Value::from_raw(std::mem::replace(&mut *slots_of(object).add(at), RawValue::UNDEF)));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
