//! What holds for all functions: the internal encoding, the order of detection, the substitute character, the language.

use crate::encoding::{ENCODINGS, Enc, Replace, find, utf8};
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::engine::ini::{self, Setting};
use phpc_core::extension::{OrFalse, value_error};
use phpc_core::global::Global;
use phpc_core::{Array, Cx, Result, Str, Value, View, functions};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![
    mb_internal_encoding, mb_substitute_character, mb_detect_order, mb_language, mb_http_output, mb_http_input, mb_list_encodings,
    mb_encoding_aliases, mb_preferred_mime_name, mb_get_info, mb_regex_encoding,
];

pub(crate) static SETTINGS: &[Setting] = &[
    Setting { name: "mbstring.detect_order", default: None, access: ini::ALL },
    Setting { name: "mbstring.encoding_translation", default: Some("0"), access: ini::PERDIR },
    Setting { name: "mbstring.http_input", default: None, access: ini::ALL },
    Setting { name: "mbstring.http_output", default: None, access: ini::ALL },
    Setting { name: "mbstring.http_output_conv_mimetypes", default: Some("^(text/|application/xhtml\\+xml)"), access: ini::ALL },
    Setting { name: "mbstring.internal_encoding", default: None, access: ini::ALL },
    Setting { name: "mbstring.language", default: Some("neutral"), access: ini::ALL },
    Setting { name: "mbstring.regex_retry_limit", default: Some("1000000"), access: ini::ALL },
    Setting { name: "mbstring.regex_stack_limit", default: Some("100000"), access: ini::ALL },
    Setting { name: "mbstring.strict_detection", default: Some("0"), access: ini::ALL },
    Setting { name: "mbstring.substitute_character", default: None, access: ini::ALL },
];

static INTERNAL: Global<Option<Enc>> = Global::new(None);
static HTTP_OUTPUT: Global<Option<Enc>> = Global::new(None);
static REGEX: Global<Option<Enc>> = Global::new(None);
static ORDER: Global<Option<Vec<Enc>>> = Global::new(None);
static SUBSTITUTE: Global<Replace> = Global::new(Replace::Char(b'?' as u32));
static LANGUAGE: Global<Option<&'static str>> = Global::new(None);

pub(crate) fn internal() -> Enc {
    if let Some(encoding) = INTERNAL.get() {
        return encoding;
    }
    let named = ["mbstring.internal_encoding", "internal_encoding", "default_charset"];
    named.iter().map(|name| ini::text(name)).find(|text| !text.is_empty()).and_then(|text| find(&text)).unwrap_or_else(utf8)
}

pub(crate) fn substitute() -> Replace {
    SUBSTITUTE.get()
}

/// The encodings that `mb_detect_encoding` tries.
pub(crate) fn detect_order() -> Vec<Enc> {
    ORDER.cloned().unwrap_or_else(|| vec![find(b"ASCII").expect("in the table"), utf8()])
}

/// The encoding of argument `number`, by default the internal one.
pub(crate) fn encoding(cx: &mut Cx, name: Option<&Str>, number: usize) -> Result<Enc> {
    match name {
        None => Ok(internal()),
        Some(name) => named(cx, name, number),
    }
}

pub(crate) fn named(cx: &mut Cx, name: &Str, number: usize) -> Result<Enc> {
    match find(name) {
        Some(encoding) => Ok(encoding),
        None => Err(value_error(cx, number, [b"must be a valid encoding, \"", &**name, b"\" given"].concat())),
    }
}

