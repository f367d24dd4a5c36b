//! The class table: declared classes by name, builtins linked on first use, aliases, autoloading, declaration.

use std::cell::{Cell, RefCell};

use phpc_abi::decl::{ClassIndex, ClassKind};

use super::display::{class_name, visible_name};
use super::link::{self, BuiltinHead, Dependencies, LinkError, Moment, parse_head};
use super::{BuiltinClass, ClassRef};
use crate::exceptions::report as diagnostics;
use crate::exceptions::throw_error;
use crate::global::Global;
use crate::message;
use crate::names::{Name, NameMap};
use crate::pending;
use crate::units::Unit;
use crate::{Cx, Result, Value};

pub struct ClassTable {
    /// By lower-case name; aliases included.
    classes: RefCell<Option<NameMap<ClassRef>>>,
    builtins: RefCell<Option<NameMap<&'static BuiltinClass>>>,
    count: Cell<u32>,
    /// Changes whenever a class is declared: caches of failed lookups compare it.
    generation: Cell<u32>,
    loading: RefCell<Vec<Vec<u8>>>,
}

static TABLE: Global<ClassTable> = Global::new(ClassTable {
    classes: RefCell::new(None),
    builtins: RefCell::new(None),
    count: Cell::new(0),
    generation: Cell::new(0),
    loading: RefCell::new(Vec::new()),
});

pub fn class_table() -> &'static ClassTable {
    // SAFETY: the table changes through cells only, on the one PHP thread.
    unsafe { &*TABLE.as_ptr() }
}

/// A class that the runtime itself cannot do without, looked for once.
pub struct Known {
    lower: &'static str,
    class: Global<Option<ClassRef>>,
}

impl Known {
    pub const fn new(lower: &'static str) -> Known {
        Known { lower, class: Global::new(None) }
    }
    pub fn get(&self) -> ClassRef {
        self.class.get().unwrap_or_else(|| {
            let class = class_table().known(self.lower);
            self.class.set(Some(class));
            class
        })
    }
}

impl ClassTable {
    /// A declared class by lower-case name, without leading backslash. Links builtins when they are first asked for.
    pub fn get(&self, lower: &[u8]) -> Option<ClassRef> {
        if let Some(class) = self.classes.borrow().as_ref().and_then(|map| map.get(lower).copied()) {
            return Some(class);
        }
        let builtin = self.builtins.borrow().as_ref().and_then(|map| map.get(lower).copied())?;
        Some(self.link_builtin(builtin))
    }

    pub fn builtin(&self, cx: &mut Cx, lower: &[u8]) -> Option<ClassRef> {
        let _ = cx;
        self.get(lower)
    }

    /// A class that the runtime itself cannot do without.
    pub fn known(&self, lower: &'static str) -> ClassRef {
        self.get(lower.as_bytes()).unwrap_or_else(|| panic!("class {lower} is not registered"))
    }

    fn link_builtin(&self, builtin: &'static BuiltinClass) -> ClassRef {
        let head = parse_head(builtin.declaration);
        let mut needs = Dependencies { parent: None, traits: Vec::new(), interfaces: Vec::new() };
        let find = |name: &str| self.known(Box::leak(name.to_ascii_lowercase().into_boxed_str()));
        needs.parent = head.parent.map(find);
        needs.interfaces = head.interfaces.iter().map(|name| find(name)).collect();
        if head.kind == ClassKind::Enum {
            needs.interfaces.push(self.known("unitenum"));
            if head.backing.is_some() {
                needs.interfaces.push(self.known("backedenum"));
            }
        }
        let mut cx = crate::Cx::enter();
        let class = link::link_builtin(&mut cx, builtin, &head, needs);
        self.insert(class.name.lower(), class);
        let _: &BuiltinHead = &head;
        class
    }

    /// Makes builtin classes known; they are linked when used.
    pub fn register_builtins(&self, builtins: &'static [&'static BuiltinClass]) {
        let mut map = self.builtins.borrow_mut();
        let map = map.get_or_insert_with(NameMap::new);
        for builtin in builtins {
            let head = parse_head(builtin.declaration);
            map.insert(Name::new(head.name.as_bytes()).lower(), builtin);
        }
    }

    pub(super) fn next_id(&self) -> u32 {
        self.count.set(self.count.get() + 1);
        self.count.get()
    }

    /// Changes with each declaration.
    pub fn generation(&self) -> u32 {
        self.generation.get()
    }

    pub fn insert(&self, lower: &'static [u8], class: ClassRef) {
        self.classes.borrow_mut().get_or_insert_with(NameMap::new).insert(lower, class);
        self.generation.set(self.generation.get() + 1);
    }
    fn remove(&self, lower: &[u8]) {
        if let Some(map) = self.classes.borrow_mut().as_mut() {
            map.remove(lower);
        }
    }

    /// All classes in order of declaration, builtins first; linked if they were not yet.
    pub fn all(&self) -> Vec<(&'static [u8], ClassRef)> {
        let builtins: Vec<&'static [u8]> =
            self.builtins.borrow().as_ref().map_or(Vec::new(), |map| map.iter().map(|(name, _)| name).collect());
        let mut all: Vec<(&'static [u8], ClassRef)> =
            builtins.into_iter().filter_map(|name| Some((name, self.get(name)?))).collect();
        let classes = self.classes.borrow();
        let declared = classes.as_ref().map_or(Vec::new(), |map| map.iter().map(|(name, class)| (name, *class)).collect());
        all.extend(declared.into_iter().filter(|(_, class)| !class.is_builtin()));
        all
    }
}

