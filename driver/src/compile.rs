//! From files to executables and objects: the stages in order.

use crate::failure::{Failure, reason};
use crate::output::Pending;
use crate::project::{self, Project};
use crate::session::Session;
use crate::{internal, link, parallel, prelink, report, settings};
use phpc_ir::pir::Unit;
use phpc_pipeline::{BackOptions, BackText, MiddleOptions, Program, Source};
use std::collections::BTreeMap;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// `phpc -o OUT entry.php`
pub(crate) fn executable(session: &Session, entry: &Path) -> Result<(), Failure> {
    let output = session.options.output.as_deref().expect("the command line demands -o");
    executable_at(session, entry, output)
}

pub(crate) fn executable_at(session: &Session, entry: &Path, output: &Path) -> Result<(), Failure> {
    let pending = Pending::new(output)?;
    let project = project::reachable(session, entry)?;
    link_project(session, project, pending)
}

/// The executable of code that is no file. `php`: it begins as PHP, not as HTML.
pub(crate) fn executable_of(session: &Session, name: &str, text: &[u8], php: bool, output: &Path) -> Result<(), Failure> {
    let pending = Pending::new(output)?;
    let mut options = lexer_options(session);
    options.starts_in_php = php;
    let is_builtin_function = &|name: &[u8]| session.is_builtin_function(name);
    let source = Source { path: name.as_bytes(), text, options, is_builtin_function };
    let unit = session.timed("front", || phpc_pipeline::front(source))?;
    link_project(session, project::loose(unit), pending)
}

/// `phpc build [DIR]`
pub(crate) fn build(session: &Session, folder: &Path) -> Result<(), Failure> {
    let project = project::whole(session, folder)?;
    let default = || PathBuf::from(project.root.file_name().unwrap_or("a.out".as_ref()));
    let output = session.options.output.clone().unwrap_or_else(default);
    let pending = Pending::new(&output)?;
    link_project(session, project, pending)
}

fn link_project(session: &Session, project: Project, pending: Pending) -> Result<(), Failure> {
    let Project { root, units, loads_code } = project;
    stop_at_errors(session, &units[0], &root)?;
    let embed = loads_code && !session.options.closed;
    let program = middle(session, units, None, !embed)?;
    let options = BackOptions {
        target: None,
        jobs: session.options.jobs,
        entry: Some(0),
        root: (!session.options.no_root).then(|| root.as_os_str().as_bytes().to_vec()).filter(|root| !root.is_empty()),
        settings: setting_lines(session),
    };
    if !session.options.system_linker {
        let image = session.timed("codegen", || phpc_pipeline::image(&program, &options))?;
        session.timed("link", || prelink::executable(&image, pending.path(), embed))?;
        return pending.finish();
    }
    let object = session.timed("codegen", || phpc_pipeline::back(&program, &options))?;
    let object_file = Pending::new(&pending.path().with_extension("o"))?;
    std::fs::write(object_file.path(), object).map_err(|error| Failure::at(object_file.path(), reason(&error)))?;
    session.timed("link", || link::executable(object_file.path(), pending.path(), embed))?;
    pending.finish()
}

/// `phpc -c …`: an object for each file.
pub(crate) fn objects(session: &Session, files: &[PathBuf]) -> Result<(), Failure> {
    each_file(session, files, "o", |file, target| object(session, file, target, threads_inside(session, files)))
}

/// Does to every file what yields its output; goes on after files that cannot be compiled.
pub(crate) fn each_file(
    session: &Session,
    files: &[PathBuf],
    extension: &str,
    work: impl Fn(&Path, &Path) -> Result<(), Failure> + Sync,
) -> Result<(), Failure> {
    if let Some(folder) = &session.options.out_dir {
        std::fs::create_dir_all(folder).map_err(|error| Failure::at(folder, reason(&error)))?;
    }
    let targets: Vec<PathBuf> = files.iter().map(|file| target_name(session, file, extension)).collect();
    let mut places = BTreeMap::new();
    for (file, target) in files.iter().zip(&targets) {
        if let Some(other) = places.insert(target, file) {
            return Err(Failure::at(target, format!("both {} and {} go there", other.display(), file.display())));
        }
    }
    let pairs: Vec<(&PathBuf, &PathBuf)> = files.iter().zip(&targets).collect();
    let results = parallel::map(session.options.jobs, &pairs, |(file, target)| work(file, target));
    let count = files.len();
    if count == 1 {
        return results.into_iter().collect();
    }
    let mut failed = 0;
    for failure in results.into_iter().filter_map(Result::err) {
        failed += 1;
        failure.report();
    }
    match failed {
        0 => Ok(()),
        _ => Err(Failure::Message(format!("{failed} of {count} files could not be compiled"))),
    }
}

/// Many files are compiled side by side, one alone with its functions side by side.
fn threads_inside(session: &Session, files: &[PathBuf]) -> usize {
    (session.options.jobs / files.len()).max(1)
}

