//! PHP code proper: words, variables, operators, brackets.

use super::chars::{is_blank, is_label, is_label_start, is_space};
use super::keywords::keyword;
use super::{Lexer, Mode, TokenKind};
use TokenKind::*;

impl Lexer<'_> {
    pub(super) fn scan_scripting(&mut self) {
        match self.at(0) {
            b' ' | b'\n' | b'\r' | b'\t' => self.scan_whitespace(),
            b'$' if is_label_start(self.at(1)) => {
                self.pos += 1;
                self.skip_label();
                self.emit(Variable);
            }
            b'0'..=b'9' => self.scan_number(),
            b'.' if self.at(1).is_ascii_digit() => self.scan_number(),
            b'\'' => self.scan_single_quoted(0),
            b'"' => self.scan_double_quoted(0),
            b'`' => {
                self.mode = Mode::Backquotes;
                self.take(1, Backquote);
            }
            b'#' if self.at(1) == b'[' => {
                self.enter(b'[');
                self.take(2, Attribute);
            }
            b'#' => self.scan_line_comment(),
            b'/' if self.at(1) == b'/' => self.scan_line_comment(),
            b'/' if self.at(1) == b'*' => self.scan_block_comment(),
            b'?' if self.at(1) == b'>' => self.scan_close_tag(),
            b'\\' => self.scan_backslash(),
            byte if is_label_start(byte) => self.scan_word(),
            _ if self.at_end() => self.scan_end(),
            byte => self.scan_operator(byte),
        }
    }

    /// After `->`.
    pub(super) fn scan_property(&mut self) {
        match (self.at(0), self.at(1), self.at(2)) {
            (byte, ..) if is_space(byte) => self.scan_whitespace(),
            (b'-', b'>', _) => self.take(2, Arrow),
            (b'?', b'-', b'>') => self.take(3, NullsafeArrow),
            (b'#', ..) | (b'/', b'/', _) => self.scan_line_comment(),
            (b'/', b'*', _) => self.scan_block_comment(),
            (byte, ..) if is_label_start(byte) => {
                self.skip_label();
                self.pop_mode();
                self.emit(Identifier);
            }
            _ => self.pop_mode(),
        }
    }

    /// `?>` and the line end after it: a `;` for the parser.
    fn scan_close_tag(&mut self) {
        self.pos += 2;
        let newline = match (self.at(0), self.at(1)) {
            (b'\r', b'\n') => 2,
            (b'\r' | b'\n', _) => 1,
            _ => 0,
        };
        self.pos += newline;
        self.pending_newline = newline > 0;
        self.mode = Mode::Html;
        self.emit(if self.parsing() { Semicolon } else { CloseTag });
    }

    fn scan_backslash(&mut self) {
        if !is_label_start(self.at(1)) {
            return self.take(1, Backslash);
        }
        self.skip_name_parts();
        self.emit(NameFullyQualified);
    }

    /// `\foo\bar …`, as far as it goes.
    fn skip_name_parts(&mut self) {
        while self.at(0) == b'\\' && is_label_start(self.at(1)) {
            self.pos += 1;
            self.skip_label();
        }
    }

    fn scan_word(&mut self) {
        if self.at(0) | 0x20 == b'b' && self.scan_binary_string() {
            return;
        }
        self.skip_label();
        let word = self.token_text();
        if self.at(0) == b'\\' && is_label_start(self.at(1)) {
            let relative = word.eq_ignore_ascii_case(b"namespace");
            self.skip_name_parts();
            return self.emit(if relative { NameRelative } else { NameQualified });
        }
        match keyword(word) {
            Some(Yield) => self.scan_yield(),
            Some(kind @ (Public | Protected | Private)) => self.scan_visibility(kind),
            Some(HaltCompiler) => {
                self.halt = Some(self.tokens.list.len());
                self.emit(HaltCompiler);
            }
            Some(kind) => self.emit(kind),
            None if word.eq_ignore_ascii_case(b"enum") => self.scan_enum(),
            None => self.emit(Identifier),
        }
    }

    /// `b'…'`, `b"…"`, `b<<<X`.
    fn scan_binary_string(&mut self) -> bool {
        match self.at(1) {
            b'\'' => self.scan_single_quoted(1),
            b'"' => self.scan_double_quoted(1),
            b'<' if self.at(2) == b'<' && self.at(3) == b'<' => return self.scan_heredoc_start(1),
            _ => return false,
        }
        true
    }

    /// `yield from` is one token, with whatever white space and comments are in it.
    fn scan_yield(&mut self) {
        let from = self.after_trivia(self.pos);
        let word = self.source.get(from..from + 4).unwrap_or_default();
        // PHP looks at the byte after "from", which has to exist: a NUL follows its sources.
        let next = self.source.get(from + 4).copied().unwrap_or(0);
        if from > self.pos && word.eq_ignore_ascii_case(b"from") && !is_label(next) {
            self.pos = from + 4;
            self.line += super::chars::count_newlines(self.token_text(), 0);
            return self.emit(YieldFrom);
        }
        self.emit(Yield);
    }

    /// `enum` is a keyword where a name follows, unless this is `extends` or `implements`.
    fn scan_enum(&mut self) {
        let next = self.after_trivia(self.pos);
        let rest = &self.source[next..];
        let starts_with = |word: &[u8]| rest.len() >= word.len() && rest[..word.len()].eq_ignore_ascii_case(word);
        let named = next > self.pos && rest.first().is_some_and(|&byte| is_label_start(byte));
        match named && !starts_with(b"extends") && !starts_with(b"implements") {
            true => self.emit(Enum),
            false => self.emit(Identifier),
        }
    }

    /// `public(set)` is one token.
    fn scan_visibility(&mut self, kind: TokenKind) {
        let is_set = self.rest().get(..5).is_some_and(|text| text.eq_ignore_ascii_case(b"(set)"));
        if !is_set {
            return self.emit(kind);
        }
        let kind = match kind {
            Public => PublicSet,
            Protected => ProtectedSet,
            _ => PrivateSet,
        };
        self.take(5, kind);
    }

    fn scan_operator(&mut self, byte: u8) {
        match byte {
            b'(' => self.scan_open_paren(),
            b')' => self.close(b')', CloseParen),
            b'[' => self.open(b'[', OpenBracket),
            b']' => self.close(b']', CloseBracket),
            b'{' => {
                self.push_mode(Mode::Scripting);
                self.open(b'{', OpenBrace);
            }
            b'}' => {
                self.pop_mode();
                self.close(b'}', CloseBrace);
            }
            b'<' if self.at(1) == b'<' && self.at(2) == b'<' && self.scan_heredoc_start(0) => {}
            b'&' => self.scan_ampersand(),
            _ => self.scan_plain_operator(byte),
        }
    }

    fn scan_plain_operator(&mut self, byte: u8) {
        let Some((len, kind)) = operator(byte, self.at(1), self.at(2)) else {
            return self.take(1, BadCharacter);
        };
        if matches!(kind, Arrow | NullsafeArrow) {
            self.push_mode(Mode::Property);
        }
        self.take(len, kind);
    }

    fn open(&mut self, bracket: u8, kind: TokenKind) {
        self.enter(bracket);
        self.take(1, kind);
    }

    fn close(&mut self, bracket: u8, kind: TokenKind) {
        self.pos += 1;
        self.leave(bracket, kind);
    }

    /// `&`, of which there are two: before a variable or `...`, and others.
    fn scan_ampersand(&mut self) {
        match self.at(1) {
            b'&' => return self.take(2, BooleanAnd),
            b'=' => return self.take(2, AndEqual),
            _ => {}
        }
        let rest = &self.source[self.after_trivia(self.pos + 1)..];
        let kind = if rest.starts_with(b"$") || rest.starts_with(b"...") { AmpersandVar } else { Ampersand };
        self.take(1, kind);
    }

    /// `(`, or a cast such as `( int )`.
    fn scan_open_paren(&mut self) {
        let blanks = |from: usize| self.source[from..].iter().take_while(|&&byte| is_blank(byte)).count();
        let start = self.pos + 1 + blanks(self.pos + 1);
        let len = self.source[start..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let end = start + len;
        let close = end + blanks(end);
        if len == 0 || self.source.get(close) != Some(&b')') {
            return self.open(b'(', OpenParen);
        }
        let Some(kind) = cast(&self.source[start..end]) else {
            return self.open(b'(', OpenParen);
        };
        self.pos = close + 1;
        if self.parsing() && self.source[start..end].eq_ignore_ascii_case(b"real") {
            return self.fail("The (real) cast has been removed, use (float) instead");
        }
        self.emit(kind);
    }
}

