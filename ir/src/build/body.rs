//! The function being built: walking PIR's blocks, and the vocabulary of the translation. An operand is *borrowed* for an
//! operation and let go afterwards, or *held* until an operation takes it over. What is held is what a landing pad releases.

use super::GlobalUse;
use super::calls_plan::{self, Plan};
use super::construct::{Construct, Var};
use super::facts::{self, BitSet, Facts, LocalState};
use crate::pir::{self, ConstId, Def, Local, Op as Pir, Operand, RegionId, Temp};
use crate::program::Program;
use crate::ssa::*;
use phpc_abi::decl::{Const, FunctionKind, Passing};
use phpc_abi::primitives::{Kind, Primitive};
use std::collections::{HashMap, HashSet};

/// Something owned that must be released if an exception passes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct Held {
    pub(super) what: What,
    pub(super) var: Var,
    /// The PIR temporary whose life it shares.
    pub(super) temp: Option<Temp>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum What {
    Value,
    /// An object whose constructor has not returned: if it never does, no destructor runs.
    Constructed,
    /// A call under construction.
    Call,
    /// A foreach: see `iterate`.
    Iter,
    Silence,
    /// A reference cell made for a by-reference argument: the local takes its value back.
    Cell(Local),
    /// The local is in a frame area during an operation and comes back.
    Spilled(Local, Slot),
}

/// An operand read for one operation.
#[derive(Clone, Copy)]
pub(super) struct Borrowed {
    pub(super) value: Value,
    held: Option<Held>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Storage {
    Ssa,
    /// In a frame area, at this index.
    Frame(u32),
    /// A global variable.
    Global,
    /// A variable of the scope that includes the unit: its address is found at the start.
    Scoped,
}

#[derive(Default)]
pub(super) struct HiddenValues {
    pub(super) func: Option<Value>,
    pub(super) this: Option<Value>,
    pub(super) static_class: Option<Value>,
    pub(super) closure: Option<Value>,
    pub(super) arg_count: Option<Value>,
    pub(super) extra: Option<Var>,
}

pub(super) struct Body<'a> {
    pub(super) program: &'a Program,
    pub(super) unit: UnitId,
    pub(super) pir: &'a pir::Function,
    pub(super) reference: FuncRef,
    pub(super) plan: Plan,
    pub(super) facts: Facts,
    pub(super) ssa: Construct,
    pub(super) storage: Vec<Storage>,
    pub(super) zones: Option<super::zones::Zones>,
    /// The code being built is outside the zone in which locals are values.
    pub(super) outside: bool,
    /// The zones do not do.
    pub(super) zones_fail: bool,
    pub(super) locals: Vec<Var>,
    pub(super) temps: Vec<Var>,
    pub(super) blocks: Vec<Block>,
    pub(super) live_at: Vec<Option<Vec<Held>>>,
    pub(super) live: Vec<Held>,
    pub(super) state: LocalState,
    pub(super) region: Option<RegionId>,
    /// Pads and handlers are those of one zone.
    pub(super) pads: HashMap<(Option<RegionId>, bool, Vec<Held>), Block>,
    pub(super) handlers: HashMap<(Option<RegionId>, bool), Block>,
    /// Held on entry of a region's handler.
    pub(super) survivors: HashMap<RegionId, Vec<Held>>,
    pub(super) exception: Var,
    /// For each region with `finally`: which finally_call entered it, -1 an exception.
    pub(super) resume: HashMap<RegionId, Var>,
    pub(super) pos: Pos,
    positions: HashMap<u32, Pos>,
    pub(super) hidden: HiddenValues,
    /// The frame area with the locals that can be reached by name.
    pub(super) frame: Option<Slot>,
    /// Of an included unit's top-level code: the symbol table view of the including function (null: global scope), and the
    /// address of each local.
    pub(super) scope: Option<Var>,
    pub(super) scoped: Vec<Var>,
    pub(super) calls: HashMap<Temp, super::call::CallState>,
    /// Calls of builtins that look at their caller's locals.
    pub(super) scoped_calls: HashSet<Temp>,
    pub(super) ropes: HashMap<Temp, Vec<Held>>,
    /// String keys of array literals under construction whose keys are known so far.
    pub(super) literal_keys: HashMap<Temp, HashSet<&'a [u8]>>,
    pub(super) iterators: HashMap<Temp, super::iterate::Iterator>,
    pub(super) closures: HashMap<Temp, pir::FuncIndex>,
    pub(super) generator: Option<super::generator::Frame>,
}

