use super::*;

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
