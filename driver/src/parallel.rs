//! Doing the same to many files side by side.

use phpc_pipeline::STACK_SIZE;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// `work` on every item, on `jobs` threads; results in the items' order.
pub(crate) fn map<T: Sync, R: Send>(jobs: usize, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = jobs.min(items.len());
    if threads <= 1 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<Option<R>>> = Mutex::new(items.iter().map(|_| None).collect());
    let worker = || {
        while let Some((index, item)) = take(&next, items) {
            let result = work(item);
            results.lock().expect("no worker panics with the lock")[index] = Some(result);
        }
    };
    thread::scope(|scope| {
        for _ in 0..threads {
            let thread = thread::Builder::new().stack_size(STACK_SIZE).spawn_scoped(scope, worker);
            thread.expect("the system can give a thread its address space");
        }
    });
    let results = results.into_inner().expect("the workers are done");
    results.into_iter().map(|result| result.expect("every item was taken")).collect()
}

fn take<'a, T>(next: &AtomicUsize, items: &'a [T]) -> Option<(usize, &'a T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    Some((index, items.get(index)?))
}
