//! Writing files whole or not at all: beside the target, then renamed.

use crate::failure::{Failure, reason};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

/// Files that are being made.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn unfinished() -> std::sync::MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(|poison| poison.into_inner())
}

/// The process ends in the middle: nothing half-written stays.
pub(crate) fn remove_unfinished() {
    for file in unfinished().drain(..) {
        let _ = fs::remove_file(file);
    }
}

/// A file that is being made. Dropped without [`Pending::finish`], it disappears.
pub(crate) struct Pending {
    target: PathBuf,
    temporary: PathBuf,
    finished: bool,
}

impl Pending {
    /// Finds out early that the target cannot be written.
    pub(crate) fn new(target: &Path) -> Result<Pending, Failure> {
        static COUNTER: AtomicU32 = AtomicU32::new(0);
        if target.is_dir() {
            return Err(Failure::at(target, "Is a directory"));
        }
        let name = target.file_name().ok_or_else(|| Failure::at(target, "not a file name"))?;
        let number = COUNTER.fetch_add(1, Ordering::Relaxed);
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.{number}.tmp", std::process::id()));
        let temporary = target.with_file_name(hidden);
        fs::File::create(&temporary).map_err(|error| Failure::at(target, reason(&error)))?;
        unfinished().push(temporary.clone());
        Ok(Pending { target: target.to_path_buf(), temporary, finished: false })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.temporary
    }

    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        fs::rename(&self.temporary, &self.target).map_err(|error| Failure::at(&self.target, reason(&error)))?;
        self.finished = true;
        Ok(())
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        unfinished().retain(|file| *file != self.temporary);
        if !self.finished {
            // Nothing more can be done about a file that does not go away.
            let _ = fs::remove_file(&self.temporary);
        }
    }
}

pub(crate) fn write(target: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let pending = Pending::new(target)?;
    fs::write(pending.path(), bytes).map_err(|error| Failure::at(target, reason(&error)))?;
    pending.finish()
}

/// To standard output. A reader that has gone away is no error.
pub(crate) fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::Message(format!("standard output: {}", reason(&error))))
        }
        _ => Ok(()),
    }
}
