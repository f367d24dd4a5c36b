//! Callables: from a value to what it calls, or the reason why it calls nothing.

use super::method::{self, Found};
use super::func::Body;
use super::{Target, magic};
use crate::diagnostics;
use crate::classes::display::{class_name, visibility};
use crate::classes::memo::{self, Callback};
use crate::classes::{ClassRef, FuncRef, table};
use crate::exceptions::throw_error;
use crate::message;
use crate::units::functions;
use crate::{Cx, Object, Result, Str, Value, View, traces};

/// A resolved callee.
#[derive(Clone)]
pub struct Callable {
    pub func: FuncRef,
    pub target: Target,
    /// The Closure object, where it is one.
    pub closure: Option<Object>,
}

/// A callable, or why there is none (a message's second half).
type Resolved = std::result::Result<Callable, Vec<u8>>;

impl Callable {
    pub fn of_function(func: FuncRef) -> Callable {
        Callable { func, target: Target::None, closure: None }
    }
    /// The same function on the same object.
    pub fn same(&self, other: &Callable) -> bool {
        let same_target = match (&self.target, &other.target) {
            (Target::None, Target::None) => true,
            (Target::Class(left), Target::Class(right)) => left == right,
            (Target::This(left), Target::This(right)) => left.ptr_eq(right),
            _ => false,
        };
        let same_closure = match (&self.closure, &other.closure) {
            (Some(left), Some(right)) => left.ptr_eq(right),
            (None, None) => true,
            _ => false,
        };
        self.func == other.func && same_target && same_closure
    }
    /// The value that names it: a Closure, a string, or an array.
    pub fn to_value(&self) -> Value {
        if let Some(closure) = &self.closure {
            return closure.clone().into();
        }
        let name: Value = self.func.name.str().into();
        let on: Value = match &self.target {
            Target::None => return name,
            Target::Class(class) => class.name.str().into(),
            Target::This(object) => object.clone().into(),
        };
        let mut pair = crate::Array::with_capacity(2);
        pair.push(on);
        pair.push(name);
        pair.into()
    }
}

/// Resolves in the scope of the calling PHP function.
pub fn resolve(cx: &mut Cx, value: &Value) -> Result<Resolved> {
    resolve_from(cx, value, None)
}

/// `site`: the running PHP function, where that is known.
pub fn resolve_from(cx: &mut Cx, value: &Value, site: Option<FuncRef>) -> Result<Resolved> {
    match value.view() {
        View::Object(object) => Ok(of_object(object)),
        View::Str(text) => of_string(cx, text, site),
        View::Array(pair) => of_array(cx, pair),
        View::Reference(cell) => resolve_from(cx, &cell.get(), site),
        _ => Ok(Err(b"no array or string given".to_vec())),
    }
}

pub fn is_callable(cx: &mut Cx, value: &Value) -> Result<bool> {
    Ok(resolve(cx, value)?.is_ok())
}

/// The second half of "must be a valid callback, …".
pub fn why_not_callable(cx: &mut Cx, value: &Value) -> Result<Vec<u8>> {
    Ok(resolve(cx, value)?.err().unwrap_or_default())
}

fn of_object(object: &Object) -> Resolved {
    if let Some(callable) = crate::closures::callable(object) {
        return Ok(callable);
    }
    match object.class_ref().magic.invoke {
        Some(func) => Ok(Callable { func, target: Target::This(object.clone()), closure: None }),
        None => Err(b"no array or string given".to_vec()),
    }
}

fn scope_of(site: Option<FuncRef>) -> Option<ClassRef> {
    match site {
        Some(site) => site.class,
        None => traces::current_scope(),
    }
}

