//! The frames of running PHP code, found from Rust: the walk from the last entry into the runtime up through emitted
//! frames, builtins on the way, and earlier entries (docs/decisions/0001).

mod code;

pub use code::{CodePosition, register_unit};
pub(crate) use code::is_emitted;

use crate::calls::depth;
use crate::global::Global;
use phpc_abi::layout::{ClassHead, FuncHead};
use phpc_abi::position::Home;
use phpc_abi::unit::{CompiledUnit, GeneratorFrame};
use phpc_abi::value::RawValue;
use std::ptr::null;

/// Written by the stubs of primitives and builtins: the caller's frame pointer and, on x86-64, its stack pointer at the call
/// (which points to the return address); on aarch64 the return address itself.
#[unsafe(no_mangle)]
static php_frame: Global<[usize; 2]> = Global::new([0; 2]);

/// What is active between emitted frames, innermost first.
static RECORDS: Global<*const Record> = Global::new(null());

/// An entry in the list of what is active between PHP frames. Lives in the Rust frame that pushed it.
#[repr(C)]
pub struct Record {
    previous: *const Record,
    kind: Kind,
}

enum Kind {
    /// Rust called a generic entry; `frame` was `php_frame` then.
    Entry { frame: [usize; 2] },
    /// Rust resumed a generator.
    Generator { frame: [usize; 2], chain: *const dyn GeneratorChain },
    /// A builtin that shows in traces.
    Builtin(BuiltinFrame),
    /// A PHP function whose arguments are being bound: the emitted frame around has no position yet.
    Binding(BuiltinFrame),
    Include(IncludeFrame),
}

/// A running include, require or eval.
#[derive(Clone, Copy)]
pub struct IncludeFrame {
    /// Number of pir's `IncludeKind`.
    pub kind: u32,
    /// The path as a borrowed value.
    pub path: RawValue,
}

/// A running builtin.
#[derive(Clone, Copy)]
pub struct BuiltinFrame {
    pub func: *const FuncHead,
    /// `$this` object or null.
    pub this: *const u8,
    /// The class of a static call, or null.
    pub class: *const ClassHead,
    pub args: *const RawValue,
    pub count: usize,
}

#[inline(always)]
fn push<R>(kind: Kind, body: impl FnOnce() -> R) -> R {
    let record = Record { previous: RECORDS.get(), kind };
    RECORDS.set(&record);
    let result = body();
    RECORDS.set(record.previous);
    result
}

/// Runs `body`, which calls a generic entry.
#[inline]
pub fn entering<R>(body: impl FnOnce() -> R) -> R {
    let frame = php_frame.get();
    let result = push(Kind::Entry { frame }, body);
    php_frame.set(frame);
    result
}

/// Runs the body of a builtin so that traces show it.
#[inline]
pub fn in_builtin<R>(frame: BuiltinFrame, body: impl FnOnce() -> R) -> R {
    push(Kind::Builtin(frame), body)
}

/// Runs the binding of a PHP function's arguments, so that traces show the callee.
#[inline]
pub fn in_binding<R>(frame: BuiltinFrame, body: impl FnOnce() -> R) -> R {
    push(Kind::Binding(frame), body)
}

/// Runs an include's file.
pub fn in_include<R>(frame: IncludeFrame, body: impl FnOnce() -> R) -> R {
    push(Kind::Include(frame), body)
}

/// A generator as traces show it.
#[derive(Clone, Copy)]
pub struct GeneratorCall {
    pub func: *const FuncHead,
    pub frame: *const GeneratorFrame,
    /// `$this` object or null.
    pub this: *const u8,
    /// The class of a static method, or null.
    pub class: *const ClassHead,
}

impl GeneratorCall {
    /// Values of the parameters while it is suspended, borrowed from its frame.
    pub fn parameters(&self, count: usize) -> Vec<RawValue> {
        // SAFETY: the frame is alive; its first values are the locals, parameters first.
        unsafe {
            let values = self.frame.add(1).cast::<RawValue>();
            (0..count.min((*self.frame).value_count as usize)).map(|at| *values.add(at)).collect()
        }
    }
    /// Where it is suspended.
    pub fn line(&self) -> u32 {
        // SAFETY: the frame is alive.
        unsafe { (*self.frame).line as u32 }
    }
}

/// The generators that a resume runs for: number 0 is the running one, then those that delegate to it, outwards.
pub trait GeneratorChain {
    fn call(&self, number: usize) -> Option<GeneratorCall>;
}

