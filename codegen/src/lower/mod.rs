//! Typed SSA to CLIF: one function at a time. Values lie as [`Words`] by their type; operations convert at use.

mod bytes;
mod calls;
mod control;
mod counts;
mod elements;
mod ends;
mod entry;
mod guards;
mod headers;
mod hashes;
mod iterate;
mod literals;
mod memory;
mod modify;
mod operators;
mod paths;
mod places;
mod properties;
mod scalars;
mod sites;
mod texts;

pub(crate) use calls::body_signature;
pub(crate) use entry::lower_entry;

use crate::names::{Engine, Symbol};
use crate::words::{Words, memory, repr_types};
use cranelift_codegen::ir::{
    self, AbiParam, BlockArg, ExtFuncData, ExternalName, GlobalValueData, InstBuilder, SourceLoc, StackSlot, StackSlotData,
    StackSlotKind, condcodes::IntCC, types,
};
use cranelift_codegen::isa::{CallConv, TargetFrontendConfig};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use phpc_abi::effects::Effects;
use phpc_abi::primitives::{Kind, Primitive};
use phpc_abi::value::Tag;
use phpc_ir::program::Program;
use phpc_ir::ssa::{Block, Func, FuncRef, Hidden, Imm, InlinedCall, Inst, InstData, Mask, Op, Target, Type, Value};
use std::collections::{HashMap, HashSet};

/// The program as every function sees it.
pub(crate) struct Input<'a> {
    pub program: &'a Program,
    pub funcs: &'a [Func],
    pub numbers: HashMap<FuncRef, u32>,
    pub config: TargetFrontendConfig,
}

impl<'a> Input<'a> {
    pub(crate) fn new(program: &'a Program, funcs: &'a [Func], config: TargetFrontendConfig) -> Input<'a> {
        let numbers = funcs.iter().enumerate().map(|(number, func)| (func.reference, number as u32)).collect();
        Input { program, funcs, numbers, config }
    }
    pub(crate) fn number(&self, reference: FuncRef) -> u32 {
        *self.numbers.get(&reference).unwrap_or_else(|| panic!("{reference:?} is called but was not given to codegen"))
    }
}

/// A parameter's place and static tag (None: a whole value).
#[derive(Clone, Copy, Debug)]
pub(crate) struct ParamHome {
    pub slot: StackSlot,
    pub offset: i32,
    pub tag: Option<Tag>,
}

/// What the position table says of a function's frame.
#[derive(Default, Debug)]
pub(crate) struct Frame {
    /// Where traces find each parameter.
    pub homes: Vec<Option<ParamHome>>,
    /// Slot and whether it is an object (else a class).
    pub this: Option<(StackSlot, bool)>,
    pub function: Option<StackSlot>,
    pub extra: Option<StackSlot>,
    pub count: Option<StackSlot>,
}

/// A lowered function beside its CLIF.
#[derive(Default, Debug)]
pub(crate) struct Lowered {
    pub cache_words: u32,
    pub frame: Frame,
    /// Of `Func::inlined`.
    pub inlined: Vec<Frame>,
    pub has_loop: bool,
}

pub(crate) fn lower_body(input: &Input, number: u32, clif: &mut ir::Function, context: &mut FunctionBuilderContext) -> Lowered {
    let func = &input.funcs[number as usize];
    clif.signature = body_signature(&func.signature, input.config.default_call_conv);
    let builder = FunctionBuilder::new(clif, context);
    let mut lower = Lower::new(input, func, number, builder);
    lower.run();
    let Lower { b, done, .. } = lower;
    b.finalize(input.config);
    crate::threading::run(clif);
    done
}

