//! Values against declared types: what is accepted, what is converted, in PHP's order.

use phpc_abi::decl::TypeMask;
use phpc_abi::value::Tag;

use crate::classes::table::class_table;
use crate::classes::types::Type;
use crate::classes::{ClassRef, display};
use crate::convert::{self, Number};
use crate::{Cx, Result, Value, View, pending};

/// Who converts: the differences between parameters of PHP functions and of builtins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mode {
    /// The code that passes or returns has `strict_types=1`.
    pub strict: bool,
    /// NULL for a scalar parameter of a builtin converts, with a deprecation by the caller.
    pub null_to_scalar: bool,
}

impl Mode {
    pub const WEAK: Mode = Mode { strict: false, null_to_scalar: false };
    pub const fn user(strict: bool) -> Mode {
        Mode { strict, null_to_scalar: false }
    }
}

/// The bits of all plain values with a tag; BOOL where the payload has a say, so that a type that contains them admits the
/// value whatever it is.
#[inline]
pub fn mask_of_tag(tag: Tag) -> TypeMask {
    const BY_TAG: [u32; 16] = {
        let mut table = [TypeMask::BOOL.0; 16];
        table[Tag::UNDEF.0 as usize] = TypeMask::NULL.0;
        table[Tag::NULL.0 as usize] = TypeMask::NULL.0;
        table[Tag::INT.0 as usize] = TypeMask::INT.0;
        table[Tag::FLOAT.0 as usize] = TypeMask::FLOAT.0;
        table[Tag::STRING.0 as usize] = TypeMask::STRING.0;
        table[Tag::ARRAY.0 as usize] = TypeMask::ARRAY.0;
        table[Tag::OBJECT.0 as usize] = TypeMask::OBJECT.0;
        table[Tag::RESOURCE.0 as usize] = TypeMask::RESOURCE.0;
        table
    };
    TypeMask(BY_TAG[tag.0 as usize & 15])
}

/// The type's bit of a value.
#[inline]
pub fn mask_of(value: &Value) -> TypeMask {
    match value.view() {
        View::Bool(true) => TypeMask::TRUE,
        View::Bool(false) => TypeMask::FALSE,
        View::Reference(cell) => mask_of(&cell.get()),
        _ => mask_of_tag(value.tag()),
    }
}

/// The type's name as "… given" prints it: class names for objects.
pub fn type_name(value: &Value) -> Vec<u8> {
    match value.view() {
        View::Undef | View::Null => b"null".to_vec(),
        View::Bool(value) => if value { b"true".to_vec() } else { b"false".to_vec() },
        View::Int(_) => b"int".to_vec(),
        View::Float(_) => b"float".to_vec(),
        View::Str(_) => b"string".to_vec(),
        View::Array(_) => b"array".to_vec(),
        View::Object(object) => display::class_name(object.class_ref()).to_vec(),
        View::Resource(resource) => if resource.is_open() { b"resource".to_vec() } else { b"resource (closed)".to_vec() },
        View::Reference(cell) => type_name(&cell.get()),
    }
}

/// Like [`type_name`], with `bool` for both truth values (`zend_get_type_by_const`).
pub fn plain_type_name(value: &Value) -> Vec<u8> {
    match value.view() {
        View::Bool(_) => b"bool".to_vec(),
        _ => type_name(value),
    }
}

/// Accepts the value, converted if need be; `Err(value)`: it does not fit. `called` is what `static` means. The value is
/// plain (no reference).
#[inline]
pub fn coerce(
    cx: &mut Cx,
    ty: &Type,
    value: Value,
    called: Option<ClassRef>,
    mode: Mode,
) -> Result<std::result::Result<Value, Value>> {
    if ty.mask.0 & mask_of(&value).0 != 0 {
        return Ok(Ok(value));
    }
    coerce_slow(cx, ty, value, called, mode)
}

