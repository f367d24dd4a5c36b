//! Places: the base goes into a stack slot, the keys into an array; one primitive walks the path; the base is loaded again.

use super::*;
use phpc_ir::ssa::{PlaceMode, PlaceShape};

impl Lower<'_, '_> {
    pub(super) fn place(&mut self, data: &InstData) {
        let Imm::Place(shape) = &data.imm else { panic!("{:?} has a place", data.op) };
        let fast = match data.op {
            Op::place_read => self.read_property(data, shape) || self.read_element(data, shape),
            Op::place_isset => self.isset_element(data, shape),
            Op::place_assign => self.write_property(data, shape) || self.write_element(data, shape),
            Op::place_take => self.take_last(data, shape),
            Op::place_inc_dec => self.modify_variable(data, shape) || self.modify_property(data, shape) || self.modify_element(data, shape),
            Op::place_assign_op => {
                self.append_variable(data, shape)
                    || self.modify_variable(data, shape)
                    || self.modify_property(data, shape)
                    || self.modify_element(data, shape)
            }
            _ => false,
        };
        if !fast {
            self.whole_place(data, shape);
        }
    }

    pub(super) fn result_words(&self, data: &InstData, n: usize) -> Words {
        data.results.get(n).map_or(Words::Nothing(Tag::NULL), |&result| self.words(result))
    }

    /// The operation by its primitive.
    pub(super) fn whole_place(&mut self, data: &InstData, shape: &PlaceShape) {
        let func = Words::Pointer(self.int(data.args[1]), None);
        let keys = &data.args[2..2 + shape.steps.len()];
        let steps = Words::Pointer(self.store_area(keys), None);
        let value = data.args.get(2 + shape.steps.len()).map(|&value| self.words(value));
        let path = Words::Int(self.iconst(shape_word(shape)));
        let value = || value.expect("the place operation has a value");
        match data.op {
            Op::place_read | Op::place_isset | Op::place_empty => {
                let (base, _) = self.base_value(data.args[0]);
                let mode = Words::Int(self.iconst(mode_number(shape.mode)));
                let (primitive, args): (_, &[Words]) = match data.op {
                    Op::place_read => (Primitive::place_read, &[base, steps, path, mode, func]),
                    Op::place_isset => (Primitive::place_isset, &[base, steps, path, func]),
                    _ => (Primitive::place_empty, &[base, steps, path, func]),
                };
                self.primitive(data, primitive, args);
            }
            Op::place_unset => self.change(data, Primitive::place_unset, &|base| vec![base, steps, path, func]),
            Op::place_assign => {
                self.assign_place(data, shape);
                self.check_pending(data);
            }
            Op::place_assign_op | Op::place_inc_dec => {
                self.modify_place(data, shape);
                self.check_pending(data);
            }
            Op::place_take => {
                self.take_place(data, shape);
                self.check_pending(data);
            }
            Op::place_ref => self.change(data, Primitive::place_reference, &|base| vec![base, steps, path, func]),
            _ => {
                let value = value();
                self.change(data, Primitive::place_assign_reference, &|base| vec![base, steps, path, value, func]);
            }
        }
    }

    /// An assignment by its primitive; its results are defined, the pending word is yet to be tested.
    pub(super) fn assign_place(&mut self, data: &InstData, shape: &PlaceShape) {
        let func = Words::Pointer(self.int(data.args[1]), None);
        let keys = &data.args[2..2 + shape.steps.len()];
        let steps = Words::Pointer(self.store_area(keys), None);
        let value = self.words(data.args[2 + shape.steps.len()]);
        let path = Words::Int(self.iconst(shape_word(shape)));
        let primitive = if shape.mode == PlaceMode::Push { Primitive::place_push } else { Primitive::place_assign };
        self.change_base(data, primitive, &|base| vec![base, steps, path, value, func]);
    }

    /// An element taken out by the primitive; its results are defined, the pending word is yet to be tested.
    pub(super) fn take_place(&mut self, data: &InstData, shape: &PlaceShape) {
        let func = Words::Pointer(self.int(data.args[1]), None);
        let steps = Words::Pointer(self.store_area(&data.args[2..]), None);
        let path = Words::Int(self.iconst(shape_word(shape)));
        let mode = Words::Int(self.iconst(mode_number(shape.mode)));
        self.change_base(data, Primitive::place_take, &|base| vec![base, steps, path, mode, func]);
    }

    /// `op=`, `++` by its primitive; its results are defined, the pending word is yet to be tested.
    pub(super) fn modify_place(&mut self, data: &InstData, shape: &PlaceShape) {
        let func = Words::Pointer(self.int(data.args[1]), None);
        let keys = &data.args[2..2 + shape.steps.len()];
        let steps = Words::Pointer(self.store_area(keys), None);
        let path = Words::Int(self.iconst(shape_word(shape)));
        let mode = Words::Int(self.iconst(mode_number(shape.mode)));
        match data.args.get(2 + shape.steps.len()).map(|&value| self.words(value)) {
            Some(value) => {
                self.change_base(data, Primitive::place_assign_op, &|base| vec![base, steps, path, mode, value, func]);
            }
            None => self.change_base(data, Primitive::place_inc_dec, &|base| vec![base, steps, path, mode, func]),
        }
    }

    /// A base's value as it is now, and what it may be.
    pub(super) fn base_value(&mut self, base: Value) -> (Words, Mask) {
        if self.mask(base) != Mask::POINTER {
            return (self.words(base), self.mask(base));
        }
        let address = self.int(base);
        (self.load_words(&Type::SLOT, address, 0), Mask::SLOT)
    }

    fn change(&mut self, data: &InstData, primitive: Primitive, args: &dyn Fn(Words) -> Vec<Words>) {
        self.change_base(data, primitive, args);
        self.check_pending(data);
    }

    /// A base that changes: by its address, or through the base slot, from which it is taken again also if the primitive threw.
    fn change_base(&mut self, data: &InstData, primitive: Primitive, args: &dyn Fn(Words) -> Vec<Words>) {
        let base = data.args[0];
        if self.mask(base) == Mask::POINTER {
            let address = Words::Pointer(self.int(base), None);
            let result = self.call_primitive(primitive, &args(address));
            self.define(data, 0, Words::Nothing(Tag::UNDEF));
            return self.define(data, 1, result);
        }
        let slot = self.base_slot();
        let words = self.words(base);
        self.store_value(words, slot, 0);
        let address = self.stack_address(slot, 0);
        let result = self.call_primitive(primitive, &args(Words::Pointer(address, None)));
        if let Some(&changed) = data.results.first() {
            let ty = self.ty(changed);
            let words = self.load_words(&ty, address, 0);
            self.define(data, 0, words);
        }
        self.define(data, 1, result);
    }
}

/// Number of steps in the low 8 bits, then 2 bits a step.
pub(super) fn shape_word(shape: &PlaceShape) -> i64 {
    assert!(shape.steps.len() <= 28, "a path of {} steps in one operation", shape.steps.len());
    let steps = shape.steps.iter().enumerate();
    steps.fold(shape.steps.len() as i64, |word, (n, &step)| word | (step as i64) << (8 + 2 * n))
}

fn mode_number(mode: PlaceMode) -> i64 {
    match mode {
        PlaceMode::Plain | PlaceMode::Push | PlaceMode::TakeLast => 0,
        PlaceMode::TakeFirst => 1,
        PlaceMode::Read(mode) => mode as i64,
        PlaceMode::Op(op) => op as i64,
        PlaceMode::IncDec(kind) => kind as i64,
    }
}
