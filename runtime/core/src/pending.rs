//! The pending word: what emitted code tests after every operation that may throw.

use crate::global::Global;

/// An exception waits (exceptions/ holds it).
pub const EXCEPTION: u64 = 1;
/// `exit` was called: nothing catches it.
pub const EXIT: u64 = 2;
/// A signal or the time limit.
pub const INTERRUPT: u64 = 4;
/// `memory_limit` was passed.
pub const MEMORY: u64 = 8;

#[unsafe(no_mangle)]
static php_pending: Global<u64> = Global::new(0);

/// Something is pending: only this module, exceptions/ and engine code make one. The error type of everything that may throw.
#[derive(Debug, Clone, Copy)]
pub struct Thrown(());

pub type Result<T = (), E = Thrown> = std::result::Result<T, E>;

#[inline]
pub fn word() -> u64 {
    php_pending.get()
}

#[inline]
pub fn is_pending() -> bool {
    php_pending.get() != 0
}

#[inline]
pub fn raise(bit: u64) -> Thrown {
    php_pending.with(|word| *word |= bit);
    Thrown(())
}

#[inline]
pub fn clear(bit: u64) {
    php_pending.with(|word| *word &= !bit);
}

/// `Err` if something is pending: after a drop, a handler or a callback that may have thrown.
#[inline]
pub fn check() -> Result {
    if is_pending() { Err(Thrown(())) } else { Ok(()) }
}
