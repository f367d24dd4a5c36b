//! What a function's body takes and gives: hidden operands, parameter types, result type, from its declaration.

use crate::program::Program;
use crate::ssa::*;
use phpc_abi::decl::{
    ClassKind, ClassType, FunctionDecl, FunctionKind, Initializer, Modifiers, ParamDecl, Passing, TypeDecl, TypeMask,
};

pub fn signature(program: &Program, reference: FuncRef) -> Signature {
    let decl = program.decl(reference);
    if reference.variant == Variant::Resume {
        return Signature { hidden: vec![], params: vec![Type::POINTER, Type::INT], result: Type::INT };
    }
    Signature {
        hidden: hidden(program, reference),
        params: decl.params.iter().map(|param| param_type(program, param)).collect(),
        result: result_type(program, decl),
    }
}

/// The hidden operands of a function, in order.
pub fn hidden(program: &Program, reference: FuncRef) -> Vec<Hidden> {
    let decl = program.decl(reference);
    let mut hidden = Vec::new();
    let in_trait = decl.class.is_some_and(|class| {
        program.unit(reference.unit).classes[class.0 as usize].kind == ClassKind::Trait
    });
    match decl.kind {
        // Included code runs in the scope of the code that includes it.
        FunctionKind::Main if program.included || reference.unit != program.entry => {
            hidden.extend([Hidden::Func, Hidden::This, Hidden::StaticClass]);
        }
        FunctionKind::Main | FunctionKind::Function => {}
        FunctionKind::Method | FunctionKind::PropertyHook => {
            if in_trait {
                hidden.push(Hidden::Func);
            }
            let is_static = decl.modifiers.contains(Modifiers::STATIC);
            hidden.push(if is_static { Hidden::StaticClass } else { Hidden::This });
        }
        FunctionKind::Closure | FunctionKind::ArrowFunction => {
            hidden.extend([Hidden::Func, Hidden::This, Hidden::StaticClass, Hidden::Closure]);
        }
        FunctionKind::ConstExpr => hidden.push(Hidden::Func),
    }
    if decl.uses_arguments {
        hidden.push(Hidden::ArgCount);
    }
    if takes_surplus(decl) {
        hidden.push(Hidden::Extra);
    }
    hidden
}

/// Does the body own surplus arguments? Those that a variadic parameter collects count: they live as long as the call.
pub fn takes_surplus(decl: &FunctionDecl) -> bool {
    decl.uses_arguments || decl.params.last().is_some_and(|param| param.variadic)
}

/// The type of a hidden operand as the body receives it.
pub fn hidden_type(decl: &FunctionDecl, hidden: Hidden) -> Type {
    match hidden {
        Hidden::Func | Hidden::StaticClass => Type::POINTER,
        Hidden::This if matches!(decl.kind, FunctionKind::Closure | FunctionKind::ArrowFunction | FunctionKind::Main) => {
            Type::POINTER
        }
        Hidden::This | Hidden::Closure => Type::OBJECT,
        Hidden::ArgCount => Type::INT,
        Hidden::Extra => Type::of(Mask::UNDEF.union(Mask::NULL).union(Mask::ARRAY)),
    }
}

fn param_type(program: &Program, param: &ParamDecl) -> Type {
    if param.passing != Passing::Value && !param.variadic {
        return Type::REFERENCE;
    }
    if param.variadic {
        return Type::ARRAY;
    }
    let ty = param.ty.as_ref().map_or(Type::ANY, |decl| declared_type(program, decl));
    match param.default {
        Some(Initializer::Thunk(_)) => ty.join(&Type::UNDEF),
        _ => ty,
    }
}

fn result_type(program: &Program, decl: &FunctionDecl) -> Type {
    if decl.generator {
        return Type::OBJECT;
    }
    if decl.returns_reference {
        return Type::of(Mask::ANY.union(Mask::REFERENCE));
    }
    decl.return_type.as_ref().map_or(Type::ANY, |ty| declared_type(program, ty))
}

/// The values that a declared type admits.
pub fn declared_type(program: &Program, decl: &TypeDecl) -> Type {
    const TAGS: &[(TypeMask, Mask)] = &[
        (TypeMask::NULL, Mask::NULL),
        (TypeMask::VOID, Mask::NULL),
        (TypeMask::NEVER, Mask::NULL),
        (TypeMask::FALSE, Mask::FALSE),
        (TypeMask::TRUE, Mask::TRUE),
        (TypeMask::INT, Mask::INT),
        (TypeMask::FLOAT, Mask::FLOAT),
        (TypeMask::STRING, Mask::STRING),
        (TypeMask::ARRAY, Mask::ARRAY),
        (TypeMask::OBJECT, Mask::OBJECT),
        (TypeMask::STATIC, Mask::OBJECT),
        (TypeMask::RESOURCE, Mask::RESOURCE),
        (TypeMask::CALLABLE, Mask(Mask::STRING.0 | Mask::ARRAY.0 | Mask::OBJECT.0)),
        (TypeMask::ITERABLE, Mask(Mask::ARRAY.0 | Mask::OBJECT.0)),
    ];
    let mut mask = Mask::NONE;
    for &(bit, tags) in TAGS {
        if decl.mask.0 & bit.0 != 0 {
            mask = mask.union(tags);
        }
    }
    if decl.classes.is_empty() {
        return Type::of(if mask == Mask::NONE { Mask::ANY } else { mask });
    }
    let mut ty = Type::of(mask.union(Mask::OBJECT));
    if let [ClassType::Name(name)] = &decl.classes[..]
        && !mask.intersects(Mask::OBJECT)
    {
        ty.class[0] = program.class_of_name(name);
    }
    ty
}
