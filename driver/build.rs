//! Remembers where the toolchain keeps its linker.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let rustc = env::var("RUSTC").expect("cargo sets RUSTC");
    let target = env::var("HOST").expect("cargo sets HOST");
    let output = Command::new(rustc).args(["--print", "sysroot"]).output().expect("rustc runs");
    let sysroot = String::from_utf8_lossy(&output.stdout).trim().to_string();
    println!("cargo:rustc-env=PHPC_TOOLCHAIN_LLD={sysroot}/lib/rustlib/{target}/bin/gcc-ld");
}
