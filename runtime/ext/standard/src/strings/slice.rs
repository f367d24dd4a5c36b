//! Parts of strings, and strings of parts: substr, repeating, padding, splitting, wrapping.

use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions = functions![
    strlen, substr, strrev, str_repeat, str_pad, str_split, chunk_split, wordwrap, substr_compare,
];

/// `$offset` and `$length` of substr on `total` elements: start and end.
pub(crate) fn slice_bounds(total: usize, offset: i64, length: Option<i64>) -> (usize, usize) {
    let total = total as i64;
    let start = if offset < 0 { (total + offset).max(0) } else { offset.min(total) };
    let rest = total - start;
    let length = match length {
        None => rest,
        Some(length) if length < 0 => (rest + length).max(0),
        Some(length) => length.min(rest),
    };
    (start as usize, (start + length) as usize)
}

/// The number of bytes.
#[php_function("strlen(string $string): int", PURE)]
fn strlen(string: &Str) -> i64 {
    string.len() as i64
}

#[php_function("substr(string $string, int $offset, ?int $length = null): string", PURE)]
fn substr(string: &Str, offset: i64, length: Option<i64>) -> Str {
    let (start, end) = slice_bounds(string.len(), offset, length);
    if end - start == string.len() { string.clone() } else { Str::new(&string[start..end]) }
}

#[php_function("strrev(string $string): string", PURE)]
fn strrev(string: &Str) -> Str {
    let mut result = Str::new(string);
    if result.len() > 1 {
        result.make_mut().reverse();
    }
    result
}

#[php_function("str_repeat(string $string, int $times): string", THROWS)]
fn str_repeat(cx: &mut Cx, string: &Str, times: i64) -> Result<Str> {
    if times < 0 {
        return Err(value_error(cx, 2, "must be greater than or equal to 0"));
    }
    if times == 0 || string.is_empty() {
        return Ok(Str::empty());
    }
    let total = string.len().saturating_mul(times as usize);
    let mut result = Str::zeroed(total);
    let bytes = result.make_mut();
    bytes[..string.len()].copy_from_slice(string);
    let mut done = string.len();
    while done < total {
        // Doubles what is there.
        let more = done.min(total - done);
        bytes.copy_within(..more, done);
        done += more;
    }
    Ok(result)
}

const STR_PAD_LEFT: i64 = 0;
pub(crate) const STR_PAD_RIGHT: i64 = 1;
const STR_PAD_BOTH: i64 = 2;

#[php_function(r#"str_pad(string $string, int $length, string $pad_string = " ", int $pad_type = STR_PAD_RIGHT): string"#, THROWS)]
fn str_pad(cx: &mut Cx, string: &Str, length: i64, pad_string: &Str, pad_type: i64) -> Result<Str> {
    if length < 0 || length as usize <= string.len() {
        return Ok(string.clone());
    }
    if pad_string.is_empty() {
        return Err(value_error(cx, 3, "must not be empty"));
    }
    let room = length as usize - string.len();
    let left = match pad_type {
        STR_PAD_LEFT => room,
        STR_PAD_RIGHT => 0,
        STR_PAD_BOTH => room / 2,
        _ => return Err(value_error(cx, 4, "must be STR_PAD_LEFT, STR_PAD_RIGHT, or STR_PAD_BOTH")),
    };
    let mut result = Str::with_capacity(length as usize);
    let fill = |result: &mut Str, mut count: usize| {
        while count > 0 {
            let part = count.min(pad_string.len());
            result.push(&pad_string[..part]);
            count -= part;
        }
    };
    fill(&mut result, left);
    result.push(string);
    fill(&mut result, room - left);
    Ok(result)
}

#[php_function("str_split(string $string, int $length = 1): list<string>", THROWS)]
fn str_split(cx: &mut Cx, string: &Str, length: i64) -> Result<Array> {
    if length <= 0 {
        return Err(value_error(cx, 2, "must be greater than 0"));
    }
    Ok(string.chunks(length as usize).map(Str::new).collect())
}

