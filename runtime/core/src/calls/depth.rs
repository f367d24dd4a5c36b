//! How deep PHP code may nest through the engine: `__toString`, destructors, comparators, handlers, generators.
//!
//! PHP's own calls of PHP functions nest on its heap and end in the memory fatal; what passes through C nests on the C stack,
//! and its end is a catchable Error. Ours share one stack, so the levels are counted.

use crate::global::Global;
use crate::pending::Result;
use crate::{Cx, fibers, stack};

/// What a call from the engine costs, in halves: resuming a generator takes half as much of PHP's stack.
pub const CALL: u32 = 2;
pub const RESUME: u32 = 1;

/// PHP reaches about 10,400 calls on its stack of 8 MB and 2,550 on a fiber's of 2 MB.
pub const MAIN: u32 = 20_800;
pub const FIBER: u32 = 5_100;

/// Native recursion (dumps, comparisons) keeps this free above the end of the stack.
const RESERVE: usize = 128 << 10;

static LEFT: Global<u32> = Global::new(MAIN);

/// The levels left on this stack; exchanged when fibers switch.
pub fn left() -> u32 {
    LEFT.get()
}
pub fn set_left(levels: u32) {
    LEFT.set(levels);
}

/// Runs `body` some levels deeper.
#[inline]
pub fn deeper<R>(cost: u32, body: impl FnOnce() -> R) -> R {
    let left = LEFT.get();
    LEFT.set(left.saturating_sub(cost));
    let result = body();
    LEFT.set(left);
    result
}

/// The Error of recursion through the engine, when no level is left.
#[inline]
pub fn check(cx: &mut Cx) -> Result {
    if LEFT.get() < CALL || stack::room() < RESERVE { too_deep(cx) } else { Ok(()) }
}

#[cold]
fn too_deep(cx: &mut Cx) -> Result {
    let size = if fibers::is_inside() { 2_048_000 } else { 8_339_456 };
    Err(cx.throw_error(format!(
        "Maximum call stack size of {size} bytes (zend.max_allowed_stack_size - zend.reserved_stack_size) reached. Infinite recursion?"
    )))
}
