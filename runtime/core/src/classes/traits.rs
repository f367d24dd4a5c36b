//! Using traits: `insteadof`, `as`, conflicts; methods, constants and properties copied into the class.

use std::collections::HashMap;

use phpc_abi::decl::{Modifiers, TraitRule};

use super::compatible::MethodRules;
use super::constant::ConstInit;
use super::display::class_name;
use super::link::{LinkError, Linker, new_property};
use super::types::{NamedClass, Verdict, is_same};
use super::{ClassConst, ClassRef, FuncRef, Property, PropertyDefault};
use crate::message;
use crate::names::Name;

type Linked<T = ()> = Result<T, LinkError>;

const VISIBILITY: u32 = Modifiers::PUBLIC.0 | Modifiers::PROTECTED.0 | Modifiers::PRIVATE.0;

/// The rules of all `use` clauses of a class, checked.
struct Rules {
    /// Methods (lower case) that a trait (by position) must not contribute.
    excluded: Vec<Vec<Vec<u8>>>,
    aliases: Vec<Alias>,
}

struct Alias {
    /// None: whichever trait has the method.
    of: Option<ClassRef>,
    method: Vec<u8>,
    alias: Option<Name>,
    modifiers: Modifiers,
}

impl Linker<'_> {
    pub(super) fn use_traits(&mut self, traits: &[ClassRef]) -> Linked {
        self.traits = traits.to_vec();
        let rules = self.trait_rules(traits)?;
        let mut taken: HashMap<Vec<u8>, FuncRef> = HashMap::new();
        for (number, used) in traits.iter().enumerate() {
            for (key, method) in used.methods.iter() {
                for alias in rules.aliases.iter().filter(|alias| alias.applies(used, key)) {
                    if let Some(name) = alias.alias {
                        self.add_trait_method(used, method, name, alias.changed(method.modifiers), &mut taken)?;
                    }
                }
                if rules.excluded[number].iter().any(|excluded| excluded == key) {
                    continue;
                }
                let modifiers = rules
                    .aliases
                    .iter()
                    .filter(|alias| alias.alias.is_none() && alias.applies(used, key))
                    .fold(method.modifiers, |modifiers, alias| alias.changed(modifiers));
                self.add_trait_method(used, method, method.name, modifiers, &mut taken)?;
            }
        }
        self.trait_constants(traits)?;
        self.trait_properties(traits)
    }

    fn trait_rules(&self, traits: &[ClassRef]) -> Linked<Rules> {
        let mut rules = Rules { excluded: vec![Vec::new(); traits.len()], aliases: Vec::new() };
        let Some(decl) = self.class.decl() else { return Ok(rules) };
        for rule in decl.traits.iter().flat_map(|used| &used.rules) {
            match rule {
                TraitRule::InsteadOf { trait_name, method, excluded } => {
                    self.insteadof(traits, trait_name, method, excluded, &mut rules)?;
                }
                TraitRule::Alias { trait_name, method, alias, modifiers } => {
                    let of = match trait_name {
                        Some(name) => Some(self.alias_of(traits, name, method)?),
                        None => {
                            self.alias_of_any(traits, method, alias.as_deref())?;
                            None
                        }
                    };
                    rules.aliases.push(Alias {
                        of,
                        method: method.to_ascii_lowercase(),
                        alias: alias.as_deref().map(Name::new),
                        modifiers: *modifiers,
                    });
                }
            }
        }
        Ok(rules)
    }

    fn used_trait(&self, traits: &[ClassRef], name: &[u8]) -> Linked<usize> {
        let Some(class) = self.table.get(&name.to_ascii_lowercase()) else {
            return self.fatal(message!("Could not find trait ", name));
        };
        if !class.is_trait() {
            return self.fatal(message!(
                "Class ", class_name(class), " is not a trait, Only traits may be used in 'as' and 'insteadof' statements"
            ));
        }
        match traits.iter().position(|used| *used == class) {
            Some(at) => Ok(at),
            None => self.fatal(message!("Required Trait ", class_name(class), " wasn't added to ", class_name(self.class))),
        }
    }

    fn insteadof(
        &self,
        traits: &[ClassRef],
        trait_name: &[u8],
        method: &[u8],
        excluded: &[Box<[u8]>],
        rules: &mut Rules,
    ) -> Linked {
        let kept = self.used_trait(traits, trait_name)?;
        let key = method.to_ascii_lowercase();
        if traits[kept].method(&key).is_none() {
            return self.fatal(message!(
                "A precedence rule was defined for ", class_name(traits[kept]), "::", method, " but this method does not exist"
            ));
        }
        for name in excluded {
            let at = self.used_trait(traits, name)?;
            if rules.excluded[at].contains(&key) {
                return self.fatal(message!(
                    "Failed to evaluate a trait precedence (", method, "). Method of trait ", class_name(traits[at]),
                    " was defined to be excluded multiple times"
                ));
            }
            if at == kept {
                return self.fatal(message!(
                    "Inconsistent insteadof definition. The method ", method, " is to be used from ", class_name(traits[kept]),
                    ", but ", class_name(traits[kept]), " is also on the exclude list"
                ));
            }
            rules.excluded[at].push(key.clone());
        }
        Ok(())
    }

    fn alias_of(&self, traits: &[ClassRef], name: &[u8], method: &[u8]) -> Linked<ClassRef> {
        let class = traits[self.used_trait(traits, name)?];
        if class.method(&method.to_ascii_lowercase()).is_none() {
            return self.fatal(message!(
                "An alias was defined for ", class_name(class), "::", method, " but this method does not exist"
            ));
        }
        Ok(class)
    }

    fn alias_of_any(&self, traits: &[ClassRef], method: &[u8], alias: Option<&[u8]>) -> Linked {
        let key = method.to_ascii_lowercase();
        let mut having = traits.iter().filter(|used| used.method(&key).is_some());
        match (having.next(), having.next()) {
            (Some(_), None) => Ok(()),
            (Some(first), Some(second)) => {
                let (first, second) = (class_name(first), class_name(second));
                self.fatal(message!(
                    "An alias was defined for method ", method, "(), which exists in both ", first, " and ", second, ". Use ",
                    first, "::", method, " or ", second, "::", method, " to resolve the ambiguity"
                ))
            }
            (None, _) => match alias {
                Some(alias) => self.fatal(message!(
                    "An alias (", alias, ") was defined for method ", method, "(), but this method does not exist"
                )),
                None => self.fatal(message!(
                    "The modifiers of the trait method ", method, "() are changed, but this method does not exist. Error"
                )),
            },
        }
    }

    fn add_trait_method(
        &mut self,
        used: ClassRef,
        method: FuncRef,
        name: Name,
        modifiers: Modifiers,
        taken: &mut HashMap<Vec<u8>, FuncRef>,
    ) -> Linked {
        let key = name.lower();
        let existing = self.methods.get(key).copied();
        let existing_trait = taken.get(key).copied();
        if let (Some(existing), Some(_)) = (existing, existing_trait)
            && existing.same_code(method)
            && existing.modifiers.0 & VISIBILITY == modifiers.0 & VISIBILITY
        {
            return Ok(());
        }
        let copy = method.copy_into(Some(self.class), name, modifiers);
        let Some(existing) = existing else {
            self.methods.insert(key, copy);
            taken.insert(key.to_vec(), method);
            return Ok(());
        };
        if method.is_abstract() {
            let rules = MethodRules { signature: true, reset_override: true, ..MethodRules::default() };
            let existing_class = existing.class.unwrap_or(self.class);
            self.composing = Some(used);
            let checked = self.check_method(existing, existing_class, copy, self.class, rules);
            self.composing = None;
            return checked;
        }
        if existing.class == Some(self.class) && existing_trait.is_none() {
            return Ok(());
        }
        if let Some(other) = existing_trait
            && !existing.is_abstract()
        {
            return self.fatal(message!(
                "Trait method ", class_name(used), "::", method.name, " has not been applied as ", class_name(self.class), "::",
                name, ", because of collision with ", other.class.map_or(&b""[..], class_name), "::", existing.name
            ));
        }
        self.methods.insert(key, copy);
        taken.insert(key.to_vec(), method);
        let from_trait = existing_trait.is_some();
        let rules = MethodRules {
            signature: true,
            visibility: true,
            set_prototype: !from_trait,
            set_changed: !from_trait,
            reset_override: !from_trait,
        };
        let existing_class = existing.class.unwrap_or(self.class);
        self.composing = Some(used);
        let checked = self.check_method(copy, self.class, existing, existing_class, rules);
        self.composing = None;
        checked
    }

    fn trait_constants(&mut self, traits: &[ClassRef]) -> Linked {
        for used in traits {
            for (key, constant) in used.constants.iter() {
                match self.constants.get(key).copied() {
                    None => {
                        self.constants.insert(key, constant.copy_into(self.class));
                    }
                    Some(existing) => self.trait_constant_conflict(traits, used, constant, existing)?,
                }
            }
        }
        Ok(())
    }

    fn trait_constant_conflict(&self, traits: &[ClassRef], used: ClassRef, constant: &ClassConst, existing: &ClassConst) -> Linked {
        if existing.case {
            return self.fatal(message!(
                "Cannot use trait ", class_name(used), ", because ", class_name(used), "::", constant.name,
                " conflicts with enum case ", class_name(self.class), "::", constant.name
            ));
        }
        let mask = VISIBILITY | Modifiers::FINAL.0;
        let visible = |modifiers: Modifiers| if modifiers.0 & VISIBILITY == 0 { modifiers.0 | 1 } else { modifiers.0 } & mask;
        let same_type = match (&constant.ty, &existing.ty) {
            (None, None) => true,
            (Some(left), Some(right)) => {
                let find = |named: &NamedClass| named.find(self.table);
                is_same(left, self.class, right, self.class, &find) != Verdict::No
            }
            _ => false,
        };
        if visible(constant.modifiers) == visible(existing.modifiers) && same_type && same_init(constant.init, existing.init) {
            return Ok(());
        }
        let first = traits
            .iter()
            .take_while(|other| **other != used)
            .find(|other| self.decl_lacks_constant(&constant.name) && other.constants.contains(&constant.name))
            .copied()
            .unwrap_or(existing.class);
        self.fatal(message!(
            class_name(first), " and ", class_name(used), " define the same constant (", constant.name,
            ") in the composition of ", class_name(self.class),
            ". However, the definition differs and is considered incompatible. Class was composed"
        ))
    }

    fn decl_lacks_constant(&self, name: &[u8]) -> bool {
        self.class.decl().is_none_or(|decl| decl.constants.iter().all(|constant| *constant.name != *name))
    }

    fn trait_properties(&mut self, traits: &[ClassRef]) -> Linked {
        let parent = self.class.parent();
        for used in traits {
            for (key, property) in used.properties.iter() {
                let existing = self.properties.get(key).copied();
                let mut hidden = false;
                if let Some(existing) = existing {
                    if existing.is_private() && existing.class != self.class {
                        hidden = true;
                    } else {
                        self.trait_property_conflict(traits, used, property, existing)?;
                        if !property.is_static() {
                            continue;
                        }
                    }
                }
                if self.class.modifiers.contains(Modifiers::READONLY) && !property.is_readonly() {
                    return self.fatal(message!(
                        "Readonly class ", class_name(self.class), " cannot use trait with a non-readonly property ",
                        class_name(used), "::$", property.name
                    ));
                }
                let copy = self.copy_property(property);
                copy.changed.set(hidden);
                if let Some(existing) = existing.filter(|existing| !existing.is_private()) {
                    copy.prototype.set(Some(existing.root()));
                }
                if hidden {
                    self.properties.remove(key);
                }
                self.properties.insert(key, copy);
                self.place_property(copy, parent);
            }
        }
        Ok(())
    }

    fn copy_property(&self, property: &Property) -> &'static Property {
        let copy = new_property(
            property.name,
            self.class,
            property.modifiers,
            property.ty.clone(),
            property.default.clone(),
            property.decl,
        );
        let rebind = |hook: Option<FuncRef>| hook.map(|hook| hook.copy_into(Some(self.class), hook.name, hook.modifiers));
        copy.unit.set(property.unit.get());
        copy.get_hook.set(rebind(property.get_hook.get()));
        copy.set_hook.set(rebind(property.set_hook.get()));
        copy.is_virtual.set(property.is_virtual.get());
        copy
    }

    fn trait_property_conflict(&self, traits: &[ClassRef], used: ClassRef, property: &Property, existing: &Property) -> Linked {
        let first = traits
            .iter()
            .take_while(|other| **other != used)
            .find(|other| other.properties.contains(&property.name))
            .copied()
            .unwrap_or(existing.class);
        if existing.has_hooks() || property.has_hooks() {
            return self.fatal(message!(
                class_name(first), " and ", class_name(used), " define the same hooked property ($", property.name,
                ") in the composition of ", class_name(self.class),
                ". Conflict resolution between hooked properties is currently not supported. Class was composed"
            ));
        }
        let mask = VISIBILITY | Modifiers::STATIC.0 | Modifiers::READONLY.0;
        let visible = |modifiers: Modifiers| (if modifiers.0 & VISIBILITY == 0 { modifiers.0 | 1 } else { modifiers.0 }) & mask;
        let find = |named: &NamedClass| named.find(self.table);
        let same_type = match (&property.ty, &existing.ty) {
            (None, None) => true,
            (Some(left), Some(right)) => is_same(left, self.class, right, self.class, &find) == Verdict::Yes,
            _ => false,
        };
        if visible(property.modifiers) == visible(existing.modifiers)
            && same_type
            && same_default(&property.default, &existing.default)
        {
            return Ok(());
        }
        self.fatal(message!(
            class_name(first), " and ", class_name(used), " define the same property ($", property.name,
            ") in the composition of ", class_name(self.class),
            ". However, the definition differs and is considered incompatible. Class was composed"
        ))
    }
}

