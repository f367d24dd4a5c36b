//! Patterns of date formats: a small language of regular expressions whose matches are the longest ones.
//!
//! Letters match in either case, `_` stands for spaces and tabs (at least one), `{name}` for another pattern; `[…]`, `|`, `(…)`,
//! `?`, `*`, `+` and `<n,m>` (counted repetition) are as usual; `\` quotes.

use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Node {
    Set([u64; 4]),
    Sequence(Vec<Node>),
    Choice(Vec<Node>),
    Repeat(Box<Node>, usize, usize),
}

#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    node: Node,
    first: [u64; 4],
}

pub(crate) type Names = BTreeMap<&'static str, Pattern>;

/// Compiles a pattern that may mention those of `names`.
pub(crate) fn compile(names: &Names, text: &str) -> Pattern {
    let mut rest = text.as_bytes();
    let node = choice(names, &mut rest);
    assert!(rest.is_empty(), "pattern {text} ends at {}", String::from_utf8_lossy(rest));
    let mut first = [0; 4];
    if add_first(&node, &mut first) {
        first = [u64::MAX; 4];
    }
    Pattern { node, first }
}

impl Pattern {
    /// The length of the longest match at the start of `text`.
    pub(crate) fn longest(&self, text: &[u8]) -> Option<usize> {
        let first = *text.first()?;
        if self.first[usize::from(first >> 6)] >> (first & 63) & 1 == 0 {
            return None;
        }
        let mut longest = None;
        matches(&self.node, text, 0, &mut |end| longest = longest.max(Some(end)));
        longest
    }
}

fn matches(node: &Node, text: &[u8], at: usize, found: &mut dyn FnMut(usize)) {
    match node {
        Node::Set(set) => {
            if let Some(byte) = text.get(at)
                && set[usize::from(byte >> 6)] >> (byte & 63) & 1 != 0
            {
                found(at + 1);
            }
        }
        Node::Sequence(nodes) => sequence(nodes, text, at, found),
        Node::Choice(nodes) => nodes.iter().for_each(|node| matches(node, text, at, found)),
        Node::Repeat(inner, min, max) => repeat(inner, *min, *max, text, at, found),
    }
}

fn sequence(nodes: &[Node], text: &[u8], at: usize, found: &mut dyn FnMut(usize)) {
    match nodes {
        [] => found(at),
        [node, rest @ ..] => matches(node, text, at, &mut |end| sequence(rest, text, end, found)),
    }
}

fn repeat(inner: &Node, min: usize, max: usize, text: &[u8], at: usize, found: &mut dyn FnMut(usize)) {
    if min == 0 {
        found(at);
    }
    if max > 0 {
        matches(inner, text, at, &mut |end| {
            if end > at {
                repeat(inner, min.saturating_sub(1), max - 1, text, end, found);
            }
        });
    }
}

/// Adds the bytes a match can begin with; true: it can be empty.
fn add_first(node: &Node, first: &mut [u64; 4]) -> bool {
    match node {
        Node::Set(set) => {
            first.iter_mut().zip(set).for_each(|(to, from)| *to |= from);
            false
        }
        Node::Sequence(nodes) => nodes.iter().all(|node| add_first(node, first)),
        Node::Choice(nodes) => nodes.iter().fold(false, |empty, node| add_first(node, first) | empty),
        Node::Repeat(inner, min, _) => add_first(inner, first) | (*min == 0),
    }
}

fn choice(names: &Names, rest: &mut &[u8]) -> Node {
    let mut all = vec![series(names, rest)];
    while let Some(after) = rest.strip_prefix(b"|") {
        *rest = after;
        all.push(series(names, rest));
    }
    if all.len() == 1 { all.remove(0) } else { Node::Choice(all) }
}

fn series(names: &Names, rest: &mut &[u8]) -> Node {
    let mut all = Vec::new();
    while !rest.is_empty() && !matches!(rest[0], b'|' | b')') {
        let node = atom(names, rest);
        all.push(quantified(node, rest));
    }
    Node::Sequence(all)
}

fn quantified(node: Node, rest: &mut &[u8]) -> Node {
    let (min, max) = match rest.first() {
        Some(b'?') => (0, 1),
        Some(b'*') => (0, usize::MAX),
        Some(b'+') => (1, usize::MAX),
        Some(b'<') => {
            let end = rest.iter().position(|byte| *byte == b'>').expect("a counted repetition ends");
            let text = String::from_utf8_lossy(&rest[1..end]).into_owned();
            *rest = &rest[end..];
            let (min, max) = text.split_once(',').unwrap_or((&text, &text));
            (min.parse().expect("a number"), max.parse().expect("a number"))
        }
        _ => return node,
    };
    *rest = &rest[1..];
    Node::Repeat(Box::new(node), min, max)
}

fn set_of(bytes: impl IntoIterator<Item = u8>) -> [u64; 4] {
    let mut set = [0; 4];
    for byte in bytes {
        set[usize::from(byte >> 6)] |= 1 << (byte & 63);
    }
    set
}

fn atom(names: &Names, rest: &mut &[u8]) -> Node {
    let byte = rest[0];
    *rest = &rest[1..];
    match byte {
        b'(' => {
            let node = choice(names, rest);
            *rest = rest.strip_prefix(b")").expect("a group ends");
            node
        }
        b'{' => {
            let end = rest.iter().position(|byte| *byte == b'}').expect("a name ends");
            let name = std::str::from_utf8(&rest[..end]).expect("names are text");
            *rest = &rest[end + 1..];
            names.get(name).unwrap_or_else(|| panic!("there is no pattern {name}")).node.clone()
        }
        b'[' => {
            let mut bytes = Vec::new();
            while rest[0] != b']' {
                let at = usize::from(rest[0] == b'\\');
                if rest[at + 1] == b'-' && rest[at + 2] != b']' {
                    bytes.extend(rest[at]..=rest[at + 2]);
                    *rest = &rest[at + 3..];
                } else {
                    bytes.push(rest[at]);
                    *rest = &rest[at + 1..];
                }
            }
            *rest = &rest[1..];
            Node::Set(set_of(bytes))
        }
        b'_' => Node::Repeat(Box::new(Node::Set(set_of([b' ', b'\t']))), 1, usize::MAX),
        b'\\' => {
            let byte = rest[0];
            *rest = &rest[1..];
            Node::Set(set_of([byte]))
        }
        byte => Node::Set(set_of([byte.to_ascii_lowercase(), byte.to_ascii_uppercase()])),
    }
}