pub(super) fn build(program: &Program, globals: &GlobalUse, reference: FuncRef) -> Func {
    if let Some(zones) = super::zones::zones(program, globals, reference) {
        let mut body = Body::new(program, globals, reference);
        body.zones = Some(zones);
        body.enter_zone(pir::Block(0));
        super::prologue::prologue(&mut body);
        body.walk();
        if !body.zones_fail {
            return body.finish();
        }
    }
    let mut body = Body::new(program, globals, reference);
    super::prologue::prologue(&mut body);
    body.walk();
    body.finish()
}

impl<'a> Body<'a> {
    pub(super) fn new(program: &'a Program, globals: &GlobalUse, reference: FuncRef) -> Body<'a> {
        let pir = program.function(reference);
        let mut plan = calls_plan::plan(program, reference.unit, pir);
        plan.in_memory = super::local::in_memory(pir);
        let state = entry_state(pir);
        let facts = facts::facts(program, pir, &plan, state.clone());
        let func = Func {
            reference,
            signature: super::signature::signature(program, reference),
            values: Vec::new(),
            insts: Vec::new(),
            blocks: Vec::new(),
            slots: Vec::new(),
            positions: Vec::new(),
            inlined: Vec::new(),
        };
        let mut ssa = Construct::new(func);
        let exception = ssa.var(Type::OBJECT);
        let locals = pir.decl.locals.iter().map(|_| ssa.var(Type::SLOT)).collect();
        let temps = temp_types(pir, &plan).into_iter().map(|ty| ssa.var(ty)).collect();
        let blocks = pir.blocks.iter().map(|_| ssa.block()).collect();
        Body {
            program,
            unit: reference.unit,
            pir,
            reference,
            plan,
            facts,
            storage: super::local::storage(program, globals, reference),
            zones: None,
            outside: false,
            zones_fail: false,
            locals,
            temps,
            blocks,
            live_at: vec![None; pir.blocks.len()],
            live: Vec::new(),
            state,
            region: None,
            pads: HashMap::new(),
            handlers: HashMap::new(),
            survivors: HashMap::new(),
            exception,
            resume: HashMap::new(),
            pos: Pos(0),
            positions: HashMap::new(),
            hidden: HiddenValues::default(),
            frame: None,
            scope: None,
            scoped: Vec::new(),
            calls: HashMap::new(),
            scoped_calls: HashSet::new(),
            ropes: HashMap::new(),
            literal_keys: HashMap::new(),
            iterators: HashMap::new(),
            closures: HashMap::new(),
            generator: None,
            ssa,
        }
    }

    /// Translates the blocks, beginning with a jump from the prologue to PIR's entry.
    pub(super) fn walk(&mut self) {
        self.jump_to(pir::Block(0));
        for block in self.facts.order.clone() {
            let target = self.blocks[block.index()];
            if !self.ssa.is_reached(target) {
                continue;
            }
            self.ssa.current = Some(target);
            self.live = self.live_at[block.index()].clone().expect("a reached block was entered with something held");
            self.state = self.facts.state_in[block.index()].clone().expect("reached blocks have states");
            let data = &self.pir.blocks[block.index()];
            self.region = data.region;
            self.enter_zone(block);
            for inst in &data.insts {
                self.set_line(inst.line);
                self.leave_zone_for(&inst.op);
                self.op(&inst.op);
                facts::transfer(self.program, &self.plan, &inst.op, &mut self.state);
                if self.ssa.current.is_none() {
                    break;
                }
            }
        }
    }

    pub(super) fn finish(self) -> Func {
        let mut func = self.ssa.finish();
        crate::passes::cleanup::remove_unreachable(&mut func);
        crate::passes::cleanup::remove_trivial_params(&mut func);
        func
    }

    pub(super) fn set_line(&mut self, line: u32) {
        let (positions, function) = (&mut self.ssa.func.positions, self.reference);
        self.pos = *self.positions.entry(line).or_insert_with(|| {
            positions.push(Position { line, function, inlined_at: None, inlined: 0, passed: None });
            Pos(positions.len() as u32 - 1)
        });
    }

    /// Emits a call that leaves out optional arguments: traces show the `count` that are passed.
    pub(super) fn passing<T>(&mut self, count: usize, all: usize, emit: impl FnOnce(&mut Self) -> T) -> T {
        if count >= all {
            return emit(self);
        }
        let pos = self.pos;
        self.pos = self.ssa.func.passing(pos, count);
        let result = emit(self);
        self.pos = pos;
        result
    }

    fn op(&mut self, op: &Pir) {
        match op {
            Pir::Copy { dst, value } => self.copy(*dst, *value),
            Pir::Free { value } => self.drop_temp(*value),
            Pir::Dup { dst, value } => self.dup(*dst, value.0),
            Pir::ListGet { dst, source, key } => self.list_get(*dst, source.0, *key),
            Pir::ListRef { dst, source, key } => self.list_ref(*dst, source.0, *key),
            Pir::Globals { dst } => self.globals(*dst),
            Pir::MagicConst { dst, kind } => self.magic_const(*dst, *kind),
            Pir::ClosureCapture { closure, local } => self.closure_capture(closure.0, *local),
            Pir::ArgUser { call, value } => self.arg_user(call.0, *value),
            Pir::ArgArray { call, value } => self.arg_array(call.0, *value),
            Pir::VerifyReturnMissing => self.verify_return_missing(),
            Pir::BranchFunction { name, declared, absent } => self.branch_function(*name, *declared, *absent),
            Pir::Case { dst, strict, value, case } => self.case(*dst, *strict, value.0, *case),
            Pir::YieldRefCall { dst, key, value, is_call } => self.yield_ref_call(*dst, *key, *value, *is_call),
            Pir::Binary { dst, op, left, right } => self.binary(*dst, *op, *left, *right),
            Pir::Unary { dst, op, value } => self.unary(*dst, *op, *value),
            Pir::Cast { dst, kind, value } => self.cast(*dst, *kind, *value),
            Pir::RopeBegin { rope } => drop(self.ropes.insert(rope.0, Vec::new())),
            Pir::RopeAdd { rope, part } => self.rope_add(rope.0, *part),
            Pir::RopeEnd { dst, rope } => self.rope_end(*dst, *rope),
            Pir::InstanceOf { dst, value, class } => self.instance_of(*dst, *value, class),
            Pir::Clone { dst, value } => self.clone_op(*dst, *value, None),
            Pir::CloneWith { dst, value, with } => self.clone_op(*dst, *value, Some(*with)),
            Pir::Intrinsic { dst, name, args } => self.intrinsic(*dst, *name, args),
            Pir::Read { dst, mode, place } => self.read(*dst, *mode, place),
            Pir::Isset { dst, place } => self.isset(*dst, place),
            Pir::Empty { dst, place } => self.empty(*dst, place),
            Pir::Unset { place } => self.unset(place),
            Pir::Assign { dst, place, value } => self.assign(*dst, place, *value),
            Pir::AssignOp { dst, op, place, value } => self.assign_op(*dst, *op, place, *value),
            Pir::IncDec { dst, kind, place } => self.inc_dec(*dst, *kind, place),
            Pir::MakeRef { dst, place } => self.make_ref(*dst, place),
            Pir::AssignRef { dst, place, source } => self.assign_ref(*dst, place, *source),
            Pir::AssignRefCall { dst, place, source } => self.assign_ref_call(*dst, place, *source),
            Pir::BindGlobal { local, name } => self.bind_global(*local, *name),
            Pir::BindStatic { local, var, init, done } => self.bind_static(*local, *var, *init, *done),
            Pir::InitStatic { local, var, value } => self.init_static(*local, *var, *value),
            Pir::IssetThis { dst } => self.isset_this(*dst),
            Pir::ArrayNew { dst, size } => self.array_new(*dst, *size),
            Pir::ArrayPush { array, key, value } => self.array_push(array.0, *key, *value),
            Pir::ArrayPushRef { array, key, source } => self.array_push_ref(array.0, *key, *source),
            Pir::ArraySpread { array, value } => self.array_spread(array.0, *value),
            Pir::FetchConst { dst, name, fallback } => self.fetch_const(*dst, *name, *fallback),
            Pir::FetchClassConst { dst, class, name } => self.fetch_class_const(*dst, class, *name),
            Pir::ClassName { dst, class } => self.class_name(*dst, class),
            Pir::DeclareConst { name, value } => self.declare_const(*name, *value),
            Pir::DeclareFunction { func } => self.declare(Primitive::declare_function, func.0),
            Pir::DeclareClass { class } => self.declare(Primitive::declare_class, class.0),
            Pir::DeclareAnonymousClass { dst, class } => self.declare_anonymous(*dst, *class),
            Pir::ClosureNew { dst, func } => self.closure_new(*dst, *func),
            Pir::ClosureUse { closure, local, value } => self.closure_use(closure.0, *local, *value),
            Pir::ClosureUseRef { closure, local, source } => self.closure_use(closure.0, *local, Operand::Temp(*source)),
            Pir::CallBegin { call, callee, args } => self.call_begin(call.0, callee, *args),
            Pir::New { dst, class } => self.new_object(*dst, class),
            Pir::ArgVal { call, value } => self.arg_val(call.0, *value),
            Pir::ArgAuto { call, place } => self.arg_auto(call.0, place),
            Pir::ArgResult { call, value } => self.arg_result(call.0, *value),
            Pir::ArgExpr { call, value } => self.arg_expr(call.0, *value),
            Pir::ArgSpread { call, place } => self.arg_spread(call.0, place),
            Pir::ArgName { call, name } => self.arg_name(call.0, *name),
            Pir::CallEnd { dst, call } => self.call_end(*dst, *call),
            Pir::CallClosure { dst, call } => self.call_closure(*dst, *call),
            Pir::Echo { value } => self.echo(*value),
            Pir::SilenceBegin { saved } => self.silence_begin(*saved),
            Pir::SilenceEnd { saved } => self.silence_end(*saved),
            Pir::Include { dst, kind, path } => self.include(*dst, *kind, *path),
            Pir::Tick { .. } => self.prim_void(Primitive::tick, &[]),
            Pir::VerifyReturn { dst, value } => self.verify_return(*dst, *value),
            Pir::VerifyNever => self.verify_never(),
            Pir::MatchError { value } => self.match_error(*value),
            Pir::Jump { target } => self.jump_to(*target),
            Pir::Branch { value, yes, no } => self.branch_on(*value, *yes, *no),
            Pir::BranchNull { value, null, other } => self.branch_null(value.0, *null, *other),
            Pir::BranchAssert { skip, check } => self.branch_assert(*skip, *check),
            Pir::Switch { value, cases, default } => self.switch(value.0, cases, *default, pir::BinaryOp::Equal),
            Pir::MatchSwitch { value, cases, default } => {
                self.switch(value.0, cases, *default, pir::BinaryOp::Identical);
            }
            Pir::Return { value } => self.return_value(*value),
            Pir::ReturnRef { source } => self.return_value(Operand::Temp(*source)),
            Pir::ReturnRefCall { value, is_call } => self.return_ref_call(*value, *is_call),
            Pir::Throw { value } => self.throw(*value),
            Pir::CatchMatch { exception, class, yes, no } => self.catch_match(exception.0, *class, *yes, *no),
            Pir::CatchAssign { local, exception } => self.catch_assign(*local, *exception),
            Pir::Rethrow { exception } => self.rethrow(*exception),
            Pir::FinallyCall { region, resume } => self.finally_call(*region, *resume),
            Pir::FinallyEnd { region } => self.finally_end(*region),
            Pir::DiscardException { region } => self.discard_exception(*region),
            Pir::Unreachable => self.unreachable(),
            Pir::IterInit { iter, subject, empty, body } => self.iter_init(iter.0, *subject, *empty, *body),
            Pir::IterInitRef { iter, place, empty, body } => self.iter_init_ref(iter.0, place, *empty, *body),
            Pir::IterNext { iter, target, key, body, done } => self.iter_next(iter.0, target, *key, *body, *done),
            Pir::IterFree { iter } => self.iter_free(*iter),
            Pir::Yield { dst, key, value } => self.yield_value(*dst, *key, *value),
            Pir::YieldRef { dst, key, source } => self.yield_value(*dst, *key, Some(Operand::Temp(*source))),
            Pir::YieldFrom { dst, value } => self.yield_from(*dst, *value),
        }
    }

    // ---- emitting

    /// An instruction that cannot throw, with one result.
    pub(super) fn emit(&mut self, op: Op, args: &[Value], imm: Imm, ty: Type) -> Value {
        let inst = self.ssa.push(op, args.to_vec(), imm, &[ty], self.pos);
        self.ssa.result(inst, 0)
    }
    pub(super) fn emit_void(&mut self, op: Op, args: &[Value], imm: Imm) -> Inst {
        self.ssa.push(op, args.to_vec(), imm, &[], self.pos)
    }
    /// An instruction that may throw: its exit leads to the landing pad for what is held now.
    pub(super) fn emit_guarded(&mut self, op: Op, args: &[Value], imm: Imm, ty: Type) -> Value {
        let inst = self.ssa.push(op, args.to_vec(), imm, &[ty], self.pos);
        self.guard(inst);
        self.ssa.result(inst, 0)
    }
    pub(super) fn guard(&mut self, inst: Inst) {
        let pad = self.pad();
        self.ssa.set_exit(inst, pad);
    }
    pub(super) fn prim(&mut self, primitive: Primitive, args: &[Value]) -> Value {
        let ty = match primitive.signature().result {
            Kind::Int => Type::INT,
            Kind::Float => Type::FLOAT,
            Kind::Bool => Type::BOOL,
            Kind::Str | Kind::OwnedStr => Type::STRING,
            Kind::Array | Kind::OwnedArray => Type::ARRAY,
            Kind::Object | Kind::OwnedObject => Type::OBJECT,
            Kind::Slot | Kind::Pointer => Type::POINTER,
            Kind::Value | Kind::OwnedValue | Kind::Unit => Type::ANY,
        };
        self.prim_typed(primitive, args, ty)
    }
    pub(super) fn prim_typed(&mut self, primitive: Primitive, args: &[Value], ty: Type) -> Value {
        let inst = self.ssa.push(Op::prim, args.to_vec(), Imm::Primitive(primitive), &[ty], self.pos);
        if primitive.signature().effects.can_throw() {
            self.guard(inst);
        }
        self.ssa.result(inst, 0)
    }
    pub(super) fn prim_void(&mut self, primitive: Primitive, args: &[Value]) {
        let inst = self.emit_void(Op::prim_void, args, Imm::Primitive(primitive));
        if primitive.signature().effects.can_throw() {
            self.guard(inst);
        }
    }

    pub(super) fn int(&mut self, value: i64) -> Value {
        self.emit(Op::int, &[], Imm::Int(value), Type::INT)
    }
    pub(super) fn bool(&mut self, value: bool) -> Value {
        let mask = if value { Mask::TRUE } else { Mask::FALSE };
        self.emit(Op::bool, &[], Imm::Bool(value), Type::of(mask))
    }
    pub(super) fn null(&mut self) -> Value {
        self.emit(Op::null, &[], Imm::None, Type::NULL)
    }
    pub(super) fn undef(&mut self) -> Value {
        self.emit(Op::undef, &[], Imm::None, Type::UNDEF)
    }
    pub(super) fn null_ptr(&mut self) -> Value {
        self.emit(Op::null_ptr, &[], Imm::None, Type::POINTER)
    }
    pub(super) fn cache(&mut self, words: i64) -> Value {
        self.emit(Op::cache_ptr, &[], Imm::Int(words), Type::POINTER)
    }
    pub(super) fn unit_ptr(&mut self) -> Value {
        self.emit(Op::unit_ptr, &[], Imm::Unit(self.unit), Type::POINTER)
    }
    /// The running function's descriptor.
    pub(super) fn func_ptr(&mut self) -> Value {
        match self.hidden.func {
            Some(func) => func,
            None => {
                let body = FuncRef { variant: Variant::Body, ..self.reference };
                self.emit(Op::func_ptr, &[], Imm::Func(body), Type::POINTER)
            }
        }
    }
    pub(super) fn const_data(&self, id: ConstId) -> &'a Const {
        &self.program.unit(self.unit).consts[id.index()]
    }
    pub(super) fn constant(&mut self, id: ConstId) -> Value {
        match self.const_data(id) {
            Const::Null => self.null(),
            Const::Bool(value) => self.bool(*value),
            Const::Int(value) => self.int(*value),
            Const::Float(bits) => self.emit(Op::float, &[], Imm::Float(*bits), Type::FLOAT),
            Const::Str(_) => self.emit(Op::string, &[], Imm::Const(self.unit, id), Type::STRING),
            Const::Array(_) => self.emit(Op::array, &[], Imm::Const(self.unit, id), const_array_type()),
        }
    }
    pub(super) fn type_is(&mut self, value: Value, mask: Mask) -> Value {
        self.emit(Op::type_is, &[value], Imm::Mask(mask), Type::BOOL)
    }
    pub(super) fn assume(&mut self, value: Value, ty: Type) -> Value {
        if self.type_of(value) == ty {
            return value;
        }
        self.emit(Op::assume, &[value], Imm::Type(Box::new(ty)), ty)
    }
    pub(super) fn type_of(&self, value: Value) -> Type {
        self.ssa.func.values[value.index()].ty
    }
    pub(super) fn retain(&mut self, value: Value) {
        if self.type_of(value).is_counted() {
            self.emit_void(Op::retain, &[value], Imm::None);
        }
    }
    /// Releases, with the exit that a destructor may need.
    pub(super) fn release(&mut self, value: Value) {
        if self.type_of(value).is_counted() {
            let inst = self.emit_void(Op::release, &[value], Imm::None);
            if self.type_of(value).may_have_destructor() {
                self.guard(inst);
            }
        }
    }

