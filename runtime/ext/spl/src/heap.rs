//! SplHeap, SplMinHeap, SplMaxHeap, SplPriorityQueue.

use crate::support::*;
use phpc_core::global::Global;
use phpc_core::operators;
use phpc_core::value::Tag;
use std::cmp::Ordering;

pub(crate) static CLASSES: Classes = &[&PRIORITY_QUEUE, &HEAP, &MIN_HEAP, &MAX_HEAP];

const EXTR_DATA: i64 = 1;
const EXTR_PRIORITY: i64 = 2;
const EXTR_BOTH: i64 = 3;

static PRIORITY_QUEUE: BuiltinClass = BuiltinClass {
    constants: &[("EXTR_BOTH", int(EXTR_BOTH)), ("EXTR_PRIORITY", int(EXTR_PRIORITY)), ("EXTR_DATA", int(EXTR_DATA))],
    methods: &[
        m("public compare(mixed $priority1, mixed $priority2): int", compare_max),
        m("public insert(mixed $value, mixed $priority): true", |cx, call| {
            let element = Element { data: call.arg(0).clone(), priority: call.arg(1).clone() };
            insert(cx, call.this(), element)
        }),
        m("public setExtractFlags(int $flags): int", set_extract_flags),
        m("public top(): mixed", top),
        m("public extract(): mixed", extract),
        m("public count(): int", count),
        m("public isEmpty(): bool", is_empty),
        m("public rewind(): void", |_, _| Ok(Value::NULL)),
        m("public current(): mixed", current),
        m("public key(): int", key),
        m("public next(): void", next),
        m("public valid(): bool", valid),
        m("public recoverFromCorruption(): true", recover),
        m("public isCorrupted(): bool", is_corrupted),
        m("public getExtractFlags(): int", |_, call| Ok(Value::int(state::<State>(call.this()).flags.get()))),
        m("public __debugInfo(): array", |_, call| Ok(debug(call.this(), "SplPriorityQueue").into())),
    ],
    handlers: Handlers { create: Some(|_, class| State::create(class, true)), ..Handlers::NONE },
    ..BuiltinClass::new("class SplPriorityQueue implements Iterator, Countable")
};

static HEAP: BuiltinClass = BuiltinClass {
    methods: &[
        m("public extract(): mixed", extract),
        m("public insert(mixed $value): true", |cx, call| {
            let element = Element { data: Value::NULL, priority: call.arg(0).clone() };
            insert(cx, call.this(), element)
        }),
        m("public top(): mixed", top),
        m("public count(): int", count),
        m("public isEmpty(): bool", is_empty),
        m("public rewind(): void", |_, _| Ok(Value::NULL)),
        m("public current(): mixed", current),
        m("public key(): int", key),
        m("public next(): void", next),
        m("public valid(): bool", valid),
        m("public recoverFromCorruption(): true", recover),
        abstract_m("abstract protected compare(mixed $value1, mixed $value2): int"),
        m("public isCorrupted(): bool", is_corrupted),
        m("public __debugInfo(): array", |_, call| Ok(debug(call.this(), "SplHeap").into())),
    ],
    handlers: Handlers { create: Some(|_, class| State::create(class, false)), ..Handlers::NONE },
    ..BuiltinClass::new("abstract class SplHeap implements Iterator, Countable")
};

static MIN_HEAP: BuiltinClass = BuiltinClass {
    methods: &[m("protected compare(mixed $value1, mixed $value2): int", |cx, call| {
        Ok(Value::int(operators::compare(cx, call.arg(1), call.arg(0))? as i64))
    })],
    ..BuiltinClass::new("class SplMinHeap extends SplHeap")
};

static MAX_HEAP: BuiltinClass = BuiltinClass {
    methods: &[m("protected compare(mixed $value1, mixed $value2): int", compare_max)],
    ..BuiltinClass::new("class SplMaxHeap extends SplHeap")
};

fn compare_max(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok(Value::int(operators::compare(cx, call.arg(0), call.arg(1))? as i64))
}

/// Keys of what a queue extracts.
static KEYS: Global<Option<(Str, Str)>> = Global::new(None);

/// In a heap the element is its own priority.
#[derive(Clone)]
struct Element {
    data: Value,
    priority: Value,
}

struct State {
    elements: RefCell<Vec<Element>>,
    /// What a queue extracts.
    flags: Cell<i64>,
    corrupted: Cell<bool>,
    locked: Cell<bool>,
    /// All priorities are ints, and no PHP code compares them.
    ints: Cell<bool>,
    is_queue: bool,
    is_min: bool,
    /// `compare` of a PHP subclass.
    compare: Option<FuncRef>,
}

