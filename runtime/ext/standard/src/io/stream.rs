//! Streams: a buffer for reading over a file, memory, or the program's output.

use crate::prelude::*;
use phpc_core::engine::output;
use phpc_core::Resource;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};

pub(crate) const KIND: &str = "stream";
const CHUNK: usize = 8192;

pub(crate) enum Backend {
    File(File),
    /// One of the standard descriptors, which closing leaves open.
    Standard(i32),
    Memory { data: Vec<u8>, at: usize },
    /// `php://output`
    Output,
    Process { child: std::process::Child, file: File },
    Socket(std::net::TcpStream),
}

pub(crate) struct Stream {
    pub(crate) backend: Backend,
    pub(crate) readable: bool,
    pub(crate) writable: bool,
    pub(crate) append: bool,
    pub(crate) mode: Str,
    pub(crate) uri: Str,
    pub(crate) wrapper: &'static str,
    pub(crate) stream_type: &'static str,
    pub(crate) blocking: bool,
    pub(crate) timed_out: bool,
    /// Read from the backend and not yet handed out.
    buffer: Vec<u8>,
    start: usize,
    pub(crate) position: i64,
    pub(crate) eof: bool,
    pub(crate) context: Value,
}

impl Stream {
    pub(crate) fn new(backend: Backend, mode: &[u8], uri: &[u8]) -> Stream {
        let plus = mode.contains(&b'+');
        let first = mode.first().copied().unwrap_or(b'r');
        let (wrapper, stream_type) = match &backend {
            Backend::File(_) => ("plainfile", "STDIO"),
            Backend::Standard(_) => ("PHP", "STDIO"),
            Backend::Memory { .. } => ("PHP", "MEMORY"),
            Backend::Output => ("PHP", "Output"),
            Backend::Process { .. } => ("plainfile", "STDIO"),
            Backend::Socket(_) => ("", "tcp_socket"),
        };
        Stream {
            readable: first == b'r' || plus,
            writable: first != b'r' || plus,
            append: first == b'a',
            backend,
            mode: Str::new(mode),
            uri: Str::new(uri),
            wrapper,
            stream_type,
            blocking: true,
            timed_out: false,
            buffer: Vec::new(),
            start: 0,
            position: 0,
            eof: false,
            context: Value::NULL,
        }
    }

    pub(crate) fn into_resource(self) -> Resource {
        Resource::new(KIND, Box::new(self))
    }

    pub(crate) fn unread(&self) -> &[u8] {
        &self.buffer[self.start..]
    }

    pub(crate) fn is_plain_file(&self) -> bool {
        matches!(self.backend, Backend::File(_))
    }

