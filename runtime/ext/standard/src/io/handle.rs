//! Functions on open streams.

use super::stream::{self, Backend, Stream};
use crate::prelude::*;
use phpc_core::engine::constants::Entry;
use phpc_core::engine::output;
use phpc_core::engine::owners;
use phpc_core::global::Global;
use phpc_core::Resource;
use std::io::SeekFrom;

pub(crate) static FUNCTIONS: Functions = functions![
    fclose, feof, fgetc, fgets, fread, fwrite, fflush, fseek, ftell, rewind, ftruncate, flock, fstat, fpassthru, stream_get_contents,
    stream_get_line, stream_copy_to_stream, stream_get_meta_data, stream_set_blocking, stream_set_timeout, stream_isatty,
    stream_is_local, stream_set_write_buffer, stream_supports_lock, fprintf, vfprintf, fscanf, stream_select, posix_isatty,
    stream_set_chunk_size, stream_set_read_buffer, fsync, fdatasync,
];
pub(crate) static ALIASES: Aliases = aliases![
    fputs = fwrite, socket_set_blocking = stream_set_blocking, socket_set_timeout = stream_set_timeout,
    socket_get_status = stream_get_meta_data, set_file_buffer = stream_set_write_buffer,
];

php_constants! {
    SEEK_SET: Int = 0;
    SEEK_CUR: Int = 1;
    SEEK_END: Int = 2;
    LOCK_SH: Int = 1;
    LOCK_EX: Int = 2;
    LOCK_UN: Int = 3;
    LOCK_NB: Int = 4;
    FILE_USE_INCLUDE_PATH: Int = 1;
    FILE_IGNORE_NEW_LINES: Int = 2;
    FILE_SKIP_EMPTY_LINES: Int = 4;
    FILE_APPEND: Int = 8;
    FILE_NO_DEFAULT_CONTEXT: Int = 16;
}

pub(crate) static STREAMS: &[Entry] = &[
    Entry { name: "STDIN", value: || standard(0) },
    Entry { name: "STDOUT", value: || standard(1) },
    Entry { name: "STDERR", value: || standard(2) },
];

/// STDIN, STDOUT, STDERR.
static STANDARD: Global<Vec<Resource>> = Global::new(Vec::new());

pub(crate) fn standard(number: usize) -> Value {
    STANDARD.with(|all| {
        if all.is_empty() {
            owners::at_end(|| drop(STANDARD.with(std::mem::take)));
            for (fd, name, mode) in [(0, "php://stdin", "r"), (1, "php://stdout", "w"), (2, "php://stderr", "w")] {
                all.push(Stream::new(Backend::Standard(fd), mode.as_bytes(), name.as_bytes()).into_resource());
            }
        }
        all[number].clone().into()
    })
}

#[php_function("fclose($stream): bool", THROWS | AMBIENT)]
fn fclose(cx: &mut Cx, stream: &Value) -> Result<bool> {
    stream::with(cx, stream, 1, |_, _| ())?;
    let resource = stream.as_resource().expect("checked by `with`");
    drop(resource.take());
    Ok(true)
}

#[php_function("feof($stream): bool", THROWS | AMBIENT)]
fn feof(cx: &mut Cx, stream: &Value) -> Result<bool> {
    stream::with(cx, stream, 1, |_, stream| stream.at_end())
}

#[php_function("fgetc($stream): string|false", THROWS | AMBIENT)]
fn fgetc(cx: &mut Cx, stream: &Value) -> Result<OrFalse<Str>> {
    let byte = stream::with(cx, stream, 1, |_, stream| stream.read(1))?;
    Ok(OrFalse(byte.ok().filter(|byte| !byte.is_empty()).map(Str::from)))
}

#[php_function("fgets($stream, ?int $length = null): string|false", THROWS | AMBIENT)]
fn fgets(cx: &mut Cx, stream: &Value, length: Option<i64>) -> Result<OrFalse<Str>> {
    let limit = match length {
        Some(length) if length <= 0 => return Err(value_error(cx, 2, "must be greater than 0")),
        Some(1) => return stream::with(cx, stream, 1, |_, _| OrFalse::NO),
        Some(length) => length as usize - 1,
        None => usize::MAX,
    };
    let line = stream::with(cx, stream, 1, |_, stream| stream.line(limit))?;
    Ok(OrFalse(line.map(Str::from)))
}

