//! What the tasks share: folders, building phpc, running programs, doing things side by side.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// The project's root folder.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the root").to_path_buf()
}

/// A file of the folder `shared` beside the project.
pub(crate) fn shared(path: &str) -> PathBuf {
    root().join("../shared").join(path)
}

/// Cargo's profile for phpc: `PHPC_PROFILE`, else release.
fn profile() -> String {
    std::env::var("PHPC_PROFILE").unwrap_or_else(|_| "release".to_string())
}

/// `cargo` in the project's root, with phpc's profile.
pub(crate) fn cargo(args: &[&str]) -> Result<(), String> {
    let mut command = Command::new("cargo");
    command.args(args).current_dir(root());
    if profile() != "dev" {
        command.args(["--profile", &profile()]);
    }
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("cargo {} failed", args.join(" "))),
        Err(error) => Err(format!("cargo: {error}")),
    }
}

/// Builds phpc and the runtime archives; where phpc is. `PHPC` names another one, which is not built.
pub(crate) fn build_phpc() -> Result<PathBuf, String> {
    if let Some(phpc) = std::env::var_os("PHPC") {
        return std::path::absolute(phpc).map_err(|error| error.to_string());
    }
    cargo(&["build", "-p", "phpc", "-p", "phpc-start", "-p", "phpc-start-jit"])?;
    Ok(target_folder().join("phpc"))
}

fn target_folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join(if profile() == "dev" { "debug".to_string() } else { profile() })
}

/// What a program printed and how it ended. Exit status 124: it took too long.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Ran {
    pub(crate) output: Vec<u8>,
    pub(crate) errors: Vec<u8>,
    pub(crate) status: i32,
}

pub(crate) fn capture(command: &mut Command) -> Result<Ran, String> {
    let name = format!("{:?}", command.get_program());
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let child = child.map_err(|error| format!("{name}: {error}"))?;
    let Output { status, stdout, stderr } = wait(child)?;
    use std::os::unix::process::ExitStatusExt;
    let status = status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0));
    Ok(Ran { output: stdout, errors: stderr, status })
}

/// Waits 20 seconds at most.
fn wait(mut child: std::process::Child) -> Result<Output, String> {
    let (mut out, mut err) = (child.stdout.take(), child.stderr.take());
    let read = |pipe: &mut dyn std::io::Read| {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).map(|_| bytes).unwrap_or_default()
    };
    std::thread::scope(|scope| {
        let stdout = scope.spawn(|| out.as_mut().map_or(Vec::new(), |pipe| read(pipe)));
        let stderr = scope.spawn(|| err.as_mut().map_or(Vec::new(), |pipe| read(pipe)));
        let start = Instant::now();
        let status = loop {
            match child.try_wait().map_err(|error| error.to_string())? {
                Some(status) => break status,
                None if start.elapsed() > Duration::from_secs(20) => {
                    child.kill().map_err(|error| error.to_string())?;
                    let _ = child.wait();
                    use std::os::unix::process::ExitStatusExt;
                    break std::process::ExitStatus::from_raw(124 << 8);
                }
                None => std::thread::sleep(Duration::from_millis(2)),
            }
        };
        let join = |thread: std::thread::ScopedJoinHandle<Vec<u8>>| thread.join().unwrap_or_default();
        Ok(Output { status, stdout: join(stdout), stderr: join(stderr) })
    })
}

/// `work` on every item, on all cores; results in the items' order.
pub(crate) fn side_by_side<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(2, |count| count.get());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(index) else { return };
                    let result = work(item);
                    results.lock().expect("no worker panics with the lock").push((index, result));
                }
            });
        }
    });
    let mut results = results.into_inner().expect("no worker panics with the lock");
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

/// A folder for the run of one task, removed at its end.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new() -> Result<Scratch, String> {
        let folder = std::env::temp_dir().join(format!("phpc-xtask-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Scratch(folder))
    }
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Splits `--flags` from names.
pub(crate) fn split_flags<'a>(args: &'a [String], known: &[&str]) -> Result<(Vec<&'a str>, Vec<&'a str>), String> {
    let (flags, names): (Vec<&str>, Vec<&str>) = args.iter().map(String::as_str).partition(|arg| arg.starts_with("--"));
    match flags.iter().find(|flag| !known.contains(flag)) {
        Some(flag) => Err(format!("unknown option {flag}")),
        None => Ok((flags, names)),
    }
}
