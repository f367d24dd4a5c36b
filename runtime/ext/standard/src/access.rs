//! Objects as functions of arrays and variables see them.

use crate::prelude::*;
use crate::vars::unserialize::Later;
use phpc_core::abi::decl::ClassKind;
use phpc_core::behaviour::{create, iteration, property};
use phpc_core::classes::{ClassRef, FuncRef, display, table};
use phpc_core::{calls, exceptions, message};

/// A property as dumps show it.
pub(crate) struct Shown {
    /// Mangled as in `(array)`: `\0*\0name`, `\0Class\0name`.
    pub(crate) name: OwnedKey,
    /// None: declared with a type and not initialised. A reference stays one.
    pub(crate) value: Option<Value>,
    /// The declared type's text, where there is no value.
    pub(crate) ty: Vec<u8>,
}

/// A public property's value, if it is set.
pub(crate) fn property_if_set(cx: &mut Cx, object: &Object, name: &Str) -> Result<Option<Value>> {
    if !property::isset_property(cx, object, name, None, false)? {
        return Ok(None);
    }
    property::read_property(cx, object, name, None).map(Some)
}

/// The name of an enum case.
pub(crate) fn enum_case(object: &Object) -> Option<Str> {
    object.class_ref().is_enum().then(|| object.slot(0).as_str().cloned().unwrap_or_default())
}

/// What `var_dump` and `print_r` show: `__debugInfo`, what a builtin class makes up, or the properties.
pub(crate) fn debug_view(cx: &mut Cx, object: &Object) -> Result<Vec<Shown>> {
    let class = object.class_ref();
    if let Some(make) = class.handlers.debug_properties {
        let made = make(cx, object)?;
        let shown = |(name, value): (Vec<u8>, Value)| Shown { name: OwnedKey::from(Key::normalise(&Str::from(name))), value: Some(value), ty: Vec::new() };
        return Ok(made.into_iter().map(shown).collect());
    }
    if let Some(method) = class.magic.debug_info {
        let info = calls::call_on(cx, object, method, Vec::new())?;
        return match info.view() {
            View::Array(array) => Ok(shown_array(array)),
            View::Null => Ok(Vec::new()),
            _ => phpc_core::diagnostics::fatal("__debuginfo() must return an array"),
        };
    }
    iteration::prepare(cx, object);
    let mut shown = Vec::new();
    for property in class.slots.iter().flatten() {
        let name = OwnedKey::Str(iteration::mangled_name(property));
        let value = unshared(iteration::slot_value(object, property));
        match (value.is_undef(), &property.ty) {
            (false, _) => shown.push(Shown { name, value: Some(value), ty: Vec::new() }),
            (true, Some(ty)) => shown.push(Shown { name, value: None, ty: ty.text.to_vec() }),
            (true, None) => {}
        }
    }
    if let Some(dynamic) = object.dynamic() {
        shown.extend(shown_array(&dynamic).into_iter().map(|mut property| {
            property.name = OwnedKey::Str(property_name(property.name.as_key()));
            property
        }));
    }
    Ok(shown)
}

/// Undeclared properties lie in an array, whose keys may be ints; names of properties never are.
pub(crate) fn property_name(key: Key<'_>) -> Str {
    match key {
        Key::Int(int) => convert::int_to_str(int),
        Key::Str(name) => name.clone(),
    }
}

fn shown_array(array: &Array) -> Vec<Shown> {
    array.iter_raw().map(|(key, value)| Shown { name: key.into(), value: Some(value.to_value()), ty: Vec::new() }).collect()
}

/// A reference that only the property holds is a plain value.
fn unshared(value: Value) -> Value {
    match value.as_reference() {
        // One count is the slot's, one is ours.
        Some(cell) if cell.count() <= 2 => cell.get(),
        _ => value,
    }
}

/// Properties for `var_export` and `serialize`, names mangled.
pub(crate) fn properties(cx: &mut Cx, object: &Object) -> Array {
    iteration::prepare(cx, object);
    iteration::mangled_properties(object)
}

