//! Expressions: the dispatch, operators, conditions, constants and classes by name.

use super::names::ClassKeyword;
use super::node::Node;
use super::place::Mode;
use super::variables::*;
use super::{Lower, Lowering, fold, lower_case, text};
use crate::ast::{self, Conditional, Expr, ExprKind, Name, NameKind};
use phpc_ir::pir::*;

/// The operator, and whether PHP evaluates it with operands swapped.
pub(super) fn binary_op(op: ast::BinaryOp) -> (BinaryOp, bool) {
    use ast::BinaryOp as Ast;
    match op {
        Ast::Greater => (BinaryOp::Less, true),
        Ast::GreaterOrEqual => (BinaryOp::LessEqual, true),
        Ast::Add => (BinaryOp::Add, false),
        Ast::Sub => (BinaryOp::Sub, false),
        Ast::Mul => (BinaryOp::Mul, false),
        Ast::Div => (BinaryOp::Div, false),
        Ast::Mod => (BinaryOp::Mod, false),
        Ast::Pow => (BinaryOp::Pow, false),
        Ast::Concat => (BinaryOp::Concat, false),
        Ast::BitOr => (BinaryOp::BitOr, false),
        Ast::BitAnd => (BinaryOp::BitAnd, false),
        Ast::BitXor => (BinaryOp::BitXor, false),
        Ast::ShiftLeft => (BinaryOp::ShiftLeft, false),
        Ast::ShiftRight => (BinaryOp::ShiftRight, false),
        Ast::LogicalXor => (BinaryOp::LogicalXor, false),
        Ast::Identical => (BinaryOp::Identical, false),
        Ast::NotIdentical => (BinaryOp::NotIdentical, false),
        Ast::Equal => (BinaryOp::Equal, false),
        Ast::NotEqual => (BinaryOp::NotEqual, false),
        Ast::Smaller => (BinaryOp::Less, false),
        Ast::SmallerOrEqual => (BinaryOp::LessEqual, false),
        Ast::Spaceship => (BinaryOp::Spaceship, false),
    }
}

