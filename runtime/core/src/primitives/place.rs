//! Paths to variables: `$a[i]['k']->p` read, tested, written, as one operation over keys that are already evaluated.
//!
//! Writing walks from a slot down through arrays made unique on the way. A slot's address holds only as long as nothing
//! else changes the arrays above it, and warnings may run the user's handler: so a [`Cursor`] remembers the way by keys, and
//! after anything that ran user code it walks again from its root. If the arrays on the way are no longer the ones it
//! made unique, the write is dropped and the expression is NULL (exact 1.5).

use super::key::{self, Use};
use super::words::{Pointer, Slot};
use super::straight::{self, Found};
use super::{object, operator};
use crate::behaviour::{self, PropertyPlace};
use crate::calls::{self, func::Func};
use crate::global::Global;
use crate::diagnostics::{deprecated, notice, warning};
use crate::units::functions;
use crate::{Array, Cx, Key, Object, OwnedKey, Reference, Result, Str, Value, View, convert, hooks, operators};
use phpc_abi::decl::TypeMask;
use phpc_abi::layout::{ArrayHeader, CALL_STRICT};
use phpc_abi::value::{RawValue, Tag};

/// A step of the path.
#[derive(Clone, Copy)]
pub enum Step<'a> {
    Dim(&'a Value),
    Append,
    Property(&'a Value),
}

/// The steps that emitted code passes: keys in memory, kinds in `shape`. Keys are copies of operands that the caller owns.
pub struct Steps<'a> {
    keys: &'a [Value],
    shape: u64,
}

impl<'a> Steps<'a> {
    pub fn new(keys: Slot, shape: i64) -> Steps<'a> {
        let shape = shape as u64;
        // SAFETY: emitted code fills one value a step and leaves them alone during the call.
        Steps { keys: unsafe { keys.slice((shape & 0xff) as usize) }, shape }
    }
    pub fn len(&self) -> usize {
        self.keys.len()
    }
    pub fn get(&self, number: usize) -> Step<'a> {
        match self.shape >> (8 + 2 * number) & 3 {
            0 => Step::Dim(&self.keys[number]),
            1 => Step::Append,
            _ => Step::Property(&self.keys[number]),
        }
    }
}

pub fn scope<'a>(func: Pointer) -> &'a Func {
    // SAFETY: emitted code passes the descriptor of the running function, which lives as long as the process.
    unsafe { &*func.cast::<Func>() }
}

/// An undefined local as a key of a written path: UNDEF with its name, a string literal, for payload.
pub fn undefined_key_of(name: Pointer) -> Value {
    // SAFETY: UNDEF owns nothing, whatever its payload.
    unsafe { Value::from_raw(RawValue { tag: Tag::UNDEF, payload: name as u64 }) }
}

fn name_of_undefined(key: &Value) -> Option<Pointer> {
    let raw = key.raw();
    (raw.tag == Tag::UNDEF && raw.payload != 0).then_some(raw.payload as Pointer)
}

/// The key, NULL after the warning if it is an undefined local.
fn told(key: &Value) -> Result<Value> {
    let Some(name) = name_of_undefined(key) else { return Ok(key.clone()) };
    // SAFETY: the payload of such a key is a string literal.
    if let Some(name) = unsafe { super::class::maybe_str(name) } {
        super::variable::undefined(&name)?;
    }
    Ok(Value::NULL)
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Warn,
    Quiet,
    List,
}

impl Mode {
    pub fn from_int(mode: i64) -> Mode {
        match mode {
            0 => Mode::Warn,
            1 => Mode::Quiet,
            _ => Mode::List,
        }
    }
}

// ---- reading

pub fn read(base: &Value, steps: Slot, shape: i64, mode: i64, func: Pointer) -> Result<Value> {
    let cx = &mut Cx::enter();
    let steps = Steps::new(steps, shape);
    let mode = Mode::from_int(mode);
    match straight::look(base, &steps) {
        Some(Found::Value(value)) if !value.is_undef() => return Ok((*value).clone()),
        Some(Found::Byte(byte)) if mode != Mode::List => return Ok(Str::byte(byte).into()),
        Some(Found::Absent) if mode == Mode::Quiet => return Ok(Value::NULL),
        _ => {}
    }
    let mut value = base.deref();
    for number in 0..steps.len() {
        value = match steps.get(number) {
            Step::Dim(key) => read_dim(cx, &value, key, mode)?,
            Step::Property(name) => read_property(cx, &value, name, mode, scope(func))?,
            Step::Append => return Err(cx.throw_error("Cannot use [] for reading")),
        };
    }
    Ok(value)
}

pub fn read_dim(cx: &mut Cx, container: &Value, key: &Value, mode: Mode) -> Result<Value> {
    match container.view() {
        View::Array(array) => read_element(cx, array, key, mode),
        View::Object(object) => {
            if mode == Mode::Quiet && !behaviour::offset_exists(cx, object, key, false)? {
                return Ok(Value::NULL);
            }
            Ok(behaviour::offset_get(cx, object, key, mode == Mode::Quiet)?.into_plain())
        }
        View::Str(_) if mode == Mode::List => Ok(Value::NULL),
        View::Str(text) => {
            let text = text.clone();
            let Some(offset) = key::string_offset(cx, key, mode == Mode::Quiet)? else { return Ok(Value::NULL) };
            match key::byte_at(&text, offset) {
                Some(byte) => Ok(Str::byte(byte).into()),
                None if mode == Mode::Quiet => Ok(Value::NULL),
                None => {
                    warning(cx, &format!("Uninitialized string offset {offset}"))?;
                    Ok(Str::empty().into())
                }
            }
        }
        View::Reference(cell) => read_dim(cx, &cell.get(), key, mode),
        _ => {
            if mode == Mode::Warn {
                let ty = convert::value_name(container);
                warning(cx, &format!("Trying to access array offset on {ty}"))?;
            }
            Ok(Value::NULL)
        }
    }
}

