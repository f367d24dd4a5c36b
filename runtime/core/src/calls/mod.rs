//! Calling functions by name and by value.
//!
//! [`call`] calls a resolved [`Callable`]; [`callable::resolve`] makes one from any value; [`method`] finds methods by name
//! with visibility; [`bind`] is what the generic entries of PHP functions do with raw arguments; [`native`] is the generic
//! entry of builtins.

pub mod autoload;
pub mod bind;
pub mod callable;
pub mod coerce;
pub mod depth;
pub mod deprecation;
pub mod func;
pub mod magic;
pub mod method;
pub mod named;
pub mod native;

use phpc_abi::decl::Passing;
use phpc_abi::layout::{CALL_HAS_THIS, CALL_MAY_HAVE_UNDEF, CALL_NAMED_EXTRA};

use crate::diagnostics;
use crate::classes::{ClassRef, FuncRef};
use crate::frames;
use crate::message;
use crate::{Array, Cx, Object, Reference, Result, Value, pending};

pub use callable::Callable;

/// What a function is called on.
#[derive(Clone)]
pub enum Target {
    None,
    /// The class that `static` means.
    Class(ClassRef),
    This(Object),
}

impl Target {
    pub fn of_class(class: Option<ClassRef>) -> Target {
        class.map_or(Target::None, Target::Class)
    }
    pub fn class(&self) -> Option<ClassRef> {
        match self {
            Target::None => None,
            Target::Class(class) => Some(class),
            Target::This(object) => Some(object.class_ref()),
        }
    }
    pub fn this(&self) -> Option<&Object> {
        match self {
            Target::This(object) => Some(object),
            _ => None,
        }
    }
}

/// Calls with positional arguments. The engine's own calls are weakly typed.
pub fn call(cx: &mut Cx, callable: &Callable, args: Vec<Value>) -> Result<Value> {
    let mut args = args;
    pass_by_value(cx, callable.func, &mut args)?;
    Ok(invoke(cx, callable.func, &callable.target, callable.closure.as_ref(), args, 0)?.into_plain())
}

/// The same with a fixed number of arguments, which takes no memory: for callbacks of loops.
pub fn call_with<const N: usize>(cx: &mut Cx, callable: &Callable, args: [Value; N]) -> Result<Value> {
    call_received(cx, callable.func, Receiver::of(&callable.target), callable.closure.as_ref(), args)
}

/// The same on what the caller holds.
#[inline]
fn call_received<const N: usize>(
    cx: &mut Cx, func: FuncRef, receiver: Receiver, closure: Option<&Object>, mut args: [Value; N],
) -> Result<Value> {
    pass_by_value(cx, func, &mut args)?;
    deprecation::check(cx, func)?;
    depth::check(cx)?;
    let mut args = std::mem::ManuallyDrop::new(args);
    // SAFETY: the callee takes the arguments over, which are not dropped here.
    let enter = || unsafe { enter_raw(func, receiver, closure, args.as_mut_ptr(), N as u64) };
    let value = depth::deeper(depth::CALL, enter)?;
    Ok(value.into_plain())
}

/// Calls any callable value, or throws the Error that `$f()` throws.
pub fn call_value(cx: &mut Cx, callable: &Value, args: Vec<Value>) -> Result<Value> {
    let callable = callable::resolve_for_call(cx, callable)?;
    call(cx, &callable, args)
}

/// Calls with positional and named arguments, as `call_user_func_array` does.
pub fn call_named(cx: &mut Cx, callable: &Callable, args: Vec<Value>, named: Vec<(crate::Str, Value)>) -> Result<Value> {
    if named.is_empty() {
        return call(cx, callable, args);
    }
    let mut args = args;
    pass_by_value(cx, callable.func, &mut args)?;
    let (mut args, extra, flags) = named::place(cx, callable.func, args, named)?;
    let mut flags = flags;
    if let Some(extra) = extra {
        args.push(extra.into());
        flags |= CALL_NAMED_EXTRA;
    }
    Ok(invoke(cx, callable.func, &callable.target, callable.closure.as_ref(), args, flags)?.into_plain())
}

