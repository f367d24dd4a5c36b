//! LogicException, RuntimeException and what derives from them.

use crate::support::*;

pub(crate) static CLASSES: Classes = &[
    &LOGIC, &BAD_FUNCTION_CALL, &BAD_METHOD_CALL, &DOMAIN, &INVALID_ARGUMENT, &LENGTH, &OUT_OF_RANGE, &RUNTIME, &OUT_OF_BOUNDS,
    &OVERFLOW, &RANGE, &UNDERFLOW, &UNEXPECTED_VALUE,
];

static LOGIC: BuiltinClass = BuiltinClass::new("class LogicException extends Exception");
static BAD_FUNCTION_CALL: BuiltinClass = BuiltinClass::new("class BadFunctionCallException extends LogicException");
static BAD_METHOD_CALL: BuiltinClass = BuiltinClass::new("class BadMethodCallException extends BadFunctionCallException");
static DOMAIN: BuiltinClass = BuiltinClass::new("class DomainException extends LogicException");
static INVALID_ARGUMENT: BuiltinClass = BuiltinClass::new("class InvalidArgumentException extends LogicException");
static LENGTH: BuiltinClass = BuiltinClass::new("class LengthException extends LogicException");
static OUT_OF_RANGE: BuiltinClass = BuiltinClass::new("class OutOfRangeException extends LogicException");
static RUNTIME: BuiltinClass = BuiltinClass::new("class RuntimeException extends Exception");
static OUT_OF_BOUNDS: BuiltinClass = BuiltinClass::new("class OutOfBoundsException extends RuntimeException");
static OVERFLOW: BuiltinClass = BuiltinClass::new("class OverflowException extends RuntimeException");
static RANGE: BuiltinClass = BuiltinClass::new("class RangeException extends RuntimeException");
static UNDERFLOW: BuiltinClass = BuiltinClass::new("class UnderflowException extends RuntimeException");
static UNEXPECTED_VALUE: BuiltinClass = BuiltinClass::new("class UnexpectedValueException extends RuntimeException");
