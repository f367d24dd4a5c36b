//! Closures: objects that hold a function, what it is called on, and what it captured.

use std::any::Any;
use std::cell::{Cell, RefCell};

use crate::behaviour::native;
use crate::calls::callable::{self, Callable};
use crate::calls::native::Call;
use crate::calls::{self, Target};
use crate::classes::builtin::{BuiltinClass, BuiltinFunction, Handlers, NativeState};
use crate::classes::display::class_name;
use crate::classes::{ClassRef, FuncRef, table};
use crate::diagnostics;
use crate::exceptions::throw_error;
use crate::{Array, Cx, Elem, Object, Reference, Result, Value, message};

pub static CLASSES: &[&BuiltinClass] = &[&CLOSURE];

static CLOSURE: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("private __construct()", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("public static bind(Closure $closure, ?object $newThis, object|string|null $newScope = \"static\"): ?Closure", bind),
        BuiltinFunction::new("public bindTo(?object $newThis, object|string|null $newScope = \"static\"): ?Closure", bind_to),
        BuiltinFunction::new("public call(object $newThis, mixed ...$args): mixed", call),
        BuiltinFunction::new("public static fromCallable($callback): Closure", from_callable_method),
        BuiltinFunction::new("public __invoke(...$args): mixed", invoke),
    ],
    handlers: Handlers {
        create: Some(|_, _| Box::new(State::default())),
        not_instantiable: Some("Instantiation of class Closure is not allowed"),
        not_serializable: true,
        debug_properties: Some(debug),
        ..Handlers::NONE
    },
    attributes: &["NoDynamicProperties"],
    ..BuiltinClass::new("final class Closure")
};

#[derive(Default)]
struct State {
    /// The function and what it is called on; set once.
    body: RefCell<Option<(FuncRef, Target)>>,
    /// The same as emitted code takes it.
    callee: Cell<Option<(FuncRef, usize)>>,
    /// Values bound at creation, in the order of `FunctionDecl::uses`; references for by-reference ones.
    captured: RefCell<Vec<Value>>,
    /// Static variables: each closure has its own.
    statics: RefCell<Vec<Reference>>,
}

impl NativeState for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some((_, Target::This(this))) = &*self.body.borrow() {
            visit(&Elem::from(this));
        }
        self.captured.borrow().iter().for_each(&mut *visit);
    }
    fn clear(&self) {
        let captured = self.captured.take();
        self.callee.set(None);
        let body = self.body.replace(None);
        drop((captured, body));
    }
    fn clone_state(&self, _: &mut Cx) -> Option<Box<dyn NativeState>> {
        let statics = self.statics.borrow().iter().map(|cell| Reference::new(cell.get())).collect();
        Some(Box::new(State {
            body: RefCell::new(self.body.borrow().clone()),
            callee: self.callee.clone(),
            captured: RefCell::new(self.captured.borrow().clone()),
            statics: RefCell::new(statics),
        }))
    }
}

fn closure_class() -> ClassRef {
    static CLOSURE: table::Known = table::Known::new("closure");
    CLOSURE.get()
}

/// A closure of a function; captured values follow with [`set_captured`].
pub fn new(func: FuncRef, target: Target) -> Object {
    // SAFETY: a linked builtin class, which has no defaults to evaluate.
    let object = unsafe { Object::instantiate(closure_class().as_head()) };
    let captured = RefCell::new(vec![Value::NULL; func.decl.uses.len()]);
    native::attach_inline(&object, State { callee: Cell::new(Some((func, receiver(&target)))), body: RefCell::new(Some((func, target))), captured, statics: RefCell::default() });
    object
}

pub fn set_captured(closure: &Object, index: usize, value: Value) {
    let Some(state) = closure.native::<State>() else { return };
    let mut captured = state.captured.borrow_mut();
    if index >= captured.len() {
        captured.resize(index + 1, Value::NULL);
    }
    let old = std::mem::replace(&mut captured[index], value);
    drop(captured);
    drop(old);
}

/// The value captured under `index`: a reference for by-reference ones.
pub fn captured(closure: &Object, index: usize) -> Value {
    let state = closure.native::<State>();
    state.and_then(|state| state.captured.borrow().get(index).cloned()).unwrap_or_default()
}

