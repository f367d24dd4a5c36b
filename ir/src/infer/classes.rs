//! What the program's class declarations say, for classes whose whole ancestry is known.

use super::referents::Origin;
use crate::build::signature::declared_type;
use crate::pir::{ClassIndex, FuncIndex};
use crate::program::{Program, lower};
use crate::ssa::*;
use phpc_abi::decl::{ClassDecl, ClassKind, Const, FunctionKind, Modifiers, PropertyDecl, TraitRule};
use phpc_abi::primitives::Primitive;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub struct Classes {
    infos: Vec<ClassInfo>,
    /// Concrete classes by the names of their properties, and of their methods in lower case.
    with_property: HashMap<Box<[u8]>, Vec<ClassId>>,
    with_method: HashMap<Box<[u8]>, Vec<ClassId>>,
    /// Some class has `__set`, or hooks: an undefined slot may mean something.
    magic_set: bool,
    /// Closures may be given another scope.
    rebinds: bool,
    /// Some class of the program has `__get` or property hooks: reads need not give what was declared.
    magic_get: bool,
    predictions: RefCell<Predictions>,
}

/// What a prediction is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prediction {
    /// What a property holds: the class that declares it, and its name.
    Property(ClassId, Box<[u8]>),
    /// What a reference holds that comes into a function, or is made there.
    Referent(FuncRef, Origin),
}

/// What properties without a precise declaration and references will probably hold, by what is stored. Only ever used with a
/// test.
#[derive(Default)]
struct Predictions {
    types: BTreeMap<Prediction, Type>,
    /// Functions, by number, whose types depend on a prediction.
    readers: HashMap<Prediction, BTreeSet<usize>>,
    /// The function that is looked at.
    reader: usize,
    vague: bool,
    /// Whose readers must be looked at again.
    grown: BTreeSet<Prediction>,
    /// Read before anything was stored.
    awaited: BTreeSet<Prediction>,
    /// What constructors set.
    constructed: BTreeSet<Prediction>,
    /// While the types of the whole program are sought.
    learns: bool,
}

#[derive(Default)]
pub struct ClassInfo {
    /// All ancestors are classes of the program, each the only one of its name.
    pub known: bool,
    pub parent: Option<ClassId>,
    /// All interfaces of the program that it has.
    pub interfaces: BTreeSet<ClassId>,
    /// Of an interface: classes that name it and interfaces that extend it.
    pub subclasses: Vec<ClassId>,
    /// Own and inherited methods by lower-case name: where declared. Those of traits are the trait's.
    pub methods: BTreeMap<Box<[u8]>, FuncRef>,
    /// Declared instance properties, own and inherited, by name.
    pub properties: BTreeMap<Box<[u8]>, Property>,
    pub kind: Option<ClassKind>,
    /// How many slots its objects have.
    slots: u32,
    /// Some class below it, or that implements it, is not known.
    incomplete: bool,
}

#[derive(Clone)]
pub struct Property {
    /// Where it lies in objects of the class.
    pub slot: u32,
    pub ty: Option<Type>,
    pub class: ClassId,
    pub modifiers: Modifiers,
    pub hooked: bool,
}

impl Classes {
    pub fn new(program: &Program) -> Classes {
        let mut classes = Classes {
            infos: Vec::new(),
            with_property: HashMap::new(),
            with_method: HashMap::new(),
            magic_get: false,
            magic_set: false,
            rebinds: program.units.iter().any(rebinds),
            predictions: RefCell::default(),
        };
        for unit in &program.units {
            for decl in &unit.classes {
                classes.infos.push(ClassInfo { kind: Some(decl.kind), ..ClassInfo::default() });
                let hooked = |property: &PropertyDecl| property.get_hook.is_some() || property.set_hook.is_some();
                classes.magic_get |= decl.properties.iter().any(hooked);
                classes.magic_set |= decl.properties.iter().any(hooked);
            }
            for function in &unit.functions {
                let method = |name: &[u8]| function.decl.class.is_some() && function.decl.name.eq_ignore_ascii_case(name);
                classes.magic_get |= method(b"__get");
                classes.magic_set |= method(b"__set");
            }
        }
        for class in 0..classes.infos.len() as u32 {
            fill(program, &mut classes, ClassId(class), 0);
        }
        mark_incomplete(program, &mut classes);
        for class in (0..classes.infos.len() as u32).map(ClassId) {
            if !classes.info(class).known || !crate::passes::methods::is_concrete(program, class) {
                continue;
            }
            let info = &classes.infos[class.0 as usize];
            for name in info.properties.keys() {
                classes.with_property.entry(name.clone()).or_default().push(class);
            }
            for name in info.methods.keys() {
                classes.with_method.entry(name.clone()).or_default().push(class);
            }
        }
        classes
    }

