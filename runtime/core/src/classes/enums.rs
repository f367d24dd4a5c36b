//! Enums: their properties, methods, and cases as lazily created objects.

use phpc_abi::decl::{Modifiers, TypeDecl, TypeMask};
use phpc_abi::signature;

use super::display::class_name;
use super::link::{LinkError, Linker, new_property};
use super::types::{Type, TypeScope};
use super::{Class, ClassConst, ClassRef, Property, PropertyDefault};
use crate::calls::func::{Body, Func, FuncParts};
use crate::calls::native::{Call, native_entry};
use crate::classes::builtin::NativeFn;
use crate::exceptions::{throw_error, throw_type_error, throw_value_error};
use crate::message;
use crate::names::Name;
use crate::{Array, Cx, Result, Value};

impl Linker<'_> {
    /// `name`, and `value` of backed ones: public, readonly.
    pub(super) fn enum_properties(&mut self, backing: Option<&'static TypeDecl>) {
        let string: &'static TypeDecl = Box::leak(Box::new(signature::parse_type("string").expect("a type")));
        let scope = TypeScope::of(Some(self.class));
        for (name, ty) in [(&b"name"[..], Some(string)), (b"value", backing)] {
            let Some(ty) = ty else { continue };
            let modifiers = Modifiers::PUBLIC.union(Modifiers::READONLY);
            let ty = Type::new(ty, scope);
            let property = new_property(Name::new(name), self.class, modifiers, Some(ty), PropertyDefault::Uninitialised, None);
            self.properties.insert(property.name.bytes(), property);
        }
    }

    pub(super) fn enum_methods(&mut self, backed: bool) -> std::result::Result<(), LinkError> {
        const PURE: &[(&str, NativeFn)] = &[("public static cases(): array", cases)];
        const BACKED: &[(&str, NativeFn)] =
            &[("public static from(int|string $value): static", from), ("public static tryFrom(int|string $value): ?static", try_from)];
        for &(text, native) in PURE.iter().chain(if backed { BACKED } else { &[] }) {
            let func = native_method(self.class, text, native);
            self.methods.insert(func.name.lower(), func);
        }
        Ok(())
    }

    pub(super) fn check_enum(&self) -> std::result::Result<(), LinkError> {
        const FORBIDDEN: &[&str] = &[
            "__construct", "__destruct", "__clone", "__get", "__set", "__unset", "__isset", "__toString", "__debugInfo",
            "__serialize", "__unserialize", "__sleep", "__wakeup", "__set_state",
        ];
        let name = class_name(self.class);
        let allowed = |property: &&Property| property.decl.is_none() && matches!(property.name.bytes(), b"name" | b"value");
        if !self.properties.values().all(|property| allowed(property)) {
            return self.fatal(message!("Enum ", name, " cannot include properties"));
        }
        if let Some(method) = FORBIDDEN.iter().find(|method| self.methods.contains(method.to_ascii_lowercase().as_bytes())) {
            return self.fatal(message!("Enum ", name, " cannot include magic method ", method));
        }
        let serializable = self.class.lineage().interfaces.iter().any(|interface| interface.name.lower() == b"serializable");
        if serializable {
            return self.fatal(message!("Enum ", name, " cannot implement the Serializable interface"));
        }
        Ok(())
    }
}

/// A method that the runtime makes up for a class.
pub fn native_method(class: ClassRef, text: &str, native: NativeFn) -> &'static Func {
    let decl = Box::leak(Box::new(signature::parse_function(text).unwrap_or_else(|error| panic!("{error}"))));
    Func::new(FuncParts {
        name: Name::new(&decl.name),
        decl,
        class: Some(class),
        declared_in: Some(class),
        modifiers: decl.modifiers,
        body: Body::Native(native),
        entry: native_entry,
    })
}

/// The type of a backed enum's values.
pub fn backing_type(class: &Class) -> Option<TypeMask> {
    class.properties.get(b"value").and_then(|property| property.ty.as_ref()).map(|ty| ty.mask)
}

/// Creates the object of a case (the constant remembers it).
pub fn make_case(cx: &mut Cx, case: &'static ClassConst) -> Result<Value> {
    let class = case.class;
    let value = match backing_type(class) {
        Some(mask) => {
            let value = case.init.evaluate(cx, Some(class))?;
            if !mask.contains(crate::calls::coerce::mask_of(&value)) {
                let wanted = if mask.contains(TypeMask::INT) { "int" } else { "string" };
                let given = crate::calls::coerce::type_name(&value);
                return throw_type_error(cx, message!("Enum case value of type ", given, " does not match enum backing type ", wanted));
            }
            Some(value)
        }
        None => None,
    };
    let object = crate::behaviour::create::instance(cx, class)?;
    object.set_slot(0, Value::string(case.name));
    if let Some(value) = value {
        object.set_slot(1, value);
    }
    Ok(object.into())
}

fn class_of(call: &Call) -> ClassRef {
    call.func.class.expect("enum methods have a class")
}

fn all_cases(class: ClassRef) -> impl Iterator<Item = &'static ClassConst> {
    class.constants.values().copied().filter(|constant| constant.case)
}

fn cases(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let mut list = Array::new();
    for case in all_cases(class_of(call)) {
        list.push(case.value(cx)?);
    }
    Ok(list.into())
}

/// The case with this backing value. Evaluates all cases first, as PHP builds its table, and reports duplicates.
pub fn case_by_value(cx: &mut Cx, class: ClassRef, wanted: &Value) -> Result<Option<Value>> {
    let mut found = None;
    let mut seen: Vec<(&'static ClassConst, Value)> = Vec::new();
    for case in all_cases(class) {
        let object = case.value(cx)?;
        let value = object.as_object().expect("cases are objects").slot(1);
        if class.initialised.get() != super::Initialisation::Done {
            if let Some((first, _)) = seen.iter().find(|(_, other)| same_backing(other, &value)) {
                let text = message!("Duplicate value in enum ", class.name, " for cases ", first.name, " and ", case.name);
                return throw_error(cx, text);
            }
            seen.push((case, value.clone()));
        }
        if found.is_none() && same_backing(&value, wanted) {
            found = Some(object);
            if class.initialised.get() == super::Initialisation::Done {
                break;
            }
        }
    }
    class.initialised.set(super::Initialisation::Done);
    Ok(found)
}

fn same_backing(left: &Value, right: &Value) -> bool {
    match (left.as_int(), right.as_int()) {
        (Some(left), Some(right)) => left == right,
        _ => matches!((left.as_str(), right.as_str()), (Some(left), Some(right)) if **left == **right),
    }
}

fn lookup(cx: &mut Cx, call: &mut Call) -> Result<(Value, Option<Value>)> {
    let class = class_of(call);
    let value = match backing_type(class) {
        Some(mask) if mask.contains(TypeMask::INT) => Value::int(call.int(cx, 0)?),
        _ => call.string(cx, 0)?.into(),
    };
    let found = case_by_value(cx, class, &value)?;
    Ok((value, found))
}

fn from(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let class = class_of(call);
    let (value, found) = lookup(cx, call)?;
    if let Some(case) = found {
        return Ok(case);
    }
    let printed = match (value.as_int(), value.as_str()) {
        (Some(number), _) => number.to_string().into_bytes(),
        (_, Some(text)) => message!("\"", &**text, "\""),
        _ => Vec::new(),
    };
    throw_value_error(cx, message!(printed, " is not a valid backing value for enum ", class.name))
}

fn try_from(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok(lookup(cx, call)?.1.unwrap_or(Value::NULL))
}
