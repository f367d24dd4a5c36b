//! Class constants and the cases of enums.

use super::attribute::Target;
use super::function::modifiers;
use super::params::is_valid_default;
use super::{Lower, Lowering, fold, same, text};
use crate::ast::{ClassConstGroup, EnumCase, Modifiers as AstModifiers};
use phpc_abi::decl::{ClassConstDecl, Initializer, Modifiers, TypeDecl, TypeMask};
use phpc_ir::pir::{Bytes, Const};

impl<'a> Lowering<'a, '_> {
    pub(super) fn class_consts(&mut self, group: &'a ClassConstGroup<'a>) -> Lower<()> {
        self.line = group.line;
        let mut flags = modifiers(group.modifiers);
        if !group.modifiers.has_any(AstModifiers::VISIBILITY) {
            flags = flags.union(Modifiers::PUBLIC);
        }
        for element in group.consts {
            let name = element.name.text;
            let class = self.class.as_ref().expect("constants stand in classes");
            let full = format!("{}::{}", text(&class.decl.name), text(name));
            let ty = match &group.ty {
                Some(ty) => Some(self.class_const_type(ty, &full)?),
                None => None,
            };
            if flags.contains(Modifiers::PRIVATE) && flags.contains(Modifiers::FINAL) {
                return self
                    .fail(format!("Private constant {full} cannot be final as it is not visible to other classes"));
            }
            let mut value = self.initializer(element.value, false)?;
            if let (Initializer::Const(value), Some(ty)) = (&mut value, &ty)
                && !is_valid_default(ty, value)
            {
                let message = format!(
                    "Cannot use {} as value for class constant {full} of type {}",
                    fold::type_name(value),
                    text(&ty.text)
                );
                return self.fail(message);
            }
            self.declare_class_const(ClassConstDecl {
                name: name.into(),
                ty,
                value,
                modifiers: flags,
                case: false,
                attributes: Vec::new(),
                doc_comment: element.doc_comment.map(Bytes::from),
                line: element.line,
            })?;
            let attributes = self.attributes(group.attributes, Target::CLASS_CONST, Target::NONE)?;
            self.last_const().attributes = attributes;
        }
        Ok(())
    }

    fn class_const_type(&mut self, ty: &crate::ast::Type, full: &str) -> Lower<TypeDecl> {
        let ty = self.ty(ty)?;
        let refused = [TypeMask::CALLABLE, TypeMask::VOID, TypeMask::NEVER];
        if refused.iter().any(|mask| ty.mask.contains(*mask)) {
            return self.fail(format!("Class constant {full} cannot have type {}", text(&ty.text)));
        }
        Ok(ty)
    }

    fn declare_class_const(&mut self, decl: ClassConstDecl) -> Lower<()> {
        let class = self.class.as_mut().expect("constants stand in classes");
        let full = format!("{}::{}", text(&class.decl.name), text(&decl.name));
        if class.is_interface() && !decl.modifiers.contains(Modifiers::PUBLIC) {
            return self.fail(format!("Access type for interface constant {full} must be public"));
        }
        if same(&decl.name, b"class") {
            return self.fail("A class constant must not be called 'class'; it is reserved for class name fetching");
        }
        if !class.add_const(&decl.name) {
            return self.fail(format!("Cannot redefine class constant {full}"));
        }
        class.decl.constants.push(decl);
        Ok(())
    }

    fn last_const(&mut self) -> &mut ClassConstDecl {
        let class = self.class.as_mut().expect("constants stand in classes");
        class.decl.constants.last_mut().expect("it was just declared")
    }

    pub(super) fn enum_case(&mut self, case: &'a EnumCase<'a>) -> Lower<()> {
        self.line = case.line;
        let class = self.class.as_ref().expect("cases stand in classes");
        if !class.is_enum() {
            return self.fail("Case can only be used in enums");
        }
        let (name, class_name) = (text(case.name.text), text(&class.decl.name).into_owned());
        match (class.decl.enum_type.is_some(), case.value) {
            (true, None) => {
                return self.fail(format!("Case {name} of backed enum {class_name} must have a value"));
            }
            (false, Some(_)) => {
                return self.fail(format!("Case {name} of non-backed enum {class_name} must not have a value"));
            }
            _ => {}
        }
        let value = match case.value {
            Some(value) => self.initializer(value, false)?,
            None => Initializer::Const(Const::Null),
        };
        self.declare_class_const(ClassConstDecl {
            name: case.name.text.into(),
            ty: None,
            value,
            modifiers: Modifiers::PUBLIC,
            case: true,
            attributes: Vec::new(),
            doc_comment: case.doc_comment.map(Bytes::from),
            line: case.line,
        })?;
        let attributes = self.attributes(case.attributes, Target::CLASS_CONST, Target::NONE)?;
        self.last_const().attributes = attributes;
        Ok(())
    }
}
