//! Arrays against a model, and each kind by hand.

use super::*;
use crate::Reference;

#[test]
fn list_kinds() {
    let mut a = Array::new();
    a.push(Value::int(1));
    assert_eq!(a.kind(), ArrayKind::Ints);
    let b = a.clone();
    a.push(Value::float(2.0));
    assert_eq!((a.kind(), b.kind(), a.len(), b.len()), (ArrayKind::Values, ArrayKind::Ints, 2, 1));
    a.set_int(5, Value::from("x"));
    assert_eq!((a.kind(), a.len(), a.next_index()), (ArrayKind::Hash, 3, 6));
    a.push(Value::TRUE);
    assert_eq!(a.get_int(6).unwrap().as_bool(), Some(true));
    assert_eq!(format!("{a:?}"), r#"{0: 1, 1: 2.0, 5: "x", 6: true}"#);
}

#[test]
fn string_keys_that_look_like_ints() {
    for (text, expected) in [
        ("0", Some(0)),
        ("-0", None),
        ("00", None),
        ("12", Some(12)),
        ("-5", Some(-5)),
        ("1.0", None),
        ("", None),
        ("-", None),
        (" 1", None),
        ("9223372036854775807", Some(i64::MAX)),
        ("9223372036854775808", None),
        ("-9223372036854775808", Some(i64::MIN)),
    ] {
        assert_eq!(integer_key(text.as_bytes()), expected, "{text}");
    }
}

#[test]
fn next_index_after_negative_keys() {
    let mut a = Array::new();
    a.set_int(-5, Value::NULL);
    a.push(Value::NULL);
    assert_eq!(a.keys().collect::<Vec<_>>(), [Key::Int(-5), Key::Int(-4)]);
    a.set_int(i64::MAX, Value::NULL);
    assert!(!a.push(Value::NULL));
}

#[test]
fn a_list_that_lost_its_last_element_goes_on_behind_it() {
    let mut a: Array = [1i64, 2, 3].into_iter().collect();
    a.remove(Key::Int(2));
    a.push(Value::int(9));
    assert_eq!(a.keys().collect::<Vec<_>>(), [Key::Int(0), Key::Int(1), Key::Int(3)]);
    a.pop();
    a.push(Value::int(8));
    assert_eq!(a.keys().last(), Some(Key::Int(3)));
}

#[test]
fn a_reference_that_only_one_array_holds_is_a_value_in_copies() {
    let mut a = Array::new();
    a.push(Value::int(1));
    let cell = a.make_reference(Key::Int(0));
    let mut shared = a.clone();
    shared.push(Value::NULL);
    cell.set(Value::int(2));
    assert_eq!(shared.get_int(0).unwrap().as_int(), Some(2));
    drop(cell);
    let mut own = shared.clone();
    // `shared` and `a` both hold the cell, so it is still shared.
    own.assign(Key::Int(0), Value::int(3));
    assert_eq!(a.get_int(0).unwrap().as_int(), Some(3));
    drop((shared, own));
    let mut copy = a.clone();
    copy.assign(Key::Int(0), Value::int(4));
    assert_eq!(a.get_int(0).unwrap().as_int(), Some(3));
}

/// Random edits against a plain model.
#[test]
fn edits_match_a_model() {
    let mut seed = 88172645463325252u64;
    let mut random = move |below: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed >> 11) % below
    };
    for round in 0..400 {
        let mut array = Array::new();
        let mut model: Vec<(OwnedKey, i64)> = Vec::new();
        let mut next = 0i64;
        let mut copies: Vec<(Array, usize)> = Vec::new();
        let range = [4, 40, 1000][round % 3];
        for step in 0..300i64 {
            match random(12) {
                0..=3 => {
                    array.push(if random(8) == 0 { Value::float(step as f64) } else { Value::int(step) });
                    model.push((OwnedKey::Int(next), step));
                    next += 1;
                }
                4..=6 => {
                    let key = if random(3) == 0 { OwnedKey::Str(Str::from(format!("k{}", random(range)))) } else { OwnedKey::Int(random(range) as i64) };
                    array.set(key.as_key(), Value::int(step));
                    if let OwnedKey::Int(int) = key {
                        next = next.max(int + 1);
                    }
                    match model.iter_mut().find(|entry| entry.0 == key) {
                        Some(entry) => entry.1 = step,
                        None => model.push((key, step)),
                    }
                }
                7..=9 => {
                    let key = if random(3) == 0 { OwnedKey::Str(Str::from(format!("k{}", random(range)))) } else { OwnedKey::Int(random(range) as i64) };
                    let gone = array.remove(key.as_key()).is_some();
                    let at = model.iter().position(|entry| entry.0 == key);
                    assert_eq!(gone, at.is_some());
                    if let Some(at) = at {
                        model.remove(at);
                    }
                }
                10 => copies.push((array.clone(), model.len())),
                _ => {
                    copies.clear();
                }
            }
            assert_eq!(array.len(), model.len());
        }
        let seen: Vec<(OwnedKey, i64)> = array
            .iter()
            .map(|(key, value)| (key.into(), value.as_int().unwrap_or_else(|| value.as_float().unwrap() as i64)))
            .collect();
        assert_eq!(seen, model);
        for (key, value) in &model {
            let found = array.get(key.as_key()).unwrap();
            assert_eq!(found.as_int().unwrap_or_else(|| found.as_float().unwrap() as i64), *value);
        }
        for (copy, length) in &copies {
            assert_eq!((copy.len(), copy.iter().count()), (*length, *length));
        }
    }
}

#[test]
fn iterators_by_reference_survive_changes() {
    let mut a: Array = (0..6i64).collect();
    let mut iterator = RefIterator::new(&mut a);
    let mut seen = Vec::new();
    while let Some(at) = iterator.next(&mut a) {
        let value = a.value_at(at).as_int().unwrap();
        seen.push(value);
        if value == 1 {
            // `unset` of the next one, and an append.
            a.remove(Key::Int(2));
            a.push(Value::int(100));
        }
        if value == 3 {
            // A copy is made and written: the variable's array is another one from here on.
            let copy = a.clone();
            a.push(Value::int(200));
            drop(copy);
        }
    }
    assert_eq!(seen, [0, 1, 3, 4, 5, 100, 200]);
}

#[test]
fn elements_die_once() {
    crate::cycles::status();
    let before = crate::alloc::usage(false);
    {
        let mut a = Array::new();
        for number in 0..100 {
            a.set_str(&Str::from(format!("key {number}")), Value::string(format!("value {number}")));
        }
        let mut b = a.clone();
        b.push(Reference::new(Value::string("inside")).into());
        for number in 0..50 {
            b.remove(Key::Str(&Str::from(format!("key {}", number * 2))));
        }
        b.shift();
        b.renumber();
        let nested: Array = (0..10).map(|_| Value::from(b.clone())).collect();
        drop(nested);
    }
    crate::cycles::status();
    assert_eq!(crate::alloc::usage(false), before);
}

#[test]
fn deep_nesting_is_released_without_recursion() {
    let mut array = Array::new();
    for _ in 0..1_000_000 {
        let mut outer = Array::new();
        outer.push(array.into());
        array = outer;
    }
    drop(array);
}
