//! Actions, with conflicts resolved and default reductions chosen as bison does it.

use super::grammar::{Associativity, Grammar, Symbol, is_terminal};
use super::lookahead::Lookaheads;
use super::states::{State, StateItems, States};
use crate::lexer::TokenKind;
use std::collections::BTreeMap;

pub(super) struct Tables {
    states: Vec<Row>,
    /// The left side and length of each rule.
    rules: Vec<(Symbol, usize)>,
}

#[derive(Default)]
struct Row {
    actions: BTreeMap<Symbol, Action>,
    /// Where nonterminals lead.
    gotos: BTreeMap<Symbol, State>,
    /// What is done with every other token.
    default: Option<u16>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Action {
    Shift(State),
    Reduce(u16),
    /// Two operators of a level that do not associate.
    Refuse,
}

impl Tables {
    /// Takes a token; false if it is wrong. The stack has then seen the reductions that bison makes first.
    pub(super) fn shift(&self, stack: &mut Vec<State>, token: TokenKind) -> bool {
        loop {
            let row = &self.states[*stack.last().expect("the start state stays") as usize];
            let rule = match (row.actions.get(&(token as Symbol)), row.default) {
                (Some(Action::Shift(state)), _) => {
                    stack.push(*state);
                    return true;
                }
                (Some(Action::Refuse), _) | (None, None) => return false,
                (Some(Action::Reduce(rule)), _) => *rule,
                (None, Some(rule)) => rule,
            };
            self.reduce(stack, rule);
        }
    }

    fn reduce(&self, stack: &mut Vec<State>, rule: u16) {
        let (left, len) = self.rules[rule as usize];
        stack.truncate(stack.len() - len);
        let row = &self.states[*stack.last().expect("the start state stays") as usize];
        stack.push(row.gotos[&left]);
    }

    /// The tokens that the state has actions for.
    pub(super) fn expected(&self, state: State) -> Vec<TokenKind> {
        let actions = self.states[state as usize].actions.iter();
        let accepted = actions.filter(|(_, action)| **action != Action::Refuse);
        accepted.map(|(&symbol, _)| TokenKind::from_index(symbol as usize)).collect()
    }
}

pub(super) fn build(grammar: &Grammar, states: &States, lookaheads: &Lookaheads) -> Tables {
    let rows = states.list.iter().enumerate();
    Tables {
        states: rows.map(|(state, items)| build_row(grammar, state as State, items, lookaheads)).collect(),
        rules: grammar.rules.iter().map(|rule| (rule.left, rule.right.len())).collect(),
    }
}

fn build_row(grammar: &Grammar, state: State, items: &StateItems, lookaheads: &Lookaheads) -> Row {
    let mut row = Row::default();
    for (&symbol, &target) in &items.transitions {
        if is_terminal(symbol) {
            row.actions.insert(symbol, Action::Shift(target));
        } else {
            row.gotos.insert(symbol, target);
        }
    }
    // A state with nothing but one reduction makes it without looking at the next token.
    if row.actions.is_empty() && items.complete.len() == 1 {
        row.default = Some(items.complete[0]);
        return row;
    }
    for &rule in &items.complete {
        let tokens = lookaheads.get(&(state, rule)).copied().unwrap_or_default();
        for token in tokens.iter() {
            add_reduction(grammar, &mut row, token as Symbol, rule);
        }
    }
    row.default = most_common_reduction(&row, &items.complete);
    let default = row.default.map(Action::Reduce);
    row.actions.retain(|_, action| Some(*action) != default);
    row
}

fn add_reduction(grammar: &Grammar, row: &mut Row, token: Symbol, rule: u16) {
    let Some(&shift) = row.actions.get(&token) else {
        row.actions.insert(token, Action::Reduce(rule));
        return;
    };
    let of_rule = grammar.rules[rule as usize].precedence;
    let of_token = grammar.precedence[token as usize];
    let (Some(of_rule), Some(of_token), Action::Shift(_)) = (of_rule, of_token, shift) else {
        return;
    };
    let action = match of_rule.level.cmp(&of_token.level) {
        std::cmp::Ordering::Greater => Action::Reduce(rule),
        std::cmp::Ordering::Less => shift,
        std::cmp::Ordering::Equal => match of_token.associativity {
            Associativity::Left => Action::Reduce(rule),
            Associativity::Right | Associativity::Undefined => shift,
            Associativity::None => Action::Refuse,
        },
    };
    row.actions.insert(token, action);
}

fn most_common_reduction(row: &Row, complete: &[u16]) -> Option<u16> {
    let count = |rule: u16| row.actions.values().filter(|action| **action == Action::Reduce(rule)).count();
    let mut best = None;
    let mut most = 0;
    for &rule in complete {
        if count(rule) > most {
            most = count(rule);
            best = Some(rule);
        }
    }
    best
}
