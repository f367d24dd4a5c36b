//! Traces as arrays (`debug_backtrace`, `getTrace`) and as text (`getTraceAsString`).

use super::{Frame, FrameKind};
use crate::classes::FuncRef;
use crate::classes::display::class_name;
use crate::convert;
use crate::engine::ini;
use crate::global::Global;
use crate::hooks::Position;
use crate::{Array, Cx, Key, Object, Result, Str, Value, View, diagnostics};

/// What a trace contains.
#[derive(Clone, Copy, Default)]
pub struct Options {
    pub with_objects: bool,
    pub with_args: bool,
    /// 0: all.
    pub limit: usize,
    /// Calls to leave out at the top.
    pub skip: usize,
}

/// `zend.exception_ignore_args` is off.
pub fn keeps_args() -> bool {
    /// The answer for a generation of the settings.
    static KNOWN: Global<Option<(u32, bool)>> = Global::new(None);
    if let Some((generation, keeps)) = KNOWN.get()
        && generation == ini::generation()
    {
        return keeps;
    }
    let keeps = !matches!(&*ini::text("zend.exception_ignore_args"), b"1" | b"On" | b"on");
    KNOWN.set(Some((ini::generation(), keeps)));
    keeps
}

const INCLUDE_NAMES: [&str; 5] = ["include", "include_once", "require", "require_once", "eval"];

/// The calls in progress, innermost first.
pub fn build(options: Options) -> Array {
    build_here(options).1
}

/// The same, with the position of the running PHP code.
pub fn build_here(options: Options) -> (Position, Array) {
    let mut frames = super::walk().filter(|frame| !frame.is_expression());
    let mut trace = Array::new();
    let mut skip = options.skip;
    let mut position: Option<Position> = None;
    let mut next = frames.next();
    while let Some(frame) = next {
        next = frames.next();
        if position.is_none() && frame.is_user() {
            position = Some(Position { file: frame.file(), line: frame.line });
        }
        if frame.kind == FrameKind::Main {
            continue;
        }
        if skip > 0 {
            skip -= 1;
            continue;
        }
        if options.limit > 0 && trace.len() == options.limit {
            break;
        }
        let entry = entry(&frame, next.as_ref(), options).into();
        match trace.is_empty() {
            true => trace = Array::list_from(entry, 3),
            false => _ = trace.push(entry),
        }
    }
    (position.unwrap_or_default(), trace)
}

const NAMES: [&str; 7] = ["file", "line", "function", "class", "object", "type", "args"];
const FILE: usize = 0;
const LINE: usize = 1;
const FUNCTION: usize = 2;
const CLASS: usize = 3;
const OBJECT: usize = 4;
const TYPE: usize = 5;
const ARGS: usize = 6;

/// Stores under one of [`NAMES`].
fn put(entry: &mut Array, name: usize, value: impl Into<Value>) {
    static KEYS: Global<Option<[Str; 7]>> = Global::new(None);
    let key = KEYS.with(|keys| keys.get_or_insert_with(|| NAMES.map(|name| Str::intern(name.as_bytes())))[name].clone());
    entry.insert(Key::Str(&key), value.into());
}

/// Position and name.
fn outer_entry(frame: &Frame, caller: Option<&Frame>, options: Options) -> Array {
    let mut entry = Array::hash_with_capacity(8);
    if let Some(caller) = caller.filter(|caller| caller.is_user()) {
        put(&mut entry, FILE, caller.file());
        put(&mut entry, LINE, Value::int(i64::from(caller.line)));
    }
    if let Some((kind, path)) = frame.include() {
        let kind = kind as usize;
        if kind != 4 && options.with_args {
            let mut args = Array::new();
            args.push(path);
            put(&mut entry, ARGS, args);
        }
        put(&mut entry, FUNCTION, INCLUDE_NAMES.get(kind).copied().unwrap_or("include"));
        return entry;
    }
    let Some(func) = frame.func else { return entry };
    put(&mut entry, FUNCTION, func.name.str());
    entry
}

fn entry(frame: &Frame, caller: Option<&Frame>, options: Options) -> Array {
    let Some(func) = frame.func.filter(|_| frame.kind != FrameKind::Include) else { return outer_entry(frame, caller, options) };
    let this = if func.class.is_some() { frame.this() } else { None };
    let by_object = this.is_some() && !func.is_static();
    let mut entry = match this.filter(|_| options.with_objects) {
        Some(this) => bare_entry(frame, caller, func, Some(this), by_object, options),
        None => common_entry(frame, caller, func, by_object, options),
    };
    if options.with_args {
        // They come last.
        entry.set_at(entry.used() - 1, arguments(frame, func).into());
    }
    entry
}