pub(crate) struct Lower<'a, 'b> {
    input: &'a Input<'a>,
    func: &'a Func,
    number: u32,
    b: FunctionBuilder<'b>,
    values: Vec<Option<Words>>,
    blocks: Vec<ir::Block>,
    slots: Vec<StackSlot>,
    imports: HashMap<Symbol, ir::FuncRef>,
    /// Returns with a dummy result: the pending word is set.
    leave: Option<ir::Block>,
    /// Scratch areas of calls: arguments or keys, and a base.
    area: Option<StackSlot>,
    base: Option<StackSlot>,
    /// The block being filled is off the hot path.
    cold: bool,
    /// By block of the function: calls of the runtime rather than fast paths.
    compact_blocks: Vec<bool>,
    /// The instruction being lowered is in such a block, or off the hot path.
    compact: bool,
    /// The block of the function that is being lowered.
    block: Block,
    headers: headers::Headers,
    /// For each value: its one use is a release by this instruction.
    released_by: Vec<Option<Inst>>,
    /// Releases of values that were not retained.
    left_out: HashSet<Inst>,
    literal_steps: HashMap<Value, Inst>,
    /// Arrays that literals have come to so far.
    literals: HashMap<Value, literals::Literal>,
    done: Lowered,
}

/// PIR instructions from which on a function is long.
const LONG: usize = 150;

/// Top-level code and long functions are compact outside loops: there, the time to compile is more than it gains.
fn compact_blocks(input: &Input, func: &Func, has_loop: bool) -> Vec<bool> {
    let pir = input.program.function(func.reference);
    let length: usize = pir.blocks.iter().map(|block| block.insts.len()).sum();
    let compact = length >= LONG || pir.decl.kind == phpc_abi::decl::FunctionKind::Main;
    let mut blocks = vec![compact; func.blocks.len()];
    if compact && has_loop {
        for inside in phpc_ir::ssa::cfg::Cfg::new(func).loops().iter().map(|it| &it.inside) {
            blocks.iter_mut().zip(inside).for_each(|(compact, inside)| *compact &= !inside);
        }
    }
    blocks
}

/// Where paths meet with a value of one type.
#[derive(Clone)]
pub(super) struct Join {
    block: ir::Block,
    ty: Type,
}

impl<'a, 'b> Lower<'a, 'b> {
    fn new(input: &'a Input<'a>, func: &'a Func, number: u32, b: FunctionBuilder<'b>) -> Self {
        Lower {
            input,
            func,
            number,
            b,
            values: Vec::new(),
            blocks: Vec::new(),
            slots: Vec::new(),
            imports: HashMap::new(),
            leave: None,
            area: None,
            base: None,
            cold: false,
            compact_blocks: Vec::new(),
            compact: false,
            block: Block(0),
            headers: headers::Headers::default(),
            released_by: Vec::new(),
            left_out: HashSet::new(),
            literal_steps: HashMap::new(),
            literals: HashMap::new(),
            done: Lowered::default(),
        }
    }

    fn run(&mut self) {
        let order = self.order();
        self.look_at_body(&order);
        self.make_blocks();
        self.make_slots();
        self.prologue();
        if self.done.has_loop {
            self.plan_headers();
        }
        for block in order {
            self.lower_block(block);
        }
        self.finish_leave();
        self.b.seal_all_blocks();
    }

    /// What is asked of the whole body beforehand.
    fn look_at_body(&mut self, order: &[Block]) {
        let func = self.func;
        self.done.has_loop = self.has_loop(order);
        self.compact_blocks = compact_blocks(self.input, func, self.done.has_loop);
        self.values = vec![None; func.values.len()];
        self.released_by = releases(func);
        self.literal_steps = literals::literal_steps(func);
    }

    fn make_blocks(&mut self) {
        for (index, data) in self.func.blocks.iter().enumerate() {
            let block = self.b.create_block();
            if data.cold {
                self.b.set_cold_block(block);
            }
            if index > 0 {
                for &param in &data.params {
                    let ty = self.ty(param);
                    let words: Vec<_> =
                        repr_types(ty.repr()).iter().map(|&word| self.b.append_block_param(block, word)).collect();
                    self.values[param.index()] = Some(Words::gather(&ty, &words));
                }
            }
            self.blocks.push(block);
        }
    }

    fn make_slots(&mut self) {
        for &values in &self.func.slots {
            let slot = self.stack_slot(values * 16);
            self.slots.push(slot);
        }
        self.make_homes();
    }

