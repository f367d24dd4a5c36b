//! The end of the program, in PHP's order.

use super::{constants, globals, ini, output, owners, timeout};
use crate::global::Global;
use crate::pending;
use crate::{Cx, Value, alloc, cycles, diagnostics, hooks, store};

struct State {
    functions: Vec<(Value, Vec<Value>)>,
    status: i32,
    step: Step,
}

/// How far the end has come: a fatal error on the way goes on with the next step.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Step {
    Running,
    Functions,
    Destructors,
    Output,
    Release,
}

static STATE: Global<State> = Global::new(State { functions: Vec::new(), status: 0, step: Step::Running });

/// `register_shutdown_function`.
pub fn register(callable: Value, args: Vec<Value>) {
    STATE.with(|state| state.functions.push((callable, args)));
}

/// The status that the process ends with.
pub fn set_status(status: i32) {
    STATE.with(|state| state.status = status);
}
pub fn status() -> i32 {
    STATE.with(|state| state.status)
}

/// `exit`: makes the uncatchable leaving pending.
pub fn exit(status: i32) -> crate::Thrown {
    set_status(status);
    pending::raise(pending::EXIT)
}

/// After a fatal error: what is left of the end, without the destructors of objects, then the process ends.
pub fn bail_out(status: i32) -> ! {
    set_status(status);
    pending::clear(u64::MAX);
    let cx = &mut Cx::enter();
    if STATE.with(|state| state.step) <= Step::Functions {
        run_functions(cx);
    }
    if STATE.with(|state| state.step) < Step::Output {
        STATE.with(|state| state.step = Step::Output);
        output::end_all(cx);
    }
    output::flush_stdout();
    std::process::exit(self::status())
}

/// The whole end after the main script returned, threw or called `exit`; the status for the process.
pub fn finish(cx: &mut Cx) -> i32 {
    settle(cx);
    run_functions(cx);
    STATE.with(|state| state.step = Step::Destructors);
    globals::destroy_sole_owners();
    settle(cx);
    call_destructors(cx);
    STATE.with(|state| state.step = Step::Output);
    output::end_all(cx);
    settle(cx);
    timeout::stop();
    STATE.with(|state| state.step = Step::Release);
    output::flush_stdout();
    release_everything();
    output::flush_stdout();
    alloc::report_live();
    status()
}

/// Reports an uncaught exception; takes `exit` back.
fn settle(cx: &mut Cx) {
    if pending::word() & pending::MEMORY != 0 {
        alloc::raise_exhausted(0);
    }
    timeout::check();
    if pending::word() & pending::EXCEPTION != 0 {
        let status = hooks::finish_pending(cx);
        set_status(status);
    }
    pending::clear(u64::MAX);
}

fn run_functions(cx: &mut Cx) {
    STATE.with(|state| state.step = Step::Functions);
    loop {
        let Some((callable, args)) = STATE.with(|state| (!state.functions.is_empty()).then(|| state.functions.remove(0))) else {
            return;
        };
        let result = hooks::call(cx, &callable, args);
        drop(callable);
        let exited = pending::word() & pending::EXIT != 0;
        drop(result);
        settle(cx);
        if exited {
            // As in PHP, `exit` in a shutdown function ends them all.
            drop(STATE.with(|state| std::mem::take(&mut state.functions)));
            return;
        }
    }
}

/// Objects that are still alive get their destructors called in order of creation.
fn call_destructors(cx: &mut Cx) {
    let mut from = 1;
    while let Some(object) = store::next_object(from) {
        from = object.handle() + 1;
        if object.has_flag(phpc_abi::layout::FLAG_HAS_DESTRUCTOR) && !object.has_flag(phpc_abi::layout::FLAG_DESTRUCTED) {
            object.suppress_destructor();
            hooks::destruct(&object);
            let exited = pending::word() & pending::EXIT != 0;
            settle(cx);
            if exited {
                break;
            }
        }
    }
    // No destructor runs from here on.
    let mut from = 1;
    while let Some(object) = store::next_object(from) {
        from = object.handle() + 1;
        object.suppress_destructor();
    }
}

/// Gives back what the program held, so that the count of live blocks tells leaks.
fn release_everything() {
    globals::destroy_all();
    owners::release();
    diagnostics::clear();
    constants::clear();
    ini::clear();
    crate::calls::autoload::clear();
    crate::exceptions::clear();
    crate::units::include::clear();
    crate::fibers::clear();
    cycles::collect_cycles();
    owners::release_immortal();
    pending::clear(u64::MAX);
}
