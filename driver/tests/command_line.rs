//! The command `phpc` from outside: objects, PIR as input, and what it says when it cannot do what it is told.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own for each test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("phpc-command-line-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("the system's temporary folder is writable");
        Folder(path)
    }
    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("folders can be made");
        fs::write(&path, text).expect("the folder is writable");
        path
    }
    /// All files below, in order.
    fn files(&self) -> Vec<String> {
        fn walk(folder: &Path, root: &Path, found: &mut Vec<String>) {
            for entry in fs::read_dir(folder).expect("the folder is readable").flatten() {
                let path = entry.path();
                match path.is_dir() {
                    true => walk(&path, root, found),
                    false => found.push(path.strip_prefix(root).expect("below").to_string_lossy().into_owned()),
                }
            }
        }
        let mut found = Vec::new();
        walk(&self.0, &self.0, &mut found);
        found.sort();
        found
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn phpc(folder: &Folder, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_phpc"));
    command.args(args).current_dir(&folder.0).output().expect("phpc runs")
}

fn succeed(folder: &Folder, args: &[&str]) -> Vec<u8> {
    let output = phpc(folder, args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

const SOURCE: &str = "<?php\nfunction f(array $a) { foreach ($a as $k => $v) { yield $k => $v . '!'; } }\n\
    class C { public int $n = 1; function m(?C $c = null): static { return $this; } }\n\
    try { echo count([...f(['x' => 1.5])]), (new C)->m()->n; } finally { echo \"done\\n\"; }\n";

#[test]
fn bad_usage_says_one_line_and_leaves_nothing() {
    let folder = Folder::new("bad-usage");
    folder.write("good.php", SOURCE);
    folder.write("damaged.pir", "PHPC0001pir\nnonsense");
    folder.write("text.pir", "unit {\n  path: \"x.php\"\n  oops\n}\n");
    folder.write("folder.php/inside.php", "<?php\n");
    folder.write("file", "");
    let before = folder.files();
    for (args, expected) in [
        (&[][..], "no input file"),
        (&["good.php"], "-o OUT is missing"),
        (&["-o", "out", "missing.php"], "missing.php: No such file or directory"),
        (&["-o", "out", "folder.php"], "folder.php: Is a directory"),
        (&["-o", "no/such/folder/out", "good.php"], "no/such/folder/out: No such file or directory"),
        (&["-o", "folder.php", "good.php"], "folder.php: Is a directory"),
        (&["-o", "out", "good.php", "file"], "one input file only, but also file"),
        (&["-o", "out", "--frob", "good.php"], "unknown option --frob"),
        (&["-o"], "-o needs a value"),
        (&["-c"], "no input file"),
        (&["-c", "missing.php"], "missing.php: No such file or directory"),
        (&["-c", "-o", "file/x.o", "good.php"], "file/x.o: Not a directory"),
        (&["-c", "good.php", "folder.php/inside.php"], "several files need --out-dir DIR"),
        (&["-c", "-o", "x.o", "--out-dir", ".", "good.php"], "-o and --out-dir exclude each other"),
        (&["-c", "--out-dir", "file", "good.php"], "file: File exists"),
        (&["-c", "-o", "x.o", "--target=vax-unknown-none", "good.php"], "no code is made for the target 'vax-unknown-none'"),
        (&["-o", "out", "--target=aarch64-unknown-linux-gnu", "good.php"], "executables are made for this machine only"),
        (&["-c", "-o", "x.o", "damaged.pir"], "damaged.pir: PIR version"),
        (&["-c", "-o", "x.o", "text.pir"], "text.pir: "),
        (&["--emit=soup", "good.php"], "--emit knows tokens"),
        (&["--emit=pir:function=nope", "good.php"], "there is no function nope"),
        (&["-o", "out", "--jobs=many", "good.php"], "--jobs needs a number"),
        (&["build", "missing"], "missing: No such file or directory"),
        (&["build", "file"], "not a folder"),
        (&["--ini", "missing.ini", "-o", "out", "good.php"], "missing.ini: No such file or directory"),
    ] {
        let output = phpc(&folder, args);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{args:?}: {said}");
        assert!(said.contains(expected) && said.starts_with("phpc: "), "{args:?}: {said}");
        assert_eq!(said.lines().count(), 1, "{args:?}: {said}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{args:?}");
        assert_eq!(folder.files(), before, "{args:?}");
    }
}

#[test]
fn a_program_with_errors_says_what_php_says() {
    let folder = Folder::new("errors");
    let file = folder.write("bad.php", "<?php\n\necho 1 +;\n");
    let output = phpc(&folder, &["-c", "-o", "bad.o", "bad.php"]);
    let place = fs::canonicalize(file).expect("it exists");
    let expected = format!("\nParse error: syntax error, unexpected token \";\" in {} on line 3\n", place.display());
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned()), (Some(255), expected));
    assert_eq!(folder.files(), ["bad.php"]);
}

#[test]
fn run_of_a_missing_file_says_what_php_says() {
    let folder = Folder::new("no-script");
    let output = phpc(&folder, &["run", "missing.php"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), &said[..]), (Some(1), "Could not open input file: missing.php\n"));
}

#[test]
fn many_files_become_objects_of_either_machine() {
    let folder = Folder::new("objects");
    folder.write("a.php", SOURCE);
    folder.write("sub/a.php", "<?php\nfunction g() { return 1; }\n");
    for (target, machine) in [("x86_64-unknown-linux-gnu", 62u16), ("aarch64-unknown-linux-gnu", 183)] {
        let option = format!("--target={target}");
        succeed(&folder, &["-c", &option, "--out-dir", target, "a.php", "sub/a.php"]);
        for name in ["a.php.o", "sub-a.php.o"] {
            let bytes = fs::read(folder.0.join(target).join(name)).expect("the object was written");
            assert_eq!(&bytes[..4], b"\x7fELF");
            assert_eq!(u16::from_le_bytes([bytes[18], bytes[19]]), machine, "{target}");
        }
    }
    folder.write("bad.php", "<?php echo +;");
    let output = phpc(&folder, &["-c", "--out-dir", "mixed", "a.php", "bad.php", "missing.php"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("2 of 3 files could not be compiled"));
    assert!(folder.0.join("mixed/a.php.o").is_file() && !folder.0.join("mixed/bad.php.o").exists());
}

#[test]
fn pir_of_either_form_compiles_to_the_same_object() {
    let folder = Folder::new("pir");
    folder.write("p.php", SOURCE);
    succeed(&folder, &["-c", "-o", "source.o", "p.php"]);
    let text = succeed(&folder, &["--emit=pir", "p.php"]);
    succeed(&folder, &["--emit=pir-binary", "-o", "p-binary.pir", "p.php"]);
    fs::write(folder.0.join("p.pir"), text).expect("the folder is writable");
    fs::remove_file(folder.0.join("p.php")).expect("it was written");
    for (file, jobs) in [("p.pir", "--jobs=1"), ("p-binary.pir", "--jobs=4")] {
        succeed(&folder, &["-c", jobs, "-o", "pir.o", file]);
        let same = fs::read(folder.0.join("pir.o")).expect("written") == fs::read(folder.0.join("source.o")).expect("written");
        assert!(same, "{file}");
    }
}
