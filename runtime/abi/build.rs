//! Hashes abi's sources: the fingerprint that entry symbols carry, so that stale objects do not link.

use std::{env, fs, path::Path};

fn main() {
    println!("cargo:rerun-if-changed=src");
    let mut files: Vec<_> = fs::read_dir("src")
        .expect("abi has a src folder")
        .map(|entry| entry.expect("src is readable").path())
        .collect();
    files.sort();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for file in files {
        for byte in fs::read(&file).expect("sources are readable") {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("fingerprint.rs"), format!(
            "pub const FINGERPRINT: u64 = 0x{hash:016x};\n\
             /// Symbol of the [`unit::Program`] of an executable.\n\
             #[macro_export]\nmacro_rules! program_symbol {{ () => {{ \"php_program_{hash:016x}\" }} }}\n"
        ))
        .expect("OUT_DIR is writable");
}
