//! Strings with variables in them.

use super::node::Node;
use super::{Lower, Lowering, fold};
use crate::ast::{ExprKind, Part, PartKind};
use crate::diagnostic::DiagnosticKind;
use phpc_ir::pir::*;

impl<'a> Lowering<'a, '_> {
    /// Adjacent constants are one part. From three parts on each is added as soon as it is computed; two are concatenated
    /// when both are.
    pub(super) fn interpolated(&mut self, parts: &'a [Part<'a>]) -> Lower<Node> {
        let begun = (count_parts(parts) > 2).then(|| {
            let rope = self.temp();
            self.emit(Op::RopeBegin { rope: Def(rope) });
            rope
        });
        let mut pending = Vec::new();
        let mut constant: Option<Vec<u8>> = None;
        for part in parts {
            self.part_deprecation(part);
            let node = self.expr(part.expr)?;
            if let Some(text) = node.constant().and_then(fold::to_text) {
                if !text.is_empty() {
                    constant.get_or_insert_default().extend_from_slice(&text);
                }
                continue;
            }
            if let Some(text) = constant.take() {
                self.add_part(&mut pending, begun, Node::string(text));
            }
            self.add_part(&mut pending, begun, node);
        }
        if let Some(text) = constant.take() {
            self.add_part(&mut pending, begun, Node::string(text));
        }
        Ok(self.finish_rope(pending, begun))
    }

    fn part_deprecation(&mut self, part: &Part) {
        match part.kind {
            PartKind::DollarBraced => {
                self.warn(DiagnosticKind::Deprecated, "Using ${var} in strings is deprecated, use {$var} instead");
            }
            PartKind::DollarBracedExpr => self.warn(
                DiagnosticKind::Deprecated,
                "Using ${expr} (variable variables) in strings is deprecated, use {${expr}} instead",
            ),
            PartKind::Text | PartKind::Simple | PartKind::Braced => {}
        }
    }

    fn add_part(&mut self, pending: &mut Vec<Node>, rope: Option<Temp>, node: Node) {
        match rope {
            Some(rope) => self.rope_add(rope, node),
            None => pending.push(node),
        }
    }

    fn rope_add(&mut self, rope: Temp, node: Node) {
        let part = self.operand(node);
        self.emit(Op::RopeAdd { rope: Peek(rope), part });
    }

    /// One part is a cast, two are a concatenation.
    fn finish_rope(&mut self, mut pending: Vec<Node>, rope: Option<Temp>) -> Node {
        if let Some(rope) = rope {
            return self.define(|dst| Op::RopeEnd { dst, rope });
        }
        match pending.len() {
            0 => Node::string(Bytes::default()),
            1 => match pending.pop().expect("there is one") {
                Node::Const(value @ Const::Str(_)) => Node::Const(value),
                node => self.cast_node(CastKind::String, node),
            },
            2 => {
                let right = pending.pop().expect("there are two");
                let left = pending.pop().expect("there are two");
                let (left, right) = (self.operand(left), self.operand(right));
                self.define(|dst| Op::Binary { dst, op: BinaryOp::Concat, left, right })
            }
            _ => {
                let rope = self.temp();
                self.emit(Op::RopeBegin { rope: Def(rope) });
                for node in pending {
                    self.rope_add(rope, node);
                }
                self.define(|dst| Op::RopeEnd { dst, rope })
            }
        }
    }

    /// A rope of parts that are already computed, some to be cast when their turn comes.
    pub(super) fn rope(&mut self, parts: Vec<(Node, Option<CastKind>)>) -> Node {
        if parts.len() < 3 {
            let nodes = parts
                .into_iter()
                .map(|(node, cast)| match cast {
                    Some(kind) => self.cast_node(kind, node),
                    None => node,
                })
                .collect();
            return self.finish_rope(nodes, None);
        }
        let rope = self.temp();
        self.emit(Op::RopeBegin { rope: Def(rope) });
        for (node, cast) in parts {
            let node = match cast {
                Some(kind) => self.cast_node(kind, node),
                None => node,
            };
            self.rope_add(rope, node);
        }
        self.define(|dst| Op::RopeEnd { dst, rope })
    }
}

/// The parts as written, constants next to each other counted once.
fn count_parts(parts: &[Part]) -> usize {
    let mut count = 0;
    let mut after_text = false;
    for part in parts {
        let text = matches!(part.expr.kind, ExprKind::String(_));
        let empty = matches!(part.expr.kind, ExprKind::String(b""));
        if !empty && !(text && after_text) {
            count += 1;
        }
        after_text = text || (empty && after_text);
    }
    count
}
