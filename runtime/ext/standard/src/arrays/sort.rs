//! The sort family.

use super::order::{self, Entry};
use super::{Callback, SORT_FLAG_CASE, SORT_NATURAL, SORT_NUMERIC, SORT_REGULAR, SORT_STRING, take_array};
use crate::prelude::*;
use crate::strings::compare::{compare_insensitive, natural};
use phpc_core::operators;
use phpc_core::value::Tag;
use std::cmp::Ordering;

pub(crate) static FUNCTIONS: Functions = functions![
    sort, rsort, asort, arsort, ksort, krsort, usort, uasort, uksort, natsort, natcasesort, array_multisort,
];

/// Compares two plain values as the flags say.
#[inline]
pub(crate) fn compare_values(cx: &mut Cx, left: &Value, right: &Value, flags: i64) -> Result<Ordering> {
    let fold_case = flags & SORT_FLAG_CASE != 0;
    Ok(match flags & !SORT_FLAG_CASE {
        SORT_NUMERIC => {
            let (left, right) = (convert::to_float(cx, left)?, convert::to_float(cx, right)?);
            compare_floats(left, right)
        }
        SORT_STRING | super::SORT_LOCALE_STRING => {
            let (left, right) = (convert::to_str(cx, left)?, convert::to_str(cx, right)?);
            if fold_case { compare_insensitive(&left, &right).cmp(&0) } else { left.cmp(&right) }
        }
        SORT_NATURAL => {
            let (left, right) = (convert::to_str(cx, left)?, convert::to_str(cx, right)?);
            natural(&left, &right, fold_case)
        }
        _ => match (left.view(), right.view()) {
            (View::Int(left), View::Int(right)) => left.cmp(&right),
            (View::Float(left), View::Float(right)) if !left.is_nan() && !right.is_nan() => compare_floats(left, right),
            (View::Str(left), View::Str(right)) => operators::compare_strings(left, right),
            _ => operators::compare(cx, left, right)?,
        },
    })
}

fn compare_floats(left: f64, right: f64) -> Ordering {
    if left > right {
        Ordering::Greater
    } else if left < right {
        Ordering::Less
    } else {
        Ordering::Equal
    }
}

fn compare_keys(cx: &mut Cx, left: &OwnedKey, right: &OwnedKey, flags: i64) -> Result<Ordering> {
    if let (OwnedKey::Int(left), OwnedKey::Int(right), SORT_REGULAR | SORT_NUMERIC) = (left, right, flags & !SORT_FLAG_CASE) {
        return Ok(left.cmp(right));
    }
    compare_values(cx, &left.as_key().to_value(), &right.as_key().to_value(), flags)
}

#[derive(Clone, Copy, PartialEq)]
enum Keys {
    Keep,
    Renumber,
}

fn rebuild(entries: Vec<Entry>, keys: Keys) -> Array {
    let mut array = if keys == Keys::Keep { Array::hash_with_capacity(entries.len()) } else { Array::with_capacity(entries.len()) };
    for entry in entries {
        match keys {
            Keys::Renumber => drop(array.push(entry.value)),
            // Keys of one array: none comes twice.
            Keys::Keep => array.insert(entry.key.as_key(), entry.value),
        }
    }
    array
}

/// Sorts the array in the variable. The variable keeps the old one until it is done.
fn sort_variable(
    cx: &mut Cx,
    cell: &Reference,
    keys: Keys,
    compare: impl FnMut(&mut Cx, &Entry, &Entry) -> Result<Ordering>,
) -> Result {
    let value = cell.get();
    let Some(array) = value.as_array() else { return Ok(()) };
    if array.is_empty() {
        return Ok(());
    }
    let mut entries = Entry::list(array);
    let old = array.clone();
    drop(value);
    let result = order::sort(cx, &mut entries, compare);
    let sorted = rebuild(entries, keys);
    sorted.succeed(&old);
    cell.set(sorted.into());
    result
}

