//! Trimming, and the lists of bytes with ranges (`"a..z"`) that it shares with other functions.

use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions = functions![trim, ltrim, rtrim];
pub(crate) static ALIASES: Aliases = aliases![chop = rtrim];

const LEFT: u8 = 1;
const RIGHT: u8 = 2;

#[php_function(r#"trim(string $string, string $characters = " \n\r\t\v\0"): string"#, WARNS)]
fn trim(cx: &mut Cx, string: &Str, characters: &Str) -> Result<Str> {
    strip(cx, string, characters, LEFT | RIGHT)
}

#[php_function(r#"ltrim(string $string, string $characters = " \n\r\t\v\0"): string"#, WARNS)]
fn ltrim(cx: &mut Cx, string: &Str, characters: &Str) -> Result<Str> {
    strip(cx, string, characters, LEFT)
}

#[php_function(r#"rtrim(string $string, string $characters = " \n\r\t\v\0"): string"#, WARNS)]
fn rtrim(cx: &mut Cx, string: &Str, characters: &Str) -> Result<Str> {
    strip(cx, string, characters, RIGHT)
}

fn strip(cx: &mut Cx, string: &Str, characters: &Str, sides: u8) -> Result<Str> {
    let range = match &characters[..] {
        b" \n\r\t\x0b\0" => bounds(string, sides, |byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 0x0b | 0)),
        [only] => bounds(string, sides, |byte| byte == *only),
        _ => {
            let set = mask(cx, characters)?;
            bounds(string, sides, |byte| set[byte as usize])
        }
    };
    Ok(if range.len() == string.len() { string.clone() } else { Str::new(&string[range]) })
}

#[inline]
fn bounds(string: &[u8], sides: u8, cut: impl Fn(u8) -> bool) -> std::ops::Range<usize> {
    let mut start = 0;
    let mut end = string.len();
    if sides & LEFT != 0 {
        while start < end && cut(string[start]) {
            start += 1;
        }
    }
    if sides & RIGHT != 0 {
        while end > start && cut(string[end - 1]) {
            end -= 1;
        }
    }
    start..end
}

/// The set that a list with ranges stands for; warns of broken ranges.
pub(crate) fn mask(cx: &mut Cx, characters: &[u8]) -> Result<[bool; 256]> {
    let mut set = [false; 256];
    let mut at = 0;
    while at < characters.len() {
        let byte = characters[at];
        let dots = characters.get(at + 1) == Some(&b'.') && characters.get(at + 2) == Some(&b'.');
        if dots && characters.get(at + 3).is_some_and(|&last| last >= byte) {
            for member in byte..=characters[at + 3] {
                set[member as usize] = true;
            }
            at += 4;
        } else if byte == b'.' && characters.get(at + 1) == Some(&b'.') {
            let problem = if at == 0 {
                "Invalid '..'-range, no character to the left of '..'"
            } else if at + 2 >= characters.len() {
                "Invalid '..'-range, no character to the right of '..'"
            } else if characters[at - 1] > characters[at + 2] {
                "Invalid '..'-range, '..'-range needs to be incrementing"
            } else {
                "Invalid '..'-range"
            };
            warning(cx, problem)?;
            at += 1;
        } else {
            set[byte as usize] = true;
            at += 1;
        }
    }
    Ok(set)
}
