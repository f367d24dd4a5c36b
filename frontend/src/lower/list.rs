//! Destructuring: `[$a, 'k' => [$b]] = …`, `list(…) = …`, by reference as well.

use super::node::Node;
use super::variables::*;
use super::{Lower, Lowering};
use crate::ast::{Array, ArrayElement, ArraySyntax, ElementKind, Expr, ExprKind};
use phpc_ir::pir::*;

/// Does a leaf of the pattern bind by reference? Then all around it does.
pub(super) fn has_references(list: &Array) -> bool {
    list.elements.iter().flatten().any(element_by_ref)
}

fn element_by_ref(element: &ArrayElement) -> bool {
    match element.value.kind {
        ExprKind::Array(inner) => has_references(inner),
        _ => element.kind == ElementKind::Reference,
    }
}

impl<'a> Lowering<'a, '_> {
    pub(super) fn assign_list(&mut self, list: &'a Array<'a>, value: &'a Expr<'a>) -> Lower<Node> {
        let source = if has_references(list) {
            if !is_variable(value) && !is_call(value) {
                return self.fail("Cannot assign reference to non referenceable value");
            }
            self.ensure_not_short_circuited(value)?;
            match is_call(value) {
                true => {
                    self.line = value.line;
                    let node = self.call_expr(value, super::place::Mode::Write)?;
                    let value = self.operand(node);
                    let place = Place { base: Base::Value(value), steps: Vec::new() };
                    self.define_var(|dst| Op::MakeRef { dst, place })
                }
                false => Node::Var(self.make_ref(value)?),
            }
        } else if is_simple_variable(value) && !is_this(value) && !is_globals(value) {
            self.copy_of_variable(value)?
        } else {
            self.expr(value)?
        };
        self.destructure(list, &source)?;
        Ok(source)
    }

    /// Takes the value apart; the source stays.
    pub(super) fn destructure(&mut self, list: &'a Array<'a>, source: &Node) -> Lower<()> {
        let keyed = list
            .elements
            .iter()
            .flatten()
            .next()
            .is_some_and(|element| element.kind != ElementKind::Spread && element.key.is_some());
        let mut any = false;
        for (position, element) in list.elements.iter().enumerate() {
            let Some(element) = element else {
                if keyed {
                    return self.fail("Cannot use empty array entries in keyed array assignment");
                }
                continue;
            };
            if element.kind == ElementKind::Spread {
                return self.fail("Spread operator is not supported in assignments");
            }
            any = true;
            if keyed != element.key.is_some() {
                return self.fail("Cannot mix keyed and unkeyed array entries in assignments");
            }
            let key = match element.key {
                Some(key) => self.expr(key)?,
                None => Node::Const(Const::Int(position as i64)),
            };
            self.verify_target(element.value, list.syntax)?;
            self.destructure_element(element, key, source)?;
        }
        match any {
            true => Ok(()),
            false => self.fail("Cannot use empty list"),
        }
    }

    fn verify_target(&mut self, target: &Expr, syntax: ArraySyntax) -> Lower<()> {
        match target.kind {
            ExprKind::Array(inner) if inner.syntax == ArraySyntax::Long => {
                self.fail("Cannot assign to array(), use [] instead")
            }
            ExprKind::Array(inner) if inner.syntax != syntax => self.fail("Cannot mix [] and list()"),
            ExprKind::Array(_) => Ok(()),
            _ if !can_write(target) => self.fail("Assignments can only happen to writable values"),
            _ => Ok(()),
        }
    }

    fn destructure_element(&mut self, element: &'a ArrayElement<'a>, key: Node, source: &Node) -> Lower<()> {
        let key = self.operand(key);
        let by_ref = element_by_ref(element);
        let part = match (by_ref, source.temp()) {
            (true, Some(temp)) => self.define_var(|dst| Op::ListRef { dst, source: Peek(temp), key }),
            _ => {
                let source = PeekOperand(self.operand(source.clone()));
                self.define(|dst| Op::ListGet { dst, source, key })
            }
        };
        match element.value.kind {
            ExprKind::Array(inner) => {
                self.destructure(inner, &part)?;
                self.discard(part);
                Ok(())
            }
            _ if by_ref => self.assign_ref_node(element.value, part.temp().expect("it was just defined")),
            _ => self.assign_node(element.value, part),
        }
    }
}
