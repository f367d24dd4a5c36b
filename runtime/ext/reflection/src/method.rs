//! ReflectionMethod.

use phpc_core::abi::decl::Modifiers;
use phpc_core::calls::native::Call;
use phpc_core::calls::{self, Callable, Target};
use phpc_core::classes::builtin::{BuiltinClass, BuiltinConst, BuiltinFunction};
use phpc_core::classes::display::class_name;
use phpc_core::classes::{ClassRef, FuncRef};
use phpc_core::names::Name;
use phpc_core::{Array, Cx, Object, Result, Str, Value, closures, message};

use crate::subject::{Subject, class_of, fill, func, make, member_bits, subject, throw};
use crate::{instance, text};

pub(crate) static CLASSES: &[&BuiltinClass] = &[&METHOD];

static METHOD: BuiltinClass = BuiltinClass {
    constants: &[
        ("IS_STATIC", BuiltinConst::Int(16)), ("IS_PUBLIC", BuiltinConst::Int(1)), ("IS_PROTECTED", BuiltinConst::Int(2)),
        ("IS_PRIVATE", BuiltinConst::Int(4)), ("IS_ABSTRACT", BuiltinConst::Int(64)), ("IS_FINAL", BuiltinConst::Int(32)),
    ],
    properties: &["public string $class"],
    methods: &[
        BuiltinFunction::new("public __construct(object|string $objectOrMethod, ?string $method = null)", construct),
        BuiltinFunction::new("public static createFromMethodName(string $method): static", |cx, call| {
            let object = phpc_core::behaviour::create::instance(cx, call.class())?;
            let (class, name) = split(cx, call)?;
            let subject = find(cx, class, &name)?;
            fill(&object, subject);
            Ok(object.into())
        }),
        BuiltinFunction::new("public __toString(): string", |cx, call| {
            let Subject::Method(func, class) = subject(cx, call)? else { return Ok(Value::NULL) };
            let text = text::function(cx, func, Some(class), b"")?;
            Ok(Value::string(&text))
        }),
        BuiltinFunction::new("public isPublic(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.is_public()))),
        BuiltinFunction::new("public isPrivate(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.is_private()))),
        BuiltinFunction::new("public isProtected(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.is_protected()))),
        BuiltinFunction::new("public isAbstract(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.is_abstract()))),
        BuiltinFunction::new("public isFinal(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.is_final()))),
        BuiltinFunction::new("public isConstructor(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.is_constructor()))),
        BuiltinFunction::new("public isDestructor(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.name.lower() == b"__destruct"))),
        BuiltinFunction::new("public getClosure(?object $object = null): Closure", |cx, call| {
            let target = target(cx, call, true)?;
            Ok(closures::new(func(cx, call)?, target).into())
        }),
        BuiltinFunction::new("public getModifiers(): int", |cx, call| Ok(Value::int(member_bits(func(cx, call)?.modifiers)))),
        BuiltinFunction::new("public invoke(?object $object, mixed ...$args): mixed", |cx, call| {
            let named = instance::named(call);
            let args = call.rest(1).to_vec();
            invoke(cx, call, args, named)
        }),
        BuiltinFunction::new("public invokeArgs(?object $object = null, array $args = []): mixed", |cx, call| {
            let (args, named) = calls::split_arguments(cx, &call.array_opt(1).unwrap_or_else(Array::new))?;
            invoke(cx, call, args, named)
        }),
        BuiltinFunction::new("public getDeclaringClass(): ReflectionClass", |cx, call| {
            let Subject::Method(func, class) = subject(cx, call)? else { return Ok(Value::NULL) };
            make(cx, "reflectionclass", Subject::Class(func.class.unwrap_or(class), None))
        }),
        BuiltinFunction::new("public getPrototype(): ReflectionMethod", |cx, call| {
            let func = func(cx, call)?;
            match func.prototype.get() {
                Some(prototype) => of(cx, prototype, prototype.class.expect("methods have classes")),
                None => throw(cx, message!("Method ", func.full_name(), " does not have a prototype")),
            }
        }),
        BuiltinFunction::new("public hasPrototype(): bool", |cx, call| Ok(Value::bool(func(cx, call)?.prototype.get().is_some()))),
        BuiltinFunction::new("public setAccessible(bool $accessible): void", |_, _| Ok(Value::NULL)),
    ],
    ..BuiltinClass::new("class ReflectionMethod extends ReflectionFunctionAbstract")
};

/// The reflector of a method.
pub(crate) fn of(cx: &mut Cx, func: FuncRef, class: ClassRef) -> Result<Value> {
    make(cx, "reflectionmethod", Subject::Method(func, class))
}

/// The method called `name` (any case); an object that is a Closure has `__invoke`.
pub(crate) fn find(cx: &mut Cx, class: ClassRef, name: &[u8]) -> Result<Subject> {
    match class.method(&name.to_ascii_lowercase()) {
        Some(func) => Ok(Subject::Method(func, class)),
        None => throw(cx, message!("Method ", class_name(class), "::", name, "() does not exist")),
    }
}

fn construct(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let (class, name) = match call.str_opt(1) {
        Some(name) => (class_of(cx, call.arg(0))?, name),
        None if call.arg(0).as_object().is_some() => {
            return call.type_error(cx, 1, b"must not be null when argument #1 ($objectOrMethod) is an object");
        }
        None => {
            phpc_core::diagnostics::deprecated(
                cx,
                "Calling ReflectionMethod::__construct() with 1 argument is deprecated, use ReflectionMethod::createFromMethodName() \
                 instead",
            )?;
            split(cx, call)?
        }
    };
    let subject = match call.arg(0).as_object().and_then(|object| closure_invoke(object, &name)) {
        Some(subject) => subject,
        None => find(cx, class, &name)?,
    };
    fill(call.this(), subject);
    Ok(Value::NULL)
}

/// `__invoke` of a closure: it has the parameters of the closure's function.
pub(crate) fn closure_invoke(object: &Object, name: &[u8]) -> Option<Subject> {
    let callable = closures::callable(object).filter(|_| name.eq_ignore_ascii_case(b"__invoke"))?;
    let class = object.class_ref();
    Some(Subject::Method(callable.func.copy_into(Some(class), Name::new(b"__invoke"), Modifiers::PUBLIC), class))
}

/// `Class::method`
fn split(cx: &mut Cx, call: &Call) -> Result<(ClassRef, Str)> {
    let text = call.string(cx, 0)?;
    let Some(at) = text.windows(2).position(|pair| pair == b"::") else {
        return throw(cx, message!(phpc_core::calls::native::argument(call.func, 0), " must be a valid method name"));
    };
    Ok((class_of(cx, &Value::string(&text[..at]))?, Str::new(&text[at + 2..])))
}

fn invoke(cx: &mut Cx, call: &mut Call, args: Vec<Value>, named: Vec<(Str, Value)>) -> Result<Value> {
    let func = func(cx, call)?;
    if func.is_abstract() {
        return throw(cx, message!("Trying to invoke abstract method ", func.full_name(), "()"));
    }
    let target = target(cx, call, false)?;
    if let Some(callable) = target.this().and_then(closures::callable).filter(|_| func.name.lower() == b"__invoke") {
        return calls::call_named(cx, &callable, args, named);
    }
    calls::call_named(cx, &Callable { func, target, closure: None }, args, named)
}

/// What the method is called on: argument 0, which static methods ignore.
fn target(cx: &mut Cx, call: &Call, for_closure: bool) -> Result<Target> {
    let Subject::Method(func, class) = subject(cx, call)? else { unreachable!("a method reflector is about a method") };
    if func.is_static() {
        return Ok(Target::Class(class));
    }
    let object: Object = match call.arg(0).as_object() {
        Some(object) => object.clone(),
        None if for_closure => return call.type_error(cx, 0, b"must be provided for instance methods"),
        None => {
            return throw(cx, message!("Trying to invoke non static method ", func.full_name(), "() without an object"));
        }
    };
    if !object.class_ref().is_subclass_of(func.class.unwrap_or(class)) {
        return throw(cx, b"Given object is not an instance of the class this method was declared in".to_vec());
    }
    Ok(Target::This(object))
}
