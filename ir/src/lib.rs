//! The middle of phpc: PIR (the contract with front ends), SSA, inference and passes.
//!
//! Functions from data to data: no IO, no global state. It knows no PHP syntax and no machine. Start with [`pir`] for what
//! front ends produce, and `ssa` for what passes work on.
#![forbid(unsafe_code)]

pub mod build;
pub mod infer;
pub mod passes;
pub mod pir;
pub mod program;
pub mod ssa;
