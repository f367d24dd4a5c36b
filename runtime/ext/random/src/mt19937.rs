//! The Mersenne Twister, with the mode that repeats an old mistake of PHP's.

#[derive(Clone)]
pub(crate) struct Mt19937 {
    state: [u32; N],
    next: usize,
    legacy: bool,
}

const N: usize = 624;
const M: usize = 397;

impl Mt19937 {
    pub(crate) fn new(seed: u32, legacy: bool) -> Mt19937 {
        let mut state = [0u32; N];
        state[0] = seed;
        for at in 1..N {
            let before = state[at - 1];
            state[at] = 1812433253u32.wrapping_mul(before ^ before >> 30).wrapping_add(at as u32);
        }
        let mut twister = Mt19937 { state, next: 0, legacy };
        twister.reload();
        twister
    }

    pub(crate) fn is_legacy(&self) -> bool {
        self.legacy
    }

    fn reload(&mut self) {
        for at in 0..N {
            let (u, v) = (self.state[at], self.state[(at + 1) % N]);
            let mixed = u & 0x8000_0000 | v & 0x7fff_ffff;
            let low = if self.legacy { u } else { v } & 1;
            self.state[at] = self.state[(at + M) % N] ^ mixed >> 1 ^ low.wrapping_neg() & 0x9908_b0df;
        }
        self.next = 0;
    }

    pub(crate) fn next(&mut self) -> u32 {
        if self.next >= N {
            self.reload();
        }
        let mut word = self.state[self.next];
        self.next += 1;
        word ^= word >> 11;
        word ^= word << 7 & 0x9d2c_5680;
        word ^= word << 15 & 0xefc6_0000;
        word ^ word >> 18
    }
}

/// A number from `min` to `max`, without bias; `next` gives 32 random bits.
pub(crate) fn range(min: i64, max: i64, mut next: impl FnMut() -> u32) -> i64 {
    let span = (max as u64).wrapping_sub(min as u64);
    if span == 0 {
        return min;
    }
    if let Ok(span) = u32::try_from(span) {
        let mut word = next();
        if span == u32::MAX {
            return min.wrapping_add(word as i64);
        }
        let count = span + 1;
        if count.is_power_of_two() {
            return min.wrapping_add((word & span) as i64);
        }
        let limit = u32::MAX - u32::MAX % count - 1;
        while word > limit {
            word = next();
        }
        return min.wrapping_add((word % count) as i64);
    }
    let mut wide = || {
        let low = next() as u64;
        (next() as u64) << 32 | low
    };
    let mut word = wide();
    if span == u64::MAX {
        return min.wrapping_add(word as i64);
    }
    let count = span + 1;
    if count.is_power_of_two() {
        return min.wrapping_add((word & span) as i64);
    }
    let limit = u64::MAX - u64::MAX % count - 1;
    while word > limit {
        word = wide();
    }
    min.wrapping_add((word % count) as i64)
}
