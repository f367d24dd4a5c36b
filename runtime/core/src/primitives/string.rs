//! Strings: concatenation, comparison, offsets, switches.

use super::words::{Pointer, Slot};
use crate::{Cx, Result, Str, Value, View, convert, diagnostics, operators};

pub fn concat(left: &Str, right: &Str) -> Str {
    Str::join(left, right)
}

pub fn concat_roomy(left: &Value, right: &Value) -> Result<Str> {
    if let (View::Str(left), View::Str(right)) = (left.view(), right.view()) {
        return Ok(Str::join_with_room(left, right, ROOM));
    }
    let cx = &mut Cx::enter();
    let joined = operators::concat(cx, left, right)?;
    convert::to_str(cx, &joined)
}

/// Bytes left for what will be appended.
const ROOM: usize = 40;

/// In place when `left` is unique.
pub fn append(mut left: Str, right: &Str) -> Str {
    left.push_str(right);
    left
}

pub fn append_int(mut left: Str, right: i64) -> Str {
    convert::append_int(&mut left, right);
    left
}

pub fn append_value(mut left: Str, right: &Value) -> Result<Str> {
    match right.view() {
        View::Str(right) => left.push_str(right),
        View::Int(right) => convert::append_int(&mut left, right),
        _ => {
            let cx = &mut Cx::enter();
            let joined = operators::concat(cx, &left.into(), right)?;
            return convert::to_str(cx, &joined);
        }
    }
    Ok(left)
}

/// Concatenates values, converted in order, with one allocation for the result.
pub fn concat_many(parts: Slot, count: i64) -> Result<Str> {
    // SAFETY: emitted code owns the area and leaves it alone.
    let parts: &[Value] = unsafe { parts.slice(count as usize) };
    if let Some(length) = plain_length(parts) {
        return Ok(concat_plain(parts, length));
    }
    let cx = &mut Cx::enter();
    let mut strings = Vec::with_capacity(parts.len());
    for part in parts {
        strings.push(match part.view() {
            View::Str(text) => text.clone(),
            _ => convert::to_str(cx, part)?,
        });
    }
    let bytes: Vec<&[u8]> = strings.iter().map(|text| text.as_bytes()).collect();
    Ok(Str::concat(&bytes))
}

/// The bytes of all parts if these are strings and ints.
fn plain_length(parts: &[Value]) -> Option<usize> {
    let mut length = 0;
    for part in parts {
        length += match part.view() {
            View::Str(text) => text.len(),
            View::Int(number) => convert::int_length(number),
            _ => return None,
        };
    }
    Some(length)
}

fn concat_plain(parts: &[Value], length: usize) -> Str {
    if length < 2 {
        let text = parts.iter().find(|part| part.as_str().is_none_or(|text| !text.is_empty()));
        return text.map_or_else(Str::empty, |part| part.as_str().cloned().unwrap_or_else(|| convert::int_to_str(part.as_int().unwrap_or(0))));
    }
    let mut result = Str::with_capacity(length);
    for part in parts {
        match part.view() {
            View::Str(text) => result.push(text),
            View::Int(number) => convert::append_int(&mut result, number),
            _ => {}
        }
    }
    result
}

pub fn equal(left: &Str, right: &Str) -> bool {
    left == right
}

pub fn loose_equal(left: &Str, right: &Str) -> bool {
    operators::strings_equal_loosely(left, right)
}

pub fn compare(left: &Str, right: &Str) -> i64 {
    operators::compare_strings(left, right) as i64
}

pub fn truth(text: &Str) -> bool {
    !matches!(text.as_bytes(), [] | [b'0'])
}

pub fn offset(text: &Str, offset: i64) -> Result<Str> {
    match super::key::byte_at(text, offset) {
        Some(byte) => Ok(Str::byte(byte)),
        None => {
            diagnostics::warning(&mut Cx::enter(), &format!("Uninitialized string offset {offset}"))?;
            Ok(Str::empty())
        }
    }
}

/// `table`: a count, then as many string constants (`*StrHeader`) in the order of the cases.
pub fn switch_case(text: &Str, table: Pointer) -> i64 {
    let words = table.cast::<u64>();
    // SAFETY: emitted code lays out the table so, of live string literals.
    unsafe {
        for number in 0..*words {
            let case = std::mem::ManuallyDrop::new(Str::from_ptr(*words.add(1 + number as usize) as *mut _));
            if *case == *text {
                return number as i64;
            }
        }
    }
    -1
}
