//! `token_get_all`, `token_name`.

use crate::scan::{self, scan};
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::{Array, Cx, Result, Str, Value, functions};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![token_get_all, token_name];

#[php_function("token_get_all(string $code, int $flags = 0): array", THROWS)]
fn token_get_all(cx: &mut Cx, code: &Str, flags: i64) -> Result<Array> {
    let mut all = Array::new();
    for token in scan(cx, code, flags)? {
        let text = Value::string(token.text);
        let entry = if token.is_character {
            text
        } else {
            [Value::int(token.id), text, Value::int(token.line)].into_iter().collect::<Array>().into()
        };
        all.push(entry);
    }
    Ok(all)
}

#[php_function("token_name(int $id): string", PURE)]
fn token_name(id: i64) -> Str {
    Str::from(scan::name(id).unwrap_or("UNKNOWN"))
}
