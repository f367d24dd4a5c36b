//! Reading PHP signatures: what the generated code needs to know of parameters and result.

pub(crate) struct Signature {
    pub(crate) name: String,
    pub(crate) params: Vec<Param>,
    pub(crate) returns: String,
}

pub(crate) struct Param {
    pub(crate) ty: String,
    pub(crate) by_ref: bool,
    pub(crate) variadic: bool,
    pub(crate) default: Option<String>,
}

/// How a value of a type crosses the C ABI.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Int,
    Float,
    Bool,
    Str,
    Array,
    Object,
    /// Tag and payload.
    Value,
}

/// The form of a type: bare if it is one bare type.
pub(crate) fn word(ty: &str) -> Word {
    let plain = ty.split('<').next().unwrap_or("").trim();
    if plain.contains(['?', '|', '&', '(']) {
        return Word::Value;
    }
    match plain {
        "int" => Word::Int,
        "float" => Word::Float,
        "bool" => Word::Bool,
        "string" => Word::Str,
        "array" | "list" => Word::Array,
        "" | "mixed" | "null" | "void" | "never" | "callable" | "iterable" | "false" | "true" | "static" | "self" => Word::Value,
        _ => Word::Object,
    }
}

impl Signature {
    /// `[modifiers] [&]name(params)[: type]`
    pub(crate) fn read(text: &str) -> Result<Signature, String> {
        let (head, rest) = text.split_once('(').ok_or_else(|| format!("expected ( in '{text}'"))?;
        let name = head.trim().rsplit(' ').next().unwrap_or("").trim_start_matches('&').to_string();
        let (parts, after) = split(rest)?;
        let params = parts.iter().map(|part| param(part)).collect::<Result<_, _>>()?;
        let returns = after.trim().strip_prefix(':').unwrap_or("").trim().to_string();
        Ok(Signature { name, params, returns })
    }
}

/// Splits `a, b) rest` at the outermost commas.
fn split(text: &str) -> Result<(Vec<String>, String), String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut quote = None;
    let mut depth = 0;
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match (quote, c) {
            (Some(_), '\\') => {
                part.push(c);
                part.extend(chars.next().map(|(_, next)| next));
                continue;
            }
            (Some(open), _) if open == c => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '(' | '[' | '<') => depth += 1,
            (None, ']' | '>') => depth -= 1,
            (None, ')') if depth > 0 => depth -= 1,
            (None, ')') => {
                if !part.trim().is_empty() {
                    parts.push(part.trim().to_string());
                }
                return Ok((parts, text[at + 1..].to_string()));
            }
            (None, ',') if depth == 0 => {
                parts.push(part.trim().to_string());
                part.clear();
                continue;
            }
            _ => {}
        }
        part.push(c);
    }
    Err(format!("expected ) in '{text}'"))
}

fn param(text: &str) -> Result<Param, String> {
    let (before, after) = text.split_once('$').ok_or_else(|| format!("expected $ in '{text}'"))?;
    let mut ty = before.trim();
    let variadic = ty.ends_with("...");
    ty = ty.trim_end_matches("...").trim_end();
    // `&?$x`: by reference if it can be one; the function gets whatever there is.
    let prefers = ty.ends_with("&?");
    ty = ty.trim_end_matches("&?").trim_end();
    let by_ref = ty.ends_with('&');
    ty = ty.trim_end_matches('&').trim_end();
    let default = after.split_once('=').map(|(_, default)| default.trim().to_string());
    let ty = if prefers { "mixed" } else { ty };
    Ok(Param { ty: ty.to_string(), by_ref, variadic, default })
}

/// A PHP default as a Rust expression of type `Value`.
pub(crate) fn default_value(text: &str) -> String {
    let quoted = |quote: char| text.len() >= 2 && text.starts_with(quote) && text.ends_with(quote);
    match text {
        "null" | "NULL" => "Value::NULL".into(),
        "true" => "Value::TRUE".into(),
        "false" => "Value::FALSE".into(),
        "[]" => "Value::from(::phpc_core::Array::new())".into(),
        "\"\"" | "''" => "Value::from(::phpc_core::Str::empty())".into(),
        _ if quoted('"') => format!("Value::from(::phpc_core::Str::intern(b{}))", escapes(text)),
        _ if quoted('\'') => format!("Value::from(::phpc_core::Str::intern(b\"{}\"))", &text[1..text.len() - 1]),
        _ if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') && text.contains('.') => format!("Value::float({text})"),
        _ if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') => format!("Value::int({text})"),
        _ => format!("Value::from({text})"),
    }
}

/// PHP's `\v`, `\f`, `\e` and `\$` are no Rust escapes.
fn escapes(text: &str) -> String {
    text.replace("\\v", "\\x0b").replace("\\f", "\\x0c").replace("\\e", "\\x1b").replace("\\$", "$")
}
