//! DirectoryIterator, FilesystemIterator, RecursiveDirectoryIterator, GlobIterator.

use super::info::{extension, info_of};
use super::*;

pub(crate) static CLASSES: Classes = &[&DIRECTORY, &FILESYSTEM, &RECURSIVE, &GLOB];

const CURRENT_MODE_MASK: i64 = 0xf0;
const CURRENT_AS_PATHNAME: i64 = 0x20;
const CURRENT_AS_FILEINFO: i64 = 0;
const CURRENT_AS_SELF: i64 = 0x10;
const KEY_MODE_MASK: i64 = 0xf00;
const KEY_AS_FILENAME: i64 = 0x100;
const OTHER_MODE_MASK: i64 = 0x7000;
const SKIP_DOTS: i64 = 0x1000;
const UNIX_PATHS: i64 = 0x2000;
const FOLLOW_SYMLINKS: i64 = 0x4000;

static DIRECTORY: BuiltinClass = BuiltinClass {
    methods: &[
        m("public __construct(string $directory)", |cx, call| {
            let path = path_argument(cx, call, 0)?;
            construct(cx, call, path, CURRENT_AS_SELF, false)
        }),
        m("public getFilename(): string", |cx, call| {
            check(cx, call.this())?;
            Ok(file(call.this()).entry.borrow().clone().into())
        }),
        m("public getExtension(): string", |cx, call| {
            check(cx, call.this())?;
            let entry = file(call.this()).entry.borrow().clone();
            extension(cx, entry)
        }),
        m("public getBasename(string $suffix = \"\"): string", |cx, call| {
            check(cx, call.this())?;
            let entry = file(call.this()).entry.borrow().clone();
            let suffix = call.string(cx, 0)?;
            call_function(cx, "basename", vec![entry.into(), suffix.into()])
        }),
        m("public isDot(): bool", |cx, call| {
            check(cx, call.this())?;
            Ok(is_dot(&file(call.this()).entry.borrow()).into())
        }),
        m("public rewind(): void", |cx, call| {
            check(cx, call.this())?;
            rewind(cx, call.this(), false)
        }),
        m("public valid(): bool", |cx, call| {
            check(cx, call.this())?;
            Ok((!file(call.this()).entry.borrow().is_empty()).into())
        }),
        m("public key(): mixed", |cx, call| {
            check(cx, call.this())?;
            Ok(Value::int(file(call.this()).index.get()))
        }),
        m("public current(): mixed", |cx, call| {
            check(cx, call.this())?;
            Ok(call.this().clone().into())
        }),
        m("public next(): void", |cx, call| {
            check(cx, call.this())?;
            let this = file(call.this());
            this.index.set(this.index.get() + 1);
            read_shown(this);
            Ok(Value::NULL)
        }),
        m("public seek(int $offset): void", seek),
        m("public __toString(): string", |cx, call| {
            check(cx, call.this())?;
            Ok(file(call.this()).entry.borrow().clone().into())
        }),
    ],
    ..BuiltinClass::new("class DirectoryIterator extends SplFileInfo implements SeekableIterator")
};

