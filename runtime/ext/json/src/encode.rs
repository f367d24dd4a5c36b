//! Values to JSON text.

use crate::state::*;
use phpc_core::behaviour::iteration;
use phpc_core::classes::table::class_table;
use phpc_core::convert::{self, Number};
use phpc_core::engine::ini;
use phpc_core::global::Global;
use phpc_core::{Array, Cx, Key, Object, Result, Str, Value, View, calls};

pub(crate) struct Encoder {
    pub(crate) out: Str,
    pub(crate) error: i64,
    flags: i64,
    max_depth: i64,
    depth: i64,
    /// Arrays that hold references or objects, being written: they could hold themselves.
    arrays: Vec<usize>,
}

/// Objects whose `jsonSerialize` result is being written, by any encoder.
static SERIALISED: Global<Vec<usize>> = Global::new(Vec::new());

/// False: something could not be encoded, and the error is noted.
type Done = Result<bool>;

const HEX: &[u8; 16] = b"0123456789abcdef";

/// Bytes that end a run copied as it is: controls, quotes, and what flags or UTF-8 decide about.
static SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = byte < 0x20 || byte >= 0x80 || matches!(byte as u8, b'"' | b'\\' | b'/' | b'<' | b'>' | b'&' | b'\'');
        byte += 1;
    }
    table
};

impl Encoder {
    pub(crate) fn new(flags: i64, max_depth: i64) -> Encoder {
        let out = Str::with_capacity(64);
        Encoder { out, error: JSON_ERROR_NONE, flags, max_depth, depth: 0, arrays: Vec::new() }
    }

    fn has(&self, flag: i64) -> bool {
        self.flags & flag != 0
    }

    /// Notes an error; with partial output the text stands for the value.
    fn fail(&mut self, error: i64, text: &[u8]) -> Done {
        self.error = error;
        if self.has(JSON_PARTIAL_OUTPUT_ON_ERROR) {
            self.out.push(text);
        }
        Ok(false)
    }

    pub(crate) fn value(&mut self, cx: &mut Cx, value: &Value) -> Done {
        match value.view() {
            View::Undef | View::Null => self.out.push(b"null"),
            View::Bool(true) => self.out.push(b"true"),
            View::Bool(false) => self.out.push(b"false"),
            View::Int(int) => convert::append_int(&mut self.out, int),
            View::Float(float) if float.is_finite() => self.float(float),
            View::Float(_) => {
                self.error = JSON_ERROR_INF_OR_NAN;
                self.out.push(b"0");
            }
            View::Str(text) => return self.string(text, self.has(JSON_NUMERIC_CHECK)),
            View::Array(array) => return self.array(cx, &array.clone()),
            View::Object(object) => return self.object(cx, &object.clone()),
            View::Reference(cell) => return self.value(cx, &cell.get()),
            View::Resource(_) => return self.fail(JSON_ERROR_UNSUPPORTED_TYPE, b"null"),
        }
        Ok(true)
    }

    fn float(&mut self, float: f64) {
        let start = self.out.len();
        convert::append_float(&mut self.out, float, ini::serialize_precision(), b'e');
        if self.has(JSON_PRESERVE_ZERO_FRACTION) && !self.out[start..].contains(&b'.') {
            self.out.push(b".0");
        }
    }

    // Strings.

    fn string(&mut self, text: &[u8], numeric_check: bool) -> Done {
        if numeric_check {
            match convert::parse_numeric(text) {
                Some(Number::Int(int)) => {
                    convert::append_int(&mut self.out, int);
                    return Ok(true);
                }
                Some(Number::Float(float)) if float.is_finite() => {
                    self.float(float);
                    return Ok(true);
                }
                _ => {}
            }
        }
        let start = self.out.len();
        self.out.reserve(start + text.len() + 2);
        self.out.push_byte(b'"');
        let mut rest = text;
        while let Some(run) = rest.iter().position(|&byte| SPECIAL[byte as usize]) {
            self.out.push(&rest[..run]);
            let byte = rest[run];
            if byte < 0x80 {
                self.ascii(byte);
                rest = &rest[run + 1..];
                continue;
            }
            match character(&rest[run..]) {
                Ok((code, length)) => {
                    let bytes = &rest[run..run + length];
                    let terminator = (0x2028..=0x2029).contains(&code);
                    if self.has(JSON_UNESCAPED_UNICODE) && (!terminator || self.has(JSON_UNESCAPED_LINE_TERMINATORS)) {
                        self.out.push(bytes);
                    } else {
                        self.escape_character(code);
                    }
                    rest = &rest[run + length..];
                }
                Err(length) => {
                    if self.has(JSON_INVALID_UTF8_SUBSTITUTE) && !self.has(JSON_INVALID_UTF8_IGNORE) {
                        let raw = self.has(JSON_UNESCAPED_UNICODE);
                        self.out.push(if raw { "\u{fffd}".as_bytes() } else { b"\\ufffd" });
                    } else if !self.has(JSON_INVALID_UTF8_IGNORE) {
                        self.out.truncate(start);
                        return self.fail(JSON_ERROR_UTF8, b"null");
                    }
                    rest = &rest[run + length..];
                }
            }
        }
        self.out.push(rest);
        self.out.push_byte(b'"');
        Ok(true)
    }

