//! The extension `random`: Mersenne Twister behind the old functions, and the system's generator.

mod engine;
mod functions;
mod mt19937;
mod randomizer;

use phpc_core::extension::Extension;

pub static EXTENSION: Extension = Extension {
    functions: &[functions::FUNCTIONS],
    aliases: &[functions::ALIASES],
    constants: &[functions::CONSTANTS],
    classes: &[engine::CLASSES, randomizer::CLASSES],
    ..Extension::new("random")
};
