//! Fibers: the Fiber class over stacks of their own.
//!
//! A fiber's PHP code runs on its own stack from [`entry`] on; `resume` and `suspend` switch between it and whoever runs
//! it. What the engine knows of a stack (its limits, the chain of frames) is exchanged at each switch. A suspended fiber that
//! dies is resumed once more with an exception that nothing catches, so that its `finally` blocks run and its values go.

mod switch;

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::mem::ManuallyDrop;

use phpc_abi::layout::FLAG_HAS_DESTRUCTOR;

use crate::calls::native::Call;
use crate::calls::{self, Callable, callable};
use crate::classes::builtin::{BuiltinClass, BuiltinFunction, Handlers, NativeState};
use crate::classes::table::class_table;
use crate::exceptions::{self, throw_new};
use crate::frames::{self, FiberBase};
use crate::global::Global;
use crate::engine::ini;
use crate::{convert, diagnostics};
use crate::stack::{self, Space, Stack};
use crate::{Cx, Elem, Object, Result, Value, behaviour, pending, release};

pub static CLASSES: &[&BuiltinClass] = &[&FIBER, &FIBER_ERROR];

static FIBER: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("public __construct(callable $callback)", construct),
        BuiltinFunction::new("public start(mixed ...$args): mixed", start),
        BuiltinFunction::new("public resume(mixed $value = null): mixed", resume),
        BuiltinFunction::new("public throw(Throwable $exception): mixed", throw),
        BuiltinFunction::new("public isStarted(): bool", |_, call| Ok(Value::bool(status(call) != Status::Created))),
        BuiltinFunction::new("public isSuspended(): bool", |_, call| Ok(Value::bool(status(call) == Status::Suspended))),
        BuiltinFunction::new("public isRunning(): bool", |_, call| Ok(Value::bool(status(call) == Status::Running))),
        BuiltinFunction::new("public isTerminated(): bool", |_, call| Ok(Value::bool(status(call) >= Status::Returned))),
        BuiltinFunction::new("public getReturn(): mixed", get_return),
        BuiltinFunction::new("public static suspend(mixed $value = null): mixed", suspend),
        BuiltinFunction::new("public static getCurrent(): ?Fiber", |_, _| Ok(CURRENT.cloned().into())),
    ],
    handlers: Handlers {
        create: Some(|_, _| Box::new(State::default())),
        uncloneable: true,
        not_serializable: true,
        ..Handlers::NONE
    },
    ..BuiltinClass::new("final class Fiber")
};

static FIBER_ERROR: BuiltinClass = BuiltinClass {
    methods: &[BuiltinFunction::new("public __construct()", |cx, _| {
        let text = b"The \"FiberError\" class is reserved for internal use and cannot be manually instantiated";
        exceptions::throw_error(cx, text.to_vec())
    })],
    ..BuiltinClass::new("final class FiberError extends Error")
};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Default, Debug)]
enum Status {
    #[default]
    Created,
    Running,
    Suspended,
    Returned,
    Threw,
}

#[derive(Default)]
struct State {
    status: Cell<Status>,
    callable: RefCell<Option<Callable>>,
    args: RefCell<Vec<Value>>,
    space: RefCell<Option<Space>>,
    /// What was charged for it, while it does not run.
    stack: Cell<Option<Stack>>,
    /// Stack pointers of the fiber while it is suspended and of its resumer while it runs.
    inside: Cell<usize>,
    outside: Cell<usize>,
    base: RefCell<FiberBase>,
    /// Its error_reporting (`@` changes it).
    reporting: Cell<i64>,
    /// Its chain of frames while suspended.
    frames: Cell<Option<frames::Context>>,
    /// What it is releasing, while it does not run.
    releasing: RefCell<release::Work>,
    /// What crosses a switch.
    transfer: RefCell<Value>,
    result: RefCell<Value>,
    /// Being destroyed: it cannot suspend any more.
    closing: Cell<bool>,
}

