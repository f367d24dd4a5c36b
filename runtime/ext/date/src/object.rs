//! What the objects of the extension hold, and how they are read, made and told apart.

use crate::moment::Moment;
use crate::span::Span;
use crate::zone::TimeZone;
use phpc_core::behaviour::create;
pub(crate) use phpc_core::calls::native::Call;
pub(crate) use phpc_core::classes::builtin::{BuiltinClass, BuiltinConst, BuiltinFunction, Handlers, NativeState};
use phpc_core::classes::table::class_table;
use phpc_core::classes::ClassRef;
pub(crate) use phpc_core::extension::OrFalse;
pub(crate) use phpc_core::{Array, Cx, Key, Object, Result, Str, Thrown, Value, functions, message};
pub(crate) use phpc_macros::php_function;
use std::any::Any;
use std::cell::RefCell;

pub(crate) type Classes = &'static [&'static BuiltinClass];

/// A method: its line of PHP and the function behind it.
pub(crate) const fn m(signature: &'static str, call: phpc_core::classes::builtin::NativeFn) -> BuiltinFunction {
    BuiltinFunction::new(signature, call)
}

/// A native part that the constructor fills.
pub(crate) struct State<T: Clone + 'static>(pub RefCell<Option<T>>);

impl<T: Clone + 'static> State<T> {
    pub(crate) fn empty() -> Box<dyn NativeState> {
        Box::new(State::<T>(RefCell::new(None)))
    }
}

impl<T: Clone + 'static> NativeState for State<T> {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn clone_state(&self, _: &mut Cx) -> Option<Box<dyn NativeState>> {
        Some(Box::new(State(RefCell::new(self.0.borrow().clone()))))
    }
}

pub(crate) fn state<T: Clone + 'static>(object: &Object) -> Option<T> {
    object.native::<State<T>>().and_then(|state| state.0.borrow().clone())
}
pub(crate) fn set_state<T: Clone + 'static>(object: &Object, value: T) {
    if let Some(state) = object.native::<State<T>>() {
        *state.0.borrow_mut() = Some(value);
    }
}

/// The native part of an object whose constructor has run.
pub(crate) fn of<T: Clone + 'static>(cx: &mut Cx, object: &Object) -> Result<T> {
    match state(object) {
        Some(state) => Ok(state),
        None => Err(uninitialised(cx, object)),
    }
}
pub(crate) fn moment(cx: &mut Cx, object: &Object) -> Result<Moment> {
    of(cx, object)
}
pub(crate) fn zone(cx: &mut Cx, object: &Object) -> Result<TimeZone> {
    of(cx, object)
}
pub(crate) fn span(cx: &mut Cx, object: &Object) -> Result<Span> {
    of(cx, object)
}

#[cold]
fn uninitialised(cx: &mut Cx, object: &Object) -> Thrown {
    let class = object.class_ref();
    let mut builtin = class;
    while !builtin.is_builtin()
        && let Some(parent) = builtin.parent()
    {
        builtin = parent;
    }
    let inheriting = if std::ptr::eq(class, builtin) { Vec::new() } else { message!(" (inheriting ", builtin.name, ")") };
    let text = message!(
        "Object of type ", class.name, inheriting, " has not been correctly initialized by calling parent::__construct() in its constructor"
    );
    throw(cx, "dateobjecterror", text)
}

pub(crate) fn class(lower: &'static str) -> ClassRef {
    class_table().known(lower)
}

/// Throws an exception of the class of that lower-case name.
#[cold]
pub(crate) fn throw(cx: &mut Cx, lower: &'static str, text: impl AsRef<[u8]>) -> Thrown {
    phpc_core::exceptions::throw_new(cx, class(lower), text.as_ref())
}

/// A new object without a call of its constructor.
pub(crate) fn make<T: Clone + 'static>(cx: &mut Cx, class: ClassRef, value: T) -> Result<Object> {
    let object = create::instance(cx, class)?;
    set_state(&object, value);
    Ok(object)
}

pub(crate) fn is_immutable(object: &Object) -> bool {
    object.class_ref().is_subclass_of(class("datetimeimmutable"))
}

/// The object that a change applies to: itself, or a clone where it is immutable.
pub(crate) fn changeable(cx: &mut Cx, object: &Object) -> Result<Object> {
    if is_immutable(object) { create::clone(cx, object, Some(object.class_ref())) } else { Ok(object.clone()) }
}

pub(crate) fn own_properties(object: &Object) -> Array {
    phpc_core::behaviour::iteration::own_properties(object)
}

/// A table of properties for dumps.
pub(crate) fn listed(properties: Array) -> Vec<(Vec<u8>, Value)> {
    let name = |key: Key| match key {
        Key::Int(number) => number.to_string().into_bytes(),
        Key::Str(name) => name.to_vec(),
    };
    properties.iter_raw().map(|(key, value)| (name(key), value.to_value())).collect()
}
