//! Throwable and its builtin classes.

use super::slot;
use crate::calls::native::Call;
use crate::classes::builtin::{BuiltinClass, BuiltinFunction, Handlers};
use crate::classes::display::class_name;
use crate::classes::{Class, ClassRef, table};
use crate::traces;
use crate::traces::display::trace_text;
use crate::{Cx, Object, Result, Str, Value, message};

pub static CLASSES: &[&BuiltinClass] = &[
    &THROWABLE, &EXCEPTION, &ERROR_EXCEPTION, &ERROR, &COMPILE_ERROR, &PARSE_ERROR, &TYPE_ERROR, &VALUE_ERROR,
    &ARITHMETIC_ERROR, &DIVISION_BY_ZERO_ERROR, &ARGUMENT_COUNT_ERROR, &UNHANDLED_MATCH_ERROR, &REQUEST_PARSE_BODY_EXCEPTION,
];

const fn abstract_method(signature: &'static str) -> BuiltinFunction {
    BuiltinFunction::new(signature, unreachable_method)
}
fn unreachable_method(_: &mut Cx, call: &mut Call) -> Result<Value> {
    unreachable!("abstract method {:?} called", call.func)
}

static THROWABLE: BuiltinClass = BuiltinClass {
    methods: &[
        abstract_method("public getMessage(): string"),
        abstract_method("public getCode()"),
        abstract_method("public getFile(): string"),
        abstract_method("public getLine(): int"),
        abstract_method("public getTrace(): array"),
        abstract_method("public getPrevious(): ?Throwable"),
        abstract_method("public getTraceAsString(): string"),
    ],
    handlers: Handlers { implement: Some(implement_throwable), ..Handlers::NONE },
    ..BuiltinClass::new("interface Throwable extends Stringable")
};

fn implement_throwable(class: ClassRef, _: ClassRef) -> std::result::Result<(), String> {
    let root: &Class = class.ancestry().last().unwrap_or(class);
    if class.is_interface() || matches!(root.name.lower(), b"exception" | b"error") {
        return Ok(());
    }
    if class.is_enum() {
        return Err(format!("Enum {} cannot implement interface Throwable", class.name));
    }
    Err(format!(
        "{} {} cannot implement interface Throwable, extend Exception or Error instead",
        class.kind_name(),
        class.name
    ))
}

const METHODS: &[BuiltinFunction] = &[
    BuiltinFunction::new("private __clone(): void", |_, _| Ok(Value::NULL)),
    BuiltinFunction::new("public __construct(string $message = \"\", int $code = 0, ?Throwable $previous = null)", construct),
    BuiltinFunction::new("public __wakeup()", |_, _| Ok(Value::NULL)),
    BuiltinFunction::new("final public getMessage(): string", |cx, call| get_string(cx, call, slot::MESSAGE)),
    BuiltinFunction::new("final public getCode()", |_, call| Ok(call.this().slot(slot::CODE).into_plain())),
    BuiltinFunction::new("final public getFile(): string", |cx, call| get_string(cx, call, slot::FILE)),
    BuiltinFunction::new("final public getLine(): int", |_, call| Ok(call.this().slot(slot::LINE).into_plain())),
    BuiltinFunction::new("final public getTrace(): array", |_, call| Ok(call.this().slot(slot::TRACE).into_plain())),
    BuiltinFunction::new("final public getPrevious(): ?Throwable", |_, call| Ok(call.this().slot(slot::PREVIOUS).into_plain())),
    BuiltinFunction::new("final public getTraceAsString(): string", |cx, call| {
        Ok(trace_text(cx, &call.this().slot(slot::TRACE).into_plain(), true)?.into())
    }),
    BuiltinFunction::new("public __toString(): string", |cx, call| Ok(to_string(cx, call.this())?.into())),
];

const HANDLERS: Handlers = Handlers { initialise: Some(initialise), ..Handlers::NONE };

static EXCEPTION: BuiltinClass = BuiltinClass {
    properties: &[
        "protected $message = \"\"", "private string $string = \"\"", "protected $code = 0", "protected string $file = \"\"",
        "protected int $line = 0", "private array $trace = []", "private ?Throwable $previous = null",
    ],
    methods: METHODS,
    handlers: HANDLERS,
    ..BuiltinClass::new("class Exception implements Throwable")
};

static ERROR: BuiltinClass = BuiltinClass {
    properties: &[
        "protected $message = \"\"", "private string $string = \"\"", "protected $code = 0", "protected string $file = \"\"",
        "protected int $line", "private array $trace = []", "private ?Throwable $previous = null",
    ],
    methods: METHODS,
    handlers: HANDLERS,
    ..BuiltinClass::new("class Error implements Throwable")
};

static ERROR_EXCEPTION: BuiltinClass = BuiltinClass {
    properties: &["protected int $severity = 1"],
    methods: &[
        BuiltinFunction::new(
            "public __construct(string $message = \"\", int $code = 0, int $severity = E_ERROR, ?string $filename = null, \
             ?int $line = null, ?Throwable $previous = null)",
            construct_error_exception,
        ),
        BuiltinFunction::new("final public getSeverity(): int", |_, call| Ok(call.this().slot(slot::SEVERITY).into_plain())),
    ],
    ..BuiltinClass::new("class ErrorException extends Exception")
};

