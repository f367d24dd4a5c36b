//! What a compiled unit (a PHP file) hands to the runtime, and the frames of its generators.

use crate::layout::{ClassHead, FuncHead, GenericEntry};
use crate::value::RawValue;

/// One compiled file, as emitted into the executable or placed in memory at run time. All pointers live as long as the
/// process.
#[repr(C)]
pub struct CompiledUnit {
    /// The encoded [`crate::decl::UnitDecl`].
    pub decl: *const u8,
    pub decl_length: u64,
    /// One for each function of the unit, by `FuncIndex`.
    pub functions: *const CompiledFunction,
    pub function_count: u64,
    /// The unit's machine code, to find the unit of a return address.
    pub code_start: *const u8,
    pub code_end: *const u8,
    /// The position table, see [`crate::position`].
    pub positions: *const u8,
    pub positions_length: u64,
    /// Emitted code's view of the runtime's functions: one cell for each function, filled when the function becomes known
    /// (plain functions: when the unit is loaded; methods: when their class is linked).
    pub function_cells: *mut *const FuncHead,
    /// One cell for each class declaration: the linked class, null before.
    pub class_cells: *mut *const ClassHead,
    /// The unit's constants as values, by `ConstId`; strings are immortal literals of the image; arrays are UNDEF until
    /// the primitive `const_array` builds them from `const_blob`.
    pub consts: *mut RawValue,
    pub const_count: u64,
    /// The encoded `Vec<Const>`.
    pub const_blob: *const u8,
    pub const_blob_length: u64,
}

#[derive(Clone, Copy)]
#[repr(C)]
pub struct CompiledFunction {
    /// The generic entry; null only if nothing can reach the function dynamically.
    pub entry: Option<GenericEntry>,
    /// What vtables hold for virtual calls, under the convention that ir/codegen chose for the method; null: the generic
    /// entry does.
    pub typed: *const u8,
}

/// The head of a suspended generator's frame; emitted code appends what it saves. Made by the generic entry of a generator
/// function through the primitive `generator_new`, which wraps it into a Generator object.
///
/// The layout after the head: `value_count` tagged values (UNDEF when dead; the cycle collector visits them), then bytes that
/// only emitted code knows.
#[repr(C)]
pub struct GeneratorFrame {
    /// Continues the body. Sets `key`, `value`, `result` as its [`ResumeStatus`] says. Never unwinds.
    pub resume: ResumeEntry,
    /// Where to continue; 0 is the start. Belongs to emitted code.
    pub state: u32,
    pub value_count: u32,
    /// Bytes of the frame including this head, for freeing it.
    pub size: u64,
    /// Line of the `yield` at which it stands.
    pub line: u64,
    /// Key of the current element. The body leaves UNDEF where it yields none: the runtime numbers it.
    pub key: RawValue,
    /// The current element (a reference cell if yielded by reference): UNDEF before the first, the last one when it is over.
    pub value: RawValue,
    /// In: what the `yield` expression evaluates to. Emitted code takes it (leaves UNDEF).
    pub sent: RawValue,
    /// Out: what the body returned, or what `yield from` delegates to.
    pub result: RawValue,
}

const _: () = assert!(size_of::<GeneratorFrame>() % size_of::<RawValue>() == 0);

/// `mode` is one of `RESUME_*`; the result one of `GENERATOR_*`.
pub type ResumeEntry = unsafe extern "C" fn(frame: *mut GeneratorFrame, mode: u64) -> u64;

/// Continue after the `yield` with `sent`.
pub const RESUME_NEXT: u64 = 0;
/// Leave as by `return`: run `finally` blocks, release the frame's values. (A `yield` inside such a `finally` suspends again.)
pub const RESUME_DESTROY: u64 = 1;
/// Something is pending, which the `yield` throws (`Generator::throw`).
pub const RESUME_THROW: u64 = 2;

/// Suspended with `key` and `value`.
pub const GENERATOR_YIELDED: u64 = 0;
/// Suspended in `yield from`: `result` is the array, generator or Traversable; resumed with its result in `sent`.
pub const GENERATOR_DELEGATED: u64 = 1;
/// Over; `result` is set, the frame's values are released.
pub const GENERATOR_RETURNED: u64 = 2;
/// Over by an exception: pending is set, the frame's values are released.
pub const GENERATOR_THREW: u64 = 3;

/// What `main` finds in an executable, under the symbol [`crate::program_symbol!`] (its name carries abi's fingerprint, so
/// that objects compiled against another abi do not link).
#[repr(C)]
pub struct Program {
    pub units: *const *const CompiledUnit,
    pub unit_count: u64,
    /// Number of the entry unit.
    pub entry: u64,
    /// The compile-time root: unit paths that are relative are relative to it.
    pub root: *const u8,
    pub root_length: u64,
    /// Settings fixed at compile time, lines `name=value`.
    pub settings: *const u8,
    pub settings_length: u64,
}
