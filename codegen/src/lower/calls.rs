//! Calls: primitives, typed bodies, builtins, generic entries, virtual methods.

use super::*;
use crate::words::abi_params;
use cranelift_codegen::ir::ArgumentPurpose;
use phpc_abi::decl::{FunctionDecl, Passing, TypeDecl, TypeMask};
use phpc_abi::layout::{CALL_HAS_THIS, ClassHead, FUNC_BUILTIN, FUNC_DEPRECATED, FUNC_STATIC, FuncHead, ObjectHeader, ReferenceHeader};
use phpc_ir::ssa::{BuiltinId, RECEIVER_CONSTRUCTED, RECEIVER_TAGGED, RECEIVER_UNLESS_STATIC, RESULT_FOLLOWED, Repr, Signature};
use std::mem::offset_of;

/// The machine signature of a typed body.
pub(crate) fn body_signature(signature: &Signature, conv: CallConv) -> ir::Signature {
    let mut machine = ir::Signature::new(conv);
    for hidden in &signature.hidden {
        let words = if *hidden == Hidden::Extra { 2 } else { 1 };
        machine.params.extend(std::iter::repeat_n(AbiParam::new(types::I64), words));
    }
    for param in &signature.params {
        abi_params(param.repr(), &mut machine.params);
    }
    abi_params(signature.result.repr(), &mut machine.returns);
    machine
}

/// The machine signature of generic entries.
pub(super) fn entry_signature(conv: CallConv) -> ir::Signature {
    let mut machine = ir::Signature::new(conv);
    machine.params.extend([AbiParam::new(types::I64); 5]);
    machine.returns.extend([AbiParam::new(types::I64); 2]);
    machine
}

impl Lower<'_, '_> {
    pub(super) fn call(&mut self, data: &InstData) {
        match (data.op, &data.imm) {
            (Op::prim, Imm::Primitive(Primitive::array_next)) => self.array_next(data),
            (Op::prim, Imm::Primitive(Primitive::array_value_at)) => self.array_value_at(data),
            (Op::prim, Imm::Primitive(Primitive::array_key_at)) => self.array_key_at(data),
            (Op::prim, Imm::Primitive(Primitive::verify_return)) => self.verify_return(data),
            (Op::prim, Imm::Primitive(Primitive::constant)) => self.constant_by_name(data),
            (Op::prim, Imm::Primitive(Primitive::list_get)) => self.list_get(data),
            // What is thrown there is part of the result.
            (Op::prim, Imm::Primitive(primitive @ Primitive::release_unwinding)) => {
                let args: Vec<_> = data.args.iter().map(|&arg| self.words(arg)).collect();
                let result = self.call_primitive(*primitive, &args);
                self.define(data, 0, result);
            }
            (Op::prim, Imm::Primitive(Primitive::class_find)) if !self.cold => self.class_find(data),
            (Op::prim, Imm::Primitive(Primitive::instance_of)) if !self.cold => self.instance_of(data),
            (Op::prim, Imm::Primitive(Primitive::class_constant)) if !self.cold && self.is_literal(data.args[1]) => {
                self.class_constant(data);
            }
            (Op::prim, Imm::Primitive(Primitive::function_declared)) if !self.cold => self.function_declared(data),
            (Op::prim, &Imm::Primitive(
                primitive @ (Primitive::function_find | Primitive::method_find | Primitive::constructor_find),
            )) => self.find_callee(data, primitive),
            (Op::prim, Imm::Primitive(Primitive::array_new)) if self.array_new(data) => {}
            (Op::prim, Imm::Primitive(Primitive::array_push)) if self.array_push(data) => {}
            (Op::prim, Imm::Primitive(Primitive::array_literal_add)) if self.array_literal_add(data) => {}
            (Op::prim | Op::prim_void, &Imm::Primitive(primitive)) => {
                let args: Vec<_> = data.args.iter().map(|&arg| self.words(arg)).collect();
                self.primitive(data, primitive, &args);
            }
            (Op::call, &Imm::Func(callee)) => self.call_body(data, callee),
            (Op::call_checked, &Imm::Func(callee)) => self.call_checked(data, callee),
            (Op::concat_many, _) => {
                let area = Words::Pointer(self.store_area(&data.args), None);
                let count = Words::Int(self.iconst(data.args.len() as i64));
                self.primitive(data, Primitive::concat_many, &[area, count]);
            }
            (Op::call_builtin, &Imm::Builtin(id)) => self.call_builtin(data, id),
            (Op::call_builtin_generic, &Imm::Builtin(id)) => self.call_builtin_generic(data, id),
            (Op::call_entry, &Imm::Int(flags)) => self.call_descriptor(data, flags),
            (Op::call_virtual, Imm::Virtual { index, signature }) => self.call_virtual(data, *index, signature),
            (Op::home, &Imm::Int(index)) => self.home(data, self.done.frame.homes[index as usize]),
            (Op::home, &Imm::Inlined(call, InlinedCall::THIS)) => {
                let (slot, _) = self.done.inlined[call as usize].this.expect("there is a slot for each that is stored");
                let this = self.words(data.args[0]).int(&mut self.b);
                self.stack_store(this, slot, 0);
            }
            (Op::home, &Imm::Inlined(call, index)) => self.home(data, self.done.inlined[call as usize].homes[index as usize]),
            (Op::home, Imm::Slot(..)) => {}
            (Op::poll, _) => self.poll(data),
            (op, imm) => panic!("{op:?} with {imm:?}"),
        }
    }

