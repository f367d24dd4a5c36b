//! What names of methods and properties meant last, by class and scope: sites in emitted code remember one class, this many.
//!
//! Names are immortal ones (literals), whose addresses stay theirs; those of methods may also be computed. Classes are
//! complete when they are asked.

use super::{ClassRef, FuncRef};
use crate::Str;
use crate::behaviour::property::Lookup;
use crate::global::Global;

const ENTRIES: usize = 1024;

#[derive(Clone, Copy)]
struct Entry<T> {
    class: usize,
    name: usize,
    scope: usize,
    found: Option<T>,
}

type Memo<T> = Global<[Entry<T>; ENTRIES]>;

static METHODS: Memo<FuncRef> = Global::new([Entry { class: 0, name: 0, scope: 0, found: None }; ENTRIES]);
static PROPERTIES: Memo<Lookup> = Global::new([Entry { class: 0, name: 0, scope: 0, found: None }; ENTRIES]);

#[inline]
fn words(class: ClassRef, name: &Str, scope: Option<ClassRef>) -> (usize, usize, usize) {
    let scope = scope.map_or(0, |scope| scope.as_head() as usize);
    (class.as_head() as usize, name.as_ptr() as usize, scope)
}

#[inline]
fn place((class, name, scope): (usize, usize, usize)) -> usize {
    let mixed = (class >> 4).wrapping_mul(31) ^ (name >> 3) ^ (scope >> 5);
    (mixed ^ mixed >> 10) % ENTRIES
}

#[inline]
fn get<T: Copy>(memo: &Memo<T>, key: (usize, usize, usize)) -> Option<T> {
    memo.with(|entries| {
        let entry = &entries[place(key)];
        if (entry.class, entry.name, entry.scope) == key { entry.found } else { None }
    })
}

fn note<T: Copy>(memo: &Memo<T>, key: (usize, usize, usize), name: &Str, found: T) {
    if name.is_immortal() {
        memo.with(|entries| entries[place(key)] = Entry { class: key.0, name: key.1, scope: key.2, found: Some(found) });
    }
}

/// Declared classes by the names that `catch` gives them.
static CAUGHT: Global<[(usize, Option<ClassRef>); CAUGHT_ENTRIES]> = Global::new([(0, None); CAUGHT_ENTRIES]);
const CAUGHT_ENTRIES: usize = 64;

fn caught_place(name: &Str) -> usize {
    let address = name.as_ptr() as usize;
    (address >> 3 ^ address >> 9) % CAUGHT_ENTRIES
}

pub fn caught_class(name: &Str) -> Option<ClassRef> {
    let (address, class) = CAUGHT.with(|caught| caught[caught_place(name)]);
    class.filter(|_| address == name.as_ptr() as usize)
}

pub fn note_caught_class(name: &Str, class: ClassRef) {
    if name.is_immortal() {
        CAUGHT.with(|caught| caught[caught_place(name)] = (name.as_ptr() as usize, Some(class)));
    }
}

/// What `$object->name()` calls in code of `scope`.
#[inline]
pub fn method(class: ClassRef, name: &Str, scope: Option<ClassRef>) -> Option<FuncRef> {
    get(&METHODS, words(class, name, scope))
}

pub fn note_method(class: ClassRef, name: &Str, scope: Option<ClassRef>, func: FuncRef) {
    note(&METHODS, words(class, name, scope), name, func);
}

/// What a name that was computed meant, compared by its bytes.
struct Spelled<T> {
    /// Class and scope.
    key: (usize, usize),
    hash: u32,
    name: Box<[u8]>,
    found: T,
}

const SPELLED_ENTRIES: usize = 256;
type SpelledMemo<T> = Global<[Option<Spelled<T>>; SPELLED_ENTRIES]>;

fn spelled_place((class, scope): (usize, usize), hash: u32) -> usize {
    place((class, hash as usize, scope)) % SPELLED_ENTRIES
}

#[inline]
fn get_spelled<T: Copy>(memo: &SpelledMemo<T>, key: (usize, usize), name: &Str) -> Option<T> {
    let hash = name.hash();
    memo.with(|entries| {
        let entry = entries[spelled_place(key, hash)].as_ref()?;
        (entry.hash == hash && entry.key == key && *entry.name == **name).then_some(entry.found)
    })
}

fn note_spelled<T>(memo: &SpelledMemo<T>, key: (usize, usize), name: &Str, found: T) {
    let hash = name.hash();
    memo.with(|entries| entries[spelled_place(key, hash)] = Some(Spelled { key, hash, name: (&**name).into(), found }));
}

static NAMED: SpelledMemo<FuncRef> = Global::new([const { None }; SPELLED_ENTRIES]);

/// What `$object->$name()` calls in code of `scope`.
#[inline]
pub fn named_method(class: ClassRef, name: &Str, scope: Option<ClassRef>) -> Option<FuncRef> {
    let (class, _, scope) = words(class, name, scope);
    get_spelled(&NAMED, (class, scope), name)
}

pub fn note_named_method(class: ClassRef, name: &Str, scope: Option<ClassRef>, found: FuncRef) {
    let (class, _, scope) = words(class, name, scope);
    note_spelled(&NAMED, (class, scope), name, found);
}

/// What a string calls: a function, or a static method of the class that the string names.
#[derive(Clone, Copy)]
pub struct Callback {
    pub func: FuncRef,
    pub class: Option<ClassRef>,
}

static CALLBACKS: SpelledMemo<Callback> = Global::new([const { None }; SPELLED_ENTRIES]);

/// What the string `name` calls; of functions whatever the scope is.
#[inline]
pub fn callback(name: &Str, scope: Option<ClassRef>) -> Option<Callback> {
    get_spelled(&CALLBACKS, (0, scope.map_or(0, |scope| scope.as_head() as usize)), name)
}

pub fn note_callback(name: &Str, scope: Option<ClassRef>, found: Callback) {
    note_spelled(&CALLBACKS, (0, scope.map_or(0, |scope| scope.as_head() as usize)), name, found);
}

/// What `class::name()` calls in code of `scope` that has no `$this`.
#[inline]
pub fn static_method(class: ClassRef, name: &Str, scope: Option<ClassRef>) -> Option<FuncRef> {
    let (class, name, scope) = words(class, name, scope);
    get(&METHODS, (class | 1, name, scope))
}

pub fn note_static_method(class: ClassRef, name: &Str, scope: Option<ClassRef>, func: FuncRef) {
    let (class, word, scope) = words(class, name, scope);
    note(&METHODS, (class | 1, word, scope), name, func);
}

/// What `$object->name` means in code of `scope`.
#[inline]
pub fn property(class: ClassRef, name: &Str, scope: Option<ClassRef>) -> Option<Lookup> {
    get(&PROPERTIES, words(class, name, scope))
}

pub fn note_property(class: ClassRef, name: &Str, scope: Option<ClassRef>, found: Lookup) {
    note(&PROPERTIES, words(class, name, scope), name, found);
}
