//! SplFileInfo.

use super::*;

pub(crate) static CLASSES: Classes = &[&INFO];

static INFO: BuiltinClass = BuiltinClass {
    methods: &[
        m("public __construct(string $filename)", |cx, call| {
            let name = path_argument(cx, call, 0)?;
            set_name(call.this(), &name);
            Ok(Value::NULL)
        }),
        m("public getPath(): string", |_, call| Ok(file(call.this()).path().into())),
        m("public getFilename(): string", |cx, call| Ok(file(call.this()).bare_name(cx)?.into())),
        m("public getExtension(): string", |cx, call| {
            let name = file(call.this()).bare_name(cx)?;
            extension(cx, name)
        }),
        m("public getBasename(string $suffix = \"\"): string", |cx, call| {
            let name = file(call.this()).bare_name(cx)?;
            let suffix = call.string(cx, 0)?;
            call_function(cx, "basename", vec![name.into(), suffix.into()])
        }),
        m("public getPathname(): string", |cx, call| Ok(file(call.this()).path_name(cx)?.into())),
        m("public getPerms(): int|false", |cx, call| stat(cx, call, "fileperms")),
        m("public getInode(): int|false", |cx, call| stat(cx, call, "fileinode")),
        m("public getSize(): int|false", |cx, call| stat(cx, call, "filesize")),
        m("public getOwner(): int|false", |cx, call| stat(cx, call, "fileowner")),
        m("public getGroup(): int|false", |cx, call| stat(cx, call, "filegroup")),
        m("public getATime(): int|false", |cx, call| stat(cx, call, "fileatime")),
        m("public getMTime(): int|false", |cx, call| stat(cx, call, "filemtime")),
        m("public getCTime(): int|false", |cx, call| stat(cx, call, "filectime")),
        m("public getType(): string|false", |cx, call| stat(cx, call, "filetype")),
        m("public isWritable(): bool", |cx, call| stat(cx, call, "is_writable")),
        m("public isReadable(): bool", |cx, call| stat(cx, call, "is_readable")),
        m("public isExecutable(): bool", |cx, call| stat(cx, call, "is_executable")),
        m("public isFile(): bool", |cx, call| stat(cx, call, "is_file")),
        m("public isDir(): bool", |cx, call| stat(cx, call, "is_dir")),
        m("public isLink(): bool", |cx, call| stat(cx, call, "is_link")),
        m("public getLinkTarget(): string|false", link_target),
        m("public getRealPath(): string|false", |cx, call| {
            let name = file(call.this()).path_name(cx)?;
            call_function(cx, "realpath", vec![name.into()])
        }),
        m("public getFileInfo(?string $class = null): SplFileInfo", |cx, call| {
            let class = class_argument(cx, call, 0, "splfileinfo")?;
            info_of(cx, call.this(), class)
        }),
        m("public getPathInfo(?string $class = null): ?SplFileInfo", path_info),
        m("public openFile(string $mode = \"r\", bool $useIncludePath = false, $context = null): SplFileObject", open_file),
        m("public setFileClass(string $class = SplFileObject::class): void", |cx, call| {
            let class = class_argument(cx, call, 0, "splfileobject")?;
            file(call.this()).file_class.set(class);
            Ok(Value::NULL)
        }),
        m("public setInfoClass(string $class = SplFileInfo::class): void", |cx, call| {
            let class = class_argument(cx, call, 0, "splfileinfo")?;
            file(call.this()).info_class.set(class);
            Ok(Value::NULL)
        }),
        m("public __toString(): string", |cx, call| Ok(file(call.this()).path_name(cx)?.into())),
        m("public __debugInfo(): array", |cx, call| Ok(debug(cx, call.this())?.into())),
        m("final public _bad_state_ex(): void", |cx, _| {
            Err(cx.throw_error("The parent constructor was not called: the object is in an invalid state"))
        }),
    ],
    handlers: HANDLERS,
    ..BuiltinClass::new("class SplFileInfo implements Stringable")
};

fn set_name(object: &Object, name: &[u8]) {
    let mut end = name.len();
    while end > 1 && name[end - 1] == b'/' {
        end -= 1;
    }
    let name = &name[..end];
    let this = file(object);
    *this.name.borrow_mut() = Some(Str::new(name));
    *this.path.borrow_mut() = Some(parent_of(name));
}

/// What stands behind the last dot.
pub(super) fn extension(cx: &mut Cx, name: Str) -> Result<Value> {
    let base = call_function(cx, "basename", vec![name.into()])?;
    let base = base.as_str().cloned().unwrap_or_default();
    let dot = base.iter().rposition(|&byte| byte == b'.');
    Ok(dot.map_or(Str::empty(), |dot| Str::new(&base[dot + 1..])).into())
}

fn stat(cx: &mut Cx, call: &mut Call, function: &str) -> Result<Value> {
    let name = file(call.this()).full_name(cx)?;
    strict(cx, call, "runtimeexception", function, vec![name.into()])
}

