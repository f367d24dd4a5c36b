//! Output: `echo` to stdout, and the stack of `ob_start` buffers.
//!
//! Stdout itself is buffered by us: [`flush_stdout`] before anything that another process or the user's eyes could notice
//! (reading from stdin, sleeping, starting processes, writing to stderr).

use crate::global::Global;
use crate::pending::Result;
use crate::{Cx, Str, Value, View, convert, diagnostics, hooks};

/// `PHP_OUTPUT_HANDLER_*`: what a handler is called for.
pub const START: i64 = 1;
pub const WRITE: i64 = 0;
pub const FLUSH: i64 = 4;
pub const CLEAN: i64 = 2;
pub const FINAL: i64 = 8;
/// What may be done with a buffer.
pub const CLEANABLE: i64 = 16;
pub const FLUSHABLE: i64 = 32;
pub const REMOVABLE: i64 = 64;
pub const STDFLAGS: i64 = CLEANABLE | FLUSHABLE | REMOVABLE;
pub const STARTED: i64 = 4096;
pub const DISABLED: i64 = 8192;
pub const PROCESSED: i64 = 16384;

struct Buffer {
    data: Str,
    /// The size that PHP's own buffer would have; only `ob_get_status` shows it.
    size: usize,
    callback: Value,
    name: Str,
    chunk_size: usize,
    flags: i64,
}

/// What `ob_get_status` tells of a buffer.
pub struct Status {
    pub name: Str,
    /// 0: internal (no callback), 1: user.
    pub kind: i64,
    pub flags: i64,
    pub level: i64,
    pub chunk_size: i64,
    pub buffer_size: i64,
    pub buffer_used: i64,
}

struct State {
    buffers: Vec<Buffer>,
    stdout: Vec<u8>,
    /// A handler is running: output is dropped, buffers cannot be used.
    running: bool,
    implicit_flush: bool,
    /// Something was written to stdout ("headers already sent").
    sent: bool,
}

static STATE: Global<State> =
    Global::new(State { buffers: Vec::new(), stdout: Vec::new(), running: false, implicit_flush: false, sent: false });
const STDOUT_BUFFER: usize = 32 << 10;

/// Writes to the innermost buffer or to stdout.
#[inline]
pub fn write(cx: &mut Cx, bytes: &[u8]) {
    let full = STATE.with(|state| match state.buffers.last_mut() {
        None => {
            state.stdout.extend_from_slice(bytes);
            state.stdout.len() > STDOUT_BUFFER || state.implicit_flush
        }
        Some(_) if state.running => false,
        Some(top) => top.append(bytes),
    });
    if full {
        overflow(cx, bytes);
    }
}

impl Buffer {
    /// True: the buffer is full, or does not take anything any more.
    fn append(&mut self, bytes: &[u8]) -> bool {
        if self.flags & DISABLED != 0 {
            return true;
        }
        let room = self.size - self.data.len();
        if room <= bytes.len() {
            self.size += initial_size(self.chunk_size).max(initial_size(bytes.len() - room));
        }
        self.data.push(bytes);
        self.chunk_size != 0 && self.data.len() >= self.chunk_size
    }
}

/// PHP's sizes of buffers.
fn initial_size(chunk: usize) -> usize {
    if chunk > 1 { chunk.next_multiple_of(0x1000) + 0x1000 } else { 0x4000 }
}

/// `echo` of a value.
pub fn echo(cx: &mut Cx, value: &Value) -> Result {
    match value.view() {
        View::Str(text) => write(cx, text),
        View::Int(int) => write(cx, convert::int_digits(int, &mut [0; 20])),
        _ => {
            let text = convert::to_str(cx, value)?;
            write(cx, &text);
        }
    }
    cx.check()
}

#[cold]
fn overflow(cx: &mut Cx, bytes: &[u8]) {
    match flags() {
        None => flush_stdout(),
        // A handler that failed is passed by.
        Some(flags) if flags & DISABLED != 0 => write_below(cx, bytes),
        // A full chunk goes through the handler to the next buffer.
        Some(_) => {
            let text = process(cx, WRITE);
            write_below(cx, &text);
        }
    }
}

/// Hands what was written to the system.
pub fn flush_stdout() {
    let bytes = STATE.with(|state| {
        state.sent |= !state.stdout.is_empty();
        std::mem::take(&mut state.stdout)
    });
    write_fd(1, &bytes);
    STATE.with(|state| {
        if state.stdout.is_empty() {
            state.stdout = bytes;
            state.stdout.clear();
        }
    });
}

/// Writes to stderr, after everything that was written before.
pub fn write_stderr(bytes: &[u8]) {
    flush_stdout();
    write_fd(2, bytes);
}

fn write_fd(fd: i32, mut bytes: &[u8]) {
    while !bytes.is_empty() {
        // SAFETY: plain write of a live slice.
        let count = unsafe { libc::write(fd, bytes.as_ptr().cast(), bytes.len()) };
        if count > 0 {
            bytes = &bytes[count as usize..];
        } else if std::io::Error::last_os_error().kind() != std::io::ErrorKind::Interrupted {
            return;
        }
    }
}

