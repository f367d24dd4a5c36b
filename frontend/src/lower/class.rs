//! Classes, interfaces, traits and enums.

use super::attribute::Target;
use super::builder::Func;
use super::function::modifiers;
use super::{Lower, Lowering, lower_case, same, text};
use crate::ast::{self, ClassKind as Kind, FunctionBody, Member, TraitAdaptation, TraitMethod, UseKind};
use crate::diagnostic::DiagnosticKind;
use phpc_abi::decl::{ClassKind, FunctionKind, Modifiers, TraitRule, TraitUse, TypeMask};
use phpc_ir::pir::*;
use std::collections::HashSet;

/// The class under construction.
pub(super) struct Class {
    pub index: ClassIndex,
    pub decl: ClassDecl,
    kind: Kind,
    methods: HashSet<Vec<u8>>,
    consts: HashSet<Vec<u8>>,
    /// Abstract methods as messages name them, and whether they are private.
    abstracts: Vec<(String, bool)>,
    /// Hooks whose types can only be compared when classes are known.
    pub unsure_hooks: bool,
}

impl Class {
    pub(super) fn is_trait(&self) -> bool {
        self.kind == Kind::Trait
    }
    pub(super) fn is_interface(&self) -> bool {
        self.kind == Kind::Interface
    }
    pub(super) fn is_enum(&self) -> bool {
        self.kind == Kind::Enum
    }
    pub(super) fn is_anonymous(&self) -> bool {
        self.kind == Kind::Anonymous
    }
    pub(super) fn is_readonly(&self) -> bool {
        self.decl.modifiers.contains(Modifiers::READONLY)
    }
    pub(super) fn has_property(&self, name: &[u8]) -> bool {
        let of_enum = self.is_enum() && (name == b"name" || (name == b"value" && self.decl.enum_type.is_some()));
        of_enum || self.decl.properties.iter().any(|property| *property.name == *name)
    }
    /// False: there is one already.
    pub(super) fn add_const(&mut self, name: &[u8]) -> bool {
        self.consts.insert(name.to_vec())
    }
    pub(super) fn add_abstract(&mut self, name: String, private: bool) {
        self.abstracts.push((name, private));
    }
}