fn cast(word: &[u8]) -> Option<TokenKind> {
    Some(match word.to_ascii_lowercase().as_slice() {
        b"int" | b"integer" => IntCast,
        b"double" | b"float" | b"real" => FloatCast,
        b"string" | b"binary" => StringCast,
        b"array" => ArrayCast,
        b"object" => ObjectCast,
        b"bool" | b"boolean" => BoolCast,
        b"unset" => UnsetCast,
        _ => return None,
    })
}

/// The longest operator that starts with these bytes, and its length.
fn operator(first: u8, second: u8, third: u8) -> Option<(usize, TokenKind)> {
    if let Some(kind) = three_chars(first, second, third) {
        return Some((3, kind));
    }
    if let Some(kind) = two_chars(first, second) {
        return Some((2, kind));
    }
    match single_char(first) {
        Some(Backquote | DoubleQuote) | None => None,
        Some(kind) => Some((1, kind)),
    }
}

fn three_chars(first: u8, second: u8, third: u8) -> Option<TokenKind> {
    Some(match (first, second, third) {
        (b'.', b'.', b'.') => Ellipsis,
        (b'=', b'=', b'=') => IsIdentical,
        (b'!', b'=', b'=') => IsNotIdentical,
        (b'<', b'=', b'>') => Spaceship,
        (b'*', b'*', b'=') => PowEqual,
        (b'<', b'<', b'=') => ShiftLeftEqual,
        (b'>', b'>', b'=') => ShiftRightEqual,
        (b'?', b'?', b'=') => CoalesceEqual,
        (b'?', b'-', b'>') => NullsafeArrow,
        _ => return None,
    })
}