/// A list of encodings, comma-separated or an array; `auto` stands for the usual order.
pub(crate) fn encodings(cx: &mut Cx, list: &Value, number: usize) -> Result<Vec<Enc>> {
    let names: Vec<Str> = match list.view() {
        View::Array(names) => {
            let mut all = Vec::new();
            for name in names.values() {
                all.push(phpc_core::convert::to_str(cx, &name)?);
            }
            all
        }
        View::Str(text) => text.split(|&byte| byte == b',').map(|name| Str::new(name.trim_ascii())).collect(),
        _ => Vec::new(),
    };
    let mut all = Vec::new();
    for name in names {
        if name.eq_ignore_ascii_case(b"auto") {
            all.extend([find(b"ASCII").expect("in the table"), utf8()]);
            continue;
        }
        match find(&name) {
            Some(encoding) => all.push(encoding),
            None => return Err(value_error(cx, number, [b"contains invalid encoding \"", &*name, b"\""].concat())),
        }
    }
    Ok(all)
}

#[php_function("mb_internal_encoding(?string $encoding = null): string|bool", THROWS | READS_GLOBAL | WRITES_GLOBAL)]
fn mb_internal_encoding(cx: &mut Cx, name: Option<&Str>) -> Result<Value> {
    let Some(name) = name else { return Ok(Value::string(internal().name)) };
    INTERNAL.set(Some(named(cx, name, 1)?));
    Ok(Value::TRUE)
}

#[php_function("mb_regex_encoding(?string $encoding = null): string|bool", THROWS | READS_GLOBAL | WRITES_GLOBAL)]
fn mb_regex_encoding(cx: &mut Cx, name: Option<&Str>) -> Result<Value> {
    let Some(name) = name else { return Ok(Value::string(REGEX.get().unwrap_or_else(internal).name)) };
    REGEX.set(Some(named(cx, name, 1)?));
    Ok(Value::TRUE)
}

#[php_function("mb_http_output(?string $encoding = null): string|bool", THROWS | READS_GLOBAL | WRITES_GLOBAL)]
fn mb_http_output(cx: &mut Cx, name: Option<&Str>) -> Result<Value> {
    let Some(name) = name else { return Ok(Value::string(HTTP_OUTPUT.get().unwrap_or_else(internal).name)) };
    HTTP_OUTPUT.set(Some(named(cx, name, 1)?));
    Ok(Value::TRUE)
}

#[php_function("mb_http_input(?string $type = null): array|string|false", READS_GLOBAL)]
fn mb_http_input(kind: Option<&Str>) -> Value {
    let _ = kind;
    Value::FALSE
}

#[php_function("mb_substitute_character(string|int|null $substitute_character = null): string|int|bool", THROWS | READS_GLOBAL | WRITES_GLOBAL)]
fn mb_substitute_character(cx: &mut Cx, character: &Value) -> Result<Value> {
    let new = match character.view() {
        View::Str(name) if name.eq_ignore_ascii_case(b"none") => Replace::Nothing,
        View::Str(name) if name.eq_ignore_ascii_case(b"long") => Replace::Long,
        View::Str(name) if name.eq_ignore_ascii_case(b"entity") => Replace::Entity,
        View::Str(_) => return Err(value_error(cx, 1, "must be \"none\", \"long\", \"entity\" or a valid codepoint")),
        View::Int(code) => match u32::try_from(code).ok().and_then(char::from_u32) {
            Some(char) => Replace::Char(char.into()),
            None => return Err(value_error(cx, 1, "is not a valid codepoint")),
        },
        _ => {
            return Ok(match substitute() {
                Replace::Char(code) => Value::int(code.into()),
                Replace::Nothing => Value::string("none"),
                Replace::Long => Value::string("long"),
                Replace::Entity => Value::string("entity"),
            });
        }
    };
    SUBSTITUTE.set(new);
    Ok(Value::TRUE)
}

#[php_function("mb_detect_order(array|string|null $encoding = null): array|bool", THROWS | READS_GLOBAL | WRITES_GLOBAL)]
fn mb_detect_order(cx: &mut Cx, list: &Value) -> Result<Value> {
    if list.is_null() {
        return Ok(detect_order().iter().map(|encoding| Value::string(encoding.name)).collect::<Array>().into());
    }
    let order = encodings(cx, list, 1)?;
    if order.is_empty() {
        return Err(value_error(cx, 1, "must specify at least one encoding"));
    }
    ORDER.set(Some(order));
    Ok(Value::TRUE)
}

