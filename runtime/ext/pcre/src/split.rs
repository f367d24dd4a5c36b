//! `preg_split`, `preg_grep`, `preg_quote`.

use crate::cache;
use crate::captures::Form;
use crate::pattern::{NO_MATCH, note_error};
use crate::scan::{Go, each_match};
use crate::state::*;
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::extension::OrFalse;
use phpc_core::{Array, Cx, Result, Str, convert, functions};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![preg_split, preg_grep, preg_quote];

#[php_function("preg_split(string $pattern, string $subject, int $limit = -1, int $flags = 0): array|false")]
fn preg_split(cx: &mut Cx, pattern: &Str, subject: &Str, limit: i64, flags: i64) -> Result<OrFalse<Array>> {
    let Some(pattern) = cache::get(cx, pattern)? else { return Ok(OrFalse::NO) };
    let no_empty = flags & PREG_SPLIT_NO_EMPTY != 0;
    let delimiters = flags & PREG_SPLIT_DELIM_CAPTURE != 0;
    let form = Form { offsets: flags & PREG_SPLIT_OFFSET_CAPTURE != 0, unmatched_as_null: false };
    let mut left = if limit == 0 { -1 } else { limit };
    let mut pieces = Array::new();
    let mut last = 0;
    set_last_error(PREG_NO_ERROR);
    if left == -1 || left > 1 {
        let subject = subject.clone();
        let mut matcher = pattern.matcher();
        let ok = each_match(cx, &mut matcher, &subject, 0, &mut |_, matcher, count| {
            let Some((from, to)) = matcher.group(0) else { return Ok(Go::Stop) };
            if !no_empty || from != last {
                pieces.push(form.value(&subject, Some((last, from.max(last)))));
                if left != -1 {
                    left -= 1;
                }
            }
            if delimiters {
                for number in 1..count {
                    let group = matcher.group(number);
                    let is_empty = group.is_none_or(|(from, to)| from == to);
                    if !no_empty || !is_empty {
                        pieces.push(form.value(&subject, group));
                    }
                }
            }
            last = to;
            Ok(if left != -1 && left <= 1 { Go::Stop } else { Go::On })
        })?;
        if !ok {
            return Ok(OrFalse::NO);
        }
    }
    if !no_empty || last < subject.len() {
        if last == 0 && !form.offsets {
            pieces.push(subject.clone().into());
        } else {
            pieces.push(form.value(subject, Some((last, subject.len()))));
        }
    }
    Ok(OrFalse::from(pieces))
}

#[php_function("preg_grep(string $pattern, array $array, int $flags = 0): array|false")]
fn preg_grep(cx: &mut Cx, pattern: &Str, array: &Array, flags: i64) -> Result<OrFalse<Array>> {
    let Some(pattern) = cache::get(cx, pattern)? else { return Ok(OrFalse::NO) };
    let invert = flags & PREG_GREP_INVERT != 0;
    let array = array.clone();
    let mut found = Array::new();
    set_last_error(PREG_NO_ERROR);
    let mut matcher = pattern.matcher();
    for (key, value) in array.iter_raw() {
        let subject = convert::to_str(cx, &value)?;
        let count = matcher.first(&subject, 0);
        if count < 0 && count != NO_MATCH {
            note_error(count);
            break;
        }
        if (count >= 0) != invert {
            found.set(key, value.to_value());
        }
    }
    Ok(OrFalse::from(found))
}

#[php_function("preg_quote(string $str, ?string $delimiter = null): string")]
fn preg_quote(str: &Str, delimiter: Option<&Str>) -> Str {
    let delimiter = delimiter.map(|delimiter| delimiter.first().copied().unwrap_or(0));
    let special = |byte: u8| br".\+*?[^]$(){}=!><|:-#".contains(&byte) || byte != 0 && Some(byte) == delimiter;
    let extra: usize = str.iter().map(|&byte| if byte == 0 { 3 } else { usize::from(special(byte)) }).sum();
    if extra == 0 {
        return str.clone();
    }
    let mut out = Str::with_capacity(str.len() + extra);
    for &byte in str.iter() {
        if byte == 0 {
            out.push(b"\\000");
            continue;
        }
        if special(byte) {
            out.push_byte(b'\\');
        }
        out.push_byte(byte);
    }
    out
}
