//! Array literals: made at once with room for what they will hold, then filled in place. Where each value lies is known here.

use super::*;
use phpc_abi::hash::hash_bytes;
use phpc_abi::layout::{ArrayHeader, ArrayKind, HASH_STRING_KEY, HashEntry};
use std::mem::offset_of;

const LENGTH: i32 = offset_of!(ArrayHeader, length) as i32;
const NEXT_INDEX: i32 = offset_of!(ArrayHeader, next_index) as i32;
const DATA: i32 = offset_of!(ArrayHeader, data) as i32;
/// Number of elements and of entries in one store.
const _: () = assert!(offset_of!(ArrayHeader, used) == offset_of!(ArrayHeader, length) + 4);

/// More keys are added by the runtime.
const MOST: usize = 64;

/// A literal under construction: what it is, and how many values it has.
#[derive(Clone)]
pub(super) struct Literal {
    data: ir::Value,
    shape: Shape,
    room: usize,
    filled: usize,
}

#[derive(Clone)]
enum Shape {
    List(ArrayKind),
    /// The last entry of each bucket that has one.
    Hash { capacity: usize, last: HashMap<usize, usize> },
}

/// For each array the operation that adds the next element of its literal. Where a guess fails the literal goes on in cold
/// blocks, which call the runtime.
pub(super) fn literal_steps(func: &Func) -> HashMap<Value, Inst> {
    let is_step = |data: &InstData| {
        data.op == Op::prim
            && matches!(data.imm, Imm::Primitive(Primitive::array_push | Primitive::array_literal_add))
    };
    let insts = func.blocks.iter().filter(|block| !block.cold).flat_map(|block| &block.insts);
    let steps = insts.map(|&inst| (inst, func.inst(inst))).filter(|(_, data)| is_step(data));
    steps.map(|(inst, data)| (data.args[0], inst)).collect()
}

