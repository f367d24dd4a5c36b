//! Who is told when a weakly referenced object dies.

use crate::global::Global;
use phpc_abi::layout::{FLAG_WEAKLY_REFERENCED, ObjectHeader};
use std::collections::BTreeMap;

/// Called once with the dying object, before its properties are released. Must not run user code itself: what it drops it
/// puts into the list, which is released afterwards.
pub type Watcher = Box<dyn FnOnce(*mut ObjectHeader, &mut Vec<crate::Value>)>;

static WATCHERS: Global<BTreeMap<usize, Vec<(u64, Watcher)>>> = Global::new(BTreeMap::new());
static NEXT: Global<u64> = Global::new(0);

/// Registers a watcher; the token takes it off again.
pub fn watch(object: &crate::Object, watcher: Watcher) -> u64 {
    object.set_flag(FLAG_WEAKLY_REFERENCED, true);
    let token = NEXT.get();
    NEXT.set(token + 1);
    WATCHERS.with(|all| all.entry(object.as_ptr() as usize).or_default().push((token, watcher)));
    token
}

pub fn unwatch(object: *mut ObjectHeader, token: u64) {
    let gone = WATCHERS.with(|all| {
        let list = all.get_mut(&(object as usize))?;
        let at = list.iter().position(|entry| entry.0 == token)?;
        let gone = list.remove(at);
        if list.is_empty() {
            all.remove(&(object as usize));
        }
        Some(gone)
    });
    drop(gone);
}

pub(crate) fn died(object: *mut ObjectHeader) {
    let list = WATCHERS.with(|all| all.remove(&(object as usize))).unwrap_or_default();
    let mut dropped = Vec::new();
    for (_, watcher) in list {
        watcher(object, &mut dropped);
    }
    drop(dropped);
}
