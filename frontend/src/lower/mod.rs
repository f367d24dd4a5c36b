//! AST to PIR: name resolution, the checks that PHP makes when it compiles, and the operations in Zend's order.
//!
//! The walk follows PHP's own compiler, because the order in which it sees things shows: which error comes first, in which
//! order locals are made (and die), what is evaluated before what, and which line an operation reports. `line` is the line
//! that the compiler has reached, as in PHP: every expression sets it and nothing sets it back.

mod args;
mod array;
mod assign;
mod attribute;
mod builder;
mod call;
mod captures;
mod class;
mod class_const;
mod const_expr;
mod control;
mod declare;
mod expr;
mod fold;
mod foreach;
mod function;
mod hook;
mod jump;
mod list;
mod magic_method;
mod match_expr;
mod names;
mod namespace;
mod node;
mod params;
mod place;
mod property;
mod special;
mod statement;
mod string;
mod switch;
mod try_catch;
mod ty;
mod variables;

use crate::ast::File;
use crate::diagnostic::{DiagnosticKind, Diagnostics};
use builder::Func;
use class::Class;
use names::Names;
use phpc_abi::decl::FunctionKind;
use phpc_ir::pir::{
    Bytes, ClassDecl, ClassIndex, Const, ConstId, FuncIndex, Function, Op, Operand, Unit, UnitDiagnostic,
};
use std::borrow::Cow;
use std::collections::HashMap;

/// What lowering may know of the world beside the file.
#[derive(Clone, Copy)]
pub struct Options<'o> {
    /// Is there a builtin function of that lower-case name? Decides lines of arguments only.
    pub is_builtin_function: &'o dyn Fn(&[u8]) -> bool,
    /// How [`compile`] reads the source; with `starts_in_php`, the code of an `eval`.
    pub syntax: crate::lexer::Options,
    /// `zend.assertions` is not -1: calls of assert() are compiled.
    pub assertions: bool,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Options { is_builtin_function: &|_| false, syntax: crate::lexer::Options::default(), assertions: true }
    }
}

/// Lowers a file. With errors among the diagnostics, the unit is one that raises the first of them when it is included.
/// Needs the stack that [`crate::limits`] speaks of.
pub fn lower(file: &File, path: &[u8], options: Options) -> (Unit, Diagnostics) {
    let mut lowering = Lowering::new(file, path, options);
    match lowering.file() {
        Ok(()) => lowering.finish(),
        Err(Failed) => (error_unit(path, &lowering.diagnostics), lowering.diagnostics),
    }
}

/// The unit of a file that cannot be compiled.
pub fn error_unit(path: &[u8], diagnostics: &Diagnostics) -> Unit {
    let mut main = Func::new(FuncIndex(0), FunctionKind::Main, Bytes::default(), 1);
    main.blocks[0].insts.push(phpc_ir::pir::Inst { op: Op::Return { value: Operand::Const(ConstId(0)) }, line: 1 });
    Unit {
        path: path.into(),
        strict: false,
        consts: vec![Const::Null],
        functions: vec![main.finish()],
        classes: Vec::new(),
        hoisted_functions: Vec::new(),
        hoisted_classes: Vec::new(),
        halt_offset: None,
        diagnostics: unit_diagnostics(diagnostics),
    }
}

/// Diagnostics as a unit carries them: up to and with the first error.
pub fn unit_diagnostics(diagnostics: &Diagnostics) -> Vec<UnitDiagnostic> {
    let mut list = Vec::new();
    for diagnostic in &diagnostics.list {
        let level = match diagnostic.kind {
            DiagnosticKind::ParseError => 4,
            DiagnosticKind::CompileError | DiagnosticKind::Fatal => 64,
            DiagnosticKind::Warning => 2,
            DiagnosticKind::CompileWarning => 128,
            DiagnosticKind::Deprecated => 8192,
            DiagnosticKind::Notice => 8,
        };
        let message = diagnostic.message.as_slice().into();
        list.push(UnitDiagnostic { level, message, line: diagnostic.line });
        if diagnostic.kind.is_error() {
            break;
        }
    }
    list
}

/// An error was reported; PHP stops there.
#[derive(Debug)]
pub(crate) struct Failed;

pub(crate) type Lower<T> = Result<T, Failed>;

pub(crate) struct Lowering<'a, 'o> {
    path: &'a [u8],
    file: &'a File<'a>,
    options: Options<'o>,
    /// The line that PHP's compiler has reached.
    line: u32,
    diagnostics: Diagnostics,
    consts: Vec<Const>,
    const_ids: HashMap<Const, ConstId>,
    functions: Vec<Option<Function>>,
    classes: Vec<Option<ClassDecl>>,
    hoisted_functions: Vec<FuncIndex>,
    hoisted_classes: Vec<ClassIndex>,
    /// Functions bound when the file is compiled, by lower-case name.
    bound_functions: HashMap<Vec<u8>, FuncIndex>,
    names: Names,
    ticks: i64,
    strict: bool,
    f: Func,
    outer: Vec<Func>,
    class: Option<Class>,
    anonymous_classes: u32,
    depth: u32,
}

