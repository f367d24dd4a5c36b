//! The list behind `spl_autoload_register`.

use super::Callable;
use crate::global::Global;

static LOADERS: Global<Vec<Callable>> = Global::new(Vec::new());

/// The loader at this place of the list.
pub fn loader(number: usize) -> Option<Callable> {
    LOADERS.with(|loaders| loaders.get(number).cloned())
}

/// Adds a loader unless it is registered already.
pub fn register(loader: Callable, prepend: bool) {
    LOADERS.with(|loaders| {
        if loaders.iter().any(|known| known.same(&loader)) {
            return;
        }
        if prepend {
            loaders.insert(0, loader);
        } else {
            loaders.push(loader);
        }
    });
}

/// False if it was not registered.
pub fn unregister(loader: &Callable) -> bool {
    let removed = LOADERS.with(|loaders| {
        let at = loaders.iter().position(|known| known.same(loader))?;
        Some(loaders.remove(at))
    });
    removed.is_some()
}

pub fn all() -> Vec<Callable> {
    LOADERS.with(|loaders| loaders.clone())
}

/// At the end of the program.
pub fn clear() {
    let all = LOADERS.with(std::mem::take);
    drop(all);
}
