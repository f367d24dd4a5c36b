//! What happens to an exception that nobody caught, and `set_exception_handler`.

use super::{slot, take, to_text};
use crate::calls;
use crate::classes::table;
use crate::diagnostics::{self, E_ERROR, E_PARSE, Report};
use crate::global::Global;
use crate::{Cx, Object, Str, Value};

struct State {
    handler: Option<Value>,
    previous: Vec<Option<Value>>,
}

static STATE: Global<State> = Global::new(State { handler: None, previous: Vec::new() });

/// `set_exception_handler`: the old handler.
pub fn set_handler(handler: Option<Value>) -> Option<Value> {
    STATE.with(|state| {
        let old = std::mem::replace(&mut state.handler, handler);
        state.previous.push(old.clone());
        old
    })
}

/// `restore_exception_handler`.
pub fn restore_handler() {
    let gone = STATE.with(|state| {
        let previous = state.previous.pop()?;
        std::mem::replace(&mut state.handler, previous)
    });
    drop(gone);
}

/// `get_exception_handler`.
pub fn handler() -> Option<Value> {
    STATE.with(|state| state.handler.clone())
}

/// Hands the pending exception to the program's handler, or prints it as the fatal error that it is. The exit status.
pub fn finish_pending(cx: &mut Cx) -> i32 {
    let Some(exception) = take() else { return crate::engine::shutdown::status() };
    let handler = STATE.with(|state| {
        let handler = state.handler.take();
        if handler.is_some() {
            state.previous.push(handler.clone());
        }
        handler
    });
    let Some(handler) = handler else {
        print(cx, exception);
        return 255;
    };
    let result = calls::call_value(cx, &handler, vec![exception.into()]);
    STATE.with(|state| {
        if state.handler.is_none() {
            state.handler = state.previous.pop().flatten();
        }
    });
    if result.is_err() && let Some(exception) = take() {
        print(cx, exception);
    }
    255
}

/// Prints an exception as a fatal error at its own place.
pub fn print(cx: &mut Cx, exception: Object) {
    let class = exception.class_ref();
    let file = exception.slot(slot::FILE).into_plain().as_str().cloned().unwrap_or_else(Str::empty);
    let line = exception.slot(slot::LINE).into_plain().as_int().unwrap_or(0) as u32;
    let table = table::class_table();
    if class == table.known("parseerror") || class == table.known("compileerror") {
        let message = exception.slot(slot::MESSAGE).into_plain().as_str().cloned().unwrap_or_else(Str::empty);
        let level = if class == table.known("parseerror") { E_PARSE } else { E_ERROR };
        diagnostics::print(Report { level, message, file, line });
        return;
    }
    let text = match to_text(cx, &exception) {
        Ok(text) => text,
        Err(_) => {
            // Its own __toString threw: PHP prints what it has.
            drop(take());
            exception.slot(slot::STRING).into_plain().as_str().cloned().unwrap_or_else(Str::empty)
        }
    };
    let message = Str::concat(&[b"Uncaught ", &text, b"\n  thrown"]);
    diagnostics::print(Report { level: E_ERROR, message, file, line });
}

/// Drops the handlers, at the end.
pub fn clear() {
    let state = STATE.with(|state| (state.handler.take(), std::mem::take(&mut state.previous)));
    drop(state);
}
