//! Finding things in strings.

use crate::prelude::*;
use memchr::memmem;

pub(crate) static FUNCTIONS: Functions = functions![
    strpos, stripos, strrpos, strripos, substr_count, str_contains, str_starts_with, str_ends_with, strstr, stristr, strrchr, strspn,
    strcspn, strpbrk, count_chars, str_word_count,
];
pub(crate) static ALIASES: Aliases = aliases![strchr = strstr];

#[inline]
pub(crate) fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(0),
        [byte] => memchr::memchr(*byte, haystack),
        [first, rest @ ..] => find_by_first(haystack, *first, rest),
    }
}

/// Stops at each place of the first byte. A searcher's set-up pays only where that byte is frequent.
fn find_by_first(haystack: &[u8], first: u8, rest: &[u8]) -> Option<usize> {
    const ENOUGH: usize = 24;
    let places = haystack.len().checked_sub(rest.len())?;
    let mut start = 0;
    for _ in 0..ENOUGH {
        let at = start + memchr::memchr(first, &haystack[start..places])?;
        if haystack[at + 1..at + 1 + rest.len()] == *rest {
            return Some(at);
        }
        start = at + 1;
    }
    let needle = &[&[first], rest].concat();
    memmem::find(&haystack[start..], needle).map(|at| start + at)
}

/// Where the needle, which is not empty, stands, without overlap.
pub(crate) fn find_each<'a>(haystack: &'a [u8], needle: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let mut start = 0;
    std::iter::from_fn(move || {
        let at = start + find(&haystack[start..], needle)?;
        start = at + needle.len();
        Some(at)
    })
}

pub(crate) fn find_last(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(haystack.len()),
        [byte] => memchr::memrchr(*byte, haystack),
        _ => memmem::rfind(haystack, needle),
    }
}

fn lower(text: &[u8]) -> Vec<u8> {
    text.to_ascii_lowercase()
}

/// `offset` from the start, or from the end if negative.
fn start_at(cx: &mut Cx, haystack: &[u8], offset: i64) -> Result<usize> {
    let start = if offset < 0 { offset + haystack.len() as i64 } else { offset };
    if !(0..=haystack.len() as i64).contains(&start) {
        return Err(value_error(cx, 3, "must be contained in argument #1 ($haystack)"));
    }
    Ok(start as usize)
}

fn position(cx: &mut Cx, haystack: &[u8], needle: &[u8], offset: i64) -> Result<OrFalse<i64>> {
    let start = start_at(cx, haystack, offset)?;
    Ok(OrFalse(find(&haystack[start..], needle).map(|at| (start + at) as i64)))
}

#[php_function("strpos(string $haystack, string $needle, int $offset = 0): int|false", THROWS)]
fn strpos(cx: &mut Cx, haystack: &Str, needle: &Str, offset: i64) -> Result<OrFalse<i64>> {
    position(cx, haystack, needle, offset)
}

#[php_function("stripos(string $haystack, string $needle, int $offset = 0): int|false", THROWS)]
fn stripos(cx: &mut Cx, haystack: &Str, needle: &Str, offset: i64) -> Result<OrFalse<i64>> {
    position(cx, &lower(haystack), &lower(needle), offset)
}

/// A negative offset says how far from the end the match may begin.
fn last_position(cx: &mut Cx, haystack: &[u8], needle: &[u8], offset: i64) -> Result<OrFalse<i64>> {
    let length = haystack.len();
    let contained = if offset >= 0 { offset as u64 <= length as u64 } else { offset.unsigned_abs() <= length as u64 };
    if !contained {
        return Err(value_error(cx, 3, "must be contained in argument #1 ($haystack)"));
    }
    let (start, end) = if offset >= 0 {
        (offset as usize, length)
    } else {
        let back = offset.unsigned_abs() as usize;
        (0, if back < needle.len() { length } else { length - back + needle.len() })
    };
    Ok(OrFalse(find_last(&haystack[start..end], needle).map(|at| (start + at) as i64)))
}

