//! Generators: the Generator class over a heap frame and its resume function (abi `GeneratorFrame`).

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::mem::ManuallyDrop;

use phpc_abi::unit::{
    GENERATOR_DELEGATED, GENERATOR_RETURNED, GENERATOR_YIELDED, GeneratorFrame, RESUME_DESTROY, RESUME_NEXT,
};
use phpc_abi::value::RawValue;

use crate::array::iterate::ValueIterator;
use crate::behaviour;
use crate::calls;
use crate::calls::native::Call;
use crate::classes::builtin::{BuiltinClass, BuiltinFunction, Handlers, NativeState};
use crate::classes::{FuncRef, table};
use crate::exceptions::{self, throw_error, throw_exception};
use crate::{Cx, Elem, Object, Result, Value, View, alloc, frames, pending};

pub static CLASSES: &[&BuiltinClass] = &[&GENERATOR];

static GENERATOR: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("public rewind(): void", |cx, call| rewind(cx, call.this()).map(|()| Value::NULL)),
        BuiltinFunction::new("public valid(): bool", |cx, call| valid(cx, call.this()).map(Value::bool)),
        BuiltinFunction::new("public current(): mixed", |cx, call| current(cx, call.this())),
        BuiltinFunction::new("public key(): mixed", |cx, call| key(cx, call.this())),
        BuiltinFunction::new("public next(): void", |cx, call| next(cx, call.this()).map(|()| Value::NULL)),
        BuiltinFunction::new("public send(mixed $value): mixed", |cx, call| send(cx, call.this(), call.arg(0).clone())),
        BuiltinFunction::new("public throw(Throwable $exception): mixed", throw),
        BuiltinFunction::new("public getReturn(): mixed", |cx, call| get_return(cx, call.this())),
    ],
    handlers: Handlers {
        create: Some(|_, _| Box::new(State::default())),
        uncloneable: true,
        not_instantiable: Some("The \"Generator\" class is reserved for internal use and cannot be manually instantiated"),
        not_serializable: true,
        ..Handlers::NONE
    },
    ..BuiltinClass::new("final class Generator implements Iterator")
};

#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
enum Status {
    #[default]
    Created,
    Suspended,
    Running,
    Returned,
    Failed,
}

/// What a `yield from` takes its elements from.
enum Delegate {
    Array(ValueIterator),
    Generator(Object),
    Iterator(Object),
}

struct State {
    func: Cell<Option<FuncRef>>,
    frame: Cell<*mut GeneratorFrame>,
    status: Cell<Status>,
    /// At the first `yield`: rewind is still possible.
    at_first: Cell<bool>,
    largest_key: Cell<i64>,
    delegate: RefCell<Option<Delegate>>,
    key: RefCell<Value>,
    value: RefCell<Value>,
    result: RefCell<Value>,
}

impl Default for State {
    fn default() -> State {
        State {
            func: Cell::new(None),
            frame: Cell::new(std::ptr::null_mut()),
            status: Cell::default(),
            at_first: Cell::new(false),
            largest_key: Cell::new(-1),
            delegate: RefCell::new(None),
            key: RefCell::default(),
            value: RefCell::default(),
            result: RefCell::default(),
        }
    }
}

impl NativeState for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        for cell in [&self.key, &self.value, &self.result] {
            visit(&cell.borrow());
        }
        if let Some(Delegate::Generator(inner) | Delegate::Iterator(inner)) = &*self.delegate.borrow() {
            visit(&Elem::from(inner));
        }
        if matches!(self.status.get(), Status::Created | Status::Suspended) {
            for at in 0..value_count(self.frame.get()) {
                // SAFETY: values of a suspended frame are valid and borrowed here.
                let value = ManuallyDrop::new(unsafe { Value::from_raw(*values(self.frame.get()).add(at)) });
                visit(&value);
            }
        }
    }
    fn clear(&self) {
        release_frame(self);
    }
    fn free(&self, cx: &mut Cx) {
        if matches!(self.status.get(), Status::Created | Status::Suspended) && !self.frame.get().is_null() {
            let exiting = pending::word() & pending::EXIT != 0;
            let destroy = || {
                drop(self.delegate.replace(None));
                self.status.set(Status::Running);
                let _ = run(self, RESUME_DESTROY);
            };
            if exiting { destroy() } else { exceptions::set_aside(destroy) }
        }
        let _ = cx;
        release_frame(self);
        let frame = self.frame.replace(std::ptr::null_mut());
        if !frame.is_null() {
            // SAFETY: the frame's own block; nothing runs in it any more.
            unsafe { alloc::free(frame.cast(), (*frame).size as usize) };
        }
    }
}

