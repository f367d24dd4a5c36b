//! Paths of several steps into arrays: `$a[i][j]`, `$this->p[k]`. The way to the last container is walked inline, borrowed;
//! whatever is not as expected takes the whole operation.

use super::properties::{READING, WRITING};
use super::*;
use phpc_abi::layout::{
    ArrayHeader, ArrayKind, CLASS_ELEMENTS, ClassHead, Header, NativeHead, OBJECT_SLOTS, ObjectHeader, ReferenceHeader,
};
use phpc_abi::value::RawValue;
use phpc_ir::ssa::{PlaceShape, StepKind};
use std::mem::offset_of;

/// A container on the way: what it is known to be, and the site's cache if the way began at a property.
pub(super) struct Container {
    pub words: Words,
    pub mask: Mask,
    /// Where it lies.
    pub place: Place,
    /// The path's own base, which written places give back.
    pub base: Words,
    /// The base was made unique: slow paths go on with it, but for those that came to this block before.
    pub changed: bool,
    pub early: Option<ir::Block>,
    pub property: Option<ir::Value>,
}

#[derive(Clone, Copy)]
pub(super) enum Place {
    /// It is the base itself, which is no place in memory.
    Base,
    Slot(ir::Value),
    Unknown,
}

const CONTAINER: Mask = Mask(Mask::ARRAY.0 | Mask::OBJECT.0 | Mask::REFERENCE.0);
const OBJECT_OR_REFERENCE: Mask = Mask(Mask::OBJECT.0 | Mask::REFERENCE.0);

/// Longer ways are rare, and each step is code.
const MAX_STEPS: usize = 3;

impl Lower<'_, '_> {
    /// Can the way to the last step be walked inline? Dims by ints or strings, at most the first step a property.
    pub(super) fn is_walkable(&self, data: &InstData, shape: &PlaceShape) -> bool {
        let Some((_, way)) = shape.steps.split_last() else { return false };
        let base = self.mask(data.args[0]);
        let starts = match shape.steps[0] {
            StepKind::Property => (base == Mask::POINTER || base.intersects(OBJECT_OR_REFERENCE)) && self.is_literal(data.args[2]),
            _ if way.is_empty() && base.intersects(Mask::STRING) => true,
            _ => base == Mask::POINTER || base.intersects(CONTAINER),
        };
        let dims = way.iter().enumerate().all(|(n, &step)| match step {
            StepKind::Dim => self.mask(data.args[2 + n]).intersects(Mask(Mask::INT.0 | Mask::STRING.0)),
            StepKind::Property => n == 0,
            StepKind::Append => false,
        });
        !self.cold && shape.steps.len() <= MAX_STEPS && starts && dims
    }

    /// Walks to the last container. `write`: arrays on the way are ours alone, and the property may be written.
    pub(super) fn walk(&mut self, data: &InstData, shape: &PlaceShape, write: bool, other: ir::Block) -> Container {
        let (base, base_mask) = self.base_value(data.args[0]);
        let (words, mask) = self.follow(base, base_mask);
        let place = match base_mask {
            Mask::REFERENCE => Place::Slot(self.cell_inside(base)),
            _ if base_mask.intersects(Mask::REFERENCE) => Place::Unknown,
            _ if base_mask.intersects(Mask(Mask::OBJECT.0 | Mask::STRING.0)) => Place::Unknown,
            // The slow path must tell them apart.
            _ if data.args[1..].contains(&data.args[0]) => Place::Unknown,
            _ => Place::Base,
        };
        let mut at = Container { words, mask, place, base, changed: false, early: None, property: None };
        for (n, &step) in shape.steps[..shape.steps.len() - 1].iter().enumerate() {
            let address = match step {
                StepKind::Property => {
                    let words = if write { WRITING } else { READING };
                    let cache = self.cache(words);
                    at.property = Some(cache);
                    let address = self.cached_slot(data, (at.words, at.mask), (cache, words), other);
                    at.place = Place::Slot(address);
                    (at.words, at.mask) = (self.load_words(&Type::SLOT, address, 0), Mask::SLOT);
                    if write {
                        self.need_object_or_writable(at.words, cache, other);
                    }
                    continue;
                }
                _ if write => self.own_element(&mut at, data.args[2 + n], other),
                _ => {
                    let array = self.need_array(at.words, at.mask, false, other);
                    self.element_address(array, data.args[2 + n], other)
                }
            };
            at.place = Place::Slot(address);
            (at.words, at.mask) = (self.load_words(&Type::SLOT, address, 0), Mask::SLOT);
        }
        at
    }