    pub fn info(&self, class: ClassId) -> &ClassInfo {
        &self.infos[class.0 as usize]
    }

    /// The name of the property that lies in a slot of the class's objects.
    pub fn property_in_slot(&self, class: ClassId, slot: i64) -> Option<&[u8]> {
        let mut properties = self.info(class).properties.iter();
        properties.find(|(_, property)| i64::from(property.slot) == slot).map(|(name, _)| &**name)
    }

    /// Is `class` the class or interface `ancestor` or below it?
    pub fn is_subclass(&self, class: ClassId, ancestor: ClassId) -> bool {
        if self.info(class).interfaces.contains(&ancestor) {
            return true;
        }
        let mut at = Some(class);
        while let Some(class) = at {
            if class == ancestor {
                return true;
            }
            at = self.info(class).parent;
        }
        false
    }

    /// How many classes stand above a class (no interface), if all are known.
    pub fn depth(&self, class: ClassId) -> Option<i64> {
        let info = self.info(class);
        if !info.known || matches!(info.kind, None | Some(ClassKind::Interface | ClassKind::Trait)) {
            return None;
        }
        Some(std::iter::successors(info.parent, |parent| self.info(*parent).parent).count() as i64)
    }

    /// The class that `$this` is of, or below, in a method.
    pub fn of_this(&self, program: &Program, func: FuncRef) -> Option<ClassId> {
        let class = program.class_id(func.unit, program.decl(func).class?);
        let info = self.info(class);
        (info.known && info.kind != Some(ClassKind::Interface)).then_some(class)
    }

    /// The one method that code of `scope` reaches by this name (in lower case) on objects of the class or those below it.
    pub fn only_method(
        &self, program: &Program, class: ClassId, exact: bool, name: &[u8], scope: Option<ClassId>,
    ) -> Option<FuncRef> {
        let mut targets = self.methods(program, class, exact, name, scope)?;
        targets.sort_unstable();
        targets.dedup();
        match targets[..] {
            [target] => Some(target),
            _ => None,
        }
    }

    /// The method of each concrete class among `class` and those below it.
    pub fn methods(
        &self, program: &Program, class: ClassId, exact: bool, name: &[u8], scope: Option<ClassId>,
    ) -> Option<Vec<FuncRef>> {
        let info = self.info(class);
        if !info.known || (!exact && info.incomplete) {
            return None;
        }
        self.known_methods(program, class, exact, name, scope).map(|found| found.into_iter().map(|(_, func)| func).collect())
    }

    /// The same for those classes that are known, each with its method.
    pub fn known_methods(
        &self, program: &Program, class: ClassId, exact: bool, name: &[u8], scope: Option<ClassId>,
    ) -> Option<Vec<(ClassId, FuncRef)>> {
        // A private method of the calling class goes first.
        if let Some(own) = scope.filter(|scope| self.is_subclass(class, *scope)) {
            let found = self.info(own).methods.get(name).copied();
            let private = |func: &FuncRef| {
                let decl = program.decl(*func);
                decl.modifiers.contains(Modifiers::PRIVATE) && decl.class.map(|at| program.class_id(func.unit, at)) == Some(own)
            };
            if let Some(found) = found.filter(private) {
                return usable(program, found).then(|| vec![(class, found)]);
            }
        }
        let mut below = vec![class];
        let mut targets = Vec::new();
        while let Some(class) = below.pop() {
            if !exact {
                below.extend(&self.info(class).subclasses);
            }
            if !exact && !crate::passes::methods::is_concrete(program, class) {
                continue;
            }
            let func = *self.info(class).methods.get(name)?;
            let decl = program.decl(func);
            let owner = decl.class.map(|at| program.class_id(func.unit, at));
            let visible = match () {
                () if decl.modifiers.contains(Modifiers::PRIVATE) => scope.is_some() && scope == owner,
                () if decl.modifiers.contains(Modifiers::PROTECTED) => scope.zip(owner).is_some_and(|(scope, owner)| {
                    self.is_subclass(scope, owner) || self.is_subclass(owner, scope)
                }),
                () => true,
            };
            if !visible || !usable(program, func) {
                return None;
            }
            targets.push((class, func));
        }
        Some(targets)
    }

    /// Are all classes below it known?
    pub fn is_complete(&self, class: ClassId) -> bool {
        self.info(class).known && !self.info(class).incomplete
    }

