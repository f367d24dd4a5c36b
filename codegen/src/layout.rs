//! Lays a program out: code of unit after unit, literals, constants, cells, tables, the units' records.

use crate::compile::{Code, CodeTarget, Task};
use crate::image::{Address, Image, Section};
use crate::lower::Input;
use crate::names::{ENTRY_CACHE, Symbol};
use crate::positions::PositionTable;
use crate::{ProgramInfo, title};
use phpc_abi::codec::Codec;
use phpc_abi::decl::{Const, DiagnosticDecl, UnitDecl};
use phpc_abi::hash::hash_bytes;
use phpc_abi::layout::{Header, IMMORTAL, STR_BYTES, StrHeader};
use phpc_abi::unit::{CompiledFunction, CompiledUnit, Program as ProgramRecord};
use phpc_abi::value::{RawValue, Tag};
use phpc_ir::pir::Unit;
use phpc_ir::ssa::Variant;
use std::collections::HashMap;
use std::mem::offset_of;

/// Where things lie.
struct Places {
    /// Offset in the text of each function's body and entry.
    bodies: Vec<Option<(u64, u64)>>,
    entries: Vec<Option<(u64, u64)>>,
    /// First cache word of each function.
    caches: Vec<u64>,
    /// The same of each generic entry.
    entry_caches: Vec<u64>,
    units: Vec<UnitPlaces>,
}

struct UnitPlaces {
    record: u64,
    consts: u64,
    /// Offset in the data of each string constant, 0 for others.
    literals: Vec<u64>,
    function_cells: u64,
    class_cells: u64,
    code: (u64, u64),
}

pub(crate) fn lay_out(input: &Input, tasks: &[Task], codes: &[Code], info: &ProgramInfo, image: &mut Image) {
    let mut places = place_code(input, tasks, codes, image);
    let mut strings = HashMap::new();
    for unit in &input.program.units {
        let placed = place_unit(unit, &mut strings, image);
        places.units.push(placed);
    }
    let ranges = ranges(input, tasks);
    for (placed, range) in places.units.iter_mut().zip(&ranges) {
        placed.code = code_range(&tasks[range.clone()], &places.bodies, &places.entries);
    }
    for (task, code) in tasks.iter().zip(codes) {
        link_code(input, &places, *task, code, image);
    }
    for (unit, range) in ranges.into_iter().enumerate() {
        fill_unit(input, &places, &tasks[range.clone()], &codes[range], unit, image);
    }
    image.units = places.units.iter().map(|unit| unit.record).collect();
    if let Some(entry) = info.entry {
        place_program(info, entry, image);
    }
}

fn place_code(input: &Input, tasks: &[Task], codes: &[Code], image: &mut Image) -> Places {
    let count = input.funcs.len();
    let mut places =
        Places { bodies: vec![None; count], entries: vec![None; count], caches: vec![0; count], entry_caches: vec![0; count], units: Vec::new() };
    for (task, code) in tasks.iter().zip(codes) {
        let offset = image.add_text(&code.bytes);
        let size = code.bytes.len() as u64;
        let table = if task.entry { &mut places.entries } else { &mut places.bodies };
        table[task.func as usize] = Some((offset, size));
        let caches = if task.entry { &mut places.entry_caches } else { &mut places.caches };
        caches[task.func as usize] = image.add_bss(code.cache_words as u64);
        let name = title(input, task.func, task.entry);
        image.functions.push(crate::image::CodeSymbol { name, offset, size });
    }
    places
}

type Span = Option<(u64, u64)>;

/// The tasks of each unit: they stand in the units' order.
fn ranges(input: &Input, tasks: &[Task]) -> Vec<std::ops::Range<usize>> {
    let unit_of = |task: &Task| input.funcs[task.func as usize].reference.unit.index();
    let start = |unit: usize| tasks.partition_point(|task| unit_of(task) < unit);
    (0..input.program.units.len()).map(|unit| start(unit)..start(unit + 1)).collect()
}