fn two_chars(first: u8, second: u8) -> Option<TokenKind> {
    Some(match (first, second) {
        (b'-', b'>') => Arrow,
        (b':', b':') => DoubleColon,
        (b'?', b'?') => Coalesce,
        (b'=', b'>') => DoubleArrow,
        (b'+', b'+') => Inc,
        (b'-', b'-') => Dec,
        (b'=', b'=') => IsEqual,
        (b'!', b'=') | (b'<', b'>') => IsNotEqual,
        (b'<', b'=') => SmallerOrEqual,
        (b'>', b'=') => GreaterOrEqual,
        (b'+', b'=') => PlusEqual,
        (b'-', b'=') => MinusEqual,
        (b'*', b'=') => MulEqual,
        (b'*', b'*') => Pow,
        (b'/', b'=') => DivEqual,
        (b'.', b'=') => ConcatEqual,
        (b'%', b'=') => ModEqual,
        (b'|', b'=') => OrEqual,
        (b'^', b'=') => XorEqual,
        (b'|', b'|') => BooleanOr,
        (b'<', b'<') => ShiftLeft,
        (b'>', b'>') => ShiftRight,
        _ => return None,
    })
}

pub(super) fn single_char(byte: u8) -> Option<TokenKind> {
    Some(match byte {
        b';' => Semicolon,
        b':' => Colon,
        b',' => Comma,
        b'.' => Dot,
        b'|' => Pipe,
        b'^' => Caret,
        b'&' => Ampersand,
        b'+' => Plus,
        b'-' => Minus,
        b'*' => Star,
        b'/' => Slash,
        b'=' => Assign,
        b'%' => Percent,
        b'!' => Not,
        b'~' => Tilde,
        b'$' => Dollar,
        b'<' => Less,
        b'>' => Greater,
        b'?' => Question,
        b'@' => At,
        b'[' => OpenBracket,
        b'(' => OpenParen,
        b')' => CloseParen,
        b'{' => OpenBrace,
        b'}' => CloseBrace,
        b'`' => Backquote,
        b'"' => DoubleQuote,
        _ => return None,
    })
}
