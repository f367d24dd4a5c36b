//! PIR's text and binary forms are each other's inverse, refuse what is damaged, and their tables are documented.

use phpc_ir::pir::{Op, Unit, binary, effects, parse, print, verify};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sample_text() -> String {
    fs::read_to_string(root().join("ir/tests/pir/all_operations.pir")).expect("the sample is committed")
}

fn sample() -> Unit {
    parse::parse(&sample_text()).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn text_and_binary_are_inverse() {
    let unit = sample();
    let text = print::print(&unit);
    let again = parse::parse(&text).unwrap_or_else(|error| panic!("{error} of\n{text}"));
    assert_eq!(again, unit);
    assert_eq!(print::print(&again), text);
    let bytes = binary::encode(&unit);
    assert_eq!(binary::decode(&bytes).as_ref(), Ok(&unit));
    assert_eq!(binary::encode(&again), bytes);
}

#[test]
fn the_sample_has_every_operation() {
    let unit = sample();
    let used =
        |name: &str| unit.functions.iter().flat_map(|f| &f.blocks).flat_map(|b| &b.insts).any(|i| i.op.name() == name);
    let missing: Vec<_> = Op::TABLE.iter().map(|(name, _)| *name).filter(|name| !used(name)).collect();
    assert!(missing.is_empty(), "not in all_operations.pir: {missing:?}");
}

#[test]
fn damaged_units_are_refused() {
    let bytes = binary::encode(&sample());
    for length in 0..bytes.len() {
        assert!(binary::decode(&bytes[..length]).is_err(), "cut at {length}");
    }
    for at in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1;
        assert!(binary::decode(&flipped).is_err(), "flipped at {at}");
    }
    assert_eq!(binary::decode(b"\x7fELF\x02\x01\x01\0\0\0\0\0"), Err(binary::BinaryError::Foreign));
}

#[test]
fn the_sample_verifies() {
    assert_eq!(verify::verify(&sample()), []);
}

/// A function body in the shell of a unit, its first verification error.
fn first_error(body: &str) -> String {
    let text = format!(
        "unit {{ path: \"a\" }} const c0 = null f0 {{ kind: main, locals: [\"x\"], line_start: 1, line_end: 1 }} temps 9 {body} end"
    );
    let unit = parse::parse(&text).unwrap_or_else(|error| panic!("{error}"));
    verify::verify(&unit).first().map_or("fine".to_string(), |error| error.to_string())
}

#[test]
fn the_verifier_finds() {
    for (body, expected) in [
        ("b0: return c0 !1", "fine"),
        ("b0: return c1 !1", "f0 b0 #0 (return): c1 is out of range (1 exist)"),
        ("b0: %0 = copy $x !1 return c0 !1", "f0 b0 #1 (return): %0 is neither consumed nor freed"),
        ("b0: return %0 !1", "f0 b0 #0 (return): %0 is consumed where it is not live"),
        ("b0: %0 = copy $x !1 free %0 !1 return %0 !1", "f0 b0 #2 (return): %0 is consumed where it is not live"),
        ("b0: %0 = copy $x !1 %0 = copy $x !1 return %0 !1", "f0 b0 #1 (copy): %0 is defined while it is live"),
        ("b0: free %9 !1 return c0 !1", "f0 b0 #0 (free): %9 is out of range (9 exist)"),
        ("b0: echo $x !1", "f0 b0: it has no terminator"),
        ("b0: jump b0 !1", "f0 b0 #0 (jump): the entry block has a predecessor"),
        ("b0: return c0 !1 return c0 !1", "f0 b0 #0 (return): a terminator in mid-block"),
        (
            "b0: branch $x, b1, b2 !1 b1: %0 = copy $x !1 jump b2 !1 b2: return c0 !1",
            "f0 b1 #1 (jump): %0 is live on one way into b2 and not on another",
        ),
        (
            // The iterator around a `try` is live in its handler.
            "region r0 = catch(b3, %1) b0: %0 = iter_init $x, b4, b1 !1 b1 in r0: echo $x !1 jump b2 !1
             b2: iter_free %0 !1 return c0 !1 b3: catch_assign $x, %1 !1 jump b2 !1 b4: return c0 !1",
            "fine",
        ),
        (
            "region r0 = catch(b2, %1) b0: jump b1 !1 b1 in r0: echo $x !1 return c0 !1 b2: echo %0 !1 rethrow %1 !1",
            "f0 b1 #0 (echo): the handler b2 needs %0, which is not live here",
        ),
        (
            // A value kept across a `finally`.
            "region r0 = finally(b2, %1) b0: jump b1 !1 b1 in r0: %0 = copy $x !1 finally_call r0, b3 !1
             b2: finally_end r0 !1 b3: return %0 !1",
            "fine",
        ),
    ] {
        assert_eq!(first_error(body), expected, "{body}");
    }
}

#[test]
fn every_operation_has_its_effect() {
    let named: Vec<&str> = effects::EFFECTS.iter().map(|(name, _)| *name).collect();
    let all: Vec<&str> = Op::TABLE.iter().map(|(name, _)| *name).collect();
    assert_eq!(named, all);
}

#[test]
fn generated_files_are_not_stale() {
    let primitives = fs::read_to_string(root().join("boot/primitives.txt")).expect("boot/primitives.txt is committed");
    assert!(primitives == binary::primitive_table(), "boot/primitives.txt is stale: run cargo xtask primitives");
    let doc = fs::read_to_string(root().join("docs/pir.md")).expect("docs/pir.md is committed");
    for (name, _) in Op::TABLE {
        assert!(doc.contains(&format!("`{name}`")), "docs/pir.md does not define {name}: run cargo xtask primitives");
    }
}
