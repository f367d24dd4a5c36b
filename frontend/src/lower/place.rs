//! Places: paths to variables, whose parts are evaluated first and which are walked in one operation.

use super::node::Node;
use super::variables::*;
use super::{Lower, Lowering};
use crate::ast::{Expr, ExprKind};
use crate::diagnostic::DiagnosticKind;
use phpc_ir::pir::*;

/// What a path is walked for: Zend's BP_VAR.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mode {
    Read,
    /// For isset, empty and `??`.
    Quiet,
    Write,
    ReadWrite,
    /// The callee decides.
    Argument,
    Unset,
}

impl Mode {
    pub(super) fn reads(self) -> bool {
        matches!(self, Mode::Read | Mode::Quiet)
    }

    fn read_mode(self) -> ReadMode {
        if self == Mode::Quiet { ReadMode::Quiet } else { ReadMode::Warn }
    }
}

/// A place with the line of each of its steps.
#[derive(Clone, Debug)]
pub(super) struct Path {
    pub place: Place,
    pub base_line: u32,
    pub lines: Vec<u32>,
}

impl Path {
    fn new(base: Base, line: u32) -> Path {
        Path { place: Place { base, steps: Vec::new() }, base_line: line, lines: Vec::new() }
    }

    fn push(&mut self, step: Step, line: u32) {
        self.place.steps.push(step);
        self.lines.push(line);
    }

    /// The line of the operation that walks it.
    pub(super) fn line(&self) -> u32 {
        self.lines.last().copied().unwrap_or(self.base_line)
    }

    /// A value that needs no walk.
    fn as_node(&self) -> Option<Node> {
        match (&self.place.base, self.place.steps.is_empty()) {
            (Base::Local(local), true) => Some(Node::Local(*local)),
            (Base::Value(Operand::This), true) => Some(Node::This),
            _ => None,
        }
    }
}

