//! SplFileInfo and what derives from it: directories as iterators, files as objects.

pub(crate) mod dir;
pub(crate) mod info;
pub(crate) mod object;

use crate::support::*;

/// What the object stands for.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Kind {
    #[default]
    Info,
    Directory,
    File,
}

#[derive(Default, Clone)]
pub(crate) struct Csv {
    pub(crate) delimiter: Str,
    pub(crate) enclosure: Str,
    pub(crate) escape: Str,
    pub(crate) escape_is_default: bool,
}

/// State of every class here.
#[derive(Default)]
pub(crate) struct File {
    pub(crate) kind: Cell<Kind>,
    pub(crate) path: RefCell<Option<Str>>,
    /// The whole name; for directories that of the present entry, made when it is asked for.
    pub(crate) name: RefCell<Option<Str>>,
    pub(crate) flags: Cell<i64>,
    pub(crate) file_class: Cell<Option<ClassRef>>,
    pub(crate) info_class: Cell<Option<ClassRef>>,
    // Directories.
    pub(crate) entries: RefCell<Vec<Str>>,
    /// Entries read so far.
    pub(crate) read: Cell<usize>,
    pub(crate) entry: RefCell<Str>,
    pub(crate) index: Cell<i64>,
    pub(crate) sub_path: RefCell<Option<Str>>,
    /// The pattern of a GlobIterator.
    pub(crate) glob: RefCell<Option<Str>>,
    // Files.
    pub(crate) stream: RefCell<Value>,
    pub(crate) mode: RefCell<Str>,
    pub(crate) line: RefCell<Option<Str>>,
    pub(crate) row: RefCell<Option<Value>>,
    pub(crate) line_number: Cell<i64>,
    pub(crate) longest: Cell<i64>,
    pub(crate) csv: RefCell<Csv>,
}

impl NativeState for File {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        self.row.borrow().iter().for_each(visit);
    }
    fn clone_state(&self, _: &mut Cx) -> Option<Box<dyn NativeState>> {
        if self.kind.get() == Kind::File {
            return None;
        }
        Some(Box::new(File {
            kind: self.kind.clone(),
            path: self.path.clone(),
            name: self.name.clone(),
            flags: self.flags.clone(),
            file_class: self.file_class.clone(),
            info_class: self.info_class.clone(),
            entries: self.entries.clone(),
            read: self.read.clone(),
            entry: self.entry.clone(),
            index: self.index.clone(),
            glob: self.glob.clone(),
            ..File::default()
        }))
    }
}

pub(crate) const HANDLERS: Handlers =
    Handlers { create: Some(|_, _| Box::new(File::default())), not_serializable: true, ..Handlers::NONE };

pub(crate) fn file(object: &Object) -> &File {
    state::<File>(object)
}

pub(crate) const NOT_INITIALIZED: &str = "Object not initialized";

impl File {
    /// The whole name of the file, or of the present entry.
    pub(crate) fn full_name(&self, cx: &mut Cx) -> Result<Str> {
        if let Some(name) = self.name.borrow().clone() {
            return Ok(name);
        }
        if self.kind.get() != Kind::Directory {
            return Err(cx.throw_error(NOT_INITIALIZED));
        }
        let entry = self.entry.borrow().clone();
        let name = match self.path.borrow().clone().filter(|path| !path.is_empty()) {
            Some(path) => Str::concat(&[&path, b"/", &entry]),
            None => entry,
        };
        *self.name.borrow_mut() = Some(name.clone());
        Ok(name)
    }

    /// `getPathname`.
    pub(crate) fn path_name(&self, cx: &mut Cx) -> Result<Str> {
        if self.kind.get() == Kind::Directory {
            return if self.entry.borrow().is_empty() { Ok(Str::empty()) } else { self.full_name(cx) };
        }
        Ok(self.name.borrow().clone().unwrap_or_default())
    }

    pub(crate) fn path(&self) -> Str {
        self.path.borrow().clone().unwrap_or_default()
    }

    /// The name without the path.
    pub(crate) fn bare_name(&self, cx: &mut Cx) -> Result<Str> {
        let Some(name) = self.name.borrow().clone() else { return Err(cx.throw_error(NOT_INITIALIZED)) };
        let path = self.path();
        Ok(if !path.is_empty() && path.len() < name.len() { Str::new(&name[path.len() + 1..]) } else { name })
    }
}

/// The part before the last slash.
pub(crate) fn parent_of(name: &[u8]) -> Str {
    let mut end = name.len();
    if end > 1 && name[end - 1] == b'/' {
        end -= 1;
    }
    while end > 1 && name[end - 1] != b'/' {
        end -= 1;
    }
    Str::new(&name[..end.saturating_sub(1)])
}

/// Calls a function whose warning becomes an exception of the method that runs.
pub(crate) fn strict(cx: &mut Cx, call: &Call, class: &'static str, function: &str, args: Vec<Value>) -> Result<Value> {
    use phpc_core::diagnostics;
    let before = diagnostics::last_error();
    diagnostics::clear_last_error();
    diagnostics::set_handler(None);
    let saved = diagnostics::silence_begin();
    let result = call_function(cx, function, args);
    diagnostics::silence_end(saved);
    diagnostics::restore_handler();
    let problem = diagnostics::last_error();
    let _ = before;
    match (result, problem) {
        (Ok(_), Some(problem)) => {
            diagnostics::clear_last_error();
            let rest = problem.message.strip_prefix(function.as_bytes()).unwrap_or(&problem.message).to_vec();
            throw(cx, class, message!(call.func.full_name(), rest))
        }
        (result, _) => result,
    }
}

/// A path: without NUL.
pub(crate) fn path_argument(cx: &mut Cx, call: &Call, number: usize) -> Result<Str> {
    let path = call.string(cx, number)?;
    if path.contains(&0) {
        return call.value_error(cx, number, "must not contain any null bytes");
    }
    Ok(path)
}
