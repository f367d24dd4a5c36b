//! Type inference over the whole program: types of values in each function, of parameters over all direct calls, of results.
//!
//! Each function that is called directly is looked at twice: as the body that generic entries call (its parameters as
//! declared) and as a special version for what direct calls pass. In each, types are found twice: under the speculation
//! that [`speculate`](crate::passes::speculate) will guard, and as they hold in any case.

pub mod arrays;
mod builtins;
pub mod predict;
pub mod referents;
mod suspended;
pub mod classes;
pub mod transfer;

use crate::passes::defaults;
use crate::program::Program;
use crate::ssa::cfg::Cfg;
use crate::ssa::*;
use classes::Classes;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use phpc_abi::decl::{Passing, TypeMask};
use transfer::{Context, Mode};

/// Which version of a function is meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Version {
    /// The body for generic entries.
    Body,
    /// For direct calls from code whose speculation holds.
    Fast,
    /// For direct calls from code whose speculation failed (an int became a float): it does not speculate.
    Slow,
}

impl Version {
    fn of(variant: Variant) -> Version {
        match variant {
            Variant::Special(0) => Version::Fast,
            Variant::Special(_) => Version::Slow,
            _ => Version::Body,
        }
    }
    fn variant(self) -> Variant {
        match self {
            Version::Body => Variant::Body,
            Version::Fast => Variant::Special(0),
            Version::Slow => Variant::Special(1),
        }
    }
}

/// Where the direct calls of a function's version go: under speculation, and in any case.
#[derive(Clone, Copy)]
struct Callees {
    fast: Version,
    slow: Version,
}

impl Callees {
    /// `known_elsewhere`: what is passed directly comes to other versions, or to code that the function is inlined in.
    fn of(version: Version, known_elsewhere: bool) -> Callees {
        match version {
            Version::Body if known_elsewhere => Callees { fast: Version::Body, slow: Version::Body },
            Version::Slow => Callees { fast: Version::Slow, slow: Version::Slow },
            _ => Callees { fast: Version::Fast, slow: Version::Slow },
        }
    }
    fn in_mode(self, mode: Mode) -> Version {
        if mode == Mode::Speculative { self.fast } else { self.slow }
    }
}

/// What is known of each function while the fixpoint is sought.
pub struct Interfaces {
    /// Parameters of the special versions.
    params: HashMap<(FuncRef, Version), Vec<Type>>,
    results: HashMap<(FuncRef, Version), Type>,
}

impl Interfaces {
    fn result(&self, func: FuncRef, version: Version) -> Type {
        self.results.get(&(func, version)).copied().unwrap_or(Type::NONE)
    }
}

/// The outcome for one function.
pub struct Analysis {
    /// By value; NONE where nothing comes.
    pub types: Vec<Type>,
    pub reached: Vec<bool>,
    pub result: Type,
}

/// The types of one function's values.
pub fn analyse(
    program: &Program,
    classes: &Classes,
    func: &Func,
    cfg: &Cfg,
    params: &[Type],
    mode: Mode,
    call: &mut dyn FnMut(&InstData, &[Type]) -> Option<Type>,
) -> Analysis {
    let mut found = Analysis {
        types: vec![Type::NONE; func.values.len()],
        reached: vec![false; func.blocks.len()],
        result: Type::NONE,
    };
    let entry = &func.blocks[0].params;
    for (at, &param) in entry.iter().enumerate() {
        let declared = func.values[param.index()].ty;
        let hidden = func.signature.hidden.len();
        found.types[param.index()] = match at.checked_sub(hidden) {
            Some(index) => transfer::meet(&declared, &params[index]),
            None if func.signature.hidden[at] == Hidden::This && declared.is(Mask::OBJECT) => {
                classes.of_this(program, func.reference).map_or(declared, |class| Type::with_class(class, false))
            }
            None => declared,
        };
    }
    found.reached[0] = true;
    let may_guard = func.insts.len() < crate::passes::speculate::LARGEST;
    let cx = Context::new(program, classes, func, mode, may_guard);
    // In reverse postorder, definitions come before uses: only what flows back asks for another round.
    loop {
        let mut back = false;
        for &block in &cfg.order {
            if found.reached[block.index()] {
                back |= analyse_block(&cx, cfg, block, &mut found, call);
            }
        }
        if !back {
            return found;
        }
    }
}

