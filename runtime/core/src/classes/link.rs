//! Linking: from a declaration to a class. Parent first, then traits, then interfaces, as PHP orders its errors.

use std::cell::{Cell, UnsafeCell};

use phpc_abi::decl::{ClassDecl, ClassKind, ClassIndex, FuncIndex, Initializer, Modifiers, PropertyDecl};
use phpc_abi::layout::{self, OBJECT_SLOTS, SLOT_SIZE};
use phpc_abi::signature;
use phpc_abi::value::{RawValue, Tag};

use super::compatible::{self, MethodRules};
use super::constant::ConstInit;
use super::display::class_name;
use super::table::{ClassTable, class_table};
use super::types::{NamedClass, Type, TypeScope, Verdict};
use super::{
    Body, BuiltinClass, Class, ClassConst, ClassRef, FuncRef, Handlers, Magic, NO_SLOT, Origin, Property, PropertyDefault,
};
use crate::calls::func::{Body as FuncBody, Func, FuncParts, NOT_VIRTUAL};
use crate::calls::native::native_entry;
use crate::message;
use crate::names::{Name, NameMap};
use crate::units::Unit;
use crate::{Cx, Thrown};

/// Why a class was not linked.
pub enum LinkError {
    /// PHP's compile-time fatal, at `line` of `file` (None: where execution stands).
    Fatal { message: Vec<u8>, place: Option<(Name, u32)> },
    /// A class that it needs could not be loaded, or autoloading threw.
    Thrown(Thrown),
    /// Early binding is not possible: the class is declared at its statement.
    Delayed,
}

impl From<Thrown> for LinkError {
    fn from(thrown: Thrown) -> LinkError {
        LinkError::Thrown(thrown)
    }
}

/// When a class is bound.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moment {
    /// Before the unit's code runs.
    Early,
    /// At its statement, or on demand for builtins.
    Statement,
}

/// A check that may have to wait until more classes are known.
#[derive(Clone, Copy)]
pub enum Obligation {
    /// `composing`: while the methods of traits are taken over.
    Method { child: FuncRef, child_class: ClassRef, parent: FuncRef, parent_class: ClassRef, composing: bool },
    Property { child: &'static Property, parent: &'static Property },
    Constant { child: &'static ClassConst, parent: &'static ClassConst },
}

/// A class under construction.
pub struct Linker<'a> {
    pub(super) table: &'a ClassTable,
    pub(super) class: ClassRef,
    pub(super) constants: NameMap<&'static ClassConst>,
    pub(super) properties: NameMap<&'static Property>,
    pub(super) slots: Vec<Option<&'static Property>>,
    pub(super) methods: NameMap<FuncRef>,
    pub(super) traits: Vec<ClassRef>,
    /// The trait whose method is being taken over.
    pub(super) composing: Option<ClassRef>,
    moment: Moment,
    place: Option<(Name, u32)>,
    waiting: Vec<Obligation>,
    deprecations: Vec<(Vec<u8>, Option<(Name, u32)>)>,
}

/// What a class needs to have loaded before it is linked.
pub struct Dependencies {
    pub parent: Option<ClassRef>,
    pub traits: Vec<ClassRef>,
    pub interfaces: Vec<ClassRef>,
}

/// Links a class of a unit. The caller has loaded its dependencies and registers the result.
pub fn link_user(
    cx: &mut Cx,
    unit: &'static Unit,
    index: ClassIndex,
    name: Name,
    needs: Dependencies,
    moment: Moment,
) -> Result<ClassRef, LinkError> {
    let decl = unit.class_decl(index);
    let class = Class::unlinked(name, decl.kind, decl.modifiers, Origin::User { unit, decl });
    let mut linker = Linker::new(class, moment, Some((unit.path, decl.line_start)));
    linker.check_parent_kind(needs.parent)?;
    linker.set_lineage(&needs, decl)?;
    linker.own_constants(unit, decl);
    linker.own_properties(unit, decl);
    linker.own_methods(unit, decl)?;
    linker.inherit(cx, needs)
}

/// Links a builtin class; its declaration cannot be wrong.
pub fn link_builtin(cx: &mut Cx, builtin: &'static BuiltinClass, head: &BuiltinHead, needs: Dependencies) -> ClassRef {
    let class = Class::unlinked(Name::new(head.name.as_bytes()), head.kind, head.modifiers, Origin::Builtin(builtin));
    let mut linker = Linker::new(class, Moment::Statement, None);
    let linked = linker.link_builtin_members(builtin, needs.parent, &needs).and_then(|()| linker.inherit(cx, needs));
    match linked {
        Ok(class) => class,
        Err(LinkError::Fatal { message, .. }) => {
            panic!("builtin class {} does not link: {}", head.name, crate::names::text(&message))
        }
        Err(_) => panic!("builtin class {} does not link", head.name),
    }
}

