//! Callees of calls with positional arguments only: emitted code keeps the arguments and calls the generic entry itself.

use super::call::method_name;
use super::class::{from_pointer, func_of, maybe_func};
use super::words::{Pointer, Slot};
use crate::calls::func::Body;
use crate::calls::{Callable, Target, callable, deprecation, method, native};
use crate::classes::{ClassRef, FuncRef, memo};
use crate::exceptions::throw_error;
use crate::frames;
use crate::units::functions;
use crate::{Cx, Object, Reference, Result, Str, Value, View, closures, convert, diagnostics, message};
use phpc_abi::decl::{FunctionKind, Passing};
use phpc_abi::layout::ObjectHeader;
use phpc_abi::value::RawValue;

fn pointer(func: FuncRef) -> Pointer {
    func.as_head().cast_mut().cast()
}

/// Words of a site in emitted code.
#[derive(Clone, Copy)]
pub struct Cache(*mut usize);

impl Cache {
    pub fn new(words: Pointer) -> Cache {
        Cache(words.cast())
    }
    pub fn get(self, word: usize) -> usize {
        // SAFETY: emitted code passes as many words of its unit as the primitive's line in the table says.
        unsafe { *self.0.add(word) }
    }
    pub fn set(self, word: usize, value: usize) {
        // SAFETY: as above.
        unsafe { *self.0.add(word) = value }
    }
}

fn class_word(class: ClassRef) -> usize {
    class.as_head() as usize
}

/// Does the code of `func` always run in the same scope? Closures, traits' methods and included files do not.
pub fn has_one_scope(func: Option<FuncRef>) -> bool {
    let Some(func) = func else { return false };
    let kind = matches!(func.decl.kind, FunctionKind::Function | FunctionKind::Method | FunctionKind::PropertyHook);
    kind && func.class == func.declared_in && func.class.is_none_or(|class| !class.is_trait())
}

/// The function that the site calls from its first execution on (exact 2.7). `cache`: one word.
pub fn function(name: &Str, fallback: Pointer, cache: Pointer) -> Result<Pointer> {
    let func = match functions::lookup(name) {
        Some(func) => Some(func),
        // SAFETY: null or a string literal.
        None => unsafe { super::class::maybe_str(fallback) }.and_then(|fallback| functions::lookup(&fallback)),
    };
    let Some(func) = func else {
        return throw_error(&mut Cx::enter(), message!("Call to undefined function ", &**name, "()"));
    };
    Cache::new(cache).set(0, pointer(func) as usize);
    Ok(pointer(func))
}

/// `cache`: whether the site has asked, and what it found.
pub fn declared(name: &Str, cache: Pointer) -> Pointer {
    let cache = Cache::new(cache);
    if cache.get(0) == 0 {
        cache.set(1, functions::lookup(name).map_or(0, |func| pointer(func) as usize));
        cache.set(0, 1);
    }
    cache.get(1) as Pointer
}

/// `cache`: two words, class and method found last.
pub fn method(object: &Value, name: &Str, func: Pointer, cache: Pointer) -> Result<Pointer> {
    let cx = &mut Cx::enter();
    let object = object.deref();
    let Some(object) = object.as_object() else {
        let ty = convert::value_name(&object);
        return throw_error(cx, message!("Call to a member function ", &**name, "() on ", &*ty));
    };
    let class = object.class_ref();
    let site = maybe_func(func);
    let scope = site.and_then(|site| site.class);
    let (callee, exists) = match memo::method(class, name, scope) {
        Some(callee) => (callee, !matches!(callee.body, Body::MagicCall { .. })),
        None => {
            let lower = name.to_ascii_lowercase();
            let callee = method::of_object(cx, class, name, &lower, scope)?;
            memo::note_method(class, name, scope, callee);
            (callee, class.method(&lower).is_some())
        }
    };
    let open = callee.is_public() && !callee.changed.get();
    if exists && (open || has_one_scope(site)) {
        let cache = Cache::new(cache);
        cache.set(0, class_word(class));
        cache.set(1, pointer(callee) as usize);
    }
    Ok(pointer(callee))
}

