//! Calls under construction, for callees that are only known when the program runs; binding of parameters.

use super::class::{from_pointer, func_of, maybe_func};
use super::words::{Pointer, Slot};
use crate::calls::func::Func;
use crate::calls::{self, Callable, Target, bind, callable, method, named};
use crate::classes::ClassRef;
use crate::exceptions::throw_error;
use crate::global::Global;
use crate::message;
use crate::units::functions;
use crate::{Array, Cx, Key, Object, Reference, Result, Str, Value, closures, convert, diagnostics, pending};
use phpc_abi::decl::Passing;
use phpc_abi::layout::{CALL_KEEP_REFERENCE, CALL_NAMED_EXTRA};

/// A call whose callee is resolved and whose arguments are being evaluated.
pub struct Call {
    /// None: a constructor that does not exist (arguments are evaluated all the same).
    callee: Option<Callable>,
    args: Vec<Value>,
    named: Vec<(Str, Value)>,
    /// `arg_name` came; the next argument has this name.
    next_name: Option<Str>,
    /// For constructors: the object whose destructor must not run if they throw.
    constructed: Option<Object>,
}

/// Calls that were used up, with room for arguments, to be used again.
static POOL: Global<Vec<Box<Call>>> = Global::new(Vec::new());

fn begin(callee: Option<Callable>, args: i64) -> Pointer {
    let mut call = POOL.with(Vec::pop).unwrap_or_else(|| {
        Box::new(Call { callee: None, args: Vec::new(), named: Vec::new(), next_name: None, constructed: None })
    });
    call.callee = callee;
    call.args.reserve(args as usize);
    Box::into_raw(call).cast()
}

fn finish(mut call: Box<Call>) {
    call.callee = None;
    call.next_name = None;
    call.constructed = None;
    call.args.clear();
    call.named.clear();
    POOL.with(|pool| {
        if pool.len() < 64 {
            pool.push(call);
        }
    });
}

fn current<'a>(call: Pointer) -> &'a mut Call {
    // SAFETY: emitted code passes what a `begin` gave it and has not ended yet; nobody else has it.
    unsafe { &mut *call.cast::<Call>() }
}

fn take(call: Pointer) -> Box<Call> {
    // SAFETY: as above; emitted code forgets it now.
    unsafe { Box::from_raw(call.cast()) }
}

// ---- callees

/// `cache` (one word): the function this site called first (exact 2.7).
pub fn begin_function(name: &Str, fallback: Pointer, args: i64, cache: Pointer) -> Result<Pointer> {
    let cell = cache.cast::<*const Func>();
    // SAFETY: a word of the unit for this site.
    if let Some(func) = unsafe { (*cell).as_ref() } {
        return Ok(begin(Some(Callable::of_function(func)), args));
    }
    let func = match functions::lookup(name) {
        Some(func) => Some(func),
        // SAFETY: null or a string literal.
        None => unsafe { super::class::maybe_str(fallback) }.and_then(|fallback| functions::lookup(&fallback)),
    };
    let Some(func) = func else {
        return throw_error(&mut Cx::enter(), message!("Call to undefined function ", &**name, "()"));
    };
    // SAFETY: as above.
    unsafe { *cell = func };
    Ok(begin(Some(Callable::of_function(func)), args))
}

pub fn begin_value(callee: &Value, args: i64, func: Pointer) -> Result<Pointer> {
    let callee = callable::resolve_for_call_from(&mut Cx::enter(), callee, super::class::maybe_func(func))?;
    Ok(begin(Some(callee), args))
}

pub(super) fn method_name(cx: &mut Cx, name: &Value) -> Result<Str> {
    match name.as_str() {
        Some(name) => Ok(name.clone()),
        None => throw_error(cx, b"Method name must be a string".to_vec()),
    }
}

