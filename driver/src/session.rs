//! What all stages of one run of phpc share: options, settings, times.

use crate::args::Options;
use crate::failure::Failure;
use crate::settings::{self, Settings};
use std::cell::{OnceCell, RefCell};
use std::collections::HashSet;
use std::time::{Duration, Instant};

pub(crate) struct Session {
    pub(crate) options: Options,
    /// Defaults that are written into the program.
    pub(crate) program_settings: Settings,
    pub(crate) compiler_settings: Settings,
    times: RefCell<Vec<(&'static str, Duration)>>,
    builtins: OnceCell<HashSet<&'static str>>,
}

impl Session {
    pub(crate) fn new(options: Options) -> Result<Session, Failure> {
        let program_settings = settings::of_program(&options)?;
        let compiler_settings = settings::of_compiler(&program_settings);
        Ok(Session { options, program_settings, compiler_settings, times: RefCell::default(), builtins: OnceCell::new() })
    }

    /// Runs a stage and keeps its time for `--time`.
    pub(crate) fn timed<T>(&self, stage: &'static str, run: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = run();
        let spent = start.elapsed();
        let mut times = self.times.borrow_mut();
        match times.iter_mut().find(|(name, _)| *name == stage) {
            Some((_, sum)) => *sum += spent,
            None => times.push((stage, spent)),
        }
        result
    }

    /// Is there a builtin function of that lower-case name?
    pub(crate) fn is_builtin_function(&self, name: &[u8]) -> bool {
        let names = self.builtins.get_or_init(|| phpc_ext::function_names().collect());
        std::str::from_utf8(name).is_ok_and(|name| names.contains(name))
    }

    pub(crate) fn print_times(&self) {
        if !self.options.time {
            return;
        }
        for (stage, spent) in self.times.borrow().iter() {
            eprintln!("{:>10.3} ms  {stage}", spent.as_secs_f64() * 1e3);
        }
    }
}
