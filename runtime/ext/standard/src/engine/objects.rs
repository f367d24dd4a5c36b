//! Objects as arrays, and garbage collection.

use crate::prelude::*;
use phpc_core::behaviour::iteration;
use phpc_core::traces;

pub(crate) static FUNCTIONS: Functions =
    functions![
    get_object_vars, get_mangled_object_vars, gc_collect_cycles, gc_enable, gc_disable, gc_enabled, gc_mem_caches, gc_status,
];

#[php_function("get_object_vars(object $object): array")]
fn get_object_vars(cx: &mut Cx, object: &Object) -> Result<Array> {
    iteration::object_vars(cx, object, traces::current_scope())
}

#[php_function("get_mangled_object_vars(object $object): array")]
fn get_mangled_object_vars(cx: &mut Cx, object: &Object) -> Array {
    iteration::prepare(cx, object);
    iteration::mangled_properties(object)
}

#[php_function("gc_collect_cycles(): int")]
fn gc_collect_cycles(cx: &mut Cx) -> Result<i64> {
    let freed = phpc_core::cycles::collect_cycles();
    cx.check()?;
    Ok(freed as i64)
}

#[php_function("gc_status(): array", AMBIENT)]
fn gc_status() -> Array {
    let status = phpc_core::cycles::status();
    let mut array = Array::new();
    array.set_bytes(b"running", status.running);
    array.set_bytes(b"protected", false);
    array.set_bytes(b"full", false);
    array.set_bytes(b"runs", status.runs);
    array.set_bytes(b"collected", status.collected);
    array.set_bytes(b"threshold", status.threshold);
    array.set_bytes(b"buffer_size", status.roots.next_power_of_two().max(16384));
    array.set_bytes(b"roots", status.roots);
    array.set_bytes(b"application_time", status.application_time);
    array.set_bytes(b"collector_time", status.collector_time);
    // The collector's time is not told apart further.
    array.set_bytes(b"destructor_time", 0.0);
    array.set_bytes(b"free_time", 0.0);
    array
}

#[php_function("gc_enable(): void", AMBIENT)]
fn gc_enable() {
    phpc_core::cycles::enable(true);
    phpc_core::engine::ini::set(b"zend.enable_gc", &Str::from("1"));
}

#[php_function("gc_disable(): void", AMBIENT)]
fn gc_disable() {
    phpc_core::cycles::enable(false);
    phpc_core::engine::ini::set(b"zend.enable_gc", &Str::from("0"));
}

#[php_function("gc_enabled(): bool", AMBIENT)]
fn gc_enabled() -> bool {
    phpc_core::cycles::enabled()
}

#[php_function("gc_mem_caches(): int", AMBIENT)]
fn gc_mem_caches() -> i64 {
    0
}
