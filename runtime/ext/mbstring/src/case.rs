//! Upper case, lower case, titles.

use crate::encoding::BAD;
use crate::settings::{encoding, substitute};
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::extension::value_error;
use phpc_core::{Cx, Result, Str, functions, php_constants};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![mb_convert_case, mb_strtoupper, mb_strtolower, mb_ucfirst, mb_lcfirst];

php_constants! {
    MB_CASE_UPPER: Int = 0;
    MB_CASE_LOWER: Int = 1;
    MB_CASE_TITLE: Int = 2;
    MB_CASE_FOLD: Int = 3;
    MB_CASE_UPPER_SIMPLE: Int = 4;
    MB_CASE_LOWER_SIMPLE: Int = 5;
    MB_CASE_TITLE_SIMPLE: Int = 6;
    MB_CASE_FOLD_SIMPLE: Int = 7;
}

fn known(char: u32) -> Option<char> {
    if char == BAD { None } else { char::from_u32(char) }
}

/// Applies a full mapping, or only where it gives one character.
fn map(chars: &[u32], simple: bool, to: fn(char, &mut Vec<u32>)) -> Vec<u32> {
    let mut out = Vec::with_capacity(chars.len());
    for &char in chars {
        let start = out.len();
        match known(char) {
            Some(char) => to(char, &mut out),
            None => out.push(char),
        }
        if simple && out.len() != start + 1 {
            out.truncate(start);
            out.push(simple_form(char));
        }
    }
    out
}

/// The one-character form of those whose full form has several.
fn simple_form(char: u32) -> u32 {
    if char == 0x130 { u32::from('i') } else { char }
}

fn upper(char: char, out: &mut Vec<u32>) {
    out.extend(char.to_uppercase().map(u32::from));
}
fn lower(char: char, out: &mut Vec<u32>) {
    out.extend(char.to_lowercase().map(u32::from));
}

/// Title case: as upper case, with few exceptions.
fn title(char: char, out: &mut Vec<u32>) {
    match u32::from(char) {
        code @ (0x1C4..=0x1CC | 0x1F1..=0x1F3) => {
            let base = if code >= 0x1F1 { 0x1F1 } else { 0x1C4 };
            out.push(base + (code - base) / 3 * 3 + 1);
        }
        code @ (0x10D0..=0x10FF) => out.push(code),
        code @ (0x1F80..=0x1FAF) => out.push(code | 8),
        code @ (0x1FB3 | 0x1FC3 | 0x1FF3) => out.push(code + 9),
        _ => {
            let mut all = char.to_uppercase();
            out.extend(all.next().map(u32::from));
            for rest in all {
                match rest {
                    'Ι' => out.push(0x345),
                    rest => lower(rest, out),
                }
            }
        }
    }
}

fn fold_char(char: char, out: &mut Vec<u32>) {
    match u32::from(char) {
        0xDF | 0x1E9E => out.extend([0x73, 0x73]),
        0x130 => out.extend([0x69, 0x307]),
        0x131 => out.push(0x131),
        0x3C2 => out.push(0x3C3),
        _ => {
            // Folding is lower case of upper case, except where that goes elsewhere.
            let mut upper = Vec::new();
            self::upper(char, &mut upper);
            for char in upper.into_iter().filter_map(char::from_u32) {
                lower(char, out);
            }
        }
    }
}

/// For comparisons without regard to case.
pub(crate) fn fold(chars: &[u32]) -> Vec<u32> {
    map(chars, true, fold_char)
}

fn is_cased(char: char) -> bool {
    char.is_lowercase() || char.is_uppercase() || matches!(u32::from(char), 0x1C5 | 0x1C8 | 0x1CB | 0x1F2)
}

/// Characters inside words that have no case themselves: apostrophes, marks, modifiers.
fn is_case_ignorable(char: char) -> bool {
    let code = u32::from(char);
    matches!(
        code,
        0x27 | 0x2E | 0x3A | 0x5E | 0x60 | 0xA8 | 0xAD | 0xAF | 0xB4 | 0xB7 | 0xB8 | 0x2B0..=0x36F | 0x374 | 0x375 | 0x37A | 0x384 | 0x385 | 0x387
            | 0x483..=0x489 | 0x559 | 0x55F | 0x591..=0x5BD | 0x610..=0x61A | 0x640 | 0x64B..=0x65F | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF
            | 0x200B..=0x200F | 0x2018 | 0x2019 | 0x2024 | 0x2027 | 0x202A..=0x202E | 0x2060..=0x2064 | 0x20D0..=0x20F0 | 0xFE00..=0xFE0F
            | 0xFE20..=0xFE2F | 0xFEFF | 0xFF07 | 0xFF0E | 0xFF1A | 0xFF3E | 0xFF40
    )
}

