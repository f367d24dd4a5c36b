//! `serialize`.

use crate::access::{self, Serialized};
use crate::prelude::*;
use std::collections::HashMap;

pub(crate) static FUNCTIONS: Functions = functions![serialize];

#[php_function("serialize(mixed $value): string")]
fn serialize(cx: &mut Cx, value: &Value) -> Result<Str> {
    let mut writer = Writer { out: Str::empty(), count: 0, seen: HashMap::new(), held: Vec::new() };
    writer.value(cx, value)?;
    Ok(writer.out)
}

struct Writer {
    out: Str,
    /// Values written, references and objects included.
    count: i64,
    /// Objects and references by address, and their numbers.
    seen: HashMap<usize, i64>,
    /// What user code made stays alive, so that addresses stay unique.
    held: Vec<Value>,
}

impl Writer {
    /// The number under which the value was written before.
    fn number(&mut self, value: &Value) -> Option<i64> {
        self.count += 1;
        let is_reference = value.is_reference();
        let plain;
        let counted = match value.as_reference() {
            // References to objects are the objects.
            Some(cell) => {
                plain = cell.get();
                if plain.as_object().is_some() { &plain } else { value }
            }
            None => value,
        };
        let address = match counted.view() {
            View::Object(object) => object.as_ptr() as usize,
            View::Reference(cell) => cell.as_ptr() as usize,
            _ => return None,
        };
        if let Some(&known) = self.seen.get(&address) {
            if is_reference {
                self.count -= 1;
            }
            return Some(known);
        }
        self.seen.insert(address, self.count);
        self.held.push(counted.clone());
        None
    }

    fn value(&mut self, cx: &mut Cx, value: &Value) -> Result {
        if let Some(number) = self.number(value) {
            let letter = if value.is_reference() { "R" } else { "r" };
            self.out.push(format!("{letter}:{number};").as_bytes());
            return Ok(());
        }
        self.content(cx, &value.deref())
    }

    fn content(&mut self, cx: &mut Cx, value: &Value) -> Result {
        match value.view() {
            View::Undef | View::Null => self.out.push(b"N;"),
            View::Bool(value) => self.out.push(if value { b"b:1;" } else { b"b:0;" }),
            View::Int(int) => {
                self.out.push(b"i:");
                convert::append_int(&mut self.out, int);
                self.out.push(b";");
            }
            View::Float(float) => {
                self.out.push(b"d:");
                self.out.push(&convert::float_repr(float));
                self.out.push(b";");
            }
            View::Str(text) => self.string(text),
            View::Array(array) => {
                self.out.push(format!("a:{}:{{", array.len()).as_bytes());
                self.elements(cx, array, false)?;
                self.out.push(b"}");
            }
            View::Object(object) => self.object(cx, object)?,
            View::Resource(_) => self.out.push(b"i:0;"),
            View::Reference(cell) => self.content(cx, &cell.get())?,
        }
        Ok(())
    }

    fn string(&mut self, text: &[u8]) {
        self.out.push(format!("s:{}:\"", text.len()).as_bytes());
        self.out.push(text);
        self.out.push(b"\";");
    }

    fn elements(&mut self, cx: &mut Cx, array: &Array, are_properties: bool) -> Result {
        for (key, value) in array.iter_raw() {
            match key {
                Key::Int(int) if are_properties => self.string(&convert::int_to_str(int)),
                Key::Int(int) => self.out.push(format!("i:{int};").as_bytes()),
                Key::Str(key) => self.string(key),
            }
            // A reference that nothing else holds counts as a value, unless it may lead back here.
            match value.as_reference().map(|cell| (cell.count(), cell.get())) {
                Some((1, plain)) if plain.as_array().is_none() && plain.as_object().is_none() => self.value(cx, &plain)?,
                _ => self.value(cx, &value)?,
            }
        }
        Ok(())
    }

    fn object(&mut self, cx: &mut Cx, object: &Object) -> Result {
        let class = phpc_core::hooks::class_name(object);
        if let Some(case) = access::enum_case(object) {
            let text = Str::concat(&[&class, b":", &case]);
            self.out.push(format!("E:{}:\"", text.len()).as_bytes());
            self.out.push(&text);
            self.out.push(b"\";");
            return Ok(());
        }
        match access::serialized(cx, object)? {
            Serialized::Null => self.out.push(b"N;"),
            Serialized::Text(text) => {
                self.head(b"C", &class, text.len());
                self.out.push(&text);
                self.out.push(b"}");
            }
            Serialized::Data(data) => self.members(cx, &class, data, false)?,
            Serialized::Properties(properties) => self.members(cx, &class, properties, true)?,
        }
        Ok(())
    }

    fn members(&mut self, cx: &mut Cx, class: &[u8], members: Array, are_properties: bool) -> Result {
        self.head(b"O", class, members.len());
        self.held.push(members.clone().into());
        self.elements(cx, &members, are_properties)?;
        self.out.push(b"}");
        Ok(())
    }

    fn head(&mut self, letter: &[u8], class: &[u8], count: usize) {
        self.out.push(letter);
        self.out.push(format!(":{}:\"", class.len()).as_bytes());
        self.out.push(class);
        self.out.push(format!("\":{count}:{{").as_bytes());
    }
}
