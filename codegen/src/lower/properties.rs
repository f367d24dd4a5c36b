//! `$object->name` by one step: slots by inline cache, filled by the runtime; everything else takes the whole operation.
//!
//! A reading site has three words: class, offset of the slot, function. A writing one five: class, offset, the tags it may
//! store (high half: which it may store over), the class of objects it may store, function. Only code that runs in several
//! scopes looks at the function.

use super::elements::Meeting;
use super::paths::Container;
use super::places::shape_word;
use super::*;
use phpc_abi::decl::{ClassKind, FunctionKind};
use phpc_abi::layout::ObjectHeader;
use phpc_ir::pir::BinaryOp;
use phpc_ir::ssa::{PlaceMode, PlaceShape, StepKind};
use std::mem::offset_of;

const CLASS: i32 = offset_of!(ObjectHeader, class) as i32;
const PAYLOAD: i32 = 8;

/// Words of the sites' caches.
pub(super) const READING: u32 = 3;
pub(super) const WRITING: u32 = 5;

impl Lower<'_, '_> {
    /// A last step by a literal name, on what may be an object; also behind a walk.
    fn is_hot_property(&mut self, data: &InstData, shape: &PlaceShape) -> bool {
        let base = self.mask(data.args[0]);
        let object = shape.steps.len() > 1 || base == Mask::POINTER || base.intersects(Mask(Mask::OBJECT.0 | Mask::REFERENCE.0));
        let last = shape.steps.last() == Some(&StepKind::Property);
        !self.compact && last && object && self.is_literal(data.args[1 + shape.steps.len()]) && self.is_walkable(data, shape)
    }
    pub(super) fn is_literal(&self, value: Value) -> bool {
        self.func.def(value).is_some_and(|def| def.op == Op::string)
    }

    /// The address of the slot that the site's cache names, of an object of the class it names.
    pub(super) fn cached_slot(
        &mut self, data: &InstData, (base, base_mask): (Words, Mask), (cache, words): (ir::Value, u32), other: ir::Block,
    ) -> ir::Value {
        self.need_tag(base, base_mask, Mask::OBJECT, other);
        let object = base.int(&mut self.b);
        let class = self.b.ins().load(types::I64, memory(), object, CLASS);
        let known = self.b.ins().load(types::I64, memory(), cache, 0);
        let mut same = self.b.ins().icmp(IntCC::Equal, class, known);
        if self.has_many_scopes() {
            let func = self.int(data.args[1]);
            let known = self.b.ins().load(types::I64, memory(), cache, (words as i32 - 1) * 8);
            let same_scope = self.b.ins().icmp(IntCC::Equal, func, known);
            same = self.b.ins().band(same, same_scope);
        }
        self.need(same, other);
        let offset = self.b.ins().load(types::I64, memory(), cache, 8);
        self.b.ins().iadd(object, offset)
    }

    /// Does the function's code run in the scopes of several functions? As closures, traits' methods and files do.
    fn has_many_scopes(&self) -> bool {
        let reference = self.func.reference;
        let decl = self.input.program.decl(reference);
        let plain = matches!(decl.kind, FunctionKind::Function | FunctionKind::Method | FunctionKind::PropertyHook);
        let class = decl.class.map(|class| &self.input.program.unit(reference.unit).classes[class.0 as usize]);
        !plain || class.is_some_and(|class| class.kind == ClassKind::Trait)
    }

    pub(super) fn read_property(&mut self, data: &InstData, shape: &PlaceShape) -> bool {
        let PlaceMode::Read(mode) = shape.mode else { return false };
        if shape.steps.len() != 1 || !self.is_hot_property(data, shape) {
            return self.is_compact_property(data, shape) && self.read_property_by_call(data, mode as i64);
        }
        let (base, base_mask) = self.base_value(data.args[0]);
        let cache = self.cache(READING);
        let join = self.join(self.result_type(data));
        let other = self.new_block(true);
        let (object, object_mask) = self.follow(base, base_mask);
        let address = self.cached_slot(data, (object, object_mask), (cache, READING), other);
        let value = self.load_words(&Type::SLOT, address, 0);
        let plain = self.words_are(value, Mask::SLOT, Mask::ANY);
        self.need(plain, other);
        self.retain(value, Mask::ANY);
        self.arrive(&join, value);
        self.switch_to(other, true);
        let (name, func) = (self.words(data.args[2]), self.words(data.args[1]));
        let mode = Words::Int(self.iconst(mode as i64));
        let words = self.primitive(data, Primitive::property_read, &[base, name, mode, func, Words::Pointer(cache, None)]);
        self.arrive(&join, words);
        let words = self.meet(&join, false);
        self.define(data, 0, words);
        true
    }

