//! Classes as linked: the class table, inheritance, constants, static properties.
//!
//! A [`Class`] is made once, by [`link`] from a declaration (a unit's or a builtin's) and lives as long as the process, so a
//! class is a `&'static Class` and identity is pointer equality. What linking finds out comes in two steps: first the lineage
//! (parent and interfaces), which compatibility checks of the class itself already need, then the body (members).

pub mod builtin;
pub mod compatible;
pub mod constant;
pub mod display;
pub mod enums;
pub mod link;
pub mod lookup;
pub mod memo;
pub mod table;
pub mod traits;
pub mod types;

use std::cell::{Cell, OnceCell, UnsafeCell};
use std::ops::Deref;

use phpc_abi::decl::{ClassDecl, ClassKind, Initializer, Modifiers, PropertyDecl};
use phpc_abi::layout::ClassHead;
use phpc_abi::value::RawValue;

use crate::calls::func::Func;
use crate::names::{Name, NameMap};
use crate::units::Unit;

pub use builtin::{BuiltinClass, Handlers};
pub use constant::ClassConst;
pub use types::Type;

pub type ClassRef = &'static Class;
pub type FuncRef = &'static Func;

/// A class, interface, trait or enum.
#[repr(C)]
pub struct Class {
    head: UnsafeCell<ClassHead>,
    pub name: Name,
    pub kind: ClassKind,
    /// ABSTRACT (explicit), FINAL, READONLY.
    pub modifiers: Modifiers,
    pub origin: Origin,
    pub(crate) lineage: OnceCell<Lineage>,
    pub(crate) body: OnceCell<Body>,
    /// Default values of the slots; [`ClassHead::defaults`] points into it.
    pub(crate) defaults: OnceCell<Box<[UnsafeCell<RawValue>]>>,
    /// Constants, static properties and defaults that are expressions have all been evaluated.
    pub(crate) initialised: Cell<Initialisation>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Initialisation {
    Pending,
    Running,
    Done,
}

/// Where a class was declared.
#[derive(Clone, Copy)]
pub enum Origin {
    User { unit: &'static Unit, decl: &'static ClassDecl },
    Builtin(&'static BuiltinClass),
}

pub struct Lineage {
    pub parent: Option<ClassRef>,
    /// All of them, inherited ones first, in PHP's order.
    pub interfaces: Vec<ClassRef>,
    ancestors: Box<[*const ClassHead]>,
}

/// The members of a linked class.
pub struct Body {
    pub traits: Vec<ClassRef>,
    pub constants: NameMap<&'static ClassConst>,
    /// Instance and static properties by name, own ones first.
    pub properties: NameMap<&'static Property>,
    /// Instance properties by slot, inherited ones first. A slot of native state has none.
    pub slots: Vec<Option<&'static Property>>,
    /// By lower-case name.
    pub methods: NameMap<FuncRef>,
    /// Entries of virtual methods; [`ClassHead::vtable`] points into it.
    pub vtable: Box<[*const u8]>,
    pub magic: Magic,
    pub handlers: Handlers,
    /// Slot of the native state.
    pub native_slot: Option<u32>,
    /// Declared or remaining abstract: cannot be instantiated.
    pub is_abstract: bool,
    /// Has properties with hooks.
    pub hooked: bool,
}

/// The methods that the engine calls by itself.
#[derive(Default, Clone, Copy)]
pub struct Magic {
    pub constructor: Option<FuncRef>,
    pub destructor: Option<FuncRef>,
    pub clone: Option<FuncRef>,
    pub get: Option<FuncRef>,
    pub set: Option<FuncRef>,
    pub isset: Option<FuncRef>,
    pub unset: Option<FuncRef>,
    pub call: Option<FuncRef>,
    pub call_static: Option<FuncRef>,
    pub to_string: Option<FuncRef>,
    pub invoke: Option<FuncRef>,
    pub debug_info: Option<FuncRef>,
    pub serialize: Option<FuncRef>,
    pub unserialize: Option<FuncRef>,
    pub offset_get: Option<FuncRef>,
    pub offset_set: Option<FuncRef>,
    pub offset_exists: Option<FuncRef>,
    pub offset_unset: Option<FuncRef>,
}

/// A property's slot number where it has none (static, virtual).
pub const NO_SLOT: u32 = u32::MAX;

/// A declared property, instance or static.
pub struct Property {
    pub name: Name,
    /// The declaring class (for trait properties the using one).
    pub class: ClassRef,
    pub modifiers: Modifiers,
    /// An ancestor has a private property of the same name.
    pub changed: Cell<bool>,
    pub ty: Option<Type>,
    /// Number of the slot; [`NO_SLOT`] for static and virtual properties.
    pub slot: Cell<u32>,
    pub default: PropertyDefault,
    /// Where the default's expression stands: a trait's for its properties.
    pub unit: Cell<Option<&'static Unit>>,
    pub get_hook: Cell<Option<FuncRef>>,
    pub set_hook: Cell<Option<FuncRef>>,
    pub is_virtual: Cell<bool>,
    /// The class that introduced the name: protected access is judged by it.
    pub prototype: Cell<Option<ClassRef>>,
    /// Static: the variable.
    pub storage: UnsafeCell<RawValue>,
    /// Static: the default has been evaluated into `storage`.
    pub stored: Cell<bool>,
    pub decl: Option<&'static PropertyDecl>,
}

#[derive(Clone)]
pub enum PropertyDefault {
    /// Typed without default, or virtual.
    Uninitialised,
    Value(Initializer),
}

impl Property {
    pub fn is_static(&self) -> bool {
        self.modifiers.contains(Modifiers::STATIC)
    }
    pub fn is_private(&self) -> bool {
        self.modifiers.contains(Modifiers::PRIVATE)
    }
    pub fn is_public(&self) -> bool {
        self.modifiers.0 & (Modifiers::PRIVATE.0 | Modifiers::PROTECTED.0) == 0
    }
    pub fn is_readonly(&self) -> bool {
        self.modifiers.contains(Modifiers::READONLY)
    }
    /// May it hold values of these builtin types without conversion?
    pub fn allows(&self, types: phpc_abi::decl::TypeMask) -> bool {
        self.ty.as_ref().is_none_or(|ty| ty.mask.0 & types.0 != 0)
    }
    pub fn has_hooks(&self) -> bool {
        self.get_hook.get().is_some() || self.set_hook.get().is_some()
    }
    /// The class that protected access is judged by.
    pub fn root(&self) -> ClassRef {
        self.prototype.get().unwrap_or(self.class)
    }
}

impl Class {
    pub(crate) fn unlinked(name: Name, kind: ClassKind, modifiers: Modifiers, origin: Origin) -> ClassRef {
        Box::leak(Box::new(Class {
            head: UnsafeCell::new(ClassHead {
                id: 0,
                instance_size: 0,
                depth: 0,
                flags: 0,
                ancestors: std::ptr::null(),
                vtable: std::ptr::null(),
                defaults: std::ptr::null(),
            }),
            name,
            kind,
            modifiers,
            origin,
            lineage: OnceCell::new(),
            body: OnceCell::new(),
            defaults: OnceCell::new(),
            initialised: Cell::new(Initialisation::Pending),
        }))
    }

