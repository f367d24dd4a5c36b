//! Filters that say yes or no: None means no.

use crate::constants::*;
use std::net::{Ipv4Addr, Ipv6Addr};

fn trim(text: &[u8]) -> &[u8] {
    let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0x0B | 0);
    let start = text.iter().position(|byte| !blank(byte)).unwrap_or(text.len());
    let end = text.iter().rposition(|byte| !blank(byte)).map_or(start, |last| last + 1);
    &text[start..end]
}

pub(crate) fn int(text: &[u8], flags: i64, min: Option<i64>, max: Option<i64>) -> Option<i64> {
    let text = std::str::from_utf8(trim(text)).ok()?;
    let number = match text.strip_prefix('0') {
        Some(rest) if !rest.is_empty() => match (rest.strip_prefix(['x', 'X']), rest.strip_prefix(['o', 'O'])) {
            (Some(hex), _) if flags & FILTER_FLAG_ALLOW_HEX != 0 => digits(hex, 16)?,
            (_, Some(octal)) if flags & FILTER_FLAG_ALLOW_OCTAL != 0 => digits(octal, 8)?,
            (None, None) if flags & FILTER_FLAG_ALLOW_OCTAL != 0 => digits(rest, 8)?,
            _ => return None,
        },
        _ => {
            let plain = text.strip_prefix(['+', '-']).unwrap_or(text);
            let is_zero = plain == "0";
            if plain.is_empty() || !plain.bytes().all(|byte| byte.is_ascii_digit()) || (plain.starts_with('0') && !is_zero) {
                return None;
            }
            text.parse().ok()?
        }
    };
    (min.is_none_or(|min| number >= min) && max.is_none_or(|max| number <= max)).then_some(number)
}

fn digits(text: &str, radix: u32) -> Option<i64> {
    let valid = !text.is_empty() && text.chars().all(|digit| digit.is_digit(radix));
    valid.then(|| u64::from_str_radix(text, radix).ok()).flatten().map(|number| number as i64)
}

/// Some(None): empty, which is false without being a failure.
pub(crate) fn bool(text: &[u8]) -> Option<bool> {
    match &trim(text).to_ascii_lowercase()[..] {
        b"1" | b"true" | b"on" | b"yes" => Some(true),
        b"0" | b"false" | b"off" | b"no" | b"" => Some(false),
        _ => None,
    }
}

pub(crate) fn float(text: &[u8], flags: i64, point: u8, thousand: &[u8]) -> Option<f64> {
    let text = trim(text);
    let mut plain = Vec::new();
    let mut seen_point = false;
    let mut seen_exponent = false;
    let mut group = None;
    for (at, &byte) in text.iter().enumerate() {
        match byte {
            b'0'..=b'9' => {
                plain.push(byte);
                group = group.map(|count: usize| count + 1);
            }
            b'+' | b'-' if at == 0 || (seen_exponent && matches!(plain.last(), Some(b'e'))) => plain.push(byte),
            _ if byte == point && !seen_point && !seen_exponent => {
                if group.is_some_and(|count| count != 3) {
                    return None;
                }
                group = None;
                seen_point = true;
                plain.push(b'.');
            }
            b'e' | b'E' if !seen_exponent && plain.iter().any(u8::is_ascii_digit) => {
                seen_exponent = true;
                plain.push(b'e');
            }
            _ if flags & FILTER_FLAG_ALLOW_THOUSAND != 0 && thousand.contains(&byte) && !seen_point && !seen_exponent => {
                if group.is_some_and(|count| count != 3) {
                    return None;
                }
                group = Some(0);
            }
            _ => return None,
        }
    }
    if group.is_some_and(|count| count != 3) || !plain.iter().any(u8::is_ascii_digit) {
        return None;
    }
    let number: f64 = std::str::from_utf8(&plain).ok()?.parse().ok()?;
    number.is_finite().then_some(number)
}

pub(crate) fn domain(text: &[u8], hostname: bool) -> bool {
    let name = text.strip_suffix(b".").unwrap_or(text);
    if name.is_empty() || name.len() > 253 {
        return false;
    }
    name.split(|byte| *byte == b'.').all(|label| {
        let edge = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let inner = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
        !label.is_empty() && label.len() <= 63 && (!hostname || (edge(label.first()) && edge(label.last()) && label.iter().all(inner)))
    })
}

