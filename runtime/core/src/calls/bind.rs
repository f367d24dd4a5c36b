//! From raw arguments to the parameters of a PHP function, as its generic entry needs them.

use phpc_abi::decl::{Const, Initializer, Passing};
use phpc_abi::layout::{CALL_HAS_THIS, CALL_NAMED_EXTRA, CALL_STRICT, ClassHead, ObjectHeader};
use phpc_abi::value::RawValue;

use super::coerce::{self, Mode};
use super::native::argument;
use crate::classes::display::{class_name, resolved_type};
use crate::classes::types::TypeScope;
use crate::classes::{Class, ClassRef, FuncRef};
use crate::exceptions::{throw_argument_count_error, throw_type_error};
use crate::frames::{self, BuiltinFrame};
use crate::message;
use crate::traces;
use crate::{Array, Cx, Reference, Result, Value, pending};

/// Binds `count` raw arguments (owned; consumed on success and on failure) to the parameters. `out` gets one value for each
/// parameter, the variadic one included: UNDEF where a default must be computed by the body. Returns surplus arguments.
///
/// # Safety
/// `args` holds the arguments as `GenericEntry` says, `out` has room for all parameters; `this_or_class` as there.
pub unsafe fn bind(
    cx: &mut Cx,
    func: FuncRef,
    this_or_class: *const u8,
    args: *mut RawValue,
    count_flags: u64,
    out: *mut RawValue,
) -> Result<Option<Array>> {
    let count = count_flags as u32 as usize;
    if count <= func.params.len() && !func.is_variadic() && count_flags & CALL_NAMED_EXTRA == 0 {
        // SAFETY: as this function's.
        return unsafe { bind_plain(cx, func, this_or_class, args, count_flags, out) }.map(|()| None);
    }
    // SAFETY: the arguments are ours; the memory under them is nobody else's during the call.
    let (owned, named): (&mut [Value], Option<Value>) = unsafe {
        let owned = if count == 0 { &mut [] } else { std::slice::from_raw_parts_mut(args.cast(), count) };
        (owned, (count_flags & CALL_NAMED_EXTRA != 0).then(|| Value::from_raw(*args.add(count))))
    };
    // SAFETY: the caller's promise.
    let (this, class) = unsafe { receiver(func, this_or_class, count_flags) };
    let frame = BuiltinFrame {
        func: func.as_head(),
        this: this.cast_const().cast(),
        class: class.map_or(std::ptr::null(), Class::as_head),
        args: owned.as_ptr().cast(),
        count: owned.len(),
    };
    let strict = count_flags & CALL_STRICT != 0;
    let named = named.as_ref().and_then(Value::as_array);
    // SAFETY: `out` has room for all parameters.
    unsafe {
        (0..func.params.len()).for_each(|at| out.add(at).write(RawValue::UNDEF));
        let places = std::slice::from_raw_parts_mut(out.cast::<Value>(), func.params.len());
        let bound = frames::in_binding(frame, || bind_owned(cx, func, class, owned, named, strict, places));
        owned.iter_mut().for_each(|arg| std::ptr::drop_in_place(arg));
        bound
    }
}

/// `$this` or null, and the class called.
///
/// # Safety
/// As for [`bind`].
unsafe fn receiver(func: FuncRef, this_or_class: *const u8, count_flags: u64) -> (*mut ObjectHeader, Option<ClassRef>) {
    let has_this = count_flags & CALL_HAS_THIS != 0;
    let this = if has_this { this_or_class.cast_mut().cast::<ObjectHeader>() } else { std::ptr::null_mut() };
    // SAFETY: the caller's promise.
    let class = unsafe {
        match (has_this, this_or_class.is_null()) {
            (true, _) => Some(Class::from_head((*this).class)),
            (false, false) => Some(Class::from_head(this_or_class.cast::<ClassHead>())),
            (false, true) => func.class,
        }
    };
    (this, class)
}

