//! What files are.

use super::system_path;
use crate::prelude::*;
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;

pub(crate) static FUNCTIONS: Functions = functions![
    file_exists, is_file, is_dir, is_link, is_readable, is_writable, is_executable, filesize, filemtime, fileatime, filectime,
    fileperms, fileowner, filegroup, fileinode, filetype, stat, lstat, clearstatcache, disk_free_space, disk_total_space,
];
pub(crate) static ALIASES: Aliases = aliases![is_writeable = is_writable, diskfreespace = disk_free_space];

fn metadata(name: &[u8]) -> Option<Metadata> {
    if name.is_empty() || name.contains(&0) {
        return None;
    }
    std::fs::metadata(system_path(name)).ok()
}

fn access(name: &[u8], mode: i32) -> bool {
    let Ok(path) = std::ffi::CString::new(system_path(name).as_os_str().as_encoded_bytes()) else { return false };
    // SAFETY: a terminated string.
    !name.is_empty() && unsafe { libc::access(path.as_ptr(), mode) } == 0
}

#[php_function("file_exists(string $filename): bool", AMBIENT)]
fn file_exists(filename: &Str) -> bool {
    metadata(filename).is_some()
}

#[php_function("is_file(string $filename): bool", AMBIENT)]
fn is_file(filename: &Str) -> bool {
    metadata(filename).is_some_and(|data| data.is_file())
}

#[php_function("is_dir(string $filename): bool", AMBIENT)]
fn is_dir(filename: &Str) -> bool {
    metadata(filename).is_some_and(|data| data.is_dir())
}

#[php_function("is_link(string $filename): bool", AMBIENT)]
fn is_link(filename: &Str) -> bool {
    std::fs::symlink_metadata(system_path(filename)).is_ok_and(|data| data.is_symlink())
}

#[php_function("is_readable(string $filename): bool", AMBIENT)]
fn is_readable(filename: &Str) -> bool {
    access(filename, libc::R_OK)
}

#[php_function("is_writable(string $filename): bool", AMBIENT)]
fn is_writable(filename: &Str) -> bool {
    access(filename, libc::W_OK)
}

#[php_function("is_executable(string $filename): bool", AMBIENT)]
fn is_executable(filename: &Str) -> bool {
    access(filename, libc::X_OK)
}

/// One number of a file's data, or false with a warning.
fn number(cx: &mut Cx, filename: &Str, get: impl Fn(&Metadata) -> i64) -> Result<OrFalse<i64>> {
    match metadata(filename) {
        Some(data) => Ok(get(&data).into()),
        None => {
            warning(cx, [b"stat failed for ", &filename[..]].concat())?;
            Ok(OrFalse::NO)
        }
    }
}

#[php_function("filesize(string $filename): int|false", WARNS | AMBIENT)]
fn filesize(cx: &mut Cx, filename: &Str) -> Result<OrFalse<i64>> {
    number(cx, filename, |data| data.size() as i64)
}

#[php_function("filemtime(string $filename): int|false", WARNS | AMBIENT)]
fn filemtime(cx: &mut Cx, filename: &Str) -> Result<OrFalse<i64>> {
    number(cx, filename, Metadata::mtime)
}

#[php_function("fileatime(string $filename): int|false", WARNS | AMBIENT)]
fn fileatime(cx: &mut Cx, filename: &Str) -> Result<OrFalse<i64>> {
    number(cx, filename, Metadata::atime)
}

#[php_function("filectime(string $filename): int|false", WARNS | AMBIENT)]
fn filectime(cx: &mut Cx, filename: &Str) -> Result<OrFalse<i64>> {
    number(cx, filename, Metadata::ctime)
}

#[php_function("fileperms(string $filename): int|false", WARNS | AMBIENT)]
fn fileperms(cx: &mut Cx, filename: &Str) -> Result<OrFalse<i64>> {
    number(cx, filename, |data| data.mode() as i64)
}

#[php_function("fileowner(string $filename): int|false", WARNS | AMBIENT)]
fn fileowner(cx: &mut Cx, filename: &Str) -> Result<OrFalse<i64>> {
    number(cx, filename, |data| data.uid() as i64)
}

#[php_function("filegroup(string $filename): int|false", WARNS | AMBIENT)]
fn filegroup(cx: &mut Cx, filename: &Str) -> Result<OrFalse<i64>> {
    number(cx, filename, |data| data.gid() as i64)
}

#[php_function("fileinode(string $filename): int|false", WARNS | AMBIENT)]
fn fileinode(cx: &mut Cx, filename: &Str) -> Result<OrFalse<i64>> {
    number(cx, filename, |data| data.ino() as i64)
}

