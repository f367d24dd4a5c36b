//! Text outside of PHP, and the tags that open PHP.

use super::chars::count_newlines;
use super::{Lexer, Mode, TokenKind};

/// A tag that opens PHP.
struct OpenTag {
    len: usize,
    echo: bool,
}

impl Lexer<'_> {
    pub(super) fn skip_shebang(&mut self) {
        if !self.source.starts_with(b"#!") {
            return;
        }
        if let Some(end) = self.source.iter().position(|&byte| byte == b'\n') {
            self.pos = end + 1;
            self.line += 1;
        }
    }

    pub(super) fn scan_html(&mut self) {
        if self.at_end() {
            return self.scan_end();
        }
        match self.open_tag(self.pos) {
            Some(tag) => self.enter_php(tag),
            None => self.scan_text(),
        }
    }

    fn enter_php(&mut self, tag: OpenTag) {
        self.pos += tag.len;
        self.mode = Mode::Scripting;
        self.line += count_newlines(self.token_text(), 0);
        match (tag.echo, self.parsing()) {
            (true, true) => self.emit(TokenKind::Echo),
            (true, false) => self.emit(TokenKind::OpenTagWithEcho),
            (false, false) => self.emit(TokenKind::OpenTag),
            (false, true) => {}
        }
    }

    fn scan_text(&mut self) {
        self.pos += 1;
        while let Some(offset) = self.rest().iter().position(|&byte| byte == b'<') {
            self.pos += offset;
            if self.open_tag(self.pos).is_some() {
                return self.emit_html();
            }
            self.pos += 1;
        }
        self.pos = self.source.len();
        self.emit_html();
    }

    fn emit_html(&mut self) {
        self.line += count_newlines(self.token_text(), self.at(0));
        self.emit(TokenKind::InlineHtml);
    }

    fn open_tag(&self, at: usize) -> Option<OpenTag> {
        let rest = self.source[at..].strip_prefix(b"<?")?;
        if rest.first() == Some(&b'=') {
            return Some(OpenTag { len: 3, echo: true });
        }
        if rest.len() >= 3 && rest[..3].eq_ignore_ascii_case(b"php") {
            match &rest[3..] {
                [] => {
                    return Some(OpenTag { len: 5, echo: false });
                }
                [b'\r', b'\n', ..] => {
                    return Some(OpenTag { len: 7, echo: false });
                }
                [b' ' | b'\t' | b'\n' | b'\r', ..] => {
                    return Some(OpenTag { len: 6, echo: false });
                }
                _ => {}
            }
        }
        self.options.short_tags.then_some(OpenTag { len: 2, echo: false })
    }
}