/// Calls a function or method that is in hand.
pub fn call_func(cx: &mut Cx, func: FuncRef, target: Target, args: Vec<Value>, flags: u64) -> Result<Value> {
    Ok(invoke(cx, func, &target, None, args, flags)?.into_plain())
}

/// Calls a method of an object that the engine knows to exist (`__toString`, `offsetGet`, …): no visibility check.
pub fn call_on(cx: &mut Cx, object: &Object, func: FuncRef, args: Vec<Value>) -> Result<Value> {
    let mut args = args;
    pass_by_value(cx, func, &mut args)?;
    call_func(cx, func, receiver(func, object), args, 0)
}

/// What a method that is called on an object gets: the object, or if it is static the object's class.
fn receiver(func: FuncRef, object: &Object) -> Target {
    if func.is_static() { Target::Class(object.class_ref()) } else { Target::This(object.clone()) }
}

/// The same with a fixed number of arguments, which takes no memory.
pub fn call_on_with<const N: usize>(cx: &mut Cx, object: &Object, func: FuncRef, args: [Value; N]) -> Result<Value> {
    call_received(cx, func, Receiver::on(func, object), None, args)
}

/// Calls a public method by lower-case name; Error if there is none.
pub fn call_method(cx: &mut Cx, object: &Object, lower: &[u8], args: Vec<Value>) -> Result<Value> {
    match object.class_ref().method(lower) {
        Some(func) => call_on(cx, object, func, args),
        None => {
            let text = message!("Call to undefined method ", object.class_ref().name, "::", lower, "()");
            crate::exceptions::throw_error(cx, text)
        }
    }
}

/// [`enter`] after the deprecation that calling `func` means.
#[inline]
pub fn invoke(
    cx: &mut Cx,
    func: FuncRef,
    target: &Target,
    closure: Option<&Object>,
    args: Vec<Value>,
    flags: u64,
) -> Result<Value> {
    deprecation::check(cx, func)?;
    enter(cx, func, target, closure, args, flags)
}

/// [`invoke`] for calls that PHP code itself makes: they may nest as deep as memory goes.
pub fn invoke_from_code(
    cx: &mut Cx,
    func: FuncRef,
    target: &Target,
    closure: Option<&Object>,
    args: Vec<Value>,
    flags: u64,
) -> Result<Value> {
    deprecation::check(cx, func)?;
    enter_from_code(func, target, closure, args, flags)
}

/// A call from the engine: [`enter_from_code`] one level deeper.
pub fn enter(
    cx: &mut Cx,
    func: FuncRef,
    target: &Target,
    closure: Option<&Object>,
    args: Vec<Value>,
    flags: u64,
) -> Result<Value> {
    depth::check(cx)?;
    depth::deeper(depth::CALL, || enter_from_code(func, target, closure, args, flags))
}

/// The one way from Rust into a function: passes `args` as they are (references for by-reference parameters), keeps the
/// chain of activations, and turns the pending word into an `Err`. With `CALL_NAMED_EXTRA` the last value is the array.
/// The result may be a reference if the function returns by reference.
pub fn enter_from_code(
    func: FuncRef,
    target: &Target,
    closure: Option<&Object>,
    mut args: Vec<Value>,
    flags: u64,
) -> Result<Value> {
    let count = args.len() - usize::from(flags & CALL_NAMED_EXTRA != 0);
    // SAFETY: the callee owns them, so they are forgotten here; the memory stays until after the call.
    unsafe {
        args.set_len(0);
        enter_raw(func, Receiver::of(target), closure, args.as_mut_ptr(), count as u64 | flags)
    }
}

