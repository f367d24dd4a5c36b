//! Reading directories.

use super::open::context;
use super::{check_path, error_text, system_path, warn_about};
use crate::prelude::*;
use phpc_core::Resource;
use phpc_core::engine::owners;
use phpc_core::global::Global;

pub(crate) static FUNCTIONS: Functions = functions![opendir, readdir, closedir, rewinddir, scandir, glob];

php_constants! {
    SCANDIR_SORT_ASCENDING: Int = 0;
    SCANDIR_SORT_DESCENDING: Int = 1;
    SCANDIR_SORT_NONE: Int = 2;
    GLOB_BRACE: Int = 1024;
    GLOB_MARK: Int = 2;
    GLOB_NOSORT: Int = 4;
    GLOB_NOCHECK: Int = 16;
    GLOB_NOESCAPE: Int = 64;
    GLOB_ERR: Int = 1;
    GLOB_ONLYDIR: Int = 1073741824;
    GLOB_AVAILABLE_FLAGS: Int = 1073742935;
}

/// An open directory: its names, read when it was opened.
struct Directory {
    names: Vec<Str>,
    next: usize,
}

/// The one that readdir() without argument reads.
static LAST: Global<Option<Resource>> = Global::new(None);

/// `.`, `..` and the entries, in the system's order.
fn names(name: &[u8]) -> std::io::Result<Vec<Str>> {
    // std leaves `.` and `..` out; the C library tells where they stand.
    let path = std::ffi::CString::new(system_path(name).as_os_str().as_encoded_bytes())?;
    let mut all = Vec::new();
    // SAFETY: the stream is closed below; entries are copied before the next call.
    unsafe {
        let stream = libc::opendir(path.as_ptr());
        if stream.is_null() {
            return Err(std::io::Error::last_os_error());
        }
        loop {
            let entry = libc::readdir(stream);
            if entry.is_null() {
                break;
            }
            all.push(Str::new(std::ffi::CStr::from_ptr((*entry).d_name.as_ptr()).to_bytes()));
        }
        libc::closedir(stream);
    }
    Ok(all)
}

#[php_function("opendir(string $directory, $context = null): resource|false", WARNS | THROWS | AMBIENT)]
fn opendir(cx: &mut Cx, directory: &Str, context_: &Value) -> Result<OrFalse<Resource>> {
    check_path(cx, 1, directory)?;
    if directory.is_empty() {
        return Err(cx.throw_value_error("Path must not be empty"));
    }
    let _held = context(context_);
    match names(directory) {
        Ok(names) => {
            let resource = Resource::new("stream", Box::new(Directory { names, next: 0 }));
            if LAST.replace(Some(resource.clone())).is_none() {
                owners::at_end(|| drop(LAST.replace(None)));
            }
            Ok(resource.into())
        }
        Err(error) => {
            warn_about(cx, directory, &format!("Failed to open directory: {}", error_text(&error)))?;
            Ok(OrFalse::NO)
        }
    }
}

fn with<R>(cx: &mut Cx, handle: &Value, f: impl FnOnce(&mut Directory) -> R) -> Result<R> {
    let resource = match handle.view() {
        View::Null => LAST.cloned(),
        View::Resource(resource) => Some(resource.clone()),
        _ => return Err(extension::wrong_argument(cx, 1, "resource or null", handle)),
    };
    let Some(resource) = resource else { return Err(cx.throw_type_error("No resource supplied")) };
    match resource.with(f) {
        Some(result) => Ok(result),
        None if resource.is_open() => Err(extension::type_error(cx, 1, "must be a valid Directory resource")),
        None => {
            let name = extension::current_name();
            Err(cx.throw_type_error([&name[..], b"(): cannot use Directory resource after closing it"].concat()))
        }
    }
}

#[php_function("readdir($dir_handle = null): string|false", THROWS | AMBIENT)]
fn readdir(cx: &mut Cx, dir_handle: &Value) -> Result<OrFalse<Str>> {
    with(cx, dir_handle, |directory| {
        directory.next += 1;
        OrFalse(directory.names.get(directory.next - 1).cloned())
    })
}

#[php_function("rewinddir($dir_handle = null): void", THROWS | AMBIENT)]
fn rewinddir(cx: &mut Cx, dir_handle: &Value) -> Result {
    with(cx, dir_handle, |directory| directory.next = 0)
}

#[php_function("closedir($dir_handle = null): void", THROWS | AMBIENT)]
fn closedir(cx: &mut Cx, dir_handle: &Value) -> Result {
    with(cx, dir_handle, |_| ())?;
    let resource = dir_handle.as_resource().cloned().or_else(|| LAST.cloned());
    if let Some(resource) = resource {
        drop(resource.take());
    }
    Ok(())
}

#[php_function(
    "scandir(string $directory, int $sorting_order = SCANDIR_SORT_ASCENDING, $context = null): array|false",
    WARNS | THROWS | AMBIENT
)]
fn scandir(cx: &mut Cx, directory: &Str, order: i64, context_: &Value) -> Result<OrFalse<Array>> {
    check_path(cx, 1, directory)?;
    if directory.is_empty() {
        return Err(value_error(cx, 1, "must not be empty"));
    }
    let _held = context(context_);
    match names(directory) {
        Ok(mut names) => {
            match order {
                SCANDIR_SORT_ASCENDING => names.sort(),
                SCANDIR_SORT_NONE => {}
                _ => names.sort_by(|left, right| right.cmp(left)),
            }
            Ok(names.into_iter().collect::<Array>().into())
        }
        Err(error) => {
            warn_about(cx, directory, &format!("Failed to open directory: {}", error_text(&error)))?;
            let code = error.raw_os_error().unwrap_or(0);
            warning(cx, format!("(errno {code}): {}", error_text(&error)))?;
            Ok(OrFalse::NO)
        }
    }
}

#[php_function("glob(string $pattern, int $flags = 0): array|false", THROWS | AMBIENT)]
fn glob(cx: &mut Cx, pattern: &Str, flags: i64) -> Result<OrFalse<Array>> {
    check_path(cx, 1, pattern)?;
    let Ok(text) = std::ffi::CString::new(&pattern[..]) else { return Ok(OrFalse::NO) };
    let mut found = Array::new();
    // SAFETY: all zeroes is a valid glob_t, which the call fills and globfree empties.
    unsafe {
        let mut result: libc::glob_t = std::mem::zeroed();
        let status = libc::glob(text.as_ptr(), (flags & !GLOB_ONLYDIR) as i32, None, &mut result);
        if status == 0 {
            for at in 0..result.gl_pathc {
                let name = std::ffi::CStr::from_ptr(*result.gl_pathv.add(at)).to_bytes();
                if flags & GLOB_ONLYDIR == 0 || system_path(name).is_dir() {
                    found.push(Value::string(name));
                }
            }
        }
        libc::globfree(&mut result);
        if status != 0 && status != libc::GLOB_NOMATCH {
            return Ok(OrFalse::NO);
        }
    }
    Ok(found.into())
}