fn of_string(cx: &mut Cx, text: &Str, site: Option<FuncRef>) -> Result<Resolved> {
    if let Some(func) = function(text) {
        return Ok(Ok(Callable::of_function(func)));
    }
    let Some(at) = method_at(text) else {
        return Ok(Err(message!("function \"", &**text, "\" not found or invalid function name")));
    };
    let scope = scope_of(site);
    if let Some(Callback { func, class: Some(class) }) = memo::callback(text, scope) {
        // `$this` says what `static` is where it is of the class and the running code may have it for one.
        let related = !class.is_final() && scope.is_some_and(|scope| scope.is_subclass_of(class));
        let this = if related { traces::current_this().filter(|this| this.class_ref().is_subclass_of(class)) } else { None };
        let target = Target::Class(this.map_or(class, |this| this.class_ref()));
        return Ok(Ok(Callable { func, target, closure: None }));
    }
    let (class, name) = (text[..at].to_vec(), text[at + 2..].to_vec());
    match named_class(cx, &class)? {
        Ok((class, this, late)) => {
            let found = of_method(cx, class, this, late, &name)?;
            if let Ok(callable) = &found
                && names_itself(&text[..at])
            {
                note_static(text, scope, class, callable.func);
            }
            Ok(found)
        }
        Err(reason) => Ok(Err(reason)),
    }
}

/// A function by name in any case, where the string names one.
fn function(text: &Str) -> Option<FuncRef> {
    if let Some(Callback { func, class: None }) = memo::callback(text, None) {
        return Some(func);
    }
    let func = if method_at(text).is_none() { functions::lookup(text)? } else { return None };
    memo::note_callback(text, None, Callback { func, class: None });
    Some(func)
}

fn method_at(text: &[u8]) -> Option<usize> {
    text.windows(2).position(|pair| pair == b"::")
}

/// Is a class that a string names the same for all code?
fn names_itself(class: &[u8]) -> bool {
    ![&b"self"[..], b"parent", b"static"].iter().any(|word| class.eq_ignore_ascii_case(word))
}

/// Keeps what `class::method` in a string is, where that stays and is told by the scope alone.
fn note_static(text: &Str, scope: Option<ClassRef>, class: ClassRef, func: FuncRef) {
    let once = text.windows(2).filter(|pair| *pair == b"::").count() == 1;
    if once && func.is_static() && !func.is_abstract() && !matches!(func.body, Body::MagicCall { .. }) {
        memo::note_callback(text, scope, Callback { func, class: Some(class) });
    }
}

fn of_array(cx: &mut Cx, pair: &crate::Array) -> Result<Resolved> {
    if pair.len() != 2 {
        return Ok(Err(b"array callback must have exactly two members".to_vec()));
    }
    let (Some(on), Some(name)) = (pair.get_int(0).map(|on| on.to_value()), pair.get_int(1).map(|name| name.to_value())) else {
        return Ok(Err(b"array callback has to contain indices 0 and 1".to_vec()));
    };
    if on.as_object().is_none() && on.as_str().is_none() {
        return Ok(Err(b"first array member is not a valid class name or object".to_vec()));
    }
    let Some(name) = name.as_str().cloned() else {
        return Ok(Err(b"second array member is not a valid method".to_vec()));
    };
    if let Some(object) = on.as_object() {
        return of_method(cx, object.class_ref(), Some(object.clone()), None, &name);
    }
    let class = on.as_str().expect("checked above").clone();
    match named_class(cx, &class)? {
        Ok((class, this, late)) => of_method(cx, class, this, late, &name),
        Err(reason) => Ok(Err(reason)),
    }
}

/// A class named in a callable, the `$this` that comes with it, and what `static` means behind `self`, `parent`, `static`.
type NamedClass = (ClassRef, Option<Object>, Option<ClassRef>);

