//! Replacing.

use crate::prelude::*;
use crate::strings::search::{find, find_each};

pub(crate) static FUNCTIONS: Functions = functions![str_replace, str_ireplace, strtr, substr_replace];

#[php_function("str_replace(array|string $search, array|string $replace, string|array $subject, &$count = null): string|array")]
fn str_replace(cx: &mut Cx, search: &Value, replace: &Value, subject: &Value, count: &Value) -> Result<Value> {
    replace_all(cx, search, replace, subject, count, true)
}

#[php_function("str_ireplace(array|string $search, array|string $replace, string|array $subject, &$count = null): string|array")]
fn str_ireplace(cx: &mut Cx, search: &Value, replace: &Value, subject: &Value, count: &Value) -> Result<Value> {
    replace_all(cx, search, replace, subject, count, false)
}

fn replace_all(cx: &mut Cx, search: &Value, replace: &Value, subject: &Value, count: &Value, exact: bool) -> Result<Value> {
    let mut total = 0;
    if search.as_str().is_some() && replace.as_array().is_some() {
        return Err(extension::type_error(cx, 2, "must be of type string when argument #1 ($search) is a string"));
    }
    let result = match subject.as_array() {
        None => {
            let subject = subject.as_str().expect("a string or an array").clone();
            replace_in(cx, search, replace, subject, exact, &mut total)?.into()
        }
        Some(subjects) => {
            let mut result = Array::new();
            for (key, value) in subjects.iter() {
                let text = convert::to_str(cx, &value)?;
                result.set(key, replace_in(cx, search, replace, text, exact, &mut total)?.into());
            }
            result.into()
        }
    };
    if let Some(cell) = count.as_reference() {
        cell.set(Value::int(total));
    }
    Ok(result)
}

fn replace_in(cx: &mut Cx, search: &Value, replace: &Value, mut text: Str, exact: bool, total: &mut i64) -> Result<Str> {
    if let Some(needle) = search.as_str() {
        let new = replace.as_str().expect("checked before");
        return Ok(replace_one(text, needle, new, exact, total));
    }
    let needles = search.as_array().expect("a string or an array");
    let news = replace.as_array();
    let common = match news {
        None => replace.as_str().cloned().unwrap_or_default(),
        Some(_) => Str::empty(),
    };
    let mut next_new = news.map(|news| news.iter());
    for (_, needle) in needles.iter() {
        if text.is_empty() {
            break;
        }
        let needle = convert::to_str(cx, &needle)?;
        let new = match &mut next_new {
            None => common.clone(),
            Some(news) => match news.next() {
                Some((_, new)) => convert::to_str(cx, &new)?,
                None => Str::empty(),
            },
        };
        if !needle.is_empty() {
            text = replace_one(text, &needle, &new, exact, total);
        }
    }
    Ok(text)
}

fn replace_one(text: Str, needle: &[u8], new: &[u8], exact: bool, total: &mut i64) -> Str {
    if needle.is_empty() || needle.len() > text.len() {
        return text;
    }
    if !exact {
        let lower = text.to_ascii_lowercase();
        return splice(text, &lower, &needle.to_ascii_lowercase(), new, total);
    }
    if let ([old], [new]) = (needle, new) {
        return replace_byte(text, *old, *new, total);
    }
    let bytes = text.clone();
    splice(text, &bytes, needle, new, total)
}

fn replace_byte(mut text: Str, old: u8, new: u8, total: &mut i64) -> Str {
    let Some(first) = memchr::memchr(old, &text) else { return text };
    for byte in text.make_mut()[first..].iter_mut().filter(|byte| **byte == old) {
        *byte = new;
        *total += 1;
    }
    text
}

/// `searched` has the length of `text` (it is its lower-case form, or itself).
fn splice(text: Str, searched: &[u8], needle: &[u8], new: &[u8], total: &mut i64) -> Str {
    let Some(first) = find(searched, needle) else { return text };
    let mut out = Str::with_capacity(if new.len() <= needle.len() { text.len() } else { text.len() + text.len() / 4 + new.len() });
    out.push(&text[..first]);
    out.push(new);
    *total += 1;
    let mut start = first + needle.len();
    let mut copy = |at: usize| {
        out.push(&text[start..at]);
        out.push(new);
        *total += 1;
        start = at + needle.len();
    };
    let rest = first + needle.len();
    find_each(&searched[rest..], needle).for_each(|at| copy(rest + at));
    out.push(&text[start..]);
    out
}

#[php_function("strtr(string $string, string|array $from, ?string $to = null): string")]
fn strtr(cx: &mut Cx, string: &Str, from: &Value, to: Option<&Str>) -> Result<Str> {
    match (from.view(), to) {
        (View::Array(_), Some(_)) => Err(extension::type_error(cx, 2, "must be of type string, array given")),
        (View::Str(_), None) => Err(extension::type_error(cx, 2, "must be of type array, string given")),
        (View::Str(from), Some(to)) => Ok(translate(string, from, to)),
        (View::Array(pairs), None) => translate_pairs(cx, string, pairs),
        _ => unreachable!("a string or an array"),
    }
}

