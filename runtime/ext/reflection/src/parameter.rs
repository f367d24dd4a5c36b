//! ReflectionParameter.

use phpc_core::abi::decl::{Initializer, Passing, TypeMask};
use phpc_core::calls::func::Param;
use phpc_core::calls::native::Call;
use phpc_core::classes::FuncRef;
use phpc_core::classes::builtin::{BuiltinClass, BuiltinFunction};

use phpc_core::units::{self, functions};
use phpc_core::{Cx, Result, Value, closures, message};

use crate::subject::{HANDLERS, Subject, class_of, fill, make, subject, throw};
use crate::{attribute, method, text, types};

pub(crate) static CLASSES: &[&BuiltinClass] = &[&PARAMETER];

static PARAMETER: BuiltinClass = BuiltinClass {
    properties: &["public string $name"],
    methods: &[
        BuiltinFunction::new("private __clone(): void", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("public __construct($function, string|int $param)", construct),
        BuiltinFunction::new("public __toString(): string", |cx, call| {
            let (func, number) = place(cx, call)?;
            Ok(Value::string(&text::parameter(cx, func, number)?))
        }),
        BuiltinFunction::new("public getName(): string", |cx, call| Ok(param(cx, call)?.name.str().into())),
        BuiltinFunction::new("public isPassedByReference(): bool", |cx, call| Ok(Value::bool(param(cx, call)?.is_by_ref()))),
        BuiltinFunction::new("public canBePassedByValue(): bool", |cx, call| {
            Ok(Value::bool(param(cx, call)?.decl.passing != Passing::Reference))
        }),
        BuiltinFunction::new("public getDeclaringFunction(): ReflectionFunctionAbstract", |cx, call| {
            let Subject::Parameter { function, .. } = subject(cx, call)? else { return Ok(Value::NULL) };
            let class = if matches!(*function, Subject::Method(..)) { "reflectionmethod" } else { "reflectionfunction" };
            make(cx, class, *function)
        }),
        BuiltinFunction::new("public getDeclaringClass(): ?ReflectionClass", |cx, call| {
            match place(cx, call)?.0.class {
                Some(class) => make(cx, "reflectionclass", Subject::Class(class, None)),
                None => Ok(Value::NULL),
            }
        }),
        BuiltinFunction::new("public getClass(): ?ReflectionClass", |cx, call| {
            deprecated(cx, "getClass")?;
            let (func, number) = place(cx, call)?;
            let ty = func.params[number].ty.as_ref().map_or(&b""[..], |ty| ty.text);
            let word = ty.strip_prefix(b"?").unwrap_or(ty).to_ascii_lowercase();
            if matches!(word.as_slice(), b"self" | b"parent") && func.class.is_none() {
                return throw(cx, message!("Parameter uses \"", word, "\" as type but function is not a class member"));
            }
            if word == b"parent" && func.class.is_some_and(|class| class.parent().is_none()) {
                return throw(cx, b"Parameter uses \"parent\" as type although class does not have a parent".to_vec());
            }
            let name = func.params[number].ty.as_ref().and_then(|ty| ty.members.first()).and_then(|member| member.first()).map(|named| named.name);
            let Some(name) = name else { return Ok(Value::NULL) };
            let class = class_of(cx, &name.str().into())?;
            make(cx, "reflectionclass", Subject::Class(class, None))
        }),
        BuiltinFunction::new("public hasType(): bool", |cx, call| Ok(Value::bool(param(cx, call)?.ty.is_some()))),
        BuiltinFunction::new("public getType(): ?ReflectionType", |cx, call| {
            let param = param(cx, call)?;
            types::of(cx, param.ty.as_ref())
        }),
        BuiltinFunction::new("public isArray(): bool", |cx, call| {
            deprecated(cx, "isArray")?;
            is_only(cx, call, TypeMask::ARRAY)
        }),
        BuiltinFunction::new("public isCallable(): bool", |cx, call| {
            deprecated(cx, "isCallable")?;
            is_only(cx, call, TypeMask::CALLABLE)
        }),
        BuiltinFunction::new("public allowsNull(): bool", |cx, call| {
            Ok(Value::bool(param(cx, call)?.ty.as_ref().is_none_or(|ty| ty.allows_null())))
        }),
        BuiltinFunction::new("public getPosition(): int", |cx, call| Ok(Value::int(place(cx, call)?.1 as i64))),
        BuiltinFunction::new("public isOptional(): bool", |cx, call| {
            let (func, number) = place(cx, call)?;
            Ok(Value::bool(number >= func.head().required as usize))
        }),
        BuiltinFunction::new("public isDefaultValueAvailable(): bool", |cx, call| Ok(Value::bool(has_default(param(cx, call)?)))),
        BuiltinFunction::new("public getDefaultValue(): mixed", |cx, call| {
            let (func, number) = place(cx, call)?;
            if !has_default(&func.params[number]) {
                return throw(cx, b"Internal error: Failed to retrieve the default value".to_vec());
            }
            default_value(cx, func, &func.params[number])
        }),
        BuiltinFunction::new("public isDefaultValueConstant(): bool", |cx, call| {
            let param = param(cx, call)?;
            if !has_default(param) {
                return throw(cx, b"Internal error: Failed to retrieve the default value".to_vec());
            }
            Ok(Value::bool(constant_name(param).is_some()))
        }),
        BuiltinFunction::new("public getDefaultValueConstantName(): ?string", |cx, call| {
            let param = param(cx, call)?;
            if !has_default(param) {
                return throw(cx, b"Internal error: Failed to retrieve the default value".to_vec());
            }
            Ok(constant_name(param).map_or(Value::NULL, Value::string))
        }),
        BuiltinFunction::new("public isVariadic(): bool", |cx, call| Ok(Value::bool(param(cx, call)?.decl.variadic))),
        BuiltinFunction::new("public isPromoted(): bool", |cx, call| Ok(Value::bool(param(cx, call)?.decl.promoted))),
        BuiltinFunction::new("public getAttributes(?string $name = null, int $flags = 0): array", |cx, call| {
            let (func, number) = place(cx, call)?;
            let all = &func.params[number].decl.attributes;
            let place = attribute::Place { all, unit: func.unit(), scope: func.class, target: attribute::PARAMETER };
            attribute::list(cx, call, place)
        }),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("class ReflectionParameter implements Reflector")
};

pub(crate) fn make_parameter(cx: &mut Cx, function: &Subject, number: usize) -> Result<Value> {
    make(cx, "reflectionparameter", Subject::Parameter { function: Box::new(function.clone()), number })
}

fn place(cx: &mut Cx, call: &Call) -> Result<(FuncRef, usize)> {
    match subject(cx, call)? {
        Subject::Parameter { function, number } => Ok((function.func(), number)),
        _ => unreachable!("a parameter reflector is about a parameter"),
    }
}
fn param(cx: &mut Cx, call: &Call) -> Result<&'static Param> {
    let (func, number) = place(cx, call)?;
    Ok(&func.params[number])
}

fn construct(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let function = function_of(cx, call)?;
    let params = &function.func().params;
    let number = match call.arg(1).as_int() {
        Some(number) => match usize::try_from(number).ok().filter(|&number| number < params.len()) {
            Some(number) => number,
            None => return throw(cx, b"The parameter specified by its offset could not be found".to_vec()),
        },
        None => {
            let name = call.string(cx, 1)?;
            match params.iter().position(|param| *param.name == *name) {
                Some(number) => number,
                None => return throw(cx, b"The parameter specified by its name could not be found".to_vec()),
            }
        }
    };
    fill(call.this(), Subject::Parameter { function: Box::new(function), number });
    Ok(Value::NULL)
}

fn function_of(cx: &mut Cx, call: &Call) -> Result<Subject> {
    if let Some(name) = call.str_opt(0) {
        return match functions::lookup(&name) {
            Some(func) => Ok(Subject::Function(func, None)),
            None => throw(cx, message!("Function ", name.strip_prefix(b"\\").unwrap_or(&name), "() does not exist")),
        };
    }
    if let Some(pair) = call.array_opt(0) {
        let parts = (pair.get_int(0).map(|class| class.to_value()), pair.get_int(1).map(|name| name.to_value()));
        let (Some(class), Some(name)) = parts else {
            return throw(cx, b"Expected array($object, $method) or array($classname, $method)".to_vec());
        };
        let class = class_of(cx, &class)?;
        let name = phpc_core::convert::to_str(cx, &name)?;
        return method::find(cx, class, &name);
    }
    if let Some(object) = call.object_opt(0) {
        if let Some(callable) = closures::callable(&object) {
            return Ok(Subject::Function(callable.func, Some(object)));
        }
        let class = object.class_ref();
        return match class.method(b"__invoke") {
            Some(func) => Ok(Subject::Method(func, class)),
            None => throw(cx, message!("Method ", class.name, "::__invoke() does not exist")),
        };
    }
    let given = phpc_core::convert::type_name(call.arg(0));
    let argument = phpc_core::calls::native::argument(call.func, 0);
    throw(cx, message!(argument, " must be a string, an array(class, method), or a callable object, ", &*given, " given"))
}

pub(crate) fn has_default(param: &Param) -> bool {
    param.decl.default.is_some() && !param.decl.variadic
}

/// Computes the default, in the scope of the function's class.
pub(crate) fn default_value(cx: &mut Cx, func: FuncRef, param: &Param) -> Result<Value> {
    match (&param.decl.default, func.unit()) {
        (Some(Initializer::Thunk(index)), Some(unit)) => unit.run_thunk(cx, *index, func.class),
        (Some(Initializer::Const(value)), _) => Ok(units::constant_value(value)),
        _ => Ok(Value::NULL),
    }
}

/// The default if it is the name of a constant.
pub(crate) fn constant_name(param: &Param) -> Option<&'static [u8]> {
    let text: &'static [u8] = &param.decl.default_text;
    let starts = text.first().is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'\\') || *byte >= 0x80);
    let is_name = starts && text.iter().all(|&byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'\\' | b':') || byte >= 0x80);
    let literal = [&b"null"[..], b"true", b"false"].iter().any(|word| text.eq_ignore_ascii_case(word));
    (is_name && !literal && !text.ends_with(b"::class")).then(|| text.strip_prefix(b"\\").unwrap_or(text))
}

fn deprecated(cx: &mut Cx, name: &str) -> Result {
    let text = format!("Method ReflectionParameter::{name}() is deprecated since 8.0, use ReflectionParameter::getType() instead");
    phpc_core::diagnostics::deprecated(cx, &text)
}

fn is_only(cx: &mut Cx, call: &Call, mask: TypeMask) -> Result<Value> {
    let without_null = |given: TypeMask| TypeMask(given.0 & !TypeMask::NULL.0);
    Ok(Value::bool(param(cx, call)?.ty.as_ref().is_some_and(|ty| ty.members.is_empty() && without_null(ty.mask) == mask)))
}