    /// A property of one step in compact code: the primitives look at the site's cache.
    fn is_compact_property(&self, data: &InstData, shape: &PlaceShape) -> bool {
        self.compact && shape.steps[..] == [StepKind::Property] && self.is_literal(data.args[2])
    }

    fn read_property_by_call(&mut self, data: &InstData, mode: i64) -> bool {
        let (base, _) = self.base_value(data.args[0]);
        let cache = self.cache(READING);
        let (name, func) = (self.words(data.args[2]), self.words(data.args[1]));
        let mode = Words::Int(self.iconst(mode));
        self.primitive(data, Primitive::property_read, &[base, name, mode, func, Words::Pointer(cache, None)]);
        true
    }

    fn write_property_by_call(&mut self, data: &InstData) -> bool {
        let in_memory = self.mask(data.args[0]) == Mask::POINTER;
        let (base, _) = self.base_value(data.args[0]);
        let cache = self.cache(WRITING);
        let [func, name, value] = [1, 2, 3].map(|n| self.words(data.args[n]));
        let args = [base, name, value, func, Words::Pointer(cache, None)];
        let stored = self.call_primitive(Primitive::property_write, &args);
        self.define(data, 0, if in_memory { Words::Nothing(Tag::UNDEF) } else { base });
        self.define(data, 1, stored);
        self.check_pending(data);
        true
    }

    /// Is the tag's bit set in the cache's word of tags?
    fn need_cached_tag(&mut self, tags: ir::Value, tag: ir::Value, other: ir::Block) {
        let shifted = self.b.ins().ushr(tags, tag);
        let bit = self.b.ins().band_imm_u(shifted, 1);
        self.need(bit, other);
    }

    pub(super) fn write_property(&mut self, data: &InstData, shape: &PlaceShape) -> bool {
        if !self.is_hot_property(data, shape) {
            return self.is_compact_property(data, shape) && self.write_property_by_call(data);
        }
        let given = data.args[2 + shape.steps.len()];
        let (value, value_mask) = (self.words(given), self.mask(given));
        let cache = self.cache(WRITING);
        let meeting = self.meeting(data);
        let unwanted = self.leave_out_release(data);
        let other = self.new_block(true);
        let at = self.walk(data, shape, false, other);
        let base = at.base;
        let address = self.cached_slot(data, (at.words, at.mask), (cache, WRITING), other);
        let tags = self.b.ins().load(types::I64, memory(), cache, 16);
        self.need_storable(value, value_mask, tags, cache, other);
        let old = self.load_words(&Type::SLOT, address, 0);
        let (over, old_tag) = (self.b.ins().ushr_imm_u(tags, 32), old.tag(&mut self.b));
        self.need_cached_tag(over, old_tag, other);
        self.store_words(value, address, 0);
        if !unwanted {
            self.retain(value, value_mask);
        }
        let threw = self.let_go(old);
        self.come(&meeting, [base, value], threw);
        self.switch_to(other, true);
        if shape.steps.len() > 1 {
            self.prepare_path(data, shape, &at, cache, value);
            self.assign_place(data, shape);
            self.meet_slow(data, unwanted, &meeting, [self.result_words(data, 0), self.result_words(data, 1)]);
            return true;
        }
        let (name, func) = (self.words(data.args[2]), self.words(data.args[1]));
        let args = [base, name, value, func, Words::Pointer(cache, None)];
        let stored = self.call_primitive(Primitive::property_write, &args);
        self.meet_slow(data, unwanted, &meeting, [base, stored]);
        true
    }

