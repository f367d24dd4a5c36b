//! The stack that PHP code runs on: a large reserve of our own whose use counts towards `memory_limit`.
//!
//! Emitted functions compare the stack pointer with `php_stack_limit` on entry. Passing it is no error yet: [`overflow`]
//! charges the next piece to the memory limit and moves the limit on, so that deep recursion ends as PHP's memory fatal
//! (exact 4.3) and what PHP survives we survive.

use crate::global::Global;
use crate::pending::{self, Result};
use crate::{Cx, alloc};

/// The unit in which the stack's growth is charged, PHP's own page of frames.
const STEP: usize = 256 << 10;
/// What is reserved for one stack. Address space only.
const RESERVE: usize = 16 << 30;
/// Kept below the limit for runtime code.
const RED_ZONE: usize = 4 << 20;

#[unsafe(no_mangle)]
static php_stack_limit: Global<usize> = Global::new(0);

#[derive(Clone, Copy)]
struct Stack {
    top: usize,
    bottom: usize,
    charged: usize,
}

static STACK: Global<Stack> = Global::new(Stack { top: 0, bottom: 0, charged: 0 });

/// Runs `body` on a new large stack.
pub fn run<R>(body: impl FnOnce() -> R) -> R {
    let (base, length) = reserve();
    let top = base + length;
    STACK.set(Stack { top, bottom: base, charged: 0 });
    php_stack_limit.set(top - STEP);
    let mut slot = None;
    let mut body = Some(body);
    let mut job = || slot = Some((body.take().expect("run once"))());
    let mut job: &mut dyn FnMut() = &mut job;
    // SAFETY: `top` is the 16-aligned end of a fresh mapping; the closure outlives the call.
    unsafe { call_on(top, invoke::<&mut dyn FnMut()>, (&raw mut job).cast()) };
    slot.expect("the body returned")
}

extern "C" fn invoke<F: FnMut()>(body: *mut u8) {
    // SAFETY: `run` passes the closure.
    unsafe { (*body.cast::<F>())() }
}

fn reserve() -> (usize, usize) {
    let mut length = RESERVE;
    loop {
        // SAFETY: a new private mapping.
        let base = unsafe {
            libc::mmap(
                std::ptr::null_mut(),
                length,
                libc::PROT_READ | libc::PROT_WRITE,
                libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
                -1,
                0,
            )
        };
        if base != libc::MAP_FAILED {
            return (base as usize, length);
        }
        length /= 2;
        assert!(length >= 8 << 20, "no address space for a stack");
    }
}

/// Calls `body(argument)` with the stack pointer at `top`.
#[cfg(target_arch = "x86_64")]
unsafe fn call_on(top: usize, body: extern "C" fn(*mut u8), argument: *mut u8) {
    // SAFETY: saves and restores the stack pointer in a callee-saved register; the frame pointer is cleared so that walks end.
    unsafe {
        std::arch::asm!(
            "mov r12, rsp",
            "mov r13, rbp",
            "mov rsp, {top}",
            "xor ebp, ebp",
            "call {body}",
            "mov rsp, r12",
            "mov rbp, r13",
            top = in(reg) top,
            body = in(reg) body,
            in("rdi") argument,
            out("r12") _,
            out("r13") _,
            clobber_abi("C"),
        );
    }
}

#[cfg(target_arch = "aarch64")]
unsafe fn call_on(top: usize, body: extern "C" fn(*mut u8), argument: *mut u8) {
    // SAFETY: as on x86-64.
    unsafe {
        std::arch::asm!(
            "mov x20, sp",
            "mov x21, x29",
            "mov sp, {top}",
            "mov x29, xzr",
            "blr {body}",
            "mov sp, x20",
            "mov x29, x21",
            top = in(reg) top,
            body = in(reg) body,
            in("x0") argument,
            out("x20") _,
            out("x21") _,
            clobber_abi("C"),
        );
    }
}

/// A function found the stack pointer below the limit.
#[cold]
pub fn overflow(_cx: &mut Cx) -> Result {
    let marker = 0u8;
    let here = &raw const marker as usize;
    let stack = STACK.get();
    if here < stack.bottom + RED_ZONE || here > stack.top {
        alloc::raise_exhausted();
    }
    let wanted = (stack.top - here).next_multiple_of(STEP) + STEP;
    if wanted > stack.charged {
        alloc::charge_external(wanted - stack.charged);
        STACK.set(Stack { charged: wanted, ..stack });
        if pending::word() & pending::MEMORY != 0 {
            alloc::raise_exhausted();
        }
    }
    php_stack_limit.set(stack.top - wanted);
    pending::check()
}

/// Makes another stack the current one (fibers): what to put back when it is left.
pub fn switch(top: usize, bottom: usize) -> Saved {
    let saved = Saved { stack: STACK.get(), limit: php_stack_limit.get() };
    STACK.set(Stack { top, bottom, charged: top - bottom });
    php_stack_limit.set(bottom + (64 << 10));
    saved
}

pub fn switch_back(saved: Saved) {
    STACK.set(saved.stack);
    php_stack_limit.set(saved.limit);
}

#[derive(Clone, Copy)]
pub struct Saved {
    stack: Stack,
    limit: usize,
}

/// Where the stack in use ends; 0: not known.
#[inline]
pub fn bottom() -> usize {
    STACK.get().bottom
}
