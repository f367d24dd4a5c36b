//! A function in SSA form: values, instructions, blocks.

use super::{Op, Type};
use crate::pir::{BinaryOp, CastKind, ConstId, FuncIndex, IncDec, ReadMode, UnaryOp};
use phpc_abi::primitives::Primitive;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub u32);
        impl $name {
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    Value;
    Inst;
    Block;
    /// Index into `Func::positions`.
    Pos;
    /// A frame area of values: index into `Func::slots`.
    Slot;
    /// A unit of the program.
    UnitId;
    /// A builtin function: index into the program's table of builtins.
    BuiltinId;
}

/// One version of a PHP function of the program.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FuncRef {
    pub unit: UnitId,
    pub func: FuncIndex,
    pub variant: Variant,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Variant {
    /// The body that the generic entry calls: parameters of their declared types. (Of generators: makes the frame and the
    /// Generator.) Codegen makes the generic entry itself from the signature: `bind_params` into a stack area, the body,
    /// the result as a value; if the pending word is set after either, UNDEF.
    Body,
    /// A version with better parameter types than declared, for direct calls.
    Special(u32),
    /// The resume function of a generator (abi `ResumeEntry`): parameters frame (ptr) and mode (int), result status (int).
    Resume,
}

/// Operands that a body takes besides its PHP parameters, in this order, before them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Hidden {
    /// The function's own descriptor (ptr), where it is not the unit's (methods of traits, closures: scope and statics vary).
    Func,
    /// `$this` (borrowed: the caller holds it). In closures of type ptr, null if there is none.
    This,
    /// The late-static-binding class (ptr) of a static method. In closures null if there is none or `$this` is there.
    StaticClass,
    /// The Closure object being run (borrowed).
    Closure,
    /// Number of arguments passed (int), for functions that use func_get_args.
    ArgCount,
    /// Array of surplus arguments or NULL/UNDEF (owned), for functions that use func_get_args.
    Extra,
}

#[derive(Clone, Debug)]
pub struct Signature {
    pub hidden: Vec<Hidden>,
    /// Types of the PHP parameters as the body receives them (UNDEF possible where a default is computed inside).
    pub params: Vec<Type>,
    pub result: Type,
}

#[derive(Clone, Debug)]
pub struct Func {
    pub reference: FuncRef,
    pub signature: Signature,
    pub values: Vec<ValueData>,
    pub insts: Vec<InstData>,
    /// Block 0 is the entry; its parameters are the hidden operands, then the parameters.
    pub blocks: Vec<BlockData>,
    /// Sizes (in values) of frame areas.
    pub slots: Vec<u32>,
    pub positions: Vec<Position>,
    /// Calls that were inlined.
    pub inlined: Vec<InlinedCall>,
}

/// What traces show of a call that was inlined.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InlinedCall {
    pub params: u32,
    /// It has `$this` (true) or a static class.
    pub this: Option<bool>,
}

impl InlinedCall {
    /// Number of the home of `$this` or the static class.
    pub const THIS: u32 = u32::MAX;
}

impl Func {
    /// The function whose code lies at this position: another one than this after inlining.
    pub fn function_at(&self, pos: Pos) -> FuncRef {
        self.positions[pos.index()].function
    }
    /// A position of a call that leaves out optional arguments: traces show the `count` that it passes.
    pub fn passing(&mut self, pos: Pos, count: usize) -> Pos {
        self.positions.push(Position { passed: Some(count as u32), ..self.positions[pos.index()] });
        Pos(self.positions.len() as u32 - 1)
    }
    /// One without code.
    pub fn empty(reference: FuncRef) -> Func {
        let signature = Signature { hidden: Vec::new(), params: Vec::new(), result: Type::NULL };
        Func {
            reference,
            signature,
            values: Vec::new(),
            insts: Vec::new(),
            blocks: Vec::new(),
            slots: Vec::new(),
            positions: Vec::new(),
            inlined: Vec::new(),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Position {
    pub line: u32,
    /// The function whose line it is (another one after inlining).
    pub function: FuncRef,
    /// The call into which it was inlined.
    pub inlined_at: Option<Pos>,
    /// Which of `Func::inlined` it belongs to then.
    pub inlined: u32,
    /// Of a call that leaves out optional arguments: how many it passes (traces show no others).
    pub passed: Option<u32>,
}

#[derive(Clone, Copy, Debug)]
pub struct ValueData {
    pub ty: Type,
    pub def: ValueDef,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ValueDef {
    /// Result `n` of an instruction.
    Result(Inst, u32),
    /// Parameter `n` of a block.
    Param(Block, u32),
}

#[derive(Clone, Debug)]
pub struct InstData {
    pub op: Op,
    pub args: Vec<Value>,
    pub results: Vec<Value>,
    pub imm: Imm,
    /// Where a throw (or the overflow of `*_exit`) goes. None: it leaves the function.
    pub exit: Option<Target>,
    /// Successors (terminators).
    pub targets: Vec<Target>,
    pub pos: Pos,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Target {
    pub block: Block,
    pub args: Vec<Value>,
}

#[derive(Clone, Debug, Default)]
pub struct BlockData {
    pub params: Vec<Value>,
    pub insts: Vec<Inst>,
    /// Landing pads, slow paths: placed at the function's end.
    pub cold: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Compare {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    UnsignedLess,
    UnsignedLessEqual,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum StepKind {
    Dim = 0,
    Append = 1,
    Property = 2,
}

/// Shape of a place operation.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct PlaceShape {
    pub steps: Vec<StepKind>,
    pub mode: PlaceMode,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PlaceMode {
    Plain,
    Read(ReadMode),
    Op(BinaryOp),
    IncDec(IncDec),
    /// `array_push`: what is no array is refused as the builtin refuses it.
    Push,
    /// `array_pop`, `array_shift`.
    TakeLast,
    TakeFirst,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Imm {
    None,
    Int(i64),
    /// Bits.
    Float(u64),
    Bool(bool),
    /// A constant of the function's unit (or, after inlining, of the unit given).
    Const(UnitId, ConstId),
    Mask(super::Mask),
    Type(Box<Type>),
    /// A frame area, from its nth value on.
    Slot(Slot, u32),
    /// A parameter of a call that was inlined (index into `Func::inlined`).
    Inlined(u32, u32),
    Func(FuncRef),
    /// A class declaration of a unit.
    ClassDecl(UnitId, crate::pir::ClassIndex),
    Unit(UnitId),
    Builtin(BuiltinId),
    Primitive(Primitive),
    Binary(BinaryOp),
    Unary(UnaryOp),
    Cast(CastKind),
    Compare(Compare),
    Place(Box<PlaceShape>),
    Cases(Box<[i64]>),
    /// String constants.
    Texts(Box<[(UnitId, ConstId)]>),
    Virtual { index: u32, signature: Box<Signature> },
}

impl PartialEq for Signature {
    fn eq(&self, other: &Signature) -> bool {
        self.hidden == other.hidden && self.params == other.params && self.result == other.result
    }
}