static FILESYSTEM: BuiltinClass = BuiltinClass {
    constants: &[
        ("CURRENT_MODE_MASK", int(CURRENT_MODE_MASK)),
        ("CURRENT_AS_PATHNAME", int(CURRENT_AS_PATHNAME)),
        ("CURRENT_AS_FILEINFO", int(CURRENT_AS_FILEINFO)),
        ("CURRENT_AS_SELF", int(CURRENT_AS_SELF)),
        ("KEY_MODE_MASK", int(KEY_MODE_MASK)),
        ("KEY_AS_PATHNAME", int(0)),
        ("FOLLOW_SYMLINKS", int(FOLLOW_SYMLINKS)),
        ("KEY_AS_FILENAME", int(KEY_AS_FILENAME)),
        ("NEW_CURRENT_AND_KEY", int(KEY_AS_FILENAME)),
        ("OTHER_MODE_MASK", int(OTHER_MODE_MASK)),
        ("SKIP_DOTS", int(SKIP_DOTS)),
        ("UNIX_PATHS", int(UNIX_PATHS)),
    ],
    methods: &[
        m(
            "public __construct(string $directory, int $flags = FilesystemIterator::KEY_AS_PATHNAME | FilesystemIterator::CURRENT_AS_FILEINFO | FilesystemIterator::SKIP_DOTS)",
            |cx, call| {
                let path = path_argument(cx, call, 0)?;
                construct(cx, call, path, call.int_or(1, SKIP_DOTS), false)
            },
        ),
        m("public rewind(): void", |cx, call| rewind(cx, call.this(), true)),
        m("public key(): string", |cx, call| {
            let this = file(call.this());
            if this.flags.get() & KEY_MODE_MASK == KEY_AS_FILENAME {
                return Ok(this.entry.borrow().clone().into());
            }
            Ok(this.full_name(cx)?.into())
        }),
        m("public current(): string|SplFileInfo|FilesystemIterator", |cx, call| {
            let this = file(call.this());
            match this.flags.get() & CURRENT_MODE_MASK {
                CURRENT_AS_PATHNAME => Ok(this.full_name(cx)?.into()),
                CURRENT_AS_FILEINFO => info_of(cx, call.this(), None),
                _ => Ok(call.this().clone().into()),
            }
        }),
        m("public getFlags(): int", |_, call| Ok(Value::int(file(call.this()).flags.get() & MODES))),
        m("public setFlags(int $flags): void", |_, call| {
            let flags = &file(call.this()).flags;
            flags.set(flags.get() & !MODES | call.int_or(0, 0) & MODES);
            Ok(Value::NULL)
        }),
    ],
    ..BuiltinClass::new("class FilesystemIterator extends DirectoryIterator")
};

const MODES: i64 = CURRENT_MODE_MASK | KEY_MODE_MASK | OTHER_MODE_MASK;

static RECURSIVE: BuiltinClass = BuiltinClass {
    methods: &[
        m(
            "public __construct(string $directory, int $flags = FilesystemIterator::KEY_AS_PATHNAME | FilesystemIterator::CURRENT_AS_FILEINFO)",
            |cx, call| {
                let path = path_argument(cx, call, 0)?;
                construct(cx, call, path, call.int_or(1, 0), false)
            },
        ),
        m("public hasChildren(bool $allowLinks = false): bool", has_children),
        m("public getChildren(): RecursiveDirectoryIterator", get_children),
        m("public getSubPath(): string", |_, call| Ok(file(call.this()).sub_path.borrow().clone().unwrap_or_default().into())),
        m("public getSubPathname(): string", |_, call| Ok(below(file(call.this())).into())),
    ],
    ..BuiltinClass::new("class RecursiveDirectoryIterator extends FilesystemIterator implements RecursiveIterator")
};

static GLOB: BuiltinClass = BuiltinClass {
    methods: &[
        m(
            "public __construct(string $pattern, int $flags = FilesystemIterator::KEY_AS_PATHNAME | FilesystemIterator::CURRENT_AS_FILEINFO)",
            |cx, call| {
                let path = path_argument(cx, call, 0)?;
                construct(cx, call, path, call.int_or(1, 0), true)
            },
        ),
        m("public count(): int", |_, call| Ok(file(call.this()).entries.borrow().len().into())),
    ],
    ..BuiltinClass::new("class GlobIterator extends FilesystemIterator implements Countable")
};

fn is_dot(entry: &[u8]) -> bool {
    matches!(entry, b"." | b"..")
}

fn check(cx: &mut Cx, object: &Object) -> Result {
    if file(object).kind.get() != Kind::Directory {
        return Err(cx.throw_error(NOT_INITIALIZED));
    }
    Ok(())
}

fn construct(cx: &mut Cx, call: &mut Call, path: Str, flags: i64, is_glob: bool) -> Result<Value> {
    if path.is_empty() {
        return call.value_error(cx, 0, "must not be empty");
    }
    let this = file(call.this());
    if this.path.borrow().is_some() {
        return Err(cx.throw_error("Directory object is already initialized"));
    }
    this.flags.set(flags);
    let scheme = path.strip_prefix(b"glob://").map(Str::new);
    if is_glob || scheme.is_some() {
        let pattern = scheme.unwrap_or(path);
        *this.path.borrow_mut() = Some(parent_of(&pattern));
        *this.glob.borrow_mut() = Some(pattern);
    } else {
        let end = if path.len() > 1 && path.ends_with(b"/") { path.len() - 1 } else { path.len() };
        *this.path.borrow_mut() = Some(Str::new(&path[..end]));
    }
    list(cx, call)?;
    this.kind.set(Kind::Directory);
    this.index.set(0);
    this.read.set(0);
    read_shown(this);
    Ok(Value::NULL)
}

