//! Arguments of calls.

use super::node::Node;
use super::place::Mode;
use super::variables::*;
use super::{Lower, Lowering};
use crate::ast::{Arg, ArgKind, Args, Expr};
use phpc_abi::decl::Passing;
use phpc_ir::pir::*;

/// What PHP knows of the callee when it compiles the call: that decides the lines of arguments, and some errors.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Known {
    Nothing,
    Builtin,
    /// A function of this file.
    Function(FuncIndex),
}

pub(super) fn has_spread_or_names(args: &Args) -> bool {
    args.list.iter().any(|arg| !matches!(arg.kind, ArgKind::Positional))
}

impl<'a> Lowering<'a, '_> {
    pub(super) fn args(&mut self, call: Temp, args: &'a Args<'a>, known: Known) -> Lower<()> {
        let (mut spread, mut named) = (false, false);
        for (number, arg) in args.list.iter().enumerate() {
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
            let known = if spread || named { Known::Nothing } else { known };
            self.arg(call, arg, number, args.line, known)?;
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

    fn arg(&mut self, call: Temp, arg: &'a Arg<'a>, number: usize, list_line: u32, known: Known) -> Lower<()> {
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
            let listed = is_simple_variable(value) && known == Known::Nothing;
            self.line = if listed { list_line } else { value.line };
            let mode = if self.by_value(known, number) { Mode::Read } else { Mode::Argument };
            let path = self.path(value, mode)?;
            let line = if path.place.steps.is_empty() { self.line } else { path.line() };
            self.name_arg(call, arg);
            self.emit_at(line, Op::ArgAuto { call: call_peek, place: path.place });
            return Ok(());
        }
        let node = self.expr(value)?;
        self.name_arg(call, arg);
        self.pass(call, node)
    }

    fn by_value(&self, known: Known, number: usize) -> bool {
        let Known::Function(index) = known else { return false };
        let decl = &self.functions[index.0 as usize].as_ref().expect("it is compiled").decl;
        let param = decl.params.get(number).or(decl.params.last().filter(|param| param.variadic));
        param.is_none_or(|param| param.passing == Passing::Value)
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
