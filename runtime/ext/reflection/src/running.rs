//! ReflectionGenerator, ReflectionReference, ReflectionExtension.

use phpc_core::calls::native::Call;
use phpc_core::classes::builtin::{BuiltinClass, BuiltinFunction};
use phpc_core::generators::{self, About};
use phpc_core::{Array, Cx, Object, Result, Value, extension, message};

use crate::subject::{HANDLERS, Subject, get, make, set, set_property, throw};

pub(crate) static CLASSES: &[&BuiltinClass] = &[&GENERATOR, &REFERENCE, &EXTENSION];

static GENERATOR: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("public __construct(Generator $generator)", |_, call| {
            if let Some(generator) = call.object_opt(0) {
                set(call.this(), Subject::Object(generator));
            }
            Ok(Value::NULL)
        }),
        BuiltinFunction::new("public getExecutingLine(): int", |cx, call| Ok(Value::int(i64::from(about(cx, call)?.line)))),
        BuiltinFunction::new("public getExecutingFile(): string", |cx, call| {
            Ok(about(cx, call)?.func.unit().map_or(Value::NULL, |unit| unit.path.str().into()))
        }),
        BuiltinFunction::new("public getTrace(int $options = DEBUG_BACKTRACE_PROVIDE_OBJECT): array", |cx, call| {
            let func = about(cx, call)?.func;
            let mut entry = Array::new();
            entry.set_bytes(b"function", func.name.str());
            if let Some(class) = func.class {
                entry.set_bytes(b"class", class.name.str());
                entry.set_bytes(b"type", Value::string(if func.is_static() { "::" } else { "->" }));
            }
            entry.set_bytes(b"args", Array::new());
            let mut trace = Array::new();
            trace.push(entry.into());
            Ok(trace.into())
        }),
        BuiltinFunction::new("public getFunction(): ReflectionFunctionAbstract", |cx, call| {
            let func = about(cx, call)?.func;
            match func.class.filter(|_| !func.is_closure()) {
                Some(class) => make(cx, "reflectionmethod", Subject::Method(func, class)),
                None => make(cx, "reflectionfunction", Subject::Function(func, None)),
            }
        }),
        BuiltinFunction::new("public getThis(): ?object", |cx, call| Ok(about(cx, call)?.this.into())),
        BuiltinFunction::new("public getExecutingGenerator(): Generator", |cx, call| {
            about(cx, call)?;
            match generator(call) {
                Some(generator) => Ok(generators::innermost(cx, &generator)?.into()),
                None => Ok(Value::NULL),
            }
        }),
        BuiltinFunction::new("public isClosed(): bool", |_, call| {
            Ok(Value::bool(generator(call).as_ref().and_then(generators::about).is_none()))
        }),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("final class ReflectionGenerator")
};

static REFERENCE: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("public static fromArrayElement(array $array, string|int $key): ?ReflectionReference", |cx, call| {
            let array = call.array_opt(0).unwrap_or_else(Array::new);
            let key = call.arg(1).clone();
            let at = match key.as_int() {
                Some(number) => array.find_int(number),
                None => key.as_str().and_then(|name| array.find(phpc_core::Key::normalise(name))),
            };
            let Some(at) = at else { return throw(cx, b"Array key not found".to_vec()) };
            let element = array.value_at_raw(at).to_value();
            match element.as_reference() {
                Some(cell) => make(cx, "reflectionreference", Subject::Reference(cell.clone())),
                _ => Ok(Value::NULL),
            }
        }),
        BuiltinFunction::new("public getId(): string", |_, call| {
            let Subject::Reference(cell) = get(call.this()) else { return Ok(Value::NULL) };
            let address = (cell.as_ptr() as usize as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            let mut id = [0u8; 20];
            for (number, byte) in id.iter_mut().enumerate() {
                *byte = (address.rotate_left(number as u32 * 11) >> 7) as u8;
            }
            Ok(Value::string(&id[..]))
        }),
        BuiltinFunction::new("private __clone(): void", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("private __construct()", |_, _| Ok(Value::NULL)),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("final class ReflectionReference")
};

static EXTENSION: BuiltinClass = BuiltinClass {
    properties: &["public string $name"],
    methods: &[
        BuiltinFunction::new("private __clone(): void", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("public __construct(string $name)", construct),
        BuiltinFunction::new("public getName(): string", |_, call| {
            let property = call.this().class_ref().properties.get(b"name").map_or(0, |property| property.slot.get());
            Ok(call.this().slot(property as usize).into_plain())
        }),
        BuiltinFunction::new("public getDependencies(): array", |_, _| Ok(Array::new().into())),
        BuiltinFunction::new("public isPersistent(): bool", |_, _| Ok(Value::TRUE)),
        BuiltinFunction::new("public isTemporary(): bool", |_, _| Ok(Value::FALSE)),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("class ReflectionExtension")
};

fn generator(call: &Call) -> Option<Object> {
    match get(call.this()) {
        Subject::Object(generator) => Some(generator),
        _ => None,
    }
}

fn about(cx: &mut Cx, call: &Call) -> Result<About> {
    match generator(call).as_ref().and_then(generators::about) {
        Some(about) => Ok(about),
        None => throw(cx, b"Cannot fetch information from a closed Generator".to_vec()),
    }
}

fn construct(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let name = call.string(cx, 0)?;
    match extension::all_loaded().into_iter().find(|known| known.as_bytes().eq_ignore_ascii_case(&name)) {
        Some(known) => set_property(call.this(), b"name", Value::string(known)),
        None => return throw(cx, message!("Extension \"", &*name, "\" does not exist")),
    }
    Ok(Value::NULL)
}