    /// Operands as a body takes them.
    fn body_args(&mut self, signature: &Signature, operands: &[Value]) -> Vec<ir::Value> {
        let mut words = Vec::new();
        assert_eq!(operands.len(), signature.hidden.len() + signature.params.len(), "operands of a call");
        for (n, &operand) in operands.iter().enumerate() {
            let value = self.words(operand);
            match (signature.hidden.get(n), n.checked_sub(signature.hidden.len())) {
                (Some(Hidden::Extra), _) => {
                    let (tag, payload) = value.pair(&mut self.b);
                    words.extend([tag, payload]);
                }
                (Some(_), _) => words.push(value.int(&mut self.b)),
                (None, Some(param)) => value.to(&mut self.b, &signature.params[param]).scatter(&mut words),
                (None, None) => {}
            }
        }
        words
    }

    fn call_body(&mut self, data: &InstData, callee: FuncRef) {
        let number = self.input.number(callee);
        let args = self.body_args(&self.input.funcs[number as usize].signature, &data.args);
        self.call_body_words(data, number, &args);
    }

    /// Calls a body with its arguments in words, as (part of) the instruction.
    pub(super) fn call_body_words(&mut self, data: &InstData, number: u32, args: &[ir::Value]) -> Words {
        let input = self.input;
        let signature = &input.funcs[number as usize].signature;
        let function = self.function(Symbol::Body { func: number }, |_| {
            body_signature(signature, input.config.default_call_conv)
        });
        let call = self.b.ins().call(function, args);
        let results = self.b.inst_results(call).to_vec();
        let words = Words::gather(&signature.result, &results);
        self.finish_call(data, Effects::ANY, words);
        words
    }

    fn call_virtual(&mut self, data: &InstData, index: u32, signature: &Signature) {
        let object = self.int(data.args[0]);
        let class = self.b.ins().load(types::I64, memory(), object, offset_of!(ObjectHeader, class) as i32);
        let vtable = self.b.ins().load(types::I64, memory(), class, offset_of!(ClassHead, vtable) as i32);
        let entry = self.b.ins().load(types::I64, memory(), vtable, index as i32 * 8);
        let machine = body_signature(signature, self.input.config.default_call_conv);
        let machine = self.b.import_signature(machine);
        let args = self.body_args(signature, &data.args);
        let call = self.b.ins().call_indirect(machine, entry, &args);
        let results = self.b.inst_results(call).to_vec();
        let words = Words::gather(&signature.result, &results);
        self.finish_call(data, Effects::ANY, words);
    }

    fn call_checked(&mut self, data: &InstData, callee: FuncRef) {
        if !self.guarded_call(data, callee, &mut |lower| lower.call_own_entry(data, callee)) {
            self.call_own_entry(data, callee);
        }
    }

