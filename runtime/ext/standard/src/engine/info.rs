//! The runtime about itself: version, system, memory.

use crate::prelude::*;
use phpc_core::extension as extensions;

pub(crate) static FUNCTIONS: Functions = functions![
    phpversion, php_sapi_name, php_uname, zend_version, extension_loaded, get_loaded_extensions, get_extension_funcs, memory_get_usage,
    memory_get_peak_usage, memory_reset_peak_usage, version_compare, gethostname, php_ini_loaded_file, php_ini_scanned_files,
    getmyuid, getmygid, getmyinode, getlastmod, get_current_user, sys_getloadavg, get_included_files, gethostbyname,
    ip2long, long2ip, inet_pton, inet_ntop,
];
pub(crate) static ALIASES: Aliases = aliases![get_required_files = get_included_files];

const VERSION: &str = "8.4.24";

#[php_function("phpversion(?string $extension = null): string|false", READS_GLOBAL)]
fn phpversion(extension_: Option<&Str>) -> OrFalse<Str> {
    match extension_ {
        None => Str::from(VERSION).into(),
        Some(name) => OrFalse(is_loaded(name).then(|| VERSION.into())),
    }
}

#[php_function("zend_version(): string", READS_GLOBAL)]
fn zend_version() -> Str {
    "4.4.24".into()
}

#[php_function("php_sapi_name(): string|false", READS_GLOBAL)]
fn php_sapi_name() -> OrFalse<Str> {
    Str::from("cli").into()
}

#[php_function(r#"php_uname(string $mode = "a"): string"#, THROWS | AMBIENT)]
fn php_uname(cx: &mut Cx, mode: &Str) -> Result<Str> {
    // SAFETY: all zeroes is a valid utsname, which the call fills with terminated strings.
    let (system, node, release, version, machine) = unsafe {
        let mut names: libc::utsname = std::mem::zeroed();
        libc::uname(&mut names);
        let text = |field: &[libc::c_char]| std::ffi::CStr::from_ptr(field.as_ptr()).to_string_lossy().into_owned();
        (text(&names.sysname), text(&names.nodename), text(&names.release), text(&names.version), text(&names.machine))
    };
    Ok(match &mode[..] {
        b"s" => system,
        b"n" => node,
        b"r" => release,
        b"v" => version,
        b"m" => machine,
        b"a" => format!("{system} {node} {release} {version} {machine}"),
        [_] => return Err(value_error(cx, 1, "must be one of \"a\", \"m\", \"n\", \"r\", \"s\", or \"v\"")),
        _ => return Err(value_error(cx, 1, "must be a single character")),
    }
    .into())
}

fn is_loaded(name: &[u8]) -> bool {
    let mut all = extensions::all_loaded().into_iter();
    name.eq_ignore_ascii_case(b"core") || all.any(|loaded| loaded.as_bytes().eq_ignore_ascii_case(name))
}

#[php_function("extension_loaded(string $extension): bool", READS_GLOBAL)]
fn extension_loaded(extension_: &Str) -> bool {
    is_loaded(extension_)
}

#[php_function("get_loaded_extensions(bool $zend_extensions = false): array", READS_GLOBAL)]
fn get_loaded_extensions(zend_extensions: bool) -> Array {
    if zend_extensions {
        return Array::new();
    }
    std::iter::once("Core").chain(extensions::all_loaded()).map(Str::from).collect()
}

#[php_function("get_extension_funcs(string $extension): array|false", READS_GLOBAL)]
fn get_extension_funcs(extension_: &Str) -> bool {
    let _ = extension_;
    false
}

#[php_function("memory_get_usage(bool $real_usage = false): int", AMBIENT)]
fn memory_get_usage(real_usage: bool) -> i64 {
    phpc_core::alloc::usage(real_usage) as i64
}

#[php_function("memory_get_peak_usage(bool $real_usage = false): int", AMBIENT)]
fn memory_get_peak_usage(real_usage: bool) -> i64 {
    phpc_core::alloc::peak_usage(real_usage) as i64
}

#[php_function("memory_reset_peak_usage(): void", AMBIENT)]
fn memory_reset_peak_usage() {
    phpc_core::alloc::reset_peak_usage();
}