impl NativeState for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.transfer.borrow());
        visit(&self.result.borrow());
        self.args.borrow().iter().for_each(&mut *visit);
        if let Some(callable) = &*self.callable.borrow() {
            for object in [callable.closure.as_ref(), callable.target.this()].into_iter().flatten() {
                visit(&Elem::from(object));
            }
        }
    }
    fn clear(&self) {
        drop((self.callable.take(), self.args.take(), self.transfer.take(), self.result.take()));
    }
}

/// The running fiber.
static CURRENT: Global<Option<Object>> = Global::new(None);
/// Stacks of fibers that ended, for the next ones.
static POOL: Global<Vec<Space>> = Global::new(Vec::new());
const POOLED: usize = 16;

fn state(fiber: &Object) -> &State {
    fiber.native::<State>().expect("Fiber objects have fiber state")
}

fn status(call: &Call) -> Status {
    state(call.this()).status.get()
}

fn fiber_error<T>(cx: &mut Cx, text: &str) -> Result<T> {
    Err(throw_new(cx, class_table().known("fibererror"), text.as_bytes()))
}

fn construct(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    if status(call) != Status::Created || state(call.this()).callable.borrow().is_some() {
        return fiber_error(cx, "Cannot call constructor twice");
    }
    let callable = callable::resolve_for_call(cx, call.arg(0))?;
    let old = state(call.this()).callable.replace(Some(callable));
    drop(old);
    Ok(Value::NULL)
}

fn start(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let fiber = call.this().clone();
    let state = state(&fiber);
    if state.status.get() != Status::Created {
        return fiber_error(cx, "Cannot start a fiber that has already been started");
    }
    let Some(space) = POOL.with(Vec::pop).or_else(|| Space::reserve(stack::FIBER)) else {
        return exceptions::throw_exception(cx, b"Fiber stack allocate failed: Cannot allocate memory (12)".to_vec());
    };
    state.inside.set(switch::prepare(&space, entry));
    state.stack.set(Some(space.stack()));
    *state.space.borrow_mut() = Some(space);
    *state.args.borrow_mut() = call.rest(0).to_vec();
    let reporting = ini::text("error_reporting");
    state.reporting.set(if reporting.is_empty() { diagnostics::E_ALL } else { convert::to_int(cx, &reporting.into())? });
    // Destroying it while it is suspended runs code.
    fiber.set_flag(FLAG_HAS_DESTRUCTOR, true);
    run(&fiber)
}

fn resume(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let fiber = resumable(cx, call)?;
    let old = state(&fiber).transfer.replace(call.arg(0).clone());
    drop(old);
    run(&fiber)
}

fn throw(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let fiber = resumable(cx, call)?;
    if let Some(exception) = call.arg(0).as_object() {
        exceptions::throw(exception.clone());
    }
    run(&fiber)
}

fn resumable(cx: &mut Cx, call: &Call) -> Result<Object> {
    if status(call) != Status::Suspended {
        return fiber_error(cx, "Cannot resume a fiber that is not suspended");
    }
    Ok(call.this().clone())
}

fn get_return(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let why = match status(call) {
        Status::Returned => return Ok(state(call.this()).result.borrow().clone()),
        Status::Created => "The fiber has not been started",
        Status::Threw => "The fiber threw an exception",
        Status::Running | Status::Suspended => "The fiber has not returned",
    };
    fiber_error(cx, &format!("Cannot get fiber return value: {why}"))
}

fn suspend(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let Some(fiber) = current() else {
        return fiber_error(cx, "Cannot suspend outside of a fiber");
    };
    let state = state(&fiber);
    if state.closing.get() {
        return fiber_error(cx, "Cannot suspend in a force-closed fiber");
    }
    drop(state.transfer.replace(call.take(0)));
    state.status.set(Status::Suspended);
    state.frames.set(Some(frames::context()));
    // SAFETY: the resumer's stack waits in `run`.
    unsafe { switch::switch(state.inside.as_ptr(), state.outside.get()) };
    pending::check()?;
    Ok(state.transfer.take())
}

/// The running fiber without a count: a suspended stack must not keep its own fiber alive. Whoever resumes the fiber holds
/// it while it runs.
fn current() -> Option<ManuallyDrop<Object>> {
    let pointer = CURRENT.with(|fiber| fiber.as_ref().map(Object::as_ptr))?;
    // SAFETY: alive as said above, and the handle gives up no count.
    Some(ManuallyDrop::new(unsafe { Object::from_ptr(pointer) }))
}