/// With null for the arguments.
fn bare_entry(
    frame: &Frame, caller: Option<&Frame>, func: FuncRef, object: Option<Object>, by_object: bool, options: Options,
) -> Array {
    let mut entry = outer_entry(frame, caller, options);
    if let Some(class) = func.class {
        put(&mut entry, CLASS, class.name.str());
        if let Some(object) = object {
            put(&mut entry, OBJECT, object);
        }
        put(&mut entry, TYPE, if by_object { "->" } else { "::" });
    }
    if options.with_args {
        put(&mut entry, ARGS, Value::NULL);
    }
    entry
}

fn arguments(frame: &Frame, func: FuncRef) -> Array {
    let sensitive = func.params.iter().any(|param| param.is_sensitive());
    if !sensitive && let Some(args) = frame.listed_args() {
        return args;
    }
    let mut args = Array::new();
    for (number, value) in frame.args().into_iter().enumerate() {
        let hidden = func.param(number).is_some_and(|param| param.is_sensitive());
        args.push(if hidden { crate::behaviour::marker::sensitive(value) } else { value });
    }
    for (name, value) in frame.named_args() {
        let hidden = func.params.last().is_some_and(|param| param.is_sensitive());
        args.set_str(&name, if hidden { crate::behaviour::marker::sensitive(value) } else { value });
    }
    args
}

/// What an entry with null for the arguments and without object depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    func: usize,
    /// The caller's unit; 0: it is no PHP code.
    unit: usize,
    line: u32,
    by_object: bool,
    with_args: bool,
}

/// Entries made before, with null for the arguments: exceptions are mostly made in the same places.
static MADE: Global<Vec<Option<(Place, Array)>>> = Global::new(Vec::new());
const MADE_ENTRIES: usize = 256;

/// At the end of the program.
pub(crate) fn clear() {
    drop(MADE.replace(Vec::new()));
}

fn common_entry(frame: &Frame, caller: Option<&Frame>, func: FuncRef, by_object: bool, options: Options) -> Array {
    let caller_at = caller.filter(|caller| caller.is_user());
    let place = Place {
        func: std::ptr::from_ref(func) as usize,
        unit: caller_at.and_then(|caller| caller.unit).map_or(0, |unit| std::ptr::from_ref(unit) as usize),
        line: caller_at.map_or(0, |caller| caller.line),
        by_object,
        with_args: options.with_args,
    };
    let make = || bare_entry(frame, caller, func, None, by_object, options);
    if caller_at.is_some() && place.unit == 0 {
        return make();
    }
    let number = (place.func >> 4 ^ place.func >> 12 ^ place.line as usize) % MADE_ENTRIES;
    let known = MADE.with(|made| match made.get(number) {
        Some(Some((known, entry))) if *known == place => Some(entry.clone()),
        _ => None,
    });
    known.unwrap_or_else(|| {
        let entry = make();
        let old = MADE.with(|made| {
            made.resize_with(MADE_ENTRIES, || None);
            made[number].replace((place, entry.clone()))
        });
        drop(old);
        entry
    })
}

/// A trace's text.
pub fn trace_text(cx: &mut Cx, trace: &Value, with_main: bool) -> Result<Str> {
    let mut text = Vec::new();
    let mut number = 0;
    if let Some(trace) = trace.as_array() {
        for (key, frame) in trace.iter() {
            match frame.as_array() {
                Some(frame) => {
                    append_entry(cx, &mut text, frame, number)?;
                    number += 1;
                }
                None => {
                    let key = convert::to_str(cx, &key.to_value())?;
                    diagnostics::warning(cx, crate::message!("Expected array for frame ", &*key))?;
                }
            }
        }
    }
    if with_main {
        text.extend_from_slice(format!("#{number} {{main}}").as_bytes());
    }
    Ok(Str::new(&text))
}