/// The class called `name` (any case, leading backslash allowed), autoloaded if need be. None: there is none.
pub fn lookup(cx: &mut Cx, name: &[u8]) -> Result<Option<ClassRef>> {
    let name = name.strip_prefix(b"\\").unwrap_or(name);
    if let Some(class) = lookup_declared(name) {
        return Ok(Some(class));
    }
    autoload(cx, name)
}

/// Without autoloading.
pub fn lookup_declared(name: &[u8]) -> Option<ClassRef> {
    let name = name.strip_prefix(b"\\").unwrap_or(name);
    if name.iter().any(u8::is_ascii_uppercase) {
        let mut short = [0u8; 64];
        if let Some(lower) = short.get_mut(..name.len()) {
            lower.copy_from_slice(name);
            lower.make_ascii_lowercase();
            return class_table().get(lower);
        }
        return class_table().get(&name.to_ascii_lowercase());
    }
    class_table().get(name)
}

/// What a missing class is called in its Error.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wanted {
    Class,
    Interface,
    Trait,
}

/// The class, or Error `Class "X" not found`.
pub fn fetch(cx: &mut Cx, name: &[u8], wanted: Wanted) -> Result<ClassRef> {
    if let Some(class) = lookup(cx, name)? {
        return Ok(class);
    }
    let kind = match wanted {
        Wanted::Class => "Class",
        Wanted::Interface => "Interface",
        Wanted::Trait => "Trait",
    };
    let name = name.strip_prefix(b"\\").unwrap_or(name);
    throw_error(cx, message!(kind, " \"", name, "\" not found"))
}

/// Runs the registered autoloaders until one declares the class. A name being loaded already is not loaded again.
pub fn autoload(cx: &mut Cx, name: &[u8]) -> Result<Option<ClassRef>> {
    let lower = name.to_ascii_lowercase();
    let table = class_table();
    if !is_valid_name(name) || table.loading.borrow().contains(&lower) {
        return Ok(None);
    }
    table.loading.borrow_mut().push(lower.clone());
    let result = run_autoloaders(cx, name, &lower);
    table.loading.borrow_mut().retain(|loading| *loading != lower);
    result
}

fn is_valid_name(name: &[u8]) -> bool {
    !name.is_empty() && name.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'\\' || byte >= 0x80)
}

fn run_autoloaders(cx: &mut Cx, name: &[u8], lower: &[u8]) -> Result<Option<ClassRef>> {
    let mut number = 0;
    loop {
        // The list may change while they run.
        let Some(loader) = crate::calls::autoload::loader(number) else { return Ok(None) };
        crate::calls::call(cx, &loader, vec![Value::string(name)])?;
        pending::check()?;
        if let Some(class) = class_table().get(lower) {
            return Ok(Some(class));
        }
        number += 1;
    }
}

pub(super) fn register_while_settling(class: ClassRef) {
    if class_table().get(class.name.lower()).is_none() {
        class_table().insert(class.name.lower(), class);
    }
}

/// `class_alias`: false if the name is taken.
pub fn alias(name: &[u8], class: ClassRef) -> bool {
    let name = Name::new(name.strip_prefix(b"\\").unwrap_or(name));
    if class_table().get(name.lower()).is_some() {
        return false;
    }
    class_table().insert(name.lower(), class);
    true
}

/// Declares a class of a unit under its own name, at its statement.
pub fn declare(cx: &mut Cx, unit: &'static Unit, index: ClassIndex) -> Result<ClassRef> {
    if let Some(class) = unit.bound_class(index) {
        return Ok(class);
    }
    let name = Name::new(&unit.class_decl(index).name);
    declare_as(cx, unit, index, name)
}

/// Declares under a given name (anonymous classes).
pub fn declare_as(cx: &mut Cx, unit: &'static Unit, index: ClassIndex, name: Name) -> Result<ClassRef> {
    let decl = unit.class_decl(index);
    if let Some(existing) = class_table().get(name.lower()) {
        redeclared(cx, unit, decl.line_start, existing);
    }
    match link_at(cx, unit, index, name, Moment::Statement) {
        Ok(class) => Ok(class),
        Err(LinkError::Thrown(thrown)) => Err(thrown),
        Err(LinkError::Fatal { message, place }) => diagnostics::compile_fatal(cx, &message, place),
        Err(LinkError::Delayed) => unreachable!("only early binding is delayed"),
    }
}

