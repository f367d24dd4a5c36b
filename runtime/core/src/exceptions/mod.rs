//! Throwing, the pending exception, uncaught errors.
//!
//! The exception in flight lies here; the pending word ([`crate::pending`]) tells everyone that it does. Rust code throws by
//! [`throw_error`] and its like, which return an `Err` of any type: `return throw_error(cx, text)`.

pub mod classes;
pub mod report;
pub mod uncaught;

use phpc_abi::layout::FLAG_DESTRUCTED;

use crate::classes::{ClassRef, table};
use crate::global::Global;
use crate::pending::{self, EXCEPTION};
use crate::{Cx, Object, Result, Str, Thrown, Value};

/// Slots of Exception and Error.
pub mod slot {
    pub const MESSAGE: usize = 0;
    pub const STRING: usize = 1;
    pub const CODE: usize = 2;
    pub const FILE: usize = 3;
    pub const LINE: usize = 4;
    pub const TRACE: usize = 5;
    pub const PREVIOUS: usize = 6;
    pub const SEVERITY: usize = 7;
}

static PENDING: Global<Option<Object>> = Global::new(None);

macro_rules! throwers {
    ($($(#[doc = $doc:literal])* $name:ident = $class:literal;)*) => {$(
        $(#[doc = $doc])*
        #[cold]
        pub fn $name<T>(cx: &mut Cx, message: Vec<u8>) -> Result<T> {
            Err(throw_new(cx, table::class_table().known($class), &message))
        }
    )*};
}

throwers! {
    throw_error = "error";
    throw_type_error = "typeerror";
    throw_value_error = "valueerror";
    throw_argument_count_error = "argumentcounterror";
    throw_exception = "exception";
    throw_arithmetic_error = "arithmeticerror";
    throw_division_by_zero = "divisionbyzeroerror";
    throw_unhandled_match = "unhandledmatcherror";
}

/// Throws a new exception of `class` with this message; no constructor runs.
#[cold]
pub fn throw_new(cx: &mut Cx, class: ClassRef, message: &[u8]) -> Thrown {
    throw_with_code(cx, class, message, 0)
}

/// The same with a code.
#[cold]
pub fn throw_with_code(cx: &mut Cx, class: ClassRef, message: &[u8], code: i64) -> Thrown {
    match create(cx, class, message, code) {
        Ok(exception) => throw(exception),
        Err(thrown) => thrown,
    }
}

/// An exception that is not thrown yet.
pub fn create(cx: &mut Cx, class: ClassRef, message: &[u8], code: i64) -> Result<Object> {
    let exception = crate::behaviour::create::instance(cx, class)?;
    exception.set_slot(slot::MESSAGE, Str::new(message).into());
    if code != 0 {
        exception.set_slot(slot::CODE, Value::int(code));
    }
    Ok(exception)
}

/// Makes the exception pending. One that is pending already becomes its innermost previous.
pub fn throw(exception: Object) -> Thrown {
    if pending::word() & pending::EXIT != 0 {
        // `exit` is on its way: nothing replaces it.
        return pending::raise(pending::EXIT);
    }
    let old = PENDING.replace(None);
    if let Some(old) = old {
        chain(&exception, old);
    }
    PENDING.set(Some(exception));
    pending::raise(EXCEPTION)
}

/// `throw $value`.
pub fn throw_value(cx: &mut Cx, value: Value) -> Thrown {
    match value.as_object() {
        Some(object) if is_throwable(object.class_ref()) => throw(object.clone()),
        Some(_) => match throw_error::<()>(cx, b"Cannot throw objects that do not implement Throwable".to_vec()) {
            Err(thrown) => thrown,
            Ok(()) => unreachable!("it throws"),
        },
        None => match throw_error::<()>(cx, b"Can only throw objects".to_vec()) {
            Err(thrown) => thrown,
            Ok(()) => unreachable!("it throws"),
        },
    }
}

pub fn is_throwable(class: ClassRef) -> bool {
    static THROWABLE: table::Known = table::Known::new("throwable");
    class.is_subclass_of(THROWABLE.get())
}

/// Takes the pending exception; the word's other bits stay.
pub fn take() -> Option<Object> {
    let exception = PENDING.replace(None);
    pending::clear(EXCEPTION);
    exception
}

/// The pending exception, left where it is.
pub fn peek() -> Option<Object> {
    PENDING.cloned()
}

/// Runs `f` with nothing pending; what it throws is chained to what was pending before.
pub fn set_aside<R>(f: impl FnOnce() -> R) -> R {
    let saved = take();
    let result = f();
    if let Some(saved) = saved {
        match take() {
            Some(new) => {
                chain(&new, saved);
                throw(new);
            }
            None => {
                throw(saved);
            }
        }
    }
    result
}

/// Appends `old` as the innermost previous of `new`, unless that would make a ring.
pub fn chain(new: &Object, old: Object) {
    let unwinds = |exception| crate::fibers::is_graceful_exit(exception);
    if new.ptr_eq(&old) || unwinds(new) || unwinds(&old) {
        return;
    }
    let mut ancestor = old.slot(slot::PREVIOUS);
    while let Some(object) = ancestor.as_object().cloned() {
        if object.ptr_eq(new) {
            return;
        }
        ancestor = object.slot(slot::PREVIOUS);
    }
    let mut last = new.clone();
    loop {
        let previous = last.slot(slot::PREVIOUS);
        match previous.as_object() {
            None => {
                last.set_slot(slot::PREVIOUS, old.into());
                return;
            }
            Some(previous) if previous.ptr_eq(&old) => return,
            Some(previous) => last = previous.clone(),
        }
    }
}

/// A constructor failed: the object's destructor must not run.
pub fn suppress_destructor(object: &Object) {
    object.set_flag(FLAG_DESTRUCTED, true);
}

/// The exception's text by its own `__toString`.
fn to_text(cx: &mut Cx, exception: &Object) -> Result<Str> {
    let text = crate::calls::call_method(cx, exception, b"__tostring", Vec::new())?;
    Ok(text.as_str().cloned().unwrap_or_else(Str::empty))
}

/// The object that stands for `exit` while it unwinds. Nothing catches it.
static EXIT_OBJECT: Global<Option<Object>> = Global::new(None);

/// At the end of the program.
pub(crate) fn clear() {
    drop((PENDING.replace(None), EXIT_OBJECT.replace(None)));
    uncaught::clear();
    crate::traces::display::clear();
}

/// Takes what is pending as an object for a landing pad; a passed memory limit ends the program here.
pub fn take_in_flight() -> Object {
    let word = pending::word();
    if word & pending::MEMORY != 0 {
        crate::alloc::raise_exhausted(0);
    }
    if word & pending::INTERRUPT != 0 {
        crate::frames::restore_place();
        crate::engine::timeout::raise();
    }
    pending::clear(u64::MAX);
    let exception = PENDING.replace(None);
    match exception {
        Some(exception) if word & pending::EXIT == 0 => exception,
        _ => EXIT_OBJECT.with(|object| {
            object.get_or_insert_with(|| {
                crate::behaviour::create::instance(&mut Cx::enter(), crate::behaviour::property::std_class()).expect("stdClass can be made")
            })
            .clone()
        }),
    }
}

/// Makes it pending again.
pub fn put_in_flight(exception: Object) {
    if is_exit(&exception) {
        pending::raise(pending::EXIT);
    } else {
        throw(exception);
    }
}

pub fn is_exit(exception: &Object) -> bool {
    EXIT_OBJECT.with(|object| object.as_ref().is_some_and(|object| object.ptr_eq(exception)))
}

/// A string as UnhandledMatchError shows it.
pub fn quoted(text: &[u8]) -> Vec<u8> {
    let mut shown = vec![b'\''];
    for &byte in text {
        if matches!(byte, b'\'' | b'\\') {
            shown.push(b'\\');
        }
        shown.push(byte);
    }
    shown.push(b'\'');
    shown
}

/// A ParseError at a place in the file that could not be compiled.
pub fn throw_parse_error(cx: &mut Cx, message: &[u8], file: crate::names::Name, line: u32) -> Thrown {
    let class = table::class_table().known("parseerror");
    match create(cx, class, message, 0) {
        Ok(exception) => {
            exception.set_slot(slot::FILE, file.str().into());
            exception.set_slot(slot::LINE, Value::int(i64::from(line)));
            throw(exception)
        }
        Err(thrown) => thrown,
    }
}
