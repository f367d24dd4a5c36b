//! Expressions.

use super::{Dump, flag, quoted, show_name, text, words};
use crate::ast::*;

impl Dump {
    pub(super) fn expr(&mut self, expr: &Expr) {
        use ExprKind::*;
        let line = expr.line;
        match expr.kind {
            Int(value) => self.leaf(format!("Int {value}"), line),
            Float(value) => self.leaf(format!("Float {value:?}"), line),
            String(value) => self.leaf(format!("String {}", quoted(value)), line),
            Interpolated(parts) => self.node("Interpolated", line, |dump| dump.parts(parts)),
            Array(array) => self.node(format!("Array {:?}", array.syntax), line, |dump| dump.elements(array.elements)),
            Const(ref name) => self.leaf(format!("Const {}", show_name(name)), line),
            MagicConst(magic) => self.leaf(format!("MagicConst {magic:?}"), line),
            Name(ref name) => self.leaf(format!("Name {}", show_name(name)), line),
            Variable(name) => self.leaf(format!("Variable {}", text(name)), line),
            Dim { base, index } => self.node("Dim", line, |dump| {
                dump.expr(base);
                dump.optional(index);
            }),
            Prop { object, name, nullsafe } => {
                self.exprs(&words(&["Prop", flag(nullsafe, "nullsafe")]), line, &[object, name]);
            }
            StaticProp { class, name, parenthesized } => {
                self.exprs(&words(&["StaticProp", flag(parenthesized, "parenthesized")]), line, &[class, name]);
            }
            Call { callee, args } => self.call("Call", line, &[callee], args),
            MethodCall(call) => {
                let label = words(&["MethodCall", flag(call.nullsafe, "nullsafe")]);
                self.call(&label, line, &[call.object, call.method], call.args);
            }
            StaticCall { class, method, args } => self.call("StaticCall", line, &[class, method], args),
            New { class, args } => self.call("New", line, &[class], args),
            NewAnonymous { class, args } => self.node("NewAnonymous", line, |dump| {
                dump.class(class);
                dump.args(args);
            }),
            AssignOp { op, target, value } => self.exprs(&format!("AssignOp {op:?}"), line, &[target, value]),
            IncDec { op, target } => self.exprs(&format!("{op:?}"), line, &[target]),
            Binary { op, left, right } => self.exprs(&format!("Binary {op:?}"), line, &[left, right]),
            Unary { op, operand } => self.exprs(&format!("Unary {op:?}"), line, &[operand]),
            Cast { ty, operand } => self.exprs(&format!("Cast {ty:?}"), line, &[operand]),
            Include { kind, operand } => self.exprs(&format!("{kind:?}"), line, &[operand]),
            Conditional(node) => self.conditional(node, line),
            Match(node) => self.match_expr(node, line),
            Yield { value, key } => self.node("Yield", line, |dump| {
                dump.part("key", |dump| dump.optional(key));
                dump.optional(value);
            }),
            Closure(function) | ArrowFunction(function) => self.function(function),
            ClassConst { class, name } => self.exprs("ClassConst", line, &[class, name]),
            Pipe { left, right } => self.exprs("Pipe", line, &[left, right]),
            Assign { target, value } => self.exprs("Assign", line, &[target, value]),
            AssignRef { target, value } => self.exprs("AssignRef", line, &[target, value]),
            AssignCoalesce { target, value } => self.exprs("AssignCoalesce", line, &[target, value]),
            And { left, right } => self.exprs("And", line, &[left, right]),
            Or { left, right } => self.exprs("Or", line, &[left, right]),
            Coalesce { left, right } => self.exprs("Coalesce", line, &[left, right]),
            Instanceof { value, class } => self.exprs("Instanceof", line, &[value, class]),
            VariableVariable(name) => self.exprs("VariableVariable", line, &[name]),
            ShellExec(command) => self.exprs("ShellExec", line, &[command]),
            ClassName(class) => self.exprs("ClassName", line, &[class]),
            Silence(operand) => self.exprs("Silence", line, &[operand]),
            Clone(operand) => self.exprs("Clone", line, &[operand]),
            Print(operand) => self.exprs("Print", line, &[operand]),
            Isset(operand) => self.exprs("Isset", line, &[operand]),
            Empty(operand) => self.exprs("Empty", line, &[operand]),
            Throw(operand) => self.exprs("Throw", line, &[operand]),
            YieldFrom(operand) => self.exprs("YieldFrom", line, &[operand]),
        }
    }

    pub(super) fn exprs(&mut self, label: &str, line: u32, exprs: &[&Expr]) {
        self.node(label, line, |dump| exprs.iter().for_each(|expr| dump.expr(expr)));
    }

    pub(super) fn optional(&mut self, expr: Option<&Expr>) {
        if let Some(expr) = expr {
            self.expr(expr);
        }
    }

    fn parts(&mut self, parts: &[Part]) {
        for part in parts {
            match part.kind {
                PartKind::Text | PartKind::Simple => self.expr(part.expr),
                kind => self.part(&format!("{kind:?}"), |dump| dump.expr(part.expr)),
            }
        }
    }

    fn elements(&mut self, elements: &[Option<ArrayElement>]) {
        for element in elements {
            let Some(element) = element else {
                self.note("nothing");
                continue;
            };
            self.node(format!("{:?}", element.kind), element.line, |dump| {
                dump.part("key", |dump| dump.optional(element.key));
                dump.expr(element.value);
            });
        }
    }

    fn call(&mut self, label: &str, line: u32, exprs: &[&Expr], args: &Args) {
        self.node(label, line, |dump| {
            exprs.iter().for_each(|expr| dump.expr(expr));
            dump.args(args);
        });
    }

    pub(super) fn args(&mut self, args: &Args) {
        let label = words(&["Args", flag(args.first_class, "first-class")]);
        self.node(label, args.line, |dump| {
            for arg in args.list {
                match arg.kind {
                    ArgKind::Positional => dump.expr(arg.value),
                    ArgKind::Spread => dump.exprs("Spread", arg.line, &[arg.value]),
                    ArgKind::Named(name) => dump.exprs(&format!("Named {}", text(name)), arg.line, &[arg.value]),
                }
            }
        });
    }

    fn conditional(&mut self, node: &Conditional, line: u32) {
        let label =
            words(&["Conditional", flag(node.then.is_none(), "short"), flag(node.parenthesized, "parenthesized")]);
        self.node(label, line, |dump| {
            dump.expr(node.condition);
            dump.optional(node.then);
            dump.expr(node.otherwise);
        });
    }

    fn match_expr(&mut self, node: &Match, line: u32) {
        self.node("Match", line, |dump| {
            dump.expr(node.subject);
            for arm in node.arms {
                dump.node(if arm.conditions.is_some() { "Arm" } else { "Default" }, arm.line, |dump| {
                    arm.conditions.unwrap_or_default().iter().for_each(|condition| dump.expr(condition));
                    dump.part("body", |dump| dump.expr(arm.body));
                });
            }
        });
    }
}
