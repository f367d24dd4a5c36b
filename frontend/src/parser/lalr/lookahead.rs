//! LALR(1) lookaheads, by the relations of DeRemer and Pennello.

use super::grammar::{Grammar, Symbol, is_terminal, nonterminal_index};
use super::states::{State, States};
use crate::lexer::{TOKEN_KINDS, TokenKind};
use std::collections::HashMap;

/// A set of terminals.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct TokenSet([u64; TOKEN_KINDS.div_ceil(64)]);

impl TokenSet {
    pub(super) fn insert(&mut self, token: usize) {
        self.0[token / 64] |= 1 << (token % 64);
    }

    fn has(self, token: usize) -> bool {
        self.0[token / 64] >> (token % 64) & 1 != 0
    }

    /// Adds all of `other`; whether that was anything new.
    fn unite(&mut self, other: TokenSet) -> bool {
        let before = *self;
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
        *self != before
    }

    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        (0..TOKEN_KINDS).filter(move |&token| self.has(token))
    }
}

/// The lookaheads of a complete rule in a state.
pub(super) type Lookaheads = HashMap<(State, u16), TokenSet>;

/// The transitions on nonterminals, and what may follow each.
struct Follows<'g> {
    grammar: &'g Grammar,
    states: &'g States,
    nullable: Vec<bool>,
    transitions: Vec<(State, Symbol)>,
    index: HashMap<(State, Symbol), usize>,
    sets: Vec<TokenSet>,
}

pub(super) fn compute(grammar: &Grammar, states: &States) -> Lookaheads {
    let mut follows = Follows::new(grammar, states);
    follows.read_directly();
    let reads = follows.reads();
    propagate(&mut follows.sets, &reads);
    let (includes, lookbacks) = follows.walk_rules();
    propagate(&mut follows.sets, &includes);
    let mut lookaheads = Lookaheads::new();
    for (complete, transition) in lookbacks {
        lookaheads.entry(complete).or_default().unite(follows.sets[transition]);
    }
    lookaheads
}

/// Adds to each set those that its edges name, until nothing changes.
fn propagate(sets: &mut [TokenSet], edges: &[Vec<usize>]) {
    let mut changed = true;
    while changed {
        changed = false;
        for (from, targets) in edges.iter().enumerate() {
            for &target in targets {
                let more = sets[target];
                changed |= sets[from].unite(more);
            }
        }
    }
}

impl<'g> Follows<'g> {
    fn new(grammar: &'g Grammar, states: &'g States) -> Follows<'g> {
        let mut transitions = Vec::new();
        for (state, items) in states.list.iter().enumerate() {
            let symbols = items.transitions.keys().filter(|symbol| !is_terminal(**symbol));
            transitions.extend(symbols.map(|&symbol| (state as State, symbol)));
        }
        let index = transitions.iter().enumerate().map(|(index, &transition)| (transition, index)).collect();
        let sets = vec![TokenSet::default(); transitions.len()];
        Follows { grammar, states, nullable: nullable(grammar), transitions, index, sets }
    }

    fn target(&self, state: State, symbol: Symbol) -> State {
        self.states.list[state as usize].transitions[&symbol]
    }

    /// Tokens that can be read right after a transition.
    fn read_directly(&mut self) {
        for (set, &(state, symbol)) in self.sets.iter_mut().zip(&self.transitions) {
            let target = self.states.list[state as usize].transitions[&symbol];
            for &symbol in self.states.list[target as usize].transitions.keys() {
                if is_terminal(symbol) {
                    set.insert(symbol as usize);
                }
            }
        }
        self.sets[0].insert(TokenKind::End as usize);
    }

    /// Transitions on nullable symbols that can come right after a transition.
    fn reads(&self) -> Vec<Vec<usize>> {
        let next = |&(state, symbol): &(State, Symbol)| {
            let target = self.target(state, symbol);
            let symbols = self.states.list[target as usize].transitions.keys();
            let nullable = symbols.filter(|&&symbol| self.is_nullable(symbol));
            nullable.map(|&symbol| self.index[&(target, symbol)]).collect()
        };
        self.transitions.iter().map(next).collect()
    }

    fn is_nullable(&self, symbol: Symbol) -> bool {
        !is_terminal(symbol) && self.nullable[nonterminal_index(symbol)]
    }

    /// Walks each rule from each transition on its left side. What follows the transition also follows the
    /// symbols at whose right only nullable ones stand, and the completed rule.
    fn walk_rules(&self) -> (Vec<Vec<usize>>, Vec<((State, u16), usize)>) {
        let mut includes = vec![Vec::new(); self.transitions.len()];
        let mut lookbacks = Vec::new();
        for (transition, &(start, left)) in self.transitions.iter().enumerate() {
            for &rule in &self.grammar.rules_of[nonterminal_index(left)] {
                let right = &self.grammar.rules[rule as usize].right;
                let mut state = start;
                for (at, &symbol) in right.iter().enumerate() {
                    if !is_terminal(symbol) && right[at + 1..].iter().all(|&symbol| self.is_nullable(symbol)) {
                        includes[self.index[&(state, symbol)]].push(transition);
                    }
                    state = self.target(state, symbol);
                }
                lookbacks.push(((state, rule), transition));
            }
        }
        (includes, lookbacks)
    }
}

fn nullable(grammar: &Grammar) -> Vec<bool> {
    let mut nullable = vec![false; grammar.rules_of.len()];
    let mut changed = true;
    while changed {
        changed = false;
        for rule in &grammar.rules {
            let empty = rule.right.iter().all(|&symbol| !is_terminal(symbol) && nullable[nonterminal_index(symbol)]);
            if empty && !std::mem::replace(&mut nullable[nonterminal_index(rule.left)], true) {
                changed = true;
            }
        }
    }
    nullable
}
