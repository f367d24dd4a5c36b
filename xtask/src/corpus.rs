//! Much real PHP through the compiler: every file to PIR and to machine code, or a folder as one program.
//!
//! Of each file: PIR's two forms are each other's inverse; an object exists unless PHP refuses the file too; every function
//! is a symbol of it.

use crate::tools::{Scratch, build_phpc, side_by_side, split_flags};
use object::{Object, ObjectSection, ObjectSymbol};
use phpc_ir::pir::{Unit, binary, parse, print};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Unpacked by `shared/bench/corpus`.
const CORPUS: &str = "/opt/php-corpus";

/// Files that one process compiles.
const BATCH: usize = 50;
const BATCH_TIME: Duration = Duration::from_secs(600);
/// Files with troubles that are named.
const SHOWN: usize = 40;

const FILE_TIME: Duration = Duration::from_secs(60);

/// E_ERROR, E_PARSE, E_COMPILE_ERROR.
const ERRORS: [u32; 3] = [1, 4, 64];

pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let (flags, names) = split_flags(args, &["--program"])?;
    let phpc = build_phpc()?;
    let scratch = Scratch::new()?;
    let folders: Vec<PathBuf> = match names.is_empty() {
        true => vec![CORPUS.into()],
        false => names.iter().map(|name| Path::new(CORPUS).join(name)).collect(),
    };
    match flags.is_empty() {
        true => each_file(&phpc, &scratch, &folders),
        false => folders.iter().try_for_each(|folder| program(&phpc, &scratch, folder)),
    }
}

// ---- file by file

/// What is wrong with a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Trouble {
    Crash,
    Hang,
    Refused,
    NotSupported,
    PirForms,
    MissingSymbol,
}

#[derive(Default)]
struct Tally {
    functions: usize,
    refused_like_php: usize,
    code: u64,
    found: Vec<(Trouble, PathBuf, String)>,
}

fn each_file(phpc: &Path, scratch: &Scratch, folders: &[PathBuf]) -> Result<(), String> {
    let mut files = Vec::new();
    for folder in folders {
        collect(folder, &mut files)?;
    }
    let lines: usize = files.iter().map(|file| lines(file)).sum();
    let (start, cpu) = (Instant::now(), children_cpu());
    let batches: Vec<(usize, &[PathBuf])> = files.chunks(BATCH).enumerate().collect();
    let tallies = side_by_side(&batches, |(number, files)| batch(phpc, &scratch.file(&number.to_string()), files));
    let mut all = Tally::default();
    for tally in tallies {
        all.functions += tally.functions;
        all.refused_like_php += tally.refused_like_php;
        all.code += tally.code;
        all.found.extend(tally.found);
    }
    for (trouble, file, what) in all.found.iter().take(SHOWN) {
        println!("{trouble:?}: {}: {what}", file.display());
    }
    let mut counts: BTreeMap<Trouble, usize> = BTreeMap::new();
    all.found.iter().for_each(|(trouble, ..)| *counts.entry(*trouble).or_default() += 1);
    let (wall, cpu) = (start.elapsed().as_secs_f64(), children_cpu() - cpu);
    println!(
        "{} files, {lines} lines, {} functions, {} refused as PHP does; {} bytes of code, {:.1} a line",
        files.len(), all.functions, all.refused_like_php, all.code, all.code as f64 / lines as f64
    );
    println!("{wall:.0} s, {cpu:.0} CPU seconds (with the front end twice): {:.0} lines a CPU second", lines as f64 / cpu);
    match counts.is_empty() {
        true => Ok(()),
        false => Err(format!("{counts:?}")),
    }
}

/// PHP files in order of their names.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    if folder.is_file() {
        files.push(folder.to_path_buf());
        return Ok(());
    }
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        let kind = path.symlink_metadata().map_err(|error| format!("{}: {error}", path.display()))?.file_type();
        if kind.is_dir() {
            collect(&path, files)?;
        } else if kind.is_file() && path.extension().is_some_and(|it| it == "php") {
            files.push(path);
        }
    }
    Ok(())
}

