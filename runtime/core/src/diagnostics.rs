//! Warnings, notices, deprecations and fatal errors: the one way to report.
//!
//! Each goes to the program's error handler or is printed as PHP prints it. Reporting may run user code, which may throw:
//! hence `Result`.

use crate::engine::{ini, output, shutdown};
use crate::global::Global;
use crate::hooks::{self, Position};
use crate::pending::{self, Result};
use crate::{Cx, Str, Value};

pub const E_ERROR: i64 = 1;
pub const E_WARNING: i64 = 2;
pub const E_PARSE: i64 = 4;
pub const E_NOTICE: i64 = 8;
pub const E_CORE_ERROR: i64 = 16;
pub const E_CORE_WARNING: i64 = 32;
pub const E_COMPILE_ERROR: i64 = 64;
pub const E_COMPILE_WARNING: i64 = 128;
pub const E_USER_ERROR: i64 = 256;
pub const E_USER_WARNING: i64 = 512;
pub const E_USER_NOTICE: i64 = 1024;
pub const E_STRICT: i64 = 2048;
pub const E_RECOVERABLE_ERROR: i64 = 4096;
pub const E_DEPRECATED: i64 = 8192;
pub const E_USER_DEPRECATED: i64 = 16384;
/// All levels.
pub const E_ALL: i64 = 30719;
/// What `@` lets through.
pub const FATAL_LEVELS: i64 = E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR | E_RECOVERABLE_ERROR | E_PARSE;

#[cold]
pub fn warning(cx: &mut Cx, message: impl AsRef<[u8]>) -> Result {
    raise(cx, E_WARNING, message.as_ref())
}
#[cold]
pub fn notice(cx: &mut Cx, message: impl AsRef<[u8]>) -> Result {
    raise(cx, E_NOTICE, message.as_ref())
}
#[cold]
pub fn deprecated(cx: &mut Cx, message: impl AsRef<[u8]>) -> Result {
    raise(cx, E_DEPRECATED, message.as_ref())
}

/// The last error reported, for `error_get_last`.
#[derive(Clone)]
pub struct Report {
    pub level: i64,
    pub message: Str,
    pub file: Str,
    pub line: u32,
}

/// An error handler and the levels that it takes.
#[derive(Clone)]
pub struct Handler {
    pub callable: Value,
    pub levels: i64,
}

struct State {
    last: Option<Report>,
    handler: Option<Handler>,
    /// Handlers that `set_error_handler` replaced; `None` entries too.
    previous: Vec<Option<Handler>>,
}

static STATE: Global<State> = Global::new(State { last: None, handler: None, previous: Vec::new() });

pub fn last_error() -> Option<Report> {
    STATE.with(|state| state.last.clone())
}
pub fn clear_last_error() {
    drop(STATE.with(|state| state.last.take()));
}

/// `set_error_handler`: the old handler's callable.
pub fn set_handler(handler: Option<Handler>) -> Option<Value> {
    STATE.with(|state| {
        let old = std::mem::replace(&mut state.handler, handler);
        state.previous.push(old.clone());
        old.map(|handler| handler.callable)
    })
}
/// `restore_error_handler`.
pub fn restore_handler() {
    let gone = STATE.with(|state| {
        let previous = state.previous.pop()?;
        std::mem::replace(&mut state.handler, previous)
    });
    drop(gone);
}
/// `get_error_handler`.
pub fn handler() -> Option<Value> {
    STATE.with(|state| state.handler.as_ref().map(|handler| handler.callable.clone()))
}

/// Reports at the running code's place.
#[cold]
pub fn raise(cx: &mut Cx, level: i64, message: &[u8]) -> Result {
    raise_at(cx, level, message, hooks::position())
}

/// Reports at a given place.
#[cold]
pub fn raise_at(cx: &mut Cx, level: i64, message: &[u8], position: Position) -> Result {
    let handler = STATE.with(|state| state.handler.clone()).filter(|handler| handler.levels & level != 0);
    let report = Report { level, message: Str::new(message), file: position.file, line: position.line };
    if let Some(handler) = handler {
        if call_handler(cx, handler, &report)? {
            return Ok(());
        }
    }
    print(report);
    if level & (E_ERROR | E_USER_ERROR | E_COMPILE_ERROR | E_CORE_ERROR | E_RECOVERABLE_ERROR) != 0 {
        shutdown::bail_out(255);
    }
    Ok(())
}

