//! What the files of the extension share.

pub(crate) use phpc_core::behaviour::{self, iteration};
pub(crate) use phpc_core::calls::{self, native::Call};
pub(crate) use phpc_core::classes::builtin::{BuiltinClass, BuiltinConst, BuiltinFunction, Handlers, NativeState};
pub(crate) use phpc_core::classes::table::class_table;
pub(crate) use phpc_core::classes::{ClassRef, FuncRef};
pub(crate) use phpc_core::{Array, Cx, Key, Object, OwnedKey, Reference, Result, Str, Value, View, convert, message};
pub(crate) use std::any::Any;
pub(crate) use std::cell::{Cell, RefCell};

pub(crate) type Classes = &'static [&'static BuiltinClass];

/// A method: its line of PHP and the function behind it.
pub(crate) const fn m(signature: &'static str, call: phpc_core::classes::builtin::NativeFn) -> BuiltinFunction {
    BuiltinFunction::new(signature, call)
}
/// An abstract method.
pub(crate) const fn abstract_m(signature: &'static str) -> BuiltinFunction {
    BuiltinFunction::new(signature, |_, call| unreachable!("abstract method {:?} called", call.func))
}
pub(crate) const fn int(value: i64) -> BuiltinConst {
    BuiltinConst::Int(value)
}

pub(crate) fn class(lower: &'static str) -> ClassRef {
    class_table().known(lower)
}

/// Throws an exception of the class of that lower-case name.
#[cold]
pub(crate) fn throw<T>(cx: &mut Cx, lower: &'static str, text: impl AsRef<[u8]>) -> Result<T> {
    Err(phpc_core::exceptions::throw_new(cx, class(lower), text.as_ref()))
}
#[cold]
pub(crate) fn throw_runtime<T>(cx: &mut Cx, text: impl AsRef<[u8]>) -> Result<T> {
    throw(cx, "runtimeexception", text)
}

/// A method that a PHP subclass has put in the place of the builtin one.
#[inline]
pub(crate) fn overridden(object: &Object, lower: &[u8]) -> Option<FuncRef> {
    let class = object.class_ref();
    if class.is_builtin() {
        return None;
    }
    class.method(lower).filter(|method| method.is_user())
}

/// The name of a class-private entry in a dump.
pub(crate) fn private_name(class: &str, name: &str) -> Str {
    Str::from(format!("\0{class}\0{name}"))
}

/// A dump: the object's own properties, then made-up private ones.
pub(crate) fn debug_array(object: &Object, class: &str, entries: &[(&str, Value)]) -> Array {
    let mut all = iteration::own_properties(object);
    for (name, value) in entries {
        all.set(Key::Str(&private_name(class, name)), value.clone());
    }
    all
}

/// Stores properties from serialised data, names mangled.
pub(crate) fn load_properties(object: &Object, members: &Array) {
    for (key, value) in members.iter() {
        let name = match key {
            Key::Int(_) => None,
            Key::Str(name) => Some(name),
        };
        let slots = object.class_ref().slots.iter().flatten();
        let declared = name.and_then(|name| {
            slots.copied().find(|property| *iteration::mangled_name(property) == **name || property.name.bytes() == &**name)
        });
        match declared {
            Some(property) => object.set_slot(property.slot.get() as usize, value.to_value()),
            None => {
                let old = object.with_dynamic(|all| {
                    let old = all.get(key).map(|old| old.to_value());
                    all.set(key, value.to_value());
                    old
                });
                drop(old);
            }
        }
    }
}

/// Calls a method of an iterator.
#[inline]
pub(crate) fn ask(cx: &mut Cx, object: &Object, lower: &'static [u8]) -> Result<Value> {
    calls::call_method(cx, object, lower, Vec::new())
}
pub(crate) fn is_valid(cx: &mut Cx, iterator: &Object) -> Result<bool> {
    Ok(convert::to_bool(&ask(cx, iterator, b"valid")?))
}

/// Calls a global function.
pub(crate) fn call_function(cx: &mut Cx, name: &str, args: Vec<Value>) -> Result<Value> {
    calls::call_value(cx, &Value::string(name), args)
}

/// Shows a handle that is kept elsewhere to the collector's visitor.
pub(crate) fn visit_object(object: &Object, visit: &mut dyn FnMut(&Value)) {
    visit(&phpc_core::Elem::from(object));
}
pub(crate) fn visit_array(array: &Array, visit: &mut dyn FnMut(&Value)) {
    visit(&phpc_core::Elem::from(array));
}

/// The native state of an object.
pub(crate) fn state<T: NativeState>(object: &Object) -> &T {
    object.native::<T>().expect("objects of the class have this state")
}

/// An argument that is declared without a type and taken as an int.
pub(crate) fn int_argument(cx: &mut Cx, call: &Call, number: usize) -> Result<i64> {
    let value = call.arg(number).deref();
    match value.view() {
        View::Int(int) => return Ok(int),
        View::Bool(flag) => return Ok(i64::from(flag)),
        View::Float(float) if convert::is_integral(float) => return Ok(float as i64),
        View::Float(float) if float.is_finite() => {
            let shown = convert::float_repr(float);
            phpc_core::diagnostics::deprecated(cx, format!("Implicit conversion from float {shown} to int loses precision"))?;
            return Ok(convert::float_to_int(float));
        }
        View::Str(text) => match convert::parse_numeric(text) {
            Some(convert::Number::Int(int)) => return Ok(int),
            Some(convert::Number::Float(float)) if convert::is_integral(float) => return Ok(float as i64),
            _ => {}
        },
        View::Null => {
            let text = message!(
                call.func.full_name(), "(): Passing null to parameter #", (number + 1).to_string(), " ($",
                call.func.params[number].name, ") of type int is deprecated"
            );
            phpc_core::diagnostics::deprecated(cx, text)?;
            return Ok(0);
        }
        _ => {}
    }
    let given = convert::value_name(&value);
    call.type_error(cx, number, &message!("must be of type int, ", &*given, " given"))
}

/// An argument that is declared without a type and must be an object.
pub(crate) fn object_argument(cx: &mut Cx, call: &Call, number: usize) -> Result<Object> {
    let value = call.arg(number).deref();
    match value.as_object() {
        Some(object) => Ok(object.clone()),
        None => {
            let given = convert::value_name(&value);
            call.type_error(cx, number, &message!("must be of type object, ", &*given, " given"))
        }
    }
}
