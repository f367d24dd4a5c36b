//! Linking by the system's `cc`, with rustc's bundled lld where it is found.

use crate::failure::{Failure, reason};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The machine that executables are made for.
pub(crate) const HOST: &str = "x86_64-unknown-linux-gnu";

/// Links one object with the runtime, with or without the embedded compiler.
pub(crate) fn executable(object: &Path, output: &Path, embed_compiler: bool) -> Result<(), Failure> {
    let archive = archive(embed_compiler)?;
    link(object, output, &archive, embed_compiler, &[])
}

/// Links with the archive, with more arguments for `cc`.
pub(crate) fn link(object: &Path, output: &Path, archive: &Path, embed_compiler: bool, more: &[&str]) -> Result<(), Failure> {
    let mut cc = Command::new("cc");
    if let Some(folder) = lld() {
        cc.arg("-B").arg(folder).arg("-fuse-ld=lld");
    }
    if embed_compiler {
        cc.arg("-Wl,--undefined=php_embedded_compiler");
    }
    cc.arg("-pie").arg("-o").arg(output).arg(object).arg(archive);
    cc.args(more);
    cc.args(["-Wl,--gc-sections", "-Wl,-z,relro,-z,now", "-Wl,--strip-debug", "-lm", "-lpthread", "-ldl"]);
    let result = cc.output().map_err(|error| Failure::Message(format!("cc: {}", reason(&error))))?;
    if result.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&result.stderr);
    let first = text.lines().find(|line| line.contains("error") || line.contains("undefined")).unwrap_or("cc failed");
    Err(Failure::Message(format!("linking failed: {first}")))
}

/// `libphpc_start.a` or `libphpc_start_jit.a`: under `PHPC_HOME`, or beside phpc.
pub(crate) fn archive(embed_compiler: bool) -> Result<PathBuf, Failure> {
    let name = if embed_compiler { "libphpc_start_jit.a" } else { "libphpc_start.a" };
    let home = std::env::var_os("PHPC_HOME").map(PathBuf::from);
    let beside = std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.to_path_buf()));
    let places = home.iter().flat_map(|home| [home.clone(), home.join("lib")]).chain(beside);
    let found = places.map(|folder| folder.join(name)).find(|path| path.is_file());
    found.ok_or_else(|| Failure::Message(format!("{name} is neither beside phpc nor under PHPC_HOME")))
}

/// The folder with `ld.lld`: beside phpc, or in the toolchain that built it.
fn lld() -> Option<PathBuf> {
    let beside = std::env::current_exe().ok()?.parent()?.join("gcc-ld");
    let toolchain = PathBuf::from(env!("PHPC_TOOLCHAIN_LLD"));
    [beside, toolchain].into_iter().find(|folder| folder.join("ld.lld").is_file())
}
