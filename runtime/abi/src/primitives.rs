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
            /// `echo` of any value.
            echo(value: Value) -> Unit = output::echo; OUTPUT | WARNS | THROWS | CALLS;
            /// `echo` of a string.
            echo_string(text: Str) -> Unit = output::echo_string; OUTPUT | CALLS;
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
