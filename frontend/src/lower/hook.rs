//! Property hooks.

use super::builder::Func;
use super::{Lower, Lowering, same, text};
use crate::ast::{Args, Expr, ExprKind, Function, FunctionBody, Stmt, StmtKind, Type};
use phpc_abi::decl::{FunctionKind, Modifiers, ParamDecl, Passing, TypeDecl, TypeMask};
use phpc_ir::pir::{Bytes, HookKind};

impl<'a> Lowering<'a, '_> {
    pub(super) fn hooks(
        &mut self,
        property: usize,
        hooks: &'a [&'a Function<'a>],
        declared: Option<&Type<'a>>,
    ) -> Lower<()> {
        let class = self.class.as_ref().expect("hooks stand in classes");
        let decl = &class.decl.properties[property];
        let flags = decl.modifiers;
        let name = decl.name.clone();
        if flags.contains(Modifiers::READONLY) {
            return self.fail("Hooked properties cannot be readonly");
        }
        if hooks.is_empty() {
            return self.fail("Property hook list must not be empty");
        }
        let ty = match declared {
            Some(ty) => Some(self.ty(ty)?),
            None => None,
        };
        for hook in hooks {
            self.hook(property, &name, flags, hook, ty.as_ref())?;
        }
        self.verify_hooked_property(property)
    }

    fn hook(
        &mut self,
        property: usize,
        name: &Bytes,
        property_flags: Modifiers,
        hook: &'a Function<'a>,
        ty: Option<&TypeDecl>,
    ) -> Lower<()> {
        self.line = hook.start_line;
        let class = self.class.as_ref().expect("hooks stand in classes");
        let class_name = text(&class.decl.name).into_owned();
        let full = format!("{class_name}::${}", text(name));
        let has_body = !matches!(hook.body, FunctionBody::None);
        let private = property_flags.contains(Modifiers::PRIVATE);
        let mut flags = super::function::modifiers(hook.modifiers);
        flags = flags.union(if private { Modifiers::PRIVATE } else { Modifiers::PUBLIC });
        if property_flags.contains(Modifiers::STATIC) {
            return self.fail("Cannot declare hooks for static property");
        }
        if flags.contains(Modifiers::FINAL) && private {
            return self.fail("Property hook cannot be both final and private");
        }
        let interface = class.is_interface();
        if interface || (property_flags.contains(Modifiers::ABSTRACT) && !has_body) {
            flags = flags.union(Modifiers::ABSTRACT);
            if has_body {
                return self.fail("Abstract property hook cannot have body");
            }
            if private {
                return self.fail("Property hook cannot be both abstract and private");
            }
            if flags.contains(Modifiers::FINAL) {
                return self.fail("Property hook cannot be both abstract and final");
            }
        } else if !has_body {
            return self.fail("Non-abstract property hook must have a body");
        }
        let word = hook.name.text;
        let kind = match () {
            _ if same(word, b"get") => HookKind::Get,
            _ if same(word, b"set") => HookKind::Set,
            _ => {
                let message =
                    format!("Unknown hook \"{}\" for property {full}, expected \"get\" or \"set\"", text(word));
                return self.fail(message);
            }
        };
        let index = self.new_function();
        let function_name = [b"$", &name[..], b"::", word].concat();
        let mut func = Func::new(index, FunctionKind::PropertyHook, function_name.clone().into(), hook.start_line);
        func.decl.modifiers = flags;
        func.property = Some(name.clone());
        func.hook = Some(kind);
        let (params, returns) = match kind {
            HookKind::Get => {
                if hook.params.is_some() {
                    return self.fail(format!("get hook of property {full} must not have a parameter list"));
                }
                (&[][..], ty.cloned())
            }
            HookKind::Set => {
                self.check_set_params(hook, &full, name, ty.is_some())?;
                if hook.params.is_none() {
                    // `$value`, of the property's type.
                    func.local_ids.insert(b"value"[..].into(), phpc_ir::pir::Local(0));
                    func.decl.locals.push(b"value"[..].into());
                    func.decl.params.push(ParamDecl {
                        name: b"value"[..].into(),
                        ty: ty.cloned(),
                        default: None,
                        default_text: Bytes::default(),
                        passing: Passing::Value,
                        variadic: false,
                        promoted: false,
                        attributes: Vec::new(),
                        line: hook.start_line,
                    });
                }
                let void = TypeDecl { mask: TypeMask::VOID, classes: Vec::new(), text: b"void"[..].into() };
                (hook.params.unwrap_or_default(), Some(void))
            }
        };
        if flags.contains(Modifiers::ABSTRACT) {
            let class = self.class.as_mut().expect("hooks stand in classes");
            if !class.is_interface() {
                class.add_abstract(format!("{class_name}::{}", text(&function_name)), private);
            }
        }
        self.compile_function_as(func, hook, params, returns)?;
        self.check_set_type(index.0 as usize, ty, &class_name, name, kind)?;
        let class = self.class.as_mut().expect("hooks stand in classes");
        let decl = &mut class.decl.properties[property];
        let slot = match kind {
            HookKind::Get => &mut decl.get_hook,
            HookKind::Set => &mut decl.set_hook,
        };
        match slot.replace(index) {
            Some(_) => self.fail(format!("Cannot redeclare property hook \"{}\"", text(word))),
            None => Ok(()),
        }
    }

    fn check_set_params(&mut self, hook: &'a Function<'a>, full: &str, name: &[u8], typed: bool) -> Lower<()> {
        let Some(params) = hook.params else { return Ok(()) };
        let word = text(hook.name.text).into_owned();
        let [param] = params else {
            return self.fail(format!("{word} hook of property {full} must accept exactly one parameters"));
        };
        let param_name = text(param.name.text).into_owned();
        let refused = [
            (param.by_ref, "must not be pass-by-reference"),
            (param.variadic, "must not be variadic"),
            (param.default.is_some(), "must not have a default value"),
        ];
        for (is, what) in refused {
            if is {
                return self.fail(format!("Parameter ${param_name} of {word} hook {full} {what}"));
            }
        }
        if typed != param.ty.is_some() {
            return self.set_type_error(&param_name, name);
        }
        Ok(())
    }

    fn set_type_error(&mut self, param: &str, property: &[u8]) -> Lower<()> {
        let class = self.class.as_ref().expect("hooks stand in classes");
        let class = text(&class.decl.name).into_owned();
        self.fail(format!(
            "Type of parameter ${param} of hook {class}::${}::set must be compatible with property type",
            text(property)
        ))
    }

    /// The parameter of a set hook must take everything that the property may hold.
    fn check_set_type(
        &mut self,
        func: usize,
        ty: Option<&TypeDecl>,
        _class: &str,
        name: &[u8],
        kind: HookKind,
    ) -> Lower<()> {
        if kind != HookKind::Set {
            return Ok(());
        }
        let decl = &self.functions[func].as_ref().expect("it is compiled").decl;
        let (Some(param), Some(ty)) = (decl.params.first(), ty) else { return Ok(()) };
        let Some(taken) = &param.ty else { return Ok(()) };
        if taken == ty {
            return Ok(());
        }
        if taken.mask.contains(TypeMask::MIXED) {
            return Ok(());
        }
        let builtin_missing = ty.mask.0 & !taken.mask.0 != 0;
        if builtin_missing && taken.classes.is_empty() && !taken.mask.contains(TypeMask::ITERABLE) {
            let param = text(&param.name).into_owned();
            return self.set_type_error(&param, name);
        }
        if !ty.classes.is_empty() && !taken.mask.contains(TypeMask::OBJECT) {
            if taken.classes.is_empty() {
                let param = text(&param.name).into_owned();
                return self.set_type_error(&param, name);
            }
            self.class.as_mut().expect("hooks stand in classes").unsure_hooks = true;
        }
        Ok(())
    }

    fn verify_hooked_property(&mut self, property: usize) -> Lower<()> {
        let class = self.class.as_ref().expect("hooks stand in classes");
        if class.decl.parent.is_some() {
            // The linker does it.
            return Ok(());
        }
        let decl = &class.decl.properties[property];
        let name = text(&decl.name);
        let class_name = text(&class.decl.name);
        let is_virtual = decl.modifiers.contains(Modifiers::VIRTUAL);
        let function =
            |index: phpc_ir::pir::FuncIndex| &self.functions[index.0 as usize].as_ref().expect("it is compiled").decl;
        let hooks = [decl.get_hook, decl.set_hook];
        let message = if is_virtual && decl.default.is_some() {
            format!("Cannot specify default value for virtual hooked property {class_name}::${name}")
        } else if !is_virtual
            && decl.set_hook.is_some()
            && decl.get_hook.is_some_and(|get| function(get).returns_reference)
        {
            format!("Get hook of backed property {class_name}::{name} with set hook may not return by reference")
        } else if decl.modifiers.contains(Modifiers::ABSTRACT)
            && !hooks.iter().flatten().any(|hook| function(*hook).modifiers.contains(Modifiers::ABSTRACT))
        {
            format!("Abstract property {class_name}::${name} must specify at least one abstract hook")
        } else if is_virtual
            && [Modifiers::PUBLIC_SET, Modifiers::PROTECTED_SET, Modifiers::PRIVATE_SET]
                .iter()
                .any(|flag| decl.modifiers.contains(*flag))
            && hooks.contains(&None)
        {
            let prefix = if decl.get_hook.is_none() { "Write-only" } else { "Read-only" };
            format!("{prefix} virtual property {class_name}::${name} must not specify asymmetric visibility")
        } else {
            return Ok(());
        };
        self.fail(message)
    }
}

