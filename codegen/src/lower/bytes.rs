//! Bytes of strings by offset: read as shared one-byte strings, written in place in strings of their own.

use super::elements::Meeting;
use super::paths::Container;
use super::*;
use phpc_abi::layout::{Header, STR_BYTES, StrHeader};
use std::mem::offset_of;

impl Lower<'_, '_> {
    /// The string of the byte at an index; outside: to the exit.
    pub(super) fn byte_exit(&mut self, data: &InstData) {
        let (text, index) = (self.int(data.args[0]), self.int(data.args[1]));
        let cold = self.cold;
        let edge = self.exit_block(data.exit.as_ref());
        let length = self.b.ins().load(types::I64, memory(), text, offset_of!(StrHeader, length) as i32);
        let inside = self.b.ins().icmp(IntCC::UnsignedLessThan, index, length);
        let on = self.new_block(false);
        self.b.ins().brif(inside, on, &[], edge, &[]);
        self.fill_exit(data.exit.as_ref(), edge);
        self.switch_to(on, cold);
        let address = self.b.ins().iadd(text, index);
        let byte = self.b.ins().uload8(types::I64, memory(), address, STR_BYTES as i32);
        let found = self.string_of_byte(byte);
        self.define(data, 0, found);
    }

    /// Goes on where the container is a string; the block for what is none.
    fn text_or_on(&mut self, at: &Container) -> ir::Block {
        let (others, maybe, text) = (self.new_block(false), self.new_block(false), self.new_block(false));
        let is_array = self.words_are(at.words, at.mask, Mask::ARRAY);
        self.b.ins().brif(is_array, others, &[], maybe, &[]);
        self.switch_to(maybe, false);
        let is_string = self.words_are(at.words, at.mask, Mask::STRING);
        self.b.ins().brif(is_string, text, &[], others, &[]);
        self.switch_to(text, false);
        others
    }

    /// Is an int an offset inside the string, from its end if negative? Ends at the join; goes on where the container is no string.
    pub(super) fn isset_byte_or_on(&mut self, at: &Container, key: Value, join: &Join, other: ir::Block) {
        let others = self.text_or_on(at);
        let (words, mask) = (self.words(key), self.mask(key));
        self.need_tag(words, mask, Mask::INT, other);
        let offset = words.int(&mut self.b);
        let text = at.words.int(&mut self.b);
        let length = self.b.ins().load(types::I64, memory(), text, offset_of!(StrHeader, length) as i32);
        let from_end = self.b.ins().iadd(offset, length);
        let negative = self.b.ins().icmp_imm_s(IntCC::SignedLessThan, offset, 0);
        let index = self.b.ins().select(negative, from_end, offset);
        let inside = self.b.ins().icmp(IntCC::UnsignedLessThan, index, length);
        self.arrive(join, Words::Bool(inside));
        self.switch_to(others, false);
    }

    /// The byte of a string at an int offset that is inside; goes on where the container is no string.
    pub(super) fn byte_or_on(&mut self, at: &Container, key: Words, key_mask: Mask, join: &Join, other: ir::Block) {
        let on = self.text_or_on(at);
        self.need_tag(key, key_mask, Mask::INT, other);
        let (string, index) = (at.words.int(&mut self.b), key.int(&mut self.b));
        let length = self.b.ins().load(types::I64, memory(), string, offset_of!(StrHeader, length) as i32);
        let inside = self.b.ins().icmp(IntCC::UnsignedLessThan, index, length);
        self.need(inside, other);
        let address = self.b.ins().iadd(string, index);
        let byte = self.b.ins().uload8(types::I64, memory(), address, STR_BYTES as i32);
        let found = self.string_of_byte(byte);
        self.arrive(join, found);
        self.switch_to(on, false);
    }

    /// Writes a byte of a string of its own at an int offset that is inside; goes on where the container is no string.
    pub(super) fn write_byte_or_on(
        &mut self, at: &Container, key: Value, (value, mask): (Words, Mask), unwanted: bool, meeting: &Meeting, other: ir::Block,
    ) {
        let on = self.text_or_on(at);
        let (index, key_mask) = (self.words(key), self.mask(key));
        self.need_tag(index, key_mask, Mask::INT, other);
        self.need_tag(value, mask, Mask::STRING, other);
        let [string, index, given] = [at.words, index, value].map(|words| words.int(&mut self.b));
        let count = self.b.ins().load(types::I32, memory(), string, offset_of!(Header, count) as i32);
        let unique = self.b.ins().icmp_imm_s(IntCC::Equal, count, 1);
        self.need(unique, other);
        let [length, bytes] = [string, given].map(|text| {
            self.b.ins().load(types::I64, memory(), text, offset_of!(StrHeader, length) as i32)
        });
        let inside = self.b.ins().icmp(IntCC::UnsignedLessThan, index, length);
        let one = self.b.ins().icmp_imm_s(IntCC::Equal, bytes, 1);
        let fits = self.b.ins().band(inside, one);
        self.need(fits, other);
        let byte = self.b.ins().load(types::I8, memory(), given, STR_BYTES as i32);
        let address = self.b.ins().iadd(string, index);
        self.b.ins().store(memory(), byte, address, STR_BYTES as i32);
        // What was known of the bytes no longer holds.
        let (zero, no) = (self.b.ins().iconst(types::I32, 0), self.b.ins().iconst(types::I8, 0));
        self.b.ins().store(memory(), zero, string, offset_of!(StrHeader, hash) as i32);
        self.b.ins().store(memory(), no, string, offset_of!(Header, flags) as i32);
        if !unwanted {
            self.retain(value, Mask::STRING);
        }
        self.come(meeting, [at.base, value], no);
        self.switch_to(on, false);
    }
}