/// Did something change in a block that was looked at already?
fn analyse_block(
    cx: &Context,
    cfg: &Cfg,
    block: Block,
    found: &mut Analysis,
    call: &mut dyn FnMut(&InstData, &[Type]) -> Option<Type>,
) -> bool {
    let mut back = false;
    let mut flow = |target: &Target, found: &mut Analysis| {
        back |= flow(cx.func, target, found) && cfg.number[target.block.index()] <= cfg.number[block.index()];
    };
    let mut args: Vec<Type> = Vec::new();
    let mut saves = false;
    for (at, &inst) in cx.func.blocks[block.index()].insts.iter().enumerate() {
        let data = cx.func.inst(inst);
        if data.op == Op::unlikely && cx.speculates() {
            break;
        }
        args.clear();
        args.extend(data.args.iter().map(|arg| found.types[arg.index()]));
        let stuck = args.iter().any(|ty| ty.tags() == Mask::NONE);
        let results = match data.op {
            Op::call | Op::call_checked if !stuck => {
                if cx.speculates() && args.iter().any(|ty| ty.may_be(Mask::REFERENCE)) {
                    referents::note_passed(cx, data, &args);
                }
                let declared = cx.func.values[data.results[0].index()].ty;
                vec![call(data, &args).map_or(declared, |ty| transfer::meet(&ty, &declared))]
            }
            _ => transfer::results(cx, data, &args),
        };
        saves |= cx.suspended.note(cx.func, block, at, &found.types);
        let ends = results.iter().any(|ty| ty.tags() == Mask::NONE);
        for (&result, ty) in data.results.iter().zip(results) {
            grow(&mut found.types[result.index()], &ty);
        }
        if stuck {
            break;
        }
        if let Some(exit) = &data.exit
            && transfer::may_throw(cx.program, data, &args)
        {
            flow(exit, found);
        }
        if ends {
            break;
        }
        match data.op {
            Op::ret => _ = grow(&mut found.result, &args[0]),
            Op::branch => {
                let (yes, no) = branch_ways(&args[0]);
                if yes {
                    flow(&data.targets[0], found);
                }
                if no {
                    flow(&data.targets[1], found);
                }
            }
            _ => {
                for target in &data.targets {
                    flow(target, found);
                }
            }
        }
    }
    back || saves
}

/// Can a branch on a value of this type be taken, and not taken?
pub fn branch_ways(condition: &Type) -> (bool, bool) {
    match condition.tags() {
        Mask::TRUE => (true, false),
        Mask::FALSE => (false, true),
        _ => (true, true),
    }
}

fn grow(slot: &mut Type, ty: &Type) -> bool {
    let joined = slot.join(ty);
    let changed = joined != *slot;
    *slot = joined;
    changed
}

fn flow(func: &Func, target: &Target, found: &mut Analysis) -> bool {
    let mut changed = !std::mem::replace(&mut found.reached[target.block.index()], true);
    for (&param, &arg) in func.blocks[target.block.index()].params.iter().zip(&target.args) {
        let declared = func.values[param.index()].ty;
        let ty = found.types[arg.index()];
        let met = transfer::meet(&ty, &declared);
        // A variable that is not set yet is undef, whatever it will be.
        let ty = if ty.tags() != Mask::NONE && met.tags() == Mask::NONE { declared } else { met };
        changed |= grow(&mut found.types[param.index()], &ty);
    }
    changed
}

/// Finds types within each function; what others return is as declared.
pub fn run_local(program: &Program, classes: &Classes, func: &mut Func) {
    let cfg = Cfg::new(func);
    let params = func.signature.params.clone();
    let found = analyse(program, classes, func, &cfg, &params, Mode::Certain, &mut |_, _| None);
    settle_types(program, func, &found);
}

/// Finds types everywhere; makes special versions; writes types and signatures.
pub fn run(program: &Program, classes: &Classes, funcs: &mut Vec<Func>) {
    let mut interfaces = Interfaces { params: HashMap::new(), results: HashMap::new() };
    settle(program, classes, funcs, &mut interfaces);
    make_specials(program, classes, funcs, &interfaces);
}

