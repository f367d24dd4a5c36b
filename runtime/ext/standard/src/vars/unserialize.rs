//! `unserialize`.

use crate::access;
use crate::prelude::*;
use phpc_core::engine::ini;

pub(crate) static FUNCTIONS: Functions = functions![unserialize];

#[php_function("unserialize(string $data, array $options = []): mixed")]
fn unserialize(cx: &mut Cx, data: &Str, options: &Array) -> Result<Value> {
    let allowed = allowed_classes(cx, options)?;
    let mut depth_limit = ini::int("unserialize_max_depth");
    if let Some(limit) = options.get_bytes(b"max_depth") {
        match limit.as_int() {
            Some(limit) if limit >= 0 => depth_limit = limit,
            Some(_) => return Err(cx.throw_value_error("unserialize(): Option \"max_depth\" must be greater than or equal to 0")),
            None => {
                let message = format!("unserialize(): Option \"max_depth\" must be of type int, {} given", convert::value_name(&limit));
                return Err(cx.throw_type_error(message));
            }
        }
    }
    let mut reader = Reader { text: data, at: 0, slots: Vec::new(), later: Vec::new(), allowed, depth: 0, depth_limit, error_at: None };
    let value = reader.value(cx)?;
    let failed = value.is_none();
    let later = std::mem::take(&mut reader.later);
    let (at, length) = (reader.at, data.len());
    let depth_error = reader.depth < 0;
    // `__unserialize` and `__wakeup` run when everything is there, innermost first.
    for call in later {
        if failed {
            call.object().suppress_destructor();
            continue;
        }
        access::wake_up(cx, call)?;
    }
    match value {
        Some(value) => {
            if at < length {
                warning(cx, "Extra data starting at offset ".to_string() + &format!("{at} of {length} bytes"))?;
            }
            Ok(value.deref())
        }
        None => {
            if !depth_error {
                warning(cx, format!("Error at offset {at} of {length} bytes")).or_else(|thrown| Err(thrown))?;
            }
            Ok(Value::FALSE)
        }
    }
}

enum Allowed {
    All,
    Only(Vec<Vec<u8>>),
}

fn allowed_classes(cx: &mut Cx, options: &Array) -> Result<Allowed> {
    let Some(option) = options.get_bytes(b"allowed_classes") else { return Ok(Allowed::All) };
    match option.view() {
        View::Bool(true) => Ok(Allowed::All),
        View::Bool(false) => Ok(Allowed::Only(Vec::new())),
        View::Array(names) => {
            let mut all = Vec::new();
            for name in names.values() {
                all.push(convert::to_str(cx, &name)?.to_ascii_lowercase());
            }
            Ok(Allowed::Only(all))
        }
        _ => {
            let message =
                format!("unserialize(): Option \"allowed_classes\" must be of type array|bool, {} given", convert::value_name(&option));
            Err(cx.throw_type_error(message))
        }
    }
}

/// A call that waits for the end.
pub(crate) enum Later {
    WakeUp(Object),
    Unserialize(Object, Array),
}

impl Later {
    fn object(&self) -> &Object {
        match self {
            Later::WakeUp(object) | Later::Unserialize(object, _) => object,
        }
    }
}

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    /// The values so far, for `r:` and `R:`: the place of each, as far as it can be shared.
    slots: Vec<Slot>,
    later: Vec<Later>,
    allowed: Allowed,
    depth: i64,
    depth_limit: i64,
    /// Where the text is broken, if not at the start of the innermost value.
    error_at: Option<usize>,
}

/// A numbered value.
enum Slot {
    /// A reference that stands at its place until the end; alone, it is a plain value again.
    Cell(Reference),
}

/// None: the text is broken at `at`.
type Read = Result<Option<Value>>;

