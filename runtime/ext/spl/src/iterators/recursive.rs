//! RecursiveIteratorIterator: a tree of iterators in one line.

use super::inner::*;
use crate::support::*;
use std::rc::Rc;

pub(crate) static CLASSES: Classes = &[&RECURSIVE];

const LEAVES_ONLY: i64 = 0;
const SELF_FIRST: i64 = 1;
const CHILD_FIRST: i64 = 2;
const CATCH_GET_CHILD: i64 = 16;

static RECURSIVE: BuiltinClass = BuiltinClass {
    constants: &[
        ("LEAVES_ONLY", int(LEAVES_ONLY)),
        ("SELF_FIRST", int(SELF_FIRST)),
        ("CHILD_FIRST", int(CHILD_FIRST)),
        ("CATCH_GET_CHILD", int(CATCH_GET_CHILD)),
    ],
    methods: &[
        m("public __construct(object $iterator, int $mode = RecursiveIteratorIterator::LEAVES_ONLY, int $flags = 0)", |cx, call| {
            let iterator = from_aggregate(cx, &call.object_opt(0).expect("the signature says so"))?;
            set_up_levels(cx, call.this(), iterator, call.int_or(1, LEAVES_ONLY), call.int_or(2, 0))
        }),
        m("public rewind(): void", rewind),
        m("public valid(): bool", valid),
        m("public key(): mixed", |cx, call| sub_iterator(cx, call.this())?.key(cx)),
        m("public current(): mixed", |cx, call| sub_iterator(cx, call.this())?.current(cx)),
        m("public next(): void", |cx, call| {
            advance(cx, call.this())?;
            Ok(Value::NULL)
        }),
        m("public getDepth(): int", |_, call| Ok(Value::int(state::<Levels>(call.this()).depth()))),
        m("public getSubIterator(?int $level = null): ?RecursiveIterator", |cx, call| {
            let levels = state::<Levels>(call.this());
            let level = call.arg(0).as_int().unwrap_or(levels.depth());
            if !(0..=levels.depth()).contains(&level) {
                return Ok(Value::NULL);
            }
            sub_iterator(cx, call.this())?;
            Ok(levels.levels.borrow()[level as usize].inner.object.clone().into())
        }),
        m("public getInnerIterator(): RecursiveIterator", |cx, call| Ok(sub_iterator(cx, call.this())?.object.clone().into())),
        m("public beginIteration()", |_, _| Ok(Value::NULL)),
        m("public endIteration()", |_, _| Ok(Value::NULL)),
        m("public callHasChildren(): bool", |cx, call| match state::<Levels>(call.this()).innermost() {
            Some(inner) => ask(cx, &inner.object, b"haschildren"),
            None => Ok(Value::FALSE),
        }),
        m("public callGetChildren(): ?RecursiveIterator", |cx, call| {
            let inner = sub_iterator(cx, call.this())?;
            ask(cx, &inner.object, b"getchildren")
        }),
        m("public beginChildren()", |_, _| Ok(Value::NULL)),
        m("public endChildren()", |_, _| Ok(Value::NULL)),
        m("public nextElement()", |_, _| Ok(Value::NULL)),
        m("public setMaxDepth(int $maxDepth = -1): void", |cx, call| {
            let depth = call.int_or(0, -1);
            if depth < -1 {
                return call.value_error(cx, 0, "must be greater than or equal to -1");
            }
            state::<Levels>(call.this()).max_depth.set(depth.min(i64::from(i32::MAX)));
            Ok(Value::NULL)
        }),
        m("public getMaxDepth(): int|false", |_, call| match state::<Levels>(call.this()).max_depth.get() {
            -1 => Ok(Value::FALSE),
            depth => Ok(Value::int(depth)),
        }),
        m("public __call(string $name, array $arguments): mixed", |cx, call| {
            let this = call.this();
            let inner = sub_iterator(cx, this)?;
            forward(cx, call, Some(inner.object.clone()))
        }),
    ],
    handlers: Handlers { create: Some(|_, _| Box::new(Levels::default())), uncloneable: true, ..Handlers::NONE },
    ..BuiltinClass::new("class RecursiveIteratorIterator implements OuterIterator")
};