    fn ascii(&mut self, byte: u8) {
        let text: &[u8] = match byte {
            b'"' if self.has(JSON_HEX_QUOT) => b"\\u0022",
            b'"' => b"\\\"",
            b'\\' => b"\\\\",
            b'/' if self.has(JSON_UNESCAPED_SLASHES) => b"/",
            b'/' => b"\\/",
            8 => b"\\b",
            12 => b"\\f",
            b'\n' => b"\\n",
            b'\r' => b"\\r",
            b'\t' => b"\\t",
            b'<' if self.has(JSON_HEX_TAG) => b"\\u003C",
            b'>' if self.has(JSON_HEX_TAG) => b"\\u003E",
            b'&' if self.has(JSON_HEX_AMP) => b"\\u0026",
            b'\'' if self.has(JSON_HEX_APOS) => b"\\u0027",
            0..0x20 => return self.escape(u16::from(byte)),
            _ => return self.out.push_byte(byte),
        };
        self.out.push(text);
    }

    fn escape_character(&mut self, code: u32) {
        if code >= 0x10000 {
            let code = code - 0x10000;
            self.escape(0xd800 | (code >> 10) as u16);
            self.escape(0xdc00 | (code & 0x3ff) as u16);
        } else {
            self.escape(code as u16);
        }
    }

    fn escape(&mut self, unit: u16) {
        let digit = |shift: u16| HEX[(unit >> shift & 15) as usize];
        self.out.push(&[b'\\', b'u', digit(12), digit(8), digit(4), digit(0)]);
    }

    // Arrays and objects.

    fn newline(&mut self) {
        if self.has(JSON_PRETTY_PRINT) {
            self.out.push_byte(b'\n');
            for _ in 0..self.depth {
                self.out.push(b"    ");
            }
        }
    }

    /// Before an element.
    fn separate(&mut self, first: &mut bool) {
        if !std::mem::replace(first, false) {
            self.out.push_byte(b',');
        }
        self.newline();
    }

    fn open(&mut self, bracket: u8) {
        self.out.push_byte(bracket);
        self.depth += 1;
    }

    fn close(&mut self, bracket: u8, empty: bool) -> Done {
        if self.depth > self.max_depth {
            self.error = JSON_ERROR_DEPTH;
            if !self.has(JSON_PARTIAL_OUTPUT_ON_ERROR) {
                return Ok(false);
            }
        }
        self.depth -= 1;
        if !empty {
            self.newline();
        }
        self.out.push_byte(bracket);
        Ok(true)
    }

    fn key(&mut self, key: &[u8]) -> Result {
        if !self.string(key, false)? && self.has(JSON_PARTIAL_OUTPUT_ON_ERROR) {
            let length = self.out.len() - 4;
            self.out.truncate(length);
            self.out.push(b"\"\"");
        }
        self.colon();
        Ok(())
    }

    fn colon(&mut self) {
        self.out.push(if self.has(JSON_PRETTY_PRINT) { b": " } else { b":" });
    }

    /// Should writing go on?
    fn goes_on(&self, done: bool) -> bool {
        done || self.has(JSON_PARTIAL_OUTPUT_ON_ERROR)
    }

    fn array(&mut self, cx: &mut Cx, array: &Array) -> Done {
        phpc_core::calls::depth::check(cx)?;
        let watched = !array.is_inert();
        if watched {
            let address = array.as_ptr() as usize;
            if self.arrays.contains(&address) {
                self.error = JSON_ERROR_RECURSION;
                self.out.push(b"null");
                return Ok(false);
            }
            self.arrays.push(address);
        }
        let done = if array.is_list() && !self.has(JSON_FORCE_OBJECT) { self.list(cx, array) } else { self.map(cx, array) };
        if watched {
            self.arrays.pop();
        }
        done
    }

    fn list(&mut self, cx: &mut Cx, array: &Array) -> Done {
        self.open(b'[');
        let mut first = true;
        for value in array.values() {
            self.separate(&mut first);
            let done = self.value(cx, &value)?;
            if !self.goes_on(done) {
                return Ok(false);
            }
        }
        self.close(b']', first)
    }

    fn map(&mut self, cx: &mut Cx, array: &Array) -> Done {
        self.open(b'{');
        let mut first = true;
        if !self.members(cx, array, false, &mut first)? {
            return Ok(false);
        }
        self.close(b'}', first)
    }

