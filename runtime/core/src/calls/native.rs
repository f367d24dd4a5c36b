//! Calls of builtins: one generic entry for all, arguments checked and converted by the declared signature, a record for
//! traces.

use phpc_abi::decl::{Initializer, Passing, TypeMask};
use phpc_abi::layout::{
    CALL_HAS_THIS, CALL_NAMED_EXTRA, CALL_STRICT, ClassHead, FuncHead, ObjectHeader,
};
use phpc_abi::value::{RawValue, Tag};

use super::coerce::{self, Mode};
use super::func::{Body, Func, Param};
use crate::diagnostics;
use crate::classes::{Class, ClassRef, FuncRef};
use crate::exceptions::{throw_argument_count_error, throw_type_error};
use crate::message;
use crate::frames::{self, BuiltinFrame};
use crate::{Array, Cx, Object, Reference, Result, Str, Value, View};

/// A builtin being called. Arguments are plain values of the declared types, except that by-reference ones are references;
/// arguments left out are UNDEF (or beyond the count), and the function supplies the default.
pub struct Call<'a> {
    pub func: FuncRef,
    this: Option<&'a Object>,
    class: Option<ClassRef>,
    args: &'a mut [Value],
    /// Named arguments collected by a variadic parameter.
    pub named: Option<Array>,
    pub flags: u64,
    closure: Option<&'a Object>,
}

impl<'a> Call<'a> {
    /// Arguments passed.
    pub fn count(&self) -> usize {
        self.args.len()
    }
    pub fn has(&self, number: usize) -> bool {
        self.args.get(number).is_some_and(|arg| !arg.is_undef())
    }
    /// NULL where none was passed.
    pub fn arg(&self, number: usize) -> &Value {
        const NULL: &Value = &Value::NULL;
        self.args.get(number).filter(|arg| !arg.is_undef()).unwrap_or(NULL)
    }
    /// Takes the argument out (traces of what follows show NULL for it).
    pub fn take(&mut self, number: usize) -> Value {
        self.args.get_mut(number).map_or(Value::NULL, |arg| std::mem::replace(arg, Value::NULL))
    }
    pub fn args(&self) -> &[Value] {
        self.args
    }
    /// All arguments from `number` on.
    pub fn rest(&self, number: usize) -> &[Value] {
        self.args.get(number..).unwrap_or(&[])
    }
    /// `$this`.
    pub fn this(&self) -> &'a Object {
        self.this.expect("instance methods are called with an object")
    }
    pub fn this_opt(&self) -> Option<&'a Object> {
        self.this
    }
    /// The class a static method was called on.
    pub fn class(&self) -> ClassRef {
        self.class.or(self.this.map(|this| this.class_ref())).or(self.func.class).expect("a method")
    }
    pub fn closure(&self) -> Option<&'a Object> {
        self.closure
    }
    pub fn is_strict(&self) -> bool {
        self.flags & CALL_STRICT != 0
    }

    pub fn int(&self, _cx: &mut Cx, number: usize) -> Result<i64> {
        Ok(self.arg(number).as_int().unwrap_or(0))
    }
    pub fn int_or(&self, number: usize, default: i64) -> i64 {
        self.arg(number).as_int().unwrap_or(default)
    }
    pub fn float_or(&self, number: usize, default: f64) -> f64 {
        let arg = self.arg(number);
        arg.as_float().or(arg.as_int().map(|number| number as f64)).unwrap_or(default)
    }
    pub fn bool_or(&self, number: usize, default: bool) -> bool {
        self.arg(number).as_bool().unwrap_or(default)
    }
    pub fn string(&self, _cx: &mut Cx, number: usize) -> Result<Str> {
        Ok(self.str_opt(number).unwrap_or_else(Str::empty))
    }
    pub fn str_opt(&self, number: usize) -> Option<Str> {
        self.arg(number).as_str().cloned()
    }
    pub fn array_opt(&self, number: usize) -> Option<Array> {
        self.arg(number).as_array().cloned()
    }
    pub fn object_opt(&self, number: usize) -> Option<Object> {
        self.arg(number).as_object().cloned()
    }
    pub fn reference(&self, number: usize) -> Option<Reference> {
        self.arg(number).as_reference().cloned()
    }

    /// "f(): Argument #N ($x) TEXT" as a ValueError.
    pub fn value_error<T>(&self, cx: &mut Cx, number: usize, text: &str) -> Result<T> {
        crate::exceptions::throw_value_error(cx, message!(argument(self.func, number), " ", text))
    }
    pub fn type_error<T>(&self, cx: &mut Cx, number: usize, text: &[u8]) -> Result<T> {
        throw_type_error(cx, message!(argument(self.func, number), " ", text))
    }
}

