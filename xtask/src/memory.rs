//! Tests that pass, under the debug allocator (and valgrind): no block is live at exit, none is used after it was freed.

use crate::conform::listed;
use crate::tools::{Scratch, build_phpc, shared};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where the wrapped program leaves what it found.
const FINDINGS: &str = "PHPC_XTASK_FINDINGS";
const VALGRIND: &str = "PHPC_XTASK_VALGRIND";

pub(crate) fn run(args: &[String]) -> Result<(), String> {
    if args.first().is_some_and(|arg| arg == "--wrapped") {
        return wrapped(&args[1..]);
    }
    let options = Options::parse(args)?;
    let phpt = shared("tools/phpt");
    if !phpt.is_file() {
        println!("memory: {} is not there", phpt.display());
        return Ok(());
    }
    let phpc = build_phpc()?;
    let scratch = Scratch::new()?;
    let findings = scratch.file("findings");
    fs::create_dir_all(&findings).map_err(|error| error.to_string())?;
    let tests = if options.tests.is_empty() { lowest(options.count)? } else { options.tests };
    let list = scratch.file("tests.txt");
    fs::write(&list, tests.join("\n") + "\n").map_err(|error| error.to_string())?;
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let mut command = Command::new(phpt);
    command.arg("--compile").arg(format!("{} -o {{out}} {{file}}", phpc.display()));
    command.arg("--run").arg(format!("{} memory --wrapped {{file}} {{out}} {{args}}", this.display()));
    command.args(["--compile-output", "--ini-env", "PHPC_INI", "--memory", "0", "--timeout", "120", "--pass-env", FINDINGS]);
    command.args(["--pass-env", VALGRIND, "--no-retry", "--from"]).arg(&list);
    command.env(FINDINGS, &findings).env(VALGRIND, if options.valgrind { "1" } else { "" });
    let results = scratch.file("results.tsv");
    command.arg("--results").arg(&results);
    command.status().map_err(|error| format!("phpt: {error}"))?;
    judge(&tests, &results, &findings)
}

struct Options {
    valgrind: bool,
    count: usize,
    tests: Vec<String>,
}

impl Options {
    fn parse(args: &[String]) -> Result<Options, String> {
        let mut options = Options { valgrind: false, count: 500, tests: Vec::new() };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--valgrind" => options.valgrind = true,
                "--count" => options.count = args.next().and_then(|count| count.parse().ok()).ok_or("--count N")?,
                flag if flag.starts_with("--") => return Err(format!("unknown option {flag}")),
                test => options.tests.push(test.to_string()),
            }
        }
        Ok(options)
    }
}

/// The listed tests with the lowest SHA-256 of their path.
fn lowest(count: usize) -> Result<Vec<String>, String> {
    let tests: Vec<String> = listed()?.into_iter().collect();
    let mut keyed: Vec<(String, String)> = hashes(&tests)?.into_iter().zip(tests).collect();
    keyed.sort();
    Ok(keyed.into_iter().take(count).map(|(_, test)| test).collect())
}