    /// The address of an element on the way of a write. Of an object's elements only other objects can be changed.
    fn own_element(&mut self, at: &mut Container, key: Value, other: ir::Block) -> ir::Value {
        if !at.mask.intersects(Mask::OBJECT) {
            let array = self.own_array(at, true, other);
            return self.element_address(array, key, other);
        }
        let (object, plain, found) = (self.new_block(false), self.new_block(false), self.new_block(false));
        let address = self.b.append_block_param(found, types::I64);
        let is_array = self.words_are(at.words, at.mask, Mask::ARRAY);
        self.b.ins().brif(is_array, plain, &[], object, &[]);
        self.switch_to(object, false);
        let elements = self.need_array(at.words, at.mask.without(Mask::ARRAY), false, other);
        let element = self.element_address(elements, key, other);
        let held = self.load_words(&Type::SLOT, element, 0);
        self.need_tag(held, Mask::SLOT, Mask::OBJECT, other);
        self.b.ins().jump(found, &[BlockArg::Value(element)]);
        self.switch_to(plain, false);
        at.mask = Mask::ARRAY;
        let array = self.own_array(at, true, other);
        let element = self.element_address(array, key, other);
        self.b.ins().jump(found, &[BlockArg::Value(element)]);
        self.switch_to(found, false);
        address
    }

    /// An object's elements are no part of the property that holds it; an array in it is.
    fn need_object_or_writable(&mut self, words: Words, cache: ir::Value, other: ir::Block) {
        let (on, array) = (self.new_block(false), self.new_block(false));
        let is_object = self.words_are(words, Mask::SLOT, Mask::OBJECT);
        self.b.ins().brif(is_object, on, &[], array, &[]);
        self.switch_to(array, false);
        self.need_writable_over(cache, Tag::ARRAY, other);
        self.b.ins().jump(on, &[]);
        self.switch_to(on, false);
    }

    /// What lies in the reference cell, where the value may be one.
    pub(super) fn follow(&mut self, words: Words, mask: Mask) -> (Words, Mask) {
        const PLAIN: Mask = Mask(Mask::SLOT.0 & !Mask::REFERENCE.0);
        if !mask.intersects(Mask::REFERENCE) {
            return (words, mask);
        }
        let cell = words.int(&mut self.b);
        let inside = offset_of!(ReferenceHeader, value) as i32;
        if mask == Mask::REFERENCE {
            return (self.load_words(&Type::SLOT, cell, inside), PLAIN);
        }
        let join = self.join(Type::SLOT);
        let reference = self.new_block(false);
        let is_reference = self.words_are(words, mask, Mask::REFERENCE);
        self.arrive_unless(is_reference, reference, &join, words);
        self.switch_to(reference, false);
        let inner = self.load_words(&Type::SLOT, cell, inside);
        self.arrive(&join, inner);
        (self.meet(&join, false), PLAIN)
    }

    fn cell_inside(&mut self, cell: Words) -> ir::Value {
        let cell = cell.int(&mut self.b);
        self.b.ins().iadd_imm_s(cell, offset_of!(ReferenceHeader, value) as i64)
    }

    /// In the slow path of a walk: lets the runtime fill the property's cache.
    pub(super) fn prepare_walk(&mut self, data: &InstData, at: &Container, write: bool) {
        let Some(cache) = at.property else { return };
        let (name, func) = (self.words(data.args[2]), self.words(data.args[1]));
        let primitive = if write { Primitive::property_prepare } else { Primitive::property_prepare_read };
        self.call_primitive(primitive, &[at.base, name, func, Words::Pointer(cache, None)]);
    }