fn values(frame: *mut GeneratorFrame) -> *mut RawValue {
    // SAFETY: the values follow the head.
    unsafe { frame.add(1).cast() }
}
fn value_count(frame: *mut GeneratorFrame) -> usize {
    // SAFETY: null or a live frame.
    if frame.is_null() { 0 } else { unsafe { (*frame).value_count as usize } }
}

/// Gives up what the frame still holds.
fn release_frame(state: &State) {
    let frame = state.frame.get();
    if frame.is_null() {
        return;
    }
    state.status.set(match state.status.get() {
        Status::Returned => Status::Returned,
        _ => Status::Failed,
    });
    for at in 0..value_count(frame) {
        // SAFETY: valid values; each is replaced before the old one is released.
        drop(unsafe { Value::from_raw(values(frame).add(at).replace(RawValue::UNDEF)) });
    }
    // SAFETY: fields of the live frame.
    unsafe {
        for slot in [&raw mut (*frame).key, &raw mut (*frame).value, &raw mut (*frame).sent, &raw mut (*frame).result] {
            drop(Value::from_raw(slot.replace(RawValue::UNDEF)));
        }
    }
    drop(state.key.replace(Value::NULL));
    drop(state.value.replace(Value::NULL));
}

// ---- what emitted code asks for

/// Room for a frame, all UNDEF.
pub fn frame_new(_func: FuncRef, size: usize) -> *mut GeneratorFrame {
    let block = alloc::allocate(size);
    // SAFETY: a fresh block of that size; all-zero words are UNDEF values and null addresses.
    unsafe {
        std::ptr::write_bytes(block, 0, size);
        let frame = block.cast::<GeneratorFrame>();
        (*frame).size = size as u64;
        frame
    }
}

/// The Generator object of a frame.
pub fn new(func: FuncRef, frame: *mut GeneratorFrame, _this_or_class: *mut u8) -> Object {
    let class = table::class_table().known("generator");
    let object = behaviour::create::instance(&mut Cx::enter(), class).expect("making a Generator runs no PHP code");
    let state = object.native::<State>().expect("just made");
    state.func.set(Some(func));
    state.frame.set(frame);
    object
}

// ---- running

fn state(object: &Object) -> &State {
    object.native::<State>().expect("Generator objects have generator state")
}

pub fn is_generator(object: &Object) -> bool {
    object.native::<State>().is_some()
}

/// Runs the body until it suspends or ends. The word says how; the caller has set `Running`.
fn run(state: &State, mode: u64) -> Result<u64> {
    let frame = state.frame.get();
    // SAFETY: a live frame whose resume function never unwinds.
    let status = frames::entering(|| unsafe { ((*frame).resume)(frame, mode) });
    // SAFETY: as above.
    let take = |slot: *mut RawValue| unsafe { Value::from_raw(slot.replace(RawValue::UNDEF)) };
    match status {
        GENERATOR_YIELDED | GENERATOR_DELEGATED => {
            state.status.set(Status::Suspended);
            // SAFETY: fields of the live frame.
            let (key, value) = unsafe { (take(&raw mut (*frame).key), take(&raw mut (*frame).value)) };
            if status == GENERATOR_YIELDED {
                let key = number(state, key);
                drop(state.key.replace(key));
            }
            drop(state.value.replace(value));
        }
        GENERATOR_RETURNED => {
            state.status.set(Status::Returned);
            // SAFETY: as above.
            let result = take(unsafe { &raw mut (*frame).result });
            drop(state.result.replace(result.into_plain()));
            drop(state.value.replace(Value::NULL));
            drop(state.key.replace(Value::NULL));
        }
        _ => {
            state.status.set(Status::Failed);
            drop(state.value.replace(Value::NULL));
            drop(state.key.replace(Value::NULL));
        }
    }
    pending::check()?;
    Ok(status)
}

fn number(state: &State, key: Value) -> Value {
    match key.view() {
        View::Undef => {
            state.largest_key.set(state.largest_key.get() + 1);
            Value::int(state.largest_key.get())
        }
        View::Int(key) if key > state.largest_key.get() => {
            state.largest_key.set(key);
            Value::int(key)
        }
        _ => key.into_plain(),
    }
}

