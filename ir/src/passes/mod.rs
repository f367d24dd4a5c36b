//! Passes over SSA: each a file with a `run`, in the order of the table.

pub mod append;
pub mod builtin_guards;
pub mod builtins;
pub mod class_constants;
pub mod cleanup;
pub mod constants;
pub mod copies;
pub mod counts;
pub mod cse;
pub mod direct_calls;
pub mod elements;
pub mod inline;
mod joins;
pub mod methods;
pub mod planted;
pub mod properties;
pub mod ranges;
pub mod refine;
pub mod simplify;
pub mod speculate;
pub mod switches;

use crate::infer::{self, classes::Classes};
use crate::program::Program;
use crate::ssa::{Func, FuncRef};
use std::collections::BTreeSet;

/// How the passes are to run.
#[derive(Clone, Default, Debug)]
pub struct Options {
    /// Passes to leave out.
    pub skip: Vec<String>,
    /// Stop after this pass.
    pub after: Option<String>,
    /// Steps that passes may do altogether (one pass on one function each). None: all.
    pub fuel: Option<u64>,
    /// Verify every function after each pass.
    pub verify: bool,
    /// Run [`planted`] too.
    pub plant: bool,
}

/// What was done last: a pass on a function, or on the whole program.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub pass: &'static str,
    pub function: Option<FuncRef>,
}

type Run = fn(&mut Work);

/// A line of the table.
pub struct Pass {
    pub name: &'static str,
    pub run: Run,
}

/// All passes in order.
pub const PASSES: &[Pass] = &[
    Pass { name: "planted", run: |work| work.each(|_, func| planted::run(func)) },
    Pass { name: "constants", run: |work| work.whole(|work| constants::run(work.program, work.funcs)) },
    Pass { name: "class_constants", run: |work| work.each(|work, func| class_constants::run(work.program, work.classes, func)) },
    Pass { name: "type_tests", run: |work| work.each(|work, func| builtins::type_tests(work.program, work.classes, func)) },
    Pass { name: "refine", run: |work| work.each(|work, func| refine::run(work.program, work.classes, func)) },
    Pass { name: "types", run: |work| work.each(|work, func| infer::run_local(work.program, work.classes, func)) },
    Pass { name: "methods", run: |work| work.each(|work, func| methods::run(work.program, work.classes, func)) },
    Pass { name: "properties_first", run: |work| work.each(|work, func| properties::run(work.program, work.classes, func, true)) },
    Pass { name: "simplify_calls", run: |work| work.each(|work, func| simplify::run(work.program, func)) },
    Pass { name: "inline", run: |work| work.whole(|work| inline::run(work.program, work.classes, work.funcs, &work.once)) },
    Pass { name: "infer", run: |work| work.whole(|work| infer::run(work.program, work.classes, work.funcs)) },
    Pass { name: "copies", run: |work| work.hot(|_, func| copies::run(func)) },
    Pass { name: "simplify", run: |work| work.hot(|work, func| simplify::run(work.program, func)) },
    Pass { name: "properties", run: |work| work.hot(|work, func| properties::run(work.program, work.classes, func, false)) },
    Pass { name: "elements", run: |work| work.hot(|_, func| elements::run(func)) },
    Pass { name: "append", run: |work| work.hot(|_, func| append::run(func)) },
    Pass { name: "builtin_guards", run: |work| work.hot(|work, func| builtin_guards::run(work.program, func)) },
    Pass { name: "builtins", run: |work| work.hot(|work, func| builtins::run(work.program, func)) },
    Pass { name: "ranges", run: |work| work.hot(|_, func| ranges::run(func)) },
    Pass { name: "simplify_again", run: |work| work.hot(|work, func| simplify::run(work.program, func)) },
    Pass { name: "cse", run: |work| work.hot(|work, func| cse::run(work.program, func)) },
    Pass { name: "refine_again", run: |work| work.hot(|work, func| refine::run(work.program, work.classes, func)) },
    Pass { name: "direct_calls", run: |work| work.whole(|work| direct_calls::run(work.program, work.classes, work.funcs)) },
    Pass { name: "switches", run: |work| work.hot(|_, func| switches::run(func)) },
    Pass { name: "simplify_last", run: |work| work.hot(|work, func| simplify::run(work.program, func)) },
    Pass { name: "joins", run: |work| work.hot(|_, func| joins::run(func)) },
    Pass { name: "counts", run: |work| work.hot(|work, func| counts::run(work.program, func)) },
];

/// What passes work on, and the fuel they have left: each step is one pass on one function (or on the program).
pub struct Work<'a> {
    pub program: &'a Program,
    pub classes: &'a Classes,
    pub funcs: &'a mut Vec<Func>,
    fuel: Option<u64>,
    pass: &'static str,
    last: Option<Step>,
    /// Top-level code of a program that is open (and may be large): without loops, or what runs only if the file is included
    /// again.
    once: BTreeSet<FuncRef>,
}

impl Work<'_> {
    fn may_step(&mut self, function: Option<FuncRef>) -> bool {
        match &mut self.fuel {
            None => {}
            Some(0) => return false,
            Some(left) => *left -= 1,
        }
        self.last = Some(Step { pass: self.pass, function });
        true
    }
    fn whole(&mut self, run: impl FnOnce(&mut Self)) {
        if self.may_step(None) {
            run(self);
        }
    }
    /// Every function.
    fn each(&mut self, run: impl Fn(&Self, &mut Func)) {
        self.some(&|_| true, run);
    }
    /// Every function but top-level code that runs once.
    fn hot(&mut self, run: impl Fn(&Self, &mut Func)) {
        let once = std::mem::take(&mut self.once);
        self.some(&|func| !once.contains(&func.reference), run);
        self.once = once;
    }
    fn some(&mut self, wanted: &dyn Fn(&Func) -> bool, run: impl Fn(&Self, &mut Func)) {
        for n in 0..self.funcs.len() {
            if wanted(&self.funcs[n]) && self.may_step(Some(self.funcs[n].reference)) {
                let empty = Func::empty(self.funcs[n].reference);
                let mut func = std::mem::replace(&mut self.funcs[n], empty);
                run(self, &mut func);
                self.funcs[n] = func;
            }
        }
    }
}

/// Runs the table's passes as far as the fuel goes. The last step is told.
pub fn run(program: &Program, funcs: &mut Vec<Func>, options: &Options) -> Option<Step> {
    let classes = Classes::new(program);
    check(program, funcs, "build", options);
    let is_main = |func: &Func| program.decl(func.reference).kind == phpc_abi::decl::FunctionKind::Main;
    let again = |func: &Func| func.reference.func.0 != 0;
    let once = |func: &Func| program.open && is_main(func) && (again(func) || crate::ssa::cfg::Cfg::new(func).loops().is_empty());
    let once = funcs.iter().filter(|func| once(func)).map(|func| func.reference).collect();
    let mut work = Work { program, classes: &classes, funcs, fuel: options.fuel, pass: "", last: None, once };
    for pass in PASSES {
        let left_out = options.skip.iter().any(|name| name == pass.name) || pass.name == "planted" && !options.plant;
        if !left_out {
            work.pass = pass.name;
            (pass.run)(&mut work);
            check(program, work.funcs, pass.name, options);
        }
        if options.after.as_deref() == Some(pass.name) {
            break;
        }
    }
    // Code generation defines the results of place operations anew on their exits.
    for func in work.funcs.iter_mut() {
        crate::ssa::edit::pass_results_on_exits(func);
    }
    work.last
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
