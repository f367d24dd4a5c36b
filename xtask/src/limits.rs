//! Programs at the limits: tests/php/limits (deep and endless recursion, endless loops, large strings), sources nested too deep,
//! planted faults of memory, and what a program that cannot load code must not carry. Each is run compiled and by `phpc run`.

use crate::order::{Way, execute, first_difference, programs_of};
use crate::tools::{Scratch, build_phpc, capture, side_by_side, split_flags};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

type Check<'a> = Box<dyn Fn() -> Result<(), String> + Sync + 'a>;

pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let (_, names) = split_flags(args, &[])?;
    let phpc = build_phpc()?;
    let scratch = Scratch::new()?;
    let (phpc, scratch) = (phpc.as_path(), &scratch);
    let mut checks: Vec<(String, Check)> = Vec::new();
    for program in programs_of("tests/php/limits") {
        let name = program.file_stem().expect("a program has a name").to_string_lossy().into_owned();
        for run in [false, true] {
            let (way, program) = (Way { phpc, scratch, run, open: false }, program.clone());
            let shown = if run { format!("{name} (phpc run)") } else { name.clone() };
            checks.push((shown, Box::new(move || compare(&way, &program))));
        }
    }
    for nested in NESTED {
        checks.push((nested.name.to_string(), Box::new(move || check_nested(phpc, scratch, nested))));
    }
    checks.push(("leak is reported".to_string(), Box::new(move || planted(phpc, scratch, "leak", " blocks (", "phpc: 0 blocks"))));
    checks.push(("use after free is reported".to_string(), Box::new(move || planted(phpc, scratch, "use-after-free", "used after they were freed", "\0"))));
    checks.push(("no cranelift".to_string(), Box::new(move || carries_no_compiler(phpc, scratch))));
    checks.retain(|(name, _)| names.is_empty() || names.iter().any(|wanted| name.contains(wanted)));
    let results = side_by_side(&checks, |(_, check)| check());
    let mut failed = 0;
    for ((name, _), result) in checks.iter().zip(&results) {
        if let Err(error) = result {
            println!("{name}: {error}");
            failed += 1;
        }
    }
    println!("{} passed, {failed} failed, 0 skipped", results.len() - failed);
    if failed == 0 { Ok(()) } else { Err(format!("{failed} programs differ")) }
}

fn compare(way: &Way, program: &Path) -> Result<(), String> {
    let name = program.file_stem().expect("a program has a name").to_string_lossy();
    let expected = fs::read(program.with_extension("out")).map_err(|error| format!(".out: {error}"))?;
    let found = execute(way, program, &name)?;
    first_difference(&masked(&expected), &masked(&found)).map_or(Ok(()), Err)
}

/// The size of the last request is the memory manager's own affair.
fn masked(text: &[u8]) -> Vec<u8> {
    const BEFORE: &[u8] = b"(tried to allocate ";
    let Some(at) = text.windows(BEFORE.len()).position(|window| window == BEFORE) else { return text.to_vec() };
    let (head, tail) = text.split_at(at + BEFORE.len());
    let rest = tail.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(tail.len());
    [head, &masked(&tail[rest..])].concat()
}

/// A source made of `open`, `count` times, `middle`, and as many `close`.
struct Nested {
    name: &'static str,
    before: &'static str,
    open: &'static str,
    middle: &'static str,
    close: &'static str,
    after: &'static str,
    count: usize,
    /// What it prints begins so.
    expected: &'static str,
}

const EXHAUSTED: &str = "\nParse error: memory exhausted in ";
const TOO_DEEP: &str = "\nFatal error: Maximum call stack size of 8339456 bytes (zend.max_allowed_stack_size - zend.reserved_stack_size) reached during compilation. Try splitting expression in ";

