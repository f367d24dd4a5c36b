//! The engine's state around the values: output, settings, constants, globals, the end of the program.

pub mod constants;
mod core_constants;
pub mod globals;
pub mod ini;
pub mod output;
pub mod owners;
mod settings;
pub mod shutdown;
pub mod timeout;