fn read_failed(cx: &mut Cx, length: i64, error: &std::io::Error) -> Result {
    let code = error.raw_os_error().unwrap_or(0);
    extension::notice(cx, format!("Read of {length} bytes failed with errno={code} {}", super::error_text(error)))
}

#[php_function("fread($stream, int $length): string|false", WARNS | THROWS | AMBIENT)]
fn fread(cx: &mut Cx, stream: &Value, length: i64) -> Result<OrFalse<Str>> {
    let readable = stream::with(cx, stream, 1, |_, stream| stream.readable)?;
    if length <= 0 {
        return Err(value_error(cx, 2, "must be greater than 0"));
    }
    if !readable {
        let error = std::io::Error::from_raw_os_error(libc::EBADF);
        read_failed(cx, 8192, &error)?;
        return Ok(OrFalse::NO);
    }
    match stream::with(cx, stream, 1, |_, stream| stream.read(length as usize))? {
        Ok(bytes) => Ok(Str::from(bytes).into()),
        Err(error) => {
            read_failed(cx, 8192, &error)?;
            Ok(Str::empty().into())
        }
    }
}

#[php_function("fwrite($stream, string $data, ?int $length = null): int|false", WARNS | THROWS | AMBIENT)]
fn fwrite(cx: &mut Cx, stream: &Value, data: &Str, length: Option<i64>) -> Result<OrFalse<i64>> {
    let count = length.map_or(data.len(), |length| data.len().min(length.max(0) as usize));
    write(cx, stream, &data[..count])
}

fn write(cx: &mut Cx, target: &Value, data: &[u8]) -> Result<OrFalse<i64>> {
    let written = stream::with(cx, target, 1, |cx, stream| match stream.writable {
        true if data.is_empty() => Ok(0),
        true => stream.write(cx, data),
        false => Err(std::io::Error::from_raw_os_error(libc::EBADF)),
    })?;
    match written {
        Ok(count) => Ok((count as i64).into()),
        Err(error) => {
            let code = error.raw_os_error().unwrap_or(0);
            extension::notice(cx, format!("Write of {} bytes failed with errno={code} {}", data.len(), super::error_text(&error)))?;
            Ok(OrFalse::NO)
        }
    }
}

#[php_function("fflush($stream): bool", THROWS | AMBIENT)]
fn fflush(cx: &mut Cx, stream: &Value) -> Result<bool> {
    stream::with(cx, stream, 1, |_, _| true)
}

#[php_function("fsync($stream): bool", THROWS | AMBIENT)]
fn fsync(cx: &mut Cx, stream: &Value) -> Result<bool> {
    stream::with(cx, stream, 1, |_, stream| matches!(&stream.backend, Backend::File(file) if file.sync_all().is_ok()))
}

#[php_function("fdatasync($stream): bool", THROWS | AMBIENT)]
fn fdatasync(cx: &mut Cx, stream: &Value) -> Result<bool> {
    stream::with(cx, stream, 1, |_, stream| matches!(&stream.backend, Backend::File(file) if file.sync_data().is_ok()))
}

#[php_function("fseek($stream, int $offset, int $whence = SEEK_SET): int", THROWS | AMBIENT)]
fn fseek(cx: &mut Cx, stream: &Value, offset: i64, whence: i64) -> Result<i64> {
    let to = match whence {
        SEEK_SET => u64::try_from(offset).ok().map(SeekFrom::Start),
        SEEK_CUR => Some(SeekFrom::Current(offset)),
        SEEK_END => Some(SeekFrom::End(offset)),
        _ => None,
    };
    let moved = stream::with(cx, stream, 1, |_, stream| to.is_some_and(|to| stream.seek(to)))?;
    Ok(if moved { 0 } else { -1 })
}

#[php_function("ftell($stream): int|false", THROWS | AMBIENT)]
fn ftell(cx: &mut Cx, stream: &Value) -> Result<OrFalse<i64>> {
    Ok(stream::with(cx, stream, 1, |_, stream| stream.position)?.into())
}

#[php_function("rewind($stream): bool", THROWS | AMBIENT)]
fn rewind(cx: &mut Cx, stream: &Value) -> Result<bool> {
    stream::with(cx, stream, 1, |_, stream| stream.seek(SeekFrom::Start(0)))
}

#[php_function("ftruncate($stream, int $size): bool", THROWS | AMBIENT)]
fn ftruncate(cx: &mut Cx, stream: &Value, size: i64) -> Result<bool> {
    if size < 0 {
        return Err(value_error(cx, 2, "must be greater than or equal to 0"));
    }
    stream::with(cx, stream, 1, |_, stream| stream.truncate(size as u64))
}