/// `cache` (three words): class, public method and name found last; only for immortal names (literals): their addresses stay
/// theirs.
pub fn begin_method(object: Value, name: &Value, args: i64, func: Pointer, cache: Pointer) -> Result<Pointer> {
    let cx = &mut Cx::enter();
    let object = object.into_plain();
    let Some(object) = object.as_object().cloned() else {
        let name = method_name(cx, name)?;
        let ty = convert::value_name(&object);
        return throw_error(cx, message!("Call to a member function ", &*name, "() on ", &*ty));
    };
    let class = object.class_ref();
    let words = cache.cast::<*const u8>();
    let literal = name.as_str().filter(|name| name.is_immortal() && !cache.is_null());
    let spelling = literal.map_or(std::ptr::null(), |name| name.as_ptr().cast_const().cast::<u8>());
    let found = if spelling.is_null() {
        None
    } else {
        // SAFETY: words of the unit for this site: class, function, name.
        unsafe {
            (*words == (class as *const _ as *const u8) && *words.add(2) == spelling).then(|| &*(*words.add(1)).cast::<Func>())
        }
    };
    let callee = match found {
        Some(func) => func,
        None => {
            let Some(callee) = super::callee::by_name(cx, &object, name, maybe_func(func))? else {
                return Ok(begin(closures::callable(&object), args));
            };
            if !spelling.is_null() && callee.is_public() && !callee.changed.get() && callee.is_user() {
                // SAFETY: as above.
                unsafe {
                    *words = class as *const _ as *const u8;
                    *words.add(1) = std::ptr::from_ref(callee).cast();
                    *words.add(2) = spelling;
                }
            }
            callee
        }
    };
    let target = if callee.is_static() { Target::Class(class) } else { Target::This(object) };
    Ok(begin(Some(Callable { func: callee, target, closure: None }), args))
}

/// `flags`: 2 `this_or_class` is `$this`, 1 the class was written `parent`, `self` or `static` (the late static binding
/// class is passed on).
pub fn begin_static(class: Pointer, name: &Value, args: i64, func: Pointer, this_or_class: Pointer, flags: i64) -> Result<Pointer> {
    let cx = &mut Cx::enter();
    let class = from_pointer(class);
    let this = if flags & 2 != 0 { super::class::maybe_object(this_or_class) } else { None };
    let callee = super::callee::find_static(cx, class, name, maybe_func(func), this.as_ref())?;
    let target = if callee.is_static() {
        let late = match &this {
            Some(this) => Some(this.class_ref()),
            None if flags & 2 == 0 && !this_or_class.is_null() => Some(from_pointer(this_or_class)),
            None => None,
        };
        let forwarded = late.filter(|late| flags & 1 != 0 && late.is_subclass_of(class));
        Target::Class(forwarded.unwrap_or(class))
    } else {
        Target::This(this.expect("other methods are found with an object only"))
    };
    Ok(begin(Some(Callable { func: callee, target, closure: None }), args))
}

pub fn begin_constructor(object: &Object, args: i64, func: Pointer) -> Result<Pointer> {
    let cx = &mut Cx::enter();
    let class = object.class_ref();
    let Some(constructor) = class.magic.constructor else { return Ok(begin(None, args)) };
    let scope = maybe_func(func).and_then(|func| func.class);
    let checked = method::of_object(cx, class, &constructor.name, constructor.name.lower(), scope);
    if checked.is_err() {
        object.suppress_destructor();
    }
    checked?;
    let pointer = begin(Some(Callable { func: constructor, target: Target::This(object.clone()), closure: None }), args);
    current(pointer).constructed = Some(object.clone());
    Ok(pointer)
}

/// `parent::$property::get()`: the parent's hook, or plain access where it has none.
pub fn begin_hook(property: &Str, hook: i64, args: i64, func: Pointer, this: &Object) -> Result<Pointer> {
    let callee = crate::behaviour::parent_hook(&mut Cx::enter(), this, property, hook == 1, func_of(func))?;
    Ok(begin(Some(callee), args))
}

// ---- arguments

