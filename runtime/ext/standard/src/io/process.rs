//! Running other programs.

use super::stream::{Backend, Stream};
use super::{error_text, system_path};
use crate::prelude::*;
use phpc_core::Resource;
use phpc_core::engine::output;
use std::fs::File;
use std::os::fd::{FromRawFd, IntoRawFd, OwnedFd};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};

pub(crate) static FUNCTIONS: Functions = functions![
    exec, shell_exec, system, passthru, popen, pclose, proc_open, proc_close, proc_get_status, proc_terminate, getmypid,
];

fn shell(command: &[u8]) -> Command {
    use std::os::unix::ffi::OsStrExt;
    // What was echoed comes before what the other program prints.
    output::flush_stdout();
    let mut shell = Command::new("/bin/sh");
    shell.arg("-c").arg(std::ffi::OsStr::from_bytes(command));
    shell
}

fn exit_code(status: std::process::ExitStatus) -> i64 {
    status.code().map_or(-1, i64::from)
}

fn check_command(cx: &mut Cx, command: &Str) -> Result {
    if command.is_empty() {
        return Err(value_error(cx, 1, "must not be empty"));
    }
    super::check_path(cx, 1, command)
}

/// Output and exit code.
fn run(command: &[u8]) -> Option<(Vec<u8>, i64)> {
    let done = shell(command).stdin(Stdio::inherit()).stderr(Stdio::inherit()).output().ok()?;
    Some((done.stdout, exit_code(done.status)))
}

fn store(cell: &Value, value: impl Into<Value>) {
    if let Some(cell) = cell.as_reference() {
        cell.set(value.into());
    }
}

#[php_function("exec(string $command, &$output = null, &$result_code = null): string|false", THROWS | AMBIENT)]
fn exec(cx: &mut Cx, command: &Str, output_: &Value, result_code: &Value) -> Result<OrFalse<Str>> {
    check_command(cx, command)?;
    let Some((text, code)) = run(command) else { return Ok(OrFalse::NO) };
    let text = text.strip_suffix(b"\n").unwrap_or(&text);
    let mut lines: Vec<Str> = Vec::new();
    if !text.is_empty() {
        lines.extend(text.split(|&byte| byte == b'\n').map(|line| Str::new(line.trim_ascii_end())));
    }
    let last = lines.last().cloned().unwrap_or_default();
    if let Some(cell) = output_.as_reference() {
        let mut all = cell.get().as_array().cloned().unwrap_or_default();
        all.extend(lines);
        cell.set(all.into());
    }
    store(result_code, code);
    Ok(last.into())
}

#[php_function("shell_exec(string $command): string|false|null", THROWS | AMBIENT)]
fn shell_exec(cx: &mut Cx, command: &Str) -> Result<Value> {
    check_command(cx, command)?;
    Ok(match run(command) {
        None => Value::FALSE,
        Some((text, _)) if text.is_empty() => Value::NULL,
        Some((text, _)) => Str::from(text).into(),
    })
}

#[php_function("system(string $command, &$result_code = null): string|false")]
fn system(cx: &mut Cx, command: &Str, result_code: &Value) -> Result<OrFalse<Str>> {
    check_command(cx, command)?;
    let Some((text, code)) = run(command) else { return Ok(OrFalse::NO) };
    output::write(cx, &text);
    store(result_code, code);
    let text = text.strip_suffix(b"\n").unwrap_or(&text);
    let last = text.rsplit(|&byte| byte == b'\n').next().unwrap_or(b"");
    Ok(Str::new(last.trim_ascii_end()).into())
}

#[php_function("passthru(string $command, &$result_code = null): ?false")]
fn passthru(cx: &mut Cx, command: &Str, result_code: &Value) -> Result<Value> {
    check_command(cx, command)?;
    let Some((text, code)) = run(command) else { return Ok(Value::FALSE) };
    output::write(cx, &text);
    store(result_code, code);
    Ok(Value::NULL)
}

#[php_function("popen(string $command, string $mode): resource|false", WARNS | THROWS | AMBIENT)]
fn popen(cx: &mut Cx, command: &Str, mode: &Str) -> Result<OrFalse<Resource>> {
    let mut shell = shell(command);
    let reads = match &mode[..] {
        b"r" | b"rb" | b"re" => true,
        b"w" | b"wb" | b"we" => false,
        _ => return Err(value_error(cx, 2, "must be one of \"r\", \"rb\", \"w\", or \"wb\"")),
    };
    let child = if reads { shell.stdout(Stdio::piped()) } else { shell.stdin(Stdio::piped()) }.spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) => {
            super::warn_about(cx, &[&command[..], b",", mode].concat(), &error_text(&error))?;
            return Ok(OrFalse::NO);
        }
    };
    let fd: Option<OwnedFd> = if reads { child.stdout.take().map(OwnedFd::from) } else { child.stdin.take().map(OwnedFd::from) };
    let Some(fd) = fd else { return Ok(OrFalse::NO) };
    Ok(Stream::new(Backend::Process { child, file: File::from(fd) }, mode, b"").into_resource().into())
}

