//! What happens when phpc itself is wrong: one line that says where, and the command to repeat it. Nothing half-written stays.

use crate::output;
use std::cell::RefCell;
use std::ffi::OsString;
use std::panic;
use std::path::Path;

thread_local! {
    static SUBJECT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// This thread now works on that file.
pub(crate) fn working_on(file: &Path) {
    SUBJECT.with(|subject| *subject.borrow_mut() = file.display().to_string());
}

/// From now on panics end the process in this way.
pub(crate) fn set_up() {
    panic::set_hook(Box::new(|info| {
        let message = info.payload_as_str().unwrap_or("panic");
        let place = info.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        let file = SUBJECT.with(|subject| subject.try_borrow().map(|it| it.clone()).unwrap_or_default());
        let subject = if file.is_empty() { String::new() } else { format!(" while compiling {file}") };
        let command: Vec<OsString> = std::env::args_os().collect();
        let mut command: Vec<_> = command.iter().map(|arg| arg.to_string_lossy()).collect();
        // Of many files, the one.
        if command.len() > 20 && !file.is_empty() {
            command.truncate(1);
            command.extend(["-c".into(), file.as_str().into()]);
        }
        eprintln!("phpc: internal error{subject}: {message} (at {place})\nphpc: to repeat: {}", command.join(" "));
        output::remove_unfinished();
        std::process::exit(70);
    }));
}
