//! Hash functions by name.

use digest::DynDigest;

/// A running computation.
pub(crate) trait Hasher {
    fn update(&mut self, bytes: &[u8]);
    fn finish(self: Box<Self>) -> Vec<u8>;
    fn copy(&self) -> Box<dyn Hasher>;
    /// Bytes in a block, for HMAC; 0: not a cryptographic function.
    fn block(&self) -> usize;
}

struct Digested {
    digest: Box<dyn DynDigest>,
    block: usize,
}

impl Hasher for Digested {
    fn update(&mut self, bytes: &[u8]) {
        self.digest.update(bytes);
    }
    fn finish(self: Box<Self>) -> Vec<u8> {
        self.digest.finalize().to_vec()
    }
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(Digested { digest: self.digest.box_clone(), block: self.block })
    }
    fn block(&self) -> usize {
        self.block
    }
}

/// A checksum with a state of one word.
#[derive(Clone)]
struct Checksum {
    state: u64,
    step: fn(u64, &[u8]) -> u64,
    end: fn(u64) -> Vec<u8>,
}

impl Hasher for Checksum {
    fn update(&mut self, bytes: &[u8]) {
        self.state = (self.step)(self.state, bytes);
    }
    fn finish(self: Box<Self>) -> Vec<u8> {
        (self.end)(self.state)
    }
    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }
    fn block(&self) -> usize {
        0
    }
}

fn digest(digest: impl DynDigest + 'static, block: usize) -> Box<dyn Hasher> {
    Box::new(Digested { digest: Box::new(digest), block })
}

fn checksum(state: u64, step: fn(u64, &[u8]) -> u64, end: fn(u64) -> Vec<u8>) -> Box<dyn Hasher> {
    Box::new(Checksum { state, step, end })
}

fn word32(state: u64) -> Vec<u8> {
    (state as u32).to_be_bytes().to_vec()
}
fn word64(state: u64) -> Vec<u8> {
    state.to_be_bytes().to_vec()
}

/// A function of the xxHash family.
macro_rules! xxhash {
    ($name:ident: $state:ty, $finish:ident) => {
        #[derive(Clone)]
        struct $name($state);
        impl Hasher for $name {
            fn update(&mut self, bytes: &[u8]) {
                self.0.update(bytes);
            }
            fn finish(self: Box<Self>) -> Vec<u8> {
                self.0.$finish().to_be_bytes().to_vec()
            }
            fn copy(&self) -> Box<dyn Hasher> {
                Box::new(self.clone())
            }
            fn block(&self) -> usize {
                0
            }
        }
    };
}
xxhash!(Xxh32: xxhash_rust::xxh32::Xxh32, digest);
xxhash!(Xxh64: xxhash_rust::xxh64::Xxh64, digest);
xxhash!(Xxh3: xxhash_rust::xxh3::Xxh3, digest);
xxhash!(Xxh128: xxhash_rust::xxh3::Xxh3, digest128);

/// Bit-reversed CRC with this polynomial.
fn crc_reflected(state: u64, bytes: &[u8], polynomial: u32) -> u64 {
    let mut crc = state as u32;
    for &byte in bytes {
        crc ^= byte as u32;
        for _ in 0..8 {
            crc = if crc & 1 != 0 { crc >> 1 ^ polynomial } else { crc >> 1 };
        }
    }
    crc as u64
}

/// The CRC of bzip2, with PHP's byte order.
fn crc_plain(state: u64, bytes: &[u8]) -> u64 {
    let mut crc = state as u32;
    for &byte in bytes {
        crc ^= (byte as u32) << 24;
        for _ in 0..8 {
            crc = if crc & 0x8000_0000 != 0 { crc << 1 ^ 0x04c1_1db7 } else { crc << 1 };
        }
    }
    crc as u64
}

fn adler(state: u64, bytes: &[u8]) -> u64 {
    let (mut a, mut b) = (state & 0xffff, state >> 16);
    for &byte in bytes {
        a = (a + byte as u64) % 65521;
        b = (b + a) % 65521;
    }
    b << 16 | a
}

const FNV_32: u64 = 0x811c_9dc5;
const FNV_64: u64 = 0xcbf2_9ce4_8422_2325;

/// The names, in PHP's order.
pub(crate) const NAMES: &[&str] = &[
    "md4", "md5", "sha1", "sha224", "sha256", "sha512/224", "sha512/256", "sha384", "sha512", "sha3-224", "sha3-256", "sha3-384",
    "sha3-512", "ripemd128", "ripemd160", "ripemd256", "ripemd320", "whirlpool", "adler32", "crc32", "crc32b", "crc32c", "fnv132",
    "fnv1a32", "fnv164", "fnv1a64", "joaat", "xxh32", "xxh64", "xxh3", "xxh128",
];