/// No surplus arguments, none by name: they are converted where the parameters go.
///
/// # Safety
/// As for [`bind`].
unsafe fn bind_plain(
    cx: &mut Cx,
    func: FuncRef,
    this_or_class: *const u8,
    args: *mut RawValue,
    count_flags: u64,
    out: *mut RawValue,
) -> Result {
    let (count, places) = (count_flags as u32 as usize, func.params.len());
    // SAFETY: the arguments are ours and move; `out` has room for all parameters.
    let slots: &mut [Value] = unsafe {
        std::ptr::copy_nonoverlapping(args, out, count);
        for at in count..places {
            out.add(at).write(RawValue::UNDEF);
        }
        std::slice::from_raw_parts_mut(out.cast(), places)
    };
    // SAFETY: the caller's promise.
    let (this, class) = unsafe { receiver(func, this_or_class, count_flags) };
    let frame = BuiltinFrame {
        func: func.as_head(),
        this: this.cast_const().cast(),
        class: class.map_or(std::ptr::null(), Class::as_head),
        args: out,
        count,
    };
    let strict = count_flags & CALL_STRICT != 0;
    let bound = frames::in_binding(frame, || {
        if count < func.head().required as usize {
            return too_few(cx, func, count);
        }
        (0..count).try_for_each(|number| coerce_at(cx, func, class, number, slots, strict))
    });
    if bound.is_err() {
        slots.iter_mut().for_each(|slot| drop(std::mem::take(slot)));
        slots.iter_mut().for_each(|slot| *slot = Value::UNDEF);
        return bound;
    }
    for (number, slot) in slots.iter_mut().enumerate() {
        if slot.is_undef() {
            *slot = default_value(func, number);
        }
    }
    Ok(())
}

/// Moves the arguments to the parameters; what stays behind is the caller's. `out` is UNDEF and stays so on failure.
fn bind_owned(
    cx: &mut Cx,
    func: FuncRef,
    class: Option<ClassRef>,
    args: &mut [Value],
    named: Option<&Array>,
    strict: bool,
    out: &mut [Value],
) -> Result<Option<Array>> {
    let places = func.head().params as usize;
    if args.len() < func.head().required as usize {
        return too_few(cx, func, args.len());
    }
    for number in 0..args.len().min(places) {
        coerce_at(cx, func, class, number, args, strict)?;
    }
    let mut extra = None;
    if func.is_variadic() {
        let mut array = Array::with_capacity(args.len().saturating_sub(places));
        for number in places..args.len() {
            coerce_at(cx, func, class, number, args, strict)?;
            array.push(std::mem::take(&mut args[number]));
        }
        // They live until the call ends, whatever becomes of the parameter.
        extra = Some(array.clone()).filter(|all| !all.is_empty());
        if let Some(named) = named {
            let mut number = args.len();
            for (key, value) in named.iter_raw() {
                let mut one = [value.to_value()];
                number += 1;
                coerce_value(cx, func, class, places.max(number - 1), &mut one, 0, strict)?;
                let [value] = one;
                array.set(key, value);
            }
        }
        out[places] = array.into();
    } else if args.len() > places {
        let mut array = Array::with_capacity(args.len() - places);
        for arg in &mut args[places..] {
            array.push(std::mem::take(arg).into_plain());
        }
        extra = Some(array);
    }
    for (number, place) in out[..places].iter_mut().enumerate() {
        let given = args.get_mut(number).map_or(Value::UNDEF, std::mem::take);
        *place = if given.is_undef() { default_value(func, number) } else { given };
    }
    Ok(extra)
}

/// The default if it is a constant, else UNDEF: the body computes it.
fn default_value(func: FuncRef, number: usize) -> Value {
    let param = &func.params[number];
    let value = match &param.decl.default {
        Some(Initializer::Const(Const::Null)) => Value::NULL,
        Some(Initializer::Const(value)) => crate::units::constant_value(value),
        _ => return Value::UNDEF,
    };
    let value = match (&param.ty, value.as_int()) {
        // `float $x = 1`
        (Some(ty), Some(number)) if ty.mask.0 & coerce::mask_of(&value).0 == 0 && ty.mask.contains(phpc_abi::decl::TypeMask::FLOAT) => {
            Value::float(number as f64)
        }
        _ => value,
    };
    if param.decl.passing == Passing::Reference { Reference::new(value).into() } else { value }
}

fn coerce_at(cx: &mut Cx, func: FuncRef, class: Option<ClassRef>, number: usize, args: &mut [Value], strict: bool) -> Result {
    coerce_value(cx, func, class, number, args, number, strict)
}

/// Coerces `args[at]`, which is argument `number`.
fn coerce_value(
    cx: &mut Cx,
    func: FuncRef,
    class: Option<ClassRef>,
    number: usize,
    args: &mut [Value],
    at: usize,
    strict: bool,
) -> Result {
    let Some(param) = func.param(number) else { return Ok(()) };
    if args[at].is_undef() {
        return Ok(());
    }
    let by_ref = param.decl.passing != Passing::Value;
    if by_ref && !args[at].is_reference() {
        args[at] = Reference::new(std::mem::take(&mut args[at])).into();
    } else if !by_ref && args[at].is_reference() {
        args[at] = args[at].deref();
    }
    let Some(ty) = &param.ty else { return Ok(()) };
    if by_ref {
        let cell = args[at].as_reference().expect("just made");
        if ty.mask.contains(coerce::mask_of_tag(cell.tag())) {
            return Ok(());
        }
        let cell = cell.clone();
        let value = cell.get();
        if ty.mask.0 & coerce::mask_of(&value).0 != 0 {
            return Ok(());
        }
        return match coerce::coerce(cx, ty, value, class, Mode::user(strict))? {
            Ok(value) => {
                cell.set(value);
                pending::check()
            }
            Err(value) => wrong_argument(cx, func, number, &value),
        };
    }
    if ty.mask.0 & coerce::mask_of(&args[at]).0 != 0 {
        return Ok(());
    }
    let value = args[at].clone();
    match coerce::coerce(cx, ty, value, class, Mode::user(strict))? {
        Ok(value) => args[at] = value,
        Err(value) => return wrong_argument(cx, func, number, &value),
    }
    Ok(())
}