#[php_function("flock($stream, int $operation, &$would_block = null): bool", THROWS | AMBIENT)]
fn flock(cx: &mut Cx, stream: &Value, operation: i64, would_block: &Value) -> Result<bool> {
    let action = match operation & 3 {
        LOCK_SH => libc::LOCK_SH,
        LOCK_EX => libc::LOCK_EX,
        LOCK_UN => libc::LOCK_UN,
        _ => return Err(value_error(cx, 2, "must be one of LOCK_SH, LOCK_EX, or LOCK_UN")),
    };
    let nonblocking = if operation & LOCK_NB != 0 { libc::LOCK_NB } else { 0 };
    let fd = stream::with(cx, stream, 1, |_, stream| stream.descriptor())?;
    let Some(fd) = fd else { return Ok(false) };
    // SAFETY: a plain system call.
    let locked = unsafe { libc::flock(fd, action | nonblocking) } == 0;
    if let Some(cell) = would_block.as_reference() {
        let blocked = !locked && std::io::Error::last_os_error().kind() == std::io::ErrorKind::WouldBlock;
        cell.set(Value::int(blocked as i64));
    }
    Ok(locked)
}

#[php_function("fstat($stream): array|false", THROWS | AMBIENT)]
fn fstat(cx: &mut Cx, stream: &Value) -> Result<OrFalse<Array>> {
    let data = stream::with(cx, stream, 1, |_, stream| match &stream.backend {
        Backend::File(file) => file.metadata().ok().map(|data| super::stat::stat_array(&data)),
        Backend::Memory { data, .. } => Some(super::stat::memory_stat(data.len() as i64)),
        _ => None,
    })?;
    Ok(OrFalse(data))
}

#[php_function("fpassthru($stream): int")]
fn fpassthru(cx: &mut Cx, stream: &Value) -> Result<i64> {
    let rest = stream::with(cx, stream, 1, |_, stream| stream.read_all())?.unwrap_or_default();
    output::write(cx, &rest);
    cx.check()?;
    Ok(rest.len() as i64)
}

#[php_function("stream_get_contents($stream, ?int $length = null, int $offset = -1): string|false", WARNS | THROWS | AMBIENT)]
fn stream_get_contents(cx: &mut Cx, stream: &Value, length: Option<i64>, offset: i64) -> Result<OrFalse<Str>> {
    if length.is_some_and(|length| length < -1) {
        return Err(value_error(cx, 2, "must be greater than or equal to -1, or null"));
    }
    if offset >= 0 && !stream::with(cx, stream, 1, |_, stream| stream.seek(SeekFrom::Start(offset as u64)))? {
        warning(cx, format!("Failed to seek to position {offset} in the stream"))?;
        return Ok(OrFalse::NO);
    }
    let bytes = stream::with(cx, stream, 1, |_, stream| match length.filter(|&length| length >= 0) {
        None => stream.read_all(),
        Some(length) => {
            let mut all = Vec::new();
            while all.len() < length as usize {
                let part = stream.read(length as usize - all.len())?;
                if part.is_empty() {
                    break;
                }
                all.extend_from_slice(&part);
            }
            Ok(all)
        }
    })?;
    Ok(OrFalse(Some(bytes.unwrap_or_default().into())))
}

#[php_function(r#"stream_get_line($stream, int $length, string $ending = ""): string|false"#, THROWS | AMBIENT)]
fn stream_get_line(cx: &mut Cx, stream: &Value, length: i64, ending: &Str) -> Result<OrFalse<Str>> {
    if length < 0 {
        return Err(value_error(cx, 2, "must be greater than or equal to 0"));
    }
    let limit = if length == 0 { usize::MAX } else { length as usize };
    let line = stream::with(cx, stream, 1, |_, stream| stream.until(ending, limit))?;
    Ok(OrFalse(line.map(Str::from)))
}