/// Start and end of a unit's code.
fn code_range(tasks: &[Task], bodies: &[Span], entries: &[Span]) -> (u64, u64) {
    let spans = tasks.iter().filter_map(|task| if task.entry { entries[task.func as usize] } else { bodies[task.func as usize] });
    let mut range: Span = None;
    for (offset, size) in spans {
        range = Some((range.map_or(offset, |(start, _)| start), offset + size));
    }
    range.unwrap_or((0, 0))
}

fn place_unit(unit: &Unit, strings: &mut HashMap<Box<[u8]>, u64>, image: &mut Image) -> UnitPlaces {
    let literals: Vec<u64> = unit
        .consts
        .iter()
        .map(|value| match value {
            Const::Str(bytes) => *strings.entry(bytes.clone()).or_insert_with(|| image.add_data(&literal(bytes))),
            _ => 0,
        })
        .collect();
    let mut values = Vec::new();
    for value in &unit.consts {
        let raw = raw_const(value);
        values.extend(raw.tag.0.to_le_bytes());
        values.extend(raw.payload.to_le_bytes());
    }
    let consts = image.add_data(&values);
    for (index, value) in unit.consts.iter().enumerate() {
        if let Const::Str(_) = value {
            let slot = consts + index as u64 * 16 + offset_of!(RawValue, payload) as u64;
            image.point(slot, Address::In(Section::Data, literals[index]));
        }
    }
    UnitPlaces {
        record: image.add_data(&[0; size_of::<CompiledUnit>()]),
        consts,
        literals,
        function_cells: image.add_bss(unit.functions.len() as u64),
        class_cells: image.add_bss(unit.classes.len() as u64),
        code: (0, 0),
    }
}

/// A string as it lies in memory.
fn literal(bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![0; STR_BYTES];
    let mut put = |offset: usize, bytes: &[u8]| out[offset..offset + bytes.len()].copy_from_slice(bytes);
    put(offset_of!(StrHeader, header) + offset_of!(Header, count), &IMMORTAL.to_le_bytes());
    put(offset_of!(StrHeader, header) + offset_of!(Header, tag), &[Tag::STRING.0 as u8]);
    put(offset_of!(StrHeader, length), &(bytes.len() as u64).to_le_bytes());
    put(offset_of!(StrHeader, hash), &hash_bytes(bytes).to_le_bytes());
    put(offset_of!(StrHeader, capacity8), &(bytes.len().div_ceil(8) as u32).to_le_bytes());
    out.extend(bytes);
    out.resize(out.len().next_multiple_of(8), 0);
    out
}

/// Arrays are built by the runtime when first needed.
fn raw_const(value: &Const) -> RawValue {
    match value {
        Const::Null => RawValue::NULL,
        Const::Bool(false) => RawValue::FALSE,
        Const::Bool(true) => RawValue::TRUE,
        Const::Int(value) => RawValue::int(*value),
        Const::Float(bits) => RawValue { tag: Tag::FLOAT, payload: *bits },
        Const::Str(_) => RawValue { tag: Tag::STRING, payload: 0 },
        Const::Array(_) => RawValue::UNDEF,
    }
}

fn link_code(input: &Input, places: &Places, task: Task, code: &Code, image: &mut Image) {
    let table = if task.entry { &places.entries } else { &places.bodies };
    let (start, _) = table[task.func as usize].expect("the code was placed");
    for reloc in &code.relocs {
        let target = match reloc.target {
            CodeTarget::Here(offset) => Address::In(Section::Text, start + offset as u64),
            CodeTarget::Symbol(symbol) => address_of(input, places, symbol, image),
            CodeTarget::Library(call) => {
                let name = library_symbol(call);
                image.external(name)
            }
        };
        image.refer(start + reloc.offset as u64, reloc.kind, target, reloc.addend);
    }
}

fn library_symbol(call: cranelift_codegen::ir::LibCall) -> &'static str {
    use cranelift_codegen::ir::LibCall;
    match call {
        LibCall::FloorF64 => "floor",
        LibCall::CeilF64 => "ceil",
        LibCall::TruncF64 => "trunc",
        LibCall::NearestF64 => "nearbyint",
        LibCall::FmaF64 => "fma",
        LibCall::Memcpy => "memcpy",
        LibCall::Memset => "memset",
        LibCall::Memmove => "memmove",
        LibCall::Memcmp => "memcmp",
        other => panic!("{other:?} is not called by our code"),
    }
}

