//! `phpc run`: compiles to an executable that has no name and becomes it.

use crate::args::RunSource;
use crate::compile;
use crate::failure::{Failure, reason};
use crate::session::Session;
use std::ffi::OsString;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) fn run(session: &Session, program: RunSource, args: &[OsString]) -> Result<(), Failure> {
    let folder = scratch_folder()?;
    let result = compile_and_run(session, program, args, &folder);
    // Left-overs in the system's temporary folder do no harm.
    let _ = std::fs::remove_dir_all(&folder);
    result
}

fn compile_and_run(session: &Session, program: RunSource, args: &[OsString], folder: &Path) -> Result<(), Failure> {
    let executable = folder.join("program");
    let script = match program {
        RunSource::File(file) => {
            if !file.is_file() {
                return Err(Failure::NoScript(file));
            }
            compile::executable_at(session, &file, &executable)?;
            file.into_os_string()
        }
        RunSource::Code(code) => {
            compile::executable_of(session, "Command line code", code.as_bytes(), true, &executable)?;
            NO_FILE.into()
        }
        RunSource::StandardInput => {
            let mut text = Vec::new();
            std::io::stdin().read_to_end(&mut text).map_err(|error| Failure::Message(reason(&error)))?;
            compile::executable_of(session, NO_FILE, &text, false, &executable)?;
            NO_FILE.into()
        }
    };
    let child = Command::new(&executable).args(args).env("PHPC_SCRIPT", script).status();
    let status = child.map_err(|error| Failure::at(&executable, reason(&error)))?;
    match (status.code(), status.signal()) {
        (Some(0), _) => Ok(()),
        (Some(code), _) => Err(Failure::Exit(code)),
        (None, signal) => Err(Failure::Exit(128 + signal.unwrap_or(0))),
    }
}

/// What `php` calls it.
const NO_FILE: &str = "Standard input code";

fn scratch_folder() -> Result<PathBuf, Failure> {
    let folder = std::env::temp_dir().join(format!("phpc-run-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| Failure::at(&folder, reason(&error)))?;
    Ok(folder)
}