/// The cell of a static variable; `make` gives its first value (UNDEF: not initialised yet).
pub fn static_cell(closure: &Object, index: usize, make: impl Fn(usize) -> Reference) -> Option<Reference> {
    let state = closure.native::<State>()?;
    let mut statics = state.statics.borrow_mut();
    while statics.len() <= index {
        let next = statics.len();
        statics.push(make(next));
    }
    Some(statics[index].clone())
}

/// The function of a closure and its receiver as emitted code takes it: an object, a class with the lowest bit set, or 0.
#[inline]
pub fn callee(object: &Object) -> Option<(FuncRef, usize)> {
    object.native::<State>()?.callee.get()
}

fn receiver(target: &Target) -> usize {
    match target {
        Target::None => 0,
        Target::Class(class) => class.as_head() as usize | 1,
        Target::This(object) => object.as_ptr() as usize,
    }
}

/// What a Closure object calls; None: it is no closure.
pub fn callable(object: &Object) -> Option<Callable> {
    let state = object.native::<State>()?;
    let (func, target) = state.body.borrow().clone()?;
    Some(Callable { func, target, closure: Some(object.clone()) })
}

/// A Closure of any callable: closures stay themselves.
pub fn from_callable(callable: Callable) -> Object {
    match callable.closure {
        Some(closure) => closure,
        None => new(callable.func, callable.target),
    }
}

fn from_callable_method(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    match callable::resolve(cx, call.arg(0))? {
        Ok(callable) => Ok(from_callable(callable).into()),
        Err(reason) => crate::exceptions::throw_type_error(cx, message!("Failed to create closure from callable: ", reason)),
    }
}

fn invoke(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let Some(callable) = callable(call.this()) else { return Ok(Value::NULL) };
    let args = call.args().to_vec();
    match call.named.take() {
        Some(named) => {
            let named = named.iter_raw().filter_map(|(key, value)| match key {
                crate::Key::Str(name) => Some((name.clone(), value.to_value())),
                crate::Key::Int(_) => None,
            });
            let named = named.collect();
            calls::call_named(cx, &callable, args, named)
        }
        None => calls::call(cx, &callable, args),
    }
}

fn bind(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let Some(closure) = call.object_opt(0) else { return Ok(Value::NULL) };
    rebound(cx, &closure, call.object_opt(1), call.has(2).then(|| call.arg(2).clone()))
}

fn bind_to(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let closure = call.this().clone();
    rebound(cx, &closure, call.object_opt(0), call.has(1).then(|| call.arg(1).clone()))
}

/// A copy of the closure with another `$this` and scope. None: the scope stays.
fn rebound(cx: &mut Cx, closure: &Object, this: Option<Object>, scope: Option<Value>) -> Result<Value> {
    let Some(Callable { func, .. }) = callable(closure) else { return Ok(Value::NULL) };
    let scope = match scope {
        None => func.class,
        Some(value) => match (value.as_object(), value.as_str()) {
            (Some(object), _) => Some(object.class_ref()),
            (None, Some(name)) if **name == *b"static" => func.class,
            (None, Some(name)) => match table::lookup(cx, name)? {
                Some(class) => Some(class),
                None => {
                    diagnostics::warning(cx, message!("Class \"", &**name, "\" not found"))?;
                    return Ok(Value::NULL);
                }
            },
            _ => None,
        },
    };
    if let Some(problem) = refusal(func, this.as_ref(), scope) {
        diagnostics::warning(cx, problem)?;
        return Ok(Value::NULL);
    }
    // A closure with `$this` has a scope, if only its own class.
    let scope = if this.is_some() { scope.or_else(|| Some(closure_class())) } else { scope };
    let func = in_scope(func, scope);
    let target = match this {
        Some(this) => Target::This(this),
        None => Target::of_class(scope),
    };
    let copy = new(func, target);
    if let (Some(old), Some(new)) = (closure.native::<State>(), copy.native::<State>()) {
        *new.captured.borrow_mut() = old.captured.borrow().clone();
        *new.statics.borrow_mut() = old.statics.borrow().iter().map(|cell| Reference::new(cell.get())).collect();
    }
    Ok(copy.into())
}

