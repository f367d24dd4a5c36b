//! Small builtin classes: stdClass, attributes, SensitiveParameterValue, `__PHP_Incomplete_Class`, and the interfaces that
//! the language knows.

use std::cell::RefCell;
use std::collections::BTreeMap;

use phpc_abi::decl::Modifiers;
use phpc_abi::signature;

use crate::calls::func::{Body, Func, FuncParts};
use crate::calls::native::{Call, native_entry};
use crate::classes::builtin::{BuiltinClass, BuiltinConst, BuiltinFunction, Handlers};
use crate::classes::display::class_name;
use crate::classes::table::class_table;
use crate::classes::{ClassRef, FuncRef, Property};
use crate::global::Global;
use crate::names::Name;
use crate::{Cx, Object, Result, Value, pending};

pub static CLASSES: &[&BuiltinClass] = &[
    &STRINGABLE, &TRAVERSABLE, &ITERATOR_AGGREGATE, &ITERATOR, &SERIALIZABLE, &ARRAY_ACCESS, &COUNTABLE, &JSON_SERIALIZABLE,
    &UNIT_ENUM, &BACKED_ENUM, &STD_CLASS, &ATTRIBUTE, &RETURN_TYPE_WILL_CHANGE, &ALLOW_DYNAMIC_PROPERTIES,
    &SENSITIVE_PARAMETER, &SENSITIVE_PARAMETER_VALUE, &OVERRIDE, &DEPRECATED, &INCOMPLETE_CLASS,
];

const fn abstract_method(signature: &'static str) -> BuiltinFunction {
    BuiltinFunction::new(signature, |_, call| unreachable!("abstract method {:?} called", call.func))
}

static STRINGABLE: BuiltinClass =
    BuiltinClass { methods: &[abstract_method("public __toString(): string")], ..BuiltinClass::new("interface Stringable") };

static TRAVERSABLE: BuiltinClass = BuiltinClass {
    handlers: Handlers { implement: Some(implement_traversable), ..Handlers::NONE },
    ..BuiltinClass::new("interface Traversable")
};

fn implement_traversable(class: ClassRef, _: ClassRef) -> std::result::Result<(), String> {
    if class.is_interface() || class.is_builtin() {
        return Ok(());
    }
    let has = |name: &str| class.is_subclass_of(class_table().known(if name == "iterator" { "iterator" } else { "iteratoraggregate" }));
    match (has("iterator"), has("iteratoraggregate")) {
        (false, false) => Err(format!(
            "Class {} must implement interface Traversable as part of either Iterator or IteratorAggregate",
            class.name
        )),
        (true, true) => {
            Err(format!("Class {} cannot implement both Iterator and IteratorAggregate at the same time", class.name))
        }
        _ => Ok(()),
    }
}

static ITERATOR_AGGREGATE: BuiltinClass = BuiltinClass {
    methods: &[abstract_method("public getIterator(): Traversable")],
    ..BuiltinClass::new("interface IteratorAggregate extends Traversable")
};
static ITERATOR: BuiltinClass = BuiltinClass {
    methods: &[
        abstract_method("public current(): mixed"),
        abstract_method("public next(): void"),
        abstract_method("public key(): mixed"),
        abstract_method("public valid(): bool"),
        abstract_method("public rewind(): void"),
    ],
    ..BuiltinClass::new("interface Iterator extends Traversable")
};
static SERIALIZABLE: BuiltinClass = BuiltinClass {
    methods: &[abstract_method("public serialize()"), abstract_method("public unserialize(string $data)")],
    ..BuiltinClass::new("interface Serializable")
};
static ARRAY_ACCESS: BuiltinClass = BuiltinClass {
    methods: &[
        abstract_method("public offsetExists(mixed $offset): bool"),
        abstract_method("public offsetGet(mixed $offset): mixed"),
        abstract_method("public offsetSet(mixed $offset, mixed $value): void"),
        abstract_method("public offsetUnset(mixed $offset): void"),
    ],
    ..BuiltinClass::new("interface ArrayAccess")
};
static COUNTABLE: BuiltinClass =
    BuiltinClass { methods: &[abstract_method("public count(): int")], ..BuiltinClass::new("interface Countable") };
