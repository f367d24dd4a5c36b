//! The magic that begins everything binary of ours: units, images, notes of objects and executables.

/// Defined by `boot/MAGIC`: eight bytes and a newline.
pub const MAGIC: [u8; 8] = {
    let file = include_bytes!("../../../boot/MAGIC");
    assert!(file.len() == 9 && file[8] == b'\n', "boot/MAGIC holds eight bytes and a newline");
    let mut magic = [0; 8];
    let mut index = 0;
    while index < 8 {
        magic[index] = file[index];
        index += 1;
    }
    magic
};

/// FNV-1a, 64 bits: what our formats use as hash of tables and as checksum.
pub const fn fnv1a(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut index = 0;
    while index < bytes.len() {
        hash = (hash ^ bytes[index] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        index += 1;
    }
    hash
}
