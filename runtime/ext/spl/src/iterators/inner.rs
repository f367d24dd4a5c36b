//! What iterators over iterators have inside, and the state that most of them share.

use crate::support::*;
use phpc_core::calls::Callable;
use std::rc::Rc;

/// An iterator being asked. The current element of iterators in PHP is remembered until they move, as PHP does it.
pub(crate) struct Inner {
    pub(crate) object: Object,
    current: RefCell<Option<Value>>,
    remembers: bool,
}

impl Inner {
    pub(crate) fn new(object: Object) -> Rc<Inner> {
        let class = object.class_ref();
        let remembers = class.method(b"current").is_some_and(|method| method.is_user()) || object.native::<Dual>().is_some()
            || object.native::<crate::files::File>().is_some_and(|file| file.kind.get() == crate::files::Kind::Directory);
        Rc::new(Inner { object, current: RefCell::new(None), remembers })
    }
    pub(crate) fn forget(&self) {
        let old = self.current.take();
        drop(old);
    }
    pub(crate) fn rewind(&self, cx: &mut Cx) -> Result {
        self.forget();
        ask(cx, &self.object, b"rewind").map(drop)
    }
    pub(crate) fn valid(&self, cx: &mut Cx) -> Result<bool> {
        is_valid(cx, &self.object)
    }
    pub(crate) fn current(&self, cx: &mut Cx) -> Result<Value> {
        if self.remembers
            && let Some(value) = self.current.borrow().clone()
        {
            return Ok(value);
        }
        let value = ask(cx, &self.object, b"current")?;
        if self.remembers {
            drop(self.current.replace(Some(value.clone())));
        }
        Ok(value)
    }
    pub(crate) fn key(&self, cx: &mut Cx) -> Result<Value> {
        ask(cx, &self.object, b"key")
    }
    pub(crate) fn next(&self, cx: &mut Cx) -> Result {
        self.forget();
        ask(cx, &self.object, b"next").map(drop)
    }
    pub(crate) fn visit(&self, visit: &mut dyn FnMut(&Value)) {
        visit_object(&self.object, visit);
        self.current.borrow().iter().for_each(visit);
    }
}

/// State of IteratorIterator and what derives from it.
#[derive(Default)]
pub(crate) struct Dual {
    /// The constructor has run.
    pub(crate) ready: Cell<bool>,
    pub(crate) inner: RefCell<Option<Rc<Inner>>>,
    pub(crate) data: RefCell<Option<Value>>,
    pub(crate) key: RefCell<Option<Value>>,
    pub(crate) at: Cell<i64>,
    /// LimitIterator.
    pub(crate) offset: Cell<i64>,
    pub(crate) count: Cell<i64>,
    /// CachingIterator, RegexIterator.
    pub(crate) flags: Cell<i64>,
    pub(crate) text: RefCell<Option<Str>>,
    pub(crate) children: RefCell<Option<Value>>,
    pub(crate) cache: RefCell<Array>,
    /// AppendIterator: the ArrayIterator of iterators.
    pub(crate) list: RefCell<Option<Object>>,
    /// CallbackFilterIterator.
    pub(crate) callback: RefCell<Option<Callable>>,
    /// RegexIterator.
    pub(crate) mode: Cell<i64>,
    pub(crate) preg_flags: Cell<i64>,
}

impl NativeState for Dual {
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn children(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some(inner) = &*self.inner.borrow()
            && Rc::strong_count(inner) == 1
        {
            inner.visit(visit);
        }
        self.data.borrow().iter().for_each(&mut *visit);
        self.key.borrow().iter().for_each(&mut *visit);
        self.children.borrow().iter().for_each(&mut *visit);
        visit_array(&self.cache.borrow(), visit);
        if let Some(list) = &*self.list.borrow() {
            visit_object(list, visit);
        }
        if let Some(callback) = &*self.callback.borrow() {
            if let Some(closure) = &callback.closure {
                visit_object(closure, visit);
            }
            if let Some(this) = callback.target.this() {
                visit_object(this, visit);
            }
        }
    }
    fn clear(&self) {
        let inner = self.inner.take();
        let values = (self.data.take(), self.key.take(), self.children.take(), self.cache.take());
        let rest = (self.list.take(), self.callback.take());
        drop((inner, values, rest));
    }
    fn clone_state(&self, _: &mut Cx) -> Option<Box<dyn NativeState>> {
        None
    }
}

/// The state of an object whose constructor has run.
pub(crate) fn dual<'a>(cx: &mut Cx, object: &'a Object) -> Result<&'a Dual> {
    let dual = state::<Dual>(object);
    if !dual.ready.get() {
        return Err(cx.throw_error("The object is in an invalid state as the parent constructor was not called"));
    }
    Ok(dual)
}