/// An element; the array is kept alive while warnings run.
pub fn read_element(cx: &mut Cx, array: &Array, key: &Value, mode: Mode) -> Result<Value> {
    let empty = Str::empty();
    if key::is_simple(key) {
        let key = key::simple(key, &empty);
        return match array.get(key) {
            Some(element) => Ok(element.to_value()),
            None if mode == Mode::Quiet => Ok(Value::NULL),
            None => undefined_key(cx, key),
        };
    }
    let array = array.clone();
    let key = key::array_key(cx, key, Use::Access)?;
    match array.get(key.as_key()) {
        Some(element) => Ok(element.to_value()),
        None if mode == Mode::Quiet => Ok(Value::NULL),
        None => undefined_key(cx, key.as_key()),
    }
}

#[cold]
pub fn undefined_key(cx: &mut Cx, key: Key<'_>) -> Result<Value> {
    match key {
        Key::Int(number) => warning(cx, &format!("Undefined array key {number}"))?,
        Key::Str(text) => {
            let mut message = b"Undefined array key \"".to_vec();
            message.extend_from_slice(text);
            message.push(b'"');
            warning(cx, &message)?;
        }
    }
    Ok(Value::NULL)
}

pub fn read_property(cx: &mut Cx, container: &Value, name: &Value, mode: Mode, func: &Func) -> Result<Value> {
    match container.view() {
        View::Object(object) => {
            let object = object.clone();
            let name = convert::to_str(cx, name)?;
            if mode == Mode::Quiet {
                return Ok(behaviour::read_property_quiet(cx, &object, &name, func.class)?.into_plain());
            }
            Ok(behaviour::read_property(cx, &object, &name, func.class)?.into_plain())
        }
        View::Reference(cell) => read_property(cx, &cell.get(), name, mode, func),
        _ => {
            if mode != Mode::Quiet {
                let name = convert::to_str(cx, name)?;
                let ty = convert::value_name(container);
                warning(cx, &format!("Attempt to read property \"{name}\" on {ty}"))?;
            }
            Ok(Value::NULL)
        }
    }
}

// ---- isset, empty

pub fn isset(base: &Value, steps: Slot, shape: i64, func: Pointer) -> Result<bool> {
    test(base, &Steps::new(steps, shape), func, false)
}

pub fn empty(base: &Value, steps: Slot, shape: i64, func: Pointer) -> Result<bool> {
    Ok(!test(base, &Steps::new(steps, shape), func, true)?)
}

/// Is the place set (and, for empty(), true)?
fn test(base: &Value, steps: &Steps<'_>, func: Pointer, want_truth: bool) -> Result<bool> {
    match straight::look(base, steps) {
        Some(Found::Value(value)) if value.as_object().is_none() => {
            return Ok(verdict(&value, want_truth));
        }
        Some(Found::Byte(byte)) => return Ok(!want_truth || byte != b'0'),
        Some(Found::Absent) => return Ok(false),
        _ => {}
    }
    let cx = &mut Cx::enter();
    let mut value = base.deref();
    let Some(last) = steps.len().checked_sub(1) else { return Ok(verdict(&value, want_truth)) };
    for number in 0..last {
        value = match steps.get(number) {
            Step::Dim(key) => read_dim(cx, &value, key, Mode::Quiet)?,
            Step::Property(name) => read_property(cx, &value, name, Mode::Quiet, scope(func))?,
            Step::Append => return Err(cx.throw_error("Cannot use [] for reading")),
        };
    }
    match steps.get(last) {
        Step::Dim(key) => test_dim(cx, &value, key, want_truth),
        Step::Property(name) => match value.view() {
            View::Object(object) => {
                let name = convert::to_str(cx, name)?;
                behaviour::isset_property(cx, object, &name, scope(func).class, want_truth)
            }
            _ => Ok(false),
        },
        Step::Append => Err(cx.throw_error("Cannot use [] for reading")),
    }
}

fn verdict(value: &Value, want_truth: bool) -> bool {
    if want_truth { convert::to_bool(value) } else { !value.is_null() }
}

fn test_dim(cx: &mut Cx, container: &Value, key: &Value, want_truth: bool) -> Result<bool> {
    match container.view() {
        View::Array(array) => {
            let found = if key::is_simple(key) {
                array.get(key::simple(key, &Str::empty()))
            } else {
                array.get(key::array_key(cx, key, Use::Isset)?.as_key())
            };
            let Some(element) = found else { return Ok(false) };
            if !want_truth {
                return Ok(!element.is_null());
            }
            Ok(verdict(&element.to_value(), want_truth))
        }
        View::Object(object) => behaviour::offset_exists(cx, object, key, want_truth),
        View::Str(text) => {
            let Some(offset) = key::isset_offset(cx, key)? else { return Ok(false) };
            Ok(key::byte_at(text, offset).is_some_and(|byte| !want_truth || byte != b'0'))
        }
        _ => Ok(false),
    }
}

