//! Walking over arrays: plain iteration for the runtime, and the iterators of `foreach` by reference that survive changes.

use super::{Array, Key, Position, raw};
use crate::global::Global;
use crate::value::Elem;
use crate::{Reference, Value};
use phpc_abi::layout::{ArrayHeader, ArrayKind, FLAG_INERT};

/// Entries in order, references looked through.
pub struct Iter<'a> {
    array: &'a Array,
    at: Position,
}

impl Array {
    #[inline]
    pub fn iter(&self) -> Iter<'_> {
        Iter { array: self, at: 0 }
    }
    #[inline]
    pub fn keys(&self) -> impl Iterator<Item = Key<'_>> {
        self.positions().map(|at| self.key_at(at))
    }
    #[inline]
    pub fn values(&self) -> impl Iterator<Item = Elem<'_>> {
        self.positions().map(|at| self.value_at(at))
    }
    /// Entries in order; references come as such.
    #[inline]
    pub fn iter_raw(&self) -> impl Iterator<Item = (Key<'_>, Elem<'_>)> {
        self.positions().map(|at| (self.key_at(at), self.value_at_raw(at)))
    }
    /// The filled entries' numbers.
    #[inline]
    pub fn positions(&self) -> Positions<'_> {
        Positions { array: self, at: 0 }
    }
}

impl<'a> Iterator for Iter<'a> {
    type Item = (Key<'a>, Elem<'a>);
    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let at = self.array.next_from(self.at)?;
        self.at = at + 1;
        Some((self.array.key_at(at), self.array.value_at(at)))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, Some(self.array.len()))
    }
}

pub struct Positions<'a> {
    array: &'a Array,
    at: Position,
}

impl Iterator for Positions<'_> {
    type Item = Position;
    #[inline]
    fn next(&mut self) -> Option<Position> {
        let at = self.array.next_from(self.at)?;
        self.at = at + 1;
        Some(at)
    }
}

/// The iterator of `foreach ($array as &$value)` and of builtin iterators over an array that others may change: it
/// remembers a place in an array in a variable, and follows it when entries move, the array is copied on write, or the
/// variable gets another array (then it starts at that one's internal pointer).
pub struct RefIterator {
    number: usize,
}

struct Registered {
    array: *const ArrayHeader,
    next: Position,
    /// Where the place lies in copies that were made of the array meanwhile.
    copies: Vec<(*const ArrayHeader, Position)>,
    live: bool,
}

static ITERATORS: Global<Vec<Registered>> = Global::new(Vec::new());

impl RefIterator {
    /// An iterator at the start of the array, which becomes unique.
    pub fn new(array: &mut Array) -> RefIterator {
        let header = array.unique();
        // SAFETY: unique.
        unsafe { (*header).iterators += 1 };
        let entry = Registered { array: header, next: 0, copies: Vec::new(), live: true };
        let number = ITERATORS.with(|all| match all.iter().position(|old| !old.live) {
            Some(free) => {
                all[free] = entry;
                free
            }
            None => {
                all.push(entry);
                all.len() - 1
            }
        });
        RefIterator { number }
    }

    /// The next entry of the array that the variable holds now, which becomes unique; moves on.
    pub fn next(&mut self, array: &mut Array) -> Option<Position> {
        let header = array.unique();
        let known = ITERATORS.with(|all| {
            let entry = &all[self.number];
            std::ptr::eq(entry.array, header).then_some(entry.next)
        });
        let at = array.next_from(known.unwrap_or_else(|| self.locate(array)));
        ITERATORS.with(|all| {
            let entry = &mut all[self.number];
            debug_assert!(std::ptr::eq(entry.array, header));
            entry.next = at.map_or(array.used(), |at| at + 1);
        });
        at
    }

    /// The same with a reference to the element, which becomes one.
    #[inline]
    pub fn next_reference(&mut self, array: &mut Array) -> Option<(Position, Reference)> {
        let header = array.unique();
        let place = ITERATORS.with(|all| {
            let entry = &mut all[self.number];
            std::ptr::eq(entry.array, header).then_some(&raw mut entry.next)
        });
        // SAFETY: a unique list of values; the iterator's entry stays where it is: nothing is registered here.
        if let Some(place) = place
            && unsafe { raw::kind(header) } == ArrayKind::Values
        {
            unsafe {
                let at = *place;
                if at >= (*header).used {
                    *place = (*header).used;
                    return None;
                }
                *place = at + 1;
                (*header).header.flags &= !FLAG_INERT;
                let slot = (*header).data.cast::<Value>().add(at as usize);
                return Some((at, Reference::make(&mut *slot)));
            }
        }
        let at = self.next(array)?;
        Some((at, array.make_reference_at(at)))
    }

