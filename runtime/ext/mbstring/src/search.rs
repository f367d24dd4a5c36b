//! Finding one text in another, in characters.

use crate::case::fold;
use crate::encoding::{Enc, Replace, utf8};
use crate::settings::encoding;
use crate::text::{length, part};
use memchr::memmem;
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::extension::{OrFalse, value_error};
use phpc_core::{Cx, Result, Str, functions};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![
    mb_strpos, mb_strrpos, mb_stripos, mb_strripos, mb_strstr, mb_stristr, mb_strrchr, mb_strrichr, mb_substr_count,
];

/// As UTF-8, which shows where characters start.
fn plain(encoding: Enc, text: &[u8], fold_case: bool) -> Vec<u8> {
    if !fold_case && encoding.is_utf8() && std::str::from_utf8(text).is_ok() {
        return text.to_vec();
    }
    let mut chars = encoding.decode(text);
    if fold_case {
        chars = fold(&chars);
    }
    utf8().encode(&chars, &Replace::Char(0xFFFD))
}

fn count(text: &[u8]) -> usize {
    length(utf8(), text)
}

/// The byte where character `at` starts.
fn byte_at(text: &[u8], at: usize) -> usize {
    let mut starts = text.iter().enumerate().filter(|(_, byte)| **byte & 0xC0 != 0x80);
    starts.nth(at).map_or(text.len(), |(byte, _)| byte)
}

/// Where `needle` is, in characters; None: the offset lies outside.
fn find(haystack: &[u8], needle: &[u8], offset: i64, backwards: bool) -> Option<Option<usize>> {
    let total = count(haystack) as i64;
    let from = if offset < 0 { offset + total } else { offset };
    if from < 0 || from > total {
        return None;
    }
    let place = if !backwards {
        let start = byte_at(haystack, from as usize);
        memmem::find(&haystack[start..], needle).map(|at| start + at)
    } else if offset >= 0 {
        let start = byte_at(haystack, from as usize);
        memmem::rfind(&haystack[start..], needle).map(|at| start + at)
    } else {
        // The match starts no later than `from`.
        let last = byte_at(haystack, from as usize);
        let end = (last + needle.len()).min(haystack.len());
        memmem::rfind(&haystack[..end], needle)
    };
    Some(place.map(|place| count(&haystack[..place])))
}

struct Search<'a> {
    haystack: &'a Str,
    needle: &'a Str,
    name: Option<&'a Str>,
    backwards: bool,
    fold_case: bool,
}

impl Search<'_> {
    fn position(&self, cx: &mut Cx, offset: i64) -> Result<OrFalse<i64>> {
        let encoding = encoding(cx, self.name, 4)?;
        let haystack = plain(encoding, self.haystack, self.fold_case);
        let needle = plain(encoding, self.needle, self.fold_case);
        match find(&haystack, &needle, offset, self.backwards) {
            Some(place) => Ok(OrFalse(place.map(|place| place as i64))),
            None => Err(value_error(cx, 3, "must be contained in argument #1 ($haystack)")),
        }
    }

    fn tail(&self, cx: &mut Cx, before: bool) -> Result<OrFalse<Str>> {
        let encoding = encoding(cx, self.name, 4)?;
        let haystack = plain(encoding, self.haystack, self.fold_case);
        let needle = plain(encoding, self.needle, self.fold_case);
        let place = find(&haystack, &needle, 0, self.backwards).flatten();
        Ok(OrFalse(place.map(|place| match before {
            true => part(encoding, self.haystack, 0, place),
            false => part(encoding, self.haystack, place, usize::MAX),
        })))
    }
}

#[php_function("mb_strpos(string $haystack, string $needle, int $offset = 0, ?string $encoding = null): int<0, max>|false", THROWS | READS_GLOBAL)]
fn mb_strpos(cx: &mut Cx, haystack: &Str, needle: &Str, offset: i64, name: Option<&Str>) -> Result<OrFalse<i64>> {
    Search { haystack, needle, name, backwards: false, fold_case: false }.position(cx, offset)
}
#[php_function("mb_strrpos(string $haystack, string $needle, int $offset = 0, ?string $encoding = null): int<0, max>|false", THROWS | READS_GLOBAL)]
fn mb_strrpos(cx: &mut Cx, haystack: &Str, needle: &Str, offset: i64, name: Option<&Str>) -> Result<OrFalse<i64>> {
    Search { haystack, needle, name, backwards: true, fold_case: false }.position(cx, offset)
}
#[php_function("mb_stripos(string $haystack, string $needle, int $offset = 0, ?string $encoding = null): int<0, max>|false", THROWS | READS_GLOBAL)]
fn mb_stripos(cx: &mut Cx, haystack: &Str, needle: &Str, offset: i64, name: Option<&Str>) -> Result<OrFalse<i64>> {
    Search { haystack, needle, name, backwards: false, fold_case: true }.position(cx, offset)
}
#[php_function("mb_strripos(string $haystack, string $needle, int $offset = 0, ?string $encoding = null): int<0, max>|false", THROWS | READS_GLOBAL)]
fn mb_strripos(cx: &mut Cx, haystack: &Str, needle: &Str, offset: i64, name: Option<&Str>) -> Result<OrFalse<i64>> {
    Search { haystack, needle, name, backwards: true, fold_case: true }.position(cx, offset)
}

#[php_function("mb_strstr(string $haystack, string $needle, bool $before_needle = false, ?string $encoding = null): string|false", THROWS | READS_GLOBAL)]
fn mb_strstr(cx: &mut Cx, haystack: &Str, needle: &Str, before: bool, name: Option<&Str>) -> Result<OrFalse<Str>> {
    Search { haystack, needle, name, backwards: false, fold_case: false }.tail(cx, before)
}
#[php_function("mb_stristr(string $haystack, string $needle, bool $before_needle = false, ?string $encoding = null): string|false", THROWS | READS_GLOBAL)]
fn mb_stristr(cx: &mut Cx, haystack: &Str, needle: &Str, before: bool, name: Option<&Str>) -> Result<OrFalse<Str>> {
    Search { haystack, needle, name, backwards: false, fold_case: true }.tail(cx, before)
}
#[php_function("mb_strrchr(string $haystack, string $needle, bool $before_needle = false, ?string $encoding = null): string|false", THROWS | READS_GLOBAL)]
fn mb_strrchr(cx: &mut Cx, haystack: &Str, needle: &Str, before: bool, name: Option<&Str>) -> Result<OrFalse<Str>> {
    Search { haystack, needle, name, backwards: true, fold_case: false }.tail(cx, before)
}
#[php_function("mb_strrichr(string $haystack, string $needle, bool $before_needle = false, ?string $encoding = null): string|false", THROWS | READS_GLOBAL)]
fn mb_strrichr(cx: &mut Cx, haystack: &Str, needle: &Str, before: bool, name: Option<&Str>) -> Result<OrFalse<Str>> {
    Search { haystack, needle, name, backwards: true, fold_case: true }.tail(cx, before)
}

#[php_function("mb_substr_count(string $haystack, string $needle, ?string $encoding = null): int<0, max>", THROWS | READS_GLOBAL)]
fn mb_substr_count(cx: &mut Cx, haystack: &Str, needle: &Str, name: Option<&Str>) -> Result<i64> {
    let encoding = encoding(cx, name, 3)?;
    if needle.is_empty() {
        return Err(value_error(cx, 2, "must not be empty"));
    }
    let (haystack, needle) = (plain(encoding, haystack, false), plain(encoding, needle, false));
    Ok(memmem::find_iter(&haystack, &needle).count() as i64)
}
