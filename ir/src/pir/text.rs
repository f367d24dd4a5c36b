//! How each part of a unit reads in the text form: printing and parsing side by side.

use super::parse::{ParseError, Parser};
use super::print::Printer;
use super::*;
use phpc_abi::decl::{
    AttributeDecl, ClassConstDecl, ClassKind, ClassType, FunctionKind, Initializer, Modifiers, ParamDecl, Passing,
    PropertyDecl, TraitRule, TraitUse, TypeDecl, TypeMask,
};

/// A part of the text form.
pub trait Text {
    fn print(&self, out: &mut Printer);
    fn parse(input: &mut Parser) -> Result<Self, ParseError>
    where
        Self: Sized;
    /// What a record's field is when the text leaves it out.
    fn absent() -> Option<Self>
    where
        Self: Sized,
    {
        None
    }
    fn is_absent(&self) -> bool {
        false
    }
    /// As an operation's first field it stands before the ` = `.
    fn leads() -> bool
    where
        Self: Sized,
    {
        false
    }
    fn is_lead(&self) -> bool {
        false
    }
    /// Lists of it have an item a line where there is room.
    fn is_record() -> bool
    where
        Self: Sized,
    {
        false
    }
}

// ---- general forms

impl Text for bool {
    fn print(&self, out: &mut Printer) {
        out.put(if *self { "true" } else { "false" });
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        match input.word()? {
            "true" => Ok(true),
            "false" => Ok(false),
            other => Err(input.error(format!("expected true or false, found '{other}'"))),
        }
    }
    fn absent() -> Option<Self> {
        Some(false)
    }
    fn is_absent(&self) -> bool {
        !self
    }
}

macro_rules! numbers {
    ($($ty:ty)*) => {$(
        impl Text for $ty {
            fn print(&self, out: &mut Printer) {
                out.put(&self.to_string());
            }
            fn parse(input: &mut Parser) -> Result<Self, ParseError> {
                input.number()?.try_into().map_err(|_| input.error("the number is too large"))
            }
        }
    )*};
}
numbers! { u32 u64 }

