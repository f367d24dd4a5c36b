//! Variables: types, conversions, dumps, serialisation.

pub(crate) mod dump;
pub(crate) mod export;
pub(crate) mod ini;
pub(crate) mod print;
pub(crate) mod serialize;
pub(crate) mod types;
pub(crate) mod unserialize;

use crate::prelude::*;

/// What a dump is inside of, to find rings.
#[derive(Default)]
pub(crate) struct Inside(Vec<usize>);

impl Inside {
    /// False: it is inside already.
    pub(crate) fn enter(&mut self, address: usize) -> bool {
        let new = !self.0.contains(&address);
        if new {
            self.0.push(address);
        }
        new
    }
    pub(crate) fn leave(&mut self) {
        self.0.pop();
    }
    pub(crate) fn array(array: &Array) -> usize {
        array.as_ptr() as usize
    }
    pub(crate) fn object(object: &Object) -> usize {
        object.as_ptr() as usize
    }
}

/// The parts of a mangled property name: class (`*` for protected ones) and name.
pub(crate) fn unmangle(name: &[u8]) -> (Option<&[u8]>, &[u8]) {
    match name {
        [0, rest @ ..] => match memchr::memchr(0, rest) {
            Some(at) => (Some(&rest[..at]), rest[at + 1..].rsplit(|&byte| byte == 0).next().unwrap_or(&rest[at + 1..])),
            None => (None, name),
        },
        _ => (None, name),
    }
}