    /// The array, or the list that holds the object's elements (which takes no element more).
    pub(super) fn need_array(&mut self, words: Words, mask: Mask, unique: bool, other: ir::Block) -> ir::Value {
        let array = self.array_or_elements(words, mask, other);
        if unique {
            let count = self.b.ins().load(types::I32, memory(), array, offset_of!(Header, count) as i32);
            let one = self.b.ins().icmp_imm_s(IntCC::Equal, count, 1);
            self.need(one, other);
        }
        array
    }

    fn array_or_elements(&mut self, words: Words, mask: Mask, other: ir::Block) -> ir::Value {
        if !mask.intersects(Mask::OBJECT) {
            self.need_tag(words, mask, Mask::ARRAY, other);
            return words.int(&mut self.b);
        }
        let (object, found) = (self.new_block(false), self.new_block(false));
        let array = self.b.append_block_param(found, types::I64);
        let payload = words.int(&mut self.b);
        let is_array = self.words_are(words, mask, Mask::ARRAY);
        self.b.ins().brif(is_array, found, &[BlockArg::Value(payload)], object, &[]);
        self.switch_to(object, false);
        self.need_tag(words, mask, Mask::OBJECT, other);
        let class = self.b.ins().load(types::I64, memory(), payload, offset_of!(ObjectHeader, class) as i32);
        let flags = self.b.ins().load(types::I32, memory(), class, offset_of!(ClassHead, flags) as i32);
        let has_elements = self.b.ins().band_imm_u(flags, CLASS_ELEMENTS as i64);
        self.need(has_elements, other);
        let state = self.b.ins().load(types::I64, memory(), payload, OBJECT_SLOTS as i32 + offset_of!(RawValue, payload) as i32);
        let held = self.b.ins().load(types::I64, memory(), state, offset_of!(NativeHead, elements) as i32);
        let elements = self.b.ins().load(types::I64, memory(), held, 0);
        self.b.ins().jump(found, &[BlockArg::Value(elements)]);
        self.switch_to(found, false);
        array
    }

    /// The address of an element's value in a list of values or a hash.
    pub(super) fn element_address(&mut self, array: ir::Value, key: Value, other: ir::Block) -> ir::Value {
        let found = self.new_block(false);
        let address = self.b.append_block_param(found, types::I64);
        let kind = self.b.ins().uload8(types::I64, memory(), array, offset_of!(Header, kind) as i32);
        if let Some(index) = self.find_in_hash(array, key, kind, found, [other; 3], other) {
            let is_values = self.b.ins().icmp_imm_s(IntCC::Equal, kind, ArrayKind::Values as i64);
            self.need(is_values, other);
            let element = self.value_inside(array, index, other);
            self.b.ins().jump(found, &[BlockArg::Value(element)]);
        }
        self.switch_to(found, false);
        address
    }

    /// The address of an element by its index in a list of values.
    pub(super) fn value_inside(&mut self, array: ir::Value, index: ir::Value, outside: ir::Block) -> ir::Value {
        let length = self.b.ins().uload32(memory(), array, offset_of!(ArrayHeader, length) as i32);
        let inside = self.b.ins().icmp(IntCC::UnsignedLessThan, index, length);
        self.need(inside, outside);
        let elements = self.b.ins().load(types::I64, memory(), array, offset_of!(ArrayHeader, data) as i32);
        let offset = self.b.ins().ishl_imm_u(index, 4);
        self.b.ins().iadd(elements, offset)
    }

