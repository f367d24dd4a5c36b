//! ReflectionEnum and the reflectors of cases.

use phpc_core::calls::native::Call;
use phpc_core::classes::builtin::{BuiltinClass, BuiltinFunction};
use phpc_core::classes::display::class_name;
use phpc_core::classes::{ClassConst, ClassRef};
use phpc_core::{Array, Cx, Result, Value, message};

use crate::subject::{Subject, class, class_of, constant, fill, make, throw};
use crate::{constant as constants, types};

pub(crate) static CLASSES: &[&BuiltinClass] = &[&ENUM, &UNIT_CASE, &BACKED_CASE];

static ENUM: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("public __construct(object|string $objectOrClass)", |cx, call| {
            let class = class_of(cx, call.arg(0))?;
            if !class.is_enum() {
                return throw(cx, message!("Class \"", class_name(class), "\" is not an enum"));
            }
            fill(call.this(), Subject::Class(class, None));
            Ok(Value::NULL)
        }),
        BuiltinFunction::new("public hasCase(string $name): bool", |cx, call| {
            let name = call.string(cx, 0)?;
            Ok(Value::bool(class(cx, call)?.constants.get(&name).is_some_and(|constant| constant.case)))
        }),
        BuiltinFunction::new("public getCase(string $name): ReflectionEnumUnitCase", |cx, call| {
            let class = class(cx, call)?;
            let name = call.string(cx, 0)?;
            match class.constants.get(&name).copied() {
                Some(constant) if constant.case => case(cx, class, constant),
                Some(_) => throw(cx, message!(class_name(class), "::", &*name, " is not a case")),
                None => throw(cx, message!("Case ", class_name(class), "::", &*name, " does not exist")),
            }
        }),
        BuiltinFunction::new("public getCases(): array", |cx, call| {
            let class = class(cx, call)?;
            let mut cases = Array::new();
            for constant in class.constants.values().filter(|constant| constant.case) {
                cases.push(case(cx, class, constant)?);
            }
            Ok(cases.into())
        }),
        BuiltinFunction::new("public isBacked(): bool", |cx, call| Ok(Value::bool(is_backed(class(cx, call)?)))),
        BuiltinFunction::new("public getBackingType(): ?ReflectionNamedType", |cx, call| {
            let class = class(cx, call)?;
            types::of(cx, class.properties.get(b"value").filter(|_| is_backed(class)).and_then(|value| value.ty.as_ref()))
        }),
    ],
    ..BuiltinClass::new("class ReflectionEnum extends ReflectionClass")
};

static UNIT_CASE: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("public __construct(object|string $class, string $constant)", |cx, call| construct(cx, call, false)),
        BuiltinFunction::new("public getEnum(): ReflectionEnum", |cx, call| {
            let class = constant(cx, call)?.class;
            make(cx, "reflectionenum", Subject::Class(class, None))
        }),
        BuiltinFunction::new("public getValue(): UnitEnum", |cx, call| constant(cx, call)?.value(cx)),
    ],
    ..BuiltinClass::new("class ReflectionEnumUnitCase extends ReflectionClassConstant")
};

static BACKED_CASE: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("public __construct(object|string $class, string $constant)", |cx, call| construct(cx, call, true)),
        BuiltinFunction::new("public getBackingValue(): string|int", |cx, call| {
            let case = constant(cx, call)?.value(cx)?;
            Ok(case.as_object().map_or(Value::NULL, |case| case.slot(1).into_plain()))
        }),
    ],
    ..BuiltinClass::new("class ReflectionEnumBackedCase extends ReflectionEnumUnitCase")
};

fn is_backed(class: ClassRef) -> bool {
    class.is_enum() && class.lineage().interfaces.iter().any(|interface| interface.name.lower() == b"backedenum")
}

fn case(cx: &mut Cx, class: ClassRef, constant: &'static ClassConst) -> Result<Value> {
    let reflector = if is_backed(class) { "reflectionenumbackedcase" } else { "reflectionenumunitcase" };
    make(cx, reflector, Subject::Constant(constant))
}

fn construct(cx: &mut Cx, call: &mut Call, backed: bool) -> Result<Value> {
    let constant = constants::named(cx, call)?;
    if !constant.case {
        return throw(cx, message!("Constant ", class_name(constant.class), "::", constant.name, " is not a case"));
    }
    if backed && !is_backed(constant.class) {
        return throw(cx, message!("Enum case ", class_name(constant.class), "::", constant.name, " is not a backed case"));
    }
    fill(call.this(), Subject::Constant(constant));
    Ok(Value::NULL)
}