/// The fixpoint over all functions.
fn settle(program: &Program, classes: &Classes, funcs: &[Func], interfaces: &mut Interfaces) {
    let cfgs: Vec<Cfg> = funcs.iter().map(Cfg::new).collect();
    let index: HashMap<FuncRef, usize> = funcs.iter().enumerate().map(|(n, func)| (func.reference, n)).collect();
    let callers = callers(funcs);
    let direct = direct_callees(program, &callers);
    let inlined = inlined(funcs);
    classes.note_constructed(predict::constructed(program, classes, funcs));
    classes.learn(true);
    let mut work: BTreeSet<(usize, Version)> = (0..funcs.len()).map(|n| (n, Version::Body)).collect();
    while let Some((n, version)) = work.pop_first() {
        let func = &funcs[n];
        let params = match version {
            Version::Body => func.signature.params.clone(),
            special => interfaces.params[&(func.reference, special)].clone(),
        };
        let known_elsewhere = direct.contains(&func.reference) || inlined.contains(&func.reference);
        let callees = Callees::of(version, known_elsewhere);
        let mut result = Type::NONE;
        classes.looks_at(n, version == Version::Body && known_elsewhere);
        for mode in modes(version) {
            let mut passed: Vec<(FuncRef, Version, Vec<Type>)> = Vec::new();
            let analysis = {
                let interfaces = &*interfaces;
                let to = callees.in_mode(*mode);
                analyse(program, classes, func, &cfgs[n], &params, *mode, &mut |inst, args| {
                    called(program, classes, interfaces, inst, args, to, &mut passed)
                })
            };
            result = result.join(&analysis.result);
            for (callee, version, args) in passed {
                if grow_params(interfaces, (callee, version), &args) {
                    work.insert((index[&callee], version));
                }
            }
        }
        let declared = func.signature.result;
        let result = if result.tags() == Mask::NONE { result } else { transfer::meet(&result, &declared) };
        let slot = interfaces.results.entry((func.reference, version)).or_insert(Type::NONE);
        let grew = grow(slot, &result);
        let mut again = classes.outdated();
        if grew {
            again.extend(callers.get(&func.reference).into_iter().flatten());
        }
        if work.is_empty() && again.is_empty() {
            classes.give_up_waiting();
            again = classes.outdated();
        }
        for other in again {
            work.insert((other, Version::Body));
            for version in [Version::Fast, Version::Slow] {
                if interfaces.params.contains_key(&(funcs[other].reference, version)) {
                    work.insert((other, version));
                }
            }
        }
    }
    classes.learn(false);
}

/// The ways in which a version is analysed: the slow one does not speculate.
fn modes(version: Version) -> &'static [Mode] {
    match version {
        Version::Slow => &[Mode::Certain],
        _ => &[Mode::Speculative, Mode::Certain],
    }
}

/// Functions whose code stands in others too.
fn inlined(funcs: &[Func]) -> BTreeSet<FuncRef> {
    let positions = funcs.iter().flat_map(|func| &func.positions);
    positions.filter(|position| position.inlined_at.is_some()).map(|position| position.function).collect()
}

fn callers(funcs: &[Func]) -> BTreeMap<FuncRef, BTreeSet<usize>> {
    let mut found: BTreeMap<FuncRef, BTreeSet<usize>> = BTreeMap::new();
    for (n, func) in funcs.iter().enumerate() {
        for inst in func.blocks.iter().flat_map(|block| &block.insts) {
            let data = func.inst(*inst);
            if let (Op::call | Op::call_checked, Imm::Func(callee)) = (data.op, &data.imm) {
                found.entry(*callee).or_default().insert(n);
            }
        }
    }
    found
}

/// Functions that have a special version for direct calls. Their bodies are for calls by name and value, so what these pass
/// on goes to bodies too.
fn direct_callees(program: &Program, callers: &BTreeMap<FuncRef, BTreeSet<usize>>) -> BTreeSet<FuncRef> {
    callers.keys().copied().filter(|callee| wants_special(program, *callee)).collect()
}

/// The result of a direct call to a version of the callee, for which the arguments count.
fn called(
    program: &Program,
    classes: &Classes,
    interfaces: &Interfaces,
    inst: &InstData,
    args: &[Type],
    to: Version,
    passed: &mut Vec<(FuncRef, Version, Vec<Type>)>,
) -> Option<Type> {
    let Imm::Func(callee) = inst.imm else { return None };
    let Some(given) = direct_args(program, classes, inst, args) else {
        return Some(interfaces.result(callee, Version::Body));
    };
    let to = if wants_special(program, callee) { to } else { Version::Body };
    if to != Version::Body {
        passed.push((callee, to, given));
    }
    Some(interfaces.result(callee, to))
}

