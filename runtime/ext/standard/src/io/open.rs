//! Opening streams by name: files and `php://`, `data:`, `file://`.

use super::stream::{Backend, Stream};
use super::{check_path, error_text, system_path, warn_about};
use crate::prelude::*;
use phpc_core::Resource;
use phpc_core::global::Global;
use std::fs::{File, OpenOptions};

pub(crate) static FUNCTIONS: Functions =
    functions![fopen, tmpfile, stream_context_create, stream_context_get_options, stream_context_set_option, stream_context_get_default,
        stream_get_wrappers, fsockopen, stream_context_set_options];

static DEFAULT_CONTEXT: Global<Option<Resource>> = Global::new(None);

/// Options of a context.
pub(crate) struct Context {
    pub(crate) options: Array,
}

fn new_context(options: Array) -> Resource {
    Resource::new("stream-context", Box::new(Context { options }))
}

/// The context argument; without one the default context comes into being.
pub(crate) fn context(value: &Value) -> Value {
    if value.as_resource().is_some() {
        return value.clone();
    }
    default_context().into()
}

fn default_context() -> Resource {
    if let Some(context) = DEFAULT_CONTEXT.cloned() {
        return context;
    }
    let context = new_context(Array::new());
    DEFAULT_CONTEXT.set(Some(context.clone()));
    phpc_core::engine::owners::at_end(forget_context);
    context
}

/// Releases the default context, at the end.
fn forget_context() {
    drop(DEFAULT_CONTEXT.replace(None));
}

#[php_function("fopen(string $filename, string $mode, bool $use_include_path = false, $context = null): resource|false", WARNS | THROWS | AMBIENT)]
fn fopen(cx: &mut Cx, filename: &Str, mode: &Str, use_include_path: bool, context_: &Value) -> Result<OrFalse<Resource>> {
    check_path(cx, 1, filename)?;
    let context = context(context_);
    let _ = use_include_path;
    Ok(OrFalse(open(cx, filename, mode)?.map(|mut stream| {
        stream.context = context;
        stream.into_resource()
    })))
}

/// Opens, or warns and gives None.
pub(crate) fn open(cx: &mut Cx, name: &[u8], mode: &[u8]) -> Result<Option<Stream>> {
    if name.is_empty() {
        return Err(cx.throw_value_error("Path must not be empty"));
    }
    if let Some(rest) = strip_scheme(name, b"php://") {
        return open_php(cx, name, rest, mode);
    }
    if let Some(rest) = strip_scheme(name, b"data:") {
        return match super::open::read_data(rest) {
            Some(data) => {
                let mut stream = Stream::new(Backend::Memory { data, at: 0 }, mode, name);
                stream.wrapper = "RFC2397";
                stream.stream_type = "RFC2397";
                Ok(Some(stream))
            }
            None => {
                warn_about(cx, name, "Failed to open stream: rfc2397: no comma in URL")?;
                Ok(None)
            }
        };
    }
    if let Some(scheme) = scheme_of(name) {
        warning(
            cx,
            format!("Unable to find the wrapper \"{scheme}\" - did you forget to enable it when you configured PHP?"),
        )?;
    }
    match open_file(name, mode) {
        Ok(file) => {
            let mut stream = Stream::new(Backend::File(file), mode, name);
            if mode.first() == Some(&b'a') {
                stream.seek(std::io::SeekFrom::End(0));
                if !mode.contains(&b'+') {
                    stream.position = 0;
                }
            }
            Ok(Some(stream))
        }
        Err(Failure::Mode) => {
            let text = format!("Failed to open stream: `{}' is not a valid mode for fopen", String::from_utf8_lossy(mode));
            warn_about(cx, name, &text)?;
            Ok(None)
        }
        Err(Failure::System(error)) => {
            warn_about(cx, name, &format!("Failed to open stream: {}", error_text(&error)))?;
            Ok(None)
        }
    }
}

pub(crate) fn strip_scheme<'a>(name: &'a [u8], scheme: &[u8]) -> Option<&'a [u8]> {
    let (head, rest) = name.split_at_checked(scheme.len())?;
    head.eq_ignore_ascii_case(scheme).then_some(rest)
}

/// A scheme that nobody serves.
fn scheme_of(name: &[u8]) -> Option<String> {
    let at = memchr::memmem::find(name, b"://")?;
    let scheme = &name[..at];
    let is_scheme = scheme.len() > 1 && scheme.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte));
    (is_scheme && !scheme.eq_ignore_ascii_case(b"file")).then(|| String::from_utf8_lossy(scheme).into_owned())
}

