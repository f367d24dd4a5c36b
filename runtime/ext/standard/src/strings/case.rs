//! Upper and lower case.

use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions = functions![strtolower, strtoupper, ucfirst, lcfirst, ucwords];

#[php_function("strtolower(string $string): string", PURE)]
fn strtolower(string: &Str) -> Str {
    map_if(string, |byte| byte.is_ascii_uppercase(), |bytes| bytes.make_ascii_lowercase())
}

#[php_function("strtoupper(string $string): string", PURE)]
fn strtoupper(string: &Str) -> Str {
    map_if(string, |byte| byte.is_ascii_lowercase(), |bytes| bytes.make_ascii_uppercase())
}

#[php_function("ucfirst(string $string): string", PURE)]
fn ucfirst(string: &Str) -> Str {
    change_first(string, |byte| byte.to_ascii_uppercase())
}

#[php_function("lcfirst(string $string): string", PURE)]
fn lcfirst(string: &Str) -> Str {
    change_first(string, |byte| byte.to_ascii_lowercase())
}

#[php_function(r#"ucwords(string $string, string $separators = " \t\r\n\f\v"): string"#, PURE)]
fn ucwords(string: &Str, separators: &Str) -> Str {
    let mut result = string.clone();
    let mut starts = true;
    for byte in result.make_mut() {
        if starts {
            byte.make_ascii_uppercase();
        }
        starts = separators.contains(byte);
    }
    result
}

/// The string itself where nothing changes.
fn map_if(string: &Str, test: impl Fn(&u8) -> bool, change: impl Fn(&mut [u8])) -> Str {
    let mut result = string.clone();
    if let Some(at) = string.iter().position(test) {
        change(&mut result.make_mut()[at..]);
    }
    result
}

fn change_first(string: &Str, change: impl Fn(u8) -> u8) -> Str {
    let mut result = string.clone();
    if let Some(&first) = string.first().filter(|&&first| change(first) != first) {
        result.make_mut()[0] = change(first);
    }
    result
}
