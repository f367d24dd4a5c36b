//! Garbage cycles through arrays, objects and references.

use super::*;
use crate::{Array, Key, Reference};

#[test]
fn an_array_that_holds_itself() {
    collect_cycles();
    let before = alloc::usage(false);
    for _ in 0..5 {
        let cell = Reference::new(Array::new().into());
        let mut array = Array::new();
        array.push(cell.clone().into());
        array.push(Value::string("some text"));
        cell.set(array.into());
    }
    assert!(alloc::usage(false) > before);
    assert_eq!(collect_cycles(), 5);
    assert_eq!(collect_cycles(), 0);
    assert_eq!(alloc::usage(false), before);
}

#[test]
fn what_is_reachable_stays() {
    let cell = Reference::new(Array::new().into());
    let mut array = Array::new();
    array.push(cell.clone().into());
    cell.set(array.clone().into());
    drop(array);
    drop(cell.clone());
    assert_eq!(collect_cycles(), 0);
    assert_eq!(cell.get().as_array().unwrap().len(), 1);
    cell.set(Value::NULL);
    let mut lone = Array::new();
    lone.set(Key::Int(7), cell.into());
    drop(lone);
}

#[test]
fn dead_roots_are_swept() {
    let before = alloc::usage(false);
    for _ in 0..10_000 {
        let mut outer = Array::new();
        outer.push(Reference::new(Value::int(1)).into());
        drop(outer.clone());
    }
    assert!(status().roots < SWEEP);
    assert_eq!(alloc::usage(false), before);
}
