//! Functions of every sort: what surrounds their bodies.

use super::attribute::{Target, has};
use super::builder::Func;
use super::node::Node;
use super::{Lower, Lowering, lower_case, same, text};
use crate::ast::{self, FunctionBody, UseKind};
use crate::diagnostic::DiagnosticKind;
use phpc_abi::decl::{FunctionKind, Modifiers, TypeDecl, TypeMask};
use phpc_ir::pir::*;

pub(super) fn modifiers(modifiers: ast::Modifiers) -> Modifiers {
    const TABLE: [(ast::Modifiers, Modifiers); 10] = [
        (ast::Modifiers::PUBLIC, Modifiers::PUBLIC),
        (ast::Modifiers::PROTECTED, Modifiers::PROTECTED),
        (ast::Modifiers::PRIVATE, Modifiers::PRIVATE),
        (ast::Modifiers::PUBLIC_SET, Modifiers::PUBLIC_SET),
        (ast::Modifiers::PROTECTED_SET, Modifiers::PROTECTED_SET),
        (ast::Modifiers::PRIVATE_SET, Modifiers::PRIVATE_SET),
        (ast::Modifiers::STATIC, Modifiers::STATIC),
        (ast::Modifiers::ABSTRACT, Modifiers::ABSTRACT),
        (ast::Modifiers::FINAL, Modifiers::FINAL),
        (ast::Modifiers::READONLY, Modifiers::READONLY),
    ];
    let has = TABLE.iter().filter(|(ast, _)| modifiers.has(*ast));
    has.fold(Modifiers::default(), |all, (_, flag)| all.union(*flag))
}