/// The head of a builtin's declaration.
pub struct BuiltinHead {
    pub name: &'static str,
    pub kind: ClassKind,
    pub modifiers: Modifiers,
    pub parent: Option<&'static str>,
    pub interfaces: Vec<&'static str>,
    pub backing: Option<&'static str>,
}

/// Reads `final class A extends B implements C, D`.
pub fn parse_head(declaration: &'static str) -> BuiltinHead {
    let mut head = BuiltinHead {
        name: "",
        kind: ClassKind::Class,
        modifiers: Modifiers::default(),
        parent: None,
        interfaces: Vec::new(),
        backing: None,
    };
    let mut words = declaration.split([' ', ',']).filter(|word| !word.is_empty());
    for word in words.by_ref() {
        match word {
            "final" => head.modifiers = head.modifiers.union(Modifiers::FINAL),
            "abstract" => head.modifiers = head.modifiers.union(Modifiers::ABSTRACT),
            "readonly" => head.modifiers = head.modifiers.union(Modifiers::READONLY),
            "interface" => head.kind = ClassKind::Interface,
            "enum" => head.kind = ClassKind::Enum,
            "class" => {}
            name => {
                head.name = name.trim_end_matches(':');
                break;
            }
        }
    }
    let mut extends = false;
    for word in words {
        match word {
            "extends" => extends = true,
            "implements" => extends = false,
            "int" | "string" if head.kind == ClassKind::Enum && head.backing.is_none() => head.backing = Some(word),
            ":" => {}
            name if extends && head.kind == ClassKind::Class => head.parent = Some(name),
            name => head.interfaces.push(name),
        }
    }
    head
}

