//! Generators: heap frames and their objects.

use super::class::func_of;
use super::words::Pointer;
use crate::{Object, Result, Value, generators, pending};
use phpc_abi::unit::GeneratorFrame;

fn frame<'a>(frame: Pointer) -> &'a mut GeneratorFrame {
    // SAFETY: emitted code passes the frame of the running generator.
    unsafe { &mut *frame.cast::<GeneratorFrame>() }
}

fn store(slot: &mut phpc_abi::value::RawValue, value: Value) {
    // SAFETY: fields of the frame are valid values; the old one is dropped after the new one is in place.
    drop(unsafe { Value::from_raw(std::mem::replace(slot, value.into_raw())) });
}

pub fn new(func: Pointer, frame: Pointer, this_or_class: Pointer) -> Object {
    generators::new(func_of(func), frame.cast(), this_or_class)
}

pub fn frame_new(func: Pointer, size: i64) -> Pointer {
    generators::frame_new(func_of(func), size as usize).cast()
}

pub fn yield_value(pointer: Pointer, key: Value, value: Value) {
    let frame = frame(pointer);
    frame.reserved = crate::frames::caller_address() as u64;
    store(&mut frame.key, key);
    store(&mut frame.value, value);
}

/// What the `yield` evaluates to; throws if `Generator::throw` resumed.
pub fn sent(pointer: Pointer) -> Result<Value> {
    pending::check()?;
    let frame = frame(pointer);
    // SAFETY: a valid value; UNDEF is left.
    let value = unsafe { Value::from_raw(std::mem::replace(&mut frame.sent, phpc_abi::value::RawValue::UNDEF)) };
    Ok(value.into_plain())
}

pub fn finish(pointer: Pointer, value: Value) {
    store(&mut frame(pointer).result, value);
}
