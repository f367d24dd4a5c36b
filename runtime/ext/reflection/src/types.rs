//! ReflectionType and its subclasses.

use phpc_core::abi::decl::TypeMask;
use phpc_core::calls::native::Call;
use phpc_core::classes::builtin::{BuiltinClass, BuiltinFunction, Handlers};
use phpc_core::classes::types::Type;
use phpc_core::{Array, Cx, Result, Value};

use crate::subject::{HANDLERS, Shape, Subject, make, subject};

pub(crate) static CLASSES: &[&BuiltinClass] = &[&TYPE, &NAMED, &UNION, &INTERSECTION];

static TYPE: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("private __clone(): void", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("public allowsNull(): bool", |cx, call| Ok(Value::bool(shape(cx, call)?.allows_null))),
        BuiltinFunction::new("public __toString(): string", |cx, call| Ok(Value::string(&shape(cx, call)?.text))),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("abstract class ReflectionType implements Stringable")
};
static NAMED: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("public getName(): string", |cx, call| {
            let shape = shape(cx, call)?;
            Ok(Value::string(shape.text.strip_prefix(b"?").unwrap_or(&shape.text)))
        }),
        BuiltinFunction::new("public isBuiltin(): bool", |cx, call| Ok(Value::bool(shape(cx, call)?.builtin))),
    ],
    handlers: Handlers::NONE,
    ..BuiltinClass::new("class ReflectionNamedType extends ReflectionType")
};
static UNION: BuiltinClass = BuiltinClass {
    methods: &[BuiltinFunction::new("public getTypes(): array", union_types)],
    ..BuiltinClass::new("class ReflectionUnionType extends ReflectionType")
};
static INTERSECTION: BuiltinClass = BuiltinClass {
    methods: &[BuiltinFunction::new("public getTypes(): array", |cx, call| {
        let mut types = Array::new();
        for name in shape(cx, call)?.text.split(|&byte| byte == b'&') {
            types.push(named_class(cx, name)?);
        }
        Ok(types.into())
    })],
    ..BuiltinClass::new("class ReflectionIntersectionType extends ReflectionType")
};

fn shape(cx: &mut Cx, call: &Call) -> Result<Shape> {
    match subject(cx, call)? {
        Subject::Type(shape) => Ok(shape),
        _ => unreachable!("a type reflector is about a type"),
    }
}

fn named_class(cx: &mut Cx, name: &[u8]) -> Result<Value> {
    let shape = Shape { text: name.to_vec(), ty: None, allows_null: false, builtin: false };
    make(cx, "reflectionnamedtype", Subject::Type(shape))
}

/// Builtin members in the order in which Reflection lists them.
const BUILTIN: &[(TypeMask, &str)] = &[
    (TypeMask::STATIC, "static"), (TypeMask::CALLABLE, "callable"), (TypeMask::OBJECT, "object"), (TypeMask::ARRAY, "array"),
    (TypeMask::STRING, "string"), (TypeMask::INT, "int"), (TypeMask::FLOAT, "float"), (TypeMask::BOOL, "bool"),
    (TypeMask::FALSE, "false"), (TypeMask::TRUE, "true"), (TypeMask::NULL, "null"),
];

/// The reflector of a declared type; NULL for none.
pub(crate) fn of(cx: &mut Cx, ty: Option<&Type>) -> Result<Value> {
    let Some(ty) = ty else { return Ok(Value::NULL) };
    let text = ty.text.to_vec();
    let bare = text.strip_prefix(b"?").unwrap_or(&text);
    let is_union = bare.contains(&b'|');
    let is_intersection = !is_union && bare.contains(&b'&');
    let class = match (is_union, is_intersection) {
        (true, _) => "reflectionuniontype",
        (_, true) => "reflectionintersectiontype",
        _ => "reflectionnamedtype",
    };
    let builtin = (ty.members.is_empty() || bare == b"iterable") && !ty.mask.contains(TypeMask::STATIC);
    let shape = Shape { allows_null: ty.allows_null(), builtin, ty: Some(ty.clone()), text };
    make(cx, class, Subject::Type(shape))
}

pub(crate) fn never(cx: &mut Cx) -> Result<Value> {
    let shape = Shape { text: b"never".to_vec(), ty: None, allows_null: false, builtin: true };
    make(cx, "reflectionnamedtype", Subject::Type(shape))
}

fn union_types(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let shape = shape(cx, call)?;
    let mut types = Array::new();
    // Classes as written; builtin types in a fixed order.
    let is_builtin = |name: &[u8]| BUILTIN.iter().any(|(_, builtin)| name.eq_ignore_ascii_case(builtin.as_bytes()));
    for name in split_union(&shape.text) {
        if name.starts_with(b"(") {
            let text = name[1..name.len() - 1].to_vec();
            let shape = Shape { text, ty: None, allows_null: false, builtin: false };
            types.push(make(cx, "reflectionintersectiontype", Subject::Type(shape))?);
        } else if !is_builtin(name) {
            types.push(named_class(cx, name)?);
        }
    }
    let mut left = shape.ty.as_ref().map_or(TypeMask(0), |ty| ty.mask);
    for &(mask, name) in BUILTIN {
        if !left.contains(mask) {
            continue;
        }
        left = TypeMask(left.0 & !mask.0);
        let shape = Shape {
            text: name.as_bytes().to_vec(),
            ty: None,
            allows_null: mask == TypeMask::NULL,
            builtin: mask != TypeMask::STATIC,
        };
        types.push(make(cx, "reflectionnamedtype", Subject::Type(shape))?);
    }
    Ok(types.into())
}

/// At the bars outside parentheses.
fn split_union(text: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0, 0);
    for (at, &byte) in text.iter().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            b'|' if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}
