//! Generators: the Generator class over a heap frame and its resume function (abi `GeneratorFrame`).
//!
//! A generator that delegates (`yield from`) to another shows that one's elements as long as it lives; several may delegate
//! to the same one (`delegate.rs`).

mod delegate;
mod frame;
mod shown;
pub mod walk;

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::mem::ManuallyDrop;

use phpc_abi::layout::{ClassHead, FLAG_HAS_DESTRUCTOR};
use phpc_abi::unit::{
    GENERATOR_DELEGATED, GENERATOR_RETURNED, GENERATOR_YIELDED, GeneratorFrame, RESUME_DESTROY, RESUME_NEXT, RESUME_THROW,
};
use phpc_abi::value::RawValue;

use crate::behaviour::native;
use crate::calls::depth;
use crate::calls::native::Call;
use crate::classes::builtin::{BuiltinClass, BuiltinFunction, Handlers, NativeState};
use crate::classes::{FuncRef, table};
use crate::exceptions::{self, throw_error, throw_exception};
use crate::frames::{self, GeneratorCall, GeneratorChain};
use crate::{Cx, Elem, Object, Result, Value, alloc, message, pending};
use delegate::Delegate;
use frame::{release_values, value_count, values};
pub use shown::{About, about, innermost};

pub static CLASSES: &[&BuiltinClass] = &[&GENERATOR, &CLOSED_GENERATOR_EXCEPTION];

static CLOSED_GENERATOR_EXCEPTION: BuiltinClass = BuiltinClass::new("class ClosedGeneratorException extends Exception");

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
        debug_properties: Some(debug),
        ..Handlers::NONE
    },
    attributes: &["NoDynamicProperties"],
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

struct State {
    func: Cell<Option<FuncRef>>,
    frame: Cell<*mut GeneratorFrame>,
    /// `$this` (which the frame owns) or the class of a static method.
    this_or_class: Cell<*const u8>,
    status: Cell<Status>,
    /// Suspended at a `yield` of its own, and alone ([`State::is_alone`]).
    plain: Cell<bool>,
    /// At the first `yield`: rewind is still possible.
    at_first: Cell<bool>,
    /// Takes the element that its delegate stands at before moving that on.
    take_first: Cell<bool>,
    /// The last `yield` was none that a value can be sent to.
    delegated: Cell<bool>,
    largest_key: Cell<i64>,
    delegate: RefCell<Option<Delegate>>,
    /// The generators from its delegate on down to the one that runs for it.
    path: RefCell<Vec<Object>>,
    result: RefCell<Value>,
}

impl Default for State {
    fn default() -> State {
        State {
            func: Cell::new(None),
            frame: Cell::new(std::ptr::null_mut()),
            this_or_class: Cell::new(std::ptr::null()),
            status: Cell::default(),
            plain: Cell::new(false),
            at_first: Cell::new(false),
            take_first: Cell::new(false),
            delegated: Cell::new(false),
            largest_key: Cell::new(-1),
            delegate: RefCell::new(None),
            path: RefCell::default(),
            result: RefCell::default(),
        }
    }
}

impl NativeState for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.result.borrow());
        if !self.frame.get().is_null() {
            for part in [&raw const self.frame().key, &raw const self.frame().value] {
                // SAFETY: fields of the live frame are valid values, borrowed here.
                visit(&ManuallyDrop::new(unsafe { Value::from_raw(*part) }));
            }
        }
        if let Some(Delegate::Generator(inner) | Delegate::Iterator { iterator: inner, .. }) = &*self.delegate.borrow() {
            visit(&Elem::from(inner));
        }
        for inner in &*self.path.borrow() {
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
    fn free(&self, _: &mut Cx) {
        leave(self);
        release_frame(self);
        let frame = self.frame.replace(std::ptr::null_mut());
        if !frame.is_null() {
            // SAFETY: the frame's own block; nothing runs in it any more.
            unsafe { alloc::free(frame.cast(), (*frame).size as usize) };
        }
    }
}

/// Gives up what the frame still holds.
fn release_frame(state: &State) {
    let frame = state.frame.get();
    if frame.is_null() {
        return;
    }
    state.plain.set(false);
    state.status.set(match state.status.get() {
        Status::Returned => Status::Returned,
        _ => Status::Failed,
    });
    release_values(frame);
    // SAFETY: fields of the live frame.
    unsafe {
        for slot in [&raw mut (*frame).key, &raw mut (*frame).value, &raw mut (*frame).sent, &raw mut (*frame).result] {
            drop(Value::from_raw(slot.replace(RawValue::UNDEF)));
        }
    }
    drop((state.delegate.take(), state.path.take()));
}

