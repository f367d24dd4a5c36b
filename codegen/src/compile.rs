//! CLIF to machine code: settings, one Cranelift context a thread, results in a fixed order.

use crate::lower::{Frame, Input, Lowered, ParamHome, lower_body, lower_entry};
use crate::names::Symbol;
use cranelift_codegen::binemit::Reloc;
use cranelift_codegen::control::ControlPlane;
use cranelift_codegen::ir::{self, ExternalName, UserFuncName};
use cranelift_codegen::isa::{self, OwnedTargetIsa};
use cranelift_codegen::settings::{self, Configurable};
use cranelift_codegen::{Context, FinalizedRelocTarget, MachBufferFrameLayout};
use cranelift_frontend::FunctionBuilderContext;
use phpc_abi::position::{Home, TAGGED};
use phpc_ir::ssa::Variant;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The machines we make code for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    X86_64,
    Aarch64,
}

impl Target {
    pub fn from_triple(text: &str) -> Option<Target> {
        match text {
            "x86_64-unknown-linux-gnu" => Some(Target::X86_64),
            "aarch64-unknown-linux-gnu" => Some(Target::Aarch64),
            _ => None,
        }
    }
    fn triple(self) -> target_lexicon::Triple {
        let text = match self {
            Target::X86_64 => "x86_64-unknown-linux-gnu",
            Target::Aarch64 => "aarch64-unknown-linux-gnu",
        };
        text.parse().expect("a known triple")
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub target: Target,
    pub threads: usize,
    /// Cranelift's verifier and the cheaper optimisation level, for looking for our own mistakes.
    pub verify: bool,
    pub optimize: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { target: Target::X86_64, threads: 1, verify: cfg!(debug_assertions), optimize: true }
    }
}

/// How much work a piece of code is worth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Effort {
    /// Code that may be hot.
    Full,
    /// Too large for the optimiser's and the allocator's costs, which grow faster than the code.
    Large,
    /// Top-level code without loops: it runs once.
    Once,
}

/// Cranelift's settings for each effort.
pub(crate) struct Isas {
    full: OwnedTargetIsa,
    large: OwnedTargetIsa,
    once: OwnedTargetIsa,
}

impl Isas {
    pub(crate) fn new(options: &Settings) -> Isas {
        Isas {
            full: make_isa(options, Effort::Full),
            large: make_isa(options, Effort::Large),
            once: make_isa(options, Effort::Once),
        }
    }
    pub(crate) fn frontend_config(&self) -> isa::TargetFrontendConfig {
        self.full.frontend_config()
    }
    fn of(&self, effort: Effort) -> &OwnedTargetIsa {
        match effort {
            Effort::Full => &self.full,
            Effort::Large => &self.large,
            Effort::Once => &self.once,
        }
    }
}

/// Instructions of CLIF from which on a function is large.
const LARGE: usize = 20_000;

fn effort(input: &Input, task: Task, lowered: &Lowered, clif: &ir::Function) -> Effort {
    let func = &input.funcs[task.func as usize];
    let is_main = input.program.decl(func.reference).kind == phpc_abi::decl::FunctionKind::Main;
    if is_main && !lowered.has_loop {
        return Effort::Once;
    }
    if clif.dfg.num_insts() >= LARGE { Effort::Large } else { Effort::Full }
}

fn make_isa(options: &Settings, effort: Effort) -> OwnedTargetIsa {
    let mut flags = settings::builder();
    let mut set = |name, value| flags.set(name, value).expect("a setting of Cranelift");
    set("opt_level", if options.optimize && effort == Effort::Full { "speed" } else { "none" });
    set("regalloc_algorithm", if effort == Effort::Full { "backtracking" } else { "single_pass" });
    set("enable_verifier", if options.verify { "true" } else { "false" });
    set("preserve_frame_pointers", "true");
    // Everything is colocated; with "is_pic" Cranelift would fetch addresses from a GOT all the same.
    set("is_pic", "false");
    set("use_colocated_libcalls", "true");
    set("unwind_info", "false");
    set("enable_probestack", "false");
    set("enable_llvm_abi_extensions", "true");
    let mut builder = isa::lookup(options.target.triple()).expect("Cranelift was built for the target");
    if options.target == Target::X86_64 {
        for feature in ["has_sse3", "has_ssse3", "has_cmpxchg16b", "has_sse41", "has_sse42", "has_popcnt"] {
            builder.enable(feature).expect("a feature of the target");
        }
    }
    builder.finish(settings::Flags::new(flags)).expect("settings fit together")
}