/// Functions whose result is not found by looking at returns have no special version.
pub fn wants_special(program: &Program, callee: FuncRef) -> bool {
    let decl = program.decl(callee);
    !decl.generator && !decl.params.is_empty()
}

fn grow_params(interfaces: &mut Interfaces, callee: (FuncRef, Version), args: &[Type]) -> bool {
    match interfaces.params.get_mut(&callee) {
        None => {
            interfaces.params.insert(callee, args.to_vec());
            true
        }
        Some(known) => {
            let mut changed = false;
            for (slot, ty) in known.iter_mut().zip(args) {
                changed |= grow(slot, ty);
            }
            changed
        }
    }
}

/// The parameters' types if the call can go to the typed body directly: what is passed fits what is declared, what is left out
/// has a plain default. Ints become floats where floats are declared.
pub fn direct_args(program: &Program, classes: &Classes, inst: &InstData, args: &[Type]) -> Option<Vec<Type>> {
    let Imm::Func(callee) = inst.imm else { return None };
    let signature = crate::build::signature::signature(program, callee);
    let given = match inst.op {
        Op::call => &args[signature.hidden.len()..],
        _ if signature.hidden.iter().all(|hidden| matches!(hidden, Hidden::This | Hidden::StaticClass))
            && args.len() - 2 <= signature.params.len() =>
        {
            &args[2..]
        }
        _ => return None,
    };
    let decl = program.decl(callee);
    if inst.op == Op::call_checked && (decl.uses_arguments || decl.params.iter().any(|param| param.variadic)) {
        return None;
    }
    // What lies in a reference is the callee's to convert.
    if inst.op == Op::call_checked && decl.params.iter().any(|param| param.passing != Passing::Value && param.ty.is_some()) {
        return None;
    }
    let mut passed = Vec::new();
    for ((ty, param), declared) in given.iter().zip(&signature.params).zip(&decl.params) {
        if declared.ty.as_ref().is_some_and(|ty| ty.mask.contains(TypeMask::CALLABLE)) && !ty.tags().is_within(Mask::NULL) {
            return None;
        }
        passed.push(passed_type(classes, ty, param)?);
    }
    if passed.len() < decl.params.len() && decl.generator {
        return None;
    }
    for (param, ty) in decl.params.iter().zip(&signature.params).skip(passed.len()) {
        passed.push(defaults::plain(param, ty)?.2);
    }
    Some(passed)
}

/// What a parameter gets if an argument of type `ty` can be passed as it is.
pub fn passed_type(classes: &Classes, ty: &Type, param: &Type) -> Option<Type> {
    if *param == Type::FLOAT && ty.is(Mask::NUMBER) {
        return Some(Type::FLOAT);
    }
    if !ty.tags().is_within(param.tags()) {
        return None;
    }
    if ty.may_be(Mask::OBJECT)
        && param.tags().without(Mask::OBJECT) != Mask::ANY.without(Mask::OBJECT)
        && !object_fits(classes, ty, param)
    {
        return None;
    }
    Some(*ty)
}

fn object_fits(classes: &Classes, ty: &Type, param: &Type) -> bool {
    match (ty.class[0], param.class[0]) {
        (Some(class), Some(wanted)) => classes.is_subclass(class, wanted),
        _ => false,
    }
}