/// The method that a computed name means; None: the object is a closure, which is to be called itself.
pub(super) fn by_name(cx: &mut Cx, object: &Object, name: &Value, site: Option<FuncRef>) -> Result<Option<FuncRef>> {
    let (class, scope) = (object.class_ref(), site.and_then(|site| site.class));
    if let Some(callee) = name.as_str().and_then(|name| memo::named_method(class, name, scope)) {
        return Ok(Some(callee));
    }
    let name = method_name(cx, name)?;
    let lower = name.to_ascii_lowercase();
    if lower == b"__invoke" && closures::callee(object).is_some() {
        return Ok(None);
    }
    let callee = method::of_object(cx, class, &name, &lower, scope)?;
    memo::note_named_method(class, &name, scope, callee);
    Ok(Some(callee))
}

/// `$object->$name(…)`: as [`value`].
pub fn named_method(object: &Value, name: &Value, func: Pointer, out: Slot) -> Result<Pointer> {
    let cx = &mut Cx::enter();
    let held;
    let object = match object.view() {
        View::Object(object) => object,
        _ => {
            held = object.deref();
            let Some(object) = held.as_object() else {
                let name = method_name(cx, name)?;
                let ty = convert::value_name(&held);
                return throw_error(cx, message!("Call to a member function ", &*name, "() on ", &*ty));
            };
            object
        }
    };
    Ok(match by_name(cx, object, name, maybe_func(func))? {
        Some(callee) if callee.is_static() => found(out, callee, class_word(object.class_ref()) | 1, 0),
        Some(callee) => found(out, callee, object.as_ptr() as usize, 0),
        None => {
            let (callee, receiver) = closures::callee(object).expect("by_name said so");
            found(out, callee, receiver, object.as_ptr() as usize)
        }
    })
}

/// Leaves receiver and closure where emitted code looks for them.
fn found(out: Slot, func: FuncRef, receiver: usize, closure: usize) -> Pointer {
    let out = Cache(out.0.cast());
    out.set(0, receiver);
    out.set(1, closure);
    pointer(func)
}

/// `cache`: two words, class and constructor (or null) found last.
pub fn constructor(object: &Object, func: Pointer, cache: Pointer) -> Result<Pointer> {
    let cx = &mut Cx::enter();
    let class = object.class_ref();
    let site = maybe_func(func);
    let callee = class.magic.constructor;
    if let Some(constructor) = callee {
        let checked = method::of_object(cx, class, &constructor.name, constructor.name.lower(), site.and_then(|site| site.class));
        if checked.is_err() {
            object.suppress_destructor();
        }
        checked?;
    }
    let found = callee.map_or(std::ptr::null_mut(), pointer);
    if callee.is_none_or(|callee| callee.is_public()) || has_one_scope(site) {
        let cache = Cache::new(cache);
        cache.set(0, class_word(class));
        cache.set(1, found as usize);
    }
    Ok(found)
}

/// What `$value(…)` calls. The value stays alive during the call, and with it what it refers to.
pub fn value(callee: &Value, func: Pointer, out: Slot) -> Result<Pointer> {
    if let View::Object(object) = callee.view()
        && let Some((callee, receiver)) = closures::callee(object)
    {
        return Ok(found(out, callee, receiver, object.as_ptr() as usize));
    }
    let Callable { func, target, closure } = callable::resolve_for_call_from(&mut Cx::enter(), callee, maybe_func(func))?;
    let receiver = match &target {
        Target::None => 0,
        Target::Class(class) => class_word(class) | 1,
        Target::This(object) => object.as_ptr() as usize,
    };
    Ok(found(out, func, receiver, closure.as_ref().map_or(0, |closure| closure.as_ptr() as usize)))
}