impl<'a> Lowering<'a, '_> {
    /// `function f() {…}`; at the top of the file it exists before the code runs.
    pub(super) fn function_declaration(&mut self, function: &'a ast::Function<'a>, top: bool) -> Lower<()> {
        let short = function.name.text;
        let name = self.names.prefix(short);
        let lower = lower_case(&name);
        if self.names.functions.get(&lower_case(short)).is_some_and(|imported| !same(imported, &name)) {
            let message = format!("Cannot redeclare function {}() (previously declared as local import)", text(&name));
            return self.fail(message);
        }
        if lower == b"__autoload" {
            return self.fail("__autoload() is no longer supported, use spl_autoload_register() instead");
        }
        if same(short, b"assert") {
            return self
                .fail("Defining a custom assert() function is not allowed, as the function has special semantics");
        }
        self.names.see(lower.clone(), UseKind::Function);
        let index = self.new_function();
        if !top {
            self.emit(Op::DeclareFunction { func: index });
        }
        let func = Func::new(index, FunctionKind::Function, name.clone().into(), function.start_line);
        let class = self.class.take();
        self.compile_function(func, function)?;
        self.class = class;
        if top {
            if let Some(other) = self.bound_functions.get(&lower) {
                let other = self.functions[other.0 as usize].as_ref().expect("it is compiled");
                let line = other.decl.line_start;
                self.line = function.start_line;
                let place = format!("{}:{line}", super::show(self.path));
                let message = format!("Cannot redeclare function {}() (previously declared in {place})", text(&name));
                return self.fail(message);
            }
            self.bound_functions.insert(lower, index);
            self.hoisted_functions.push(index);
        }
        Ok(())
    }

    /// The function itself. `func` is as new, with its captures.
    pub(super) fn compile_function(&mut self, func: Func, function: &'a ast::Function<'a>) -> Lower<()> {
        self.compile_function_as(func, function, function.params.unwrap_or_default(), None)
    }

    /// The same with other parameters (of hooks), or another return type.
    pub(super) fn compile_function_as(
        &mut self,
        mut func: Func,
        function: &'a ast::Function<'a>,
        params: &'a [ast::Param<'a>],
        return_type: Option<TypeDecl>,
    ) -> Lower<()> {
        let modifiers = modifiers(function.modifiers);
        func.decl.modifiers = func.decl.modifiers.union(modifiers);
        func.decl.returns_reference = function.returns_ref;
        func.returns_ref = function.returns_ref;
        func.decl.generator = function.is_generator;
        func.decl.doc_comment = function.doc_comment.map(Bytes::from);
        func.decl.line_end = function.end_line;
        func.decl.strict = self.strict;
        func.decl.class = self.class_index();
        let scoped = func.scoped;
        self.in_function(func, |this| {
            let target = if scoped { Target::METHOD } else { Target::FUNCTION };
            this.f.decl.attributes = this.attributes(function.attributes, target, Target::NONE)?;
            this.f.decl.deprecated = has(&this.f.decl.attributes, "deprecated");
            this.signature(function, params, return_type)?;
            if this.f.decl.generator {
                this.mark_generator()?;
            }
            this.bind_captures(function)?;
            this.body(function)?;
            this.line = function.end_line;
            this.final_return(Const::Null)
        })
    }

    fn signature(
        &mut self,
        function: &'a ast::Function<'a>,
        params: &'a [ast::Param<'a>],
        return_type: Option<TypeDecl>,
    ) -> Lower<()> {
        let to_string = self.f.decl.kind == FunctionKind::Method && same(&self.f.decl.name, b"__tostring");
        self.f.return_type = match (function.return_type, return_type) {
            (_, Some(ty)) => Some(ty),
            (Some(ty), None) => Some(self.ty(&ty)?),
            (None, None) if to_string => {
                Some(TypeDecl { mask: TypeMask::STRING, classes: Vec::new(), text: b"string"[..].into() })
            }
            (None, None) => None,
        };
        self.f.decl.return_type = self.f.return_type.clone();
        let void = self.f.return_type.as_ref().is_some_and(|ty| ty.mask.contains(TypeMask::VOID));
        if void && self.f.returns_ref {
            let name = self.function_text();
            self.warn(
                DiagnosticKind::Deprecated,
                format!("{name}(): Returning by reference from a void function is deprecated"),
            );
        }
        self.params(params)
    }

    /// Captured variables are locals after the parameters.
    fn bind_captures(&mut self, function: &'a ast::Function<'a>) -> Lower<()> {
        let explicit = function.kind == ast::FunctionKind::Closure;
        for (at, (name, _)) in self.f.decl.uses.clone().iter().enumerate() {
            if explicit {
                if self.f.local_ids.contains_key(name) && self.f.decl.params.iter().any(|param| param.name == *name) {
                    let message = format!("Cannot use lexical variable ${} as a parameter name", text(name));
                    return self.fail(message);
                }
                self.line = function.uses[at].name.line;
            }
            self.local(name);
        }
        Ok(())
    }

    fn body(&mut self, function: &'a ast::Function<'a>) -> Lower<()> {
        match function.body {
            FunctionBody::None => Ok(()),
            FunctionBody::Block { statements, line } => {
                self.line = line;
                for statement in statements {
                    self.statement(statement)?;
                }
                Ok(())
            }
            FunctionBody::Expr(expr) if self.f.hook == Some(HookKind::Set) => self.short_set_hook(expr),
            FunctionBody::Expr(expr) => {
                self.line = expr.line;
                let never = self.f.return_type.as_ref().is_some_and(|ty| ty.mask.contains(TypeMask::NEVER));
                if never && self.f.hook.is_none() {
                    let node = self.expr(expr)?;
                    self.discard(node);
                    return Ok(());
                }
                self.return_statement(Some(expr))
            }
        }
    }

    /// `set => expr;` assigns to the property.
    fn short_set_hook(&mut self, expr: &'a ast::Expr<'a>) -> Lower<()> {
        self.line = self.f.decl.line_start;
        let line = self.line;
        let name = self.f.property.clone().expect("a hook has a property");
        let name = Operand::Const(self.text(&name));
        let node = self.expr(expr)?;
        let value = self.operand(node);
        let place = Place { base: Base::Value(Operand::This), steps: vec![Step::Property(name)] };
        self.emit_at(line, Op::Assign { dst: None, place, value });
        Ok(())
    }

    /// A promoted parameter is assigned to its property.
    pub(super) fn assign_promoted(&mut self, name: &[u8], by_ref: bool) {
        let local = self.local(name);
        let name = Operand::Const(self.text(name));
        let place = Place { base: Base::Value(Operand::This), steps: vec![Step::Property(name)] };
        if by_ref {
            let source = self.temp();
            let from = Place { base: Base::Local(local), steps: Vec::new() };
            self.emit(Op::MakeRef { dst: Def(source), place: from });
            self.emit(Op::AssignRef { dst: None, place, source });
        } else {
            let value = self.operand(Node::Local(local));
            self.emit(Op::Assign { dst: None, place, value });
        }
    }
}