/// One argument of a specialised call (the callee's frame is current).
pub fn coerce_param(
    cx: &mut Cx,
    func: FuncRef,
    class: Option<ClassRef>,
    number: usize,
    value: Value,
    strict: bool,
) -> Result<Value> {
    let mut one = [value];
    coerce_value(cx, func, class, number, &mut one, 0, strict)?;
    let [value] = one;
    Ok(value)
}

#[cold]
fn wrong_argument(cx: &mut Cx, func: FuncRef, number: usize, value: &Value) -> Result {
    let ty = func.param(number).and_then(|param| param.ty.as_ref()).expect("a type was checked");
    let called = match traces::caller_position() {
        Some(at) => message!(", called in ", &*at.file, " on line ", at.line.to_string()),
        None => Vec::new(),
    };
    let wanted = resolved_type(ty.text, TypeScope::default());
    throw_type_error(
        cx,
        message!(argument(func, number), " must be of type ", wanted, ", ", coerce::type_name(value), " given", called),
    )
}

#[cold]
pub fn too_few<T>(cx: &mut Cx, func: FuncRef, count: usize) -> Result<T> {
    let required = func.head().required as usize;
    let bound = if required == func.head().params as usize && !func.is_variadic() { "exactly" } else { "at least" };
    let place = match traces::caller_position() {
        Some(at) => message!(" in ", &*at.file, " on line ", at.line.to_string()),
        None => Vec::new(),
    };
    throw_argument_count_error(
        cx,
        message!(
            "Too few arguments to function ", func.full_name(), "(), ", count.to_string(), " passed", place, " and ", bound, " ",
            required.to_string(), " expected"
        ),
    )
}

/// Checks and coerces a return value; `value` None: the function ended without `return`.
pub fn verify_return(cx: &mut Cx, func: FuncRef, value: Option<Value>, called: Option<ClassRef>) -> Result<Value> {
    let Some(ty) = &func.return_type else { return Ok(value.unwrap_or(Value::NULL)) };
    let Some(value) = value else {
        return throw_type_error(
            cx,
            message!(func.full_name(), "(): Return value must be of type ", ty.text, ", none returned"),
        );
    };
    if ty.mask.0 & phpc_abi::decl::TypeMask::VOID.0 != 0 {
        return Ok(value);
    }
    let cell = value.as_reference().cloned();
    let plain = value.deref();
    match coerce::coerce(cx, ty, plain, called, Mode::user(func.decl.strict))? {
        Ok(plain) => Ok(match cell {
            Some(cell) => {
                cell.set(plain);
                cell.into()
            }
            None => plain,
        }),
        Err(value) => throw_type_error(
            cx,
            message!(
                func.full_name(), "(): Return value must be of type ", with_static(ty.text, called), ", ",
                coerce::type_name(&value), " returned"
            ),
        ),
    }
}

/// A type's text with `static` as the class that it means.
fn with_static(text: &[u8], called: Option<ClassRef>) -> Vec<u8> {
    let Some(called) = called else { return text.to_vec() };
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'\\') || *byte >= 0x80;
    let words = text.chunk_by(|left, right| is_word(left) == is_word(right));
    let shown = words.map(|word| if word == b"static" { class_name(called) } else { word });
    shown.collect::<Vec<_>>().concat()
}

/// The default of a parameter, where the body has to compute it.
pub fn param_default(cx: &mut Cx, func: FuncRef, number: usize, class: Option<ClassRef>) -> Result<Value> {
    let param = &func.params[number];
    let value = match (&param.decl.default, func.unit()) {
        (Some(Initializer::Thunk(index)), Some(unit)) => unit.run_thunk(cx, *index, func.class)?,
        (Some(Initializer::Const(value)), _) => crate::units::constant_value(value),
        _ => Value::NULL,
    };
    let Some(ty) = &param.ty else { return Ok(value) };
    match coerce::coerce(cx, ty, value, class, Mode::user(func.decl.strict))? {
        Ok(value) => Ok(value),
        Err(value) => {
            wrong_argument(cx, func, number, &value)?;
            Ok(Value::NULL)
        }
    }
}