    fn members(&mut self, cx: &mut Cx, array: &Array, are_properties: bool, first: &mut bool) -> Done {
        for (key, value) in array.iter() {
            match key {
                Key::Int(int) => {
                    self.separate(first);
                    self.out.push_byte(b'"');
                    convert::append_int(&mut self.out, int);
                    self.out.push_byte(b'"');
                    self.colon();
                }
                Key::Str(name) if are_properties && name.first() == Some(&0) => continue,
                Key::Str(name) => {
                    self.separate(first);
                    self.key(name)?;
                }
            }
            let done = self.value(cx, &value)?;
            if !self.goes_on(done) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn object(&mut self, cx: &mut Cx, object: &Object) -> Done {
        phpc_core::calls::depth::check(cx)?;
        let class = object.class_ref();
        if class.is_subclass_of(class_table().known("jsonserializable")) {
            return self.serializable(cx, object);
        }
        if class.is_enum() {
            return match object.slots() {
                0 | 1 => {
                    self.error = JSON_ERROR_NON_BACKED_ENUM;
                    self.out.push(b"0");
                    Ok(false)
                }
                _ => self.value(cx, &object.slot(1).into_plain()),
            };
        }
        self.properties(cx, object)
    }

    fn serializable(&mut self, cx: &mut Cx, object: &Object) -> Done {
        let address = object.as_ptr() as usize;
        if SERIALISED.with(|all| all.contains(&address)) {
            return self.fail(JSON_ERROR_RECURSION, b"null");
        }
        let depth = SERIALISED.with(|all| {
            all.push(address);
            all.len() - 1
        });
        let leave = || SERIALISED.with(|all| all.truncate(depth));
        let result = calls::call_method(cx, object, b"jsonserialize", Vec::new());
        let result = match result {
            Ok(result) => result,
            Err(thrown) => {
                leave();
                return Err(thrown);
            }
        };
        if result.as_object().is_some_and(|same| same.ptr_eq(object)) {
            leave();
            return self.properties(cx, object);
        }
        let done = self.value(cx, &result);
        leave();
        done
    }

    fn properties(&mut self, cx: &mut Cx, object: &Object) -> Done {
        if !object.enter() {
            self.error = JSON_ERROR_RECURSION;
            self.out.push(b"null");
            return Ok(false);
        }
        let done = self.properties_inside(cx, object);
        object.leave();
        done
    }

    fn properties_inside(&mut self, cx: &mut Cx, object: &Object) -> Done {
        self.open(b'{');
        let mut first = true;
        let class = object.class_ref();
        iteration::prepare(cx, object);
        let done = if class.hooked {
            self.visible(cx, object, &mut first)?
        } else if class.handlers.properties.is_some() {
            let all = iteration::mangled_properties(object);
            self.members(cx, &all, true, &mut first)?
        } else {
            self.declared(cx, object, &mut first)?
        };
        if !done {
            return Ok(false);
        }
        self.close(b'}', first)
    }

    fn declared(&mut self, cx: &mut Cx, object: &Object, first: &mut bool) -> Done {
        for property in object.class_ref().slots.iter().flatten() {
            let value = iteration::slot_value(object, property);
            if !property.is_public() || value.is_undef() {
                continue;
            }
            self.separate(first);
            self.key(property.name.bytes())?;
            let done = self.value(cx, &value)?;
            if !self.goes_on(done) {
                return Ok(false);
            }
        }
        match object.dynamic() {
            Some(dynamic) => self.members(cx, &dynamic, true, first),
            None => Ok(true),
        }
    }

    /// Properties of a class that has some with hooks.
    fn visible(&mut self, cx: &mut Cx, object: &Object, first: &mut bool) -> Done {
        for name in iteration::visible_property_names(cx, object, None)? {
            let Some(value) = iteration::iterated_property(cx, object, &name, None, false)? else { continue };
            self.separate(first);
            self.key(&name)?;
            let done = self.value(cx, &value)?;
            if !self.goes_on(done) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The first character of UTF-8 text and its length, or how many bytes are malformed.
fn character(text: &[u8]) -> std::result::Result<(u32, usize), usize> {
    let chunk = &text[..text.len().min(4)];
    let length = match text[0] {
        0..0x80 => 1,
        0xc2..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0..0xf5 => 4,
        _ => return Err(1),
    };
    if let Some(part) = chunk.get(..length)
        && let Ok(valid) = std::str::from_utf8(part)
        && let Some(found) = valid.chars().next()
    {
        return Ok((found as u32, length));
    }
    // As much as could have been one character: up to the next byte that may begin one.
    let leads = |at: usize| match chunk.get(at) {
        Some(&byte) => byte < 0x80 || (0xc2..0xf5).contains(&byte),
        None => true,
    };
    Err((1..length).find(|&at| leads(at)).unwrap_or(length))
}
