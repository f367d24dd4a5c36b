//! Says of PHP files what `php -l` says: `lint FILE…`, or file names on standard input.
//!
//! `--pir` prints their PIR instead, `--verify` checks it as well, `--time` prints how fast it went.

use phpc_frontend::limits::with_big_stack;
use phpc_frontend::lower::{Options, compile};
use phpc_ir::pir::{print, verify};
use std::io::BufRead;
use std::process::ExitCode;
use std::time::{Duration, Instant};

fn main() -> ExitCode {
    let (options, files): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|arg| arg.starts_with("--"));
    let files = match files.is_empty() {
        true => std::io::stdin().lock().lines().map(|line| line.expect("names are text")).collect(),
        false => files,
    };
    match with_big_stack(|| run(&options, &files)) {
        true => ExitCode::SUCCESS,
        false => ExitCode::from(255),
    }
}

/// Are all of them free of errors?
fn run(options: &[String], files: &[String]) -> bool {
    let wants = |option: &str| options.iter().any(|given| given == option);
    let syntax = phpc_frontend::lexer::Options { skip_shebang: true, ..Default::default() };
    let settings = Options { syntax, ..Options::default() };
    let (mut good, mut bytes, mut time) = (true, 0, Duration::ZERO);
    for file in files {
        let source = match std::fs::read(file) {
            Ok(source) => source,
            Err(error) => {
                println!("Could not open input file: {file} ({error})");
                good = false;
                continue;
            }
        };
        let start = Instant::now();
        let (unit, diagnostics) = compile(&source, file.as_bytes(), settings);
        time += start.elapsed();
        bytes += source.len();
        if wants("--locals") {
            for function in &unit.functions {
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                let name = text(&function.decl.name);
                let class = function.decl.class.map(|class| text(&unit.classes[class.0 as usize].name));
                let locals: Vec<String> = function.decl.locals.iter().map(|name| text(name)).collect();
                let (first, last) = (function.decl.line_start, function.decl.line_end);
                println!("locals {name:?} {class:?} {first}-{last} {:?} {}", function.decl.kind, locals.join(","));
            }
        }
        if wants("--pir") {
            print!("{}", print::print(&unit));
        }
        if wants("--verify") {
            for error in verify::verify(&unit) {
                println!("verify: {file}: {error}");
            }
        }
        for diagnostic in &diagnostics.list {
            println!(
                "PHP {}:  {} in {file} on line {}",
                diagnostic.kind.label(),
                String::from_utf8_lossy(&diagnostic.message),
                diagnostic.line
            );
            if diagnostic.kind.is_error() {
                good = false;
                println!("Errors parsing {file}");
                break;
            }
        }
        if !diagnostics.has_errors() && !wants("--pir") {
            println!("No syntax errors detected in {file}");
        }
    }
    if wants("--time") {
        let speed = bytes as f64 / 1e6 / time.as_secs_f64();
        println!("{} files, {:.1} MB, {:.3} s, {speed:.1} MB/s", files.len(), bytes as f64 / 1e6, time.as_secs_f64());
    }
    good
}
