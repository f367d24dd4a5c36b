//! Hashes inline: looking up ints and literal strings, adding keys that are absent, arrays made unique for writing.

use super::paths::{Container, Place};
use super::*;
use phpc_abi::hash::hash_bytes;
use phpc_abi::layout::{ArrayHeader, HASH_STRING_KEY, HashEntry, Header, STR_BYTES, StrHeader};
use std::mem::offset_of;

const PAYLOAD: i32 = 8;
const KEY: i32 = offset_of!(HashEntry, key) as i32;
const HASH: i32 = offset_of!(HashEntry, hash) as i32;
const NEXT: i32 = offset_of!(HashEntry, next) as i32;

impl Lower<'_, '_> {
    /// The bytes of a string literal that is a key as it is (not one that looks like an int).
    pub(super) fn literal_key(&self, key: Value) -> Option<&[u8]> {
        self.literal_text(key).filter(|bytes| phpc_ir::pir::is_no_int_key(bytes))
    }

    /// The first entry number of a hash's bucket.
    fn bucket(&mut self, array: ir::Value, hash: ir::Value) -> ir::Value {
        let mask = self.b.ins().uload32(memory(), array, offset_of!(ArrayHeader, mask) as i32);
        let index = self.b.ins().load(types::I64, memory(), array, offset_of!(ArrayHeader, index) as i32);
        let bucket = self.b.ins().band(hash, mask);
        let offset = self.b.ins().ishl_imm_u(bucket, 2);
        let head = self.b.ins().iadd(index, offset);
        self.b.ins().load(types::I32, memory(), head, 0)
    }

    /// The address of an entry by its number.
    pub(super) fn entry_at(&mut self, entries: ir::Value, at: ir::Value) -> ir::Value {
        let offset = self.b.ins().ishl_imm_u(at, size_of::<HashEntry>().ilog2() as i64);
        self.b.ins().iadd(entries, offset)
    }

    /// Walks a chain from an entry number on: the blocks for an entry, given its address, and for the one that tries the next.
    /// Goes to `absent` at the end.
    fn chain(&mut self, array: ir::Value, first: ir::Value, absent: ir::Block) -> (ir::Value, ir::Block) {
        let cold = self.cold;
        let entries = self.b.ins().load(types::I64, memory(), array, offset_of!(ArrayHeader, data) as i32);
        let (test, some, again) = (self.new_block(false), self.new_block(false), self.new_block(false));
        let at = self.b.append_block_param(test, types::I32);
        self.b.ins().jump(test, &[BlockArg::Value(first)]);
        self.switch_to(test, cold);
        let none = self.b.ins().icmp_imm_s(IntCC::Equal, at, -1);
        self.b.ins().brif(none, absent, &[], some, &[]);
        self.switch_to(some, cold);
        let at = self.b.ins().uextend(types::I64, at);
        let entry = self.entry_at(entries, at);
        self.switch_to(again, cold);
        let next = self.b.ins().load(types::I32, memory(), entry, NEXT);
        self.b.ins().jump(test, &[BlockArg::Value(next)]);
        self.switch_to(some, cold);
        (entry, again)
    }

    /// Looks an int up in a hash: on at `found` with the address of the value, or at `absent`.
    pub(super) fn probe_int(&mut self, array: ir::Value, key: ir::Value, found: ir::Block, absent: ir::Block) {
        if self.compact || self.cold {
            return self.find_by_call(Primitive::array_find_int, array, Words::Int(key), found, absent);
        }
        let high = self.b.ins().ushr_imm_u(key, 31);
        let hash = self.b.ins().bxor(key, high);
        let first = self.bucket(array, hash);
        let (entry, again) = self.chain(array, first, absent);
        let own = self.b.ins().load(types::I64, memory(), entry, KEY);
        let same = self.b.ins().icmp(IntCC::Equal, own, key);
        self.need(same, again);
        // A string's address may be the same number.
        let hash = self.b.ins().load(types::I32, memory(), entry, HASH);
        let is_int = self.b.ins().icmp_imm_s(IntCC::SignedGreaterThanOrEqual, hash, 0);
        self.b.ins().brif(is_int, found, &[BlockArg::Value(entry)], again, &[]);
    }

