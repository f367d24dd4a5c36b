//! Compile errors as PHP prints them.

use crate::settings::{self, Settings};
use phpc_ir::pir::{Unit, UnitDiagnostic};

const E_ERROR: u32 = 1;
const E_WARNING: u32 = 2;
const E_PARSE: u32 = 4;
const E_NOTICE: u32 = 8;
const E_COMPILE_ERROR: u32 = 64;
const E_COMPILE_WARNING: u32 = 128;

pub(crate) fn is_error(diagnostic: &UnitDiagnostic) -> bool {
    matches!(diagnostic.level, E_ERROR | E_PARSE | E_COMPILE_ERROR)
}

pub(crate) fn has_error(unit: &Unit) -> bool {
    unit.diagnostics.iter().any(is_error)
}

/// What `php` prints for a file that cannot be compiled: what it has to say before, then the first error.
pub(crate) fn text(unit: &Unit, path: &[u8], settings: &Settings, all: bool) -> Vec<u8> {
    let mut out = Vec::new();
    if !settings::is_on(settings, "display_errors", true) {
        return out;
    }
    for diagnostic in &unit.diagnostics {
        line(diagnostic, path, &mut out);
        if is_error(diagnostic) && !all {
            break;
        }
    }
    out
}

fn line(diagnostic: &UnitDiagnostic, path: &[u8], out: &mut Vec<u8>) {
    let label = match diagnostic.level {
        E_PARSE => "Parse error",
        E_ERROR | E_COMPILE_ERROR => "Fatal error",
        E_WARNING | E_COMPILE_WARNING => "Warning",
        E_NOTICE => "Notice",
        _ => "Deprecated",
    };
    out.extend_from_slice(format!("\n{label}: ").as_bytes());
    out.extend_from_slice(&diagnostic.message);
    out.extend_from_slice(b" in ");
    out.extend_from_slice(path);
    out.extend_from_slice(format!(" on line {}\n", diagnostic.line).as_bytes());
}
