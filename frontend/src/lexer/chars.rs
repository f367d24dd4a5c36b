//! Classes of bytes.

const LABEL_START: u8 = 1;
const LABEL: u8 = 2;
const SPACE: u8 = 4;

const CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80..=0xff => LABEL_START | LABEL,
            b'0'..=b'9' => LABEL,
            b' ' | b'\n' | b'\r' | b'\t' => SPACE,
            _ => 0,
        };
        byte += 1;
    }
    table
}

/// Whether an identifier can start with the byte.
pub(super) fn is_label_start(byte: u8) -> bool {
    CLASSES[byte as usize] & LABEL_START != 0
}

/// Whether the byte can stand in an identifier.
pub(super) fn is_label(byte: u8) -> bool {
    CLASSES[byte as usize] & LABEL != 0
}

pub(super) fn is_space(byte: u8) -> bool {
    CLASSES[byte as usize] & SPACE != 0
}

pub(super) fn is_blank(byte: u8) -> bool {
    byte == b' ' || byte == b'\t'
}

/// The number of line ends in `text`, which `next` follows: `\r\n` is one.
pub(super) fn count_newlines(text: &[u8], next: u8) -> u32 {
    let mut lines = 0;
    for (index, &byte) in text.iter().enumerate() {
        if byte == b'\n' || (byte == b'\r' && *text.get(index + 1).unwrap_or(&next) != b'\n') {
            lines += 1;
        }
    }
    lines
}