/// "f(): Argument #N ($x)"
pub fn argument(func: &Func, number: usize) -> Vec<u8> {
    let name = match func.params.get(number) {
        Some(param) if !param.decl.variadic => message!(" ($", param.name, ")"),
        _ => Vec::new(),
    };
    message!(func.full_name(), "(): Argument #", (number + 1).to_string(), name)
}

/// The generic entry of builtins and of what the runtime makes up.
///
/// # Safety
/// As [`phpc_abi::layout::GenericEntry`] says.
pub unsafe extern "C" fn native_entry(
    func: *const FuncHead,
    this_or_class: *const u8,
    args: *mut RawValue,
    count_flags: u64,
    closure: *const ObjectHeader,
) -> RawValue {
    // SAFETY: descriptors are made by `Func::new`.
    let func = unsafe { Func::from_head(func) };
    let count = count_flags as u32 as usize;
    // SAFETY: `count` values, and one more with the flag, that are ours from now on; the memory is not used by others
    // during the call.
    let (args, named): (&mut [Value], Option<Value>) = unsafe {
        (
            if count == 0 { &mut [] } else { std::slice::from_raw_parts_mut(args.cast(), count) },
            (count_flags & CALL_NAMED_EXTRA != 0).then(|| Value::from_raw(*args.add(count))),
        )
    };
    let closure = closure.cast_mut();
    let this = this_or_class.cast_mut().cast::<ObjectHeader>();
    let has_this = count_flags & CALL_HAS_THIS != 0;
    // SAFETY: borrowed pointers that the caller keeps alive.
    let (this, class, closure) = unsafe {
        (
            has_this.then(|| Object::ref_from(&raw const this)),
            (!has_this && !this_or_class.is_null()).then(|| Class::from_head(this_or_class.cast::<ClassHead>())),
            (!closure.is_null()).then(|| Object::ref_from(&raw const closure)),
        )
    };
    let mut cx = Cx::enter();
    let named = named.and_then(|extra| extra.as_array().cloned());
    let result = run(&mut cx, func, this, class, args, named, count_flags, closure);
    for arg in args {
        // SAFETY: the value is ours; nothing looks at the memory after this.
        unsafe { std::ptr::drop_in_place(arg) };
    }
    match result {
        Ok(value) if crate::pending::is_pending() => {
            drop(value);
            RawValue::UNDEF
        }
        Ok(value) => value.into_raw(),
        Err(_) => RawValue::UNDEF,
    }
}

#[allow(clippy::too_many_arguments)]
fn run(
    cx: &mut Cx,
    func: FuncRef,
    this: Option<&Object>,
    class: Option<ClassRef>,
    args: &mut [Value],
    named: Option<Array>,
    flags: u64,
    closure: Option<&Object>,
) -> Result<Value> {
    if let Body::MagicCall { target } = func.body {
        return super::magic::call(cx, func, target, this, class, args, named);
    }
    let native = match func.body {
        Body::Builtin(builtin) => builtin.call,
        Body::Native(native) => native,
        Body::Abstract => {
            return crate::exceptions::throw_error(cx, message!("Cannot call abstract method ", func.full_name(), "()"));
        }
        Body::User { unit, index } => {
            panic!("function {} of {} has no generic entry", index.0, unit.path)
        }
        Body::MagicCall { .. } => unreachable!("handled above"),
    };
    let frame = BuiltinFrame {
        func: func.as_head(),
        this: this.map_or(std::ptr::null(), |this| this.as_ptr().cast_const().cast()),
        class: class.map_or(std::ptr::null(), Class::as_head),
        args: args.as_ptr().cast(),
        count: args.len(),
    };
    frames::in_builtin(frame, || {
        prepare(cx, func, args, flags)?;
        if named.is_some() && !takes_named(func) {
            let text = message!(func.full_name(), "() does not accept unknown named parameters");
            return throw_argument_count_error(cx, text);
        }
        let mut call = Call { func, this, class, args, named, flags, closure };
        native(cx, &mut call)
    })
}

/// Variadic builtins that pass their arguments on, named ones too, call them `$args`.
fn takes_named(func: FuncRef) -> bool {
    func.params.last().is_none_or(|param| param.name.bytes() == b"args")
}

/// Checks the count and converts the arguments in order.
fn prepare(cx: &mut Cx, func: FuncRef, args: &mut [Value], flags: u64) -> Result {
    check_count(cx, func, args.len())?;
    if let Body::Builtin(builtin) = func.body
        && let Some(text) = builtin.deprecated
    {
        let kind = if func.class.is_some() { "Method " } else { "Function " };
        diagnostics::deprecated(cx, &message!(kind, func.full_name(), "() is deprecated", text))?;
    }
    let strict = flags & CALL_STRICT != 0;
    for number in 0..args.len() {
        let Some(param) = func.param(number) else { break };
        if !fits(param, &args[number]) {
            convert_argument(cx, func, number, param, args, strict)?;
        }
    }
    Ok(())
}