const LANGUAGES: &[(&str, &str)] = &[
    ("neutral", "neutral"), ("uni", "uni"), ("universal", "uni"), ("Japanese", "ja"), ("Korean", "ko"), ("Simplified Chinese", "zh-cn"),
    ("Traditional Chinese", "zh-tw"), ("English", "en"), ("German", "de"), ("Russian", "ru"), ("Ukrainian", "ua"), ("Armenian", "hy"),
    ("Turkish", "tr"),
];

#[php_function("mb_language(?string $language = null): string|bool", THROWS | READS_GLOBAL | WRITES_GLOBAL)]
fn mb_language(cx: &mut Cx, language: Option<&Str>) -> Result<Value> {
    let Some(language) = language else { return Ok(Value::string(LANGUAGE.get().unwrap_or("neutral"))) };
    let same = |text: &str| text.as_bytes().eq_ignore_ascii_case(language);
    match LANGUAGES.iter().find(|(name, short)| same(name) || same(short)) {
        Some((name, _)) => LANGUAGE.set(Some(name)),
        None => return Err(value_error(cx, 1, [b"must be a valid language, \"", &**language, b"\" given"].concat())),
    }
    Ok(Value::TRUE)
}

#[php_function("mb_list_encodings(): array")]
fn mb_list_encodings() -> Array {
    ENCODINGS.iter().map(|encoding| Value::string(encoding.name)).collect()
}

#[php_function("mb_encoding_aliases(string $encoding): array", THROWS)]
fn mb_encoding_aliases(cx: &mut Cx, name: &Str) -> Result<Array> {
    let encoding = named(cx, name, 1)?;
    Ok(encoding.aliases.iter().map(Value::string).collect())
}

#[php_function("mb_preferred_mime_name(string $encoding): string|false", THROWS)]
fn mb_preferred_mime_name(cx: &mut Cx, name: &Str) -> Result<OrFalse<Str>> {
    Ok(Str::from(named(cx, name, 1)?.mime).into())
}

#[php_function("mb_get_info(string $type = \"all\"): array|string|int|false|null", THROWS | READS_GLOBAL)]
fn mb_get_info(cx: &mut Cx, kind: &Str) -> Result<Value> {
    let mut all = Array::new();
    all.set_bytes(b"internal_encoding", Value::string(internal().name));
    all.set_bytes(b"http_output", Value::string(HTTP_OUTPUT.get().unwrap_or_else(internal).name));
    all.set_bytes(b"http_output_conv_mimetypes", Value::from(ini::text("mbstring.http_output_conv_mimetypes")));
    all.set_bytes(b"mail_charset", Value::string("UTF-8"));
    all.set_bytes(b"mail_header_encoding", Value::string("BASE64"));
    all.set_bytes(b"mail_body_encoding", Value::string("BASE64"));
    all.set_bytes(b"illegal_chars", 0i64);
    all.set_bytes(b"encoding_translation", Value::string("Off"));
    all.set_bytes(b"language", Value::string(LANGUAGE.get().unwrap_or("neutral")));
    all.set_bytes(b"detect_order", detect_order().iter().map(|encoding| Value::string(encoding.name)).collect::<Array>());
    all.set_bytes(b"substitute_character", mb_substitute_character(cx, &Value::NULL)?);
    all.set_bytes(b"strict_detection", Value::string(if ini::flag("mbstring.strict_detection") { "On" } else { "Off" }));
    let kind = kind.to_ascii_lowercase();
    if kind == b"all" {
        return Ok(all.into());
    }
    match all.get_bytes(&kind) {
        Some(value) => Ok(value.to_value()),
        None => Err(value_error(cx, 1, "must be a valid type")),
    }
}