#[php_function(r#"chunk_split(string $string, int $length = 76, string $separator = "\r\n"): string"#, THROWS)]
fn chunk_split(cx: &mut Cx, string: &Str, length: i64, separator: &Str) -> Result<Str> {
    if length < 1 {
        return Err(value_error(cx, 2, "must be greater than 0"));
    }
    if string.is_empty() {
        return Ok(separator.clone());
    }
    let mut result = Str::with_capacity(string.len() + (string.len() / length as usize + 1) * separator.len());
    for chunk in string.chunks(length as usize) {
        result.push(chunk);
        result.push(separator);
    }
    Ok(result)
}

#[php_function(r#"wordwrap(string $string, int $width = 75, string $break = "\n", bool $cut_long_words = false): string"#, THROWS)]
fn wordwrap(cx: &mut Cx, string: &Str, width: i64, break_text: &Str, cut: bool) -> Result<Str> {
    if string.is_empty() {
        return Ok(Str::empty());
    }
    if break_text.is_empty() {
        return Err(value_error(cx, 3, "must not be empty"));
    }
    if width == 0 && cut {
        return Err(value_error(cx, 4, "cannot be true when argument #2 ($width) is 0"));
    }
    if let ([byte], false) = (&break_text[..], cut) {
        return Ok(wrap_in_place(string, width, *byte));
    }
    let mut out = Vec::with_capacity(string.len() + string.len() / 8);
    // `line`: where the current line began; `space`: the last space in it.
    let (mut line, mut space) = (0usize, 0usize);
    let mut at = 0;
    while at < string.len() {
        let column = (at - line) as i64;
        if string[at..].starts_with(break_text) && at + break_text.len() < string.len() {
            out.extend_from_slice(&string[line..at + break_text.len()]);
            at += break_text.len() - 1;
            line = at + 1;
            space = line;
        } else if string[at] == b' ' {
            if column >= width {
                out.extend_from_slice(&string[line..at]);
                out.extend_from_slice(break_text);
                line = at + 1;
            }
            space = at;
        } else if column >= width && cut && line >= space {
            out.extend_from_slice(&string[line..at]);
            out.extend_from_slice(break_text);
            line = at;
            space = at;
        } else if column >= width && line < space {
            out.extend_from_slice(&string[line..space]);
            out.extend_from_slice(break_text);
            space += 1;
            line = space;
        }
        at += 1;
    }
    out.extend_from_slice(&string[line..]);
    Ok(out.into())
}

/// Spaces become breaks; nothing is inserted.
fn wrap_in_place(string: &Str, width: i64, break_byte: u8) -> Str {
    let mut result = Str::new(string);
    let bytes = result.make_mut();
    let (mut line, mut space) = (0, 0);
    for at in 0..string.len() {
        let full = (at - line) as i64 >= width;
        if string[at] == break_byte {
            line = at + 1;
            space = line;
        } else if string[at] == b' ' {
            if full {
                bytes[at] = break_byte;
                line = at + 1;
            }
            space = at;
        } else if full && line != space {
            bytes[space] = break_byte;
            line = space + 1;
        }
    }
    result
}

#[php_function(
    "substr_compare(string $haystack, string $needle, int $offset, ?int $length = null, bool $case_insensitive = false): int",
    THROWS
)]
fn substr_compare(cx: &mut Cx, haystack: &Str, needle: &Str, offset: i64, length: Option<i64>, insensitive: bool) -> Result<i64> {
    match length {
        Some(0) => return Ok(0),
        Some(length) if length < 0 => return Err(value_error(cx, 4, "must be greater than or equal to 0")),
        _ => {}
    }
    let start = if offset < 0 { (offset + haystack.len() as i64).max(0) } else { offset };
    if start > haystack.len() as i64 {
        return Err(value_error(cx, 3, "must be contained in argument #1 ($haystack)"));
    }
    let text = &haystack[start as usize..];
    let length = length.map_or(needle.len().max(text.len()), |length| length as usize);
    let (left, right) = (&text[..text.len().min(length)], &needle[..needle.len().min(length)]);
    Ok(if insensitive { super::compare::compare_insensitive(left, right) } else { super::compare::compare_bytes(left, right) })
}
