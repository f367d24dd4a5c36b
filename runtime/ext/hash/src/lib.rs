//! The extension `hash`.

mod algorithms;
mod context;
mod functions;

use phpc_core::extension::Extension;

pub static EXTENSION: Extension = Extension {
    functions: &[functions::FUNCTIONS, context::FUNCTIONS],
    classes: &[context::CLASSES],
    constants: &[context::CONSTANTS],
    ..Extension::new("hash")
};