/// A piece of code to make.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Task {
    pub func: u32,
    /// The generic entry rather than the body.
    pub entry: bool,
}

/// Units in order; in each the functions in the order given, each followed by its generic entry.
pub(crate) fn tasks(input: &Input) -> Vec<Task> {
    let mut order: Vec<u32> = (0..input.funcs.len() as u32).collect();
    order.sort_by_key(|&number| input.funcs[number as usize].reference.unit);
    let mut tasks = Vec::new();
    for func in order {
        tasks.push(Task { func, entry: false });
        if input.funcs[func as usize].reference.variant == Variant::Body {
            tasks.push(Task { func, entry: true });
        }
    }
    tasks
}

#[derive(Debug)]
pub(crate) struct CodeReloc {
    pub offset: u32,
    pub kind: Reloc,
    pub target: CodeTarget,
    pub addend: i64,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum CodeTarget {
    Symbol(Symbol),
    /// Offset in the same piece of code.
    Here(u32),
    /// A function of the C library that Cranelift calls.
    Library(ir::LibCall),
}

/// Frame-pointer-relative places of what traces show.
#[derive(Clone, Default, Debug)]
pub(crate) struct FrameOffsets {
    pub homes: Vec<Home>,
    /// Offset and kind: 0 none, 1 object, 2 class.
    pub this: (i32, u32),
    pub function: i32,
    pub extra: i32,
    pub count: i32,
}

#[derive(Debug)]
pub(crate) struct Code {
    pub bytes: Vec<u8>,
    pub relocs: Vec<CodeReloc>,
    /// Return address and position (index into the function's positions), sorted.
    pub call_sites: Vec<(u32, u32)>,
    /// Start, and position, of each stretch of code, in functions with loops.
    pub loop_lines: Vec<(u32, u32)>,
    pub frame: Option<FrameOffsets>,
    /// Of `Func::inlined`.
    pub inlined: Vec<Option<FrameOffsets>>,
    pub cache_words: u32,
}

/// What failed, in which function.
#[derive(Debug)]
pub struct Failure {
    pub function: phpc_ir::ssa::FuncRef,
    pub message: String,
}

struct Worker<'a> {
    input: &'a Input<'a>,
    isas: &'a Isas,
    context: Context,
    frontend: FunctionBuilderContext,
}

pub(crate) fn compile_all(input: &Input, isas: &Isas, tasks: &[Task], threads: usize) -> Result<Vec<Code>, Failure> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<Option<Result<Code, Failure>>>> = Mutex::new(tasks.iter().map(|_| None).collect());
    let work = || {
        let mut worker = Worker { input, isas, context: Context::new(), frontend: FunctionBuilderContext::new() };
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(&task) = tasks.get(index) else { return };
            let code = worker.compile(task);
            results.lock().expect("no worker panics while it holds the lock")[index] = Some(code);
        }
    };
    if threads <= 1 || tasks.len() < 8 {
        work();
    } else {
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(work);
            }
        });
    }
    let results = results.into_inner().expect("workers are done");
    results.into_iter().map(|code| code.expect("every task was taken")).collect()
}

impl Worker<'_> {
    fn lower(&mut self, task: Task) -> Lowered {
        self.context.clear();
        self.context.func.name = UserFuncName::user(task.entry as u32, task.func);
        let (input, clif, frontend) = (self.input, &mut self.context.func, &mut self.frontend);
        if task.entry {
            return lower_entry(input, task.func, clif, frontend);
        }
        lower_body(input, task.func, clif, frontend)
    }

    fn compile(&mut self, task: Task) -> Result<Code, Failure> {
        let lowered = self.lower(task);
        let function = self.input.funcs[task.func as usize].reference;
        let isa = self.isas.of(effort(self.input, task, &lowered, &self.context.func));
        if let Err(error) = self.context.compile(&**isa, &mut ControlPlane::default()) {
            let problem = format!("{:?}", error.inner);
            return Err(Failure { function, message: format!("{problem}\n{}", self.context.func.display()) });
        }
        Ok(self.collect(lowered))
    }

    fn collect(&self, lowered: Lowered) -> Code {
        let compiled = self.context.compiled_code().expect("it was just compiled");
        let buffer = &compiled.buffer;
        let names = &self.context.func.params;
        let relocs = buffer.relocs().iter().map(|reloc| CodeReloc {
            offset: reloc.offset,
            kind: reloc.kind,
            addend: reloc.addend,
            target: match &reloc.target {
                FinalizedRelocTarget::Func(offset) => CodeTarget::Here(*offset),
                FinalizedRelocTarget::ExternalName(ExternalName::User(name)) => {
                    CodeTarget::Symbol(Symbol::decode(&names.user_named_funcs()[*name]))
                }
                FinalizedRelocTarget::ExternalName(ExternalName::LibCall(call)) => CodeTarget::Library(*call),
                FinalizedRelocTarget::ExternalName(name) => panic!("{name:?} is not ours"),
            },
        });
        let lines: Vec<_> = buffer.get_srclocs_sorted().iter().filter(|range| !range.loc.is_default()).collect();
        let position = |at: u32| {
            let found = lines.partition_point(|range| range.start <= at).checked_sub(1)?;
            (at < lines[found].end).then(|| lines[found].loc.bits())
        };
        let call_sites = buffer.call_sites().filter_map(|site| Some((site.ret_addr, position(site.ret_addr - 1)?)));
        Code {
            bytes: buffer.data().to_vec(),
            relocs: relocs.collect(),
            call_sites: call_sites.collect(),
            loop_lines: if lowered.has_loop { lines.iter().map(|range| (range.start, range.loc.bits())).collect() } else { Vec::new() },
            frame: frame_offsets(&lowered.frame, buffer.frame_layout()),
            inlined: lowered.inlined.iter().map(|frame| frame_offsets(frame, buffer.frame_layout())).collect(),
            cache_words: lowered.cache_words,
        }
    }
}

