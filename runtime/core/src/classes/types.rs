//! Declared types as the runtime uses them: `self` and `parent` resolved, classes cached, and the subtype relation that
//! inheritance checks ask for.

use std::cell::Cell;

use phpc_abi::decl::{ClassType, TypeDecl, TypeMask};

use super::ClassRef;
use super::table::ClassTable;
use crate::names::Name;

/// A declared type in the scope of its class.
#[derive(Clone)]
pub struct Type {
    /// Builtin members; `iterable` is `array` and `Traversable`, as in PHP.
    pub mask: TypeMask,
    /// Class members of the union; a member with several classes is an intersection.
    pub members: Vec<Vec<NamedClass>>,
    /// As PHP prints it.
    pub text: &'static [u8],
}

/// A class named in a type; the class is remembered once found.
#[derive(Clone)]
pub struct NamedClass {
    pub name: Name,
    found: Cell<Option<ClassRef>>,
}

impl NamedClass {
    pub fn new(name: Name) -> NamedClass {
        NamedClass { name, found: Cell::new(None) }
    }
    /// The class if it is declared; never autoloads.
    pub fn find(&self, table: &ClassTable) -> Option<ClassRef> {
        if let Some(class) = self.found.get() {
            return Some(class);
        }
        let class = table.get(self.name.lower())?;
        self.found.set(Some(class));
        Some(class)
    }
}

/// What `self` and `parent` mean where a type stands.
#[derive(Clone, Copy, Default)]
pub struct TypeScope {
    pub class: Option<Name>,
    pub parent: Option<Name>,
}

impl TypeScope {
    pub fn of(class: Option<ClassRef>) -> TypeScope {
        let Some(class) = class else { return TypeScope::default() };
        let parent = match class.lineage.get() {
            Some(lineage) => lineage.parent.map(|parent| parent.name),
            None => class.decl().and_then(|decl| decl.parent.as_deref()).map(Name::new),
        };
        TypeScope { class: Some(class.name), parent }
    }
}

impl Type {
    pub fn new(decl: &'static TypeDecl, scope: TypeScope) -> Type {
        let mut ty = Type { mask: decl.mask, members: Vec::new(), text: &decl.text };
        if ty.mask.contains(TypeMask::ITERABLE) {
            ty.mask = TypeMask(ty.mask.0 & !TypeMask::ITERABLE.0 | TypeMask::ARRAY.0);
            ty.members.push(vec![NamedClass::new(Name::new(b"Traversable"))]);
        }
        for member in &decl.classes {
            match member {
                ClassType::Name(name) if name.eq_ignore_ascii_case(b"static") => {
                    ty.mask = ty.mask.union(TypeMask::STATIC);
                }
                ClassType::Name(name) => ty.members.push(vec![resolve(name, scope)]),
                ClassType::Intersection(names) => {
                    ty.members.push(names.iter().map(|name| resolve(name, scope)).collect());
                }
            }
        }
        ty
    }

    /// `mixed`: nothing to check.
    pub fn is_mixed(&self) -> bool {
        self.mask.contains(TypeMask::MIXED)
    }
    pub fn allows_null(&self) -> bool {
        self.mask.contains(TypeMask::NULL)
    }
    /// Without class members and `static`, `callable`: decided by the tag alone.
    pub fn is_builtin_only(&self) -> bool {
        self.members.is_empty() && self.mask.0 & (TypeMask::STATIC.0 | TypeMask::CALLABLE.0) == 0
    }
    /// Does an object of `class` belong to it, `called` being what `static` means?
    pub fn accepts_class(&self, table: &ClassTable, class: ClassRef, called: Option<ClassRef>) -> bool {
        if self.mask.contains(TypeMask::OBJECT) {
            return true;
        }
        if self.mask.contains(TypeMask::STATIC) && called.is_some_and(|called| class.is_subclass_of(called)) {
            return true;
        }
        self.members.iter().any(|member| {
            member.iter().all(|named| {
                std::ptr::eq(named.name.bytes(), class.name.bytes())
                    || named.find(table).is_some_and(|wanted| class.is_subclass_of(wanted))
            })
        })
    }
}

