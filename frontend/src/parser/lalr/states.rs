//! The LR(0) automaton.

use super::grammar::{Grammar, Symbol, is_terminal, nonterminal_index};
use std::collections::{BTreeMap, HashMap};

pub(super) type State = u16;

/// A place in a rule.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Item {
    pub(super) rule: u16,
    pub(super) dot: u8,
}

pub(super) struct States {
    pub(super) list: Vec<StateItems>,
}

pub(super) struct StateItems {
    kernel: Vec<Item>,
    /// The rules that are complete, in order.
    pub(super) complete: Vec<u16>,
    pub(super) transitions: BTreeMap<Symbol, State>,
}

pub(super) fn build(grammar: &Grammar) -> States {
    let start = vec![Item { rule: 0, dot: 0 }];
    let mut numbers = HashMap::from([(start.clone(), 0)]);
    let mut list = vec![StateItems { kernel: start, complete: Vec::new(), transitions: BTreeMap::new() }];
    let mut next = 0;
    while next < list.len() {
        let (complete, moves) = expand(grammar, &list[next].kernel);
        list[next].complete = complete;
        for (symbol, kernel) in moves {
            let state = *numbers.entry(kernel.clone()).or_insert_with(|| {
                list.push(StateItems { kernel, complete: Vec::new(), transitions: BTreeMap::new() });
                (list.len() - 1) as State
            });
            list[next].transitions.insert(symbol, state);
        }
        next += 1;
    }
    States { list }
}

type Moves = BTreeMap<Symbol, Vec<Item>>;

/// The complete rules of a state and where its symbols lead.
fn expand(grammar: &Grammar, kernel: &[Item]) -> (Vec<u16>, Moves) {
    let mut complete = Vec::new();
    let mut moves = Moves::new();
    for item in closure(grammar, kernel) {
        match grammar.rules[item.rule as usize].right.get(item.dot as usize) {
            None => complete.push(item.rule),
            Some(&symbol) => moves.entry(symbol).or_default().push(Item { dot: item.dot + 1, ..item }),
        }
    }
    complete.sort_unstable();
    for kernel in moves.values_mut() {
        kernel.sort_unstable();
    }
    (complete, moves)
}

fn closure(grammar: &Grammar, kernel: &[Item]) -> Vec<Item> {
    let mut items = kernel.to_vec();
    let mut seen = vec![false; grammar.rules_of.len()];
    let mut next = 0;
    while next < items.len() {
        let item = items[next];
        next += 1;
        let Some(&symbol) = grammar.rules[item.rule as usize].right.get(item.dot as usize) else {
            continue;
        };
        if is_terminal(symbol) || std::mem::replace(&mut seen[nonterminal_index(symbol)], true) {
            continue;
        }
        let rules = &grammar.rules_of[nonterminal_index(symbol)];
        items.extend(rules.iter().map(|&rule| Item { rule, dot: 0 }));
    }
    items
}
