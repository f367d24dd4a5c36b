//! The text form of SSA, for `--emit=ssa` and for tests of passes.

use super::types::DEPTH;
use super::*;
use crate::pir::ConstId;
use crate::program::Program;
use phpc_abi::decl::Const;
use std::fmt::Write;

/// One function: a head, then blocks with their parameters and instructions.
pub fn print_func(program: &Program, func: &Func) -> String {
    let mut out = String::new();
    let decl = program.decl(func.reference);
    let name = String::from_utf8_lossy(&decl.name);
    let hidden: Vec<String> = func.signature.hidden.iter().map(|hidden| format!("{hidden:?}").to_lowercase()).collect();
    let params: Vec<String> = func.signature.params.iter().map(type_text).collect();
    let _ = writeln!(
        out,
        "func {} \"{name}\" ({}) ({}) -> {} {{",
        reference_text(func.reference),
        hidden.join(", "),
        params.join(", "),
        type_text(&func.signature.result)
    );
    for (index, data) in func.blocks.iter().enumerate() {
        if data.insts.is_empty() {
            continue;
        }
        let params: Vec<String> = data.params.iter().map(|&value| typed(func, value)).collect();
        let cold = if data.cold { " cold" } else { "" };
        let _ = writeln!(out, "b{index}({}):{cold}", params.join(", "));
        for &inst in &data.insts {
            print_inst(program, func, &func.insts[inst.index()], &mut out);
        }
    }
    out.push_str("}\n");
    out
}

fn print_inst(program: &Program, func: &Func, inst: &InstData, out: &mut String) {
    out.push_str("  ");
    if !inst.results.is_empty() {
        let results: Vec<String> = inst.results.iter().map(|&value| typed(func, value)).collect();
        let _ = write!(out, "{} = ", results.join(", "));
    }
    let _ = write!(out, "{}", inst.op.info().name);
    let imm = imm_text(program, &inst.imm);
    if !imm.is_empty() {
        let _ = write!(out, " {imm}");
    }
    let args: Vec<String> = inst.args.iter().map(|value| format!("v{}", value.0)).collect();
    if !args.is_empty() {
        let _ = write!(out, " {}", args.join(", "));
    }
    for target in &inst.targets {
        let _ = write!(out, " -> {}", target_text(target));
    }
    if let Some(exit) = &inst.exit {
        let _ = write!(out, " exit {}", target_text(exit));
    }
    let _ = writeln!(out, " ; {}", func.positions.get(inst.pos.index()).map_or(0, |pos| pos.line));
}

fn typed(func: &Func, value: Value) -> String {
    format!("v{}: {}", value.0, type_text(&func.values[value.index()].ty))
}

fn target_text(target: &Target) -> String {
    let args: Vec<String> = target.args.iter().map(|value| format!("v{}", value.0)).collect();
    format!("b{}({})", target.block.0, args.join(", "))
}

fn reference_text(reference: FuncRef) -> String {
    let variant = match reference.variant {
        Variant::Body => String::new(),
        Variant::Special(n) => format!("s{n}"),
        Variant::Resume => "r".to_string(),
    };
    format!("u{}f{}{variant}", reference.unit.0, reference.func.0)
}

/// `int`, `int|float`, `array<ints:int>`, `object<3!>`; `any` and `slot` for the usual sets.
pub fn type_text(ty: &Type) -> String {
    level_text(ty, 0)
}

fn level_text(ty: &Type, level: usize) -> String {
    let mask = ty.mask[level];
    match mask {
        Mask::NONE => return "none".to_string(),
        Mask::ANY if !detailed(ty, level) => return "any".to_string(),
        Mask::SLOT if !detailed(ty, level) => return "slot".to_string(),
        _ => {}
    }
    let mut words = Vec::new();
    for &(word, bit) in Mask::WORDS {
        if !mask.intersects(bit) {
            continue;
        }
        words.push(match bit {
            Mask::ARRAY => array_text(ty, level),
            Mask::OBJECT => match ty.class[level] {
                Some(class) => format!("object<{}{}>", class.0, if ty.exact[level] { "!" } else { "" }),
                None => "object".to_string(),
            },
            _ => word.to_string(),
        });
    }
    words.join("|")
}

fn detailed(ty: &Type, level: usize) -> bool {
    ty.class[level].is_some() || array_text(ty, level) != "array"
}

fn array_text(ty: &Type, level: usize) -> String {
    const KINDS: [(&str, Kinds); 5] = [
        ("empty", Kinds::EMPTY),
        ("ints", Kinds::INTS),
        ("floats", Kinds::FLOATS),
        ("values", Kinds::VALUES),
        ("hash", Kinds::HASH),
    ];
    let kinds = ty.kinds[level];
    let plain = level + 1 >= DEPTH || ty.mask[level + 1].contains(Mask::ANY);
    if kinds == Kinds::ANY && plain {
        return "array".to_string();
    }
    let words: Vec<&str> = KINDS.iter().filter(|(_, kind)| kinds.0 & kind.0 != 0).map(|(word, _)| *word).collect();
    let kinds = if kinds == Kinds::ANY { String::new() } else { words.join("+") };
    if plain {
        return format!("array<{kinds}>");
    }
    format!("array<{kinds}:{}>", level_text(ty, level + 1))
}

fn const_text(program: &Program, unit: UnitId, id: ConstId) -> String {
    match program.unit(unit).consts.get(id.index()) {
        Some(Const::Str(text)) => format!("{:?}", String::from_utf8_lossy(text)),
        _ => format!("c{}", id.0),
    }
}

fn imm_text(program: &Program, imm: &Imm) -> String {
    match imm {
        Imm::None => String::new(),
        Imm::Int(value) => format!("{value}"),
        Imm::Float(bits) => format!("{:?}", f64::from_bits(*bits)),
        Imm::Bool(value) => format!("{value}"),
        Imm::Const(unit, id) => const_text(program, *unit, *id),
        Imm::Mask(mask) => type_text(&Type::of(*mask)),
        Imm::Type(ty) => type_text(ty),
        Imm::Slot(slot, index) => format!("slot{}+{index}", slot.0),
        Imm::Inlined(call, InlinedCall::THIS) => format!("inlined{call}+this"),
        Imm::Inlined(call, param) => format!("inlined{call}+{param}"),
        Imm::Func(reference) => {
            let name = String::from_utf8_lossy(&program.decl(*reference).name);
            format!("{}:{name}", reference_text(*reference))
        }
        Imm::ClassDecl(unit, class) => {
            let name = String::from_utf8_lossy(&program.unit(*unit).classes[class.0 as usize].name);
            format!("u{}c{}:{name}", unit.0, class.0)
        }
        Imm::Unit(unit) => format!("u{}", unit.0),
        Imm::Builtin(id) => String::from_utf8_lossy(&program.builtins[id.index()].decl.name).into_owned(),
        Imm::Primitive(primitive) => primitive.signature().name.to_string(),
        Imm::Binary(op) => op.word().to_string(),
        Imm::Unary(op) => op.word().to_string(),
        Imm::Cast(kind) => kind.word().to_string(),
        Imm::Compare(compare) => format!("{compare:?}").to_lowercase(),
        Imm::Place(shape) => format!("{:?}{:?}", shape.steps, shape.mode),
        Imm::Cases(cases) => format!("{cases:?}"),
        Imm::Texts(texts) => {
            let texts: Vec<String> = texts.iter().map(|&(unit, id)| const_text(program, unit, id)).collect();
            format!("[{}]", texts.join(", "))
        }
        Imm::Virtual { index, .. } => format!("v{index}"),
    }
}