fn batch(phpc: &Path, place: &Path, files: &[PathBuf]) -> Tally {
    let mut tally = Tally::default();
    let (pir, objects) = (place.join("pir"), place.join("obj"));
    compile(phpc, &["--emit=pir-binary", "--jobs=1"], &pir, files, &mut tally);
    compile(phpc, &["-c", "--jobs=1"], &objects, files, &mut tally);
    for file in files {
        let flat = file.to_string_lossy().trim_start_matches(['/', '.']).replace('/', "-");
        match check(file, &pir.join(format!("{flat}.pir")), &objects.join(format!("{flat}.o")), &mut tally) {
            Ok(()) => {}
            Err((trouble, what)) => tally.found.push((trouble, file.clone(), what)),
        }
    }
    let _ = fs::remove_dir_all(place);
    tally
}

/// Compiles the files in one process; if that crashes or hangs, again one by one.
fn compile(phpc: &Path, options: &[&str], folder: &Path, files: &[PathBuf], tally: &mut Tally) {
    let limit = if files.len() == 1 { FILE_TIME } else { BATCH_TIME };
    let mut command = Command::new(phpc);
    command.args(options).arg("--out-dir").arg(folder).args(files);
    let log = folder.with_extension("log");
    let _ = fs::create_dir_all(folder);
    let spoken = fs::File::create(&log).map(Stdio::from).unwrap_or_else(|_| Stdio::null());
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(spoken).spawn().expect("phpc starts");
    let ended = wait(child, limit);
    let said = fs::read_to_string(&log).unwrap_or_default();
    let trouble = match ended {
        Ended::Hang => Trouble::Hang,
        Ended::Status(0 | 1 | 255) if said.contains("not supported") => Trouble::NotSupported,
        Ended::Status(0 | 1 | 255) => return,
        Ended::Status(_) => Trouble::Crash,
    };
    match files {
        [file] => tally.found.push((trouble, file.clone(), said.lines().next().unwrap_or("").to_string())),
        _ => files.iter().for_each(|file| compile(phpc, options, folder, std::slice::from_ref(file), tally)),
    }
}

fn check(file: &Path, pir: &Path, object: &Path, tally: &mut Tally) -> Result<(), (Trouble, String)> {
    let Ok(bytes) = fs::read(pir) else { return Err((Trouble::Refused, "no PIR".to_string())) };
    let unit = round_trip(&bytes).map_err(|what| (Trouble::PirForms, what))?;
    if let Some(error) = unit.diagnostics.iter().find(|it| ERRORS.contains(&it.level)) {
        if php_accepts(file) {
            return Err((Trouble::Refused, String::from_utf8_lossy(&error.message).into_owned()));
        }
        tally.refused_like_php += 1;
        return Ok(());
    }
    let Ok(bytes) = fs::read(object) else { return Err((Trouble::Refused, "no object".to_string())) };
    let object = object::File::parse(&bytes[..]).map_err(|error| (Trouble::MissingSymbol, error.to_string()))?;
    tally.functions += unit.functions.len();
    tally.code += object.section_by_name(".text").map_or(0, |text| text.size());
    symbols(&unit, &object).map_err(|what| (Trouble::MissingSymbol, what))
}

/// Binary to text to binary and text to unit to text are the identity.
fn round_trip(bytes: &[u8]) -> Result<Unit, String> {
    let unit = binary::decode(bytes).map_err(|error| error.to_string())?;
    let text = print::print(&unit);
    let again = parse::parse(&text).map_err(|error| error.to_string())?;
    if again != unit {
        return Err("the text is another unit".to_string());
    }
    if print::print(&again) != text {
        return Err("the text's text differs".to_string());
    }
    if binary::encode(&again) != bytes {
        return Err("the text's binary form differs".to_string());
    }
    Ok(unit)
}

/// Every function has as many symbols as there are functions of its name.
fn symbols(unit: &Unit, object: &object::File) -> Result<(), String> {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for symbol in object.symbols().filter(|symbol| symbol.kind() == object::SymbolKind::Text && symbol.size() > 0) {
        *found.entry(symbol.name().unwrap_or_default().to_string()).or_default() += 1;
    }
    for function in unit.functions.iter().filter(|function| !function.blocks.is_empty()) {
        let name = symbol_name(unit, &function.decl);
        match found.get_mut(&name) {
            Some(count) if *count > 0 => *count -= 1,
            _ => return Err(name),
        }
    }
    Ok(())
}

