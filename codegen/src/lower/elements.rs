//! Elements of arrays by one step: lists inline by kind, hashes by look-up; everything else takes the whole place operation.

use super::headers::Part;
use super::*;
use phpc_abi::layout::{ArrayHeader, ArrayKind, FLAG_INERT, Header};
use phpc_ir::pir::ReadMode;
use phpc_ir::ssa::{Kinds, PlaceMode, PlaceShape, StepKind};
use std::mem::offset_of;

pub(super) const LENGTH: i32 = offset_of!(ArrayHeader, length) as i32;
const USED: i32 = offset_of!(ArrayHeader, used) as i32;
const CAPACITY: i32 = offset_of!(ArrayHeader, capacity) as i32;
pub(super) const NEXT_INDEX: i32 = offset_of!(ArrayHeader, next_index) as i32;
pub(super) const DATA: i32 = offset_of!(ArrayHeader, data) as i32;
pub(super) const KIND: i32 = offset_of!(Header, kind) as i32;
const FLAGS: i32 = offset_of!(Header, flags) as i32;

/// Values that do not take away an array's FLAG_INERT.
const INERT: Mask = Mask(Mask::NULL.0 | Mask::BOOL.0 | Mask::NUMBER.0 | Mask::STRING.0);

/// Values that are stored in arrays within arrays: the arrays among them have FLAG_INERT.
const NESTED: Mask = Mask(INERT.0 | Mask::ARRAY.0);

/// Values that are stored at all, counted.
const STORABLE: Mask = Mask(INERT.0 | Mask::ARRAY.0 | Mask::OBJECT.0);

/// Where the paths of an assignment meet, with its results.
pub(super) struct Meeting {
    block: ir::Block,
    /// Those that threw.
    failed: ir::Block,
    types: Vec<Type>,
}

/// A value on its way into a list.
struct ListStore {
    array: ir::Value,
    kind: ir::Value,
    length: ir::Value,
    value: Words,
    value_mask: Mask,
    storable: Mask,
    /// Nobody takes the assignment's value.
    unwanted: bool,
    /// What types say of the list: its kinds, and that nothing in it is counted.
    kinds: Kinds,
    plain: bool,
}

impl Lower<'_, '_> {
    /// Continues where `condition` holds; else goes to `slow`.
    pub(super) fn need(&mut self, condition: ir::Value, slow: ir::Block) {
        let on = self.new_block(false);
        self.b.ins().brif(condition, on, &[], slow, &[]);
        self.switch_to(on, false);
    }
    pub(super) fn need_tag(&mut self, words: Words, source: Mask, mask: Mask, slow: ir::Block) {
        if !source.is_within(mask) {
            let is = self.words_are(words, source, mask);
            self.need(is, slow);
        }
    }

    /// An element read, also behind a walk. False: nothing was emitted.
    pub(super) fn read_element(&mut self, data: &InstData, shape: &PlaceShape) -> bool {
        if shape.steps.last() != Some(&StepKind::Dim) || !self.is_walkable(data, shape) {
            return false;
        }
        let key = data.args[1 + shape.steps.len()];
        let (key, key_mask) = (self.words(key), self.mask(key));
        if !key_mask.intersects(Mask(Mask::INT.0 | Mask::STRING.0)) {
            return false;
        }
        let join = self.join(self.result_type(data));
        let other = self.new_block(true);
        let at = self.walk(data, shape, false, other);
        if key_mask.intersects(Mask::INT) && at.mask.intersects(Mask::STRING) && join.ty.tags().intersects(Mask::STRING) {
            self.byte_or_on(&at, key, key_mask, &join, other);
        }
        let array = self.need_array(at.words, at.mask, false, other);
        let absent = self.absent_or_null(shape.mode, &join, other);
        self.element_or(array, data.args[1 + shape.steps.len()], &join, absent, other);
        self.switch_to(other, true);
        self.look_slow(data, shape, &at, &join);
        true
    }

