//! Compiled files: their functions and classes as they become known, constants, and how they are run.

pub mod anonymous;
pub mod functions;
pub mod include;

use std::cell::{Cell, RefCell};

use phpc_abi::codec::Codec;
use phpc_abi::decl::{ClassDecl, ClassIndex, Const, FuncIndex, FunctionDecl, FunctionKind, UnitDecl};
use phpc_abi::layout::GenericEntry;
use phpc_abi::unit::CompiledUnit;

use crate::exceptions::report as diagnostics;
use crate::calls::func::{Body, Func, FuncParts};
use crate::calls::native::native_entry;
use crate::classes::{ClassRef, FuncRef, table};
use crate::global::Global;
use crate::names::{Name, NameMap};
use crate::{Array, Cx, OwnedKey, Result, Str, Value};

/// A PHP file (or a piece of `eval`), compiled. Lives as long as the process.
pub struct Unit {
    /// Absolute path, as `__FILE__` and messages print it.
    pub path: Name,
    decl: UnitDecl,
    compiled: &'static CompiledUnit,
    /// Functions outside classes, closures and expressions without a class.
    functions: Box<[Cell<Option<FuncRef>>]>,
    /// Closures and expressions of classes, one for each class in whose scope they run.
    scoped: RefCell<Vec<(FuncIndex, ClassRef, FuncRef)>>,
    classes: Box<[Cell<Option<ClassRef>>]>,
    /// Its diagnostics of compilation were printed.
    reported: Cell<bool>,
    ran: Cell<bool>,
}

struct Registry {
    by_path: Option<NameMap<&'static Unit>>,
    /// In order of registration; searched by address.
    all: Vec<&'static Unit>,
}

static REGISTRY: Global<Registry> = Global::new(Registry { by_path: None, all: Vec::new() });

