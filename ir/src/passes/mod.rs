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
pub mod defaults;
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

/// What a pass is run on.
pub enum Run {
    /// The whole program.
    Whole(fn(&mut Work)),
    /// Every function, which is all that it changes.
    Each(fn(&Work, &mut Func)),
    /// Every function but top-level code that runs once.
    Hot(fn(&Work, &mut Func)),
}

/// A line of the table.
pub struct Pass {
    pub name: &'static str,
    pub run: Run,
}

/// All passes in order.
pub const PASSES: &[Pass] = &[
    Pass { name: "planted", run: Run::Each(|_, func| planted::run(func)) },
    Pass { name: "constants", run: Run::Whole(|work| constants::run(work.program, work.funcs)) },
    Pass { name: "class_constants", run: Run::Each(|work, func| class_constants::run(work.program, work.classes, func)) },
    Pass { name: "type_tests", run: Run::Each(|work, func| builtins::type_tests(work.program, work.classes, func)) },
    Pass { name: "refine", run: Run::Each(|work, func| refine::run(work.program, work.classes, func)) },
    Pass { name: "types", run: Run::Each(|work, func| infer::run_local(work.program, work.classes, func)) },
    Pass { name: "methods", run: Run::Each(|work, func| methods::run(work.program, work.classes, func)) },
    Pass { name: "properties_first", run: Run::Each(|work, func| properties::run(work.program, work.classes, func, true)) },
    Pass { name: "defaults", run: Run::Each(|work, func| defaults::run(work.program, work.classes, func)) },
    Pass { name: "simplify_calls", run: Run::Each(|work, func| simplify::run(work.program, func)) },
    Pass { name: "inline", run: Run::Whole(|work| inline::run(work.program, work.classes, work.funcs, &work.once)) },
    Pass { name: "copies_first", run: Run::Each(|_, func| copies::run(func)) },
    Pass { name: "infer", run: Run::Whole(|work| infer::run(work.program, work.classes, work.funcs)) },
    Pass { name: "copies", run: Run::Hot(|_, func| copies::run(func)) },
    Pass { name: "simplify", run: Run::Hot(|work, func| simplify::run(work.program, func)) },
    Pass { name: "properties", run: Run::Hot(|work, func| properties::run(work.program, work.classes, func, false)) },
    Pass { name: "elements", run: Run::Hot(|_, func| elements::run(func)) },
    Pass { name: "append", run: Run::Hot(|_, func| append::run(func)) },
    Pass { name: "builtin_guards", run: Run::Hot(|work, func| builtin_guards::run(work.program, func)) },
    Pass { name: "builtins", run: Run::Hot(|work, func| builtins::run(work.program, func)) },
    Pass { name: "ranges", run: Run::Hot(|_, func| ranges::run(func)) },
    Pass { name: "simplify_again", run: Run::Hot(|work, func| simplify::run(work.program, func)) },
    Pass { name: "cse", run: Run::Hot(|work, func| cse::run(work.program, func)) },
    Pass { name: "refine_again", run: Run::Hot(|work, func| refine::run(work.program, work.classes, func)) },
    Pass { name: "direct_calls", run: Run::Whole(|work| direct_calls::run(work.program, work.classes, work.funcs)) },
    Pass { name: "switches", run: Run::Hot(|work, func| switches::run(work.program, func)) },
    Pass { name: "simplify_last", run: Run::Hot(|work, func| simplify::run(work.program, func)) },
    Pass { name: "joins", run: Run::Hot(|_, func| joins::run(func)) },
    Pass { name: "counts", run: Run::Hot(|work, func| counts::run(work.program, func)) },
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
    fn run(&mut self, pass: &Pass, options: &Options) {
        let (Run::Each(run) | Run::Hot(run)) = pass.run else { return self.run_whole(pass, options) };
        self.pass = pass.name;
        for n in 0..self.funcs.len() {
            if self.wants(pass, n) && self.may_step(Some(self.funcs[n].reference)) {
                self.with_func(n, |work, func| run(work, func));
            }
        }
        check(self.program, self.funcs, pass.name, options);
    }
    fn run_whole(&mut self, pass: &Pass, options: &Options) {
        let Run::Whole(run) = pass.run else { return };
        self.pass = pass.name;
        if self.may_step(None) {
            run(self);
        }
        check(self.program, self.funcs, pass.name, options);
    }
    /// The same as one after another over all functions, since each changes its function only: but a function's code is in
    /// the caches.
    fn run_by_function(&mut self, passes: &[&Pass], options: &Options) {
        for n in 0..self.funcs.len() {
            for pass in passes {
                let (Run::Each(run) | Run::Hot(run)) = pass.run else { continue };
                if self.wants(pass, n) {
                    self.pass = pass.name;
                    self.last = Some(Step { pass: pass.name, function: Some(self.funcs[n].reference) });
                    self.with_func(n, |work, func| run(work, func));
                    check(self.program, &self.funcs[n..=n], pass.name, options);
                }
            }
        }
    }
    fn wants(&self, pass: &Pass, n: usize) -> bool {
        matches!(pass.run, Run::Each(_)) || !self.once.contains(&self.funcs[n].reference)
    }
    fn with_func(&mut self, n: usize, run: impl FnOnce(&Self, &mut Func)) {
        let empty = Func::empty(self.funcs[n].reference);
        let mut func = std::mem::replace(&mut self.funcs[n], empty);
        run(self, &mut func);
        self.funcs[n] = func;
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
    let last = options.after.as_deref().and_then(|after| PASSES.iter().position(|pass| pass.name == after));
    let left_out = |pass: &Pass| options.skip.iter().any(|name| name == pass.name) || pass.name == "planted" && !options.plant;
    let passes: Vec<&Pass> = PASSES[..last.map_or(PASSES.len(), |last| last + 1)].iter().filter(|pass| !left_out(pass)).collect();
    match options.fuel {
        // Steps are counted in the table's order.
        Some(_) => passes.iter().for_each(|pass| work.run(pass, options)),
        None => {
            for together in passes.chunk_by(|a, b| !matches!(a.run, Run::Whole(_)) && !matches!(b.run, Run::Whole(_))) {
                match together {
                    [whole] if matches!(whole.run, Run::Whole(_)) => work.run_whole(whole, options),
                    _ => work.run_by_function(together, options),
                }
            }
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
