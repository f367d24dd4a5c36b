//! The function under construction: locals, temporaries, blocks, regions, and what Zend calls its context.

use super::node::Node;
use super::{Failed, Lower, Lowering};
use phpc_abi::decl::{FunctionDecl, FunctionKind, Modifiers, TypeDecl};
use phpc_ir::pir::*;
use std::collections::HashMap;

pub(super) struct Func {
    pub index: FuncIndex,
    pub decl: FunctionDecl,
    pub local_ids: HashMap<Bytes, Local>,
    pub temps: u32,
    pub blocks: Vec<BlockData>,
    pub regions: Vec<Region>,
    /// Where the next operation goes; none after a terminator.
    pub current: Option<Block>,
    /// The region of blocks that are opened now.
    pub region: Option<RegionId>,
    /// What `break`, `return` and `goto` have to leave, outermost first.
    pub loops: Vec<LoopVar>,
    pub breaks: Vec<BreakTarget>,
    pub break_target: Option<usize>,
    pub labels: HashMap<Bytes, Label>,
    pub gotos: Vec<Goto>,
    /// Null-safe operators of the chain under construction: where null goes, and the temporary to free there.
    pub short: Vec<(Block, Option<Temp>)>,
    /// Zend has a name for it: everything but a file's top-level code.
    pub named: bool,
    pub closure: bool,
    /// It belongs to a class for good: methods and hooks.
    pub scoped: bool,
    pub returns_ref: bool,
    pub return_type: Option<TypeDecl>,
    /// The property whose hook or declaration this is in.
    pub property: Option<Bytes>,
    pub hook: Option<HookKind>,
    pub in_frameless_branch: bool,
    /// The line of all operations: constant expressions report where they are evaluated.
    pub fixed_line: Option<u32>,
    /// A `break` out of a `finally`: an error that PHP finds when the function is complete.
    pub late_error: Option<(u32, &'static str)>,
    /// Variables that `@` reads by name, because no local was there yet.
    pub silenced: Vec<(ConstId, Bytes)>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum LoopVar {
    /// A loop or switch that holds nothing.
    Plain,
    /// The subject of a switch, with the region that the switch stands in: what its release throws is thrown there.
    Subject(Temp, Option<RegionId>),
    Iterator(Temp, Option<RegionId>),
    Finally(RegionId),
    /// Inside a `finally`, given with the region of its body.
    Discard(RegionId, RegionId),
}

#[derive(Clone, Copy)]
pub(super) struct BreakTarget {
    pub parent: Option<usize>,
    pub brk: Block,
    pub cont: Block,
    pub is_switch: bool,
}

#[derive(Clone)]
pub(super) struct Label {
    pub block: Block,
    pub break_target: Option<usize>,
    pub loops: Vec<LoopVar>,
}

pub(super) struct Goto {
    pub label: Bytes,
    pub line: u32,
    pub block: Block,
    pub break_target: Option<usize>,
    pub loops: Vec<LoopVar>,
    pub region: Option<RegionId>,
}

impl Func {
    pub(super) fn new(index: FuncIndex, kind: FunctionKind, name: Bytes, line: u32) -> Func {
        let decl = FunctionDecl {
            name,
            kind,
            modifiers: Modifiers::default(),
            returns_reference: false,
            generator: false,
            params: Vec::new(),
            return_type: None,
            class: None,
            statics: Vec::new(),
            locals: Vec::new(),
            uses: Vec::new(),
            attributes: Vec::new(),
            doc_comment: None,
            line_start: line,
            line_end: line,
            strict: false,
            uses_arguments: false,
            dynamic_locals: false,
            deprecated: false,
        };
        Func {
            index,
            decl,
            local_ids: HashMap::new(),
            temps: 0,
            blocks: vec![BlockData::default()],
            regions: Vec::new(),
            current: Some(Block(0)),
            region: None,
            loops: Vec::new(),
            breaks: Vec::new(),
            break_target: None,
            labels: HashMap::new(),
            gotos: Vec::new(),
            short: Vec::new(),
            named: kind != FunctionKind::Main,
            closure: matches!(kind, FunctionKind::Closure | FunctionKind::ArrowFunction),
            scoped: matches!(kind, FunctionKind::Method | FunctionKind::PropertyHook),
            returns_ref: false,
            return_type: None,
            property: None,
            hook: None,
            in_frameless_branch: false,
            fixed_line: None,
            late_error: None,
            silenced: Vec::new(),
        }
    }

    pub(super) fn has(&self, modifier: Modifiers) -> bool {
        self.decl.modifiers.contains(modifier)
    }

    pub(super) fn finish(mut self) -> Function {
        for (id, name) in std::mem::take(&mut self.silenced) {
            match self.local_ids.get(&name) {
                Some(local) => self.read_as_local(id, *local),
                None => self.decl.dynamic_locals = true,
            }
        }
        let mut function = Function { decl: self.decl, temps: self.temps, blocks: self.blocks, regions: self.regions };
        for block in &mut function.blocks {
            if !block.insts.last().is_some_and(|inst| inst.op.is_terminator()) {
                block.insts.push(Inst { op: Op::Unreachable, line: function.decl.line_end });
            }
        }
        function
    }
}

impl Func {
    /// What was read by its name turned out to be a local.
    fn read_as_local(&mut self, id: ConstId, local: Local) {
        let insts = self.blocks.iter_mut().flat_map(|block| &mut block.insts);
        for inst in insts {
            if let Op::Read { place, .. } = &mut inst.op
                && place.base == Base::Variable(Operand::Const(id))
            {
                place.base = Base::Local(local);
            }
        }
    }
}

impl Lowering<'_, '_> {
    pub(super) fn temp(&mut self) -> Temp {
        self.f.temps += 1;
        Temp(self.f.temps - 1)
    }

    /// The local of that name, made if it is new.
    pub(super) fn local(&mut self, name: &[u8]) -> Local {
        if let Some(local) = self.f.local_ids.get(name) {
            return *local;
        }
        let local = Local(self.f.decl.locals.len() as u32);
        self.f.decl.locals.push(name.into());
        self.f.local_ids.insert(name.into(), local);
        local
    }

    /// A new block of the current region, empty so far.
    pub(super) fn block(&mut self) -> Block {
        self.f.blocks.push(BlockData { region: self.f.region, insts: Vec::new() });
        Block(self.f.blocks.len() as u32 - 1)
    }

    /// The next operation is the first of `block`; what came before goes on there.
    pub(super) fn start(&mut self, block: Block) {
        self.jump(block);
        self.f.current = Some(block);
    }

    /// Goes to `target` unless nothing can get here.
    pub(super) fn jump(&mut self, target: Block) {
        if self.f.current.is_some() {
            self.end(Op::Jump { target });
        }
    }

    pub(super) fn emit(&mut self, op: Op) {
        self.emit_at(self.line, op);
    }

    pub(super) fn emit_at(&mut self, line: u32, op: Op) {
        let block = self.open_block();
        let line = self.f.fixed_line.unwrap_or(line);
        self.f.blocks[block.index()].insts.push(Inst { op, line });
    }

    /// The block that operations go to now; code that nothing reaches gets one of its own.
    pub(super) fn open_block(&mut self) -> Block {
        if let Some(block) = self.f.current {
            return block;
        }
        let block = self.block();
        self.f.current = Some(block);
        block
    }

    /// Emits a terminator.
    pub(super) fn end(&mut self, op: Op) {
        debug_assert!(op.is_terminator());
        self.emit(op);
        self.f.current = None;
    }

    /// Emits an operation that defines a temporary.
    pub(super) fn define(&mut self, op: impl FnOnce(Def) -> Op) -> Node {
        let temp = self.temp();
        self.emit(op(Def(temp)));
        Node::Temp(temp)
    }

    /// The same where Zend's result is a VAR.
    pub(super) fn define_var(&mut self, op: impl FnOnce(Def) -> Op) -> Node {
        let temp = self.temp();
        self.emit(op(Def(temp)));
        Node::Var(temp)
    }

    pub(super) fn constant(&mut self, value: Const) -> ConstId {
        if let Some(id) = self.const_ids.get(&value) {
            return *id;
        }
        let id = ConstId(self.consts.len() as u32);
        self.consts.push(value.clone());
        self.const_ids.insert(value, id);
        id
    }

    pub(super) fn text(&mut self, text: &[u8]) -> ConstId {
        self.constant(Const::Str(text.into()))
    }

    pub(super) fn operand(&mut self, node: Node) -> Operand {
        match node {
            Node::Const(value) => Operand::Const(self.constant(value)),
            Node::Temp(temp) | Node::Var(temp) => Operand::Temp(temp),
            Node::Local(local) => Operand::Local(local),
            Node::This => Operand::This,
        }
    }

    /// The node in a temporary of its own.
    pub(super) fn in_temp(&mut self, node: Node) -> Temp {
        if let Some(temp) = node.temp() {
            return temp;
        }
        let value = self.operand(node);
        let temp = self.temp();
        self.emit(Op::Copy { dst: Def(temp), value });
        temp
    }

    pub(super) fn copy_to(&mut self, temp: Temp, node: Node) {
        let value = self.operand(node);
        self.emit(Op::Copy { dst: Def(temp), value });
    }

    pub(super) fn dup(&mut self, node: &Node) -> Node {
        match node.temp() {
            Some(temp) => self.define(|dst| Op::Dup { dst, value: Peek(temp) }),
            None => node.clone(),
        }
    }

    /// The value is not used further: the operation that made it drops it, where it can.
    pub(super) fn discard(&mut self, node: Node) {
        let Some(temp) = node.temp() else { return };
        if let Some(block) = self.f.current
            && let Some(inst) = self.f.blocks[block.index()].insts.iter_mut().rev().find(|inst| !is_silence(&inst.op))
            && drop_result(&mut inst.op, temp)
        {
            return;
        }
        self.emit(Op::Free { value: temp });
    }

    pub(super) fn region(&mut self, region: Region) -> RegionId {
        self.f.regions.push(region);
        RegionId(self.f.regions.len() as u32 - 1)
    }

    pub(super) fn too_deep<T>(&mut self) -> Lower<T> {
        self.fail("Maximum call stack size of 8339456 bytes (zend.max_allowed_stack_size - zend.reserved_stack_size) reached during compilation. Try splitting expression")?;
        Err(Failed)
    }

    /// Expressions nest deeper than the stack allows: PHP's error.
    pub(super) fn nested<T>(&mut self, lower: impl FnOnce(&mut Self) -> Lower<T>) -> Lower<T> {
        if self.depth >= MAX_DEPTH {
            return self.too_deep();
        }
        self.depth += 1;
        let result = lower(self);
        self.depth -= 1;
        result
    }
}

/// Operators of one chain to the left: about where PHP's own stack ends.
pub(super) const MAX_LINKS: usize = 52_000;

/// Levels of expressions in expressions; [`crate::limits::STACK_SIZE`] holds them in every profile.
const MAX_DEPTH: u32 = 15_000;

fn is_silence(op: &Op) -> bool {
    matches!(op, Op::SilenceEnd { .. })
}

/// Takes the result away from the operation that defines `temp`, if it can do without.
fn drop_result(op: &mut Op, temp: Temp) -> bool {
    if let Op::IncDec { dst, kind, .. } = op
        && *dst == Some(Def(temp))
    {
        *dst = None;
        *kind = match *kind {
            IncDec::PostInc => IncDec::PreInc,
            IncDec::PostDec => IncDec::PreDec,
            kind => kind,
        };
        return true;
    }
    match op {
        Op::Assign { dst, .. }
        | Op::AssignOp { dst, .. }
        | Op::AssignRef { dst, .. }
        | Op::AssignRefCall { dst, .. }
        | Op::CallEnd { dst, .. }
        | Op::Include { dst, .. }
        | Op::Yield { dst, .. }
        | Op::YieldRef { dst, .. }
        | Op::YieldRefCall { dst, .. }
            if *dst == Some(Def(temp)) =>
        {
            *dst = None;
            true
        }
        _ => false,
    }
}
