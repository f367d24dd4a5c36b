//! How SSA values lie in Cranelift values, and the conversions between representations.

use cranelift_codegen::ir::{self, AbiParam, InstBuilder, MemFlagsData, types};
use cranelift_frontend::FunctionBuilder;
use phpc_abi::value::Tag;
use phpc_ir::ssa::{Mask, Repr, Type};

/// A value in machine words.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Words {
    /// NULL or UNDEF (or a value that never exists): the tag says all.
    Nothing(Tag),
    Int(ir::Value),
    Float(ir::Value),
    /// An i8, 0 or 1.
    Bool(ir::Value),
    /// A counted block of the tag, or an address that is no PHP value.
    Pointer(ir::Value, Option<Tag>),
    Pair(ir::Value, ir::Value),
}

/// Plain memory access: addresses are right by construction.
pub(crate) fn memory() -> MemFlagsData {
    MemFlagsData::trusted()
}

/// Memory that stays as it is as long as the address is used: may be read earlier, and once.
pub(crate) fn steady_memory() -> MemFlagsData {
    MemFlagsData::trusted().with_readonly().with_can_move()
}

/// The tag of a type that travels as a pointer; none for addresses.
pub(crate) fn pointer_tag(mask: Mask) -> Option<Tag> {
    match mask {
        Mask::STRING => Some(Tag::STRING),
        Mask::ARRAY => Some(Tag::ARRAY),
        Mask::OBJECT => Some(Tag::OBJECT),
        Mask::RESOURCE => Some(Tag::RESOURCE),
        Mask::REFERENCE => Some(Tag::REFERENCE),
        _ => None,
    }
}

pub(crate) fn nothing_tag(mask: Mask) -> Tag {
    if mask == Mask::UNDEF { Tag::UNDEF } else { Tag::NULL }
}

/// Cranelift types of a representation, in order.
pub(crate) fn repr_types(repr: Repr) -> &'static [ir::Type] {
    match repr {
        Repr::Nothing => &[],
        Repr::Int | Repr::Pointer => &[types::I64],
        Repr::Float => &[types::F64],
        Repr::Bool => &[types::I8],
        Repr::Pair => &[types::I64, types::I64],
    }
}

/// The same as parameters of a function (booleans zero-extended: they may come from or go to Rust).
pub(crate) fn abi_params(repr: Repr, out: &mut Vec<AbiParam>) {
    out.extend(repr_types(repr).iter().map(|&ty| match ty {
        types::I8 => AbiParam::new(ty).uext(),
        ty => AbiParam::new(ty),
    }));
}

impl Words {
    /// From Cranelift values in the order of [`repr_types`].
    pub(crate) fn gather(ty: &Type, values: &[ir::Value]) -> Words {
        match ty.repr() {
            Repr::Nothing => Words::Nothing(nothing_tag(ty.tags())),
            Repr::Int => Words::Int(values[0]),
            Repr::Float => Words::Float(values[0]),
            Repr::Bool => Words::Bool(values[0]),
            Repr::Pointer => Words::Pointer(values[0], pointer_tag(ty.tags())),
            Repr::Pair => Words::Pair(values[0], values[1]),
        }
    }

    pub(crate) fn scatter(self, out: &mut Vec<ir::Value>) {
        match self {
            Words::Nothing(_) => {}
            Words::Int(value) | Words::Float(value) | Words::Bool(value) | Words::Pointer(value, _) => out.push(value),
            Words::Pair(tag, payload) => out.extend([tag, payload]),
        }
    }

    /// The same value as a value of type `ty` travels.
    pub(crate) fn to(self, builder: &mut FunctionBuilder, ty: &Type) -> Words {
        match ty.repr() {
            Repr::Nothing => Words::Nothing(nothing_tag(ty.tags())),
            Repr::Int => Words::Int(self.int(builder)),
            Repr::Float => Words::Float(self.float(builder)),
            Repr::Bool => Words::Bool(self.bool(builder)),
            Repr::Pointer => Words::Pointer(self.int(builder), pointer_tag(ty.tags())),
            Repr::Pair => {
                let (tag, payload) = self.pair(builder);
                Words::Pair(tag, payload)
            }
        }
    }

    /// The payload as an i64 (for ints, addresses).
    pub(crate) fn int(self, builder: &mut FunctionBuilder) -> ir::Value {
        match self {
            Words::Nothing(_) => builder.ins().iconst(types::I64, 0),
            Words::Int(value) | Words::Pointer(value, _) | Words::Pair(_, value) => value,
            Words::Float(value) => builder.ins().bitcast(types::I64, MemFlagsData::new(), value),
            Words::Bool(value) => builder.ins().uextend(types::I64, value),
        }
    }

    pub(crate) fn float(self, builder: &mut FunctionBuilder) -> ir::Value {
        match self {
            Words::Float(value) => value,
            Words::Nothing(_) => builder.ins().f64const(0.0),
            other => {
                let payload = other.int(builder);
                builder.ins().bitcast(types::F64, MemFlagsData::new(), payload)
            }
        }
    }

    pub(crate) fn bool(self, builder: &mut FunctionBuilder) -> ir::Value {
        match self {
            Words::Bool(value) => value,
            Words::Nothing(_) => builder.ins().iconst(types::I8, 0),
            other => {
                let payload = other.int(builder);
                builder.ins().ireduce(types::I8, payload)
            }
        }
    }

    pub(crate) fn tag(self, builder: &mut FunctionBuilder) -> ir::Value {
        let tag = match self {
            Words::Pair(tag, _) => return tag,
            Words::Nothing(tag) => tag,
            Words::Int(_) => Tag::INT,
            Words::Float(_) => Tag::FLOAT,
            Words::Bool(_) => Tag::BOOL,
            Words::Pointer(_, tag) => tag.unwrap_or(Tag::UNDEF),
        };
        builder.ins().iconst(types::I64, tag.0 as i64)
    }

    pub(crate) fn pair(self, builder: &mut FunctionBuilder) -> (ir::Value, ir::Value) {
        (self.tag(builder), self.int(builder))
    }
}
