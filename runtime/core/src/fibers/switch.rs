//! Switching stacks: callee-saved registers on the old stack, its pointer stored, the new one's taken.

use crate::stack::Space;

#[cfg(target_arch = "x86_64")]
std::arch::global_asm!(
    ".globl phpc_switch_stack",
    "phpc_switch_stack:",
    "push rbp",
    "push rbx",
    "push r12",
    "push r13",
    "push r14",
    "push r15",
    "mov [rdi], rsp",
    "mov rsp, rsi",
    "pop r15",
    "pop r14",
    "pop r13",
    "pop r12",
    "pop rbx",
    "pop rbp",
    "ret",
);

#[cfg(target_arch = "aarch64")]
std::arch::global_asm!(
    ".globl phpc_switch_stack",
    "phpc_switch_stack:",
    "sub sp, sp, #160",
    "stp x19, x20, [sp]",
    "stp x21, x22, [sp, #16]",
    "stp x23, x24, [sp, #32]",
    "stp x25, x26, [sp, #48]",
    "stp x27, x28, [sp, #64]",
    "stp x29, x30, [sp, #80]",
    "stp d8, d9, [sp, #96]",
    "stp d10, d11, [sp, #112]",
    "stp d12, d13, [sp, #128]",
    "stp d14, d15, [sp, #144]",
    "mov x9, sp",
    "str x9, [x0]",
    "mov sp, x1",
    "ldp x19, x20, [sp]",
    "ldp x21, x22, [sp, #16]",
    "ldp x23, x24, [sp, #32]",
    "ldp x25, x26, [sp, #48]",
    "ldp x27, x28, [sp, #64]",
    "ldp x29, x30, [sp, #80]",
    "ldp d8, d9, [sp, #96]",
    "ldp d10, d11, [sp, #112]",
    "ldp d12, d13, [sp, #128]",
    "ldp d14, d15, [sp, #144]",
    "add sp, sp, #160",
    "ret",
);

unsafe extern "C" {
    fn phpc_switch_stack(save: *mut usize, to: usize);
}

/// Leaves the running stack, whose pointer goes to `save`, for the one at `to`. Returns when something switches back.
///
/// # Safety
/// `to` was stored by this function or made by [`Stack::prepare`], and its stack is not running.
pub(super) unsafe fn switch(save: *mut usize, to: usize) {
    // SAFETY: the caller's promise; all callee-saved registers are kept, the others are the C convention's to lose.
    unsafe { phpc_switch_stack(save, to) }
}

/// Lays out what [`switch`] expects, so that switching to the result enters `entry` on a fresh stack.
pub(super) fn prepare(space: &Space, entry: extern "C" fn() -> !) -> usize {
    // SAFETY: the words lie in the fresh stack's top.
    unsafe {
        #[cfg(target_arch = "x86_64")]
        {
            // Six registers, then the return address at 16 bytes below the aligned top, as after a call.
            let pointer = space.top() - 64;
            std::ptr::write_bytes(pointer as *mut u8, 0, 64);
            *((pointer + 48) as *mut usize) = entry as *const () as usize;
            pointer
        }
        #[cfg(target_arch = "aarch64")]
        {
            let pointer = space.top() - 160;
            std::ptr::write_bytes(pointer as *mut u8, 0, 160);
            *((pointer + 88) as *mut usize) = entry as *const () as usize;
            pointer
        }
    }
}
