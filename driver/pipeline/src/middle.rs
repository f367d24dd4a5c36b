//! Units to a program in optimised SSA form.

use crate::Failure;
use phpc_ir::pir::Unit;
use phpc_ir::program::{Builtin, Builtins};
use phpc_ir::ssa::{FuncRef, UnitId};

/// Constants by name.
pub type Constants = std::collections::HashMap<Box<[u8]>, phpc_abi::decl::Const>;

#[derive(Clone, Default, Debug)]
pub struct MiddleOptions {
    /// Passes to leave out.
    pub skip: Vec<String>,
    /// Steps that may be done, one for each pass on each function: for bisection.
    pub fuel: Option<u64>,
    /// Run the wrong fold that is there for testing bisection.
    pub plant: bool,
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
    /// The last step that the fuel sufficed for.
    pub last_step: Option<phpc_ir::passes::Step>,
}

/// A builtin of the runtime for [`MiddleOptions`].
pub fn builtin(decl: phpc_abi::decl::FunctionDecl, effects: phpc_abi::effects::Effects, native: &str, entry: &str) -> Builtin {
    Builtin { decl, effects, native: native.to_string(), entry: entry.to_string(), descriptor: String::new() }
}

pub fn middle(units: Vec<Unit>, options: &MiddleOptions) -> Result<Program, Failure> {
    let mut program = phpc_ir::program::Program::new(units, UnitId(0), options.builtins.clone(), !options.closed);
    program.included = options.included;
    program.constants = options.constants.clone();
    phpc_ir::build::add_second_main(&mut program);
    let mut funcs = phpc_ir::build::build_program(&program);
    // `--skip=-` verifies also where assertions are off.
    let verify = cfg!(debug_assertions) || options.skip.iter().any(|name| name == "-");
    let passes = phpc_ir::passes::Options {
        skip: options.skip.clone(),
        after: options.after.clone(),
        verify,
        fuel: options.fuel,
        plant: options.plant,
    };
    let last_step = phpc_ir::passes::run(&program, &mut funcs, &passes);
    Ok(Program { program, funcs, last_step })
}

/// The SSA of the functions of this name, or of all.
pub fn print_ssa(program: &Program, function: Option<&str>) -> Result<String, Failure> {
    let mut text = String::new();
    for func in &program.funcs {
        if function.is_none_or(|wanted| is_called(program, func.reference, wanted)) {
            text.push_str(&phpc_ir::ssa::print::print_func(&program.program, func));
        }
    }
    match function {
        Some(name) if text.is_empty() => Err(Failure::BadInput(format!("there is no function {name}"))),
        _ => Ok(text),
    }
}

fn is_called(program: &Program, reference: FuncRef, name: &str) -> bool {
    crate::front::matches_name(program.program.unit(reference.unit), reference.func.0 as usize, name)
}

/// The passes in order, a line each.
pub fn list_passes() -> String {
    phpc_ir::passes::PASSES.iter().map(|pass| format!("{}\n", pass.name)).collect()
}

/// `PASS on FUNCTION`
pub fn print_last_step(program: &Program) -> String {
    let Some(step) = program.last_step else { return "nothing\n".to_string() };
    let Some(reference) = step.function else { return format!("{} on the whole program\n", step.pass) };
    let unit = program.program.unit(reference.unit);
    let decl = program.program.decl(reference);
    let class = decl.class.map(|class| String::from_utf8_lossy(&unit.classes[class.0 as usize].name).into_owned() + "::");
    let name = if reference.func.0 == 0 { "main".into() } else { String::from_utf8_lossy(&decl.name) };
    format!("{} on {}{name} of {}\n", step.pass, class.unwrap_or_default(), String::from_utf8_lossy(&unit.path))
}
