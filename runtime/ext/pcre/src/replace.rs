//! `preg_replace`, `preg_filter`, `preg_replace_callback`, `preg_replace_callback_array`.

use crate::cache;
use crate::captures::{self, Form};
use crate::matching::store;
use crate::pattern::{Matcher, Pattern};
use crate::scan::{Go, each_match};
use phpc_core::calls::{self, Callable, callable};
use phpc_core::classes::builtin::BuiltinFunction;
use phpc_core::extension::type_error;
use phpc_core::{Array, Cx, Key, OwnedKey, Result, Str, Value, View, convert, functions};
use phpc_macros::php_function;
use std::rc::Rc;

pub(crate) static FUNCTIONS: &[&BuiltinFunction] = functions![preg_replace, preg_filter, preg_replace_callback, preg_replace_callback_array];

/// What stands for a match.
enum Replacement<'a> {
    Plain(&'a Str),
    Text(&'a Template),
    Call { callable: &'a Callable, form: Form },
}

/// A replacement text in pieces.
struct Template {
    pieces: Vec<Piece>,
}

enum Piece {
    Text(Str),
    Group(usize),
}

impl Template {
    fn new(text: &Str) -> Template {
        if is_plain(text) {
            return Template { pieces: vec![Piece::Text(text.clone())] };
        }
        let mut pieces = Vec::new();
        let mut plain: Vec<u8> = Vec::new();
        let mut at = 0;
        // The last byte taken as text; a backslash takes the meaning from what follows it.
        let mut last = 0;
        while at < text.len() {
            let byte = text[at];
            if byte == b'\\' || byte == b'$' {
                if last == b'\\' {
                    plain.pop();
                    plain.push(byte);
                    at += 1;
                    last = 0;
                    continue;
                }
                if let Some((group, length)) = group_reference(&text[at..]) {
                    if !plain.is_empty() {
                        pieces.push(Piece::Text(std::mem::take(&mut plain).into()));
                    }
                    pieces.push(Piece::Group(group));
                    at += length;
                    continue;
                }
            }
            plain.push(byte);
            at += 1;
            last = byte;
        }
        if !plain.is_empty() {
            pieces.push(Piece::Text(plain.into()));
        }
        Template { pieces }
    }

    fn append(&self, out: &mut Str, matcher: &Matcher, subject: &[u8], count: usize) {
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => out.push(text),
                Piece::Group(number) if *number < count => {
                    if let Some((from, to)) = matcher.group(*number) {
                        out.push(&subject[from..to]);
                    }
                }
                Piece::Group(_) => {}
            }
        }
    }
}

/// Does the replacement text name no groups?
fn is_plain(text: &Str) -> bool {
    !text.iter().any(|byte| matches!(byte, b'\\' | b'$'))
}

/// `\1`, `$1`, `${1}`, at most two digits: the group and how long the reference is.
fn group_reference(text: &[u8]) -> Option<(usize, usize)> {
    let braced = text.starts_with(b"${");
    let start = if braced { 2 } else { 1 };
    let digit = |at: usize| text.get(at).filter(|byte| byte.is_ascii_digit()).map(|byte| usize::from(byte - b'0'));
    let mut group = digit(start)?;
    let mut end = start + 1;
    if let Some(second) = digit(end) {
        group = group * 10 + second;
        end += 1;
    }
    if braced {
        if text.get(end) != Some(&b'}') {
            return None;
        }
        end += 1;
    }
    Some((group, end))
}

