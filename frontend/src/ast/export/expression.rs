//! Expressions as source.

use super::Export;
use crate::ast::*;

/// Text, own priority, and what the left and the right operand must bind.
type Binary = (&'static str, u32, u32, u32);

fn binary(op: BinaryOp) -> Binary {
    match op {
        BinaryOp::Add => (" + ", 200, 200, 201),
        BinaryOp::Sub => (" - ", 200, 200, 201),
        BinaryOp::Mul => (" * ", 210, 210, 211),
        BinaryOp::Div => (" / ", 210, 210, 211),
        BinaryOp::Mod => (" % ", 210, 210, 211),
        BinaryOp::ShiftLeft => (" << ", 190, 190, 191),
        BinaryOp::ShiftRight => (" >> ", 190, 190, 191),
        BinaryOp::Concat => (" . ", 185, 185, 186),
        BinaryOp::BitOr => (" | ", 140, 140, 141),
        BinaryOp::BitAnd => (" & ", 160, 160, 161),
        BinaryOp::BitXor => (" ^ ", 150, 150, 151),
        BinaryOp::Identical => (" === ", 170, 171, 171),
        BinaryOp::NotIdentical => (" !== ", 170, 171, 171),
        BinaryOp::Equal => (" == ", 170, 171, 171),
        BinaryOp::NotEqual => (" != ", 170, 171, 171),
        BinaryOp::Smaller => (" < ", 180, 181, 181),
        BinaryOp::SmallerOrEqual => (" <= ", 180, 181, 181),
        BinaryOp::Greater => (" > ", 180, 181, 181),
        BinaryOp::GreaterOrEqual => (" >= ", 180, 181, 181),
        BinaryOp::Spaceship => (" <=> ", 180, 181, 181),
        BinaryOp::Pow => (" ** ", 250, 251, 250),
        BinaryOp::LogicalXor => (" xor ", 40, 40, 41),
    }
}

fn magic(kind: MagicConst) -> &'static str {
    match kind {
        MagicConst::Line => "__LINE__",
        MagicConst::File => "__FILE__",
        MagicConst::Dir => "__DIR__",
        MagicConst::Class => "__CLASS__",
        MagicConst::Trait => "__TRAIT__",
        MagicConst::Method => "__METHOD__",
        MagicConst::Function => "__FUNCTION__",
        MagicConst::Property => "__PROPERTY__",
        MagicConst::Namespace => "__NAMESPACE__",
    }
}

