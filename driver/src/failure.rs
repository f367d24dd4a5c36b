//! How a command ends when it does not succeed.

use crate::output;
use std::fmt::Display;
use std::path::{Path, PathBuf};

#[derive(Debug)]
pub(crate) enum Failure {
    /// One line for standard error; exit 1.
    Message(String),
    /// The program has compile errors; PHP's text for standard output; exit 255.
    Program(Vec<u8>),
    /// `phpc run` of a file that is none: as `php` says it, exit 1.
    NoScript(PathBuf),
    /// A program that was run ended so.
    Exit(i32),
}

impl Failure {
    /// Tells people, and yields the exit status.
    pub(crate) fn report(&self) -> u8 {
        match self {
            Failure::Message(message) => {
                eprintln!("phpc: {message}");
                1
            }
            Failure::Program(text) => match output::print(text) {
                Ok(()) | Err(_) => 255,
            },
            Failure::NoScript(file) => {
                eprintln!("Could not open input file: {}", file.display());
                1
            }
            Failure::Exit(code) => *code as u8,
        }
    }

    pub(crate) fn at(path: &Path, what: impl Display) -> Failure {
        Failure::Message(format!("{}: {what}", path.display()))
    }
}

impl From<phpc_pipeline::Failure> for Failure {
    fn from(failure: phpc_pipeline::Failure) -> Failure {
        Failure::Message(failure.to_string())
    }
}

/// The system's reason without its number: "No such file or directory".
pub(crate) fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_string()
}
