//! Functions built by hand, compiled, placed in memory and called, with stand-ins for the runtime.
#![allow(unsafe_code)]

use memmap2::{Mmap, MmapMut};
use phpc_abi::decl::{FuncIndex, FunctionKind};
use phpc_abi::primitives::Primitive;
use phpc_abi::signature::empty_function;
use phpc_abi::value::{RawValue, Tag};
use phpc_codegen::{Bases, ProgramInfo, Settings, Target, compile};
use phpc_ir::pir;
use phpc_ir::program::Program;
use phpc_ir::ssa::{
    Block, BlockData, Compare, Func, FuncRef, Hidden, Imm, Inst, InstData, Mask, Op, Pos, Position, Signature,
    Target as Jump, Type, UnitId, Value, ValueData, ValueDef, Variant,
};

const UNIT: UnitId = UnitId(0);

fn reference(index: u32) -> FuncRef {
    FuncRef { unit: UNIT, func: FuncIndex(index), variant: Variant::Body }
}

/// Builds a function block by block.
struct Builder {
    func: Func,
    block: Block,
}

impl Builder {
    fn new(index: u32, params: &[Type], result: Type) -> Builder {
        let signature = Signature { hidden: Vec::<Hidden>::new(), params: params.to_vec(), result };
        let position = Position { line: 1, function: reference(index), inlined_at: None, inlined: 0, passed: None };
        let func = Func {
            reference: reference(index),
            signature,
            values: Vec::new(),
            insts: Vec::new(),
            blocks: Vec::new(),
            slots: Vec::new(),
            positions: vec![position],
            inlined: Vec::new(),
        };
        let mut builder = Builder { func, block: Block(0) };
        builder.block(params);
        builder
    }
    fn block(&mut self, params: &[Type]) -> (Block, Vec<Value>) {
        let block = Block(self.func.blocks.len() as u32);
        let mut values = Vec::new();
        for (n, &ty) in params.iter().enumerate() {
            values.push(Value(self.func.values.len() as u32));
            self.func.values.push(ValueData { ty, def: ValueDef::Param(block, n as u32) });
        }
        self.func.blocks.push(BlockData { params: values.clone(), insts: Vec::new(), cold: false });
        (block, values)
    }
    fn param(&self, n: usize) -> Value {
        self.func.blocks[0].params[n]
    }
    fn inst(&mut self, op: Op, args: &[Value], results: &[Type], imm: Imm) -> Vec<Value> {
        self.inst_to(op, args, results, imm, None, Vec::new())
    }
    fn inst_to(&mut self, op: Op, args: &[Value], results: &[Type], imm: Imm, exit: Option<Jump>, targets: Vec<Jump>) -> Vec<Value> {
        let inst = Inst(self.func.insts.len() as u32);
        let first = self.func.values.len() as u32;
        for (n, &ty) in results.iter().enumerate() {
            self.func.values.push(ValueData { ty, def: ValueDef::Result(inst, n as u32) });
        }
        let results: Vec<_> = (0..results.len() as u32).map(|n| Value(first + n)).collect();
        let data = InstData { op, args: args.to_vec(), results: results.clone(), imm, exit, targets, pos: Pos(0) };
        self.func.insts.push(data);
        self.func.blocks[self.block.index()].insts.push(inst);
        results
    }
    fn int(&mut self, value: i64) -> Value {
        self.inst(Op::int, &[], &[Type::INT], Imm::Int(value))[0]
    }
}

fn to(block: Block, args: &[Value]) -> Jump {
    Jump { block, args: args.to_vec() }
}

