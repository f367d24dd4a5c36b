//! Output buffers, and headers, which the command line does not send.

use crate::prelude::*;
use phpc_core::engine::output::{self, CLEANABLE, FLUSHABLE, REMOVABLE, STDFLAGS};

pub(crate) static FUNCTIONS: Functions = functions![
    ob_start, ob_flush, ob_clean, ob_end_flush, ob_end_clean, ob_get_flush, ob_get_clean, ob_get_contents, ob_get_level, ob_get_length,
    ob_list_handlers, ob_get_status, ob_implicit_flush, flush, header, header_remove, headers_sent, headers_list, http_response_code,
    setcookie, setrawcookie, header_register_callback, output_add_rewrite_var, output_reset_rewrite_vars,
];

const PHP_OUTPUT_HANDLER_STDFLAGS: i64 = STDFLAGS;

#[php_function("ob_start($callback = null, int $chunk_size = 0, int $flags = PHP_OUTPUT_HANDLER_STDFLAGS): bool")]
fn ob_start(cx: &mut Cx, callback: &Value, chunk_size: i64, flags: i64) -> Result<bool> {
    let name = match callback.view() {
        View::Null | View::Undef => Str::empty(),
        View::Str(name) => name.clone(),
        View::Array(pair) => {
            let on = pair.get_int(0).map(|on| match on.as_object() {
                Some(object) => phpc_core::hooks::class_name(object),
                None => on.as_str().cloned().unwrap_or_default(),
            });
            let method = pair.get_int(1).and_then(|method| method.as_str().cloned()).unwrap_or_default();
            Str::concat(&[&on.unwrap_or_default(), b"::", &method])
        }
        View::Object(object) => Str::concat(&[&phpc_core::hooks::class_name(object), b"::__invoke"]),
        _ => Str::empty(),
    };
    if !callback.is_null()
        && let Err(reason) = phpc_core::calls::callable::resolve(cx, callback)?
    {
        warning(cx, reason)?;
        extension::notice(cx, "Failed to create buffer")?;
        return Ok(false);
    }
    output::start(callback.clone(), name, chunk_size.max(0) as usize, flags);
    Ok(true)
}

/// Is there a buffer that allows it? Else the notice that PHP gives.
fn allowed(cx: &mut Cx, flag: i64, action: &str) -> Result<bool> {
    let Some(flags) = output::flags() else {
        extension::notice(cx, format!("Failed to {action} buffer. No buffer to {action}"))?;
        return Ok(false);
    };
    if flags & flag == 0 {
        let name = output::name().unwrap_or_default();
        extension::notice(cx, format!("Failed to {action} buffer of {name} ({})", output::level() - 1))?;
        return Ok(false);
    }
    Ok(true)
}

#[php_function("ob_flush(): bool")]
fn ob_flush(cx: &mut Cx) -> Result<bool> {
    let allowed = allowed(cx, FLUSHABLE, "flush")?;
    if allowed {
        output::flush(cx);
        cx.check()?;
    }
    Ok(allowed)
}

#[php_function("ob_clean(): bool")]
fn ob_clean(cx: &mut Cx) -> Result<bool> {
    let allowed = allowed(cx, CLEANABLE, "delete")?;
    if allowed {
        output::clean(cx);
        cx.check()?;
    }
    Ok(allowed)
}

fn end(cx: &mut Cx, action: &str, pass_on: bool) -> Result<bool> {
    let Some(flags) = output::flags() else {
        let goal = if pass_on { "delete and flush" } else { "delete" };
        extension::notice(cx, format!("Failed to {goal} buffer. No buffer to {}", if pass_on { "delete or flush" } else { "delete" }))?;
        return Ok(false);
    };
    if flags & REMOVABLE == 0 {
        let name = output::name().unwrap_or_default();
        extension::notice(cx, format!("Failed to {action} buffer of {name} ({})", output::level() - 1))?;
        return Ok(false);
    }
    output::end(cx, pass_on);
    cx.check()?;
    Ok(true)
}

#[php_function("ob_end_flush(): bool")]
fn ob_end_flush(cx: &mut Cx) -> Result<bool> {
    end(cx, "send", true)
}

#[php_function("ob_end_clean(): bool")]
fn ob_end_clean(cx: &mut Cx) -> Result<bool> {
    end(cx, "discard", false)
}

#[php_function("ob_get_flush(): string|false")]
fn ob_get_flush(cx: &mut Cx) -> Result<OrFalse<Str>> {
    let contents = output::contents();
    end(cx, "send", true)?;
    Ok(OrFalse(contents))
}

#[php_function("ob_get_clean(): string|false")]
fn ob_get_clean(cx: &mut Cx) -> Result<OrFalse<Str>> {
    let Some(contents) = output::contents() else { return Ok(OrFalse::NO) };
    end(cx, "discard", false)?;
    Ok(contents.into())
}

#[php_function("ob_get_contents(): string|false", AMBIENT)]
fn ob_get_contents() -> OrFalse<Str> {
    OrFalse(output::contents())
}

#[php_function("ob_get_level(): int", AMBIENT)]
fn ob_get_level() -> i64 {
    output::level() as i64
}

