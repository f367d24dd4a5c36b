//! Strings to arrays and back.

use crate::prelude::*;
use crate::strings::search::find_each;
use phpc_core::engine::owners;
use phpc_core::global::Global;

pub(crate) static FUNCTIONS: Functions = functions![explode, implode, strtok];
pub(crate) static ALIASES: Aliases = aliases![join = implode];

const PHP_INT_MAX: i64 = i64::MAX;

#[php_function("explode(string $separator, string $string, int $limit = PHP_INT_MAX): list<string>", THROWS)]
fn explode(cx: &mut Cx, separator: &Str, string: &Str, limit: i64) -> Result<Array> {
    if separator.is_empty() {
        return Err(value_error(cx, 1, "must not be empty"));
    }
    if string.is_empty() {
        return Ok(if limit >= 0 { [Str::empty()].into_iter().collect() } else { Array::new() });
    }
    let mut parts = Array::new();
    if limit < 0 {
        let ends: Vec<usize> = find_each(string, separator).collect();
        // The part after the last separator counts too.
        let kept = (ends.len() as i64 + 1).saturating_add(limit);
        let mut start = 0;
        for &end in ends.iter().take(kept.max(0) as usize) {
            parts.push(Value::string(&string[start..end]));
            start = end + separator.len();
        }
        return Ok(parts);
    }
    let most = limit.max(1) as usize - 1;
    let mut start = 0;
    for end in find_each(string, separator).take(most) {
        parts.push(Value::string(&string[start..end]));
        start = end + separator.len();
    }
    if start == 0 {
        parts.push(string.clone().into());
    } else {
        parts.push(Value::string(&string[start..]));
    }
    Ok(parts)
}

#[php_function("implode(array|string $separator, ?array $array = null): string")]
fn implode(cx: &mut Cx, separator: &Value, array: Option<&Array>) -> Result<Str> {
    match (separator.as_array(), array) {
        (Some(array), None) => join(cx, b"", array),
        (None, Some(array)) => join(cx, separator.as_str().expect("a string or an array"), array),
        (Some(_), Some(_)) => Err(extension::type_error(cx, 1, "must be of type string, array given")),
        (None, None) => {
            let name = String::from_utf8_lossy(&extension::current_name()).into_owned();
            let text = "If argument #1 ($separator) is of type string, argument #2 ($array) must be of type array, null given";
            Err(cx.throw_type_error(format!("{name}(): {text}")))
        }
    }
}

/// One allocation: lengths first. Ints are written straight.
pub(crate) fn join(cx: &mut Cx, separator: &[u8], array: &Array) -> Result<Str> {
    if array.is_empty() {
        return Ok(Str::empty());
    }
    if array.len() == 1 {
        let only = array.first().map(|(_, value)| value.to_value()).unwrap_or_default();
        return convert::to_str(cx, &only);
    }
    let all_strings = array.values().all(|value| value.as_str().is_some());
    let texts: Vec<Str>;
    let mut parts: Vec<&[u8]> = Vec::with_capacity(array.len() * 2);
    if let (true, Some(values)) = (all_strings, array.as_values()) {
        for value in values {
            if let Some(text) = value.as_str() {
                parts.push(text);
                parts.push(separator);
            }
        }
        if parts.len() == values.len() * 2 {
            parts.pop();
            return Ok(Str::concat(&parts));
        }
        parts.clear();
    }
    if let Some(ints) = array.as_ints() {
        let mut out = Str::with_capacity(ints.len() * (separator.len() + 4));
        for (at, &int) in ints.iter().enumerate() {
            if at > 0 {
                out.push(separator);
            }
            convert::append_int(&mut out, int);
        }
        return Ok(out);
    }
    // Conversions may run user code: the array is held by the caller.
    texts = array.values().map(|value| convert::to_str(cx, &value)).collect::<Result<_>>()?;
    for text in &texts {
        parts.push(text);
        parts.push(separator);
    }
    parts.pop();
    Ok(Str::concat(&parts))
}

/// The string that strtok cuts up, and where it is.
static TOKENS: Global<Option<(Str, usize)>> = Global::new(None);

#[php_function("strtok(string $string, ?string $token = null): string|false", AMBIENT | WARNS)]
fn strtok(cx: &mut Cx, string: &Str, token: Option<&Str>) -> Result<OrFalse<Str>> {
    let separators = match token {
        Some(token) => {
            if TOKENS.replace(Some((string.clone(), 0))).is_none() {
                owners::at_end(|| drop(TOKENS.replace(None)));
            }
            token
        }
        None => string,
    };
    let Some((text, start)) = TOKENS.cloned() else {
        warning(cx, "Both arguments must be provided when starting tokenization")?;
        return Ok(OrFalse::NO);
    };
    let is_separator = |byte: &u8| separators.contains(byte);
    let skipped = text[start..].iter().take_while(|byte| is_separator(byte)).count();
    let start = start + skipped;
    if start >= text.len() {
        drop(TOKENS.replace(None));
        return Ok(OrFalse::NO);
    }
    let end = text[start..].iter().position(is_separator).map_or(text.len(), |at| start + at);
    drop(TOKENS.replace(Some((text.clone(), (end + 1).min(text.len())))));
    Ok(Str::new(&text[start..end]).into())
}
