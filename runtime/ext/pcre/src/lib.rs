//! The extension `pcre`.

use phpc_core::extension::Extension;

pub static EXTENSION: Extension = Extension::new("pcre");