fn address_of(input: &Input, places: &Places, symbol: Symbol, image: &mut Image) -> Address {
    let builtin = |index: u32| &input.program.builtins[index as usize];
    let code = |span: Span| Address::In(Section::Text, span.expect("called code is in the image").0);
    match symbol {
        Symbol::Body { func } => code(places.bodies[func as usize]),
        Symbol::Entry { func } => code(places.entries[func as usize]),
        Symbol::Primitive(primitive) => image.external(primitive.symbol()),
        Symbol::BuiltinNative(index) => image.external(&builtin(index).native),
        Symbol::BuiltinEntry(index) => image.external(&builtin(index).entry),
        Symbol::BuiltinDescriptor(index) => image.external(&builtin(index).descriptor),
        Symbol::Literal { unit, index } => {
            let offset = places.units[unit as usize].literals[index as usize];
            assert!(matches!(input.program.units[unit as usize].consts[index as usize], Const::Str(_)), "a literal is a string");
            Address::In(Section::Data, offset)
        }
        Symbol::Unit(unit) => Address::In(Section::Data, places.units[unit as usize].record),
        Symbol::FuncCell { unit, index } => {
            Address::In(Section::Bss, places.units[unit as usize].function_cells + index as u64 * 8)
        }
        Symbol::ClassCell { unit, index } => {
            Address::In(Section::Bss, places.units[unit as usize].class_cells + index as u64 * 8)
        }
        Symbol::ConstSlot { unit, index } => {
            Address::In(Section::Data, places.units[unit as usize].consts + index as u64 * 16)
        }
        Symbol::Cache { func, word } if word & ENTRY_CACHE != 0 => {
            Address::In(Section::Bss, places.entry_caches[func as usize] + (word & !ENTRY_CACHE) as u64 * 8)
        }
        Symbol::Cache { func, word } => Address::In(Section::Bss, places.caches[func as usize] + word as u64 * 8),
        Symbol::Engine(engine) => image.external(engine.symbol()),
    }
}

/// The unit's tables and its record.
fn fill_unit(input: &Input, places: &Places, tasks: &[Task], codes: &[Code], number: usize, image: &mut Image) {
    let unit = &input.program.units[number];
    let placed = &places.units[number];
    let decl = unit_decl(unit);
    let decl_bytes = encoded(&decl);
    let const_bytes = encoded(&unit.consts);
    let positions = positions(input, places, tasks, codes, number);
    let functions = place_functions(input, places, tasks, number, image);
    let (decl_length, blob_length, positions_length) = (decl_bytes.len(), const_bytes.len(), positions.len());
    let decl = image.add_rodata(&decl_bytes);
    let blob = image.add_rodata(&const_bytes);
    let positions = image.add_rodata(&positions);
    let at = |field: usize| placed.record + field as u64;
    let mut number_at = |field: usize, value: u64| {
        let at = at(field) as usize;
        image.data[at..at + 8].copy_from_slice(&value.to_le_bytes());
    };
    number_at(offset_of!(CompiledUnit, decl_length), decl_length as u64);
    number_at(offset_of!(CompiledUnit, function_count), unit.functions.len() as u64);
    number_at(offset_of!(CompiledUnit, positions_length), positions_length as u64);
    number_at(offset_of!(CompiledUnit, const_count), unit.consts.len() as u64);
    number_at(offset_of!(CompiledUnit, const_blob_length), blob_length as u64);
    image.point(at(offset_of!(CompiledUnit, decl)), decl);
    image.point(at(offset_of!(CompiledUnit, functions)), Address::In(Section::Data, functions));
    image.point(at(offset_of!(CompiledUnit, code_start)), Address::In(Section::Text, placed.code.0));
    image.point(at(offset_of!(CompiledUnit, code_end)), Address::In(Section::Text, placed.code.1));
    image.point(at(offset_of!(CompiledUnit, positions)), positions);
    image.point(at(offset_of!(CompiledUnit, function_cells)), Address::In(Section::Bss, placed.function_cells));
    image.point(at(offset_of!(CompiledUnit, class_cells)), Address::In(Section::Bss, placed.class_cells));
    image.point(at(offset_of!(CompiledUnit, consts)), Address::In(Section::Data, placed.consts));
    image.point(at(offset_of!(CompiledUnit, const_blob)), blob);
}

