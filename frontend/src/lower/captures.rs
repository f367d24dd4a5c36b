//! Closures and arrow functions: their names, and the variables that they take along.

use super::builder::Func;
use super::names::is_superglobal;
use super::node::Node;
use super::variables::variable_name;
use super::{Lower, Lowering, text};
use crate::ast::{self, Args, Expr, ExprKind, FunctionBody};
use phpc_abi::decl::FunctionKind;
use phpc_ir::pir::*;

impl<'a> Lowering<'a, '_> {
    pub(super) fn closure(&mut self, function: &'a ast::Function<'a>) -> Lower<Node> {
        let arrow = function.kind == ast::FunctionKind::Arrow;
        let index = self.new_function();
        let name = self.closure_name(function.start_line);
        let kind = if arrow { FunctionKind::ArrowFunction } else { FunctionKind::Closure };
        let mut func = Func::new(index, kind, name.into(), function.start_line);
        let closure = self.temp();
        self.emit(Op::ClosureNew { dst: Def(closure), func: index });
        let captures = match arrow {
            true => self.implicit_captures(function, closure),
            false => self.explicit_captures(function, closure)?,
        };
        func.decl.uses = captures;
        self.compile_function(func, function)?;
        Ok(Node::Temp(closure))
    }

    /// `{closure:C::f():12}`; a NUL byte stands for the path of the file.
    fn closure_name(&self, line: u32) -> Vec<u8> {
        let inside = &self.f.decl.name;
        let place = match (self.f.named, self.f.closure, &self.class) {
            (false, _, _) => b"\0".to_vec(),
            (true, true, _) => inside.to_vec(),
            (true, false, Some(class)) => [&class.decl.name, &b"::"[..], inside, b"()"].concat(),
            (true, false, None) => [&inside[..], b"()"].concat(),
        };
        [b"{closure:", &place[..], format!(":{line}}}").as_bytes()].concat()
    }

    fn explicit_captures(&mut self, function: &'a ast::Function<'a>, closure: Temp) -> Lower<Vec<(Bytes, bool)>> {
        let mut captures: Vec<(Bytes, bool)> = Vec::new();
        for capture in function.uses {
            let name = capture.name.text;
            if name == b"this" {
                return self.fail("Cannot use $this as lexical variable");
            }
            if is_superglobal(name) {
                return self.fail("Cannot use auto-global as lexical variable");
            }
            if captures.iter().any(|(have, _)| **have == *name) {
                return self.fail(format!("Cannot use variable ${} twice", text(name)));
            }
            self.line = capture.name.line;
            let local = self.local(name);
            let id = self.text(name);
            if capture.by_ref {
                let place = Place { base: Base::Local(local), steps: Vec::new() };
                let source = self.temp();
                self.emit(Op::MakeRef { dst: Def(source), place });
                self.emit(Op::ClosureUseRef { closure: Peek(closure), local: id, source });
            } else {
                self.emit(Op::ClosureUse { closure: Peek(closure), local: id, value: Operand::Local(local) });
            }
            captures.push((name.into(), capture.by_ref));
        }
        Ok(captures)
    }

    fn implicit_captures(&mut self, function: &'a ast::Function<'a>, closure: Temp) -> Vec<(Bytes, bool)> {
        let mut names = Vec::new();
        if let FunctionBody::Expr(body) = function.body {
            find_variables(body, &mut names);
        }
        for param in function.params.unwrap_or_default() {
            names.retain(|name| **name != *param.name.text);
        }
        for name in &names {
            let local = self.local(name);
            self.emit(Op::ClosureCapture { closure: Peek(closure), local });
        }
        names.into_iter().map(|name| (name, false)).collect()
    }
}