impl<'a> Lowering<'a, '_> {
    pub(super) fn expr(&mut self, expr: &'a Expr<'a>) -> Lower<Node> {
        let checkpoint = self.f.short.len();
        let node = self.nested(|this| this.expr_inner(expr))?;
        Ok(self.end_chain(checkpoint, node, Const::Null))
    }

    /// As part of a longer chain: null-safe operators leave for the end of that.
    pub(super) fn chain_expr(&mut self, expr: &'a Expr<'a>) -> Lower<Node> {
        match is_chain_link(expr) {
            true => self.nested(|this| this.expr_inner(expr)),
            false => self.expr(expr),
        }
    }

    fn expr_inner(&mut self, expr: &'a Expr<'a>) -> Lower<Node> {
        self.line = expr.line;
        match expr.kind {
            ExprKind::Int(value) => Ok(Node::Const(Const::Int(value))),
            ExprKind::Float(value) => Ok(Node::Const(Const::Float(value.to_bits()))),
            ExprKind::String(text) => Ok(Node::string(text)),
            ExprKind::Interpolated(parts) => self.interpolated(parts),
            ExprKind::ShellExec(command) => self.shell_exec(expr, command),
            ExprKind::Array(array) => self.array(array, expr),
            ExprKind::Const(name) => self.constant_by_name(&name),
            ExprKind::MagicConst(kind) => self.magic_const(kind, expr.line),
            ExprKind::Name(name) => Ok(Node::string(name.text)),
            ExprKind::Variable(_)
            | ExprKind::VariableVariable(_)
            | ExprKind::Dim { .. }
            | ExprKind::Prop { .. }
            | ExprKind::StaticProp { .. } => self.read(expr, Mode::Read),
            ExprKind::Call { .. } | ExprKind::MethodCall(_) | ExprKind::StaticCall { .. } => {
                self.call_expr(expr, Mode::Read)
            }
            ExprKind::ClassConst { class, name } => self.class_const(class, name),
            ExprKind::ClassName(class) => self.class_name(class),
            ExprKind::New { class, args } => self.new_object(class, args, expr.line),
            ExprKind::NewAnonymous { class, args } => self.new_anonymous(class, args, expr.line),
            ExprKind::Pipe { left, right } => self.pipe(left, right, expr.line),
            ExprKind::Assign { target, value } => self.assign(target, value),
            ExprKind::AssignRef { target, value } => self.assign_ref(target, value),
            ExprKind::AssignOp { op, target, value } => self.assign_op(op, target, value),
            ExprKind::AssignCoalesce { target, value } => self.assign_coalesce(target, value),
            ExprKind::IncDec { op, target } => self.inc_dec(op, target),
            ExprKind::Binary { .. } => self.binary(expr),
            ExprKind::And { left, right } => self.short_circuit(left, right, false),
            ExprKind::Or { left, right } => self.short_circuit(left, right, true),
            ExprKind::Coalesce { left, right } => self.coalesce(left, right),
            ExprKind::Unary { op, operand } => self.unary(op, operand),
            ExprKind::Cast { ty, operand } => self.cast(ty, operand),
            ExprKind::Conditional(conditional) => self.conditional(conditional),
            ExprKind::Instanceof { value, class } => self.instance_of(value, class),
            ExprKind::Silence(inner) => self.silence(inner),
            ExprKind::Clone(inner) => {
                let value = self.expr(inner)?;
                let value = self.operand(value);
                Ok(self.define(|dst| Op::Clone { dst, value }))
            }
            ExprKind::Print(inner) => {
                let value = self.expr(inner)?;
                let value = self.operand(value);
                self.emit(Op::Echo { value });
                Ok(Node::Const(Const::Int(1)))
            }
            ExprKind::Isset(inner) => self.isset(inner),
            ExprKind::Empty(inner) => self.empty(inner),
            ExprKind::Include { kind, operand } => self.include(kind, operand),
            ExprKind::Throw(inner) => {
                let value = self.expr(inner)?;
                let value = self.operand(value);
                self.end(Op::Throw { value });
                Ok(Node::TRUE)
            }
            ExprKind::Yield { value, key } => self.yield_expr(value, key),
            ExprKind::YieldFrom(inner) => self.yield_from(inner),
            ExprKind::Match(it) => self.match_expr(it),
            ExprKind::Closure(function) | ExprKind::ArrowFunction(function) => self.closure(function),
        }
    }

    // ---- operators

    /// Chains to the left, of which `a . b . c …` may be long, are walked in a loop.
    fn binary(&mut self, expr: &'a Expr<'a>) -> Lower<Node> {
        let mut links = Vec::new();
        let mut leaf = expr;
        while let ExprKind::Binary { op, left, right } = leaf.kind {
            links.push((op, right));
            self.line = leaf.line;
            leaf = left;
        }
        if links.len() > super::builder::MAX_LINKS {
            return self.too_deep();
        }
        let mut node = self.expr(leaf)?;
        for (op, right) in links.into_iter().rev() {
            let right = self.expr(right)?;
            node = self.binary_nodes(op, node, right);
        }
        Ok(node)
    }

    pub(super) fn binary_nodes(&mut self, op: ast::BinaryOp, left: Node, right: Node) -> Node {
        let (op, swapped) = binary_op(op);
        let (left, right) = if swapped { (right, left) } else { (left, right) };
        if let (Some(a), Some(b)) = (left.constant(), right.constant())
            && let Some(value) = fold::binary(op, a, b)
        {
            return Node::Const(value);
        }
        let left = self.operand(left);
        let right = self.operand(right);
        self.define(|dst| Op::Binary { dst, op, left, right })
    }

    fn unary(&mut self, op: ast::UnaryOp, operand: &'a Expr<'a>) -> Lower<Node> {
        let node = self.expr(operand)?;
        let folded = node.constant().and_then(|value| match op {
            ast::UnaryOp::Plus => fold::sign(false, value),
            ast::UnaryOp::Minus => fold::sign(true, value),
            ast::UnaryOp::Not => Some(Const::Bool(!fold::truth(value))),
            ast::UnaryOp::BitNot => fold::bit_not(value),
        });
        if let Some(value) = folded {
            return Ok(Node::Const(value));
        }
        let value = self.operand(node);
        let op = match op {
            ast::UnaryOp::Plus => UnaryOp::Plus,
            ast::UnaryOp::Minus => UnaryOp::Negate,
            ast::UnaryOp::Not => UnaryOp::Not,
            ast::UnaryOp::BitNot => UnaryOp::BitNot,
        };
        Ok(self.define(|dst| Op::Unary { dst, op, value }))
    }

    fn cast(&mut self, ty: ast::CastType, operand: &'a Expr<'a>) -> Lower<Node> {
        let node = self.expr(operand)?;
        let kind = match ty {
            ast::CastType::Int => CastKind::Int,
            ast::CastType::Float => CastKind::Float,
            ast::CastType::String => CastKind::String,
            ast::CastType::Array => CastKind::Array,
            ast::CastType::Object => CastKind::Object,
            ast::CastType::Bool => CastKind::Bool,
            ast::CastType::Unset => return self.fail("The (unset) cast is no longer supported"),
        };
        Ok(self.cast_node(kind, node))
    }

    pub(super) fn cast_node(&mut self, kind: CastKind, node: Node) -> Node {
        let value = self.operand(node);
        self.define(|dst| Op::Cast { dst, kind, value })
    }

    /// `&&` (`stop` false) and `||` (`stop` true).
    fn short_circuit(&mut self, left: &'a Expr<'a>, right: &'a Expr<'a>, stop: bool) -> Lower<Node> {
        let left = self.expr(left)?;
        if let Some(value) = left.constant() {
            if fold::truth(value) == stop {
                return Ok(Node::Const(Const::Bool(stop)));
            }
            let right = self.expr(right)?;
            return Ok(match right.constant() {
                Some(value) => Node::Const(Const::Bool(fold::truth(value))),
                None => self.cast_node(CastKind::Bool, right),
            });
        }
        let (decided, open, done) = (self.block(), self.block(), self.block());
        let result = self.temp();
        self.branch(left, stop, decided, open);
        self.f.current = Some(decided);
        self.copy_to(result, Node::Const(Const::Bool(stop)));
        self.jump(done);
        self.f.current = Some(open);
        let right = self.expr(right)?;
        let value = self.operand(right);
        self.emit(Op::Cast { dst: Def(result), kind: CastKind::Bool, value });
        self.jump(done);
        self.f.current = Some(done);
        Ok(Node::Temp(result))
    }

    /// Goes to `then` if the value's truth is `wanted`, else to `otherwise`.
    pub(super) fn branch(&mut self, node: Node, wanted: bool, then: Block, otherwise: Block) {
        let value = self.operand(node);
        let (yes, no) = if wanted { (then, otherwise) } else { (otherwise, then) };
        self.end(Op::Branch { value, yes, no });
    }

    /// A condition of if, while, `?:` …: operators of logic become control flow.
    pub(super) fn condition(&mut self, expr: &'a Expr<'a>, yes: Block, no: Block) -> Lower<()> {
        match expr.kind {
            ExprKind::And { left, right } | ExprKind::Or { left, right } => {
                self.line = expr.line;
                let or = matches!(expr.kind, ExprKind::Or { .. });
                let open = self.block();
                let (then, otherwise) = if or { (yes, open) } else { (open, no) };
                if let Some(value) = self.constant_condition(left)? {
                    // What a constant decides is not compiled at all.
                    if value == or {
                        self.jump(if or { yes } else { no });
                        return Ok(());
                    }
                    self.start(open);
                    return self.nested(|this| this.condition(right, yes, no));
                }
                self.nested(|this| this.condition(left, then, otherwise))?;
                self.f.current = Some(open);
                self.nested(|this| this.condition(right, yes, no))
            }
            ExprKind::Unary { op: ast::UnaryOp::Not, operand } => {
                self.line = expr.line;
                self.nested(|this| this.condition(operand, no, yes))
            }
            _ => {
                let node = self.expr(expr)?;
                match node.constant().map(fold::truth) {
                    Some(true) => self.jump(yes),
                    Some(false) => self.jump(no),
                    None => self.branch(node, true, yes, no),
                }
                Ok(())
            }
        }
    }

    fn constant_condition(&mut self, expr: &'a Expr<'a>) -> Lower<Option<bool>> {
        match expr.kind {
            ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::String(_) | ExprKind::Const(_) => {
                Ok(self.eval(expr)?.as_ref().map(fold::truth))
            }
            _ => Ok(None),
        }
    }

    fn conditional(&mut self, it: &'a Conditional<'a>) -> Lower<Node> {
        if let ExprKind::Conditional(inner) = it.condition.kind
            && !inner.parenthesized
        {
            let message = match (inner.then.is_some(), it.then.is_some()) {
                (true, true) => {
                    "Unparenthesized `a ? b : c ? d : e` is not supported. Use either `(a ? b : c) ? d : e` or `a ? b : (c ? d : e)`"
                }
                (true, false) => {
                    "Unparenthesized `a ? b : c ?: d` is not supported. Use either `(a ? b : c) ?: d` or `a ? b : (c ?: d)`"
                }
                (false, true) => {
                    "Unparenthesized `a ?: b ? c : d` is not supported. Use either `(a ?: b) ? c : d` or `a ?: (b ? c : d)`"
                }
                (false, false) => "",
            };
            if !message.is_empty() {
                return self.fail(message);
            }
        }
        let (yes, no, done) = (self.block(), self.block(), self.block());
        let result = self.temp();
        match it.then {
            Some(then) => {
                self.condition(it.condition, yes, no)?;
                self.f.current = Some(yes);
                let then = self.expr(then)?;
                self.copy_to(result, then);
            }
            None => {
                // The value is read once: tested, then taken.
                let node = self.expr(it.condition)?;
                let kept = self.in_temp(node);
                let test = self.dup(&Node::Temp(kept));
                self.branch(test, true, yes, no);
                self.f.current = Some(no);
                self.emit(Op::Free { value: kept });
                let test = self.open_block();
                self.f.current = Some(yes);
                self.copy_to(result, Node::Temp(kept));
                self.jump(done);
                self.f.current = Some(test);
                let otherwise = self.expr(it.otherwise)?;
                self.copy_to(result, otherwise);
                self.jump(done);
                self.f.current = Some(done);
                return Ok(Node::Temp(result));
            }
        }
        self.jump(done);
        self.f.current = Some(no);
        let otherwise = self.expr(it.otherwise)?;
        self.copy_to(result, otherwise);
        self.jump(done);
        self.f.current = Some(done);
        Ok(Node::Temp(result))
    }

    fn coalesce(&mut self, left: &'a Expr<'a>, right: &'a Expr<'a>) -> Lower<Node> {
        let node = match is_variable(left) {
            true => {
                let checkpoint = self.f.short.len();
                let node = self.read(left, Mode::Quiet)?;
                self.end_chain(checkpoint, node, Const::Null)
            }
            false if is_call(left) => {
                let checkpoint = self.f.short.len();
                self.line = left.line;
                let node = self.call_expr(left, Mode::Quiet)?;
                self.end_chain(checkpoint, node, Const::Null)
            }
            false => self.expr(left)?,
        };
        let node = match node {
            Node::Const(_) => Node::Temp(self.in_temp(node)),
            node => node,
        };
        let (null, other, done) = (self.block(), self.block(), self.block());
        let result = self.temp();
        let value = PeekOperand(self.operand(node.clone()));
        self.end(Op::BranchNull { value, null, other });
        self.f.current = Some(other);
        self.copy_to(result, node.clone());
        self.jump(done);
        self.f.current = Some(null);
        if let Some(value) = node.temp() {
            self.emit(Op::Free { value });
        }
        let default = self.expr(right)?;
        self.copy_to(result, default);
        self.jump(done);
        self.f.current = Some(done);
        Ok(Node::Temp(result))
    }

    fn instance_of(&mut self, value: &'a Expr<'a>, class: &'a Expr<'a>) -> Lower<Node> {
        let node = self.expr(value)?;
        if node.constant().is_some() {
            return Ok(Node::Const(Const::Bool(false)));
        }
        let class = self.class_ref(class)?;
        let value = self.operand(node);
        Ok(self.define(|dst| Op::InstanceOf { dst, value, class }))
    }

    fn silence(&mut self, inner: &'a Expr<'a>) -> Lower<Node> {
        let saved = self.temp();
        self.emit(Op::SilenceBegin { saved: Def(saved) });
        let node = match is_simple_variable(inner) && !is_this(inner) && !is_globals(inner) {
            true => {
                // The variable must be read while it is silent.
                self.line = inner.line;
                let base = self.silenced_base(inner)?;
                let place = Place { base, steps: Vec::new() };
                self.define(|dst| Op::Read { dst, mode: ReadMode::Warn, place })
            }
            false => self.expr(inner)?,
        };
        self.emit(Op::SilenceEnd { saved });
        Ok(node)
    }

    /// `@$x` makes no local: PHP reads the variable by name.
    fn silenced_base(&mut self, variable: &'a Expr<'a>) -> Lower<Base> {
        match local_name(variable) {
            Some(name) if !self.f.local_ids.contains_key(&*name) => {
                let id = self.text(&name);
                self.f.silenced.push((id, (*name).into()));
                Ok(Base::Variable(Operand::Const(id)))
            }
            _ => self.simple_base(variable),
        }
    }

    fn include(&mut self, kind: ast::IncludeKind, operand: &'a Expr<'a>) -> Lower<Node> {
        let path = self.expr(operand)?;
        let path = self.operand(path);
        self.f.decl.dynamic_locals = true;
        let kind = match kind {
            ast::IncludeKind::Include => IncludeKind::Include,
            ast::IncludeKind::IncludeOnce => IncludeKind::IncludeOnce,
            ast::IncludeKind::Require => IncludeKind::Require,
            ast::IncludeKind::RequireOnce => IncludeKind::RequireOnce,
            ast::IncludeKind::Eval => IncludeKind::Eval,
        };
        Ok(self.define_var(|dst| Op::Include { dst: Some(dst), kind, path }))
    }

    // ---- isset, empty

    pub(super) fn isset(&mut self, inner: &'a Expr<'a>) -> Lower<Node> {
        if !is_variable(inner) {
            return self.fail(
                "Cannot use isset() on the result of an expression (you can use \"null !== expression\" instead)",
            );
        }
        if is_globals(inner) {
            return Ok(Node::TRUE);
        }
        self.check_global_append(inner)?;
        if is_this(inner) {
            return Ok(self.define(|dst| Op::IssetThis { dst }));
        }
        let checkpoint = self.f.short.len();
        let path = self.path(inner, Mode::Quiet)?;
        let line = if path.place.steps.is_empty() { self.line } else { path.line() };
        let temp = self.temp();
        self.emit_at(line, Op::Isset { dst: Def(temp), place: path.place });
        Ok(self.end_chain(checkpoint, Node::Temp(temp), Const::Bool(false)))
    }

    /// `isset($GLOBALS[])`
    fn check_global_append(&mut self, inner: &'a Expr<'a>) -> Lower<()> {
        match inner.kind {
            ExprKind::Dim { index: None, .. } if is_global_element(inner) => self.fail("Cannot use [] for reading"),
            _ => Ok(()),
        }
    }

    fn empty(&mut self, inner: &'a Expr<'a>) -> Lower<Node> {
        if !is_variable(inner) {
            return self.unary(ast::UnaryOp::Not, inner);
        }
        if is_globals(inner) {
            return Ok(Node::Const(Const::Bool(false)));
        }
        self.check_global_append(inner)?;
        if is_this(inner) {
            let isset = self.define(|dst| Op::IssetThis { dst });
            let value = self.operand(isset);
            return Ok(self.define(|dst| Op::Unary { dst, op: UnaryOp::Not, value }));
        }
        let checkpoint = self.f.short.len();
        let path = self.path(inner, Mode::Quiet)?;
        let line = if path.place.steps.is_empty() { self.line } else { path.line() };
        let temp = self.temp();
        self.emit_at(line, Op::Empty { dst: Def(temp), place: path.place });
        Ok(self.end_chain(checkpoint, Node::Temp(temp), Const::Bool(true)))
    }

    // ---- constants and classes by name

    fn constant_by_name(&mut self, name: &Name) -> Lower<Node> {
        if let Some(value) = self.known_constant(name) {
            return Ok(Node::Const(value));
        }
        let (resolved, certain) = self.resolve_const(name);
        let fallback = !certain && self.names.namespace.is_some();
        let id = self.text(&resolved);
        let fallback = fallback.then(|| self.text(name.text));
        Ok(self.define(|dst| Op::FetchConst { dst, name: id, fallback }))
    }

    /// true, false, null and `__COMPILER_HALT_OFFSET__`.
    pub(super) fn known_constant(&self, name: &Name) -> Option<Const> {
        let (resolved, certain) = self.resolve_const(name);
        let halt: &[u8] = b"__COMPILER_HALT_OFFSET__";
        if (resolved == halt || (name.kind != NameKind::Relative && name.text == halt))
            && let Some(offset) = self.file.halt_offset
        {
            return Some(Const::Int(i64::from(offset)));
        }
        let looked_up = if certain { &resolved[..] } else { super::names::last_part(&resolved) };
        match &*lower_case(looked_up) {
            b"true" => Some(Const::Bool(true)),
            b"false" => Some(Const::Bool(false)),
            b"null" => Some(Const::Null),
            _ => None,
        }
    }

    /// The class in `C::CONST`, `new C`, `instanceof C`.
    pub(super) fn class_ref(&mut self, class: &'a Expr<'a>) -> Lower<ClassRef> {
        self.class_ref_by(class, Self::expr)
    }

    /// The class in `C::$property` and `C::method()`, a link of a chain.
    pub(super) fn chain_class_ref(&mut self, class: &'a Expr<'a>) -> Lower<ClassRef> {
        self.class_ref_by(class, Self::chain_expr)
    }

    fn class_ref_by(
        &mut self,
        class: &'a Expr<'a>,
        lower: impl FnOnce(&mut Self, &'a Expr<'a>) -> Lower<Node>,
    ) -> Lower<ClassRef> {
        let ExprKind::Name(name) = class.kind else {
            let node = lower(self, class)?;
            let Node::Const(value) = node else { return Ok(ClassRef::Dynamic(self.operand(node))) };
            let Const::Str(name) = value else { return self.fail("Illegal class name") };
            return match ClassKeyword::of(&name) {
                Some(keyword) => self.class_keyword_ref(keyword),
                None => {
                    let resolved = self.resolve_class_text(&name, NameKind::FullyQualified)?;
                    Ok(ClassRef::Named(self.text(&resolved)))
                }
            };
        };
        if let Some(keyword) = ClassKeyword::of_name(&name) {
            return self.class_keyword_ref(keyword);
        }
        let resolved = self.resolve_class(&name)?;
        Ok(ClassRef::Named(self.text(&resolved)))
    }

    fn class_keyword_ref(&mut self, keyword: ClassKeyword) -> Lower<ClassRef> {
        if self.f.decl.kind != phpc_abi::decl::FunctionKind::ConstExpr {
            self.check_class_keyword(keyword)?;
        }
        Ok(match keyword {
            ClassKeyword::SelfClass => ClassRef::SelfClass,
            ClassKeyword::Parent => ClassRef::Parent,
            ClassKeyword::Static => ClassRef::Static,
        })
    }

    fn class_const(&mut self, class: &'a Expr<'a>, name: &'a Expr<'a>) -> Lower<Node> {
        if let ExprKind::Name(name) = class.kind {
            // Names such as `\self` are refused before anything else.
            self.resolve_class(&name)?;
        }
        let class = self.class_ref(class)?;
        let name = self.expr(name)?;
        let name = self.operand(name);
        Ok(self.define(|dst| Op::FetchClassConst { dst, class, name }))
    }

    fn class_name(&mut self, class: &'a Expr<'a>) -> Lower<Node> {
        if let Some(value) = self.known_class_name(class)? {
            return Ok(Node::Const(value));
        }
        let class = match class.kind {
            ExprKind::Name(name) => match ClassKeyword::of(name.text) {
                Some(ClassKeyword::Parent) => ClassRef::Parent,
                Some(ClassKeyword::Static) => ClassRef::Static,
                _ => ClassRef::SelfClass,
            },
            _ => {
                let node = self.expr(class)?;
                if let Some(value) = node.constant() {
                    let message = format!("Cannot use \"::class\" on {}", fold::value_name(value));
                    return self.fail(message);
                }
                ClassRef::Dynamic(self.operand(node))
            }
        };
        Ok(self.define(|dst| Op::ClassName { dst, class }))
    }

    /// `C::class` where it is known.
    pub(super) fn known_class_name(&mut self, class: &'a Expr<'a>) -> Lower<Option<Const>> {
        let name = match class.kind {
            ExprKind::Name(name) => name,
            ExprKind::String(text) => Name { text, kind: NameKind::FullyQualified, line: class.line },
            ExprKind::Int(_) | ExprKind::Float(_) => return self.fail("Illegal class name"),
            _ => return Ok(None),
        };
        let Some(keyword) = ClassKeyword::of(name.text) else {
            return Ok(Some(Const::Str(self.resolve_class(&name)?.into())));
        };
        self.check_class_keyword(keyword)?;
        if !self.scope_known() {
            return Ok(None);
        }
        let class = self.class.as_ref().filter(|class| !class.is_anonymous());
        Ok(match keyword {
            ClassKeyword::SelfClass => class.map(|class| Const::Str(class.decl.name.clone())),
            ClassKeyword::Parent => self.class.as_ref().and_then(|class| class.decl.parent.clone()).map(Const::Str),
            ClassKeyword::Static => None,
        })
    }

    // ---- magic constants

    fn magic_const(&mut self, kind: ast::MagicConst, line: u32) -> Lower<Node> {
        if let Some(value) = self.known_magic_const(kind, line) {
            return Ok(Node::Const(value));
        }
        Ok(match kind {
            ast::MagicConst::File => self.define(|dst| Op::MagicConst { dst, kind: MagicConst::File }),
            ast::MagicConst::Dir => self.define(|dst| Op::MagicConst { dst, kind: MagicConst::Dir }),
            ast::MagicConst::Function => self.define(|dst| Op::MagicConst { dst, kind: MagicConst::Function }),
            ast::MagicConst::Method => self.define(|dst| Op::MagicConst { dst, kind: MagicConst::Method }),
            _ => self.define(|dst| Op::ClassName { dst, class: ClassRef::SelfClass }),
        })
    }

    pub(super) fn known_magic_const(&self, kind: ast::MagicConst, line: u32) -> Option<Const> {
        let class = self.class.as_ref();
        let function = &self.f.decl.name;
        let here = self.f.named.then_some(function).cloned().unwrap_or_default();
        let plain = |name: Bytes| (!name.contains(&0)).then_some(Const::Str(name));
        Some(match kind {
            ast::MagicConst::Line => Const::Int(i64::from(line)),
            ast::MagicConst::File | ast::MagicConst::Dir => return None,
            ast::MagicConst::Function => return plain(here),
            ast::MagicConst::Property => Const::Str(self.f.property.clone().unwrap_or_default()),
            ast::MagicConst::Namespace => Const::Str(self.names.namespace.clone().unwrap_or_default().into()),
            ast::MagicConst::Trait => match class {
                Some(class) if class.is_trait() => Const::Str(class.decl.name.clone()),
                _ => Const::Str(Bytes::default()),
            },
            ast::MagicConst::Class => match class {
                Some(class) if class.is_trait() || class.is_anonymous() => return None,
                Some(class) => Const::Str(class.decl.name.clone()),
                None => Const::Str(Bytes::default()),
            },
            ast::MagicConst::Method => {
                if class.is_some() && !self.f.scoped && !self.f.closure {
                    return Some(Const::Str(Bytes::default()));
                }
                match class {
                    Some(class) if self.f.scoped => {
                        if class.is_anonymous() {
                            return None;
                        }
                        Const::Str([&class.decl.name, &b"::"[..], function].concat().into())
                    }
                    _ => return plain(here),
                }
            }
        })
    }

    /// The function's name for messages: `C::f`.
    pub(super) fn function_text(&self) -> String {
        match &self.class {
            Some(class) if self.f.scoped => {
                format!("{}::{}", text(&class.decl.name), text(&self.f.decl.name))
            }
            _ => {
                let name = self.f.decl.name.split(|byte| *byte == 0).collect::<Vec<_>>();
                super::show(&name.join(self.path)).into_owned()
            }
        }
    }
}
