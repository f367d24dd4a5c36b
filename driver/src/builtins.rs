//! The runtime's functions as the middle needs them, read from the extensions' tables in this process.

use phpc_ir::program::Builtins;
use std::sync::Arc;

pub(crate) fn builtins() -> Arc<Builtins> {
    let all = phpc_ext::descriptions().into_iter();
    Arc::new(all.map(|it| phpc_pipeline::builtin(it.decl, it.effects, it.native, it.entry)).collect())
}