    /// A function of the program by its generic entry.
    fn call_own_entry(&mut self, data: &InstData, callee: FuncRef) -> Words {
        let number = self.input.number(callee);
        let (this, closure) = (self.int(data.args[0]), self.int(data.args[1]));
        let cell = self.symbol(Symbol::FuncCell { unit: callee.unit.0, index: callee.func.0 });
        let func = self.b.ins().load(types::I64, memory(), cell, 0);
        let decl = self.input.program.decl(callee);
        let is_static = decl.modifiers.contains(phpc_abi::decl::Modifiers::STATIC);
        let has_this = decl.class.is_some() && !is_static && !self.is_null_pointer(data.args[0]);
        let flags = self.caller_flags() | if has_this { CALL_HAS_THIS as i64 } else { 0 };
        self.call_entry(data, Symbol::Entry { func: number }, [func, this, closure], flags, &data.args[2..])
    }

    pub(super) fn is_null_pointer(&self, value: Value) -> bool {
        match self.func.values[value.index()].def {
            phpc_ir::ssa::ValueDef::Result(inst, _) => self.func.insts[inst.index()].op == Op::null_ptr,
            _ => false,
        }
    }

    /// The caller's strictness.
    fn caller_flags(&self) -> i64 {
        match self.input.program.unit(self.func.reference.unit).strict {
            true => phpc_abi::layout::CALL_STRICT as i64,
            false => 0,
        }
    }

    fn call_builtin_generic(&mut self, data: &InstData, id: BuiltinId) {
        if !self.guarded_builtin(data, id) {
            self.call_any_builtin(data, id);
        }
    }

    pub(super) fn call_any_builtin(&mut self, data: &InstData, id: BuiltinId) -> Words {
        let func = self.builtin_function(id);
        let none = self.iconst(0);
        let flags = self.caller_flags();
        self.call_entry(data, Symbol::BuiltinEntry(id.0), [func, none, none], flags, &data.args)
    }

    /// The builtin's descriptor, which the runtime makes when it is first asked for.
    fn builtin_function(&mut self, id: BuiltinId) -> ir::Value {
        let cell = self.cache(1);
        let known = self.b.ins().load(types::I64, memory(), cell, 0);
        let (find, on) = (self.new_block(true), self.new_block(false));
        let func = self.b.append_block_param(on, types::I64);
        self.b.ins().brif(known, on, &[BlockArg::Value(known)], find, &[]);
        let cold = self.cold;
        self.switch_to(find, true);
        let unit = self.func.reference.unit;
        let builtin = &self.input.program.builtins[id.index()];
        let index = self.input.program.text(unit, &builtin.decl.name).expect("names of builtins called are interned");
        let name = self.symbol(Symbol::Literal { unit: unit.0, index: index.0 });
        let found = self.call_primitive(Primitive::builtin_function, &[Words::Pointer(name, None)]).int(&mut self.b);
        self.b.ins().store(memory(), found, cell, 0);
        self.b.ins().jump(on, &[BlockArg::Value(found)]);
        self.switch_to(on, cold);
        func
    }

    fn call_entry(&mut self, data: &InstData, symbol: Symbol, [func, this, closure]: [ir::Value; 3], flags: i64, args: &[Value]) -> Words {
        let area = self.store_area(args);
        let count = self.iconst(args.len() as i64 | flags);
        let operands = [func, this, area, count, closure];
        let conv = self.input.config.default_call_conv;
        let function = self.function(symbol, |_| entry_signature(conv));
        let call = self.b.ins().call(function, &operands);
        let results = self.b.inst_results(call);
        let words = Words::Pair(results[0], results[1]);
        self.finish_call(data, Effects::ANY, words);
        words
    }

