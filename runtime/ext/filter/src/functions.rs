//! `filter_var` and its kin.

use crate::constants::*;
use crate::{sanitize, validate};
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::extension::{value_error, warning};
use phpc_core::{Array, Cx, Key, OwnedKey, Result, Str, Value, calls, convert, functions};
use phpc_macros::php_function;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] =
    functions![filter_has_var, filter_id, filter_input, filter_input_array, filter_list, filter_var, filter_var_array];

/// What a call asks for.
#[derive(Clone)]
struct Request {
    filter: i64,
    flags: i64,
    options: Option<Array>,
    callback: Value,
}

impl Request {
    fn option(&self, name: &str) -> Option<Value> {
        Some(self.options.as_ref()?.get_bytes(name.as_bytes())?.to_value().deref())
    }
    fn int(&self, name: &str) -> Option<i64> {
        let value = self.option(name)?;
        value.as_int().or_else(|| value.as_str().map(|text| convert::str_to_int(text)))
    }
    fn text(&self, name: &str) -> Option<Str> {
        self.option(name)?.as_str().cloned()
    }
    /// What stands for a value that fails.
    fn failure(&self) -> Value {
        if let Some(default) = self.option("default") {
            return default;
        }
        if self.flags & FILTER_NULL_ON_FAILURE != 0 { Value::NULL } else { Value::FALSE }
    }
}

/// From the argument `$options`: flags, or an array with `flags` and `options`.
fn request(cx: &mut Cx, filter: i64, options: &Value) -> Result<Request> {
    let mut request = Request { filter, flags: 0, options: None, callback: Value::NULL };
    match options.as_array() {
        None => request.flags = options.as_int().unwrap_or(0),
        Some(array) => {
            if let Some(flags) = array.get_bytes(b"flags") {
                request.flags = convert::to_int(cx, &flags.to_value().deref())?;
            }
            if let Some(options) = array.get_bytes(b"options") {
                let options = options.to_value().deref();
                request.options = options.as_array().cloned();
                request.callback = options;
            }
        }
    }
    Ok(request)
}

fn apply(cx: &mut Cx, value: &Value, request: &Request) -> Result<Value> {
    let value = value.deref();
    let many = request.flags & (FILTER_REQUIRE_ARRAY | FILTER_FORCE_ARRAY) != 0;
    match value.as_array() {
        Some(array) if many => {
            let mut result = Array::new();
            for (key, element) in array.iter() {
                let element = each(cx, &element.to_value(), request)?;
                result.set(key, element);
            }
            Ok(result.into())
        }
        Some(_) if request.filter == FILTER_CALLBACK && request.flags & FILTER_REQUIRE_SCALAR == 0 => each(cx, &value, request),
        Some(_) => Ok(request.failure()),
        None if request.flags & FILTER_REQUIRE_ARRAY != 0 => Ok(request.failure()),
        None => {
            let result = scalar(cx, &value, request)?;
            let forced = request.flags & FILTER_FORCE_ARRAY != 0;
            Ok(if forced { [result].into_iter().collect::<Array>().into() } else { result })
        }
    }
}

/// Arrays in arrays are walked too.
fn each(cx: &mut Cx, value: &Value, request: &Request) -> Result<Value> {
    let value = value.deref();
    match value.as_array() {
        Some(array) => {
            let mut result = Array::new();
            for (key, element) in array.iter() {
                let element = each(cx, &element.to_value(), request)?;
                result.set(key, element);
            }
            Ok(result.into())
        }
        None => scalar(cx, &value, request),
    }
}