    fn make_homes(&mut self) {
        self.done.frame.homes = self.homes_of(None, self.func.signature.params.len());
        for (call, inlined) in self.func.inlined.iter().enumerate() {
            let homes = self.homes_of(Some(call as u32), inlined.params as usize);
            let is_this = |data: &InstData| data.op == Op::home && data.imm == Imm::Inlined(call as u32, InlinedCall::THIS);
            let this = inlined.this.filter(|_| self.func.insts.iter().any(is_this));
            let this = this.map(|is_object| (self.stack_slot(8), is_object));
            self.done.inlined.push(Frame { homes, this, ..Frame::default() });
        }
    }

    /// A home for each parameter that some `home` operation stores: tagged unless all stores have one tag. Of the function
    /// itself or of an inlined call.
    fn homes_of(&mut self, call: Option<u32>, params: usize) -> Vec<Option<ParamHome>> {
        let mut kinds: Vec<Option<Option<Tag>>> = vec![None; params];
        let mut in_area = Vec::new();
        for data in self.func.insts.iter().filter(|data| data.op == Op::home) {
            let index = match (&data.imm, call) {
                (&Imm::Int(index), None) => index,
                (&Imm::Inlined(of, index), Some(call)) if of == call && index != InlinedCall::THIS => index.into(),
                (&Imm::Slot(slot, index), None) => {
                    let home = ParamHome { slot: self.slots[slot.index()], offset: 16 * index as i32, tag: None };
                    // Behind the area's first value.
                    in_area.push((index as usize - 1, home));
                    continue;
                }
                _ => continue,
            };
            let tag = static_tag(self.mask(data.args[0]));
            // The resume function of a generator has parameters of its own.
            kinds.resize(kinds.len().max(index as usize + 1), None);
            let kind = &mut kinds[index as usize];
            *kind = match *kind {
                None => Some(tag),
                Some(known) if known == tag => Some(tag),
                Some(_) => Some(None),
            };
        }
        kinds.resize(in_area.iter().map(|(index, _)| index + 1).fold(kinds.len(), usize::max), None);
        if kinds.iter().all(Option::is_none) && in_area.is_empty() {
            return Vec::new();
        }
        let mut homes: Vec<Option<ParamHome>> = kinds
            .into_iter()
            .map(|kind| kind.map(|tag| ParamHome { slot: self.stack_slot(if tag.is_some() { 8 } else { 16 }), offset: 0, tag }))
            .collect();
        for (index, home) in in_area {
            homes[index] = Some(home);
        }
        homes
    }

    /// Entry of the body: takes the parameters, keeps what traces show, compares the stack pointer with the limit.
    fn prologue(&mut self) {
        let entry = self.b.create_block();
        self.b.append_block_params_for_function_params(entry);
        self.b.switch_to_block(entry);
        let first = self.func.blocks[0].insts.first().map(|inst| self.func.insts[inst.index()].pos.0);
        self.b.set_srcloc(SourceLoc::new(first.unwrap_or(0)));
        let words = self.b.block_params(entry).to_vec();
        let mut at = 0;
        let traced = self.func.insts.iter().any(|data| self.may_call(data));
        let params = &self.func.blocks[0].params;
        let hidden = self.func.signature.hidden.clone();
        for (index, &param) in params.iter().enumerate() {
            let ty = self.ty(param);
            let raw = match hidden.get(index) {
                Some(Hidden::Extra) => Words::Pair(words[at], words[at + 1]),
                Some(Hidden::ArgCount) => Words::Int(words[at]),
                Some(_) => Words::Pointer(words[at], None),
                None => Words::gather(&self.func.signature.params[index - hidden.len()], &words[at..]),
            };
            let mut scattered = Vec::new();
            raw.scatter(&mut scattered);
            at += scattered.len();
            let words = raw.to(&mut self.b, &ty);
            self.values[param.index()] = Some(words);
            if traced {
                self.keep_hidden(hidden.get(index).copied(), words);
            }
        }
        if traced {
            self.check_stack();
        }
        self.b.ins().jump(self.blocks[0], &[]);
    }

