//! The table of SSA operations.

use phpc_abi::effects::Effects;

/// Where an operation's effects come from.
#[derive(Clone, Copy, Debug)]
pub enum EffectRule {
    Fixed(Effects),
    /// Of the primitive, builtin or function named by the immediate (`Func::effects_of` asks).
    Callee,
    /// Releasing: none if the operand's type cannot have a destructor.
    Release,
    /// Generic operators: none if the operand types are numbers.
    Operator,
}

macro_rules! ssa_ops {
    ($($(#[doc = $doc:literal])* $name:ident ($($operand:ident),*) -> $results:literal, $rule:expr $(, $flag:ident)*;)*) => {
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[allow(non_camel_case_types)]
        pub enum Op { $($(#[doc = $doc])* $name),* }

        /// A line of the table.
        pub struct OpInfo {
            pub name: &'static str,
            /// `value` borrowed, `owned` consumed; a last `values` or `owneds` means any number of these.
            pub operands: &'static [&'static str],
            pub results: usize,
            pub effects: EffectRule,
            pub flags: &'static [&'static str],
            pub doc: &'static [&'static str],
        }

        impl Op {
            pub const ALL: &'static [Op] = &[$(Op::$name),*];
            pub fn info(self) -> &'static OpInfo {
                static TABLE: &[OpInfo] = &[$(OpInfo {
                    name: stringify!($name),
                    operands: &[$(stringify!($operand)),*],
                    results: $results,
                    effects: $rule,
                    flags: &[$(stringify!($flag)),*],
                    doc: &[$($doc),*],
                }),*];
                &TABLE[self as usize]
            }
            pub fn is_terminator(self) -> bool {
                match self { $(Op::$name => ssa_ops!(@terminator $($flag)*)),* }
            }
            pub fn from_name(name: &str) -> Option<Op> {
                match name { $(stringify!($name) => Some(Op::$name),)* _ => None }
            }
        }
    };
    (@terminator terminator $($rest:ident)*) => { true };
    (@terminator $($other:ident)*) => { false };
}

const PURE: EffectRule = EffectRule::Fixed(Effects::PURE);
const ALLOCATES: EffectRule = EffectRule::Fixed(Effects::ALLOCATES);
const READS_PROPERTY: EffectRule = EffectRule::Fixed(Effects::READS_PROPERTY);
const WRITES_PROPERTY: EffectRule = EffectRule::Fixed(Effects::WRITES_PROPERTY);
const READS_ARRAY: EffectRule = EffectRule::Fixed(Effects::READS_ARRAY);
const WRITES_ARRAY: EffectRule = EffectRule::Fixed(Effects::WRITES_ARRAY);
const WRITES_REFERENCE: EffectRule = EffectRule::Fixed(Effects::WRITES_REFERENCE);
const READS_REFERENCE: EffectRule = EffectRule::Fixed(Effects::READS_REFERENCE);
const READS_SLOT: EffectRule = EffectRule::Fixed(Effects::READS_GLOBAL);
const WRITES_SLOT: EffectRule = EffectRule::Fixed(Effects::WRITES_GLOBAL);
const ANY: EffectRule = EffectRule::Fixed(Effects::ANY);
const CONTROL: EffectRule = EffectRule::Fixed(Effects::PURE);
use EffectRule::{Callee, Operator, Release};

ssa_ops! {
    // ---- constants and addresses (immediate says which)
    undef() -> 1, PURE;
    null() -> 1, PURE;
    bool() -> 1, PURE;
    int() -> 1, PURE;
    float() -> 1, PURE;
    /// An immortal string literal: a constant of the unit.
    string() -> 1, PURE;
    /// An immortal array constant of the unit (built on first use).
    array() -> 1, ALLOCATES;
    /// The unit's `CompiledUnit`.
    unit_ptr() -> 1, PURE;
    /// The runtime function descriptor (`*FuncHead`) of a function of the unit: load of its cell.
    func_ptr() -> 1, PURE;
    /// The linked class of a class declaration of the unit: load of its cell (null before declaration).
    class_ptr() -> 1, READS_SLOT;
    /// Address of a zero-initialised run of words of the unit for inline caches; `Imm::Int` words. One for each instruction.
    cache_ptr() -> 1, PURE;
    null_ptr() -> 1, PURE;
    /// Address of the resume function of this generator function, a GeneratorFrame's `resume`.
    resume_ptr() -> 1, PURE;
    /// Address of a frame area of values (`Imm::Slot`).
    stack_ptr() -> 1, PURE;
    /// Address of the static cell of global variable (`Imm::Const` its name): resolved once per unit.
    global_ptr() -> 1, READS_SLOT;

    // ---- counts
    retain(value) -> 0, PURE;
    /// Drops one count; at zero destroys (may run destructors: has an exit then).
    release(owned) -> 0, Release;

    // ---- looking at values
    /// The value a variable holds, references followed; owned (retained).
    deref(value) -> 1, READS_REFERENCE;
    /// Does the value's tag lie within the immediate mask?
    type_is(value) -> 1, PURE;
    /// The same value; the immediate type is known to hold here (after a test). No code.
    assume(value) -> 1, PURE;
    select(value, value, value) -> 1, PURE;
    /// Both words equal (for uncounted values, classes, pointers).
    same_word(value, value) -> 1, PURE;

    // ---- PHP's operators on any types (Imm::Binary, Imm::Unary, Imm::Cast); results owned
    binary(value, value) -> 1, Operator;
    unary(value) -> 1, Operator;
    cast(value) -> 1, Operator;
    /// Truth of a value as PHP sees it (UNDEF: false).
    truth(value) -> 1, Operator;
    /// `++`/`--` of a value (Imm::Bool: increment).
    step(value) -> 1, Operator;

    // ---- ints: 64 bit; the plain forms wrap, their range must be known
    int_add(value, value) -> 1, PURE;
    int_sub(value, value) -> 1, PURE;
    int_mul(value, value) -> 1, PURE;
    /// Overflow goes to the exit.
    int_add_exit(value, value) -> 1, PURE, exits;
    int_sub_exit(value, value) -> 1, PURE, exits;
    int_mul_exit(value, value) -> 1, PURE, exits;
    /// Overflow makes the float result: type int|float.
    int_add_float(value, value) -> 1, PURE;
    int_sub_float(value, value) -> 1, PURE;
    int_mul_float(value, value) -> 1, PURE;
    int_neg(value) -> 1, PURE;
    int_not(value) -> 1, PURE;
    int_and(value, value) -> 1, PURE;
    int_or(value, value) -> 1, PURE;
    int_xor(value, value) -> 1, PURE;
    /// Shift count known to be 0..=63.
    int_shl(value, value) -> 1, PURE;
    int_shr(value, value) -> 1, PURE;
    /// Divisor known not to be 0 (nor -1 with PHP_INT_MIN).
    int_div(value, value) -> 1, PURE;
    int_mod(value, value) -> 1, PURE;
    /// Imm::Compare.
    int_compare(value, value) -> 1, PURE;
    int_to_float(value) -> 1, PURE;

    // ---- floats
    float_add(value, value) -> 1, PURE;
    float_sub(value, value) -> 1, PURE;
    float_mul(value, value) -> 1, PURE;
    /// Divisor known not to be 0.
    float_div(value, value) -> 1, PURE;
    float_neg(value) -> 1, PURE;
    float_abs(value) -> 1, PURE;
    float_sqrt(value) -> 1, PURE;
    float_floor(value) -> 1, PURE;
    float_ceil(value) -> 1, PURE;
    float_compare(value, value) -> 1, PURE;
    /// PHP's modular conversion.
    float_to_int(value) -> 1, PURE;

    bool_not(value) -> 1, PURE;
    bool_and(value, value) -> 1, PURE;
    bool_or(value, value) -> 1, PURE;
    bool_xor(value, value) -> 1, PURE;
    bool_to_int(value) -> 1, PURE;

    // ---- memory of known shape
    /// What a reference cell holds (borrowed; UNDEF in a static variable not yet initialised).
    ref_load(value) -> 1, READS_REFERENCE;
    /// Overwrites it without releasing what was there.
    ref_store(value, owned) -> 0, WRITES_REFERENCE;
    /// A copy (counted) of what a reference cell holds if it is of the result's type (tested like `slot_exit`'s); else to the exit.
    ref_exit(value) -> 1, READS_REFERENCE, exits;
    /// The same, borrowed: for a next step at once.
    ref_peek(value) -> 1, READS_REFERENCE, exits;
    /// A slot of an object (Imm::Int: slot number); borrowed; type says whether UNDEF or a reference is possible.
    slot_load(value) -> 1, READS_PROPERTY;
    /// The same for what is about to be overwritten: nobody supposes what it is.
    slot_old(value) -> 1, READS_PROPERTY;
    /// Overwrites a slot without releasing what was there.
    slot_store(value, owned) -> 0, WRITES_PROPERTY;
    /// The same value, if its tag lies within the immediate mask; else to the exit.
    type_exit(value) -> 1, PURE, exits;
    /// A copy (counted) of a slot (Imm::Int) if it is of the result's type: tags, an exact class, storage kinds of numbers;
    /// else to the exit.
    slot_exit(value) -> 1, READS_PROPERTY, exits;
    /// The same, borrowed: for a next step at once.
    slot_peek(value) -> 1, READS_PROPERTY, exits;
    /// The class word of an object.
    object_class(value) -> 1, PURE;
    /// Is `class` (pointer) the object's class or an ancestor of it? Classes, not interfaces; Imm::Int: depth of `class`.
    class_is_ancestor(value, value) -> 1, READS_PROPERTY;
    /// A variable in memory (frame area, global, static): Imm::Int: which value from the address on. Borrowed.
    var_load(value) -> 1, READS_SLOT;
    var_store(value, owned) -> 0, WRITES_SLOT;
    /// Word at an address plus immediate bytes.
    word_load(value) -> 1, READS_SLOT;
    word_store(value, value) -> 0, WRITES_SLOT;
    array_length(value) -> 1, READS_ARRAY;
    array_kind(value) -> 1, READS_ARRAY;
    /// Count of an array, string or object is 1.
    is_unique(value) -> 1, READS_ARRAY;
    /// Address of the elements.
    list_data(value) -> 1, READS_ARRAY;
    /// Element by index, in bounds, of a list of the kind: Ints, Floats, Values (borrowed).
    list_load_int(value, value) -> 1, READS_ARRAY;
    list_load_float(value, value) -> 1, READS_ARRAY;
    list_load_value(value, value) -> 1, READS_ARRAY;
    /// Overwrites an element of a unique list without releasing what was there.
    list_store_int(value, value, value) -> 0, WRITES_ARRAY;
    list_store_float(value, value, value) -> 0, WRITES_ARRAY;
    list_store_value(value, value, owned) -> 0, WRITES_ARRAY;
    /// A copy (counted, references followed) of the element under an int key; absent: to the exit. With Imm::Type: also if it is
    /// not of the type (tested like `slot_exit`'s; a reference is not).
    element_exit(value, value) -> 1, READS_ARRAY, exits;
    /// The element itself, borrowed: for a next step at once.
    element_peek(value, value) -> 1, READS_ARRAY, exits;
    string_length(value) -> 1, PURE;
    /// Byte in bounds, as an int.
    string_byte(value, value) -> 1, PURE;
    /// The shared one-byte string for 0..=255.
    string_of_byte(value) -> 1, PURE;

    // ---- places (Imm::Place: kinds of steps, mode or operator). First operand: the base as a value (owned, given back
    // changed as the first result) or as an address of type ptr (then the first result is undef). Second: the current
    // function's descriptor (scope, strictness). Then a key for each step (undef for append), borrowed, then the value. The
    // last result is the operation's value. No steps: the base itself.
    place_read(value, value, values) -> 1, ANY;
    place_isset(value, value, values) -> 1, ANY;
    place_empty(value, value, values) -> 1, ANY;
    place_unset(owned, value, values) -> 1, ANY;
    /// The value is the last operand, owned.
    place_assign(owned, value, values) -> 2, ANY;
    /// The value is the last operand, borrowed.
    place_assign_op(owned, value, values) -> 2, ANY;
    place_inc_dec(owned, value, values) -> 2, ANY;
    /// Takes an element out of the array in which the last step, an append, is: the value.
    place_take(owned, value, values) -> 2, ANY;
    /// The reference at the place, made if there is none.
    place_ref(owned, value, values) -> 2, ANY;
    /// The reference is the last operand, owned.
    place_assign_ref(owned, value, values) -> 2, ANY;

    // ---- calls
    /// A primitive of the runtime (Imm::Primitive). Operand ownership as its signature says.
    prim(values) -> 1, Callee;
    /// A primitive without result.
    prim_void(values) -> 0, Callee;
    /// A PHP function of the program by its typed body (Imm::Func): hidden operands first (borrowed, but `Extra`), then all
    /// parameters, owned, of the types of its signature. A throwing body returns with the pending word set.
    call(owneds) -> 1, Callee;
    /// The same function by its generic entry, called directly: its argument types are not (yet) known to fit. Operands:
    /// `$this` or class or null pointer, closure or null pointer, then owned arguments. Imm::Func.
    call_checked(value, value, owneds) -> 1, ANY;
    /// Concatenates strings, ints and other uncounted scalars in one allocation.
    concat_many(values) -> 1, ALLOCATES;
    /// A builtin by its native entry (Imm::Builtin): borrowed operands of the declared types, all parameters given.
    call_builtin(values) -> 1, Callee;
    /// A builtin by its generic entry: owned operands, any number (by-reference parameters: REFERENCE).
    call_builtin_generic(owneds) -> 1, Callee;
    /// Through a descriptor's generic entry: descriptor, `$this` or class or null pointer, closure or null pointer, then owned
    /// arguments. Imm::Int: CALL_* flags, and those of `ssa::RECEIVER_UNLESS_STATIC` and its like.
    call_entry(value, value, value, owneds) -> 1, ANY;
    /// A virtual method: object, then owned arguments. Imm::Virtual: vtable index, with the signature all overriders share.
    call_virtual(value, owneds) -> 1, ANY;
    /// Stores the current value of parameter Imm::Int in its home slot, for traces (borrowed there). Imm::Slot: the value
    /// that comes before, in a frame area, has its home there. Imm::Inlined: a parameter of an inlined call.
    home(value) -> 0, WRITES_SLOT;
    /// Polls for interrupts (loop back-edges).
    poll() -> 0, ANY;

    /// What follows in the block is not to be expected: under speculation the function's fast part is left here. Does nothing.
    unlikely() -> 0, CONTROL;

    // ---- control
    jump() -> 0, CONTROL, terminator;
    /// Targets: true, false.
    branch(value) -> 0, CONTROL, terminator;
    /// An int against Imm::Cases; the last target is the default.
    switch(value) -> 0, CONTROL, terminator;
    /// A value against the strings of Imm::Texts, as `===` compares; the last target is the default.
    switch_text(value) -> 0, CONTROL, terminator;
    ret(owned) -> 0, CONTROL, terminator;
    /// Leaves the function with the exception (owned).
    unwind(owned) -> 0, CONTROL, terminator;
    unreachable() -> 0, CONTROL, terminator;
}
