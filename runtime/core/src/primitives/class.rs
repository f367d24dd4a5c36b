//! Classes by name, by value, by scope.

use super::callee::{Cache, has_one_scope};
use super::words::Pointer;
use crate::calls::func::Func;
use crate::classes::{Class, ClassRef, FuncRef, lookup, table};
use crate::exceptions::throw_error;
use crate::message;
use crate::{Cx, Object, Result, Str, Value, convert};
use phpc_abi::decl::FunctionKind;
use crate::value::RawValue;
use phpc_abi::layout::{ClassHead, FuncHead, ObjectHeader, StrHeader};

pub fn from_pointer(class: Pointer) -> ClassRef {
    // SAFETY: emitted code passes classes that the runtime gave it.
    unsafe { Class::from_head(class.cast::<ClassHead>()) }
}

pub fn pointer(class: ClassRef) -> Pointer {
    class.as_head().cast_mut().cast()
}

pub fn func_of(func: Pointer) -> FuncRef {
    // SAFETY: emitted code passes descriptors that the runtime gave it.
    unsafe { Func::from_head(func.cast::<FuncHead>()) }
}

pub fn maybe_func(func: Pointer) -> Option<FuncRef> {
    if func.is_null() { None } else { Some(func_of(func)) }
}

/// # Safety
/// Null or a live string.
pub unsafe fn maybe_str<'a>(text: Pointer) -> Option<super::words::Borrowed<Str>> {
    if text.is_null() { None } else { Some(super::words::str(text.cast::<StrHeader>())) }
}

pub fn maybe_object(object: Pointer) -> Option<Object> {
    if object.is_null() { None } else { Some((*super::words::object(object.cast::<ObjectHeader>())).clone()) }
}

/// `flags` 1: quiet, without autoloading: null if it is not there. `cache`: the class found; with that flag a second word, for
/// the class table's generation in which there was none.
pub fn find(name: &Str, flags: i64, cache: Pointer) -> Result<Pointer> {
    let words = cache.cast::<Pointer>();
    // SAFETY: null or words of the unit for this site. Classes are never undeclared, so a class found once stays right.
    if !cache.is_null() && unsafe { !(*words).is_null() } {
        return Ok(unsafe { *words });
    }
    let cx = &mut Cx::enter();
    let class = if flags & 1 != 0 {
        // One more than the generation in which it was not there.
        let now = (table::class_table().generation() as usize + 1) as Pointer;
        // SAFETY: as above.
        if !cache.is_null() && unsafe { *words.add(1) } == now {
            return Ok(std::ptr::null_mut());
        }
        match table::lookup_declared(name) {
            Some(class) => class,
            None => {
                if !cache.is_null() {
                    // SAFETY: as above.
                    unsafe { *words.add(1) = now };
                }
                return Ok(std::ptr::null_mut());
            }
        }
    } else {
        table::fetch(cx, name, table::Wanted::Class)?
    };
    if !cache.is_null() {
        // SAFETY: as above.
        unsafe { *words = pointer(class) };
    }
    Ok(pointer(class))
}

pub fn of_value(value: &Value) -> Result<Pointer> {
    let cx = &mut Cx::enter();
    let value = value.deref();
    if let Some(object) = value.as_object() {
        return Ok(pointer(object.class_ref()));
    }
    match value.as_str() {
        Some(name) => Ok(pointer(table::fetch(cx, name, table::Wanted::Class)?)),
        None => throw_error(cx, b"Class name must be a valid object or a string".to_vec()),
    }
}

/// `which`: 0 `self`, 1 `parent`, 2 `static` of the running function; 4 more: for `::class`.
pub fn scope(func: Pointer, which: i64) -> Result<Pointer> {
    let cx = &mut Cx::enter();
    let word = ["self", "parent", "static"][(which & 3) as usize];
    let named = which & 4 != 0;
    let Some(class) = func_of(func).class else {
        return throw_error(cx, match named {
            true => message!("Cannot use \"", word, "\" in the global scope"),
            false => message!("Cannot access \"", word, "\" when no class scope is active"),
        });
    };
    if which & 3 != 1 {
        return Ok(pointer(class));
    }
    match class.parent() {
        Some(parent) => Ok(pointer(parent)),
        None => {
            let verb = if named { "use" } else { "access" };
            throw_error(cx, message!("Cannot ", verb, " \"parent\" when current class scope has no parent"))
        }
    }
}

pub fn name(class: Pointer) -> Str {
    from_pointer(class).name.str()
}

/// `$object::class`
pub fn object_name(value: &Value) -> Result<Str> {
    let value = value.deref();
    match value.as_object() {
        Some(object) => Ok(object.class_ref().name.str()),
        None => {
            let ty = convert::value_name(&value);
            Err(Cx::enter().throw_type_error(&format!("Cannot use \"::class\" on {ty}")))
        }
    }
}

pub fn constant(class: Pointer, name: &Value, func: Pointer) -> Result<Value> {
    let cx = &mut Cx::enter();
    let name = name.deref();
    let Some(name) = name.as_str() else {
        let ty = convert::value_name(&name);
        return Err(cx.throw_type_error(&format!("Cannot use value of type {ty} as class constant name")));
    };
    let func = maybe_func(func);
    let within = func.is_some_and(|func| func.decl.kind == FunctionKind::ConstExpr);
    lookup::class_constant(cx, from_pointer(class), name, func.and_then(|func| func.class), within)
}

/// The same; the site keeps the value if nothing has to be said each time.
pub fn constant_cached(class: Pointer, name: &Value, func: Pointer, cache: Pointer) -> Result<Value> {
    let value = constant(class, name, func)?;
    let (own, site) = (from_pointer(class), maybe_func(func));
    let found = name.as_str().and_then(|name| own.constants.get_str(name));
    if found.is_some_and(|constant| !constant.is_deprecated()) && has_one_scope(site) {
        let words = Cache::new(cache);
        let RawValue { tag, payload } = value.clone().into_raw();
        words.set(1, tag.0 as usize);
        words.set(2, payload as usize);
        words.set(0, class as usize);
    }
    Ok(value)
}

/// `class` null: false.
pub fn instance_of(value: &Value, class: Pointer) -> bool {
    if class.is_null() {
        return false;
    }
    let value = value.deref();
    value.as_object().is_some_and(|object| object.class_ref().is_subclass_of(from_pointer(class)))
}

