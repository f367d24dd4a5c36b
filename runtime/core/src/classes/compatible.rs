//! What a class may change about what it inherits: methods, properties, constants. Each check ends in PHP's own fatal.

use phpc_abi::decl::{Modifiers, Passing, TypeMask};

use super::display::{self, required_visibility, set_visibility_rank, visibility_rank};
use super::link::{LinkError, Linker, Obligation};
use super::types::{Finder, Type, TypeScope, Verdict, is_same, is_subtype};
use super::{ClassConst, ClassRef, FuncRef, Property};
use crate::calls::func::Func;
use crate::message;

/// Which rules apply to a pair of methods.
#[derive(Clone, Copy, Default)]
pub struct MethodRules {
    pub signature: bool,
    pub visibility: bool,
    pub set_prototype: bool,
    pub set_changed: bool,
    pub reset_override: bool,
}

impl MethodRules {
    pub const EXTEND: MethodRules =
        MethodRules { signature: true, visibility: true, set_prototype: true, set_changed: true, reset_override: true };
}

type Check = Result<(), LinkError>;

impl Linker<'_> {
    /// `child` takes the place of `parent` in the class being linked.
    pub(super) fn check_method(
        &mut self,
        child: FuncRef,
        child_class: ClassRef,
        mut parent: FuncRef,
        parent_class: ClassRef,
        rules: MethodRules,
    ) -> Check {
        if parent.is_private() && !parent.is_abstract() && !parent.is_constructor() {
            if rules.set_changed {
                child.changed.set(true);
            }
            return Ok(());
        }
        let of_parent = |parent: FuncRef| match parent.declared_in {
            Some(declared) if self.composing.is_some() && parent.class == Some(self.class) => display::class_name(declared),
            _ => display::class_name(parent.class.expect("methods have classes")),
        };
        let of_child = display::class_name(child_class);
        if rules.signature && parent.is_final() {
            return self.fatal_at(child, message!("Cannot override final method ", of_parent(parent), "::", child.name, "()"));
        }
        if rules.signature && child.is_static() != parent.is_static() {
            let (from, to) = if child.is_static() { ("non static", "static") } else { ("static", "non static") };
            return self.fatal_at(
                child,
                message!("Cannot make ", from, " method ", of_parent(parent), "::", child.name, "() ", to, " in class ", of_child),
            );
        }
        if rules.signature && child.is_abstract() && !parent.is_abstract() {
            return self.fatal_at(
                child,
                message!("Cannot make non abstract method ", of_parent(parent), "::", child.name, "() abstract in class ", of_child),
            );
        }
        if rules.set_changed && (parent.is_private() || parent.changed.get()) {
            child.changed.set(true);
        }
        let proto = parent.prototype.get().unwrap_or(parent);
        if parent.is_constructor() {
            if !proto.is_abstract() {
                return Ok(());
            }
            parent = proto;
        }
        if rules.set_prototype && child.class == Some(self.class) {
            child.prototype.set(Some(proto));
        }
        if rules.visibility && visibility_rank(child.modifiers) > visibility_rank(parent.modifiers) {
            let (level, weaker) = required_visibility(parent.modifiers);
            return self.fatal_at(
                child,
                message!(
                    "Access level to ", of_child, "::", child.name, "() must be ", level, " (as in class ", of_parent(parent),
                    ")", weaker
                ),
            );
        }
        if rules.signature {
            let parent_class = if parent.class == Some(parent_class) { parent_class } else { parent.class.unwrap_or(parent_class) };
            self.require(Obligation::Method { child, child_class, parent, parent_class, composing: self.composing.is_some() })?;
        }
        if rules.reset_override {
            child.override_pending.set(false);
        }
        Ok(())
    }

    /// A property of the class against the inherited one of the same name.
    pub(super) fn check_property(&mut self, child: &'static Property, parent: &'static Property) -> Check {
        let key = child.name;
        let parent_name = display::class_name(parent.class);
        let name = display::class_name(self.class);
        if parent.is_private() || parent.changed.get() {
            child.changed.set(true);
        }
        if parent.modifiers.contains(Modifiers::FINAL) {
            return self.fatal(message!("Cannot override final property ", parent_name, "::$", key));
        }
        if parent.is_private() {
            return Ok(());
        }
        if !parent.class.is_interface() {
            child.prototype.set(Some(parent.root()));
        }
        if parent.is_static() != child.is_static() {
            let kind = |property: &Property| if property.is_static() { "static " } else { "non static " };
            return self.fatal(message!(
                "Cannot redeclare ", kind(parent), parent_name, "::$", key, " as ", kind(child), name, "::$", key
            ));
        }
        if parent.is_readonly() != child.is_readonly() && !parent.modifiers.contains(Modifiers::ABSTRACT) {
            let kind = |property: &Property| if property.is_readonly() { "readonly" } else { "non-readonly" };
            return self.fatal(message!(
                "Cannot redeclare ", kind(parent), " property ", parent_name, "::$", key, " as ", kind(child), " ", name, "::$", key
            ));
        }
        let parent_get_only = parent.is_virtual.get() && parent.has_hooks() && parent.set_hook.get().is_none();
        if let Some(child_set) = set_visibility_rank(child.modifiers).filter(|_| !parent_get_only) {
            let parent_set = set_visibility_rank(parent.modifiers);
            let limit = parent_set.unwrap_or(visibility_rank(parent.modifiers));
            if child_set > limit {
                let level = match parent_set {
                    Some(2) => "private(set)",
                    Some(1) => "protected(set)",
                    Some(_) => "public(set)",
                    None => "omitted",
                };
                let weaker = if parent_set.is_some() { " or weaker" } else { "" };
                return self.fatal(message!(
                    "Set access level of ", name, "::$", key, " must be ", level, " (as in class ", parent_name, ")", weaker
                ));
            }
        }
        if visibility_rank(child.modifiers) > visibility_rank(parent.modifiers) {
            let (level, weaker) = required_visibility(parent.modifiers);
            return self.fatal(message!(
                "Access level to ", name, "::$", key, " must be ", level, " (as in class ", parent_name, ")", weaker
            ));
        }
        match (&parent.ty, &child.ty) {
            (Some(_), _) => self.require(Obligation::Property { child, parent }),
            (None, Some(_)) => self.fatal(message!(
                "Type of ", name, "::$", key, " must not be defined (as in class ", parent_name, ")"
            )),
            (None, None) => Ok(()),
        }
    }

    /// The class has a constant that a parent, interface or trait also brings.
    pub(super) fn check_constant(&mut self, child: &'static ClassConst, parent: &'static ClassConst) -> Check {
        let name = display::class_name(self.class);
        let key = child.name;
        if parent.class != child.class && parent.modifiers.contains(Modifiers::FINAL) {
            return self.fatal(message!(
                display::class_name(child.class), "::", key, " cannot override final constant ",
                display::class_name(parent.class), "::", key
            ));
        }
        if child.class != parent.class && child.class != self.class {
            return self.fatal(message!(
                self.class.kind_name(), " ", name, " inherits both ", display::class_name(child.class), "::", key, " and ",
                display::class_name(parent.class), "::", key, ", which is ambiguous"
            ));
        }
        if visibility_rank(child.modifiers) > visibility_rank(parent.modifiers) {
            let (level, weaker) = required_visibility(parent.modifiers);
            return self.fatal(message!(
                "Access level to ", name, "::", key, " must be ", level, " (as in ",
                parent.class.kind_name().to_ascii_lowercase(), " ", display::class_name(parent.class), ")", weaker
            ));
        }
        if visibility_rank(parent.modifiers) < 2 && parent.ty.is_some() {
            self.require(Obligation::Constant { child, parent })?;
        }
        Ok(())
    }
}

