//! Attributes, and the rules of those that PHP itself knows.

use super::{Lower, Lowering, lower_case, text};
use crate::ast::{ArgKind, AttributeGroup};
use phpc_abi::decl::AttributeDecl;

/// What an attribute stands on; one bit each.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Target(u8);

impl Target {
    pub(super) const NONE: Target = Target(0);
    pub(super) const CLASS: Target = Target(1);
    pub(super) const FUNCTION: Target = Target(2);
    pub(super) const METHOD: Target = Target(4);
    pub(super) const PROPERTY: Target = Target(8);
    pub(super) const CLASS_CONST: Target = Target(16);
    pub(super) const PARAMETER: Target = Target(32);

    fn meets(self, other: Target) -> bool {
        self.0 & other.0 != 0
    }

    fn names(self) -> String {
        let names = ["class", "function", "method", "property", "class constant", "parameter"];
        let names = names.iter().enumerate().filter(|(bit, _)| self.0 & (1 << bit) != 0);
        names.map(|(_, name)| *name).collect::<Vec<_>>().join(", ")
    }
}

/// Attributes that the compiler checks, by lower-case name.
const KNOWN: [(&str, Target); 6] = [
    ("attribute", Target::CLASS),
    ("returntypewillchange", Target::METHOD),
    ("allowdynamicproperties", Target::CLASS),
    ("sensitiveparameter", Target::PARAMETER),
    ("override", Target::METHOD),
    ("deprecated", Target(2 | 4 | 16)),
];

fn known_target(name: &[u8]) -> Option<Target> {
    let lower = lower_case(name);
    KNOWN.iter().find(|(known, _)| known.as_bytes() == lower).map(|(_, target)| *target)
}

pub(super) fn has(attributes: &[AttributeDecl], name: &str) -> bool {
    attributes.iter().any(|attribute| super::same(&attribute.name, name.as_bytes()))
}

impl<'a> Lowering<'a, '_> {
    /// `also`: what the same attributes will be tried on as well (promoted parameters and their properties).
    pub(super) fn attributes(
        &mut self,
        groups: &'a [AttributeGroup<'a>],
        target: Target,
        also: Target,
    ) -> Lower<Vec<AttributeDecl>> {
        let mut list: Vec<AttributeDecl> = Vec::new();
        for attribute in groups.iter().flat_map(|group| group.attributes) {
            if attribute.args.is_some_and(|args| args.first_class) {
                return self.fail("Cannot create Closure as attribute argument");
            }
            let name = self.resolve_class(&attribute.name)?;
            if let Some(allowed) = known_target(&name)
                && !allowed.meets(target)
                && allowed.meets(also)
            {
                continue;
            }
            let mut args: Vec<(Option<Box<[u8]>>, _)> = Vec::new();
            for arg in attribute.args.iter().flat_map(|args| args.list) {
                let name = match arg.kind {
                    ArgKind::Spread => return self.fail("Cannot use unpacking in attribute argument list"),
                    ArgKind::Named(name) => {
                        if args.iter().any(|(have, _)| have.as_deref() == Some(name)) {
                            return self.fail(format!("Duplicate named parameter ${}", text(name)));
                        }
                        Some(name.into())
                    }
                    ArgKind::Positional if args.iter().any(|(name, _)| name.is_some()) => {
                        return self.fail("Cannot use positional argument after named argument");
                    }
                    ArgKind::Positional => None,
                };
                let value = self.initializer(arg.value, true)?;
                args.push((name, value));
            }
            list.push(AttributeDecl { name: name.into(), args, line: attribute.line });
        }
        self.validate(&list, target)?;
        Ok(list)
    }

    fn validate(&mut self, list: &[AttributeDecl], target: Target) -> Lower<()> {
        for attribute in list {
            let Some(allowed) = known_target(&attribute.name) else { continue };
            let name = text(&attribute.name);
            if !allowed.meets(target) {
                let message = format!(
                    "Attribute \"{name}\" cannot target {} (allowed targets: {})",
                    target.names(),
                    allowed.names()
                );
                return self.fail(message);
            }
            let same = list.iter().filter(|other| super::same(&other.name, &attribute.name)).count();
            if same > 1 {
                return self.fail(format!("Attribute \"{name}\" must not be repeated"));
            }
            if super::same(&attribute.name, b"allowdynamicproperties") {
                self.validate_dynamic_properties()?;
            }
        }
        Ok(())
    }

    fn validate_dynamic_properties(&mut self) -> Lower<()> {
        let Some(class) = &self.class else { return Ok(()) };
        let word = match () {
            _ if class.is_trait() => "trait",
            _ if class.is_interface() => "interface",
            _ if class.is_readonly() => "readonly class",
            _ if class.is_enum() => "enum",
            _ => return Ok(()),
        };
        let message = format!("Cannot apply #[AllowDynamicProperties] to {word} {}", text(&class.decl.name));
        self.fail(message)
    }
}
