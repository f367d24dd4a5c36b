//! The runtime's symbols by name, for code placed in memory.

use phpc_core::global::Global;
use std::collections::HashMap;

static TABLE: Global<Option<HashMap<&'static str, u64>>> = Global::new(None);

pub(crate) fn lookup(name: &str) -> Option<u64> {
    TABLE.with(|table| table.get_or_insert_with(collect).get(name).copied())
}

fn collect() -> HashMap<&'static str, u64> {
    unsafe extern "C" {
        static php_pending: u8;
        static php_stack_limit: u8;
        static php_one_byte_strings: u8;
        fn php_builtin_entry();
    }
    let mut table: HashMap<&'static str, u64> =
        phpc_core::primitives::symbols().into_iter().map(|(name, address)| (name, address as u64)).collect();
    table.insert("php_pending", &raw const php_pending as u64);
    table.insert("php_stack_limit", &raw const php_stack_limit as u64);
    table.insert("php_one_byte_strings", &raw const php_one_byte_strings as u64);
    table.insert("php_builtin_entry", php_builtin_entry as *const () as u64);
    for extension in phpc_ext::EXTENSIONS {
        for function in extension.functions.iter().flat_map(|functions| functions.iter()) {
            if let Some(direct) = function.direct {
                table.insert(direct.symbol, direct.address as *const () as u64);
            }
        }
    }
    table
}