#[php_function("strrpos(string $haystack, string $needle, int $offset = 0): int|false", THROWS)]
fn strrpos(cx: &mut Cx, haystack: &Str, needle: &Str, offset: i64) -> Result<OrFalse<i64>> {
    last_position(cx, haystack, needle, offset)
}

#[php_function("strripos(string $haystack, string $needle, int $offset = 0): int|false", THROWS)]
fn strripos(cx: &mut Cx, haystack: &Str, needle: &Str, offset: i64) -> Result<OrFalse<i64>> {
    last_position(cx, &lower(haystack), &lower(needle), offset)
}

#[php_function("substr_count(string $haystack, string $needle, int $offset = 0, ?int $length = null): int", THROWS)]
fn substr_count(cx: &mut Cx, haystack: &Str, needle: &Str, offset: i64, length: Option<i64>) -> Result<i64> {
    if needle.is_empty() {
        return Err(value_error(cx, 2, "must not be empty"));
    }
    let start = start_at(cx, haystack, offset)?;
    let mut text = &haystack[start..];
    if let Some(length) = length {
        let length = if length < 0 { length + text.len() as i64 } else { length };
        if !(0..=text.len() as i64).contains(&length) {
            return Err(value_error(cx, 4, "must be contained in argument #1 ($haystack)"));
        }
        text = &text[..length as usize];
    }
    Ok(match &needle[..] {
        [byte] => memchr::memchr_iter(*byte, text).count(),
        needle => memmem::find_iter(text, needle).count(),
    } as i64)
}

#[php_function("str_contains(string $haystack, string $needle): bool", PURE)]
fn str_contains(haystack: &Str, needle: &Str) -> bool {
    find(haystack, needle).is_some()
}

#[php_function("str_starts_with(string $haystack, string $needle): bool", PURE)]
fn str_starts_with(haystack: &Str, needle: &Str) -> bool {
    haystack.starts_with(needle)
}

#[php_function("str_ends_with(string $haystack, string $needle): bool", PURE)]
fn str_ends_with(haystack: &Str, needle: &Str) -> bool {
    haystack.ends_with(needle)
}

fn part(haystack: &Str, at: Option<usize>, before: bool) -> OrFalse<Str> {
    OrFalse(at.map(|at| if before { Str::new(&haystack[..at]) } else { Str::new(&haystack[at..]) }))
}

#[php_function("strstr(string $haystack, string $needle, bool $before_needle = false): string|false", PURE)]
fn strstr(haystack: &Str, needle: &Str, before_needle: bool) -> OrFalse<Str> {
    part(haystack, find(haystack, needle), before_needle)
}

#[php_function("stristr(string $haystack, string $needle, bool $before_needle = false): string|false", PURE)]
fn stristr(haystack: &Str, needle: &Str, before_needle: bool) -> OrFalse<Str> {
    part(haystack, find(&lower(haystack), &lower(needle)), before_needle)
}

/// Only the first byte of the needle counts; an empty one stands for NUL.
#[php_function("strrchr(string $haystack, string $needle, bool $before_needle = false): string|false", PURE)]
fn strrchr(haystack: &Str, needle: &Str, before_needle: bool) -> OrFalse<Str> {
    let byte = needle.first().copied().unwrap_or(0);
    part(haystack, memchr::memrchr(byte, haystack), before_needle)
}

fn span(string: &[u8], characters: &[u8], offset: i64, length: Option<i64>, wanted: bool) -> i64 {
    let total = string.len() as i64;
    let start = if offset < 0 { (offset + total).max(0) } else { offset.min(total) };
    let rest = total - start;
    let length = length.map_or(rest, |length| if length < 0 { (length + rest).max(0) } else { length.min(rest) });
    let text = &string[start as usize..(start + length) as usize];
    first_of(text, characters, !wanted).unwrap_or(text.len()) as i64
}