    /// Concrete classes whose objects have a property of this name.
    pub fn with_property(&self, name: &[u8]) -> &[ClassId] {
        self.with_property.get(name).map_or(&[], Vec::as_slice)
    }
    /// Concrete classes that have a method of this name (in lower case).
    pub fn with_method(&self, name: &[u8]) -> &[ClassId] {
        self.with_method.get(name).map_or(&[], Vec::as_slice)
    }

    /// May an undefined slot be filled without asking?
    pub fn undefined_is_plain(&self) -> bool {
        !self.magic_set
    }

    /// The property that code of class `scope` means by `name` on an object of `class`, if it is a plain slot.
    pub fn property(&self, class: ClassId, name: &[u8], scope: Option<ClassId>, writes: bool) -> Option<&Property> {
        let info = self.info(class);
        let property = info.properties.get(name)?;
        if !info.known || property.hooked {
            return None;
        }
        let has = |modifier: Modifiers| property.modifiers.contains(modifier);
        if let Some(scope) = scope.filter(|scope| *scope != property.class) {
            let own = self.info(scope).properties.get(name);
            let hides = |own: &Property| own.class == scope && own.modifiers.contains(Modifiers::PRIVATE);
            if !self.info(scope).known || own.is_some_and(hides) {
                return None;
            }
        }
        let inside = scope == Some(property.class);
        let related = scope.is_some_and(|scope| {
            self.is_subclass(scope, property.class) || self.is_subclass(property.class, scope)
        });
        let visible = match () {
            () if has(Modifiers::PRIVATE) => inside,
            () if has(Modifiers::PROTECTED) => related,
            () => true,
        };
        let limited = has(Modifiers::PRIVATE_SET) || has(Modifiers::PROTECTED_SET) || has(Modifiers::READONLY);
        (visible && (!writes || !limited || inside)).then_some(property)
    }

    /// What will probably be held; the function that is looked at depends on it.
    pub fn predicted(&self, key: &Prediction) -> Option<Type> {
        let predictions = &mut *self.predictions.borrow_mut();
        if predictions.learns {
            predictions.readers.entry(key.clone()).or_default().insert(predictions.reader);
        }
        predictions.types.get(key).copied()
    }
    pub fn predict(&self, key: Prediction, ty: &Type) {
        let predictions = &mut *self.predictions.borrow_mut();
        if !predictions.learns {
            return;
        }
        let slot = predictions.types.entry(key.clone()).or_insert(Type::NONE);
        let joined = slot.join(ty);
        if joined != *slot {
            *slot = joined;
            predictions.grown.insert(key);
        }
    }
    /// Something is read of which no store is known yet: what follows waits for one. False if none will come.
    pub fn awaits(&self, key: Prediction) -> bool {
        let predictions = &mut *self.predictions.borrow_mut();
        if predictions.learns {
            predictions.awaited.insert(key);
        }
        predictions.learns
    }
    /// The function by number that is looked at from now on; whether its parameters are only what they are declared to be,
    /// while another version of it knows what is passed.
    pub fn looks_at(&self, function: usize, vaguely: bool) {
        let mut predictions = self.predictions.borrow_mut();
        predictions.reader = function;
        predictions.vague = vaguely;
    }
    pub fn is_vague(&self) -> bool {
        self.predictions.borrow().vague
    }
    /// Functions that depend on what was learned since this was asked last.
    pub fn outdated(&self) -> BTreeSet<usize> {
        let predictions = &mut *self.predictions.borrow_mut();
        let grown = std::mem::take(&mut predictions.grown);
        grown.iter().filter_map(|key| predictions.readers.get(key)).flatten().copied().collect()
    }
    /// What is read and never seen to be stored may hold anything.
    pub fn give_up_waiting(&self) {
        let awaited = std::mem::take(&mut self.predictions.borrow_mut().awaited);
        for key in awaited {
            if self.predictions.borrow().types.get(&key).is_none_or(|ty| ty.tags() == Mask::NONE) {
                self.predict(key, &Type::ANY);
            }
        }
    }
    /// From now on stores are noted, or not any more.
    pub fn learn(&self, learns: bool) {
        self.predictions.borrow_mut().learns = learns;
    }
    /// Which properties constructors set.
    pub fn note_constructed(&self, keys: BTreeSet<Prediction>) {
        self.predictions.borrow_mut().constructed = keys;
    }
    pub fn is_constructed(&self, key: &Prediction) -> bool {
        self.predictions.borrow().constructed.contains(key)
    }

    /// What reading a property of an object of the class (or a subclass) gives in code of `scope`.
    pub fn property_type(&self, class: ClassId, name: &[u8], scope: Option<ClassId>) -> Option<Type> {
        if self.magic_get {
            return None;
        }
        self.property(class, name, scope, false)?.ty
    }

