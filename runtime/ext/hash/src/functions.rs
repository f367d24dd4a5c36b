//! Hashes at once.

use crate::algorithms::{self, find};
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::extension::{self, OrFalse, value_error};
use phpc_core::{Array, Cx, Result, Str, Value, functions};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![
    hash, hash_file, hash_hmac, hash_hmac_file, hash_equals, hash_algos, hash_hmac_algos, hash_pbkdf2, hash_hkdf, md5_file, sha1_file,
];

pub(crate) fn shown(bytes: Vec<u8>, binary: bool) -> Str {
    if binary {
        return bytes.into();
    }
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| b"0123456789abcdef"[digit as usize]);
    digits.collect::<Vec<u8>>().into()
}

const UNKNOWN_NAME: &str = "must be a valid hashing algorithm";
pub(crate) const UNFIT_NAME: &str = "must be a valid cryptographic hashing algorithm";

#[php_function("hash(string $algo, string $data, bool $binary = false, array $options = []): string", THROWS)]
fn hash(cx: &mut Cx, algo: &Str, data: &Str, binary: bool, options: &Array) -> Result<Str> {
    let _ = options;
    let Some(mut hasher) = find(algo) else { return Err(value_error(cx, 1, UNKNOWN_NAME)) };
    hasher.update(data);
    Ok(shown(hasher.finish(), binary))
}

fn contents(cx: &mut Cx, filename: &Str) -> Result<Option<Vec<u8>>> {
    use std::os::unix::ffi::OsStrExt;
    match std::fs::read(std::ffi::OsStr::from_bytes(filename)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) => {
            let text = error.to_string();
            let text = text.split(" (os error").next().unwrap_or("");
            let name = extension::current_name();
            let message = [&name[..], b"(", filename, b"): Failed to open stream: ", text.as_bytes()].concat();
            phpc_core::diagnostics::warning(cx, message)?;
            Ok(None)
        }
    }
}

fn of_file(cx: &mut Cx, algo: &[u8], filename: &Str, binary: bool) -> Result<OrFalse<Str>> {
    let Some(mut hasher) = find(algo) else { return Err(value_error(cx, 1, UNKNOWN_NAME)) };
    let Some(bytes) = contents(cx, filename)? else { return Ok(OrFalse::NO) };
    hasher.update(&bytes);
    Ok(shown(hasher.finish(), binary).into())
}

#[php_function("hash_file(string $algo, string $filename, bool $binary = false, array $options = []): string|false", WARNS | THROWS | AMBIENT)]
fn hash_file(cx: &mut Cx, algo: &Str, filename: &Str, binary: bool, options: &Array) -> Result<OrFalse<Str>> {
    let _ = options;
    of_file(cx, algo, filename, binary)
}

#[php_function("md5_file(string $filename, bool $binary = false): string|false", WARNS | AMBIENT)]
fn md5_file(cx: &mut Cx, filename: &Str, binary: bool) -> Result<OrFalse<Str>> {
    of_file(cx, b"md5", filename, binary)
}

#[php_function("sha1_file(string $filename, bool $binary = false): string|false", WARNS | AMBIENT)]
fn sha1_file(cx: &mut Cx, filename: &Str, binary: bool) -> Result<OrFalse<Str>> {
    of_file(cx, b"sha1", filename, binary)
}

fn is_cryptographic(algo: &[u8]) -> bool {
    find(algo).is_some_and(|hasher| hasher.block() > 0)
}

#[php_function("hash_hmac(string $algo, string $data, string $key, bool $binary = false): string", THROWS)]
fn hash_hmac(cx: &mut Cx, algo: &Str, data: &Str, key: &Str, binary: bool) -> Result<Str> {
    if !is_cryptographic(algo) {
        return Err(value_error(cx, 1, UNFIT_NAME));
    }
    Ok(shown(algorithms::hmac(algo, key, data).unwrap_or_default(), binary))
}

#[php_function("hash_hmac_file(string $algo, string $filename, string $key, bool $binary = false): string|false", WARNS | THROWS | AMBIENT)]
fn hash_hmac_file(cx: &mut Cx, algo: &Str, filename: &Str, key: &Str, binary: bool) -> Result<OrFalse<Str>> {
    if !is_cryptographic(algo) {
        return Err(value_error(cx, 1, UNFIT_NAME));
    }
    let Some(bytes) = contents(cx, filename)? else { return Ok(OrFalse::NO) };
    Ok(shown(algorithms::hmac(algo, key, &bytes).unwrap_or_default(), binary).into())
}

