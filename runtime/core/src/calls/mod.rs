//! Calling functions by name and by value.
