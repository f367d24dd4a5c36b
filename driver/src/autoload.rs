//! What a project's Composer autoloader finds: its files of class maps and prefixes, read as Composer writes them. Only a guess
//! at what to compile ahead: the autoloader itself runs as it is.

use phpc_abi::decl::Initializer;
use phpc_ir::pir::{Const, Unit};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// The maps of one `vendor` folder.
pub(crate) struct Autoload {
    vendor: PathBuf,
    classes: BTreeMap<Vec<u8>, PathBuf>,
    /// PSR-4: prefix, folders.
    prefixes: Vec<(Vec<u8>, Vec<PathBuf>)>,
    /// PSR-0.
    roots: Vec<(Vec<u8>, Vec<PathBuf>)>,
    /// Files that are loaded at once.
    pub(crate) files: Vec<PathBuf>,
}

impl Autoload {
    /// The maps beside `vendor/autoload.php`, if this is that file.
    pub(crate) fn of(file: &Path) -> Option<Autoload> {
        let vendor = file.parent()?;
        let folder = vendor.join("composer");
        if file.file_name()? != "autoload.php" || !folder.join("autoload_real.php").is_file() {
            return None;
        }
        let mut autoload =
            Autoload { vendor: vendor.to_path_buf(), classes: BTreeMap::new(), prefixes: Vec::new(), roots: Vec::new(), files: Vec::new() };
        for (key, paths) in autoload.entries(&folder.join("autoload_classmap.php")) {
            autoload.classes.extend(paths.into_iter().next().map(|path| (key, path)));
        }
        autoload.prefixes = autoload.entries(&folder.join("autoload_psr4.php"));
        autoload.roots = autoload.entries(&folder.join("autoload_namespaces.php"));
        let files = autoload.entries(&folder.join("autoload_files.php"));
        autoload.files = files.into_iter().flat_map(|(_, paths)| paths).collect();
        autoload.files.extend(["autoload_real.php", "ClassLoader.php", "autoload_static.php"].map(|name| folder.join(name)));
        Some(autoload)
    }

    /// Lines `'key' => $vendorDir . '/path',` or `'key' => array($vendorDir . '/a', $baseDir . '/b'),`
    fn entries(&self, file: &Path) -> Vec<(Vec<u8>, Vec<PathBuf>)> {
        let text = fs::read(file).unwrap_or_default();
        let mut entries = Vec::new();
        for line in text.split(|&byte| byte == b'\n') {
            let mut rest = line.trim_ascii();
            let Some(key) = quoted(&mut rest) else { continue };
            let mut paths = Vec::new();
            loop {
                let Some(dollar) = rest.iter().position(|&byte| byte == b'$') else { break };
                rest = &rest[dollar..];
                let base = if rest.starts_with(b"$vendorDir") { self.vendor.as_path() } else { self.vendor.parent().unwrap_or(Path::new("/")) };
                let Some(quote) = rest.iter().position(|&byte| byte == b'\'') else { break };
                rest = &rest[quote..];
                let Some(path) = quoted(&mut rest) else { break };
                let relative = path.strip_prefix(b"/").unwrap_or(&path);
                paths.push(base.join(OsStr::from_bytes(relative)));
            }
            entries.push((key, paths));
        }
        entries
    }

    /// The file that is loaded for the class, if it exists.
    fn find(&self, class: &[u8]) -> Option<PathBuf> {
        if let Some(path) = self.classes.get(class) {
            return Some(path.clone()).filter(|path| path.is_file());
        }
        let slashed = |name: &[u8]| name.iter().map(|&byte| if byte == b'\\' { b'/' } else { byte }).collect::<Vec<u8>>();
        let below = |folder: &PathBuf, name: &[u8]| {
            let mut path = slashed(name);
            path.extend_from_slice(b".php");
            Some(folder.join(OsStr::from_bytes(&path))).filter(|path| path.is_file())
        };
        let short = self.prefixes.iter().filter_map(|(prefix, folders)| Some((class.strip_prefix(&prefix[..])?, folders)));
        short
            .flat_map(|(rest, folders)| folders.iter().filter_map(move |folder| below(folder, rest)))
            .next()
            .or_else(|| {
                let mut roots = self.roots.iter().filter(|(prefix, _)| class.starts_with(prefix));
                roots.find_map(|(_, folders)| folders.iter().find_map(|folder| below(folder, class)))
            })
    }

    /// The files of classes that the unit names, `seen` names left out.
    pub(crate) fn named_in(&self, unit: &Unit, seen: &mut BTreeSet<Vec<u8>>) -> Vec<PathBuf> {
        let mut texts = Vec::new();
        unit.consts.iter().for_each(|constant| add_texts(constant, &mut texts));
        for class in &unit.classes {
            let values = class.constants.iter().map(|constant| &constant.value);
            for value in values.chain(class.properties.iter().filter_map(|property| property.default.as_ref())) {
                if let Initializer::Const(constant) = value {
                    add_texts(constant, &mut texts);
                }
            }
        }
        let declared = unit.classes.iter().flat_map(|class| {
            let traits = class.traits.iter().flat_map(|used| &used.names);
            class.parent.iter().chain(&class.interfaces).chain(traits).map(|name| &name[..])
        });
        let mut files = Vec::new();
        for text in texts.into_iter().chain(declared) {
            let name = text.split(|&byte| byte == b':').next().unwrap_or(text);
            let name = name.strip_prefix(b"\\").unwrap_or(name);
            let is_name = !name.is_empty()
                && name.len() < 256
                && name.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'\\' | 0x80..));
            if is_name && seen.insert(name.to_vec()) {
                files.extend(self.find(name));
            }
        }
        files
    }
}

/// The strings in a constant.
fn add_texts<'a>(constant: &'a Const, texts: &mut Vec<&'a [u8]>) {
    match constant {
        Const::Str(text) => texts.push(text),
        Const::Array(items) => items.iter().for_each(|(_, value)| add_texts(value, texts)),
        _ => {}
    }
}

/// `'text'`, its escapes undone.
fn quoted(rest: &mut &[u8]) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    let mut bytes = rest.strip_prefix(b"'")?.iter();
    while let Some(&byte) = bytes.next() {
        match byte {
            b'\'' => {
                *rest = bytes.as_slice();
                return Some(text);
            }
            b'\\' => text.extend(bytes.next()),
            _ => text.push(byte),
        }
    }
    None
}