/// Has anything gone to stdout (not counting what buffers hold)?
pub fn sent() -> bool {
    STATE.with(|state| state.sent || !state.stdout.is_empty())
}

/// `ob_implicit_flush`.
pub fn set_implicit_flush(on: bool) {
    STATE.with(|state| state.implicit_flush = on);
}

/// `ob_start`. `callback` NULL: none.
pub fn start(callback: Value, name: Str, chunk_size: usize, flags: i64) {
    refuse_in_handler("ob_start");
    let name = if callback.is_null() { Str::from("default output handler") } else { name };
    // The lowest bit tells a user's handler.
    let flags = flags & STDFLAGS | !callback.is_null() as i64;
    let size = initial_size(chunk_size);
    STATE.with(|state| state.buffers.push(Buffer { data: Str::with_capacity(256), size, callback, name, chunk_size, flags }));
}

/// Output handlers must not touch the buffers.
fn refuse_in_handler(function: &str) {
    if STATE.with(|state| state.running) {
        // What the buffers hold is lost, as in PHP.
        let gone = STATE.with(|state| {
            state.running = false;
            std::mem::take(&mut state.buffers)
        });
        drop(gone);
        diagnostics::fatal(format!("{function}(): Cannot use output buffering in output buffering display handlers"));
    }
}

pub fn level() -> usize {
    STATE.with(|state| state.buffers.len())
}

/// The innermost buffer's contents.
pub fn contents() -> Option<Str> {
    STATE.with(|state| state.buffers.last().map(|top| Str::new(&top.data)))
}
pub fn length() -> Option<usize> {
    STATE.with(|state| state.buffers.last().map(|top| top.data.len()))
}
/// The innermost buffer's flags.
pub fn flags() -> Option<i64> {
    STATE.with(|state| state.buffers.last().map(|top| top.flags))
}
/// The innermost buffer's handler.
pub fn name() -> Option<Str> {
    STATE.with(|state| state.buffers.last().map(|top| top.name.clone()))
}

/// All buffers, outermost first.
pub fn statuses() -> Vec<Status> {
    STATE.with(|state| {
        let status = |(level, buffer): (usize, &Buffer)| Status {
            name: buffer.name.clone(),
            kind: !buffer.callback.is_null() as i64,
            flags: buffer.flags,
            level: level as i64,
            chunk_size: buffer.chunk_size as i64,
            buffer_size: buffer.size as i64,
            buffer_used: buffer.data.len() as i64,
        };
        state.buffers.iter().enumerate().map(status).collect()
    })
}

/// `ob_flush`: the innermost buffer's contents go through its handler to the next.
pub fn flush(cx: &mut Cx) {
    refuse_in_handler("ob_flush");
    let text = process(cx, FLUSH);
    write_below(cx, &text);
}

/// `ob_clean`: the contents are dropped; the handler hears of it.
pub fn clean(cx: &mut Cx) {
    refuse_in_handler("ob_clean");
    process(cx, CLEAN);
}

/// Removes the innermost buffer; its contents go on (`true`) or are dropped.
pub fn end(cx: &mut Cx, pass_on: bool) {
    if level() == 0 {
        return;
    }
    refuse_in_handler(if pass_on { "ob_end_flush" } else { "ob_end_clean" });
    let text = process(cx, if pass_on { FINAL } else { CLEAN | FINAL });
    let gone = STATE.with(|state| state.buffers.pop());
    drop(gone);
    if pass_on {
        write(cx, &text);
    }
}

/// Ends all buffers, innermost first, passing everything on.
pub fn end_all(cx: &mut Cx) {
    while level() > 0 {
        end(cx, true);
    }
}

/// Writes past the innermost buffer.
fn write_below(cx: &mut Cx, text: &[u8]) {
    let Some(top) = STATE.with(|state| state.buffers.pop()) else { return };
    write(cx, text);
    STATE.with(|state| state.buffers.push(top));
}

/// Empties the innermost buffer through its handler; what comes out.
fn process(cx: &mut Cx, op: i64) -> Str {
    let Some((data, callback, flags)) = STATE.with(|state| {
        let top = state.buffers.last_mut()?;
        let data = std::mem::replace(&mut top.data, Str::with_capacity(256));
        let flags = top.flags;
        top.flags |= STARTED;
        Some((data, top.callback.clone(), flags))
    }) else {
        return Str::empty();
    };
    if callback.is_null() || flags & DISABLED != 0 {
        return if op & CLEAN != 0 { Str::empty() } else { data };
    }
    let op = if flags & STARTED == 0 { op | START } else { op };
    STATE.with(|state| state.running = true);
    let result = hooks::call(cx, &callback, vec![data.clone().into(), Value::int(op)]);
    STATE.with(|state| state.running = false);
    let text = match result {
        Ok(value) if value.is_false() => Err(()),
        Ok(value) if value.is_true() => Ok(Str::empty()),
        Ok(value) => convert::to_str(cx, &value).map_err(|_| ()),
        Err(_) => Err(()),
    };
    STATE.with(|state| {
        if let Some(top) = state.buffers.last_mut() {
            top.flags |= if text.is_ok() { PROCESSED } else { DISABLED };
        }
    });
    text.unwrap_or(data)
}
