//! Recursion guards: inside `__get('x')` of an object, `$this->x` does not call `__get` again.

use crate::global::Global;
use crate::{Object, Str};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Get,
    Set,
    Isset,
    Unset,
    /// `__debugInfo`, comparison and the like, by their own names.
    Other,
}

/// Few are active at a time: nested magic calls.
static ACTIVE: Global<Vec<(usize, Str, Kind)>> = Global::new(Vec::new());

/// Lifts its guard when dropped: the one with this name, which the list holds.
pub struct Guard(usize, *const u8, Kind);

impl Drop for Guard {
    fn drop(&mut self) {
        let gone = ACTIVE.with(|active| {
            let is_own = |entry: &(usize, Str, Kind)| entry.0 == self.0 && entry.2 == self.2 && std::ptr::addr_eq(entry.1.as_ptr(), self.1);
            if active.last().is_some_and(is_own) {
                return active.pop();
            }
            // Fibers and generators may leave out of order.
            let at = active.iter().rposition(is_own)?;
            Some(active.remove(at))
        });
        drop(gone);
    }
}

/// None: the same magic call is running already.
pub fn enter(object: &Object, name: &Str, kind: Kind) -> Option<Guard> {
    let address = object.as_ptr() as usize;
    ACTIVE.with(|active| {
        if active.iter().any(|entry| entry.0 == address && entry.2 == kind && *entry.1 == **name) {
            return None;
        }
        active.push((address, name.clone(), kind));
        Some(Guard(address, name.as_ptr().cast(), kind))
    })
}
