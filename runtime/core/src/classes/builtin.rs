//! How builtin functions and classes are described: by the line of PHP that declares them and the Rust function that does
//! the work. The macros of runtime/macros produce these descriptors; a few are written by hand.

use std::any::Any;
use std::cell::RefCell;

use phpc_abi::effects::Effects;

use super::ClassRef;
use crate::calls::native::Call;
use crate::cx::Cx;
use crate::pending::Result;
use crate::array::Array;
use crate::behaviour::walk::Walk;
use crate::object::Object;
use crate::value::Value;

/// What a builtin's dynamic form looks like: arguments are taken from `call`, coerced as asked.
pub type NativeFn = fn(&mut Cx, &mut Call) -> Result<Value>;

/// A builtin function, or a method of a builtin class.
pub struct BuiltinFunction {
    /// `"strpos(string $haystack, string $needle, int $offset = 0): int|false"`; methods with their modifiers.
    pub signature: &'static str,
    pub call: NativeFn,
    pub effects: Effects,
    /// The direct form that emitted code may call, if there is one: its linker symbol and address.
    pub direct: Option<Direct>,
    pub deprecated: Option<&'static str>,
}

#[derive(Clone, Copy)]
pub struct Direct {
    pub symbol: &'static str,
    pub address: unsafe extern "C" fn(),
}

impl BuiltinFunction {
    pub const fn new(signature: &'static str, call: NativeFn) -> BuiltinFunction {
        BuiltinFunction { signature, call, effects: Effects::ANY, direct: None, deprecated: None }
    }
}

/// A constant of a builtin class, or a global one.
#[derive(Clone, Copy, Debug)]
pub enum BuiltinConst {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(&'static str),
}

/// A builtin class, interface or enum.
pub struct BuiltinClass {
    /// The head of its declaration: `"final class Closure"`, `"interface Iterator extends Traversable"`, `"class
    /// ErrorException extends Exception"`, `"abstract class A implements B, C"`, `"enum E: string implements I"`.
    pub declaration: &'static str,
    /// `("NAME", value)`; for an enum its cases (value NULL for pure ones).
    pub constants: &'static [(&'static str, BuiltinConst)],
    /// `"protected string $message = \"\""`
    pub properties: &'static [&'static str],
    pub methods: &'static [BuiltinFunction],
    pub handlers: Handlers,
    /// Names of attributes with behaviour in linking: `Attribute`, `AllowDynamicProperties`, `ReturnTypeWillChange`.
    pub attributes: &'static [&'static str],
}

impl BuiltinClass {
    pub const fn new(declaration: &'static str) -> BuiltinClass {
        BuiltinClass {
            declaration,
            constants: &[],
            properties: &[],
            methods: &[],
            handlers: Handlers::NONE,
            attributes: &[],
        }
    }
}

/// Native state of an object: what `create` returns lives in the object's hidden slot until the object is freed. State uses
/// cells inside, because objects are shared.
pub trait NativeState: Any {
    fn as_any(&self) -> &dyn Any;
    /// The values it owns, for the cycle collector.
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        let _ = visit;
    }
    /// The list that `$object[int]` means, sealed ([`Array::seal`]) and this state's alone.
    fn elements(&self) -> Option<&RefCell<Array>> {
        None
    }
    /// The collector found the object in garbage: gives up the values it owns.
    fn clear(&self) {}
    /// State of a clone; None: such objects cannot be cloned.
    fn clone_state(&self, cx: &mut Cx) -> Option<Box<dyn NativeState>> {
        let _ = cx;
        None
    }
    /// The same where the original object matters.
    fn clone_object(&self, cx: &mut Cx, original: &Object) -> Option<Box<dyn NativeState>> {
        let _ = original;
        self.clone_state(cx)
    }
    /// The object is freed (its destructor has run).
    fn free(&self, cx: &mut Cx) {
        let _ = cx;
    }
}

