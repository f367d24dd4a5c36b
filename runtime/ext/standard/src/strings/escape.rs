//! Backslashes, quotes and line ends: escaping and its undoing.

use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions =
    functions![addslashes, stripslashes, addcslashes, stripcslashes, nl2br, quotemeta, escapeshellarg, escapeshellcmd, strip_tags];

#[php_function("addslashes(string $string): string", PURE)]
fn addslashes(string: &Str) -> Str {
    let special = |byte: &u8| matches!(byte, b'\'' | b'"' | b'\\' | 0);
    let Some(first) = string.iter().position(special) else { return string.clone() };
    let mut out = Vec::with_capacity(string.len() + 16);
    out.extend_from_slice(&string[..first]);
    for &byte in &string[first..] {
        match byte {
            0 => out.extend_from_slice(b"\\0"),
            b'\'' | b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
            _ => out.push(byte),
        }
    }
    out.into()
}

#[php_function("stripslashes(string $string): string", PURE)]
fn stripslashes(string: &Str) -> Str {
    let mut out = Vec::with_capacity(string.len());
    let mut bytes = string.iter().copied();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => match bytes.next() {
                Some(b'0') => out.push(0),
                Some(next) => out.push(next),
                None => {}
            },
            _ => out.push(byte),
        }
    }
    out.into()
}

#[php_function("addcslashes(string $string, string $characters): string", WARNS)]
fn addcslashes(cx: &mut Cx, string: &Str, characters: &Str) -> Result<Str> {
    let set = super::trim::mask(cx, characters)?;
    let mut out = Vec::with_capacity(string.len() + 16);
    for &byte in string.iter() {
        if !set[byte as usize] {
            out.push(byte);
            continue;
        }
        out.push(b'\\');
        match byte {
            b'\n' => out.push(b'n'),
            b'\t' => out.push(b't'),
            b'\r' => out.push(b'r'),
            0x07 => out.push(b'a'),
            0x0b => out.push(b'v'),
            0x08 => out.push(b'b'),
            0x0c => out.push(b'f'),
            32..=126 => out.push(byte),
            _ => out.extend_from_slice(format!("{byte:03o}").as_bytes()),
        }
    }
    Ok(out.into())
}

#[php_function("stripcslashes(string $string): string", PURE)]
fn stripcslashes(string: &Str) -> Str {
    let mut out = Vec::with_capacity(string.len());
    let mut at = 0;
    while at < string.len() {
        if string[at] != b'\\' || at + 1 >= string.len() {
            out.push(string[at]);
            at += 1;
            continue;
        }
        at += 1;
        let byte = string[at];
        at += 1;
        match byte {
            b'n' => out.push(b'\n'),
            b't' => out.push(b'\t'),
            b'r' => out.push(b'\r'),
            b'a' => out.push(0x07),
            b'v' => out.push(0x0b),
            b'b' => out.push(0x08),
            b'f' => out.push(0x0c),
            b'x' if string.get(at).is_some_and(u8::is_ascii_hexdigit) => {
                let digits = string[at..].iter().take(2).take_while(|byte| byte.is_ascii_hexdigit()).count();
                let value = string[at..at + digits].iter().fold(0u32, |value, &digit| value * 16 + (digit as char).to_digit(16).unwrap_or(0));
                out.push(value as u8);
                at += digits;
            }
            b'0'..=b'7' => {
                let digits = string[at - 1..].iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
                let value = string[at - 1..at - 1 + digits].iter().fold(0u32, |value, &digit| value * 8 + (digit - b'0') as u32);
                out.push(value as u8);
                at += digits - 1;
            }
            _ => out.push(byte),
        }
    }
    out.into()
}

#[php_function("nl2br(string $string, bool $use_xhtml = true): string", PURE)]
fn nl2br(string: &Str, use_xhtml: bool) -> Str {
    let tag: &[u8] = if use_xhtml { b"<br />" } else { b"<br>" };
    let mut out = Vec::with_capacity(string.len() + 32);
    let mut at = 0;
    while at < string.len() {
        let byte = string[at];
        at += 1;
        if byte != b'\n' && byte != b'\r' {
            out.push(byte);
            continue;
        }
        out.extend_from_slice(tag);
        out.push(byte);
        if let Some(&next) = string.get(at).filter(|&&next| matches!((byte, next), (b'\n', b'\r') | (b'\r', b'\n'))) {
            out.push(next);
            at += 1;
        }
    }
    out.into()
}

#[php_function("quotemeta(string $string): string", PURE)]
fn quotemeta(string: &Str) -> Str {
    let mut out = Vec::with_capacity(string.len() * 2);
    for &byte in string.iter() {
        if b".\\+*?[^]$()".contains(&byte) {
            out.push(b'\\');
        }
        out.push(byte);
    }
    out.into()
}

#[php_function("escapeshellarg(string $arg): string", THROWS)]
fn escapeshellarg(cx: &mut Cx, arg: &Str) -> Result<Str> {
    if arg.contains(&0) {
        return Err(value_error(cx, 1, "must not contain any null bytes"));
    }
    let mut out = Vec::with_capacity(arg.len() + 2);
    out.push(b'\'');
    for &byte in arg.iter() {
        match byte {
            b'\'' => out.extend_from_slice(b"'\\''"),
            _ => out.push(byte),
        }
    }
    out.push(b'\'');
    Ok(out.into())
}

