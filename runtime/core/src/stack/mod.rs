//! The stack that PHP code runs on: a large reserve of our own whose use counts towards `memory_limit`.
//!
//! Emitted functions compare the stack pointer with `php_stack_limit` on entry. Passing it is no error yet: [`overflow`]
//! charges the next piece to the memory limit and moves the limit on, so that deep recursion ends as PHP's memory fatal
//! (exact 4.3) and what PHP survives we survive.

mod guard;

use crate::global::Global;
use crate::pending::{self, Result};
use crate::engine::timeout;
use crate::{Cx, alloc};

/// The unit in which the stack's growth is charged, PHP's own page of frames.
const STEP: usize = 256 << 10;
/// What is reserved for the main stack and for a fiber's: address space only, less where that is limited.
const MAIN: Size = Size { wanted: 16 << 30, share: 2 };
pub const FIBER: Size = Size { wanted: 1 << 30, share: 256 };
/// Too little to be of use.
const LEAST: usize = 16 << 20;

pub struct Size {
    wanted: usize,
    /// Of a limited address space, a stack takes this part.
    share: usize,
}

impl Size {
    fn allowed(&self) -> usize {
        let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
        // SAFETY: the system fills in the limit.
        let known = unsafe { libc::getrlimit(libc::RLIMIT_AS, &mut limit) } == 0;
        if !known || limit.rlim_cur == libc::RLIM_INFINITY {
            return self.wanted;
        }
        let part = usize::try_from(limit.rlim_cur).unwrap_or(usize::MAX) / self.share;
        self.wanted.min(part & !0xffff).max(LEAST)
    }
}

/// Kept above a stack's end for runtime code.
const RED_ZONE: usize = 4 << 20;
/// Inaccessible below each stack.
const GUARD: usize = 64 << 10;

#[unsafe(no_mangle)]
static php_stack_limit: Global<usize> = Global::new(0);

/// A stack as the accounting sees it.
#[derive(Clone, Copy)]
pub struct Stack {
    top: usize,
    bottom: usize,
    /// Bytes from the top that `memory_limit` knows of; the first step is free.
    charged: usize,
}

impl Stack {
    fn limit(&self) -> usize {
        self.top - STEP.max(self.charged)
    }
}

static STACK: Global<Stack> = Global::new(Stack { top: 0, bottom: 0, charged: 0 });

/// Runs `body` on a new large stack.
pub fn run<R>(body: impl FnOnce() -> R) -> R {
    let space = Space::reserve(MAIN).expect("address space for a stack");
    guard::watch();
    STACK.set(space.stack());
    php_stack_limit.set(space.stack().limit());
    let top = space.top();
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

/// Address space for a stack, with a guard below.
pub struct Space {
    base: usize,
    length: usize,
}

impl Space {
    /// None: the system has no more address space or mappings.
    pub fn reserve(size: Size) -> Option<Space> {
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
        let mut length = size.allowed();
        while length >= LEAST {
            // SAFETY: a new private mapping, whose lowest part becomes inaccessible.
            unsafe {
                let base = libc::mmap(std::ptr::null_mut(), length, libc::PROT_READ | libc::PROT_WRITE, flags, -1, 0);
                if base != libc::MAP_FAILED {
                    libc::mprotect(base, GUARD, libc::PROT_NONE);
                    return Some(Space { base: base as usize, length });
                }
            }
            length /= 2;
        }
        None
    }
    pub fn top(&self) -> usize {
        self.base + self.length
    }
    pub fn stack(&self) -> Stack {
        Stack { top: self.top(), bottom: self.base + GUARD, charged: 0 }
    }
}

impl Drop for Space {
    fn drop(&mut self) {
        // SAFETY: the mapping that `reserve` made; nothing runs on it.
        unsafe { libc::munmap(self.base as *mut libc::c_void, self.length) };
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
    let here = here();
    let stack = STACK.get();
    timeout::check();
    if here < stack.bottom + RED_ZONE || here > stack.top {
        alloc::raise_exhausted(STEP);
    }
    let wanted = depth(&stack, here);
    if wanted > stack.charged {
        alloc::charge_external(wanted - stack.charged);
        if pending::word() & pending::MEMORY != 0 {
            alloc::raise_exhausted(STEP);
        }
        STACK.set(Stack { charged: wanted, ..stack });
    }
    php_stack_limit.set(stack.top - wanted);
    pending::check()
}

fn here() -> usize {
    let marker = 0u8;
    &raw const marker as usize
}

/// The next function entry asks [`overflow`]: the time is over.
pub(crate) fn poison_limit() {
    php_stack_limit.set(usize::MAX);
}
pub(crate) fn restore_limit() {
    php_stack_limit.set(STACK.get().limit());
}

/// What a stack that is used down to `here` costs.
fn depth(stack: &Stack, here: usize) -> usize {
    (stack.top - here).next_multiple_of(STEP) + STEP
}

/// Takes back what returned calls had charged: asked when `memory_limit` is passed.
pub(crate) fn reclaim() {
    let stack = STACK.get();
    let here = here();
    if stack.charged == 0 || here < stack.bottom || here > stack.top {
        return;
    }
    let used = depth(&stack, here);
    if used < stack.charged {
        STACK.set(shrink(&stack, used));
        php_stack_limit.set(stack.top - used);
    }
}

/// The stack with only `used` bytes from the top kept.
fn shrink(stack: &Stack, used: usize) -> Stack {
    alloc::discharge_external(stack.charged - used);
    let kept = stack.top - used.max(STEP);
    // SAFETY: the pages below what is in use hold nothing that is read again.
    unsafe { libc::madvise(stack.bottom as *mut libc::c_void, kept - stack.bottom, libc::MADV_DONTNEED) };
    Stack { charged: used, ..*stack }
}

/// Makes another stack the current one (fibers). The result is the one to switch back to.
pub fn switch(to: Stack) -> Stack {
    php_stack_limit.set(to.limit());
    STACK.replace(to)
}

/// A stack that is not running is not in use any more.
pub fn leave(stack: Stack) {
    if stack.charged != 0 {
        shrink(&stack, 0);
    }
}

/// Bytes left on the stack in use.
#[inline]
pub fn room() -> usize {
    match STACK.get().bottom {
        0 => usize::MAX,
        bottom => here().saturating_sub(bottom),
    }
}

/// Is the address in the guard of the stack in use?
fn in_guard(address: usize) -> bool {
    let bottom = STACK.get().bottom;
    (bottom.saturating_sub(GUARD)..bottom).contains(&address)
}
