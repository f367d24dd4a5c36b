//! The heads of heap blocks, as emitted code reads them. runtime/core wraps them with behaviour.
//!
//! Every counted block begins with [`Header`]. The count is 32 bits, not atomic. Literals are immortal by a biased
//! count ([`IMMORTAL`]): retain and release stay one instruction each without a test, and "unique" is `count == 1`.

use crate::value::RawValue;

/// The count literals start with. Every release has its retain, so it stays near this.
pub const IMMORTAL: u32 = 0x4000_0000;

#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Header {
    pub count: u32,
    /// The value's tag (STRING … REFERENCE) as a byte.
    pub tag: u8,
    /// For arrays the [`ArrayKind`]; for strings and objects unused (0).
    pub kind: u8,
    /// `FLAG_*`.
    pub flags: u8,
    /// The cycle collector's colour and buffer mark.
    pub gc: u8,
}

/// Array: no element is, or ever was since the array was last written in bulk, an object, resource, reference or an array
/// without this flag. So releasing it runs no user code and it cannot be part of a cycle.
pub const FLAG_INERT: u8 = 1;
/// Object: the destructor has run or must not run.
pub const FLAG_DESTRUCTED: u8 = 2;
/// Object: a WeakReference or WeakMap knows it.
pub const FLAG_WEAKLY_REFERENCED: u8 = 4;
/// Any: a traversal (dump, compare, serialise) is inside; for recursion detection.
pub const FLAG_VISITED: u8 = 8;
/// String: known to be valid UTF-8 (a cache, never required).
pub const FLAG_UTF8: u8 = 16;
/// Reference: has typed-property sources that constrain writes.
pub const FLAG_TYPED_REFERENCE: u8 = 32;
/// Object: class has a destructor or native free hook (release goes the slow way).
pub const FLAG_HAS_DESTRUCTOR: u8 = 64;

/// A string: head, then `length` bytes, then spare room up to `capacity`. No terminator.
#[repr(C)]
pub struct StrHeader {
    pub header: Header,
    pub length: u64,
    /// 0 = not computed; computed hashes are never 0.
    pub hash: u32,
    /// Bytes available after the head, in units of 8.
    pub capacity8: u32,
    // bytes follow
}
pub const STR_BYTES: usize = 24;

/// How an array's elements lie.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum ArrayKind {
    /// No elements, no block. (`next_index` may still be above 0.)
    Empty = 0,
    /// Keys 0..length without holes; 8-byte ints.
    Ints = 1,
    /// Keys 0..length without holes; 8-byte floats.
    Floats = 2,
    /// Keys 0..length without holes; 16-byte values, none UNDEF.
    Values = 3,
    /// Ordered hash: `used` entries of [`HashEntry`] in insertion order, holes have an UNDEF value.
    Hash = 4,
}

/// An array. Lists (all kinds but `Hash`) have `used == length`; appending to a list needs `next_index == length`
/// (else the array becomes a hash first).
#[repr(C)]
pub struct ArrayHeader {
    pub header: Header,
    /// Elements (`count()`).
    pub length: u32,
    /// Entries in use including holes; equals `length` for lists.
    pub used: u32,
    /// Elements or entries the block has room for.
    pub capacity: u32,
    /// The internal pointer (`current()`, `next()`): an entry number; `>= used` is past the end.
    pub position: u32,
    /// The key that `[]` takes next. `i64::MIN` until the first int key, as in PHP 8.3.
    pub next_index: i64,
    /// `*i64`, `*f64`, `*RawValue` or `*HashEntry` by kind; null when `capacity` is 0.
    pub data: *mut u8,
    /// Hash only: bucket heads (entry number or `u32::MAX`), `mask + 1` of them, in the same block as `data`, behind the
    /// entries; else null.
    pub index: *mut u32,
    pub mask: u32,
    /// Live `foreach` by reference and other safe iterators over this array (they are told of moves).
    pub iterators: u32,
}

impl ArrayHeader {
    /// Entries of a hash that is made for `length` keys: a power of two.
    pub const fn hash_capacity(length: usize) -> usize {
        if length <= 8 { 8 } else { length.next_power_of_two() }
    }
}

#[derive(Clone, Copy)]
#[repr(C)]
pub struct HashEntry {
    pub value: RawValue,
    /// An int key itself, or a `*StrHeader` (owned).
    pub key: u64,
    /// For string keys the string's hash with `HASH_STRING_KEY` set; for int keys the folded int with it clear.
    pub hash: u32,
    /// Next entry of the same bucket, `u32::MAX` ends.
    pub next: u32,
}
pub const HASH_STRING_KEY: u32 = 0x8000_0000;

/// An object: head, then its class's slots, 16 bytes each, inherited first (a subclass only appends).
#[repr(C)]
pub struct ObjectHeader {
    pub header: Header,
    /// `#3` in dumps; `spl_object_id`. Given out last-in-first-out.
    pub handle: u32,
    /// Number of slots.
    pub slots: u32,
    /// The runtime's class; identity is what inline guards compare.
    pub class: *const ClassHead,
    /// Undeclared properties (`*ArrayHeader`, owned) or null.
    pub dynamic: *mut ArrayHeader,
    // slots follow
}
pub const OBJECT_SLOTS: usize = 32;
pub const SLOT_SIZE: usize = 16;