impl Text for Bytes {
    fn print(&self, out: &mut Printer) {
        out.string(self);
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        input.string()
    }
    fn absent() -> Option<Self> {
        Some(Bytes::default())
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Text> Text for Option<T> {
    fn print(&self, out: &mut Printer) {
        match self {
            Some(value) => value.print(out),
            None => out.put("-"),
        }
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        if input.in_lead() {
            return if input.has_lead() { T::parse(input).map(Some) } else { Ok(None) };
        }
        if input.eat_dash() { Ok(None) } else { T::parse(input).map(Some) }
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
    fn is_absent(&self) -> bool {
        self.is_none()
    }
    fn leads() -> bool {
        T::leads()
    }
    fn is_lead(&self) -> bool {
        T::leads()
    }
}

impl<T: Text> Text for Vec<T> {
    fn print(&self, out: &mut Printer) {
        out.list(self);
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        let mut items = Vec::new();
        input.expect("[")?;
        while !input.eat("]") {
            if !items.is_empty() {
                input.expect(",")?;
            }
            items.push(T::parse(input)?);
        }
        Ok(items)
    }
    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<A: Text, B: Text> Text for (A, B) {
    fn print(&self, out: &mut Printer) {
        self.0.print(out);
        out.put(": ");
        self.1.print(out);
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        let first = A::parse(input)?;
        input.expect(":")?;
        Ok((first, B::parse(input)?))
    }
}

// ---- numbers of things

macro_rules! indices {
    ($($ty:ident $prefix:expr;)*) => {$(
        impl Text for $ty {
            fn print(&self, out: &mut Printer) {
                out.index($prefix, self.0);
            }
            fn parse(input: &mut Parser) -> Result<Self, ParseError> {
                input.index($prefix).map($ty)
            }
        }
    )*};
}
indices! {
    Temp Temp::PREFIX;
    Block Block::PREFIX;
    RegionId RegionId::PREFIX;
    StaticVar StaticVar::PREFIX;
    FuncIndex "f";
    ClassIndex "class";
}

impl Text for Local {
    fn print(&self, out: &mut Printer) {
        out.local(*self);
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        input.local()
    }
}

impl Text for ConstId {
    fn print(&self, out: &mut Printer) {
        out.constant(*self);
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        input.index(ConstId::PREFIX).map(ConstId)
    }
}

// ---- words

macro_rules! words {
    ($($ty:ident)*) => {$(
        impl Text for $ty {
            fn print(&self, out: &mut Printer) {
                out.put(self.word());
            }
            fn parse(input: &mut Parser) -> Result<Self, ParseError> {
                let word = input.word()?;
                let found = $ty::ALL.iter().find(|value| value.word() == word);
                found.copied().ok_or_else(|| input.error(format!(concat!("'{}' is no ", stringify!($ty)), word)))
            }
        }
    )*};
}
words! { BinaryOp UnaryOp CastKind IncDec IncludeKind HookKind MagicConst ReadMode }

macro_rules! named {
    ($($ty:ident { $($variant:ident $word:literal)* })*) => {$(
        impl Text for $ty {
            fn print(&self, out: &mut Printer) {
                out.put(match self { $($ty::$variant => $word),* });
            }
            fn parse(input: &mut Parser) -> Result<Self, ParseError> {
                match input.word()? {
                    $($word => Ok($ty::$variant),)*
                    other => Err(input.error(format!(concat!("'{}' is no ", stringify!($ty)), other))),
                }
            }
        }
    )*};
}
named! {
    Passing { Value "value" Reference "reference" PreferReference "prefer_reference" }
    FunctionKind {
        Main "main" Function "function" Method "method" Closure "closure" ArrowFunction "arrow_function"
        ConstExpr "const_expr" PropertyHook "property_hook"
    }
    ClassKind { Class "class" Interface "interface" Trait "trait" Enum "enum" Anonymous "anonymous" }
}

macro_rules! bits {
    ($($ty:ident { $($bit:ident $word:literal)* })*) => {$(
        impl Text for $ty {
            fn print(&self, out: &mut Printer) {
                let mut rest = self.0;
                let mut words = Vec::new();
                $(if self.contains($ty::$bit) { words.push($word.to_string()); rest &= !$ty::$bit.0; })*
                if rest != 0 || words.is_empty() {
                    words.push(rest.to_string());
                }
                out.put(&words.join("|"));
            }
            fn parse(input: &mut Parser) -> Result<Self, ParseError> {
                let mut set = $ty::default();
                loop {
                    set.0 |= match input.word()? {
                        $($word => $ty::$bit.0,)*
                        other => match other.parse() {
                            Ok(bits) => bits,
                            Err(_) => return Err(input.error(format!(concat!("'{}' is no ", stringify!($ty)), other))),
                        },
                    };
                    if !input.eat("|") {
                        return Ok(set);
                    }
                }
            }
            fn absent() -> Option<Self> {
                Some($ty::default())
            }
            fn is_absent(&self) -> bool {
                self.0 == 0
            }
        }
    )*};
}
bits! {
    TypeMask {
        NULL "null" FALSE "false" TRUE "true" INT "int" FLOAT "float" STRING "string" ARRAY "array" OBJECT "object"
        RESOURCE "resource" CALLABLE "callable" ITERABLE "iterable" VOID "void" NEVER "never" STATIC "static"
    }
    Modifiers {
        PUBLIC "public" PROTECTED "protected" PRIVATE "private" STATIC "static" ABSTRACT "abstract" FINAL "final"
        READONLY "readonly" PROTECTED_SET "protected_set" PRIVATE_SET "private_set" PUBLIC_SET "public_set"
        VIRTUAL "virtual"
    }
}

// ---- operands and places

impl Text for Def {
    fn print(&self, out: &mut Printer) {
        self.0.print(out);
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        if input.in_lead() {
            return input.take_lead().map(Def);
        }
        Temp::parse(input).map(Def)
    }
    fn leads() -> bool {
        true
    }
    fn is_lead(&self) -> bool {
        true
    }
}

macro_rules! wrapped {
    ($($ty:ident($inner:ident);)*) => {$(
        impl Text for $ty {
            fn print(&self, out: &mut Printer) {
                self.0.print(out);
            }
            fn parse(input: &mut Parser) -> Result<Self, ParseError> {
                $inner::parse(input).map($ty)
            }
        }
    )*};
}
wrapped! {
    Peek(Temp);
    PeekOperand(Operand);
}

impl Text for Operand {
    fn print(&self, out: &mut Printer) {
        match self {
            Operand::Const(constant) => constant.print(out),
            Operand::Temp(temp) => temp.print(out),
            Operand::Local(local) => local.print(out),
            Operand::This => out.put("this"),
        }
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        match input.peek() {
            b'%' => Temp::parse(input).map(Operand::Temp),
            b'$' => Local::parse(input).map(Operand::Local),
            b'c' => ConstId::parse(input).map(Operand::Const),
            _ if input.eat_word("this") => Ok(Operand::This),
            _ => Err(input.expected("an operand")),
        }
    }
}

impl Text for ClassRef {
    fn print(&self, out: &mut Printer) {
        match self {
            ClassRef::Named(name) => name.print(out),
            ClassRef::SelfClass => out.put("self"),
            ClassRef::Parent => out.put("parent"),
            ClassRef::Static => out.put("static"),
            ClassRef::Dynamic(operand) => out.call("", &[operand]),
        }
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        if input.eat("(") {
            let operand = Operand::parse(input)?;
            input.expect(")")?;
            return Ok(ClassRef::Dynamic(operand));
        }
        match input.peek_word() {
            "self" => input.skip_word(ClassRef::SelfClass),
            "parent" => input.skip_word(ClassRef::Parent),
            "static" => input.skip_word(ClassRef::Static),
            _ => ConstId::parse(input).map(ClassRef::Named),
        }
    }
}

impl Text for Base {
    fn print(&self, out: &mut Printer) {
        match self {
            Base::Local(local) => local.print(out),
            Base::Value(operand @ Operand::Local(_)) => out.call("value", &[operand]),
            Base::Value(operand) => operand.print(out),
            Base::StaticProperty { class, name } => out.call("static_property", &[class, name]),
            Base::Variable(name) => out.call("variable", &[name]),
            Base::Global(name) => out.call("global", &[name]),
        }
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        match input.peek_word() {
            "value" => input.call1().map(Base::Value),
            "static_property" => input.call2().map(|(class, name)| Base::StaticProperty { class, name }),
            "variable" => input.call1().map(Base::Variable),
            "global" => input.call1().map(Base::Global),
            _ => Ok(match Operand::parse(input)? {
                Operand::Local(local) => Base::Local(local),
                other => Base::Value(other),
            }),
        }
    }
}

impl Text for Place {
    fn print(&self, out: &mut Printer) {
        self.base.print(out);
        for step in &self.steps {
            match step {
                Step::Append => out.put("[]"),
                Step::Dim(key) => {
                    out.put("[");
                    key.print(out);
                    out.put("]");
                }
                Step::Property(name) => {
                    out.put("->");
                    name.print(out);
                }
            }
        }
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        let base = Base::parse(input)?;
        let mut steps = Vec::new();
        loop {
            if input.eat("->") {
                steps.push(Step::Property(Operand::parse(input)?));
            } else if input.eat("[") {
                if input.eat("]") {
                    steps.push(Step::Append);
                    continue;
                }
                steps.push(Step::Dim(Operand::parse(input)?));
                input.expect("]")?;
            } else {
                return Ok(Place { base, steps });
            }
        }
    }
}

impl Text for Callee {
    fn print(&self, out: &mut Printer) {
        match self {
            Callee::Function { name, fallback } => out.call("function", &[name, fallback]),
            Callee::Value(value) => out.call("value", &[value]),
            Callee::Method { object, name } => out.call("method", &[object, name]),
            Callee::StaticMethod { class, name } => out.call("static_method", &[class, name]),
            Callee::Constructor { object } => out.call("constructor", &[object]),
            Callee::ParentHook { property, hook } => out.call("parent_hook", &[property, hook]),
            Callee::Callback { value, array } => out.call("callback", &[value, array]),
        }
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        match input.peek_word() {
            "function" => input.call2().map(|(name, fallback)| Callee::Function { name, fallback }),
            "value" => input.call1().map(Callee::Value),
            "method" => input.call2().map(|(object, name)| Callee::Method { object, name }),
            "static_method" => input.call2().map(|(class, name)| Callee::StaticMethod { class, name }),
            "constructor" => input.call1().map(|object| Callee::Constructor { object }),
            "parent_hook" => input.call2().map(|(property, hook)| Callee::ParentHook { property, hook }),
            "callback" => input.call2().map(|(value, array)| Callee::Callback { value, array }),
            _ => Err(input.expected("a callee")),
        }
    }
}

impl Text for IterTarget {
    fn print(&self, out: &mut Printer) {
        match self {
            IterTarget::Temp(temp) => temp.print(out),
            IterTarget::Local(local) => local.print(out),
            IterTarget::LocalRef(local) => {
                out.put("&");
                local.print(out);
            }
            IterTarget::TempRef(temp) => {
                out.put("&");
                temp.print(out);
            }
        }
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        match (input.eat("&"), input.peek()) {
            (false, b'%') => Def::parse(input).map(IterTarget::Temp),
            (false, _) => Local::parse(input).map(IterTarget::Local),
            (true, b'%') => Def::parse(input).map(IterTarget::TempRef),
            (true, _) => Local::parse(input).map(IterTarget::LocalRef),
        }
    }
}

// ---- declarations

impl Text for Const {
    fn print(&self, out: &mut Printer) {
        match self {
            Const::Null => out.put("null"),
            Const::Bool(value) => value.print(out),
            Const::Int(value) => out.put(&value.to_string()),
            // Rust's shortest form reads back to the same bits; infinities and NaNs are written as bits.
            Const::Float(bits) if f64::from_bits(*bits).is_finite() => out.put(&format!("{:?}", f64::from_bits(*bits))),
            Const::Float(bits) => out.put(&format!("0x{bits:016x}")),
            Const::Str(text) => text.print(out),
            Const::Array(items) => items.print(out),
        }
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        match input.peek() {
            b'"' => return Bytes::parse(input).map(Const::Str),
            b'[' => return Vec::parse(input).map(Const::Array),
            _ => {}
        }
        match input.literal() {
            "null" => Ok(Const::Null),
            "true" => Ok(Const::Bool(true)),
            "false" => Ok(Const::Bool(false)),
            text => number_constant(text).ok_or_else(|| input.error(format!("'{text}' is no constant"))),
        }
    }
}

fn number_constant(text: &str) -> Option<Const> {
    if let Some(bits) = text.strip_prefix("0x") {
        return u64::from_str_radix(bits, 16).ok().map(Const::Float);
    }
    if let Ok(value) = text.parse() {
        return Some(Const::Int(value));
    }
    text.parse().ok().map(|value: f64| Const::Float(value.to_bits()))
}

impl Text for Initializer {
    fn print(&self, out: &mut Printer) {
        match self {
            Initializer::Const(value) => value.print(out),
            Initializer::Thunk(func) => out.call("thunk", &[func]),
        }
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        match input.peek_word() {
            "thunk" => input.call1().map(Initializer::Thunk),
            _ => Const::parse(input).map(Initializer::Const),
        }
    }
}

impl Text for ClassType {
    fn print(&self, out: &mut Printer) {
        match self {
            ClassType::Name(name) => name.print(out),
            ClassType::Intersection(names) => names.print(out),
        }
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        match input.peek() {
            b'[' => Vec::parse(input).map(ClassType::Intersection),
            _ => Bytes::parse(input).map(ClassType::Name),
        }
    }
}

impl Text for TraitRule {
    fn print(&self, out: &mut Printer) {
        match self {
            TraitRule::InsteadOf { trait_name, method, excluded } => {
                out.call("insteadof", &[trait_name, method, excluded]);
            }
            TraitRule::Alias { trait_name, method, alias, modifiers } => {
                out.call("alias", &[trait_name, method, alias, modifiers]);
            }
        }
    }
    fn parse(input: &mut Parser) -> Result<Self, ParseError> {
        let instead = input.eat_word("insteadof");
        if !instead && !input.eat_word("alias") {
            return Err(input.expected("insteadof or alias"));
        }
        input.expect("(")?;
        let rule = if instead {
            TraitRule::InsteadOf { trait_name: input.item()?, method: input.item()?, excluded: Text::parse(input)? }
        } else {
            TraitRule::Alias {
                trait_name: input.item()?,
                method: input.item()?,
                alias: input.item()?,
                modifiers: Text::parse(input)?,
            }
        };
        input.expect(")")?;
        Ok(rule)
    }
}

/// Structs whose fields are all printed by name, absent ones left out.
macro_rules! records {
    ($($ty:ident { $($field:ident),* $(,)? })*) => {$(
        impl Text for $ty {
            fn print(&self, out: &mut Printer) {
                let $ty { $($field),* } = self;
                out.record(&[$((stringify!($field), $field as &dyn Text)),*]);
            }
            fn parse(input: &mut Parser) -> Result<Self, ParseError> {
                $(let mut $field = None;)*
                input.expect("{")?;
                while !input.eat("}") {
                    let name = input.word()?;
                    input.expect(":")?;
                    match name {
                        $(stringify!($field) => $field = Some(Text::parse(input)?),)*
                        other => return Err(input.error(format!(concat!(stringify!($ty), " has no field '{}'"), other))),
                    }
                    input.eat(",");
                }
                Ok($ty { $($field: input.present($field, stringify!($field))?),* })
            }
            fn is_record() -> bool {
                true
            }
        }
    )*};
}
records! {
    TypeDecl { mask, classes, text }
    ParamDecl { name, ty, default, default_text, passing, variadic, promoted, attributes, line }
    AttributeDecl { name, args, line }
    FunctionDecl {
        name, kind, modifiers, returns_reference, generator, params, return_type, class, statics, locals, uses, attributes,
        doc_comment, line_start, line_end, strict, uses_arguments, dynamic_locals, deprecated
    }
    ClassDecl {
        name, kind, modifiers, parent, interfaces, traits, enum_type, constants, properties, methods, attributes,
        doc_comment, line_start, line_end
    }
    TraitUse { names, rules, line }
    ClassConstDecl { name, ty, value, modifiers, case, attributes, doc_comment, line }
    PropertyDecl { name, ty, default, modifiers, promoted, get_hook, set_hook, attributes, doc_comment, line }
    UnitDiagnostic { level, message, line }
}