#[php_function("ob_get_length(): int|false", AMBIENT)]
fn ob_get_length() -> OrFalse<i64> {
    OrFalse(output::length().map(|length| length as i64))
}

#[php_function("ob_list_handlers(): array", AMBIENT)]
fn ob_list_handlers() -> Array {
    output::statuses().into_iter().map(|status| status.name).collect()
}

#[php_function("ob_get_status(bool $full_status = false): array", AMBIENT)]
fn ob_get_status(full_status: bool) -> Array {
    let describe = |status: output::Status| {
        let mut array = Array::new();
        array.set_bytes(b"name", status.name);
        array.set_bytes(b"type", status.kind);
        array.set_bytes(b"flags", status.flags);
        array.set_bytes(b"level", status.level);
        array.set_bytes(b"chunk_size", status.chunk_size);
        array.set_bytes(b"buffer_size", status.buffer_size);
        array.set_bytes(b"buffer_used", status.buffer_used);
        array
    };
    let mut all = output::statuses();
    if full_status {
        return all.into_iter().map(describe).collect();
    }
    all.pop().map_or_else(Array::new, describe)
}

#[php_function("ob_implicit_flush(bool $enable = true): void", AMBIENT)]
fn ob_implicit_flush(enable: bool) {
    output::set_implicit_flush(enable);
}

#[php_function("flush(): void", AMBIENT)]
fn flush() {
    output::flush_stdout();
}

static HEADERS: phpc_core::global::Global<Vec<Str>> = phpc_core::global::Global::new(Vec::new());
static RESPONSE_CODE: phpc_core::global::Global<i64> = phpc_core::global::Global::new(0);

/// Headers are kept, so that programs can ask for them; nothing sends them.
#[php_function("header(string $header, bool $replace = true, int $response_code = 0): void", WARNS | AMBIENT)]
fn header(cx: &mut Cx, header: &Str, replace: bool, response_code: i64) -> Result {
    let _ = cx;
    if response_code != 0 {
        RESPONSE_CODE.set(response_code);
    }
    let Some(colon) = memchr::memchr(b':', header) else {
        return Ok(());
    };
    let name = header[..colon].to_ascii_lowercase();
    HEADERS.with(|all| {
        if replace {
            all.retain(|old| !old.split(|&byte| byte == b':').next().is_some_and(|old| old.eq_ignore_ascii_case(&name)));
        }
        all.push(header.clone());
    });
    Ok(())
}

#[php_function("header_remove(?string $name = null): void", AMBIENT)]
fn header_remove(name: Option<&Str>) {
    HEADERS.with(|all| match name {
        None => all.clear(),
        Some(name) => all.retain(|old| !old.split(|&byte| byte == b':').next().is_some_and(|old| old.eq_ignore_ascii_case(name))),
    });
}

#[php_function("headers_sent(&$filename = null, &$line = null): bool", AMBIENT)]
fn headers_sent(filename: &Value, line: &Value) -> bool {
    let sent = output::sent();
    if let Some(cell) = filename.as_reference() {
        cell.set(Str::empty().into());
    }
    if let Some(cell) = line.as_reference() {
        cell.set(Value::int(0));
    }
    sent
}

/// The command line has no headers to list.
#[php_function("headers_list(): array", AMBIENT)]
fn headers_list() -> Array {
    HEADERS.with(|all| all.iter().cloned().collect())
}

#[php_function("http_response_code(int $response_code = 0): int|bool", AMBIENT)]
fn http_response_code(response_code: i64) -> Value {
    let old = RESPONSE_CODE.get();
    if response_code != 0 {
        RESPONSE_CODE.set(response_code);
        return if old == 0 { Value::TRUE } else { Value::int(old) };
    }
    if old == 0 { Value::FALSE } else { Value::int(old) }
}

#[php_function(
    r#"setcookie(string $name, $value = "", $expires_or_options = 0, $path = "", $domain = "", $secure = false, $httponly = false): bool"#,
    AMBIENT
)]
fn setcookie(name: &Str, value: &Value, expires: &Value, path: &Value, domain: &Value, secure: &Value, httponly: &Value) -> bool {
    let _ = (name, value, expires, path, domain, secure, httponly);
    true
}

#[php_function(
    r#"setrawcookie(string $name, $value = "", $expires_or_options = 0, $path = "", $domain = "", $secure = false, $httponly = false): bool"#,
    AMBIENT
)]
fn setrawcookie(name: &Str, value: &Value, expires: &Value, path: &Value, domain: &Value, secure: &Value, httponly: &Value) -> bool {
    let _ = (name, value, expires, path, domain, secure, httponly);
    true
}

#[php_function("header_register_callback(callable $callback): bool", AMBIENT)]
fn header_register_callback(callback: &Value) -> bool {
    let _ = callback;
    true
}

#[php_function("output_add_rewrite_var(string $name, string $value): bool", AMBIENT)]
fn output_add_rewrite_var(name: &Str, value: &Str) -> bool {
    let _ = (name, value);
    true
}

#[php_function("output_reset_rewrite_vars(): bool", AMBIENT)]
fn output_reset_rewrite_vars() -> bool {
    true
}