    /// The slow path of a read or test behind a walk: the whole operation; the paths meet behind it.
    pub(super) fn look_slow(&mut self, data: &InstData, shape: &PlaceShape, at: &super::paths::Container, join: &Join) {
        self.prepare_walk(data, at, false);
        self.whole_place(data, shape);
        let words = self.result_words(data, 0);
        self.arrive(join, words);
        let words = self.meet(join, false);
        self.define(data, 0, words);
    }

    /// `[…] = $array`: an element of what is being taken apart.
    pub(super) fn list_get(&mut self, data: &InstData) {
        let [source, key] = [0, 1].map(|n| (self.words(data.args[n]), self.mask(data.args[n])));
        let useful = source.1.intersects(Mask::ARRAY) && key.1.intersects(Mask(Mask::INT.0 | Mask::STRING.0));
        if self.cold || !useful {
            self.primitive(data, Primitive::list_get, &[source.0, key.0]);
            return;
        }
        let join = self.join(self.result_type(data));
        let other = self.new_block(true);
        let array = self.need_array(source.0, source.1, false, other);
        self.element_or(array, data.args[1], &join, other, other);
        self.switch_to(other, true);
        let words = self.primitive(data, Primitive::list_get, &[source.0, key.0]);
        self.arrive(&join, words);
        let words = self.meet(&join, false);
        self.define(data, 0, words);
    }

    /// Where reads of absent keys go: to NULL at the join, if nothing is told of them; else to `other`.
    fn absent_or_null(&mut self, mode: PlaceMode, join: &Join, other: ir::Block) -> ir::Block {
        if mode != PlaceMode::Read(ReadMode::Quiet) || !join.ty.tags().intersects(Mask::NULL) {
            return other;
        }
        let (here, absent) = (self.b.current_block().expect("a block is being filled"), self.new_block(false));
        self.switch_to(absent, false);
        self.arrive(join, Words::Nothing(Tag::NULL));
        self.switch_to(here, false);
        absent
    }

    /// A copy of the array's element under an int or string key; ends at the join, at `absent` if there is none, or at `other`.
    fn element_or(&mut self, array: ir::Value, key: Value, join: &Join, absent: ir::Block, other: ir::Block) {
        let kind = self.b.ins().uload8(types::I64, memory(), array, KIND);
        let found = self.new_block(false);
        let address = self.b.append_block_param(found, types::I64);
        if let Some(index) = self.find_in_hash(array, key, kind, found, [absent; 3], other) {
            let length = self.b.ins().uload32(memory(), array, LENGTH);
            let inside = self.b.ins().icmp(IntCC::UnsignedLessThan, index, length);
            self.need(inside, absent);
            self.list_element(array, index, kind, join);
        }
        self.switch_to(found, false);
        self.copy_out(address, join);
    }

    /// A copy of the element at an index inside a list; ends at the join.
    pub(super) fn list_element(&mut self, array: ir::Value, index: ir::Value, kind: ir::Value, join: &Join) {
        let cold = self.cold;
        let elements = self.b.ins().load(types::I64, memory(), array, DATA);
        let is_values = self.b.ins().icmp_imm_s(IntCC::Equal, kind, ArrayKind::Values as i64);
        let (values, numbers) = (self.new_block(false), self.new_block(false));
        self.b.ins().brif(is_values, values, &[], numbers, &[]);
        self.switch_to(numbers, cold);
        let offset = self.b.ins().ishl_imm_u(index, 3);
        let address = self.b.ins().iadd(elements, offset);
        let payload = self.b.ins().load(types::I64, memory(), address, 0);
        let is_ints = self.b.ins().icmp_imm_s(IntCC::Equal, kind, ArrayKind::Ints as i64);
        let (int, float) = (self.iconst(Tag::INT.0 as i64), self.iconst(Tag::FLOAT.0 as i64));
        let tag = self.b.ins().select(is_ints, int, float);
        self.arrive(join, Words::Pair(tag, payload));
        self.switch_to(values, cold);
        let offset = self.b.ins().ishl_imm_u(index, 4);
        let address = self.b.ins().iadd(elements, offset);
        self.copy_out(address, join);
    }

