//! Changing the tree of files: making, renaming, removing, permissions.

use super::open::context;
use super::{bytes, check_path, error_text, system_path, warn_about};
use crate::prelude::*;
use std::os::unix::fs::PermissionsExt;

pub(crate) static FUNCTIONS: Functions = functions![
    mkdir, rmdir, unlink, rename, touch, chmod, chown, chgrp, symlink, link, readlink, umask, chdir, getcwd, is_uploaded_file,
    move_uploaded_file, lchown, lchgrp,
];

/// True, or the system's complaint as "f(): TEXT".
fn report(cx: &mut Cx, result: std::io::Result<()>) -> Result<bool> {
    if let Err(error) = &result {
        warning(cx, error_text(error))?;
    }
    Ok(result.is_ok())
}

#[php_function("mkdir(string $directory, int $permissions = 511, bool $recursive = false, $context = null): bool", WARNS | THROWS | AMBIENT)]
fn mkdir(cx: &mut Cx, directory: &Str, permissions: i64, recursive: bool, context_: &Value) -> Result<bool> {
    use std::os::unix::fs::DirBuilderExt;
    check_path(cx, 1, directory)?;
    let _held = context(context_);
    let path = system_path(directory);
    let mut builder = std::fs::DirBuilder::new();
    builder.mode(permissions as u32);
    if recursive {
        if path.exists() {
            return report(cx, Err(std::io::Error::from_raw_os_error(libc::EEXIST)));
        }
        builder.recursive(true);
    }
    report(cx, builder.create(path))
}

#[php_function("rmdir(string $directory, $context = null): bool", WARNS | THROWS | AMBIENT)]
fn rmdir(cx: &mut Cx, directory: &Str, context_: &Value) -> Result<bool> {
    check_path(cx, 1, directory)?;
    let _held = context(context_);
    match std::fs::remove_dir(system_path(directory)) {
        Ok(()) => Ok(true),
        Err(error) => {
            warn_about(cx, directory, &error_text(&error))?;
            Ok(false)
        }
    }
}

#[php_function("unlink(string $filename, $context = null): bool", WARNS | THROWS | AMBIENT)]
fn unlink(cx: &mut Cx, filename: &Str, context_: &Value) -> Result<bool> {
    check_path(cx, 1, filename)?;
    let _held = context(context_);
    match std::fs::remove_file(system_path(filename)) {
        Ok(()) => Ok(true),
        Err(error) => {
            warn_about(cx, filename, &error_text(&error))?;
            Ok(false)
        }
    }
}

#[php_function("rename(string $from, string $to, $context = null): bool", WARNS | THROWS | AMBIENT)]
fn rename(cx: &mut Cx, from: &Str, to: &Str, context_: &Value) -> Result<bool> {
    check_path(cx, 1, from)?;
    check_path(cx, 2, to)?;
    let _held = context(context_);
    let (source, target) = (system_path(from), system_path(to));
    let mut result = std::fs::rename(source, target);
    if result.as_ref().is_err_and(|error| error.raw_os_error() == Some(libc::EXDEV)) {
        result = std::fs::copy(source, target).and_then(|_| std::fs::remove_file(source));
    }
    match result {
        Ok(()) => Ok(true),
        Err(error) => {
            warn_about(cx, &[&from[..], b",", to].concat(), &error_text(&error))?;
            Ok(false)
        }
    }
}

#[php_function("touch(string $filename, ?int $mtime = null, ?int $atime = null): bool", WARNS | THROWS | AMBIENT)]
fn touch(cx: &mut Cx, filename: &Str, mtime: Option<i64>, atime: Option<i64>) -> Result<bool> {
    check_path(cx, 1, filename)?;
    if filename.is_empty() {
        return Ok(false);
    }
    if mtime.is_none() && atime.is_some() {
        return Err(value_error(cx, 2, "cannot be null when argument #3 ($atime) is an integer"));
    }
    let path = system_path(filename);
    if !path.exists()
        && let Err(error) = std::fs::OpenOptions::new().create(true).append(true).open(path)
    {
        let text = [b"Unable to create file ", &filename[..], b" because ", error_text(&error).as_bytes()].concat();
        warning(cx, text)?;
        return Ok(false);
    }
    let now = || libc::timespec { tv_sec: 0, tv_nsec: libc::UTIME_NOW };
    let at = |seconds: i64| libc::timespec { tv_sec: seconds, tv_nsec: 0 };
    let modified = mtime.map_or_else(now, at);
    let accessed = atime.or(mtime).map_or_else(now, at);
    let Ok(name) = std::ffi::CString::new(path.as_os_str().as_encoded_bytes()) else { return Ok(false) };
    // SAFETY: a terminated string and two times.
    let done = unsafe { libc::utimensat(libc::AT_FDCWD, name.as_ptr(), [accessed, modified].as_ptr(), 0) } == 0;
    if !done {
        let error = std::io::Error::last_os_error();
        warning(cx, format!("Utime failed: {}", error_text(&error)))?;
    }
    Ok(done)
}