/// Runs `body`, which resumes the innermost generator of the chain.
pub fn resuming<R>(chain: &dyn GeneratorChain, body: impl FnOnce() -> R) -> R {
    let frame = php_frame.get();
    // SAFETY: only the lifetime is forgotten; the record is gone when this function returns.
    let chain = unsafe { std::mem::transmute::<*const dyn GeneratorChain, *const (dyn GeneratorChain + 'static)>(chain) };
    let result = push(Kind::Generator { frame, chain }, body);
    php_frame.set(frame);
    result
}

/// Runs `body` on behalf of suspended generators: all of the chain show as suspended.
pub fn on_behalf<R>(chain: &dyn GeneratorChain, body: impl FnOnce() -> R) -> R {
    resuming(chain, || {
        php_frame.set([0; 2]);
        body()
    })
}

/// The address in emitted code to which the running primitive returns.
pub fn caller_address() -> usize {
    return_address(php_frame.get()[1])
}

/// The bottom of a fiber's chain: links it to whoever runs the fiber at the moment.
pub struct FiberBase(Box<Record>);

impl Default for FiberBase {
    fn default() -> FiberBase {
        FiberBase(Box::new(Record { previous: null(), kind: Kind::Entry { frame: [0; 2] } }))
    }
}

impl FiberBase {
    /// A fiber starts or goes on with `inside` (None: it starts). The result is to be restored when it stops.
    pub fn switch_in(&mut self, inside: Option<Context>) -> Context {
        let outside = context();
        self.0.previous = outside.records;
        self.0.kind = Kind::Entry { frame: outside.frame };
        restore(inside.unwrap_or(Context { frame: [0; 2], records: &raw const *self.0, levels: depth::FIBER }));
        outside
    }
}

/// State of the walk, and the levels of calls left, that a fiber switch exchanges.
#[derive(Clone, Copy)]
pub struct Context {
    frame: [usize; 2],
    records: *const Record,
    levels: u32,
}

pub fn context() -> Context {
    Context { frame: php_frame.get(), records: RECORDS.get(), levels: depth::left() }
}

/// Continues with another context (after a switch back).
pub fn restore(context: Context) {
    php_frame.set(context.frame);
    RECORDS.set(context.records);
    depth::set_left(context.levels);
}

/// Emitted code was interrupted there, with this frame and stack pointer: the walk begins at it.
pub(crate) fn interrupted(frame: [usize; 2], address: usize) {
    code::interrupted_at(address);
    php_frame.set(frame);
}

/// Frame pointer and return address of the runtime call during which the time ran out.
static RAN_OUT: Global<[usize; 2]> = Global::new([0; 2]);

/// Keeps where emitted code stands, for a signal handler: it will leave through a block that several lines share.
pub(crate) fn keep_place() {
    RAN_OUT.set([php_frame.get()[0], caller_address()]);
}

/// Back to the kept place, if its frame is the one that runs still.
pub(crate) fn restore_place() {
    let [frame, address] = RAN_OUT.get();
    if frame == php_frame.get()[0] && address != 0 {
        // On x86-64 a walk looks for the return address where the second word stands.
        let returns = if cfg!(target_arch = "x86_64") { RAN_OUT.with(|words| &raw const words[1]) as usize } else { address };
        php_frame.set([frame, returns]);
    }
}

/// A frame on the walk.
pub enum Frame {
    Php(PhpFrame),
    Builtin(BuiltinFrame),
    Binding(BuiltinFrame),
    Include(IncludeFrame),
    /// A generator that delegates to one further in.
    Suspended(GeneratorCall),
}

/// A running PHP function, or one inlined into it.
#[derive(Clone, Copy)]
pub struct PhpFrame {
    pub unit: &'static CompiledUnit,
    pub position: &'static CodePosition,
    layout: Option<&'static phpc_abi::position::FrameLayout>,
    frame_pointer: usize,
    /// The caller's frame pointer and the address in its code to which this one returns (not of inlined bodies).
    caller: Option<(usize, usize)>,
    /// The running generator, if it is one's body.
    pub generator: Option<GeneratorCall>,
}

impl PhpFrame {
    pub fn line(&self) -> u32 {
        self.position.line
    }
    /// `FuncIndex` in the unit.
    pub fn function_index(&self) -> u32 {
        self.position.function
    }
    /// The function's descriptor.
    pub fn function(&self) -> *const FuncHead {
        match self.layout {
            Some(layout) if layout.function_offset != 0 => self.word(layout.function_offset) as *const FuncHead,
            // SAFETY: a cell for each function of the unit; positions name functions of the unit.
            _ => unsafe { *self.unit.function_cells.add(self.position.function as usize) },
        }
    }
    /// `$this` as an object, or the static class: (is object, address).
    pub fn this(&self) -> Option<(bool, *const u8)> {
        let layout = self.layout?;
        match layout.this_kind {
            0 => None,
            kind => Some((kind == 1, self.word(layout.this_offset) as *const u8)),
        }
    }
    /// Current values of the parameters, borrowed from the frame.
    pub fn parameters(&self) -> Vec<RawValue> {
        self.homes().iter().map(|home| self.home(home)).collect()
    }
    /// Where the parameters lie, in order.
    #[inline]
    pub fn homes(&self) -> &'static [Home] {
        self.layout.map_or(&[], |layout| code::homes(self.unit, layout))
    }

    /// `*ArrayHeader` of surplus arguments, or null; how many arguments were passed, where that is not the number of parameters.
    pub fn surplus(&self) -> (*const u8, Option<usize>) {
        let layout = self.layout;
        let mut extra = layout.filter(|layout| layout.extra_offset != 0).map(|layout| self.word(layout.extra_offset) as *const u8);
        let count = layout.filter(|layout| layout.count_offset != 0).map(|layout| self.word(layout.count_offset));
        let mut passed = count.map(|count| count as u32 as usize);
        if extra.is_none() || passed.is_none() {
            let site = self.call_site();
            if let Some((layout, frame)) = self.entry(site) {
                extra.get_or_insert_with(|| word_at(frame, layout.extra_offset) as *const u8);
                passed.get_or_insert_with(|| word_at(frame, layout.count_offset) as u32 as usize);
            } else if passed.is_none() {
                let call = match self.position.inlined_at {
                    phpc_abi::position::NONE => site,
                    call => Some(code::position(self.unit, call)),
                };
                passed = call.map(|call| call.passed).filter(|&passed| passed != phpc_abi::position::NONE).map(|passed| passed as usize);
            }
        }
        (extra.unwrap_or(null()), passed)
    }

    /// The position of the call that is in progress in the caller.
    fn call_site(&self) -> Option<&'static CodePosition> {
        let (_, address) = self.caller?;
        let (unit, number) = code::locate(address)?;
        Some(code::position(unit, number?))
    }

    /// Frame layout and frame pointer of the generic entry that has bound our arguments, if that is what called us.
    fn entry(&self, site: Option<&CodePosition>) -> Option<(&'static phpc_abi::position::FrameLayout, usize)> {
        let (frame, address) = self.caller?;
        let site = site.filter(|site| site.passed == phpc_abi::position::ENTRY)?;
        let (unit, _) = code::locate(address)?;
        code::frame_layout(unit, site.frame).map(|layout| (layout, frame))
    }

    fn word(&self, offset: i32) -> u64 {
        word_at(self.frame_pointer, offset)
    }
    /// The current value of a parameter, borrowed from the frame.
    #[inline]
    pub fn home(&self, home: &Home) -> RawValue {
        if home.tag == phpc_abi::position::TAGGED {
            RawValue {
                tag: phpc_abi::value::Tag(self.word(home.offset)),
                payload: self.word(home.offset + 8),
            }
        } else {
            RawValue { tag: phpc_abi::value::Tag(u64::from(home.tag)), payload: self.word(home.offset) }
        }
    }
}

