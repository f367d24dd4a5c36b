//! Parses PHP files and prints what PHP would say: `parse FILE…`, or file names on standard input.
//!
//! `--tokens` and `--ast` print these instead; `--time` prints how fast all of it was parsed.

use bumpalo::Bump;
use phpc_frontend::ast::dump_ast;
use phpc_frontend::lexer::{Options, dump_tokens, tokenize};
use phpc_frontend::limits::with_big_stack;
use phpc_frontend::parser::parse;
use std::io::{BufRead, Write};
use std::time::{Duration, Instant};

fn main() {
    let (options, files): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|arg| arg.starts_with("--"));
    let files = match files.is_empty() {
        true => std::io::stdin().lock().lines().map(|line| line.expect("names are text")).collect(),
        false => files,
    };
    with_big_stack(|| run(&options, &files));
}

fn run(options: &[String], files: &[String]) {
    let wants = |option: &str| options.iter().any(|given| given == option);
    let mut arena = Bump::new();
    let mut out = Vec::new();
    let (mut bytes, mut time) = (0, Duration::ZERO);
    for file in files {
        let source = std::fs::read(file).expect("the file can be read");
        if wants("--tokens") {
            print!("{}", dump_tokens(&source, &tokenize(&arena, &source, Options::default())));
            continue;
        }
        let start = Instant::now();
        let (ast, diagnostics) = parse(&arena, &source, Options::default());
        time += start.elapsed();
        bytes += source.len();
        if wants("--ast") {
            print!("{}", dump_ast(&ast));
        }
        for diagnostic in &diagnostics.list {
            out.extend_from_slice(format!("PHP {}: ", diagnostic.kind.label()).as_bytes());
            out.extend_from_slice(&diagnostic.message);
            out.extend_from_slice(format!(" in {file} on line {}\n", diagnostic.line).as_bytes());
        }
        arena.reset();
    }
    std::io::stdout().write_all(&out).expect("standard output can be written");
    if wants("--time") {
        let speed = bytes as f64 / 1e6 / time.as_secs_f64();
        println!("{} files, {:.1} MB, {:.3} s, {speed:.1} MB/s", files.len(), bytes as f64 / 1e6, time.as_secs_f64());
    }
}
