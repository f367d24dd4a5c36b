//! Jumps, branches, switches and the ways out of a function.

use super::*;
use cranelift_frontend::Switch;

impl<'a> Lower<'a, '_> {
    pub(super) fn control(&mut self, data: &'a InstData) {
        match data.op {
            Op::jump => {
                let args = self.target_args(&data.targets[0]);
                self.b.ins().jump(self.blocks[data.targets[0].block.index()], &args);
            }
            Op::branch => self.branch(data),
            Op::switch => self.switch(data),
            Op::switch_text => self.switch_text(data),
            Op::ret => self.ret(data),
            Op::unwind => {
                let exception = self.words(data.args[0]);
                self.call_primitive(Primitive::pending_set, &[exception]);
                self.return_dummy();
            }
            _ => _ = self.b.ins().trap(cranelift_codegen::ir::TrapCode::unwrap_user(1)),
        }
    }

    fn branch(&mut self, data: &InstData) {
        let condition = self.truth(data, data.args[0]);
        let yes = self.target_args(&data.targets[0]);
        let no = self.target_args(&data.targets[1]);
        let (then, other) = (data.targets[0].block.index(), data.targets[1].block.index());
        self.b.ins().brif(condition, self.blocks[then], &yes, self.blocks[other], &no);
    }

    fn switch(&mut self, data: &'a InstData) {
        let Imm::Cases(cases) = &data.imm else { panic!("switch has cases") };
        let subject = self.int(data.args[0]);
        let (blocks, edges) = self.ways(data);
        let mut switch = Switch::new();
        for (&case, &block) in cases.iter().zip(&blocks) {
            switch.set_entry(case as u64 as u128, block);
        }
        let default = *blocks.last().expect("switch has a default");
        switch.emit(&mut self.b, subject, default);
        self.fill_ways(edges);
    }

    /// The blocks of an instruction's targets: one between, to be filled, where a target takes arguments.
    pub(super) fn ways(&mut self, data: &'a InstData) -> (Vec<ir::Block>, Vec<(ir::Block, &'a Target)>) {
        let mut edges = Vec::new();
        let mut ways = Vec::new();
        for target in &data.targets {
            if target.args.is_empty() {
                ways.push(self.blocks[target.block.index()]);
                continue;
            }
            let edge = self.new_block(false);
            edges.push((edge, target));
            ways.push(edge);
        }
        (ways, edges)
    }

    pub(super) fn fill_ways(&mut self, edges: Vec<(ir::Block, &Target)>) {
        let cold = self.cold;
        for (edge, target) in edges {
            self.switch_to(edge, cold);
            let args = self.target_args(target);
            self.b.ins().jump(self.blocks[target.block.index()], &args);
        }
    }

    fn ret(&mut self, data: &InstData) {
        let ty = self.func.signature.result;
        let mut words = Vec::new();
        if let Some(&value) = data.args.first() {
            self.words(value).to(&mut self.b, &ty).scatter(&mut words);
        }
        self.b.ins().return_(&words);
    }
}