fn word_at(frame_pointer: usize, offset: i32) -> u64 {
    let address = frame_pointer.wrapping_add_signed(offset as isize);
    // SAFETY: the position table gives offsets of words inside live frames.
    unsafe { *(address as *const u64) }
}

/// The frames from the innermost out.
pub struct Walk {
    frame_pointer: usize,
    return_address: usize,
    records: *const Record,
    /// Inlined frames of the current machine frame still to be yielded.
    inlined: Option<(&'static CompiledUnit, u32)>,
    /// Builtins on top of the next machine frame are still to be yielded.
    at_boundary: bool,
    /// Delegating generators still to be yielded, and whether the running one has been.
    chain: Option<(*const dyn GeneratorChain, usize)>,
    running_shown: bool,
}

pub fn walk() -> Walk {
    let [frame_pointer, stack_pointer] = php_frame.get();
    Walk {
        frame_pointer,
        return_address: return_address(stack_pointer),
        records: RECORDS.get(),
        inlined: None,
        at_boundary: true,
        chain: None,
        running_shown: false,
    }
}

#[cfg(target_arch = "x86_64")]
fn return_address(stack_pointer: usize) -> usize {
    if stack_pointer == 0 {
        return 0;
    }
    // SAFETY: the stub stored the stack pointer at its entry, where the return address lies as long as the call is active.
    unsafe { *(stack_pointer as *const usize) }
}
#[cfg(not(target_arch = "x86_64"))]
fn return_address(link_register: usize) -> usize {
    link_register
}

impl Iterator for Walk {
    type Item = Frame;