static JSON_SERIALIZABLE: BuiltinClass = BuiltinClass {
    methods: &[abstract_method("public jsonSerialize(): mixed")],
    ..BuiltinClass::new("interface JsonSerializable")
};
static UNIT_ENUM: BuiltinClass = BuiltinClass {
    methods: &[abstract_method("public static cases(): array")],
    handlers: Handlers { implement: Some(implement_enum), ..Handlers::NONE },
    ..BuiltinClass::new("interface UnitEnum")
};
static BACKED_ENUM: BuiltinClass = BuiltinClass {
    methods: &[
        abstract_method("public static from(int|string $value): static"),
        abstract_method("public static tryFrom(int|string $value): ?static"),
    ],
    handlers: Handlers { implement: Some(implement_enum), ..Handlers::NONE },
    ..BuiltinClass::new("interface BackedEnum extends UnitEnum")
};

fn implement_enum(class: ClassRef, interface: ClassRef) -> std::result::Result<(), String> {
    if class.is_interface() || class.is_enum() {
        return Ok(());
    }
    Err(format!("Class {} cannot implement interface {}", class.name, interface.name))
}

static STD_CLASS: BuiltinClass =
    BuiltinClass { attributes: &["AllowDynamicProperties"], ..BuiltinClass::new("class stdClass") };
static INCOMPLETE_CLASS: BuiltinClass =
    BuiltinClass { attributes: &["AllowDynamicProperties"], ..BuiltinClass::new("final class __PHP_Incomplete_Class") };

static ATTRIBUTE: BuiltinClass = BuiltinClass {
    constants: &[
        ("TARGET_CLASS", BuiltinConst::Int(1)),
        ("TARGET_FUNCTION", BuiltinConst::Int(2)),
        ("TARGET_METHOD", BuiltinConst::Int(4)),
        ("TARGET_PROPERTY", BuiltinConst::Int(8)),
        ("TARGET_CLASS_CONSTANT", BuiltinConst::Int(16)),
        ("TARGET_PARAMETER", BuiltinConst::Int(32)),
        ("TARGET_ALL", BuiltinConst::Int(63)),
        ("IS_REPEATABLE", BuiltinConst::Int(64)),
    ],
    properties: &["public int $flags"],
    methods: &[BuiltinFunction::new("public __construct(int $flags = Attribute::TARGET_ALL)", |_, call| {
        call.this().set_slot(0, Value::int(call.int_or(0, 63)));
        Ok(Value::NULL)
    })],
    attributes: &["Attribute"],
    ..BuiltinClass::new("final class Attribute")
};

const NOTHING: &[BuiltinFunction] = &[BuiltinFunction::new("public __construct()", |_, _| Ok(Value::NULL))];

static RETURN_TYPE_WILL_CHANGE: BuiltinClass =
    BuiltinClass { methods: NOTHING, attributes: &["Attribute"], ..BuiltinClass::new("final class ReturnTypeWillChange") };
static ALLOW_DYNAMIC_PROPERTIES: BuiltinClass =
    BuiltinClass { methods: NOTHING, attributes: &["Attribute"], ..BuiltinClass::new("final class AllowDynamicProperties") };
static SENSITIVE_PARAMETER: BuiltinClass =
    BuiltinClass { methods: NOTHING, attributes: &["Attribute"], ..BuiltinClass::new("final class SensitiveParameter") };
static OVERRIDE: BuiltinClass =
    BuiltinClass { methods: NOTHING, attributes: &["Attribute"], ..BuiltinClass::new("final class Override") };
static DEPRECATED: BuiltinClass = BuiltinClass {
    properties: &["public readonly ?string $message", "public readonly ?string $since"],
    methods: &[BuiltinFunction::new("public __construct(?string $message = null, ?string $since = null)", |_, call| {
        call.this().set_slot(0, call.arg(0).clone());
        call.this().set_slot(1, call.arg(1).clone());
        Ok(Value::NULL)
    })],
    attributes: &["Attribute"],
    ..BuiltinClass::new("final class Deprecated")
};
static SENSITIVE_PARAMETER_VALUE: BuiltinClass = BuiltinClass {
    properties: &["private readonly mixed $value"],
    methods: &[
        BuiltinFunction::new("public __construct(mixed $value)", |_, call| {
            call.this().set_slot(0, call.arg(0).clone());
            Ok(Value::NULL)
        }),
        BuiltinFunction::new("public getValue(): mixed", |_, call| Ok(call.this().slot(0).into_plain())),
        BuiltinFunction::new("public __debugInfo(): ?array", |_, _| Ok(crate::Array::new().into())),
    ],
    ..BuiltinClass::new("final class SensitiveParameterValue")
};

