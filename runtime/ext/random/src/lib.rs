//! The extension `random`: Mersenne Twister behind the old functions, and the system's generator.

mod functions;
mod mt19937;

use phpc_core::extension::Extension;

pub static EXTENSION: Extension = Extension {
    functions: &[functions::FUNCTIONS],
    aliases: &[functions::ALIASES],
    constants: &[functions::CONSTANTS],
    ..Extension::new("random")
};
