//! Units to a program in optimised SSA form.

use crate::Failure;
use phpc_ir::pir::Unit;

#[derive(Clone, Default, Debug)]
pub struct MiddleOptions {
    /// Passes to leave out.
    pub skip: Vec<String>,
    /// Rewrites that passes may do altogether: for bisection.
    pub fuel: Option<u64>,
    /// Stop after this pass.
    pub after: Option<String>,
    /// Nothing can load code.
    pub closed: bool,
}

/// The program's units and names, and its functions in typed SSA: every version of each.
pub struct Program {
    pub program: phpc_ir::program::Program,
    pub funcs: Vec<phpc_ir::ssa::Func>,
}

pub fn middle(_units: Vec<Unit>, _options: &MiddleOptions) -> Result<Program, Failure> {
    Err(Failure::Unsupported("SSA".to_string()))
}

pub fn print_ssa(_program: &Program, _function: Option<&str>) -> Result<String, Failure> {
    Err(Failure::Unsupported("printing SSA".to_string()))
}