impl State {
    fn create(class_: ClassRef, is_queue: bool) -> Box<dyn NativeState> {
        Box::new(State {
            elements: RefCell::default(),
            flags: Cell::new(if is_queue { EXTR_DATA } else { 0 }),
            corrupted: Cell::new(false),
            locked: Cell::new(false),
            ints: Cell::new(false),
            is_queue,
            is_min: !is_queue && class_.is_subclass_of(class("splminheap")),
            compare: class_.method(b"compare").filter(|method| method.is_user()),
        })
    }

    /// What `top` and `extract` give for an element.
    fn shown(&self, element: &Element, flags: i64) -> Value {
        if !self.is_queue {
            return element.priority.clone();
        }
        match flags {
            EXTR_DATA => element.data.clone(),
            EXTR_PRIORITY => element.priority.clone(),
            _ => {
                let (data, priority) = KEYS.with(|keys| {
                    keys.get_or_insert_with(|| (Str::intern(b"data"), Str::intern(b"priority"))).clone()
                });
                let mut both = Array::hash_with_capacity(2);
                both.insert(Key::Str(&data), element.data.clone());
                both.insert(Key::Str(&priority), element.priority.clone());
                both.into()
            }
        }
    }

    fn priority(&self, at: usize) -> Value {
        self.elements.borrow()[at].priority.clone()
    }
}

/// Comes the int priority `left` before `right`?
fn is_first(is_min: bool, left: &Element, right: &Element) -> bool {
    let [left, right] = [left, right].map(|element| element.priority.raw().payload as i64);
    if is_min { left < right } else { left > right }
}

/// An element to a heap of ints, of which it is the last yet: no code of the program runs.
fn lift(elements: &mut [Element], is_min: bool) {
    let mut at = elements.len() - 1;
    while at > 0 && is_first(is_min, &elements[at], &elements[(at - 1) / 2]) {
        elements.swap(at, (at - 1) / 2);
        at = (at - 1) / 2;
    }
}

/// Takes the top out of a heap of ints.
fn sink(elements: &mut Vec<Element>, is_min: bool) -> Option<Element> {
    let last = elements.len().checked_sub(1)?;
    let mut at = 0;
    // The top goes down, and the last element comes to where it leaves.
    while at < last / 2 {
        let mut child = 2 * at + 1;
        if is_first(is_min, &elements[child + 1], &elements[child]) {
            child += 1;
        }
        if !is_first(is_min, &elements[child], &elements[last]) {
            break;
        }
        elements.swap(at, child);
        at = child;
    }
    elements.swap(at, last);
    elements.pop()
}

impl NativeState for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        for element in self.elements.borrow().iter() {
            visit(&element.data);
            visit(&element.priority);
        }
    }
    fn clear(&self) {
        let old = self.elements.take();
        drop(old);
    }
    fn clone_state(&self, _: &mut Cx) -> Option<Box<dyn NativeState>> {
        Some(Box::new(State {
            elements: self.elements.clone(),
            flags: self.flags.clone(),
            corrupted: self.corrupted.clone(),
            locked: Cell::new(false),
            ints: self.ints.clone(),
            is_queue: self.is_queue,
            is_min: self.is_min,
            compare: self.compare,
        }))
    }
}

/// The order of two priorities: greater ones come first.
fn order(cx: &mut Cx, this: &Object, state: &State, left: &Value, right: &Value) -> Result<Ordering> {
    if let Some(method) = state.compare {
        let result = calls::call_on(cx, this, method, vec![left.clone(), right.clone()])?;
        return Ok(convert::to_int(cx, &result)?.cmp(&0));
    }
    let (left, right) = if state.is_min { (right, left) } else { (left, right) };
    match (left.view(), right.view()) {
        (View::Int(left), View::Int(right)) => Ok(left.cmp(&right)),
        _ => operators::compare(cx, left, right),
    }
}

fn check(cx: &mut Cx, state: &State, write: bool) -> Result {
    if state.corrupted.get() {
        return throw_runtime(cx, "Heap is corrupted, heap properties are no longer ensured.");
    }
    if write && state.locked.get() {
        return throw_runtime(cx, "Heap cannot be changed when it is already being modified.");
    }
    Ok(())
}