fn symbol_name(unit: &Unit, decl: &phpc_ir::pir::FunctionDecl) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace('\0', "@");
    let name = match decl.kind == unit.functions[0].decl.kind {
        true => text(&unit.path),
        false => text(&decl.name),
    };
    match decl.class {
        Some(class) => format!("{}::{name}", text(&unit.classes[class.0 as usize].name)),
        None => name,
    }
}

fn php_accepts(file: &Path) -> bool {
    let php = std::env::var_os("PHP84").unwrap_or_else(|| "php84".into());
    let status = Command::new(php).arg("-l").arg(file).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

// ---- as one program

fn program(phpc: &Path, scratch: &Scratch, folder: &Path) -> Result<(), String> {
    let entry = ["index.php", "public/index.php"].iter().map(|name| find(folder, name)).find_map(|found| found);
    let entry = entry.ok_or_else(|| format!("{}: no index.php", folder.display()))?;
    let root = entry.parent().expect("a file lies in a folder");
    let mut files = Vec::new();
    collect(root, &mut files)?;
    let lines: usize = files.iter().map(|file| lines(file)).sum();
    let out = scratch.file("program");
    let (start, cpu) = (Instant::now(), children_cpu());
    let mut command = Command::new(phpc);
    command.arg("build").arg("--time").arg("--entry").arg(&entry).arg("-o").arg(&out).arg(root);
    let child = command.stdin(Stdio::null()).spawn().map_err(|error| error.to_string())?;
    let memory = format!("/proc/{}/status", child.id());
    let peak = std::sync::atomic::AtomicU64::new(0);
    let ended = wait_and(child, Duration::from_secs(3600), || {
        let now = fs::read_to_string(&memory).unwrap_or_default();
        let line = now.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
        peak.fetch_max(line.and_then(|kb| kb.trim().parse().ok()).unwrap_or(0), std::sync::atomic::Ordering::Relaxed);
    });
    let (wall, cpu, peak) = (start.elapsed().as_secs_f64(), children_cpu() - cpu, peak.into_inner() / 1024);
    println!("{}: {} files, {lines} lines", root.display(), files.len());
    println!("{wall:.1} s, {cpu:.1} CPU seconds: {:.0} lines a CPU second; peak {peak} MB", lines as f64 / cpu);
    let size = fs::metadata(&out).map_or(0, |data| data.len());
    println!("executable {size} bytes, {:.1} a line", size as f64 / lines as f64);
    match ended {
        Ended::Status(0) => Ok(()),
        Ended::Status(status) => Err(format!("phpc build ended with {status}")),
        Ended::Hang => Err("phpc build takes over an hour".to_string()),
    }
}

/// The first file of that name, nearest to the folder first.
fn find(folder: &Path, name: &str) -> Option<PathBuf> {
    let here = folder.join(name);
    if here.is_file() {
        return Some(here);
    }
    let mut folders: Vec<PathBuf> = fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.sort();
    folders.iter().filter(|path| path.is_dir() && !path.is_symlink()).find_map(|path| find(path, name))
}

// ---- processes

enum Ended {
    Status(i32),
    Hang,
}

fn wait(child: Child, limit: Duration) -> Ended {
    wait_and(child, limit, || {})
}

/// Waits, and calls `watch` every few milliseconds.
fn wait_and(mut child: Child, limit: Duration, watch: impl Fn()) -> Ended {
    use std::os::unix::process::ExitStatusExt;
    let start = Instant::now();
    loop {
        watch();
        match child.try_wait() {
            Ok(Some(status)) => return Ended::Status(status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0))),
            Ok(None) if start.elapsed() > limit => {
                let _ = child.kill();
                let _ = child.wait();
                return Ended::Hang;
            }
            Ok(None) => std::thread::sleep(Duration::from_millis(5)),
            Err(_) => return Ended::Status(-1),
        }
    }
}

/// CPU seconds of all children that ended.
fn children_cpu() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or("");
    // cutime and cstime, in hundredths of a second.
    let ticks = after_name.split_whitespace().skip(13).take(2).filter_map(|field| field.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}

fn lines(file: &Path) -> usize {
    fs::read(file).map_or(0, |text| text.iter().filter(|&&byte| byte == b'\n').count())
}
