//! Asking for classes.

use crate::prelude::*;
use phpc_core::calls::method;
use phpc_core::classes::{Class, ClassRef, table};
use phpc_core::traces;

pub(crate) static FUNCTIONS: Functions = functions![
    class_exists, interface_exists, trait_exists, enum_exists, get_class, get_parent_class, get_called_class, is_a, is_subclass_of,
    method_exists, property_exists, get_class_methods, get_class_vars, class_alias, get_declared_classes,
    get_declared_interfaces, get_declared_traits,
];

fn find(cx: &mut Cx, name: &Str, autoload: bool) -> Result<Option<ClassRef>> {
    if autoload { table::lookup(cx, name) } else { Ok(table::lookup_declared(name)) }
}

fn exists(cx: &mut Cx, name: &Str, autoload: bool, kind: fn(&Class) -> bool) -> Result<bool> {
    Ok(find(cx, name, autoload)?.is_some_and(kind))
}

#[php_function("class_exists(string $class, bool $autoload = true): bool")]
fn class_exists(cx: &mut Cx, class: &Str, autoload: bool) -> Result<bool> {
    exists(cx, class, autoload, |class| !class.is_interface() && !class.is_trait())
}

#[php_function("interface_exists(string $interface, bool $autoload = true): bool")]
fn interface_exists(cx: &mut Cx, interface: &Str, autoload: bool) -> Result<bool> {
    exists(cx, interface, autoload, Class::is_interface)
}

#[php_function("trait_exists(string $trait, bool $autoload = true): bool")]
fn trait_exists(cx: &mut Cx, trait_: &Str, autoload: bool) -> Result<bool> {
    exists(cx, trait_, autoload, Class::is_trait)
}

#[php_function("enum_exists(string $enum, bool $autoload = true): bool")]
fn enum_exists(cx: &mut Cx, enum_: &Str, autoload: bool) -> Result<bool> {
    exists(cx, enum_, autoload, Class::is_enum)
}

#[php_function("get_class(object $object = UNKNOWN): string")]
fn get_class(cx: &mut Cx, object: &Value) -> Result<Str> {
    if let Some(object) = object.as_object() {
        return Ok(object.class_ref().name.str());
    }
    let scope = traces::current_scope();
    match scope {
        Some(scope) => {
            phpc_core::diagnostics::deprecated(cx, "Calling get_class() without arguments is deprecated")?;
            Ok(scope.name.str())
        }
        None => Err(cx.throw_error("get_class() without arguments must be called from within a class")),
    }
}

#[php_function("get_parent_class(object|string $object_or_class = UNKNOWN): string|false")]
fn get_parent_class(cx: &mut Cx, object_or_class: &Value) -> Result<OrFalse<Str>> {
    let class = match object_or_class.view() {
        View::Object(object) => Some(object.class_ref()),
        View::Str(name) => find(cx, name, true)?,
        _ => {
            phpc_core::diagnostics::deprecated(cx, "Calling get_parent_class() without arguments is deprecated")?;
            traces::current_scope()
        }
    };
    Ok(OrFalse(class.and_then(|class| class.parent()).map(|parent| parent.name.str())))
}

#[php_function("get_called_class(): string", TRACES | THROWS)]
fn get_called_class(cx: &mut Cx) -> Result<Str> {
    match traces::current_static() {
        Some(class) => Ok(class.name.str()),
        None => Err(cx.throw_error("get_called_class() must be called from within a class")),
    }
}

fn relation(cx: &mut Cx, value: &Value, name: &Str, allow_string: bool, strict: bool) -> Result<bool> {
    let class = match value.view() {
        View::Object(object) => object.class_ref(),
        View::Str(own) if allow_string => match find(cx, own, true)? {
            Some(class) => class,
            None => return Ok(false),
        },
        _ => return Ok(false),
    };
    let Some(other) = table::lookup_declared(name) else { return Ok(false) };
    Ok(if strict { class.is_strict_subclass_of(other) } else { class.is_subclass_of(other) })
}

#[php_function("is_a(mixed $object_or_class, string $class, bool $allow_string = false): bool")]
fn is_a(cx: &mut Cx, object_or_class: &Value, class: &Str, allow_string: bool) -> Result<bool> {
    relation(cx, object_or_class, class, allow_string, false)
}

#[php_function("is_subclass_of(mixed $object_or_class, string $class, bool $allow_string = true): bool")]
fn is_subclass_of(cx: &mut Cx, object_or_class: &Value, class: &Str, allow_string: bool) -> Result<bool> {
    relation(cx, object_or_class, class, allow_string, true)
}

#[php_function("method_exists($object_or_class, string $method): bool")]
fn method_exists(cx: &mut Cx, object_or_class: &Value, method: &Str) -> Result<bool> {
    let class = match object_or_class.view() {
        View::Object(object) => object.class_ref(),
        View::Str(name) => match find(cx, name, true)? {
            Some(class) => class,
            None => return Ok(false),
        },
        _ => return Err(extension::wrong_argument(cx, 1, "object|string", object_or_class)),
    };
    let lower = method.to_ascii_lowercase();
    match class.method(&lower) {
        // An ancestor's private method counts for objects only.
        Some(func) => Ok(!func.is_private() || func.class == Some(class) || object_or_class.as_object().is_some()),
        None => Ok(lower == b"__invoke" && class.name.lower() == b"closure"),
    }
}

