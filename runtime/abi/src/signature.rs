//! PHP signatures as text (`"strpos(string $haystack, string $needle, int $offset = 0): int|false"`) to declarations, so that
//! a builtin is described by the line that PHP's manual prints and by nothing else.

use crate::decl::{
    ClassType, Const, FunctionDecl, FunctionKind, Initializer, Modifiers, ParamDecl, Passing, TypeDecl, TypeMask,
};

/// Reads `[modifiers] [&]name(params)[: type]`. Defaults that are not literals (constants, expressions) keep their text and
/// have `Const::Null` as value: the builtin's own code knows them.
pub fn parse_function(text: &str) -> Result<FunctionDecl, String> {
    let mut reader = Reader { text, at: 0 };
    let mut decl = empty_function();
    loop {
        match reader.word() {
            "function" => {}
            word => match modifier(word) {
                Some(bit) => decl.modifiers = decl.modifiers.union(bit),
                None => {
                    decl.name = word.as_bytes().into();
                    break;
                }
            },
        }
        if reader.eat("&") {
            decl.returns_reference = true;
        }
    }
    if decl.name.is_empty() {
        return Err(reader.error("a name"));
    }
    if !reader.eat("(") {
        return Err(reader.error("("));
    }
    while !reader.eat(")") {
        decl.params.push(parameter(&mut reader)?);
        if !reader.eat(",") && !reader.peek(")") {
            return Err(reader.error(", or )"));
        }
    }
    if reader.eat(":") {
        decl.return_type = Some(parse_type(reader.type_text())?);
    }
    Ok(decl)
}

/// Reads `[modifiers] [type] $name [= default]` of a builtin class's property.
pub fn parse_property(text: &str) -> Result<(Modifiers, Option<TypeDecl>, String, Option<Const>), String> {
    let mut reader = Reader { text, at: 0 };
    let mut modifiers = Modifiers::default();
    loop {
        let start = reader.at;
        match modifier(reader.word()) {
            Some(bit) => modifiers = modifiers.union(bit),
            None => {
                reader.at = start;
                break;
            }
        }
    }
    let ty = if reader.peek("$") { None } else { Some(parse_type(reader.type_text())?) };
    if !reader.eat("$") {
        return Err(reader.error("$"));
    }
    let name = reader.word().to_string();
    let default = if reader.eat("=") { Some(literal(reader.rest())?) } else { None };
    Ok((modifiers, ty, name, default))
}

/// A declaration with nothing in it.
pub fn empty_function() -> FunctionDecl {
    FunctionDecl {
        name: Box::default(),
        kind: FunctionKind::Function,
        modifiers: Modifiers::default(),
        returns_reference: false,
        generator: false,
        params: Vec::new(),
        return_type: None,
        class: None,
        statics: Vec::new(),
        locals: Vec::new(),
        uses: Vec::new(),
        attributes: Vec::new(),
        doc_comment: None,
        line_start: 0,
        line_end: 0,
        strict: false,
        uses_arguments: false,
        dynamic_locals: false,
        deprecated: false,
    }
}

fn modifier(word: &str) -> Option<Modifiers> {
    Some(match word {
        "public" => Modifiers::PUBLIC,
        "protected" => Modifiers::PROTECTED,
        "private" => Modifiers::PRIVATE,
        "static" => Modifiers::STATIC,
        "abstract" => Modifiers::ABSTRACT,
        "final" => Modifiers::FINAL,
        "readonly" => Modifiers::READONLY,
        _ => return None,
    })
}

fn parameter(reader: &mut Reader) -> Result<ParamDecl, String> {
    let ty = if reader.peek("$") || reader.peek("&") || reader.peek("...") {
        None
    } else {
        Some(parse_type(reader.type_text())?)
    };
    // `&$x` by reference, `&?$x` by reference if it can be one.
    let passing = if reader.eat("&?") {
        Passing::PreferReference
    } else if reader.eat("&") {
        Passing::Reference
    } else {
        Passing::Value
    };
    let variadic = reader.eat("...");
    if !reader.eat("$") {
        return Err(reader.error("$"));
    }
    let name = reader.word();
    let mut default = None;
    let mut default_text = "";
    if reader.eat("=") {
        default_text = reader.default_text();
        default = Some(Initializer::Const(literal(default_text).unwrap_or(Const::Null)));
    }
    Ok(ParamDecl {
        name: name.as_bytes().into(),
        ty,
        default,
        default_text: default_text.as_bytes().into(),
        passing,
        variadic,
        promoted: false,
        attributes: Vec::new(),
        line: 0,
    })
}