    /// The element under an int key, copied; absent: to the exit. What types say of kinds and elements is not tested again.
    pub(super) fn element_exit(&mut self, data: &InstData) {
        if self.mask(data.args[0]) == Mask::STRING {
            return self.byte_exit(data);
        }
        let (array, index) = (self.int(data.args[0]), self.int(data.args[1]));
        let kinds = self.ty(data.args[0]).kinds[0];
        // What is tested is looked at as it lies there.
        let tested = matches!(data.imm, Imm::Type(_));
        let ty = if tested { self.ty(data.args[0]).element() } else { self.result_type(data) };
        let cold = self.cold;
        let join = self.join(ty);
        let edge = self.exit_block(data.exit.as_ref());
        let lists = Kinds(kinds.0 & (Kinds::INTS.0 | Kinds::FLOATS.0 | Kinds::VALUES.0));
        let told_apart = match kinds.0 & Kinds::HASH.0 {
            0 => lists.0,
            _ => kinds.0,
        };
        let references = !tested && self.ty(data.args[0]).element().may_be(Mask::REFERENCE);
        let counts = !tested && data.op == Op::element_exit;
        let many = told_apart.count_ones() > 1;
        let kind = if many { Some(self.header(data.args[0], Part::Kind)) } else { None };
        if kinds.0 & Kinds::HASH.0 != 0 {
            let list = self.new_block(false);
            if let Some(kind) = kind {
                let hash = self.new_block(false);
                let is_hash = self.b.ins().icmp_imm_s(IntCC::Equal, kind, ArrayKind::Hash as i64);
                self.b.ins().brif(is_hash, hash, &[], list, &[]);
                self.switch_to(hash, cold);
            }
            let there = self.new_block(false);
            let found = self.b.append_block_param(there, types::I64);
            self.probe_int(array, index, there, edge);
            self.switch_to(there, cold);
            self.copy_known(found, references, counts, &join);
            self.switch_to(list, cold);
        }
        if kind.is_none() && kinds.0 & Kinds::HASH.0 != 0 {
            self.b.ins().jump(edge, &[]);
        } else {
            let length = self.header(data.args[0], Part::Length);
            let inside = self.b.ins().icmp(IntCC::UnsignedLessThan, index, length);
            let on = self.new_block(false);
            self.b.ins().brif(inside, on, &[], edge, &[]);
            self.switch_to(on, cold);
            let elements = self.header(data.args[0], Part::Data);
            self.known_list_element(elements, index, (lists, references, counts), kind, &join);
        }
        if tested {
            let found = self.meet(&join, cold);
            return self.tested(data, found, ty.tags(), edge, data.op == Op::element_exit);
        }
        self.fill_exit(data.exit.as_ref(), edge);
        let words = self.meet(&join, cold);
        self.define(data, 0, words);
    }

    /// How an array's header may be read: early and once, if a variable holds the array as long as it has this name.
    pub(super) fn header_memory(&self, array: Value) -> ir::MemFlagsData {
        if self.is_held(array) { crate::words::steady_memory() } else { memory() }
    }

    /// Is the value held by the name itself, rather than looked at where it lies?
    pub(super) fn is_held(&self, value: Value) -> bool {
        use phpc_ir::ssa::ValueDef;
        let ValueDef::Result(inst, _) = self.func.values[value.index()].def else { return true };
        let data = &self.func.insts[inst.index()];
        match data.op {
            Op::assume => self.is_held(data.args[0]),
            Op::call | Op::call_checked | Op::call_entry | Op::call_virtual | Op::call_builtin | Op::call_builtin_generic => true,
            Op::array | Op::element_exit | Op::place_read | Op::place_assign | Op::place_assign_op | Op::place_inc_dec | Op::place_take => true,
            _ => false,
        }
    }