fn append_entry(cx: &mut Cx, text: &mut Vec<u8>, frame: &Array, number: usize) -> Result {
    text.extend_from_slice(format!("#{number} ").as_bytes());
    match frame.get_bytes(b"file").map(|file| file.to_value()) {
        Some(file) => match file.as_str() {
            Some(file) => {
                let line = frame.get_bytes(b"line").and_then(|line| line.as_int()).unwrap_or(0);
                text.extend_from_slice(file);
                text.extend_from_slice(format!("({line}): ").as_bytes());
            }
            None => {
                diagnostics::warning(cx, "File name is not a string")?;
                text.extend_from_slice(b"[unknown file]: ");
            }
        },
        None => text.extend_from_slice(b"[internal function]: "),
    }
    for key in [&b"class"[..], b"type", b"function"] {
        if let Some(part) = frame.get_bytes(key).map(|part| part.to_value()) {
            match part.as_str() {
                // The path in an anonymous class's name is not shown.
                Some(part) => text.extend_from_slice(crate::classes::display::visible_name(part)),
                None => {
                    let warning = crate::message!("Value for ", key, " is not a string");
                    diagnostics::warning(cx, warning)?;
                    text.extend_from_slice(b"[unknown]");
                }
            }
        }
    }
    text.push(b'(');
    if let Some(args) = frame.get_bytes(b"args").map(|args| args.to_value()) {
        match args.as_array() {
            Some(args) => append_args(text, args),
            None => diagnostics::warning(cx, "args element is not an array")?,
        }
    }
    text.extend_from_slice(b")\n");
    Ok(())
}

fn append_args(text: &mut Vec<u8>, args: &Array) {
    for (number, (key, value)) in args.iter().enumerate() {
        if number > 0 {
            text.extend_from_slice(b", ");
        }
        if let crate::Key::Str(name) = key {
            text.extend_from_slice(name);
            text.extend_from_slice(b": ");
        }
        append_arg(text, &value);
    }
}

/// Longest string shown whole (`zend.exception_string_param_max_len`).
fn longest_string() -> usize {
    std::str::from_utf8(&ini::text("zend.exception_string_param_max_len")).ok().and_then(|text| text.parse().ok()).unwrap_or(15)
}

/// One argument, short.
pub fn append_arg(text: &mut Vec<u8>, value: &Value) {
    match value.view() {
        View::Undef | View::Null => text.extend_from_slice(b"NULL"),
        View::Bool(value) => text.extend_from_slice(if value { b"true" } else { b"false" }),
        View::Int(value) => text.extend_from_slice(value.to_string().as_bytes()),
        View::Float(value) => {
            let shown = convert::float_repr(value);
            let is_whole = shown.iter().all(|byte| byte.is_ascii_digit() || *byte == b'-');
            text.extend_from_slice(&shown);
            text.extend_from_slice(if is_whole { b".0" } else { b"" });
        }
        View::Str(string) => {
            let longest = longest_string();
            text.push(b'\'');
            append_escaped(text, &string[..string.len().min(longest)]);
            text.extend_from_slice(if string.len() > longest { b"...'" } else { b"'" });
        }
        View::Array(_) => text.extend_from_slice(b"Array"),
        View::Object(object) if object.class_ref().is_enum() => {
            text.extend_from_slice(&object.class_ref().name);
            text.extend_from_slice(b"::");
            if let Some(name) = object.slot(0).as_str() {
                text.extend_from_slice(name);
            }
        }
        View::Object(object) => {
            text.extend_from_slice(b"Object(");
            text.extend_from_slice(class_name(object.class_ref()));
            text.push(b')');
        }
        View::Resource(resource) => text.extend_from_slice(format!("Resource id #{}", resource.id()).as_bytes()),
        View::Reference(cell) => append_arg(text, &cell.get()),
    }
}

/// Control bytes as PHP writes them in traces.
fn append_escaped(text: &mut Vec<u8>, bytes: &[u8]) {
    for &byte in bytes {
        match byte {
            b'\n' => text.extend_from_slice(b"\\n"),
            b'\r' => text.extend_from_slice(b"\\r"),
            b'\t' => text.extend_from_slice(b"\\t"),
            0x0c => text.extend_from_slice(b"\\f"),
            0x0b => text.extend_from_slice(b"\\v"),
            b'\\' => text.extend_from_slice(b"\\\\"),
            0x1b => text.extend_from_slice(b"\\e"),
            0..32 | 127.. => text.extend_from_slice(format!("\\x{byte:02X}").as_bytes()),
            _ => text.push(byte),
        }
    }
}

/// `debug_print_backtrace`.
pub fn print_text(cx: &mut Cx, options: Options) -> Result<Str> {
    let trace = build(options).into();
    trace_text(cx, &trace, false)
}