    // ---- blocks

    /// Ends the current block by a branch; continues in neither.
    pub(super) fn branch(&mut self, condition: Value, yes: Block, no: Block) {
        let from = self.ssa.here();
        let inst = self.emit_void(Op::branch, &[condition], Imm::None);
        self.ssa.add_target(from, inst, yes);
        self.ssa.add_target(from, inst, no);
    }
    pub(super) fn jump(&mut self, block: Block) {
        let from = self.ssa.here();
        let inst = self.emit_void(Op::jump, &[], Imm::None);
        self.ssa.add_target(from, inst, block);
    }
    /// Branches to two new sealed blocks (the first cold if so told).
    pub(super) fn fork(&mut self, condition: Value, yes_is_cold: bool) -> (Block, Block) {
        let yes = if yes_is_cold { self.ssa.cold_block() } else { self.ssa.block() };
        let no = self.ssa.block();
        self.branch(condition, yes, no);
        self.ssa.seal(yes);
        self.ssa.seal(no);
        (yes, no)
    }
    pub(super) fn enter(&mut self, block: Block) {
        self.ssa.current = Some(block);
    }
    /// The PIR block's SSA block as a successor of the current one, entered with what is held now.
    pub(super) fn target(&mut self, block: pir::Block) -> Block {
        if self.live_at[block.index()].is_none() {
            self.live_at[block.index()] = Some(self.live.clone());
        }
        self.across_zones(block)
    }
    pub(super) fn jump_to(&mut self, block: pir::Block) {
        let target = self.target(block);
        self.jump(target);
    }