    /// A copy of the element inside a list of one of `kinds`; ends at the join.
    pub(super) fn known_list_element(
        &mut self, elements: ir::Value, index: ir::Value, (kinds, references, counts): (Kinds, bool, bool), kind: Option<ir::Value>, join: &Join,
    ) {
        let cold = self.cold;
        let numbers = Kinds(kinds.0 & (Kinds::INTS.0 | Kinds::FLOATS.0));
        if kinds.0 & Kinds::VALUES.0 != 0 || numbers.0 == 0 {
            if let (Some(kind), true) = (kind, numbers.0 != 0) {
                let (values, others) = (self.new_block(false), self.new_block(false));
                let is_values = self.b.ins().icmp_imm_s(IntCC::Equal, kind, ArrayKind::Values as i64);
                self.b.ins().brif(is_values, values, &[], others, &[]);
                self.switch_to(values, cold);
                self.value_element(elements, index, (references, counts), join);
                self.switch_to(others, cold);
            } else {
                return self.value_element(elements, index, (references, counts), join);
            }
        }
        let offset = self.b.ins().ishl_imm_u(index, 3);
        let address = self.b.ins().iadd(elements, offset);
        let words = match (numbers, kind) {
            (Kinds::FLOATS, _) => Words::Float(self.b.ins().load(types::F64, memory(), address, 0)),
            (Kinds::INTS, _) | (_, None) => Words::Int(self.b.ins().load(types::I64, memory(), address, 0)),
            (_, Some(kind)) => {
                let payload = self.b.ins().load(types::I64, memory(), address, 0);
                let is_ints = self.b.ins().icmp_imm_s(IntCC::Equal, kind, ArrayKind::Ints as i64);
                let (int, float) = (self.iconst(Tag::INT.0 as i64), self.iconst(Tag::FLOAT.0 as i64));
                Words::Pair(self.b.ins().select(is_ints, int, float), payload)
            }
        };
        self.arrive(join, words);
    }

    fn value_element(&mut self, elements: ir::Value, index: ir::Value, (references, counts): (bool, bool), join: &Join) {
        let offset = self.b.ins().ishl_imm_u(index, 4);
        let address = self.b.ins().iadd(elements, offset);
        self.copy_known(address, references, counts, join);
    }

    /// A counted copy of a value of the join's type (or a reference to one, if told so); ends there.
    pub(super) fn copy_known(&mut self, address: ir::Value, references: bool, counts: bool, join: &Join) {
        if references {
            return self.copy_out(address, join);
        }
        let ty = join.ty;
        let words = self.load_words(&ty, address, 0);
        if counts {
            self.retain(words, ty.tags());
        }
        self.arrive(join, words);
    }

