//! What the chain of calls means: the running function, its class and `$this`, positions; traces as arrays and text.
//!
//! The chain itself is found by [`crate::frames`].

pub mod display;

use phpc_abi::decl::FunctionKind;
use phpc_abi::layout::{ArrayHeader, ArrayKind, ObjectHeader};
use phpc_abi::unit::CompiledUnit;
use phpc_abi::value::RawValue;

use crate::calls::func::{Body, Func};
use crate::classes::{Class, ClassRef, FuncRef};
use crate::frames::{self, BuiltinFrame, PhpFrame};
use crate::hooks::Position;
use crate::units::{self, Unit};
use crate::{Array, Object, Str, Value};

/// A call in progress. Looks into live memory: valid until the call goes on.
pub struct Frame {
    pub kind: FrameKind,
    pub func: Option<FuncRef>,
    pub unit: Option<&'static Unit>,
    /// Where it stands now; builtins: 0.
    pub line: u32,
    source: Source,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FrameKind {
    /// A PHP function, method, closure or expression.
    Function,
    /// A unit's top-level code.
    Main,
    Builtin,
    /// Between an included unit's code and the including one.
    Include,
}

enum Source {
    Php(PhpFrame),
    Native(BuiltinFrame),
    Include(frames::IncludeFrame),
    Suspended(frames::GeneratorCall),
}

impl Frame {
    fn new(frame: frames::Frame) -> Frame {
        match frame {
            frames::Frame::Php(php) => Frame::of_php(php),
            frames::Frame::Builtin(native) => Frame {
                kind: FrameKind::Builtin,
                func: function(native.func),
                unit: None,
                line: 0,
                source: Source::Native(native),
            },
            frames::Frame::Binding(native) => {
                let func = function(native.func);
                Frame {
                    kind: FrameKind::Function,
                    func,
                    unit: func.and_then(|func| func.unit()),
                    line: func.map_or(0, |func| func.line()),
                    source: Source::Native(native),
                }
            }
            frames::Frame::Include(include) => {
                Frame { kind: FrameKind::Include, func: None, unit: None, line: 0, source: Source::Include(include) }
            }
            frames::Frame::Suspended(generator) => {
                let func = function(generator.func);
                let unit = func.and_then(|func| func.unit());
                Frame { kind: FrameKind::Function, func, unit, line: generator.line(), source: Source::Suspended(generator) }
            }
        }
    }

    fn of_php(php: PhpFrame) -> Frame {
        let func = function(php.function());
        let is_main = func.is_none_or(|func| func.decl.kind == FunctionKind::Main);
        Frame {
            kind: if is_main { FrameKind::Main } else { FrameKind::Function },
            func,
            unit: unit_of(func, php.unit),
            line: php.line(),
            source: Source::Php(php),
        }
    }