/// Is it a plain value of the parameter's type, or for a parameter by reference a reference to one?
#[inline]
fn fits(param: &Param, value: &Value) -> bool {
    let tag = match value.view() {
        View::Reference(cell) if param.decl.passing != Passing::Value => cell.tag(),
        _ => value.tag(),
    };
    match (&param.ty, tag) {
        (_, Tag::UNDEF | Tag::REFERENCE) => false,
        (None, _) => true,
        (Some(ty), tag) => ty.mask.contains(coerce::mask_of_tag(tag)),
    }
}

fn convert_argument(cx: &mut Cx, func: FuncRef, number: usize, param: &Param, args: &mut [Value], strict: bool) -> Result {
    if args[number].is_undef() {
        if param.is_optional() {
            return Ok(());
        }
        return throw_argument_count_error(cx, message!(argument(func, number), " not passed"));
    }
    let by_ref = param.decl.passing != Passing::Value && args[number].is_reference();
    if args[number].is_reference() && !by_ref {
        args[number] = args[number].deref();
    }
    let Some(ty) = &param.ty else { return Ok(()) };
    let value = if by_ref { args[number].deref() } else { std::mem::take(&mut args[number]) };
    if ty.mask.0 & coerce::mask_of(&value).0 != 0 {
        if !by_ref {
            args[number] = value;
        }
        return Ok(());
    }
    const SCALAR: u32 = TypeMask::BOOL.0 | TypeMask::INT.0 | TypeMask::FLOAT.0 | TypeMask::STRING.0;
    if value.is_null() && !strict && ty.mask.0 & SCALAR != 0 {
        diagnostics::deprecated(
            cx,
            &message!(
                func.full_name(), "(): Passing null to parameter #", (number + 1).to_string(), " ($", param.name, ") of type ",
                ty.text, " is deprecated"
            ),
        )?;
    }
    let is_callable = ty.mask.contains(TypeMask::CALLABLE);
    let mode = Mode { strict, null_to_scalar: true };
    match coerce::coerce(cx, ty, value, None, mode)? {
        Ok(value) if by_ref => {
            if let Some(cell) = args[number].as_reference() {
                cell.set(value);
            }
        }
        Ok(value) => args[number] = value,
        Err(value) => {
            args[number] = value.clone();
            if is_callable {
                let reason = super::callable::why_not_callable(cx, &value)?;
                let or_null = if ty.allows_null() { " or null" } else { "" };
                return throw_type_error(
                    cx,
                    message!(argument(func, number), " must be a valid callback", or_null, ", ", reason),
                );
            }
            // PHP's own check for these names only the array.
            let wanted: &[u8] = if ty.text == b"array|object" { b"array" } else { ty.text };
            return throw_type_error(
                cx,
                message!(argument(func, number), " must be of type ", wanted, ", ",coerce::type_name(&value), " given"),
            );
        }
    }
    Ok(())
}

fn check_count(cx: &mut Cx, func: FuncRef, count: usize) -> Result {
    let required = func.head().required as usize;
    let maximum = if func.is_variadic() { usize::MAX } else { func.params.len() };
    if (required..=maximum).contains(&count) {
        return Ok(());
    }
    let (bound, number) = match (required == maximum, count < required) {
        (true, _) => ("exactly", required),
        (false, true) => ("at least", required),
        (false, false) => ("at most", maximum),
    };
    let plural = if number == 1 { "" } else { "s" };
    throw_argument_count_error(
        cx,
        message!(
            func.full_name(), "() expects ", bound, " ", number.to_string(), " argument", plural, ", ", count.to_string(), " given"
        ),
    )
}

/// The default of a builtin's parameter where it is a literal (Reflection, named arguments).
pub fn literal_default(param: &Param) -> Option<Value> {
    match &param.decl.default {
        Some(Initializer::Const(value)) => Some(crate::units::constant_value(value)),
        _ => None,
    }
}

// What emitted code calls for builtins: stores its caller's frame, then goes on to [`native_entry`].
#[cfg(target_arch = "x86_64")]
std::arch::global_asm!(
    ".globl php_builtin_entry",
    "php_builtin_entry:",
    "mov [rip + php_frame], rbp",
    "mov [rip + php_frame + 8], rsp",
    "jmp {entry}",
    entry = sym native_entry,
);
#[cfg(target_arch = "aarch64")]
std::arch::global_asm!(
    ".globl php_builtin_entry",
    "php_builtin_entry:",
    "adrp x16, php_frame",
    "add x16, x16, :lo12:php_frame",
    "stp x29, x30, [x16]",
    "b {entry}",
    entry = sym native_entry,
);

/// Symbol of the generic entry of builtins for emitted code.
pub const ENTRY_SYMBOL: &str = "php_builtin_entry";
