//! What all stages of one run of phpc share: options, settings, times.

use crate::args::Options;
use crate::failure::Failure;
use crate::settings::{self, Settings};
use phpc_ir::program::Builtins;
use phpc_pipeline::Constants;
use std::collections::HashSet;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};

pub(crate) struct Session {
    pub(crate) options: Options,
    /// Defaults that are written into the program.
    pub(crate) program_settings: Settings,
    pub(crate) compiler_settings: Settings,
    times: Mutex<Vec<(&'static str, Duration)>>,
    builtin_names: OnceLock<HashSet<&'static str>>,
    builtins: OnceLock<Arc<Builtins>>,
    constants: OnceLock<Arc<Constants>>,
}

impl Session {
    pub(crate) fn new(options: Options) -> Result<Session, Failure> {
        let program_settings = settings::of_program(&options)?;
        let compiler_settings = settings::of_compiler(&program_settings);
        Ok(Session {
            options,
            program_settings,
            compiler_settings,
            times: Mutex::default(),
            builtin_names: OnceLock::new(),
            builtins: OnceLock::new(),
            constants: OnceLock::new(),
        })
    }

    /// Runs a stage and keeps its time for `--time` (of all threads together).
    pub(crate) fn timed<T>(&self, stage: &'static str, run: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = run();
        let spent = start.elapsed();
        let mut times = self.times.lock().expect("no stage panics with the lock");
        match times.iter_mut().find(|(name, _)| *name == stage) {
            Some((_, sum)) => *sum += spent,
            None => times.push((stage, spent)),
        }
        result
    }

    /// The runtime's functions, read once.
    pub(crate) fn builtins(&self) -> Arc<Builtins> {
        self.builtins.get_or_init(|| crate::builtins::builtins()).clone()
    }

    /// The runtime's constants, likewise.
    pub(crate) fn constants(&self) -> Arc<Constants> {
        self.constants.get_or_init(|| Arc::new(phpc_ext::constants())).clone()
    }

    /// Is there a builtin function of that lower-case name?
    pub(crate) fn is_builtin_function(&self, name: &[u8]) -> bool {
        let names = self.builtin_names.get_or_init(|| phpc_ext::function_names().collect());
        std::str::from_utf8(name).is_ok_and(|name| names.contains(name))
    }

    pub(crate) fn print_times(&self) {
        if !self.options.time {
            return;
        }
        for (stage, spent) in self.times.lock().expect("no stage panics with the lock").iter() {
            eprintln!("{:>10.3} ms  {stage}", spent.as_secs_f64() * 1e3);
        }
    }
}
