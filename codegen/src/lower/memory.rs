//! Constants, addresses, tests of values, and memory of known shape.

use super::*;
use cranelift_codegen::ir::MemFlagsData;
use phpc_abi::layout::{
    ArrayHeader, ClassHead, Header, OBJECT_SLOTS, ObjectHeader, ReferenceHeader, SHORT_STRING_SIZE, SLOT_SIZE, STR_BYTES,
    StrHeader,
};
use phpc_abi::value::RawValue;
use phpc_ir::ssa::{Repr, Variant};
use std::mem::offset_of;

const PAYLOAD: i32 = offset_of!(RawValue, payload) as i32;

impl<'a> Lower<'a, '_> {
    pub(super) fn constant(&mut self, data: &InstData) {
        let words = match (data.op, &data.imm) {
            (Op::undef, _) => Words::Nothing(Tag::UNDEF),
            (Op::null, _) => Words::Nothing(Tag::NULL),
            (Op::bool, &Imm::Bool(value)) => Words::Bool(self.b.ins().iconst(types::I8, value as i64)),
            (Op::int, &Imm::Int(value)) => Words::Int(self.iconst(value)),
            (Op::float, &Imm::Float(bits)) => Words::Float(self.b.ins().f64const(f64::from_bits(bits))),
            (Op::string, &Imm::Const(unit, index)) => {
                Words::Pointer(self.symbol(Symbol::Literal { unit: unit.0, index: index.0 }), Some(Tag::STRING))
            }
            (Op::array, &Imm::Const(unit, index)) => self.const_array(unit.0, index.0),
            (op, imm) => panic!("{op:?} with {imm:?}"),
        };
        self.define(data, 0, words);
    }

    /// A constant by name: the site keeps what it found.
    pub(super) fn constant_by_name(&mut self, data: &InstData) {
        let args: Vec<Words> = data.args.iter().map(|&arg| self.words(arg)).collect();
        if self.cold || self.is_null_pointer(data.args[2]) {
            self.primitive(data, Primitive::constant, &args);
            return;
        }
        let cache = self.int(data.args[2]);
        let known = self.load_words(&Type::SLOT, cache, 0);
        let join = self.join(self.result_type(data));
        let (find, on) = (self.new_block(true), self.new_block(false));
        let is_known = self.words_are(known, Mask::SLOT, Mask::SLOT.without(Mask::UNDEF));
        self.b.ins().brif(is_known, on, &[], find, &[]);
        self.switch_to(find, true);
        let found = self.primitive(data, Primitive::constant, &args);
        self.arrive(&join, found);
        self.switch_to(on, false);
        self.retain(known, Mask::ANY);
        self.arrive(&join, known);
        let words = self.meet(&join, false);
        self.define(data, 0, words);
    }

    /// The unit's table has it once it was built.
    fn const_array(&mut self, unit: u32, index: u32) -> Words {
        let slot = self.symbol(Symbol::ConstSlot { unit, index });
        let known = self.b.ins().load(types::I64, memory(), slot, PAYLOAD);
        let (build, on) = (self.new_block(true), self.new_block(false));
        let array = self.b.append_block_param(on, types::I64);
        self.b.ins().brif(known, on, &[BlockArg::Value(known)], build, &[]);
        let cold = self.cold;
        self.switch_to(build, true);
        let (unit, index) = (self.symbol(Symbol::Unit(unit)), self.iconst(index as i64));
        let args = [Words::Pointer(unit, None), Words::Int(index)];
        let built = self.call_primitive(Primitive::const_array, &args).int(&mut self.b);
        self.b.ins().jump(on, &[BlockArg::Value(built)]);
        self.switch_to(on, cold);
        Words::Pointer(array, Some(Tag::ARRAY))
    }

    pub(super) fn address(&mut self, data: &InstData) {
        let address = match (data.op, &data.imm) {
            (Op::unit_ptr, Imm::Unit(unit)) => self.symbol(Symbol::Unit(unit.0)),
            (Op::unit_ptr, _) => self.symbol(Symbol::Unit(self.func.reference.unit.0)),
            (Op::func_ptr, imm) => {
                let own = self.func.reference;
                let callee = if let Imm::Func(callee) = imm { *callee } else { own };
                // The cell of the function that runs is filled: it may be read where the value is used.
                let runs = (callee.unit, callee.func) == (own.unit, own.func);
                let flags = if runs { crate::words::steady_memory() } else { memory() };
                let cell = self.symbol(Symbol::FuncCell { unit: callee.unit.0, index: callee.func.0 });
                self.b.ins().load(types::I64, flags, cell, 0)
            }
            (Op::class_ptr, Imm::ClassDecl(unit, class)) => self.cell(Symbol::ClassCell { unit: unit.0, index: class.0 }),
            (Op::cache_ptr, imm) => {
                let words = if let &Imm::Int(words) = imm { words as u32 } else { 1 };
                self.cache(words)
            }
            (Op::null_ptr, _) => self.iconst(0),
            (Op::resume_ptr, _) => {
                let resume = FuncRef { variant: Variant::Resume, ..self.func.reference };
                let number = self.input.number(resume);
                let input = self.input;
                let callee = self.function(Symbol::Body { func: number }, |_| {
                    body_signature(&input.funcs[number as usize].signature, input.config.default_call_conv)
                });
                self.b.ins().func_addr(types::I64, callee)
            }
            (Op::stack_ptr, &Imm::Slot(slot, index)) => self.stack_address(self.slots[slot.index()], 16 * index as i32),
            (Op::global_ptr, &Imm::Const(unit, index)) => self.global_slot(unit.0, index.0),
            (op, imm) => panic!("{op:?} with {imm:?}"),
        };
        self.define(data, 0, Words::Pointer(address, None));
    }

    fn cell(&mut self, symbol: Symbol) -> ir::Value {
        let address = self.symbol(symbol);
        self.b.ins().load(types::I64, memory(), address, 0)
    }

    pub(super) fn cache(&mut self, words: u32) -> ir::Value {
        let word = self.done.cache_words;
        self.done.cache_words += words;
        self.symbol(Symbol::Cache { func: self.number, word })
    }

    fn global_slot(&mut self, unit: u32, index: u32) -> ir::Value {
        if self.compact {
            let name = self.symbol(Symbol::Literal { unit, index });
            return self.call_primitive(Primitive::global_slot, &[Words::Pointer(name, None)]).int(&mut self.b);
        }
        let cell = self.cache(1);
        let known = self.b.ins().load(types::I64, memory(), cell, 0);
        let (find, on) = (self.new_block(true), self.new_block(false));
        let slot = self.b.append_block_param(on, types::I64);
        self.b.ins().brif(known, on, &[BlockArg::Value(known)], find, &[]);
        let cold = self.cold;
        self.switch_to(find, true);
        let name = self.symbol(Symbol::Literal { unit, index });
        let found = self.call_primitive(Primitive::global_slot, &[Words::Pointer(name, None)]).int(&mut self.b);
        self.b.ins().store(memory(), found, cell, 0);
        self.b.ins().jump(on, &[BlockArg::Value(found)]);
        self.switch_to(on, cold);
        slot
    }

    // ---- looking at values

    pub(super) fn look(&mut self, data: &InstData) {
        let words = match data.op {
            Op::type_is => {
                let Imm::Mask(mask) = data.imm else { panic!("type_is has a mask") };
                Words::Bool(self.type_is(data.args[0], mask))
            }
            Op::assume => self.words(data.args[0]),
            Op::select => self.select(data),
            _ => Words::Bool(self.same_word(data.args[0], data.args[1])),
        };
        self.define(data, 0, words);
    }

    fn select(&mut self, data: &InstData) -> Words {
        let ty = self.result_type(data);
        let condition = self.boolean(data.args[0]);
        let (mut yes, mut no) = (Vec::new(), Vec::new());
        self.words(data.args[1]).to(&mut self.b, &ty).scatter(&mut yes);
        self.words(data.args[2]).to(&mut self.b, &ty).scatter(&mut no);
        let words: Vec<_> = yes.iter().zip(&no).map(|(&yes, &no)| self.b.ins().select(condition, yes, no)).collect();
        Words::gather(&ty, &words)
    }

    fn same_word(&mut self, left: Value, right: Value) -> ir::Value {
        let (left_repr, right_repr) = (self.ty(left).repr(), self.ty(right).repr());
        if left_repr == right_repr && left_repr != Repr::Pair && left_repr != Repr::Nothing {
            let (left, right) = (self.int(left), self.int(right));
            return self.b.ins().icmp(IntCC::Equal, left, right);
        }
        let ((left_tag, left), (right_tag, right)) = (self.pair(left), self.pair(right));
        let tags = self.b.ins().icmp(IntCC::Equal, left_tag, right_tag);
        let payloads = self.b.ins().icmp(IntCC::Equal, left, right);
        self.b.ins().band(tags, payloads)
    }

    /// An i8: does the value's tag (and for FALSE and TRUE its payload) lie within `mask`?
    pub(super) fn type_is(&mut self, value: Value, mask: Mask) -> ir::Value {
        let source = self.mask(value);
        let words = self.words(value);
        self.words_are(words, source, mask)
    }

    pub(super) fn words_are(&mut self, words: Words, source: Mask, mask: Mask) -> ir::Value {
        if !source.intersects(mask) {
            return self.b.ins().iconst(types::I8, 0);
        }
        if mask.contains(source) {
            return self.b.ins().iconst(types::I8, 1);
        }
        let one_bool = mask.intersect(Mask::BOOL) != Mask::BOOL
            && mask.intersects(Mask::BOOL)
            && source.contains(Mask::BOOL);
        if !one_bool {
            return self.tag_within(words, source, mask);
        }
        let wanted = mask.intersects(Mask::TRUE) as i64;
        let payload = words.int(&mut self.b);
        let equal = self.b.ins().icmp_imm_s(IntCC::Equal, payload, wanted);
        if source.is_within(Mask::BOOL) {
            return equal;
        }
        let is_bool = self.tag_within(words, source, Mask::BOOL);
        let found = self.b.ins().band(is_bool, equal);
        let others = mask.without(Mask::BOOL);
        if !source.intersects(others) {
            return found;
        }
        let other = self.tag_within(words, source, others);
        self.b.ins().bor(found, other)
    }

    /// The tags of `source` are all that can occur.
    fn tag_within(&mut self, words: Words, source: Mask, mask: Mask) -> ir::Value {
        let (possible, wanted) = (tag_bits(source), tag_bits(source.intersect(mask)));
        let other = possible & !wanted;
        let tag = words.tag(&mut self.b);
        let (low, high) = (wanted.trailing_zeros() as i64, 31 - wanted.leading_zeros() as i64);
        if other == 0 {
            return self.b.ins().iconst(types::I8, 1);
        }
        if wanted.count_ones() == 1 {
            return self.b.ins().icmp_imm_s(IntCC::Equal, tag, low);
        }
        if other.count_ones() == 1 {
            return self.b.ins().icmp_imm_s(IntCC::NotEqual, tag, other.trailing_zeros() as i64);
        }
        let span = (1u32 << (high + 1)) - (1 << low);
        if other & span != 0 {
            let bits = self.iconst(wanted as i64);
            let shifted = self.b.ins().ushr(bits, tag);
            let bit = self.b.ins().ireduce(types::I8, shifted);
            return self.b.ins().band_imm_u(bit, 1);
        }
        if possible < 1 << (high + 1) {
            return self.b.ins().icmp_imm_s(IntCC::UnsignedGreaterThanOrEqual, tag, low);
        }
        if possible & ((1 << low) - 1) == 0 {
            return self.b.ins().icmp_imm_s(IntCC::UnsignedLessThanOrEqual, tag, high);
        }
        let from_low = self.b.ins().iadd_imm_s(tag, -low);
        self.b.ins().icmp_imm_s(IntCC::UnsignedLessThanOrEqual, from_low, high - low)
    }

    // ---- memory

    pub(super) fn access(&mut self, _inst: Inst, data: &InstData) {
        let arg = |n: usize| data.args[n];
        let number = if let Imm::Int(number) = data.imm { number } else { 0 };
        let slot = OBJECT_SLOTS as i64 + number * SLOT_SIZE as i64;
        match data.op {
            Op::ref_load => {
                let cell = self.int(arg(0));
                self.load_value(data, cell, offset_of!(ReferenceHeader, value) as i64);
            }
            Op::ref_store => {
                let cell = self.int(arg(0));
                self.store_to(arg(1), cell, offset_of!(ReferenceHeader, value) as i64);
            }
            Op::slot_load | Op::slot_old => {
                let object = self.int(arg(0));
                self.load_value(data, object, slot);
            }
            Op::slot_store => {
                let object = self.int(arg(0));
                self.store_to(arg(1), object, slot);
            }
            Op::var_load => {
                let address = self.int(arg(0));
                self.load_value(data, address, number * SLOT_SIZE as i64);
            }
            Op::var_store => {
                let address = self.int(arg(0));
                self.store_to(arg(1), address, number * SLOT_SIZE as i64);
            }
            Op::object_class => self.load_word(data, offset_of!(ObjectHeader, class)),
            Op::class_is_ancestor => self.class_is_ancestor(data, number),
            Op::word_load => {
                let address = self.int(arg(0));
                let word = self.b.ins().load(types::I64, memory(), address, number as i32);
                self.define_int(data, word);
            }
            Op::word_store => {
                let (address, word) = (self.int(arg(0)), self.int(arg(1)));
                self.b.ins().store(memory(), word, address, number as i32);
            }
            Op::array_length => {
                let length = self.header(arg(0), headers::Part::Length);
                self.define_int(data, length);
            }
            Op::array_kind => {
                let array = self.int(arg(0));
                let kind = self.b.ins().uload8(types::I64, memory(), array, offset_of!(Header, kind) as i32);
                self.define_int(data, kind);
            }
            Op::is_unique => {
                let block = self.int(arg(0));
                let count = self.b.ins().load(types::I32, memory(), block, offset_of!(Header, count) as i32);
                let unique = self.b.ins().icmp_imm_s(IntCC::Equal, count, 1);
                self.define(data, 0, Words::Bool(unique));
            }
            Op::list_data => self.load_word(data, offset_of!(ArrayHeader, data)),
            Op::list_load_int => {
                let address = self.element(arg(0), arg(1), 3);
                let element = self.b.ins().load(types::I64, memory(), address, 0);
                self.define_int(data, element);
            }
            Op::list_load_float => {
                let address = self.element(arg(0), arg(1), 3);
                let element = self.b.ins().load(types::F64, memory(), address, 0);
                self.define(data, 0, Words::Float(element));
            }
            Op::list_load_value => {
                let address = self.element(arg(0), arg(1), 4);
                self.load_value(data, address, 0);
            }
            Op::list_store_int => {
                let address = self.element(arg(0), arg(1), 3);
                let element = self.int(arg(2));
                self.b.ins().store(memory(), element, address, 0);
            }
            Op::list_store_float => {
                let address = self.element(arg(0), arg(1), 3);
                let element = self.float(arg(2));
                self.b.ins().store(memory(), element, address, 0);
            }
            Op::list_store_value => {
                let address = self.element(arg(0), arg(1), 4);
                self.store_to(arg(2), address, 0);
            }
            Op::type_exit => {
                let Imm::Mask(mask) = data.imm else { panic!("type_exit has a mask") };
                let (fits, words) = (self.type_is(arg(0), mask), self.words(arg(0)));
                self.define(data, 0, words);
                let cold = self.cold;
                let edge = self.exit_block(data.exit.as_ref());
                let on = self.new_block(false);
                self.b.ins().brif(fits, on, &[], edge, &[]);
                self.fill_exit(data.exit.as_ref(), edge);
                self.switch_to(on, cold);
            }
            Op::slot_exit | Op::slot_peek => self.value_exit(data, slot as i32, data.op == Op::slot_exit),
            Op::ref_exit | Op::ref_peek => self.value_exit(data, offset_of!(ReferenceHeader, value) as i32, data.op == Op::ref_exit),
            Op::element_exit | Op::element_peek => self.element_exit(data),
            Op::string_length => self.load_word(data, offset_of!(StrHeader, length)),
            Op::string_byte => {
                let (text, at) = (self.int(arg(0)), self.int(arg(1)));
                let address = self.b.ins().iadd(text, at);
                let byte = self.b.ins().uload8(types::I64, memory(), address, STR_BYTES as i32);
                self.define_int(data, byte);
            }
            Op::string_of_byte => {
                let byte = self.int(arg(0));
                let text = self.string_of_byte(byte);
                self.define(data, 0, text);
            }
            op => panic!("{op:?} has no lowering"),
        }
    }

    pub(super) fn string_of_byte(&mut self, byte: ir::Value) -> Words {
        let strings = self.symbol(Symbol::Engine(Engine::OneByteStrings));
        let offset = self.b.ins().imul_imm_s(byte, SHORT_STRING_SIZE as i64);
        let found = Words::Pointer(self.b.ins().iadd(strings, offset), Some(Tag::STRING));
        // Immortal, but whoever gets it gives a count back.
        self.retain(found, Mask::STRING);
        found
    }

    fn load_word(&mut self, data: &InstData, offset: usize) {
        let block = self.int(data.args[0]);
        let word = self.b.ins().load(types::I64, memory(), block, offset as i32);
        self.define(data, 0, Words::Pointer(word, None));
    }

    /// Address of an element: of an array, or of the elements' address.
    fn element(&mut self, list: Value, index: Value, shift: i64) -> ir::Value {
        let mut elements = self.int(list);
        if self.mask(list) != Mask::POINTER {
            elements = self.b.ins().load(types::I64, memory(), elements, offset_of!(ArrayHeader, data) as i32);
        }
        let index = self.int(index);
        let offset = self.b.ins().ishl_imm_u(index, shift);
        self.b.ins().iadd(elements, offset)
    }

    /// The words that the result's type needs of the value at an address.
    fn load_value(&mut self, data: &InstData, address: ir::Value, offset: i64) {
        let ty = self.result_type(data);
        let words = self.load_words(&ty, address, offset as i32);
        self.define(data, 0, words);
    }

    pub(super) fn load_words(&mut self, ty: &Type, address: ir::Value, offset: i32) -> Words {
        let payload = offset + PAYLOAD;
        let mut load = |ty, offset| self.b.ins().load(ty, MemFlagsData::trusted(), address, offset);
        match ty.repr() {
            Repr::Nothing => Words::Nothing(crate::words::nothing_tag(ty.tags())),
            Repr::Int => Words::Int(load(types::I64, payload)),
            Repr::Float => Words::Float(load(types::F64, payload)),
            Repr::Bool => Words::Bool(load(types::I8, payload)),
            Repr::Pointer => Words::Pointer(load(types::I64, payload), crate::words::pointer_tag(ty.tags())),
            Repr::Pair => Words::Pair(load(types::I64, offset), load(types::I64, payload)),
        }
    }

    fn store_to(&mut self, value: Value, address: ir::Value, offset: i64) {
        let words = self.words(value);
        self.store_words(words, address, offset as i32);
    }

    pub(super) fn store_words(&mut self, words: Words, address: ir::Value, offset: i32) {
        let tag = words.tag(&mut self.b);
        let payload = match words {
            Words::Float(float) => float,
            other => other.int(&mut self.b),
        };
        self.b.ins().store(memory(), tag, address, offset);
        self.b.ins().store(memory(), payload, address, offset + PAYLOAD);
    }

    /// The value that lies in a block, if it is of the result's type; else to the exit.
    fn value_exit(&mut self, data: &InstData, offset: i32, counted: bool) {
        let block = self.int(data.args[0]);
        let words = self.load_words(&Type::SLOT, block, offset);
        let edge = self.exit_block(data.exit.as_ref());
        self.tested(data, words, Mask::SLOT, edge, counted);
    }

    /// Defines the result as these words where they are of its type, counted if wanted; else takes the exit.
    pub(super) fn tested(&mut self, data: &InstData, words: Words, source: Mask, edge: ir::Block, counted: bool) {
        let (ty, cold) = (self.result_type(data), self.cold);
        self.need_type(words, source, &ty, edge);
        let on = self.new_block(false);
        self.b.ins().jump(on, &[]);
        self.fill_exit(data.exit.as_ref(), edge);
        self.switch_to(on, cold);
        let words = words.to(&mut self.b, &ty);
        if counted {
            self.retain(words, ty.tags());
        }
        self.define(data, 0, words);
    }

    /// Goes on with words of the type: tags, exact class, kinds of storage; else to `edge`.
    fn need_type(&mut self, words: Words, source: Mask, ty: &Type, edge: ir::Block) {
        let cold = self.cold;
        let need = |lower: &mut Self, condition: ir::Value| {
            let on = lower.new_block(false);
            lower.b.ins().brif(condition, on, &[], edge, &[]);
            lower.switch_to(on, cold);
        };
        let fits = self.words_are(words, source, ty.tags());
        need(self, fits);
        let payload = words.int(&mut self.b);
        if let (Some(class), true) = (ty.class[0], ty.exact[0] && ty.may_be(Mask::OBJECT)) {
            let (unit, index) = self.input.program.class_place(class);
            let done = self.new_block(false);
            if !ty.is(Mask::OBJECT) {
                let is_object = self.words_are(words, ty.tags(), Mask::OBJECT);
                let look = self.new_block(false);
                self.b.ins().brif(is_object, look, &[], done, &[]);
                self.switch_to(look, cold);
            }
            let cell = self.symbol(Symbol::ClassCell { unit: unit.0, index: index.0 });
            let wanted = self.b.ins().load(types::I64, memory(), cell, 0);
            let class = self.b.ins().load(types::I64, memory(), payload, offset_of!(ObjectHeader, class) as i32);
            let same = self.b.ins().icmp(IntCC::Equal, class, wanted);
            self.b.ins().brif(same, done, &[], edge, &[]);
            self.switch_to(done, cold);
        }
        let kinds = ty.kinds[0];
        if ty.is(Mask::ARRAY) && kinds != phpc_ir::ssa::Kinds::ANY {
            let kind = self.b.ins().uload8(types::I64, memory(), payload, offset_of!(Header, kind) as i32);
            let fits = match kinds {
                phpc_ir::ssa::Kinds(0b011 | 0b101) => {
                    // Empty, whose number is 0, or the one whose number is this bit.
                    let others = self.b.ins().band_imm_u(kind, !i64::from(kinds.0 >> 1) & 0xff);
                    self.b.ins().icmp_imm_s(IntCC::Equal, others, 0)
                }
                _ => {
                    let bits = self.iconst(kinds.0.into());
                    let shifted = self.b.ins().ushr(bits, kind);
                    self.b.ins().band_imm_u(shifted, 1)
                }
            };
            need(self, fits);
        }
    }

    fn class_is_ancestor(&mut self, data: &InstData, depth: i64) {
        let (object, wanted) = (self.int(data.args[0]), self.int(data.args[1]));
        let class = if self.mask(data.args[0]) == Mask::POINTER {
            object
        } else {
            self.b.ins().load(types::I64, memory(), object, offset_of!(ObjectHeader, class) as i32)
        };
        let (join, cold) = (self.join(Type::BOOL), self.cold);
        let depth = self.iconst(depth);
        self.has_ancestor(class, wanted, depth, &join);
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
    }

    /// Is `wanted`, a class of this depth, the class or one of its ancestors? Ends at the join.
    pub(super) fn has_ancestor(&mut self, class: ir::Value, wanted: ir::Value, depth: ir::Value, join: &Join) {
        let cold = self.cold;
        let no = self.b.ins().iconst(types::I8, 0);
        let own = self.b.ins().uload32(memory(), class, offset_of!(ClassHead, depth) as i32);
        let deep = self.b.ins().icmp(IntCC::UnsignedGreaterThanOrEqual, own, depth);
        let look = self.new_block(false);
        self.b.ins().brif(deep, look, &[], join.block, &[BlockArg::Value(no)]);
        self.switch_to(look, cold);
        let ancestors = self.b.ins().load(types::I64, memory(), class, offset_of!(ClassHead, ancestors) as i32);
        let offset = self.b.ins().imul_imm_s(depth, 8);
        let place = self.b.ins().iadd(ancestors, offset);
        let ancestor = self.b.ins().load(types::I64, memory(), place, 0);
        let same = self.b.ins().icmp(IntCC::Equal, ancestor, wanted);
        self.arrive(join, Words::Bool(same));
    }
}

/// Bit `n` for tag `n`.
fn tag_bits(mask: Mask) -> u32 {
    const TABLE: [(Mask, Tag); 11] = [
        (Mask::UNDEF, Tag::UNDEF),
        (Mask::NULL, Tag::NULL),
        (Mask::FALSE, Tag::BOOL),
        (Mask::TRUE, Tag::BOOL),
        (Mask::INT, Tag::INT),
        (Mask::FLOAT, Tag::FLOAT),
        (Mask::STRING, Tag::STRING),
        (Mask::ARRAY, Tag::ARRAY),
        (Mask::OBJECT, Tag::OBJECT),
        (Mask::RESOURCE, Tag::RESOURCE),
        (Mask::REFERENCE, Tag::REFERENCE),
    ];
    TABLE.iter().filter(|(bit, _)| mask.intersects(*bit)).fold(0, |bits, (_, tag)| bits | 1 << tag.0)
}
