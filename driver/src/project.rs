//! Which files a program consists of: those its entry includes under constant paths, or all under a root.

use crate::autoload::Autoload;
use crate::{compile, parallel};
use crate::failure::{Failure, reason};
use crate::session::Session;
use phpc_ir::pir::{BinaryOp, Const, ConstId, Def, Function, IncludeKind, MagicConst, Op, Operand, Temp, Unit};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Component, Path, PathBuf};

/// The files of a program as units. Unit 0 is the entry.
pub(crate) struct Project {
    pub(crate) root: PathBuf,
    pub(crate) units: Vec<Unit>,
    /// Some code of the program may load code that is not among the units.
    pub(crate) loads_code: bool,
}

/// The entry and what it reaches by includes of constant paths and by the names of classes that Composer's autoloader finds.
pub(crate) fn reachable(session: &Session, entry: &Path) -> Result<Project, Failure> {
    let entry = existing(entry)?;
    let root = root_of(session, &entry)?;
    let mut project = Project { root, units: Vec::new(), loads_code: false };
    let mut known = BTreeSet::from([entry.clone()]);
    let mut waiting = std::collections::VecDeque::from([entry]);
    let mut autoloads: Vec<Autoload> = Vec::new();
    let mut names = BTreeSet::new();
    while let Some(file) = waiting.pop_front() {
        let first = project.units.is_empty();
        let unit = match compile::unit_under(session, &file, &project.root) {
            Ok(unit) => unit,
            Err(failure) if first => return Err(failure),
            // Should the program ever load the file, it will tell.
            Err(_) => {
                project.loads_code = true;
                continue;
            }
        };
        if let Some(autoload) = Autoload::of(&file) {
            project.loads_code = true;
            waiting.extend(autoload.files.iter().filter_map(|file| file.canonicalize().ok()).filter(|file| known.insert(file.clone())));
            // What the units so far name has not been looked for here.
            names.clear();
            autoloads.push(autoload);
            let files = project.units.iter().flat_map(|unit| autoloads.iter().flat_map(|it| it.named_in(unit, &mut names)).collect::<Vec<_>>());
            let files: Vec<PathBuf> = files.collect();
            waiting.extend(files.into_iter().filter_map(|file| file.canonicalize().ok()).filter(|file| known.insert(file.clone())));
        }
        for autoload in &autoloads {
            let files = autoload.named_in(&unit, &mut names).into_iter();
            waiting.extend(files.filter_map(|file| file.canonicalize().ok()).filter(|file| known.insert(file.clone())));
        }
        let place = absolute_path(&project.root, &unit);
        let includes = includes(&unit, &place);
        project.loads_code |= includes.unknown;
        project.units.push(unit);
        for candidates in includes.paths {
            match candidates.iter().find(|path| path.is_file()) {
                Some(path) if known.insert(path.clone()) => waiting.push_back(path.clone()),
                Some(_) => {}
                // The file may exist when the program runs.
                None => project.loads_code = true,
            }
        }
    }
    Ok(project)
}

/// Code that is no file: its unit keeps its name.
pub(crate) fn loose(unit: Unit) -> Project {
    let includes = includes(&unit, Path::new(""));
    let loads_code = includes.unknown || !includes.paths.is_empty();
    Project { root: PathBuf::new(), units: vec![unit], loads_code }
}

/// The entry and every PHP file under the root.
pub(crate) fn whole(session: &Session, folder: &Path) -> Result<Project, Failure> {
    let folder = existing(folder)?;
    if !folder.is_dir() {
        return Err(Failure::at(&folder, "not a folder"));
    }
    let root = match &session.options.root {
        Some(root) => existing(root)?,
        None => project_root(&folder),
    };
    let entry = entry_of(session, &root)?;
    let mut files = Vec::new();
    collect(session, &root, &root, &mut files)?;
    files.retain(|file| *file != entry);
    files.insert(0, entry.clone());
    let units = parallel::map(session.options.jobs, &files, |file| compile::unit_under(session, file, &root));
    let units = units.into_iter().collect::<Result<Vec<_>, _>>()?;
    let loads_code = units.iter().any(|unit| {
        let includes = includes(unit, &absolute_path(&root, unit));
        includes.unknown || !includes.paths.is_empty()
    });
    Ok(Project { root, units, loads_code })
}

fn existing(path: &Path) -> Result<PathBuf, Failure> {
    path.canonicalize().map_err(|error| Failure::at(path, reason(&error)))
}

/// `--root`, else the folder of the file.
pub(crate) fn root_of(session: &Session, file: &Path) -> Result<PathBuf, Failure> {
    match &session.options.root {
        Some(root) => existing(root),
        None => Ok(file.parent().unwrap_or(Path::new("/")).to_path_buf()),
    }
}

/// How a unit under `root` is called: relative, absolute when outside.
pub(crate) fn unit_path(root: &Path, file: &Path) -> Vec<u8> {
    file.strip_prefix(root).unwrap_or(file).as_os_str().as_bytes().to_vec()
}

pub(crate) fn absolute_path(root: &Path, unit: &Unit) -> PathBuf {
    root.join(OsStr::from_bytes(&unit.path))
}

/// The nearest folder above with a composer.json, else the folder itself.
fn project_root(folder: &Path) -> PathBuf {
    folder.ancestors().find(|above| above.join("composer.json").is_file()).unwrap_or(folder).to_path_buf()
}

fn entry_of(session: &Session, root: &Path) -> Result<PathBuf, Failure> {
    if let Some(entry) = &session.options.entry {
        let under_root = root.join(entry);
        return existing(if under_root.is_file() { &under_root } else { entry });
    }
    let usual = ["public/index.php", "index.php", "web/index.php", "main.php", "src/main.php"];
    let found = usual.iter().map(|name| root.join(name)).find(|path| path.is_file());
    found.ok_or_else(|| Failure::at(root, format!("no entry ({}); name it by --entry", usual.join(", "))))
}

