//! The extension `ctype`: what characters a string consists of.

use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::extension::{self, Extension};
use phpc_core::{Cx, Result, Value, View, convert, functions};
use phpc_macros::php_function;

pub static EXTENSION: Extension = Extension { functions: &[FUNCTIONS], ..Extension::new("ctype") };

static FUNCTIONS: &[&BuiltinFunction] = functions![
    ctype_alnum, ctype_alpha, ctype_cntrl, ctype_digit, ctype_graph, ctype_lower, ctype_print, ctype_punct, ctype_space, ctype_upper,
    ctype_xdigit,
];

/// Strings consist of such bytes; ints stand for a byte, or for their digits.
fn test(cx: &mut Cx, text: &Value, is: fn(u8) -> bool) -> Result<bool> {
    if let Some(text) = text.as_str() {
        return Ok(!text.is_empty() && text.iter().all(|&byte| is(byte)));
    }
    let name = convert::type_name(text);
    let tail = "will be interpreted as string in the future";
    extension::deprecated(cx, format!("Argument of type {name} {tail}"))?;
    Ok(match text.view() {
        View::Int(int @ 0..=255) => is(int as u8),
        View::Int(int @ -128..=-1) => is((int + 256) as u8),
        View::Int(int) => convert::int_to_str(int).iter().all(|&byte| is(byte)),
        _ => false,
    })
}

#[php_function("ctype_alnum(mixed $text): bool", WARNS)]
fn ctype_alnum(cx: &mut Cx, text: &Value) -> Result<bool> {
    test(cx, text, |byte| byte.is_ascii_alphanumeric())
}
#[php_function("ctype_alpha(mixed $text): bool", WARNS)]
fn ctype_alpha(cx: &mut Cx, text: &Value) -> Result<bool> {
    test(cx, text, |byte| byte.is_ascii_alphabetic())
}
#[php_function("ctype_cntrl(mixed $text): bool", WARNS)]
fn ctype_cntrl(cx: &mut Cx, text: &Value) -> Result<bool> {
    test(cx, text, |byte| byte.is_ascii_control())
}
#[php_function("ctype_digit(mixed $text): bool", WARNS)]
fn ctype_digit(cx: &mut Cx, text: &Value) -> Result<bool> {
    test(cx, text, |byte| byte.is_ascii_digit())
}
#[php_function("ctype_graph(mixed $text): bool", WARNS)]
fn ctype_graph(cx: &mut Cx, text: &Value) -> Result<bool> {
    test(cx, text, |byte| byte.is_ascii_graphic())
}
#[php_function("ctype_lower(mixed $text): bool", WARNS)]
fn ctype_lower(cx: &mut Cx, text: &Value) -> Result<bool> {
    test(cx, text, |byte| byte.is_ascii_lowercase())
}
#[php_function("ctype_print(mixed $text): bool", WARNS)]
fn ctype_print(cx: &mut Cx, text: &Value) -> Result<bool> {
    test(cx, text, |byte| byte.is_ascii_graphic() || byte == b' ')
}
#[php_function("ctype_punct(mixed $text): bool", WARNS)]
fn ctype_punct(cx: &mut Cx, text: &Value) -> Result<bool> {
    test(cx, text, |byte| byte.is_ascii_punctuation())
}
#[php_function("ctype_space(mixed $text): bool", WARNS)]
fn ctype_space(cx: &mut Cx, text: &Value) -> Result<bool> {
    test(cx, text, |byte| matches!(byte, b' ' | 9..=13))
}
#[php_function("ctype_upper(mixed $text): bool", WARNS)]
fn ctype_upper(cx: &mut Cx, text: &Value) -> Result<bool> {
    test(cx, text, |byte| byte.is_ascii_uppercase())
}
#[php_function("ctype_xdigit(mixed $text): bool", WARNS)]
fn ctype_xdigit(cx: &mut Cx, text: &Value) -> Result<bool> {
    test(cx, text, |byte| byte.is_ascii_hexdigit())
}