// ---- walking for writes

/// What a write does to containers that are not there yet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Intent {
    /// Assignment, references: makes what is absent.
    Write,
    /// `op=`, `++`: makes it too, and warns.
    Modify,
    /// unset(): stops at what is absent.
    Unset,
}

/// Arrays by identity and the keys taken in them.
type Path = Vec<(*mut ArrayHeader, OwnedKey)>;

/// Paths of cursors that are done, to be used again.
static PATHS: Global<Vec<Path>> = Global::new(Vec::new());

impl Drop for Cursor {
    fn drop(&mut self) {
        let mut path = std::mem::take(&mut self.path);
        if path.capacity() != 0 {
            path.clear();
            PATHS.with(|paths| {
                if paths.len() < 16 {
                    paths.push(path);
                }
            });
        }
    }
}

/// A place in memory under construction.
struct Cursor {
    /// Where the present chain of arrays starts: the base, a property's slot, a reference's inside, a temporary.
    root: *mut RawValue,
    /// Keeps `root`'s memory alive.
    owner: Owner,
    /// Arrays passed since the root (by identity) and the keys taken in them.
    path: Path,
    slot: *mut RawValue,
}

#[allow(dead_code)]
enum Owner {
    Base,
    Object(Object),
    Cell(Reference),
    Temporary(Box<Value>),
}

/// A write that cannot be carried out any more, without an error: the expression is NULL.
struct Dropped;

impl Cursor {
    fn new(base: Slot) -> Cursor {
        let path = PATHS.with(Vec::pop).unwrap_or_default();
        Cursor { root: base.0, owner: Owner::Base, path, slot: base.0 }
    }

    fn reroot(&mut self, owner: Owner, slot: *mut RawValue) {
        self.owner = owner;
        self.root = slot;
        self.slot = slot;
        self.path.clear();
    }

    /// Looks through a reference at the present place.
    fn follow(&mut self) {
        if let Some(cell) = self.value().as_reference().cloned() {
            let slot = cell.slot();
            self.reroot(Owner::Cell(cell), slot);
        }
    }

    fn temporary(&mut self, value: Value) {
        let mut value = Box::new(value);
        let slot: *mut RawValue = (&raw mut *value).cast();
        self.reroot(Owner::Temporary(value), slot);
    }

    /// The value at the present place. Not to be held while user code runs.
    fn value(&self) -> &Value {
        // SAFETY: `slot` is valid: nothing has run since it was found or found again.
        unsafe { Value::ref_from_raw(self.slot) }
    }

    fn value_mut(&mut self) -> &mut Value {
        // SAFETY: as above; the cursor is the only one looking.
        unsafe { &mut *self.slot.cast() }
    }

    /// After user code may have run: finds the place again. The arrays on the way must be the same ones and still unique.
    fn find_again(&mut self) -> Result<(), Dropped> {
        let mut slot = self.root;
        for (header, key) in &self.path {
            // SAFETY: `root` is kept alive by `owner`; each following slot lies in the unique array just checked.
            let value = unsafe { &mut *slot.cast::<Value>() };
            let array = value.as_array_mut().ok_or(Dropped)?;
            if array.as_ptr() != *header || !array.is_unique() {
                return Err(Dropped);
            }
            let at = array.find(key.as_key()).ok_or(Dropped)?;
            slot = array.slot_at(at);
        }
        self.slot = slot;
        Ok(())
    }

    /// The key an operand means, for the array at the present place. If finding out ran user code, checks that the array
    /// is still there, unchanged in identity.
    fn key(&mut self, cx: &mut Cx, key: &Value, used: Use) -> Result<Result<OwnedKey, Dropped>> {
        if key::is_simple(key) && name_of_undefined(key).is_none() {
            return Ok(Ok(OwnedKey::from(key::simple(key, &Str::empty()))));
        }
        let Some(held) = self.value_mut().as_array_mut().map(|array| {
            array.unique();
            array.clone()
        }) else {
            return Ok(Ok(key::array_key(cx, &told(key)?, used)?));
        };
        let key = key::array_key(cx, &told(key)?, used)?;
        let header = held.as_ptr();
        let copied = Value::from(held.clone()).count() != 3;
        drop(held);
        if self.find_again().is_err() {
            return Ok(Err(Dropped));
        }
        let same = self.value().as_array().is_some_and(|array| array.as_ptr() == header);
        Ok(if same && !copied { Ok(key) } else { Err(Dropped) })
    }

    /// Makes the present value an array where PHP does that by itself. False: it is something else.
    fn autovivify(&mut self, cx: &mut Cx) -> Result<Result<bool, Dropped>> {
        self.follow();
        match self.value().tag() {
            Tag::ARRAY => Ok(Ok(true)),
            Tag::UNDEF | Tag::NULL => {
                if let Owner::Cell(cell) = &self.owner
                    && self.path.is_empty()
                    && cell.is_typed()
                {
                    behaviour::reference::check_auto_array(cx, cell)?;
                    cell.set(Array::new().into());
                    return Ok(Ok(true));
                }
                *self.value_mut() = Array::new().into();
                Ok(Ok(true))
            }
            Tag::BOOL if self.value().is_false() => {
                deprecated(cx, "Automatic conversion of false to array is deprecated")?;
                if self.find_again().is_err() {
                    return Ok(Err(Dropped));
                }
                *self.value_mut() = Array::new().into();
                Ok(Ok(true))
            }
            _ => Ok(Ok(false)),
        }
    }

