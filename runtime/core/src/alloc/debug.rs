//! `PHPC_ALLOC=debug`: each block comes from the system, freed ones are poisoned, kept for a while and looked at again, and
//! what lives at the end is counted. Under valgrind, which watches freed blocks itself, they go back at once.
//!
//! `PHPC_FAULT=leak` and `PHPC_FAULT=use-after-free` plant a fault, so that tests see it reported.

use crate::global::Global;
use std::collections::{BTreeSet, VecDeque};

const POISON: u8 = 0xdb;
/// Freed blocks kept, and the largest size of one.
const KEPT: usize = 4096;
const LARGEST: usize = 64 << 10;
/// The block that a planted fault strikes: any that a program surely uses.
const STRUCK: u64 = 20;

#[derive(Clone, Copy, PartialEq)]
enum Fault {
    None,
    Leak,
    UseAfterFree,
}

struct State {
    kept: VecDeque<(*mut u8, usize)>,
    /// Addresses of the kept blocks.
    addresses: BTreeSet<usize>,
    keeps: bool,
    fault: Fault,
    allocated: u64,
    freed: u64,
    /// Kept blocks that were written to, or freed again.
    misused: u64,
}

static STATE: Global<State> = Global::new(State {
    kept: VecDeque::new(),
    addresses: BTreeSet::new(),
    keeps: false,
    fault: Fault::None,
    allocated: 0,
    freed: 0,
    misused: 0,
});

/// [`is_wanted`] for those who must not allocate.
pub(super) fn is_wanted_early() -> bool {
    // SAFETY: a string with its end; the result is one too and not changed by anyone yet.
    unsafe {
        let mode = libc::getenv(c"PHPC_ALLOC".as_ptr());
        !mode.is_null() && std::ffi::CStr::from_ptr(mode) == c"debug"
    }
}

/// Reads the environment.
pub(super) fn is_wanted() -> bool {
    if !is_wanted_early() {
        return false;
    }
    let fault = match std::env::var("PHPC_FAULT").as_deref() {
        Ok("leak") => Fault::Leak,
        Ok("use-after-free") => Fault::UseAfterFree,
        _ => Fault::None,
    };
    let under_valgrind = std::env::var("LD_PRELOAD").is_ok_and(|libraries| libraries.contains("vgpreload"));
    STATE.with(|state| {
        state.fault = fault;
        state.keeps = !under_valgrind;
    });
    true
}

pub(super) fn allocated(block: *mut u8, size: usize) {
    let struck = STATE.with(|state| {
        state.allocated += 1;
        state.fault == Fault::UseAfterFree && state.allocated == STRUCK
    });
    if struck {
        // SAFETY: none: this is the planted fault.
        unsafe { give_back(block, size) };
    }
}

/// # Safety
/// The block came from malloc with this size; nothing uses it any more.
pub(super) unsafe fn freed(block: *mut u8, size: usize) {
    let struck = STATE.with(|state| {
        state.freed += 1;
        state.fault == Fault::Leak && state.freed == STRUCK
    });
    if struck {
        return super::php_heap.with(|heap| heap.live += 1);
    }
    if STATE.with(|state| state.addresses.contains(&(block as usize))) {
        return STATE.with(|state| state.misused += 1);
    }
    // SAFETY: the caller's promise.
    unsafe { give_back(block, size) }
}

unsafe fn give_back(block: *mut u8, size: usize) {
    // SAFETY: as for `freed`.
    unsafe {
        std::ptr::write_bytes(block, POISON, size);
        if size > LARGEST || !STATE.with(|state| state.keeps) {
            return libc::free(block.cast());
        }
    }
    let oldest = STATE.with(|state| {
        state.kept.push_back((block, size));
        state.addresses.insert(block as usize);
        if state.kept.len() > KEPT { state.kept.pop_front() } else { None }
    });
    if let Some((block, size)) = oldest {
        look(block, size);
    }
}

/// Was a kept block written to? Then it goes back to the system.
fn look(block: *mut u8, size: usize) {
    STATE.with(|state| state.addresses.remove(&(block as usize)));
    // SAFETY: a kept block of this size.
    let written = unsafe { std::slice::from_raw_parts(block, size) }.iter().any(|&byte| byte != POISON);
    if written {
        return STATE.with(|state| state.misused += 1);
    }
    // SAFETY: freed by the program before.
    unsafe { libc::free(block.cast()) };
}

pub(super) fn report(live: usize, used: usize) {
    while let Some((block, size)) = STATE.with(|state| state.kept.pop_front()) {
        look(block, size);
    }
    eprintln!("phpc: {live} blocks ({used} bytes) live at exit");
    let misused = STATE.with(|state| state.misused);
    if misused != 0 {
        eprintln!("phpc: {misused} blocks used after they were freed");
    }
}
