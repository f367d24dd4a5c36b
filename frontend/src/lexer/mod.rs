//! The lexer: bytes to tokens, in the modes of PHP's own scanner.
//!
//! [`tokenize`] serves the parser: no white space or comments, values computed, and an [`TokenKind::Error`] at
//! the first thing that PHP's scanner refuses. [`tokenize_all`] serves `token_get_all`: every byte of the
//! source is in exactly one token and nothing is refused.

mod chars;
mod dump;
mod escape;
mod halt;
mod heredoc;
mod html;
mod keywords;
mod nesting;
mod numbers;
mod scripting;
mod strings;
pub mod token;
mod trivia;

pub use dump::dump_tokens;
pub use token::{NO_VALUE, TOKEN_KINDS, Token, TokenKind};

use crate::ast::{Bytes, Span};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use bumpalo::Bump;
use heredoc::Heredoc;
use nesting::Open;

/// What of PHP's settings and of the place of the source matters to the lexer.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The setting `short_open_tag`: `<?` opens PHP.
    pub short_tags: bool,
    /// Skip a first line that starts with `#!`: PHP does this for the program's own file.
    pub skip_shebang: bool,
    /// The source is code without an open tag: `eval`.
    pub starts_in_php: bool,
    /// The setting `precision`: PHP's parser joins literals such as `1.5 . 'x'`.
    pub precision: i32,
}

impl Default for Options {
    fn default() -> Options {
        Options { short_tags: true, skip_shebang: false, starts_in_php: false, precision: 14 }
    }
}

/// The tokens of a source.
#[derive(Debug, Default)]
pub struct Tokens<'a> {
    /// Ends with an `End` or an `Error`.
    pub list: Vec<Token>,
    /// Values of literals whose text is not the value.
    pub values: Vec<Value<'a>>,
    /// Documentation comments by the token before which they stand.
    pub docs: Vec<(u32, Span)>,
    /// What the scanner says, by the token at which it says it.
    pub diagnostics: Vec<(u32, Diagnostic)>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Value<'a> {
    Int(i64),
    Float(f64),
    Text(Bytes<'a>),
}

/// The tokens for the parser. Strings that need it are unescaped into `arena`.
pub fn tokenize<'a>(arena: &'a Bump, source: Bytes<'a>, options: Options) -> Tokens<'a> {
    Lexer::new(arena, source, options, Purpose::Parse).run()
}

/// All tokens, with white space, comments and tags.
pub fn tokenize_all<'a>(arena: &'a Bump, source: Bytes<'a>, options: Options) -> Tokens<'a> {
    Lexer::new(arena, source, options, Purpose::List).run()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Parse,
    List,
}

/// What the scanner expects next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mode {
    Html,
    Scripting,
    /// After `->`: any word is a name.
    Property,
    DoubleQuotes,
    Backquotes,
    Heredoc,
    Nowdoc,
    EndHeredoc,
    /// After `${` in a string.
    VariableName,
    /// After `$name[` in a string.
    VariableOffset,
}

struct Lexer<'a> {
    arena: &'a Bump,
    source: Bytes<'a>,
    options: Options,
    purpose: Purpose,
    pos: usize,
    line: u32,
    /// The line end that the last token took is counted when the next one is scanned.
    pending_newline: bool,
    mode: Mode,
    modes: Vec<Mode>,
    open: Vec<Open>,
    heredocs: Vec<Heredoc<'a>>,
    /// The end of the text after an opening `"`, found while looking for the closing one.
    scanned_to: usize,
    token_start: usize,
    token_line: u32,
    /// The last `__halt_compiler`.
    halt: Option<usize>,
    done: bool,
    tokens: Tokens<'a>,
}