/// Runs the fiber until it suspends or ends. What is pending is thrown inside it.
fn run(fiber: &Object) -> Result<Value> {
    let state = state(fiber);
    state.status.set(Status::Running);
    let stack = state.stack.get().expect("a started fiber has its stack");
    let previous = CURRENT.replace(Some(fiber.clone()));
    let frames_outside = state.base.borrow_mut().switch_in(state.frames.take());
    let outside = stack::switch(stack);
    let releasing = release::exchange(state.releasing.take());
    let reporting = ini::set_error_reporting(state.reporting.get());
    // SAFETY: the fiber's stack is prepared or waits in `suspend`.
    unsafe { switch::switch(state.outside.as_ptr(), state.inside.get()) };
    state.stack.set(Some(stack::switch(outside)));
    *state.releasing.borrow_mut() = release::exchange(releasing);
    state.reporting.set(ini::set_error_reporting(reporting));
    frames::restore(frames_outside);
    drop(CURRENT.replace(previous));
    if state.status.get() >= Status::Returned {
        finish(fiber);
    }
    pending::check()?;
    Ok(state.transfer.take())
}

/// The fiber ended: its stack goes to the next one.
fn finish(fiber: &Object) {
    fiber.set_flag(FLAG_HAS_DESTRUCTOR, false);
    if let Some(stack) = state(fiber).stack.take() {
        stack::leave(stack);
    }
    if let Some(space) = state(fiber).space.take() {
        POOL.with(|pool| if pool.len() < POOLED { pool.push(space) });
    }
}

/// The bottom of each fiber's stack.
extern "C" fn entry() -> ! {
    let state = run_callable();
    let mut ended = 0usize;
    // SAFETY: the resumer waits in `run`, which keeps the fiber and so `state`; this stack is not entered again.
    unsafe { switch::switch(&raw mut ended, (*state).outside.get()) };
    unreachable!("an ended fiber is not resumed")
}

/// Everything that owns values on this stack is gone when it returns.
fn run_callable() -> *const State {
    let fiber = current().expect("the fiber was made current");
    let state = state(&fiber);
    let callable = state.callable.take().expect("a constructed fiber has its function");
    let args = state.args.take();
    match calls::call(&mut Cx::enter(), &callable, args) {
        Ok(value) => {
            drop(state.result.replace(value));
            state.status.set(Status::Returned);
        }
        Err(_) => state.status.set(Status::Threw),
    }
    drop(callable);
    state
}

/// The exceptions that are destroying fibers: objects of a class that no `catch` names.
static GRACEFUL_EXITS: Global<Vec<usize>> = Global::new(Vec::new());

fn graceful_exit() -> Object {
    let class = behaviour::property::std_class();
    behaviour::create::instance(&mut Cx::enter(), class).expect("stdClass can be made")
}

/// Is this what unwinds a fiber that is being destroyed? It belongs to no class that a `catch` can name.
pub fn is_graceful_exit(exception: &Object) -> bool {
    GRACEFUL_EXITS.with(|all| all.contains(&(exception.as_ptr() as usize)))
}

/// A fiber dies. One that is suspended is unwound: its `finally` blocks run. False: the object is no fiber.
pub fn destroy(object: &Object) -> bool {
    let Some(state) = object.native::<State>() else { return false };
    if state.status.get() != Status::Suspended {
        return true;
    }
    state.closing.set(true);
    exceptions::set_aside(|| {
        let exit = graceful_exit();
        GRACEFUL_EXITS.with(|all| all.push(exit.as_ptr() as usize));
        exceptions::throw(exit);
        let _ = run(object);
        if exceptions::peek().is_some_and(|exception| is_graceful_exit(&exception)) {
            drop(exceptions::take());
        }
        GRACEFUL_EXITS.with(Vec::pop);
    });
    true
}

/// Does a fiber run?
pub fn is_inside() -> bool {
    CURRENT.with(|fiber| fiber.is_some())
}

/// At the end of the program.
pub fn clear() {
    drop(POOL.with(std::mem::take));
}