pub(crate) enum Failure {
    Mode,
    System(std::io::Error),
}

pub(crate) fn open_file(name: &[u8], mode: &[u8]) -> std::result::Result<File, Failure> {
    let plus = mode.contains(&b'+');
    let mut options = OpenOptions::new();
    match mode.first() {
        Some(b'r') => options.read(true).write(plus),
        Some(b'w') => options.read(plus).write(true).create(true).truncate(true),
        Some(b'a') => options.read(plus).append(true).create(true),
        Some(b'x') => options.read(plus).write(true).create_new(true),
        Some(b'c') => options.read(plus).write(true).create(true).truncate(false),
        _ => return Err(Failure::Mode),
    };
    let file = options.open(system_path(name)).map_err(Failure::System)?;
    // The system opens directories for reading; PHP does too, and then fails to read.
    Ok(file)
}

fn open_php(cx: &mut Cx, name: &[u8], rest: &[u8], mode: &[u8]) -> Result<Option<Stream>> {
    let lower = rest.to_ascii_lowercase();
    let memory_mode = |mode: &[u8]| -> Vec<u8> {
        match mode.first() {
            Some(b'r') if !mode.contains(&b'+') => b"rb".to_vec(),
            Some(b'a') => b"a+b".to_vec(),
            _ => b"w+b".to_vec(),
        }
    };
    let backend = match &lower[..] {
        b"stdin" => duplicate(0),
        b"stdout" => duplicate(1),
        b"stderr" => duplicate(2),
        b"output" => {
            let mut stream = Stream::new(Backend::Output, b"wb", name);
            stream.readable = false;
            return Ok(Some(stream));
        }
        b"input" => {
            let mut stream = Stream::new(Backend::Memory { data: Vec::new(), at: 0 }, b"rb", name);
            stream.stream_type = "Input";
            return Ok(Some(stream));
        }
        b"memory" => {
            return Ok(Some(Stream::new(Backend::Memory { data: Vec::new(), at: 0 }, &memory_mode(mode), name)));
        }
        _ if lower == b"temp" || lower.starts_with(b"temp/") => {
            let mut stream = Stream::new(Backend::Memory { data: Vec::new(), at: 0 }, &memory_mode(mode), name);
            stream.stream_type = "TEMP";
            return Ok(Some(stream));
        }
        _ => {
            let number = lower.strip_prefix(b"fd/").and_then(|number| std::str::from_utf8(number).ok()?.parse::<i32>().ok());
            match number {
                Some(fd) => duplicate(fd),
                None => {
                    warn_about(cx, name, "Failed to open stream: operation failed")?;
                    return Ok(None);
                }
            }
        }
    };
    match backend {
        Ok(file) => {
            let mut stream = Stream::new(Backend::File(file), mode, name);
            stream.wrapper = "PHP";
            Ok(Some(stream))
        }
        Err(error) => {
            warn_about(cx, name, &format!("Failed to open stream: {}", error_text(&error)))?;
            Ok(None)
        }
    }
}

/// A descriptor of one's own on what another refers to. What was echoed goes out first.
fn duplicate(fd: i32) -> std::io::Result<File> {
    use std::os::fd::FromRawFd;
    phpc_core::engine::output::flush_stdout();
    // SAFETY: plain system call; the new descriptor is owned by the File.
    unsafe {
        let new = libc::dup(fd);
        if new < 0 { Err(std::io::Error::last_os_error()) } else { Ok(File::from_raw_fd(new)) }
    }
}

/// The bytes of `data:[//][type][;base64],…`
pub(crate) fn read_data(rest: &[u8]) -> Option<Vec<u8>> {
    let rest = rest.strip_prefix(b"//").unwrap_or(rest);
    let comma = memchr::memchr(b',', rest)?;
    let (head, body) = (&rest[..comma], &rest[comma + 1..]);
    let decoded = crate::strings::url::decoded(body, false);
    if head.ends_with(b";base64") {
        return crate::strings::encode::decode_base64(&decoded, true);
    }
    Some(decoded.to_vec())
}

#[php_function("tmpfile(): resource|false", WARNS | AMBIENT)]
fn tmpfile(cx: &mut Cx) -> Result<OrFalse<Resource>> {
    let directory = super::path::temporary_directory();
    let Some((file, path)) = super::path::create_temporary(&directory, b"php") else {
        warning(cx, "Failed to create temporary file")?;
        return Ok(OrFalse::NO);
    };
    let _ = std::fs::remove_file(system_path(&path));
    Ok(Stream::new(Backend::File(file), b"r+b", &path).into_resource().into())
}