    // ---- operands

    pub(super) fn hold_var(&mut self, value: Value, ty: Type, temp: Option<Temp>) -> Held {
        let var = self.ssa.var(ty);
        self.ssa.write(var, value);
        let held = Held { what: What::Value, var, temp };
        self.live.push(held);
        held
    }
    /// An owned value is held until taken.
    pub(super) fn hold(&mut self, value: Value) -> Held {
        self.hold_var(value, self.type_of(value), None)
    }
    /// Stops holding: the reader owns it now.
    pub(super) fn take(&mut self, held: Held) -> Value {
        self.forget(held);
        self.ssa.read(held.var)
    }
    pub(super) fn forget(&mut self, held: Held) {
        self.live.retain(|other| *other != held);
    }
    pub(super) fn temp_held(&self, temp: Temp) -> Held {
        Held { what: What::Value, var: self.temps[temp.index()], temp: Some(temp) }
    }
    pub(super) fn define(&mut self, dst: Def, value: Value) {
        let held = self.temp_held(dst.0);
        self.ssa.write(held.var, value);
        self.live.push(held);
    }
    /// The result of an operation whose value may be unwanted.
    pub(super) fn define_or_release(&mut self, dst: Option<Def>, value: Value) {
        match dst {
            Some(dst) => self.define(dst, value),
            None => self.release(value),
        }
    }
    pub(super) fn drop_held(&mut self, held: Held) {
        let value = self.take(held);
        self.release(value);
    }
    pub(super) fn drop_temp(&mut self, temp: Temp) {
        self.drop_held(self.temp_held(temp));
    }