impl Call {
    /// How the next argument travels.
    fn passing(&self) -> Passing {
        let Some(callee) = &self.callee else { return Passing::Value };
        match &self.next_name {
            None => callee.func.passing(self.args.len()),
            Some(name) => match named::position(callee.func, name) {
                Some(at) => callee.func.passing(at),
                None => callee.func.passing(usize::MAX),
            },
        }
    }

    fn push(&mut self, value: Value) {
        match self.next_name.take() {
            Some(name) => self.named.push((name, value)),
            None => self.args.push(value),
        }
    }
}

pub fn arg(call: Pointer, value: Value) -> Result {
    let call = current(call);
    let value = value.into_plain();
    // Only builtins that prefer references come here with one that is wanted; then a temporary one does.
    if call.passing() == Passing::Reference {
        call.push(Reference::new(value).into());
    } else {
        call.push(value);
    }
    Ok(())
}

pub fn wants_reference(call: Pointer) -> i64 {
    match current(call).passing() {
        Passing::Value => 0,
        Passing::Reference => 1,
        Passing::PreferReference => 2,
    }
}

pub fn arg_reference(call: Pointer, reference: Value) -> Result {
    current(call).push(reference);
    Ok(())
}

pub fn arg_result(call: Pointer, value: Value) -> Result {
    let call = current(call);
    match call.passing() {
        Passing::Value => call.push(value.into_plain()),
        _ if value.is_reference() => call.push(value),
        Passing::PreferReference => call.push(value),
        Passing::Reference => {
            diagnostics::notice(&mut Cx::enter(), "Only variables should be passed by reference")?;
            call.push(Reference::new(value).into());
        }
    }
    Ok(())
}

pub fn arg_expression(call: Pointer, value: Value) -> Result {
    let call = current(call);
    if call.passing() != Passing::Reference {
        call.push(value.into_plain());
        return Ok(());
    }
    let callee = call.callee.as_ref().expect("it has a parameter");
    let at = match &call.next_name {
        Some(name) => named::position(callee.func, name).unwrap_or(call.args.len()),
        None => call.args.len(),
    };
    let text = message!(calls::native::argument(callee.func, at), " could not be passed by reference");
    throw_error(&mut Cx::enter(), text)
}

/// Elements that the callee wants by reference become references in the variable's array.
pub fn arg_spread(call: Pointer, base: Slot) -> Result {
    let cx = &mut Cx::enter();
    let call = current(call);
    let source = base.get(0).into_plain();
    let Some(array) = source.as_array() else {
        return spread_iterable(cx, call, &source);
    };
    let wants_any = call.callee.as_ref().is_some_and(|callee| {
        (call.args.len()..call.args.len() + array.len()).any(|at| callee.func.passing(at) != Passing::Value)
    });
    if wants_any {
        drop(source);
        return spread_references(cx, call, base);
    }
    for (key, value) in array.clone().iter() {
        match key {
            Key::Int(_) => push_spread(cx, call, value.to_value())?,
            Key::Str(name) => call.named.push((name.clone(), value.to_value())),
        }
    }
    Ok(())
}

fn push_spread(cx: &mut Cx, call: &mut Call, value: Value) -> Result {
    if !call.named.is_empty() {
        return throw_error(cx, b"Cannot use positional argument after named argument during unpacking".to_vec());
    }
    call.args.push(value);
    Ok(())
}

fn spread_references(cx: &mut Cx, call: &mut Call, base: Slot) -> Result {
    let keys: Vec<crate::OwnedKey> = match base.get(0).into_plain().as_array() {
        Some(array) => array.keys().map(crate::OwnedKey::from).collect(),
        None => Vec::new(),
    };
    for key in keys {
        // SAFETY: the caller's variable; no user code runs while it is borrowed.
        let variable = unsafe { base.value() };
        let cell = variable.as_reference().cloned();
        let change = |array: &mut Array| -> Value {
            let wanted = call.callee.as_ref().is_some_and(|callee| callee.func.passing(call.args.len()) != Passing::Value);
            if wanted { array.make_reference(key.as_key()).into() } else { array.get(key.as_key()).map_or(Value::NULL, |value| value.to_value()) }
        };
        let value = match cell {
            Some(cell) => {
                let mut inside = cell.take();
                let value = inside.as_array_mut().map(change);
                cell.set(inside);
                value
            }
            None => variable.as_array_mut().map(change),
        };
        let Some(value) = value else { break };
        match key {
            crate::OwnedKey::Int(_) => push_spread(cx, call, value)?,
            crate::OwnedKey::Str(name) => call.named.push((name, value)),
        }
    }
    Ok(())
}

