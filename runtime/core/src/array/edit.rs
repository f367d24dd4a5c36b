//! Changing arrays: set, push, remove, and slots for nested writes.

use super::key::{Key, OwnedKey};
use super::raw::{self, NONE};
use super::{Array, ArrayKind, Position};
use crate::{Reference, Str, Value};
use phpc_abi::layout::{ArrayHeader, FLAG_INERT};
use phpc_abi::value::{RawValue, Tag};

impl Array {
    /// Stores under a key. A reference at that key is replaced, not written through: see [`Array::assign`].
    #[inline]
    pub fn set(&mut self, key: Key<'_>, value: Value) {
        match key {
            Key::Int(int) => self.set_int(int, value),
            Key::Str(text) => self.set_str(text, value),
        }
    }

    /// `$array[$key] = $value`: writes through a reference that lies there. (Typed references are the caller's to check.)
    pub fn assign(&mut self, key: Key<'_>, value: Value) {
        // First the copy: it turns references of one owner into values.
        self.unique();
        if let Some(at) = self.find(key) {
            if let Some(cell) = self.value_at_raw(at).as_reference() {
                cell.set(value);
                return;
            }
        }
        self.set(key, value);
    }

    #[inline]
    pub fn set_int(&mut self, key: i64, value: Value) {
        match self.find_int(key) {
            Some(at) => self.set_at(at, value),
            None => self.insert(Key::Int(key), value),
        }
    }

    /// Stores under a string key that is known not to look like an int.
    #[inline]
    pub fn set_str(&mut self, key: &Str, value: Value) {
        match self.find_str(key) {
            Some(at) => self.set_at(at, value),
            None => self.insert(Key::Str(key), value),
        }
    }

    /// Adds a key that is known to be absent.
    #[inline]
    pub fn insert(&mut self, key: Key<'_>, value: Value) {
        let value = plain(value);
        // SAFETY: unique.
        unsafe {
            let array = self.unique();
            note_stored(array, &value);
            if raw::kind(array) == ArrayKind::Hash {
                raw::insert(array, key, value);
                return;
            }
            if let Key::Int(int) = key
                && int == (*array).length as i64
                && append(array, &value)
            {
                (*array).next_index = (*array).next_index.max(int + 1);
                std::mem::forget(value);
                return;
            }
            raw::to_hash(array, 1);
            raw::insert(array, key, value);
        }
    }

    /// Stores under a name such as `"flags"` (not one that looks like an int).
    pub fn set_bytes(&mut self, key: &[u8], value: impl Into<Value>) {
        self.set_str(&Str::new(key), value.into());
    }

    /// `$array[] = $value`. False if the next key is taken (PHP's "Cannot add element to the array as the next element is
    /// already occupied").
    #[inline]
    pub fn push(&mut self, value: Value) -> bool {
        // SAFETY: unique, with room for one more of the list's kind.
        unsafe {
            let array = self.unique();
            let (length, tag) = ((*array).length, value.tag());
            if length < (*array).capacity && (*array).next_index == i64::from(length) {
                let data = (*array).data;
                let fits = match raw::kind(array) {
                    ArrayKind::Ints if tag == Tag::INT => true,
                    ArrayKind::Floats if tag == Tag::FLOAT => true,
                    ArrayKind::Values if tag != Tag::UNDEF => {
                        note_stored(array, &value);
                        data.cast::<RawValue>().add(length as usize).write(value.raw());
                        false
                    }
                    _ => return self.push_slow(value),
                };
                if fits {
                    data.cast::<u64>().add(length as usize).write(value.raw().payload);
                }
                (*array).length = length + 1;
                (*array).used = length + 1;
                (*array).next_index = i64::from(length) + 1;
                std::mem::forget(value);
                return true;
            }
        }
        self.push_slow(value)
    }

    #[inline(never)]
    fn push_slow(&mut self, value: Value) -> bool {
        let value = plain(value);
        // SAFETY: unique.
        unsafe {
            let array = self.unique();
            let next = (*array).next_index;
            note_stored(array, &value);
            if raw::kind(array) != ArrayKind::Hash && next.max(0) == (*array).length as i64 && append(array, &value) {
                (*array).next_index = (*array).length as i64;
                std::mem::forget(value);
                return true;
            }
            raw::to_hash(array, 1);
            let key = if next == i64::MIN { 0 } else { next };
            if key == i64::MAX && raw::find_int(array, key) != NONE {
                return false;
            }
            raw::insert(array, Key::Int(key), value);
            true
        }
    }

