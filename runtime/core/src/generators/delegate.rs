//! `yield from`: what a generator takes elements from, and which generator runs on behalf of another.
//!
//! Generators that delegate to one another form trees: the root, to which nobody of the chain delegates further, is the one
//! that runs and whose element counts. When it is over, the next one outwards gets its result and becomes the root; where
//! several delegate to one, each finds out when it is used next.

use super::{State, Status, is_generator, state};
use crate::array::iterate::ValueIterator;
use crate::classes::table::class_table;
use crate::exceptions::{throw_error, throw_new};
use crate::frames::{self, GeneratorCall, GeneratorChain};
use crate::{Cx, Object, Result, Value, View, behaviour, calls, convert, pending};

/// What a `yield from` takes its elements from.
pub(super) enum Delegate {
    Array(ValueIterator),
    Generator(Object),
    Iterator { iterator: Object, started: bool },
}

impl State {
    pub(super) fn delegates_to_generator(&self) -> bool {
        matches!(&*self.delegate.borrow(), Some(Delegate::Generator(_)))
    }
    fn inner(&self) -> Option<Object> {
        match &*self.delegate.borrow() {
            Some(Delegate::Generator(inner)) => Some(inner.clone()),
            _ => None,
        }
    }
}

/// The generator that runs on behalf of `leaf`.
pub(super) fn root(cx: &mut Cx, leaf: &Object) -> Result<Object> {
    loop {
        let path = &state(leaf).path;
        let top = path.borrow().last().cloned();
        if top.as_ref().is_some_and(|top| state(top).is_over()) {
            let over = path.borrow_mut().pop();
            drop((over, top));
            continue;
        }
        let top = top.unwrap_or_else(|| leaf.clone());
        let Some(inner) = state(&top).inner() else { return Ok(top) };
        if state(&inner).is_over() {
            return settle(cx, leaf, top, &inner);
        }
        path.borrow_mut().push(inner);
    }
}

/// Does one of the generators that `outer` delegates to run?
pub(super) fn runs(outer: &State) -> bool {
    let mut next = outer.inner();
    while let Some(inner) = next {
        if state(&inner).status.get() == Status::Running {
            return true;
        }
        next = state(&inner).inner();
    }
    false
}

/// What `top` delegated to is over: its result is what the `yield from` evaluates to.
fn settle(cx: &mut Cx, leaf: &Object, top: Object, inner: &Object) -> Result<Object> {
    let (outer, over) = (state(&top), state(inner));
    if pending::is_pending() {
        drop(outer.delegate.take());
        return Ok(top);
    }
    if over.status.get() == Status::Returned {
        outer.set_sent(over.result.borrow().clone());
        outer.set_value(over.value());
        drop(outer.delegate.take());
        return Ok(top);
    }
    let text = b"Generator yielded from aborted, no return value available";
    frames::on_behalf(&Chain::of(leaf), || throw_new(cx, class_table().known("closedgeneratorexception"), text));
    drop(outer.delegate.take());
    super::resume(cx, leaf)?;
    root(cx, leaf)
}

/// The generators that run on behalf of one, for traces.
pub(super) struct Chain<'a> {
    leaf: &'a Object,
}

impl Chain<'_> {
    pub(super) fn of(leaf: &Object) -> Chain<'_> {
        Chain { leaf }
    }
}

impl GeneratorChain for Chain<'_> {
    fn call(&self, number: usize) -> Option<GeneratorCall> {
        let path = state(self.leaf).path.borrow();
        match path.len().checked_sub(number + 1) {
            Some(at) => Some(state(&path[at]).call()),
            None if number == path.len() => Some(state(self.leaf).call()),
            None => None,
        }
    }
}

/// The running generator's `yield from` named a source. Errors are pending, for the body.
pub(super) fn begin(cx: &mut Cx, leaf: &Object, running: &Object) {
    let state = state(running);
    let source = state.take_result();
    state.set_sent(Value::NULL);
    state.status.set(Status::Running);
    let delegate = frames::on_behalf(&Chain::of(leaf), || delegate_of(cx, running, &source));
    state.status.set(Status::Suspended);
    if let Ok(delegate) = delegate {
        state.take_first.set(matches!(delegate, Delegate::Generator(_)));
        *state.delegate.borrow_mut() = Some(delegate);
    }
}

fn delegate_of(cx: &mut Cx, running: &Object, source: &Value) -> Result<Delegate> {
    match source.view() {
        View::Array(array) => Ok(Delegate::Array(ValueIterator::new(array.clone()))),
        View::Object(object) if is_generator(object) => {
            if state(object).is_over() && state(object).status.get() != Status::Returned {
                let text = b"Generator passed to yield from was aborted without proper return and is unable to continue";
                return throw_error(cx, text.to_vec());
            }
            if root(cx, object)?.ptr_eq(running) {
                return throw_error(cx, b"Impossible to yield from the Generator being currently run".to_vec());
            }
            Ok(Delegate::Generator(object.clone()))
        }
        View::Object(object) if behaviour::is_traversable(object) => {
            let iterator = behaviour::iteration::iterator_of(cx, object)?;
            calls::call_method(cx, &iterator, b"rewind", Vec::new())?;
            Ok(Delegate::Iterator { iterator, started: false })
        }
        _ => throw_error(cx, b"Can use \"yield from\" only with arrays and Traversables".to_vec()),
    }
}

/// The next element of an array or iterator that the running generator delegates to. False: there is none, its body goes on
/// (by throwing, if something is pending).
pub(super) fn next_element(cx: &mut Cx, leaf: &Object, state: &State) -> bool {
    let element = match &mut *state.delegate.borrow_mut() {
        Some(Delegate::Array(iterator)) => Ok(iterator.advance().map(|at| {
            let array = iterator.array();
            (array.key_at(at).to_value(), array.value_at(at).to_value())
        })),
        Some(Delegate::Iterator { iterator, started }) => Err((iterator.clone(), std::mem::replace(started, true))),
        Some(Delegate::Generator(_)) | None => return false,
    };
    let element = match element {
        Ok(element) => element,
        Err((iterator, started)) => {
            frames::on_behalf(&Chain::of(leaf), || step_iterator(cx, &iterator, started)).unwrap_or(None)
        }
    };
    let Some((key, value)) = element else {
        drop(state.delegate.take());
        return false;
    };
    state.set_key(key);
    state.set_value(value);
    true
}

fn step_iterator(cx: &mut Cx, inner: &Object, advance: bool) -> Result<Option<(Value, Value)>> {
    if advance {
        calls::call_method(cx, inner, b"next", Vec::new())?;
    }
    let valid = calls::call_method(cx, inner, b"valid", Vec::new())?;
    if !convert::to_bool(&valid) {
        return Ok(None);
    }
    let value = calls::call_method(cx, inner, b"current", Vec::new())?;
    let key = calls::call_method(cx, inner, b"key", Vec::new())?;
    Ok(Some((key, value)))
}