/// The body has come to its end: `$this` and the closure, which the frame holds still, go on the caller's behalf.
fn body_ended(state: &State) {
    let release = || release_values(state.frame.get());
    if pending::word() & pending::EXCEPTION != 0 { exceptions::set_aside(release) } else { release() }
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
pub fn new(func: FuncRef, frame: *mut GeneratorFrame, this_or_class: *const u8) -> Object {
    static GENERATOR: table::Known = table::Known::new("generator");
    // SAFETY: a linked builtin class, which has no defaults to evaluate.
    let object = unsafe { Object::instantiate(GENERATOR.get().as_head()) };
    let state = State { func: Cell::new(Some(func)), frame: Cell::new(frame), this_or_class: Cell::new(this_or_class), ..State::default() };
    native::attach_inline(&object, state);
    object.set_flag(FLAG_HAS_DESTRUCTOR, true);
    object
}

// ---- running

fn state(object: &Object) -> &State {
    object.native::<State>().expect("Generator objects have generator state")
}

pub fn is_generator(object: &Object) -> bool {
    object.native::<State>().is_some()
}

/// The state of a generator that is alone at a `yield` of its own, when nothing is pending.
#[inline]
fn plain(object: &Object) -> Option<&State> {
    let state = state(object);
    (state.plain.get() && !pending::is_pending()).then_some(state)
}

impl State {
    fn is_over(&self) -> bool {
        matches!(self.status.get(), Status::Returned | Status::Failed)
    }
    /// It neither delegates nor stands for one that does.
    #[inline]
    fn is_alone(&self) -> bool {
        self.delegate.borrow().is_none() && self.path.borrow().is_empty()
    }
    fn call(&self) -> GeneratorCall {
        let func = self.func.get().expect("the Generator was made for a function");
        let (this, class) = match func.is_static() {
            true => (std::ptr::null(), self.this_or_class.get().cast::<ClassHead>()),
            false => (self.this_or_class.get(), std::ptr::null()),
        };
        GeneratorCall { func: func.as_head(), frame: self.frame.get(), this, class }
    }
}

/// One generator by itself.
impl GeneratorChain for State {
    fn call(&self, number: usize) -> Option<GeneratorCall> {
        (number == 0).then(|| self.call())
    }
}

/// Runs the body until it suspends or ends. The word says how; the caller has set `Running`.
fn run(state: &State, chain: &dyn GeneratorChain, mode: u64) -> u64 {
    state.plain.set(false);
    let status = enter(state, chain, if mode == RESUME_NEXT { self::mode() } else { mode });
    suspended_or_over(state, status);
    status
}

fn suspended_or_over(state: &State, status: u64) {
    match status {
        GENERATOR_YIELDED => yielded(state, state.is_alone()),
        GENERATOR_DELEGATED => {
            state.status.set(Status::Suspended);
            state.delegated.set(true);
        }
        GENERATOR_RETURNED => {
            state.status.set(Status::Returned);
            drop(state.result.replace(state.take_result()));
            body_ended(state);
        }
        _ => {
            state.status.set(Status::Failed);
            body_ended(state);
        }
    }
}

/// How a body goes on that is not destroyed.
fn mode() -> u64 {
    if pending::is_pending() { RESUME_THROW } else { RESUME_NEXT }
}

#[inline(always)]
fn enter(state: &State, chain: &dyn GeneratorChain, mode: u64) -> u64 {
    let frame = state.frame.get();
    // SAFETY: a live frame whose resume function never unwinds.
    depth::deeper(depth::RESUME, || frames::resuming(chain, || unsafe { ((*frame).resume)(frame, mode) }))
}

/// The body has suspended at a `yield`.
#[inline(always)]
fn yielded(state: &State, alone: bool) {
    state.status.set(Status::Suspended);
    state.delegated.set(false);
    state.plain.set(alone);
    number(state);
}

/// A generator dies: its body is left, `finally` blocks run. False: the object is no generator.
pub fn destroy(object: &Object) -> bool {
    let Some(state) = object.native::<State>() else { return false };
    leave(state);
    true
}

fn leave(state: &State) {
    if !matches!(state.status.get(), Status::Created | Status::Suspended) || state.frame.get().is_null() {
        return;
    }
    if delegate::runs(state) {
        // In a suspended fiber, which leaves it when it is destroyed itself.
        return;
    }
    let leave = || {
        drop((state.path.take(), state.delegate.take()));
        close(state);
    };
    if pending::word() & pending::EXIT != 0 { leave() } else { exceptions::set_aside(leave) }
}

/// Leaves the body as by `return`. A `yield` in a `finally` on the way is an Error there.
fn close(state: &State) {
    state.status.set(Status::Running);
    let mut status = run(state, state, RESUME_DESTROY);
    while !state.is_over() {
        let text: &[u8] = match status {
            GENERATOR_DELEGATED => b"Cannot use \"yield from\" in a force-closed generator",
            _ => b"Cannot yield from finally in a force-closed generator",
        };
        let _ = frames::on_behalf(state, || throw_error::<()>(&mut Cx::enter(), text.to_vec()));
        state.status.set(Status::Running);
        status = run(state, state, RESUME_NEXT);
    }
}

/// Gives the element a key, if it was yielded without; ints count for those to come.
#[inline(always)]
fn number(state: &State) {
    let key = &state.frame().key;
    if key.tag == phpc_abi::value::Tag::UNDEF {
        state.largest_key.set(state.largest_key.get() + 1);
        state.set_key(Value::int(state.largest_key.get()));
    } else if key.tag == phpc_abi::value::Tag::INT {
        state.largest_key.set(state.largest_key.get().max(key.payload.cast_signed()));
    } else if key.tag == phpc_abi::value::Tag::REFERENCE {
        state.set_key(state.key().into_plain());
    }
}

/// Moves on a generator that is alone, when nothing is pending; it gets `sent`, unless it has something already.
#[inline(always)]
fn go_on(cx: &mut Cx, object: &Object, state: &State, sent: Option<Value>) -> Result {
    state.plain.set(false);
    state.at_first.set(false);
    state.take_first.set(false);
    state.status.set(Status::Running);
    if let Some(sent) = sent {
        state.set_sent(sent);
    }
    let status = enter(state, state, mode());
    if status == GENERATOR_YIELDED {
        yielded(state, true);
        return pending::check();
    }
    suspended_or_over(state, status);
    if status != GENERATOR_DELEGATED || pending::is_pending() {
        return pending::check();
    }
    delegate::begin(cx, object, object);
    resume_chain(cx, object)
}

/// Moves a generator on: the one that runs for it goes on after its `yield`, or, if something is pending, throws it there.
fn resume(cx: &mut Cx, object: &Object) -> Result {
    let outer = state(object);
    if outer.is_alone() && matches!(outer.status.get(), Status::Created | Status::Suspended) && !pending::is_pending() {
        return go_on(cx, object, outer, None);
    }
    resume_chain(cx, object)
}

fn resume_chain(cx: &mut Cx, object: &Object) -> Result {
    let outer = state(object);
    let mut running = delegate::root(cx, object)?;
    if state(&running).is_over() {
        return pending::check();
    }
    loop {
        let state = state(&running);
        if state.status.get() == Status::Running {
            return throw_error(cx, b"Cannot resume an already running generator".to_vec());
        }
        if outer.take_first.get() && state.has_value() {
            outer.take_first.set(false);
            return pending::check();
        }
        depth::check(cx)?;
        outer.at_first.set(false);
        state.status.set(Status::Running);
        if !pending::is_pending() && delegate::next_element(cx, object, state) {
            state.status.set(Status::Suspended);
            outer.take_first.set(false);
            return Ok(());
        }
        let status = run(state, &delegate::Chain::of(object), RESUME_NEXT);
        if pending::is_pending() {
            if running.ptr_eq(object) || pending::word() & pending::EXCEPTION == 0 {
                return pending::check();
            }
            outer.take_first.set(false);
            running = delegate::root(cx, object)?;
            if self::state(&running).is_over() {
                return pending::check();
            }
            continue;
        }
        if status == GENERATOR_DELEGATED {
            delegate::begin(cx, object, &running);
        } else if running.ptr_eq(object) || status != GENERATOR_RETURNED {
            outer.take_first.set(false);
            return pending::check();
        }
        if !pending::is_pending() {
            running = delegate::root(cx, object)?;
        }
    }
}

fn ensure_started(cx: &mut Cx, object: &Object) -> Result {
    let state = state(object);
    if state.has_value() || state.is_over() || state.delegates_to_generator() {
        return Ok(());
    }
    resume(cx, object)?;
    state.at_first.set(true);
    Ok(())
}

// ---- methods

pub fn rewind(cx: &mut Cx, object: &Object) -> Result {
    ensure_started(cx, object)?;
    if !state(object).at_first.get() {
        return throw_exception(cx, b"Cannot rewind a generator that was already run".to_vec());
    }
    Ok(())
}

/// `foreach` begins.
pub fn start_iteration(cx: &mut Cx, object: &Object, by_reference: bool) -> Result {
    if state(object).is_over() {
        return throw_exception(cx, b"Cannot traverse an already closed generator".to_vec());
    }
    if by_reference && !yields_references(object) {
        let text = b"You can only iterate a generator by-reference if it declared that it yields by-reference";
        return throw_exception(cx, text.to_vec());
    }
    rewind(cx, object)
}

pub fn valid(cx: &mut Cx, object: &Object) -> Result<bool> {
    if plain(object).is_some() {
        return Ok(true);
    }
    ensure_started(cx, object)?;
    if state(object).is_alone() {
        return Ok(!state(object).is_over());
    }
    let root = delegate::root(cx, object)?;
    pending::check()?;
    Ok(!state(&root).is_over())
}

/// The current element as it was yielded: a reference if by reference.
pub fn current_raw(cx: &mut Cx, object: &Object) -> Result<Value> {
    ensure_started(cx, object)?;
    now(cx, object, State::value)
}

pub fn current(cx: &mut Cx, object: &Object) -> Result<Value> {
    if let Some(state) = plain(object) {
        return Ok(state.value().into_plain());
    }
    Ok(current_raw(cx, object)?.into_plain())
}

pub fn key(cx: &mut Cx, object: &Object) -> Result<Value> {
    ensure_started(cx, object)?;
    Ok(now(cx, object, State::key)?.into_plain())
}

/// A part of the current element; NULL when there is none.
fn now(cx: &mut Cx, object: &Object, part: fn(&State) -> Value) -> Result<Value> {
    let element = |state: &State| {
        if state.is_over() {
            return Value::NULL;
        }
        let value = part(state);
        if value.is_undef() { Value::NULL } else { value }
    };
    if state(object).is_alone() {
        return Ok(element(state(object)));
    }
    let root = delegate::root(cx, object)?;
    pending::check()?;
    Ok(element(state(&root)))
}

pub fn next(cx: &mut Cx, object: &Object) -> Result {
    if let Some(state) = plain(object) {
        return go_on(cx, object, state, Some(Value::NULL));
    }
    ensure_started(cx, object)?;
    send_to(cx, object, Value::NULL)
}

fn send_to(cx: &mut Cx, object: &Object, value: Value) -> Result {
    if state(object).is_over() {
        return Ok(());
    }
    let set = |state: &State| {
        if state.status.get() == Status::Suspended && !state.delegated.get() {
            state.set_sent(value);
        }
    };
    match state(object).is_alone() {
        true => set(state(object)),
        false => set(state(&delegate::root(cx, object)?)),
    }
    resume(cx, object)
}

fn send(cx: &mut Cx, object: &Object, value: Value) -> Result<Value> {
    if let Some(state) = plain(object) {
        go_on(cx, object, state, Some(value))?;
        if state.plain.get() {
            return Ok(state.value().into_plain());
        }
        return Ok(now(cx, object, State::value)?.into_plain());
    }
    ensure_started(cx, object)?;
    send_to(cx, object, value)?;
    Ok(now(cx, object, State::value)?.into_plain())
}

fn throw(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let object = call.this().clone();
    let Some(exception) = call.object_opt(0) else { return Ok(Value::NULL) };
    ensure_started(cx, &object)?;
    if state(&object).is_over() {
        return Err(exceptions::throw(exception));
    }
    let root = delegate::root(cx, &object)?;
    if state(&root).status.get() == Status::Running {
        return throw_error(cx, b"Cannot resume an already running generator".to_vec());
    }
    drop(state(&root).delegate.take());
    exceptions::throw(exception);
    resume(cx, &object)?;
    Ok(now(cx, &object, State::value)?.into_plain())
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

fn debug(_: &mut Cx, object: &Object) -> Result<Vec<(Vec<u8>, Value)>> {
    let Some(func) = object.native::<State>().and_then(|state| state.func.get()) else { return Ok(Vec::new()) };
    let name = match func.class {
        Some(class) if !func.is_closure() => message!(class.name, "::", func.name),
        _ => func.name.to_vec(),
    };
    Ok(vec![(b"function".to_vec(), Value::string(&name))])
}
