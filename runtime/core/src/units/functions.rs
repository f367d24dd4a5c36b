//! The function table: PHP functions as units declare them, builtins by name.

use std::cell::RefCell;

use phpc_abi::decl::FuncIndex;
use phpc_abi::signature;

use super::Unit;
use crate::exceptions::report as diagnostics;
use crate::calls::func::{Body, Func, FuncParts};
use crate::calls::native::native_entry;
use crate::classes::FuncRef;
use crate::classes::builtin::BuiltinFunction;
use crate::global::Global;
use crate::message;
use crate::names::{Name, NameMap};
use crate::{Cx};

struct FunctionTable {
    /// By lower-case name: declared ones, and builtins that were asked for.
    functions: RefCell<Option<NameMap<FuncRef>>>,
    builtins: RefCell<Option<NameMap<&'static BuiltinFunction>>>,
}

static TABLE: Global<FunctionTable> =
    Global::new(FunctionTable { functions: RefCell::new(None), builtins: RefCell::new(None) });

fn table() -> &'static FunctionTable {
    // SAFETY: the table changes through cells only, on the one PHP thread.
    unsafe { &*TABLE.as_ptr() }
}

/// A function by lower-case name without leading backslash.
pub fn get(lower: &[u8]) -> Option<FuncRef> {
    if let Some(func) = table().functions.borrow().as_ref().and_then(|map| map.get(lower).copied()) {
        return Some(func);
    }
    let builtin = table().builtins.borrow().as_ref().and_then(|map| map.get(lower).copied())?;
    let func = builtin_function(builtin);
    table().functions.borrow_mut().get_or_insert_with(NameMap::new).insert(func.name.lower(), func);
    Some(func)
}

/// A function by name in any case.
pub fn lookup(name: &[u8]) -> Option<FuncRef> {
    let name = name.strip_prefix(b"\\").unwrap_or(name);
    if name.iter().any(u8::is_ascii_uppercase) { get(&name.to_ascii_lowercase()) } else { get(name) }
}

fn builtin_function(builtin: &'static BuiltinFunction) -> FuncRef {
    let decl = signature::parse_function(builtin.signature).unwrap_or_else(|error| panic!("{error}"));
    let decl = Box::leak(Box::new(decl));
    decl.deprecated = builtin.deprecated.is_some();
    Func::new(FuncParts {
        name: Name::new(&decl.name),
        decl,
        class: None,
        declared_in: None,
        modifiers: decl.modifiers,
        body: Body::Builtin(builtin),
        entry: native_entry,
    })
}

/// Makes builtin functions known under the names in their signatures.
pub fn register_builtins(builtins: &'static [&'static BuiltinFunction]) {
    for builtin in builtins {
        let name = builtin.signature.split('(').next().unwrap_or("").trim().trim_start_matches('&');
        let name = name.rsplit(' ').next().unwrap_or(name);
        register_alias(name, builtin);
    }
}

/// Another name for a builtin (`join` for `implode`).
pub fn register_alias(name: &str, builtin: &'static BuiltinFunction) {
    table().builtins.borrow_mut().get_or_insert_with(NameMap::new).insert(Name::new(name.as_bytes()).lower(), builtin);
}

/// Declares a function of a unit; a name that is taken is fatal.
pub fn declare(cx: &mut Cx, unit: &'static Unit, index: FuncIndex) {
    let func = unit.function(index);
    if let Some(existing) = get(func.name.lower()) {
        let place = existing.unit().map(|unit| message!(" (previously declared in ", unit.path, ":", existing.line().to_string(), ")"));
        let text = message!("Cannot redeclare function ", func.name, "()", place.unwrap_or_default());
        diagnostics::compile_fatal(cx, &text, Some((unit.path, func.line())));
    }
    table().functions.borrow_mut().get_or_insert_with(NameMap::new).insert(func.name.lower(), func);
}

/// Names of all functions: builtins, and declared ones in order.
pub fn names() -> (Vec<Name>, Vec<Name>) {
    let builtins: Vec<&'static [u8]> =
        table().builtins.borrow().as_ref().map_or(Vec::new(), |map| map.iter().map(|(name, _)| name).collect());
    let functions = table().functions.borrow();
    let declared = functions.as_ref().map_or(Vec::new(), |map| {
        map.values().filter(|func| func.is_user()).map(|func| Name::new(func.name.lower())).collect()
    });
    (builtins.into_iter().map(Name::new).collect(), declared)
}
