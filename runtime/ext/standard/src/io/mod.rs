//! Files, directories, streams, processes.

pub(crate) mod contents;
pub(crate) mod csv;
pub(crate) mod dir;
pub(crate) mod handle;
pub(crate) mod open;
pub(crate) mod path;
pub(crate) mod process;
pub(crate) mod stat;
pub(crate) mod stream;
pub(crate) mod tree;

use crate::prelude::*;
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// What the C library calls an error.
pub(crate) fn error_text(error: &std::io::Error) -> String {
    match error.raw_os_error() {
        Some(code) => {
            let text = error.to_string();
            text.strip_suffix(&format!(" (os error {code})")).unwrap_or(&text).to_string()
        }
        None => error.to_string(),
    }
}

/// A path of the system: `file://` is taken off.
pub(crate) fn system_path(name: &[u8]) -> &Path {
    let plain = match name {
        [b'f' | b'F', b'i' | b'I', b'l' | b'L', b'e' | b'E', b':', b'/', b'/', rest @ ..] => rest,
        _ => name,
    };
    Path::new(OsStr::from_bytes(plain))
}

pub(crate) fn bytes(path: impl AsRef<OsStr>) -> Str {
    Str::new(path.as_ref().as_bytes())
}

/// A path argument without NUL bytes.
pub(crate) fn check_path(cx: &mut Cx, number: usize, name: &[u8]) -> Result {
    if name.contains(&0) {
        return Err(value_error(cx, number, "must not contain any null bytes"));
    }
    Ok(())
}

/// "f(NAME): TEXT"
#[cold]
pub(crate) fn warn_about(cx: &mut Cx, name: &[u8], text: &str) -> Result {
    let message = [&extension::current_name()[..], b"(", name, b"): ", text.as_bytes()].concat();
    phpc_core::diagnostics::warning(cx, message)
}
