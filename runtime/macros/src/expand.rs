//! The code that stands beside the Rust function.

use crate::item::{Item, Returns};
use crate::signature::{Signature, Word, default_value, word};
use proc_macro::{Group, Span, TokenStream, TokenTree};
use std::fmt::Write;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Function,
    Method,
}

pub(crate) fn expand(arguments: TokenStream, item: TokenStream, kind: Kind) -> TokenStream {
    let span = Item::read(&item).map_or(Span::call_site(), |item| item.span);
    let generated = generate(arguments, &item, kind)
        .unwrap_or_else(|message| format!("::core::compile_error!({message:?});"))
        .parse()
        .expect("generated code has tokens");
    let mut output = item;
    output.extend(respan(generated, span));
    output
}

/// Errors and lints in generated code point at the function's name.
fn respan(tokens: TokenStream, span: Span) -> TokenStream {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => {
                let mut new = Group::new(group.delimiter(), respan(group.stream(), span));
                new.set_span(span);
                new.into()
            }
            mut token => {
                token.set_span(span);
                token
            }
        })
        .collect()
}

/// What the attribute says beside the signature.
struct Attribute {
    /// The literal as written.
    literal: String,
    signature: Signature,
    effects: Vec<String>,
    deprecated: Option<String>,
}

fn attribute(arguments: TokenStream) -> Result<Attribute, String> {
    let mut tokens = arguments.into_iter().peekable();
    let literal = match tokens.next() {
        Some(TokenTree::Literal(literal)) => literal.to_string(),
        // A literal that a macro_rules macro passed on.
        Some(TokenTree::Group(group)) => group.stream().to_string(),
        _ => return Err("expected the PHP signature as a string".into()),
    };
    let signature = Signature::read(&unquote(&literal))?;
    let mut attribute = Attribute { literal, signature, effects: Vec::new(), deprecated: None };
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) if word.to_string() == "deprecated" => {
                tokens.next();
                attribute.deprecated = tokens.next().map(|text| text.to_string());
            }
            TokenTree::Ident(word) => attribute.effects.push(word.to_string()),
            _ => {}
        }
    }
    // Whatever the list says, storing into a variable writes it and releases what was there.
    if !attribute.effects.is_empty() && attribute.signature.params.iter().any(|param| param.by_ref) {
        for effect in ["WRITES_REFERENCE", "RELEASES"] {
            if !attribute.effects.iter().any(|known| known == effect) {
                attribute.effects.push(effect.into());
            }
        }
    }
    Ok(attribute)
}

/// The text of a Rust string literal (only the escapes that signatures use).
fn unquote(literal: &str) -> String {
    if let Some(raw) = literal.strip_prefix('r') {
        return raw.trim_matches('#').trim_matches('"').to_string();
    }
    let inner = &literal[1..literal.len() - 1];
    let mut text = String::new();
    let mut chars = inner.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some('\n')) => {
                while chars.peek().is_some_and(|c| c.is_whitespace()) {
                    chars.next();
                }
            }
            ('\\', Some(_)) => text.extend(chars.next()),
            _ => text.push(c),
        }
    }
    text
}

fn generate(arguments: TokenStream, item: &TokenStream, kind: Kind) -> Result<String, String> {
    let item = Item::read(item).ok_or("expected a function")?;
    let attribute = attribute(arguments)?;
    if kind == Kind::Function && attribute.signature.name != item.name {
        return Err(format!("the function {} has PHP's name {}", item.name, attribute.signature.name));
    }
    let name = &item.name;
    let effects = effects(&attribute.effects);
    let deprecated = attribute.deprecated.as_ref().map_or("None".to_string(), |text| format!("Some({text})"));
    let descriptor = |call: &str, direct: &str| {
        format!(
            "::phpc_core::classes::builtin::BuiltinFunction {{ signature: {}, call: {call}, effects: {effects}, direct: {direct}, \
             deprecated: {deprecated} }}",
            attribute.literal
        )
    };
    let mut code = String::new();
    let _ = write!(code, "pub(crate) mod {name} {{ #[allow(unused_imports)] use super::*; #[allow(unused_imports)] use ::phpc_core::{{Cx, Value}};");
    let constant = |value: String| match kind {
        Kind::Function => format!("pub(crate) static FUNCTION: ::phpc_core::classes::builtin::BuiltinFunction = {value};"),
        Kind::Method => format!("pub(crate) const METHOD: ::phpc_core::classes::builtin::BuiltinFunction = {value};"),
    };
    if item.has("call") {
        code += &constant(descriptor(&format!("super::{name}"), "None"));
        code += "}";
        return Ok(code);
    }
    code += &body(&item, &attribute, kind);
    let this = if item.has("this") { "call.this()," } else { "" };
    let fixed = attribute.signature.params.iter().filter(|param| !param.variadic).count();
    let _ = write!(
        code,
        "fn dynamic(cx: &mut Cx, call: &mut ::phpc_core::calls::native::Call) -> ::phpc_core::Result<Value> {{ \
         let args = call.args(); body(cx, {this} args, args.get({fixed}..).unwrap_or(&[])) }}"
    );
    if kind == Kind::Method {
        code += &constant(descriptor("dynamic", "None"));
    } else {
        let symbol = format!("php_fn_{name}");
        code += &native(&attribute, &symbol);
        code += &constant(descriptor(
            "dynamic",
            &format!("Some(::phpc_core::classes::builtin::Direct {{ symbol: \"{symbol}\", address: exported }})"),
        ));
    }
    code += "}";
    Ok(code)
}

