//! State of the one PHP thread in statics.

use std::cell::UnsafeCell;

/// A static variable of the engine. There is one PHP thread (the compiler, which folds builtins in process, holds one
/// lock around them), so that no access is concurrent.
#[repr(transparent)]
pub struct Global<T>(UnsafeCell<T>);

// SAFETY: only the PHP thread touches the engine's state; see above.
unsafe impl<T> Sync for Global<T> {}

impl<T> Global<T> {
    pub const fn new(value: T) -> Global<T> {
        Global(UnsafeCell::new(value))
    }

    pub const fn as_ptr(&self) -> *mut T {
        self.0.get()
    }

    /// Runs `f` on the state. `f` must neither run user code nor reach the same global again.
    #[inline]
    pub fn with<R>(&self, f: impl FnOnce(&mut T) -> R) -> R {
        // SAFETY: one thread, and `f` does not come back here.
        f(unsafe { &mut *self.0.get() })
    }

    #[inline]
    pub fn get(&self) -> T
    where
        T: Copy,
    {
        // SAFETY: one thread; the value is copied out.
        unsafe { *self.0.get() }
    }

    /// Stores `value` and drops the old one (which must not run user code; else use [`Global::replace`]).
    #[inline]
    pub fn set(&self, value: T) {
        drop(self.replace(value));
    }

    #[inline]
    pub fn replace(&self, value: T) -> T {
        // SAFETY: one thread; nothing is borrowed past the call.
        unsafe { std::mem::replace(&mut *self.0.get(), value) }
    }

    pub fn cloned(&self) -> T
    where
        T: Clone,
    {
        // SAFETY: one thread; cloning handles runs no user code.
        unsafe { (*self.0.get()).clone() }
    }
}