fn named_class(cx: &mut Cx, name: &[u8]) -> Result<std::result::Result<NamedClass, Vec<u8>>> {
    let lower = name.to_ascii_lowercase();
    let word = match lower.as_slice() {
        b"self" => "self",
        b"parent" => "parent",
        b"static" => "static",
        _ => {
            let Some(class) = table::lookup(cx, name)? else {
                return Ok(Err(message!("class \"", name, "\" not found")));
            };
            let this = traces::current_this().filter(|this| {
                this.class_ref().is_subclass_of(class) && traces::current_scope().is_some_and(|scope| scope.is_subclass_of(class))
            });
            return Ok(Ok((class, this, None)));
        }
    };
    let Some(scope) = traces::current_scope() else {
        return Ok(Err(message!("cannot access \"", word, "\" when no class scope is active")));
    };
    let this = traces::current_this();
    let class = match word {
        "self" => scope,
        "parent" => match scope.parent() {
            Some(parent) => parent,
            None => return Ok(Err(b"cannot access \"parent\" when current class scope has no parent".to_vec())),
        },
        _ => traces::current_static().unwrap_or(scope),
    };
    diagnostics::deprecated(cx, &message!("Use of \"", word, "\" in callables is deprecated"))?;
    Ok(Ok((class, this, traces::current_static().filter(|late| late.is_subclass_of(class)))))
}

/// A method that is the same for every scope: who calls need not be found out.
fn open_method(class: ClassRef, lower: &[u8]) -> Option<FuncRef> {
    class.method(lower).filter(|func| func.is_public() && !func.changed.get())
}

fn of_method(cx: &mut Cx, mut class: ClassRef, this: Option<Object>, late: Option<ClassRef>, name: &[u8]) -> Result<Resolved> {
    let mut name = name;
    let on = class;
    if let Some(at) = name.windows(2).position(|pair| pair == b"::") {
        let (prefix, bare) = (&name[..at], &name[at + 2..]);
        let found = match prefix.to_ascii_lowercase().as_slice() {
            b"self" => Some(class),
            b"parent" => class.parent(),
            b"static" => Some(class),
            _ => table::lookup(cx, prefix)?,
        };
        let Some(found) = found else {
            return Ok(Err(message!("class \"", prefix, "\" not found")));
        };
        if !class.is_subclass_of(found) {
            return Ok(Err(message!("class ", class_name(class), " is not a subclass of ", class_name(found))));
        }
        let text = message!("Callables of the form [\"", class_name(on), "\", \"", name, "\"] are deprecated");
        diagnostics::deprecated(cx, &text)?;
        class = found;
        name = bare;
    }
    let lower = name.to_ascii_lowercase();
    if let (Some(object), b"__invoke") = (&this, lower.as_slice())
        && let Some(callable) = crate::closures::callable(object)
    {
        return Ok(Ok(callable));
    }
    let found = match open_method(class, &lower) {
        Some(func) => Found::Method(func),
        None => method::find(class, &lower, traces::current_scope()),
    };
    // `$this` answers for its class by `__call`.
    let this = match (&this, &found) {
        (None, Found::Missing | Found::Inaccessible(_)) if class.magic.call.is_some() => {
            traces::current_this().filter(|this| this.class_ref().is_subclass_of(class))
        }
        _ => this,
    };
    let func = match found {
        Found::Method(func) => func,
        _ if this.is_some() && class.magic.call.is_some() => magic::trampoline(class.magic.call.expect("just seen"), name),
        _ if this.is_none() && class.magic.call_static.is_some() => {
            magic::trampoline(class.magic.call_static.expect("just seen"), name)
        }
        Found::Inaccessible(func) => {
            return Ok(Err(message!(
                "cannot access ", visibility(func.modifiers), " method ", class_name(class), "::", func.name, "()"
            )));
        }
        Found::Missing => {
            return Ok(Err(message!("class ", class_name(class), " does not have a method \"", name, "\"")));
        }
    };
    if func.is_abstract() {
        let owner = class_name(func.class.unwrap_or(class));
        return Ok(Err(message!("cannot call abstract method ", owner, "::", func.name, "()")));
    }
    if func.is_static() {
        let called = this.map_or(on, |this| this.class_ref());
        let called = late.unwrap_or(called);
        return Ok(Ok(Callable { func, target: Target::Class(called), closure: None }));
    }
    match this {
        Some(this) => Ok(Ok(Callable { func, target: Target::This(this), closure: None })),
        None => {
            let text = message!("non-static method ", class_name(class), "::", func.name, "() cannot be called statically");
            Ok(Err(text))
        }
    }
}