fn effects(names: &[String]) -> String {
    if names.is_empty() {
        return "::phpc_core::abi::effects::Effects::ANY".into();
    }
    let mut text = "::phpc_core::abi::effects::Effects::PURE".to_string();
    for name in names {
        let _ = write!(text, ".union(::phpc_core::abi::effects::Effects::{name})");
    }
    text
}

/// `body(cx, args, rest)`: arguments and defaults to Rust types, the call, the result as a value.
fn body(item: &Item, attribute: &Attribute, kind: Kind) -> String {
    let mut code = String::new();
    let this_param = if kind == Kind::Method && item.has("this") { "this: &::phpc_core::Object, " } else { "" };
    let _ = write!(
        code,
        "#[inline(always)] #[allow(unused_variables)] \
         fn body(cx: &mut Cx, {this_param} args: &[Value], rest: &[Value]) -> ::phpc_core::Result<Value> {{"
    );
    let mut call = Vec::new();
    if item.has("cx") {
        call.push("cx".to_string());
    }
    if item.has("this") {
        call.push("this".into());
    }
    for (number, param) in attribute.signature.params.iter().enumerate() {
        if param.variadic {
            call.push("rest".into());
            continue;
        }
        match &param.default {
            None => call.push(format!("::phpc_core::extension::argument(&args[{number}])")),
            Some(default) => {
                let _ = write!(
                    code,
                    "let default; let arg{number} = match args.get({number}) {{ Some(value) if !value.is_undef() => value, \
                     _ => {{ default = {}; &default }} }};",
                    default_value(default)
                );
                call.push(format!("::phpc_core::extension::argument(arg{number})"));
            }
        }
    }
    let call = format!("super::{}({})", item.name, call.join(", "));
    code += &match item.returns {
        Returns::Nothing => format!("{call}; Ok(Value::NULL)"),
        Returns::Plain => format!("Ok(Value::from({call}))"),
        Returns::Fallible => format!("Ok(Value::from({call}?))"),
    };
    code += "}";
    code
}

/// The form that emitted code calls: bare words in, bare word out.
fn native(attribute: &Attribute, symbol: &str) -> String {
    let mut words = Vec::new();
    let mut raw = Vec::new();
    let mut variadic = false;
    for (number, param) in attribute.signature.params.iter().enumerate() {
        let (w, tag) = match word(&param.ty) {
            _ if param.variadic => {
                variadic = true;
                words.push("rest: *const Value, count: u64".to_string());
                continue;
            }
            // Null: none was passed.
            _ if param.by_ref => {
                words.push(format!("w{number}: u64"));
                raw.push(format!("Raw {{ tag: if w{number} == 0 {{ Tag::NULL }} else {{ Tag::REFERENCE }}, payload: w{number} }}"));
                continue;
            }
            Word::Int => (format!("w{number}: u64"), "INT"),
            Word::Float => {
                words.push(format!("w{number}: f64"));
                raw.push(format!("Raw {{ tag: Tag::FLOAT, payload: w{number}.to_bits() }}"));
                continue;
            }
            Word::Bool => (format!("w{number}: u64"), "BOOL"),
            Word::Str => (format!("w{number}: u64"), "STRING"),
            Word::Array => (format!("w{number}: u64"), "ARRAY"),
            Word::Object => (format!("w{number}: u64"), "OBJECT"),
            Word::Value => {
                words.push(format!("t{number}: u64, w{number}: u64"));
                raw.push(format!("Raw {{ tag: Tag(t{number}), payload: w{number} }}"));
                continue;
            }
        };
        words.push(w);
        raw.push(format!("Raw {{ tag: Tag::{tag}, payload: w{number} }}"));
    }
    let returns = word(&attribute.signature.returns);
    let (result_type, result) = match returns {
        Word::Value => ("Raw", "value"),
        Word::Float => ("f64", "f64::from_bits(value.payload)"),
        _ => ("u64", "value.payload"),
    };
    let needs_frame = attribute.effects.is_empty()
        || attribute.effects.iter().any(|effect| matches!(effect.as_str(), "WARNS" | "THROWS" | "CALLS" | "LOADS" | "TRACES" | "RELEASES"));
    let mut code = "#[allow(unused_imports)] use ::phpc_core::abi::value::{RawValue as Raw, Tag};".to_string();
    let export = if needs_frame { String::new() } else { format!("#[unsafe(export_name = \"{symbol}\")]") };
    let rest: &str = if variadic { "unsafe { ::phpc_core::extension::borrowed_rest(rest, count) }" } else { "&[]" };
    let run = if needs_frame { "framed" } else { "unframed" };
    let head = if needs_frame { "static HEAD: ::phpc_core::extension::Head = ::phpc_core::extension::Head::new(&FUNCTION);" } else { "" };
    let head_arg = if needs_frame { "&HEAD, " } else { "" };
    let _ = write!(
        code,
        "{head} {export} #[allow(improper_ctypes_definitions, clippy::too_many_arguments)] extern \"C\" fn native({}) -> {result_type} {{ \
         let raw: [Raw; {}] = [{}]; \
         let rest = {rest}; \
         let value = unsafe {{ ::phpc_core::extension::{run}({head_arg} &raw, rest, |cx, args, rest| body(cx, args, rest)) }}; \
         {result} }}",
        words.join(", "),
        raw.len(),
        raw.join(", ")
    );
    if needs_frame {
        let _ = write!(code, "::phpc_core::native_stub!(\"{symbol}\", native);");
    }
    let _ = write!(code, "unsafe extern \"C\" {{ #[link_name = \"{symbol}\"] fn exported(); }}");
    code
}