/// PHP files in order of their names, without hidden folders.
fn collect(session: &Session, root: &Path, folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::at(folder, reason(&error)))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        let relative = path.strip_prefix(root).expect("the walk stays under the root").to_string_lossy().into_owned();
        let hidden = path.file_name().is_some_and(|name| name.as_bytes().starts_with(b"."));
        if hidden || session.options.exclude.iter().any(|glob| matches(glob, &relative)) {
            continue;
        }
        let is_link = path.symlink_metadata().is_ok_and(|data| data.file_type().is_symlink());
        if path.is_dir() && !is_link {
            collect(session, root, &path, files)?;
        } else if path.is_file() && is_php(session, &path, &relative) {
            files.push(path);
        }
    }
    Ok(())
}

fn is_php(session: &Session, path: &Path, relative: &str) -> bool {
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or("");
    let usual = matches!(extension, "php" | "inc" | "phtml");
    usual || session.options.include.iter().any(|glob| matches(glob, relative))
}

/// `*` matches within a folder, `**` across folders, `?` one byte. A glob that names a folder matches what is in it.
fn matches(glob: &str, path: &str) -> bool {
    let prefixes = path.match_indices('/').map(|(at, _)| &path[..at]);
    prefixes.chain([path]).any(|part| glob_matches(glob.trim_end_matches('/').as_bytes(), part.as_bytes()))
}

fn glob_matches(glob: &[u8], text: &[u8]) -> bool {
    match (glob, text) {
        ([], []) => true,
        ([b'*', b'*', rest @ ..], _) => (0..=text.len()).any(|skip| glob_matches(rest, &text[skip..])),
        ([b'*', rest @ ..], _) => {
            let end = text.iter().position(|&byte| byte == b'/').unwrap_or(text.len());
            (0..=end).any(|skip| glob_matches(rest, &text[skip..]))
        }
        ([b'?', rest @ ..], [_, after @ ..]) => glob_matches(rest, after),
        ([first, rest @ ..], [byte, after @ ..]) => first == byte && glob_matches(rest, after),
        _ => false,
    }
}

// ---- includes

#[derive(Default)]
struct Includes {
    /// For each include of a constant path, where the file may be.
    paths: Vec<Vec<PathBuf>>,
    /// There is `eval` or an include of a computed path.
    unknown: bool,
}

fn includes(unit: &Unit, place: &Path) -> Includes {
    let mut found = Includes::default();
    for function in &unit.functions {
        let texts = constant_texts(unit, function, place);
        for inst in function.blocks.iter().flat_map(|block| &block.insts) {
            let Op::Include { kind, path, .. } = &inst.op else { continue };
            match text_of(unit, &texts, path) {
                Some(text) if *kind != IncludeKind::Eval => found.paths.push(candidates(&text, place)),
                _ => found.unknown = true,
            }
        }
    }
    found
}

/// Temporaries that are strings known now: concatenations of constants and `__DIR__`.
fn constant_texts(unit: &Unit, function: &Function, place: &Path) -> BTreeMap<Temp, Vec<u8>> {
    let mut texts = BTreeMap::new();
    for inst in function.blocks.iter().flat_map(|block| &block.insts) {
        let (dst, text) = match &inst.op {
            Op::Binary { dst, op: BinaryOp::Concat, left, right } => {
                let both = text_of(unit, &texts, left).zip(text_of(unit, &texts, right));
                (*dst, both.map(|(left, right)| [left, right].concat()))
            }
            Op::FetchConst { dst, name, .. } => (*dst, constant_text(unit, *name)),
            Op::MagicConst { dst, kind } => (*dst, magic_text(*kind, place)),
            Op::Copy { dst, value } => (*dst, text_of(unit, &texts, value)),
            _ => continue,
        };
        let Def(temp) = dst;
        match text {
            // Defined on two paths: not known.
            Some(text) if !texts.contains_key(&temp) => drop(texts.insert(temp, text)),
            _ => drop(texts.remove(&temp)),
        }
    }
    texts
}

fn magic_text(kind: MagicConst, place: &Path) -> Option<Vec<u8>> {
    match kind {
        MagicConst::Dir => Some(place.parent()?.as_os_str().as_bytes().to_vec()),
        MagicConst::File => Some(place.as_os_str().as_bytes().to_vec()),
        _ => None,
    }
}

fn constant_text(unit: &Unit, name: ConstId) -> Option<Vec<u8>> {
    match &unit.consts[name.index()] {
        Const::Str(name) if **name == *b"DIRECTORY_SEPARATOR" => Some(b"/".to_vec()),
        _ => None,
    }
}

fn text_of(unit: &Unit, texts: &BTreeMap<Temp, Vec<u8>>, operand: &Operand) -> Option<Vec<u8>> {
    match operand {
        Operand::Temp(temp) => texts.get(temp).cloned(),
        Operand::Const(id) => match &unit.consts[id.index()] {
            Const::Str(text) => Some(text.to_vec()),
            _ => None,
        },
        _ => None,
    }
}

/// A relative path is looked for under the working folder and beside the including file.
fn candidates(text: &[u8], place: &Path) -> Vec<PathBuf> {
    let path = Path::new(OsStr::from_bytes(text));
    let beside = place.parent().unwrap_or(Path::new("/")).join(path);
    if path.is_absolute() {
        return vec![normal(path)];
    }
    let here = std::env::current_dir().unwrap_or_default().join(path);
    vec![normal(&here), normal(&beside)]
}

/// Without `.` and `..`.
fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(out.pop()),
            other => out.push(other),
        }
    }
    out
}
