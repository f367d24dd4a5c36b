//! Declared types tested by tag before the runtime is asked: arguments of calls, results of functions.

use super::*;
use phpc_abi::decl::{FunctionDecl, Passing, TypeDecl, TypeMask};
use phpc_abi::layout::{ObjectHeader, ReferenceHeader};
use phpc_ir::ssa::Signature;
use std::mem::offset_of;

const CLASS: i32 = offset_of!(ObjectHeader, class) as i32;

/// The tags of the values that a declared type admits as they are; None: tags do not tell.
pub(super) fn admitted(ty: Option<&TypeDecl>) -> Option<Mask> {
    match ty {
        Some(ty) if !ty.classes.is_empty() || ty.mask.0 & !TypeMask::MIXED.0 != 0 => None,
        ty => Some(admitted_tags(ty)),
    }
}

/// The tags that are sure to be admitted.
pub(super) fn admitted_tags(ty: Option<&TypeDecl>) -> Mask {
    const TAGS: &[(TypeMask, Mask)] = &[
        (TypeMask::NULL, Mask::NULL),
        (TypeMask::FALSE, Mask::FALSE),
        (TypeMask::TRUE, Mask::TRUE),
        (TypeMask::INT, Mask::INT),
        (TypeMask::FLOAT, Mask::FLOAT),
        (TypeMask::STRING, Mask::STRING),
        (TypeMask::ARRAY, Mask::ARRAY),
        (TypeMask::OBJECT, Mask::OBJECT),
        (TypeMask::RESOURCE, Mask::RESOURCE),
    ];
    let Some(ty) = ty else { return Mask::ANY };
    let tags = TAGS.iter().filter(|(bit, _)| ty.mask.0 & bit.0 != 0);
    tags.fold(Mask::NONE, |mask, (_, tags)| mask.union(*tags))
}

impl Lower<'_, '_> {
    /// What a call of the function may pass straight to its body: one mask for each argument.
    fn direct_masks(&self, decl: &FunctionDecl, signature: &Signature, args: &[Value]) -> Option<Vec<Mask>> {
        let known = signature.hidden.iter().all(|hidden| matches!(hidden, Hidden::This | Hidden::StaticClass));
        if !known || decl.params.len() != args.len() {
            return None;
        }
        let mut masks = Vec::new();
        for (param, &arg) in decl.params.iter().zip(args) {
            let mask = admitted(param.ty.as_ref())?;
            let source = self.mask(arg);
            if param.variadic || param.passing != Passing::Value && source != Mask::REFERENCE {
                return None;
            }
            if param.passing != Passing::Value {
                masks.push(mask);
                continue;
            }
            if !source.intersects(mask) && !(source == Mask::INT && mask == Mask::FLOAT) {
                return None;
            }
            masks.push(mask);
        }
        Some(masks)
    }

    /// A function by its body if the arguments' tags fit, else by `entry`. False: nothing was emitted.
    pub(super) fn guarded_call(&mut self, data: &InstData, callee: FuncRef, entry: &mut dyn FnMut(&mut Self) -> Words) -> bool {
        let number = self.input.number(callee);
        let signature = &self.input.funcs[number as usize].signature;
        let args = &data.args[2..];
        let Some(masks) = self.direct_masks(self.input.program.decl(callee), signature, args) else { return false };
        let mut condition = None;
        for ((&arg, &mask), param) in args.iter().zip(&masks).zip(&self.input.program.decl(callee).params) {
            if param.passing != Passing::Value {
                // What the reference holds must fit.
                if param.ty.is_some() {
                    let cell = self.int(arg);
                    let held = self.load_words(&Type::SLOT, cell, offset_of!(ReferenceHeader, value) as i32);
                    let test = self.words_are(held, Mask::SLOT, mask);
                    condition = Some(condition.map_or(test, |all| self.b.ins().band(all, test)));
                }
                continue;
            }
            if self.mask(arg).is_within(mask) || self.mask(arg) == Mask::INT && mask == Mask::FLOAT {
                continue;
            }
            let test = self.type_is(arg, mask);
            condition = Some(condition.map_or(test, |all| self.b.ins().band(all, test)));
        }
        let join = self.join(self.result_type(data));
        let cold = self.cold;
        if let Some(condition) = condition {
            let (direct, checked) = (self.new_block(false), self.new_block(true));
            self.b.ins().brif(condition, direct, &[], checked, &[]);
            self.switch_to(checked, true);
            let words = entry(self);
            self.arrive(&join, words);
            self.switch_to(direct, cold);
        }
        let mut words = Vec::new();
        if !signature.hidden.is_empty() {
            words.push(self.int(data.args[0]));
        }
        for (&arg, ty) in args.iter().zip(&signature.params) {
            let mut value = self.words(arg);
            if self.mask(arg) == Mask::INT && ty.tags() == Mask::FLOAT {
                let int = value.int(&mut self.b);
                value = Words::Float(self.b.ins().fcvt_from_sint(types::F64, int));
            }
            value.to(&mut self.b, ty).scatter(&mut words);
        }
        let result = self.call_body_words(data, number, &words);
        self.arrive(&join, result);
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
        true
    }

