//! What compiling an expression yields: not yet an operand, so that constants which are folded away are never interned.

use phpc_ir::pir::{Const, Local, Temp};

#[derive(Clone, PartialEq, Debug)]
pub(super) enum Node {
    Const(Const),
    /// The result of an operation that can never be a reference.
    Temp(Temp),
    /// The result of a call or the like (Zend's VAR): passed by reference it gets a notice, not an error.
    Var(Temp),
    /// Read where it is used.
    Local(Local),
    This,
}

impl Node {
    pub(super) const NULL: Node = Node::Const(Const::Null);
    pub(super) const TRUE: Node = Node::Const(Const::Bool(true));

    pub(super) fn temp(&self) -> Option<Temp> {
        match self {
            Node::Temp(temp) | Node::Var(temp) => Some(*temp),
            _ => None,
        }
    }

    pub(super) fn constant(&self) -> Option<&Const> {
        match self {
            Node::Const(value) => Some(value),
            _ => None,
        }
    }

    pub(super) fn string(text: impl Into<Box<[u8]>>) -> Node {
        Node::Const(Const::Str(text.into()))
    }
}