impl Linker<'_> {
    fn new(class: ClassRef, moment: Moment, place: Option<(Name, u32)>) -> Linker<'static> {
        Linker {
            table: class_table(),
            class,
            constants: NameMap::new(),
            properties: NameMap::new(),
            slots: Vec::new(),
            methods: NameMap::new(),
            traits: Vec::new(),
            moment,
            place,
            composing: None,
            waiting: Vec::new(),
            deprecations: Vec::new(),
        }
    }

    /// A fatal where the class is declared.
    pub(super) fn fatal<T>(&self, message: Vec<u8>) -> Result<T, LinkError> {
        Err(LinkError::Fatal { message, place: self.place })
    }
    /// A fatal at a method's first line.
    pub(super) fn fatal_at<T>(&self, func: FuncRef, message: Vec<u8>) -> Result<T, LinkError> {
        Err(LinkError::Fatal { message, place: self.place_of(func) })
    }
    fn place_of(&self, func: FuncRef) -> Option<(Name, u32)> {
        func.unit().map(|unit| (unit.path, func.line())).or(self.place)
    }
    fn scope(&self) -> TypeScope {
        TypeScope::of(Some(self.class))
    }

    fn check_parent_kind(&self, parent: Option<ClassRef>) -> Result<(), LinkError> {
        let Some(parent) = parent else { return Ok(()) };
        let name = class_name(self.class);
        let parent_name = class_name(parent);
        if parent.is_interface() || parent.is_trait() {
            let kind = if parent.is_interface() { "interface" } else { "trait" };
            return self.fatal(message!("Class ", name, " cannot extend ", kind, " ", parent_name));
        }
        if parent.is_final() || parent.is_enum() {
            return self.fatal(message!("Class ", name, " cannot extend final class ", parent_name));
        }
        let is_readonly = self.class.modifiers.contains(Modifiers::READONLY);
        if is_readonly != parent.modifiers.contains(Modifiers::READONLY) {
            let (this, that) = if is_readonly { ("Readonly", "non-readonly") } else { ("Non-readonly", "readonly") };
            return self.fatal(message!(this, " class ", name, " cannot extend ", that, " class ", parent_name));
        }
        Ok(())
    }

    /// Parent and interfaces, with those that interfaces extend.
    fn set_lineage(&self, needs: &Dependencies, _decl: &ClassDecl) -> Result<(), LinkError> {
        let name = class_name(self.class);
        let mut interfaces: Vec<ClassRef> = needs.parent.map_or(Vec::new(), |parent| parent.lineage().interfaces.clone());
        let inherited = interfaces.len();
        for interface in &needs.interfaces {
            if !interface.is_interface() {
                return self.fatal(message!(name, " cannot implement ", class_name(interface), " - it is not an interface"));
            }
            match interfaces.iter().position(|known| known == interface) {
                Some(at) if at >= inherited => {
                    return self.fatal(message!(
                        self.class.kind_name(), " ", name, " cannot implement previously implemented interface ",
                        class_name(interface)
                    ));
                }
                Some(_) => {}
                None => interfaces.push(interface),
            }
        }
        for at in inherited..interfaces.len() {
            for extended in &interfaces[at].lineage().interfaces.clone() {
                if !interfaces.contains(extended) {
                    interfaces.push(extended);
                }
            }
        }
        self.class.set_lineage(needs.parent, interfaces);
        Ok(())
    }

    fn own_constants(&mut self, unit: &'static Unit, decl: &'static ClassDecl) {
        for constant in &decl.constants {
            let ty = constant.ty.as_ref().map(|ty| Type::new(ty, self.scope()));
            let new = ClassConst::new(
                Name::new(&constant.name),
                self.class,
                ty,
                constant.modifiers,
                constant.case,
                ConstInit::new(unit, &constant.value),
                Some(constant),
            );
            self.constants.insert(new.name.bytes(), new);
        }
    }

    fn own_properties(&mut self, unit: &'static Unit, decl: &'static ClassDecl) {
        if decl.kind == ClassKind::Enum {
            self.enum_properties(decl.enum_type.as_ref());
        }
        for property in &decl.properties {
            let new = self.user_property(unit, property);
            self.properties.insert(new.name.bytes(), new);
        }
    }

    fn user_property(&self, unit: &'static Unit, decl: &'static PropertyDecl) -> &'static Property {
        let ty = decl.ty.as_ref().map(|ty| Type::new(ty, self.scope()));
        let is_virtual = decl.modifiers.contains(Modifiers::VIRTUAL)
            || self.class.is_interface() && !decl.modifiers.contains(Modifiers::STATIC);
        let default = match &decl.default {
            Some(init) => PropertyDefault::Value(init.clone()),
            None if ty.is_some() || is_virtual || decl.promoted && decl.ty.is_some() => PropertyDefault::Uninitialised,
            None => PropertyDefault::Value(Initializer::Const(phpc_abi::decl::Const::Null)),
        };
        let mut modifiers = decl.modifiers;
        if self.class.modifiers.contains(Modifiers::READONLY) && !modifiers.contains(Modifiers::STATIC) {
            modifiers = modifiers.union(Modifiers::READONLY);
        }
        if self.class.is_interface() {
            modifiers = modifiers.union(Modifiers::ABSTRACT);
        }
        let hook = |index: Option<FuncIndex>| index.map(|index| self.method_of(unit, index));
        let property = new_property(Name::new(&decl.name), self.class, modifiers, ty, default, Some(decl));
        property.unit.set(Some(unit));
        property.get_hook.set(hook(decl.get_hook));
        property.set_hook.set(hook(decl.set_hook));
        property.is_virtual.set(is_virtual);
        property
    }

    fn method_of(&self, unit: &'static Unit, index: FuncIndex) -> FuncRef {
        let decl = unit.function_decl(index);
        let mut modifiers = decl.modifiers;
        let entry = unit.entry(index);
        if self.class.is_interface() {
            modifiers = modifiers.union(Modifiers::ABSTRACT);
        }
        let is_abstract = modifiers.contains(Modifiers::ABSTRACT);
        let func = Func::new(FuncParts {
            name: Name::new(&decl.name),
            decl,
            class: Some(self.class),
            declared_in: Some(self.class),
            modifiers,
            body: if is_abstract { FuncBody::Abstract } else { FuncBody::User { unit, index } },
            entry: entry.unwrap_or(native_entry),
        });
        if !is_abstract {
            unit.set_function_cell(index, func);
        }
        func
    }

    fn own_methods(&mut self, unit: &'static Unit, decl: &'static ClassDecl) -> Result<(), LinkError> {
        if decl.kind == ClassKind::Enum {
            self.enum_methods(decl.enum_type.is_some())?;
        }
        for &index in &decl.methods {
            let func = self.method_of(unit, index);
            if decl.kind == ClassKind::Enum && self.methods.contains(func.name.lower()) {
                return self.fatal(message!("Cannot redeclare ", class_name(self.class), "::", func.name, "()"));
            }
            self.methods.insert(func.name.lower(), func);
        }
        Ok(())
    }

    fn link_builtin_members(
        &mut self,
        builtin: &'static BuiltinClass,
        parent: Option<ClassRef>,
        needs: &Dependencies,
    ) -> Result<(), LinkError> {
        let _ = parent;
        let empty = ClassDecl {
            name: Box::default(),
            kind: self.class.kind,
            modifiers: self.class.modifiers,
            parent: None,
            interfaces: Vec::new(),
            traits: Vec::new(),
            enum_type: None,
            constants: Vec::new(),
            properties: Vec::new(),
            methods: Vec::new(),
            attributes: Vec::new(),
            doc_comment: None,
            line_start: 0,
            line_end: 0,
        };
        self.set_lineage(needs, &empty)?;
        let is_enum = self.class.is_enum();
        for &(name, value) in builtin.constants {
            let name = Name::new(name.as_bytes());
            let new = ClassConst::new(name, self.class, None, Modifiers::PUBLIC, is_enum, ConstInit::Builtin(value), None);
            self.constants.insert(name.bytes(), new);
        }
        for text in builtin.properties {
            let (modifiers, ty, name, default) = signature::parse_property(text).unwrap_or_else(|error| panic!("{error}"));
            let ty = ty.map(|ty| Type::new(Box::leak(Box::new(ty)), self.scope()));
            let default = match default {
                Some(value) => PropertyDefault::Value(Initializer::Const(value)),
                None if ty.is_some() => PropertyDefault::Uninitialised,
                None => PropertyDefault::Value(Initializer::Const(phpc_abi::decl::Const::Null)),
            };
            let new = new_property(Name::new(name.as_bytes()), self.class, modifiers, ty, default, None);
            self.properties.insert(new.name.bytes(), new);
        }
        if is_enum {
            let backing = parse_head(builtin.declaration).backing;
            let ty = backing.map(|text| &*Box::leak(Box::new(signature::parse_type(text).expect("a type"))));
            self.enum_properties(ty);
            self.enum_methods(backing.is_some())?;
        }
        for method in builtin.methods {
            let func = builtin_method(method, self.class);
            self.methods.insert(func.name.lower(), func);
        }
        Ok(())
    }

    /// From own members to the finished class.
    fn inherit(mut self, cx: &mut Cx, needs: Dependencies) -> Result<ClassRef, LinkError> {
        if let Some(parent) = needs.parent {
            self.inherit_parent(parent)?;
        }
        self.place_properties(needs.parent);
        if !needs.traits.is_empty() {
            self.use_traits(&needs.traits)?;
        }
        let inherited = needs.parent.map_or(0, |parent| parent.lineage().interfaces.len());
        let interfaces = self.class.lineage().interfaces.clone();
        for (number, interface) in interfaces.iter().enumerate() {
            self.implement(interface, number < inherited)?;
        }
        self.check_abstract()?;
        if self.class.is_enum() {
            self.check_enum()?;
        }
        if self.waiting.is_empty() {
            self.check_override()?;
        }
        let class = self.class;
        let (waiting, deprecations, place) = self.finish(cx);
        for (text, place) in deprecations {
            crate::exceptions::report::deprecated_at(cx, &text, place)?;
        }
        if !waiting.is_empty() {
            settle(cx, class, waiting, place)?;
        }
        Ok(class)
    }

    fn inherit_parent(&mut self, parent: ClassRef) -> Result<(), LinkError> {
        for (name, inherited) in parent.constants.iter() {
            match self.constants.get(name).copied() {
                Some(own) => self.check_constant(own, inherited)?,
                None if inherited.modifiers.contains(Modifiers::PRIVATE) => {}
                None => {
                    self.constants.insert(name, inherited);
                }
            }
        }
        for (name, inherited) in parent.properties.iter() {
            match self.properties.get(name).copied() {
                Some(own) => {
                    self.inherit_hooks(own, inherited)?;
                    self.check_property(own, inherited)?;
                }
                None => {
                    self.properties.insert(name, inherited);
                }
            }
        }
        for (name, inherited) in parent.methods.iter() {
            match self.methods.get(name).copied() {
                Some(own) => self.check_method(own, self.class, inherited, parent, MethodRules::EXTEND)?,
                None => {
                    self.methods.insert(name, inherited);
                }
            }
        }
        Ok(())
    }

    /// A redeclared property keeps the hooks that it does not replace.
    fn inherit_hooks(&mut self, own: &'static Property, inherited: &'static Property) -> Result<(), LinkError> {
        if inherited.is_private() || !inherited.has_hooks() && !own.has_hooks() {
            return Ok(());
        }
        for (own_hook, parent_hook, kind) in
            [(&own.get_hook, inherited.get_hook.get(), "get"), (&own.set_hook, inherited.set_hook.get(), "set")]
        {
            let Some(parent_hook) = parent_hook else { continue };
            match own_hook.get() {
                None if parent_hook.is_abstract() && !own.has_hooks() => {}
                None => own_hook.set(Some(parent_hook)),
                Some(_) if parent_hook.is_final() => {
                    return self.fatal(message!(
                        "Cannot override final property hook ", class_name(inherited.class), "::$", own.name, "::", kind, "()"
                    ));
                }
                Some(hook) => {
                    hook.prototype.set(Some(parent_hook.prototype.get().unwrap_or(parent_hook)));
                    hook.override_pending.set(false);
                }
            }
        }
        if !inherited.is_virtual.get() {
            own.is_virtual.set(false);
        }
        Ok(())
    }

    /// Gives instance properties their slots: inherited ones keep theirs, own ones follow.
    fn place_properties(&mut self, parent: Option<ClassRef>) {
        if let Some(parent) = parent {
            self.slots = parent.slots.clone();
        }
        let own: Vec<&'static Property> = self.properties.values().copied().filter(|property| property.class == self.class).collect();
        for property in own {
            self.place_property(property, parent);
        }
    }

    pub(super) fn place_property(&mut self, property: &'static Property, parent: Option<ClassRef>) {
        if property.is_static() || property.is_virtual.get() {
            return;
        }
        let inherited = parent
            .and_then(|parent| parent.properties.get(&property.name).copied())
            .filter(|inherited| !inherited.is_private() && !inherited.is_static() && inherited.slot.get() != NO_SLOT);
        match inherited {
            // A property that gains hooks takes a new slot: code that knows the parent's slot finds it undefined and goes
            // the slow way.
            Some(inherited) if inherited.has_hooks() || !property.has_hooks() => {
                let slot = inherited.slot.get();
                property.slot.set(slot);
                self.slots[slot as usize] = Some(property);
            }
            _ => {
                if let Some(inherited) = inherited {
                    self.slots[inherited.slot.get() as usize] = None;
                }
                property.slot.set(self.slots.len() as u32);
                self.slots.push(Some(property));
            }
        }
    }

    /// The constants, methods and properties of one interface.
    fn implement(&mut self, interface: ClassRef, inherited: bool) -> Result<(), LinkError> {
        if !inherited {
            for (name, constant) in interface.constants.iter() {
                match self.constants.get(name).copied() {
                    Some(own) if std::ptr::eq(own, *constant) => {}
                    Some(own) => self.check_constant(own, constant)?,
                    None => {
                        self.constants.insert(name, constant);
                    }
                }
            }
            let rules = MethodRules {
                signature: true,
                visibility: true,
                set_prototype: !self.class.is_interface(),
                set_changed: false,
                reset_override: true,
            };
            for (name, method) in interface.methods.iter() {
                match self.methods.get(name).copied() {
                    Some(own) if own == *method => {}
                    Some(own) if own.is_abstract() && own.class.is_some_and(|class| class.is_interface()) && own.same_code(method) => {}
                    Some(own) => self.check_method(own, own.class.filter(|class| !class.is_interface()).unwrap_or(self.class), method, interface, rules)?,
                    None => {
                        self.methods.insert(name, method);
                    }
                }
            }
            for (name, property) in interface.properties.iter() {
                match self.properties.get(name).copied() {
                    Some(own) if std::ptr::eq(own, *property) => {}
                    Some(own) => {
                        self.check_interface_property(own, property)?;
                    }
                    None => {
                        self.properties.insert(name, property);
                    }
                }
            }
        }
        let handler = match interface.origin {
            Origin::Builtin(builtin) => builtin.handlers.implement,
            Origin::User { .. } => None,
        };
        if let Some(handler) = handler
            && let Err(text) = handler(self.class, interface)
        {
            return self.fatal(text.into_bytes());
        }
        Ok(())
    }

    fn check_interface_property(&mut self, own: &'static Property, wanted: &'static Property) -> Result<(), LinkError> {
        self.check_property(own, wanted)
    }

    fn check_abstract(&mut self) -> Result<(), LinkError> {
        if self.class.is_interface() || self.class.is_trait() {
            return Ok(());
        }
        let explicit = self.class.modifiers.contains(Modifiers::ABSTRACT);
        let mut missing: Vec<FuncRef> = self
            .methods
            .values()
            .copied()
            .filter(|method| method.is_abstract() && (!explicit || method.is_private() && method.class == Some(self.class)))
            .collect();
        if !explicit {
            for property in self.properties.values().filter(|property| property.modifiers.contains(Modifiers::ABSTRACT) || property.has_hooks()) {
                let hooks = [property.get_hook.get(), property.set_hook.get()];
                missing.extend(hooks.into_iter().flatten().filter(|hook| hook.is_abstract() && !is_implemented(property, hook)));
            }
        }
        if missing.is_empty() {
            return Ok(());
        }
        let count = missing.len();
        let mut list = Vec::new();
        for (number, method) in missing.iter().take(3).enumerate() {
            if number > 0 {
                list.extend_from_slice(b", ");
            }
            list.extend(message!(method.class.map_or(&b""[..], class_name), "::", method.name));
        }
        if count > 3 {
            list.extend_from_slice(b", ...");
        }
        let plural = if count == 1 { "" } else { "s" };
        let name = class_name(self.class);
        let number = count.to_string();
        let kind = self.class.kind_name();
        if explicit {
            return self.fatal(message!(kind, " ", name, " must implement ", number, " abstract private method", plural, " (", list, ")"));
        }
        if self.class.is_enum() {
            return self.fatal(message!(kind, " ", name, " must implement ", number, " abstract private method", plural, " (", list, ")"));
        }
        self.fatal(message!(
            kind, " ", name, " contains ", number, " abstract method", plural,
            " and must therefore be declared abstract or implement the remaining methods (", list, ")"
        ))
    }

    fn check_override(&mut self) -> Result<(), LinkError> {
        if self.class.is_trait() {
            return Ok(());
        }
        let unmatched = self.methods.values().copied().find(|method| method.class == Some(self.class) && method.override_pending.get());
        match unmatched {
            Some(method) => self.fatal_at(
                method,
                message!(
                    class_name(self.class), "::", method.name, "() has #[\\Override] attribute, but no matching parent method exists"
                ),
            ),
            None => Ok(()),
        }
    }

    /// Checks now, or notes the check for when the class is linked. Early binding gives up instead.
    pub(super) fn require(&mut self, obligation: Obligation) -> Result<(), LinkError> {
        let class = self.class;
        let table = self.table;
        let find = |named: &NamedClass| find_class(table, class, named);
        match judge(&obligation, &find) {
            (Verdict::Yes, tentative) => {
                if tentative {
                    self.note_tentative(&obligation);
                }
                Ok(())
            }
            (Verdict::No, _) => Err(LinkError::Fatal { message: failure(&obligation), place: self.obligation_place(&obligation) }),
            (Verdict::Unknown(_), _) if self.moment == Moment::Early => Err(LinkError::Delayed),
            (Verdict::Unknown(_), _) => {
                self.waiting.push(obligation);
                Ok(())
            }
        }
    }

    fn note_tentative(&mut self, obligation: &Obligation) {
        if let Some(text) = tentative_text(obligation) {
            let place = self.obligation_place(obligation);
            self.deprecations.push((text, place));
        }
    }

    fn obligation_place(&self, obligation: &Obligation) -> Option<(Name, u32)> {
        match obligation {
            Obligation::Method { child, .. } => self.place_of(child),
            _ => self.place,
        }
    }

    #[allow(clippy::type_complexity)]
    fn finish(mut self, cx: &mut Cx) -> (Vec<Obligation>, Vec<(Vec<u8>, Option<(Name, u32)>)>, Option<(Name, u32)>) {
        let class = self.class;
        let parent = class.parent();
        let mut handlers = match class.origin {
            Origin::Builtin(builtin) => builtin.handlers,
            Origin::User { .. } => Handlers::NONE,
        };
        if let Some(parent) = parent {
            handlers.inherit(&parent.handlers);
        }
        let mut slots = self.slots;
        let native_slot = match parent.and_then(|parent| parent.native_slot) {
            Some(slot) => Some(slot),
            None if handlers.create.is_some() => {
                slots.push(None);
                Some(slots.len() as u32 - 1)
            }
            None => None,
        };
        let mut magic = magic_methods(&self.methods);
        if class.is_builtin() {
            // How builtin classes answer unknown methods is no method of theirs.
            self.methods.remove(b"__call");
        }
        magic.call = magic.call.or(parent.and_then(|parent| parent.magic.call));
        let vtable = assign_vtable(class, parent, &self.methods);
        let hooked = self.properties.values().any(|property| property.has_hooks());
        let is_abstract = class.modifiers.contains(Modifiers::ABSTRACT)
            || class.is_interface()
            || class.is_trait()
            || self.methods.values().any(|method| method.is_abstract());
        let defaults = default_slots(&slots);
        for slot in &defaults {
            // SAFETY: a fresh slot, which keeps its address in the box.
            if unsafe { (*slot.get()).tag }.is_counted() {
                crate::engine::owners::keep_slot(slot.get());
            }
        }
        let body = Body {
            traits: self.traits,
            constants: self.constants,
            properties: self.properties,
            slots,
            methods: self.methods,
            vtable,
            magic,
            handlers,
            native_slot,
            is_abstract,
            hooked,
        };
        let slots = body.slots.len();
        let body_elements = body.handlers.elements;
        let _ = class.defaults.set(defaults);
        let _ = class.body.set(body);
        let defaults = class.defaults.get().expect("just set").as_ptr().cast::<RawValue>();
        let vtable = class.vtable.as_ptr();
        let has_magic = magic.get.or(magic.set).or(magic.isset).or(magic.unset).is_some();
        let has_destructor = magic.destructor.is_some();
        let dimension_methods: [&[u8]; 4] = [b"offsetget", b"offsetset", b"offsetexists", b"offsetunset"];
        let is_overridden = |name: &[u8]| class.method(name).is_some_and(|method| method.is_user());
        let has_elements = body_elements && native_slot == Some(0) && !dimension_methods.into_iter().any(is_overridden);
        let id = self.table.next_id();
        let is_interface = class.kind == ClassKind::Interface;
        class.set_head(|head| {
            head.id = id;
            head.instance_size = (OBJECT_SLOTS + SLOT_SIZE * slots) as u32;
            head.vtable = vtable;
            head.defaults = defaults;
            head.flags = [
                (has_destructor, layout::CLASS_HAS_DESTRUCTOR),
                (has_magic, layout::CLASS_HAS_MAGIC),
                (has_elements, layout::CLASS_ELEMENTS),
                (is_interface, layout::CLASS_IS_INTERFACE),
            ]
            .into_iter()
            .filter(|(is_set, _)| *is_set)
            .fold(0, |flags, (_, flag)| flags | flag);
        });
        let _ = cx;
        (self.waiting, self.deprecations, self.place)
    }
}