/// Does the hook's body mention `$this->name`? Bodies of functions and classes in it are not looked into.
pub(super) fn mentions_property(hook: &Function, name: &[u8]) -> bool {
    match hook.body {
        FunctionBody::None => false,
        FunctionBody::Expr(expr) => in_expr(expr, name),
        FunctionBody::Block { statements, .. } => in_list(statements, name),
    }
}

fn in_list(list: &[Stmt], name: &[u8]) -> bool {
    list.iter().any(|statement| in_statement(statement, name))
}

fn in_statement(statement: &Stmt, name: &[u8]) -> bool {
    let expr = |expr: &Expr| in_expr(expr, name);
    let body = |body: &Stmt| in_statement(body, name);
    match statement.kind {
        StmtKind::Block(list) => in_list(list, name),
        StmtKind::Expr(inner) => expr(inner),
        StmtKind::Echo(list) | StmtKind::Global(list) | StmtKind::Unset(list) => list.iter().any(|it| expr(it)),
        StmtKind::If(branches) => branches.iter().any(|it| it.condition.is_some_and(expr) || body(it.body)),
        StmtKind::While { condition, body: inner } | StmtKind::DoWhile { body: inner, condition } => {
            expr(condition) || body(inner)
        }
        StmtKind::For(it) => {
            [it.init, it.conditions, it.step].iter().any(|list| list.iter().any(|it| expr(it))) || body(it.body)
        }
        StmtKind::Foreach(it) => {
            expr(it.subject) || expr(it.value.expr) || it.key.is_some_and(|key| expr(key.expr)) || body(it.body)
        }
        StmtKind::Switch(it) => {
            expr(it.subject) || it.cases.iter().any(|case| case.value.is_some_and(expr) || in_list(case.body, name))
        }
        StmtKind::Return(value) => value.is_some_and(expr),
        StmtKind::StaticVars(list) => list.iter().any(|it| it.default.is_some_and(expr)),
        StmtKind::Declare(it) => body(it.body),
        StmtKind::Try(it) => {
            body(it.body) || it.catches.iter().any(|catch| body(catch.body)) || it.finally.is_some_and(body)
        }
        StmtKind::Const(list) => list.iter().any(|it| expr(it.value)),
        _ => false,
    }
}