/// Adds the special versions that are better than others, sends direct calls to them, and writes down all types.
fn make_specials(program: &Program, classes: &Classes, funcs: &mut Vec<Func>, interfaces: &Interfaces) {
    let (direct, inlined) = (direct_callees(program, &callers(funcs)), inlined(funcs));
    let mut made: HashMap<(FuncRef, Version), Version> = HashMap::new();
    let mut specials: Vec<Func> = Vec::new();
    for func in funcs.iter() {
        for version in [Version::Fast, Version::Slow] {
            let Some(params) = interfaces.params.get(&(func.reference, version)) else { continue };
            let fast = interfaces.params.get(&(func.reference, Version::Fast));
            let result = |version| interfaces.result(func.reference, version);
            let same = match version {
                _ if *params == func.signature.params && result(version) == result(Version::Body) => Some(Version::Body),
                Version::Slow if fast == Some(params) && result(version) == result(Version::Fast) => Some(Version::Fast),
                _ => None,
            };
            made.insert((func.reference, version), same.unwrap_or(version));
            if same.is_none() {
                let mut special = func.clone();
                special.reference.variant = version.variant();
                special.signature.params.clone_from(params);
                specials.push(special);
            }
        }
    }
    funcs.extend(specials);
    for func in funcs.iter_mut() {
        let body = FuncRef { variant: Variant::Body, ..func.reference };
        let version = match Version::of(func.reference.variant) {
            // The body serves as the fast version too.
            Version::Body if made.get(&(body, Version::Fast)) == Some(&Version::Body) => Version::Fast,
            version => version,
        };
        set_interface(func, interfaces, version);
        let cfg = Cfg::new(func);
        let params = func.signature.params.clone();
        let callees = Callees::of(version, direct.contains(&body) || inlined.contains(&body));
        let mode = modes(version)[0];
        let found = analyse(program, classes, func, &cfg, &params, mode, &mut |inst, args| {
            called(program, classes, interfaces, inst, args, callees.in_mode(mode), &mut Vec::new())
        });
        let fast = match mode {
            Mode::Speculative => crate::passes::speculate::run(program, classes, func, &found),
            Mode::Certain => func.blocks.len(),
        };
        retarget(program, classes, func, &found, 0..fast, &|callee| {
            made.get(&(callee, callees.in_mode(mode))).copied().unwrap_or(Version::Body)
        });
        let slow = fast..func.blocks.len();
        if !slow.is_empty() {
            let cfg = Cfg::new(func);
            let found = analyse(program, classes, func, &cfg, &params, Mode::Certain, &mut |inst, args| {
                result_of_call(program, classes, interfaces, inst, args, callees.slow)
            });
            retarget(program, classes, func, &found, slow, &|callee| {
                made.get(&(callee, callees.slow)).copied().unwrap_or(Version::Body)
            });
        }
        write_types(program, classes, func, interfaces);
    }
    remove_uncalled(funcs);
}

/// Special versions that nothing calls.
fn remove_uncalled(funcs: &mut Vec<Func>) {
    let index: HashMap<FuncRef, usize> = funcs.iter().enumerate().map(|(n, func)| (func.reference, n)).collect();
    let mut called: Vec<bool> = funcs.iter().map(|func| !matches!(func.reference.variant, Variant::Special(_))).collect();
    let mut work: Vec<usize> = (0..funcs.len()).filter(|n| called[*n]).collect();
    while let Some(n) = work.pop() {
        for inst in funcs[n].blocks.iter().flat_map(|block| &block.insts) {
            if let (Op::call, Imm::Func(callee)) = (funcs[n].inst(*inst).op, &funcs[n].inst(*inst).imm)
                && !std::mem::replace(&mut called[index[callee]], true)
            {
                work.push(index[callee]);
            }
        }
    }
    let mut keep = called.into_iter();
    funcs.retain(|_| keep.next().unwrap_or(true));
}

/// Results once the calls of the fast part name their versions; others are to go to `to`.
fn result_of_call(
    program: &Program,
    classes: &Classes,
    interfaces: &Interfaces,
    inst: &InstData,
    args: &[Type],
    to: Version,
) -> Option<Type> {
    let Imm::Func(callee) = inst.imm else { return None };
    let body = FuncRef { variant: Variant::Body, ..callee };
    match callee.variant {
        Variant::Body => called(program, classes, interfaces, inst, args, to, &mut Vec::new()),
        variant => Some(interfaces.result(body, Version::of(variant))),
    }
}

fn set_interface(func: &mut Func, interfaces: &Interfaces, version: Version) {
    let body = FuncRef { variant: Variant::Body, ..func.reference };
    let hidden = func.signature.hidden.len();
    for (n, ty) in func.signature.params.clone().into_iter().enumerate() {
        let param = func.blocks[0].params[hidden + n];
        func.values[param.index()].ty = ty;
    }
    let result = interfaces.result(body, version);
    if func.reference.variant != Variant::Resume && result.tags() != Mask::NONE {
        func.signature.result = result;
    }
}