/// An abstract hook counts as implemented by a plain property (which has both operations) unless the property itself is
/// the abstract one.
fn is_implemented(property: &Property, hook: &Func) -> bool {
    property.class.is_interface() == false && !property.modifiers.contains(Modifiers::ABSTRACT) && hook.class != Some(property.class)
}

pub(super) fn new_property(
    name: Name,
    class: ClassRef,
    modifiers: Modifiers,
    ty: Option<Type>,
    default: PropertyDefault,
    decl: Option<&'static PropertyDecl>,
) -> &'static Property {
    Box::leak(Box::new(Property {
        name,
        class,
        modifiers,
        changed: Cell::new(false),
        ty,
        slot: Cell::new(NO_SLOT),
        default,
        unit: Cell::new(None),
        get_hook: Cell::new(None),
        set_hook: Cell::new(None),
        is_virtual: Cell::new(false),
        prototype: Cell::new(None),
        storage: UnsafeCell::new(RawValue::UNDEF),
        stored: Cell::new(false),
        decl,
    }))
}

/// A builtin's method as a function.
pub fn builtin_method(method: &'static super::builtin::BuiltinFunction, class: ClassRef) -> FuncRef {
    let decl = signature::parse_function(method.signature).unwrap_or_else(|error| panic!("{error}"));
    let decl = Box::leak(Box::new(decl));
    let mut modifiers = decl.modifiers;
    if class.is_interface() {
        modifiers = modifiers.union(Modifiers::ABSTRACT);
    }
    let is_abstract = modifiers.contains(Modifiers::ABSTRACT);
    Func::new(FuncParts {
        name: Name::new(&decl.name),
        decl,
        class: Some(class),
        declared_in: Some(class),
        modifiers,
        body: if is_abstract { FuncBody::Abstract } else { FuncBody::Builtin(method) },
        entry: native_entry,
    })
}