impl Export {
    pub(super) fn expr(&mut self, expr: &Expr, priority: u32) {
        match expr.kind {
            ExprKind::Int(value) => self.word(&value.to_string()),
            ExprKind::Float(value) => self.float(value),
            ExprKind::String(text) => self.string(text),
            ExprKind::Interpolated(parts) => {
                self.word("\"");
                self.parts(b'"', parts);
                self.word("\"");
            }
            ExprKind::ShellExec(command) => {
                self.word("`");
                match command.kind {
                    ExprKind::Interpolated(parts) => self.parts(b'`', parts),
                    ExprKind::String(text) => self.quoted(b'`', text),
                    _ => self.expr(command, 0),
                }
                self.word("`");
            }
            ExprKind::Array(array) => self.array(array),
            ExprKind::Const(name) | ExprKind::Name(name) => self.name(&name),
            ExprKind::MagicConst(kind) => self.word(magic(kind)),
            ExprKind::Variable(name) => {
                self.word("$");
                self.variable_name(name);
            }
            ExprKind::VariableVariable(name) => {
                self.word("$");
                self.member(name);
            }
            ExprKind::Dim { base, index } => {
                self.expr(base, 260);
                self.word("[");
                if let Some(index) = index {
                    self.expr(index, 0);
                }
                self.word("]");
            }
            ExprKind::Prop { object, name, nullsafe } => {
                self.expr(object, 0);
                self.word(if nullsafe { "?->" } else { "->" });
                self.member(name);
            }
            ExprKind::StaticProp { class, name, .. } => {
                self.name_or_expr(class);
                self.word("::$");
                self.member(name);
            }
            ExprKind::ClassConst { class, name } => {
                self.name_or_expr(class);
                self.word("::");
                match name.kind {
                    ExprKind::String(text) => self.bytes(text),
                    _ => self.expr(name, 0),
                }
            }
            ExprKind::ClassName(class) => {
                self.name_or_expr(class);
                self.word("::class");
            }
            ExprKind::Call { callee, args } => {
                self.name_or_expr(callee);
                self.args(args);
            }
            ExprKind::MethodCall(call) => {
                self.expr(call.object, 0);
                self.word(if call.nullsafe { "?->" } else { "->" });
                self.member(call.method);
                self.args(call.args);
            }
            ExprKind::StaticCall { class, method, args } => {
                self.name_or_expr(class);
                self.word("::");
                self.member(method);
                self.args(args);
            }
            ExprKind::New { class, args } => {
                self.word("new ");
                self.name_or_expr(class);
                self.args(args);
            }
            ExprKind::NewAnonymous { class, args } => self.new_class(class, args),
            ExprKind::Pipe { left, right } => self.binary((" |> ", 183, 183, 184), left, right, priority),
            ExprKind::Assign { target, value } => self.binary((" = ", 90, 91, 90), target, value, priority),
            ExprKind::AssignRef { target, value } => self.binary((" =& ", 90, 91, 90), target, value, priority),
            ExprKind::AssignOp { op, target, value } => {
                let op = format!(" {}= ", binary(op).0.trim());
                self.operator(&op, (90, 91, 90), target, value, priority);
            }
            ExprKind::AssignCoalesce { target, value } => {
                self.binary((" ??= ", 90, 91, 90), target, value, priority);
            }
            ExprKind::IncDec { op, target } => self.inc_dec(op, target, priority),
            ExprKind::Binary { op, left, right } => self.binary(binary(op), left, right, priority),
            ExprKind::And { left, right } => self.binary((" && ", 130, 130, 131), left, right, priority),
            ExprKind::Or { left, right } => self.binary((" || ", 120, 120, 121), left, right, priority),
            ExprKind::Coalesce { left, right } => self.binary((" ?? ", 110, 111, 110), left, right, priority),
            ExprKind::Unary { op, operand } => {
                let op = match op {
                    UnaryOp::Plus => "+",
                    UnaryOp::Minus => "-",
                    UnaryOp::Not => "!",
                    UnaryOp::BitNot => "~",
                };
                self.prefix(op, 240, operand, priority);
            }
            ExprKind::Cast { ty, operand } => {
                let op = match ty {
                    CastType::Int => "(int)",
                    CastType::Float => "(double)",
                    CastType::String => "(string)",
                    CastType::Array => "(array)",
                    CastType::Object => "(object)",
                    CastType::Bool => "(bool)",
                    CastType::Unset => "(unset)",
                };
                self.prefix(op, 240, operand, priority);
            }
            ExprKind::Conditional(it) => self.conditional(it, priority),
            ExprKind::Instanceof { value, class } => {
                self.expr(value, 0);
                self.word(" instanceof ");
                self.name_or_expr(class);
            }
            ExprKind::Silence(inner) => self.prefix("@", 240, inner, priority),
            ExprKind::Clone(inner) => self.prefix("clone ", 270, inner, priority),
            ExprKind::Print(inner) => self.prefix("print ", 60, inner, priority),
            ExprKind::Isset(inner) => self.function("isset", inner),
            ExprKind::Empty(inner) => self.function("empty", inner),
            ExprKind::Include { kind, operand } => {
                let name = match kind {
                    IncludeKind::Include => "include",
                    IncludeKind::IncludeOnce => "include_once",
                    IncludeKind::Require => "require",
                    IncludeKind::RequireOnce => "require_once",
                    IncludeKind::Eval => "eval",
                };
                self.function(name, operand);
            }
            ExprKind::Throw(inner) => {
                self.word("throw ");
                self.expr(inner, 0);
            }
            ExprKind::Yield { value, key } => self.yield_expr(value, key, priority),
            ExprKind::YieldFrom(inner) => self.prefix("yield from ", 85, inner, priority),
            ExprKind::Match(it) => self.match_expr(it),
            ExprKind::Closure(function) | ExprKind::ArrowFunction(function) => self.function_declaration(function),
        }
    }

    /// `(…)` if the place asks for more than the operator gives.
    fn parenthesized(&mut self, needed: bool, write: impl FnOnce(&mut Self)) {
        if needed {
            self.word("(");
        }
        write(self);
        if needed {
            self.word(")");
        }
    }

