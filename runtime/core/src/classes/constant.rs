//! Class constants and enum cases: visibility, lazy values, types.

use std::cell::{Cell, UnsafeCell};

use phpc_abi::decl::{ClassConstDecl, Const, FuncIndex, Initializer, Modifiers, TypeMask};

use super::builtin::BuiltinConst;
use super::display::class_name;
use super::types::Type;
use super::{ClassRef, enums};
use crate::exceptions::{throw_error, throw_type_error};
use crate::message;
use crate::names::Name;
use crate::units::{self, Unit};
use crate::{Cx, Result, Value};

/// A class constant; shared by the classes that inherit it.
pub struct ClassConst {
    pub name: Name,
    /// The declaring class (of a trait's constant: the using one).
    pub class: ClassRef,
    pub ty: Option<Type>,
    pub modifiers: Modifiers,
    /// An enum case.
    pub case: bool,
    pub init: ConstInit,
    pub decl: Option<&'static ClassConstDecl>,
    /// Marked by `#[\Deprecated]`.
    deprecated: bool,
    /// Its deprecation is being reported, by code that may read it.
    reporting: Cell<bool>,
    state: Cell<State>,
    value: UnsafeCell<Value>,
}

#[derive(Clone, Copy)]
pub enum ConstInit {
    Const(&'static Const),
    Thunk(&'static Unit, FuncIndex),
    Builtin(BuiltinConst),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Lazy,
    Running,
    Ready,
}

impl ConstInit {
    pub fn new(unit: &'static Unit, init: &'static Initializer) -> ConstInit {
        match init {
            Initializer::Const(value) => ConstInit::Const(value),
            Initializer::Thunk(index) => ConstInit::Thunk(unit, *index),
        }
    }
    /// Runs thunks in the scope of `class`.
    pub fn evaluate(self, cx: &mut Cx, class: Option<ClassRef>) -> Result<Value> {
        match self {
            ConstInit::Const(value) => Ok(units::constant_value(value)),
            ConstInit::Thunk(unit, index) => unit.run_thunk(cx, index, class),
            ConstInit::Builtin(value) => Ok(builtin_value(value)),
        }
    }
    /// The value where no code has to run.
    pub fn known(self) -> Option<Value> {
        match self {
            ConstInit::Const(value) => Some(units::constant_value(value)),
            ConstInit::Thunk(..) => None,
            ConstInit::Builtin(value) => Some(builtin_value(value)),
        }
    }
}

fn is_deprecated(decl: Option<&ClassConstDecl>) -> bool {
    decl.is_some_and(|decl| decl.attributes.iter().any(|attribute| attribute.name.eq_ignore_ascii_case(b"Deprecated")))
}

pub fn builtin_value(value: BuiltinConst) -> Value {
    match value {
        BuiltinConst::Null => Value::NULL,
        BuiltinConst::Bool(value) => Value::bool(value),
        BuiltinConst::Int(value) => Value::int(value),
        BuiltinConst::Float(value) => Value::float(value),
        BuiltinConst::Str(value) => Value::string(value),
    }
}

impl ClassConst {
    pub fn new(
        name: Name,
        class: ClassRef,
        ty: Option<Type>,
        modifiers: Modifiers,
        case: bool,
        init: ConstInit,
        decl: Option<&'static ClassConstDecl>,
    ) -> &'static ClassConst {
        Box::leak(Box::new(ClassConst {
            name,
            class,
            ty,
            modifiers,
            case,
            init,
            decl,
            deprecated: is_deprecated(decl),
            reporting: Cell::new(false),
            state: Cell::new(State::Lazy),
            value: UnsafeCell::new(Value::UNDEF),
        }))
    }

    /// A trait's constant for a class that uses the trait.
    pub fn copy_into(&self, class: ClassRef) -> &'static ClassConst {
        ClassConst::new(self.name, class, self.ty.clone(), self.modifiers, self.case, self.init, self.decl)
    }

    /// The value if it has been computed.
    pub fn ready(&self) -> Option<Value> {
        // SAFETY: the value is written once, before the state becomes Ready.
        (self.state.get() == State::Ready).then(|| unsafe { (*self.value.get()).clone() })
    }

    pub fn is_deprecated(&self) -> bool {
        self.deprecated
    }

    /// Reading it by name: reports that it is deprecated, if it is.
    pub fn check_deprecated(&'static self, cx: &mut Cx) -> Result {
        if !self.deprecated || self.reporting.replace(true) {
            return Ok(());
        }
        let result = crate::calls::deprecation::report_constant(cx, self);
        self.reporting.set(false);
        result
    }

    /// The value, computed if there is none yet, though that may be under way further out.
    pub fn value_anew(&'static self, cx: &mut Cx) -> Result<Value> {
        if let Some(value) = self.ready() {
            return Ok(value);
        }
        let value = self.compute(cx)?;
        Ok(self.keep(value))
    }

    /// The first value that was computed stays.
    fn keep(&self, value: Value) -> Value {
        if let Some(value) = self.ready() {
            return value;
        }
        // SAFETY: nobody has seen the value before the state is Ready.
        unsafe { *self.value.get() = value.clone() };
        if value.raw().tag.is_counted() {
            crate::engine::owners::keep_slot(self.value.get().cast());
        }
        self.state.set(State::Ready);
        value
    }

    /// The value, computed on first use.
    pub fn value(&'static self, cx: &mut Cx) -> Result<Value> {
        if let Some(value) = self.ready() {
            return Ok(value);
        }
        if self.state.get() == State::Running {
            return throw_error(cx, message!("Cannot declare self-referencing constant self::", self.name));
        }
        self.state.set(State::Running);
        let result = self.compute(cx);
        if result.is_err() && self.state.get() == State::Running {
            self.state.set(State::Lazy);
        }
        let value = result?;
        Ok(self.keep(value))
    }

    fn compute(&'static self, cx: &mut Cx) -> Result<Value> {
        if self.case {
            return enums::make_case(cx, self);
        }
        let value = self.init.evaluate(cx, Some(self.class))?;
        if let Some(ty) = &self.ty {
            return match crate::calls::coerce::constant(cx, ty, value, self.class)? {
                Ok(value) => Ok(value),
                Err(value) => throw_type_error(
                    cx,
                    message!(
                        "Cannot assign ", crate::calls::coerce::type_name(&value), " to class constant ", class_name(self.class),
                        "::", self.name, " of type ", ty.text
                    ),
                ),
            };
        }
        Ok(value)
    }

    /// The type's bit of a value known without running code.
    pub fn known_mask(&self) -> Option<TypeMask> {
        self.init.known().map(|value| crate::calls::coerce::mask_of(&value))
    }
}