    /// PHP code: it has a position.
    pub fn is_user(&self) -> bool {
        matches!(self.kind, FrameKind::Function | FrameKind::Main)
    }
    /// A constant expression: traces leave it out.
    pub fn is_expression(&self) -> bool {
        self.func.is_some_and(|func| func.decl.kind == FunctionKind::ConstExpr)
    }
    pub fn file(&self) -> Str {
        self.unit.map_or_else(Str::empty, |unit| unit.path.str())
    }
    /// Kind and argument of an include.
    pub fn include(&self) -> Option<(u32, Value)> {
        match &self.source {
            // SAFETY: the include's owner keeps the path while it runs.
            Source::Include(include) => Some((include.kind, unsafe { Value::from_borrowed(include.path) })),
            _ => None,
        }
    }
    pub fn this(&self) -> Option<Object> {
        let pointer = match &self.source {
            Source::Native(native) => native.this,
            Source::Php(php) => match php.this() {
                Some((true, pointer)) => pointer,
                _ => php.generator?.this,
            },
            Source::Suspended(generator) => generator.this,
            Source::Include(_) => return None,
        };
        let pointer = pointer.cast_mut().cast::<ObjectHeader>();
        // SAFETY: `$this` is alive while its frame is.
        (!pointer.is_null()).then(|| unsafe { Object::retain(pointer) })
    }
    /// What `static` means in it.
    pub fn static_class(&self) -> Option<ClassRef> {
        if let Some(this) = self.this() {
            return Some(this.class_ref());
        }
        let pointer = match &self.source {
            Source::Native(native) => native.class,
            Source::Php(php) => match php.this() {
                Some((false, pointer)) => pointer.cast(),
                _ => php.generator.map_or(std::ptr::null(), |generator| generator.class),
            },
            Source::Suspended(generator) => generator.class,
            Source::Include(_) => std::ptr::null(),
        };
        // SAFETY: the head of a class, which is never freed.
        let class = (!pointer.is_null()).then(|| unsafe { Class::from_head(pointer) });
        class.or(self.func.and_then(|func| func.class))
    }
    /// The current values of the arguments passed; references are followed.
    pub fn args(&self) -> Vec<Value> {
        let args = match &self.source {
            Source::Native(native) => {
                // SAFETY: the record's owner keeps the arguments in place.
                (0..native.count).map(|at| unsafe { Value::from_borrowed(*native.args.add(at)) }).collect()
            }
            Source::Php(php) if php.generator.is_none() => return self.passed_args(php),
            Source::Php(php) => {
                let mut args = self.parameters(php.parameters());
                let (extra, passed) = php.surplus();
                args.extend(surplus_values(extra, usize::MAX));
                match passed {
                    Some(passed) => args.truncate(passed),
                    None => args = without_missing(args),
                }
                args
            }
            Source::Suspended(generator) => {
                let count = self.func.map_or(0, |func| func.params.len());
                without_missing(self.parameters(generator.parameters(count)))
            }
            Source::Include(_) => Vec::new(),
        };
        args.into_iter().map(Value::into_plain).collect()
    }

    /// The same as a list, if all were passed to parameters of their own of a function that is no generator.
    pub fn listed_args(&self) -> Option<Array> {
        let Source::Php(php) = &self.source else { return None };
        if php.generator.is_some() || self.func.is_none_or(|func| func.is_variadic()) {
            return None;
        }
        let (extra, passed) = php.surplus();
        if !extra.is_null() {
            return None;
        }
        let homes = php.homes();
        let homes = &homes[..homes.len().min(passed.unwrap_or(usize::MAX))];
        // SAFETY: homes hold valid values while the frame lives.
        let mut values = homes.iter().map(|home| unsafe { Value::from_borrowed(php.home(home)) }.into_plain());
        let Some(first) = values.next() else { return Some(Array::new()) };
        let mut args = match values.len() {
            0 => Array::list_from(first, 0),
            // Arguments are mostly of several types.
            rest if php.home(&homes[1]).tag != first.tag() => {
                let mut args = Array::list_with_capacity(ArrayKind::Values, rest + 1);
                args.push(first);
                args
            }
            rest => Array::list_from(first, rest),
        };
        args.extend(values);
        Some(args)
    }

    /// What was passed to a function that is no generator: parameters by their homes, then what is surplus.
    fn passed_args(&self, php: &PhpFrame) -> Vec<Value> {
        let homes = php.homes();
        let variadic = self.func.is_some_and(|func| func.is_variadic());
        let named = if variadic { homes.len().saturating_sub(1) } else { homes.len() };
        let (extra, passed) = php.surplus();
        let passed = passed.unwrap_or(usize::MAX);
        // SAFETY: homes hold valid values while the frame lives.
        let values = homes[..named.min(passed)].iter().map(|home| unsafe { Value::from_borrowed(php.home(home)) }.into_plain());
        let mut args: Vec<Value> = values.collect();
        args.extend(surplus_values(extra, passed.saturating_sub(named)));
        args
    }

    /// Arguments with names that a variadic parameter has collected.
    pub fn named_args(&self) -> Vec<(Str, Value)> {
        let Source::Php(php) = &self.source else { return Vec::new() };
        if !self.func.is_some_and(|func| func.is_variadic()) {
            return Vec::new();
        }
        let Some(home) = php.parameters().pop() else { return Vec::new() };
        // SAFETY: homes hold valid values while the frame lives.
        let value = unsafe { Value::from_borrowed(home) }.deref();
        let Some(rest) = value.as_array() else { return Vec::new() };
        let named = rest.iter().filter_map(|(key, value)| match key {
            crate::Key::Str(name) => Some((name.clone(), value.to_value())),
            crate::Key::Int(_) => None,
        });
        named.collect()
    }

