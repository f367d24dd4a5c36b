//! ReflectionProperty.

use phpc_core::abi::decl::Modifiers;
use phpc_core::behaviour::{self, create, property, static_property};
use phpc_core::calls::native::Call;
use phpc_core::classes::builtin::{BuiltinClass, BuiltinConst, BuiltinFunction};
use phpc_core::classes::display::class_name;
use phpc_core::classes::{ClassRef, NO_SLOT, Property, PropertyDefault};
use phpc_core::{Array, Cx, Object, Result, Str, Value, diagnostics, message};

use crate::subject::{HANDLERS, Subject, class_of, comment, fill, make, member_bits, subject, throw};
use crate::{attribute, method, text, types};

pub(crate) static CLASSES: &[&BuiltinClass] = &[&PROPERTY, &HOOK_TYPE];

static HOOK_TYPE: BuiltinClass = BuiltinClass {
    constants: &[("Get", BuiltinConst::Str("get")), ("Set", BuiltinConst::Str("set"))],
    ..BuiltinClass::new("enum PropertyHookType: string")
};

static PROPERTY: BuiltinClass = BuiltinClass {
    constants: &[
        ("IS_STATIC", BuiltinConst::Int(16)), ("IS_READONLY", BuiltinConst::Int(128)), ("IS_PUBLIC", BuiltinConst::Int(1)),
        ("IS_PROTECTED", BuiltinConst::Int(2)), ("IS_PRIVATE", BuiltinConst::Int(4)), ("IS_ABSTRACT", BuiltinConst::Int(64)),
        ("IS_PROTECTED_SET", BuiltinConst::Int(2048)), ("IS_PRIVATE_SET", BuiltinConst::Int(4096)),
        ("IS_VIRTUAL", BuiltinConst::Int(512)), ("IS_FINAL", BuiltinConst::Int(32)),
    ],
    properties: &["public string $name", "public string $class"],
    methods: &[
        BuiltinFunction::new("private __clone(): void", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("public __construct(object|string $class, string $property)", construct),
        BuiltinFunction::new("public __toString(): string", |cx, call| {
            let about = about(cx, call)?;
            Ok(Value::string(&text::property(cx, about.property, &about.name)?))
        }),
        BuiltinFunction::new("public getName(): string", |cx, call| Ok(about(cx, call)?.name.into())),
        BuiltinFunction::new("public getValue(?object $object = null): mixed", get_value),
        BuiltinFunction::new("public setValue(mixed $objectOrValue = null, mixed $value = null): void", set_value),
        BuiltinFunction::new("public getRawValue(object $object): mixed", |cx, call| {
            let about = about(cx, call)?;
            let object = instance(cx, call, &about)?;
            match about.property.map(|property| property.slot.get()).filter(|&slot| slot != NO_SLOT) {
                Some(slot) if about.property.is_some_and(Property::has_hooks) => Ok(object.slot(slot as usize).into_plain()),
                _ => behaviour::read_property(cx, &object, &about.name, Some(about.class)),
            }
        }),
        BuiltinFunction::new("public setRawValue(object $object, mixed $value): void", |cx, call| {
            let about = about(cx, call)?;
            let object = instance(cx, call, &about)?;
            let value = call.arg(1).clone();
            match about.property.map(|property| property.slot.get()).filter(|&slot| slot != NO_SLOT) {
                Some(slot) if about.property.is_some_and(Property::has_hooks) => object.set_slot(slot as usize, value),
                _ => drop(behaviour::write_property(cx, &object, &about.name, value, Some(about.class), call.is_strict())?),
            }
            Ok(Value::NULL)
        }),
        BuiltinFunction::new("public isLazy(object $object): bool", |_, _| Ok(Value::FALSE)),
        BuiltinFunction::new("public isInitialized(?object $object = null): bool", is_initialized),
        BuiltinFunction::new("public isPublic(): bool", |cx, call| has(cx, call, |bits| bits & 1 != 0)),
        BuiltinFunction::new("public isPrivate(): bool", |cx, call| has(cx, call, |bits| bits & 4 != 0)),
        BuiltinFunction::new("public isProtected(): bool", |cx, call| has(cx, call, |bits| bits & 2 != 0)),
        BuiltinFunction::new("public isPrivateSet(): bool", |cx, call| has(cx, call, |bits| bits & 4096 != 0)),
        BuiltinFunction::new("public isProtectedSet(): bool", |cx, call| {
            has(cx, call, |bits| bits & 2048 != 0 || bits & 128 != 0 && bits & 1 != 0)
        }),
        BuiltinFunction::new("public isStatic(): bool", |cx, call| has(cx, call, |bits| bits & 16 != 0)),
        BuiltinFunction::new("public isReadOnly(): bool", |cx, call| has(cx, call, |bits| bits & 128 != 0)),
        BuiltinFunction::new("public isDefault(): bool", |cx, call| Ok(Value::bool(about(cx, call)?.property.is_some()))),
        BuiltinFunction::new("public isDynamic(): bool", |cx, call| Ok(Value::bool(about(cx, call)?.property.is_none()))),
        BuiltinFunction::new("public isAbstract(): bool", |cx, call| has(cx, call, |bits| bits & 64 != 0)),
        BuiltinFunction::new("public isVirtual(): bool", |cx, call| has(cx, call, |bits| bits & 512 != 0)),
        BuiltinFunction::new("public isPromoted(): bool", |cx, call| {
            Ok(Value::bool(about(cx, call)?.property.and_then(|property| property.decl).is_some_and(|decl| decl.promoted)))
        }),
        BuiltinFunction::new("public getModifiers(): int", |cx, call| Ok(Value::int(bits(about(cx, call)?.property)))),
        BuiltinFunction::new("public getDeclaringClass(): ReflectionClass", |cx, call| {
            let about = about(cx, call)?;
            make(cx, "reflectionclass", Subject::Class(about.class, None))
        }),
        BuiltinFunction::new("public getDocComment(): string|false", |cx, call| {
            let decl = about(cx, call)?.property.and_then(|property| property.decl);
            Ok(decl.map_or(Value::FALSE, |decl| comment(&decl.doc_comment)))
        }),
        BuiltinFunction::new("public setAccessible(bool $accessible): void", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("public getType(): ?ReflectionType", |cx, call| {
            let property = about(cx, call)?.property;
            types::of(cx, property.and_then(|property| property.ty.as_ref()))
        }),
        BuiltinFunction::new("public getSettableType(): ?ReflectionType", |cx, call| {
            let Some(property) = about(cx, call)?.property else { return Ok(Value::NULL) };
            match property.set_hook.get() {
                Some(hook) => types::of(cx, hook.params.first().and_then(|param| param.ty.as_ref()).or(property.ty.as_ref())),
                // A virtual property without a set hook cannot be written.
                None if property.is_virtual.get() => types::never(cx),
                None => types::of(cx, property.ty.as_ref()),
            }
        }),
        BuiltinFunction::new("public hasType(): bool", |cx, call| {
            Ok(Value::bool(about(cx, call)?.property.is_some_and(|property| property.ty.is_some())))
        }),
        BuiltinFunction::new("public hasDefaultValue(): bool", |cx, call| {
            let property = about(cx, call)?.property;
            Ok(Value::bool(property.is_some_and(has_default)))
        }),
        BuiltinFunction::new("public getDefaultValue(): mixed", |cx, call| match about(cx, call)?.property {
            Some(property) if has_default(property) => create::default_value(cx, property),
            _ => Ok(Value::NULL),
        }),
        BuiltinFunction::new("public getAttributes(?string $name = null, int $flags = 0): array", |cx, call| {
            let about = about(cx, call)?;
            let all = about.property.and_then(|property| property.decl).map_or(&[][..], |decl| &decl.attributes);
            let place = attribute::Place { all, unit: about.class.unit(), scope: Some(about.class), target: attribute::PROPERTY };
            attribute::list(cx, call, place)
        }),
        BuiltinFunction::new("public hasHooks(): bool", |cx, call| {
            Ok(Value::bool(about(cx, call)?.property.is_some_and(Property::has_hooks)))
        }),
        BuiltinFunction::new("public getHooks(): array", |cx, call| {
            let about = about(cx, call)?;
            let mut hooks = Array::new();
            if let Some(property) = about.property {
                for (name, hook) in [("get", property.get_hook.get()), ("set", property.set_hook.get())] {
                    if let Some(hook) = hook {
                        let hook = method::of(cx, hook, property.class)?;
                        hooks.set_bytes(name.as_bytes(), hook);
                    }
                }
            }
            Ok(hooks.into())
        }),
        BuiltinFunction::new("public hasHook(PropertyHookType $type): bool", |cx, call| {
            Ok(Value::bool(hook(cx, call)?.is_some()))
        }),
        BuiltinFunction::new("public getHook(PropertyHookType $type): ?ReflectionMethod", |cx, call| {
            let class = about(cx, call)?.class;
            match hook(cx, call)? {
                Some(hook) => method::of(cx, hook, class),
                None => Ok(Value::NULL),
            }
        }),
        BuiltinFunction::new("public isFinal(): bool", |cx, call| has(cx, call, |bits| bits & 32 != 0)),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("class ReflectionProperty implements Reflector")
};

struct About {
    class: ClassRef,
    property: Option<&'static Property>,
    name: Str,
}

fn about(cx: &mut Cx, call: &Call) -> Result<About> {
    match subject(cx, call)? {
        Subject::Property { class, property, name } => {
            Ok(About { class: property.map_or(class, |property| property.class), property, name })
        }
        _ => unreachable!("a property reflector is about a property"),
    }
}

/// The reflector of a declared property.
pub(crate) fn of(cx: &mut Cx, class: ClassRef, property: &'static Property) -> Result<Value> {
    make(cx, "reflectionproperty", Subject::Property { class, property: Some(property), name: property.name.str() })
}

/// A property that reflection of `class` finds: private ones of ancestors are not there.
pub(crate) fn visible(class: ClassRef, name: &[u8]) -> Option<&'static Property> {
    class.properties.get(name).copied().filter(|property| !property.is_private() || property.class == class)
}

fn construct(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let class = class_of(cx, call.arg(0))?;
    let name = call.string(cx, 1)?;
    let property = visible(class, &name);
    let dynamic = || {
        call.arg(0).as_object().and_then(Object::dynamic).is_some_and(|dynamic| dynamic.get_bytes(&name).is_some())
    };
    if property.is_none() && !dynamic() {
        return throw(cx, message!("Property ", class_name(class), "::$", &*name, " does not exist"));
    }
    fill(call.this(), Subject::Property { class, property, name });
    Ok(Value::NULL)
}

pub(crate) fn bits(property: Option<&'static Property>) -> i64 {
    let Some(property) = property else { return 1 };
    let mut bits = member_bits(property.modifiers);
    if property.is_virtual.get() {
        bits |= 512;
    }
    // What may be written privately only cannot be overridden.
    if property.modifiers.contains(Modifiers::PRIVATE_SET) && !property.is_private() {
        bits |= 32;
    }
    bits
}

fn has(cx: &mut Cx, call: &Call, test: fn(i64) -> bool) -> Result<Value> {
    Ok(Value::bool(test(bits(about(cx, call)?.property))))
}

fn has_default(property: &'static Property) -> bool {
    match &property.default {
        PropertyDefault::Uninitialised => false,
        PropertyDefault::Value(_) => !property.decl.is_some_and(|decl| decl.promoted) && !property.is_virtual.get(),
    }
}

/// The object that argument 0 must be.
fn instance(cx: &mut Cx, call: &Call, about: &About) -> Result<Object> {
    let Some(object) = call.object_opt(0) else {
        return call.type_error(cx, 0, b"must be provided for instance properties");
    };
    if !object.class_ref().is_subclass_of(about.class) {
        return throw(cx, b"Given object is not an instance of the class this property was declared in".to_vec());
    }
    Ok(object)
}

fn get_value(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let about = about(cx, call)?;
    if let Some(property) = about.property.filter(|property| property.is_static()) {
        let value = static_property::value(cx, property)?;
        if value.is_undef() {
            return phpc_core::exceptions::throw_error(cx, static_property::uninitialised(property));
        }
        return Ok(value.into_plain());
    }
    let object = instance(cx, call, &about)?;
    behaviour::read_property(cx, &object, &about.name, Some(about.class))
}

fn set_value(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let about = about(cx, call)?;
    if let Some(property) = about.property.filter(|property| property.is_static()) {
        let value = if call.count() > 1 { call.arg(1).clone() } else { call.arg(0).clone() };
        if call.count() < 2 {
            diagnostics::deprecated(cx, "Calling ReflectionProperty::setValue() with a single argument is deprecated")?;
        } else if !call.arg(0).is_null() && call.arg(0).as_object().is_none() {
            let text = "Calling ReflectionProperty::setValue() with a 1st argument which is not null or an object is deprecated";
            diagnostics::deprecated(cx, text)?;
        }
        static_property::assign(cx, property, value, call.is_strict())?;
        return Ok(Value::NULL);
    }
    let Some(object) = call.object_opt(0) else {
        return call.type_error(cx, 0, b"must be of type object, null given");
    };
    let value = call.arg(1).clone();
    drop(behaviour::write_property(cx, &object, &about.name, value, Some(about.class), call.is_strict())?);
    Ok(Value::NULL)
}

fn is_initialized(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let about = about(cx, call)?;
    if let Some(property) = about.property.filter(|property| property.is_static()) {
        return Ok(Value::bool(!static_property::value(cx, property)?.is_undef()));
    }
    let object = instance(cx, call, &about)?;
    match about.property {
        Some(property) if property.slot.get() != NO_SLOT => {
            let Some(property) = (match property::lookup(object.class_ref(), &about.name, Some(about.class)) {
                property::Lookup::Declared(found) => Some(found),
                _ => None,
            }) else {
                return Ok(Value::FALSE);
            };
            Ok(Value::bool(!object.slot(property.slot.get() as usize).is_undef()))
        }
        _ => Ok(Value::bool(behaviour::isset_property(cx, &object, &about.name, Some(about.class), false)?
            || object.dynamic().is_some_and(|dynamic| dynamic.get_bytes(&about.name).is_some()))),
    }
}

/// The hook that a PropertyHookType names.
fn hook(cx: &mut Cx, call: &Call) -> Result<Option<phpc_core::classes::FuncRef>> {
    let Some(property) = about(cx, call)?.property else { return Ok(None) };
    let case = call.object_opt(0).map(|case| case.slot(0)).unwrap_or_default();
    Ok(match case.as_str() {
        Some(name) if **name == *b"Get" => property.get_hook.get(),
        _ => property.set_hook.get(),
    })
}
