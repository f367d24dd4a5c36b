//! URLs: encoding, taking apart, queries.

use crate::prelude::*;

pub(crate) static FUNCTIONS: Functions =
    functions![urlencode, urldecode, rawurlencode, rawurldecode, parse_url, parse_str, http_build_query];

php_constants! {
    PHP_URL_SCHEME: Int = 0;
    PHP_URL_HOST: Int = 1;
    PHP_URL_PORT: Int = 2;
    PHP_URL_USER: Int = 3;
    PHP_URL_PASS: Int = 4;
    PHP_URL_PATH: Int = 5;
    PHP_URL_QUERY: Int = 6;
    PHP_URL_FRAGMENT: Int = 7;
    PHP_QUERY_RFC1738: Int = 1;
    PHP_QUERY_RFC3986: Int = 2;
}

fn encode(bytes: &[u8], raw: bool, out: &mut Str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for &byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => out.push(&[byte]),
            b'~' if raw => out.push(b"~"),
            b' ' if !raw => out.push(b"+"),
            _ => out.push(&[b'%', HEX[(byte >> 4) as usize], HEX[(byte & 15) as usize]]),
        }
    }
}

fn encoded(bytes: &[u8], raw: bool) -> Str {
    let mut out = Str::with_capacity(bytes.len() + bytes.len() / 2);
    encode(bytes, raw, &mut out);
    out
}

pub(crate) fn decoded(bytes: &[u8], plus: bool) -> Str {
    let mut out = Vec::with_capacity(bytes.len());
    let digit = |byte: Option<&u8>| byte.and_then(|&byte| (byte as char).to_digit(16)).map(|digit| digit as u8);
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'%' => {
                if let (Some(high), Some(low)) = (digit(bytes.get(at + 1)), digit(bytes.get(at + 2))) {
                    out.push(high << 4 | low);
                    at += 2;
                } else {
                    out.push(b'%');
                }
            }
            b'+' if plus => out.push(b' '),
            byte => out.push(byte),
        }
        at += 1;
    }
    out.into()
}

#[php_function("urlencode(string $string): string", PURE)]
fn urlencode(string: &Str) -> Str {
    encoded(string, false)
}

#[php_function("rawurlencode(string $string): string", PURE)]
fn rawurlencode(string: &Str) -> Str {
    encoded(string, true)
}

#[php_function("urldecode(string $string): string", PURE)]
fn urldecode(string: &Str) -> Str {
    decoded(string, true)
}

#[php_function("rawurldecode(string $string): string", PURE)]
fn rawurldecode(string: &Str) -> Str {
    decoded(string, false)
}

#[derive(Default)]
pub(crate) struct Url<'a> {
    pub(crate) scheme: Option<&'a [u8]>,
    pub(crate) host: Option<&'a [u8]>,
    pub(crate) port: Option<u16>,
    pub(crate) user: Option<&'a [u8]>,
    pub(crate) pass: Option<&'a [u8]>,
    pub(crate) path: Option<&'a [u8]>,
    pub(crate) query: Option<&'a [u8]>,
    pub(crate) fragment: Option<&'a [u8]>,
}

fn find(text: &[u8], byte: u8) -> Option<usize> {
    memchr::memchr(byte, text)
}

