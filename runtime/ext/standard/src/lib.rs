//! The extension `standard`: strings, arrays, math, files, streams, variables.

pub(crate) mod access;
pub(crate) mod arrays;
mod digits;
pub(crate) mod engine;
pub(crate) mod io;
pub(crate) mod math;
pub(crate) mod prelude;
pub(crate) mod strings;
pub(crate) mod vars;

use phpc_core::extension::Extension;

pub static EXTENSION: Extension = Extension {
    functions: &[
        arrays::build::FUNCTIONS,
        arrays::call::FUNCTIONS,
        arrays::column::FUNCTIONS,
        arrays::edit::FUNCTIONS,
        arrays::extreme::FUNCTIONS,
        arrays::look::FUNCTIONS,
        arrays::merge::FUNCTIONS,
        arrays::pointer::FUNCTIONS,
        arrays::range::FUNCTIONS,
        arrays::set::FUNCTIONS,
        arrays::slice::FUNCTIONS,
        arrays::sort::FUNCTIONS,
        arrays::symbols::FUNCTIONS,
        arrays::unique::FUNCTIONS,
        engine::autoload::FUNCTIONS,
        engine::calls::FUNCTIONS,
        engine::classes::FUNCTIONS,
        engine::constants::FUNCTIONS,
        engine::errors::FUNCTIONS,
        engine::info::FUNCTIONS,
        engine::objects::FUNCTIONS,
        engine::output::FUNCTIONS,
        engine::settings::FUNCTIONS,
        engine::time::FUNCTIONS,
        io::contents::FUNCTIONS,
        io::csv::FUNCTIONS,
        io::dir::FUNCTIONS,
        io::handle::FUNCTIONS,
        io::open::FUNCTIONS,
        io::path::FUNCTIONS,
        io::process::FUNCTIONS,
        io::stat::FUNCTIONS,
        io::tree::FUNCTIONS,
        math::FUNCTIONS,
        strings::case::FUNCTIONS,
        strings::compare::FUNCTIONS,
        strings::encode::FUNCTIONS,
        strings::escape::FUNCTIONS,
        strings::format::FUNCTIONS,
        strings::html::FUNCTIONS,
        strings::join::FUNCTIONS,
        strings::pack::FUNCTIONS,
        strings::password::FUNCTIONS,
        strings::replace::FUNCTIONS,
        strings::scan::FUNCTIONS,
        strings::search::FUNCTIONS,
        strings::slice::FUNCTIONS,
        strings::trim::FUNCTIONS,
        strings::url::FUNCTIONS,
        vars::dump::FUNCTIONS,
        vars::export::FUNCTIONS,
        vars::ini::FUNCTIONS,
        vars::print::FUNCTIONS,
        vars::serialize::FUNCTIONS,
        vars::types::FUNCTIONS,
        vars::unserialize::FUNCTIONS,
    ],
    aliases: &[engine::errors::ALIASES, engine::info::ALIASES, engine::settings::ALIASES, io::handle::ALIASES, io::stat::ALIASES, arrays::look::ALIASES, arrays::pointer::ALIASES, strings::join::ALIASES, strings::search::ALIASES, strings::trim::ALIASES, vars::types::ALIASES],
    constants: &[vars::ini::CONSTANTS, strings::password::CONSTANTS, strings::html::CONSTANTS, engine::errors::CONSTANTS, engine::settings::CONSTANTS, io::dir::CONSTANTS, io::handle::CONSTANTS, io::handle::STREAMS, io::path::CONSTANTS, arrays::CONSTANTS, math::CONSTANTS, strings::CONSTANTS, strings::url::CONSTANTS],
    classes: &[engine::errors::CLASSES],
    start: || {
        // The standard streams have the resource numbers 1 to 3.
        io::handle::standard(0);
    },
    ..Extension::new("standard")
};
