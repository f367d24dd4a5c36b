//! Units to a program in optimised SSA form.

use crate::Failure;
use phpc_ir::pir::Unit;
use phpc_ir::program::Builtin;
use phpc_ir::ssa::UnitId;

#[derive(Clone, Default, Debug)]
pub struct MiddleOptions {
    /// Passes to leave out.
    pub skip: Vec<String>,
    /// Rewrites that passes may do altogether: for bisection.
    pub fuel: Option<u64>,
    /// Stop after this pass.
    pub after: Option<String>,
    /// The runtime's builtin functions.
    pub builtins: Vec<Builtin>,
    /// Nothing can load code.
    pub closed: bool,
    /// The units are included by a program that is running.
    pub included: bool,
}

/// The program's units and names, and its functions in typed SSA: every version of each.
pub struct Program {
    pub program: phpc_ir::program::Program,
    pub funcs: Vec<phpc_ir::ssa::Func>,
}

/// A builtin of the runtime for [`MiddleOptions`].
pub fn builtin(decl: phpc_abi::decl::FunctionDecl, effects: phpc_abi::effects::Effects, native: &str, entry: &str) -> Builtin {
    Builtin { decl, effects, native: native.to_string(), entry: entry.to_string(), descriptor: String::new() }
}

pub fn middle(units: Vec<Unit>, options: &MiddleOptions) -> Result<Program, Failure> {
    let mut program = phpc_ir::program::Program::new(units, UnitId(0), options.builtins.clone(), !options.closed);
    program.included = options.included;
    let funcs = phpc_ir::build::build_program(&program);
    Ok(Program { program, funcs })
}

pub fn print_ssa(_program: &Program, _function: Option<&str>) -> Result<String, Failure> {
    Err(Failure::Unsupported("printing SSA".to_string()))
}