/// Binds a hoisted class before the unit's code runs, if PHP would. False: its statement will declare it.
pub fn try_early(cx: &mut Cx, unit: &'static Unit, index: ClassIndex) -> Result<bool> {
    let decl = unit.class_decl(index);
    let name = Name::new(&decl.name);
    if let Some(existing) = class_table().get(name.lower()) {
        // With a parent, the statement reports it; without, compilation does.
        if decl.parent.is_none() {
            redeclared(cx, unit, decl.line_start, existing);
        }
        return Ok(false);
    }
    let parent_is_ready = match &decl.parent {
        None => true,
        Some(parent) => lookup_declared(parent).is_some_and(|parent| parent.is_linked()),
    };
    if !parent_is_ready || !decl.interfaces.is_empty() || !decl.traits.is_empty() || decl.kind == ClassKind::Enum {
        return Ok(false);
    }
    match link_at(cx, unit, index, name, Moment::Early) {
        Ok(_) => Ok(true),
        Err(LinkError::Delayed) => Ok(false),
        Err(LinkError::Thrown(thrown)) => Err(thrown),
        Err(LinkError::Fatal { message, place }) => diagnostics::compile_fatal(cx, &message, place),
    }
}

fn link_at(
    cx: &mut Cx,
    unit: &'static Unit,
    index: ClassIndex,
    name: Name,
    moment: Moment,
) -> std::result::Result<ClassRef, LinkError> {
    let needs = dependencies(cx, unit, index)?;
    let class = link::link_user(cx, unit, index, name, needs, moment)?;
    // A class that settled its checks is registered already, by itself.
    if let Some(existing) = class_table().get(name.lower())
        && existing != class
    {
        class_table().remove(name.lower());
    }
    class_table().insert(name.lower(), class);
    unit.set_class(index, class);
    Ok(class)
}

/// Loads parent, traits and interfaces, in this order.
fn dependencies(cx: &mut Cx, unit: &'static Unit, index: ClassIndex) -> std::result::Result<Dependencies, LinkError> {
    let decl = unit.class_decl(index);
    let mut needs = Dependencies { parent: None, traits: Vec::new(), interfaces: Vec::new() };
    if let Some(parent) = &decl.parent {
        needs.parent = Some(fetch(cx, parent, Wanted::Class)?);
    }
    for name in decl.traits.iter().flat_map(|used| &used.names) {
        let place = Some((unit.path, decl.line_start));
        let Some(used) = lookup(cx, name)? else {
            return Err(LinkError::Fatal { message: message!("Trait \"", visible_name(name), "\" not found"), place });
        };
        if !used.is_trait() {
            let message = message!(visible_name(&decl.name), " cannot use ", class_name(used), " - it is not a trait");
            return Err(LinkError::Fatal { message, place });
        }
        if !needs.traits.contains(&used) {
            needs.traits.push(used);
        }
    }
    for name in &decl.interfaces {
        needs.interfaces.push(fetch(cx, name, Wanted::Interface)?);
    }
    let listed = |name: &[u8]| {
        decl.interfaces.iter().any(|interface| interface.strip_prefix(b"\\").unwrap_or(interface).eq_ignore_ascii_case(name))
    };
    if decl.kind == ClassKind::Enum {
        for name in if decl.enum_type.is_some() { &["unitenum", "backedenum"][..] } else { &["unitenum"] } {
            if !listed(name.as_bytes()) {
                needs.interfaces.push(class_table().known(name));
            }
        }
    }
    let own = decl.methods.iter().any(|&method| unit.function_decl(method).name.eq_ignore_ascii_case(b"__toString"));
    let from_trait = needs.traits.iter().any(|used| used.method(b"__tostring").is_some());
    let stringable = decl.name.eq_ignore_ascii_case(b"Stringable");
    if (own || from_trait) && decl.kind != ClassKind::Trait && !stringable && !listed(b"Stringable") {
        needs.interfaces.push(class_table().known("stringable"));
    }
    Ok(needs)
}

fn redeclared(cx: &mut Cx, unit: &'static Unit, line: u32, existing: ClassRef) -> ! {
    let before = match (existing.unit(), existing.decl()) {
        (Some(unit), Some(decl)) => message!(" (previously declared in ", unit.path, ":", decl.line_start.to_string(), ")"),
        _ => Vec::new(),
    };
    let message = message!("Cannot redeclare ", existing.kind_name().to_ascii_lowercase(), " ", class_name(existing), before);
    diagnostics::compile_fatal(cx, &message, Some((unit.path, line)))
}
