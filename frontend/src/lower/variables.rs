//! What kind of expression something is, seen from outside: variables, calls, `$this`, superglobals.

use super::Lowering;
use super::builder::Func;
use super::names::is_superglobal;
use crate::ast::{Expr, ExprKind, MethodCall};
use std::borrow::Cow;

/// The name, if the variable's name is known: `$a`, `${'a b'}`.
pub(super) fn variable_name<'a>(expr: &Expr<'a>) -> Option<Cow<'a, [u8]>> {
    match expr.kind {
        ExprKind::Variable(name) => Some(Cow::Borrowed(name)),
        ExprKind::VariableVariable(inner) => match inner.kind {
            ExprKind::String(name) => Some(Cow::Borrowed(name)),
            ExprKind::Int(value) => Some(Cow::Owned(value.to_string().into_bytes())),
            _ => None,
        },
        _ => None,
    }
}

/// The name of a variable that is a local here.
pub(super) fn local_name<'a>(expr: &Expr<'a>) -> Option<Cow<'a, [u8]>> {
    variable_name(expr).filter(|name| !is_superglobal(name))
}

pub(super) fn is_this(expr: &Expr) -> bool {
    variable_name(expr).is_some_and(|name| &*name == b"this")
}

pub(super) fn is_globals(expr: &Expr) -> bool {
    variable_name(expr).is_some_and(|name| &*name == b"GLOBALS")
}

/// `$GLOBALS[…]`
pub(super) fn is_global_element(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Dim { base, .. } if is_globals(base))
}

/// A bare variable, by name or not.
pub(super) fn is_simple_variable(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Variable(_) | ExprKind::VariableVariable(_))
}

pub(super) fn is_variable(expr: &Expr) -> bool {
    is_simple_variable(expr)
        || matches!(expr.kind, ExprKind::Dim { .. } | ExprKind::Prop { .. } | ExprKind::StaticProp { .. })
}

pub(super) fn is_call(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Call { .. } | ExprKind::MethodCall(_) | ExprKind::StaticCall { .. })
}

/// Does a null-safe operator cut the chain short that ends here?
pub(super) fn is_short_circuited(expr: &Expr) -> bool {
    let mut expr = expr;
    loop {
        expr = match expr.kind {
            ExprKind::Prop { nullsafe: true, .. } | ExprKind::MethodCall(MethodCall { nullsafe: true, .. }) => {
                return true;
            }
            ExprKind::Dim { base: inner, .. }
            | ExprKind::Prop { object: inner, .. }
            | ExprKind::StaticProp { class: inner, .. }
            | ExprKind::StaticCall { class: inner, .. } => inner,
            ExprKind::MethodCall(call) => call.object,
            _ => return false,
        };
    }
}

/// The kinds that are links of such a chain.
pub(super) fn is_chain_link(expr: &Expr) -> bool {
    matches!(
        expr.kind,
        ExprKind::Dim { .. }
            | ExprKind::Prop { .. }
            | ExprKind::StaticProp { .. }
            | ExprKind::MethodCall(_)
            | ExprKind::StaticCall { .. }
    )
}

pub(super) fn can_write(expr: &Expr) -> bool {
    let mut expr = expr;
    while let ExprKind::Dim { base: inner, .. } | ExprKind::Prop { object: inner, nullsafe: false, .. } = expr.kind {
        expr = inner;
    }
    (is_variable(expr) || is_call(expr)) && !is_short_circuited(expr)
}

/// `$a[…] = $a`: is the right side the variable that the left one starts with?
pub(super) fn is_assign_to_self(target: &Expr, value: &Expr) -> bool {
    let mut target = target;
    while let ExprKind::Dim { base: inner, .. }
    | ExprKind::Prop { object: inner, .. }
    | ExprKind::StaticProp { class: inner, .. } = target.kind
    {
        target = inner;
    }
    variable_name(value).is_some_and(|name| variable_name(target).is_some_and(|other| other == name))
}

impl Lowering<'_, '_> {
    pub(super) fn ensure_writable(&mut self, expr: &Expr) -> super::Lower<()> {
        match expr.kind {
            ExprKind::Call { .. } => return self.fail("Can't use function return value in write context"),
            ExprKind::MethodCall(_) | ExprKind::StaticCall { .. } => {
                return self.fail("Can't use method return value in write context");
            }
            _ => {}
        }
        if is_short_circuited(expr) {
            return self.fail("Can't use nullsafe operator in write context");
        }
        if is_globals(expr) {
            return self.fail("$GLOBALS can only be modified using the $GLOBALS[$name] = $value syntax");
        }
        Ok(())
    }

    pub(super) fn ensure_not_short_circuited(&mut self, expr: &Expr) -> super::Lower<()> {
        match is_short_circuited(expr) {
            true => self.fail("Cannot take reference of a nullsafe chain"),
            false => Ok(()),
        }
    }
}

/// Functions that reach the caller's locals by name.
pub(super) fn note_call(func: &mut Func, name: &[u8]) {
    const ARGUMENTS: [&[u8]; 3] = [b"func_get_args", b"func_get_arg", b"func_num_args"];
    let name = name.to_ascii_lowercase();
    func.decl.dynamic_locals |= phpc_ir::pir::REACH_LOCALS.contains(&&*name);
    func.decl.uses_arguments |= ARGUMENTS.contains(&&*name);
}
