//! The last line of defence: native recursion that reaches a stack's guard ends with a message, not with a signal.

use super::in_guard;
use crate::engine::output;

const ALTERNATE: usize = 64 << 10;

/// Watches for accesses to guards, on a stack of its own.
pub(super) fn watch() {
    // SAFETY: the alternate stack is never freed; the handler only reads addresses and ends the process.
    unsafe {
        let memory = Box::leak(vec![0u8; ALTERNATE].into_boxed_slice());
        let alternate = libc::stack_t { ss_sp: memory.as_mut_ptr().cast(), ss_flags: 0, ss_size: ALTERNATE };
        libc::sigaltstack(&alternate, std::ptr::null_mut());
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = on_fault as *const () as usize;
        action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK;
        libc::sigemptyset(&mut action.sa_mask);
        libc::sigaction(libc::SIGSEGV, &action, std::ptr::null_mut());
        libc::sigaction(libc::SIGBUS, &action, std::ptr::null_mut());
    }
}

unsafe extern "C" fn on_fault(signal: i32, info: *mut libc::siginfo_t, _: *mut libc::c_void) {
    // SAFETY: the system's own record; everything else is a fault of ours, which happens again under the default action.
    unsafe {
        if !in_guard((*info).si_addr() as usize) {
            libc::signal(signal, libc::SIG_DFL);
            return;
        }
        output::flush_stdout();
        let text = b"\nFatal error: Maximum call stack size reached. Infinite recursion? in Unknown on line 0\n";
        libc::write(1, text.as_ptr().cast(), text.len());
        libc::_exit(255)
    }
}