impl<'a, 'o> Lowering<'a, 'o> {
    fn new(file: &'a File<'a>, path: &'a [u8], options: Options<'o>) -> Lowering<'a, 'o> {
        Lowering {
            path,
            file,
            options,
            line: 1,
            diagnostics: Diagnostics::default(),
            consts: Vec::new(),
            const_ids: HashMap::new(),
            functions: vec![None],
            classes: Vec::new(),
            hoisted_functions: Vec::new(),
            hoisted_classes: Vec::new(),
            bound_functions: HashMap::new(),
            names: Names::default(),
            ticks: 0,
            strict: false,
            f: Func::new(FuncIndex(0), FunctionKind::Main, Bytes::default(), 1),
            outer: Vec::new(),
            class: None,
            anonymous_classes: 0,
            depth: 0,
        }
    }

    fn file(&mut self) -> Lower<()> {
        for statement in self.file.statements {
            self.top_statement(statement)?;
        }
        self.line = self.file.last_line;
        // What is included and says nothing is 1; what is evaluated is null.
        let is_eval = self.options.syntax.starts_in_php;
        self.final_return(if is_eval { Const::Null } else { Const::Int(1) })?;
        self.f.decl.line_end = self.file.last_line;
        self.f.decl.strict = self.strict;
        self.resolve_gotos()
    }

    fn finish(self) -> (Unit, Diagnostics) {
        let mut functions: Vec<Option<Function>> = self.functions;
        functions[0] = Some(self.f.finish());
        let unit = Unit {
            path: self.path.into(),
            strict: self.strict,
            consts: self.consts,
            functions: functions.into_iter().map(|it| it.expect("each function that was begun is done")).collect(),
            classes: self.classes.into_iter().map(|it| it.expect("each class that was begun is done")).collect(),
            hoisted_functions: self.hoisted_functions,
            hoisted_classes: self.hoisted_classes,
            halt_offset: self.file.halt_offset.map(u64::from),
            diagnostics: unit_diagnostics(&self.diagnostics),
        };
        (unit, self.diagnostics)
    }

    /// Reports an error at the current line.
    fn fail<T>(&mut self, message: impl Into<String>) -> Lower<T> {
        self.diagnostics.push(DiagnosticKind::Fatal, self.line, message_bytes(message.into()));
        Err(Failed)
    }

    fn warn(&mut self, kind: DiagnosticKind, message: impl Into<String>) {
        self.diagnostics.push(kind, self.line, message_bytes(message.into()));
    }

    /// Compiles something in a function of its own.
    fn in_function<T>(&mut self, func: Func, lower: impl FnOnce(&mut Self) -> Lower<T>) -> Lower<T> {
        self.outer.push(std::mem::replace(&mut self.f, func));
        let result = lower(self)?;
        self.resolve_gotos()?;
        let func = std::mem::replace(&mut self.f, self.outer.pop().expect("it was pushed above"));
        let index = func.index;
        self.functions[index.0 as usize] = Some(func.finish());
        Ok(result)
    }

    fn new_function(&mut self) -> FuncIndex {
        self.functions.push(None);
        FuncIndex(self.functions.len() as u32 - 1)
    }

    fn class_index(&self) -> Option<ClassIndex> {
        self.class.as_ref().map(|class| class.index)
    }
}

/// Bytes in a message.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    // PHP prints names up to a NUL byte, with which anonymous classes go on.
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    show(&bytes[..end])
}

/// Bytes that are no UTF-8 are carried through messages as characters of a plane that nobody uses.
const RAW_BYTE: u32 = 0x10_FF00;

fn show(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().filter_map(|byte| char::from_u32(RAW_BYTE + u32::from(*byte))));
    }
    Cow::Owned(text)
}

/// The message with raw bytes put back.
fn message_bytes(message: String) -> Vec<u8> {
    let raw = |char: char| u32::from(char).checked_sub(RAW_BYTE).and_then(|byte| u8::try_from(byte).ok());
    if !message.chars().any(|char| raw(char).is_some()) {
        return message.into_bytes();
    }
    let mut bytes = Vec::with_capacity(message.len());
    for char in message.chars() {
        match raw(char) {
            Some(byte) => bytes.push(byte),
            None => bytes.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    bytes
}

fn lower_case(bytes: &[u8]) -> Vec<u8> {
    bytes.to_ascii_lowercase()
}

fn same(left: &[u8], right: &[u8]) -> bool {
    left.eq_ignore_ascii_case(right)
}

/// Parses and lowers: from the bytes of a file to its unit.
pub fn compile(source: &[u8], path: &[u8], options: Options) -> (Unit, Diagnostics) {
    let arena = bumpalo::Bump::new();
    let (file, mut diagnostics) = crate::parser::parse(&arena, source, options.syntax);
    if diagnostics.has_errors() {
        return (error_unit(path, &diagnostics), diagnostics);
    }
    let (mut unit, more) = lower(&file, path, options);
    diagnostics.list.extend(more.list);
    unit.diagnostics = unit_diagnostics(&diagnostics);
    (unit, diagnostics)
}