/// Takes a URL apart as PHP does, which is not what the standards say.
pub(crate) fn parse(text: &[u8]) -> Option<Url<'_>> {
    let mut url = Url::default();
    let colon = find(text, b':').filter(|&at| at > 0 || text.len() > 1);
    let mut rest = text;
    let mut has_authority = false;
    match colon.filter(|&at| at > 0) {
        Some(at) => {
            let is_scheme = text[..at].iter().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(byte));
            if !is_scheme {
                // Perhaps `host:port`, or a path with a colon.
                let stop = text.iter().position(|byte| b"/?#".contains(byte)).unwrap_or(text.len());
                if at + 1 < stop && text[at + 1..stop].iter().all(u8::is_ascii_digit) && text.starts_with(b"//") {
                    has_authority = true;
                    rest = &text[2..];
                } else if text.starts_with(b"//") {
                    has_authority = true;
                    rest = &text[2..];
                }
            } else if at + 1 == text.len() {
                url.scheme = Some(&text[..at]);
                return Some(url);
            } else if text[at + 1] != b'/' {
                // `host:80` or `mailto:x`.
                let digits = text[at + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
                let after = text.get(at + 1 + digits);
                if digits > 0 && digits < 6 && (after.is_none() || after == Some(&b'/')) {
                    has_authority = true;
                } else {
                    url.scheme = Some(&text[..at]);
                    rest = &text[at + 1..];
                }
            } else {
                url.scheme = Some(&text[..at]);
                if text.get(at + 2) == Some(&b'/') {
                    rest = &text[at + 3..];
                    has_authority = true;
                    if text[..at].eq_ignore_ascii_case(b"file") && rest.first() == Some(&b'/') {
                        // `file:///c:/x`: the drive is no host.
                        if rest.get(2) == Some(&b':') {
                            rest = &rest[1..];
                        }
                        has_authority = false;
                    }
                } else {
                    rest = &text[at + 1..];
                }
            }
        }
        None if text.starts_with(b"//") => {
            has_authority = true;
            rest = &text[2..];
        }
        None => {}
    }
    if has_authority {
        let end = rest.iter().position(|byte| b"/?#".contains(byte)).unwrap_or(rest.len());
        let mut authority = &rest[..end];
        rest = &rest[end..];
        if let Some(at) = memchr::memrchr(b'@', authority) {
            let user = &authority[..at];
            match find(user, b':') {
                Some(colon) => {
                    url.user = Some(&user[..colon]);
                    url.pass = Some(&user[colon + 1..]);
                }
                None => url.user = Some(user),
            }
            authority = &authority[at + 1..];
        }
        let port_colon = if authority.first() == Some(&b'[') && authority.last() == Some(&b']') {
            None
        } else {
            memchr::memrchr(b':', authority)
        };
        if let Some(colon) = port_colon {
            let digits = &authority[colon + 1..];
            if digits.len() > 5 {
                return None;
            }
            if !digits.is_empty() {
                let port: u32 = std::str::from_utf8(digits).ok()?.parse().ok()?;
                url.port = Some(u16::try_from(port).ok()?);
            }
            authority = &authority[..colon];
        }
        if authority.is_empty() {
            return None;
        }
        url.host = Some(authority);
    }
    if let Some(at) = find(rest, b'#') {
        url.fragment = Some(&rest[at + 1..]);
        rest = &rest[..at];
    }
    if let Some(at) = find(rest, b'?') {
        url.query = Some(&rest[at + 1..]);
        rest = &rest[..at];
    }
    if !rest.is_empty() || text.is_empty() {
        url.path = Some(rest);
    }
    Some(url)
}

#[php_function("parse_url(string $url, int $component = -1): array|string|int|null|false", THROWS)]
fn parse_url(cx: &mut Cx, url: &Str, component: i64) -> Result<Value> {
    let Some(parts) = parse(url) else { return Ok(Value::FALSE) };
    // Control characters become underscores.
    let text = |part: Option<&[u8]>| -> Value {
        part.map(|part| Str::from(part.iter().map(|byte| if byte.is_ascii_control() { b'_' } else { *byte }).collect::<Vec<u8>>())).into()
    };
    let all = [
        ("scheme", text(parts.scheme)),
        ("host", text(parts.host)),
        ("port", parts.port.map(|port| port as i64).into()),
        ("user", text(parts.user)),
        ("pass", text(parts.pass)),
        ("path", text(parts.path)),
        ("query", text(parts.query)),
        ("fragment", text(parts.fragment)),
    ];
    if component > -1 {
        return match all.into_iter().nth(component as usize) {
            Some((_, value)) => Ok(value),
            None => Err(value_error(cx, 2, format!("must be a valid URL component identifier, {component} given"))),
        };
    }
    let mut result = Array::new();
    for (name, value) in all.into_iter().filter(|(_, value)| !value.is_null()) {
        result.set_bytes(name.as_bytes(), value);
    }
    Ok(result.into())
}

#[php_function("parse_str(string $string, &$result): void")]
fn parse_str(string: &Str, result: &Reference) {
    result.set(parse_query(string).into());
}

/// A query string as nested arrays: `a[]=1&b[x]=2`.
pub(crate) fn parse_query(text: &[u8]) -> Array {
    let mut result = Array::new();
    for pair in text.split(|&byte| byte == b'&').filter(|pair| !pair.is_empty()) {
        let (name, value) = match find(pair, b'=') {
            Some(at) => (&pair[..at], &pair[at + 1..]),
            None => (pair, &b""[..]),
        };
        store(&mut result, &decoded(name, true), Value::from(decoded(value, true)));
    }
    result
}

