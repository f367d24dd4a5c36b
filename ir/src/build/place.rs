//! Places: a base, then steps; evaluated as one operation after all operands.

use super::body::{Body, Borrowed, Held};
use super::call::End;
use crate::pir::{Base, BinaryOp, Def, IncDec, Local, Operand, Place, ReadMode, Step, Temp};
use crate::ssa::*;
use phpc_abi::decl::Const;
use phpc_abi::primitives::Primitive;

/// Where a written place begins.
enum WriteBase {
    Local(Local),
    Address(Value),
    /// A value of its own, let go after the operation.
    Held(Held),
}

/// Modes of the primitive `static_property`.
const STATIC_READ: i64 = 0;
const STATIC_QUIET: i64 = 1;
const STATIC_WRITE: i64 = 2;

impl Body<'_> {
    /// The keys of a path that is written. A local that may be undefined is passed with its name: the walk tells of it when
    /// it comes to the key.
    fn late_keys(&mut self, place: &Place, steps: &[Step]) -> Vec<Key> {
        let mut keys = Vec::new();
        for step in steps {
            let key = match step {
                Step::Dim(Operand::Local(local)) if self.maybe_undefined(*local) => {
                    Key::Late(self.late_key(*local, place.base == Base::Local(*local)), *local)
                }
                step => Key::Read(self.step_keys(place, std::slice::from_ref(step)).pop().expect("a key for each step")),
            };
            keys.push(key);
        }
        keys
    }

    fn late_key(&mut self, local: Local, own: bool) -> Held {
        let raw = self.raw_local(local);
        let var = self.ssa.var(Type::of(Mask::ANY.union(Mask::UNDEF)));
        let undefined = self.type_is(raw, Mask::UNDEF);
        let (yes, no) = self.fork(undefined, true);
        let join = self.ssa.block();
        self.enter(yes);
        let name = self.local_name(local);
        let name = self.assume(name, Type::POINTER);
        let named = self.prim_typed(Primitive::undefined_key, &[name], Type::of(Mask::ANY.union(Mask::UNDEF)));
        self.ssa.write(var, named);
        self.jump(join);
        self.enter(no);
        let mut value = self.assume(raw, Type::of(Mask::SLOT.without(Mask::UNDEF)));
        if self.maybe_reference(local) {
            value = self.emit(Op::deref, &[value], Imm::None, Type::ANY);
        } else {
            value = self.assume(value, Type::ANY);
            if own {
                self.retain(value);
            }
        }
        self.ssa.write(var, value);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
        let held = Held { what: super::body::What::Value, var, temp: None };
        if own || self.maybe_reference(local) {
            self.live.push(held);
        }
        held
    }

    /// Where a value is undefined, the undefined keys before it are told of first.
    fn tell_keys(&mut self, keys: &[Key], value: Operand) {
        let Operand::Local(local) = value else { return };
        let late: Vec<(Held, Local)> = keys.iter().filter_map(Key::late).collect();
        if late.is_empty() || !self.maybe_undefined(local) {
            return;
        }
        let raw = self.raw_local(local);
        let undefined = self.type_is(raw, Mask::UNDEF);
        let (yes, no) = self.fork(undefined, true);
        let join = self.ssa.block();
        self.enter(yes);
        for (held, key) in late {
            let value = self.ssa.read(held.var);
            let known = self.defined(value, key, ReadMode::Warn);
            self.ssa.write(held.var, known);
        }
        self.jump(join);
        self.enter(no);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
    }

    fn key_value(&mut self, key: &Key) -> Borrowed {
        match *key {
            Key::Read(borrowed) => borrowed,
            Key::Late(held, _) if self.live.contains(&held) => self.borrowed_held(held),
            Key::Late(held, _) => {
                let value = self.ssa.read(held.var);
                self.borrowed(value)
            }
        }
    }

    /// The keys of some steps of a place.
    fn step_keys(&mut self, place: &Place, steps: &[Step]) -> Vec<Borrowed> {
        let mut keys = Vec::new();
        for step in steps {
            let key = match step {
                Step::Dim(operand) | Step::Property(operand) => self.borrow_apart(*operand, place),
                Step::Append => {
                    let undef = self.undef();
                    self.borrowed(undef)
                }
            };
            keys.push(key);
        }
        keys
    }

    /// An operand of an operation that changes `place`: with a count of its own if it is the base itself.
    fn borrow_apart(&mut self, operand: Operand, place: &Place) -> Borrowed {
        match (operand, &place.base) {
            (Operand::Local(local), Base::Local(base)) if local == *base => {
                let held = self.own(operand);
                self.borrowed_held(held)
            }
            _ => self.borrow(operand),
        }
    }

    fn name_of(&mut self, name: Operand) -> Borrowed {
        let name = self.borrow(name);
        if self.type_of(name.value).is(Mask::STRING) {
            return name;
        }
        let text = self.emit_guarded(Op::cast, &[name.value], Imm::Cast(crate::pir::CastKind::String), Type::STRING);
        let held = self.hold(text);
        self.done(name);
        self.borrowed_held(held)
    }

    /// The variable that a base by name stands for.
    fn base_address(&mut self, base: &Base, static_mode: i64) -> Value {
        match base {
            Base::StaticProperty { class, name } => {
                let class = self.class_pointer(class);
                let name = self.name_of(*name);
                let mode = self.int(static_mode);
                let func = self.func_ptr();
                let slot = self.prim(Primitive::static_property, &[class, name.value, mode, func]);
                self.done(name);
                slot
            }
            Base::Variable(name) => {
                let name = self.borrow(*name);
                let frame = self.symbol_frame();
                let create = self.bool(static_mode == STATIC_WRITE);
                let slot = self.prim(Primitive::symbol_slot, &[frame, name.value, create]);
                self.done(name);
                slot
            }
            Base::Global(Operand::Const(name)) if matches!(self.const_data(*name), Const::Str(_)) => {
                let Const::Str(name) = self.const_data(*name) else { unreachable!("just matched") };
                self.emit(Op::global_ptr, &[], self.text(&name), Type::POINTER)
            }
            Base::Global(name) => {
                let name = self.name_of(*name);
                let slot = self.prim(Primitive::global_slot, &[name.value]);
                self.done(name);
                slot
            }
            Base::Local(_) | Base::Value(_) => unreachable!("these bases have no name"),
        }
    }

    /// What a variable in memory holds, a copy; null addresses (absent, quietly) give NULL.
    fn load_address(&mut self, address: Value, may_be_null: bool) -> Held {
        let var = self.ssa.var(Type::ANY);
        let null_ptr = self.null_ptr();
        let absent = match may_be_null {
            true => self.emit(Op::same_word, &[address, null_ptr], Imm::None, Type::BOOL),
            false => self.bool(false),
        };
        let (yes, no) = self.fork(absent, true);
        let join = self.ssa.block();
        self.enter(yes);
        let null = self.null();
        self.ssa.write(var, null);
        self.jump(join);
        self.enter(no);
        let raw = self.emit(Op::var_load, &[address], Imm::Int(0), Type::SLOT);
        let undefined = self.type_is(raw, Mask::UNDEF);
        let (empty, full) = self.fork(undefined, true);
        self.enter(empty);
        let null = self.null();
        self.ssa.write(var, null);
        self.jump(join);
        self.enter(full);
        let copy = self.emit(Op::deref, &[raw], Imm::None, Type::ANY);
        self.ssa.write(var, copy);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
        let held = Held { what: super::body::What::Value, var, temp: None };
        self.live.push(held);
        held
    }

    fn read_base(&mut self, base: &Base, mode: ReadMode) -> Borrowed {
        match base {
            Base::Local(local) => self.borrow_local(*local, mode),
            Base::Value(operand) => self.borrow(*operand),
            Base::Variable(name) if mode == ReadMode::Warn => {
                let name = self.borrow(*name);
                let frame = self.symbol_frame();
                let create = self.bool(false);
                let slot = self.prim(Primitive::symbol_slot, &[frame, name.value, create]);
                let value = self.warned(slot, name.value, Primitive::undefined_variable);
                self.done(name);
                self.borrowed_held(value)
            }
            Base::Global(name) if mode == ReadMode::Warn => {
                let name = self.name_of(*name);
                let slot = self.prim(Primitive::global_slot, &[name.value]);
                let value = self.warned(slot, name.value, Primitive::undefined_global);
                self.done(name);
                self.borrowed_held(value)
            }
            _ => {
                let quiet = mode == ReadMode::Quiet;
                let address = self.base_address(base, if quiet { STATIC_QUIET } else { STATIC_READ });
                let held = self.load_address(address, true);
                self.borrowed_held(held)
            }
        }
    }

    /// A variable by name; "Undefined variable" if it is absent.
    fn warned(&mut self, address: Value, name: Value, tell: Primitive) -> Held {
        let null_ptr = self.null_ptr();
        let absent = self.emit(Op::same_word, &[address, null_ptr], Imm::None, Type::BOOL);
        let (yes, no) = self.fork(absent, true);
        let (warn, load, join) = (self.ssa.cold_block(), self.ssa.block(), self.ssa.block());
        self.enter(yes);
        self.jump(warn);
        self.enter(no);
        let raw = self.emit(Op::var_load, &[address], Imm::Int(0), Type::SLOT);
        let undefined = self.type_is(raw, Mask::UNDEF);
        self.branch(undefined, warn, load);
        self.ssa.seal(warn);
        self.ssa.seal(load);
        let var = self.ssa.var(Type::ANY);
        self.enter(warn);
        let text = self.emit_guarded(Op::cast, &[name], Imm::Cast(crate::pir::CastKind::String), Type::STRING);
        let text_held = self.hold(text);
        self.prim_void(tell, &[text]);
        self.drop_held(text_held);
        let null = self.null();
        self.ssa.write(var, null);
        self.jump(join);
        self.enter(load);
        let copy = self.emit(Op::deref, &[raw], Imm::None, Type::ANY);
        self.ssa.write(var, copy);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
        let held = Held { what: super::body::What::Value, var, temp: None };
        self.live.push(held);
        held
    }

    fn write_base(&mut self, base: &Base, mode: PlaceMode) -> WriteBase {
        let modified = matches!(mode, PlaceMode::Op(_) | PlaceMode::IncDec(_));
        match base {
            Base::Local(local) if modified && self.maybe_undefined(*local) => {
                self.define_local(*local);
                self.write_base(base, PlaceMode::Plain)
            }
            Base::Variable(name) if modified => {
                let name = self.name_of(*name);
                let frame = self.symbol_frame();
                let create = self.bool(true);
                let slot = self.prim(Primitive::symbol_slot, &[frame, name.value, create]);
                self.define_address(slot, Primitive::undefined_variable, name.value);
                self.done(name);
                WriteBase::Address(slot)
            }
            Base::Global(name) if modified => {
                let address = self.base_address(base, STATIC_WRITE);
                let name = self.name_of(*name);
                self.define_address(address, Primitive::undefined_global, name.value);
                self.done(name);
                WriteBase::Address(address)
            }
            Base::Local(local) if self.is_ssa(*local) => WriteBase::Local(*local),
            Base::Local(local) => WriteBase::Address(self.local_address(*local)),
            Base::Value(operand) => WriteBase::Held(self.own(*operand)),
            _ => WriteBase::Address(self.base_address(base, STATIC_WRITE)),
        }
    }

    /// A place operation that may change its base. The base is valid afterwards also if it throws. The result is owned.
    fn write(&mut self, op: Op, place: &Place, mode: PlaceMode, value: Option<PlaceValue>, ty: Option<Type>) -> Option<Value> {
        // An operand of the variable itself is looked at first.
        let mut borrowed = match value {
            Some(PlaceValue::Borrow(value)) if place.steps.is_empty() => Some(self.borrow_apart(value, place)),
            _ => None,
        };
        let base = self.write_base(&place.base, mode);
        // A property's name is looked at after the value, an element's key before.
        let before = match place.steps.last() {
            Some(Step::Property(_)) if value.is_some() => place.steps.len() - 1,
            _ => place.steps.len(),
        };
        let mut keys = self.late_keys(place, &place.steps[..before]);
        if let Some(PlaceValue::Own(value) | PlaceValue::Borrow(value)) = value {
            self.tell_keys(&keys, value);
        }
        let mut given = None;
        match value {
            Some(PlaceValue::Held(held)) => given = Some(held),
            Some(PlaceValue::Own(value)) => given = Some(self.own(value)),
            Some(PlaceValue::Borrow(value)) if borrowed.is_none() => borrowed = Some(self.borrow_apart(value, place)),
            Some(PlaceValue::Borrow(_)) | None => {}
        }
        keys.extend(self.late_keys(place, &place.steps[before..]));
        let keys: Vec<Borrowed> = keys.iter().map(|key| self.key_value(key)).collect();
        let func = self.func_ptr();
        let (base_value, local) = match base {
            WriteBase::Local(local) => (self.raw_local(local), Some(local)),
            WriteBase::Address(address) => (address, None),
            WriteBase::Held(held) => (self.take(held), None),
        };
        let mut args = vec![base_value, func];
        args.extend(keys.iter().map(|key| key.value));
        if let Some(held) = given {
            args.push(self.take(held));
        }
        args.extend(borrowed.as_ref().map(|borrowed| borrowed.value));
        let address = matches!(base, WriteBase::Address(_));
        let mut types = vec![if address { Type::UNDEF } else { Type::SLOT }];
        types.extend(ty);
        let inst = self.ssa.push(op, args, step_shape(&place.steps, mode), &types, self.pos);
        let changed = self.ssa.result(inst, 0);
        let mut base_held = None;
        match local {
            Some(local) => self.ssa.write(self.locals[local.index()], changed),
            None if !address => base_held = Some(self.hold(changed)),
            None => {}
        }
        self.guard(inst);
        let result = ty.map(|_| self.ssa.result(inst, 1));
        let result_held = result.map(|result| self.hold(result));
        if let Some(local) = local {
            self.set_raw_local(local, changed);
        }
        self.done_all(keys);
        if let Some(borrowed) = borrowed {
            self.done(borrowed);
        }
        if let Some(held) = base_held {
            self.drop_held(held);
        }
        result_held.map(|held| self.take(held))
    }

    // ---- operations

    pub(super) fn read(&mut self, dst: Def, mode: ReadMode, place: &Place) {
        let held = self.read_place(mode, place);
        let value = self.take(held);
        self.define(dst, value);
    }

    pub(super) fn read_place(&mut self, mode: ReadMode, place: &Place) -> Held {
        if place.steps.is_empty() {
            if let Base::Value(operand) = place.base {
                return self.own(operand);
            }
            let borrowed = self.read_base(&place.base, mode);
            self.retain(borrowed.value);
            let held = self.hold(borrowed.value);
            self.done(borrowed);
            return held;
        }
        let base = self.read_base(&place.base, mode);
        self.read_steps(base, mode, place, &place.steps)
    }

    /// Reads along the steps, an operation for each stretch that begins at a property: what lies between is a value of its own.
    fn read_steps(&mut self, mut base: Borrowed, mode: ReadMode, place: &Place, mut steps: &[Step]) -> Held {
        loop {
            let (stretch, rest) = steps.split_at(first_stretch(steps));
            let value = self.step_op(Op::place_read, base, PlaceMode::Read(mode), place, stretch, Type::ANY);
            if rest.is_empty() {
                return value;
            }
            base = self.borrowed_held(value);
            steps = rest;
        }
    }

    /// One operation along `steps`, whose base is let go.
    fn step_op(&mut self, op: Op, base: Borrowed, mode: PlaceMode, place: &Place, steps: &[Step], ty: Type) -> Held {
        let keys = self.step_keys(place, steps);
        let func = self.func_ptr();
        let mut args = vec![base.value, func];
        args.extend(keys.iter().map(|key| key.value));
        let value = self.emit_guarded(op, &args, step_shape(steps, mode), ty);
        let held = self.hold(value);
        self.done_all(keys);
        self.done(base);
        held
    }

    fn test_place(&mut self, op: Op, dst: Def, place: &Place) {
        let mut base = self.read_base(&place.base, ReadMode::Quiet);
        let mut steps = &place.steps[..];
        while first_stretch(steps) < steps.len() {
            let (stretch, rest) = steps.split_at(first_stretch(steps));
            let value = self.step_op(Op::place_read, base, PlaceMode::Read(ReadMode::Quiet), place, stretch, Type::ANY);
            base = self.borrowed_held(value);
            steps = rest;
        }
        let held = self.step_op(op, base, PlaceMode::Plain, place, steps, Type::BOOL);
        let value = self.take(held);
        self.define(dst, value);
    }

    pub(super) fn isset(&mut self, dst: Def, place: &Place) {
        if !place.steps.is_empty() {
            return self.test_place(Op::place_isset, dst, place);
        }
        let base = self.read_base(&place.base, ReadMode::Quiet);
        let set = self.type_is(base.value, Mask::ANY.without(Mask::NULL));
        self.define(dst, set);
        self.done(base);
    }

    pub(super) fn empty(&mut self, dst: Def, place: &Place) {
        if !place.steps.is_empty() {
            return self.test_place(Op::place_empty, dst, place);
        }
        let base = self.read_base(&place.base, ReadMode::Quiet);
        let truth = self.truth(base.value);
        let empty = self.not(truth);
        self.define(dst, empty);
        self.done(base);
    }

    pub(super) fn unset(&mut self, place: &Place) {
        if !place.steps.is_empty() {
            return self.unset_path(place);
        }
        if let Base::Local(local) = place.base {
            let old = self.raw_local(local);
            let undef = self.undef();
            self.set_raw_local(local, undef);
            return self.release(old);
        }
        let address = match &place.base {
            // Absent ones stay absent.
            Base::Variable(_) => self.base_address(&place.base, STATIC_QUIET),
            base => self.base_address(base, STATIC_WRITE),
        };
        let null_ptr = self.null_ptr();
        let absent = self.emit(Op::same_word, &[address, null_ptr], Imm::None, Type::BOOL);
        let (yes, no) = self.fork(absent, true);
        let join = self.ssa.block();
        self.enter(yes);
        self.jump(join);
        self.enter(no);
        let old = self.emit(Op::var_load, &[address], Imm::Int(0), Type::SLOT);
        let undef = self.undef();
        self.emit_void(Op::var_store, &[address, undef], Imm::Int(0));
        self.release(old);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
    }

    /// An undefined base is told of and left alone.
    fn unset_path(&mut self, place: &Place) {
        let local = match place.base {
            // One property is unset silently.
            Base::Local(local) if self.maybe_undefined(local) && !matches!(place.steps[..], [Step::Property(_)]) => local,
            _ => {
                self.write(Op::place_unset, place, PlaceMode::Plain, None, None);
                return;
            }
        };
        let raw = self.raw_local(local);
        let undefined = self.type_is(raw, Mask::UNDEF);
        let (yes, no) = self.fork(undefined, true);
        let join = self.ssa.block();
        let live = self.live.clone();
        self.enter(yes);
        let name = self.local_name(local);
        self.prim_void(Primitive::undefined_variable, &[name]);
        for step in &place.steps {
            if let Step::Dim(Operand::Temp(temp)) | Step::Property(Operand::Temp(temp)) = step {
                self.drop_temp(*temp);
            }
        }
        self.jump(join);
        self.live = live;
        self.enter(no);
        self.write(Op::place_unset, place, PlaceMode::Plain, None, None);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
    }

    pub(super) fn assign(&mut self, dst: Option<Def>, place: &Place, value: Operand) {
        if !place.steps.is_empty() {
            let stored = self.write(Op::place_assign, place, PlaceMode::Plain, Some(PlaceValue::Own(value)), Some(Type::ANY));
            return self.define_or_release(dst, stored.expect("assignments have a value"));
        }
        let value = self.own(value);
        let stored = self.assign_to_base(&place.base, value, dst.is_some());
        self.define_held(dst, stored);
    }

    fn assign_to_base(&mut self, base: &Base, value: Held, wanted: bool) -> Option<Held> {
        match base {
            Base::Local(local) => self.assign_local(*local, value, wanted),
            base => {
                let address = self.base_address(base, STATIC_WRITE);
                let of_class = matches!(base, Base::StaticProperty { .. });
                let primitive = if of_class { Primitive::assign_static } else { Primitive::assign_slot };
                self.assign_address(address, value, wanted, primitive)
            }
        }
    }

    fn define_held(&mut self, dst: Option<Def>, held: Option<Held>) {
        if let Some(held) = held {
            let value = self.take(held);
            self.define_or_release(dst, value);
        }
    }

    pub(super) fn assign_op(&mut self, dst: Option<Def>, op: BinaryOp, place: &Place, value: Operand) {
        if place.steps.is_empty()
            && let Base::Local(local) = place.base
            && self.is_ssa(local)
        {
            return self.assign_op_local(dst, op, local, value);
        }
        let given = Some(PlaceValue::Borrow(value));
        let stored = self.write(Op::place_assign_op, place, PlaceMode::Op(op), given, Some(Type::ANY));
        self.define_or_release(dst, stored.expect("assignments have a value"));
    }

    fn assign_op_local(&mut self, dst: Option<Def>, op: BinaryOp, local: Local, value: Operand) {
        if self.maybe_reference(local) || op == BinaryOp::Concat {
            let place = Place { base: Base::Local(local), steps: Vec::new() };
            let given = Some(PlaceValue::Borrow(value));
            let stored = self.write(Op::place_assign_op, &place, PlaceMode::Op(op), given, Some(Type::ANY));
            return self.define_or_release(dst, stored.expect("assignments have a value"));
        }
        let right = self.borrow(value);
        let left = self.borrow_local(local, ReadMode::Warn);
        let result = self.binary_value(op, left.value, right.value);
        let result = self.hold(result);
        self.done(right);
        self.done(left);
        let stored = self.assign_local(local, result, dst.is_some());
        self.define_held(dst, stored);
    }

    /// An undefined local becomes NULL, with the warning.
    fn define_local(&mut self, local: Local) {
        if !self.is_ssa(local) {
            let address = self.local_address(local);
            let name = self.local_name(local);
            return self.define_address(address, Primitive::undefined_variable, name);
        }
        if self.maybe_undefined(local) {
            let value = self.raw_local(local);
            let defined = self.defined(value, local, ReadMode::Warn);
            self.ssa.write(self.locals[local.index()], defined);
        }
    }

    /// The same for a variable in memory.
    fn define_address(&mut self, address: Value, tell: Primitive, name: Value) {
        let raw = self.emit(Op::var_load, &[address], Imm::Int(0), Type::SLOT);
        let undefined = self.type_is(raw, Mask::UNDEF);
        let (yes, no) = self.fork(undefined, true);
        let join = self.ssa.block();
        self.enter(yes);
        self.prim_void(tell, &[name]);
        // A handler may have defined it: PHP overwrites that.
        let now = self.emit(Op::var_load, &[address], Imm::Int(0), Type::SLOT);
        let null = self.null();
        self.emit_void(Op::var_store, &[address, null], Imm::Int(0));
        self.release(now);
        self.jump(join);
        self.enter(no);
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
    }

    pub(super) fn inc_dec(&mut self, dst: Option<Def>, kind: IncDec, place: &Place) {
        let Base::Local(local) = place.base else { return self.inc_dec_place(dst, kind, place) };
        if !place.steps.is_empty() || !self.is_ssa(local) || self.maybe_reference(local) {
            return self.inc_dec_place(dst, kind, place);
        }
        let old = self.borrow_local(local, ReadMode::Warn);
        let up = matches!(kind, IncDec::PreInc | IncDec::PostInc);
        let new = self.emit_guarded(Op::step, &[old.value], Imm::Bool(up), Type::ANY);
        let post = matches!(kind, IncDec::PostInc | IncDec::PostDec);
        let before = match dst {
            Some(_) if post => {
                self.retain(old.value);
                Some(self.hold(old.value))
            }
            _ => None,
        };
        let new = self.hold(new);
        let stored = self.assign_local(local, new, dst.is_some() && !post);
        self.define_held(dst, stored.or(before));
    }

    fn inc_dec_place(&mut self, dst: Option<Def>, kind: IncDec, place: &Place) {
        let stored = self.write(Op::place_inc_dec, place, PlaceMode::IncDec(kind), None, Some(Type::ANY));
        self.define_or_release(dst, stored.expect("increments have a value"));
    }

    /// A builtin on the end of the array at a place: what it takes out, or what is pushed.
    pub(super) fn write_end(&mut self, end: End, place: Place, pushed: Option<Held>) -> Value {
        let Place { base, mut steps } = place;
        steps.push(Step::Append);
        let place = Place { base, steps };
        let (op, mode) = match end {
            End::Push => (Op::place_assign, PlaceMode::Push),
            End::TakeLast => (Op::place_take, PlaceMode::TakeLast),
            End::TakeFirst => (Op::place_take, PlaceMode::TakeFirst),
        };
        let pushed = pushed.map(PlaceValue::Held);
        self.write(op, &place, mode, pushed, Some(Type::ANY)).expect("it has a value")
    }

    pub(super) fn make_ref(&mut self, dst: Def, place: &Place) {
        let reference = self.reference_to(place);
        self.define(dst, reference);
    }

    /// The place's reference, made if there is none; owned.
    pub(super) fn reference_to(&mut self, place: &Place) -> Value {
        if place.steps.is_empty() {
            match &place.base {
                Base::Local(local) if self.is_ssa(*local) => {}
                Base::Local(local) => {
                    let address = self.local_address(*local);
                    return self.prim_typed(Primitive::make_reference, &[address], Type::REFERENCE);
                }
                Base::Value(_) => {}
                // Its type decides about one without a value.
                Base::StaticProperty { .. } => {}
                base => {
                    let address = self.base_address(base, STATIC_WRITE);
                    return self.prim_typed(Primitive::make_reference, &[address], Type::REFERENCE);
                }
            }
        }
        let reference = self.write(Op::place_ref, place, PlaceMode::Plain, None, Some(Type::REFERENCE));
        reference.expect("references have a value")
    }

    pub(super) fn assign_ref(&mut self, dst: Option<Def>, place: &Place, source: Temp) {
        let source = self.temp_held(source);
        self.bind_place(dst, place, source);
    }

    fn bind_place(&mut self, dst: Option<Def>, place: &Place, source: Held) {
        if !place.steps.is_empty() || matches!(place.base, Base::StaticProperty { .. }) {
            let value = Some(PlaceValue::Held(source));
            let stored = self.write(Op::place_assign_ref, place, PlaceMode::Plain, value, Some(Type::ANY));
            return self.define_or_release(dst, stored.expect("assignments have a value"));
        }
        let reference = self.ssa.read(source.var);
        let copy = dst.map(|_| {
            let copy = self.emit(Op::deref, &[reference], Imm::None, Type::ANY);
            self.hold(copy)
        });
        match &place.base {
            Base::Local(local) if self.is_ssa(*local) => {
                let reference = self.take(source);
                self.bind_local(*local, reference);
            }
            base => {
                let address = match base {
                    Base::Local(local) => self.local_address(*local),
                    base => self.base_address(base, STATIC_WRITE),
                };
                let reference = self.take(source);
                let old = self.emit(Op::var_load, &[address], Imm::Int(0), Type::SLOT);
                self.emit_void(Op::var_store, &[address, reference], Imm::Int(0));
                self.release(old);
            }
        }
        self.define_held(dst, copy);
    }

    pub(super) fn assign_ref_call(&mut self, dst: Option<Def>, place: &Place, source: Temp) {
        let source = self.temp_held(source);
        let value = self.ssa.read(source.var);
        let is_reference = self.type_is(value, Mask::REFERENCE);
        let (yes, no) = self.fork(is_reference, false);
        let join = self.ssa.block();
        let live = self.live.clone();
        self.enter(yes);
        self.bind_place(dst, place, source);
        self.jump(join);
        self.live = live;
        self.enter(no);
        let text = self.string_value(b"Only variables should be assigned by reference");
        self.prim_void(Primitive::notice, &[text]);
        if place.steps.is_empty() {
            let stored = self.assign_to_base(&place.base, source, dst.is_some());
            self.define_held(dst, stored);
        } else {
            let value = Some(PlaceValue::Held(source));
            let stored = self.write(Op::place_assign, place, PlaceMode::Plain, value, Some(Type::ANY));
            self.define_or_release(dst, stored.expect("assignments have a value"));
        }
        self.jump(join);
        self.ssa.seal(join);
        self.enter(join);
    }
}

fn step_shape(steps: &[Step], mode: PlaceMode) -> Imm {
    let kind = |step: &Step| match step {
        Step::Dim(_) => StepKind::Dim,
        Step::Append => StepKind::Append,
        Step::Property(_) => StepKind::Property,
    };
    Imm::Place(Box::new(PlaceShape { steps: steps.iter().map(kind).collect(), mode }))
}

/// Length of the stretch before the next property.
fn first_stretch(steps: &[Step]) -> usize {
    let later = steps.iter().skip(1).position(|step| matches!(step, Step::Property(_)));
    later.map_or(steps.len(), |at| at + 1)
}

/// The value given to a written place: held already, or an operand to own or to borrow when its turn comes.
#[derive(Clone, Copy)]
enum PlaceValue {
    Held(Held),
    Own(Operand),
    Borrow(Operand),
}

/// A key of a written place.
enum Key {
    Read(Borrowed),
    /// A local that may be undefined: as it is, with its name, if so.
    Late(Held, Local),
}

impl Key {
    fn late(&self) -> Option<(Held, Local)> {
        match *self {
            Key::Late(held, local) => Some((held, local)),
            Key::Read(_) => None,
        }
    }
}