/// May `child` stand for `parent`? `Ok(true)`: only by a tentative return type of a builtin.
pub fn methods(child: &Func, child_class: ClassRef, parent: &Func, find: &Finder) -> (Verdict, bool) {
    const NO: (Verdict, bool) = (Verdict::No, false);
    if parent.head().required < child.head().required
        || parent.decl.returns_reference && !child.decl.returns_reference
        || parent.is_variadic() && !child.is_variadic()
    {
        return NO;
    }
    let parent_class = parent.class.unwrap_or(child_class);
    let mut verdict = Verdict::Yes;
    for number in 0..parent.params.len().max(child.params.len()) {
        let Some(wanted) = parent.param(number) else { continue };
        let Some(given) = child.param(number) else { return NO };
        let by_ref = |passing: Passing| passing;
        if by_ref(given.decl.passing) != by_ref(wanted.decl.passing) {
            return NO;
        }
        // Contravariant: the child's type may be wider; no type is mixed.
        verdict = verdict.and(|| match (&given.ty, &wanted.ty) {
            (None, _) => Verdict::Yes,
            (Some(given), None) if given.is_mixed() => Verdict::Yes,
            (Some(_), None) => Verdict::No,
            (Some(given), Some(wanted)) => is_subtype(wanted, parent_class, given, find),
        });
        if verdict == Verdict::No {
            return NO;
        }
    }
    let Some(wanted) = &parent.return_type else { return (verdict, false) };
    let tentative = is_tentative(parent);
    let Some(given) = &child.return_type else {
        return if tentative { (verdict, verdict == Verdict::Yes) } else { NO };
    };
    match is_subtype(given, child_class, wanted, find) {
        Verdict::No if tentative => (Verdict::Yes, true),
        result => (verdict.and(|| result), false),
    }
}

