//! `array_unique`.

use super::order::{self, Entry};
use super::sort::compare_values;
use super::{SORT_STRING, look::unshared};
use crate::prelude::*;
use std::cmp::Ordering;
use std::collections::HashSet;

pub(crate) static FUNCTIONS: Functions = functions![array_unique];

#[php_function("array_unique(array $array, int $flags = SORT_STRING): array")]
fn array_unique(cx: &mut Cx, array: &Array, flags: i64) -> Result<Array> {
    if array.len() <= 1 {
        return Ok(array.clone());
    }
    if flags == SORT_STRING {
        return by_text(cx, array);
    }
    let mut entries = Entry::list(array);
    order::sort(cx, &mut entries, |cx, left, right| compare_values(cx, &left.plain(), &right.plain(), flags))?;
    let mut dropped = HashSet::new();
    let mut kept = 0;
    for at in 1..entries.len() {
        if compare_values(cx, &entries[kept].plain(), &entries[at].plain(), flags)? != Ordering::Equal {
            kept = at;
        } else if entries[kept].place > entries[at].place {
            dropped.insert(entries[kept].place);
            kept = at;
        } else {
            dropped.insert(entries[at].place);
        }
    }
    let mut result = Array::new();
    for (place, (key, value)) in array.iter_raw().enumerate() {
        if !dropped.contains(&(place as u32)) {
            result.set(key, unshared(&value));
        }
    }
    Ok(result)
}

/// The first of each text.
fn by_text(cx: &mut Cx, array: &Array) -> Result<Array> {
    let mut seen = Array::hash_with_capacity(array.len());
    let mut result = Array::new();
    for (key, value) in array.iter_raw() {
        let plain = value.deref();
        let new = match plain.view() {
            View::Int(int) => {
                let new = seen.find_int(int).is_none();
                seen.set_int(int, Value::TRUE);
                new
            }
            _ => {
                let text = OwnedKey::from(convert::to_str(cx, &plain)?);
                let new = !seen.contains(text.as_key());
                seen.set(text.as_key(), Value::TRUE);
                new
            }
        };
        if new {
            result.set(key, unshared(&value));
        }
    }
    Ok(result)
}
