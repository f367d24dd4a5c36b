//! From the linked-in program to its end.

use phpc_abi::unit::{CompiledUnit, Program};
use phpc_core::engine::{ini, shutdown};
use phpc_core::units::Unit;
use phpc_core::{Cx, frames};
use std::path::{Path, PathBuf};

unsafe extern "C" {
    /// Emitted by codegen; the name carries abi's fingerprint.
    #[link_name = phpc_abi::program_symbol!()]
    static PROGRAM: Program;
}

fn bytes<'a>(start: *const u8, length: u64) -> &'a [u8] {
    if length == 0 {
        return &[];
    }
    // SAFETY: codegen emits each pair as address and length of immutable data.
    unsafe { std::slice::from_raw_parts(start, length as usize) }
}

/// Runs the program; the process's exit status.
pub(crate) fn run(cx: &mut Cx, arguments: Vec<Vec<u8>>) -> i32 {
    // SAFETY: the linked-in description, immutable.
    let program = unsafe { &PROGRAM };
    phpc_ext::register();
    for line in bytes(program.settings, program.settings_length).split(|&byte| byte == b'\n') {
        if let Some(at) = line.iter().position(|&byte| byte == b'=') {
            ini::configure(&line[..at], &line[at + 1..]);
        }
    }
    ini::start();
    let root = root(bytes(program.root, program.root_length));
    let units = units(program, &root);
    let entry = units[program.entry as usize];
    crate::arguments::publish(entry.path.bytes(), arguments.get(1..).unwrap_or_default());
    phpc_core::units::include::mark(entry.path.bytes());
    let _ = entry.run(cx);
    shutdown::finish(cx)
}

/// The folder that relative unit paths are relative to: `PHPC_ROOT`, or the compile-time root.
fn root(compiled: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    match std::env::var_os("PHPC_ROOT") {
        Some(root) => PathBuf::from(root),
        None => {
            // Zeros fill its room.
            let end = compiled.iter().position(|&byte| byte == 0).unwrap_or(compiled.len());
            PathBuf::from(std::ffi::OsStr::from_bytes(&compiled[..end]))
        }
    }
}

fn units(program: &Program, root: &Path) -> Vec<&'static Unit> {
    use std::os::unix::ffi::OsStrExt;
    // SAFETY: codegen emits `unit_count` addresses of units that live as long as the process.
    let compiled: &[*const CompiledUnit] =
        unsafe { std::slice::from_raw_parts(program.units, program.unit_count as usize) };
    compiled
        .iter()
        .map(|&compiled| {
            // SAFETY: as above.
            let unit = unsafe { &*compiled };
            frames::register_unit(unit);
            // SAFETY: as above.
            unsafe { Unit::register_below(compiled, root.as_os_str().as_bytes()) }
        })
        .collect()
}
