//! Whole files at once.

use super::handle::{FILE_APPEND, FILE_IGNORE_NEW_LINES, FILE_SKIP_EMPTY_LINES, LOCK_EX};
use super::open::{context, open};
use super::stream::Stream;
use super::{check_path, error_text};
use crate::prelude::*;
use phpc_core::engine::output;
use std::io::SeekFrom;

pub(crate) static FUNCTIONS: Functions = functions![file_get_contents, file_put_contents, file, readfile, copy];

#[php_function(
    "file_get_contents(string $filename, bool $use_include_path = false, $context = null, int $offset = 0, ?int $length = null): string|false",
    WARNS | THROWS | AMBIENT
)]
fn file_get_contents(
    cx: &mut Cx,
    filename: &Str,
    use_include_path: bool,
    context_: &Value,
    offset: i64,
    length: Option<i64>,
) -> Result<OrFalse<Str>> {
    check_path(cx, 1, filename)?;
    if length.is_some_and(|length| length < 0) {
        return Err(value_error(cx, 5, "must be greater than or equal to 0"));
    }
    let _ = use_include_path;
    let _held = context(context_);
    phpc_core::resource::skip_id();
    let Some(mut stream) = open(cx, filename, b"rb")? else { return Ok(OrFalse::NO) };
    let to = if offset < 0 { SeekFrom::End(offset) } else { SeekFrom::Start(offset as u64) };
    if offset != 0 && !stream.seek(to) {
        warning(cx, format!("Failed to seek to position {offset} in the stream"))?;
        return Ok(OrFalse::NO);
    }
    let read = match length {
        Some(length) => stream.read(length as usize),
        None => stream.read_all(),
    };
    match read {
        Ok(bytes) => Ok(Str::from(bytes).into()),
        Err(error) => {
            let code = error.raw_os_error().unwrap_or(0);
            extension::notice(cx, format!("Read of 8192 bytes failed with errno={code} {}", error_text(&error)))?;
            Ok(Str::empty().into())
        }
    }
}

#[php_function("file_put_contents(string $filename, mixed $data, int $flags = 0, $context = null): int|false")]
fn file_put_contents(cx: &mut Cx, filename: &Str, data: &Value, flags: i64, context_: &Value) -> Result<OrFalse<i64>> {
    check_path(cx, 1, filename)?;
    let _held = context(context_);
    phpc_core::resource::skip_id();
    let lock = flags & LOCK_EX != 0;
    let mode: &[u8] = if flags & FILE_APPEND != 0 {
        b"ab"
    } else if lock {
        b"cb"
    } else {
        b"wb"
    };
    let Some(mut stream) = open(cx, filename, mode)? else { return Ok(OrFalse::NO) };
    if lock {
        if let Some(fd) = stream.descriptor() {
            // SAFETY: a plain system call.
            if unsafe { libc::flock(fd, libc::LOCK_EX) } != 0 {
                warning(cx, "Exclusive locks are not supported for this stream")?;
                return Ok(OrFalse::NO);
            }
        }
        if mode == b"cb" {
            stream.truncate(0);
        }
    }
    let bytes = match data.view() {
        View::Array(parts) => {
            let mut all = Vec::new();
            for part in parts.values() {
                all.extend_from_slice(&convert::to_str(cx, &part)?);
            }
            Str::from(all)
        }
        View::Resource(source) => {
            let rest = source.with(|source: &mut Stream| source.read_all().unwrap_or_default());
            Str::from(rest.unwrap_or_default())
        }
        _ => convert::to_str(cx, data)?,
    };
    match stream.write(cx, &bytes) {
        Ok(count) => Ok((count as i64).into()),
        Err(error) => {
            let code = error.raw_os_error().unwrap_or(0);
            extension::notice(cx, format!("Write of {} bytes failed with errno={code} {}", bytes.len(), error_text(&error)))?;
            Ok(OrFalse::NO)
        }
    }
}

#[php_function("file(string $filename, int $flags = 0, $context = null): array|false", WARNS | THROWS | AMBIENT)]
fn file(cx: &mut Cx, filename: &Str, flags: i64, context_: &Value) -> Result<OrFalse<Array>> {
    check_path(cx, 1, filename)?;
    if !(0..=31).contains(&flags) {
        return Err(value_error(cx, 2, "must be a valid flag value"));
    }
    let _held = context(context_);
    phpc_core::resource::skip_id();
    let Some(mut stream) = open(cx, filename, b"rb")? else { return Ok(OrFalse::NO) };
    let bytes = stream.read_all().unwrap_or_default();
    let mut lines = Array::new();
    let mut start = 0;
    while start < bytes.len() {
        let end = memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |at| start + at + 1);
        let mut line = &bytes[start..end];
        if flags & FILE_IGNORE_NEW_LINES != 0 {
            line = line.strip_suffix(b"\n").unwrap_or(line);
            line = line.strip_suffix(b"\r").filter(|_| bytes[start..end].ends_with(b"\r\n")).unwrap_or(line);
        }
        if !(flags & FILE_SKIP_EMPTY_LINES != 0 && flags & FILE_IGNORE_NEW_LINES != 0 && line.is_empty()) {
            lines.push(Value::string(line));
        }
        start = end;
    }
    Ok(lines.into())
}

#[php_function("readfile(string $filename, bool $use_include_path = false, $context = null): int|false")]
fn readfile(cx: &mut Cx, filename: &Str, use_include_path: bool, context_: &Value) -> Result<OrFalse<i64>> {
    check_path(cx, 1, filename)?;
    let _ = use_include_path;
    let _held = context(context_);
    phpc_core::resource::skip_id();
    let Some(mut stream) = open(cx, filename, b"rb")? else { return Ok(OrFalse::NO) };
    let bytes = stream.read_all().unwrap_or_default();
    output::write(cx, &bytes);
    cx.check()?;
    Ok((bytes.len() as i64).into())
}

#[php_function("copy(string $from, string $to, $context = null): bool", WARNS | THROWS | AMBIENT)]
fn copy(cx: &mut Cx, from: &Str, to: &Str, context_: &Value) -> Result<bool> {
    check_path(cx, 1, from)?;
    check_path(cx, 2, to)?;
    let _held = context(context_);
    if super::system_path(from).is_dir() {
        warning(cx, "The first argument to copy() function cannot be a directory")?;
        return Ok(false);
    }
    let Some(mut source) = open(cx, from, b"rb")? else { return Ok(false) };
    if super::system_path(to).is_dir() {
        warning(cx, "The second argument to copy() function cannot be a directory")?;
        return Ok(false);
    }
    let Some(mut target) = open(cx, to, b"wb")? else { return Ok(false) };
    let bytes = source.read_all().unwrap_or_default();
    Ok(target.write(cx, &bytes).is_ok())
}