fn magic_methods(methods: &NameMap<FuncRef>) -> Magic {
    let find = |name: &[u8]| methods.get(name).copied();
    Magic {
        constructor: find(b"__construct"),
        destructor: find(b"__destruct"),
        clone: find(b"__clone"),
        get: find(b"__get"),
        set: find(b"__set"),
        isset: find(b"__isset"),
        unset: find(b"__unset"),
        call: find(b"__call"),
        call_static: find(b"__callstatic"),
        to_string: find(b"__tostring"),
        invoke: find(b"__invoke"),
        debug_info: find(b"__debuginfo"),
        serialize: find(b"__serialize"),
        unserialize: find(b"__unserialize"),
        offset_get: find(b"offsetget"),
        offset_set: find(b"offsetset"),
        offset_exists: find(b"offsetexists"),
        offset_unset: find(b"offsetunset"),
    }
}

/// Vtable places: a method keeps the place of the one it overrides; private ones and constructors have none.
fn assign_vtable(class: ClassRef, parent: Option<ClassRef>, methods: &NameMap<FuncRef>) -> Box<[*const u8]> {
    let mut vtable: Vec<*const u8> = parent.map_or(Vec::new(), |parent| parent.vtable.to_vec());
    for (name, method) in methods.iter() {
        if method.class != Some(class) || method.is_private() {
            continue;
        }
        let inherited = parent
            .and_then(|parent| parent.method(name))
            // Methods of interfaces are numbered in their own tables.
            .filter(|inherited| !inherited.is_private() && !inherited.class.is_some_and(|class| class.is_interface()))
            .map_or(NOT_VIRTUAL, |inherited| inherited.vtable_index.get());
        let target = virtual_target(method);
        if inherited == NOT_VIRTUAL {
            method.vtable_index.set(vtable.len() as u32);
            vtable.push(target);
        } else {
            method.vtable_index.set(inherited);
            vtable[inherited as usize] = target;
        }
    }
    vtable.into()
}