    /// The value goes through if its tag fits the declared result type.
    pub(super) fn verify_return(&mut self, data: &InstData) {
        let function = self.func.positions[data.pos.0 as usize].function;
        let decl = self.input.program.decl(function);
        let args: Vec<Words> = data.args.iter().map(|&arg| self.words(arg)).collect();
        let source = self.mask(data.args[1]);
        let mask = admitted(decl.return_type.as_ref()).filter(|mask| source.intersects(*mask));
        if source == Mask::INT && admitted(decl.return_type.as_ref()) == Some(Mask::FLOAT) {
            let int = args[1].int(&mut self.b);
            let float = self.b.ins().fcvt_from_sint(types::F64, int);
            return self.define(data, 0, Words::Float(float));
        }
        let Some(mask) = mask else { return self.verify_class(data, decl, &args) };
        if source.is_within(mask) {
            return self.define(data, 0, args[1]);
        }
        let join = self.join(self.result_type(data));
        let cold = self.cold;
        let fits = self.type_is(data.args[1], mask);
        let (on, check) = (self.new_block(false), self.new_block(true));
        self.b.ins().brif(fits, on, &[], check, &[]);
        self.switch_to(check, true);
        let words = self.primitive(data, Primitive::verify_return, &args);
        self.arrive(&join, words);
        self.switch_to(on, cold);
        self.arrive(&join, args[1]);
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
    }

    /// The value goes through if it is an object of the class that went through last, or fits by its tag.
    fn verify_class(&mut self, data: &InstData, decl: &FunctionDecl, args: &[Words]) {
        let source = self.mask(data.args[1]);
        let shared = self.func.signature.hidden.contains(&Hidden::Func) && decl.class.is_some();
        let ty = decl.return_type.as_ref();
        if shared || !source.intersects(Mask::OBJECT) || ty.is_none_or(|ty| ty.mask.0 & TypeMask::STATIC.0 != 0 || ty.classes.is_empty()) {
            self.primitive(data, Primitive::verify_return, args);
            return;
        }
        let (cold, value) = (self.cold, args[1]);
        let cache = self.cache(1);
        let join = self.join(self.result_type(data));
        let (check, on) = (self.new_block(true), self.new_block(false));
        let (class, other) = (self.new_block(false), self.new_block(false));
        let is_object = self.words_are(value, source, Mask::OBJECT);
        self.b.ins().brif(is_object, class, &[], other, &[]);
        self.switch_to(other, cold);
        let fits = self.words_are(value, source, admitted_tags(ty));
        self.b.ins().brif(fits, on, &[], check, &[]);
        self.switch_to(class, cold);
        let object = value.int(&mut self.b);
        let class = self.b.ins().load(types::I64, memory(), object, CLASS);
        let known = self.b.ins().load(types::I64, memory(), cache, 0);
        let same = self.b.ins().icmp(IntCC::Equal, class, known);
        self.b.ins().brif(same, on, &[], check, &[]);
        self.switch_to(check, true);
        let words = self.primitive(data, Primitive::verify_return, args);
        let (store, done) = (self.new_block(true), self.new_block(true));
        let result = self.result_type(data).tags();
        let is_object = self.words_are(words, if matches!(words, Words::Pair(..)) { Mask::ANY } else { result }, Mask::OBJECT);
        self.b.ins().brif(is_object, store, &[], done, &[]);
        self.switch_to(store, true);
        let object = words.int(&mut self.b);
        let class = self.b.ins().load(types::I64, memory(), object, CLASS);
        self.b.ins().store(memory(), class, cache, 0);
        self.b.ins().jump(done, &[]);
        self.switch_to(done, true);
        self.arrive(&join, words);
        self.switch_to(on, cold);
        self.arrive(&join, value);
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
    }
}