/// Return types of builtin methods are tentative: a mismatch is deprecated, not fatal. Those of newer classes are real;
/// none of these can be extended in a way that matters except by `never`/`static`-returning methods.
fn is_tentative(func: &Func) -> bool {
    let Some(class) = func.class else { return false };
    class.is_builtin() && !matches!(func.name.lower(), b"__tostring" | b"getiterator_real" | b"cases" | b"from" | b"tryfrom")
}

/// May the child's property have its type? Invariant, except where hooks make a property read-only or write-only.
pub fn properties(child: &Property, parent: &Property, find: &Finder) -> Verdict {
    let (Some(child_type), Some(parent_type)) = (&child.ty, &parent.ty) else {
        return if parent.ty.is_some() { Verdict::No } else { Verdict::Yes };
    };
    let covariant = || is_subtype(child_type, child.class, parent_type, find);
    let contravariant = || is_subtype(parent_type, parent.class, child_type, find);
    match property_variance(parent) {
        Variance::Covariant => covariant(),
        Variance::Contravariant => contravariant(),
        Variance::Invariant => is_same(child_type, child.class, parent_type, parent.class, find),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Variance {
    Invariant,
    Covariant,
    Contravariant,
}

pub fn property_variance(parent: &Property) -> Variance {
    let interface_like = parent.is_virtual.get() || parent.modifiers.contains(Modifiers::ABSTRACT);
    match (interface_like && parent.has_hooks(), parent.get_hook.get().is_some(), parent.set_hook.get().is_some()) {
        (true, true, false) => Variance::Covariant,
        (true, false, true) => Variance::Contravariant,
        _ => Variance::Invariant,
    }
}

pub fn constants(child: &ClassConst, parent: &ClassConst, find: &Finder) -> Verdict {
    match (&parent.ty, &child.ty) {
        (None, _) => Verdict::Yes,
        (Some(parent_type), Some(child_type)) => is_subtype(child_type, child.class, parent_type, find),
        // An untyped constant may override a typed one only if its value fits.
        (Some(parent_type), None) => match child.known_mask() {
            Some(mask) if parent_type.mask.0 & mask.0 != 0 => Verdict::No,
            _ => Verdict::No,
        },
    }
}

/// Texts of failed obligations.
pub fn method_error(child: &Func, child_class: ClassRef, parent: &Func, parent_class: ClassRef, composing: bool) -> Vec<u8> {
    // While a class takes methods from traits, they are still called the traits'.
    let owner = |func: &Func, class: ClassRef| match func.declared_in {
        Some(declared) if composing && declared.is_trait() => Some(declared),
        _ => Some(class),
    };
    message!(
        "Declaration of ", display::function_of(child, owner(child, child_class), Some(child_class)), " must be compatible with ",
        display::function_of(parent, owner(parent, parent_class), Some(parent_class))
    )
}

pub fn method_unavailable(child: &Func, child_class: ClassRef, parent: &Func, parent_class: ClassRef, name: &[u8]) -> Vec<u8> {
    message!(
        "Could not check compatibility between ", display::function(child, Some(child_class)), " and ",
        display::function(parent, Some(parent_class)), ", because class ", name, " is not available"
    )
}

pub fn method_deprecation(child: &Func, child_class: ClassRef, parent: &Func, parent_class: ClassRef) -> Vec<u8> {
    message!(
        "Return type of ", display::function(child, Some(child_class)), " should either be compatible with ",
        display::function(parent, Some(parent_class)),
        ", or the #[\\ReturnTypeWillChange] attribute should be used to temporarily suppress the notice"
    )
}

pub fn property_error(child: &Property, parent: &Property) -> Vec<u8> {
    let ty = parent.ty.as_ref().map(|ty: &Type| display::resolved_type(ty.text, TypeScope::of(Some(parent.class))));
    let relation = match property_variance(parent) {
        Variance::Invariant => "",
        Variance::Covariant => "subtype of ",
        Variance::Contravariant => "supertype of ",
    };
    message!(
        "Type of ", display::class_name(child.class), "::$", child.name, " must be ", relation, ty.unwrap_or_default(),
        " (as in class ", display::class_name(parent.class), ")"
    )
}

pub fn constant_error(child: &ClassConst, parent: &ClassConst) -> Vec<u8> {
    let ty = parent.ty.as_ref().map(|ty| display::resolved_type(ty.text, TypeScope::of(Some(parent.class))));
    message!(
        "Type of ", display::class_name(child.class), "::", child.name, " must be compatible with ",
        display::class_name(parent.class), "::", parent.name, " of type ", ty.unwrap_or_default()
    )
}

/// The mask of types that a tag alone decides, for typed constants.
pub fn scalar_mask() -> TypeMask {
    TypeMask::MIXED
}