#[php_function("chmod(string $filename, int $permissions): bool", WARNS | THROWS | AMBIENT)]
fn chmod(cx: &mut Cx, filename: &Str, permissions: i64) -> Result<bool> {
    check_path(cx, 1, filename)?;
    let permissions = std::fs::Permissions::from_mode(permissions as u32);
    report(cx, std::fs::set_permissions(system_path(filename), permissions))
}

/// A user or group as number, or by name.
fn id(cx: &mut Cx, value: &Value, group: bool) -> Result<Option<u32>> {
    if let Some(id) = value.as_int() {
        return Ok(Some(id as u32));
    }
    let name = convert::to_str(cx, value)?;
    let Ok(c_name) = std::ffi::CString::new(&name[..]) else { return Ok(None) };
    // SAFETY: a terminated string; the entries are read at once.
    let found = unsafe {
        if group {
            let entry = libc::getgrnam(c_name.as_ptr());
            (!entry.is_null()).then(|| (*entry).gr_gid)
        } else {
            let entry = libc::getpwnam(c_name.as_ptr());
            (!entry.is_null()).then(|| (*entry).pw_uid)
        }
    };
    if found.is_none() {
        let kind = if group { "gid" } else { "uid" };
        warning(cx, format!("Unable to find {kind} for {name}"))?;
    }
    Ok(found)
}

#[php_function("chown(string $filename, string|int $user): bool", WARNS | THROWS | AMBIENT)]
fn chown(cx: &mut Cx, filename: &Str, user: &Value) -> Result<bool> {
    let Some(user) = id(cx, user, false)? else { return Ok(false) };
    report(cx, std::os::unix::fs::chown(system_path(filename), Some(user), None))
}

#[php_function("chgrp(string $filename, string|int $group): bool", WARNS | THROWS | AMBIENT)]
fn chgrp(cx: &mut Cx, filename: &Str, group: &Value) -> Result<bool> {
    let Some(group) = id(cx, group, true)? else { return Ok(false) };
    report(cx, std::os::unix::fs::chown(system_path(filename), None, Some(group)))
}

#[php_function("lchown(string $filename, string|int $user): bool", WARNS | THROWS | AMBIENT)]
fn lchown(cx: &mut Cx, filename: &Str, user: &Value) -> Result<bool> {
    let Some(user) = id(cx, user, false)? else { return Ok(false) };
    report(cx, std::os::unix::fs::lchown(system_path(filename), Some(user), None))
}

#[php_function("lchgrp(string $filename, string|int $group): bool", WARNS | THROWS | AMBIENT)]
fn lchgrp(cx: &mut Cx, filename: &Str, group: &Value) -> Result<bool> {
    let Some(group) = id(cx, group, true)? else { return Ok(false) };
    report(cx, std::os::unix::fs::lchown(system_path(filename), None, Some(group)))
}

#[php_function("symlink(string $target, string $link): bool", WARNS | THROWS | AMBIENT)]
fn symlink(cx: &mut Cx, target: &Str, link: &Str) -> Result<bool> {
    report(cx, std::os::unix::fs::symlink(system_path(target), system_path(link)))
}

#[php_function("link(string $target, string $link): bool", WARNS | THROWS | AMBIENT)]
fn link(cx: &mut Cx, target: &Str, link: &Str) -> Result<bool> {
    report(cx, std::fs::hard_link(system_path(target), system_path(link)))
}

#[php_function("readlink(string $path): string|false", WARNS | THROWS | AMBIENT)]
fn readlink(cx: &mut Cx, path: &Str) -> Result<OrFalse<Str>> {
    match std::fs::read_link(system_path(path)) {
        Ok(target) => Ok(bytes(target).into()),
        Err(error) => {
            warning(cx, error_text(&error))?;
            Ok(OrFalse::NO)
        }
    }
}

#[php_function("umask(?int $mask = null): int", AMBIENT)]
fn umask(mask: Option<i64>) -> i64 {
    // SAFETY: plain system calls.
    unsafe {
        let old = libc::umask(mask.unwrap_or(0o77) as libc::mode_t & 0o777);
        if mask.is_none() {
            libc::umask(old);
        }
        old as i64
    }
}

#[php_function("chdir(string $directory): bool", WARNS | THROWS | AMBIENT)]
fn chdir(cx: &mut Cx, directory: &Str) -> Result<bool> {
    check_path(cx, 1, directory)?;
    match std::env::set_current_dir(system_path(directory)) {
        Ok(()) => Ok(true),
        Err(error) => {
            let code = error.raw_os_error().unwrap_or(0);
            warning(cx, format!("{} (errno {code})", error_text(&error)))?;
            Ok(false)
        }
    }
}

#[php_function("getcwd(): string|false", AMBIENT)]
fn getcwd() -> OrFalse<Str> {
    OrFalse(std::env::current_dir().ok().map(bytes))
}

#[php_function("is_uploaded_file(string $filename): bool", AMBIENT)]
fn is_uploaded_file(filename: &Str) -> bool {
    let _ = filename;
    false
}

#[php_function("move_uploaded_file(string $from, string $to): bool", AMBIENT)]
fn move_uploaded_file(from: &Str, to: &Str) -> bool {
    let _ = (from, to);
    false
}
