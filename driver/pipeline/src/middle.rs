//! Units to a program in optimised SSA form.

use crate::Failure;
use phpc_ir::pir::Unit;
use phpc_ir::program::{Builtin, Builtins};
use phpc_ir::ssa::UnitId;

/// Constants by name.
pub type Constants = std::collections::HashMap<Box<[u8]>, phpc_abi::decl::Const>;

#[derive(Clone, Default, Debug)]
pub struct MiddleOptions {
    /// Passes to leave out.
    pub skip: Vec<String>,
    /// Steps of passes, one on one function each: for bisection.
    pub fuel: Option<u64>,
    /// Stop after this pass.
    pub after: Option<String>,
    /// The runtime's builtin functions.
    pub builtins: std::sync::Arc<Builtins>,
    /// The runtime's constants that are the same in every run.
    pub constants: std::sync::Arc<Constants>,
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
    program.constants = options.constants.clone();
    let mut funcs = phpc_ir::build::build_program(&program);
    // `--skip=-` verifies also where assertions are off.
    let verify = cfg!(debug_assertions) || options.skip.iter().any(|name| name == "-");
    let passes = phpc_ir::passes::Options { skip: options.skip.clone(), after: options.after.clone(), fuel: options.fuel, verify };
    phpc_ir::passes::run(&program, &mut funcs, &passes);
    Ok(Program { program, funcs })
}

/// The SSA of the functions whose name contains `function`, or of all.
pub fn print_ssa(program: &Program, function: Option<&str>) -> Result<String, Failure> {
    let mut text = String::new();
    for func in &program.funcs {
        let name = String::from_utf8_lossy(&program.program.decl(func.reference).name).into_owned();
        if function.is_none_or(|wanted| name == wanted) {
            text.push_str(&phpc_ir::ssa::print::print_func(&program.program, func));
        }
    }
    Ok(text)
}
