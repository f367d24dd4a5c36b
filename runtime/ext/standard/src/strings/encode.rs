//! Bytes as text and back: hexadecimal, base64, uuencode, quoted-printable, ROT13, checksums.

use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions = functions![
    bin2hex, hex2bin, base64_encode, base64_decode, str_rot13, ord, chr, md5, sha1, crc32, utf8_encode, utf8_decode,
    quoted_printable_encode, quoted_printable_decode, uniqid, lcg_value,
];

const HEX: &[u8; 16] = b"0123456789abcdef";

pub(crate) fn hex(bytes: &[u8]) -> Str {
    let mut out = Str::zeroed(bytes.len() * 2);
    for (pair, byte) in out.make_mut().chunks_exact_mut(2).zip(bytes) {
        pair.copy_from_slice(&[HEX[(byte >> 4) as usize], HEX[(byte & 15) as usize]]);
    }
    out
}

#[php_function("bin2hex(string $string): string", PURE)]
fn bin2hex(string: &Str) -> Str {
    hex(string)
}

#[php_function("hex2bin(string $string): string|false", WARNS)]
fn hex2bin(cx: &mut Cx, string: &Str) -> Result<OrFalse<Str>> {
    if string.len() % 2 != 0 {
        warning(cx, "Hexadecimal input string must have an even length")?;
        return Ok(OrFalse::NO);
    }
    let digit = |byte: u8| (byte as char).to_digit(16).map(|digit| digit as u8);
    let bytes: Option<Vec<u8>> = string.chunks(2).map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?)).collect();
    match bytes {
        Some(bytes) => Ok(Str::from(bytes).into()),
        None => {
            warning(cx, "Input string must be hexadecimal string")?;
            Ok(OrFalse::NO)
        }
    }
}

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

#[php_function("base64_encode(string $string): string", PURE)]
pub(crate) fn base64_encode(string: &Str) -> Str {
    let mut text = Str::zeroed(string.len().div_ceil(3) * 4);
    let mut chunks = string.chunks_exact(3);
    let mut out = text.make_mut().chunks_exact_mut(4);
    for (chunk, out) in (&mut chunks).zip(&mut out) {
        let word = (chunk[0] as usize) << 16 | (chunk[1] as usize) << 8 | chunk[2] as usize;
        out.copy_from_slice(&[BASE64[word >> 18], BASE64[word >> 12 & 63], BASE64[word >> 6 & 63], BASE64[word & 63]]);
    }
    let rest: [u8; 4] = match *chunks.remainder() {
        [a] => [BASE64[a as usize >> 2], BASE64[(a as usize & 3) << 4], b'=', b'='],
        [a, b] => {
            let word = (a as usize) << 8 | b as usize;
            [BASE64[word >> 10], BASE64[word >> 4 & 63], BASE64[(word & 15) << 2], b'=']
        }
        _ => return text,
    };
    let at = text.len() - 4;
    text.make_mut()[at..].copy_from_slice(&rest);
    text
}

#[php_function("base64_decode(string $string, bool $strict = false): string|false", PURE)]
fn base64_decode(string: &Str, strict: bool) -> OrFalse<Str> {
    OrFalse(decode_base64(string, strict).map(Str::from))
}

/// The digits' values; 64 for all other bytes.
const FROM_BASE64: [u8; 256] = {
    let mut table = [64; 256];
    let mut digit = 0;
    while digit < 64 {
        table[BASE64[digit] as usize] = digit as u8;
        digit += 1;
    }
    table
};

pub(crate) fn decode_base64(text: &[u8], strict: bool) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let mut bits = 0u32;
    let mut text = text;
    // Whole groups of digits, as most texts are to the end.
    while let Some((group, rest)) = text.split_first_chunk::<4>() {
        let digits = group.map(|byte| FROM_BASE64[byte as usize] as u32);
        if (digits[0] | digits[1] | digits[2] | digits[3]) & 64 != 0 {
            break;
        }
        let word = digits[0] << 18 | digits[1] << 12 | digits[2] << 6 | digits[3];
        out.extend_from_slice(&[(word >> 16) as u8, (word >> 8) as u8, word as u8]);
        text = rest;
    }
    let mut count = 0;
    let mut padding = 0;
    for &byte in text {
        let value = match byte {
            b'=' => {
                padding += 1;
                continue;
            }
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b' ' | b'\t' | b'\n' | b'\r' => continue,
            _ if strict => return None,
            _ => continue,
        };
        if padding > 0 && strict {
            return None;
        }
        bits = bits << 6 | value as u32;
        count += 1;
        if count % 4 == 0 {
            out.extend_from_slice(&[(bits >> 16) as u8, (bits >> 8) as u8, bits as u8]);
            bits = 0;
        }
    }
    match count % 4 {
        1 if strict => return None,
        2 => out.push((bits >> 4) as u8),
        3 => out.extend_from_slice(&[(bits >> 10) as u8, (bits >> 2) as u8]),
        _ => {}
    }
    if strict && padding > 0 && (padding > 2 || (count + padding) % 4 != 0) {
        return None;
    }
    Some(out)
}