    /// A native entry takes bare words where the declared type is one bare type, two words otherwise.
    fn call_builtin(&mut self, data: &InstData, id: BuiltinId) {
        let builtin = &self.input.program.builtins[id.index()];
        let conv = self.input.config.default_call_conv;
        let function = self.function(Symbol::BuiltinNative(id.0), |_| native_signature(&builtin.decl, conv));
        let mut args = Vec::new();
        for (param, &arg) in builtin.decl.params.iter().zip(&data.args) {
            let words = self.words(arg);
            match native_param(param) {
                Repr::Pair => {
                    let (tag, payload) = words.pair(&mut self.b);
                    args.extend([tag, payload]);
                }
                Repr::Float => args.push(words.float(&mut self.b)),
                Repr::Bool => {
                    let value = words.bool(&mut self.b);
                    args.push(self.b.ins().uextend(types::I64, value));
                }
                Repr::Nothing => {}
                Repr::Int | Repr::Pointer => args.push(words.int(&mut self.b)),
            }
        }
        let call = self.b.ins().call(function, &args);
        let results = self.b.inst_results(call).to_vec();
        let words = match native_result(&builtin.decl) {
            Repr::Nothing => Words::Nothing(Tag::NULL),
            Repr::Int => Words::Int(results[0]),
            Repr::Float => Words::Float(results[0]),
            Repr::Bool => Words::Bool(self.b.ins().ireduce(types::I8, results[0])),
            Repr::Pointer => {
                let mask = self.result_type(data).tags();
                Words::Pointer(results[0], crate::words::pointer_tag(mask).or_else(|| declared_tag(&builtin.decl)))
            }
            Repr::Pair => Words::Pair(results[0], results[1]),
        };
        self.finish_call(data, builtin.effects, words);
    }

    /// The descriptor from the site's cache if that is for the object's class; else the primitive finds it.
    fn find_callee(&mut self, data: &InstData, primitive: Primitive) {
        let args: Vec<Words> = data.args.iter().map(|&arg| self.words(arg)).collect();
        let cold = self.cold;
        let cache = args[args.len() - 1].int(&mut self.b);
        let find = self.new_block(true);
        let join = self.join(Type::POINTER);
        let word = match primitive {
            Primitive::function_find => 0,
            _ => {
                self.need_tag(args[0], self.mask(data.args[0]), Mask::OBJECT, find);
                let object = args[0].int(&mut self.b);
                let class = self.b.ins().load(types::I64, memory(), object, offset_of!(ObjectHeader, class) as i32);
                let known = self.b.ins().load(types::I64, memory(), cache, 0);
                let same = self.b.ins().icmp(IntCC::Equal, class, known);
                self.need(same, find);
                8
            }
        };
        let func = self.b.ins().load(types::I64, memory(), cache, word);
        match primitive {
            Primitive::function_find => _ = self.b.ins().brif(func, join.block, &[BlockArg::Value(func)], find, &[]),
            _ => self.arrive(&join, Words::Pointer(func, None)),
        }
        self.switch_to(find, true);
        let words = self.primitive(data, primitive, &args);
        self.arrive(&join, words);
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
    }

    /// What the site found when it first asked.
    fn function_declared(&mut self, data: &InstData) {
        let args: Vec<Words> = data.args.iter().map(|&arg| self.words(arg)).collect();
        let cache = args[1].int(&mut self.b);
        let (find, hit) = (self.new_block(true), self.new_block(false));
        let join = self.join(Type::POINTER);
        let asked = self.b.ins().load(types::I64, memory(), cache, 0);
        self.b.ins().brif(asked, hit, &[], find, &[]);
        self.switch_to(hit, false);
        let func = self.b.ins().load(types::I64, memory(), cache, 8);
        self.arrive(&join, Words::Pointer(func, None));
        self.switch_to(find, true);
        let words = self.primitive(data, Primitive::function_declared, &args);
        self.arrive(&join, words);
        let words = self.meet(&join, false);
        self.define(data, 0, words);
    }

