//! Class constants by name, with visibility.

use super::display::{class_name, visibility};
use super::{ClassConst, ClassRef};
use crate::calls::method::protected_access;
use crate::exceptions::throw_error;
use crate::{Cx, Result, Str, Value, message};

/// The value of `class::NAME` for code of `scope`. (`class::class` is not asked here.) `within`: for another constant, which
/// must not lead back to this one; code may ask again while the value is being computed (autoloading runs some).
pub fn class_constant(cx: &mut Cx, class: ClassRef, name: &Str, scope: Option<ClassRef>, within: bool) -> Result<Value> {
    if name.eq_ignore_ascii_case(b"class") {
        return Ok(class.name.str().into());
    }
    let constant = find(cx, class, name, scope)?;
    constant.check_deprecated(cx)?;
    if within { constant.value(cx) } else { constant.value_anew(cx) }
}

/// The constant that `scope` may see, or the Error.
pub fn find(cx: &mut Cx, class: ClassRef, name: &Str, scope: Option<ClassRef>) -> Result<&'static ClassConst> {
    let Some(&constant) = class.constants.get_str(name) else {
        return throw_error(cx, message!("Undefined constant ", class_name(class), "::", &**name));
    };
    if !is_visible(constant, scope) {
        let text = message!("Cannot access ", visibility(constant.modifiers), " constant ", class_name(class), "::", &**name);
        return throw_error(cx, text);
    }
    if class.is_trait() {
        let text = message!("Cannot access trait constant ", class_name(class), "::", &**name, " directly");
        return throw_error(cx, text);
    }
    Ok(constant)
}

pub fn is_visible(constant: &ClassConst, scope: Option<ClassRef>) -> bool {
    is_visible_from(constant, || scope)
}

/// The same where the scope has to be looked for.
pub fn is_visible_from(constant: &ClassConst, scope: impl FnOnce() -> Option<ClassRef>) -> bool {
    match super::display::visibility_rank(constant.modifiers) {
        0 => true,
        1 => protected_access(constant.class, scope()),
        _ => scope() == Some(constant.class),
    }
}