fn scalar(cx: &mut Cx, value: &Value, request: &Request) -> Result<Value> {
    if request.filter == FILTER_CALLBACK {
        if !phpc_core::calls::callable::is_callable(cx, &request.callback)? {
            return Err(cx.throw_type_error("filter_var(): Option must be a valid callback"));
        }
        let text = convert::to_str(cx, value)?;
        return calls::call_value(cx, &request.callback, vec![text.into()]);
    }
    if let Some(object) = value.as_object()
        && object.class_ref().method(b"__tostring").is_none()
    {
        return Ok(request.failure());
    }
    if value.as_resource().is_some() {
        return Ok(request.failure());
    }
    let text = convert::to_str(cx, value)?;
    let flags = request.flags;
    let or_failure = |value: Option<Value>| value.unwrap_or_else(|| request.failure());
    let kept = |good: bool| or_failure(good.then(|| Value::from(text.clone())));
    Ok(match request.filter {
        FILTER_VALIDATE_INT => {
            or_failure(validate::int(&text, flags, request.int("min_range"), request.int("max_range")).map(Value::int))
        }
        FILTER_VALIDATE_BOOL => match validate::bool(&text) {
            Some(flag) => flag.into(),
            None => or_failure(None),
        },
        FILTER_VALIDATE_FLOAT => float(cx, &text, request)?,
        FILTER_VALIDATE_REGEXP => {
            let Some(pattern) = request.text("regexp") else {
                return Err(cx.throw_value_error("filter_var(): \"regexp\" option is missing"));
            };
            let found = calls::call_value(cx, &Value::string("preg_match"), vec![pattern.into(), text.clone().into()])?;
            kept(found.as_int().is_some_and(|count| count > 0))
        }
        FILTER_VALIDATE_DOMAIN => kept(validate::domain(&text, flags & FILTER_FLAG_HOSTNAME != 0)),
        FILTER_VALIDATE_URL => kept(url(cx, &text, flags)?),
        FILTER_VALIDATE_EMAIL => kept(validate::email(&text, flags & FILTER_FLAG_EMAIL_UNICODE != 0)),
        FILTER_VALIDATE_IP => kept(validate::ip(&text, flags)),
        FILTER_VALIDATE_MAC => kept(validate::mac(&text, request.text("separator").and_then(|text| text.first().copied()))),
        FILTER_SANITIZE_STRING => Value::string(sanitize::string(&text, flags)),
        FILTER_SANITIZE_ENCODED => Value::string(sanitize::encoded(&text, flags)),
        FILTER_SANITIZE_SPECIAL_CHARS => Value::string(sanitize::special_chars(&text, flags)),
        FILTER_SANITIZE_FULL_SPECIAL_CHARS => Value::string(sanitize::full_special_chars(&text, flags)),
        FILTER_SANITIZE_EMAIL => Value::string(sanitize::email(&text)),
        FILTER_SANITIZE_URL => Value::string(sanitize::url(&text)),
        FILTER_SANITIZE_NUMBER_INT => Value::string(sanitize::number(&text, b"+-")),
        FILTER_SANITIZE_NUMBER_FLOAT => {
            let mut others = b"+-".to_vec();
            let more = [(FILTER_FLAG_ALLOW_FRACTION, &b"."[..]), (FILTER_FLAG_ALLOW_THOUSAND, b","), (FILTER_FLAG_ALLOW_SCIENTIFIC, b"eE")];
            more.iter().filter(|(flag, _)| flags & flag != 0).for_each(|(_, bytes)| others.extend_from_slice(bytes));
            Value::string(sanitize::number(&text, &others))
        }
        FILTER_SANITIZE_ADD_SLASHES => Value::string(sanitize::add_slashes(&text)),
        _ => {
            if flags & FILTER_FLAG_EMPTY_STRING_NULL != 0 && text.is_empty() {
                return Ok(Value::NULL);
            }
            Value::string(sanitize::unsafe_raw(&text, flags))
        }
    })
}

fn float(cx: &mut Cx, text: &Str, request: &Request) -> Result<Value> {
    let point = request.text("decimal");
    if point.as_ref().is_some_and(|point| point.len() != 1) {
        return Err(cx.throw_value_error("filter_var(): \"decimal\" option must be one character long"));
    }
    let thousand = request.text("thousand").map_or(b"',.".to_vec(), |text| text.to_vec());
    let point = point.map_or(b'.', |point| point[0]);
    let found = validate::float(text, request.flags, point, &thousand.into_iter().filter(|byte| *byte != point).collect::<Vec<u8>>());
    let bound = |name: &str| {
        let value = request.option(name)?;
        value.as_float().or(value.as_int().map(|number| number as f64)).or_else(|| value.as_str().map(|text| convert::str_to_float(text)))
    };
    let (min, max) = (bound("min_range"), bound("max_range"));
    let good = found.filter(|number| min.is_none_or(|min| *number >= min) && max.is_none_or(|max| *number <= max));
    Ok(good.map_or_else(|| request.failure(), Value::float))
}

fn url(cx: &mut Cx, text: &Str, flags: i64) -> Result<bool> {
    if sanitize::url(text).len() != text.len() {
        return Ok(false);
    }
    let parts = calls::call_value(cx, &Value::string("parse_url"), vec![text.clone().into()])?;
    let Some(parts) = parts.as_array() else { return Ok(false) };
    let part = |name: &str| parts.get_bytes(name.as_bytes()).and_then(|part| part.to_value().as_str().cloned());
    let Some(scheme) = part("scheme") else { return Ok(false) };
    let scheme = scheme.to_ascii_lowercase();
    if matches!(&scheme[..], b"http" | b"https") {
        let Some(host) = part("host") else { return Ok(false) };
        let six = host.strip_prefix(b"[").and_then(|host| host.strip_suffix(b"]"));
        let good = match six {
            Some(address) => validate::ip(address, FILTER_FLAG_IPV6),
            None => validate::domain(&host, true),
        };
        if !good {
            return Ok(false);
        }
    }
    if part("host").is_none() && !matches!(&scheme[..], b"mailto" | b"news" | b"file") {
        return Ok(false);
    }
    let plain = |name: &str| {
        let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:%".contains(byte);
        part(name).is_none_or(|text| text.iter().all(allowed))
    };
    let has_path = flags & FILTER_FLAG_PATH_REQUIRED == 0 || part("path").is_some();
    let has_query = flags & FILTER_FLAG_QUERY_REQUIRED == 0 || part("query").is_some();
    Ok(has_path && has_query && plain("user") && plain("pass"))
}

