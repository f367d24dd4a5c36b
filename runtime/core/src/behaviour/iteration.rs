//! `foreach` over objects: which are Traversable, and the properties of those that are not.

use phpc_abi::decl::Modifiers;

use super::property::{self, Lookup};
use crate::classes::table::class_table;
use crate::classes::{ClassRef, NO_SLOT, Property};
use crate::exceptions::throw_error;
use crate::{Cx, Object, Reference, Result, Str, Value, calls, message};

pub fn is_traversable(object: &Object) -> bool {
    object.class_ref().is_subclass_of(class_table().known("traversable"))
}

pub fn is_iterator(object: &Object) -> bool {
    object.class_ref().is_subclass_of(class_table().known("iterator"))
}

/// A generator of a function that returns by reference, or an iterator over an array in reach.
pub fn iterates_by_reference(object: &Object) -> bool {
    let class = object.class_ref();
    let by_handler = class.handlers.current_reference.is_some() && {
        let methods: [&[u8]; 5] = [b"current", b"key", b"next", b"rewind", b"valid"];
        !methods.iter().any(|name| class.method(name).is_some_and(|method| method.is_user()))
    };
    by_handler || crate::generators::yields_references(object)
}

/// The current element as a reference.
pub fn current_reference(cx: &mut Cx, iterator: &Object) -> Result<Value> {
    if let Some(handler) = iterator.class_ref().handlers.current_reference {
        return handler(cx, iterator);
    }
    if iterates_by_reference(iterator) {
        return crate::generators::current_raw(cx, iterator);
    }
    throw_error(cx, b"An iterator cannot be used with foreach by reference".to_vec())
}

/// Names of the properties that `scope` sees, declared ones first, in order of slots; undeclared ones follow.
pub fn visible_property_names(cx: &mut Cx, object: &Object, scope: Option<ClassRef>) -> Result<Vec<Str>> {
    prepare(cx, object);
    let mut names = Vec::new();
    for property in shown_properties(object.class_ref()) {
        let same = matches!(property::lookup(object.class_ref(), &property.name, scope),
            Lookup::Declared(found) if std::ptr::eq(found, property));
        if same && (property.has_hooks() || !slot_value(object, property).is_undef()) {
            names.push(property.name.str());
        }
    }
    if let Some(dynamic) = object.dynamic() {
        for key in dynamic.keys() {
            let key = key.to_value();
            names.push(match key.as_str() {
                Some(name) => name.clone(),
                None => crate::convert::int_to_str(key.as_int().unwrap_or(0)),
            });
        }
    }
    Ok(names)
}

/// The element for a name of [`visible_property_names`], if it is still there.
pub fn iterated_property(
    cx: &mut Cx,
    object: &Object,
    name: &Str,
    scope: Option<ClassRef>,
    by_reference: bool,
) -> Result<Option<Value>> {
    match property::lookup(object.class_ref(), name, scope) {
        Lookup::Declared(found) if found.has_hooks() => {
            if by_reference {
                return throw_error(
                    cx,
                    message!("Cannot create reference to property ", found.class.name, "::$", found.name),
                );
            }
            if found.get_hook.get().is_none() && found.is_virtual.get() {
                return Ok(None);
            }
            Ok(Some(property::read_property(cx, object, name, scope)?))
        }
        Lookup::Declared(found) => {
            let value = slot_value(object, found);
            if value.is_undef() {
                return Ok(None);
            }
            if !by_reference {
                return Ok(Some(value.into_plain()));
            }
            if found.is_readonly() {
                return throw_error(
                    cx,
                    message!("Cannot acquire reference to readonly property ", found.class.name, "::$", found.name),
                );
            }
            Ok(Some(property::property_reference(cx, object, name, scope)?.into()))
        }
        Lookup::Dynamic => {
            let there = object.dynamic().and_then(|all| all.get(crate::Key::normalise(name)).map(|value| value.to_value()));
            let Some(value) = there else { return Ok(None) };
            if by_reference {
                let cell: Reference = property::property_reference(cx, object, name, scope)?;
                return Ok(Some(cell.into()));
            }
            Ok(Some(value))
        }
        Lookup::Inaccessible(_) | Lookup::Static(_) => Ok(None),
    }
}