    pub fn head(&self) -> &ClassHead {
        // SAFETY: `set_head` runs during linking only, on the one PHP thread, while no caller holds a borrow of the head.
        unsafe { &*self.head.get() }
    }
    pub(crate) fn set_head(&self, update: impl FnOnce(&mut ClassHead)) {
        // SAFETY: as for `head`.
        update(unsafe { &mut *self.head.get() });
    }
    /// The address by which emitted code and object headers know the class.
    pub fn as_head(&self) -> *const ClassHead {
        self.head.get()
    }
    /// The class behind an address made by [`Class::as_head`].
    ///
    /// # Safety
    /// `head` comes from `as_head`.
    pub unsafe fn from_head(head: *const ClassHead) -> ClassRef {
        // SAFETY: the head is the first field of a leaked Class (`repr(C)`).
        unsafe { &*head.cast::<Class>() }
    }

    pub(crate) fn set_lineage(&'static self, parent: Option<ClassRef>, interfaces: Vec<ClassRef>) {
        let mut ancestors: Vec<*const ClassHead> = match parent {
            Some(parent) => parent.lineage().ancestors.to_vec(),
            None => Vec::new(),
        };
        ancestors.push(self.as_head());
        let lineage = Lineage { parent, interfaces, ancestors: ancestors.into() };
        self.set_head(|head| head.depth = lineage.ancestors.len() as u32 - 1);
        let _ = self.lineage.set(lineage);
        let ancestors = self.lineage().ancestors.as_ptr();
        self.set_head(|head| head.ancestors = ancestors);
    }
    pub fn lineage(&self) -> &Lineage {
        self.lineage.get().expect("the lineage is set first in linking")
    }
    pub fn parent(&self) -> Option<ClassRef> {
        self.lineage().parent
    }
    pub fn is_linked(&self) -> bool {
        self.body.get().is_some()
    }

