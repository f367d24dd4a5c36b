//! foreach. Over an array by value the loop holds the array and walks positions; over anything else it has an iterator of
//! the runtime. Which of the two a loop has is a type test that inference removes.

use super::body::{Body, Held, What};
use super::construct::Var;
use crate::pir::{self, Def, IterTarget, Operand, Place, Temp};
use crate::ssa::*;
use phpc_abi::primitives::Primitive;

/// The variables of one foreach.
#[derive(Clone, Copy)]
pub(super) struct Iterator {
    /// The array, or NULL.
    array: Var,
    /// Next position in it.
    position: Var,
    /// The runtime's iterator, or null.
    pointer: Var,
    by_reference: bool,
}

impl Iterator {
    pub(super) fn variables(self) -> [Var; 3] {
        [self.array, self.position, self.pointer]
    }
}

impl Body<'_> {
    fn iterator(&mut self, iter: Temp, by_reference: bool) -> Iterator {
        let variables = Iterator {
            array: self.ssa.var(Type::of(Mask::ARRAY.union(Mask::NULL))),
            position: self.ssa.var(Type::INT),
            pointer: self.ssa.var(Type::POINTER),
            by_reference,
        };
        self.iterators.insert(iter, variables);
        variables
    }
    fn iter_held(&self, iter: Temp) -> Held {
        Held { what: What::Iter, var: self.temps[iter.index()], temp: Some(iter) }
    }

    pub(super) fn iter_init(&mut self, iter: Temp, subject: Operand, empty: pir::Block, body: pir::Block) {
        let variables = self.iterator(iter, false);
        let subject = self.own(subject);
        let value = self.ssa.read(subject.var);
        let nested = self.is_element(value);
        let is_array = self.type_is(value, Mask::ARRAY);
        let (yes, no) = self.fork(is_array, false);
        let live = self.live.clone();

        self.enter(yes);
        let array = self.take(subject);
        let array = self.assume(array, Type::ARRAY);
        let length = self.emit(Op::array_length, &[array], Imm::None, Type::INT);
        let zero = self.int(0);
        let is_empty = self.emit(Op::int_compare, &[length, zero], Imm::Compare(Compare::Equal), Type::BOOL);
        let (none, some) = self.fork(is_empty, true);
        self.enter(none);
        self.release(array);
        self.jump_to(empty);
        self.enter(some);
        let start = self.int(0);
        let null = self.null_ptr();
        self.start(iter, variables, [array, start, null]);
        self.jump_to(body);

        self.live = live;
        self.enter(no);
        if nested {
            self.emit_void(Op::unlikely, &[], Imm::None);
        }
        let subject = self.take(subject);
        let func = self.func_ptr();
        let pointer = self.prim(Primitive::iter_new, &[subject, func]);
        self.start_with_pointer(iter, variables, pointer, empty, body);
    }

    /// An element of an array, which when iterated is most likely an array.
    fn is_element(&self, value: Value) -> bool {
        self.ssa.func.def(value).is_some_and(|def| match (def.op, &def.imm) {
            (Op::place_read, Imm::Place(shape)) => shape.steps.last() == Some(&StepKind::Dim),
            _ => false,
        })
    }

    fn start(&mut self, iter: Temp, variables: Iterator, [array, position, pointer]: [Value; 3]) {
        self.ssa.write(variables.array, array);
        self.ssa.write(variables.position, position);
        self.ssa.write(variables.pointer, pointer);
        // The temporary itself carries nothing.
        let null = self.null();
        self.ssa.write(self.temps[iter.index()], null);
        self.live.push(self.iter_held(iter));
    }

    /// A null iterator: nothing to iterate, already told.
    fn start_with_pointer(&mut self, iter: Temp, variables: Iterator, pointer: Value, empty: pir::Block, body: pir::Block) {
        let null = self.null_ptr();
        let none = self.emit(Op::same_word, &[pointer, null], Imm::None, Type::BOOL);
        let (yes, no) = self.fork(none, true);
        self.enter(yes);
        self.jump_to(empty);
        self.enter(no);
        let array = self.null();
        let start = self.int(0);
        self.start(iter, variables, [array, start, pointer]);
        self.jump_to(body);
    }

    pub(super) fn iter_init_ref(&mut self, iter: Temp, place: &Place, empty: pir::Block, body: pir::Block) {
        let variables = self.iterator(iter, true);
        let reference = self.reference_to(place);
        let held = self.hold(reference);
        let address = self.area(1);
        self.emit_void(Op::var_store, &[address, reference], Imm::Int(0));
        let func = self.func_ptr();
        let pointer = self.prim(Primitive::iter_new_reference, &[address, func]);
        let pointer_held = Held { what: What::Iter, ..self.iter_held(iter) };
        // The iterator holds its own count of the reference.
        self.ssa.write(variables.pointer, pointer);
        let null = self.null();
        self.ssa.write(variables.array, null);
        let zero = self.int(0);
        self.ssa.write(variables.position, zero);
        self.live.push(pointer_held);
        self.forget(held);
        let back = self.emit(Op::var_load, &[address], Imm::Int(0), Type::REFERENCE);
        self.release(back);
        self.forget(pointer_held);
        self.start_with_pointer(iter, variables, pointer, empty, body);
    }

    pub(super) fn iter_next(&mut self, iter: Temp, target: &IterTarget, key: Option<Def>, body: pir::Block, done: pir::Block) {
        let variables = self.iterators[&iter];
        if variables.by_reference || matches!(target, IterTarget::LocalRef(_) | IterTarget::TempRef(_)) {
            return self.next_by_pointer(variables, target, key, body, done);
        }
        let array = self.ssa.read(variables.array);
        let is_array = self.type_is(array, Mask::ARRAY);
        let (yes, no) = self.fork(is_array, false);
        let live = self.live.clone();
        self.enter(yes);
        let array = self.assume(array, Type::ARRAY);
        self.next_in_array(variables, array, target, key, body, done);
        self.live = live;
        self.enter(no);
        self.next_by_pointer(variables, target, key, body, done);
    }

    fn next_in_array(
        &mut self,
        variables: Iterator,
        array: Value,
        target: &IterTarget,
        key: Option<Def>,
        body: pir::Block,
        done: pir::Block,
    ) {
        let position = self.ssa.read(variables.position);
        let found = self.prim(Primitive::array_next, &[array, position]);
        let zero = self.int(0);
        let over = self.emit(Op::int_compare, &[found, zero], Imm::Compare(Compare::Less), Type::BOOL);
        let done = self.target(done);
        let more = self.ssa.block();
        self.branch(over, done, more);
        self.ssa.seal(more);
        self.enter(more);
        let one = self.int(1);
        let next = self.emit(Op::int_add, &[found, one], Imm::None, Type::INT);
        self.ssa.write(variables.position, next);
        let value = self.prim(Primitive::array_value_at, &[array, found]);
        let value = self.hold(value);
        let key_type = Type::of(Mask::INT.union(Mask::STRING));
        let key = key.map(|key| (key, self.prim_typed(Primitive::array_key_at, &[array, found], key_type)));
        self.deliver(target, value, key, body);
    }

    /// Stores the element, then defines the key, then goes to the body.
    fn deliver(&mut self, target: &IterTarget, value: Held, key: Option<(Def, Value)>, body: pir::Block) {
        let key = key.map(|(def, key)| (def, self.hold(key)));
        match target {
            IterTarget::Temp(def) | IterTarget::TempRef(def) => {
                let value = self.take(value);
                self.define(*def, value);
            }
            IterTarget::Local(local) => drop(self.assign_local(*local, value, false)),
            IterTarget::LocalRef(local) => {
                let reference = self.take(value);
                self.bind_local(*local, reference);
            }
        }
        if let Some((def, held)) = key {
            let key = self.take(held);
            self.define(def, key);
        }
        self.jump_to(body);
    }

    fn next_by_pointer(
        &mut self,
        variables: Iterator,
        target: &IterTarget,
        key: Option<Def>,
        body: pir::Block,
        done: pir::Block,
    ) {
        let by_reference = matches!(target, IterTarget::LocalRef(_) | IterTarget::TempRef(_));
        self.ssa.func.slots.push(2);
        let slot = Slot(self.ssa.func.slots.len() as u32 - 1);
        let value_address = self.emit(Op::stack_ptr, &[], Imm::Slot(slot, 0), Type::POINTER);
        let key_address = match key {
            Some(_) => self.emit(Op::stack_ptr, &[], Imm::Slot(slot, 1), Type::POINTER),
            None => self.null_ptr(),
        };
        let pointer = self.ssa.read(variables.pointer);
        let primitive = if by_reference { Primitive::iter_next_reference } else { Primitive::iter_next };
        let more = self.prim(primitive, &[pointer, value_address, key_address]);
        let done = self.target(done);
        let some = self.ssa.block();
        self.branch(more, some, done);
        self.ssa.seal(some);
        self.enter(some);
        let ty = if by_reference { Type::REFERENCE } else { Type::ANY };
        let value = self.emit(Op::var_load, &[value_address], Imm::Int(0), ty);
        let value = self.hold(value);
        let key = key.map(|key| (key, self.emit(Op::var_load, &[key_address], Imm::Int(0), Type::ANY)));
        self.deliver(target, value, key, body);
    }

    pub(super) fn iter_free(&mut self, iter: Temp) {
        let variables = self.iterators[&iter];
        let held = self.iter_held(iter);
        self.forget(held);
        let array = self.ssa.read(variables.array);
        let is_array = self.type_is(array, Mask::ARRAY);
        let (yes, no) = self.fork(is_array, false);
        let join = self.ssa.block();
        self.enter(yes);
        let array = self.assume(array, Type::ARRAY);
        self.release(array);
        self.jump(join);
        self.enter(no);
        let pointer = self.ssa.read(variables.pointer);
        self.prim_void(Primitive::iter_free, &[pointer]);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
    }

    /// The same in a landing pad.
    pub(super) fn iter_abandon(&mut self, iter: Temp) {
        let variables = self.iterators[&iter];
        let array = self.ssa.read(variables.array);
        let is_array = self.type_is(array, Mask::ARRAY);
        let (yes, no) = self.fork(is_array, false);
        let join = self.ssa.cold_block();
        self.enter(yes);
        let array = self.assume(array, Type::ARRAY);
        self.release_unwinding(array);
        self.jump(join);
        self.enter(no);
        let pointer = self.ssa.read(variables.pointer);
        self.emit_void(Op::prim_void, &[pointer], Imm::Primitive(Primitive::iter_free));
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
    }
}