    fn keep_hidden(&mut self, hidden: Option<Hidden>, words: Words) {
        let Some(hidden) = hidden else { return };
        if hidden == Hidden::Closure {
            return;
        }
        let value = words.int(&mut self.b);
        let slot = self.stack_slot(8);
        self.stack_store(value, slot, 0);
        let frame = &mut self.done.frame;
        match hidden {
            Hidden::Func => frame.function = Some(slot),
            Hidden::This => frame.this = Some((slot, true)),
            Hidden::StaticClass => frame.this = frame.this.or(Some((slot, false))),
            Hidden::Extra => frame.extra = Some(slot),
            Hidden::ArgCount => frame.count = Some(slot),
            Hidden::Closure => {}
        }
    }

    /// Recursion deeper than the stack allows ends here, not in a signal.
    fn check_stack(&mut self) {
        let limit = self.engine_word(Engine::StackLimit);
        let sp = self.b.ins().get_stack_pointer(types::I64);
        let low = self.b.ins().icmp(IntCC::UnsignedLessThan, sp, limit);
        let (deep, on) = (self.new_block(true), self.new_block(false));
        self.b.ins().brif(low, deep, &[], on, &[]);
        self.switch_to(deep, true);
        self.call_primitive(Primitive::stack_overflow, &[]);
        let pending = self.engine_word(Engine::Pending);
        let leave = self.leave_block();
        self.b.ins().brif(pending, leave, &[], on, &[]);
        self.switch_to(on, false);
    }

    /// May the operation run user code or take a trace, so that this frame can be seen or recursion can pass through it?
    fn may_call(&self, data: &InstData) -> bool {
        let all_numbers = || data.args.iter().all(|&arg| self.mask(arg).is_within(Mask(Mask::NUMBER.0 | Mask::BOOL.0)));
        match data.op {
            Op::call | Op::call_checked | Op::call_entry | Op::call_virtual | Op::call_builtin_generic => true,
            Op::prim | Op::prim_void => match data.imm {
                Imm::Primitive(primitive) => primitive.signature().effects.can_throw(),
                _ => true,
            },
            Op::call_builtin => match data.imm {
                Imm::Builtin(id) => self.input.program.builtins[id.index()].effects.can_throw(),
                _ => true,
            },
            Op::release => self.ty(data.args[0]).may_have_destructor(),
            Op::binary | Op::unary | Op::cast | Op::truth | Op::step => !all_numbers(),
            Op::place_read | Op::place_isset | Op::place_empty | Op::place_unset | Op::place_assign => true,
            Op::place_assign_op | Op::place_inc_dec | Op::place_take | Op::place_ref | Op::place_assign_ref => true,
            _ => false,
        }
    }

    /// Reverse postorder, so that definitions are lowered before uses.
    fn order(&self) -> Vec<Block> {
        let mut state = vec![false; self.func.blocks.len()];
        let mut postorder = Vec::new();
        let mut stack = vec![(Block(0), self.successors(Block(0)).collect::<Vec<_>>())];
        state[0] = true;
        while let Some((block, rest)) = stack.last_mut() {
            match rest.pop() {
                Some(next) if !state[next.index()] => {
                    state[next.index()] = true;
                    let successors = self.successors(next).collect();
                    stack.push((next, successors));
                }
                Some(_) => {}
                None => {
                    postorder.push(*block);
                    stack.pop();
                }
            }
        }
        postorder.reverse();
        postorder
    }

    /// Does an edge lead back in this reverse postorder?
    fn has_loop(&self, order: &[Block]) -> bool {
        let mut rank = vec![0; self.func.blocks.len()];
        order.iter().enumerate().for_each(|(at, block)| rank[block.index()] = at);
        order.iter().any(|&block| self.successors(block).any(|next| rank[next.index()] <= rank[block.index()]))
    }

    /// In the order in which the walk should take them last-first, so that the first target directly follows.
    fn successors(&self, block: Block) -> impl Iterator<Item = Block> {
        let insts = self.func.blocks[block.index()].insts.iter().map(|inst| &self.func.insts[inst.index()]);
        insts.flat_map(|data| data.targets.iter().chain(&data.exit)).map(|target| target.block)
    }

