//! The old serialised forms of containers: values one after the other with marks in between.

use crate::support::*;

/// Reads values from a text.
pub(crate) struct Pieces<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Pieces<'a> {
    pub(crate) fn new(text: &'a [u8]) -> Pieces<'a> {
        Pieces { text, at: 0 }
    }

    pub(crate) fn skip(&mut self, mark: &[u8]) -> bool {
        let found = self.text[self.at..].starts_with(mark);
        if found {
            self.at += mark.len();
        }
        found
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }
    pub(crate) fn is_done(&self) -> bool {
        self.at == self.text.len()
    }

    /// The next value; None: it is malformed.
    pub(crate) fn value(&mut self, cx: &mut Cx) -> Result<Option<Value>> {
        let Some(length) = length(&self.text[self.at..]) else { return Ok(None) };
        let piece = &self.text[self.at..self.at + length];
        let saved = phpc_core::diagnostics::silence_begin();
        let value = call_function(cx, "unserialize", vec![Str::new(piece).into()]);
        phpc_core::diagnostics::silence_end(saved);
        let value = value?;
        if value.is_false() && piece != b"b:0;" {
            return Ok(None);
        }
        self.at += length;
        Ok(Some(value))
    }

    pub(crate) fn fail<T>(&self, cx: &mut Cx) -> Result<T> {
        throw(cx, "unexpectedvalueexception", format!("Error at offset {} of {} bytes", self.at, self.text.len()))
    }
}

/// Bytes of the serialised value at the start.
fn length(text: &[u8]) -> Option<usize> {
    let find = |from: usize, byte: u8| text.get(from..)?.iter().position(|&found| found == byte).map(|at| from + at);
    let number = |from: usize, to: usize| std::str::from_utf8(text.get(from..to)?).ok()?.parse::<usize>().ok();
    match text.first()? {
        b'N' => Some(2),
        b'i' | b'b' | b'd' | b'r' | b'R' => Some(find(0, b';')? + 1),
        b's' | b'E' => {
            let colon = find(2, b':')?;
            Some(colon + number(2, colon)? + 4)
        }
        b'a' => members(text, find(2, b':')?, number(2, find(2, b':')?)?),
        b'O' => {
            let colon = find(2, b':')?;
            let name = colon + number(2, colon)? + 4;
            let end = find(name, b':')?;
            members(text, end, number(name, end)?)
        }
        b'C' => {
            let colon = find(2, b':')?;
            let name = colon + number(2, colon)? + 4;
            let end = find(name, b':')?;
            Some(end + number(name, end)? + 3)
        }
        _ => None,
    }
    .filter(|&length| length <= text.len())
}

/// The end of `:{…}` with that many members.
fn members(text: &[u8], colon: usize, count: usize) -> Option<usize> {
    let mut at = colon + 2;
    for _ in 0..2 * count {
        at += length(text.get(at..)?)?;
    }
    (text.get(at) == Some(&b'}')).then_some(at + 1)
}

pub(crate) fn append(cx: &mut Cx, text: &mut Vec<u8>, value: Value) -> Result {
    let part = call_function(cx, "serialize", vec![value])?;
    if let Some(part) = part.as_str() {
        text.extend_from_slice(part);
    }
    Ok(())
}
