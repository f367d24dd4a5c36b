//! Making objects: default values evaluated on first use, native state, cloning.

use phpc_abi::decl::{ClassKind, Initializer};
use phpc_abi::layout::{CLASS_PLAIN_NEW, FLAG_DESTRUCTED};
use phpc_abi::value::{RawValue, Tag};

use super::{native, property};
use crate::calls::coerce::{self, Mode};
use crate::calls::method::protected_access;
use crate::classes::display::{class_name, visibility};
use crate::classes::{ClassRef, Initialisation, Property, PropertyDefault};
use crate::engine::owners;
use crate::exceptions::{throw_error, throw_type_error};
use crate::global::Global;
use crate::{Cx, Object, Result, Value, calls, message};

/// `new C` before its constructor runs: refuses what has no instances.
#[inline]
pub fn instantiate(cx: &mut Cx, class: ClassRef) -> Result<Object> {
    if class.head().flags & CLASS_PLAIN_NEW != 0 {
        // SAFETY: a linked class.
        return Ok(unsafe { Object::instantiate(class.as_head()) });
    }
    let kind = match class.kind {
        ClassKind::Interface => "interface",
        ClassKind::Trait => "trait",
        ClassKind::Enum => "enum",
        _ if class.is_abstract => "abstract class",
        _ => {
            if let Some(text) = class.handlers.not_instantiable {
                return throw_error(cx, text.as_bytes().to_vec());
            }
            return instance(cx, class);
        }
    };
    throw_error(cx, message!("Cannot instantiate ", kind, " ", class_name(class)))
}

/// An instance whatever the class (enum cases, unserialize, builtins).
pub fn instance(cx: &mut Cx, class: ClassRef) -> Result<Object> {
    if !class.is_enum() {
        initialise(cx, class)?;
    }
    // SAFETY: a linked class whose defaults are evaluated.
    let object = unsafe { Object::instantiate(class.as_head()) };
    if let Some(create) = class.handlers.create {
        native::attach(&object, create(cx, class));
    }
    if let Some(initialise) = class.handlers.initialise {
        initialise(cx, &object);
    }
    Ok(object)
}

/// Evaluates what the class declares by expressions: constants, static properties, defaults.
pub fn initialise(cx: &mut Cx, class: ClassRef) -> Result {
    if class.initialised.get() != Initialisation::Pending {
        return Ok(());
    }
    class.initialised.set(Initialisation::Running);
    let result = initialise_parts(cx, class);
    class.initialised.set(if result.is_ok() { Initialisation::Done } else { Initialisation::Pending });
    if result.is_ok() {
        allow_plain_new(class);
    }
    result
}

fn initialise_parts(cx: &mut Cx, class: ClassRef) -> Result {
    if let Some(parent) = class.parent() {
        initialise(cx, parent)?;
    }
    for constant in class.constants.values() {
        constant.value_anew(cx)?;
    }
    for property in class.properties.values().filter(|property| property.is_static() && property.class == class) {
        super::static_property::initialise(cx, property)?;
    }
    for (number, property) in class.slots.iter().enumerate() {
        let Some(property) = property else { continue };
        let cell = class.defaults.get().expect("a linked class")[number].get();
        // SAFETY: defaults are read and written on the one PHP thread, never while borrowed.
        if unsafe { (*cell).tag } != Tag::LAZY {
            continue;
        }
        let value = default_value(cx, property)?;
        // SAFETY: as above. The default lives as long as the process.
        unsafe { *cell = crate::units::immortal(value).into_raw() };
        owners::keep_slot(cell);
    }
    Ok(())
}

/// Instances are copies of the defaults from now on, if nothing else has to be done.
fn allow_plain_new(class: ClassRef) {
    let plain = class.native_slot.is_none() && !class.is_abstract && class.handlers.initialise.is_none();
    if plain && class.handlers.not_instantiable.is_none() && matches!(class.kind, ClassKind::Class | ClassKind::Anonymous) {
        class.set_head(|head| head.flags |= CLASS_PLAIN_NEW);
    }
}

/// The value of a property's default, checked against its type.
pub fn default_value(cx: &mut Cx, property: &'static Property) -> Result<Value> {
    let value = match &property.default {
        PropertyDefault::Uninitialised => return Ok(Value::UNDEF),
        PropertyDefault::Value(Initializer::Const(value)) => crate::units::constant_value(value),
        PropertyDefault::Value(Initializer::Thunk(index)) => {
            let unit = property.unit.get().expect("expressions stand in PHP classes");
            unit.run_thunk(cx, *index, Some(property.class))?
        }
    };
    let Some(ty) = &property.ty else { return Ok(value) };
    match coerce::coerce(cx, ty, value, Some(property.class), Mode::user(true))? {
        Ok(value) => Ok(value),
        Err(value) => throw_type_error(cx, property::type_error(property, &value)),
    }
}

/// Objects being cloned: their readonly properties may be written once more in `__clone`.
static CLONING: Global<Vec<(usize, Vec<u32>)>> = Global::new(Vec::new());

/// `clone $object` in code of `scope`.
pub fn clone(cx: &mut Cx, object: &Object, scope: Option<ClassRef>) -> Result<Object> {
    let class = object.class_ref();
    if class.is_enum() || class.handlers.uncloneable {
        return throw_error(cx, message!("Trying to clone an uncloneable object of class ", class_name(class)));
    }
    if let Some(method) = class.magic.clone
        && !method.is_public()
        && method.class != scope
        && (method.is_private() || !protected_access(method.class.unwrap_or(class), scope))
    {
        let from = match scope {
            Some(scope) => message!("scope ", class_name(scope)),
            None => b"global scope".to_vec(),
        };
        return throw_error(
            cx,
            message!("Call to ", visibility(method.modifiers), " ", class_name(class), "::__clone() from ", from),
        );
    }
    let copy = object.shallow_clone();
    if class.native_slot.is_some() {
        native::detach(&copy);
        let state = match object.native_state() {
            Some(state) => state.clone_object(cx, object),
            None => None,
        };
        match state {
            Some(state) => native::attach(&copy, state),
            None => {
                copy.set_flag(FLAG_DESTRUCTED, true);
                return throw_error(cx, message!("Trying to clone an uncloneable object of class ", class_name(class)));
            }
        }
    }
    if let Some(method) = class.magic.clone {
        CLONING.with(|cloning| cloning.push((copy.as_ptr() as usize, Vec::new())));
        let result = calls::call_on(cx, &copy, method, Vec::new());
        CLONING.with(|cloning| cloning.retain(|entry| entry.0 != copy.as_ptr() as usize));
        result?;
    }
    Ok(copy)
}

/// May `__clone` give this readonly property a new value? Each one once.
pub(super) fn may_reinitialise(object: &Object, slot: u32) -> bool {
    CLONING.with(|cloning| match cloning.iter_mut().find(|entry| entry.0 == object.as_ptr() as usize) {
        Some((_, done)) if !done.contains(&slot) => {
            done.push(slot);
            true
        }
        _ => false,
    })
}

/// Puts an evaluated default into a slot again (`unset` of lazy objects, resets).
pub fn raw_default(class: ClassRef, slot: usize) -> RawValue {
    // SAFETY: as in `initialise_parts`.
    unsafe { *class.defaults.get().expect("a linked class")[slot].get() }
}