fn link_target(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    use std::os::unix::ffi::{OsStrExt, OsStringExt};
    let name = file(call.this()).full_name(cx)?;
    if name.is_empty() {
        return Err(cx.throw_value_error("Filename must not be empty"));
    }
    match std::fs::read_link(std::ffi::OsStr::from_bytes(&name)) {
        Ok(target) => Ok(Str::from(target.into_os_string().into_vec()).into()),
        Err(error) => {
            let text = error.to_string();
            let text = text.split(" (os error").next().unwrap_or(&text).to_string();
            throw_runtime(cx, message!("Unable to read link ", &*name, ", error: ", text))
        }
    }
}

/// A class named in an argument, which must derive from `base`.
fn class_argument(cx: &mut Cx, call: &mut Call, number: usize, base: &'static str) -> Result<Option<ClassRef>> {
    let Some(name) = call.str_opt(number) else { return Ok(None) };
    let base = class(base);
    match phpc_core::classes::table::lookup(cx, &name)?.filter(|found| found.is_subclass_of(base)) {
        Some(found) => Ok(Some(found)),
        None => {
            let or_null: &str = if call.func.params[number].ty.as_ref().is_some_and(|ty| ty.allows_null()) { " or null" } else { "" };
            call.type_error(cx, number, &message!("must be a class name derived from ", base.name, or_null, ", ", &*name, " given"))
        }
    }
}

/// An SplFileInfo (or `class`) of the same file.
pub(super) fn info_of(cx: &mut Cx, this: &Object, class_: Option<ClassRef>) -> Result<Value> {
    let source = file(this);
    if source.kind.get() == Kind::Directory && source.entry.borrow().is_empty() {
        return throw_runtime(cx, "Could not open file");
    }
    let class_ = class_.or(source.info_class.get()).unwrap_or_else(|| class("splfileinfo"));
    let name = source.full_name(cx)?;
    let plain = class_.magic.constructor.is_some_and(|constructor| !constructor.is_user() && constructor.class == Some(class("splfileinfo")));
    if !plain {
        return crate::construct(cx, class_, vec![name.into()]);
    }
    let object = behaviour::instantiate(cx, class_)?;
    let new = file(&object);
    *new.name.borrow_mut() = Some(name);
    *new.path.borrow_mut() = Some(source.path());
    Ok(object.into())
}

fn path_info(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let class_ = class_argument(cx, call, 0, "splfileinfo")?.or(file(this).info_class.get()).unwrap_or_else(|| class("splfileinfo"));
    let name = file(this).path_name(cx)?;
    if name.is_empty() {
        return Ok(Value::NULL);
    }
    let parent = call_function(cx, "dirname", vec![name.into()])?;
    crate::construct(cx, class_, vec![parent])
}

fn open_file(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let source = file(this);
    if source.kind.get() == Kind::Directory && source.entry.borrow().is_empty() {
        return throw_runtime(cx, "Could not open file");
    }
    let class_ = source.file_class.get().unwrap_or_else(|| class("splfileobject"));
    let name = source.full_name(cx)?;
    let mode = if call.has(0) { call.string(cx, 0)? } else { Str::byte(b'r') };
    let plain = class_.magic.constructor.is_some_and(|constructor| !constructor.is_user());
    if !plain {
        return crate::construct(cx, class_, vec![name.into(), mode.into()]);
    }
    let object = behaviour::instantiate(cx, class_)?;
    super::object::open(cx, call, &object, name, mode, call.bool_or(1, false), call.arg(2).clone())?;
    *file(&object).path.borrow_mut() = Some(source.path());
    Ok(object.into())
}

fn debug(cx: &mut Cx, object: &Object) -> Result<Array> {
    let this = file(object);
    let mut all = iteration::own_properties(object);
    let mut add = |class: &str, name: &str, value: Value| all.set(Key::Str(&private_name(class, name)), value);
    add("SplFileInfo", "pathName", this.path_name(cx)?.into());
    if this.name.borrow().is_some() {
        add("SplFileInfo", "fileName", this.bare_name(cx)?.into());
    }
    match this.kind.get() {
        Kind::Info => {}
        Kind::Directory => {
            let glob = this.glob.borrow().as_ref().map(|pattern| Value::from(Str::concat(&[b"glob://", pattern])));
            add("DirectoryIterator", "glob", glob.unwrap_or(Value::FALSE));
            add("RecursiveDirectoryIterator", "subPathName", this.sub_path.borrow().clone().unwrap_or_default().into());
        }
        Kind::File => {
            add("SplFileObject", "openMode", this.mode.borrow().clone().into());
            add("SplFileObject", "delimiter", this.csv.borrow().delimiter.clone().into());
            add("SplFileObject", "enclosure", this.csv.borrow().enclosure.clone().into());
        }
    }
    Ok(all)
}
