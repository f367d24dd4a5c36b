//! What reflectors are about, and how they are made.

use std::any::Any;
use std::cell::RefCell;

use phpc_core::abi::decl::{AttributeDecl, Modifiers};
use phpc_core::behaviour::create;
use phpc_core::calls::native::Call;
use phpc_core::classes::builtin::{Handlers, NativeState};
use phpc_core::classes::table::{self, class_table};
use phpc_core::classes::types::Type;
use phpc_core::classes::{ClassConst, ClassRef, FuncRef, Property};
use phpc_core::exceptions::throw_with_code;
use phpc_core::units::Unit;
use phpc_core::{Cx, Elem, Object, Reference, Result, Str, Value, message};

#[derive(Clone)]
pub(crate) enum Subject {
    None,
    /// With the object of a ReflectionObject.
    Class(ClassRef, Option<Object>),
    /// With the closure it is the function of.
    Function(FuncRef, Option<Object>),
    Method(FuncRef, ClassRef),
    Parameter { function: Box<Subject>, number: usize },
    /// Without a declaration: an undeclared property of an object.
    Property { class: ClassRef, property: Option<&'static Property>, name: Str },
    Constant(&'static ClassConst),
    Type(Shape),
    Attribute(Attribute),
    /// The object of a ReflectionGenerator.
    Object(Object),
    Reference(Reference),
}

/// A type or a member of one.
#[derive(Clone)]
pub(crate) struct Shape {
    pub text: Vec<u8>,
    pub ty: Option<Type>,
    pub allows_null: bool,
    pub builtin: bool,
}

#[derive(Clone)]
pub(crate) struct Attribute {
    pub decl: &'static AttributeDecl,
    pub all: &'static [AttributeDecl],
    pub unit: Option<&'static Unit>,
    pub scope: Option<ClassRef>,
    pub target: i64,
}

struct State(RefCell<Subject>);

impl NativeState for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        if let Subject::Class(_, Some(object)) | Subject::Function(_, Some(object)) | Subject::Object(object) = &*self.0.borrow() {
            visit(&Elem::from(object));
        }
    }
    fn clear(&self) {
        drop(self.0.replace(Subject::None));
    }
}

pub(crate) const HANDLERS: Handlers = Handlers {
    create: Some(|_, _| Box::new(State(RefCell::new(Subject::None)))),
    uncloneable: true,
    not_serializable: true,
    ..Handlers::NONE
};

pub(crate) fn set(object: &Object, subject: Subject) {
    if let Some(state) = object.native::<State>() {
        drop(state.0.replace(subject));
    }
}

pub(crate) fn get(object: &Object) -> Subject {
    object.native::<State>().map_or(Subject::None, |state| state.0.borrow().clone())
}

/// Stores into a declared property of the reflector (`name`, `class`).
pub(crate) fn set_property(object: &Object, name: &[u8], value: Value) {
    if let Some(property) = object.class_ref().properties.get(name) {
        object.set_slot(property.slot.get() as usize, value);
    }
}

/// Fills a reflector: subject and public properties.
pub(crate) fn fill(object: &Object, subject: Subject) {
    let (name, class) = match &subject {
        Subject::Class(class, _) => (Some(class.name.str()), None),
        Subject::Function(func, _) => (Some(func.name.str()), None),
        Subject::Method(func, class) => (Some(func.name.str()), Some(func.class.unwrap_or(class).name.str())),
        Subject::Parameter { function, number } => {
            (function.func().params.get(*number).map(|param| param.name.str()), None)
        }
        Subject::Property { class, property, name } => {
            (Some(name.clone()), Some(property.map_or(*class, |property| property.class).name.str()))
        }
        Subject::Constant(constant) => (Some(constant.name.str()), Some(constant.class.name.str())),
        Subject::Attribute(attribute) => (Some(Str::new(&attribute.decl.name)), None),
        Subject::None | Subject::Type(_) | Subject::Object(_) | Subject::Reference(_) => (None, None),
    };
    for (property, value) in [(&b"name"[..], name), (b"class", class)] {
        if let Some(value) = value {
            set_property(object, property, value.into());
        }
    }
    set(object, subject);
}

