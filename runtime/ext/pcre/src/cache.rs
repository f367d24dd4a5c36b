//! From `/pattern/modifiers` to a compiled pattern, remembered.

use crate::pattern::{self, Pattern};
use crate::state::*;
use phpc_core::extension::warning;
use phpc_core::global::Global;
use phpc_core::{Cx, Result, Str};
use std::collections::{HashMap, VecDeque};
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::rc::Rc;

/// As many as PHP keeps; an eighth goes when it is full.
const LIMIT: usize = 4096;
/// Places of the quick way, by the string's address.
const RECENT: usize = 256;

/// A pattern's text, hashed as PHP strings are: once.
#[derive(PartialEq, Eq, Clone)]
struct Text(Str);

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u32(self.0.hash());
    }
}

/// Spreads a string's hash over the bits that the table looks at.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u32(u32::from(byte)));
    }
    fn write_u32(&mut self, word: u32) {
        self.0 = (self.0 ^ u64::from(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

struct Cache {
    patterns: Option<HashMap<Text, Rc<Pattern>, BuildHasherDefault<Spread>>>,
    order: VecDeque<Text>,
    /// Holding the string keeps the address its own.
    recent: [Option<(Str, Rc<Pattern>)>; RECENT],
}

static CACHE: Global<Cache> = Global::new(Cache { patterns: None, order: VecDeque::new(), recent: [const { None }; RECENT] });

fn place(regex: &Str) -> usize {
    (regex.as_ptr() as usize >> 5) % RECENT
}

/// The pattern; None: a warning said what is wrong.
#[inline]
pub(crate) fn get(cx: &mut Cx, regex: &Str) -> Result<Option<Rc<Pattern>>> {
    let at = place(regex);
    let found = CACHE.with(|cache| match &cache.recent[at] {
        Some((known, pattern)) if known.as_ptr() == regex.as_ptr() => Some(pattern.clone()),
        _ => None,
    });
    match found {
        Some(pattern) => Ok(Some(pattern)),
        None => find_or_compile(cx, regex),
    }
}

#[inline(never)]
fn find_or_compile(cx: &mut Cx, regex: &Str) -> Result<Option<Rc<Pattern>>> {
    if CACHE.with(|cache| cache.patterns.is_none()) {
        phpc_core::engine::owners::at_end(|| {
            drop(CACHE.replace(Cache { patterns: None, order: VecDeque::new(), recent: [const { None }; RECENT] }));
            pattern::forget_valid();
        });
    }
    let known = CACHE.with(|cache| cache.patterns.as_ref().and_then(|patterns| patterns.get(&Text(regex.clone())).cloned()));
    let pattern = match known {
        Some(pattern) => pattern,
        None => {
            let Some(pattern) = compile(cx, regex)? else { return Ok(None) };
            remember(regex, &pattern);
            pattern
        }
    };
    let old = CACHE.with(|cache| cache.recent[place(regex)].replace((regex.clone(), pattern.clone())));
    drop(old);
    Ok(Some(pattern))
}

fn remember(regex: &Str, pattern: &Rc<Pattern>) {
    let key = Text(Str::new(regex));
    let gone: Vec<Rc<Pattern>> = CACHE.with(|cache| {
        let patterns = cache.patterns.get_or_insert_with(HashMap::default);
        let mut gone = Vec::new();
        if patterns.len() >= LIMIT {
            for old in cache.order.drain(..LIMIT / 8) {
                gone.extend(patterns.remove(&old));
            }
        }
        cache.order.push_back(key.clone());
        patterns.insert(key, pattern.clone());
        gone
    });
    drop(gone);
}

fn is_space(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == 0x0b
}

fn refuse(cx: &mut Cx, text: impl AsRef<[u8]>) -> Result<Option<Rc<Pattern>>> {
    set_last_error(PREG_INTERNAL_ERROR);
    warning(cx, text)?;
    // The handler may have used patterns.
    set_last_error(PREG_INTERNAL_ERROR);
    Ok(None)
}

fn compile(cx: &mut Cx, regex: &Str) -> Result<Option<Rc<Pattern>>> {
    let start = regex.iter().position(|&byte| !is_space(byte)).unwrap_or(regex.len());
    let Some(&open) = regex.get(start) else { return refuse(cx, "Empty regular expression") };
    if open.is_ascii_alphanumeric() || open == b'\\' || open == 0 {
        return refuse(cx, "Delimiter must not be alphanumeric, backslash, or NUL byte");
    }
    let close = match open {
        b'(' => b')',
        b'[' => b']',
        b'{' => b'}',
        b'<' => b'>',
        other => other,
    };
    let body = &regex[start + 1..];
    let Some(end) = end_of_body(body, open, close) else {
        let matching: &[u8] = if open == close { b"" } else { b"matching " };
        return refuse(cx, [b"No ending ", matching, b"delimiter '", &[close], b"' found"].concat());
    };
    let (mut options, mut extra) = (0, 0);
    for &modifier in &body[end + 1..] {
        match modifier {
            b'i' => options |= pattern::CASELESS,
            b'm' => options |= pattern::MULTILINE,
            b'n' => options |= pattern::NO_AUTO_CAPTURE,
            b's' => options |= pattern::DOTALL,
            b'x' => options |= pattern::EXTENDED,
            b'A' => options |= pattern::ANCHORED,
            b'D' => options |= pattern::DOLLAR_ENDONLY,
            b'r' => extra |= pattern::CASELESS_RESTRICT,
            b'S' | b'X' | b' ' | b'\n' | b'\r' => {}
            b'U' => options |= pattern::UNGREEDY,
            b'u' => options |= pattern::UTF,
            b'J' => options |= pattern::DUPNAMES,
            0 => return refuse(cx, "NUL byte is not a valid modifier"),
            other => return refuse(cx, [b"Unknown modifier '", &[other][..], b"'"].concat()),
        }
    }
    match Pattern::compile(&body[..end], options, extra) {
        Ok(pattern) => Ok(Some(pattern)),
        Err(failure) => refuse(cx, format!("Compilation failed: {} at offset {}", failure.text, failure.offset)),
    }
}

/// Where the closing delimiter stands.
fn end_of_body(body: &[u8], open: u8, close: u8) -> Option<usize> {
    let mut depth = 1;
    let mut at = 0;
    while at < body.len() {
        match body[at] {
            b'\\' if at + 1 < body.len() => at += 1,
            byte if byte == close => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            byte if byte == open => depth += 1,
            _ => {}
        }
        at += 1;
    }
    None
}
