//! The extension `mbstring`: strings as characters of an encoding. Start in `encoding`.

mod case;
mod convert;
mod encoding;
mod search;
mod settings;
mod text;
mod width;
mod wide;

use phpc_core::extension::Extension;

pub static EXTENSION: Extension = Extension {
    functions: &[
        case::FUNCTIONS,
        convert::FUNCTIONS,
        search::FUNCTIONS,
        settings::FUNCTIONS,
        text::FUNCTIONS,
        width::FUNCTIONS,
    ],
    constants: &[case::CONSTANTS],
    settings: settings::SETTINGS,
    ..Extension::new("mbstring")
};
