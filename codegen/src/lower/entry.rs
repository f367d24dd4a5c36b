//! Generic entries: bind raw arguments, run the typed body, box the result. Never unwind.

use super::calls::entry_signature;
use super::guards::{admitted, admitted_tags};
use super::*;
use crate::names::ENTRY_CACHE;
use phpc_abi::decl::{Const, Initializer, ParamDecl, Passing, TypeMask};
use phpc_abi::layout::{CALL_MAY_HAVE_UNDEF, CALL_NAMED_EXTRA, ObjectHeader};
use std::mem::offset_of;

/// Lowers the generic entry of function `number`.
pub(crate) fn lower_entry(input: &Input, number: u32, clif: &mut ir::Function, context: &mut FunctionBuilderContext) -> Lowered {
    let func = &input.funcs[number as usize];
    clif.signature = entry_signature(input.config.default_call_conv);
    let builder = FunctionBuilder::new(clif, context);
    let mut lower = Lower::new(input, func, number, builder);
    lower.entry();
    let Lower { b, done, .. } = lower;
    b.finalize(input.config);
    done
}

/// How an argument's tag shows that a parameter takes it as it is.
enum Fit {
    Tags(Mask),
    /// By tag, or an object of the class that this cache word holds.
    TagsOrClass(Mask, u32),
    /// The runtime has to look.
    Unknown,
}

/// Position of the call of the body behind binding, in an entry's own list.
const AFTER_BINDING: u32 = 1;

/// What the entry is called with.
#[derive(Clone, Copy)]
struct Given {
    func: ir::Value,
    this: ir::Value,
    args: ir::Value,
    count_flags: ir::Value,
    closure: ir::Value,
}

impl Lower<'_, '_> {
    fn entry(&mut self) {
        let block = self.b.create_block();
        self.b.append_block_params_for_function_params(block);
        self.b.switch_to_block(block);
        let params = self.b.block_params(block).to_vec();
        let [func, this, args, count_flags, closure] = params[..] else { panic!("generic entries take five words") };
        let given = Given { func, this, args, count_flags, closure };
        let bind = self.new_block(true);
        let fits = self.fits();
        if self.test_arguments(&fits, args, count_flags, bind) {
            let none = self.iconst(0);
            let results = self.call_with(given, args, Words::Pair(none, none));
            self.give_back(&results);
        }
        self.switch_to(bind, true);
        self.bind_and_call(given, &fits);
        self.finish_leave();
        self.b.seal_all_blocks();
    }

    /// Calls the body with the parameters that lie at `params`.
    fn call_with(&mut self, given: Given, params: ir::Value, extra: Words) -> Vec<ir::Value> {
        let input = self.input;
        let signature = &self.func.signature;
        let mut words = Vec::new();
        for hidden in &signature.hidden {
            match hidden {
                Hidden::Func => words.push(given.func),
                Hidden::This | Hidden::StaticClass => {
                    let word = self.receiver(*hidden, given.this, given.count_flags, given.closure);
                    words.push(word);
                }
                Hidden::Closure => words.push(given.closure),
                Hidden::ArgCount => words.push(self.given_count(given)),
                Hidden::Extra => extra.scatter(&mut words),
            }
        }
        for (n, param) in signature.params.iter().enumerate() {
            self.load_words(param, params, n as i32 * 16).scatter(&mut words);
        }
        let number = self.number;
        let body = self.function(Symbol::Body { func: number }, |_| {
            body_signature(&input.funcs[number as usize].signature, input.config.default_call_conv)
        });
        let call = self.b.ins().call(body, &words);
        self.b.inst_results(call).to_vec()
    }

    /// The number of arguments given by position.
    fn given_count(&mut self, given: Given) -> ir::Value {
        let count = self.b.ins().ireduce(types::I32, given.count_flags);
        self.b.ins().uextend(types::I64, count)
    }

    fn give_back(&mut self, results: &[ir::Value]) {
        let pending = self.engine_word(Engine::Pending);
        let (leave, on) = (self.leave_block(), self.b.create_block());
        self.b.ins().brif(pending, leave, &[], on, &[]);
        self.switch_to(on, false);
        let (tag, payload) = Words::gather(&self.func.signature.result, results).pair(&mut self.b);
        self.b.ins().return_(&[tag, payload]);
    }

