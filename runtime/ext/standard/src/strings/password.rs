//! Passwords: bcrypt hashes.

use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions =
    functions![password_hash, password_verify, password_get_info, password_needs_rehash, password_algos, crypt];

php_constants! {
    PASSWORD_DEFAULT: Str = "2y";
    PASSWORD_BCRYPT: Str = "2y";
    PASSWORD_BCRYPT_DEFAULT_COST: Int = 12;
    CRYPT_SALT_LENGTH: Int = 123;
    CRYPT_STD_DES: Int = 1;
    CRYPT_EXT_DES: Int = 1;
    CRYPT_MD5: Int = 1;
    CRYPT_BLOWFISH: Int = 1;
    CRYPT_SHA256: Int = 1;
    CRYPT_SHA512: Int = 1;
}

fn cost(cx: &mut Cx, options: &Array) -> Result<i64> {
    match options.get_bytes(b"cost") {
        Some(cost) => convert::to_int(cx, &cost),
        None => Ok(PASSWORD_BCRYPT_DEFAULT_COST),
    }
}

#[php_function("password_hash(string $password, string|int|null $algo, array $options = []): string", WARNS | THROWS | AMBIENT)]
fn password_hash(cx: &mut Cx, password: &Str, algo: &Value, options: &Array) -> Result<Str> {
    let known = match algo.view() {
        View::Null | View::Undef => true,
        View::Int(number) => number == 1 || number == 0,
        View::Str(name) => &name[..] == b"2y" || &name[..] == b"1",
        _ => false,
    };
    if !known {
        return Err(value_error(cx, 2, "must be a valid password hashing algorithm"));
    }
    if password.contains(&0) {
        return Err(cx.throw_value_error("Bcrypt password must not contain null character"));
    }
    let cost = cost(cx, options)?;
    if !(4..=31).contains(&cost) {
        return Err(cx.throw_value_error(format!("Invalid bcrypt cost parameter specified: {cost} (4-31)")).into());
    }
    match bcrypt::hash_with_result(&password[..], cost as u32) {
        Ok(parts) => Ok(parts.format_for_version(bcrypt::Version::TwoY).into()),
        Err(_) => Err(cx.throw_error("Password hashing failed")),
    }
}

#[php_function("password_verify(string $password, string $hash): bool", PURE)]
fn password_verify(password: &Str, hash: &Str) -> bool {
    std::str::from_utf8(hash).is_ok_and(|hash| bcrypt::verify(&password[..], hash).unwrap_or(false))
}

/// The cost of a bcrypt hash.
fn bcrypt_cost(hash: &[u8]) -> Option<i64> {
    let rest = hash.strip_prefix(b"$2y$").filter(|_| hash.len() == 60)?;
    std::str::from_utf8(rest.get(..2)?).ok()?.parse().ok()
}

#[php_function("password_get_info(string $hash): array", PURE)]
fn password_get_info(hash: &Str) -> Array {
    let cost = bcrypt_cost(hash);
    let mut info = Array::new();
    info.set_bytes(b"algo", if cost.is_some() { Value::string(PASSWORD_BCRYPT) } else { Value::NULL });
    info.set_bytes(b"algoName", if cost.is_some() { "bcrypt" } else { "unknown" });
    let mut options = Array::new();
    if let Some(cost) = cost {
        options.set_bytes(b"cost", cost);
    }
    info.set_bytes(b"options", options);
    info
}

#[php_function("password_needs_rehash(string $hash, string|int|null $algo, array $options = []): bool", WARNS)]
fn password_needs_rehash(cx: &mut Cx, hash: &Str, algo: &Value, options: &Array) -> Result<bool> {
    let _ = algo;
    let wanted = cost(cx, options)?;
    Ok(bcrypt_cost(hash) != Some(wanted))
}

#[php_function("password_algos(): array", READS_GLOBAL)]
fn password_algos() -> Array {
    [Str::from(PASSWORD_BCRYPT)].into_iter().collect()
}

/// The C library's.
#[php_function("crypt(string $string, string $salt): string", AMBIENT)]
fn crypt(string: &Str, salt: &Str) -> Str {
    let failed = || Str::from(if salt.starts_with(b"*0") { "*1" } else { "*0" });
    let Ok(text) = std::str::from_utf8(salt) else { return failed() };
    let parts: Vec<&str> = text.split('$').collect();
    if parts.len() >= 4 && parts[1].starts_with('2') && parts[3].len() >= 22 {
        let (Ok(cost), version) = (parts[2].parse::<u32>(), parts[1]) else { return failed() };
        let Some(salt) = bcrypt_salt(&parts[3][..22]) else { return failed() };
        let Ok(hash) = bcrypt::hash_with_salt(&string[..], cost, salt) else { return failed() };
        let version = match version {
            "2a" => bcrypt::Version::TwoA,
            "2x" => bcrypt::Version::TwoX,
            _ => bcrypt::Version::TwoY,
        };
        return hash.format_for_version(version).into();
    }
    failed()
}

fn bcrypt_salt(text: &str) -> Option<[u8; 16]> {
    const ALPHABET: &[u8; 64] = b"./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let mut bits = 0u32;
    let mut count = 0;
    let mut out = Vec::new();
    for byte in text.bytes() {
        let value = ALPHABET.iter().position(|&known| known == byte)? as u32;
        bits = bits << 6 | value;
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    out.truncate(16);
    out.try_into().ok()
}
