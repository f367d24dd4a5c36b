//! ReflectionFunctionAbstract and ReflectionFunction.

use phpc_core::calls::native::Call;
use phpc_core::calls::{self, Callable, Target};
use phpc_core::classes::FuncRef;
use phpc_core::classes::builtin::{BuiltinClass, BuiltinConst, BuiltinFunction};
use phpc_core::units::functions;
use phpc_core::{Array, Cx, Object, Result, Value, closures, message};

use crate::subject::{HANDLERS, Subject, comment, fill, func, make, or_false, split_name, subject, throw};
use crate::{attribute, instance, parameter, text, types};

pub(crate) static CLASSES: &[&BuiltinClass] = &[&ABSTRACT, &FUNCTION];

static ABSTRACT: BuiltinClass = BuiltinClass {
    properties: &["public string $name"],
    methods: &[
        BuiltinFunction::new("private __clone(): void", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("public inNamespace(): bool", |cx, call| Ok(Value::bool(!split_name(&func(cx, call)?.name).0.is_empty()))),
        BuiltinFunction::new("public isClosure(): bool", |cx, call| Ok(Value::bool(closure(cx, call)?.is_some() || func(cx, call)?.is_closure()))),
        BuiltinFunction::new("public isDeprecated(): bool", |cx, call| Ok(Value::bool(is_deprecated(func(cx, call)?)))),
        BuiltinFunction::new("public isInternal(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.unit().is_none()))),
        BuiltinFunction::new("public isUserDefined(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.unit().is_some()))),
        BuiltinFunction::new("public isGenerator(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.decl.generator))),
        BuiltinFunction::new("public isVariadic(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.is_variadic()))),
        BuiltinFunction::new("public isStatic(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.is_static()))),
        BuiltinFunction::new("public getClosureThis(): ?object", |cx, call| {
            let callable = closure(cx, call)?.as_ref().and_then(closures::callable);
            Ok(callable.and_then(|callable| callable.target.this().cloned()).into())
        }),
        BuiltinFunction::new("public getClosureScopeClass(): ?ReflectionClass", |cx, call| {
            match closure(cx, call)?.as_ref().and_then(closures::callable).and_then(|callable| callable.func.class) {
                Some(class) => make(cx, "reflectionclass", Subject::Class(class, None)),
                None => Ok(Value::NULL),
            }
        }),
        BuiltinFunction::new("public getClosureCalledClass(): ?ReflectionClass", |cx, call| {
            match closure(cx, call)?.as_ref().and_then(closures::callable).and_then(|callable| callable.target.class()) {
                Some(class) => make(cx, "reflectionclass", Subject::Class(class, None)),
                None => Ok(Value::NULL),
            }
        }),
        BuiltinFunction::new("public getClosureUsedVariables(): array", used_variables),
        BuiltinFunction::new("public getDocComment(): string|false", |cx, call| Ok(comment(&func(cx, call)?.decl.doc_comment))),
        BuiltinFunction::new("public getEndLine(): int|false", |cx, call| line(cx, call, |func| func.decl.line_end)),
        BuiltinFunction::new("public getExtension(): ?ReflectionExtension", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("public getExtensionName(): string|false", |cx, call| {
            Ok(if func(cx, call)?.unit().is_some() { Value::FALSE } else { Value::string("standard") })
        }),
        BuiltinFunction::new("public getFileName(): string|false", |cx, call| {
            Ok(or_false(func(cx, call)?.unit().map(|unit| unit.path.str())))
        }),
        BuiltinFunction::new("public getName(): string", |cx, call| Ok(func(cx, call)?.name.str().into())),
        BuiltinFunction::new("public getNamespaceName(): string", |cx, call| Ok(Value::string(split_name(&func(cx, call)?.name).0))),
        BuiltinFunction::new("public getNumberOfParameters(): int", |cx, call| Ok(Value::int(func(cx, call)?.params.len() as i64))),
        BuiltinFunction::new("public getNumberOfRequiredParameters(): int", |cx, call| {
            Ok(Value::int(i64::from(func(cx, call)?.head().required)))
        }),
        BuiltinFunction::new("public getParameters(): array", |cx, call| {
            let function = subject(cx, call)?;
            let mut all = Array::new();
            for number in 0..function.func().params.len() {
                all.push(parameter::make_parameter(cx, &function, number)?);
            }
            Ok(all.into())
        }),
        BuiltinFunction::new("public getShortName(): string", |cx, call| Ok(Value::string(split_name(&func(cx, call)?.name).1))),
        BuiltinFunction::new("public getStartLine(): int|false", |cx, call| line(cx, call, |func| func.decl.line_start)),
        BuiltinFunction::new("public getStaticVariables(): array", static_variables),
        BuiltinFunction::new("public returnsReference(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.decl.returns_reference))),
        BuiltinFunction::new("public hasReturnType(): bool", |cx, call| {
            let func = func(cx, call)?;
            Ok(Value::bool(func.return_type.is_some() && !is_tentative(func)))
        }),
        BuiltinFunction::new("public getReturnType(): ?ReflectionType", |cx, call| {
            let func = func(cx, call)?;
            types::of(cx, func.return_type.as_ref().filter(|_| !is_tentative(func)))
        }),
        BuiltinFunction::new("public hasTentativeReturnType(): bool", |cx, call| {
            let func = func(cx, call)?;
            Ok(Value::bool(func.return_type.is_some() && is_tentative(func)))
        }),
        BuiltinFunction::new("public getTentativeReturnType(): ?ReflectionType", |cx, call| {
            let func = func(cx, call)?;
            types::of(cx, func.return_type.as_ref().filter(|_| is_tentative(func)))
        }),
        BuiltinFunction::new("public getAttributes(?string $name = null, int $flags = 0): array", |cx, call| {
            let func = func(cx, call)?;
            let target = if func.class.is_some() && !func.is_closure() { attribute::METHOD } else { attribute::FUNCTION };
            let place = attribute::Place { all: &func.decl.attributes, unit: func.unit(), scope: func.class, target };
            attribute::list(cx, call, place)
        }),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("abstract class ReflectionFunctionAbstract implements Reflector")
};

static FUNCTION: BuiltinClass = BuiltinClass {
    constants: &[("IS_DEPRECATED", BuiltinConst::Int(2048))],
    methods: &[
        BuiltinFunction::new("public __construct(Closure|string $function)", construct),
        BuiltinFunction::new("public __toString(): string", |cx, call| {
            let func = func(cx, call)?;
            let text = text::function(cx, func, None, b"")?;
            Ok(Value::string(&text))
        }),
        BuiltinFunction::new("public isAnonymous(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.is_closure()))),
        BuiltinFunction::new("public isDisabled(): bool", |cx, _| {
            phpc_core::diagnostics::deprecated(
                cx,
                "Method ReflectionFunction::isDisabled() is deprecated since 8.0, as ReflectionFunction can no longer be constructed for \
                 disabled functions",
            )?;
            Ok(Value::FALSE)
        }),
        BuiltinFunction::new("public invoke(mixed ...$args): mixed", |cx, call| {
            let named = instance::named(call);
            let callable = callable(cx, call)?;
            calls::call_named(cx, &callable, call.rest(0).to_vec(), named)
        }),
        BuiltinFunction::new("public invokeArgs(array $args = []): mixed", |cx, call| {
            let (args, named) = calls::split_arguments(cx, &call.array_opt(0).unwrap_or_else(Array::new))?;
            let callable = callable(cx, call)?;
            calls::call_named(cx, &callable, args, named)
        }),
        BuiltinFunction::new("public getClosure(): Closure", |cx, call| {
            let callable = callable(cx, call)?;
            Ok(closures::from_callable(callable).into())
        }),
    ],
    ..BuiltinClass::new("class ReflectionFunction extends ReflectionFunctionAbstract")
};

fn construct(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    if let Some(closure) = call.arg(0).as_object().cloned() {
        if let Some(callable) = closures::callable(&closure) {
            fill(call.this(), Subject::Function(callable.func, Some(closure)));
        }
        return Ok(Value::NULL);
    }
    let name = call.string(cx, 0)?;
    match functions::lookup(&name) {
        Some(func) => fill(call.this(), Subject::Function(func, None)),
        None => return throw(cx, message!("Function ", name.strip_prefix(b"\\").unwrap_or(&name), "() does not exist")),
    }
    Ok(Value::NULL)
}

fn closure(cx: &mut Cx, call: &Call) -> Result<Option<Object>> {
    Ok(match subject(cx, call)? {
        Subject::Function(_, closure) => closure,
        _ => None,
    })
}

fn callable(cx: &mut Cx, call: &Call) -> Result<Callable> {
    let closure = closure(cx, call)?;
    match closure.as_ref().and_then(closures::callable) {
        Some(callable) => Ok(callable),
        None => Ok(Callable { func: func(cx, call)?, target: Target::None, closure: None }),
    }
}

fn line(cx: &mut Cx, call: &Call, which: fn(FuncRef) -> u32) -> Result<Value> {
    let func = func(cx, call)?;
    Ok(or_false(func.unit().map(|_| Value::int(i64::from(which(func))))))
}

pub(crate) fn is_deprecated(func: FuncRef) -> bool {
    func.decl.deprecated || func.decl.attributes.iter().any(|attribute| attribute.name.eq_ignore_ascii_case(b"Deprecated"))
}

/// Return types of most builtin methods are tentative.
pub(crate) fn is_tentative(func: FuncRef) -> bool {
    func.unit().is_none() && func.class.is_some_and(|class| class.is_builtin()) && func.name.lower() != b"__tostring"
}

fn used_variables(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let mut used = Array::new();
    if let Some(closure) = closure(cx, call)? {
        for (index, (name, by_reference)) in func(cx, call)?.decl.uses.iter().enumerate() {
            let value = closures::captured(&closure, index);
            used.set_bytes(name, if *by_reference { value } else { value.into_plain() });
        }
    }
    Ok(used.into())
}

fn static_variables(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let func = func(cx, call)?;
    let mut values = Array::new();
    if let Some(closure) = closure(cx, call)? {
        return Ok(closures::static_values(&closure, func).into());
    }
    for (index, (name, _)) in func.decl.statics.iter().enumerate() {
        let value = func.static_cell(index).get();
        values.set_bytes(name, if value.is_undef() { Value::NULL } else { value });
    }
    Ok(values.into())
}
