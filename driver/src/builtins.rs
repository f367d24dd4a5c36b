//! The runtime's functions as the middle needs them, read from the extensions' tables in this process.

use phpc_abi::signature;
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::calls::native::ENTRY_SYMBOL;
use phpc_ir::program::Builtin;

/// All functions of all extensions, aliases included, under lower-case names.
pub(crate) fn builtins() -> Vec<Builtin> {
    let mut all = Vec::new();
    for extension in phpc_ext::EXTENSIONS {
        for function in extension.functions.iter().flat_map(|table| table.iter()) {
            all.push(builtin(function, phpc_core::extension::name_of(function)));
        }
        for (alias, function) in extension.aliases.iter().flat_map(|table| table.iter()) {
            all.push(builtin(function, alias));
        }
    }
    all
}

fn builtin(function: &'static BuiltinFunction, name: &str) -> Builtin {
    let mut decl = signature::parse_function(function.signature).unwrap_or_else(|error| panic!("{error}"));
    decl.name = name.to_ascii_lowercase().into_bytes().into();
    decl.deprecated = function.deprecated.is_some();
    Builtin {
        decl,
        effects: function.effects,
        native: function.direct.map_or(String::new(), |direct| direct.symbol.to_string()),
        entry: ENTRY_SYMBOL.to_string(),
        descriptor: String::new(),
    }
}
