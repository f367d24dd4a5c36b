//! `var_export`.

use super::{Inside, unmangle};
use crate::access;
use crate::prelude::*;
use phpc_core::diagnostics;
use phpc_core::engine::output;

pub(crate) static FUNCTIONS: Functions = functions![var_export];

#[php_function("var_export(mixed $value, bool $return = false): ?string")]
fn var_export(cx: &mut Cx, value: &Value, return_: bool) -> Result<Value> {
    let mut export = Export { out: Str::empty(), inside: Inside::default() };
    export.value(cx, value, 1)?;
    if return_ {
        return Ok(export.out.into());
    }
    output::write(cx, &export.out);
    cx.check()?;
    Ok(Value::NULL)
}

struct Export {
    out: Str,
    inside: Inside,
}

impl Export {
    fn indent(&mut self, depth: usize) {
        self.out.push(&vec![b' '; depth]);
    }

    fn value(&mut self, cx: &mut Cx, value: &Value, level: usize) -> Result {
        match value.view() {
            View::Undef | View::Null | View::Resource(_) => self.out.push(b"NULL"),
            View::Bool(value) => self.out.push(if value { b"true" } else { b"false" }),
            View::Int(i64::MIN) => self.out.push(b"-9223372036854775807-1"),
            View::Int(int) => convert::append_int(&mut self.out, int),
            View::Float(float) => {
                let text = convert::float_repr(float);
                self.out.push(&text);
                if float.is_finite() && !text.iter().any(|byte| matches!(byte, b'.' | b'E' | b'e')) {
                    self.out.push(b".0");
                }
            }
            View::Str(text) => self.string(text),
            View::Reference(cell) => self.value(cx, &cell.get(), level)?,
            View::Array(array) => {
                if !self.inside.enter(Inside::array(array)) {
                    return self.ring(cx);
                }
                self.begin(level);
                self.out.push(b"array (\n");
                for (key, element) in array.iter() {
                    self.indent(level + 1);
                    match key {
                        Key::Int(int) => convert::append_int(&mut self.out, int),
                        Key::Str(key) => self.string(key),
                    }
                    self.out.push(b" => ");
                    self.value(cx, &element, level + 2)?;
                    self.out.push(b",\n");
                }
                self.inside.leave();
                if level > 1 {
                    self.indent(level - 1);
                }
                self.out.push(b")");
            }
            View::Object(object) => self.object(cx, object, level)?,
        }
        Ok(())
    }

    /// Nested arrays and objects begin on a line of their own.
    fn begin(&mut self, level: usize) {
        if level > 1 {
            self.out.push(b"\n");
            self.indent(level - 1);
        }
    }

    fn ring(&mut self, cx: &mut Cx) -> Result {
        self.out.push(b"NULL");
        diagnostics::warning(cx, "var_export does not handle circular references")
    }

    fn string(&mut self, text: &[u8]) {
        self.out.push(b"'");
        for &byte in text {
            match byte {
                b'\'' | b'\\' => self.out.push(&[b'\\', byte]),
                0 => self.out.push(b"' . \"\\0\" . '"),
                _ => self.out.push(&[byte]),
            }
        }
        self.out.push(b"'");
    }

    fn object(&mut self, cx: &mut Cx, object: &Object, level: usize) -> Result {
        if !self.inside.enter(Inside::object(object)) {
            return self.ring(cx);
        }
        self.begin(level);
        let class = phpc_core::hooks::class_name(object);
        if let Some(case) = access::enum_case(object) {
            self.out.push(b"\\");
            self.out.push(&class);
            self.out.push(b"::");
            self.out.push(&case);
            self.inside.leave();
            return Ok(());
        }
        let std_class = access::is_std_class(object);
        if std_class {
            self.out.push(b"(object) array(\n");
        } else {
            self.out.push(b"\\");
            self.out.push(&class);
            self.out.push(b"::__set_state(array(\n");
        }
        let properties = access::properties(cx, object);
        for (key, value) in properties.iter() {
            self.indent(level + 2);
            self.string(unmangle(&access::property_name(key)).1);
            self.out.push(b" => ");
            self.value(cx, &value, level + 2)?;
            self.out.push(b",\n");
        }
        self.inside.leave();
        if level > 1 {
            self.indent(level - 1);
        }
        self.out.push(if std_class { b")" } else { b"))" });
        Ok(())
    }
}
