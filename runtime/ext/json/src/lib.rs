//! The extension `json`.

mod decode;
mod encode;
mod functions;
mod scan;
mod state;

use phpc_core::extension::Extension;

pub static EXTENSION: Extension = Extension {
    functions: &[functions::FUNCTIONS],
    classes: &[state::CLASSES],
    constants: &[state::CONSTANTS],
    ..Extension::new("json")
};
