//! Settings of php.ini for the compiled program: `-d`, `--ini` or `PHPRC`, and `PHPC_INI`.

use crate::args::Options;
use crate::failure::{Failure, reason};
use std::collections::BTreeMap;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;

pub(crate) type Settings = BTreeMap<Vec<u8>, Vec<u8>>;

/// `name=value`; a name alone means "1", as with php's `-d`.
pub(crate) fn assignment(text: &[u8]) -> (Vec<u8>, Vec<u8>) {
    match text.iter().position(|&byte| byte == b'=') {
        Some(at) => (text[..at].trim_ascii().to_vec(), unquoted(text[at + 1..].trim_ascii())),
        None => (text.trim_ascii().to_vec(), b"1".to_vec()),
    }
}

fn unquoted(value: &[u8]) -> Vec<u8> {
    match value {
        [b'"', inner @ .., b'"'] | [b'\'', inner @ .., b'\''] => inner.to_vec(),
        other => other.to_vec(),
    }
}

/// Defaults of the program (`-d` and php.ini): what is written into the executable.
pub(crate) fn of_program(options: &Options) -> Result<Settings, Failure> {
    let mut settings = Settings::new();
    if let Some(path) = ini_file(options) {
        let text = std::fs::read(&path).map_err(|error| Failure::at(&path, reason(&error)))?;
        settings.extend(ini_lines(&text));
    }
    settings.extend(options.settings.iter().cloned());
    Ok(settings)
}

/// What the compiler itself goes by: the program's, overridden by `PHPC_INI`.
pub(crate) fn of_compiler(program: &Settings) -> Settings {
    let mut settings = program.clone();
    if let Some(text) = std::env::var_os("PHPC_INI") {
        settings.extend(ini_lines(&text.into_vec()));
    }
    settings
}

pub(crate) fn is_on(settings: &Settings, name: &str, default: bool) -> bool {
    match settings.get(name.as_bytes()) {
        None => default,
        Some(value) => {
            let value = value.to_ascii_lowercase();
            matches!(&value[..], b"on" | b"yes" | b"true") || value.iter().any(|byte| (b'1'..=b'9').contains(byte))
        }
    }
}

fn ini_file(options: &Options) -> Option<PathBuf> {
    if options.ini.is_some() {
        return options.ini.clone();
    }
    let place = PathBuf::from(std::env::var_os("PHPRC")?);
    let file = if place.is_dir() { place.join("php.ini") } else { place };
    file.is_file().then_some(file)
}

/// Lines `name = value`; sections and comments are passed over.
fn ini_lines(text: &[u8]) -> impl Iterator<Item = (Vec<u8>, Vec<u8>)> + '_ {
    let lines = text.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii);
    lines.filter(|line| !line.is_empty() && !matches!(line[0], b';' | b'#' | b'[')).map(assignment)
}
