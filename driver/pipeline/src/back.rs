//! A program in SSA form to machine code.

use crate::{Failure, Program};

#[derive(Clone, Default, Debug)]
pub struct BackOptions {
    /// None: this machine.
    pub target: Option<String>,
    pub jobs: usize,
    /// Number of the entry unit. None: an object without a program's table.
    pub entry: Option<usize>,
    /// The compile-time root. None: left out.
    pub root: Option<Vec<u8>>,
    /// Settings of the program, lines `name=value`.
    pub settings: Vec<u8>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BackText {
    Clif,
    Asm,
}

/// An object file.
pub fn back(_program: &Program, _options: &BackOptions) -> Result<Vec<u8>, Failure> {
    Err(Failure::Unsupported("code generation".to_string()))
}

pub fn back_text(_program: &Program, _kind: BackText, _function: Option<&str>) -> Result<String, Failure> {
    Err(Failure::Unsupported("printing machine code".to_string()))
}
