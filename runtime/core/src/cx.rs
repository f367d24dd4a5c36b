//! The token of running PHP: whoever takes `&mut Cx` may warn, throw or run user code.

use crate::pending::{self, Result};
use crate::{Str, Thrown, hooks};

/// Passed to everything that may run user code. It holds nothing: the engine's state is static. What is borrowed from
/// slots must not live across a call that takes it.
pub struct Cx(());

impl Cx {
    /// A token where none was passed: entries from emitted code, destructors.
    pub fn enter() -> Cx {
        Cx(())
    }

    /// Throws an exception of a builtin class.
    #[cold]
    pub fn throw(&mut self, class: &str, message: impl AsRef<[u8]>) -> Thrown {
        hooks::throw(self, class, Str::new(message.as_ref()))
    }
    #[cold]
    pub fn throw_error(&mut self, message: impl AsRef<[u8]>) -> Thrown {
        self.throw("Error", message)
    }
    #[cold]
    pub fn throw_type_error(&mut self, message: impl AsRef<[u8]>) -> Thrown {
        self.throw("TypeError", message)
    }
    #[cold]
    pub fn throw_value_error(&mut self, message: impl AsRef<[u8]>) -> Thrown {
        self.throw("ValueError", message)
    }

    /// `Err` if something is pending.
    #[inline]
    pub fn check(&mut self) -> Result {
        pending::check()
    }
}