fn program(functions: usize) -> Program {
    let function = |index: usize| {
        let mut decl = empty_function();
        decl.name = format!("f{index}").as_bytes().into();
        decl.kind = FunctionKind::Function;
        pir::Function { decl, temps: 0, blocks: Vec::new(), regions: Vec::new() }
    };
    let unit = pir::Unit {
        path: b"test.php".as_slice().into(),
        strict: false,
        consts: vec![pir::Const::Str(b"hello".as_slice().into())],
        functions: (0..functions).map(function).collect(),
        classes: Vec::new(),
        hoisted_functions: Vec::new(),
        hoisted_classes: Vec::new(),
        halt_offset: None,
        diagnostics: Vec::new(),
    };
    Program::new(vec![unit], UNIT, Default::default(), false)
}

// ---- stand-ins

extern "C" fn add(_: u64, _: u64, _: u64, _: u64) -> RawValue {
    RawValue::int(4242)
}
extern "C" fn nothing() {}

struct Loaded {
    _text: Mmap,
    data: MmapMut,
    entry: Vec<u64>,
    pending: usize,
}

/// Compiles and maps. The engine's words lie behind the data.
fn load(program: &Program, funcs: &[Func]) -> Loaded {
    let settings = Settings { verify: true, ..Settings::default() };
    let image = compile(program, funcs, &ProgramInfo::default(), &settings).unwrap_or_else(|failure| panic!("{}", failure.message));
    let mut text = MmapMut::map_anon(image.text_size() as usize + 4096).expect("memory");
    let data_size = image.data.len().next_multiple_of(16);
    let rodata_size = image.rodata.len().next_multiple_of(16);
    let mut data = MmapMut::map_anon(data_size + rodata_size + image.bss as usize + 4096).expect("memory");
    let start = data.as_ptr() as u64;
    let words = data_size + rodata_size + (image.bss as usize).next_multiple_of(16);
    let bases = Bases {
        text: text.as_ptr() as u64,
        rodata: start + data_size as u64,
        data: start,
        bss: start + (data_size + rodata_size) as u64,
    };
    let lookup = |name: &str| match name {
        "php_pending" => Some(start + words as u64),
        "php_stack_limit" => Some(start + words as u64 + 8),
        name if name == Primitive::add.symbol() => Some(add as *const () as u64),
        _ => Some(nothing as *const () as u64),
    };
    let placed = image.place(bases, &lookup).expect("everything is near");
    text[..placed.text.len()].copy_from_slice(&placed.text);
    data[..placed.data.len()].copy_from_slice(&placed.data);
    data[data_size..data_size + placed.rodata.len()].copy_from_slice(&placed.rodata);
    let bodies: Vec<_> = image.functions.iter().filter(|function| !function.name.ends_with("(entry)")).collect();
    let entry = bodies.iter().map(|function| bases.text + function.offset).collect();
    Loaded { _text: text.make_exec().expect("executable memory"), data, entry, pending: words }
}

fn fib() -> Func {
    let mut b = Builder::new(0, &[Type::INT], Type::INT);
    let n = b.param(0);
    let two = b.int(2);
    let small = b.inst(Op::int_compare, &[n, two], &[Type::BOOL], Imm::Compare(Compare::Less))[0];
    let (done, more) = (b.block(&[]).0, b.block(&[]).0);
    b.inst_to(Op::branch, &[small], &[], Imm::None, None, vec![to(done, &[]), to(more, &[])]);
    b.block = done;
    b.inst(Op::ret, &[n], &[], Imm::None);
    b.block = more;
    let one = b.int(1);
    let first = b.inst(Op::int_sub, &[n, one], &[Type::INT], Imm::None)[0];
    let first = b.inst(Op::call, &[first], &[Type::INT], Imm::Func(reference(0)))[0];
    let second = b.inst(Op::int_sub, &[n, two], &[Type::INT], Imm::None)[0];
    let second = b.inst(Op::call, &[second], &[Type::INT], Imm::Func(reference(0)))[0];
    let sum = b.inst(Op::binary, &[first, second], &[Type::INT], Imm::Binary(pir::BinaryOp::Add))[0];
    b.inst(Op::ret, &[sum], &[], Imm::None);
    b.func
}

