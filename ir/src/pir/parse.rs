//! The text form of a unit, read. Newlines are white space; `;` begins a comment.

use super::text::Text;
use super::*;
use std::collections::BTreeMap;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParseError {
    pub line: u32,
    pub message: String,
}

impl std::fmt::Display for ParseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

/// Does the text begin like the text form (and not like the binary one)?
pub fn looks_like_text(bytes: &[u8]) -> bool {
    let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
    bytes[start..].starts_with(b"unit") || bytes[start..].starts_with(b";")
}

pub fn parse(text: &str) -> Result<Unit, ParseError> {
    let mut input =
        Parser { text, at: 0, locals: BTreeMap::new(), lead: None, in_lead: false, field: 0, separate: false };
    let unit = input.unit()?;
    match input.peek() {
        0 => Ok(unit),
        _ => Err(input.expected("a function or the end")),
    }
}

pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

pub struct Parser<'t> {
    text: &'t str,
    at: usize,
    locals: BTreeMap<String, Local>,
    /// What stood before ` = `.
    lead: Option<Temp>,
    in_lead: bool,
    field: usize,
    separate: bool,
}

impl<'t> Parser<'t> {
    // ---- tokens

    fn skip_space(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b';' => self.at += bytes[self.at..].iter().position(|&b| b == b'\n').unwrap_or(bytes.len() - self.at),
                _ if byte.is_ascii_whitespace() => self.at += 1,
                _ => return,
            }
        }
    }

    /// The next byte that is no white space; 0 at the end.
    pub fn peek(&mut self) -> u8 {
        self.skip_space();
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn rest(&mut self) -> &'t str {
        self.skip_space();
        self.text.get(self.at..).unwrap_or("")
    }

    pub fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    pub fn expect(&mut self, token: &str) -> Result<(), ParseError> {
        if self.eat(token) { Ok(()) } else { Err(self.expected(&format!("'{token}'"))) }
    }

    pub fn peek_word(&mut self) -> &'t str {
        let rest = self.rest();
        &rest[..rest.bytes().position(|byte| !is_word(byte)).unwrap_or(rest.len())]
    }

    pub fn word(&mut self) -> Result<&'t str, ParseError> {
        let word = self.peek_word();
        if word.is_empty() {
            return Err(self.expected("a word"));
        }
        self.at += word.len();
        Ok(word)
    }

    pub fn eat_word(&mut self, word: &str) -> bool {
        let found = self.peek_word() == word;
        if found {
            self.at += word.len();
        }
        found
    }

    pub fn skip_word<T>(&mut self, value: T) -> Result<T, ParseError> {
        self.word().map(|_| value)
    }

    /// `-` that does not begin a number.
    pub fn eat_dash(&mut self) -> bool {
        let rest = self.rest().as_bytes();
        let dash = rest.first() == Some(&b'-') && !rest.get(1).is_some_and(u8::is_ascii_digit);
        if dash {
            self.at += 1;
        }
        dash
    }

    /// A number or a word with the bytes that numbers have.
    pub fn literal(&mut self) -> &'t str {
        let rest = self.rest();
        let end = rest.bytes().position(|byte| !is_word(byte) && !b"+-.".contains(&byte)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    pub fn number(&mut self) -> Result<u64, ParseError> {
        let word = self.word()?;
        word.parse().map_err(|_| self.error(format!("'{word}' is no number")))
    }

    pub fn index(&mut self, prefix: &str) -> Result<u32, ParseError> {
        self.skip_space();
        let start = self.at;
        if self.eat(prefix)
            && let Ok(number) = self.peek_word().parse()
        {
            self.at += self.peek_word().len();
            return Ok(number);
        }
        self.at = start;
        Err(self.expected(&format!("'{prefix}' and a number")))
    }

    pub fn local(&mut self) -> Result<Local, ParseError> {
        self.expect("$")?;
        if self.text[self.at..].starts_with('#') {
            return self.index("#").map(Local);
        }
        let name = self.word()?;
        self.locals.get(name).copied().ok_or_else(|| self.error(format!("the function has no local ${name}")))
    }

    pub fn string(&mut self) -> Result<Bytes, ParseError> {
        self.expect("\"")?;
        let mut bytes = Vec::new();
        loop {
            match self.next_byte()? {
                b'"' => return Ok(bytes.into()),
                b'\\' => bytes.push(self.escape()?),
                byte => bytes.push(byte),
            }
        }
    }

    fn next_byte(&mut self) -> Result<u8, ParseError> {
        let byte = self.text.as_bytes().get(self.at).copied().ok_or_else(|| self.error("the string does not end"))?;
        self.at += 1;
        Ok(byte)
    }

    fn escape(&mut self) -> Result<u8, ParseError> {
        match self.next_byte()? {
            b'n' => Ok(b'\n'),
            b't' => Ok(b'\t'),
            b'x' => {
                let digits = self.text.get(self.at..self.at + 2).unwrap_or("");
                self.at += 2;
                u8::from_str_radix(digits, 16).map_err(|_| self.error("two hexadecimal digits belong after \\x"))
            }
            byte @ (b'"' | b'\\') => Ok(byte),
            byte => Err(self.error(format!("unknown escape \\{}", byte as char))),
        }
    }

    pub fn error(&self, message: impl Into<String>) -> ParseError {
        let read = &self.text.as_bytes()[..self.at.min(self.text.len())];
        let line = 1 + read.iter().filter(|&&byte| byte == b'\n').count() as u32;
        ParseError { line, message: message.into() }
    }

    pub fn expected(&mut self, what: &str) -> ParseError {
        let found: String = self.rest().chars().take_while(|c| *c != '\n').take(20).collect();
        match found.as_str() {
            "" => self.error(format!("expected {what}, found the end")),
            found => self.error(format!("expected {what}, found '{found}'")),
        }
    }

    // ---- forms

    /// `name(a)`
    pub fn call1<A: Text>(&mut self) -> Result<A, ParseError> {
        self.word()?;
        self.expect("(")?;
        let first = A::parse(self)?;
        self.expect(")")?;
        Ok(first)
    }

    /// `name(a, b)`
    pub fn call2<A: Text, B: Text>(&mut self) -> Result<(A, B), ParseError> {
        self.word()?;
        self.expect("(")?;
        let first = self.item()?;
        let second = B::parse(self)?;
        self.expect(")")?;
        Ok((first, second))
    }

    /// A part and the comma after it.
    pub fn item<T: Text>(&mut self) -> Result<T, ParseError> {
        let value = T::parse(self)?;
        self.expect(",")?;
        Ok(value)
    }

    /// A record's field, or what it is when left out.
    pub fn present<T: Text>(&self, value: Option<T>, name: &str) -> Result<T, ParseError> {
        value.or_else(T::absent).ok_or_else(|| self.error(format!("the field '{name}' is missing")))
    }

    // ---- operations

    pub fn in_lead(&self) -> bool {
        self.in_lead
    }
    pub fn has_lead(&self) -> bool {
        self.lead.is_some()
    }
    pub fn take_lead(&mut self) -> Result<Temp, ParseError> {
        self.lead.take().ok_or_else(|| self.error("this operation defines a temporary: write '%N = ' before it"))
    }

    pub(super) fn op_field<T: Text>(&mut self) -> Result<T, ParseError> {
        self.field += 1;
        if self.field == 1 && T::leads() {
            self.in_lead = true;
            let value = T::parse(self);
            self.in_lead = false;
            return value;
        }
        if std::mem::replace(&mut self.separate, true) {
            self.expect(",")?;
        }
        T::parse(self)
    }

    fn inst(&mut self) -> Result<Inst, ParseError> {
        self.lead = None;
        if self.peek() == b'%' {
            self.lead = Some(Temp::parse(self)?);
            self.expect("=")?;
        }
        let name = self.word()?;
        (self.field, self.separate) = (0, false);
        let op = Op::parse_fields(name, self)?.ok_or_else(|| self.error(format!("there is no operation '{name}'")))?;
        if self.lead.is_some() {
            return Err(self.error(format!("'{name}' does not define a temporary")));
        }
        self.expect("!")?;
        Ok(Inst { op, line: u32::parse(self)? })
    }

    // ---- the unit

    fn unit(&mut self) -> Result<Unit, ParseError> {
        let mut unit = self.header()?;
        while self.eat_word("const") {
            self.in_order(ConstId::PREFIX, unit.consts.len())?;
            self.expect("=")?;
            unit.consts.push(Const::parse(self)?);
        }
        while self.peek_word().starts_with("class") {
            self.in_order("class", unit.classes.len())?;
            unit.classes.push(ClassDecl::parse(self)?);
        }
        while self.peek() == b'f' {
            self.in_order("f", unit.functions.len())?;
            unit.functions.push(self.function()?);
        }
        Ok(unit)
    }

    fn in_order(&mut self, prefix: &str, expected: usize) -> Result<(), ParseError> {
        match self.index(prefix)? as usize {
            number if number == expected => Ok(()),
            number => Err(self.error(format!("{prefix}{number} stands where {prefix}{expected} belongs"))),
        }
    }

    fn header(&mut self) -> Result<Unit, ParseError> {
        if !self.eat_word("unit") {
            return Err(self.expected("'unit'"));
        }
        self.expect("{")?;
        let mut unit = Unit {
            path: Bytes::default(),
            strict: false,
            consts: Vec::new(),
            functions: Vec::new(),
            classes: Vec::new(),
            hoisted_functions: Vec::new(),
            hoisted_classes: Vec::new(),
            halt_offset: None,
            diagnostics: Vec::new(),
        };
        while !self.eat("}") {
            let name = self.word()?;
            self.expect(":")?;
            match name {
                "path" => unit.path = Text::parse(self)?,
                "strict" => unit.strict = Text::parse(self)?,
                "hoisted_functions" => unit.hoisted_functions = Text::parse(self)?,
                "hoisted_classes" => unit.hoisted_classes = Text::parse(self)?,
                "halt_offset" => unit.halt_offset = Text::parse(self)?,
                "diagnostics" => unit.diagnostics = Text::parse(self)?,
                other => return Err(self.error(format!("a unit has no field '{other}'"))),
            }
        }
        Ok(unit)
    }

    fn function(&mut self) -> Result<Function, ParseError> {
        let decl = FunctionDecl::parse(self)?;
        self.locals =
            decl.locals.iter().enumerate().map(|(index, name)| (text_of(name), Local(index as u32))).collect();
        if !self.eat_word("temps") {
            return Err(self.expected("'temps'"));
        }
        let mut function = Function { decl, temps: u32::parse(self)?, blocks: Vec::new(), regions: Vec::new() };
        while self.eat_word("region") {
            self.in_order(RegionId::PREFIX, function.regions.len())?;
            function.regions.push(self.region()?);
        }
        while !self.eat_word("end") {
            self.in_order(Block::PREFIX, function.blocks.len())?;
            function.blocks.push(self.block()?);
        }
        Ok(function)
    }

    fn parent(&mut self) -> Result<Option<RegionId>, ParseError> {
        if self.eat_word("in") { RegionId::parse(self).map(Some) } else { Ok(None) }
    }

    fn region(&mut self) -> Result<Region, ParseError> {
        let parent = self.parent()?;
        self.expect("=")?;
        let kind = match self.peek_word() {
            "catch" => self.call2().map(|(handler, exception)| RegionKind::Catch { handler, exception }),
            "finally" => self.call2().map(|(entry, state)| RegionKind::Finally { entry, state }),
            "finally_body" => self.call1().map(|state| RegionKind::FinallyBody { state }),
            _ => Err(self.expected("catch, finally or finally_body")),
        }?;
        Ok(Region { parent, kind })
    }

    fn block(&mut self) -> Result<BlockData, ParseError> {
        let region = self.parent()?;
        self.expect(":")?;
        let mut insts = Vec::new();
        while !self.at_block_end() {
            insts.push(self.inst()?);
        }
        Ok(BlockData { region, insts })
    }

    /// `bN` or `end`; no operation is called so.
    fn at_block_end(&mut self) -> bool {
        let word = self.peek_word();
        let block =
            word.strip_prefix('b').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()));
        block || word == "end" || self.peek() == 0
    }
}

fn text_of(name: &Bytes) -> String {
    String::from_utf8_lossy(name).into_owned()
}
