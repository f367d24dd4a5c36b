//! The command line.

use crate::emit::{Emit, Stage};
use std::collections::VecDeque;
use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

pub(crate) const USAGE: &str = "\
phpc [options] -o OUT entry.php        compile a program
phpc -c [-o OUT.o] FILE                compile one file to an object
phpc -c --out-dir DIR FILES…           compile many files to objects
phpc --emit=STAGE FILE                 print tokens, ast, pir, ssa, step, clif, asm, or write pir-binary, obj
phpc --emit=STAGE --out-dir DIR FILES… the same of many files
phpc run [options] FILE [args]         compile and run; -r CODE [args]; without a file: standard input
phpc build [options] [-o OUT] [DIR]    compile a project: its entry and all PHP files under its root
options
  -d NAME=VALUE          a setting of php.ini for the program
  --ini FILE             settings from a php.ini
  --emit=STAGE[:after=PASS][:function=NAME]
  --skip=PASS,…          leave passes out
  --fuel=N               only the first N steps of passes: each pass on each function is one
  --list-passes          print their names in order
  --plant                a wrong fold, for tests of xtask bisect
  --root DIR             unit paths are relative to it (default: the entry's folder)
  --include GLOB, --exclude GLOB         build: files to take or to leave
  --entry FILE           build: the entry (default: public/index.php, index.php, bin/…)
  --closed               leave the embedded compiler out; eval and unknown includes throw
  --no-root              leave the compile-time root out of the executable
  --linker=cc            link objects and archive by the system's linker
  --target=TRIPLE        of objects
  --jobs=N               threads (default: all cores)
  --time                 print the time of each stage
  --all-errors           print more than the first error of a file
  -v, --version; -h, --help";

#[derive(Debug)]
pub(crate) enum Command {
    Executable { entry: PathBuf },
    Objects { files: Vec<PathBuf> },
    Emit { emit: Emit, files: Vec<PathBuf> },
    Run { program: RunSource, args: Vec<OsString> },
    Build { folder: PathBuf },
    ListPasses,
    Version,
    Help,
}

#[derive(Debug)]
pub(crate) enum RunSource {
    File(PathBuf),
    Code(OsString),
    StandardInput,
}

#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) output: Option<PathBuf>,
    pub(crate) out_dir: Option<PathBuf>,
    pub(crate) settings: Vec<(Vec<u8>, Vec<u8>)>,
    pub(crate) ini: Option<PathBuf>,
    pub(crate) root: Option<PathBuf>,
    pub(crate) include: Vec<String>,
    pub(crate) exclude: Vec<String>,
    pub(crate) entry: Option<PathBuf>,
    pub(crate) skip: Vec<String>,
    pub(crate) fuel: Option<u64>,
    pub(crate) plant: bool,
    pub(crate) closed: bool,
    pub(crate) no_root: bool,
    /// `--linker=cc`: objects and archive through the system's linker.
    pub(crate) system_linker: bool,
    pub(crate) target: Option<String>,
    pub(crate) jobs: usize,
    pub(crate) time: bool,
    pub(crate) all_errors: bool,
}

