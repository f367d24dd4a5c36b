//! Prints the first `assert(…)` of each file as PHP would print it when it fails.

use bumpalo::Bump;
use phpc_frontend::ast::*;
use phpc_frontend::lexer::Options;
use phpc_frontend::limits::with_big_stack;
use phpc_frontend::parser::parse;
use std::io::Write;

fn main() {
    let files: Vec<String> = std::env::args().skip(1).collect();
    with_big_stack(|| files.iter().for_each(|file| print(file)));
}

fn print(file: &str) {
    let arena = Bump::new();
    let source = std::fs::read(file).expect("the file can be read");
    let (ast, _) = parse(&arena, &source, Options::default());
    let Some(arg) = ast.statements.iter().find_map(assertion) else { return };
    let mut text = assert_message(arg, 14);
    text.push(b'\n');
    std::io::stdout().write_all(&text).expect("standard output can be written");
}

fn assertion<'a>(statement: &Stmt<'a>) -> Option<&'a Arg<'a>> {
    match statement.kind {
        StmtKind::Try(node) => assertion(node.body),
        StmtKind::Block(statements) => statements.iter().find_map(assertion),
        StmtKind::Expr(Expr { kind: ExprKind::Call { args, .. }, .. }) => args.list.first(),
        _ => None,
    }
}