    /// A function by its descriptor: builtins and deprecated ones through the primitive that notes the caller's frame.
    fn call_descriptor(&mut self, data: &InstData, flags: i64) {
        let cold = self.cold;
        let [func, receiver, closure] = [0, 1, 2].map(|n| self.int(data.args[n]));
        let args = &data.args[3..];
        let join = self.join(Type::SLOT);
        if flags & RECEIVER_CONSTRUCTED != 0 {
            let (some, none) = (self.new_block(false), self.new_block(false));
            self.b.ins().brif(func, some, &[], none, &[]);
            self.switch_to(none, cold);
            for &arg in args {
                let words = self.words(arg);
                if self.mask(arg).intersects(Mask::COUNTED) {
                    self.call_primitive(Primitive::release, &[words]);
                }
            }
            self.arrive(&join, Words::Nothing(Tag::NULL));
            self.switch_to(some, cold);
        }
        let area = self.store_area(args);
        let kind = self.b.ins().uload32(memory(), func, offset_of!(FuncHead, flags) as i32);
        let count = args.len() as i64 | flags & !(RECEIVER_UNLESS_STATIC | RECEIVER_TAGGED | RECEIVER_CONSTRUCTED | RESULT_FOLLOWED);
        let (receiver, count) = self.receiver_and_count(receiver, kind, count, flags);
        let pointer = |value| Words::Pointer(value, None);
        let operands = [pointer(func), pointer(receiver), pointer(area), Words::Int(count), pointer(closure)];
        if self.compact && flags & RECEIVER_CONSTRUCTED == 0 {
            let words = self.call_primitive(Primitive::indirect_call, &operands);
            return self.descriptor_called(data, flags, words);
        }
        let (native, own) = (self.new_block(true), self.new_block(false));
        let is_native = self.b.ins().band_imm_u(kind, (FUNC_BUILTIN | FUNC_DEPRECATED) as i64);
        self.b.ins().brif(is_native, native, &[], own, &[]);
        self.switch_to(native, true);
        let words = self.call_primitive(Primitive::indirect_call, &operands);
        self.arrive(&join, words);
        self.switch_to(own, cold);
        let entry = self.b.ins().load(types::I64, memory(), func, offset_of!(FuncHead, entry) as i32);
        let signature = self.b.import_signature(entry_signature(self.input.config.default_call_conv));
        let call = self.b.ins().call_indirect(signature, entry, &[func, receiver, area, count, closure]);
        let results = self.b.inst_results(call);
        let words = Words::Pair(results[0], results[1]);
        self.arrive(&join, words);
        let words = self.meet(&join, cold);
        if flags & RECEIVER_CONSTRUCTED != 0 {
            self.suppress_if_thrown(receiver);
        }
        self.descriptor_called(data, flags, words);
    }

    fn descriptor_called(&mut self, data: &InstData, flags: i64, words: Words) {
        let cold = self.cold;
        if flags & RESULT_FOLLOWED == 0 {
            return self.finish_call(data, Effects::ANY, words);
        }
        self.finish_call(data, Effects::ANY, words);
        let join = self.join(Type::ANY);
        let reference = self.new_block(true);
        let is_reference = self.words_are(words, Mask::SLOT, Mask::REFERENCE);
        self.arrive_unless(is_reference, reference, &join, words);
        self.switch_to(reference, true);
        let cell = words.int(&mut self.b);
        let inner = self.load_words(&Type::ANY, cell, offset_of!(ReferenceHeader, value) as i32);
        self.retain(inner, Mask::ANY);
        self.call_primitive(Primitive::release, &[words]);
        self.arrive(&join, inner);
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
    }

    /// What the entry takes for a receiver, and the count with its flags.
    fn receiver_and_count(&mut self, receiver: ir::Value, kind: ir::Value, count: i64, flags: i64) -> (ir::Value, ir::Value) {
        let (plain, with_this) = (self.iconst(count), self.iconst(count | CALL_HAS_THIS as i64));
        if flags & RECEIVER_TAGGED != 0 {
            let is_class = self.b.ins().band_imm_u(receiver, 1);
            let untagged = self.b.ins().isub(receiver, is_class);
            let object = self.b.ins().icmp(IntCC::NotEqual, untagged, is_class);
            let some = self.b.ins().icmp_imm_s(IntCC::Equal, is_class, 0);
            let has_this = self.b.ins().band(object, some);
            let count = self.b.ins().select(has_this, with_this, plain);
            return (untagged, count);
        }
        if flags & RECEIVER_UNLESS_STATIC == 0 {
            return (receiver, if flags & RECEIVER_CONSTRUCTED != 0 { with_this } else { plain });
        }
        let is_static = self.b.ins().band_imm_u(kind, FUNC_STATIC as i64);
        let class = self.b.ins().load(types::I64, memory(), receiver, offset_of!(ObjectHeader, class) as i32);
        let receiver = self.b.ins().select(is_static, class, receiver);
        let count = self.b.ins().select(is_static, plain, with_this);
        (receiver, count)
    }

