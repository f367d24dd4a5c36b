//! `preg_match`, `preg_match_all`.

use crate::cache;
use crate::captures::{self, Form};
use crate::pattern::{NO_MATCH, Pattern, note_error};
use crate::scan::{Go, each_match};
use crate::state::*;
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::extension::{OrFalse, value_error};
use phpc_core::{Array, Cx, Key, Result, Str, Value, behaviour, functions};
use phpc_macros::php_function;
use std::rc::Rc;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![preg_match, preg_match_all];

/// Stores into an output parameter, if one was passed.
pub(crate) fn store(cx: &mut Cx, place: &Value, value: Value) -> Result {
    match place.as_reference() {
        Some(cell) => behaviour::assign_reference(cx, cell, value, false).map(drop),
        None => Ok(()),
    }
}

/// The offset to start from; None: behind the end.
fn start_offset(cx: &mut Cx, subject: &Str, offset: i64) -> Result<Option<usize>> {
    if offset == i64::MIN {
        return Err(value_error(cx, 5, format!("must be greater than {}", i64::MIN)));
    }
    let length = subject.len() as i64;
    let start = if offset < 0 { (length + offset).max(0) } else { offset };
    Ok((start <= length).then_some(start as usize))
}

#[php_function("preg_match(string $pattern, string $subject, &$matches = null, int $flags = 0, int $offset = 0): int|false")]
fn preg_match(cx: &mut Cx, pattern: &Str, subject: &Str, matches: &Value, flags: i64, offset: i64) -> Result<OrFalse<i64>> {
    let Some(pattern) = cache::get(cx, pattern)? else { return Ok(OrFalse::NO) };
    let wanted = matches.is_reference();
    let start = start_offset(cx, subject, offset)?;
    if flags & 0xff != 0 {
        store(cx, matches, Array::new().into())?;
        return Err(value_error(cx, 4, "must be a PREG_* constant"));
    }
    let Some(start) = start else {
        store(cx, matches, Array::new().into())?;
        set_last_error(PREG_INTERNAL_ERROR);
        return Ok(OrFalse::NO);
    };
    set_last_error(PREG_NO_ERROR);
    let mut matcher = pattern.matcher();
    let count = matcher.first(subject, start);
    if count < 0 {
        drop(matcher);
        store(cx, matches, Array::new().into())?;
        if count == NO_MATCH {
            return Ok(OrFalse::from(0));
        }
        note_error(count);
        return Ok(OrFalse::NO);
    }
    if wanted {
        let found = captures::all(&matcher, subject, count as usize, Form::of(flags));
        drop(matcher);
        store(cx, matches, found.into())?;
    }
    Ok(OrFalse::from(1))
}

#[php_function("preg_match_all(string $pattern, string $subject, &$matches = null, int $flags = 0, int $offset = 0): int|false")]
fn preg_match_all(cx: &mut Cx, pattern: &Str, subject: &Str, matches: &Value, flags: i64, offset: i64) -> Result<OrFalse<i64>> {
    let Some(pattern) = cache::get(cx, pattern)? else { return Ok(OrFalse::NO) };
    let start = start_offset(cx, subject, offset)?;
    let order = match flags & 0xff {
        0 => PREG_PATTERN_ORDER,
        order @ (PREG_PATTERN_ORDER | PREG_SET_ORDER) => order,
        _ => {
            store(cx, matches, Array::new().into())?;
            return Err(value_error(cx, 4, "must be a PREG_* constant"));
        }
    };
    let Some(start) = start else {
        store(cx, matches, Array::new().into())?;
        set_last_error(PREG_INTERNAL_ERROR);
        return Ok(OrFalse::NO);
    };
    let form = Form::of(flags);
    let mut matched = 0;
    let subject = subject.clone();
    let mut matcher = pattern.matcher();
    let (ok, result) = if !matches.is_reference() {
        let ok = each_match(cx, &mut matcher, &subject, start, &mut |_, _, _| {
            matched += 1;
            Ok(Go::On)
        })?;
        (ok, Array::new())
    } else if order == PREG_SET_ORDER {
        let mut sets = Array::new();
        let ok = each_match(cx, &mut matcher, &subject, start, &mut |_, matcher, count| {
            matched += 1;
            sets.push(captures::all(matcher, &subject, count, form).into());
            Ok(Go::On)
        })?;
        (ok, sets)
    } else {
        let mut columns = Columns { groups: vec![Array::new(); pattern.groups], marks: None };
        let ok = each_match(cx, &mut matcher, &subject, start, &mut |_, matcher, count| {
            for (number, column) in columns.groups.iter_mut().enumerate() {
                let group = if number < count { matcher.group(number) } else { None };
                column.push(form.value(&subject, group));
            }
            if let Some(mark) = matcher.mark() {
                columns.marks.get_or_insert_with(Array::new).set_int(matched, mark.into());
            }
            matched += 1;
            Ok(Go::On)
        })?;
        (ok, columns.finish(&pattern))
    };
    drop(matcher);
    store(cx, matches, result.into())?;
    Ok(if ok { OrFalse::from(matched) } else { OrFalse::NO })
}

/// Matches by group.
struct Columns {
    groups: Vec<Array>,
    marks: Option<Array>,
}

impl Columns {
    fn finish(self, pattern: &Rc<Pattern>) -> Array {
        let mut result = Array::new();
        for (number, column) in self.groups.into_iter().enumerate() {
            if let Some(Some(name)) = pattern.names.get(number) {
                result.set(Key::normalise(name), column.clone().into());
            }
            result.push(column.into());
        }
        if let Some(marks) = self.marks {
            result.set_bytes(b"MARK", marks);
        }
        result
    }
}