    /// Takes one chunk more from the backend; false at the end.
    fn fill(&mut self) -> std::io::Result<bool> {
        if self.start > 0 {
            self.buffer.drain(..self.start);
            self.start = 0;
        }
        let old = self.buffer.len();
        self.buffer.resize(old + CHUNK, 0);
        let room = &mut self.buffer[old..];
        let read = match &mut self.backend {
            Backend::File(file) | Backend::Process { file, .. } => read_retrying(file, room),
            Backend::Socket(socket) => read_retrying(socket, room),
            Backend::Standard(fd) => {
                output::flush_stdout();
                loop {
                    // SAFETY: a live buffer of that length.
                    let count = unsafe { libc::read(*fd, room.as_mut_ptr().cast(), room.len()) };
                    if count >= 0 {
                        break Ok(count as usize);
                    }
                    let error = std::io::Error::last_os_error();
                    if error.kind() != std::io::ErrorKind::Interrupted {
                        break Err(error);
                    }
                }
            }
            Backend::Memory { data, at } => {
                let count = room.len().min(data.len().saturating_sub(*at));
                room[..count].copy_from_slice(&data[*at..*at + count]);
                *at += count;
                Ok(count)
            }
            Backend::Output => Ok(0),
        };
        let count = match &read {
            Ok(count) => *count,
            Err(error) => {
                self.buffer.truncate(old);
                self.timed_out |= matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut);
                return read.map(|_| false);
            }
        };
        self.buffer.truncate(old + count);
        self.eof |= count == 0;
        Ok(count > 0)
    }

    fn take(&mut self, count: usize) -> Vec<u8> {
        let part = self.buffer[self.start..self.start + count].to_vec();
        self.start += count;
        self.position += count as i64;
        part
    }

    /// Up to `length` bytes; files give all they have, others what comes first.
    pub(crate) fn read(&mut self, length: usize) -> std::io::Result<Vec<u8>> {
        let greedy = matches!(self.backend, Backend::File(_) | Backend::Memory { .. });
        while self.unread().len() < length && !self.eof {
            if !self.unread().is_empty() && !greedy {
                break;
            }
            match self.fill() {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) if self.unread().is_empty() => return Err(error),
                Err(_) => break,
            }
        }
        Ok(self.take(self.unread().len().min(length)))
    }

    pub(crate) fn read_all(&mut self) -> std::io::Result<Vec<u8>> {
        if let Backend::File(file) = &mut self.backend
            && self.buffer.len() == self.start
        {
            let mut all = Vec::new();
            file.read_to_end(&mut all)?;
            self.position += all.len() as i64;
            self.eof = true;
            return Ok(all);
        }
        while self.fill()? {}
        Ok(self.take(self.unread().len()))
    }

    /// A line with its end, of at most `limit` bytes.
    pub(crate) fn line(&mut self, limit: usize) -> Option<Vec<u8>> {
        let mut scanned = 0;
        loop {
            let unread = self.unread();
            let window = &unread[scanned.min(unread.len())..];
            if let Some(at) = memchr::memchr(b'\n', window) {
                return Some(self.take((scanned + at + 1).min(limit)));
            }
            scanned = unread.len();
            if scanned >= limit {
                return Some(self.take(limit));
            }
            if self.eof || !self.fill().unwrap_or(false) {
                let rest = self.unread().len().min(limit);
                return (rest > 0).then(|| self.take(rest));
            }
        }
    }

    /// Up to a delimiter, which is taken but not given.
    pub(crate) fn until(&mut self, delimiter: &[u8], limit: usize) -> Option<Vec<u8>> {
        loop {
            let unread = self.unread();
            let found = if delimiter.is_empty() { None } else { memchr::memmem::find(unread, delimiter) };
            if let Some(at) = found.filter(|&at| at <= limit) {
                let text = self.take(at);
                self.start += delimiter.len();
                self.position += delimiter.len() as i64;
                return Some(text);
            }
            if unread.len() >= limit {
                return Some(self.take(limit));
            }
            if self.eof || !self.fill().unwrap_or(false) {
                let rest = self.unread().len();
                return (rest > 0).then(|| self.take(rest));
            }
        }
    }

    pub(crate) fn at_end(&mut self) -> bool {
        self.unread().is_empty() && self.eof
    }

    pub(crate) fn write(&mut self, cx: &mut Cx, bytes: &[u8]) -> std::io::Result<usize> {
        // What was read ahead is given back.
        if self.buffer.len() > self.start {
            let _ = self.seek_backend(SeekFrom::Start(self.position as u64));
        }
        self.buffer.clear();
        self.start = 0;
        match &mut self.backend {
            Backend::File(file) | Backend::Process { file, .. } => file.write_all(bytes)?,
            Backend::Socket(socket) => socket.write_all(bytes)?,
            Backend::Standard(fd) => {
                output::flush_stdout();
                let mut rest = bytes;
                while !rest.is_empty() {
                    // SAFETY: plain write of a live slice.
                    let count = unsafe { libc::write(*fd, rest.as_ptr().cast(), rest.len()) };
                    if count < 0 {
                        let error = std::io::Error::last_os_error();
                        if error.kind() == std::io::ErrorKind::Interrupted {
                            continue;
                        }
                        return Err(error);
                    }
                    rest = &rest[count as usize..];
                }
            }
            Backend::Memory { data, at } => {
                if self.append {
                    *at = data.len();
                }
                if data.len() < *at + bytes.len() {
                    data.resize(*at + bytes.len(), 0);
                }
                data[*at..*at + bytes.len()].copy_from_slice(bytes);
                *at += bytes.len();
            }
            Backend::Output => output::write(cx, bytes),
        }
        self.position += bytes.len() as i64;
        Ok(bytes.len())
    }

    fn seek_backend(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        match &mut self.backend {
            Backend::File(file) => file.seek(to),
            Backend::Memory { data, at } => {
                let target = match to {
                    SeekFrom::Start(to) => to as i64,
                    SeekFrom::End(to) => data.len() as i64 + to,
                    SeekFrom::Current(to) => *at as i64 + to,
                };
                if target < 0 {
                    return Err(std::io::ErrorKind::InvalidInput.into());
                }
                *at = target as usize;
                Ok(target as u64)
            }
            Backend::Standard(fd) => {
                let (offset, whence) = match to {
                    SeekFrom::Start(to) => (to as i64, libc::SEEK_SET),
                    SeekFrom::End(to) => (to, libc::SEEK_END),
                    SeekFrom::Current(to) => (to, libc::SEEK_CUR),
                };
                // SAFETY: a plain system call.
                let at = unsafe { libc::lseek(*fd, offset, whence) };
                if at < 0 { Err(std::io::Error::last_os_error()) } else { Ok(at as u64) }
            }
            _ => Err(std::io::ErrorKind::Unsupported.into()),
        }
    }

    pub(crate) fn is_seekable(&self) -> bool {
        match &self.backend {
            Backend::File(file) => file.metadata().is_ok_and(|data| data.is_file()),
            Backend::Memory { .. } => true,
            _ => false,
        }
    }

    pub(crate) fn seek(&mut self, to: SeekFrom) -> bool {
        let to = match to {
            SeekFrom::Current(offset) => match u64::try_from(self.position + offset) {
                Ok(target) => SeekFrom::Start(target),
                Err(_) => return false,
            },
            to => to,
        };
        match self.seek_backend(to) {
            Ok(at) => {
                self.buffer.clear();
                self.start = 0;
                self.position = at as i64;
                self.eof = false;
                true
            }
            Err(_) => false,
        }
    }

    pub(crate) fn truncate(&mut self, size: u64) -> bool {
        match &mut self.backend {
            Backend::File(file) => file.set_len(size).is_ok(),
            Backend::Memory { data, .. } => {
                data.resize(size as usize, 0);
                true
            }
            _ => false,
        }
    }

    pub(crate) fn descriptor(&self) -> Option<i32> {
        use std::os::fd::AsRawFd;
        match &self.backend {
            Backend::File(file) | Backend::Process { file, .. } => Some(file.as_raw_fd()),
            Backend::Standard(fd) => Some(*fd),
            Backend::Socket(socket) => Some(socket.as_raw_fd()),
            _ => None,
        }
    }
}

fn read_retrying(source: &mut impl Read, room: &mut [u8]) -> std::io::Result<usize> {
    loop {
        match source.read(room) {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

/// Runs `f` on an open stream, or throws what PHP throws for other arguments.
pub(crate) fn with<R>(cx: &mut Cx, value: &Value, number: usize, f: impl FnOnce(&mut Cx, &mut Stream) -> R) -> Result<R> {
    let Some(resource) = value.as_resource() else {
        return Err(extension::wrong_argument(cx, number, "resource", value));
    };
    match resource.with(|stream: &mut Stream| f(cx, stream)) {
        Some(result) => Ok(result),
        None => {
            let name = extension::current_name();
            Err(cx.throw_type_error([&name[..], b"(): supplied resource is not a valid stream resource"].concat()))
        }
    }
}
