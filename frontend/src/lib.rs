//! From the bytes of a PHP file to PIR: lexer, parser, name resolution, lowering.
//!
//! Functions from data to data: no IO, no global state. Start reading at [`ast`] for what the parser makes.

#![forbid(unsafe_code)]

pub mod ast;
pub mod diagnostic;
mod float;
pub mod lexer;
pub mod limits;
pub mod lower;
pub mod parser;
