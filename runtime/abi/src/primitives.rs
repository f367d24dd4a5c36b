//! Primitives: the functions of the runtime that emitted code calls, in one table.
//!
//! Each line is `name(param: Kind, …) -> Kind = path::of::implementation; EFFECTS;`. The table is expanded here (enum,
//! signatures, effects, symbols), in runtime/core (for each line an exported `extern "C"` function of exactly that signature
//! calling the Rust function at `path`: a missing one or another signature does not compile) and read by codegen.
//!
//! Conventions: arguments are borrowed unless their kind says `Owned`; results are owned by the caller. After a primitive
//! whose effects `can_throw`, emitted code tests the pending word ([`crate::layout::PENDING`]); the result is then
//! meaningless (UNDEF or null).

/// How a parameter or result travels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// No result.
    Unit,
    /// A PHP value in two words, borrowed as a parameter, owned as a result.
    Value,
    /// A value that the callee takes over.
    OwnedValue,
    /// i64 in a general register.
    Int,
    /// f64 in a vector register.
    Float,
    /// 0 or 1 as a full word.
    Bool,
    /// `*StrHeader`, borrowed as a parameter, owned as a result.
    Str,
    OwnedStr,
    /// `*ArrayHeader`.
    Array,
    OwnedArray,
    /// `*ObjectHeader`.
    Object,
    OwnedObject,
    /// `*mut RawValue`: a variable, element or argument area in memory.
    Slot,
    /// Any other address (class, function, unit data, call under construction, iterator).
    Pointer,
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Signature {
    pub name: &'static str,
    pub params: &'static [(&'static str, Kind)],
    pub result: Kind,
    pub effects: crate::effects::Effects,
}