    fn binary(&mut self, op: Binary, left: &Expr, right: &Expr, priority: u32) {
        self.operator(op.0, (op.1, op.2, op.3), left, right, priority);
    }

    fn operator(&mut self, op: &str, rank: (u32, u32, u32), left: &Expr, right: &Expr, priority: u32) {
        self.parenthesized(priority > rank.0, |out| {
            out.expr(left, rank.1);
            out.word(op);
            out.expr(right, rank.2);
        });
    }

    fn prefix(&mut self, op: &str, rank: u32, operand: &Expr, priority: u32) {
        self.parenthesized(priority > rank, |out| {
            out.word(op);
            out.expr(operand, rank + 1);
        });
    }

    fn inc_dec(&mut self, op: IncDec, target: &Expr, priority: u32) {
        match op {
            IncDec::PreInc => self.prefix("++", 240, target, priority),
            IncDec::PreDec => self.prefix("--", 240, target, priority),
            IncDec::PostInc | IncDec::PostDec => self.parenthesized(priority > 240, |out| {
                out.expr(target, 241);
                out.word(if op == IncDec::PostInc { "++" } else { "--" });
            }),
        }
    }

    fn function(&mut self, name: &str, operand: &Expr) {
        self.word(name);
        self.word("(");
        self.expr(operand, 0);
        self.word(")");
    }

    pub(super) fn args(&mut self, args: &Args) {
        self.word("(");
        if args.first_class {
            self.word("...");
        }
        self.list(args.list, ", ", |out, arg| out.arg(arg));
        self.word(")");
    }

    fn array(&mut self, array: &Array) {
        self.word("[");
        self.list(array.elements, ", ", |out, element| {
            let Some(element) = element else { return };
            if element.kind == ElementKind::Spread {
                out.word("...");
                return out.expr(element.value, 20);
            }
            if let Some(key) = element.key {
                out.expr(key, 80);
                out.word(" => ");
            }
            if element.kind == ElementKind::Reference {
                out.word("&");
            }
            out.expr(element.value, 80);
        });
        self.word("]");
    }

    fn parts(&mut self, quote: u8, parts: &[Part]) {
        for (at, part) in parts.iter().enumerate() {
            if let ExprKind::String(text) = part.expr.kind {
                self.quoted(quote, text);
                continue;
            }
            let next = parts.get(at + 1).and_then(|next| match next.expr.kind {
                ExprKind::String(text) => text.first(),
                _ => None,
            });
            let goes_on = next.is_some_and(|byte| matches!(byte, b'[' | b'_' | 127..) || byte.is_ascii_alphanumeric());
            if is_named_variable(part.expr) && !goes_on {
                self.expr(part.expr, 0);
                continue;
            }
            self.word("{");
            self.expr(part.expr, 0);
            self.word("}");
        }
    }

    fn conditional(&mut self, it: &Conditional, priority: u32) {
        self.parenthesized(priority > 100, |out| {
            out.expr(it.condition, 100);
            match it.then {
                Some(then) => {
                    out.word(" ? ");
                    out.expr(then, 101);
                    out.word(" : ");
                }
                None => out.word(" ?: "),
            }
            out.expr(it.otherwise, 101);
        });
    }

    fn yield_expr(&mut self, value: Option<&Expr>, key: Option<&Expr>, priority: u32) {
        self.parenthesized(priority > 70, |out| {
            out.word("yield ");
            let Some(value) = value else { return };
            if let Some(key) = key {
                out.expr(key, 70);
                out.word(" => ");
            }
            out.expr(value, 70);
        });
    }

    fn match_expr(&mut self, it: &Match) {
        self.word("match (");
        self.expr(it.subject, 0);
        self.word(") {\n");
        self.indented(|out| {
            for arm in it.arms {
                out.line_start();
                match arm.conditions {
                    Some(conditions) => out.list(conditions, ", ", |out, condition| out.expr(condition, 0)),
                    None => out.word("default"),
                }
                out.word(" => ");
                let indent = std::mem::take(&mut out.indent);
                out.expr(arm.body, 0);
                out.indent = indent;
                out.word(",\n");
            }
        });
        self.line_start();
        self.word("}");
    }
}

fn is_named_variable(expr: &Expr) -> bool {
    match expr.kind {
        ExprKind::Variable(_) => true,
        ExprKind::VariableVariable(name) => matches!(name.kind, ExprKind::String(_)),
        _ => false,
    }
}