/// Resolves for `$f(…)`: what is not callable throws the Error of a dynamic call.
pub fn resolve_for_call(cx: &mut Cx, value: &Value) -> Result<Callable> {
    resolve_for_call_from(cx, value, None)
}

/// `site`: the running PHP function, where that is known.
pub fn resolve_for_call_from(cx: &mut Cx, value: &Value, site: Option<FuncRef>) -> Result<Callable> {
    match value.view() {
        View::Object(object) => match of_object(object) {
            Ok(callable) => Ok(callable),
            Err(_) => throw_error(cx, message!("Object of type ", class_name(object.class_ref()), " is not callable")),
        },
        View::Str(text) => string_for_call(cx, text, site),
        View::Array(pair) => array_for_call(cx, pair, site),
        View::Reference(cell) => resolve_for_call_from(cx, &cell.get(), site),
        _ => throw_error(cx, message!("Value of type ", super::coerce::type_name(value), " is not callable")),
    }
}

fn string_for_call(cx: &mut Cx, text: &Str, site: Option<FuncRef>) -> Result<Callable> {
    if let Some(func) = function(text) {
        return Ok(Callable::of_function(func));
    }
    let Some(at) = method_at(text) else {
        let name = text.strip_prefix(b"\\").unwrap_or(text);
        return throw_error(cx, message!("Call to undefined function ", name, "()"));
    };
    let scope = scope_of(site);
    if let Some(Callback { func, class: Some(class) }) = memo::callback(text, scope) {
        return Ok(Callable { func, target: Target::Class(class), closure: None });
    }
    let class = table::fetch(cx, &text[..at], table::Wanted::Class)?;
    let callable = static_for_call(cx, class, &text[at + 2..], site)?;
    if names_itself(&text[..at]) {
        note_static(text, scope, class, callable.func);
    }
    Ok(callable)
}

fn static_for_call(cx: &mut Cx, class: ClassRef, name: &[u8], site: Option<FuncRef>) -> Result<Callable> {
    let scope = scope_of(site);
    let func = method::of_class(cx, class, name, &name.to_ascii_lowercase(), scope, None)?;
    if !func.is_static() {
        let owner = class_name(func.class.unwrap_or(class));
        return throw_error(cx, message!("Non-static method ", owner, "::", func.name, "() cannot be called statically"));
    }
    Ok(Callable { func, target: Target::Class(class), closure: None })
}

fn array_for_call(cx: &mut Cx, pair: &crate::Array, site: Option<FuncRef>) -> Result<Callable> {
    if pair.len() != 2 {
        return throw_error(cx, b"Array callback must have exactly two elements".to_vec());
    }
    let (Some(on), Some(name)) = (pair.get_int(0).map(|on| on.to_value()), pair.get_int(1).map(|name| name.to_value())) else {
        return throw_error(cx, b"Array callback has to contain indices 0 and 1".to_vec());
    };
    if on.as_object().is_none() && on.as_str().is_none() {
        return throw_error(cx, b"First array member is not a valid class name or object".to_vec());
    }
    let Some(name) = name.as_str().cloned() else {
        return throw_error(cx, b"Second array member is not a valid method".to_vec());
    };
    if let Some(object) = on.as_object() {
        let class = object.class_ref();
        let lower = name.to_ascii_lowercase();
        if lower == b"__invoke"
            && let Some(callable) = crate::closures::callable(object)
        {
            return Ok(callable);
        }
        let scope = if open_method(class, &lower).is_some() { None } else { scope_of(site) };
        let func = method::of_object(cx, class, &name, &lower, scope)?;
        let target = if func.is_static() { Target::Class(class) } else { Target::This(object.clone()) };
        return Ok(Callable { func, target, closure: None });
    }
    let class = table::fetch(cx, on.as_str().expect("checked above"), table::Wanted::Class)?;
    static_for_call(cx, class, &name, site)
}
