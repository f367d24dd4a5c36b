//! The table of planted faults: each rewrites PIR to what a lowering with that fault would have made.

use phpc_ir::pir::{
    Base, Block, Callee, ClassRef, Def, Function, Inst, Op, Operand, Peek, Place, ReadMode, Temp, Unit, print,
};

pub(crate) struct Mutation {
    pub(crate) name: &'static str,
    /// The rule that it breaks: programs that name it are tried.
    pub(crate) rule: &'static str,
    /// The text of the mutated unit; None: there was nothing to mutate.
    pub(crate) rewrite: fn(Unit) -> Option<String>,
}

pub(crate) const MUTATIONS: &[Mutation] = &[
    Mutation { name: "operand_read_where_mentioned", rule: "1.1", rewrite: |unit| each(unit, operand_read_where_mentioned) },
    Mutation { name: "locals_in_reverse_order", rule: "1.4", rewrite: locals_in_reverse_order },
    Mutation { name: "isset_reads_loudly", rule: "1.10", rewrite: |unit| each(unit, isset_reads_loudly) },
    Mutation { name: "assignment_yields_its_operand", rule: "1.6", rewrite: |unit| each(unit, assignment_yields_its_operand) },
    Mutation { name: "foreach_always_asks_for_keys", rule: "1.7", rewrite: |unit| each(unit, foreach_always_asks_for_keys) },
    Mutation { name: "return_reads_after_finally", rule: "1.8", rewrite: |unit| each(unit, return_reads_after_finally) },
    Mutation { name: "return_skips_finally", rule: "1.8", rewrite: |unit| each(unit, return_skips_finally) },
    Mutation { name: "match_compares_loosely", rule: "1.10", rewrite: |unit| each(unit, match_compares_loosely) },
    Mutation { name: "lines_of_the_block", rule: "1.11", rewrite: |unit| each(unit, lines_of_the_block) },
    Mutation { name: "arguments_by_value", rule: "2.1", rewrite: |unit| each(unit, arguments_by_value) },
    Mutation { name: "static_means_self", rule: "2.3", rewrite: |unit| each(unit, static_means_self) },
    Mutation { name: "strict_types_forgotten", rule: "2.3", rewrite: strict_types_forgotten },
    Mutation { name: "classes_bound_at_statements", rule: "6.1", rewrite: classes_bound_at_statements },
];

fn each(mut unit: Unit, mutate: fn(&mut Function)) -> Option<String> {
    unit.functions.iter_mut().for_each(mutate);
    Some(print::print(&unit))
}

fn new_temp(function: &mut Function) -> Temp {
    function.temps += 1;
    Temp(function.temps - 1)
}

/// Calls `rewrite` for each instruction; what it gives stands for it.
fn rewrite_each(function: &mut Function, mut rewrite: impl FnMut(&mut Function, Op) -> Vec<Op>) {
    for block in 0..function.blocks.len() {
        let insts = std::mem::take(&mut function.blocks[block].insts);
        for Inst { op, line } in insts {
            let ops = rewrite(function, op);
            function.blocks[block].insts.extend(ops.into_iter().map(|op| Inst { op, line }));
        }
    }
}

fn defined(op: &Op) -> Vec<Temp> {
    struct Defined(Vec<Temp>);
    impl phpc_ir::pir::field::Visit for Defined {
        fn def(&mut self, temp: Temp) {
            self.0.push(temp);
        }
    }
    let mut found = Defined(Vec::new());
    op.fields(&mut |_, field| field.visit(&mut found));
    found.0
}

/// `$i + $i++` adds what `$i` was before.
fn operand_read_where_mentioned(function: &mut Function) {
    for block in 0..function.blocks.len() {
        let mut at = 0;
        while at < function.blocks[block].insts.len() {
            let insts = &function.blocks[block].insts;
            if let Op::Binary { left: Operand::Local(local), right: Operand::Temp(right), .. } = insts[at].op
                && let Some(origin) = insts[..at].iter().position(|inst| defined(&inst.op).contains(&right))
            {
                let line = insts[at].line;
                let temp = new_temp(function);
                let insts = &mut function.blocks[block].insts;
                if let Op::Binary { left, .. } = &mut insts[at].op {
                    *left = Operand::Temp(temp);
                }
                insts.insert(origin, Inst { op: Op::Copy { dst: Def(temp), value: Operand::Local(local) }, line });
                at += 1;
            }
            at += 1;
        }
    }
}

/// The text form names locals, so that turning the list round is enough.
fn locals_in_reverse_order(unit: Unit) -> Option<String> {
    let text = print::print(&unit);
    let list = |names: &[Box<[u8]>]| {
        let names: Vec<String> = names.iter().map(|name| format!("\"{}\"", name.escape_ascii())).collect();
        format!("locals: [{}]", names.join(", "))
    };
    let (mut done, mut rest) = (String::new(), &text[..]);
    for function in unit.functions.iter().filter(|function| !function.decl.locals.is_empty()) {
        let old = list(&function.decl.locals);
        let mut names = function.decl.locals.clone();
        names[function.decl.params.len()..].reverse();
        let at = rest.find(&old)?;
        done += &rest[..at];
        done += &list(&names);
        rest = &rest[at + old.len()..];
    }
    Some(done + rest)
}