    fn next(&mut self) -> Option<Frame> {
        loop {
            if let Some((chain, number)) = self.chain {
                // SAFETY: the chain of an active record.
                match unsafe { (*chain).call(number) } {
                    Some(call) => {
                        self.chain = Some((chain, number + 1));
                        return Some(Frame::Suspended(call));
                    }
                    None => self.chain = None,
                }
            }
            if self.at_boundary
                && let Some(builtin) = self.next_builtin()
            {
                return Some(builtin);
            }
            self.at_boundary = false;
            if let Some((unit, number)) = self.inlined.take() {
                return Some(self.php_frame(unit, code::position(unit, number)));
            }
            match code::locate(self.return_address) {
                Some((unit, number)) => {
                    let position = number.map(|number| code::position(unit, number));
                    if let Some(position) = position.filter(|position| position.passed != phpc_abi::position::ENTRY) {
                        return Some(self.php_frame(unit, position));
                    }
                    self.step_up();
                }
                None => self.next_entry()?,
            }
        }
    }
}

impl Walk {
    /// Yields a position of the current machine frame, and moves on to what it was inlined into, or up.
    #[inline]
    fn php_frame(&mut self, unit: &'static CompiledUnit, position: &'static CodePosition) -> Frame {
        let layout = code::frame_layout(unit, position.frame);
        let mut frame = PhpFrame { unit, position, layout, frame_pointer: self.frame_pointer, caller: None, generator: None };
        if position.inlined_at == phpc_abi::position::NONE {
            frame.generator = self.running_generator(&frame);
            self.step_up();
            frame.caller = Some((self.frame_pointer, self.return_address));
        } else {
            self.inlined = Some((unit, position.inlined_at));
        }
        Frame::Php(frame)
    }

    fn running_generator(&mut self, frame: &PhpFrame) -> Option<GeneratorCall> {
        // SAFETY: records live in active Rust frames below us.
        let record = unsafe { self.records.as_ref() }?;
        let Kind::Generator { chain, .. } = record.kind else { return None };
        // SAFETY: as above.
        let call = unsafe { (*chain).call(0) }?;
        if frame.function() != call.func {
            return None;
        }
        self.running_shown = true;
        Some(call)
    }

    fn step_up(&mut self) {
        // SAFETY: emitted code keeps frame pointers: the caller's is at the frame pointer, the return address above it.
        unsafe {
            let frame = self.frame_pointer as *const usize;
            self.return_address = *frame.add(1);
            self.frame_pointer = *frame;
        }
    }

    fn next_builtin(&mut self) -> Option<Frame> {
        // SAFETY: records live in active Rust frames below us.
        let record = unsafe { self.records.as_ref() }?;
        let frame = match record.kind {
            Kind::Builtin(frame) => Frame::Builtin(BuiltinFrame { count: self.passed().unwrap_or(frame.count), ..frame }),
            Kind::Binding(frame) => Frame::Binding(frame),
            Kind::Include(frame) => Frame::Include(frame),
            Kind::Entry { .. } | Kind::Generator { .. } => return None,
        };
        self.records = record.previous;
        Some(frame)
    }

    /// How many arguments the call of a builtin in progress passes, where emitted code supplies defaults.
    fn passed(&self) -> Option<usize> {
        let (unit, number) = code::locate(self.return_address)?;
        let passed = code::position(unit, number?).passed;
        (passed < phpc_abi::position::ENTRY).then_some(passed as usize)
    }

    /// Goes on with the frames from which Rust was entered before it called the last generic entry.
    fn next_entry(&mut self) -> Option<()> {
        // SAFETY: as above.
        let record = unsafe { self.records.as_ref() }?;
        self.records = record.previous;
        let shown = std::mem::take(&mut self.running_shown);
        if let Kind::Generator { chain, .. } = record.kind {
            self.chain = Some((chain, usize::from(shown)));
        }
        if let Kind::Entry { frame } | Kind::Generator { frame, .. } = record.kind {
            self.frame_pointer = frame[0];
            self.return_address = return_address(frame[1]);
        }
        self.at_boundary = true;
        Some(())
    }
}