/// What a builtin class does otherwise than ordinary objects. Subclasses inherit each handler.
#[derive(Clone, Copy)]
pub struct Handlers {
    pub create: Option<fn(&mut Cx, ClassRef) -> Box<dyn NativeState>>,
    /// Runs on each new object, before its constructor.
    pub initialise: Option<fn(&mut Cx, &Object)>,
    /// None with native state that does not clone: "Trying to clone an uncloneable object of class X".
    pub uncloneable: bool,
    /// `new X` from PHP is an Error with this text.
    pub not_instantiable: Option<&'static str>,
    pub not_serializable: bool,
    /// Runs before properties are used (makes them up from native state).
    pub prepare_properties: Option<fn(&mut Cx, &Object)>,
    /// Stands for all properties in `(array)`, `var_export`, JSON and comparisons, names mangled; None: the ordinary ones.
    pub properties: Option<fn(&Object) -> Option<Array>>,
    pub read_property: Option<fn(&mut Cx, &Object, &[u8]) -> Result<Option<Value>>>,
    pub write_property: Option<fn(&mut Cx, &Object, &[u8], &Value) -> Result<bool>>,
    pub has_property: Option<fn(&mut Cx, &Object, &[u8]) -> Result<Option<bool>>>,
    pub unset_property: Option<fn(&mut Cx, &Object, &[u8]) -> Result<bool>>,
    /// `$o[key]` without ArrayAccess's methods; key None: `$o[]`.
    pub read_dimension: Option<fn(&mut Cx, &Object, Option<&Value>) -> Result<Value>>,
    /// The element for a nested write or a reference: a reference if it can be had.
    pub dimension_reference: Option<fn(&mut Cx, &Object, Option<&Value>) -> Result<Value>>,
    /// The same for what `read_property` gives.
    pub property_reference: Option<fn(&mut Cx, &Object, &[u8]) -> Result<Option<Value>>>,
    pub write_dimension: Option<fn(&mut Cx, &Object, Option<&Value>, &Value) -> Result<()>>,
    /// The flag: as `empty` asks.
    pub has_dimension: Option<fn(&mut Cx, &Object, &Value, bool) -> Result<bool>>,
    /// The state has [`NativeState::elements`]; the handlers above do what these say where no method is overridden.
    pub elements: bool,
    pub unset_dimension: Option<fn(&mut Cx, &Object, &Value) -> Result<()>>,
    pub count: Option<fn(&mut Cx, &Object) -> Result<i64>>,
    /// `foreach` without calling methods; None: methods are called after all.
    pub walk: Option<fn(&mut Cx, &Object) -> Result<Option<Box<dyn Walk>>>>,
    /// The current element as a reference, for `foreach` by reference over iterators that have it.
    pub current_reference: Option<fn(&mut Cx, &Object) -> Result<Value>>,
    /// `==`, `<=>` of two objects of the class; None: not comparable this way, properties decide.
    pub compare: Option<fn(&mut Cx, &Object, &Object) -> Result<Option<i64>>>,
    /// `(array)`, dumps: properties to show instead of the declared ones, with mangled names.
    pub debug_properties: Option<fn(&mut Cx, &Object) -> Result<Vec<(Vec<u8>, Value)>>>,
    /// `(bool)`, `(int)`, `(float)`, `(string)` by tag.
    pub cast: Option<fn(&mut Cx, &Object, Cast) -> Result<Option<Value>>>,
    /// A class may refuse to be extended or an interface to be implemented by PHP classes.
    pub implement: Option<fn(ClassRef, ClassRef) -> std::result::Result<(), String>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cast {
    Bool,
    Int,
    Float,
    String,
    /// Operand of arithmetic.
    Number,
}

impl Handlers {
    pub const NONE: Handlers = Handlers {
        create: None,
        initialise: None,
        uncloneable: false,
        not_instantiable: None,
        not_serializable: false,
        prepare_properties: None,
        properties: None,
        read_property: None,
        write_property: None,
        has_property: None,
        unset_property: None,
        read_dimension: None,
        dimension_reference: None,
        property_reference: None,
        write_dimension: None,
        has_dimension: None,
        elements: false,
        unset_dimension: None,
        count: None,
        walk: None,
        current_reference: None,
        compare: None,
        debug_properties: None,
        cast: None,
        implement: None,
    };

    /// Fills what is not set from the parent class.
    pub(crate) fn inherit(&mut self, parent: &Handlers) {
        macro_rules! take {
            ($($field:ident),*) => { $(if self.$field.is_none() { self.$field = parent.$field; })* };
        }
        take!(
            create, initialise, not_instantiable, prepare_properties, properties, read_property, write_property, has_property, unset_property,
            read_dimension, dimension_reference, property_reference, write_dimension, has_dimension, unset_dimension, count, walk, current_reference, compare, debug_properties, cast
        );
        self.elements |= parent.elements;
        self.uncloneable |= parent.uncloneable;
        self.not_serializable |= parent.not_serializable;
    }
}