fn isset_reads_loudly(function: &mut Function) {
    for inst in function.blocks.iter_mut().flat_map(|block| &mut block.insts) {
        if let Op::Read { mode, .. } = &mut inst.op {
            *mode = ReadMode::Warn;
        }
    }
}

fn assignment_yields_its_operand(function: &mut Function) {
    rewrite_each(function, |function, op| match op {
        Op::Assign { dst: Some(dst), place, value: Operand::Temp(value) } if !place.steps.is_empty() => {
            let copy = new_temp(function);
            vec![
                Op::Dup { dst: Def(copy), value: Peek(value) },
                Op::Assign { dst: None, place, value: Operand::Temp(value) },
                Op::Copy { dst, value: Operand::Temp(copy) },
            ]
        }
        Op::Assign { dst: Some(dst), place, value } if !place.steps.is_empty() => {
            vec![Op::Assign { dst: None, place, value }, Op::Copy { dst, value }]
        }
        op => vec![op],
    });
}

fn foreach_always_asks_for_keys(function: &mut Function) {
    let mut bodies: Vec<(Block, Temp)> = Vec::new();
    rewrite_each(function, |function, mut op| {
        if let Op::IterNext { key: key @ None, body, .. } = &mut op {
            let temp = new_temp(function);
            *key = Some(Def(temp));
            bodies.push((*body, temp));
        }
        vec![op]
    });
    for (body, temp) in bodies {
        let line = function.blocks[body.index()].insts[0].line;
        function.blocks[body.index()].insts.insert(0, Inst { op: Op::Free { value: temp }, line });
    }
}

/// The local itself is returned, not the copy that was made before `finally`.
fn return_reads_after_finally(function: &mut Function) {
    let returned: Vec<Temp> = function.blocks.iter().flat_map(|block| &block.insts).filter_map(|inst| match inst.op {
        Op::Return { value: Operand::Temp(temp) } => Some(temp),
        _ => None,
    }).collect();
    let mut copies: Vec<(Temp, Operand)> = Vec::new();
    rewrite_each(function, |_, op| match op {
        Op::Copy { dst, value: value @ Operand::Local(_) } if returned.contains(&dst.0) => {
            copies.push((dst.0, value));
            Vec::new()
        }
        op => vec![op],
    });
    for inst in function.blocks.iter_mut().flat_map(|block| &mut block.insts) {
        if let Op::Return { value } = &mut inst.op
            && let Some((_, local)) = copies.iter().find(|(temp, _)| *value == Operand::Temp(*temp))
        {
            *value = *local;
        }
    }
}

fn return_skips_finally(function: &mut Function) {
    let returns: Vec<bool> = function.blocks.iter().map(|block| {
        matches!(block.insts.last().map(|inst| &inst.op), Some(Op::Return { .. }))
    }).collect();
    for inst in function.blocks.iter_mut().flat_map(|block| &mut block.insts) {
        if let Op::FinallyCall { resume, .. } = inst.op
            && returns[resume.index()]
        {
            inst.op = Op::Jump { target: resume };
        }
    }
}

fn match_compares_loosely(function: &mut Function) {
    rewrite_each(function, |_, op| match op {
        Op::MatchSwitch { value, cases, default } => vec![Op::Switch { value, cases, default }],
        Op::Case { dst, value, case, .. } => vec![Op::Case { dst, strict: false, value, case }],
        op => vec![op],
    });
}

fn lines_of_the_block(function: &mut Function) {
    for block in &mut function.blocks {
        let Some(first) = block.insts.first().map(|inst| inst.line) else { continue };
        block.insts.iter_mut().for_each(|inst| inst.line = first);
    }
}

fn arguments_by_value(function: &mut Function) {
    rewrite_each(function, |function, op| match op {
        Op::ArgAuto { call, place: Place { base: Base::Local(local), steps } } if steps.is_empty() => {
            vec![Op::ArgVal { call, value: Operand::Local(local) }]
        }
        Op::ArgAuto { call, place } => {
            let temp = new_temp(function);
            let read = Op::Read { dst: Def(temp), mode: ReadMode::Warn, place };
            vec![read, Op::ArgVal { call, value: Operand::Temp(temp) }]
        }
        op => vec![op],
    });
}

fn static_means_self(function: &mut Function) {
    for inst in function.blocks.iter_mut().flat_map(|block| &mut block.insts) {
        let class = match &mut inst.op {
            Op::CallBegin { callee: Callee::StaticMethod { class, .. }, .. } => class,
            Op::New { class, .. } | Op::FetchClassConst { class, .. } | Op::ClassName { class, .. } => class,
            _ => continue,
        };
        if *class == ClassRef::Static {
            *class = ClassRef::SelfClass;
        }
    }
}

fn strict_types_forgotten(mut unit: Unit) -> Option<String> {
    unit.strict = false;
    unit.functions.iter_mut().for_each(|function| function.decl.strict = false);
    Some(print::print(&unit))
}

fn classes_bound_at_statements(mut unit: Unit) -> Option<String> {
    unit.hoisted_classes.clear();
    Some(print::print(&unit))
}
