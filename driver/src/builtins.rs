//! The runtime's functions as the middle needs them, read from the extensions' tables in this process.

use phpc_ir::program::Builtin;

pub(crate) fn builtins() -> Vec<Builtin> {
    let all = phpc_ext::descriptions().into_iter();
    all.map(|it| phpc_pipeline::builtin(it.decl, it.effects, it.native, it.entry)).collect()
}