    /// `$array[$key] = value` where the array is ours alone and has the key, or `$array[] = value` where there is room; also
    /// behind a walk. Paths meet before the test for exceptions, so that the new base is the same behind it and at the exit.
    pub(super) fn write_element(&mut self, data: &InstData, shape: &PlaceShape) -> bool {
        let append = shape.steps.last() == Some(&StepKind::Append);
        if !append && shape.steps.last() != Some(&StepKind::Dim) || !self.is_walkable(data, shape) {
            return false;
        }
        let given = data.args[2 + shape.steps.len()];
        let (value, value_mask) = (self.words(given), self.mask(given));
        let key = data.args[1 + shape.steps.len()];
        let key_mask = self.mask(key);
        // Arrays further up would have to lose FLAG_INERT too: what would take it away goes the slow way.
        let storable = match shape.steps[..shape.steps.len() - 1] {
            [] | [StepKind::Property] => STORABLE,
            _ => NESTED,
        };
        if !value_mask.intersects(storable) || !append && !key_mask.intersects(Mask(Mask::INT.0 | Mask::STRING.0)) {
            return false;
        }
        let meeting = self.meeting(data);
        let unwanted = self.leave_out_release(data);
        let other = self.new_block(true);
        let mut at = self.walk(data, shape, true, other);
        let texts = at.mask.intersects(Mask::STRING) && value_mask.intersects(Mask::STRING);
        if !append && texts && key_mask.intersects(Mask::INT) {
            self.write_byte_or_on(&at, key, (value, value_mask), unwanted, &meeting, other);
        }
        let array = self.own_array(&mut at, shape.mode == PlaceMode::Push, other);
        let base = at.base;
        // What types say of the array itself.
        let known = self.ty(data.args[0]);
        let direct = shape.steps.len() == 1 && known.is(Mask::ARRAY);
        let kinds = if direct { known.kinds[0] } else { Kinds::ANY };
        let plain = direct && !known.element().may_be(Mask::COUNTED);
        let length = self.b.ins().uload32(memory(), array, LENGTH);
        let kind = self.b.ins().uload8(types::I64, memory(), array, KIND);
        let store = ListStore { array, kind, length, value, value_mask, storable, unwanted, kinds, plain };
        if append {
            if kinds.0 & Kinds::HASH.0 != 0 {
                let (list, hash) = (self.new_block(false), self.new_block(false));
                let is_list = self.b.ins().icmp_imm_s(IntCC::UnsignedLessThan, kind, ArrayKind::Hash as i64);
                self.b.ins().brif(is_list, list, &[], hash, &[]);
                self.switch_to(hash, false);
                // The first key and the last have rules of their own.
                let next = self.b.ins().load(types::I64, memory(), array, NEXT_INDEX);
                let plain = self.b.ins().icmp_imm_s(IntCC::SignedGreaterThanOrEqual, next, 0);
                self.need(plain, other);
                let last = self.iconst(i64::MAX);
                let free = self.b.ins().icmp(IntCC::NotEqual, next, last);
                self.need(free, other);
                self.add_to_hash(&store, Primitive::array_insert_int, Words::Int(next), base, &meeting, other);
                self.switch_to(list, false);
            }
            let index = self.place_behind(array, length, other);
            self.store_in_list(&store, index, true, base, &meeting, other);
        } else {
            let index = match kinds.0 & Kinds::HASH.0 != 0 {
                true => self.write_hash(&store, key, base, &meeting, other),
                false => {
                    let (words, mask) = (self.words(key), self.mask(key));
                    self.need_tag(words, mask, Mask::INT, other);
                    Some(words.int(&mut self.b))
                }
            };
            if let Some(index) = index {
                let (inside, behind) = (self.new_block(false), self.new_block(false));
                let is_inside = self.b.ins().icmp(IntCC::UnsignedLessThan, index, length);
                self.b.ins().brif(is_inside, inside, &[], behind, &[]);
                self.switch_to(inside, false);
                self.store_in_list(&store, index, false, base, &meeting, other);
                // The next element by its number.
                self.switch_to(behind, false);
                let is_next = self.b.ins().icmp(IntCC::Equal, index, length);
                self.need(is_next, other);
                let index = self.place_behind(array, length, other);
                self.store_in_list(&store, index, true, base, &meeting, other);
            }
        }
        let before = self.begin_slow(data, &at, other);
        self.prepare_walk(data, &at, true);
        self.assign_place(data, shape);
        self.end_slow(data, before);
        self.meet_slow(data, unwanted, &meeting, [self.result_words(data, 0), self.result_words(data, 1)]);
        true
    }

    /// Stores under a key that is there, or adds it to the hash; ends at the meeting. Goes on where the array is a list and
    /// the key an int, the result; None: nowhere.
    fn write_hash(&mut self, store: &ListStore, key: Value, base: Words, meeting: &Meeting, other: ir::Block) -> Option<ir::Value> {
        let &ListStore { array, kind, value, value_mask, storable, unwanted, .. } = store;
        let found = self.new_block(false);
        let address = self.b.append_block_param(found, types::I64);
        let (text, int) = (self.new_block(false), self.new_block(false));
        let index = self.find_in_hash(array, key, kind, found, [text, int, text], other);
        let on = self.b.current_block();
        let payload = self.int(key);
        let key_mask = self.mask(key);
        let adds = [
            (text, Primitive::array_insert_string, Words::Pointer(payload, Some(Tag::STRING)), Mask::STRING),
            (int, Primitive::array_insert_int, Words::Int(payload), Mask::INT),
        ];
        for (block, primitive, key, mask) in adds {
            self.switch_to(block, false);
            if !key_mask.intersects(mask) {
                self.b.ins().jump(other, &[]);
                continue;
            }
            self.add_to_hash(store, primitive, key, base, meeting, other);
        }
        self.switch_to(found, false);
        self.need_storable_in(array, value, value_mask, storable, other);
        let threw = self.overwrite(value, address, other);
        if !unwanted {
            self.retain(value, value_mask.intersect(storable));
        }
        self.come(meeting, [base, value], threw);
        index.inspect(|_| self.switch_to(on.expect("it goes on there"), false))
    }