impl Reader<'_> {
    fn expect(&mut self, byte: u8) -> bool {
        let found = self.text.get(self.at) == Some(&byte);
        self.at += usize::from(found);
        found
    }

    fn number(&mut self) -> Option<i64> {
        let start = self.at;
        if matches!(self.text.get(self.at), Some(b'+' | b'-')) {
            self.at += 1;
        }
        while self.text.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        std::str::from_utf8(&self.text[start..self.at]).ok()?.parse().ok()
    }

    /// `len:"…"`, quotes included.
    fn counted(&mut self) -> Option<Str> {
        let start = self.at;
        let length = usize::try_from(self.number()?).ok()?;
        if !self.expect(b':') || !self.expect(b'"') {
            return None;
        }
        let Some(end) = self.at.checked_add(length).filter(|&end| end <= self.text.len()) else {
            self.error_at = Some(start);
            return None;
        };
        let text = Str::new(&self.text[self.at..end]);
        if self.text.get(end) != Some(&b'"') {
            self.error_at = Some(end);
            return None;
        }
        self.at = end + 1;
        Some(text)
    }

    /// A value in a numbered cell.
    fn value(&mut self, cx: &mut Cx) -> Read {
        let start = self.at;
        let read = self.item(cx, start)?;
        if read.is_none() {
            match self.error_at {
                Some(at) => self.at = at,
                None if !matches!(self.text.get(start), Some(b'a' | b'O' | b'C' | b'E')) => self.at = start,
                None => {}
            }
        }
        Ok(read)
    }

    fn new_cell(&mut self, value: Value) -> Value {
        let cell = Reference::new(value);
        self.slots.push(Slot::Cell(cell.clone()));
        cell.into()
    }

    fn item(&mut self, cx: &mut Cx, start: usize) -> Read {
        let Some(&letter) = self.text.get(self.at) else { return Ok(None) };
        if letter == b'N' {
            self.at += 1;
            return Ok(self.expect(b';').then(|| self.new_cell(Value::NULL)));
        }
        if self.text.get(self.at + 1) != Some(&b':') {
            return Ok(None);
        }
        self.at += 2;
        match letter {
            b'b' => {
                let bit = self.text.get(self.at).copied();
                self.at += 1;
                let ok = matches!(bit, Some(b'0' | b'1')) && self.expect(b';');
                Ok(ok.then(|| self.new_cell(Value::bool(bit == Some(b'1')))))
            }
            b'i' => {
                let int = self.number();
                let ok = self.expect(b';');
                Ok(int.filter(|_| ok).map(|int| self.new_cell(Value::int(int))))
            }
            b'd' => Ok(self.float().map(|float| self.new_cell(Value::float(float)))),
            b's' => {
                let Some(text) = self.counted() else { return Ok(None) };
                if !self.expect(b';') {
                    self.error_at = Some(self.at + 1);
                    return Ok(None);
                }
                Ok(Some(self.new_cell(text.into())))
            }
            b'r' | b'R' => {
                let number = self.number();
                if !self.expect(b';') {
                    return Ok(None);
                }
                let Some(Slot::Cell(cell)) = number.and_then(|number| self.slots.get(usize::try_from(number - 1).ok()?)) else {
                    self.at = start;
                    return Ok(None);
                };
                let cell = cell.clone();
                if letter == b'R' {
                    return Ok(Some(cell.into()));
                }
                let value = cell.get();
                if value.as_object().is_none() {
                    self.error_at = Some(self.at);
                    return Ok(None);
                }
                Ok(Some(self.new_cell(value)))
            }
            b'a' => self.array(cx),
            b'O' => self.object(cx),
            b'C' => self.custom(cx),
            b'E' => self.case(cx),
            _ => Ok(None),
        }
    }

    fn float(&mut self) -> Option<f64> {
        let end = self.at + memchr::memchr(b';', &self.text[self.at..])?;
        let text = std::str::from_utf8(&self.text[self.at..end]).ok()?;
        let value = match text {
            "INF" => f64::INFINITY,
            "-INF" => f64::NEG_INFINITY,
            "NAN" => f64::NAN,
            _ => convert::float_prefix(text.as_bytes()).filter(|(_, length)| *length == text.len())?.0,
        };
        self.at = end + 1;
        Some(value)
    }

    fn enter(&mut self, cx: &mut Cx) -> Result<bool> {
        self.depth += 1;
        if self.depth_limit > 0 && self.depth > self.depth_limit {
            let limit = self.depth_limit;
            warning(
                cx,
                format!(
                    "Maximum depth of {limit} exceeded. The depth limit can be changed using the max_depth unserialize() option or \
                     the unserialize_max_depth ini setting"
                ),
            )?;
            return Ok(false);
        }
        Ok(true)
    }

    /// `count:{ key value … }` of an array or object: None if broken.
    fn elements(&mut self, cx: &mut Cx, count: i64, target: &mut dyn FnMut(OwnedKey, Value)) -> Result<bool> {
        if !self.enter(cx)? {
            return Ok(false);
        }
        for _ in 0..count {
            let key = match self.text.get(self.at) {
                Some(b'i') if self.text.get(self.at + 1) == Some(&b':') => {
                    self.at += 2;
                    let int = self.number();
                    match int {
                        Some(int) if self.expect(b';') => OwnedKey::Int(int),
                        _ => return Ok(false),
                    }
                }
                Some(b's') if self.text.get(self.at + 1) == Some(&b':') => {
                    self.at += 2;
                    let text = self.counted();
                    match text {
                        Some(text) if self.expect(b';') => OwnedKey::from(text),
                        _ => return Ok(false),
                    }
                }
                _ => return Ok(false),
            };
            let Some(value) = self.value(cx)? else { return Ok(false) };
            target(key, value);
        }
        self.depth -= 1;
        Ok(true)
    }

    fn array(&mut self, cx: &mut Cx) -> Read {
        let Some(count) = self.number().filter(|count| (0..=self.text.len() as i64).contains(count)) else { return Ok(None) };
        if !self.expect(b':') || !self.expect(b'{') {
            return Ok(None);
        }
        let cell = Reference::new(Value::NULL);
        self.slots.push(Slot::Cell(cell.clone()));
        let mut array = Array::new();
        if !self.elements(cx, count, &mut |key, value| array.set(key.as_key(), value))? {
            return Ok(None);
        }
        if !self.expect(b'}') {
            return Ok(None);
        }
        cell.set(array.into());
        Ok(Some(cell.into()))
    }

    /// The class, loaded if need be; `__PHP_Incomplete_Class` if there is none or it is not allowed.
    fn class(&mut self, cx: &mut Cx, name: &Str) -> Result<access::Named> {
        let allowed = match &self.allowed {
            Allowed::All => true,
            Allowed::Only(names) => names.contains(&name.to_ascii_lowercase()),
        };
        access::class_to_unserialize(cx, name, allowed)
    }

    fn object(&mut self, cx: &mut Cx) -> Read {
        let Some(name) = self.counted() else { return Ok(None) };
        if !self.expect(b':') {
            return Ok(None);
        }
        let Some(count) = self.number().filter(|count| (0..=self.text.len() as i64).contains(count)) else { return Ok(None) };
        if !self.expect(b':') || !self.expect(b'{') {
            return Ok(None);
        }
        let class = self.class(cx, &name)?;
        let object = access::create_unserialized(cx, &class, &name)?;
        let cell = Reference::new(object.clone().into());
        self.slots.push(Slot::Cell(cell.clone()));
        let mut properties = Array::new();
        let read = self.elements(cx, count, &mut |key, value| properties.set(key.as_key(), value))?;
        if !read || !self.expect(b'}') {
            object.suppress_destructor();
            return Ok(None);
        }
        if access::has_unserialize(&object) {
            self.later.push(Later::Unserialize(object, properties));
        } else {
            access::set_properties(cx, &object, &properties)?;
            if access::has_wakeup(&object) {
                self.later.push(Later::WakeUp(object));
            }
        }
        Ok(Some(cell.into()))
    }

    fn custom(&mut self, cx: &mut Cx) -> Read {
        let Some(name) = self.counted() else { return Ok(None) };
        if !self.expect(b':') {
            return Ok(None);
        }
        let Some(length) = self.number().and_then(|length| usize::try_from(length).ok()) else { return Ok(None) };
        if !self.expect(b':') || !self.expect(b'{') {
            return Ok(None);
        }
        let Some(end) = self.at.checked_add(length).filter(|&end| self.text.get(end) == Some(&b'}')) else { return Ok(None) };
        let data = Str::new(&self.text[self.at..end]);
        let class = self.class(cx, &name)?;
        let object = access::create_unserialized(cx, &class, &name)?;
        let cell = Reference::new(object.clone().into());
        self.slots.push(Slot::Cell(cell.clone()));
        if !access::call_unserialize_text(cx, &object, data)? {
            warning(cx, [b"Class ", &name[..], b" has no unserializer"].concat())?;
            return Ok(None);
        }
        self.at = end + 1;
        Ok(Some(cell.into()))
    }

    fn case(&mut self, cx: &mut Cx) -> Read {
        let start = self.at - 2;
        let Some(text) = self.counted() else { return Ok(None) };
        let Some(colon) = memchr::memchr(b':', &text) else {
            warning(cx, [b"Invalid enum name '", &text[..], b"' (missing colon)"].concat())?;
            return Ok(None);
        };
        if !self.expect(b';') {
            return Ok(None);
        }
        match access::enum_case_by_name(cx, &text[..colon], &text[colon + 1..])? {
            Ok(case) => Ok(Some(self.new_cell(case))),
            Err(problem) => {
                self.at = start;
                warning(cx, problem)?;
                Ok(None)
            }
        }
    }
}