#[php_function("pclose($handle): int", THROWS | AMBIENT)]
fn pclose(cx: &mut Cx, handle: &Value) -> Result<i64> {
    super::stream::with(cx, handle, 1, |_, _| ())?;
    let state = handle.as_resource().and_then(|resource| resource.take());
    let Some(stream) = state.and_then(|state| state.downcast::<Stream>().ok()) else { return Ok(-1) };
    match stream.backend {
        Backend::Process { mut child, file } => {
            drop(file);
            Ok(child.wait().map_or(-1, exit_code))
        }
        _ => Ok(-1),
    }
}

struct Process {
    child: Child,
    command: Str,
    /// The end, once it was seen.
    ended: Option<std::process::ExitStatus>,
}

#[php_function(
    "proc_open(array|string $command, array $descriptor_spec, &$pipes, ?string $cwd = null, ?array $env_vars = null, ?array $options = null): resource|false"
)]
fn proc_open(
    cx: &mut Cx,
    command: &Value,
    descriptor_spec: &Array,
    pipes: &Reference,
    cwd: Option<&Str>,
    env_vars: Option<&Array>,
    options: Option<&Array>,
) -> Result<OrFalse<Resource>> {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::process::CommandExt;
    let _ = options;
    let mut program;
    let text;
    match command.as_array() {
        Some(words) => {
            output::flush_stdout();
            let mut all = Vec::new();
            for word in words.values() {
                all.push(convert::to_str(cx, &word)?);
            }
            if all.is_empty() {
                return Err(value_error(cx, 1, "must have at least one element"));
            }
            program = Command::new(std::ffi::OsStr::from_bytes(&all[0]));
            program.args(all[1..].iter().map(|word| std::ffi::OsStr::from_bytes(word)));
            text = all[0].clone();
        }
        None => {
            text = convert::to_str(cx, command)?;
            program = shell(&text);
        }
    }
    if let Some(cwd) = cwd.filter(|cwd| !cwd.is_empty()) {
        program.current_dir(system_path(cwd));
    }
    if let Some(variables) = env_vars {
        program.env_clear();
        for (name, value) in variables.iter() {
            let name = convert::to_str(cx, &name.to_value())?;
            let value = convert::to_str(cx, &value)?;
            program.env(std::ffi::OsStr::from_bytes(&name), std::ffi::OsStr::from_bytes(&value));
        }
    }
    let mut ours = Array::new();
    let mut given: Vec<(i32, OwnedFd)> = Vec::new();
    for (key, spec) in descriptor_spec.iter() {
        let Key::Int(number) = key else {
            return Err(value_error(cx, 2, "must be an integer indexed array only"));
        };
        let theirs = descriptor(cx, &spec.to_value(), number, &mut ours)?;
        let Some(theirs) = theirs else { return Ok(OrFalse::NO) };
        given.push((number as i32, theirs));
    }
    let raw: Vec<(i32, i32)> = given.iter().map(|(number, fd)| (*number, std::os::fd::AsRawFd::as_raw_fd(fd))).collect();
    // SAFETY: between fork and exec only system calls are made. Descriptors are first moved above all targets.
    unsafe {
        program.pre_exec(move || {
            let highest = raw.iter().map(|pair| pair.0).max().unwrap_or(2).max(2);
            let mut moved = [(0i32, 0i32); 64];
            for (at, &(target, fd)) in raw.iter().enumerate().take(64) {
                let copy = libc::fcntl(fd, libc::F_DUPFD, highest + 1);
                if copy < 0 {
                    return Err(std::io::Error::last_os_error());
                }
                moved[at] = (target, copy);
            }
            for &(target, copy) in moved.iter().take(raw.len().min(64)) {
                if libc::dup2(copy, target) < 0 {
                    return Err(std::io::Error::last_os_error());
                }
                libc::close(copy);
            }
            Ok(())
        });
    }
    match program.spawn() {
        Ok(child) => {
            drop(given);
            pipes.set(ours.into());
            let process = Process { child, command: text, ended: None };
            Ok(Resource::new("process", Box::new(process)).into())
        }
        Err(error) => {
            warning(cx, format!("Exec failed: {}", error_text(&error)))?;
            Ok(OrFalse::NO)
        }
    }
}