fn frame_offsets(frame: &Frame, layout: Option<&MachBufferFrameLayout>) -> Option<FrameOffsets> {
    let layout = layout?;
    if frame.homes.is_empty() && frame.this.is_none() && frame.function.is_none() && frame.extra.is_none() {
        return None;
    }
    let offset = |slot: ir::StackSlot| layout.stackslots[slot].offset as i32 - layout.frame_to_fp_offset as i32;
    let home = |home: &Option<ParamHome>| match home {
        Some(home) => Home { offset: offset(home.slot) + home.offset, tag: home.tag.map_or(TAGGED, |tag| tag.0 as u32) },
        None => Home { offset: 0, tag: 0 },
    };
    Some(FrameOffsets {
        homes: frame.homes.iter().map(home).collect(),
        this: frame.this.map_or((0, 0), |(slot, object)| (offset(slot), if object { 1 } else { 2 })),
        function: frame.function.map_or(0, offset),
        extra: frame.extra.map_or(0, offset),
        count: frame.count.map_or(0, offset),
    })
}

/// The CLIF and the assembly of the chosen functions, for reading.
pub(crate) fn dump(input: &Input, isas: &Isas, tasks: &[Task], assembly: bool) -> Result<String, Failure> {
    let mut worker = Worker { input, isas, context: Context::new(), frontend: FunctionBuilderContext::new() };
    let mut text = String::new();
    for &task in tasks {
        let lowered = worker.lower(task);
        let title = crate::title(input, task.func, task.entry);
        text += &format!("; {title}\n");
        if !assembly {
            text += &annotate(&worker.context.func);
            continue;
        }
        worker.context.set_disasm(true);
        let function = input.funcs[task.func as usize].reference;
        let isa = isas.of(effort(input, task, &lowered, &worker.context.func));
        if let Err(error) = worker.context.compile(&**isa, &mut ControlPlane::default()) {
            return Err(Failure { function, message: format!("{:?}", error.inner) });
        }
        let compiled = worker.context.compiled_code().expect("it was just compiled");
        text += &name_symbols(&worker.context.func, compiled.vcode.as_deref().unwrap_or_default());
    }
    Ok(text)
}

fn annotate(func: &ir::Function) -> String {
    name_symbols(func, &func.display().to_string())
}

/// Numbered names (`u2:17`, `userextname3`) get ours behind them.
fn name_symbols(func: &ir::Function, text: &str) -> String {
    let mut names: Vec<(String, String)> = Vec::new();
    for (reference, name) in func.params.user_named_funcs().iter() {
        let ours = format!("{:?}", Symbol::decode(name));
        names.push((format!("userextname{}", reference.as_u32()), ours.clone()));
        names.push((format!("u{}:{}", name.namespace, name.index), ours));
    }
    let mut out = String::new();
    for line in text.lines() {
        out += line;
        let is_word = |rest: &str| !rest.starts_with(|next: char| next.is_ascii_digit());
        let mut found = names.iter().filter(|(key, _)| line.match_indices(key.as_str()).any(|(at, _)| is_word(&line[at + key.len()..])));
        if let Some((_, ours)) = found.next() {
            out += "  ; ";
            out += ours;
        }
        out.push('\n');
    }
    out
}