    fn lower_block(&mut self, block: Block) {
        let cold = self.func.blocks[block.index()].cold;
        self.compact = cold || self.compact_blocks[block.index()];
        self.switch_to(self.blocks[block.index()], cold);
        self.block = block;
        let func = self.func;
        let mut insts = &func.blocks[block.index()].insts[..];
        while let [inst, rest @ ..] = insts {
            let data = &func.insts[inst.index()];
            self.b.set_srcloc(SourceLoc::new(data.pos.0));
            if rest.is_empty() {
                self.read_headers(block);
            }
            let together = if cold { self.releases_unwinding(insts) } else { 0 };
            if together > 1 {
                self.release_all_unwinding(&insts[..together]);
                insts = &insts[together..];
                continue;
            }
            self.lower_inst(*inst, data);
            insts = rest;
        }
    }

    fn lower_inst(&mut self, inst: Inst, data: &'a InstData) {
        match data.op {
            Op::undef | Op::null | Op::bool | Op::int | Op::float | Op::string | Op::array => self.constant(data),
            Op::unlikely => {}
            Op::unit_ptr | Op::func_ptr | Op::class_ptr | Op::cache_ptr | Op::null_ptr | Op::resume_ptr | Op::stack_ptr
            | Op::global_ptr => self.address(data),
            Op::release if self.left_out.contains(&inst) => {}
            Op::retain | Op::release | Op::deref => self.count(data),
            Op::type_is | Op::assume | Op::select | Op::same_word => self.look(data),
            Op::binary | Op::unary | Op::cast | Op::truth | Op::step => self.operator(data),
            Op::int_add | Op::int_sub | Op::int_mul | Op::int_add_exit | Op::int_sub_exit | Op::int_mul_exit
            | Op::int_add_float | Op::int_sub_float | Op::int_mul_float | Op::int_neg | Op::int_not | Op::int_and
            | Op::int_or | Op::int_xor | Op::int_shl | Op::int_shr | Op::int_div | Op::int_mod | Op::int_compare
            | Op::int_to_float | Op::float_add | Op::float_sub | Op::float_mul | Op::float_div | Op::float_neg
            | Op::float_abs | Op::float_sqrt | Op::float_floor | Op::float_ceil | Op::float_compare | Op::float_to_int
            | Op::bool_not | Op::bool_and | Op::bool_or | Op::bool_xor | Op::bool_to_int => self.scalar(data),
            Op::place_read | Op::place_isset | Op::place_empty | Op::place_unset | Op::place_assign
            | Op::place_assign_op | Op::place_inc_dec | Op::place_take | Op::place_ref | Op::place_assign_ref => self.place(data),
            Op::prim | Op::prim_void | Op::call | Op::call_checked | Op::concat_many | Op::call_builtin
            | Op::call_builtin_generic | Op::call_entry | Op::call_virtual | Op::home | Op::poll => self.call(data),
            Op::jump | Op::branch | Op::switch | Op::switch_text | Op::ret | Op::unwind | Op::unreachable => self.control(data),
            _ => self.access(inst, data),
        }
    }

    // ---- values

    fn ty(&self, value: Value) -> Type {
        self.func.values[value.index()].ty
    }
    fn mask(&self, value: Value) -> Mask {
        self.ty(value).tags()
    }
    fn words(&self, value: Value) -> Words {
        self.values[value.index()].unwrap_or_else(|| panic!("{value:?} is used before its definition"))
    }
    fn int(&mut self, value: Value) -> ir::Value {
        self.words(value).int(&mut self.b)
    }
    fn float(&mut self, value: Value) -> ir::Value {
        self.words(value).float(&mut self.b)
    }
    fn boolean(&mut self, value: Value) -> ir::Value {
        self.words(value).bool(&mut self.b)
    }
    fn pair(&mut self, value: Value) -> (ir::Value, ir::Value) {
        self.words(value).pair(&mut self.b)
    }
    fn iconst(&mut self, value: i64) -> ir::Value {
        self.b.ins().iconst(types::I64, value)
    }

    /// Result `n` of the instruction is `words`.
    fn define(&mut self, data: &InstData, n: usize, words: Words) {
        let Some(&result) = data.results.get(n) else { return };
        let ty = self.ty(result);
        self.values[result.index()] = Some(words.to(&mut self.b, &ty));
    }
    fn define_int(&mut self, data: &InstData, value: ir::Value) {
        self.define(data, 0, Words::Int(value));
    }
    /// The instruction's last result is used by one release only: that is left out, and the instruction does not retain it.
    fn leave_out_release(&mut self, data: &InstData) -> bool {
        let release = data.results.last().and_then(|result| self.released_by[result.index()]);
        self.left_out.extend(release);
        release.is_some()
    }
    fn result_type(&self, data: &InstData) -> Type {
        data.results.last().map_or(Type::NULL, |&result| self.ty(result))
    }