impl<'a> Lowering<'a, '_> {
    /// A class by name, declared at this statement or, at the top of the file, perhaps before the code runs.
    pub(super) fn class_statement(&mut self, class: &'a ast::Class<'a>, top: bool) -> Lower<()> {
        let index = self.class_declaration(class, top)?;
        self.emit(Op::DeclareClass { class: index });
        Ok(())
    }

    pub(super) fn class_declaration(&mut self, it: &'a ast::Class<'a>, top: bool) -> Lower<ClassIndex> {
        let name = self.class_declaration_name(it)?;
        self.classes.push(None);
        let index = ClassIndex(self.classes.len() as u32 - 1);
        let parent = match &it.parent {
            Some(parent) => Some(self.resolve_class_reference(parent, "class name")?.into()),
            None => None,
        };
        let decl = ClassDecl {
            name: name.into(),
            kind: class_kind(it.kind),
            modifiers: modifiers(it.modifiers),
            parent,
            interfaces: Vec::new(),
            traits: Vec::new(),
            enum_type: None,
            constants: Vec::new(),
            properties: Vec::new(),
            methods: Vec::new(),
            attributes: Vec::new(),
            doc_comment: it.doc_comment.map(Bytes::from),
            line_start: it.start_line,
            line_end: it.end_line,
        };
        let class = Class {
            index,
            decl,
            kind: it.kind,
            methods: HashSet::new(),
            consts: HashSet::new(),
            abstracts: Vec::new(),
            unsure_hooks: false,
        };
        let outer = self.class.replace(class);
        self.class_body(it)?;
        self.line = it.start_line;
        self.check_abstracts(it)?;
        let class = std::mem::replace(&mut self.class, outer).expect("it was put there above");
        let early = class.decl.interfaces.is_empty() && class.decl.traits.is_empty() && !class.unsure_hooks;
        if top && early {
            self.hoisted_classes.push(index);
        }
        self.classes[index.0 as usize] = Some(class.decl);
        Ok(index)
    }

    fn class_declaration_name(&mut self, it: &'a ast::Class<'a>) -> Lower<Vec<u8>> {
        if it.kind == Kind::Anonymous {
            return self.anonymous_name(it);
        }
        if self.class.is_some() {
            return self.fail("Class declarations may not be nested");
        }
        let what = match it.kind {
            Kind::Enum => "an enum name",
            Kind::Interface => "an interface name",
            Kind::Trait => "a trait name",
            Kind::Class | Kind::Anonymous => "a class name",
        };
        self.check_class_name(it.name.text, what)?;
        let name = self.names.prefix(it.name.text);
        let imported = self.names.classes.get(&lower_case(it.name.text));
        if imported.is_some_and(|imported| !same(imported, &name)) {
            let message = format!("Cannot redeclare class {} (previously declared as local import)", text(&name));
            return self.fail(message);
        }
        self.names.see(lower_case(&name), UseKind::Class);
        Ok(name)
    }

    /// `P@anonymous`, a NUL byte, and what the runtime completes with the path: `:line$number`.
    fn anonymous_name(&mut self, it: &'a ast::Class<'a>) -> Lower<Vec<u8>> {
        let prefix = match (&it.parent, it.interfaces) {
            (Some(parent), _) => self.resolve_class_reference(parent, "class name")?,
            (None, [first, ..]) => self.resolve_class_reference(first, "interface name")?,
            (None, []) => b"class".to_vec(),
        };
        let number = self.anonymous_classes;
        self.anonymous_classes += 1;
        let place = format!(":{}${number:x}", it.start_line);
        Ok([&prefix[..], b"@anonymous\0", place.as_bytes()].concat())
    }

    fn current_class(&mut self) -> &mut Class {
        self.class.as_mut().expect("a class is under construction")
    }

    fn class_body(&mut self, it: &'a ast::Class<'a>) -> Lower<()> {
        let attributes = self.attributes(it.attributes, Target::CLASS, Target::NONE)?;
        self.current_class().decl.attributes = attributes;
        for interface in it.interfaces {
            let name = self.resolve_class_reference(interface, "interface name")?;
            self.current_class().decl.interfaces.push(name.into());
        }
        if it.kind == Kind::Enum {
            self.enum_type(it)?;
        }
        let property = self.f.property.take();
        let hook = self.f.hook.take();
        for member in it.members {
            match member {
                Member::Properties(group) => self.property_group(group)?,
                Member::Consts(group) => self.class_consts(group)?,
                Member::Method(method) => self.method(method)?,
                Member::Case(case) => self.enum_case(case)?,
                Member::TraitUse(it) => self.trait_use(it)?,
            }
        }
        self.f.property = property;
        self.f.hook = hook;
        Ok(())
    }

    fn enum_type(&mut self, it: &'a ast::Class<'a>) -> Lower<()> {
        let mut interfaces = vec!["UnitEnum"];
        if let Some(ty) = &it.backing_type {
            let ty = self.ty(ty)?;
            if !ty.classes.is_empty() || (ty.mask != TypeMask::INT && ty.mask != TypeMask::STRING) {
                return self.fail(format!("Enum backing type must be int or string, {} given", text(&ty.text)));
            }
            interfaces.push("BackedEnum");
            self.current_class().decl.enum_type = Some(ty);
        }
        let decl = &mut self.current_class().decl;
        decl.interfaces.extend(interfaces.iter().map(|name| Bytes::from(name.as_bytes())));
        Ok(())
    }

    // ---- methods

    fn method(&mut self, it: &'a ast::Function<'a>) -> Lower<()> {
        self.line = it.start_line;
        let flags = self.method_flags(it)?;
        let name = it.name.text;
        let lower = lower_case(name);
        if !self.current_class().methods.insert(lower.clone()) {
            let class = text(&self.current_class().decl.name).into_owned();
            return self.fail(format!("Cannot redeclare {class}::{}()", text(name)));
        }
        if lower == b"__tostring" && !self.current_class().is_trait() {
            let interfaces = &mut self.current_class().decl.interfaces;
            if !interfaces.iter().any(|name| same(name, b"Stringable")) {
                interfaces.push(b"Stringable"[..].into());
            }
        }
        let index = self.new_function();
        self.current_class().decl.methods.push(index);
        let mut func = Func::new(index, FunctionKind::Method, name.into(), it.start_line);
        func.decl.modifiers = flags;
        self.compile_function(func, it)?;
        self.line = it.start_line;
        self.check_magic_method(index, &lower)
    }

    fn method_flags(&mut self, it: &'a ast::Function<'a>) -> Lower<Modifiers> {
        let mut flags = modifiers(it.modifiers);
        let class = self.current_class();
        let (interface, is_trait) = (class.is_interface(), class.is_trait());
        let method = format!("{}::{}()", text(&class.decl.name), text(it.name.text));
        let has_body = !matches!(it.body, FunctionBody::None);
        if flags.contains(Modifiers::READONLY) {
            return self.fail("Cannot use 'readonly' as method modifier");
        }
        let private = flags.contains(Modifiers::PRIVATE);
        if private && flags.contains(Modifiers::FINAL) && !same(it.name.text, b"__construct") {
            self.warn(
                DiagnosticKind::CompileWarning,
                "Private methods cannot be final as they are never overridden by other classes",
            );
        }
        if interface {
            if !flags.contains(Modifiers::PUBLIC) {
                return self.fail(format!("Access type for interface method {method} must be public"));
            }
            if flags.contains(Modifiers::FINAL) {
                return self.fail(format!("Interface method {method} must not be final"));
            }
            if flags.contains(Modifiers::ABSTRACT) {
                return self.fail(format!("Interface method {method} must not be abstract"));
            }
            flags = flags.union(Modifiers::ABSTRACT);
        }
        let word = if interface { "Interface" } else { "Abstract" };
        if flags.contains(Modifiers::ABSTRACT) {
            if private && !is_trait {
                return self.fail(format!("{word} function {method} cannot be declared private"));
            }
            if has_body {
                return self.fail(format!("{word} function {method} cannot contain body"));
            }
            let name = method.trim_end_matches("()").to_string();
            self.current_class().add_abstract(name, private);
        } else if !has_body {
            return self.fail(format!("Non-abstract method {method} must contain body"));
        }
        Ok(flags)
    }

    /// A class that is not abstract has no abstract methods of its own.
    fn check_abstracts(&mut self, it: &'a ast::Class<'a>) -> Lower<()> {
        let class = self.current_class();
        let concrete = matches!(class.kind, Kind::Class | Kind::Anonymous | Kind::Enum);
        if !concrete || class.decl.modifiers.contains(Modifiers::ABSTRACT) || class.abstracts.is_empty() {
            return Ok(());
        }
        let count = class.abstracts.len();
        let mut names: Vec<&str> = class.abstracts.iter().take(3).map(|(name, _)| &name[..]).collect();
        if count > 3 {
            names.push("...");
        }
        let names = names.join(", ");
        let plural = if count > 1 { "s" } else { "" };
        let name = text(&class.decl.name);
        let message = match it.kind {
            Kind::Enum => format!("Enum {name} must implement {count} abstract private method{plural} ({names})"),
            _ => format!(
                "Class {name} contains {count} abstract method{plural} and must therefore be declared abstract or implement the remaining methods ({names})"
            ),
        };
        self.fail(message)
    }

    // ---- traits

    fn trait_use(&mut self, it: &'a ast::TraitUse<'a>) -> Lower<()> {
        self.line = it.line;
        let mut names = Vec::new();
        for name in it.traits {
            if self.current_class().is_interface() {
                let class = text(&self.current_class().decl.name).into_owned();
                let name = text(name.text);
                return self.fail(format!("Cannot use traits inside of interfaces. {name} is used in {class}"));
            }
            names.push(self.resolve_class_reference(name, "trait name")?.into());
        }
        let mut rules = Vec::new();
        for adaptation in it.adaptations {
            rules.push(self.trait_rule(adaptation)?);
        }
        self.current_class().decl.traits.push(TraitUse { names, rules, line: it.line });
        Ok(())
    }

    fn trait_rule(&mut self, adaptation: &'a TraitAdaptation<'a>) -> Lower<TraitRule> {
        match adaptation {
            TraitAdaptation::Precedence { method, instead_of, .. } => {
                let (trait_name, name) = self.trait_method(method)?;
                let mut excluded = Vec::new();
                for name in *instead_of {
                    excluded.push(self.resolve_class_reference(name, "trait name")?.into());
                }
                Ok(TraitRule::InsteadOf { trait_name: trait_name.unwrap_or_default(), method: name, excluded })
            }
            TraitAdaptation::Alias { method, modifiers: flags, alias, .. } => {
                for (flag, word) in [(ast::Modifiers::STATIC, "static"), (ast::Modifiers::ABSTRACT, "abstract")] {
                    if flags.has(flag) {
                        return self.fail(format!("Cannot use \"{word}\" as method modifier in trait alias"));
                    }
                }
                let (trait_name, name) = self.trait_method(method)?;
                let alias = alias.as_ref().map(|alias| alias.text.into());
                Ok(TraitRule::Alias { trait_name, method: name, alias, modifiers: modifiers(*flags) })
            }
        }
    }

    fn trait_method(&mut self, method: &TraitMethod) -> Lower<(Option<Bytes>, Bytes)> {
        let class = match &method.class {
            Some(class) => Some(self.resolve_class_reference(class, "trait name")?.into()),
            None => None,
        };
        Ok((class, method.method.text.into()))
    }
}

fn class_kind(kind: Kind) -> ClassKind {
    match kind {
        Kind::Class => ClassKind::Class,
        Kind::Anonymous => ClassKind::Anonymous,
        Kind::Interface => ClassKind::Interface,
        Kind::Trait => ClassKind::Trait,
        Kind::Enum => ClassKind::Enum,
    }
}