/// Where the first byte stands that is one of the characters (`wanted`), or none of them.
fn first_of(text: &[u8], characters: &[u8], wanted: bool) -> Option<usize> {
    let mut set = [0u64; 4];
    for &byte in characters {
        set[usize::from(byte >> 6)] |= 1 << (byte & 63);
    }
    text.iter().position(|&byte| (set[usize::from(byte >> 6)] >> (byte & 63) & 1 != 0) == wanted)
}

#[php_function("strspn(string $string, string $characters, int $offset = 0, ?int $length = null): int", PURE)]
fn strspn(string: &Str, characters: &Str, offset: i64, length: Option<i64>) -> i64 {
    span(string, characters, offset, length, true)
}

#[php_function("strcspn(string $string, string $characters, int $offset = 0, ?int $length = null): int", PURE)]
fn strcspn(string: &Str, characters: &Str, offset: i64, length: Option<i64>) -> i64 {
    span(string, characters, offset, length, false)
}

#[php_function("strpbrk(string $string, string $characters): string|false", THROWS)]
fn strpbrk(cx: &mut Cx, string: &Str, characters: &Str) -> Result<OrFalse<Str>> {
    if characters.is_empty() {
        return Err(value_error(cx, 2, "must be a non-empty string"));
    }
    Ok(part(string, first_of(string, characters, true), false))
}

#[php_function("count_chars(string $string, int $mode = 0): array|string", THROWS)]
fn count_chars(cx: &mut Cx, string: &Str, mode: i64) -> Result<Value> {
    if !(0..=4).contains(&mode) {
        return Err(value_error(cx, 2, "must be between 0 and 4 (inclusive)"));
    }
    let mut counts = [0i64; 256];
    for &byte in string.iter() {
        counts[byte as usize] += 1;
    }
    let shown = |count: i64| match mode {
        0 => true,
        1 | 3 => count > 0,
        _ => count == 0,
    };
    let chosen = (0..256usize).filter(|&byte| shown(counts[byte]));
    if mode >= 3 {
        return Ok(Value::string(chosen.map(|byte| byte as u8).collect::<Vec<u8>>()));
    }
    let mut result = Array::new();
    for byte in chosen {
        result.set_int(byte as i64, Value::int(counts[byte]));
    }
    Ok(result.into())
}

#[php_function("str_word_count(string $string, int $format = 0, ?string $characters = null): array|int", WARNS)]
fn str_word_count(cx: &mut Cx, string: &Str, format: i64, characters: Option<&Str>) -> Result<Value> {
    let mut set = [false; 256];
    if let Some(characters) = characters.filter(|characters| !characters.is_empty()) {
        set = super::trim::mask(cx, characters)?;
    }
    if !(0..=2).contains(&format) {
        return Err(value_error(cx, 2, "must be a valid format value"));
    }
    let is_word = |byte: u8| byte.is_ascii_alphabetic() || set[byte as usize] || byte == b'\'' || byte == b'-';
    let mut start = 0;
    let mut end = string.len();
    // Words do not begin with ' or -, and the last does not end with -.
    while start < end && (string[start] == b'\'' && !set[b'\'' as usize] || string[start] == b'-' && !set[b'-' as usize]) {
        start += 1;
    }
    if end > start && string[end - 1] == b'-' && !set[b'-' as usize] {
        end -= 1;
    }
    let mut words = Array::new();
    let mut count = 0;
    while start < end {
        let length = string[start..end].iter().take_while(|&&byte| is_word(byte)).count();
        if length == 0 {
            start += 1;
            continue;
        }
        count += 1;
        let word = Value::string(&string[start..start + length]);
        match format {
            1 => drop(words.push(word)),
            2 => words.set_int(start as i64, word),
            _ => {}
        }
        start += length + 1;
    }
    Ok(if format == 0 { Value::int(count) } else { words.into() })
}
