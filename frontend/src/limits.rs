//! Limits that keep hostile sources from exhausting the stack.

/// How deep expressions, statements and types may nest. Deeper sources get a parse error.
///
/// PHP's own parser gives up when its stack holds 10,000 symbols.
pub const MAX_NESTING: u32 = 10_000;

/// The stack that a thread needs for parsing, lowering and every other recursive walk over an AST.
pub const STACK_SIZE: usize = 256 << 20;

/// Runs `f` on a thread with [`STACK_SIZE`] bytes of stack. Untouched stack costs address space only.
pub fn with_big_stack<T: Send>(f: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK_SIZE).spawn_scoped(scope, f);
        match thread.expect("the system can give 256 MB of address space").join() {
            Ok(value) => value,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}
