//! Arguments of calls.

use super::node::Node;
use super::place::Mode;
use super::variables::*;
use super::{Lower, Lowering};
use crate::ast::{Arg, ArgKind, Args, Expr};
use phpc_ir::pir::*;

pub(super) fn has_spread_or_names(args: &Args) -> bool {
    args.list.iter().any(|arg| !matches!(arg.kind, ArgKind::Positional))
}

impl<'a> Lowering<'a, '_> {
    /// `known`: PHP has seen the callee when it compiles the call, which decides the lines of arguments.
    pub(super) fn args(&mut self, call: Temp, args: &'a Args<'a>, known: bool) -> Lower<()> {
        let (mut spread, mut named) = (false, false);
        for arg in args.list {
            match arg.kind {
                ArgKind::Spread => {
                    if named {
                        return self.fail("Cannot use argument unpacking after named arguments");
                    }
                    spread = true;
                    self.spread_arg(call, arg.value)?;
                    continue;
                }
                ArgKind::Named(_) => named = true,
                ArgKind::Positional if spread => {
                    return self.fail("Cannot use positional argument after argument unpacking");
                }
                ArgKind::Positional if named => {
                    return self.fail("Cannot use positional argument after named argument");
                }
                ArgKind::Positional => {}
            }
            self.arg(call, arg, args.line, known && !spread)?;
        }
        Ok(())
    }

    fn spread_arg(&mut self, call: Temp, value: &'a Expr<'a>) -> Lower<()> {
        let node = self.expr(value)?;
        let base = match node {
            Node::Local(local) => Base::Local(local),
            node => Base::Value(self.operand(node)),
        };
        self.emit(Op::ArgSpread { call: Peek(call), place: Place { base, steps: Vec::new() } });
        Ok(())
    }

    fn arg(&mut self, call: Temp, arg: &'a Arg<'a>, list_line: u32, known: bool) -> Lower<()> {
        let value = arg.value;
        let call_peek = Peek(call);
        if is_call(value) || is_globals(value) {
            let checkpoint = self.f.short.len();
            let node = match is_call(value) {
                true => {
                    self.line = value.line;
                    self.call_expr(value, Mode::Read)?
                }
                false => match self.read(value, Mode::Read)? {
                    Node::Temp(temp) => Node::Var(temp),
                    node => node,
                },
            };
            let node = self.end_chain(checkpoint, node, Const::Null);
            self.name_arg(call, arg);
            return self.pass(call, node);
        }
        if is_variable(value) && !is_short_circuited(value) {
            let path = if is_simple_variable(value) && !known {
                self.line = list_line;
                self.path(value, Mode::Argument)?
            } else {
                self.line = value.line;
                self.path(value, Mode::Argument)?
            };
            let line = if path.place.steps.is_empty() { self.line } else { path.line() };
            self.name_arg(call, arg);
            self.emit_at(line, Op::ArgAuto { call: call_peek, place: path.place });
            return Ok(());
        }
        let node = self.expr(value)?;
        self.name_arg(call, arg);
        self.pass(call, node)
    }

    fn name_arg(&mut self, call: Temp, arg: &Arg) {
        if let ArgKind::Named(name) = arg.kind {
            let name = self.text(name);
            self.emit(Op::ArgName { call: Peek(call), name });
        }
    }

    fn pass(&mut self, call: Temp, node: Node) -> Lower<()> {
        match node {
            Node::Var(value) => self.emit(Op::ArgResult { call: Peek(call), value }),
            node => {
                let value = self.operand(node);
                self.emit(Op::ArgExpr { call: Peek(call), value });
            }
        }
        Ok(())
    }
}