/// What is to be done next on a level.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Next,
    Test,
    Itself,
    Child,
    Start,
}

struct Level {
    inner: Rc<Inner>,
    step: Step,
}

pub(crate) struct Levels {
    levels: RefCell<Vec<Level>>,
    mode: Cell<i64>,
    pub(crate) flags: Cell<i64>,
    max_depth: Cell<i64>,
    iterating: Cell<bool>,
    /// RecursiveTreeIterator.
    pub(crate) prefix: RefCell<[Str; 6]>,
    pub(crate) postfix: RefCell<Str>,
}

impl Default for Levels {
    fn default() -> Levels {
        Levels {
            levels: RefCell::default(),
            mode: Cell::new(0),
            flags: Cell::new(0),
            max_depth: Cell::new(-1),
            iterating: Cell::new(false),
            prefix: RefCell::new(["".into(), "| ".into(), "  ".into(), "|-".into(), "\\-".into(), "".into()]),
            postfix: RefCell::default(),
        }
    }
}

impl NativeState for Levels {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        self.levels.borrow().iter().filter(|level| Rc::strong_count(&level.inner) == 1).for_each(|level| level.inner.visit(visit));
    }
    fn clear(&self) {
        let old = self.levels.take();
        drop(old);
    }
}

impl Levels {
    /// The present level.
    fn depth(&self) -> i64 {
        (self.levels.borrow().len() as i64 - 1).max(0)
    }
    pub(crate) fn innermost(&self) -> Option<Rc<Inner>> {
        self.levels.borrow().last().map(|level| level.inner.clone())
    }
    /// All iterators, outermost first.
    pub(crate) fn all(&self) -> Vec<Object> {
        self.levels.borrow().iter().map(|level| level.inner.object.clone()).collect()
    }
    fn set_step(&self, step: Step) {
        if let Some(level) = self.levels.borrow_mut().last_mut() {
            level.step = step;
        }
    }
    fn pop(&self) {
        let old = self.levels.borrow_mut().pop();
        drop(old);
    }
}

pub(crate) fn sub_iterator(cx: &mut Cx, this: &Object) -> Result<Rc<Inner>> {
    match state::<Levels>(this).innermost() {
        Some(inner) => Ok(inner),
        None => Err(cx.throw_error(message!("The ", this.class_ref().name, " instance wasn't initialized properly"))),
    }
}

pub(crate) fn set_up_levels(cx: &mut Cx, this: &Object, iterator: Object, mode: i64, flags: i64) -> Result<Value> {
    if !iterator.class_ref().is_subclass_of(class("recursiveiterator")) {
        let text = "An instance of RecursiveIterator or IteratorAggregate creating it is required";
        return throw(cx, "invalidargumentexception", text);
    }
    let levels = state::<Levels>(this);
    let old = levels.levels.replace(vec![Level { inner: Inner::new(iterator), step: Step::Start }]);
    drop(old);
    levels.mode.set(mode);
    levels.flags.set(flags);
    levels.max_depth.set(-1);
    levels.iterating.set(false);
    Ok(Value::NULL)
}

/// Calls a method of `$this` that a PHP subclass overrides.
fn hook(cx: &mut Cx, this: &Object, lower: &'static [u8]) -> Result {
    match overridden(this, lower) {
        Some(method) => calls::call_on(cx, this, method, Vec::new()).map(drop),
        None => Ok(()),
    }
}

/// Lets an exception pass, or forgets it if the flags say so.
fn caught<T>(levels: &Levels, result: Result<T>) -> Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(thrown) if levels.flags.get() & CATCH_GET_CHILD == 0 => Err(thrown),
        Err(_) => {
            drop(phpc_core::exceptions::take());
            phpc_core::pending::check()?;
            Ok(None)
        }
    }
}

