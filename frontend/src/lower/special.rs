//! Builtins that PHP compiles to opcodes or calls without a frame: one table.
//!
//! They read locals when they execute and have no frame in traces. In a namespace an unqualified name means them only where
//! the table says `frameless`; the others must be written or imported with their full name.

use super::node::Node;
use super::place::Mode;
use super::{Lower, Lowering, fold};
use crate::ast::{Args, Expr, ExprKind};
use phpc_ir::pir::*;

#[derive(Clone, Copy, PartialEq)]
enum How {
    /// An opcode of its own.
    Opcode,
    Cast(CastKind),
    /// Called without a frame, where the result is read.
    Frameless,
    /// An opcode in functions only.
    InFunction,
    Strlen,
    Defined,
    Chr,
    Ord,
    CallUserFunc,
    CallUserFuncArray,
    ArraySlice,
    Sprintf,
}

struct Special {
    name: &'static str,
    min: usize,
    max: usize,
    how: How,
}

const fn row(name: &'static str, min: usize, max: usize, how: How) -> Special {
    Special { name, min, max, how }
}

const TABLE: &[Special] = &[
    row("strlen", 1, 1, How::Strlen),
    row("is_null", 1, 1, How::Opcode),
    row("is_bool", 1, 1, How::Opcode),
    row("is_long", 1, 1, How::Opcode),
    row("is_int", 1, 1, How::Opcode),
    row("is_integer", 1, 1, How::Opcode),
    row("is_float", 1, 1, How::Opcode),
    row("is_double", 1, 1, How::Opcode),
    row("is_string", 1, 1, How::Opcode),
    row("is_array", 1, 1, How::Opcode),
    row("is_object", 1, 1, How::Opcode),
    row("is_resource", 1, 1, How::Opcode),
    row("is_scalar", 1, 1, How::Opcode),
    row("boolval", 1, 1, How::Cast(CastKind::Bool)),
    row("intval", 1, 1, How::Cast(CastKind::Int)),
    row("floatval", 1, 1, How::Cast(CastKind::Float)),
    row("doubleval", 1, 1, How::Cast(CastKind::Float)),
    row("strval", 1, 1, How::Cast(CastKind::String)),
    row("defined", 1, 1, How::Defined),
    row("chr", 1, 1, How::Chr),
    row("ord", 1, 1, How::Ord),
    row("call_user_func_array", 2, 2, How::CallUserFuncArray),
    row("call_user_func", 1, usize::MAX, How::CallUserFunc),
    row("count", 1, 1, How::Opcode),
    row("sizeof", 1, 1, How::Opcode),
    row("get_class", 0, 1, How::Opcode),
    row("get_called_class", 0, 0, How::Opcode),
    row("gettype", 1, 1, How::Opcode),
    row("func_num_args", 0, 0, How::InFunction),
    row("func_get_args", 0, 0, How::InFunction),
    row("array_slice", 2, 2, How::ArraySlice),
    row("array_key_exists", 2, 2, How::Opcode),
    row("sprintf", 1, usize::MAX, How::Sprintf),
    row("property_exists", 2, 2, How::Frameless),
    row("class_exists", 1, 2, How::Frameless),
    row("preg_match", 2, 2, How::Frameless),
    row("preg_replace", 3, 3, How::Frameless),
    row("min", 2, 2, How::Frameless),
    row("max", 2, 2, How::Frameless),
    row("in_array", 2, 3, How::Frameless),
    row("trim", 1, 2, How::Frameless),
    row("implode", 1, 2, How::Frameless),
    row("dirname", 1, 2, How::Frameless),
    row("strstr", 2, 3, How::Frameless),
    row("strpos", 2, 3, How::Frameless),
    row("str_contains", 2, 2, How::Frameless),
    row("str_starts_with", 2, 2, How::Frameless),
    row("substr", 2, 3, How::Frameless),
    row("strtr", 2, 3, How::Frameless),
    row("str_replace", 3, 3, How::Frameless),
    row("dechex", 1, 1, How::Frameless),
    row("is_numeric", 1, 1, How::Frameless),
];