pub(crate) fn email(text: &[u8], unicode: bool) -> bool {
    if text.len() > 320 {
        return false;
    }
    let Some(at) = text.iter().rposition(|byte| *byte == b'@') else { return false };
    let (local, domain) = (&text[..at], &text[at + 1..]);
    let wide = |byte: &u8| unicode && *byte >= 128;
    let atom = |byte: &u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(byte) || wide(byte);
    let quoted = |part: &[u8]| {
        let inner = part.strip_prefix(b"\"").and_then(|part| part.strip_suffix(b"\""));
        inner.is_some_and(|inner| {
            let mut bytes = inner.iter();
            while let Some(byte) = bytes.next() {
                match byte {
                    b'\\' => {
                        if bytes.next().is_none() {
                            return false;
                        }
                    }
                    b'"' | 0 | 10 | 13 => return false,
                    _ if *byte >= 128 && !unicode => return false,
                    _ => {}
                }
            }
            true
        })
    };
    let good_local = !local.is_empty()
        && local.len() <= 64
        && (quoted(local) || local.split(|byte| *byte == b'.').all(|part| !part.is_empty() && (part.iter().all(atom) || quoted(part))));
    good_local && email_domain(domain, &wide)
}

fn email_domain(domain: &[u8], wide: &dyn Fn(&u8) -> bool) -> bool {
    if let Some(literal) = domain.strip_prefix(b"[").and_then(|rest| rest.strip_suffix(b"]")) {
        let six = literal.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"ipv6:"));
        let Ok(text) = std::str::from_utf8(literal) else { return false };
        return if six { text[5..].parse::<Ipv6Addr>().is_ok() } else { text.parse::<Ipv4Addr>().is_ok() };
    }
    let labels: Vec<&[u8]> = domain.split(|byte| *byte == b'.').collect();
    let good = |label: &&[u8]| {
        let plain = |byte: &u8| byte.is_ascii_alphanumeric() || wide(byte);
        !label.is_empty()
            && label.len() <= 63
            && label.iter().all(|byte| plain(byte) || *byte == b'-')
            && label.first().is_some_and(plain)
            && label.last().is_some_and(plain)
    };
    domain.len() <= 254 && labels.len() >= 2 && labels.iter().all(good) && !labels[labels.len() - 1].iter().all(u8::is_ascii_digit)
}

pub(crate) fn ip(text: &[u8], flags: i64) -> bool {
    let Ok(text) = std::str::from_utf8(text) else { return false };
    let any = flags & (FILTER_FLAG_IPV4 | FILTER_FLAG_IPV6) == 0;
    if let Ok(address) = text.parse::<Ipv4Addr>() {
        return (any || flags & FILTER_FLAG_IPV4 != 0) && in_range4(address, flags);
    }
    if text.contains(':')
        && let Ok(address) = text.parse::<Ipv6Addr>()
    {
        return (any || flags & FILTER_FLAG_IPV6 != 0) && in_range6(address, flags);
    }
    false
}

fn in_range4(address: Ipv4Addr, flags: i64) -> bool {
    let [a, b, c, d] = address.octets();
    let private = a == 10 || (a == 172 && (16..32).contains(&b)) || (a == 192 && b == 168);
    let reserved = a == 0 || a >= 240 || a == 127 || (a == 169 && b == 254);
    let special = (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 0 && c == 2)
        || (a == 198 && (18..20).contains(&b))
        || (a == 198 && b == 51 && c == 100)
        || (a == 203 && b == 0 && c == 113)
        || (a == 255 && b == 255 && c == 255 && d == 255);
    let private_wanted = flags & FILTER_FLAG_NO_PRIV_RANGE != 0;
    let reserved_wanted = flags & FILTER_FLAG_NO_RES_RANGE != 0;
    let global = flags & FILTER_FLAG_GLOBAL_RANGE != 0;
    !((private_wanted || global) && private || (reserved_wanted || global) && reserved || global && special)
}

fn in_range6(address: Ipv6Addr, flags: i64) -> bool {
    let parts = address.segments();
    let private = parts[0] & 0xfe00 == 0xfc00;
    let loopback_or_any = parts[..7].iter().all(|part| *part == 0) && parts[7] <= 1;
    let mapped = parts[..5].iter().all(|part| *part == 0) && parts[5] == 0xffff;
    let reserved = loopback_or_any
        || mapped
        || parts[0] & 0xffc0 == 0xfe80
        || (parts[0] == 0x2001 && parts[1] == 0x0db8)
        || (parts[0] == 0x5f00)
        || (parts[0] == 0x3ff3)
        || (parts[0] == 0x2001 && (0x10..=0x1f).contains(&parts[1]));
    let global = flags & FILTER_FLAG_GLOBAL_RANGE != 0;
    !((flags & FILTER_FLAG_NO_PRIV_RANGE != 0 || global) && private || (flags & FILTER_FLAG_NO_RES_RANGE != 0 || global) && reserved)
}

pub(crate) fn mac(text: &[u8], separator: Option<u8>) -> bool {
    let (unit, mark) = match (text.len(), text.get(2), text.get(4)) {
        (17, Some(mark @ (b'-' | b':')), _) => (2, *mark),
        (14, _, Some(b'.')) => (4, b'.'),
        _ => return false,
    };
    if separator.is_some_and(|wanted| wanted != mark) {
        return false;
    }
    text.split(|byte| *byte == mark).all(|group| group.len() == unit && group.iter().all(u8::is_ascii_hexdigit))
}