fn spread_iterable(cx: &mut Cx, call: &mut Call, source: &Value) -> Result {
    if source.as_object().is_none_or(|object| !crate::behaviour::is_traversable(object)) {
        let ty = convert::value_name(source);
        return Err(cx.throw_type_error(message!("Only arrays and Traversables can be unpacked, ", &*ty, " given")));
    }
    super::iterate::for_each(cx, source, &mut |cx, key, value| {
        if key.as_int().is_some() {
            return push_spread(cx, call, value);
        }
        match key.as_str() {
            Some(name) => {
                call.named.push((name.clone(), value));
                Ok(())
            }
            None => throw_error(cx, b"Keys must be of type int|string during argument unpacking".to_vec()),
        }
    })
}

pub fn arg_name(call: Pointer, name: &Str) -> Result {
    let call = current(call);
    call.next_name = Some(name.clone());
    let Some(callee) = &call.callee else { return Ok(()) };
    let known = named::position(callee.func, name).is_some() || callee.func.is_variadic();
    if known || matches!(callee.func.body, calls::func::Body::MagicCall { .. }) {
        return Ok(());
    }
    throw_error(&mut Cx::enter(), message!("Unknown named parameter $", &**name))
}

// ---- the call

pub fn end(call: Pointer, flags: i64) -> Result<Value> {
    let cx = &mut Cx::enter();
    let mut call = take(call);
    let Some(callee) = call.callee.take() else {
        finish(call);
        pending::check()?;
        return Ok(Value::NULL);
    };
    let mut flags = flags as u64;
    let mut args = std::mem::take(&mut call.args);
    if !call.named.is_empty() {
        let (placed, extra, more) = named::place(cx, callee.func, args, std::mem::take(&mut call.named))?;
        args = placed;
        flags |= more;
        if let Some(extra) = extra {
            args.push(extra.into());
            flags |= CALL_NAMED_EXTRA;
        }
    }
    let keep = flags & CALL_KEEP_REFERENCE != 0;
    let constructed = call.constructed.take();
    finish(call);
    let result = calls::invoke_from_code(cx, callee.func, &callee.target, callee.closure.as_ref(), args, flags & !CALL_KEEP_REFERENCE);
    if let (Err(_), Some(object)) = (&result, &constructed) {
        object.suppress_destructor();
    }
    let result = result?;
    Ok(if keep { result } else { result.into_plain() })
}

/// `f(...)`
pub fn to_closure(call: Pointer) -> Result<Object> {
    let mut call = take(call);
    let callee = call.callee.take();
    finish(call);
    Ok(closures::from_callable(callee.expect("`new C(...)` is refused at compile time")))
}

pub fn abandon(call: Pointer) {
    finish(take(call));
}

// ---- parameters

pub fn bind_params(func: Pointer, this_or_class: Pointer, args: Slot, count_flags: i64, out: Slot) -> Result {
    let func = func_of(func);
    // SAFETY: the generic entry passes its own descriptor, the arguments it owns, and room for the parameters.
    let extra = unsafe { bind::bind(&mut Cx::enter(), func, this_or_class, args.0, count_flags as u64, out.0) }?;
    out.init(func.params.len(), extra.map_or(Value::UNDEF, Value::from));
    Ok(())
}

pub fn coerce_param(func: Pointer, index: i64, value: Value, strict: bool) -> Result<Value> {
    let func = func_of(func);
    bind::coerce_param(&mut Cx::enter(), func, func.class, index as usize, value, strict)
}

