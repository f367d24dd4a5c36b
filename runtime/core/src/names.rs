//! Names of classes, functions, members and parameters, and ordered maps over them.
//!
//! Declarations live as long as the process, so names are leaked blocks: copying one copies a pointer.

use std::fmt;
use std::ops::Deref;

use crate::Str;
use crate::string::hash_bytes;

/// A name as written, with its lower-case form.
#[derive(Clone, Copy)]
pub struct Name(&'static NameBlock);

struct NameBlock {
    bytes: Box<[u8]>,
    /// None: the name is lower case already.
    lower: Option<Box<[u8]>>,
    str: Str,
}

// SAFETY: used on the one PHP thread, like everything that holds strings.
unsafe impl Sync for NameBlock {}

impl Name {
    pub fn new(bytes: &[u8]) -> Name {
        let lower = bytes.iter().any(u8::is_ascii_uppercase).then(|| bytes.to_ascii_lowercase().into());
        Name(Box::leak(Box::new(NameBlock { bytes: bytes.into(), lower, str: Str::intern(bytes) })))
    }
    pub fn bytes(self) -> &'static [u8] {
        &self.0.bytes
    }
    pub fn lower(self) -> &'static [u8] {
        self.0.lower.as_deref().unwrap_or(&self.0.bytes)
    }
    /// The name as a PHP string (shared).
    pub fn str(self) -> Str {
        self.0.str.clone()
    }
    /// Equal without regard to case.
    pub fn same(self, other: &[u8]) -> bool {
        self.bytes().eq_ignore_ascii_case(other)
    }
}

impl Deref for Name {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        self.bytes()
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&text(self.bytes()))
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Bytes for a message. Messages are bytes in PHP; names in them are ASCII in practice, other bytes survive as Latin-1
/// escapes would not, so prefer [`message`] where arbitrary user bytes can occur.
pub fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// Concatenates parts to a message: `message!("Class \"", name, "\" not found")`. Parts are anything `AsRef<[u8]>`.
#[macro_export]
macro_rules! message {
    ($($part:expr),* $(,)?) => {{
        let mut bytes: Vec<u8> = Vec::new();
        $(bytes.extend_from_slice(AsRef::<[u8]>::as_ref(&$part));)*
        bytes
    }};
}
pub use message;

impl AsRef<[u8]> for Name {
    fn as_ref(&self) -> &[u8] {
        self.bytes()
    }
}

/// A map from names to values that keeps the order of insertion. Keys are exact bytes: insert lower-case keys where PHP
/// ignores case.
#[derive(Clone)]
pub struct NameMap<T> {
    entries: Vec<(&'static [u8], u32, T)>,
    /// Open addressing: entry number + 1, 0 = free. Length is a power of two, at most half full.
    index: Vec<u32>,
}

impl<T> Default for NameMap<T> {
    fn default() -> Self {
        NameMap { entries: Vec::new(), index: Vec::new() }
    }
}

impl<T> NameMap<T> {
    pub fn new() -> Self {
        Self::default()
    }
    pub fn len(&self) -> usize {
        self.entries.len()
    }
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
    fn find(&self, key: &[u8]) -> Option<usize> {
        if self.entries.is_empty() {
            return None;
        }
        self.find_hashed(key, hash_bytes(key))
    }
    fn find_hashed(&self, key: &[u8], hash: u32) -> Option<usize> {
        if self.entries.is_empty() {
            return None;
        }
        let mask = self.index.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let number = self.index[at];
            if number == 0 {
                return None;
            }
            let (entry, entry_hash, _) = &self.entries[number as usize - 1];
            if *entry_hash == hash && *entry == key {
                return Some(number as usize - 1);
            }
            at = (at + 1) & mask;
        }
    }
    pub fn get(&self, key: &[u8]) -> Option<&T> {
        self.find(key).map(|number| &self.entries[number].2)
    }
    /// With the string's cached hash.
    pub fn get_str(&self, key: &Str) -> Option<&T> {
        self.find_hashed(key, key.hash()).map(|number| &self.entries[number].2)
    }
    pub fn get_mut(&mut self, key: &[u8]) -> Option<&mut T> {
        self.find(key).map(|number| &mut self.entries[number].2)
    }
    pub fn contains(&self, key: &[u8]) -> bool {
        self.find(key).is_some()
    }
    /// Adds or replaces; a replaced entry keeps its place. Returns the old value.
    pub fn insert(&mut self, key: &'static [u8], value: T) -> Option<T> {
        if let Some(number) = self.find(key) {
            return Some(std::mem::replace(&mut self.entries[number].2, value));
        }
        self.entries.push((key, hash_bytes(key), value));
        if self.entries.len() * 2 > self.index.len() {
            self.rebuild();
        } else {
            let number = self.entries.len() - 1;
            self.enter(number);
        }
        None
    }
    pub fn remove(&mut self, key: &[u8]) -> Option<T> {
        let number = self.find(key)?;
        let (_, _, value) = self.entries.remove(number);
        self.rebuild();
        Some(value)
    }
    fn enter(&mut self, number: usize) {
        let mask = self.index.len() - 1;
        let mut at = self.entries[number].1 as usize & mask;
        while self.index[at] != 0 {
            at = (at + 1) & mask;
        }
        self.index[at] = number as u32 + 1;
    }
    fn rebuild(&mut self) {
        let size = (self.entries.len() * 4).next_power_of_two().max(4);
        self.index.clear();
        self.index.resize(size, 0);
        for number in 0..self.entries.len() {
            self.enter(number);
        }
    }
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&'static [u8], &T)> {
        self.entries.iter().map(|(key, _, value)| (*key, value))
    }
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.entries.iter().map(|(_, _, value)| value)
    }
    /// The entry added as number `number`.
    pub fn at(&self, number: usize) -> Option<(&'static [u8], &T)> {
        self.entries.get(number).map(|(key, _, value)| (*key, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_order_and_finds() {
        let mut map = NameMap::new();
        for number in 0..100 {
            map.insert(Name::new(format!("Name{number}").as_bytes()).lower(), number);
        }
        assert_eq!(map.get(b"name42"), Some(&42));
        assert_eq!(map.insert(b"name42", 7), Some(42));
        assert_eq!(map.remove(b"name0"), Some(0));
        assert_eq!(map.get(b"name0"), None);
        assert_eq!(map.get(b"name99"), Some(&99));
        assert_eq!(map.values().next(), Some(&1));
    }
}
