//! Functions, classes and what stands in them as source.

use super::Export;
use crate::ast::*;

const VISIBILITY: [(Modifiers, &str); 3] =
    [(Modifiers::PUBLIC, "public "), (Modifiers::PROTECTED, "protected "), (Modifiers::PRIVATE, "private ")];
const SET_VISIBILITY: [(Modifiers, &str); 3] = [
    (Modifiers::PRIVATE_SET, "private(set) "),
    (Modifiers::PROTECTED_SET, "protected(set) "),
    (Modifiers::PUBLIC_SET, "public(set) "),
];

const CLASS_MODIFIERS: [(Modifiers, &str); 3] =
    [(Modifiers::ABSTRACT, "abstract "), (Modifiers::FINAL, "final "), (Modifiers::READONLY, "readonly ")];

impl Export {
    fn modifiers(&mut self, modifiers: Modifiers, words: &[(Modifiers, &'static str)]) {
        for (flag, word) in words {
            if modifiers.has(*flag) {
                self.word(word);
            }
        }
    }

    fn attributes(&mut self, groups: &[AttributeGroup], lines: bool) {
        for group in groups {
            self.word("#[");
            self.list(group.attributes, ", ", |out, attribute| {
                out.name(&attribute.name);
                if let Some(args) = attribute.args {
                    out.args(args);
                }
            });
            self.word("]");
            match lines {
                true => {
                    self.word("\n");
                    self.line_start();
                }
                false => self.word(" "),
            }
        }
    }

    pub(super) fn ty(&mut self, ty: &Type) {
        match ty.kind {
            TypeKind::Name(name) => self.name(&name),
            TypeKind::Array => self.word("array"),
            TypeKind::Callable => self.word("callable"),
            TypeKind::Static => self.word("static"),
            // PHP loses the qualification of nullable names.
            TypeKind::Nullable(Type { kind: TypeKind::Name(name), .. }) => {
                self.word("?");
                self.bytes(name.text);
            }
            TypeKind::Nullable(inner) => {
                self.word("?");
                self.ty(inner);
            }
            TypeKind::Union(members) => self.list(members, "|", |out, member| out.ty(member)),
            TypeKind::Intersection(members) => self.list(members, "&", |out, member| out.ty(member)),
        }
    }

    fn typed(&mut self, ty: Option<&Type>) {
        if let Some(ty) = ty {
            self.ty(ty);
            self.word(" ");
        }
    }

    /// A function, method, closure or arrow function.
    pub(super) fn function_declaration(&mut self, it: &Function) {
        let inline = matches!(it.kind, FunctionKind::Closure | FunctionKind::Arrow);
        self.attributes(it.attributes, !inline);
        self.modifiers(it.modifiers, &VISIBILITY);
        self.modifiers(
            it.modifiers,
            &[(Modifiers::STATIC, "static "), (Modifiers::ABSTRACT, "abstract "), (Modifiers::FINAL, "final ")],
        );
        self.word(if it.kind == FunctionKind::Arrow { "fn" } else { "function " });
        if it.returns_ref {
            self.word("&");
        }
        if !inline {
            self.bytes(it.name.text);
        }
        self.word("(");
        self.list(it.params.unwrap_or_default(), ", ", |out, param| out.param(param));
        self.word(")");
        if !it.uses.is_empty() {
            self.word(" use(");
            self.list(it.uses, ", ", |out, capture| {
                out.word(if capture.by_ref { "&$" } else { "$" });
                out.bytes(capture.name.text);
            });
            self.word(")");
        }
        if let Some(ty) = &it.return_type {
            self.word(": ");
            self.ty(ty);
        }
        match it.body {
            FunctionBody::None => self.word(";\n"),
            FunctionBody::Expr(expr) => {
                self.word(" => ");
                self.expr(expr, 0);
            }
            FunctionBody::Block { statements, .. } => {
                self.word(" {\n");
                self.indented(|out| out.statements(statements));
                self.line_start();
                self.word(if inline { "}" } else { "}\n" });
            }
        }
    }

    fn param(&mut self, it: &Param) {
        self.attributes(it.attributes, false);
        self.modifiers(it.modifiers, &VISIBILITY);
        self.modifiers(it.modifiers, &SET_VISIBILITY);
        self.typed(it.ty.as_ref());
        if it.by_ref {
            self.word("&");
        }
        if it.variadic {
            self.word("...");
        }
        self.word("$");
        self.bytes(it.name.text);
        self.default_value(it.default);
        if let Some(hooks) = it.hooks {
            self.hooks(hooks);
        }
    }

    fn hooks(&mut self, hooks: &[&Function]) {
        self.word(" {\n");
        self.indented(|out| {
            out.line_start();
            for (at, hook) in hooks.iter().enumerate() {
                if at > 0 {
                    out.word("\n");
                    out.line_start();
                }
                // PHP has one flag for "by reference" of functions and for "private(set)" of properties.
                if hook.returns_ref {
                    out.word("private(set) ");
                }
                out.modifiers(hook.modifiers, &[(Modifiers::FINAL, "final ")]);
                out.bytes(hook.name.text);
                match hook.body {
                    FunctionBody::None => out.word(";"),
                    FunctionBody::Expr(expr) => {
                        out.word(" => ");
                        out.expr(expr, 0);
                        out.word(";");
                    }
                    FunctionBody::Block { statements, .. } => {
                        out.word(" {\n");
                        out.indented(|out| out.statements(statements));
                        out.line_start();
                        out.word("}");
                    }
                }
            }
            out.word("\n");
        });
        self.line_start();
        self.word("}");
    }

    pub(super) fn class(&mut self, it: &Class) {
        self.attributes(it.attributes, true);
        if matches!(it.kind, ClassKind::Class | ClassKind::Anonymous) {
            self.modifiers(it.modifiers, &CLASS_MODIFIERS);
        }
        self.word(match it.kind {
            ClassKind::Interface => "interface ",
            ClassKind::Trait => "trait ",
            ClassKind::Enum => "enum ",
            ClassKind::Class | ClassKind::Anonymous => "class ",
        });
        self.bytes(it.name.text);
        if let Some(ty) = &it.backing_type {
            self.word(": ");
            self.ty(ty);
        }
        self.class_body(it);
        self.word("\n");
    }

    pub(super) fn new_class(&mut self, class: &Class, args: &Args) {
        self.word("new ");
        self.attributes(class.attributes, false);
        self.word("class");
        if args.first_class || !args.list.is_empty() {
            self.args(args);
        }
        self.class_body(class);
    }

    fn class_body(&mut self, it: &Class) {
        if let Some(parent) = &it.parent {
            self.word(" extends ");
            self.name(parent);
        }
        if !it.interfaces.is_empty() {
            self.word(" implements ");
            self.list(it.interfaces, ", ", |out, name| out.bytes(name.text));
        }
        self.word(" {\n");
        self.indented(|out| {
            for member in it.members {
                out.line_start();
                out.member_declaration(member);
                out.word("\n");
            }
        });
        self.line_start();
        self.word("}");
    }

    fn member_declaration(&mut self, member: &Member) {
        match member {
            Member::Properties(group) => self.properties(group),
            Member::Consts(group) => {
                self.attributes(group.attributes, true);
                self.modifiers(group.modifiers, &VISIBILITY);
                self.word("const ");
                self.typed(group.ty.as_ref());
                self.consts(group.consts);
                self.word(";");
            }
            Member::Method(method) => self.function_declaration(method),
            Member::Case(case) => {
                self.attributes(case.attributes, true);
                self.word("case ");
                self.bytes(case.name.text);
                self.default_value(case.value);
                self.word(";");
            }
            Member::TraitUse(it) => self.trait_use(it),
        }
    }

    fn properties(&mut self, group: &PropertyGroup) {
        self.attributes(group.attributes, true);
        self.modifiers(group.modifiers, &VISIBILITY);
        self.modifiers(group.modifiers, &SET_VISIBILITY);
        self.modifiers(group.modifiers, &[(Modifiers::STATIC, "static "), (Modifiers::READONLY, "readonly ")]);
        self.typed(group.ty.as_ref());
        self.list(group.properties, ", ", |out, property| {
            out.word("$");
            out.bytes(property.name.text);
            out.default_value(property.default);
            if let Some(hooks) = property.hooks {
                out.hooks(hooks);
            }
        });
        if group.properties.first().is_none_or(|property| property.hooks.is_none()) {
            self.word(";");
        }
    }

    fn trait_use(&mut self, it: &TraitUse) {
        self.word("use ");
        self.list(it.traits, ", ", |out, name| out.bytes(name.text));
        if it.adaptations.is_empty() {
            return self.word(";");
        }
        self.word(" {\n");
        self.indented(|out| {
            for adaptation in it.adaptations {
                out.line_start();
                out.adaptation(adaptation);
                out.word(";\n");
            }
        });
        self.line_start();
        self.word("}");
    }

    fn adaptation(&mut self, it: &TraitAdaptation) {
        match it {
            TraitAdaptation::Precedence { method, instead_of, .. } => {
                self.trait_method(method);
                self.word(" insteadof ");
                self.list(*instead_of, ", ", |out, name| out.bytes(name.text));
            }
            TraitAdaptation::Alias { method, modifiers, alias, .. } => {
                self.trait_method(method);
                let visible = modifiers.has_any(Modifiers::VISIBILITY);
                if visible || alias.is_some() {
                    self.word(" as");
                }
                for (flag, word) in VISIBILITY {
                    if modifiers.has(flag) {
                        self.word(" ");
                        self.word(word.trim_end());
                    }
                }
                if let Some(alias) = alias {
                    self.word(" ");
                    self.bytes(alias.text);
                }
            }
        }
    }

    fn trait_method(&mut self, method: &TraitMethod) {
        if let Some(class) = &method.class {
            self.bytes(class.text);
            self.word("::");
        }
        self.bytes(method.method.text);
    }
}
