//! Constant expressions: what is known when the file is compiled, what may stand there, and the functions that compute the
//! rest when it is needed.

use super::builder::Func;
use super::names::ClassKeyword;
use super::node::Node;
use super::{Lower, Lowering, fold, text};
use crate::ast::{ArgKind, Args, ElementKind, Expr, ExprKind};
use phpc_abi::decl::{FunctionKind, Initializer};
use phpc_ir::pir::*;

impl<'a> Lowering<'a, '_> {
    /// A default, constant or attribute argument. `dynamic`: `new` is allowed, as it is everywhere but in members of classes.
    pub(super) fn initializer(&mut self, expr: &'a Expr<'a>, dynamic: bool) -> Lower<Initializer> {
        if let Some(value) = self.eval(expr)? {
            return Ok(Initializer::Const(value));
        }
        self.check_const_expr(expr, dynamic)?;
        self.thunk(expr, !dynamic).map(Initializer::Thunk)
    }

    /// Members of a class are computed in a frame named `[constant expression]`, on the line of the class; defaults of
    /// parameters in the function's own frame, on the line where it receives them.
    fn thunk(&mut self, expr: &'a Expr<'a>, member: bool) -> Lower<FuncIndex> {
        let index = self.new_function();
        let line = self.line;
        let (name, shown) = match &self.class {
            Some(class) if member => (b"[constant expression]"[..].into(), class.decl.line_start),
            _ => (self.f.decl.name.clone(), line),
        };
        let mut func = Func::new(index, FunctionKind::ConstExpr, name, shown);
        func.fixed_line = Some(shown);
        func.named = self.f.named;
        func.closure = self.f.closure;
        func.scoped = self.f.scoped;
        func.property = self.f.property.clone();
        func.decl.class = self.class_index();
        func.decl.strict = self.strict;
        self.in_function(func, |this| {
            let node = this.expr(expr)?;
            let value = this.operand(node);
            this.end(Op::Return { value });
            Ok(())
        })?;
        self.line = line;
        Ok(index)
    }

    /// The value of an expression, if it is known now.
    pub(super) fn eval(&mut self, expr: &'a Expr<'a>) -> Lower<Option<Const>> {
        self.nested(|this| this.eval_inner(expr))
    }

    fn eval_inner(&mut self, expr: &'a Expr<'a>) -> Lower<Option<Const>> {
        Ok(match expr.kind {
            ExprKind::Int(value) => Some(Const::Int(value)),
            ExprKind::Float(value) => Some(Const::Float(value.to_bits())),
            ExprKind::String(text) => Some(Const::Str(text.into())),
            ExprKind::Const(name) => self.known_constant(&name),
            ExprKind::MagicConst(kind) => self.known_magic_const(kind, expr.line),
            ExprKind::Array(array) => return self.eval_array(array),
            ExprKind::ClassName(class) => return self.known_class_name(class),
            ExprKind::Binary { .. } => return self.eval_binary(expr),
            ExprKind::Unary { op, operand } => {
                let Some(value) = self.eval(operand)? else { return Ok(None) };
                use crate::ast::UnaryOp;
                match op {
                    UnaryOp::Plus => fold::sign(false, &value),
                    UnaryOp::Minus => fold::sign(true, &value),
                    UnaryOp::Not => Some(Const::Bool(!fold::truth(&value))),
                    UnaryOp::BitNot => fold::bit_not(&value),
                }
            }
            ExprKind::And { left, right } | ExprKind::Or { left, right } => {
                let or = matches!(expr.kind, ExprKind::Or { .. });
                let Some(left) = self.eval(left)? else { return Ok(None) };
                if fold::truth(&left) == or {
                    return Ok(Some(Const::Bool(or)));
                }
                self.eval(right)?.map(|right| Const::Bool(fold::truth(&right)))
            }
            ExprKind::Coalesce { left, right } => match self.eval(left)? {
                Some(Const::Null) => return self.eval(right),
                value => value,
            },
            ExprKind::Conditional(it) => {
                let Some(condition) = self.eval(it.condition)? else { return Ok(None) };
                match (fold::truth(&condition), it.then) {
                    (true, Some(then)) => return self.eval(then),
                    (true, None) => Some(condition),
                    (false, _) => return self.eval(it.otherwise),
                }
            }
            ExprKind::Dim { base, index } => {
                let Some(index) = index else { return self.fail("Cannot use [] for reading") };
                let (Some(base), Some(index)) = (self.eval(base)?, self.eval(index)?) else { return Ok(None) };
                element(&base, &index)
            }
            // For the errors in their parts only.
            ExprKind::Prop { object, name, .. } | ExprKind::ClassConst { class: object, name } => {
                self.eval(object)?;
                self.eval(name)?;
                None
            }
            ExprKind::New { args, .. } => {
                for arg in args.list {
                    self.eval(arg.value)?;
                }
                None
            }
            _ => None,
        })
    }

    fn eval_binary(&mut self, expr: &'a Expr<'a>) -> Lower<Option<Const>> {
        let mut links = Vec::new();
        let mut leaf = expr;
        while let ExprKind::Binary { op, left, right } = leaf.kind {
            links.push((op, right));
            leaf = left;
        }
        let mut value = self.eval(leaf)?;
        for (op, right) in links.into_iter().rev() {
            let Some(left) = value else { return Ok(None) };
            let Some(right) = self.eval(right)? else { return Ok(None) };
            let (op, swapped) = super::expr::binary_op(op);
            value = match swapped {
                true => fold::binary(op, &right, &left),
                false => fold::binary(op, &left, &right),
            };
        }
        Ok(value)
    }

    /// Is everything in it allowed in a constant expression?
    fn check_const_expr(&mut self, expr: &'a Expr<'a>, dynamic: bool) -> Lower<()> {
        self.nested(|this| this.check_const_expr_inner(expr, dynamic))
    }

    fn check_const_expr_inner(&mut self, expr: &'a Expr<'a>, dynamic: bool) -> Lower<()> {
        let check = |this: &mut Self, part: &'a Expr<'a>| this.check_const_expr(part, dynamic);
        match expr.kind {
            ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::String(_) | ExprKind::MagicConst(_) => Ok(()),
            ExprKind::Const(_) => {
                self.line = expr.line;
                Ok(())
            }
            ExprKind::Binary { .. } => {
                let mut leaf = expr;
                while let ExprKind::Binary { left, right, .. } = leaf.kind {
                    check(self, right)?;
                    leaf = left;
                }
                check(self, leaf)
            }
            ExprKind::And { left, right } | ExprKind::Or { left, right } | ExprKind::Coalesce { left, right } => {
                check(self, left)?;
                check(self, right)
            }
            ExprKind::Unary { operand, .. } => check(self, operand),
            ExprKind::Conditional(it) => {
                check(self, it.condition)?;
                if let Some(then) = it.then {
                    check(self, then)?;
                }
                check(self, it.otherwise)
            }
            ExprKind::Dim { base, index } => {
                let Some(index) = index else { return self.fail("Cannot use [] for reading") };
                check(self, base)?;
                check(self, index)
            }
            ExprKind::Array(array) => {
                for element in array.elements.iter().flatten() {
                    check(self, element.value)?;
                    if let Some(key) = element.key {
                        check(self, key)?;
                    }
                    if element.kind == ElementKind::Reference {
                        return self.fail("Constant expression contains invalid operations");
                    }
                }
                Ok(())
            }
            ExprKind::Prop { object, name, .. } => {
                check(self, object)?;
                check(self, name)
            }
            ExprKind::ClassConst { class, name } => {
                let ExprKind::Name(class) = class.kind else {
                    return match self.eval(class)? {
                        Some(Const::Str(_)) => check(self, name),
                        Some(_) => self.fail("Class name must be a valid object or a string"),
                        None => {
                            self.fail("Dynamic class names are not allowed in compile-time class constant references")
                        }
                    };
                };
                if ClassKeyword::of(class.text) == Some(ClassKeyword::Static) {
                    return self.fail("\"static::\" is not allowed in compile-time constants");
                }
                self.resolve_class(&class)?;
                check(self, name)
            }
            ExprKind::ClassName(class) => {
                let ExprKind::Name(class) = class.kind else {
                    return self.fail("(expression)::class cannot be used in constant expressions");
                };
                match ClassKeyword::of(class.text) {
                    Some(ClassKeyword::Static) => {
                        self.fail("static::class cannot be used for compile-time class name resolution")
                    }
                    _ => Ok(()),
                }
            }
            ExprKind::New { class, args } => self.check_const_new(class, args, dynamic),
            ExprKind::NewAnonymous { .. } => match dynamic {
                true => self.fail("Cannot use anonymous class in constant expression"),
                false => self.fail("New expressions are not supported in this context"),
            },
            _ => self.fail("Constant expression contains invalid operations"),
        }
    }

    fn check_const_new(&mut self, class: &'a Expr<'a>, args: &'a Args<'a>, dynamic: bool) -> Lower<()> {
        if !dynamic {
            return self.fail("New expressions are not supported in this context");
        }
        let ExprKind::Name(name) = class.kind else {
            return self.fail("Cannot use dynamic class name in constant expression");
        };
        let resolved = self.resolve_class(&name)?;
        if ClassKeyword::of(&resolved) == Some(ClassKeyword::Static) {
            return self.fail("\"static\" is not allowed in compile-time constants");
        }
        if args.first_class {
            return self.fail("Constant expression contains invalid operations");
        }
        let mut named = false;
        for arg in args.list {
            match arg.kind {
                ArgKind::Spread => {
                    return self.fail("Argument unpacking in constant expressions is not supported");
                }
                ArgKind::Named(_) => named = true,
                ArgKind::Positional if named => {
                    return self.fail("Cannot use positional argument after named argument");
                }
                ArgKind::Positional => {}
            }
        }
        for arg in args.list {
            self.check_const_expr(arg.value, dynamic)?;
        }
        Ok(())
    }

    /// `const A = 1, B = 2;`
    pub(super) fn const_statement(&mut self, consts: &'a [crate::ast::ConstElement<'a>]) -> Lower<()> {
        for element in consts {
            let value = self.eval(element.value)?;
            if value.is_none() {
                self.check_const_expr(element.value, true)?;
            }
            let name = element.name.text;
            if matches!(&*super::lower_case(name), b"true" | b"false" | b"null") {
                return self.fail(format!("Cannot redeclare constant '{}'", text(name)));
            }
            let full = self.names.prefix(name);
            if self.names.consts.get(name).is_some_and(|imported| *imported != full) {
                let message = format!("Cannot declare const {} because the name is already in use", text(&full));
                return self.fail(message);
            }
            let node = match value {
                Some(value) => Node::Const(value),
                None => self.expr(element.value)?,
            };
            let value = self.operand(node);
            let id = self.text(&full);
            self.emit(Op::DeclareConst { name: id, value });
            self.names.see(full, crate::ast::UseKind::Const);
        }
        Ok(())
    }
}

fn element(base: &Const, index: &Const) -> Option<Const> {
    match (base, index) {
        (Const::Array(entries), Const::Int(_) | Const::Str(_)) => {
            let key = fold::key(index)?;
            entries.iter().find(|(have, _)| *have == key).map(|(_, value)| value.clone())
        }
        (Const::Str(text), Const::Int(at)) => {
            let byte = *text.get(usize::try_from(*at).ok()?)?;
            Some(Const::Str([byte].into()))
        }
        _ => None,
    }
}
