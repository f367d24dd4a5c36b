//! The extension `iconv`: text between encodings, by the C library's own converter, as PHP has it.

mod convert;
mod functions;
mod mime;

use phpc_core::extension::Extension;

pub static EXTENSION: Extension = Extension {
    functions: &[functions::FUNCTIONS, mime::FUNCTIONS],
    constants: &[functions::CONSTANTS, mime::CONSTANTS],
    start: convert::set_locale,
    ..Extension::new("iconv")
};