    /// A static property that is going to be read has a value.
    fn check_initialised(&mut self, cx: &mut Cx) -> Result {
        match self.value().as_reference().cloned() {
            Some(cell) if cell.is_typed() => behaviour::reference::check_initialised(cx, &cell),
            _ => Ok(()),
        }
    }

    /// Moves to an element, for a further step or for taking a reference.
    fn enter_dim(&mut self, cx: &mut Cx, key: Option<&Value>, intent: Intent) -> Result<Result<(), Dropped>> {
        if intent == Intent::Unset {
            self.follow();
            if self.value().is_null() {
                return Ok(Err(Dropped));
            }
        }
        if intent == Intent::Modify {
            self.check_initialised(cx)?;
        }
        let is_array = match self.autovivify(cx)? {
            Ok(is_array) => is_array,
            Err(dropped) => return Ok(Err(dropped)),
        };
        if !is_array {
            return self.enter_dim_of_other(cx, key, intent);
        }
        let Some(key) = key else { return self.enter_append(cx) };
        let used = if intent == Intent::Unset { Use::Unset } else { Use::Access };
        let key = match self.key(cx, key, used)? {
            Ok(key) => key,
            Err(dropped) => return Ok(Err(dropped)),
        };
        let array = self.value_mut().as_array_mut().expect("autovivify said so");
        array.unique();
        match array.find(key.as_key()) {
            Some(at) => {
                let header = array.as_ptr();
                let slot = array.slot_at(at);
                self.path.push((header, key));
                self.slot = slot;
            }
            None if intent == Intent::Unset => return Ok(Err(Dropped)),
            None => {
                array.set(key.as_key(), Value::NULL);
                let header = array.as_ptr();
                let at = array.find(key.as_key()).expect("just stored");
                let slot = array.slot_at(at);
                self.path.push((header, key));
                self.slot = slot;
                if intent == Intent::Modify {
                    let key = self.path.last().expect("just pushed").1.clone();
                    undefined_key(cx, key.as_key())?;
                    return Ok(self.find_again());
                }
            }
        }
        Ok(Ok(()))
    }

    /// `value` is about to be stored at the present place or in the array there: if it is not inert, neither are the arrays
    /// that were passed.
    fn note_stored(&self, value: &Value) {
        if !value.is_inert() {
            self.forget_inert();
        }
    }

    /// The same for a value that is not known yet.
    fn forget_inert(&self) {
        for (header, _) in &self.path {
            // SAFETY: the arrays on the way are unique and alive: nothing has run since they were passed or found again.
            unsafe { (**header).header.flags &= !phpc_abi::layout::FLAG_INERT };
        }
    }

    fn enter_append(&mut self, cx: &mut Cx) -> Result<Result<(), Dropped>> {
        let array = self.value_mut().as_array_mut().expect("the caller looked");
        if !array.push(Value::NULL) {
            return Err(occupied(cx));
        }
        let at = array.used() - 1;
        let key = OwnedKey::from(array.key_at(at));
        let slot = array.slot_at(at);
        let header = array.as_ptr();
        self.path.push((header, key));
        self.slot = slot;
        Ok(Ok(()))
    }

    #[cold]
    fn enter_dim_of_other(&mut self, cx: &mut Cx, key: Option<&Value>, intent: Intent) -> Result<Result<(), Dropped>> {
        let container = self.value().clone();
        let key = key.map(told).transpose()?;
        let key = key.as_ref();
        match container.view() {
            View::Object(object) => {
                let value = behaviour::offset_get_for_write(cx, object, key)?;
                if !value.is_reference() && value.as_object().is_none() {
                    let class = hooks::class_name(object);
                    notice(cx, &format!("Indirect modification of overloaded element of {class} has no effect"))?;
                }
                self.temporary(value);
                Ok(Ok(()))
            }
            View::Str(_) => {
                let Some(key) = key else { return Err(cx.throw_error("[] operator not supported for strings")) };
                if intent == Intent::Unset {
                    return Err(cx.throw_error("Cannot unset string offsets"));
                }
                key::string_offset(cx, key, false)?;
                Err(cx.throw_error("Cannot use string offset as an array"))
            }
            _ if intent == Intent::Unset => Err(cx.throw_error("Cannot unset offset in a non-array variable")),
            _ => Err(cx.throw_error("Cannot use a scalar value as an array")),
        }
    }

