//! ReflectionClass and ReflectionObject.

use phpc_core::abi::decl::{Modifiers, TraitRule};
use phpc_core::behaviour::{create, static_property};
use phpc_core::calls::native::Call;
use phpc_core::classes::builtin::{BuiltinClass, BuiltinConst, BuiltinFunction};
use phpc_core::classes::display::class_name;
use phpc_core::classes::table::class_table;
use phpc_core::classes::{ClassRef, FuncRef, Property};
use phpc_core::exceptions::throw_error;
use phpc_core::{Array, Cx, Key, Result, Value, message};

use crate::subject::{
    HANDLERS, Subject, class, class_argument, class_of, comment, fill, make, member_bits, or_false, split_name, subject, throw,
};
use crate::{attribute, constant, instance, method, property, text};

pub(crate) static CLASSES: &[&BuiltinClass] = &[&CLASS, &OBJECT];

static CLASS: BuiltinClass = BuiltinClass {
    constants: &[
        ("IS_IMPLICIT_ABSTRACT", BuiltinConst::Int(16)), ("IS_EXPLICIT_ABSTRACT", BuiltinConst::Int(64)),
        ("IS_FINAL", BuiltinConst::Int(32)), ("IS_READONLY", BuiltinConst::Int(65536)),
        ("SKIP_INITIALIZATION_ON_SERIALIZE", BuiltinConst::Int(8)), ("SKIP_DESTRUCTOR", BuiltinConst::Int(16)),
    ],
    properties: &["public string $name"],
    methods: &[
        BuiltinFunction::new("private __clone(): void", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("public __construct(object|string $objectOrClass)", |cx, call| {
            let class = class_of(cx, call.arg(0))?;
            fill(call.this(), Subject::Class(class, call.object_opt(0)));
            Ok(Value::NULL)
        }),
        BuiltinFunction::new("public __toString(): string", |cx, call| {
            let Subject::Class(class, object) = subject(cx, call)? else { return Ok(Value::NULL) };
            let is_object = call.this().class_ref().is_subclass_of(class_table().known("reflectionobject"));
            Ok(Value::string(&text::class(cx, class, object.filter(|_| is_object).as_ref())?))
        }),
        BuiltinFunction::new("public getName(): string", |cx, call| Ok(class(cx, call)?.name.str().into())),
        BuiltinFunction::new("public isInternal(): bool", |cx, call| is(cx, call, |class| class.is_builtin())),
        BuiltinFunction::new("public isUserDefined(): bool", |cx, call| is(cx, call, |class| !class.is_builtin())),
        BuiltinFunction::new("public isAnonymous(): bool", |cx, call| is(cx, call, |class| class.name.bytes().contains(&0))),
        BuiltinFunction::new("public isInstantiable(): bool", |cx, call| {
            is(cx, call, |class| can_exist(class) && class.magic.constructor.is_none_or(|constructor| constructor.is_public()))
        }),
        BuiltinFunction::new("public isCloneable(): bool", |cx, call| {
            is(cx, call, |class| {
                can_exist(class) && !class.handlers.uncloneable && class.magic.clone.is_none_or(|clone| clone.is_public())
            })
        }),
        BuiltinFunction::new("public getFileName(): string|false", |cx, call| {
            Ok(or_false(class(cx, call)?.unit().map(|unit| unit.path.str())))
        }),
        BuiltinFunction::new("public getStartLine(): int|false", |cx, call| {
            Ok(or_false(class(cx, call)?.decl().map(|decl| Value::int(i64::from(decl.line_start)))))
        }),
        BuiltinFunction::new("public getEndLine(): int|false", |cx, call| {
            Ok(or_false(class(cx, call)?.decl().map(|decl| Value::int(i64::from(decl.line_end)))))
        }),
        BuiltinFunction::new("public getDocComment(): string|false", |cx, call| {
            Ok(class(cx, call)?.decl().map_or(Value::FALSE, |decl| comment(&decl.doc_comment)))
        }),
        BuiltinFunction::new("public getConstructor(): ?ReflectionMethod", |cx, call| {
            let class = class(cx, call)?;
            match class.magic.constructor {
                Some(constructor) => method::of(cx, constructor, class),
                None => Ok(Value::NULL),
            }
        }),
        BuiltinFunction::new("public hasMethod(string $name): bool", |cx, call| {
            let name = call.string(cx, 0)?.to_ascii_lowercase();
            Ok(Value::bool(class(cx, call)?.method(&name).is_some()))
        }),
        BuiltinFunction::new("public getMethod(string $name): ReflectionMethod", |cx, call| {
            let class = class(cx, call)?;
            let name = call.string(cx, 0)?;
            let object = match subject(cx, call)? {
                Subject::Class(_, object) => object,
                _ => None,
            };
            let found = match object.as_ref().and_then(|object| method::closure_invoke(object, &name)) {
                Some(found) => found,
                None => method::find(cx, class, &name)?,
            };
            make(cx, "reflectionmethod", found)
        }),
        BuiltinFunction::new("public getMethods(?int $filter = null): array", |cx, call| {
            let class = class(cx, call)?;
            let mut all = Array::new();
            for &func in class.methods.values().filter(|func| !func.is_private() || func.class == Some(class)) {
                if !passes(call, member_bits(func.modifiers)) {
                    continue;
                }
                all.push(method::of(cx, func, class)?);
            }
            Ok(all.into())
        }),
        BuiltinFunction::new("public hasProperty(string $name): bool", |cx, call| {
            let Subject::Class(class, object) = subject(cx, call)? else { return Ok(Value::FALSE) };
            let name = call.string(cx, 0)?;
            let dynamic = || object.and_then(|object| object.dynamic()).is_some_and(|dynamic| dynamic.get_bytes(&name).is_some());
            Ok(Value::bool(property::visible(class, &name).is_some() || dynamic()))
        }),
        BuiltinFunction::new("public getProperty(string $name): ReflectionProperty", get_property),
        BuiltinFunction::new("public getProperties(?int $filter = null): array", get_properties),
        BuiltinFunction::new("public hasConstant(string $name): bool", |cx, call| {
            let name = call.string(cx, 0)?;
            Ok(Value::bool(constant::visible(class(cx, call)?, &name).is_some()))
        }),
        BuiltinFunction::new("public getConstants(?int $filter = null): array", |cx, call| {
            let class = class(cx, call)?;
            let mut all = Array::new();
            for &found in class.constants.values() {
                if constant::is_listed(class, found) && passes(call, member_bits(found.modifiers)) {
                    let value = found.value(cx)?;
                    all.set_str(&found.name.str(), value);
                }
            }
            Ok(all.into())
        }),
        BuiltinFunction::new("public getReflectionConstants(?int $filter = null): array", |cx, call| {
            let class = class(cx, call)?;
            let mut all = Array::new();
            for &found in class.constants.values() {
                if constant::is_listed(class, found) && passes(call, member_bits(found.modifiers)) {
                    all.push(constant::of(cx, found)?);
                }
            }
            Ok(all.into())
        }),
        BuiltinFunction::new("public getConstant(string $name): mixed", |cx, call| {
            let name = call.string(cx, 0)?;
            match class(cx, call)?.constants.get(&name) {
                Some(found) => found.value(cx),
                None => Ok(Value::FALSE),
            }
        }),
        BuiltinFunction::new("public getReflectionConstant(string $name): ReflectionClassConstant|false", |cx, call| {
            let name = call.string(cx, 0)?;
            match constant::visible(class(cx, call)?, &name) {
                Some(found) => constant::of(cx, found),
                None => Ok(Value::FALSE),
            }
        }),
        BuiltinFunction::new("public getInterfaces(): array", |cx, call| by_name(cx, call, |class| class.lineage().interfaces.clone())),
        BuiltinFunction::new("public getInterfaceNames(): array", |cx, call| names(cx, call, |class| class.lineage().interfaces.clone())),
        BuiltinFunction::new("public isInterface(): bool", |cx, call| is(cx, call, |class| class.is_interface())),
        BuiltinFunction::new("public getTraits(): array", |cx, call| by_name(cx, call, |class| class.traits.clone())),
        BuiltinFunction::new("public getTraitNames(): array", |cx, call| names(cx, call, |class| class.traits.clone())),
        BuiltinFunction::new("public getTraitAliases(): array", trait_aliases),
        BuiltinFunction::new("public isTrait(): bool", |cx, call| is(cx, call, |class| class.is_trait())),
        BuiltinFunction::new("public isEnum(): bool", |cx, call| is(cx, call, |class| class.is_enum())),
        BuiltinFunction::new("public isAbstract(): bool", |cx, call| is(cx, call, is_abstract)),
        BuiltinFunction::new("public isFinal(): bool", |cx, call| is(cx, call, |class| class.is_final() || class.is_enum())),
        BuiltinFunction::new("public isReadOnly(): bool", |cx, call| is(cx, call, |class| class.modifiers.contains(Modifiers::READONLY))),
        BuiltinFunction::new("public getModifiers(): int", |cx, call| Ok(Value::int(class_bits(class(cx, call)?)))),
        BuiltinFunction::new("public isInstance(object $object): bool", |cx, call| {
            let class = class(cx, call)?;
            Ok(Value::bool(call.object_opt(0).is_some_and(|object| object.class_ref().is_subclass_of(class))))
        }),
        BuiltinFunction::new("public newInstance(mixed ...$args): object", instance::new_instance),
        BuiltinFunction::new("public newInstanceWithoutConstructor(): object", instance::without_constructor),
        BuiltinFunction::new("public newInstanceArgs(array $args = []): ?object", instance::new_instance_args),
        BuiltinFunction::new("public newLazyGhost(callable $initializer, int $options = 0): object", no_lazy_objects),
        BuiltinFunction::new("public newLazyProxy(callable $factory, int $options = 0): object", no_lazy_objects),
        BuiltinFunction::new("public initializeLazyObject(object $object): object", |_, call| Ok(call.arg(0).clone())),
        BuiltinFunction::new("public isUninitializedLazyObject(object $object): bool", |_, _| Ok(Value::FALSE)),
        BuiltinFunction::new("public markLazyObjectAsInitialized(object $object): object", |_, call| Ok(call.arg(0).clone())),
        BuiltinFunction::new("public getLazyInitializer(object $object): ?callable", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("public getParentClass(): ReflectionClass|false", |cx, call| match class(cx, call)?.parent() {
            Some(parent) => make(cx, "reflectionclass", Subject::Class(parent, None)),
            None => Ok(Value::FALSE),
        }),
        BuiltinFunction::new("public isSubclassOf(ReflectionClass|string $class): bool", |cx, call| {
            let other = class_argument(cx, call.arg(0), "Class")?;
            Ok(Value::bool(class(cx, call)?.is_strict_subclass_of(other)))
        }),
        BuiltinFunction::new("public getStaticProperties(): array", |cx, call| {
            let class = class(cx, call)?;
            create::initialise(cx, class)?;
            let mut all = Array::new();
            for &property in class.properties.values().filter(|property| property.is_static() && listed(class, property)) {
                let value = static_property::value(cx, property)?;
                if !value.is_undef() {
                    all.set_str(&property.name.str(), value);
                }
            }
            Ok(all.into())
        }),
        BuiltinFunction::new("public getStaticPropertyValue(string $name, mixed $default = UNKNOWN): mixed", |cx, call| {
            let class = class(cx, call)?;
            let name = call.string(cx, 0)?;
            match class.properties.get(&name).copied().filter(|property| property.is_static()) {
                Some(property) => {
                    let value = static_property::value(cx, property)?;
                    if value.is_undef() {
                        return throw_error(cx, static_property::uninitialised(property));
                    }
                    Ok(value.into_plain())
                }
                None if call.has(1) => Ok(call.arg(1).clone()),
                None => throw(cx, message!("Property ", class_name(class), "::$", &*name, " does not exist")),
            }
        }),
        BuiltinFunction::new("public setStaticPropertyValue(string $name, mixed $value): void", |cx, call| {
            let class = class(cx, call)?;
            let name = call.string(cx, 0)?;
            match class.properties.get(&name).copied().filter(|property| property.is_static()) {
                Some(property) => static_property::assign(cx, property, call.arg(1).clone(), call.is_strict())?,
                None => {
                    return throw(cx, message!("Class ", class_name(class), " does not have a property named ", &*name));
                }
            }
            Ok(Value::NULL)
        }),
        BuiltinFunction::new("public getDefaultProperties(): array", |cx, call| {
            let class = class(cx, call)?;
            create::initialise(cx, class)?;
            let mut all = Array::new();
            for statics in [true, false] {
                for &property in class.properties.values().filter(|property| property.is_static() == statics && listed(class, property)) {
                    let value = create::default_value(cx, property)?;
                    if !value.is_undef() && !property.is_virtual.get() {
                        all.set_str(&property.name.str(), value);
                    }
                }
            }
            Ok(all.into())
        }),
        BuiltinFunction::new("public isIterable(): bool", |cx, call| is(cx, call, is_iterable)),
        BuiltinFunction::new("public isIterateable(): bool", |cx, call| is(cx, call, is_iterable)),
        BuiltinFunction::new("public implementsInterface(ReflectionClass|string $interface): bool", |cx, call| {
            let interface = class_argument(cx, call.arg(0), "Interface")?;
            if !interface.is_interface() {
                return throw(cx, message!(class_name(interface), " is not an interface"));
            }
            Ok(Value::bool(class(cx, call)?.is_subclass_of(interface)))
        }),
        BuiltinFunction::new("public getExtension(): ?ReflectionExtension", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("public getExtensionName(): string|false", |cx, call| {
            Ok(if class(cx, call)?.is_builtin() { Value::string("Core") } else { Value::FALSE })
        }),
        BuiltinFunction::new("public inNamespace(): bool", |cx, call| is(cx, call, |class| !split_name(&class.name).0.is_empty())),
        BuiltinFunction::new("public getNamespaceName(): string", |cx, call| Ok(Value::string(split_name(&class(cx, call)?.name).0))),
        BuiltinFunction::new("public getShortName(): string", |cx, call| Ok(Value::string(split_name(&class(cx, call)?.name).1))),
        BuiltinFunction::new("public getAttributes(?string $name = null, int $flags = 0): array", |cx, call| {
            let class = class(cx, call)?;
            let all = class.decl().map_or(&[][..], |decl| &decl.attributes);
            let place = attribute::Place { all, unit: class.unit(), scope: Some(class), target: attribute::CLASS };
            attribute::list(cx, call, place)
        }),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("class ReflectionClass implements Reflector")
};

static OBJECT: BuiltinClass = BuiltinClass {
    methods: &[BuiltinFunction::new("public __construct(object $object)", |_, call| {
        if let Some(object) = call.object_opt(0) {
            fill(call.this(), Subject::Class(object.class_ref(), Some(object)));
        }
        Ok(Value::NULL)
    })],
    ..BuiltinClass::new("class ReflectionObject extends ReflectionClass")
};

fn is(cx: &mut Cx, call: &Call, test: fn(ClassRef) -> bool) -> Result<Value> {
    Ok(Value::bool(test(class(cx, call)?)))
}

/// The filter of a `get…s` method.
fn passes(call: &Call, bits: i64) -> bool {
    call.arg(0).as_int().is_none_or(|filter| filter & bits != 0)
}

fn can_exist(class: ClassRef) -> bool {
    !class.is_abstract && !class.is_interface() && !class.is_trait() && !class.is_enum()
}

pub(crate) fn is_abstract(class: ClassRef) -> bool {
    class.modifiers.contains(Modifiers::ABSTRACT) || class.methods.values().any(|method: &FuncRef| method.is_abstract())
}

pub(crate) fn is_iterable(class: ClassRef) -> bool {
    can_exist(class) && class.is_subclass_of(class_table().known("traversable"))
}

pub(crate) fn class_bits(class: ClassRef) -> i64 {
    let bit = |set: bool, bit: i64| if set { bit } else { 0 };
    bit(class.modifiers.contains(Modifiers::ABSTRACT), 64)
        | bit(class.is_final() || class.is_enum(), 32)
        | bit(class.modifiers.contains(Modifiers::READONLY), 65536)
}

/// Private properties of ancestors are not there.
pub(crate) fn listed(class: ClassRef, property: &Property) -> bool {
    !property.is_private() || property.class == class
}

fn names(cx: &mut Cx, call: &Call, of: fn(ClassRef) -> Vec<ClassRef>) -> Result<Value> {
    let mut all = Array::new();
    for class in of(class(cx, call)?) {
        all.push(class.name.str().into());
    }
    Ok(all.into())
}

fn by_name(cx: &mut Cx, call: &Call, of: fn(ClassRef) -> Vec<ClassRef>) -> Result<Value> {
    let mut all = Array::new();
    for class in of(class(cx, call)?) {
        let reflector = make(cx, "reflectionclass", Subject::Class(class, None))?;
        all.set_str(&class.name.str(), reflector);
    }
    Ok(all.into())
}

fn get_property(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let Subject::Class(class, object) = subject(cx, call)? else { return Ok(Value::NULL) };
    let name = call.string(cx, 0)?;
    if let Some(found) = property::visible(class, &name) {
        return property::of(cx, class, found);
    }
    if object.and_then(|object| object.dynamic()).is_some_and(|dynamic| dynamic.get_bytes(&name).is_some()) {
        return make(cx, "reflectionproperty", Subject::Property { class, property: None, name });
    }
    if let Some(at) = name.windows(2).position(|pair| pair == b"::") {
        let other = class_of(cx, &Value::string(&name[..at]))?;
        if !class.is_subclass_of(other) {
            let text = message!("Fully qualified property name ", class_name(other), "::$", &name[at + 2..], " does not specify a base class of ", class_name(class));
            return throw(cx, text);
        }
        if let Some(found) = property::visible(other, &name[at + 2..]) {
            return property::of(cx, other, found);
        }
        return throw(cx, message!("Property ", class_name(class), "::$", &name[at + 2..], " does not exist"));
    }
    throw(cx, message!("Property ", class_name(class), "::$", &*name, " does not exist"))
}

fn get_properties(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let Subject::Class(class, object) = subject(cx, call)? else { return Ok(Value::NULL) };
    let mut all = Array::new();
    for &found in class.properties.values().filter(|property| listed(class, property)) {
        if passes(call, property::bits(Some(found))) {
            all.push(property::of(cx, class, found)?);
        }
    }
    if let Some(dynamic) = object.and_then(|object| object.dynamic()).filter(|_| passes(call, 1)) {
        for (key, _) in dynamic.iter() {
            let name = match key {
                Key::Str(name) => name.clone(),
                Key::Int(number) => phpc_core::convert::int_to_str(number),
            };
            all.push(make(cx, "reflectionproperty", Subject::Property { class, property: None, name })?);
        }
    }
    Ok(all.into())
}

fn trait_aliases(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let class = class(cx, call)?;
    let mut all = Array::new();
    for rule in class.decl().into_iter().flat_map(|decl| &decl.traits).flat_map(|used| &used.rules) {
        let TraitRule::Alias { trait_name, method, alias: Some(alias), .. } = rule else { continue };
        let lower = method.to_ascii_lowercase();
        let owner = match trait_name {
            Some(name) => name.to_vec(),
            None => class.traits.iter().find(|used| used.method(&lower).is_some()).map_or(Vec::new(), |used| used.name.to_vec()),
        };
        all.set_bytes(alias, Value::string(&message!(owner, "::", &**method)));
    }
    Ok(all.into())
}

fn no_lazy_objects(cx: &mut Cx, _: &mut Call) -> Result<Value> {
    throw_error(cx, b"Lazy objects are not supported yet".to_vec())
}