fn resolve(name: &[u8], scope: TypeScope) -> NamedClass {
    let resolved = if name.eq_ignore_ascii_case(b"self") {
        scope.class
    } else if name.eq_ignore_ascii_case(b"parent") {
        scope.parent
    } else {
        None
    };
    NamedClass::new(resolved.unwrap_or_else(|| Name::new(name.strip_prefix(b"\\").unwrap_or(name))))
}

/// The answer of a compatibility check.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    Yes,
    No,
    /// Cannot be told before this class is loaded.
    Unknown(Unloaded),
}

/// The class that a check had to know.
#[derive(Clone, Copy, Debug)]
pub struct Unloaded(pub Name);
impl PartialEq for Unloaded {
    fn eq(&self, other: &Unloaded) -> bool {
        self.0.lower() == other.0.lower()
    }
}
impl Eq for Unloaded {}

impl Verdict {
    /// All must hold; an unknown loses to a no.
    pub fn and(self, other: impl FnOnce() -> Verdict) -> Verdict {
        match self {
            Verdict::No => Verdict::No,
            Verdict::Yes => other(),
            Verdict::Unknown(_) => match other() {
                Verdict::No => Verdict::No,
                _ => self,
            },
        }
    }
    /// One must hold.
    pub fn or(self, other: impl FnOnce() -> Verdict) -> Verdict {
        match self {
            Verdict::Yes => Verdict::Yes,
            Verdict::No => other(),
            Verdict::Unknown(_) => match other() {
                Verdict::Yes => Verdict::Yes,
                _ => self,
            },
        }
    }
}

/// Finds classes for subtype checks: declared ones and those being linked.
pub type Finder<'a> = dyn Fn(&NamedClass) -> Option<ClassRef> + 'a;

/// Is `sub` (in a class `sub_class`) a subtype of `sup`? A missing type counts as `mixed` by the callers.
pub fn is_subtype(sub: &Type, sub_class: ClassRef, sup: &Type, find: &Finder) -> Verdict {
    if sup.is_mixed() && !sub.mask.contains(TypeMask::VOID) {
        return Verdict::Yes;
    }
    let mut added = sub.mask.0 & !sup.mask.0;
    if added & TypeMask::NEVER.0 != 0 {
        return Verdict::Yes;
    }
    let mut verdict = Verdict::Yes;
    if added & TypeMask::STATIC.0 != 0 {
        added &= !TypeMask::STATIC.0;
        let this = [NamedClass::new(sub_class.name)];
        verdict = member_is_subtype(&this, sup, find);
    }
    if added != 0 {
        return Verdict::No;
    }
    for member in &sub.members {
        verdict = verdict.and(|| member_is_subtype(member, sup, find));
    }
    verdict
}

fn member_is_subtype(member: &[NamedClass], sup: &Type, find: &Finder) -> Verdict {
    if sup.mask.contains(TypeMask::OBJECT) {
        return Verdict::Yes;
    }
    if sup.mask.contains(TypeMask::CALLABLE) && member.iter().any(|named| named.name.lower() == b"closure") {
        return Verdict::Yes;
    }
    let mut verdict = Verdict::No;
    for wanted in &sup.members {
        verdict = verdict.or(|| {
            let mut all = Verdict::Yes;
            for wanted in wanted {
                all = all.and(|| {
                    member.iter().fold(Verdict::No, |any, named| any.or(|| class_is_subtype(named, wanted, find)))
                });
            }
            all
        });
    }
    verdict
}

fn class_is_subtype(sub: &NamedClass, sup: &NamedClass, find: &Finder) -> Verdict {
    if sub.name.lower() == sup.name.lower() {
        return Verdict::Yes;
    }
    let Some(sub_class) = find(sub) else { return Verdict::Unknown(Unloaded(sub.name)) };
    let Some(sup_class) = find(sup) else { return Verdict::Unknown(Unloaded(sup.name)) };
    if sub_class.is_subclass_of(sup_class) { Verdict::Yes } else { Verdict::No }
}

/// Each a subtype of the other.
pub fn is_same(left: &Type, left_class: ClassRef, right: &Type, right_class: ClassRef, find: &Finder) -> Verdict {
    is_subtype(left, left_class, right, find).and(|| is_subtype(right, right_class, left, find))
}
