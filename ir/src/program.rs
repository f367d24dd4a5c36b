//! The program being compiled: its units, the builtins, and what its names mean.

use crate::pir::{ClassIndex, ConstId, FuncIndex, Op, Unit};
use crate::ssa::{BuiltinId, ClassId, FuncRef, UnitId, Variant};
use phpc_abi::decl::{ClassKind, Const, FunctionDecl, Initializer};
use phpc_abi::effects::Effects;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A builtin function as the driver knows it from the runtime's tables.
#[derive(Clone, Debug)]
pub struct Builtin {
    /// Name as PHP spells it, parameters, result type (which may be finer than PHP's own).
    pub decl: FunctionDecl,
    pub effects: Effects,
    /// Symbol of the native entry: parameters and result as `abi` says for their declared types. Empty: only the generic one.
    pub native: String,
    /// Symbol of its generic entry.
    pub entry: String,
    /// Symbol of its descriptor (`FuncHead`).
    pub descriptor: String,
}

/// All builtin functions, by number and by name.
#[derive(Clone, Debug, Default)]
pub struct Builtins {
    all: Vec<Builtin>,
    names: HashMap<Box<[u8]>, BuiltinId>,
}

impl FromIterator<Builtin> for Builtins {
    fn from_iter<I: IntoIterator<Item = Builtin>>(builtins: I) -> Builtins {
        let all: Vec<Builtin> = builtins.into_iter().collect();
        let numbered = all.iter().enumerate();
        let names = numbered.map(|(index, builtin)| (lower(&builtin.decl.name), BuiltinId(index as u32))).collect();
        Builtins { all, names }
    }
}

impl std::ops::Index<usize> for Builtins {
    type Output = Builtin;
    fn index(&self, index: usize) -> &Builtin {
        &self.all[index]
    }
}

/// All units that are compiled together. Lookup by name is exact: lower-case names without leading backslash.
pub struct Program {
    pub units: Vec<Unit>,
    /// The unit where the program starts.
    pub entry: UnitId,
    pub builtins: Arc<Builtins>,
    /// Builtin constants that are the same in every run.
    pub constants: Arc<HashMap<Box<[u8]>, Const>>,
    /// Code from outside `units` may be loaded (include of unknown files, eval).
    pub open: bool,
    /// The entry too is a unit that others include (`eval`, files compiled while running).
    pub included: bool,
    functions: HashMap<Box<[u8]>, Vec<FuncRef>>,
    classes: HashMap<Box<[u8]>, Vec<(UnitId, ClassIndex)>>,
    texts: Vec<HashMap<Box<[u8]>, ConstId>>,
    /// In an open program: the classes that are bound before any code runs, so that their names mean them for good.
    certain: HashSet<(UnitId, ClassIndex)>,
}

impl Program {
    pub fn new(units: Vec<Unit>, entry: UnitId, builtins: Arc<Builtins>, open: bool) -> Program {
        let mut program = Program {
            units,
            entry,
            builtins,
            constants: Arc::default(),
            open,
            included: false,
            functions: HashMap::new(),
            classes: HashMap::new(),
            texts: Vec::new(),
            certain: HashSet::new(),
        };
        program.texts = program.units.iter_mut().map(|unit| intern_texts(unit, &program.builtins)).collect();
        for (index, unit) in program.units.iter().enumerate() {
            let unit_id = UnitId(index as u32);
            for func in declared_functions(unit) {
                let name = lower(&unit.functions[func.0 as usize].decl.name);
                let reference = FuncRef { unit: unit_id, func, variant: Variant::Body };
                program.functions.entry(name).or_default().push(reference);
            }
            for (class, decl) in unit.classes.iter().enumerate() {
                if decl.kind != ClassKind::Anonymous {
                    program.classes.entry(lower(&decl.name)).or_default().push((unit_id, ClassIndex(class as u32)));
                }
            }
        }
        program.find_certain();
        program
    }

    /// The entry's classes that are bound first, and whose relatives are such classes or builtin.
    fn find_certain(&mut self) {
        let unit = &self.units[self.entry.index()];
        for &class in &unit.hoisted_classes {
            let decl = &unit.classes[class.0 as usize];
            let traits = decl.traits.iter().flat_map(|used| &used.names);
            let mut relatives = decl.parent.iter().chain(&decl.interfaces).chain(traits);
            let certain = |name: &Box<[u8]>| match self.classes_named(name) {
                [] => BUILTIN_INTERFACES.contains(&&*lower(name)),
                [only] => self.certain.contains(only),
                _ => false,
            };
            if self.classes_named(&decl.name).len() == 1 && relatives.all(certain) {
                self.certain.insert((self.entry, class));
            }
        }
    }