/// `cache`: class, method, and how its receiver is found (one of the constants below).
pub fn static_method(
    class: Pointer, name: &Value, func: Pointer, this_or_class: Pointer, flags: i64, cache: Pointer, out: Slot,
) -> Result<Pointer> {
    let (cache, out) = (Cache::new(cache), Cache(out.0.cast()));
    if cache.get(0) == class as usize {
        let receiver = match cache.get(2) {
            THIS => this_or_class as usize,
            FORWARDED_THIS => (*super::words::object(this_or_class.cast::<ObjectHeader>())).class() as usize | 1,
            FORWARDED_CLASS => this_or_class as usize | 1,
            _ => class as usize | 1,
        };
        out.set(0, receiver);
        return Ok(cache.get(1) as Pointer);
    }
    let cx = &mut Cx::enter();
    let own = from_pointer(class);
    let site = maybe_func(func);
    let this = if flags & 2 != 0 { super::class::maybe_object(this_or_class) } else { None };
    let callee = find_static(cx, own, name, site, this.as_ref())?;
    let late = match &this {
        Some(this) => Some((this.class_ref(), FORWARDED_THIS)),
        None if flags & 2 == 0 && !this_or_class.is_null() => Some((from_pointer(this_or_class), FORWARDED_CLASS)),
        None => None,
    };
    let late = late.filter(|(late, _)| flags & 1 != 0 && late.is_subclass_of(own));
    let (receiver, kind) = match (&this, late) {
        (Some(this), _) if !callee.is_static() => (this.as_ptr() as usize, THIS),
        (_, Some((late, kind))) => (class_word(late) | 1, kind),
        _ => (class_word(own) | 1, OWN),
    };
    out.set(0, receiver);
    // A method's receivers are all of its class; names may come from anywhere.
    let is_method = site.is_some_and(|site| site.decl.kind == FunctionKind::Method) && has_one_scope(site);
    let open = callee.is_public() && !callee.changed.get();
    let literal = name.is_null() || name.as_str().is_some_and(|name| own.method(&name.to_ascii_lowercase()).is_some());
    let steady = match kind {
        OWN => open || is_method,
        _ => is_method && site.and_then(|site| site.class).is_some_and(|scope| scope.is_subclass_of(own)),
    };
    if literal && steady && !own.is_trait() {
        cache.set(0, class as usize);
        cache.set(1, pointer(callee) as usize);
        cache.set(2, kind);
    }
    Ok(pointer(callee))
}

const OWN: usize = 0;
const THIS: usize = 1;
const FORWARDED_THIS: usize = 2;
const FORWARDED_CLASS: usize = 3;

/// The method of `Class::name()`: static, or one that `this` has too.
pub(super) fn find_static(cx: &mut Cx, class: ClassRef, name: &Value, site: Option<FuncRef>, this: Option<&Object>) -> Result<FuncRef> {
    let callee = if name.is_null() {
        match class.magic.constructor {
            Some(constructor) => constructor,
            None => return throw_error(cx, b"Cannot call constructor".to_vec()),
        }
    } else {
        let name = method_name(cx, name)?;
        let scope = site.and_then(|site| site.class);
        match memo::static_method(class, &name, scope).filter(|_| this.is_none()) {
            Some(callee) => callee,
            None => {
                let lower = name.to_ascii_lowercase();
                let callee = method::of_class(cx, class, &name, &lower, scope, this.map(|this| this.class_ref()))?;
                if this.is_none() && !class.is_trait() {
                    memo::note_static_method(class, &name, scope, callee);
                }
                callee
            }
        }
    };
    if !callee.is_static() && this.is_none_or(|this| !this.class_ref().is_subclass_of(class)) {
        let owner = callee.class.unwrap_or(class);
        return throw_error(cx, message!("Non-static method ", owner.name, "::", callee.name, "() cannot be called statically"));
    }
    Ok(callee)
}

pub fn argument_result(func: Pointer, index: i64, value: Value) -> Result<Value> {
    if value.is_reference() || func_of(func).passing(index as usize) != Passing::Reference {
        return Ok(value);
    }
    diagnostics::notice(&mut Cx::enter(), "Only variables should be passed by reference")?;
    Ok(Reference::new(value).into())
}

pub fn argument_expression(func: Pointer, index: i64, value: Value) -> Result<Value> {
    let func = func_of(func);
    if func.passing(index as usize) != Passing::Reference {
        return Ok(value.into_plain());
    }
    let text = message!(native::argument(func, index as usize), " could not be passed by reference");
    throw_error(&mut Cx::enter(), text)
}

/// What emitted code does not call itself.
pub fn indirect_call(func: Pointer, receiver: Pointer, args: Slot, count_flags: i64, closure: Pointer) -> Result<Value> {
    let callee = func_of(func);
    if let Err(thrown) = deprecation::check(&mut Cx::enter(), callee) {
        for at in 0..count_flags as u32 as usize {
            drop(args.take(at));
        }
        return Err(thrown);
    }
    let head = callee.head();
    // SAFETY: emitted code passes a descriptor and what its generic entry takes.
    let enter = || unsafe { (head.entry)(head, receiver.cast_const(), args.0, count_flags as u64, closure.cast_const().cast()) };
    let raw: RawValue = if callee.is_user() { frames::entering(enter) } else { enter() };
    // SAFETY: the result is ours.
    let value = unsafe { Value::from_raw(raw) };
    crate::pending::check()?;
    Ok(value)
}