static COMPILE_ERROR: BuiltinClass = BuiltinClass::new("class CompileError extends Error");
static PARSE_ERROR: BuiltinClass = BuiltinClass::new("class ParseError extends CompileError");
static TYPE_ERROR: BuiltinClass = BuiltinClass::new("class TypeError extends Error");
static VALUE_ERROR: BuiltinClass = BuiltinClass::new("class ValueError extends Error");
static ARITHMETIC_ERROR: BuiltinClass = BuiltinClass::new("class ArithmeticError extends Error");
static DIVISION_BY_ZERO_ERROR: BuiltinClass = BuiltinClass::new("class DivisionByZeroError extends ArithmeticError");
static ARGUMENT_COUNT_ERROR: BuiltinClass = BuiltinClass::new("class ArgumentCountError extends TypeError");
static UNHANDLED_MATCH_ERROR: BuiltinClass = BuiltinClass::new("class UnhandledMatchError extends Error");
static REQUEST_PARSE_BODY_EXCEPTION: BuiltinClass = BuiltinClass::new("class RequestParseBodyException extends Exception");

/// A new exception knows where it was made.
fn initialise(_cx: &mut Cx, object: &Object) {
    let options = traces::display::Options { with_args: traces::display::keeps_args(), ..Default::default() };
    let (position, trace) = traces::display::build_here(options);
    object.set_slot(slot::FILE, position.file.into());
    object.set_slot(slot::LINE, Value::int(i64::from(position.line)));
    object.set_slot(slot::TRACE, trace.into());
}

fn construct(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    if call.has(0) {
        this.set_slot(slot::MESSAGE, call.arg(0).clone());
    }
    if call.has(1) {
        set_declared(cx, this, b"code", slot::CODE, call.arg(1).clone())?;
    }
    if call.arg(2).as_object().is_some() {
        this.set_slot(slot::PREVIOUS, call.arg(2).clone());
    }
    Ok(Value::NULL)
}

/// Subclasses may have redeclared the property; the slot is the same.
fn set_declared(_cx: &mut Cx, this: &Object, _name: &[u8], slot: usize, value: Value) -> Result {
    this.set_slot(slot, value);
    Ok(())
}

fn construct_error_exception(_cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    if call.has(0) {
        this.set_slot(slot::MESSAGE, call.arg(0).clone());
    }
    if call.int_or(1, 0) != 0 {
        this.set_slot(slot::CODE, call.arg(1).clone());
    }
    if call.arg(5).as_object().is_some() {
        this.set_slot(slot::PREVIOUS, call.arg(5).clone());
    }
    this.set_slot(slot::SEVERITY, Value::int(call.int_or(2, 1)));
    let file = call.str_opt(3);
    let line = call.arg(4).as_int();
    if let Some(file) = &file {
        this.set_slot(slot::FILE, file.clone().into());
    }
    match line {
        Some(line) => this.set_slot(slot::LINE, Value::int(line)),
        None if file.is_some() => this.set_slot(slot::LINE, Value::int(0)),
        None => {}
    }
    Ok(Value::NULL)
}

fn get_string(cx: &mut Cx, call: &mut Call, slot: usize) -> Result<Value> {
    let value = call.this().slot(slot).into_plain();
    Ok(crate::convert::to_str(cx, &value)?.into())
}

/// The text of an exception with its previous ones, oldest first.
pub fn to_string(cx: &mut Cx, exception: &Object) -> Result<Str> {
    let throwable = table::class_table().known("throwable");
    let mut text: Vec<u8> = Vec::new();
    let mut seen: Vec<Object> = Vec::new();
    let mut current = Some(exception.clone());
    while let Some(object) = current.filter(|object| object.class_ref().is_subclass_of(throwable)) {
        let mut message = crate::convert::to_str(cx, &object.slot(slot::MESSAGE).into_plain())?.to_vec();
        let file = crate::convert::to_str(cx, &object.slot(slot::FILE).into_plain())?;
        let line = crate::convert::to_int(cx, &object.slot(slot::LINE).into_plain())?;
        let class = object.class_ref();
        let exact = matches!(class.name.lower(), b"typeerror" | b"argumentcounterror");
        if exact && message.windows(12).any(|part| part == b", called in ") {
            message.extend_from_slice(b" and defined");
        }
        let trace = crate::calls::call_method(cx, &object, b"gettraceasstring", Vec::new())?;
        let trace = trace.as_str().cloned().unwrap_or_else(Str::empty);
        let separator: &[u8] = if message.is_empty() { b"" } else { b": " };
        let next: &[u8] = if text.is_empty() { b"" } else { b"\n\nNext " };
        text = message!(
            class_name(class), separator, message, " in ", &*file, ":", line.to_string(), "\nStack trace:\n", &*trace, next, text
        );
        seen.push(object.clone());
        current = object.slot(slot::PREVIOUS).into_plain().as_object().cloned();
        if current.as_ref().is_some_and(|next| seen.iter().any(|old| old.ptr_eq(next))) {
            break;
        }
    }
    let text = Str::new(&text);
    exception.set_slot(slot::STRING, text.clone().into());
    Ok(text)
}

