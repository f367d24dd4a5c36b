//! Magic methods: what PHP asks of their signatures.

use super::ty::mask_text;
use super::{Lower, Lowering, text};
use crate::diagnostic::DiagnosticKind;
use phpc_abi::decl::{Modifiers, Passing, TypeMask};
use phpc_ir::pir::FuncIndex;

#[derive(Clone, Copy)]
enum Rule {
    Args(usize),
    NotStatic,
    Static,
    Public,
    /// The parameter, if it has a type.
    Arg(usize, TypeMask),
    /// The return type, if there is one.
    Returns(TypeMask),
    NoReturnType,
}

use Rule::*;

const STRING: TypeMask = TypeMask::STRING;
const ARRAY: TypeMask = TypeMask::ARRAY;
const VOID: TypeMask = TypeMask::VOID;

/// By lower-case name, in the order in which PHP checks.
const RULES: &[(&str, &[Rule])] = &[
    ("__construct", &[NotStatic, NoReturnType]),
    ("__destruct", &[Args(0), NotStatic, NoReturnType]),
    ("__clone", &[Args(0), NotStatic, Returns(VOID)]),
    ("__get", &[Args(1), NotStatic, Public, Arg(0, STRING)]),
    ("__set", &[Args(2), NotStatic, Public, Arg(0, STRING), Returns(VOID)]),
    ("__unset", &[Args(1), NotStatic, Public, Arg(0, STRING), Returns(VOID)]),
    ("__isset", &[Args(1), NotStatic, Public, Arg(0, STRING), Returns(TypeMask::BOOL)]),
    ("__call", &[Args(2), NotStatic, Public, Arg(0, STRING), Arg(1, ARRAY)]),
    ("__callstatic", &[Args(2), Static, Public, Arg(0, STRING), Arg(1, ARRAY)]),
    ("__tostring", &[Args(0), NotStatic, Public, Returns(STRING)]),
    ("__debuginfo", &[Args(0), NotStatic, Public, Returns(ARRAY.union(TypeMask::NULL))]),
    ("__serialize", &[Args(0), NotStatic, Public, Returns(ARRAY)]),
    ("__unserialize", &[Args(1), NotStatic, Public, Arg(0, ARRAY), Returns(VOID)]),
    ("__set_state", &[Args(1), Static, Public, Arg(0, ARRAY), Returns(TypeMask::OBJECT)]),
    ("__invoke", &[NotStatic, Public]),
    ("__sleep", &[Args(0), NotStatic, Public, Returns(ARRAY)]),
    ("__wakeup", &[Args(0), NotStatic, Public, Returns(VOID)]),
];

impl Lowering<'_, '_> {
    pub(super) fn check_magic_method(&mut self, func: FuncIndex, lower: &[u8]) -> Lower<()> {
        let Some((_, rules)) = RULES.iter().find(|(name, _)| name.as_bytes() == lower) else { return Ok(()) };
        for rule in *rules {
            self.check_rule(func, *rule)?;
        }
        Ok(())
    }

    fn check_rule(&mut self, func: FuncIndex, rule: Rule) -> Lower<()> {
        let class = &self.class.as_ref().expect("methods stand in classes").decl.name;
        let decl = &self.functions[func.0 as usize].as_ref().expect("it is compiled").decl;
        let full = format!("{}::{}()", text(class), text(&decl.name));
        let count = decl.params.iter().filter(|param| !param.variadic).count();
        let message = match rule {
            Args(0) if count != 0 => format!("Method {full} cannot take arguments"),
            Args(1) if count != 1 => format!("Method {full} must take exactly 1 argument"),
            Args(wanted) if count != wanted => format!("Method {full} must take exactly {wanted} arguments"),
            Args(wanted) => {
                let by_ref = decl.params.iter().take(wanted).any(|param| param.passing == Passing::Reference);
                if !by_ref {
                    return Ok(());
                }
                format!("Method {full} cannot take arguments by reference")
            }
            NotStatic if decl.modifiers.contains(Modifiers::STATIC) => format!("Method {full} cannot be static"),
            Static if !decl.modifiers.contains(Modifiers::STATIC) => format!("Method {full} must be static"),
            Public if !decl.modifiers.contains(Modifiers::PUBLIC) => {
                self.warn(DiagnosticKind::Warning, format!("The magic method {full} must have public visibility"));
                return Ok(());
            }
            Arg(number, mask) => match decl.params.get(number) {
                Some(param) if param.ty.as_ref().is_some_and(|ty| ty.mask.0 & mask.0 == 0 && !iterable(ty, mask)) => {
                    format!(
                        "{full}: Parameter #{} (${}) must be of type {} when declared",
                        number + 1,
                        text(&param.name),
                        mask_text(mask)
                    )
                }
                _ => return Ok(()),
            },
            Returns(mask) => match &decl.return_type {
                Some(ty) if !ty.mask.contains(TypeMask::NEVER) => {
                    let complex = !ty.classes.is_empty() || ty.mask.contains(TypeMask::STATIC);
                    let extra = ty.mask.0 & !mask.0 & !TypeMask::STATIC.0;
                    if extra == 0 && (!complex || mask == TypeMask::OBJECT) {
                        return Ok(());
                    }
                    format!("{full}: Return type must be {} when declared", mask_text(mask))
                }
                _ => return Ok(()),
            },
            NoReturnType if decl.return_type.is_some() => format!("Method {full} cannot declare a return type"),
            NotStatic | Static | Public | NoReturnType => return Ok(()),
        };
        self.fail(message)
    }
}

fn iterable(ty: &phpc_abi::decl::TypeDecl, mask: TypeMask) -> bool {
    mask == ARRAY && ty.mask.contains(TypeMask::ITERABLE)
}