    pub fn is_interface(&self) -> bool {
        self.kind == ClassKind::Interface
    }
    pub fn is_trait(&self) -> bool {
        self.kind == ClassKind::Trait
    }
    pub fn is_enum(&self) -> bool {
        self.kind == ClassKind::Enum
    }
    pub fn is_builtin(&self) -> bool {
        matches!(self.origin, Origin::Builtin(_))
    }
    pub fn is_final(&self) -> bool {
        self.modifiers.contains(Modifiers::FINAL)
    }
    /// The declaration of a class written in PHP.
    pub fn decl(&self) -> Option<&'static ClassDecl> {
        match self.origin {
            Origin::User { decl, .. } => Some(decl),
            Origin::Builtin(_) => None,
        }
    }
    pub fn unit(&self) -> Option<&'static Unit> {
        match self.origin {
            Origin::User { unit, .. } => Some(unit),
            Origin::Builtin(_) => None,
        }
    }
    /// "Class", "Interface", "Trait" or "Enum", as messages begin.
    pub fn kind_name(&self) -> &'static str {
        match self.kind {
            ClassKind::Class | ClassKind::Anonymous => "Class",
            ClassKind::Interface => "Interface",
            ClassKind::Trait => "Trait",
            ClassKind::Enum => "Enum",
        }
    }

    /// Is it `other` or does it extend or implement it?
    #[inline]
    pub fn is_subclass_of(&self, other: &Class) -> bool {
        if std::ptr::eq(self, other) {
            return true;
        }
        let Some(lineage) = self.lineage.get() else { return false };
        if other.is_interface() {
            return lineage.interfaces.iter().any(|interface| std::ptr::eq(*interface, other));
        }
        lineage.ancestors.get(other.head().depth as usize) == Some(&other.as_head())
    }

    /// Like [`Class::is_subclass_of`], but not the class itself.
    pub fn is_strict_subclass_of(&self, other: &Class) -> bool {
        !std::ptr::eq(self, other) && self.is_subclass_of(other)
    }

    pub fn method(&self, lower: &[u8]) -> Option<FuncRef> {
        self.methods.get(lower).copied()
    }

    /// From the class up to its root.
    pub fn ancestry(&'static self) -> impl Iterator<Item = ClassRef> {
        std::iter::successors(Some(self), |class| class.parent())
    }
}

impl Deref for Class {
    type Target = Body;
    #[inline]
    fn deref(&self) -> &Body {
        self.body.get().expect("members are looked up in linked classes only")
    }
}

impl PartialEq for Class {
    fn eq(&self, other: &Class) -> bool {
        std::ptr::eq(self, other)
    }
}
impl Eq for Class {}

impl std::fmt::Debug for Class {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "Class({})", self.name)
    }
}