/// Reads the directory, in its own order.
fn list(cx: &mut Cx, call: &Call) -> Result {
    let this = file(call.this());
    let pattern = this.glob.borrow().clone();
    let found = match pattern {
        Some(pattern) => call_function(cx, "glob", vec![pattern.into()])?,
        None => {
            let path = call.string(cx, 0)?;
            if !call_function(cx, "is_dir", vec![path.clone().into()])?.is_true() || call_function(cx, "is_readable", vec![path.clone().into()])?.is_false() {
                // `opendir` says why.
                strict(cx, call, "unexpectedvalueexception", "opendir", vec![path.clone().into()])?;
            }
            call_function(cx, "scandir", vec![path.into(), Value::int(2)])?
        }
    };
    let names = found.as_array().map_or(Vec::new(), |names| {
        let base = |name: &[u8]| Str::new(name.rsplit(|&byte| byte == b'/').next().unwrap_or(name));
        names.values().filter_map(|name| name.as_str().map(|name| base(name))).collect()
    });
    *this.entries.borrow_mut() = names;
    Ok(())
}

/// The next entry; empty at the end.
fn read(this: &File) {
    *this.name.borrow_mut() = None;
    let at = this.read.get();
    let entry = this.entries.borrow().get(at).cloned().unwrap_or_default();
    this.read.set(at + 1);
    *this.entry.borrow_mut() = entry;
}

/// The same, passing over dots if they are not wanted.
fn read_shown(this: &File) {
    loop {
        read(this);
        let dot = is_dot(&this.entry.borrow());
        if !dot || this.flags.get() & SKIP_DOTS == 0 {
            return;
        }
    }
}

fn rewind(cx: &mut Cx, object: &Object, skip: bool) -> Result<Value> {
    let this = file(object);
    if this.kind.get() == Kind::Directory && this.glob.borrow().is_none() {
        // Entries may have come and gone.
        let path = this.path();
        let saved = phpc_core::diagnostics::silence_begin();
        let found = call_function(cx, "scandir", vec![path.into(), Value::int(2)]);
        phpc_core::diagnostics::silence_end(saved);
        if let Some(names) = found?.as_array() {
            *this.entries.borrow_mut() = names.values().filter_map(|name| name.as_str().cloned()).collect();
        }
    }
    this.index.set(0);
    this.read.set(0);
    if skip { read_shown(this) } else { read(this) }
    Ok(Value::NULL)
}

fn seek(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let object = call.this();
    check(cx, object)?;
    let wanted = call.int_or(0, 0);
    let this = file(object);
    if this.index.get() > wanted {
        ask(cx, object, b"rewind")?;
    }
    while this.index.get() < wanted {
        if !is_valid(cx, object)? {
            return throw(cx, "outofboundsexception", format!("Seek position {wanted} is out of range"));
        }
        ask(cx, object, b"next")?;
    }
    Ok(Value::NULL)
}

fn has_children(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    use std::os::unix::ffi::OsStrExt;
    let this = file(call.this());
    let entry = this.entry.borrow().clone();
    if entry.is_empty() || is_dot(&entry) {
        return Ok(Value::FALSE);
    }
    let name = this.full_name(cx)?;
    let path = std::path::Path::new(std::ffi::OsStr::from_bytes(&name));
    let Ok(kind) = std::fs::symlink_metadata(path) else { return Ok(Value::FALSE) };
    if !kind.is_symlink() {
        return Ok(kind.is_dir().into());
    }
    let follow = call.bool_or(0, false) || this.flags.get() & FOLLOW_SYMLINKS != 0;
    Ok((follow && path.is_dir()).into())
}

/// The entry's path below the outermost directory.
fn below(this: &File) -> Str {
    let entry = this.entry.borrow().clone();
    match this.sub_path.borrow().as_ref().filter(|path| !path.is_empty()) {
        Some(path) => Str::concat(&[path, b"/", &entry]),
        None => entry,
    }
}

fn get_children(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let object = call.this();
    let this = file(object);
    let name = this.full_name(cx)?;
    let children = crate::construct(cx, object.class_ref(), vec![name.into(), Value::int(this.flags.get())])?;
    if let Some(children) = children.as_object()
        && let Some(inner) = children.native::<File>()
    {
        *inner.sub_path.borrow_mut() = Some(below(this));
        inner.info_class.set(this.info_class.get());
        inner.file_class.set(this.file_class.get());
    }
    Ok(children)
}