    /// Adds a key that is absent; ends at the meeting.
    fn add_to_hash(&mut self, store: &ListStore, insert: Primitive, key: Words, base: Words, meeting: &Meeting, other: ir::Block) {
        let &ListStore { array, value, value_mask, storable, unwanted, .. } = store;
        self.need_storable_in(array, value, value_mask, storable, other);
        if !unwanted {
            self.retain(value, value_mask.intersect(storable));
        }
        self.call_primitive(insert, &[Words::Pointer(array, Some(Tag::ARRAY)), key, value]);
        let no = self.b.ins().iconst(types::I8, 0);
        self.come(meeting, [base, value], no);
    }

    /// Stores at an index inside the list, or behind its last element; ends at the meeting.
    fn store_in_list(&mut self, store: &ListStore, index: ir::Value, append: bool, base: Words, meeting: &Meeting, other: ir::Block) {
        let &ListStore { array, kind, length, value, value_mask, storable, unwanted, kinds, plain } = store;
        let may_be = |kind: Kinds| kinds.0 & kind.0 != 0;
        let elements = self.b.ins().load(types::I64, memory(), array, DATA);
        let (values, numbers) = (self.new_block(false), self.new_block(false));
        let no = self.b.ins().iconst(types::I8, 0);
        let number_kinds = Kinds(kinds.0 & (Kinds::INTS.0 | Kinds::FLOATS.0));
        match (may_be(Kinds::VALUES), number_kinds.0 != 0) {
            (true, true) => {
                let is_values = self.b.ins().icmp_imm_s(IntCC::Equal, kind, ArrayKind::Values as i64);
                self.b.ins().brif(is_values, values, &[], numbers, &[]);
            }
            (true, false) => _ = self.b.ins().jump(values, &[]),
            _ => _ = self.b.ins().jump(numbers, &[]),
        }
        if !may_be(Kinds::VALUES) || number_kinds.0 != 0 {
            self.switch_to(numbers, false);
            if value_mask.intersects(Mask::NUMBER) {
                let sure = (number_kinds, value_mask) == (Kinds::INTS, Mask::INT) || (number_kinds, value_mask) == (Kinds::FLOATS, Mask::FLOAT);
                if !sure {
                    // The value must be of the list's kind (kinds are tags less 2).
                    let tag = value.tag(&mut self.b);
                    let wanted = self.b.ins().iadd_imm_s(kind, Tag::INT.0 as i64 - ArrayKind::Ints as i64);
                    let same = self.b.ins().icmp(IntCC::Equal, tag, wanted);
                    self.need(same, other);
                }
                let offset = self.b.ins().ishl_imm_u(index, 3);
                let address = self.b.ins().iadd(elements, offset);
                match value {
                    Words::Float(float) => _ = self.b.ins().store(memory(), float, address, 0),
                    _ => {
                        let payload = value.int(&mut self.b);
                        self.b.ins().store(memory(), payload, address, 0);
                    }
                }
                self.grow(array, length, append);
                self.come(meeting, [base, value], no);
            } else {
                self.b.ins().jump(other, &[]);
            }
        }
        if may_be(Kinds::VALUES) {
            self.switch_to(values, false);
            self.need_storable_in(array, value, value_mask, storable, other);
            let offset = self.b.ins().ishl_imm_u(index, 4);
            let address = self.b.ins().iadd(elements, offset);
            let threw = match append {
                true => {
                    self.store_words(value, address, 0);
                    self.grow(array, length, append);
                    no
                }
                false if plain => {
                    self.store_words(value, address, 0);
                    no
                }
                false => self.overwrite(value, address, other),
            };
            if !unwanted {
                self.retain(value, value_mask.intersect(storable));
            }
            self.come(meeting, [base, value], threw);
        }
    }

