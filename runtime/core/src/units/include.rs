//! include, require and eval: from a path to a unit, and its code run.

use std::collections::BTreeSet;

use super::{Scope, Unit};
use crate::calls::Target;
use crate::calls::func::Func;
use crate::engine::ini;
use crate::exceptions::throw_error;
use crate::frames::{self, IncludeFrame};
use crate::global::Global;
use crate::message;
use crate::{Cx, Result, Str, Value, convert, diagnostics, traces};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Include,
    IncludeOnce,
    Require,
    RequireOnce,
    Eval,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Kind::Include => "include",
            Kind::IncludeOnce => "include_once",
            Kind::Require => "require",
            Kind::RequireOnce => "require_once",
            Kind::Eval => "eval",
        }
    }
    fn is_once(self) -> bool {
        matches!(self, Kind::IncludeOnce | Kind::RequireOnce)
    }
}

/// What source is compiled from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    File,
    /// Code without an open tag.
    Eval,
}

/// The embedded compiler's part: makes a unit from source. `path` is what `__FILE__` says.
pub type Compile = fn(cx: &mut Cx, source: &[u8], path: &[u8], origin: Origin) -> Result<&'static Unit>;

static COMPILE: Global<Option<Compile>> = Global::new(None);
static INCLUDED: Global<Option<BTreeSet<Vec<u8>>>> = Global::new(None);
/// The same in order.
static ORDER: Global<Vec<Vec<u8>>> = Global::new(Vec::new());

/// Plugs the embedded compiler in.
pub fn set_compiler(compile: Compile) {
    COMPILE.set(Some(compile));
}

/// Notes a file as included.
pub fn mark(path: &[u8]) {
    if INCLUDED.with(|all| all.get_or_insert_default().insert(path.to_vec())) {
        ORDER.with(|all| all.push(path.to_vec()));
    }
}

/// All files included so far in order, the main script first.
pub fn included() -> Vec<Vec<u8>> {
    ORDER.cloned()
}

pub fn run(cx: &mut Cx, kind: Kind, operand: &Value, frame: *mut u8, func: Option<&'static Func>) -> Result<Value> {
    let text = convert::to_str(cx, operand)?;
    let scope = Scope { class: func.and_then(|func| func.class), target: current_target() };
    if kind == Kind::Eval {
        return eval(cx, &text, &scope, frame);
    }
    let here = func.and_then(|func| func.unit()).map(|unit| unit.path.bytes());
    let Some(path) = resolve(&text, here) else { return missing(cx, kind, &text) };
    if kind.is_once() && INCLUDED.with(|all| all.as_ref().is_some_and(|all| all.contains(&path))) {
        return Ok(Value::TRUE);
    }
    let unit = match super::find(&path) {
        Some(unit) => unit,
        None => compile_file(cx, &path)?,
    };
    mark(&path);
    let record = IncludeFrame { kind: kind as u32, path: operand.raw() };
    frames::in_include(record, || unit.run_in(cx, &scope, frame))
}

/// `$this` or the late static binding class of the running function.
fn current_target() -> Target {
    match traces::current_this() {
        Some(this) => Target::This(this),
        None => Target::of_class(traces::current_static()),
    }
}

fn compile_file(cx: &mut Cx, path: &[u8]) -> Result<&'static Unit> {
    use std::os::unix::ffi::OsStrExt;
    let source = std::fs::read(std::ffi::OsStr::from_bytes(path)).unwrap_or_default();
    compile(cx, &source, path, Origin::File)
}

fn compile(cx: &mut Cx, source: &[u8], path: &[u8], origin: Origin) -> Result<&'static Unit> {
    match COMPILE.get() {
        Some(compile) => compile(cx, source, path, origin),
        None => throw_error(cx, message!("Cannot compile ", path, ": this program carries no compiler")),
    }
}

fn eval(cx: &mut Cx, code: &Str, scope: &Scope, frame: *mut u8) -> Result<Value> {
    let position = crate::hooks::position();
    let path = message!(&*position.file, "(", position.line.to_string(), ") : eval()'d code");
    let unit = compile(cx, code, &path, Origin::Eval)?;
    let operand = Value::from(code.clone());
    let record = IncludeFrame { kind: Kind::Eval as u32, path: operand.raw() };
    frames::in_include(record, || unit.run_in(cx, scope, frame))
}

/// The absolute path of a file that exists, on disk or compiled in.
fn resolve(path: &[u8], here: Option<&[u8]>) -> Option<Vec<u8>> {
    if path.is_empty() || path.contains(&0) {
        return None;
    }
    let own = |base: &[u8]| exists(&[base, b"/", path].concat());
    if path[0] == b'/' {
        return exists(path);
    }
    let current = std::env::current_dir().ok();
    use std::os::unix::ffi::OsStrExt;
    let current = current.as_ref().map_or(&b"."[..], |current| current.as_os_str().as_bytes());
    if path.starts_with(b"./") || path.starts_with(b"../") {
        return own(current);
    }
    for folder in ini::text("include_path").split(|&byte| byte == b':') {
        let folder = if folder == b"." { current } else { folder };
        if let Some(found) = own(folder) {
            return Some(found);
        }
    }
    let folder = here.and_then(|here| here.iter().rposition(|&byte| byte == b'/').map(|at| &here[..at]))?;
    own(folder)
}

fn exists(path: &[u8]) -> Option<Vec<u8>> {
    use std::os::unix::ffi::OsStrExt;
    let clean = normalise(path);
    if super::find(&clean).is_some() {
        return Some(clean);
    }
    let real = std::fs::canonicalize(std::ffi::OsStr::from_bytes(&clean)).ok()?;
    real.is_file().then(|| real.as_os_str().as_bytes().to_vec())
}

/// `.` and `..` and doubled slashes taken out of an absolute path.
fn normalise(path: &[u8]) -> Vec<u8> {
    let mut parts: Vec<&[u8]> = Vec::new();
    for part in path.split(|&byte| byte == b'/') {
        match part {
            b"" | b"." => {}
            b".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let mut clean = Vec::new();
    for part in parts {
        clean.push(b'/');
        clean.extend_from_slice(part);
    }
    clean
}

fn missing(cx: &mut Cx, kind: Kind, path: &Str) -> Result<Value> {
    let word = kind.word();
    diagnostics::warning(cx, message!(word, "(", &**path, "): Failed to open stream: No such file or directory"))?;
    let include_path = ini::text("include_path");
    let tail = message!(" '", &**path, "'");
    if matches!(kind, Kind::Include | Kind::IncludeOnce) {
        let text = message!(word, "(): Failed opening", tail, " for inclusion (include_path='", &*include_path, "')");
        diagnostics::warning(cx, text)?;
        return Ok(Value::FALSE);
    }
    throw_error(cx, message!("Failed opening required", tail, " (include_path='", &*include_path, "')"))
}

/// `declare(ticks)`: the registered tick functions run.
pub fn tick(cx: &mut Cx) -> Result {
    let functions: Vec<(Value, Vec<Value>)> = TICK_FUNCTIONS.with(|all| all.clone());
    for (callable, args) in functions {
        crate::hooks::call(cx, &callable, args)?;
    }
    Ok(())
}

static TICK_FUNCTIONS: Global<Vec<(Value, Vec<Value>)>> = Global::new(Vec::new());

/// At the end of the program.
pub(crate) fn clear() {
    let functions = TICK_FUNCTIONS.with(std::mem::take);
    drop(functions);
}

/// `register_tick_function`.
pub fn register_tick(callable: Value, args: Vec<Value>) {
    TICK_FUNCTIONS.with(|all| all.push((callable, args)));
}
