//! `print_r`.

use super::{Inside, unmangle};
use crate::access;
use crate::prelude::*;
use phpc_core::engine::output;

pub(crate) static FUNCTIONS: Functions = functions![print_r];

#[php_function("print_r(mixed $value, bool $return = false): string|true")]
fn print_r(cx: &mut Cx, value: &Value, return_: bool) -> Result<Value> {
    let text = text(cx, value)?;
    if return_ {
        return Ok(text.into());
    }
    output::write(cx, &text);
    cx.check()?;
    Ok(Value::TRUE)
}

/// The text that `print_r` gives.
fn text(cx: &mut Cx, value: &Value) -> Result<Str> {
    let mut print = Print { out: Str::empty(), inside: Inside::default() };
    print.value(cx, value, 0)?;
    Ok(print.out)
}

struct Print {
    out: Str,
    inside: Inside,
}

impl Print {
    fn indent(&mut self, depth: usize) {
        self.out.push(&vec![b' '; depth]);
    }

    fn value(&mut self, cx: &mut Cx, value: &Value, depth: usize) -> Result {
        match value.view() {
            View::Array(array) => {
                self.out.push(b"Array\n");
                if !self.inside.enter(Inside::array(array)) {
                    self.out.push(b" *RECURSION*");
                    return Ok(());
                }
                self.open(depth);
                for (key, element) in array.iter() {
                    self.indent(depth + 4);
                    self.out.push(b"[");
                    match key {
                        Key::Int(int) => convert::append_int(&mut self.out, int),
                        Key::Str(key) => self.out.push(key),
                    }
                    self.element(cx, &element, depth)?;
                }
                self.inside.leave();
                self.close(depth);
            }
            View::Object(object) => self.object(cx, object, depth)?,
            View::Reference(cell) => self.value(cx, &cell.get(), depth)?,
            _ => {
                let text = convert::to_str(cx, value)?;
                self.out.push(&text);
            }
        }
        Ok(())
    }

    fn open(&mut self, depth: usize) {
        self.indent(depth);
        self.out.push(b"(\n");
    }
    fn close(&mut self, depth: usize) {
        self.indent(depth);
        self.out.push(b")\n");
    }
    fn element(&mut self, cx: &mut Cx, value: &Value, depth: usize) -> Result {
        self.out.push(b"] => ");
        self.value(cx, value, depth + 8)?;
        self.out.push(b"\n");
        Ok(())
    }

    fn object(&mut self, cx: &mut Cx, object: &Object, depth: usize) -> Result {
        let class = phpc_core::hooks::class_name(object);
        let class = phpc_core::classes::display::visible_name(&class);
        self.out.push(&class);
        match access::enum_case(object) {
            None => self.out.push(b" Object\n"),
            Some(_) => {
                self.out.push(b" Enum");
                if object.slots() > 1 {
                    self.out.push(if object.slot(1).as_int().is_some() { b":int" } else { b":string" });
                }
                self.out.push(b"\n");
            }
        }
        if !self.inside.enter(Inside::object(object)) {
            self.out.push(b" *RECURSION*");
            return Ok(());
        }
        let shown = access::debug_view(cx, object)?;
        self.open(depth);
        for property in shown {
            let Some(value) = property.value else { continue };
            self.indent(depth + 4);
            self.out.push(b"[");
            match &property.name {
                OwnedKey::Int(int) => convert::append_int(&mut self.out, *int),
                OwnedKey::Str(name) => {
                    let (class, name) = unmangle(name);
                    self.out.push(name);
                    match class {
                        Some(b"*") => self.out.push(b":protected"),
                        Some(class) => {
                            self.out.push(b":");
                            self.out.push(class);
                            self.out.push(b":private");
                        }
                        None => {}
                    }
                }
            }
            self.element(cx, &value, depth)?;
        }
        self.inside.leave();
        self.close(depth);
        Ok(())
    }
}
