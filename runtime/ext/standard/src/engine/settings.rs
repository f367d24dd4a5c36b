//! Settings and the environment.

use crate::prelude::*;
use phpc_core::engine::ini;

pub(crate) static FUNCTIONS: Functions = functions![
    ini_get, ini_set, ini_restore, ini_get_all, ini_parse_quantity, set_time_limit, ignore_user_abort, connection_status,
    connection_aborted, get_include_path, set_include_path, getenv, putenv, setlocale, localeconv, get_cfg_var,
];
pub(crate) static ALIASES: Aliases = aliases![ini_alter = ini_set];

php_constants! {
    LC_CTYPE: Int = 0;
    LC_NUMERIC: Int = 1;
    LC_TIME: Int = 2;
    LC_COLLATE: Int = 3;
    LC_MONETARY: Int = 4;
    LC_MESSAGES: Int = 5;
    LC_ALL: Int = 6;
    INI_USER: Int = 1;
    INI_PERDIR: Int = 2;
    INI_SYSTEM: Int = 4;
    INI_ALL: Int = 7;
    CONNECTION_ABORTED: Int = 1;
    CONNECTION_NORMAL: Int = 0;
    CONNECTION_TIMEOUT: Int = 2;
}

#[php_function("ini_get(string $option): string|false", AMBIENT)]
fn ini_get(option: &Str) -> OrFalse<Str> {
    OrFalse(ini::get(option).map(Option::unwrap_or_default))
}

#[php_function("ini_set(string $option, string|int|float|bool|null $value): string|false", WARNS | AMBIENT)]
fn ini_set(cx: &mut Cx, option: &Str, value: &Value) -> Result<OrFalse<Str>> {
    let value = convert::to_str(cx, value)?;
    Ok(OrFalse(ini::set(option, &value).map(Option::unwrap_or_default)))
}

#[php_function("ini_restore(string $option): void", AMBIENT)]
fn ini_restore(option: &Str) {
    ini::restore(option);
}

#[php_function("ini_get_all(?string $extension = null, bool $details = true): array|false", AMBIENT)]
fn ini_get_all(extension_: Option<&Str>, details: bool) -> OrFalse<Array> {
    let _ = extension_;
    let mut all = Array::new();
    for setting in ini::all() {
        let value = |value: Option<Option<Str>>| Value::from(value.flatten());
        let local = value(ini::get(setting.name.as_bytes()));
        if !details {
            all.set_bytes(setting.name.as_bytes(), local);
            continue;
        }
        let mut entry = Array::new();
        entry.set_bytes(b"global_value", value(ini::get_global(setting.name.as_bytes())));
        entry.set_bytes(b"local_value", local);
        entry.set_bytes(b"access", setting.access as i64);
        all.set_bytes(setting.name.as_bytes(), entry);
    }
    all.into()
}

#[php_function("ini_parse_quantity(string $shorthand): int", WARNS)]
fn ini_parse_quantity(shorthand: &Str) -> i64 {
    ini::parse_quantity(shorthand)
}

#[php_function("get_cfg_var(string $option): string|array|false", AMBIENT)]
fn get_cfg_var(option: &Str) -> bool {
    let _ = option;
    false
}

#[php_function("set_time_limit(int $seconds): bool", AMBIENT)]
fn set_time_limit(seconds: i64) -> bool {
    ini::set(b"max_execution_time", &convert::int_to_str(seconds));
    true
}

#[php_function("ignore_user_abort(?bool $enable = null): int", AMBIENT)]
fn ignore_user_abort(enable: Option<bool>) -> i64 {
    let old = ini::flag("ignore_user_abort") as i64;
    if let Some(enable) = enable {
        ini::set(b"ignore_user_abort", &Str::from(if enable { "1" } else { "0" }));
    }
    old
}

#[php_function("connection_status(): int", AMBIENT)]
fn connection_status() -> i64 {
    0
}

#[php_function("connection_aborted(): int", AMBIENT)]
fn connection_aborted() -> i64 {
    0
}

#[php_function("get_include_path(): string|false", AMBIENT)]
fn get_include_path() -> OrFalse<Str> {
    ini::text("include_path").into()
}

#[php_function("set_include_path(string $include_path): string|false", AMBIENT)]
fn set_include_path(include_path: &Str) -> OrFalse<Str> {
    OrFalse(ini::set(b"include_path", include_path).map(Option::unwrap_or_default))
}

#[php_function("getenv(?string $name = null, bool $local_only = false): array|string|false", AMBIENT)]
fn getenv(name: Option<&Str>, local_only: bool) -> Value {
    use std::os::unix::ffi::OsStrExt;
    let _ = local_only;
    match name {
        Some(name) if name.is_empty() || name.contains(&0) || name.contains(&b'=') => Value::FALSE,
        Some(name) => match std::env::var_os(std::ffi::OsStr::from_bytes(name)) {
            Some(value) => Value::string(value.as_bytes()),
            None => Value::FALSE,
        },
        None => {
            let mut all = Array::new();
            for (name, value) in std::env::vars_os() {
                let key = OwnedKey::from(Str::new(name.as_bytes()));
                all.set(key.as_key(), Value::string(value.as_bytes()));
            }
            all.into()
        }
    }
}

#[php_function("putenv(string $assignment): bool", THROWS | AMBIENT)]
fn putenv(cx: &mut Cx, assignment: &Str) -> Result<bool> {
    use std::os::unix::ffi::OsStrExt;
    if assignment.is_empty() || assignment[0] == b'=' {
        return Err(value_error(cx, 1, "must have a valid syntax"));
    }
    let os = |bytes| std::ffi::OsStr::from_bytes(bytes);
    // SAFETY: there is one PHP thread, and no other reads the environment.
    unsafe {
        match memchr::memchr(b'=', assignment) {
            Some(at) => std::env::set_var(os(&assignment[..at]), os(&assignment[at + 1..])),
            None => std::env::remove_var(os(assignment)),
        }
    }
    Ok(true)
}

/// Only the C locale is there.
#[php_function("setlocale(int $category, $locales, ...$rest): string|false", WARNS | AMBIENT)]
fn setlocale(cx: &mut Cx, category: i64, locales: &Value, rest: &[Value]) -> Result<OrFalse<Str>> {
    let _ = category;
    let mut wanted = Vec::new();
    for value in std::iter::once(locales).chain(rest) {
        match value.as_array() {
            Some(array) => {
                for value in array.values() {
                    wanted.push(convert::to_str(cx, &value)?);
                }
            }
            None => wanted.push(convert::to_str(cx, value)?),
        }
    }
    let known = |name: &Str| matches!(&name[..], b"" | b"0" | b"C" | b"POSIX");
    Ok(OrFalse(wanted.iter().any(known).then(|| "C".into())))
}

#[php_function("localeconv(): array", AMBIENT)]
fn localeconv() -> Array {
    let mut all = Array::new();
    all.set_bytes(b"decimal_point", ".");
    for name in ["thousands_sep", "int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep", "positive_sign", "negative_sign"] {
        all.set_bytes(name.as_bytes(), "");
    }
    for name in
        ["int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes", "n_sep_by_space", "p_sign_posn", "n_sign_posn"]
    {
        all.set_bytes(name.as_bytes(), 127i64);
    }
    all.set_bytes(b"grouping", Array::new());
    all.set_bytes(b"mon_grouping", Array::new());
    all
}
