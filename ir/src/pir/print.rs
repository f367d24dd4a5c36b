//! The text form of a unit, written. docs/pir.md shows it.

use super::field::Field;
use super::text::Text;
use super::*;
use std::collections::BTreeMap;

/// The whole unit.
pub fn print(unit: &Unit) -> String {
    let mut out = Printer { unit: Some(unit), ..Printer::default() };
    out.unit(unit);
    out.text
}

/// One function of the unit, for `--emit=pir:function=NAME`.
pub fn print_function(unit: &Unit, index: usize) -> String {
    let mut out = Printer { unit: Some(unit), ..Printer::default() };
    out.function(index, &unit.functions[index]);
    out.text
}

/// One operation, with locals by number: for messages.
pub fn print_op(op: &Op) -> String {
    let mut out = Printer::default();
    out.op(op);
    out.text
}

#[derive(Default)]
pub struct Printer<'u> {
    text: String,
    unit: Option<&'u Unit>,
    /// How the current function's locals are written.
    locals: Vec<String>,
    /// Constants mentioned in the current line, explained at its end.
    mentioned: Vec<ConstId>,
    /// Nesting of records and lists.
    depth: usize,
}

impl<'u> Printer<'u> {
    pub fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub fn index(&mut self, prefix: &str, number: u32) {
        self.put(prefix);
        self.put(&number.to_string());
    }

    pub fn constant(&mut self, constant: ConstId) {
        self.index(ConstId::PREFIX, constant.0);
        self.mentioned.push(constant);
    }

    pub fn local(&mut self, local: Local) {
        match self.locals.get(local.index()) {
            Some(name) => self.text.push_str(name),
            None => self.index("$#", local.0),
        }
    }

    pub fn string(&mut self, bytes: &[u8]) {
        self.put("\"");
        for &byte in bytes {
            match byte {
                b'"' => self.put("\\\""),
                b'\\' => self.put("\\\\"),
                b'\n' => self.put("\\n"),
                b'\t' => self.put("\\t"),
                b' '..=b'~' => self.text.push(byte as char),
                _ => self.put(&format!("\\x{byte:02x}")),
            }
        }
        self.put("\"");
    }

    /// `name(a, b)`
    pub fn call(&mut self, name: &str, args: &[&dyn Text]) {
        self.put(name);
        self.put("(");
        for (index, arg) in args.iter().enumerate() {
            if index > 0 {
                self.put(", ");
            }
            arg.print(self);
        }
        self.put(")");
    }

