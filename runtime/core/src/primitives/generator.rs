//! Generators: heap frames and their objects.

use super::class::func_of;
use super::words::Pointer;
use crate::{Object, Result, Value, generators, pending};
use phpc_abi::unit::GeneratorFrame;

fn frame<'a>(frame: Pointer) -> &'a mut GeneratorFrame {
    // SAFETY: emitted code passes the frame of the running generator.
    unsafe { &mut *frame.cast::<GeneratorFrame>() }
}

/// Another value in a field of the frame: the one that was there.
fn exchange(slot: &mut phpc_abi::value::RawValue, value: Value) -> Value {
    // SAFETY: fields of the frame are valid values; whose this one was is the caller's now.
    unsafe { Value::from_raw(std::mem::replace(slot, value.into_raw())) }
}

pub fn new(func: Pointer, frame: Pointer, this_or_class: Pointer) -> Object {
    generators::new(func_of(func), frame.cast(), this_or_class)
}

pub fn frame_new(func: Pointer, size: i64) -> Pointer {
    generators::frame_new(func_of(func), size as usize).cast()
}

pub fn yield_value(pointer: Pointer, key: Value, value: Value) {
    let frame = frame(pointer);
    let old = exchange(&mut frame.value, value);
    let old_key = exchange(&mut frame.key, key);
    drop((old, old_key));
}

/// A `yield` that was resumed with something pending.
pub fn throw(pointer: Pointer) -> Result<Value> {
    let sent = exchange(&mut frame(pointer).sent, Value::UNDEF);
    pending::check()?;
    Ok(sent)
}

pub fn finish(pointer: Pointer, value: Value) {
    drop(exchange(&mut frame(pointer).result, value));
}