impl Dual {
    pub(crate) fn inner(&self) -> Option<Rc<Inner>> {
        self.inner.borrow().clone()
    }
    pub(crate) fn inner_object(&self) -> Option<Object> {
        self.inner.borrow().as_ref().map(|inner| inner.object.clone())
    }

    /// Forgets the current element.
    pub(crate) fn free(&self) {
        if let Some(inner) = self.inner() {
            inner.forget();
        }
        let old = (self.data.take(), self.key.take(), self.text.take(), self.children.take());
        drop(old);
    }
    pub(crate) fn rewind(&self, cx: &mut Cx) -> Result {
        self.free();
        self.at.set(0);
        match self.inner() {
            Some(inner) => inner.rewind(cx),
            None => Ok(()),
        }
    }
    pub(crate) fn valid(&self, cx: &mut Cx) -> Result<bool> {
        match self.inner() {
            Some(inner) => inner.valid(cx),
            None => Ok(false),
        }
    }
    /// Takes the inner iterator's element over; false: there is none.
    pub(crate) fn fetch(&self, cx: &mut Cx, check: bool) -> Result<bool> {
        self.free();
        if check && !self.valid(cx)? {
            return Ok(false);
        }
        let Some(inner) = self.inner() else { return Ok(false) };
        let data = inner.current(cx)?;
        drop(self.data.replace(Some(data)));
        let key = inner.key(cx)?;
        drop(self.key.replace(Some(key)));
        Ok(true)
    }
    pub(crate) fn advance(&self, cx: &mut Cx, free: bool) -> Result {
        if free {
            self.free();
        }
        let Some(inner) = self.inner() else {
            return Err(cx.throw_error("The inner constructor wasn't initialized with an iterator instance"));
        };
        inner.next(cx)?;
        self.at.set(self.at.get() + 1);
        Ok(())
    }
    pub(crate) fn has_data(&self) -> bool {
        self.data.borrow().is_some()
    }
    pub(crate) fn current(&self) -> Value {
        self.data.borrow().clone().unwrap_or_default()
    }
    pub(crate) fn current_key(&self) -> Value {
        self.key.borrow().clone().unwrap_or_default()
    }
}

/// The constructor's common part.
pub(crate) fn set_up<'a>(cx: &mut Cx, this: &'a Object, base: &str, iterator: Object) -> Result<&'a Dual> {
    let dual = check_fresh(cx, this, base)?;
    drop(dual.inner.replace(Some(Inner::new(iterator))));
    dual.ready.set(true);
    Ok(dual)
}

pub(crate) fn check_fresh<'a>(cx: &mut Cx, this: &'a Object, base: &str) -> Result<&'a Dual> {
    let dual = state::<Dual>(this);
    if dual.ready.get() {
        return throw(cx, "badmethodcallexception", message!(base, "::getIterator() must be called exactly once per instance"));
    }
    Ok(dual)
}

/// What `getIterator` of an aggregate gives, until it is an Iterator.
pub(crate) fn from_aggregate(cx: &mut Cx, object: &Object) -> Result<Object> {
    let mut object = object.clone();
    while object.class_ref().is_subclass_of(class("iteratoraggregate")) {
        let inner = ask(cx, &object, b"getiterator")?;
        match inner.as_object().filter(|inner| behaviour::is_traversable(inner)) {
            Some(inner) => object = inner.clone(),
            None => {
                let name = object.class_ref().name;
                return throw(cx, "logicexception", message!(name, "::getIterator() must return an object that implements Traversable"));
            }
        }
    }
    Ok(object)
}

/// Calls of unknown methods go to the inner iterator.
pub(crate) fn forward(cx: &mut Cx, call: &mut Call, inner: Option<Object>) -> Result<Value> {
    let name = call.string(cx, 0)?;
    let args = call.array_opt(1).unwrap_or_default();
    let lower = name.to_ascii_lowercase();
    let found = inner.and_then(|target| match calls::method::find(target.class_ref(), &lower, None) {
        calls::method::Found::Method(func) => Some((func, target)),
        _ => target.class_ref().magic.call.map(|magic| (calls::magic::trampoline(magic, &name), target)),
    });
    match found {
        Some((func, target)) => calls::call_on(cx, &target, func, args.values().map(|arg| arg.to_value()).collect()),
        None => {
            let text = message!("Call to undefined method ", call.this().class_ref().name, "::", &*name, "()");
            let exception = phpc_core::exceptions::create(cx, class("error"), &text, 0)?;
            // The call that was passed on to here never was one.
            let slot = phpc_core::exceptions::slot::TRACE;
            if let Some(trace) = exception.slot(slot).as_array() {
                let rest: Array = trace.values().skip(1).map(|entry| entry.to_value()).collect();
                exception.set_slot(slot, rest.into());
            }
            Err(phpc_core::exceptions::throw(exception))
        }
    }
}

pub(crate) const DUAL: Handlers = Handlers { create: Some(|_, _| Box::new(Dual::default())), uncloneable: true, ..Handlers::NONE };
