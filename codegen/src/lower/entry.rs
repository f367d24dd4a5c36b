//! Generic entries: bind raw arguments, run the typed body, box the result. Never unwind.

use super::calls::entry_signature;
use super::*;

/// Lowers the generic entry of function `number`.
pub(crate) fn lower_entry(input: &Input, number: u32, clif: &mut ir::Function, context: &mut FunctionBuilderContext) {
    let func = &input.funcs[number as usize];
    clif.signature = entry_signature(input.config.default_call_conv);
    let builder = FunctionBuilder::new(clif, context);
    let mut lower = Lower::new(input, func, number, builder);
    lower.entry();
    let Lower { b, .. } = lower;
    b.finalize(input.config);
}

impl Lower<'_, '_> {
    fn entry(&mut self) {
        let block = self.b.create_block();
        self.b.append_block_params_for_function_params(block);
        self.b.switch_to_block(block);
        let params = self.b.block_params(block).to_vec();
        let [func, this, args, count_flags, closure] = params[..] else { panic!("generic entries take five words") };
        let count = self.b.ins().ireduce(types::I32, count_flags);
        let count = self.b.ins().uextend(types::I64, count);
        let out = self.bind([func, this, args, count_flags, count]);
        let input = self.input;
        let signature = &self.func.signature;
        let mut words = Vec::new();
        let extra = signature.params.len();
        for hidden in &signature.hidden {
            match hidden {
                Hidden::Func => words.push(func),
                Hidden::This | Hidden::StaticClass => {
                    let word = self.receiver(*hidden, this, count_flags, closure);
                    words.push(word);
                }
                Hidden::Closure => words.push(closure),
                Hidden::ArgCount => words.push(count),
                Hidden::Extra => self.load_words(&Type::SLOT, out, extra as i32 * 16).scatter(&mut words),
            }
        }
        for (n, param) in signature.params.iter().enumerate() {
            self.load_words(param, out, n as i32 * 16).scatter(&mut words);
        }
        let number = self.number;
        let body = self.function(Symbol::Body { func: number }, |_| {
            body_signature(&input.funcs[number as usize].signature, input.config.default_call_conv)
        });
        let call = self.b.ins().call(body, &words);
        let results = self.b.inst_results(call).to_vec();
        let pending = self.engine_word(Engine::Pending);
        let (leave, on) = (self.leave_block(), self.b.create_block());
        self.b.ins().brif(pending, leave, &[], on, &[]);
        self.switch_to(on, false);
        let (tag, payload) = Words::gather(&signature.result, &results).pair(&mut self.b);
        self.b.ins().return_(&[tag, payload]);
        self.finish_leave();
        self.b.seal_all_blocks();
    }

    /// The bound parameters' address. Nothing to bind where no argument came and none is wanted.
    fn bind(&mut self, [func, this, args, count_flags, count]: [ir::Value; 5]) -> ir::Value {
        let signature = &self.func.signature;
        let has_extra = signature.hidden.contains(&Hidden::Extra);
        let slot = self.area((signature.params.len() + has_extra as usize).max(1));
        let out = self.stack_address(slot, 0);
        let (bind, on) = (self.b.create_block(), self.b.create_block());
        if signature.params.is_empty() && !has_extra {
            self.b.set_cold_block(bind);
            self.b.ins().brif(count, bind, &[], on, &[]);
        } else {
            self.b.ins().jump(bind, &[]);
        }
        self.switch_to(bind, false);
        let pointer = |value| Words::Pointer(value, None);
        let args = [pointer(func), pointer(this), pointer(args), Words::Int(count_flags), pointer(out)];
        self.call_primitive(Primitive::bind_params, &args);
        let pending = self.engine_word(Engine::Pending);
        let leave = self.leave_block();
        self.b.ins().brif(pending, leave, &[], on, &[]);
        self.switch_to(on, false);
        out
    }

    /// `$this` or the static class. A closure's receiver is one or the other: the one it is not is null.
    fn receiver(&mut self, hidden: Hidden, this_or_class: ir::Value, count_flags: ir::Value, _closure: ir::Value) -> ir::Value {
        let both = self.func.signature.hidden.contains(&Hidden::This)
            && self.func.signature.hidden.contains(&Hidden::StaticClass);
        if !both && !self.func.signature.hidden.contains(&Hidden::Closure) {
            return this_or_class;
        }
        let none = self.iconst(0);
        let flag = self.b.ins().band_imm_u(count_flags, phpc_abi::layout::CALL_HAS_THIS as i64);
        let (yes, no) = if hidden == Hidden::This { (this_or_class, none) } else { (none, this_or_class) };
        self.b.ins().select(flag, yes, no)
    }
}
