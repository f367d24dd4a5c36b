//! Typed SSA to machine code.
#![forbid(unsafe_code)]

mod lower;
mod names;
mod words;