    /// Goes on with a value that may be stored; where it is an object or an array without FLAG_INERT, the array loses that.
    fn need_storable_in(&mut self, array: ir::Value, value: Words, mask: Mask, storable: Mask, other: ir::Block) {
        self.need_tag(value, mask, storable, other);
        let mask = mask.intersect(storable);
        if storable == STORABLE {
            return self.note_stored(array, value, mask);
        }
        if !mask.intersects(Mask::ARRAY) {
            return;
        }
        let (inner, on) = (self.new_block(false), self.new_block(false));
        let is_array = self.words_are(value, mask, Mask::ARRAY);
        self.b.ins().brif(is_array, inner, &[], on, &[]);
        self.switch_to(inner, false);
        let payload = value.int(&mut self.b);
        let flags = self.b.ins().load(types::I8, memory(), payload, FLAGS);
        let inert = self.b.ins().band_imm_u(flags, FLAG_INERT as i64);
        self.b.ins().brif(inert, on, &[], other, &[]);
        self.switch_to(on, false);
    }

    /// A value was stored: unless it is inert, the array loses FLAG_INERT.
    pub(super) fn note_stored(&mut self, array: ir::Value, value: Words, mask: Mask) {
        if mask.is_within(INERT) {
            return;
        }
        let cold = self.cold;
        let on = self.new_block(false);
        if mask.intersects(INERT) {
            let other = self.new_block(false);
            let is_inert = self.words_are(value, mask, INERT);
            self.b.ins().brif(is_inert, on, &[], other, &[]);
            self.switch_to(other, cold);
        }
        let mask = mask.without(INERT);
        let mut kept = self.b.ins().iconst(types::I8, 0);
        if mask.intersects(Mask::ARRAY) {
            let (inner, known) = (self.new_block(false), self.new_block(false));
            let flags = self.b.append_block_param(known, types::I8);
            let is_array = self.words_are(value, mask, Mask::ARRAY);
            self.b.ins().brif(is_array, inner, &[], known, &[BlockArg::Value(kept)]);
            self.switch_to(inner, cold);
            let payload = value.int(&mut self.b);
            let own = self.b.ins().load(types::I8, memory(), payload, FLAGS);
            self.b.ins().jump(known, &[BlockArg::Value(own)]);
            self.switch_to(known, cold);
            kept = flags;
        }
        let flags = self.b.ins().load(types::I8, memory(), array, FLAGS);
        let others = self.b.ins().iconst(types::I8, i64::from(!FLAG_INERT));
        let kept = self.b.ins().bor(others, kept);
        let flags = self.b.ins().band(flags, kept);
        self.b.ins().store(memory(), flags, array, FLAGS);
        self.b.ins().jump(on, &[]);
        self.switch_to(on, cold);
    }

    /// The index behind the last element, where there is room and the next key is that.
    fn place_behind(&mut self, array: ir::Value, length: ir::Value, other: ir::Block) -> ir::Value {
        let capacity = self.b.ins().uload32(memory(), array, CAPACITY);
        let room = self.b.ins().icmp(IntCC::UnsignedLessThan, length, capacity);
        self.need(room, other);
        let next = self.b.ins().load(types::I64, memory(), array, NEXT_INDEX);
        let plain = self.b.ins().icmp(IntCC::Equal, next, length);
        self.need(plain, other);
        length
    }

    /// Stores over a value that is no reference and releases it: an i8, whether its destructor threw.
    fn overwrite(&mut self, value: Words, address: ir::Value, other: ir::Block) -> ir::Value {
        let old = self.load_words(&Type::SLOT, address, 0);
        let plain = self.words_are(old, Mask::SLOT, Mask::SLOT.without(Mask::REFERENCE));
        self.need(plain, other);
        self.store_words(value, address, 0);
        self.let_go(old)
    }