fn known(filter: i64) -> bool {
    filter == FILTER_CALLBACK || NAMES.iter().any(|(_, id)| *id == filter)
}

#[php_function("filter_var(mixed $value, int $filter = FILTER_DEFAULT, array|int $options = 0): mixed", ANY)]
fn filter_var(cx: &mut Cx, value: &Value, filter: i64, options: &Value) -> Result<Value> {
    if !known(filter) {
        warning(cx, format!("Unknown filter with ID {filter}"))?;
        return Ok(Value::FALSE);
    }
    deprecated(cx, filter)?;
    let request = request(cx, filter, options)?;
    apply(cx, value, &request)
}

fn deprecated(cx: &mut Cx, filter: i64) -> Result {
    if filter == FILTER_SANITIZE_STRING {
        phpc_core::diagnostics::deprecated(cx, "Constant FILTER_SANITIZE_STRING is deprecated")?;
    }
    Ok(())
}

fn filter_all(cx: &mut Cx, array: &Array, options: &Value, add_empty: bool) -> Result<Value> {
    let Some(definitions) = options.as_array() else {
        let request = Request { filter: options.as_int().unwrap_or(FILTER_DEFAULT), flags: FILTER_REQUIRE_ARRAY, options: None, callback: Value::NULL };
        return apply(cx, &array.clone().into(), &request);
    };
    let mut result = Array::new();
    let keys: Vec<(OwnedKey, Value)> = definitions.iter().map(|(key, value)| (OwnedKey::from(key), value.to_value().deref())).collect();
    for (key, definition) in keys {
        let OwnedKey::Str(name) = key else {
            return Err(cx.throw_type_error("filter_var_array(): Argument #2 ($options) must contain only string keys"));
        };
        if name.is_empty() {
            return Err(value_error(cx, 2, "cannot contain empty keys"));
        }
        let key = Key::Str(&name);
        let Some(value) = array.get(key).map(|value| value.to_value()) else {
            if add_empty {
                result.set(key, Value::NULL);
            }
            continue;
        };
        let filter = match definition.as_array() {
            Some(entry) => match entry.get_bytes(b"filter") {
                Some(filter) => convert::to_int(cx, &filter.to_value().deref())?,
                None => FILTER_DEFAULT,
            },
            None => convert::to_int(cx, &definition)?,
        };
        let options = if definition.as_array().is_some() { definition } else { Value::int(0) };
        let request = request(cx, filter, &options)?;
        let filtered = apply(cx, &value, &request)?;
        result.set(key, filtered);
    }
    Ok(result.into())
}

#[php_function("filter_var_array(array $array, array|int $options = FILTER_DEFAULT, bool $add_empty = true): array|false|null", ANY)]
fn filter_var_array(cx: &mut Cx, array: &Array, options: &Value, add_empty: bool) -> Result<Value> {
    filter_all(cx, array, options, add_empty)
}

/// A program that is no web server's has no input.
#[php_function("filter_has_var(int $input_type, string $var_name): bool", READS_GLOBAL)]
fn filter_has_var(_input_type: i64, _name: &Str) -> bool {
    false
}

#[php_function("filter_input(int $type, string $var_name, int $filter = FILTER_DEFAULT, array|int $options = 0): mixed", ANY)]
fn filter_input(cx: &mut Cx, _kind: i64, _name: &Str, filter: i64, options: &Value) -> Result<Value> {
    let request = request(cx, filter, options)?;
    if let Some(default) = request.option("default") {
        return Ok(default);
    }
    Ok(if request.flags & FILTER_NULL_ON_FAILURE != 0 { Value::FALSE } else { Value::NULL })
}

#[php_function("filter_input_array(int $type, array|int $options = FILTER_DEFAULT, bool $add_empty = true): array|false|null", READS_GLOBAL)]
fn filter_input_array(_kind: i64, _options: &Value, _add_empty: bool) -> Value {
    Value::NULL
}

#[php_function("filter_list(): array", PURE)]
fn filter_list() -> Array {
    NAMES.iter().map(|(name, _)| Value::string(name)).collect()
}

#[php_function("filter_id(string $name): int|false", PURE)]
fn filter_id(name: &Str) -> phpc_core::extension::OrFalse<i64> {
    phpc_core::extension::OrFalse(NAMES.iter().find(|(known, _)| known.as_bytes() == &**name).map(|entry| entry.1))
}
