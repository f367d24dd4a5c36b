//! The extension `filter`: checks and cleans values. `validate` says whether a text is an int, an address, …; `sanitize` drops
//! or replaces bytes; `functions` takes options and walks arrays.

mod constants;
mod functions;
mod sanitize;
mod validate;

use phpc_core::extension::Extension;

pub static EXTENSION: Extension =
    Extension { functions: &[functions::FUNCTIONS], constants: &[constants::CONSTANTS], ..Extension::new("filter") };