impl Alias {
    fn applies(&self, used: ClassRef, key: &[u8]) -> bool {
        self.method == key && self.of.is_none_or(|of| of == used)
    }
    /// The method's modifiers under this alias.
    fn changed(&self, modifiers: Modifiers) -> Modifiers {
        if self.modifiers.0 & VISIBILITY != 0 {
            return Modifiers(modifiers.0 & !VISIBILITY | self.modifiers.0);
        }
        modifiers.union(self.modifiers)
    }
}

/// Equal constants; expressions count as equal, their values are compared by nobody before they are needed.
fn same_init(left: ConstInit, right: ConstInit) -> bool {
    match (left, right) {
        (ConstInit::Const(left), ConstInit::Const(right)) => left == right,
        (ConstInit::Thunk(..), _) | (_, ConstInit::Thunk(..)) => true,
        _ => false,
    }
}

fn same_default(left: &PropertyDefault, right: &PropertyDefault) -> bool {
    use phpc_abi::decl::Initializer;
    match (left, right) {
        (PropertyDefault::Uninitialised, PropertyDefault::Uninitialised) => true,
        (PropertyDefault::Value(Initializer::Const(left)), PropertyDefault::Value(Initializer::Const(right))) => left == right,
        (PropertyDefault::Value(Initializer::Thunk(_)), PropertyDefault::Value(_)) => true,
        (PropertyDefault::Value(_), PropertyDefault::Value(Initializer::Thunk(_))) => true,
        _ => false,
    }
}