fn insert(cx: &mut Cx, this: &Object, element: Element) -> Result<Value> {
    let state = state::<State>(this);
    check(cx, state, true)?;
    let priority = element.priority.clone();
    let mut elements = state.elements.borrow_mut();
    let ints = (elements.is_empty() || state.ints.get()) && state.compare.is_none() && priority.tag() == Tag::INT;
    state.ints.set(ints);
    elements.push(element);
    if ints {
        lift(&mut elements, state.is_min);
        return Ok(Value::TRUE);
    }
    drop(elements);
    state.locked.set(true);
    let mut at = state.elements.borrow().len() - 1;
    let result = loop {
        if at == 0 {
            break Ok(());
        }
        let parent = (at - 1) / 2;
        match order(cx, this, state, &state.priority(parent), &priority) {
            Ok(Ordering::Less) => state.elements.borrow_mut().swap(at, parent),
            Ok(_) => break Ok(()),
            Err(thrown) => break Err(thrown),
        }
        at = parent;
    };
    finish(state, result)?;
    Ok(Value::TRUE)
}

/// After sifting: an exception leaves the heap out of order.
fn finish(state: &State, result: Result) -> Result {
    state.locked.set(false);
    if result.is_err() {
        state.corrupted.set(true);
    }
    result
}

/// Takes the top out; None: the heap is empty.
fn delete_top(cx: &mut Cx, this: &Object) -> (Option<Element>, Result) {
    let state = state::<State>(this);
    let count = state.elements.borrow().len();
    if count == 0 {
        return (None, Ok(()));
    }
    if state.ints.get() {
        return (sink(&mut state.elements.borrow_mut(), state.is_min), Ok(()));
    }
    state.locked.set(true);
    let top = state.elements.borrow()[0].clone();
    let last = count - 1;
    let bottom = state.elements.borrow()[last].clone();
    let mut at = 0;
    let mut sift = || -> Result {
        while at < last / 2 {
            let mut child = 2 * at + 1;
            if child != last && order(cx, this, state, &state.priority(child + 1), &state.priority(child))? == Ordering::Greater {
                child += 1;
            }
            if order(cx, this, state, &bottom.priority, &state.priority(child))? != Ordering::Less {
                break;
            }
            let moved = state.elements.borrow()[child].clone();
            // The old one lives on: as the top, or one level higher.
            state.elements.borrow_mut()[at] = moved;
            at = child;
        }
        Ok(())
    };
    let result = sift();
    {
        let mut elements = state.elements.borrow_mut();
        elements[at] = bottom;
        elements.truncate(last);
    }
    (Some(top), finish(state, result))
}

fn extract(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let state = state::<State>(this);
    check(cx, state, true)?;
    match delete_top(cx, this) {
        (Some(element), result) => result.map(|()| state.shown(&element, state.flags.get())),
        (None, _) => throw_runtime(cx, "Can't extract from an empty heap"),
    }
}

fn next(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    check(cx, state::<State>(call.this()), true)?;
    let (old, result) = delete_top(cx, call.this());
    drop(old);
    result.map(|()| Value::NULL)
}

fn top(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let state = state::<State>(call.this());
    check(cx, state, false)?;
    let top = state.elements.borrow().first().map(|element| state.shown(element, state.flags.get()));
    match top {
        Some(top) => Ok(top),
        None => throw_runtime(cx, "Can't peek at an empty heap"),
    }
}

fn current(_: &mut Cx, call: &mut Call) -> Result<Value> {
    let state = state::<State>(call.this());
    let top = state.elements.borrow().first().map(|element| state.shown(element, state.flags.get()));
    Ok(top.unwrap_or_default())
}

fn count(_: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok(state::<State>(call.this()).elements.borrow().len().into())
}
fn is_empty(_: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok(state::<State>(call.this()).elements.borrow().is_empty().into())
}
fn valid(_: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok((!state::<State>(call.this()).elements.borrow().is_empty()).into())
}
fn key(_: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok(Value::int(state::<State>(call.this()).elements.borrow().len() as i64 - 1))
}
fn recover(_: &mut Cx, call: &mut Call) -> Result<Value> {
    state::<State>(call.this()).corrupted.set(false);
    Ok(Value::TRUE)
}
fn is_corrupted(_: &mut Cx, call: &mut Call) -> Result<Value> {
    Ok(state::<State>(call.this()).corrupted.get().into())
}

fn set_extract_flags(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let flags = call.int_or(0, 0) & EXTR_BOTH;
    if flags == 0 {
        return throw_runtime(cx, "Must specify at least one extract flag");
    }
    state::<State>(call.this()).flags.set(flags);
    Ok(Value::int(flags))
}

fn debug(object: &Object, class: &str) -> Array {
    let state = state::<State>(object);
    let heap: Array = state.elements.borrow().iter().map(|element| state.shown(element, EXTR_BOTH)).collect();
    let (flags, corrupted) = (Value::int(state.flags.get()), Value::bool(state.corrupted.get()));
    debug_array(object, class, &[("flags", flags), ("isCorrupted", corrupted), ("heap", heap.into())])
}