    // ---- blocks

    fn new_block(&mut self, cold: bool) -> ir::Block {
        let block = self.b.create_block();
        if cold || self.cold {
            self.b.set_cold_block(block);
        }
        block
    }
    fn switch_to(&mut self, block: ir::Block, cold: bool) {
        self.b.switch_to_block(block);
        self.cold = cold;
    }

    fn join(&mut self, ty: Type) -> Join {
        let block = self.new_block(false);
        for &word in repr_types(ty.repr()) {
            self.b.append_block_param(block, word);
        }
        Join { block, ty }
    }
    /// Ends the current block: `words` is the value where the paths meet.
    fn arrive(&mut self, join: &Join, words: Words) {
        let args = self.join_args(join, words);
        self.b.ins().jump(join.block, &args);
    }
    /// Ends the current block: at `other` where the condition holds, else where the paths meet.
    fn arrive_unless(&mut self, condition: ir::Value, other: ir::Block, join: &Join, words: Words) {
        let args = self.join_args(join, words);
        self.b.ins().brif(condition, other, &[], join.block, &args);
    }
    fn join_args(&mut self, join: &Join, words: Words) -> Vec<BlockArg> {
        let mut args = Vec::new();
        words.to(&mut self.b, &join.ty).scatter(&mut args);
        args.into_iter().map(BlockArg::Value).collect()
    }
    /// Continues where the paths meet.
    fn meet(&mut self, join: &Join, cold: bool) -> Words {
        self.switch_to(join.block, cold);
        Words::gather(&join.ty, self.b.block_params(join.block))
    }

    fn target_args(&mut self, target: &Target) -> Vec<BlockArg> {
        let params = &self.func.blocks[target.block.index()].params;
        assert_eq!(params.len(), target.args.len(), "arguments of a jump to {:?}", target.block);
        let mut words = Vec::new();
        for (&param, &arg) in params.iter().zip(&target.args) {
            let ty = self.ty(param);
            self.words(arg).to(&mut self.b, &ty).scatter(&mut words);
        }
        words.into_iter().map(BlockArg::Value).collect()
    }

    /// The block that an exit branches to: passes the arguments on.
    fn exit_block(&mut self, exit: Option<&Target>) -> ir::Block {
        match exit {
            None => self.leave_block(),
            Some(target) if target.args.is_empty() => self.blocks[target.block.index()],
            Some(_) => self.new_block(true),
        }
    }
    /// Fills what [`exit_block`] made, after the branch to it.
    fn fill_exit(&mut self, exit: Option<&Target>, edge: ir::Block) {
        let Some(target) = exit.filter(|target| !target.args.is_empty()) else { return };
        self.switch_to(edge, true);
        let args = self.target_args(target);
        self.b.ins().jump(self.blocks[target.block.index()], &args);
    }

    /// Tests the pending word; goes to the instruction's exit if it is set.
    fn check_pending(&mut self, data: &InstData) {
        let pending = self.engine_word(Engine::Pending);
        let cold = self.cold;
        let edge = self.exit_block(data.exit.as_ref());
        let on = self.new_block(false);
        self.b.ins().brif(pending, edge, &[], on, &[]);
        self.fill_exit(data.exit.as_ref(), edge);
        self.switch_to(on, cold);
    }

    fn leave_block(&mut self) -> ir::Block {
        match self.leave {
            Some(block) => block,
            None => {
                let block = self.b.create_block();
                self.b.set_cold_block(block);
                self.leave = Some(block);
                block
            }
        }
    }
    fn finish_leave(&mut self) {
        let Some(block) = self.leave else { return };
        self.switch_to(block, true);
        self.return_dummy();
    }
    /// The result of a function that leaves with the pending word set: zeros.
    fn return_dummy(&mut self) {
        let returns: Vec<AbiParam> = self.b.func.signature.returns.clone();
        let words: Vec<_> = returns
            .iter()
            .map(|param| match param.value_type {
                types::F64 => self.b.ins().f64const(0.0),
                ty => self.b.ins().iconst(ty, 0),
            })
            .collect();
        self.b.ins().return_(&words);
    }