/// In a time that does not depend on where the strings differ.
#[php_function("hash_equals(mixed $known_string, mixed $user_string): bool", THROWS)]
fn hash_equals(cx: &mut Cx, known_string: &Value, user_string: &Value) -> Result<bool> {
    let Some(known) = known_string.as_str() else {
        return Err(extension::wrong_argument(cx, 1, "string", known_string));
    };
    let Some(user) = user_string.as_str() else {
        return Err(extension::wrong_argument(cx, 2, "string", user_string));
    };
    if known.len() != user.len() {
        return Ok(false);
    }
    Ok(known.iter().zip(user.iter()).fold(0, |difference, (a, b)| difference | a ^ b) == 0)
}

#[php_function("hash_algos(): array", READS_GLOBAL)]
fn hash_algos() -> Array {
    algorithms::NAMES.iter().map(|&name| Str::from(name)).collect()
}

#[php_function("hash_hmac_algos(): array", READS_GLOBAL)]
fn hash_hmac_algos() -> Array {
    algorithms::NAMES.iter().filter(|name| is_cryptographic(name.as_bytes())).map(|&name| Str::from(name)).collect()
}

#[php_function(
    "hash_pbkdf2(string $algo, string $password, string $salt, int $iterations, int $length = 0, bool $binary = false, array $options = []): string",
    THROWS
)]
fn hash_pbkdf2(
    cx: &mut Cx,
    algo: &Str,
    password: &Str,
    salt: &Str,
    iterations: i64,
    length: i64,
    binary: bool,
    options: &Array,
) -> Result<Str> {
    let _ = options;
    if !is_cryptographic(algo) {
        return Err(value_error(cx, 1, UNFIT_NAME));
    }
    if iterations <= 0 {
        return Err(value_error(cx, 4, "must be greater than 0"));
    }
    if length < 0 {
        return Err(value_error(cx, 5, "must be greater than or equal to 0"));
    }
    let size = algorithms::hmac(algo, b"", b"").map_or(1, |digest| digest.len());
    let wanted = match (length as usize, binary) {
        (0, _) => size,
        (length, true) => length,
        (length, false) => length.div_ceil(2),
    };
    let mut key = Vec::new();
    let mut block = 1u32;
    while key.len() < wanted {
        let mut round = algorithms::hmac(algo, password, &[&salt[..], &block.to_be_bytes()].concat()).unwrap_or_default();
        let mut sum = round.clone();
        for _ in 1..iterations {
            round = algorithms::hmac(algo, password, &round).unwrap_or_default();
            sum.iter_mut().zip(&round).for_each(|(sum, byte)| *sum ^= byte);
        }
        key.extend(sum);
        block += 1;
    }
    key.truncate(wanted);
    let mut text = shown(key, binary);
    if length > 0 {
        text.truncate(length as usize);
    }
    Ok(text)
}

#[php_function(r#"hash_hkdf(string $algo, string $key, int $length = 0, string $info = "", string $salt = ""): string"#, THROWS)]
fn hash_hkdf(cx: &mut Cx, algo: &Str, key: &Str, length: i64, info: &Str, salt: &Str) -> Result<Str> {
    if !is_cryptographic(algo) {
        return Err(value_error(cx, 1, UNFIT_NAME));
    }
    if key.is_empty() {
        return Err(value_error(cx, 2, "must not be empty"));
    }
    if length < 0 {
        return Err(value_error(cx, 3, "must be greater than or equal to 0"));
    }
    let size = algorithms::hmac(algo, b"", b"").map_or(1, |digest| digest.len());
    if length as usize > size * 255 {
        return Err(value_error(cx, 3, format!("must be less than or equal to {}", size * 255)));
    }
    let wanted = if length == 0 { size } else { length as usize };
    let salt: Vec<u8> = if salt.is_empty() { vec![0; size] } else { salt.to_vec() };
    let base = algorithms::hmac(algo, &salt, key).unwrap_or_default();
    let mut out: Vec<u8> = Vec::new();
    let mut last: Vec<u8> = Vec::new();
    let mut block = 1u8;
    while out.len() < wanted {
        last = algorithms::hmac(algo, &base, &[&last[..], info, &[block]].concat()).unwrap_or_default();
        out.extend_from_slice(&last);
        block = block.wrapping_add(1);
    }
    out.truncate(wanted);
    Ok(out.into())
}