/// The subject with its matches replaced; None: the search failed.
fn replace_all(
    cx: &mut Cx,
    pattern: &Rc<Pattern>,
    subject: &Str,
    replacement: &Replacement,
    limit: i64,
    total: &mut i64,
) -> Result<Option<Str>> {
    let mut out = Str::empty();
    let mut copied = 0;
    let mut left = limit;
    let mut found = false;
    let mut matcher = pattern.matcher();
    let subject = subject.clone();
    let ok = each_match(cx, &mut matcher, &subject, 0, &mut |cx, matcher, count| {
        if left == 0 {
            return Ok(Go::Stop);
        }
        let Some((from, to)) = matcher.group(0) else { return Ok(Go::Stop) };
        *total += 1;
        if !found {
            found = true;
            out = Str::with_capacity(subject.len() + 32);
        }
        match replacement {
            Replacement::Plain(text) => {
                out.push(&subject[copied..from]);
                out.push(text);
            }
            Replacement::Text(template) => {
                out.push(&subject[copied..from]);
                template.append(&mut out, matcher, &subject, count);
            }
            Replacement::Call { callable, form } => {
                let groups = captures::all(matcher, &subject, count, *form);
                let result = calls::call_with(cx, callable, [groups.into()])?;
                let text = match result.as_str() {
                    Some(text) => text.clone(),
                    None => convert::to_str(cx, &result)?,
                };
                out.push(&subject[copied..from]);
                out.push(&text);
            }
        }
        copied = to;
        left -= 1;
        Ok(if left == 0 { Go::Stop } else { Go::On })
    })?;
    drop(matcher);
    if !ok {
        return Ok(None);
    }
    if !found {
        return Ok(Some(subject));
    }
    out.push(&subject[copied..]);
    // Room to spare is given back, as PHP does.
    Ok(Some(if out.capacity() > out.len() + 64 { Str::new(&out) } else { out }))
}

/// Patterns with what stands for their matches.
enum Job<'a> {
    Texts(Vec<(Str, Rc<Template>)>),
    Calls { patterns: Vec<Str>, callable: &'a Callable, form: Form },
}

impl Job<'_> {
    /// None: a pattern is wrong or a search failed.
    fn run(&self, cx: &mut Cx, subject: &Str, limit: i64, total: &mut i64) -> Result<Option<Str>> {
        let mut subject = subject.clone();
        match self {
            Job::Texts(pairs) => {
                for (regex, template) in pairs {
                    let Some(pattern) = cache::get(cx, regex)? else { return Ok(None) };
                    match replace_all(cx, &pattern, &subject, &Replacement::Text(template), limit, total)? {
                        Some(result) => subject = result,
                        None => return Ok(None),
                    }
                }
            }
            Job::Calls { patterns, callable, form } => {
                for regex in patterns {
                    let Some(pattern) = cache::get(cx, regex)? else { return Ok(None) };
                    let replacement = Replacement::Call { callable, form: *form };
                    match replace_all(cx, &pattern, &subject, &replacement, limit, total)? {
                        Some(result) => subject = result,
                        None => return Ok(None),
                    }
                }
            }
        }
        Ok(Some(subject))
    }

    /// One subject or an array of them; `filter`: only those where something was replaced.
    fn run_all(&self, cx: &mut Cx, subject: &Value, limit: i64, total: &mut i64, filter: bool) -> Result<Value> {
        let Some(subjects) = subject.as_array() else {
            let subject = subject.as_str().cloned().unwrap_or_default();
            let before = *total;
            let result = self.run(cx, &subject, limit, total)?;
            return Ok(result.filter(|_| !filter || *total > before).into());
        };
        let subjects = subjects.clone();
        let mut results = Array::with_capacity(subjects.len());
        for (key, subject) in subjects.iter() {
            let subject = convert::to_str(cx, &subject)?;
            let before = *total;
            if let Some(result) = self.run(cx, &subject, limit, total)?
                && (!filter || *total > before)
            {
                results.set(key, result.into());
            }
        }
        Ok(results.into())
    }
}

fn strings(cx: &mut Cx, value: &Value) -> Result<Vec<Str>> {
    match value.view() {
        View::Array(array) => {
            let array = array.clone();
            array.values().map(|value| convert::to_str(cx, &value)).collect()
        }
        View::Str(text) => Ok(vec![text.clone()]),
        _ => Ok(Vec::new()),
    }
}