fn in_expr(expr: &Expr, name: &[u8]) -> bool {
    if let ExprKind::Prop { object, name: property, .. } = expr.kind
        && matches!(object.kind, ExprKind::Variable(b"this"))
        && matches!(property.kind, ExprKind::String(text) if text == name)
    {
        return true;
    }
    let any = |list: &[&Expr]| list.iter().any(|part| in_expr(part, name));
    let args = |args: &Args| args.list.iter().any(|arg| in_expr(arg.value, name));
    match expr.kind {
        ExprKind::VariableVariable(a)
        | ExprKind::ShellExec(a)
        | ExprKind::ClassName(a)
        | ExprKind::Silence(a)
        | ExprKind::Clone(a)
        | ExprKind::Print(a)
        | ExprKind::Isset(a)
        | ExprKind::Empty(a)
        | ExprKind::Throw(a)
        | ExprKind::YieldFrom(a)
        | ExprKind::Unary { operand: a, .. }
        | ExprKind::Cast { operand: a, .. }
        | ExprKind::Include { operand: a, .. }
        | ExprKind::IncDec { target: a, .. } => any(&[a]),
        ExprKind::Interpolated(parts) => parts.iter().any(|part| in_expr(part.expr, name)),
        ExprKind::Array(array) => array
            .elements
            .iter()
            .flatten()
            .any(|it| in_expr(it.value, name) || it.key.is_some_and(|key| in_expr(key, name))),
        ExprKind::Dim { base, index } => in_expr(base, name) || index.is_some_and(|index| in_expr(index, name)),
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
        | ExprKind::Binary { left: a, right: b, .. }
        | ExprKind::Instanceof { value: a, class: b } => any(&[a, b]),
        ExprKind::Call { callee, args: list } => in_expr(callee, name) || args(list),
        ExprKind::MethodCall(call) => any(&[call.object, call.method]) || args(call.args),
        ExprKind::StaticCall { class, method, args: list } => any(&[class, method]) || args(list),
        ExprKind::New { class, args: list } => in_expr(class, name) || args(list),
        ExprKind::NewAnonymous { args: list, .. } => args(list),
        ExprKind::Conditional(it) => {
            any(&[it.condition, it.otherwise]) || it.then.is_some_and(|then| in_expr(then, name))
        }
        ExprKind::Yield { value, key } => [value, key].into_iter().flatten().any(|part| in_expr(part, name)),
        ExprKind::Match(it) => {
            in_expr(it.subject, name)
                || it.arms.iter().any(|arm| {
                    arm.conditions.into_iter().flatten().any(|it| in_expr(it, name)) || in_expr(arm.body, name)
                })
        }
        _ => false,
    }
}
