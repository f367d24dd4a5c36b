//! The extension `Reflection`: classes that tell about functions, classes and their members, made from what core links.
//!
//! Every reflector object holds a [`subject::Subject`]: what it is about. Each file has one or two of the classes.
#![forbid(unsafe_code)]

mod attribute;
mod class;
mod constant;
mod enums;
mod function;
mod instance;
mod method;
mod parameter;
mod property;
mod running;
mod subject;
mod text;
mod types;

use phpc_core::classes::builtin::{BuiltinClass, BuiltinFunction};
use phpc_core::extension::Extension;
use phpc_core::{Array, Value};

pub static EXTENSION: Extension = Extension {
    classes: &[
        &[&REFLECTOR, &REFLECTION_EXCEPTION, &REFLECTION],
        class::CLASSES,
        enums::CLASSES,
        function::CLASSES,
        method::CLASSES,
        parameter::CLASSES,
        property::CLASSES,
        constant::CLASSES,
        types::CLASSES,
        attribute::CLASSES,
        running::CLASSES,
    ],
    ..Extension::new("Reflection")
};

static REFLECTOR: BuiltinClass = BuiltinClass::new("interface Reflector extends Stringable");
static REFLECTION_EXCEPTION: BuiltinClass = BuiltinClass::new("class ReflectionException extends Exception");
static REFLECTION: BuiltinClass = BuiltinClass {
    methods: &[BuiltinFunction::new("public static getModifierNames(int $modifiers): array", |_, call| {
        let mut names = Array::new();
        for name in modifier_names(call.int_or(0, 0)) {
            names.push(Value::string(name));
        }
        Ok(names.into())
    })],
    ..BuiltinClass::new("class Reflection")
};

/// Words for bits as `getModifiers` gives them.
fn modifier_names(bits: i64) -> Vec<&'static str> {
    const TABLE: &[(i64, &str)] = &[
        (64, "abstract"), (32, "final"), (1, "public"), (4, "private"), (2, "protected"), (16, "static"), (65536 | 128, "readonly"),
    ];
    TABLE.iter().filter(|(bit, _)| bits & bit != 0).map(|(_, name)| *name).collect()
}