const NESTED: &[Nested] = &[
    Nested { name: "5,000 parentheses", before: "$x = 1; echo ", open: "(", middle: "$x + 1", close: ")", after: ";", count: 5_000, expected: "2" },
    Nested { name: "100,000 parentheses", before: "$x = 1; echo ", open: "(", middle: "$x", close: ")", after: ";", count: 100_000, expected: EXHAUSTED },
    Nested { name: "100,000 arrays", before: "$x = ", open: "[", middle: "1", close: "]", after: ";", count: 100_000, expected: EXHAUSTED },
    Nested { name: "100,000 calls", before: "echo ", open: "strlen(", middle: "1", close: ")", after: ";", count: 100_000, expected: EXHAUSTED },
    Nested { name: "100,000 negations", before: "echo ", open: "!", middle: "1", close: "", after: ";", count: 100_000, expected: EXHAUSTED },
    Nested { name: "100,000 blocks", before: "", open: "{", middle: "echo 1;", close: "}", after: "", count: 100_000, expected: EXHAUSTED },
    Nested { name: "100,000 assignments", before: "", open: "$x = ", middle: "1", close: "", after: ";", count: 100_000, expected: EXHAUSTED },
    Nested { name: "50,000 ternaries", before: "$x = 0; echo ", open: "$x ? 1 : (", middle: "2", close: ")", after: ";", count: 50_000, expected: EXHAUSTED },
    Nested { name: "100,000 sums", before: "$x = 1; echo ", open: "", middle: "$x", close: " + $x", after: ";", count: 100_000, expected: TOO_DEEP },
    Nested { name: "5,000 concatenations", before: "$x = 1; echo strlen(", open: "", middle: "$x", close: " . $x", after: ");", count: 5_000, expected: "5001" },
    Nested { name: "5,000 elseifs", before: "$x = 3; if ($x == 1) {} ", open: "", middle: "", close: "elseif ($x == 1) {} ", after: "else { echo 5; }", count: 5_000, expected: "5" },
];

fn check_nested(phpc: &Path, scratch: &Scratch, nested: &Nested) -> Result<(), String> {
    let Nested { before, open, middle, close, after, count, .. } = nested;
    let source = format!("<?php\n{before}{}{middle}{}{after}\n", open.repeat(*count), close.repeat(*count));
    let file = scratch.file(&(nested.name.replace([' ', ','], "_") + ".php"));
    fs::write(&file, source).map_err(|error| error.to_string())?;
    for (way, ran) in [
        ("phpc -o", crate::diff::compiled(phpc, scratch, &file)?),
        ("phpc run", capture(Command::new(phpc).arg("run").arg(&file))?),
    ] {
        if !ran.output.starts_with(nested.expected.as_bytes()) {
            let found = ran.output.iter().chain(&ran.errors).take(200).copied().collect::<Vec<u8>>();
            return Err(format!("{way}: found \"{}\", exit status {}", found.escape_ascii(), ran.status));
        }
    }
    Ok(())
}

const SMALL: &str = "<?php\nclass A { public $list = []; }\n$a = new A;\nfor ($i = 0; $i < 50; $i++) { $a->list[] = \"v$i\" . count($a->list); }\necho count($a->list), \"\\n\";\n";

fn small(phpc: &Path, scratch: &Scratch, name: &str, more: &str) -> Result<PathBuf, String> {
    let file = scratch.file(&format!("{name}.php"));
    fs::write(&file, format!("{SMALL}{more}")).map_err(|error| error.to_string())?;
    let out = scratch.file(name);
    let built = capture(Command::new(phpc).arg("-o").arg(&out).arg(&file))?;
    if built.status == 0 { Ok(out) } else { Err(String::from_utf8_lossy(&built.errors).into_owned()) }
}

/// The debug allocator reports a fault that it was told to make, and nothing without one.
fn planted(phpc: &Path, scratch: &Scratch, fault: &str, expected: &str, unexpected: &str) -> Result<(), String> {
    let program = small(phpc, scratch, &format!("planted-{fault}"), "")?;
    let run = |fault: &str| capture(Command::new(&program).env("PHPC_ALLOC", "debug").env("PHPC_FAULT", fault));
    let sound = run("")?;
    if sound.errors != b"phpc: 0 blocks (0 bytes) live at exit\n" {
        return Err(format!("without a fault: {}", String::from_utf8_lossy(&sound.errors)));
    }
    let errors = String::from_utf8_lossy(&run(fault)?.errors).into_owned();
    if errors.contains(expected) && !errors.contains(unexpected) { Ok(()) } else { Err(format!("not reported: {errors}")) }
}

/// Only a program that can load code has the compiler in it.
fn carries_no_compiler(phpc: &Path, scratch: &Scratch) -> Result<(), String> {
    let has = |program: &Path| -> Result<bool, String> {
        let bytes = fs::read(program).map_err(|error| error.to_string())?;
        Ok(bytes.windows(9).any(|window| window == b"cranelift"))
    };
    if has(&small(phpc, scratch, "cannot-load", "")?)? {
        return Err("a program that cannot load code has a cranelift symbol".to_string());
    }
    match has(&small(phpc, scratch, "can-load", "eval($argv[1] ?? '');\n")?)? {
        true => Ok(()),
        false => Err("a program that can load code has no cranelift symbol: the test is blind".to_string()),
    }
}
