//! Conversion, and strings as characters of an encoding.

use crate::convert::{self, Problem};
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::engine::ini;
use phpc_core::extension::{OrFalse, notice, value_error, warning};
use phpc_core::{Array, Cx, Result, Str, Value, functions, php_constants};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] =
    functions![iconv, iconv_strlen, iconv_substr, iconv_strpos, iconv_strrpos, iconv_get_encoding, iconv_set_encoding];

php_constants! {
    ICONV_IMPL: Str = "glibc";
    ICONV_VERSION: Str = "2.41";
}

/// What `default_charset` says where nothing else was set.
pub(crate) fn internal() -> Vec<u8> {
    let charset = ini::text("default_charset");
    if charset.is_empty() { b"UTF-8".to_vec() } else { charset.to_vec() }
}
pub(crate) fn charset(encoding: Option<&Str>) -> Vec<u8> {
    encoding.map_or_else(internal, |name| name.to_vec())
}

/// PHP's words for a problem.
#[cold]
pub(crate) fn complain(cx: &mut Cx, problem: Problem, from: &[u8], to: &[u8]) -> Result {
    match problem {
        Problem::Encoding => {
            let text = [b"Wrong encoding, conversion from \"", from, b"\" to \"", to, b"\" is not allowed"].concat();
            warning(cx, text)
        }
        Problem::Illegal => notice(cx, "Detected an illegal character in input string"),
        Problem::Incomplete => notice(cx, "Detected an incomplete multibyte character in input string"),
    }
}

#[php_function("iconv(string $from_encoding, string $to_encoding, string $string): string|false", WARNS)]
fn iconv(cx: &mut Cx, from: &Str, to: &Str, string: &Str) -> Result<OrFalse<Str>> {
    match convert::convert(from, to, string) {
        Ok(text) => Ok(Str::new(&text).into()),
        Err((problem, _)) => {
            complain(cx, problem, from, to)?;
            Ok(OrFalse::NO)
        }
    }
}

fn chars(cx: &mut Cx, charset: &[u8], text: &[u8]) -> Result<Option<Vec<u32>>> {
    match convert::decode(charset, text) {
        Ok(chars) => Ok(Some(chars)),
        Err(problem) => {
            complain(cx, problem, charset, b"UCS-4LE")?;
            Ok(None)
        }
    }
}

#[php_function("iconv_strlen(string $string, ?string $encoding = null): int|false", WARNS)]
fn iconv_strlen(cx: &mut Cx, string: &Str, encoding: Option<&Str>) -> Result<OrFalse<i64>> {
    Ok(OrFalse(chars(cx, &charset(encoding), string)?.map(|chars| chars.len() as i64)))
}

#[php_function("iconv_substr(string $string, int $offset, ?int $length = null, ?string $encoding = null): string|false", WARNS)]
fn iconv_substr(cx: &mut Cx, string: &Str, offset: i64, length: Option<i64>, encoding: Option<&Str>) -> Result<OrFalse<Str>> {
    let charset = charset(encoding);
    let Some(chars) = chars(cx, &charset, string)? else { return Ok(OrFalse::NO) };
    let total = chars.len() as i64;
    let start = if offset < 0 { (total + offset).max(0) } else { offset.min(total) };
    let end = match length {
        Some(length) if length < 0 => (total + length).max(start),
        Some(length) => (start.saturating_add(length)).min(total),
        None => total,
    };
    match convert::encode(&charset, &chars[start as usize..end as usize]) {
        Ok(text) => Ok(Str::new(&text).into()),
        Err(problem) => {
            complain(cx, problem, b"UCS-4LE", &charset)?;
            Ok(OrFalse::NO)
        }
    }
}

#[php_function("iconv_strpos(string $haystack, string $needle, int $offset = 0, ?string $encoding = null): int|false", WARNS | THROWS)]
fn iconv_strpos(cx: &mut Cx, haystack: &Str, needle: &Str, offset: i64, encoding: Option<&Str>) -> Result<OrFalse<i64>> {
    let charset = charset(encoding);
    let Some(text) = chars(cx, &charset, haystack)? else { return Ok(OrFalse::NO) };
    let offset = if offset < 0 { offset + text.len() as i64 } else { offset };
    if offset < 0 {
        return Err(value_error(cx, 3, "must be contained in argument #1 ($haystack)"));
    }
    let Some(wanted) = chars(cx, &charset, needle)? else { return Ok(OrFalse::NO) };
    if wanted.is_empty() || offset as usize > text.len() {
        return Ok(OrFalse::NO);
    }
    let found = text[offset as usize..].windows(wanted.len()).position(|window| *window == wanted[..]);
    Ok(OrFalse(found.map(|at| at as i64 + offset)))
}

#[php_function("iconv_strrpos(string $haystack, string $needle, ?string $encoding = null): int|false", WARNS)]
fn iconv_strrpos(cx: &mut Cx, haystack: &Str, needle: &Str, encoding: Option<&Str>) -> Result<OrFalse<i64>> {
    let charset = charset(encoding);
    let (Some(text), Some(wanted)) = (chars(cx, &charset, haystack)?, chars(cx, &charset, needle)?) else { return Ok(OrFalse::NO) };
    if wanted.is_empty() {
        return Ok(OrFalse::NO);
    }
    Ok(OrFalse(text.windows(wanted.len()).rposition(|window| *window == wanted[..]).map(|at| at as i64)))
}

#[php_function("iconv_get_encoding(string $type = \"all\"): array|string|false", READS_GLOBAL)]
fn iconv_get_encoding(kind: &Str) -> Value {
    match &kind.to_ascii_lowercase()[..] {
        b"all" => {
            let mut all = Array::new();
            for name in ["input_encoding", "output_encoding", "internal_encoding"] {
                all.set_bytes(name.as_bytes(), Value::string(internal()));
            }
            all.into()
        }
        b"input_encoding" | b"output_encoding" | b"internal_encoding" => Value::string(internal()),
        _ => Value::FALSE,
    }
}

#[php_function("iconv_set_encoding(string $type, string $encoding): bool", WARNS | WRITES_GLOBAL)]
fn iconv_set_encoding(cx: &mut Cx, kind: &Str, encoding: &Str) -> Result<bool> {
    let name = match &kind.to_ascii_lowercase()[..] {
        b"input_encoding" | b"output_encoding" | b"internal_encoding" => kind.to_ascii_lowercase(),
        _ => return Ok(false),
    };
    phpc_core::diagnostics::deprecated(
        cx,
        [b"iconv_set_encoding(): Use of iconv.", &name[..], b" is deprecated"].concat(),
    )?;
    Ok(encoding.eq_ignore_ascii_case(&internal()))
}