    /// Reads an operand for an operation that borrows it; `done` lets it go.
    pub(super) fn borrow(&mut self, operand: Operand) -> Borrowed {
        match operand {
            Operand::Const(id) => Borrowed { value: self.constant(id), held: None },
            Operand::Temp(temp) => {
                let held = self.temp_held(temp);
                Borrowed { value: self.ssa.read(held.var), held: Some(held) }
            }
            Operand::Local(local) => self.borrow_local(local, pir::ReadMode::Warn),
            Operand::This => Borrowed { value: self.this(), held: None },
        }
    }
    /// As `borrow`, but a temporary stays live.
    pub(super) fn peek(&mut self, operand: Operand) -> Borrowed {
        match operand {
            Operand::Temp(temp) => Borrowed { value: self.ssa.read(self.temps[temp.index()]), held: None },
            other => self.borrow(other),
        }
    }
    pub(super) fn borrowed(&mut self, value: Value) -> Borrowed {
        Borrowed { value, held: None }
    }
    pub(super) fn borrowed_held(&mut self, held: Held) -> Borrowed {
        Borrowed { value: self.ssa.read(held.var), held: Some(held) }
    }
    pub(super) fn done(&mut self, borrowed: Borrowed) {
        if let Some(held) = borrowed.held {
            self.drop_held(held);
        }
    }
    pub(super) fn done_all(&mut self, borrowed: Vec<Borrowed>) {
        for one in borrowed {
            self.done(one);
        }
    }
    /// Makes the operand something held (a count of its own), to be taken by the operation.
    pub(super) fn own(&mut self, operand: Operand) -> Held {
        if let Operand::Temp(temp) = operand {
            return self.temp_held(temp);
        }
        let borrowed = self.borrow(operand);
        if let Some(held) = borrowed.held {
            return held;
        }
        self.retain(borrowed.value);
        self.hold(borrowed.value)
    }

