//! What every file of the extension uses.

pub(crate) use phpc_core::classes::builtin::BuiltinFunction;
pub(crate) use phpc_core::extension::{self, OrFalse, value_error, warning};
pub(crate) use phpc_core::{Array, Cx, Key, Object, OwnedKey, Reference, Result, Str, Value, View, aliases, php_constants, convert, functions};
pub(crate) use phpc_macros::php_function;

pub(crate) type Functions = &'static [&'static BuiltinFunction];
pub(crate) type Aliases = &'static [(&'static str, &'static BuiltinFunction)];

/// The default of a parameter that tells "not passed" from every value.
pub(crate) const UNKNOWN: Value = Value::UNDEF;
