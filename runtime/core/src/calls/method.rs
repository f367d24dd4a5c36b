//! Finding methods by name: visibility, private methods of the calling class, `__call`.

use super::magic::trampoline;
use crate::classes::display::{class_name, visibility};
use crate::classes::{ClassRef, FuncRef};
use crate::exceptions::throw_error;
use crate::message;
use crate::{Cx, Result};

/// What a lookup found.
#[derive(Clone, Copy, Debug)]
pub enum Found {
    Method(FuncRef),
    /// Exists, but not for this scope.
    Inaccessible(FuncRef),
    Missing,
}

/// The method that `$object->name()` means in `scope`; without `__call`.
pub fn find(class: ClassRef, lower: &[u8], scope: Option<ClassRef>) -> Found {
    let Some(func) = class.method(lower) else { return Found::Missing };
    if func.is_public() && !func.changed.get() || func.class == scope {
        return Found::Method(func);
    }
    if func.changed.get() {
        if let Some(private) = private_of(class, lower, scope) {
            return Found::Method(private);
        }
        if func.is_public() {
            return Found::Method(func);
        }
    }
    if func.is_private() || !protected_access(root_class(func), scope) {
        return Found::Inaccessible(func);
    }
    Found::Method(func)
}

/// A private method of the calling class, where the object's class descends from it.
fn private_of(class: ClassRef, lower: &[u8], scope: Option<ClassRef>) -> Option<FuncRef> {
    let scope = scope?;
    if !class.is_strict_subclass_of(scope) {
        return None;
    }
    scope.method(lower).filter(|func| func.is_private() && func.class == Some(scope))
}

/// The class that introduced the method.
fn root_class(func: FuncRef) -> ClassRef {
    func.prototype.get().unwrap_or(func).class.expect("methods have classes")
}

/// May code of `scope` use protected members of `owner`'s line?
pub fn protected_access(owner: ClassRef, scope: Option<ClassRef>) -> bool {
    scope.is_some_and(|scope| scope.is_subclass_of(owner) || owner.is_subclass_of(scope))
}

/// The callee of `$object->name()`, or the Error.
pub fn of_object(cx: &mut Cx, class: ClassRef, name: &[u8], lower: &[u8], scope: Option<ClassRef>) -> Result<FuncRef> {
    let found = find(class, lower, scope);
    if let Found::Method(func) = found {
        if func.is_abstract() {
            return throw_error(cx, message!("Cannot call abstract method ", class_name(func.class.unwrap_or(class)), "::", func.name, "()"));
        }
        return Ok(func);
    }
    if let Some(magic) = class.magic.call {
        return Ok(trampoline(magic, name));
    }
    fail(cx, class, name, scope, found)
}

/// The callee of `class::name()` in `scope`; `this_class` is the class of `$this` if there is one (then instance methods
/// and `__call` are possible).
pub fn of_class(
    cx: &mut Cx,
    class: ClassRef,
    name: &[u8],
    lower: &[u8],
    scope: Option<ClassRef>,
    this_class: Option<ClassRef>,
) -> Result<FuncRef> {
    let found = find(class, lower, scope);
    if let Found::Method(func) = found {
        if func.is_abstract() {
            return throw_error(
                cx,
                message!("Cannot call abstract method ", class_name(func.class.unwrap_or(class)), "::", func.name, "()"),
            );
        }
        if class.is_trait() && func.is_static() {
            let text = message!(
                "Calling static trait method ", class_name(class), "::", func.name,
                " is deprecated, it should only be called on a class using the trait"
            );
            crate::diagnostics::deprecated(cx, &text)?;
        }
        return Ok(func);
    }
    if let Some(magic) = this_class.filter(|this| this.is_subclass_of(class)).and(class.magic.call) {
        return Ok(trampoline(magic, name));
    }
    if let Some(magic) = class.magic.call_static {
        if magic.is_abstract() {
            return throw_error(cx, message!("Cannot call abstract method ", class_name(class), "::", name, "()"));
        }
        return Ok(trampoline(magic, name));
    }
    fail(cx, class, name, scope, found)
}

fn fail(cx: &mut Cx, class: ClassRef, name: &[u8], scope: Option<ClassRef>, found: Found) -> Result<FuncRef> {
    match found {
        Found::Inaccessible(func) => {
            let from = match scope {
                Some(scope) => message!("scope ", class_name(scope)),
                None => b"global scope".to_vec(),
            };
            let owner = class_name(func.class.unwrap_or(class));
            let kind = if func.is_constructor() { "" } else { "method " };
            let what = message!("Call to ", visibility(func.modifiers), " ", kind, owner, "::", name, "() from ", from);
            throw_error(cx, what)
        }
        _ => throw_error(cx, message!("Call to undefined method ", class_name(class), "::", name, "()")),
    }
}
