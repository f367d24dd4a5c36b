//! Throwing, the pending exception, uncaught errors.