    /// Moves to a property, for a further step or for taking a reference.
    /// `is_array`: what is there is going to be indexed.
    fn enter_property(
        &mut self, cx: &mut Cx, name: &Value, func: &Func, intent: Intent, is_array: bool,
    ) -> Result<Result<(), Dropped>> {
        self.follow();
        let Some(object) = self.value().as_object().cloned() else {
            if intent == Intent::Unset && self.value().is_null() {
                return Ok(Err(Dropped));
            }
            let ty = convert::value_name(self.value());
            let name = convert::to_str(cx, name)?;
            return Err(cx.throw_error(&format!("Attempt to modify property \"{name}\" on {ty}")));
        };
        let name = convert::to_str(cx, name)?;
        let access = match intent {
            Intent::Write => behaviour::Access::Write,
            Intent::Modify => behaviour::Access::Modify,
            Intent::Unset => behaviour::Access::Unset,
        };
        match behaviour::property_place(cx, &object, &name, func.class, access)? {
            PropertyPlace::Slot(slot) => {
                self.reroot(Owner::Object(object), slot);
                if is_array && intent != Intent::Unset && self.value().is_null() {
                    self.check_auto_array(cx, &name, func)?;
                }
            }
            PropertyPlace::Temporary(value) => self.temporary(value),
        }
        Ok(Ok(()))
    }

    /// The property's type must allow that it becomes an array.
    fn check_auto_array(&self, cx: &mut Cx, name: &Str, func: &Func) -> Result {
        let Owner::Object(object) = &self.owner else { return Ok(()) };
        match behaviour::property::lookup(object.class_ref(), name, func.class) {
            behaviour::property::Lookup::Declared(property) if !property.allows(TypeMask::ARRAY) => {
                Err(cx.throw_type_error(behaviour::reference::auto_array_error(property, "")))
            }
            _ => Ok(()),
        }
    }

    /// `next`: the step behind this one.
    fn enter(
        &mut self, cx: &mut Cx, step: Step<'_>, next: Option<Step<'_>>, func: &Func, intent: Intent,
    ) -> Result<Result<(), Dropped>> {
        match step {
            Step::Dim(key) => self.enter_dim(cx, Some(key), intent),
            Step::Append => self.enter_dim(cx, None, intent),
            Step::Property(name) => {
                let is_array = matches!(next, Some(Step::Dim(_) | Step::Append));
                self.enter_property(cx, name, func, intent, is_array)
            }
        }
    }
}

fn occupied(cx: &mut Cx) -> crate::Thrown {
    cx.throw_error("Cannot add element to the array as the next element is already occupied")
}

/// Walks all steps but the last. None: the operation is dropped.
fn walk(cx: &mut Cx, base: Slot, steps: &Steps<'_>, func: &Func, intent: Intent) -> Result<Option<Cursor>> {
    let mut cursor = Cursor::new(base);
    for number in 0..steps.len() - 1 {
        if cursor.enter(cx, steps.get(number), Some(steps.get(number + 1)), func, intent)?.is_err() {
            return Ok(None);
        }
    }
    cursor.follow();
    Ok(Some(cursor))
}

// ---- assignment

pub fn assign(base: Slot, steps: Slot, shape: i64, value: Value, func: Pointer) -> Result<Value> {
    let cx = &mut Cx::enter();
    let steps = Steps::new(steps, shape);
    let func = scope(func);
    let value = match straight::assign(base, &steps, value, func) {
        Ok(stored) => {
            crate::pending::check()?;
            return Ok(stored);
        }
        Err(value) => value,
    };
    let Some(mut cursor) = walk(cx, base, &steps, func, Intent::Write)? else { return Ok(Value::NULL) };
    match steps.get(steps.len() - 1) {
        Step::Dim(key) => assign_dim(cx, &mut cursor, Some(key), value, func),
        Step::Append => assign_dim(cx, &mut cursor, None, value, func),
        Step::Property(name) => {
            let Some(object) = cursor.value().as_object().cloned() else {
                let ty = convert::value_name(cursor.value());
                let name = convert::to_str(cx, name)?;
                return Err(cx.throw_error(&format!("Attempt to assign property \"{name}\" on {ty}")));
            };
            let name = convert::to_str(cx, name)?;
            behaviour::write_property(cx, &object, &name, value, func.class, is_strict(func))
        }
    }
}

fn is_strict(func: &Func) -> bool {
    func.decl.strict
}

fn assign_dim(cx: &mut Cx, cursor: &mut Cursor, key: Option<&Value>, value: Value, func: &Func) -> Result<Value> {
    match cursor.autovivify(cx)? {
        Ok(true) => {}
        Ok(false) => return assign_dim_of_other(cx, cursor, key, value),
        Err(Dropped) => return Ok(Value::NULL),
    }
    let stored = value.clone();
    let Some(key) = key else {
        cursor.note_stored(&value);
        let array = cursor.value_mut().as_array_mut().expect("autovivify said so");
        return if array.push(value) { Ok(stored) } else { Err(occupied(cx)) };
    };
    let Ok(key) = cursor.key(cx, key, Use::Access)? else { return Ok(Value::NULL) };
    cursor.note_stored(&value);
    let array = cursor.value_mut().as_array_mut().expect("autovivify said so");
    // The copy first: it turns references of one owner into values.
    array.unique();
    if let Some(at) = array.find(key.as_key())
        && let Some(cell) = array.value_at_raw(at).as_reference().cloned()
    {
        return behaviour::assign_reference(cx, &cell, value, is_strict(func));
    }
    array.set(key.as_key(), value);
    Ok(stored)
}