/// As [`sort_variable`] with keys kept, for values all ints or all floats: no comparison of theirs can be watched, and with
/// the place they have one order. True if done.
fn sort_numbers(cell: &Reference, flags: i64, descending: bool) -> bool {
    let value = cell.get();
    let Some(array) = value.as_array().filter(|_| matches!(flags, SORT_REGULAR | SORT_NUMERIC)) else { return false };
    let tag = array.iter_raw().next().map_or(Tag::UNDEF, |(_, value)| value.tag());
    let plain = |value: &Value| value.tag() == tag && !value.as_float().is_some_and(f64::is_nan);
    if !matches!(tag, Tag::INT | Tag::FLOAT) || !array.iter_raw().all(|(_, value)| plain(&value)) {
        return false;
    }
    let mut entries = Entry::list(array);
    entries.sort_unstable_by(|left, right| {
        let ordering = match (left.value.as_int(), right.value.as_int()) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => compare_floats(left.value.as_float().unwrap_or(0.0), right.value.as_float().unwrap_or(0.0)),
        };
        let ordering = if descending { ordering.reverse() } else { ordering };
        ordering.then(left.place.cmp(&right.place))
    });
    let sorted = rebuild(entries, Keys::Keep);
    sorted.succeed(array);
    cell.set(sorted.into());
    true
}

/// Lists of one type that need no comparator: true if done.
fn sort_fast(cell: &Reference, flags: i64, descending: bool) -> bool {
    let array = take_array(cell);
    let sorted = match (flags, array.as_ints(), array.as_floats()) {
        (SORT_REGULAR | SORT_NUMERIC, Some(ints), _) => {
            let mut ints = ints.to_vec();
            ints.sort_unstable();
            if descending {
                ints.reverse();
            }
            Some(Array::from_ints(&ints))
        }
        (SORT_REGULAR | SORT_NUMERIC, _, Some(floats)) if floats.iter().all(|float| !float.is_nan() && *float != 0.0) => {
            let mut floats = floats.to_vec();
            floats.sort_unstable_by(f64::total_cmp);
            if descending {
                floats.reverse();
            }
            Some(Array::from_floats(&floats))
        }
        (SORT_STRING | SORT_REGULAR, ..) if array.values().all(|value| is_plain_text(&value, flags)) => {
            let mut texts: Vec<Str> = array.values().filter_map(|value| value.as_str().cloned()).collect();
            if array.iter_raw().any(|(_, value)| value.is_reference()) {
                None
            } else {
                texts.sort();
                if descending {
                    texts.reverse();
                }
                Some(texts.into_iter().collect())
            }
        }
        _ => None,
    };
    let done = sorted.is_some();
    if let Some(sorted) = &sorted {
        sorted.succeed(&array);
    }
    cell.set(sorted.unwrap_or(array).into());
    done
}

/// A string that compares by its bytes: with SORT_REGULAR one that cannot be a number.
fn is_plain_text(value: &Value, flags: i64) -> bool {
    value.as_str().is_some_and(|text| flags == SORT_STRING || text.first().is_some_and(u8::is_ascii_alphabetic))
}

#[php_function("sort(array &$array, int $flags = SORT_REGULAR): true")]
fn sort(cx: &mut Cx, array: &Reference, flags: i64) -> Result<bool> {
    if !sort_fast(array, flags, false) {
        sort_variable(cx, array, Keys::Renumber, |cx, left, right| compare_values(cx, &left.plain(), &right.plain(), flags))?;
    }
    Ok(true)
}

#[php_function("rsort(array &$array, int $flags = SORT_REGULAR): true")]
fn rsort(cx: &mut Cx, array: &Reference, flags: i64) -> Result<bool> {
    if !sort_fast(array, flags, true) {
        sort_variable(cx, array, Keys::Renumber, |cx, left, right| {
            Ok(compare_values(cx, &left.plain(), &right.plain(), flags)?.reverse())
        })?;
    }
    Ok(true)
}