    /// The runtime binds the arguments; count and surplus lie where traces find them.
    fn bind_and_call(&mut self, given: Given, fits: &[Fit]) {
        let signature = &self.func.signature;
        let params = signature.params.len();
        let slot = self.area(params + 1);
        let out = self.stack_address(slot, 0);
        let pointer = |value| Words::Pointer(value, None);
        let Given { func, this, args, count_flags, .. } = given;
        let (ready, runtime) = (self.new_block(true), self.new_block(true));
        self.fill_up(given, fits, out, ready, runtime);
        self.switch_to(runtime, true);
        let operands = [pointer(func), pointer(this), pointer(args), Words::Int(count_flags), pointer(out)];
        self.call_primitive(Primitive::bind_params, &operands);
        let pending = self.engine_word(Engine::Pending);
        let (leave, bound) = (self.leave_block(), self.new_block(true));
        self.b.ins().brif(pending, leave, &[], bound, &[]);
        self.switch_to(bound, true);
        self.remember_classes(fits, out);
        self.b.ins().jump(ready, &[]);
        self.switch_to(ready, true);
        let extra = self.load_words(&Type::SLOT, out, params as i32 * 16);
        let surplus = extra.int(&mut self.b);
        let (extra_slot, count_slot) = (self.stack_slot(8), self.stack_slot(8));
        self.stack_store(surplus, extra_slot, 0);
        let count = self.given_count(given);
        self.stack_store(count, count_slot, 0);
        (self.done.frame.extra, self.done.frame.count) = (Some(extra_slot), Some(count_slot));
        self.b.set_srcloc(SourceLoc::new(AFTER_BINDING));
        let results = self.call_with(given, out, extra);
        self.b.set_srcloc(SourceLoc::default());
        if !self.func.signature.hidden.contains(&Hidden::Extra) {
            self.release_surplus(extra_slot);
        }
        self.give_back(&results);
    }

    /// Fewer arguments than parameters: those that are given fit, the others have plain defaults. Ends at `ready`, or at
    /// `runtime` where that is not so.
    fn fill_up(&mut self, given: Given, fits: &[Fit], out: ir::Value, ready: ir::Block, runtime: ir::Block) {
        let decl = self.input.program.decl(self.func.reference);
        let required = decl.params.iter().rposition(|param| param.default.is_none()).map_or(0, |last| last + 1);
        let unknown = fits.iter().any(|fit| matches!(fit, Fit::Unknown));
        let plain = |param: &ParamDecl| param.passing == Passing::Value && self.has_plain_default(param);
        if unknown || required == fits.len() || !decl.params[required..].iter().all(plain) {
            _ = self.b.ins().jump(runtime, &[]);
            return;
        }
        let relevant = u32::MAX as u64 | CALL_NAMED_EXTRA | CALL_MAY_HAVE_UNDEF;
        let number = self.b.ins().band_imm_u(given.count_flags, relevant as i64);
        let optional = self.b.ins().iadd_imm_s(number, -(required as i64));
        let missing = self.b.ins().icmp_imm_u(IntCC::UnsignedLessThan, optional, (fits.len() - required) as i64);
        self.need(missing, runtime);
        let absent: Vec<ir::Block> = (required..fits.len()).map(|_| self.new_block(false)).collect();
        for (n, fit) in fits.iter().enumerate() {
            if n >= required {
                let there = self.new_block(false);
                let is_given = self.b.ins().icmp_imm_u(IntCC::UnsignedGreaterThan, number, n as i64);
                self.b.ins().brif(is_given, there, &[], absent[n - required], &[]);
                self.switch_to(there, false);
            }
            if n + 1 == fits.len() {
                _ = self.b.ins().jump(runtime, &[]);
                break;
            }
            let value = self.load_words(&Type::SLOT, given.args, n as i32 * 16);
            self.need_fit(fit, value, runtime);
            self.store_words(value, out, n as i32 * 16);
        }
        for (n, param) in decl.params.iter().enumerate().skip(required) {
            self.switch_to(absent[n - required], false);
            let words = self.plain_default(param);
            self.store_words(words, out, n as i32 * 16);
            match absent.get(n + 1 - required) {
                Some(&next) => _ = self.b.ins().jump(next, &[]),
                None => {
                    self.store_words(Words::Nothing(Tag::UNDEF), out, fits.len() as i32 * 16);
                    self.b.ins().jump(ready, &[]);
                }
            }
        }
    }

    /// Can emitted code make the default, or leave it to the body?
    fn has_plain_default(&self, param: &ParamDecl) -> bool {
        match &param.default {
            Some(Initializer::Const(Const::Str(text))) => self.input.program.text(self.func.reference.unit, text).is_some(),
            Some(Initializer::Const(Const::Array(_))) | None => false,
            Some(_) => true,
        }
    }

    /// An owned default; UNDEF where the body computes it.
    fn plain_default(&mut self, param: &ParamDecl) -> Words {
        let is_float = param.ty.as_ref().is_some_and(|ty| ty.mask.contains(TypeMask::FLOAT) && !ty.mask.contains(TypeMask::INT));
        match param.default.as_ref().expect("it is plain") {
            Initializer::Const(Const::Null) => Words::Nothing(Tag::NULL),
            Initializer::Const(Const::Bool(value)) => Words::Bool(self.b.ins().iconst(types::I8, i64::from(*value))),
            Initializer::Const(Const::Int(value)) if is_float => Words::Float(self.b.ins().f64const(*value as f64)),
            Initializer::Const(Const::Int(value)) => Words::Int(self.iconst(*value)),
            Initializer::Const(Const::Float(bits)) => Words::Float(self.b.ins().f64const(f64::from_bits(*bits))),
            Initializer::Const(Const::Str(text)) => {
                let unit = self.func.reference.unit;
                let index = self.input.program.text(unit, text).expect("it is plain").0;
                let words = Words::Pointer(self.symbol(Symbol::Literal { unit: unit.0, index }), Some(Tag::STRING));
                self.retain(words, Mask::STRING);
                words
            }
            Initializer::Const(Const::Array(_)) | Initializer::Thunk(_) => Words::Nothing(Tag::UNDEF),
        }
    }