/// Reads a type as PHP prints it. `list<string>` and `int<0, max>` count as the type before `<`.
pub fn parse_type(text: &str) -> Result<TypeDecl, String> {
    let text = text.trim();
    let mut decl = TypeDecl { text: text.as_bytes().into(), ..TypeDecl::default() };
    let mut plain = String::new();
    let mut depth = 0;
    for character in text.chars() {
        match character {
            '<' => depth += 1,
            '>' => depth -= 1,
            ' ' => {}
            _ if depth == 0 => plain.push(character),
            _ => {}
        }
    }
    let mut members = plain.as_str();
    if let Some(rest) = members.strip_prefix('?') {
        decl.mask = TypeMask::NULL;
        members = rest;
    }
    for member in members.split('|') {
        let member = member.trim_start_matches('(').trim_end_matches(')');
        if member.contains('&') {
            decl.classes.push(ClassType::Intersection(member.split('&').map(|name| name.as_bytes().into()).collect()));
        } else if let Some(bits) = builtin_type(member) {
            decl.mask = decl.mask.union(bits);
        } else if member.is_empty() {
            return Err(format!("no type in '{text}'"));
        } else {
            decl.classes.push(ClassType::Name(member.as_bytes().into()));
        }
    }
    Ok(decl)
}

/// The bits of a builtin type's name, in any case.
pub fn builtin_type(name: &str) -> Option<TypeMask> {
    Some(match name.to_ascii_lowercase().as_str() {
        "null" => TypeMask::NULL,
        "false" => TypeMask::FALSE,
        "true" => TypeMask::TRUE,
        "bool" => TypeMask::BOOL,
        "int" => TypeMask::INT,
        "float" => TypeMask::FLOAT,
        "string" => TypeMask::STRING,
        "array" | "list" => TypeMask::ARRAY,
        "object" => TypeMask::OBJECT,
        "resource" => TypeMask::RESOURCE,
        "callable" => TypeMask::CALLABLE,
        "iterable" => TypeMask::ITERABLE,
        "void" => TypeMask::VOID,
        "never" => TypeMask::NEVER,
        "static" => TypeMask::STATIC,
        "mixed" => TypeMask::MIXED,
        _ => return None,
    })
}

/// A literal: null, true, false, a number, a quoted string, `[]`.
fn literal(text: &str) -> Result<Const, String> {
    let text = text.trim();
    let quoted = |quote: char| text.len() >= 2 && text.starts_with(quote) && text.ends_with(quote);
    Ok(match text.to_ascii_lowercase().as_str() {
        "null" => Const::Null,
        "true" => Const::Bool(true),
        "false" => Const::Bool(false),
        "[]" => Const::Array(Vec::new()),
        _ if quoted('\'') => Const::Str(unescape(text, false)),
        _ if quoted('"') => Const::Str(unescape(text, true)),
        _ => match (text.parse::<i64>(), text.parse::<f64>()) {
            (Ok(number), _) => Const::Int(number),
            (_, Ok(number)) if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') => Const::Float(number.to_bits()),
            _ => return Err(format!("'{text}' is no literal")),
        },
    })
}

