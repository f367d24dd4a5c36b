//! Reflectors as text: `__toString`.

use phpc_core::abi::decl::{Const, Initializer};
use phpc_core::behaviour::create;
use phpc_core::calls::func::Param;
use phpc_core::classes::{ClassConst, ClassRef, FuncRef, Property, PropertyDefault};
use phpc_core::{Cx, Object, Result, Str, Value, View, convert, message};

use crate::class::{class_bits, is_iterable, listed};
use crate::constant::is_listed;
use crate::function::{is_deprecated, is_tentative};
use crate::modifier_names;
use crate::parameter::has_default;
use crate::subject::member_bits;

fn visibility(bits: i64) -> &'static str {
    match bits & 7 {
        2 => "protected",
        4 => "private",
        _ => "public",
    }
}

/// A value in one short piece.
pub(crate) fn short_value(value: &Value) -> Vec<u8> {
    match value.view() {
        View::Undef | View::Null => b"NULL".to_vec(),
        View::Bool(value) => value.to_string().into_bytes(),
        View::Int(value) => value.to_string().into_bytes(),
        View::Float(value) => convert::float_to_str(value).to_vec(),
        View::Str(text) if text.len() > 15 => message!("'", escaped(&text[..15]), "...'"),
        View::Str(text) => message!("'", escaped(text), "'"),
        View::Array(array) => {
            let mut text = b"[".to_vec();
            let is_list = array.is_list();
            for (number, (key, value)) in array.iter().enumerate() {
                if number > 0 {
                    text.extend_from_slice(b", ");
                }
                if !is_list {
                    let key = key.to_value();
                    match key.as_str() {
                        Some(key) => text.extend(message!("'", &**key, "' => ")),
                        None => text.extend(message!(short_value(&key), " => ")),
                    }
                }
                text.extend(short_value(&value));
            }
            text.push(b']');
            text
        }
        View::Object(object) if object.class_ref().is_enum() => {
            message!("\\", object.class_ref().name, "::", object.slot(0).as_str().map_or(Vec::new(), |name| name.to_vec()))
        }
        View::Object(object) => message!("object(", object.class_ref().name, ")"),
        View::Resource(_) => b"resource".to_vec(),
        View::Reference(cell) => short_value(&cell.get()),
    }
}

/// Bytes that are not printed as they are get a backslash.
fn escaped(text: &[u8]) -> Vec<u8> {
    let mut shown = Vec::with_capacity(text.len());
    for &byte in text {
        match byte {
            b'\n' => shown.extend_from_slice(b"\\n"),
            b'\r' => shown.extend_from_slice(b"\\r"),
            b'\t' => shown.extend_from_slice(b"\\t"),
            0x0c => shown.extend_from_slice(b"\\f"),
            0x0b => shown.extend_from_slice(b"\\v"),
            0x1b => shown.extend_from_slice(b"\\e"),
            b'\\' => shown.extend_from_slice(b"\\\\"),
            byte if byte < 0x20 || byte > 0x7e => shown.extend(format!("\\x{byte:02X}").into_bytes()),
            byte => shown.push(byte),
        }
    }
    shown
}

fn default_text(func: FuncRef, param: &Param) -> Vec<u8> {
    match &param.decl.default {
        Some(Initializer::Const(Const::Null)) if func.is_user() => b"NULL".to_vec(),
        Some(Initializer::Const(value)) if func.is_user() => short_value(&phpc_core::units::constant_value(value)),
        _ => param.decl.default_text.to_vec(),
    }
}

pub(crate) fn parameter(_cx: &mut Cx, func: FuncRef, number: usize) -> Result<Vec<u8>> {
    let param = &func.params[number];
    let required = number < func.head().required as usize;
    let mut text = message!("Parameter #", number.to_string(), if required { " [ <required> " } else { " [ <optional> " });
    if let Some(ty) = &param.ty {
        text.extend(message!(ty.text, " "));
    }
    if param.is_by_ref() {
        text.push(b'&');
    }
    if param.decl.variadic {
        text.extend_from_slice(b"...");
    }
    text.extend(message!("$", param.name));
    if !required && !param.decl.variadic {
        if has_default(param) {
            text.extend(message!(" = ", default_text(func, param)));
        } else {
            text.extend_from_slice(b" = <default>");
        }
    }
    text.extend_from_slice(b" ]");
    Ok(text)
}