/// Goes on after the `yield` with `sent` (or, if something is pending, by throwing it there).
fn resume(cx: &mut Cx, object: &Object, sent: Value) -> Result {
    let state = state(object);
    loop {
        if state.status.get() == Status::Running {
            return throw_error(cx, b"Cannot resume an already running generator".to_vec());
        }
        state.status.set(Status::Running);
        // SAFETY: a live frame.
        unsafe { drop(Value::from_raw((&raw mut (*state.frame.get()).sent).replace(sent.clone().into_raw()))) };
        if run(state, RESUME_NEXT)? != GENERATOR_DELEGATED {
            return Ok(());
        }
        if let Err(thrown) = delegate(cx, state) {
            let _ = thrown;
            // The error is the `yield from`'s.
            continue;
        }
        match step_delegate(cx, state, None) {
            Ok(None) => return Ok(()),
            Ok(Some(result)) => return resume(cx, object, result),
            Err(_) => continue,
        }
    }
}

/// Begins to take elements from what `yield from` named.
fn delegate(cx: &mut Cx, state: &State) -> Result {
    let source = state.value.replace(Value::NULL).into_plain();
    let delegate = match source.view() {
        View::Array(array) => Delegate::Array(ValueIterator::new(array.clone())),
        View::Object(object) if is_generator(object) => {
            let inner = self::state(object);
            if inner.status.get() == Status::Running {
                return throw_error(cx, b"Impossible to yield from the Generator being currently run".to_vec());
            }
            if inner.status.get() == Status::Failed {
                let text = b"Generator passed to yield from was aborted without proper return and is unable to continue";
                return throw_error(cx, text.to_vec());
            }
            Delegate::Generator(object.clone())
        }
        View::Object(object) if behaviour::is_traversable(object) => {
            let iterator = behaviour::iteration::iterator_of(cx, object)?;
            calls::call_method(cx, &iterator, b"rewind", Vec::new())?;
            Delegate::Iterator(iterator)
        }
        _ => return throw_error(cx, b"Can use \"yield from\" only with arrays and Traversables".to_vec()),
    };
    *state.delegate.borrow_mut() = Some(delegate);
    Ok(())
}

/// Fetches the delegate's element. `advance`: first moves on, with a value sent. Some: it is exhausted, with its result.
fn step_delegate(cx: &mut Cx, state: &State, advance: Option<Value>) -> Result<Option<Value>> {
    enum Step {
        Element(Value, Value),
        End,
        Generator(Object),
        Iterator(Object),
    }
    let step = match &mut *state.delegate.borrow_mut() {
        Some(Delegate::Array(iterator)) => match iterator.advance() {
            Some(at) => Step::Element(iterator.array().key_at(at).to_value(), iterator.array().value_at(at).to_value()),
            None => Step::End,
        },
        Some(Delegate::Generator(inner)) => Step::Generator(inner.clone()),
        Some(Delegate::Iterator(inner)) => Step::Iterator(inner.clone()),
        None => Step::End,
    };
    let element = match step {
        Step::Element(key, value) => Some((key, value)),
        Step::End => None,
        Step::Generator(inner) => step_generator(cx, state, &inner, advance)?,
        Step::Iterator(inner) => {
            let stepped = step_iterator(cx, &inner, advance.is_some());
            if stepped.is_err() {
                drop(state.delegate.replace(None));
            }
            stepped?
        }
    };
    let Some((key, value)) = element else {
        let ended = state.delegate.replace(None);
        return Ok(Some(match ended {
            Some(Delegate::Generator(inner)) => self::state(&inner).result.borrow().clone(),
            _ => Value::NULL,
        }));
    };
    drop(state.key.replace(key));
    drop(state.value.replace(value));
    Ok(None)
}

fn step_generator(cx: &mut Cx, outer: &State, inner: &Object, advance: Option<Value>) -> Result<Option<(Value, Value)>> {
    let stepped = match advance {
        Some(sent) => resume_with(cx, inner, sent),
        None => ensure_started(cx, inner),
    };
    if stepped.is_err() {
        drop(outer.delegate.replace(None));
        stepped?;
    }
    let state = state(inner);
    if state.status.get() != Status::Suspended {
        return Ok(None);
    }
    Ok(Some((state.key.borrow().clone(), state.value.borrow().clone())))
}

fn step_iterator(cx: &mut Cx, inner: &Object, advance: bool) -> Result<Option<(Value, Value)>> {
    if advance {
        calls::call_method(cx, inner, b"next", Vec::new())?;
    }
    let valid = calls::call_method(cx, inner, b"valid", Vec::new())?;
    if !crate::convert::to_bool(&valid) {
        return Ok(None);
    }
    let value = calls::call_method(cx, inner, b"current", Vec::new())?;
    let key = calls::call_method(cx, inner, b"key", Vec::new())?;
    Ok(Some((key, value)))
}