impl Unit {
    /// Takes a compiled unit in. Its metadata is decoded now; `path` is absolute.
    ///
    /// # Safety
    /// `compiled` is complete and lives as long as the process.
    pub unsafe fn register(compiled: *const CompiledUnit, path: &[u8]) -> &'static Unit {
        // SAFETY: the caller's promise.
        let compiled = unsafe { &*compiled };
        // SAFETY: as above.
        let mut bytes = unsafe { std::slice::from_raw_parts(compiled.decl, compiled.decl_length as usize) };
        let decl = UnitDecl::decode(&mut bytes).expect("a unit's metadata was encoded by the same abi");
        let unit: &'static Unit = Box::leak(Box::new(Unit {
            path: Name::new(path),
            functions: decl.functions.iter().map(|_| Cell::new(None)).collect(),
            classes: decl.classes.iter().map(|_| Cell::new(None)).collect(),
            scoped: RefCell::new(Vec::new()),
            reported: Cell::new(false),
            ran: Cell::new(false),
            decl,
            compiled,
        }));
        crate::frames::register_unit(compiled);
        REGISTRY.with(|registry| {
            registry.by_path.get_or_insert_with(NameMap::new).insert(unit.path.bytes(), unit);
            registry.all.push(unit);
        });
        for (number, decl) in unit.decl.functions.iter().enumerate() {
            let in_class = decl.class.is_some();
            if !in_class && !matches!(decl.kind, FunctionKind::Method | FunctionKind::PropertyHook) {
                unit.function(FuncIndex(number as u32));
            }
        }
        unit
    }

    /// Registers a unit that exists in Rust only: its functions are native entries (tests, built-in PHP code).
    pub fn compiled(&self) -> &'static CompiledUnit {
        self.compiled
    }
    pub fn decl(&'static self) -> &'static UnitDecl {
        &self.decl
    }
    pub fn function_decl(&'static self, index: FuncIndex) -> &'static FunctionDecl {
        &self.decl.functions[index.0 as usize]
    }
    pub fn class_decl(&'static self, index: ClassIndex) -> &'static ClassDecl {
        &self.decl.classes[index.0 as usize]
    }

    pub fn entry(&self, index: FuncIndex) -> Option<GenericEntry> {
        assert!(u64::from(index.0) < self.compiled.function_count);
        // SAFETY: the table has `function_count` entries.
        unsafe { (*self.compiled.functions.add(index.0 as usize)).entry }
    }
    /// What a vtable holds for the method.
    pub fn virtual_entry(&self, index: FuncIndex) -> *const u8 {
        // SAFETY: as in `entry`.
        let compiled = unsafe { &*self.compiled.functions.add(index.0 as usize) };
        if !compiled.typed.is_null() {
            return compiled.typed;
        }
        compiled.entry.map_or(std::ptr::null(), |entry| entry as *const u8)
    }

    /// A function outside classes (the same object each time).
    pub fn function(&'static self, index: FuncIndex) -> FuncRef {
        let cell = &self.functions[index.0 as usize];
        if let Some(func) = cell.get() {
            return func;
        }
        let func = self.make_function(index, None);
        cell.set(Some(func));
        self.set_function_cell(index, func);
        func
    }

    /// A closure or expression in the scope of `class`.
    pub fn function_in(&'static self, index: FuncIndex, class: Option<ClassRef>) -> FuncRef {
        let Some(class) = class else { return self.function(index) };
        let known = self.scoped.borrow().iter().find(|(at, scope, _)| *at == index && *scope == class).map(|entry| entry.2);
        known.unwrap_or_else(|| {
            let func = self.make_function(index, Some(class));
            self.scoped.borrow_mut().push((index, class, func));
            func
        })
    }

    fn make_function(&'static self, index: FuncIndex, class: Option<ClassRef>) -> FuncRef {
        let decl = self.function_decl(index);
        Func::new(FuncParts {
            name: Name::new(&self.with_path(&decl.name)),
            decl,
            class,
            declared_in: class,
            modifiers: decl.modifiers,
            body: Body::User { unit: self, index },
            entry: self.entry(index).unwrap_or(native_entry),
        })
    }

    /// A declared name in which a NUL byte stands for the unit's path.
    pub fn with_path(&self, name: &[u8]) -> Vec<u8> {
        match name.iter().position(|&byte| byte == 0) {
            Some(at) => [&name[..at], self.path.bytes(), &name[at + 1..]].concat(),
            None => name.to_vec(),
        }
    }

    /// Registers a unit whose path may be relative to `root`.
    ///
    /// # Safety
    /// As for [`Unit::register`].
    pub unsafe fn register_below(compiled: *const CompiledUnit, root: &[u8]) -> &'static Unit {
        // SAFETY: the caller's promise.
        let unit = unsafe { &*compiled };
        // SAFETY: as above.
        let mut bytes = unsafe { std::slice::from_raw_parts(unit.decl, unit.decl_length as usize) };
        let path = UnitDecl::decode(&mut bytes).expect("a unit's metadata was encoded by the same abi").path;
        let full = if path.first() == Some(&b'/') || root.is_empty() { path.to_vec() } else { [root, b"/", &path].concat() };
        // SAFETY: the caller's promise.
        unsafe { Unit::register(compiled, &full) }
    }

    /// Tells emitted code where the function's descriptor is. The first one stays (trait methods are told by argument).
    pub fn set_function_cell(&self, index: FuncIndex, func: FuncRef) {
        if self.compiled.function_cells.is_null() {
            return;
        }
        // SAFETY: one cell for each function.
        unsafe {
            let cell = self.compiled.function_cells.add(index.0 as usize);
            if (*cell).is_null() {
                *cell = func.as_head();
            }
        }
    }

    /// The class that this unit's declaration became.
    pub fn bound_class(&self, index: ClassIndex) -> Option<ClassRef> {
        self.classes[index.0 as usize].get()
    }
    pub(crate) fn set_class(&'static self, index: ClassIndex, class: ClassRef) {
        self.classes[index.0 as usize].set(Some(class));
        if !self.compiled.class_cells.is_null() {
            // SAFETY: one cell for each class.
            unsafe { *self.compiled.class_cells.add(index.0 as usize) = class.as_head() };
        }
        // Closures and expressions that stand in the class get their scope.
        for (number, decl) in self.decl.functions.iter().enumerate() {
            let index_of = FuncIndex(number as u32);
            let is_inner = matches!(decl.kind, FunctionKind::Closure | FunctionKind::ArrowFunction | FunctionKind::ConstExpr);
            if decl.class == Some(index) && is_inner {
                let func = self.function_in(index_of, Some(class));
                self.set_function_cell(index_of, func);
            }
        }
    }

    /// Computes a constant expression in the scope of `class`.
    pub fn run_thunk(&'static self, cx: &mut Cx, index: FuncIndex, class: Option<ClassRef>) -> Result<Value> {
        let func = self.function_in(index, class);
        crate::calls::call_func(cx, func, crate::calls::Target::of_class(class), Vec::new(), 0)
    }

    pub fn is_strict(&self) -> bool {
        self.decl.strict
    }

    /// Declares what the unit declares before its code runs: functions, then classes that can be bound early.
    pub fn hoist(&'static self, cx: &mut Cx) -> Result {
        for &index in &self.decl.hoisted_functions {
            functions::declare(cx, self, index);
        }
        for &index in &self.decl.hoisted_classes {
            table::try_early(cx, self, index)?;
        }
        Ok(())
    }

    /// What PHP says when it compiles the file, once. An error is thrown (ParseError) or ends the program.
    fn report(&'static self, cx: &mut Cx) -> Result {
        const E_PARSE: u32 = 4;
        const E_COMPILE_ERROR: u32 = 64;
        let is_error = |level: u32| matches!(level, 1 | E_PARSE | E_COMPILE_ERROR);
        for diagnostic in &self.decl.diagnostics {
            if is_error(diagnostic.level) || !self.reported.get() {
                self.reported.set(true);
                if diagnostic.level == E_PARSE {
                    return Err(crate::exceptions::throw_parse_error(cx, &diagnostic.message, self.path, diagnostic.line));
                }
                if is_error(diagnostic.level) {
                    diagnostics::compile_fatal(cx, &diagnostic.message, Some((self.path, diagnostic.line)));
                }
                let position = crate::hooks::Position { file: self.path.str(), line: diagnostic.line };
                crate::diagnostics::raise_at(cx, i64::from(diagnostic.level), &diagnostic.message, position)?;
                self.reported.set(false);
            }
        }
        self.reported.set(true);
        Ok(())
    }

    /// Runs the unit's top-level code at global scope.
    pub fn run(&'static self, cx: &mut Cx) -> Result<Value> {
        self.run_in(cx, &Scope { class: None, target: crate::calls::Target::None }, std::ptr::null_mut())
    }

    /// The top-level code: a unit may have it twice, the second time for when it runs again.
    fn main(&self) -> FuncIndex {
        let is_main = |decl: &FunctionDecl| decl.kind == FunctionKind::Main;
        let again = self.ran.replace(true);
        FuncIndex(if again { self.decl.functions.iter().rposition(is_main).unwrap_or(0) as u32 } else { 0 })
    }

    /// Runs it in the scope of a function with this symbol table view; null: global variables.
    pub fn run_in(&'static self, cx: &mut Cx, scope: &Scope, frame: *mut u8) -> Result<Value> {
        self.report(cx)?;
        self.hoist(cx)?;
        crate::symbols::set_include(frame);
        let main = self.function_in(self.main(), scope.class);
        Ok(crate::calls::enter_from_code(main, &scope.target, None, Vec::new(), 0)?.into_plain())
    }
}

/// Of the code that includes a unit: its class and what it runs on.
pub struct Scope {
    pub class: Option<ClassRef>,
    pub target: crate::calls::Target,
}

/// The unit compiled from the file at this absolute path.
pub fn find(path: &[u8]) -> Option<&'static Unit> {
    REGISTRY.with(|registry| registry.by_path.as_ref().and_then(|units| units.get(path).copied()))
}

