//! Columns on a terminal: wide characters take two.

use crate::settings::{encoding, substitute};
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::extension::{deprecated, value_error};
use phpc_core::{Cx, Result, Str, functions};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![mb_strwidth, mb_strimwidth];

/// Wide and full-width characters of Unicode 16.
#[rustfmt::skip]
static WIDE: &[(u32, u32)] = &[
    (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3), (0x25FD, 0x25FE),
    (0x2614, 0x2615), (0x2630, 0x2637), (0x2648, 0x2653), (0x267F, 0x267F), (0x268A, 0x268F), (0x2693, 0x2693), (0x26A1, 0x26A1),
    (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA), (0x26F2, 0x26F3),
    (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B), (0x2728, 0x2728), (0x274C, 0x274C),
    (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797), (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C),
    (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x2E80, 0x2E99), (0x2E9B, 0x2EF3), (0x2F00, 0x2FD5), (0x2FF0, 0x303E), (0x3041, 0x3096),
    (0x3099, 0x30FF), (0x3105, 0x312F), (0x3131, 0x318E), (0x3190, 0x31E5), (0x31EF, 0x321E), (0x3220, 0x3247), (0x3250, 0xA48C),
    (0xA490, 0xA4C6), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE10, 0xFE19), (0xFE30, 0xFE52), (0xFE54, 0xFE66),
    (0xFE68, 0xFE6B), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x16FE4), (0x16FF0, 0x16FF1), (0x17000, 0x187F7), (0x18800,
    0x18CD5), (0x18CFF, 0x18D08), (0x1AFF0, 0x1AFF3), (0x1AFF5, 0x1AFFB), (0x1AFFD, 0x1AFFE), (0x1B000, 0x1B122), (0x1B132, 0x1B132),
    (0x1B150, 0x1B152), (0x1B155, 0x1B155), (0x1B164, 0x1B167), (0x1B170, 0x1B2FB), (0x1D300, 0x1D356), (0x1D360, 0x1D376), (0x1F004,
    0x1F004), (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A), (0x1F200, 0x1F202), (0x1F210, 0x1F23B), (0x1F240, 0x1F248),
    (0x1F250, 0x1F251), (0x1F260, 0x1F265), (0x1F300, 0x1F320), (0x1F32D, 0x1F335), (0x1F337, 0x1F37C), (0x1F37E, 0x1F393), (0x1F3A0,
    0x1F3CA), (0x1F3CF, 0x1F3D3), (0x1F3E0, 0x1F3F0), (0x1F3F4, 0x1F3F4), (0x1F3F8, 0x1F43E), (0x1F440, 0x1F440), (0x1F442, 0x1F4FC),
    (0x1F4FF, 0x1F53D), (0x1F54B, 0x1F54E), (0x1F550, 0x1F567), (0x1F57A, 0x1F57A), (0x1F595, 0x1F596), (0x1F5A4, 0x1F5A4), (0x1F5FB,
    0x1F64F), (0x1F680, 0x1F6C5), (0x1F6CC, 0x1F6CC), (0x1F6D0, 0x1F6D2), (0x1F6D5, 0x1F6D7), (0x1F6DC, 0x1F6DF), (0x1F6EB, 0x1F6EC),
    (0x1F6F4, 0x1F6FC), (0x1F7E0, 0x1F7EB), (0x1F7F0, 0x1F7F0), (0x1F90C, 0x1F93A), (0x1F93C, 0x1F945), (0x1F947, 0x1F9FF), (0x1FA70,
    0x1FA7C), (0x1FA80, 0x1FA89), (0x1FA8F, 0x1FAC6), (0x1FACE, 0x1FADC), (0x1FADF, 0x1FAE9), (0x1FAF0, 0x1FAF8), (0x20000, 0x2FFFD),
    (0x30000, 0x3FFFD)
];

fn width(char: u32) -> usize {
    if char < 0x1100 {
        return 1;
    }
    let after = WIDE.partition_point(|&(first, _)| first <= char);
    if after > 0 && char <= WIDE[after - 1].1 { 2 } else { 1 }
}

fn total(chars: &[u32]) -> usize {
    chars.iter().map(|&char| width(char)).sum()
}

#[php_function("mb_strwidth(string $string, ?string $encoding = null): int<0, max>", THROWS | READS_GLOBAL)]
fn mb_strwidth(cx: &mut Cx, string: &Str, name: Option<&Str>) -> Result<i64> {
    let encoding = encoding(cx, name, 2)?;
    if encoding.is_utf8() && string.is_ascii() {
        return Ok(string.len() as i64);
    }
    Ok(total(&encoding.decode(string)) as i64)
}

#[php_function("mb_strimwidth(string $string, int $start, int $width, string $trim_marker = \"\", ?string $encoding = null): string", THROWS | WARNS | READS_GLOBAL)]
fn mb_strimwidth(cx: &mut Cx, string: &Str, start: i64, columns: i64, marker: &Str, name: Option<&Str>) -> Result<Str> {
    let encoding = encoding(cx, name, 5)?;
    let chars = encoding.decode(string);
    let count = chars.len() as i64;
    let from = if start < 0 { start + count } else { start };
    if from < 0 || from > count {
        return Err(value_error(cx, 2, "is out of range"));
    }
    let rest = &chars[from as usize..];
    let available = total(rest) as i64;
    let mut columns = columns;
    if columns < 0 {
        deprecated(cx, "passing a negative integer to argument #3 ($width) is deprecated")?;
        columns += available;
        if columns < 0 {
            return Err(value_error(cx, 3, "is out of range"));
        }
    }
    if available <= columns {
        return Ok(encoding.encode(rest, &substitute()).into());
    }
    let marker = encoding.decode(marker);
    let room = (columns - total(&marker) as i64).max(0) as usize;
    let mut used = 0;
    let kept = rest.iter().take_while(|&&char| {
        used += width(char);
        used <= room
    });
    let mut out: Vec<u32> = kept.copied().collect();
    out.extend(marker);
    Ok(encoding.encode(&out, &substitute()).into())
}
