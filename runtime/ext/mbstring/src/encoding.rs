//! Encodings: their names, and bytes to characters and back.

use encoding_rs as rs;

/// What stands for bytes that are no character.
pub(crate) const BAD: u32 = u32::MAX;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Utf8,
    Ascii,
    Latin1,
    /// Any byte is a character of its own.
    Binary,
    SevenBit,
    Base64,
    QuotedPrintable,
    HtmlEntities,
    Utf16 { little: bool, bom: bool },
    Utf32 { little: bool, bom: bool },
    Ucs2 { little: bool },
    /// One byte a character.
    Single(&'static rs::Encoding),
    /// One or two bytes a character (up to four in GB18030).
    Multi(&'static rs::Encoding),
    /// With shifts between sets of characters.
    Stateful(&'static rs::Encoding),
}

pub(crate) struct Encoding {
    pub(crate) name: &'static str,
    pub(crate) mime: &'static str,
    pub(crate) aliases: &'static [&'static str],
    pub(crate) kind: Kind,
}

/// An encoding is known by its place in the table.
pub(crate) type Enc = &'static Encoding;

macro_rules! encodings {
    ($($name:literal $mime:literal [$($alias:literal),*] $kind:expr;)*) => {
        pub(crate) static ENCODINGS: &[Encoding] = &[$(Encoding { name: $name, mime: $mime, aliases: &[$($alias),*], kind: $kind }),*];
    };
}

encodings! {
    "BASE64" "BASE64" [] Kind::Base64;
    "HTML-ENTITIES" "HTML-ENTITIES" ["HTML", "html"] Kind::HtmlEntities;
    "Quoted-Printable" "Quoted-Printable" ["qprint"] Kind::QuotedPrintable;
    "7bit" "7bit" [] Kind::SevenBit;
    "8bit" "8bit" ["binary"] Kind::Binary;
    "UCS-4" "UCS-4" ["ISO-10646-UCS-4", "UCS4"] Kind::Utf32 { little: false, bom: true };
    "UCS-4BE" "UCS-4BE" ["byte4be"] Kind::Utf32 { little: false, bom: false };
    "UCS-4LE" "UCS-4LE" ["byte4le"] Kind::Utf32 { little: true, bom: false };
    "UCS-2" "UCS-2" ["ISO-10646-UCS-2", "UCS2", "UNICODE"] Kind::Ucs2 { little: false };
    "UCS-2BE" "UCS-2BE" ["byte2be"] Kind::Ucs2 { little: false };
    "UCS-2LE" "UCS-2LE" ["byte2le"] Kind::Ucs2 { little: true };
    "UTF-32" "UTF-32" ["utf32"] Kind::Utf32 { little: false, bom: true };
    "UTF-32BE" "UTF-32BE" [] Kind::Utf32 { little: false, bom: false };
    "UTF-32LE" "UTF-32LE" [] Kind::Utf32 { little: true, bom: false };
    "UTF-16" "UTF-16" ["utf16"] Kind::Utf16 { little: false, bom: true };
    "UTF-16BE" "UTF-16BE" [] Kind::Utf16 { little: false, bom: false };
    "UTF-16LE" "UTF-16LE" [] Kind::Utf16 { little: true, bom: false };
    "UTF-8" "UTF-8" ["utf8"] Kind::Utf8;
    "ASCII" "US-ASCII" ["ANSI_X3.4-1968", "iso-ir-6", "ANSI_X3.4-1986", "ISO_646.irv:1991", "US-ASCII", "ISO646-US", "us", "IBM367", "IBM-367", "cp367", "csASCII"] Kind::Ascii;
    "EUC-JP" "EUC-JP" ["EUC", "EUC_JP", "eucJP", "x-euc-jp"] Kind::Multi(&rs::EUC_JP_INIT);
    "SJIS" "Shift_JIS" ["x-sjis", "SHIFT-JIS"] Kind::Multi(&rs::SHIFT_JIS_INIT);
    "eucJP-win" "EUC-JP" ["eucJP-open", "eucJP-ms"] Kind::Multi(&rs::EUC_JP_INIT);
    "CP932" "Shift_JIS" ["MS932", "Windows-31J", "MS_Kanji"] Kind::Multi(&rs::SHIFT_JIS_INIT);
    "SJIS-win" "Shift_JIS" ["SJIS-ms", "SJIS-open"] Kind::Multi(&rs::SHIFT_JIS_INIT);
    "JIS" "ISO-2022-JP" [] Kind::Stateful(&rs::ISO_2022_JP_INIT);
    "ISO-2022-JP" "ISO-2022-JP" [] Kind::Stateful(&rs::ISO_2022_JP_INIT);
    "GB18030" "GB18030" ["gb-18030", "gb-18030-2000"] Kind::Multi(&rs::GB18030_INIT);
    "Windows-1252" "Windows-1252" ["cp1252"] Kind::Single(&rs::WINDOWS_1252_INIT);
    "Windows-1254" "Windows-1254" ["CP1254", "CP-1254", "WINDOWS-1254"] Kind::Single(&rs::WINDOWS_1254_INIT);
    "ISO-8859-1" "ISO-8859-1" ["ISO8859-1", "latin1"] Kind::Latin1;
    "ISO-8859-2" "ISO-8859-2" ["ISO8859-2", "latin2"] Kind::Single(&rs::ISO_8859_2_INIT);
    "ISO-8859-3" "ISO-8859-3" ["ISO8859-3", "latin3"] Kind::Single(&rs::ISO_8859_3_INIT);
    "ISO-8859-4" "ISO-8859-4" ["ISO8859-4", "latin4"] Kind::Single(&rs::ISO_8859_4_INIT);
    "ISO-8859-5" "ISO-8859-5" ["ISO8859-5", "cyrillic"] Kind::Single(&rs::ISO_8859_5_INIT);
    "ISO-8859-6" "ISO-8859-6" ["ISO8859-6", "arabic"] Kind::Single(&rs::ISO_8859_6_INIT);
    "ISO-8859-7" "ISO-8859-7" ["ISO8859-7", "greek"] Kind::Single(&rs::ISO_8859_7_INIT);
    "ISO-8859-8" "ISO-8859-8" ["ISO8859-8", "hebrew"] Kind::Single(&rs::ISO_8859_8_INIT);
    "ISO-8859-10" "ISO-8859-10" ["ISO8859-10", "latin6"] Kind::Single(&rs::ISO_8859_10_INIT);
    "ISO-8859-13" "ISO-8859-13" ["ISO8859-13"] Kind::Single(&rs::ISO_8859_13_INIT);
    "ISO-8859-14" "ISO-8859-14" ["ISO8859-14", "latin8"] Kind::Single(&rs::ISO_8859_14_INIT);
    "ISO-8859-15" "ISO-8859-15" ["ISO8859-15"] Kind::Single(&rs::ISO_8859_15_INIT);
    "ISO-8859-16" "ISO-8859-16" ["ISO8859-16"] Kind::Single(&rs::ISO_8859_16_INIT);
    "EUC-CN" "CN-GB" ["CN-GB", "EUC_CN", "eucCN", "x-euc-cn", "gb2312"] Kind::Multi(&rs::GBK_INIT);
    "CP936" "CP936" ["CP-936", "GBK"] Kind::Multi(&rs::GBK_INIT);
    "BIG-5" "BIG5" ["CN-BIG5", "BIG-FIVE", "BIGFIVE"] Kind::Multi(&rs::BIG5_INIT);
    "CP950" "BIG5" [] Kind::Multi(&rs::BIG5_INIT);
    "EUC-KR" "EUC-KR" ["EUC_KR", "eucKR", "x-euc-kr"] Kind::Multi(&rs::EUC_KR_INIT);
    "UHC" "UHC" ["CP949"] Kind::Multi(&rs::EUC_KR_INIT);
    "Windows-1251" "Windows-1251" ["CP1251", "CP-1251", "WINDOWS-1251"] Kind::Single(&rs::WINDOWS_1251_INIT);
    "CP866" "CP866" ["CP-866", "IBM866", "IBM-866"] Kind::Single(&rs::IBM866_INIT);
    "KOI8-R" "KOI8-R" ["KOI8R"] Kind::Single(&rs::KOI8_R_INIT);
    "KOI8-U" "KOI8-U" ["KOI8U"] Kind::Single(&rs::KOI8_U_INIT);
}

/// By name, mime name or alias, in any case.
pub(crate) fn find(name: &[u8]) -> Option<Enc> {
    if name.eq_ignore_ascii_case(b"utf-8") {
        return Some(utf8());
    }
    let same = |text: &str| text.as_bytes().eq_ignore_ascii_case(name);
    let named = || ENCODINGS.iter().find(|encoding| same(encoding.name));
    let mime = || ENCODINGS.iter().find(|encoding| same(encoding.mime));
    let alias = || ENCODINGS.iter().find(|encoding| encoding.aliases.iter().any(|alias| same(alias)));
    named().or_else(mime).or_else(alias)
}

pub(crate) fn utf8() -> Enc {
    static AT: std::sync::OnceLock<Enc> = std::sync::OnceLock::new();
    AT.get_or_init(|| ENCODINGS.iter().find(|encoding| encoding.kind == Kind::Utf8).expect("UTF-8 is in the table"))
}

impl Encoding {
    pub(crate) fn is_utf8(&self) -> bool {
        self.kind == Kind::Utf8
    }

    /// Bytes of the character that starts with `lead`; 0: that takes decoding.
    pub(crate) fn step(&self, lead: u8) -> usize {
        match self.kind {
            Kind::Utf8 => utf8_step(lead),
            Kind::Ascii | Kind::Latin1 | Kind::Binary | Kind::SevenBit | Kind::Single(_) => 1,
            Kind::Ucs2 { .. } => 2,
            Kind::Utf32 { .. } => 4,
            Kind::Multi(encoding) if encoding == rs::SHIFT_JIS => match lead {
                0x81..=0x9F | 0xE0..=0xFC => 2,
                _ => 1,
            },
            Kind::Multi(encoding) if encoding == rs::EUC_JP => match lead {
                0x8F => 3,
                0x8E | 0xA1..=0xFE => 2,
                _ => 1,
            },
            Kind::Multi(encoding) if encoding == rs::GB18030 => 0,
            Kind::Multi(_) => if lead >= 0x81 && lead != 0xFF { 2 } else { 1 },
            _ => 0,
        }
    }

    pub(crate) fn decode(&self, text: &[u8]) -> Vec<u32> {
        match self.kind {
            Kind::Utf8 => decode_utf8(text),
            Kind::Ascii | Kind::SevenBit => text.iter().map(|&byte| if byte < 0x80 { u32::from(byte) } else { BAD }).collect(),
            Kind::Latin1 | Kind::Binary => text.iter().map(|&byte| u32::from(byte)).collect(),
            Kind::Base64 => crate::wide::decode_base64(text),
            Kind::QuotedPrintable => crate::wide::decode_quoted(text),
            Kind::HtmlEntities => crate::wide::decode_entities(text),
            Kind::Utf16 { little, bom } => crate::wide::decode_utf16(text, little, bom),
            Kind::Utf32 { little, bom } => crate::wide::decode_utf32(text, little, bom),
            Kind::Ucs2 { little } => crate::wide::decode_ucs2(text, little),
            Kind::Single(encoding) | Kind::Multi(encoding) | Kind::Stateful(encoding) => decode_with(encoding, text),
        }
    }

    /// Characters that the encoding lacks go through `replace`.
    pub(crate) fn encode(&self, chars: &[u32], replace: &Replace) -> Vec<u8> {
        let mut out = Vec::with_capacity(chars.len());
        match self.kind {
            Kind::Base64 => return crate::wide::encode_base64(chars),
            Kind::QuotedPrintable => return crate::wide::encode_quoted(chars),
            Kind::Stateful(encoding) | Kind::Multi(encoding) => return encode_with(encoding, chars, replace),
            _ => {}
        }
        for &char in chars {
            if char == BAD || !self.put(&mut out, char) {
                replace.put(&mut out, char, &mut |out, char| self.put(out, char));
            }
        }
        out
    }

    /// Appends one character; false: the encoding lacks it.
    fn put(&self, out: &mut Vec<u8>, char: u32) -> bool {
        match self.kind {
            Kind::Utf8 => match char::from_u32(char) {
                Some(char) => out.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes()),
                None => return false,
            },
            Kind::Ascii | Kind::SevenBit if char < 0x80 => out.push(char as u8),
            Kind::Latin1 | Kind::Binary if char < 0x100 => out.push(char as u8),
            Kind::HtmlEntities => crate::wide::put_entity(out, char),
            Kind::Utf16 { little, .. } => match char::from_u32(char) {
                Some(char) => char.encode_utf16(&mut [0; 2]).iter().for_each(|&unit| put16(out, unit, little)),
                None => return false,
            },
            Kind::Ucs2 { little } if char < 0x10000 => put16(out, char as u16, little),
            Kind::Utf32 { little, .. } => out.extend(if little { char.to_le_bytes() } else { char.to_be_bytes() }),
            Kind::Single(encoding) => match char::from_u32(char) {
                Some(char) => {
                    let mut buffer = [0; 4];
                    let (bytes, _, lost) = encoding.encode(char.encode_utf8(&mut buffer));
                    if lost {
                        return false;
                    }
                    out.extend_from_slice(&bytes);
                }
                None => return false,
            },
            _ => return false,
        }
        true
    }

    pub(crate) fn is_valid(&self, text: &[u8]) -> bool {
        match self.kind {
            Kind::Utf8 => std::str::from_utf8(text).is_ok(),
            Kind::Ascii | Kind::SevenBit => text.is_ascii(),
            Kind::Latin1 | Kind::Binary => true,
            _ => !self.decode(text).contains(&BAD),
        }
    }
}

