//! Properties.

use super::attribute::Target;
use super::function::modifiers;
use super::params::is_valid_default;
use super::{Lower, Lowering, fold, text};
use crate::ast::{Function, FunctionBody, Modifiers as AstModifiers, Property, PropertyGroup};
use phpc_abi::decl::{Initializer, Modifiers, PropertyDecl, TypeDecl, TypeMask};
use phpc_ir::pir::{Bytes, Const};

pub(super) fn without(flags: Modifiers, remove: Modifiers) -> Modifiers {
    Modifiers(flags.0 & !remove.0)
}

const SET_VISIBILITY: Modifiers = Modifiers::PUBLIC_SET.union(Modifiers::PROTECTED_SET).union(Modifiers::PRIVATE_SET);

impl<'a> Lowering<'a, '_> {
    pub(super) fn property_group(&mut self, group: &'a PropertyGroup<'a>) -> Lower<()> {
        self.line = group.line;
        let class = self.class.as_ref().expect("properties stand in classes");
        let (is_enum, interface) = (class.is_enum(), class.is_interface());
        let mut flags = modifiers(group.modifiers);
        if is_enum {
            let name = text(&class.decl.name).into_owned();
            return self.fail(format!("Enum {name} cannot include properties"));
        }
        let has = |flag: AstModifiers| group.modifiers.has(flag);
        if has(AstModifiers::FINAL) && has(AstModifiers::PRIVATE) {
            return self.fail("Property cannot be both final and private");
        }
        if has(AstModifiers::STATIC) && group.modifiers.has_any(AstModifiers::SET_VISIBILITY) {
            return self.fail("Static property may not have asymmetric visibility");
        }
        if interface {
            if has(AstModifiers::FINAL) {
                return self.fail("Property in interface cannot be final");
            }
            if group.modifiers.has_any(AstModifiers::PROTECTED.with(AstModifiers::PRIVATE)) {
                return self.fail("Property in interface cannot be protected or private");
            }
            if has(AstModifiers::ABSTRACT) {
                return self.fail(
                    "Property in interface cannot be explicitly abstract. All interface members are implicitly abstract",
                );
            }
            flags = flags.union(Modifiers::ABSTRACT);
        }
        for property in group.properties {
            let outer = self.f.property.replace(property.name.text.into());
            self.property(group, property, flags)?;
            self.f.property = outer;
        }
        Ok(())
    }

    fn property(&mut self, group: &'a PropertyGroup<'a>, it: &'a Property<'a>, flags: Modifiers) -> Lower<()> {
        let mut flags = flags;
        let name = it.name.text;
        let class = self.class.as_ref().expect("properties stand in classes");
        let full = format!("{}::${}", text(&class.decl.name), text(name));
        let (interface, readonly_class) = (class.is_interface(), class.is_readonly());
        if it.hooks.is_none() {
            if interface {
                return self.fail("Interfaces may only include hooked properties");
            }
            if flags.contains(Modifiers::ABSTRACT) {
                return self.fail("Only hooked properties may be declared abstract");
            }
        }
        let mut ty = None;
        if let Some(declared) = &group.ty {
            let declared = self.ty(declared)?;
            let refused = [TypeMask::CALLABLE, TypeMask::VOID, TypeMask::NEVER];
            if refused.iter().any(|mask| declared.mask.contains(*mask)) {
                return self.fail(format!("Property {full} cannot have type {}", text(&declared.text)));
            }
            ty = Some(declared);
        }
        if self.class.as_ref().is_some_and(|class| class.has_property(name)) {
            return self.fail(format!("Cannot redeclare {full}"));
        }
        let mut default = None;
        if let Some(value) = it.default {
            let mut value = self.initializer(value, false)?;
            if let (Initializer::Const(value), Some(ty)) = (&mut value, &ty) {
                self.check_property_default(&full, ty, value)?;
            }
            default = Some(value);
        }
        if readonly_class {
            flags = flags.union(Modifiers::READONLY);
        }
        if flags.contains(Modifiers::READONLY) {
            if ty.is_none() {
                return self.fail(format!("Readonly property {full} must have type"));
            }
            if default.is_some() {
                return self.fail(format!("Readonly property {full} cannot have default value"));
            }
            if flags.contains(Modifiers::STATIC) {
                return self.fail(format!("Static property {full} cannot be readonly"));
            }
        }
        let property = PropertyDecl {
            name: name.into(),
            ty,
            default,
            modifiers: flags,
            promoted: false,
            get_hook: None,
            set_hook: None,
            attributes: Vec::new(),
            doc_comment: it.doc_comment.map(Bytes::from),
            line: it.line,
        };
        let at = self.declare_property(property, it.hooks)?;
        if let Some(hooks) = it.hooks {
            self.hooks(at, hooks, group.ty.as_ref())?;
        }
        let attributes = self.attributes(group.attributes, Target::PROPERTY, Target::NONE)?;
        let class = self.class.as_mut().expect("properties stand in classes");
        class.decl.properties[at].attributes = attributes;
        Ok(())
    }

    fn check_property_default(&mut self, full: &str, ty: &TypeDecl, value: &mut Const) -> Lower<()> {
        if is_valid_default(ty, value) {
            return Ok(());
        }
        let intersection = ty.mask.0 == 0 && matches!(&ty.classes[..], [phpc_abi::decl::ClassType::Intersection(_)]);
        if *value == Const::Null && !intersection {
            let nullable = Self::nullable_text(ty);
            return self.fail(format!(
                "Default value for property of type {} may not be null. Use the nullable type {nullable} to allow null default value",
                text(&ty.text)
            ));
        }
        self.fail(format!(
            "Cannot use {} as default value for property {full} of type {}",
            fold::value_name(value),
            text(&ty.text)
        ))
    }

    /// Adds the property to the class; its number.
    pub(super) fn declare_property(
        &mut self,
        mut property: PropertyDecl,
        hooks: Option<&'a [&'a Function<'a>]>,
    ) -> Lower<usize> {
        let class = self.class.as_ref().expect("properties stand in classes");
        let full = format!("{}::${}", text(&class.decl.name), text(&property.name));
        let mut flags = property.modifiers;
        let visibility = [Modifiers::PUBLIC, Modifiers::PROTECTED, Modifiers::PRIVATE];
        let set_visibility = [Modifiers::PUBLIC_SET, Modifiers::PROTECTED_SET, Modifiers::PRIVATE_SET];
        if !visibility.iter().any(|flag| flags.contains(*flag)) {
            flags = flags.union(Modifiers::PUBLIC);
        }
        if class.is_interface() || hooks.is_some_and(|hooks| is_virtual(&property.name, hooks)) {
            flags = flags.union(Modifiers::VIRTUAL);
        }
        let set = set_visibility.iter().position(|flag| flags.contains(*flag));
        let get = visibility.iter().position(|flag| flags.contains(*flag)).expect("it was added above");
        match set {
            None if get == 0 && flags.contains(Modifiers::READONLY) => {
                flags = flags.union(Modifiers::PROTECTED_SET);
            }
            None => {}
            Some(_) if property.ty.is_none() => {
                return self.fail(format!("Property with asymmetric visibility {full} must have type"));
            }
            Some(set) if get > set => {
                return self.fail(format!("Visibility of property {full} must not be weaker than set visibility"));
            }
            Some(set) => {
                if set == get {
                    flags = without(flags, SET_VISIBILITY);
                }
                if flags.contains(Modifiers::PRIVATE_SET) {
                    flags = flags.union(Modifiers::FINAL);
                }
            }
        }
        property.modifiers = flags;
        let class = self.class.as_mut().expect("properties stand in classes");
        class.decl.properties.push(property);
        Ok(class.decl.properties.len() - 1)
    }
}

/// Has the property no storage: does no hook mention it?
fn is_virtual(name: &[u8], hooks: &[&Function]) -> bool {
    !hooks.iter().any(|hook| {
        let short_set = matches!(hook.body, FunctionBody::Expr(_)) && super::same(hook.name.text, b"set");
        short_set || super::hook::mentions_property(hook, name)
    })
}