fn place_functions(input: &Input, places: &Places, tasks: &[Task], unit: usize, image: &mut Image) -> u64 {
    let count = input.program.units[unit].functions.len();
    let table = image.add_data(&vec![0; count * size_of::<CompiledFunction>()]);
    for number in tasks.iter().filter(|task| !task.entry).map(|task| task.func as usize) {
        let func = &input.funcs[number];
        if func.reference.variant != Variant::Body {
            continue;
        }
        let record = table + func.reference.func.0 as u64 * size_of::<CompiledFunction>() as u64;
        if let Some((entry, _)) = places.entries[number] {
            image.point(record + offset_of!(CompiledFunction, entry) as u64, Address::In(Section::Text, entry));
        }
        if let Some((body, _)) = places.bodies[number] {
            image.point(record + offset_of!(CompiledFunction, typed) as u64, Address::In(Section::Text, body));
        }
    }
    table
}

fn unit_decl(unit: &Unit) -> UnitDecl {
    UnitDecl {
        path: unit.path.clone(),
        strict: unit.strict,
        functions: unit.functions.iter().map(|function| function.decl.clone()).collect(),
        classes: unit.classes.clone(),
        hoisted_functions: unit.hoisted_functions.clone(),
        hoisted_classes: unit.hoisted_classes.clone(),
        halt_offset: unit.halt_offset,
        diagnostics: unit
            .diagnostics
            .iter()
            .map(|it| DiagnosticDecl { level: it.level, message: it.message.clone(), line: it.line })
            .collect(),
    }
}

fn encoded(value: &impl Codec) -> Vec<u8> {
    let mut out = Vec::new();
    value.encode(&mut out);
    out
}

fn positions(input: &Input, places: &Places, tasks: &[Task], codes: &[Code], unit: usize) -> Vec<u8> {
    let mut table = PositionTable::default();
    let start = places.units[unit].code.0;
    for (task, code) in tasks.iter().zip(codes) {
        let func = &input.funcs[task.func as usize];
        let spans = if task.entry { &places.entries } else { &places.bodies };
        let offset = (spans[task.func as usize].expect("the code was placed").0 - start) as u32;
        if task.entry {
            let line = input.program.decl(func.reference).line_start;
            table.add_entry(func.reference.func.0, line, code, offset);
        } else {
            table.add_body(func, code, offset);
        }
    }
    table.bytes()
}

/// The root in room for the longest path: executables from different folders differ in these bytes alone.
fn root_note(root: &[u8]) -> Vec<u8> {
    const LONGEST_PATH: usize = 4096;
    let mut note = root.to_vec();
    if !note.is_empty() {
        note.resize(root.len().next_multiple_of(LONGEST_PATH), 0);
    }
    note
}

fn place_program(info: &ProgramInfo, entry: u32, image: &mut Image) {
    let record = image.add_data(&[0; size_of::<ProgramRecord>()]);
    let units = image.add_data(&vec![0; image.units.len() * 8]);
    for (index, unit) in image.units.clone().into_iter().enumerate() {
        image.point(units + index as u64 * 8, Address::In(Section::Data, unit));
    }
    let settings = image.add_rodata(&info.settings);
    let root_note = root_note(&info.root);
    let root = image.add_rodata(&root_note);
    let numbers = [
        (offset_of!(ProgramRecord, unit_count), image.units.len() as u64),
        (offset_of!(ProgramRecord, entry), entry as u64),
        (offset_of!(ProgramRecord, root_length), root_note.len() as u64),
        (offset_of!(ProgramRecord, settings_length), info.settings.len() as u64),
    ];
    for (field, value) in numbers {
        let at = record as usize + field;
        image.data[at..at + 8].copy_from_slice(&value.to_le_bytes());
    }
    image.point(record + offset_of!(ProgramRecord, units) as u64, Address::In(Section::Data, units));
    image.point(record + offset_of!(ProgramRecord, root) as u64, root);
    image.point(record + offset_of!(ProgramRecord, settings) as u64, settings);
    image.program = Some(record);
}
