//! What `#[\Deprecated]` does: the message when a function is called or a class constant is read.

use phpc_abi::decl::{AttributeDecl, Initializer};
use phpc_abi::layout::{CALL_NAMED_EXTRA, CALL_STRICT, FUNC_DEPRECATED};

use super::func::Body;
use super::{Target, invoke, named};
use crate::classes::{ClassConst, ClassRef, FuncRef, display::class_name, table};
use crate::units::{self, Unit};
use crate::diagnostics::E_USER_DEPRECATED;
use crate::{Cx, Result, diagnostics, message};

/// Before a call whose arguments are ready: the handler may throw, then there is no call. (Builtins check for themselves.)
#[inline]
pub fn check(cx: &mut Cx, func: FuncRef) -> Result {
    if func.head().flags & FUNC_DEPRECATED == 0 || matches!(func.body, Body::Builtin(_)) {
        return Ok(());
    }
    report_call(cx, func)
}

#[cold]
fn report_call(cx: &mut Cx, func: FuncRef) -> Result {
    // A method made up for the call of a magic one has that one's attributes.
    let source = if let Body::MagicCall { target } = func.body { target } else { func };
    let suffix = suffix(cx, &source.decl.attributes, source.unit(), source.class, source.decl.strict)?;
    let kind = if func.class.is_some() { "Method " } else { "Function " };
    report(cx, &message!(kind, func.full_name(), "() is deprecated", suffix))
}

/// Before a class constant that is marked so gives its value.
#[cold]
pub fn report_constant(cx: &mut Cx, constant: &'static ClassConst) -> Result {
    let Some(decl) = constant.decl else { return Ok(()) };
    let unit = constant.class.unit();
    let suffix = suffix(cx, &decl.attributes, unit, Some(constant.class), unit.is_some_and(|unit| unit.is_strict()))?;
    let kind = if constant.case { "Enum case " } else { "Constant " };
    report(cx, &message!(kind, class_name(constant.class), "::", constant.name, " is deprecated", suffix))
}

fn report(cx: &mut Cx, text: &[u8]) -> Result {
    diagnostics::raise(cx, E_USER_DEPRECATED, text)
}

/// ` since S, MESSAGE`: by an instance of the attribute, so that its constructor checks the arguments.
fn suffix(
    cx: &mut Cx, attributes: &'static [AttributeDecl], unit: Option<&'static Unit>, scope: Option<ClassRef>,
    strict: bool,
) -> Result<Vec<u8>> {
    let found = attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(b"Deprecated"));
    let (Some(attribute), Some(unit)) = (found, unit) else { return Ok(Vec::new()) };
    if attribute.args.is_empty() {
        return Ok(Vec::new());
    }
    let (mut args, mut by_name) = (Vec::new(), Vec::new());
    for (name, init) in &attribute.args {
        let value = match init {
            Initializer::Const(value) => units::constant_value(value),
            Initializer::Thunk(index) => unit.run_thunk(cx, *index, scope)?,
        };
        match name {
            Some(name) => by_name.push((crate::Str::new(name), value)),
            None => args.push(value),
        }
    }
    let class = table::class_table().known("deprecated");
    let object = crate::behaviour::create::instance(cx, class)?;
    let constructor = class.magic.constructor.expect("Deprecated has a constructor");
    let (mut args, extra, mut flags) = named::place(cx, constructor, args, by_name)?;
    if let Some(extra) = extra {
        args.push(extra.into());
        flags |= CALL_NAMED_EXTRA;
    }
    if strict {
        flags |= CALL_STRICT;
    }
    invoke(cx, constructor, &Target::This(object.clone()), None, args, flags)?;
    let mut text = Vec::new();
    if let Some(since) = object.slot(1).as_str() {
        text = message!(" since ", &**since);
    }
    if let Some(reason) = object.slot(0).as_str() {
        text = message!(text, ", ", &**reason);
    }
    Ok(text)
}