    /// The place in `array`, following copies.
    #[cold]
    #[inline(never)]
    fn locate(&self, array: &Array) -> Position {
        let header = array.as_ptr();
        ITERATORS.with(|all| {
            let entry = &mut all[self.number];
            if std::ptr::eq(entry.array, header) {
                return entry.next;
            }
            // SAFETY: arrays with iterators take them off when they die, so these are live.
            unsafe {
                if !entry.array.is_null() {
                    (*entry.array.cast_mut()).iterators -= 1;
                }
                let known = entry.copies.iter().find(|copy| std::ptr::eq(copy.0, header)).map(|copy| copy.1);
                for (copy, _) in entry.copies.drain(..) {
                    (*copy.cast_mut()).iterators -= 1;
                }
                (*header).iterators += 1;
                entry.array = header;
                entry.next = known.unwrap_or((*header).position);
            }
            entry.next
        })
    }
}

impl Drop for RefIterator {
    fn drop(&mut self) {
        ITERATORS.with(|all| {
            let entry = &mut all[self.number];
            entry.live = false;
            // SAFETY: as in `locate`.
            unsafe {
                if !entry.array.is_null() {
                    (*entry.array.cast_mut()).iterators -= 1;
                }
                for (copy, _) in entry.copies.drain(..) {
                    (*copy.cast_mut()).iterators -= 1;
                }
            }
            while all.last().is_some_and(|last| !last.live) {
                all.pop();
            }
        });
    }
}

fn for_each_place(array: *const ArrayHeader, f: impl Fn(&mut Position)) {
    ITERATORS.with(|all| {
        for entry in all.iter_mut().filter(|entry| entry.live) {
            if std::ptr::eq(entry.array, array) {
                f(&mut entry.next);
            }
            for copy in entry.copies.iter_mut().filter(|copy| std::ptr::eq(copy.0, array)) {
                f(&mut copy.1);
            }
        }
    });
}

/// An entry moved from one number to another (or was removed, and `to` is the next filled one).
#[cold]
pub(super) fn moved(array: *const ArrayHeader, from: Position, to: Position) {
    for_each_place(array, |place| {
        if *place == from {
            *place = to;
        }
    });
}

/// The array got shorter.
#[cold]
pub(super) unsafe fn clamp(array: *const ArrayHeader) {
    // SAFETY: a live array.
    let used = unsafe { (*array).used };
    for_each_place(array, |place| *place = (*place).min(used));
}

/// `copy` was made of `source`, entry for entry.
#[cold]
pub(super) unsafe fn copied(source: *const ArrayHeader, copy: *mut ArrayHeader) {
    ITERATORS.with(|all| {
        for entry in all.iter_mut().filter(|entry| entry.live) {
            let place = if std::ptr::eq(entry.array, source) {
                Some(entry.next)
            } else {
                entry.copies.iter().find(|known| std::ptr::eq(known.0, source)).map(|known| known.1)
            };
            if let Some(place) = place {
                entry.copies.push((copy, place));
                // SAFETY: the new copy.
                unsafe { (*copy).iterators += 1 };
            }
        }
    });
}

impl Array {
    /// The array takes the place of `old`, whose elements it has in another order: iterators go on at the same number.
    pub fn succeed(&self, old: &Array) {
        let (source, copy) = (old.as_ptr(), self.as_ptr());
        // SAFETY: both are live; an array without a variable of its own is nobody else's yet.
        unsafe {
            if (*source).iterators != 0 {
                copied(source, copy);
            }
        }
    }
}

/// The array dies: iterators forget it.
#[cold]
pub(crate) fn forget(array: *const ArrayHeader) {
    ITERATORS.with(|all| {
        for entry in all.iter_mut().filter(|entry| entry.live) {
            if std::ptr::eq(entry.array, array) {
                entry.array = std::ptr::null();
            }
            entry.copies.retain(|copy| !std::ptr::eq(copy.0, array));
        }
    });
}

/// A `foreach` by value over an array: holds the array, so that changes of the variable do not matter.
pub struct ValueIterator {
    array: Array,
    at: Position,
}

impl ValueIterator {
    pub fn new(array: Array) -> ValueIterator {
        ValueIterator { array, at: 0 }
    }
    pub fn array(&self) -> &Array {
        &self.array
    }
    /// The next entry's number.
    #[inline]
    pub fn advance(&mut self) -> Option<Position> {
        let at = self.array.next_from(self.at)?;
        self.at = at + 1;
        Some(at)
    }
    pub fn next_value(&mut self) -> Option<Value> {
        let at = self.advance()?;
        Some(self.array.value_at(at).to_value())
    }
}
