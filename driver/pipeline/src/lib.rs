//! The stages in a row, bytes to code in memory, without IO: what the driver and the embedded compiler share.
//!
//! It decides nothing: each function calls one stage. Sources become units ([`front`]), units a program in SSA form
//! ([`middle`]), the program machine code ([`back`]).
#![forbid(unsafe_code)]

mod back;
mod failure;
mod front;
mod middle;

pub use back::{BackOptions, BackText, back, back_text, image};
pub use failure::Failure;
pub use front::{Source, front, print_ast, print_pir, print_tokens, read_pir};
pub use middle::{Constants, MiddleOptions, Program, builtin, list_passes, middle, print_last_step, print_ssa};
pub use phpc_frontend::lexer::Options as LexerOptions;
pub use phpc_ir::program::Builtins;
pub use phpc_codegen::{Bases, Image, Placed, RelocKind, Section};
pub use phpc_frontend::limits::{STACK_SIZE, with_big_stack};