/// The child's end of a descriptor; ours goes to the pipes.
fn descriptor(cx: &mut Cx, spec: &Value, number: i64, ours: &mut Array) -> Result<Option<OwnedFd>> {
    if let Some(resource) = spec.as_resource() {
        let fd = resource.with(|stream: &mut Stream| stream.descriptor()).flatten();
        return Ok(fd.map(duplicate));
    }
    let Some(spec) = spec.as_array() else {
        return Err(value_error(cx, 2, "must only contain arrays and streams"));
    };
    let mut words = Vec::new();
    for word in spec.values() {
        words.push(convert::to_str(cx, &word)?);
    }
    match words.first().map(|word| word.as_bytes()) {
        Some(b"pipe") => {
            let Some(mode) = words.get(1) else {
                return Err(cx.throw_value_error("Missing mode parameter for 'pipe'"));
            };
            let child_reads = mode.starts_with(b"r");
            let mut ends = [0i32; 2];
            // SAFETY: a plain system call that makes two descriptors, owned from here.
            let (reader, writer) = unsafe {
                if libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC) != 0 {
                    return Ok(None);
                }
                (OwnedFd::from_raw_fd(ends[0]), OwnedFd::from_raw_fd(ends[1]))
            };
            let (theirs, mine, my_mode) = if child_reads { (reader, writer, "w") } else { (writer, reader, "r") };
            let mut stream = Stream::new(Backend::File(File::from(mine)), my_mode.as_bytes(), b"");
            stream.wrapper = "";
            ours.set_int(number, stream.into_resource().into());
            Ok(Some(theirs))
        }
        Some(b"file") => {
            let (Some(name), Some(mode)) = (words.get(1), words.get(2)) else {
                return Err(cx.throw_value_error("Missing file name parameter for 'file'"));
            };
            Ok(super::open::open_file(name, mode).ok().map(OwnedFd::from))
        }
        Some(b"null") => Ok(File::options().read(true).write(true).open("/dev/null").ok().map(OwnedFd::from)),
        Some(b"redirect") => {
            let target = spec.get_int(1).and_then(|target| target.as_int()).unwrap_or(1);
            Ok(Some(duplicate(target as i32)))
        }
        _ => {
            warning(cx, format!("{} is not a valid descriptor spec/mode", words.first().cloned().unwrap_or_default()))?;
            Ok(None)
        }
    }
}

fn duplicate(fd: i32) -> OwnedFd {
    // SAFETY: a plain system call; the new descriptor is owned by the result.
    unsafe {
        let new = libc::fcntl(fd, libc::F_DUPFD_CLOEXEC, 3);
        if new >= 0 {
            OwnedFd::from_raw_fd(new)
        } else {
            OwnedFd::from_raw_fd(File::open("/dev/null").map_or(-1, |file| file.into_raw_fd()).max(0))
        }
    }
}

fn with<R>(cx: &mut Cx, process: &Value, f: impl FnOnce(&mut Process) -> R) -> Result<R> {
    let Some(resource) = process.as_resource() else {
        return Err(extension::wrong_argument(cx, 1, "resource", process));
    };
    match resource.with(f) {
        Some(result) => Ok(result),
        None => {
            let name = extension::current_name();
            Err(cx.throw_type_error([&name[..], b"(): supplied resource is not a valid process resource"].concat()))
        }
    }
}

#[php_function("proc_close($process): int", THROWS | AMBIENT)]
fn proc_close(cx: &mut Cx, process: &Value) -> Result<i64> {
    output::flush_stdout();
    let code = with(cx, process, |process| match process.ended {
        Some(status) => exit_code(status),
        None => process.child.wait().map_or(-1, exit_code),
    })?;
    drop(process.as_resource().and_then(|resource| resource.take()));
    Ok(code)
}

#[php_function("proc_get_status($process): array", THROWS | AMBIENT)]
fn proc_get_status(cx: &mut Cx, process: &Value) -> Result<Array> {
    with(cx, process, |process| {
        let cached = process.ended.is_some();
        if !cached {
            process.ended = process.child.try_wait().ok().flatten();
        }
        let mut status = Array::new();
        status.set_bytes(b"command", process.command.clone());
        status.set_bytes(b"pid", process.child.id() as i64);
        status.set_bytes(b"cached", cached);
        status.set_bytes(b"running", process.ended.is_none());
        let signal = process.ended.and_then(|ended| ended.signal());
        status.set_bytes(b"signaled", signal.is_some());
        status.set_bytes(b"stopped", false);
        status.set_bytes(b"exitcode", process.ended.map_or(-1, exit_code));
        status.set_bytes(b"termsig", signal.unwrap_or(0) as i64);
        status.set_bytes(b"stopsig", 0i64);
        status
    })
}

#[php_function("proc_terminate($process, int $signal = 15): bool", THROWS | AMBIENT)]
fn proc_terminate(cx: &mut Cx, process: &Value, signal: i64) -> Result<bool> {
    with(cx, process, |process| {
        // SAFETY: a plain system call on our own child.
        unsafe { libc::kill(process.child.id() as i32, signal as i32) == 0 }
    })
}

#[php_function("getmypid(): int|false", AMBIENT)]
fn getmypid() -> OrFalse<i64> {
    (std::process::id() as i64).into()
}
