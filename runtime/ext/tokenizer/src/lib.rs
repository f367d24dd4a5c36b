//! The extension `tokenizer`: PHP source as tokens, by the front end's own lexer.

mod constants;
mod functions;
mod php_token;
mod scan;

use phpc_core::extension::Extension;

pub static EXTENSION: Extension = Extension {
    functions: &[functions::FUNCTIONS],
    constants: &[constants::CONSTANTS],
    classes: &[php_token::CLASSES],
    ..Extension::new("tokenizer")
};