#[cold]
fn assign_dim_of_other(cx: &mut Cx, cursor: &mut Cursor, key: Option<&Value>, value: Value) -> Result<Value> {
    let container = cursor.value().clone();
    let key = key.map(told).transpose()?;
    let key = key.as_ref();
    match container.view() {
        View::Object(object) => {
            behaviour::offset_set(cx, object, key, &value)?;
            Ok(value)
        }
        View::Str(_) => {
            drop(container);
            let Some(key) = key else { return Err(cx.throw_error("[] operator not supported for strings")) };
            assign_string_offset(cx, cursor, key, &value)
        }
        _ => Err(cx.throw_error("Cannot use a scalar value as an array")),
    }
}

/// `$s[k] = v`: one byte is written; the string grows with blanks.
fn assign_string_offset(cx: &mut Cx, cursor: &mut Cursor, key: &Value, value: &Value) -> Result<Value> {
    let Some(mut offset) = key::string_offset(cx, key, false)? else { return Ok(Value::NULL) };
    let length = |cursor: &Cursor| cursor.value().as_str().map(|text| text.len() as i64);
    if cursor.find_again().is_err() {
        return Ok(Value::NULL);
    }
    let Some(current) = length(cursor) else { return Ok(Value::NULL) };
    if offset < -current {
        warning(cx, &format!("Illegal string offset {offset}"))?;
        return Ok(Value::NULL);
    }
    let text = convert::to_str(cx, value)?;
    if text.is_empty() {
        return Err(cx.throw_error("Cannot assign an empty string to a string offset"));
    }
    if text.len() > 1 {
        warning(cx, "Only the first byte will be assigned to the string offset")?;
    }
    if cursor.find_again().is_err() {
        return Ok(Value::NULL);
    }
    let byte = text.as_bytes()[0];
    let Some(current) = length(cursor) else { return Ok(Value::NULL) };
    if offset < 0 {
        offset += current;
    }
    let Ok(at) = usize::try_from(offset) else { return Ok(Value::NULL) };
    let target = cursor.value_mut().as_str_mut().expect("it has a length");
    while target.len() <= at {
        target.push_byte(b' ');
    }
    target.make_mut()[at] = byte;
    Ok(Str::byte(byte).into())
}

// ---- compound assignment

pub fn assign_op(base: Slot, steps: Slot, shape: i64, op: i64, value: &Value, func: Pointer) -> Result<Value> {
    if let Some(done) = straight::modify(&mut Cx::enter(), base, &Steps::new(steps, shape), op, value, scope(func)) {
        return done;
    }
    if op == operator::CONCAT && matches!(value.tag(), Tag::STRING | Tag::INT) {
        let mut append = |cx: &mut Cx, old: &Value| operators::append(cx, old.clone(), value);
        return modify(base, steps, shape, func, Modification::Append(value), &mut append, true);
    }
    let operation = operator::by_number(op);
    modify(base, steps, shape, func, Modification::Op, &mut |cx, old| operation(cx, old, value), true)
}

/// `kind` as pir::IncDec: pre-increment, post-increment, pre-decrement, post-decrement.
pub fn inc_dec(base: Slot, steps: Slot, shape: i64, kind: i64, func: Pointer) -> Result<Value> {
    let up = kind < 2;
    let post = kind & 1 == 1;
    if let Some(done) = straight::step(base, &Steps::new(steps, shape), up, post, scope(func)) {
        return Ok(done);
    }
    let mut step = |cx: &mut Cx, old: &Value| operator::step(cx, old, up);
    modify(base, steps, shape, func, Modification::Step { up }, &mut step, !post)
}

#[derive(Clone, Copy)]
pub enum Modification<'a> {
    Op,
    /// `.=` of a string or int: in place where a string of its own lies.
    Append(&'a Value),
    /// `++` or `--`.
    Step { up: bool },
}

/// `.=` in a slot that holds a string: nothing else sees it, no user code runs.
pub fn append_in_place(slot: &mut Value, value: &Value) -> Value {
    let mut text = std::mem::take(slot);
    let target = text.as_str_mut().expect("the caller saw a string");
    match value.view() {
        View::Int(number) => convert::append_int(target, number),
        View::Str(other) => target.push_str(other),
        _ => unreachable!("only strings and ints are appended in place"),
    }
    *slot = text;
    slot.clone()
}

type Change<'a> = &'a mut dyn FnMut(&mut Cx, &Value) -> Result<Value>;

/// Replaces the value at a place by what `change` makes of it; the new value or the old one is the result.
fn modify(base: Slot, steps: Slot, shape: i64, func: Pointer, what: Modification<'_>, change: Change<'_>, want_new: bool) -> Result<Value> {
    let cx = &mut Cx::enter();
    let steps = Steps::new(steps, shape);
    let func = scope(func);
    if steps.len() == 0 {
        return modify_slot(cx, Cursor::new(base), what, change, want_new, func);
    }
    let Some(mut cursor) = walk(cx, base, &steps, func, Intent::Modify)? else { return Ok(Value::NULL) };
    let last = steps.get(steps.len() - 1);
    if let Step::Property(name) = last {
        return modify_property(cx, &cursor, name, func, what, change, want_new);
    }
    let key = match last {
        Step::Dim(key) => Some(key),
        _ => None,
    };
    match cursor.value().view() {
        View::Object(object) if !matches!(what, Modification::Step { .. }) => {
            let object = object.clone();
            let key = &told(key.unwrap_or(&Value::NULL))?;
            let old = behaviour::offset_get(cx, &object, key, false)?.into_plain();
            let new = change(cx, &old)?;
            behaviour::offset_set(cx, &object, Some(key), &new)?;
            Ok(if want_new { new } else { old })
        }
        View::Str(_) => {
            let Some(key) = key else { return Err(cx.throw_error("[] operator not supported for strings")) };
            key::string_offset(cx, &told(key)?, false)?;
            Err(cx.throw_error(match what {
                Modification::Op | Modification::Append(_) => "Cannot use assign-op operators with string offsets",
                Modification::Step { .. } => "Cannot increment/decrement string offsets",
            }))
        }
        _ => {
            if cursor.enter_dim(cx, key, Intent::Modify)?.is_err() {
                return Ok(Value::NULL);
            }
            modify_slot(cx, cursor, what, change, want_new, func)
        }
    }
}