#[php_function("escapeshellcmd(string $command): string", THROWS)]
fn escapeshellcmd(cx: &mut Cx, command: &Str) -> Result<Str> {
    if command.contains(&0) {
        return Err(value_error(cx, 1, "must not contain any null bytes"));
    }
    let mut out = Vec::with_capacity(command.len() + 8);
    // The quote that a pair is waiting for.
    let mut open: Option<u8> = None;
    for (at, &byte) in command.iter().enumerate() {
        match byte {
            b'\'' | b'"' => {
                if open == Some(byte) {
                    open = None;
                } else if open.is_none() && command[at + 1..].contains(&byte) {
                    open = Some(byte);
                } else {
                    out.push(b'\\');
                }
                out.push(byte);
            }
            b'#' | b'&' | b';' | b'`' | b'|' | b'*' | b'?' | b'~' | b'<' | b'>' | b'^' | b'(' | b')' | b'[' | b']' | b'{' | b'}'
            | b'$' | b'\\' | b'\n' | 0xff => out.extend_from_slice(&[b'\\', byte]),
            _ => out.push(byte),
        }
    }
    Ok(out.into())
}

#[php_function("strip_tags(string $string, array|string|null $allowed_tags = null): string")]
fn strip_tags(cx: &mut Cx, string: &Str, allowed_tags: &Value) -> Result<Str> {
    let mut allowed: Vec<Vec<u8>> = Vec::new();
    match allowed_tags.view() {
        View::Array(tags) => {
            for tag in tags.values() {
                allowed.push(convert::to_str(cx, &tag)?.to_ascii_lowercase());
            }
        }
        View::Str(tags) => {
            let text = tags.to_ascii_lowercase();
            allowed.extend(text.split(|&byte| byte == b'<').skip(1).filter_map(|part| {
                let end = part.iter().position(|&byte| byte == b'>')?;
                Some(part[..end].to_vec())
            }));
        }
        _ => {}
    }
    Ok(strip(string, &allowed))
}

/// The name in a tag: `</B  x>` and `<b/>` are `b`.
fn tag_name(tag: &[u8]) -> Vec<u8> {
    let inner = tag.strip_prefix(b"<").unwrap_or(tag);
    let inner = inner.strip_prefix(b"/").unwrap_or(inner);
    let end = inner.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'>' || *byte == b'/').unwrap_or(inner.len());
    inner[..end].to_ascii_lowercase()
}

enum State {
    Text,
    Tag,
    /// `<?`
    Php,
    /// `<!`
    Declaration,
    Comment,
}

fn strip(text: &[u8], allowed: &[Vec<u8>]) -> Str {
    let mut out = Vec::with_capacity(text.len());
    let mut state = State::Text;
    let mut tag = Vec::new();
    let mut quote = 0u8;
    let mut depth = 0;
    let mut parens = 0;
    let mut at = 0;
    while at < text.len() {
        let byte = text[at];
        match state {
            State::Text => match byte {
                0 => {}
                b'<' if text.get(at + 1).is_some_and(|next| next.is_ascii_whitespace()) => out.push(byte),
                b'<' => {
                    state = State::Tag;
                    tag.clear();
                    tag.push(byte);
                    quote = 0;
                    depth = 0;
                }
                _ => out.push(byte),
            },
            State::Tag => match byte {
                0 => {}
                b'<' if quote == 0 && text.get(at + 1).is_some_and(|next| next.is_ascii_whitespace()) => tag.push(byte),
                b'<' if quote == 0 => depth += 1,
                b'>' if quote == 0 && depth > 0 => depth -= 1,
                b'>' if quote == 0 => {
                    tag.push(byte);
                    if allowed.contains(&tag_name(&tag)) {
                        out.extend_from_slice(&tag);
                    }
                    state = State::Text;
                }
                b'"' | b'\'' if at > 0 && tag.len() > 1 => {
                    tag.push(byte);
                    if quote == byte {
                        quote = 0;
                    } else if quote == 0 {
                        quote = byte;
                    }
                }
                b'!' if tag.len() == 1 => state = State::Declaration,
                b'?' if tag.len() == 1 => {
                    state = State::Php;
                    parens = 0;
                }
                _ => tag.push(byte),
            },
            State::Php => match byte {
                b'"' | b'\'' if text[at - 1] != b'\\' => {
                    if quote == byte {
                        quote = 0;
                    } else if quote == 0 {
                        quote = byte;
                    }
                }
                b'(' if quote == 0 => parens += 1,
                b')' if quote == 0 => parens -= 1,
                b'>' if quote == 0 && parens <= 0 && text[at - 1] == b'?' => state = State::Text,
                _ => {}
            },
            State::Declaration => match byte {
                b'-' if text[at - 1] == b'-' && text[at - 2] == b'!' => state = State::Comment,
                b'"' | b'\'' => {
                    if quote == byte {
                        quote = 0;
                    } else if quote == 0 {
                        quote = byte;
                    }
                }
                b'<' if quote == 0 => depth += 1,
                b'>' if quote == 0 && depth > 0 => depth -= 1,
                b'>' if quote == 0 => state = State::Text,
                _ => {}
            },
            State::Comment => {
                if byte == b'>' && at >= 2 && text[at - 1] == b'-' && text[at - 2] == b'-' {
                    state = State::Text;
                    quote = 0;
                }
            }
        }
        at += 1;
    }
    out.into()
}