    fn release_surplus(&mut self, slot: StackSlot) {
        let address = self.stack_address(slot, 0);
        let surplus = self.b.ins().load(types::I64, memory(), address, 0);
        let (some, on) = (self.new_block(true), self.new_block(true));
        self.b.ins().brif(surplus, some, &[], on, &[]);
        self.switch_to(some, true);
        self.call_primitive(Primitive::release, &[Words::Pointer(surplus, Some(Tag::ARRAY))]);
        self.b.ins().jump(on, &[]);
        self.switch_to(on, true);
    }

    fn fits(&mut self) -> Vec<Fit> {
        let decl = self.input.program.decl(self.func.reference);
        let shared = self.func.signature.hidden.contains(&Hidden::Func) && decl.class.is_some();
        let mut fits = Vec::new();
        for param in &decl.params {
            let fit = match (&param.ty, param.passing) {
                _ if param.variadic => Fit::Unknown,
                (ty, Passing::Value) => match admitted(ty.as_ref()) {
                    Some(mask) => Fit::Tags(mask),
                    None if shared => Fit::Unknown,
                    None => {
                        let word = self.done.cache_words;
                        self.done.cache_words += 1;
                        Fit::TagsOrClass(admitted_tags(ty.as_ref()), word)
                    }
                },
                (None, _) => Fit::Tags(Mask::REFERENCE),
                _ => Fit::Unknown,
            };
            fits.push(fit);
        }
        fits
    }

    /// Goes to `bind` unless the number is right and all fit. False: they never do.
    fn test_arguments(&mut self, fits: &[Fit], args: ir::Value, count_flags: ir::Value, bind: ir::Block) -> bool {
        if fits.iter().any(|fit| matches!(fit, Fit::Unknown)) {
            self.b.ins().jump(bind, &[]);
            return false;
        }
        let relevant = u32::MAX as u64 | CALL_NAMED_EXTRA | CALL_MAY_HAVE_UNDEF;
        let number = self.b.ins().band_imm_u(count_flags, relevant as i64);
        let right = self.b.ins().icmp_imm_s(IntCC::Equal, number, fits.len() as i64);
        self.need(right, bind);
        for (n, fit) in fits.iter().enumerate() {
            let value = self.load_words(&Type::SLOT, args, n as i32 * 16);
            self.need_fit(fit, value, bind);
        }
        true
    }

    fn need_fit(&mut self, fit: &Fit, value: Words, bind: ir::Block) {
        match *fit {
            Fit::Tags(mask) => self.need_tag(value, Mask::SLOT, mask, bind),
            Fit::TagsOrClass(mask, word) => self.need_class(value, mask, word, bind),
            Fit::Unknown => {}
        }
    }

    fn need_class(&mut self, value: Words, mask: Mask, word: u32, bind: ir::Block) {
        let on = self.new_block(false);
        let class = self.new_block(false);
        let is_object = self.words_are(value, Mask::SLOT, Mask::OBJECT);
        let other = self.new_block(false);
        self.b.ins().brif(is_object, class, &[], other, &[]);
        self.switch_to(other, false);
        let fits = self.words_are(value, Mask::SLOT, mask);
        self.b.ins().brif(fits, on, &[], bind, &[]);
        self.switch_to(class, false);
        let object = value.int(&mut self.b);
        let class = self.b.ins().load(types::I64, memory(), object, offset_of!(ObjectHeader, class) as i32);
        let cell = self.entry_cache(word);
        let known = self.b.ins().load(types::I64, memory(), cell, 0);
        let same = self.b.ins().icmp(IntCC::Equal, class, known);
        self.b.ins().brif(same, on, &[], bind, &[]);
        self.switch_to(on, false);
    }

    fn entry_cache(&mut self, word: u32) -> ir::Value {
        self.symbol(Symbol::Cache { func: self.number, word: word | ENTRY_CACHE })
    }

    /// The classes of objects that the runtime has accepted.
    fn remember_classes(&mut self, fits: &[Fit], out: ir::Value) {
        for (n, fit) in fits.iter().enumerate() {
            let Fit::TagsOrClass(_, word) = *fit else { continue };
            let value = self.load_words(&Type::SLOT, out, n as i32 * 16);
            let is_object = self.words_are(value, Mask::SLOT, Mask::OBJECT);
            let (store, on) = (self.new_block(true), self.new_block(true));
            self.b.ins().brif(is_object, store, &[], on, &[]);
            self.switch_to(store, true);
            let object = value.int(&mut self.b);
            let class = self.b.ins().load(types::I64, memory(), object, offset_of!(ObjectHeader, class) as i32);
            let cell = self.entry_cache(word);
            self.b.ins().store(memory(), class, cell, 0);
            self.b.ins().jump(on, &[]);
            self.switch_to(on, true);
        }
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