    // ---- addresses

    fn symbol(&mut self, symbol: Symbol) -> ir::Value {
        self.symbol_at(symbol, 0)
    }
    /// Each use makes its own address: shared ones would live in registers across calls.
    fn symbol_at(&mut self, symbol: Symbol, offset: i64) -> ir::Value {
        let name = self.b.func.declare_imported_user_function(symbol.encode());
        let global = self.b.create_global_value(GlobalValueData::Symbol {
            name: ExternalName::user(name),
            offset: offset.into(),
            colocated: true,
            tls: false,
        });
        self.b.ins().symbol_value(types::I64, global)
    }
    fn engine_word(&mut self, engine: Engine) -> ir::Value {
        let address = self.symbol(Symbol::Engine(engine));
        self.b.ins().load(types::I64, memory(), address, 0)
    }
    fn function(&mut self, symbol: Symbol, signature: impl FnOnce(&Self) -> ir::Signature) -> ir::FuncRef {
        if let Some(&known) = self.imports.get(&symbol) {
            return known;
        }
        let signature = signature(self);
        let signature = self.b.import_signature(signature);
        let name = self.b.func.declare_imported_user_function(symbol.encode());
        let function = self.b.import_function(ExtFuncData {
            name: ExternalName::user(name),
            signature,
            colocated: true,
            patchable: false,
        });
        self.imports.insert(symbol, function);
        function
    }

    fn stack_slot(&mut self, size: u32) -> StackSlot {
        self.b.create_sized_stack_slot(StackSlotData::new(StackSlotKind::ExplicitSlot, size, 3))
    }
    fn stack_store(&mut self, value: ir::Value, slot: StackSlot, offset: i32) {
        self.b.ins().stack_store(types::I64, value, slot, offset);
    }
    fn stack_address(&mut self, slot: StackSlot, offset: i32) -> ir::Value {
        self.b.ins().stack_addr(types::I64, slot, offset)
    }
    /// The scratch area with room for `values` values.
    fn area(&mut self, values: usize) -> StackSlot {
        let slot = match self.area {
            Some(slot) => slot,
            None => {
                let slot = self.stack_slot(16);
                self.area = Some(slot);
                slot
            }
        };
        let data = &mut self.b.func.sized_stack_slots[slot];
        data.size = data.size.max(values as u32 * 16);
        slot
    }
    fn base_slot(&mut self) -> StackSlot {
        match self.base {
            Some(slot) => slot,
            None => {
                let slot = self.stack_slot(16);
                self.base = Some(slot);
                slot
            }
        }
    }
    fn store_value(&mut self, words: Words, slot: StackSlot, index: usize) {
        let (tag, payload) = words.pair(&mut self.b);
        self.stack_store(tag, slot, index as i32 * 16);
        self.stack_store(payload, slot, index as i32 * 16 + 8);
    }
    /// Stores the values one after another in the scratch area and yields its address.
    fn store_area(&mut self, values: &[Value]) -> ir::Value {
        if values.is_empty() {
            return self.iconst(0);
        }
        let slot = self.area(values.len());
        for (index, &value) in values.iter().enumerate() {
            let words = self.words(value);
            self.store_value(words, slot, index);
        }
        self.stack_address(slot, 0)
    }

    // ---- primitives