/// `$a + $b` of anything; an exception gives UNDEF's place to -1.
fn add_any() -> Func {
    let mut b = Builder::new(1, &[Type::ANY, Type::ANY], Type::ANY);
    let (x, y) = (b.param(0), b.param(1));
    let (failed, _) = b.block(&[]);
    let sum = b.inst_to(Op::binary, &[x, y], &[Type::ANY], Imm::Binary(pir::BinaryOp::Add), Some(to(failed, &[])), vec![])[0];
    b.inst(Op::ret, &[sum], &[], Imm::None);
    b.block = failed;
    let minus = b.int(-1);
    b.inst(Op::ret, &[minus], &[], Imm::None);
    b.func
}

fn is_string_or_null() -> Func {
    let mut b = Builder::new(2, &[Type::ANY], Type::BOOL);
    let value = b.param(0);
    b.inst(Op::retain, &[value], &[], Imm::None);
    let mask = Mask::STRING.union(Mask::NULL);
    let is = b.inst(Op::type_is, &[value], &[Type::BOOL], Imm::Mask(mask))[0];
    b.inst(Op::release, &[value], &[], Imm::None);
    b.inst(Op::ret, &[is], &[], Imm::None);
    b.func
}

#[test]
fn runs() {
    let program = program(3);
    let mut loaded = load(&program, &[fib(), add_any(), is_string_or_null()]);
    // SAFETY: the code was compiled for these signatures.
    let (fib, add, is) = unsafe {
        (
            std::mem::transmute::<u64, extern "C" fn(i64) -> i64>(loaded.entry[0]),
            std::mem::transmute::<u64, extern "C" fn(u64, u64, u64, u64) -> RawValue>(loaded.entry[1]),
            std::mem::transmute::<u64, extern "C" fn(u64, u64) -> u8>(loaded.entry[2]),
        )
    };
    assert_eq!(fib(20), 6765);
    let sum = |a: RawValue, b: RawValue| add(a.tag.0, a.payload, b.tag.0, b.payload);
    assert_eq!(sum(RawValue::int(2), RawValue::int(3)), RawValue::int(5));
    assert_eq!(sum(RawValue::int(i64::MAX), RawValue::int(1)), RawValue::float(9_223_372_036_854_775_808.0));
    assert_eq!(sum(RawValue::int(2), RawValue::float(0.5)), RawValue::float(2.5));
    assert_eq!(sum(RawValue::NULL, RawValue::float(0.5)), RawValue::int(4242));
    let mut count = phpc_abi::layout::Header { count: 1, tag: 5, kind: 0, flags: 0, gc: 0 };
    let address = &raw mut count as u64;
    assert_eq!(is(Tag::STRING.0, address), 1);
    assert_eq!(is(Tag::ARRAY.0, address), 0);
    assert_eq!(is(Tag::NULL.0, 0), 1);
    assert_eq!(is(Tag::INT.0, 7), 0);
    assert_eq!(count.count, 1);
    let pending = loaded.pending;
    loaded.data[pending] = 1;
    assert_eq!(sum(RawValue::NULL, RawValue::int(1)), RawValue::int(-1));
}

#[test]
fn objects_do_not_depend_on_threads() {
    let program = program(3);
    let funcs = [fib(), add_any(), is_string_or_null()];
    for target in [Target::X86_64, Target::Aarch64] {
        let bytes = [1, 4].map(|threads| {
            let settings = Settings { threads, target, ..Settings::default() };
            let info = ProgramInfo { entry: Some(0), ..ProgramInfo::default() };
            phpc_codegen::object(&compile(&program, &funcs, &info, &settings).expect("compiles"))
        });
        assert!(bytes[0] == bytes[1]);
    }
    let text = phpc_codegen::print(&program, &funcs, &Settings::default(), phpc_codegen::Text::Clif, Some("f1")).expect("prints");
    assert!(text.contains("Primitive(add)"), "{text}");
}
