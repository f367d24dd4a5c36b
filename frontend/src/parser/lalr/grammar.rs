//! The grammar's text, read into rules.

use crate::lexer::{TOKEN_KINDS, TokenKind};
use TokenKind::{Ampersand, PrecArrowFunction};
use std::collections::HashMap;

/// A terminal (an index of `TokenKind`) or, from `TOKEN_KINDS` on, a nonterminal.
pub(super) type Symbol = u16;

pub(super) struct Grammar {
    /// The first is `$accept = file END`.
    pub(super) rules: Vec<Rule>,
    /// The rules of each nonterminal.
    pub(super) rules_of: Vec<Vec<u16>>,
    pub(super) precedence: [Option<Precedence>; TOKEN_KINDS],
}

pub(super) struct Rule {
    pub(super) left: Symbol,
    pub(super) right: Vec<Symbol>,
    pub(super) precedence: Option<Precedence>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Precedence {
    pub(super) level: u8,
    pub(super) associativity: Associativity,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Associativity {
    Left,
    Right,
    None,
    /// Two operators of the level never meet.
    Undefined,
}

pub(super) fn is_terminal(symbol: Symbol) -> bool {
    (symbol as usize) < TOKEN_KINDS
}

/// The index of a nonterminal among the nonterminals.
pub(super) fn nonterminal_index(symbol: Symbol) -> usize {
    symbol as usize - TOKEN_KINDS
}

pub(super) fn read(text: &str) -> Grammar {
    let mut reader = Reader::new();
    let mut rule = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        if !line.starts_with(' ') {
            reader.read_rule(&std::mem::take(&mut rule));
        }
        rule.push_str(line);
        rule.push(' ');
    }
    reader.read_rule(&rule);
    reader.grammar
}

struct Reader {
    grammar: Grammar,
    terminals: HashMap<&'static str, Symbol>,
    nonterminals: HashMap<String, Symbol>,
    levels: u8,
}

impl Reader {
    fn new() -> Reader {
        let mut terminals = HashMap::new();
        for symbol in 0..TOKEN_KINDS {
            let kind = TokenKind::from_index(symbol);
            let is_name = kind.label().starts_with('\'') || matches!(kind, Ampersand | PrecArrowFunction);
            let name = if is_name { kind.label() } else { kind.php_name() };
            terminals.insert(name, symbol as Symbol);
        }
        let grammar = Grammar { rules: Vec::new(), rules_of: Vec::new(), precedence: [None; TOKEN_KINDS] };
        let mut reader = Reader { grammar, terminals, nonterminals: HashMap::new(), levels: 0 };
        let accept = reader.symbol("$accept");
        let file = reader.symbol("file");
        reader.add_rule(accept, vec![file, TokenKind::End as Symbol], None);
        reader
    }

    fn symbol(&mut self, name: &str) -> Symbol {
        if let Some(&terminal) = self.terminals.get(name) {
            return terminal;
        }
        if let Some(&nonterminal) = self.nonterminals.get(name) {
            return nonterminal;
        }
        self.add_nonterminal(name.into())
    }

    fn add_nonterminal(&mut self, name: String) -> Symbol {
        let symbol = (TOKEN_KINDS + self.grammar.rules_of.len()) as Symbol;
        self.grammar.rules_of.push(Vec::new());
        self.nonterminals.insert(name, symbol);
        symbol
    }

    fn add_rule(&mut self, left: Symbol, right: Vec<Symbol>, precedence: Option<Precedence>) {
        let last_terminal = right.iter().rev().find(|&&symbol| is_terminal(symbol));
        let inherited = last_terminal.and_then(|&symbol| self.grammar.precedence[symbol as usize]);
        let index = self.grammar.rules.len() as u16;
        self.grammar.rules_of[nonterminal_index(left)].push(index);
        self.grammar.rules.push(Rule { left, right, precedence: precedence.or(inherited) });
    }

    fn read_rule(&mut self, text: &str) {
        let words = split_words(text);
        match words.split_first() {
            None => {}
            Some((first, tokens)) if first.starts_with('%') => self.read_precedence(first, tokens),
            Some((left, rest)) => {
                let left = self.symbol(left);
                assert_eq!(rest[0], "=", "a rule has its name and `=` first");
                for alternative in rest[1..].split(|word| *word == "|") {
                    self.read_alternative(left, alternative);
                }
            }
        }
    }

    fn read_precedence(&mut self, keyword: &str, tokens: &[&str]) {
        self.levels += 1;
        let associativity = match keyword {
            "%left" => Associativity::Left,
            "%right" => Associativity::Right,
            "%nonassoc" => Associativity::None,
            _ => Associativity::Undefined,
        };
        for token in tokens {
            let symbol = self.symbol(token);
            let precedence = Precedence { level: self.levels, associativity };
            self.grammar.precedence[symbol as usize] = Some(precedence);
        }
    }

    fn read_alternative(&mut self, left: Symbol, words: &[&str]) {
        let mut right = Vec::new();
        let mut precedence = None;
        let mut words = words.iter();
        while let Some(&word) = words.next() {
            match word {
                "_" => {}
                "@" => right.push(self.add_decision()),
                "%prec" => {
                    let token = words.next().expect("a token follows %prec");
                    let symbol = self.symbol(token);
                    precedence = self.grammar.precedence[symbol as usize];
                }
                _ => right.push(self.symbol(word)),
            }
        }
        self.add_rule(left, right, precedence);
    }

    /// A nonterminal of its own that is always empty.
    fn add_decision(&mut self) -> Symbol {
        let symbol = self.add_nonterminal(format!("@{}", self.grammar.rules_of.len()));
        self.add_rule(symbol, Vec::new(), None);
        symbol
    }
}

/// Splits at spaces, except inside of single quotes.
fn split_words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = match rest.strip_prefix('\'') {
            Some(quoted) => 2 + quoted.find('\'').expect("a quote is closed"),
            None => rest.find(' ').unwrap_or(rest.len()),
        };
        words.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    words
}