    fn copy(&mut self, dst: Def, value: Operand) {
        let held = self.own(value);
        let value = self.take(held);
        self.define(dst, value);
    }
}

fn const_array_type() -> Type {
    Type::ARRAY
}

fn entry_state(pir: &pir::Function) -> LocalState {
    let count = pir.decl.locals.len();
    let mut state = LocalState { undefined: BitSet::with_size(count), reference: BitSet::with_size(count) };
    for (index, name) in pir.decl.locals.iter().enumerate() {
        let by_reference = match pir.decl.params.get(index) {
            Some(param) => Some(param.passing != Passing::Value && !param.variadic),
            None => pir.decl.uses.iter().find(|(used, _)| used == name).map(|(_, by_reference)| *by_reference),
        };
        match by_reference {
            None => state.undefined.insert(index),
            Some(true) => state.reference.insert(index),
            // An arrow function captures undefined variables as they are.
            Some(false) if pir.decl.kind == FunctionKind::ArrowFunction && index >= pir.decl.params.len() => {
                state.undefined.insert(index);
            }
            Some(false) => {}
        }
    }
    state
}

/// Types of the variables that stand for PIR's temporaries.
fn temp_types(pir: &pir::Function, plan: &Plan) -> Vec<Type> {
    const RESULT: Type = Type::of(Mask(Mask::ANY.0 | Mask::REFERENCE.0));
    let mut types = vec![Type::ANY; pir.temps as usize];
    for inst in pir.blocks.iter().flat_map(|block| &block.insts) {
        let (temp, ty) = match &inst.op {
            Pir::CallBegin { call, .. } => (call.0, Type::POINTER),
            Pir::SilenceBegin { saved } => (saved.0, Type::INT),
            Pir::MakeRef { dst, .. } => (dst.0, Type::REFERENCE),
            Pir::IterNext { target: pir::IterTarget::TempRef(dst), .. } => (dst.0, Type::REFERENCE),
            Pir::ArrayNew { dst, .. } => (dst.0, Type::ARRAY),
            Pir::ClosureNew { dst, .. } | Pir::New { dst, .. } => (dst.0, Type::OBJECT),
            Pir::CallEnd { dst: Some(dst), .. } if plan.keeps_reference.contains(&dst.0) => (dst.0, RESULT),
            _ => continue,
        };
        types[temp.index()] = ty;
    }
    for region in &pir.regions {
        match region.kind {
            pir::RegionKind::Catch { exception, .. } => types[exception.index()] = Type::OBJECT,
            pir::RegionKind::Finally { state, .. } => {
                types[state.index()] = Type::of(Mask::OBJECT.union(Mask::NULL));
            }
            pir::RegionKind::FinallyBody { .. } => {}
        }
    }
    types
}
