//! Names of files: parts, absolute forms, temporary ones.

use super::{bytes, check_path, system_path};
use crate::prelude::*;
use std::fs::File;

pub(crate) static FUNCTIONS: Functions =
    functions![basename, dirname, pathinfo, realpath, tempnam, sys_get_temp_dir, fnmatch, stream_resolve_include_path];

php_constants! {
    PATHINFO_DIRNAME: Int = 1;
    PATHINFO_BASENAME: Int = 2;
    PATHINFO_EXTENSION: Int = 4;
    PATHINFO_FILENAME: Int = 8;
    PATHINFO_ALL: Int = 15;
    DIRECTORY_SEPARATOR: Str = "/";
    PATH_SEPARATOR: Str = ":";
    FNM_NOESCAPE: Int = 2;
    FNM_PATHNAME: Int = 1;
    FNM_PERIOD: Int = 4;
    FNM_CASEFOLD: Int = 16;
}

fn last_part(path: &[u8]) -> &[u8] {
    let end = path.iter().rposition(|&byte| byte != b'/').map_or(0, |at| at + 1);
    let start = memchr::memrchr(b'/', &path[..end]).map_or(0, |at| at + 1);
    &path[start..end]
}

#[php_function(r#"basename(string $path, string $suffix = ""): string"#, PURE)]
fn basename(path: &Str, suffix: &Str) -> Str {
    let name = last_part(path);
    match name.strip_suffix(&suffix[..]) {
        Some(short) if !short.is_empty() && !suffix.is_empty() => Str::new(short),
        _ => Str::new(name),
    }
}

/// The path without its last part: `.` if there is none left, `/` at the root.
fn parent(path: &[u8]) -> &[u8] {
    if path.is_empty() {
        return b"";
    }
    let trim = |path: &[u8]| path.iter().rposition(|&byte| byte != b'/').map_or(0, |at| at + 1);
    let end = trim(path);
    if end == 0 {
        return b"/";
    }
    match memchr::memrchr(b'/', &path[..end]) {
        None => b".",
        Some(at) => match trim(&path[..at]) {
            0 => b"/",
            end => &path[..end],
        },
    }
}

#[php_function("dirname(string $path, int $levels = 1): string", THROWS)]
fn dirname(cx: &mut Cx, path: &Str, levels: i64) -> Result<Str> {
    if levels < 1 {
        return Err(value_error(cx, 2, "must be greater than or equal to 1"));
    }
    let mut current = &path[..];
    for _ in 0..levels {
        let next = parent(current);
        if next == current {
            break;
        }
        current = next;
    }
    Ok(Str::new(current))
}

#[php_function("pathinfo(string $path, int $flags = PATHINFO_ALL): array|string", PURE)]
fn pathinfo(path: &Str, flags: i64) -> Value {
    let mut result = Array::new();
    if flags & PATHINFO_DIRNAME != 0 {
        let directory = parent(path);
        if !directory.is_empty() {
            result.set_bytes(b"dirname", Str::new(directory));
        }
    }
    let name = last_part(path);
    if flags & PATHINFO_BASENAME != 0 {
        result.set_bytes(b"basename", Str::new(name));
    }
    let dot = memchr::memrchr(b'.', name);
    if let Some(dot) = dot.filter(|_| flags & PATHINFO_EXTENSION != 0) {
        result.set_bytes(b"extension", Str::new(&name[dot + 1..]));
    }
    if flags & PATHINFO_FILENAME != 0 {
        result.set_bytes(b"filename", Str::new(&name[..dot.unwrap_or(name.len())]));
    }
    if flags == PATHINFO_ALL {
        return result.into();
    }
    result.first().map_or_else(|| Str::empty().into(), |(_, value)| value.to_value())
}

#[php_function("realpath(string $path): string|false", AMBIENT)]
fn realpath(path: &Str) -> OrFalse<Str> {
    let path: &[u8] = if path.is_empty() { b"." } else { path };
    OrFalse(std::fs::canonicalize(system_path(path)).ok().map(bytes))
}

pub(crate) fn temporary_directory() -> Str {
    let set = phpc_core::engine::ini::text("sys_temp_dir");
    if !set.is_empty() {
        return set;
    }
    let from_environment = std::env::var_os("TMPDIR").filter(|directory| !directory.is_empty()).map(bytes);
    let directory = from_environment.unwrap_or_else(|| "/tmp".into());
    match directory.strip_suffix(b"/") {
        Some(short) if !short.is_empty() => Str::new(short),
        _ => directory,
    }
}

#[php_function("sys_get_temp_dir(): string", AMBIENT)]
fn sys_get_temp_dir() -> Str {
    temporary_directory()
}

/// A new file `directory/prefixXXXXXX`.
pub(crate) fn create_temporary(directory: &[u8], prefix: &[u8]) -> Option<(File, Str)> {
    use std::os::fd::FromRawFd;
    let mut template = [directory, b"/", prefix, b"XXXXXX\0"].concat();
    // SAFETY: a terminated template that is changed in place; the new descriptor is owned by the File.
    let file = unsafe {
        let fd = libc::mkstemp(template.as_mut_ptr().cast());
        (fd >= 0).then(|| File::from_raw_fd(fd))
    }?;
    template.pop();
    Some((file, template.into()))
}

#[php_function("tempnam(string $directory, string $prefix): string|false", WARNS | THROWS | AMBIENT)]
fn tempnam(cx: &mut Cx, directory: &Str, prefix: &Str) -> Result<OrFalse<Str>> {
    check_path(cx, 1, directory)?;
    check_path(cx, 2, prefix)?;
    let name = last_part(prefix);
    let name = &name[..name.len().min(63)];
    let wanted = std::fs::canonicalize(system_path(directory)).ok().map(bytes).filter(|_| !directory.is_empty());
    if let Some((_, path)) = wanted.and_then(|wanted| create_temporary(&wanted, name)) {
        return Ok(path.into());
    }
    if !directory.is_empty() {
        extension::notice(cx, "file created in the system's temporary directory")?;
    }
    Ok(OrFalse(create_temporary(&temporary_directory(), name).map(|(_, path)| path)))
}

#[php_function("fnmatch(string $pattern, string $filename, int $flags = 0): bool", THROWS)]
fn fnmatch(cx: &mut Cx, pattern: &Str, filename: &Str, flags: i64) -> Result<bool> {
    check_path(cx, 1, pattern)?;
    check_path(cx, 2, filename)?;
    let (Ok(pattern), Ok(filename)) = (std::ffi::CString::new(&pattern[..]), std::ffi::CString::new(&filename[..])) else {
        return Ok(false);
    };
    unsafe extern "C" {
        fn fnmatch(pattern: *const libc::c_char, name: *const libc::c_char, flags: libc::c_int) -> libc::c_int;
    }
    // SAFETY: two terminated strings.
    Ok(unsafe { fnmatch(pattern.as_ptr(), filename.as_ptr(), flags as i32) } == 0)
}

#[php_function("stream_resolve_include_path(string $filename): string|false", AMBIENT)]
fn stream_resolve_include_path(filename: &Str) -> OrFalse<Str> {
    if filename.is_empty() {
        return OrFalse::NO;
    }
    let plain = |name: &[u8]| std::fs::canonicalize(system_path(name)).ok().map(bytes);
    if filename.starts_with(b"/") || filename.starts_with(b"./") || filename.starts_with(b"../") {
        return OrFalse(plain(filename));
    }
    let paths = phpc_core::engine::ini::text("include_path");
    OrFalse(paths.split(|&byte| byte == b':').find_map(|directory| plain(&[directory, b"/", filename].concat())))
}
