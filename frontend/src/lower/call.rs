//! Calls of functions, methods and constructors.

use super::args::{Known, has_spread_or_names};
use super::node::Node;
use super::place::Mode;
use super::variables::*;
use super::{Lower, Lowering, lower_case, same, text};
use crate::ast::{self, Arg, ArgKind, Args, Expr, ExprKind, MethodCall, Name, NameKind};
use phpc_ir::pir::*;

impl<'a> Lowering<'a, '_> {
    /// A call as part of a chain. `mode` is what its result is for.
    pub(super) fn call_expr(&mut self, expr: &'a Expr<'a>, mode: Mode) -> Lower<Node> {
        match expr.kind {
            ExprKind::Call { callee, args } => self.function_call(callee, args, expr.line, mode),
            ExprKind::MethodCall(call) => self.method_call(call),
            ExprKind::StaticCall { class, method, args } => self.static_call(class, method, args),
            _ => unreachable!("asked before"),
        }
    }

    fn function_call(&mut self, callee: &'a Expr<'a>, args: &'a Args<'a>, line: u32, mode: Mode) -> Lower<Node> {
        match callee.kind {
            ExprKind::Name(name) => self.named_call(&name, args, line, mode),
            ExprKind::String(name) => {
                let name = Name { text: name, kind: NameKind::FullyQualified, line: callee.line };
                self.named_call(&name, args, line, mode)
            }
            _ => {
                let node = self.chain_or_expr(callee)?;
                self.dynamic_call(node, args, line)
            }
        }
    }

    fn chain_or_expr(&mut self, callee: &'a Expr<'a>) -> Lower<Node> {
        self.expr(callee)
    }

    fn dynamic_call(&mut self, callee: Node, args: &'a Args<'a>, line: u32) -> Lower<Node> {
        let callee = match callee {
            Node::Const(Const::Str(name)) => self.callee_by_text(&name),
            node => Callee::Value(self.operand(node)),
        };
        self.call(callee, args, line, Known::Nothing)
    }

    /// `'f'(…)`, `'C::f'(…)`
    fn callee_by_text(&mut self, name: &[u8]) -> Callee {
        if let Some(at) = name.windows(2).rposition(|pair| pair == b"::") {
            let class = ClassRef::Named(self.text(&name[..at]));
            let name = Operand::Const(self.text(&name[at + 2..]));
            return Callee::StaticMethod { class, name };
        }
        Callee::Function { name: self.text(name), fallback: None }
    }

    fn named_call(&mut self, name: &Name, args: &'a Args<'a>, line: u32, mode: Mode) -> Lower<Node> {
        let (resolved, certain) = self.resolve_function(name);
        note_call(&mut self.f, super::names::last_part(&resolved));
        let at_run_time = !certain && self.names.namespace.is_some();
        if same(if at_run_time { name.text } else { &resolved }, b"assert") && !args.first_class {
            return self.assert(&resolved, at_run_time.then_some(name.text), args, line);
        }
        if at_run_time {
            return self.namespaced_call(&resolved, name.text, args, line, mode);
        }
        if !args.first_class
            && !has_spread_or_names(args)
            && let Some(node) = self.special_call(&lower_case(&resolved), args, line, mode)?
        {
            return Ok(node);
        }
        let known = self.known_callee(&lower_case(&resolved));
        let callee = self.callee_by_text(&resolved);
        self.call(callee, args, line, known)
    }

    fn known_callee(&self, name: &[u8]) -> Known {
        match self.bound_functions.get(name) {
            Some(index) => Known::Function(*index),
            None if (self.options.is_builtin_function)(name) => Known::Builtin,
            None => Known::Nothing,
        }
    }

    /// `f(…)` in a namespace: which function is meant shows when it is called.
    fn namespaced_call(
        &mut self,
        resolved: &[u8],
        short: &[u8],
        args: &'a Args<'a>,
        line: u32,
        mode: Mode,
    ) -> Lower<Node> {
        let callee = |this: &mut Self| Callee::Function { name: this.text(resolved), fallback: Some(this.text(short)) };
        let frameless = !args.first_class
            && !has_spread_or_names(args)
            && !self.f.in_frameless_branch
            && mode == Mode::Read
            && super::special::is_frameless(&lower_case(short), args.list.len());
        if !frameless {
            let callee = callee(self);
            return self.call(callee, args, line, Known::Nothing);
        }
        self.f.in_frameless_branch = true;
        let (declared, absent, done) = (self.block(), self.block(), self.block());
        let name = self.text(resolved);
        self.end(Op::BranchFunction { name, declared, absent });
        self.f.current = Some(declared);
        let called = callee(self);
        let node = self.call(called, args, line, Known::Nothing)?;
        let result = self.temp();
        self.copy_to(result, node);
        self.jump(done);
        self.line = line;
        self.f.current = Some(absent);
        let node = self.intrinsic(&lower_case(short), args, line)?;
        self.copy_to(result, node);
        self.jump(done);
        self.f.current = Some(done);
        self.f.in_frameless_branch = false;
        Ok(Node::Var(result))
    }

    pub(super) fn begin(&mut self, callee: Callee, args: usize) -> Temp {
        let call = self.temp();
        self.emit(Op::CallBegin { call: Def(call), callee, args: args as u32 });
        call
    }

    pub(super) fn end_call(&mut self, call: Temp, line: u32) -> Node {
        let temp = self.temp();
        self.emit_at(line, Op::CallEnd { dst: Some(Def(temp)), call });
        Node::Var(temp)
    }

    /// The call of a callee that is known or computed.
    pub(super) fn call(&mut self, callee: Callee, args: &'a Args<'a>, line: u32, known: Known) -> Lower<Node> {
        let call = self.begin(callee, args.list.len());
        if args.first_class {
            return Ok(self.define(|dst| Op::CallClosure { dst, call }));
        }
        self.args(call, args, known)?;
        Ok(self.end_call(call, line))
    }

    fn method_call(&mut self, it: &'a MethodCall<'a>) -> Lower<Node> {
        let checkpoint = self.f.short.len();
        let object = match is_this(it.object) {
            true => self.this(),
            false => {
                let node = self.chain_expr(it.object)?;
                match it.nullsafe {
                    true => {
                        let node = match node {
                            Node::Local(_) => Node::Temp(self.in_temp(node)),
                            node => node,
                        };
                        self.leave_if_null(node)
                    }
                    false => node,
                }
            }
        };
        let name = self.expr(it.method)?;
        if !matches!(name, Node::Const(Const::Str(_))) && name.constant().is_some() {
            return self.fail("Method name must be a string");
        }
        let object = self.operand(object);
        let name = self.operand(name);
        let node = self.call(Callee::Method { object, name }, it.args, it.method.line, Known::Nothing)?;
        if it.args.first_class && self.f.short.len() != checkpoint {
            return self.fail("Cannot combine nullsafe operator with Closure creation");
        }
        Ok(node)
    }

    fn static_call(&mut self, class: &'a Expr<'a>, method: &'a Expr<'a>, args: &'a Args<'a>) -> Lower<Node> {
        if let Some(node) = self.parent_hook_call(class, method, args)? {
            return Ok(node);
        }
        let class = self.chain_class_ref(class)?;
        let name = self.expr(method)?;
        if !matches!(name, Node::Const(Const::Str(_))) && name.constant().is_some() {
            return self.fail("Method name must be a string");
        }
        let name = self.operand(name);
        self.call(Callee::StaticMethod { class, name }, args, method.line, Known::Nothing)
    }

    /// `parent::$property::get()`
    fn parent_hook_call(
        &mut self,
        class: &'a Expr<'a>,
        method: &'a Expr<'a>,
        args: &'a Args<'a>,
    ) -> Lower<Option<Node>> {
        let ExprKind::StaticProp { class, name, parenthesized: false } = class.kind else { return Ok(None) };
        let (ExprKind::Name(class), ExprKind::String(hook)) = (class.kind, method.kind) else { return Ok(None) };
        let property = match name.kind {
            ExprKind::String(property) => property.to_vec(),
            ExprKind::Int(property) => property.to_string().into_bytes(),
            _ => return Ok(None),
        };
        let property = &property[..];
        let kind = match () {
            _ if same(hook, b"get") => HookKind::Get,
            _ if same(hook, b"set") => HookKind::Set,
            _ => return Ok(None),
        };
        if !same(class.text, b"parent") {
            return Ok(None);
        }
        if self.class.is_none() {
            return self.fail("Cannot use \"parent\" when no class scope is active");
        }
        if args.first_class {
            return self.fail("Cannot create Closure for parent property hook call");
        }
        let call_text = format!("Must not use parent::${}::{}()", text(property), text(hook));
        let Some(active) = self.f.property.clone() else {
            return self.fail(format!("{call_text} outside a property hook"));
        };
        if *active != *property {
            return self.fail(format!("{call_text} in a different property (${})", text(&active)));
        }
        if let Some(active) = self.f.hook
            && active != kind
        {
            return self.fail(format!("{call_text} in a different property hook ({})", active.word()));
        }
        let property = self.text(property);
        self.call(Callee::ParentHook { property, hook: kind }, args, method.line, Known::Nothing).map(Some)
    }

    pub(super) fn new_object(&mut self, class: &'a Expr<'a>, args: &'a Args<'a>, line: u32) -> Lower<Node> {
        let class = self.class_ref(class)?;
        self.construct(class, args, line)
    }

    pub(super) fn construct(&mut self, class: ClassRef, args: &'a Args<'a>, line: u32) -> Lower<Node> {
        let object = self.temp();
        self.emit(Op::New { dst: Def(object), class });
        if args.first_class {
            return self.fail("Cannot create Closure for new expression");
        }
        let call = self.begin(Callee::Constructor { object: Peek(object) }, args.list.len());
        self.args(call, args, Known::Nothing)?;
        self.emit_at(line, Op::CallEnd { dst: None, call });
        Ok(Node::Var(object))
    }

    pub(super) fn new_anonymous(&mut self, class: &'a ast::Class<'a>, args: &'a Args<'a>, line: u32) -> Lower<Node> {
        let index = self.class_declaration(class, false)?;
        let name = self.define_var(|dst| Op::DeclareAnonymousClass { dst, class: index });
        let class = ClassRef::Dynamic(self.operand(name));
        self.construct(class, args, line)
    }

    /// `left |> right`: a call with one argument; what is named is called as such.
    pub(super) fn pipe(&mut self, left: &'a Expr<'a>, right: &'a Expr<'a>, line: u32) -> Lower<Node> {
        let argument = self.expr(left)?;
        let argument = Node::Temp(self.in_temp(argument));
        let call = match right.kind {
            ExprKind::Call { callee, args } if args.first_class => match callee.kind {
                ExprKind::Name(name) => {
                    let (resolved, certain) = self.resolve_function(&name);
                    let fallback = !certain && self.names.namespace.is_some();
                    let id = self.text(&resolved);
                    let fallback = fallback.then(|| self.text(name.text));
                    self.begin(Callee::Function { name: id, fallback }, 1)
                }
                _ => {
                    let node = self.expr(callee)?;
                    let value = self.operand(node);
                    self.begin(Callee::Value(value), 1)
                }
            },
            _ => {
                let node = self.expr(right)?;
                let value = self.operand(node);
                self.begin(Callee::Value(value), 1)
            }
        };
        let value = self.operand(argument);
        self.emit(Op::ArgExpr { call: Peek(call), value });
        Ok(self.end_call(call, line))
    }

    pub(super) fn shell_exec(&mut self, expr: &'a Expr<'a>, command: &'a Expr<'a>) -> Lower<Node> {
        let short: &[u8] = b"shell_exec";
        let name = self.text(short);
        let call = self.begin(Callee::Function { name, fallback: None }, 1);
        let node = self.expr(command)?;
        let value = self.operand(node);
        self.emit(Op::ArgExpr { call: Peek(call), value });
        Ok(self.end_call(call, expr.line))
    }

    /// `assert(…)`: not even evaluated if assertions are off; the source becomes the message.
    fn assert(&mut self, resolved: &[u8], fallback: Option<&[u8]>, args: &'a Args<'a>, line: u32) -> Lower<Node> {
        if !self.options.assertions {
            return Ok(Node::TRUE);
        }
        let (skip, check, done) = (self.block(), self.block(), self.block());
        self.end(Op::BranchAssert { skip, check });
        self.f.current = Some(check);
        let name = self.text(resolved);
        let fallback = fallback.map(|name| self.text(name));
        let count = if args.list.len() == 1 { 2 } else { args.list.len() };
        let call = self.begin(Callee::Function { name, fallback }, count);
        self.args(call, args, if fallback.is_none() { Known::Builtin } else { Known::Nothing })?;
        if let [arg] = args.list {
            self.assert_message(call, arg);
        }
        let node = self.end_call(call, line);
        let result = self.temp();
        self.copy_to(result, node);
        self.jump(done);
        self.f.current = Some(skip);
        self.copy_to(result, Node::TRUE);
        self.jump(done);
        self.f.current = Some(done);
        Ok(Node::Var(result))
    }

    fn assert_message(&mut self, call: Temp, arg: &'a Arg<'a>) {
        let message = crate::ast::assert_message(arg, self.options.syntax.precision);
        if let ArgKind::Named(_) = arg.kind {
            let name = self.text(b"description");
            self.emit(Op::ArgName { call: Peek(call), name });
        }
        let value = Operand::Const(self.text(&message));
        self.emit(Op::ArgExpr { call: Peek(call), value });
    }
}
