//! SplDoublyLinkedList, SplQueue, SplStack.

use crate::serialized::Pieces;
use crate::support::*;
use phpc_core::behaviour::walk::Walk;
use std::collections::VecDeque;

pub(crate) static CLASSES: Classes = &[&LIST, &QUEUE, &STACK];

const LIFO: i64 = 2;
const DELETE: i64 = 1;
const MODE: i64 = 3;
/// The direction of queues and stacks is fixed.
const FIXED: i64 = 4;

static LIST: BuiltinClass = BuiltinClass {
    constants: &[("IT_MODE_LIFO", int(LIFO)), ("IT_MODE_FIFO", int(0)), ("IT_MODE_DELETE", int(DELETE)), ("IT_MODE_KEEP", int(0))],
    methods: &[
        m("public add(int $index, mixed $value): void", add),
        m("public pop(): mixed", pop),
        m("public shift(): mixed", shift),
        m("public push(mixed $value): void", push),
        m("public unshift(mixed $value): void", unshift),
        m("public top(): mixed", |cx, call| peek(cx, call, |items| items.back())),
        m("public bottom(): mixed", |cx, call| peek(cx, call, |items| items.front())),
        m("public __debugInfo(): array", debug_info),
        m("public count(): int", |_, call| Ok(len(call.this()).into())),
        m("public isEmpty(): bool", is_empty),
        m("public setIteratorMode(int $mode): int", set_iterator_mode),
        m("public getIteratorMode(): int", |_, call| Ok(Value::int(state::<State>(call.this()).flags.get()))),
        m("public offsetExists($index): bool", |cx, call| {
            let index = int_argument(cx, call, 0)?;
            Ok((0..len(call.this()) as i64).contains(&index).into())
        }),
        m("public offsetGet($index): mixed", offset_get),
        m("public offsetSet($index, mixed $value): void", offset_set),
        m("public offsetUnset($index): void", offset_unset),
        m("public rewind(): void", |_, call| {
            let state = state::<State>(call.this());
            state.cursor.set(state.start(state.flags.get()));
            Ok(Value::NULL)
        }),
        m("public current(): mixed", |_, call| {
            let state = state::<State>(call.this());
            Ok(state.at(state.cursor.get()))
        }),
        m("public key(): int", |_, call| Ok(Value::int(state::<State>(call.this()).cursor.get().number))),
        m("public prev(): void", |cx, call| {
            let state = state::<State>(call.this());
            state.cursor.set(state.advance(cx, state.cursor.get(), state.flags.get() ^ LIFO)?);
            Ok(Value::NULL)
        }),
        m("public next(): void", |cx, call| {
            let state = state::<State>(call.this());
            state.cursor.set(state.advance(cx, state.cursor.get(), state.flags.get())?);
            Ok(Value::NULL)
        }),
        m("public valid(): bool", |_, call| Ok(state::<State>(call.this()).cursor.get().item.is_some().into())),
        m("public unserialize(string $data): void", unserialize_text),
        m("public serialize(): string", serialize_text),
        m("public __serialize(): array", serialize),
        m("public __unserialize(array $data): void", unserialize),
    ],
    handlers: Handlers {
        create: Some(|_, class_| {
            let mut flags = 0;
            if class_.is_subclass_of(class("splstack")) {
                flags = FIXED | LIFO;
            } else if class_.is_subclass_of(class("splqueue")) {
                flags = FIXED;
            }
            Box::new(State { flags: Cell::new(flags), ..State::default() })
        }),
        walk: Some(|_, object| {
            let methods: [&[u8]; 5] = [b"rewind", b"valid", b"current", b"key", b"next"];
            if methods.iter().any(|method| overridden(object, method).is_some()) {
                return Ok(None);
            }
            let flags = state::<State>(object).flags.get() & MODE;
            Ok(Some(Box::new(ListWalk { object: object.clone(), cursor: Cursor::default(), flags })))
        }),
        ..Handlers::NONE
    },
    ..BuiltinClass::new("class SplDoublyLinkedList implements Iterator, Countable, ArrayAccess, Serializable")
};

static QUEUE: BuiltinClass = BuiltinClass {
    methods: &[m("public enqueue(mixed $value): void", push), m("public dequeue(): mixed", shift)],
    ..BuiltinClass::new("class SplQueue extends SplDoublyLinkedList")
};
static STACK: BuiltinClass = BuiltinClass::new("class SplStack extends SplDoublyLinkedList");

/// A place of iteration: items have numbers that stay theirs when items come and go at the ends.
#[derive(Clone, Copy, Default)]
struct Cursor {
    item: Option<i64>,
    /// The key.
    number: i64,
}

#[derive(Default)]
struct State {
    items: RefCell<VecDeque<Value>>,
    /// The first item's number.
    base: Cell<i64>,
    flags: Cell<i64>,
    cursor: Cell<Cursor>,
}

impl State {
    fn place(&self, item: i64) -> Option<usize> {
        let at = usize::try_from(item - self.base.get()).ok()?;
        (at < self.items.borrow().len()).then_some(at)
    }