fn rewind(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    sub_iterator(cx, this)?;
    let levels = state::<Levels>(this);
    while levels.levels.borrow().len() > 1 {
        levels.pop();
        hook(cx, this, b"endchildren")?;
    }
    levels.set_step(Step::Start);
    let inner = sub_iterator(cx, this)?;
    inner.rewind(cx)?;
    if !levels.iterating.get() {
        hook(cx, this, b"beginiteration")?;
    }
    levels.iterating.set(true);
    advance(cx, this)?;
    Ok(Value::NULL)
}

fn valid(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let levels = state::<Levels>(this);
    let all: Vec<Rc<Inner>> = levels.levels.borrow().iter().rev().map(|level| level.inner.clone()).collect();
    if all.is_empty() {
        sub_iterator(cx, this)?;
    }
    for inner in all {
        if inner.valid(cx)? {
            return Ok(Value::TRUE);
        }
    }
    if levels.iterating.get() {
        hook(cx, this, b"enditeration")?;
    }
    levels.iterating.set(false);
    Ok(Value::FALSE)
}

/// To the next element that is shown.
fn advance(cx: &mut Cx, this: &Object) -> Result {
    sub_iterator(cx, this)?;
    let levels = state::<Levels>(this);
    loop {
        let Some((inner, step)) = levels.levels.borrow().last().map(|level| (level.inner.clone(), level.step)) else { return Ok(()) };
        let mode = levels.mode.get();
        match step {
            Step::Next | Step::Start => {
                if step == Step::Next {
                    caught(levels, inner.next(cx))?;
                }
                let is_valid = inner.valid(cx)?;
                if !levels.innermost().is_some_and(|now| Rc::ptr_eq(&now, &inner)) {
                    return Ok(());
                }
                if is_valid {
                    levels.set_step(Step::Test);
                    continue;
                }
                // No more elements here.
                if levels.levels.borrow().len() <= 1 {
                    return Ok(());
                }
                let ended = hook(cx, this, b"endchildren");
                caught(levels, ended)?;
                if levels.innermost().is_some_and(|now| Rc::ptr_eq(&now, &inner)) {
                    levels.pop();
                }
            }
            Step::Test => {
                let asked = match overridden(this, b"callhaschildren") {
                    Some(method) => calls::call_on(cx, this, method, Vec::new()),
                    None => ask(cx, &inner.object, b"haschildren"),
                };
                if asked.is_err() && levels.flags.get() & CATCH_GET_CHILD == 0 {
                    levels.set_step(Step::Next);
                }
                let has_children = caught(levels, asked)?.is_some_and(|answer| convert::to_bool(&answer));
                if has_children {
                    let limit = levels.max_depth.get();
                    if limit == -1 || limit > levels.depth() {
                        levels.set_step(if mode == SELF_FIRST { Step::Itself } else { Step::Child });
                        continue;
                    }
                    if mode == LEAVES_ONLY {
                        levels.set_step(Step::Next);
                        continue;
                    }
                }
                let result = hook(cx, this, b"nextelement");
                levels.set_step(Step::Next);
                caught(levels, result)?;
                return Ok(());
            }
            Step::Itself => {
                let result = hook(cx, this, b"nextelement");
                levels.set_step(if mode == SELF_FIRST { Step::Child } else { Step::Next });
                return result;
            }
            Step::Child => {
                let children = match overridden(this, b"callgetchildren") {
                    Some(method) => calls::call_on(cx, this, method, Vec::new()),
                    None => ask(cx, &inner.object, b"getchildren"),
                };
                let Some(children) = caught(levels, children)? else {
                    levels.set_step(Step::Next);
                    continue;
                };
                let children = children.as_object().filter(|object| object.class_ref().is_subclass_of(class("recursiveiterator")));
                let Some(children) = children.cloned() else {
                    let text = "Objects returned by RecursiveIterator::getChildren() must implement RecursiveIterator";
                    return throw(cx, "unexpectedvalueexception", text);
                };
                levels.set_step(if mode == CHILD_FIRST { Step::Itself } else { Step::Next });
                let child = Inner::new(children);
                levels.levels.borrow_mut().push(Level { inner: child.clone(), step: Step::Start });
                child.rewind(cx)?;
                let begun = hook(cx, this, b"beginchildren");
                caught(levels, begun)?;
            }
        }
    }
}