    fn call_primitive(&mut self, primitive: Primitive, args: &[Words]) -> Words {
        let signature = primitive.signature();
        let conv = self.input.config.default_call_conv;
        let callee = self.function(Symbol::Primitive(primitive), |_| primitive_signature(primitive, conv));
        let mut words = Vec::new();
        assert_eq!(signature.params.len(), args.len(), "arguments of {}", signature.name);
        for (&(_, kind), &arg) in signature.params.iter().zip(args) {
            match kind {
                Kind::Value | Kind::OwnedValue => {
                    let (tag, payload) = arg.pair(&mut self.b);
                    words.extend([tag, payload]);
                }
                Kind::Float => words.push(arg.float(&mut self.b)),
                Kind::Unit => {}
                _ => words.push(arg.int(&mut self.b)),
            }
        }
        let call = self.b.ins().call(callee, &words);
        let results = self.b.inst_results(call);
        match signature.result {
            Kind::Unit => Words::Nothing(Tag::NULL),
            Kind::Value | Kind::OwnedValue => Words::Pair(results[0], results[1]),
            Kind::Int => Words::Int(results[0]),
            Kind::Float => Words::Float(results[0]),
            Kind::Bool => {
                let word = results[0];
                Words::Bool(self.b.ins().ireduce(types::I8, word))
            }
            Kind::Str | Kind::OwnedStr => Words::Pointer(results[0], Some(Tag::STRING)),
            Kind::Array | Kind::OwnedArray => Words::Pointer(results[0], Some(Tag::ARRAY)),
            Kind::Object | Kind::OwnedObject => Words::Pointer(results[0], Some(Tag::OBJECT)),
            Kind::Slot | Kind::Pointer => Words::Pointer(results[0], None),
        }
    }

    /// Calls a primitive as (part of) the instruction and goes to its exit if it threw. The instruction's last result is
    /// the primitive's as far as the exit is concerned.
    fn primitive(&mut self, data: &InstData, primitive: Primitive, args: &[Words]) -> Words {
        let result = self.call_primitive(primitive, args);
        self.finish_call(data, primitive.signature().effects, result);
        result
    }

    /// The same for operands that certainly make it throw: nothing comes behind.
    fn primitive_that_throws(&mut self, data: &InstData, primitive: Primitive, args: &[Words]) {
        let result = self.call_primitive(primitive, args);
        self.define(data, data.results.len() - 1, result);
        let edge = self.exit_block(data.exit.as_ref());
        self.b.ins().jump(edge, &[]);
        self.fill_exit(data.exit.as_ref(), edge);
    }

    fn finish_call(&mut self, data: &InstData, effects: Effects, result: Words) {
        if !data.results.is_empty() {
            self.define(data, data.results.len() - 1, result);
        }
        if effects.can_throw() {
            self.check_pending(data);
        }
    }
}

pub(crate) fn primitive_signature(primitive: Primitive, conv: CallConv) -> ir::Signature {
    let table = primitive.signature();
    let mut signature = ir::Signature::new(conv);
    for &(_, kind) in table.params {
        signature.params.extend(kind_types(kind).iter().map(|&ty| AbiParam::new(ty)));
    }
    signature.returns.extend(kind_types(table.result).iter().map(|&ty| AbiParam::new(ty)));
    signature
}

fn kind_types(kind: Kind) -> &'static [ir::Type] {
    match kind {
        Kind::Unit => &[],
        Kind::Value | Kind::OwnedValue => &[types::I64, types::I64],
        Kind::Float => &[types::F64],
        _ => &[types::I64],
    }
}

/// The runtime tag that all values of a type have.
pub(super) fn static_tag(mask: Mask) -> Option<Tag> {
    match mask {
        Mask::UNDEF => Some(Tag::UNDEF),
        Mask::NULL => Some(Tag::NULL),
        Mask::INT => Some(Tag::INT),
        Mask::FLOAT => Some(Tag::FLOAT),
        _ if mask.is_within(Mask::BOOL) => Some(Tag::BOOL),
        _ => crate::words::pointer_tag(mask),
    }
}

/// For each value the release that is its only use.
fn releases(func: &Func) -> Vec<Option<Inst>> {
    let mut uses = vec![(0u32, None); func.values.len()];
    for (index, data) in func.insts.iter().enumerate() {
        let release = (data.op == Op::release).then_some(Inst(index as u32));
        let targets = data.targets.iter().chain(&data.exit).flat_map(|target| &target.args);
        for (value, release) in data.args.iter().map(|&arg| (arg, release)).chain(targets.map(|&arg| (arg, None))) {
            let (count, by) = &mut uses[value.index()];
            *count += 1;
            *by = release;
        }
    }
    uses.into_iter().map(|(count, by)| by.filter(|_| count == 1)).collect()
}
