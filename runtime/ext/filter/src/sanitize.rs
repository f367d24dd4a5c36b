//! Filters that drop or replace bytes.

use crate::constants::*;

/// Drops what the flags FILTER_FLAG_STRIP_* say.
pub(crate) fn strip(text: &[u8], flags: i64) -> Vec<u8> {
    let dropped = |byte: u8| {
        (byte < 32 && flags & FILTER_FLAG_STRIP_LOW != 0)
            || (byte > 127 && flags & FILTER_FLAG_STRIP_HIGH != 0)
            || (byte == b'`' && flags & FILTER_FLAG_STRIP_BACKTICK != 0)
    };
    text.iter().copied().filter(|byte| !dropped(*byte)).collect()
}

/// `&#N;` for the bytes that `wanted` names.
fn encode(text: &[u8], wanted: impl Fn(u8) -> bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for &byte in text {
        if wanted(byte) {
            out.extend(format!("&#{byte};").bytes());
        } else {
            out.push(byte);
        }
    }
    out
}

pub(crate) fn unsafe_raw(text: &[u8], flags: i64) -> Vec<u8> {
    encode(&strip(text, flags), |byte| {
        (byte < 32 && flags & FILTER_FLAG_ENCODE_LOW != 0)
            || (byte > 127 && flags & FILTER_FLAG_ENCODE_HIGH != 0)
            || (byte == b'&' && flags & FILTER_FLAG_ENCODE_AMP != 0)
    })
}

pub(crate) fn special_chars(text: &[u8], flags: i64) -> Vec<u8> {
    encode(&strip(text, flags), |byte| {
        matches!(byte, b'\'' | b'"' | b'<' | b'>' | b'&') || byte < 32 || (byte > 127 && flags & FILTER_FLAG_ENCODE_HIGH != 0)
    })
}

/// Tags go, quotes are encoded.
pub(crate) fn string(text: &[u8], flags: i64) -> Vec<u8> {
    let stripped = strip(text, flags);
    let mut out = Vec::new();
    let mut in_tag = false;
    for (at, &byte) in stripped.iter().enumerate() {
        match byte {
            0 => {}
            b'<' if !in_tag && stripped.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace()) => in_tag = true,
            b'>' if in_tag => in_tag = false,
            _ if in_tag => {}
            b'"' | b'\'' if flags & FILTER_FLAG_NO_ENCODE_QUOTES == 0 => out.extend(format!("&#{byte};").bytes()),
            _ if byte < 32 && flags & FILTER_FLAG_ENCODE_LOW != 0 => out.extend(format!("&#{byte};").bytes()),
            _ if byte > 127 && flags & FILTER_FLAG_ENCODE_HIGH != 0 => out.extend(format!("&#{byte};").bytes()),
            b'&' if flags & FILTER_FLAG_ENCODE_AMP != 0 => out.extend(b"&#38;"),
            _ => out.push(byte),
        }
    }
    out
}

/// As in URLs.
pub(crate) fn encoded(text: &[u8], flags: i64) -> Vec<u8> {
    let mut out = Vec::new();
    for byte in strip(text, flags) {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => out.push(byte),
            _ => out.extend(format!("%{byte:02X}").bytes()),
        }
    }
    out
}

fn only(text: &[u8], others: &[u8]) -> Vec<u8> {
    text.iter().copied().filter(|byte| byte.is_ascii_alphanumeric() || others.contains(byte)).collect()
}

pub(crate) fn email(text: &[u8]) -> Vec<u8> {
    only(text, b"!#$%&'*+-=?^_`{|}~@.[]")
}
pub(crate) fn url(text: &[u8]) -> Vec<u8> {
    only(text, b"$-_.+!*'(),{}|\\^~[]`<>#%\";/?:@&=")
}
pub(crate) fn number(text: &[u8], others: &[u8]) -> Vec<u8> {
    text.iter().copied().filter(|byte| byte.is_ascii_digit() || others.contains(byte)).collect()
}

pub(crate) fn add_slashes(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for &byte in text {
        match byte {
            0 => out.extend(b"\\0"),
            b'\'' | b'"' | b'\\' => out.extend([b'\\', byte]),
            _ => out.push(byte),
        }
    }
    out
}

/// As `htmlspecialchars` with both kinds of quotes.
pub(crate) fn full_special_chars(text: &[u8], flags: i64) -> Vec<u8> {
    let quotes = flags & FILTER_FLAG_NO_ENCODE_QUOTES == 0;
    let mut out = Vec::new();
    for &byte in text {
        match byte {
            b'&' => out.extend(b"&amp;"),
            b'<' => out.extend(b"&lt;"),
            b'>' => out.extend(b"&gt;"),
            b'"' if quotes => out.extend(b"&quot;"),
            b'\'' if quotes => out.extend(b"&#039;"),
            _ => out.push(byte),
        }
    }
    out
}