    /// The class whose private members a function's code may use; none outside. Absent: not known.
    pub fn scope(&self, program: &Program, func: FuncRef) -> Option<Option<ClassId>> {
        let decl = program.decl(func);
        let closure = matches!(decl.kind, FunctionKind::Closure | FunctionKind::ArrowFunction);
        if closure && self.rebinds {
            return None;
        }
        Some(decl.class.map(|class| program.class_id(func.unit, class)))
    }

    /// The class that a class pointer certainly is.
    pub fn of_pointer(&self, program: &Program, func: &Func, pointer: Value) -> Option<ClassId> {
        let ValueDef::Result(inst, _) = func.values[pointer.index()].def else { return None };
        let inst = &func.insts[inst.index()];
        match (inst.op, &inst.imm) {
            (Op::class_ptr, Imm::ClassDecl(unit, class)) => Some(program.class_id(*unit, *class)),
            (Op::prim, Imm::Primitive(Primitive::class_find)) => {
                program.class_of_name(super::transfer::literal(program, func, inst.args[0])?)
            }
            // `parent` in a method.
            (Op::prim, Imm::Primitive(Primitive::class_scope)) => {
                let parent = matches!(func.def(inst.args[1])?.imm, Imm::Int(1));
                let function = func.function_at(inst.pos);
                let method = program.decl(function).kind == FunctionKind::Method;
                let class = program.class_id(function.unit, program.decl(function).class?);
                if parent && method { self.info(class).parent } else { None }
            }
            _ => None,
        }
    }
}

/// Does the unit name a method that gives closures another scope?
fn rebinds(unit: &crate::pir::Unit) -> bool {
    const METHODS: [&[u8]; 3] = [b"bind", b"bindto", b"call"];
    unit.consts.iter().any(|constant| matches!(constant, Const::Str(text) if METHODS.contains(&&*lower(text))))
}

/// Can calls go to the method by its own entry?
fn usable(program: &Program, func: FuncRef) -> bool {
    let decl = program.decl(func);
    let in_trait = decl.class.is_some_and(|class| program.unit(func.unit).classes[class.0 as usize].kind == ClassKind::Trait);
    !in_trait && !decl.returns_reference && !decl.modifiers.contains(Modifiers::ABSTRACT) && !decl.deprecated && !program.function(func).blocks.is_empty()
}

/// Notes at the ancestors of classes that are not known that these are not all; in an open program, of all but final ones.
fn mark_incomplete(program: &Program, classes: &mut Classes) {
    let mut work: Vec<ClassId> = (0..classes.infos.len() as u32).map(ClassId).filter(|class| !classes.info(*class).known).collect();
    let mut seen: BTreeSet<ClassId> = work.iter().copied().collect();
    while let Some(class) = work.pop() {
        let decl = declaration(program, class);
        for name in decl.parent.iter().chain(&decl.interfaces) {
            for &(unit, index) in program.classes_named(name) {
                let above = program.class_id(unit, index);
                classes.infos[above.0 as usize].incomplete = true;
                if seen.insert(above) {
                    work.push(above);
                }
            }
        }
    }
    if program.open {
        for class in 0..classes.infos.len() as u32 {
            let decl = declaration(program, ClassId(class));
            let last = decl.modifiers.contains(Modifiers::FINAL) || matches!(decl.kind, ClassKind::Anonymous | ClassKind::Enum);
            classes.infos[class as usize].incomplete |= !last;
        }
    }
}

