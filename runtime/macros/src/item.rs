//! Reading the Rust function under the attribute: its name, parameters and result.

use proc_macro::{Delimiter, Span, TokenStream, TokenTree};

pub(crate) struct Item {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) params: Vec<String>,
    pub(crate) returns: Returns,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Returns {
    Nothing,
    Plain,
    /// `Result<T>`: may throw.
    Fallible,
}

impl Item {
    pub(crate) fn read(tokens: &TokenStream) -> Option<Item> {
        let mut tokens = tokens.clone().into_iter();
        tokens.find(|token| matches!(token, TokenTree::Ident(word) if word.to_string() == "fn"))?;
        let TokenTree::Ident(name) = tokens.next()? else { return None };
        let params = tokens.find_map(|token| match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => Some(group.stream()),
            _ => None,
        })?;
        let mut returns = Returns::Nothing;
        if let Some(TokenTree::Punct(_)) = tokens.next() {
            // Over the arrow's `>`.
            tokens.next();
            returns = match tokens.next() {
                Some(TokenTree::Ident(word)) if word.to_string() == "Result" => Returns::Fallible,
                _ => Returns::Plain,
            };
        }
        Some(Item { name: name.to_string(), span: name.span(), params: names(params), returns })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.params.iter().any(|param| param == name)
    }
}

/// The names of the parameters: the word before each `:` at the outermost level.
fn names(params: TokenStream) -> Vec<String> {
    let mut names = Vec::new();
    let mut angle = 0;
    let mut word = None;
    let mut in_type = false;
    for token in params {
        match token {
            TokenTree::Ident(ident) if !in_type => word = Some(ident.to_string()),
            TokenTree::Punct(punct) => match punct.as_char() {
                ':' if !in_type => {
                    in_type = true;
                    names.extend(word.take());
                }
                '<' => angle += 1,
                '>' => angle -= 1,
                ',' if angle == 0 => in_type = false,
                _ => {}
            },
            _ => {}
        }
    }
    names
}