    fn start(&self, flags: i64) -> Cursor {
        let count = self.items.borrow().len() as i64;
        let number = if flags & LIFO != 0 { count - 1 } else { 0 };
        Cursor { item: (count > 0).then_some(self.base.get() + number), number }
    }

    fn at(&self, cursor: Cursor) -> Value {
        let place = cursor.item.and_then(|item| self.place(item));
        place.and_then(|place| self.items.borrow().get(place).cloned()).unwrap_or_default()
    }

    /// The next place; in deleting mode the item goes.
    fn advance(&self, cx: &mut Cx, cursor: Cursor, flags: i64) -> Result<Cursor> {
        let Some(item) = cursor.item else { return Ok(cursor) };
        let backwards = flags & LIFO != 0;
        // An item that was taken out leads nowhere.
        let linked = self.place(item).is_some();
        let next = if backwards { item - 1 } else { item + 1 };
        let next = self.place(next).filter(|_| linked).map(|_| next);
        let mut number = cursor.number;
        if backwards {
            number -= 1;
        }
        if flags & DELETE != 0 {
            let gone = if backwards { self.pop() } else { self.shift() };
            drop(gone);
            cx.check()?;
        } else if !backwards {
            number += 1;
        }
        Ok(Cursor { item: next, number })
    }

    fn pop(&self) -> Option<Value> {
        self.items.borrow_mut().pop_back()
    }
    fn shift(&self) -> Option<Value> {
        let first = self.items.borrow_mut().pop_front()?;
        self.base.set(self.base.get() + 1);
        Some(first)
    }
    fn push(&self, value: Value) {
        self.items.borrow_mut().push_back(value);
    }

    /// The place that an index means.
    fn place_of(&self, index: i64) -> Option<usize> {
        let count = self.items.borrow().len() as i64;
        (0..count).contains(&index).then(|| if self.flags.get() & LIFO != 0 { count - 1 - index } else { index } as usize)
    }
}

impl NativeState for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        self.items.borrow().iter().for_each(visit);
    }
    fn clear(&self) {
        let old = self.items.take();
        drop(old);
    }
    fn clone_state(&self, _: &mut Cx) -> Option<Box<dyn NativeState>> {
        let copy = State { items: self.items.clone(), base: Cell::new(0), flags: self.flags.clone(), cursor: Cell::default() };
        let first = if copy.items.borrow().is_empty() { None } else { Some(0) };
        copy.cursor.set(Cursor { item: first, number: 0 });
        Some(Box::new(copy))
    }
    fn free(&self, _: &mut Cx) {
        // From the end, as PHP does.
        while let Some(last) = self.pop() {
            drop(last);
        }
    }
}

struct ListWalk {
    object: Object,
    cursor: Cursor,
    flags: i64,
}

impl Walk for ListWalk {
    fn rewind(&mut self, _: &mut Cx) -> Result {
        self.cursor = state::<State>(&self.object).start(self.flags);
        Ok(())
    }
    fn valid(&mut self, _: &mut Cx) -> Result<bool> {
        Ok(self.cursor.item.is_some())
    }
    fn current(&mut self, _: &mut Cx) -> Result<Value> {
        Ok(state::<State>(&self.object).at(self.cursor))
    }
    fn key(&mut self, _: &mut Cx) -> Result<Value> {
        Ok(Value::int(self.cursor.number))
    }
    fn next(&mut self, cx: &mut Cx) -> Result {
        self.cursor = state::<State>(&self.object).advance(cx, self.cursor, self.flags)?;
        Ok(())
    }
    fn subject(&self) -> &Object {
        &self.object
    }
}

fn len(object: &Object) -> usize {
    state::<State>(object).items.borrow().len()
}

fn push(_: &mut Cx, call: &mut Call) -> Result<Value> {
    state::<State>(call.this()).push(call.arg(0).clone());
    Ok(Value::NULL)
}

fn unshift(_: &mut Cx, call: &mut Call) -> Result<Value> {
    let state = state::<State>(call.this());
    state.items.borrow_mut().push_front(call.arg(0).clone());
    state.base.set(state.base.get() - 1);
    Ok(Value::NULL)
}

fn pop(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    match state::<State>(call.this()).pop() {
        Some(value) => Ok(value),
        None => throw_runtime(cx, "Can't pop from an empty datastructure"),
    }
}

fn shift(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    match state::<State>(call.this()).shift() {
        Some(value) => Ok(value),
        None => throw_runtime(cx, "Can't shift from an empty datastructure"),
    }
}

fn peek(cx: &mut Cx, call: &mut Call, which: fn(&VecDeque<Value>) -> Option<&Value>) -> Result<Value> {
    let found = which(&state::<State>(call.this()).items.borrow()).cloned();
    match found {
        Some(value) => Ok(value),
        None => throw_runtime(cx, "Can't peek at an empty datastructure"),
    }
}