fn store(result: &mut Array, name: &[u8], value: Value) {
    let start = name.iter().take_while(|&&byte| byte == b' ').count();
    let name = &name[start..];
    let name = &name[..find(name, 0).unwrap_or(name.len())];
    let open = find(name, b'[').filter(|&at| find(&name[at..], b']').is_some());
    let base: Vec<u8> = match open {
        Some(at) => name[..at].to_vec(),
        None => name.to_vec(),
    };
    if base.is_empty() {
        return;
    }
    // Without a closing bracket the first opening one becomes an underscore too.
    let base: Vec<u8> = match open {
        Some(_) => base.iter().map(|&byte| if matches!(byte, b' ' | b'.') { b'_' } else { byte }).collect(),
        None => {
            let mut seen = false;
            base.iter()
                .map(|&byte| match byte {
                    _ if seen => byte,
                    b'[' => {
                        seen = true;
                        b'_'
                    }
                    b' ' | b'.' => b'_',
                    _ => byte,
                })
                .collect()
        }
    };
    let mut keys: Vec<Option<Str>> = vec![Some(base.into())];
    let mut rest = open.map_or(&b""[..], |at| &name[at..]);
    while let [b'[', inner @ ..] = rest {
        let Some(end) = find(inner, b']') else { break };
        let key = inner[..end].trim_ascii_start();
        keys.push((!key.is_empty()).then(|| Str::new(key)));
        rest = &inner[end + 1..];
    }
    insert(result, &keys, value);
}

fn insert(array: &mut Array, keys: &[Option<Str>], value: Value) {
    let (first, rest) = keys.split_first().expect("at least the name");
    let key = match first {
        Some(key) => OwnedKey::from(key.clone()),
        None => OwnedKey::Int(array.next_index()),
    };
    if rest.is_empty() {
        return array.set(key.as_key(), value);
    }
    let inner = array.remove_for_change(key.as_key());
    let mut inner = inner.as_array().cloned().unwrap_or_default();
    insert(&mut inner, rest, value);
    array.set(key.as_key(), inner.into());
}

/// Taking an element out while it is changed.
trait RemoveForChange {
    fn remove_for_change(&mut self, key: Key<'_>) -> Value;
}
impl RemoveForChange for Array {
    fn remove_for_change(&mut self, key: Key<'_>) -> Value {
        self.get(key).map(|value| value.to_value()).unwrap_or_default()
    }
}

#[php_function(
    r#"http_build_query(array|object $data, string $numeric_prefix = "", ?string $arg_separator = null, int $encoding_type = PHP_QUERY_RFC1738): string"#
)]
fn http_build_query(cx: &mut Cx, data: &Value, numeric_prefix: &Str, arg_separator: Option<&Str>, encoding: i64) -> Result<Str> {
    let separator = arg_separator.cloned().unwrap_or_else(|| phpc_core::engine::ini::text("arg_separator.output"));
    let mut query = Query { out: Str::empty(), separator, raw: encoding == PHP_QUERY_RFC3986, prefix: numeric_prefix.clone() };
    let fields = fields_of(data);
    query.add(cx, &fields, None)?;
    Ok(query.out)
}

/// What a query is built of: elements, or public properties.
fn fields_of(data: &Value) -> Array {
    let Some(object) = data.as_object() else { return convert::to_array(data) };
    let mut fields = Array::new();
    for (key, value) in phpc_core::hooks::object_properties(object).iter() {
        // Mangled names are not public.
        if !matches!(key, Key::Str(name) if name.first() == Some(&0)) {
            fields.set(key, value.to_value());
        }
    }
    fields
}

struct Query {
    out: Str,
    separator: Str,
    raw: bool,
    prefix: Str,
}

impl Query {
    fn add(&mut self, cx: &mut Cx, fields: &Array, parent: Option<&[u8]>) -> Result {
        for (key, value) in fields.iter() {
            let mut name = Str::empty();
            match (parent, key) {
                (None, Key::Int(int)) => {
                    let prefix = self.prefix.clone();
                    encode(&prefix, self.raw, &mut name);
                    convert::append_int(&mut name, int);
                }
                (None, Key::Str(text)) => encode(text, self.raw, &mut name),
                (Some(parent), key) => {
                    name.push(parent);
                    name.push(b"%5B");
                    match key {
                        Key::Int(int) => convert::append_int(&mut name, int),
                        Key::Str(text) => encode(text, self.raw, &mut name),
                    }
                    name.push(b"%5D");
                }
            }
            let text = match value.view() {
                View::Null | View::Undef | View::Resource(_) => continue,
                View::Array(_) | View::Object(_) => {
                    let inner = fields_of(&value);
                    self.add(cx, &inner, Some(&name))?;
                    continue;
                }
                View::Bool(true) => Str::from("1"),
                View::Bool(false) => Str::from("0"),
                _ => convert::to_str(cx, &value)?,
            };
            if !self.out.is_empty() {
                let separator = self.separator.clone();
                self.out.push(&separator);
            }
            self.out.push(&name);
            self.out.push(b"=");
            encode(&text, self.raw, &mut self.out);
        }
        Ok(())
    }
}
