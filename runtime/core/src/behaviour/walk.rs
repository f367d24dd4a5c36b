//! `foreach` over objects whose class walks natively, and InternalIterator, which shows such a walk as an object.

use std::any::Any;
use std::cell::RefCell;

use crate::calls::native::Call;
use crate::classes::builtin::{BuiltinClass, BuiltinFunction, Handlers, NativeState};
use crate::classes::table::class_table;
use crate::{Cx, Elem, Object, Result, Value};

/// A walk of its own over an object: several may be under way at once.
pub trait Walk {
    fn rewind(&mut self, cx: &mut Cx) -> Result;
    fn valid(&mut self, cx: &mut Cx) -> Result<bool>;
    fn current(&mut self, cx: &mut Cx) -> Result<Value>;
    fn key(&mut self, cx: &mut Cx) -> Result<Value>;
    fn next(&mut self, cx: &mut Cx) -> Result;
    /// What is walked over.
    fn subject(&self) -> &Object;
}

/// The walk of an object whose class has one.
pub fn of(cx: &mut Cx, object: &Object) -> Result<Option<Box<dyn Walk>>> {
    match object.class_ref().handlers.walk {
        Some(walk) => walk(cx, object),
        None => Ok(None),
    }
}

pub static CLASSES: &[&BuiltinClass] = &[&INTERNAL_ITERATOR];

static INTERNAL_ITERATOR: BuiltinClass = BuiltinClass {
    methods: &[
        BuiltinFunction::new("private __construct()", |_, _| Ok(Value::NULL)),
        BuiltinFunction::new("public current(): mixed", |cx, call| with(cx, call, |cx, walk| match walk.valid(cx)? {
            true => walk.current(cx),
            false => Ok(Value::NULL),
        })),
        BuiltinFunction::new("public key(): mixed", |cx, call| with(cx, call, |cx, walk| match walk.valid(cx)? {
            true => walk.key(cx),
            false => Ok(Value::NULL),
        })),
        BuiltinFunction::new("public next(): void", |cx, call| with(cx, call, |cx, walk| walk.next(cx).map(|()| Value::NULL))),
        BuiltinFunction::new("public valid(): bool", |cx, call| with(cx, call, |cx, walk| Ok(walk.valid(cx)?.into()))),
        BuiltinFunction::new("public rewind(): void", |cx, call| with(cx, call, |cx, walk| walk.rewind(cx).map(|()| Value::NULL))),
    ],
    handlers: Handlers {
        create: Some(|_, _| Box::new(State(RefCell::new(None)))),
        uncloneable: true,
        not_serializable: true,
        ..Handlers::NONE
    },
    attributes: &["NoDynamicProperties"],
    ..BuiltinClass::new("final class InternalIterator implements Iterator")
};

struct State(RefCell<Option<Box<dyn Walk>>>);

impl NativeState for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        if let Ok(walk) = self.0.try_borrow()
            && let Some(walk) = &*walk
        {
            visit(&Elem::from(walk.subject()));
        }
    }
    fn clear(&self) {
        let old = self.0.take();
        drop(old);
    }
}

/// Works on the walk, which is taken out meanwhile.
fn with(cx: &mut Cx, call: &mut Call, f: impl FnOnce(&mut Cx, &mut dyn Walk) -> Result<Value>) -> Result<Value> {
    let Some(state) = call.this().native::<State>() else { return Ok(Value::NULL) };
    let Some(mut walk) = state.0.take() else { return Ok(Value::NULL) };
    let result = f(cx, &mut *walk);
    *state.0.borrow_mut() = Some(walk);
    result
}

/// An InternalIterator of a walk.
pub fn iterator(cx: &mut Cx, mut walk: Box<dyn Walk>) -> Result<Object> {
    walk.rewind(cx)?;
    let object = super::create::instance(cx, class_table().known("internaliterator"))?;
    if let Some(state) = object.native::<State>() {
        *state.0.borrow_mut() = Some(walk);
    }
    Ok(object)
}