#[php_function("asort(array &$array, int $flags = SORT_REGULAR): true")]
fn asort(cx: &mut Cx, array: &Reference, flags: i64) -> Result<bool> {
    if !sort_numbers(array, flags, false) {
        sort_variable(cx, array, Keys::Keep, |cx, left, right| compare_values(cx, &left.plain(), &right.plain(), flags))?;
    }
    Ok(true)
}

#[php_function("arsort(array &$array, int $flags = SORT_REGULAR): true")]
fn arsort(cx: &mut Cx, array: &Reference, flags: i64) -> Result<bool> {
    if !sort_numbers(array, flags, true) {
        sort_variable(cx, array, Keys::Keep, |cx, left, right| {
            Ok(compare_values(cx, &left.plain(), &right.plain(), flags)?.reverse())
        })?;
    }
    Ok(true)
}

#[php_function("ksort(array &$array, int $flags = SORT_REGULAR): true")]
fn ksort(cx: &mut Cx, array: &Reference, flags: i64) -> Result<bool> {
    let is_list = array.get().as_array().is_some_and(Array::is_list);
    if !(is_list && matches!(flags, SORT_REGULAR | SORT_NUMERIC)) {
        sort_variable(cx, array, Keys::Keep, |cx, left, right| compare_keys(cx, &left.key, &right.key, flags))?;
    }
    Ok(true)
}

#[php_function("krsort(array &$array, int $flags = SORT_REGULAR): true")]
fn krsort(cx: &mut Cx, array: &Reference, flags: i64) -> Result<bool> {
    sort_variable(cx, array, Keys::Keep, |cx, left, right| Ok(compare_keys(cx, &left.key, &right.key, flags)?.reverse()))?;
    Ok(true)
}

#[php_function("natsort(array &$array): true")]
fn natsort(cx: &mut Cx, array: &Reference) -> Result<bool> {
    sort_variable(cx, array, Keys::Keep, |cx, left, right| compare_values(cx, &left.plain(), &right.plain(), SORT_NATURAL))?;
    Ok(true)
}

#[php_function("natcasesort(array &$array): true")]
fn natcasesort(cx: &mut Cx, array: &Reference) -> Result<bool> {
    sort_variable(cx, array, Keys::Keep, |cx, left, right| {
        compare_values(cx, &left.plain(), &right.plain(), SORT_NATURAL | SORT_FLAG_CASE)
    })?;
    Ok(true)
}

/// A comparator of the program. One that returns bools is asked again with the operands swapped, with a deprecation at the
/// first time.
struct UserOrder {
    callback: Callback,
    warned: bool,
}

impl UserOrder {
    fn new(cx: &mut Cx, callback: &Value) -> Result<UserOrder> {
        Ok(UserOrder { callback: Callback::new(cx, callback)?, warned: false })
    }
    fn compare(&mut self, cx: &mut Cx, left: Value, right: Value) -> Result<Ordering> {
        let result = self.callback.call_with(cx, [left.clone(), right.clone()])?;
        if let Some(int) = result.as_int() {
            return Ok(int.cmp(&0));
        }
        if let Some(answer) = result.as_bool() {
            if !self.warned {
                self.warned = true;
                extension::deprecated(
                    cx,
                    "Returning bool from comparison function is deprecated, return an integer less than, equal to, or greater than zero",
                )?;
            }
            if !answer {
                let swapped = self.callback.call_with(cx, [right, left])?;
                return Ok(convert::to_int(cx, &swapped)?.cmp(&0).reverse());
            }
        }
        Ok(convert::to_int(cx, &result)?.cmp(&0))
    }
}

#[php_function("usort(array &$array, callable $callback): true")]
fn usort(cx: &mut Cx, array: &Reference, callback: &Value) -> Result<bool> {
    let mut user = UserOrder::new(cx, callback)?;
    sort_variable(cx, array, Keys::Renumber, |cx, left, right| user.compare(cx, left.plain(), right.plain()))?;
    Ok(true)
}

