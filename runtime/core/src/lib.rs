//! Values and their behaviour: strings, arrays, objects, operators, calls, classes, memory, errors, output.
//!
//! Owning handles ([`Value`], [`Str`], [`Array`], [`Object`], [`Reference`], [`Resource`]) count by clone and drop. The
//! engine's state is static; [`Cx`] is the token that says "user code may run here", and nothing borrowed from a slot lives
//! across it. Start with `value.rs`, then `array/mod.rs` and `operators/mod.rs`; classes start at `classes/mod.rs`, calls at
//! `calls/mod.rs`; `hooks.rs` is what the values' half asks of them.

// Values.
pub mod alloc;
pub mod array;
pub mod convert;
pub mod cx;
pub mod cycles;
pub mod diagnostics;
pub mod engine;
pub mod global;
pub mod hooks;
pub mod object;
pub mod operators;
pub mod pending;
pub mod reference;
pub mod release;
pub mod resource;
pub mod store;
pub mod string;
pub mod value;
pub mod weak;
pub mod weak_classes;

// Classes, objects' behaviour, calls, exceptions.
pub mod behaviour;
pub mod calls;
pub mod fibers;
pub mod frames;
pub mod stack;
pub mod symbols;
pub mod primitives;
pub mod classes;
pub mod closures;
pub mod exceptions;
pub mod generators;
pub mod names;
pub mod traces;
pub mod units;

// What builtin functions are written with.
pub mod extension;
pub mod start;

pub use array::{Array, Key, OwnedKey};
pub use cx::Cx;
pub use object::Object;
pub use pending::{Result, Thrown};
pub use phpc_abi as abi;
pub use reference::Reference;
pub use resource::Resource;
pub use string::Str;
pub use value::{Elem, Value, View};