    /// Looks a key up where the array is a hash: on at `found` with the address of the value. Absent keys go to one of three:
    /// strings, ints, literal strings as keys of lists; keys of other types and other strings as keys of lists go to `other`.
    /// Goes on where the array is a list and the key an int, the result; None: nowhere.
    pub(super) fn find_in_hash(
        &mut self, array: ir::Value, key: Value, kind: ir::Value, found: ir::Block, absent: [ir::Block; 3], other: ir::Block,
    ) -> Option<ir::Value> {
        let (words, mask) = (self.words(key), self.mask(key));
        let payload = words.int(&mut self.b);
        let is_hash = self.b.ins().icmp_imm_s(IntCC::Equal, kind, ArrayKind::Hash as i64);
        if mask.intersects(Mask::STRING) {
            let (text, number) = (self.new_block(false), self.new_block(false));
            let is_string = self.words_are(words, mask, Mask::STRING);
            self.b.ins().brif(is_string, text, &[], number, &[]);
            self.switch_to(text, false);
            let unlisted = if self.literal_key(key).is_some() { absent[2] } else { other };
            self.need(is_hash, unlisted);
            self.probe_text(array, key, payload, found, absent[0]);
            self.switch_to(number, false);
        }
        if !mask.intersects(Mask::INT) {
            self.b.ins().jump(other, &[]);
            return None;
        }
        self.need_tag(words, mask, Mask::INT, other);
        let (hash, list) = (self.new_block(false), self.new_block(false));
        self.b.ins().brif(is_hash, hash, &[], list, &[]);
        self.switch_to(hash, false);
        self.probe_int(array, payload, found, absent[1]);
        self.switch_to(list, false);
        Some(payload)
    }

    /// `isset($a[k])`, also behind a walk.
    pub(super) fn isset_element(&mut self, data: &InstData, shape: &PlaceShape) -> bool {
        let last = shape.steps.len().wrapping_sub(1);
        if shape.steps.last() != Some(&StepKind::Dim) || !self.is_walkable(data, shape) {
            return false;
        }
        let key = data.args[2 + last];
        if !self.mask(key).intersects(Mask(Mask::INT.0 | Mask::STRING.0)) {
            return false;
        }
        let join = self.join(Type::BOOL);
        let other = self.new_block(true);
        let at = self.walk(data, shape, false, other);
        if at.mask.intersects(Mask::STRING) && self.mask(key).intersects(Mask::INT) {
            self.isset_byte_or_on(&at, key, &join, other);
        }
        let array = self.need_array(at.words, at.mask, false, other);
        let (found, absent) = (self.new_block(false), self.new_block(false));
        let address = self.b.append_block_param(found, types::I64);
        let kind = self.b.ins().uload8(types::I64, memory(), array, offset_of!(Header, kind) as i32);
        if let Some(index) = self.find_in_hash(array, key, kind, found, [absent; 3], other) {
            let (values, numbers) = (self.new_block(false), self.new_block(false));
            let is_values = self.b.ins().icmp_imm_s(IntCC::Equal, kind, ArrayKind::Values as i64);
            self.b.ins().brif(is_values, values, &[], numbers, &[]);
            self.switch_to(values, false);
            let element = self.value_inside(array, index, absent);
            self.b.ins().jump(found, &[BlockArg::Value(element)]);
            self.switch_to(numbers, false);
            let length = self.b.ins().uload32(memory(), array, offset_of!(ArrayHeader, length) as i32);
            let inside = self.b.ins().icmp(IntCC::UnsignedLessThan, index, length);
            self.arrive(&join, Words::Bool(inside));
        }
        self.switch_to(absent, false);
        let no = self.b.ins().iconst(types::I8, 0);
        self.arrive(&join, Words::Bool(no));
        self.switch_to(found, false);
        let value = self.load_words(&Type::SLOT, address, 0);
        let plain = self.words_are(value, Mask::SLOT, Mask::ANY);
        self.need(plain, other);
        let is_null = self.words_are(value, Mask::SLOT, Mask::NULL);
        let one = self.b.ins().iconst(types::I8, 1);
        let set = self.b.ins().bxor(is_null, one);
        self.arrive(&join, Words::Bool(set));
        self.switch_to(other, true);
        self.look_slow(data, shape, &at, &join);
        true
    }
}
