//! SSA: block parameters, 32-bit ids in dense vectors, a type on every value, effects from the op table.
//!
//! - **Representation follows from types.** A value of type `int` is an i64, `float` an f64, unknown a tag and a payload
//!   ([`types::Repr`]). There are no box or unbox operations: codegen converts at each use; a wrong type is a wrong program.
//! - **Side exits.** An instruction in the middle of a block may have an `exit`: where control goes if it throws (or
//!   overflows, for the `*_exit` operations). Results are defined at the exit too and may be passed to it (a place
//!   operation's new base is valid even when it threw). So blocks are extended basic blocks: a value is available in the
//!   exit block only through the exit's arguments.
//! - **Ownership is explicit.** Operands are borrowed unless the op table says `owned`; counted results are owned. The
//!   builder emits `retain` where a borrowed value becomes owned, `release` where a local, argument or temporary dies in
//!   PHP (exact 3.1); passes only keep the balance.
//! - An exit target (landing pad) first does `prim pending_take`, releases what it owns, and ends by a jump (caught),
//!   or `unwind`.

pub mod cfg;
pub mod edit;
pub mod func;
pub mod op;
pub mod print;
pub mod types;
pub mod verify;

pub use func::*;
pub use op::Op;
pub use types::{ClassId, Kinds, Mask, Repr, Type};

/// Flags of `call_entry` beside the `CALL_*` ones. The receiver is an object; if the function is static, its class is passed.
pub const RECEIVER_UNLESS_STATIC: i64 = 1 << 48;
/// The receiver is an object, a class with its lowest bit set, or null.
pub const RECEIVER_TAGGED: i64 = 1 << 49;
/// The receiver is an object being constructed; the function may be null (no constructor). If it throws, the object's
/// destructor must not run.
pub const RECEIVER_CONSTRUCTED: i64 = 1 << 50;
/// A returned reference is followed.
pub const RESULT_FOLLOWED: i64 = 1 << 51;