/// Fills in a class after its parent.
fn fill(program: &Program, classes: &mut Classes, class: ClassId, depth: u32) {
    if classes.infos[class.0 as usize].known || depth > 64 {
        return;
    }
    let (unit, index) = program.class_place(class);
    let decl = &program.unit(unit).classes[index.0 as usize];
    let named = decl.kind == ClassKind::Anonymous || program.class_of_name(&decl.name).is_some();
    if !named || matches!(decl.kind, ClassKind::Trait) {
        return;
    }
    let hooked = |property: &PropertyDecl| property.get_hook.is_some() || property.set_hook.is_some();
    let is_virtual = |property: &PropertyDecl| property.modifiers.contains(Modifiers::VIRTUAL);
    if decl.properties.iter().any(|property| hooked(property) || is_virtual(property)) {
        return;
    }
    let mut info = ClassInfo { known: true, kind: Some(decl.kind), ..ClassInfo::default() };
    if let Some(parent) = &decl.parent {
        let Some(parent) = program.class_of_name(parent) else { return };
        fill(program, classes, parent, depth + 1);
        let above = classes.info(parent);
        if !above.known {
            return;
        }
        info.methods.clone_from(&above.methods);
        info.properties.clone_from(&above.properties);
        info.interfaces.clone_from(&above.interfaces);
        info.parent = Some(parent);
        info.slots = above.slots;
    }
    let mut named = Vec::new();
    for name in &decl.interfaces {
        let Some(interface) = program.class_of_name(name) else { continue };
        fill(program, classes, interface, depth + 1);
        if !classes.info(interface).known {
            return;
        }
        named.push(interface);
        info.interfaces.insert(interface);
        info.interfaces.extend(&classes.info(interface).interfaces);
        for (name, &method) in &classes.info(interface).methods {
            info.methods.entry(name.clone()).or_insert(method);
        }
    }
    if !trait_methods(program, decl, &mut info) {
        return;
    }
    for &func in &decl.methods {
        let reference = FuncRef { unit, func, variant: Variant::Body };
        info.methods.insert(lower(&program.decl(reference).name), reference);
    }
    for property in &decl.properties {
        if !property.modifiers.contains(Modifiers::STATIC) {
            let slot = match info.properties.get(&property.name) {
                // It hides another one, or takes over its slot.
                Some(above) if above.modifiers.contains(Modifiers::PRIVATE) => return,
                Some(above) => above.slot,
                None => {
                    info.slots += 1;
                    info.slots - 1
                }
            };
            info.properties.insert(property.name.clone(), own_property(program, class, property, slot));
        }
    }
    if !trait_properties(program, class, decl, &mut info) {
        return;
    }
    info.subclasses = std::mem::take(&mut classes.infos[class.0 as usize].subclasses);
    for interface in named {
        classes.infos[interface.0 as usize].subclasses.push(class);
    }
    if let Some(parent) = info.parent {
        classes.infos[parent.0 as usize].subclasses.push(class);
    }
    classes.infos[class.0 as usize] = info;
}

/// Traits of the program that a class uses, if they are simple enough to know what they add.
fn traits_of<'a>(program: &'a Program, decl: &'a ClassDecl) -> Option<Vec<(UnitId, &'a ClassDecl)>> {
    let mut found = Vec::new();
    for name in decl.traits.iter().flat_map(|used| &used.names) {
        let (unit, index) = program.class_place(program.class_of_name(name)?);
        let used = &program.unit(unit).classes[index.0 as usize];
        if used.kind != ClassKind::Trait || !used.traits.is_empty() {
            return None;
        }
        found.push((unit, used));
    }
    Some(found)
}

fn trait_methods(program: &Program, decl: &ClassDecl, info: &mut ClassInfo) -> bool {
    let Some(traits) = traits_of(program, decl) else { return false };
    for (unit, used) in traits {
        for &func in &used.methods {
            let reference = FuncRef { unit, func, variant: Variant::Body };
            info.methods.insert(lower(&program.decl(reference).name), reference);
            for rule in decl.traits.iter().flat_map(|used| &used.rules) {
                if let TraitRule::Alias { alias: Some(alias), .. } = rule {
                    info.methods.insert(lower(alias), reference);
                }
            }
        }
    }
    true
}

/// They lie behind the class's own.
fn trait_properties(program: &Program, class: ClassId, decl: &ClassDecl, info: &mut ClassInfo) -> bool {
    let Some(traits) = traits_of(program, decl) else { return false };
    for property in traits.iter().flat_map(|(_, used)| &used.properties) {
        let special = property.get_hook.is_some() || property.set_hook.is_some() || property.modifiers.contains(Modifiers::VIRTUAL);
        if special || info.properties.contains_key(&property.name) {
            return false;
        }
        if !property.modifiers.contains(Modifiers::STATIC) {
            info.slots += 1;
            info.properties.insert(property.name.clone(), own_property(program, class, property, info.slots - 1));
        }
    }
    true
}

fn own_property(program: &Program, class: ClassId, property: &PropertyDecl, slot: u32) -> Property {
    Property {
        slot,
        ty: property.ty.as_ref().map(|ty| declared_type(program, ty)),
        class,
        modifiers: property.modifiers,
        hooked: property.get_hook.is_some() || property.set_hook.is_some(),
    }
}

/// The declaration of a class.
pub fn declaration(program: &Program, class: ClassId) -> &ClassDecl {
    let (unit, index): (UnitId, ClassIndex) = program.class_place(class);
    &program.unit(unit).classes[index.0 as usize]
}

/// A function of the unit in which `class` is declared.
pub fn function_of(program: &Program, class: ClassId, func: FuncIndex) -> FuncRef {
    FuncRef { unit: program.class_place(class).0, func, variant: Variant::Body }
}