    /// Looks a string up in a hash: as [`Lower::probe_int`].
    pub(super) fn probe_text(&mut self, array: ir::Value, key: Value, text: ir::Value, found: ir::Block, absent: ir::Block) {
        if self.compact || self.cold {
            return self.find_text_by_call(array, text, found, absent);
        }
        let ask = self.new_block(true);
        let (wanted, ends) = match self.literal_key(key).map(hash_bytes) {
            Some(hash) => (self.iconst((hash | HASH_STRING_KEY) as i64), absent),
            None => {
                // 0: not hashed yet.
                let hash = self.b.ins().uload32(memory(), text, offset_of!(StrHeader, hash) as i32);
                self.need(hash, ask);
                (self.b.ins().bor_imm_u(hash, i64::from(HASH_STRING_KEY)), self.new_block(false))
            }
        };
        let first = self.bucket(array, wanted);
        let (entry, again) = self.chain(array, first, ends);
        let own = self.b.ins().load(types::I64, memory(), entry, KEY);
        let same = self.b.ins().icmp(IntCC::Equal, own, text);
        let other = self.new_block(false);
        self.b.ins().brif(same, found, &[BlockArg::Value(entry)], other, &[]);
        self.switch_to(other, false);
        // Another string of the same hash may have the same bytes.
        let own = self.b.ins().uload32(memory(), entry, HASH);
        let like = self.b.ins().icmp(IntCC::Equal, own, wanted);
        self.b.ins().brif(like, ask, &[], again, &[]);
        if ends != absent {
            // What begins like a number may be an int's text.
            self.switch_to(ends, false);
            let byte = self.b.ins().uload8(types::I64, memory(), text, STR_BYTES as i32);
            let is_word = self.b.ins().icmp_imm_u(IntCC::UnsignedGreaterThan, byte, i64::from(b'9'));
            self.b.ins().brif(is_word, absent, &[], ask, &[]);
        }
        self.switch_to(ask, true);
        self.find_text_by_call(array, text, found, absent);
        self.cold = false;
    }

    fn find_text_by_call(&mut self, array: ir::Value, text: ir::Value, found: ir::Block, absent: ir::Block) {
        self.find_by_call(Primitive::array_find_string, array, Words::Pointer(text, None), found, absent);
    }

    fn find_by_call(&mut self, find: Primitive, array: ir::Value, key: Words, found: ir::Block, absent: ir::Block) {
        let address = self.call_primitive(find, &[Words::Pointer(array, Some(Tag::ARRAY)), key]).int(&mut self.b);
        self.b.ins().brif(address, found, &[BlockArg::Value(address)], absent, &[]);
    }

    /// The container's array, ours alone: shared ones are copied first, and the copy takes their place. Where the container is
    /// the path's base, the base changes with it.
    pub(super) fn own_array(&mut self, at: &mut Container, only_arrays: bool, other: ir::Block) -> ir::Value {
        let Container { words, mask, place, .. } = *at;
        if matches!(place, Place::Unknown) {
            if only_arrays {
                self.need_tag(words, mask, Mask::ARRAY, other);
                return self.need_array(words, Mask::ARRAY, true, other);
            }
            return self.need_array(words, mask, true, other);
        }
        let found = self.new_block(false);
        let array = self.b.append_block_param(found, types::I64);
        if mask.intersects(Mask::OBJECT) && !only_arrays {
            let (object, plain) = (self.new_block(false), self.new_block(false));
            let is_array = self.words_are(words, mask, Mask::ARRAY);
            self.b.ins().brif(is_array, plain, &[], object, &[]);
            self.switch_to(object, false);
            let elements = self.need_array(words, mask.without(Mask::ARRAY), true, other);
            self.b.ins().jump(found, &[BlockArg::Value(elements)]);
            self.switch_to(plain, false);
        } else if mask != Mask::ARRAY {
            let unlike = match place {
                Place::Base => *at.early.insert(self.new_block(true)),
                _ => other,
            };
            self.need_tag(words, mask, Mask::ARRAY, unlike);
        }
        let shared = words.int(&mut self.b);
        let count = self.b.ins().load(types::I32, memory(), shared, offset_of!(Header, count) as i32);
        let one = self.b.ins().icmp_imm_s(IntCC::Equal, count, 1);
        let copy = self.new_block(true);
        self.b.ins().brif(one, found, &[BlockArg::Value(shared)], copy, &[]);
        self.switch_to(copy, true);
        let own = self.call_primitive(Primitive::array_separate, &[Words::Pointer(shared, Some(Tag::ARRAY))]).int(&mut self.b);
        if let Place::Slot(address) = place {
            self.b.ins().store(memory(), own, address, PAYLOAD);
        }
        self.b.ins().jump(found, &[BlockArg::Value(own)]);
        self.switch_to(found, false);
        if let Place::Base = place {
            at.base = Words::Pointer(array, Some(Tag::ARRAY));
            at.changed = true;
        }
        array
    }

    /// Begins the slow path of a write: the base is what [`Lower::own_array`] may have made of it, until [`Lower::end_slow`].
    pub(super) fn begin_slow(&mut self, data: &InstData, at: &Container, other: ir::Block) -> Option<Words> {
        self.switch_to(other, true);
        if !at.changed {
            return None;
        }
        let base = data.args[0].index();
        let before = self.values[base];
        let changed = match at.early {
            None => at.base,
            Some(early) => {
                let join = Join { ty: self.ty(data.args[0]), ..self.join(self.ty(data.args[0])) };
                self.arrive(&join, at.base);
                self.switch_to(early, true);
                let words = self.words(data.args[0]);
                self.arrive(&join, words);
                self.meet(&join, true)
            }
        };
        self.values[base] = Some(changed);
        before
    }

    pub(super) fn end_slow(&mut self, data: &InstData, before: Option<Words>) {
        if before.is_some() {
            self.values[data.args[0].index()] = before;
        }
    }
}