/// `stdClass` itself.
pub(crate) fn is_std_class(object: &Object) -> bool {
    object.class_ref().name.lower() == b"stdclass"
}

/// The object's class is or inherits the one of that lower-case name.
pub(crate) fn is_a(object: &Object, lower: &[u8]) -> bool {
    phpc_core::classes::table::class_table().get(lower).is_some_and(|class| object.class_ref().is_subclass_of(class))
}

/// What an object becomes in `serialize`.
pub(crate) enum Serialized {
    Null,
    /// By the interface Serializable.
    Text(Str),
    /// What `__serialize` gave.
    Data(Array),
    Properties(Array),
}

pub(crate) fn serialized(cx: &mut Cx, object: &Object) -> Result<Serialized> {
    let class = object.class_ref();
    let name = class.name;
    if class.handlers.not_serializable || class.kind == ClassKind::Anonymous {
        return exceptions::throw_exception(cx, message!("Serialization of '", display::class_name(class), "' is not allowed"));
    }
    if let Some(method) = class.magic.serialize {
        let result = calls::call_on(cx, object, method, Vec::new())?;
        return match result.as_array() {
            Some(array) => Ok(Serialized::Data(array.clone())),
            None => Err(cx.throw_type_error(message!(name, "::__serialize() must return an array"))),
        };
    }
    if is_a(object, b"serializable")
        && let Some(method) = class.method(b"serialize")
    {
        let result = calls::call_on(cx, object, method, Vec::new())?;
        return match result.view() {
            View::Str(text) => Ok(Serialized::Text(text.clone())),
            View::Null => Ok(Serialized::Null),
            _ => exceptions::throw_exception(cx, message!(name, "::serialize() must return a string or NULL")),
        };
    }
    if let Some(method) = class.method(b"__sleep") {
        return chosen_by_sleep(cx, object, method);
    }
    Ok(Serialized::Properties(properties(cx, object)))
}

/// The properties that `__sleep` names.
fn chosen_by_sleep(cx: &mut Cx, object: &Object, method: FuncRef) -> Result<Serialized> {
    let class = object.class_ref();
    let names = calls::call_on(cx, object, method, Vec::new())?;
    let Some(names) = names.as_array().cloned() else {
        let text = message!(class.name, "::__sleep() should return an array only containing the names of instance-variables to serialize");
        phpc_core::diagnostics::warning(cx, message!("serialize(): ", text))?;
        return Ok(Serialized::Null);
    };
    let all = properties(cx, object);
    let mut chosen = Array::new();
    for name in names.values() {
        let Some(name) = name.as_str().cloned() else {
            let text = message!(
                "serialize(): ", class.name, "::__sleep() should return an array only containing the names of instance-variables to serialize"
            );
            phpc_core::diagnostics::warning(cx, text)?;
            continue;
        };
        let candidates = [
            name.clone(),
            Str::from(message!("\0", class.name, "\0", &*name)),
            Str::from(message!("\0*\0", &*name)),
        ];
        match candidates.iter().find_map(|key| all.find(Key::normalise(key)).map(|at| (key, at))) {
            Some((key, at)) => chosen.set(Key::normalise(key), all.value_at_raw(at).to_value()),
            None => {
                let text = message!("serialize(): \"", &*name, "\" returned as member variable from __sleep() but does not exist");
                phpc_core::diagnostics::warning(cx, text)?;
            }
        }
    }
    Ok(Serialized::Properties(chosen))
}

/// A class named in serialised data; None: `__PHP_Incomplete_Class` stands for it.
pub(crate) struct Named(Option<ClassRef>);

pub(crate) fn class_to_unserialize(cx: &mut Cx, name: &Str, allowed: bool) -> Result<Named> {
    if !allowed {
        return Ok(Named(None));
    }
    Ok(Named(table::lookup(cx, name)?))
}