#[php_function("stream_context_create(?array $options = null, ?array $params = null): resource", AMBIENT)]
fn stream_context_create(options: Option<&Array>, params: Option<&Array>) -> Resource {
    let _ = params;
    new_context(options.cloned().unwrap_or_default())
}

#[php_function("stream_context_get_default(?array $options = null): resource", AMBIENT)]
fn stream_context_get_default(options: Option<&Array>) -> Resource {
    let context = default_context();
    if let Some(options) = options {
        context.with(|context: &mut Context| context.options = options.clone());
    }
    context
}

#[php_function("stream_context_get_options($stream_or_context): array", AMBIENT)]
fn stream_context_get_options(stream_or_context: &Value) -> Array {
    let context = |resource: &Resource| resource.with(|context: &mut Context| context.options.clone());
    let Some(resource) = stream_or_context.as_resource() else { return Array::new() };
    context(resource)
        .or_else(|| {
            let inner = resource.with(|stream: &mut Stream| stream.context.clone())?;
            context(inner.as_resource()?)
        })
        .unwrap_or_default()
}

#[php_function("stream_context_set_option($context, array|string $wrapper_or_options, ?string $option_name = null, mixed $value = UNKNOWN): bool", AMBIENT)]
fn stream_context_set_option(context: &Value, options: &Value, name: Option<&Str>, value: &Value) -> bool {
    let Some(resource) = context.as_resource() else { return false };
    let changed = resource.with(|context: &mut Context| match (options.view(), name) {
        (View::Array(options), _) => merge_options(&mut context.options, options),
        (View::Str(wrapper), Some(name)) => {
            let mut inner = context.options.get_str(wrapper).and_then(|inner| inner.as_array().cloned()).unwrap_or_default();
            inner.set(Key::normalise(name), value.clone());
            context.options.set(Key::normalise(wrapper), inner.into());
        }
        _ => {}
    });
    changed.is_some()
}

#[php_function("stream_context_set_options($context, array $options): bool", AMBIENT)]
fn stream_context_set_options(context: &Value, options: &Array) -> bool {
    let Some(resource) = context.as_resource() else { return false };
    resource.with(|context: &mut Context| merge_options(&mut context.options, options)).is_some()
}

fn merge_options(all: &mut Array, more: &Array) {
    for (wrapper, options) in more.iter() {
        let Some(options) = options.as_array() else { continue };
        let mut inner = all.get(wrapper).and_then(|inner| inner.as_array().cloned()).unwrap_or_default();
        for (name, value) in options.iter() {
            inner.set(name, value.to_value());
        }
        all.set(wrapper, inner.into());
    }
}

#[php_function("stream_get_wrappers(): array", AMBIENT)]
fn stream_get_wrappers() -> Array {
    ["php", "file", "data"].into_iter().map(Str::from).collect()
}

#[php_function(
    "fsockopen(string $hostname, int $port = -1, &$error_code = null, &$error_message = null, ?float $timeout = null): resource|false",
    WARNS | AMBIENT
)]
fn fsockopen(cx: &mut Cx, hostname: &Str, port: i64, error_code: &Value, error_message: &Value, timeout: Option<f64>) -> Result<OrFalse<Resource>> {
    use std::net::{TcpStream, ToSocketAddrs};
    let host = hostname.to_text();
    let host = host.strip_prefix("tcp://").unwrap_or(&host).to_string();
    let limit = std::time::Duration::from_secs_f64(timeout.unwrap_or(60.0).max(0.001));
    let connected = (host.as_str(), port as u16).to_socket_addrs().and_then(|mut addresses| {
        let address = addresses.next().ok_or(std::io::ErrorKind::NotFound)?;
        TcpStream::connect_timeout(&address, limit)
    });
    let (code, text) = match &connected {
        Ok(_) => (0, String::new()),
        Err(error) => (error.raw_os_error().unwrap_or(0), error_text(error)),
    };
    if let Some(cell) = error_code.as_reference() {
        cell.set(Value::int(code as i64));
    }
    if let Some(cell) = error_message.as_reference() {
        cell.set(Value::string(&text));
    }
    match connected {
        Ok(socket) => Ok(Stream::new(Backend::Socket(socket), b"r+", hostname).into_resource().into()),
        Err(_) => {
            warning(cx, format!("Unable to connect to {host}:{port} ({text})"))?;
            Ok(OrFalse::NO)
        }
    }
}