    /// Takes an element out; a reference comes as one.
    pub fn remove(&mut self, key: Key<'_>) -> Option<Value> {
        let at = self.find(key)?;
        Some(self.remove_at(at))
    }

    pub fn remove_at(&mut self, at: Position) -> Value {
        // SAFETY: unique; a filled entry.
        unsafe {
            let array = self.unique();
            if raw::kind(array) != ArrayKind::Hash && at + 1 < (*array).used {
                raw::to_hash(array, 0);
            }
            if raw::kind(array) == ArrayKind::Hash {
                return raw::remove(array, at);
            }
            let value = Value::from_raw(self.raw_at(at));
            (*array).length = at;
            (*array).used = at;
            (*array).position = (*array).position.min(at);
            if (*array).iterators != 0 {
                super::iterate::clamp(array);
            }
            value
        }
    }

    /// Takes the last element out and forgets its key, as `array_pop` does.
    pub fn pop(&mut self) -> Option<Value> {
        if self.kind() != ArrayKind::Hash && !self.is_empty() {
            // SAFETY: unique; the last element of a list moves out.
            unsafe {
                let array = self.unique();
                let at = (*array).length - 1;
                let value = Value::from_raw(self.raw_at(at));
                (*array).length = at;
                (*array).used = at;
                (*array).position = 0;
                if (*array).next_index == i64::from(at) + 1 {
                    (*array).next_index = i64::from(at);
                }
                if (*array).iterators != 0 {
                    super::iterate::clamp(array);
                }
                return Some(value);
            }
        }
        let at = self.previous_from(u32::MAX)?;
        let key = OwnedKey::from(self.key_at(at));
        let value = self.remove_at(at);
        // SAFETY: unique now.
        unsafe {
            let array = self.unique();
            if let OwnedKey::Int(int) = key {
                if int == (*array).next_index - 1 {
                    (*array).next_index -= 1;
                }
            }
            (*array).position = 0;
        }
        Some(value)
    }

    /// Takes the first element out and renumbers int keys, as `array_shift` does.
    pub fn shift(&mut self) -> Option<Value> {
        let at = self.next_from(0)?;
        if self.kind() != ArrayKind::Hash {
            // SAFETY: unique; a list's elements move down by one.
            return Some(unsafe {
                let value = Value::from_raw(std::mem::ManuallyDrop::new(self.unique_first()).raw());
                let array = self.unique();
                let element = if raw::kind(array) == ArrayKind::Values { 16 } else { 8 };
                (*array).length -= 1;
                (*array).used -= 1;
                std::ptr::copy((*array).data.add(element), (*array).data, (*array).used as usize * element);
                (*array).next_index = (*array).length as i64;
                (*array).position = 0;
                value
            });
        }
        let value = self.remove_at(at);
        self.renumber();
        Some(value)
    }

    /// The first element's words of a list made unique; ownership is the caller's to sort out.
    unsafe fn unique_first(&mut self) -> Value {
        self.unique();
        // SAFETY: the caller treats it as moved out.
        unsafe { Value::from_raw(self.raw_at(0)) }
    }

    /// Gives int keys the numbers 0, 1, … in order.
    pub fn renumber(&mut self) {
        let mut new = Array::with_capacity(self.len());
        for at in self.positions() {
            let value = self.value_at_raw(at).to_value();
            match self.key_at(at) {
                Key::Int(_) => {
                    new.push(value);
                }
                Key::Str(key) => new.set_str(key, value),
            }
        }
        *self = new;
    }

    /// Replaces the value of a filled entry; as [`Array::set`] without the search.
    #[inline]
    pub fn set_at(&mut self, at: Position, value: Value) {
        assert!(at < self.used());
        // SAFETY: unique; positions survive the copy.
        unsafe { store_at(self.unique(), at, plain(value)) }
    }