/// The unit with this descriptor, if it is registered.
pub fn find_compiled(compiled: *const CompiledUnit) -> Option<&'static Unit> {
    REGISTRY.with(|registry| registry.all.iter().copied().find(|unit| std::ptr::eq(unit.compiled, compiled)))
}

/// The unit with this descriptor.
pub fn of_compiled(compiled: *const CompiledUnit) -> &'static Unit {
    find_compiled(compiled).expect("emitted code of registered units only runs")
}

/// All units that are known, in order.
pub fn all() -> Vec<&'static Unit> {
    REGISTRY.with(|registry| registry.all.clone())
}

/// A constant as a value.
pub fn constant_value(constant: &Const) -> Value {
    constant_value_of(constant, &Str::new)
}

/// The same with strings as `text` has them.
pub fn constant_value_of(constant: &Const, text: &dyn Fn(&[u8]) -> Str) -> Value {
    match constant {
        Const::Null => Value::NULL,
        Const::Bool(value) => Value::bool(*value),
        Const::Int(value) => Value::int(*value),
        Const::Float(bits) => Value::float(f64::from_bits(*bits)),
        Const::Str(bytes) => text(bytes).into(),
        Const::Array(items) => {
            let mut array = Array::with_capacity(items.len());
            for (key, value) in items {
                let value = constant_value_of(value, text);
                match key {
                    Const::Int(key) => array.set_int(*key, value),
                    Const::Str(key) => array.set(OwnedKey::Str(text(key)).as_key(), value),
                    _ => unreachable!("keys of constant arrays are normalised"),
                }
            }
            array.into()
        }
    }
}

/// Keeps a value to the end of the program: it is never anybody's alone.
pub fn immortal(value: Value) -> Value {
    crate::engine::owners::keep(value.clone());
    value
}

/// Reports a fatal of compilation in `unit` at `line`.
pub fn compile_fatal(cx: &mut Cx, unit: &Unit, line: u32, message: &[u8]) -> ! {
    diagnostics::compile_fatal(cx, message, Some((unit.path, line)))
}