fn find(name: &[u8], args: usize) -> Option<&'static Special> {
    TABLE.iter().find(|row| row.name.as_bytes() == name && (row.min..=row.max).contains(&args))
}

/// Is that builtin called without a frame also by an unqualified name in a namespace?
pub(super) fn is_frameless(name: &[u8], args: usize) -> bool {
    find(name, args).is_some_and(|row| row.how == How::Frameless)
}

impl<'a> Lowering<'a, '_> {
    /// The call of a builtin by its lower-case name, if PHP compiles it specially.
    pub(super) fn special_call(
        &mut self,
        name: &[u8],
        args: &'a Args<'a>,
        line: u32,
        mode: Mode,
    ) -> Lower<Option<Node>> {
        let Some(row) = find(name, args.list.len()) else { return Ok(None) };
        let arg = |index: usize| args.list[index].value;
        match row.how {
            How::Opcode => self.opcode(name, args).map(Some),
            How::Frameless if mode != Mode::Read => Ok(None),
            How::Frameless => self.intrinsic(name, args, line).map(Some),
            How::InFunction if !self.f.named => Ok(None),
            How::InFunction => self.opcode(name, args).map(Some),
            How::Cast(kind) => {
                let node = self.expr(arg(0))?;
                Ok(Some(self.cast_node(kind, node)))
            }
            How::Strlen => {
                let node = self.expr(arg(0))?;
                if let Node::Const(Const::Str(text)) = &node {
                    return Ok(Some(Node::Const(Const::Int(text.len() as i64))));
                }
                Ok(Some(self.intrinsic_op(name, vec![node])))
            }
            How::Defined => self.defined(arg(0)),
            How::Chr => match arg(0).kind {
                ExprKind::Int(code) if mode == Mode::Read => Ok(Some(Node::string(vec![code as u8]))),
                _ => Ok(None),
            },
            How::Ord => match arg(0).kind {
                ExprKind::String(text) if mode == Mode::Read => {
                    let byte = text.first().copied().unwrap_or(0);
                    Ok(Some(Node::Const(Const::Int(i64::from(byte)))))
                }
                _ => Ok(None),
            },
            How::CallUserFunc => self.call_user_func(args).map(Some),
            How::CallUserFuncArray => self.call_user_func_array(args).map(Some),
            How::ArraySlice => self.slice_of_arguments(arg(0), arg(1)),
            How::Sprintf => self.sprintf(args),
        }
    }

    fn intrinsic_op(&mut self, name: &[u8], args: Vec<Node>) -> Node {
        let name = self.text(name);
        let args = args.into_iter().map(|node| self.operand(node)).collect();
        self.define(|dst| Op::Intrinsic { dst, name, args })
    }

    fn arg_nodes(&mut self, args: &'a Args<'a>) -> Lower<Vec<Node>> {
        args.list.iter().map(|arg| self.expr(arg.value)).collect()
    }

    fn opcode(&mut self, name: &[u8], args: &'a Args<'a>) -> Lower<Node> {
        let nodes = self.arg_nodes(args)?;
        Ok(self.intrinsic_op(name, nodes))
    }

    /// A call without a frame carries the line of the call.
    pub(super) fn intrinsic(&mut self, name: &[u8], args: &'a Args<'a>, line: u32) -> Lower<Node> {
        let nodes = self.arg_nodes(args)?;
        let after = std::mem::replace(&mut self.line, line);
        let node = self.intrinsic_op(name, nodes);
        self.line = after;
        Ok(node)
    }

    fn defined(&mut self, arg: &'a Expr<'a>) -> Lower<Option<Node>> {
        let ExprKind::String(name) = arg.kind else { return Ok(None) };
        if name.contains(&b'\\') || name.contains(&b':') {
            return Ok(None);
        }
        Ok(Some(self.intrinsic_op(b"defined", vec![Node::string(name)])))
    }

    fn callback(&mut self, arg: &'a Expr<'a>, array: bool, count: usize) -> Lower<Temp> {
        let node = self.expr(arg)?;
        let value = self.operand(node);
        Ok(self.begin(Callee::Callback { value, array }, count))
    }

    fn call_user_func(&mut self, args: &'a Args<'a>) -> Lower<Node> {
        let call = self.callback(args.list[0].value, false, args.list.len() - 1)?;
        for arg in &args.list[1..] {
            let node = self.expr(arg.value)?;
            let value = self.operand(node);
            self.emit(Op::ArgUser { call: Peek(call), value });
        }
        Ok(self.end_call(call, self.line))
    }

    fn call_user_func_array(&mut self, args: &'a Args<'a>) -> Lower<Node> {
        let call = self.callback(args.list[0].value, true, 1)?;
        let node = self.expr(args.list[1].value)?;
        let value = self.operand(node);
        self.emit(Op::ArgArray { call: Peek(call), value });
        Ok(self.end_call(call, self.line))
    }

    /// `array_slice(func_get_args(), 1)`
    fn slice_of_arguments(&mut self, array: &'a Expr<'a>, offset: &'a Expr<'a>) -> Lower<Option<Node>> {
        let (ExprKind::Call { callee, args }, ExprKind::Int(offset)) = (array.kind, offset.kind) else {
            return Ok(None);
        };
        let ExprKind::Name(name) = callee.kind else { return Ok(None) };
        let (resolved, _) = self.resolve_function(&name);
        let plain = self.f.named && args.list.is_empty() && !args.first_class && offset >= 0;
        if !plain || !resolved.eq_ignore_ascii_case(b"func_get_args") {
            return Ok(None);
        }
        self.f.decl.uses_arguments = true;
        Ok(Some(self.intrinsic_op(b"func_get_args", vec![Node::Const(Const::Int(offset))])))
    }

    /// `sprintf` with nothing but `%s`, `%d` and `%%` is a rope.
    fn sprintf(&mut self, args: &'a Args<'a>) -> Lower<Option<Node>> {
        let Some(Const::Str(format)) = self.eval(args.list[0].value)? else { return Ok(None) };
        let Some(pieces) = format_pieces(&format) else { return Ok(None) };
        let values = pieces.iter().filter(|piece| !matches!(piece, Piece::Text(_))).count();
        if format.len() >= 256 || values != args.list.len() - 1 {
            return Ok(None);
        }
        let mut nodes = Vec::new();
        for arg in &args.list[1..] {
            nodes.push(self.expr(arg.value)?);
        }
        let mut nodes = nodes.into_iter();
        let mut parts = Vec::new();
        for piece in pieces {
            let mut value = || nodes.next().expect("they were counted");
            parts.push(match piece {
                Piece::Text(text) => (Node::string(text), None),
                Piece::String => match value() {
                    Node::Const(value) => match fold::to_text(&value) {
                        Some(text) => (Node::string(text), None),
                        None => (Node::Const(value), Some(CastKind::String)),
                    },
                    node => (node, None),
                },
                Piece::Int => (value(), Some(CastKind::Int)),
            });
        }
        Ok(Some(self.rope(parts)))
    }
}

enum Piece {
    Text(Vec<u8>),
    String,
    Int,
}

fn format_pieces(format: &[u8]) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut text = Vec::new();
    let mut bytes = format.iter();
    while let Some(byte) = bytes.next() {
        if *byte != b'%' {
            text.push(*byte);
            continue;
        }
        let piece = match bytes.next()? {
            b'%' => {
                text.push(b'%');
                continue;
            }
            b's' => Piece::String,
            b'd' => Piece::Int,
            _ => return None,
        };
        if !text.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut text)));
        }
        pieces.push(piece);
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Some(pieces)
}