/// What to do, or the line that says what is wrong.
pub(crate) fn parse(args: impl Iterator<Item = OsString>) -> Result<(Command, Options), String> {
    let mut args: Vec<OsString> = args.collect();
    let mode = match args.first().and_then(|arg| arg.to_str()) {
        Some("run") => Mode::Run,
        Some("build") => Mode::Build,
        _ => Mode::Compile,
    };
    if mode != Mode::Compile {
        args.remove(0);
    }
    Reader { args: args.into(), mode, ..Reader::default() }.read()
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Mode {
    #[default]
    Compile,
    Run,
    Build,
}

#[derive(Default)]
struct Reader {
    args: VecDeque<OsString>,
    mode: Mode,
    options: Options,
    files: Vec<OsString>,
    emit: Option<Emit>,
    code: Option<OsString>,
    objects: bool,
    /// What `-v` or `-h` asks for.
    shown: Option<Command>,
}

impl Reader {
    fn read(mut self) -> Result<(Command, Options), String> {
        self.options.jobs = std::thread::available_parallelism().map_or(1, |count| count.get());
        let mut only_files = false;
        while let Some(arg) = self.args.pop_front() {
            let text = arg.to_string_lossy().into_owned();
            if only_files || !text.starts_with('-') || text == "-" {
                self.files.push(arg);
            } else if text == "--" {
                only_files = true;
            } else {
                self.option(&text, &arg)?;
            }
            // What follows the program belongs to it.
            if self.mode == Mode::Run && (!self.files.is_empty() || self.code.is_some()) {
                // Behind a file, `--` is the program's too.
                if self.files.is_empty() && self.args.front().is_some_and(|next| next == "--") && !only_files {
                    self.args.pop_front();
                }
                let rest: Vec<OsString> = self.args.drain(..).collect();
                self.files.extend(rest);
            }
        }
        self.finish()
    }

    /// `--name=value`, `--name value`, `-nvalue` or `-n value`.
    fn option(&mut self, text: &str, raw: &OsStr) -> Result<(), String> {
        let long = text.starts_with("--");
        let name_length = match long {
            true => text.find('=').unwrap_or(text.len()),
            false => 2.min(text.len()),
        };
        let name = &text[..name_length];
        let attached = match (long, text.len() > name_length) {
            (_, false) => None,
            (true, true) => Some(OsStr::from_bytes(&raw.as_bytes()[name_length + 1..]).to_os_string()),
            (false, true) => Some(OsStr::from_bytes(&raw.as_bytes()[name_length..]).to_os_string()),
        };
        if self.flag(name, attached.is_some())? {
            return Ok(());
        }
        let value = attached.or_else(|| self.args.pop_front());
        let value = value.ok_or_else(|| format!("{name} needs a value"))?;
        self.valued(name, value)
    }

    fn flag(&mut self, name: &str, attached: bool) -> Result<bool, String> {
        let options = &mut self.options;
        match name {
            "-c" => self.objects = true,
            "--closed" => options.closed = true,
            "--no-root" => options.no_root = true,
            "--time" => options.time = true,
            "--all-errors" => options.all_errors = true,
            "--plant" => options.plant = true,
            "--list-passes" => self.shown = Some(Command::ListPasses),
            "-v" | "--version" => self.shown = Some(Command::Version),
            "-h" | "--help" => self.shown = Some(Command::Help),
            _ => return Ok(false),
        }
        if attached { Err(format!("{name} takes no value")) } else { Ok(true) }
    }

    fn valued(&mut self, name: &str, value: OsString) -> Result<(), String> {
        let text = value.to_string_lossy().into_owned();
        let options = &mut self.options;
        match name {
            "-o" | "--output" => options.output = Some(value.into()),
            "--out-dir" => options.out_dir = Some(value.into()),
            "-d" => options.settings.push(crate::settings::assignment(value.as_bytes())),
            "--ini" => options.ini = Some(value.into()),
            "--root" => options.root = Some(value.into()),
            "--include" => options.include.push(text),
            "--exclude" => options.exclude.push(text),
            "--entry" => options.entry = Some(value.into()),
            "--skip" => options.skip.extend(text.split(',').map(str::to_string)),
            "--fuel" => options.fuel = Some(number(name, &text)?),
            "--target" => options.target = Some(text),
            "--linker" if text == "cc" => options.system_linker = true,
            "--jobs" | "-j" => options.jobs = number(name, &text)?.max(1) as usize,
            "--emit" => self.emit = Some(Emit::parse(&text)?),
            "-r" if self.mode == Mode::Run => self.code = Some(value),
            _ => return Err(format!("unknown option {name} (phpc --help lists them)")),
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(Command, Options), String> {
        if let Some(command) = self.shown.take() {
            return Ok((command, self.options));
        }
        let command = match self.mode {
            Mode::Run => self.run(),
            Mode::Build => Command::Build { folder: self.one_file_or(".")? },
            Mode::Compile => self.compile()?,
        };
        Ok((command, self.options))
    }

    fn run(&mut self) -> Command {
        let mut args = std::mem::take(&mut self.files);
        let program = match self.code.take() {
            Some(code) => RunSource::Code(code),
            None if args.is_empty() => RunSource::StandardInput,
            None => match args.remove(0) {
                file if file == "-" => RunSource::StandardInput,
                file => RunSource::File(file.into()),
            },
        };
        Command::Run { program, args }
    }

    fn compile(&mut self) -> Result<Command, String> {
        if let Some(emit) = self.emit.take() {
            let files = self.input_files()?;
            return Ok(match emit.stage {
                Stage::Object => Command::Objects { files },
                _ => Command::Emit { emit, files },
            });
        }
        if self.objects {
            return Ok(Command::Objects { files: self.input_files()? });
        }
        let entry = self.one_file()?;
        if self.options.target.as_deref().is_some_and(|target| target != crate::link::HOST) {
            return Err("executables are made for this machine only; --target goes with -c".to_string());
        }
        if self.options.output.is_none() {
            return Err("-o OUT is missing (phpc run FILE compiles and runs)".to_string());
        }
        Ok(Command::Executable { entry })
    }

    fn input_files(&mut self) -> Result<Vec<PathBuf>, String> {
        if self.files.is_empty() {
            return Err("no input file (phpc --help)".to_string());
        }
        if self.files.len() > 1 && self.options.out_dir.is_none() {
            return Err("several files need --out-dir DIR".to_string());
        }
        if self.options.out_dir.is_some() && self.options.output.is_some() {
            return Err("-o and --out-dir exclude each other".to_string());
        }
        Ok(self.files.drain(..).map(PathBuf::from).collect())
    }

    fn one_file(&mut self) -> Result<PathBuf, String> {
        match self.files.len() {
            1 => Ok(self.files.remove(0).into()),
            0 => Err("no input file (phpc --help)".to_string()),
            _ => Err(format!("one input file only, but also {}", self.files[1].to_string_lossy())),
        }
    }

    fn one_file_or(&mut self, default: &str) -> Result<PathBuf, String> {
        if self.files.is_empty() { Ok(default.into()) } else { self.one_file() }
    }
}

fn number(name: &str, text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| format!("{name} needs a number, not '{text}'"))
}