#[php_function("filetype(string $filename): string|false", WARNS | AMBIENT)]
fn filetype(cx: &mut Cx, filename: &Str) -> Result<OrFalse<Str>> {
    let Ok(data) = std::fs::symlink_metadata(system_path(filename)) else {
        warning(cx, [b"Lstat failed for ", &filename[..]].concat())?;
        return Ok(OrFalse::NO);
    };
    Ok(Str::from(match data.mode() & libc::S_IFMT {
        libc::S_IFLNK => "link",
        libc::S_IFIFO => "fifo",
        libc::S_IFCHR => "char",
        libc::S_IFDIR => "dir",
        libc::S_IFBLK => "block",
        libc::S_IFREG => "file",
        _ => "unknown",
    })
    .into())
}

fn named(values: [i64; 13]) -> Array {
    const NAMES: [&str; 13] =
        ["dev", "ino", "mode", "nlink", "uid", "gid", "rdev", "size", "atime", "mtime", "ctime", "blksize", "blocks"];
    let mut array = Array::hash_with_capacity(26);
    for value in values {
        array.push(Value::int(value));
    }
    for (name, value) in NAMES.into_iter().zip(values) {
        array.set_bytes(name.as_bytes(), value);
    }
    array
}

pub(crate) fn stat_array(data: &Metadata) -> Array {
    named([
        data.dev() as i64,
        data.ino() as i64,
        data.mode() as i64,
        data.nlink() as i64,
        data.uid() as i64,
        data.gid() as i64,
        data.rdev() as i64,
        data.size() as i64,
        data.atime(),
        data.mtime(),
        data.ctime(),
        data.blksize() as i64,
        data.blocks() as i64,
    ])
}

/// `fstat` of a stream in memory.
pub(crate) fn memory_stat(size: i64) -> Array {
    named([0xc, 0, 0o100666, 1, 0, 0, -1, size, 0, 0, 0, -1, -1])
}

#[php_function("stat(string $filename): array|false", WARNS | AMBIENT)]
fn stat(cx: &mut Cx, filename: &Str) -> Result<OrFalse<Array>> {
    match metadata(filename) {
        Some(data) => Ok(stat_array(&data).into()),
        None => {
            warning(cx, [b"stat failed for ", &filename[..]].concat())?;
            Ok(OrFalse::NO)
        }
    }
}

#[php_function("lstat(string $filename): array|false", WARNS | AMBIENT)]
fn lstat(cx: &mut Cx, filename: &Str) -> Result<OrFalse<Array>> {
    match std::fs::symlink_metadata(system_path(filename)) {
        Ok(data) => Ok(stat_array(&data).into()),
        Err(_) => {
            warning(cx, [b"Lstat failed for ", &filename[..]].concat())?;
            Ok(OrFalse::NO)
        }
    }
}

/// Nothing is cached.
#[php_function(r#"clearstatcache(bool $clear_realpath_cache = false, string $filename = ""): void"#, AMBIENT)]
fn clearstatcache(clear_realpath_cache: bool, filename: &Str) {
    let _ = (clear_realpath_cache, filename);
}

fn space(cx: &mut Cx, directory: &Str, get: impl Fn(&libc::statvfs) -> f64) -> Result<OrFalse<f64>> {
    // SAFETY: all zeroes is a valid statvfs, which the call fills; the path is terminated.
    let data = unsafe {
        let mut data: libc::statvfs = std::mem::zeroed();
        let path = std::ffi::CString::new(&directory[..]).ok();
        path.filter(|path| libc::statvfs(path.as_ptr(), &mut data) == 0).map(|_| data)
    };
    match data {
        Some(data) => Ok(get(&data).into()),
        None => {
            let error = std::io::Error::last_os_error();
            warning(cx, super::error_text(&error))?;
            Ok(OrFalse::NO)
        }
    }
}

#[php_function("disk_free_space(string $directory): float|false", WARNS | AMBIENT)]
fn disk_free_space(cx: &mut Cx, directory: &Str) -> Result<OrFalse<f64>> {
    space(cx, directory, |data| data.f_frsize as f64 * data.f_bavail as f64)
}

#[php_function("disk_total_space(string $directory): float|false", WARNS | AMBIENT)]
fn disk_total_space(cx: &mut Cx, directory: &Str) -> Result<OrFalse<f64>> {
    space(cx, directory, |data| data.f_frsize as f64 * data.f_blocks as f64)
}