fn is_empty(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let count = match overridden(this, b"count") {
        Some(method) => {
            let count = calls::call_on(cx, this, method, Vec::new())?;
            convert::to_int(cx, &count)?
        }
        None => len(this) as i64,
    };
    Ok((count == 0).into())
}

fn set_iterator_mode(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let state = state::<State>(call.this());
    let (mode, flags) = (call.int_or(0, 0), state.flags.get());
    if flags & FIXED != 0 && flags & LIFO != mode & LIFO {
        return throw_runtime(cx, "Iterators' LIFO/FIFO modes for SplStack/SplQueue objects are frozen");
    }
    state.flags.set(mode & MODE | flags & FIXED);
    Ok(Value::int(state.flags.get()))
}

#[cold]
fn out_of_range(cx: &mut Cx, call: &Call) -> Result<Value> {
    let argument = phpc_core::calls::native::argument(call.func, 0);
    throw(cx, "outofrangeexception", message!(argument, " is out of range"))
}

fn offset_get(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let index = int_argument(cx, call, 0)?;
    let state = state::<State>(call.this());
    match state.place_of(index) {
        Some(place) => Ok(state.items.borrow()[place].clone()),
        None => out_of_range(cx, call),
    }
}

fn offset_set(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let state = state::<State>(call.this());
    if call.arg(0).is_null() {
        state.push(call.arg(1).clone());
        return Ok(Value::NULL);
    }
    let index = int_argument(cx, call, 0)?;
    let Some(place) = state.place_of(index) else { return out_of_range(cx, call) };
    let old = std::mem::replace(&mut state.items.borrow_mut()[place], call.arg(1).clone());
    drop(old);
    Ok(Value::NULL)
}

fn offset_unset(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let index = int_argument(cx, call, 0)?;
    let state = state::<State>(call.this());
    let Some(place) = state.place_of(index) else { return out_of_range(cx, call) };
    let old = state.items.borrow_mut().remove(place);
    let item = state.base.get() + place as i64;
    let mut cursor = state.cursor.get();
    match cursor.item {
        Some(at) if at == item => cursor.item = None,
        Some(at) if at > item => cursor.item = Some(at - 1),
        _ => {}
    }
    state.cursor.set(cursor);
    drop(old);
    Ok(Value::NULL)
}

fn add(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let state = state::<State>(call.this());
    let (index, value) = (call.int_or(0, 0), call.arg(1).clone());
    if index == len(call.this()) as i64 {
        state.push(value);
        return Ok(Value::NULL);
    }
    let Some(place) = state.place_of(index) else { return out_of_range(cx, call) };
    state.items.borrow_mut().insert(place, value);
    let mut cursor = state.cursor.get();
    cursor.item = cursor.item.map(|at| if at >= state.base.get() + place as i64 { at + 1 } else { at });
    state.cursor.set(cursor);
    Ok(Value::NULL)
}

fn items(object: &Object) -> Array {
    state::<State>(object).items.borrow().iter().cloned().collect()
}

fn debug_info(_: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let flags = Value::int(state::<State>(this).flags.get());
    Ok(debug_array(this, "SplDoublyLinkedList", &[("flags", flags), ("dllist", items(this).into())]).into())
}

fn serialize(_: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let mut data = Array::new();
    data.push(Value::int(state::<State>(this).flags.get()));
    data.push(items(this).into());
    data.push(iteration::own_properties(this).into());
    Ok(data.into())
}

fn unserialize(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let data = call.array_opt(0).unwrap_or_default();
    let part = |at: i64| data.get_int(at).map(|value| value.to_value()).unwrap_or_default();
    let (flags, storage, members) = (part(0), part(1), part(2));
    let (Some(flags), Some(storage), Some(members)) = (flags.as_int(), storage.as_array(), members.as_array()) else {
        return throw(cx, "unexpectedvalueexception", "Incomplete or ill-typed serialization data");
    };
    let state = state::<State>(this);
    state.flags.set(flags);
    storage.values().for_each(|value| state.push(value.to_value()));
    load_properties(this, members);
    Ok(Value::NULL)
}

fn serialize_text(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let this = call.this();
    let mut text = format!("i:{};", state::<State>(this).flags.get()).into_bytes();
    for item in items(this).values() {
        text.push(b':');
        crate::serialized::append(cx, &mut text, item.to_value())?;
    }
    Ok(Str::from(text).into())
}

fn unserialize_text(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let text = call.string(cx, 0)?;
    if text.is_empty() {
        return Ok(Value::NULL);
    }
    let state = state::<State>(call.this());
    let old = state.items.take();
    drop(old);
    let mut pieces = Pieces::new(&text);
    match pieces.value(cx)?.and_then(|flags| flags.as_int()) {
        Some(flags) => state.flags.set(flags),
        None => return pieces.fail(cx),
    }
    while pieces.skip(b":") {
        match pieces.value(cx)? {
            Some(value) => state.push(value),
            None => return pieces.fail(cx),
        }
    }
    if pieces.is_done() { Ok(Value::NULL) } else { pieces.fail(cx) }
}