/// The part of a runtime class that emitted code reads. runtime/core's `Class` starts with it.
#[repr(C)]
pub struct ClassHead {
    /// Number in order of linking, unique while the process lives.
    pub id: u32,
    /// Bytes of an instance: OBJECT_SLOTS + SLOT_SIZE * slots.
    pub instance_size: u32,
    /// Depth in the `extends` chain; `ancestors[depth]` is the class itself.
    pub depth: u32,
    pub flags: u32,
    /// `depth + 1` classes, root first: `instanceof` of a class is one compare.
    pub ancestors: *const *const ClassHead,
    /// Virtual methods: specialised or generic entries by vtable index (see `decl`), inherited first.
    pub vtable: *const *const u8,
    /// Default values of the slots, `slots` of them (LAZY where still to be evaluated).
    pub defaults: *const RawValue,
}
/// `ClassHead::flags`: instances can be made by copying `defaults` (no LAZY left, no native state, not abstract, an
/// ordinary class).
pub const CLASS_PLAIN_NEW: u32 = 1;
/// Has a destructor (own or inherited).
pub const CLASS_HAS_DESTRUCTOR: u32 = 2;
/// Has `__get`/`__set`/… (own or inherited): property fast paths are off for undeclared or inaccessible names.
pub const CLASS_HAS_MAGIC: u32 = 4;
/// `$object[int]` is an element of the list that the object's native state keeps (see [`NativeHead`]): no method of PHP stands
/// in the way. The state lies in the first slot.
pub const CLASS_ELEMENTS: u32 = 8;
/// Objects are instances of it without its being among their class's ancestors.
pub const CLASS_IS_INTERFACE: u32 = 16;

/// What a NATIVE slot's payload points to begins with this.
#[repr(C)]
pub struct NativeHead {
    /// Where the state keeps its list of elements, which nothing else holds and which takes no element more: its `next_index`
    /// is never its length. Null where the class has no CLASS_ELEMENTS.
    pub elements: *const *mut ArrayHeader,
}

/// A reference cell: one value that several slots share.
#[repr(C)]
pub struct ReferenceHeader {
    pub header: Header,
    pub value: RawValue,
    /// The typed properties that hold this cell (runtime-owned) or null.
    pub sources: *mut u8,
}

/// The part of a runtime function that emitted code reads. runtime/core's `Func` starts with it.
#[repr(C)]
pub struct FuncHead {
    /// The generic entry, always callable (builtins have one too).
    pub entry: GenericEntry,
    pub flags: u32,
    pub required: u32,
    pub params: u32,
    /// Bit i: argument i is passed by reference (beyond 63: ask the runtime).
    pub by_ref: u64,
}
/// `FuncHead::flags`: a static method.
pub const FUNC_STATIC: u32 = 1;
/// A builtin: its entry must know its caller's frame. Called through the primitive `indirect_call`.
pub const FUNC_BUILTIN: u32 = 8;
/// Calling it is reported. Called through `indirect_call`.
pub const FUNC_DEPRECATED: u32 = 32;

/// The one signature of calls by name or value, for builtins and PHP functions alike.
///
/// - `func`: the callee's descriptor;
/// - `this_or_class`: the `*ObjectHeader` of `$this` (borrowed: it stays alive during the call because the caller holds it,
///   a callee that keeps it retains it) or, for static methods, the `*ClassHead` of the late-static-binding class; null
///   for plain functions. `CALL_HAS_THIS` tells which;
/// - `args`: `count` values, owned by the callee from now on; the memory under them is the caller's;
/// - `count_flags`: low 32 bits the count, above it `CALL_*`;
/// - `closure`: the Closure object being called (borrowed) or null.
///
/// The result is owned by the caller. Exceptions: **a generic entry never unwinds past itself.** It returns with the engine's
/// pending word ([`PENDING`]) set and an UNDEF result. So Rust calls PHP through it without a trampoline, and it is the
/// bottom frame of every fiber stack.
pub type GenericEntry = unsafe extern "C" fn(
    func: *const FuncHead,
    this_or_class: *const u8,
    args: *mut RawValue,
    count_flags: u64,
    closure: *const ObjectHeader,
) -> RawValue;

/// The caller's file has `strict_types=1`.
pub const CALL_STRICT: u64 = 1 << 32;
/// `this_or_class` is an object.
pub const CALL_HAS_THIS: u64 = 1 << 33;
/// One more value follows the counted arguments: an array of named arguments for a variadic parameter.
pub const CALL_NAMED_EXTRA: u64 = 1 << 34;
/// Some of the positional arguments are UNDEF because named arguments skipped them: defaults apply.
pub const CALL_MAY_HAVE_UNDEF: u64 = 1 << 35;
/// The result is not used.
pub const CALL_RESULT_UNUSED: u64 = 1 << 36;
/// For `call_end`: do not follow a returned reference.
pub const CALL_KEEP_REFERENCE: u64 = 1 << 37;

/// The symbol table view of a function whose locals can be reached by name: a frame area of values of which the first is this
/// head and the others are the locals, in the order of `FunctionDecl::locals`.
#[repr(C)]
pub struct SymbolFrame {
    pub func: *const FuncHead,
    /// Variables that are no locals (runtime-owned), null at first.
    pub others: *mut ArrayHeader,
    // locals follow
}

/// Symbol of the engine's pending word (`u64`): not 0 when an exception, `exit`, an interrupt or a passed memory limit
/// waits to be handled. **Emitted code tests it after every primitive, builtin or generic entry that can throw**, and goes
/// to its landing pad, where `pending_take` yields the exception and clears the word.
pub const PENDING: &str = "php_pending";
/// Symbol of the stack limit (`u64`): functions compare the stack pointer with it on entry and call `stack_overflow` below
/// it. Interrupts poison it.
pub const STACK_LIMIT: &str = "php_stack_limit";
/// Symbol of the 256 shared strings of one byte, immortal, [`SHORT_STRING_SIZE`] bytes apart.
pub const ONE_BYTE_STRINGS: &str = "php_one_byte_strings";
pub const SHORT_STRING_SIZE: usize = STR_BYTES + 8;