    /// Lists of records stand an item a line within a record that does.
    pub fn list<T: Text>(&mut self, items: &[T]) {
        let spread = self.depth == 1 && T::is_record();
        self.depth += 1;
        self.put("[");
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.put(if spread { "," } else { ", " });
            }
            if spread {
                self.put("\n    ");
            }
            item.print(self);
        }
        self.put(if spread { "\n  ]" } else { "]" });
        self.depth -= 1;
    }

    pub fn record(&mut self, fields: &[(&str, &dyn Text)]) {
        let spread = self.depth == 0;
        self.depth += 1;
        self.put("{");
        let mut first = true;
        for (name, value) in fields.iter().filter(|(_, value)| !value.is_absent()) {
            if spread {
                self.put("\n  ");
            } else if !first {
                self.put(", ");
            }
            first = false;
            self.put(name);
            self.put(": ");
            value.print(self);
        }
        self.put(if spread && !first { "\n}" } else { "}" });
        self.depth -= 1;
    }

    fn unit(&mut self, unit: &Unit) {
        let Unit {
            path,
            strict,
            consts,
            functions,
            classes,
            hoisted_functions,
            hoisted_classes,
            halt_offset,
            diagnostics,
        } = unit;
        self.put("unit ");
        self.record(&[
            ("path", path),
            ("strict", strict),
            ("hoisted_functions", hoisted_functions),
            ("hoisted_classes", hoisted_classes),
            ("halt_offset", halt_offset),
            ("diagnostics", diagnostics),
        ]);
        self.put("\n");
        for (index, constant) in consts.iter().enumerate() {
            self.put(&format!("const c{index} = "));
            constant.print(self);
            self.put("\n");
        }
        for (index, class) in classes.iter().enumerate() {
            self.put(&format!("\nclass{index} "));
            class.print(self);
            self.put("\n");
        }
        for (index, function) in functions.iter().enumerate() {
            self.function(index, function);
        }
    }

    fn function(&mut self, index: usize, function: &Function) {
        let Function { decl, temps, blocks, regions } = function;
        self.locals = local_names(&decl.locals);
        self.put(&format!("\nf{index} "));
        decl.print(self);
        self.put(&format!("\ntemps {temps}\n"));
        for (index, region) in regions.iter().enumerate() {
            self.region(index, region);
        }
        for (index, block) in blocks.iter().enumerate() {
            self.block(index, block);
        }
        self.put("end\n");
    }

    fn region(&mut self, index: usize, Region { parent, kind }: &Region) {
        self.put(&format!("region r{index}"));
        if let Some(parent) = parent {
            self.put(&format!(" in r{}", parent.0));
        }
        match kind {
            RegionKind::Catch { handler, exception } => self.call(" = catch", &[handler, exception]),
            RegionKind::Finally { entry, state } => self.call(" = finally", &[entry, state]),
            RegionKind::FinallyBody { state } => self.call(" = finally_body", &[state]),
        }
        self.put("\n");
    }

    fn block(&mut self, index: usize, BlockData { region, insts }: &BlockData) {
        self.put(&format!("b{index}"));
        if let Some(region) = region {
            self.put(&format!(" in r{}", region.0));
        }
        self.put(":\n");
        for inst in insts {
            self.inst(inst);
        }
    }

    fn inst(&mut self, Inst { op, line }: &Inst) {
        self.mentioned.clear();
        self.put("    ");
        self.op(op);
        self.put(&format!(" !{line}"));
        self.explain_constants();
        self.put("\n");
    }

    /// `dst = name field, field`
    fn op(&mut self, op: &Op) {
        let mut fields: Vec<&dyn Field> = Vec::new();
        op.fields(&mut |_, field| fields.push(field));
        let rest = match fields.split_first() {
            Some((lead, rest)) if lead.is_lead() => {
                if !lead.is_absent() {
                    lead.print(self);
                    self.put(" = ");
                }
                rest
            }
            _ => &fields,
        };
        self.put(op.name());
        for (index, field) in rest.iter().enumerate() {
            self.put(if index == 0 { " " } else { ", " });
            field.print(self);
        }
    }

    /// A comment with the values of the constants of this line.
    fn explain_constants(&mut self) {
        let Some(unit) = self.unit else { return };
        for (index, constant) in std::mem::take(&mut self.mentioned).into_iter().enumerate() {
            let Some(value) = unit.consts.get(constant.index()) else { continue };
            self.put(if index == 0 { "  ; " } else { ", " });
            let mut text = Printer { depth: 2, ..Printer::default() };
            value.print(&mut text);
            if text.text.len() > 40 {
                text.text.truncate(37);
                text.put("...");
            }
            self.put(&text.text);
        }
    }
}

/// `$name`, or `$#index` where the name is no identifier or not unique.
fn local_names(locals: &[Bytes]) -> Vec<String> {
    let mut seen = BTreeMap::new();
    for name in locals {
        *seen.entry(name).or_insert(0) += 1;
    }
    let plain =
        |name: &Bytes| seen[name] == 1 && !name.is_empty() && name.iter().all(|&byte| super::parse::is_word(byte));
    let written = |(index, name): (usize, &Bytes)| match plain(name) {
        true => format!("${}", String::from_utf8_lossy(name)),
        false => format!("$#{index}"),
    };
    locals.iter().enumerate().map(written).collect()
}
