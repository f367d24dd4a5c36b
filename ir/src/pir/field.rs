//! The parts of an operation, seen alike by everything that walks operations: verifier, liveness, renumbering, text.

use super::text::Text;
use super::*;

/// Told of each part of an operation in order. A walker implements what it cares for.
#[allow(unused_variables)]
pub trait Visit {
    /// A temporary is defined.
    fn def(&mut self, temp: Temp) {}
    /// A temporary is consumed.
    fn consume(&mut self, temp: Temp) {}
    /// A temporary is looked at and stays live.
    fn peek(&mut self, temp: Temp) {}
    /// A local is mentioned: read, or written where it is the base of a written place (see the operation).
    fn local(&mut self, local: Local) {}
    fn this(&mut self) {}
    fn constant(&mut self, constant: ConstId) {}
    /// A successor (terminators).
    fn block(&mut self, block: Block) {}
    fn region(&mut self, region: RegionId) {}
    fn static_var(&mut self, var: StaticVar) {}
    fn func(&mut self, func: FuncIndex) {}
    fn class(&mut self, class: ClassIndex) {}
}

/// A field of an operation.
pub trait Field: Text {
    fn visit(&self, visitor: &mut dyn Visit);
}

macro_rules! leaf {
    ($($ty:ty => |$value:ident, $visitor:ident| $body:expr;)*) => {$(
        impl Field for $ty {
            fn visit(&self, $visitor: &mut dyn Visit) {
                let $value = self;
                $body
            }
        }
    )*};
}

leaf! {
    Def => |it, visitor| visitor.def(it.0);
    Temp => |it, visitor| visitor.consume(*it);
    Peek => |it, visitor| visitor.peek(it.0);
    Local => |it, visitor| visitor.local(*it);
    ConstId => |it, visitor| visitor.constant(*it);
    Block => |it, visitor| visitor.block(*it);
    RegionId => |it, visitor| visitor.region(*it);
    Operand => |it, visitor| match it {
        Operand::Const(constant) => visitor.constant(*constant),
        Operand::Temp(temp) => visitor.consume(*temp),
        Operand::Local(local) => visitor.local(*local),
        Operand::This => visitor.this(),
    };
    PeekOperand => |it, visitor| match it.0 {
        Operand::Temp(temp) => visitor.peek(temp),
        other => other.visit(visitor),
    };
    ClassRef => |it, visitor| match it {
        ClassRef::Named(name) => visitor.constant(*name),
        ClassRef::Dynamic(operand) => operand.visit(visitor),
        ClassRef::SelfClass | ClassRef::Parent | ClassRef::Static => {}
    };
    Place => |it, visitor| {
        match &it.base {
            Base::Local(local) => visitor.local(*local),
            Base::Value(operand) | Base::Variable(operand) | Base::Global(operand) => operand.visit(visitor),
            Base::StaticProperty { class, name } => {
                class.visit(visitor);
                name.visit(visitor);
            }
        }
        for step in &it.steps {
            match step {
                Step::Dim(operand) | Step::Property(operand) => operand.visit(visitor),
                Step::Append => {}
            }
        }
    };
    Callee => |it, visitor| match it {
        Callee::Function { name, fallback } => {
            visitor.constant(*name);
            fallback.visit(visitor);
        }
        Callee::Value(operand) => operand.visit(visitor),
        Callee::Method { object, name } => {
            object.visit(visitor);
            name.visit(visitor);
        }
        Callee::StaticMethod { class, name } => {
            class.visit(visitor);
            name.visit(visitor);
        }
        Callee::Constructor { object } => object.visit(visitor),
        Callee::ParentHook { property, .. } => visitor.constant(*property),
        Callee::Callback { value, .. } => value.visit(visitor),
    };
    IterTarget => |it, visitor| match it {
        IterTarget::Temp(def) | IterTarget::TempRef(def) => def.visit(visitor),
        IterTarget::Local(local) | IterTarget::LocalRef(local) => visitor.local(*local),
    };
    StaticVar => |it, visitor| visitor.static_var(*it);
    FuncIndex => |it, visitor| visitor.func(*it);
    ClassIndex => |it, visitor| visitor.class(*it);
    BinaryOp => |_it, _visitor| ();
    UnaryOp => |_it, _visitor| ();
    CastKind => |_it, _visitor| ();
    IncDec => |_it, _visitor| ();
    IncludeKind => |_it, _visitor| ();
    HookKind => |_it, _visitor| ();
    MagicConst => |_it, _visitor| ();
    ReadMode => |_it, _visitor| ();
    u32 => |_it, _visitor| ();
    bool => |_it, _visitor| ();
}

impl<T: Field> Field for Option<T> {
    fn visit(&self, visitor: &mut dyn Visit) {
        if let Some(field) = self {
            field.visit(visitor);
        }
    }
}
impl<T: Field> Field for Vec<T> {
    fn visit(&self, visitor: &mut dyn Visit) {
        for field in self {
            field.visit(visitor);
        }
    }
}
impl<A: Field, B: Field> Field for (A, B) {
    fn visit(&self, visitor: &mut dyn Visit) {
        self.0.visit(visitor);
        self.1.visit(visitor);
    }
}