/// A version in canonical form: runs of digits and of letters, separated by dots.
fn canonical(version: &[u8]) -> Vec<Vec<u8>> {
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut last = 0u8;
    let kind = |byte: u8| match byte {
        b'0'..=b'9' => 1u8,
        b'-' | b'_' | b'+' | b'.' => 0,
        _ => 2,
    };
    for &byte in version {
        let now = kind(byte);
        if now != 0 {
            if now != last || parts.is_empty() {
                parts.push(Vec::new());
            }
            if let Some(part) = parts.last_mut() {
                part.push(byte);
            }
        }
        last = now;
    }
    parts
}

/// The rank of a word: unknown < dev < alpha < beta < RC < # (a number) < pl.
fn rank(part: &[u8]) -> i32 {
    const FORMS: [(&[u8], i32); 9] =
        [(b"dev", 0), (b"alpha", 1), (b"a", 1), (b"beta", 2), (b"b", 2), (b"RC", 3), (b"rc", 3), (b"pl", 5), (b"p", 5)];
    if part == b"#" {
        return 4;
    }
    let order = [b"dev".as_slice(), b"alpha", b"a", b"beta", b"b", b"RC", b"rc", b"#", b"pl", b"p"];
    let found = order.into_iter().find(|form| part.starts_with(form));
    found.and_then(|form| FORMS.iter().find(|(name, _)| *name == form)).map_or(-1, |(_, rank)| *rank)
}

fn compare_versions(left: &[u8], right: &[u8]) -> i64 {
    if left.is_empty() && right.is_empty() {
        return 0;
    }
    if right.is_empty() {
        return 1;
    }
    if left.is_empty() {
        return -1;
    }
    let (left, right) = (canonical(left), canonical(right));
    let is_number = |part: &[u8]| part.first().is_some_and(u8::is_ascii_digit);
    let sign = |ordering: std::cmp::Ordering| ordering as i64;
    for (a, b) in left.iter().zip(&right) {
        let result = match (is_number(a), is_number(b)) {
            (true, true) => sign(convert::str_to_int(a).cmp(&convert::str_to_int(b))),
            (false, false) => sign(rank(a).cmp(&rank(b))),
            (true, false) => sign(rank(b"#").cmp(&rank(b))),
            (false, true) => sign(rank(a).cmp(&rank(b"#"))),
        };
        if result != 0 {
            return result;
        }
    }
    let (more, factor) = if left.len() > right.len() {
        (left.get(right.len()), 1)
    } else {
        (right.get(left.len()), -1)
    };
    match more {
        None => 0,
        Some(part) if is_number(part) => factor,
        // `1.0` against `1.0-dev`: the word against a number.
        Some(part) => factor * sign(rank(part).cmp(&rank(b"#"))),
    }
}

#[php_function("version_compare(string $version1, string $version2, ?string $operator = null): int|bool", THROWS)]
fn version_compare(cx: &mut Cx, version1: &Str, version2: &Str, operator: Option<&Str>) -> Result<Value> {
    let result = compare_versions(version1, version2);
    let Some(operator) = operator else { return Ok(Value::int(result)) };
    Ok(Value::bool(match &operator[..] {
        b"<" | b"lt" => result < 0,
        b"<=" | b"le" => result <= 0,
        b">" | b"gt" => result > 0,
        b">=" | b"ge" => result >= 0,
        b"=" | b"==" | b"eq" => result == 0,
        b"!=" | b"<>" | b"ne" => result != 0,
        _ => return Err(value_error(cx, 3, "must be a valid comparison operator")),
    }))
}

#[php_function("gethostname(): string|false", AMBIENT)]
fn gethostname() -> OrFalse<Str> {
    let mut name = [0u8; 256];
    // SAFETY: a live buffer of that length.
    let done = unsafe { libc::gethostname(name.as_mut_ptr().cast(), name.len()) } == 0;
    let length = name.iter().position(|&byte| byte == 0).unwrap_or(name.len());
    OrFalse(done.then(|| Str::new(&name[..length])))
}

#[php_function("gethostbyname(string $hostname): string", AMBIENT)]
fn gethostbyname(hostname: &Str) -> Str {
    use std::net::ToSocketAddrs;
    let name = hostname.to_text();
    let found = (name.as_str(), 0u16).to_socket_addrs().ok().and_then(|mut all| all.find(|address| address.is_ipv4()));
    found.map_or_else(|| hostname.clone(), |address| address.ip().to_string().into())
}

