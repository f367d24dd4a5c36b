//! Array literals.

use super::body::{Body, Held};
use crate::pir::{Def, Operand, Temp};
use crate::ssa::*;
use phpc_abi::decl::Const;
use phpc_abi::primitives::Primitive;
use std::collections::HashSet;

impl Body<'_> {
    pub(super) fn array_new(&mut self, dst: Def, size: u32) {
        let size = self.int(i64::from(size));
        let array = self.prim(Primitive::array_new, &[size]);
        self.literal_keys.insert(dst.0, HashSet::new());
        self.define(dst, array);
    }

    /// An operation on the array under construction, which it takes and gives back. If it throws, the array is gone.
    fn build_array(&mut self, array: Temp, primitive: Primitive, rest: &[Value]) {
        let held = self.temp_held(array);
        let mut args = vec![self.ssa.read(held.var)];
        args.extend(rest);
        let live = self.live.clone();
        self.forget(held);
        let changed = self.prim(primitive, &args);
        self.ssa.write(held.var, changed);
        self.live = live;
    }

    pub(super) fn array_push(&mut self, array: Temp, key: Option<Operand>, value: Operand) {
        let value = self.own(value);
        match key {
            None => {
                let value = self.take(value);
                self.build_array(array, Primitive::array_push, &[value]);
            }
            Some(key) => {
                let primitive =
                    if self.is_new_key(array, &key) { Primitive::array_literal_add } else { Primitive::array_literal_set };
                let key = self.borrow(key);
                let value = self.take(value);
                self.build_array(array, primitive, &[key.value, value]);
                self.done(key);
            }
        }
    }

    /// Is it a string that no key of the literal so far can be equal to?
    fn is_new_key(&mut self, array: Temp, key: &Operand) -> bool {
        let Some(keys) = self.literal_keys.get_mut(&array) else { return false };
        let data = match key {
            Operand::Const(id) => &self.program.unit(self.unit).consts[id.index()],
            _ => &Const::Null,
        };
        match data {
            Const::Str(text) if !crate::pir::is_no_int_key(text) => false,
            Const::Str(text) => keys.insert(text),
            Const::Int(_) | Const::Bool(_) => false,
            // Strings by other means.
            _ => {
                self.literal_keys.remove(&array);
                false
            }
        }
    }

    pub(super) fn array_push_ref(&mut self, array: Temp, key: Option<Operand>, source: Temp) {
        let source: Held = self.temp_held(source);
        let key = match key {
            Some(key) => self.borrow(key),
            None => {
                let undef = self.undef();
                self.borrowed(undef)
            }
        };
        let source = self.take(source);
        self.literal_keys.remove(&array);
        self.build_array(array, Primitive::array_literal_reference, &[key.value, source]);
        self.done(key);
    }

    pub(super) fn array_spread(&mut self, array: Temp, value: Operand) {
        let value = self.borrow(value);
        self.literal_keys.remove(&array);
        self.build_array(array, Primitive::array_spread, &[value.value]);
        self.done(value);
    }
}

impl Body<'_> {
    pub(super) fn list_get(&mut self, dst: Def, source: Operand, key: Operand) {
        let source = self.peek(source);
        let key = self.borrow(key);
        let value = self.prim(Primitive::list_get, &[source.value, key.value]);
        let held = self.hold(value);
        self.done(key);
        self.done(source);
        let value = self.take(held);
        self.define(dst, value);
    }

    pub(super) fn list_ref(&mut self, dst: Def, source: Temp, key: Operand) {
        let cell = self.ssa.read(self.temps[source.index()]);
        let key = self.borrow(key);
        let func = self.func_ptr();
        let value = self.prim_typed(Primitive::list_ref, &[cell, key.value, func], Type::REFERENCE);
        let held = self.hold(value);
        self.done(key);
        let value = self.take(held);
        self.define(dst, value);
    }
}