/// Direct calls in the fast part of a function go to special versions; calls whose arguments fit lose their check.
fn retarget(
    program: &Program,
    classes: &Classes,
    func: &mut Func,
    found: &Analysis,
    blocks: std::ops::Range<usize>,
    version: &dyn Fn(FuncRef) -> Version,
) {
    for block in blocks {
        for inst in func.blocks[block].insts.clone() {
            let data = func.inst(inst);
            let Imm::Func(callee) = data.imm else { continue };
            if !matches!(data.op, Op::call | Op::call_checked) || !found.reached[block] {
                continue;
            }
            let types: Vec<Type> = data
                .args
                .iter()
                .map(|arg| found.types.get(arg.index()).copied().unwrap_or(func.values[arg.index()].ty))
                .collect();
            if types.iter().any(|ty| ty.tags() == Mask::NONE) {
                continue;
            }
            let Some(params) = direct_args(program, classes, data, &types) else { continue };
            let skip = if data.op == Op::call_checked { 2 } else { data.args.len() - params.len() };
            let (pos, given) = (data.pos, data.args.len() - skip);
            let hidden = crate::build::signature::signature(program, callee).hidden.len();
            let mut args = data.args[..hidden].to_vec();
            for ((arg, ty), param) in data.args.clone().into_iter().zip(&types).skip(skip).zip(&params) {
                let converts = *param == Type::FLOAT && !ty.is(Mask::FLOAT);
                args.push(match converts {
                    true => {
                        let imm = Imm::Cast(crate::pir::CastKind::Float);
                        func.insert_before(Block(block as u32), inst, Op::cast, vec![arg], imm, Type::FLOAT, pos)
                    }
                    false => arg,
                });
            }
            if callee.variant != Variant::Body {
                continue;
            }
            defaults::supply(program, func, (Block(block as u32), inst), given, &mut args);
            let variant = version(callee).variant();
            let data = &mut func.insts[inst.index()];
            data.op = Op::call;
            data.args = args;
            data.imm = Imm::Func(FuncRef { variant, ..callee });
        }
    }
}

/// Narrows the types of all values to what is found without speculation.
pub fn write_types(program: &Program, classes: &Classes, func: &mut Func, interfaces: &Interfaces) {
    let cfg = Cfg::new(func);
    let params = func.signature.params.clone();
    let found = analyse(program, classes, func, &cfg, &params, Mode::Certain, &mut |inst, _| {
        let Imm::Func(callee) = inst.imm else { return None };
        let body = FuncRef { variant: Variant::Body, ..callee };
        Some(interfaces.result(body, Version::of(callee.variant)))
    });
    settle_types(program, func, &found);
}

/// Writes down what was found, and takes away the edges along which nothing came.
fn settle_types(program: &Program, func: &mut Func, found: &Analysis) {
    for (value, ty) in func.values.iter_mut().zip(&found.types) {
        if ty.tags() != Mask::NONE {
            value.ty = *ty;
        }
    }
    cut_dead_ends(func, found);
    for block in 0..func.blocks.len() {
        for inst in func.blocks[block].insts.clone() {
            cut_edges(program, func, inst);
        }
    }
    crate::passes::cleanup::remove_unreachable(func);
}

fn cut_edges(program: &Program, func: &mut Func, inst: Inst) {
    let data = func.inst(inst);
    let types: Vec<Type> = data.args.iter().map(|arg| func.values[arg.index()].ty).collect();
    let throws = data.exit.is_none() || transfer::may_throw(program, data, &types);
    let data = &mut func.insts[inst.index()];
    if !throws {
        data.exit = None;
    }
    if data.op != Op::branch {
        return;
    }
    let target = match branch_ways(&types[0]) {
        (true, true) => return,
        (true, false) => 0,
        _ => 1,
    };
    let target = data.targets.swap_remove(target);
    *data = InstData { op: Op::jump, args: vec![], targets: vec![target], ..data.clone() };
}

/// Control never comes past an instruction that has no result, nor into blocks that were not reached.
fn cut_dead_ends(func: &mut Func, found: &Analysis) {
    for block in 0..func.blocks.len() {
        let insts = func.blocks[block].insts.clone();
        let end = insts.iter().position(|&inst| {
            let data = func.inst(inst);
            !data.op.is_terminator()
                && data.results.iter().any(|result| found.types[result.index()].tags() == Mask::NONE)
        });
        if insts.is_empty() {
            continue;
        }
        let keep = match end {
            _ if !found.reached[block] => 0,
            Some(end) => end + 1,
            None => continue,
        };
        let pos = func.inst(insts[0]).pos;
        let stop = func.new_inst(Op::unreachable, vec![], Imm::None, pos);
        let data = &mut func.blocks[block];
        data.insts.truncate(keep);
        data.insts.push(stop);
    }
}
