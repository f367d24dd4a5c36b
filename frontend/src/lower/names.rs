//! Names: namespaces, imports, and what a name in the source means.

use super::{Lower, Lowering, lower_case, same, text};
use crate::ast::{Name, NameKind, UseKind};
use std::collections::HashMap;

#[derive(Default)]
pub(super) struct Names {
    pub namespace: Option<Vec<u8>>,
    pub in_namespace: bool,
    pub bracketed: bool,
    /// By lower-case alias.
    pub classes: HashMap<Vec<u8>, Vec<u8>>,
    pub functions: HashMap<Vec<u8>, Vec<u8>>,
    /// By alias as written.
    pub consts: HashMap<Vec<u8>, Vec<u8>>,
    /// What the namespace declares, by lower-case name (constants: as written).
    seen: HashMap<Vec<u8>, Vec<UseKind>>,
}

impl Names {
    pub(super) fn reset_imports(&mut self) {
        self.classes.clear();
        self.functions.clear();
        self.consts.clear();
        self.seen.clear();
    }

    pub(super) fn imports(&mut self, kind: UseKind) -> &mut HashMap<Vec<u8>, Vec<u8>> {
        match kind {
            UseKind::Class => &mut self.classes,
            UseKind::Function => &mut self.functions,
            UseKind::Const => &mut self.consts,
        }
    }

    pub(super) fn see(&mut self, name: Vec<u8>, kind: UseKind) {
        self.seen.entry(name).or_default().push(kind);
    }

    pub(super) fn has_seen(&self, name: &[u8], kind: UseKind) -> bool {
        self.seen.get(name).is_some_and(|kinds| kinds.contains(&kind))
    }

    pub(super) fn prefix(&self, name: &[u8]) -> Vec<u8> {
        match &self.namespace {
            Some(namespace) => join(namespace, name),
            None => name.to_vec(),
        }
    }

    /// A name of a function or constant, and whether it is certain.
    fn resolve_other(&self, name: &[u8], kind: NameKind, use_kind: UseKind) -> (Vec<u8>, bool) {
        match kind {
            NameKind::FullyQualified => return (name.strip_prefix(b"\\").unwrap_or(name).to_vec(), true),
            NameKind::Relative => return (self.prefix(name), true),
            NameKind::NotFullyQualified => {}
        }
        let imported = match use_kind {
            UseKind::Const => self.consts.get(name),
            _ => self.functions.get(&lower_case(name)),
        };
        if let Some(imported) = imported {
            return (imported.clone(), true);
        }
        match self.resolve_qualified(name) {
            Some(resolved) => (resolved, true),
            None => (self.prefix(name), name.contains(&b'\\')),
        }
    }

    /// The first part of a qualified name may be an alias.
    fn resolve_qualified(&self, name: &[u8]) -> Option<Vec<u8>> {
        let at = name.iter().position(|byte| *byte == b'\\')?;
        Some(join(self.classes.get(&lower_case(&name[..at]))?, &name[at + 1..]))
    }
}

fn join(left: &[u8], right: &[u8]) -> Vec<u8> {
    [left, b"\\", right].concat()
}

pub(super) fn last_part(name: &[u8]) -> &[u8] {
    name.rsplit(|byte| *byte == b'\\').next().unwrap_or(name)
}

/// `self`, `parent`, `static`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ClassKeyword {
    SelfClass,
    Parent,
    Static,
}

impl ClassKeyword {
    pub(super) fn of(name: &[u8]) -> Option<ClassKeyword> {
        [ClassKeyword::SelfClass, ClassKeyword::Parent, ClassKeyword::Static]
            .into_iter()
            .find(|keyword| same(name, keyword.word().as_bytes()))
    }

    /// Fully qualified names never are.
    pub(super) fn of_name(name: &Name) -> Option<ClassKeyword> {
        match name.kind {
            NameKind::FullyQualified => None,
            _ => ClassKeyword::of(name.text),
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            ClassKeyword::SelfClass => "self",
            ClassKeyword::Parent => "parent",
            ClassKeyword::Static => "static",
        }
    }
}

