//! Type declarations: what they mean, how PHP prints them, and which it refuses.

use super::names::{ClassKeyword, is_reserved_class_name};
use super::{Lower, Lowering, lower_case, same, text};
use crate::ast::{Name, NameKind, Type, TypeKind};
use crate::diagnostic::DiagnosticKind;
use phpc_abi::decl::{ClassType, TypeDecl, TypeMask};
use phpc_ir::pir::Bytes;

/// A type as PHP's compiler has it: `iterable` is `Traversable|array` with a mark.
#[derive(Clone, Default)]
struct Built {
    mask: u32,
    classes: Vec<Part>,
}

#[derive(Clone)]
struct Part {
    names: Vec<Bytes>,
    intersection: bool,
    from_iterable: bool,
}

const BUILTIN: [(&str, TypeMask); 13] = [
    ("null", TypeMask::NULL),
    ("true", TypeMask::TRUE),
    ("false", TypeMask::FALSE),
    ("int", TypeMask::INT),
    ("float", TypeMask::FLOAT),
    ("string", TypeMask::STRING),
    ("bool", TypeMask::BOOL),
    ("void", TypeMask::VOID),
    ("never", TypeMask::NEVER),
    ("iterable", TypeMask::ITERABLE),
    ("object", TypeMask::OBJECT),
    ("mixed", TypeMask::MIXED),
    ("array", TypeMask::ARRAY),
];

/// The order in which PHP prints builtin members.
const PRINTED: [(TypeMask, &str); 13] = [
    (TypeMask::STATIC, "static"),
    (TypeMask::CALLABLE, "callable"),
    (TypeMask::OBJECT, "object"),
    (TypeMask::ARRAY, "array"),
    (TypeMask::STRING, "string"),
    (TypeMask::INT, "int"),
    (TypeMask::FLOAT, "float"),
    (TypeMask::BOOL, "bool"),
    (TypeMask::FALSE, "false"),
    (TypeMask::TRUE, "true"),
    (TypeMask::VOID, "void"),
    (TypeMask::NEVER, "never"),
    (TypeMask::NULL, "null"),
];

const CONFUSABLE: [(&str, &str); 4] = [("boolean", "bool"), ("integer", "int"), ("double", "float"), ("resource", "")];

impl Built {
    fn of(mask: TypeMask) -> Built {
        Built { mask: mask.0, classes: Vec::new() }
    }

    fn is_intersection(&self) -> bool {
        self.mask == 0 && self.classes.len() == 1 && self.classes[0].intersection
    }

    fn has(&self, mask: TypeMask) -> bool {
        self.mask & mask.0 == mask.0
    }

    fn text(&self) -> Vec<u8> {
        if self.is_intersection() {
            return self.classes[0].names.join(&b"&"[..]);
        }
        let mut parts: Vec<Vec<u8>> = self.classes.iter().map(Part::text).collect();
        if self.has(TypeMask::MIXED) {
            parts.push(b"mixed".to_vec());
            return parts.join(&b"|"[..]);
        }
        let mut left = self.mask;
        for (mask, word) in PRINTED {
            if left & mask.0 == mask.0 && mask != TypeMask::NULL {
                parts.push(word.as_bytes().to_vec());
                left &= !mask.0;
            }
        }
        if !self.has(TypeMask::NULL) {
            return parts.join(&b"|"[..]);
        }
        match &parts[..] {
            [one] if !one.contains(&b'&') && !one.contains(&b'|') => [b"?", &one[..]].concat(),
            _ => {
                parts.push(b"null".to_vec());
                parts.join(&b"|"[..])
            }
        }
    }

    fn decl(self) -> TypeDecl {
        let text = self.text().into();
        let iterable = self.mask & TypeMask::ITERABLE.0 != 0;
        let mask = if iterable { self.mask & !TypeMask::ARRAY.0 } else { self.mask };
        let classes = self.classes.into_iter().filter(|part| !part.from_iterable);
        let classes = classes.map(|part| match part.intersection {
            true => ClassType::Intersection(part.names),
            false => ClassType::Name(part.names.into_iter().next().expect("a class has a name")),
        });
        TypeDecl { mask: TypeMask(mask), classes: classes.collect(), text }
    }
}

impl Part {
    fn text(&self) -> Vec<u8> {
        match self.intersection {
            true => [b"(", &self.names.join(&b"&"[..])[..], b")"].concat(),
            false => self.names[0].to_vec(),
        }
    }

    fn bare_text(&self) -> Vec<u8> {
        self.names.join(&b"&"[..])
    }
}

/// How PHP prints a set of builtin types.
pub(super) fn mask_text(mask: TypeMask) -> String {
    String::from_utf8_lossy(&Built::of(mask).text()).into_owned()
}