/// Why the closure cannot be bound so.
fn refusal(func: FuncRef, this: Option<&Object>, scope: Option<ClassRef>) -> Option<Vec<u8>> {
    let is_method = !func.is_closure() && func.class.is_some();
    if this.is_some() && func.is_static() {
        return Some(b"Cannot bind an instance to a static closure".to_vec());
    }
    if this.is_none() && is_method && !func.is_static() {
        return Some(b"Cannot unbind $this of method".to_vec());
    }
    if let (Some(this), true) = (this, is_method)
        && !func.class.is_some_and(|class| this.class_ref().is_subclass_of(class))
    {
        let class = func.class.map_or(&b""[..], class_name);
        return Some(message!("Cannot bind method ", class, "::", func.name, "() to object of class ", class_name(this.class_ref())));
    }
    if let Some(scope) = scope
        && scope.is_builtin()
        && func.class != Some(scope)
        && func.is_user()
    {
        return Some(message!("Cannot bind closure to scope of internal class ", class_name(scope)));
    }
    if !func.is_closure() && func.class != scope {
        return Some(if is_method {
            b"Cannot rebind scope of closure created from method".to_vec()
        } else {
            b"Cannot rebind scope of closure created from function".to_vec()
        });
    }
    None
}

/// The same code as if it stood in another class.
fn in_scope(func: FuncRef, scope: Option<ClassRef>) -> FuncRef {
    if func.class == scope {
        return func;
    }
    match (func.body, scope) {
        (crate::calls::func::Body::User { unit, index }, scope) => unit.function_in(index, scope),
        _ => func.copy_into(scope, func.name, func.modifiers),
    }
}

fn call(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let Some(this) = call.object_opt(0) else { return Ok(Value::NULL) };
    let closure = call.this().clone();
    let Some(Callable { func, .. }) = callable(&closure) else { return Ok(Value::NULL) };
    let scope = Some(this.class_ref());
    if let Some(problem) = refusal(func, Some(&this), if func.is_closure() { scope } else { func.class }) {
        diagnostics::warning(cx, problem)?;
        return Ok(Value::NULL);
    }
    let func = if func.is_closure() { in_scope(func, scope) } else { func };
    let callable = Callable { func, target: Target::This(this), closure: Some(closure) };
    calls::call(cx, &callable, call.rest(1).to_vec())
}

/// What dumps show.
fn debug(_: &mut Cx, object: &Object) -> Result<Vec<(Vec<u8>, Value)>> {
    let Some(Callable { func, target, .. }) = callable(object) else { return Ok(Vec::new()) };
    let mut shown: Vec<(Vec<u8>, Value)> = Vec::new();
    if func.is_closure() {
        shown.push((b"name".to_vec(), func.name.str().into()));
        shown.push((b"file".to_vec(), func.unit().map_or(Value::NULL, |unit| unit.path.str().into())));
        shown.push((b"line".to_vec(), Value::int(i64::from(func.line()))));
    } else {
        shown.push((b"function".to_vec(), Value::string(&func.full_name())));
    }
    let statics = static_values(object, func);
    if !statics.is_empty() {
        shown.push((b"static".to_vec(), statics.into()));
    }
    if let Target::This(this) = target {
        shown.push((b"this".to_vec(), this.into()));
    }
    let mut parameters = Array::new();
    for (number, param) in func.params.iter().enumerate() {
        let required = number < func.head().required as usize;
        let name = message!(if param.is_by_ref() { "&" } else { "" }, "$", param.name);
        parameters.set_bytes(&name, Value::string(if required { "<required>" } else { "<optional>" }));
    }
    if !parameters.is_empty() {
        shown.push((b"parameter".to_vec(), parameters.into()));
    }
    Ok(shown)
}

/// Captured values and static variables by name.
pub fn static_values(closure: &Object, func: FuncRef) -> Array {
    let mut values = Array::new();
    for (index, (name, _)) in func.decl.uses.iter().enumerate() {
        values.set_bytes(name, captured(closure, index));
    }
    for (index, (name, _)) in func.decl.statics.iter().enumerate() {
        let cell = match func.is_closure() {
            true => static_cell(closure, index, |index| func.first_static(index)),
            false => Some(func.static_cell(index)),
        };
        let value = cell.map_or(Value::NULL, |cell| cell.get());
        values.set_bytes(name, if value.is_undef() { Value::NULL } else { value });
    }
    values
}

/// Error for objects that are no closures where one is needed.
pub fn not_a_closure<T>(cx: &mut Cx, object: &Object) -> Result<T> {
    throw_error(cx, message!("Object of type ", class_name(object.class_ref()), " is not callable"))
}
