//! All extensions: their functions by name for the compiler, their registration when a program starts.

use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::classes::table::class_table;
use phpc_core::engine::{constants, ini};
use phpc_core::extension::{Extension, name_of};
use phpc_core::units::functions;

pub static EXTENSIONS: &[&Extension] = &[
    &phpc_ext_standard::EXTENSION,
    &phpc_ext_ctype::EXTENSION,
    &phpc_ext_random::EXTENSION,
    &phpc_ext_hash::EXTENSION,
    &phpc_ext_json::EXTENSION,
    &phpc_ext_spl::EXTENSION,
    &phpc_ext_pcre::EXTENSION,
    &phpc_ext_reflection::EXTENSION,
    &phpc_ext_mbstring::EXTENSION,
    &phpc_ext_date::EXTENSION,
    &phpc_ext_iconv::EXTENSION,
    &phpc_ext_tokenizer::EXTENSION,
    &phpc_ext_filter::EXTENSION,
];

/// A builtin function by lower-case name, aliases included.
pub fn find(name: &str) -> Option<&'static BuiltinFunction> {
    EXTENSIONS.iter().find_map(|extension| extension.find(name))
}

/// The lower-case names of all builtin functions, aliases included.
pub fn function_names() -> impl Iterator<Item = &'static str> {
    EXTENSIONS.iter().flat_map(|extension| {
        let functions = extension.functions.iter().flat_map(|table| table.iter()).map(|function| name_of(function));
        let aliases = extension.aliases.iter().flat_map(|table| table.iter()).map(|(alias, _)| *alias);
        functions.chain(aliases)
    })
}

/// A builtin constant by name, as the compiler may use it for defaults of parameters.
pub fn constant(name: &str) -> Option<phpc_core::Value> {
    let entries = EXTENSIONS.iter().flat_map(|extension| extension.constants.iter()).flat_map(|table| table.iter());
    entries.into_iter().find(|entry| entry.name == name).map(|entry| (entry.value)())
}

/// The builtin constants that are the same in every run: numbers, booleans and the end of line.
pub fn constants() -> std::collections::HashMap<Box<[u8]>, phpc_abi::decl::Const> {
    const CORE: &[&str] = &[
        "PHP_EOL", "PHP_INT_MAX", "PHP_INT_MIN", "PHP_INT_SIZE", "PHP_FLOAT_DIG", "PHP_FLOAT_EPSILON", "PHP_FLOAT_MAX", "PHP_FLOAT_MIN",
        "PHP_MAJOR_VERSION", "PHP_MINOR_VERSION", "PHP_VERSION_ID", "E_ERROR", "E_WARNING", "E_NOTICE", "E_USER_ERROR", "E_USER_WARNING",
        "E_USER_NOTICE", "E_DEPRECATED", "E_USER_DEPRECATED", "E_ALL",
    ];
    let core = CORE.iter().filter_map(|name| Some((*name, phpc_core::engine::constants::get(&phpc_core::Str::from(*name))?)));
    let tables = EXTENSIONS.iter().flat_map(|extension| extension.constants.iter()).flat_map(|table| table.iter());
    core.chain(tables.map(|entry| (entry.name, (entry.value)()))).filter_map(|(name, value)| Some((name.as_bytes().into(), fixed(name, &value)?))).collect()
}

fn fixed(name: &str, value: &phpc_core::Value) -> Option<phpc_abi::decl::Const> {
    use phpc_abi::decl::Const;
    if let Some(int) = value.as_int() {
        return Some(Const::Int(int));
    }
    if let Some(float) = value.as_float() {
        return Some(Const::Float(float.to_bits()));
    }
    if let Some(bool) = value.as_bool() {
        return Some(Const::Bool(bool));
    }
    (name == "PHP_EOL").then(|| Const::Str(b"\n".as_slice().into()))
}

/// A builtin function as the compiler needs it.
pub struct Description {
    pub decl: phpc_abi::decl::FunctionDecl,
    pub effects: phpc_abi::effects::Effects,
    /// Symbol of the direct form; empty: there is none.
    pub native: &'static str,
    /// Symbol of the generic entry.
    pub entry: &'static str,
}

/// All functions of all extensions, aliases included, under lower-case names.
pub fn descriptions() -> Vec<Description> {
    let mut all = Vec::new();
    for extension in EXTENSIONS {
        for function in extension.functions.iter().flat_map(|table| table.iter()) {
            all.push(describe(function, phpc_core::extension::name_of(function)));
        }
        for (alias, function) in extension.aliases.iter().flat_map(|table| table.iter()) {
            all.push(describe(function, alias));
        }
    }
    all
}

fn describe(function: &'static BuiltinFunction, name: &str) -> Description {
    let mut decl = phpc_abi::signature::parse_function(function.signature).unwrap_or_else(|error| panic!("{error}"));
    decl.name = name.to_ascii_lowercase().into_bytes().into();
    decl.deprecated = function.deprecated.is_some();
    Description {
        decl,
        effects: function.effects,
        native: function.direct.map_or("", |direct| direct.symbol),
        entry: phpc_core::calls::native::ENTRY_SYMBOL,
    }
}

/// Makes everything known to the running program.
pub fn register() {
    phpc_core::start::start();
    for extension in EXTENSIONS {
        for table in extension.functions {
            functions::register_builtins(table);
        }
        for (alias, function) in extension.aliases.iter().flat_map(|table| table.iter()) {
            functions::register_alias(alias, function);
        }
        for table in extension.constants {
            constants::register(extension.name, table);
        }
        for table in extension.classes {
            class_table().register_builtins(table);
        }
        ini::register(extension.settings);
        phpc_core::extension::loaded(extension.name);
        (extension.start)();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_can_be_read() {
        for function in EXTENSIONS.iter().flat_map(|extension| extension.functions.iter()).flat_map(|table| table.iter()) {
            if let Err(error) = phpc_core::abi::signature::parse_function(function.signature) {
                panic!("{error}");
            }
        }
    }
}
