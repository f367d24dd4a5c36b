//! Array literals.

use super::node::Node;
use super::{Lower, Lowering, fold};
use crate::ast::{Array, ArraySyntax, ElementKind, Expr};
use phpc_ir::pir::*;

impl<'a> Lowering<'a, '_> {
    pub(super) fn array(&mut self, array: &'a Array<'a>, _expr: &'a Expr<'a>) -> Lower<Node> {
        if let Some(value) = self.eval_array(array)? {
            return Ok(Node::Const(value));
        }
        let result = self.temp();
        let size = array.elements.len() as u32;
        let mut begun = false;
        for element in array.elements.iter().flatten() {
            let mut begin = |this: &mut Self| {
                if !std::mem::replace(&mut begun, true) {
                    this.emit(Op::ArrayNew { dst: Def(result), size });
                }
            };
            if element.kind == ElementKind::Spread {
                let node = self.expr(element.value)?;
                begin(self);
                let value = self.operand(node);
                self.emit(Op::ArraySpread { array: Peek(result), value });
                continue;
            }
            let key = match element.key {
                Some(key) => {
                    let node = self.expr(key)?;
                    let node = match node {
                        Node::Const(Const::Str(text)) => match fold::integer_key(&text) {
                            Some(index) => Node::Const(Const::Int(index)),
                            None => Node::Const(Const::Str(text)),
                        },
                        node => node,
                    };
                    Some(self.operand(node))
                }
                None => None,
            };
            if element.kind == ElementKind::Reference {
                self.ensure_writable(element.value)?;
                let source = self.make_ref(element.value)?;
                begin(self);
                self.emit(Op::ArrayPushRef { array: Peek(result), key, source });
            } else {
                let node = self.expr(element.value)?;
                begin(self);
                let value = self.operand(node);
                self.emit(Op::ArrayPush { array: Peek(result), key, value });
            }
        }
        Ok(Node::Temp(result))
    }

    /// The array, if all of it is known.
    pub(super) fn eval_array(&mut self, array: &'a Array<'a>) -> Lower<Option<Const>> {
        if array.syntax == ArraySyntax::List {
            return self.fail("Cannot use list() as standalone expression");
        }
        let mut last_line = None;
        for element in array.elements {
            match element {
                Some(element) => last_line = Some(element.line),
                None => {
                    self.line = last_line.unwrap_or(self.line);
                    return self.fail("Cannot use empty array elements in arrays");
                }
            }
        }
        let mut parts = Vec::with_capacity(array.elements.len());
        for element in array.elements.iter().flatten() {
            if element.kind == ElementKind::Reference {
                return Ok(None);
            }
            let Some(value) = self.eval(element.value)? else { return Ok(None) };
            let key = match element.key {
                Some(key) => match self.eval(key)? {
                    Some(key) => Some(key),
                    None => return Ok(None),
                },
                None => None,
            };
            parts.push((key, value, element.kind == ElementKind::Spread));
        }
        let mut entries = Entries::default();
        for (key, value, spread) in parts {
            match (spread, key, value) {
                (true, _, Const::Array(inner)) => {
                    for (key, value) in inner {
                        let key = matches!(key, Const::Str(_)).then_some(key);
                        if !entries.add(key, value) {
                            return Ok(None);
                        }
                    }
                }
                (true, _, value) => {
                    let name = fold::value_name(&value);
                    return self.fail(format!("Only arrays and Traversables can be unpacked, {name} given"));
                }
                (false, Some(Const::Array(_)), _) => return self.fail("Illegal offset type"),
                (false, Some(key), value) => {
                    let Some(key) = fold::key(&key) else { return Ok(None) };
                    entries.add(Some(key), value);
                }
                (false, None, value) => {
                    if !entries.add(None, value) {
                        return Ok(None);
                    }
                }
            }
        }
        Ok(Some(Const::Array(entries.list)))
    }
}

#[derive(Default)]
struct Entries {
    list: Vec<(Const, Const)>,
    at: std::collections::HashMap<Const, usize>,
    next: Option<i64>,
    full: bool,
}

impl Entries {
    /// False: there is no next index.
    fn add(&mut self, key: Option<Const>, value: Const) -> bool {
        let key = match key {
            Some(key) => key,
            None if self.full => return false,
            None => Const::Int(self.next.unwrap_or(0)),
        };
        if let Const::Int(index) = key
            && self.next.is_none_or(|next| index >= next)
        {
            self.full = index == i64::MAX;
            self.next = Some(index.saturating_add(1));
        }
        match self.at.get(&key) {
            Some(at) => self.list[*at].1 = value,
            None => {
                self.at.insert(key.clone(), self.list.len());
                self.list.push((key, value));
            }
        }
        true
    }
}