/// A function, or a method as seen from `class`.
pub(crate) fn function(cx: &mut Cx, func: FuncRef, class: Option<ClassRef>, indent: &[u8]) -> Result<Vec<u8>> {
    let mut text = Vec::new();
    if let Some(comment) = &func.decl.doc_comment {
        text.extend(message!(indent, &**comment, "\n"));
    }
    let kind = match (func.is_closure(), class) {
        (true, _) => "Closure [ ",
        (false, Some(_)) => "Method [ ",
        (false, None) => "Function [ ",
    };
    text.extend(message!(indent, kind, if func.unit().is_some() { "<user" } else { "<internal" }));
    if func.unit().is_none() {
        text.extend_from_slice(if func.class.is_some() { b":Core" } else { b":standard" });
    }
    if is_deprecated(func) {
        text.extend_from_slice(b", deprecated");
    }
    if let (Some(class), Some(owner)) = (class, func.class) {
        if class != owner {
            text.extend(message!(", inherits ", owner.name));
        } else if let Some(over) = owner.parent().and_then(|parent| parent.method(func.name.lower()))
            && !over.is_private()
            && let Some(over) = over.class
        {
            text.extend(message!(", overwrites ", over.name));
        }
        if let Some(prototype) = func.prototype.get().and_then(|prototype| prototype.class) {
            text.extend(message!(", prototype ", prototype.name));
        }
        if func.is_constructor() {
            text.extend_from_slice(b", ctor");
        }
    }
    text.extend_from_slice(b"> ");
    for (set, word) in [(func.is_abstract(), "abstract "), (func.is_final(), "final "), (func.is_static(), "static ")] {
        text.extend_from_slice(if set { word.as_bytes() } else { b"" });
    }
    match class {
        Some(_) => text.extend(message!(visibility(member_bits(func.modifiers)), " method ")),
        None => text.extend_from_slice(b"function "),
    }
    text.extend(message!(if func.decl.returns_reference { "&" } else { "" }, func.name, " ] {\n"));
    if let Some(unit) = func.unit() {
        let (start, end) = (func.decl.line_start.to_string(), func.decl.line_end.to_string());
        text.extend(message!(indent, "  @@ ", unit.path, " ", start, " - ", end, "\n"));
    }
    if !func.decl.uses.is_empty() {
        text.extend(message!("\n", indent, "  - Bound Variables [", func.decl.uses.len().to_string(), "] {\n"));
        for (number, (name, _)) in func.decl.uses.iter().enumerate() {
            text.extend(message!(indent, "      Variable #", number.to_string(), " [ $", &**name, " ]\n"));
        }
        text.extend(message!(indent, "  }\n"));
    }
    if !func.params.is_empty() {
        text.extend(message!("\n", indent, "  - Parameters [", func.params.len().to_string(), "] {\n"));
        for number in 0..func.params.len() {
            text.extend(message!(indent, "    ", parameter(cx, func, number)?, "\n"));
        }
        text.extend(message!(indent, "  }\n"));
    } else if func.unit().is_none() {
        text.extend(message!("\n", indent, "  - Parameters [0] {\n", indent, "  }\n"));
    }
    if let Some(ty) = &func.return_type {
        let word = if is_tentative(func) { "Tentative return" } else { "Return" };
        text.extend(message!(indent, "  - ", word, " [ ", ty.text, " ]\n"));
    }
    text.extend(message!(indent, "}\n"));
    Ok(text)
}

pub(crate) fn property(cx: &mut Cx, property: Option<&'static Property>, name: &Str) -> Result<Vec<u8>> {
    let Some(property) = property else { return Ok(message!("Property [ <dynamic> public $", &**name, " ]\n")) };
    let bits = member_bits(property.modifiers);
    let mut text = documented(property.decl.and_then(|decl| decl.doc_comment.as_deref()));
    text.extend_from_slice(b"Property [ ");
    for (bit, word) in [(64, "abstract "), (32, "final ")] {
        text.extend_from_slice(if bits & bit != 0 { word.as_bytes() } else { b"" });
    }
    if property.is_virtual.get() {
        text.extend_from_slice(b"virtual ");
    }
    text.extend(message!(visibility(bits), " "));
    for (bit, word) in [(2048, "protected(set) "), (4096, "private(set) "), (16, "static "), (128, "readonly ")] {
        text.extend_from_slice(if bits & bit != 0 { word.as_bytes() } else { b"" });
    }
    if let Some(ty) = &property.ty {
        text.extend(message!(ty.text, " "));
    }
    text.extend(message!("$", property.name));
    if let PropertyDefault::Value(_) = &property.default
        && !property.is_virtual.get()
    {
        let value = create::default_value(cx, property)?;
        if !value.is_undef() {
            text.extend(message!(" = ", short_value(&value)));
        }
    }
    let hooks: Vec<&str> = [("get", property.get_hook.get()), ("set", property.set_hook.get())]
        .into_iter()
        .filter_map(|(name, hook)| hook.map(|_| name))
        .collect();
    if !hooks.is_empty() {
        text.extend(message!(" { ", hooks.join("; "), "; }"));
    }
    text.extend_from_slice(b" ]\n");
    Ok(text)
}

/// A doc comment's line before what it is about.
fn documented(comment: Option<&[u8]>) -> Vec<u8> {
    comment.map_or(Vec::new(), |comment| message!(comment, "\n"))
}