/// What a virtual call jumps to.
fn virtual_target(method: FuncRef) -> *const u8 {
    match method.body {
        FuncBody::User { unit, index } => unit.virtual_entry(index),
        _ => method.head().entry as *const u8,
    }
}

/// The default of each slot: constants as they are, expressions LAZY.
fn default_slots(slots: &[Option<&'static Property>]) -> Box<[UnsafeCell<RawValue>]> {
    slots
        .iter()
        .map(|property| {
            UnsafeCell::new(match property.map(|property| (property, &property.default)) {
                None | Some((_, PropertyDefault::Uninitialised)) => RawValue::UNDEF,
                Some((_, PropertyDefault::Value(Initializer::Const(value)))) => {
                    crate::units::immortal(crate::units::constant_value(value)).into_raw()
                }
                Some((property, PropertyDefault::Value(Initializer::Thunk(_)))) => {
                    RawValue { tag: Tag::LAZY, payload: std::ptr::from_ref(property) as u64 }
                }
            })
        })
        .collect()
}

/// Declared classes, and the one being linked.
fn find_class(table: &ClassTable, class: ClassRef, named: &NamedClass) -> Option<ClassRef> {
    if named.name.lower() == class.name.lower() {
        return Some(class);
    }
    named.find(table)
}

/// The verdict, and whether it is a yes only by a tentative return type.
fn judge(obligation: &Obligation, find: &super::types::Finder) -> (Verdict, bool) {
    match *obligation {
        Obligation::Method { child, child_class, parent, .. } => compatible::methods(child, child_class, parent, find),
        Obligation::Property { child, parent } => (compatible::properties(child, parent, find), false),
        Obligation::Constant { child, parent } => (compatible::constants(child, parent, find), false),
    }
}

fn failure(obligation: &Obligation) -> Vec<u8> {
    match *obligation {
        Obligation::Method { child, child_class, parent, parent_class, composing } => {
            compatible::method_error(child, child_class, parent, parent_class, composing)
        }
        Obligation::Property { child, parent } => compatible::property_error(child, parent),
        Obligation::Constant { child, parent } => compatible::constant_error(child, parent),
    }
}

fn tentative_text(obligation: &Obligation) -> Option<Vec<u8>> {
    let Obligation::Method { child, child_class, parent, parent_class, .. } = *obligation else { return None };
    let silenced = child.decl.attributes.iter().any(|attribute| attribute.name.eq_ignore_ascii_case(b"ReturnTypeWillChange"));
    (!silenced).then(|| compatible::method_deprecation(child, child_class, parent, parent_class))
}

/// Loads the classes that waiting checks need and decides them.
fn settle(cx: &mut Cx, class: ClassRef, waiting: Vec<Obligation>, place: Option<(Name, u32)>) -> Result<(), LinkError> {
    for obligation in waiting {
        loop {
            let find = |named: &NamedClass| find_class(class_table(), class, named);
            let (verdict, tentative) = judge(&obligation, &find);
            let at = match obligation {
                Obligation::Method { child, .. } => child.unit().map(|unit| (unit.path, child.line())).or(place),
                _ => place,
            };
            match verdict {
                Verdict::Yes => {
                    if tentative && let Some(text) = tentative_text(&obligation) {
                        crate::exceptions::report::deprecated_at(cx, &text, at)?;
                    }
                    break;
                }
                Verdict::No => return Err(LinkError::Fatal { message: failure(&obligation), place: at }),
                Verdict::Unknown(unloaded) => {
                    // The class counts as declared while others load.
                    super::table::register_while_settling(class);
                    if super::table::autoload(cx, unloaded.0.bytes())?.is_none() {
                        let message = match obligation {
                            Obligation::Method { child, child_class, parent, parent_class, .. } => {
                                compatible::method_unavailable(child, child_class, parent, parent_class, unloaded.0.bytes())
                            }
                            _ => failure(&obligation),
                        };
                        return Err(LinkError::Fatal { message, place: at });
                    }
                }
            }
        }
    }
    Ok(())
}