/// The variables that an arrow function's body mentions, in PHP's order; bodies of other functions are not looked into.
fn find_variables<'a>(expr: &Expr<'a>, names: &mut Vec<Bytes>) {
    if let Some(name) = variable_name(expr) {
        if !is_superglobal(&name) && *name != *b"this" {
            add(names, &name);
        }
        return;
    }
    let mut each = |list: &[&Expr<'a>]| list.iter().for_each(|part| find_variables(part, names));
    match expr.kind {
        ExprKind::VariableVariable(inner)
        | ExprKind::ShellExec(inner)
        | ExprKind::ClassName(inner)
        | ExprKind::Silence(inner)
        | ExprKind::Clone(inner)
        | ExprKind::Print(inner)
        | ExprKind::Isset(inner)
        | ExprKind::Empty(inner)
        | ExprKind::Throw(inner)
        | ExprKind::YieldFrom(inner)
        | ExprKind::Unary { operand: inner, .. }
        | ExprKind::Cast { operand: inner, .. }
        | ExprKind::Include { operand: inner, .. }
        | ExprKind::IncDec { target: inner, .. } => each(&[inner]),
        ExprKind::Interpolated(parts) => parts.iter().for_each(|part| find_variables(part.expr, names)),
        ExprKind::Array(array) => {
            for element in array.elements.iter().flatten() {
                find_variables(element.value, names);
                if let Some(key) = element.key {
                    find_variables(key, names);
                }
            }
        }
        ExprKind::Dim { base, index } => {
            find_variables(base, names);
            if let Some(index) = index {
                find_variables(index, names);
            }
        }
        ExprKind::Prop { object: a, name: b, .. }
        | ExprKind::StaticProp { class: a, name: b, .. }
        | ExprKind::ClassConst { class: a, name: b }
        | ExprKind::Assign { target: a, value: b }
        | ExprKind::AssignRef { target: a, value: b }
        | ExprKind::AssignOp { target: a, value: b, .. }
        | ExprKind::AssignCoalesce { target: a, value: b }
        | ExprKind::And { left: a, right: b }
        | ExprKind::Or { left: a, right: b }
        | ExprKind::Coalesce { left: a, right: b }
        | ExprKind::Pipe { left: a, right: b }
        | ExprKind::Instanceof { value: a, class: b } => each(&[a, b]),
        ExprKind::Binary { .. } => {
            let mut links = Vec::new();
            let mut leaf = expr;
            while let ExprKind::Binary { left, right, .. } = leaf.kind {
                links.push(right);
                leaf = left;
            }
            find_variables(leaf, names);
            links.into_iter().rev().for_each(|right| find_variables(right, names));
        }
        ExprKind::Call { callee, args } => {
            find_variables(callee, names);
            find_in_args(args, names);
        }
        ExprKind::MethodCall(call) => {
            find_variables(call.object, names);
            find_variables(call.method, names);
            find_in_args(call.args, names);
        }
        ExprKind::StaticCall { class, method, args } => {
            find_variables(class, names);
            find_variables(method, names);
            find_in_args(args, names);
        }
        ExprKind::New { class, args } => {
            find_variables(class, names);
            find_in_args(args, names);
        }
        ExprKind::NewAnonymous { args, .. } => find_in_args(args, names),
        ExprKind::Conditional(it) => {
            find_variables(it.condition, names);
            if let Some(then) = it.then {
                find_variables(then, names);
            }
            find_variables(it.otherwise, names);
        }
        ExprKind::Yield { value, key } => {
            for part in [value, key].into_iter().flatten() {
                find_variables(part, names);
            }
        }
        ExprKind::Match(it) => {
            find_variables(it.subject, names);
            for arm in it.arms {
                arm.conditions.into_iter().flatten().for_each(|condition| find_variables(condition, names));
                find_variables(arm.body, names);
            }
        }
        ExprKind::Closure(function) => {
            function.uses.iter().for_each(|capture| add(names, capture.name.text));
        }
        ExprKind::ArrowFunction(function) => {
            if let FunctionBody::Expr(body) = function.body {
                find_variables(body, names);
            }
        }
        ExprKind::Int(_)
        | ExprKind::Float(_)
        | ExprKind::String(_)
        | ExprKind::Const(_)
        | ExprKind::MagicConst(_)
        | ExprKind::Name(_)
        | ExprKind::Variable(_) => {}
    }
}

fn find_in_args(args: &Args, names: &mut Vec<Bytes>) {
    args.list.iter().for_each(|arg| find_variables(arg.value, names));
}

fn add(names: &mut Vec<Bytes>, name: &[u8]) {
    if !names.iter().any(|have| **have == *name) {
        names.push(name.into());
    }
}
