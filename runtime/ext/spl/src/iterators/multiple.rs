//! MultipleIterator: several iterators side by side.

use crate::object_storage::shown_entry;
use crate::support::*;
use phpc_core::operators;

pub(crate) static CLASSES: Classes = &[&MULTIPLE];

const NEED_ALL: i64 = 1;
const KEYS_ASSOC: i64 = 2;

static MULTIPLE: BuiltinClass = BuiltinClass {
    constants: &[
        ("MIT_NEED_ANY", int(0)),
        ("MIT_NEED_ALL", int(NEED_ALL)),
        ("MIT_KEYS_NUMERIC", int(0)),
        ("MIT_KEYS_ASSOC", int(KEYS_ASSOC)),
    ],
    methods: &[
        m("public __construct(int $flags = MultipleIterator::MIT_NEED_ALL|MultipleIterator::MIT_KEYS_NUMERIC)", |_, call| {
            state::<State>(call.this()).flags.set(call.int_or(0, NEED_ALL));
            Ok(Value::NULL)
        }),
        m("public getFlags(): int", |_, call| Ok(Value::int(state::<State>(call.this()).flags.get()))),
        m("public setFlags(int $flags): void", |_, call| {
            state::<State>(call.this()).flags.set(call.int_or(0, 0));
            Ok(Value::NULL)
        }),
        m("public attachIterator(Iterator $iterator, string|int|null $info = null): void", attach),
        m("public detachIterator(Iterator $iterator): void", |_, call| {
            let gone = find(call).map(|at| state::<State>(call.this()).iterators.borrow_mut().remove(at));
            drop(gone);
            Ok(Value::NULL)
        }),
        m("public containsIterator(Iterator $iterator): bool", |_, call| Ok(find(call).is_some().into())),
        m("public countIterators(): int", |_, call| Ok(state::<State>(call.this()).iterators.borrow().len().into())),
        m("public rewind(): void", |cx, call| each(cx, call, b"rewind")),
        m("public valid(): bool", valid),
        m("public key(): array", |cx, call| collect(cx, call, b"key")),
        m("public current(): array", |cx, call| collect(cx, call, b"current")),
        m("public next(): void", |cx, call| each(cx, call, b"next")),
        m("public __debugInfo(): array", |_, call| {
            let entries = state::<State>(call.this()).iterators.borrow().clone();
            let storage: Array = entries.into_iter().map(|(object, info)| shown_entry(object.into(), info)).collect();
            Ok(debug_array(call.this(), "SplObjectStorage", &[("storage", storage.into())]).into())
        }),
    ],
    handlers: Handlers { create: Some(|_, _| Box::new(State::default())), ..Handlers::NONE },
    ..BuiltinClass::new("class MultipleIterator implements Iterator")
};

#[derive(Default)]
struct State {
    iterators: RefCell<Vec<(Object, Value)>>,
    flags: Cell<i64>,
}

impl NativeState for State {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        for (object, info) in self.iterators.borrow().iter() {
            visit_object(object, visit);
            visit(info);
        }
    }
    fn clear(&self) {
        let old = self.iterators.take();
        drop(old);
    }
    fn clone_state(&self, _: &mut Cx) -> Option<Box<dyn NativeState>> {
        Some(Box::new(State { iterators: self.iterators.clone(), flags: Cell::new(0) }))
    }
}

fn find(call: &Call) -> Option<usize> {
    let wanted = call.object_opt(0)?;
    state::<State>(call.this()).iterators.borrow().iter().position(|(object, _)| object.ptr_eq(&wanted))
}

fn attach(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let state = state::<State>(call.this());
    let info = call.arg(1).clone();
    if !info.is_null() && state.iterators.borrow().iter().any(|(_, known)| operators::identical(known, &info)) {
        return throw(cx, "invalidargumentexception", "Key duplication error");
    }
    let old = match find(call) {
        Some(at) => Some(std::mem::replace(&mut state.iterators.borrow_mut()[at].1, info)),
        None => {
            let iterator = call.object_opt(0).expect("the signature says so");
            state.iterators.borrow_mut().push((iterator, info));
            None
        }
    };
    drop(old);
    Ok(Value::NULL)
}

fn iterators(call: &Call) -> Vec<(Object, Value)> {
    state::<State>(call.this()).iterators.borrow().clone()
}

fn each(cx: &mut Cx, call: &mut Call, method: &'static [u8]) -> Result<Value> {
    for (iterator, _) in iterators(call) {
        ask(cx, &iterator, method)?;
    }
    Ok(Value::NULL)
}

fn valid(cx: &mut Cx, call: &mut Call) -> Result<Value> {
    let all = iterators(call);
    if all.is_empty() {
        return Ok(Value::FALSE);
    }
    let need_all = state::<State>(call.this()).flags.get() & NEED_ALL != 0;
    for (iterator, _) in all {
        if ask(cx, &iterator, b"valid")?.is_true() != need_all {
            return Ok((!need_all).into());
        }
    }
    Ok(need_all.into())
}

fn collect(cx: &mut Cx, call: &mut Call, method: &'static [u8]) -> Result<Value> {
    let name: &[u8] = method;
    let all = iterators(call);
    if all.is_empty() {
        return throw_runtime(cx, message!("Called ", name, "() on an invalid iterator"));
    }
    let flags = state::<State>(call.this()).flags.get();
    let mut result = Array::with_capacity(all.len());
    for (iterator, info) in all {
        let value = if ask(cx, &iterator, b"valid")?.is_true() {
            ask(cx, &iterator, method)?
        } else if flags & NEED_ALL != 0 {
            return throw_runtime(cx, message!("Called ", name, "() with non valid sub iterator"));
        } else {
            Value::NULL
        };
        if flags & KEYS_ASSOC == 0 {
            result.push(value);
            continue;
        }
        match info.view() {
            View::Int(key) => result.set_int(key, value),
            View::Str(key) => result.set(Key::normalise(key), value),
            _ => return throw(cx, "invalidargumentexception", "Sub-Iterator is associated with NULL"),
        }
    }
    Ok(result.into())
}
