//! Encodings that are not tables: UTF-16 and UTF-32, and the three that encode bytes for transport.

use crate::encoding::BAD;

/// The byte order mark decides where the encoding leaves it open.
fn units<const N: usize>(text: &[u8], little: bool, bom: bool) -> (bool, &[u8]) {
    if !bom || text.len() < N {
        return (little, text);
    }
    let mark = &text[..N];
    let (big_mark, little_mark): (&[u8], &[u8]) =
        if N == 2 { (&[0xFE, 0xFF], &[0xFF, 0xFE]) } else { (&[0, 0, 0xFE, 0xFF], &[0xFF, 0xFE, 0, 0]) };
    match mark {
        mark if mark == big_mark => (false, &text[N..]),
        mark if mark == little_mark => (true, &text[N..]),
        _ => (little, text),
    }
}

fn words(text: &[u8], little: bool) -> Vec<u16> {
    let pairs = text.as_chunks::<2>().0.iter();
    pairs.map(|&pair| if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }).collect()
}

pub(crate) fn decode_utf16(text: &[u8], little: bool, bom: bool) -> Vec<u32> {
    let (little, text) = units::<2>(text, little, bom);
    let mut chars: Vec<u32> = char::decode_utf16(words(text, little)).map(|char| char.map_or(BAD, u32::from)).collect();
    if text.len() % 2 != 0 {
        chars.push(BAD);
    }
    chars
}

pub(crate) fn decode_ucs2(text: &[u8], little: bool) -> Vec<u32> {
    let mut chars: Vec<u32> = words(text, little).into_iter().map(u32::from).collect();
    if text.len() % 2 != 0 {
        chars.push(BAD);
    }
    chars
}

pub(crate) fn decode_utf32(text: &[u8], little: bool, bom: bool) -> Vec<u32> {
    let (little, text) = units::<4>(text, little, bom);
    let (quads, rest) = text.as_chunks::<4>();
    let quads = quads.iter().map(|&quad| if little { u32::from_le_bytes(quad) } else { u32::from_be_bytes(quad) });
    let mut chars: Vec<u32> = quads.map(|char| char::from_u32(char).map_or(BAD, u32::from)).collect();
    if !rest.is_empty() {
        chars.push(BAD);
    }
    chars
}

// ---- transport

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(crate) fn decode_base64(text: &[u8]) -> Vec<u32> {
    let mut chars = Vec::new();
    let (mut bits, mut count) = (0u32, 0);
    for &byte in text {
        let Some(digit) = DIGITS.iter().position(|&digit| digit == byte) else { continue };
        bits = bits << 6 | digit as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            chars.push(bits >> count & 0xFF);
        }
    }
    chars
}

/// In lines of 76 digits.
pub(crate) fn encode_base64(chars: &[u32]) -> Vec<u8> {
    let mut out = Vec::new();
    for (line, group) in chars.chunks(57).enumerate() {
        if line > 0 {
            out.extend_from_slice(b"\r\n");
        }
        for three in group.chunks(3) {
            let byte = |at: usize| three.get(at).copied().unwrap_or(0) & 0xFF;
            let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
            for place in 0..4 {
                let digit = DIGITS[(bits >> (18 - 6 * place) & 63) as usize];
                out.push(if place <= three.len() { digit } else { b'=' });
            }
        }
    }
    out
}

pub(crate) fn decode_quoted(text: &[u8]) -> Vec<u32> {
    let mut chars = Vec::new();
    let mut at = 0;
    let digit = |at: usize| text.get(at).and_then(|&byte| (byte as char).to_digit(16));
    while at < text.len() {
        if text[at] != b'=' {
            chars.push(u32::from(text[at]));
            at += 1;
        } else if let (Some(high), Some(low)) = (digit(at + 1), digit(at + 2)) {
            chars.push(high << 4 | low);
            at += 3;
        } else {
            // A soft end of line.
            at += 1;
            while at < text.len() && matches!(text[at], b'\r' | b'\n') {
                at += 1;
            }
        }
    }
    chars
}

pub(crate) fn encode_quoted(chars: &[u32]) -> Vec<u8> {
    let mut out = Vec::new();
    for &char in chars {
        let byte = char as u8;
        match byte {
            b'\r' | b'\n' => out.push(byte),
            b'=' | 0x80.. | 0..=31 => out.extend(format!("={byte:02X}").bytes()),
            _ => out.push(byte),
        }
    }
    out
}

/// `&name;` of ISO 8859-1 characters, by code from 160.
const ENTITIES: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave \
Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml \
Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth \
ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

pub(crate) fn put_entity(out: &mut Vec<u8>, char: u32) {
    match char {
        0..=0x7F => out.push(char as u8),
        0xA0..=0xFF => {
            let name = ENTITIES.split(' ').nth(char as usize - 0xA0).expect("96 names");
            out.extend(format!("&{name};").bytes());
        }
        _ => out.extend(format!("&#{char};").bytes()),
    }
}

pub(crate) fn decode_entities(text: &[u8]) -> Vec<u32> {
    let mut chars = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = text[at..].iter().take(16).position(|&byte| byte == b';').map(|length| at + length);
        let entity = end.filter(|_| text[at] == b'&').and_then(|end| entity(&text[at + 1..end]));
        match (entity, end) {
            (Some(char), Some(end)) => {
                chars.push(char);
                at = end + 1;
            }
            _ => {
                chars.push(u32::from(text[at]));
                at += 1;
            }
        }
    }
    chars
}

fn entity(name: &[u8]) -> Option<u32> {
    let name = std::str::from_utf8(name).ok()?;
    if let Some(number) = name.strip_prefix('#') {
        let char = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(char).map(u32::from);
    }
    match name {
        "amp" => Some(38),
        "lt" => Some(60),
        "gt" => Some(62),
        "quot" => Some(34),
        "euro" => Some(0x20AC),
        _ => ENTITIES.split(' ').position(|known| known == name).map(|at| at as u32 + 0xA0),
    }
}