/// Calls `$expand! { lines… }`.
#[macro_export]
macro_rules! for_each_primitive {
    ($expand:path) => {
        $expand! {
            // ---- counts and memory
            /// The count reached zero (emitted code has decremented it): destroys the value, running destructors.
            destroy(value: OwnedValue) -> Unit = memory::destroy; RELEASES | THROWS | CALLS;
            /// Emitted code has decremented the count: destroys the value at zero; above it, a cycle may have lost its last
            /// outside count.
            counted_down(value: OwnedValue) -> Unit = memory::counted_down; RELEASES | THROWS | CALLS;
            /// Releases a value of unknown tag.
            release(value: OwnedValue) -> Unit = memory::release; RELEASES | THROWS | CALLS;
            /// Releases while an exception is being unwound: what the release throws gets `exception` as its previous.
            release_unwinding(value: OwnedValue, exception: OwnedObject) -> Object = memory::release_unwinding; RELEASES | CALLS;
            /// The same for several values, one after another.
            release_all_unwinding(values: Slot, count: Int, exception: OwnedObject) -> Object = memory::release_all_unwinding; RELEASES | CALLS;
            /// A new uninitialised block for an object of the class with its default slots; runs no constructor.
            object_new(class: Pointer) -> Object = object::new_instance; ALLOCATES | THROWS | CALLS;
            /// A new reference cell owning `value`.
            reference_new(value: OwnedValue) -> Value = memory::reference_new; ALLOCATES;
            /// The array constant `index` of a unit, built on first use and kept in the unit's table.
            const_array(unit: Pointer, index: Int) -> Array = unit::const_array; ALLOCATES;

            // ---- exceptions and ends
            /// Takes the pending exception (clears the word). Interrupts and passed limits are raised here, fatally or as throws.
            pending_take() -> Object = exception::pending_take; AMBIENT;
            /// Makes `exception` pending again.
            pending_set(exception: OwnedObject) -> Unit = exception::pending_set; AMBIENT;
            /// `throw value`: sets pending ("Can only throw objects").
            throw_value(value: OwnedValue) -> Unit = exception::throw_value; THROWS;
            /// Is the exception an instance of the class called `name`? Never autoloads; `exit` never matches.
            catch_match(exception: Object, name: Str) -> Bool = exception::catch_match; PURE;
            /// Is it `exit` (which runs no `finally`)?
            exception_is_exit(exception: Object) -> Bool = exception::is_exit; PURE;
            /// `new` has `old` appended as innermost previous; `exit` wins over exceptions.
            exception_chain(new: OwnedObject, old: OwnedObject) -> Object = exception::chain; AMBIENT;
            /// A constructor failed: its object's destructor must not run.
            suppress_destructor(object: Object) -> Unit = exception::suppress_destructor; AMBIENT;
            /// The stack pointer is below the limit: interrupt poll, or the memory fatal.
            stack_overflow() -> Unit = exception::stack_overflow; THROWS | CALLS;
            interrupt_poll() -> Unit = exception::interrupt_poll; THROWS | CALLS;
            match_error(value: Value) -> Unit = exception::match_error; THROWS;
            notice(text: Str) -> Unit = exception::notice; WARNS;
            throw_no_this() -> Unit = exception::throw_no_this; THROWS;
            verify_never(func: Pointer) -> Unit = exception::verify_never; THROWS;

            // ---- operators on any values (operands may be references or UNDEF never)
            add(left: Value, right: Value) -> Value = operator::add; WARNS | THROWS | CALLS | ALLOCATES;
            sub(left: Value, right: Value) -> Value = operator::sub; WARNS | THROWS | CALLS;
            mul(left: Value, right: Value) -> Value = operator::mul; WARNS | THROWS | CALLS;
            div(left: Value, right: Value) -> Value = operator::div; WARNS | THROWS | CALLS;
            modulo(left: Value, right: Value) -> Value = operator::modulo; WARNS | THROWS | CALLS;
            pow(left: Value, right: Value) -> Value = operator::pow; WARNS | THROWS | CALLS;
            concat(left: Value, right: Value) -> Value = operator::concat; WARNS | THROWS | CALLS | ALLOCATES;
            shift_left(left: Value, right: Value) -> Value = operator::shift_left; WARNS | THROWS | CALLS;
            shift_right(left: Value, right: Value) -> Value = operator::shift_right; WARNS | THROWS | CALLS;
            bit_and(left: Value, right: Value) -> Value = operator::bit_and; WARNS | THROWS | CALLS;
            bit_or(left: Value, right: Value) -> Value = operator::bit_or; WARNS | THROWS | CALLS;
            bit_xor(left: Value, right: Value) -> Value = operator::bit_xor; WARNS | THROWS | CALLS;
            bit_not(value: Value) -> Value = operator::bit_not; WARNS | THROWS | CALLS;
            negate(value: Value) -> Value = operator::negate; WARNS | THROWS | CALLS;
            plus(value: Value) -> Value = operator::plus; WARNS | THROWS | CALLS;
            equal(left: Value, right: Value) -> Bool = operator::equal; WARNS | THROWS | CALLS;
            identical(left: Value, right: Value) -> Bool = operator::identical; PURE;
            less(left: Value, right: Value) -> Bool = operator::less; WARNS | THROWS | CALLS;
            less_equal(left: Value, right: Value) -> Bool = operator::less_equal; WARNS | THROWS | CALLS;
            compare(left: Value, right: Value) -> Int = operator::compare; WARNS | THROWS | CALLS;
            truth(value: Value) -> Bool = operator::truth; THROWS | CALLS;
            /// `++` / `--` on a value: the new value.
            increment(value: Value) -> Value = operator::increment; WARNS | THROWS | CALLS | ALLOCATES;
            decrement(value: Value) -> Value = operator::decrement; WARNS | THROWS | CALLS | ALLOCATES;
            int_pow(base: Int, exponent: Int) -> Value = operator::int_pow; PURE;
            int_divide(left: Int, right: Int) -> Value = operator::int_divide; THROWS;
            int_modulo(left: Int, right: Int) -> Int = operator::int_modulo; THROWS;
            float_modulo_int(left: Float, right: Float) -> Int = operator::float_modulo_int; WARNS | THROWS;
            float_pow(base: Float, exponent: Float) -> Float = operator::float_pow; PURE;
            /// Overflowed shifts (negative counts throw).
            int_shift_left(left: Int, right: Int) -> Int = operator::int_shift_left; THROWS;
            int_shift_right(left: Int, right: Int) -> Int = operator::int_shift_right; THROWS;

            // ---- conversions
            to_int(value: Value) -> Int = convert::to_int; WARNS | THROWS | CALLS;
            to_float(value: Value) -> Float = convert::to_float; WARNS | THROWS | CALLS;
            to_string(value: Value) -> Str = convert::to_string; WARNS | THROWS | CALLS | ALLOCATES;
            to_array(value: Value, func: Pointer) -> Array = convert::to_array; WARNS | THROWS | CALLS | ALLOCATES;
            to_object(value: Value) -> Object = convert::to_object; WARNS | ALLOCATES;
            int_to_string(value: Int) -> Str = convert::int_to_string; ALLOCATES;
            float_to_string(value: Float) -> Str = convert::float_to_string; ALLOCATES;
            float_to_int(value: Float) -> Int = convert::float_to_int; PURE;

            // ---- strings
            string_concat(left: Str, right: Str) -> Str = string::concat; ALLOCATES;
            /// `left . right` with room for more.
            concat_roomy(left: Value, right: Value) -> Str = string::concat_roomy; WARNS | THROWS | CALLS | ALLOCATES;
            /// `left .= right`: in place when unique.
            string_append(left: OwnedStr, right: Str) -> Str = string::append; ALLOCATES;
            string_append_int(left: OwnedStr, right: Int) -> Str = string::append_int; ALLOCATES;
            /// Any right operand; if its conversion throws, `left` is gone.
            string_append_value(left: OwnedStr, right: Value) -> Str = string::append_value; WARNS | THROWS | CALLS | ALLOCATES;
            /// Concatenates `count` values at `parts` (owned by the caller, converted in order).
            concat_many(parts: Slot, count: Int) -> Str = string::concat_many; WARNS | THROWS | CALLS | ALLOCATES;
            string_equal(left: Str, right: Str) -> Bool = string::equal; PURE;
            /// `==` of strings (numeric strings compare as numbers).
            string_loose_equal(left: Str, right: Str) -> Bool = string::loose_equal; PURE;
            string_compare(left: Str, right: Str) -> Int = string::compare; PURE;
            string_truth(text: Str) -> Bool = string::truth; PURE;
            /// `$s[offset]` reading: a shared one-byte string; warns "Uninitialized string offset".
            string_offset(text: Str, offset: Int) -> Str = string::offset; WARNS;
            /// A switch over string constants: index of the case equal to `text` in the unit's sorted table, or -1.
            string_switch(text: Str, table: Pointer) -> Int = string::switch_case; PURE;

            // ---- output
            /// `echo` of any value.
            echo(value: Value) -> Unit = output::echo; OUTPUT | WARNS | THROWS | CALLS;
            echo_string(text: Str) -> Unit = output::echo_string; OUTPUT | CALLS;
            echo_int(value: Int) -> Unit = output::echo_int; OUTPUT | CALLS;
            silence_begin() -> Int = output::silence_begin; AMBIENT;
            silence_end(saved: Int) -> Unit = output::silence_end; AMBIENT;

            // ---- locals, references, globals
            /// Warns "Undefined variable $name"; the result is NULL.
            undefined_variable(name: Str) -> Unit = variable::undefined; WARNS;
            undefined_global(name: Str) -> Unit = variable::undefined_global; WARNS;
            /// UNDEF with the literal `name` for payload: a key that a walk tells of when it comes to it.
            undefined_key(name: Pointer) -> Value = place::undefined_key_of; PURE;
            /// Assigns through a slot that may hold a reference (typed references coerce); releases the old value. The result is a
            /// copy of what was stored.
            assign_slot(slot: Slot, value: OwnedValue, func: Pointer) -> Value = variable::assign; WARNS | THROWS | CALLS | RELEASES;
            /// The same for a static property: errors of its type name the property.
            assign_static(slot: Slot, value: OwnedValue, func: Pointer) -> Value = variable::assign_static; WARNS | THROWS | CALLS | RELEASES;
            /// The same without a result.
            set_variable(slot: Slot, value: OwnedValue, func: Pointer) -> Unit = variable::set; WARNS | THROWS | CALLS | RELEASES;
            /// The value of a variable, behind a reference too; an undefined one is NULL, with the warning.
            read_variable(slot: Slot, name: Str) -> Value = variable::read; WARNS | THROWS | CALLS;
            /// The same for a reference cell in hand.
            assign_reference(cell: Value, value: OwnedValue, func: Pointer) -> Value = variable::assign_reference; WARNS | THROWS | CALLS | RELEASES;
            /// Makes the slot a reference if it is none and returns the cell (owned).
            make_reference(slot: Slot) -> Value = variable::make_reference; ALLOCATES;
            /// A reference cell with count 1 becomes its value; anything else stays.
            unreference(value: OwnedValue) -> Value = variable::unreference; PURE;
            /// The value of a cell that was lent to a builtin; the cell stays a reference only if the builtin kept it.
            cell_into_value(cell: OwnedValue) -> Value = variable::cell_into_value; PURE;
            /// `$GLOBALS` as a value.
            globals_array() -> Array = variable::globals_array; READS_GLOBAL | ALLOCATES;
            /// A slot for a global variable, created if absent (address stable while the program runs).
            global_slot(name: Str) -> Slot = variable::global_slot; READS_GLOBAL | WRITES_GLOBAL;
            /// The static variable's cell (REFERENCE) of this function (or closure object): UNDEF inside means not yet initialised.
            static_cell(func: Pointer, closure: Pointer, index: Int) -> Value = variable::static_cell; READS_GLOBAL | WRITES_GLOBAL;
            /// `frame` (see `abi::layout::SymbolFrame`) is the caller's of the builtin called next (extract, compact, …).
            scope_frame(frame: Pointer) -> Unit = variable::scope_frame; AMBIENT;
            /// The function ends: releases what its symbol table view holds beside the locals (these are released before).
            frame_free(frame: Pointer) -> Unit = variable::frame_free; RELEASES | THROWS | CALLS;
            /// An included unit's top-level code begins: the symbol table view it works on; null: the global scope.
            include_frame() -> Pointer = variable::include_frame; AMBIENT;
            /// `$$name`: the slot in the function's symbol table view; creates it for writing modes.
            symbol_slot(frame: Pointer, name: Value, create: Bool) -> Slot = variable::symbol_slot; WARNS | THROWS | CALLS;

            // ---- places: a path from a base slot. `steps`: one value each (UNDEF for append); `shape`: number of steps in the
            // low 8 bits, then 2 bits a step: 0 dim, 1 append, 2 property. `func`: the current function (scope, strictness).
            // The base slot keeps a valid value whatever happens.
            place_read(base: Value, steps: Slot, shape: Int, mode: Int, func: Pointer) -> Value = place::read; WARNS | THROWS | CALLS | LOADS;
            place_isset(base: Value, steps: Slot, shape: Int, func: Pointer) -> Bool = place::isset; WARNS | THROWS | CALLS | LOADS;
            place_empty(base: Value, steps: Slot, shape: Int, func: Pointer) -> Bool = place::empty; WARNS | THROWS | CALLS | LOADS;
            place_unset(base: Slot, steps: Slot, shape: Int, func: Pointer) -> Unit = place::unset; WARNS | THROWS | CALLS | RELEASES;
            place_assign(base: Slot, steps: Slot, shape: Int, value: OwnedValue, func: Pointer) -> Value = place::assign; WARNS | THROWS | CALLS | RELEASES | ALLOCATES;
            /// `op`: pir::BinaryOp's number.
            place_assign_op(base: Slot, steps: Slot, shape: Int, op: Int, value: Value, func: Pointer) -> Value = place::assign_op; WARNS | THROWS | CALLS | RELEASES | ALLOCATES;
            /// `kind`: pir::IncDec's number.
            place_inc_dec(base: Slot, steps: Slot, shape: Int, kind: Int, func: Pointer) -> Value = place::inc_dec; WARNS | THROWS | CALLS | RELEASES | ALLOCATES;
            /// `array_pop`, or with `first` `array_shift`, of the array that the last step, an append, is in.
            place_take(base: Slot, steps: Slot, shape: Int, first: Int, func: Pointer) -> Value = place::take; WARNS | THROWS | CALLS | RELEASES | ALLOCATES;
            /// `array_push` of one value, the last step an append: the value.
            place_push(base: Slot, steps: Slot, shape: Int, value: OwnedValue, func: Pointer) -> Value = place::push; WARNS | THROWS | CALLS | RELEASES | ALLOCATES;
            /// The reference (REFERENCE-tagged, owned) at the place.
            place_reference(base: Slot, steps: Slot, shape: Int, func: Pointer) -> Value = place::reference; WARNS | THROWS | CALLS | RELEASES | ALLOCATES;
            /// Binds the place to the reference `source` (owned).
            place_assign_reference(base: Slot, steps: Slot, shape: Int, source: OwnedValue, func: Pointer) -> Value = place::assign_reference; WARNS | THROWS | CALLS | RELEASES | ALLOCATES;
            /// Slot of a static property (initialised, visible), or null with an exception pending. `mode` 0 read, 1 quiet, 2 write.
            static_property(class: Pointer, name: Str, mode: Int, func: Pointer) -> Slot = place::static_property; WARNS | THROWS | CALLS | LOADS;

            // ---- arrays, when the container is known to be one
            array_new(size: Int) -> Array = array::new; ALLOCATES;
            /// An empty list of the kind (`ArrayKind`) with room for `size` elements, and an empty hash of that many entries.
            array_new_list(kind: Int, size: Int) -> Array = array::new_list; ALLOCATES;
            array_new_hash(capacity: Int) -> Array = array::new_hash; ALLOCATES;
            array_get(array: Array, key: Value, mode: Int) -> Value = array::get; WARNS | THROWS;
            array_get_int(array: Array, key: Int, mode: Int) -> Value = array::get_int; WARNS;
            array_get_string(array: Array, key: Str, mode: Int) -> Value = array::get_string; WARNS;
            /// Address of the element's value, or null if absent (borrowed; valid until the array is written).
            array_find_int(array: Array, key: Int) -> Slot = array::find_int; READS_ARRAY;
            array_find_string(array: Array, key: Str) -> Slot = array::find_string; READS_ARRAY;
            /// Adds a key that is absent to an array that is ours alone.
            array_insert_int(array: Array, key: Int, value: OwnedValue) -> Unit = array::insert_int; ALLOCATES | WRITES_ARRAY;
            array_insert_string(array: Array, key: Str, value: OwnedValue) -> Unit = array::insert_string; ALLOCATES | WRITES_ARRAY;
            array_isset(array: Array, key: Value) -> Bool = array::isset; WARNS | THROWS;
            array_set(array: OwnedArray, key: Value, value: OwnedValue) -> Array = array::set; WARNS | THROWS | RELEASES | ALLOCATES;
            array_set_int(array: OwnedArray, key: Int, value: OwnedValue) -> Array = array::set_int; RELEASES | CALLS | ALLOCATES;
            array_set_string(array: OwnedArray, key: Str, value: OwnedValue) -> Array = array::set_string; RELEASES | CALLS | ALLOCATES;
            array_push(array: OwnedArray, value: OwnedValue) -> Array = array::push; THROWS | ALLOCATES;
            array_push_int(array: OwnedArray, value: Int) -> Array = array::push_int; THROWS | ALLOCATES;
            array_push_float(array: OwnedArray, value: Float) -> Array = array::push_float; THROWS | ALLOCATES;
            /// Separates for writing: the result is unique (count 1).
            array_separate(array: OwnedArray) -> Array = array::separate; ALLOCATES;
            /// Unique, and of the kind that can take values of any type in place at existing keys (Values or Hash).
            array_separate_values(array: OwnedArray) -> Array = array::separate_values; ALLOCATES;
            array_unset(array: OwnedArray, key: Value) -> Array = array::unset; WARNS | THROWS | RELEASES;
            /// Literal building: key rules of array literals.
            array_literal_set(array: OwnedArray, key: Value, value: OwnedValue) -> Array = array::literal_set; WARNS | THROWS | RELEASES;
            /// The same for a string key that does not look like an int and that no earlier key equals.
            array_literal_add(array: OwnedArray, key: Str, value: OwnedValue) -> Array = array::literal_add; ALLOCATES;
            array_literal_reference(array: OwnedArray, key: Value, source: OwnedValue) -> Array = array::literal_reference; WARNS | THROWS;
            /// `foreach` over an array held by the loop: entry number of the first element at `position` or later, or -1.
            array_next(array: Array, position: Int) -> Int = array::next; READS_ARRAY;
            /// A copy (references followed) of the value, and the key, of an entry.
            array_value_at(array: Array, position: Int) -> Value = array::value_at; READS_ARRAY;
            array_key_at(array: Array, position: Int) -> Value = array::key_at; READS_ARRAY;
            /// An element in list(): silently NULL if the source is neither array nor ArrayAccess.
            list_get(source: Value, key: Value) -> Value = place::list_get; WARNS | THROWS | CALLS;
            /// Makes an element of the array in the cell a reference and yields it.
            list_ref(cell: Value, key: Value, func: Pointer) -> Value = place::list_ref; WARNS | THROWS | CALLS | ALLOCATES;
            array_spread(array: OwnedArray, value: Value) -> Array = array::spread; WARNS | THROWS | CALLS | ALLOCATES;

            // ---- iteration (foreach); an iterator is a runtime block
            iter_new(subject: OwnedValue, func: Pointer) -> Pointer = iterate::new; WARNS | THROWS | CALLS | ALLOCATES;
            iter_new_reference(base: Slot, func: Pointer) -> Pointer = iterate::new_reference; WARNS | THROWS | CALLS | ALLOCATES;
            /// Moves on and stores a copy of the element at `value` and of the key at `key` if not null (over whatever lies there).
            /// False: the end.
            iter_next(iter: Pointer, value: Slot, key: Slot) -> Bool = iterate::next; WARNS | THROWS | CALLS;
            /// Stores a reference to the element at `value`.
            iter_next_reference(iter: Pointer, value: Slot, key: Slot) -> Bool = iterate::next_reference; WARNS | THROWS | CALLS | ALLOCATES;
            iter_free(iter: Pointer) -> Unit = iterate::free; RELEASES | THROWS | CALLS;

            // ---- functions and calls
            /// A call under construction. Resolution of the callee by the `call_begin` family; then arguments; then call_end.
            call_begin_function(name: Str, fallback: Pointer, args: Int, cache: Pointer) -> Pointer = call::begin_function; THROWS | CALLS | LOADS;
            call_begin_value(callee: Value, args: Int, func: Pointer) -> Pointer = call::begin_value; WARNS | THROWS | CALLS | LOADS;
            call_begin_method(object: OwnedValue, name: Value, args: Int, func: Pointer, cache: Pointer) -> Pointer = call::begin_method; THROWS | CALLS | LOADS;
            /// `this_or_class`: the current `$this` (Object) or static class, `has_this` tells. `forward`: parent/self/static.
            call_begin_static(class: Pointer, name: Value, args: Int, func: Pointer, this_or_class: Pointer, flags: Int) -> Pointer = call::begin_static; THROWS | CALLS | LOADS;
            call_begin_constructor(object: Object, args: Int, func: Pointer) -> Pointer = call::begin_constructor; THROWS;
            /// The callback of call_user_func (`array`: of call_user_func_array).
            call_begin_callback(callee: Value, array: Bool, args: Int, func: Pointer) -> Pointer = call::begin_callback; WARNS | THROWS | CALLS | LOADS;
            call_arg_user(call: Pointer, value: OwnedValue) -> Unit = call::arg_user; WARNS | THROWS;
            call_arg_array(call: Pointer, value: OwnedValue) -> Unit = call::arg_array; WARNS | THROWS;
            call_begin_hook(property: Str, hook: Int, args: Int, func: Pointer, this: Object) -> Pointer = call::begin_hook; THROWS;
            call_arg(call: Pointer, value: OwnedValue) -> Unit = call::arg; THROWS;
            /// Does the callee want the next argument (or the one called by arg_name) by reference? 0 no, 1 yes, 2 prefers.
            call_wants_reference(call: Pointer) -> Int = call::wants_reference; PURE;
            /// `reference`: REFERENCE-tagged.
            call_arg_reference(call: Pointer, reference: OwnedValue) -> Unit = call::arg_reference; THROWS;
            call_arg_result(call: Pointer, value: OwnedValue) -> Unit = call::arg_result; WARNS | THROWS;
            call_arg_expression(call: Pointer, value: OwnedValue) -> Unit = call::arg_expression; THROWS;
            call_arg_spread(call: Pointer, base: Slot) -> Unit = call::arg_spread; WARNS | THROWS | CALLS;
            call_arg_name(call: Pointer, name: Str) -> Unit = call::arg_name; THROWS;
            /// `flags`: `CALL_*` of layout. A returned reference is followed unless `CALL_KEEP_REFERENCE`. A constructor that
            /// throws suppresses its object's destructor.
            call_end(call: Pointer, flags: Int) -> Value = call::end; WARNS | THROWS | CALLS | LOADS;
            /// The descriptor of a callee, for calls by its generic entry with positional arguments. `cache`: words of the site.
            function_find(name: Str, fallback: Pointer, cache: Pointer) -> Pointer = callee::function; THROWS | CALLS | LOADS;
            /// The function of this name, null if there is none: as it was when the site first asked. `cache`: two words.
            function_declared(name: Str, cache: Pointer) -> Pointer = callee::declared; READS_GLOBAL;
            /// A static method is called with the object's class.
            method_find(object: Value, name: Str, func: Pointer, cache: Pointer) -> Pointer = callee::method; THROWS | CALLS | LOADS;
            /// A method by a computed name. `out`: as for `value_find`.
            method_named(object: Value, name: Value, func: Pointer, out: Slot) -> Pointer = callee::named_method; THROWS | CALLS | LOADS;
            /// Null: there is no constructor.
            constructor_find(object: Object, func: Pointer, cache: Pointer) -> Pointer = callee::constructor; THROWS | CALLS | LOADS;
            /// `out`: two words, the receiver (an object; a class with its lowest bit set; null) and the Closure or null.
            value_find(callee: Value, func: Pointer, out: Slot) -> Pointer = callee::value; WARNS | THROWS | CALLS | LOADS;
            /// `this_or_class`, `flags`: as for `call_begin_static`. `cache`: three words. `out`: the receiver as above.
            static_find(class: Pointer, name: Value, func: Pointer, this_or_class: Pointer, flags: Int, cache: Pointer, out: Slot) -> Pointer = callee::static_method; THROWS | CALLS | LOADS;
            /// Argument `index` of a callee that wants it by reference: a call's result, or an expression.
            argument_result(func: Pointer, index: Int, value: OwnedValue) -> Value = callee::argument_result; WARNS | THROWS;
            argument_expression(func: Pointer, index: Int, value: OwnedValue) -> Value = callee::argument_expression; THROWS;
            /// A builtin or deprecated function by its descriptor.
            indirect_call(func: Pointer, receiver: Pointer, args: Slot, count_flags: Int, closure: Pointer) -> Value = callee::indirect_call; WARNS | THROWS | CALLS | LOADS;
            call_closure(call: Pointer) -> Object = call::to_closure; THROWS | ALLOCATES;
            /// An exception passes: drops a call under construction and its arguments.
            call_abandon(call: Pointer) -> Unit = call::abandon; RELEASES | CALLS;
            /// Binds raw arguments to the parameters of a PHP function: counts, names, coercions, variadics, constant defaults.
            /// Stores `params` values at `out` (UNDEF where a default must be computed by the body; REFERENCE for parameters by
            /// reference) and one more: an array of the surplus arguments (those that a variadic parameter collects count) or UNDEF.
            bind_params(func: Pointer, this_or_class: Pointer, args: Slot, count_flags: Int, out: Slot) -> Unit = call::bind_params; WARNS | THROWS | CALLS | LOADS;
            /// Coerces one argument to the declared type of parameter `index` (the callee's frame is current).
            coerce_param(func: Pointer, index: Int, value: OwnedValue, strict: Bool) -> Value = call::coerce_param; WARNS | THROWS | CALLS | LOADS;
            too_few_arguments(func: Pointer, count: Int) -> Unit = call::too_few_arguments; THROWS;
            verify_return(func: Pointer, value: OwnedValue, class: Pointer) -> Value = call::verify_return; WARNS | THROWS | CALLS | LOADS;
            verify_return_missing(func: Pointer) -> Unit = call::verify_return_missing; THROWS;
            /// The default of parameter `index` where it is no constant.
            param_default(func: Pointer, index: Int) -> Value = call::param_default; WARNS | THROWS | CALLS | LOADS;
            func_get_args(func: Pointer, args: Slot, count: Int, extra: Pointer) -> Array = call::func_get_args; ALLOCATES;
            /// `this_or_class` may be null.
            /// `current`: the running function, in whose scope the closure is made (traits: the class using it).
            closure_new(func: Pointer, current: Pointer, this_or_class: Pointer, has_this: Bool) -> Object = closure::new; ALLOCATES;
            closure_use(closure: Object, index: Int, value: OwnedValue) -> Unit = closure::bind_use; WRITES_PROPERTY;
            /// The value captured under `index` of the closure being run (a copy; REFERENCE for by-reference ones).
            closure_captured(closure: Object, index: Int) -> Value = closure::captured; READS_PROPERTY;

            // ---- classes and constants
            /// The class called `name`, autoloaded. Null: an exception is pending. `flags` 1: quiet (instanceof): no autoload, null.
            class_find(name: Str, flags: Int, cache: Pointer) -> Pointer = class::find; THROWS | CALLS | LOADS;
            /// From a class name string or an object.
            class_of_value(value: Value) -> Pointer = class::of_value; THROWS | CALLS | LOADS;
            class_scope(func: Pointer, which: Int) -> Pointer = class::scope; THROWS;
            class_name(class: Pointer) -> Str = class::name; PURE;
            object_class_name(value: Value) -> Str = class::object_name; THROWS;
            class_constant(class: Pointer, name: Value, func: Pointer) -> Value = class::constant; WARNS | THROWS | CALLS | LOADS;
            /// `cache`, three words: a class, and the value of its constant where the site may keep that.
            class_constant_cached(class: Pointer, name: Value, func: Pointer, cache: Pointer) -> Value = class::constant_cached; WARNS | THROWS | CALLS | LOADS;
            /// `class` may be null: false.
            instance_of(value: Value, class: Pointer) -> Bool = class::instance_of; PURE;
            new_object(class: Pointer, func: Pointer) -> Object = object::new_checked; THROWS | CALLS | LOADS | ALLOCATES;
            clone(value: Value, func: Pointer) -> Value = object::clone; WARNS | THROWS | CALLS | ALLOCATES;
            clone_with(value: Value, with: Value, func: Pointer) -> Value = object::clone_with; WARNS | THROWS | CALLS | ALLOCATES;
            /// `base->name`. `cache`, three words: a class, the offset of its slot where the site may read that straight, and for which
            /// function it is so.
            property_read(base: Value, name: Str, mode: Int, func: Pointer, cache: Pointer) -> Value = object::property_read; WARNS | THROWS | CALLS | LOADS;
            /// `base->name = value`. `cache`, five words: a class, the offset of its slot, the tags that the site may store there
            /// straight (high half: over which), the class of objects that it may store, the function.
            property_write(base: Value, name: Str, value: OwnedValue, func: Pointer, cache: Pointer) -> Value = object::property_write; WARNS | THROWS | CALLS | LOADS | RELEASES;
            /// Only fills the caches of a site that writes a property behind other steps: of a first step by property, and of the
            /// last, so that it may store objects of `value`'s class.
            path_prepare(base: Value, steps: Slot, shape: Int, func: Pointer, first: Pointer, last: Pointer, value: Value) -> Unit = object::path_prepare; AMBIENT;
            /// Only fills the cache of a site that reads.
            property_prepare_read(base: Value, name: Str, func: Pointer, cache: Pointer) -> Unit = object::property_prepare_read; AMBIENT;
            /// Only fills the cache of a site that writes.
            property_prepare(base: Value, name: Str, func: Pointer, cache: Pointer) -> Unit = object::property_prepare; AMBIENT;
            /// A typed slot of a known class was found UNDEF, a reference, or needs coercion: the slow way by slot number.
            slot_get_slow(object: Object, slot: Int, func: Pointer) -> Value = object::slot_get_slow; WARNS | THROWS | CALLS;
            slot_set_slow(object: Object, slot: Int, value: OwnedValue, func: Pointer) -> Value = object::slot_set_slow; WARNS | THROWS | CALLS | RELEASES;
            constant(name: Str, fallback: Pointer, cache: Pointer) -> Value = constant::fetch; WARNS | THROWS | CALLS | LOADS;
            /// The descriptor of the builtin of this lower-case name.
            builtin_function(name: Str) -> Pointer = constant::builtin_function; PURE;
            /// `kind`: pir::MagicConst's number.
            magic_constant(func: Pointer, kind: Int) -> Value = constant::magic; AMBIENT;
            declare_constant(name: Str, value: OwnedValue) -> Unit = constant::declare; WARNS | THROWS;
            declare_function(unit: Pointer, index: Int) -> Unit = unit::declare_function; THROWS;
            declare_class(unit: Pointer, index: Int) -> Unit = unit::declare_class; THROWS | CALLS | LOADS;
            declare_anonymous_class(unit: Pointer, index: Int) -> Str = unit::declare_anonymous_class; THROWS | CALLS | LOADS;

            // ---- code
            /// `kind`: pir::IncludeKind's number. `frame`: symbol table view of the including function or null at global scope.
            include(kind: Int, path: Value, frame: Pointer, func: Pointer) -> Value = include::include; WARNS | THROWS | CALLS | LOADS;
            tick() -> Unit = include::tick; CALLS;
            assertions_active() -> Bool = output::assertions_active; AMBIENT;

            // ---- generators: a heap frame and a resume function
            /// Makes the Generator object for the frame (owned).
            generator_new(func: Pointer, frame: Pointer, this_or_class: Pointer) -> Object = generator::new; ALLOCATES;
            generator_frame_new(func: Pointer, size: Int) -> Pointer = generator::frame_new; ALLOCATES;
            /// Before a resume function returns GENERATOR_YIELDED: the current element becomes another (key UNDEF: the runtime
            /// numbers).
            generator_yield(frame: Pointer, key: OwnedValue, value: OwnedValue) -> Unit = generator::yield_value; RELEASES | CALLS;
            /// After a resume with RESUME_THROW.
            generator_throw(frame: Pointer) -> Value = generator::throw; AMBIENT | THROWS;
            /// Before GENERATOR_RETURNED or GENERATOR_DELEGATED.
            generator_return(frame: Pointer, value: OwnedValue) -> Unit = generator::finish; AMBIENT;
        }
    };
}

macro_rules! expand {
    ($($(#[doc = $doc:literal])* $name:ident($($param:ident: $kind:ident),* $(,)?) -> $result:ident = $module:ident::$function:ident; $($effect:ident)|+;)*) => {
        /// A primitive's number in the table.
        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub enum Primitive { $($(#[doc = $doc])* $name),* }

        impl Primitive {
            pub const ALL: &'static [Primitive] = &[$(Primitive::$name),*];

            pub const fn signature(self) -> &'static Signature {
                const TABLE: &[Signature] = &[$(Signature {
                    name: stringify!($name),
                    params: &[$((stringify!($param), Kind::$kind)),*],
                    result: Kind::$result,
                    effects: crate::effects::Effects(0 $(| crate::effects::Effects::$effect.0)+),
                }),*];
                &TABLE[self as usize]
            }
            /// The linker symbol.
            pub const fn symbol(self) -> &'static str {
                match self { $(Primitive::$name => concat!("php_", stringify!($name))),* }
            }
            pub fn from_name(name: &str) -> Option<Primitive> {
                match name { $(stringify!($name) => Some(Primitive::$name),)* _ => None }
            }
        }
    };
}
for_each_primitive!(expand);