pub(crate) fn constant(cx: &mut Cx, constant: &'static ClassConst) -> Result<Vec<u8>> {
    let value = constant.value(cx)?;
    let bits = member_bits(constant.modifiers);
    let shown = match value.view() {
        View::Array(_) => b"Array".to_vec(),
        View::Object(_) => b"Object".to_vec(),
        _ => convert::to_str(cx, &value)?.to_vec(),
    };
    let ty = match &constant.ty {
        Some(ty) => ty.text.to_vec(),
        None if constant.case => constant.class.name.to_vec(),
        None => convert::type_name(&value).to_vec(),
    };
    let is_final = if bits & 32 != 0 { "final " } else { "" };
    let comment = documented(constant.decl.and_then(|decl| decl.doc_comment.as_deref()));
    Ok(message!(comment, "Constant [ ", is_final, visibility(bits), " ", ty, " ", constant.name, " ] { ", shown, " }\n"))
}

/// A block `- Title [n] { … }` of a class.
fn section(text: &mut Vec<u8>, title: &str, items: &[Vec<u8>]) {
    text.extend(message!("\n  - ", title, " [", items.len().to_string(), "] {\n"));
    for line in items.iter().flat_map(|item| item.split_inclusive(|&byte| byte == b'\n')) {
        text.extend(message!("    ", line));
    }
    text.extend_from_slice(b"  }\n");
}

fn methods(cx: &mut Cx, text: &mut Vec<u8>, title: &str, class: ClassRef, statics: bool) -> Result {
    let found: Vec<FuncRef> = class
        .methods
        .values()
        .copied()
        .filter(|func| func.is_static() == statics && (!func.is_private() || func.class == Some(class)))
        .collect();
    text.extend(message!("\n  - ", title, " [", found.len().to_string(), "] {"));
    for func in &found {
        text.push(b'\n');
        text.extend(function(cx, func, Some(class), b"    ")?);
    }
    if found.is_empty() {
        text.push(b'\n');
    }
    text.extend_from_slice(b"  }\n");
    Ok(())
}

pub(crate) fn class(cx: &mut Cx, class: ClassRef, object: Option<&Object>) -> Result<Vec<u8>> {
    let mut text = Vec::new();
    if let Some(comment) = class.decl().and_then(|decl| decl.doc_comment.as_ref()) {
        text.extend(message!(&**comment, "\n"));
    }
    let kind = match object {
        Some(_) => "Object of class",
        None if class.is_enum() => "Class",
        None => class.kind_name(),
    };
    let origin = if class.is_builtin() { "<internal:Core> " } else { "<user> " };
    text.extend(message!(kind, " [ ", origin, if is_iterable(class) { "<iterateable> " } else { "" }));
    if class.is_interface() {
        text.extend_from_slice(b"interface ");
    } else if class.is_trait() {
        text.extend_from_slice(b"trait ");
    } else {
        for name in modifier_names(class_bits(class)) {
            text.extend(message!(name, " "));
        }
        text.extend_from_slice(b"class ");
    }
    text.extend_from_slice(&class.name);
    if let Some(parent) = class.parent() {
        text.extend(message!(" extends ", parent.name));
    }
    for (number, interface) in class.lineage().interfaces.iter().enumerate() {
        let word = match (number, class.is_interface()) {
            (0, true) => " extends ",
            (0, false) => " implements ",
            _ => ", ",
        };
        text.extend(message!(word, interface.name));
    }
    text.extend_from_slice(b" ] {\n");
    if let (Some(unit), Some(decl)) = (class.unit(), class.decl()) {
        text.extend(message!("  @@ ", unit.path, " ", decl.line_start.to_string(), "-", decl.line_end.to_string(), "\n"));
    }
    let mut constants = Vec::new();
    for &found in class.constants.values().filter(|found| is_listed(class, found)) {
        constants.push(constant(cx, found)?);
    }
    section(&mut text, "Constants", &constants);
    for (title, statics) in [("Static properties", true), ("Properties", false)] {
        let mut properties = Vec::new();
        for &found in class.properties.values().filter(|found| found.is_static() == statics && listed(class, found)) {
            properties.push(property(cx, Some(found), &found.name.str())?);
        }
        section(&mut text, title, &properties);
        if statics {
            methods(cx, &mut text, "Static methods", class, true)?;
        }
    }
    if let Some(object) = object {
        let mut dynamic = Vec::new();
        for key in object.dynamic().iter().flat_map(|dynamic| dynamic.keys()) {
            let name = convert::to_str(cx, &key.to_value())?;
            dynamic.push(property(cx, None, &name)?);
        }
        section(&mut text, "Dynamic properties", &dynamic);
    }
    methods(cx, &mut text, "Methods", class, false)?;
    text.extend_from_slice(b"}\n");
    Ok(text)
}
