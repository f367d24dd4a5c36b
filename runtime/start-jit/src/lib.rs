//! The runtime with the embedded compiler: `phpc_start`, and a hook that compiles files and code met while running.
//!
//! The driver links [`php_embedded_compiler`] in by name; with it comes an initialiser that plugs [`compile`] into
//! `core` before `main` runs. The stages are those of `driver/pipeline`; [`place`] puts their code into memory.

mod place;
mod symbols;

pub use phpc_start::main;

use phpc_core::global::Global;
use phpc_core::units::Unit;
use phpc_core::units::include::{self, Origin};
use phpc_core::{Cx, Result, frames};

use phpc_pipeline::{Builtins, Constants, MiddleOptions, Source};
use std::collections::HashSet;
use std::sync::Arc;

/// Pulls the initialiser out of the archive.
#[unsafe(no_mangle)]
#[used]
pub static php_embedded_compiler: &extern "C" fn() = &PLUG_IN;

#[used]
#[unsafe(link_section = ".init_array")]
static PLUG_IN: extern "C" fn() = {
    extern "C" fn plug_in() {
        include::set_compiler(compile);
    }
    plug_in
};

static BUILTINS: Global<Option<HashSet<Box<[u8]>>>> = Global::new(None);

fn is_builtin(name: &[u8]) -> bool {
    BUILTINS.with(|names| {
        names.get_or_insert_with(|| phpc_ext::descriptions().into_iter().map(|it| it.decl.name).collect()).contains(name)
    })
}

/// A unit from source. Never fails because of the PHP code: its errors are raised when the unit runs.
fn compile(cx: &mut Cx, source: &[u8], path: &[u8], origin: Origin) -> Result<&'static Unit> {
    let mut options = phpc_pipeline::LexerOptions::default();
    options.starts_in_php = origin == Origin::Eval;
    options.skip_shebang = origin != Origin::Eval;
    let source = Source { path, text: source, options, is_builtin_function: &is_builtin };
    match build(source) {
        Ok(compiled) => {
            // SAFETY: placed for good, complete, by the same abi.
            unsafe {
                frames::register_unit(&*compiled);
                Ok(Unit::register(compiled, path))
            }
        }
        Err(message) => Err(cx.throw_error(format!("phpc cannot compile {}: {message}", String::from_utf8_lossy(path)))),
    }
}

static TABLE: Global<Option<Arc<Builtins>>> = Global::new(None);

/// The runtime's functions, described once.
fn builtins() -> Arc<Builtins> {
    let describe = || {
        let all = phpc_ext::descriptions().into_iter();
        Arc::new(all.map(|it| phpc_pipeline::builtin(it.decl, it.effects, it.native, it.entry)).collect())
    };
    TABLE.with(|table| table.get_or_insert_with(describe).clone())
}

static CONSTANTS: Global<Option<Arc<Constants>>> = Global::new(None);

/// Its constants, likewise.
fn constants() -> Arc<Constants> {
    CONSTANTS.with(|table| table.get_or_insert_with(|| Arc::new(phpc_ext::constants())).clone())
}

fn build(source: Source) -> std::result::Result<*const phpc_abi::unit::CompiledUnit, String> {
    let unit = phpc_pipeline::front(source).map_err(|failure| failure.to_string())?;
    let options = MiddleOptions {
        builtins: builtins(),
        constants: constants(),
        closed: false,
        included: true,
        ..MiddleOptions::default()
    };
    let program = phpc_pipeline::middle(vec![unit], &options).map_err(|failure| failure.to_string())?;
    let image = phpc_pipeline::image(&program, &phpc_pipeline::BackOptions::default()).map_err(|failure| failure.to_string())?;
    place::place(&image)
}
