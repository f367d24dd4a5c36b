//! Reports at places that declarations give, over [`crate::diagnostics`].

use crate::diagnostics;
use crate::hooks;
use crate::names::Name;
use crate::{Cx, Result};

/// A deprecation where a declaration stands, or where the code runs.
pub fn deprecated_at(cx: &mut Cx, message: &[u8], place: Option<(Name, u32)>) -> Result {
    match place {
        Some((file, line)) => diagnostics::deprecated_at(cx, message, file.str(), line),
        None => diagnostics::deprecated(cx, message),
    }
}

/// A fatal error of compilation or linking.
pub fn compile_fatal(cx: &mut Cx, message: &[u8], place: Option<(Name, u32)>) -> ! {
    let _ = cx;
    match place {
        Some((file, line)) => diagnostics::fatal_at(message, file.str(), line),
        None => {
            let position = hooks::position();
            diagnostics::fatal_at(message, position.file, position.line)
        }
    }
}