/// [`enter_from_code`] with a fixed number of arguments, which takes no memory.
pub fn enter_with<const N: usize>(func: FuncRef, target: &Target, args: [Value; N]) -> Result<Value> {
    let mut args = std::mem::ManuallyDrop::new(args);
    // SAFETY: the callee takes the arguments over, which are not dropped here.
    unsafe { enter_raw(func, Receiver::of(target), None, args.as_mut_ptr(), N as u64) }
}

/// A target as generic entries take it: `$this` or a class, and the flag that says which.
#[derive(Clone, Copy)]
struct Receiver {
    this_or_class: *const u8,
    flag: u64,
}

impl Receiver {
    #[inline]
    fn of(target: &Target) -> Receiver {
        match target {
            Target::None => Receiver { this_or_class: std::ptr::null(), flag: 0 },
            Target::Class(class) => Receiver { this_or_class: class.as_head().cast(), flag: 0 },
            Target::This(object) => Receiver { this_or_class: object.as_ptr().cast_const().cast(), flag: CALL_HAS_THIS },
        }
    }
    /// As [`receiver`].
    #[inline]
    fn on(func: FuncRef, object: &Object) -> Receiver {
        match func.is_static() {
            true => Receiver { this_or_class: object.class_ref().as_head().cast(), flag: 0 },
            false => Receiver { this_or_class: object.as_ptr().cast_const().cast(), flag: CALL_HAS_THIS },
        }
    }
}

/// # Safety
/// `args` points to as many values as `count_flags` says, which the callee takes over.
#[inline]
unsafe fn enter_raw(func: FuncRef, receiver: Receiver, closure: Option<&Object>, args: *mut Value, count_flags: u64) -> Result<Value> {
    let Receiver { this_or_class, flag } = receiver;
    let closure = closure.map_or(std::ptr::null(), |closure| closure.as_ptr().cast_const());
    let entry = func.head().entry;
    // SAFETY: a generic entry with its own descriptor; the caller's arguments; receiver and `closure` are held by the caller
    // during the call.
    let enter =
        || unsafe { Value::from_raw(entry(func.as_head(), this_or_class, args.cast(), count_flags | flag, closure)) };
    // Builtins stay in Rust and need no record of the way in.
    let result = if func.is_user() { frames::entering(enter) } else { enter() };
    pending::check()?;
    Ok(result)
}

/// Plain values for by-value parameters; for by-reference ones a warning and a temporary reference, as PHP's own callbacks
/// do it.
fn pass_by_value(cx: &mut Cx, func: FuncRef, args: &mut [Value]) -> Result {
    if func.head().by_ref == 0 && func.params.len() <= 64 && args.iter().all(|arg| !arg.is_reference()) {
        return Ok(());
    }
    for number in 0..args.len() {
        match func.passing(number) {
            Passing::Value if args[number].is_reference() => args[number] = args[number].deref(),
            Passing::Reference if !args[number].is_reference() => {
                let text = message!(native::argument(func, number), " must be passed by reference, value given");
                diagnostics::warning(cx, &text)?;
                args[number] = Reference::new(std::mem::take(&mut args[number])).into();
            }
            _ => {}
        }
    }
    Ok(())
}

/// Splits an array of arguments into positional and named ones (`call_user_func_array`, spread).
pub fn split_arguments(cx: &mut Cx, array: &Array) -> Result<(Vec<Value>, Vec<(crate::Str, Value)>)> {
    let mut positional = Vec::with_capacity(array.len());
    let mut named = Vec::new();
    for (key, value) in array.iter_raw() {
        match key {
            crate::Key::Str(name) => named.push((name.clone(), value.to_value())),
            crate::Key::Int(_) if !named.is_empty() => {
                return crate::exceptions::throw_error(cx, b"Cannot use positional argument after named argument".to_vec());
            }
            crate::Key::Int(_) => positional.push(value.to_value()),
        }
    }
    Ok((positional, named))
}

/// Flags for a call whose positional arguments have holes.
pub const MAY_HAVE_UNDEF: u64 = CALL_MAY_HAVE_UNDEF;