/// Moves a suspended generator on, through what it delegates to.
fn resume_with(cx: &mut Cx, object: &Object, sent: Value) -> Result {
    let state = state(object);
    state.at_first.set(false);
    match state.status.get() {
        Status::Running => return throw_error(cx, b"Cannot resume an already running generator".to_vec()),
        Status::Returned | Status::Failed => return Ok(()),
        Status::Created => return ensure_started(cx, object),
        Status::Suspended => {}
    }
    if state.delegate.borrow().is_none() {
        return resume(cx, object, sent);
    }
    state.status.set(Status::Running);
    let stepped = step_delegate(cx, state, Some(sent));
    state.status.set(Status::Suspended);
    match stepped {
        Ok(None) => Ok(()),
        Ok(Some(result)) => resume(cx, object, result),
        // Thrown by the delegate: raised at the `yield from`.
        Err(_) => resume(cx, object, Value::NULL),
    }
}

fn ensure_started(cx: &mut Cx, object: &Object) -> Result {
    let state = state(object);
    if state.status.get() != Status::Created {
        return Ok(());
    }
    resume(cx, object, Value::NULL)?;
    state.at_first.set(true);
    Ok(())
}

// ---- methods

pub fn rewind(cx: &mut Cx, object: &Object) -> Result {
    ensure_started(cx, object)?;
    let state = state(object);
    if !state.at_first.get() {
        if matches!(state.status.get(), Status::Returned | Status::Failed) {
            return throw_exception(cx, b"Cannot traverse an already closed generator".to_vec());
        }
        return throw_exception(cx, b"Cannot rewind a generator that was already run".to_vec());
    }
    Ok(())
}

pub fn valid(cx: &mut Cx, object: &Object) -> Result<bool> {
    ensure_started(cx, object)?;
    Ok(matches!(state(object).status.get(), Status::Suspended | Status::Running))
}

pub fn current(cx: &mut Cx, object: &Object) -> Result<Value> {
    ensure_started(cx, object)?;
    let value = state(object).value.borrow().deref();
    Ok(value.into_plain())
}

pub fn key(cx: &mut Cx, object: &Object) -> Result<Value> {
    ensure_started(cx, object)?;
    let key = state(object).key.borrow().clone();
    Ok(key.into_plain())
}

pub fn next(cx: &mut Cx, object: &Object) -> Result {
    ensure_started(cx, object)?;
    resume_with(cx, object, Value::NULL)
}

fn send(cx: &mut Cx, object: &Object, value: Value) -> Result<Value> {
    ensure_started(cx, object)?;
    resume_with(cx, object, value)?;
    current(cx, object)
}

fn throw(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let object = call.this().clone();
    let Some(exception) = call.object_opt(0) else { return Ok(Value::NULL) };
    ensure_started(cx, &object)?;
    throw_into(cx, &object, exception)?;
    current(cx, &object)
}

fn throw_into(cx: &mut Cx, object: &Object, exception: Object) -> Result {
    let state = state(object);
    state.at_first.set(false);
    if state.status.get() == Status::Running {
        return throw_error(cx, b"Cannot resume an already running generator".to_vec());
    }
    if state.status.get() != Status::Suspended {
        return Err(exceptions::throw(exception));
    }
    let inner = match &*state.delegate.borrow() {
        Some(Delegate::Generator(inner)) => Some(inner.clone()),
        _ => None,
    };
    if let Some(inner) = inner {
        state.status.set(Status::Running);
        let thrown = throw_into(cx, &inner, exception).and_then(|()| step_delegate(cx, state, None));
        state.status.set(Status::Suspended);
        return match thrown {
            Ok(None) => Ok(()),
            Ok(Some(result)) => resume(cx, object, result),
            Err(_) => {
                drop(state.delegate.replace(None));
                resume(cx, object, Value::NULL)
            }
        };
    }
    drop(state.delegate.replace(None));
    exceptions::throw(exception);
    resume(cx, object, Value::NULL)
}

fn get_return(cx: &mut Cx, object: &Object) -> Result<Value> {
    ensure_started(cx, object)?;
    let state = state(object);
    if state.status.get() != Status::Returned {
        return throw_exception(cx, b"Cannot get return value of a generator that hasn't returned".to_vec());
    }
    Ok(state.result.borrow().clone())
}

/// A generator of a function that returns by reference.
pub fn yields_references(object: &Object) -> bool {
    object.native::<State>().and_then(|state| state.func.get()).is_some_and(|func| func.decl.returns_reference)
}

/// The current element as a reference.
pub fn current_raw(cx: &mut Cx, object: &Object) -> Result<Value> {
    ensure_started(cx, object)?;
    Ok(state(object).value.borrow().clone())
}