impl<'a> Lower<'a, '_> {
    /// Whose operations of one kind follow on the array.
    fn steps_of(&self, array: Value, primitive: Primitive) -> Vec<&'a InstData> {
        let func = self.func;
        let mut found = Vec::new();
        let mut array = array;
        while let Some(step) = self.literal_steps.get(&array) {
            let data = &func.insts[step.index()];
            if data.imm != Imm::Primitive(primitive) {
                break;
            }
            found.push(data);
            array = data.results[0];
        }
        found
    }

    /// False: nothing was emitted.
    pub(super) fn array_new(&mut self, data: &InstData) -> bool {
        if self.compact || self.cold {
            return false;
        }
        let result = data.results[0];
        let Some(&Imm::Int(size)) = self.func.def(data.args[0]).map(|def| &def.imm) else { return false };
        let size = size as usize;
        let pushed = self.steps_of(result, Primitive::array_push);
        let (array, shape) = if !pushed.is_empty() {
            let all = |mask: Mask| pushed.iter().all(|step| self.mask(step.args[1]) == mask);
            // Types say the same: what they call a list of ints is one.
            let kind = match () {
                _ if all(Mask::INT) => ArrayKind::Ints,
                _ if all(Mask::FLOAT) => ArrayKind::Floats,
                _ => ArrayKind::Values,
            };
            let args = [Words::Int(self.iconst(kind as i64)), Words::Int(self.iconst(size as i64))];
            (self.call_primitive(Primitive::array_new_list, &args), Shape::List(kind))
        } else {
            let added = self.steps_of(result, Primitive::array_literal_add);
            if size > MOST || added.is_empty() {
                return false;
            }
            let capacity = ArrayHeader::hash_capacity(size);
            let args = [Words::Int(self.iconst(capacity as i64))];
            (self.call_primitive(Primitive::array_new_hash, &args), Shape::Hash { capacity, last: HashMap::new() })
        };
        let header = array.int(&mut self.b);
        let elements = self.b.ins().load(types::I64, memory(), header, DATA);
        self.define(data, 0, array);
        self.literals.insert(result, Literal { data: elements, shape, room: size, filled: 0 });
        true
    }

    /// False: nothing was emitted.
    pub(super) fn array_push(&mut self, data: &InstData) -> bool {
        let Some(literal) = self.literals.get(&data.args[0]).cloned() else { return false };
        let Shape::List(kind) = literal.shape else { return false };
        let (value, mask) = (self.words(data.args[1]), self.mask(data.args[1]));
        let fits = match kind {
            ArrayKind::Ints => mask == Mask::INT,
            ArrayKind::Floats => mask == Mask::FLOAT,
            _ => mask.is_within(Mask::ANY),
        };
        if !fits || self.cold || literal.filled == literal.room {
            return false;
        }
        let at = literal.filled as i32;
        match value {
            Words::Float(float) if kind == ArrayKind::Floats => _ = self.b.ins().store(memory(), float, literal.data, at * 8),
            Words::Int(int) if kind == ArrayKind::Ints => _ = self.b.ins().store(memory(), int, literal.data, at * 8),
            _ if kind == ArrayKind::Values => self.store_words(value, literal.data, at * 16),
            _ => {
                let payload = value.int(&mut self.b);
                self.b.ins().store(memory(), payload, literal.data, at * 8);
            }
        }
        let next = self.iconst(at as i64 + 1);
        let array = self.int(data.args[0]);
        self.b.ins().store(memory(), next, array, NEXT_INDEX);
        self.literal_filled(data, literal, (value, mask));
        true
    }

    /// False: nothing was emitted.
    pub(super) fn array_literal_add(&mut self, data: &InstData) -> bool {
        let Some(mut literal) = self.literals.get(&data.args[0]).cloned() else { return false };
        let Shape::Hash { capacity, last } = &mut literal.shape else { return false };
        let (value, mask) = (self.words(data.args[2]), self.mask(data.args[2]));
        let Some(hash) = self.literal_key(data.args[1]).map(hash_bytes) else { return false };
        if !mask.is_within(Mask::ANY) || self.cold || literal.filled == literal.room {
            return false;
        }
        let at = literal.filled;
        let hash = hash | HASH_STRING_KEY;
        let bucket = hash as usize & (*capacity - 1);
        let next = last.insert(bucket, at).map_or(u32::MAX, |entry| entry as u32);
        let buckets = (*capacity * size_of::<HashEntry>()) as i32;
        let entry = (at * size_of::<HashEntry>()) as i32;
        let key = self.int(data.args[1]);
        self.retain(Words::Pointer(key, Some(Tag::STRING)), Mask::STRING);
        self.store_words(value, literal.data, entry + offset_of!(HashEntry, value) as i32);
        self.b.ins().store(memory(), key, literal.data, entry + offset_of!(HashEntry, key) as i32);
        const _: () = assert!(offset_of!(HashEntry, next) == offset_of!(HashEntry, hash) + 4);
        let link = self.iconst((hash as u64 | (next as u64) << 32) as i64);
        self.b.ins().store(memory(), link, literal.data, entry + offset_of!(HashEntry, hash) as i32);
        let number = self.b.ins().iconst(types::I32, at as i64);
        self.b.ins().store(memory(), number, literal.data, buckets + 4 * bucket as i32);
        self.literal_filled(data, literal, (value, mask));
        true
    }

    /// One more value lies in the literal.
    fn literal_filled(&mut self, data: &InstData, mut literal: Literal, (value, mask): (Words, Mask)) {
        literal.filled += 1;
        let array = self.int(data.args[0]);
        let filled = self.iconst((literal.filled | literal.filled << 32) as i64);
        self.b.ins().store(memory(), filled, array, LENGTH);
        self.note_stored(array, value, mask);
        self.define(data, 0, Words::Pointer(array, Some(Tag::ARRAY)));
        self.literals.insert(data.results[0], literal);
    }
}
