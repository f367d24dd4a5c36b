//! What a site remembers or guesses: constants it found before, small builtins whose arguments are what they mostly are.

use super::*;
use phpc_abi::layout::{ArrayHeader, CLASS_IS_INTERFACE, ClassHead, ObjectHeader, STR_BYTES, StrHeader};
use phpc_ir::ssa::BuiltinId;
use std::mem::offset_of;

impl Lower<'_, '_> {
    /// A class constant by a literal name: its value from the site's cache, for the class that the site saw last.
    pub(super) fn class_constant(&mut self, data: &InstData) {
        let mut args: Vec<Words> = data.args.iter().map(|&arg| self.words(arg)).collect();
        let cache = self.cache(3);
        args.push(Words::Pointer(cache, None));
        let class = args[0].int(&mut self.b);
        let known = self.b.ins().load(types::I64, memory(), cache, 0);
        let same = self.b.ins().icmp(IntCC::Equal, class, known);
        let (hit, find) = (self.new_block(false), self.new_block(true));
        self.b.ins().brif(same, hit, &[], find, &[]);
        let primitive = Primitive::class_constant_cached;
        self.site_value(data, (hit, find), (cache, 8), &mut |lower| lower.primitive(data, primitive, &args));
    }

    /// A class by its name: from the site's cache once it was found.
    pub(super) fn class_find(&mut self, data: &InstData) {
        let args: Vec<Words> = data.args.iter().map(|&arg| self.words(arg)).collect();
        let cache = args[2].int(&mut self.b);
        if self.is_null_pointer(data.args[2]) {
            self.primitive(data, Primitive::class_find, &args);
            return;
        }
        let known = self.b.ins().load(types::I64, memory(), cache, 0);
        let find = self.new_block(true);
        let join = self.join(Type::POINTER);
        self.b.ins().brif(known, join.block, &[BlockArg::Value(known)], find, &[]);
        self.switch_to(find, true);
        let found = self.primitive(data, Primitive::class_find, &args);
        self.arrive(&join, found);
        let words = self.meet(&join, false);
        self.define(data, 0, words);
    }

    /// Mostly an object of just that class, or none at all.
    pub(super) fn instance_of(&mut self, data: &InstData) {
        let (value, mask) = (self.words(data.args[0]), self.mask(data.args[0]));
        let class = self.words(data.args[1]);
        let object = Mask(Mask::OBJECT.0 | Mask::REFERENCE.0);
        if !mask.intersects(object) || mask.intersects(Mask::REFERENCE) {
            self.primitive(data, Primitive::instance_of, &[value, class]);
            return;
        }
        let join = self.join(Type::BOOL);
        let (look, ask) = (self.new_block(false), self.new_block(false));
        let [no, yes] = [0, 1].map(|value| self.b.ins().iconst(types::I8, value));
        let is_object = self.words_are(value, mask, Mask::OBJECT);
        self.b.ins().brif(is_object, look, &[], join.block, &[BlockArg::Value(no)]);
        self.switch_to(look, false);
        let (object, wanted) = (value.int(&mut self.b), class.int(&mut self.b));
        let own = self.b.ins().load(types::I64, memory(), object, offset_of!(ObjectHeader, class) as i32);
        let same = self.b.ins().icmp(IntCC::Equal, own, wanted);
        self.b.ins().brif(same, join.block, &[BlockArg::Value(yes)], ask, &[]);
        self.switch_to(ask, false);
        // A class that was not found has no instances.
        let [known, lineage, interface] = [(); 3].map(|()| self.new_block(false));
        self.b.ins().brif(wanted, known, &[], join.block, &[BlockArg::Value(no)]);
        self.switch_to(known, false);
        let flags = self.b.ins().uload32(memory(), wanted, offset_of!(ClassHead, flags) as i32);
        let is_interface = self.b.ins().band_imm_u(flags, i64::from(CLASS_IS_INTERFACE));
        self.b.ins().brif(is_interface, interface, &[], lineage, &[]);
        self.switch_to(lineage, false);
        let depth = self.b.ins().uload32(memory(), wanted, offset_of!(ClassHead, depth) as i32);
        self.has_ancestor(own, wanted, depth, &join);
        self.switch_to(interface, false);
        let found = self.call_primitive(Primitive::instance_of, &[value, class]);
        self.arrive(&join, found);
        let words = self.meet(&join, false);
        self.define(data, 0, words);
    }

    fn site_value(
        &mut self, data: &InstData, (hit, find): (ir::Block, ir::Block), (cache, offset): (ir::Value, i32),
        slow: &mut dyn FnMut(&mut Self) -> Words,
    ) {
        let cold = self.cold;
        let join = self.join(self.result_type(data));
        self.switch_to(hit, cold);
        let value = self.load_words(&Type::ANY, cache, offset);
        self.retain(value, Mask::ANY);
        self.arrive(&join, value);
        self.switch_to(find, true);
        let found = slow(self);
        self.arrive(&join, found);
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
    }

    /// `count`, `strlen`, `ord`, `min` and `max` of what they mostly get; else the call. False: nothing was emitted.
    pub(super) fn guarded_builtin(&mut self, data: &InstData, id: BuiltinId) -> bool {
        let wanted = match (&*self.input.program.builtins[id.index()].decl.name, data.args.len()) {
            (b"count" | b"sizeof", 1) => Mask::ARRAY,
            (b"strlen" | b"ord", 1) => Mask::STRING,
            (b"min" | b"max", 2) => Mask::INT,
            _ => return false,
        };
        if self.cold || data.results.is_empty() || !data.args.iter().all(|&arg| self.mask(arg).intersects(wanted)) {
            return false;
        }
        let join = self.join(self.result_type(data));
        let other = self.new_block(true);
        for &arg in &data.args {
            let (words, mask) = (self.words(arg), self.mask(arg));
            self.need_tag(words, mask, wanted, other);
        }
        let result = self.small_builtin(data, id);
        if wanted != Mask::INT {
            let words = self.words(data.args[0]);
            let ty = Type::of(wanted);
            self.release(data, words, &ty);
        }
        self.arrive(&join, Words::Int(result));
        self.switch_to(other, true);
        let words = self.call_any_builtin(data, id);
        self.arrive(&join, words);
        let words = self.meet(&join, false);
        self.define(data, 0, words);
        true
    }

    fn small_builtin(&mut self, data: &InstData, id: BuiltinId) -> ir::Value {
        let name = &*self.input.program.builtins[id.index()].decl.name;
        let first = self.int(data.args[0]);
        match name {
            b"count" | b"sizeof" => self.b.ins().uload32(memory(), first, offset_of!(ArrayHeader, length) as i32),
            b"min" | b"max" => {
                let second = self.int(data.args[1]);
                if name == b"min" { self.b.ins().smin(first, second) } else { self.b.ins().smax(first, second) }
            }
            _ => {
                let length = self.b.ins().load(types::I64, memory(), first, offset_of!(StrHeader, length) as i32);
                if name == b"strlen" {
                    return length;
                }
                // The bytes begin in the block also where there are none.
                let byte = self.b.ins().uload8(types::I64, memory(), first, STR_BYTES as i32);
                let none = self.iconst(0);
                self.b.ins().select(length, byte, none)
            }
        }
    }
}
