//! The hash of strings, which literals carry from compilation and the runtime computes when first asked.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// Tables of names and texts that no attacker chooses.
pub type BytesMap<K, V> = HashMap<K, V, BuildHasherDefault<BytesHasher>>;
pub type BytesSet<T> = HashSet<T, BuildHasherDefault<BytesHasher>>;

#[derive(Clone, Copy, Default)]
pub struct BytesHasher(u64);

impl Hasher for BytesHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        self.write_u64(u64::from(hash_bytes(bytes)));
    }
    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }
    fn write_u64(&mut self, word: u64) {
        // The low bits choose the bucket, the high ones the mark in it.
        let mixed = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ mixed >> 32;
    }
    fn write_usize(&mut self, word: usize) {
        self.write_u64(word as u64);
    }
}

/// Never 0 (which means "not computed"), below 2³¹.
pub fn hash_bytes(bytes: &[u8]) -> u32 {
    const K: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, word: u64| (hash.rotate_left(23) ^ word).wrapping_mul(K);
    let word = |at: usize| u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes"));
    let length = bytes.len();
    let mut hash = length as u64 ^ 0x51_7c_c1_b7_27_22_0a_95;
    if length >= 8 {
        let mut at = 0;
        while at + 8 < length {
            hash = mix(hash, word(at));
            at += 8;
        }
        hash = mix(hash, word(length - 8));
    } else if length >= 4 {
        let half = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes")) as u64;
        hash = mix(hash, half(0) | half(length - 4) << 32);
    } else if length > 0 {
        hash = mix(hash, bytes[0] as u64 | (bytes[length / 2] as u64) << 8 | (bytes[length - 1] as u64) << 16);
    }
    hash ^= hash >> 32;
    let hash = (hash.wrapping_mul(K) >> 33) as u32;
    hash | (hash == 0) as u32
}
