//! `max_execution_time`: processor time, counted by the system's profiling timer.
//!
//! When it is over, a poisoned stack limit stops the program at its next call. Loops test nothing (a poll in each would cost
//! them for a case that hardly ever happens): a program that goes on running emitted code is sent from where it stands
//! straight into the fatal error, which never returns (exact 4.1). One that is found in runtime code again and again is
//! stopped by the pending word; time in runtime code alone is PHP's hard timeout.

use crate::global::Global;
use crate::{diagnostics, frames, pending, stack};

use super::{ini, output};

/// Between the end of the time and further looks at the program, and between those.
const TICK: i64 = 10_000;
/// Looks at the program after which the pending word is set, too: at a test of it, all that tells the line is where the
/// runtime was called last.
const LOOKS: i64 = 20;

#[derive(Clone, Copy)]
struct State {
    /// The limit in seconds; 0: none.
    limit: i64,
    hard: i64,
    /// How often the timer has gone off.
    ticks: i64,
    installed: bool,
}

static STATE: Global<State> = Global::new(State { limit: 0, hard: 2, ticks: 0, installed: false });

/// Starts counting anew.
pub fn set(seconds: i64) {
    let hard = ini::int("hard_timeout");
    STATE.with(|state| *state = State { limit: seconds, hard, ticks: 0, installed: state.installed });
    if seconds <= 0 {
        return arm(0);
    }
    if !STATE.with(|state| std::mem::replace(&mut state.installed, true)) {
        install();
    }
    arm(seconds);
}

/// No more limit: the end of the program.
pub fn stop() {
    if STATE.get().limit > 0 {
        arm(0);
    }
}

/// Ends the program with PHP's message, if the time is over.
pub fn check() {
    if STATE.get().ticks > 0 {
        raise();
    }
}

#[cold]
pub fn raise() -> ! {
    arm(0);
    pending::clear(pending::INTERRUPT);
    stack::restore_limit();
    let limit = STATE.with(|state| {
        state.ticks = 0;
        state.limit
    });
    let plural = if limit == 1 { "" } else { "s" };
    diagnostics::fatal(format!("Maximum execution time of {limit} second{plural} exceeded"))
}

fn arm(seconds: i64) {
    let interval = libc::timeval { tv_sec: 0, tv_usec: if seconds > 0 { TICK } else { 0 } };
    let value = libc::itimerval { it_interval: interval, it_value: libc::timeval { tv_sec: seconds.min(i64::from(i32::MAX)), tv_usec: 0 } };
    // SAFETY: a whole timer value; the old one is not asked for.
    unsafe { libc::setitimer(libc::ITIMER_PROF, &value, std::ptr::null_mut()) };
}

fn install() {
    // SAFETY: the handler touches words of the engine only, see there.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = on_tick as *const () as usize;
        action.sa_flags = libc::SA_SIGINFO | libc::SA_RESTART;
        libc::sigemptyset(&mut action.sa_mask);
        libc::sigaction(libc::SIGPROF, &action, std::ptr::null_mut());
    }
}

/// Runs between any two instructions: it only sets words, and redirects the program where that is emitted code.
unsafe extern "C" fn on_tick(_: i32, _: *mut libc::siginfo_t, context: *mut libc::c_void) {
    let state = STATE.with(|state| {
        state.ticks += 1;
        *state
    });
    stack::poison_limit();
    if state.ticks > LOOKS {
        if pending::word() & pending::INTERRUPT == 0 {
            frames::keep_place();
        }
        pending::raise(pending::INTERRUPT);
    }
    if state.ticks == 1 {
        return;
    }
    // SAFETY: the context of the interrupted code, which the system restores when the handler returns.
    let is_sent = unsafe { redirect(context.cast()) };
    if !is_sent && state.hard > 0 && state.ticks > state.hard * 1_000_000 / TICK {
        terminate(state);
    }
}

/// Sends emitted code to [`raise`], as if it had called it. False: runtime code was interrupted.
#[cfg(target_arch = "x86_64")]
unsafe fn redirect(context: *mut libc::ucontext_t) -> bool {
    // SAFETY: the caller's promise; the words below the stack pointer are free but for the red zone, which is left alone.
    unsafe {
        let registers = &mut (*context).uc_mcontext.gregs;
        let address = registers[libc::REG_RIP as usize] as usize;
        if !frames::is_emitted(address) {
            return false;
        }
        let stack_pointer = ((registers[libc::REG_RSP as usize] as usize - 128) & !15) - 8;
        *(stack_pointer as *mut usize) = address;
        frames::interrupted([registers[libc::REG_RBP as usize] as usize, stack_pointer], address);
        registers[libc::REG_RSP as usize] = stack_pointer as i64;
        registers[libc::REG_RIP as usize] = sent as *const () as i64;
        true
    }
}

#[cfg(target_arch = "aarch64")]
unsafe fn redirect(context: *mut libc::ucontext_t) -> bool {
    // SAFETY: as on x86-64.
    unsafe {
        let machine = &mut (*context).uc_mcontext;
        let address = machine.pc as usize;
        if !frames::is_emitted(address) {
            return false;
        }
        machine.sp = (machine.sp - 128) & !15;
        machine.regs[30] = address as u64;
        frames::interrupted([machine.regs[29] as usize, address], address);
        machine.pc = sent as *const () as u64;
        true
    }
}

extern "C" fn sent() -> ! {
    raise()
}

/// The program did not come to its end in time.
fn terminate(state: State) -> ! {
    output::flush_stdout();
    let position = crate::hooks::position();
    let file = if position.file.is_empty() { b"Unknown".to_vec() } else { position.file.to_vec() };
    let text = crate::message!(
        "\nFatal error: Maximum execution time of ", state.limit.to_string().as_bytes(), "+", state.hard.to_string().as_bytes(),
        " seconds exceeded (terminated) in ", file, " on line ", position.line.to_string().as_bytes(), "\n"
    );
    // SAFETY: plain system calls; the process ends here.
    unsafe {
        libc::write(1, text.as_ptr().cast(), text.len());
        libc::_exit(124)
    }
}