#[cold]
fn coerce_slow(
    cx: &mut Cx,
    ty: &Type,
    value: Value,
    called: Option<ClassRef>,
    mode: Mode,
) -> Result<std::result::Result<Value, Value>> {
    if let Some(object) = value.as_object()
        && ty.accepts_class(class_table(), object.class_ref(), called)
    {
        return Ok(Ok(value));
    }
    if ty.mask.contains(TypeMask::CALLABLE) && super::callable::is_callable(cx, &value)? {
        return Ok(Ok(value));
    }
    convert_scalar(cx, ty.mask, value, mode)
}

/// The scalar conversions of parameters, properties and return values.
pub fn convert_scalar(cx: &mut Cx, mask: TypeMask, value: Value, mode: Mode) -> Result<std::result::Result<Value, Value>> {
    if mode.strict {
        return Ok(match value.as_int() {
            Some(number) if mask.contains(TypeMask::FLOAT) => Ok(Value::float(number as f64)),
            _ => Err(value),
        });
    }
    if value.is_null() && !mode.null_to_scalar {
        return Ok(Err(value));
    }
    if mask.contains(TypeMask::INT) {
        if mask.contains(TypeMask::FLOAT) && value.as_str().is_some() {
            if let Some(number) = value.as_str().and_then(|text| convert::parse_numeric(text)) {
                return Ok(Ok(number.into()));
            }
        } else if let Some(number) = to_int(cx, &value)? {
            return Ok(Ok(Value::int(number)));
        }
    }
    if mask.contains(TypeMask::FLOAT)
        && let Some(number) = to_float(&value)
    {
        return Ok(Ok(Value::float(number)));
    }
    if mask.contains(TypeMask::STRING) {
        match value.view() {
            View::Undef | View::Null | View::Bool(_) | View::Int(_) | View::Float(_) => {
                return Ok(Ok(convert::to_str(cx, &value)?.into()));
            }
            View::Object(object) if object.class_ref().magic.to_string.is_some() => {
                return Ok(Ok(convert::to_str(cx, &value)?.into()));
            }
            _ => {}
        }
    }
    if mask.contains(TypeMask::BOOL) && mask_of(&value).0 <= TypeMask::STRING.0 {
        return Ok(Ok(Value::bool(convert::to_bool(&value))));
    }
    Ok(Err(value))
}

fn to_int(cx: &mut Cx, value: &Value) -> Result<Option<i64>> {
    let float = match value.view() {
        View::Undef | View::Null => return Ok(Some(0)),
        View::Bool(value) => return Ok(Some(i64::from(value))),
        View::Int(value) => return Ok(Some(value)),
        View::Float(value) => value,
        View::Str(text) => match convert::parse_numeric(text) {
            Some(Number::Int(number)) => return Ok(Some(number)),
            Some(Number::Float(number)) => number,
            None => return Ok(None),
        },
        _ => return Ok(None),
    };
    if !(-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&float) {
        return Ok(None);
    }
    let number = float as i64;
    if number as f64 != float {
        let text = match value.as_str() {
            Some(text) => crate::message!("Implicit conversion from float-string \"", &**text, "\" to int loses precision"),
            None => crate::message!(
                "Implicit conversion from float ", convert::float_repr(float), " to int loses precision"
            ),
        };
        crate::diagnostics::deprecated(cx, &text)?;
        pending::check()?;
    }
    Ok(Some(number))
}

fn to_float(value: &Value) -> Option<f64> {
    match value.view() {
        View::Undef | View::Null => Some(0.0),
        View::Bool(value) => Some(f64::from(u8::from(value))),
        View::Int(value) => Some(value as f64),
        View::Float(value) => Some(value),
        View::Str(text) => {
            Some(convert::parse_numeric(text)?.to_float())
        }
        _ => None,
    }
}

/// A class constant's value: exact, but ints widen to floats.
pub fn constant(cx: &mut Cx, ty: &Type, value: Value, class: ClassRef) -> Result<std::result::Result<Value, Value>> {
    coerce(cx, ty, value, Some(class), Mode::user(true))
}