#[php_function("uasort(array &$array, callable $callback): true")]
fn uasort(cx: &mut Cx, array: &Reference, callback: &Value) -> Result<bool> {
    let mut user = UserOrder::new(cx, callback)?;
    sort_variable(cx, array, Keys::Keep, |cx, left, right| user.compare(cx, left.plain(), right.plain()))?;
    Ok(true)
}

#[php_function("uksort(array &$array, callable $callback): true")]
fn uksort(cx: &mut Cx, array: &Reference, callback: &Value) -> Result<bool> {
    let mut user = UserOrder::new(cx, callback)?;
    sort_variable(cx, array, Keys::Keep, |cx, left, right| {
        user.compare(cx, left.key.as_key().to_value(), right.key.as_key().to_value())
    })?;
    Ok(true)
}

/// One array of array_multisort with its order.
struct Column {
    argument: usize,
    values: Array,
    descending: bool,
    flags: i64,
}

#[php_function("array_multisort(&?$array, &?...$rest): bool")]
fn array_multisort(cx: &mut Cx, array: &Value, rest: &[Value]) -> Result<bool> {
    let mut columns: Vec<Column> = Vec::new();
    let (mut order_seen, mut flags_seen) = (true, true);
    for (argument, value) in std::iter::once(array).chain(rest).enumerate() {
        let plain = value.deref();
        if let Some(values) = plain.as_array() {
            let mut values = values.clone();
            values.own_references();
            columns.push(Column { argument, values, descending: false, flags: SORT_REGULAR });
            (order_seen, flags_seen) = (false, false);
            continue;
        }
        let Some(flag) = plain.as_int() else {
            return Err(extension::type_error(cx, argument + 1, "must be an array or a sort flag"));
        };
        match flag & !SORT_FLAG_CASE {
            super::SORT_ASC | super::SORT_DESC if !order_seen => {
                order_seen = true;
                columns.last_mut().expect("an array came first").descending = flag == super::SORT_DESC;
            }
            SORT_REGULAR | SORT_NUMERIC | SORT_STRING | SORT_NATURAL | super::SORT_LOCALE_STRING if !flags_seen => {
                flags_seen = true;
                columns.last_mut().expect("an array came first").flags = flag;
            }
            0..=6 => {
                return Err(extension::type_error(cx, argument + 1, "must be an array or a sort flag that has not already been specified"));
            }
            _ => return Err(value_error(cx, argument + 1, "must be a valid sort flag")),
        }
    }
    let length = columns[0].values.len();
    if columns.iter().any(|column| column.values.len() != length) {
        return Err(cx.throw_value_error("Array sizes are inconsistent"));
    }
    if length < 1 {
        return Ok(true);
    }
    let plain: Vec<Vec<Value>> =
        columns.iter().map(|column| column.values.values().map(|value| value.to_value()).collect()).collect();
    let mut rows: Vec<Entry> =
        (0..length).map(|row| Entry { key: OwnedKey::Int(row as i64), value: Value::NULL, place: row as u32 }).collect();
    order::sort(cx, &mut rows, |cx, left, right| {
        for (column, values) in columns.iter().zip(&plain) {
            let (left, right) = (&values[left.place as usize], &values[right.place as usize]);
            let ordering = compare_values(cx, left, right, column.flags)?;
            if ordering != Ordering::Equal {
                return Ok(if column.descending { ordering.reverse() } else { ordering });
            }
        }
        Ok(Ordering::Equal)
    })?;
    for column in &columns {
        let cell = if column.argument == 0 { array } else { &rest[column.argument - 1] };
        let Some(cell) = cell.as_reference() else { continue };
        let old: Vec<(OwnedKey, Value)> =
            column.values.iter_raw().map(|(key, value)| (key.into(), value.to_value())).collect();
        let mut new = Array::with_capacity(length);
        for row in &rows {
            let (key, value) = &old[row.place as usize];
            match key {
                OwnedKey::Int(_) => drop(new.push(value.clone())),
                OwnedKey::Str(key) => new.set_str(key, value.clone()),
            }
        }
        cell.set(new.into());
    }
    Ok(true)
}