fn put16(out: &mut Vec<u8>, unit: u16, little: bool) {
    out.extend(if little { unit.to_le_bytes() } else { unit.to_be_bytes() });
}

/// What to write for a character that cannot be written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Replace {
    Char(u32),
    Nothing,
    /// `U+1234`
    Long,
    /// `&#x1234;`
    Entity,
}

impl Replace {
    fn put(&self, out: &mut Vec<u8>, char: u32, put: &mut dyn FnMut(&mut Vec<u8>, u32) -> bool) {
        let text = match *self {
            Replace::Nothing => return,
            Replace::Char(substitute) => {
                if !put(out, substitute) {
                    put(out, u32::from(b'?'));
                }
                return;
            }
            Replace::Long if char == BAD => "?".to_string(),
            Replace::Long => format!("U+{char:X}"),
            Replace::Entity if char == BAD => "?".to_string(),
            Replace::Entity => format!("&#x{char:X};"),
        };
        for byte in text.bytes() {
            put(out, u32::from(byte));
        }
    }
}

// ---- UTF-8

pub(crate) fn utf8_step(lead: u8) -> usize {
    match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF7 => 4,
        _ => 1,
    }
}

fn decode_utf8(text: &[u8]) -> Vec<u32> {
    let mut chars = Vec::with_capacity(text.len());
    for chunk in text.utf8_chunks() {
        chars.extend(chunk.valid().chars().map(u32::from));
        if !chunk.invalid().is_empty() {
            chars.push(BAD);
        }
    }
    chars
}