    /// Takes the value of a filled entry out, leaving NULL, so that it can be changed while unique. Put it back with
    /// [`Array::set_at`]. (Lists of ints or floats keep their element: there is nothing to own.)
    #[inline]
    pub fn take_at(&mut self, at: Position) -> Value {
        assert!(at < self.used());
        // SAFETY: unique; `at` is below `used`.
        unsafe {
            let array = self.unique();
            match raw::kind(array) {
                ArrayKind::Ints | ArrayKind::Floats => Value::from_raw(self.raw_at(at)),
                _ => Value::from_raw(std::mem::replace(&mut *value_slot(array, at), RawValue::NULL)),
            }
        }
    }

    /// Where an entry's value lies, for primitives that write into it: the array becomes unique and holds values.
    /// The pointer dies with the next change of the array. Whoever stores something there calls [`Array::note_stored`].
    #[inline]
    pub fn slot_at(&mut self, at: Position) -> *mut RawValue {
        assert!(at < self.used());
        // SAFETY: unique; `at` is below `used`.
        unsafe {
            let array = self.unique();
            if matches!(raw::kind(array), ArrayKind::Ints | ArrayKind::Floats) {
                raw::to_values(array);
            }
            value_slot(array, at)
        }
    }

    /// The slot of a key, made with NULL if absent; true if it was made.
    pub fn slot_or_insert(&mut self, key: Key<'_>) -> (*mut RawValue, bool) {
        if let Some(at) = self.find(key) {
            return (self.slot_at(at), false);
        }
        self.set(key, Value::NULL);
        let at = self.find(key).expect("just stored");
        (self.slot_at(at), true)
    }

    /// Turns an element into a reference (made with NULL if absent) and returns the cell.
    pub fn make_reference(&mut self, key: Key<'_>) -> Reference {
        let (slot, _) = self.slot_or_insert(key);
        self.forget_inert();
        // SAFETY: the slot is valid until the array changes.
        Reference::make(unsafe { &mut *slot.cast() })
    }

    /// The same for an entry that is there.
    #[inline]
    pub fn make_reference_at(&mut self, at: Position) -> Reference {
        let slot = self.slot_at(at);
        self.forget_inert();
        // SAFETY: the slot is valid until the array changes.
        Reference::make(unsafe { &mut *slot.cast() })
    }

    /// The element for changing it in place, or `None`. User code must not run while it is borrowed.
    pub fn get_mut(&mut self, key: Key<'_>) -> Option<&mut Value> {
        let at = self.find(key)?;
        let slot = self.slot_at(at);
        self.forget_inert();
        // SAFETY: the slot lives as long as the borrow of `self`.
        Some(unsafe { &mut *slot.cast() })
    }

    /// Says that a value was stored through a slot.
    #[inline]
    pub fn note_stored(&mut self, value: &Value) {
        // SAFETY: the caller made it unique.
        unsafe { note_stored(self.as_ptr(), value) }
    }

    fn forget_inert(&mut self) {
        // SAFETY: called on a unique array.
        unsafe { (*self.as_ptr()).header.flags &= !FLAG_INERT }
    }

    /// Moves all elements to a new array, also if others hold this one: the collector takes garbage apart so.
    pub(crate) fn take_contents(&mut self) -> Array {
        let new = raw::new_header();
        // SAFETY: the headers' contents are swapped; counts and marks stay with their blocks.
        unsafe {
            let this = self.as_ptr();
            std::mem::swap(&mut *this, &mut *new);
            std::mem::swap(&mut (*this).header.count, &mut (*new).header.count);
            std::mem::swap(&mut (*this).header.gc, &mut (*new).header.gc);
            if (*new).iterators != 0 {
                super::iterate::forget(this);
                (*new).iterators = 0;
            }
            Array::from_ptr(new)
        }
    }

    /// No element comes to the list any more: it is changed by existing keys only.
    pub fn seal(&mut self) {
        // SAFETY: unique now.
        unsafe { (*self.unique()).next_index = i64::MAX }
    }

    /// Removes everything; the next key is 0 again.
    pub fn clear(&mut self) {
        *self = Array::new();
    }

    /// Room for `more` elements beyond the present ones.
    pub fn reserve(&mut self, more: usize) {
        // SAFETY: unique.
        unsafe {
            let array = self.unique();
            let needed = (*array).used as usize + more;
            match raw::kind(array) {
                ArrayKind::Empty => (*array).mask = needed.min(1 << 20) as u32,
                ArrayKind::Hash if needed > (*array).capacity as usize => raw::resize_hash(array, needed),
                ArrayKind::Hash => {}
                _ if needed > (*array).capacity as usize => raw::grow_list(array, needed),
                _ => {}
            }
        }
    }