#[php_function("stream_copy_to_stream($from, $to, ?int $length = null, int $offset = 0): int|false", WARNS | THROWS | AMBIENT)]
fn stream_copy_to_stream(cx: &mut Cx, from: &Value, to: &Value, length: Option<i64>, offset: i64) -> Result<OrFalse<i64>> {
    let bytes = stream::with(cx, from, 1, |_, stream| {
        if offset > 0 && !stream.seek(SeekFrom::Current(offset)) {
            return None;
        }
        match length {
            Some(length) => stream.read(length.max(0) as usize).ok(),
            None => stream.read_all().ok(),
        }
    })?;
    let Some(bytes) = bytes else { return Ok(OrFalse::NO) };
    let written = stream::with(cx, to, 2, |cx, stream| stream.write(cx, &bytes))?;
    Ok(OrFalse(written.ok().map(|count| count as i64)))
}

#[php_function("stream_get_meta_data($stream): array", THROWS | AMBIENT)]
fn stream_get_meta_data(cx: &mut Cx, stream: &Value) -> Result<Array> {
    stream::with(cx, stream, 1, |_, stream| {
        let mut data = Array::new();
        data.set_bytes(b"timed_out", stream.timed_out);
        data.set_bytes(b"blocked", stream.blocking);
        let at_end = stream.at_end();
        data.set_bytes(b"eof", at_end);
        if !stream.wrapper.is_empty() {
            data.set_bytes(b"wrapper_type", stream.wrapper);
        }
        data.set_bytes(b"stream_type", stream.stream_type);
        data.set_bytes(b"mode", stream.mode.clone());
        data.set_bytes(b"unread_bytes", stream.unread().len());
        data.set_bytes(b"seekable", stream.is_seekable());
        data.set_bytes(b"uri", stream.uri.clone());
        data
    })
}

#[php_function("stream_set_blocking($stream, bool $enable): bool", THROWS | AMBIENT)]
fn stream_set_blocking(cx: &mut Cx, stream: &Value, enable: bool) -> Result<bool> {
    stream::with(cx, stream, 1, |_, stream| {
        let Some(fd) = stream.descriptor() else { return false };
        stream.blocking = enable;
        // SAFETY: plain system calls.
        unsafe {
            let flags = libc::fcntl(fd, libc::F_GETFL);
            let flags = if enable { flags & !libc::O_NONBLOCK } else { flags | libc::O_NONBLOCK };
            libc::fcntl(fd, libc::F_SETFL, flags) == 0
        }
    })
}

#[php_function("stream_set_timeout($stream, int $seconds, int $microseconds = 0): bool", THROWS | AMBIENT)]
fn stream_set_timeout(cx: &mut Cx, stream: &Value, seconds: i64, microseconds: i64) -> Result<bool> {
    stream::with(cx, stream, 1, |_, stream| match &stream.backend {
        Backend::Socket(socket) => {
            let time = std::time::Duration::from_micros((seconds * 1_000_000 + microseconds).max(1) as u64);
            socket.set_read_timeout(Some(time)).is_ok()
        }
        _ => false,
    })
}

#[php_function("stream_set_write_buffer($stream, int $size): int", THROWS | AMBIENT)]
fn stream_set_write_buffer(cx: &mut Cx, stream: &Value, size: i64) -> Result<i64> {
    stream::with(cx, stream, 1, |_, _| if size == 0 { 0 } else { -1 })
}

#[php_function("stream_set_read_buffer($stream, int $size): int", THROWS | AMBIENT)]
fn stream_set_read_buffer(cx: &mut Cx, stream: &Value, size: i64) -> Result<i64> {
    let _ = size;
    stream::with(cx, stream, 1, |_, _| 0)
}

#[php_function("stream_set_chunk_size($stream, int $size): int", THROWS | AMBIENT)]
fn stream_set_chunk_size(cx: &mut Cx, stream: &Value, size: i64) -> Result<i64> {
    if size <= 0 {
        return Err(value_error(cx, 2, "must be greater than 0"));
    }
    stream::with(cx, stream, 1, |_, _| 8192)
}

fn is_terminal(fd: Option<i32>) -> bool {
    // SAFETY: a plain system call.
    fd.is_some_and(|fd| unsafe { libc::isatty(fd) } == 1)
}

#[php_function("stream_isatty($stream): bool", THROWS | AMBIENT)]
fn stream_isatty(cx: &mut Cx, stream: &Value) -> Result<bool> {
    stream::with(cx, stream, 1, |_, stream| is_terminal(stream.descriptor()))
}

#[php_function("posix_isatty($file_descriptor): bool", AMBIENT)]
fn posix_isatty(file_descriptor: &Value) -> bool {
    match file_descriptor.view() {
        View::Int(fd) => is_terminal(Some(fd as i32)),
        View::Resource(resource) => is_terminal(resource.with(|stream: &mut Stream| stream.descriptor()).flatten()),
        _ => false,
    }
}