fn modify_slot(
    cx: &mut Cx, mut cursor: Cursor, what: Modification<'_>, change: Change<'_>, want_new: bool, func: &Func,
) -> Result<Value> {
    cursor.check_initialised(cx)?;
    cursor.follow();
    if let (Modification::Append(value), Tag::STRING) = (what, cursor.value().tag()) {
        return Ok(append_in_place(cursor.value_mut(), value));
    }
    if let Owner::Cell(cell) = &cursor.owner
        && cursor.path.is_empty()
    {
        let old = cell.get().into_plain();
        let new = change(cx, &old)?;
        if let Modification::Step { up } = what {
            behaviour::reference::check_step(cx, cell, &old, &new, up)?;
        }
        let stored = behaviour::assign_reference(cx, cell, new, is_strict(func))?;
        return Ok(if want_new { stored } else { old });
    }
    // A unique string or array is changed in place: the place gives it up for the time of the operation.
    let old = cursor.value().clone().into_plain();
    let new = change(cx, &old)?;
    if cursor.find_again().is_err() {
        return Ok(Value::NULL);
    }
    cursor.note_stored(&new);
    let replaced = std::mem::replace(cursor.value_mut(), new.clone());
    drop(replaced);
    Ok(if want_new { new } else { old })
}

fn modify_property(
    cx: &mut Cx, cursor: &Cursor, name: &Value, func: &Func, what: Modification<'_>, change: Change<'_>, want_new: bool,
) -> Result<Value> {
    let Some(object) = cursor.value().as_object().cloned() else {
        let ty = convert::value_name(cursor.value());
        let name = convert::to_str(cx, name)?;
        let verb = if let Modification::Step { .. } = what { "increment/decrement" } else { "assign" };
        return Err(cx.throw_error(&format!("Attempt to {verb} property \"{name}\" on {ty}")));
    };
    let name = convert::to_str(cx, name)?;
    object::modify_property(cx, &object, &name, func, what, change, want_new)
}

// ---- the ends of arrays

pub fn take(base: Slot, steps: Slot, shape: i64, first: i64, func: Pointer) -> Result<Value> {
    let first = first != 0;
    match straight::take(base, &Steps::new(steps, shape), first, scope(func)) {
        Some(taken) => Ok(taken),
        None => by_builtin(if first { b"array_shift" } else { b"array_pop" }, base, steps, shape, func, None),
    }
}

pub fn push(base: Slot, steps: Slot, shape: i64, value: Value, func: Pointer) -> Result<Value> {
    if straight::push(base, &Steps::new(steps, shape), &value, scope(func)) {
        return Ok(value);
    }
    by_builtin(b"array_push", base, steps, shape, func, Some(value.clone())).map(|_| value)
}

/// A builtin called with a reference to the place before the last step.
fn by_builtin(name: &[u8], base: Slot, steps: Slot, shape: i64, func: Pointer, value: Option<Value>) -> Result<Value> {
    // SAFETY: only looked at.
    let is_value = shape & 0xff == 1 && unsafe { base.value() }.as_reference().is_none();
    let reference = reference(base, steps, shape - 1, func)?;
    let builtin = functions::get(name).expect("it is registered");
    let flags = if is_strict(scope(func)) { CALL_STRICT } else { 0 };
    let args = std::iter::once(reference).chain(value).collect();
    let result = calls::call_func(&mut Cx::enter(), builtin, calls::Target::None, args, flags);
    if is_value {
        base.set(base.get(0).into_plain());
    }
    result
}

// ---- references

pub fn reference(base: Slot, steps: Slot, shape: i64, func: Pointer) -> Result<Value> {
    let cx = &mut Cx::enter();
    let steps = Steps::new(steps, shape);
    let func = scope(func);
    if steps.len() == 0 {
        // SAFETY: nothing runs in between.
        let cell = Reference::make(unsafe { base.value() });
        behaviour::reference::initialise_for_reference(cx, &cell)?;
        return Ok(cell.into());
    }
    let Some(mut cursor) = walk(cx, base, &steps, func, Intent::Write)? else { return Ok(Reference::new(Value::NULL).into()) };
    let last = steps.get(steps.len() - 1);
    if let (Step::Dim(_), View::Str(_)) = (last, cursor.value().view()) {
        return Err(cx.throw_error("Cannot create references to/from string offsets"));
    }
    if let Step::Property(name) = last
        && let Some(object) = cursor.value().as_object().cloned()
    {
        let name = convert::to_str(cx, name)?;
        return Ok(behaviour::property_reference(cx, &object, &name, func.class)?.into());
    }
    if cursor.enter(cx, last, None, func, Intent::Write)?.is_err() {
        return Ok(Reference::new(Value::NULL).into());
    }
    cursor.forget_inert();
    Ok(Reference::make(cursor.value_mut()).into())
}