impl<'a> Lexer<'a> {
    fn new(arena: &'a Bump, source: Bytes<'a>, options: Options, purpose: Purpose) -> Lexer<'a> {
        Lexer {
            arena,
            source,
            options,
            purpose,
            pos: 0,
            line: 1,
            pending_newline: false,
            mode: if options.starts_in_php { Mode::Scripting } else { Mode::Html },
            modes: Vec::new(),
            open: Vec::new(),
            heredocs: Vec::new(),
            scanned_to: 0,
            token_start: 0,
            token_line: 1,
            halt: None,
            done: false,
            tokens: Tokens { list: Vec::with_capacity(source.len() / 4 + 2), ..Tokens::default() },
        }
    }

    fn run(mut self) -> Tokens<'a> {
        if self.options.skip_shebang {
            self.skip_shebang();
        }
        while !self.done {
            self.scan();
            if let Some(at) = self.halt {
                self.check_halt(at);
            }
        }
        self.abandon_heredocs();
        self.tokens
    }

    /// Scans one token; trivia before it too when parsing.
    fn scan(&mut self) {
        self.line += self.pending_newline as u32;
        self.pending_newline = false;
        self.token_start = self.pos;
        self.token_line = self.line;
        match self.mode {
            Mode::Scripting => self.scan_scripting(),
            Mode::Html => self.scan_html(),
            Mode::Property => self.scan_property(),
            Mode::DoubleQuotes => self.scan_double_quotes(),
            Mode::Backquotes => self.scan_backquotes(),
            Mode::Heredoc => self.scan_heredoc(),
            Mode::Nowdoc => self.scan_nowdoc(),
            Mode::EndHeredoc => self.scan_end_heredoc(),
            Mode::VariableName => self.scan_variable_name(),
            Mode::VariableOffset => self.scan_variable_offset(),
        }
    }

    /// The byte `ahead` of the position; 0 after the end.
    fn at(&self, ahead: usize) -> u8 {
        self.source.get(self.pos + ahead).copied().unwrap_or(0)
    }

    fn at_end(&self) -> bool {
        self.pos >= self.source.len()
    }

    fn rest(&self) -> Bytes<'a> {
        &self.source[self.pos..]
    }

    fn token_text(&self) -> Bytes<'a> {
        &self.source[self.token_start..self.pos]
    }

    fn parsing(&self) -> bool {
        self.purpose == Purpose::Parse
    }

    fn push_mode(&mut self, mode: Mode) {
        self.modes.push(self.mode);
        self.mode = mode;
    }

    fn pop_mode(&mut self) {
        if let Some(mode) = self.modes.pop() {
            self.mode = mode;
        }
    }

    /// Emits the bytes since the start of the token as a token.
    fn emit(&mut self, kind: TokenKind) {
        self.emit_token(kind, NO_VALUE);
    }

    fn emit_value(&mut self, kind: TokenKind, value: Value<'a>) {
        let index = self.tokens.values.len() as u32;
        self.tokens.values.push(value);
        self.emit_token(kind, index);
    }

    fn emit_token(&mut self, kind: TokenKind, value: u32) {
        let token = Token {
            kind,
            start: self.token_start as u32,
            end: self.pos as u32,
            line: self.token_line,
            end_line: self.line,
            value,
        };
        self.tokens.list.push(token);
        self.done |= kind == TokenKind::End || kind == TokenKind::Error;
    }

    /// Emits the next `len` bytes.
    fn take(&mut self, len: usize, kind: TokenKind) {
        self.pos += len;
        self.emit(kind);
    }

    /// The end of the source, in any mode.
    fn scan_end(&mut self) {
        if self.parsing()
            && let Some(message) = self.unclosed()
        {
            return self.fail(message);
        }
        self.emit(TokenKind::End);
    }

    /// Refuses what was scanned. The token functions go on instead.
    fn fail(&mut self, message: impl Into<String>) {
        self.fail_on_line(self.line, message);
    }

    fn fail_on_line(&mut self, line: u32, message: impl Into<String>) {
        self.report(DiagnosticKind::ParseError, line, message.into());
        self.emit(TokenKind::Error);
    }

    fn report(&mut self, kind: DiagnosticKind, line: u32, message: String) {
        let index = self.tokens.list.len() as u32;
        let message = message.into_bytes();
        self.tokens.diagnostics.push((index, Diagnostic { kind, message, line }));
    }
}