/// Lower case with a sigma at the end of a word in its final form.
fn lower_all(chars: &[u32], simple: bool) -> Vec<u32> {
    if simple || !chars.contains(&0x3A3) {
        return map(chars, simple, lower);
    }
    let mut out = Vec::with_capacity(chars.len());
    for (at, &char) in chars.iter().enumerate() {
        match known(char) {
            Some('Σ') => out.push(if is_final(chars, at) { 0x3C2 } else { 0x3C3 }),
            Some(char) => lower(char, &mut out),
            None => out.push(char),
        }
    }
    out
}

/// A letter before, none after, whatever is ignorable between.
fn is_final(chars: &[u32], at: usize) -> bool {
    let cased = |char: Option<&u32>| char.and_then(|&char| known(char)).is_some_and(is_cased);
    let ignorable = |char: &&u32| !known(**char).is_some_and(is_case_ignorable);
    cased(chars[..at].iter().rev().find(ignorable)) && !cased(chars[at + 1..].iter().find(ignorable))
}

fn title_all(chars: &[u32], simple: bool) -> Vec<u32> {
    let lowered = |at: usize| -> Vec<u32> {
        match chars[at] {
            0x3A3 if !simple && is_final(chars, at) => vec![0x3C2],
            char => map(&[char], simple, lower),
        }
    };
    let mut out = Vec::with_capacity(chars.len());
    let mut in_word = false;
    for (at, &char) in chars.iter().enumerate() {
        let Some(letter) = known(char) else {
            out.push(char);
            continue;
        };
        if in_word {
            out.extend(lowered(at));
        } else {
            out.extend(map(&[char], simple, title));
        }
        if !is_case_ignorable(letter) {
            in_word = is_cased(letter);
        }
    }
    out
}

fn convert(chars: &[u32], mode: i64) -> Option<Vec<u32>> {
    Some(match mode {
        MB_CASE_UPPER => map(chars, false, upper),
        MB_CASE_LOWER => lower_all(chars, false),
        MB_CASE_TITLE => title_all(chars, false),
        MB_CASE_FOLD => map(chars, false, fold_char),
        MB_CASE_UPPER_SIMPLE => map(chars, true, upper),
        MB_CASE_LOWER_SIMPLE => lower_all(chars, true),
        MB_CASE_TITLE_SIMPLE => title_all(chars, true),
        MB_CASE_FOLD_SIMPLE => fold(chars),
        _ => return None,
    })
}

fn converted(cx: &mut Cx, string: &Str, mode: i64, name: Option<&Str>, number: usize) -> Result<Str> {
    let encoding = encoding(cx, name, number)?;
    if encoding.is_utf8() && string.is_ascii() && matches!(mode, MB_CASE_UPPER | MB_CASE_LOWER) {
        let bytes = if mode == MB_CASE_UPPER { string.to_ascii_uppercase() } else { string.to_ascii_lowercase() };
        return Ok(bytes.into());
    }
    match convert(&encoding.decode(string), mode) {
        Some(chars) => Ok(encoding.encode(&chars, &substitute()).into()),
        None => Err(value_error(cx, 2, "must be one of the MB_CASE_* constants")),
    }
}

#[php_function("mb_convert_case(string $string, int $mode, ?string $encoding = null): string", THROWS | READS_GLOBAL)]
fn mb_convert_case(cx: &mut Cx, string: &Str, mode: i64, name: Option<&Str>) -> Result<Str> {
    converted(cx, string, mode, name, 3)
}
#[php_function("mb_strtoupper(string $string, ?string $encoding = null): string", THROWS | READS_GLOBAL)]
fn mb_strtoupper(cx: &mut Cx, string: &Str, name: Option<&Str>) -> Result<Str> {
    converted(cx, string, MB_CASE_UPPER, name, 2)
}
#[php_function("mb_strtolower(string $string, ?string $encoding = null): string", THROWS | READS_GLOBAL)]
fn mb_strtolower(cx: &mut Cx, string: &Str, name: Option<&Str>) -> Result<Str> {
    converted(cx, string, MB_CASE_LOWER, name, 2)
}

fn first(cx: &mut Cx, string: &Str, name: Option<&Str>, to: fn(char, &mut Vec<u32>)) -> Result<Str> {
    let encoding = encoding(cx, name, 2)?;
    let mut chars = encoding.decode(string);
    let Some(&first) = chars.first() else { return Ok(string.clone()) };
    let new = map(&[first], false, to);
    if new == [first] {
        return Ok(string.clone());
    }
    chars.splice(..1, new);
    Ok(encoding.encode(&chars, &substitute()).into())
}

#[php_function("mb_ucfirst(string $string, ?string $encoding = null): string", THROWS | READS_GLOBAL)]
fn mb_ucfirst(cx: &mut Cx, string: &Str, name: Option<&Str>) -> Result<Str> {
    first(cx, string, name, title)
}
#[php_function("mb_lcfirst(string $string, ?string $encoding = null): string", THROWS | READS_GLOBAL)]
fn mb_lcfirst(cx: &mut Cx, string: &Str, name: Option<&Str>) -> Result<Str> {
    first(cx, string, name, lower)
}