pub fn assign_reference(base: Slot, steps: Slot, shape: i64, source: Value, func: Pointer) -> Result<Value> {
    let cx = &mut Cx::enter();
    let steps = Steps::new(steps, shape);
    let func = scope(func);
    let result = source.deref();
    if steps.len() == 0 {
        // SAFETY: only looked at.
        let old = unsafe { base.value() }.as_reference().cloned();
        if let (Some(old), Some(cell)) = (old, source.as_reference()) {
            behaviour::reference::bind_static(cx, base.0, &old, cell, is_strict(func))?;
        }
        let result = source.deref();
        base.set(source);
        return Ok(result);
    }
    let Some(mut cursor) = walk(cx, base, &steps, func, Intent::Write)? else { return Ok(Value::NULL) };
    let last = steps.get(steps.len() - 1);
    match last {
        Step::Property(name) if cursor.value().as_object().is_some() => {
            let object = cursor.value().as_object().cloned().expect("just looked");
            let name = convert::to_str(cx, name)?;
            let cell = source.as_reference().cloned().unwrap_or_else(|| Reference::new(source.clone()));
            behaviour::bind_property_reference(cx, &object, &name, cell, func.class)?;
            return Ok(result);
        }
        Step::Dim(_) if cursor.value().as_str().is_some() => {
            return Err(cx.throw_error("Cannot create references to/from string offsets"));
        }
        Step::Dim(key) if cursor.value().as_object().is_some() => {
            let object = cursor.value().as_object().cloned().expect("just looked");
            behaviour::offset_get(cx, &object, &told(key)?, false)?;
            return Err(cx.throw_error("Cannot assign by reference to an array dimension of an object"));
        }
        _ => {}
    }
    if cursor.enter(cx, last, None, func, Intent::Write)?.is_err() {
        return Ok(Value::NULL);
    }
    cursor.forget_inert();
    let old = std::mem::replace(cursor.value_mut(), source);
    drop(old);
    Ok(result)
}

// ---- unset

pub fn unset(base: Slot, steps: Slot, shape: i64, func: Pointer) -> Result {
    let cx = &mut Cx::enter();
    let steps = Steps::new(steps, shape);
    let func = scope(func);
    if steps.len() == 0 {
        base.set(Value::UNDEF);
        return crate::pending::check();
    }
    if steps.len() == 1
        && let Some(gone) = straight::unset(base, &steps, func)
    {
        drop(gone);
        return crate::pending::check();
    }
    let Some(mut cursor) = walk(cx, base, &steps, func, Intent::Unset)? else { return Ok(()) };
    match steps.get(steps.len() - 1) {
        Step::Dim(key) => unset_dim(cx, &mut cursor, key),
        Step::Property(name) => {
            let Some(object) = cursor.value().as_object().cloned() else { return Ok(()) };
            let name = convert::to_str(cx, name)?;
            behaviour::unset_property(cx, &object, &name, func.class)
        }
        Step::Append => Err(cx.throw_error("Cannot use [] for unsetting")),
    }
}

fn unset_dim(cx: &mut Cx, cursor: &mut Cursor, key: &Value) -> Result {
    let container = cursor.value().clone();
    match container.view() {
        View::Array(_) => {
            drop(container);
            let Ok(key) = cursor.key(cx, key, Use::Unset)? else { return Ok(()) };
            let removed = cursor.value_mut().as_array_mut().and_then(|array| array.remove(key.as_key()));
            drop(removed);
            crate::pending::check()
        }
        View::Object(object) => behaviour::offset_unset(cx, object, &told(key)?),
        View::Str(_) => Err(cx.throw_error("Cannot unset string offsets")),
        View::Bool(false) => deprecated(cx, "Automatic conversion of false to array is deprecated"),
        View::Undef | View::Null => Ok(()),
        _ => Err(cx.throw_error("Cannot unset offset in a non-array variable")),
    }
}

/// The slot of a static property. `mode`: 0 read, 1 quiet, 2 write.
pub fn static_property(class: Pointer, name: &Str, mode: i64, func: Pointer) -> Result<Slot> {
    let cx = &mut Cx::enter();
    let class = super::class::from_pointer(class);
    let access = match mode {
        0 => behaviour::StaticAccess::Read,
        1 => behaviour::StaticAccess::Quiet,
        _ => behaviour::StaticAccess::Write,
    };
    let slot = behaviour::static_property(cx, class, name, scope(func).class, access)?;
    Ok(Slot(slot))
}

// ---- list()

/// `source[key]` of an array or ArrayAccess; anything else is silently NULL.
pub fn list_get(source: &Value, key: &Value) -> Result<Value> {
    read_dim(&mut Cx::enter(), &source.deref(), key, Mode::List)
}

/// A reference to an element of the array in `cell`.
pub fn list_ref(cell: &Value, key: &Value, func: Pointer) -> Result<Value> {
    let mut base = cell.raw();
    let key = key.raw();
    let (base, key) = (Slot(&raw mut base), Slot((&raw const key).cast_mut()));
    // One step, a key.
    reference(base, key, 1, func)
}