impl<'a> Lowering<'a, '_> {
    pub(super) fn ty(&mut self, ty: &Type) -> Lower<TypeDecl> {
        Ok(self.ty_with_null(ty, false)?.0)
    }

    /// `force_null`: a default of null makes the type nullable; tells whether it had to.
    pub(super) fn ty_with_null(&mut self, ty: &Type, force_null: bool) -> Lower<(TypeDecl, bool)> {
        let (ty, nullable) = match ty.kind {
            TypeKind::Nullable(inner) => (inner, true),
            _ => (ty, false),
        };
        let mut built = self.build_type(ty)?;
        if built.has(TypeMask::MIXED) && nullable {
            return self.fail("Type mixed cannot be marked as nullable since mixed already includes null");
        }
        if built.has(TypeMask::NULL) && nullable {
            return self.fail("null cannot be marked as nullable");
        }
        let forced = force_null && !nullable && !built.has(TypeMask::NULL);
        if nullable || force_null {
            built.mask |= TypeMask::NULL.0;
        }
        for (mask, message) in [
            (TypeMask::VOID, "Void can only be used as a standalone type"),
            (TypeMask::NEVER, "never can only be used as a standalone type"),
        ] {
            if built.has(mask) && (built.mask != mask.0 || !built.classes.is_empty()) {
                return self.fail(message);
            }
        }
        Ok((built.decl(), forced))
    }

    /// The text of the type with null added.
    pub(super) fn nullable_text(ty: &TypeDecl) -> String {
        let mut built = Built { mask: ty.mask.0 | TypeMask::NULL.0, classes: Vec::new() };
        for class in &ty.classes {
            let (names, intersection) = match class {
                ClassType::Name(name) => (vec![name.clone()], false),
                ClassType::Intersection(names) => (names.clone(), true),
            };
            built.classes.push(Part { names, intersection, from_iterable: false });
        }
        if ty.mask.contains(TypeMask::ITERABLE) {
            built.mask |= TypeMask::ARRAY.0;
            built.classes.push(traversable());
        }
        super::show(&built.text()).into_owned()
    }

    fn build_type(&mut self, ty: &Type) -> Lower<Built> {
        match ty.kind {
            TypeKind::Union(members) => self.union(members),
            TypeKind::Intersection(members) => {
                let part = self.intersection(members)?;
                Ok(Built { mask: 0, classes: vec![part] })
            }
            _ => self.single(ty),
        }
    }

    fn single(&mut self, ty: &Type) -> Lower<Built> {
        match ty.kind {
            TypeKind::Array => Ok(Built::of(TypeMask::ARRAY)),
            TypeKind::Callable => Ok(Built::of(TypeMask::CALLABLE)),
            TypeKind::Static => {
                if self.class.is_none() && self.scope_known() {
                    return self.fail("Cannot use \"static\" when no class scope is active");
                }
                Ok(Built::of(TypeMask::STATIC))
            }
            TypeKind::Name(name) => self.named_type(&name),
            TypeKind::Nullable(_) | TypeKind::Union(_) | TypeKind::Intersection(_) => self.build_type(ty),
        }
    }

    fn named_type(&mut self, name: &Name) -> Lower<Built> {
        let builtin = BUILTIN[..12].iter().find(|(word, _)| same(name.text, word.as_bytes()));
        if let Some((word, mask)) = builtin {
            if name.kind != NameKind::NotFullyQualified {
                return self.fail(format!("Type declaration '{word}' must be unqualified"));
            }
            if *mask == TypeMask::ITERABLE {
                return Ok(Built { mask: mask.0 | TypeMask::ARRAY.0, classes: vec![traversable()] });
            }
            return Ok(Built::of(*mask));
        }
        let class = match ClassKeyword::of_name(name) {
            Some(keyword) => {
                self.check_class_keyword(keyword)?;
                name.text.to_vec()
            }
            None => {
                let resolved = self.resolve_class(name)?;
                self.check_class_name(&resolved, "a type name")?;
                resolved
            }
        };
        self.warn_confusable(name, &class);
        let part = Part { names: vec![class.into()], intersection: false, from_iterable: false };
        Ok(Built { mask: 0, classes: vec![part] })
    }

    /// Names that are reserved, or soon will be.
    pub(super) fn check_class_name(&mut self, name: &[u8], what: &str) -> Lower<()> {
        if is_reserved_class_name(name) {
            return self.fail(format!("Cannot use \"{}\" as {what} as it is reserved", text(name)));
        }
        if name == b"_" {
            self.warn(DiagnosticKind::Deprecated, format!("Using \"_\" as {what} is deprecated since 8.4"));
        }
        Ok(())
    }

    fn warn_confusable(&mut self, name: &Name, class: &[u8]) {
        let confusable = CONFUSABLE.iter().find(|(word, _)| word.as_bytes() == name.text);
        let Some((_, meant)) = confusable else { return };
        if name.kind != NameKind::NotFullyQualified || self.names.classes.contains_key(&lower_case(name.text)) {
            return;
        }
        let import = if self.names.namespace.is_some() { " or import the class with \"use\"" } else { "" };
        let (name, class) = (text(name.text), text(class));
        let message = match meant.is_empty() {
            true => format!(
                "\"{name}\" is not a supported builtin type and will be interpreted as a class name. Write \"\\{class}\"{import} to suppress this warning"
            ),
            false => format!(
                "\"{name}\" will be interpreted as a class name. Did you mean \"{meant}\"? Write \"\\{class}\"{import} to suppress this warning"
            ),
        };
        self.warn(DiagnosticKind::CompileWarning, message);
    }

    fn intersection(&mut self, members: &[Type]) -> Lower<Part> {
        let mut names: Vec<Bytes> = Vec::new();
        for member in members {
            let built = self.single(member)?;
            let name = match &built.classes[..] {
                [part] if built.mask == 0 && !part.from_iterable => part.names[0].clone(),
                _ => {
                    let message = format!("Type {} cannot be part of an intersection type", text(&built.text()));
                    return self.fail(message);
                }
            };
            if same(&name, b"self") || same(&name, b"parent") {
                return self.fail(format!("Type {} cannot be part of an intersection type", text(&name)));
            }
            if names.iter().any(|have| same(have, &name)) {
                return self.fail(format!("Duplicate type {} is redundant", text(&name)));
            }
            names.push(name);
        }
        Ok(Part { names, intersection: true, from_iterable: false })
    }

    fn union(&mut self, members: &[Type]) -> Lower<Built> {
        let mut union = Built::default();
        let mut only_iterable = true;
        for member in members {
            if let TypeKind::Intersection(parts) = member.kind {
                only_iterable = false;
                let part = self.intersection(parts)?;
                self.check_redundant_intersection(&part, &union.classes)?;
                union.classes.push(part);
                continue;
            }
            let single = self.single(member)?;
            if single.mask == TypeMask::MIXED.0 {
                return self.fail("Type mixed can only be used as a standalone type");
            }
            only_iterable &= single.classes.iter().all(|part| part.from_iterable);
            let overlap = union.mask & single.mask & !TypeMask::ITERABLE.0;
            if overlap != 0 {
                return self.fail(format!("Duplicate type {} is redundant", mask_text(TypeMask(overlap))));
            }
            let mixes = |a: TypeMask, b: TypeMask| union.mask & a.0 != 0 && single.mask == b.0;
            if mixes(TypeMask::TRUE, TypeMask::FALSE) || mixes(TypeMask::FALSE, TypeMask::TRUE) {
                return self.fail("Type contains both true and false, bool must be used instead");
            }
            union.mask |= single.mask;
            for part in single.classes {
                self.check_redundant_class(&part, &union.classes)?;
                union.classes.push(part);
            }
        }
        let classes = !only_iterable && !union.classes.is_empty();
        if union.has(TypeMask::OBJECT) && (classes || union.has(TypeMask::STATIC)) {
            return self.fail(format!(
                "Type {} contains both object and a class type, which is redundant",
                text(&union.text())
            ));
        }
        Ok(union)
    }

    fn check_redundant_class(&mut self, part: &Part, before: &[Part]) -> Lower<()> {
        for other in before {
            if !other.names.iter().any(|name| same(name, &part.names[0])) {
                continue;
            }
            let (single, whole) = (text(&part.names[0]).into_owned(), other.bare_text());
            return match other.intersection {
                true => self
                    .fail(format!("Type {} is redundant as it is more restrictive than type {single}", text(&whole))),
                false => self.fail(format!("Duplicate type {single} is redundant")),
            };
        }
        Ok(())
    }

    fn check_redundant_intersection(&mut self, part: &Part, before: &[Part]) -> Lower<()> {
        for other in before {
            if !other.intersection {
                if part.names.iter().any(|name| same(name, &other.names[0])) {
                    let (whole, single) = (part.bare_text(), other.bare_text());
                    return self.fail(format!(
                        "Type {} is redundant as it is more restrictive than type {}",
                        text(&whole),
                        text(&single)
                    ));
                }
                continue;
            }
            let (smaller, larger) = if other.names.len() < part.names.len() { (other, part) } else { (part, other) };
            if !smaller.names.iter().all(|name| larger.names.iter().any(|have| same(have, name))) {
                continue;
            }
            let (small, large) = (smaller.bare_text(), larger.bare_text());
            let (small, large) = (text(&small).into_owned(), text(&large).into_owned());
            return match smaller.names.len() == larger.names.len() {
                true => self.fail(format!("Type {small} is redundant with type {large}")),
                false => self.fail(format!("Type {large} is redundant as it is more restrictive than type {small}")),
            };
        }
        Ok(())
    }
}

fn traversable() -> Part {
    Part { names: vec![b"Traversable"[..].into()], intersection: false, from_iterable: true }
}