fn object(session: &Session, file: &Path, target: &Path, jobs: usize) -> Result<(), Failure> {
    let canonical = file.canonicalize().map_err(|error| Failure::at(file, reason(&error)))?;
    let pending = Pending::new(target)?;
    let root = project::root_of(session, &canonical)?;
    let unit = unit_under(session, &canonical, &root)?;
    stop_at_errors(session, &unit, &root)?;
    let program = middle(session, vec![unit], None, session.options.closed)?;
    let options = BackOptions { target: session.options.target.clone(), jobs, ..BackOptions::default() };
    let object = session.timed("codegen", || phpc_pipeline::back(&program, &options))?;
    std::fs::write(pending.path(), object).map_err(|error| Failure::at(target, reason(&error)))?;
    pending.finish()
}

/// `-o`, or the file's name with the extension, in `--out-dir`. Names under `--out-dir` keep their folders apart by `-`.
fn target_name(session: &Session, file: &Path, extension: &str) -> PathBuf {
    if let Some(output) = &session.options.output {
        return output.clone();
    }
    let Some(folder) = &session.options.out_dir else {
        return PathBuf::from(file.file_name().unwrap_or_default()).with_extension(extension);
    };
    let flat = file.to_string_lossy().trim_start_matches(['/', '.']).replace('/', "-");
    folder.join(format!("{flat}.{extension}"))
}

// ---- stages

/// A unit from a source or a `.pir` file, its path relative to the root.
pub(crate) fn unit(session: &Session, file: &Path) -> Result<Unit, Failure> {
    let canonical = file.canonicalize().map_err(|error| Failure::at(file, reason(&error)))?;
    let root = project::root_of(session, &canonical)?;
    unit_under(session, &canonical, &root)
}

pub(crate) fn unit_under(session: &Session, file: &Path, root: &Path) -> Result<Unit, Failure> {
    internal::working_on(file);
    let text = read(file)?;
    if file.extension().is_some_and(|extension| extension == "pir") {
        return Ok(session.timed("read pir", || phpc_pipeline::read_pir(&file.to_string_lossy(), &text))?);
    }
    let path = project::unit_path(root, file);
    let source = Source {
        path: &path,
        text: &text,
        options: lexer_options(session),
        is_builtin_function: &|name| session.is_builtin_function(name),
    };
    session.timed("front", || phpc_pipeline::front(source)).map_err(|failure| Failure::at(file, failure))
}

/// What `print` makes of the file's source.
pub(crate) fn source_text(session: &Session, file: &Path, print: fn(Source) -> String) -> Result<String, Failure> {
    let text = read(file)?;
    Ok(print(Source {
        path: file.as_os_str().as_bytes(),
        text: &text,
        options: lexer_options(session),
        is_builtin_function: &|name| session.is_builtin_function(name),
    }))
}

pub(crate) fn middle_text(
    session: &Session,
    file: &Path,
    after: Option<&str>,
    function: Option<&str>,
) -> Result<String, Failure> {
    let program = program_of(session, file, after)?;
    Ok(phpc_pipeline::print_ssa(&program, function)?)
}

/// The step of passes at which `--fuel` ended.
pub(crate) fn last_step(session: &Session, file: &Path) -> Result<String, Failure> {
    Ok(phpc_pipeline::print_last_step(&program_of(session, file, None)?))
}

pub(crate) fn back_text(
    session: &Session,
    file: &Path,
    kind: BackText,
    after: Option<&str>,
    function: Option<&str>,
) -> Result<String, Failure> {
    let program = program_of(session, file, after)?;
    Ok(phpc_pipeline::back_text(&program, kind, function)?)
}

fn program_of(session: &Session, file: &Path, after: Option<&str>) -> Result<Program, Failure> {
    let Project { root, units, loads_code } = project::reachable(session, file)?;
    stop_at_errors(session, &units[0], &root)?;
    middle(session, units, after, !loads_code || session.options.closed)
}

fn middle(session: &Session, units: Vec<Unit>, after: Option<&str>, closed: bool) -> Result<Program, Failure> {
    let options = MiddleOptions {
        skip: session.options.skip.clone(),
        fuel: session.options.fuel,
        plant: session.options.plant,
        after: after.map(str::to_string),
        closed,
        included: false,
        builtins: session.builtins(),
        constants: session.constants(),
    };
    Ok(session.timed("middle", || phpc_pipeline::middle(units, &options))?)
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    if file.is_dir() {
        return Err(Failure::at(file, "Is a directory"));
    }
    std::fs::read(file).map_err(|error| Failure::at(file, reason(&error)))
}

fn lexer_options(session: &Session) -> phpc_frontend::lexer::Options {
    phpc_frontend::lexer::Options {
        short_tags: settings::is_on(&session.compiler_settings, "short_open_tag", true),
        skip_shebang: true,
        ..Default::default()
    }
}

/// A program whose entry does not compile ends as `php` does with it.
fn stop_at_errors(session: &Session, unit: &Unit, root: &Path) -> Result<(), Failure> {
    if !report::has_error(unit) {
        return Ok(());
    }
    let path = project::absolute_path(root, unit);
    let all = session.options.all_errors;
    Err(Failure::Program(report::text(unit, path.as_os_str().as_bytes(), &session.compiler_settings, all)))
}

fn setting_lines(session: &Session) -> Vec<u8> {
    let lines = session.program_settings.iter().map(|(name, value)| [name, &b"="[..], value, b"\n"].concat());
    lines.collect::<Vec<_>>().concat()
}
