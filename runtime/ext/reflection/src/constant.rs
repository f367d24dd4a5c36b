//! ReflectionClassConstant.

use phpc_core::calls::native::Call;
use phpc_core::classes::builtin::{BuiltinClass, BuiltinConst, BuiltinFunction};
use phpc_core::classes::display::class_name;
use phpc_core::classes::{ClassConst, ClassRef};
use phpc_core::{Cx, Result, Value, message};

use crate::subject::{HANDLERS, Subject, class_of, comment, constant, fill, make, member_bits, throw};
use crate::{attribute, text, types};

pub(crate) static CLASSES: &[&BuiltinClass] = &[&CONSTANT];

static CONSTANT: BuiltinClass = BuiltinClass {
    constants: &[
        ("IS_PUBLIC", BuiltinConst::Int(1)), ("IS_PROTECTED", BuiltinConst::Int(2)), ("IS_PRIVATE", BuiltinConst::Int(4)),
        ("IS_FINAL", BuiltinConst::Int(32)),
    ],
    properties: &["public string $name", "public string $class"],
    methods: &[
        BuiltinFunction::new("private __clone(): void", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("public __construct(object|string $class, string $constant)", |cx, call| {
            let constant = named(cx, call)?;
            fill(call.this(), Subject::Constant(constant));
            Ok(Value::NULL)
        }),
        BuiltinFunction::new("public __toString(): string", |cx, call| {
            let constant = constant(cx, call)?;
            Ok(Value::string(&text::constant(cx, constant)?))
        }),
        BuiltinFunction::new("public getName(): string", |cx, call| Ok(constant(cx, call)?.name.str().into())),
        BuiltinFunction::new("public getValue(): mixed", |cx, call| constant(cx, call)?.value(cx)),
        BuiltinFunction::new("public isPublic(): bool", |cx, call| has(cx, call, 1)),
        BuiltinFunction::new("public isPrivate(): bool", |cx, call| has(cx, call, 4)),
        BuiltinFunction::new("public isProtected(): bool", |cx, call| has(cx, call, 2)),
        BuiltinFunction::new("public isFinal(): bool", |cx, call| has(cx, call, 32)),
        BuiltinFunction::new("public getModifiers(): int", |cx, call| Ok(Value::int(member_bits(constant(cx, call)?.modifiers)))),
        BuiltinFunction::new("public getDeclaringClass(): ReflectionClass", |cx, call| {
            let class = constant(cx, call)?.class;
            make(cx, "reflectionclass", Subject::Class(class, None))
        }),
        BuiltinFunction::new("public getDocComment(): string|false", |cx, call| {
            Ok(constant(cx, call)?.decl.map_or(Value::FALSE, |decl| comment(&decl.doc_comment)))
        }),
        BuiltinFunction::new("public getAttributes(?string $name = null, int $flags = 0): array", |cx, call| {
            let constant = constant(cx, call)?;
            let all = constant.decl.map_or(&[][..], |decl| &decl.attributes);
            let (unit, scope) = (constant.class.unit(), Some(constant.class));
            attribute::list(cx, call, attribute::Place { all, unit, scope, target: attribute::CONSTANT })
        }),
        BuiltinFunction::new("public isEnumCase(): bool", |cx, call| Ok(Value::bool(constant(cx, call)?.case))),
        BuiltinFunction::new("public isDeprecated(): bool", |cx, call| {
            let deprecated = constant(cx, call)?.decl.is_some_and(|decl| {
                decl.attributes.iter().any(|attribute| attribute.name.eq_ignore_ascii_case(b"Deprecated"))
            });
            Ok(Value::bool(deprecated))
        }),
        BuiltinFunction::new("public hasType(): bool", |cx, call| Ok(Value::bool(constant(cx, call)?.ty.is_some()))),
        BuiltinFunction::new("public getType(): ?ReflectionType", |cx, call| {
            let constant = constant(cx, call)?;
            types::of(cx, constant.ty.as_ref())
        }),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("class ReflectionClassConstant implements Reflector")
};

/// The constant that a constructor's arguments name.
pub(crate) fn named(cx: &mut Cx, call: &Call) -> Result<&'static ClassConst> {
    let class = class_of(cx, call.arg(0))?;
    let name = call.string(cx, 1)?;
    match visible(class, &name) {
        Some(constant) => Ok(constant),
        None => throw(cx, message!("Constant ", class_name(class), "::", &*name, " does not exist")),
    }
}

pub(crate) fn visible(class: ClassRef, name: &[u8]) -> Option<&'static ClassConst> {
    class.constants.get(name).copied().filter(|constant| is_listed(class, constant))
}

/// Private constants of ancestors are not there.
pub(crate) fn is_listed(class: ClassRef, constant: &ClassConst) -> bool {
    member_bits(constant.modifiers) & 4 == 0 || constant.class == class
}

/// The reflector of a constant or enum case.
pub(crate) fn of(cx: &mut Cx, constant: &'static ClassConst) -> Result<Value> {
    make(cx, "reflectionclassconstant", Subject::Constant(constant))
}

fn has(cx: &mut Cx, call: &Call, bit: i64) -> Result<Value> {
    Ok(Value::bool(member_bits(constant(cx, call)?.modifiers) & bit != 0))
}