fn unescape(text: &str, double: bool) -> Box<[u8]> {
    let mut bytes = Vec::new();
    let mut rest = text[1..text.len() - 1].bytes().peekable();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        match (rest.next(), double) {
            (Some(b'n'), true) => bytes.push(b'\n'),
            (Some(b'r'), true) => bytes.push(b'\r'),
            (Some(b't'), true) => bytes.push(b'\t'),
            (Some(b'v'), true) => bytes.push(0x0b),
            (Some(b'f'), true) => bytes.push(0x0c),
            (Some(b'e'), true) => bytes.push(0x1b),
            (Some(b'0'), true) => bytes.push(0),
            (Some(b'x'), true) => {
                let mut value = 0u8;
                while let Some(digit) = rest.peek().and_then(|&digit| (digit as char).to_digit(16)) {
                    value = value.wrapping_mul(16).wrapping_add(digit as u8);
                    rest.next();
                }
                bytes.push(value);
            }
            (Some(other @ (b'\\' | b'\'' | b'"' | b'$')), _) => bytes.push(other),
            (Some(other), _) => bytes.extend([b'\\', other]),
            (None, _) => bytes.push(b'\\'),
        }
    }
    bytes.into()
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }
    fn skip_spaces(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }
    fn peek(&mut self, symbol: &str) -> bool {
        self.skip_spaces();
        self.rest().starts_with(symbol)
    }
    fn eat(&mut self, symbol: &str) -> bool {
        let found = self.peek(symbol);
        if found {
            self.at += symbol.len();
        }
        found
    }
    fn word(&mut self) -> &'a str {
        self.skip_spaces();
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '\\')).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }
    /// Up to the `$`, `&$`, `...` or end that follows a type.
    fn type_text(&mut self) -> &'a str {
        self.skip_spaces();
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let end = (0..bytes.len())
            .find(|&at| match bytes[at] {
                b'$' | b'=' | b';' => true,
                b'&' => matches!(bytes.get(at + 1), Some(b'$' | b'.' | b'?')),
                b'.' => true,
                _ => false,
            })
            .unwrap_or(bytes.len());
        self.at += end;
        rest[..end].trim()
    }
    /// Up to the `,` or `)` that ends a default.
    fn default_text(&mut self) -> &'a str {
        self.skip_spaces();
        let rest = self.rest();
        let mut quote = None;
        let mut depth = 0;
        let mut escaped = false;
        for (at, byte) in rest.bytes().enumerate() {
            if escaped {
                escaped = false;
                continue;
            }
            match (quote, byte) {
                (Some(_), b'\\') => escaped = true,
                (Some(open), _) if open == byte => quote = None,
                (Some(_), _) => {}
                (None, b'\'' | b'"') => quote = Some(byte),
                (None, b'(' | b'[') => depth += 1,
                (None, b',' | b')') if depth == 0 => {
                    self.at += at;
                    return rest[..at].trim();
                }
                (None, b')' | b']') => depth -= 1,
                _ => {}
            }
        }
        self.at = self.text.len();
        rest.trim()
    }
    fn error(&self, expected: &str) -> String {
        format!("expected {expected} at '{}' in '{}'", self.rest(), self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_signatures() {
        let f = parse_function("strpos(string $haystack, string $needle, int $offset = 0): int|false").unwrap();
        assert_eq!(&*f.name, b"strpos");
        assert_eq!(f.params.len(), 3);
        assert_eq!(f.params[2].default, Some(Initializer::Const(Const::Int(0))));
        assert_eq!(f.return_type.unwrap().mask, TypeMask::INT.union(TypeMask::FALSE));
        let f = parse_function(r#"final public static &trim(?A\B $s, array &$r, string $c = " \n\r\t\v\0", X&Y ...$rest)"#).unwrap();
        assert!(f.returns_reference && f.modifiers.contains(Modifiers::STATIC));
        assert_eq!(f.params[1].passing, Passing::Reference);
        assert_eq!(f.params[2].default, Some(Initializer::Const(Const::Str(b" \n\r\t\x0b\0"[..].into()))));
        assert!(f.params[3].variadic);
        assert_eq!(f.params[3].ty.as_ref().unwrap().classes.len(), 1);
        let f = parse_function("f(int $flags = ENT_QUOTES | ENT_SUBSTITUTE, $x = null)").unwrap();
        assert_eq!(&*f.params[0].default_text, b"ENT_QUOTES | ENT_SUBSTITUTE");
        assert_eq!(f.params[1].default, Some(Initializer::Const(Const::Null)));
        let (modifiers, ty, name, default) = parse_property("protected string $message = \"\"").unwrap();
        assert!(modifiers.contains(Modifiers::PROTECTED) && ty.is_some() && name == "message" && default.is_some());
    }
}
