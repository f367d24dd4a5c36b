//! Declarations as PHP prints them in messages: `A::f(int $x, ?B &...$rest): static`.

use phpc_abi::decl::{Const, Initializer, Modifiers, ParamDecl, Passing};

use super::ClassRef;
use super::types::{Type, TypeScope};
use crate::calls::func::Func;
use crate::message;

/// A class's name for messages: anonymous ones without the part after the NUL byte.
pub fn class_name(class: ClassRef) -> &'static [u8] {
    visible_name(class.name.bytes())
}

/// Cuts an anonymous class's name at its NUL byte.
pub fn visible_name(name: &[u8]) -> &[u8] {
    name.split(|&byte| byte == 0).next().unwrap_or(name)
}

pub fn visibility(modifiers: Modifiers) -> &'static str {
    match visibility_rank(modifiers) {
        0 => "public",
        1 => "protected",
        _ => "private",
    }
}

/// Public 0, protected 1, private 2.
pub fn visibility_rank(modifiers: Modifiers) -> u32 {
    if modifiers.contains(Modifiers::PRIVATE) {
        2
    } else {
        u32::from(modifiers.contains(Modifiers::PROTECTED))
    }
}

/// The visibility for writing where it is declared apart: 0, 1, 2.
pub fn set_visibility_rank(modifiers: Modifiers) -> Option<u32> {
    if modifiers.contains(Modifiers::PRIVATE_SET) {
        Some(2)
    } else if modifiers.contains(Modifiers::PROTECTED_SET) {
        Some(1)
    } else if modifiers.contains(Modifiers::PUBLIC_SET) {
        Some(0)
    } else {
        None
    }
}

/// "public", "protected or weaker" as "Access level to … must be" ends.
pub fn required_visibility(modifiers: Modifiers) -> (&'static str, &'static str) {
    let weaker = if visibility_rank(modifiers) == 0 { "" } else { " or weaker" };
    (visibility(modifiers), weaker)
}

/// A type with `self` and `parent` replaced by what they mean in `scope`.
pub fn resolved_type(text: &[u8], scope: TypeScope) -> Vec<u8> {
    let mut printed = Vec::new();
    let mut word = Vec::new();
    let flush = |word: &mut Vec<u8>, printed: &mut Vec<u8>| {
        let replacement = match word.to_ascii_lowercase().as_slice() {
            b"self" => scope.class,
            b"parent" => scope.parent,
            _ => None,
        };
        match replacement {
            Some(name) => printed.extend_from_slice(visible_name(name.bytes())),
            None => printed.extend_from_slice(word),
        }
        word.clear();
    };
    for &byte in text {
        if byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'\\' || byte >= 0x80 {
            word.push(byte);
        } else {
            flush(&mut word, &mut printed);
            printed.push(byte);
        }
    }
    flush(&mut word, &mut printed);
    printed
}

/// The whole head of a function or method, in the scope of `class`.
pub fn function(func: &Func, class: Option<ClassRef>) -> Vec<u8> {
    function_of(func, class, class)
}

/// The same under the name of `owner`.
pub fn function_of(func: &Func, owner: Option<ClassRef>, class: Option<ClassRef>) -> Vec<u8> {
    let scope = TypeScope::of(class);
    let mut printed = Vec::new();
    if func.decl.returns_reference {
        printed.extend_from_slice(b"& ");
    }
    if let Some(owner) = owner {
        printed.extend_from_slice(class_name(owner));
        printed.extend_from_slice(b"::");
    }
    printed.extend_from_slice(&func.name);
    printed.push(b'(');
    for (number, param) in func.params.iter().enumerate() {
        if number > 0 {
            printed.extend_from_slice(b", ");
        }
        if let Some(ty) = &param.ty {
            printed.extend(resolved_type(ty.text, scope));
            printed.push(b' ');
        }
        if param.decl.passing != Passing::Value {
            printed.push(b'&');
        }
        if param.decl.variadic {
            printed.extend_from_slice(b"...");
        }
        printed.push(b'$');
        printed.extend_from_slice(&param.name);
        if number >= func.head().required as usize && !param.decl.variadic {
            printed.extend_from_slice(b" = ");
            printed.extend(default(param.decl, func.is_user() || func.is_abstract()));
        }
    }
    printed.push(b')');
    if let Some(ty) = &func.return_type {
        printed.extend_from_slice(b": ");
        printed.extend(resolved_type(ty.text, scope));
    }
    printed
}

fn default(param: &ParamDecl, user: bool) -> Vec<u8> {
    match &param.default {
        Some(Initializer::Const(value)) if user => constant(value),
        Some(_) => {
            let text: &[u8] = &param.default_text;
            let is_name = !text.is_empty()
                && text.iter().all(|&byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'\\') || byte >= 0x80);
            if !user || is_name { text.to_vec() } else { b"<expression>".to_vec() }
        }
        None => b"<default>".to_vec(),
    }
}

fn constant(value: &Const) -> Vec<u8> {
    match value {
        Const::Null => b"null".to_vec(),
        Const::Bool(true) => b"true".to_vec(),
        Const::Bool(false) => b"false".to_vec(),
        Const::Int(number) => number.to_string().into_bytes(),
        Const::Float(bits) => crate::convert::float_repr(f64::from_bits(*bits)).to_vec(),
        Const::Str(text) if text.len() > 10 => message!("'", &text[..10], "...'"),
        Const::Str(text) => message!("'", text, "'"),
        Const::Array(items) if items.is_empty() => b"[]".to_vec(),
        Const::Array(_) => b"[...]".to_vec(),
    }
}

/// How a type prints in messages about its own class: `self` stays.
pub fn type_text(ty: &Type) -> &'static [u8] {
    ty.text
}