#[php_function("property_exists($object_or_class, string $property): bool")]
fn property_exists(cx: &mut Cx, object_or_class: &Value, property: &Str) -> Result<bool> {
    let class = match object_or_class.view() {
        View::Object(object) => object.class_ref(),
        View::Str(name) => match find(cx, name, true)? {
            Some(class) => class,
            None => return Ok(false),
        },
        _ => return Err(extension::wrong_argument(cx, 1, "object|string", object_or_class)),
    };
    if let Some(found) = class.properties.get_str(property)
        && (!found.is_private() || found.class == class)
    {
        return Ok(true);
    }
    let dynamic = object_or_class.as_object().and_then(|object| object.dynamic());
    Ok(dynamic.is_some_and(|all| all.contains(Key::normalise(property))))
}

#[php_function("get_class_methods(object|string $object_or_class): array")]
fn get_class_methods(cx: &mut Cx, object_or_class: &Value) -> Result<Array> {
    let class = match object_or_class.view() {
        View::Object(object) => Some(object.class_ref()),
        View::Str(name) => find(cx, name, true)?,
        _ => None,
    };
    let Some(class) = class else {
        let shown = convert::value_name(object_or_class);
        return Err(extension::type_error(cx, 1, format!("must be an object or a valid class name, {shown} given")));
    };
    let scope = traces::current_scope();
    let visible = class.methods.values().filter(|func| {
        matches!(method::find(class, func.name.lower(), scope), method::Found::Method(found) if std::ptr::eq(found, **func))
    });
    Ok(visible.map(|func| func.name.str()).collect())
}

#[php_function("get_class_vars(string $class): array")]
fn get_class_vars(cx: &mut Cx, class: &Str) -> Result<Array> {
    let Some(class) = find(cx, class, true)? else {
        phpc_core::pending::check()?;
        let text = phpc_core::message!("get_class_vars(): Argument #1 ($class) must be a valid class name, ", class, " given");
        return Err(cx.throw("TypeError", text));
    };
    phpc_core::behaviour::create::initialise(cx, class)?;
    let scope = traces::current_scope();
    let mut vars = Array::new();
    for statics in [false, true] {
        for &property in class.properties.values().filter(|property| property.is_static() == statics) {
            let visible = match phpc_core::behaviour::property::lookup(class, &property.name, scope) {
                phpc_core::behaviour::property::Lookup::Declared(found) | phpc_core::behaviour::property::Lookup::Static(found) => {
                    std::ptr::eq(found, property)
                }
                _ => false,
            };
            if !visible {
                continue;
            }
            let value = if statics {
                let slot = phpc_core::behaviour::static_property::slot(cx, property, phpc_core::behaviour::StaticAccess::Quiet)?;
                // SAFETY: null or the static variable's slot, which lives as long as the process; copied at once.
                if slot.is_null() { Value::UNDEF } else { unsafe { Value::from_borrowed(*slot) }.deref() }
            } else {
                phpc_core::behaviour::create::default_value(cx, property)?
            };
            if !value.is_undef() {
                vars.set_str(&property.name.str(), value);
            }
        }
    }
    Ok(vars)
}

#[php_function("class_alias(string $class, string $alias, bool $autoload = true): bool")]
fn class_alias(cx: &mut Cx, class: &Str, alias: &Str, autoload: bool) -> Result<bool> {
    let Some(found) = find(cx, class, autoload)? else {
        phpc_core::diagnostics::warning(cx, [b"Class \"", &class[..], b"\" not found"].concat())?;
        return Ok(false);
    };
    if !table::alias(alias, found) {
        let kind = if found.is_interface() {
            "interface"
        } else if found.is_trait() {
            "trait"
        } else if found.is_enum() {
            "enum"
        } else {
            "class"
        };
        let text = [b"Cannot redeclare ", kind.as_bytes(), b" ", alias, b" (previously declared)"].concat();
        let text = text.strip_suffix(b" (previously declared)").unwrap_or(&text).to_vec();
        phpc_core::diagnostics::warning(cx, text)?;
        return Ok(false);
    }
    Ok(true)
}

fn declared(kind: fn(&Class) -> bool) -> Array {
    let all = table::class_table().all();
    all.into_iter().filter(|(lower, class)| class.name.lower() == *lower && kind(class)).map(|(_, class)| class.name.str()).collect()
}

#[php_function("get_declared_classes(): array", READS_GLOBAL)]
fn get_declared_classes() -> Array {
    declared(|class| !class.is_interface() && !class.is_trait())
}

#[php_function("get_declared_interfaces(): array", READS_GLOBAL)]
fn get_declared_interfaces() -> Array {
    declared(Class::is_interface)
}

#[php_function("get_declared_traits(): array", READS_GLOBAL)]
fn get_declared_traits() -> Array {
    declared(Class::is_trait)
}