fn translate(string: &Str, from: &[u8], to: &[u8]) -> Str {
    let count = from.len().min(to.len());
    if count == 0 || string.is_empty() {
        return string.clone();
    }
    let mut table: [u8; 256] = std::array::from_fn(|byte| byte as u8);
    for (&old, &new) in from.iter().zip(to) {
        table[old as usize] = new;
    }
    let mut result = string.clone();
    if let Some(first) = string.iter().position(|&byte| table[byte as usize] != byte) {
        for byte in &mut result.make_mut()[first..] {
            *byte = table[*byte as usize];
        }
    }
    result
}

/// At each place the longest key that stands there is replaced.
fn translate_pairs(cx: &mut Cx, string: &Str, pairs: &Array) -> Result<Str> {
    if string.is_empty() || pairs.is_empty() {
        return Ok(string.clone());
    }
    if pairs.len() == 1 {
        let (key, value) = pairs.first().expect("one element");
        let needle = convert::to_str(cx, &key.to_value())?;
        if needle.is_empty() {
            warning(cx, "Ignoring replacement of empty string")?;
            return Ok(string.clone());
        }
        let new = convert::to_str(cx, &value)?;
        return Ok(replace_one(string.clone(), &needle, &new, true, &mut 0));
    }
    let mut keys: Vec<(Str, Value)> = Vec::with_capacity(pairs.len());
    for (key, value) in pairs.iter() {
        let key = match key {
            Key::Int(int) => convert::int_to_str(int),
            Key::Str(text) => text.clone(),
        };
        if key.is_empty() {
            warning(cx, "Ignoring replacement of empty string")?;
        } else if key.len() <= string.len() {
            keys.push((key, value.to_value()));
        }
    }
    // By first byte, longest first.
    keys.sort_by(|left, right| left.0[0].cmp(&right.0[0]).then(right.0.len().cmp(&left.0.len())));
    let mut starts = [0u32; 257];
    for (key, _) in &keys {
        starts[key[0] as usize + 1] += 1;
    }
    for byte in 0..256 {
        starts[byte + 1] += starts[byte];
    }
    let mut out = Str::empty();
    let mut copied = 0;
    let mut at = 0;
    while at < string.len() {
        let byte = string[at] as usize;
        let candidates = &keys[starts[byte] as usize..starts[byte + 1] as usize];
        match candidates.iter().find(|(key, _)| string[at..].starts_with(key)) {
            None => at += 1,
            Some((key, value)) => {
                if out.is_empty() {
                    out.reserve(string.len());
                }
                out.push(&string[copied..at]);
                match value.as_str() {
                    Some(new) => out.push(new),
                    None => {
                        let new = convert::to_str(cx, value)?;
                        out.push(&new);
                    }
                }
                at += key.len();
                copied = at;
            }
        }
    }
    if copied == 0 {
        return Ok(string.clone());
    }
    out.push(&string[copied..]);
    Ok(out)
}

#[php_function(
    "substr_replace(array|string $string, array|string $replace, array|int $offset, array|int|null $length = null): string|array"
)]
fn substr_replace(cx: &mut Cx, string: &Value, replace: &Value, offset: &Value, length: &Value) -> Result<Value> {
    if let Some(text) = string.as_str() {
        if offset.as_array().is_some() {
            return Err(extension::type_error(cx, 3, "cannot be an array when working on a single string"));
        }
        if length.as_array().is_some() {
            return Err(extension::type_error(cx, 4, "cannot be an array when working on a single string"));
        }
        let new = match replace.as_array() {
            None => replace.as_str().cloned().unwrap_or_default(),
            Some(news) => match news.first() {
                Some((_, new)) => convert::to_str(cx, &new)?,
                None => Str::empty(),
            },
        };
        return Ok(replace_range(text, &new, offset.as_int().unwrap_or(0), length.as_int()).into());
    }
    let strings = string.as_array().expect("a string or an array");
    let mut news = replace.as_array().map(|news| news.iter());
    let mut offsets = offset.as_array().map(|offsets| offsets.iter());
    let mut lengths = length.as_array().map(|lengths| lengths.iter());
    let mut result = Array::new();
    for (key, value) in strings.iter() {
        let text = convert::to_str(cx, &value)?;
        let at = match &mut offsets {
            None => offset.as_int().unwrap_or(0),
            Some(offsets) => match offsets.next() {
                Some((_, at)) => convert::to_int(cx, &at)?,
                None => 0,
            },
        };
        let count = match &mut lengths {
            None => length.as_int(),
            Some(lengths) => match lengths.next() {
                Some((_, count)) => Some(convert::to_int(cx, &count)?),
                None => Some(text.len() as i64),
            },
        };
        let new = match &mut news {
            None => replace.as_str().cloned().unwrap_or_default(),
            Some(news) => match news.next() {
                Some((_, new)) => convert::to_str(cx, &new)?,
                None => Str::empty(),
            },
        };
        result.set(key, replace_range(&text, &new, at, count).into());
    }
    Ok(result.into())
}

fn replace_range(text: &[u8], new: &[u8], offset: i64, length: Option<i64>) -> Str {
    let (start, end) = super::slice::slice_bounds(text.len(), offset, length);
    Str::concat(&[&text[..start], new, &text[end..]])
}