    fn suppress_if_thrown(&mut self, object: ir::Value) {
        let cold = self.cold;
        let pending = self.engine_word(Engine::Pending);
        let (threw, on) = (self.new_block(true), self.new_block(false));
        self.b.ins().brif(pending, threw, &[], on, &[]);
        self.switch_to(threw, true);
        self.call_primitive(Primitive::suppress_destructor, &[Words::Pointer(object, Some(Tag::OBJECT))]);
        self.b.ins().jump(on, &[]);
        self.switch_to(on, cold);
    }

    /// Keeps a parameter's current value where traces find it.
    fn home(&mut self, data: &InstData, home: Option<ParamHome>) {
        let Some(ParamHome { slot, tag, .. }) = home else { return };
        let words = self.words(data.args[0]);
        match tag {
            None => self.store_value(words, slot, 0),
            Some(_) => {
                let payload = words.int(&mut self.b);
                self.stack_store(payload, slot, 0);
            }
        }
    }

    /// An atomic load, because Cranelift merges plain ones with earlier loads.
    fn poll(&mut self, data: &InstData) {
        let address = self.symbol(Symbol::Engine(Engine::Pending));
        let pending = self.b.ins().atomic_load(types::I64, memory(), address);
        let (interrupt, on) = (self.new_block(true), self.new_block(false));
        self.b.ins().brif(pending, interrupt, &[], on, &[]);
        let cold = self.cold;
        self.switch_to(interrupt, true);
        self.call_primitive(Primitive::interrupt_poll, &[]);
        let pending = self.engine_word(Engine::Pending);
        let edge = self.exit_block(data.exit.as_ref());
        self.b.ins().brif(pending, edge, &[], on, &[]);
        self.fill_exit(data.exit.as_ref(), edge);
        self.switch_to(on, cold);
    }
}


fn native_signature(decl: &FunctionDecl, conv: CallConv) -> ir::Signature {
    let mut machine = ir::Signature::new(conv);
    for param in &decl.params {
        native_words(native_param(param), &mut machine.params);
    }
    native_words(native_result(decl), &mut machine.returns);
    debug_assert!(machine.params.iter().all(|param| param.purpose == ArgumentPurpose::Normal));
    machine
}

/// Booleans cross as full words.
fn native_words(repr: Repr, out: &mut Vec<AbiParam>) {
    match repr {
        Repr::Nothing => {}
        Repr::Float => out.push(AbiParam::new(types::F64)),
        Repr::Int | Repr::Bool | Repr::Pointer => out.push(AbiParam::new(types::I64)),
        Repr::Pair => out.extend([AbiParam::new(types::I64); 2]),
    }
}

fn native_param(param: &phpc_abi::decl::ParamDecl) -> Repr {
    match param.passing {
        Passing::Value if param.variadic => Repr::Pair,
        Passing::Value => param.ty.as_ref().map_or(Repr::Pair, native_type),
        Passing::Reference => Repr::Pointer,
        Passing::PreferReference => Repr::Pair,
    }
}

fn native_result(decl: &FunctionDecl) -> Repr {
    decl.return_type.as_ref().map_or(Repr::Pair, native_type)
}

fn native_type(ty: &TypeDecl) -> Repr {
    match ty.mask {
        _ if !ty.classes.is_empty() => if ty.mask == TypeMask::default() { Repr::Pointer } else { Repr::Pair },
        TypeMask::VOID | TypeMask::NEVER => Repr::Nothing,
        TypeMask::INT => Repr::Int,
        TypeMask::FLOAT => Repr::Float,
        TypeMask::BOOL => Repr::Bool,
        TypeMask::STRING | TypeMask::ARRAY | TypeMask::OBJECT => Repr::Pointer,
        _ => Repr::Pair,
    }
}

fn declared_tag(decl: &FunctionDecl) -> Option<Tag> {
    let ty = decl.return_type.as_ref()?;
    match ty.mask {
        TypeMask::STRING => Some(Tag::STRING),
        TypeMask::ARRAY => Some(Tag::ARRAY),
        _ => Some(Tag::OBJECT),
    }
}