    /// The values of the parameters as arguments.
    fn parameters(&self, homes: Vec<RawValue>) -> Vec<Value> {
        let count = homes.len();
        let variadic = self.func.is_some_and(|func| func.is_variadic());
        let mut args: Vec<Value> = Vec::new();
        for (number, home) in homes.into_iter().enumerate() {
            // SAFETY: homes hold valid values while the frame lives.
            let value = unsafe { Value::from_borrowed(home) };
            if variadic && number + 1 == count {
                if let Some(rest) = value.deref().as_array() {
                    let positional = rest.iter().filter(|(key, _)| matches!(key, crate::Key::Int(_)));
                    args.extend(positional.map(|(_, value)| value.to_value()));
                }
            } else {
                args.push(value);
            }
        }
        args
    }
}

/// The first values of an array of surplus arguments, or of null.
fn surplus_values(extra: *const u8, count: usize) -> Vec<Value> {
    let extra = extra.cast_mut().cast::<ArrayHeader>();
    if extra.is_null() {
        return Vec::new();
    }
    // SAFETY: an array that the frame owns.
    let extra = unsafe { Array::retain(extra) };
    extra.iter().take(count).map(|(_, value)| value.to_value()).collect()
}

/// Only what was passed, as far as a generator's frame tells.
fn without_missing(mut args: Vec<Value>) -> Vec<Value> {
    while args.last().is_some_and(Value::is_undef) {
        args.pop();
    }
    args
}

/// The unit with this code, mostly that of the function.
fn unit_of(func: Option<FuncRef>, compiled: &'static CompiledUnit) -> Option<&'static Unit> {
    match func.map(|func| func.body) {
        Some(Body::User { unit, .. }) if std::ptr::eq(unit.compiled(), compiled) => Some(unit),
        _ => units::find_compiled(compiled),
    }
}

fn function(head: *const phpc_abi::layout::FuncHead) -> Option<FuncRef> {
    // SAFETY: descriptors are made by `Func::new` and never freed.
    (!head.is_null()).then(|| unsafe { Func::from_head(head) })
}

/// The frames from the innermost on. A function in its prologue comes once, though its machine frame is there as well.
pub fn walk() -> impl Iterator<Item = Frame> {
    let mut binding: Option<FuncRef> = None;
    frames::walk().filter_map(move |frame| {
        let starts_binding = matches!(frame, frames::Frame::Binding(_));
        let frame = Frame::new(frame);
        let bound = binding.take();
        if starts_binding {
            binding = frame.func;
        } else if bound.zip(frame.func).is_some_and(|(bound, func)| bound == func) && matches!(frame.source, Source::Php(_)) {
            return None;
        }
        Some(frame)
    })
}

/// The running PHP function (also a constant expression).
pub fn current_function() -> Option<FuncRef> {
    walk().find(Frame::is_user).and_then(|frame| frame.func)
}

/// The class whose code runs.
pub fn current_scope() -> Option<ClassRef> {
    current_function().and_then(|func| func.class)
}

/// `$this` of the running PHP function.
pub fn current_this() -> Option<Object> {
    walk().find(Frame::is_user).and_then(|frame| frame.this())
}

/// What `static` means in the running PHP function.
pub fn current_static() -> Option<ClassRef> {
    walk().find(Frame::is_user).and_then(|frame| frame.static_class())
}

/// File and line of the running PHP code; constant expressions count as the code that needs them.
pub fn current_position() -> Position {
    let found = walk().find(|frame| frame.is_user() && !frame.is_expression());
    found.map(|frame| Position { file: frame.file(), line: frame.line }).unwrap_or_default()
}

/// Position of the code that called the running function, if that is PHP code ("called in F on line N").
pub fn caller_position() -> Option<Position> {
    let frame = walk().filter(|frame| !frame.is_expression()).nth(1)?;
    frame.is_user().then(|| Position { file: frame.file(), line: frame.line })
}
