//! Which tokens PHP expects where a syntax error is.
//!
//! PHP's parser is generated from a grammar by bison, and its errors list the tokens that its state at the
//! error has actions for. So the same tables are made here, once, when the first error is to be worded, and
//! the tokens are run through them. They decide nothing else.

mod grammar;
mod lookahead;
mod states;
mod tables;

use crate::lexer::TokenKind;
use std::sync::OnceLock;
use tables::Tables;

/// Bison lists no more.
const MOST_EXPECTED: usize = 4;

/// Where the tokens stop to be a PHP file.
pub(super) struct SyntaxError {
    /// The index of the token.
    pub(super) token: usize,
    /// What could stand there, if these are few.
    pub(super) expected: Vec<TokenKind>,
}

/// Runs the tables over the tokens of a file; `None` if there is no error.
pub(super) fn find_error(kinds: impl Iterator<Item = TokenKind>) -> Option<SyntaxError> {
    let tables = tables();
    let mut stack = vec![0];
    for (token, kind) in kinds.enumerate() {
        if !tables.shift(&mut stack, kind) {
            let expected = tables.expected(*stack.last().expect("the start state stays"));
            let expected = if expected.len() > MOST_EXPECTED { Vec::new() } else { expected };
            return Some(SyntaxError { token, expected });
        }
    }
    None
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let grammar = grammar::read(include_str!("php.grammar"));
        let states = states::build(&grammar);
        let lookaheads = lookahead::compute(&grammar, &states);
        tables::build(&grammar, &states, &lookaheads)
    })
}