pub(crate) fn create_unserialized(cx: &mut Cx, class: &Named, name: &Str) -> Result<Object> {
    let Some(class) = class.0 else {
        let incomplete = table::class_table().get(b"__php_incomplete_class").unwrap_or_else(|| table::class_table().known("stdclass"));
        let object = create::instance(cx, incomplete)?;
        object.with_dynamic(|all| all.set_bytes(b"__PHP_Incomplete_Class_Name", name.clone()));
        return Ok(object);
    };
    if class.handlers.not_serializable || class.is_enum() || class.kind == ClassKind::Anonymous {
        return exceptions::throw_exception(cx, message!("Unserialization of '", display::class_name(class), "' is not allowed"));
    }
    create::instance(cx, class)
}

pub(crate) fn has_unserialize(object: &Object) -> bool {
    object.class_ref().magic.unserialize.is_some()
}

pub(crate) fn has_wakeup(object: &Object) -> bool {
    object.class_ref().method(b"__wakeup").is_some()
}

/// Stores unserialised properties: into the slot of the same name, however its visibility has changed, else undeclared.
pub(crate) fn set_properties(cx: &mut Cx, object: &Object, properties: &Array) -> Result {
    let class = object.class_ref();
    for (key, value) in properties.iter_raw() {
        // Two counts are the reader's and the array's: a third one shares it.
        let value = match value.as_reference() {
            Some(cell) if cell.count() <= 2 => cell.get(),
            _ => value.to_value(),
        };
        let name = match key {
            Key::Int(int) => convert::int_to_str(int),
            Key::Str(name) => name.clone(),
        };
        let (owner, bare) = crate::vars::unmangle(&name);
        let matches = |property: &&'static phpc_core::classes::Property| {
            property.name.bytes() == bare
                && match owner {
                    Some(b"*") | None => !property.is_private() || property.class == class,
                    Some(owner) => !property.is_private() || property.class.name.bytes() == owner,
                }
        };
        match class.slots.iter().flatten().copied().rev().find(matches) {
            Some(found) => {
                let plain = value.deref();
                if let Some(ty) = &found.ty {
                    match calls::coerce::coerce(cx, ty, plain.clone(), Some(found.class), calls::coerce::Mode::user(true))? {
                        Ok(_) => {}
                        Err(wrong) => return Err(cx.throw_type_error(property::type_error(found, &wrong))),
                    }
                }
                object.set_slot(found.slot.get() as usize, value);
            }
            None => {
                let old = object.with_dynamic(|all| {
                    let old = all.get(key).map(|old| old.to_value());
                    all.set(key, value);
                    old
                });
                drop(old);
            }
        }
    }
    Ok(())
}

pub(crate) fn wake_up(cx: &mut Cx, call: Later) -> Result {
    match call {
        Later::WakeUp(object) => calls::call_method(cx, &object, b"__wakeup", Vec::new()).map(drop),
        Later::Unserialize(object, properties) => {
            let mut data = Array::new();
            for (key, value) in properties.iter_raw() {
                data.set(key, unshared(value.to_value()));
            }
            calls::call_method(cx, &object, b"__unserialize", vec![data.into()]).map(drop)
        }
    }
}

/// `C:`: the interface Serializable. False: the class does not have it.
pub(crate) fn call_unserialize_text(cx: &mut Cx, object: &Object, data: Str) -> Result<bool> {
    if !is_a(object, b"serializable") {
        return Ok(false);
    }
    calls::call_method(cx, object, b"unserialize", vec![data.into()])?;
    Ok(true)
}

/// The case, or the warning's text.
pub(crate) fn enum_case_by_name(cx: &mut Cx, class_name: &[u8], case: &[u8]) -> Result<std::result::Result<Value, Vec<u8>>> {
    let Some(class) = table::lookup(cx, class_name)? else {
        return Ok(Err(message!("Class '", class_name, "' not found")));
    };
    if !class.is_enum() {
        return Ok(Err(message!("Class '", class.name, "' is not an enum")));
    }
    match class.constants.get(case).copied() {
        None => Ok(Err(message!("Undefined constant ", class.name, "::", case))),
        Some(constant) if !constant.case => Ok(Err(message!(class.name, "::", case, " is not an enum case"))),
        Some(constant) => constant.value(cx).map(Ok),
    }
}