/// Wraps an argument that traces must not show.
pub fn sensitive(value: Value) -> Value {
    let mut cx = Cx::enter();
    match super::create::instance(&mut cx, class_table().known("sensitiveparametervalue")) {
        Ok(object) => {
            object.set_slot(0, value);
            object.into()
        }
        Err(_) => Value::NULL,
    }
}

/// Functions that stand for the hooks which a property does not have: plain reading and writing.
static PLAIN: Global<RefCell<BTreeMap<(usize, bool), FuncRef>>> = Global::new(RefCell::new(BTreeMap::new()));

/// What `parent::$x::get()` calls where the parent has no hook.
pub fn plain_access(property: &'static Property, is_set: bool) -> FuncRef {
    // SAFETY: changed through the cell only, on the one PHP thread.
    let table = unsafe { &*PLAIN.as_ptr() };
    let key = (std::ptr::from_ref(property) as usize, is_set);
    if let Some(func) = table.borrow().get(&key) {
        return func;
    }
    let text = if is_set { "set(mixed $value): void" } else { "get(): mixed" };
    let mut decl = signature::parse_function(text).expect("a signature");
    decl.name = crate::message!("$", property.name, if is_set { "::set" } else { "::get" }).into();
    let decl = Box::leak(Box::new(decl));
    let func = Func::new(FuncParts {
        name: Name::new(&decl.name),
        decl,
        class: Some(property.class),
        declared_in: Some(property.class),
        modifiers: Modifiers::PUBLIC,
        body: Body::Native(if is_set { plain_set } else { plain_get }),
        entry: native_entry,
    });
    table.borrow_mut().insert(key, func);
    func
}

fn plain_property(call: &Call) -> (Object, &'static Property) {
    let name = call.func.name.bytes();
    let name = &name[1..name.len() - 5];
    let object = call.this().clone();
    let class = call.func.class.expect("made for a class");
    let property = class.properties.get(name).copied().expect("made for a class");
    let own = backing(&object, property);
    (object, own)
}

/// The property that the object keeps: a descendant that gave it hooks has a slot of its own.
fn backing(object: &Object, property: &'static Property) -> &'static Property {
    let class = object.class_ref();
    match class.slots.get(property.slot.get() as usize).copied().flatten() {
        Some(own) => own,
        None => class.properties.get(property.name.bytes()).copied().unwrap_or(property),
    }
}

/// Virtual properties keep nothing.
fn check_backed(cx: &mut Cx, object: &Object, property: &Property, verb: &str) -> Result {
    if property.slot.get() != crate::classes::NO_SLOT {
        return Ok(());
    }
    let text = crate::message!("Must not ", verb, " virtual property ", class_name(object.class_ref()), "::$", property.name);
    crate::exceptions::throw_error(cx, text)
}

fn plain_get(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let (object, property) = plain_property(call);
    check_backed(cx, &object, property, "read from")?;
    let value = object.slot(property.slot.get() as usize);
    if value.is_undef() && property.ty.is_some() {
        let text = crate::message!(
            "Typed property ", class_name(property.class), "::$", property.name, " must not be accessed before initialization"
        );
        return crate::exceptions::throw_error(cx, text);
    }
    Ok(value.into_plain())
}

fn plain_set(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let (object, property) = plain_property(call);
    check_backed(cx, &object, property, "write to")?;
    let value = call.arg(0).clone();
    let value = match &property.ty {
        None => value,
        Some(ty) => {
            let mode = crate::calls::coerce::Mode::user(call.is_strict());
            match crate::calls::coerce::coerce(cx, ty, value, Some(property.class), mode)? {
                Ok(value) => value,
                Err(value) => {
                    return crate::exceptions::throw_type_error(cx, super::property::type_error(property, &value));
                }
            }
        }
    };
    object.set_slot(property.slot.get() as usize, value);
    pending::check()?;
    Ok(Value::NULL)
}
