//! The hash of strings, which literals carry from compilation and the runtime computes when first asked.

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