pub(crate) fn find(name: &[u8]) -> Option<Box<dyn Hasher>> {
    Some(match name.to_ascii_lowercase().as_slice() {
        b"xxh32" => Box::new(Xxh32(xxhash_rust::xxh32::Xxh32::new(0))),
        b"xxh64" => Box::new(Xxh64(xxhash_rust::xxh64::Xxh64::new(0))),
        b"xxh3" => Box::new(Xxh3(xxhash_rust::xxh3::Xxh3::new())),
        b"xxh128" => Box::new(Xxh128(xxhash_rust::xxh3::Xxh3::new())),
        b"md4" => digest(md4::Md4::default(), 64),
        b"md5" => digest(md5::Md5::default(), 64),
        b"sha1" => digest(sha1::Sha1::default(), 64),
        b"sha224" => digest(sha2::Sha224::default(), 64),
        b"sha256" => digest(sha2::Sha256::default(), 64),
        b"sha384" => digest(sha2::Sha384::default(), 128),
        b"sha512" => digest(sha2::Sha512::default(), 128),
        b"sha512/224" => digest(sha2::Sha512_224::default(), 128),
        b"sha512/256" => digest(sha2::Sha512_256::default(), 128),
        b"sha3-224" => digest(sha3::Sha3_224::default(), 144),
        b"sha3-256" => digest(sha3::Sha3_256::default(), 136),
        b"sha3-384" => digest(sha3::Sha3_384::default(), 104),
        b"sha3-512" => digest(sha3::Sha3_512::default(), 72),
        b"ripemd128" => digest(ripemd::Ripemd128::default(), 64),
        b"ripemd160" => digest(ripemd::Ripemd160::default(), 64),
        b"ripemd256" => digest(ripemd::Ripemd256::default(), 64),
        b"ripemd320" => digest(ripemd::Ripemd320::default(), 64),
        b"whirlpool" => digest(whirlpool::Whirlpool::default(), 64),
        b"crc32b" => checksum(0xffff_ffff, |state, bytes| crc_reflected(state, bytes, 0xedb8_8320), |state| word32(!state)),
        b"crc32c" => checksum(0xffff_ffff, |state, bytes| crc_reflected(state, bytes, 0x82f6_3b78), |state| word32(!state)),
        b"crc32" => checksum(0xffff_ffff, crc_plain, |state| (!(state as u32)).to_le_bytes().to_vec()),
        b"adler32" => checksum(1, adler, word32),
        b"fnv132" => checksum(
            FNV_32,
            |state, bytes| bytes.iter().fold(state, |hash, &byte| ((hash as u32).wrapping_mul(0x0100_0193) ^ byte as u32) as u64),
            word32,
        ),
        b"fnv1a32" => checksum(
            FNV_32,
            |state, bytes| bytes.iter().fold(state, |hash, &byte| (hash as u32 ^ byte as u32).wrapping_mul(0x0100_0193) as u64),
            word32,
        ),
        b"fnv164" => checksum(
            FNV_64,
            |state, bytes| bytes.iter().fold(state, |hash, &byte| hash.wrapping_mul(0x100_0000_01b3) ^ byte as u64),
            word64,
        ),
        b"fnv1a64" => checksum(
            FNV_64,
            |state, bytes| bytes.iter().fold(state, |hash, &byte| (hash ^ byte as u64).wrapping_mul(0x100_0000_01b3)),
            word64,
        ),
        b"joaat" => checksum(
            0,
            |state, bytes| {
                bytes.iter().fold(state as u32, |hash, &byte| {
                    let hash = hash.wrapping_add(byte as u32);
                    let hash = hash.wrapping_add(hash << 10);
                    hash ^ hash >> 6
                }) as u64
            },
            |state| {
                let hash = state as u32;
                let hash = hash.wrapping_add(hash << 3);
                let hash = hash ^ hash >> 11;
                hash.wrapping_add(hash << 15).to_be_bytes().to_vec()
            },
        ),
        _ => return None,
    })
}

/// Key padded to a block, for HMAC.
pub(crate) fn padded_key(name: &[u8], key: &[u8], block: usize) -> Vec<u8> {
    let mut padded = key.to_vec();
    if padded.len() > block
        && let Some(mut hasher) = find(name)
    {
        hasher.update(&padded);
        padded = hasher.finish();
    }
    padded.resize(block, 0);
    padded
}

pub(crate) fn hmac(name: &[u8], key: &[u8], data: &[u8]) -> Option<Vec<u8>> {
    let mut inner = find(name)?;
    let key = padded_key(name, key, inner.block());
    inner.update(&key.iter().map(|byte| byte ^ 0x36).collect::<Vec<u8>>());
    inner.update(data);
    let mut outer = find(name)?;
    outer.update(&key.iter().map(|byte| byte ^ 0x5c).collect::<Vec<u8>>());
    outer.update(&inner.finish());
    Some(outer.finish())
}
