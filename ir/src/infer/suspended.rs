//! What a generator's variables are when it goes on: what they were where it was suspended.
//!
//! It is a guess, which [`speculate`](crate::passes::speculate) tests: code that supposes less may have suspended.

use crate::build::generator::{FIRST_VALUE, STATE_OFFSET};
use crate::build::signature;
use crate::program::Program;
use crate::ssa::*;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// The state before the first `yield`.
const START: i64 = 0;

/// A variable in the frame, in one state.
type Place = (i64, i64);

#[derive(Default)]
pub(super) struct Suspended {
    loads: HashMap<Value, Place>,
    saved: RefCell<HashMap<Place, Type>>,
}

impl Suspended {
    /// Of a resume function; other functions have no such variables.
    pub(super) fn of(program: &Program, func: &Func) -> Suspended {
        let mut found = Suspended::default();
        if func.reference.variant != Variant::Resume {
            return found;
        }
        let Some((cases, targets)) = dispatch(func) else { return found };
        for (&state, target) in cases.iter().zip(targets) {
            for &inst in &func.blocks[target.block.index()].insts {
                if let (Op::var_load, &Imm::Int(place)) = (func.inst(inst).op, &func.inst(inst).imm)
                    && place >= FIRST_VALUE
                {
                    found.loads.insert(func.inst(inst).results[0], (state, place));
                }
            }
        }
        let params = signature::signature(program, FuncRef { variant: Variant::Body, ..func.reference }).params;
        found.saved.get_mut().extend((FIRST_VALUE..).zip(params).map(|(place, ty)| ((START, place), ty)));
        found
    }

    /// What a load in a resume function brings; NONE as long as nothing is saved. None: as declared.
    pub(super) fn loaded(&self, load: Value) -> Option<Type> {
        let place = self.loads.get(&load)?;
        match self.saved.borrow().get(place) {
            Some(ty) => is_worth_a_test(ty).then_some(*ty),
            None if place.0 == START => None,
            None => Some(Type::NONE),
        }
    }

    /// Looks at an instruction that may set the state to suspend in. Is more saved there than was known?
    pub(super) fn note(&self, func: &Func, block: Block, at: usize, types: &[Type]) -> bool {
        let data = func.inst(func.blocks[block.index()].insts[at]);
        if self.loads.is_empty() || data.op != Op::word_store || data.imm != Imm::Int(STATE_OFFSET) {
            return false;
        }
        let Some(&Imm::Int(word)) = func.def(data.args[1]).map(|data| &data.imm) else { return false };
        let (state, mut seen, mut grew) = (word & 0xffff_ffff, HashSet::new(), false);
        for &inst in func.blocks[block.index()].insts[..at].iter().rev() {
            let data = func.inst(inst);
            if let (Op::var_store, &Imm::Int(place)) = (data.op, &data.imm)
                && place >= FIRST_VALUE
                && seen.insert(place)
            {
                let ty = types[data.args[1].index()];
                let mut saved = self.saved.borrow_mut();
                let known = saved.entry((state, place)).or_insert(Type::NONE);
                let joined = known.join(&ty);
                grew |= joined != *known;
                *known = joined;
            }
        }
        grew
    }
}

/// One kind of value, or such as have no count.
fn is_worth_a_test(ty: &Type) -> bool {
    !ty.may_be(Mask::REFERENCE) && (!ty.is_counted() || ty.tags().0.count_ones() == 1)
}

/// States and where they go on.
fn dispatch(func: &Func) -> Option<(&[i64], &[Target])> {
    func.blocks.iter().find_map(|block| {
        let data = func.inst(*block.insts.last()?);
        let Imm::Cases(cases) = &data.imm else { return None };
        let state = func.def(*data.args.first()?)?;
        let word = func.def(*state.args.first()?)?;
        let is_state = word.op == Op::word_load && word.imm == Imm::Int(STATE_OFFSET);
        (data.op == Op::switch && is_state).then_some((&cases[..], &data.targets[..]))
    })
}
