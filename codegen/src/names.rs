//! What emitted code refers to by address, and its form as Cranelift's numbered names.

use cranelift_codegen::ir::UserExternalName;
use phpc_abi::primitives::Primitive;

/// Something with an address. `func` numbers count the functions being compiled, in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Symbol {
    Body { func: u32 },
    /// The generic entry made for a function.
    Entry { func: u32 },
    Primitive(Primitive),
    BuiltinNative(u32),
    BuiltinEntry(u32),
    BuiltinDescriptor(u32),
    /// The `StrHeader` of a string constant.
    Literal { unit: u32, index: u32 },
    Unit(u32),
    FuncCell { unit: u32, index: u32 },
    ClassCell { unit: u32, index: u32 },
    /// The `RawValue` of a constant.
    ConstSlot { unit: u32, index: u32 },
    /// A zero-initialised word owned by a function.
    Cache { func: u32, word: u32 },
    Engine(Engine),
}

/// In the number of a cache word: it belongs to the function's generic entry.
pub(crate) const ENTRY_CACHE: u32 = 1 << 31;

/// The runtime's data that emitted code reads.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum Engine {
    Pending,
    StackLimit,
    OneByteStrings,
}

impl Engine {
    pub(crate) const ALL: [Engine; 3] = [Engine::Pending, Engine::StackLimit, Engine::OneByteStrings];
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Engine::Pending => phpc_abi::layout::PENDING,
            Engine::StackLimit => phpc_abi::layout::STACK_LIMIT,
            Engine::OneByteStrings => phpc_abi::layout::ONE_BYTE_STRINGS,
        }
    }
}

/// Namespaces are a kind in the low bits and a unit or function above.
const KIND_BITS: u32 = 4;

impl Symbol {
    pub(crate) fn encode(self) -> UserExternalName {
        let (kind, group, index) = match self {
            Symbol::Body { func } => (0, 0, func),
            Symbol::Entry { func } => (1, 0, func),
            Symbol::Primitive(primitive) => (2, 0, primitive as u32),
            Symbol::BuiltinNative(index) => (3, 0, index),
            Symbol::BuiltinEntry(index) => (4, 0, index),
            Symbol::BuiltinDescriptor(index) => (5, 0, index),
            Symbol::Literal { unit, index } => (6, unit, index),
            Symbol::Unit(unit) => (7, 0, unit),
            Symbol::FuncCell { unit, index } => (8, unit, index),
            Symbol::ClassCell { unit, index } => (9, unit, index),
            Symbol::ConstSlot { unit, index } => (10, unit, index),
            Symbol::Cache { func, word } => (11, func, word),
            Symbol::Engine(engine) => (12, 0, engine as u32),
        };
        UserExternalName { namespace: kind | group << KIND_BITS, index }
    }

    pub(crate) fn decode(name: &UserExternalName) -> Symbol {
        let (group, index) = (name.namespace >> KIND_BITS, name.index);
        match name.namespace & ((1 << KIND_BITS) - 1) {
            0 => Symbol::Body { func: index },
            1 => Symbol::Entry { func: index },
            2 => Symbol::Primitive(Primitive::ALL[index as usize]),
            3 => Symbol::BuiltinNative(index),
            4 => Symbol::BuiltinEntry(index),
            5 => Symbol::BuiltinDescriptor(index),
            6 => Symbol::Literal { unit: group, index },
            7 => Symbol::Unit(index),
            8 => Symbol::FuncCell { unit: group, index },
            9 => Symbol::ClassCell { unit: group, index },
            10 => Symbol::ConstSlot { unit: group, index },
            11 => Symbol::Cache { func: group, word: index },
            12 => Symbol::Engine(Engine::ALL[index as usize]),
            kind => panic!("a name of kind {kind} was never made"),
        }
    }
}