pub fn too_few_arguments(func: Pointer, count: i64) -> Result {
    bind::too_few(&mut Cx::enter(), func_of(func), count as usize)
}

/// `class`: the late static binding class, for `static` as a return type; or null.
pub fn verify_return(func: Pointer, value: Value, class: Pointer) -> Result<Value> {
    let called: Option<ClassRef> = if class.is_null() { None } else { Some(from_pointer(class)) };
    bind::verify_return(&mut Cx::enter(), func_of(func), Some(value), called)
}

pub fn param_default(func: Pointer, index: i64) -> Result<Value> {
    {
        let func = func_of(func);
        bind::param_default(&mut Cx::enter(), func, index as usize, func.class)
    }
}

/// `args`: the current values of the parameters; `count` arguments were passed, those behind the named parameters are in
/// `extra`, or it is null.
pub fn func_get_args(func: Pointer, args: Slot, count: i64, extra: Pointer) -> Array {
    let params = &func_of(func).decl.params;
    let named = params.iter().filter(|param| !param.variadic).count();
    // SAFETY: emitted code owns the area, one value for each parameter.
    let values = unsafe { args.slice(params.len()) };
    let passed = values[..named.min(count as usize)].iter();
    let mut all: Array = passed.map(|value| value.deref().into_plain()).collect();
    if !extra.is_null() {
        let extra = super::words::array(extra.cast());
        all.extend(extra.values().map(|value| value.to_value()));
    }
    all
}

/// The callback of call_user_func (`array`: call_user_func_array).
pub fn begin_callback(callee: &Value, array: bool, args: i64, func: Pointer) -> Result<Pointer> {
    let cx = &mut Cx::enter();
    let reason = match callable::resolve_from(cx, callee, super::class::maybe_func(func))? {
        Ok(callee) => return Ok(begin(Some(callee), args)),
        Err(reason) => reason,
    };
    let name = if array { "call_user_func_array" } else { "call_user_func" };
    let text = message!(name, "(): Argument #1 ($callback) must be a valid callback, ", reason);
    Err(cx.throw_type_error(text))
}

/// A by-reference parameter of a callback gets a reference to a copy, with a warning.
pub fn arg_user(call: Pointer, value: Value) -> Result {
    let call = current(call);
    let value = value.into_plain();
    if call.passing() != Passing::Reference {
        call.push(value);
        return Ok(());
    }
    if let Some(callee) = &call.callee {
        let text = message!(calls::native::argument(callee.func, call.args.len()), " must be passed by reference, value given");
        diagnostics::warning(&mut Cx::enter(), text)?;
    }
    call.push(Reference::new(value).into());
    Ok(())
}

/// The elements of call_user_func_array's second argument.
pub fn arg_array(call: Pointer, value: Value) -> Result {
    let cx = &mut Cx::enter();
    let call = current(call);
    let value = value.into_plain();
    let Some(array) = value.as_array() else {
        let ty = convert::value_name(&value);
        let text = message!("call_user_func_array(): Argument #2 ($args) must be of type array, ", &*ty, " given");
        return Err(cx.throw_type_error(text));
    };
    for (key, value) in array.iter_raw() {
        let name = match key {
            Key::Str(name) => Some(name.clone()),
            Key::Int(_) => None,
        };
        if name.is_none() && !call.named.is_empty() {
            return throw_error(cx, b"Cannot use positional argument after named argument".to_vec());
        }
        call.next_name = name;
        let value = value.to_value();
        match call.passing() {
            Passing::Reference if value.is_reference() => call.push(value),
            Passing::Reference => {
                call.next_name = None;
                arg_user((&raw mut *call).cast(), value)?;
            }
            _ => call.push(value.into_plain()),
        }
    }
    Ok(())
}

pub fn verify_return_missing(func: Pointer) -> Result {
    bind::verify_return(&mut Cx::enter(), func_of(func), None, None)?;
    Ok(())
}