#[php_function("str_rot13(string $string): string", PURE)]
fn str_rot13(string: &Str) -> Str {
    let turn = |byte: u8, first: u8| (byte - first + 13) % 26 + first;
    let turned = string.iter().map(|&byte| match byte {
        b'a'..=b'z' => turn(byte, b'a'),
        b'A'..=b'Z' => turn(byte, b'A'),
        _ => byte,
    });
    turned.collect::<Vec<u8>>().into()
}

#[php_function("ord(string $character): int", PURE)]
fn ord(character: &Str) -> i64 {
    character.first().copied().unwrap_or(0) as i64
}

#[php_function("chr(int $codepoint): string", PURE)]
fn chr(codepoint: i64) -> Str {
    Str::byte(codepoint.rem_euclid(256) as u8)
}

/// The digest as bytes or in hexadecimal.
fn digest(bytes: &[u8], binary: bool) -> Str {
    if binary { Str::new(bytes) } else { hex(bytes) }
}

#[php_function("md5(string $string, bool $binary = false): string", PURE)]
fn md5(string: &Str, binary: bool) -> Str {
    use ::md5::Digest;
    digest(&::md5::Md5::digest(&string[..]), binary)
}

#[php_function("sha1(string $string, bool $binary = false): string", PURE)]
fn sha1(string: &Str, binary: bool) -> Str {
    use ::sha1::Digest;
    digest(&::sha1::Sha1::digest(&string[..]), binary)
}

#[php_function("crc32(string $string): int", PURE)]
fn crc32(string: &Str) -> i64 {
    crc32fast::hash(string) as i64
}

#[php_function("utf8_encode(string $string): string", PURE, deprecated = " since 8.2, visit the php.net documentation for various alternatives")]
fn utf8_encode(string: &Str) -> Str {
    let text: String = string.iter().map(|&byte| byte as char).collect();
    text.into()
}

#[php_function("utf8_decode(string $string): string", PURE, deprecated = " since 8.2, visit the php.net documentation for various alternatives")]
fn utf8_decode(string: &Str) -> Str {
    let text = String::from_utf8_lossy(string);
    text.chars().map(|c| if (c as u32) < 256 { c as u8 } else { b'?' }).collect::<Vec<u8>>().into()
}

#[php_function("quoted_printable_encode(string $string): string", PURE)]
fn quoted_printable_encode(string: &Str) -> Str {
    const UPPER: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = Vec::with_capacity(string.len() * 2);
    let mut line = 0;
    let mut at = 0;
    while at < string.len() {
        let byte = string[at];
        if byte == b'\r' && string.get(at + 1) == Some(&b'\n') {
            out.extend_from_slice(b"\r\n");
            line = 0;
            at += 2;
            continue;
        }
        let plain = !(byte < 32 || byte == 127 || byte & 0x80 != 0 || byte == b'=' || byte == b' ' && string.get(at + 1) == Some(&b'\r'));
        let width = if plain { 1 } else { 3 };
        if line + width > 75 {
            out.extend_from_slice(b"=\r\n");
            line = 0;
        }
        if plain {
            out.push(byte);
        } else {
            out.extend_from_slice(&[b'=', UPPER[(byte >> 4) as usize], UPPER[(byte & 15) as usize]]);
        }
        line += width;
        at += 1;
    }
    out.into()
}

#[php_function("quoted_printable_decode(string $string): string", PURE)]
fn quoted_printable_decode(string: &Str) -> Str {
    let mut out = Vec::with_capacity(string.len());
    let mut at = 0;
    while at < string.len() {
        let rest = &string[at..];
        if rest[0] != b'=' {
            out.push(rest[0]);
            at += 1;
            continue;
        }
        let digit = |byte: Option<&u8>| byte.and_then(|&byte| (byte as char).to_digit(16)).map(|digit| digit as u8);
        if let (Some(high), Some(low)) = (digit(rest.get(1)), digit(rest.get(2))) {
            out.push(high << 4 | low);
            at += 3;
            continue;
        }
        let blanks = rest[1..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        match &rest[1 + blanks..] {
            [] => at += 1 + blanks,
            [b'\r', b'\n', ..] => at += 3 + blanks,
            [b'\n' | b'\r', ..] => at += 2 + blanks,
            _ => {
                out.push(b'=');
                at += 1;
            }
        }
    }
    out.into()
}

#[php_function(r#"uniqid(string $prefix = "", bool $more_entropy = false): string"#, AMBIENT)]
fn uniqid(prefix: &Str, more_entropy: bool) -> Str {
    // Two calls never see the same microsecond.
    std::thread::sleep(std::time::Duration::from_micros(1));
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let mut text = format!("{:08x}{:05x}", now.as_secs(), now.subsec_micros());
    if more_entropy {
        text += &format!("{:.8}", random_fraction() * 10.0);
    }
    Str::concat(&[prefix, text.as_bytes()])
}

fn random_fraction() -> f64 {
    use std::hash::{BuildHasher, Hasher};
    let bits = std::collections::hash_map::RandomState::new().build_hasher().finish();
    (bits >> 11) as f64 / (1u64 << 53) as f64
}

#[php_function("lcg_value(): float", AMBIENT, deprecated = " since 8.4, use \\Random\\Randomizer::getFloat() instead")]
fn lcg_value() -> f64 {
    random_fraction()
}
