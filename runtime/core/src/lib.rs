//! Values and their behaviour: strings, arrays, objects, operators, calls, classes, memory, errors, output.
//!
//! Owning handles ([`Value`], [`Str`], [`Array`], [`Object`], [`Reference`], [`Resource`]) count by clone and drop. The
//! engine's state is static; [`Cx`] is the token that says "user code may run here", and nothing borrowed from a slot lives
//! across it. Start with `value.rs`, then `array/mod.rs` and `operators/mod.rs`; classes start at `classes/mod.rs`, calls at
//! `calls/mod.rs`.

// Values.
// Classes, objects' behaviour, calls, exceptions.
pub mod behaviour;
pub mod calls;
pub mod classes;
pub mod exceptions;
