//! `var_dump` and `debug_zval_refcount`.

use super::{Inside, unmangle};
use crate::access::{self, Shown};
use crate::prelude::*;
use phpc_core::engine::output;

pub(crate) static FUNCTIONS: Functions = functions![var_dump];

#[php_function("var_dump(mixed $value, mixed ...$values): void")]
fn var_dump(cx: &mut Cx, value: &Value, values: &[Value]) -> Result {
    for value in std::iter::once(value).chain(values) {
        let mut dump = Dump { out: Vec::new(), inside: Inside::default() };
        dump.value(cx, value, 0)?;
        output::write(cx, &dump.out);
        cx.check()?;
    }
    Ok(())
}

struct Dump {
    out: Vec<u8>,
    inside: Inside,
}

impl Dump {
    fn indent(&mut self, depth: usize) {
        self.out.resize(self.out.len() + depth, b' ');
    }

    fn text(&mut self, text: impl AsRef<[u8]>) {
        self.out.extend_from_slice(text.as_ref());
    }

    fn value(&mut self, cx: &mut Cx, value: &Value, depth: usize) -> Result {
        self.indent(depth);
        let plain = match value.as_reference() {
            Some(cell) => {
                if cell.count() > 1 {
                    // `*RECURSION*` stands without it.
                    return self.plain(cx, &cell.get(), "&", depth);
                }
                cell.get()
            }
            None => value.clone(),
        };
        self.plain(cx, &plain, "", depth)
    }

    fn plain(&mut self, cx: &mut Cx, value: &Value, mark: &str, depth: usize) -> Result {
        match value.view() {
            View::Undef | View::Null => self.text(format!("{mark}NULL\n")),
            View::Bool(value) => self.text(format!("{mark}bool({value})\n")),
            View::Int(int) => self.text(format!("{mark}int({int})\n")),
            View::Float(float) => {
                self.text(format!("{mark}float({})\n", convert::float_repr(float)));
            }
            View::Str(text) => {
                self.text(format!("{mark}string({}) \"", text.len()));
                self.text(text);
                self.text("\"\n");
            }
            View::Resource(resource) => {
                self.text(format!("{mark}resource({}) of type ({})\n", resource.id(), resource.kind()));
            }
            View::Array(array) => {
                if !self.inside.enter(Inside::array(array)) {
                    self.text("*RECURSION*\n");
                    return Ok(());
                }
                self.text(format!("{mark}array({}) {{\n", array.len()));
                for (key, element) in array.iter_raw() {
                    self.indent(depth + 2);
                    match key {
                        Key::Int(int) => self.text(format!("[{int}]=>\n")),
                        Key::Str(key) => {
                            self.text("[\"");
                            self.text(key);
                            self.text("\"]=>\n");
                        }
                    }
                    self.value(cx, &element, depth + 2)?;
                }
                self.inside.leave();
                self.indent(depth);
                self.text("}\n");
            }
            View::Object(object) => self.object(cx, object, mark, depth)?,
            View::Reference(cell) => self.plain(cx, &cell.get(), mark, depth)?,
        }
        Ok(())
    }

    fn object(&mut self, cx: &mut Cx, object: &Object, mark: &str, depth: usize) -> Result {
        let class = phpc_core::hooks::class_name(object);
        let class = phpc_core::classes::display::visible_name(&class);
        if let Some(case) = access::enum_case(object) {
            self.text(format!("{mark}enum("));
            self.text(&class);
            self.text("::");
            self.text(&case);
            self.text(")\n");
            return Ok(());
        }
        if !self.inside.enter(Inside::object(object)) {
            self.text("*RECURSION*\n");
            return Ok(());
        }
        // `__debugInfo` may print.
        let before = std::mem::take(&mut self.out);
        output::write(cx, &before);
        let shown = access::debug_view(cx, object)?;
        let count = shown.iter().filter(|property| property.value.is_some()).count();
        self.text(format!("{mark}object("));
        self.text(&class);
        self.text(format!(")#{} ({count}) {{\n", object.handle()));
        for property in &shown {
            self.property(cx, property, depth)?;
        }
        self.inside.leave();
        self.indent(depth);
        self.text("}\n");
        Ok(())
    }

    fn property(&mut self, cx: &mut Cx, property: &Shown, depth: usize) -> Result {
        self.indent(depth + 2);
        match &property.name {
            OwnedKey::Int(int) => self.text(format!("[{int}]=>\n")),
            OwnedKey::Str(name) => {
                let (class, name) = unmangle(name);
                self.text("[\"");
                self.text(name);
                self.text("\"");
                match class {
                    Some(b"*") => self.text(":protected"),
                    Some(class) => {
                        self.text(":\"");
                        self.text(class);
                        self.text("\":private");
                    }
                    None => {}
                }
                self.text("]=>\n");
            }
        }
        match &property.value {
            Some(value) => self.value(cx, value, depth + 2),
            None => {
                self.indent(depth + 2);
                self.text("uninitialized(");
                self.text(&property.ty);
                self.text(")\n");
                Ok(())
            }
        }
    }
}