const RESERVED_CLASS_NAMES: [&str; 15] = [
    "bool", "false", "float", "int", "null", "parent", "self", "static", "string", "true", "void", "never", "iterable",
    "object", "mixed",
];

pub(super) fn is_reserved_class_name(name: &[u8]) -> bool {
    RESERVED_CLASS_NAMES.iter().any(|reserved| same(last_part(name), reserved.as_bytes()))
}

const SUPERGLOBALS: [&[u8]; 9] =
    [b"GLOBALS", b"_GET", b"_POST", b"_COOKIE", b"_SERVER", b"_ENV", b"_REQUEST", b"_FILES", b"_SESSION"];

pub(super) fn is_superglobal(name: &[u8]) -> bool {
    SUPERGLOBALS.contains(&name)
}

impl Lowering<'_, '_> {
    pub(super) fn resolve_class(&mut self, name: &Name) -> Lower<Vec<u8>> {
        self.resolve_class_text(name.text, name.kind)
    }

    pub(super) fn resolve_class_text(&mut self, name: &[u8], kind: NameKind) -> Lower<Vec<u8>> {
        if ClassKeyword::of(name).is_some() {
            return match kind {
                NameKind::FullyQualified => self.fail(format!("'\\{}' is an invalid class name", text(name))),
                NameKind::Relative => self.fail(format!("'namespace\\{}' is an invalid class name", text(name))),
                NameKind::NotFullyQualified => Ok(name.to_vec()),
            };
        }
        match kind {
            NameKind::Relative => return Ok(self.names.prefix(name)),
            NameKind::FullyQualified => {
                let Some(bare) = name.strip_prefix(b"\\") else { return Ok(name.to_vec()) };
                if ClassKeyword::of(bare).is_some() {
                    return self.fail(format!("'\\{}' is an invalid class name", text(bare)));
                }
                return Ok(bare.to_vec());
            }
            NameKind::NotFullyQualified => {}
        }
        if name.contains(&b'\\') {
            if let Some(resolved) = self.names.resolve_qualified(name) {
                return Ok(resolved);
            }
        } else if let Some(imported) = self.names.classes.get(&lower_case(name)) {
            return Ok(imported.clone());
        }
        Ok(self.names.prefix(name))
    }

    /// A class that a declaration refers to: none of the keywords.
    pub(super) fn resolve_class_reference(&mut self, name: &Name, what: &str) -> Lower<Vec<u8>> {
        if ClassKeyword::of_name(name).is_some() {
            return self.fail(format!("Cannot use \"{}\" as {what}, as it is reserved", text(name.text)));
        }
        self.resolve_class(name)
    }

    pub(super) fn resolve_function(&self, name: &Name) -> (Vec<u8>, bool) {
        self.names.resolve_other(name.text, name.kind, UseKind::Function)
    }

    pub(super) fn resolve_const(&self, name: &Name) -> (Vec<u8>, bool) {
        self.names.resolve_other(name.text, name.kind, UseKind::Const)
    }

    /// Is it known what `self` means here?
    pub(super) fn scope_known(&self) -> bool {
        if self.f.closure {
            return false;
        }
        match &self.class {
            Some(class) => !class.is_trait(),
            None => self.f.named,
        }
    }

    pub(super) fn check_class_keyword(&mut self, keyword: ClassKeyword) -> Lower<()> {
        if !self.scope_known() {
            return Ok(());
        }
        match &self.class {
            None => self.fail(format!("Cannot use \"{}\" when no class scope is active", keyword.word())),
            Some(class) if keyword == ClassKeyword::Parent && class.decl.parent.is_none() => {
                self.fail("Cannot use \"parent\" when current class scope has no parent")
            }
            Some(_) => Ok(()),
        }
    }

    /// Is there a `$this` whenever this code runs?
    pub(super) fn this_exists(&self) -> bool {
        for func in std::iter::once(&self.f).chain(self.outer.iter().rev()) {
            if func.has(phpc_abi::decl::Modifiers::STATIC) {
                return false;
            } else if func.scoped {
                return true;
            } else if !func.closure {
                return false;
            }
        }
        false
    }
}