    /// A list of one value, with room for `rest` more of its kind.
    pub fn list_from(first: Value, rest: usize) -> Array {
        let first = plain(first);
        let array = raw::new_header();
        // SAFETY: a fresh empty array, which takes the value over.
        unsafe {
            (*array).mask = (rest + 1).min(1 << 20) as u32;
            note_stored(array, &first);
            append(array, &first);
            (*array).next_index = 1;
            std::mem::forget(first);
            Array::from_ptr(array)
        }
    }

    /// An empty list with room for `capacity` elements of its kind.
    pub fn list_with_capacity(kind: ArrayKind, capacity: usize) -> Array {
        let array = raw::new_header();
        // SAFETY: a fresh empty array.
        unsafe {
            raw::start_list(array, kind, capacity);
            Array::from_ptr(array)
        }
    }

    /// An empty hash with room for `capacity` entries: before building a map.
    pub fn hash_with_capacity(capacity: usize) -> Array {
        let array = raw::new_header();
        // SAFETY: a fresh empty array.
        unsafe {
            raw::start_hash(array, capacity);
            Array::from_ptr(array)
        }
    }
}

/// UNDEF never lies in an array.
#[inline]
fn plain(value: Value) -> Value {
    if value.is_undef() { Value::NULL } else { value }
}

#[inline]
unsafe fn note_stored(array: *mut ArrayHeader, value: &Value) {
    if value.tag() > Tag::STRING && !value.is_inert() {
        // SAFETY: the caller's unique array.
        unsafe { (*array).header.flags &= !FLAG_INERT }
    }
}

#[inline]
unsafe fn value_slot(array: *mut ArrayHeader, at: Position) -> *mut RawValue {
    // SAFETY: a list of values or a hash, `at` below `used`.
    unsafe {
        match raw::kind(array) {
            ArrayKind::Values => (*array).data.cast::<RawValue>().add(at as usize),
            _ => &raw mut (*raw::entry(array, at)).value,
        }
    }
}

/// Replaces the value of an entry; the old one is released last.
#[inline]
unsafe fn store_at(array: *mut ArrayHeader, at: Position, value: Value) {
    // SAFETY: unique, `at` below `used`.
    unsafe {
        note_stored(array, &value);
        match (raw::kind(array), value.tag()) {
            (ArrayKind::Ints, Tag::INT) | (ArrayKind::Floats, Tag::FLOAT) => {
                *(*array).data.cast::<u64>().add(at as usize) = value.raw().payload;
                return;
            }
            _ => raw::to_values(array),
        }
        let slot = value_slot(array, at);
        drop(Value::from_raw(std::mem::replace(&mut *slot, value.into_raw())));
    }
}

/// Appends to a list of any kind (changing it if the value asks for it) without touching `next_index`; the value is moved in.
#[inline]
unsafe fn append(array: *mut ArrayHeader, value: &Value) -> bool {
    // SAFETY: unique, a list.
    unsafe {
        let length = (*array).length as usize;
        match (raw::kind(array), value.tag()) {
            (ArrayKind::Values, _) | (ArrayKind::Ints, Tag::INT) | (ArrayKind::Floats, Tag::FLOAT) => {}
            (ArrayKind::Empty, tag) => start(array, tag),
            _ => raw::to_values(array),
        }
        if length == (*array).capacity as usize {
            raw::grow_list(array, length + 1);
        }
        match raw::kind(array) {
            ArrayKind::Values => (*array).data.cast::<RawValue>().add(length).write(value.raw()),
            _ => (*array).data.cast::<u64>().add(length).write(value.raw().payload),
        }
        (*array).length += 1;
        (*array).used += 1;
        true
    }
}

#[cold]
unsafe fn start(array: *mut ArrayHeader, tag: Tag) {
    let kind = match tag {
        Tag::INT => ArrayKind::Ints,
        Tag::FLOAT => ArrayKind::Floats,
        _ => ArrayKind::Values,
    };
    // SAFETY: an empty array; `mask` holds the hint of `with_capacity`.
    unsafe {
        let hint = std::mem::take(&mut (*array).mask) as usize;
        raw::start_list(array, kind, hint);
    }
}