// ---- by tables of encoding_rs

fn decode_with(encoding: &'static rs::Encoding, text: &[u8]) -> Vec<u32> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut chars = Vec::with_capacity(text.len());
    let mut buffer = [0u16; 512];
    let mut rest = text;
    loop {
        let (result, read, written) = decoder.decode_to_utf16_without_replacement(rest, &mut buffer, true);
        chars.extend(char::decode_utf16(buffer[..written].iter().copied()).map(|char| char.map_or(BAD, u32::from)));
        rest = &rest[read..];
        match result {
            rs::DecoderResult::InputEmpty => return chars,
            rs::DecoderResult::OutputFull => {}
            rs::DecoderResult::Malformed(..) => chars.push(BAD),
        }
    }
}

fn encode_with(encoding: &'static rs::Encoding, chars: &[u32], replace: &Replace) -> Vec<u8> {
    let mut encoder = encoding.new_encoder();
    let mut out = Vec::new();
    let mut write = |out: &mut Vec<u8>, char: Option<char>| -> bool {
        let mut utf8 = [0; 4];
        let text = char.map_or("", |char| char.encode_utf8(&mut utf8));
        let mut buffer = [0; 64];
        let (result, _, written) = encoder.encode_from_utf8_without_replacement(text, &mut buffer, char.is_none());
        out.extend_from_slice(&buffer[..written]);
        !matches!(result, rs::EncoderResult::Unmappable(_))
    };
    for &char in chars {
        if !char::from_u32(char).is_some_and(|char| write(&mut out, Some(char))) {
            replace.put(&mut out, char, &mut |out, char| char::from_u32(char).is_some_and(|char| write(out, Some(char))));
        }
    }
    write(&mut out, None);
    out
}