/// A deprecation at a declaration's place.
#[cold]
pub fn deprecated_at(cx: &mut Cx, message: impl AsRef<[u8]>, file: Str, line: u32) -> Result {
    raise_at(cx, E_DEPRECATED, message.as_ref(), Position { file, line })
}

/// Calls the program's handler, which is off meanwhile. True: it dealt with the error.
fn call_handler(cx: &mut Cx, handler: Handler, report: &Report) -> Result<bool> {
    let pending_before = pending::word();
    if pending_before & pending::EXIT != 0 {
        return Ok(false);
    }
    let depth = STATE.with(|state| {
        state.handler = None;
        state.previous.len()
    });
    let args = vec![
        Value::int(report.level),
        report.message.clone().into(),
        report.file.clone().into(),
        Value::int(report.line as i64),
    ];
    let result = hooks::call(cx, &handler.callable, args);
    STATE.with(|state| {
        // Unless the handler installed another one.
        if state.handler.is_none() && state.previous.len() == depth {
            state.handler = Some(handler);
        }
    });
    Ok(!result?.is_false())
}

fn level_name(level: i64) -> &'static str {
    match level {
        E_ERROR | E_CORE_ERROR | E_COMPILE_ERROR | E_USER_ERROR => "Fatal error",
        E_RECOVERABLE_ERROR => "Recoverable fatal error",
        E_WARNING | E_CORE_WARNING | E_COMPILE_WARNING | E_USER_WARNING => "Warning",
        E_PARSE => "Parse error",
        E_NOTICE | E_USER_NOTICE => "Notice",
        E_STRICT => "Strict Standards",
        E_DEPRECATED | E_USER_DEPRECATED => "Deprecated",
        _ => "Unknown error",
    }
}

/// Remembers and, as the settings say, prints and logs.
pub fn print(report: Report) {
    let shown = ini::error_reporting() & report.level != 0;
    let name = level_name(report.level);
    let file = if report.file.is_empty() { Str::from("Unknown") } else { report.file.clone() };
    if shown && ini::log_errors() {
        let line = Str::concat(&[
            b"PHP ", name.as_bytes(), b":  ", &report.message, b" in ", &file, format!(" on line {}\n", report.line).as_bytes(),
        ]);
        output::write_stderr(&line);
    }
    if shown && ini::display_errors() {
        let text = Str::concat(&[
            &ini::text("error_prepend_string"),
            b"\n",
            name.as_bytes(),
            b": ",
            &report.message,
            b" in ",
            &file,
            format!(" on line {}\n", report.line).as_bytes(),
            &ini::text("error_append_string"),
        ]);
        output::write(&mut Cx::enter(), &text);
    }
    let old = STATE.with(|state| state.last.replace(report));
    drop(old);
}

/// Reports a fatal error at the running code's place, runs the shutdown functions and ends the program with 255. No error
/// handler sees it.
#[cold]
pub fn fatal(message: impl AsRef<[u8]>) -> ! {
    let position = hooks::position();
    fatal_at(message, position.file, position.line)
}

/// The same at a declaration's place.
#[cold]
pub fn fatal_at(message: impl AsRef<[u8]>, file: Str, line: u32) -> ! {
    print(Report { level: E_ERROR, message: Str::new(message.as_ref()), file, line });
    shutdown::bail_out(255)
}

/// `@`: begins silence; the returned level goes to [`silence_end`].
#[inline]
pub fn silence_begin() -> i64 {
    let level = ini::error_reporting();
    ini::set_error_reporting(level & FATAL_LEVELS);
    level
}

/// Ends silence: puts the level back unless the program changed it meanwhile.
#[inline]
pub fn silence_end(saved: i64) {
    let level = ini::error_reporting();
    if level & !FATAL_LEVELS == 0 && saved & !FATAL_LEVELS != 0 {
        ini::set_error_reporting(saved);
    }
}

/// Releases handlers, at the end.
pub(crate) fn clear() {
    let state = STATE.with(|state| (state.last.take(), state.handler.take(), std::mem::take(&mut state.previous)));
    drop(state);
}