#[php_function("stream_is_local($stream): bool", AMBIENT)]
fn stream_is_local(stream: &Value) -> bool {
    match stream.view() {
        View::Resource(resource) => !resource.with(|stream: &mut Stream| matches!(stream.backend, Backend::Socket(_))).unwrap_or(false),
        View::Str(name) => !["http://", "https://", "ftp://"].iter().any(|scheme| name.starts_with(scheme.as_bytes())),
        _ => true,
    }
}

#[php_function("stream_supports_lock($stream): bool", THROWS | AMBIENT)]
fn stream_supports_lock(cx: &mut Cx, stream: &Value) -> Result<bool> {
    stream::with(cx, stream, 1, |_, stream| stream.is_plain_file())
}

#[php_function("fprintf($stream, string $format, mixed ...$values): int")]
fn fprintf(cx: &mut Cx, stream: &Value, format: &Str, values: &[Value]) -> Result<i64> {
    use crate::strings::format::{Missing, format_text};
    let text = format_text(cx, format, values, Missing::Arguments { before: 2 })?;
    write(cx, stream, &text)?;
    Ok(text.len() as i64)
}

#[php_function("vfprintf($stream, string $format, array $values): int")]
fn vfprintf(cx: &mut Cx, stream: &Value, format: &Str, values: &Array) -> Result<i64> {
    use crate::strings::format::{Missing, format_text, list};
    let text = format_text(cx, format, &list(values), Missing::Elements)?;
    write(cx, stream, &text)?;
    Ok(text.len() as i64)
}

#[php_function("fscanf($stream, string $format, mixed &...$vars): array|int|false|null")]
fn fscanf(cx: &mut Cx, stream: &Value, format: &Str, vars: &[Value]) -> Result<Value> {
    match stream::with(cx, stream, 1, |_, stream| stream.line(usize::MAX))? {
        Some(line) => crate::strings::scan::scan_into(cx, &line, format, vars),
        None => Ok(Value::FALSE),
    }
}

#[php_function("stream_select(?array &$read, ?array &$write, ?array &$except, ?int $seconds, ?int $microseconds = null): int|false")]
fn stream_select(
    cx: &mut Cx,
    read: &Reference,
    write: &Reference,
    except: &Reference,
    seconds: Option<i64>,
    microseconds: Option<i64>,
) -> Result<OrFalse<i64>> {
    let _ = cx;
    output::flush_stdout();
    let sets = [(read, libc::POLLIN), (write, libc::POLLOUT), (except, libc::POLLPRI)];
    let mut polled: Vec<libc::pollfd> = Vec::new();
    let mut ready: Vec<Array> = vec![Array::new(), Array::new(), Array::new()];
    let mut places: Vec<(usize, OwnedKey, Value)> = Vec::new();
    for (number, (cell, events)) in sets.iter().enumerate() {
        let value = cell.get();
        let Some(array) = value.as_array() else { continue };
        for (key, element) in array.iter() {
            let Some(resource) = element.as_resource() else { continue };
            let (fd, buffered) =
                resource.with(|stream: &mut Stream| (stream.descriptor(), !stream.unread().is_empty())).unwrap_or((None, false));
            if buffered && number == 0 {
                ready[0].set(key, element.to_value());
            }
            if let Some(fd) = fd {
                polled.push(libc::pollfd { fd, events: *events, revents: 0 });
                places.push((number, key.into(), element.to_value()));
            }
        }
    }
    if ready[0].is_empty() {
        let timeout = seconds.map_or(-1, |seconds| seconds * 1000 + microseconds.unwrap_or(0) / 1000);
        // SAFETY: a live array of that length.
        let count = unsafe { libc::poll(polled.as_mut_ptr(), polled.len() as libc::nfds_t, timeout.min(i32::MAX as i64) as i32) };
        if count < 0 {
            return Ok(OrFalse::NO);
        }
        for (entry, (number, key, element)) in polled.iter().zip(places) {
            if entry.revents != 0 {
                ready[number].set(key.as_key(), element);
            }
        }
    }
    let total = ready.iter().map(Array::len).sum::<usize>();
    for ((cell, _), ready) in sets.iter().zip(ready) {
        if !cell.get().is_null() {
            cell.set(ready.into());
        }
    }
    Ok((total as i64).into())
}