#[php_function("ip2long(string $ip): int|false", PURE)]
fn ip2long(ip: &Str) -> OrFalse<i64> {
    let parsed: Option<std::net::Ipv4Addr> = std::str::from_utf8(ip).ok().and_then(|ip| ip.parse().ok());
    OrFalse(parsed.map(|ip| u32::from(ip) as i64))
}

#[php_function("long2ip(int $ip): string", PURE)]
fn long2ip(ip: i64) -> Str {
    std::net::Ipv4Addr::from(ip as u32).to_string().into()
}

#[php_function("inet_pton(string $ip): string|false", WARNS)]
fn inet_pton(cx: &mut Cx, ip: &Str) -> Result<OrFalse<Str>> {
    let parsed: Option<std::net::IpAddr> = std::str::from_utf8(ip).ok().and_then(|ip| ip.parse().ok());
    match parsed {
        Some(std::net::IpAddr::V4(ip)) => Ok(Str::new(&ip.octets()).into()),
        Some(std::net::IpAddr::V6(ip)) => Ok(Str::new(&ip.octets()).into()),
        None => {
            warning(cx, "Unrecognized address ".to_string() + &ip.to_text())?;
            Ok(OrFalse::NO)
        }
    }
}

#[php_function("inet_ntop(string $ip): string|false", PURE)]
fn inet_ntop(ip: &Str) -> OrFalse<Str> {
    if let Ok(v4) = <[u8; 4]>::try_from(&ip[..]) {
        return Str::from(std::net::Ipv4Addr::from(v4).to_string()).into();
    }
    OrFalse(<[u8; 16]>::try_from(&ip[..]).ok().map(|v6| std::net::Ipv6Addr::from(v6).to_string().into()))
}

#[php_function("php_ini_loaded_file(): string|false", READS_GLOBAL)]
fn php_ini_loaded_file() -> bool {
    false
}

#[php_function("php_ini_scanned_files(): string|false", READS_GLOBAL)]
fn php_ini_scanned_files() -> bool {
    false
}

#[php_function("getmyuid(): int|false", AMBIENT)]
fn getmyuid() -> i64 {
    // SAFETY: a plain system call.
    unsafe { libc::getuid() as i64 }
}

#[php_function("getmygid(): int|false", AMBIENT)]
fn getmygid() -> i64 {
    // SAFETY: a plain system call.
    unsafe { libc::getgid() as i64 }
}

fn script_data() -> Option<std::fs::Metadata> {
    let file = phpc_core::traces::current_position().file;
    std::fs::metadata(crate::io::system_path(&file)).ok()
}

#[php_function("getmyinode(): int|false", AMBIENT | TRACES)]
fn getmyinode() -> OrFalse<i64> {
    use std::os::unix::fs::MetadataExt;
    OrFalse(script_data().map(|data| data.ino() as i64))
}

#[php_function("getlastmod(): int|false", AMBIENT | TRACES)]
fn getlastmod() -> OrFalse<i64> {
    use std::os::unix::fs::MetadataExt;
    OrFalse(script_data().map(|data| data.mtime()))
}

#[php_function("get_current_user(): string", AMBIENT)]
fn get_current_user() -> Str {
    // SAFETY: the entry is read at once.
    unsafe {
        let entry = libc::getpwuid(libc::getuid());
        if entry.is_null() { Str::empty() } else { Str::new(std::ffi::CStr::from_ptr((*entry).pw_name).to_bytes()) }
    }
}

#[php_function("sys_getloadavg(): array|false", AMBIENT)]
fn sys_getloadavg() -> OrFalse<Array> {
    let mut loads = [0f64; 3];
    // SAFETY: a live array of three.
    let count = unsafe { libc::getloadavg(loads.as_mut_ptr(), 3) };
    OrFalse((count == 3).then(|| Array::from_floats(&loads)))
}

#[php_function("get_included_files(): array", READS_GLOBAL)]
fn get_included_files() -> Array {
    phpc_core::units::include::included().into_iter().map(Value::string).collect()
}
