//! Functions, classes and what they consist of.

use super::{Dump, flag, ident, quoted, show_name, text, words};
use crate::ast::*;

impl Dump {
    pub(super) fn function(&mut self, function: &Function) {
        let kind = format!("{:?}", function.kind);
        let modifiers = format!("{:?}", function.modifiers);
        let label = words(&[
            &kind,
            &modifiers,
            flag(function.returns_ref, "&"),
            &ident(&function.name),
            flag(function.is_generator, "generator"),
        ]);
        self.node(format!("{label} to {}", function.end_line), function.start_line, |dump| {
            dump.doc(function.doc_comment);
            dump.attributes(function.attributes);
            for param in function.params.unwrap_or_default() {
                dump.param(param);
            }
            for variable in function.uses {
                let label = words(&["Use", flag(variable.by_ref, "&"), &ident(&variable.name)]);
                dump.leaf(label, variable.name.line);
            }
            dump.ty("returns", function.return_type.as_ref());
            match function.body {
                FunctionBody::None => {}
                FunctionBody::Block { statements, line } => {
                    dump.node("Block", line, |dump| dump.statements(statements));
                }
                FunctionBody::Expr(expr) => dump.expr(expr),
            }
        });
    }

    fn param(&mut self, param: &Param) {
        let modifiers = format!("{:?}", param.modifiers);
        let label =
            words(&["Param", &modifiers, flag(param.by_ref, "&"), flag(param.variadic, "..."), &ident(&param.name)]);
        self.node(label, param.line, |dump| {
            dump.doc(param.doc_comment);
            dump.attributes(param.attributes);
            dump.ty("type", param.ty.as_ref());
            dump.optional(param.default);
            dump.hooks(param.hooks);
        });
    }

    fn hooks(&mut self, hooks: Option<&[&Function]>) {
        hooks.unwrap_or_default().iter().for_each(|hook| self.function(hook));
    }

    pub(super) fn doc(&mut self, doc_comment: Option<&[u8]>) {
        if let Some(doc_comment) = doc_comment {
            self.note(format!("doc {}", quoted(doc_comment)));
        }
    }

    fn attributes(&mut self, groups: &[AttributeGroup]) {
        for attribute in groups.iter().flat_map(|group| group.attributes) {
            self.node(format!("Attribute {}", show_name(&attribute.name)), attribute.line, |dump| {
                if let Some(args) = attribute.args {
                    dump.args(args);
                }
            });
        }
    }

    fn ty(&mut self, label: &str, ty: Option<&Type>) {
        if let Some(ty) = ty {
            self.leaf(format!("{label} {}", show_type(ty)), ty.line);
        }
    }

    pub(super) fn class(&mut self, class: &Class) {
        let kind = format!("{:?}", class.kind);
        let modifiers = format!("{:?}", class.modifiers);
        let label = words(&[&kind, &modifiers, &ident(&class.name)]);
        self.node(format!("{label} to {}", class.end_line), class.start_line, |dump| {
            dump.doc(class.doc_comment);
            dump.attributes(class.attributes);
            dump.ty("backed by", class.backing_type.as_ref());
            dump.names("parent", class.parent.as_slice());
            dump.names("interfaces", class.interfaces);
            class.members.iter().for_each(|member| dump.member(member));
        });
    }

    fn member(&mut self, member: &Member) {
        match member {
            Member::Properties(group) => self.properties(group),
            Member::Consts(group) => {
                let label = format!("ClassConst {:?}", group.modifiers);
                self.node(label, group.line, |dump| {
                    dump.attributes(group.attributes);
                    dump.ty("type", group.ty.as_ref());
                    dump.consts(group.consts);
                });
            }
            Member::Method(function) => self.function(function),
            Member::Case(case) => self.node(format!("Case {}", ident(&case.name)), case.line, |dump| {
                dump.doc(case.doc_comment);
                dump.attributes(case.attributes);
                dump.optional(case.value);
            }),
            Member::TraitUse(node) => self.node("TraitUse", node.line, |dump| {
                dump.names("traits", node.traits);
                node.adaptations.iter().for_each(|adaptation| dump.adaptation(adaptation));
            }),
        }
    }

    fn properties(&mut self, group: &PropertyGroup) {
        self.node(format!("Properties {:?}", group.modifiers), group.line, |dump| {
            dump.attributes(group.attributes);
            dump.ty("type", group.ty.as_ref());
            for property in group.properties {
                dump.node(ident(&property.name), property.line, |dump| {
                    dump.doc(property.doc_comment);
                    dump.optional(property.default);
                    dump.hooks(property.hooks);
                });
            }
        });
    }

    fn adaptation(&mut self, adaptation: &TraitAdaptation) {
        match adaptation {
            TraitAdaptation::Precedence { method, instead_of, line } => {
                self.node(format!("Precedence {}", show_method(method)), *line, |dump| {
                    dump.names("instead of", instead_of);
                });
            }
            TraitAdaptation::Alias { method, modifiers, alias, line } => {
                let modifiers = format!("{modifiers:?}");
                let alias = alias.map(|alias| text(alias.text)).unwrap_or_default();
                self.leaf(words(&["Alias", &show_method(method), "as", &modifiers, &alias]), *line);
            }
        }
    }
}

fn show_method(method: &TraitMethod) -> String {
    let class = method.class.map(|class| format!("{}::", show_name(&class))).unwrap_or_default();
    format!("{class}{}", ident(&method.method))
}

fn show_type(ty: &Type) -> String {
    let join = |members: &[Type], separator: &str| members.iter().map(show_type).collect::<Vec<_>>().join(separator);
    match ty.kind {
        TypeKind::Name(name) => show_name(&name),
        TypeKind::Array => "array".into(),
        TypeKind::Callable => "callable".into(),
        TypeKind::Static => "static".into(),
        TypeKind::Nullable(inner) => format!("?{}", show_type(inner)),
        TypeKind::Union(members) => join(members, "|"),
        TypeKind::Intersection(members) => format!("({})", join(members, "&")),
    }
}