fn hashes(texts: &[String]) -> Result<Vec<String>, String> {
    let script = "import hashlib, sys\nfor line in sys.stdin: print(hashlib.sha256(line.rstrip('\\n').encode()).hexdigest())";
    let mut child = Command::new("python3").args(["-c", script]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(|error| format!("python3: {error}"))?;
    let mut input = child.stdin.take().expect("it is piped");
    let text = texts.join("\n") + "\n";
    let writer = std::thread::spawn(move || std::io::Write::write_all(&mut input, text.as_bytes()));
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    writer.join().expect("writing does not panic").map_err(|error| error.to_string())?;
    Ok(String::from_utf8_lossy(&output.stdout).lines().map(str::to_string).collect())
}

// ---- around each program

/// `FILE PROGRAM ARGS…`: runs the program in the place of this process's, and keeps what the allocator and valgrind say.
fn wrapped(args: &[String]) -> Result<(), String> {
    let [file, program, rest @ ..] = args else { return Err("FILE PROGRAM ARGS…".to_string()) };
    let folder = PathBuf::from(std::env::var_os(FINDINGS).ok_or("no folder for the findings")?);
    let name = file.replace('/', "+");
    let log = folder.join(format!("{name}.valgrind"));
    let valgrind = std::env::var_os(VALGRIND).is_some_and(|value| !value.is_empty());
    let mut command = if valgrind {
        let mut command = Command::new("valgrind");
        command.args(["-q", "--leak-check=no", "--undef-value-errors=no", "--max-stackframe=100000000000"]);
        let mut option = OsString::from("--log-file=");
        option.push(&log);
        command.arg(option).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.arg0(program).args(rest).env("PHPC_ALLOC", "debug").stderr(Stdio::piped());
    if valgrind {
        command.arg0("valgrind");
    }
    let output = command.stdin(Stdio::inherit()).stdout(Stdio::inherit()).spawn().and_then(|child| child.wait_with_output());
    let output = output.map_err(|error| format!("{program}: {error}"))?;
    let (said, rest): (Vec<&[u8]>, Vec<&[u8]>) = output.stderr.split_inclusive(|&byte| byte == b'\n').partition(|line| line.starts_with(b"phpc: ") && line.windows(6).any(|word| word == b"blocks"));
    let _ = std::io::Write::write_all(&mut std::io::stderr(), &rest.concat());
    let status = output.status.code().unwrap_or_else(|| 128 + output.status.signal().unwrap_or(0));
    let mut text = said.concat();
    text.extend(format!("status {status}\n").bytes());
    fs::write(folder.join(name), text).map_err(|error| error.to_string())?;
    std::process::exit(status)
}

// ---- judging

#[derive(Default)]
struct Found {
    /// No count: a fatal error.
    fatal: bool,
    complaints: Vec<String>,
}

fn judge(tests: &[String], results: &Path, findings: &Path) -> Result<(), String> {
    let found = read(findings)?;
    let text = fs::read_to_string(results).map_err(|error| format!("{}: {error}", results.display()))?;
    let statuses: BTreeMap<&str, &str> = text.lines().filter_map(|line| line.split_once('\t')).map(|(test, rest)| (test, rest.split('\t').next().unwrap_or(""))).collect();
    let (mut clean, mut fatal, mut compile, mut bad) = (0, 0, 0, 0);
    for test in tests {
        let key = test.trim_end_matches(".phpt").replace('/', "+");
        let status = statuses.get(test.as_str()).copied().unwrap_or("not run");
        let found = found.iter().find(|(name, _)| name.contains(&key)).map(|(_, found)| found);
        match found {
            _ if status != "pass" => {
                println!("{test}: {status}");
                bad += 1;
            }
            None => compile += 1,
            Some(found) if !found.complaints.is_empty() => {
                found.complaints.iter().for_each(|complaint| println!("{test}: {complaint}"));
                bad += 1;
            }
            Some(found) if found.fatal => fatal += 1,
            Some(_) => clean += 1,
        }
    }
    println!("memory: {clean} clean, {fatal} ended in a fatal error, {compile} ended in the compiler, {bad} bad");
    if bad == 0 { Ok(()) } else { Err(format!("{bad} tests leak, misuse memory or do not pass")) }
}

/// What each program left, by the name of its file.
fn read(findings: &Path) -> Result<BTreeMap<String, Found>, String> {
    let mut all: BTreeMap<String, Found> = BTreeMap::new();
    for entry in fs::read_dir(findings).map_err(|error| error.to_string())?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let text = fs::read(entry.path()).map_err(|error| error.to_string())?;
        let text = String::from_utf8_lossy(&text);
        if let Some(name) = name.strip_suffix(".valgrind") {
            let found = all.entry(name.to_string()).or_default();
            // "==123== Invalid read of size 8": the first lines of a complaint, for its place.
            found.complaints.extend((!text.trim().is_empty()).then(|| text.lines().take(6).collect::<Vec<_>>().join("\n    ")));
            continue;
        }
        let found = all.entry(name).or_default();
        found.fatal = !text.contains("live at exit");
        let complaints = text.lines().filter(|line| line.starts_with("phpc: ") && !line.starts_with("phpc: 0 blocks"));
        found.complaints.extend(complaints.map(str::to_string));
        if text.lines().any(|line| line.strip_prefix("status ").and_then(|status| status.parse::<i32>().ok()).is_some_and(|status| status > 128 && status < 160)) {
            found.complaints.push("ended by a signal".to_string());
        }
    }
    Ok(all)
}
