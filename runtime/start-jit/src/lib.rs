//! The runtime with the embedded compiler.

pub use phpc_start::main;
