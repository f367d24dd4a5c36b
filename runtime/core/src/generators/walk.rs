//! Loops over a generator: mostly it stands at a `yield` of its own and goes on to the next one.

use super::{State, current_raw, go_on, key, next, start_iteration, state, valid};
use crate::{Cx, Object, Result, Value, pending};
use std::ptr::NonNull;

/// A loop under way.
pub struct Walk {
    generator: Object,
    /// Of the generator.
    state: NonNull<State>,
    started: bool,
}

impl Walk {
    pub fn new(cx: &mut Cx, generator: Object, by_reference: bool) -> Result<Walk> {
        start_iteration(cx, &generator, by_reference)?;
        let state = NonNull::from(state(&generator));
        Ok(Walk { generator, state, started: false })
    }

    #[inline]
    fn state(&self) -> &State {
        // SAFETY: state is never replaced, and the generator is held.
        unsafe { self.state.as_ref() }
    }

    /// Moves on, but for the first time: to an element, or to the end.
    #[inline(always)]
    pub fn advance(&mut self, cx: &mut Cx) -> Result<bool> {
        if !std::mem::replace(&mut self.started, true) {
            return self.has_element(cx);
        }
        if !self.state().plain.get() || pending::is_pending() {
            return self.advance_chain(cx);
        }
        go_on(cx, &self.generator, self.state(), Some(Value::NULL))?;
        if self.state().plain.get() { Ok(true) } else { self.has_element(cx) }
    }

    #[inline(never)]
    fn advance_chain(&self, cx: &mut Cx) -> Result<bool> {
        next(cx, &self.generator)?;
        self.has_element(cx)
    }

    #[inline(never)]
    fn has_element(&self, cx: &mut Cx) -> Result<bool> {
        if self.state().is_alone() && self.state().is_over() { Ok(false) } else { valid(cx, &self.generator) }
    }

    /// The current element as it was yielded.
    #[inline(always)]
    pub fn value(&self, cx: &mut Cx) -> Result<Value> {
        if self.state().plain.get() { Ok(self.state().value()) } else { current_raw(cx, &self.generator) }
    }

    #[inline(always)]
    pub fn key(&self, cx: &mut Cx) -> Result<Value> {
        if self.state().plain.get() { Ok(self.state().key()) } else { key(cx, &self.generator) }
    }
}