/// A new reflector of a builtin class.
pub(crate) fn make(cx: &mut Cx, class: &'static str, subject: Subject) -> Result<Value> {
    let object = create::instance(cx, class_table().known(class))?;
    fill(&object, subject);
    Ok(object.into())
}

impl Subject {
    /// Of functions and methods.
    pub(crate) fn func(&self) -> FuncRef {
        match self {
            Subject::Function(func, _) | Subject::Method(func, _) => func,
            _ => unreachable!("a function reflector is about a function"),
        }
    }
}

pub(crate) fn subject(cx: &mut Cx, call: &Call) -> Result<Subject> {
    match get(call.this()) {
        Subject::None => {
            let text = b"Internal error: Failed to retrieve the reflection object".to_vec();
            phpc_core::exceptions::throw_error(cx, text)
        }
        subject => Ok(subject),
    }
}

pub(crate) fn class(cx: &mut Cx, call: &Call) -> Result<ClassRef> {
    match subject(cx, call)? {
        Subject::Class(class, _) => Ok(class),
        _ => unreachable!("a class reflector is about a class"),
    }
}
pub(crate) fn func(cx: &mut Cx, call: &Call) -> Result<FuncRef> {
    Ok(subject(cx, call)?.func())
}
pub(crate) fn constant(cx: &mut Cx, call: &Call) -> Result<&'static ClassConst> {
    match subject(cx, call)? {
        Subject::Constant(constant) => Ok(constant),
        _ => unreachable!("a constant reflector is about a constant"),
    }
}

/// ReflectionException.
pub(crate) fn throw<T>(cx: &mut Cx, text: Vec<u8>) -> Result<T> {
    throw_code(cx, text, 0)
}
pub(crate) fn throw_code<T>(cx: &mut Cx, text: Vec<u8>, code: i64) -> Result<T> {
    Err(throw_with_code(cx, class_table().known("reflectionexception"), &text, code))
}

/// The class named by an argument that is a class name or an object.
pub(crate) fn class_of(cx: &mut Cx, value: &Value) -> Result<ClassRef> {
    if let Some(object) = value.as_object() {
        return Ok(object.class_ref());
    }
    let name = value.as_str().cloned().unwrap_or_default();
    match table::lookup(cx, &name)? {
        Some(class) => Ok(class),
        None => throw_code(cx, message!("Class \"", &*name, "\" does not exist"), -1),
    }
}

/// The class meant by `ReflectionClass|string`.
pub(crate) fn class_argument(cx: &mut Cx, value: &Value, kind: &str) -> Result<ClassRef> {
    if let Some(object) = value.as_object()
        && let Subject::Class(class, _) = get(object)
    {
        return Ok(class);
    }
    let name = value.as_str().cloned().unwrap_or_default();
    match table::lookup(cx, &name)? {
        Some(class) => Ok(class),
        None => throw_code(cx, message!(kind, " \"", &*name, "\" does not exist"), -1),
    }
}

/// Bits as Reflection's constants have them.
pub(crate) fn member_bits(modifiers: Modifiers) -> i64 {
    const TABLE: &[(Modifiers, i64)] = &[
        (Modifiers::STATIC, 16), (Modifiers::ABSTRACT, 64), (Modifiers::FINAL, 32), (Modifiers::READONLY, 128),
        (Modifiers::PROTECTED_SET, 2048), (Modifiers::PRIVATE_SET, 4096),
    ];
    let visibility = match modifiers {
        _ if modifiers.contains(Modifiers::PRIVATE) => 4,
        _ if modifiers.contains(Modifiers::PROTECTED) => 2,
        _ => 1,
    };
    TABLE.iter().filter(|(bit, _)| modifiers.contains(*bit)).fold(visibility, |bits, (_, bit)| bits | bit)
}

/// `false` for nothing.
pub(crate) fn or_false<T: Into<Value>>(value: Option<T>) -> Value {
    value.map_or(Value::FALSE, Into::into)
}

pub(crate) fn comment(comment: &Option<Box<[u8]>>) -> Value {
    or_false(comment.as_ref().map(|comment| Str::new(comment)))
}

/// The part of a name before its last backslash, and the rest.
pub(crate) fn split_name(name: &[u8]) -> (&[u8], &[u8]) {
    match name.iter().rposition(|&byte| byte == b'\\') {
        Some(at) => (&name[..at], &name[at + 1..]),
        None => (b"", name),
    }
}
