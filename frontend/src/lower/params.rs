//! Parameters: types, defaults, promotion.

use super::attribute::Target;
use super::function::modifiers;
use super::{Lower, Lowering, fold, names, same, text};
use crate::ast::{self, Param};
use crate::diagnostic::DiagnosticKind;
use phpc_abi::decl::{Initializer, ParamDecl, Passing, PropertyDecl, TypeDecl, TypeMask};
use phpc_ir::pir::Const;

fn is_promoted(param: &Param) -> bool {
    !param.modifiers.is_empty() || param.hooks.is_some()
}

impl<'a> Lowering<'a, '_> {
    pub(super) fn params(&mut self, params: &'a [Param<'a>]) -> Lower<()> {
        let last_required = params.iter().rposition(|param| param.default.is_none() && !param.variadic);
        let mut variadic = false;
        for (at, param) in params.iter().enumerate() {
            let name = param.name.text;
            if names::is_superglobal(name) {
                return self.fail(format!("Cannot re-assign auto-global variable {}", text(name)));
            }
            if self.local(name).index() != at {
                return self.fail(format!("Redefinition of parameter ${}", text(name)));
            }
            if name == b"this" {
                return self.fail("Cannot use $this as parameter");
            }
            if variadic {
                return self.fail("Only the last parameter can be variadic");
            }
            variadic = param.variadic;
            let required = last_required.filter(|last| at < *last).map(|last| params[last].name.text);
            self.param(param, required)?;
        }
        for param in params.iter().filter(|param| is_promoted(param)) {
            self.assign_promoted(param.name.text, param.by_ref);
        }
        Ok(())
    }

    fn param(&mut self, param: &'a Param<'a>, before_required: Option<&[u8]>) -> Lower<()> {
        let name = param.name.text;
        let promoted = is_promoted(param);
        let mut default = None;
        if let Some(value) = param.default {
            if param.variadic {
                return self.fail("Variadic parameter cannot have a default value");
            }
            default = Some(self.initializer(value, true)?);
        }
        let also = if promoted { Target::PROPERTY } else { Target::NONE };
        let attributes = self.attributes(param.attributes, Target::PARAMETER, also)?;
        let mut ty = None;
        let mut forced = false;
        if let Some(declared) = &param.ty {
            let default = default.as_mut();
            (ty, forced) = self.param_type(param, declared, default, promoted)?;
        }
        if let Some(required) = before_required
            && default.is_some()
        {
            if !forced {
                let function = self.function_text();
                let message = format!(
                    "{function}(): Optional parameter ${} declared before required parameter ${} is implicitly treated as a required parameter",
                    text(name),
                    text(required)
                );
                self.warn(DiagnosticKind::Deprecated, message);
            }
            default = None;
        }
        let default_text = match (&default, param.default) {
            (Some(_), Some(value)) => crate::ast::export(value, self.options.syntax.precision).into(),
            _ => Default::default(),
        };
        self.f.decl.params.push(ParamDecl {
            name: name.into(),
            ty: ty.clone(),
            default,
            default_text,
            passing: if param.by_ref { Passing::Reference } else { Passing::Value },
            variadic: param.variadic,
            promoted,
            attributes,
            line: self.line,
        });
        if promoted {
            self.promote(param, ty)?;
        }
        Ok(())
    }

    fn param_type(
        &mut self,
        param: &Param,
        declared: &ast::Type,
        default: Option<&mut Initializer>,
        promoted: bool,
    ) -> Lower<(Option<TypeDecl>, bool)> {
        let null = matches!(default, Some(Initializer::Const(Const::Null)));
        let force = null && !promoted;
        let (ty, forced) = self.ty_with_null(declared, force)?;
        let name = text(param.name.text);
        if forced {
            let function = self.function_text();
            let message = format!(
                "{function}(): Implicitly marking parameter ${name} as nullable is deprecated, the explicit nullable type must be used instead"
            );
            self.warn(DiagnosticKind::Deprecated, message);
        }
        if ty.mask.contains(TypeMask::VOID) {
            return self.fail("void cannot be used as a parameter type");
        }
        if ty.mask.contains(TypeMask::NEVER) {
            return self.fail("never cannot be used as a parameter type");
        }
        if let Some(Initializer::Const(value)) = default
            && !force
            && !is_valid_default(&ty, value)
        {
            let message = format!(
                "Cannot use {} as default value for parameter ${name} of type {}",
                fold::type_name(value),
                text(&ty.text)
            );
            return self.fail(message);
        }
        Ok((Some(ty), forced))
    }

    /// The property of a promoted parameter.
    fn promote(&mut self, param: &'a Param<'a>, ty: Option<TypeDecl>) -> Lower<()> {
        let name = param.name.text;
        let constructor = self.f.scoped && same(&self.f.decl.name, b"__construct");
        if !constructor || self.f.decl.kind == phpc_abi::decl::FunctionKind::PropertyHook {
            return self.fail("Cannot declare promoted property outside a constructor");
        }
        let class = self.class.as_ref().expect("a constructor has a class");
        let class_name = text(&class.decl.name).into_owned();
        let (interface, readonly_class) = (class.is_interface(), class.is_readonly());
        let redeclared = class.has_property(name);
        if self.f.has(phpc_abi::decl::Modifiers::ABSTRACT) || interface {
            return self.fail("Cannot declare promoted property in an abstract constructor");
        }
        if param.variadic {
            return self.fail("Cannot declare variadic promoted property");
        }
        let name_text = text(name).into_owned();
        if redeclared {
            return self.fail(format!("Cannot redeclare {class_name}::${name_text}"));
        }
        if let Some(ty) = ty.as_ref().filter(|ty| ty.mask.contains(TypeMask::CALLABLE)) {
            let message = format!("Property {class_name}::${name_text} cannot have type {}", text(&ty.text));
            return self.fail(message);
        }
        let mut flags = modifiers(param.modifiers);
        if readonly_class {
            flags = flags.union(phpc_abi::decl::Modifiers::READONLY);
        }
        if ty.is_none() && param.hooks.is_none() && flags.contains(phpc_abi::decl::Modifiers::READONLY) {
            return self.fail(format!("Readonly property {class_name}::${name_text} must have type"));
        }
        let property = PropertyDecl {
            name: name.into(),
            ty,
            default: None,
            modifiers: flags,
            promoted: true,
            get_hook: None,
            set_hook: None,
            attributes: Vec::new(),
            doc_comment: param.doc_comment.map(Into::into),
            line: param.line,
        };
        let at = self.declare_property(property, param.hooks)?;
        if let Some(hooks) = param.hooks {
            self.hooks(at, hooks, param.ty.as_ref())?;
        }
        let attributes = self.attributes(param.attributes, Target::PROPERTY, Target::PARAMETER)?;
        let class = self.class.as_mut().expect("asked above");
        class.decl.properties[at].attributes = attributes;
        Ok(())
    }
}

/// Is the value a default of the type? Integers become floats where only those are allowed.
pub(super) fn is_valid_default(ty: &TypeDecl, value: &mut Const) -> bool {
    if super::jump::accepts(ty, value) {
        return true;
    }
    if let Const::Int(int) = *value
        && ty.mask.contains(TypeMask::FLOAT)
    {
        *value = Const::Float((int as f64).to_bits());
        return true;
    }
    false
}