    /// Goes on if the cache lets the value be stored: by its tag, or as an object of the class seen last.
    fn need_storable(&mut self, value: Words, mask: Mask, tags: ir::Value, cache: ir::Value, other: ir::Block) {
        let tag = value.tag(&mut self.b);
        if !mask.intersects(Mask::OBJECT) {
            return self.need_cached_tag(tags, tag, other);
        }
        let (on, look, same) = (self.new_block(false), self.new_block(false), self.new_block(false));
        let shifted = self.b.ins().ushr(tags, tag);
        let bit = self.b.ins().band_imm_u(shifted, 1);
        self.b.ins().brif(bit, on, &[], look, &[]);
        self.switch_to(look, false);
        let is_object = self.words_are(value, mask, Mask::OBJECT);
        self.b.ins().brif(is_object, same, &[], other, &[]);
        self.switch_to(same, false);
        let object = value.int(&mut self.b);
        let class = self.b.ins().load(types::I64, memory(), object, CLASS);
        let known = self.b.ins().load(types::I64, memory(), cache, 24);
        let fits = self.b.ins().icmp(IntCC::Equal, class, known);
        self.b.ins().brif(fits, on, &[], other, &[]);
        self.switch_to(on, false);
    }

    /// An operator, `++` or `--` on numbers, and `.=` of two strings, in a cached slot.
    pub(super) fn modify_property(&mut self, data: &InstData, shape: &PlaceShape) -> bool {
        if !self.is_hot_property(data, shape) {
            return false;
        }
        let Some(change) = self.change_of(data, shape) else { return false };
        let cache = self.cache(WRITING);
        let meeting = self.meeting(data);
        let unwanted = self.leave_out_release(data);
        let other = self.new_block(true);
        let at = self.walk(data, shape, false, other);
        let address = self.cached_slot(data, (at.words, at.mask), (cache, WRITING), other);
        let old = self.load_words(&Type::SLOT, address, 0);
        if change.op == BinaryOp::Concat {
            self.need_writable_over(cache, Tag::STRING, other);
            self.append_to(old, change, address, unwanted, at.base, &meeting, other);
        } else {
            self.change_number(old, Mask::SLOT, change, Some((address, PAYLOAD)), Some(cache), at.base, &meeting, other);
        }
        self.switch_to(other, true);
        self.prepared(data, shape, &at, cache, &meeting, unwanted);
        true
    }

    /// A value of the tag may replace one of the same tag (which the slot holds, so its type admits it).
    pub(super) fn need_writable_over(&mut self, cache: ir::Value, tag: Tag, other: ir::Block) {
        let tags = self.b.ins().load(types::I64, memory(), cache, 16);
        let bit = self.b.ins().band_imm_u(tags, 1 << (32 + tag.0));
        self.need(bit, other);
    }

    /// The slow path of a modification: fills the cache, then the whole operation; the paths meet behind it.
    fn prepared(
        &mut self, data: &InstData, shape: &PlaceShape, at: &Container, cache: ir::Value, meeting: &Meeting, unwanted: bool,
    ) {
        self.prepare_path(data, shape, at, cache, Words::Nothing(Tag::UNDEF));
        self.modify_place(data, shape);
        self.meet_slow(data, unwanted, meeting, [self.result_words(data, 0), self.result_words(data, 1)]);
    }

    /// Lets the runtime fill the caches of the path.
    fn prepare_path(&mut self, data: &InstData, shape: &PlaceShape, at: &Container, cache: ir::Value, given: Words) {
        let pointer = |value| Words::Pointer(value, None);
        let func = self.words(data.args[1]);
        if shape.steps.len() == 1 {
            let name = self.words(data.args[2]);
            self.call_primitive(Primitive::property_prepare, &[at.base, name, func, pointer(cache)]);
            return;
        }
        let steps = Words::Pointer(self.store_area(&data.args[2..2 + shape.steps.len()]), None);
        let path = Words::Int(self.iconst(shape_word(shape)));
        let none = self.iconst(0);
        let first = at.property.unwrap_or(none);
        self.call_primitive(Primitive::path_prepare, &[at.base, steps, path, func, pointer(first), pointer(cache), given]);
    }
}
