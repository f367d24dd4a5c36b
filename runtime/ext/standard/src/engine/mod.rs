//! The engine as programs see it: functions, classes, errors, output, settings, time. PHP's extension Core, and what
//! standard has of the kind.

pub(crate) mod autoload;
pub(crate) mod calls;
pub(crate) mod classes;
pub(crate) mod constants;
pub(crate) mod errors;
pub(crate) mod info;
pub(crate) mod objects;
pub(crate) mod output;
pub(crate) mod settings;
pub(crate) mod time;
