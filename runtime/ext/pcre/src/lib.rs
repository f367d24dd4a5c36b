//! The extension `pcre`: regular expressions by PCRE2 with its JIT compiler.

mod cache;
mod captures;
mod matching;
mod pattern;
mod replace;
mod scan;
mod split;
mod state;

use phpc_core::extension::Extension;

pub static EXTENSION: Extension = Extension {
    functions: &[matching::FUNCTIONS, replace::FUNCTIONS, split::FUNCTIONS, state::FUNCTIONS],
    constants: &[state::CONSTANTS],
    settings: state::SETTINGS,
    ..Extension::new("pcre")
};
