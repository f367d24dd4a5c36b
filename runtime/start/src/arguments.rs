//! The command line, as `$argv`, `$argc` and `$_SERVER` show it.

use phpc_core::engine::globals;
use phpc_core::{Array, Str, Value};
use std::ffi::CStr;

/// # Safety
/// `values` holds `count` C strings.
pub(crate) unsafe fn from_c(count: i32, values: *const *const libc::c_char) -> Vec<Vec<u8>> {
    (0..count as usize)
        // SAFETY: the caller's promise.
        .map(|number| unsafe { CStr::from_ptr(*values.add(number)) }.to_bytes().to_vec())
        .collect()
}

/// How `phpc run` calls the script; what it says is for this program alone.
const SCRIPT: &str = "PHPC_SCRIPT";

/// What `php` calls code that is no file.
const NO_FILE: &[u8] = b"Standard input code";

fn given_script() -> Option<Vec<u8>> {
    use std::os::unix::ffi::OsStringExt;
    let script = std::env::var_os(SCRIPT)?;
    // SAFETY: there is one thread so far.
    unsafe { std::env::remove_var(SCRIPT) };
    Some(script.into_vec())
}

/// Sets `$argv`, `$argc`, `$_SERVER`, `$_ENV` and the empty request arrays. `script` is what `$argv[0]` says.
pub(crate) fn publish(script: &[u8], arguments: &[Vec<u8>]) {
    let script = &given_script().unwrap_or_else(|| script.to_vec())[..];
    let mut argv = Array::with_capacity(arguments.len() + 1);
    argv.push(Value::string(script));
    for argument in arguments {
        argv.push(Value::string(argument));
    }
    let argc = argv.len() as i64;
    let mut server = Array::new();
    for (name, value) in std::env::vars_os() {
        use std::os::unix::ffi::OsStrExt;
        server.set(phpc_core::OwnedKey::from(Str::new(name.as_bytes())).as_key(), Value::string(value.as_bytes()));
    }
    let file = if script == NO_FILE { b"" } else { script };
    for (name, value) in [("PHP_SELF", script), ("SCRIPT_NAME", script), ("SCRIPT_FILENAME", file), ("PATH_TRANSLATED", file)] {
        server.set_bytes(name.as_bytes(), Value::string(value));
    }
    server.set_bytes(b"DOCUMENT_ROOT", Value::string(b""));
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    server.set_bytes(b"REQUEST_TIME", now.as_secs() as i64);
    server.set_bytes(b"REQUEST_TIME_FLOAT", now.as_secs_f64());
    server.set_bytes(b"argv", argv.clone());
    server.set_bytes(b"argc", argc);
    for name in ["_GET", "_POST", "_COOKIE", "_FILES", "_ENV", "_REQUEST"] {
        globals::set(&Str::intern(name.as_bytes()), Array::new().into());
    }
    globals::set(&Str::intern(b"argv"), argv.into());
    globals::set(&Str::intern(b"argc"), Value::int(argc));
    globals::set(&Str::intern(b"_SERVER"), server.into());
}