fn replace(
    cx: &mut Cx, pattern: &Value, replacement: &Value, subject: &Value, limit: i64, count: &Value, filter: bool,
) -> Result<Value> {
    if replacement.as_array().is_some() && pattern.as_array().is_none() {
        return Err(type_error(cx, 1, "must be of type array when argument #2 ($replacement) is an array, string given"));
    }
    let mut total = 0;
    if let (View::Str(regex), View::Str(text), View::Str(subject)) = (pattern.view(), replacement.view(), subject.view()) {
        let Some(pattern) = cache::get(cx, regex)? else { return store(cx, count, Value::int(0)).map(|()| Value::NULL) };
        let result = if is_plain(text) {
            replace_all(cx, &pattern, subject, &Replacement::Plain(text), limit, &mut total)?
        } else {
            replace_all(cx, &pattern, subject, &Replacement::Text(&Template::new(text)), limit, &mut total)?
        };
        store(cx, count, Value::int(total))?;
        return Ok(result.filter(|_| !filter || total > 0).into());
    }
    let patterns = strings(cx, pattern)?;
    let pairs = if let Some(one) = replacement.as_str() {
        let template = Rc::new(Template::new(one));
        patterns.into_iter().map(|pattern| (pattern, template.clone())).collect()
    } else {
        let mut texts = strings(cx, replacement)?.into_iter();
        patterns.into_iter().map(|pattern| (pattern, Rc::new(Template::new(&texts.next().unwrap_or_default())))).collect()
    };
    let result = Job::Texts(pairs).run_all(cx, subject, limit, &mut total, filter)?;
    store(cx, count, Value::int(total))?;
    Ok(result)
}

#[php_function("preg_replace(array|string $pattern, array|string $replacement, array|string $subject, int $limit = -1, &$count = null): array|string|null")]
fn preg_replace(cx: &mut Cx, pattern: &Value, replacement: &Value, subject: &Value, limit: i64, count: &Value) -> Result<Value> {
    replace(cx, pattern, replacement, subject, limit, count, false)
}

#[php_function("preg_filter(array|string $pattern, array|string $replacement, array|string $subject, int $limit = -1, &$count = null): array|string|null")]
fn preg_filter(cx: &mut Cx, pattern: &Value, replacement: &Value, subject: &Value, limit: i64, count: &Value) -> Result<Value> {
    replace(cx, pattern, replacement, subject, limit, count, true)
}

#[php_function("preg_replace_callback(array|string $pattern, callable $callback, array|string $subject, int $limit = -1, &$count = null, int $flags = 0): array|string|null")]
fn preg_replace_callback(
    cx: &mut Cx, pattern: &Value, callback: &Value, subject: &Value, limit: i64, count: &Value, flags: i64,
) -> Result<Value> {
    let callable = match callable::resolve(cx, callback)? {
        Ok(callable) => callable,
        Err(_) => callable::resolve_for_call(cx, callback)?,
    };
    let job = Job::Calls { patterns: strings(cx, pattern)?, callable: &callable, form: Form::of(flags) };
    let mut total = 0;
    let result = job.run_all(cx, subject, limit, &mut total, false)?;
    store(cx, count, Value::int(total))?;
    Ok(result)
}

#[php_function("preg_replace_callback_array(array $pattern, array|string $subject, int $limit = -1, &$count = null, int $flags = 0): array|string|null")]
fn preg_replace_callback_array(cx: &mut Cx, pattern: &Array, subject: &Value, limit: i64, count: &Value, flags: i64) -> Result<Value> {
    let pattern = pattern.clone();
    let mut subject = subject.clone();
    let mut total = 0;
    for (key, callback) in pattern.iter() {
        let Ok(callable) = callable::resolve(cx, &callback)? else {
            return Err(type_error(cx, 1, "must contain only valid callbacks"));
        };
        let Key::Str(regex) = key else { return Err(type_error(cx, 1, "must contain only string patterns as keys")) };
        let OwnedKey::Str(regex) = OwnedKey::from(Key::Str(regex)) else { continue };
        let job = Job::Calls { patterns: vec![regex], callable: &callable, form: Form::of(flags) };
        subject = job.run_all(cx, &subject, limit, &mut total, false)?;
        if subject.is_null() {
            return Ok(Value::NULL);
        }
    }
    store(cx, count, Value::int(total))?;
    Ok(subject)
}