/// Builtin classes may make their properties up first.
pub fn prepare(cx: &mut Cx, object: &Object) {
    if let Some(prepare) = object.class_ref().handlers.prepare_properties {
        prepare(cx, object);
    }
}

/// Instance properties in the order of dumps: by slot; virtual ones with a `get` follow where they were declared.
pub fn shown_properties(class: ClassRef) -> Vec<&'static Property> {
    let mut shown: Vec<&'static Property> = class.slots.iter().flatten().copied().collect();
    if class.hooked {
        let is_virtual = |property: &&'static Property| property.slot.get() == NO_SLOT && !property.is_static();
        shown.extend(class.properties.values().copied().filter(is_virtual));
    }
    shown
}

pub fn slot_value(object: &Object, property: &Property) -> Value {
    match property.slot.get() {
        NO_SLOT => Value::UNDEF,
        slot => object.slot(slot as usize),
    }
}

/// `get_object_vars` in `scope`: name and value, references kept.
pub fn object_vars(cx: &mut Cx, object: &Object, scope: Option<ClassRef>) -> Result<crate::Array> {
    let mut vars = crate::Array::new();
    for name in visible_property_names(cx, object, scope)? {
        let raw = match property::lookup(object.class_ref(), &name, scope) {
            Lookup::Declared(found) if !found.has_hooks() => Some(slot_value(object, found)),
            Lookup::Dynamic => object.dynamic().and_then(|all| {
                let at = all.find(crate::Key::normalise(&name))?;
                Some(all.value_at_raw(at).to_value())
            }),
            _ => iterated_property(cx, object, &name, scope, false)?,
        };
        if let Some(raw) = raw {
            let value = match raw.as_reference() {
                Some(cell) if cell.count() <= 2 => cell.get(),
                _ => raw,
            };
            vars.set(crate::Key::normalise(&name), value);
        }
    }
    Ok(vars)
}

/// All properties with mangled names, as `(array)` and dumps show them: `\0*\0name`, `\0Class\0name`.
pub fn mangled_properties(object: &Object) -> crate::Array {
    let class = object.class_ref();
    if let Some(properties) = class.handlers.properties
        && let Some(all) = properties(object)
    {
        return all;
    }
    own_properties(object)
}

/// The same without what a builtin class makes up instead.
pub fn own_properties(object: &Object) -> crate::Array {
    let class = object.class_ref();
    let mut all = crate::Array::new();
    for property in class.slots.iter().flatten() {
        let value = slot_value(object, property);
        if value.is_undef() {
            continue;
        }
        let value = match value.as_reference() {
            Some(cell) if cell.count() <= 2 => cell.get(),
            _ => value,
        };
        all.set(crate::Key::normalise(&mangled_name(property)), value);
    }
    if let Some(dynamic) = object.dynamic() {
        if all.is_empty() {
            return dynamic;
        }
        for (key, value) in dynamic.iter_raw() {
            all.set(key, value.to_value());
        }
    }
    all
}

/// The name under which `(array)` shows a declared property.
pub fn mangled_name(property: &Property) -> Str {
    if property.is_private() {
        return Str::new(&message!("\0", property.class.name, "\0", property.name));
    }
    if property.modifiers.contains(Modifiers::PROTECTED) {
        return Str::new(&message!("\0*\0", property.name));
    }
    property.name.str()
}

/// An Iterator from anything Traversable, following `getIterator`.
pub fn iterator_of(cx: &mut Cx, object: &Object) -> Result<Object> {
    let mut object = object.clone();
    while !is_iterator(&object) {
        let class = object.class_ref();
        let inner = calls::call_method(cx, &object, b"getiterator", Vec::new())?;
        match inner.as_object() {
            Some(inner) if is_traversable(inner) => object = inner.clone(),
            _ => {
                return crate::exceptions::throw_exception(
                    cx,
                    message!(
                        "Objects returned by ", class.name,
                        "::getIterator() must be traversable or implement interface Iterator"
                    ),
                );
            }
        }
    }
    Ok(object)
}
