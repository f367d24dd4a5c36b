//! Passes over SSA: each a file with a `run`, in the order of the table.

pub mod cleanup;