    /// Releases a value that was in a slot (not a reference): an i8, whether its destructor threw.
    pub(super) fn let_go(&mut self, old: Words) -> ir::Value {
        let on = self.count_down(old, Mask::SLOT);
        self.cold = false;
        let join = self.new_block(false);
        let threw = self.b.append_block_param(join, types::I8);
        let pending = self.engine_word(Engine::Pending);
        let failed = self.b.ins().icmp_imm_s(IntCC::NotEqual, pending, 0);
        self.b.ins().jump(join, &[BlockArg::Value(failed)]);
        self.switch_to(on, false);
        let no = self.b.ins().iconst(types::I8, 0);
        self.b.ins().jump(join, &[BlockArg::Value(no)]);
        self.switch_to(join, false);
        threw
    }

    /// Blocks for both results: where nothing was thrown, and where something was.
    pub(super) fn meeting(&mut self, data: &InstData) -> Meeting {
        let (block, failed) = (self.new_block(false), self.new_block(true));
        for &result in &data.results {
            for &word in repr_types(self.ty(result).repr()) {
                self.b.append_block_param(block, word);
                self.b.append_block_param(failed, word);
            }
        }
        Meeting { block, failed, types: data.results.iter().map(|&result| self.ty(result)).collect() }
    }

    /// `threw`: an i8.
    pub(super) fn come(&mut self, meeting: &Meeting, results: [Words; 2], threw: ir::Value) {
        let mut words = Vec::new();
        for (result, ty) in results.into_iter().zip(&meeting.types) {
            result.to(&mut self.b, ty).scatter(&mut words);
        }
        let args: Vec<BlockArg> = words.into_iter().map(BlockArg::Value).collect();
        if self.int_constant(threw) == Some(0) {
            self.b.ins().jump(meeting.block, &args);
        } else {
            self.b.ins().brif(threw, meeting.failed, &args, meeting.block, &args);
        }
    }

    /// Comes from the slow path, the last of all, after which something may be pending: a second result that is only released
    /// is released here.
    pub(super) fn meet_slow(&mut self, data: &InstData, unwanted: bool, meeting: &Meeting, results: [Words; 2]) {
        let pending = self.engine_word(Engine::Pending);
        let mut threw = self.b.ins().icmp_imm_s(IntCC::NotEqual, pending, 0);
        if unwanted {
            self.call_primitive(Primitive::release, &[results[1]]);
            let pending = self.engine_word(Engine::Pending);
            let failed = self.b.ins().icmp_imm_s(IntCC::NotEqual, pending, 0);
            threw = self.b.ins().bor(threw, failed);
        }
        self.come(meeting, results, threw);
        self.leave_meeting(data, meeting);
    }

    /// Continues where nothing was thrown; the other way goes to the operation's exit.
    pub(super) fn leave_meeting(&mut self, data: &InstData, meeting: &Meeting) {
        self.switch_to(meeting.failed, true);
        self.define_met(data, meeting.failed);
        match &data.exit {
            None => {
                let leave = self.leave_block();
                self.b.ins().jump(leave, &[]);
            }
            Some(target) => {
                let args = self.target_args(target);
                self.b.ins().jump(self.blocks[target.block.index()], &args);
            }
        }
        self.switch_to(meeting.block, false);
        self.define_met(data, meeting.block);
    }

    fn define_met(&mut self, data: &InstData, block: ir::Block) {
        let params = self.b.block_params(block).to_vec();
        let mut at = 0;
        for (n, &result) in data.results.iter().enumerate() {
            let ty = self.ty(result);
            let words = Words::gather(&ty, &params[at..]);
            at += repr_types(ty.repr()).len();
            self.define(data, n, words);
        }
    }

    /// One more element at the end.
    fn grow(&mut self, array: ir::Value, length: ir::Value, append: bool) {
        if !append {
            return;
        }
        let next = self.b.ins().iadd_imm_s(length, 1);
        let short = self.b.ins().ireduce(types::I32, next);
        self.b.ins().store(memory(), short, array, LENGTH);
        self.b.ins().store(memory(), short, array, USED);
        self.b.ins().store(memory(), next, array, NEXT_INDEX);
    }
}