impl<'a> Lowering<'a, '_> {
    /// Evaluates the parts of a path, in order. Null-safe operators in it leave for the end of the chain.
    pub(super) fn path(&mut self, expr: &'a Expr<'a>, mode: Mode) -> Lower<Path> {
        let mut links = Vec::new();
        let mut root = expr;
        while let ExprKind::Dim { base: inner, .. } | ExprKind::Prop { object: inner, .. } = root.kind {
            links.push(root);
            if is_globals(inner) && matches!(root.kind, ExprKind::Dim { .. }) {
                break;
            }
            root = inner;
        }
        let (mut path, mut under) = match links.last() {
            Some(link) if is_global_element(link) => {
                let link = links.pop().expect("there is a last one");
                (self.global_element(link)?, link)
            }
            last => {
                let of_property = last.is_some_and(|link| matches!(link.kind, ExprKind::Prop { .. }));
                (self.path_root(root, mode, of_property, last.is_some())?, root)
            }
        };
        for link in links.into_iter().rev() {
            match link.kind {
                ExprKind::Dim { index, .. } => self.dim(&mut path, index, mode)?,
                ExprKind::Prop { name, nullsafe, .. } => {
                    if nullsafe && !is_this(under) {
                        path = self.nullsafe_path(path, mode)?;
                    }
                    let name = self.expr(name)?;
                    let name = self.name_operand(name);
                    path.push(Step::Property(name), self.line);
                }
                _ => unreachable!("links are elements and properties"),
            }
            under = link;
        }
        Ok(path)
    }

    fn global_element(&mut self, link: &'a Expr<'a>) -> Lower<Path> {
        let ExprKind::Dim { index, .. } = link.kind else { unreachable!("asked before") };
        let Some(index) = index else { return self.fail("Cannot append to $GLOBALS") };
        let name = self.expr(index)?;
        let name = self.name_operand(name);
        Ok(Path::new(Base::Global(name), self.line))
    }

    fn path_root(&mut self, root: &'a Expr<'a>, mode: Mode, of_property: bool, inner: bool) -> Lower<Path> {
        if is_this(root) {
            let node = match of_property && self.this_exists() {
                true => Node::This,
                false => self.this(),
            };
            let value = self.operand(node);
            return Ok(Path::new(Base::Value(value), self.line));
        }
        if is_globals(root) {
            let node = self.define(|dst| Op::Globals { dst });
            let value = self.operand(node);
            return Ok(Path::new(Base::Value(value), self.line));
        }
        if is_simple_variable(root) {
            let base = self.simple_base(root)?;
            return Ok(Path::new(base, self.line));
        }
        if let ExprKind::StaticProp { class, name, .. } = root.kind {
            let class = self.chain_class_ref(class)?;
            let name = self.expr(name)?;
            let name = self.name_operand(name);
            return Ok(Path::new(Base::StaticProperty { class, name }, self.line));
        }
        let writes = matches!(mode, Mode::Write | Mode::ReadWrite | Mode::Unset);
        if writes && !is_call(root) {
            self.line = root.line;
            return self.fail("Cannot use temporary expression in write context");
        }
        self.line = root.line;
        let node = match is_call(root) {
            true => self.call_expr(root, mode)?,
            false => self.expr(root)?,
        };
        if writes && inner && !matches!(node, Node::Var(_)) {
            return self.fail("Cannot use result of built-in function in write context");
        }
        let value = self.operand(node);
        Ok(Path::new(Base::Value(value), self.line))
    }

    /// `$a`, `$$a`, `$_GET`
    pub(super) fn simple_base(&mut self, expr: &'a Expr<'a>) -> Lower<Base> {
        if let Some(name) = local_name(expr) {
            return Ok(Base::Local(self.local(&name)));
        }
        if let Some(name) = variable_name(expr) {
            self.line = expr.line;
            return Ok(Base::Global(Operand::Const(self.text(&name))));
        }
        let ExprKind::VariableVariable(name) = expr.kind else { unreachable!("asked before") };
        let name = self.expr(name)?;
        self.f.decl.dynamic_locals = true;
        let superglobal = matches!(&name, Node::Const(Const::Str(name)) if super::names::is_superglobal(name));
        let name = self.name_operand(name);
        Ok(if superglobal { Base::Global(name) } else { Base::Variable(name) })
    }

    fn dim(&mut self, path: &mut Path, index: Option<&'a Expr<'a>>, mode: Mode) -> Lower<()> {
        match index {
            None if mode.reads() => return self.fail("Cannot use [] for reading"),
            None if mode == Mode::Unset => return self.fail("Cannot use [] for unsetting"),
            None => path.push(Step::Append, self.line),
            Some(index) => {
                let key = self.expr(index)?;
                let key = self.operand(key);
                path.push(Step::Dim(key), self.line);
            }
        }
        Ok(())
    }

    /// Reads what stands before `?->` and leaves if it is null.
    fn nullsafe_path(&mut self, path: Path, mode: Mode) -> Lower<Path> {
        let node = match path.as_node() {
            Some(Node::Local(local)) if mode == Mode::Quiet => Node::Local(local),
            Some(node) => Node::Temp(self.in_temp(node)),
            None => self.read_path(path, mode),
        };
        let node = self.leave_if_null(node);
        let base = match node {
            Node::Local(local) => Base::Local(local),
            node => Base::Value(self.operand(node)),
        };
        Ok(Path::new(base, self.line))
    }

    /// Goes to the end of the chain if the value is null.
    pub(super) fn leave_if_null(&mut self, node: Node) -> Node {
        let node = match node {
            Node::Const(_) => Node::Temp(self.in_temp(node)),
            node => node,
        };
        let (null, other) = (self.block(), self.block());
        let temp = node.temp();
        let value = PeekOperand(self.operand(node.clone()));
        self.end(Op::BranchNull { value, null, other });
        self.f.short.push((null, temp));
        self.f.current = Some(other);
        node
    }

    /// Where the chain ends: the null-safe operators in it that found null come here with `absent`.
    pub(super) fn end_chain(&mut self, checkpoint: usize, node: Node, absent: Const) -> Node {
        if self.f.short.len() == checkpoint {
            return node;
        }
        let result = self.temp();
        let done = self.block();
        self.copy_to(result, node);
        self.jump(done);
        while self.f.short.len() > checkpoint {
            let (block, temp) = self.f.short.pop().expect("there are more");
            self.f.current = Some(block);
            if let Some(value) = temp {
                self.emit(Op::Free { value });
            }
            self.copy_to(result, Node::Const(absent.clone()));
            self.jump(done);
        }
        self.f.current = Some(done);
        Node::Temp(result)
    }

    /// Reads along the path; steps on different lines are operations of their own.
    pub(super) fn read_path(&mut self, path: Path, mode: Mode) -> Node {
        if let Some(node) = path.as_node() {
            return node;
        }
        let Path { place, base_line, lines } = path;
        if place.steps.is_empty() {
            if let Base::Value(Operand::Temp(temp)) = place.base {
                return Node::Temp(temp);
            }
            let temp = self.temp();
            self.emit_at(base_line, Op::Read { dst: Def(temp), mode: mode.read_mode(), place });
            return Node::Temp(temp);
        }
        let mut base = place.base;
        let mut steps = place.steps.into_iter().zip(lines).peekable();
        let mut result = None;
        while let Some((step, line)) = steps.next() {
            let mut group = vec![step];
            while let Some((step, _)) = steps.next_if(|(_, next)| *next == line) {
                group.push(step);
            }
            let temp = self.temp();
            let place = Place { base, steps: group };
            self.emit_at(line, Op::Read { dst: Def(temp), mode: mode.read_mode(), place });
            base = Base::Value(Operand::Temp(temp));
            result = Some(temp);
        }
        Node::Temp(result.expect("there is a step"))
    }

    /// The value of a variable (Zend's compile_var for reading).
    pub(super) fn read(&mut self, expr: &'a Expr<'a>, mode: Mode) -> Lower<Node> {
        self.line = expr.line;
        let path = self.path(expr, mode)?;
        Ok(self.read_path(path, mode))
    }

    /// A reference to a variable, in a temporary.
    pub(super) fn make_ref(&mut self, expr: &'a Expr<'a>) -> Lower<Temp> {
        self.line = expr.line;
        let path = self.path(expr, Mode::Write)?;
        Ok(self.ref_path(path))
    }

    pub(super) fn ref_path(&mut self, path: Path) -> Temp {
        let temp = self.temp();
        self.emit_at(path.line(), Op::MakeRef { dst: Def(temp), place: path.place });
        temp
    }

    /// A name that is computed: constants are converted now.
    pub(super) fn name_operand(&mut self, node: Node) -> Operand {
        if let Node::Const(Const::Array(_)) = node {
            self.warn(DiagnosticKind::Warning, "Array to string conversion");
            return Operand::Const(self.text(b"Array"));
        }
        let node = match node {
            Node::Const(value) => match super::fold::to_text(&value) {
                Some(text) => Node::string(text),
                None => Node::Const(value),
            },
            node => node,
        };
        self.operand(node)
    }

    /// `$this` as a value, an error where there is none.
    pub(super) fn this(&mut self) -> Node {
        if self.this_exists() {
            return Node::This;
        }
        self.define(|dst| Op::Copy { dst, value: Operand::This })
    }

    /// The place with copies of its temporaries, for a second walk.
    pub(super) fn dup_path(&mut self, path: &Path) -> Path {
        let mut copy = path.clone();
        let base = match copy.place.base {
            Base::Value(value) => Base::Value(self.dup_operand(value)),
            Base::Variable(name) => Base::Variable(self.dup_operand(name)),
            Base::Global(name) => Base::Global(self.dup_operand(name)),
            Base::StaticProperty { class, name } => {
                let class = match class {
                    ClassRef::Dynamic(value) => ClassRef::Dynamic(self.dup_operand(value)),
                    class => class,
                };
                Base::StaticProperty { class, name: self.dup_operand(name) }
            }
            base => base,
        };
        copy.place.base = base;
        for step in &mut copy.place.steps {
            match step {
                Step::Dim(operand) | Step::Property(operand) => *operand = self.dup_operand(*operand),
                Step::Append => {}
            }
        }
        copy
    }

    fn dup_operand(&mut self, operand: Operand) -> Operand {
        match operand {
            Operand::Temp(temp) => {
                let node = self.dup(&Node::Temp(temp));
                self.operand(node)
            }
            operand => operand,
        }
    }

    /// Releases the temporaries of a path that is not walked.
    pub(super) fn free_path(&mut self, path: Path) {
        let mut operands = Vec::new();
        match path.place.base {
            Base::Value(value) | Base::Variable(value) | Base::Global(value) => operands.push(value),
            Base::StaticProperty { class, name } => {
                if let ClassRef::Dynamic(value) = class {
                    operands.push(value);
                }
                operands.push(name);
            }
            Base::Local(_) => {}
        }
        for step in path.place.steps {
            if let Step::Dim(operand) | Step::Property(operand) = step {
                operands.push(operand);
            }
        }
        for operand in operands {
            if let Operand::Temp(value) = operand {
                self.emit(Op::Free { value });
            }
        }
    }
}