    /// The constant of the unit with this text.
    pub fn text(&self, unit: UnitId, text: &[u8]) -> Option<ConstId> {
        self.texts[unit.index()].get(text).copied()
    }
    pub fn unit(&self, unit: UnitId) -> &Unit {
        &self.units[unit.index()]
    }
    pub fn decl(&self, reference: FuncRef) -> &FunctionDecl {
        &self.function(reference).decl
    }
    pub fn function(&self, reference: FuncRef) -> &crate::pir::Function {
        &self.units[reference.unit.index()].functions[reference.func.0 as usize]
    }
    pub fn builtin(&self, name: &[u8]) -> Option<BuiltinId> {
        self.builtins.names.get(&lower(name)).copied()
    }
    /// Every declaration of a function of this name in the program.
    pub fn functions_named(&self, name: &[u8]) -> &[FuncRef] {
        self.functions.get(&lower(name)).map_or(&[], Vec::as_slice)
    }
    pub fn classes_named(&self, name: &[u8]) -> &[(UnitId, ClassIndex)] {
        self.classes.get(&lower(name)).map_or(&[], Vec::as_slice)
    }
    /// The class of the program that every object passing a test against `name` belongs to: the only one of that name, in an
    /// open program one that is bound before code runs.
    pub fn class_of_name(&self, name: &[u8]) -> Option<ClassId> {
        match self.classes_named(name) {
            [(unit, class)] if !self.open || self.certain.contains(&(*unit, *class)) => Some(self.class_id(*unit, *class)),
            _ => None,
        }
    }
    /// Class declarations are numbered over all units.
    pub fn class_id(&self, unit: UnitId, class: ClassIndex) -> ClassId {
        let before: usize = self.units[..unit.index()].iter().map(|unit| unit.classes.len()).sum();
        ClassId(before as u32 + class.0)
    }
    pub fn class_place(&self, class: ClassId) -> (UnitId, ClassIndex) {
        let mut rest = class.0;
        for (index, unit) in self.units.iter().enumerate() {
            let count = unit.classes.len() as u32;
            if rest < count {
                return (UnitId(index as u32), ClassIndex(rest));
            }
            rest -= count;
        }
        unreachable!("class ids come from class_id")
    }
    /// The function that a call in `unit` certainly reaches: hoisted there, or the only one of the name in a closed program
    /// of one unit.
    pub fn hoisted_function(&self, unit: UnitId, name: &[u8]) -> Option<FuncRef> {
        let hoisted = |found: &&FuncRef| found.unit == unit && self.unit(unit).hoisted_functions.contains(&found.func);
        self.functions_named(name).iter().find(hoisted).copied()
    }
    /// Can no code that is or will be loaded declare a function of this name?
    pub fn never_declared(&self, name: &[u8]) -> bool {
        !self.open && self.functions_named(name).is_empty()
    }
}

/// Interfaces of the runtime that classes of the program may implement without getting anything from them.
const BUILTIN_INTERFACES: &[&[u8]] = &[
    b"arrayaccess", b"countable", b"iterator", b"iteratoraggregate", b"jsonserializable", b"serializable", b"stringable", b"traversable",
];

/// Names compare without case in ASCII.
pub fn lower(name: &[u8]) -> Box<[u8]> {
    name.to_ascii_lowercase().into()
}

fn declared_functions(unit: &Unit) -> Vec<FuncIndex> {
    let mut found = unit.hoisted_functions.clone();
    for function in &unit.functions {
        for block in &function.blocks {
            for inst in &block.insts {
                if let Op::DeclareFunction { func } = inst.op {
                    found.push(func);
                }
            }
        }
    }
    found
}

/// Adds the strings that translation needs beside PIR's own to the unit's constants; where each string is.
fn intern_texts(unit: &mut Unit, builtins: &Builtins) -> HashMap<Box<[u8]>, ConstId> {
    let mut texts = HashMap::new();
    for (index, constant) in unit.consts.iter().enumerate() {
        if let Const::Str(text) = constant {
            texts.entry(text.clone()).or_insert(ConstId(index as u32));
        }
    }
    let mut wanted: Vec<Box<[u8]>> = crate::build::TEXTS.iter().map(|text| text.as_bytes().into()).collect();
    // Names of builtins that the unit may call, in lower case, as their declarations have them; and their defaults.
    for constant in &unit.consts {
        if let Const::Str(text) = constant {
            let name = lower(text.rsplit(|&byte| byte == b'\\').next().unwrap_or(text));
            if let Some(id) = builtins.names.get(&name) {
                let builtin = &builtins[id.index()];
                wanted.push(name);
                wanted.extend(builtin.decl.params.iter().filter_map(|param| match &param.default {
                    Some(Initializer::Const(Const::Str(text))) => Some(text.clone()),
                    _ => None,
                }));
            }
        }
    }
    for function in &unit.functions {
        wanted.extend(function.decl.locals.iter().cloned());
        for param in &function.decl.params {
            if let Some(Initializer::Const(Const::Str(text))) = &param.default {
                wanted.push(text.clone());
            }
        }
    }
    for text in wanted {
        texts.entry(text).or_insert_with_key(|text| {
            unit.consts.push(Const::Str(text.clone()));
            ConstId(unit.consts.len() as u32 - 1)
        });
    }
    texts
}
