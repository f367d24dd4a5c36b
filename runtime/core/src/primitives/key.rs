//! What offset an operand means: as an array key, as a string offset.

use crate::diagnostics::{deprecated, warning};
use crate::convert::{Number, Prefix};
use crate::{Cx, Key, OwnedKey, Result, Str, Value, View, convert};

/// The way an offset is used, for the wording of errors.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Use {
    Access,
    Isset,
    Unset,
}

/// True if finding out which key the operand means can run user code (a warning's handler).
pub fn is_simple(key: &Value) -> bool {
    match key.view() {
        View::Float(value) => convert::is_integral(value),
        View::Undef | View::Null | View::Bool(_) | View::Int(_) | View::Str(_) => true,
        _ => false,
    }
}

/// The array key for a simple operand; borrows strings.
pub fn simple<'a>(key: &'a Value, empty: &'a Str) -> Key<'a> {
    match key.view() {
        View::Int(value) => Key::Int(value),
        View::Str(text) => Key::normalise(text),
        View::Bool(value) => Key::Int(i64::from(value)),
        View::Float(value) => Key::Int(value as i64),
        _ => Key::Str(empty),
    }
}

/// The array key that an operand means. Deprecations and warnings run the user's handler.
pub fn array_key(cx: &mut Cx, key: &Value, used: Use) -> Result<OwnedKey> {
    match key.view() {
        View::Int(value) => Ok(OwnedKey::Int(value)),
        View::Str(text) => Ok(OwnedKey::from(text.clone())),
        View::Undef | View::Null => Ok(OwnedKey::Str(Str::empty())),
        View::Bool(value) => Ok(OwnedKey::Int(i64::from(value))),
        View::Float(value) => Ok(OwnedKey::Int(float_key(cx, value)?)),
        View::Resource(resource) => {
            let id = resource.id();
            warning(cx, &format!("Resource ID#{id} used as offset, casting to integer ({id})"))?;
            Ok(OwnedKey::Int(id))
        }
        View::Reference(cell) => array_key(cx, &cell.get(), used),
        View::Array(_) | View::Object(_) => Err(illegal_array_offset(cx, key, used)),
    }
}

fn float_key(cx: &mut Cx, value: f64) -> Result<i64> {
    if !convert::is_integral(value) {
        let shown = convert::float_shortest(value);
        deprecated(cx, &format!("Implicit conversion from float {shown} to int loses precision"))?;
    }
    Ok(convert::float_to_int(value))
}

#[cold]
fn illegal_array_offset(cx: &mut Cx, key: &Value, used: Use) -> crate::Thrown {
    let ty = convert::type_name(key);
    cx.throw_type_error(&match used {
        Use::Access => format!("Cannot access offset of type {ty} on array"),
        Use::Isset => format!("Cannot access offset of type {ty} in isset or empty"),
        Use::Unset => format!("Cannot unset offset of type {ty} on array"),
    })
}

enum LeadingInt {
    Whole(i64),
    Prefix(i64),
    None,
}

fn leading_int(text: &Str) -> LeadingInt {
    match convert::parse_prefix(text) {
        Some(Prefix { number: Number::Int(value), whole: true }) => LeadingInt::Whole(value),
        Some(Prefix { number: Number::Int(value), whole: false }) => LeadingInt::Prefix(value),
        _ => LeadingInt::None,
    }
}

/// A string offset for reading or writing. `quiet`: of `??`, where a string that is no number is simply absent.
pub fn string_offset(cx: &mut Cx, key: &Value, quiet: bool) -> Result<Option<i64>> {
    match key.view() {
        View::Int(value) => Ok(Some(value)),
        View::Str(text) => match leading_int(text) {
            LeadingInt::Whole(value) => Ok(Some(value)),
            LeadingInt::Prefix(value) => {
                warning(cx, &format!("Illegal string offset \"{text}\""))?;
                Ok(Some(value))
            }
            LeadingInt::None if quiet => Ok(None),
            LeadingInt::None => {
                Err(cx.throw_type_error("Cannot access offset of type string on string"))
            }
        },
        View::Undef | View::Null | View::Bool(_) | View::Float(_) => {
            if !quiet {
                warning(cx, "String offset cast occurred")?;
            }
            Ok(Some(match key.view() {
                View::Bool(value) => i64::from(value),
                View::Float(value) => convert::float_to_int(value),
                _ => 0,
            }))
        }
        View::Reference(cell) => string_offset(cx, &cell.get(), quiet),
        _ => {
            let ty = convert::type_name(key);
            Err(cx.throw_type_error(&format!("Cannot access offset of type {ty} on string")))
        }
    }
}

/// The offset that isset() and empty() look at: ints, numeric strings that are whole, and scalars.
pub fn isset_offset(cx: &mut Cx, key: &Value) -> Result<Option<i64>> {
    Ok(match key.view() {
        View::Int(value) => Some(value),
        View::Undef | View::Null => Some(0),
        View::Bool(value) => Some(i64::from(value)),
        View::Float(value) => Some(float_key(cx, value)?),
        View::Str(text) => match leading_int(text) {
            LeadingInt::Whole(value) => Some(value),
            _ => None,
        },
        View::Reference(cell) => return isset_offset(cx, &cell.get()),
        _ => None,
    })
}

/// The byte at an offset, negative ones counting from the end.
pub fn byte_at(text: &Str, offset: i64) -> Option<u8> {
    let length = text.len() as i64;
    let at = if offset < 0 { offset + length } else { offset };
    (0..length).contains(&at).then(|| text.as_bytes()[at as usize])
}
