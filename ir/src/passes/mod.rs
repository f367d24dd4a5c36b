//! Passes over SSA: each a file with a `run`, in the order of the table.

pub mod builtins;
pub mod class_constants;
pub mod cleanup;
pub mod counts;
pub mod elements;
pub mod methods;
pub mod properties;
pub mod refine;
pub mod simplify;
pub mod speculate;

use crate::infer::{self, classes::Classes};
use crate::program::Program;
use crate::ssa::Func;

/// How the passes are to run.
#[derive(Clone, Default, Debug)]
pub struct Options {
    /// Passes to leave out.
    pub skip: Vec<String>,
    /// Stop after this pass.
    pub after: Option<String>,
    /// Verify every function after each pass.
    pub verify: bool,
}

type Run = fn(&Program, &Classes, &mut Vec<Func>);

/// A line of the table.
pub struct Pass {
    pub name: &'static str,
    pub run: Run,
}

/// All passes in order.
pub const PASSES: &[Pass] = &[
    Pass { name: "class_constants", run: |program, classes, funcs| each(funcs, |func| class_constants::run(program, classes, func)) },
    Pass { name: "refine", run: |_, _, funcs| each(funcs, refine::run) },
    Pass { name: "types", run: |program, classes, funcs| each(funcs, |func| infer::run_local(program, classes, func)) },
    Pass { name: "methods", run: |program, classes, funcs| each(funcs, |func| methods::run(program, classes, func)) },
    Pass { name: "simplify_calls", run: |program, _, funcs| each(funcs, |func| simplify::run(program, func)) },
    Pass { name: "infer", run: infer::run },
    Pass { name: "simplify", run: |program, _, funcs| each(funcs, |func| simplify::run(program, func)) },
    Pass { name: "properties", run: |program, classes, funcs| each(funcs, |func| properties::run(program, classes, func)) },
    Pass { name: "elements", run: |_, _, funcs| each(funcs, elements::run) },
    Pass { name: "builtins", run: |program, _, funcs| each(funcs, |func| builtins::run(program, func)) },
    Pass { name: "simplify_again", run: |program, _, funcs| each(funcs, |func| simplify::run(program, func)) },
    Pass { name: "counts", run: |program, _, funcs| each(funcs, |func| counts::run(program, func)) },
];

fn each(funcs: &mut [Func], mut run: impl FnMut(&mut Func)) {
    for func in funcs {
        run(func);
    }
}

/// Runs the table's passes.
pub fn run(program: &Program, funcs: &mut Vec<Func>, options: &Options) {
    let classes = Classes::new(program);
    check(program, funcs, "build", options);
    for pass in PASSES {
        if !options.skip.iter().any(|name| name == pass.name) {
            (pass.run)(program, &classes, funcs);
            check(program, funcs, pass.name, options);
        }
        if options.after.as_deref() == Some(pass.name) {
            return;
        }
    }
}

fn check(program: &Program, funcs: &[Func], pass: &str, options: &Options) {
    if !options.verify {
        return;
    }
    for func in funcs {
        if let Err(wrong) = crate::ssa::verify::verify(func) {
            let name = String::from_utf8_lossy(&program.decl(func.reference).name).into_owned();
            let text = crate::ssa::print::print_func(program, func);
            panic!("after {pass}: function '{name}' ({:?}): {wrong}\n{text}", func.reference);
        }
    }
}
